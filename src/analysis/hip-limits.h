// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-units.h"

G_BEGIN_DECLS

#define HIP_WEEK_LIMIT_MIN     5
#define HIP_WEEK_LIMIT_DEFAULT 10
#define HIP_WEEK_LIMIT_MAX     50

/**
 * HipLimits:
 * @week_limit_percent: how much a week may exceed the highest of the last four, 5 to 50
 * @first_weekday: the day the runner's week begins
 * @units: decides the wording and the step of worn shoes, never a test on a run
 *
 * What the runner has set. Plain data, passed by address.
 */
typedef struct
{
  int week_limit_percent;
  GDateWeekday first_weekday;
  HipUnits units;
} HipLimits;

/* 10 %, Monday, kilometres; the caller puts in the locale's and the runner's own. */
void hip_limits_init_default (HipLimits *self);

G_END_DECLS
