// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-chart-picture.h"
#include "hip-chart-private.h"

G_BEGIN_DECLS

/**
 * HipChartLegend:
 * @panel: whose
 * @width: how wide it may be
 * @day_width: how wide a day is: what is not drawn has no legend
 * @mirrored: whether it begins on the right
 * @only_title: whether its entries are shown elsewhere
 * @hidden: a bit for each entry that is left out
 *
 * A panel's title and, after it, a sample and a name for each of its layers.
 */
typedef struct
{
  const HipChartPanelData *panel;
  double width;
  double day_width;
  gboolean mirrored;
  gboolean only_title;
  guint64 hidden;
} HipChartLegend;

double hip_chart_legend_measure (const HipChartLegend *self, HipChartPicture *picture);
void hip_chart_legend_draw (const HipChartLegend *self, HipChartPicture *picture, double top);

G_END_DECLS
