// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "hip-chart-view.h"

G_BEGIN_DECLS

#define HIP_TYPE_CHART_CARD (hip_chart_card_get_type ())
G_DECLARE_FINAL_TYPE (HipChartCard, hip_chart_card, HIP, CHART_CARD, AdwBin)

void hip_chart_card_set_chart (HipChartCard *self, HipChart *chart);
HipChart *hip_chart_card_get_chart (HipChartCard *self);
void hip_chart_card_set_axis (HipChartCard *self, HipTimeAxis *axis);
void hip_chart_card_describe (HipChartCard *self, HipDay from, HipDay to);
void hip_chart_card_set_extra (HipChartCard *self, GtkWidget *extra);

G_END_DECLS
