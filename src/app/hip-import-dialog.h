// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "hip-session.h"

G_BEGIN_DECLS

#define HIP_TYPE_IMPORT_DIALOG (hip_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HipImportDialog, hip_import_dialog, HIP, IMPORT_DIALOG, AdwDialog)

HipImportDialog *hip_import_dialog_new (HipSession *session);
/* Reads files or folders, with those under review, and shows what was found. */
void hip_import_dialog_add_files (HipImportDialog *self, GPtrArray *files);

G_END_DECLS
