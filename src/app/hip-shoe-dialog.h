// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-edit-dialog.h"

G_BEGIN_DECLS

#define HIP_TYPE_SHOE_DIALOG (hip_shoe_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HipShoeDialog, hip_shoe_dialog, HIP, SHOE_DIALOG, HipEditDialog)

/* @shoe: (nullable): %NULL for a new pair. */
HipShoeDialog *hip_shoe_dialog_new (HipSession *session, HipShoe *shoe);

G_END_DECLS
