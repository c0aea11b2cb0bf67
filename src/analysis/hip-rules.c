// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-rules.h"

#include "hip-rule-private.h"

/* How long a dismissal keeps a subject quiet, its own day included. */
#define QUIET_DAYS 7

/* A session across midnight belongs to the day it began but may speak on the next. */
#define MARGIN_DAYS 2

/* What the load rules look back to from a day: the first week after a return, the gap before it,
 * and the month before that. */
#define LOOK_BACK_DAYS (7 + HIP_GAP_MAX_DAYS + HIP_LONGEST_DAYS + MARGIN_DAYS)

/* "Since ever" and "for ever" must leave room to add days to. */
static HipDay
clamp_day (HipDay day)
{
  return CLAMP (day, G_MININT32 / 2, G_MAXINT32 / 2);
}

static void
open_context (HipRuleContext *context)
{
  HipHistory *history = context->history;

  context->asks = !hip_history_is_muted (history, _hip_rule_bone_stress_check.id);
  context->first_day = hip_history_get_first_day (history);
  context->last_day = MIN (context->to, hip_history_get_last_day (history));
  context->sessions = hip_sessions_new (history, context->from - LOOK_BACK_DAYS, context->to);
  context->warnings = g_ptr_array_new_with_free_func ((GDestroyNotify) hip_warning_unref);
}

/* (transfer full) (element-type HipWarning) */
static GPtrArray *
close_context (HipRuleContext *context)
{
  g_clear_pointer (&context->sessions, hip_sessions_free);
  return g_steal_pointer (&context->warnings);
}

static gboolean
is_muted (HipRule rule, HipHistory *history)
{
  return hip_rule_can_mute (rule) && hip_history_is_muted (history, hip_rule_get_id (rule));
}

static void
collect (HipRuleContext *context)
{
  for (guint rule = 0; rule < HIP_N_RULES; rule++)
    if (!is_muted (rule, context->history))
      _hip_rule_get_row (rule)->collect (context);
}

typedef gboolean (*KeepFunc) (HipWarning *warning, gpointer data);

/* Lets go of the warnings that @keep does not want; the others stay in their order. */
static void
filter (GPtrArray *warnings, KeepFunc keep, gpointer data)
{
  guint n = 0;

  for (guint i = 0; i < warnings->len; i++)
    {
      HipWarning *warning = warnings->pdata[i];

      if (!keep (warning, data))
        continue;
      warnings->pdata[i] = warnings->pdata[n];
      warnings->pdata[n++] = warning;
    }
  g_ptr_array_set_size (warnings, n);
}

static gboolean
is_load (const HipWarning *warning)
{
  return _hip_rule_get_row (hip_warning_get_rule (warning))->is_load;
}

/* When a session was first spoken of, by the rules before one and by that one. */
typedef struct
{
  HipRule rule;
  HipDay before;
  HipDay since;
} Speaker;

static Speaker *
ensure_speaker (GHashTable *speakers, const HipWarning *warning)
{
  gpointer session = GUINT_TO_POINTER (_hip_warning_get_session (warning));
  Speaker *speaker = g_hash_table_lookup (speakers, session);

  if (speaker != NULL)
    return speaker;
  speaker = g_new0 (Speaker, 1);
  *speaker = (Speaker) { hip_warning_get_rule (warning), G_MAXINT32, G_MAXINT32 };
  g_hash_table_insert (speakers, session, speaker);
  return speaker;
}

/* Unless a rule before it has spoken of its run, on that day or earlier: what was said the day
 * before is not taken back. */
static gboolean
speaks_for_its_run (HipWarning *warning, gpointer data)
{
  HipDay date = hip_warning_get_date (warning);
  Speaker *speaker;

  if (!is_load (warning))
    return TRUE;
  speaker = ensure_speaker (data, warning);
  if (speaker->rule != hip_warning_get_rule (warning))
    {
      speaker->before = MIN (speaker->before, speaker->since);
      speaker->rule = hip_warning_get_rule (warning);
    }
  speaker->since = MIN (speaker->since, date);
  return date < speaker->before;
}

/* One load message a run. Rules collect in their order, so those before one are known by then. */
static void
keep_one_load_message (GPtrArray *warnings)
{
  g_autoptr(GHashTable) speakers = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  filter (warnings, speaks_for_its_run, speakers);
}

static int
compare_same (const HipWarning *a, const HipWarning *b)
{
  if (hip_warning_get_rule (a) != hip_warning_get_rule (b))
    return hip_warning_get_rule (a) < hip_warning_get_rule (b) ? -1 : 1;
  return strcmp (hip_warning_get_subject (a), hip_warning_get_subject (b));
}

static int
compare_severity (const HipWarning *a, const HipWarning *b)
{
  return (int) hip_warning_get_severity (b) - (int) hip_warning_get_severity (a);
}

static int
compare_date (const HipWarning *a, const HipWarning *b)
{
  HipDay date_a = hip_warning_get_date (a);
  HipDay date_b = hip_warning_get_date (b);

  return (date_a > date_b) - (date_a < date_b);
}

static int
compare_by_subject (gconstpointer a, gconstpointer b)
{
  const HipWarning *first = *(HipWarning **) a;
  const HipWarning *second = *(HipWarning **) b;
  int result = compare_same (first, second);

  if (result == 0)
    result = compare_severity (first, second);
  return result != 0 ? result : compare_date (first, second);
}

static int
compare_by_date_and_subject (gconstpointer a, gconstpointer b)
{
  const HipWarning *first = *(HipWarning **) a;
  const HipWarning *second = *(HipWarning **) b;
  int result = compare_date (first, second);

  return result != 0 ? result : compare_by_subject (a, b);
}

/* As people read them: the rule that matters most, the worst of it, the latest. */
static int
compare_for_reading (gconstpointer a, gconstpointer b)
{
  const HipWarning *first = *(HipWarning **) a;
  const HipWarning *second = *(HipWarning **) b;
  HipRule rule_a = hip_warning_get_rule (first);
  HipRule rule_b = hip_warning_get_rule (second);
  int result;

  if (rule_a != rule_b)
    return rule_a < rule_b ? -1 : 1;
  result = compare_severity (first, second);
  if (result == 0)
    result = compare_date (second, first);
  return result != 0 ? result : compare_same (first, second);
}

typedef struct
{
  HipWarning *last;
  gboolean by_date;
} Repeat;

static gboolean
is_first_of_subject (HipWarning *warning, gpointer data)
{
  Repeat *repeat = data;
  gboolean same = repeat->last != NULL && compare_same (repeat->last, warning) == 0;

  if (same && repeat->by_date)
    same = compare_date (repeat->last, warning) == 0;
  repeat->last = warning;
  return !same;
}

/* The same message once: of a subject only the worst, on the whole or of each day. */
static void
keep_worst_of_subject (GPtrArray *warnings, gboolean by_date)
{
  Repeat repeat = { NULL, by_date };

  g_ptr_array_sort (warnings, by_date ? compare_by_date_and_subject : compare_by_subject);
  filter (warnings, is_first_of_subject, &repeat);
}

static gboolean
quiets (const HipDismissal *dismissal, const HipWarning *warning, HipDay on)
{
  const HipRuleRow *row = _hip_rule_get_row (hip_warning_get_rule (warning));

  if (dismissal->date > on || (int) hip_warning_get_severity (warning) > dismissal->severity)
    return FALSE;
  if (!row->dismissed_for_good && on - dismissal->date >= QUIET_DAYS)
    return FALSE;
  return g_strcmp0 (dismissal->rule, row->id) == 0
         && g_strcmp0 (dismissal->subject, hip_warning_get_subject (warning)) == 0;
}

static gboolean
is_open (HipWarning *warning, gpointer data)
{
  const HipRuleContext *context = data;
  HipDay until = hip_warning_get_until (warning);

  if (hip_warning_get_date (warning) > context->to)
    return FALSE;
  if (until != HIP_DAY_NONE && until < context->to)
    return FALSE;
  for (guint i = 0; i < hip_history_get_n_dismissals (context->history); i++)
    if (quiets (hip_history_get_dismissal (context->history, i), warning, context->to))
      return FALSE;
  return TRUE;
}

static gboolean
is_no_tip (HipWarning *warning, gpointer data)
{
  return !_hip_rule_get_row (hip_warning_get_rule (warning))->is_tip;
}

/**
 * hip_rules_evaluate:
 * @history: the log
 * @limits: what the runner has set
 * @on: the day to look from; entries after it are not seen
 *
 * Finds what is to be said on a day. Load warnings stay open for seven days from the one they
 * fired, pain and red flags for seven days from their score, shoes as long as the pair is beyond
 * its mark and in use. One run gets one load message, a subject one message, the worst; one that
 * was dismissed is quiet for seven days unless it has become more severe since, a shoe's mark for
 * good. Only a dismissal or a professional quiets a red flag, never muting. While one waits, or
 * the questions about bone stress do, there are no tips.
 *
 * Returns: (transfer full) (element-type HipWarning): the open warnings, in the order of the rules
 */
GPtrArray *
hip_rules_evaluate (HipHistory *history, const HipLimits *limits, HipDay on)
{
  HipRuleContext context = { .history = history, .limits = limits, .to = clamp_day (on) };

  g_return_val_if_fail (history != NULL, NULL);
  g_return_val_if_fail (limits != NULL, NULL);

  context.from = context.to - (HIP_OPEN_DAYS - 1) - MARGIN_DAYS;
  open_context (&context);
  collect (&context);
  keep_one_load_message (context.warnings);
  filter (context.warnings, is_open, &context);
  if (_hip_red_flag_waits (&context, context.to))
    filter (context.warnings, is_no_tip, NULL);
  keep_worst_of_subject (context.warnings, FALSE);
  g_ptr_array_sort (context.warnings, compare_for_reading);
  return close_context (&context);
}

typedef struct
{
  HipDay from;
  HipDay to;
} Period;

static gboolean
fired_in_period (HipWarning *warning, gpointer data)
{
  const Period *period = data;
  HipDay date = hip_warning_get_date (warning);

  return date >= period->from && date <= period->to;
}

/**
 * hip_rules_replay:
 * @history: the log
 * @limits: what the runner has set
 * @from: the first day
 * @to: the last day; entries after it are not seen
 *
 * Finds every warning that fired on these days, as it was on its day: what
 * [func@rules_evaluate], asked on each of them, would have shown for the first time. Dismissals do
 * not count. One pass over the log, in linear time.
 *
 * Returns: (transfer full) (element-type HipWarning): the warnings, oldest first, those of one day
 *   in the order of the rules
 */
GPtrArray *
hip_rules_replay (HipHistory *history, const HipLimits *limits, HipDay from, HipDay to)
{
  HipRuleContext context = { .history = history, .limits = limits, .replay = TRUE };
  Period period = { from, to };

  g_return_val_if_fail (history != NULL, NULL);
  g_return_val_if_fail (limits != NULL, NULL);

  context.to = clamp_day (to);
  context.from = clamp_day (from) - MARGIN_DAYS;
  open_context (&context);
  collect (&context);
  keep_one_load_message (context.warnings);
  filter (context.warnings, fired_in_period, &period);
  keep_worst_of_subject (context.warnings, TRUE);
  return close_context (&context);
}

static gboolean
is_of_session (HipWarning *warning, gpointer data)
{
  return _hip_warning_get_session (warning) == GPOINTER_TO_UINT (data);
}

static void
collect_of_run (HipRuleContext *context)
{
  for (guint rule = 0; rule < HIP_N_RULES; rule++)
    if (_hip_rule_get_row (rule)->is_of_run && !is_muted (rule, context->history))
      _hip_rule_get_row (rule)->collect (context);
}

/**
 * hip_rules_would_fire:
 * @history: the log
 * @limits: what the runner has set
 * @day: the day of the planned run
 * @planned_m: how far it would be, in metres
 *
 * Finds what one more run would raise by itself, before it is run: as the last run of @day, on its
 * own, in no known pair of shoes. What is open anyway is not repeated.
 *
 * Returns: (transfer full) (element-type HipWarning): the warnings, in the order of the rules
 */
GPtrArray *
hip_rules_would_fire (HipHistory *history, const HipLimits *limits, HipDay day, gint64 planned_m)
{
  HipRuleContext context = { .history = history, .limits = limits, .from = day, .to = day };
  guint session;

  g_return_val_if_fail (history != NULL, NULL);
  g_return_val_if_fail (limits != NULL, NULL);

  open_context (&context);
  if (planned_m > 0)
    {
      context.last_day = day;
      session = hip_sessions_append_planned (context.sessions, day, planned_m);
      collect_of_run (&context);
      keep_one_load_message (context.warnings);
      filter (context.warnings, is_of_session, GUINT_TO_POINTER (session));
      g_ptr_array_sort (context.warnings, compare_for_reading);
    }
  return close_context (&context);
}
