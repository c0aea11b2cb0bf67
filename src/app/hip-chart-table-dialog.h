// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "hip-chart.h"

G_BEGIN_DECLS

#define HIP_TYPE_CHART_TABLE_DIALOG (hip_chart_table_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HipChartTableDialog,
                      hip_chart_table_dialog,
                      HIP,
                      CHART_TABLE_DIALOG,
                      AdwDialog)

AdwDialog *hip_chart_table_dialog_new (HipChart *chart, const char *title, HipTimeScale time);

G_END_DECLS
