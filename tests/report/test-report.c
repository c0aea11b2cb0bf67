// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-report.h"

#include <math.h>

#include "hip-test-log.h"

static HipDay
day (const char *iso)
{
  HipDay value;

  g_assert_true (hip_day_parse (iso, &value));

  return value;
}

static HipReport *
new_report (HipTestLog *log, const char *from, const char *to, const char *today)
{
  g_autoptr (HipHistory) history = hip_test_log_history (log);
  HipLimits limits;

  hip_limits_init_default (&limits);

  return hip_report_new (history, &limits, from != NULL ? day (from) : HIP_DAY_NONE,
                         to != NULL ? day (to) : HIP_DAY_NONE, day (today), " Nina ");
}

/* @n scores from @first on, a day each. */
static void
score (HipTestLog *log, const char *first, HipSide side, guint n, gint32 value)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *iso = hip_day_to_iso (day (first) + (HipDay) i);

      hip_test_log_pain (log, iso, side, value);
    }
}

/* Four weeks of 30 km, four of 36 km; from a Monday to a Sunday, 56 days. */
static HipTestLog *
new_eight_weeks (void)
{
  HipTestLog *log = hip_test_log_new ("2026-01-05");

  hip_test_log_weeks (log, 4, "Mon Wed Fri", 10000);
  hip_test_log_weeks (log, 4, "Mon Wed Fri", 12000);

  return log;
}

static void
test_load (void)
{
  g_autoptr (HipTestLog) log = new_eight_weeks ();
  g_autoptr (HipReport) report = new_report (log, "2026-01-05", NULL, "2026-03-01");

  g_assert_cmpstr (report->name, ==, "Nina");
  g_assert_cmpuint (report->n_days, ==, 56);
  g_assert_cmpuint (report->n_recorded, ==, 56);
  g_assert_cmpuint (report->n_scored, ==, 0);
  g_assert_cmpuint (report->load.n_runs, ==, 24);
  g_assert_cmpuint (report->load.n_run_days, ==, 24);
  g_assert_cmpint (report->load.total_m, ==, 264000);
  g_assert_cmpint (report->load.longest_m, ==, 12000);
  g_assert_cmpint (report->load.longest_on, ==, day ("2026-02-27"));
  g_assert_cmpfloat (report->load.week_mean_m, ==, 33000);
  g_assert_cmpfloat (report->load.recent_m, ==, 144000);
  g_assert_cmpfloat (report->load.before_m, ==, 120000);
  g_assert_cmpint (report->load.change_percent, ==, 20);
  g_assert_cmpuint (report->weeks->n, ==, 8);
}

/* What is compared need not lie in the period, but must be known. */
static void
test_change (void)
{
  g_autoptr (HipTestLog) log = new_eight_weeks ();
  g_autoptr (HipReport) last = new_report (log, "2026-02-26", NULL, "2026-03-01");
  g_autoptr (HipReport) young = new_report (log, NULL, "2026-02-28", "2026-03-01");

  g_assert_cmpuint (last->load.n_runs, ==, 1);
  g_assert_true (isnan (last->load.week_mean_m));
  g_assert_cmpint (last->load.change_percent, ==, 20);
  /* The first of the 56 days is the one before the log. */
  g_assert_cmpuint (young->n_days, ==, 55);
  g_assert_cmpfloat (young->load.recent_m, ==, 144000);
  g_assert_true (isnan (young->load.before_m));
  g_assert_cmpint (young->load.change_percent, ==, HIP_UNSET);
}

static void
test_two_runs_a_day (void)
{
  g_autoptr (HipTestLog) log = hip_test_log_new ("2026-03-02");
  g_autoptr (HipReport) report = NULL;

  hip_test_log_run (log, "Mon", 4000);
  hip_test_log_run (log, "Mon", 5000);
  report = new_report (log, NULL, NULL, "2026-03-02");
  g_assert_cmpuint (report->n_days, ==, 1);
  g_assert_cmpuint (report->load.n_runs, ==, 2);
  g_assert_cmpuint (report->load.n_run_days, ==, 1);
  g_assert_cmpint (report->load.longest_m, ==, 5000);
}

static void
test_pain (void)
{
  g_autoptr (HipTestLog) log = new_eight_weeks ();
  g_autoptr (HipReport) report = NULL;
  const HipReportPain *left, *right;

  score (log, "2026-01-20", HIP_SIDE_LEFT, 8, 2);
  score (log, "2026-02-10", HIP_SIDE_LEFT, 8, 3);
  score (log, "2026-02-20", HIP_SIDE_LEFT, 2, 5);
  score (log, "2026-02-20", HIP_SIDE_RIGHT, 1, 0);
  report = new_report (log, "2026-01-05", NULL, "2026-03-01");
  left = &report->pain[HIP_SIDE_LEFT];
  right = &report->pain[HIP_SIDE_RIGHT];

  g_assert_cmpuint (report->n_scored, ==, 18);
  g_assert_cmpuint (left->n_scores, ==, 18);
  g_assert_cmpfloat_with_epsilon (left->mean, 50.0 / 18, 1e-12);
  g_assert_cmpint (left->worst, ==, 5);
  g_assert_cmpint (left->worst_on, ==, day ("2026-02-21"));
  g_assert_cmpuint (left->n_sore, ==, 10);
  g_assert_cmpuint (left->n_before, ==, 8);
  g_assert_cmpuint (left->n_recent, ==, 10);
  g_assert_cmpfloat (left->before, ==, 2);
  g_assert_cmpfloat_with_epsilon (left->recent, 3.4, 1e-12);
  g_assert_cmpint (left->trend, ==, HIP_REPORT_TREND_HIGHER);
  /* A score of 0 is one, and no pain; it is not a missing one. */
  g_assert_cmpuint (right->n_scores, ==, 1);
  g_assert_cmpfloat (right->mean, ==, 0);
  g_assert_cmpint (right->worst, ==, 0);
  g_assert_cmpuint (right->n_sore, ==, 0);
  g_assert_cmpint (right->trend, ==, HIP_REPORT_TREND_UNKNOWN);
}

static HipReportTrend
find_trend (guint n_before, gint32 before, guint n_recent, gint32 recent, gint32 last)
{
  g_autoptr (HipTestLog) log = hip_test_log_new ("2026-01-05");
  g_autoptr (HipReport) report = NULL;

  score (log, "2026-01-05", HIP_SIDE_RIGHT, n_before, before);
  score (log, "2026-02-02", HIP_SIDE_RIGHT, n_recent - 1, recent);
  hip_test_log_pain (log, "2026-03-01", HIP_SIDE_RIGHT, last);
  report = new_report (log, NULL, NULL, "2026-03-01");

  return report->pain[HIP_SIDE_RIGHT].trend;
}

static void
test_trend (void)
{
  g_assert_cmpint (find_trend (8, 2, 8, 3, 3), ==, HIP_REPORT_TREND_HIGHER);
  g_assert_cmpint (find_trend (8, 2, 8, 3, 2), ==, HIP_REPORT_TREND_SAME);
  g_assert_cmpint (find_trend (8, 2, 8, 1, 1), ==, HIP_REPORT_TREND_LOWER);
  g_assert_cmpint (find_trend (8, 2, 8, 1, 2), ==, HIP_REPORT_TREND_SAME);
  g_assert_cmpint (find_trend (7, 2, 8, 9, 9), ==, HIP_REPORT_TREND_UNKNOWN);
  g_assert_cmpint (find_trend (8, 2, 7, 9, 9), ==, HIP_REPORT_TREND_UNKNOWN);
  /* The 28th day before the last 28 counts, the 29th does not. */
  g_assert_cmpint (find_trend (28, 2, 28, 3, 3), ==, HIP_REPORT_TREND_HIGHER);
}

/* The day before the period and the day after it. */
static void
test_period (void)
{
  g_autoptr (HipTestLog) log = hip_test_log_new ("2026-03-02");
  g_autoptr (HipReport) report = NULL;

  for (HipDay date = day ("2026-03-02"); date <= day ("2026-03-05"); date++)
    {
      g_autofree char *iso = hip_day_to_iso (date);

      hip_test_log_run (log, iso, 1000)->note = g_strdup ("a run");
      hip_test_log_pain (log, iso, HIP_SIDE_LEFT, 4)->areas = HIP_AREA_SIDE;
      hip_test_log_care (log, iso, HIP_CARE_ICE, 10);
      hip_test_log_screening (log, iso, HIP_FLAG_FEVER, HIP_FLAG_FEVER);
    }
  report = new_report (log, "2026-03-03", "2026-03-04", "2026-03-10");

  g_assert_cmpuint (report->n_days, ==, 2);
  g_assert_cmpint (report->load.total_m, ==, 2000);
  g_assert_cmpuint (report->pain[HIP_SIDE_LEFT].n_scores, ==, 2);
  g_assert_cmpuint (report->areas.days[1][HIP_SIDE_LEFT], ==, 2);
  g_assert_cmpuint (report->notes->len, ==, 2);
  g_assert_cmpuint (report->screenings->len, ==, 2);
  g_assert_cmpuint (((HipReportFlag *) g_ptr_array_index (report->flags, 0))->n_days, ==, 2);
  g_assert_cmpint (((HipReportCare *) g_ptr_array_index (report->care, 0))->minutes, ==, 20);
}

static void
test_default_period (void)
{
  g_autoptr (HipTestLog) log = new_eight_weeks ();
  g_autoptr (HipReport) young = new_report (log, NULL, NULL, "2026-03-01");
  g_autoptr (HipReport) old = new_report (log, NULL, NULL, "2026-06-01");
  g_autoptr (HipReport) future = new_report (log, "2026-05-01", "2026-05-20", "2026-03-01");

  g_assert_cmpint (young->from, ==, day ("2026-01-05"));
  g_assert_cmpint (old->from, ==, day ("2026-06-01") - 83);
  g_assert_cmpuint (old->n_days, ==, 84);
  /* Nothing can be said of days to come. */
  g_assert_cmpint (future->from, ==, day ("2026-03-01"));
  g_assert_cmpint (future->to, ==, day ("2026-03-01"));
}

static void
test_words (void)
{
  g_autoptr (HipTestLog) log = hip_test_log_new ("2026-03-02");
  g_autoptr (HipReport) report = NULL;
  HipPainDay *pain;

  pain = hip_test_log_pain (log, "Mon", HIP_SIDE_LEFT, 4);
  pain->areas = HIP_AREA_SIDE | HIP_AREA_FRONT;
  pain->onset = HIP_ONSET_SUDDEN;
  pain = hip_test_log_pain (log, "Mon", HIP_SIDE_RIGHT, 2);
  pain->areas = HIP_AREA_SIDE;
  pain->qualities = HIP_QUALITY_BURNING;
  pain = hip_test_log_pain (log, "Tue", HIP_SIDE_LEFT, 4);
  pain->areas = HIP_AREA_SIDE;
  pain->timings = HIP_TIMING_AT_NIGHT;
  report = new_report (log, NULL, NULL, "2026-03-03");

  g_assert_cmpuint (report->areas.days[1][HIP_SIDE_LEFT], ==, 2);
  g_assert_cmpuint (report->areas.days[1][HIP_SIDE_RIGHT], ==, 1);
  g_assert_cmpuint (report->areas.days[0][HIP_SIDE_LEFT], ==, 1);
  g_assert_cmpuint (report->areas.n_days, ==, 2);
  g_assert_cmpuint (report->qualities.days[3][HIP_SIDE_RIGHT], ==, 1);
  g_assert_cmpuint (report->qualities.n_days, ==, 1);
  g_assert_cmpuint (report->timings.days[4][HIP_SIDE_LEFT], ==, 1);
  g_assert_cmpuint (report->onsets.days[HIP_ONSET_SUDDEN - 1][HIP_SIDE_LEFT], ==, 1);
}

/* All words of every vocabulary have a place. */
static void
test_vocabularies (void)
{
  g_assert_cmpuint (hip_vocabulary_get_n (hip_vocabulary_areas ()), <=, HIP_REPORT_MAX_WORDS);
  g_assert_cmpuint (hip_vocabulary_get_n (hip_vocabulary_qualities ()), <=, HIP_REPORT_MAX_WORDS);
  g_assert_cmpuint (hip_vocabulary_get_n (hip_vocabulary_timings ()), <=, HIP_REPORT_MAX_WORDS);
  g_assert_cmpuint (hip_vocabulary_get_n (hip_vocabulary_onsets ()), <=, HIP_REPORT_MAX_WORDS);
}

static void
assert_flag (const HipReport *report,
             guint i,
             HipFlags flag,
             guint n_days,
             const char *last,
             gboolean seen)
{
  const HipReportFlag *found = g_ptr_array_index (report->flags, i);

  g_assert_cmpuint (found->flag, ==, flag);
  g_assert_cmpuint (found->n_days, ==, n_days);
  g_assert_cmpint (found->last, ==, day (last));
  g_assert_cmpint (found->seen, ==, seen);
}

static void
test_flags (void)
{
  g_autoptr (HipTestLog) log = hip_test_log_new ("2026-03-02");
  g_autoptr (HipReport) report = NULL;
  HipPainDay *pain;

  /* A tick and an answer of one day are one day. */
  hip_test_log_pain (log, "Mon", HIP_SIDE_LEFT, 4)->flags = HIP_FLAG_FEVER;
  hip_test_log_screening (log, "Mon", HIP_FLAG_FEVER | HIP_FLAG_FALL, HIP_FLAG_FEVER);
  pain = hip_test_log_pain (log, "Tue", HIP_SIDE_LEFT, 4);
  pain->flags = HIP_FLAG_NUMBNESS;
  pain->seen = TRUE;
  hip_test_log_pain (log, "Wed", HIP_SIDE_RIGHT, 4)->flags = HIP_FLAG_FEVER;
  hip_test_log_screening (log, "Thu", HIP_FLAG_FALL, 0);
  report = new_report (log, NULL, NULL, "2026-03-05");

  g_assert_cmpuint (report->flags->len, ==, 2);
  assert_flag (report, 0, HIP_FLAG_FEVER, 2, "2026-03-04", FALSE);
  assert_flag (report, 1, HIP_FLAG_NUMBNESS, 1, "2026-03-03", TRUE);
  g_assert_cmpuint (report->screenings->len, ==, 2);
  g_assert_cmpint (((HipScreening *) g_ptr_array_index (report->screenings, 0))->date, ==,
                   day ("2026-03-05"));
}

static void
assert_note (const HipReport *report, guint i, HipReportNoteKind kind, const char *text)
{
  const HipReportNote *note = g_ptr_array_index (report->notes, i);

  g_assert_cmpint (note->kind, ==, kind);
  g_assert_cmpstr (note->text, ==, text);
}

static void
test_notes (void)
{
  g_autoptr (HipTestLog) log = hip_test_log_new ("2026-03-02");
  g_autoptr (HipReport) report = NULL;

  hip_test_log_run (log, "Mon", 5000)->note = g_strdup (" hilly\n");
  hip_test_log_run (log, "Tue", 5000)->note = g_strdup ("  ");
  hip_test_log_pain (log, "Mon", HIP_SIDE_RIGHT, 1)->note = g_strdup ("right");
  hip_test_log_pain (log, "Mon", HIP_SIDE_LEFT, 1)->note = g_strdup ("left");
  hip_test_log_pain (log, "Tue", HIP_SIDE_LEFT, 1)->note = g_strdup ("later");
  hip_test_log_care (log, "Wed", HIP_CARE_STRENGTH, 5)->note = g_strdup ("clams");
  report = new_report (log, NULL, NULL, "2026-03-05");

  g_assert_cmpuint (report->notes->len, ==, 5);
  assert_note (report, 0, HIP_REPORT_NOTE_LEFT, "later");
  assert_note (report, 1, HIP_REPORT_NOTE_LEFT, "left");
  assert_note (report, 2, HIP_REPORT_NOTE_RIGHT, "right");
  assert_note (report, 3, HIP_REPORT_NOTE_RUN, "hilly");
  assert_note (report, 4, HIP_REPORT_NOTE_CARE, "clams");
}

static void
test_shoes (void)
{
  g_autoptr (HipTestLog) log = hip_test_log_new ("2026-03-02");
  g_autoptr (HipReport) report = NULL;
  const HipReportShoe *first, *second;
  HipShoe *old;

  old = hip_test_log_shoe (log, "Old", 0);
  hip_test_log_run (log, "Mon", 9000);
  old->retired = day ("2026-03-02");
  hip_test_log_shoe (log, "Blue", 100000);
  hip_test_log_run (log, "Mon", 5000);
  hip_test_log_run (log, "Tue", 6000);
  hip_test_log_shoe (log, "Red", 0);
  hip_test_log_run (log, "Wed", 7000);
  report = new_report (log, "2026-03-03", NULL, "2026-03-05");

  g_assert_cmpuint (report->shoes->len, ==, 2);
  first = g_ptr_array_index (report->shoes, 0);
  second = g_ptr_array_index (report->shoes, 1);
  g_assert_cmpstr (first->shoe->name, ==, "Red");
  g_assert_cmpint (first->period_m, ==, 7000);
  g_assert_cmpstr (second->shoe->name, ==, "Blue");
  g_assert_cmpint (second->period_m, ==, 6000);
  g_assert_cmpint (second->total_m, ==, 111000);
}

static void
test_care (void)
{
  g_autoptr (HipTestLog) log = hip_test_log_new ("2026-03-02");
  g_autoptr (HipReport) report = NULL;
  const HipReportCare *first, *second;

  hip_test_log_care (log, "Mon", HIP_CARE_ICE, 10);
  hip_test_log_care (log, "Mon", HIP_CARE_ICE, 15);
  hip_test_log_care (log, "Tue", HIP_CARE_MASSAGE, HIP_UNSET);
  hip_test_log_care (log, "Wed", HIP_CARE_MASSAGE, 30);
  report = new_report (log, NULL, NULL, "2026-03-05");

  g_assert_cmpuint (report->care->len, ==, 2);
  first = g_ptr_array_index (report->care, 0);
  second = g_ptr_array_index (report->care, 1);
  g_assert_cmpint (first->kind, ==, HIP_CARE_MASSAGE);
  g_assert_cmpuint (first->n_days, ==, 2);
  g_assert_cmpint (first->minutes, ==, 30);
  g_assert_cmpint (second->kind, ==, HIP_CARE_ICE);
  g_assert_cmpuint (second->n_days, ==, 1);
  g_assert_cmpint (second->minutes, ==, 25);
}

static void
test_warnings (void)
{
  g_autoptr (HipTestLog) log = new_eight_weeks ();
  g_autoptr (HipReport) report = NULL;
  const HipReportWarnings *first, *last;
  guint n = 0;

  score (log, "2026-02-10", HIP_SIDE_LEFT, 1, 8);
  score (log, "2026-02-25", HIP_SIDE_LEFT, 1, 9);
  report = new_report (log, NULL, NULL, "2026-03-01");

  g_assert_cmpuint (report->warnings->len, >, 0);
  first = g_ptr_array_index (report->warnings, 0);
  last = g_ptr_array_index (report->warnings, report->warnings->len - 1);
  g_assert_cmpint (hip_warning_get_rule (first->latest), ==, HIP_RULE_PAIN_HIGH);
  g_assert_cmpuint (first->n, ==, 2);
  g_assert_cmpint (hip_warning_get_date (first->latest), ==, day ("2026-02-25"));
  g_assert_cmpint (first->severity, >=, last->severity);
  for (guint i = 0; i < report->warnings->len; i++)
    n += ((const HipReportWarnings *) g_ptr_array_index (report->warnings, i))->n;
  g_assert_cmpuint (n, ==, report->raised->len);
}

static void
test_empty (void)
{
  g_autoptr (HipTestLog) log = hip_test_log_new ("2026-03-02");
  g_autoptr (HipReport) report = new_report (log, NULL, NULL, "2026-03-05");

  g_assert_cmpuint (report->n_days, ==, 84);
  g_assert_cmpuint (report->n_recorded, ==, 0);
  g_assert_cmpint (report->load.total_m, ==, 0);
  g_assert_cmpint (report->load.longest_on, ==, HIP_DAY_NONE);
  g_assert_true (isnan (report->load.week_mean_m));
  g_assert_cmpint (report->load.change_percent, ==, HIP_UNSET);
  g_assert_true (isnan (report->pain[HIP_SIDE_LEFT].mean));
  g_assert_cmpint (report->pain[HIP_SIDE_LEFT].worst, ==, HIP_UNSET);
  g_assert_cmpint (report->pain[HIP_SIDE_LEFT].worst_on, ==, HIP_DAY_NONE);
  g_assert_cmpuint (report->warnings->len, ==, 0);
}

static void
test_twenty_years (void)
{
  g_autoptr (HipTestLog) log = hip_test_log_new ("2006-01-02");
  g_autoptr (HipReport) report = NULL;

  hip_test_log_weeks (log, 20 * 52, "Mon Thu Sun", 8000);
  report = new_report (log, "2006-01-02", NULL, "2025-12-07");

  g_assert_cmpuint (report->n_days, ==, 20 * 52 * 7);
  g_assert_cmpuint (report->load.n_runs, ==, 20 * 52 * 3);
  g_assert_cmpint (report->load.total_m, ==, 20 * 52 * G_GINT64_CONSTANT (24000));
  g_assert_cmpfloat (report->load.week_mean_m, ==, 24000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/load", test_load);
  g_test_add_func ("/report/change", test_change);
  g_test_add_func ("/report/two-runs-a-day", test_two_runs_a_day);
  g_test_add_func ("/report/pain", test_pain);
  g_test_add_func ("/report/trend", test_trend);
  g_test_add_func ("/report/period", test_period);
  g_test_add_func ("/report/default-period", test_default_period);
  g_test_add_func ("/report/words", test_words);
  g_test_add_func ("/report/vocabularies", test_vocabularies);
  g_test_add_func ("/report/flags", test_flags);
  g_test_add_func ("/report/notes", test_notes);
  g_test_add_func ("/report/shoes", test_shoes);
  g_test_add_func ("/report/care", test_care);
  g_test_add_func ("/report/warnings", test_warnings);
  g_test_add_func ("/report/empty", test_empty);
  g_test_add_func ("/report/twenty-years", test_twenty_years);

  return g_test_run ();
}
