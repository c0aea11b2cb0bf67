// SPDX-License-Identifier: GPL-3.0-or-later
/* A log of 100,000 runs as CSV, against the shell of SQLite.
 *
 * Export: HipLog writes runs.csv from a history; the shell selects the same columns from the log's
 * own file, so that both files say the same, which is checked.
 *
 * Import: HipLog reads runs.csv and shoes.csv, finds the pairs by their names, validates, looks for
 * duplicates and applies the change to a store. The shell does either
 * - less: it fills the same tables from files that have their columns in their order and nothing
 *   left open, which it made itself; or
 * - about as much: it reads the same two files into temporary tables, and makes numbers, NULLs and
 *   references of their cells by two statements.
 * All write one transaction into a file of the same schema, WAL, synchronous=FULL, with foreign
 * keys checked, and close it, which takes the write-ahead log back into the file. */
#include "config.h"

#include <glib/gstdio.h>

#include "exchange-parts.h"
#include "hip-importer.h"
#include "hip-log-csv.h"
#include "hip-reference.h"
#include "hip-store.h"
#include "hip-test-util.h"

#define N_RUNS     100000
#define N_SHOES    40
#define RUNS_A_DAY 10
#define ROUNDS     5
#define SHELL      "sqlite3"

typedef struct
{
  HipTestDir *dir;     /* (owned) */
  HipHistory *history; /* (owned) */
  char *log;           /* (owned): its file */
  char *fresh;         /* (owned): a log for each import */
  char *runs;          /* (owned): as HipLog writes them */
  char *shoes;
  char *shell_runs; /* (owned): as the shell does */
  char *table_files[3];
} Tables;

/* What refers to others comes behind them. */
static const char *const table_names[] = { "imports", "shoes", "runs" };
G_STATIC_ASSERT (G_N_ELEMENTS (table_names) == G_N_ELEMENTS (((Tables *) NULL)->table_files));

/* The log. Every field is filled in. */

static HipShoe *
make_shoe (int i)
{
  HipShoe *shoe = hip_shoe_new ();

  shoe->rec.id = -1 - i;
  shoe->rec.import_id = -1;
  shoe->name = g_strdup_printf ("Pair %d", i + 1);
  shoe->brand = g_strdup ("Brand");
  shoe->model = g_strdup_printf ("Model, no. %d", i % 7);
  shoe->bought = hip_day_from_ymd (1989, 12, 31);
  shoe->retired = hip_day_from_ymd (2020, 1, 1);
  shoe->note = g_strdup ("Soft");
  return shoe;
}

static HipRun *
make_run (int i)
{
  HipRun *run = hip_run_new ();

  run->rec.import_id = -1;
  run->rec.id = 0;
  run->date = hip_day_from_ymd (1990, 1, 1) + i / RUNS_A_DAY;
  run->start_s = i % RUNS_A_DAY * 8640 + i % 59;
  run->utc_offset_min = 60;
  run->distance_m = 3000 + i * 7919 % 17000;
  run->duration_s = run->distance_m / 3 + i % 97;
  run->cadence_spm = 160 + i % 25;
  run->effort = i % 11;
  run->ascent_m = i % 400;
  run->surface = 1 + i % 7;
  run->ground = 1 + i % 4;
  run->warm_up = 1 + i % 2;
  run->cool_down = 1 + i / 2 % 2;
  run->shoe_id = -1 - i % N_SHOES;
  run->title = g_strdup_printf ("Morning run %d", i);
  run->note = g_strdup (i % 4 == 0 ? "By the river, some wind" : "Easy");
  run->source = g_strdup ("strava");
  run->source_id = g_strdup_printf ("%d", 500000000 + i);
  return run;
}

static HipChange *
make_change (void)
{
  HipChange *change = hip_change_new ("Made");
  g_autoptr(HipImport) import = hip_import_new ();

  import->rec.id = -1;
  import->imported_at = 1700000000;
  import->name = g_strdup ("runs.csv");
  hip_change_insert (change, import);
  for (int i = 0; i < N_SHOES; i++)
    {
      g_autoptr(HipShoe) shoe = make_shoe (i);

      hip_change_insert (change, shoe);
    }
  for (int i = 0; i < N_RUNS; i++)
    {
      g_autoptr(HipRun) run = make_run (i);

      hip_change_insert (change, run);
    }
  return change;
}

static HipStore *
open_store (const char *path)
{
  g_autoptr(GError) error = NULL;
  HipStore *store = hip_store_open (path, HIP_STORE_OPEN_CREATE, &error);

  g_assert_no_error (error);
  return store;
}

static void
apply (HipStore *store, HipChange *change)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(HipChange) applied = hip_store_apply (store, change, hip_day_today (), &error);

  g_assert_no_error (error);
}

static void
make_log (const char *path)
{
  g_autoptr(HipChange) change = make_change ();
  g_autoptr(HipStore) store = open_store (path);

  apply (store, change);
}

static HipHistory *
load (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(HipStore) store = open_store (path);
  HipHistory *history = hip_store_load (store, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (hip_history_get_n_runs (history), ==, N_RUNS);
  g_assert_cmpuint (hip_history_get_n_shoes (history), ==, N_SHOES);
  return history;
}

/* Export */

static void
write_file (Tables *self, HipLogCsvKind kind, const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GFileOutputStream) stream =
                g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, &error);
  g_autoptr(HipCsvWriter) writer = hip_csv_writer_new (G_OUTPUT_STREAM (stream), HIP_CSV_PLAIN);

  hip_log_csv_write (kind, self->history, HIP_DAY_NONE, G_MAXINT32, writer, NULL, NULL, &error);
  g_assert_no_error (error);
  hip_csv_writer_flush (writer, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, &error);
  g_assert_no_error (error);
}

static HipTime
export_ours (gpointer data)
{
  Tables *self = data;
  HipTime begin;

  g_remove (self->runs);
  begin = hip_time_now ();
  write_file (self, HIP_LOG_CSV_RUNS, self->runs);
  return hip_time_since (begin);
}

static HipTime
export_theirs (gpointer data)
{
  Tables *self = data;
  g_autofree char *output = g_strdup_printf (".output '%s'", self->shell_runs);
  const char *argv[] = {
    SHELL,
    "-batch",
    "-init",
    "/dev/null",
    "-csv",
    "-header",
    self->log,
    output,
    "SELECT date, time (start_s, 'unixepoch') AS start_time, utc_offset_min, distance_m,"
    "  duration_s, cadence_spm, effort, surface, ground, warm_up, cool_down, shoes.name AS shoe,"
    "  ascent_m, title, runs.note AS note, source, source_id"
    "  FROM runs LEFT JOIN shoes ON shoes.id = shoe_id",
    NULL
  };

  g_remove (self->shell_runs);
  return hip_reference_run (argv);
}

static HipCsvReader *
open_table (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GFileInputStream) stream = g_file_read (file, NULL, &error);

  g_assert_no_error (error);
  return hip_csv_reader_new (G_INPUT_STREAM (stream));
}

/* The shell quotes more cells, and ends rows otherwise. */
static void
assert_same (const char *first, const char *second)
{
  g_autoptr(HipCsvReader) a = open_table (first);
  g_autoptr(HipCsvReader) b = open_table (second);
  const HipCsvRow *row, *other;

  while ((row = hip_csv_reader_next (a, NULL, NULL)) != NULL)
    {
      other = hip_csv_reader_next (b, NULL, NULL);
      g_assert_nonnull (other);
      g_assert_cmpuint (row->n_cells, ==, other->n_cells);
      for (guint i = 0; i < row->n_cells; i++)
        g_assert_cmpstr (row->cells[i], ==, other->cells[i]);
    }
  g_assert_null (hip_csv_reader_next (b, NULL, NULL));
}

static void
print_export (Tables *self)
{
  static const HipTarget target = { .label = "export of 100,000 runs, against the sqlite3 shell",
                                    .unit = "",
                                    .decimals = 2,
                                    .value = 1.0 };
  const HipContest contest = { SHELL, ROUNDS, export_ours, export_theirs, self };

  hip_contest_print (&contest, &target);
  if (g_file_test (self->shell_runs, G_FILE_TEST_EXISTS))
    assert_same (self->runs, self->shell_runs);
}

/* Import */

/* A log without entries: the tables are there. */
static void
make_fresh (Tables *self)
{
  g_autofree char *wal = g_strconcat (self->fresh, "-wal", NULL);

  g_remove (self->fresh);
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
  hip_store_close (open_store (self->fresh));
}

static void
check_fresh (Tables *self)
{
  g_autoptr(HipHistory) history = load (self->fresh);
  const HipRun *run = hip_history_get_run (history, N_RUNS - 1);
  const HipRun *made = hip_history_get_run (self->history, N_RUNS - 1);

  g_assert_cmpstr (run->source_id, ==, made->source_id);
  g_assert_cmpint (run->start_s, ==, made->start_s);
  g_assert_cmpstr (hip_history_get_shoe_by_id (history, run->shoe_id)->name, ==,
                   hip_history_get_shoe_by_id (self->history, made->shoe_id)->name);
}

static void
import (Tables *self)
{
  const char *paths[] = { self->runs, self->shoes, NULL };
  HipImportOptions options = { HIP_UNITS_KM, NULL, FALSE, HIP_DAY_NONE, FALSE };
  g_autoptr(HipStore) store = open_store (self->fresh);
  g_autoptr(HipHistory) empty = hip_store_load (store, NULL);
  g_autoptr(HipImportPlan) plan =
                hip_importer_read_paths (paths, &options, empty, NULL, NULL, NULL, NULL);

  g_assert_cmpuint (plan->added.runs, ==, N_RUNS);
  apply (store, plan->change);
}

static HipTime
import_ours (gpointer data)
{
  Tables *self = data;
  HipTime time;

  make_fresh (self);
  time = hip_time_now ();
  import (self);
  time = hip_time_since (time);
  check_fresh (self);
  return time;
}

static HipTime
run_shell (Tables *self, GStrvBuilder *commands)
{
  g_auto(GStrv) argv = g_strv_builder_end (commands);
  HipTime time;

  make_fresh (self);
  time = hip_reference_run ((const char *const *) argv);
  check_fresh (self);
  return time;
}

static GStrvBuilder *
begin_shell (const char *path)
{
  GStrvBuilder *commands = g_strv_builder_new ();

  g_strv_builder_add_many (commands, SHELL, "-batch", "-bail", "-init", "/dev/null", path,
                           "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON", NULL);
  return commands;
}

/* From the files that the shell made of these tables. */
static HipTime
import_tables (gpointer data)
{
  Tables *self = data;
  g_autoptr(GStrvBuilder) commands = begin_shell (self->fresh);

  g_strv_builder_add (commands, "BEGIN IMMEDIATE");
  for (guint i = 0; i < G_N_ELEMENTS (table_names); i++)
    g_strv_builder_take (
        commands, g_strdup_printf (".import --csv '%s' %s", self->table_files[i], table_names[i]));
  g_strv_builder_add (commands, "COMMIT");
  return run_shell (self, commands);
}

/* From the files that HipLog wrote. */
static HipTime
import_mapped (gpointer data)
{
  Tables *self = data;
  g_autoptr(GStrvBuilder) commands = begin_shell (self->fresh);

  g_strv_builder_take (commands,
                       g_strdup_printf (".import --csv --schema temp '%s' new_runs", self->runs));
  g_strv_builder_take (commands,
                       g_strdup_printf (".import --csv --schema temp '%s' new_shoes", self->shoes));
  g_strv_builder_add (
      commands,
      "BEGIN IMMEDIATE; INSERT INTO imports VALUES (1, unixepoch (), 'runs.csv');"
      "INSERT INTO shoes (import_id, name, brand, model, bought, start_distance_m, check_at_m,"
      "                   replace_at_m, retired, note)"
      "  SELECT 1, name, nullif (brand, ''), nullif (model, ''), nullif (bought, ''),"
      "    start_distance_m, check_at_m, replace_at_m, nullif (retired, ''), nullif (note, '')"
      "  FROM new_shoes;"
      "INSERT INTO runs (import_id, date, start_s, utc_offset_min, distance_m, duration_s,"
      "                  cadence_spm, effort, ascent_m, surface, ground, warm_up, cool_down,"
      "                  shoe_id, title, note, source, source_id)"
      "  SELECT 1, date, unixepoch ('1970-01-01 ' || nullif (start_time, '')),"
      "    nullif (utc_offset_min, ''), distance_m, nullif (duration_s, ''),"
      "    nullif (cadence_spm, ''), nullif (effort, ''), nullif (ascent_m, ''),"
      "    nullif (surface, ''), nullif (ground, ''), nullif (warm_up, ''),"
      "    nullif (cool_down, ''), (SELECT id FROM shoes WHERE name = shoe), nullif (title, ''),"
      "    nullif (note, ''), nullif (source, ''), nullif (source_id, '') FROM new_runs;"
      "COMMIT");
  return run_shell (self, commands);
}

/* The tables as the shell writes them. */
static void
write_tables (Tables *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (table_names); i++)
    {
      g_autofree char *output = g_strdup_printf (".output '%s'", self->table_files[i]);
      g_autofree char *select = g_strdup_printf ("SELECT * FROM %s", table_names[i]);
      const char *argv[] = { SHELL,     "-batch", "-init", "/dev/null", "-csv",
                             self->log, output,   select,  NULL };

      hip_reference_run (argv);
    }
}

static void
print_import (Tables *self)
{
  static const HipTarget target = { .label = "import of them, against .import into the same tables",
                                    .unit = "",
                                    .decimals = 2,
                                    .value = 1.5 };
  static const HipTarget mapped = { .label = "… against .import of the same files, then mapped",
                                    .unit = "",
                                    .decimals = 2 };
  const HipContest less = { SHELL, ROUNDS, import_ours, import_tables, self };
  const HipContest same = { SHELL, ROUNDS, import_ours, import_mapped, self };
  g_autofree char *shell = g_find_program_in_path (SHELL);

  write_file (self, HIP_LOG_CSV_SHOES, self->shoes);
  if (shell != NULL)
    write_tables (self);
  hip_contest_print (&less, &target);
  hip_contest_print (&same, &mapped);
}

static void
tables_init (Tables *self)
{
  self->dir = hip_test_dir_new ();
  self->log = hip_test_dir_path (self->dir, "log.db");
  self->fresh = hip_test_dir_path (self->dir, "fresh.db");
  self->runs = hip_test_dir_path (self->dir, "runs.csv");
  self->shoes = hip_test_dir_path (self->dir, "shoes.csv");
  self->shell_runs = hip_test_dir_path (self->dir, "shell.csv");
  for (guint i = 0; i < G_N_ELEMENTS (table_names); i++)
    {
      g_autofree char *name = g_strconcat ("table-", table_names[i], ".csv", NULL);

      self->table_files[i] = hip_test_dir_path (self->dir, name);
    }
  make_log (self->log);
  self->history = load (self->log);
}

static void
tables_clear (Tables *self)
{
  hip_history_unref (self->history);
  g_free (self->log);
  g_free (self->fresh);
  g_free (self->runs);
  g_free (self->shoes);
  g_free (self->shell_runs);
  for (guint i = 0; i < G_N_ELEMENTS (table_names); i++)
    g_free (self->table_files[i]);
  hip_test_dir_free (self->dir);
}

void
hip_exchange_print_tables (void)
{
  Tables self;

  tables_init (&self);
  g_print ("CSV, in the folder of temporary files\n");
  print_export (&self);
  print_import (&self);
  tables_clear (&self);
}
