// SPDX-License-Identifier: GPL-3.0-or-later
/* One week against the highest of the last four, in distance and, where the distance is silent, in
 * session load. Whole metres and whole per cent; nothing is rounded before deciding. */
#include "config.h"

#include <glib/gi18n.h>

#include "hip-rule-private.h"

#define WEEK_MIN_EXCESS 3000
/* Above 30 % smaller studies saw a borderline link (Nielsen 2014, Damsted 2019). */
#define CAUTION_PERCENT 30
/* Ours: what 20 minutes at an effort of 5 add, about as much as the three kilometres. */
#define EFFORT_MIN_EXCESS 100
#define EFFORT_PERCENT    80

/* Session load (effort times minutes) of a week, in effort times seconds so as to stay whole. */
typedef struct
{
  HipDay start;
  gint64 load;
  guint n_runs;
  guint n_logged;
} Effort;

/* The running week while the legs go by. */
typedef struct
{
  HipDay start;
  gint64 total_m;
  HipBaseline baseline;
  Effort effort;
  Effort usual_effort; /* of the week with the highest load of those before */
  int spoken;          /* the severity already reached, -1 for none */
} Week;

typedef void (*LegFunc) (HipRuleContext *context, Week *week, const HipLeg *leg);

static void
begin_week (HipRuleContext *context, Week *week, HipDay start)
{
  *week = (Week) { .start = start, .effort.start = start, .spoken = -1 };
  hip_sessions_get_baseline (context->sessions, context->first_day, start, &week->baseline);
}

/* Walks through the legs of every week that has a day which is wanted. */
static void
walk_weeks (HipRuleContext *context, LegFunc follow)
{
  GDateWeekday first_weekday = context->limits->first_weekday;
  HipDay begin = hip_day_get_week_start (context->from, first_weekday);
  Week week = { .start = HIP_DAY_NONE };

  for (guint i = 0; i < hip_sessions_get_n_legs (context->sessions); i++)
    {
      const HipLeg *leg = hip_sessions_get_leg (context->sessions, i);

      if (leg->date < begin)
        continue;
      if (week.start == HIP_DAY_NONE || leg->date >= week.start + 7)
        begin_week (context, &week, hip_day_get_week_start (leg->date, first_weekday));
      week.total_m += leg->distance_m;
      follow (context, &week, leg);
    }
}

static gboolean
is_wanted (const HipRuleContext *context, const HipLeg *leg)
{
  return leg->date >= context->from && leg->date <= context->to;
}

/* The severity of @value against @base, -1 while there is nothing to say. */
static int
judge (const HipRuleContext *context, gint64 value, gint64 base, gint64 min_excess)
{
  if (base == 0 || value - base < min_excess)
    return -1;
  if (100 * value <= (100 + context->limits->week_limit_percent) * base)
    return -1;
  return 100 * value > (100 + CAUTION_PERCENT) * base ? HIP_SEVERITY_CAUTION : HIP_SEVERITY_NOTE;
}

static int
judge_distance (const HipRuleContext *context, const Week *week, gint64 total_m)
{
  if (week->baseline.gap)
    return -1;
  return judge (context, total_m, week->baseline.distance_m, WEEK_MIN_EXCESS);
}

static HipWarning *
new_warning (HipRuleContext *context,
             HipRule rule,
             const Week *week,
             const HipLeg *leg,
             HipDay until)
{
  HipWarning *warning = _hip_warning_new (rule, week->spoken, leg->date, until,
                                          _hip_rule_dup_subject ("week", week->start, NULL));

  _hip_warning_set_session (warning, leg->session);
  _hip_rule_add_runs (context, warning, week->start, leg->date);
  g_ptr_array_add (context->warnings, warning);
  return warning;
}

/* week-jump */

static void
add_week_jump (HipRuleContext *context, const Week *week, const HipLeg *leg)
{
  HipWarning *warning =
      new_warning (context, HIP_RULE_WEEK_JUMP, week, leg, leg->date + HIP_OPEN_DAYS - 1);

  _hip_warning_add_number (warning, "week_m", HIP_NUMBER_DISTANCE, week->total_m);
  _hip_warning_add_number (warning, "week_on", HIP_NUMBER_DAY, week->start);
  _hip_warning_add_number (warning, "baseline_m", HIP_NUMBER_DISTANCE, week->baseline.distance_m);
  _hip_warning_add_number (warning, "baseline_on", HIP_NUMBER_DAY, week->baseline.week);
  _hip_warning_add_number (warning, "percent", HIP_NUMBER_PERCENT,
                           _hip_rule_get_percent_above (week->total_m, week->baseline.distance_m));
  _hip_warning_add_number (warning, "limit_percent", HIP_NUMBER_PERCENT,
                           context->limits->week_limit_percent);
}

static void
follow_distance (HipRuleContext *context, Week *week, const HipLeg *leg)
{
  int severity = judge_distance (context, week, week->total_m);

  if (severity <= week->spoken)
    return;
  week->spoken = severity;
  if (is_wanted (context, leg))
    add_week_jump (context, week, leg);
}

/* Warns of a week above the highest of the last four by more than the runner's limit. A custom:
 * Buist 2008 saw no effect of the 10 % rule, the largest cohort (2025) no link, smaller ones a
 * borderline one above 30 %. Speaks when the running week crosses it, again if it gets worse. */
static void
collect_week_jump (HipRuleContext *context)
{
  walk_weeks (context, follow_distance);
}

static char *
dup_week_title (const HipWarning *warning, HipUnits units)
{
  g_autofree char *total =
      hip_units_format_distance (units, _hip_warning_get_value (warning, "week_m"));
  g_autofree char *date = _hip_rule_dup_date (_hip_warning_get_value (warning, "week_on"));
  int percent = _hip_warning_get_value (warning, "percent");

  /* Translators: "42.0 km in the week of 9 March: 24 % above your highest …". */
  return g_strdup_printf (
      _ ("%1$s in the week of %2$s: %3$d %% above your highest of the last four"), total, date,
      percent);
}

static char *
dup_week_body (const HipWarning *warning, HipUnits units)
{
  g_autofree char *base =
      hip_units_format_distance (units, _hip_warning_get_value (warning, "baseline_m"));
  g_autofree char *date = _hip_rule_dup_date (_hip_warning_get_value (warning, "baseline_on"));
  int limit = _hip_warning_get_value (warning, "limit_percent");
  g_autofree char *compared = NULL;

  /* Translators: a distance, the first day of that week, the runner's limit in per cent. */
  compared =
      g_strdup_printf (_ ("The highest of the four weeks before was %1$s, in the week of %2$s; "
                          "your limit is %3$d %% above it."),
                       base, date, limit);
  return g_strconcat (
      compared, " ",
      _ ("Keeping weeks within a tenth of each other is an old custom that runners and "
         "physiotherapists work with. The evidence that a weekly rise by itself causes injury is "
         "weak and mixed: a trial of the 10 % rule and a large cohort found no effect, smaller "
         "studies a borderline one above 30 %. Take it as a reason to notice how your hips feel."),
      NULL);
}

static char *
dup_week_formula (const HipWarning *warning, HipUnits units)
{
  g_autofree char *total = _hip_rule_dup_exact (units, _hip_warning_get_value (warning, "week_m"));
  g_autofree char *base =
      _hip_rule_dup_exact (units, _hip_warning_get_value (warning, "baseline_m"));
  int limit = _hip_warning_get_value (warning, "limit_percent");

  if (hip_warning_get_severity (warning) == HIP_SEVERITY_CAUTION)
    limit = MAX (limit, CAUTION_PERCENT);
  return g_strdup_printf ("%s > %.2f × %s", total, 1 + limit / 100.0, base);
}

const HipRuleRow _hip_rule_week_jump = {
  .id = "week-jump",
  .label = N_ ("A week above the last four"),
  .strength = HIP_STRENGTH_WEAK,
  .strength_text = N_ ("Evidence: weak – an old custom, studied with mixed results; the largest "
                       "cohort saw no link"),
  .test = N_ ("A week’s distance above the highest of the four weeks before by more than your "
              "limit, and by at least three kilometres. A week counts for comparison when the log "
              "covers four of its days; after a gap of two weeks in them nothing is compared. "
              "Above 30 % it is a caution."),
  .source = N_ ("Against: Buist and others, American Journal of Sports Medicine 2008;36:33, and "
                "Schuster Brandt Frandsen and others, British Journal of Sports Medicine 2025;59:"
                "1203. Borderline above 30 %: Nielsen and others, JOSPT 2014. The three kilometres "
                "are our choice."),
  .causes = HIP_RULE_PAGES ("training-errors", "overuse", "gluteal-tendinopathy", "it-band"),
  .prevention = HIP_RULE_PAGES ("gradual-progression"),
  .is_load = TRUE,
  .is_of_run = TRUE,
  .collect = collect_week_jump,
  .dup_title = dup_week_title,
  .dup_body = dup_week_body,
  .dup_formula = dup_week_formula,
};

/* effort-jump */

static void
add_effort (Effort *effort, const HipRun *run)
{
  effort->n_runs++;
  if (run->effort == HIP_UNSET || run->duration_s == HIP_UNSET)
    return;
  effort->n_logged++;
  effort->load += (gint64) run->effort * run->duration_s;
}

static void
sum_effort (HipHistory *history, HipDay start, Effort *effort)
{
  *effort = (Effort) { .start = start };
  for (guint i = hip_history_find_run (history, start); i < hip_history_get_n_runs (history); i++)
    {
      const HipRun *run = hip_history_get_run (history, i);

      if (run->date >= start + 7)
        break;
      add_effort (effort, run);
    }
}

/* The week with the highest load of those that the distance is compared with, too. */
static void
find_usual_effort (HipRuleContext *context, Week *week)
{
  for (int n = 1; n <= HIP_BASELINE_WEEKS; n++)
    {
      HipDay start = week->start - 7 * n;
      Effort effort;

      if (start + 7 - context->first_day < HIP_COVERED_DAYS)
        break;
      sum_effort (context->history, start, &effort);
      if (effort.load > week->usual_effort.load)
        week->usual_effort = effort;
    }
}

static gboolean
is_logged (const Effort *effort)
{
  return effort->n_runs > 0 && 100 * effort->n_logged >= EFFORT_PERCENT * effort->n_runs;
}

static gint64
get_load (const Effort *effort)
{
  return (effort->load + 30) / 60;
}

/* What the distance of this week says at the end of @day. */
static gboolean
distance_speaks (HipRuleContext *context, const Week *week, HipDay day)
{
  gint64 total_m = hip_sessions_sum (context->sessions, week->start, day);

  return judge_distance (context, week, total_m) >= 0;
}

/* Once the distance speaks it takes this one's place: it has been said, but is no longer open. */
static HipDay
get_effort_until (HipRuleContext *context, const Week *week, const HipLeg *leg)
{
  if (!context->replay && distance_speaks (context, week, MIN (week->start + 6, context->to)))
    return leg->date;
  return leg->date + HIP_OPEN_DAYS - 1;
}

static void
add_effort_jump (HipRuleContext *context, const Week *week, const HipLeg *leg)
{
  HipWarning *warning =
      new_warning (context, HIP_RULE_EFFORT_JUMP, week, leg, get_effort_until (context, week, leg));

  _hip_warning_add_number (warning, "week_load", HIP_NUMBER_COUNT, get_load (&week->effort));
  _hip_warning_add_number (warning, "week_on", HIP_NUMBER_DAY, week->start);
  _hip_warning_add_number (warning, "baseline_load", HIP_NUMBER_COUNT,
                           get_load (&week->usual_effort));
  _hip_warning_add_number (warning, "baseline_on", HIP_NUMBER_DAY, week->usual_effort.start);
  _hip_warning_add_number (
      warning, "percent", HIP_NUMBER_PERCENT,
      _hip_rule_get_percent_above (week->effort.load, week->usual_effort.load));
  _hip_warning_add_number (warning, "limit_percent", HIP_NUMBER_PERCENT,
                           context->limits->week_limit_percent);
}

static int
judge_effort (HipRuleContext *context, const Week *week)
{
  if (week->baseline.gap || !is_logged (&week->effort) || !is_logged (&week->usual_effort))
    return -1;
  return judge (context, week->effort.load, week->usual_effort.load, 60 * EFFORT_MIN_EXCESS);
}

static void
follow_effort (HipRuleContext *context, Week *week, const HipLeg *leg)
{
  int severity;

  /* A planned run has no effort yet. */
  if (leg->first == HIP_SESSION_PLANNED)
    return;
  if (week->effort.n_runs == 0)
    find_usual_effort (context, week);
  for (guint i = leg->first; i <= leg->last; i++)
    add_effort (&week->effort, hip_history_get_run (context->history, i));
  severity = judge_effort (context, week);
  if (severity <= week->spoken || distance_speaks (context, week, leg->date))
    return;
  week->spoken = severity;
  if (is_wanted (context, leg))
    add_effort_jump (context, week, leg);
}

/* The weekly test on session load, where the distance has nothing to say: the same kilometres run
 * much harder, or for much longer. */
static void
collect_effort_jump (HipRuleContext *context)
{
  walk_weeks (context, follow_effort);
}

static char *
dup_effort_title (const HipWarning *warning, HipUnits units)
{
  g_autofree char *date = _hip_rule_dup_date (_hip_warning_get_value (warning, "week_on"));
  int percent = _hip_warning_get_value (warning, "percent");

  /* Translators: a date, a number of per cent. */
  return g_strdup_printf (
      _ ("Effort in the week of %1$s: %2$d %% above your highest of the last four"), date, percent);
}

static char *
dup_effort_body (const HipWarning *warning, HipUnits units)
{
  g_autofree char *date = _hip_rule_dup_date (_hip_warning_get_value (warning, "baseline_on"));
  int load = _hip_warning_get_value (warning, "week_load");
  int base = _hip_warning_get_value (warning, "baseline_load");
  g_autofree char *compared = NULL;

  /* Translators: two loads (effort times minutes), the first day of a week. */
  compared = g_strdup_printf (_ ("Effort times minutes came to %1$d; the highest of the four weeks "
                                 "before was %2$d, in the week of %3$s."),
                              load, base, date);
  return g_strconcat (
      compared, " ",
      _ ("The distance alone would not have shown it: the runs were harder or longer. Session load "
         "is a common way to put both into one number. That a rise of it by itself leads to injury "
         "has not been shown for runners; take it as a reason for easy days."),
      NULL);
}

static char *
dup_effort_formula (const HipWarning *warning, HipUnits units)
{
  int limit = _hip_warning_get_value (warning, "limit_percent");

  if (hip_warning_get_severity (warning) == HIP_SEVERITY_CAUTION)
    limit = MAX (limit, CAUTION_PERCENT);
  return g_strdup_printf ("%d > %.2f × %d", (int) _hip_warning_get_value (warning, "week_load"),
                          1 + limit / 100.0,
                          (int) _hip_warning_get_value (warning, "baseline_load"));
}

const HipRuleRow _hip_rule_effort_jump = {
  .id = "effort-jump",
  .label = N_ ("A week of much more effort"),
  .strength = HIP_STRENGTH_CUSTOM,
  .strength_text = N_ ("Evidence: custom – the weekly rule, applied to effort"),
  .test = N_ ("A week’s session load (effort times minutes) above the highest of the four weeks "
              "before by more than your limit and by at least 100, while its distance is not, with "
              "effort and duration logged for four of five runs of both weeks. Above 30 % it is a "
              "caution."),
  .source = N_ ("Session load: Foster and others, Journal of Strength and Conditioning Research "
                "2001;15:109. Warning of its rise is custom; the 100 are our choice."),
  .causes = HIP_RULE_PAGES ("training-errors", "poor-recovery"),
  .prevention = HIP_RULE_PAGES ("gradual-progression", "rest-recovery"),
  .is_load = TRUE,
  .is_of_run = TRUE,
  .collect = collect_effort_jump,
  .dup_title = dup_effort_title,
  .dup_body = dup_effort_body,
  .dup_formula = dup_effort_formula,
};
