// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* The first page begins with this much about the file. */
#define HEADER_SIZE 100

typedef struct
{
  guint8 bytes[HEADER_SIZE];
  gsize size;           /* of the file as far as the header goes */
  gboolean has_journal; /* then the file alone does not tell its state */
} Header;

static gboolean
has_content (const char *path, const char *suffix)
{
  g_autofree char *name = g_strconcat (path, suffix, NULL);
  GStatBuf status;

  return g_stat (name, &status) == 0 && status.st_size > 0;
}

static gboolean
set_open_error (GError **error, const char *path, int error_number)
{
  g_autofree char *name = g_filename_display_name (path);

  if (error_number == ENOENT)
    g_set_error (error, HIP_STORE_ERROR, HIP_STORE_ERROR_NOT_FOUND,
                 _ ("There is no log at “%s”. Check the name."), name);
  else
    /* Translators: a file name, then a reason such as “Permission denied”. */
    g_set_error (error, HIP_STORE_ERROR, HIP_STORE_ERROR_FAILED,
                 /* Translators: a file, then a reason such as “Permission denied”. */
                 _ ("“%1$s” could not be opened: %2$s."), name, g_strerror (error_number));
  return FALSE;
}

static gboolean
refuse_stranger (GError **error)
{
  g_set_error_literal (error, HIP_STORE_ERROR, HIP_STORE_ERROR_NOT_A_LOG,
                       _ ("This file is not a HipLog log. Choose another file."));
  return FALSE;
}

/* The bytes are read by way of SQLite. To open and close the file ourselves would drop the locks
 * of every other connection that this process has to it. */
static gboolean
read_header (const char *path, Header *header, GError **error)
{
  g_autoptr (sqlite3) db = NULL;
  sqlite3_file *file = NULL;
  GStatBuf status;
  int rc;

  if (g_stat (path, &status) < 0)
    return set_open_error (error, path, errno);
  /* A folder has no bytes, and to open a pipe would wait for ever. */
  if (!S_ISREG (status.st_mode))
    return refuse_stranger (error);
  db = hip_sqlite_open_immutable (path, error);
  if (db == NULL)
    return FALSE;

  sqlite3_file_control (db, "main", SQLITE_FCNTL_FILE_POINTER, &file);
  rc = file->pMethods->xRead (file, header->bytes, HEADER_SIZE, 0);
  if (rc != SQLITE_OK && rc != SQLITE_IOERR_SHORT_READ)
    {
      hip_sqlite_set_error (error, db, rc);
      return FALSE;
    }

  header->size = MIN (status.st_size, HEADER_SIZE);
  header->has_journal = has_content (path, "-wal") || has_content (path, "-journal");
  return TRUE;
}

/* Big-endian, as the file format has it. */
static int
header_get_int (const Header *header, gsize offset)
{
  guint32 value;

  memcpy (&value, header->bytes + offset, sizeof value);
  return (int) GUINT32_FROM_BE (value);
}

static gboolean
header_is_wal (const Header *header)
{
  return header->size == HEADER_SIZE && header->bytes[18] == 2;
}

static gboolean
check_identity (int application_id, int version, const HipSchema *schema, GError **error)
{
  if (application_id != HIP_STORE_APPLICATION_ID)
    return refuse_stranger (error);

  if (version > schema->n_steps)
    {
      g_set_error (error, HIP_STORE_ERROR, HIP_STORE_ERROR_NEWER,
                   /* Translators: two version numbers of the file format. */
                   _ ("This log was written by a newer HipLog (format %1$d; this one knows up to "
                      "%2$d) and was left as it is. Update HipLog to open it."),
                   version, schema->n_steps);
      return FALSE;
    }

  return TRUE;
}

/* Refuses what must not be touched before SQLite gets to see it: even to open and close a file
 * may write to it. */
static gboolean
check_header (const Header *header, gboolean may_be_new, const HipSchema *schema, GError **error)
{
  if (header->size == 0 && (may_be_new || header->has_journal))
    return TRUE;
  if (header->size < HEADER_SIZE || memcmp (header->bytes, "SQLite format 3", 16) != 0)
    return refuse_stranger (error);

  return header->has_journal
         || check_identity (header_get_int (header, 68), header_get_int (header, 60), schema,
                            error);
}

static gboolean
make_file (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd;

  if (g_mkdir_with_parents (folder, 0700) < 0)
    {
      hip_sqlite_set_file_error (error, folder, errno);
      return FALSE;
    }

  fd = g_open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd < 0 && errno != EEXIST)
    {
      hip_sqlite_set_file_error (error, path, errno);
      return FALSE;
    }

  if (fd >= 0)
    close (fd);
  return TRUE;
}

/* Where the medium lets us, the connection could write but is told not to: so it can tidy up the
 * write-ahead log behind itself. On a medium that cannot change, a log that was closed properly is
 * read without any of the files that SQLite would want to make beside it. */
static sqlite3 *
connect_read_only (const char *path, const Header *header, int busy_timeout_ms, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (sqlite3) db = NULL;

  if (g_access (path, W_OK) == 0 && g_access (folder, W_OK) == 0)
    db = hip_sqlite_open (path, SQLITE_OPEN_READWRITE, busy_timeout_ms, error);
  else if (header->has_journal || !header_is_wal (header))
    db = hip_sqlite_open (path, SQLITE_OPEN_READONLY, busy_timeout_ms, error);
  else
    db = hip_sqlite_open_immutable (path, error);

  if (db == NULL || !hip_sqlite_exec (db, "PRAGMA query_only = ON", error))
    return NULL;
  return g_steal_pointer (&db);
}

static gboolean
identify (sqlite3 *db, const HipSchema *schema, gboolean may_be_new, int *version, GError **error)
{
  int application_id;
  int n_pages;

  if (!hip_sqlite_get_int (db, "PRAGMA application_id", &application_id, error)
      || !hip_sqlite_get_int (db, "PRAGMA user_version", version, error)
      || !hip_sqlite_get_int (db, "PRAGMA page_count", &n_pages, error))
    return FALSE;

  return (n_pages == 0 && may_be_new) || check_identity (application_id, *version, schema, error);
}

/* Until it is known whose file it is, closing must not write what was left over into it. */
static gboolean
identify_untouched (sqlite3 *db,
                    const Header *header,
                    const HipSchema *schema,
                    gboolean may_be_new,
                    int *version,
                    GError **error)
{
  sqlite3_db_config (db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, header->has_journal, NULL);
  if (!identify (db, schema, may_be_new, version, error))
    return FALSE;

  sqlite3_db_config (db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
  return TRUE;
}

static gboolean
prepare_for_reading (const HipSchema *schema, int version, int flags, GError **error)
{
  if (version == schema->n_steps || (flags & HIP_STORE_OPEN_ANY_VERSION))
    return TRUE;

  g_set_error_literal (error, HIP_STORE_ERROR, HIP_STORE_ERROR_READ_ONLY,
                       _ ("This log is of an older HipLog and must be brought up to date before it "
                          "can be read. Open it once where it may be changed."));
  return FALSE;
}

static gboolean
prepare_for_writing (sqlite3 *db, const HipSchema *schema, const char *path, GError **error)
{
  if (sqlite3_db_readonly (db, "main") == 1)
    {
      hip_sqlite_set_error (error, db, SQLITE_READONLY);
      return FALSE;
    }

  return hip_sqlite_exec (db, "PRAGMA synchronous = FULL", error)
         && hip_schema_migrate (db, schema, path, error)
         && hip_sqlite_exec (db, "PRAGMA journal_mode = WAL", error);
}

/* Asked before SQLite is: it would open the file all the same, for reading, and leave files beside
 * it that nobody may write to even when the log is made writable later. */
static sqlite3 *
connect_to_write (const char *path, int busy_timeout_ms, GError **error)
{
  if (g_access (path, W_OK) == 0)
    return hip_sqlite_open (path, SQLITE_OPEN_READWRITE, busy_timeout_ms, error);

  hip_sqlite_set_error (error, NULL, SQLITE_READONLY);
  return NULL;
}

static sqlite3 *
connect (const char *path,
         HipStoreOpenFlags flags,
         const HipSchema *schema,
         int busy_timeout_ms,
         GError **error)
{
  g_autoptr (sqlite3) db = NULL;
  gboolean read_only = (flags & HIP_STORE_OPEN_READ_ONLY) != 0;
  gboolean may_be_new = (flags & HIP_STORE_OPEN_CREATE) != 0;
  Header header;
  int version;

  if (!read_header (path, &header, error) || !check_header (&header, may_be_new, schema, error))
    return NULL;

  db = read_only ? connect_read_only (path, &header, busy_timeout_ms, error)
                 : connect_to_write (path, busy_timeout_ms, error);
  if (db == NULL || !identify_untouched (db, &header, schema, may_be_new, &version, error))
    return NULL;
  if (read_only ? !prepare_for_reading (schema, version, flags, error)
                : !prepare_for_writing (db, schema, path, error))
    return NULL;

  return g_steal_pointer (&db);
}

/**
 * hip_store_open_full: (skip)
 * @path: the file
 * @flags: how
 * @schema: the versions there are
 * @busy_timeout_ms: how long to wait for another program
 * @error: return location
 *
 * What hip_store_open() does, with everything adjustable.
 *
 * Returns: (transfer full): the store
 */
HipStore *
hip_store_open_full (const char *path,
                     HipStoreOpenFlags flags,
                     const HipSchema *schema,
                     int busy_timeout_ms,
                     GError **error)
{
  sqlite3 *db;
  HipStore *self;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (!(flags & HIP_STORE_OPEN_CREATE) || !(flags & HIP_STORE_OPEN_READ_ONLY),
                        NULL);

  if ((flags & HIP_STORE_OPEN_CREATE) && !make_file (path, error))
    return NULL;
  db = connect (path, flags, schema, busy_timeout_ms, error);
  if (db == NULL)
    return NULL;

  self = g_new0 (HipStore, 1);
  self->path = g_strdup (path);
  self->db = db;
  self->thread = g_thread_self ();
  self->is_read_only = (flags & HIP_STORE_OPEN_READ_ONLY) != 0;
  return self;
}
