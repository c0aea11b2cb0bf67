// SPDX-License-Identifier: GPL-3.0-or-later
/* What is drawn of more values than pixels, and how it is found. */
#include "config.h"

#include "hip-decimate.h"

#include <math.h>

/* --- extremes --- */

static double
pseudo_random (gsize i)
{
  return i % 11 == 3 ? NAN : (double) (i * 7919 % 1009) - 500;
}

/* (transfer full) */
static double *
create_values (gsize n)
{
  double *values = g_new (double, MAX (n, 1));

  for (gsize i = 0; i < n; i++)
    values[i] = pseudo_random (i);

  return values;
}

/* The same by looking at each. */
static void
find_slowly (const double *values, gsize begin, gsize end, gssize *lowest, gssize *highest)
{
  *lowest = *highest = -1;
  for (gsize i = begin; i < end; i++)
    {
      if (isnan (values[i]))
        continue;
      if (*lowest < 0 || values[i] < values[*lowest])
        *lowest = (gssize) i;
      if (*highest < 0 || values[i] > values[*highest])
        *highest = (gssize) i;
    }
}

static void
test_extremes (void)
{
  static const gsize lengths[] = { 1, 15, 16, 17, 255, 256, 257, 4095, 4097, 20000 };

  for (gsize l = 0; l < G_N_ELEMENTS (lengths); l++)
    {
      gsize n = lengths[l];
      g_autofree double *values = create_values (n);
      g_autoptr (HipExtremes) extremes = hip_extremes_new (values, n);

      for (gsize i = 0; i < 200; i++)
        {
          gsize begin = i * 6151 % n;
          gsize end = begin + i * 3571 % (n - begin + 1);
          gssize low, high, wanted_low, wanted_high;

          hip_extremes_find (extremes, begin, end, &low, &high);
          find_slowly (values, begin, end, &wanted_low, &wanted_high);
          g_assert_cmpint (low, ==, wanted_low);
          g_assert_cmpint (high, ==, wanted_high);
        }
    }
}

static void
test_extremes_odd (void)
{
  const double nothing[] = { NAN, NAN };
  const double alike[] = { 3, 3, 3 };
  g_autoptr (HipExtremes) none = hip_extremes_new (NULL, 0);
  g_autoptr (HipExtremes) unknown = hip_extremes_new (nothing, 2);
  g_autoptr (HipExtremes) same = hip_extremes_new (alike, 3);
  gssize low, high;

  hip_extremes_find (none, 0, 10, &low, &high);
  g_assert_cmpint (low, ==, -1);
  g_assert_cmpint (high, ==, -1);
  hip_extremes_find (unknown, 0, 2, &low, &high);
  g_assert_cmpint (high, ==, -1);
  hip_extremes_find (same, 1, 99, &low, &high);
  g_assert_cmpint (low, ==, 1);
  g_assert_cmpint (high, ==, 1);
  hip_extremes_find (same, 2, 1, &low, &high);
  g_assert_cmpint (high, ==, -1);
}

/* --- decimation --- */

static const HipBucket *
bucket (GArray *buckets, guint i)
{
  return &g_array_index (buckets, HipBucket, i);
}

static GArray *
decimate (HipTimeScale scale,
          const HipDay *days,
          const double *values,
          gsize n,
          guint width,
          guint pixels)
{
  g_autoptr (HipExtremes) extremes = hip_extremes_new (values, n);

  return hip_decimate (scale, days, extremes, n, width, pixels);
}

static void
test_with_room (void)
{
  const HipDay days[] = { 0, 1, 2 };
  const double values[] = { 4, NAN, 6 };
  g_autoptr (GArray) buckets =
                decimate (hip_time_scale_new (0, 2, G_DATE_MONDAY), days, values, 3, 1, 3);

  g_assert_cmpuint (buckets->len, ==, 3);
  g_assert_cmpint (bucket (buckets, 0)->top, ==, 0);
  g_assert_cmpint (bucket (buckets, 0)->bottom, ==, 0);
  g_assert_cmpint (bucket (buckets, 1)->top, ==, -1);
  g_assert_cmpint (bucket (buckets, 1)->bottom, ==, -1);
  g_assert_cmpint (bucket (buckets, 2)->top, ==, 2);
}

static void
test_crowded (void)
{
  const gsize n = 10000;
  g_autofree HipDay *days = g_new (HipDay, n);
  g_autofree double *values = create_values (n);
  g_autoptr (GArray) buckets = NULL;
  gsize next = 0;

  for (gsize i = 0; i < n; i++)
    days[i] = (HipDay) i;
  values[4321] = 1e6;
  values[4322] = -1e6;

  buckets =
      decimate (hip_time_scale_new (0, (HipDay) n - 1, G_DATE_MONDAY), days, values, n, 1, 100);

  g_assert_cmpuint (buckets->len, ==, 100);
  for (guint i = 0; i < buckets->len; i++)
    {
      g_assert_cmpuint (bucket (buckets, i)->first, ==, next);
      for (gsize j = bucket (buckets, i)->first; j <= bucket (buckets, i)->last; j++)
        {
          g_assert_false (values[j] > values[bucket (buckets, i)->top]);
          g_assert_false (values[j] < values[bucket (buckets, i)->bottom]);
        }
      next = bucket (buckets, i)->last + 1;
    }
  g_assert_cmpuint (next, ==, n);
  g_assert_cmpint (bucket (buckets, 43)->top, ==, 4321);
  g_assert_cmpint (bucket (buckets, 43)->bottom, ==, 4322);
}

static void
test_edges (void)
{
  const HipDay days[] = { -8, -7, -1, 9, 10 };
  const double values[] = { 1, 2, 3, 4, 5 };
  HipTimeScale scale = hip_time_scale_new (0, 9, G_DATE_MONDAY);
  g_autoptr (GArray) buckets = decimate (scale, days, values, 5, 7, 100);
  g_autoptr (GArray) nothing = decimate (scale, NULL, NULL, 0, 7, 100);
  g_autoptr (GArray) no_range =
                decimate (hip_time_scale_new (1, 0, G_DATE_MONDAY), days, values, 5, 7, 100);
  g_autoptr (GArray) no_pixels = decimate (scale, days, values, 5, 7, 0);

  /* A week that begins before the scale and reaches into it counts, one that ends before not. */
  g_assert_cmpuint (buckets->len, ==, 2);
  g_assert_cmpuint (bucket (buckets, 0)->first, ==, 2);
  g_assert_cmpuint (bucket (buckets, 1)->first, ==, 3);
  g_assert_cmpuint (nothing->len, ==, 0);
  g_assert_cmpuint (no_range->len, ==, 0);
  g_assert_cmpuint (no_pixels->len, ==, 1);
}

/* Several runs on one day are one pixel, whatever the room. */
static void
test_same_day (void)
{
  const HipDay days[] = { 2, 3, 3, 3, 4 };
  const double values[] = { 1, 5, 9, 2, 1 };
  g_autoptr (GArray) buckets =
                decimate (hip_time_scale_new (0, 9, G_DATE_MONDAY), days, values, 5, 1, 1000);

  g_assert_cmpuint (buckets->len, ==, 3);
  g_assert_cmpint (bucket (buckets, 1)->top, ==, 2);
  g_assert_cmpint (bucket (buckets, 1)->bottom, ==, 3);
}

static void
test_visible (void)
{
  const HipDay days[] = { 0, 7, 14, 21, 28 };
  gsize begin, end;

  hip_decimate_find_visible (hip_time_scale_new (7, 20, G_DATE_MONDAY), days, 5, 7, &begin, &end);
  g_assert_cmpuint (begin, ==, 1);
  g_assert_cmpuint (end, ==, 3);
  hip_decimate_find_visible (hip_time_scale_new (6, 21, G_DATE_MONDAY), days, 5, 7, &begin, &end);
  g_assert_cmpuint (begin, ==, 0);
  g_assert_cmpuint (end, ==, 4);
  hip_decimate_find_visible (hip_time_scale_new (90, 99, G_DATE_MONDAY), days, 5, 7, &begin, &end);
  g_assert_cmpuint (begin, ==, end);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/charts/extremes", test_extremes);
  g_test_add_func ("/charts/extremes/odd", test_extremes_odd);
  g_test_add_func ("/charts/decimate/with-room", test_with_room);
  g_test_add_func ("/charts/decimate/crowded", test_crowded);
  g_test_add_func ("/charts/decimate/edges", test_edges);
  g_test_add_func ("/charts/decimate/same-day", test_same_day);
  g_test_add_func ("/charts/decimate/visible", test_visible);

  return g_test_run ();
}
