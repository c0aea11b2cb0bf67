// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-correlation.h"

#include <math.h>

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_sort_double.h>
#include <gsl/gsl_statistics_double.h>

/* Sums of ranks are exact, quotients of them are not. */
#define TOLERANCE 1e-9

/* No fewer, however much is carried over. */
#define MIN_EFFECTIVE_N 5

/* One side of the pairs. It is sorted once; ranks among those that have a partner are then a walk.
 * What depends on the day is there twice over, so that a rotation needs no wrapping around. */
typedef struct
{
  gsize n;
  gsize n_known;
  gsize *order;   /* (owned): the days with a value, lowest first */
  double *sorted; /* (owned): these values */
  guint8 *known;  /* (owned): by day, twice */
  gint64 *ranks;  /* (owned): twice the average rank, by day, twice; 0 without a partner */
  gint64 n_ranked;
  gint64 spread; /* 12 × the sum of squares of the ranks about their mean */
} Side;

static void
side_clear (Side *self)
{
  g_free (self->order);
  g_free (self->sorted);
  g_free (self->known);
  g_free (self->ranks);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Side, side_clear)

static void
side_init (Side *self, const double *values, gsize n)
{
  g_autofree double *found = g_new (double, n);
  g_autofree gsize *days = g_new (gsize, n);

  *self = (Side) { .n = n };
  self->known = g_new (guint8, 2 * n);
  self->ranks = g_new0 (gint64, 2 * n);
  for (gsize i = 0; i < n; i++)
    {
      self->known[i] = self->known[n + i] = !isnan (values[i]);
      if (isnan (values[i]))
        continue;
      found[self->n_known] = values[i];
      days[self->n_known++] = i;
    }
  self->order = g_new (gsize, n);
  self->sorted = g_new (double, n);
  gsl_sort_index (self->order, found, 1, self->n_known);
  for (gsize i = 0; i < self->n_known; i++)
    {
      self->sorted[i] = found[self->order[i]];
      self->order[i] = days[self->order[i]];
    }
}

/* Ranks the values whose partner, that of the same day in @partners, is known. Ranks are doubled,
 * which keeps everything whole: values @above + 1 to @above + @ties share the mean of the two. */
static void
side_rank (Side *self, const guint8 *partners)
{
  gint64 above = 0, tied = 0;
  gsize end;

  for (gsize begin = 0; begin < self->n_known; begin = end)
    {
      gint64 ties = 0;

      for (end = begin; end < self->n_known && self->sorted[end] == self->sorted[begin]; end++)
        ties += partners[self->order[end]];
      for (gsize i = begin; i < end; i++)
        {
          gsize day = self->order[i];
          gint64 rank = partners[day] ? 2 * above + ties + 1 : 0;

          self->ranks[day] = self->ranks[self->n + day] = rank;
        }
      above += ties;
      tied += ties * ties * ties - ties;
    }
  self->n_ranked = above;
  self->spread = above * (above * above - 1) - tied;
}

/* Both ranked. Without ties this is 1 − 6 Σd² / (n³ − n). */
static double
correlate (const Side *x, const Side *y, gsize shift)
{
  const gint64 *partners = y->ranks + shift;
  gint64 n = x->n_ranked;
  gint64 product = 0;

  if (x->spread == 0 || y->spread == 0)
    return NAN;
  for (gsize i = 0; i < x->n; i++)
    product += x->ranks[i] * partners[i];
  return 3.0 * (product - n * (n + 1) * (n + 1)) / sqrt ((double) x->spread * y->spread);
}

/* Day i of @x meets day i + @shift of @y. Who has a partner changes only where one is missing. */
static double
rotate (Side *x, Side *y, gsize shift)
{
  if (shift == 0 || y->n_known < y->n)
    side_rank (x, y->known + shift);
  if (shift == 0 || x->n_known < x->n)
    side_rank (y, x->known + x->n - shift);
  return correlate (x, y, shift);
}

/**
 * hip_average_ranks:
 * @values: (array length=n): what to rank, NaN where it is not known
 * @n: how many
 * @ranks: (out caller-allocates) (array length=n): the ranks; may be @values
 *
 * Ranks values from 1 on; equal ones share the mean of their places.
 */
void
hip_average_ranks (const double *values, gsize n, double *ranks)
{
  g_auto (Side) side = { 0 };

  side_init (&side, values, n);
  side_rank (&side, side.known);
  for (gsize i = 0; i < n; i++)
    ranks[i] = side.known[i] ? side.ranks[i] / 2.0 : NAN;
}

/**
 * hip_spearman:
 * @x: (array length=n): one value a day, NaN where it is not known
 * @y: (array length=n): likewise
 * @n: how many days
 *
 * Spearman's rank correlation of the days on which both are known.
 *
 * Returns: ρ, from −1 to 1; NaN when one side does not vary
 */
double
hip_spearman (const double *x, const double *y, gsize n)
{
  g_auto (Side) side_x = { 0 };
  g_auto (Side) side_y = { 0 };

  side_init (&side_x, x, n);
  side_init (&side_y, y, n);
  return rotate (&side_x, &side_y, 0);
}

/**
 * hip_spearman_rotated:
 * @x: (array length=n): one value a day, NaN where it is not known
 * @y: (array length=n): likewise
 * @n: how many days
 * @rho: (out caller-allocates) (array length=n): ρ with @y rotated by as many days
 *
 * What ρ is when the two are moved against each other. A rotation keeps how each carries over from
 * day to day, which makes naive tests of such series find links that are not there (Romano and
 * Tirlea 2020); what link there was is gone. A year costs about a millisecond.
 */
void
hip_spearman_rotated (const double *x, const double *y, gsize n, double *rho)
{
  g_auto (Side) side_x = { 0 };
  g_auto (Side) side_y = { 0 };

  side_init (&side_x, x, n);
  side_init (&side_y, y, n);
  for (gsize shift = 0; shift < n; shift++)
    {
      gboolean wanted =
          shift == 0 || (shift >= HIP_ROTATION_MIN_SHIFT && shift + HIP_ROTATION_MIN_SHIFT <= n);

      rho[shift] = wanted ? rotate (&side_x, &side_y, shift) : NAN;
    }
}

/**
 * hip_rotation_p:
 * @observed: a measure of the days as they are
 * @rotated: (array length=n): the same by the days of a rotation; NaN where there is none
 * @n: how many days
 *
 * Tests a link by the rotations of 7 to @n − 7 days. For several measures tested together, pass
 * the largest of them for each rotation.
 *
 * Returns: p of the two-sided test, 1 when there is no rotation; NaN when @observed is
 */
double
hip_rotation_p (double observed, const double *rotated, gsize n)
{
  guint n_shifts = 0, n_as_large = 0;

  if (isnan (observed))
    return NAN;
  for (gsize s = HIP_ROTATION_MIN_SHIFT; s + HIP_ROTATION_MIN_SHIFT <= n; s++)
    {
      if (isnan (rotated[s]))
        continue;
      n_shifts++;
      n_as_large += fabs (rotated[s]) >= fabs (observed) - TOLERANCE;
    }
  return (1.0 + n_as_large) / (1.0 + n_shifts);
}

/**
 * hip_lag1_autocorrelation:
 * @values: (array length=n): one value a day, NaN where it is not known
 * @n: how many days
 *
 * How much a value is like that of the day before, over all neighbours that are known.
 *
 * Returns: the correlation; NaN with fewer than three neighbours, or when nothing varies
 */
double
hip_lag1_autocorrelation (const double *values, gsize n)
{
  g_autofree double *before = g_new (double, n);
  g_autofree double *after = g_new (double, n);
  gsize n_pairs = 0;

  for (gsize i = 1; i < n; i++)
    {
      if (isnan (values[i - 1]) || isnan (values[i]))
        continue;
      before[n_pairs] = values[i - 1];
      after[n_pairs++] = values[i];
    }
  return n_pairs >= 3 ? gsl_stats_correlation (before, 1, after, 1, n_pairs) : NAN;
}

/**
 * hip_effective_n:
 * @n: how many pairs there are
 * @autocorrelation_x: how much one side carries over from day to day
 * @autocorrelation_y: how much the other does
 *
 * The number of independent pairs that would tell as much (Bretherton et al. 1999).
 *
 * Returns: a number from 5 to @n, @n itself when that is less; the least when an autocorrelation
 *   is not known
 */
double
hip_effective_n (gsize n, double autocorrelation_x, double autocorrelation_y)
{
  double product = autocorrelation_x * autocorrelation_y;
  double effective = n * (1 - product) / (1 + product);

  /* fmax() prefers a number to NaN. */
  return fmin (fmax (effective, MIN_EFFECTIVE_N), n);
}

/**
 * hip_spearman_range:
 * @rho: Spearman's ρ
 * @effective_n: of how many independent pairs
 * @low: (out): the lower end
 * @high: (out): the upper end
 *
 * The range of 95 % confidence (Bonett and Wright, Psychometrika 2000;65:23).
 */
void
hip_spearman_range (double rho, double effective_n, double *low, double *high)
{
  double z = atanh (rho);
  double error = sqrt ((1 + rho * rho / 2) / (effective_n - 3));
  double reach = gsl_cdf_ugaussian_Pinv (0.975) * error;

  g_return_if_fail (low != NULL);
  g_return_if_fail (high != NULL);

  *low = *high = NAN;
  if (effective_n <= 3)
    return;
  *low = tanh (z - reach);
  *high = tanh (z + reach);
}
