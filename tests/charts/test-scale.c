// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-scale.h"

#include <math.h>

static void
test_normalize (void)
{
  HipScale scale = hip_scale_new (10, 30);

  g_assert_true (hip_scale_has_range (scale));
  g_assert_cmpfloat (hip_scale_normalize (scale, 10), ==, 0);
  g_assert_cmpfloat (hip_scale_normalize (scale, 15), ==, 0.25);
  g_assert_cmpfloat (hip_scale_normalize (scale, 30), ==, 1);
  g_assert_cmpfloat (hip_scale_normalize (scale, 40), ==, 1.5);
  g_assert_true (isnan (hip_scale_normalize (scale, NAN)));

  for (double position = -1; position <= 2; position += 0.25)
    g_assert_cmpfloat_with_epsilon (hip_scale_normalize (scale, hip_scale_invert (scale, position)),
                                    position, 1e-12);
}

static void
test_no_range (void)
{
  const HipScale scales[] = {
    hip_scale_none (),      hip_scale_new (5, 5),        hip_scale_new (5, 4),
    hip_scale_new (NAN, 1), hip_scale_new (0, INFINITY), hip_scale_new (-G_MAXDOUBLE, G_MAXDOUBLE),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      gsize n = 7;

      g_assert_false (hip_scale_has_range (scales[i]));
      g_assert_true (isnan (hip_scale_normalize (scales[i], 5)));
      g_assert_true (isnan (hip_scale_invert (scales[i], 0.5)));
      g_assert_true (isnan (hip_scale_get_step (scales[i], 5)));
      g_assert_null (hip_scale_get_ticks (scales[i], 5, &n));
      g_assert_cmpuint (n, ==, 0);
    }
}

static void
test_include (void)
{
  const double values[] = { NAN, 3, INFINITY, -2, NAN };
  HipScale scale = hip_scale_include (hip_scale_none (), values, G_N_ELEMENTS (values));

  g_assert_cmpfloat (scale.min, ==, -2);
  g_assert_cmpfloat (scale.max, ==, 3);
  g_assert_false (hip_scale_has_range (hip_scale_include (hip_scale_none (), NULL, 0)));
  g_assert_false (hip_scale_has_range (hip_scale_include (hip_scale_none (), values + 1, 1)));
  g_assert_false (hip_scale_has_range (hip_scale_include (hip_scale_none (), values, 1)));
}

static void
test_step (void)
{
  const struct
  {
    double min, max;
    guint n;
    double step;
  } cases[] = {
    { 0, 10, 10, 1 },     { 0, 10, 9, 2 },        { 0, 10, 5, 2 },          { 0, 10, 4, 5 },
    { 0, 10, 2, 5 },      { 0, 10, 1, 10 },       { 0, 10, 0, 10 },         { 0, 46.3, 5, 10 },
    { 0, 50.1, 5, 20 },   { 0, 1, 5, 0.2 },       { 0, 0.03, 3, 0.01 },     { -5, 5, 5, 2 },
    { 1000, 1004, 4, 1 }, { 0, 1e300, 5, 2e299 }, { 0, 1e-300, 5, 2e-301 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double step = hip_scale_get_step (hip_scale_new (cases[i].min, cases[i].max), cases[i].n);

      g_assert_cmpfloat_with_epsilon (step / cases[i].step, 1, 1e-9);
    }
}

static void
assert_ticks (HipScale scale, guint n_ticks, const double *expected, gsize n_expected)
{
  gsize n;
  g_autofree double *ticks = hip_scale_get_ticks (scale, n_ticks, &n);

  g_assert_cmpuint (n, ==, n_expected);
  for (gsize i = 0; i < n; i++)
    g_assert_cmpfloat_with_epsilon (ticks[i], expected[i], 1e-9);
}

static void
test_ticks (void)
{
  assert_ticks (hip_scale_new (0, 10), 5, (const double[]) { 0, 2, 4, 6, 8, 10 }, 6);
  assert_ticks (hip_scale_new (-0.5, 10.5), 3, (const double[]) { 0, 5, 10 }, 3);
  assert_ticks (hip_scale_new (0, 0.3), 3, (const double[]) { 0, 0.1, 0.2, 0.3 }, 4);
  assert_ticks (hip_scale_new (-1, 1), 2, (const double[]) { -1, 0, 1 }, 3);
  /* A step between two neighbouring doubles: no ticks, no endless loop. */
  assert_ticks (hip_scale_new (1e17, nextafter (1e17, 2e17)), 100, NULL, 0);
}

static void
test_ticks_are_bounded (void)
{
  gsize n;
  g_autofree double *ticks = hip_scale_get_ticks (hip_scale_new (0, 1e300), G_MAXUINT, &n);

  g_assert_nonnull (ticks);
  g_assert_cmpuint (n, <=, 1001);
  for (gsize i = 1; i < n; i++)
    g_assert_cmpfloat (ticks[i], >, ticks[i - 1]);
}

static void
test_round_out (void)
{
  HipScale scale = hip_scale_round_out (hip_scale_new (0, 46.3), 5);

  g_assert_cmpfloat (scale.min, ==, 0);
  g_assert_cmpfloat_with_epsilon (scale.max, 50, 1e-9);

  scale = hip_scale_round_out (hip_scale_new (0, 50), 5);
  g_assert_cmpfloat_with_epsilon (scale.max, 50, 1e-9);

  g_assert_false (hip_scale_has_range (hip_scale_round_out (hip_scale_new (0, 0), 5)));
}

static void
test_decimals (void)
{
  g_assert_cmpint (hip_scale_step_decimals (20), ==, 0);
  g_assert_cmpint (hip_scale_step_decimals (1), ==, 0);
  g_assert_cmpint (hip_scale_step_decimals (0.5), ==, 1);
  g_assert_cmpint (hip_scale_step_decimals (0.1), ==, 1);
  g_assert_cmpint (hip_scale_step_decimals (0.02), ==, 2);
  g_assert_cmpint (hip_scale_step_decimals (NAN), ==, 0);
  g_assert_cmpint (hip_scale_step_decimals (0), ==, 0);
}

/* The upper end is a tick, and no farther away than it must be. */
static void
test_round_to_tick (void)
{
  static const struct
  {
    double max;
    guint n_ticks;
    double rounded;
  } ends[] = {
    { 56, 2, 100 }, { 56, 3, 60 },   { 56, 6, 60 },   { 7.2, 3, 10 }, { 7.2, 4, 8 },
    { 7.2, 6, 8 },  { 0.3, 3, 0.3 }, { 1e6, 3, 1e6 }, { 10, 1, 10 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      HipScale scale = hip_scale_round_to_tick (hip_scale_new (0, ends[i].max), ends[i].n_ticks);
      gsize n;
      g_autofree double *ticks = hip_scale_get_ticks (scale, ends[i].n_ticks, &n);

      g_assert_cmpfloat_with_epsilon (scale.max, ends[i].rounded, 1e-9);
      g_assert_cmpfloat_with_epsilon (ticks[n - 1], scale.max, 1e-9);
    }
  g_assert_false (hip_scale_has_range (hip_scale_round_to_tick (hip_scale_none (), 3)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/charts/scale/normalize", test_normalize);
  g_test_add_func ("/charts/scale/no-range", test_no_range);
  g_test_add_func ("/charts/scale/include", test_include);
  g_test_add_func ("/charts/scale/step", test_step);
  g_test_add_func ("/charts/scale/ticks", test_ticks);
  g_test_add_func ("/charts/scale/ticks-are-bounded", test_ticks_are_bounded);
  g_test_add_func ("/charts/scale/round-out", test_round_out);
  g_test_add_func ("/charts/scale/decimals", test_decimals);

  g_test_add_func ("/charts/scale/round-to-tick", test_round_to_tick);

  return g_test_run ();
}
