// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HIP_TYPE_SHORTCUTS_DIALOG (hip_shortcuts_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HipShortcutsDialog, hip_shortcuts_dialog, HIP, SHORTCUTS_DIALOG, AdwDialog)

AdwDialog *hip_shortcuts_dialog_new (void);

G_END_DECLS
