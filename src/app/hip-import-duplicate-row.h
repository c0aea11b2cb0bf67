// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "hip-importer.h"

G_BEGIN_DECLS

#define HIP_TYPE_IMPORT_DUPLICATE_ROW (hip_import_duplicate_row_get_type ())
G_DECLARE_FINAL_TYPE (HipImportDuplicateRow,
                      hip_import_duplicate_row,
                      HIP,
                      IMPORT_DUPLICATE_ROW,
                      GtkBox)

GtkWidget *hip_import_duplicate_row_new (HipUnits units);
/* @duplicate (borrowed) must stay until another one is shown, or none with NULL. */
void
hip_import_duplicate_row_show (HipImportDuplicateRow *self, const HipImportDuplicate *duplicate);
const HipImportDuplicate *hip_import_duplicate_row_get_shown (HipImportDuplicateRow *self);

G_END_DECLS
