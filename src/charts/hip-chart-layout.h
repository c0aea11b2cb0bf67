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

HipChartLayout *hip_chart_layout_new (HipChart *chart,
                                      PangoContext *context,
                                      double width,
                                      double height,
                                      GtkTextDirection direction);
void hip_chart_layout_free (HipChartLayout *self);
void
hip_chart_layout_draw (HipChartLayout *self, GtkSnapshot *snapshot, const HipChartColors *colors);
void hip_chart_layout_draw_slot (HipChartLayout *self,
                                 GtkSnapshot *snapshot,
                                 const HipChartColors *colors,
                                 gsize slot);
int hip_chart_layout_pick (HipChartLayout *self, double x, double y);
gboolean hip_chart_layout_get_slot (HipChartLayout *self, gsize slot, graphene_rect_t *bounds);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipChartLayout, hip_chart_layout_free)

G_END_DECLS
