// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-time-axis.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * HipChartMover:
 *
 * Moves a [class@TimeAxis] by hand on a widget: dragging and sideways scrolling move along the log,
 * pinching and Control with the wheel zoom. An upright wheel and an upright drag are the page's.
 */
typedef struct _HipChartMover HipChartMover;

/** HipChartPlotFunc: where time is on the widget; %FALSE for nowhere. */
typedef gboolean (*HipChartPlotFunc) (GtkWidget *widget, graphene_rect_t *plot);

HipChartMover *hip_chart_mover_new (GtkWidget *widget, HipChartPlotFunc get_plot);
void hip_chart_mover_free (HipChartMover *self);
void hip_chart_mover_set_axis (HipChartMover *self, HipTimeAxis *axis);
gboolean hip_chart_mover_is_dragging (HipChartMover *self);
void hip_chart_mover_ask_for_gutter (HipChartMover *self, double gutter);
gboolean hip_chart_mover_zoom (HipChartMover *self, int direction);
gboolean hip_chart_mover_pan (HipChartMover *self, int direction);

G_END_DECLS
