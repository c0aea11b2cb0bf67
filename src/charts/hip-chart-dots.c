// SPDX-License-Identifier: GPL-3.0-or-later
/* Layers of single points: dots, marks, numbers, stems. */
#include "config.h"

#include "hip-chart-layers-private.h"

#include <math.h>

#define MAX_DOT_RADIUS    4.0
#define MIN_DOT_RADIUS    1.8
#define STEM_DOT_RADIUS   3.5
#define MARK_RADIUS       5.0
#define MIN_DAY_FOR_STEMS 2.0  /* pixels */
#define DISC_RADIUS       0.75 /* of the height of its number */
#define MIN_DISC_RADIUS   5.0  /* pixels: less, and the number has no room */

/* 0, 1 or 2 */
guint
_hip_chart_find_zone (const HipChartFrame *frame, double value)
{
  if (value >= frame->zones[1])
    return 2;

  return value >= frame->zones[0] ? 1 : 0;
}

void
_hip_chart_add_polygon (GskPathBuilder *builder,
                        double x,
                        double y,
                        double radius,
                        int n_corners,
                        double turn)
{
  for (int i = 0; i < n_corners; i++)
    {
      double angle = 2 * G_PI * (i + turn) / n_corners - G_PI / 2;
      float corner_x = (float) (x + radius * cos (angle));
      float corner_y = (float) (y + radius * sin (angle));

      if (i == 0)
        gsk_path_builder_move_to (builder, corner_x, corner_y);
      else
        gsk_path_builder_line_to (builder, corner_x, corner_y);
    }
  gsk_path_builder_close (builder);
}

static void
add_half (GskPathBuilder *builder, gboolean right, double x, double y, float radius)
{
  /* A hair between the halves, so that a full dot still reads as two. */
  float side = (float) x + (right ? 0.3f : -0.3f);

  gsk_path_builder_move_to (builder, side, (float) y - radius);
  gsk_path_builder_svg_arc_to (builder, radius, radius, 0, FALSE, right, side, (float) y + radius);
  gsk_path_builder_close (builder);
}

void
_hip_chart_add_shape (GskPathBuilder *builder,
                      HipChartShape shape,
                      double x,
                      double y,
                      double radius)
{
  switch (shape)
    {
    case HIP_CHART_SHAPE_LEFT_HALF:
    case HIP_CHART_SHAPE_RIGHT_HALF:
      add_half (builder, shape == HIP_CHART_SHAPE_RIGHT_HALF, x, y, (float) radius);
      break;
    case HIP_CHART_SHAPE_TRIANGLE:
      _hip_chart_add_polygon (builder, x, y + radius * 0.2, radius * 1.25, 3, 0);
      break;
    case HIP_CHART_SHAPE_DIAMOND:
      _hip_chart_add_polygon (builder, x, y, radius * 1.25, 4, 0);
      break;
    case HIP_CHART_SHAPE_DOT:
    case HIP_CHART_SHAPE_NUMBER:
    case HIP_CHART_SHAPE_RING:
    default:
      gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT ((float) x, (float) y),
                                   (float) radius);
      break;
    }
}

static void
fill_zones (HipChartPicture *picture,
            const HipChartLayer *layer,
            HipChartInk first_ink,
            GskPathBuilder *const builders[3])
{
  for (guint zone = 0; zone < 3; zone++)
    {
      HipChartInk ink = layer->tone == HIP_CHART_TONE_PAIN ? first_ink + zone
                                                           : _hip_chart_tone_get_ink (layer->tone);

      if (layer->shape == HIP_CHART_SHAPE_RING)
        hip_chart_picture_stroke (picture, ink, HIP_CHART_PEN_MARK, builders[zone]);
      else
        hip_chart_picture_fill (picture, ink, builders[zone]);
    }
}

/* Which values can be seen at all. */
static void
find_visible (const HipChartSeries *series, const HipChartFrame *frame, gsize *begin, gsize *end)
{
  *begin = 0;
  *end = series->n;
  if (!frame->by_value)
    hip_decimate_find_visible (frame->time, series->days, series->n, series->width, begin, end);
}

static double
dot_radius (const HipChartSeries *series, const HipChartFrame *frame)
{
  if (frame->by_value)
    return MAX_DOT_RADIUS;

  return CLAMP (hip_chart_frame_get_day_width (frame) * series->width * 0.5, MIN_DOT_RADIUS,
                MAX_DOT_RADIUS);
}

static void
draw_shapes (const HipChartLayer *layer, const HipChartFrame *frame, HipChartPicture *picture)
{
  const HipChartSeries *series = &layer->series;
  double radius = layer->shape >= HIP_CHART_SHAPE_RING ? MARK_RADIUS : dot_radius (series, frame);
  GskPathBuilder *builders[3] = {
    gsk_path_builder_new (),
    gsk_path_builder_new (),
    gsk_path_builder_new (),
  };
  gsize begin, end;

  find_visible (series, frame, &begin, &end);
  for (gsize i = begin; i < end; i++)
    {
      double value = series->values[i];
      double x = hip_chart_frame_get_x (frame, hip_chart_series_get_x (series, i));
      double y = hip_chart_frame_get_y (frame, value);

      if (!isnan (y) && x >= frame->left && x <= frame->left + frame->width)
        _hip_chart_add_shape (builders[_hip_chart_find_zone (frame, value)], layer->shape, x, y,
                              radius);
    }

  fill_zones (picture, layer, HIP_CHART_INK_SUCCESS, builders);
}

static void
add_number (HipChartPicture *picture, double value, double x, double y)
{
  g_autofree char *text = g_strdup_printf ("%.0f", value);
  g_autoptr (PangoLayout) layout = hip_chart_picture_create_text (picture, text, TRUE);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  hip_chart_picture_text (picture, HIP_CHART_INK_FOREGROUND, layout, x - width / 2.0,
                          y - height / 2.0);
}

static double
disc_radius (HipChartPicture *picture, double day_width, double height)
{
  g_autoptr (PangoLayout) layout = hip_chart_picture_create_text (picture, "0", TRUE);
  int text_height;

  pango_layout_get_pixel_size (layout, NULL, &text_height);

  return fmin (fmin (day_width, height) / 2, text_height * DISC_RADIUS);
}

/* Numbers stand in the middle of the panel: they say themselves how high they are. */
static void
draw_numbers (const HipChartLayer *layer, const HipChartFrame *frame, HipChartPicture *picture)
{
  const HipChartSeries *series = &layer->series;
  double day_width = hip_chart_frame_get_day_width (frame) * series->width;
  double radius = disc_radius (picture, day_width, frame->height);
  double y = frame->top + frame->height / 2;
  GskPathBuilder *builders[3] = {
    gsk_path_builder_new (),
    gsk_path_builder_new (),
    gsk_path_builder_new (),
  };

  for (gsize i = 0; i < series->n; i++)
    if (!isnan (series->values[i]))
      _hip_chart_add_shape (builders[_hip_chart_find_zone (frame, series->values[i])], layer->shape,
                            hip_chart_frame_get_x (frame, series->days[i] + series->width / 2.0), y,
                            radius);

  fill_zones (picture, layer, HIP_CHART_INK_SUCCESS_DISC, builders);

  for (gsize i = 0; i < series->n && radius >= MIN_DISC_RADIUS; i++)
    if (!isnan (series->values[i]))
      add_number (picture, series->values[i],
                  hip_chart_frame_get_x (frame, series->days[i] + series->width / 2.0), y);
}

/* A disc for each value, or for each pixel that has any. */
void
_hip_chart_draw_dots (const HipChartLayer *layer,
                      const HipChartFrame *frame,
                      HipChartPicture *picture)
{
  if (layer->shape == HIP_CHART_SHAPE_NUMBER)
    draw_numbers (layer, frame, picture);
  else
    draw_shapes (layer, frame, picture);
}

/* --- stems --- */

/* One path for each way a stem can look: up to its limit, and what is beyond. */
typedef struct
{
  GskPathBuilder *normal;
  GskPathBuilder *normal_dots;
  GskPathBuilder *beyond;
  GskPathBuilder *beyond_dots;
} StemPaths;

static void
add_piece (GskPathBuilder *builder, double x, double from, double to)
{
  gsk_path_builder_move_to (builder, (float) x, (float) from);
  gsk_path_builder_line_to (builder, (float) x, (float) to);
}

/* What is beyond has another shape on it, too. */
static void
add_stem (StemPaths *paths,
          const HipChartSeries *series,
          const HipChartFrame *frame,
          gsize index,
          double radius)
{
  gboolean flagged =
      series->flags != NULL && (series->flags[index] & HIP_CHART_COLUMN_FLAGGED) != 0;
  double x = hip_chart_frame_get_x (frame, hip_chart_series_get_x (series, index));
  double y = hip_chart_frame_get_y (frame, series->values[index]);
  double bottom = hip_chart_frame_get_y (frame, 0);
  double edge = y;

  if (isnan (y) || x < frame->left || x > frame->left + frame->width)
    return;

  if (flagged)
    edge = series->limits != NULL ? hip_chart_frame_get_y (frame, series->limits[index]) : NAN;
  if (isnan (edge))
    edge = bottom;
  if (edge != bottom)
    add_piece (paths->normal, x, bottom, edge);
  if (flagged)
    add_piece (paths->beyond, x, edge, y);
  if (radius > 0)
    _hip_chart_add_shape (flagged ? paths->beyond_dots : paths->normal_dots,
                          flagged ? HIP_CHART_SHAPE_TRIANGLE : HIP_CHART_SHAPE_DOT, x, y,
                          flagged ? radius * 1.2 : radius);
}

static void
add_all_stems (StemPaths *paths,
               const HipChartSeries *series,
               const HipChartFrame *frame,
               double radius)
{
  gsize begin, end;

  find_visible (series, frame, &begin, &end);
  for (gsize i = begin; i < end; i++)
    add_stem (paths, series, frame, i, radius);
}

static void
add_stem_buckets (StemPaths *paths, const HipChartLayer *layer, const HipChartFrame *frame)
{
  const HipChartSeries *series = &layer->series;
  g_autoptr (GArray) buckets = hip_decimate (frame->time, series->days, layer->extremes, series->n,
                                            series->width, (guint) frame->width);

  for (guint i = 0; i < buckets->len; i++)
    {
      gssize top = g_array_index (buckets, HipBucket, i).top;

      if (top >= 0)
        add_stem (paths, series, frame, (gsize) top, 0);
    }
}

/* With less than a pixel or two for a day, the highest of a pixel stands for its neighbours. */
void
_hip_chart_draw_stems (const HipChartLayer *layer,
                       const HipChartFrame *frame,
                       HipChartPicture *picture)
{
  StemPaths paths = {
    gsk_path_builder_new (),
    gsk_path_builder_new (),
    gsk_path_builder_new (),
    gsk_path_builder_new (),
  };
  double day_width = hip_chart_frame_get_day_width (frame);
  gboolean has_room = frame->by_value || day_width >= MIN_DAY_FOR_STEMS;
  HipChartPen pen = has_room ? HIP_CHART_PEN_MARK : HIP_CHART_PEN_HAIR;
  HipChartInk ink = _hip_chart_tone_get_ink (layer->tone);

  if (has_room)
    add_all_stems (&paths, &layer->series, frame,
                   frame->by_value ? STEM_DOT_RADIUS
                                   : CLAMP (day_width * 0.4, MIN_DOT_RADIUS, STEM_DOT_RADIUS));
  else
    add_stem_buckets (&paths, layer, frame);

  hip_chart_picture_stroke (picture, ink, pen, paths.normal);
  hip_chart_picture_stroke (picture, HIP_CHART_INK_BEYOND, pen, paths.beyond);
  hip_chart_picture_fill (picture, ink, paths.normal_dots);
  hip_chart_picture_fill (picture, HIP_CHART_INK_BEYOND, paths.beyond_dots);
}

/* --- legend --- */

void
_hip_chart_sample_dot (const HipChartLayer *layer,
                       HipChartPicture *picture,
                       double x,
                       double y,
                       double width)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  HipChartShape shape = layer->shape;
  HipChartInk ink = layer->tone == HIP_CHART_TONE_PAIN ? HIP_CHART_INK_DIM
                                                       : _hip_chart_tone_get_ink (layer->tone);

  if (layer->kind == HIP_CHART_LAYER_STEMS && layer->tone == HIP_CHART_TONE_BEYOND)
    shape = HIP_CHART_SHAPE_TRIANGLE;
  _hip_chart_add_shape (builder, shape, x + width / 2, y, MAX_DOT_RADIUS);
  if (layer->shape == HIP_CHART_SHAPE_RING)
    hip_chart_picture_stroke (picture, ink, HIP_CHART_PEN_MARK, builder);
  else
    hip_chart_picture_fill (picture, ink, builder);
}
