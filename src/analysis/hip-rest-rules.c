// SPDX-License-Identifier: GPL-3.0-or-later
/* Rest: coming back after too much of it, and going on without any. Both are coaching custom; no
 * trial has tested the steps, and for days in a row no study gives a line. */
#include "config.h"

#include <glib/gi18n.h>

#include "hip-return-plan.h"
#include "hip-rule-private.h"

#define RETURN_DAYS 7
/* After a longer gap the first week may bring half of what was usual, else 60 per cent. */
#define LONG_GAP_DAYS      30
#define LONG_GAP_PERCENT   50
#define SHORT_GAP_PERCENT  60
#define FIRST_RUN_PERCENT  50
#define STREAK_DAYS        7
#define STREAK_DAYS_SECOND 14

/* back-too-fast */

/* The first week back while the legs go by. */
typedef struct
{
  HipDay date;
  guint session; /* the first run */
  gint64 first_m;
  gint64 week_m;
  gboolean spoken;
  HipReturn measure;
} Comeback;

static int
get_week_percent (const HipReturn *measure)
{
  return measure->gap_days > LONG_GAP_DAYS ? LONG_GAP_PERCENT : SHORT_GAP_PERCENT;
}

static gboolean
is_long_first_run (const Comeback *back)
{
  return 100 * back->first_m > FIRST_RUN_PERCENT * back->measure.longest_m;
}

/* Against the mean of four blocks, without dividing. */
static gboolean
is_long_first_week (const Comeback *back)
{
  return 400 * back->week_m > get_week_percent (&back->measure) * back->measure.blocks_m;
}

static void
add_back_too_fast (HipRuleContext *context, const Comeback *back, const HipLeg *leg)
{
  const HipReturn *measure = &back->measure;
  gboolean first_run = is_long_first_run (back);
  HipWarning *warning = _hip_warning_new (HIP_RULE_BACK_TOO_FAST, HIP_SEVERITY_CAUTION, leg->date,
                                          leg->date + HIP_OPEN_DAYS - 1,
                                          _hip_rule_dup_subject ("return", back->date, NULL));

  _hip_warning_set_session (warning, leg->session);
  _hip_warning_add_text (warning, "because", first_run ? "first-run" : "first-week");
  _hip_warning_add_number (warning, "distance_m", HIP_NUMBER_DISTANCE,
                           first_run ? back->first_m : back->week_m);
  _hip_warning_add_number (warning, "usual_m", HIP_NUMBER_DISTANCE,
                           first_run ? measure->longest_m : measure->blocks_m / 4);
  _hip_warning_add_number (warning, "limit_percent", HIP_NUMBER_PERCENT,
                           first_run ? FIRST_RUN_PERCENT : get_week_percent (measure));
  _hip_warning_add_number (warning, "gap_days", HIP_NUMBER_COUNT, measure->gap_days);
  _hip_warning_add_number (warning, "last_on", HIP_NUMBER_DAY, measure->last);
  _hip_warning_add_number (warning, "returned_on", HIP_NUMBER_DAY, back->date);
  _hip_rule_add_runs (context, warning, back->date, leg->date);
  g_ptr_array_add (context->warnings, warning);
}

static void
follow_comeback (HipRuleContext *context, Comeback *back, const HipLeg *leg)
{
  if (leg->session == back->session)
    back->first_m += leg->distance_m;
  back->week_m += leg->distance_m;
  if (back->spoken || !(is_long_first_run (back) || is_long_first_week (back)))
    return;
  back->spoken = TRUE;
  if (leg->date >= context->from && leg->date <= context->to)
    add_back_too_fast (context, back, leg);
}

/* Warns of a return after two weeks or more that starts with more than half of the longest run
 * before, or a first week beyond 60 % (after more than 30 days 50 %) of the usual. Once a return,
 * from the run on that makes it so. */
static void
collect_back_too_fast (HipRuleContext *context)
{
  Comeback back = { .date = HIP_DAY_NONE };
  HipDay last = HIP_DAY_NONE;

  for (guint i = 0; i < hip_sessions_get_n_legs (context->sessions); i++)
    {
      const HipLeg *leg = hip_sessions_get_leg (context->sessions, i);

      if (last != HIP_DAY_NONE && leg->date - last >= HIP_GAP_DAYS)
        {
          back = (Comeback) { .date = leg->date, .session = leg->session };
          hip_sessions_get_return (context->sessions, leg->date, &back.measure);
        }
      last = leg->date;
      if (back.measure.is_measure && leg->date - back.date < RETURN_DAYS)
        follow_comeback (context, &back, leg);
    }
}

static gboolean
is_first_run (const HipWarning *warning)
{
  return g_str_equal (_hip_warning_get_text (warning, "because"), "first-run");
}

static char *
dup_back_title (const HipWarning *warning, HipUnits units)
{
  g_autofree char *distance =
      hip_units_format_distance (units, _hip_warning_get_value (warning, "distance_m"));
  int n_days = _hip_warning_get_value (warning, "gap_days");

  if (is_first_run (warning))
    /* Translators: a distance, a number of days. */
    return g_strdup_printf (ngettext ("%1$s as the first run after %2$d day off",
                                      "%1$s as the first run after %2$d days off", n_days),
                            distance, n_days);
  /* Translators: a distance, a number of days. */
  return g_strdup_printf (ngettext ("%1$s in the first week after %2$d day off",
                                    "%1$s in the first week after %2$d days off", n_days),
                          distance, n_days);
}

static char *
dup_plan (guint weeks_off)
{
  HipReturnPlan plan;
  g_autofree char *half = NULL;

  hip_return_plan_init (&plan, weeks_off);
  /* Translators: a number of weeks. */
  half = g_strdup_printf (
      ngettext ("%u week at half of the usual", "%u weeks at half of the usual", plan.half),
      plan.half);
  /* Translators: “2 weeks at half of the usual”, a number of weeks. */
  return g_strdup_printf (ngettext ("Go up in steps: %1$s, %2$u at three quarters, then all of it.",
                                    "Go up in steps: %1$s, %2$u at three quarters, then all of it.",
                                    plan.three_quarters),
                          half, plan.three_quarters);
}

static char *
dup_back_body (const HipWarning *warning, HipUnits units)
{
  g_autofree char *usual =
      hip_units_format_distance (units, _hip_warning_get_value (warning, "usual_m"));
  int limit = _hip_warning_get_value (warning, "limit_percent");
  g_autofree char *compared = NULL, *plan = NULL;

  if (is_first_run (warning))
    /* Translators: a distance. */
    compared = g_strdup_printf (
        _ ("Before the break your longest run was %s; half of it is enough to begin with."), usual);
  else
    /* Translators: a distance, a number of per cent. */
    compared = g_strdup_printf (
        _ ("Before the break you ran %1$s a week on average; %2$d %% of it is enough for the first "
           "week."),
        usual, limit);
  plan = dup_plan (_hip_warning_get_value (warning, "gap_days") / 7);
  return g_strconcat (compared, " ",
                      _ ("Muscles and tendons lose their habit of running within weeks, and breath "
                         "comes back before they do."),
                      " ", plan, " ",
                      _ ("That is what coaches advise; no trial has tested these steps."), NULL);
}

static char *
dup_back_formula (const HipWarning *warning, HipUnits units)
{
  g_autofree char *distance =
      _hip_rule_dup_exact (units, _hip_warning_get_value (warning, "distance_m"));
  g_autofree char *usual = _hip_rule_dup_exact (units, _hip_warning_get_value (warning, "usual_m"));

  return g_strdup_printf ("%s > %.1f × %s", distance,
                          _hip_warning_get_value (warning, "limit_percent") / 100.0, usual);
}

const HipRuleRow _hip_rule_back_too_fast = {
  .id = "back-too-fast",
  .label = N_ ("Back too fast after a break"),
  .strength = HIP_STRENGTH_CUSTOM,
  .strength_text = N_ ("Evidence: custom – coaches’ steps; no trial has tested them"),
  .test = N_ ("After 14 to 90 days without a run: a first run of more than half of the longest run "
              "of the 30 days before the break, or a first week beyond 60 % (after more than 30 "
              "days 50 %) of the mean of the four weeks before it, when at least three of those "
              "had a run."),
  .source = N_ ("Coaching custom, as runners’ magazines and trainers give it. The exact steps are "
                "our choice."),
  .causes = HIP_RULE_PAGES ("training-errors"),
  .prevention = HIP_RULE_PAGES ("back-to-running", "gradual-progression"),
  .is_load = TRUE,
  .is_of_run = TRUE,
  .collect = collect_back_too_fast,
  .dup_title = dup_back_title,
  .dup_body = dup_back_body,
  .dup_formula = dup_back_formula,
};

/* no-rest-day */

static void
add_no_rest_day (HipRuleContext *context, HipDay first, const HipLeg *leg)
{
  int n_days = leg->date - first + 1;
  g_autofree char *count = g_strdup_printf ("%d", n_days);
  HipWarning *warning = _hip_warning_new (HIP_RULE_NO_REST_DAY, HIP_SEVERITY_NOTE, leg->date,
                                          leg->date + HIP_OPEN_DAYS - 1,
                                          _hip_rule_dup_subject ("streak", first, count));

  _hip_warning_set_session (warning, leg->session);
  _hip_warning_add_number (warning, "days_count", HIP_NUMBER_COUNT, n_days);
  _hip_warning_add_number (warning, "since", HIP_NUMBER_DAY, first);
  _hip_rule_add_runs (context, warning, first, leg->date);
  g_ptr_array_add (context->warnings, warning);
}

/* Tells of the seventh and of the fourteenth running day in a row. */
static void
collect_no_rest_day (HipRuleContext *context)
{
  HipDay first = HIP_DAY_NONE, last = HIP_DAY_NONE;

  for (guint i = 0; i < hip_sessions_get_n_legs (context->sessions); i++)
    {
      const HipLeg *leg = hip_sessions_get_leg (context->sessions, i);
      int n_days;

      if (leg->date == last)
        continue;
      if (last == HIP_DAY_NONE || leg->date != last + 1)
        first = leg->date;
      last = leg->date;
      n_days = last - first + 1;
      if ((n_days == STREAK_DAYS || n_days == STREAK_DAYS_SECOND) && last >= context->from
          && last <= context->to)
        add_no_rest_day (context, first, leg);
    }
}

static char *
dup_no_rest_title (const HipWarning *warning, HipUnits units)
{
  int n_days = _hip_warning_get_value (warning, "days_count");

  /* Translators: a number of days. */
  return g_strdup_printf (ngettext ("%d running day in a row", "%d running days in a row", n_days),
                          n_days);
}

static char *
dup_no_rest_body (const HipWarning *warning, HipUnits units)
{
  return g_strdup (
      _ ("Muscle, tendon and bone are rebuilt between runs, not during them, and tired "
         "hip muscles steady the leg less. A day without running every week is old "
         "custom; studies of how many days to run disagree and give no line. If your "
         "hips are quiet, this is only a reminder."));
}

static char *
dup_no_rest_formula (const HipWarning *warning, HipUnits units)
{
  int n_days = _hip_warning_get_value (warning, "days_count");
  g_autofree char *since = _hip_rule_dup_date (_hip_warning_get_value (warning, "since"));

  /* Translators: a number of days, a date. */
  return g_strdup_printf (ngettext ("%1$d day with a run since %2$s, none without",
                                    "%1$d days with a run since %2$s, none without", n_days),
                          n_days, since);
}

const HipRuleRow _hip_rule_no_rest_day = {
  .id = "no-rest-day",
  .label = N_ ("A week without a rest day"),
  .strength = HIP_STRENGTH_CUSTOM,
  .strength_text = N_ ("Evidence: custom – common advice; studies of days in a row disagree"),
  .test = N_ ("Seven days in a row with a run, told once, and once more at fourteen."),
  .source = N_ ("Common advice. Reviews of how often to run found no line (Nielsen and others, "
                "International Journal of Sports Physical Therapy 2012)."),
  .causes = HIP_RULE_PAGES ("poor-recovery", "overuse"),
  .prevention = HIP_RULE_PAGES ("rest-recovery", "cross-training"),
  .is_load = TRUE,
  .is_of_run = TRUE,
  .collect = collect_no_rest_day,
  .dup_title = dup_no_rest_title,
  .dup_body = dup_no_rest_body,
  .dup_formula = dup_no_rest_formula,
};
