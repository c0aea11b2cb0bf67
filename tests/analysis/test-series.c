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
test_rolling_sum (void)
{
  const double values[] = { 1, 2, NAN, 3, 4, 5, 6 };
  double sums[7];

  hip_rolling_sum (values, 7, 3, sums);
  for (guint i = 0; i < 5; i++)
    g_assert_true (isnan (sums[i]));
  g_assert_cmpfloat (sums[5], ==, 12);
  g_assert_cmpfloat (sums[6], ==, 15);
  hip_rolling_sum (values, 7, 1, sums);
  g_assert_cmpfloat (sums[1], ==, 2);
  g_assert_true (isnan (sums[2]));
}

/* A week's days that are all the same have no monotony, also where they are so in the end only. */
static void
test_monotony_of_a_week (void)
{
  const double third[] = { 0.1 / 3, 0.1 / 3, 0.1 / 3, 0.1 / 3, 0.1 / 3, 0.1 / 3, 0.1 / 3 };
  const double one[] = { 70 };

  g_assert_true (isnan (hip_monotony (third, 7)));
  g_assert_true (isnan (hip_monotony (NULL, 0)));
  /* Mean 10, and six days 10 below it, one 60 above. */
  g_assert_cmpfloat_with_epsilon (hip_monotony (one, 1), 10 / sqrt (600), 1e-12);
  g_assert_cmpfloat_with_epsilon (hip_strain (70, hip_monotony (one, 1)), 700 / sqrt (600), 1e-12);
  g_assert_true (isnan (hip_strain (70, NAN)));
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

/* A pause of 13 days was rest, one of 14 is unknown; so are the days after the last entry. */
static void
test_recorded (void)
{
  static const struct
  {
    const char *back;
    const char *to;
    gboolean recorded;
  } cases[] = {
    { "2026-03-16", "2026-03-20", TRUE }, { "2026-03-17", "2026-03-20", FALSE },
    { "2026-03-16", "2026-03-05", TRUE }, { "2026-03-17", "2026-03-05", FALSE },
    { NULL, "2026-03-15", TRUE },         { NULL, "2026-03-16", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(HipTestLog) log = hip_test_log_new ("2026-03-02");

      hip_test_log_run (log, "2026-03-02", 7000);
      if (cases[i].back != NULL)
        hip_test_log_care (log, cases[i].back, HIP_CARE_ICE, 10);
      g_autoptr(HipDaySeries) days = new_days (log, "2026-03-01", cases[i].to);
      g_assert_false (days->recorded[0]);
      g_assert_true (days->recorded[1]);
      g_assert_true (days->recorded[2] == cases[i].recorded);
      g_assert_true (days->recorded[4] == cases[i].recorded);
      g_assert_true (isnan (days->distance_m[4]) == !cases[i].recorded);
      g_assert_true (isnan (days->load[4]) == !cases[i].recorded);
      g_assert_true (isnan (days->duration_s[4]) == !cases[i].recorded);
      g_assert_true (isnan (days->acute[4]) == !cases[i].recorded);
    }
}

/* Any entry records a day. */
static void
test_recorded_by (void)
{
  g_autoptr(HipTestLog) log = hip_test_log_new ("2026-03-02");

  hip_test_log_care (log, "2026-03-02", HIP_CARE_ICE, 10);
  hip_test_log_pain (log, "2026-03-15", HIP_SIDE_LEFT, 2);
  hip_test_log_run (log, "2026-03-29", 5000);
  hip_test_log_run (log, "2026-04-20", 5000);
  g_autoptr(HipDaySeries) days = new_days (log, "2026-03-02", "2026-04-20");
  for (guint i = 0; i < 28; i++)
    g_assert_true (days->recorded[i] && !isnan (days->distance_m[i]));
  for (guint i = 28; i < 49; i++)
    g_assert_false (days->recorded[i]);
  g_assert_true (days->recorded[49]);
}

/* What was before a stretch that is not recorded no longer counts. */
static void
test_seeded_anew (void)
{
  g_autoptr(HipTestLog) log = hip_test_log_new ("2026-03-02");

  hip_test_log_run (log, "2026-03-02", 8000);
  hip_test_log_run (log, "2026-03-20", 4000);
  hip_test_log_run (log, "2026-03-22", 8000);
  g_autoptr(HipDaySeries) days = new_days (log, "2026-03-02", "2026-03-22");
  g_assert_cmpfloat (days->acute[0], ==, 8000);
  g_assert_true (isnan (days->acute[17]) && isnan (days->chronic[17]));
  g_assert_cmpfloat (days->acute[18], ==, 4000);
  g_assert_cmpfloat (days->chronic[18], ==, 4000);
  g_assert_cmpfloat (days->acute[20], ==, 0.75 * 0.75 * 4000 + 0.25 * 8000);

  /* Where the days between have an entry it does. */
  hip_test_log_pain (log, "2026-03-10", HIP_SIDE_LEFT, 0);
  g_autoptr(HipDaySeries) whole = new_days (log, "2026-03-20", "2026-03-20");
  g_assert_cmpfloat_with_epsilon (whole->acute[0], 8000 * pow (0.75, 18) + 1000, 1e-9);
}

/* A log of runs from 2 March on, with a gap of @gap days after the run on 31 March. */
static HipDaySeries *
new_days_with_gap (int gap, gint32 metres)
{
  g_autoptr(HipTestLog) log = hip_test_log_new ("2026-03-02");
  HipDay first = hip_test_day ("2026-03-02");
  HipDay stop = hip_test_day ("2026-03-31");

  for (HipDay day = first; day < first + 100; day++)
    {
      g_autofree char *iso = hip_day_to_iso (day);

      hip_test_log_pain (log, iso, HIP_SIDE_LEFT, 1);
      if (day <= stop || day >= stop + gap)
        hip_test_log_run (log, iso, metres);
    }
  g_autoptr(HipHistory) history = hip_test_log_history (log);
  return hip_day_series_new (history, first, first + 99);
}

/* 28 days from the day of return on, and not after a shorter break. */
static void
test_ratio_after_a_gap (void)
{
  g_autoptr(HipDaySeries) gap = new_days_with_gap (14, 5000);
  g_autoptr(HipDaySeries) shorter = new_days_with_gap (13, 5000);
  guint back = 29 + 14;

  g_assert_cmpuint (gap->runs[back], ==, 1);
  g_assert_cmpuint (gap->runs[back - 1], ==, 0);
  g_assert_false (isnan (gap->ratio[back - 1]));
  g_assert_true (isnan (gap->ratio[back]));
  g_assert_true (isnan (gap->ratio[back + 27]));
  g_assert_false (isnan (gap->ratio[back + 28]));
  for (guint i = 27; i < shorter->n; i++)
    g_assert_false (isnan (shorter->ratio[i]));
}

static void
test_ratio_of_next_to_nothing (void)
{
  g_autoptr(HipDaySeries) enough = new_days_with_gap (1, 1000);
  g_autoptr(HipDaySeries) less = new_days_with_gap (1, 999);

  g_assert_cmpfloat_with_epsilon (enough->ratio[99], 1, 1e-9);
  g_assert_true (isnan (less->ratio[99]));
}

static void
test_sums (void)
{
  g_autoptr(HipTestLog) log = hip_test_log_new ("2026-03-02");

  hip_test_log_weeks (log, 5, "Mon Tue Thu Sat", 10000);
  hip_test_log_run (log, "Mon", 21000);
  g_autoptr(HipDaySeries) days = new_days (log, "2026-03-01", "2026-04-07");
  g_assert_true (isnan (days->sum_7[6]));
  g_assert_cmpfloat (days->sum_7[7], ==, 40000);
  g_assert_true (isnan (days->sum_28[27]));
  g_assert_cmpfloat (days->sum_28[28], ==, 160000);
  g_assert_cmpfloat (days->sum_7[36], ==, 51000);
  g_assert_cmpfloat (days->sum_7[37], ==, 41000);
  g_assert_cmpfloat (days->sum_28[37], ==, 161000);

  g_autoptr(HipDaySeries) part = new_days (log, "2026-04-07", "2026-04-07");
  g_assert_cmpfloat (part->sum_7[0], ==, days->sum_7[37]);
  g_assert_cmpfloat (part->sum_28[0], ==, days->sum_28[37]);
}

/* Runs of @n_days days of the last week of four (of load 60 each), @silent of them without. The
 * weeks before are full. */
static HipDaySeries *
new_monotony (int n_days, int n_silent)
{
  static const char *const weekdays[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };
  g_autoptr(HipTestLog) log = hip_test_log_new ("2026-03-02");

  for (int week = 0; week < 4; week++)
    {
      for (int day = 0; day < (week < 3 ? 6 : n_days); day++)
        {
          HipRun *run = hip_test_log_run (log, weekdays[day], 5000);

          run->effort = 2;
          run->duration_s = day < n_silent && week == 3 ? HIP_UNSET : 1800;
        }
      hip_test_log_skip (log, 1);
    }
  return new_days (log, "2026-03-02", "2026-03-29");
}

static void
test_monotony (void)
{
  g_autoptr(HipDaySeries) three = new_monotony (3, 0);
  g_autoptr(HipDaySeries) two = new_monotony (2, 0);
  g_autoptr(HipDaySeries) alike = new_monotony (7, 0);
  g_autoptr(HipDaySeries) four_fifths = new_monotony (5, 1);
  g_autoptr(HipDaySeries) fewer = new_monotony (4, 1);
  /* Three and four of seven days of 60. */
  double of_three = 3 / sqrt (12);
  double of_four = 4 / sqrt (12);

  g_assert_cmpfloat_with_epsilon (three->monotony[27], of_three, 1e-12);
  g_assert_cmpfloat_with_epsilon (three->strain[27], 180 * of_three, 1e-9);
  /* Nor before the log's 28th day. */
  g_assert_true (isnan (three->monotony[26]) && isnan (three->strain[26]));
  g_assert_true (isnan (two->monotony[27]) && isnan (two->strain[27]));
  g_assert_true (isnan (alike->monotony[27]) && isnan (alike->strain[27]));
  g_assert_cmpfloat_with_epsilon (four_fifths->monotony[27], of_four, 1e-12);
  g_assert_true (isnan (four_fifths->load[21]));
  g_assert_true (isnan (fewer->monotony[27]));
}

static void
add_week (HipTestLog *log, gint32 effort)
{
  static const char *const weekdays[] = { "Mon", "Wed", "Fri" };

  for (guint i = 0; i < G_N_ELEMENTS (weekdays); i++)
    {
      HipRun *run = hip_test_log_run (log, weekdays[i], 5000);

      run->effort = effort;
      run->duration_s = 1800;
    }
  hip_test_log_skip (log, 1);
}

/* Loads of nothing, and a week that reaches into days that nobody knows of. */
static void
test_no_monotony (void)
{
  g_autoptr(HipTestLog) log = hip_test_log_new ("2026-03-02");

  for (int week = 0; week < 3; week++)
    add_week (log, 3);
  add_week (log, 0);
  hip_test_log_skip (log, 3);
  add_week (log, 3);
  g_autoptr(HipDaySeries) days = new_days (log, "2026-03-02", "2026-04-26");
  g_assert_cmpfloat (days->load[21], ==, 0);
  g_assert_true (isnan (days->monotony[27]));

  /* Back on the 50th day, a Monday; Sunday is the first with a week behind it. */
  g_assert_false (days->recorded[48]);
  g_assert_true (days->recorded[49]);
  g_assert_true (isnan (days->monotony[54]));
  g_assert_cmpfloat_with_epsilon (days->monotony[55], 3 / sqrt (12), 1e-12);
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
  g_test_add_func ("/series/rolling-sum", test_rolling_sum);
  g_test_add_func ("/series/monotony-of-a-week", test_monotony_of_a_week);
  g_test_add_func ("/series/session-load", test_session_load);
  g_test_add_func ("/series/before-the-log", test_before_the_log);
  g_test_add_func ("/series/not-logged", test_not_logged);
  g_test_add_func ("/series/pain", test_pain);
  g_test_add_func ("/series/ratio", test_ratio);
  g_test_add_func ("/series/recorded", test_recorded);
  g_test_add_func ("/series/recorded/by", test_recorded_by);
  g_test_add_func ("/series/seeded-anew", test_seeded_anew);
  g_test_add_func ("/series/ratio/after-a-gap", test_ratio_after_a_gap);
  g_test_add_func ("/series/ratio/of-next-to-nothing", test_ratio_of_next_to_nothing);
  g_test_add_func ("/series/sums", test_sums);
  g_test_add_func ("/series/monotony", test_monotony);
  g_test_add_func ("/series/no-monotony", test_no_monotony);
  g_test_add_func ("/series/weeks", test_weeks);

  return g_test_run ();
}
