// SPDX-License-Identifier: GPL-3.0-or-later
/* A row of signs, each where its day is. */
#include "config.h"

#include "hip-chart-layers-private.h"

#include <math.h>

#define SIGN_RADIUS  5.0
#define SIGN_STRETCH 12.0 /* pixels: what a sign needs */

/* All of about the same area. */
static void
add_sign (GskPathBuilder *builder, HipChartSign sign, double x, double y)
{
  graphene_point_t centre = GRAPHENE_POINT_INIT ((float) x, (float) y);

  switch (sign)
    {
    case HIP_CHART_SIGN_NOTE:
      gsk_path_builder_add_circle (builder, &centre, (float) SIGN_RADIUS * 0.85f);
      break;
    case HIP_CHART_SIGN_CAUTION:
      _hip_chart_add_polygon (builder, x, y + SIGN_RADIUS * 0.2, SIGN_RADIUS * 1.2, 3, 0);
      break;
    case HIP_CHART_SIGN_WARNING:
      _hip_chart_add_polygon (builder, x, y, SIGN_RADIUS * 1.15, 4, 0);
      break;
    case HIP_CHART_SIGN_URGENT:
      _hip_chart_add_polygon (builder, x, y, SIGN_RADIUS * 1.2, 4, 0.5);
      break;
    case HIP_CHART_SIGN_TIP:
    default:
      gsk_path_builder_add_circle (builder, &centre, (float) SIGN_RADIUS * 0.7f);
      break;
    }
}

/* Takes @builder. */
static void
draw_sign_path (HipChartPicture *picture, HipChartSign sign, GskPathBuilder *builder)
{
  static const HipChartInk inks[HIP_N_CHART_SIGNS] = {
    [HIP_CHART_SIGN_TIP] = HIP_CHART_INK_DIM,
    [HIP_CHART_SIGN_NOTE] = HIP_CHART_INK_ACCENT,
    [HIP_CHART_SIGN_CAUTION] = HIP_CHART_INK_WARNING,
    [HIP_CHART_SIGN_WARNING] = HIP_CHART_INK_ERROR,
    [HIP_CHART_SIGN_URGENT] = HIP_CHART_INK_ERROR,
  };

  if (sign == HIP_CHART_SIGN_TIP)
    hip_chart_picture_stroke (picture, inks[sign], HIP_CHART_PEN_LINE, builder);
  else
    hip_chart_picture_fill (picture, inks[sign], builder);
}

/* How many days share a sign: one, or whole weeks. */
static HipDay
get_cell_length (const HipChartFrame *frame)
{
  double day_width = hip_chart_frame_get_day_width (frame);

  return day_width >= SIGN_STRETCH ? 1 : 7 * (HipDay) ceil (SIGN_STRETCH / (7 * day_width));
}

/* The first day of those that share a sign. They are the same wherever the scale begins: signs do
 * not change while it is moved. */
static HipDay
find_cell (const HipChartFrame *frame, HipDay day, HipDay length)
{
  HipDay offset = day - hip_day_get_week_start (0, frame->time.first_weekday);

  return day - ((offset % length) + length) % length;
}

/* Whole, at the edges too. */
static double
get_sign_x (const HipChartFrame *frame, HipDay cell, HipDay length)
{
  return CLAMP (hip_chart_frame_get_x (frame, cell + length / 2.0), frame->left + SIGN_RADIUS,
                frame->left + frame->width - SIGN_RADIUS);
}

void
_hip_chart_draw_signs (const HipChartLayer *layer,
                       const HipChartFrame *frame,
                       HipChartPicture *picture)
{
  const HipChartSeries *series = &layer->series;
  HipDay length = get_cell_length (frame);
  double y = frame->top + frame->height / 2;
  GskPathBuilder *builders[HIP_N_CHART_SIGNS];
  gsize i, end;

  for (int sign = 0; sign < HIP_N_CHART_SIGNS; sign++)
    builders[sign] = gsk_path_builder_new ();

  hip_decimate_find_visible (frame->time, series->days, series->n, 1, &i, &end);
  while (i < end)
    {
      HipDay cell = find_cell (frame, series->days[i], length);
      double worst = HIP_CHART_SIGN_TIP;

      for (; i < end && find_cell (frame, series->days[i], length) == cell; i++)
        worst = fmax (worst, series->values[i]);
      worst = fmin (worst, HIP_CHART_SIGN_URGENT);
      add_sign (builders[(int) worst], (HipChartSign) worst, get_sign_x (frame, cell, length), y);
    }

  for (int sign = 0; sign < HIP_N_CHART_SIGNS; sign++)
    draw_sign_path (picture, (HipChartSign) sign, builders[sign]);
}

void
_hip_chart_sample_sign (const HipChartLayer *layer,
                        HipChartPicture *picture,
                        double x,
                        double y,
                        double width)
{
  GskPathBuilder *builder = gsk_path_builder_new ();

  add_sign (builder, layer->sign, x + width / 2, y);
  draw_sign_path (picture, layer->sign, builder);
}
