// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-chart-layout.h"
#include "hip-time-axis.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HIP_TYPE_CHART_VIEW (hip_chart_view_get_type ())

G_DECLARE_FINAL_TYPE (HipChartView, hip_chart_view, HIP, CHART_VIEW, GtkWidget)

/** HipChartDetailFunc: the figures of one slot in words, (transfer full) (nullable). */
typedef char *(*HipChartDetailFunc) (guint index, gpointer user_data);

GtkWidget *hip_chart_view_new (void);
HipChart *hip_chart_view_get_chart (HipChartView *self);
void hip_chart_view_set_chart (HipChartView *self, HipChart *chart);
int hip_chart_view_get_selected (HipChartView *self);
void hip_chart_view_set_selected (HipChartView *self, int index);
HipTimeAxis *hip_chart_view_get_axis (HipChartView *self);
void hip_chart_view_set_axis (HipChartView *self, HipTimeAxis *axis);
gboolean hip_chart_view_get_key_hidden (HipChartView *self, guint key);
void hip_chart_view_set_key_hidden (HipChartView *self, guint key, gboolean hidden);
void hip_chart_view_set_legend_shown (HipChartView *self, gboolean shown);
void hip_chart_view_get_layout_options (HipChartView *self, HipChartLayoutOptions *options);
void hip_chart_view_set_label (HipChartView *self, const char *label);
void hip_chart_view_set_description (HipChartView *self, const char *description);
void hip_chart_view_set_detail_func (HipChartView *self,
                                     HipChartDetailFunc func,
                                     gpointer user_data,
                                     GDestroyNotify destroy);

G_END_DECLS
