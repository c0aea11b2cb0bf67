// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "hip-day.h"

G_BEGIN_DECLS

#define HIP_TYPE_PERIOD_GROUP (hip_period_group_get_type ())
G_DECLARE_FINAL_TYPE (HipPeriodGroup, hip_period_group, HIP, PERIOD_GROUP, AdwPreferencesGroup)

/* The whole log, as a number of days. */
#define HIP_PERIOD_EVERYTHING 0

/* @days: what is offered: 28, 42, 84, 91, 365, or HIP_PERIOD_EVERYTHING. */
void hip_period_group_set_up (HipPeriodGroup *self,
                              const int *days,
                              guint n_days,
                              guint selected,
                              HipDay first,
                              HipDay today);
/* HIP_DAY_NONE for the log's ends; FALSE with a sentence when the runner's dates are no period. */
gboolean hip_period_group_read (HipPeriodGroup *self, HipDay *from, HipDay *to, GError **error);

G_END_DECLS
