// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "hip-importer.h"

G_BEGIN_DECLS

#define HIP_TYPE_IMPORT_REVIEW (hip_import_review_get_type ())
G_DECLARE_FINAL_TYPE (HipImportReview, hip_import_review, HIP, IMPORT_REVIEW, AdwBin)

/* Of what is shown, and of files that do not tell, before they are read for the first time. */
void hip_import_review_set_units (HipImportReview *self, HipUnits units);
/* @options gets what was answered. Its zone is (transfer full) (nullable). */
void hip_import_review_get_options (HipImportReview *self, HipImportOptions *options);
/* @plan (borrowed) must stay until another one is shown. */
void hip_import_review_show (HipImportReview *self, HipImportPlan *plan);
/* Its counts are others now. */
void hip_import_review_update (HipImportReview *self);

G_END_DECLS
