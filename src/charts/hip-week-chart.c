// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-week-chart.h"

#include "hip-chart-text.h"

#include <glib/gi18n.h>
#include <math.h>

#define N_DAYS         7
#define PAST_THICKNESS 0.76
#define DAY_THICKNESS  0.44

static void
get_days (const HipWeekChartData *data, HipDay days[N_DAYS])
{
  for (int i = 0; i < N_DAYS; i++)
    days[i] = data->week_start + i;
}

static guint
add_load_panel (HipChart *chart, const HipWeekChartData *data)
{
  HipScale scale = hip_scale_include (hip_scale_new (0, 0), data->metres, N_DAYS);

  scale = hip_scale_include (scale, data->last_metres, N_DAYS);

  return hip_chart_add_panel (chart, &(HipChartPanel) { .scale = scale, .weight = 3 });
}

/**
 * hip_week_chart_new:
 * @data: what to draw
 *
 * Seven columns against those of the week before, and the days' pain scores under them: a
 * small chart without a value axis. Its slots are the days.
 *
 * Returns: (transfer full): the chart
 */
HipChart *
hip_week_chart_new (const HipWeekChartData *data)
{
  HipDay days[N_DAYS];
  HipChart *chart;
  HipChartSeries series = { .days = days, .n = N_DAYS, .width = 1 };
  guint panel;

  g_return_val_if_fail (data != NULL, NULL);

  get_days (data, days);
  chart = hip_chart_new (hip_time_scale_new (data->week_start, data->week_start + N_DAYS - 1,
                                             hip_day_get_weekday (data->week_start)));
  hip_chart_set_minimum_size (chart, 240, 170);
  hip_chart_set_slots (chart, days, N_DAYS, 1);

  panel = add_load_panel (chart, data);
  series.values = data->last_metres;
  hip_chart_add_columns (chart, panel, HIP_CHART_TONE_PAST, PAST_THICKNESS, &series,
                         _ ("Last week"));
  series.values = data->metres;
  hip_chart_add_columns (chart, panel, HIP_CHART_TONE_LOAD, DAY_THICKNESS, &series,
                         _ ("This week"));

  panel = hip_chart_add_panel (chart, &(HipChartPanel) {
                                          .title = _ ("Pain, 0–10"),
                                          .scale = hip_scale_new (0, 10),
                                          .weight = 1,
                                      });
  series.values = data->pain;
  hip_chart_add_dots (chart, panel, HIP_CHART_TONE_PAIN, HIP_CHART_SHAPE_NUMBER, &series, NULL);

  return chart;
}

static double
sum_until (const double *metres, int n)
{
  double sum = 0;

  for (int i = 0; i < n; i++)
    sum += isnan (metres[i]) ? 0 : metres[i];

  return sum;
}

static void
describe_pain (const HipWeekChartData *data, GString *text)
{
  g_autofree char *score = NULL;
  g_autofree char *day = NULL;
  int highest = -1;

  for (int i = 0; i < N_DAYS; i++)
    if (!isnan (data->pain[i]) && (highest < 0 || data->pain[i] > data->pain[highest]))
      highest = i;

  if (highest < 0)
    {
      hip_chart_text_sentence (text, g_strdup (_ ("No pain score was logged.")));
      return;
    }

  score = hip_chart_format_number (data->pain[highest], 0);
  day = hip_day_format_long (data->week_start + highest, data->today);
  /* Translators: a score from 0 to 10, and a date */
  hip_chart_text_sentence (text, g_strdup_printf (_ ("Highest pain: %1$s on %2$s."), score, day));
}

/**
 * hip_week_chart_describe:
 * @data: what is drawn
 *
 * Says what the chart shows. The weeks are held against each other up to the same weekday.
 *
 * Returns: (transfer full): the description
 */
char *
hip_week_chart_describe (const HipWeekChartData *data)
{
  GString *text = g_string_new (NULL);
  g_autofree char *now = NULL;
  g_autofree char *then = NULL;
  int n_days;

  g_return_val_if_fail (data != NULL, g_string_free (text, FALSE));

  n_days = CLAMP (data->today - data->week_start + 1, 1, N_DAYS);
  now = hip_units_format_distance (data->units, llround (sum_until (data->metres, n_days)));
  then = hip_units_format_distance (data->units, llround (sum_until (data->last_metres, n_days)));
  /* Translators: two distances, of this week and of the week before up to the same day */
  hip_chart_text_sentence (
      /* Translators: two distances. */
      text,
      g_strdup_printf (_ ("This week: %1$s so far, last week %2$s by the same day."), now, then));
  describe_pain (data, text);

  return g_string_free (text, FALSE);
}

static char *
describe_metres (const HipWeekChartData *data, double metres)
{
  if (!(metres > 0))
    return g_strdup (_ ("no run"));

  return hip_units_format_distance (data->units, llround (metres));
}

/**
 * hip_week_chart_describe_day:
 * @data: what is drawn
 * @index: which day, 0 to 6
 *
 * The figures of one day, a line each: for [callback@ChartDetailFunc].
 *
 * Returns: (transfer full): the text
 */
char *
hip_week_chart_describe_day (const HipWeekChartData *data, guint index)
{
  GString *text = g_string_new (NULL);
  g_autofree char *last = NULL;

  g_return_val_if_fail (data != NULL && index < N_DAYS, g_string_free (text, FALSE));

  hip_chart_text_line (text, hip_day_format_short (data->week_start + (HipDay) index, data->today));
  if (data->week_start + (HipDay) index <= data->today)
    hip_chart_text_line (text, describe_metres (data, data->metres[index]));
  last = describe_metres (data, data->last_metres[index]);
  /* Translators: a distance, or “no run”. */
  hip_chart_text_line (text, g_strdup_printf (_ ("Last week: %s"), last));
  if (!isnan (data->pain[index]))
    {
      g_autofree char *score = hip_chart_format_number (data->pain[index], 0);

      /* Translators: a score from 0 to 10. */
      hip_chart_text_line (text, g_strdup_printf (_ ("Pain %s"), score));
    }

  return g_string_free (text, FALSE);
}
