// SPDX-License-Identifier: GPL-3.0-or-later
/* The edges of the rules about shoes. */
#include "config.h"

#include "hip-test-boundaries.h"

/* A pair that comes to so many metres by a run of yesterday and one of today. */
static HipShoe *
add_pair (HipTestLog *log, int metres)
{
  HipShoe *shoe = hip_test_log_shoe (log, "Pegasus", metres - 2000);

  hip_test_run_ago (log, 1, 1000);
  hip_test_run_ago (log, 0, 1000);
  return shoe;
}

static void
tell_pair (HipTestLog *log, int metres)
{
  add_pair (log, metres);
}

static void
tell_replace_at (HipTestLog *log, int metres)
{
  add_pair (log, 600000)->replace_at_m = metres;
}

static void
tell_check_at (HipTestLog *log, int metres)
{
  add_pair (log, 300000)->check_at_m = metres;
}

static void
tell_retired_worn (HipTestLog *log, int days_ago)
{
  add_pair (log, 800000)->retired = hip_test_day_ago (days_ago);
}

static void
tell_retired_soon (HipTestLog *log, int days_ago)
{
  add_pair (log, 480000)->retired = hip_test_day_ago (days_ago);
}

/* Only the runs in the pair count. */
static void
tell_run_worn (HipTestLog *log, int worn)
{
  HipShoe *shoe = add_pair (log, 799000);

  hip_test_log_wear (log, worn ? shoe : NULL);
  hip_test_run_ago (log, 0, 1000);
}

static void
tell_run_soon (HipTestLog *log, int worn)
{
  HipShoe *shoe = add_pair (log, 479000);

  hip_test_log_wear (log, worn ? shoe : NULL);
  hip_test_run_ago (log, 0, 1000);
}

/* one-pair */

/* So many runs of 9 km in a pair, one every second day, the last one as many days ago. */
static HipShoe *
add_pair_runs (HipTestLog *log, int n_runs, int last_ago)
{
  HipShoe *shoe = hip_test_log_shoe (log, "Pegasus", 0);

  for (int i = n_runs - 1; i >= 0; i--)
    hip_test_run_ago (log, last_ago + 2 * i, 9000);
  return shoe;
}

static void
tell_pair_runs (HipTestLog *log, int n_runs)
{
  add_pair_runs (log, n_runs, 0);
}

static void
tell_pair_runs_and_night (HipTestLog *log, int n_runs)
{
  add_pair_runs (log, n_runs, 3);
  hip_test_night_run (log, 4500, HIP_UNSET);
}

static void
tell_pair_run_ago (HipTestLog *log, int days_ago)
{
  add_pair_runs (log, 11, 0);
  hip_test_run_ago (log, days_ago, 9000);
}

static void
tell_run_in_other (HipTestLog *log, int metres)
{
  add_pair_runs (log, 11, 0);
  hip_test_log_shoe (log, "Ghost", 0);
  hip_test_run_ago (log, 3, metres);
}

static void
tell_run_in_none (HipTestLog *log, int metres)
{
  add_pair_runs (log, 11, 0);
  hip_test_log_wear (log, NULL);
  hip_test_run_ago (log, 3, metres);
}

/* Told so many days ago by the twelfth run; one every second day since, and today. */
static void
tell_pair_since (HipTestLog *log, int days_ago)
{
  add_pair_runs (log, 12, days_ago);
  for (int day = days_ago - 2; day > 0; day -= 2)
    hip_test_run_ago (log, day, 9000);
  hip_test_run_ago (log, 0, 9000);
}

static void
tell_retired_pair (HipTestLog *log, int days_ago)
{
  add_pair_runs (log, 12, 0)->retired = hip_test_day_ago (days_ago);
}

static void
tell_pair_and_flags (HipTestLog *log, int flags)
{
  add_pair_runs (log, 12, 0);
  hip_test_pain_ago (log, 0, HIP_SIDE_LEFT, 1)->flags = flags;
}

static void
tell_pair_and_ache (HipTestLog *log, int quality)
{
  HipPainDay *pain = hip_test_pain_ago (log, 0, HIP_SIDE_LEFT, 1);

  add_pair_runs (log, 12, 0);
  pain->areas = HIP_AREA_FRONT;
  pain->timings = HIP_TIMING_DURING_RUN;
  pain->qualities = quality;
}

static void
tell_pair_open (HipTestLog *log, int days_ago)
{
  add_pair_runs (log, 12, days_ago);
}

#define SILENT  HIP_TEST_SILENT
#define TIP     HIP_SEVERITY_TIP
#define NOTE    HIP_SEVERITY_NOTE
#define CAUTION HIP_SEVERITY_CAUTION

#define WORN     HIP_RULE_SHOE_WORN
#define SOON     HIP_RULE_SHOE_WEAR_SOON
#define ONE_PAIR HIP_RULE_ONE_PAIR
#define MI       HIP_UNITS_MI

#define DULL HIP_QUALITY_DULL_ACHE
#define DEEP HIP_QUALITY_DEEP_ACHE

const HipTestBoundary hip_test_shoe_boundaries[] = {
  { WORN, "replace at", tell_pair, { 799999, SILENT }, { 800000, CAUTION } },
  { WORN, "own mark", tell_replace_at, { 600001, SILENT }, { 600000, CAUTION } },
  { WORN, "160 km", tell_pair, { 959999, CAUTION, 1 }, { 960000, CAUTION } },
  { WORN, "320 km", tell_pair, { 1119999, CAUTION, 1 }, { 1120000, CAUTION } },
  { WORN, "100 miles", tell_pair, { 960933, CAUTION, 1 }, { 960934, CAUTION }, .units = MI },
  { WORN, "retired", tell_retired_worn, { 0, SILENT }, { -1, CAUTION } },
  { WORN, "its runs", tell_run_worn, { FALSE, SILENT }, { TRUE, CAUTION } },

  { SOON, "check at", tell_pair, { 479999, SILENT }, { 480000, NOTE } },
  { SOON, "own mark", tell_check_at, { 300001, SILENT }, { 300000, NOTE } },
  { SOON, "not yet worn", tell_pair, { 800000, SILENT }, { 799999, NOTE, 1 } },
  { SOON, "retired", tell_retired_soon, { 0, SILENT }, { -1, NOTE } },
  { SOON, "its runs", tell_run_soon, { FALSE, SILENT }, { TRUE, NOTE } },

  { ONE_PAIR, "12 runs", tell_pair_runs, { 11, SILENT }, { 12, TIP } },
  { ONE_PAIR, "12 runs, pieces", tell_pair_runs_and_night, { 9, SILENT }, { 10, TIP } },
  { ONE_PAIR, "60 days", tell_pair_run_ago, { 60, SILENT }, { 59, TIP } },
  { ONE_PAIR, "90 %", tell_run_in_other, { 11001, SILENT }, { 11000, TIP } },
  { ONE_PAIR, "90 % of all", tell_run_in_none, { 11001, SILENT }, { 11000, TIP } },
  { ONE_PAIR, "90 days", tell_pair_since, { 89, SILENT }, { 90, TIP } },
  { ONE_PAIR, "retired", tell_retired_pair, { 0, SILENT }, { -1, TIP } },
  { ONE_PAIR, "red flag", tell_pair_and_flags, { HIP_FLAG_FALL, SILENT }, { 0, TIP } },
  { ONE_PAIR, "unanswered", tell_pair_and_ache, { DEEP, SILENT }, { DULL, TIP } },
  { ONE_PAIR, "open", tell_pair_open, { 7, SILENT }, { 6, TIP, 6 } },
};

const guint hip_test_n_shoe_boundaries = G_N_ELEMENTS (hip_test_shoe_boundaries);
