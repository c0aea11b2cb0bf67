// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-chart-colors.h"

/**
 * hip_chart_colors_init_for_paper:
 * @colors: (out caller-allocates): what to fill
 *
 * Sets colours for black ink on white paper: those of the light style, a little darker.
 */
void
hip_chart_colors_init_for_paper (HipChartColors *colors)
{
  g_return_if_fail (colors != NULL);

  *colors = (HipChartColors) {
    .foreground = { 0, 0, 0, 1 },
    .dim = { 0.33, 0.33, 0.35, 1 },
    .grid = { 0, 0, 0, 0.2 },
    .accent = { 0, 0.38, 0.82, 1 },
    .beyond = { 0.8, 0.56, 0, 1 },
    .alert = { 0.75, 0.11, 0.16, 1 },
    .success = { 0.11, 0.44, 0.23, 1 },
    .warning = { 0.66, 0.38, 0, 1 },
    .error = { 0.75, 0.11, 0.16, 1 },
    .second = { 0.5, 0.24, 0.62, 1 },
    .third = { 0.76, 0.33, 0.02, 1 },
    .fourth = { 0.04, 0.45, 0.49, 1 },
    .zone_opacity = 0.1,
  };
}

/**
 * hip_chart_colors_equal:
 * @a: colours
 * @b: colours
 *
 * Returns: whether a drawing in @a looks the same in @b
 */
gboolean
hip_chart_colors_equal (const HipChartColors *a, const HipChartColors *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return gdk_rgba_equal (&a->foreground, &b->foreground) && gdk_rgba_equal (&a->dim, &b->dim)
         && gdk_rgba_equal (&a->grid, &b->grid) && gdk_rgba_equal (&a->accent, &b->accent)
         && gdk_rgba_equal (&a->beyond, &b->beyond) && gdk_rgba_equal (&a->alert, &b->alert)
         && gdk_rgba_equal (&a->success, &b->success) && gdk_rgba_equal (&a->warning, &b->warning)
         && gdk_rgba_equal (&a->error, &b->error) && gdk_rgba_equal (&a->second, &b->second)
         && gdk_rgba_equal (&a->third, &b->third) && gdk_rgba_equal (&a->fourth, &b->fourth)
         && a->zone_opacity == b->zone_opacity;
}
