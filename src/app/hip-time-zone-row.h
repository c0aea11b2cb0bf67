// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HIP_TYPE_TIME_ZONE_ROW (hip_time_zone_row_get_type ())
G_DECLARE_FINAL_TYPE (HipTimeZoneRow, hip_time_zone_row, HIP, TIME_ZONE_ROW, AdwComboRow)

/* (transfer full) (nullable): NULL is the computer's. */
GTimeZone *hip_time_zone_row_dup_zone (HipTimeZoneRow *self);

G_END_DECLS
