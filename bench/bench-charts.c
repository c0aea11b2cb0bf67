// SPDX-License-Identifier: GPL-3.0-or-later
/* What one snapshot of each chart costs: laying it out and drawing it into render nodes, of 1 and
 * of 50 years, at 400 and at 2000 pixels, and the ratio of the two. Drawing should cost what the
 * screen is wide, and not what the log is long: once there is something on every pixel, twice the
 * log is hardly more work. That is what the last column shows. */
#include "config.h"

#include <gtk/gtk.h>
#include <locale.h>
#include <pango/pangocairo.h>
#include <time.h>

#include "hip-calendar-chart.h"
#include "hip-chart-layout.h"
#include "hip-distance-chart.h"
#include "hip-ratio-chart.h"
#include "hip-runs-chart.h"
#include "hip-shoes-chart.h"
#include "hip-target.h"
#include "hip-test-log.h"

#define ROUNDS        25
#define DAYS_A_PAIR   200
#define HEIGHT        300
#define N_WIDTHS      2
#define N_LENGTHS     3
#define MOVED_DAYS    30
#define DAYS_A_YEAR   365
#define LONGEST_YEARS 50

static const int widths[N_WIDTHS] = { 400, 2000 };
static const int lengths[N_LENGTHS] = { 1, LONGEST_YEARS / 2, LONGEST_YEARS };

static const struct
{
  const char *label;
  HipChart *(*create) (HipTrends *trends);
} charts[] = {
  { "distance, pain, warnings", hip_distance_chart_new },
  { "runs and their longest", hip_runs_chart_new },
  { "acute and chronic load", hip_ratio_chart_new },
  { "pain calendar", hip_calendar_chart_new },
  { "shoes", hip_shoes_chart_new },
};

/* The log: four runs a week, a score and some care every day, new shoes now and then */

static void
live_day (HipTestLog *log, int day, const char *date)
{
  int week = day / 7;
  int score = (day * 31 % 7 + week % 9) / 2;

  if (day % DAYS_A_PAIR == 0)
    {
      g_autofree char *name = g_strdup_printf ("Pair %d", day / DAYS_A_PAIR);

      hip_test_log_shoe (log, name, 0);
    }
  if (day % 7 % 2 == 1 || day % 7 == 6)
    hip_test_log_run (log, date, 5000 + 300 * (week % 10) + (day % 7 == 6 ? 7000 : 0));
  hip_test_log_pain (log, date, HIP_SIDE_LEFT, score)->flags = score >= 7 ? HIP_FLAG_FEVER : 0;
  hip_test_log_pain (log, date, HIP_SIDE_RIGHT, score / 2);
  if (day % 3 == 0)
    hip_test_log_care (log, date, HIP_CARE_STRENGTH, 20);
}

static HipTrends *
create_trends (int years)
{
  g_autoptr (HipTestLog) log = hip_test_log_new ("1975-01-06");
  g_autoptr (HipHistory) history = NULL;
  HipDay first = hip_day_from_ymd (1975, 1, 6);
  int n_days = DAYS_A_YEAR * years;
  HipLimits limits;

  for (int day = 0; day < n_days; day++)
    {
      g_autofree char *date = hip_day_to_iso (first + day);

      live_day (log, day, date);
    }
  history = hip_test_log_history (log);
  hip_limits_init_default (&limits);

  return hip_trends_new (history, &limits, first + n_days - 1);
}

/* Measuring */

/* In milliseconds of this program alone, whoever else is at work. */
static double
take (HipChart *chart, PangoContext *context, int width, const HipTimeScale *shown)
{
  const HipChartLayoutOptions options = { .width = width, .height = HEIGHT, .time = shown };
  clock_t begin = clock ();
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  HipChartColors colors;
  g_autoptr (HipChartLayout) layout = hip_chart_layout_new_with (chart, context, &options);
  g_autoptr (GskRenderNode) node = NULL;

  hip_chart_colors_init_for_paper (&colors);
  hip_chart_layout_draw (layout, snapshot, &colors);
  node = gtk_snapshot_free_to_node (snapshot);

  return 1000.0 * (clock () - begin) / CLOCKS_PER_SEC;
}

/* The best of some rounds, as the others measure the neighbours. */
static double
take_best (HipChart *chart, PangoContext *context, int width, const HipTimeScale *shown)
{
  double best = G_MAXDOUBLE;

  for (int round = 0; round < ROUNDS; round++)
    best = MIN (best, take (chart, context, width, shown));

  return best;
}

typedef struct
{
  PangoContext *context;
  HipTrends *trends[N_LENGTHS];
  double worst; /* of 50 years against 25 */
} Bench;

static void
measure_chart (Bench *self, guint index)
{
  g_autoptr (HipChart) few = charts[index].create (self->trends[0]);
  g_autoptr (HipChart) half = charts[index].create (self->trends[1]);
  g_autoptr (HipChart) many = charts[index].create (self->trends[2]);

  for (guint i = 0; i < N_WIDTHS; i++)
    {
      double one = take_best (few, self->context, widths[i], NULL);
      double some = take_best (half, self->context, widths[i], NULL);
      double fifty = take_best (many, self->context, widths[i], NULL);

      g_print ("  %-28s %5d px %8.2f ms %8.2f ms %8.2f %10.2f\n", charts[index].label, widths[i],
               one, fifty, fifty / one, fifty / some);
      self->worst = MAX (self->worst, fifty / some);
    }
}

/* A month out of the middle, as while a chart is moved by hand. */
static double
measure_month (Bench *self, guint length)
{
  g_autoptr (HipChart) chart = hip_distance_chart_new (self->trends[length]);
  HipDay middle = (self->trends[length]->first + self->trends[length]->last) / 2;
  HipTimeScale shown = hip_time_scale_new (middle, middle + MOVED_DAYS - 1, G_DATE_MONDAY);

  return take_best (chart, self->context, widths[0], &shown);
}

int
main (int argc, char *argv[])
{
  static const HipTarget target = { .label = "50 years against 25, the worst (2 is in proportion)",
                                    .unit = "",
                                    .decimals = 2,
                                    .strictly = TRUE,
                                    .value = 2 };
  PangoFontMap *map;
  Bench bench = { 0 };

  setlocale (LC_ALL, "");
  /* Makes the kinds of render nodes known; that there may be no display does not matter. */
  gtk_init_check ();
  map = pango_cairo_font_map_new ();
  bench.context = pango_font_map_create_context (map);
  for (guint i = 0; i < N_LENGTHS; i++)
    bench.trends[i] = create_trends (lengths[i]);

  g_print ("  %-28s %8s %11s %11s %8s %10s\n", "one snapshot", "", "1 year", "50 years", "ratio",
           "to 25 y");
  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    measure_chart (&bench, i);
  g_print ("\n");
  hip_target_print (&target, bench.worst);
  hip_figure_print ("a month shown, of 50 years against 1 year",
                    measure_month (&bench, 2) / measure_month (&bench, 0), 2, "");

  for (guint i = 0; i < N_LENGTHS; i++)
    hip_trends_unref (bench.trends[i]);
  g_object_unref (bench.context);
  g_object_unref (map);

  return 0;
}
