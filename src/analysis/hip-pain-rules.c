// SPDX-License-Identifier: GPL-3.0-or-later
/* What the scores themselves say. The lines are ours, built on the pain-monitoring model (up to 5
 * of 10, settled by the next morning; Silbernagel 2007, for Achilles tendons) and on what counts as
 * a change of pain, about two points (Farrar 2001). Sides are judged apart. */
#include "config.h"

#include <glib/gi18n.h>
#include <gsl/gsl_statistics_double.h>

#include "hip-episodes.h"

#define PAIN_HIGH_ONCE  8
#define PAIN_HIGH_TWICE 6

#define LASTING_SCORE   3
#define LASTING_DAYS    10
#define LASTING_OF_DAYS 14
#define RISE            2
#define RISE_MIN_SCORES 4
#define SETTLED_MAX     2
#define RAN_IN_PAIN     6

static const char *
get_side_word (HipSide side)
{
  return hip_vocabulary_get_word (hip_vocabulary_sides (), side + 1);
}

static gboolean
is_left (const HipWarning *warning)
{
  return g_str_equal (_hip_warning_get_text (warning, "side"), "left");
}

static gint32
get_score (HipHistory *history, HipSide side, HipDay day)
{
  const HipPainDay *pain = hip_history_lookup_pain (history, day, side);

  return pain != NULL ? pain->score : HIP_UNSET;
}

static HipWarning *
new_episode_warning (HipRule rule, HipSeverity severity, const HipEpisode *episode)
{
  const char *side = get_side_word (episode->side);
  HipWarning *warning = _hip_episode_new_warning (
      rule, severity, episode, _hip_rule_dup_subject ("pain", episode->first, side));

  _hip_warning_add_text (warning, "side", side);
  return warning;
}

static void
collect_sides (HipRuleContext *context, HipEpisodeTest test, HipEpisodeFunc add)
{
  for (guint side = 0; side < HIP_N_SIDES; side++)
    _hip_episodes_collect (context, side, test, add);
}

/* pain-high */

/* Days of one side in a row with a score of 6 or more. */
typedef struct
{
  HipSide side;
  guint first_index;
  HipDay first;
  HipDay last; /* HIP_DAY_NONE while there is no streak */
  HipDay fired;
} Streak;

static void
add_streak_figures (HipWarning *warning, HipHistory *history, const Streak *streak, HipDay until)
{
  gint32 worst = 0;
  guint n_days = 0;

  for (guint i = streak->first_index; i < hip_history_get_n_pain_days (history); i++)
    {
      HipPainDay *pain = hip_history_get_pain_day (history, i);

      if (pain->date > until)
        break;
      if (pain->side != streak->side)
        continue;
      worst = MAX (worst, pain->score);
      n_days++;
      _hip_warning_add_entry (warning, pain);
    }
  _hip_warning_add_text (warning, "side",
                         hip_vocabulary_get_word (hip_vocabulary_sides (), streak->side + 1));
  _hip_warning_add_number (warning, "score", HIP_NUMBER_SCORE, worst);
  _hip_warning_add_number (warning, "days_count", HIP_NUMBER_COUNT, n_days);
  _hip_warning_add_number (warning, "since", HIP_NUMBER_DAY, streak->first);
  _hip_warning_add_number (warning, "last_on", HIP_NUMBER_DAY, until);
}

static void
end_streak (HipRuleContext *context, Streak *streak)
{
  HipDay until = context->replay ? streak->fired : streak->last;
  g_autofree char *iso = NULL;
  const char *side;
  HipWarning *warning;

  if (streak->fired == HIP_DAY_NONE)
    return;
  if (context->replay ? streak->fired < context->from
                      : streak->last < context->to - HIP_OPEN_DAYS + 1)
    return;

  iso = hip_day_to_iso (streak->first);
  side = hip_vocabulary_get_word (hip_vocabulary_sides (), streak->side + 1);
  warning =
      _hip_warning_new (HIP_RULE_PAIN_HIGH, HIP_SEVERITY_WARNING, streak->fired,
                        until + HIP_OPEN_DAYS - 1, g_strconcat ("pain/", iso, "/", side, NULL));
  add_streak_figures (warning, context->history, streak, until);
  g_ptr_array_add (context->warnings, warning);
}

static void
extend_streak (HipRuleContext *context, Streak *streak, const HipPainDay *pain, guint index)
{
  gboolean goes_on = streak->last != HIP_DAY_NONE && pain->date == streak->last + 1;

  if (pain->score < PAIN_HIGH_TWICE)
    return;
  if (!goes_on)
    {
      end_streak (context, streak);
      *streak = (Streak) { pain->side, index, pain->date, HIP_DAY_NONE, HIP_DAY_NONE };
    }
  streak->last = pain->date;
  if (streak->fired == HIP_DAY_NONE && (goes_on || pain->score >= PAIN_HIGH_ONCE))
    streak->fired = pain->date;
}

/* Warns of a score of 8, or of 6 on two days running, of one side. A streak is told once, on the
 * day it first meets the test; while it goes on the same warning stays open and keeps its figures
 * up to date, and seven days after a dismissal it is back if the streak still goes on. */
static void
collect_pain_high (HipRuleContext *context)
{
  Streak streaks[HIP_N_SIDES];

  for (guint side = 0; side < HIP_N_SIDES; side++)
    streaks[side] = (Streak) { side, 0, HIP_DAY_NONE, HIP_DAY_NONE, HIP_DAY_NONE };

  for (guint i = 0; i < hip_history_get_n_pain_days (context->history); i++)
    {
      HipPainDay *pain = hip_history_get_pain_day (context->history, i);

      if (pain->date > context->to)
        break;
      extend_streak (context, &streaks[pain->side], pain, i);
    }
  for (guint side = 0; side < HIP_N_SIDES; side++)
    end_streak (context, &streaks[side]);
}

static char *
dup_high_title (const HipWarning *warning, HipUnits units)
{
  gboolean left = g_str_equal (_hip_warning_get_text (warning, "side"), "left");
  int score = _hip_warning_get_value (warning, "score");
  int n_days = _hip_warning_get_value (warning, "days_count");
  g_autofree char *weekday = _hip_rule_dup_weekday (_hip_warning_get_value (warning, "last_on"));

  if (n_days == 1)
    /* Translators: a score and a weekday. */
    return g_strdup_printf (left ? _ ("Left hip: pain of %1$d of 10 on %2$s")
                                 /* Translators: a score and a weekday. */
                                 : _ ("Right hip: pain of %1$d of 10 on %2$s"),
                            score, weekday);
  if (left)
    /* Translators: number of days, highest score. */
    return g_strdup_printf (ngettext ("Left hip: high pain %1$d day in a row, up to %2$d of 10",
                                      "Left hip: high pain %1$d days in a row, up to %2$d of 10",
                                      n_days),
                            n_days, score);
  /* Translators: number of days, highest score. */
  return g_strdup_printf (ngettext ("Right hip: high pain %1$d day in a row, up to %2$d of 10",
                                    "Right hip: high pain %1$d days in a row, up to %2$d of 10",
                                    n_days),
                          n_days, score);
}

static char *
dup_high_body (const HipWarning *warning, HipUnits units)
{
  GString *body = g_string_new (NULL);

  if (_hip_warning_get_value (warning, "score") >= PAIN_HIGH_ONCE)
    _hip_rule_append_sentence (body,
                               _ ("Do not run on pain like this, and have it looked at soon."));
  else
    _hip_rule_append_sentence (body,
                               _ ("Better not to run on pain like this, and to ask a doctor or "
                                  "physiotherapist about it."));
  _hip_rule_append_sentence (
      body, _ ("Look through the red flags in the day’s entry, too: any one of them comes first. "
               "Programmes that let people exercise with some pain draw the line at about 5 of 10, "
               "and they were tried for tendons, not for every hip. Where exactly to draw the line "
               "is our choice; no study gives a score."));
  return g_string_free (body, FALSE);
}

static char *
dup_high_formula (const HipWarning *warning, HipUnits units)
{
  int score = _hip_warning_get_value (warning, "score");
  int n_days = _hip_warning_get_value (warning, "days_count");

  if (score >= PAIN_HIGH_ONCE)
    return g_strdup_printf ("%d ≥ %d", score, PAIN_HIGH_ONCE);
  /* Translators: a score, then the number of days in a row. */
  return g_strdup_printf (ngettext ("at least %1$d on %2$d day in a row; 2 are enough",
                                    "at least %1$d on %2$d days in a row; 2 are enough", n_days),
                          PAIN_HIGH_TWICE, n_days);
}

const HipRuleRow _hip_rule_pain_high = {
  .id = "pain-high",
  .label = N_ ("High pain"),
  .strength = HIP_STRENGTH_CUSTOM,
  .strength_text = N_ ("Evidence: custom – a line taken from rehabilitation practice; no study "
                       "gives the exact score"),
  .test = N_ ("A score of 8 or more, or of 6 or more on two days running."),
  .source = N_ ("Built on the pain-monitoring model: Silbernagel and others, American Journal of "
                "Sports Medicine 2007;35:897. The scores are our choice."),
  .causes = HIP_RULE_PAGES ("running-through-pain"),
  .prevention = HIP_RULE_PAGES ("get-help", "when-it-hurts"),
  .collect = collect_pain_high,
  .dup_title = dup_high_title,
  .dup_body = dup_high_body,
  .dup_formula = dup_high_formula,
};

/* pain-lasting */

/* Scores of one side from @from to @to; those of @at_least or more are counted. */
static guint
count_scores (HipHistory *history, HipSide side, HipDay from, HipDay to, gint32 at_least)
{
  guint n = 0;

  for (guint i = hip_history_find_pain_day (history, from);
       i < hip_history_get_n_pain_days (history); i++)
    {
      const HipPainDay *pain = hip_history_get_pain_day (history, i);

      if (pain->date > to)
        break;
      n += pain->side == side && pain->score >= at_least;
    }
  return n;
}

static guint
count_lasting (HipHistory *history, HipSide side, HipDay day)
{
  return count_scores (history, side, day - LASTING_OF_DAYS + 1, day, LASTING_SCORE);
}

static gboolean
test_lasting (HipRuleContext *context, HipSide side, HipDay day)
{
  return get_score (context->history, side, day) >= LASTING_SCORE
         && count_lasting (context->history, side, day) >= LASTING_DAYS;
}

static void
add_lasting (HipRuleContext *context, const HipEpisode *episode)
{
  HipWarning *warning = new_episode_warning (HIP_RULE_PAIN_LASTING, HIP_SEVERITY_WARNING, episode);

  _hip_warning_add_number (warning, "days_count", HIP_NUMBER_COUNT,
                           count_lasting (context->history, episode->side, episode->last));
  _hip_warning_add_number (warning, "last_on", HIP_NUMBER_DAY, episode->last);
  _hip_rule_add_pain (context, warning, episode->side, episode->last - LASTING_OF_DAYS + 1,
                      episode->last);
  g_ptr_array_add (context->warnings, warning);
}

static void
collect_lasting (HipRuleContext *context)
{
  collect_sides (context, test_lasting, add_lasting);
}

static char *
dup_lasting_title (const HipWarning *warning, HipUnits units)
{
  int n_days = _hip_warning_get_value (warning, "days_count");

  if (is_left (warning))
    /* Translators: a number of days. */
    return g_strdup_printf (ngettext ("Left hip: sore on %d of the last 14 days",
                                      "Left hip: sore on %d of the last 14 days", n_days),
                            n_days);
  /* Translators: a number of days. */
  return g_strdup_printf (ngettext ("Right hip: sore on %d of the last 14 days",
                                    "Right hip: sore on %d of the last 14 days", n_days),
                          n_days);
}

static char *
dup_lasting_body (const HipWarning *warning, HipUnits units)
{
  return g_strdup (_ ("Most hip pain clears up within days or a few weeks. When it stays for two "
                      "weeks, have a doctor or physiotherapist look at it: what it comes from "
                      "decides what helps. Until then, run less or not at all, and nothing that "
                      "makes it worse."));
}

static char *
dup_lasting_formula (const HipWarning *warning, HipUnits units)
{
  int n_days = _hip_warning_get_value (warning, "days_count");

  /* Translators: a score, two numbers of days. */
  return g_strdup_printf (ngettext ("at least %1$d of 10 on %2$d of 14 days; %3$d are enough",
                                    "at least %1$d of 10 on %2$d of 14 days; %3$d are enough",
                                    n_days),
                          LASTING_SCORE, n_days, LASTING_DAYS);
}

const HipRuleRow _hip_rule_pain_lasting = {
  .id = "pain-lasting",
  .label = N_ ("Pain that lasts"),
  .strength = HIP_STRENGTH_CUSTOM,
  .strength_text =
      N_ ("Evidence: custom – health services’ advice; the number of days is our choice"),
  .test = N_ ("A score of 3 or more of one hip on at least ten of fourteen days."),
  .source =
      N_ ("Health services advise to have pain looked at that has not cleared up within a few "
          "weeks. The score and the number of days are our choice."),
  .causes = HIP_RULE_PAGES ("overuse", "underlying-conditions"),
  .prevention = HIP_RULE_PAGES ("get-help"),
  .collect = collect_lasting,
  .dup_title = dup_lasting_title,
  .dup_body = dup_lasting_body,
  .dup_formula = dup_lasting_formula,
};

/* pain-rising */

/* The median score of a week that ends on @day; FALSE with too few scores. */
static gboolean
find_median (HipHistory *history, HipSide side, HipDay day, double *median)
{
  double scores[7];
  guint n = 0;

  for (guint i = hip_history_find_pain_day (history, day - 6);
       i < hip_history_get_n_pain_days (history); i++)
    {
      const HipPainDay *pain = hip_history_get_pain_day (history, i);

      if (pain->date > day)
        break;
      if (pain->side == side)
        scores[n++] = pain->score;
    }
  if (n < RISE_MIN_SCORES)
    return FALSE;
  *median = gsl_stats_median (scores, 1, n);
  return TRUE;
}

static gboolean
test_rising (HipRuleContext *context, HipSide side, HipDay day)
{
  double now, before;

  return get_score (context->history, side, day) != HIP_UNSET
         && find_median (context->history, side, day, &now) && now >= RISE
         && find_median (context->history, side, day - 7, &before) && now - before >= RISE;
}

/* Medians of whole scores may end in a half. */
static gint64
find_tenths (HipHistory *history, HipSide side, HipDay day)
{
  double median = 0;

  find_median (history, side, day, &median);
  return (gint64) (10 * median);
}

static void
add_rising (HipRuleContext *context, const HipEpisode *episode)
{
  HipHistory *history = context->history;
  HipWarning *warning = new_episode_warning (HIP_RULE_PAIN_RISING, HIP_SEVERITY_CAUTION, episode);

  _hip_warning_add_number (warning, "median_tenths", HIP_NUMBER_COUNT,
                           find_tenths (history, episode->side, episode->last));
  _hip_warning_add_number (warning, "before_tenths", HIP_NUMBER_COUNT,
                           find_tenths (history, episode->side, episode->last - 7));
  _hip_warning_add_number (warning, "last_on", HIP_NUMBER_DAY, episode->last);
  _hip_rule_add_pain (context, warning, episode->side, episode->last - 13, episode->last);
  g_ptr_array_add (context->warnings, warning);
}

static void
collect_rising (HipRuleContext *context)
{
  collect_sides (context, test_rising, add_rising);
}

/* "3", "3.5" */
static char *
dup_tenths (const HipWarning *warning, const char *name)
{
  gint64 tenths = _hip_warning_get_value (warning, name);

  return g_strdup_printf ("%.*f", tenths % 10 == 0 ? 0 : 1, tenths / 10.0);
}

static char *
dup_rising_title (const HipWarning *warning, HipUnits units)
{
  g_autofree char *now = dup_tenths (warning, "median_tenths");
  g_autofree char *before = dup_tenths (warning, "before_tenths");

  if (is_left (warning))
    /* Translators: two scores from 0 to 10. */
    return g_strdup_printf (_ ("Left hip: pain is rising, from %1$s to %2$s within a week"), before,
                            now);
  /* Translators: two scores from 0 to 10. */
  return g_strdup_printf (_ ("Right hip: pain is rising, from %1$s to %2$s within a week"), before,
                          now);
}

static char *
dup_rising_body (const HipWarning *warning, HipUnits units)
{
  return g_strdup (
      _ ("The middle score of the last seven days is at least two points above that of "
         "the seven before. A change of about two points is one that people notice; "
         "this was measured when pain got better, that it holds for getting worse is "
         "our reading. Take load away early: shorter and easier runs, and days "
         "without."));
}

static char *
dup_rising_formula (const HipWarning *warning, HipUnits units)
{
  g_autofree char *now = dup_tenths (warning, "median_tenths");
  g_autofree char *before = dup_tenths (warning, "before_tenths");

  return g_strdup_printf ("%s − %s ≥ %d", now, before, RISE);
}

const HipRuleRow _hip_rule_pain_rising = {
  .id = "pain-rising",
  .label = N_ ("Rising pain"),
  .strength = HIP_STRENGTH_SOME,
  .strength_text = N_ ("Evidence: some – two points are a change that matters to people; their use "
                       "for a rise is our reading"),
  .test =
      N_ ("The median score of one hip over seven days at least two above that of the seven days "
          "before, with at least four scores in each."),
  .source = N_ ("Farrar and others, Pain 2001;94:149, on how large a change of a pain score "
                "matters."),
  .causes = HIP_RULE_PAGES ("overuse", "training-errors"),
  .prevention = HIP_RULE_PAGES ("rest-recovery", "when-it-hurts"),
  .collect = collect_rising,
  .dup_title = dup_rising_title,
  .dup_body = dup_rising_body,
  .dup_formula = dup_rising_formula,
};

/* pain-not-settled */

static gboolean
test_not_settled (HipRuleContext *context, HipSide side, HipDay day)
{
  gint32 score = get_score (context->history, side, day);
  gint32 before;

  if (score <= SETTLED_MAX || !_hip_rule_has_run (context->history, day - 1))
    return FALSE;
  before = get_score (context->history, side, day - 1);
  return before != HIP_UNSET && score - before >= RISE;
}

static void
add_not_settled (HipRuleContext *context, const HipEpisode *day)
{
  HipWarning *warning = new_episode_warning (HIP_RULE_PAIN_NOT_SETTLED, HIP_SEVERITY_CAUTION, day);

  _hip_warning_add_number (warning, "score", HIP_NUMBER_SCORE,
                           get_score (context->history, day->side, day->last));
  _hip_warning_add_number (warning, "before", HIP_NUMBER_SCORE,
                           get_score (context->history, day->side, day->last - 1));
  _hip_warning_add_number (warning, "run_on", HIP_NUMBER_DAY, day->last - 1);
  _hip_rule_add_runs (context, warning, day->last - 1, day->last - 1);
  _hip_rule_add_pain (context, warning, day->side, day->last - 1, day->last);
  g_ptr_array_add (context->warnings, warning);
}

static void
collect_not_settled (HipRuleContext *context)
{
  for (guint side = 0; side < HIP_N_SIDES; side++)
    _hip_days_collect (context, side, test_not_settled, add_not_settled);
}

static char *
dup_not_settled_title (const HipWarning *warning, HipUnits units)
{
  int score = _hip_warning_get_value (warning, "score");
  int before = _hip_warning_get_value (warning, "before");
  g_autofree char *weekday = _hip_rule_dup_weekday (_hip_warning_get_value (warning, "run_on"));

  if (is_left (warning))
    /* Translators: two scores from 0 to 10, the weekday of a run. */
    return g_strdup_printf (_ ("Left hip: %1$d of 10 the day after %3$s’s run, %2$d before"), score,
                            before, weekday);
  /* Translators: two scores from 0 to 10, the weekday of a run. */
  return g_strdup_printf (_ ("Right hip: %1$d of 10 the day after %3$s’s run, %2$d before"), score,
                          before, weekday);
}

static char *
dup_not_settled_body (const HipWarning *warning, HipUnits units)
{
  return g_strdup (
      _ ("The run was followed by more pain that had not settled by the next day. "
         "Rehabilitation programmes that allow some pain ask for exactly this: that it "
         "be gone by the next morning. They were tried for tendons, and for bone it "
         "does not hold. Wait until it is quiet, then go shorter or easier than that "
         "run."));
}

static char *
dup_not_settled_formula (const HipWarning *warning, HipUnits units)
{
  int score = _hip_warning_get_value (warning, "score");

  return g_strdup_printf ("%d ≥ %d, %d − %d ≥ %d", score, SETTLED_MAX + 1, score,
                          (int) _hip_warning_get_value (warning, "before"), RISE);
}

const HipRuleRow _hip_rule_pain_not_settled = {
  .id = "pain-not-settled",
  .label = N_ ("Pain that has not settled by the next day"),
  .strength = HIP_STRENGTH_SOME,
  .strength_text =
      N_ ("Evidence: some – a trial in which pain had to settle by the next morning, of "
          "Achilles tendons"),
  .test =
      N_ ("A score of 3 or more of one hip on the day after a run, at least two above the score "
          "of the day of the run."),
  .source =
      N_ ("Silbernagel and others, American Journal of Sports Medicine 2007;35:897. The scores "
          "are our choice."),
  .causes = HIP_RULE_PAGES ("poor-recovery", "running-through-pain"),
  .prevention = HIP_RULE_PAGES ("rest-recovery", "ice-heat"),
  .collect = collect_not_settled,
  .dup_title = dup_not_settled_title,
  .dup_body = dup_not_settled_body,
  .dup_formula = dup_not_settled_formula,
};

/* ran-in-pain */

/* The runs come from the sessions, so that a planned one counts. */
static const HipRunDay *
find_run_day (HipRuleContext *context, HipDay day)
{
  guint i = hip_sessions_find_day (context->sessions, day);
  const HipRunDay *run_day;

  if (i == hip_sessions_get_n_days (context->sessions))
    return NULL;
  run_day = hip_sessions_get_day (context->sessions, i);
  return run_day->date == day ? run_day : NULL;
}

static gboolean
test_ran_in_pain (HipRuleContext *context, HipSide side, HipDay day)
{
  return hip_history_get_pain_score (context->history, day) >= RAN_IN_PAIN
         && find_run_day (context, day) != NULL;
}

static void
add_ran_in_pain (HipRuleContext *context, const HipEpisode *day)
{
  const HipRunDay *run_day = find_run_day (context, day->last);
  HipWarning *warning = _hip_episode_new_warning (HIP_RULE_RAN_IN_PAIN, HIP_SEVERITY_CAUTION, day,
                                                  _hip_rule_dup_subject ("run", day->last, NULL));

  /* With another run on that day a planned one adds nothing. */
  _hip_warning_set_session (warning, run_day->first_session);
  _hip_warning_add_number (warning, "score", HIP_NUMBER_SCORE,
                           hip_history_get_pain_score (context->history, day->last));
  _hip_warning_add_number (warning, "distance_m", HIP_NUMBER_DISTANCE, run_day->total_m);
  _hip_rule_add_runs (context, warning, day->last, day->last);
  for (guint side = 0; side < HIP_N_SIDES; side++)
    _hip_rule_add_pain (context, warning, side, day->last, day->last);
  g_ptr_array_add (context->warnings, warning);
}

static void
collect_ran_in_pain (HipRuleContext *context)
{
  _hip_days_collect (context, HIP_SIDE_LEFT, test_ran_in_pain, add_ran_in_pain);
}

static char *
dup_ran_in_pain_title (const HipWarning *warning, HipUnits units)
{
  g_autofree char *distance =
      hip_units_format_distance (units, _hip_warning_get_value (warning, "distance_m"));
  g_autofree char *weekday = _hip_rule_dup_weekday (hip_warning_get_date (warning));

  /* Translators: a distance, a weekday, a score: "8.0 km on Monday, a day with pain of …". */
  return g_strdup_printf (_ ("%1$s on %2$s, a day with pain of %3$d of 10"), distance, weekday,
                          (int) _hip_warning_get_value (warning, "score"));
}

static char *
dup_ran_in_pain_body (const HipWarning *warning, HipUnits units)
{
  return g_strdup (
      _ ("Above 5 of 10 even programmes that allow some pain say stop. Pain that is run "
         "through tends to stay, and painkillers only hide it. Where exactly to draw "
         "the line is our choice; no study gives a score for the hip."));
}

static char *
dup_ran_in_pain_formula (const HipWarning *warning, HipUnits units)
{
  return g_strdup_printf ("%d ≥ %d", (int) _hip_warning_get_value (warning, "score"), RAN_IN_PAIN);
}

const HipRuleRow _hip_rule_ran_in_pain = {
  .id = "ran-in-pain",
  .label = N_ ("A run on a day of high pain"),
  .strength = HIP_STRENGTH_CUSTOM,
  .strength_text = N_ ("Evidence: custom – a line taken from rehabilitation practice; no study "
                       "gives the exact score"),
  .test = N_ ("A run on a day with a score of 6 or more of either hip."),
  .source = N_ ("Built on the pain-monitoring model: Silbernagel and others, American Journal of "
                "Sports Medicine 2007;35:897. The score is our choice."),
  .causes = HIP_RULE_PAGES ("running-through-pain"),
  .prevention = HIP_RULE_PAGES ("when-it-hurts"),
  .is_of_run = TRUE,
  .collect = collect_ran_in_pain,
  .dup_title = dup_ran_in_pain_title,
  .dup_body = dup_ran_in_pain_body,
  .dup_formula = dup_ran_in_pain_formula,
};
