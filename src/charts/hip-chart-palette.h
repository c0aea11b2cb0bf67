// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-chart-colors.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * HipChartPalette:
 *
 * The CSS side of [struct@ChartColors]: invisible children named `swatch`, whose `color` the
 * style sheet decides. Those with the style classes `accent`, `beyond` and `alert` colour
 * areas, those with `success`, `warning` and `error` dots, those with `second`, `third` and
 * `fourth` lines beside one in the accent.
 */
typedef struct _HipChartPalette HipChartPalette;

HipChartPalette *hip_chart_palette_new (GtkWidget *widget);
void hip_chart_palette_free (HipChartPalette *self);
void hip_chart_palette_resolve (HipChartPalette *self, HipChartColors *colors);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipChartPalette, hip_chart_palette_free)

G_END_DECLS
