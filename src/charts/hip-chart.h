// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-scale.h"
#include "hip-time-scale.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * HipChart:
 *
 * What a chart shows, as a value: one time axis, panels stacked on it, and in each panel
 * layers of columns, marks, lines and dots. It knows neither size nor colour: a
 * [struct@ChartLayout] lays it out for a size, a [struct@ChartColors] colours it, and both
 * serve a widget and paper alike.
 *
 * It is built with the `add` functions and not changed after it was given to somebody.
 */
typedef struct _HipChart HipChart;

#define HIP_TYPE_CHART (hip_chart_get_type ())

/** HipChartTone: what a layer means, from which its colour follows. */
typedef enum
{
  HIP_CHART_TONE_LOAD,      /* accent */
  HIP_CHART_TONE_PAST,      /* accent, faint: something to compare with */
  HIP_CHART_TONE_BEYOND,    /* warning: what is above a limit */
  HIP_CHART_TONE_BASELINE,  /* dim */
  HIP_CHART_TONE_LIMIT,     /* foreground */
  HIP_CHART_TONE_PAIN,      /* the zone of each value: success, warning, error */
  HIP_CHART_TONE_PAIN_LINE, /* foreground, thin */
} HipChartTone;

/** HipChartShape: how one point is drawn. Halves stand for the left and the right hip. */
typedef enum
{
  HIP_CHART_SHAPE_DOT,
  HIP_CHART_SHAPE_LEFT_HALF,
  HIP_CHART_SHAPE_RIGHT_HALF,
  HIP_CHART_SHAPE_NUMBER, /* the value itself in a disc */
} HipChartShape;

/** HipChartSign: how serious something is; each has a shape and a colour of its own. */
typedef enum
{
  HIP_CHART_SIGN_TIP,     /* a ring, dim */
  HIP_CHART_SIGN_NOTE,    /* a disc, accent */
  HIP_CHART_SIGN_CAUTION, /* a triangle, warning */
  HIP_CHART_SIGN_WARNING, /* a diamond, error */
  HIP_CHART_SIGN_URGENT,  /* a square, error */
} HipChartSign;
#define HIP_N_CHART_SIGNS 5

/** HipChartColumnFlags: what is special about one column. */
typedef enum
{
  HIP_CHART_COLUMN_NORMAL = 0,
  HIP_CHART_COLUMN_FLAGGED = 1 << 0, /* beyond its limit */
  HIP_CHART_COLUMN_PARTIAL = 1 << 1, /* not over yet: drawn fainter */
} HipChartColumnFlags;

/**
 * HipChartSeries:
 * @days: (array length=n): the first day of each value, rising
 * @values: (array length=n): NAN where there is none
 * @limits: (array length=n) (nullable): for columns, what a flagged one is beyond
 * @flags: (array length=n) (nullable): for columns, [flags@ChartColumnFlags]
 * @n: how many
 * @width: how many days a value stands for, 1 or more
 *
 * Borrowed arrays: the chart copies what it is given.
 */
typedef struct
{
  const HipDay *days;
  const double *values;
  const double *limits;
  const guint8 *flags;
  gsize n;
  guint width;
} HipChartSeries;

/** HipChartValueFormat: text of a value on a y axis, (transfer full). */
typedef char *(*HipChartValueFormat) (double value, int decimals);

/**
 * HipChartPanel:
 * @title: (nullable): what is measured and in which unit, "Weekly distance, km"
 * @scale: the y scale
 * @format: (nullable): axis labels; %NULL for no y axis
 * @weight: its share of the height
 * @zones: (nullable): two limits, the lower edges of the middle and the upper zone, drawn
 *   as faint bands
 * @n_ticks: about how many labels the axis has; 0 for as many as fit
 */
typedef struct
{
  const char *title;
  HipScale scale;
  HipChartValueFormat format;
  double weight;
  const double *zones;
  guint n_ticks;
} HipChartPanel;

GType hip_chart_get_type (void) G_GNUC_CONST;
HipChart *hip_chart_new (HipTimeScale time);
HipChart *hip_chart_ref (HipChart *self);
void hip_chart_unref (HipChart *self);

void hip_chart_set_minimum_size (HipChart *self, int width, int height);
void hip_chart_get_minimum_size (HipChart *self, int *width, int *height);
void hip_chart_set_slots (HipChart *self, const HipDay *days, gsize n, guint width);
gsize hip_chart_get_n_slots (HipChart *self);
HipTimeScale hip_chart_get_time_scale (HipChart *self);

guint hip_chart_add_panel (HipChart *self, const HipChartPanel *panel);
void hip_chart_add_columns (HipChart *self,
                            guint panel,
                            HipChartTone tone,
                            double thickness,
                            const HipChartSeries *series,
                            const char *legend);
void hip_chart_add_marks (HipChart *self,
                          guint panel,
                          HipChartTone tone,
                          const HipChartSeries *series,
                          const char *legend);
void hip_chart_add_line (HipChart *self,
                         guint panel,
                         HipChartTone tone,
                         const HipChartSeries *series,
                         const char *legend);
void hip_chart_add_dots (HipChart *self,
                         guint panel,
                         HipChartTone tone,
                         HipChartShape shape,
                         const HipChartSeries *series,
                         const char *legend);
void hip_chart_add_signs (HipChart *self,
                          guint panel,
                          const HipChartSeries *series,
                          const char *const *legends);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipChart, hip_chart_unref)

G_END_DECLS
