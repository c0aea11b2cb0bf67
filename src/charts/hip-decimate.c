// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-decimate.h"

#include <math.h>

static gboolean
is_before (HipTimeScale scale, HipDay day, double pixels, double x)
{
  return hip_time_scale_normalize (scale, day) * pixels < x;
}

/* The first index from @low on whose value begins at @x or after, in pixels; @high if none does.
 * Where there is a value for each day, as mostly, the second look finds it. */
static gsize
find_pixel (HipTimeScale scale, const HipDay *days, gsize low, gsize high, double pixels, double x)
{
  double day = pixels > 0 ? ceil (scale.start + x / pixels * (scale.end - scale.start)) : INFINITY;
  double guess = low < high ? low + fmax (day - days[low], 0) : high;

  if (guess < high && guess > low && !is_before (scale, days[(gsize) guess], pixels, x))
    high = (gsize) guess;
  if (high > low && is_before (scale, days[high - 1], pixels, x))
    return high;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (is_before (scale, days[middle], pixels, x))
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static gsize
find_day (const HipDay *days, gsize n, gint64 day)
{
  gsize low = 0, high = n;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (days[middle] < day)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * hip_decimate_find_visible:
 * @scale: the time scale
 * @days: (array length=n): the first day of each value, rising
 * @n: how many
 * @width: how many days a value stands for
 * @begin: (out): index of the first that can be seen
 * @end: (out): the one after the last
 *
 * Finds which values lie on a scale at least in part.
 */
void
hip_decimate_find_visible (HipTimeScale scale,
                           const HipDay *days,
                           gsize n,
                           guint width,
                           gsize *begin,
                           gsize *end)
{
  g_return_if_fail (days != NULL || n == 0);
  g_return_if_fail (begin != NULL && end != NULL);

  *begin = *end = 0;
  if (!hip_time_scale_has_range (scale))
    return;

  *begin = find_day (days, n, (gint64) scale.from - width + 1);
  *end = find_day (days, n, (gint64) scale.to + 1);
}

/**
 * hip_decimate:
 * @scale: the time scale
 * @days: (array length=n): the first day of each value, rising
 * @extremes: of the values
 * @n: how many
 * @width: how many days a value stands for
 * @pixels: how wide the whole scale is drawn
 *
 * Gathers values by the pixel they begin on, so that drawing costs what the screen is wide
 * and not what the log is long: neither is more drawn, nor is more looked at. The greatest value
 * stands for its neighbours: with load and with pain the highest one must never be hidden. Values
 * outside of the scale are left out.
 *
 * Returns: (transfer full) (element-type HipBucket): the buckets, by time
 */
GArray *
hip_decimate (HipTimeScale scale,
              const HipDay *days,
              const HipExtremes *extremes,
              gsize n,
              guint width,
              guint pixels)
{
  GArray *buckets = g_array_new (FALSE, FALSE, sizeof (HipBucket));
  gsize begin, end, next;

  g_return_val_if_fail (n == 0 || (days != NULL && extremes != NULL), buckets);

  hip_decimate_find_visible (scale, days, n, width, &begin, &end);
  for (gsize i = begin; i < end; i = next)
    {
      double pixel = floor (hip_time_scale_normalize (scale, days[i]) * pixels);
      HipBucket bucket = { .first = i };

      next = MAX (find_pixel (scale, days, i + 1, end, pixels, pixel + 1), i + 1);
      bucket.last = next - 1;
      hip_extremes_find (extremes, i, next, &bucket.bottom, &bucket.top);
      g_array_append_val (buckets, bucket);
    }

  return buckets;
}
