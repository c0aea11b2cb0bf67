// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-edit-dialog.h"

G_BEGIN_DECLS

#define HIP_TYPE_CARE_DIALOG (hip_care_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HipCareDialog, hip_care_dialog, HIP, CARE_DIALOG, HipEditDialog)

/* @care: (nullable): %NULL for a new entry of today. */
HipCareDialog *hip_care_dialog_new (HipSession *session, HipCareEntry *care);

G_END_DECLS
