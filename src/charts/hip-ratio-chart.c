// SPDX-License-Identifier: GPL-3.0-or-later
/* Acute and chronic load and their ratio, for those who know them. A description, never a score of
 * risk: cohorts of runners had fewer injuries at a higher ratio. */
#include "config.h"

#include "hip-ratio-chart.h"

#include "hip-chart-text.h"

#include <glib/gi18n.h>
#include <math.h>

#define LOAD_WEIGHT  3.0
#define RATIO_WEIGHT 2.0

enum
{
  COLUMN_DAY,
  COLUMN_ACUTE,
  COLUMN_CHRONIC,
  COLUMN_RATIO,
};

static const char *const columns[] = { N_ ("Day"), N_ ("Acute load, a day"),
                                       N_ ("Chronic load, a day"), N_ ("Ratio"), NULL };

static HipChartSeries
day_series (const HipTrends *trends, const double *values)
{
  return (HipChartSeries) {
    .days = trends->day_numbers,
    .values = values,
    .n = trends->days->n,
    .width = 1,
  };
}

static double *
convert (const HipTrends *trends, const double *metres)
{
  double *values = g_new (double, MAX (trends->days->n, 1));

  for (guint i = 0; i < trends->days->n; i++)
    values[i] = hip_units_from_metres (trends->limits.units, metres[i]);

  return values;
}

static void
add_load_panel (HipChart *chart, const HipTrends *trends)
{
  g_autofree double *acute = convert (trends, trends->days->acute);
  g_autofree double *chronic = convert (trends, trends->days->chronic);
  HipChartSeries acute_series = day_series (trends, acute);
  HipChartSeries chronic_series = day_series (trends, chronic);
  g_autofree char *title =
      /* Translators: title of a chart; a unit of distance. */
      g_strdup_printf (_ ("Load, %s a day"), hip_units_get_symbol (trends->limits.units));
  guint panel = hip_chart_add_panel (chart, &(HipChartPanel) {
                                                .title = title,
                                                .scale = hip_scale_new (0, 0),
                                                .format = hip_chart_format_number,
                                                .weight = LOAD_WEIGHT,
                                                .fit = TRUE,
                                            });

  hip_chart_add_patterned_line (chart, panel, HIP_CHART_TONE_SECOND, HIP_CHART_PATTERN_DASHED,
                                &chronic_series, _ ("Chronic (28 days)"));
  hip_chart_add_line (chart, panel, HIP_CHART_TONE_LOAD, &acute_series, _ ("Acute (7 days)"));
}

static void
add_ratio_panel (HipChart *chart, const HipTrends *trends)
{
  HipChartSeries series = day_series (trends, trends->days->ratio);
  guint panel = hip_chart_add_panel (
      chart,
      &(HipChartPanel) {
          /* Translators: title of a chart; not to be left out: the ratio predicts nothing. */
          .title = _ ("Ratio: a description, not a risk score"),
          .scale = hip_scale_new (0.5, 1.5),
          .format = hip_chart_format_number,
          .weight = RATIO_WEIGHT,
          .n_ticks = 3,
          .fit = TRUE,
      });

  hip_chart_add_level (chart, panel, HIP_CHART_TONE_BASELINE, 1, NULL);
  hip_chart_add_line (chart, panel, HIP_CHART_TONE_LIMIT, &series, _ ("Acute ÷ chronic"));
}

/* --- in words --- */

static gssize
find_last (const HipTrends *trends, const double *values, HipDay from, HipDay to)
{
  HipDay day = MIN (to, trends->today);

  for (; day >= MAX (from, trends->first); day--)
    if (!isnan (values[day - trends->first]))
      return day - trends->first;

  return -1;
}

static void
describe_load (const HipTrends *trends, gssize day, GString *text)
{
  HipUnits units = trends->limits.units;
  g_autofree char *date = hip_day_format_long (trends->day_numbers[day], trends->today);
  g_autofree char *acute = hip_chart_format_metres (units, trends->days->acute[day]);
  g_autofree char *chronic = hip_chart_format_metres (units, trends->days->chronic[day]);

  hip_chart_text_sentence (
      text,
      /* Translators: a date, then two distances. */
      g_strdup_printf (_ ("On %1$s: acute load %2$s a day, chronic load %3$s a day."), date, acute,
                       chronic));
}

static void
describe_ratio (const HipTrends *trends, HipDay from, HipDay to, GString *text)
{
  gssize last = find_last (trends, trends->days->ratio, from, to);
  g_autofree char *now = NULL;

  if (last < 0)
    {
      hip_chart_text_sentence (
          text, g_strdup (_ ("A ratio is drawn from the 28th day of a log, or of running again.")));
      return;
    }
  now = hip_chart_format_number (trends->days->ratio[last], 2);
  /* Translators: a number such as 1.12. */
  hip_chart_text_sentence (text, g_strdup_printf (_ ("Their ratio: %s."), now));
}

static char *
describe (gconstpointer data, HipDay from, HipDay to)
{
  const HipTrends *trends = data;
  GString *text = g_string_new (NULL);
  gssize last = find_last (trends, trends->days->acute, from, to);

  if (last < 0)
    {
      hip_chart_text_sentence (text, g_strdup (_ ("Nothing was logged.")));
      return g_string_free (text, FALSE);
    }
  describe_load (trends, last, text);
  describe_ratio (trends, from, to, text);
  hip_chart_text_sentence (text, g_strdup (_ ("This is a description, not a risk score.")));

  return g_string_free (text, FALSE);
}

static char *
describe_slot (gconstpointer data, guint slot)
{
  const HipTrends *trends = data;
  HipUnits units = trends->limits.units;
  g_autofree char *acute = hip_chart_format_metres (units, trends->days->acute[slot]);
  g_autofree char *chronic = hip_chart_format_metres (units, trends->days->chronic[slot]);
  GString *text = g_string_new (NULL);

  hip_chart_text_line (text, hip_day_format_short (trends->day_numbers[slot], trends->today));
  if (isnan (trends->days->acute[slot]))
    {
      hip_chart_text_line (text, g_strdup (_ ("Not logged")));
      return g_string_free (text, FALSE);
    }
  /* Translators: a distance. */
  hip_chart_text_line (text, g_strdup_printf (_ ("Acute: %s a day"), acute));
  /* Translators: a distance. */
  hip_chart_text_line (text, g_strdup_printf (_ ("Chronic: %s a day"), chronic));
  if (!isnan (trends->days->ratio[slot]))
    {
      g_autofree char *ratio = hip_chart_format_number (trends->days->ratio[slot], 2);

      /* Translators: a number such as 1.12. */
      hip_chart_text_line (text, g_strdup_printf (_ ("Ratio: %s"), ratio));
    }

  return g_string_free (text, FALSE);
}

static HipChartTarget
find_target (gconstpointer data, guint slot)
{
  return (HipChartTarget) { HIP_CHART_TARGET_DAY, ((const HipTrends *) data)->day_numbers[slot] };
}

static HipChartFigure
get_figure (gconstpointer data, guint slot, guint column)
{
  const HipTrends *trends = data;
  double ratio = trends->days->ratio[slot];

  switch (column)
    {
    case COLUMN_DAY:
      return hip_chart_figure_day (trends->day_numbers[slot], trends->today);
    case COLUMN_ACUTE:
      return hip_chart_figure_metres (trends->limits.units, trends->days->acute[slot]);
    case COLUMN_CHRONIC:
      return hip_chart_figure_metres (trends->limits.units, trends->days->chronic[slot]);
    case COLUMN_RATIO:
    default:
      return hip_chart_figure_number (ratio, 2);
    }
}

/**
 * hip_ratio_chart_new:
 * @trends: what to draw
 *
 * Acute and chronic load, which are weighted means of a day's distance, and their ratio. Its slots
 * are the days.
 *
 * Returns: (transfer full): the chart
 */
HipChart *
hip_ratio_chart_new (HipTrends *trends)
{
  static const HipChartWords words = { describe, describe_slot, find_target, columns, get_figure };
  HipChart *chart;

  g_return_val_if_fail (trends != NULL, NULL);

  chart = hip_chart_new (
      hip_time_scale_new (trends->first, trends->last, trends->limits.first_weekday));
  add_load_panel (chart, trends);
  add_ratio_panel (chart, trends);
  hip_chart_set_slots (chart, trends->day_numbers, trends->days->n, 1);
  hip_chart_set_words (chart, _ ("Acute and chronic load"), &words, hip_trends_ref (trends),
                       (GDestroyNotify) hip_trends_unref);

  return chart;
}
