// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "hip-session.h"

G_BEGIN_DECLS

#define HIP_TYPE_SHOE_DIALOG (hip_shoe_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HipShoeDialog, hip_shoe_dialog, HIP, SHOE_DIALOG, AdwDialog)

/* @shoe: (nullable): %NULL for a new pair. */
HipShoeDialog *hip_shoe_dialog_new (HipSession *session,
                                    HipShoe    *shoe);

G_END_DECLS
