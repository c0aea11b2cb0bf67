// SPDX-License-Identifier: GPL-3.0-or-later
/* How far each pair of shoes has come, through the marks at which to check and to replace it. */
#include "config.h"

#include "hip-shoes-chart.h"

#include "hip-chart-text.h"

#include <glib/gi18n.h>
#include <math.h>

/* After so many a colour comes back, with another pattern. */
#define N_TONES 4

enum
{
  COLUMN_PAIR,
  COLUMN_DAY,
  COLUMN_DISTANCE,
};

static const char *const columns[] = { N_ ("Pair"), N_ ("Day"), N_ ("Distance"), NULL };

/* What a pair has behind it after each of its runs. */
typedef struct
{
  HipShoe *shoe;  /* borrowed from the log */
  GArray *days;   /* (owned) (element-type HipDay) */
  GArray *metres; /* (owned) (element-type double) */
  gssize check;   /* index at which it came to its marks, -1 before */
  gssize replace;
} Pair;

typedef struct
{
  HipTrends *trends; /* (owned) */
  GPtrArray *pairs;  /* (owned) (element-type Pair): those retired first, none without a run */
} Shoes;

static void
pair_free (Pair *pair)
{
  g_array_unref (pair->days);
  g_array_unref (pair->metres);
  g_free (pair);
}

static void
shoes_free (gpointer data)
{
  Shoes *self = data;

  g_ptr_array_unref (self->pairs);
  hip_trends_unref (self->trends);
  g_free (self);
}

static Pair *
pair_new (HipShoe *shoe)
{
  Pair *pair = g_new0 (Pair, 1);

  pair->shoe = shoe;
  pair->days = g_array_new (FALSE, FALSE, sizeof (HipDay));
  pair->metres = g_array_new (FALSE, FALSE, sizeof (double));
  pair->check = pair->replace = -1;

  return pair;
}

static double
get_metres (const Pair *pair, guint index)
{
  return g_array_index (pair->metres, double, index);
}

static void
pair_add_run (Pair *pair, HipRun *run)
{
  double metres = run->distance_m;
  gssize index = pair->days->len;

  metres += index > 0 ? get_metres (pair, pair->days->len - 1) : pair->shoe->start_distance_m;
  g_array_append_val (pair->days, run->date);
  g_array_append_val (pair->metres, metres);
  if (pair->check < 0 && metres >= pair->shoe->check_at_m)
    pair->check = index;
  if (pair->replace < 0 && metres >= pair->shoe->replace_at_m)
    pair->replace = index;
}

static gboolean
is_retired (const HipShoe *shoe)
{
  return shoe->retired != HIP_DAY_NONE;
}

static gint
compare_pairs (gconstpointer a, gconstpointer b)
{
  const Pair *first = *(Pair *const *) a;
  const Pair *second = *(Pair *const *) b;

  if (is_retired (first->shoe) != is_retired (second->shoe))
    return is_retired (first->shoe) ? -1 : 1;

  return (first->shoe->rec.id > second->shoe->rec.id)
         - (first->shoe->rec.id < second->shoe->rec.id);
}

static GPtrArray *
collect_pairs (const HipTrends *trends)
{
  GPtrArray *pairs = g_ptr_array_new_with_free_func ((GDestroyNotify) pair_free);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < trends->n_runs; i++)
    {
      HipRun *run = hip_trends_get_run (trends, i);
      HipShoe *shoe = hip_history_get_shoe_by_id (trends->history, run->shoe_id);
      Pair *pair = shoe != NULL ? g_hash_table_lookup (by_id, &shoe->rec.id) : NULL;

      if (shoe == NULL)
        continue;
      if (pair == NULL)
        {
          pair = pair_new (shoe);
          g_ptr_array_add (pairs, pair);
          g_hash_table_insert (by_id, &shoe->rec.id, pair);
        }
      pair_add_run (pair, run);
    }
  g_ptr_array_sort (pairs, compare_pairs);

  return pairs;
}

/* --- the chart --- */

static double *
convert (const Shoes *self, const Pair *pair)
{
  double *values = g_new (double, pair->metres->len);

  for (guint i = 0; i < pair->metres->len; i++)
    values[i] = hip_units_from_metres (self->trends->limits.units, get_metres (pair, i));

  return values;
}

static void
add_line (HipChart *chart,
          guint panel,
          const Pair *pair,
          guint number,
          const HipChartSeries *series,
          const char *legend)
{
  static const HipChartTone tones[N_TONES] = { HIP_CHART_TONE_LOAD, HIP_CHART_TONE_SECOND,
                                               HIP_CHART_TONE_THIRD, HIP_CHART_TONE_FOURTH };

  if (is_retired (pair->shoe))
    hip_chart_add_line (chart, panel, HIP_CHART_TONE_BASELINE, series, legend);
  else
    /* Neighbours differ in colour and in pattern. */
    hip_chart_add_patterned_line (chart, panel, tones[number % N_TONES],
                                  (number + number / N_TONES) % HIP_N_CHART_PATTERNS, series,
                                  legend);
}

static void
add_pairs (HipChart *chart, guint panel, const Shoes *self)
{
  guint number = 0;
  gboolean any_retired = FALSE;

  for (guint i = 0; i < self->pairs->len; i++)
    {
      const Pair *pair = self->pairs->pdata[i];
      g_autofree double *values = convert (self, pair);
      HipChartSeries series = {
        .days = (const HipDay *) pair->days->data,
        .values = values,
        .n = pair->days->len,
        .width = 1,
      };
      const char *legend = pair->shoe->name;

      if (is_retired (pair->shoe))
        legend = any_retired ? NULL : _ ("Retired");
      add_line (chart, panel, pair, number, &series, legend);
      hip_chart_add_slots (chart, panel, HIP_CHART_SLOT_POINT, &series);
      any_retired = any_retired || is_retired (pair->shoe);
      number += !is_retired (pair->shoe);
    }
}

typedef struct
{
  HipDay day;
  double value;
} Mark;

static gint
compare_marks (gconstpointer a, gconstpointer b)
{
  const Mark *first = a;
  const Mark *second = b;

  return (first->day > second->day) - (first->day < second->day);
}

static void
add_marks (HipChart *chart, guint panel, GArray *marks, gboolean is_check)
{
  g_autofree HipDay *days = g_new (HipDay, MAX (marks->len, 1));
  g_autofree double *values = g_new (double, MAX (marks->len, 1));
  HipChartSeries series = { .days = days, .values = values, .n = marks->len, .width = 1 };

  g_array_sort (marks, compare_marks);
  for (guint i = 0; i < marks->len; i++)
    {
      days[i] = g_array_index (marks, Mark, i).day;
      values[i] = g_array_index (marks, Mark, i).value;
    }
  if (marks->len > 0)
    hip_chart_add_dots (chart, panel, is_check ? HIP_CHART_TONE_BEYOND : HIP_CHART_TONE_ALERT,
                        is_check ? HIP_CHART_SHAPE_TRIANGLE : HIP_CHART_SHAPE_DIAMOND, &series,
                        is_check ? _ ("Time to check") : _ ("Time to replace"));
}

/* Where a pair came to its marks. */
static void
add_all_marks (HipChart *chart, guint panel, const Shoes *self)
{
  g_autoptr (GArray) checks = g_array_new (FALSE, FALSE, sizeof (Mark));
  g_autoptr (GArray) replacements = g_array_new (FALSE, FALSE, sizeof (Mark));

  for (guint i = 0; i < self->pairs->len; i++)
    {
      const Pair *pair = self->pairs->pdata[i];
      g_autofree double *values = convert (self, pair);

      if (pair->check >= 0)
        g_array_append_vals (
            checks,
            &(Mark) { g_array_index (pair->days, HipDay, pair->check), values[pair->check] }, 1);
      if (pair->replace >= 0)
        g_array_append_vals (
            replacements,
            &(Mark) { g_array_index (pair->days, HipDay, pair->replace), values[pair->replace] },
            1);
    }
  add_marks (chart, panel, checks, TRUE);
  add_marks (chart, panel, replacements, FALSE);
}

/* The marks of all pairs in use as lines, if they have the same ones. */
static void
add_levels (HipChart *chart, guint panel, const Shoes *self)
{
  HipUnits units = self->trends->limits.units;
  const HipShoe *first = NULL;

  for (guint i = 0; i < self->pairs->len; i++)
    {
      const HipShoe *shoe = ((const Pair *) self->pairs->pdata[i])->shoe;

      if (is_retired (shoe))
        continue;
      if (first != NULL
          && (shoe->check_at_m != first->check_at_m || shoe->replace_at_m != first->replace_at_m))
        return;
      first = shoe;
    }
  if (first == NULL)
    return;
  hip_chart_add_level (chart, panel, HIP_CHART_TONE_BEYOND,
                       hip_units_from_metres (units, first->check_at_m), _ ("Check"));
  hip_chart_add_level (chart, panel, HIP_CHART_TONE_ALERT,
                       hip_units_from_metres (units, first->replace_at_m), _ ("Replace"));
}

/* --- in words --- */

static const Pair *
find_pair (const Shoes *self, guint slot, guint *run)
{
  for (guint i = 0; i < self->pairs->len; i++)
    {
      const Pair *pair = self->pairs->pdata[i];

      *run = slot;
      if (slot < pair->days->len)
        return pair;
      slot -= pair->days->len;
    }

  g_assert_not_reached ();
}

static char *
describe_state (const Shoes *self, const Pair *pair)
{
  HipUnits units = self->trends->limits.units;
  double metres = get_metres (pair, pair->metres->len - 1);
  g_autofree char *distance = hip_chart_format_metres (units, metres);
  g_autofree char *left = NULL;

  if (metres >= pair->shoe->replace_at_m)
    /* Translators: the name of a pair of shoes, a distance. */
    return g_strdup_printf (_ ("%1$s: %2$s, time to think of new ones."), pair->shoe->name,
                            distance);
  if (metres >= pair->shoe->check_at_m)
    /* Translators: the name of a pair of shoes, a distance. */
    return g_strdup_printf (_ ("%1$s: %2$s, time to check them."), pair->shoe->name, distance);

  left = hip_chart_format_metres (units, pair->shoe->check_at_m - metres);
  /* Translators: the name of a pair of shoes, two distances. */
  return g_strdup_printf (_ ("%1$s: %2$s, another %3$s before a check."), pair->shoe->name,
                          distance, left);
}

/* How things stand, whatever is shown: the pairs in use are those one asks about. */
static char *
describe (gconstpointer data, HipDay from, HipDay to)
{
  const Shoes *self = data;
  GString *text = g_string_new (NULL);
  guint n_retired = 0;

  if (self->pairs->len == 0)
    {
      hip_chart_text_sentence (text, g_strdup (_ ("No run was logged in a pair of shoes.")));
      return g_string_free (text, FALSE);
    }
  for (guint i = 0; i < self->pairs->len; i++)
    {
      const Pair *pair = self->pairs->pdata[i];

      if (is_retired (pair->shoe))
        n_retired++;
      else
        hip_chart_text_sentence (text, describe_state (self, pair));
    }
  if (n_retired > 0)
    hip_chart_text_sentence (
        text, g_strdup_printf (
                  /* Translators: a number of pairs of shoes. */
                  ngettext ("%u pair is retired.", "%u pairs are retired.", n_retired), n_retired));

  return g_string_free (text, FALSE);
}

static char *
describe_slot (gconstpointer data, guint slot)
{
  const Shoes *self = data;
  HipUnits units = self->trends->limits.units;
  guint run;
  const Pair *pair = find_pair (self, slot, &run);
  GString *text = g_string_new (pair->shoe->name);
  g_autofree char *check = hip_chart_format_metres (units, pair->shoe->check_at_m);
  g_autofree char *replace = hip_chart_format_metres (units, pair->shoe->replace_at_m);

  hip_chart_text_line (
      text, hip_day_format_short (g_array_index (pair->days, HipDay, run), self->trends->today));
  hip_chart_text_line (text, hip_chart_format_metres (units, get_metres (pair, run)));
  /* Translators: two distances. */
  hip_chart_text_line (text,
                       g_strdup_printf (_ ("Check at %1$s, replace at %2$s"), check, replace));

  return g_string_free (text, FALSE);
}

static HipChartTarget
find_target (gconstpointer data, guint slot)
{
  guint run;

  return (HipChartTarget) { HIP_CHART_TARGET_SHOE, find_pair (data, slot, &run)->shoe->rec.id };
}

static HipChartFigure
get_figure (gconstpointer data, guint slot, guint column)
{
  const Shoes *self = data;
  guint run;
  const Pair *pair = find_pair (self, slot, &run);

  switch (column)
    {
    case COLUMN_PAIR:
      return hip_chart_figure_text (g_strdup (pair->shoe->name));
    case COLUMN_DAY:
      return hip_chart_figure_day (g_array_index (pair->days, HipDay, run), self->trends->today);
    case COLUMN_DISTANCE:
    default:
      return hip_chart_figure_metres (self->trends->limits.units, get_metres (pair, run));
    }
}

/**
 * hip_shoes_chart_new:
 * @trends: what to draw
 *
 * The distance each pair has behind it, with marks where it was time to check and to replace it.
 * Its slots are the runs of each pair, pair after pair.
 *
 * Returns: (transfer full): the chart
 */
HipChart *
hip_shoes_chart_new (HipTrends *trends)
{
  static const HipChartWords words = { describe, describe_slot, find_target, columns, get_figure };
  Shoes *self;
  HipChart *chart;
  g_autofree char *title = NULL;
  guint panel;

  g_return_val_if_fail (trends != NULL, NULL);

  self = g_new0 (Shoes, 1);
  self->trends = hip_trends_ref (trends);
  self->pairs = collect_pairs (trends);
  chart = hip_chart_new (
      hip_time_scale_new (trends->first, trends->last, trends->limits.first_weekday));
  /* Translators: title of a chart; a unit of distance. */
  title = g_strdup_printf (_ ("Distance of each pair of shoes, %s"),
                           hip_units_get_symbol (trends->limits.units));
  panel = hip_chart_add_panel (
      chart, &(HipChartPanel) {
                 .title = title,
                 .scale = hip_scale_new (
                     0, hip_units_from_metres (trends->limits.units, HIP_SHOE_CHECK_AT_M)),
                 .format = hip_chart_format_number,
                 .weight = 1,
                 .fit = TRUE,
             });
  add_levels (chart, panel, self);
  add_pairs (chart, panel, self);
  add_all_marks (chart, panel, self);
  hip_chart_set_words (chart, _ ("Distance of each pair of shoes"), &words, self, shoes_free);

  return chart;
}
