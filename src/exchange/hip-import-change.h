// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-import-entries.h"

G_BEGIN_DECLS

/* What is decided of each duplicate, and all the rest. (transfer full); @plan gets the counts. */
HipChange *hip_import_change_make (HipImportEntries *entries,
                                   HipHistory *existing,
                                   const HipImportOptions *options,
                                   const char *name,
                                   HipImportPlan *plan);

G_END_DECLS
