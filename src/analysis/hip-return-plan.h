// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** HipReturnPlan: how many weeks of what share of the usual, after a break. */
typedef struct
{
  guint half;           /* weeks at 50 % */
  guint three_quarters; /* weeks at 75 %, and then all of it */
} HipReturnPlan;

void hip_return_plan_init (HipReturnPlan *self, guint weeks_off);
int hip_return_plan_get_percent (const HipReturnPlan *self, guint week); /* from 0 on */

G_END_DECLS
