// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-edit-dialog.h"

G_BEGIN_DECLS

#define HIP_TYPE_RUN_DIALOG (hip_run_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HipRunDialog, hip_run_dialog, HIP, RUN_DIALOG, HipEditDialog)

/* @run: (nullable): %NULL for an empty one; with id 0 a new run that starts from these values. */
HipRunDialog *hip_run_dialog_new (HipSession *session, HipRun *run);

G_END_DECLS
