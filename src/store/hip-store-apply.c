// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-store-private.h"

#include <glib/gi18n.h>

/* A change on its way into the file. */
typedef struct
{
  HipStore *store; /* (unowned) */
  HipDay today;
  GHashTable *ids;    /* (owned): placeholder_key() to the id of the new row */
  HipChange *applied; /* (owned) */
} Apply;

/* Placeholders count by kind: the import -1 is not the shoe -1. */
static gint64
placeholder_key (HipRecordKind kind, gint64 placeholder)
{
  return placeholder * HIP_N_RECORD_KINDS - (gint64) kind;
}

static void
remember_id (Apply *apply, HipRecordKind kind, gint64 placeholder, gint64 id)
{
  gint64 key = placeholder_key (kind, placeholder);

  g_hash_table_insert (apply->ids, g_memdup2 (&key, sizeof key), g_memdup2 (&id, sizeof id));
}

static gboolean
resolve_link (Apply *apply, HipRecordKind kind, gint64 *link, GError **error)
{
  gint64 key = placeholder_key (kind, *link);
  const gint64 *id;

  if (*link >= 0)
    return TRUE;

  id = g_hash_table_lookup (apply->ids, &key);
  if (id == NULL)
    {
      g_set_error_literal (error, HIP_STORE_ERROR, HIP_STORE_ERROR_CONFLICT,
                           _ ("An entry refers to another one that is not there."));
      return FALSE;
    }

  *link = *id;
  return TRUE;
}

static gboolean
resolve_links (Apply *apply, HipRecord *record, GError **error)
{
  const HipTable *table = hip_table_get (record->kind);

  for (guint i = 0; i < table->n_columns; i++)
    {
      const HipColumn *column = &table->columns[i];
      gint64 *link = G_STRUCT_MEMBER_P (record, column->offset);

      if (column->type == HIP_COLUMN_LINK && !resolve_link (apply, column->link, link, error))
        return FALSE;
    }

  return TRUE;
}

static void
set_duplicate_error (const HipRecord *record, GError **error)
{
  if (record->kind == HIP_RECORD_SHOE)
    {
      g_set_error (error, HIP_STORE_ERROR, HIP_STORE_ERROR_DUPLICATE,
                   _ ("There is already a pair called “%s”. Give this one another name."),
                   ((const HipShoe *) record)->name);
    }
  else
    {
      const HipPainDay *pain = (const HipPainDay *) record;
      g_autofree char *day = hip_day_format_long (pain->date, pain->date);

      g_set_error (error, HIP_STORE_ERROR, HIP_STORE_ERROR_DUPLICATE,
                   pain->side == HIP_SIDE_LEFT
                       /* Translators: %s is a date. */
                       ? _ ("The left hip on %s is already scored. Change that score instead.")
                       : _ ("The right hip on %s is already scored. Change that score instead."),
                   day);
    }
}

static gboolean
run_write (HipStore *self, HipStatement *statement, const HipRecord *record, GError **error)
{
  int rc = sqlite3_step (statement);

  if (rc == SQLITE_DONE)
    return TRUE;

  if (rc == SQLITE_CONSTRAINT_UNIQUE
      && (record->kind == HIP_RECORD_SHOE || record->kind == HIP_RECORD_PAIN_DAY))
    set_duplicate_error (record, error);
  else
    hip_sqlite_set_error (error, self->db, rc);
  return FALSE;
}

/* The row as it is: %NULL without an error when there is none. */
static gboolean
read_row (HipStore *self, HipRecordKind kind, gint64 id, HipRecord **record, GError **error)
{
  g_autoptr (HipStatement) statement =
                hip_store_get_statement (self, kind, HIP_STATEMENT_SELECT_ONE, error);
  int rc;

  *record = NULL;
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, id);
  rc = sqlite3_step (statement);
  if (rc == SQLITE_ROW)
    {
      *record = hip_table_read (hip_table_get (kind), statement, error);
      return *record != NULL;
    }

  if (rc != SQLITE_DONE)
    hip_sqlite_set_error (error, self->db, rc);
  return rc == SQLITE_DONE;
}

static gboolean
check_unchanged (HipStore *self, const HipRecord *before, GError **error)
{
  HipRecord *present;
  gboolean equal;

  if (!read_row (self, before->kind, before->id, &present, error))
    return FALSE;

  equal = present != NULL && hip_record_equal (present, before);
  g_clear_pointer (&present, hip_record_unref);
  if (!equal)
    g_set_error_literal (error, HIP_STORE_ERROR, HIP_STORE_ERROR_CONFLICT,
                         _ ("This entry was changed elsewhere meanwhile, and nothing was done. "
                            "Look at it again."));
  return equal;
}

static gboolean
write_record (HipStore *self, HipStatementType type, const HipRecord *record, GError **error)
{
  g_autoptr (HipStatement) statement = hip_store_get_statement (self, record->kind, type, error);

  if (statement == NULL)
    return FALSE;

  hip_table_bind (hip_table_get (record->kind), statement, record);
  return run_write (self, statement, record, error);
}

static gboolean
delete_record (HipStore *self, const HipRecord *record, GError **error)
{
  g_autoptr (HipStatement) statement =
                hip_store_get_statement (self, record->kind, HIP_STATEMENT_DELETE, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, record->id);
  return run_write (self, statement, record, error);
}

/* Writes @after and reads it back, as what the file holds is what undo must find. */
static HipRecord *
store_record (Apply *apply, HipStatementType type, const HipRecord *after, GError **error)
{
  HipStore *self = apply->store;
  HipRecord *record = hip_record_copy (after);
  HipRecord *stored = NULL;
  gint64 id;

  if (type == HIP_STATEMENT_INSERT)
    record->id = MAX (after->id, 0);

  if (resolve_links (apply, record, error) && write_record (self, type, record, error))
    {
      id = record->id > 0 ? record->id : sqlite3_last_insert_rowid (self->db);
      if (after->id < 0)
        remember_id (apply, after->kind, after->id, id);
      read_row (self, after->kind, id, &stored, error);
    }

  hip_record_unref (record);
  return stored;
}

static gboolean
insert_item (Apply *apply, const HipRecord *after, GError **error)
{
  HipRecord *stored = store_record (apply, HIP_STATEMENT_INSERT, after, error);

  if (stored == NULL)
    return FALSE;

  hip_change_insert (apply->applied, stored);
  hip_record_unref (stored);
  return TRUE;
}

static gboolean
update_item (Apply *apply, HipRecord *before, const HipRecord *after, GError **error)
{
  HipRecord *stored;

  g_return_val_if_fail (before->kind == after->kind && before->id == after->id, FALSE);

  stored = store_record (apply, HIP_STATEMENT_UPDATE, after, error);
  if (stored == NULL)
    return FALSE;

  hip_change_update (apply->applied, before, stored);
  hip_record_unref (stored);
  return TRUE;
}

/* Who flew west has runs of tomorrow. They may be changed, and their pair of shoes deleted. */
static HipDay
get_last_day (const Apply *apply, const HipRecord *before)
{
  if (before == NULL || apply->today == G_MAXINT32
      || hip_record_validate (before, apply->today, NULL))
    return apply->today;
  return apply->today + 1;
}

static gboolean
apply_item (Apply *apply, const HipChangeItem *item, GError **error)
{
  HipRecord *before = item->before;
  HipRecord *after = item->after;

  if (after != NULL && !hip_record_validate (after, get_last_day (apply, before), error))
    return FALSE;
  if (before != NULL && !check_unchanged (apply->store, before, error))
    return FALSE;

  if (before == NULL)
    return insert_item (apply, after, error);
  if (after != NULL)
    return update_item (apply, before, after, error);

  if (!delete_record (apply->store, before, error))
    return FALSE;
  hip_change_delete (apply->applied, before);
  return TRUE;
}

static gboolean
apply_items (Apply *apply, const HipChange *change, GError **error)
{
  for (guint i = 0; i < hip_change_get_n (change); i++)
    if (!apply_item (apply, hip_change_get (change, i), error))
      return FALSE;

  return TRUE;
}

/**
 * hip_store_apply:
 * @self: a store that may be written to
 * @change: what to do
 * @today: the last day a record may have; one that is of the day after may stay so
 * @error: return location for a #HipStoreError or #HipRecordError
 *
 * Does all of @change in one transaction, or nothing. A new record gets an id
 * unless it brings one (so undoing a deletion brings back the same row); a
 * negative id is replaced by the given one here and in the records that refer to
 * it. What is updated or deleted must still be as @change says it was.
 *
 * When this returns, the change is on the disk.
 *
 * Returns: (transfer full): the change as it was done, with the ids given; its
 *   inverse undoes it
 */
HipChange *
hip_store_apply (HipStore *self, const HipChange *change, HipDay today, GError **error)
{
  g_autoptr (GHashTable) ids = NULL;
  g_autoptr (HipChange) applied = NULL;
  Apply apply;

  g_return_val_if_fail (self != NULL && change != NULL, NULL);
  hip_store_assert_thread (self);

  if (self->is_read_only)
    {
      hip_sqlite_set_error (error, self->db, SQLITE_READONLY);
      return NULL;
    }

  ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  applied = hip_change_new (hip_change_get_label (change));
  apply = (Apply) { .store = self, .today = today, .ids = ids, .applied = applied };

  if (!hip_sqlite_exec (self->db, "BEGIN IMMEDIATE", error))
    return NULL;
  if (!hip_store_end_transaction (self, apply_items (&apply, change, error), error))
    return NULL;

  return g_steal_pointer (&applied);
}
