// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HipScale:
 * @min: the value at 0
 * @max: the value at 1
 *
 * A linear scale from values to 0..1. A plain value: copy it freely.
 *
 * A scale may have no range (nothing to show, or only one value): then it
 * normalizes everything to NAN and has no ticks, and whoever draws draws nothing.
 */
typedef struct
{
  double min;
  double max;
} HipScale;

HipScale hip_scale_new (double min, double max);
HipScale hip_scale_none (void);
HipScale hip_scale_include (HipScale scale, const double *values, gsize n_values);
gboolean hip_scale_has_range (HipScale scale);
gboolean hip_scale_contains (HipScale scale, double value);
double hip_scale_normalize (HipScale scale, double value);
double hip_scale_invert (HipScale scale, double position);
double hip_scale_get_step (HipScale scale, guint n_ticks);
HipScale hip_scale_round_out (HipScale scale, guint n_ticks);
HipScale hip_scale_round_to_tick (HipScale scale, guint n_ticks);
double *hip_scale_get_ticks (HipScale scale, guint n_ticks, gsize *n_out);
int hip_scale_step_decimals (double step);

G_END_DECLS
