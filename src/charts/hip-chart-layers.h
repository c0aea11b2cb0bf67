// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-chart-frame.h"
#include "hip-chart-picture.h"
#include "hip-chart-private.h"

G_BEGIN_DECLS

void hip_chart_layer_draw (const HipChartLayer *layer,
                           const HipChartFrame *frame,
                           HipChartPicture *picture);
gboolean hip_chart_layer_is_visible (const HipChartLayer *layer, double day_width);
void hip_chart_layer_sample (const HipChartLayer *layer,
                             HipChartPicture *picture,
                             double x,
                             double y,
                             double width);

G_END_DECLS
