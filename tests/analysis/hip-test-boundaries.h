// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-test-warnings.h"

G_BEGIN_DECLS

/** HIP_TEST_TODAY: the day every boundary is asked on, a Sunday: the last day of a week. */
#define HIP_TEST_TODAY "2026-04-05"

/** HIP_TEST_SILENT: stands for the severity of a rule that does not speak. */
#define HIP_TEST_SILENT (-1)

/**
 * HipTestSide:
 * @x: the number that the diary is told with
 * @says: the severity expected, or HIP_TEST_SILENT
 * @days_ago: how long before today the warning fired
 *
 * One side of a boundary.
 */
typedef struct
{
  int x;
  int says;
  int days_ago;
} HipTestSide;

/**
 * HipTestBoundary:
 * @rule: the rule
 * @edge: which of its thresholds or guards, in words
 * @tell: writes the diary
 * @before: just on the quieter side
 * @after: just on the other
 * @limit: the weekly limit in per cent, 0 for the default
 * @units: whose steps count for worn shoes
 *
 * One edge of a rule as the document words it: a number, and the next one.
 */
typedef struct
{
  HipRule rule;
  const char *edge;
  void (*tell) (HipTestLog *log, int x);
  HipTestSide before;
  HipTestSide after;
  int limit;
  HipUnits units;
} HipTestBoundary;

/* Every rule has at least one. */
guint hip_test_boundaries_get_n (void);
const HipTestBoundary *hip_test_boundaries_get (guint i);

/* The diary of a side of a boundary and the limits to ask with. (transfer full) */
HipHistory *
hip_test_boundary_tell (const HipTestBoundary *self, const HipTestSide *side, HipLimits *limits);

/* Entries so many days before today, or after it. (transfer none) */
HipRun *hip_test_run_ago (HipTestLog *log, int days_ago, gint32 metres);
/* A run from last night until today, as two pieces, and another of today of unknown time. */
void hip_test_night_run (HipTestLog *log, gint32 metres, int cadence_spm);
HipPainDay *hip_test_pain_ago (HipTestLog *log, int days_ago, HipSide side, gint32 score);
HipCareEntry *hip_test_care_ago (HipTestLog *log, int days_ago, HipCareKind kind);
/* All questions, of which these were answered with yes. */
HipScreening *hip_test_answers_ago (HipTestLog *log, int days_ago, HipFlags yes);
HipDay hip_test_day_ago (int days_ago);

/* The rows, by family. */
extern const HipTestBoundary hip_test_load_boundaries[];
extern const guint hip_test_n_load_boundaries;
extern const HipTestBoundary hip_test_pain_boundaries[];
extern const guint hip_test_n_pain_boundaries;
extern const HipTestBoundary hip_test_shoe_boundaries[];
extern const guint hip_test_n_shoe_boundaries;
extern const HipTestBoundary hip_test_habit_boundaries[];
extern const guint hip_test_n_habit_boundaries;

G_END_DECLS
