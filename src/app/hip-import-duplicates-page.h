// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "hip-importer.h"

G_BEGIN_DECLS

#define HIP_TYPE_IMPORT_DUPLICATES_PAGE (hip_import_duplicates_page_get_type ())
G_DECLARE_FINAL_TYPE (HipImportDuplicatesPage,
                      hip_import_duplicates_page,
                      HIP,
                      IMPORT_DUPLICATES_PAGE,
                      AdwNavigationPage)

/* @plan (borrowed) must outlive the page. @in_log: those that met the log, or other files. */
AdwNavigationPage *
hip_import_duplicates_page_new (HipImportPlan *plan, gboolean in_log, HipUnits units);

G_END_DECLS
