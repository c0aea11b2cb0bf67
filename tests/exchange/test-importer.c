// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "exchange-fixture.h"

/* One run of the log against one row; whether they are the same run. */
typedef struct
{
  const char *name;
  gint32 start_s;
  gint32 duration_s;
  gint32 distance_m; /* of the log's run, at UTC+1 */
  const char *row;   /* date,start_time,utc_offset_min,distance_m,duration_s,source,source_id */
  gboolean same;
} MatchCase;

#define H(h, m, s) ((h) * 3600 + (m) * 60 + (s))

static const MatchCase match_cases[] = {
  { "same", H (8, 0, 0), 3000, 10000, "2026-03-02,08:00:00,60,10000,3000,,", TRUE },
  { "minute-after", H (8, 0, 0), 3000, 10000, "2026-03-02,08:01:00,60,7000,900,,", TRUE },
  { "minute-before", H (8, 0, 0), 3000, 10000, "2026-03-02,07:59:00,60,7000,900,,", TRUE },
  { "more-than-a-minute", H (8, 0, 0), 3000, 10000, "2026-03-02,08:01:01,60,7000,900,,", FALSE },
  { "other-zone", H (8, 0, 0), 3000, 10000, "2026-03-02,07:00:00,0,7000,900,,", TRUE },
  { "other-zone-other-time", H (8, 0, 0), 3000, 10000, "2026-03-02,08:00:00,0,7000,900,,", FALSE },
  { "other-day-by-zone", H (0, 30, 0), 3000, 10000, "2026-03-01,23:30:00,0,7000,900,,", TRUE },
  { "no-zone", H (8, 0, 0), 3000, 10000, "2026-03-02,08:00:30,,7000,900,,", TRUE },
  { "overlap-2-percent", H (8, 0, 0), 3000, 10000, "2026-03-02,08:30:00,60,9800,3000,,", TRUE },
  { "overlap-more", H (8, 0, 0), 3000, 10000, "2026-03-02,08:30:00,60,9799,3000,,", FALSE },
  { "overlap-from-before", H (8, 0, 0), 3000, 10000, "2026-03-02,07:30:00,60,10200,3000,,", TRUE },
  { "end-to-end", H (8, 0, 0), 3000, 10000, "2026-03-02,08:50:00,60,10000,3000,,", FALSE },
  { "second-of-overlap", H (8, 0, 0), 3000, 10000, "2026-03-02,08:49:59,60,10000,3000,,", TRUE },
  { "no-duration", H (8, 0, 0), HIP_UNSET, 10000, "2026-03-02,08:30:00,60,10000,,,", FALSE },
  { "no-start", HIP_UNSET, 3000, 10000, "2026-03-02,,,10000,3000,,", TRUE },
  { "start-and-none", H (8, 0, 0), 3000, 10000, "2026-03-02,,,10000,3000,,", TRUE },
  { "no-start-other-distance", HIP_UNSET, 3000, 10000, "2026-03-02,,,10001,3000,,", FALSE },
  { "no-start-other-duration", HIP_UNSET, 3000, 10000, "2026-03-02,,,10000,3001,,", FALSE },
  { "no-start-other-day", HIP_UNSET, 3000, 10000, "2026-03-03,,,10000,3000,,", FALSE },
  { "same-id", H (8, 0, 0), 3000, 10000, "2025-01-01,10:00:00,60,5000,900,strava,7", TRUE },
  { "other-source", H (8, 0, 0), 3000, 10000, "2025-01-01,10:00:00,60,5000,900,garmin,7", FALSE },
  { "over-midnight", H (23, 30, 0), 7200, 10000, "2026-03-03,00:30:00,60,10000,3000,,", TRUE },
  { "days-long", H (8, 0, 0), 3 * 86400, 100000, "2026-03-05,07:00:00,60,100000,3000,,", TRUE },
};

#define RUN_HEADER "date,start_time,utc_offset_min,distance_m,duration_s,source,source_id\n"

static void
test_match (gconstpointer data)
{
  const MatchCase *match = data;
  g_autoptr(HipTestDir) dir = hip_test_dir_new ();
  g_autoptr(HipTestLog) log = hip_test_log_new ("2026-03-02");
  g_autofree char *contents = g_strconcat (RUN_HEADER, match->row, "\n", NULL);
  g_autofree char *path = hip_test_dir_write (dir, "runs.csv", contents);
  g_autoptr(HipHistory) history = NULL;
  g_autoptr(HipImportPlan) plan = NULL;
  HipRun *run = hip_test_log_run (log, "Mon", match->distance_m);

  run->start_s = match->start_s;
  run->utc_offset_min = match->start_s != HIP_UNSET ? 60 : HIP_UNSET;
  run->duration_s = match->duration_s;
  run->source = g_strdup ("strava");
  run->source_id = g_strdup ("7");
  history = hip_test_log_history (log);
  plan = fixture_read (path, history);
  g_assert_cmpuint (plan->rejected->len, ==, 0);
  g_assert_cmpuint (plan->added.runs, ==, match->same ? 0 : 1);
  g_assert_cmpuint (plan->duplicates->len, ==, match->same ? 1 : 0);
  if (match->same)
    {
      const HipImportDuplicate *duplicate = g_ptr_array_index (plan->duplicates, 0);

      g_assert_cmpuint (duplicate->line, ==, 2);
      g_assert_true (duplicate->met == hip_history_get_run (history, 0));
    }
}

/* Each run of the log is met once, and by the row that fits it best. */
static void
test_met_once (void)
{
  static const char two[] = "date,distance_m\n2026-03-02,5000\n2026-03-02,5000\n";
  g_autoptr(HipTestDir) dir = hip_test_dir_new ();
  g_autoptr(HipHistory) empty = hip_history_new_empty ();
  g_autoptr(HipHistory) one =
                fixture_import (dir, "one.csv", "date,distance_m\n2026-03-02,5000\n", empty);
  g_autofree char *path = hip_test_dir_write (dir, "two.csv", two);
  g_autoptr(HipImportPlan) plan = fixture_read (path, one);
  g_autoptr(HipHistory) both = hip_history_with_change (one, plan->change);
  g_autoptr(HipImportPlan) again = fixture_read (path, both);

  g_assert_cmpuint (plan->added.runs, ==, 1);
  g_assert_cmpuint (plan->duplicates->len, ==, 1);
  g_assert_cmpuint (again->added.runs, ==, 0);
  g_assert_cmpuint (again->duplicates->len, ==, 2);
}

/* The first row would do for both runs, the second only for the first of them. */
static void
test_surest_first (void)
{
  static const char existing[] = RUN_HEADER "2026-03-02,08:00:00,60,10000,3000,,\n"
                                            "2026-03-02,08:00:50,60,10000,3000,,\n";
  static const char rows[] = RUN_HEADER "2026-03-02,08:00:50,60,10000,3000,,\n"
                                        "2026-03-02,08:00:00,60,10000,3000,,\n";
  g_autoptr(HipTestDir) dir = hip_test_dir_new ();
  g_autoptr(HipHistory) empty = hip_history_new_empty ();
  g_autoptr(HipHistory) history = fixture_import (dir, "a.csv", existing, empty);
  g_autofree char *path = hip_test_dir_write (dir, "b.csv", rows);
  g_autoptr(HipImportPlan) plan = fixture_read (path, history);

  g_assert_cmpuint (hip_history_get_n_runs (history), ==, 2);
  g_assert_cmpuint (plan->added.runs, ==, 0);
  for (guint i = 0; i < 2; i++)
    {
      const HipImportDuplicate *duplicate = g_ptr_array_index (plan->duplicates, i);

      g_assert_cmpint (((HipRun *) duplicate->met)->start_s, ==,
                       ((HipRun *) duplicate->record)->start_s);
    }
}

static void
test_keep_duplicates (void)
{
  static const char rows[] = RUN_HEADER "2026-03-02,08:00:00,60,10000,3000,,\n"
                                        "2026-03-03,08:00:00,60,10000,3000,strava,1\n";
  g_autoptr(HipTestDir) dir = hip_test_dir_new ();
  g_autoptr(HipHistory) empty = hip_history_new_empty ();
  g_autoptr(HipHistory) history = fixture_import (dir, "a.csv", rows, empty);
  g_autofree char *path = hip_test_dir_path (dir, "a.csv");
  g_autoptr(HipImportPlan) plan = NULL;
  HipImportOptions options;

  fixture_options (&options);
  options.keep_duplicates = TRUE;
  plan = fixture_read_with (path, history, &options);
  /* What has an id is never there twice. */
  g_assert_cmpuint (plan->added.runs, ==, 1);
  g_assert_cmpuint (plan->duplicates->len, ==, 2);
}

static void
test_pain_and_care (void)
{
  static const char pain[] = "date,side,score\n2026-03-02,left,3\n2026-03-02,right,4\n";
  static const char more[] = "date,side,score\n2026-03-02,left,9\n2026-03-03,left,5\n"
                             "2026-03-03,left,6\n";
  static const char care[] = "date,kind,minutes,note\n2026-03-02,ice,10,\n2026-03-02,ice,10,\n";
  g_autoptr(HipTestDir) dir = hip_test_dir_new ();
  g_autoptr(HipHistory) empty = hip_history_new_empty ();
  g_autoptr(HipHistory) first = fixture_import (dir, "pain.csv", pain, empty);
  g_autoptr(HipHistory) second = fixture_import (dir, "pain.csv", more, first);
  g_autoptr(HipHistory) third = fixture_import (dir, "care.csv", care, second);
  g_autoptr(HipHistory) fourth = fixture_import (dir, "care.csv", care, third);

  g_assert_cmpuint (hip_history_get_n_pain_days (fourth), ==, 3);
  g_assert_cmpint (hip_history_get_pain_day (fourth, 0)->score, ==, 3);
  g_assert_cmpint (hip_history_get_pain_day (fourth, 2)->score, ==, 5);
  g_assert_cmpuint (hip_history_get_n_care (fourth), ==, 2);
}

/* The same day, questions and answers, or another one; each of the log is met once. */
static void
test_screenings (void)
{
  static const char first[] = "date,asked,yes,seen\n2026-03-02,fall;fever,fever,\n"
                              "2026-03-02,fall,,\n2026-03-02,fall,,\n";
  static const char more[] = "date,asked,yes,seen\n"
                             "2026-03-02,fever;fall,fever,\n" /* the same */
                             "2026-03-02,fall;fever,fall,\n"
                             "2026-03-02,fall;fever;pop,fever,\n"
                             "2026-03-03,fall;fever,fever,\n"
                             "2026-03-02,fall,,\n2026-03-02,fall,,\n" /* both the same */
                             "2026-03-02,fall,,\n";
  g_autoptr(HipTestDir) dir = hip_test_dir_new ();
  g_autoptr(HipHistory) empty = hip_history_new_empty ();
  g_autoptr(HipHistory) history = fixture_import (dir, "a.csv", first, empty);
  g_autofree char *path = hip_test_dir_write (dir, "b.csv", more);
  g_autoptr(HipImportPlan) plan = fixture_read (path, history);
  g_autoptr(HipHistory) after = hip_history_with_change (history, plan->change);
  g_autoptr(HipChange) undo = hip_history_undo_import (after, 2);
  g_autoptr(HipHistory) undone = hip_history_with_change (after, undo);

  g_assert_cmpuint (hip_history_get_n_screenings (history), ==, 3);
  g_assert_cmpuint (plan->added.screenings, ==, 4);
  g_assert_cmpuint (plan->duplicates->len, ==, 3);
  g_assert_cmpuint (hip_history_get_n_screenings (after), ==, 7);
  g_assert_cmpuint (hip_history_get_n_screenings (undone), ==, 3);
  g_assert_cmpuint (hip_history_get_n_imports (undone), ==, 1);
}

/* Seen by a professional before or after the file was written: the log's own word stands. */
static void
test_seen_screenings (void)
{
  static const char before[] = "date,asked,yes,seen\n2026-03-02,fall,fall,\n"
                               "2026-03-03,fall,fall,yes\n2026-03-04,fall,fall,\n";
  static const char after[] = "date,asked,yes,seen\n2026-03-02,fall,fall,yes\n"
                              "2026-03-03,fall,fall,\n2026-03-04,fall,,\n";
  g_autoptr(HipTestDir) dir = hip_test_dir_new ();
  g_autoptr(HipHistory) empty = hip_history_new_empty ();
  g_autoptr(HipHistory) history = fixture_import (dir, "a.csv", before, empty);
  g_autoptr(HipHistory) both = fixture_import (dir, "b.csv", after, history);

  g_assert_cmpuint (hip_history_get_n_screenings (both), ==, 4);
  g_assert_false (hip_history_get_screening (both, 0)->seen);
  g_assert_true (hip_history_get_screening (both, 1)->seen);
}

static void
test_keep_equal_screenings (void)
{
  g_autoptr(HipTestDir) dir = hip_test_dir_new ();
  g_autoptr(HipHistory) empty = hip_history_new_empty ();
  g_autoptr(HipHistory) history =
                fixture_import (dir, "a.csv", "date,asked\n2026-03-02,fall\n", empty);
  g_autofree char *path = hip_test_dir_path (dir, "a.csv");
  g_autoptr(HipImportPlan) plan = NULL;
  HipImportOptions options;

  fixture_options (&options);
  options.keep_duplicates = TRUE;
  plan = fixture_read_with (path, history, &options);
  g_assert_cmpuint (plan->added.screenings, ==, 1);
  g_assert_cmpuint (plan->duplicates->len, ==, 1);
}

static void
test_shoes (void)
{
  static const char runs[] = "date,distance_m,shoe\n2026-03-02,5000,Old\n2026-03-03,5000,New\n"
                             "2026-03-04,5000,New\n2026-03-05,5000,\n";
  g_autoptr(HipTestDir) dir = hip_test_dir_new ();
  g_autoptr(HipHistory) empty = hip_history_new_empty ();
  g_autoptr(HipHistory) shoes = fixture_import (dir, "s.csv", "name,brand\nOld,Acme\n", empty);
  g_autoptr(HipHistory) history = fixture_import (dir, "runs.csv", runs, shoes);
  g_autofree char *again = hip_test_dir_write (dir, "s.csv", "name,brand\nOld,Other\nThird,\n");
  g_autoptr(HipImportPlan) plan = fixture_read (again, history);

  g_assert_cmpuint (hip_history_get_n_shoes (history), ==, 2);
  g_assert_cmpstr (hip_history_get_shoe (history, 0)->brand, ==, "Acme");
  g_assert_cmpstr (hip_history_get_shoe (history, 1)->name, ==, "New");
  g_assert_cmpint (hip_history_get_run (history, 0)->shoe_id, ==,
                   hip_history_get_shoe (history, 0)->rec.id);
  g_assert_cmpint (hip_history_get_run (history, 2)->shoe_id, ==,
                   hip_history_get_shoe (history, 1)->rec.id);
  g_assert_cmpint (hip_history_get_run (history, 3)->shoe_id, ==, 0);
  g_assert_cmpuint (plan->added.shoes, ==, 1);
  g_assert_cmpuint (plan->duplicates->len, ==, 1);
}

/* Duplicates bring no shoes. */
static void
test_no_shoes_of_duplicates (void)
{
  g_autoptr(HipTestDir) dir = hip_test_dir_new ();
  g_autoptr(HipHistory) empty = hip_history_new_empty ();
  g_autoptr(HipHistory) history =
                fixture_import (dir, "a.csv", "date,distance_m\n2026-03-02,5000\n", empty);
  g_autofree char *path =
      hip_test_dir_write (dir, "b.csv", "date,distance_m,shoe\n2026-03-02,5000,Blue\n");
  g_autoptr(HipImportPlan) plan = fixture_read (path, history);

  g_assert_cmpuint (plan->added.shoes, ==, 0);
  g_assert_cmpuint (hip_change_get_n (plan->change), ==, 0);
}

/* In whatever order the files are named, and how often. */
static void
test_several_files (void)
{
  g_autoptr(HipTestDir) dir = hip_test_dir_new ();
  g_autofree char *runs =
      hip_test_dir_write (dir, "runs.csv", "date,distance_m,shoe\n2026-03-02,5000,Blue\nx,1,\n");
  g_autofree char *shoes = hip_test_dir_write (dir, "shoes.csv", "name,brand\nBlue,Acme\n");
  g_autofree char *missing = hip_test_dir_path (dir, "missing.csv");
  g_autofree char *link = hip_test_dir_path (dir, "./runs.csv");
  const char *paths[] = { runs, missing, shoes, link, hip_test_dir_get_path (dir), NULL };
  g_autoptr(HipHistory) empty = hip_history_new_empty ();
  g_autoptr(HipImportPlan) plan = NULL;
  g_autofree char *reason = NULL;
  HipImportOptions options;
  const HipImport *import;

  fixture_options (&options);
  plan = hip_importer_read_paths (paths, &options, empty, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (plan->n_files, ==, 2);
  g_assert_cmpuint (plan->added.runs, ==, 1);
  g_assert_cmpuint (plan->added.shoes, ==, 1);
  g_assert_cmpuint (plan->rejected->len, ==, 2);
  reason = hip_import_reject_to_string (g_ptr_array_index (plan->rejected, 1));
  g_assert_true (g_str_has_prefix (reason, runs));
  g_assert_nonnull (strstr (reason, "runs.csv:3: "));
  import = (HipImport *) hip_change_get (plan->change, 0)->after;
  g_assert_cmpint (import->rec.kind, ==, HIP_RECORD_IMPORT);
  g_assert_cmpint (import->rec.id, ==, HIP_IMPORT_PLACEHOLDER_ID);
  g_assert_cmpstr (import->name, ==, "runs.csv and 4 more");
  g_assert_cmpstr (((HipShoe *) hip_change_get (plan->change, 1)->after)->brand, ==, "Acme");
}

/* The window's way: files are called by their names. */
static void
test_names (void)
{
  g_autoptr(HipTestDir) dir = hip_test_dir_new ();
  g_autofree char *path = hip_test_dir_write (dir, "runs.csv", "date,distance_m\nx,1\n");
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(HipHistory) empty = hip_history_new_empty ();
  g_autoptr(HipImportPlan) plan = NULL;
  g_autofree char *reason = NULL;
  HipImportOptions options;

  fixture_options (&options);
  g_ptr_array_add (files, g_file_new_for_path (path));
  plan = hip_importer_read (files, &options, empty, NULL, NULL, NULL, NULL);
  reason = hip_import_reject_to_string (g_ptr_array_index (plan->rejected, 0));
  g_assert_true (g_str_has_prefix (reason, "runs.csv:2: "));
  g_assert_cmpstr (hip_change_get_label (plan->change), ==, "Imported “runs.csv”");
}

static void
test_empty_folder (void)
{
  g_autoptr(HipTestDir) dir = hip_test_dir_new ();
  g_autoptr(HipHistory) empty = hip_history_new_empty ();
  g_autoptr(HipImportPlan) plan = fixture_read (hip_test_dir_get_path (dir), empty);

  g_assert_cmpuint (plan->rejected->len, ==, 1);
  g_assert_cmpuint (plan->n_files, ==, 0);
}

static void
progress_cb (double fraction, guint rows, gpointer user_data)
{
  double *last = user_data;

  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <=, 1.0);
  *last = fraction;
}

static char *
write_many_rows (HipTestDir *dir, guint n)
{
  g_autoptr(GString) text = g_string_new ("date,distance_m\n");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "20%02u-%02u-%02u,%u\n", i % 26, i % 12 + 1, i % 28 + 1,
                            1000 + i % 20000);
  return hip_test_dir_write (dir, "runs.csv", text->str);
}

static void
test_progress_and_cancel (void)
{
  g_autoptr(HipTestDir) dir = hip_test_dir_new ();
  g_autofree char *path = write_many_rows (dir, 20000);
  const char *paths[] = { path, NULL };
  g_autoptr(HipHistory) empty = hip_history_new_empty ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(HipImportPlan) plan = NULL;
  HipImportOptions options;
  double last = 0;

  fixture_options (&options);
  plan = hip_importer_read_paths (paths, &options, empty, progress_cb, &last, cancellable, NULL);
  g_assert_cmpuint (plan->added.runs, ==, 20000);
  g_assert_cmpfloat (last, ==, 1.0);

  g_cancellable_cancel (cancellable);
  g_assert_null (hip_importer_read_paths (paths, &options, empty, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Not one with each: 20,000 rows against 20,000 runs are quickly compared. */
static void
test_many (void)
{
  g_autoptr(HipTestDir) dir = hip_test_dir_new ();
  g_autofree char *path = write_many_rows (dir, 20000);
  g_autoptr(HipHistory) empty = hip_history_new_empty ();
  g_autoptr(HipImportPlan) plan = fixture_read (path, empty);
  g_autoptr(HipHistory) history = hip_history_with_change (empty, plan->change);
  g_autoptr(HipImportPlan) again = NULL;
  gint64 start = g_get_monotonic_time ();

  again = fixture_read (path, history);
  g_test_message ("%" G_GINT64_FORMAT " ms", (g_get_monotonic_time () - start) / 1000);
  g_assert_cmpuint (again->added.runs, ==, 0);
  g_assert_cmpuint (again->duplicates->len, ==, 20000);
}

/* A file that has something wrong in each row is not told about for ever. */
static void
test_many_rejects (void)
{
  g_autoptr(HipTestDir) dir = hip_test_dir_new ();
  g_autoptr(GString) text = g_string_new ("date,distance_m\n");
  g_autofree char *path = NULL;
  g_autoptr(HipHistory) empty = hip_history_new_empty ();
  g_autoptr(HipImportPlan) plan = NULL;
  g_autofree char *last = NULL;

  for (guint i = 0; i < HIP_IMPORT_MAX_MESSAGES + 50; i++)
    g_string_append (text, "x,1\n");
  g_string_append (text, "2026-03-02,5000\n");
  path = hip_test_dir_write (dir, "runs.csv", text->str);
  plan = fixture_read (path, empty);
  g_assert_cmpuint (plan->added.runs, ==, 1);
  g_assert_cmpuint (plan->rejected->len, ==, HIP_IMPORT_MAX_MESSAGES + 1);
  last = fixture_reason (plan, HIP_IMPORT_MAX_MESSAGES);
  g_assert_cmpstr (last, ==, "10002: There is more like this, which is not listed.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (match_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/exchange/importer/match/%s", match_cases[i].name);

      g_test_add_data_func (path, &match_cases[i], test_match);
    }
  g_test_add_func ("/exchange/importer/met-once", test_met_once);
  g_test_add_func ("/exchange/importer/surest-first", test_surest_first);
  g_test_add_func ("/exchange/importer/keep-duplicates", test_keep_duplicates);
  g_test_add_func ("/exchange/importer/pain-and-care", test_pain_and_care);
  g_test_add_func ("/exchange/importer/screenings", test_screenings);
  g_test_add_func ("/exchange/importer/screenings/seen", test_seen_screenings);
  g_test_add_func ("/exchange/importer/screenings/keep", test_keep_equal_screenings);
  g_test_add_func ("/exchange/importer/shoes", test_shoes);
  g_test_add_func ("/exchange/importer/no-shoes-of-duplicates", test_no_shoes_of_duplicates);
  g_test_add_func ("/exchange/importer/several-files", test_several_files);
  g_test_add_func ("/exchange/importer/names", test_names);
  g_test_add_func ("/exchange/importer/empty-folder", test_empty_folder);
  g_test_add_func ("/exchange/importer/progress-and-cancel", test_progress_and_cancel);
  g_test_add_func ("/exchange/importer/many", test_many);
  g_test_add_func ("/exchange/importer/many-rejects", test_many_rejects);
  return g_test_run ();
}
