// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-chart-layout.h"

#include "hip-chart-frame.h"
#include "hip-chart-layers.h"
#include "hip-chart-legend.h"
#include "hip-chart-picture.h"
#include "hip-chart-private.h"

#include <math.h>

#define LABEL_GAP   6.0
#define LEGEND_GAP  6.0
#define PANEL_GAP   18.0
#define TICK_LENGTH 4.0
#define TIME_GAP    8.0 /* at least, between two labels of the time axis */
#define MIN_PLOT    8.0
#define BAND_RADIUS 6.0

/* Zones of a pain score, 0–2, 3–5 and 6–10: between the scores, not on them. */
static const double default_zones[2] = { 2.5, 5.5 };

struct _HipChartLayout
{
  HipChart *chart;          /* (owned) */
  HipChartPicture *picture; /* (owned) */
  HipChartFrame plot;       /* all panels together: only x means something */
  double width;
  double label_height;
  HipTimeTicks *ticks; /* (owned) */
};

static void
measure_text (HipChartPicture *picture, const char *text, int *width, int *height)
{
  g_autoptr (PangoLayout) layout = hip_chart_picture_create_text (picture, text, FALSE);

  pango_layout_get_pixel_size (layout, width, height);
}

/* --- the value axis --- */

static guint
panel_ticks (const HipChartLayout *self, const HipChartPanelData *panel, double height)
{
  if (panel->public.n_ticks > 0)
    return panel->public.n_ticks;

  return (guint) CLAMP (height / (self->label_height * 2), 1, 6);
}

static char *
tick_label (const HipChartPanelData *panel, double value, guint n_ticks)
{
  double step = hip_scale_get_step (panel->public.scale, n_ticks);

  return panel->public.format (value, hip_scale_step_decimals (step));
}

static double
measure_axis (const HipChartLayout *self, const HipChartPanelData *panel, double height)
{
  guint n_ticks = panel_ticks (self, panel, height);
  gsize n;
  g_autofree double *values = NULL;
  int widest = 0;

  if (panel->public.format == NULL)
    return 0;

  values = hip_scale_get_ticks (panel->public.scale, n_ticks, &n);
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *label = tick_label (panel, values[i], n_ticks);
      int width;

      measure_text (self->picture, label, &width, NULL);
      widest = MAX (widest, width);
    }

  return widest > 0 ? widest + LABEL_GAP : 0;
}

static void
add_level (GskPathBuilder *builder, const HipChartFrame *frame, double y)
{
  gsk_path_builder_move_to (builder, (float) frame->left, (float) (floor (y) + 0.5));
  gsk_path_builder_line_to (builder, (float) (frame->left + frame->width),
                            (float) (floor (y) + 0.5));
}

static void
draw_tick_label (HipChartLayout *self, const HipChartFrame *frame, const char *label, double y)
{
  g_autoptr (PangoLayout) layout = hip_chart_picture_create_text (self->picture, label, FALSE);
  int width, height;
  double x;

  pango_layout_get_pixel_size (layout, &width, &height);
  x = frame->mirrored ? frame->left + frame->width + LABEL_GAP : frame->left - LABEL_GAP - width;
  hip_chart_picture_text (self->picture, HIP_CHART_INK_DIM, layout, x, y - height / 2.0);
}

static gboolean
has_columns (const HipChartPanelData *panel)
{
  for (guint i = 0; i < panel->layers->len; i++)
    if (((const HipChartLayer *) g_ptr_array_index (panel->layers, i))->kind
        == HIP_CHART_LAYER_COLUMNS)
      return TRUE;

  return FALSE;
}

static void
draw_value_axis (HipChartLayout *self, const HipChartPanelData *panel, const HipChartFrame *frame)
{
  guint n_ticks = panel_ticks (self, panel, frame->height);
  gsize n;
  g_autofree double *values = NULL;
  GskPathBuilder *builder;

  builder = gsk_path_builder_new ();
  if (panel->public.format == NULL)
    {
      /* Columns stand on something, even without figures beside them. */
      if (has_columns (panel) && hip_scale_has_range (panel->public.scale))
        add_level (builder, frame, hip_chart_frame_get_y (frame, 0));
      hip_chart_picture_stroke (self->picture, HIP_CHART_INK_GRID, HIP_CHART_PEN_HAIR, builder);
      return;
    }

  values = hip_scale_get_ticks (panel->public.scale, n_ticks, &n);
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *label = tick_label (panel, values[i], n_ticks);
      double y = hip_chart_frame_get_y (frame, values[i]);

      add_level (builder, frame, y);
      draw_tick_label (self, frame, label, y);
    }
  hip_chart_picture_stroke (self->picture, HIP_CHART_INK_GRID, HIP_CHART_PEN_HAIR, builder);
}

static void
draw_zones (HipChartLayout *self, const HipChartFrame *frame)
{
  double edges[] = {
    frame->top + frame->height,
    hip_chart_frame_get_y (frame, frame->zones[0]),
    hip_chart_frame_get_y (frame, frame->zones[1]),
    frame->top,
  };

  for (guint zone = 0; zone < 3 && !isnan (edges[1]); zone++)
    {
      GskPathBuilder *builder = gsk_path_builder_new ();

      gsk_path_builder_add_rect (builder,
                                 &GRAPHENE_RECT_INIT ((float) frame->left, (float) edges[zone + 1],
                                                      (float) frame->width,
                                                      (float) (edges[zone] - edges[zone + 1])));
      hip_chart_picture_fill (self->picture, HIP_CHART_INK_SUCCESS_ZONE + zone, builder);
    }
}

/* --- the time axis --- */

static guint
count_time_labels (const HipChartLayout *self)
{
  /* A Wednesday; its date is as wide as labels get, months and years are narrower. Within a
   * week labels are weekdays. */
  HipDay sample = hip_day_from_ymd (2022, 9, 28);
  gboolean is_week = hip_time_scale_get_days (self->chart->time) <= 7;
  HipTimeTicks ticks = {
    .unit = is_week ? HIP_TICK_DAY : HIP_TICK_WEEK,
    .step = 1,
    .weekdays = is_week,
  };
  g_autofree char *label = NULL;
  int width;

  ticks.days = g_array_new (FALSE, FALSE, sizeof (HipDay));
  g_array_append_val (ticks.days, sample);
  label = hip_time_ticks_get_label (&ticks, 0);
  g_array_unref (ticks.days);
  measure_text (self->picture, label, &width, NULL);

  return (guint) fmax (1, floor (self->plot.width / (width + TIME_GAP)));
}

/* How many days from a tick its label speaks of, for centring it. */
static double
labelled_days (const HipChartLayout *self)
{
  if (!hip_time_ticks_is_centred (self->ticks))
    return 0;

  return self->ticks->unit == HIP_TICK_WEEK && self->chart->slot_width == 7 ? 7 : 1;
}

static double
place_time_label (const HipChartLayout *self, HipDay day, int width)
{
  double x = hip_chart_frame_get_x (&self->plot, day + labelled_days (self) / 2);

  /* The first and the last may be wider than their day, but stay in sight. */
  if (hip_time_ticks_is_centred (self->ticks))
    x = fmax (0, fmin (x - width / 2.0, self->width - width));
  else
    x = self->plot.mirrored ? x - width - 2 : x + 2;

  return x;
}

static void
draw_time_labels (HipChartLayout *self, double top)
{
  double free_from = 0;
  double free_to = self->width;

  for (guint i = 0; i < self->ticks->days->len; i++)
    {
      g_autofree char *label = hip_time_ticks_get_label (self->ticks, i);
      g_autoptr (PangoLayout) layout = hip_chart_picture_create_text (self->picture, label, FALSE);
      int width;
      double x;

      pango_layout_get_pixel_size (layout, &width, NULL);
      x = place_time_label (self, g_array_index (self->ticks->days, HipDay, i), width);
      if (x < free_from || x + width > free_to)
        continue;

      hip_chart_picture_text (self->picture, HIP_CHART_INK_DIM, layout, x, top);
      if (self->plot.mirrored)
        free_to = x - LABEL_GAP;
      else
        free_from = x + width + LABEL_GAP;
    }
}

/* Where months or years begin, a line through the panel and down to the label. */
static void
draw_time_lines (HipChartLayout *self, const HipChartFrame *frame, gboolean lowest)
{
  GskPathBuilder *builder;
  double bottom = frame->top + frame->height;

  if (hip_time_ticks_is_centred (self->ticks))
    return;

  builder = gsk_path_builder_new ();
  for (guint i = 0; i < self->ticks->days->len; i++)
    {
      HipDay day = g_array_index (self->ticks->days, HipDay, i);
      float x = (float) (floor (hip_chart_frame_get_x (frame, day)) + 0.5);

      gsk_path_builder_move_to (builder, x, (float) frame->top);
      gsk_path_builder_line_to (builder, x, (float) (bottom + (lowest ? TICK_LENGTH : 0)));
    }
  hip_chart_picture_stroke (self->picture, HIP_CHART_INK_GRID, HIP_CHART_PEN_HAIR, builder);
}

/* --- all together --- */

static HipChartPanelData *
get_panel (const HipChartLayout *self, guint index)
{
  return g_ptr_array_index (self->chart->panels, index);
}

static double
total_weight (const HipChartLayout *self)
{
  double total = 0;

  for (guint i = 0; i < self->chart->panels->len; i++)
    total += get_panel (self, i)->public.weight;

  return total > 0 ? total : 1;
}

/* A legend is as wide as the chart, and all days share that width but for the axis. */
static double
legend_day_width (const HipChartLayout *self)
{
  return self->width / MAX (hip_time_scale_get_days (self->chart->time), 1);
}

static double
measure_legend (const HipChartLayout *self, guint index)
{
  return hip_chart_legend_measure (get_panel (self, index), self->picture, self->width,
                                   legend_day_width (self));
}

/* Height of everything that is not plot: titles, gaps, the time labels. */
static double
fixed_height (const HipChartLayout *self)
{
  double height = self->label_height + LABEL_GAP;

  for (guint i = 0; i < self->chart->panels->len; i++)
    {
      double legend = measure_legend (self, i);

      height += i > 0 ? PANEL_GAP / (legend > 0 ? 1 : 2) : 0;
      height += legend > 0 ? legend + LEGEND_GAP : 0;
      /* The uppermost label is centred on its line. */
      height += get_panel (self, i)->public.format ? self->label_height / 2 : 0;
    }

  return height;
}

static void
draw_panel (HipChartLayout *self, guint index, HipChartFrame *frame)
{
  HipChartPanelData *panel = get_panel (self, index);

  frame->values = panel->public.scale;
  memcpy (frame->zones, panel->public.zones ? panel->zones : default_zones, sizeof frame->zones);

  if (panel->public.zones != NULL)
    draw_zones (self, frame);
  draw_value_axis (self, panel, frame);
  draw_time_lines (self, frame, index + 1 == self->chart->panels->len);

  for (guint i = 0; i < panel->layers->len; i++)
    hip_chart_layer_draw (g_ptr_array_index (panel->layers, i), frame, self->picture);
}

static double
draw_panels (HipChartLayout *self, double plot_height)
{
  HipChartFrame frame = self->plot;
  double unit = plot_height / total_weight (self);
  double y = 0;

  for (guint i = 0; i < self->chart->panels->len; i++)
    {
      HipChartPanelData *panel = get_panel (self, i);
      double legend = measure_legend (self, i);

      y += i > 0 ? PANEL_GAP / (legend > 0 ? 1 : 2) : 0;
      hip_chart_legend_draw (panel, self->picture, self->width, legend_day_width (self), y,
                             frame.mirrored);
      y += legend > 0 ? legend + LEGEND_GAP : 0;
      y += panel->public.format ? self->label_height / 2 : 0;

      if (i == 0)
        self->plot.top = y;
      frame.top = y;
      frame.height = floor (panel->public.weight * unit);
      draw_panel (self, i, &frame);
      y += frame.height;
    }
  self->plot.height = y - self->plot.top;

  return y;
}

static void
set_plot (HipChartLayout *self, double plot_height)
{
  double axis = 0;

  for (guint i = 0; i < self->chart->panels->len; i++)
    {
      HipChartPanelData *panel = get_panel (self, i);
      double height = plot_height * panel->public.weight / total_weight (self);

      axis = fmax (axis, measure_axis (self, panel, height));
    }

  self->plot.left = self->plot.mirrored ? 0 : axis;
  self->plot.width = self->width - axis;
}

/**
 * hip_chart_layout_new:
 * @chart: what to show
 * @context: font and resolution
 * @width: in pixels, or points on paper
 * @height: the same
 * @direction: whether time runs to the right or to the left
 *
 * Lays a chart out. With no room for a plot nothing is drawn at all.
 *
 * Returns: (transfer full): the layout
 */
HipChartLayout *
hip_chart_layout_new (HipChart *chart,
                      PangoContext *context,
                      double width,
                      double height,
                      GtkTextDirection direction)
{
  HipChartLayout *self;
  double plot_height, bottom;
  int label_height;

  g_return_val_if_fail (chart != NULL && PANGO_IS_CONTEXT (context), NULL);

  self = g_new0 (HipChartLayout, 1);
  self->chart = hip_chart_ref (chart);
  self->picture = hip_chart_picture_new (context);
  self->width = width;
  self->plot.time = chart->time;
  self->plot.mirrored = direction == GTK_TEXT_DIR_RTL;
  measure_text (self->picture, "0", NULL, &label_height);
  self->label_height = label_height;

  plot_height = height - fixed_height (self);
  set_plot (self, plot_height);
  if (plot_height < MIN_PLOT || self->plot.width < MIN_PLOT
      || !hip_time_scale_has_range (chart->time))
    {
      self->plot.width = 0;
      return self;
    }

  self->ticks = hip_time_ticks_new (chart->time, count_time_labels (self));
  bottom = draw_panels (self, plot_height);
  draw_time_labels (self, bottom + LABEL_GAP);

  return self;
}

/**
 * hip_chart_layout_free:
 * @self: (transfer full): a layout
 */
void
hip_chart_layout_free (HipChartLayout *self)
{
  g_return_if_fail (self != NULL);

  hip_chart_unref (self->chart);
  hip_chart_picture_free (self->picture);
  g_clear_pointer (&self->ticks, hip_time_ticks_free);
  g_free (self);
}

/**
 * hip_chart_layout_draw:
 * @self: a layout
 * @snapshot: where to draw
 * @colors: in which colours
 */
void
hip_chart_layout_draw (HipChartLayout *self, GtkSnapshot *snapshot, const HipChartColors *colors)
{
  g_return_if_fail (self != NULL);

  hip_chart_picture_draw (self->picture, snapshot, colors);
}

/**
 * hip_chart_layout_get_slot:
 * @self: a layout
 * @slot: which one
 * @bounds: (out caller-allocates): where it is
 *
 * Gets the band across all panels that a slot covers.
 *
 * Returns: whether it can be seen at all
 */
gboolean
hip_chart_layout_get_slot (HipChartLayout *self, gsize slot, graphene_rect_t *bounds)
{
  HipDay day;
  double left, right;

  g_return_val_if_fail (self != NULL && bounds != NULL, FALSE);

  if (slot >= self->chart->slots->len || self->plot.width <= 0)
    return FALSE;

  day = g_array_index (self->chart->slots, HipDay, slot);
  hip_chart_frame_get_stretch (&self->plot, day, day + (HipDay) self->chart->slot_width, &left,
                               &right);
  if (right <= left)
    return FALSE;

  graphene_rect_init (bounds, (float) left, (float) self->plot.top, (float) (right - left),
                      (float) self->plot.height);

  return TRUE;
}

/**
 * hip_chart_layout_draw_slot:
 * @self: a layout
 * @snapshot: where to draw
 * @colors: in which colours
 * @slot: which one
 *
 * Draws the soft band behind a selected slot. Comes before [method@ChartLayout.draw].
 */
void
hip_chart_layout_draw_slot (HipChartLayout *self,
                            GtkSnapshot *snapshot,
                            const HipChartColors *colors,
                            gsize slot)
{
  graphene_rect_t bounds;
  GskRoundedRect outline;
  GdkRGBA color;

  g_return_if_fail (self != NULL && snapshot != NULL && colors != NULL);

  if (!hip_chart_layout_get_slot (self, slot, &bounds))
    return;

  /* Where slots are too narrow for a band, it is a hair line that can be seen. */
  if (bounds.size.width < 3)
    graphene_rect_inset (&bounds, (bounds.size.width - 3) / 2, 0);
  color = colors->foreground;
  color.alpha *= 0.1f;
  gsk_rounded_rect_init_from_rect (&outline, &bounds,
                                   (float) fmin (BAND_RADIUS, bounds.size.width / 2));
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &color, &bounds);
  gtk_snapshot_pop (snapshot);
}

static gboolean
slot_is_before (const HipChartLayout *self, gsize slot, HipDay day)
{
  return (gint64) g_array_index (self->chart->slots, HipDay, slot) + self->chart->slot_width <= day;
}

/**
 * hip_chart_layout_pick:
 * @self: a layout
 * @x: in pixels
 * @y: in pixels
 *
 * Finds the slot under a point; the whole height of its band counts, so that small columns
 * are no small targets.
 *
 * Returns: its index, or -1
 */
int
hip_chart_layout_pick (HipChartLayout *self, double x, double y)
{
  gsize low = 0, high;
  double position;
  HipDay day;

  g_return_val_if_fail (self != NULL, -1);

  high = self->chart->slots->len;
  if (self->plot.width <= 0 || x < self->plot.left || x >= self->plot.left + self->plot.width
      || y < 0)
    return -1;

  position = (x - self->plot.left) / self->plot.width;
  day = hip_time_scale_invert (self->plot.time, self->plot.mirrored ? 1 - position : position);
  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (slot_is_before (self, middle, day))
        low = middle + 1;
      else
        high = middle;
    }

  return low < self->chart->slots->len && g_array_index (self->chart->slots, HipDay, low) <= day
             ? (int) low
             : -1;
}
