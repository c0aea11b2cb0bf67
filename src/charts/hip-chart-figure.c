// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-chart-figure.h"

#include <math.h>

#include "hip-chart-text.h"

/**
 * hip_chart_figure_text:
 * @text: (transfer full): a text
 *
 * Returns: a figure to be cleared
 */
HipChartFigure
hip_chart_figure_text (char *text)
{
  return (HipChartFigure) { .kind = HIP_CHART_FIGURE_TEXT, .text = text };
}

/**
 * hip_chart_figure_day:
 * @day: a day
 * @today: the current day
 *
 * Returns: a figure
 */
HipChartFigure
hip_chart_figure_day (HipDay day, HipDay today)
{
  return (HipChartFigure) { .kind = HIP_CHART_FIGURE_DAY, .day = day, .today = today };
}

/**
 * hip_chart_figure_metres:
 * @units: what it is shown in
 * @metres: a distance, NAN for none
 *
 * Returns: a figure
 */
HipChartFigure
hip_chart_figure_metres (HipUnits units, double metres)
{
  return (HipChartFigure) { .kind = HIP_CHART_FIGURE_METRES, .value = metres, .units = units };
}

/**
 * hip_chart_figure_number:
 * @value: a number, NAN for none
 * @decimals: how many decimals it is shown with
 *
 * Returns: a figure
 */
HipChartFigure
hip_chart_figure_number (double value, int decimals)
{
  return (HipChartFigure) { .kind = HIP_CHART_FIGURE_NUMBER, .value = value, .decimals = decimals };
}

/**
 * hip_chart_figure_percent:
 * @percent: a change in per cent, NAN for none
 *
 * Returns: a figure
 */
HipChartFigure
hip_chart_figure_percent (double percent)
{
  return (HipChartFigure) { .kind = HIP_CHART_FIGURE_PERCENT, .value = percent };
}

/**
 * hip_chart_figure_clear:
 * @self: a figure
 *
 * Frees what it owns.
 */
void
hip_chart_figure_clear (HipChartFigure *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->text, g_free);
}

static char *
dup_number_label (const HipChartFigure *self)
{
  if (isnan (self->value))
    return g_strdup ("–");
  if (self->kind == HIP_CHART_FIGURE_METRES)
    return hip_chart_format_metres (self->units, self->value);
  if (self->kind == HIP_CHART_FIGURE_PERCENT)
    return hip_units_format_signed_percent ((int) lround (self->value));
  return hip_chart_format_number (self->value, self->decimals);
}

/**
 * hip_chart_figure_dup_label:
 * @self: a figure
 *
 * Returns: (transfer full): the figure as people read it, a dash for none
 */
char *
hip_chart_figure_dup_label (const HipChartFigure *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch (self->kind)
    {
    case HIP_CHART_FIGURE_TEXT:
      return g_strdup (self->text);
    case HIP_CHART_FIGURE_DAY:
      return hip_day_format_short (self->day, self->today);
    case HIP_CHART_FIGURE_METRES:
    case HIP_CHART_FIGURE_NUMBER:
    case HIP_CHART_FIGURE_PERCENT:
    default:
      return dup_number_label (self);
    }
}
