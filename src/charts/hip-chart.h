// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-chart-figure.h"
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
  HIP_CHART_TONE_ALERT,     /* error: what is far beyond */
  HIP_CHART_TONE_SECOND,    /* three more colours, for what is of the same kind */
  HIP_CHART_TONE_THIRD,
  HIP_CHART_TONE_FOURTH,
} HipChartTone;

/** HipChartShape: how one point is drawn. Halves stand for the left and the right hip. */
typedef enum
{
  HIP_CHART_SHAPE_DOT,
  HIP_CHART_SHAPE_LEFT_HALF,
  HIP_CHART_SHAPE_RIGHT_HALF,
  HIP_CHART_SHAPE_NUMBER, /* the value itself in a disc */
  HIP_CHART_SHAPE_RING,
  HIP_CHART_SHAPE_TRIANGLE,
  HIP_CHART_SHAPE_DIAMOND,
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

/** HipChartPattern: how a line is drawn, so that lines differ without colours. */
typedef enum
{
  HIP_CHART_PATTERN_PLAIN,
  HIP_CHART_PATTERN_DASHED,
  HIP_CHART_PATTERN_DOTTED,
  HIP_CHART_PATTERN_DASH_DOTTED,
} HipChartPattern;
#define HIP_N_CHART_PATTERNS 4

/** HipChartSlotShape: what a slot covers, and how it is found by pointer. */
typedef enum
{
  HIP_CHART_SLOT_BAND,  /* its days, as high as all panels */
  HIP_CHART_SLOT_STALK, /* its days, from its value down; the nearest by time */
  HIP_CHART_SLOT_POINT, /* its value; the nearest */
  HIP_CHART_SLOT_CELL,  /* a day of a calendar */
  HIP_CHART_SLOT_SIGN,  /* a sign in its panel; the nearest by time */
} HipChartSlotShape;

/** HIP_CHART_ALL_PANELS: in place of a panel's number. */
#define HIP_CHART_ALL_PANELS G_MAXUINT

/**
 * HipChartSeries:
 * @days: (array length=n): the first day of each value, rising
 * @xs: (array length=n) (nullable): instead of @days in a chart without time, rising
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
  const double *xs;
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
 * @fit: whether the scale grows with what is shown of the time, from @scale on
 * @weekdays: (nullable): the names of seven rows, for a calendar, in place of values
 */
typedef struct
{
  const char *title;
  HipScale scale;
  HipChartValueFormat format;
  double weight;
  const double *zones;
  guint n_ticks;
  gboolean fit;
  const char *const *weekdays;
} HipChartPanel;

/** HipChartTargetKind: what a slot is a picture of. */
typedef enum
{
  HIP_CHART_TARGET_NONE,
  HIP_CHART_TARGET_WEEK,    /* id: its first day */
  HIP_CHART_TARGET_DAY,     /* id: the day */
  HIP_CHART_TARGET_RUN,     /* id: the record's */
  HIP_CHART_TARGET_SHOE,    /* id: the record's */
  HIP_CHART_TARGET_WARNING, /* id: index among the warnings the chart was made of */
} HipChartTargetKind;

/** HipChartTarget: what to open for a slot. */
typedef struct
{
  HipChartTargetKind kind;
  gint64 id;
} HipChartTarget;

/**
 * HipChartWords:
 * @describe: what is shown from one day to another, in a few sentences
 * @describe_slot: the figures of a slot, a line each
 * @find_target: (nullable): what a slot is a picture of
 * @columns: (array zero-terminated=1): the titles of a table of the slots of the first kind, to be
 *   translated
 * @get_figure: what stands in it, to be cleared
 *
 * The same chart in words. All texts: (transfer full).
 */
typedef struct
{
  char *(*describe) (gconstpointer data, HipDay from, HipDay to);
  char *(*describe_slot) (gconstpointer data, guint slot);
  HipChartTarget (*find_target) (gconstpointer data, guint slot);
  const char *const *columns;
  HipChartFigure (*get_figure) (gconstpointer data, guint slot, guint column);
} HipChartWords;

GType hip_chart_get_type (void) G_GNUC_CONST;
HipChart *hip_chart_new (HipTimeScale time);
HipChart *hip_chart_new_by_value (HipScale across, HipChartValueFormat format, const char *title);
HipChart *hip_chart_ref (HipChart *self);
void hip_chart_unref (HipChart *self);

void hip_chart_set_minimum_size (HipChart *self, int width, int height);
void hip_chart_get_minimum_size (HipChart *self, int *width, int *height);
HipTimeScale hip_chart_get_time_scale (HipChart *self);
gboolean hip_chart_has_time (HipChart *self);

/* What can be selected */
void hip_chart_set_slots (HipChart *self, const HipDay *days, gsize n, guint width);
gsize hip_chart_add_slots (HipChart *self,
                           guint panel,
                           HipChartSlotShape shape,
                           const HipChartSeries *series);
gsize hip_chart_get_n_slots (HipChart *self);
gsize hip_chart_get_n_rows (HipChart *self);
gssize hip_chart_move_slot (HipChart *self, gssize slot, int across, int up);
gboolean hip_chart_get_slot_days (HipChart *self, gsize slot, HipDay *day, guint *width);

/* In words */
void hip_chart_set_words (HipChart *self,
                          const char *label,
                          const HipChartWords *words,
                          gpointer data,
                          GDestroyNotify destroy);
const char *hip_chart_get_label (HipChart *self);
char *hip_chart_dup_description (HipChart *self, HipDay from, HipDay to);
char *hip_chart_dup_detail (HipChart *self, guint slot);
HipChartTarget hip_chart_find_target (HipChart *self, guint slot);
const char *hip_chart_get_column_title (HipChart *self, guint column);
HipChartFigure hip_chart_get_figure (HipChart *self, guint slot, guint column);
char *hip_chart_dup_cell (HipChart *self, guint slot, guint column);

/* Its legend */
guint hip_chart_get_n_keys (HipChart *self);
const char *hip_chart_get_key_label (HipChart *self, guint key);
gboolean hip_chart_can_hide_key (HipChart *self, guint key);

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
void hip_chart_add_steps (HipChart *self,
                          guint panel,
                          HipChartTone tone,
                          gboolean filled,
                          const HipChartSeries *series,
                          const char *legend);
void hip_chart_add_line (HipChart *self,
                         guint panel,
                         HipChartTone tone,
                         const HipChartSeries *series,
                         const char *legend);
void hip_chart_add_patterned_line (HipChart *self,
                                   guint panel,
                                   HipChartTone tone,
                                   HipChartPattern pattern,
                                   const HipChartSeries *series,
                                   const char *legend);
void hip_chart_add_dots (HipChart *self,
                         guint panel,
                         HipChartTone tone,
                         HipChartShape shape,
                         const HipChartSeries *series,
                         const char *legend);
void hip_chart_add_stems (HipChart *self,
                          guint panel,
                          HipChartTone tone,
                          const HipChartSeries *series,
                          const char *legend);
void
hip_chart_add_cells (HipChart *self, guint panel, const HipChartSeries *series, const char *legend);
void hip_chart_add_cell_marks (HipChart *self,
                               guint panel,
                               HipChartTone tone,
                               HipChartShape shape,
                               const HipChartSeries *series,
                               const char *legend);
void hip_chart_add_level (HipChart *self,
                          guint panel,
                          HipChartTone tone,
                          double value,
                          const char *label);
void hip_chart_add_signs (HipChart *self,
                          guint panel,
                          const HipChartSeries *series,
                          const char *const *legends);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipChart, hip_chart_unref)

G_END_DECLS
