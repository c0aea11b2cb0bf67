// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-day.h"

#include <glib.h>

G_BEGIN_DECLS

/** HipTickUnit: what the labels of a time axis count. */
typedef enum
{
  HIP_TICK_DAY,
  HIP_TICK_WEEK,
  HIP_TICK_MONTH,
  HIP_TICK_QUARTER,
  HIP_TICK_YEAR,
} HipTickUnit;

/**
 * HipTimeScale:
 * @from: the first day
 * @to: the last day, which is shown too
 * @first_weekday: where weeks begin
 * @start: what is at 0: within the first day
 * @end: what is at 1: within the last day, or where it ends
 *
 * Days to 0..1. A day is not a point but a stretch: it begins at `normalize (day)` and ends
 * at `normalize (day + 1)`. Of whole days, `to + 1` is at 1; while a scale is moved by hand, its
 * first and last day are cut.
 */
typedef struct
{
  HipDay from;
  HipDay to;
  GDateWeekday first_weekday;
  double start;
  double end;
} HipTimeScale;

/**
 * HipTimeTicks:
 * @unit: what is between two ticks
 * @step: how many units
 * @weekdays: whether days are labelled with their weekday: within one week
 * @days: (element-type HipDay): the first day of each tick, rising
 */
typedef struct
{
  HipTickUnit unit;
  guint step;
  gboolean weekdays;
  GArray *days;
} HipTimeTicks;

HipTimeScale hip_time_scale_new (HipDay from, HipDay to, GDateWeekday first_weekday);
HipTimeScale hip_time_scale_new_exact (double start, double end, GDateWeekday first_weekday);
gboolean hip_time_scale_has_range (HipTimeScale scale);
guint hip_time_scale_get_days (HipTimeScale scale);
double hip_time_scale_get_length (HipTimeScale scale);
double hip_time_scale_normalize (HipTimeScale scale, double day);
HipDay hip_time_scale_invert (HipTimeScale scale, double position);

HipTimeTicks *hip_time_ticks_new (HipTimeScale scale, guint max_ticks);
char *hip_time_ticks_get_label (const HipTimeTicks *ticks, gsize index);
gboolean hip_time_ticks_is_centred (const HipTimeTicks *ticks);
void hip_time_ticks_free (HipTimeTicks *ticks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipTimeTicks, hip_time_ticks_free)

G_END_DECLS
