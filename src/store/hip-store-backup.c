// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-store-private.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* --- Backup --- */

static gboolean
is_same_file (const char *a, const char *b)
{
  g_autofree char *canonical_a = g_canonicalize_filename (a, NULL);
  g_autofree char *canonical_b = g_canonicalize_filename (b, NULL);
  GStatBuf status_a;
  GStatBuf status_b;

  if (g_str_equal (canonical_a, canonical_b))
    return TRUE;

  return g_stat (a, &status_a) == 0 && g_stat (b, &status_b) == 0
         && status_a.st_dev == status_b.st_dev && status_a.st_ino == status_b.st_ino;
}

static gboolean
is_part_of_log (const char *log, const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *part = g_strconcat (log, suffixes[i], NULL);

      if (is_same_file (part, path))
        return TRUE;
    }

  return FALSE;
}

/* What is no file (a folder, a device, a pipe) must not be put aside or replaced by one. */
static gboolean
check_replaceable (const char *path, GError **error)
{
  g_autofree char *name = NULL;
  GStatBuf status;

  if (g_stat (path, &status) < 0 || S_ISREG (status.st_mode))
    return TRUE;

  name = g_filename_display_name (path);
  g_set_error (error, HIP_STORE_ERROR, HIP_STORE_ERROR_FAILED,
               /* Translators: %s is the name of a folder, for instance. */
               _ ("“%s” is not a file. Choose another name."), name);
  return FALSE;
}

/* A connection that only reads may not even write the copy, so let it for once. */
static gboolean
copy_into (HipStore *self, const char *dest, GError **error)
{
  gboolean copied;

  if (!hip_sqlite_exec (self->db, "PRAGMA query_only = OFF", error))
    return FALSE;

  copied = hip_sqlite_vacuum_into (self->db, dest, error);
  if (self->is_read_only)
    sqlite3_exec (self->db, "PRAGMA query_only = ON", NULL, NULL, NULL);
  return copied;
}

/**
 * hip_store_backup:
 * @self: the store
 * @dest: the file to make or replace; not the log itself
 * @error: return location for a #HipStoreError
 *
 * Writes a consistent copy of the log, readable by its owner only. @dest appears,
 * or is replaced, only when the copy is whole and on the disk.
 *
 * Returns: whether there is a copy
 */
gboolean
hip_store_backup (HipStore *self, const char *dest, GError **error)
{
  g_return_val_if_fail (self != NULL && dest != NULL, FALSE);
  hip_store_assert_thread (self);

  if (is_part_of_log (self->path, dest))
    {
      g_set_error_literal (error, HIP_STORE_ERROR, HIP_STORE_ERROR_FAILED,
                           _ ("A backup cannot take the place of the log itself. Choose another "
                              "file."));
      return FALSE;
    }

  return check_replaceable (dest, error) && copy_into (self, dest, error);
}

/* --- Restore --- */

static gboolean
check_backup (HipStore *store, GError **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  if (!hip_store_check_file (store, problems, error))
    return FALSE;
  if (problems->len == 0)
    return TRUE;

  g_set_error (error, HIP_STORE_ERROR, HIP_STORE_ERROR_CORRUPT,
               /* Translators: %s is a sentence that tells the damage. */
               _ ("This backup is damaged, and the log was left as it is. %s"),
               (const char *) g_ptr_array_index (problems, 0));
  return FALSE;
}

/* The same bytes could be put back twice, but never over themselves. */
static gboolean
refuse_itself (const char *backup, const char *path, GError **error)
{
  if (!is_part_of_log (path, backup))
    return TRUE;

  g_set_error_literal (error, HIP_STORE_ERROR, HIP_STORE_ERROR_FAILED,
                       _ ("This is the log itself. Choose a backup of it."));
  return FALSE;
}

/* A whole and checked copy of the backup, in the folder of the log. */
static gboolean
fetch_backup (const char *backup, const char *fresh, GError **error)
{
  g_autoptr (HipStore) store = NULL;
  g_autofree char *folder = g_path_get_dirname (fresh);

  store = hip_store_open_full (backup, HIP_STORE_OPEN_READ_ONLY | HIP_STORE_OPEN_ANY_VERSION,
                               hip_schema_get_default (), HIP_STORE_BUSY_TIMEOUT_MS, error);
  if (store == NULL || !check_backup (store, error))
    return FALSE;

  if (g_mkdir_with_parents (folder, 0700) < 0)
    {
      hip_sqlite_set_file_error (error, folder, errno);
      return FALSE;
    }

  return copy_into (store, fresh, error);
}

static gboolean
is_locked (GError *error)
{
  return g_error_matches (error, HIP_STORE_ERROR, HIP_STORE_ERROR_LOCKED);
}

/* Whether the log is one plain file that nobody else has open; this connection then keeps
 * everybody out. */
static gboolean
become_alone (sqlite3 *db, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
                hip_sqlite_prepare (db, "PRAGMA journal_mode = DELETE", error);
  int rc;

  if (statement == NULL)
    return FALSE;

  rc = sqlite3_step (statement);
  if (rc == SQLITE_ROW
      && g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "delete") != 0)
    rc = SQLITE_BUSY;
  if (rc != SQLITE_ROW)
    {
      hip_sqlite_set_error (error, db, rc);
      return FALSE;
    }

  sqlite3_reset (statement);
  return hip_sqlite_exec (db, "BEGIN EXCLUSIVE", error);
}

/* Beside what it does not know for a database, SQLite would delete the write-ahead log. */
static gboolean
is_database (const char *path)
{
  g_autoptr (sqlite3) db = hip_sqlite_open_immutable (path, NULL);
  int n_pages = 0;

  return db != NULL && hip_sqlite_get_int (db, "PRAGMA page_count", &n_pages, NULL) && n_pages > 0;
}

/* Takes hold of the present log, so that nobody writes to it while it is put aside. A log that is
 * too damaged for that is put aside as it lies. */
static gboolean
seize (const char *path, int busy_timeout_ms, sqlite3 **db, GError **error)
{
  g_autoptr (sqlite3) connection = NULL;
  g_autoptr (GError) reason = NULL;

  if (!is_database (path))
    return TRUE;

  connection = hip_sqlite_open (path, SQLITE_OPEN_READWRITE, busy_timeout_ms, &reason);
  if (connection != NULL && become_alone (connection, &reason))
    {
      *db = g_steal_pointer (&connection);
      return TRUE;
    }

  if (!is_locked (reason))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

/* A second name for the file, so that the log is there at every moment; where the file system
 * cannot do that, another name. */
static gboolean
put_aside (const char *path, const char *aside)
{
  if (link (path, aside) == 0)
    return TRUE;

  return errno != EEXIST && !g_file_test (aside, G_FILE_TEST_EXISTS) && g_rename (path, aside) == 0;
}

static void
put_aside_with_suffix (const char *path, const char *aside, const char *suffix)
{
  g_autofree char *from = g_strconcat (path, suffix, NULL);
  g_autofree char *to = g_strconcat (aside, suffix, NULL);

  g_rename (from, to);
}

static char *
keep_present (const char *path, GError **error)
{
  g_autoptr (GDateTime) now = hip_clock_now ();
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%d-%H%M%S");
  g_autofree char *aside = g_strdup_printf ("%s.before-restore-%s", path, stamp);

  for (guint n = 2; g_file_test (aside, G_FILE_TEST_EXISTS); n++)
    {
      g_free (aside);
      aside = g_strdup_printf ("%s.before-restore-%s-%u", path, stamp, n);
    }

  if (!put_aside (path, aside))
    {
      hip_sqlite_set_file_error (error, aside, errno);
      return NULL;
    }

  /* Left over only if the log could not be opened. */
  put_aside_with_suffix (path, aside, "-wal");
  put_aside_with_suffix (path, aside, "-shm");
  put_aside_with_suffix (path, aside, "-journal");
  return g_steal_pointer (&aside);
}

static gboolean
put_in_place (const char *fresh,
              const char *path,
              int busy_timeout_ms,
              char **kept_as,
              GError **error)
{
  g_autoptr (sqlite3) present = NULL;
  g_autofree char *aside = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      if (!seize (path, busy_timeout_ms, &present, error))
        return FALSE;
      aside = keep_present (path, error);
      if (aside == NULL)
        return FALSE;
    }

  if (g_rename (fresh, path) < 0)
    {
      hip_sqlite_set_file_error (error, path, errno);
      return FALSE;
    }

  if (kept_as != NULL)
    *kept_as = g_steal_pointer (&aside);
  return hip_sqlite_sync (path, error);
}

/**
 * hip_store_restore_full: (skip)
 * @backup: as in hip_store_restore()
 * @path: as in hip_store_restore()
 * @busy_timeout_ms: how long to wait for another program
 * @kept_as: (out) (optional) (nullable) (transfer full): as in hip_store_restore()
 * @error: return location
 *
 * What hip_store_restore() does, with an adjustable patience.
 *
 * Returns: whether @path is now what @backup was
 */
gboolean
hip_store_restore_full (const char *backup,
                        const char *path,
                        int busy_timeout_ms,
                        char **kept_as,
                        GError **error)
{
  g_autofree char *fresh = NULL;
  gboolean restored;

  g_return_val_if_fail (backup != NULL && path != NULL, FALSE);

  if (kept_as != NULL)
    *kept_as = NULL;
  if (!refuse_itself (backup, path, error) || !check_replaceable (path, error))
    return FALSE;

  fresh = g_strconcat (path, ".restoring", NULL);
  restored = fetch_backup (backup, fresh, error)
             && put_in_place (fresh, path, busy_timeout_ms, kept_as, error);
  if (!restored)
    g_unlink (fresh);
  return restored;
}

/**
 * hip_store_restore:
 * @backup: a file that hip_store_backup() made, or any log
 * @path: where the log lies or shall lie; nobody may have it open
 * @kept_as: (out) (optional) (nullable) (transfer full): the file that the
 *   present log was kept as; %NULL if there was none
 * @error: return location for a #HipStoreError
 *
 * Puts a backup in the place of the log, once it is proven to be whole. The
 * present log is kept beside it. The backup of an older HipLog is brought up to
 * date when it is opened next.
 *
 * Returns: whether @path is now what @backup was
 */
gboolean
hip_store_restore (const char *backup, const char *path, char **kept_as, GError **error)
{
  return hip_store_restore_full (backup, path, HIP_STORE_BUSY_TIMEOUT_MS, kept_as, error);
}
