// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-edit-dialog.h"

G_BEGIN_DECLS

#define HIP_TYPE_SCREENING_DIALOG (hip_screening_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HipScreeningDialog,
                      hip_screening_dialog,
                      HIP,
                      SCREENING_DIALOG,
                      HipEditDialog)

HipScreeningDialog *hip_screening_dialog_new (HipSession *session, HipScreening *screening);

G_END_DECLS
