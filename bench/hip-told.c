// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-told.h"

/**
 * hip_told_init:
 * @self: (out caller-allocates): where to put it
 * @history: (transfer full): a log
 *
 * Goes through a log from its first day to its last.
 */
void
hip_told_init (HipTold *self, HipHistory *history)
{
  HipLimits limits;

  hip_limits_init_default (&limits);
  self->history = history;
  self->warnings = hip_rules_replay (history, &limits, hip_history_get_first_day (history),
                                     hip_history_get_last_day (history));
}

/**
 * hip_told_clear:
 * @self: (inout): what was told
 *
 * Frees what is in it.
 */
void
hip_told_clear (HipTold *self)
{
  g_clear_pointer (&self->history, hip_history_unref);
  g_clear_pointer (&self->warnings, g_ptr_array_unref);
}

/**
 * hip_told_find:
 * @self: what was told
 * @rule: a rule
 * @from: the first day that counts
 * @place: (inout): where to go on looking, 0 at first
 *
 * Returns: (transfer none) (nullable): the next warning of the rule, %NULL after the last
 */
HipWarning *
hip_told_find (const HipTold *self, HipRule rule, HipDay from, guint *place)
{
  while (*place < self->warnings->len)
    {
      HipWarning *warning = self->warnings->pdata[(*place)++];

      if (hip_warning_get_rule (warning) == rule && hip_warning_get_date (warning) >= from)
        return warning;
    }
  return NULL;
}

/**
 * hip_tally_add:
 * @self: a tally
 * @told: what a runner was told
 * @n_weeks: in how many weeks
 *
 * Counts it.
 */
void
hip_tally_add (HipTally *self, const HipTold *told, guint n_weeks)
{
  self->n_weeks += n_weeks;
  for (guint i = 0; i < told->warnings->len; i++)
    self->n_told[hip_warning_get_rule (told->warnings->pdata[i])]++;
}

/**
 * hip_tally_get_rate:
 * @self: a tally
 * @rule: a rule
 *
 * Returns: its messages in 100 weeks
 */
double
hip_tally_get_rate (const HipTally *self, HipRule rule)
{
  return self->n_weeks == 0 ? 0 : 100.0 * self->n_told[rule] / self->n_weeks;
}

/**
 * hip_tally_get_total:
 * @self: a tally
 *
 * Returns: the messages of all rules in 100 weeks
 */
double
hip_tally_get_total (const HipTally *self)
{
  double total = 0;

  for (guint rule = 0; rule < HIP_N_RULES; rule++)
    total += hip_tally_get_rate (self, rule);
  return total;
}

/**
 * hip_tally_print_table:
 * @tallies: (array length=n): tallies
 * @n: how many
 *
 * Prints a column for each tally and a line for each rule.
 */
void
hip_tally_print_table (const HipTally *tallies, guint n)
{
  g_print ("  %-20s", "");
  for (guint i = 0; i < n; i++)
    g_print (" %7s", tallies[i].name);
  for (guint rule = 0; rule < HIP_N_RULES; rule++)
    {
      g_print ("\n  %-20s", hip_rule_get_id (rule));
      for (guint i = 0; i < n; i++)
        g_print (" %7.1f", hip_tally_get_rate (&tallies[i], rule));
    }
  g_print ("\n  %-20s", "all");
  for (guint i = 0; i < n; i++)
    g_print (" %7.1f", hip_tally_get_total (&tallies[i]));
  g_print ("\n");
}
