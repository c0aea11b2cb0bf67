// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-log-tables.h"

#include <math.h>

#include <glib/gi18n.h>

/* What the lists of runs, shoes and days show, with the figures bare and their units in the titles.
 * Other than our files, which an import reads, these are in the runner's units and language. */

/* Runs */

static void
add_run_titles (HipTsv *tsv, HipUnits units)
{
  const char *unit = hip_units_get_symbol (units);
  g_autofree char *per_unit = g_strdup_printf ("/%s", unit);

  hip_tsv_add_title (tsv, _ ("Date"), NULL);
  hip_tsv_add_title (tsv, C_ ("noun", "Run"), NULL);
  hip_tsv_add_title (tsv, _ ("Distance"), unit);
  hip_tsv_add_title (tsv, _ ("Time"), NULL);
  hip_tsv_add_title (tsv, _ ("Pace"), per_unit);
  hip_tsv_add_title (tsv, _ ("Shoes"), NULL);
  hip_tsv_add_title (tsv, _ ("Pain"), NULL);
  hip_tsv_end_row (tsv);
}

static void
add_score (HipTsv *tsv, gint32 score)
{
  hip_tsv_add_number (tsv, score == HIP_UNSET ? NAN : score, 0);
}

/* Seconds for a unit of distance; -1 where it cannot be known. */
static gint64
get_pace (const HipRun *run, HipUnits units)
{
  if (run->duration_s == HIP_UNSET || run->duration_s == 0 || run->distance_m == 0)
    return -1;
  return llround (run->duration_s / hip_units_from_metres (units, run->distance_m));
}

static void
add_run (HipTsv *tsv, HipHistory *history, const HipRun *run, HipUnits units)
{
  HipShoe *shoe = run->shoe_id != 0 ? hip_history_get_shoe_by_id (history, run->shoe_id) : NULL;

  hip_tsv_add_day (tsv, run->date);
  hip_tsv_add_text (tsv, run->title);
  hip_tsv_add_distance (tsv, units, run->distance_m);
  hip_tsv_add_duration (tsv, run->duration_s == HIP_UNSET ? -1 : run->duration_s);
  hip_tsv_add_duration (tsv, get_pace (run, units));
  hip_tsv_add_text (tsv, shoe != NULL ? shoe->name : NULL);
  add_score (tsv, hip_history_get_pain_score (history, run->date));
  hip_tsv_end_row (tsv);
}

/**
 * hip_log_tables_make_runs:
 * @history: the log
 * @runs: (element-type HipRun): runs of @history, in the order of the rows
 * @units: what distances are in
 *
 * Returns: (transfer full): the runs, with the pace and with the pain of their day
 */
HipTsv *
hip_log_tables_make_runs (HipHistory *history, GPtrArray *runs, HipUnits units)
{
  HipTsv *tsv;

  g_return_val_if_fail (history != NULL && runs != NULL, NULL);

  tsv = hip_tsv_new ();
  add_run_titles (tsv, units);
  for (guint i = 0; i < runs->len; i++)
    add_run (tsv, history, g_ptr_array_index (runs, i), units);
  return tsv;
}

/* Shoes */

static int
compare_shoes (gconstpointer a, gconstpointer b)
{
  const HipShoe *first = *(HipShoe *const *) a, *second = *(HipShoe *const *) b;
  gboolean first_in_use = first->retired == HIP_DAY_NONE;
  gboolean second_in_use = second->retired == HIP_DAY_NONE;

  if (first_in_use != second_in_use)
    return first_in_use ? -1 : 1;
  return g_utf8_collate (first->name, second->name);
}

static GPtrArray *
sort_shoes (HipHistory *history)
{
  GPtrArray *shoes = g_ptr_array_new ();

  for (guint i = 0; i < hip_history_get_n_shoes (history); i++)
    g_ptr_array_add (shoes, hip_history_get_shoe (history, i));
  g_ptr_array_sort (shoes, compare_shoes);
  return shoes;
}

static void
add_shoe (HipTsv *tsv, HipHistory *history, const HipShoe *shoe, HipUnits units)
{
  hip_tsv_add_text (tsv, shoe->name);
  hip_tsv_add_text (tsv, shoe->brand);
  hip_tsv_add_text (tsv, shoe->model);
  hip_tsv_add_distance (tsv, units,
                        hip_history_get_shoe_distance (history, shoe->rec.id, G_MAXINT32));
  hip_tsv_add_distance (tsv, units, shoe->check_at_m);
  hip_tsv_add_distance (tsv, units, shoe->replace_at_m);
  hip_tsv_add_day (tsv, shoe->retired);
  hip_tsv_end_row (tsv);
}

/**
 * hip_log_tables_make_shoes:
 * @history: the log
 * @units: what distances are in
 *
 * Returns: (transfer full): all pairs, those in use first, with how far each has run
 */
HipTsv *
hip_log_tables_make_shoes (HipHistory *history, HipUnits units)
{
  const char *unit = hip_units_get_symbol (units);
  g_autoptr (GPtrArray) shoes = NULL;
  HipTsv *tsv;

  g_return_val_if_fail (history != NULL, NULL);

  tsv = hip_tsv_new ();
  hip_tsv_add_title (tsv, _ ("Name"), NULL);
  hip_tsv_add_title (tsv, _ ("Brand"), NULL);
  hip_tsv_add_title (tsv, _ ("Model"), NULL);
  hip_tsv_add_title (tsv, _ ("Distance"), unit);
  hip_tsv_add_title (tsv, _ ("Check At"), unit);
  hip_tsv_add_title (tsv, _ ("Replace At"), unit);
  hip_tsv_add_title (tsv, _ ("Retired"), NULL);
  hip_tsv_end_row (tsv);
  shoes = sort_shoes (history);
  for (guint i = 0; i < shoes->len; i++)
    add_shoe (tsv, history, g_ptr_array_index (shoes, i), units);
  return tsv;
}

/* Pain */

/* "Ice, Stretching" of one day */
static char *
describe_care (HipHistory *history, guint first, guint end)
{
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = first; i < end; i++)
    g_strv_builder_add (labels, hip_vocabulary_get_label (hip_vocabulary_care_kinds (),
                                                          hip_history_get_care (history, i)->kind));
  all = g_strv_builder_end (labels);
  /* Translators: what stands between the parts of a list, as in “Stairs, Sitting”. */
  return g_strjoinv (_ (", "), all);
}

static void
add_details (HipTsv *tsv, const HipPainDay *pain)
{
  g_autofree char *details = pain != NULL ? hip_pain_day_dup_details (pain) : NULL;

  hip_tsv_add_text (tsv, details);
}

static void
add_pain_day (HipTsv *tsv, HipHistory *history, HipDay day)
{
  guint first = hip_history_find_care (history, day);
  guint end = hip_history_find_care (history, day + 1);
  HipPainDay *left = hip_history_lookup_pain (history, day, HIP_SIDE_LEFT);
  HipPainDay *right = hip_history_lookup_pain (history, day, HIP_SIDE_RIGHT);
  g_autofree char *care = NULL;

  if (left == NULL && right == NULL && first == end)
    return;
  care = describe_care (history, first, end);
  hip_tsv_add_day (tsv, day);
  add_score (tsv, left != NULL ? left->score : HIP_UNSET);
  add_score (tsv, right != NULL ? right->score : HIP_UNSET);
  add_details (tsv, left);
  add_details (tsv, right);
  hip_tsv_add_text (tsv, care);
  hip_tsv_end_row (tsv);
}

/**
 * hip_log_tables_make_pain:
 * @history: the log
 * @first: the first day
 * @last: the last day
 *
 * Returns: (transfer full): the days with a score or care, the latest first
 */
HipTsv *
hip_log_tables_make_pain (HipHistory *history, HipDay first, HipDay last)
{
  HipTsv *tsv;

  g_return_val_if_fail (history != NULL, NULL);

  tsv = hip_tsv_new ();
  hip_tsv_add_title (tsv, _ ("Date"), NULL);
  hip_tsv_add_title (tsv, _ ("Left"), NULL);
  hip_tsv_add_title (tsv, _ ("Right"), NULL);
  /* Translators: the title of a column: what was logged beside the score of the left hip. */
  hip_tsv_add_title (tsv, _ ("Left in Detail"), NULL);
  hip_tsv_add_title (tsv, _ ("Right in Detail"), NULL);
  hip_tsv_add_title (tsv, _ ("Care"), NULL);
  hip_tsv_end_row (tsv);
  for (HipDay day = last; day >= first; day--)
    add_pain_day (tsv, history, day);
  return tsv;
}
