// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include "hip-history.h"
#include "hip-limits.h"
#include "hip-run-item.h"
#include "hip-series.h"

G_BEGIN_DECLS

#define HIP_TYPE_RUN_LIST (hip_run_list_get_type ())
G_DECLARE_FINAL_TYPE (HipRunList, hip_run_list, HIP, RUN_LIST, GObject)

HipRunList *hip_run_list_new (void);

void hip_run_list_set_history (HipRunList *self, HipHistory *history, const HipLimits *limits);
void hip_run_list_set_query (HipRunList *self, const char *query);

HipRun *hip_run_list_get_run (HipRunList *self, guint position);
const HipWeek *hip_run_list_get_week (HipRunList *self, HipDay day);
HipUnits hip_run_list_get_units (HipRunList *self);
guint hip_run_list_get_n_live (HipRunList *self);

G_END_DECLS
