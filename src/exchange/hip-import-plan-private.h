// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-importer.h"

G_BEGIN_DECLS

HipImportPlan *hip_import_plan_new (void);
/* Skipped, until it is decided otherwise. (transfer none) */
HipImportDuplicate *hip_import_plan_add_duplicate (HipImportPlan *self,
                                                   const char *file,
                                                   guint line,
                                                   gpointer record,
                                                   gpointer met,
                                                   gboolean in_log,
                                                   gboolean same_id);
/* All was read: takes @entries, finds duplicates and makes the change. */
void hip_import_plan_complete (HipImportPlan *self,
                               HipImportEntries *entries,
                               HipHistory *existing,
                               const HipImportOptions *options,
                               const char *name);
void
hip_import_plan_add_reject (HipImportPlan *self, const char *file, guint line, const char *reason);
void
hip_import_plan_add_remark (HipImportPlan *self, const char *file, guint line, const char *remark);
void hip_import_plan_add_sport (HipImportPlan *self, const char *sport);
void hip_import_plan_add_unknown_column (HipImportPlan *self, const char *file, const char *column);

G_END_DECLS
