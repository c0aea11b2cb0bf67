// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "exchange-fixture.h"
#include "hip-log-csv.h"

static HipHistory *
make_full_log (void)
{
  g_autoptr(HipTestLog) log = hip_test_log_new ("2026-03-02");

  for (guint i = 0; i < fixture_n_texts; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s %u", fixture_texts[i], i);
      HipShoe *shoe = hip_test_log_shoe (log, name, (gint32) i * 1000);

      shoe->brand = g_strdup (fixture_texts[i]);
      shoe->note = g_strdup (fixture_texts[i]);
      shoe->bought = i % 2 ? hip_test_log_day (log, "2025-01-01") : HIP_DAY_NONE;
      shoe->retired = i % 3 ? HIP_DAY_NONE : hip_test_log_day (log, "2026-05-01");
      fixture_fill_run (hip_test_log_run (log, "Mon", 5000 + (gint32) i), i);
      hip_test_log_run (log, "Mon", 5000);
      fixture_fill_pain (hip_test_log_pain (log, "Tue", i % 2, (gint32) i % 11), i);
      hip_test_log_care (log, "Tue", 1 + i % 9, i % 2 ? 20 : HIP_UNSET)->note =
          g_strdup (fixture_texts[i]);
      fixture_fill_screening (hip_test_log_screening (log, "Wed", 0, 0), i);
      hip_test_log_skip (log, 1);
    }
  return hip_test_log_history (log);
}

/* The records but for their ids. */
static void
assert_equal (gpointer a, gpointer b)
{
  g_autoptr(HipRecord) first = hip_record_copy (a);
  g_autoptr(HipRecord) second = hip_record_copy (b);

  first->id = second->id = 0;
  first->import_id = second->import_id = 0;
  if (first->kind == HIP_RECORD_RUN)
    ((HipRun *) first)->shoe_id = ((HipRun *) second)->shoe_id = 0;
  g_assert_true (hip_record_equal (first, second));
}

static void
assert_same_shoe (HipHistory *first, HipHistory *second, guint i)
{
  HipShoe *a = hip_history_get_shoe_by_id (first, hip_history_get_run (first, i)->shoe_id);
  HipShoe *b = hip_history_get_shoe_by_id (second, hip_history_get_run (second, i)->shoe_id);

  g_assert_cmpstr (a != NULL ? a->name : NULL, ==, b != NULL ? b->name : NULL);
}

static void
assert_same_records (HipHistory *first, HipHistory *second)
{
  g_assert_cmpuint (hip_history_get_n_runs (first), ==, hip_history_get_n_runs (second));
  g_assert_cmpuint (hip_history_get_n_shoes (first), ==, hip_history_get_n_shoes (second));
  g_assert_cmpuint (hip_history_get_n_pain_days (first), ==, hip_history_get_n_pain_days (second));
  g_assert_cmpuint (hip_history_get_n_care (first), ==, hip_history_get_n_care (second));
  g_assert_cmpuint (hip_history_get_n_screenings (first), ==,
                    hip_history_get_n_screenings (second));
  for (guint i = 0; i < hip_history_get_n_runs (first); i++)
    {
      assert_equal (hip_history_get_run (first, i), hip_history_get_run (second, i));
      assert_same_shoe (first, second, i);
    }
  for (guint i = 0; i < hip_history_get_n_shoes (first); i++)
    assert_equal (hip_history_get_shoe (first, i), hip_history_get_shoe (second, i));
  for (guint i = 0; i < hip_history_get_n_pain_days (first); i++)
    assert_equal (hip_history_get_pain_day (first, i), hip_history_get_pain_day (second, i));
  for (guint i = 0; i < hip_history_get_n_care (first); i++)
    assert_equal (hip_history_get_care (first, i), hip_history_get_care (second, i));
  for (guint i = 0; i < hip_history_get_n_screenings (first); i++)
    assert_equal (hip_history_get_screening (first, i), hip_history_get_screening (second, i));
}

static void
test_round_trip (gconstpointer data)
{
  HipCsvDialect dialect = GPOINTER_TO_INT (data);
  g_autoptr(HipHistory) history = make_full_log ();
  g_autoptr(HipHistory) back = fixture_round_trip (history, dialect);

  assert_same_records (history, back);
}

static void
test_round_trip_comma (void)
{
  g_autoptr(HipHistory) history = NULL;
  g_autoptr(HipHistory) back = NULL;

  if (!hip_test_set_locale ("de_DE.UTF-8"))
    {
      g_test_skip ("There is no German locale");
      return;
    }
  g_assert_cmpint (hip_exporter_get_suggested_dialect (), ==, HIP_CSV_SPREADSHEET);
  history = make_full_log ();
  back = fixture_round_trip (history, HIP_CSV_SPREADSHEET);
  hip_test_set_locale ("C.UTF-8");
  g_assert_cmpint (hip_exporter_get_suggested_dialect (), ==, HIP_CSV_PLAIN);
  assert_same_records (history, back);
}

/* The same run twice on purpose: both come back. */
static void
test_look_alikes (void)
{
  g_autoptr(HipTestLog) log = hip_test_log_new ("2026-03-02");
  g_autoptr(HipHistory) history = NULL;
  g_autoptr(HipHistory) back = NULL;

  for (guint i = 0; i < 3; i++)
    {
      HipRun *run = hip_test_log_run (log, "Mon", 5000);

      run->start_s = 36000 + (gint32) i * 10;
      run->utc_offset_min = 60;
      run->duration_s = 1800;
      hip_test_log_run (log, "Tue", 5000);
      hip_test_log_care (log, "Tue", HIP_CARE_ICE, 10);
    }
  history = hip_test_log_history (log);
  back = fixture_round_trip (history, HIP_CSV_PLAIN);
  assert_same_records (history, back);
}

static void
test_empty_log (void)
{
  g_autoptr(HipHistory) history = hip_history_new_empty ();
  g_autoptr(HipHistory) back = fixture_round_trip (history, HIP_CSV_PLAIN);

  g_assert_true (hip_history_is_empty (back));
}

/* Shoes are of no day, so a log without days has them all the same. */
static void
test_only_shoes (void)
{
  g_autoptr(HipTestLog) log = hip_test_log_new ("2026-03-02");
  g_autoptr(HipHistory) history = NULL;
  g_autoptr(HipHistory) back = NULL;

  hip_test_log_shoe (log, "Blue", 0);
  history = hip_test_log_history (log);
  back = fixture_round_trip (history, HIP_CSV_PLAIN);
  assert_same_records (history, back);
}

/* Several of a day in their order, equal ones too, and of days on which the log is silent. */
static void
test_screenings (void)
{
  g_autoptr(HipTestLog) log = hip_test_log_new ("2026-03-02");
  g_autoptr(HipHistory) alone = NULL;
  g_autoptr(HipHistory) alone_back = NULL;
  g_autoptr(HipHistory) history = NULL;
  g_autoptr(HipHistory) back = NULL;

  hip_test_log_screening (log, "Mon", HIP_FLAG_FALL | HIP_FLAG_FEVER, HIP_FLAG_FEVER);
  hip_test_log_screening (log, "Mon", HIP_FLAG_FALL, 0);
  hip_test_log_screening (log, "Mon", HIP_FLAG_FALL, 0);
  hip_test_log_screening (log, "Sun", HIP_FLAG_FALL, HIP_FLAG_FALL)->seen = TRUE;
  alone = hip_test_log_history (log);
  alone_back = fixture_round_trip (alone, HIP_CSV_PLAIN);
  assert_same_records (alone, alone_back);

  hip_test_log_run (log, "Wed", 5000);
  history = hip_test_log_history (log);
  back = fixture_round_trip (history, HIP_CSV_SPREADSHEET);
  g_assert_cmpuint (hip_history_get_n_screenings (back), ==, 4);
  assert_same_records (history, back);
}

/* Reading files that people make. */

static void
test_short_files (void)
{
  g_autoptr(HipTestDir) dir = hip_test_dir_new ();
  g_autoptr(HipHistory) empty = hip_history_new_empty ();
  g_autoptr(HipHistory) runs = fixture_import (
      dir, "r.csv", "distance_m,date\n5000,2026-03-02\n\n7500.4,2026-03-03\n", empty);
  g_autoptr(HipHistory) pain =
                fixture_import (dir, "p.csv", "date;Side;SCORE\n2026-03-02;Left;3\n;;\n", runs);
  g_autoptr(HipHistory) shoes = fixture_import (dir, "s.csv", "name\nPegasus\n", pain);
  g_autoptr(HipHistory) asked =
                fixture_import (dir, "a.csv", "Asked,date\nfall; fever,2026-03-02\n", shoes);
  g_autoptr(HipHistory) care = fixture_import (dir, "c.csv", "date,kind\n2026-03-02,ice\n", asked);

  g_assert_cmpuint (hip_history_get_n_runs (care), ==, 2);
  g_assert_cmpint (hip_history_get_run (care, 1)->distance_m, ==, 7500);
  g_assert_cmpint (hip_history_get_run (care, 0)->duration_s, ==, HIP_UNSET);
  g_assert_cmpint (hip_history_get_pain_day (care, 0)->score, ==, 3);
  g_assert_cmpint (hip_history_get_pain_day (care, 0)->side, ==, HIP_SIDE_LEFT);
  g_assert_cmpint (hip_history_get_shoe (care, 0)->check_at_m, ==, HIP_SHOE_CHECK_AT_M);
  g_assert_cmpint (hip_history_get_care (care, 0)->kind, ==, HIP_CARE_ICE);
  g_assert_cmpuint (hip_history_get_screening (care, 0)->asked, ==, HIP_FLAG_FALL | HIP_FLAG_FEVER);
  g_assert_cmpuint (hip_history_get_screening (care, 0)->yes, ==, 0);
  g_assert_false (hip_history_get_screening (care, 0)->seen);
}

static void
test_retired (void)
{
  g_autoptr(HipTestDir) dir = hip_test_dir_new ();
  g_autoptr(HipHistory) empty = hip_history_new_empty ();
  g_autoptr(HipHistory) history = fixture_import (
      dir, "shoes.csv", "name,retired\nA,yes\nB,no\nC,\nD,2026-01-02\n", empty);

  g_assert_cmpint (hip_history_get_shoe (history, 0)->retired, ==, hip_day_from_ymd (2026, 11, 22));
  g_assert_cmpint (hip_history_get_shoe (history, 1)->retired, ==, HIP_DAY_NONE);
  g_assert_cmpint (hip_history_get_shoe (history, 2)->retired, ==, HIP_DAY_NONE);
  g_assert_cmpint (hip_history_get_shoe (history, 3)->retired, ==, hip_day_from_ymd (2026, 1, 2));
}

typedef struct
{
  const char *name;
  const char *contents;
  const char *reason; /* of line 2, or of another it begins with */
} BadCase;

static const BadCase bad_cases[] = {
  { "date", "date,distance_m\n2.3.2026,5000\n",
    "2: “2.3.2026” cannot stand in column “date”. Write a date like 2024-03-15." },
  { "no-date", "date,distance_m\n,5000\n", "2: Nothing is written in column “date”." },
  { "no-such-day", "date,distance_m\n2026-02-29,5000\n",
    "2: “2026-02-29” cannot stand in column “date”. Write a date like 2024-03-15." },
  { "distance", "date,distance_m\n2026-03-02,5 km\n",
    "2: “5 km” cannot stand in column “distance_m”. Write a number." },
  { "ambiguous", "date;distance_m\n2026-03-02;5,000\n",
    "2: “5,000” cannot stand in column “distance_m”. Write a number." },
  { "zero", "date,distance_m\n2026-03-02,0\n", "2: A run needs a distance of more than 0 m." },
  { "future", "date,distance_m\n2026-11-23,5000\n", "2: A run cannot be in the future." },
  { "width", "date,distance_m\n2026-03-02,5,5\n",
    "2: The row has 3 cells where the header has 2." },
  { "short", "date,distance_m\n2026-03-02\n", "2: Nothing is written in column “distance_m”." },
  { "effort", "date,distance_m,effort\n2026-03-02,5000,7.5\n",
    "2: “7.5” cannot stand in column “effort”. Write a whole number." },
  { "time", "date,distance_m,start_time\n2026-03-02,5000,7 am\n",
    "2: “7 am” cannot stand in column “start_time”. Write a time like 07:30:00." },
  { "word", "date,distance_m,surface\n2026-03-02,5000,moon\n",
    "2: “moon” cannot stand in column “surface”. Write one of: road, concrete, trail, grass, "
    "track, treadmill, sand." },
  { "score", "date,side,score\n2026-03-02,left,11\n", "2: A pain score goes from 0 to 10." },
  { "side", "date,side,score\n2026-03-02,both,1\n",
    "2: “both” cannot stand in column “side”. Write one of: left, right." },
  { "seen", "date,side,score,seen\n2026-03-02,left,1,maybe\n",
    "2: “maybe” cannot stand in column “seen”. Write “yes” or nothing." },
  { "asked", "date,asked\n2026-03-02,\n", "2: Nothing is written in column “asked”." },
  { "asked-nothing", "date,asked\n2026-03-02,;\n",
    "2: Answers about red flags need at least one question that was asked." },
  { "flag", "date,asked,yes\n2026-03-02,fall,yes\n",
    "2: “yes” is not a known flag. Use one of: persistent, worsening, pop, loss-of-function, "
    "daily-activities, numbness, weakness, swelling, night-pain, rest-pain, weight-bearing, fall, "
    "bladder-bowel, fever, painkillers." },
  { "not-asked", "date,asked,yes\n2026-03-02,fall,fever\n",
    "2: A red flag is answered with “yes” but not among those that were asked about. Add it to "
    "them." },
  { "answer-in-future", "date,asked\n2026-11-23,fall\n",
    "2: Answers about red flags cannot be in the future." },
  { "long-cell",
    "date,distance_m\n2026-03-02,"
    "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeee\n",
    "2: “aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd…” cannot stand in column “distance_m”. Write a "
    "number." },
  { "line-of-row", "date,distance_m,note\n2026-03-02,5000,\"a\nb\"\nx,1,\n",
    "4: “x” cannot stand in column “date”. Write a date like 2024-03-15." },
  { "unknown-kind", "a,b\n1,2\n",
    "1: HipLog does not know this kind of file. It reads FIT, TCX and GPX files, CSV files of "
    "Strava, Garmin and Runkeeper, and its own." },
  { "contacts", "name,email,phone,street\nAda,a@example.org,1,2\n",
    "1: HipLog does not know this kind of file. It reads FIT, TCX and GPX files, CSV files of "
    "Strava, Garmin and Runkeeper, and its own." },
  { "empty", "", "0: The file is empty." },
};

static void
test_bad (gconstpointer data)
{
  const BadCase *bad = data;
  g_autoptr(HipTestDir) dir = hip_test_dir_new ();
  g_autofree char *path = hip_test_dir_write (dir, "file.csv", bad->contents);
  g_autoptr(HipHistory) empty = hip_history_new_empty ();
  g_autoptr(HipImportPlan) plan = fixture_read (path, empty);
  g_autofree char *reason = NULL;

  g_assert_cmpuint (plan->rejected->len, ==, 1);
  reason = fixture_reason (plan, 0);
  g_assert_cmpstr (reason, ==, bad->reason);
}

static void
test_unknown_columns (void)
{
  g_autoptr(HipTestDir) dir = hip_test_dir_new ();
  g_autofree char *path = hip_test_dir_write (
      dir, "runs.csv", "date,weather,distance_m,date\n2026-03-02,rain,5000,2020-01-01\n");
  g_autoptr(HipHistory) empty = hip_history_new_empty ();
  g_autoptr(HipImportPlan) plan = fixture_read (path, empty);
  const HipImportName *column;

  g_assert_cmpuint (plan->added.runs, ==, 1);
  g_assert_cmpuint (plan->unknown_columns->len, ==, 2);
  column = g_ptr_array_index (plan->unknown_columns, 0);
  g_assert_cmpstr (column->name, ==, "weather");
  g_assert_cmpstr (column->file, ==, path);
}

/* The derived sheets are told apart from what they look like, and left alone. */
static void
test_detect (void)
{
  static const char *const headers[HIP_N_LOG_CSV_KINDS] = {
    [HIP_LOG_CSV_SHOES] = "name",
    [HIP_LOG_CSV_RUNS] = "distance_m,date",
    [HIP_LOG_CSV_PAIN] = "date,side,score",
    [HIP_LOG_CSV_CARE] = "kind,date",
    [HIP_LOG_CSV_RED_FLAGS] = "asked,date",
    [HIP_LOG_CSV_DAYS] = "date,distance_m,runs,acute_m,chronic_m",
    [HIP_LOG_CSV_WEEKS] = "week_start,distance_m,change_pct",
    [HIP_LOG_CSV_WARNINGS] = "date,rule,severity",
  };

  for (guint kind = 0; kind < HIP_N_LOG_CSV_KINDS; kind++)
    {
      g_auto(GStrv) cells = g_strsplit (headers[kind], ",", -1);
      HipCsvRow row = { 1, g_strv_length (cells), (const char *const *) cells, NULL };
      HipLogCsvKind found;

      g_assert_true (hip_log_csv_detect (&row, &found));
      g_assert_cmpint (found, ==, kind);
    }
}

/* What is in the derived sheets. */
static void
test_derived (void)
{
  g_autoptr(HipTestDir) dir = hip_test_dir_new ();
  g_autoptr(HipTestLog) log = hip_test_log_new ("2026-03-02");
  g_autoptr(HipHistory) history = NULL;
  g_autofree char *days_path = hip_test_dir_path (dir, "days.csv");
  g_autofree char *weeks_path = hip_test_dir_path (dir, "weeks.csv");
  g_autofree char *days = NULL;
  g_autofree char *weeks = NULL;
  HipRun *run;

  run = hip_test_log_run (log, "Mon", 10000);
  run->duration_s = 3600;
  run->effort = 5;
  hip_test_log_pain (log, "Tue", HIP_SIDE_LEFT, 2);
  hip_test_log_pain (log, "Tue", HIP_SIDE_RIGHT, 4);
  history = hip_test_log_history (log);
  fixture_export (history, HIP_CSV_PLAIN, hip_test_dir_get_path (dir));
  g_assert_true (g_file_get_contents (days_path, &days, NULL, NULL));
  g_assert_true (g_file_get_contents (weeks_path, &weeks, NULL, NULL));
  g_assert_cmpstr (days, ==,
                   "date,distance_m,runs,duration_s,load,pain_left,pain_right,pain,acute_m,"
                   "chronic_m,ratio,warnings\r\n"
                   "2026-03-02,10000,1,3600,300,,,,10000,10000,,\r\n"
                   "2026-03-03,0,0,0,0,2,4,4,7500,9310,,\r\n");
  g_assert_cmpstr (weeks, ==,
                   "week_start,distance_m,change_pct,runs,longest_m,mean_pain,max_pain,warnings\r\n"
                   "2026-03-02,10000,,1,10000,4.0,4,\r\n");
}

static void
test_columns (void)
{
  static const char *const files[][2] = {
    { "runs.csv",
      "date,start_time,utc_offset_min,distance_m,duration_s,cadence_spm,effort,surface,ground,"
      "warm_up,cool_down,shoe,ascent_m,title,note,source,source_id\r\n" },
    { "pain.csv", "date,side,score,areas,qualities,timings,onset,flags,note,seen\r\n" },
    { "shoes.csv",
      "name,brand,model,bought,start_distance_m,check_at_m,replace_at_m,retired,note\r\n" },
    { "care.csv", "date,kind,minutes,note\r\n" },
    { "red-flags.csv", "date,asked,yes,seen\r\n" },
    { "warnings.csv", "date,rule,severity,strength,title,detail,pages\r\n" },
  };
  g_autoptr(HipTestDir) dir = hip_test_dir_new ();
  g_autoptr(HipHistory) empty = hip_history_new_empty ();

  fixture_export (empty, HIP_CSV_PLAIN, hip_test_dir_get_path (dir));
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = hip_test_dir_path (dir, files[i][0]);
      g_autofree char *text = NULL;

      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      g_assert_cmpstr (text, ==, files[i][1]);
    }
}

/* A stretch of days; what else is in the folder stays. */
static void
test_stretch (void)
{
  g_autoptr(HipTestDir) dir = hip_test_dir_new ();
  g_autofree char *other = hip_test_dir_write (dir, "letter.txt", "Dear");
  g_autofree char *old = hip_test_dir_write (dir, "runs.csv", "old");
  g_autoptr(HipTestLog) log = hip_test_log_new ("2026-03-02");
  g_autoptr(GFile) folder = g_file_new_for_path (hip_test_dir_get_path (dir));
  g_autoptr(HipHistory) history = NULL;
  g_autoptr(GPtrArray) files = NULL;
  g_autoptr(GDir) listing = NULL;
  static const char *const weekdays[] = { "Tue", "Wed", "Thu", "Fri" };
  const guint expected[] = { 1, 0, 1, 0, 2, 1, 0, 2 };
  const HipExportOptions options = { hip_day_from_ymd (2026, 3, 4), hip_day_from_ymd (2026, 3, 5),
                                     HIP_CSV_PLAIN, HIP_EXPORT_FOLDER };
  HipLimits limits;
  guint n = 0;

  hip_limits_init_default (&limits);
  hip_test_log_shoe (log, "Pegasus", 0);
  for (guint i = 0; i < G_N_ELEMENTS (weekdays); i++)
    hip_test_log_screening (log, weekdays[i], HIP_FLAG_FALL, 0);
  hip_test_log_weeks (log, 1, "Mon Wed Fri", 5000);
  history = hip_test_log_history (log);
  g_assert_true (
      hip_exporter_write (history, &limits, &options, folder, NULL, NULL, NULL, &files, NULL));
  g_assert_cmpuint (files->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < files->len; i++)
    g_assert_cmpuint (((HipExportedFile *) g_ptr_array_index (files, i))->rows, ==, expected[i]);

  listing = g_dir_open (hip_test_dir_get_path (dir), 0, NULL);
  while (g_dir_read_name (listing) != NULL)
    n++;
  g_assert_cmpuint (n, ==, 9);
  g_assert_true (g_file_test (other, G_FILE_TEST_EXISTS));
}

static void
test_would_replace (void)
{
  g_autoptr(HipTestDir) dir = hip_test_dir_new ();
  g_autoptr(GFile) folder = g_file_new_for_path (hip_test_dir_get_path (dir));
  g_autoptr(GFile) missing = g_file_get_child (folder, "missing");
  g_autofree char *other = hip_test_dir_write (dir, "letter.txt", "Dear");
  g_autofree char *own = NULL;

  g_assert_false (hip_exporter_would_replace (missing));
  g_assert_false (hip_exporter_would_replace (folder));
  own = hip_test_dir_write (dir, "weeks.csv", "mine");
  g_assert_true (hip_exporter_would_replace (folder));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/exchange/log-csv/round-trip/plain", GINT_TO_POINTER (HIP_CSV_PLAIN),
                        test_round_trip);
  g_test_add_data_func ("/exchange/log-csv/round-trip/spreadsheet",
                        GINT_TO_POINTER (HIP_CSV_SPREADSHEET), test_round_trip);
  g_test_add_func ("/exchange/log-csv/round-trip/comma", test_round_trip_comma);
  g_test_add_func ("/exchange/log-csv/round-trip/look-alikes", test_look_alikes);
  g_test_add_func ("/exchange/log-csv/round-trip/empty", test_empty_log);
  g_test_add_func ("/exchange/log-csv/round-trip/only-shoes", test_only_shoes);
  g_test_add_func ("/exchange/log-csv/round-trip/screenings", test_screenings);
  g_test_add_func ("/exchange/log-csv/short-files", test_short_files);
  g_test_add_func ("/exchange/log-csv/retired", test_retired);
  g_test_add_func ("/exchange/log-csv/unknown-columns", test_unknown_columns);
  g_test_add_func ("/exchange/log-csv/detect", test_detect);
  g_test_add_func ("/exchange/log-csv/derived", test_derived);
  g_test_add_func ("/exchange/log-csv/columns", test_columns);
  g_test_add_func ("/exchange/log-csv/stretch", test_stretch);
  g_test_add_func ("/exchange/log-csv/would-replace", test_would_replace);
  for (guint i = 0; i < G_N_ELEMENTS (bad_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/exchange/log-csv/bad/%s", bad_cases[i].name);

      g_test_add_data_func (path, &bad_cases[i], test_bad);
    }
  return g_test_run ();
}
