// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "hip-session.h"

G_BEGIN_DECLS

#define HIP_TYPE_EXPORT_DIALOG (hip_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HipExportDialog, hip_export_dialog, HIP, EXPORT_DIALOG, AdwDialog)

HipExportDialog *hip_export_dialog_new (HipSession *session);

G_END_DECLS
