// SPDX-License-Identifier: GPL-3.0-or-later
/* What one run may ask of the hips, against the longest of the last month. The tests are in whole
 * metres; nothing is rounded before deciding. */
#include "config.h"

#include <glib/gi18n.h>

#include "hip-rule-private.h"

/* Ours: so that a stroll of 1.2 km after a month of 1 km does not count as a leap. */
#define LONG_RUN_MIN_RUNS   4
#define LONG_RUN_MIN_EXCESS 1000

static gboolean
is_planned (const HipWarning *warning)
{
  return g_str_equal (hip_warning_get_subject (warning), "run/planned");
}

/* How a run compares with the longest of 30 days. The bands are those of Schuster Brandt Frandsen
 * et al., Br J Sports Med 2025;59:1203: up to 10 % the reference, to 30 %, to double, more. */
typedef enum
{
  BAND_REFERENCE,
  BAND_SMALL,
  BAND_MODERATE,
  BAND_LARGE,
} Band;

static const char *const band_words[] = { "reference", "small", "moderate", "large" };

static Band
get_band (gint64 distance_m, gint64 longest_m)
{
  if (10 * distance_m <= 11 * longest_m)
    return BAND_REFERENCE;
  if (10 * distance_m <= 13 * longest_m)
    return BAND_SMALL;
  if (distance_m <= 2 * longest_m)
    return BAND_MODERATE;
  return BAND_LARGE;
}

static Band
judge_run (const HipLongest *longest, gint64 distance_m)
{
  if (longest->n_sessions < LONG_RUN_MIN_RUNS)
    return BAND_REFERENCE;
  if (distance_m - longest->distance_m < LONG_RUN_MIN_EXCESS)
    return BAND_REFERENCE;
  return get_band (distance_m, longest->distance_m);
}

static void
add_long_run_jump (HipRuleContext *context,
                   const HipLeg *leg,
                   gint64 distance_m,
                   HipSeverity severity,
                   const HipLongest *longest)
{
  HipWarning *warning =
      _hip_warning_new (HIP_RULE_LONG_RUN_JUMP, severity, leg->date, leg->date + HIP_OPEN_DAYS - 1,
                        _hip_rule_dup_run_subject (context, leg->session));

  _hip_warning_set_session (warning, leg->session);
  _hip_warning_add_number (warning, "distance_m", HIP_NUMBER_DISTANCE, distance_m);
  _hip_warning_add_number (warning, "longest_m", HIP_NUMBER_DISTANCE, longest->distance_m);
  _hip_warning_add_number (warning, "longest_on", HIP_NUMBER_DAY, longest->date);
  _hip_warning_add_number (warning, "percent", HIP_NUMBER_PERCENT,
                           _hip_rule_get_percent_above (distance_m, longest->distance_m));
  _hip_warning_add_number (warning, "runs_count", HIP_NUMBER_COUNT, longest->n_sessions);
  _hip_warning_add_text (warning, "band", band_words[get_band (distance_m, longest->distance_m)]);
  _hip_rule_add_session (context, warning, leg->session, leg->date);
  _hip_rule_add_session (context, warning, longest->session, leg->date - 1);
  g_ptr_array_add (context->warnings, warning);
}

/* A session across midnight is judged at the end of each of its days, and speaks again on the
 * second only if it has become more serious. */
static void
judge_session (HipRuleContext *context, const HipLeg *leg, gint64 distance_m, gint64 before_m)
{
  HipDay date = hip_sessions_get_session (context->sessions, leg->session)->date;
  HipDay last_before = hip_sessions_get_last_before (context->sessions, date);
  HipLongest longest;
  HipSeverity severity;
  Band band, band_before;

  /* After a gap there is no last month to compare with. */
  if (last_before == HIP_DAY_NONE || date - last_before >= HIP_GAP_DAYS)
    return;

  hip_sessions_get_longest (context->sessions, date, &longest);
  band = judge_run (&longest, distance_m);
  band_before = judge_run (&longest, before_m);
  severity = band == BAND_LARGE ? HIP_SEVERITY_WARNING : HIP_SEVERITY_CAUTION;
  if (band == BAND_REFERENCE)
    return;
  if (band_before != BAND_REFERENCE && (band_before == BAND_LARGE) == (band == BAND_LARGE))
    return;
  add_long_run_jump (context, leg, distance_m, severity, &longest);
}

/* Warns of a run much longer than the longest of the 30 days before: small and moderate leaps are
 * a caution, for the study's bands overlap; more than double is a warning. */
static void
collect_long_run_jump (HipRuleContext *context)
{
  g_autofree gint64 *so_far = NULL;
  guint n_legs = hip_sessions_get_n_legs (context->sessions);

  so_far = g_new0 (gint64, n_legs + 1);
  for (guint i = 0; i < n_legs; i++)
    {
      const HipLeg *leg = hip_sessions_get_leg (context->sessions, i);
      gint64 before_m = so_far[leg->session];

      so_far[leg->session] += leg->distance_m;
      if (leg->date >= context->from && leg->date <= context->to)
        judge_session (context, leg, so_far[leg->session], before_m);
    }
}

static char *
dup_long_run_title (const HipWarning *warning, HipUnits units)
{
  g_autofree char *distance =
      hip_units_format_distance (units, _hip_warning_get_value (warning, "distance_m"));
  g_autofree char *weekday = _hip_rule_dup_weekday (hip_warning_get_date (warning));
  int percent = _hip_warning_get_value (warning, "percent");

  if (is_planned (warning))
    /* Translators: a planned run: "15.0 km: 50 % longer than …". */
    return g_strdup_printf (_ ("%1$s: %2$d %% longer than your longest run of the last 30 days"),
                            distance, percent);
  /* Translators: "15.0 km on Monday: 50 % longer than …". */
  return g_strdup_printf (
      _ ("%1$s on %2$s: %3$d %% longer than your longest run of the last 30 days"), distance,
      weekday, percent);
}

static char *
dup_long_run_body (const HipWarning *warning, HipUnits units)
{
  g_autofree char *longest =
      hip_units_format_distance (units, _hip_warning_get_value (warning, "longest_m"));
  g_autofree char *date = _hip_rule_dup_date (_hip_warning_get_value (warning, "longest_on"));
  g_autofree char *compared = NULL;

  /* Translators: a distance and a date: "14.0 km on 2 November". */
  compared = g_strdup_printf (_ ("The longest run of the 30 days before was %1$s on %2$s."),
                              longest, date);
  return g_strconcat (
      compared, " ",
      _ ("In a study that followed 5,205 runners for 18 months, runs more than 10 % beyond the "
         "longest of the past 30 days came with a higher rate of overuse injury: about one and a "
         "half times as high (1.64 times up to 30 % beyond, 1.52 times up to double), and 2.28 "
         "times when the run was more than twice as long. Most such runs were followed by no "
         "injury, and the study cannot say what this one will do. A race counts like any other "
         "run. Easy days now give the hips time to answer."),
      NULL);
}

static char *
dup_long_run_formula (const HipWarning *warning, HipUnits units)
{
  gint64 distance_m = _hip_warning_get_value (warning, "distance_m");
  gint64 longest_m = _hip_warning_get_value (warning, "longest_m");
  g_autofree char *distance = _hip_rule_dup_exact (units, distance_m);
  g_autofree char *longest = _hip_rule_dup_exact (units, longest_m);
  Band band = get_band (distance_m, longest_m);

  if (band == BAND_LARGE)
    return g_strdup_printf ("%s > 2 × %s", distance, longest);
  return g_strdup_printf ("%s > %.1f × %s", distance, band == BAND_MODERATE ? 1.3 : 1.1, longest);
}

const HipRuleRow _hip_rule_long_run_jump = {
  .id = "long-run-jump",
  .label = N_ ("A run much longer than the longest of 30 days"),
  .strength = HIP_STRENGTH_GOOD,
  .strength_text = N_ ("Evidence: good – a large cohort of runners asked exactly this"),
  .test =
      N_ ("A run more than 10 % and at least a kilometre longer than the longest of the 30 days "
          "before it, when there were at least four. Up to double is a caution, more than "
          "double a warning."),
  .source = N_ ("Schuster Brandt Frandsen and others, British Journal of Sports Medicine 2025;59:"
                "1203. The four runs and the kilometre are our choice."),
  .causes = HIP_RULE_PAGES ("training-errors", "overuse", "stress-fracture"),
  .prevention = HIP_RULE_PAGES ("gradual-progression", "rest-recovery"),
  .is_load = TRUE,
  .is_of_run = TRUE,
  .collect = collect_long_run_jump,
  .dup_title = dup_long_run_title,
  .dup_body = dup_long_run_body,
  .dup_formula = dup_long_run_formula,
};
