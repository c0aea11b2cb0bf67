// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HipTarget:
 * @label: what is measured
 * @unit: " %", "" for a plain number
 * @decimals: how many to write
 * @at_least: whether the figure should not be below @value, else not above it
 * @strictly: whether @value itself misses
 * @value: the target, in @unit
 *
 * What a figure should be. A bench only tells; it never fails.
 */
typedef struct
{
  const char *label;
  const char *unit;
  int decimals;
  gboolean at_least;
  gboolean strictly;
  double value;
} HipTarget;

void hip_target_print (const HipTarget *self, double figure);
/* The same line for a figure without a target. */
void hip_figure_print (const char *label, double figure, int decimals, const char *unit);

G_END_DECLS
