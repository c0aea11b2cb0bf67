// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-store-private.h"

#include <glib/gi18n.h>

G_DEFINE_QUARK (hip_store_error, hip_store_error)

/**
 * hip_store_default_path:
 *
 * Returns: (transfer full): `$XDG_DATA_HOME/hiplog/log.db`
 */
char *
hip_store_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "hiplog", "log.db", NULL);
}

/**
 * hip_store_open:
 * @path: the file
 * @flags: how to open it; creating and read-only exclude each other
 * @error: return location for a #HipStoreError
 *
 * Opens a log and brings its schema up to date, keeping a copy of it as it was
 * beside it. The log of a newer HipLog and files of other programs are refused
 * without being touched. May wait a few seconds for another program that writes.
 *
 * Returns: (transfer full): the store, for the calling thread only
 */
HipStore *
hip_store_open (const char *path, HipStoreOpenFlags flags, GError **error)
{
  return hip_store_open_full (path, flags, hip_schema_get_default (), HIP_STORE_BUSY_TIMEOUT_MS,
                              error);
}

/**
 * hip_store_close:
 * @self: (transfer full): the store
 *
 * Closes the file. All that was applied is on the disk already.
 */
void
hip_store_close (HipStore *self)
{
  g_return_if_fail (self != NULL);
  hip_store_assert_thread (self);

  for (guint kind = 0; kind < HIP_N_RECORD_KINDS; kind++)
    for (guint type = 0; type < HIP_N_STATEMENT_TYPES; type++)
      sqlite3_finalize (self->statements[kind][type]);
  sqlite3_close (self->db);
  g_free (self->path);
  g_free (self);
}

/* --- Statements --- */

static char *
make_sql (const HipTable *table, HipStatementType type)
{
  switch (type)
    {
    case HIP_STATEMENT_INSERT:
      return hip_table_get_insert_sql (table, 1);
    case HIP_STATEMENT_INSERT_MANY:
      return hip_table_get_insert_sql (table, HIP_STORE_ROWS_AT_ONCE);
    case HIP_STATEMENT_UPDATE:
      return hip_table_get_update_sql (table);
    case HIP_STATEMENT_DELETE:
      return hip_table_get_delete_sql (table);
    case HIP_STATEMENT_SELECT_ONE:
    case HIP_STATEMENT_SELECT_ALL:
      return hip_table_get_select_sql (table, type == HIP_STATEMENT_SELECT_ONE);
    default:
      g_assert_not_reached ();
    }
}

/**
 * hip_store_get_statement: (skip)
 * @self: the store
 * @kind: a kind of record
 * @type: what to do with it
 * @error: return location
 *
 * Returns: (transfer none): the statement; reset it after use
 */
HipStatement *
hip_store_get_statement (HipStore *self, HipRecordKind kind, HipStatementType type, GError **error)
{
  sqlite3_stmt **statement = &self->statements[kind][type];

  if (*statement == NULL)
    {
      g_autofree char *sql = make_sql (hip_table_get (kind), type);

      *statement = hip_sqlite_prepare (self->db, sql, error);
    }

  return *statement;
}

/**
 * hip_store_end_transaction: (skip)
 * @self: the store, in a transaction
 * @success: whether all went well so far
 * @error: return location
 *
 * Commits, or rolls back what went wrong.
 *
 * Returns: whether all is well still
 */
gboolean
hip_store_end_transaction (HipStore *self, gboolean success, GError **error)
{
  success = success && hip_sqlite_exec (self->db, "COMMIT", error);
  if (!success && !sqlite3_get_autocommit (self->db))
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);

  return success;
}

/* --- Loading --- */

/**
 * hip_store_for_each_row: (skip)
 * @self: the store
 * @kind: a kind of record
 * @func: called with the statement on each row
 * @data: for @func
 * @error: return location
 *
 * Returns: whether all rows were seen
 */
gboolean
hip_store_for_each_row (HipStore *self,
                        HipRecordKind kind,
                        HipRowFunc func,
                        gpointer data,
                        GError **error)
{
  g_autoptr (HipStatement) statement =
                hip_store_get_statement (self, kind, HIP_STATEMENT_SELECT_ALL, error);
  int rc;

  if (statement == NULL)
    return FALSE;

  while ((rc = sqlite3_step (statement)) == SQLITE_ROW)
    func (hip_table_get (kind), statement, data);

  if (rc != SQLITE_DONE)
    hip_sqlite_set_error (error, self->db, rc);
  return rc == SQLITE_DONE;
}

static void
collect_record (const HipTable *table, sqlite3_stmt *statement, gpointer data)
{
  GPtrArray *records = data;
  g_autoptr (GError) error = NULL;
  gpointer record = hip_table_read (table, statement, &error);

  if (record != NULL)
    g_ptr_array_add (records, record);
  else
    g_message ("%s It is left out.", error->message);
}

static gboolean
collect_all (HipStore *self, GPtrArray *records, GError **error)
{
  for (guint kind = 0; kind < HIP_N_RECORD_KINDS; kind++)
    if (!hip_store_for_each_row (self, kind, collect_record, records, error))
      return FALSE;

  return TRUE;
}

/**
 * hip_store_load:
 * @self: the store
 * @error: return location for a #HipStoreError
 *
 * Reads the whole log as of one moment. A single row with an impossible value is
 * left out, and is what hip_store_check() tells of; a damaged file is an error.
 *
 * Returns: (transfer full): everything in the log
 */
HipHistory *
hip_store_load (HipStore *self, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (hip_record_unref);

  g_return_val_if_fail (self != NULL, NULL);
  hip_store_assert_thread (self);

  if (!hip_sqlite_exec (self->db, "BEGIN", error))
    return NULL;
  if (!hip_store_end_transaction (self, collect_all (self, records, error), error))
    return NULL;

  return hip_history_new (records);
}
