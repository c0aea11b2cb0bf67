// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include <glib/gstdio.h>

#include "hip-store-private.h"
#include "store-fixture.h"

static void
assert_mode (const char *path, guint mode)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, mode);
}

static void
test_fresh (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = fixture_build_path (fixture, "a");
  g_autofree char *path = fixture_build_path (fixture, "a/log.db");
  g_autofree char *wal = fixture_build_path (fixture, "a/log.db-wal");
  g_autoptr (GError) error = NULL;
  g_autoptr (HipStore) store = hip_store_open (path, HIP_STORE_OPEN_CREATE, &error);
  g_autoptr (HipShoe) shoe = make_shoe ("Blue");
  g_autoptr (HipShoe) stored = NULL;
  g_autofree char *application_id = NULL;
  g_autofree char *version = NULL;
  g_autofree char *journal = NULL;

  g_assert_no_error (error);
  stored = apply_one (store, NULL, shoe);

  assert_mode (folder, 0700);
  assert_mode (path, 0600);
  assert_mode (wal, 0600);
  application_id = raw_get (path, "PRAGMA application_id");
  version = raw_get (path, "PRAGMA user_version");
  journal = raw_get (path, "PRAGMA journal_mode");
  g_assert_cmpstr (application_id, ==, "1214869580");
  g_assert_cmpint (HIP_STORE_APPLICATION_ID, ==, 1214869580);
  g_assert_cmpstr (version, ==, "3");
  g_assert_cmpstr (journal, ==, "wal");
}

static void
test_pragmas (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *pragma;
    int value;
  } cases[] = {
    { "PRAGMA synchronous", 2 },    { "PRAGMA foreign_keys", 1 }, { "PRAGMA cell_size_check", 1 },
    { "PRAGMA trusted_schema", 0 }, { "PRAGMA query_only", 0 },   { "PRAGMA busy_timeout", 3000 },
  };
  g_autoptr (HipStore) store = fixture_open (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int value = -1;

      g_test_message ("%s", cases[i].pragma);
      g_assert_true (hip_sqlite_get_int (store->db, cases[i].pragma, &value, NULL));
      g_assert_cmpint (value, ==, cases[i].value);
    }
}

static void
test_existing_modes_stay (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HipStore) store = NULL;

  g_assert_cmpint (g_chmod (fixture->folder, 0750), ==, 0);
  g_assert_true (
      g_file_set_contents_full (fixture->path, "", 0, G_FILE_SET_CONTENTS_NONE, 0640, NULL));
  store = fixture_open (fixture);

  assert_mode (fixture->folder, 0750);
}

static void
test_strict (Fixture *fixture, gconstpointer data)
{
  g_autofree char *loose = NULL;
  g_autofree char *n_tables = NULL;

  hip_store_close (fixture_open (fixture));
  loose = raw_get (fixture->path, "SELECT count (*) FROM pragma_table_list "
                                  "WHERE NOT strict AND name NOT LIKE 'sqlite_%'");
  n_tables = raw_get (fixture->path, "SELECT count (*) FROM pragma_table_list WHERE strict");
  g_assert_cmpstr (loose, ==, "0");
  g_assert_cmpstr (n_tables, ==, "8");
}

typedef struct
{
  const char *table;
  const char *column;
  const char *good; /* comma-separated SQL values */
  const char *bad;
} Bound;

#define WORDS_BAD "'',0,'Road'"
#define TEXT_GOOD "NULL,'x'"
#define TEXT_BAD  "'',x'00'"

static const Bound bounds[] = {
  { "runs", "date", "'2024-02-29','1900-01-01','9999-12-31'",
    "NULL,'2023-02-29','1899-12-31','2026-3-1','2026-03-01 10:00',20260301,2460000" },
  { "runs", "start_s", "NULL,0,86399", "-1,86400,'x',1.5" },
  { "runs", "utc_offset_min", "NULL,-1080,0,1080", "-1081,1081" },
  { "runs", "distance_m", "1,999999", "NULL,0,-1,1000000,'ten',10.5" },
  { "runs", "duration_s", "NULL,1,864000", "0,-1,864001" },
  { "runs", "cadence_spm", "NULL,40,300", "39,301" },
  { "runs", "effort", "NULL,0,10", "-1,11" },
  { "runs", "ascent_m", "NULL,0,100000", "-1,100001" },
  { "runs", "surface", "NULL,'road'", WORDS_BAD ",'lava'" },
  { "runs", "ground", "NULL,'one-way-track'", WORDS_BAD ",'one_way_track'" },
  { "runs", "warm_up", "NULL,'yes','no'", WORDS_BAD ",'maybe'" },
  { "runs", "cool_down", "NULL,'yes','no'", WORDS_BAD ",'maybe'" },
  { "runs", "title", TEXT_GOOD, TEXT_BAD },
  { "runs", "note", TEXT_GOOD, TEXT_BAD },
  { "shoes", "name", "'x'", "NULL,''" },
  { "shoes", "bought", "NULL,'2024-02-29','2025-12-31'", "'2023-02-29','2026-01-01'" },
  { "shoes", "start_distance_m", "0,10000000", "NULL,-1,10000001" },
  { "shoes", "check_at_m", "1,800000", "NULL,0,800001" },
  { "shoes", "replace_at_m", "480000,10000000", "NULL,479999,10000001" },
  { "shoes", "retired", "NULL,'2024-02-29'", "'2024-02-28','never'" },
  { "pain_days", "side", "'left','right'", "NULL,'both'" },
  { "pain_days", "score", "0,10", "NULL,-1,11" },
  { "pain_days", "areas", "NULL,'front','front;side'", "'','front side','Front'" },
  { "pain_days", "onset", "NULL,'with-a-pop'", WORDS_BAD },
  { "pain_days", "seen", "0,1", "NULL,2,-1" },
  { "care_entries", "kind", "'strength','rest'", "NULL,''" },
  { "care_entries", "minutes", "NULL,0,1440", "-1,1441" },
  { "dismissals", "severity", "0,4", "NULL,-1,5" },
  { "dismissals", "rule", "'x'", "NULL,''" },
  { "screenings", "date", "'2024-02-29','1900-01-01'", "NULL,'2023-02-29','1899-12-31'" },
  { "screenings", "asked", "'fall','fall;fever'", "NULL,'','fall fever','Fall'" },
  { "screenings", "yes", "NULL,'fall','fall;fever'", "'','fall fever','Fall'" },
  { "screenings", "seen", "0,1", "NULL,2,-1" },
  { "replaced_runs", "run_id", "1", "NULL,0,'x'" },
  { "replaced_runs", "run_import_id", "0,1", "NULL,-1" },
  { "replaced_runs", "distance_m", "1,999999", "NULL,0,1000000" },
  { "imports", "imported_at", "0,253402300799", "NULL,-1,253402300800" },
};

static void
try_values (sqlite3 *db, const Bound *bound, const char *values, int expected)
{
  g_auto (GStrv) list = g_strsplit (values, ",", -1);

  for (guint i = 0; list[i] != NULL; i++)
    {
      g_autofree char *sql =
          g_strdup_printf ("UPDATE %s SET %s = %s", bound->table, bound->column, list[i]);
      g_autofree char *undo = g_strdup_printf ("SAVEPOINT here; %s; ROLLBACK TO here", sql);

      g_test_message ("%s", sql);
      g_assert_cmpint (raw_try (db, undo) & 0xff, ==, expected);
      raw_try (db, "ROLLBACK");
    }
}

/* What the program would refuse, the file refuses as well. */
static void
test_bounds (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HipStore) store = fixture_open (fixture);
  sqlite3 *db;

  for (guint kind = 0; kind < HIP_N_RECORD_KINDS; kind++)
    {
      HipRecord *record = make_most (kind, fixture->today);

      hip_record_unref (apply_one (store, NULL, record));
      hip_record_unref (record);
    }

  db = raw_open (fixture->path);
  for (guint i = 0; i < G_N_ELEMENTS (bounds); i++)
    {
      try_values (db, &bounds[i], bounds[i].good, SQLITE_OK);
      try_values (db, &bounds[i], bounds[i].bad, SQLITE_CONSTRAINT);
    }
  sqlite3_close (db);
}

/* --- Steps --- */

#define NEXT_STEP 3 /* of the schema as it is */

static const char *good_steps[NEXT_STEP + 1] = { [NEXT_STEP] =
                                                     "ALTER TABLE runs ADD COLUMN weather TEXT;" };
static const char *bad_steps[NEXT_STEP + 1] = {
  [NEXT_STEP] = "ALTER TABLE runs ADD COLUMN weather TEXT; DELETE FROM runs; CREATE nonsense;"
};

/* The steps that there are, and one more. */
static HipSchema
extend_schema (const char **steps)
{
  const HipSchema *schema = hip_schema_get_default ();

  g_assert_cmpint (schema->n_steps, ==, NEXT_STEP);
  for (int i = 0; i < NEXT_STEP; i++)
    steps[i] = schema->steps[i];
  return (HipSchema) { (const char *const *) steps, NEXT_STEP + 1 };
}

static HipHistory *
fill_log (Fixture *fixture)
{
  g_autoptr (HipStore) store = fixture_open (fixture);
  g_autoptr (HipRun) run = make_most (HIP_RECORD_RUN, fixture->today);
  HipHistory *history;

  hip_record_unref (apply_one (store, NULL, run));
  history = hip_store_load (store, NULL);
  g_assert_nonnull (history);
  return history;
}

static void
assert_content (const char *path, HipHistory *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HipStore) store = hip_store_open (path, HIP_STORE_OPEN_NONE, &error);
  g_autoptr (HipHistory) history = NULL;

  g_assert_no_error (error);
  history = hip_store_load (store, &error);
  g_assert_no_error (error);
  assert_same_history (history, expected);
}

static void
test_migrated (Fixture *fixture, gconstpointer data)
{
  HipSchema schema = extend_schema (good_steps);
  g_autofree char *backup = fixture_build_path (fixture, "log.db.backup-v3");
  g_autoptr (HipHistory) before = fill_log (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (HipStore) store = NULL;
  g_autoptr (HipHistory) after = NULL;
  g_autofree char *version = NULL;
  g_autofree char *weather = NULL;

  store = hip_store_open_full (fixture->path, HIP_STORE_OPEN_NONE, &schema, 0, &error);
  g_assert_no_error (error);
  after = hip_store_load (store, &error);
  g_assert_no_error (error);
  assert_same_history (after, before);
  version = raw_get (fixture->path, "PRAGMA user_version");
  g_assert_cmpstr (version, ==, "4");
  weather = raw_get (fixture->path, "SELECT count (weather) FROM runs");
  g_assert_cmpstr (weather, ==, "0");

  assert_mode (backup, 0600);
  assert_content (backup, before);
}

static void
test_migration_fails (Fixture *fixture, gconstpointer data)
{
  HipSchema schema = extend_schema (bad_steps);
  g_autofree char *backup = fixture_build_path (fixture, "log.db.backup-v3");
  g_autoptr (HipHistory) before = fill_log (fixture);
  g_autoptr (GError) error = NULL;
  g_autofree char *version = NULL;
  g_autofree char *weather = NULL;

  g_assert_null (hip_store_open_full (fixture->path, HIP_STORE_OPEN_NONE, &schema, 0, &error));
  g_assert_error (error, HIP_STORE_ERROR, HIP_STORE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "left as it is"));

  version = raw_get (fixture->path, "PRAGMA user_version");
  g_assert_cmpstr (version, ==, "3");
  weather = raw_get (fixture->path,
                     "SELECT count (*) FROM pragma_table_info ('runs') WHERE name = 'weather'");
  g_assert_cmpstr (weather, ==, "0");
  assert_content (fixture->path, before);
  assert_content (backup, before);
}

static void
test_fresh_needs_no_backup (Fixture *fixture, gconstpointer data)
{
  HipSchema schema = extend_schema (good_steps);
  g_autoptr (GError) error = NULL;

  hip_store_close (hip_store_open_full (fixture->path, HIP_STORE_OPEN_CREATE, &schema, 0, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_older_read_only (Fixture *fixture, gconstpointer data)
{
  HipSchema schema = extend_schema (good_steps);
  g_autoptr (HipHistory) before = fill_log (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_null (hip_store_open_full (fixture->path, HIP_STORE_OPEN_READ_ONLY, &schema, 0, &error));
  g_assert_error (error, HIP_STORE_ERROR, HIP_STORE_ERROR_READ_ONLY);
  assert_content (fixture->path, before);
}

static void
assert_newer_refused (Fixture *fixture, HipStoreOpenFlags flags)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) before = read_bytes (fixture->path);
  g_autoptr (GBytes) after = NULL;
  guint n_files = count_files (fixture->folder);

  g_assert_null (hip_store_open (fixture->path, flags, &error));
  g_assert_error (error, HIP_STORE_ERROR, HIP_STORE_ERROR_NEWER);

  after = read_bytes (fixture->path);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_cmpuint (count_files (fixture->folder), ==, n_files);
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HipHistory) history = fill_log (fixture);

  raw_exec (fixture->path, "PRAGMA user_version = 4");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
  assert_newer_refused (fixture, HIP_STORE_OPEN_NONE);
  assert_newer_refused (fixture, HIP_STORE_OPEN_CREATE);
  assert_newer_refused (fixture, HIP_STORE_OPEN_READ_ONLY);
}

/* A newer HipLog was killed, and all that is newer is still in the write-ahead log. */
static void
test_newer_in_wal (Fixture *fixture, gconstpointer data)
{
  g_autofree char *wal = fixture_build_path (fixture, "log.db-wal");
  g_autofree char *crashed = fixture_build_path (fixture, "crashed.db");
  g_autofree char *crashed_wal = fixture_build_path (fixture, "crashed.db-wal");
  g_autoptr (HipHistory) history = fill_log (fixture);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) wal_bytes = NULL;
  g_autoptr (GBytes) wal_after = NULL;
  sqlite3 *db = raw_open (fixture->path);

  g_assert_cmpint (raw_try (db, "PRAGMA user_version = 4"), ==, SQLITE_OK);
  bytes = read_bytes (fixture->path);
  wal_bytes = read_bytes (wal);
  g_assert_true (g_file_set_contents (crashed, g_bytes_get_data (bytes, NULL),
                                      g_bytes_get_size (bytes), NULL));
  g_assert_true (g_file_set_contents (crashed_wal, g_bytes_get_data (wal_bytes, NULL),
                                      g_bytes_get_size (wal_bytes), NULL));
  sqlite3_close (db);

  g_set_str (&fixture->path, crashed);
  g_assert_true (g_file_set_contents (wal, "", 0, NULL));
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) after = NULL;

    g_assert_null (hip_store_open (crashed, HIP_STORE_OPEN_NONE, &error));
    g_assert_error (error, HIP_STORE_ERROR, HIP_STORE_ERROR_NEWER);
    after = read_bytes (crashed);
    g_assert_true (g_bytes_equal (bytes, after));
  }
  wal_after = read_bytes (crashed_wal);
  g_assert_true (g_bytes_equal (wal_bytes, wal_after));
}

/* --- Logs of older formats --- */

/* A file as the program of that format left it. */
static void
make_old_log (const char *path, const char *dump_name)
{
  g_autofree char *dump = g_test_build_filename (G_TEST_DIST, "data", dump_name, NULL);
  g_autofree char *sql = NULL;

  g_assert_true (g_file_get_contents (dump, &sql, NULL, NULL));
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  raw_exec (path, sql);
}

static void
append_rows (sqlite3 *db, const char *table, GString *text)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY rowid", table);
  g_autoptr (sqlite3_stmt) statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      g_string_append_printf (text, "%s:", table);
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        {
          const char *value = (const char *) sqlite3_column_text (statement, i);

          g_string_append_printf (text, " %s=%s", sqlite3_column_name (statement, i),
                                  value != NULL ? value : "NULL");
        }
      g_string_append_c (text, '\n');
    }
}

/* Every row of the tables that format 1 had, and which numbers were given. */
static char *
list_rows (const char *path)
{
  static const char *const tables[] = { "imports",   "shoes",        "runs",
                                        "pain_days", "care_entries", "dismissals" };
  GString *text = g_string_new (NULL);
  sqlite3 *db = raw_open (path);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      gsize before = text->len;

      append_rows (db, tables[i], text);
      g_assert_cmpuint (text->len, >, before);
    }
  append_rows (db, "sqlite_sequence", text);
  sqlite3_close (db);
  return g_string_free_and_steal (text);
}

static void
assert_whole (HipStore *store, guint n_records)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = hip_store_check (store, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpuint (count_records (store), ==, n_records);
}

static void
test_from_version_1 (Fixture *fixture, gconstpointer data)
{
  g_autofree char *backup = fixture_build_path (fixture, "log.db.backup-v1");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *version = NULL;
  g_autofree char *kept_version = NULL;
  g_autoptr (HipScreening) screening = make_most (HIP_RECORD_SCREENING, fixture->today);
  g_autoptr (HipStore) store = NULL;

  make_old_log (fixture->path, "log-v1.sql");
  before = list_rows (fixture->path);
  store = fixture_open (fixture);
  after = list_rows (fixture->path);
  g_assert_cmpstr (after, ==, before);
  version = raw_get (fixture->path, "PRAGMA user_version");
  g_assert_cmpstr (version, ==, "3");

  kept = list_rows (backup);
  g_assert_cmpstr (kept, ==, before);
  kept_version = raw_get (backup, "PRAGMA user_version");
  g_assert_cmpstr (kept_version, ==, "1");
  assert_mode (backup, 0600);

  assert_whole (store, 13);
  hip_record_unref (apply_one (store, NULL, screening));
  assert_whole (store, 14);
}

/* What comes of an old log is what a new one is made of. */
static void
test_migrated_is_like_new (Fixture *fixture, gconstpointer data)
{
  static const char schema[] = "SELECT group_concat (sql, char (10)) FROM "
                               "(SELECT sql FROM sqlite_schema ORDER BY type, name)";
  g_autofree char *fresh = fixture_build_path (fixture, "fresh.db");
  g_autofree char *migrated_sql = NULL;
  g_autofree char *fresh_sql = NULL;

  make_old_log (fixture->path, "log-v1.sql");
  hip_store_close (fixture_open (fixture));
  hip_store_close (hip_store_open (fresh, HIP_STORE_OPEN_CREATE, NULL));
  migrated_sql = raw_get (fixture->path, schema);
  fresh_sql = raw_get (fresh, schema);
  g_assert_cmpstr (migrated_sql, ==, fresh_sql);
}

/* A backup of then is still good: it is brought up to date when it is opened as the log. */
static void
test_restore_version_1 (Fixture *fixture, gconstpointer data)
{
  g_autofree char *old = fixture_build_path (fixture, "old.db");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (HipStore) store = NULL;

  make_old_log (old, "log-v1.sql");
  before = list_rows (old);
  hip_store_restore (old, fixture->path, NULL, &error);
  g_assert_no_error (error);
  store = fixture_open (fixture);
  after = list_rows (fixture->path);
  g_assert_cmpstr (after, ==, before);
  assert_whole (store, 13);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD_TEST ("/schema/fresh", test_fresh);
  ADD_TEST ("/schema/pragmas", test_pragmas);
  ADD_TEST ("/schema/existing-modes-stay", test_existing_modes_stay);
  ADD_TEST ("/schema/strict", test_strict);
  ADD_TEST ("/schema/bounds", test_bounds);
  ADD_TEST ("/schema/migrated", test_migrated);
  ADD_TEST ("/schema/migration-fails", test_migration_fails);
  ADD_TEST ("/schema/fresh-needs-no-backup", test_fresh_needs_no_backup);
  ADD_TEST ("/schema/older-read-only", test_older_read_only);
  ADD_TEST ("/schema/newer", test_newer);
  ADD_TEST ("/schema/newer-in-wal", test_newer_in_wal);
  ADD_TEST ("/schema/from-version-1", test_from_version_1);
  ADD_TEST ("/schema/migrated-is-like-new", test_migrated_is_like_new);
  ADD_TEST ("/schema/restore-version-1", test_restore_version_1);

  return g_test_run ();
}
