// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-limits.h"

/**
 * hip_limits_init_default:
 * @self: (out caller-allocates): what to fill in
 *
 * Sets the limits of someone who has not chosen any: a week may be 10 % above the highest of the
 * last four, the old custom; weeks begin on Monday; kilometres.
 */
void
hip_limits_init_default (HipLimits *self)
{
  g_return_if_fail (self != NULL);

  *self = (HipLimits) {
    .week_limit_percent = HIP_WEEK_LIMIT_DEFAULT,
    .first_weekday = G_DATE_MONDAY,
    .units = HIP_UNITS_KM,
  };
}
