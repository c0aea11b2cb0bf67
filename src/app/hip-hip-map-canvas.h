// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include "hip-hip-map.h"

G_BEGIN_DECLS

#define HIP_TYPE_HIP_MAP_CANVAS (hip_hip_map_canvas_get_type ())
G_DECLARE_FINAL_TYPE (HipHipMapCanvas, hip_hip_map_canvas, HIP, HIP_MAP_CANVAS, GtkWidget)

void hip_hip_map_canvas_set_map (HipHipMapCanvas *self, HipMapView view, HipSide side);
HipAreas hip_hip_map_canvas_get_areas (HipHipMapCanvas *self);
void hip_hip_map_canvas_set_areas (HipHipMapCanvas *self, HipAreas areas);

G_END_DECLS
