// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "hip-session.h"

G_BEGIN_DECLS

#define HIP_TYPE_PREFERENCES_DIALOG (hip_preferences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HipPreferencesDialog,
                      hip_preferences_dialog,
                      HIP,
                      PREFERENCES_DIALOG,
                      AdwPreferencesDialog)

HipPreferencesDialog *hip_preferences_dialog_new (HipSession *session);

G_END_DECLS
