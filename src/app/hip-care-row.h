// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "hip-record.h"

G_BEGIN_DECLS

#define HIP_TYPE_CARE_ROW (hip_care_row_get_type ())
G_DECLARE_FINAL_TYPE (HipCareRow, hip_care_row, HIP, CARE_ROW, AdwActionRow)

GtkWidget *hip_care_row_new (HipCareEntry *care);

void hip_care_row_set_entry (HipCareRow *self, HipCareEntry *care);

G_END_DECLS
