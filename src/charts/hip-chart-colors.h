// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/**
 * HipChartColors:
 * @foreground: text and lines
 * @dim: labels and references
 * @grid: grid lines
 * @accent: load
 * @beyond: what is beyond a limit
 * @alert: what is far beyond it
 * @success: the lowest pain zone; like the next two for dots and text, with their contrast
 * @warning: the middle zone
 * @error: the highest zone
 * @second: like the next two, for what is of the same kind as what has the accent
 * @third: see @second
 * @fourth: see @second
 * @zone_opacity: how strongly zones are tinted, 0..1
 *
 * The colours of one drawing: a widget takes them from its CSS, paper from
 * [func@ChartColors.init_for_paper].
 */
typedef struct
{
  GdkRGBA foreground;
  GdkRGBA dim;
  GdkRGBA grid;
  GdkRGBA accent;
  GdkRGBA beyond;
  GdkRGBA alert;
  GdkRGBA success;
  GdkRGBA warning;
  GdkRGBA error;
  GdkRGBA second;
  GdkRGBA third;
  GdkRGBA fourth;
  double zone_opacity;
} HipChartColors;

void hip_chart_colors_init_for_paper (HipChartColors *colors);
gboolean hip_chart_colors_equal (const HipChartColors *a, const HipChartColors *b);

G_END_DECLS
