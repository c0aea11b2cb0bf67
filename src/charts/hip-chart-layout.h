// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-chart-colors.h"
#include "hip-chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * HipChartLayout:
 *
 * A [struct@Chart] laid out for one size, one font and one direction: every path and every
 * line of text is made once, drawing only adds them to a snapshot.
 */
typedef struct _HipChartLayout HipChartLayout;

/**
 * HipChartLayoutOptions:
 * @width: in pixels, or points on paper
 * @height: the same
 * @direction: whether time runs to the right or to the left
 * @time: (nullable): the stretch of time to show; all with %NULL
 * @gutter: at least so much room for the labels of the value axis
 * @no_legend: whether the legend is shown by somebody else; titles stay
 * @hidden: a bit for each entry of the legend whose layers are left out
 */
typedef struct
{
  double width;
  double height;
  GtkTextDirection direction;
  const HipTimeScale *time;
  double gutter;
  gboolean no_legend;
  guint64 hidden;
} HipChartLayoutOptions;

HipChartLayout *hip_chart_layout_new (HipChart *chart,
                                      PangoContext *context,
                                      double width,
                                      double height,
                                      GtkTextDirection direction);
HipChartLayout *hip_chart_layout_new_with (HipChart *chart,
                                           PangoContext *context,
                                           const HipChartLayoutOptions *options);
void hip_chart_layout_free (HipChartLayout *self);
void
hip_chart_layout_draw (HipChartLayout *self, GtkSnapshot *snapshot, const HipChartColors *colors);
double hip_chart_layout_get_gutter (HipChartLayout *self);
gboolean hip_chart_layout_get_plot (HipChartLayout *self, graphene_rect_t *bounds);

void hip_chart_layout_draw_slot (HipChartLayout *self,
                                 GtkSnapshot *snapshot,
                                 const HipChartColors *colors,
                                 gsize slot);
void hip_chart_layout_draw_cursor (HipChartLayout *self,
                                   GtkSnapshot *snapshot,
                                   const HipChartColors *colors,
                                   HipDay day);
int hip_chart_layout_pick (HipChartLayout *self, double x, double y);
HipDay hip_chart_layout_pick_day (HipChartLayout *self, double x);
gboolean hip_chart_layout_get_slot (HipChartLayout *self, gsize slot, graphene_rect_t *bounds);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipChartLayout, hip_chart_layout_free)

G_END_DECLS
