// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-chart.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define HIP_TYPE_CHART_TABLE_ROW (hip_chart_table_row_get_type ())
G_DECLARE_FINAL_TYPE (HipChartTableRow, hip_chart_table_row, HIP, CHART_TABLE_ROW, GObject)

char *hip_chart_table_row_dup_cell (HipChartTableRow *self, guint column);
HipChartFigure hip_chart_table_row_get_figure (HipChartTableRow *self, guint column);

#define HIP_TYPE_CHART_TABLE (hip_chart_table_get_type ())
G_DECLARE_FINAL_TYPE (HipChartTable, hip_chart_table, HIP, CHART_TABLE, GObject)

HipChartTable *hip_chart_table_new (HipChart *chart, HipTimeScale time);

G_END_DECLS
