// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "hip-store-private.h"
#include "store-fixture.h"

#define PAGE_SIZE 4096

/* A log of many pages, closed properly: one plain file. */
static void
fill_log (Fixture *fixture)
{
  g_autoptr (HipStore) store = fixture_open (fixture);
  g_autoptr (HipChange) change = hip_change_new ("Test");
  g_autoptr (HipChange) applied = NULL;

  for (int i = 0; i < 200; i++)
    {
      g_autoptr (HipRun) run = make_most (HIP_RECORD_RUN, fixture->today - i);

      hip_change_insert (change, run);
    }

  applied = hip_store_apply (store, change, fixture->today, NULL);
  g_assert_nonnull (applied);
}

static void
write_bytes (const char *path, gconstpointer bytes, gsize size)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, bytes, size, &error);
  g_assert_no_error (error);
}

static void
assert_refused (Fixture *fixture, HipStoreOpenFlags flags, HipStoreError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) before = read_bytes (fixture->path);
  g_autoptr (GBytes) after = NULL;
  guint n_files = count_files (fixture->folder);

  g_assert_null (hip_store_open (fixture->path, flags, &error));
  g_assert_error (error, HIP_STORE_ERROR, code);
  after = read_bytes (fixture->path);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_cmpuint (count_files (fixture->folder), ==, n_files);
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (hip_store_open (fixture->path, HIP_STORE_OPEN_NONE, &error));
  g_assert_error (error, HIP_STORE_ERROR, HIP_STORE_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, fixture->path));
  g_clear_error (&error);

  g_assert_null (hip_store_open (fixture->path, HIP_STORE_OPEN_READ_ONLY, &error));
  g_assert_error (error, HIP_STORE_ERROR, HIP_STORE_ERROR_NOT_FOUND);
  g_assert_cmpuint (count_files (fixture->folder), ==, 0);
}

static void
test_not_a_log (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = g_strnfill (3 * PAGE_SIZE, 'x');

  write_bytes (fixture->path, "hello", 5);
  assert_refused (fixture, HIP_STORE_OPEN_NONE, HIP_STORE_ERROR_NOT_A_LOG);
  assert_refused (fixture, HIP_STORE_OPEN_CREATE, HIP_STORE_ERROR_NOT_A_LOG);
  write_bytes (fixture->path, text, 3 * PAGE_SIZE);
  assert_refused (fixture, HIP_STORE_OPEN_CREATE, HIP_STORE_ERROR_NOT_A_LOG);
  assert_refused (fixture, HIP_STORE_OPEN_READ_ONLY, HIP_STORE_ERROR_NOT_A_LOG);
  write_bytes (fixture->path, "", 0);
  assert_refused (fixture, HIP_STORE_OPEN_NONE, HIP_STORE_ERROR_NOT_A_LOG);
}

static void
test_database_of_another (Fixture *fixture, gconstpointer data)
{
  sqlite3 *db = NULL;

  sqlite3_open (fixture->path, &db);
  raw_try (db, "CREATE TABLE runs (id); PRAGMA user_version = 1");
  sqlite3_close (db);
  assert_refused (fixture, HIP_STORE_OPEN_CREATE, HIP_STORE_ERROR_NOT_A_LOG);

  raw_exec (fixture->path, "PRAGMA application_id = 252006673; PRAGMA journal_mode = WAL");
  assert_refused (fixture, HIP_STORE_OPEN_CREATE, HIP_STORE_ERROR_NOT_A_LOG);
  assert_refused (fixture, HIP_STORE_OPEN_READ_ONLY, HIP_STORE_ERROR_NOT_A_LOG);
}

static void
test_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  g_assert_null (hip_store_open (fixture->path, HIP_STORE_OPEN_CREATE, &error));
  g_assert_error (error, HIP_STORE_ERROR, HIP_STORE_ERROR_NOT_A_LOG);
}

/* Nobody writes into it, so whoever waits for its bytes waits for ever. */
static void
test_pipe (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  g_assert_null (hip_store_open (fixture->path, HIP_STORE_OPEN_READ_ONLY, &error));
  g_assert_error (error, HIP_STORE_ERROR, HIP_STORE_ERROR_NOT_A_LOG);
}

/* Opening or loading says so; checking says so too, if the file opens. */
static void
assert_corrupt (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HipStore) store = hip_store_open (fixture->path, HIP_STORE_OPEN_NONE, &error);
  g_autoptr (GPtrArray) problems = NULL;

  if (store != NULL)
    {
      g_autoptr (GError) check_error = NULL;

      g_assert_null (hip_store_load (store, &error));
      problems = hip_store_check (store, &check_error);
      g_assert_no_error (check_error);
      g_assert_cmpuint (problems->len, >, 0);
    }

  g_assert_error (error, HIP_STORE_ERROR, HIP_STORE_ERROR_CORRUPT);
  g_assert_nonnull (strstr (error->message, "backup"));
}

static void
test_truncated (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = NULL;
  gsize size;

  fill_log (fixture);
  bytes = read_bytes (fixture->path);
  size = g_bytes_get_size (bytes);
  g_assert_cmpuint (size, >, 10 * PAGE_SIZE);

  write_bytes (fixture->path, g_bytes_get_data (bytes, NULL), size / 2);
  assert_corrupt (fixture);
  write_bytes (fixture->path, g_bytes_get_data (bytes, NULL), PAGE_SIZE);
  assert_corrupt (fixture);
  write_bytes (fixture->path, g_bytes_get_data (bytes, NULL), 50);
  assert_refused (fixture, HIP_STORE_OPEN_CREATE, HIP_STORE_ERROR_NOT_A_LOG);
}

static void
test_flipped_page (Fixture *fixture, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  g_autofree char *page = NULL;
  gsize size;
  gsize offset;

  fill_log (fixture);
  page = raw_get (fixture->path, "SELECT rootpage FROM sqlite_schema WHERE name = 'runs'");
  offset = (g_ascii_strtoull (page, NULL, 10) - 1) * PAGE_SIZE;
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &size, NULL));

  for (gsize i = 0; i < PAGE_SIZE; i++)
    bytes[offset + i] ^= 0xff;
  write_bytes (fixture->path, bytes, size);
  assert_corrupt (fixture);
}

static void
test_missing_table (Fixture *fixture, gconstpointer data)
{
  fill_log (fixture);
  raw_exec (fixture->path, "DROP TABLE dismissals");
  assert_corrupt (fixture);
}

/* One impossible row does not take the rest away, and the check names it. */
static void
test_impossible_row (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HipStore) store = NULL;
  g_autoptr (HipHistory) history = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  gboolean found = FALSE;

  fill_log (fixture);
  raw_exec (fixture->path, "PRAGMA ignore_check_constraints = ON;"
                           "UPDATE runs SET surface = 'lava' WHERE id = 7");
  store = fixture_open (fixture);

  g_test_expect_message ("hip-store", G_LOG_LEVEL_MESSAGE, "*Row 7 of “runs”*“surface”*left out*");
  history = hip_store_load (store, &error);
  g_test_assert_expected_messages ();
  g_assert_no_error (error);
  g_assert_cmpuint (hip_history_get_n_runs (history), ==, 199);
  g_assert_null (hip_history_get_run_by_id (history, 7));

  problems = hip_store_check (store, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    found = found || strstr (g_ptr_array_index (problems, i), "Row 7 of “runs”") != NULL;
  g_assert_true (found);
}

static void
test_check (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HipStore) store = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  fill_log (fixture);
  store = fixture_open (fixture);
  before = hip_store_check (store, NULL);
  g_assert_cmpuint (before->len, ==, 0);

  raw_exec (fixture->path, "PRAGMA foreign_keys = OFF;"
                           "UPDATE runs SET shoe_id = 5 WHERE id = 3;"
                           "UPDATE runs SET date = '2999-01-01' WHERE id = 4");
  after = hip_store_check (store, NULL);
  g_assert_cmpuint (after->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (after, 0), ==,
                   "Row 3 of “runs” refers to a row of “shoes” that is not there.");
  g_assert_true (g_str_has_prefix (g_ptr_array_index (after, 1), "Row 4 of “runs”: "));
}

static void
assert_apply_fails (Fixture *fixture, HipStore *store, HipStoreError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HipRun) run = make_most (HIP_RECORD_RUN, fixture->today);
  g_autoptr (HipChange) change = hip_change_new ("Test");
  guint before = count_records (store);

  for (int i = 0; i < 100; i++)
    hip_change_insert (change, run);
  g_assert_null (hip_store_apply (store, change, fixture->today, &error));
  g_assert_error (error, HIP_STORE_ERROR, code);
  g_assert_cmpuint (count_records (store), ==, before);
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  HipStore *store;

  fill_log (fixture);
  before = read_bytes (fixture->path);
  store = hip_store_open (fixture->path, HIP_STORE_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_records (store), ==, 200);
  assert_apply_fails (fixture, store, HIP_STORE_ERROR_READ_ONLY);
  hip_store_close (store);

  after = read_bytes (fixture->path);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

/* What only reads sees what is being written, and leaves it to the writer to tidy up. */
static void
test_read_beside_writer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HipStore) writer = NULL;
  g_autoptr (HipStore) reader = NULL;
  g_autoptr (HipRun) run = make_run (fixture->today, 5000);

  fill_log (fixture);
  writer = fixture_open (fixture);
  hip_record_unref (apply_one (writer, NULL, run));
  reader = hip_store_open (fixture->path, HIP_STORE_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_records (reader), ==, 201);
  hip_record_unref (apply_one (writer, NULL, run));
  g_assert_cmpuint (count_records (reader), ==, 202);
}

/* Permissions do not bind root, so whoever we are, the child is nobody. */
static int
read_as_nobody (Fixture *fixture, HipStoreOpenFlags flags)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HipStore) store = NULL;

  if (geteuid () == 0 && setresuid (65534, 65534, 65534) != 0)
    return 77;
  if (g_access (fixture->path, W_OK) == 0)
    return 77;

  store = hip_store_open (fixture->path, flags, &error);
  if (store == NULL)
    return error->code == HIP_STORE_ERROR_READ_ONLY ? 2 : 3;
  return count_records (store) == 200 ? 0 : 4;
}

static int
run_as_nobody (Fixture *fixture, HipStoreOpenFlags flags)
{
  int status;
  pid_t pid = fork ();

  if (pid == 0)
    _exit (read_as_nobody (fixture, flags));
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFEXITED (status));
  return WEXITSTATUS (status);
}

static void
test_read_only_medium (Fixture *fixture, gconstpointer data)
{
  int reading;
  int writing;

  fill_log (fixture);
  /* The folder of this test program, which is the runner's own. */
  g_assert_cmpint (g_chmod (g_get_tmp_dir (), 0755), ==, 0);
  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  reading = run_as_nobody (fixture, HIP_STORE_OPEN_READ_ONLY);
  writing = run_as_nobody (fixture, HIP_STORE_OPEN_NONE);
  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);

  if (reading == 77)
    {
      g_test_skip ("permissions do not bind here");
      return;
    }

  g_assert_cmpint (reading, ==, 0);
  g_assert_cmpint (writing, ==, 2);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

/* What SQLite leaves beside such a log would be as unwritable, and outlast its permissions. */
static void
test_read_only_file (Fixture *fixture, gconstpointer data)
{
  int writing;

  fill_log (fixture);
  g_assert_cmpint (g_chmod (g_get_tmp_dir (), 0755), ==, 0);
  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0777), ==, 0);
  writing = run_as_nobody (fixture, HIP_STORE_OPEN_NONE);
  if (writing == 77)
    {
      g_test_skip ("permissions do not bind here");
      return;
    }

  g_assert_cmpint (writing, ==, 2);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_locked_while_open (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HipStore) store = NULL;
  sqlite3 *db;

  fill_log (fixture);
  store =
      hip_store_open_full (fixture->path, HIP_STORE_OPEN_NONE, hip_schema_get_default (), 0, NULL);
  db = raw_open (fixture->path);
  g_assert_cmpint (raw_try (db, "BEGIN EXCLUSIVE"), ==, SQLITE_OK);
  assert_apply_fails (fixture, store, HIP_STORE_ERROR_LOCKED);
  g_assert_cmpint (raw_try (db, "ROLLBACK"), ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
test_locked_at_start (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HipStore) store = NULL;
  sqlite3 *db;

  fill_log (fixture);
  raw_exec (fixture->path, "PRAGMA journal_mode = DELETE");
  db = raw_open (fixture->path);
  g_assert_cmpint (raw_try (db, "BEGIN EXCLUSIVE"), ==, SQLITE_OK);
  g_assert_null (hip_store_open_full (fixture->path, HIP_STORE_OPEN_NONE, hip_schema_get_default (),
                                      0, &error));
  g_assert_error (error, HIP_STORE_ERROR, HIP_STORE_ERROR_LOCKED);
  sqlite3_close (db);

  store = fixture_open (fixture);
  g_assert_cmpuint (count_records (store), ==, 200);
}

/* Another program: locks do not bind the process that holds them. It starts before the log is
 * opened, so that it knows nothing of what this process holds, and goes on at a word. */
static pid_t
start_other_reader (const char *path, int *go)
{
  int fds[2];
  pid_t pid;
  char byte;

  g_assert_cmpint (pipe (fds), ==, 0);
  pid = fork ();
  if (pid == 0)
    {
      if (read (fds[0], &byte, 1) == 1)
        raw_exec (path, "SELECT count (*) FROM runs");
      _exit (0);
    }

  close (fds[0]);
  *go = fds[1];
  return pid;
}

/* Opening a log twice must not drop the locks of the first: another program that closes it would
 * take itself for the last one and delete the write-ahead log. */
static void
test_locks_survive_second_opening (Fixture *fixture, gconstpointer data)
{
  g_autofree char *wal = fixture_build_path (fixture, "log.db-wal");
  g_autoptr (HipStore) first = NULL;
  int status;
  int go;
  pid_t pid;

  fill_log (fixture);
  pid = start_other_reader (fixture->path, &go);
  first = fixture_open (fixture);
  g_assert_cmpuint (count_records (first), ==, 200);
  hip_store_close (fixture_open (fixture));

  g_assert_cmpint (write (go, "!", 1), ==, 1);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  close (go);
  g_assert_cmpint (status, ==, 0);
  g_assert_true (g_file_test (wal, G_FILE_TEST_EXISTS));
}

static void
test_full (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HipStore) store = fixture_open (fixture);

  g_assert_true (hip_sqlite_exec (store->db, "PRAGMA max_page_count = 1", NULL));
  assert_apply_fails (fixture, store, HIP_STORE_ERROR_FULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD_TEST ("/damage/missing", test_missing);
  ADD_TEST ("/damage/not-a-log", test_not_a_log);
  ADD_TEST ("/damage/database-of-another", test_database_of_another);
  ADD_TEST ("/damage/folder", test_folder);
  ADD_TEST ("/damage/pipe", test_pipe);
  ADD_TEST ("/damage/truncated", test_truncated);
  ADD_TEST ("/damage/flipped-page", test_flipped_page);
  ADD_TEST ("/damage/missing-table", test_missing_table);
  ADD_TEST ("/damage/impossible-row", test_impossible_row);
  ADD_TEST ("/damage/check", test_check);
  ADD_TEST ("/damage/read-only", test_read_only);
  ADD_TEST ("/damage/read-beside-writer", test_read_beside_writer);
  ADD_TEST ("/damage/read-only-file", test_read_only_file);
  ADD_TEST ("/damage/read-only-medium", test_read_only_medium);
  ADD_TEST ("/damage/locked-while-open", test_locked_while_open);
  ADD_TEST ("/damage/locked-at-start", test_locked_at_start);
  ADD_TEST ("/damage/locks-survive-second-opening", test_locks_survive_second_opening);
  ADD_TEST ("/damage/full", test_full);

  return g_test_run ();
}
