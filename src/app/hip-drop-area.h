// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HIP_TYPE_DROP_AREA (hip_drop_area_get_type ())
G_DECLARE_FINAL_TYPE (HipDropArea, hip_drop_area, HIP, DROP_AREA, AdwBin)

G_END_DECLS
