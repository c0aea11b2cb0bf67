// SPDX-License-Identifier: GPL-3.0-or-later
/* When to look at a pair of shoes and when to think of new ones. 300 to 500 miles is the common
 * advice; no study we know of links a shoe's distance to injury, so they say "look at them". */
#include "config.h"

#include <glib/gi18n.h>

#include "hip-rule-private.h"

#define WORN_STEP_KM 160
#define WORN_STEP_MI 100

#define PAIR_DAYS    60
#define PAIR_RUNS    12
#define PAIR_PERCENT 90
#define PAIR_EVERY   90

/* The last mark a pair has passed. */
typedef struct
{
  HipRule rule;
  gint64 mark_m; /* -1 while there is none */
  HipDay date;
  gint64 total_m; /* at the end of that day */
  HipRun *run;    /* (borrowed) (nullable): the run that passed it */
} Mark;

/* One pair while the runs go by. */
typedef struct
{
  HipShoe *shoe; /* (borrowed) */
  gboolean begun;
  HipDay since; /* the first day it can have been beyond a mark without a run */
  gint64 total_m;
  Mark last;
} Pair;

typedef struct
{
  HipRuleContext *context;
  HipRule rule;
  GHashTable *pairs; /* (element-type gint64 Pair) (owned) */
} Walk;

/* "Again every 160 km", or every 100 miles: the step before the @k-th repetition. */
static gint64
get_step_mark (const HipShoe *shoe, HipUnits units, gint64 k)
{
  if (units == HIP_UNITS_MI)
    return shoe->replace_at_m + hip_units_to_metres (HIP_UNITS_MI, (double) WORN_STEP_MI * k);
  return shoe->replace_at_m + hip_units_to_metres (HIP_UNITS_KM, (double) WORN_STEP_KM * k);
}

static gint64
get_worn_mark (const HipShoe *shoe, HipUnits units, gint64 total_m)
{
  gint64 step_m = get_step_mark (shoe, units, 1) - shoe->replace_at_m;
  gint64 k = (total_m - shoe->replace_at_m) / step_m;

  /* A mile is no whole number of metres: the division may be one off. */
  while (k > 0 && get_step_mark (shoe, units, k) > total_m)
    k--;
  while (get_step_mark (shoe, units, k + 1) <= total_m)
    k++;
  return get_step_mark (shoe, units, k);
}

static gint64
find_mark (const HipShoe *shoe, HipUnits units, gint64 total_m, HipRule *rule)
{
  if (total_m >= shoe->replace_at_m)
    {
      *rule = HIP_RULE_SHOE_WORN;
      return get_worn_mark (shoe, units, total_m);
    }
  *rule = HIP_RULE_SHOE_WEAR_SOON;
  return total_m >= shoe->check_at_m ? shoe->check_at_m : -1;
}

static void
add_shoe_warning (Walk *walk, const Pair *pair, gint64 total_m)
{
  const Mark *mark = &pair->last;
  HipSeverity severity =
      mark->rule == HIP_RULE_SHOE_WORN ? HIP_SEVERITY_CAUTION : HIP_SEVERITY_NOTE;
  HipWarning *warning =
      _hip_warning_new (mark->rule, severity, mark->date, HIP_DAY_NONE,
                        g_strdup_printf ("shoe/%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT,
                                         pair->shoe->rec.id, mark->mark_m));

  _hip_warning_add_text (warning, "shoe", pair->shoe->name);
  _hip_warning_add_number (warning, "distance_m", HIP_NUMBER_DISTANCE, total_m);
  _hip_warning_add_number (warning, "mark_m", HIP_NUMBER_DISTANCE, mark->mark_m);
  _hip_warning_add_number (warning, "check_at_m", HIP_NUMBER_DISTANCE, pair->shoe->check_at_m);
  _hip_warning_add_number (warning, "replace_at_m", HIP_NUMBER_DISTANCE, pair->shoe->replace_at_m);
  _hip_warning_add_entry (warning, pair->shoe);
  if (mark->run != NULL)
    _hip_warning_add_entry (warning, mark->run);
  g_ptr_array_add (walk->context->warnings, warning);
}

static gboolean
is_in_use (const HipShoe *shoe, HipDay day)
{
  return shoe->retired == HIP_DAY_NONE || day < shoe->retired;
}

/* In a replay every mark is told when the next one comes or the log ends; several on one day are
 * one message, the last. */
static void
tell_replayed (Walk *walk, const Pair *pair)
{
  const Mark *mark = &pair->last;

  if (mark->mark_m < 0 || mark->rule != walk->rule || !walk->context->replay)
    return;
  if (mark->date < walk->context->from || mark->date > walk->context->to)
    return;
  if (is_in_use (pair->shoe, mark->date))
    add_shoe_warning (walk, pair, mark->total_m);
}

static void
tell_standing (Walk *walk, const Pair *pair)
{
  const Mark *mark = &pair->last;

  if (mark->mark_m < 0 || mark->rule != walk->rule || walk->context->replay)
    return;
  if (mark->date <= walk->context->to && is_in_use (pair->shoe, walk->context->to))
    add_shoe_warning (walk, pair, pair->total_m);
}

static void
pass_mark (Walk *walk, Pair *pair, HipDay date, HipRun *run)
{
  HipRule rule;
  gint64 mark_m = find_mark (pair->shoe, walk->context->limits->units, pair->total_m, &rule);

  if (mark_m >= 0 && (mark_m != pair->last.mark_m || rule != pair->last.rule))
    {
      if (pair->last.mark_m >= 0 && pair->last.date != date)
        tell_replayed (walk, pair);
      pair->last = (Mark) { rule, mark_m, date, pair->total_m, run };
    }
  else if (pair->last.date == date)
    pair->last.total_m = pair->total_m;
}

/* What a pair had run before the log counts from the day it was bought, else from the first day
 * of the log, but not from later than its first run in it. */
static void
begin_pair (Walk *walk, Pair *pair, HipDay first_run)
{
  if (pair->begun)
    return;
  pair->begun = TRUE;
  if (pair->since == HIP_DAY_NONE || (first_run != HIP_DAY_NONE && first_run < pair->since))
    pair->since = first_run;
  /* A log of nothing but shoes: they stand there today. */
  if (pair->since == HIP_DAY_NONE)
    pair->since = walk->context->replay ? G_MAXINT32 : walk->context->to;
  if (pair->since <= walk->context->to)
    pass_mark (walk, pair, pair->since, NULL);
}

static void
walk_run (Walk *walk, HipRun *run)
{
  Pair *pair = g_hash_table_lookup (walk->pairs, &run->shoe_id);

  if (pair == NULL)
    return;
  begin_pair (walk, pair, run->date);
  pair->total_m += run->distance_m;
  pass_mark (walk, pair, run->date, run);
}

static void
add_pairs (Walk *walk)
{
  HipHistory *history = walk->context->history;

  for (guint i = 0; i < hip_history_get_n_shoes (history); i++)
    {
      Pair *pair = g_new0 (Pair, 1);

      pair->shoe = hip_history_get_shoe (history, i);
      pair->total_m = pair->shoe->start_distance_m;
      pair->since = pair->shoe->bought;
      if (pair->since == HIP_DAY_NONE)
        pair->since = walk->context->first_day;
      pair->last.mark_m = -1;
      pair->last.date = HIP_DAY_NONE;
      g_hash_table_insert (walk->pairs, &pair->shoe->rec.id, pair);
    }
}

static void
tell_pairs (Walk *walk)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, walk->pairs);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      begin_pair (walk, value, HIP_DAY_NONE);
      tell_replayed (walk, value);
      tell_standing (walk, value);
    }
}

static void
collect (HipRuleContext *context, HipRule rule)
{
  g_autoptr(GHashTable) pairs = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  Walk walk = { context, rule, pairs };

  if (hip_history_get_n_shoes (context->history) == 0)
    return;
  add_pairs (&walk);
  for (guint i = 0; i < hip_history_get_n_runs (context->history); i++)
    {
      HipRun *run = hip_history_get_run (context->history, i);

      if (run->date > context->to)
        break;
      if (run->shoe_id != 0)
        walk_run (&walk, run);
    }
  tell_pairs (&walk);
}

static void
collect_wear_soon (HipRuleContext *context)
{
  collect (context, HIP_RULE_SHOE_WEAR_SOON);
}

static void
collect_worn (HipRuleContext *context)
{
  collect (context, HIP_RULE_SHOE_WORN);
}

static char *
dup_shoe_title (const HipWarning *warning, HipUnits units)
{
  const char *name = _hip_warning_get_text (warning, "shoe");
  g_autofree char *distance =
      hip_units_format_distance (units, _hip_warning_get_value (warning, "distance_m"));
  g_autofree char *check =
      hip_units_format_distance (units, _hip_warning_get_value (warning, "check_at_m"));
  g_autofree char *replace =
      hip_units_format_distance (units, _hip_warning_get_value (warning, "replace_at_m"));

  if (hip_warning_get_rule (warning) == HIP_RULE_SHOE_WORN)
    /* Translators: a pair's name, its distance, its limit. */
    return g_strdup_printf (_ ("%1$s: %2$s run, the mark for replacing is %3$s"), name, distance,
                            replace);
  /* Translators: a pair's name, its distance, its mark. */
  return g_strdup_printf (_ ("%1$s: %2$s run, the mark for a check is %3$s"), name, distance,
                          check);
}

static char *
dup_shoe_body (const HipWarning *warning, HipUnits units)
{
  g_autofree char *low =
      hip_units_format_number (units, units == HIP_UNITS_MI ? 482803 : 480000, 0);
  g_autofree char *high =
      hip_units_format_number (units, units == HIP_UNITS_MI ? 804672 : 800000, 0);

  /* Translators: two numbers and a unit: "480 to 800 km". */
  return g_strdup_printf (
      _ ("Look at the tread, the creases in the midsole and how they feel. Common advice is to "
         "replace shoes at %1$s to %2$s %3$s, depending on shoe and runner. Cushioning does fade "
         "with distance, but we know of no study that shows a given distance to cause injury, and "
         "this does not mean that they are behind your pain."),
      low, high, hip_units_get_symbol (units));
}

static char *
dup_shoe_formula (const HipWarning *warning, HipUnits units)
{
  g_autofree char *distance =
      _hip_rule_dup_exact (units, _hip_warning_get_value (warning, "distance_m"));
  g_autofree char *mark = _hip_rule_dup_exact (units, _hip_warning_get_value (warning, "mark_m"));

  return g_strdup_printf ("%s ≥ %s", distance, mark);
}

const HipRuleRow _hip_rule_shoe_worn = {
  .id = "shoe-worn",
  .label = N_ ("Worn shoes"),
  .strength = HIP_STRENGTH_CUSTOM,
  .strength_text = N_ ("Evidence: custom – common advice; no study we know of ties a shoe’s "
                       "distance to injury"),
  .test =
      N_ ("A pair in use has reached the mark at which you want to replace it, told again every "
          "160 km or 100 miles beyond it."),
  .source =
      N_ ("The range of 300 to 500 miles is common advice. That cushioning fades was measured, "
          "for example in Footwear Science 2010;2:141."),
  .causes = HIP_RULE_PAGES ("worn-shoes", "wrong-shoes"),
  .prevention = HIP_RULE_PAGES ("shoe-care"),
  .dismissed_for_good = TRUE,
  .collect = collect_worn,
  .dup_title = dup_shoe_title,
  .dup_body = dup_shoe_body,
  .dup_formula = dup_shoe_formula,
};

const HipRuleRow _hip_rule_shoe_wear_soon = {
  .id = "shoe-wear-soon",
  .label = N_ ("Shoes to look at"),
  .strength = HIP_STRENGTH_CUSTOM,
  .strength_text = N_ ("Evidence: custom – common advice; no study we know of ties a shoe’s "
                       "distance to injury"),
  .test = N_ ("A pair in use has reached the mark at which you want to look at it."),
  .source =
      N_ ("The range of 300 to 500 miles is common advice. That cushioning fades was measured, "
          "for example in Footwear Science 2010;2:141."),
  .causes = HIP_RULE_PAGES ("worn-shoes"),
  .prevention = HIP_RULE_PAGES ("shoe-care"),
  .dismissed_for_good = TRUE,
  .collect = collect_wear_soon,
  .dup_title = dup_shoe_title,
  .dup_body = dup_shoe_body,
  .dup_formula = dup_shoe_formula,
};

/* one-pair */

/* The last 60 days while the runs go by. */
typedef struct
{
  HipHistory *history;         /* (borrowed) */
  const HipSessions *sessions; /* (borrowed) */
  guint first;                 /* the first run of them */
  guint n_sessions;
  gint64 total_m;
  gint64 *shoe_m;    /* by the place of the pair in the history */
  GHashTable *by_id; /* (element-type gint64 guint): that place */
  HipDay told;
} Rotation;

static gint64 *
find_shoe_sum (const Rotation *rotation, const HipRun *run)
{
  gpointer place;

  if (run->shoe_id == 0
      || !g_hash_table_lookup_extended (rotation->by_id, &run->shoe_id, NULL, &place))
    return NULL;
  return &rotation->shoe_m[GPOINTER_TO_UINT (place)];
}

/* A run comes in (+1) or falls out (-1). Pieces of a run count once. */
static void
count_run (Rotation *rotation, guint i, int sign)
{
  const HipRun *run = hip_history_get_run (rotation->history, i);
  gint64 *shoe_m = find_shoe_sum (rotation, run);

  if (hip_sessions_is_first_run (rotation->sessions, i))
    rotation->n_sessions += sign;
  rotation->total_m += sign * (gint64) run->distance_m;
  if (shoe_m != NULL)
    *shoe_m += sign * (gint64) run->distance_m;
}

static HipShoe *
find_only_pair (const Rotation *rotation, HipDay day)
{
  for (guint i = 0; i < hip_history_get_n_shoes (rotation->history); i++)
    if (100 * rotation->shoe_m[i] >= PAIR_PERCENT * rotation->total_m
        && is_in_use (hip_history_get_shoe (rotation->history, i), day))
      return hip_history_get_shoe (rotation->history, i);
  return NULL;
}

static void
add_one_pair (HipRuleContext *context, const Rotation *rotation, HipShoe *shoe, HipDay day)
{
  gint64 shoe_m = *find_shoe_sum (rotation, &(HipRun) { .shoe_id = shoe->rec.id });
  HipWarning *warning =
      _hip_warning_new (HIP_RULE_ONE_PAIR, HIP_SEVERITY_TIP, day, day + HIP_OPEN_DAYS - 1,
                        _hip_rule_dup_subject ("pair", day, NULL));

  _hip_warning_add_text (warning, "shoe", shoe->name);
  _hip_warning_add_number (warning, "runs_count", HIP_NUMBER_COUNT, rotation->n_sessions);
  _hip_warning_add_number (warning, "distance_m", HIP_NUMBER_DISTANCE, shoe_m);
  _hip_warning_add_number (warning, "total_m", HIP_NUMBER_DISTANCE, rotation->total_m);
  _hip_warning_add_number (warning, "percent", HIP_NUMBER_PERCENT,
                           100 * shoe_m / rotation->total_m);
  _hip_warning_add_entry (warning, shoe);
  g_ptr_array_add (context->warnings, warning);
}

static void
judge_rotation (HipRuleContext *context, Rotation *rotation, HipDay day)
{
  HipShoe *shoe;

  if (rotation->n_sessions < PAIR_RUNS
      || (rotation->told != HIP_DAY_NONE && day - rotation->told < PAIR_EVERY))
    return;
  shoe = find_only_pair (rotation, day);
  if (shoe == NULL || _hip_red_flag_waits (context->history, day))
    return;
  rotation->told = day;
  if (day >= context->from)
    add_one_pair (context, rotation, shoe, day);
}

static void
walk_rotation (HipRuleContext *context, Rotation *rotation)
{
  guint n = hip_history_get_n_runs (context->history);

  for (guint i = 0; i < n; i++)
    {
      HipDay day = hip_history_get_run (context->history, i)->date;

      if (day > context->to)
        break;
      count_run (rotation, i, +1);
      if (i + 1 < n && hip_history_get_run (context->history, i + 1)->date == day)
        continue;
      while (hip_history_get_run (context->history, rotation->first)->date <= day - PAIR_DAYS)
        count_run (rotation, rotation->first++, -1);
      judge_rotation (context, rotation, day);
    }
}

/* A tip, once in 90 days. It depends on when it was given before, so it looks at the whole log. */
static void
collect_one_pair (HipRuleContext *context)
{
  guint n_shoes = hip_history_get_n_shoes (context->history);
  g_autofree gint64 *shoe_m = g_new0 (gint64, n_shoes + 1);
  g_autoptr(GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  Rotation rotation = { .history = context->history,
                        .sessions = context->sessions,
                        .shoe_m = shoe_m,
                        .by_id = by_id,
                        .told = HIP_DAY_NONE };

  if (n_shoes == 0)
    return;
  for (guint i = 0; i < n_shoes; i++)
    g_hash_table_insert (by_id, &hip_history_get_shoe (context->history, i)->rec.id,
                         GUINT_TO_POINTER (i));
  walk_rotation (context, &rotation);
}

static char *
dup_one_pair_title (const HipWarning *warning, HipUnits units)
{
  /* Translators: a pair of shoes, a number of per cent. */
  return g_strdup_printf (_ ("%1$s: %2$d %% of the distance of 60 days in one pair"),
                          _hip_warning_get_text (warning, "shoe"),
                          (int) _hip_warning_get_value (warning, "percent"));
}

static char *
dup_one_pair_body (const HipWarning *warning, HipUnits units)
{
  return g_strdup (
      _ ("In a study that watched 264 runners for 22 weeks, those who used more than one "
         "pair in turn were injured less often, by about two fifths. It was an "
         "observation, not a trial, and not about hips in particular. A second pair "
         "also lets the first one dry."));
}

static char *
dup_one_pair_formula (const HipWarning *warning, HipUnits units)
{
  int n = _hip_warning_get_value (warning, "runs_count");
  g_autofree char *distance =
      _hip_rule_dup_exact (units, _hip_warning_get_value (warning, "distance_m"));
  g_autofree char *total = _hip_rule_dup_exact (units, _hip_warning_get_value (warning, "total_m"));

  /* Translators: a number of runs, two distances. */
  return g_strdup_printf (ngettext ("%1$d run in 60 days, 12 are enough; %2$s ≥ 0.9 × %3$s",
                                    "%1$d runs in 60 days, 12 are enough; %2$s ≥ 0.9 × %3$s", n),
                          n, distance, total);
}

const HipRuleRow _hip_rule_one_pair = {
  .id = "one-pair",
  .label = N_ ("Always the same pair"),
  .strength = HIP_STRENGTH_SOME,
  .strength_text = N_ ("Evidence: some – one observational study of runners"),
  .test = N_ ("At least twelve runs in 60 days, with at least 90 % of their distance in one pair. "
              "Told once in 90 days."),
  .source = N_ ("Malisoux and others, Scandinavian Journal of Medicine & Science in Sports 2015;25:"
                "110."),
  .causes = HIP_RULE_PAGES ("worn-shoes"),
  .prevention = HIP_RULE_PAGES ("shoe-care"),
  .is_tip = TRUE,
  .collect = collect_one_pair,
  .dup_title = dup_one_pair_title,
  .dup_body = dup_one_pair_body,
  .dup_formula = dup_one_pair_formula,
};
