// SPDX-License-Identifier: GPL-3.0-or-later
/* What a run may ask of the hips: one long run against the last month, one week against the last
 * four. The tests are in whole metres and whole per cent; nothing is rounded before deciding. */
#include "config.h"

#include <glib/gi18n.h>

#include "hip-rule-private.h"

/* Ours: so that a stroll of 1.2 km after a month of 1 km does not count as a leap. */
#define LONG_RUN_MIN_RUNS   4
#define LONG_RUN_MIN_EXCESS 1000
#define WEEK_MIN_EXCESS     3000
/* Above 30 % smaller studies saw a borderline link (Nielsen 2014, Damsted 2019). */
#define WEEK_CAUTION_PERCENT 30

static void
add_runs (HipWarning *warning, HipHistory *history, guint first, guint last, HipDay until)
{
  for (guint i = first; i <= last && i < hip_history_get_n_runs (history); i++)
    {
      HipRun *run = hip_history_get_run (history, i);

      if (run->date > until)
        break;
      _hip_warning_add_entry (warning, run);
    }
}

static void
add_session (HipWarning *warning, HipRuleContext *context, guint session, HipDay until)
{
  const HipSession *s = hip_sessions_get_session (context->sessions, session);

  if (s->first == HIP_SESSION_PLANNED)
    return;
  for (guint i = s->first; i <= s->last; i++)
    {
      HipRun *run = hip_history_get_run (context->history, i);

      if (run->date <= until && hip_sessions_has_run (context->sessions, session, i))
        _hip_warning_add_entry (warning, run);
    }
}

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

static char *
dup_run_subject (HipRuleContext *context, guint session)
{
  const HipSession *s = hip_sessions_get_session (context->sessions, session);

  if (s->first == HIP_SESSION_PLANNED)
    return g_strdup ("run/planned");
  return g_strdup_printf ("run/%" G_GINT64_FORMAT,
                          hip_history_get_run (context->history, s->first)->rec.id);
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
                        dup_run_subject (context, leg->session));

  _hip_warning_set_session (warning, leg->session);
  _hip_warning_add_number (warning, "distance_m", HIP_NUMBER_DISTANCE, distance_m);
  _hip_warning_add_number (warning, "longest_m", HIP_NUMBER_DISTANCE, longest->distance_m);
  _hip_warning_add_number (warning, "longest_on", HIP_NUMBER_DAY, longest->date);
  _hip_warning_add_number (warning, "percent", HIP_NUMBER_PERCENT,
                           _hip_rule_get_percent_above (distance_m, longest->distance_m));
  _hip_warning_add_number (warning, "runs_count", HIP_NUMBER_COUNT, longest->n_sessions);
  _hip_warning_add_text (warning, "band", band_words[get_band (distance_m, longest->distance_m)]);
  add_session (warning, context, leg->session, leg->date);
  add_session (warning, context, longest->session, leg->date - 1);
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
void
_hip_long_run_jump_collect (HipRuleContext *context)
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

char *
_hip_long_run_jump_dup_title (const HipWarning *warning, HipUnits units)
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

char *
_hip_long_run_jump_dup_body (const HipWarning *warning, HipUnits units)
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

char *
_hip_long_run_jump_dup_formula (const HipWarning *warning, HipUnits units)
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

/* The running week while the legs go by. */
typedef struct
{
  HipDay start;
  gint64 total_m;
  int spoken; /* the severity already reached, -1 for none */
  HipBaseline baseline;
} Week;

static void
begin_week (Week *week, HipRuleContext *context, HipDay start)
{
  *week = (Week) { .start = start, .spoken = -1 };
  hip_sessions_get_baseline (context->sessions, context->first_day, start, &week->baseline);
}

/* The severity of the week's total so far, -1 while there is nothing to say. */
static int
judge_week (const Week *week, const HipLimits *limits)
{
  gint64 base_m = week->baseline.distance_m;

  if (base_m == 0 || week->baseline.gap)
    return -1;
  if (week->total_m - base_m < WEEK_MIN_EXCESS)
    return -1;
  if (100 * week->total_m <= (100 + limits->week_limit_percent) * base_m)
    return -1;
  if (100 * week->total_m > (100 + WEEK_CAUTION_PERCENT) * base_m)
    return HIP_SEVERITY_CAUTION;
  return HIP_SEVERITY_NOTE;
}

static void
add_week_jump (HipRuleContext *context, const Week *week, const HipLeg *leg)
{
  g_autofree char *iso = hip_day_to_iso (week->start);
  guint first = hip_history_find_run (context->history, week->start);
  HipWarning *warning =
      _hip_warning_new (HIP_RULE_WEEK_JUMP, week->spoken, leg->date, leg->date + HIP_OPEN_DAYS - 1,
                        g_strconcat ("week/", iso, NULL));

  _hip_warning_set_session (warning, leg->session);
  _hip_warning_add_number (warning, "week_m", HIP_NUMBER_DISTANCE, week->total_m);
  _hip_warning_add_number (warning, "week_on", HIP_NUMBER_DAY, week->start);
  _hip_warning_add_number (warning, "baseline_m", HIP_NUMBER_DISTANCE, week->baseline.distance_m);
  _hip_warning_add_number (warning, "baseline_on", HIP_NUMBER_DAY, week->baseline.week);
  _hip_warning_add_number (warning, "percent", HIP_NUMBER_PERCENT,
                           _hip_rule_get_percent_above (week->total_m, week->baseline.distance_m));
  _hip_warning_add_number (warning, "limit_percent", HIP_NUMBER_PERCENT,
                           context->limits->week_limit_percent);
  add_runs (warning, context->history, first, leg->last, leg->date);
  g_ptr_array_add (context->warnings, warning);
}

/* Warns of a week above the highest of the last four by more than the runner's limit. A custom:
 * Buist 2008 saw no effect of the 10 % rule, the largest cohort (2025) no link, smaller ones a
 * borderline one above 30 %. Speaks when the running week crosses it, again if it gets worse. */
void
_hip_week_jump_collect (HipRuleContext *context)
{
  Week week = { .start = HIP_DAY_NONE };

  for (guint i = 0; i < hip_sessions_get_n_legs (context->sessions); i++)
    {
      const HipLeg *leg = hip_sessions_get_leg (context->sessions, i);
      HipDay start = hip_day_get_week_start (leg->date, context->limits->first_weekday);
      int severity;

      if (start != week.start)
        begin_week (&week, context, start);
      week.total_m += leg->distance_m;
      severity = judge_week (&week, context->limits);
      if (severity <= week.spoken)
        continue;
      week.spoken = severity;
      if (leg->date >= context->from && leg->date <= context->to)
        add_week_jump (context, &week, leg);
    }
}

char *
_hip_week_jump_dup_title (const HipWarning *warning, HipUnits units)
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

char *
_hip_week_jump_dup_body (const HipWarning *warning, HipUnits units)
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

char *
_hip_week_jump_dup_formula (const HipWarning *warning, HipUnits units)
{
  g_autofree char *total = _hip_rule_dup_exact (units, _hip_warning_get_value (warning, "week_m"));
  g_autofree char *base =
      _hip_rule_dup_exact (units, _hip_warning_get_value (warning, "baseline_m"));
  int limit = _hip_warning_get_value (warning, "limit_percent");

  if (hip_warning_get_severity (warning) == HIP_SEVERITY_CAUTION)
    limit = MAX (limit, WEEK_CAUTION_PERCENT);
  return g_strdup_printf ("%s > %.2f × %s", total, 1 + limit / 100.0, base);
}
