// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "store-fixture.h"

#include <glib/gstdio.h>

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_unlink (path);
    }

  g_rmdir (folder);
}

void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("hip-store-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = fixture_build_path (fixture, "log.db");
  fixture->today = hip_day_from_ymd (2026, 3, 1);
}

void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

char *
fixture_build_path (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

HipStore *
fixture_open (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  HipStore *store = hip_store_open (fixture->path, HIP_STORE_OPEN_CREATE, &error);

  g_assert_no_error (error);
  return store;
}

/* --- Records --- */

HipRun *
make_run (HipDay date, int distance_m)
{
  HipRun *run = hip_run_new ();

  run->date = date;
  run->distance_m = distance_m;
  return run;
}

HipShoe *
make_shoe (const char *name)
{
  HipShoe *shoe = hip_shoe_new ();

  shoe->name = g_strdup (name);
  shoe->check_at_m = HIP_SHOE_CHECK_AT_M;
  shoe->replace_at_m = HIP_SHOE_REPLACE_AT_M;
  return shoe;
}

static gpointer
make_least_pain_day (HipDay date)
{
  HipPainDay *pain = hip_pain_day_new ();

  pain->date = date;
  pain->side = HIP_SIDE_LEFT;
  pain->score = 0;
  return pain;
}

static gpointer
make_least_care_entry (HipDay date)
{
  HipCareEntry *care = hip_care_entry_new ();

  care->date = date;
  care->kind = HIP_CARE_STRENGTH;
  return care;
}

static gpointer
make_least_dismissal (HipDay date)
{
  HipDismissal *dismissal = hip_dismissal_new ();

  dismissal->rule = g_strdup ("long-run-jump");
  dismissal->severity = 0;
  dismissal->date = date;
  return dismissal;
}

static gpointer
make_least_screening (HipDay date)
{
  HipScreening *screening = hip_screening_new ();

  screening->date = date;
  screening->asked = HIP_FLAG_NIGHT_PAIN;
  return screening;
}

static gpointer
make_least_replaced_run (HipDay date)
{
  g_autoptr (HipRun) run = make_run (date, 10000);

  run->rec.id = 7;
  return hip_replaced_run_new_for (run);
}

static gpointer
make_least_import (void)
{
  HipImport *import = hip_import_new ();

  import->imported_at = 1772323200;
  import->name = g_strdup ("activities.csv");
  return import;
}

gpointer
make_least (HipRecordKind kind, HipDay date)
{
  switch (kind)
    {
    case HIP_RECORD_SHOE:
      return make_shoe ("Blue");
    case HIP_RECORD_IMPORT:
      return make_least_import ();
    case HIP_RECORD_RUN:
      return make_run (date, 10000);
    case HIP_RECORD_PAIN_DAY:
      return make_least_pain_day (date);
    case HIP_RECORD_CARE_ENTRY:
      return make_least_care_entry (date);
    case HIP_RECORD_DISMISSAL:
      return make_least_dismissal (date);
    case HIP_RECORD_SCREENING:
      return make_least_screening (date);
    case HIP_RECORD_REPLACED_RUN:
      return make_least_replaced_run (date);
    default:
      g_assert_not_reached ();
    }
}

static void
fill_run (HipRun *run)
{
  run->start_s = 0;
  run->utc_offset_min = -570;
  run->duration_s = 3130;
  run->cadence_spm = 170;
  run->effort = 0;
  run->ascent_m = 120;
  run->surface = HIP_SURFACE_SAND;
  run->ground = HIP_GROUND_ONE_WAY_TRACK;
  run->warm_up = HIP_ANSWER_YES;
  run->cool_down = HIP_ANSWER_NO;
  run->title = g_strdup ("Früh am Fluß 🏃");
  run->note = g_strdup ("it's \"quoted\";\nwith, a second line");
  run->source = g_strdup ("strava");
  run->source_id = g_strdup ("8228026758");
}

static void
fill_shoe (HipShoe *shoe)
{
  shoe->brand = g_strdup ("Brand");
  shoe->model = g_strdup ("Model 3");
  shoe->bought = hip_day_from_ymd (2024, 2, 29);
  shoe->start_distance_m = 120000;
  shoe->retired = hip_day_from_ymd (2025, 12, 31);
  shoe->note = g_strdup ("note");
}

static void
fill_pain_day (HipPainDay *pain)
{
  pain->side = HIP_SIDE_RIGHT;
  pain->score = 10;
  pain->areas = HIP_AREA_FRONT | HIP_AREA_DOWN_THE_LEG;
  pain->qualities = HIP_QUALITY_INSTABILITY;
  pain->timings = HIP_TIMING_DURING_RUN | HIP_TIMING_STAIRS | HIP_TIMING_STANDING;
  pain->onset = HIP_ONSET_AFTER_FALL_OR_TWIST;
  pain->flags = HIP_FLAG_PERSISTENT | HIP_FLAG_PAINKILLERS;
  pain->seen = TRUE;
  pain->note = g_strdup ("note");
}

static void
fill_screening (HipScreening *screening)
{
  screening->asked = HIP_FLAG_PERSISTENT | HIP_FLAG_FALL | HIP_FLAG_PAINKILLERS;
  screening->yes = HIP_FLAG_PERSISTENT | HIP_FLAG_PAINKILLERS;
  screening->seen = TRUE;
}

gpointer
make_most (HipRecordKind kind, HipDay date)
{
  gpointer record = make_least (kind, date);

  switch (kind)
    {
    case HIP_RECORD_REPLACED_RUN:
      ((HipReplacedRun *) record)->run_import_id = 5;
      fill_run (record);
      break;
    case HIP_RECORD_RUN:
      fill_run (record);
      break;
    case HIP_RECORD_SHOE:
      fill_shoe (record);
      break;
    case HIP_RECORD_PAIN_DAY:
      fill_pain_day (record);
      break;
    case HIP_RECORD_CARE_ENTRY:
      ((HipCareEntry *) record)->minutes = 25;
      ((HipCareEntry *) record)->note = g_strdup ("note");
      break;
    case HIP_RECORD_DISMISSAL:
      ((HipDismissal *) record)->subject = g_strdup ("2026-03");
      ((HipDismissal *) record)->severity = 4;
      break;
    case HIP_RECORD_SCREENING:
      fill_screening (record);
      break;
    case HIP_RECORD_IMPORT:
      break;
    default:
      g_assert_not_reached ();
    }

  return record;
}

/* --- Changes --- */

static void
add_item (HipChange *change, gpointer before, gpointer after)
{
  if (before == NULL)
    hip_change_insert (change, after);
  else if (after == NULL)
    hip_change_delete (change, before);
  else
    hip_change_update (change, before, after);
}

gpointer
apply_one (HipStore *store, gpointer before, gpointer after)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HipChange) change = hip_change_new ("Test");
  g_autoptr (HipChange) applied = NULL;
  HipRecord *stored;

  add_item (change, before, after);
  applied = hip_store_apply (store, change, G_MAXINT32, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hip_change_get_n (applied), ==, 1);

  stored = hip_change_get (applied, 0)->after;
  return stored != NULL ? hip_record_ref (stored) : NULL;
}

HipChange *
apply_inverse (HipStore *store, HipChange *change)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HipChange) inverse = hip_change_invert (change);
  HipChange *applied = hip_store_apply (store, inverse, G_MAXINT32, &error);

  g_assert_no_error (error);
  return applied;
}

/* --- Histories --- */

#define ADD_ALL(records, history, get_n, get)                                                      \
  for (guint i = 0; i < get_n (history); i++)                                                      \
  g_ptr_array_add (records, hip_record_ref (get (history, i)))

GPtrArray *
list_records (HipHistory *history)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (hip_record_unref);

  ADD_ALL (records, history, hip_history_get_n_shoes, hip_history_get_shoe);
  ADD_ALL (records, history, hip_history_get_n_imports, hip_history_get_import);
  ADD_ALL (records, history, hip_history_get_n_runs, hip_history_get_run);
  ADD_ALL (records, history, hip_history_get_n_pain_days, hip_history_get_pain_day);
  ADD_ALL (records, history, hip_history_get_n_care, hip_history_get_care);
  ADD_ALL (records, history, hip_history_get_n_dismissals, hip_history_get_dismissal);
  ADD_ALL (records, history, hip_history_get_n_screenings, hip_history_get_screening);
  ADD_ALL (records, history, hip_history_get_n_replaced_runs, hip_history_get_replaced_run);
  return records;
}

guint
count_records (HipStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HipHistory) history = hip_store_load (store, &error);
  g_autoptr (GPtrArray) records = NULL;

  g_assert_no_error (error);
  records = list_records (history);
  return records->len;
}

void
assert_same_history (HipHistory *a, HipHistory *b)
{
  g_autoptr (GPtrArray) records_a = list_records (a);
  g_autoptr (GPtrArray) records_b = list_records (b);

  g_assert_cmpuint (records_a->len, ==, records_b->len);
  for (guint i = 0; i < records_a->len; i++)
    g_assert_true (
        hip_record_equal (g_ptr_array_index (records_a, i), g_ptr_array_index (records_b, i)));
}

/* --- From outside --- */

sqlite3 *
raw_open (const char *path)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  return db;
}

int
raw_try (sqlite3 *db, const char *sql)
{
  return sqlite3_exec (db, sql, NULL, NULL, NULL);
}

void
raw_exec (const char *path, const char *sql)
{
  sqlite3 *db = raw_open (path);

  if (raw_try (db, sql) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
  sqlite3_close (db);
}

char *
raw_get (const char *path, const char *sql)
{
  sqlite3 *db = raw_open (path);
  sqlite3_stmt *statement = NULL;
  char *value;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  value = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return value;
}

GBytes *
read_bytes (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *bytes;
  gsize size;

  g_file_get_contents (path, &bytes, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (bytes, size);
}

guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}
