// SPDX-License-Identifier: GPL-3.0-or-later
/* The edges of the rules about habits. */
#include "config.h"

#include "hip-test-boundaries.h"

/* no-warm-up */

/* Six runs, so many of them cold, the last one as many days ago. */
static void
tell_warm_ups (HipTestLog *log, int n_cold, HipAnswer first, int last_ago)
{
  for (int i = 0; i < 6; i++)
    hip_test_run_ago (log, last_ago + i, 1000)->warm_up = i >= n_cold ? HIP_ANSWER_YES
                                                          : i == 0    ? first
                                                                      : HIP_ANSWER_NO;
}

static void
tell_cold_runs (HipTestLog *log, int n_cold)
{
  tell_warm_ups (log, n_cold, HIP_ANSWER_NO, 0);
}

static void
tell_fourth_answer (HipTestLog *log, int answer)
{
  tell_warm_ups (log, 4, answer, 0);
}

static void
tell_cold_runs_ago (HipTestLog *log, int days_ago)
{
  tell_warm_ups (log, 4, HIP_ANSWER_NO, days_ago);
}

/* The last three runs are cold, and one before them. */
static void
tell_cold_run_before (HipTestLog *log, int nth_last)
{
  for (int i = 1; i <= 8; i++)
    hip_test_run_ago (log, i - 1, 1000)->warm_up =
        i <= 3 || i == nth_last ? HIP_ANSWER_NO : HIP_ANSWER_YES;
}

/* hard-ground */

static void
run_on (HipTestLog *log, int days_ago, HipSurface surface, gint32 metres)
{
  hip_test_run_ago (log, days_ago, metres)->surface = surface;
}

static void
tell_trail (HipTestLog *log, int metres)
{
  run_on (log, 1, HIP_SURFACE_TRAIL, metres);
  run_on (log, 0, HIP_SURFACE_ROAD, 8000);
  hip_test_pain_ago (log, 0, HIP_SIDE_LEFT, 2);
}

static void
tell_trail_ago (HipTestLog *log, int days_ago)
{
  run_on (log, days_ago, HIP_SURFACE_TRAIL, 3000);
  run_on (log, 0, HIP_SURFACE_ROAD, 8000);
  hip_test_pain_ago (log, 0, HIP_SIDE_LEFT, 2);
}

static void
tell_unknown_ground (HipTestLog *log, int metres)
{
  run_on (log, 1, HIP_SURFACE_UNKNOWN, metres);
  run_on (log, 0, HIP_SURFACE_ROAD, 7000);
  hip_test_pain_ago (log, 0, HIP_SIDE_LEFT, 2);
}

static void
tell_surface (HipTestLog *log, int surface)
{
  run_on (log, 0, surface, 7000);
  hip_test_pain_ago (log, 0, HIP_SIDE_LEFT, 2);
}

static void
tell_mean_pain (HipTestLog *log, int score)
{
  run_on (log, 0, HIP_SURFACE_ROAD, 7000);
  for (int day = 9; day > 0; day--)
    hip_test_pain_ago (log, day, HIP_SIDE_RIGHT, 2);
  hip_test_pain_ago (log, 0, HIP_SIDE_LEFT, 0);
  hip_test_pain_ago (log, 0, HIP_SIDE_RIGHT, score);
}

static void
tell_no_pain_ago (HipTestLog *log, int days_ago)
{
  run_on (log, 0, HIP_SURFACE_ROAD, 7000);
  hip_test_pain_ago (log, days_ago, HIP_SIDE_LEFT, 0);
  hip_test_pain_ago (log, 0, HIP_SIDE_LEFT, 2);
}

static void
tell_any_pain (HipTestLog *log, int n_scores)
{
  run_on (log, 0, HIP_SURFACE_ROAD, 7000);
  if (n_scores > 0)
    hip_test_pain_ago (log, 3, HIP_SIDE_LEFT, 2);
}

/* The run was yesterday's; it is the score of today that counts. */
static void
tell_pain_after_run (HipTestLog *log, int score)
{
  run_on (log, 1, HIP_SURFACE_ROAD, 7000);
  hip_test_pain_ago (log, 1, HIP_SIDE_LEFT, 1);
  hip_test_pain_ago (log, 0, HIP_SIDE_LEFT, score);
}

/* The second piece of a run from last night until today. */
static void
tell_road_after_midnight (HipTestLog *log, int metres)
{
  HipRun *before = hip_test_run_ago (log, 1, 2000), *after = hip_test_run_ago (log, 0, metres);

  before->surface = HIP_SURFACE_TRAIL;
  before->start_s = 23 * 3600;
  before->duration_s = 3000;
  after->surface = HIP_SURFACE_ROAD;
  after->start_s = 600;
  hip_test_pain_ago (log, 1, HIP_SIDE_LEFT, 2);
}

static void
tell_hard_ground_ago (HipTestLog *log, int days_ago)
{
  run_on (log, days_ago, HIP_SURFACE_CONCRETE, 7000);
  hip_test_pain_ago (log, days_ago, HIP_SIDE_LEFT, 5);
}

/* one-sided-ground */

static void
run_askew (HipTestLog *log, int days_ago, HipGround ground)
{
  hip_test_run_ago (log, days_ago, 3000)->ground = ground;
}

static HipPainDay *
hurt_outside (HipTestLog *log, int days_ago, gint32 score)
{
  HipPainDay *pain = hip_test_pain_ago (log, days_ago, HIP_SIDE_RIGHT, score);

  pain->areas = HIP_AREA_SIDE;
  return pain;
}

static void
tell_askew_runs (HipTestLog *log, int n_runs)
{
  for (int i = 0; i < n_runs; i++)
    run_askew (log, 2 * i, HIP_GROUND_CAMBERED);
  hurt_outside (log, 1, 2);
}

static void
tell_askew_run_ago (HipTestLog *log, int days_ago)
{
  tell_askew_runs (log, 2);
  run_askew (log, days_ago, HIP_GROUND_CAMBERED);
}

static void
tell_third_ground (HipTestLog *log, int ground)
{
  tell_askew_runs (log, 2);
  run_askew (log, 5, ground);
}

static void
tell_outer_pain (HipTestLog *log, int score)
{
  for (int i = 0; i < 3; i++)
    run_askew (log, i, HIP_GROUND_UNEVEN);
  hurt_outside (log, 0, score);
}

static void
tell_outer_pain_ago (HipTestLog *log, int days_ago)
{
  for (int i = 0; i < 3; i++)
    run_askew (log, i, HIP_GROUND_ONE_WAY_TRACK);
  hurt_outside (log, days_ago, 4);
}

static void
tell_area (HipTestLog *log, int area)
{
  for (int i = 0; i < 3; i++)
    run_askew (log, i, HIP_GROUND_UNEVEN);
  hurt_outside (log, 0, 4)->areas = area;
}

/* low-cadence */

static void
run_with_cadence (HipTestLog *log, int days_ago, int cadence)
{
  hip_test_run_ago (log, days_ago, 3000)->cadence_spm = cadence;
}

static void
tell_cadence (HipTestLog *log, int cadence)
{
  for (int i = 4; i >= 0; i--)
    run_with_cadence (log, i, cadence);
}

static void
tell_cadences (HipTestLog *log, int n_runs)
{
  for (int i = n_runs - 1; i >= 0; i--)
    run_with_cadence (log, i, 160);
}

static void
tell_cadences_and_night (HipTestLog *log, int n_runs)
{
  for (int i = 0; i < n_runs; i++)
    run_with_cadence (log, 3 + i, 160);
  hip_test_night_run (log, 3000, 160);
}

static void
tell_low_cadences (HipTestLog *log, int n_low)
{
  for (int i = 4; i >= 0; i--)
    run_with_cadence (log, i, i < n_low ? 169 : 175);
}

/* Five high ones before five of which the last is today's. */
static void
tell_newer_cadences (HipTestLog *log, int n_low)
{
  for (int i = 0; i < 10; i++)
    run_with_cadence (log, i, i < n_low ? 150 : 171);
}

/* Runs without a cadence are left out. */
static void
tell_unknown_cadence (HipTestLog *log, int cadence)
{
  tell_low_cadences (log, 2);
  run_with_cadence (log, 5, 160);
  hip_test_run_ago (log, 0, 3000)->cadence_spm = cadence;
}

static void
tell_cadence_again (HipTestLog *log, int days_ago)
{
  for (int i = 4; i >= 0; i--)
    run_with_cadence (log, days_ago + i, 160);
  run_with_cadence (log, 0, 160);
}

static void
tell_cadence_and_flags (HipTestLog *log, int flags)
{
  tell_cadence (log, 160);
  hip_test_pain_ago (log, 0, HIP_SIDE_LEFT, 1)->flags = flags;
}

static void
tell_cadence_ago (HipTestLog *log, int days_ago)
{
  for (int i = 4; i >= 0; i--)
    run_with_cadence (log, days_ago + i, 160);
}

/* no-strength */

static void
tell_sore (HipTestLog *log, int score)
{
  hip_test_care_ago (log, 40, HIP_CARE_STRENGTH);
  hip_test_pain_ago (log, 0, HIP_SIDE_LEFT, score);
}

static void
tell_sore_ago (HipTestLog *log, int days_ago)
{
  hip_test_care_ago (log, 40, HIP_CARE_STRETCHING);
  hip_test_pain_ago (log, days_ago, HIP_SIDE_LEFT, 2);
  hip_test_pain_ago (log, 0, HIP_SIDE_RIGHT, 0);
}

static void
tell_care (HipTestLog *log, int n_care)
{
  for (int i = 0; i < n_care; i++)
    hip_test_care_ago (log, 3, HIP_CARE_ICE);
  hip_test_pain_ago (log, 0, HIP_SIDE_LEFT, 2);
}

static void
tell_strength_ago (HipTestLog *log, int days_ago)
{
  hip_test_care_ago (log, days_ago, HIP_CARE_STRENGTH);
  hip_test_pain_ago (log, 0, HIP_SIDE_LEFT, 2);
}

static void
tell_care_kind (HipTestLog *log, int kind)
{
  hip_test_care_ago (log, 3, kind);
  hip_test_pain_ago (log, 0, HIP_SIDE_LEFT, 2);
}

/* The care log begins after the pain. */
static void
tell_care_after_pain (HipTestLog *log, int n_care)
{
  hip_test_pain_ago (log, 2, HIP_SIDE_LEFT, 2);
  for (int i = 0; i < n_care; i++)
    hip_test_care_ago (log, 0, HIP_CARE_HEAT);
}

static void
tell_sore_and_flags (HipTestLog *log, int flags)
{
  hip_test_care_ago (log, 3, HIP_CARE_ICE);
  hip_test_pain_ago (log, 0, HIP_SIDE_LEFT, 2)->flags = flags;
}

static void
tell_sore_and_quiet (HipTestLog *log, int days_ago)
{
  hip_test_care_ago (log, 40, HIP_CARE_ICE);
  hip_test_pain_ago (log, days_ago, HIP_SIDE_LEFT, 2);
}

#define SILENT HIP_TEST_SILENT
#define TIP    HIP_SEVERITY_TIP
#define NOTE   HIP_SEVERITY_NOTE

#define WARM     HIP_RULE_NO_WARM_UP
#define HARD     HIP_RULE_HARD_GROUND
#define ASKEW    HIP_RULE_ONE_SIDED_GROUND
#define CADENCE  HIP_RULE_LOW_CADENCE
#define STRENGTH HIP_RULE_NO_STRENGTH

#define ROAD     HIP_SURFACE_ROAD
#define CONCRETE HIP_SURFACE_CONCRETE
#define TRACK    HIP_SURFACE_TRACK
#define EVEN     HIP_GROUND_EVEN
#define FALL     HIP_FLAG_FALL

const HipTestBoundary hip_test_habit_boundaries[] = {
  { WARM, "4 runs", tell_cold_runs, { 3, SILENT }, { 4, NOTE } },
  { WARM, "6 runs", tell_cold_run_before, { 7, SILENT }, { 6, NOTE } },
  { WARM, "marked", tell_fourth_answer, { HIP_ANSWER_UNKNOWN, SILENT }, { HIP_ANSWER_NO, NOTE } },
  { WARM, "open", tell_cold_runs_ago, { 7, SILENT }, { 6, NOTE, 6 } },

  { HARD, "80 %", tell_trail, { 2001, SILENT }, { 2000, NOTE } },
  { HARD, "28 days", tell_trail_ago, { 27, SILENT }, { 28, NOTE } },
  { HARD, "70 %", tell_unknown_ground, { 3001, SILENT }, { 3000, NOTE } },
  { HARD, "road", tell_surface, { TRACK, SILENT }, { ROAD, NOTE } },
  { HARD, "concrete", tell_surface, { TRACK, SILENT }, { CONCRETE, NOTE } },
  { HARD, "mean pain", tell_mean_pain, { 1, SILENT }, { 2, NOTE } },
  { HARD, "28 days of pain", tell_no_pain_ago, { 27, SILENT }, { 28, NOTE } },
  { HARD, "any pain", tell_any_pain, { 0, SILENT }, { 1, NOTE } },
  { HARD, "pain after the run", tell_pain_after_run, { 2, SILENT }, { 3, NOTE } },
  { HARD, "after midnight", tell_road_after_midnight, { 7999, SILENT }, { 8000, NOTE } },
  { HARD, "open", tell_hard_ground_ago, { 7, SILENT }, { 6, NOTE, 6 } },

  { ASKEW, "3 runs", tell_askew_runs, { 2, SILENT }, { 3, NOTE } },
  { ASKEW, "14 days", tell_askew_run_ago, { 14, SILENT }, { 13, NOTE } },
  { ASKEW, "uneven", tell_third_ground, { EVEN, SILENT }, { HIP_GROUND_UNEVEN, NOTE } },
  { ASKEW, "cambered", tell_third_ground, { EVEN, SILENT }, { HIP_GROUND_CAMBERED, NOTE } },
  { ASKEW, "one way", tell_third_ground, { EVEN, SILENT }, { HIP_GROUND_ONE_WAY_TRACK, NOTE } },
  { ASKEW, "2 of 10", tell_outer_pain, { 1, SILENT }, { 2, NOTE } },
  { ASKEW, "outer", tell_area, { HIP_AREA_FRONT, SILENT }, { HIP_AREA_SIDE, NOTE } },
  { ASKEW, "14 days of pain", tell_outer_pain_ago, { 14, SILENT }, { 13, NOTE } },

  { CADENCE, "170", tell_cadence, { 170, SILENT }, { 169, TIP } },
  { CADENCE, "5 runs", tell_cadences, { 4, SILENT }, { 5, TIP } },
  { CADENCE, "5 runs, pieces", tell_cadences_and_night, { 3, SILENT }, { 4, TIP, 1 } },
  { CADENCE, "median", tell_low_cadences, { 2, SILENT }, { 3, TIP } },
  { CADENCE, "last 5", tell_newer_cadences, { 2, SILENT }, { 3, TIP } },
  { CADENCE, "logged", tell_unknown_cadence, { HIP_UNSET, SILENT }, { 169, TIP } },
  { CADENCE, "60 days", tell_cadence_again, { 59, SILENT }, { 60, TIP } },
  { CADENCE, "red flag", tell_cadence_and_flags, { FALL, SILENT }, { 0, TIP } },
  { CADENCE, "open", tell_cadence_ago, { 7, SILENT }, { 6, TIP, 6 } },

  { STRENGTH, "2 of 10", tell_sore, { 1, SILENT }, { 2, TIP } },
  { STRENGTH, "14 days", tell_sore_ago, { 14, SILENT }, { 13, TIP } },
  { STRENGTH, "care", tell_care, { 0, SILENT }, { 1, TIP } },
  { STRENGTH, "28 days", tell_strength_ago, { 27, SILENT }, { 28, TIP } },
  { STRENGTH, "kind", tell_care_kind, { HIP_CARE_STRENGTH, SILENT }, { HIP_CARE_REST, TIP } },
  { STRENGTH, "care begins", tell_care_after_pain, { 0, SILENT }, { 1, TIP } },
  { STRENGTH, "red flag", tell_sore_and_flags, { FALL, SILENT }, { 0, TIP } },
  { STRENGTH, "open", tell_sore_and_quiet, { 7, SILENT }, { 6, TIP, 6 } },
};

const guint hip_test_n_habit_boundaries = G_N_ELEMENTS (hip_test_habit_boundaries);
