// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-return-plan.h"

/**
 * hip_return_plan_init:
 * @self: (out caller-allocates): the plan
 * @weeks_off: weeks without running, at least two
 *
 * The steps that a coach gives: one week at half and one at three quarters of the usual for every
 * two weeks off, then as before. Custom; no trial has tested them.
 */
void
hip_return_plan_init (HipReturnPlan *self, guint weeks_off)
{
  g_return_if_fail (self != NULL);

  self->half = self->three_quarters = (weeks_off + 1) / 2;
}

/**
 * hip_return_plan_get_percent:
 * @self: a plan
 * @week: the week after the return, from 0 on
 *
 * Returns: how much of the usual it may have
 */
int
hip_return_plan_get_percent (const HipReturnPlan *self, guint week)
{
  g_return_val_if_fail (self != NULL, 0);

  if (week < self->half)
    return 50;
  return week < self->half + self->three_quarters ? 75 : 100;
}
