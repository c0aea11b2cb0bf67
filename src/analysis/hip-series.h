// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib-object.h>

#include "hip-history.h"
#include "hip-limits.h"

G_BEGIN_DECLS

#define HIP_ACUTE_DAYS   7
#define HIP_CHRONIC_DAYS 28

/**
 * HipDaySeries:
 * @from: the first day; entry i is of day @from + i
 * @n: length of every array
 * @distance_m: metres run; 0 on a day without a run, NaN before the log began
 * @runs: number of runs
 * @duration_s: seconds run; NaN when one of the day's runs has none
 * @load: effort × minutes; NaN when one of the day's runs lacks either
 * @acute: 7-day EWMA of @distance_m; NaN before the log began
 * @chronic: 28-day EWMA of @distance_m
 * @ratio: @acute ÷ @chronic, NaN before the log's 28th day
 * @pain_left: score, NaN when not logged
 * @pain_right: likewise
 * @pain: the higher side, NaN when neither was logged
 *
 * The log as one value a day. Read-only.
 */
typedef struct
{
  HipDay from;
  guint n;
  double *distance_m;
  guint *runs;
  double *duration_s;
  double *load;
  double *acute;
  double *chronic;
  double *ratio;
  double *pain_left;
  double *pain_right;
  double *pain;
} HipDaySeries;

HipDaySeries *hip_day_series_new (HipHistory *history, HipDay from, HipDay to);
void hip_day_series_free (HipDaySeries *self);

/**
 * HipWeek:
 * @start: the week's first day
 * @total_m: metres run
 * @runs: number of runs
 * @longest_m: the longest run, 0 without one
 * @baseline_m: the highest of the four weeks before, -1 unknown
 * @limit_m: where the weekly rule would speak, -1 unknown
 * @change_percent: @total_m against @baseline_m, HIP_UNSET unknown
 * @mean_pain: mean of the days' scores, NaN when none was logged
 * @max_pain: the highest, NaN when none was logged
 * @covered_days: how many of its days are not before the log's first, 0 to 7
 */
typedef struct
{
  HipDay start;
  gint64 total_m;
  guint runs;
  gint64 longest_m;
  gint64 baseline_m;
  gint64 limit_m;
  int change_percent;
  double mean_pain;
  double max_pain;
  guint covered_days;
} HipWeek;

/** HipWeekSeries: the log as one value a week, oldest first. Read-only. */
typedef struct
{
  guint n;
  HipWeek *weeks;
} HipWeekSeries;

/* Every week that has a day from @from to @to. */
HipWeekSeries *
hip_week_series_new (HipHistory *history, const HipLimits *limits, HipDay from, HipDay to);
void hip_week_series_free (HipWeekSeries *self);

/* λ = 2 / (days + 1), seeded with the first value. @in and @out may be the same. */
void hip_ewma (const double *in, gsize n, guint days, double *out);
/* Effort × minutes, NaN when either is HIP_UNSET. */
double hip_session_load (gint32 effort, gint32 duration_s);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipDaySeries, hip_day_series_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipWeekSeries, hip_week_series_free)

G_END_DECLS
