// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-chart-layout-private.h"

#include "hip-chart-layers.h"
#include "hip-chart-legend.h"
#include "hip-decimate.h"

#include <math.h>

#define LABEL_GAP   6.0
#define LEGEND_GAP  6.0
#define PANEL_GAP   18.0
#define TICK_LENGTH 4.0
#define TIME_GAP    12.0 /* at least, between two labels of the time axis */
#define MIN_PLOT    8.0
#define CLIP_MARGIN 8.0
#define EMPTY_TOP   10.0 /* of a scale that has nothing on it */

/* Zones of a pain score, 0–2, 3–5 and 6–10: between the scores, not on them. */
static const double default_zones[2] = { 2.5, 5.5 };

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
tick_label (const HipChartPanelData *panel, HipScale scale, double value, guint n_ticks)
{
  double step = hip_scale_get_step (scale, n_ticks);

  return panel->public.format (value, hip_scale_step_decimals (step));
}

static double
measure_values (const HipChartLayout *self,
                const HipChartPanelData *panel,
                HipScale scale,
                double height)
{
  guint n_ticks = panel_ticks (self, panel, height);
  gsize n;
  g_autofree double *values = hip_scale_get_ticks (scale, n_ticks, &n);
  int widest = 0;

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *label = tick_label (panel, scale, values[i], n_ticks);
      int width;

      measure_text (self->picture, label, &width, NULL);
      widest = MAX (widest, width);
    }

  return widest;
}

static double
measure_weekdays (const HipChartLayout *self, const HipChartPanelData *panel)
{
  int widest = 0;

  for (guint i = 0; panel->public.weekdays[i] != NULL; i++)
    {
      int width;

      measure_text (self->picture, panel->public.weekdays[i], &width, NULL);
      widest = MAX (widest, width);
    }

  return widest;
}

static double
measure_axis (const HipChartLayout *self,
              const HipChartPanelData *panel,
              HipScale scale,
              double height)
{
  double widest = 0;

  if (panel->public.weekdays != NULL)
    widest = measure_weekdays (self, panel);
  else if (panel->public.format != NULL)
    widest = measure_values (self, panel, scale, height);

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

/* Every row if there is room, else every second. */
static void
draw_weekdays (HipChartLayout *self, const HipChartPanelData *panel, const HipChartFrame *frame)
{
  double height = frame->height / 7;
  guint step = height >= self->label_height ? 1 : 2;

  for (guint i = 0; i < 7; i += step)
    draw_tick_label (self, frame, panel->public.weekdays[i], frame->top + (i + 0.5) * height - 1);
}

static void
draw_value_axis (HipChartLayout *self, const HipChartPanelData *panel, const HipChartFrame *frame)
{
  guint n_ticks = panel_ticks (self, panel, frame->height);
  gsize n;
  g_autofree double *values = NULL;
  GskPathBuilder *builder;

  if (panel->public.weekdays != NULL)
    {
      draw_weekdays (self, panel, frame);
      return;
    }

  builder = gsk_path_builder_new ();
  if (panel->public.format == NULL)
    {
      /* Columns stand on something, even without figures beside them. */
      if (has_columns (panel) && hip_scale_has_range (frame->values))
        add_level (builder, frame, hip_chart_frame_get_y (frame, 0));
      hip_chart_picture_stroke (self->picture, HIP_CHART_INK_GRID, HIP_CHART_PEN_HAIR, builder);
      return;
    }

  values = hip_scale_get_ticks (frame->values, n_ticks, &n);
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *label = tick_label (panel, frame->values, values[i], n_ticks);
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
  gboolean is_week = hip_time_scale_get_days (self->plot.time) <= 7;
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
  return hip_time_ticks_is_centred (self->ticks) ? 1 : 0;
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

/* While a scale is moved, its first day may have begun before it. */
static gboolean
is_tick_visible (const HipChartLayout *self, guint index)
{
  double x = hip_chart_frame_get_x (&self->plot, g_array_index (self->ticks->days, HipDay, index)
                                                     + labelled_days (self) / 2);

  return x >= self->plot.left && x <= self->plot.left + self->plot.width;
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
      if (x < free_from || x + width > free_to || !is_tick_visible (self, i))
        continue;

      hip_chart_picture_text (self->picture, HIP_CHART_INK_DIM, layout, x, top);
      if (self->plot.mirrored)
        free_to = x - LABEL_GAP;
      else
        free_from = x + width + LABEL_GAP;
    }
}

/* Where weeks, months or years begin, a line through the panel and down to the label; through the
 * cells of a calendar there is no way for it. */
static void
draw_time_lines (HipChartLayout *self,
                 const HipChartFrame *frame,
                 gboolean is_calendar,
                 gboolean lowest)
{
  GskPathBuilder *builder;
  double bottom = frame->top + frame->height;

  if (self->ticks == NULL || hip_time_ticks_is_centred (self->ticks))
    return;

  builder = gsk_path_builder_new ();
  for (guint i = 0; i < self->ticks->days->len; i++)
    {
      HipDay day = g_array_index (self->ticks->days, HipDay, i);
      float x = (float) (floor (hip_chart_frame_get_x (frame, day)) + 0.5);

      if (!is_tick_visible (self, i))
        continue;
      gsk_path_builder_move_to (builder, x, (float) (is_calendar ? bottom : frame->top));
      gsk_path_builder_line_to (builder, x, (float) (bottom + (lowest ? TICK_LENGTH : 0)));
    }
  hip_chart_picture_stroke (self->picture, HIP_CHART_INK_GRID, HIP_CHART_PEN_HAIR, builder);
}

/* --- the axis of a chart without time --- */

static void
draw_across_tick (HipChartLayout *self, const char *label, double x, double top)
{
  g_autoptr (PangoLayout) layout = hip_chart_picture_create_text (self->picture, label, FALSE);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  hip_chart_picture_text (self->picture, HIP_CHART_INK_DIM, layout,
                          CLAMP (x - width / 2.0, 0, self->width - width), top);
}

static guint
count_across_labels (const HipChartLayout *self)
{
  g_autofree char *label = self->chart->across_format (self->plot.across.max, 1);
  int width;

  measure_text (self->picture, label, &width, NULL);

  return (guint) CLAMP (self->plot.width / (width + 3 * TIME_GAP), 1, 8);
}

static void
draw_across_axis (HipChartLayout *self, double top)
{
  guint n_ticks = count_across_labels (self);
  double step = hip_scale_get_step (self->plot.across, n_ticks);
  gsize n;
  g_autofree double *values = hip_scale_get_ticks (self->plot.across, n_ticks, &n);
  g_autoptr (PangoLayout) title = NULL;
  int width;

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *label =
          self->chart->across_format (values[i], hip_scale_step_decimals (step));

      draw_across_tick (self, label, hip_chart_frame_get_x (&self->plot, values[i]), top);
    }
  if (self->chart->across_title == NULL)
    return;

  title = hip_chart_picture_create_text (self->picture, self->chart->across_title, TRUE);
  pango_layout_get_pixel_size (title, &width, NULL);
  hip_chart_picture_text (self->picture, HIP_CHART_INK_FOREGROUND, title,
                          self->plot.left + (self->plot.width - width) / 2,
                          top + self->label_height + 2);
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
static HipChartLegend
get_legend (const HipChartLayout *self, guint index)
{
  return (HipChartLegend) {
    .panel = get_panel (self, index),
    .width = self->width,
    .day_width = self->width / fmax (hip_time_scale_get_length (self->plot.time), 1),
    .mirrored = self->plot.mirrored,
    .only_title = self->no_legend,
    .hidden = self->hidden,
  };
}

static double
measure_legend (const HipChartLayout *self, guint index)
{
  HipChartLegend legend = get_legend (self, index);

  return hip_chart_legend_measure (&legend, self->picture);
}

static gboolean
is_hidden (const HipChartLayout *self, const HipChartLayer *layer)
{
  return layer->key >= 0 && layer->key < 64 && (self->hidden >> layer->key & 1) != 0;
}

static HipScale
include_layer (const HipChartLayout *self, HipScale scale, const HipChartLayer *layer)
{
  const HipChartSeries *series = &layer->series;
  gsize begin = 0, end = series->n;
  gssize lowest, highest;

  if (series->n == 0 || layer->extremes == NULL)
    return scale;
  if (!self->plot.by_value)
    hip_decimate_find_visible (self->plot.time, series->days, series->n, series->width, &begin,
                               &end);
  hip_extremes_find (layer->extremes, begin, end, &lowest, &highest);
  if (highest >= 0)
    scale = hip_scale_include (
        scale, (const double[]) { series->values[lowest], series->values[highest] }, 2);

  return scale;
}

/* As high as what can be seen. Nothing is an answer too: an axis, and nothing on it. */
static HipScale
panel_scale (const HipChartLayout *self, const HipChartPanelData *panel, double height)
{
  HipScale scale = panel->public.scale;

  if (!panel->public.fit)
    return scale;

  for (guint i = 0; i < panel->layers->len; i++)
    if (!is_hidden (self, panel->layers->pdata[i]))
      scale = include_layer (self, scale, panel->layers->pdata[i]);

  return hip_scale_has_range (scale)
             ? hip_scale_round_to_tick (scale, panel_ticks (self, panel, height))
             : hip_scale_new (scale.min, scale.min + EMPTY_TOP);
}

/* Height of everything that is not plot: titles, gaps, the time labels. */
static double
fixed_height (const HipChartLayout *self)
{
  double height = self->label_height + LABEL_GAP;

  if (self->chart->across_title != NULL)
    height += self->label_height + 2;
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

/* What goes on beyond what is shown is cut off at the sides; above and below, dots are whole. */
static void
draw_layers (HipChartLayout *self, const HipChartPanelData *panel, const HipChartFrame *frame)
{
  /* Nothing goes on beyond values. */
  double margin = frame->by_value ? CLIP_MARGIN : 0;

  hip_chart_picture_push_clip (self->picture,
                               &GRAPHENE_RECT_INIT ((float) (frame->left - margin),
                                                    (float) (frame->top - CLIP_MARGIN),
                                                    (float) (frame->width + 2 * margin),
                                                    (float) (frame->height + 2 * CLIP_MARGIN)));
  for (guint i = 0; i < panel->layers->len; i++)
    if (!is_hidden (self, panel->layers->pdata[i]))
      hip_chart_layer_draw (panel->layers->pdata[i], frame, self->picture);
  hip_chart_picture_pop_clip (self->picture);
}

static void
draw_panel (HipChartLayout *self, guint index, HipChartFrame *frame)
{
  HipChartPanelData *panel = get_panel (self, index);

  frame->values = panel_scale (self, panel, frame->height);
  memcpy (frame->zones, panel->public.zones ? panel->zones : default_zones, sizeof frame->zones);

  if (panel->public.zones != NULL)
    draw_zones (self, frame);
  draw_value_axis (self, panel, frame);
  draw_time_lines (self, frame, panel->public.weekdays != NULL,
                   index + 1 == self->chart->panels->len);

  draw_layers (self, panel, frame);
  g_array_append_val (self->frames, *frame);
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
      HipChartLegend legend = get_legend (self, i);
      double legend_height = measure_legend (self, i);

      y += i > 0 ? PANEL_GAP / (legend_height > 0 ? 1 : 2) : 0;
      hip_chart_legend_draw (&legend, self->picture, y);
      y += legend_height > 0 ? legend_height + LEGEND_GAP : 0;
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
set_plot (HipChartLayout *self, double plot_height, double gutter)
{
  double axis = 0;

  for (guint i = 0; i < self->chart->panels->len; i++)
    {
      HipChartPanelData *panel = get_panel (self, i);
      double height = plot_height * panel->public.weight / total_weight (self);

      axis = fmax (axis, measure_axis (self, panel, panel_scale (self, panel, height), height));
    }

  self->gutter = axis;
  axis = fmax (axis, gutter);
  self->plot.left = self->plot.mirrored ? 0 : axis;
  self->plot.width = self->width - axis;
}

static gboolean
has_room (const HipChartLayout *self, double plot_height)
{
  return plot_height >= MIN_PLOT && self->plot.width >= MIN_PLOT
         && (self->plot.by_value ? hip_scale_has_range (self->plot.across)
                                 : hip_time_scale_has_range (self->plot.time));
}

static void
draw_all (HipChartLayout *self, double plot_height)
{
  double bottom;

  if (!self->plot.by_value)
    self->ticks = hip_time_ticks_new (self->plot.time, count_time_labels (self));
  bottom = draw_panels (self, plot_height);
  if (self->plot.by_value)
    draw_across_axis (self, bottom + LABEL_GAP);
  else
    draw_time_labels (self, bottom + LABEL_GAP);
}

/**
 * hip_chart_layout_new_with:
 * @chart: what to show
 * @context: font and resolution
 * @options: how
 *
 * Lays a chart out. With no room for a plot nothing is drawn at all.
 *
 * Returns: (transfer full): the layout
 */
HipChartLayout *
hip_chart_layout_new_with (HipChart *chart,
                           PangoContext *context,
                           const HipChartLayoutOptions *options)
{
  HipChartLayout *self;
  double plot_height;
  int label_height;

  g_return_val_if_fail (chart != NULL && PANGO_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (options != NULL, NULL);

  self = g_new0 (HipChartLayout, 1);
  self->chart = hip_chart_ref (chart);
  self->picture = hip_chart_picture_new (context);
  self->frames = g_array_new (FALSE, FALSE, sizeof (HipChartFrame));
  self->width = options->width;
  self->no_legend = options->no_legend;
  self->hidden = options->hidden;
  self->plot.time = options->time != NULL ? *options->time : chart->time;
  self->plot.by_value = chart->by_value;
  self->plot.across = chart->across;
  self->plot.mirrored = options->direction == GTK_TEXT_DIR_RTL;
  measure_text (self->picture, "0", NULL, &label_height);
  self->label_height = label_height;

  plot_height = options->height - fixed_height (self);
  set_plot (self, plot_height, options->gutter);
  if (has_room (self, plot_height))
    draw_all (self, plot_height);
  else
    self->plot.width = 0;

  return self;
}

/**
 * hip_chart_layout_new:
 * @chart: what to show
 * @context: font and resolution
 * @width: in pixels, or points on paper
 * @height: the same
 * @direction: whether time runs to the right or to the left
 *
 * Lays a whole chart out, with its legend.
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
  const HipChartLayoutOptions options = {
    .width = width,
    .height = height,
    .direction = direction,
  };

  return hip_chart_layout_new_with (chart, context, &options);
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
  g_array_unref (self->frames);
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
 * hip_chart_layout_get_gutter:
 * @self: a layout
 *
 * Returns: how much room the labels of its value axis need, in pixels
 */
double
hip_chart_layout_get_gutter (HipChartLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->gutter;
}

/**
 * hip_chart_layout_get_plot:
 * @self: a layout
 * @bounds: (out caller-allocates): from the top of the first panel to the bottom of the last
 *
 * Returns: whether there is any
 */
gboolean
hip_chart_layout_get_plot (HipChartLayout *self, graphene_rect_t *bounds)
{
  g_return_val_if_fail (self != NULL && bounds != NULL, FALSE);

  graphene_rect_init (bounds, (float) self->plot.left, (float) self->plot.top,
                      (float) self->plot.width, (float) self->plot.height);

  return self->plot.width > 0;
}
