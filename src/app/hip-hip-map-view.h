// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "hip-hip-map.h"

G_BEGIN_DECLS

#define HIP_TYPE_HIP_MAP_VIEW (hip_hip_map_view_get_type ())
G_DECLARE_FINAL_TYPE (HipHipMapView, hip_hip_map_view, HIP, HIP_MAP_VIEW, AdwBin)

GtkWidget *hip_hip_map_view_new (void);

void hip_hip_map_view_show (HipHipMapView *self, HipSide side, HipAreas areas);
HipAreas hip_hip_map_view_get_areas (HipHipMapView *self);

G_END_DECLS
