// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-rules.h"

G_BEGIN_DECLS

/**
 * HipTold:
 * @history: (owned): a log
 * @warnings: (owned) (element-type HipWarning): all that its runner was ever told, oldest first
 *
 * A log and its warnings, by the default limits.
 */
typedef struct
{
  HipHistory *history;
  GPtrArray *warnings;
} HipTold;

/* Takes @history. */
void hip_told_init (HipTold *self, HipHistory *history);
void hip_told_clear (HipTold *self);
/* The next warning of a rule that fired on @from or later; @place is 0 at first. (nullable) */
HipWarning *hip_told_find (const HipTold *self, HipRule rule, HipDay from, guint *place);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HipTold, hip_told_clear)

/**
 * HipTally:
 * @name: of the runners
 * @n_weeks: how many weeks they were told things
 * @n_told: how many, by rule
 *
 * How much some runners hear.
 */
typedef struct
{
  const char *name;
  guint n_weeks;
  guint n_told[HIP_N_RULES];
} HipTally;

void hip_tally_add (HipTally *self, const HipTold *told, guint n_weeks);
double hip_tally_get_rate (const HipTally *self, HipRule rule);
double hip_tally_get_total (const HipTally *self);

/* One column each, one line a rule: messages in 100 weeks. */
void hip_tally_print_table (const HipTally *tallies, guint n);

G_END_DECLS
