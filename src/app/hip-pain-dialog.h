// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "hip-edit-dialog.h"
#include "hip-session.h"

G_BEGIN_DECLS

#define HIP_TYPE_PAIN_DIALOG (hip_pain_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HipPainDialog, hip_pain_dialog, HIP, PAIN_DIALOG, HipEditDialog)

HipPainDialog *hip_pain_dialog_new (HipSession *session, HipDay day);

G_END_DECLS
