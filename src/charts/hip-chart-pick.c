// SPDX-License-Identifier: GPL-3.0-or-later
/* Where the slots of a laid out chart are: to find them by pointer, and to show the selected. */
#include "config.h"

#include "hip-chart-layout-private.h"
#include "hip-decimate.h"

#include <math.h>

#define BAND_RADIUS  6.0
#define CELL_RADIUS  4.0
#define POINT_RADIUS 7.0
#define POINT_REACH  24.0 /* pixels: farther away, and nothing is meant */
#define STALK_REACH  12.0
#define SIGN_REACH   9.0

static const HipChartFrame *
get_frame (HipChartLayout *self, const HipChartRow *row)
{
  return row->panel < self->frames->len ? &g_array_index (self->frames, HipChartFrame, row->panel)
                                        : &self->plot;
}

/* --- where it is --- */

static void
get_band (HipChartLayout *self, const HipChartRow *row, gsize index, graphene_rect_t *bounds)
{
  const HipChartFrame *frame = get_frame (self, row);
  HipDay day = row->series.days[index];
  double left, right;

  hip_chart_frame_get_stretch (frame, day, day + (HipDay) row->series.width, &left, &right);
  graphene_rect_init (bounds, (float) left, (float) frame->top, (float) fmax (0, right - left),
                      (float) frame->height);
}

static gboolean
get_point (HipChartLayout *self, const HipChartRow *row, gsize index, double *x, double *y)
{
  const HipChartFrame *frame = get_frame (self, row);

  *x = hip_chart_frame_get_x (frame, hip_chart_series_get_x (&row->series, index));
  *y = row->series.values != NULL ? hip_chart_frame_get_y (frame, row->series.values[index])
                                  : frame->top + frame->height / 2;

  return !isnan (*x) && !isnan (*y) && *x >= frame->left && *x <= frame->left + frame->width;
}

static void
get_disc (HipChartLayout *self, const HipChartRow *row, gsize index, graphene_rect_t *bounds)
{
  double x, y;
  float r = POINT_RADIUS;

  if (get_point (self, row, index, &x, &y))
    graphene_rect_init (bounds, (float) x - r, (float) y - r, 2 * r, 2 * r);
  else
    graphene_rect_init (bounds, 0, 0, 0, 0);
}

/**
 * hip_chart_layout_get_slot:
 * @self: a layout
 * @slot: which one
 * @bounds: (out caller-allocates): where it is
 *
 * Gets what a slot covers.
 *
 * Returns: whether it can be seen at all
 */
gboolean
hip_chart_layout_get_slot (HipChartLayout *self, gsize slot, graphene_rect_t *bounds)
{
  const HipChartRow *row;

  g_return_val_if_fail (self != NULL && bounds != NULL, FALSE);

  row = hip_chart_find_row (self->chart, slot);
  if (row == NULL || self->plot.width <= 0)
    return FALSE;

  switch (row->shape)
    {
    case HIP_CHART_SLOT_BAND:
      get_band (self, row, slot - row->first, bounds);
      break;
    case HIP_CHART_SLOT_CELL:
      hip_chart_frame_get_day_cell (get_frame (self, row), row->series.days[slot - row->first],
                                    bounds);
      break;
    case HIP_CHART_SLOT_STALK:
    case HIP_CHART_SLOT_POINT:
    case HIP_CHART_SLOT_SIGN:
    default:
      get_disc (self, row, slot - row->first, bounds);
      break;
    }

  return bounds->size.width > 0;
}

/* --- showing it --- */

/* Where slots are too narrow for a band, it is a hair line that can be seen. */
static void
draw_band (GtkSnapshot *snapshot, const HipChartColors *colors, graphene_rect_t bounds)
{
  GdkRGBA color = colors->foreground;
  GskRoundedRect outline;

  if (bounds.size.width < 3)
    graphene_rect_inset (&bounds, (bounds.size.width - 3) / 2, 0);
  color.alpha *= 0.1f;
  gsk_rounded_rect_init_from_rect (&outline, &bounds,
                                   (float) fmin (BAND_RADIUS, bounds.size.width / 2));
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &color, &bounds);
  gtk_snapshot_pop (snapshot);
}

static void
draw_outline (GtkSnapshot *snapshot,
              const HipChartColors *colors,
              graphene_rect_t bounds,
              double radius)
{
  GskRoundedRect outline;
  GdkRGBA color = colors->foreground;

  graphene_rect_inset (&bounds, -1, -1);
  gsk_rounded_rect_init_from_rect (&outline, &bounds, (float) radius);
  gtk_snapshot_append_border (snapshot, &outline, (float[]) { 2, 2, 2, 2 },
                              (GdkRGBA[]) { color, color, color, color });
}

/**
 * hip_chart_layout_draw_slot:
 * @self: a layout
 * @snapshot: where to draw
 * @colors: in which colours
 * @slot: which one
 *
 * Draws what shows that a slot is selected: a soft band, or a ring. Comes before
 * [method@ChartLayout.draw].
 */
void
hip_chart_layout_draw_slot (HipChartLayout *self,
                            GtkSnapshot *snapshot,
                            const HipChartColors *colors,
                            gsize slot)
{
  const HipChartRow *row;
  graphene_rect_t bounds;

  g_return_if_fail (self != NULL && snapshot != NULL && colors != NULL);

  if (!hip_chart_layout_get_slot (self, slot, &bounds))
    return;

  row = hip_chart_find_row (self->chart, slot);
  if (row->shape == HIP_CHART_SLOT_BAND)
    draw_band (snapshot, colors, bounds);
  else
    draw_outline (snapshot, colors, bounds,
                  row->shape == HIP_CHART_SLOT_CELL ? CELL_RADIUS : bounds.size.width / 2);
}

/* In a calendar a line would go through a week. */
static gboolean
draw_cell_cursor (HipChartLayout *self,
                  GtkSnapshot *snapshot,
                  const HipChartColors *colors,
                  HipDay day)
{
  for (guint i = 0; i < self->chart->rows->len; i++)
    {
      const HipChartRow *row = self->chart->rows->pdata[i];
      graphene_rect_t bounds;

      if (row->shape != HIP_CHART_SLOT_CELL)
        continue;
      if (hip_chart_frame_get_day_cell (get_frame (self, row), day, &bounds))
        draw_outline (snapshot, colors, bounds, CELL_RADIUS);
      return TRUE;
    }

  return FALSE;
}

/**
 * hip_chart_layout_draw_cursor:
 * @self: a layout
 * @snapshot: where to draw
 * @colors: in which colours
 * @day: a day
 *
 * Draws a hair line through a day that is pointed at in another chart; around it in a calendar.
 */
void
hip_chart_layout_draw_cursor (HipChartLayout *self,
                              GtkSnapshot *snapshot,
                              const HipChartColors *colors,
                              HipDay day)
{
  double x;

  g_return_if_fail (self != NULL && snapshot != NULL && colors != NULL);

  if (self->plot.by_value || self->plot.width <= 0
      || draw_cell_cursor (self, snapshot, colors, day))
    return;

  x = floor (hip_chart_frame_get_x (&self->plot, day + 0.5));
  if (x < self->plot.left || x > self->plot.left + self->plot.width)
    return;

  gtk_snapshot_append_color (
      snapshot, &colors->dim,
      &GRAPHENE_RECT_INIT ((float) x, (float) self->plot.top, 1, (float) self->plot.height));
}

/* --- finding it --- */

/* Values whose x is no farther away than @reach. */
static void
find_near (HipChartLayout *self,
           const HipChartRow *row,
           double x,
           double reach,
           gsize *begin,
           gsize *end)
{
  const HipChartFrame *frame = get_frame (self, row);
  double position = (x - frame->left) / frame->width;
  HipTimeScale near = self->plot.time;
  double day;

  *begin = 0;
  *end = row->series.n;
  if (frame->by_value)
    return;

  day = near.start + (frame->mirrored ? 1 - position : position) * (near.end - near.start);
  reach /= hip_chart_frame_get_day_width (frame);
  near = hip_time_scale_new_exact (day - reach, day + reach, near.first_weekday);
  hip_decimate_find_visible (near, row->series.days, row->series.n, row->series.width, begin, end);
}

/* The nearest value within reach; of stalks and signs the height hardly matters. */
static gssize
pick_nearest (HipChartLayout *self,
              const HipChartRow *row,
              double x,
              double y,
              double reach,
              double height_counts,
              double *distance)
{
  gsize begin, end;
  gssize nearest = -1;

  find_near (self, row, x, reach, &begin, &end);
  for (gsize i = begin; i < end; i++)
    {
      double at_x, at_y, away;

      if (!get_point (self, row, i, &at_x, &at_y) || fabs (at_x - x) > reach)
        continue;
      away = hypot (at_x - x, (at_y - y) * height_counts);
      if (away <= reach && away < *distance)
        {
          nearest = (gssize) (row->first + i);
          *distance = away;
        }
    }

  return nearest;
}

static gssize
find_day (const HipChartRow *row, HipDay day)
{
  gsize begin, end;

  hip_decimate_find_visible (hip_time_scale_new (day, day, G_DATE_MONDAY), row->series.days,
                             row->series.n, row->series.width, &begin, &end);

  return begin < end ? (gssize) (row->first + begin) : -1;
}

static gssize
pick_cell (HipChartLayout *self, const HipChartRow *row, double x, double y)
{
  const HipChartFrame *frame = get_frame (self, row);
  HipDay day = hip_chart_layout_pick_day (self, x);
  int weekday = (int) floor ((y - frame->top) / (frame->height / 7));

  if (day == HIP_DAY_NONE || weekday < 0 || weekday > 6)
    return -1;

  return find_day (row, hip_day_get_week_start (day, self->plot.time.first_weekday) + weekday);
}

static gboolean
is_in_panel (HipChartLayout *self, const HipChartRow *row, double y)
{
  const HipChartFrame *frame = get_frame (self, row);

  return row->panel == HIP_CHART_ALL_PANELS
         || (y >= frame->top - SIGN_REACH && y <= frame->top + frame->height + SIGN_REACH);
}

static gssize
pick_in_row (HipChartLayout *self, const HipChartRow *row, double x, double y, double *distance)
{
  HipDay day;

  switch (row->shape)
    {
    case HIP_CHART_SLOT_POINT:
      return pick_nearest (self, row, x, y, POINT_REACH, 1, distance);
    case HIP_CHART_SLOT_STALK:
      return pick_nearest (self, row, x, y, STALK_REACH, 0.01, distance);
    case HIP_CHART_SLOT_SIGN:
      return is_in_panel (self, row, y) ? pick_nearest (self, row, x, y, SIGN_REACH, 0.2, distance)
                                        : -1;
    case HIP_CHART_SLOT_CELL:
      return pick_cell (self, row, x, y);
    case HIP_CHART_SLOT_BAND:
    default:
      day = hip_chart_layout_pick_day (self, x);
      return day != HIP_DAY_NONE && *distance == INFINITY ? find_day (row, day) : -1;
    }
}

/**
 * hip_chart_layout_pick:
 * @self: a layout
 * @x: in pixels
 * @y: in pixels
 *
 * Finds the slot under a point, or near it. Of bands the whole height counts, so that small columns
 * are no small targets; what lies on a band comes before it.
 *
 * Returns: its index, or -1
 */
int
hip_chart_layout_pick (HipChartLayout *self, double x, double y)
{
  double distance = INFINITY;
  gssize found = -1;

  g_return_val_if_fail (self != NULL, -1);

  if (self->plot.width <= 0 || x < self->plot.left || x >= self->plot.left + self->plot.width
      || y < 0)
    return -1;

  /* The later kinds are those that lie on top. */
  for (guint i = self->chart->rows->len; i > 0; i--)
    {
      gssize slot = pick_in_row (self, self->chart->rows->pdata[i - 1], x, y, &distance);

      if (slot >= 0)
        found = slot;
    }

  return (int) found;
}

/**
 * hip_chart_layout_pick_day:
 * @self: a layout
 * @x: in pixels
 *
 * Returns: the day there, or %HIP_DAY_NONE outside of the plot and in a chart without time
 */
HipDay
hip_chart_layout_pick_day (HipChartLayout *self, double x)
{
  double position;

  g_return_val_if_fail (self != NULL, HIP_DAY_NONE);

  if (self->plot.by_value || self->plot.width <= 0)
    return HIP_DAY_NONE;

  position = (x - self->plot.left) / self->plot.width;
  if (position < 0 || position >= 1)
    return HIP_DAY_NONE;

  return hip_time_scale_invert (self->plot.time, self->plot.mirrored ? 1 - position : position);
}
