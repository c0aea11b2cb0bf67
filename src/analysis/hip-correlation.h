// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Rank correlation of two values a day, NaN where one was not logged. Days that lack either are
 * left out of the pairs and keep their place in the calendar. */

/** HIP_ROTATION_MIN_SHIFT: by how many days at least one value is moved against the other. */
#define HIP_ROTATION_MIN_SHIFT 7

/* From 1 on, ties share their mean; NaN keeps none. @values and @ranks may be the same. */
void hip_average_ranks (const double *values, gsize n, double *ranks);

/* Spearman's ρ, NaN when one side has a single value only. */
double hip_spearman (const double *x, const double *y, gsize n);
/* The same with @y rotated by s days, in @rho[s]: for 0 and every s in [7, n − 7], else NaN. */
void hip_spearman_rotated (const double *x, const double *y, gsize n, double *rho);
/* How often a rotation does as well by chance: (1 + #{|rotated| ≥ |observed|}) / (1 + #). */
double hip_rotation_p (double observed, const double *rotated, gsize n);

/* With the day before. NaN when there are fewer than three neighbours, or no change. */
double hip_lag1_autocorrelation (const double *values, gsize n);
/* What @n pairs are worth when both sides carry over from day to day. */
double hip_effective_n (gsize n, double autocorrelation_x, double autocorrelation_y);
/* The 95 % range of ρ, NaN when there are too few pairs for one. */
void hip_spearman_range (double rho, double effective_n, double *low, double *high);

G_END_DECLS
