// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-decimate.h"

#include <math.h>

static gssize
greater (const double *values, gssize top, gsize index)
{
  if (isnan (values[index]))
    return top;

  return top < 0 || values[index] > values[top] ? (gssize) index : top;
}

/**
 * hip_decimate:
 * @scale: the time scale
 * @days: (array length=n): the first day of each value, rising
 * @values: (array length=n): the values, NAN for none
 * @n: how many
 * @width: how many days a value stands for
 * @pixels: how wide the whole scale is drawn
 *
 * Gathers values by the pixel they begin on, so that drawing costs what the screen is wide
 * and not what the log is long. The greatest value stands for its neighbours: with load and
 * with pain the highest one must never be hidden. Values outside of the scale are left out.
 *
 * Returns: (transfer full) (element-type HipBucket): the buckets, by time
 */
GArray *
hip_decimate (HipTimeScale scale,
              const HipDay *days,
              const double *values,
              gsize n,
              guint width,
              guint pixels)
{
  GArray *buckets = g_array_new (FALSE, FALSE, sizeof (HipBucket));
  double last_pixel = -INFINITY;

  g_return_val_if_fail (n == 0 || (days != NULL && values != NULL), buckets);

  for (gsize i = 0; i < n && hip_time_scale_has_range (scale); i++)
    {
      double pixel = floor (hip_time_scale_normalize (scale, days[i]) * pixels);

      if ((gint64) days[i] + width <= scale.from || days[i] > scale.to)
        continue;

      if (pixel > last_pixel)
        g_array_append_vals (buckets, &(HipBucket) { i, i, -1 }, 1);

      HipBucket *bucket = &g_array_index (buckets, HipBucket, buckets->len - 1);

      bucket->last = i;
      bucket->top = greater (values, bucket->top, i);
      last_pixel = pixel;
    }

  return buckets;
}
