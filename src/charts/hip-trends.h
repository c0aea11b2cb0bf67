// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-findings.h"
#include "hip-history.h"
#include "hip-limits.h"
#include "hip-series.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * HipTrends:
 * @history: the log
 * @limits: what the runner has set
 * @today: the day it is
 * @first: the first day of the log's first week
 * @last: the last day of this week
 * @weeks: from @first to @last
 * @days: from @first to @today
 * @day_numbers: (array): the day of each of @days
 * @longest_m: (array): the longest run of the 30 days before each of @days; NAN of fewer than four
 * @n_runs: how many runs up to @today
 * @run_days: (array length=n_runs): their days
 * @warnings: (element-type HipWarning): all that fired, oldest first
 * @warning_days: (array): when each did
 * @warning_signs: (array): how serious each is, a [enum@ChartSign]
 * @link: the finding of load and pain
 *
 * All that charts over time are drawn from: one log, looked through once. Reference counted
 * atomically, read-only, and made on any thread.
 */
typedef struct
{
  HipHistory *history;
  HipLimits limits;
  HipDay today;
  HipDay first;
  HipDay last;
  HipWeekSeries *weeks;
  HipDaySeries *days;
  HipDay *day_numbers;
  double *longest_m;
  guint n_runs;
  HipDay *run_days;
  GPtrArray *warnings;
  HipDay *warning_days;
  double *warning_signs;
  HipFinding *link;
  /*< private >*/
  gatomicrefcount ref_count;
} HipTrends;

#define HIP_TYPE_TRENDS (hip_trends_get_type ())
GType hip_trends_get_type (void);

HipTrends *hip_trends_new (HipHistory *history, const HipLimits *limits, HipDay today);
HipTrends *hip_trends_ref (HipTrends *self);
void hip_trends_unref (HipTrends *self);

HipRun *hip_trends_get_run (const HipTrends *self, guint index);
double hip_trends_get_day_value (const HipTrends *self, const double *values, HipDay day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipTrends, hip_trends_unref)

G_END_DECLS
