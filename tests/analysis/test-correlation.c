// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-correlation.h"

#include <math.h>

#include <gsl/gsl_statistics_double.h>

static void
test_ranks (void)
{
  double values[] = { 7, NAN, 3, 7, -1, 7, NAN };

  hip_average_ranks (values, 7, values);
  g_assert_cmpfloat (values[0], ==, 4);
  g_assert_true (isnan (values[1]));
  g_assert_cmpfloat (values[2], ==, 2);
  g_assert_cmpfloat (values[3], ==, 4);
  g_assert_cmpfloat (values[4], ==, 1);
  g_assert_cmpfloat (values[5], ==, 4);
  g_assert_true (isnan (values[6]));
  hip_average_ranks (values, 0, values);
}

/* ρ of the pairs of a rotation, by laying them side by side. */
static double
correlate_by_hand (const double *x, const double *y, gsize n, gsize shift)
{
  g_autofree double *a = g_new (double, n);
  g_autofree double *b = g_new (double, n);
  g_autofree double *work = g_new (double, 2 * n);
  gsize n_pairs = 0;

  for (gsize i = 0; i < n; i++)
    {
      double partner = y[(i + shift) % n];

      if (isnan (x[i]) || isnan (partner))
        continue;
      a[n_pairs] = x[i];
      b[n_pairs++] = partner;
    }
  return gsl_stats_spearman (a, 1, b, 1, n_pairs, work);
}

/* Every rotation, with many ties, and with values missing in neither, one or both. */
static void
test_rotated (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (1);

  for (int missing = 0; missing < 4; missing++)
    {
      const gsize n = 61;
      double x[61], y[61], rho[61];

      for (gsize i = 0; i < n; i++)
        {
          x[i] = missing & 1 && i % 9 == 2 ? NAN : g_rand_int_range (rand, 0, 30);
          y[i] = missing & 2 && g_rand_int_range (rand, 0, 5) == 0 ? NAN
                                                                   : g_rand_int_range (rand, 0, 6);
        }
      hip_spearman_rotated (x, y, n, rho);
      g_assert_cmpfloat (hip_spearman (x, y, n), ==, rho[0]);
      for (gsize s = 0; s < n; s++)
        {
          if (s == 0 || (s >= 7 && s <= n - 7))
            g_assert_cmpfloat_with_epsilon (rho[s], correlate_by_hand (x, y, n, s), 1e-12);
          else
            g_assert_true (isnan (rho[s]));
        }
    }
}

static void
test_spearman (void)
{
  const double rising[] = { 1, 2, 30, 400, 5000 };
  const double falling[] = { 0.5, 0.4, 0.3, 0.2, 0.1 };
  const double constant[] = { 2, 2, 2, 2, 2 };
  const double one[] = { NAN, NAN, 1, NAN, NAN };

  g_assert_cmpfloat (hip_spearman (rising, rising, 5), ==, 1);
  g_assert_cmpfloat (hip_spearman (rising, falling, 5), ==, -1);
  g_assert_true (isnan (hip_spearman (rising, constant, 5)));
  g_assert_true (isnan (hip_spearman (constant, rising, 5)));
  g_assert_true (isnan (hip_spearman (rising, one, 5)));
  g_assert_true (isnan (hip_spearman (rising, falling, 0)));
}

/* Shifts 7, 8 and 9 of 16 days count; as large is as good as larger, on either side. */
static void
test_p (void)
{
  double rotated[16] = { [6] = 1, [7] = 0.4, [8] = -0.5, [9] = 0.6, [10] = 1 };

  g_assert_cmpfloat (hip_rotation_p (0.7, rotated, 16), ==, 1 / 4.0);
  g_assert_cmpfloat (hip_rotation_p (0.6, rotated, 16), ==, 2 / 4.0);
  g_assert_cmpfloat (hip_rotation_p (0.6 + 1e-12, rotated, 16), ==, 2 / 4.0);
  g_assert_cmpfloat (hip_rotation_p (0.601, rotated, 16), ==, 1 / 4.0);
  g_assert_cmpfloat (hip_rotation_p (-0.5, rotated, 16), ==, 3 / 4.0);
  g_assert_cmpfloat (hip_rotation_p (0, rotated, 16), ==, 1);
  rotated[8] = NAN;
  g_assert_cmpfloat (hip_rotation_p (0.6, rotated, 16), ==, 2 / 3.0);
  g_assert_true (isnan (hip_rotation_p (NAN, rotated, 16)));
  g_assert_cmpfloat (hip_rotation_p (0.7, rotated, 13), ==, 1);
  g_assert_cmpfloat (hip_rotation_p (0.7, rotated, 0), ==, 1);
}

/* Three equal weeks: of the shifts 7 to 14 only 7 and 14 bring the same days together again. */
static void
test_p_of_weeks (void)
{
  double days[21], rho[21];

  for (int i = 0; i < 21; i++)
    days[i] = i % 7;
  hip_spearman_rotated (days, days, 21, rho);
  g_assert_cmpfloat (rho[0], ==, 1);
  g_assert_cmpfloat (rho[7], ==, 1);
  g_assert_cmpfloat (hip_rotation_p (rho[0], rho, 21), ==, 3 / 9.0);
}

/* A link of the calendar is lost in every rotation: the smallest p there can be. */
static void
test_p_of_a_link (void)
{
  double days[46], rho[46];

  for (int i = 0; i < 46; i++)
    days[i] = (i * i) % 47;
  days[5] = NAN;
  hip_spearman_rotated (days, days, 46, rho);
  g_assert_cmpfloat (rho[0], ==, 1);
  g_assert_cmpfloat (hip_rotation_p (rho[0], rho, 46), ==, 1 / 34.0);
}

static void
test_autocorrelation (void)
{
  const double rising[] = { 1, 2, 3, 4, 5 };
  const double alternating[] = { 1, 2, 1, 2, 1 };
  const double constant[] = { 3, 3, 3, 3, 3 };
  /* Neighbours: (1, 2), (2, 4), (0, 1), (1, 3). */
  const double gaps[] = { 1, 2, 4, NAN, 0, 1, 3, NAN, 9 };

  g_assert_cmpfloat_with_epsilon (hip_lag1_autocorrelation (rising, 5), 1, 1e-12);
  g_assert_cmpfloat_with_epsilon (hip_lag1_autocorrelation (alternating, 5), -1, 1e-12);
  g_assert_true (isnan (hip_lag1_autocorrelation (constant, 5)));
  g_assert_cmpfloat_with_epsilon (hip_lag1_autocorrelation (gaps, 9), 3 / sqrt (10), 1e-12);
  g_assert_true (isnan (hip_lag1_autocorrelation (rising, 3)));
  g_assert_true (isnan (hip_lag1_autocorrelation (rising, 0)));
}

static void
test_effective_n (void)
{
  g_assert_cmpfloat_with_epsilon (hip_effective_n (100, 0.5, 0.5), 60, 1e-12);
  g_assert_cmpfloat (hip_effective_n (100, 0.8, 0), ==, 100);
  g_assert_cmpfloat (hip_effective_n (100, 0.5, -0.5), ==, 100);
  g_assert_cmpfloat (hip_effective_n (100, 1, -1), ==, 100);
  g_assert_cmpfloat (hip_effective_n (100, 0.99, 0.99), ==, 5);
  g_assert_cmpfloat (hip_effective_n (100, 1, 1), ==, 5);
  g_assert_cmpfloat (hip_effective_n (100, NAN, 0.5), ==, 5);
  g_assert_cmpfloat (hip_effective_n (4, 0.5, 0.5), ==, 4);
}

/* The example of ci.spear in the R package statpsych, by the author of the method. */
static void
test_range (void)
{
  const double y[] = { 21, 4, 9, 12, 35, 18, 10, 22, 24, 1, 6, 8, 13, 16, 19 };
  const double x[] = { 67, 28, 30, 28, 52, 40, 25, 37, 44, 10, 14, 20, 28, 40, 51 };
  double rho = hip_spearman (x, y, 15);
  double low, high;

  g_assert_cmpfloat_with_epsilon (rho, 0.8699639, 5e-8);
  hip_spearman_range (rho, 15, &low, &high);
  g_assert_cmpfloat_with_epsilon (low, 0.5840951, 5e-8);
  g_assert_cmpfloat_with_epsilon (high, 0.9638297, 5e-8);

  hip_spearman_range (-rho, 15, &low, &high);
  g_assert_cmpfloat_with_epsilon (low, -0.9638297, 5e-8);
  g_assert_cmpfloat_with_epsilon (high, -0.5840951, 5e-8);
  hip_spearman_range (rho, 3, &low, &high);
  g_assert_true (isnan (low) && isnan (high));
  hip_spearman_range (NAN, 15, &low, &high);
  g_assert_true (isnan (low) && isnan (high));
  hip_spearman_range (1, 15, &low, &high);
  g_assert_cmpfloat (low, ==, 1);
  g_assert_cmpfloat (high, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/correlation/ranks", test_ranks);
  g_test_add_func ("/correlation/spearman", test_spearman);
  g_test_add_func ("/correlation/rotated", test_rotated);
  g_test_add_func ("/correlation/p", test_p);
  g_test_add_func ("/correlation/p/of-weeks", test_p_of_weeks);
  g_test_add_func ("/correlation/p/of-a-link", test_p_of_a_link);
  g_test_add_func ("/correlation/autocorrelation", test_autocorrelation);
  g_test_add_func ("/correlation/effective-n", test_effective_n);
  g_test_add_func ("/correlation/range", test_range);

  return g_test_run ();
}
