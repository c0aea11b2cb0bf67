// SPDX-License-Identifier: GPL-3.0-or-later
/* The edges of the rules about load. */
#include "config.h"

#include "hip-test-boundaries.h"

/* long-run-jump */

/* The longest run of a month, three of half its length, and today's. */
static void
tell_month (HipTestLog *log, gint32 longest, gint32 today)
{
  hip_test_run_ago (log, 27, longest);
  hip_test_run_ago (log, 20, longest / 2);
  hip_test_run_ago (log, 13, longest / 2);
  hip_test_run_ago (log, 6, longest / 2);
  if (today > 0)
    hip_test_run_ago (log, 0, today);
}

static void
tell_run_after_10_km (HipTestLog *log, int metres)
{
  tell_month (log, 10000, metres);
}

static void
tell_run_after_5_km (HipTestLog *log, int metres)
{
  tell_month (log, 5000, metres);
}

static void
tell_jump_after_runs (HipTestLog *log, int n_runs)
{
  for (int i = 1; i <= n_runs; i++)
    hip_test_run_ago (log, 3 * i, 10000);
  hip_test_run_ago (log, 0, 15000);
}

static void
tell_jump_with_fourth_run (HipTestLog *log, int days_ago)
{
  tell_jump_after_runs (log, 3);
  hip_test_run_ago (log, days_ago, 10000);
}

static void
tell_jump_with_longer_run (HipTestLog *log, int days_ago)
{
  tell_month (log, 10000, 15000);
  hip_test_run_ago (log, days_ago, 15000);
}

static void
tell_jump_after_pause (HipTestLog *log, int days)
{
  for (int i = 0; i < 4; i++)
    hip_test_run_ago (log, days + 3 * i, 10000);
  hip_test_run_ago (log, 0, 15000);
}

static void
tell_two_pieces (HipTestLog *log, gint32 duration_s, gint32 next_start_s)
{
  HipRun *first, *second;

  tell_month (log, 10000, 0);
  first = hip_test_run_ago (log, 0, 8000);
  first->start_s = 8 * 3600;
  first->duration_s = duration_s;
  second = hip_test_run_ago (log, 0, 7000);
  second->start_s = next_start_s;
}

static void
tell_pieces_after_pause (HipTestLog *log, int pause_s)
{
  tell_two_pieces (log, 2400, 8 * 3600 + 2400 + pause_s);
}

static void
tell_pieces_of_duration (HipTestLog *log, int duration_s)
{
  tell_two_pieces (log, duration_s, 9 * 3600);
}

static void
tell_old_jump (HipTestLog *log, int days_ago)
{
  for (int i = 1; i <= 4; i++)
    hip_test_run_ago (log, days_ago + i, 10000);
  hip_test_run_ago (log, days_ago, 15000);
}

/* back-too-fast */

/* Weeks of three runs of 10 km, the last run so many days ago. */
static void
tell_weeks_until (HipTestLog *log, int n_weeks, int last_ago)
{
  for (int week = 0; week < n_weeks; week++)
    for (int day = 0; day < 6; day += 2)
      hip_test_run_ago (log, last_ago + 7 * week + day, 10000);
}

static void
tell_back_after (HipTestLog *log, int gap_days)
{
  tell_weeks_until (log, 4, gap_days);
  hip_test_run_ago (log, 0, 5001);
}

static void
tell_back_with (HipTestLog *log, int metres)
{
  tell_weeks_until (log, 4, 14);
  hip_test_run_ago (log, 0, metres);
}

/* A first week back that has come to 15 km by yesterday. */
static void
tell_first_week (HipTestLog *log, int gap_days, gint32 today)
{
  tell_weeks_until (log, 4, 6 + gap_days);
  for (int day = 6; day > 0; day -= 2)
    hip_test_run_ago (log, day, 5000);
  if (today > 0)
    hip_test_run_ago (log, 0, today);
}

static void
tell_first_week_after_30_days (HipTestLog *log, int metres)
{
  tell_first_week (log, 30, metres);
}

static void
tell_first_week_after_31_days (HipTestLog *log, int metres)
{
  tell_first_week (log, 31, metres);
}

static void
tell_first_week_after (HipTestLog *log, int gap_days)
{
  tell_first_week (log, gap_days, 3000);
}

static void
tell_back_since (HipTestLog *log, int days_ago)
{
  tell_weeks_until (log, 4, days_ago + 14);
  hip_test_run_ago (log, days_ago, 5000);
  hip_test_run_ago (log, 5, 5000);
  hip_test_run_ago (log, 3, 5000);
  hip_test_run_ago (log, 0, 5000);
}

static void
tell_back_after_weeks (HipTestLog *log, int n_weeks)
{
  tell_weeks_until (log, n_weeks, 14);
  hip_test_run_ago (log, 0, 5001);
}

/* A run of 12 km so many days before the last one. */
static void
tell_back_after_longest (HipTestLog *log, int days_before)
{
  tell_weeks_until (log, 4, 14);
  hip_test_run_ago (log, 14 + days_before, 12000);
  hip_test_run_ago (log, 0, 5001);
}

/* week-jump */

/* A week so many weeks ago with three runs. */
static void
tell_week (HipTestLog *log, int weeks_ago, gint32 metres)
{
  for (int day = 6; day > 0; day -= 2)
    hip_test_run_ago (log, 7 * weeks_ago + day, metres);
}

static void
tell_weeks (HipTestLog *log, gint32 metres)
{
  for (int week = 4; week >= 0; week--)
    tell_week (log, week, metres);
}

static void
tell_week_of_30_km (HipTestLog *log, int metres)
{
  tell_weeks (log, 10000);
  hip_test_run_ago (log, 0, metres);
}

static void
tell_week_of_15_km (HipTestLog *log, int metres)
{
  tell_weeks (log, 5000);
  hip_test_run_ago (log, 0, metres);
}

static void
tell_week_of_75_km (HipTestLog *log, int metres)
{
  tell_weeks (log, 25000);
  hip_test_run_ago (log, 0, metres);
}

static void
tell_week_of_40_km (HipTestLog *log, int metres)
{
  tell_week_of_30_km (log, metres);
  hip_test_run_ago (log, 5, 10000);
}

/* Crossed by a run of yesterday; today's can only make it worse. */
static void
tell_week_jump_until (HipTestLog *log, int metres)
{
  tell_weeks (log, 10000);
  hip_test_run_ago (log, 1, 4000);
  hip_test_run_ago (log, 0, metres);
}

static void
tell_high_week (HipTestLog *log, int weeks_ago)
{
  for (int week = 5; week > 0; week--)
    for (int day = 6; day > 3; day -= 2)
      hip_test_run_ago (log, 7 * week + day, 10000);
  hip_test_run_ago (log, 7 * weeks_ago + 5, 10000);
  hip_test_run_ago (log, 7 * weeks_ago + 3, 10000);
  hip_test_run_ago (log, 6, 10000);
  hip_test_run_ago (log, 4, 10000);
  hip_test_run_ago (log, 0, 10000);
}

/* A log that begins with a run on one of the last days of last week. */
static void
tell_covered_days (HipTestLog *log, int n_days)
{
  hip_test_run_ago (log, 6 + n_days, 10000);
  hip_test_run_ago (log, 6, 10000);
  hip_test_run_ago (log, 0, 3000);
}

static void
tell_pause_between_weeks (HipTestLog *log, int days)
{
  hip_test_run_ago (log, 34, 10000);
  hip_test_run_ago (log, 32, 10000);
  hip_test_run_ago (log, 32 - days, 10000);
  hip_test_run_ago (log, 13, 10000);
  hip_test_run_ago (log, 6, 10000);
  hip_test_run_ago (log, 4, 10000);
  hip_test_run_ago (log, 0, 10000);
}

static void
tell_pause_before_week (HipTestLog *log, int days)
{
  hip_test_run_ago (log, 27, 10000);
  hip_test_run_ago (log, 6 + days, 10000);
  hip_test_run_ago (log, 6, 10000);
  hip_test_run_ago (log, 0, 9000);
}

static void
tell_week_after_nothing (HipTestLog *log, int metres)
{
  hip_test_pain_ago (log, 13, HIP_SIDE_LEFT, 0);
  if (metres > 0)
    hip_test_run_ago (log, 13, metres);
  hip_test_run_ago (log, 0, 5000);
}

/* effort-jump */

static HipRun *
run_with_effort (HipTestLog *log, int days_ago, gint32 metres, int effort, gint32 duration_s)
{
  HipRun *run = hip_test_run_ago (log, days_ago, metres);

  run->effort = effort;
  run->duration_s = duration_s;
  return run;
}

/* Weeks of three runs of an hour; the last of this week is today's, of so many seconds. */
static void
tell_efforts (HipTestLog *log, int effort, int duration_s)
{
  for (int week = 4; week >= 0; week--)
    for (int day = 6; day > 0; day -= 2)
      if (week > 0 || day > 2)
        run_with_effort (log, 7 * week + day, 10000, effort, 3600);
  run_with_effort (log, 0, 10000, effort, duration_s);
}

static void
tell_efforts_of_6 (HipTestLog *log, int duration_s)
{
  tell_efforts (log, 6, duration_s);
}

static void
tell_efforts_of_4 (HipTestLog *log, int duration_s)
{
  tell_efforts (log, 4, duration_s);
}

/* Weeks of five runs; the first ones of this week and of those before without an effort. */
static void
tell_logged_efforts (HipTestLog *log, int n_logged_before, int n_logged)
{
  static const int days[] = { 6, 5, 4, 3, 0 };

  for (int week = 4; week >= 0; week--)
    for (int i = 0; i < 5; i++)
      {
        int n = week == 0 ? n_logged : n_logged_before;
        int effort = week == 0 ? 10 : 6;
        HipRun *run = run_with_effort (log, 7 * week + days[i], 6000, effort, 3600);

        if (i < 5 - n)
          run->effort = HIP_UNSET;
      }
}

static void
tell_logged_efforts_of_week (HipTestLog *log, int n_logged)
{
  tell_logged_efforts (log, 4, n_logged);
}

static void
tell_logged_efforts_before (HipTestLog *log, int n_logged)
{
  tell_logged_efforts (log, n_logged, 5);
}

static void
tell_effort_and_distance (HipTestLog *log, int metres)
{
  for (int week = 4; week >= 0; week--)
    for (int day = 6; day > 0; day -= 2)
      run_with_effort (log, 7 * week + day, 10000, 6, 3600);
  run_with_effort (log, 0, metres, 10, 3600);
}

static void
tell_effort_of_covered_days (HipTestLog *log, int n_days)
{
  run_with_effort (log, 6 + n_days, 10000, 6, 7200);
  run_with_effort (log, 6, 10000, 6, 7200);
  run_with_effort (log, 0, 2000, 6, 4800);
}

static void
tell_effort_after_pause (HipTestLog *log, int days)
{
  run_with_effort (log, 34, 10000, 5, 7200);
  run_with_effort (log, 32, 10000, 5, 7200);
  run_with_effort (log, 32 - days, 10000, 5, 7200);
  run_with_effort (log, 13, 10000, 5, 7200);
  run_with_effort (log, 6, 10000, 5, 7200);
  run_with_effort (log, 0, 10000, 10, 7200);
}

/* no-rest-day */

static void
tell_streak (HipTestLog *log, int n_days)
{
  for (int day = 0; day < n_days; day++)
    hip_test_run_ago (log, day, 1000);
}

static void
tell_streak_without (HipTestLog *log, int missing)
{
  for (int day = 0; day < 7; day++)
    if (day != missing)
      hip_test_run_ago (log, day, 1000);
}

#define SILENT  HIP_TEST_SILENT
#define NOTE    HIP_SEVERITY_NOTE
#define CAUTION HIP_SEVERITY_CAUTION
#define WARNING HIP_SEVERITY_WARNING

#define JUMP   HIP_RULE_LONG_RUN_JUMP
#define BACK   HIP_RULE_BACK_TOO_FAST
#define WEEK   HIP_RULE_WEEK_JUMP
#define EFFORT HIP_RULE_EFFORT_JUMP
#define STREAK HIP_RULE_NO_REST_DAY

const HipTestBoundary hip_test_load_boundaries[] = {
  { JUMP, "10 %", tell_run_after_10_km, { 11000, SILENT }, { 11001, CAUTION } },
  { JUMP, "30 %", tell_run_after_10_km, { 13000, CAUTION }, { 13001, CAUTION } },
  { JUMP, "double", tell_run_after_10_km, { 20000, CAUTION }, { 20001, WARNING } },
  { JUMP, "a kilometre", tell_run_after_5_km, { 5999, SILENT }, { 6000, CAUTION } },
  { JUMP, "four runs", tell_jump_after_runs, { 3, SILENT }, { 4, CAUTION } },
  { JUMP, "30 days, runs", tell_jump_with_fourth_run, { 31, SILENT }, { 30, CAUTION } },
  { JUMP, "30 days, longest", tell_jump_with_longer_run, { 30, SILENT }, { 31, CAUTION } },
  { JUMP, "the day before", tell_jump_with_longer_run, { 1, CAUTION, 1 }, { 0, CAUTION } },
  { JUMP, "14 days", tell_jump_after_pause, { 14, SILENT }, { 13, CAUTION } },
  { JUMP, "60 minutes", tell_pieces_after_pause, { 3601, SILENT }, { 3600, CAUTION } },
  { JUMP, "no duration", tell_pieces_of_duration, { HIP_UNSET, SILENT }, { 1, CAUTION } },
  { JUMP, "open", tell_old_jump, { 7, SILENT }, { 6, CAUTION, 6 } },

  { BACK, "14 days", tell_back_after, { 13, SILENT }, { 14, CAUTION } },
  { BACK, "90 days", tell_back_after, { 91, SILENT }, { 90, CAUTION } },
  { BACK, "half", tell_back_with, { 5000, SILENT }, { 5001, CAUTION } },
  { BACK, "60 %", tell_first_week_after_30_days, { 3000, SILENT }, { 3001, CAUTION } },
  { BACK, "50 %", tell_first_week_after_31_days, { 0, SILENT }, { 1, CAUTION } },
  { BACK, "30 days off", tell_first_week_after, { 30, SILENT }, { 31, CAUTION } },
  { BACK, "7 days", tell_back_since, { 7, SILENT }, { 6, CAUTION } },
  { BACK, "three blocks", tell_back_after_weeks, { 2, SILENT }, { 3, CAUTION } },
  { BACK, "30 days before", tell_back_after_longest, { 29, SILENT }, { 30, CAUTION } },

  { WEEK, "10 %", tell_week_of_30_km, { 3000, SILENT }, { 3001, NOTE } },
  { WEEK, "30 %", tell_week_of_30_km, { 9000, NOTE }, { 9001, CAUTION } },
  { WEEK, "3 km", tell_week_of_15_km, { 2999, SILENT }, { 3000, NOTE } },
  { WEEK, "50 %", tell_week_of_40_km, { 5000, SILENT }, { 5001, CAUTION }, .limit = 50 },
  { WEEK, "5 %", tell_week_of_75_km, { 3750, SILENT }, { 3751, NOTE }, .limit = 5 },
  { WEEK, "once", tell_week_jump_until, { 5000, NOTE, 1 }, { 5001, CAUTION } },
  { WEEK, "four weeks", tell_high_week, { 4, SILENT }, { 5, CAUTION } },
  { WEEK, "covered", tell_covered_days, { 3, SILENT }, { 4, NOTE } },
  { WEEK, "gap inside", tell_pause_between_weeks, { 14, SILENT }, { 13, CAUTION } },
  { WEEK, "gap at the end", tell_pause_before_week, { 14, SILENT }, { 13, CAUTION } },
  { WEEK, "more than none", tell_week_after_nothing, { 0, SILENT }, { 1, CAUTION } },

  { EFFORT, "10 %", tell_efforts_of_6, { 4680, SILENT }, { 4681, NOTE } },
  { EFFORT, "30 %", tell_efforts_of_6, { 6840, NOTE }, { 6841, CAUTION } },
  { EFFORT, "100", tell_efforts_of_4, { 5099, SILENT }, { 5100, NOTE } },
  { EFFORT, "80 % now", tell_logged_efforts_of_week, { 3, SILENT }, { 4, CAUTION } },
  { EFFORT, "80 % before", tell_logged_efforts_before, { 3, SILENT }, { 4, CAUTION, 3 } },
  { EFFORT, "silent week-jump", tell_effort_and_distance, { 3001, SILENT }, { 3000, CAUTION } },
  { EFFORT, "covered", tell_effort_of_covered_days, { 3, SILENT }, { 4, CAUTION } },
  { EFFORT, "gap", tell_effort_after_pause, { 14, SILENT }, { 13, CAUTION } },

  { STREAK, "7 days", tell_streak, { 6, SILENT }, { 7, NOTE } },
  { STREAK, "once", tell_streak, { 8, NOTE, 1 }, { 7, NOTE } },
  { STREAK, "14 days", tell_streak, { 13, NOTE, 6 }, { 14, NOTE } },
  { STREAK, "no third time", tell_streak, { 21, SILENT }, { 20, NOTE, 6 } },
  { STREAK, "in a row", tell_streak_without, { 3, SILENT }, { -1, NOTE } },
};

const guint hip_test_n_load_boundaries = G_N_ELEMENTS (hip_test_load_boundaries);
