// SPDX-License-Identifier: GPL-3.0-or-later
/* A calendar: a column for each week, a row for each weekday, a cell for each day. */
#include "config.h"

#include "hip-chart-layers-private.h"

#include <math.h>

#define CELL_GAP        2.0 /* pixels between cells that have room for one */
#define CELL_RADIUS     3.0f
#define MIN_GAPPED      5.0 /* pixels: narrower cells touch */
#define MIN_NUMBERED    16.0
#define MIN_MARKED      9.0 /* pixels: narrower cells have no room for what is less serious */
#define MAX_MARK_RADIUS 3.0
#define N_INKS          12 /* of no score, and of 0 to 10 */

static void
get_cell (const HipChartFrame *frame,
          guint row,
          HipDay first_week,
          HipDay end,
          graphene_rect_t *bounds)
{
  double height = frame->height / 7;
  double left, right, gap;

  hip_chart_frame_get_stretch (frame, first_week, end, &left, &right);
  gap = right - left >= MIN_GAPPED ? CELL_GAP : 0;
  graphene_rect_init (bounds, (float) left, (float) (frame->top + row * height),
                      (float) fmax (0, right - left - gap), (float) fmax (1, height - CELL_GAP));
}

static HipChartInk
cell_ink (double score)
{
  return isnan (score) ? HIP_CHART_INK_CELL_NONE
                       : HIP_CHART_INK_CELL_0 + (HipChartInk) CLAMP (lround (score), 0, 10);
}

static void
add_cell (GskPathBuilder *builder, const graphene_rect_t *bounds)
{
  GskRoundedRect outline;

  if (bounds->size.width <= 0)
    return;
  if (bounds->size.width < MIN_GAPPED)
    {
      gsk_path_builder_add_rect (builder, bounds);
      return;
    }
  gsk_rounded_rect_init_from_rect (&outline, bounds, CELL_RADIUS);
  gsk_path_builder_add_rounded_rect (builder, &outline);
}

/* The number says what the colour says. */
static void
add_number (HipChartPicture *picture, const graphene_rect_t *bounds, double score)
{
  g_autofree char *text = g_strdup_printf ("%.0f", score);
  g_autoptr (PangoLayout) layout = hip_chart_picture_create_text (picture, text, FALSE);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  if (width > bounds->size.width - 2 || height > bounds->size.height + 3)
    return;
  hip_chart_picture_text (picture, HIP_CHART_INK_FOREGROUND, layout,
                          bounds->origin.x + (bounds->size.width - width) / 2.0,
                          bounds->origin.y + (bounds->size.height - height) / 2.0);
}

/* One layer is one weekday: its series has a value a week. */
void
_hip_chart_draw_cells (const HipChartLayer *layer,
                       const HipChartFrame *frame,
                       HipChartPicture *picture)
{
  const HipChartSeries *series = &layer->series;
  g_autoptr (GArray) buckets = hip_decimate (frame->time, series->days, layer->extremes, series->n,
                                            series->width, (guint) frame->width);
  GskPathBuilder *builders[N_INKS] = { NULL };
  graphene_rect_t bounds;

  for (guint ink = 0; ink < N_INKS; ink++)
    builders[ink] = gsk_path_builder_new ();
  for (guint i = 0; i < buckets->len; i++)
    {
      const HipBucket *bucket = &g_array_index (buckets, HipBucket, i);
      double score = bucket->top >= 0 ? series->values[bucket->top] : NAN;

      get_cell (frame, layer->row, series->days[bucket->first],
                series->days[bucket->last] + (HipDay) series->width, &bounds);
      add_cell (builders[cell_ink (score) - HIP_CHART_INK_CELL_NONE], &bounds);
    }
  for (guint ink = 0; ink < N_INKS; ink++)
    hip_chart_picture_fill (picture, HIP_CHART_INK_CELL_NONE + ink, builders[ink]);

  if (hip_chart_frame_get_day_width (frame) * series->width < MIN_NUMBERED)
    return;
  for (guint i = 0; i < buckets->len; i++)
    {
      const HipBucket *bucket = &g_array_index (buckets, HipBucket, i);

      if (bucket->top < 0)
        continue;
      get_cell (frame, layer->row, series->days[bucket->first],
                series->days[bucket->last] + (HipDay) series->width, &bounds);
      add_number (picture, &bounds, series->values[bucket->top]);
    }
}

/**
 * hip_chart_frame_get_day_cell:
 * @self: a frame of a calendar
 * @day: a day
 * @bounds: (out caller-allocates): its cell
 *
 * Returns: whether it can be seen
 */
gboolean
hip_chart_frame_get_day_cell (const HipChartFrame *self, HipDay day, graphene_rect_t *bounds)
{
  HipDay week = hip_day_get_week_start (day, self->time.first_weekday);

  get_cell (self, (guint) (day - week), week, week + 7, bounds);

  return bounds->size.width > 0;
}

/* In an outer corner, so that the number stays free; narrow cells are mostly mark. */
static void
add_mark (const HipChartLayer *layer, const graphene_rect_t *bounds, GskPathBuilder *builder)
{
  double radius = CLAMP (bounds->size.width / 8, 2.0, MAX_MARK_RADIUS);
  double inset = fmin (radius + 1, bounds->size.width / 2);
  gboolean low = layer->shape == HIP_CHART_SHAPE_RING;

  _hip_chart_add_shape (builder, layer->shape, bounds->origin.x + bounds->size.width - inset,
                        low ? bounds->origin.y + bounds->size.height - inset
                            : bounds->origin.y + inset,
                        low ? radius - 0.5 : radius);
}

void
_hip_chart_draw_cell_marks (const HipChartLayer *layer,
                            const HipChartFrame *frame,
                            HipChartPicture *picture)
{
  const HipChartSeries *series = &layer->series;
  HipChartInk ink = _hip_chart_tone_get_ink (layer->tone);
  double width = hip_chart_frame_get_day_width (frame) * 7;
  GskPathBuilder *builder;
  double last_x[7] = { -1, -1, -1, -1, -1, -1, -1 };
  gsize begin, end;

  if (layer->shape == HIP_CHART_SHAPE_RING && width < MIN_MARKED)
    return;

  builder = gsk_path_builder_new ();
  hip_decimate_find_visible (frame->time, series->days, series->n, 1, &begin, &end);
  for (gsize i = begin; i < end; i++)
    {
      HipDay day = series->days[i];
      guint row = (guint) (day - hip_day_get_week_start (day, frame->time.first_weekday));
      graphene_rect_t bounds;

      /* One on the same pixel as the one before would not be seen. */
      if (!hip_chart_frame_get_day_cell (frame, day, &bounds)
          || floor (bounds.origin.x) == last_x[row])
        continue;
      last_x[row] = floor (bounds.origin.x);
      add_mark (layer, &bounds, builder);
    }
  if (layer->shape == HIP_CHART_SHAPE_RING)
    hip_chart_picture_stroke (picture, ink, HIP_CHART_PEN_HAIR, builder);
  else
    hip_chart_picture_fill (picture, ink, builder);
}

void
_hip_chart_sample_cell (const HipChartLayer *layer,
                        HipChartPicture *picture,
                        double x,
                        double y,
                        double width)
{
  static const double scores[] = { 1, 4, 8 };

  if (layer->kind == HIP_CHART_LAYER_CELL_MARKS)
    {
      _hip_chart_sample_dot (layer, picture, x, y, width);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (scores); i++)
    {
      GskPathBuilder *builder = gsk_path_builder_new ();
      float part = (float) width / G_N_ELEMENTS (scores);

      gsk_path_builder_add_rect (
          builder, &GRAPHENE_RECT_INIT ((float) x + part * i, (float) y - 5, part, 10));
      hip_chart_picture_fill (picture, cell_ink (scores[i]), builder);
    }
}
