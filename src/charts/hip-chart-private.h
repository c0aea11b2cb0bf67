// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-chart.h"

G_BEGIN_DECLS

typedef enum
{
  HIP_CHART_LAYER_COLUMNS,
  HIP_CHART_LAYER_MARKS,
  HIP_CHART_LAYER_LINE,
  HIP_CHART_LAYER_DOTS,
  HIP_CHART_LAYER_SIGNS,
} HipChartLayerKind;

typedef struct
{
  HipChartLayerKind kind;
  HipChartTone tone;
  HipChartShape shape;   /* dots */
  HipChartSign sign;     /* signs: the one in the legend */
  double thickness;      /* columns: share of the stretch of days, 0..1 */
  HipChartSeries series; /* (owned) arrays */
  char *legend;          /* (nullable) (owned) */
} HipChartLayer;

typedef struct
{
  HipChartPanel public; /* (owned) title */
  double zones[2];
  GPtrArray *layers; /* (owned) (element-type HipChartLayer) */
} HipChartPanelData;

struct _HipChart
{
  gatomicrefcount ref_count;
  HipTimeScale time;
  int minimum_width;
  int minimum_height;
  GPtrArray *panels; /* (owned) (element-type HipChartPanelData) */
  GArray *slots;     /* (owned) (element-type HipDay): what can be selected */
  guint slot_width;  /* days */
};

G_END_DECLS
