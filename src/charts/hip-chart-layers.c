// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-chart-layers.h"

#include "hip-decimate.h"

#include <math.h>

#define MAX_COLUMN_STRETCH   56.0 /* pixels: columns grow no wider than for this many */
#define MAX_COLUMN_RADIUS    4.0
#define MAX_DOT_RADIUS       4.0
#define MIN_DOT_RADIUS       1.8
#define MIN_DAY_FOR_DOTS     2.5  /* pixels: less, and dots become a smear */
#define MIN_STRETCH_FOR_MARK 10.0 /* pixels: less, and marks join to a stepped line */
#define MIN_STRETCH_FOR_STEP 4.0  /* less, and the steps hide the columns */
#define SIGN_RADIUS          5.0
#define SIGN_STRETCH         12.0 /* pixels: what a sign needs */
#define DISC_RADIUS          0.75 /* of the height of its number */
#define MIN_DISC_RADIUS      5.0  /* pixels: less, and the number has no room */

/* --- columns --- */

static HipChartInk
column_ink (HipChartTone tone, gboolean partial)
{
  switch (tone)
    {
    case HIP_CHART_TONE_PAST:
      return HIP_CHART_INK_ACCENT_FAINT;
    case HIP_CHART_TONE_BEYOND:
      return HIP_CHART_INK_BEYOND;
    case HIP_CHART_TONE_LOAD:
    case HIP_CHART_TONE_BASELINE:
    case HIP_CHART_TONE_LIMIT:
    case HIP_CHART_TONE_PAIN:
    case HIP_CHART_TONE_PAIN_LINE:
    default:
      return partial ? HIP_CHART_INK_ACCENT_SOFT : HIP_CHART_INK_ACCENT;
    }
}

/* Columns that are wide enough to have an edge get it on whole pixels. */
static void
align_column (double thickness, double *left, double *right)
{
  double stretch = *right - *left;
  double width = fmin (stretch, MAX_COLUMN_STRETCH) * thickness;
  double middle = (*left + *right) / 2;

  if (stretch < 4)
    return;

  width = fmax (1, round (width));
  *left = round (middle - width / 2);
  *right = *left + width;
}

static void
add_column (GskPathBuilder *builder, double left, double right, double top, double bottom)
{
  float radius = (float) fmin (MAX_COLUMN_RADIUS, (right - left) / 3);
  graphene_size_t round = GRAPHENE_SIZE_INIT (radius, radius);
  graphene_size_t square = GRAPHENE_SIZE_INIT (0, 0);
  graphene_rect_t bounds;
  GskRoundedRect outline;

  graphene_rect_init (&bounds, (float) left, (float) top, (float) (right - left),
                      (float) (bottom - top));
  if (right - left < 3)
    {
      gsk_path_builder_add_rect (builder, &bounds);
      return;
    }

  gsk_rounded_rect_init (&outline, &bounds, &round, &round, &square, &square);
  gsk_path_builder_add_rounded_rect (builder, &outline);
}

/* One path for each way a column can look: whole, not over yet, and what is beyond. */
typedef struct
{
  GskPathBuilder *whole;
  GskPathBuilder *partial;
  GskPathBuilder *beyond;
} ColumnPaths;

static void
add_bucket_column (ColumnPaths *paths,
                   const HipChartLayer *layer,
                   const HipChartFrame *frame,
                   const HipBucket *bucket)
{
  const HipChartSeries *series = &layer->series;
  double value = bucket->top >= 0 ? series->values[bucket->top] : NAN;
  double top = hip_chart_frame_get_y (frame, value);
  double bottom = hip_chart_frame_get_y (frame, 0);
  guint8 flags = bucket->top >= 0 && series->flags ? series->flags[bucket->top] : 0;
  double left, right;

  if (isnan (top) || !(value > 0))
    return;

  hip_chart_frame_get_stretch (frame, series->days[bucket->first],
                               series->days[bucket->last] + (HipDay) series->width, &left, &right);
  align_column (layer->thickness, &left, &right);
  /* A little is not nothing. */
  top = fmin (top, bottom - 1);
  add_column (flags & HIP_CHART_COLUMN_PARTIAL ? paths->partial : paths->whole, left, right, top,
              bottom);

  if (flags & HIP_CHART_COLUMN_FLAGGED)
    {
      double limit = series->limits ? series->limits[bucket->top] : NAN;
      double edge = isnan (limit) ? bottom : hip_chart_frame_get_y (frame, limit);

      add_column (paths->beyond, left, right, top, fmax (edge, top + 2));
    }
}

static void
draw_columns (const HipChartLayer *layer, const HipChartFrame *frame, HipChartPicture *picture)
{
  const HipChartSeries *series = &layer->series;
  g_autoptr (GArray) buckets = hip_decimate (frame->time, series->days, series->values, series->n,
                                            series->width, (guint) frame->width);
  ColumnPaths paths = {
    gsk_path_builder_new (),
    gsk_path_builder_new (),
    gsk_path_builder_new (),
  };

  for (guint i = 0; i < buckets->len; i++)
    add_bucket_column (&paths, layer, frame, &g_array_index (buckets, HipBucket, i));

  hip_chart_picture_fill (picture, column_ink (layer->tone, FALSE), paths.whole);
  hip_chart_picture_fill (picture, column_ink (layer->tone, TRUE), paths.partial);
  hip_chart_picture_fill (picture, HIP_CHART_INK_BEYOND, paths.beyond);
}

/* --- marks and lines --- */

static HipChartInk
line_ink (HipChartTone tone)
{
  switch (tone)
    {
    case HIP_CHART_TONE_LOAD:
    case HIP_CHART_TONE_PAST:
      return HIP_CHART_INK_ACCENT;
    case HIP_CHART_TONE_BEYOND:
      return HIP_CHART_INK_BEYOND;
    case HIP_CHART_TONE_BASELINE:
    case HIP_CHART_TONE_PAIN_LINE:
      return HIP_CHART_INK_DIM;
    case HIP_CHART_TONE_LIMIT:
    case HIP_CHART_TONE_PAIN:
    default:
      return HIP_CHART_INK_FOREGROUND;
    }
}

static HipChartPen
mark_pen (HipChartTone tone)
{
  return tone == HIP_CHART_TONE_BASELINE ? HIP_CHART_PEN_DOTTED : HIP_CHART_PEN_MARK;
}

static void
add_mark (GskPathBuilder *builder, double left, double right, double y, gboolean separate)
{
  double middle = (left + right) / 2;
  double half = fmin (right - left, MAX_COLUMN_STRETCH) * 0.45;

  if (separate)
    {
      gsk_path_builder_move_to (builder, (float) (middle - half), (float) y);
      gsk_path_builder_line_to (builder, (float) (middle + half), (float) y);
    }
  else
    {
      gsk_path_builder_line_to (builder, (float) left, (float) y);
      gsk_path_builder_line_to (builder, (float) right, (float) y);
    }
}

static void
draw_marks (const HipChartLayer *layer, const HipChartFrame *frame, HipChartPicture *picture)
{
  const HipChartSeries *series = &layer->series;
  g_autoptr (GArray) buckets = hip_decimate (frame->time, series->days, series->values, series->n,
                                            series->width, (guint) frame->width);
  gboolean separate = hip_chart_frame_get_day_width (frame) * series->width >= MIN_STRETCH_FOR_MARK;
  GskPathBuilder *builder = gsk_path_builder_new ();
  gboolean broken = TRUE;

  for (guint i = 0; i < buckets->len; i++)
    {
      const HipBucket *bucket = &g_array_index (buckets, HipBucket, i);
      double value = bucket->top >= 0 ? series->values[bucket->top] : NAN;
      double y = hip_chart_frame_get_y (frame, value);
      double a, b;

      if (isnan (y))
        {
          broken = TRUE;
          continue;
        }
      hip_chart_frame_get_stretch (frame, series->days[bucket->first],
                                   series->days[bucket->last] + (HipDay) series->width, &a, &b);
      if (broken && !separate)
        gsk_path_builder_move_to (builder, (float) a, (float) y);
      add_mark (builder, a, b, y, separate);
      broken = FALSE;
    }

  hip_chart_picture_stroke (picture, line_ink (layer->tone), mark_pen (layer->tone), builder);
}

static double
bucket_middle (const HipChartFrame *frame, const HipChartSeries *series, const HipBucket *bucket)
{
  double first = series->days[bucket->first];
  double end = (double) series->days[bucket->last] + series->width;

  return hip_chart_frame_get_x (frame, (first + end) / 2);
}

static void
draw_line (const HipChartLayer *layer, const HipChartFrame *frame, HipChartPicture *picture)
{
  const HipChartSeries *series = &layer->series;
  g_autoptr (GArray) buckets = hip_decimate (frame->time, series->days, series->values, series->n,
                                            series->width, (guint) frame->width);
  GskPathBuilder *builder = gsk_path_builder_new ();
  gboolean broken = TRUE;

  for (guint i = 0; i < buckets->len; i++)
    {
      const HipBucket *bucket = &g_array_index (buckets, HipBucket, i);
      double value = bucket->top >= 0 ? series->values[bucket->top] : NAN;
      float x = (float) bucket_middle (frame, series, bucket);
      float y = (float) hip_chart_frame_get_y (frame, value);

      if (isnan (y))
        {
          broken = TRUE;
          continue;
        }
      if (broken)
        {
          /* Round caps make a dot of a point that has no neighbours. */
          gsk_path_builder_move_to (builder, x, y);
          gsk_path_builder_line_to (builder, x + 0.01f, y);
        }
      else
        {
          gsk_path_builder_line_to (builder, x, y);
        }
      broken = FALSE;
    }

  hip_chart_picture_stroke (picture, line_ink (layer->tone), HIP_CHART_PEN_LINE, builder);
}

/* --- dots --- */

static guint
zone_of (const HipChartFrame *frame, double value)
{
  if (value >= frame->zones[1])
    return 2;

  return value >= frame->zones[0] ? 1 : 0;
}

static void
add_shape (GskPathBuilder *builder, HipChartShape shape, double x, double y, double radius)
{
  float r = (float) radius;
  /* A hair between the halves, so that a full dot still reads as two. */
  float side = (float) x + (shape == HIP_CHART_SHAPE_LEFT_HALF ? -0.3f : 0.3f);

  if (shape == HIP_CHART_SHAPE_DOT || shape == HIP_CHART_SHAPE_NUMBER)
    {
      gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT ((float) x, (float) y), r);
      return;
    }

  gsk_path_builder_move_to (builder, side, (float) y - r);
  gsk_path_builder_svg_arc_to (builder, r, r, 0, FALSE, shape == HIP_CHART_SHAPE_RIGHT_HALF, side,
                               (float) y + r);
  gsk_path_builder_close (builder);
}

static void
fill_zones (HipChartPicture *picture,
            HipChartTone tone,
            HipChartInk first_ink,
            GskPathBuilder *const builders[3])
{
  for (guint zone = 0; zone < 3; zone++)
    hip_chart_picture_fill (
        picture, tone == HIP_CHART_TONE_PAIN ? first_ink + zone : line_ink (tone), builders[zone]);
}

static void
draw_dots (const HipChartLayer *layer, const HipChartFrame *frame, HipChartPicture *picture)
{
  const HipChartSeries *series = &layer->series;
  double day_width = hip_chart_frame_get_day_width (frame);
  double radius = CLAMP (day_width * series->width * 0.5, MIN_DOT_RADIUS, MAX_DOT_RADIUS);
  GskPathBuilder *builders[3] = {
    gsk_path_builder_new (),
    gsk_path_builder_new (),
    gsk_path_builder_new (),
  };

  for (gsize i = 0; i < series->n; i++)
    {
      double value = series->values[i];
      double x = hip_chart_frame_get_x (frame, series->days[i] + series->width / 2.0);
      double y = hip_chart_frame_get_y (frame, value);

      if (!isnan (y) && x >= frame->left && x <= frame->left + frame->width)
        add_shape (builders[zone_of (frame, value)], layer->shape, x, y, radius);
    }

  fill_zones (picture, layer->tone, HIP_CHART_INK_SUCCESS, builders);
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
      add_shape (builders[zone_of (frame, series->values[i])], layer->shape,
                 hip_chart_frame_get_x (frame, series->days[i] + series->width / 2.0), y, radius);

  fill_zones (picture, layer->tone, HIP_CHART_INK_SUCCESS_DISC, builders);

  for (gsize i = 0; i < series->n && radius >= MIN_DISC_RADIUS; i++)
    if (!isnan (series->values[i]))
      add_number (picture, series->values[i],
                  hip_chart_frame_get_x (frame, series->days[i] + series->width / 2.0), y);
}

/* --- signs --- */

static void
add_polygon (GskPathBuilder *builder, double x, double y, double radius, int n_corners, double turn)
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
      add_polygon (builder, x, y + SIGN_RADIUS * 0.2, SIGN_RADIUS * 1.2, 3, 0);
      break;
    case HIP_CHART_SIGN_WARNING:
      add_polygon (builder, x, y, SIGN_RADIUS * 1.15, 4, 0);
      break;
    case HIP_CHART_SIGN_URGENT:
      add_polygon (builder, x, y, SIGN_RADIUS * 1.2, 4, 0.5);
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

/* Which days share a sign: @step each, and the last ones what is left over as well. */
typedef struct
{
  HipDay step;
  HipDay n;
} SignCells;

/* A day, or whole weeks. */
static SignCells
get_sign_cells (const HipChartFrame *frame)
{
  double day_width = hip_chart_frame_get_day_width (frame);
  SignCells cells = { .step = 1 };

  if (day_width < SIGN_STRETCH)
    cells.step = 7 * (HipDay) ceil (SIGN_STRETCH / (7 * day_width));
  cells.n = MAX ((HipDay) hip_time_scale_get_days (frame->time) / cells.step, 1);

  return cells;
}

static HipDay
find_sign_cell (const SignCells *cells, const HipChartFrame *frame, HipDay day)
{
  return MIN ((day - frame->time.from) / cells->step, cells->n - 1);
}

static double
get_sign_x (const SignCells *cells, const HipChartFrame *frame, HipDay cell)
{
  double first = frame->time.from + cell * cells->step;
  double end = cell + 1 < cells->n ? first + cells->step : frame->time.to + 1.0;

  return hip_chart_frame_get_x (frame, (first + end) / 2);
}

static void
draw_signs (const HipChartLayer *layer, const HipChartFrame *frame, HipChartPicture *picture)
{
  const HipChartSeries *series = &layer->series;
  SignCells cells = get_sign_cells (frame);
  double y = frame->top + frame->height / 2;
  GskPathBuilder *builders[HIP_N_CHART_SIGNS];
  gsize i = 0;

  for (int sign = 0; sign < HIP_N_CHART_SIGNS; sign++)
    builders[sign] = gsk_path_builder_new ();

  while (i < series->n && series->days[i] < frame->time.from)
    i++;
  while (i < series->n && series->days[i] <= frame->time.to)
    {
      HipDay cell = find_sign_cell (&cells, frame, series->days[i]);
      double worst = HIP_CHART_SIGN_TIP;

      for (; i < series->n && series->days[i] <= frame->time.to
             && find_sign_cell (&cells, frame, series->days[i]) == cell;
           i++)
        worst = fmax (worst, series->values[i]);
      worst = fmin (worst, HIP_CHART_SIGN_URGENT);
      add_sign (builders[(int) worst], (HipChartSign) worst, get_sign_x (&cells, frame, cell), y);
    }

  for (int sign = 0; sign < HIP_N_CHART_SIGNS; sign++)
    draw_sign_path (picture, (HipChartSign) sign, builders[sign]);
}

/**
 * hip_chart_layer_draw:
 * @layer: a layer
 * @frame: where its values go
 * @picture: what to add it to
 *
 * Turns values into paths. What would lie on one pixel is one column or one point.
 */
void
hip_chart_layer_draw (const HipChartLayer *layer,
                      const HipChartFrame *frame,
                      HipChartPicture *picture)
{
  g_return_if_fail (layer != NULL && frame != NULL && picture != NULL);

  if (!hip_chart_layer_is_visible (layer, hip_chart_frame_get_day_width (frame)))
    return;

  switch (layer->kind)
    {
    case HIP_CHART_LAYER_COLUMNS:
      draw_columns (layer, frame, picture);
      break;
    case HIP_CHART_LAYER_MARKS:
      draw_marks (layer, frame, picture);
      break;
    case HIP_CHART_LAYER_LINE:
      draw_line (layer, frame, picture);
      break;
    case HIP_CHART_LAYER_DOTS:
      if (layer->shape == HIP_CHART_SHAPE_NUMBER)
        draw_numbers (layer, frame, picture);
      else
        draw_dots (layer, frame, picture);
      break;
    case HIP_CHART_LAYER_SIGNS:
      draw_signs (layer, frame, picture);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* --- legend --- */

/**
 * hip_chart_layer_is_visible:
 * @layer: a layer
 * @day_width: how wide a day is in pixels
 *
 * Returns: whether it is drawn at that size at all: dots and marks need some room
 */
gboolean
hip_chart_layer_is_visible (const HipChartLayer *layer, double day_width)
{
  double stretch;

  g_return_val_if_fail (layer != NULL, FALSE);

  stretch = day_width * layer->series.width;

  switch (layer->kind)
    {
    case HIP_CHART_LAYER_DOTS:
      return layer->shape == HIP_CHART_SHAPE_NUMBER || stretch >= MIN_DAY_FOR_DOTS;
    case HIP_CHART_LAYER_MARKS:
      return stretch >= MIN_STRETCH_FOR_STEP;
    case HIP_CHART_LAYER_COLUMNS:
    case HIP_CHART_LAYER_LINE:
    case HIP_CHART_LAYER_SIGNS:
    default:
      return TRUE;
    }
}

static void
sample_column (const HipChartLayer *layer, HipChartPicture *picture, double x, double y, double w)
{
  GskPathBuilder *builder = gsk_path_builder_new ();

  add_column (builder, x + w / 2 - 4, x + w / 2 + 4, y - 5, y + 5);
  hip_chart_picture_fill (picture, column_ink (layer->tone, FALSE), builder);
}

static void
sample_line (HipChartInk ink,
             HipChartPen pen,
             HipChartPicture *picture,
             double x,
             double y,
             double w)
{
  GskPathBuilder *builder = gsk_path_builder_new ();

  gsk_path_builder_move_to (builder, (float) x, (float) y);
  gsk_path_builder_line_to (builder, (float) (x + w), (float) y);
  hip_chart_picture_stroke (picture, ink, pen, builder);
}

static void
sample_dot (const HipChartLayer *layer, HipChartPicture *picture, double x, double y, double w)
{
  GskPathBuilder *builder = gsk_path_builder_new ();

  add_shape (builder, layer->shape, x + w / 2, y, MAX_DOT_RADIUS);
  hip_chart_picture_fill (picture, HIP_CHART_INK_DIM, builder);
}

static void
sample_sign (const HipChartLayer *layer, HipChartPicture *picture, double x, double y, double w)
{
  GskPathBuilder *builder = gsk_path_builder_new ();

  add_sign (builder, layer->sign, x + w / 2, y);
  draw_sign_path (picture, layer->sign, builder);
}

/**
 * hip_chart_layer_sample:
 * @layer: a layer
 * @picture: what to add it to
 * @x: left edge of the sample
 * @y: its middle
 * @width: its width
 *
 * Draws what the layer looks like, for a legend.
 */
void
hip_chart_layer_sample (const HipChartLayer *layer,
                        HipChartPicture *picture,
                        double x,
                        double y,
                        double width)
{
  g_return_if_fail (layer != NULL && picture != NULL);

  if (layer->kind == HIP_CHART_LAYER_COLUMNS)
    sample_column (layer, picture, x, y, width);
  else if (layer->kind == HIP_CHART_LAYER_DOTS)
    sample_dot (layer, picture, x, y, width);
  else if (layer->kind == HIP_CHART_LAYER_SIGNS)
    sample_sign (layer, picture, x, y, width);
  else
    sample_line (line_ink (layer->tone),
                 layer->kind == HIP_CHART_LAYER_LINE ? HIP_CHART_PEN_LINE : mark_pen (layer->tone),
                 picture, x, y, width);
}
