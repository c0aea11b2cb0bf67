// SPDX-License-Identifier: GPL-3.0-or-later
/* The edges of the rules about pain and red flags. */
#include "config.h"

#include "hip-test-boundaries.h"

#define LEFT  HIP_SIDE_LEFT
#define RIGHT HIP_SIDE_RIGHT

/* Scores of one side on the days from so many days ago to so many. */
static void
tell_scores (HipTestLog *log, int from_ago, int to_ago, HipSide side, gint32 score)
{
  for (int day = from_ago; day >= to_ago; day--)
    hip_test_pain_ago (log, day, side, score);
}

/* red-flag */

static void
tell_flag (HipTestLog *log, int days_ago)
{
  hip_test_pain_ago (log, days_ago, LEFT, 1)->flags = HIP_FLAG_FALL;
}

static void
tell_flags (HipTestLog *log, int flags)
{
  hip_test_pain_ago (log, 0, RIGHT, 0)->flags = flags;
}

static void
tell_flag_seen (HipTestLog *log, int seen)
{
  HipPainDay *pain = hip_test_pain_ago (log, 0, LEFT, 1);

  pain->flags = HIP_FLAG_FALL;
  pain->seen = seen;
}

static void
tell_yes (HipTestLog *log, int days_ago)
{
  hip_test_answers_ago (log, days_ago, HIP_FLAG_REST_PAIN);
}

static void
tell_answers (HipTestLog *log, int yes)
{
  hip_test_answers_ago (log, 0, yes);
}

static void
tell_yes_seen (HipTestLog *log, int seen)
{
  hip_test_answers_ago (log, 0, HIP_FLAG_REST_PAIN)->seen = seen;
}

/* bone-stress-check */

static HipPainDay *
hurt_in_front (HipTestLog *log, int days_ago, gint32 score)
{
  HipPainDay *pain = hip_test_pain_ago (log, days_ago, LEFT, score);

  pain->areas = HIP_AREA_FRONT;
  return pain;
}

static HipPainDay *
ache_deep (HipTestLog *log, int days_ago)
{
  HipPainDay *pain = hurt_in_front (log, days_ago, 1);

  pain->qualities = HIP_QUALITY_DEEP_ACHE;
  pain->timings = HIP_TIMING_DURING_RUN;
  return pain;
}

static void
tell_front_score (HipTestLog *log, int score)
{
  hurt_in_front (log, 2, 3);
  hurt_in_front (log, 1, 3);
  hurt_in_front (log, 0, score);
}

static void
tell_front_days (HipTestLog *log, int n_days)
{
  for (int day = 0; day < n_days; day++)
    hurt_in_front (log, day, 3);
}

static void
tell_front_day_ago (HipTestLog *log, int days_ago)
{
  tell_front_days (log, 2);
  hurt_in_front (log, days_ago, 3);
}

static void
tell_area (HipTestLog *log, int area)
{
  tell_front_days (log, 2);
  hurt_in_front (log, 3, 3)->areas = area;
}

static void
tell_front_side (HipTestLog *log, int side)
{
  tell_front_days (log, 2);
  hurt_in_front (log, 3, 3)->side = side;
}

static void
tell_quality (HipTestLog *log, int quality)
{
  ache_deep (log, 0)->qualities = quality;
}

static void
tell_timing (HipTestLog *log, int timing)
{
  ache_deep (log, 0)->timings = timing;
}

static void
tell_deep_area (HipTestLog *log, int area)
{
  ache_deep (log, 0)->areas = area;
}

static void
tell_deep_ache (HipTestLog *log, int days_ago)
{
  ache_deep (log, days_ago);
}

static void
tell_answers_to_check (HipTestLog *log, int yes)
{
  ache_deep (log, 1);
  hip_test_answers_ago (log, 0, yes);
}

static void
tell_yes_to_check (HipTestLog *log, int days_ago)
{
  ache_deep (log, 8);
  ache_deep (log, 2);
  hip_test_answers_ago (log, days_ago, HIP_FLAG_NIGHT_PAIN);
}

static void
tell_yes_before_check (HipTestLog *log, int days_ago)
{
  ache_deep (log, 3);
  hip_test_answers_ago (log, days_ago, HIP_FLAG_NIGHT_PAIN);
}

static void
tell_yes_to_some (HipTestLog *log, int asked)
{
  ache_deep (log, 1);
  hip_test_answers_ago (log, 0, HIP_FLAG_NIGHT_PAIN)->asked = asked;
}

static void
tell_yes_to_check_seen (HipTestLog *log, int seen)
{
  ache_deep (log, 1);
  hip_test_answers_ago (log, 0, HIP_FLAG_NIGHT_PAIN)->seen = seen;
}

/* It aches every day; the answers of so many days ago have been seen. */
static void
tell_yes_seen_ago (HipTestLog *log, int days_ago)
{
  for (int day = days_ago + 1; day >= 0; day--)
    ache_deep (log, day);
  hip_test_answers_ago (log, days_ago, HIP_FLAG_NIGHT_PAIN)->seen = TRUE;
}

/* pain-high */

static void
tell_score (HipTestLog *log, int score)
{
  hip_test_pain_ago (log, 0, LEFT, score);
}

static void
tell_6_and (HipTestLog *log, int score)
{
  hip_test_pain_ago (log, 1, RIGHT, 6);
  hip_test_pain_ago (log, 0, RIGHT, score);
}

static void
tell_before_6 (HipTestLog *log, int score)
{
  hip_test_pain_ago (log, 1, RIGHT, score);
  hip_test_pain_ago (log, 0, RIGHT, 6);
}

static void
tell_6_ago (HipTestLog *log, int days_ago)
{
  hip_test_pain_ago (log, days_ago, LEFT, 7);
  hip_test_pain_ago (log, 0, LEFT, 7);
}

static void
tell_6_of_side (HipTestLog *log, int side)
{
  hip_test_pain_ago (log, 1, side, 7);
  hip_test_pain_ago (log, 0, LEFT, 7);
}

static void
tell_8_ago (HipTestLog *log, int days_ago)
{
  hip_test_pain_ago (log, days_ago, LEFT, 8);
}

/* pain-lasting */

static void
tell_lasting_score (HipTestLog *log, int score)
{
  tell_scores (log, 9, 1, LEFT, 3);
  hip_test_pain_ago (log, 0, LEFT, score);
}

static void
tell_lasting_days (HipTestLog *log, int n_days)
{
  tell_scores (log, n_days - 1, 0, LEFT, 3);
}

static void
tell_lasting_day_ago (HipTestLog *log, int days_ago)
{
  tell_scores (log, 8, 0, RIGHT, 3);
  hip_test_pain_ago (log, days_ago, RIGHT, 3);
}

static void
tell_lasting_side (HipTestLog *log, int side)
{
  tell_scores (log, 8, 0, RIGHT, 3);
  hip_test_pain_ago (log, 9, side, 3);
}

/* pain-rising */

static void
tell_rise_to (HipTestLog *log, int score)
{
  tell_scores (log, 13, 7, LEFT, 1);
  tell_scores (log, 6, 0, LEFT, score);
}

/* 2, one score, 3 and 4: the median is half a point off with another 2. */
static void
tell_rise_by_halves (HipTestLog *log, int score)
{
  tell_scores (log, 13, 7, RIGHT, 1);
  hip_test_pain_ago (log, 5, RIGHT, 2);
  hip_test_pain_ago (log, 3, RIGHT, score);
  hip_test_pain_ago (log, 1, RIGHT, 3);
  hip_test_pain_ago (log, 0, RIGHT, 4);
}

static void
tell_rise_of_scores (HipTestLog *log, int n_scores)
{
  tell_scores (log, 13, 8, LEFT, 0);
  tell_scores (log, n_scores - 1, 0, LEFT, 3);
}

static void
tell_rise_after_scores (HipTestLog *log, int n_scores)
{
  tell_scores (log, 6 + n_scores, 7, LEFT, 0);
  tell_scores (log, 3, 0, LEFT, 3);
}

static void
tell_rise_since (HipTestLog *log, int days_ago)
{
  tell_scores (log, 13, 8, LEFT, 0);
  tell_scores (log, 2, 0, LEFT, 3);
  hip_test_pain_ago (log, days_ago, LEFT, 3);
}

static void
tell_rise_after_day (HipTestLog *log, int days_ago)
{
  tell_scores (log, 9, 7, LEFT, 0);
  tell_scores (log, 3, 0, LEFT, 3);
  hip_test_pain_ago (log, days_ago, LEFT, 0);
}

static void
tell_rise_of_side (HipTestLog *log, int side)
{
  tell_scores (log, 13, 8, LEFT, 0);
  tell_scores (log, 2, 0, LEFT, 3);
  hip_test_pain_ago (log, 3, side, 3);
}

/* pain-not-settled */

static void
tell_next_day (HipTestLog *log, int run_ago, gint32 before, gint32 score)
{
  hip_test_run_ago (log, run_ago, 5000);
  if (before != HIP_UNSET)
    hip_test_pain_ago (log, 1, LEFT, before);
  hip_test_pain_ago (log, 0, LEFT, score);
}

static void
tell_next_day_score (HipTestLog *log, int score)
{
  tell_next_day (log, 1, 0, score);
}

static void
tell_score_before_5 (HipTestLog *log, int score)
{
  tell_next_day (log, 1, score, 5);
}

static void
tell_run_before_3 (HipTestLog *log, int days_ago)
{
  tell_next_day (log, days_ago, 0, 3);
}

static void
tell_scores_before_3 (HipTestLog *log, int before)
{
  tell_next_day (log, 1, before, 3);
}

static void
tell_next_day_side (HipTestLog *log, int side)
{
  hip_test_run_ago (log, 1, 5000);
  hip_test_pain_ago (log, 1, LEFT, 0);
  hip_test_pain_ago (log, 0, side, 3);
}

static void
tell_not_settled (HipTestLog *log, int days_ago)
{
  hip_test_run_ago (log, days_ago + 1, 5000);
  hip_test_pain_ago (log, days_ago + 1, LEFT, 0);
  hip_test_pain_ago (log, days_ago, LEFT, 4);
}

/* ran-in-pain */

static void
tell_run_with (HipTestLog *log, int score)
{
  hip_test_run_ago (log, 0, 5000);
  hip_test_pain_ago (log, 0, LEFT, 0);
  hip_test_pain_ago (log, 0, RIGHT, score);
}

static void
tell_run_near_pain (HipTestLog *log, int days_ago)
{
  hip_test_run_ago (log, days_ago, 5000);
  hip_test_pain_ago (log, 0, LEFT, 7);
}

static void
tell_run_in_pain (HipTestLog *log, int days_ago)
{
  hip_test_run_ago (log, days_ago, 5000);
  hip_test_pain_ago (log, days_ago, LEFT, 7);
}

#define SILENT  HIP_TEST_SILENT
#define CAUTION HIP_SEVERITY_CAUTION
#define WARNING HIP_SEVERITY_WARNING
#define URGENT  HIP_SEVERITY_URGENT

#define FLAG    HIP_RULE_RED_FLAG
#define BONE    HIP_RULE_BONE_STRESS_CHECK
#define HIGH    HIP_RULE_PAIN_HIGH
#define LASTING HIP_RULE_PAIN_LASTING
#define RISING  HIP_RULE_PAIN_RISING
#define SETTLED HIP_RULE_PAIN_NOT_SETTLED
#define RAN     HIP_RULE_RAN_IN_PAIN

#define DULL      HIP_QUALITY_DULL_ACHE
#define DEEP      HIP_QUALITY_DEEP_ACHE
#define THROBBING HIP_QUALITY_THROBBING
#define AFTER     HIP_TIMING_AFTER_RUN
#define DURING    HIP_TIMING_DURING_RUN
#define FRONT     HIP_AREA_FRONT
#define REST_PAIN HIP_FLAG_REST_PAIN
#define NIGHT     HIP_FLAG_NIGHT_PAIN

const HipTestBoundary hip_test_pain_boundaries[] = {
  { FLAG, "7 days", tell_flag, { 7, SILENT }, { 6, URGENT, 6 } },
  { FLAG, "any", tell_flags, { 0, SILENT }, { HIP_FLAG_PERSISTENT, URGENT } },
  { FLAG, "seen", tell_flag_seen, { TRUE, SILENT }, { FALSE, URGENT } },
  { FLAG, "a yes, 7 days", tell_yes, { 7, SILENT }, { 6, URGENT, 6 } },
  { FLAG, "any yes", tell_answers, { 0, SILENT }, { HIP_FLAG_FEVER, URGENT } },
  { FLAG, "a yes, seen", tell_yes_seen, { TRUE, SILENT }, { FALSE, URGENT } },

  { BONE, "3 of 10", tell_front_score, { 2, SILENT }, { 3, WARNING } },
  { BONE, "3 days", tell_front_days, { 2, SILENT }, { 3, WARNING } },
  { BONE, "7 days", tell_front_day_ago, { 7, SILENT }, { 6, WARNING } },
  { BONE, "front", tell_area, { HIP_AREA_SIDE, SILENT }, { FRONT, WARNING } },
  { BONE, "one side", tell_front_side, { RIGHT, SILENT }, { LEFT, WARNING } },
  { BONE, "deep", tell_quality, { DULL, SILENT }, { DEEP, WARNING } },
  { BONE, "throbbing", tell_quality, { DULL, SILENT }, { THROBBING, WARNING } },
  { BONE, "while running", tell_timing, { AFTER, SILENT }, { DURING, WARNING } },
  { BONE, "deep in front", tell_deep_area, { HIP_AREA_BACK, SILENT }, { FRONT, WARNING } },
  { BONE, "open", tell_deep_ache, { 7, SILENT }, { 6, WARNING, 6 } },
  { BONE, "a yes", tell_answers_to_check, { 0, WARNING, 1 }, { REST_PAIN, URGENT } },
  { BONE, "a yes, 7 days", tell_yes_to_check, { 7, WARNING, 8 }, { 6, URGENT, 6 } },
  { BONE, "a yes since", tell_yes_before_check, { 4, WARNING, 3 }, { 3, URGENT, 3 } },
  { BONE, "seen", tell_yes_to_check_seen, { TRUE, SILENT }, { FALSE, URGENT } },
  { BONE, "seen, 7 days", tell_yes_seen_ago, { 6, SILENT }, { 7, WARNING } },
  { BONE, "all answers", tell_yes_to_some, { NIGHT, WARNING, 1 }, { 0x7fff, URGENT } },

  { HIGH, "8", tell_score, { 7, SILENT }, { 8, WARNING } },
  { HIGH, "6 today", tell_6_and, { 5, SILENT }, { 6, WARNING } },
  { HIGH, "6 yesterday", tell_before_6, { 5, SILENT }, { 6, WARNING } },
  { HIGH, "days running", tell_6_ago, { 2, SILENT }, { 1, WARNING } },
  { HIGH, "one side", tell_6_of_side, { RIGHT, SILENT }, { LEFT, WARNING } },
  { HIGH, "open", tell_8_ago, { 7, SILENT }, { 6, WARNING, 6 } },

  { LASTING, "3", tell_lasting_score, { 2, SILENT }, { 3, WARNING } },
  { LASTING, "10 days", tell_lasting_days, { 9, SILENT }, { 10, WARNING } },
  { LASTING, "14 days", tell_lasting_day_ago, { 14, SILENT }, { 13, WARNING } },
  { LASTING, "one side", tell_lasting_side, { LEFT, SILENT }, { RIGHT, WARNING } },

  { RISING, "2", tell_rise_to, { 2, SILENT }, { 3, CAUTION, 3 } },
  { RISING, "half a point", tell_rise_by_halves, { 2, SILENT }, { 3, CAUTION } },
  { RISING, "4 scores", tell_rise_of_scores, { 3, SILENT }, { 4, CAUTION } },
  { RISING, "4 scores before", tell_rise_after_scores, { 3, SILENT }, { 4, CAUTION } },
  { RISING, "7 days", tell_rise_since, { 7, SILENT }, { 6, CAUTION } },
  { RISING, "7 days before", tell_rise_after_day, { 14, SILENT }, { 13, CAUTION } },
  { RISING, "one side", tell_rise_of_side, { RIGHT, SILENT }, { LEFT, CAUTION } },

  { SETTLED, "3", tell_next_day_score, { 2, SILENT }, { 3, CAUTION } },
  { SETTLED, "2 above", tell_score_before_5, { 4, SILENT }, { 3, CAUTION } },
  { SETTLED, "the day after", tell_run_before_3, { 2, SILENT }, { 1, CAUTION } },
  { SETTLED, "not the day of the run", tell_run_before_3, { 0, SILENT }, { 1, CAUTION } },
  { SETTLED, "both scores", tell_scores_before_3, { HIP_UNSET, SILENT }, { 0, CAUTION } },
  { SETTLED, "one side", tell_next_day_side, { RIGHT, SILENT }, { LEFT, CAUTION } },
  { SETTLED, "open", tell_not_settled, { 7, SILENT }, { 6, CAUTION, 6 } },

  { RAN, "6 of either side", tell_run_with, { 5, SILENT }, { 6, CAUTION } },
  { RAN, "the day itself", tell_run_near_pain, { 1, SILENT }, { 0, CAUTION } },
  { RAN, "open", tell_run_in_pain, { 7, SILENT }, { 6, CAUTION, 6 } },
};

const guint hip_test_n_pain_boundaries = G_N_ELEMENTS (hip_test_pain_boundaries);
