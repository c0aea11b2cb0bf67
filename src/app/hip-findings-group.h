// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "hip-history.h"
#include "hip-units.h"

G_BEGIN_DECLS

#define HIP_TYPE_FINDINGS_GROUP (hip_findings_group_get_type ())
G_DECLARE_FINAL_TYPE (HipFindingsGroup,
                      hip_findings_group,
                      HIP,
                      FINDINGS_GROUP,
                      AdwPreferencesGroup)

/* Looks for findings anew, on a thread, and shows them. */
void hip_findings_group_update (HipFindingsGroup *self,
                                HipHistory *history,
                                HipDay today,
                                HipUnits units);

G_END_DECLS
