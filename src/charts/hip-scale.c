// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-scale.h"

#include <math.h>

/* More labels than this are not for people; it also bounds every loop below. */
#define MAX_TICKS 1000

/* Ends are rounded to no less than a part of so many. */
#define FINEST_STEPS 5

/**
 * hip_scale_new:
 * @min: the value at 0
 * @max: the value at 1
 *
 * Makes a scale. Without `min < max`, both finite, it has no range.
 *
 * Returns: the scale
 */
HipScale
hip_scale_new (double min, double max)
{
  return (HipScale) { min, max };
}

/**
 * hip_scale_none:
 *
 * The scale of no values at all, to begin [func@Scale.include] from.
 *
 * Returns: a scale without range
 */
HipScale
hip_scale_none (void)
{
  return (HipScale) { INFINITY, -INFINITY };
}

/**
 * hip_scale_include:
 * @scale: where to begin
 * @values: (array length=n_values): values; NAN and infinities are passed over
 * @n_values: how many
 *
 * Widens a scale until all values are on it.
 *
 * Returns: the wider scale
 */
HipScale
hip_scale_include (HipScale scale, const double *values, gsize n_values)
{
  g_return_val_if_fail (values != NULL || n_values == 0, scale);

  for (gsize i = 0; i < n_values; i++)
    if (isfinite (values[i]))
      {
        scale.min = fmin (scale.min, values[i]);
        scale.max = fmax (scale.max, values[i]);
      }

  return scale;
}

/**
 * hip_scale_has_range:
 * @scale: a scale
 *
 * Returns: whether anything can be placed on it
 */
gboolean
hip_scale_has_range (HipScale scale)
{
  return isfinite (scale.min) && isfinite (scale.max) && isfinite (scale.max - scale.min)
         && scale.min < scale.max;
}

/**
 * hip_scale_contains:
 * @scale: a scale
 * @value: a value
 *
 * Returns: whether @value lies on the scale, its ends included
 */
gboolean
hip_scale_contains (HipScale scale, double value)
{
  return hip_scale_has_range (scale) && value >= scale.min && value <= scale.max;
}

/**
 * hip_scale_normalize:
 * @scale: a scale
 * @value: a value, also one beyond the ends
 *
 * Returns: 0 at min, 1 at max; NAN for a NAN or without range
 */
double
hip_scale_normalize (HipScale scale, double value)
{
  if (!hip_scale_has_range (scale))
    return NAN;

  return (value - scale.min) / (scale.max - scale.min);
}

/**
 * hip_scale_invert:
 * @scale: a scale
 * @position: 0 to 1
 *
 * Returns: the value there, or NAN without range
 */
double
hip_scale_invert (HipScale scale, double position)
{
  if (!hip_scale_has_range (scale))
    return NAN;

  return scale.min + position * (scale.max - scale.min);
}

/**
 * hip_scale_get_step:
 * @scale: a scale
 * @n_ticks: how many steps there may be at most
 *
 * The smallest of 1, 2, 5 times a power of ten of which no more than @n_ticks fit.
 *
 * Returns: the step, or NAN without range
 */
double
hip_scale_get_step (HipScale scale, guint n_ticks)
{
  static const double nice[] = { 1, 2, 5 };
  double least, power;

  if (!hip_scale_has_range (scale))
    return NAN;

  least = (scale.max - scale.min) / CLAMP (n_ticks, 1, MAX_TICKS);
  power = pow (10, floor (log10 (least)));

  for (gsize i = 0; i < G_N_ELEMENTS (nice); i++)
    if (nice[i] * power >= least * (1 - 1e-9))
      return nice[i] * power;

  return 10 * power;
}

/**
 * hip_scale_round_out:
 * @scale: a scale
 * @n_ticks: how many steps there may be at most
 *
 * Moves both ends outwards to whole steps, so that the highest value stays under a line.
 *
 * Returns: the rounded scale; the same one without range
 */
HipScale
hip_scale_round_out (HipScale scale, guint n_ticks)
{
  double step = hip_scale_get_step (scale, n_ticks);
  HipScale rounded;

  if (isnan (step))
    return scale;

  rounded.min = floor (scale.min / step + 1e-9) * step;
  rounded.max = ceil (scale.max / step - 1e-9) * step;

  return hip_scale_has_range (rounded) ? rounded : scale;
}

/**
 * hip_scale_round_to_tick:
 * @scale: a scale
 * @n_ticks: how many steps there may be at most
 *
 * Moves both ends outwards as little as it takes for the upper one to be a tick, so that values end
 * near a label.
 *
 * Returns: the rounded scale; the same one without range
 */
HipScale
hip_scale_round_to_tick (HipScale scale, guint n_ticks)
{
  for (guint n = MAX (n_ticks, FINEST_STEPS); n > n_ticks; n--)
    {
      HipScale rounded = hip_scale_round_out (scale, n);
      double steps = rounded.max / hip_scale_get_step (rounded, n_ticks);

      if (fabs (steps - round (steps)) < 1e-9)
        return rounded;
    }

  return hip_scale_round_out (scale, n_ticks);
}

/**
 * hip_scale_get_ticks:
 * @scale: a scale
 * @n_ticks: how many steps there may be at most
 * @n_out: (out): how many ticks came out, at most one more than steps
 *
 * Multiples of [method@Scale.get_step] on the scale, rising.
 *
 * Returns: (transfer full) (nullable) (array length=n_out): the ticks, or %NULL for none
 */
double *
hip_scale_get_ticks (HipScale scale, guint n_ticks, gsize *n_out)
{
  double step = hip_scale_get_step (scale, n_ticks);
  double first, count;
  double *ticks;

  g_return_val_if_fail (n_out != NULL, NULL);

  *n_out = 0;
  if (isnan (step))
    return NULL;

  first = ceil (scale.min / step - 1e-9);
  count = floor (scale.max / step + 1e-9) - first + 1;
  /* Far from zero a step may be less than a double can tell apart. */
  if (count < 1 || count > MAX_TICKS + 1 || scale.max - step == scale.max)
    return NULL;

  *n_out = (gsize) count;
  ticks = g_new (double, *n_out);
  for (gsize i = 0; i < *n_out; i++)
    ticks[i] = (first + i) * step + 0.0; /* no negative zero */

  return ticks;
}

/**
 * hip_scale_step_decimals:
 * @step: what [method@Scale.get_step] gave
 *
 * Returns: how many decimals tell its multiples apart
 */
int
hip_scale_step_decimals (double step)
{
  if (!isfinite (step) || step <= 0)
    return 0;

  return CLAMP ((int) -floor (log10 (step) + 1e-9), 0, 9);
}
