// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-chart-colors.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** HipChartInk: which of the [struct@ChartColors], and how strong. */
typedef enum
{
  HIP_CHART_INK_FOREGROUND,
  HIP_CHART_INK_DIM,
  HIP_CHART_INK_GRID,
  HIP_CHART_INK_ACCENT,
  HIP_CHART_INK_ACCENT_SOFT,
  HIP_CHART_INK_ACCENT_FAINT,
  HIP_CHART_INK_BEYOND,
  HIP_CHART_INK_SUCCESS,
  HIP_CHART_INK_WARNING,
  HIP_CHART_INK_ERROR,
  HIP_CHART_INK_SUCCESS_ZONE,
  HIP_CHART_INK_WARNING_ZONE,
  HIP_CHART_INK_ERROR_ZONE,
  HIP_CHART_INK_SUCCESS_DISC,
  HIP_CHART_INK_WARNING_DISC,
  HIP_CHART_INK_ERROR_DISC,
  HIP_CHART_INK_ACCENT_TINT,
  HIP_CHART_INK_SECOND,
  HIP_CHART_INK_THIRD,
  HIP_CHART_INK_FOURTH,
  HIP_CHART_INK_CELL_NONE, /* a day without a score */
  HIP_CHART_INK_CELL_0,    /* a score of 0; those up to 10 follow */
  HIP_CHART_INK_CELL_10 = HIP_CHART_INK_CELL_0 + 10,
} HipChartInk;
#define HIP_N_CHART_INKS (HIP_CHART_INK_CELL_10 + 1)

/** HipChartPen: how a path is stroked. */
typedef enum
{
  HIP_CHART_PEN_HAIR,   /* one pixel */
  HIP_CHART_PEN_LINE,   /* a data line, rounded */
  HIP_CHART_PEN_MARK,   /* a level */
  HIP_CHART_PEN_DOTTED, /* a reference */
  HIP_CHART_PEN_DASHED,
  HIP_CHART_PEN_DASH_DOTTED,
} HipChartPen;

/**
 * HipChartPicture:
 *
 * What to draw, in order: paths and texts that are made once, in inks whose colour is only
 * known when drawing.
 */
typedef struct _HipChartPicture HipChartPicture;

HipChartPicture *hip_chart_picture_new (PangoContext *context);
void hip_chart_picture_free (HipChartPicture *self);
void hip_chart_picture_fill (HipChartPicture *self, HipChartInk ink, GskPathBuilder *builder);
void hip_chart_picture_stroke (HipChartPicture *self,
                               HipChartInk ink,
                               HipChartPen pen,
                               GskPathBuilder *builder);
PangoLayout *
hip_chart_picture_create_text (HipChartPicture *self, const char *text, gboolean strong);
void hip_chart_picture_text (HipChartPicture *self,
                             HipChartInk ink,
                             PangoLayout *layout,
                             double x,
                             double y);
void hip_chart_picture_push_clip (HipChartPicture *self, const graphene_rect_t *bounds);
void hip_chart_picture_pop_clip (HipChartPicture *self);
gsize hip_chart_picture_get_length (HipChartPicture *self);
void
hip_chart_picture_draw (HipChartPicture *self, GtkSnapshot *snapshot, const HipChartColors *colors);

void hip_chart_ink_get_color (HipChartInk ink, const HipChartColors *colors, GdkRGBA *color);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipChartPicture, hip_chart_picture_free)

G_END_DECLS
