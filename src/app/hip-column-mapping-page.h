// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "hip-unknown-table.h"

G_BEGIN_DECLS

#define HIP_TYPE_COLUMN_MAPPING_PAGE (hip_column_mapping_page_get_type ())
G_DECLARE_FINAL_TYPE (HipColumnMappingPage,
                      hip_column_mapping_page,
                      HIP,
                      COLUMN_MAPPING_PAGE,
                      AdwNavigationPage)

HipColumnMappingPage *
hip_column_mapping_page_new (const HipUnknownTable *table, HipUnits units, HipDay today);

/* What is chosen now, whether it is valid or not. */
const HipColumnMapping *hip_column_mapping_page_get_mapping (HipColumnMappingPage *self);

G_END_DECLS
