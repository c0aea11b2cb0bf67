// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-import-entries.h"

G_BEGIN_DECLS

/* Takes what @run leaves open from @from. TRUE when there was something. */
gboolean hip_run_merge_fill (HipRun *run, const HipRun *from);
/* Gives @run the figures of @from; what the runner wrote stays, what is open is filled. */
void hip_run_merge_replace (HipRun *run, const HipRun *from);
/* Runs of several files that are one: those of lesser trust meet the one of the most, which takes
 * from them what it leaves open, unless @keep_apart. (element-type HipImportEntry) */
void hip_run_merge_between_files (GPtrArray *entries, gboolean keep_apart);
/* Rows and the files that they name become one run; files that no row names become runs. What is
 * no run is counted in @plan. */
void hip_run_merge_rows_and_files (HipImportEntries *entries,
                                   const HipImportOptions *options,
                                   GTimeZone *zone,
                                   HipImportPlan *plan);

G_END_DECLS
