// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-chart-layers.h"
#include "hip-decimate.h"

G_BEGIN_DECLS

/* Between the files that draw layers. */

HipChartInk _hip_chart_tone_get_ink (HipChartTone tone);
guint _hip_chart_find_zone (const HipChartFrame *frame, double value);
void _hip_chart_add_polygon (GskPathBuilder *builder,
                             double x,
                             double y,
                             double radius,
                             int n_corners,
                             double turn);
void _hip_chart_add_shape (GskPathBuilder *builder,
                           HipChartShape shape,
                           double x,
                           double y,
                           double radius);

void _hip_chart_draw_dots (const HipChartLayer *layer,
                           const HipChartFrame *frame,
                           HipChartPicture *picture);
void _hip_chart_draw_stems (const HipChartLayer *layer,
                            const HipChartFrame *frame,
                            HipChartPicture *picture);
void _hip_chart_draw_cells (const HipChartLayer *layer,
                            const HipChartFrame *frame,
                            HipChartPicture *picture);
void _hip_chart_draw_cell_marks (const HipChartLayer *layer,
                                 const HipChartFrame *frame,
                                 HipChartPicture *picture);
void _hip_chart_draw_signs (const HipChartLayer *layer,
                            const HipChartFrame *frame,
                            HipChartPicture *picture);

void _hip_chart_sample_dot (const HipChartLayer *layer,
                            HipChartPicture *picture,
                            double x,
                            double y,
                            double width);
void _hip_chart_sample_cell (const HipChartLayer *layer,
                             HipChartPicture *picture,
                             double x,
                             double y,
                             double width);
void _hip_chart_sample_sign (const HipChartLayer *layer,
                             HipChartPicture *picture,
                             double x,
                             double y,
                             double width);

G_END_DECLS
