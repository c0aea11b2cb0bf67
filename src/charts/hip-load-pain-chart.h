// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-chart.h"
#include "hip-units.h"

G_BEGIN_DECLS

/* The title of a warning, by its index. (transfer full) */
typedef char *(*HipWarningTitleFunc) (gsize index, gpointer user_data);

/**
 * HipLoadPainData:
 * @units: what distances are shown in
 * @first_weekday: where weeks begin
 * @from: the first day shown
 * @to: the last day shown
 * @today: the day it is, which may lie in the last week
 * @n_weeks: how many weeks
 * @week_starts: (array length=n_weeks): their first days, rising
 * @week_metres: (array length=n_weeks): their distance in metres; NAN where the log does
 *   not reach
 * @week_baselines: (array length=n_weeks) (nullable): what each is held against; NAN for none
 * @week_limits: (array length=n_weeks) (nullable): what each should stay under; NAN for none
 * @week_flagged: (array length=n_weeks) (nullable): whether a warning spoke in it
 * @n_days: how many days
 * @days: (array length=n_days): the days, rising
 * @left: (array length=n_days): score of the left hip, 0 to 10; NAN: not logged
 * @right: (array length=n_days): score of the right hip
 * @n_warnings: how many warnings
 * @warning_days: (array length=n_warnings): the days on which they were raised, rising
 * @warning_signs: (array length=n_warnings): how serious each is, a [enum@ChartSign]
 * @sign_labels: (array fixed-size=5) (nullable): what these are called; needed for any warning
 * @warning_title: (nullable): what each says; needed for any warning
 * @warning_title_data: for @warning_title
 *
 * What weekly distance, daily pain and warnings are drawn and described from. Borrowed arrays.
 */
typedef struct
{
  HipUnits units;
  GDateWeekday first_weekday;
  HipDay from;
  HipDay to;
  HipDay today;
  gsize n_weeks;
  const HipDay *week_starts;
  const double *week_metres;
  const double *week_baselines;
  const double *week_limits;
  const gboolean *week_flagged;
  gsize n_days;
  const HipDay *days;
  const double *left;
  const double *right;
  gsize n_warnings;
  const HipDay *warning_days;
  const double *warning_signs;
  const char *const *sign_labels;
  HipWarningTitleFunc warning_title;
  gpointer warning_title_data;
} HipLoadPainData;

HipChart *hip_load_pain_chart_new (const HipLoadPainData *data);
char *hip_load_pain_chart_describe (const HipLoadPainData *data);
char *hip_load_pain_chart_describe_week (const HipLoadPainData *data, guint week);

G_END_DECLS
