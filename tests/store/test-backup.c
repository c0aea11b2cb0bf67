// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "hip-store-private.h"
#include "store-fixture.h"

static void
add_run (HipStore *store, HipDay date)
{
  g_autoptr (HipRun) run = make_most (HIP_RECORD_RUN, date);

  hip_record_unref (apply_one (store, NULL, run));
}

static void
make_log (const char *path, HipDay today, guint n_runs)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HipStore) store = hip_store_open (path, HIP_STORE_OPEN_CREATE, &error);
  g_autoptr (HipChange) change = hip_change_new ("Test");
  g_autoptr (HipChange) applied = NULL;

  g_assert_no_error (error);
  for (guint i = 0; i < n_runs; i++)
    {
      g_autoptr (HipRun) run = make_most (HIP_RECORD_RUN, today - (HipDay) i);

      hip_change_insert (change, run);
    }

  applied = hip_store_apply (store, change, today, &error);
  g_assert_no_error (error);
}

static void
assert_n_runs (const char *path, guint n_runs)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HipStore) store = hip_store_open (path, HIP_STORE_OPEN_READ_ONLY, &error);
  g_autoptr (GPtrArray) problems = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (count_records (store), ==, n_runs);
  problems = hip_store_check (store, NULL);
  g_assert_cmpuint (problems->len, ==, 0);
}

/* --- Backup --- */

static void
test_backup (Fixture *fixture, gconstpointer data)
{
  g_autofree char *dest = fixture_build_path (fixture, "backup.db");
  g_autoptr (GError) error = NULL;
  g_autoptr (HipStore) store = fixture_open (fixture);
  g_autoptr (HipStore) copy = NULL;
  g_autoptr (HipHistory) history = NULL;
  g_autoptr (HipHistory) copied = NULL;
  GStatBuf status;

  for (guint kind = 0; kind < HIP_N_RECORD_KINDS; kind++)
    {
      HipRecord *record = make_most (kind, fixture->today);

      hip_record_unref (apply_one (store, NULL, record));
      hip_record_unref (record);
    }
  g_assert_true (hip_store_backup (store, dest, &error));
  g_assert_no_error (error);

  g_assert_cmpint (g_stat (dest, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
  copy = hip_store_open (dest, HIP_STORE_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  history = hip_store_load (store, NULL);
  copied = hip_store_load (copy, NULL);
  assert_same_history (history, copied);
}

static void
test_backup_replaces (Fixture *fixture, gconstpointer data)
{
  g_autofree char *dest = fixture_build_path (fixture, "backup.db");
  g_autoptr (HipStore) store = fixture_open (fixture);

  add_run (store, fixture->today);
  g_assert_true (hip_store_backup (store, dest, NULL));
  add_run (store, fixture->today);
  g_assert_true (hip_store_backup (store, dest, NULL));
  assert_n_runs (dest, 2);
}

static void
assert_backup_refused (HipStore *store, const char *dest)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (hip_store_backup (store, dest, &error));
  g_assert_error (error, HIP_STORE_ERROR, HIP_STORE_ERROR_FAILED);
}

static void
test_backup_spares_the_log (Fixture *fixture, gconstpointer data)
{
  g_autofree char *wal = fixture_build_path (fixture, "log.db-wal");
  g_autofree char *new_wal = fixture_build_path (fixture, "./log.db-journal");
  g_autofree char *link = fixture_build_path (fixture, "link.db");
  g_autoptr (HipStore) store = fixture_open (fixture);

  add_run (store, fixture->today);
  g_assert_cmpint (symlink (fixture->path, link), ==, 0);
  assert_backup_refused (store, fixture->path);
  assert_backup_refused (store, link);
  assert_backup_refused (store, wal);
  assert_backup_refused (store, new_wal);
  g_assert_cmpuint (count_records (store), ==, 1);
}

/* As root it could be a device. */
static void
test_backup_over_pipe (Fixture *fixture, gconstpointer data)
{
  g_autofree char *dest = fixture_build_path (fixture, "pipe");
  g_autoptr (HipStore) store = fixture_open (fixture);
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  g_assert_cmpint (mkfifo (dest, 0600), ==, 0);
  g_assert_false (hip_store_backup (store, dest, &error));
  g_assert_error (error, HIP_STORE_ERROR, HIP_STORE_ERROR_FAILED);
  g_assert_cmpint (g_stat (dest, &status), ==, 0);
  g_assert_true (S_ISFIFO (status.st_mode));
}

static void
test_backup_nowhere (Fixture *fixture, gconstpointer data)
{
  g_autofree char *dest = fixture_build_path (fixture, "missing/backup.db");
  g_autoptr (HipStore) store = fixture_open (fixture);

  assert_backup_refused (store, dest);
}

/* What fails on the way leaves the older backup as it is, and nothing half-made. */
static void
test_backup_fails (Fixture *fixture, gconstpointer data)
{
  g_autofree char *dest = fixture_build_path (fixture, "backup.db");
  g_autoptr (GError) error = NULL;
  g_autoptr (HipStore) store = fixture_open (fixture);
  guint n_files;

  add_run (store, fixture->today);
  g_assert_true (hip_store_backup (store, dest, NULL));
  n_files = count_files (fixture->folder);

  g_assert_true (hip_sqlite_exec (store->db, "BEGIN", NULL));
  g_assert_false (hip_store_backup (store, dest, &error));
  g_assert_true (hip_sqlite_exec (store->db, "ROLLBACK", NULL));
  g_assert_error (error, HIP_STORE_ERROR, HIP_STORE_ERROR_FAILED);
  g_assert_cmpuint (count_files (fixture->folder), ==, n_files);
  assert_n_runs (dest, 1);
}

static void
test_backup_of_read_only (Fixture *fixture, gconstpointer data)
{
  g_autofree char *dest = fixture_build_path (fixture, "backup.db");
  g_autoptr (GError) error = NULL;
  g_autoptr (HipStore) store = NULL;
  int query_only = 0;

  make_log (fixture->path, fixture->today, 1);
  store = hip_store_open (fixture->path, HIP_STORE_OPEN_READ_ONLY, NULL);
  g_assert_true (hip_store_backup (store, dest, &error));
  g_assert_no_error (error);
  assert_n_runs (dest, 1);
  g_assert_true (hip_sqlite_get_int (store->db, "PRAGMA query_only", &query_only, NULL));
  g_assert_cmpint (query_only, ==, 1);
}

/* --- Restore --- */

static void
test_restore (Fixture *fixture, gconstpointer data)
{
  g_autofree char *backup = fixture_build_path (fixture, "backup.db");
  g_autofree char *kept_as = NULL;
  g_autofree char *prefix = fixture_build_path (fixture, "log.db.before-restore-");
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  make_log (backup, fixture->today, 3);
  make_log (fixture->path, fixture->today, 5);
  g_assert_true (hip_store_restore (backup, fixture->path, &kept_as, &error));
  g_assert_no_error (error);

  g_assert_true (g_str_has_prefix (kept_as, prefix));
  assert_n_runs (fixture->path, 3);
  assert_n_runs (kept_as, 5);
  assert_n_runs (backup, 3);
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpuint (count_files (fixture->folder), ==, 3);
}

static void
test_restore_twice (Fixture *fixture, gconstpointer data)
{
  g_autofree char *backup = fixture_build_path (fixture, "backup.db");
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  make_log (backup, fixture->today, 3);
  make_log (fixture->path, fixture->today, 5);
  g_assert_true (hip_store_restore (backup, fixture->path, &first, NULL));
  g_assert_true (hip_store_restore (backup, fixture->path, &second, NULL));
  g_assert_cmpstr (first, !=, second);
  assert_n_runs (first, 5);
  assert_n_runs (second, 3);
}

static void
test_restore_to_nothing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_build_path (fixture, "new/log.db");
  g_autofree char *kept_as = NULL;

  make_log (fixture->path, fixture->today, 2);
  g_assert_true (hip_store_restore (fixture->path, path, &kept_as, NULL));
  g_assert_null (kept_as);
  assert_n_runs (path, 2);
}

/* Killed before its write-ahead log went into the file: what is kept has it all. */
static void
test_restore_over_crashed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *backup = fixture_build_path (fixture, "backup.db");
  g_autofree char *live = fixture_build_path (fixture, "live.db");
  g_autofree char *live_wal = fixture_build_path (fixture, "live.db-wal");
  g_autofree char *wal = fixture_build_path (fixture, "log.db-wal");
  g_autofree char *kept_as = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) wal_bytes = NULL;
  HipStore *store;

  make_log (backup, fixture->today, 3);
  store = hip_store_open (live, HIP_STORE_OPEN_CREATE, NULL);
  add_run (store, fixture->today);
  bytes = read_bytes (live);
  wal_bytes = read_bytes (live_wal);
  g_file_set_contents (fixture->path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                       NULL);
  g_file_set_contents (wal, g_bytes_get_data (wal_bytes, NULL), g_bytes_get_size (wal_bytes), NULL);
  hip_store_close (store);

  g_assert_true (hip_store_restore (backup, fixture->path, &kept_as, NULL));
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
  assert_n_runs (fixture->path, 3);
  assert_n_runs (kept_as, 1);
}

static void
test_restore_over_damaged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *backup = fixture_build_path (fixture, "backup.db");
  g_autofree char *wal = fixture_build_path (fixture, "log.db-wal");
  g_autofree char *kept_as = NULL;
  g_autofree char *kept_wal = NULL;
  g_autofree char *kept = NULL;

  make_log (backup, fixture->today, 3);
  g_assert_true (g_file_set_contents (fixture->path, "ruins", -1, NULL));
  g_assert_true (g_file_set_contents (wal, "more ruins", -1, NULL));
  g_assert_true (hip_store_restore (backup, fixture->path, &kept_as, NULL));

  assert_n_runs (fixture->path, 3);
  g_assert_true (g_file_get_contents (kept_as, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "ruins");
  kept_wal = g_strconcat (kept_as, "-wal", NULL);
  g_assert_true (g_file_test (kept_wal, G_FILE_TEST_EXISTS));
}

static void
assert_restore_refused (Fixture *fixture, const char *backup, HipStoreError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) before = read_bytes (fixture->path);
  g_autoptr (GBytes) after = NULL;
  g_autofree char *kept_as = NULL;
  guint n_files = count_files (fixture->folder);

  g_assert_false (hip_store_restore_full (backup, fixture->path, 0, &kept_as, &error));
  g_assert_error (error, HIP_STORE_ERROR, code);
  g_assert_null (kept_as);
  after = read_bytes (fixture->path);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_cmpuint (count_files (fixture->folder), ==, n_files);
}

/* A folder given in place of a log must not be renamed. */
static void
test_restore_over_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = fixture_build_path (fixture, "documents");
  g_autoptr (GError) error = NULL;

  make_log (fixture->path, fixture->today, 1);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_false (hip_store_restore (fixture->path, folder, NULL, &error));
  g_assert_error (error, HIP_STORE_ERROR, HIP_STORE_ERROR_FAILED);
  g_assert_true (g_file_test (folder, G_FILE_TEST_IS_DIR));
  g_assert_cmpuint (count_files (fixture->folder), ==, 2);
}

static void
test_restore_refuses (Fixture *fixture, gconstpointer data)
{
  g_autofree char *backup = fixture_build_path (fixture, "backup.db");
  g_autofree char *missing = fixture_build_path (fixture, "missing.db");
  g_autoptr (GBytes) bytes = NULL;

  make_log (fixture->path, fixture->today, 1);
  assert_restore_refused (fixture, missing, HIP_STORE_ERROR_NOT_FOUND);
  assert_restore_refused (fixture, fixture->path, HIP_STORE_ERROR_FAILED);

  g_assert_true (g_file_set_contents (backup, "hello", -1, NULL));
  assert_restore_refused (fixture, backup, HIP_STORE_ERROR_NOT_A_LOG);
  g_unlink (backup);

  make_log (backup, fixture->today, 200);
  bytes = read_bytes (backup);
  g_assert_true (g_file_set_contents (backup, g_bytes_get_data (bytes, NULL),
                                      g_bytes_get_size (bytes) / 2, NULL));
  assert_restore_refused (fixture, backup, HIP_STORE_ERROR_CORRUPT);
  g_unlink (backup);

  make_log (backup, fixture->today, 3);
  raw_exec (backup, "UPDATE runs SET shoe_id = 9");
  assert_restore_refused (fixture, backup, HIP_STORE_ERROR_CORRUPT);
  raw_exec (backup, "PRAGMA user_version = 4");
  assert_restore_refused (fixture, backup, HIP_STORE_ERROR_NEWER);
}

/* Somebody who still has the log open would go on writing into what was put aside. */
static void
test_restore_while_open (Fixture *fixture, gconstpointer data)
{
  g_autofree char *backup = fixture_build_path (fixture, "backup.db");
  g_autoptr (HipStore) store = NULL;

  make_log (backup, fixture->today, 3);
  make_log (fixture->path, fixture->today, 1);
  store = fixture_open (fixture);
  g_assert_cmpuint (count_records (store), ==, 1);
  assert_restore_refused (fixture, backup, HIP_STORE_ERROR_LOCKED);
  add_run (store, fixture->today);
  g_assert_cmpuint (count_records (store), ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD_TEST ("/backup/all", test_backup);
  ADD_TEST ("/backup/replaces", test_backup_replaces);
  ADD_TEST ("/backup/spares-the-log", test_backup_spares_the_log);
  ADD_TEST ("/backup/nowhere", test_backup_nowhere);
  ADD_TEST ("/backup/over-pipe", test_backup_over_pipe);
  ADD_TEST ("/backup/fails", test_backup_fails);
  ADD_TEST ("/backup/of-read-only", test_backup_of_read_only);
  ADD_TEST ("/restore/all", test_restore);
  ADD_TEST ("/restore/twice", test_restore_twice);
  ADD_TEST ("/restore/to-nothing", test_restore_to_nothing);
  ADD_TEST ("/restore/over-crashed", test_restore_over_crashed);
  ADD_TEST ("/restore/over-damaged", test_restore_over_damaged);
  ADD_TEST ("/restore/refuses", test_restore_refuses);
  ADD_TEST ("/restore/over-folder", test_restore_over_folder);
  ADD_TEST ("/restore/while-open", test_restore_while_open);

  return g_test_run ();
}
