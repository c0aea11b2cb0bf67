// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-sqlite.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "hip-store.h"

static const char *
message_for_code (int primary, HipStoreError *code)
{
  switch (primary)
    {
    case SQLITE_NOTADB:
      *code = HIP_STORE_ERROR_NOT_A_LOG;
      return _ ("This file is not a HipLog log. Choose another file.");
    case SQLITE_CORRUPT:
      *code = HIP_STORE_ERROR_CORRUPT;
      return _ ("The log is damaged. Restore it from a backup.");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      *code = HIP_STORE_ERROR_LOCKED;
      return _ ("Another program is using the log. Close it there and try again.");
    case SQLITE_READONLY:
      *code = HIP_STORE_ERROR_READ_ONLY;
      return _ ("The log may not be changed. Check the permissions of the file and its folder.");
    case SQLITE_FULL:
      *code = HIP_STORE_ERROR_FULL;
      return _ ("There is no room left on the disk. Free some space and try again.");
    case SQLITE_CONSTRAINT:
      *code = HIP_STORE_ERROR_CONFLICT;
      return _ ("The log has changed meanwhile and this no longer fits. Look at it again.");
    default:
      *code = HIP_STORE_ERROR_FAILED;
      return NULL;
    }
}

/**
 * hip_sqlite_set_error: (skip)
 * @error: (out) (optional): where the error goes
 * @db: (nullable): the connection that failed
 * @code: its result code, extended or not
 *
 * Sets an error of the store's domain: one sentence that says what to do, with
 * SQLite's own words behind it where they tell more.
 */
void
hip_sqlite_set_error (GError **error, sqlite3 *db, int code)
{
  HipStoreError store_code;
  const char *sentence = message_for_code (code & 0xff, &store_code);
  const char *detail = db != NULL ? sqlite3_errmsg (db) : sqlite3_errstr (code);

  if (sentence != NULL)
    g_set_error_literal (error, HIP_STORE_ERROR, store_code, sentence);
  else
    /* Translators: %s is a technical reason, such as “disk I/O error”. */
    g_set_error (error, HIP_STORE_ERROR, store_code,
                 /* Translators: a technical reason, not translated. */
                 _ ("The log could not be read or written: %s. Check the disk and the folder."),
                 detail);
  g_debug ("SQLite says %d: %s", code, detail);
}

/* SQLite gives each cache of pages room for twenty at once, and each list of words in a CHECK has a
 * cache of its own that is made anew for every row: one page at a time does. And what it needs to
 * take back a statement of many rows goes to a file; it is small enough for memory. Where another
 * library was first to use SQLite, all stays as it is. */
static void
configure_once (void)
{
  static gsize done = 0;

  if (!g_once_init_enter (&done))
    return;
  sqlite3_config (SQLITE_CONFIG_PAGECACHE, NULL, 0, 0);
  sqlite3_config (SQLITE_CONFIG_STMTJRNL_SPILL, -1);
  g_once_init_leave (&done, 1);
}

/* A log may come from anybody (a backup, a shared folder): nothing in it may run. */
static void
harden (sqlite3 *db)
{
  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
}

/**
 * hip_sqlite_open: (skip)
 * @path: file name or, with %SQLITE_OPEN_URI, a URI
 * @flags: %SQLITE_OPEN_READWRITE and the like
 * @busy_timeout_ms: how long to wait for another writer
 * @error: return location
 *
 * Opens a connection that checks what it reads and runs nothing that the file
 * brings along. It is for the calling thread alone.
 *
 * Returns: (transfer full): the connection
 */
sqlite3 *
hip_sqlite_open (const char *path, int flags, int busy_timeout_ms, GError **error)
{
  g_autoptr (sqlite3) db = NULL;
  int rc;

  configure_once ();
  rc = sqlite3_open_v2 (path, &db, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
  if (rc != SQLITE_OK)
    {
      hip_sqlite_set_error (error, db, rc);
      return NULL;
    }

  sqlite3_busy_timeout (db, busy_timeout_ms);
  harden (db);
  if (!hip_sqlite_exec (db, "PRAGMA cell_size_check = ON; PRAGMA foreign_keys = ON", error))
    return NULL;

  return g_steal_pointer (&db);
}

/**
 * hip_sqlite_open_immutable: (skip)
 * @path: the file
 * @error: return location
 *
 * Opens what is in the file itself: no locks, no write-ahead log, and nothing is
 * made, changed or deleted beside it. Only for files that nobody writes to now,
 * or for a first look.
 *
 * Returns: (transfer full): the connection
 */
sqlite3 *
hip_sqlite_open_immutable (const char *path, GError **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *uri = g_filename_to_uri (absolute, NULL, NULL);
  g_autofree char *immutable = g_strconcat (uri, "?immutable=1", NULL);

  return hip_sqlite_open (immutable, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, 0, error);
}

/**
 * hip_sqlite_prepare: (skip)
 * @db: the connection
 * @sql: one statement
 * @error: return location
 *
 * Returns: (transfer full): the statement
 */
sqlite3_stmt *
hip_sqlite_prepare (sqlite3 *db, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;
  int rc = sqlite3_prepare_v3 (db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);

  /* The statements are right, so it is the file that lacks a table or a column. */
  if (rc != SQLITE_OK)
    hip_sqlite_set_error (error, db, rc == SQLITE_ERROR ? SQLITE_CORRUPT : rc);
  return statement;
}

/**
 * hip_sqlite_exec: (skip)
 * @db: the connection
 * @sql: statements whose rows nobody wants
 * @error: return location
 *
 * Returns: whether all of them ran
 */
gboolean
hip_sqlite_exec (sqlite3 *db, const char *sql, GError **error)
{
  int rc = sqlite3_exec (db, sql, NULL, NULL, NULL);

  if (rc == SQLITE_OK)
    return TRUE;

  hip_sqlite_set_error (error, db, rc);
  return FALSE;
}

/**
 * hip_sqlite_get_int: (skip)
 * @db: the connection
 * @sql: a statement that yields one number
 * @value: (out): the number
 * @error: return location
 *
 * Returns: whether there was one
 */
gboolean
hip_sqlite_get_int (sqlite3 *db, const char *sql, int *value, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = hip_sqlite_prepare (db, sql, error);
  int rc;

  if (statement == NULL)
    return FALSE;

  rc = sqlite3_step (statement);
  if (rc != SQLITE_ROW)
    {
      hip_sqlite_set_error (error, db, rc);
      return FALSE;
    }

  *value = sqlite3_column_int (statement, 0);
  return TRUE;
}

/**
 * hip_sqlite_set_file_error: (skip)
 * @error: (out) (optional): where the error goes
 * @path: the file that could not be written
 * @error_number: the reason, from errno
 *
 * Sets an error of the store's domain for a failed system call.
 */
void
hip_sqlite_set_file_error (GError **error, const char *path, int error_number)
{
  g_autofree char *name = g_filename_display_name (path);
  HipStoreError code = HIP_STORE_ERROR_FAILED;

  if (error_number == ENOSPC || error_number == EDQUOT)
    code = HIP_STORE_ERROR_FULL;
  else if (error_number == EROFS || error_number == EACCES || error_number == EPERM)
    code = HIP_STORE_ERROR_READ_ONLY;

  /* Translators: a file name, then a reason such as “Permission denied”. */
  g_set_error (error, HIP_STORE_ERROR, code, _ ("“%1$s” could not be written: %2$s."), name,
               g_strerror (error_number));
}

static gboolean
sync_one (const char *path, int flags, GError **error)
{
  int fd = g_open (path, flags | O_CLOEXEC, 0);

  if (fd < 0 || fsync (fd) < 0)
    {
      hip_sqlite_set_file_error (error, path, errno);
      if (fd >= 0)
        close (fd);
      return FALSE;
    }

  close (fd);
  return TRUE;
}

/**
 * hip_sqlite_sync: (skip)
 * @path: a file just written, renamed or linked
 * @error: return location
 *
 * Waits until the file and its name in the folder are on the disk.
 *
 * Returns: whether they are
 */
gboolean
hip_sqlite_sync (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return sync_one (path, O_RDONLY, error) && sync_one (folder, O_RDONLY | O_DIRECTORY, error);
}

static char *
make_temporary_beside (const char *dest, GError **error)
{
  g_autofree char *template = g_strdup_printf ("%s.XXXXXX", dest);
  int fd = g_mkstemp_full (template, O_RDWR | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      hip_sqlite_set_file_error (error, dest, errno);
      return NULL;
    }

  close (fd);
  return g_steal_pointer (&template);
}

static gboolean
vacuum_into_file (sqlite3 *db, const char *path, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = hip_sqlite_prepare (db, "VACUUM INTO ?", error);
  int rc;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_text (statement, 1, path, -1, SQLITE_STATIC);
  rc = sqlite3_step (statement);
  if (rc != SQLITE_DONE)
    hip_sqlite_set_error (error, db, rc);
  return rc == SQLITE_DONE;
}

/**
 * hip_sqlite_vacuum_into: (skip)
 * @db: a connection outside of a transaction
 * @dest: the file to make or replace
 * @error: return location
 *
 * Writes a consistent copy of the database, readable by its owner only. @dest
 * is replaced in one step when the copy is whole and on the disk.
 *
 * Returns: whether @dest is the copy
 */
gboolean
hip_sqlite_vacuum_into (sqlite3 *db, const char *dest, GError **error)
{
  g_autofree char *temporary = make_temporary_beside (dest, error);

  if (temporary == NULL)
    return FALSE;

  if (vacuum_into_file (db, temporary, error) && hip_sqlite_sync (temporary, error))
    {
      if (g_rename (temporary, dest) == 0)
        return hip_sqlite_sync (dest, error);
      hip_sqlite_set_file_error (error, dest, errno);
    }

  g_unlink (temporary);
  return FALSE;
}
