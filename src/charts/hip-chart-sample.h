// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HIP_TYPE_CHART_SAMPLE (hip_chart_sample_get_type ())
G_DECLARE_FINAL_TYPE (HipChartSample, hip_chart_sample, HIP, CHART_SAMPLE, GtkWidget)

GtkWidget *hip_chart_sample_new (HipChart *chart, guint key);

G_END_DECLS
