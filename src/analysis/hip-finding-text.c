// SPDX-License-Identifier: GPL-3.0-or-later
/* What findings are called, and how they are told: with how much they rest on and what they do not
 * show, and never as a reason to run more. */
#include "config.h"

#include <math.h>

#include <glib/gi18n.h>

#include "hip-findings.h"

/**
 * hip_finding_kind_get_word:
 * @kind: a kind of finding
 *
 * Returns: its word, not translated
 */
const char *
hip_finding_kind_get_word (HipFindingKind kind)
{
  static const char *const words[HIP_N_FINDING_KINDS] = {
    [HIP_FINDING_LOAD_PAIN_LINK] = "load-pain-link",
    [HIP_FINDING_PAIN_BY_SHOE] = "pain-by-shoe",
    [HIP_FINDING_PAIN_BY_SURFACE] = "pain-by-surface",
    [HIP_FINDING_PAIN_BY_WARM_UP] = "pain-by-warm-up",
  };

  g_return_val_if_fail (kind < HIP_N_FINDING_KINDS, NULL);

  return words[kind];
}

/**
 * hip_finding_reason_get_word:
 * @reason: a reason to keep quiet
 *
 * Returns: (nullable): its word, not translated; %NULL for a finding that speaks
 */
const char *
hip_finding_reason_get_word (HipFindingReason reason)
{
  static const char *const words[HIP_N_FINDING_REASONS] = {
    [HIP_FINDING_NOT_ENOUGH_DAYS] = "not-enough-days",
    [HIP_FINDING_GAP] = "gap",
    [HIP_FINDING_SCORES_MISSING] = "scores-missing",
    [HIP_FINDING_SCORES_ALIKE] = "scores-alike",
    [HIP_FINDING_TOO_LITTLE_PAIN] = "too-little-pain",
    [HIP_FINDING_TOO_FEW_RUNS] = "too-few-runs",
    [HIP_FINDING_LOADS_ALIKE] = "loads-alike",
    [HIP_FINDING_NO_CLEAR_LINK] = "no-clear-link",
    [HIP_FINDING_NOT_ENOUGH_DAYS_A_SIDE] = "not-enough-days-a-side",
    [HIP_FINDING_NO_CLEAR_DIFFERENCE] = "no-clear-difference",
  };

  g_return_val_if_fail (reason < HIP_N_FINDING_REASONS, NULL);

  return words[reason];
}

static char *
dup_rho (double rho)
{
  /* What rounds to nothing has no sign. */
  return g_strdup_printf ("%s%.2f", rho <= -0.005 ? "−" : "", fabs (rho));
}

static char *
dup_days (guint n)
{
  return g_strdup_printf (ngettext ("%u day", "%u days", n), n);
}

/* Whose log is too young, or has a hole: how many there are, and how many are needed. */
static char *
dup_days_missing (const HipFinding *self)
{
  if (self->reason == HIP_FINDING_GAP)
    /* Translators: “41 of 60 days”. */
    return g_strdup_printf (
        ngettext ("Too few days for a comparison of running and pain, counted from the last break "
                  "of two weeks or more: %1$u of %2$u day.",
                  "Too few days for a comparison of running and pain, counted from the last break "
                  "of two weeks or more: %1$u of %2$u days.",
                  self->need),
        self->have, self->need);
  if (self->reason == HIP_FINDING_SCORES_MISSING)
    /* Translators: “41 of the 60 days”. */
    return g_strdup_printf (
        ngettext ("Too few days have a pain score for a comparison with running: %1$u of the %2$u "
                  "day that is needed.",
                  "Too few days have a pain score for a comparison with running: %1$u of the %2$u "
                  "days that are needed.",
                  self->need),
        self->have, self->need);
  /* Translators: “41 of 60 days”. */
  return g_strdup_printf (
      ngettext ("The log is too young for a comparison of running and pain: %1$u of %2$u day.",
                "The log is too young for a comparison of running and pain: %1$u of %2$u days.",
                self->need),
      self->have, self->need);
}

/* Whose days are there, and too much alike. */
static char *
dup_change_missing (const HipFinding *self)
{
  if (self->reason == HIP_FINDING_SCORES_ALIKE)
    /* Translators: “2 of 3 different scores”. */
    return g_strdup_printf (
        ngettext ("Pain was too much the same for a comparison with running: %1$u of %2$u "
                  "different score.",
                  "Pain was too much the same for a comparison with running: %1$u of %2$u "
                  "different scores.",
                  self->need),
        self->have, self->need);
  if (self->reason == HIP_FINDING_TOO_LITTLE_PAIN)
    /* Translators: “4 of 10 days with pain”. */
    return g_strdup_printf (
        ngettext ("There is, luckily, too little pain for a comparison with running: %1$u of %2$u "
                  "day with pain.",
                  "There is, luckily, too little pain for a comparison with running: %1$u of %2$u "
                  "days with pain.",
                  self->need),
        self->have, self->need);
  if (self->reason == HIP_FINDING_TOO_FEW_RUNS)
    /* Translators: “12 of 20 running days”. */
    return g_strdup_printf (
        ngettext ("There is too little running for a comparison with pain: %1$u of %2$u running "
                  "day.",
                  "There is too little running for a comparison with pain: %1$u of %2$u running "
                  "days.",
                  self->need),
        self->have, self->need);
  return g_strdup (_ ("You ran the same every day, so there is nothing to compare pain with."));
}

/* ρ and its range, and what the loads were. */
static char *
dup_link_figures (const HipFinding *self, HipUnits units)
{
  g_autofree char *rho = dup_rho (self->rho);
  g_autofree char *low = dup_rho (self->low);
  g_autofree char *high = dup_rho (self->high);
  g_autofree char *lightest = hip_units_format_distance (units, llround (self->lightest_m));
  g_autofree char *heaviest = hip_units_format_distance (units, llround (self->heaviest_m));

  /* Translators: ρ is the rank correlation, then its range, then two distances: “In figures: ρ is
   * 0.41, plausibly anywhere from 0.04 to 0.68; running in the week before was 2.1 km to 8.4 km a
   * day, and nothing is known beyond.” */
  return g_strdup_printf (_ ("In figures: ρ is %1$s, plausibly anywhere from %2$s to %3$s; running "
                             "in the week before was %4$s to %5$s a day, and nothing is known "
                             "beyond."),
                          rho, low, high, lightest, heaviest);
}

static char *
dup_link (const HipFinding *self, HipUnits units)
{
  g_autofree char *figures = dup_link_figures (self, units);
  g_autofree char *days = dup_days (self->n);

  if (!self->speaks)
    /* Translators: “74 days”, then figures. */
    return g_strdup_printf (_ ("Over %1$s with a score, no clear link was seen between running and "
                               "pain the day after, which is no proof of none. %2$s"),
                            days, figures);
  if (self->rho > 0)
    /* Translators: “74 days”, then figures. */
    return g_strdup_printf (
        _ ("A possible link: over %1$s with a score, days after heavier running tended to be more "
           "painful. This does not show that running is the cause: you may also run less because "
           "it hurts, and it is one person's log. %2$s"),
        days, figures);
  /* Translators: “74 days”, then figures. */
  return g_strdup_printf (
      _ ("A possible link: over %1$s with a score, days after heavier running tended to be less "
         "painful. This does not show that running helps: to run less when it hurts looks just the "
         "same, and it is one person's log. It is no reason to run more. %2$s"),
      days, figures);
}

static char *
dup_contrast_figures (const HipFinding *self)
{
  g_autofree char *with = dup_days (self->n_with);
  g_autofree char *without = dup_days (self->n_without);
  const HipVocabulary *surfaces = hip_vocabulary_surfaces ();

  if (self->kind == HIP_FINDING_PAIN_BY_SHOE)
    /* Translators: a pair of shoes, mean pain, “12 days”, mean pain, “20 days”. */
    return g_strdup_printf (_ ("The day after running in “%1$s” pain was %2$.1f on average (%3$s), "
                               "after running in other shoes %4$.1f (%5$s)."),
                            self->subject, self->mean_with, with, self->mean_without, without);
  if (self->kind == HIP_FINDING_PAIN_BY_SURFACE)
    /* Translators: a surface (“Road”), mean pain, “12 days”, mean pain, “20 days”. */
    return g_strdup_printf (
        _ ("The day after running on the surface “%1$s” pain was %2$.1f on average (%3$s), after "
           "running on others %4$.1f (%5$s)."),
        hip_vocabulary_get_label (surfaces, hip_vocabulary_lookup (surfaces, self->subject)),
        self->mean_with, with, self->mean_without, without);
  /* Translators: mean pain, “12 days”, mean pain, “20 days”. */
  return g_strdup_printf (_ ("The day after runs with a warm-up pain was %1$.1f on average (%2$s), "
                             "after runs without one %3$.1f (%4$s)."),
                          self->mean_with, with, self->mean_without, without);
}

static char *
dup_contrast (const HipFinding *self)
{
  g_autofree char *figures = dup_contrast_figures (self);
  const char *verdict = _ ("No clear difference was seen, which is no proof of none.");

  if (self->speaks)
    verdict = _ ("A possible difference. It does not show a cause: these days may differ in more "
                 "than that, and it is one person's log.");
  if (self->reason == HIP_FINDING_SCORES_ALIKE)
    verdict = _ ("All scores were the same, so there is nothing to compare.");
  return g_strjoin (" ", figures, verdict, NULL);
}

static char *
dup_side_missing (const HipFinding *self)
{
  if (self->kind == HIP_FINDING_PAIN_BY_SHOE)
    /* Translators: “3 of 8 days”: how many there are, how many are needed. */
    return g_strdup_printf (
        ngettext ("Too few days to compare one pair of shoes with others, counting running days "
                  "with a pain score on the next: on the smaller side %1$u of %2$u day.",
                  "Too few days to compare one pair of shoes with others, counting running days "
                  "with a pain score on the next: on the smaller side %1$u of %2$u days.",
                  self->need),
        self->have, self->need);
  if (self->kind == HIP_FINDING_PAIN_BY_SURFACE)
    /* Translators: “3 of 8 days”: how many there are, how many are needed. */
    return g_strdup_printf (
        ngettext ("Too few days to compare one surface with others, counting running days with a "
                  "pain score on the next: on the smaller side %1$u of %2$u day.",
                  "Too few days to compare one surface with others, counting running days with a "
                  "pain score on the next: on the smaller side %1$u of %2$u days.",
                  self->need),
        self->have, self->need);
  /* Translators: “3 of 8 days”: how many there are, how many are needed. */
  return g_strdup_printf (
      ngettext ("Too few days to compare runs with and without a warm-up, counting running days "
                "with a pain score on the next: on the smaller side %1$u of %2$u day.",
                "Too few days to compare runs with and without a warm-up, counting running days "
                "with a pain score on the next: on the smaller side %1$u of %2$u days.",
                self->need),
      self->have, self->need);
}

/**
 * hip_finding_dup_text:
 * @self: a finding
 * @units: what distances are worded in
 *
 * Tells what was found and what it does not show; or that nothing clear was, which is no proof of
 * none; or what is missing, in numbers.
 *
 * Returns: (transfer full): some sentences
 */
char *
hip_finding_dup_text (const HipFinding *self, HipUnits units)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch (self->reason)
    {
    case HIP_FINDING_NOT_ENOUGH_DAYS:
    case HIP_FINDING_GAP:
    case HIP_FINDING_SCORES_MISSING:
      return dup_days_missing (self);
    case HIP_FINDING_NOT_ENOUGH_DAYS_A_SIDE:
      return dup_side_missing (self);
    case HIP_FINDING_SCORES_ALIKE:
      if (self->kind != HIP_FINDING_LOAD_PAIN_LINK)
        return dup_contrast (self);
      return dup_change_missing (self);
    case HIP_FINDING_TOO_LITTLE_PAIN:
    case HIP_FINDING_TOO_FEW_RUNS:
    case HIP_FINDING_LOADS_ALIKE:
      return dup_change_missing (self);
    case HIP_FINDING_SPEAKS:
    case HIP_FINDING_NO_CLEAR_LINK:
    case HIP_FINDING_NO_CLEAR_DIFFERENCE:
    default:
      if (self->kind != HIP_FINDING_LOAD_PAIN_LINK)
        return dup_contrast (self);
      return dup_link (self, units);
    }
}
