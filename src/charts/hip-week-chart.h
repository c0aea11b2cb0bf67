// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-chart.h"
#include "hip-units.h"

G_BEGIN_DECLS

/**
 * HipWeekChartData:
 * @units: what distances are shown in
 * @week_start: the first of the seven days
 * @today: the day it is
 * @metres: distance of each day of this week
 * @last_metres: distance of each day of the week before
 * @pain: score of each day of this week, the higher side; NAN: not logged
 *
 * Seven days against the seven before them.
 */
typedef struct
{
  HipUnits units;
  HipDay week_start;
  HipDay today;
  double metres[7];
  double last_metres[7];
  double pain[7];
} HipWeekChartData;

HipChart *hip_week_chart_new (const HipWeekChartData *data);
char *hip_week_chart_describe (const HipWeekChartData *data);
char *hip_week_chart_describe_day (const HipWeekChartData *data, guint index);

G_END_DECLS
