// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-chart-frame.h"

#include <math.h>

/**
 * hip_chart_frame_get_x:
 * @self: a frame
 * @day: a day, of which `day + 0.5` is the middle; or a value, where the frame has no time
 *
 * Returns: its x in pixels, or NAN without range
 */
double
hip_chart_frame_get_x (const HipChartFrame *self, double day)
{
  double position = self->by_value ? hip_scale_normalize (self->across, day)
                                   : hip_time_scale_normalize (self->time, day);

  return self->left + (self->mirrored ? 1 - position : position) * self->width;
}

/**
 * hip_chart_frame_get_y:
 * @self: a frame
 * @value: a value
 *
 * Returns: its y in pixels, kept inside of the frame; NAN for a NAN or without range
 */
double
hip_chart_frame_get_y (const HipChartFrame *self, double value)
{
  double position = hip_scale_normalize (self->values, value);

  if (isnan (position))
    return NAN;

  return self->top + (1 - CLAMP (position, 0, 1)) * self->height;
}

/**
 * hip_chart_frame_get_stretch:
 * @self: a frame
 * @first: a day
 * @end: the day after the last one
 * @left: (out): its left edge in pixels
 * @right: (out): its right edge
 *
 * Gets where a stretch of days lies, cut off at the frame's edges.
 */
void
hip_chart_frame_get_stretch (const HipChartFrame *self,
                             HipDay first,
                             HipDay end,
                             double *left,
                             double *right)
{
  double a = hip_chart_frame_get_x (self, first);
  double b = hip_chart_frame_get_x (self, end);

  *left = fmax (fmin (a, b), self->left);
  *right = fmin (fmax (a, b), self->left + self->width);
}

/**
 * hip_chart_frame_get_day_width:
 * @self: a frame
 *
 * Returns: how wide a day is in pixels, 0 without range
 */
double
hip_chart_frame_get_day_width (const HipChartFrame *self)
{
  double length = hip_time_scale_get_length (self->time);

  return length > 0 ? self->width / length : 0;
}
