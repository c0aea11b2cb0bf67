// SPDX-License-Identifier: GPL-3.0-or-later
/* What goes on around the runs: warming up, the ground, the step, strength. Notes and tips, never
 * more; a field that was not logged is unknown and counts neither way. */
#include "config.h"

#include <glib/gi18n.h>
#include <gsl/gsl_statistics_double.h>

#include "hip-episodes.h"

#define WARM_UP_RUNS 6
#define WARM_UP_MIN  4

#define GROUND_DAYS          28
#define GROUND_HARD_PERCENT  80
#define GROUND_KNOWN_PERCENT 70
#define GROUND_MIN_PAIN      2

#define ONE_SIDED_DAYS     14
#define ONE_SIDED_RUNS     3
#define ONE_SIDED_MIN_PAIN 2

#define CADENCE_RUNS  5
#define CADENCE_SPM   170
#define CADENCE_EVERY 60
#define CADENCE_MORE  1.05

#define STRENGTH_DAYS      28
#define STRENGTH_PAIN_DAYS 14
#define STRENGTH_MIN_PAIN  2

/* no-warm-up */

/* The last six runs up to and with @day, those without a warm-up among them, and the first one. */
typedef struct
{
  guint n;
  guint n_cold;
  guint first;
} LastRuns;

static LastRuns
find_last_runs (HipHistory *history, HipDay day)
{
  LastRuns last = { 0 };

  for (guint i = hip_history_find_run (history, day + 1); i > 0 && last.n < WARM_UP_RUNS; i--)
    {
      if (!_hip_rule_begins_run (history, i - 1))
        continue;
      last.n++;
      last.n_cold += hip_history_get_run (history, i - 1)->warm_up == HIP_ANSWER_NO;
      last.first = i - 1;
    }
  return last;
}

static gboolean
test_no_warm_up (HipRuleContext *context, HipSide side, HipDay day)
{
  return _hip_rule_begins_on (context->history, day)
         && find_last_runs (context->history, day).n_cold >= WARM_UP_MIN;
}

static void
add_no_warm_up (HipRuleContext *context, const HipEpisode *episode)
{
  HipWarning *warning =
      _hip_episode_new_warning (HIP_RULE_NO_WARM_UP, HIP_SEVERITY_NOTE, episode,
                                _hip_rule_dup_subject ("warm-up", episode->first, NULL));
  LastRuns last = find_last_runs (context->history, episode->last);

  _hip_warning_add_number (warning, "cold_count", HIP_NUMBER_COUNT, last.n_cold);
  _hip_warning_add_number (warning, "runs_count", HIP_NUMBER_COUNT, last.n);
  _hip_rule_add_runs (context, warning, hip_history_get_run (context->history, last.first)->date,
                      episode->last);
  g_ptr_array_add (context->warnings, warning);
}

static void
collect_no_warm_up (HipRuleContext *context)
{
  _hip_episodes_collect (context, HIP_SIDE_LEFT, test_no_warm_up, add_no_warm_up);
}

static char *
dup_no_warm_up_title (const HipWarning *warning, HipUnits units)
{
  int n_runs = _hip_warning_get_value (warning, "runs_count");

  /* Translators: how many runs, of how many. */
  return g_strdup_printf (ngettext ("%1$d of the last %2$d run without a warm-up",
                                    "%1$d of the last %2$d runs without a warm-up", n_runs),
                          (int) _hip_warning_get_value (warning, "cold_count"), n_runs);
}

static char *
dup_no_warm_up_body (const HipWarning *warning, HipUnits units)
{
  return g_strdup (_ ("Cold muscles stretch less and those that steady the hip start late. Five "
                      "minutes of walking or easy jogging and some leg swings are the common "
                      "advice. That it prevents injuries of the hip has not been shown; it costs "
                      "little and most runners feel better for it."));
}

static char *
dup_no_warm_up_formula (const HipWarning *warning, HipUnits units)
{
  int n = _hip_warning_get_value (warning, "cold_count");

  /* Translators: two numbers of runs. */
  return g_strdup_printf (ngettext ("%1$d run marked “no warm-up”; %2$d of 6 are enough",
                                    "%1$d runs marked “no warm-up”; %2$d of 6 are enough", n),
                          n, WARM_UP_MIN);
}

const HipRuleRow _hip_rule_no_warm_up = {
  .id = "no-warm-up",
  .label = N_ ("Runs without a warm-up"),
  .strength = HIP_STRENGTH_CUSTOM,
  .strength_text = N_ ("Evidence: custom – common advice"),
  .test =
      N_ ("At least four of the last six runs marked as without a warm-up. Runs on which nothing "
          "is marked do not count as without."),
  .source = N_ ("Common advice. The numbers are our choice."),
  .causes = HIP_RULE_PAGES ("no-warm-up"),
  .prevention = HIP_RULE_PAGES ("warm-up"),
  .collect = collect_no_warm_up,
  .dup_title = dup_no_warm_up_title,
  .dup_body = dup_no_warm_up_body,
  .dup_formula = dup_no_warm_up_formula,
};

/* hard-ground */

typedef struct
{
  gint64 total_m;
  gint64 known_m;
  gint64 hard_m;
} Ground;

static gboolean
is_hard (const HipRun *run)
{
  return run->surface == HIP_SURFACE_ROAD || run->surface == HIP_SURFACE_CONCRETE;
}

static Ground
sum_ground (HipHistory *history, HipDay day)
{
  Ground ground = { 0 };
  guint n = hip_history_get_n_runs (history);

  for (guint i = hip_history_find_run (history, day - GROUND_DAYS + 1); i < n; i++)
    {
      const HipRun *run = hip_history_get_run (history, i);

      if (run->date > day)
        break;
      ground.total_m += run->distance_m;
      ground.known_m += run->surface == HIP_SURFACE_UNKNOWN ? 0 : run->distance_m;
      ground.hard_m += is_hard (run) ? run->distance_m : 0;
    }
  return ground;
}

static gboolean
is_scored (HipHistory *history, HipDay day)
{
  return hip_history_get_pain_score (history, day) != HIP_UNSET;
}

static gboolean
is_hard_ground (const Ground *ground)
{
  return ground->known_m > 0 && 100 * ground->known_m >= GROUND_KNOWN_PERCENT * ground->total_m
         && 100 * ground->hard_m >= GROUND_HARD_PERCENT * ground->known_m;
}

/* Sum and number of the days' scores, of the side that hurts more. */
static guint
sum_pain (HipHistory *history, HipDay from, HipDay to, guint *sum)
{
  guint n_days = 0;

  *sum = 0;
  for (guint i = hip_history_find_pain_day (history, from);
       i < hip_history_get_n_pain_days (history);)
    {
      const HipPainDay *pain = hip_history_get_pain_day (history, i);
      HipDay date = pain->date;
      gint32 score = pain->score;

      if (date > to)
        break;
      while (++i < hip_history_get_n_pain_days (history)
             && (pain = hip_history_get_pain_day (history, i))->date == date)
        score = MAX (score, pain->score);
      *sum += score;
      n_days++;
    }
  return n_days;
}

static gboolean
test_hard_ground (HipRuleContext *context, HipSide side, HipDay day)
{
  Ground ground;
  guint sum, n;

  if (!_hip_rule_has_run (context->history, day) && !is_scored (context->history, day))
    return FALSE;
  ground = sum_ground (context->history, day);
  if (!is_hard_ground (&ground))
    return FALSE;
  n = sum_pain (context->history, day - GROUND_DAYS + 1, day, &sum);
  return n > 0 && sum >= GROUND_MIN_PAIN * n;
}

static void
add_hard_ground (HipRuleContext *context, const HipEpisode *episode)
{
  HipDay from = episode->last - GROUND_DAYS + 1;
  Ground ground = sum_ground (context->history, episode->last);
  guint sum, n = sum_pain (context->history, from, episode->last, &sum);
  HipWarning *warning =
      _hip_episode_new_warning (HIP_RULE_HARD_GROUND, HIP_SEVERITY_NOTE, episode,
                                _hip_rule_dup_subject ("hard-ground", episode->first, NULL));

  _hip_warning_add_number (warning, "percent", HIP_NUMBER_PERCENT,
                           100 * ground.hard_m / ground.known_m);
  _hip_warning_add_number (warning, "hard_m", HIP_NUMBER_DISTANCE, ground.hard_m);
  _hip_warning_add_number (warning, "known_m", HIP_NUMBER_DISTANCE, ground.known_m);
  _hip_warning_add_number (warning, "mean_pain_tenths", HIP_NUMBER_COUNT, (10 * sum + n / 2) / n);
  _hip_rule_add_runs (context, warning, from, episode->last);
  g_ptr_array_add (context->warnings, warning);
}

static void
collect_hard_ground (HipRuleContext *context)
{
  _hip_episodes_collect (context, HIP_SIDE_LEFT, test_hard_ground, add_hard_ground);
}

static char *
dup_hard_ground_title (const HipWarning *warning, HipUnits units)
{
  /* Translators: a number of per cent. */
  return g_strdup_printf (_ ("%d %% of the last four weeks on road or concrete, with sore hips"),
                          (int) _hip_warning_get_value (warning, "percent"));
}

static char *
dup_hard_ground_body (const HipWarning *warning, HipUnits units)
{
  return g_strdup (
      _ ("Softer ground is commonly advised for sore hips: grass, trails, a track. It "
         "is custom; that hard ground by itself injures hips has not been shown, and "
         "rough trails load them in ways of their own. A part of the runs elsewhere is "
         "an easy thing to try."));
}

static char *
dup_hard_ground_formula (const HipWarning *warning, HipUnits units)
{
  g_autofree char *hard = _hip_rule_dup_exact (units, _hip_warning_get_value (warning, "hard_m"));
  g_autofree char *known = _hip_rule_dup_exact (units, _hip_warning_get_value (warning, "known_m"));

  /* Translators: two distances, a score with a decimal. */
  return g_strdup_printf (_ ("%1$s ≥ 0.8 × %2$s; mean pain %3$.1f ≥ 2"), hard, known,
                          _hip_warning_get_value (warning, "mean_pain_tenths") / 10.0);
}

const HipRuleRow _hip_rule_hard_ground = {
  .id = "hard-ground",
  .label = N_ ("Much hard ground"),
  .strength = HIP_STRENGTH_CUSTOM,
  .strength_text = N_ ("Evidence: custom – common advice; no study we know of ties it to hips"),
  .test =
      N_ ("At least 80 % of the distance of 28 days on road or concrete, with the surface logged "
          "for at least 70 % of it, and a mean pain score of at least 2."),
  .source = N_ ("Common advice. The numbers are our choice."),
  .causes = HIP_RULE_PAGES ("hard-surface", "stress-fracture"),
  .prevention = HIP_RULE_PAGES ("surfaces"),
  .collect = collect_hard_ground,
  .dup_title = dup_hard_ground_title,
  .dup_body = dup_hard_ground_body,
  .dup_formula = dup_hard_ground_formula,
};

/* one-sided-ground */

static gboolean
is_one_sided (const HipRun *run)
{
  return run->ground == HIP_GROUND_UNEVEN || run->ground == HIP_GROUND_CAMBERED
         || run->ground == HIP_GROUND_ONE_WAY_TRACK;
}

/* Such runs in the 14 days up to @day; they become entries of @warning, if there is one. */
static guint
count_one_sided (HipHistory *history, HipDay day, HipWarning *warning)
{
  guint n = 0;

  for (guint i = hip_history_find_run (history, day - ONE_SIDED_DAYS + 1);
       i < hip_history_get_n_runs (history); i++)
    {
      HipRun *run = hip_history_get_run (history, i);

      if (run->date > day)
        break;
      if (!is_one_sided (run))
        continue;
      n += _hip_rule_begins_run (history, i);
      if (warning != NULL)
        _hip_warning_add_entry (warning, run);
    }
  return n;
}

static gboolean
is_outer_pain (const HipPainDay *pain)
{
  return (pain->areas & HIP_AREA_SIDE) != 0 && pain->score >= ONE_SIDED_MIN_PAIN;
}

static gboolean
has_outer_pain (HipHistory *history, HipDay day)
{
  guint n = hip_history_get_n_pain_days (history);

  for (guint i = hip_history_find_pain_day (history, day - ONE_SIDED_DAYS + 1); i < n; i++)
    {
      const HipPainDay *pain = hip_history_get_pain_day (history, i);

      if (pain->date > day)
        break;
      if (is_outer_pain (pain))
        return TRUE;
    }
  return FALSE;
}

static gboolean
test_one_sided (HipRuleContext *context, HipSide side, HipDay day)
{
  if (!_hip_rule_begins_on (context->history, day) && !is_scored (context->history, day))
    return FALSE;
  return count_one_sided (context->history, day, NULL) >= ONE_SIDED_RUNS
         && has_outer_pain (context->history, day);
}

static void
add_outer_pain (HipRuleContext *context, HipWarning *warning, HipDay from, HipDay to)
{
  HipHistory *history = context->history;

  for (guint i = hip_history_find_pain_day (history, from);
       i < hip_history_get_n_pain_days (history); i++)
    {
      HipPainDay *pain = hip_history_get_pain_day (history, i);

      if (pain->date > to)
        break;
      if (is_outer_pain (pain))
        _hip_warning_add_entry (warning, pain);
    }
}

static void
add_one_sided (HipRuleContext *context, const HipEpisode *episode)
{
  HipWarning *warning =
      _hip_episode_new_warning (HIP_RULE_ONE_SIDED_GROUND, HIP_SEVERITY_NOTE, episode,
                                _hip_rule_dup_subject ("ground", episode->first, NULL));

  _hip_warning_add_number (warning, "runs_count", HIP_NUMBER_COUNT,
                           count_one_sided (context->history, episode->last, warning));
  add_outer_pain (context, warning, episode->last - ONE_SIDED_DAYS + 1, episode->last);
  g_ptr_array_add (context->warnings, warning);
}

static void
collect_one_sided (HipRuleContext *context)
{
  _hip_episodes_collect (context, HIP_SIDE_LEFT, test_one_sided, add_one_sided);
}

static char *
dup_one_sided_title (const HipWarning *warning, HipUnits units)
{
  int n = _hip_warning_get_value (warning, "runs_count");

  /* Translators: a number of runs. */
  return g_strdup_printf (ngettext ("%d run on sloping or uneven ground in two weeks, with outer "
                                    "hip pain",
                                    "%d runs on sloping or uneven ground in two weeks, with outer "
                                    "hip pain",
                                    n),
                          n);
}

static char *
dup_one_sided_body (const HipWarning *warning, HipUnits units)
{
  return g_strdup (_ ("A road that slopes, rough ground and always the same way round a track load "
                      "one hip more than the other. To change sides, direction or ground is common "
                      "advice for pain at the outer hip; studies of it we know of none."));
}

static char *
dup_one_sided_formula (const HipWarning *warning, HipUnits units)
{
  int n = _hip_warning_get_value (warning, "runs_count");

  /* Translators: two numbers of runs, a score. */
  return g_strdup_printf (ngettext ("%1$d run in 14 days, %2$d are enough; outer-hip pain of at "
                                    "least %3$d in them",
                                    "%1$d runs in 14 days, %2$d are enough; outer-hip pain of at "
                                    "least %3$d in them",
                                    n),
                          n, ONE_SIDED_RUNS, ONE_SIDED_MIN_PAIN);
}

const HipRuleRow _hip_rule_one_sided_ground = {
  .id = "one-sided-ground",
  .label = N_ ("Ground that loads one side"),
  .strength = HIP_STRENGTH_CUSTOM,
  .strength_text = N_ ("Evidence: custom – common advice; no study we know of ties it to hips"),
  .test = N_ ("At least three runs in 14 days on sloping or uneven ground or always the same way "
              "round a track, and pain of 2 or more at the side of a hip in those days."),
  .source = N_ ("Common advice. The numbers are our choice."),
  .causes = HIP_RULE_PAGES ("uneven-ground", "it-band", "si-joint"),
  .prevention = HIP_RULE_PAGES ("surfaces"),
  .collect = collect_one_sided,
  .dup_title = dup_one_sided_title,
  .dup_body = dup_one_sided_body,
  .dup_formula = dup_one_sided_formula,
};

/* low-cadence */

/* The last runs with a cadence, and when the tip was last given. */
typedef struct
{
  HipRun *runs[CADENCE_RUNS]; /* (borrowed), the oldest first */
  guint n;
  HipDay told;
} Steps;

static void
push_run (Steps *steps, HipRun *run)
{
  if (steps->n == CADENCE_RUNS)
    memmove (steps->runs, steps->runs + 1, sizeof steps->runs - sizeof steps->runs[0]);
  else
    steps->n++;
  steps->runs[steps->n - 1] = run;
}

static double
get_median_cadence (const Steps *steps)
{
  double cadences[CADENCE_RUNS];

  for (guint i = 0; i < CADENCE_RUNS; i++)
    cadences[i] = steps->runs[i]->cadence_spm;
  return gsl_stats_median (cadences, 1, CADENCE_RUNS);
}

static void
add_low_cadence (HipRuleContext *context, const Steps *steps, HipDay day, int cadence)
{
  HipWarning *warning =
      _hip_warning_new (HIP_RULE_LOW_CADENCE, HIP_SEVERITY_TIP, day, day + HIP_OPEN_DAYS - 1,
                        _hip_rule_dup_subject ("cadence", day, NULL));

  _hip_warning_add_number (warning, "cadence_spm", HIP_NUMBER_COUNT, cadence);
  _hip_warning_add_number (warning, "try_spm", HIP_NUMBER_COUNT,
                           (gint64) (CADENCE_MORE * cadence + 0.5));
  for (guint i = 0; i < CADENCE_RUNS; i++)
    _hip_warning_add_entry (warning, steps->runs[i]);
  g_ptr_array_add (context->warnings, warning);
}

static void
follow_steps (HipRuleContext *context, Steps *steps, HipRun *run)
{
  int cadence;

  push_run (steps, run);
  if (steps->n < CADENCE_RUNS
      || (steps->told != HIP_DAY_NONE && run->date - steps->told < CADENCE_EVERY))
    return;
  cadence = (int) get_median_cadence (steps);
  if (cadence >= CADENCE_SPM || _hip_red_flag_waits (context, run->date))
    return;
  steps->told = run->date;
  if (run->date >= context->from)
    add_low_cadence (context, steps, run->date, cadence);
}

/* A tip, once in 60 days. It depends on when it was given before, so it looks at the whole log; a
 * run in pieces counts once. */
static void
collect_low_cadence (HipRuleContext *context)
{
  Steps steps = { .told = HIP_DAY_NONE };
  for (guint i = 0; i < hip_history_get_n_runs (context->history); i++)
    {
      HipRun *run = hip_history_get_run (context->history, i);

      if (run->date > context->to)
        break;
      if (run->cadence_spm != HIP_UNSET && _hip_rule_begins_run (context->history, i))
        follow_steps (context, &steps, run);
    }
}

static char *
dup_low_cadence_title (const HipWarning *warning, HipUnits units)
{
  /* Translators: two numbers of steps a minute. */
  return g_strdup_printf (_ ("Your usual cadence is %1$d; 5 %% more would be %2$d"),
                          (int) _hip_warning_get_value (warning, "cadence_spm"),
                          (int) _hip_warning_get_value (warning, "try_spm"));
}

static char *
dup_low_cadence_body (const HipWarning *warning, HipUnits units)
{
  return g_strdup (
      _ ("Shorter, quicker steps take load off the hip: in a laboratory with 45 healthy "
         "runners five to ten per cent above their own cadence did. Whether that "
         "prevents or eases injuries of the hip is not known, and there is no number "
         "to aim for: good runners differ widely. If you like, try it for a part of an "
         "easy run. For a painful groin it is no treatment."));
}

static char *
dup_low_cadence_formula (const HipWarning *warning, HipUnits units)
{
  return g_strdup_printf ("%d < %d", (int) _hip_warning_get_value (warning, "cadence_spm"),
                          CADENCE_SPM);
}

const HipRuleRow _hip_rule_low_cadence = {
  .id = "low-cadence",
  .label = N_ ("Cadence"),
  .strength = HIP_STRENGTH_SOME,
  .strength_text =
      N_ ("Evidence: some – less load on the hip in a laboratory; too little on injury"),
  .test =
      N_ ("The median cadence of the last five runs with one below 170 steps a minute. Told once "
          "in 60 days."),
  .source = N_ ("Heiderscheit and others, Medicine & Science in Sports & Exercise 2011;43:296; "
                "Anderson and others, Sports Medicine – Open 2022."),
  .causes = HIP_RULE_PAGES ("running-form"),
  .prevention = HIP_RULE_PAGES ("running-form-drills"),
  .is_tip = TRUE,
  .collect = collect_low_cadence,
  .dup_title = dup_low_cadence_title,
  .dup_body = dup_low_cadence_body,
  .dup_formula = dup_low_cadence_formula,
};

/* no-strength */

/* Whether the days from @from to @to have strength work; @any: whether care was kept at all. */
static gboolean
has_strength (HipHistory *history, HipDay from, HipDay to, gboolean *any)
{
  guint end = hip_history_find_care (history, to + 1);

  *any = end > 0;
  for (guint i = hip_history_find_care (history, from); i < end; i++)
    if (hip_history_get_care (history, i)->kind == HIP_CARE_STRENGTH)
      return TRUE;
  return FALSE;
}

static gboolean
has_care (HipHistory *history, HipDay day)
{
  return hip_history_find_care (history, day) < hip_history_find_care (history, day + 1);
}

static gboolean
is_sore (const HipPainDay *pain)
{
  return pain->score >= STRENGTH_MIN_PAIN;
}

/* The highest score of the 14 days up to @day; those of at least 2 become entries of @warning. */
static gint32
find_highest_pain (HipHistory *history, HipDay day, HipWarning *warning)
{
  guint n = hip_history_get_n_pain_days (history);
  gint32 highest = HIP_UNSET;

  for (guint i = hip_history_find_pain_day (history, day - STRENGTH_PAIN_DAYS + 1); i < n; i++)
    {
      HipPainDay *pain = hip_history_get_pain_day (history, i);

      if (pain->date > day)
        break;
      highest = MAX (highest, pain->score);
      if (warning != NULL && is_sore (pain))
        _hip_warning_add_entry (warning, pain);
    }
  return highest;
}

static gboolean
test_no_strength (HipRuleContext *context, HipSide side, HipDay day)
{
  HipHistory *history = context->history;
  gboolean any;

  return (is_scored (history, day) || has_care (history, day))
         && !has_strength (history, day - STRENGTH_DAYS + 1, day, &any) && any
         && find_highest_pain (history, day, NULL) >= STRENGTH_MIN_PAIN
         && !_hip_red_flag_waits (context, day);
}

static HipDay
find_last_strength (HipHistory *history, HipDay day)
{
  for (guint i = hip_history_find_care (history, day + 1); i > 0; i--)
    {
      const HipCareEntry *care = hip_history_get_care (history, i - 1);

      if (care->kind == HIP_CARE_STRENGTH)
        return care->date;
    }
  return HIP_DAY_NONE;
}

static void
add_no_strength (HipRuleContext *context, const HipEpisode *episode)
{
  HipDay last = find_last_strength (context->history, episode->last);
  HipWarning *warning =
      _hip_episode_new_warning (HIP_RULE_NO_STRENGTH, HIP_SEVERITY_TIP, episode,
                                _hip_rule_dup_subject ("strength", episode->first, NULL));

  _hip_warning_add_number (warning, "score", HIP_NUMBER_SCORE,
                           find_highest_pain (context->history, episode->last, warning));
  _hip_warning_add_number (warning, "days_count", HIP_NUMBER_COUNT,
                           last == HIP_DAY_NONE ? 0 : episode->last - last);
  g_ptr_array_add (context->warnings, warning);
}

static void
collect_no_strength (HipRuleContext *context)
{
  _hip_episodes_collect (context, HIP_SIDE_LEFT, test_no_strength, add_no_strength);
}

static char *
dup_no_strength_title (const HipWarning *warning, HipUnits units)
{
  int n_days = _hip_warning_get_value (warning, "days_count");

  if (n_days == 0)
    return g_strdup (_ ("Sore hips, and no strength exercises logged yet"));
  /* Translators: a number of days. */
  return g_strdup_printf (ngettext ("Sore hips, and the last strength exercises were %d day ago",
                                    "Sore hips, and the last strength exercises were %d days ago",
                                    n_days),
                          n_days);
}

static char *
dup_no_strength_body (const HipWarning *warning, HipUnits units)
{
  return g_strdup (
      _ ("For pain at the outer hip, exercises together with advice on load did better "
         "than an injection or waiting in a trial. For other causes strength work is "
         "common advice. Begin with what does not hurt, twice or three times a week."));
}

static char *
dup_no_strength_formula (const HipWarning *warning, HipUnits units)
{
  /* Translators: two scores from 0 to 10, a number of days. */
  return g_strdup_printf (
      ngettext ("pain %1$d ≥ %2$d; no strength exercises in %3$d day",
                "pain %1$d ≥ %2$d; no strength exercises in %3$d days", STRENGTH_DAYS),
      (int) _hip_warning_get_value (warning, "score"), STRENGTH_MIN_PAIN, STRENGTH_DAYS);
}

const HipRuleRow _hip_rule_no_strength = {
  .id = "no-strength",
  .label = N_ ("No strength exercises"),
  .strength = HIP_STRENGTH_SOME,
  .strength_text = N_ ("Evidence: some – a trial for pain at the outer hip; custom for the rest"),
  .test =
      N_ ("Pain of 2 or more, and no strength exercises in 28 days, in a log that keeps care at "
          "all."),
  .source = N_ ("Mellor and others, BMJ 2018;361:k1662. The numbers are our choice."),
  .causes = HIP_RULE_PAGES ("muscle-imbalance"),
  .prevention = HIP_RULE_PAGES ("strength-hips", "strength-core"),
  .is_tip = TRUE,
  .collect = collect_no_strength,
  .dup_title = dup_no_strength_title,
  .dup_body = dup_no_strength_body,
  .dup_formula = dup_no_strength_formula,
};
