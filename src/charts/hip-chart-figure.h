// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-day.h"
#include "hip-units.h"

G_BEGIN_DECLS

/** HipChartFigureKind: what a cell of a chart's table holds. */
typedef enum
{
  HIP_CHART_FIGURE_TEXT,
  HIP_CHART_FIGURE_DAY,
  HIP_CHART_FIGURE_METRES,
  HIP_CHART_FIGURE_NUMBER,
  HIP_CHART_FIGURE_PERCENT, /* a change, with its sign */
} HipChartFigureKind;

/**
 * HipChartFigure:
 * @text: (owned) (nullable): of a text
 * @day: of a day
 * @today: the current day, which decides whether a day is written with its year
 * @value: metres, a number or per cent; NAN for none
 * @units: what metres are shown in
 * @decimals: how many a number has
 *
 * What stands in a cell of a chart's table, before it is words: shown as people read it, copied as
 * spreadsheets do.
 */
typedef struct
{
  HipChartFigureKind kind;
  char *text;
  HipDay day;
  HipDay today;
  double value;
  HipUnits units;
  int decimals;
} HipChartFigure;

HipChartFigure hip_chart_figure_text (char *text); /* takes it */
HipChartFigure hip_chart_figure_day (HipDay day, HipDay today);
HipChartFigure hip_chart_figure_metres (HipUnits units, double metres);
HipChartFigure hip_chart_figure_number (double value, int decimals);
HipChartFigure hip_chart_figure_percent (double percent);
void hip_chart_figure_clear (HipChartFigure *self);
/* (transfer full): for people; a dash for none */
char *hip_chart_figure_dup_label (const HipChartFigure *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HipChartFigure, hip_chart_figure_clear)

G_END_DECLS
