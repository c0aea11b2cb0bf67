// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib-object.h>

#include "hip-history.h"
#include "hip-limits.h"

G_BEGIN_DECLS

#define HIP_ACUTE_DAYS   7
#define HIP_CHRONIC_DAYS 28
#define HIP_WEEK_DAYS    7

/** HIP_UNRECORDED_DAYS: so many days without any entry, and nobody knows what was run in them. */
#define HIP_UNRECORDED_DAYS 14

/**
 * HipDaySeries:
 * @from: the first day; entry i is of day @from + i
 * @n: length of every array
 * @distance_m: metres run; 0 on a recorded day without a run, NaN on a day that is not recorded
 * @runs: number of runs
 * @duration_s: likewise, seconds; NaN also when one of the day's runs has none
 * @load: likewise, effort × minutes; NaN also when one of the day's runs lacks either
 * @acute: 7-day EWMA of @distance_m, seeded anew after days that are not recorded; NaN on these
 * @chronic: 28-day EWMA of @distance_m, likewise
 * @ratio: @acute ÷ @chronic; NaN before the 28th day since the seed, for 28 days from the first run
 *   after a gap on, and where @chronic is below 1 km
 * @pain_left: score, NaN when not logged
 * @pain_right: likewise
 * @pain: the higher side, NaN when neither was logged
 * @recorded: %FALSE before the log's first day and where nothing at all (run, pain, care) was
 *   logged for HIP_UNRECORDED_DAYS or longer, up to the next entry or else to the last day
 * @sum_7: metres run in the 7 days up to the day; NaN when one of them is not recorded
 * @sum_28: likewise, 28 days
 * @monotony: Foster's, of the loads of the 7 days up to the day; NaN before its 28th day, when
 *   one of the seven is not recorded, fewer than three have a run, fewer than 80 % of their runs
 *   have a load, and when all loads are the same
 * @strain: the load of the 7 days × @monotony
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
  gboolean *recorded;
  double *sum_7;
  double *sum_28;
  double *monotony;
  double *strain;
  /*< private >*/
  double *values;
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
/* NaN where the window is not whole. @in and @out may not be the same. */
void hip_rolling_sum (const double *in, gsize n, guint days, double *out);
/* Foster's, of up to seven days; missing ones are days of rest. NaN when all are the same. */
double hip_monotony (const double *load, gsize n);
double hip_strain (double weekly_load, double monotony);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipDaySeries, hip_day_series_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipWeekSeries, hip_week_series_free)

G_END_DECLS
