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
  GPtrArray *waiting; /* (owned): new records of one kind, which are written together */
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
check_write (HipStore *self, int rc, const HipRecord *record, GError **error)
{
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

  hip_table_bind (hip_table_get (record->kind), statement, 0, record);
  return check_write (self, sqlite3_step (statement), record, error);
}

static gboolean
delete_record (HipStore *self, const HipRecord *record, GError **error)
{
  g_autoptr (HipStatement) statement =
                hip_store_get_statement (self, record->kind, HIP_STATEMENT_DELETE, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, record->id);
  return check_write (self, sqlite3_step (statement), record, error);
}

/* A copy that refers to rows of the file. (transfer full) (nullable) */
static HipRecord *
resolve_record (Apply *apply, const HipRecord *after, GError **error)
{
  HipRecord *record = hip_record_copy (after);

  if (!resolve_links (apply, record, error))
    g_clear_pointer (&record, hip_record_unref);
  return record;
}

/* Reads a new row back, as what the file holds is what undo must find. */
static gboolean
take_inserted (Apply *apply, const HipRecord *record, gint64 id, GError **error)
{
  HipRecord *stored;

  if (record->id < 0)
    remember_id (apply, record->kind, record->id, id);
  if (!read_row (apply->store, record->kind, id, &stored, error) || stored == NULL)
    return FALSE;

  hip_change_insert (apply->applied, stored);
  hip_record_unref (stored);
  return TRUE;
}

static gboolean
insert_one_by_one (Apply *apply, GError **error)
{
  sqlite3 *db = apply->store->db;

  for (guint i = 0; i < apply->waiting->len; i++)
    {
      const HipRecord *record = g_ptr_array_index (apply->waiting, i);

      if (!write_record (apply->store, HIP_STATEMENT_INSERT, record, error)
          || !take_inserted (apply, record,
                             record->id > 0 ? record->id : sqlite3_last_insert_rowid (db), error))
        return FALSE;
    }
  return TRUE;
}

/* AUTOINCREMENT numbers the rows of a statement one after the other. */
static gboolean
take_many_inserted (Apply *apply, GError **error)
{
  gint64 first = sqlite3_last_insert_rowid (apply->store->db) - apply->waiting->len + 1;

  for (guint i = 0; i < apply->waiting->len; i++)
    {
      const HipRecord *record = g_ptr_array_index (apply->waiting, i);

      if (!take_inserted (apply, record, record->id > 0 ? record->id : first + i, error))
        return FALSE;
    }
  return TRUE;
}

/* For its CHECKs SQLite makes tables of the words that may be; so once for all rows. */
static gboolean
insert_at_once (Apply *apply, GError **error)
{
  HipStore *self = apply->store;
  const HipRecord *first = g_ptr_array_index (apply->waiting, 0);
  g_autoptr (HipStatement) statement =
                hip_store_get_statement (self, first->kind, HIP_STATEMENT_INSERT_MANY, error);
  int rc;

  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < apply->waiting->len; i++)
    hip_table_bind (hip_table_get (first->kind), statement, i,
                    g_ptr_array_index (apply->waiting, i));
  rc = sqlite3_step (statement);
  if (rc == SQLITE_DONE)
    return take_many_inserted (apply, error);

  /* None is written. One by one they tell whose fault it is. After other failures the transaction
   * may be over. */
  if ((rc & 0xff) == SQLITE_CONSTRAINT)
    return insert_one_by_one (apply, error);
  return check_write (self, rc, first, error);
}

static gboolean
insert_waiting (Apply *apply, GError **error)
{
  gboolean success = apply->waiting->len == HIP_STORE_ROWS_AT_ONCE
                         ? insert_at_once (apply, error)
                         : insert_one_by_one (apply, error);

  g_ptr_array_set_size (apply->waiting, 0);
  return success;
}

/* Whether one statement can write both: ids are given by the file to all of them or to none. */
static gboolean
is_like_waiting (const Apply *apply, const HipRecord *record)
{
  const HipRecord *first;

  if (apply->waiting->len == 0)
    return TRUE;
  first = g_ptr_array_index (apply->waiting, 0);
  return first->kind == record->kind && (first->id > 0) == (record->id > 0);
}

static gboolean
insert_item (Apply *apply, const HipRecord *after, GError **error)
{
  HipRecord *record;

  if (!is_like_waiting (apply, after) && !insert_waiting (apply, error))
    return FALSE;

  record = resolve_record (apply, after, error);
  if (record == NULL)
    return FALSE;
  g_ptr_array_add (apply->waiting, record);
  return apply->waiting->len < HIP_STORE_ROWS_AT_ONCE || insert_waiting (apply, error);
}

static gboolean
update_item (Apply *apply, HipRecord *before, const HipRecord *after, GError **error)
{
  g_autoptr (HipRecord) record = NULL;
  g_autoptr (HipRecord) stored = NULL;

  g_return_val_if_fail (before->kind == after->kind && before->id == after->id, FALSE);

  record = resolve_record (apply, after, error);
  if (record == NULL || !write_record (apply->store, HIP_STATEMENT_UPDATE, record, error)
      || !read_row (apply->store, record->kind, record->id, &stored, error) || stored == NULL)
    return FALSE;

  hip_change_update (apply->applied, before, stored);
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
  if (before == NULL)
    return insert_item (apply, after, error);

  if (!insert_waiting (apply, error) || !check_unchanged (apply->store, before, error))
    return FALSE;
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

  return insert_waiting (apply, error);
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
  g_autoptr (GPtrArray) waiting = NULL;
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
  waiting = g_ptr_array_new_with_free_func (hip_record_unref);
  applied = hip_change_new (hip_change_get_label (change));
  apply = (Apply) { self, today, ids, waiting, applied };

  if (!hip_sqlite_exec (self->db, "BEGIN IMMEDIATE", error))
    return NULL;
  if (!hip_store_end_transaction (self, apply_items (&apply, change, error), error))
    return NULL;

  return g_steal_pointer (&applied);
}
