// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-history.h"
#include "hip-units.h"

G_BEGIN_DECLS

#define HIP_TYPE_RUN_ITEM (hip_run_item_get_type ())
G_DECLARE_FINAL_TYPE (HipRunItem, hip_run_item, HIP, RUN_ITEM, GObject)

HipRunItem *hip_run_item_new (HipHistory *history, HipRun *run, HipUnits units);
void hip_run_item_update (HipRunItem *self, HipHistory *history, HipRun *run, HipUnits units);

HipRun *hip_run_item_get_run (HipRunItem *self);
const char *hip_run_item_get_shoe (HipRunItem *self);
gint32 hip_run_item_get_pain (HipRunItem *self);

char *hip_run_item_dup_day (HipRunItem *self);
char *hip_run_item_dup_title (HipRunItem *self);
char *hip_run_item_dup_distance (HipRunItem *self);
char *hip_run_item_dup_duration (HipRunItem *self);
char *hip_run_item_dup_pace (HipRunItem *self);
char *hip_run_item_dup_detail (HipRunItem *self);
char *hip_run_item_dup_sentence (HipRunItem *self);

G_END_DECLS
