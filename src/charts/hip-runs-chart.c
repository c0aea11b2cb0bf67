// SPDX-License-Identifier: GPL-3.0-or-later
/* Each run against the longest of the thirty days before it: what a jump is, at a glance. */
#include "config.h"

#include "hip-runs-chart.h"

#include "hip-chart-text.h"

#include <glib/gi18n.h>
#include <math.h>

/* 10 % beyond the longest run, where the study behind the rule found more injuries. */
#define JUMP 1.1

enum
{
  COLUMN_DAY,
  COLUMN_DISTANCE,
  COLUMN_LONGEST,
  COLUMN_CHANGE,
};

static const char *const columns[] = { N_ ("Day"), N_ ("Distance"), N_ ("Longest of 30 days"),
                                       N_ ("Against it"), NULL };

static double
get_longest (const HipTrends *trends, guint run)
{
  return hip_trends_get_day_value (trends, trends->longest_m, trends->run_days[run]);
}

/* In whole numbers, as the rule has it. */
static gboolean
is_jump (const HipTrends *trends, guint run)
{
  double longest = get_longest (trends, run);

  return !isnan (longest)
         && 10 * (gint64) hip_trends_get_run (trends, run)->distance_m > 11 * llround (longest);
}

static double *
convert_longest (const HipTrends *trends, double factor)
{
  double *values = g_new (double, MAX (trends->days->n, 1));

  for (guint i = 0; i < trends->days->n; i++)
    values[i] = hip_units_from_metres (trends->limits.units, trends->longest_m[i] * factor);

  return values;
}

static void
add_envelope (HipChart *chart, guint panel, const HipTrends *trends)
{
  g_autofree double *longest = convert_longest (trends, 1);
  g_autofree double *limit = convert_longest (trends, JUMP);
  HipChartSeries series = {
    .days = trends->day_numbers,
    .values = longest,
    .n = trends->days->n,
    .width = 1,
  };

  /* Translators: legend: the longest run of the thirty days before */
  hip_chart_add_steps (chart, panel, HIP_CHART_TONE_PAST, TRUE, &series, _ ("Longest of 30 days"));
  series.values = limit;
  /* Translators: legend: a line 10 % above the longest run of 30 days */
  hip_chart_add_steps (chart, panel, HIP_CHART_TONE_LIMIT, FALSE, &series, _ ("10\u00a0% above"));
}

static void
add_runs (HipChart *chart, guint panel, const HipTrends *trends)
{
  g_autofree double *values = g_new (double, MAX (trends->n_runs, 1));
  g_autofree double *limits = g_new (double, MAX (trends->n_runs, 1));
  g_autofree guint8 *flags = g_new0 (guint8, MAX (trends->n_runs, 1));
  HipChartSeries series = {
    .days = trends->run_days,
    .values = values,
    .limits = limits,
    .flags = flags,
    .n = trends->n_runs,
    .width = 1,
  };
  gboolean any = FALSE;

  for (guint i = 0; i < trends->n_runs; i++)
    {
      values[i] =
          hip_units_from_metres (trends->limits.units, hip_trends_get_run (trends, i)->distance_m);
      limits[i] = hip_units_from_metres (trends->limits.units, get_longest (trends, i) * JUMP);
      flags[i] = is_jump (trends, i) ? HIP_CHART_COLUMN_FLAGGED : 0;
      any = any || flags[i] != 0;
    }
  hip_chart_add_stems (chart, panel, HIP_CHART_TONE_LOAD, &series, _ ("Run"));
  if (any)
    /* Translators: legend: a run more than 10 % longer than the longest of 30 days */
    hip_chart_add_stems (chart, panel, HIP_CHART_TONE_BEYOND, &(HipChartSeries) { 0 }, _ ("Jump"));
  hip_chart_add_slots (chart, panel, HIP_CHART_SLOT_STALK, &series);
}

/* --- in words --- */

/* In per cent; NAN without a longest. */
static double
get_change (double metres, double longest)
{
  return isnan (longest) ? NAN : CLAMP (round (100 * (metres / longest - 1)), -100, 100000);
}

static char *
describe_change (double metres, double longest)
{
  return hip_units_format_signed_percent ((int) get_change (metres, longest));
}

static char *
describe_farthest_jump (const HipTrends *trends, gssize run)
{
  g_autofree char *distance =
      hip_chart_format_metres (trends->limits.units, hip_trends_get_run (trends, run)->distance_m);
  g_autofree char *longest =
      hip_chart_format_metres (trends->limits.units, get_longest (trends, (guint) run));
  g_autofree char *day = hip_day_format_long (trends->run_days[run], trends->today);

  /* Translators: a distance, a date, a distance. */
  return g_strdup_printf (_ ("The farthest beyond: %1$s on %2$s, when %3$s was the longest."),
                          distance, day, longest);
}

static double
get_excess (const HipTrends *trends, guint run)
{
  return hip_trends_get_run (trends, run)->distance_m / get_longest (trends, run);
}

static void
describe_jumps (const HipTrends *trends, guint begin, guint end, GString *text)
{
  gssize farthest = -1;
  guint n = 0;

  for (guint i = begin; i < end; i++)
    if (is_jump (trends, i))
      {
        n++;
        if (farthest < 0 || get_excess (trends, i) > get_excess (trends, (guint) farthest))
          farthest = i;
      }
  if (n == 0)
    {
      hip_chart_text_sentence (
          text, g_strdup (_ ("None went more than 10\u00a0% beyond the longest of the 30 days "
                             "before it.")));
      return;
    }
  hip_chart_text_sentence (
      text,
      g_strdup_printf (
          /* Translators: a number of runs. */
          ngettext ("%u went more than 10\u00a0%% beyond the longest of the 30 days before it.",
                    "%u went more than 10\u00a0%% beyond the longest of the 30 days before them.",
                    n),
          n));
  hip_chart_text_sentence (text, describe_farthest_jump (trends, farthest));
}

static char *
describe (gconstpointer data, HipDay from, HipDay to)
{
  const HipTrends *trends = data;
  GString *text = g_string_new (NULL);
  guint begin = hip_history_find_run (trends->history, from);
  guint end = MIN (hip_history_find_run (trends->history, to + 1), trends->n_runs);
  guint n = end > begin ? end - begin : 0;

  if (n == 0)
    {
      hip_chart_text_sentence (text, g_strdup (_ ("No run was logged.")));
      return g_string_free (text, FALSE);
    }
  /* Translators: a number of runs. */
  hip_chart_text_sentence (text, g_strdup_printf (ngettext ("%u run.", "%u runs.", n), n));
  describe_jumps (trends, begin, end, text);

  return g_string_free (text, FALSE);
}

static char *
describe_slot (gconstpointer data, guint slot)
{
  const HipTrends *trends = data;
  HipRun *run = hip_trends_get_run (trends, slot);
  double longest = get_longest (trends, slot);
  GString *text = g_string_new (NULL);
  g_autofree char *before = hip_chart_format_metres (trends->limits.units, longest);

  hip_chart_text_line (text, hip_day_format_short (run->date, trends->today));
  if (run->title != NULL)
    hip_chart_text_line (text, g_strdup (run->title));
  hip_chart_text_line (text, hip_chart_format_metres (trends->limits.units, run->distance_m));
  if (isnan (longest))
    return g_string_free (text, FALSE);

  {
    g_autofree char *change = describe_change (run->distance_m, longest);

    /* Translators: a distance, then a change such as “+12 %”. */
    hip_chart_text_line (text,
                         g_strdup_printf (_ ("Longest of 30 days: %1$s (%2$s)"), before, change));
  }

  return g_string_free (text, FALSE);
}

static HipChartTarget
find_target (gconstpointer data, guint slot)
{
  return (HipChartTarget) { HIP_CHART_TARGET_RUN, hip_trends_get_run (data, slot)->rec.id };
}

static HipChartFigure
get_figure (gconstpointer data, guint slot, guint column)
{
  const HipTrends *trends = data;
  HipRun *run = hip_trends_get_run (trends, slot);
  double longest = get_longest (trends, slot);

  switch (column)
    {
    case COLUMN_DAY:
      return hip_chart_figure_day (run->date, trends->today);
    case COLUMN_DISTANCE:
      return hip_chart_figure_metres (trends->limits.units, run->distance_m);
    case COLUMN_LONGEST:
      return hip_chart_figure_metres (trends->limits.units, longest);
    case COLUMN_CHANGE:
    default:
      return hip_chart_figure_percent (get_change (run->distance_m, longest));
    }
}

/**
 * hip_runs_chart_new:
 * @trends: what to draw
 *
 * The distance of each run, with the longest of the 30 days before it and the line 10 % above that
 * (Schuster Brandt Frandsen et al. 2025). Its slots are the runs.
 *
 * Returns: (transfer full): the chart
 */
HipChart *
hip_runs_chart_new (HipTrends *trends)
{
  static const HipChartWords words = { describe, describe_slot, find_target, columns, get_figure };
  HipChart *chart;
  g_autofree char *title = NULL;
  guint panel;

  g_return_val_if_fail (trends != NULL, NULL);

  chart = hip_chart_new (
      hip_time_scale_new (trends->first, trends->last, trends->limits.first_weekday));
  /* Translators: title of a chart; a unit of distance. */
  title =
      g_strdup_printf (_ ("Distance of each run, %s"), hip_units_get_symbol (trends->limits.units));
  panel = hip_chart_add_panel (chart, &(HipChartPanel) {
                                          .title = title,
                                          .scale = hip_scale_new (0, 0),
                                          .format = hip_chart_format_number,
                                          .weight = 1,
                                          .fit = TRUE,
                                      });
  add_envelope (chart, panel, trends);
  add_runs (chart, panel, trends);
  hip_chart_set_words (chart, _ ("Distance of each run"), &words, hip_trends_ref (trends),
                       (GDestroyNotify) hip_trends_unref);

  return chart;
}
