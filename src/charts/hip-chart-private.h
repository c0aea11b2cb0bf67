// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-chart.h"
#include "hip-extremes.h"

G_BEGIN_DECLS

typedef enum
{
  HIP_CHART_LAYER_COLUMNS,
  HIP_CHART_LAYER_MARKS,
  HIP_CHART_LAYER_STEPS,
  HIP_CHART_LAYER_AREA,
  HIP_CHART_LAYER_LINE,
  HIP_CHART_LAYER_DOTS,
  HIP_CHART_LAYER_STEMS,
  HIP_CHART_LAYER_CELLS,
  HIP_CHART_LAYER_CELL_MARKS,
  HIP_CHART_LAYER_LEVEL,
  HIP_CHART_LAYER_SIGNS,
} HipChartLayerKind;

typedef struct
{
  HipChartLayerKind kind;
  HipChartTone tone;
  HipChartShape shape;     /* dots, marks in cells */
  HipChartPattern pattern; /* lines */
  HipChartSign sign;       /* signs: the one in the legend */
  double thickness;        /* columns: share of the stretch of days, 0..1 */
  double level;            /* levels: the value */
  guint row;               /* cells: which weekday, from the first of the week on */
  HipChartSeries series;   /* (owned) arrays */
  HipExtremes *extremes;   /* (nullable) (owned) of the values */
  char *legend;            /* (nullable) (owned) */
  int key;                 /* its entry in the legend, -1 for none */
} HipChartLayer;

typedef struct
{
  HipChartPanel public; /* (owned) title and weekdays */
  double zones[2];
  GPtrArray *layers; /* (owned) (element-type HipChartLayer) */
} HipChartPanelData;

/* Slots of one kind; they are numbered from @first on. */
typedef struct
{
  guint panel; /* or HIP_CHART_ALL_PANELS */
  HipChartSlotShape shape;
  HipChartSeries series; /* (owned) arrays; no values for bands */
  gsize first;
} HipChartRow;

struct _HipChart
{
  gatomicrefcount ref_count;
  HipTimeScale time;
  gboolean by_value; /* across in place of time */
  HipScale across;
  HipChartValueFormat across_format;
  char *across_title; /* (nullable) (owned) */
  int minimum_width;
  int minimum_height;
  GPtrArray *panels; /* (owned) (element-type HipChartPanelData) */
  GPtrArray *keys;   /* (owned) (element-type HipChartLayer) borrowed: one for each legend */
  GPtrArray *rows;   /* (owned) (element-type HipChartRow): what can be selected */

  char *label; /* (nullable) (owned) */
  HipChartWords words;
  gpointer words_data;
  GDestroyNotify words_destroy;
};

double hip_chart_series_get_x (const HipChartSeries *self, gsize index);
const HipChartRow *hip_chart_find_row (HipChart *self, gsize slot);

G_END_DECLS
