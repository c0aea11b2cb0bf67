// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-chart-picture.h"
#include "hip-chart-private.h"

G_BEGIN_DECLS

double hip_chart_legend_measure (const HipChartPanelData *panel,
                                 HipChartPicture *picture,
                                 double width,
                                 double day_width);
void hip_chart_legend_draw (const HipChartPanelData *panel,
                            HipChartPicture *picture,
                            double width,
                            double day_width,
                            double top,
                            gboolean mirrored);

G_END_DECLS
