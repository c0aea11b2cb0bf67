// SPDX-License-Identifier: GPL-3.0-or-later
/* Each day's pain against what was run up to the day before, as the finding compares them. */
#include "config.h"

#include "hip-link-chart.h"

#include "hip-chart-text.h"

#include <glib/gi18n.h>
#include <math.h>

#define N_STEPS  5
#define EMPTY_KM 10

/* Half a score of air, so that dots at 0 and at 10 are whole. */
#define PAIN_MIN -0.5
#define PAIN_MAX 10.5

static const double pain_zones[2] = { 2.5, 5.5 };

enum
{
  COLUMN_DAY,
  COLUMN_LOAD,
  COLUMN_PAIN,
};

static const char *const columns[] = { N_ ("Day"), N_ ("Mean distance a day before"), N_ ("Pain"),
                                       NULL };

typedef struct
{
  HipDay day;
  double load_m;
  double pain;
} Pair;

typedef struct
{
  HipTrends *trends; /* (owned) */
  GArray *pairs;     /* (owned) (element-type Pair): by rising load */
} Link;

static void
link_free (gpointer data)
{
  Link *self = data;

  g_array_unref (self->pairs);
  hip_trends_unref (self->trends);
  g_free (self);
}

static gint
compare_pairs (gconstpointer a, gconstpointer b)
{
  const Pair *first = a;
  const Pair *second = b;

  return (first->load_m > second->load_m) - (first->load_m < second->load_m);
}

/* The same pairs as the finding: its window ends today, so they are the latest. */
static GArray *
collect_pairs (const HipTrends *trends)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  guint wanted = trends->link != NULL ? trends->link->n : 0;

  for (guint i = trends->days->n; i > 1 && pairs->len < wanted; i--)
    {
      Pair pair = { trends->day_numbers[i - 1], trends->days->acute[i - 2],
                    trends->days->pain[i - 1] };

      if (!isnan (pair.load_m) && !isnan (pair.pain))
        g_array_append_val (pairs, pair);
    }
  g_array_sort (pairs, compare_pairs);

  return pairs;
}

static const Pair *
get_pair (const Link *self, guint slot)
{
  return &g_array_index (self->pairs, Pair, slot);
}

/* --- in words --- */

static char *
describe (gconstpointer data, HipDay from, HipDay to)
{
  const Link *self = data;

  return hip_finding_dup_text (self->trends->link, self->trends->limits.units);
}

static char *
describe_slot (gconstpointer data, guint slot)
{
  const Link *self = data;
  const Pair *pair = get_pair (self, slot);
  g_autofree char *load = hip_chart_format_metres (self->trends->limits.units, pair->load_m);
  g_autofree char *pain = hip_chart_format_number (pair->pain, 0);
  GString *text = g_string_new (NULL);

  hip_chart_text_line (text, hip_day_format_short (pair->day, self->trends->today));
  /* Translators: a score from 0 to 10. */
  hip_chart_text_line (text, g_strdup_printf (_ ("Pain %s"), pain));
  /* Translators: a distance; a mean over the days before. */
  hip_chart_text_line (text, g_strdup_printf (_ ("Up to the day before: %s a day"), load));

  return g_string_free (text, FALSE);
}

static HipChartTarget
find_target (gconstpointer data, guint slot)
{
  return (HipChartTarget) { HIP_CHART_TARGET_DAY, get_pair (data, slot)->day };
}

static HipChartFigure
get_figure (gconstpointer data, guint slot, guint column)
{
  const Link *self = data;
  const Pair *pair = get_pair (self, slot);

  switch (column)
    {
    case COLUMN_DAY:
      return hip_chart_figure_day (pair->day, self->trends->today);
    case COLUMN_LOAD:
      return hip_chart_figure_metres (self->trends->limits.units, pair->load_m);
    case COLUMN_PAIN:
    default:
      return hip_chart_figure_number (pair->pain, 0);
    }
}

/* --- the chart --- */

static HipChart *
create_chart (const Link *self, HipScale across)
{
  g_autofree char *title =
      /* Translators: title of a chart's lower axis; a unit of distance. */
      g_strdup_printf (_ ("Load up to the day before, %s a day"),
                       hip_units_get_symbol (self->trends->limits.units));

  if (!hip_scale_has_range (across))
    across = hip_scale_new (0, EMPTY_KM);

  return hip_chart_new_by_value (hip_scale_round_out (across, N_STEPS), hip_chart_format_number,
                                 title);
}

/* Dots of one score are spread a little in height, by turns: none hides another. */
static double
get_offset (guint n_seen[HIP_PAIN_MAX + 1], double pain)
{
  static const double offsets[] = { 0, 0.16, -0.16, 0.32, -0.32 };

  return offsets[n_seen[(guint) CLAMP (pain, 0, HIP_PAIN_MAX)]++ % G_N_ELEMENTS (offsets)];
}

/**
 * hip_link_chart_new:
 * @trends: what to draw
 *
 * A dot for each day that the finding of load and pain looks at, with what it says in words. Its
 * slots are these days, by rising load.
 *
 * Returns: (transfer full): the chart
 */
HipChart *
hip_link_chart_new (HipTrends *trends)
{
  static const HipChartWords words = { describe, describe_slot, find_target, columns, get_figure };
  Link *self;
  HipChart *chart;
  g_autofree double *xs = NULL;
  g_autofree double *values = NULL;
  g_autofree HipDay *days = NULL;
  HipChartSeries series = { .width = 1 };
  guint n_seen[HIP_PAIN_MAX + 1] = { 0 };
  guint panel;

  g_return_val_if_fail (trends != NULL, NULL);

  self = g_new0 (Link, 1);
  self->trends = hip_trends_ref (trends);
  self->pairs = collect_pairs (trends);
  series.n = self->pairs->len;
  series.xs = xs = g_new (double, MAX (series.n, 1));
  series.values = values = g_new (double, MAX (series.n, 1));
  series.days = days = g_new (HipDay, MAX (series.n, 1));
  for (guint i = 0; i < series.n; i++)
    {
      xs[i] = hip_units_from_metres (trends->limits.units, get_pair (self, i)->load_m);
      values[i] = get_pair (self, i)->pain + get_offset (n_seen, get_pair (self, i)->pain);
      days[i] = get_pair (self, i)->day;
    }

  chart = create_chart (self, hip_scale_include (hip_scale_new (0, 0), xs, series.n));
  panel = hip_chart_add_panel (chart, &(HipChartPanel) {
                                          /* Translators: title of a chart */
                                          .title = _ ("Pain the day after, 0–10"),
                                          .scale = hip_scale_new (PAIN_MIN, PAIN_MAX),
                                          .format = hip_chart_format_number,
                                          .weight = 1,
                                          .zones = pain_zones,
                                          .n_ticks = 3,
                                      });
  hip_chart_add_dots (chart, panel, HIP_CHART_TONE_PAST, HIP_CHART_SHAPE_DOT, &series, NULL);
  if (series.n > 0)
    hip_chart_add_slots (chart, panel, HIP_CHART_SLOT_POINT, &series);
  hip_chart_set_words (chart, _ ("Load against pain the day after"), &words, self, link_free);

  return chart;
}
