// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-import-entries.h"

G_BEGIN_DECLS

/* Compares what was read with each other and with the log; @plan gets the duplicates. */
void hip_import_duplicates_find (HipImportEntries *entries,
                                 HipHistory *existing,
                                 const HipImportOptions *options,
                                 HipImportPlan *plan);

G_END_DECLS
