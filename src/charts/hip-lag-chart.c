// SPDX-License-Identifier: GPL-3.0-or-later
/* How closely load and pain go together with no, one, two and three days between them. */
#include "config.h"

#include "hip-lag-chart.h"

#include "hip-chart-text.h"

#include <glib/gi18n.h>
#include <math.h>

static const char *const columns[] = { N_ ("Days between"), N_ ("Rank correlation"), NULL };

static const HipFinding *
get_link (gconstpointer data)
{
  return ((const HipTrends *) data)->link;
}

static gboolean
has_lags (gconstpointer data)
{
  return get_link (data) != NULL && !isnan (get_link (data)->lags[0]);
}

/* Whole numbers of days; none between them. */
static char *
format_lag (double value, int decimals)
{
  return value >= 0 && value == round (value) ? g_strdup_printf ("%.0f", value) : g_strdup ("");
}

/* "p = 0.03"; never nought: that would be certainty. */
static char *
dup_p (double p)
{
  g_autofree char *number = hip_chart_format_number (fmax (p, 0.01), 2);

  return g_strdup_printf (p < 0.01 ? "p\302\240<\302\240%s" : "p\302\240=\302\240%s", number);
}

static char *
describe (gconstpointer data, HipDay from, HipDay to)
{
  const HipFinding *link = get_link (data);
  guint strongest = 0;
  g_autofree char *rho = NULL;
  g_autofree char *p = NULL;

  if (!has_lags (data))
    return g_strdup (_ ("The days between load and pain are compared from 90 days on."));

  for (guint lag = 1; lag < HIP_FINDING_N_LAGS; lag++)
    if (fabs (link->lags[lag]) > fabs (link->lags[strongest]))
      strongest = lag;
  rho = hip_chart_format_number (link->lags[strongest], 2);
  p = dup_p (link->lags_p);

  /* Translators: a correlation, a number of days, “p = 0.03”. */
  return g_strdup_printf (ngettext ("The largest of the four is %1$s, with %2$u day between load "
                                    "and pain. Chance alone does as well with %3$s.",
                                    "The largest of the four is %1$s, with %2$u days between load "
                                    "and pain. Chance alone does as well with %3$s.",
                                    strongest),
                          rho, strongest, p);
}

static char *
describe_slot (gconstpointer data, guint slot)
{
  g_autofree char *rho = hip_chart_format_number (get_link (data)->lags[slot], 2);

  /* Translators: a number of days, a correlation. */
  return g_strdup_printf (ngettext ("%1$u day between\nRank correlation %2$s",
                                    "%1$u days between\nRank correlation %2$s", slot),
                          slot, rho);
}

static HipChartFigure
get_figure (gconstpointer data, guint slot, guint column)
{
  return column == 0 ? hip_chart_figure_number (slot, 0)
                     : hip_chart_figure_number (get_link (data)->lags[slot], 2);
}

/**
 * hip_lag_chart_new:
 * @trends: what to draw
 *
 * The rank correlations of the finding of load and pain, for lags of 0 to 3 days. Its slots are the
 * lags; none while there are none.
 *
 * Returns: (transfer full): the chart
 */
HipChart *
hip_lag_chart_new (HipTrends *trends)
{
  static const HipChartWords words = { describe, describe_slot, NULL, columns, get_figure };
  static const double xs[HIP_FINDING_N_LAGS] = { 0, 1, 2, 3 };
  HipChartSeries series = { .xs = xs, .n = HIP_FINDING_N_LAGS, .width = 1 };
  HipChart *chart;
  guint panel;

  g_return_val_if_fail (trends != NULL, NULL);

  chart = hip_chart_new_by_value (hip_scale_new (-0.5, HIP_FINDING_N_LAGS - 0.5), format_lag,
                                  /* Translators: title of a chart's lower axis */
                                  _ ("Days between load and pain"));
  hip_chart_set_minimum_size (chart, 160, 180);
  panel = hip_chart_add_panel (chart, &(HipChartPanel) {
                                          /* Translators: title of a chart: Spearman’s ρ */
                                          .title = _ ("Rank correlation"),
                                          .scale = hip_scale_new (-1, 1),
                                          .format = hip_chart_format_number,
                                          .weight = 1,
                                          .n_ticks = 4,
                                      });
  hip_chart_add_level (chart, panel, HIP_CHART_TONE_BASELINE, 0, NULL);
  if (has_lags (trends))
    {
      series.values = trends->link->lags;
      hip_chart_add_stems (chart, panel, HIP_CHART_TONE_LOAD, &series, NULL);
      hip_chart_add_slots (chart, panel, HIP_CHART_SLOT_POINT, &series);
    }
  hip_chart_set_words (chart, _ ("Load and pain by the days between them"), &words,
                       hip_trends_ref (trends), (GDestroyNotify) hip_trends_unref);

  return chart;
}
