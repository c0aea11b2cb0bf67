// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-time-scale.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define HIP_TYPE_TIME_AXIS (hip_time_axis_get_type ())
G_DECLARE_FINAL_TYPE (HipTimeAxis, hip_time_axis, HIP, TIME_AXIS, GObject)

HipTimeAxis *hip_time_axis_new (void);

void
hip_time_axis_set_extent (HipTimeAxis *self, HipDay first, HipDay last, GDateWeekday first_weekday);
HipTimeScale hip_time_axis_get_scale (HipTimeAxis *self);
gboolean hip_time_axis_is_whole (HipTimeAxis *self);
gboolean hip_time_axis_is_closest (HipTimeAxis *self);
gboolean hip_time_axis_can_go (HipTimeAxis *self, int direction);

void hip_time_axis_set_window (HipTimeAxis *self, double start, double end);
void hip_time_axis_zoom (HipTimeAxis *self, double factor, double at);
void hip_time_axis_pan (HipTimeAxis *self, double share);
void hip_time_axis_reveal (HipTimeAxis *self, HipDay day, guint width);

HipDay hip_time_axis_get_cursor (HipTimeAxis *self);
void hip_time_axis_set_cursor (HipTimeAxis *self, HipDay day);
double hip_time_axis_get_gutter (HipTimeAxis *self);
void hip_time_axis_widen_gutter (HipTimeAxis *self, double gutter);

G_END_DECLS
