// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-chart-layers-private.h"

#include <math.h>

#define MAX_COLUMN_STRETCH   56.0 /* pixels: columns grow no wider than for this many */
#define MAX_COLUMN_RADIUS    4.0
#define MIN_DAY_FOR_DOTS     2.5 /* pixels: less, and dots become a smear */
#define LEVEL_LABEL_GAP      3.0
#define LONE_POINT_RADIUS    2.5f
#define MIN_STRETCH_FOR_MARK 10.0 /* pixels: less, and marks join to a stepped line */
#define MIN_STRETCH_FOR_STEP 4.0  /* less, and the steps hide the columns */

/* (transfer full): what can be seen of it, by the pixel */
static GArray *
gather (const HipChartLayer *layer, const HipChartFrame *frame)
{
  const HipChartSeries *series = &layer->series;
  g_autoptr (HipExtremes) own = NULL;

  if (layer->extremes == NULL)
    own = hip_extremes_new (series->values, series->n);

  return hip_decimate (frame->time, series->days, own != NULL ? own : layer->extremes, series->n,
                       series->width, (guint) frame->width);
}

/* Not cut off at the edges: columns and marks keep their width while they move out of sight. */
static void
get_bucket_stretch (const HipChartSeries *series,
                    const HipChartFrame *frame,
                    const HipBucket *bucket,
                    double *left,
                    double *right)
{
  double a = hip_chart_frame_get_x (frame, series->days[bucket->first]);
  double b =
      hip_chart_frame_get_x (frame, (double) series->days[bucket->last] + (double) series->width);

  *left = fmin (a, b);
  *right = fmax (a, b);
}

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
    case HIP_CHART_TONE_ALERT:
    case HIP_CHART_TONE_SECOND:
    case HIP_CHART_TONE_THIRD:
    case HIP_CHART_TONE_FOURTH:
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

  get_bucket_stretch (series, frame, bucket, &left, &right);
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
  g_autoptr (GArray) buckets = gather (layer, frame);
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

HipChartInk
_hip_chart_tone_get_ink (HipChartTone tone)
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
    case HIP_CHART_TONE_ALERT:
      return HIP_CHART_INK_ERROR;
    case HIP_CHART_TONE_SECOND:
      return HIP_CHART_INK_SECOND;
    case HIP_CHART_TONE_THIRD:
      return HIP_CHART_INK_THIRD;
    case HIP_CHART_TONE_FOURTH:
      return HIP_CHART_INK_FOURTH;
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

static HipChartPen
line_pen (const HipChartLayer *layer)
{
  static const HipChartPen pens[HIP_N_CHART_PATTERNS] = {
    [HIP_CHART_PATTERN_PLAIN] = HIP_CHART_PEN_LINE,
    [HIP_CHART_PATTERN_DASHED] = HIP_CHART_PEN_DASHED,
    [HIP_CHART_PATTERN_DOTTED] = HIP_CHART_PEN_DOTTED,
    [HIP_CHART_PATTERN_DASH_DOTTED] = HIP_CHART_PEN_DASH_DOTTED,
  };

  return pens[layer->pattern];
}

static void
swap (double *a, double *b)
{
  double first = *a;

  *a = *b;
  *b = first;
}

static void
add_mark (GskPathBuilder *builder, double left, double right, double y, gboolean separate)
{
  double middle = (left + right) / 2;
  double half = fmin (fabs (right - left), MAX_COLUMN_STRETCH) * 0.45;

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
  g_autoptr (GArray) buckets = gather (layer, frame);
  gboolean separate =
      layer->kind == HIP_CHART_LAYER_MARKS
      && hip_chart_frame_get_day_width (frame) * series->width >= MIN_STRETCH_FOR_MARK;
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
      get_bucket_stretch (series, frame, bucket, &a, &b);
      /* The line goes on in time, whichever way that is. */
      if (frame->mirrored)
        swap (&a, &b);
      if (broken && !separate)
        gsk_path_builder_move_to (builder, (float) a, (float) y);
      add_mark (builder, a, b, y, separate);
      broken = FALSE;
    }

  hip_chart_picture_stroke (picture, _hip_chart_tone_get_ink (layer->tone), mark_pen (layer->tone),
                            builder);
}

/* What is below the steps, each stretch closed down to zero. */
static void
draw_area (const HipChartLayer *layer, const HipChartFrame *frame, HipChartPicture *picture)
{
  const HipChartSeries *series = &layer->series;
  g_autoptr (GArray) buckets = gather (layer, frame);
  float bottom = (float) hip_chart_frame_get_y (frame, 0);
  GskPathBuilder *builder = gsk_path_builder_new ();
  gboolean open = FALSE;
  double a = 0, b = 0;

  for (guint i = 0; i <= buckets->len; i++)
    {
      const HipBucket *bucket = i < buckets->len ? &g_array_index (buckets, HipBucket, i) : NULL;
      double value = bucket != NULL && bucket->top >= 0 ? series->values[bucket->top] : NAN;
      float y = (float) hip_chart_frame_get_y (frame, value);

      if (open && isnan (y))
        {
          gsk_path_builder_line_to (builder, (float) b, bottom);
          gsk_path_builder_close (builder);
        }
      if (isnan (y))
        {
          open = FALSE;
          continue;
        }
      get_bucket_stretch (series, frame, bucket, &a, &b);
      if (frame->mirrored)
        swap (&a, &b);
      if (!open)
        gsk_path_builder_move_to (builder, (float) a, bottom);
      gsk_path_builder_line_to (builder, (float) a, y);
      gsk_path_builder_line_to (builder, (float) b, y);
      open = TRUE;
    }

  hip_chart_picture_fill (picture, HIP_CHART_INK_ACCENT_TINT, builder);
}

/* A line that is being drawn, and what is left of it where a value has no neighbours: a dot. */
typedef struct
{
  GskPathBuilder *line;
  GskPathBuilder *dots;
  guint n; /* points since it was broken last */
  double x;
  double y;
} LinePath;

static void
break_line (LinePath *path)
{
  if (path->n == 1)
    gsk_path_builder_add_circle (
        path->dots, &GRAPHENE_POINT_INIT ((float) path->x, (float) path->y), LONE_POINT_RADIUS);
  path->n = 0;
}

static void
add_line_value (LinePath *path,
                const HipChartFrame *frame,
                const HipChartSeries *series,
                gssize index)
{
  double x = hip_chart_frame_get_x (frame, hip_chart_series_get_x (series, (gsize) index));
  double y = hip_chart_frame_get_y (frame, series->values[index]);

  if (isnan (x) || isnan (y))
    {
      break_line (path);
      return;
    }
  if (path->n == 0)
    gsk_path_builder_move_to (path->line, (float) x, (float) y);
  else
    gsk_path_builder_line_to (path->line, (float) x, (float) y);
  path->n++;
  path->x = x;
  path->y = y;
}

/* Where many values share a pixel, the lowest and the highest are drawn, in their order. */
static void
add_line_bucket (LinePath *path,
                 const HipChartFrame *frame,
                 const HipChartSeries *series,
                 const HipBucket *bucket)
{
  if (bucket->top < 0)
    {
      break_line (path);
      return;
    }
  add_line_value (path, frame, series, MIN (bucket->top, bucket->bottom));
  if (bucket->top != bucket->bottom)
    add_line_value (path, frame, series, MAX (bucket->top, bucket->bottom));
}

/* It begins before what is shown and goes on after it. */
static void
add_line_in_time (LinePath *path, const HipChartLayer *layer, const HipChartFrame *frame)
{
  const HipChartSeries *series = &layer->series;
  g_autoptr (GArray) buckets = gather (layer, frame);
  gsize begin, end;

  hip_decimate_find_visible (frame->time, series->days, series->n, series->width, &begin, &end);
  if (begin > 0 && begin < end)
    add_line_value (path, frame, series, (gssize) begin - 1);
  for (guint i = 0; i < buckets->len; i++)
    add_line_bucket (path, frame, series, &g_array_index (buckets, HipBucket, i));
  if (end < series->n && begin < end)
    add_line_value (path, frame, series, (gssize) end);
}

static void
draw_line (const HipChartLayer *layer, const HipChartFrame *frame, HipChartPicture *picture)
{
  const HipChartSeries *series = &layer->series;
  HipChartInk ink = _hip_chart_tone_get_ink (layer->tone);
  LinePath path = { .line = gsk_path_builder_new (), .dots = gsk_path_builder_new () };

  if (frame->by_value)
    for (gsize i = 0; i < series->n; i++)
      add_line_value (&path, frame, series, (gssize) i);
  else
    add_line_in_time (&path, layer, frame);
  break_line (&path);

  hip_chart_picture_stroke (picture, ink, line_pen (layer), path.line);
  hip_chart_picture_fill (picture, ink, path.dots);
}

/* --- levels --- */

/* What the line is stands on it, where values begin. */
static void
draw_level (const HipChartLayer *layer, const HipChartFrame *frame, HipChartPicture *picture)
{
  double y = floor (hip_chart_frame_get_y (frame, layer->level)) + 0.5;
  GskPathBuilder *builder;
  g_autoptr (PangoLayout) text = NULL;
  int width, height;

  if (isnan (y) || !hip_scale_contains (frame->values, layer->level))
    return;

  builder = gsk_path_builder_new ();
  gsk_path_builder_move_to (builder, (float) frame->left, (float) y);
  gsk_path_builder_line_to (builder, (float) (frame->left + frame->width), (float) y);
  hip_chart_picture_stroke (picture, _hip_chart_tone_get_ink (layer->tone), HIP_CHART_PEN_DASHED,
                            builder);
  if (layer->legend == NULL)
    return;

  text = hip_chart_picture_create_text (picture, layer->legend, FALSE);
  pango_layout_get_pixel_size (text, &width, &height);
  /* That low, it would lie on others, and on the axis. */
  if (y + height > frame->top + frame->height)
    return;
  if (y - height < frame->top)
    y += height + 1;
  hip_chart_picture_text (picture, HIP_CHART_INK_DIM, text,
                          frame->mirrored ? frame->left + frame->width - width - LEVEL_LABEL_GAP
                                          : frame->left + LEVEL_LABEL_GAP,
                          y - height);
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
    case HIP_CHART_LAYER_STEPS:
      draw_marks (layer, frame, picture);
      break;
    case HIP_CHART_LAYER_AREA:
      draw_area (layer, frame, picture);
      break;
    case HIP_CHART_LAYER_LINE:
      draw_line (layer, frame, picture);
      break;
    case HIP_CHART_LAYER_DOTS:
      _hip_chart_draw_dots (layer, frame, picture);
      break;
    case HIP_CHART_LAYER_STEMS:
      _hip_chart_draw_stems (layer, frame, picture);
      break;
    case HIP_CHART_LAYER_CELLS:
      _hip_chart_draw_cells (layer, frame, picture);
      break;
    case HIP_CHART_LAYER_CELL_MARKS:
      _hip_chart_draw_cell_marks (layer, frame, picture);
      break;
    case HIP_CHART_LAYER_LEVEL:
      draw_level (layer, frame, picture);
      break;
    case HIP_CHART_LAYER_SIGNS:
      _hip_chart_draw_signs (layer, frame, picture);
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
      /* Halves are daily; the others are few, or decimated. */
      return (layer->shape != HIP_CHART_SHAPE_LEFT_HALF
              && layer->shape != HIP_CHART_SHAPE_RIGHT_HALF)
             || stretch >= MIN_DAY_FOR_DOTS;
    case HIP_CHART_LAYER_MARKS:
      return stretch >= MIN_STRETCH_FOR_STEP;
    case HIP_CHART_LAYER_COLUMNS:
    case HIP_CHART_LAYER_STEPS:
    case HIP_CHART_LAYER_AREA:
    case HIP_CHART_LAYER_LINE:
    case HIP_CHART_LAYER_STEMS:
    case HIP_CHART_LAYER_CELLS:
    case HIP_CHART_LAYER_CELL_MARKS:
    case HIP_CHART_LAYER_LEVEL:
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
sample_area (HipChartPicture *picture, double x, double y, double w)
{
  GskPathBuilder *builder = gsk_path_builder_new ();

  gsk_path_builder_add_rect (builder,
                             &GRAPHENE_RECT_INIT ((float) x, (float) y - 5, (float) w, 10));
  hip_chart_picture_fill (picture, HIP_CHART_INK_ACCENT_TINT, builder);
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

  switch (layer->kind)
    {
    case HIP_CHART_LAYER_COLUMNS:
      sample_column (layer, picture, x, y, width);
      break;
    case HIP_CHART_LAYER_AREA:
      sample_area (picture, x, y, width);
      break;
    case HIP_CHART_LAYER_DOTS:
    case HIP_CHART_LAYER_STEMS:
      _hip_chart_sample_dot (layer, picture, x, y, width);
      break;
    case HIP_CHART_LAYER_CELLS:
    case HIP_CHART_LAYER_CELL_MARKS:
      _hip_chart_sample_cell (layer, picture, x, y, width);
      break;
    case HIP_CHART_LAYER_SIGNS:
      _hip_chart_sample_sign (layer, picture, x, y, width);
      break;
    case HIP_CHART_LAYER_LINE:
      sample_line (_hip_chart_tone_get_ink (layer->tone), line_pen (layer), picture, x, y, width);
      break;
    case HIP_CHART_LAYER_MARKS:
    case HIP_CHART_LAYER_STEPS:
    case HIP_CHART_LAYER_LEVEL:
    default:
      sample_line (_hip_chart_tone_get_ink (layer->tone), mark_pen (layer->tone), picture, x, y,
                   width);
      break;
    }
}
