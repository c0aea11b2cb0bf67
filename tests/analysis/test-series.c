// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-series.h"

#include <math.h>

#include "hip-test-warnings.h"

static HipDaySeries *
new_days (HipTestLog *log, const char *from, const char *to)
{
  g_autoptr(HipHistory) history = hip_test_log_history (log);

  return hip_day_series_new (history, hip_test_day (from), hip_test_day (to));
}

static void
test_ewma (void)
{
  double values[] = { 10, 20, 20, 0 };

  hip_ewma (values, 4, 3, values);
  g_assert_cmpfloat (values[0], ==, 10);
  g_assert_cmpfloat (values[1], ==, 15);
  g_assert_cmpfloat (values[2], ==, 17.5);
  g_assert_cmpfloat (values[3], ==, 8.75);
  hip_ewma (values, 0, 3, values);
}

static void
test_session_load (void)
{
  g_assert_cmpfloat (hip_session_load (7, 5400), ==, 630);
  g_assert_cmpfloat (hip_session_load (0, 5400), ==, 0);
  g_assert_true (isnan (hip_session_load (HIP_UNSET, 5400)));
  g_assert_true (isnan (hip_session_load (7, HIP_UNSET)));
}

static void
test_before_the_log (void)
{
  g_autoptr(HipTestLog) log = hip_test_log_new ("2026-03-02");
  g_autoptr(HipDaySeries) empty = new_days (log, "2026-03-01", "2026-03-03");

  g_assert_cmpuint (empty->n, ==, 3);
  g_assert_true (isnan (empty->distance_m[2]) && isnan (empty->acute[2]));

  hip_test_log_pain (log, "2026-03-02", HIP_SIDE_LEFT, 0);
  hip_test_log_run (log, "2026-03-03", 8000);
  g_autoptr(HipDaySeries) days = new_days (log, "2026-03-01", "2026-03-04");
  g_assert_true (isnan (days->distance_m[0]) && isnan (days->load[0]) && isnan (days->acute[0]));
  g_assert_cmpfloat (days->distance_m[1], ==, 0);
  g_assert_cmpfloat (days->distance_m[2], ==, 8000);
  g_assert_cmpfloat (days->distance_m[3], ==, 0);
  g_assert_cmpfloat (days->acute[1], ==, 0);
  g_assert_cmpfloat (days->acute[2], ==, 2000);
  g_assert_cmpfloat_with_epsilon (days->chronic[2], 8000 * 2.0 / 29, 1e-9);
  g_assert_cmpuint (days->runs[2], ==, 1);

  g_autoptr(HipDaySeries) none = new_days (log, "2026-03-04", "2026-03-03");
  g_assert_cmpuint (none->n, ==, 0);
}

static void
test_not_logged (void)
{
  g_autoptr(HipTestLog) log = hip_test_log_new ("2026-03-02");
  HipRun *run = hip_test_log_run (log, "2026-03-02", 5000);

  run->effort = 5;
  run->duration_s = 1800;
  run = hip_test_log_run (log, "2026-03-02", 5000);
  run->effort = 4;
  run->duration_s = 3600;
  hip_test_log_run (log, "2026-03-03", 5000)->duration_s = 1800;
  hip_test_log_run (log, "2026-03-04", 5000);
  g_autoptr(HipDaySeries) days = new_days (log, "2026-03-02", "2026-03-05");
  g_assert_cmpfloat (days->load[0], ==, 390);
  g_assert_cmpfloat (days->duration_s[0], ==, 5400);
  g_assert_true (isnan (days->load[1]));
  g_assert_cmpfloat (days->duration_s[1], ==, 1800);
  g_assert_true (isnan (days->duration_s[2]));
  g_assert_cmpfloat (days->load[3], ==, 0);
}

static void
test_pain (void)
{
  g_autoptr(HipTestLog) log = hip_test_log_new ("2026-03-02");

  hip_test_log_pain (log, "2026-03-02", HIP_SIDE_LEFT, 0);
  hip_test_log_pain (log, "2026-03-03", HIP_SIDE_LEFT, 2);
  hip_test_log_pain (log, "2026-03-03", HIP_SIDE_RIGHT, 5);
  g_autoptr(HipDaySeries) days = new_days (log, "2026-03-02", "2026-03-04");
  g_assert_cmpfloat (days->pain[0], ==, 0);
  g_assert_true (isnan (days->pain_right[0]));
  g_assert_cmpfloat (days->pain_left[1], ==, 2);
  g_assert_cmpfloat (days->pain_right[1], ==, 5);
  g_assert_cmpfloat (days->pain[1], ==, 5);
  g_assert_true (isnan (days->pain[2]));
}

/* From the log's 28th day on, and the same whatever period is asked for. */
static void
test_ratio (void)
{
  g_autoptr(HipTestLog) log = hip_test_log_new ("2026-03-02");

  hip_test_log_weeks (log, 5, "Mon Tue Thu Sat", 10000);
  g_autoptr(HipDaySeries) all = new_days (log, "2026-03-02", "2026-04-05");
  g_assert_true (isnan (all->ratio[26]));
  g_assert_false (isnan (all->ratio[27]));
  g_assert_cmpfloat (all->ratio[27], ==, all->acute[27] / all->chronic[27]);

  g_autoptr(HipDaySeries) part = new_days (log, "2026-03-29", "2026-03-30");
  g_assert_cmpfloat (part->ratio[0], ==, all->ratio[27]);
  g_assert_cmpfloat (part->acute[1], ==, all->acute[28]);
}

static void
test_weeks (void)
{
  g_autoptr(HipTestLog) log = hip_test_log_new ("2026-03-02");
  HipLimits limits;

  hip_test_log_run (log, "2026-03-05", 9000);
  hip_test_log_skip (log, 1);
  hip_test_log_weeks (log, 1, "Mon Fri", 6005);
  hip_test_log_pain (log, "2026-03-09", HIP_SIDE_LEFT, 2);
  hip_test_log_pain (log, "2026-03-10", HIP_SIDE_RIGHT, 5);
  hip_limits_init_default (&limits);
  g_autoptr(HipHistory) history = hip_test_log_history (log);
  g_autoptr(HipWeekSeries) series = hip_week_series_new (
      history, &limits, hip_test_day ("2026-03-06"), hip_test_day ("2026-03-17"));

  g_assert_cmpuint (series->n, ==, 3);
  g_assert_cmpint (series->weeks[0].start, ==, hip_test_day ("2026-03-02"));
  g_assert_cmpint (series->weeks[0].total_m, ==, 9000);
  g_assert_cmpuint (series->weeks[0].covered_days, ==, 4);
  g_assert_cmpint (series->weeks[0].baseline_m, ==, -1);
  g_assert_cmpint (series->weeks[0].change_percent, ==, HIP_UNSET);
  g_assert_true (isnan (series->weeks[0].mean_pain) && isnan (series->weeks[0].max_pain));

  g_assert_cmpint (series->weeks[1].total_m, ==, 12010);
  g_assert_cmpuint (series->weeks[1].runs, ==, 2);
  g_assert_cmpint (series->weeks[1].longest_m, ==, 6005);
  g_assert_cmpint (series->weeks[1].baseline_m, ==, 9000);
  g_assert_cmpint (series->weeks[1].limit_m, ==, 9900);
  g_assert_cmpint (series->weeks[1].change_percent, ==, 33);
  g_assert_cmpfloat (series->weeks[1].mean_pain, ==, 3.5);
  g_assert_cmpfloat (series->weeks[1].max_pain, ==, 5);

  g_assert_cmpint (series->weeks[2].baseline_m, ==, 12010);
  g_assert_cmpint (series->weeks[2].limit_m, ==, 13211);
  g_assert_cmpint (series->weeks[2].change_percent, ==, -100);
  g_assert_cmpuint (series->weeks[2].covered_days, ==, 7);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/series/ewma", test_ewma);
  g_test_add_func ("/series/session-load", test_session_load);
  g_test_add_func ("/series/before-the-log", test_before_the_log);
  g_test_add_func ("/series/not-logged", test_not_logged);
  g_test_add_func ("/series/pain", test_pain);
  g_test_add_func ("/series/ratio", test_ratio);
  g_test_add_func ("/series/weeks", test_weeks);

  return g_test_run ();
}
