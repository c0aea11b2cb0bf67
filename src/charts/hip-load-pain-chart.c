// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-load-pain-chart.h"

#include "hip-chart-text.h"

#include <glib/gi18n.h>
#include <math.h>

#define COLUMN_THICKNESS 0.72
#define LOAD_WEIGHT      3.0
#define PAIN_WEIGHT      2.0
#define WARNING_WEIGHT   0.4

/* The line of the mean, and how many scores it takes. */
#define MEAN_DAYS       7
#define MEAN_MIN_SCORES 3

/* What a warning's titles may take of a card. */
#define MAX_TITLES 3

/* Half a score of air, so that dots at 0 and at 10 are whole. */
#define PAIN_MIN -0.5
#define PAIN_MAX 10.5

/* 0–2, 3–5, 6–10: the edges lie between whole scores. */
static const double pain_zones[2] = { 2.5, 5.5 };

/* --- the chart --- */

/* NULL stays NULL. */
static double *
convert (const HipLoadPainData *data, const double *metres)
{
  double *values;

  if (metres == NULL)
    return NULL;

  values = g_new (double, MAX (data->n_weeks, 1));
  for (gsize i = 0; i < data->n_weeks; i++)
    values[i] = hip_units_from_metres (data->units, metres[i]);

  return values;
}

static gboolean
is_running (const HipLoadPainData *data, gsize week)
{
  return data->week_starts[week] <= data->today && data->today < data->week_starts[week] + 7;
}

static gboolean
is_flagged (const HipLoadPainData *data, gsize week)
{
  return data->week_flagged != NULL && data->week_flagged[week];
}

static guint8 *
create_flags (const HipLoadPainData *data)
{
  guint8 *flags = g_new0 (guint8, MAX (data->n_weeks, 1));

  for (gsize i = 0; i < data->n_weeks; i++)
    flags[i] = (is_flagged (data, i) ? HIP_CHART_COLUMN_FLAGGED : 0)
               | (is_running (data, i) ? HIP_CHART_COLUMN_PARTIAL : 0);

  return flags;
}

static guint
count_flagged (const HipLoadPainData *data)
{
  guint n = 0;

  for (gsize i = 0; i < data->n_weeks; i++)
    n += is_flagged (data, i);

  return n;
}

static HipChartSeries
week_series (const HipLoadPainData *data, const double *values)
{
  return (HipChartSeries) {
    .days = data->week_starts,
    .values = values,
    .n = data->n_weeks,
    .width = 7,
  };
}

static void
add_references (HipChart *chart,
                guint panel,
                const HipLoadPainData *data,
                const double *baselines,
                const double *limits)
{
  if (baselines != NULL)
    {
      HipChartSeries series = week_series (data, baselines);

      /* Translators: legend: the dotted line that a week is held against */
      hip_chart_add_marks (chart, panel, HIP_CHART_TONE_BASELINE, &series,
                           _ ("Highest of 4 weeks"));
    }
  if (limits != NULL)
    {
      HipChartSeries series = week_series (data, limits);

      /* Translators: legend: the line that a week should stay under */
      hip_chart_add_marks (chart, panel, HIP_CHART_TONE_LIMIT, &series, _ ("Limit"));
    }
}

static void
add_load_panel (HipChart *chart, const HipLoadPainData *data)
{
  g_autofree double *values = convert (data, data->week_metres);
  g_autofree double *baselines = convert (data, data->week_baselines);
  g_autofree double *limits = convert (data, data->week_limits);
  g_autofree guint8 *flags = create_flags (data);
  /* Translators: title of a chart; %s is “km” or “mi” */
  g_autofree char *title =
      /* Translators: title of a chart; a unit of distance. */
      g_strdup_printf (_ ("Weekly distance, %s"), hip_units_get_symbol (data->units));
  HipChartSeries series = week_series (data, values);
  guint panel = hip_chart_add_panel (chart, &(HipChartPanel) {
                                                .title = title,
                                                .scale = hip_scale_new (0, 0),
                                                .format = hip_chart_format_number,
                                                .weight = LOAD_WEIGHT,
                                                .fit = TRUE,
                                            });

  series.limits = limits;
  series.flags = flags;
  hip_chart_add_columns (chart, panel, HIP_CHART_TONE_LOAD, COLUMN_THICKNESS, &series, NULL);
  add_references (chart, panel, data, baselines, limits);
  if (count_flagged (data) > 0)
    /* Translators: legend: the part of a column above the limit */
    hip_chart_add_columns (chart, panel, HIP_CHART_TONE_BEYOND, 1, &(HipChartSeries) { 0 },
                           _ ("Beyond the limit"));
}

static double
higher_side (const HipLoadPainData *data, gsize day)
{
  /* fmax() passes over a NAN: a side that was not logged is unknown and not 0. */
  return fmax (data->left[day], data->right[day]);
}

/* The mean of the scores of seven days, NAN of too few. */
static double
mean_of_week (const double *scores, guint day)
{
  double sum = 0;
  guint n = 0;

  for (guint i = day >= MEAN_DAYS - 1 ? day - (MEAN_DAYS - 1) : 0; i <= day; i++)
    if (!isnan (scores[i]))
      {
        sum += scores[i];
        n++;
      }

  return n >= MEAN_MIN_SCORES ? sum / n : NAN;
}

/* One value a day without holes, so that the line breaks where too little was logged. */
static void
add_pain_line (HipChart *chart, guint panel, const HipLoadPainData *data)
{
  HipTimeScale time = hip_time_scale_new (data->from, data->to, data->first_weekday);
  guint n = hip_time_scale_get_days (time);
  g_autofree HipDay *days = g_new (HipDay, MAX (n, 1));
  g_autofree double *scores = g_new (double, MAX (n, 1));
  g_autofree double *means = g_new (double, MAX (n, 1));
  HipChartSeries series = { .days = days, .values = means, .n = n, .width = 1 };

  for (guint i = 0; i < n; i++)
    {
      days[i] = data->from + (HipDay) i;
      scores[i] = NAN;
    }
  for (gsize i = 0; i < data->n_days; i++)
    if (data->days[i] >= data->from && data->days[i] <= data->to)
      scores[data->days[i] - data->from] = higher_side (data, i);
  for (guint i = 0; i < n; i++)
    means[i] = days[i] <= data->today ? mean_of_week (scores, i) : NAN;

  /* Translators: legend of a line: of the scores of the side that hurts more */
  hip_chart_add_line (chart, panel, HIP_CHART_TONE_LIMIT, &series, _ ("7-day mean"));
}

static void
add_pain_dots (HipChart *chart,
               guint panel,
               const HipLoadPainData *data,
               HipChartShape shape,
               const double *scores,
               const char *legend)
{
  HipChartSeries series = { .days = data->days, .values = scores, .n = data->n_days, .width = 1 };

  hip_chart_add_dots (chart, panel, HIP_CHART_TONE_PAIN, shape, &series, legend);
}

static void
add_pain_panel (HipChart *chart, const HipLoadPainData *data)
{
  guint panel = hip_chart_add_panel (chart, &(HipChartPanel) {
                                                /* Translators: title of a chart */
                                                .title = _ ("Pain, 0–10"),
                                                .scale = hip_scale_new (PAIN_MIN, PAIN_MAX),
                                                .format = hip_chart_format_number,
                                                .weight = PAIN_WEIGHT,
                                                .zones = pain_zones,
                                                .n_ticks = 3,
                                            });

  add_pain_line (chart, panel, data);
  add_pain_dots (chart, panel, data, HIP_CHART_SHAPE_LEFT_HALF, data->left, _ ("Left"));
  add_pain_dots (chart, panel, data, HIP_CHART_SHAPE_RIGHT_HALF, data->right, _ ("Right"));
}

static void
add_warning_panel (HipChart *chart, const HipLoadPainData *data)
{
  HipChartSeries series = {
    .days = data->warning_days,
    .values = data->warning_signs,
    .n = data->n_warnings,
    .width = 1,
  };
  guint panel = hip_chart_add_panel (chart, &(HipChartPanel) {
                                                /* Translators: title of a chart */
                                                .title = _ ("Warnings"),
                                                .scale = hip_scale_none (),
                                                .weight = WARNING_WEIGHT,
                                            });

  hip_chart_add_signs (chart, panel, &series, data->sign_labels);
}

/**
 * hip_load_pain_chart_new:
 * @data: what to draw
 *
 * Weekly distance over daily pain, on one time axis, and under them the warnings, if there are any.
 * Its slots are the weeks of @data.
 *
 * Returns: (transfer full): the chart
 */
HipChart *
hip_load_pain_chart_new (const HipLoadPainData *data)
{
  HipChart *chart;

  g_return_val_if_fail (data != NULL, NULL);

  chart = hip_chart_new (hip_time_scale_new (data->from, data->to, data->first_weekday));
  hip_chart_set_minimum_size (chart, 240, 260);
  hip_chart_set_slots (chart, data->week_starts, data->n_weeks, 7);
  add_load_panel (chart, data);
  add_pain_panel (chart, data);
  if (data->n_warnings > 0)
    {
      add_warning_panel (chart, data);
      hip_chart_set_minimum_size (chart, 240, 320);
    }

  return chart;
}

/* --- in words --- */

static char *
format_metres (const HipLoadPainData *data, double metres)
{
  return hip_units_format_distance (data->units, llround (metres));
}

static int
find_highest_week (const HipLoadPainData *data)
{
  int highest = -1;

  for (gsize i = 0; i < data->n_weeks; i++)
    if (data->week_metres[i] > 0
        && (highest < 0 || data->week_metres[i] > data->week_metres[highest]))
      highest = (int) i;

  return highest;
}

/* The last week that is over and known. */
static int
find_last_week (const HipLoadPainData *data)
{
  for (gsize i = data->n_weeks; i > 0; i--)
    if (!isnan (data->week_metres[i - 1]) && data->week_starts[i - 1] + 7 <= data->today)
      return (int) i - 1;

  return -1;
}

static void
describe_span (const HipLoadPainData *data, GString *text)
{
  g_autofree char *from = hip_day_format_long (data->from, data->today);
  g_autofree char *to = hip_day_format_long (data->to, data->today);

  hip_chart_text_sentence (
      /* Translators: a number of weeks, then the first and the last day. */
      text, g_strdup_printf (ngettext ("Weekly distance over %1$u week, from %2$s to %3$s.",
                                       "Weekly distance over %1$u weeks, from %2$s to %3$s.",
                                       (gulong) data->n_weeks),
                             (guint) data->n_weeks, from, to));
}

static void
describe_highest_week (const HipLoadPainData *data, GString *text)
{
  int week = find_highest_week (data);
  g_autofree char *distance = NULL;
  g_autofree char *day = NULL;

  if (week < 0)
    {
      hip_chart_text_sentence (text, g_strdup (_ ("No run was logged.")));
      return;
    }

  distance = format_metres (data, data->week_metres[week]);
  day = hip_day_format_long (data->week_starts[week], data->today);
  /* Translators: a distance, then the first day of a week */
  hip_chart_text_sentence (
      text,
      /* Translators: a distance, then the first day of its week. */
      g_strdup_printf (_ ("Highest: %1$s in the week of %2$s."), distance, day));
}

static char *
compare_with_baseline (const char *distance, double metres, double baseline)
{
  int percent = (int) CLAMP (lround (100 * (metres / baseline - 1)), -100, 100000);

  if (percent > 0)
    return g_strdup_printf (
        /* Translators: a distance, then a number of per cent. */
        _ ("Last full week: %1$s, %2$d %% above the highest of the four weeks before it."),
        distance, percent);
  if (percent < 0)
    return g_strdup_printf (
        /* Translators: a distance, then a number of per cent. */
        _ ("Last full week: %1$s, %2$d %% below the highest of the four weeks before it."),
        distance, -percent);

  return g_strdup_printf (
      /* Translators: a distance. */
      _ ("Last full week: %s, the same as the highest of the four weeks before it."), distance);
}

static void
describe_last_week (const HipLoadPainData *data, GString *text)
{
  int week = find_last_week (data);
  double baseline = week >= 0 && data->week_baselines ? data->week_baselines[week] : NAN;
  g_autofree char *distance = NULL;

  if (week < 0)
    return;

  distance = format_metres (data, data->week_metres[week]);
  hip_chart_text_sentence (
      text, baseline > 0 ? compare_with_baseline (distance, data->week_metres[week], baseline)
                         /* Translators: a distance. */
                         : g_strdup_printf (_ ("Last full week: %s."), distance));
}

static void
describe_flagged (const HipLoadPainData *data, GString *text)
{
  guint n = count_flagged (data);

  if (n > 0)
    hip_chart_text_sentence (text,
                             /* Translators: how many weeks had more distance than their limit. */
                             g_strdup_printf (ngettext ("%u week went beyond its limit.",
                                                        "%u weeks went beyond their limit.", n),
                                              n));
}

typedef struct
{
  guint n;
  double sum;
  gssize highest; /* index of the day, or -1 */
  double left;    /* the highest of each side, NAN when not logged */
  double right;
} PainSummary;

static PainSummary
summarize_pain (const HipLoadPainData *data, HipDay from, HipDay to)
{
  PainSummary summary = { .highest = -1, .left = NAN, .right = NAN };

  for (gsize i = 0; i < data->n_days; i++)
    {
      double score = higher_side (data, i);

      if (data->days[i] < from || data->days[i] > to || isnan (score))
        continue;

      summary.n++;
      summary.sum += score;
      summary.left = fmax (summary.left, data->left[i]);
      summary.right = fmax (summary.right, data->right[i]);
      if (summary.highest < 0 || score > higher_side (data, (gsize) summary.highest))
        summary.highest = (gssize) i;
    }

  return summary;
}

static void
describe_pain (const HipLoadPainData *data, GString *text)
{
  PainSummary summary = summarize_pain (data, data->from, data->to);
  g_autofree char *mean = NULL;
  g_autofree char *highest = NULL;
  g_autofree char *day = NULL;

  if (summary.n == 0)
    {
      hip_chart_text_sentence (text, g_strdup (_ ("No pain score was logged.")));
      return;
    }

  mean = hip_chart_format_number (summary.sum / summary.n, 1);
  highest = hip_chart_format_number (higher_side (data, (gsize) summary.highest), 0);
  day = hip_day_format_long (data->days[summary.highest], data->today);
  hip_chart_text_sentence (
      text,
      g_strdup_printf (
          /* Translators: number of days, two scores from 0 to 10, a date */
          ngettext ("Pain was scored on %1$u day: mean %2$s, highest %3$s on %4$s.",
                    "Pain was scored on %1$u days: mean %2$s, highest %3$s on %4$s.", summary.n),
          summary.n, mean, highest, day));
}

/* The latest of the most serious ones. */
static gsize
find_worst_warning (const HipLoadPainData *data)
{
  gsize worst = 0;

  for (gsize i = 1; i < data->n_warnings; i++)
    if (data->warning_signs[i] >= data->warning_signs[worst])
      worst = i;

  return worst;
}

static void
describe_warnings (const HipLoadPainData *data, GString *text)
{
  guint n = (guint) data->n_warnings;
  g_autofree char *day = NULL;
  gsize worst;

  if (n == 0)
    return;

  worst = find_worst_warning (data);
  day = hip_day_format_long (data->warning_days[worst], data->today);
  hip_chart_text_sentence (
      text, g_strdup_printf (
                /* Translators: a number, a date, and how serious it was, such as “Caution”. */
                ngettext ("%1$u warning was raised, on %2$s (%3$s).",
                          "%1$u warnings were raised, the most serious on %2$s (%3$s).", n),
                n, day, data->sign_labels[(int) data->warning_signs[worst]]));
}

/**
 * hip_load_pain_chart_describe:
 * @data: what is drawn
 *
 * Says in a few sentences what the chart shows, computed from the same figures.
 *
 * Returns: (transfer full): the description
 */
char *
hip_load_pain_chart_describe (const HipLoadPainData *data)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (data != NULL, g_string_free (text, FALSE));

  describe_span (data, text);
  describe_highest_week (data, text);
  describe_last_week (data, text);
  describe_flagged (data, text);
  describe_pain (data, text);
  describe_warnings (data, text);

  return g_string_free (text, FALSE);
}

static char *
describe_distance (const HipLoadPainData *data, guint week)
{
  g_autofree char *distance = NULL;

  if (isnan (data->week_metres[week]))
    return g_strdup (_ ("Not logged"));

  distance = format_metres (data, data->week_metres[week]);
  if (is_running (data, week))
    /* Translators: the distance of the week that is not over yet */
    return g_strdup_printf (_ ("%s so far"), distance);

  return g_steal_pointer (&distance);
}

static char *
describe_limit (const HipLoadPainData *data, guint week)
{
  g_autofree char *limit =
      hip_units_format_distance_floor (data->units, llround (data->week_limits[week]));

  /* Translators: a distance; “its” is the week’s. */
  return is_flagged (data, week) ? g_strdup_printf (_ ("Beyond its limit of %s"), limit)
                                 /* Translators: a distance. */
                                 : g_strdup_printf (_ ("Limit %s"), limit);
}

static char *
describe_sides (const HipLoadPainData *data, guint week)
{
  HipDay start = data->week_starts[week];
  PainSummary summary = summarize_pain (data, start, start + 6);
  g_autofree char *left = hip_chart_format_number (summary.left, 0);
  g_autofree char *right = hip_chart_format_number (summary.right, 0);

  if (summary.n == 0)
    return g_strdup (_ ("Pain not scored"));
  if (isnan (summary.right))
    /* Translators: a score from 0 to 10. */
    return g_strdup_printf (_ ("Highest pain: left %s"), left);
  if (isnan (summary.left))
    /* Translators: a score from 0 to 10. */
    return g_strdup_printf (_ ("Highest pain: right %s"), right);

  /* Translators: two scores from 0 to 10. */
  return g_strdup_printf (_ ("Highest pain: left %1$s, right %2$s"), left, right);
}

static int
compare_signs (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const HipLoadPainData *data = user_data;
  double first = data->warning_signs[*(const gsize *) a];
  double second = data->warning_signs[*(const gsize *) b];

  return (second > first) - (second < first);
}

/* (element-type gsize): the warnings of a week, the most serious first, else as they came. */
static GArray *
find_warnings (const HipLoadPainData *data, guint week)
{
  HipDay start = data->week_starts[week];
  GArray *found = g_array_new (FALSE, FALSE, sizeof (gsize));

  for (gsize i = 0; i < data->n_warnings; i++)
    if (data->warning_days[i] >= start && data->warning_days[i] < start + 7)
      g_array_append_val (found, i);
  g_array_sort_with_data (found, compare_signs, (gpointer) data);

  return found;
}

static void
list_warnings (const HipLoadPainData *data, guint week, GString *text)
{
  g_autoptr (GArray) found = find_warnings (data, week);

  for (guint i = 0; i < MIN (found->len, MAX_TITLES); i++)
    {
      gsize index = g_array_index (found, gsize, i);
      g_autofree char *title = data->warning_title (index, data->warning_title_data);
      const char *label = data->sign_labels[(int) data->warning_signs[index]];

      /* Translators: how serious a warning is, such as “Caution”, and what it says. */
      hip_chart_text_line (text, g_strdup_printf (_ ("%1$s: %2$s"), label, title));
    }
  if (found->len > MAX_TITLES)
    hip_chart_text_line (text,
                         /* Translators: ends a list of warnings that was cut short. */
                         g_strdup_printf (ngettext ("and %u more warning", "and %u more warnings",
                                                    found->len - MAX_TITLES),
                                          found->len - MAX_TITLES));
}

/**
 * hip_load_pain_chart_describe_week:
 * @data: what is drawn
 * @week: index of a week
 *
 * The figures of one week, a line each: for [callback@ChartDetailFunc].
 *
 * Returns: (transfer full): the text
 */
char *
hip_load_pain_chart_describe_week (const HipLoadPainData *data, guint week)
{
  GString *text = g_string_new (NULL);
  g_autofree char *day = NULL;

  g_return_val_if_fail (data != NULL && week < data->n_weeks, g_string_free (text, FALSE));

  day = hip_day_format_short (data->week_starts[week], data->today);
  /* Translators: %s is the first day of a week */
  hip_chart_text_line (text, g_strdup_printf (_ ("Week of %s"), day));
  hip_chart_text_line (text, describe_distance (data, week));
  if (data->week_limits != NULL && !isnan (data->week_limits[week]))
    hip_chart_text_line (text, describe_limit (data, week));
  hip_chart_text_line (text, describe_sides (data, week));
  list_warnings (data, week, text);

  return g_string_free (text, FALSE);
}
