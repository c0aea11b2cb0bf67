// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-scale.h"
#include "hip-time-scale.h"

#include <graphene.h>

G_BEGIN_DECLS

/**
 * HipChartFrame:
 * @time: the x scale
 * @across: the x scale instead of @time, where @by_value
 * @by_value: whether x is a value and not a day
 * @values: the y scale
 * @zones: lower edges of the middle and the upper zone
 * @left: in pixels
 * @top: in pixels
 * @width: in pixels
 * @height: in pixels
 * @mirrored: whether time runs from right to left
 *
 * Where one panel's values go.
 */
typedef struct
{
  HipTimeScale time;
  HipScale across;
  gboolean by_value;
  HipScale values;
  double zones[2];
  double left;
  double top;
  double width;
  double height;
  gboolean mirrored;
} HipChartFrame;

double hip_chart_frame_get_x (const HipChartFrame *self, double day);
double hip_chart_frame_get_y (const HipChartFrame *self, double value);
void hip_chart_frame_get_stretch (const HipChartFrame *self,
                                  HipDay first,
                                  HipDay end,
                                  double *left,
                                  double *right);
double hip_chart_frame_get_day_width (const HipChartFrame *self);
gboolean
hip_chart_frame_get_day_cell (const HipChartFrame *self, HipDay day, graphene_rect_t *bounds);

G_END_DECLS
