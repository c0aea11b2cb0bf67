// SPDX-License-Identifier: GPL-3.0-or-later
/* Whether days after heavier running hurt more. It is easy to see links in one runner's log that
 * are not there, so most of this is about when to keep quiet; the bounds are of our own making. */
#include "config.h"

#include <math.h>

#include "hip-correlation.h"
#include "hip-findings-private.h"
#include "hip-sessions.h"

#define MIN_DAYS           60
#define MIN_DAYS_FOR_LAGS  90
#define MIN_SCORES_PERCENT 80
#define MIN_SCORES_APART   3
#define MIN_PAIN_DAYS      10
#define MIN_RUNNING_DAYS   20

#define MIN_RHO 0.3

/* Fixed before looking: to take the best of several finds links in every other log. */
#define LAG 1

/* Load up to @lag days before each day. */
static const double *
get_load (const HipFindingWindow *window, guint lag)
{
  return window->days->acute + HIP_FINDING_LEAD - lag;
}

static gboolean
has_enough_days (HipFinding *self, const HipFindingWindow *window)
{
  if (window->days_off >= HIP_GAP_DAYS)
    return _hip_finding_has_enough (self, 0, MIN_DAYS, HIP_FINDING_GAP);
  return _hip_finding_has_enough (
      self, window->n, MIN_DAYS, window->after_gap ? HIP_FINDING_GAP : HIP_FINDING_NOT_ENOUGH_DAYS);
}

static gboolean
has_enough_scores (HipFinding *self, const HipFindingWindow *window)
{
  guint n_scores = 0, n_pain_days = 0;
  guint32 seen = 0;

  for (guint i = 0; i < window->n; i++)
    {
      if (isnan (window->pain[i]))
        continue;
      n_scores++;
      n_pain_days += window->pain[i] >= 1;
      seen |= 1u << (guint) window->pain[i];
    }
  return _hip_finding_has_enough (self, n_scores, (MIN_SCORES_PERCENT * window->n + 99) / 100,
                                  HIP_FINDING_SCORES_MISSING)
         && _hip_finding_has_enough (self, __builtin_popcount (seen), MIN_SCORES_APART,
                                     HIP_FINDING_SCORES_ALIKE)
         && _hip_finding_has_enough (self, n_pain_days, MIN_PAIN_DAYS, HIP_FINDING_TOO_LITTLE_PAIN);
}

static gboolean
has_enough_runs (HipFinding *self, const HipFindingWindow *window)
{
  guint n_running_days = 0;

  for (guint i = 0; i < window->n; i++)
    n_running_days += window->days->runs[HIP_FINDING_LEAD + i] > 0;
  return _hip_finding_has_enough (self, n_running_days, MIN_RUNNING_DAYS, HIP_FINDING_TOO_FEW_RUNS);
}

static void
count_pairs (HipFinding *self, const HipFindingWindow *window)
{
  for (guint i = 0; i < window->n; i++)
    {
      double load = get_load (window, LAG)[i];

      if (isnan (load) || isnan (window->pain[i]))
        continue;
      self->n++;
      self->lightest_m = fmin (self->lightest_m, load);
      self->heaviest_m = fmax (self->heaviest_m, load);
    }
}

/* One lag answers the question. The others are there to be drawn, and only together with the p of
 * the largest of them. */
static void
correlate_lags (HipFinding *self, const HipFindingWindow *window)
{
  gboolean all = window->n >= MIN_DAYS_FOR_LAGS;
  g_autofree double *rho = g_new (double, window->n);
  g_autofree double *largest = g_new (double, window->n);

  for (guint i = 0; i < window->n; i++)
    largest[i] = NAN;
  for (guint lag = 0; lag < HIP_FINDING_N_LAGS; lag++)
    {
      if (lag != LAG && !all)
        continue;
      hip_spearman_rotated (get_load (window, lag), window->pain, window->n, rho);
      if (lag == LAG)
        {
          self->rho = rho[0];
          self->p = hip_rotation_p (rho[0], rho, window->n);
        }
      /* fmax() prefers a number to NaN. */
      for (guint i = 0; i < window->n; i++)
        largest[i] = fmax (largest[i], fabs (rho[i]));
      if (all)
        self->lags[lag] = rho[0];
    }
  if (all)
    self->lags_p = hip_rotation_p (largest[0], largest, window->n);
}

/* ρ is of ranks, and so is what carries over from day to day. */
static double
get_carry_over (const double *values, guint n)
{
  g_autofree double *ranks = g_new (double, n);

  hip_average_ranks (values, n, ranks);
  return hip_lag1_autocorrelation (ranks, n);
}

static void
find_range (HipFinding *self, const HipFindingWindow *window)
{
  double load = get_carry_over (get_load (window, LAG), window->n);
  double pain = get_carry_over (window->pain, window->n);

  hip_spearman_range (self->rho, hip_effective_n (self->n, load, pain), &self->low, &self->high);
}

static gboolean
halves_agree (const HipFinding *self, const HipFindingWindow *window)
{
  const double *load = get_load (window, LAG);
  guint half = window->n / 2;
  double first = hip_spearman (load, window->pain, half);
  double second = hip_spearman (load + half, window->pain + half, window->n - half);

  return first * self->rho > 0 && second * self->rho > 0;
}

/* The link between the load up to the day before and the day's pain, by ranks. Where it speaks, it
 * is no smaller than 0.3, stands out from its rotations, and goes the same way in both halves. */
HipFinding *
_hip_load_pain_link_compute (const HipFindingWindow *window)
{
  HipFinding *self = _hip_finding_new (HIP_FINDING_LOAD_PAIN_LINK);

  count_pairs (self, window);
  if (!has_enough_days (self, window) || !has_enough_scores (self, window)
      || !has_enough_runs (self, window))
    return self;
  correlate_lags (self, window);
  /* Who runs the same every day has a load without ranks. */
  if (isnan (self->rho))
    {
      self->reason = HIP_FINDING_LOADS_ALIKE;
      return self;
    }
  find_range (self, window);
  self->speaks =
      self->p <= HIP_FINDING_MAX_P && fabs (self->rho) >= MIN_RHO && halves_agree (self, window);
  self->reason = self->speaks ? HIP_FINDING_SPEAKS : HIP_FINDING_NO_CLEAR_LINK;
  return self;
}
