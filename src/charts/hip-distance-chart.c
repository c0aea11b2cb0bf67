// SPDX-License-Identifier: GPL-3.0-or-later
/* Weekly distance, daily pain and warnings of a whole log: the chart of [struct@LoadPainData] with
 * its words. */
#include "config.h"

#include "hip-distance-chart.h"

#include "hip-chart-text.h"
#include "hip-load-pain-chart.h"
#include "hip-warning.h"

#include <glib/gi18n.h>
#include <math.h>

#define WARNINGS_PANEL 2

enum
{
  COLUMN_WEEK,
  COLUMN_DISTANCE,
  COLUMN_BASELINE,
  COLUMN_LIMIT,
  COLUMN_PAIN,
};

static const char *const columns[] = { N_ ("Week of"), N_ ("Distance"),  N_ ("Highest of 4 weeks"),
                                       N_ ("Limit"),   N_ ("Mean pain"), NULL };

typedef struct
{
  HipTrends *trends;    /* (owned) */
  HipLoadPainData data; /* borrows from the trends, and from these: */
  HipDay *week_starts;
  double *week_metres;
  double *week_baselines;
  double *week_limits;
  gboolean *week_flagged;
  const char *sign_labels[HIP_N_CHART_SIGNS];
} Distance;

static void
distance_free (gpointer data)
{
  Distance *self = data;

  hip_trends_unref (self->trends);
  g_free (self->week_starts);
  g_free (self->week_metres);
  g_free (self->week_baselines);
  g_free (self->week_limits);
  g_free (self->week_flagged);
  g_free (self);
}

static double
known (gint64 metres)
{
  return metres < 0 ? NAN : (double) metres;
}

static void
fill_weeks (Distance *self)
{
  const HipWeekSeries *series = self->trends->weeks;

  self->week_starts = g_new (HipDay, series->n);
  self->week_metres = g_new (double, series->n);
  self->week_baselines = g_new (double, series->n);
  self->week_limits = g_new (double, series->n);
  self->week_flagged = g_new (gboolean, series->n);
  for (guint i = 0; i < series->n; i++)
    {
      const HipWeek *week = &series->weeks[i];

      self->week_starts[i] = week->start;
      self->week_metres[i] = week->covered_days > 0 ? (double) week->total_m : NAN;
      self->week_baselines[i] = known (week->baseline_m);
      self->week_limits[i] = known (week->limit_m);
      self->week_flagged[i] = week->limit_m >= 0 && week->total_m > week->limit_m;
    }
}

static char *
warning_title_cb (gsize index, gpointer data)
{
  Distance *self = data;

  return hip_warning_dup_title (self->trends->warnings->pdata[index], self->data.units);
}

static void
fill_data (Distance *self)
{
  const HipTrends *trends = self->trends;

  for (guint i = 0; i < HIP_N_CHART_SIGNS; i++)
    self->sign_labels[i] = hip_severity_get_label (i);
  self->data = (HipLoadPainData) {
    .units = trends->limits.units,
    .first_weekday = trends->limits.first_weekday,
    .from = trends->first,
    .to = trends->last,
    .today = trends->today,
    .n_weeks = trends->weeks->n,
    .week_starts = self->week_starts,
    .week_metres = self->week_metres,
    .week_baselines = self->week_baselines,
    .week_limits = self->week_limits,
    .week_flagged = self->week_flagged,
    .n_days = trends->days->n,
    .days = trends->day_numbers,
    .left = trends->days->pain_left,
    .right = trends->days->pain_right,
    .n_warnings = trends->warnings->len,
    .warning_days = trends->warning_days,
    .warning_signs = trends->warning_signs,
    .sign_labels = self->sign_labels,
    .warning_title = warning_title_cb,
    .warning_title_data = self,
  };
}

/* --- in words --- */

static gsize
find_day (const HipDay *days, gsize n, HipDay day)
{
  gsize low = 0, high = n;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (days[middle] < day)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* A week belongs to what is shown when its middle does. */
static void
cut (HipLoadPainData *data, HipDay from, HipDay to)
{
  gsize week = find_day (data->week_starts, data->n_weeks, from - 3);
  gsize day = find_day (data->days, data->n_days, from);

  data->n_weeks = find_day (data->week_starts, data->n_weeks, to - 2) - week;
  data->week_starts += week;
  data->week_metres += week;
  data->week_baselines += week;
  data->week_limits += week;
  data->week_flagged += week;
  data->n_days = find_day (data->days, data->n_days, to + 1) - day;
  data->days += day;
  data->left += day;
  data->right += day;
  data->from = from;
  data->to = to;
}

static char *
describe (gconstpointer data, HipDay from, HipDay to)
{
  const Distance *self = data;
  HipLoadPainData part = self->data;
  gsize warning = find_day (part.warning_days, part.n_warnings, from);

  cut (&part, from, to);
  part.n_warnings = find_day (part.warning_days, part.n_warnings, to + 1) - warning;
  part.warning_days += warning;
  part.warning_signs += warning;

  return hip_load_pain_chart_describe (&part);
}

static char *
describe_warning (const Distance *self, gsize index)
{
  GString *text = g_string_new (NULL);
  HipWarning *warning = self->trends->warnings->pdata[index];
  g_autofree char *title = warning_title_cb (index, (gpointer) self);

  hip_chart_text_line (text,
                       hip_day_format_short (hip_warning_get_date (warning), self->trends->today));
  hip_chart_text_line (
      text,
      /* Translators: how serious a warning is, such as “Caution”, and what it says. */
      g_strdup_printf (_ ("%1$s: %2$s"),
                       hip_severity_get_label (hip_warning_get_severity (warning)), title));

  return g_string_free (text, FALSE);
}

static char *
describe_slot (gconstpointer data, guint slot)
{
  const Distance *self = data;

  return slot < self->data.n_weeks ? hip_load_pain_chart_describe_week (&self->data, slot)
                                   : describe_warning (self, slot - self->data.n_weeks);
}

static HipChartTarget
find_target (gconstpointer data, guint slot)
{
  const Distance *self = data;

  if (slot < self->data.n_weeks)
    return (HipChartTarget) { HIP_CHART_TARGET_WEEK, self->week_starts[slot] };

  return (HipChartTarget) { HIP_CHART_TARGET_WARNING, slot - (gint64) self->data.n_weeks };
}

static HipChartFigure
get_figure (gconstpointer data, guint slot, guint column)
{
  const Distance *self = data;
  double pain = self->trends->weeks->weeks[slot].mean_pain;

  switch (column)
    {
    case COLUMN_WEEK:
      return hip_chart_figure_day (self->week_starts[slot], self->trends->today);
    case COLUMN_DISTANCE:
      return hip_chart_figure_metres (self->data.units, self->week_metres[slot]);
    case COLUMN_BASELINE:
      return hip_chart_figure_metres (self->data.units, self->week_baselines[slot]);
    case COLUMN_LIMIT:
      return hip_chart_figure_metres (self->data.units, self->week_limits[slot]);
    case COLUMN_PAIN:
    default:
      return hip_chart_figure_number (pain, 1);
    }
}

/**
 * hip_distance_chart_new:
 * @trends: what to draw
 *
 * Weekly distance with baseline and limit, daily pain, and the warnings of all time. Its slots are
 * the weeks, then the warnings.
 *
 * Returns: (transfer full): the chart
 */
HipChart *
hip_distance_chart_new (HipTrends *trends)
{
  static const HipChartWords words = { describe, describe_slot, find_target, columns, get_figure };
  Distance *self = g_new0 (Distance, 1);
  HipChartSeries signs = { .days = trends->warning_days, .n = trends->warnings->len, .width = 1 };
  HipChart *chart;

  g_return_val_if_fail (trends != NULL, NULL);

  self->trends = hip_trends_ref (trends);
  fill_weeks (self);
  fill_data (self);
  chart = hip_load_pain_chart_new (&self->data);
  if (signs.n > 0)
    hip_chart_add_slots (chart, WARNINGS_PANEL, HIP_CHART_SLOT_SIGN, &signs);
  hip_chart_set_words (chart, _ ("Weekly distance, daily pain and warnings"), &words, self,
                       distance_free);

  return chart;
}
