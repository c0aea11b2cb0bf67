// SPDX-License-Identifier: GPL-3.0-or-later
/* Pain by day as a calendar: a column a week, with the days of care and of red flags. */
#include "config.h"

#include "hip-calendar-chart.h"

#include "hip-chart-text.h"

#include <glib/gi18n.h>
#include <math.h>

#define N_WEEKDAYS 7

enum
{
  COLUMN_DAY,
  COLUMN_LEFT,
  COLUMN_RIGHT,
  COLUMN_CARE,
  COLUMN_RED_FLAGS,
};

static const char *const columns[] = { N_ ("Day"),  N_ ("Left"),      N_ ("Right"),
                                       N_ ("Care"), N_ ("Red flags"), NULL };

/* (transfer full): "Mon" …, from the first of the week on */
static GStrv
create_weekdays (const HipTrends *trends)
{
  GStrv names = g_new0 (char *, N_WEEKDAYS + 1);

  for (int i = 0; i < N_WEEKDAYS; i++)
    /* Translators: a day on a chart's axis, within one week: "Mon" */
    names[i] = hip_day_format (trends->first + i, C_ ("chart axis", "%a"));

  return names;
}

/* (transfer full) (element-type HipDay): each day once */
static GArray *
find_care_days (const HipTrends *trends)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (HipDay));

  for (guint i = 0; i < hip_history_get_n_care (trends->history); i++)
    {
      HipDay day = hip_history_get_care (trends->history, i)->date;

      if (day > trends->today)
        break;
      if (days->len == 0 || g_array_index (days, HipDay, days->len - 1) != day)
        g_array_append_val (days, day);
    }

  return days;
}

static GArray *
find_flag_days (const HipTrends *trends)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (HipDay));

  for (guint i = 0; i < hip_history_get_n_pain_days (trends->history); i++)
    {
      HipPainDay *pain = hip_history_get_pain_day (trends->history, i);

      if (pain->date > trends->today)
        break;
      if (pain->flags != 0
          && (days->len == 0 || g_array_index (days, HipDay, days->len - 1) != pain->date))
        g_array_append_val (days, pain->date);
    }

  return days;
}

static void
add_marks (HipChart *chart,
           guint panel,
           GArray *days,
           HipChartTone tone,
           HipChartShape shape,
           const char *legend)
{
  g_autofree double *values = g_new0 (double, MAX (days->len, 1));
  HipChartSeries series = {
    .days = (const HipDay *) days->data,
    .values = values,
    .n = days->len,
    .width = 1,
  };

  if (days->len > 0)
    hip_chart_add_cell_marks (chart, panel, tone, shape, &series, legend);
}

static void
add_all_marks (HipChart *chart, guint panel, const HipTrends *trends)
{
  g_autoptr (GArray) care = find_care_days (trends);
  g_autoptr (GArray) flags = find_flag_days (trends);

  add_marks (chart, panel, care, HIP_CHART_TONE_LIMIT, HIP_CHART_SHAPE_RING, _ ("Care"));
  add_marks (chart, panel, flags, HIP_CHART_TONE_ALERT, HIP_CHART_SHAPE_TRIANGLE, _ ("Red flag"));
}

/* --- in words --- */

typedef struct
{
  guint n_scored;
  guint n_zones[3];
  guint n_care;
  guint n_flags;
} Summary;

static gboolean
has_flags (const HipTrends *trends, HipDay day)
{
  for (HipSide side = HIP_SIDE_LEFT; side <= HIP_SIDE_RIGHT; side++)
    {
      HipPainDay *pain = hip_history_lookup_pain (trends->history, day, side);

      if (pain != NULL && pain->flags != 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_care (const HipTrends *trends, HipDay day)
{
  guint i = hip_history_find_care (trends->history, day);

  return i < hip_history_get_n_care (trends->history)
         && hip_history_get_care (trends->history, i)->date == day;
}

static Summary
summarize (const HipTrends *trends, HipDay from, HipDay to)
{
  Summary summary = { 0 };

  for (HipDay day = MAX (from, trends->first); day <= MIN (to, trends->today); day++)
    {
      double score = hip_trends_get_day_value (trends, trends->days->pain, day);

      summary.n_care += has_care (trends, day);
      if (isnan (score))
        continue;
      summary.n_scored++;
      summary.n_zones[score >= 6 ? 2 : score >= 3 ? 1 : 0]++;
      summary.n_flags += has_flags (trends, day);
    }

  return summary;
}

static char *
describe (gconstpointer data, HipDay from, HipDay to)
{
  Summary summary = summarize (data, from, to);
  GString *text = g_string_new (NULL);

  if (summary.n_scored == 0)
    hip_chart_text_sentence (text, g_strdup (_ ("No pain score was logged.")));
  else
    hip_chart_text_sentence (
        text,
        g_strdup_printf (
            /* Translators: numbers of days. */
            ngettext (
                "%1$u day was scored: %2$u at 0–\u20602, %3$u at 3–\u20605, %4$u at 6–\u206010.",
                "%1$u days were scored: %2$u at 0–\u20602, %3$u at 3–\u20605, %4$u at 6–\u206010.",
                summary.n_scored),
            summary.n_scored, summary.n_zones[0], summary.n_zones[1], summary.n_zones[2]));
  if (summary.n_flags > 0)
    hip_chart_text_sentence (text,
                             /* Translators: a number of days. */
                             g_strdup_printf (ngettext ("Red flags on %u day.",
                                                        "Red flags on %u days.", summary.n_flags),
                                              summary.n_flags));
  if (summary.n_care > 0)
    hip_chart_text_sentence (
        text,
        /* Translators: a number of days. */
        g_strdup_printf (ngettext ("Care on %u day.", "Care on %u days.", summary.n_care),
                         summary.n_care));

  return g_string_free (text, FALSE);
}

static char *
dup_score (double score)
{
  return isnan (score) ? g_strdup ("–") : hip_chart_format_number (score, 0);
}

/* "Strength, ice", or nothing */
static char *
dup_care (const HipTrends *trends, HipDay day)
{
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = hip_history_find_care (trends->history, day);
       i < hip_history_get_n_care (trends->history); i++)
    {
      HipCareEntry *care = hip_history_get_care (trends->history, i);

      if (care->date != day)
        break;
      g_strv_builder_add (labels,
                          hip_vocabulary_get_label (hip_vocabulary_care_kinds (), care->kind));
    }
  all = g_strv_builder_end (labels);

  return g_strjoinv (", ", all);
}

static char *
dup_flags (const HipTrends *trends, HipDay day)
{
  HipFlags flags = 0;

  for (HipSide side = HIP_SIDE_LEFT; side <= HIP_SIDE_RIGHT; side++)
    {
      HipPainDay *pain = hip_history_lookup_pain (trends->history, day, side);

      flags |= pain != NULL ? pain->flags : 0;
    }

  return hip_vocabulary_set_to_labels (hip_vocabulary_flags (), flags);
}

static char *
describe_scores (const HipTrends *trends, guint slot)
{
  g_autofree char *left = dup_score (trends->days->pain_left[slot]);
  g_autofree char *right = dup_score (trends->days->pain_right[slot]);

  if (isnan (trends->days->pain[slot]))
    return g_strdup (_ ("Pain not scored"));

  /* Translators: two scores from 0 to 10. */
  return g_strdup_printf (_ ("Pain: left %1$s, right %2$s"), left, right);
}

static char *
describe_slot (gconstpointer data, guint slot)
{
  const HipTrends *trends = data;
  HipDay day = trends->day_numbers[slot];
  GString *text = g_string_new (NULL);
  g_autofree char *care = dup_care (trends, day);
  g_autofree char *flags = dup_flags (trends, day);

  hip_chart_text_line (text, hip_day_format_short (day, trends->today));
  hip_chart_text_line (text, describe_scores (trends, slot));
  if (trends->days->distance_m[slot] > 0)
    hip_chart_text_line (
        text, hip_chart_format_metres (trends->limits.units, trends->days->distance_m[slot]));
  if (*care != '\0')
    /* Translators: what was done for the hips. */
    hip_chart_text_line (text, g_strdup_printf (_ ("Care: %s"), care));
  if (*flags != '\0')
    /* Translators: signs that a doctor should see. */
    hip_chart_text_line (text, g_strdup_printf (_ ("Red flags: %s"), flags));

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

  switch (column)
    {
    case COLUMN_DAY:
      return hip_chart_figure_day (trends->day_numbers[slot], trends->today);
    case COLUMN_LEFT:
      return hip_chart_figure_number (trends->days->pain_left[slot], 0);
    case COLUMN_RIGHT:
      return hip_chart_figure_number (trends->days->pain_right[slot], 0);
    case COLUMN_CARE:
      return hip_chart_figure_text (dup_care (trends, trends->day_numbers[slot]));
    case COLUMN_RED_FLAGS:
    default:
      return hip_chart_figure_text (dup_flags (trends, trends->day_numbers[slot]));
    }
}

/**
 * hip_calendar_chart_new:
 * @trends: what to draw
 *
 * Each day's score, that of the side that hurts more, in a calendar on the same time axis as the
 * other charts. Its slots are the days.
 *
 * Returns: (transfer full): the chart
 */
HipChart *
hip_calendar_chart_new (HipTrends *trends)
{
  static const HipChartWords words = { describe, describe_slot, find_target, columns, get_figure };
  HipChartSeries series;
  HipChart *chart;
  g_auto (GStrv) weekdays = NULL;
  guint panel;

  g_return_val_if_fail (trends != NULL, NULL);

  weekdays = create_weekdays (trends);
  series = (HipChartSeries) {
    .days = trends->day_numbers,
    .values = trends->days->pain,
    .n = trends->days->n,
    .width = 1,
  };
  chart = hip_chart_new (
      hip_time_scale_new (trends->first, trends->last, trends->limits.first_weekday));
  panel = hip_chart_add_panel (chart, &(HipChartPanel) {
                                          /* Translators: title of a chart */
                                          .title = _ ("Pain by day, 0–10"),
                                          .scale = hip_scale_new (0, N_WEEKDAYS),
                                          .weight = 1,
                                          .weekdays = (const char *const *) weekdays,
                                      });
  hip_chart_add_cells (chart, panel, &series, _ ("Higher side"));
  add_all_marks (chart, panel, trends);
  hip_chart_add_slots (chart, panel, HIP_CHART_SLOT_CELL, &series);
  hip_chart_set_words (chart, _ ("Pain by day"), &words, hip_trends_ref (trends),
                       (GDestroyNotify) hip_trends_unref);

  return chart;
}
