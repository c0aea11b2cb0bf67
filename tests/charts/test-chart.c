// SPDX-License-Identifier: GPL-3.0-or-later
/* Layout and drawing, without a display: a Pango context of its own, and render nodes. */
#include "config.h"

#include "hip-chart-frame.h"
#include "hip-chart-layers.h"
#include "hip-chart-layout.h"
#include "hip-chart-text.h"
#include "hip-load-pain-chart.h"
#include "hip-week-chart.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#define N_WEEKS 4

static const HipDay week_starts[N_WEEKS] = { 20514, 20521, 20528, 20535 }; /* 2026-03-02 … */
static const double metres[N_WEEKS] = { 30000, 33000, 46300, 12000 };
static const double baselines[N_WEEKS] = { NAN, 30000, 33000, 46300 };
static const double limits[N_WEEKS] = { NAN, 33000, 36300, 50930 };
static const gboolean flagged[N_WEEKS] = { FALSE, FALSE, TRUE, FALSE };
static const HipDay days[] = { 20514, 20516, 20530, 20535 };
static const double left[] = { 2, NAN, 6, NAN };
static const double right[] = { 1, 3, NAN, NAN };

static HipLoadPainData
create_data (void)
{
  return (HipLoadPainData) {
    .units = HIP_UNITS_KM,
    .first_weekday = G_DATE_MONDAY,
    .from = 20514,
    .to = 20541,
    .today = 20538,
    .n_weeks = N_WEEKS,
    .week_starts = week_starts,
    .week_metres = metres,
    .week_baselines = baselines,
    .week_limits = limits,
    .week_flagged = flagged,
    .n_days = G_N_ELEMENTS (days),
    .days = days,
    .left = left,
    .right = right,
  };
}

static const HipDay warning_days[] = { 20514, 20528, 20528, 20529, 20534, 20534 };
static const double warning_signs[] = { 1, 2, 3, 2, 1, 0 };
static const char *const sign_labels[HIP_N_CHART_SIGNS] = { "Tip", "Note", "Caution", "Warning",
                                                            "Urgent" };

static char *
name_warning (gsize index, gpointer user_data)
{
  return g_strdup_printf ("no. %zu", index);
}

static HipLoadPainData
create_data_with_warnings (void)
{
  HipLoadPainData data = create_data ();

  data.n_warnings = G_N_ELEMENTS (warning_days);
  data.warning_days = warning_days;
  data.warning_signs = warning_signs;
  data.sign_labels = sign_labels;
  data.warning_title = name_warning;

  return data;
}

static HipChartLayout *
create_layout (HipChart *chart, double width, double height, GtkTextDirection direction)
{
  PangoFontMap *map = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (map);
  HipChartLayout *layout = hip_chart_layout_new (chart, context, width, height, direction);

  g_object_unref (context);
  g_object_unref (map);

  return layout;
}

static GskRenderNode *
draw (HipChartLayout *layout)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  HipChartColors colors;

  hip_chart_colors_init_for_paper (&colors);
  hip_chart_layout_draw (layout, snapshot, &colors);

  return gtk_snapshot_free_to_node (snapshot);
}

static void
count_kinds (GskRenderNode *node, guint counts[GSK_SUBSURFACE_NODE + 1])
{
  GskRenderNodeType type = gsk_render_node_get_node_type (node);

  counts[type]++;
  if (type == GSK_CONTAINER_NODE)
    for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
      count_kinds (gsk_container_node_get_child (node, i), counts);
  else if (type == GSK_TRANSFORM_NODE)
    count_kinds (gsk_transform_node_get_child (node), counts);
  else if (type == GSK_CLIP_NODE)
    count_kinds (gsk_clip_node_get_child (node), counts);
}

static void
test_draws_everything (void)
{
  HipLoadPainData data = create_data ();
  g_autoptr (HipChart) chart = hip_load_pain_chart_new (&data);
  g_autoptr (HipChartLayout) layout = create_layout (chart, 600, 340, GTK_TEXT_DIR_LTR);
  g_autoptr (GskRenderNode) node = draw (layout);
  guint counts[GSK_SUBSURFACE_NODE + 1] = { 0 };
  graphene_rect_t bounds;

  g_assert_nonnull (node);
  count_kinds (node, counts);
  /* Columns whole, so far, and beyond; three samples; dots in three zones. Zones are
   * rectangles, which may come as colour nodes. */
  g_assert_cmpuint (counts[GSK_FILL_NODE] + counts[GSK_COLOR_NODE], >=, 12);
  g_assert_cmpuint (counts[GSK_STROKE_NODE], >=, 5);
  g_assert_cmpuint (counts[GSK_TEXT_NODE], >=, 12);

  /* The bounds of a stroke are generous: mitres that are not there have room in them. */
  gsk_render_node_get_bounds (node, &bounds);
  g_assert_cmpfloat (bounds.origin.x, >=, -6);
  g_assert_cmpfloat (bounds.origin.y, >=, -6);
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, 606);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, 346);
}

static void
test_nothing_to_draw (void)
{
  HipLoadPainData empty = { .from = 10, .to = 40, .today = 40 };
  HipLoadPainData no_range = { .from = 10, .to = 9, .today = 9 };
  g_autoptr (HipChart) chart = hip_load_pain_chart_new (&empty);
  g_autoptr (HipChart) nothing = hip_load_pain_chart_new (&no_range);
  g_autoptr (HipChartLayout) layout = create_layout (chart, 400, 300, GTK_TEXT_DIR_LTR);
  g_autoptr (HipChartLayout) tiny = create_layout (chart, 4, 4, GTK_TEXT_DIR_LTR);
  g_autoptr (HipChartLayout) blank = create_layout (nothing, 400, 300, GTK_TEXT_DIR_LTR);
  g_autoptr (GskRenderNode) axes = draw (layout);

  g_assert_nonnull (axes);
  g_assert_null (draw (tiny));
  g_assert_null (draw (blank));
  g_assert_cmpint (hip_chart_layout_pick (layout, 200, 100), ==, -1);
  g_assert_cmpint (hip_chart_layout_pick (tiny, 2, 2), ==, -1);
  g_assert_cmpint (hip_chart_layout_pick (blank, 200, 100), ==, -1);
}

/* Columns of all kinds of values: nothing crashes, nothing leaves the frame. */
static void
test_odd_values (void)
{
  const double odd[][3] = {
    { 0, 0, 0 }, { NAN, NAN, NAN }, { 1, NAN, 1e12 }, { -5, 0, 1e300 }, { INFINITY, 1, 2 },
  };
  const HipDay three[] = { 0, 1, 2 };

  for (gsize i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      HipTimeScale time = hip_time_scale_new (0, 2, G_DATE_MONDAY);
      g_autoptr (HipChart) chart = hip_chart_new (time);
      HipChartSeries series = { .days = three, .values = odd[i], .n = 3, .width = 1 };
      guint panel = hip_chart_add_panel (
          chart, &(HipChartPanel) {
                     .scale = hip_scale_include (hip_scale_new (0, 0), odd[i], 3),
                     .weight = 1,
                 });
      g_autoptr (HipChartLayout) layout = NULL;
      GskRenderNode *node;
      graphene_rect_t bounds;

      hip_chart_add_columns (chart, panel, HIP_CHART_TONE_LOAD, 0.7, &series, NULL);
      hip_chart_add_marks (chart, panel, HIP_CHART_TONE_LIMIT, &series, NULL);
      hip_chart_add_line (chart, panel, HIP_CHART_TONE_PAIN_LINE, &series, NULL);
      hip_chart_add_dots (chart, panel, HIP_CHART_TONE_PAIN, HIP_CHART_SHAPE_DOT, &series, NULL);
      layout = create_layout (chart, 300, 200, GTK_TEXT_DIR_LTR);
      node = draw (layout);
      gsk_render_node_get_bounds (node, &bounds);
      g_assert_true (isfinite (bounds.size.width) && isfinite (bounds.size.height));
      g_assert_cmpfloat (bounds.origin.y, >=, -8);
      g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, 208);
      gsk_render_node_unref (node);
    }
}

static HipChartPicture *
draw_alone (const HipChartLayer *layer, const HipChartFrame *frame)
{
  PangoFontMap *map = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (map);
  HipChartPicture *picture = hip_chart_picture_new (context);

  hip_chart_layer_draw (layer, frame, picture);
  g_object_unref (context);
  g_object_unref (map);

  return picture;
}

static gsize
describe_length (HipChartPicture *picture)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  HipChartColors colors;
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GBytes) text = NULL;

  hip_chart_colors_init_for_paper (&colors);
  hip_chart_picture_draw (picture, snapshot, &colors);
  node = gtk_snapshot_free_to_node (snapshot);
  text = gsk_render_node_serialize (node);

  return g_bytes_get_size (text);
}

/* Ten times the history on the same pixels costs the same to draw. */
static void
test_cost_depends_on_pixels (void)
{
  gsize sizes[2];
  const gsize lengths[2] = { 2000, 20000 };

  for (int i = 0; i < 2; i++)
    {
      gsize n = lengths[i];
      g_autofree HipDay *many = g_new (HipDay, n);
      g_autofree double *values = g_new (double, n);
      HipChartLayer layer = { .kind = HIP_CHART_LAYER_COLUMNS, .thickness = 1 };
      HipChartFrame frame = {
        .time = hip_time_scale_new (0, (HipDay) n - 1, G_DATE_MONDAY),
        .values = hip_scale_new (0, 100),
        .width = 200,
        .height = 100,
      };
      g_autoptr (HipChartPicture) picture = NULL;

      for (gsize j = 0; j < n; j++)
        {
          many[j] = (HipDay) j;
          values[j] = 50;
        }
      layer.series = (HipChartSeries) { .days = many, .values = values, .n = n, .width = 1 };
      picture = draw_alone (&layer, &frame);
      g_assert_cmpuint (hip_chart_picture_get_length (picture), ==, 1);
      sizes[i] = describe_length (picture);
    }

  g_assert_cmpuint (sizes[1], <=, sizes[0] * 11 / 10);
}

static HipChartLayer
create_signs (const HipDay *some_days, const double *signs, gsize n)
{
  return (HipChartLayer) {
    .kind = HIP_CHART_LAYER_SIGNS,
    .series = { .days = some_days, .values = signs, .n = n, .width = 1 },
  };
}

/* Each way a sign can look is one thing to draw. */
static gsize
count_looks (const HipChartLayer *layer, double width, HipDay from, HipDay to)
{
  HipChartFrame frame = {
    .time = hip_time_scale_new (from, to, G_DATE_MONDAY),
    .width = width,
    .height = 20,
  };
  g_autoptr (HipChartPicture) picture = draw_alone (layer, &frame);

  return hip_chart_picture_get_length (picture);
}

/* Two days of one week, of different weeks; with room for a day, a week, two weeks. Day 4 is a
 * Monday, as is day 11. */
static void
test_signs_share_room (void)
{
  const HipDay same_week[] = { 11, 17 };
  const HipDay next_week[] = { 17, 18 };
  const double signs[] = { HIP_CHART_SIGN_TIP, HIP_CHART_SIGN_URGENT };
  HipChartLayer same = create_signs (same_week, signs, 2);
  HipChartLayer next = create_signs (next_week, signs, 2);

  g_assert_cmpuint (count_looks (&same, 28 * 12, 4, 31), ==, 2);
  g_assert_cmpuint (count_looks (&next, 28 * 12, 4, 31), ==, 2);
  g_assert_cmpuint (count_looks (&same, 28 * 12 - 1, 4, 31), ==, 1);
  g_assert_cmpuint (count_looks (&next, 28 * 12 - 1, 4, 31), ==, 2);
  g_assert_cmpuint (count_looks (&next, 4 * 12, 4, 31), ==, 2);
  g_assert_cmpuint (count_looks (&next, 4 * 12 - 1, 4, 31), ==, 1);
}

/* Which share a sign is the same wherever the scale begins: else signs would change under a hand
 * that moves it. */
static void
test_signs_stay_together (void)
{
  const HipDay some_days[] = { 11, 17, 18 };
  const double signs[] = { HIP_CHART_SIGN_TIP, HIP_CHART_SIGN_NOTE, HIP_CHART_SIGN_URGENT };
  HipChartLayer layer = create_signs (some_days, signs, 3);

  for (HipDay from = 0; from <= 11; from++)
    g_assert_cmpuint (count_looks (&layer, 200, from, from + 27), ==, 2);
}

static GskRenderNode *
draw_picture (HipChartPicture *picture)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  HipChartColors colors;

  hip_chart_colors_init_for_paper (&colors);
  hip_chart_picture_draw (picture, snapshot, &colors);

  return gtk_snapshot_free_to_node (snapshot);
}

/* What is drawn is the colour of the most serious one. */
static void
test_signs_worst_wins (void)
{
  const HipDay one_day[] = { 3, 3, 3 };
  const double signs[] = { HIP_CHART_SIGN_NOTE, HIP_CHART_SIGN_CAUTION, HIP_CHART_SIGN_TIP };
  HipChartLayer layer = create_signs (one_day, signs, 3);
  HipChartFrame frame = {
    .time = hip_time_scale_new (0, 6, G_DATE_MONDAY),
    .width = 200,
    .height = 20,
  };
  g_autoptr (HipChartPicture) picture = draw_alone (&layer, &frame);
  g_autoptr (GskRenderNode) node = draw_picture (picture);
  HipChartColors colors;

  hip_chart_colors_init_for_paper (&colors);
  g_assert_cmpint (gsk_render_node_get_node_type (node), ==, GSK_FILL_NODE);
  g_assert_true (
      gdk_rgba_equal (gsk_color_node_get_color (gsk_fill_node_get_child (node)), &colors.warning));
}

/* Warnings of fifty years are no more than fit, and none hangs over the edge. */
static void
test_signs_stay_inside (void)
{
  const HipDay n = 18263;
  g_autofree HipDay *many = g_new (HipDay, n);
  g_autofree double *signs = g_new (double, n);
  HipChartLayer layer = create_signs (many, signs, n);
  HipChartFrame frame = {
    .time = hip_time_scale_new (0, n - 1, G_DATE_MONDAY),
    .width = 300,
    .height = 20,
  };

  for (HipDay i = 0; i < n; i++)
    {
      many[i] = i;
      signs[i] = i % HIP_N_CHART_SIGNS;
    }
  for (int mirrored = 0; mirrored < 2; mirrored++)
    {
      g_autoptr (HipChartPicture) picture = NULL;
      g_autoptr (GskRenderNode) node = NULL;
      graphene_rect_t bounds;

      frame.mirrored = mirrored;
      picture = draw_alone (&layer, &frame);
      node = draw_picture (picture);
      gsk_render_node_get_bounds (node, &bounds);
      g_assert_cmpuint (hip_chart_picture_get_length (picture), ==, 1);
      g_assert_cmpuint (describe_length (picture), <, 300 / 12 * 200);
      g_assert_cmpfloat (bounds.origin.x, >=, 0);
      g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, 300);
    }
}

/* Days out of sight, and values that are no sign. */
static void
test_signs_odd (void)
{
  const HipDay some_days[] = { -3, 2, 3, 4, 900 };
  const double signs[] = { 1, NAN, -7, 99, 2 };
  HipChartLayer layer = create_signs (some_days, signs, 5);

  g_assert_cmpuint (count_looks (&layer, 700, 0, 6), ==, 2);
  layer.series.n = 3;
  g_assert_cmpuint (count_looks (&layer, 700, 0, 6), ==, 1);
  layer.series.n = 0;
  g_assert_cmpuint (count_looks (&layer, 700, 0, 6), ==, 0);
}

static void
test_warning_panel (void)
{
  HipLoadPainData without = create_data ();
  HipLoadPainData with = create_data_with_warnings ();
  g_autoptr (HipChart) chart = hip_load_pain_chart_new (&with);
  g_autoptr (HipChart) plain = hip_load_pain_chart_new (&without);
  const HipChartPanelData *panel;
  GString *legend = g_string_new (NULL);

  g_assert_cmpuint (plain->panels->len, ==, 2);
  g_assert_cmpuint (chart->panels->len, ==, 3);
  panel = g_ptr_array_index (chart->panels, 2);
  for (guint i = 0; i < panel->layers->len; i++)
    {
      const HipChartLayer *layer = g_ptr_array_index (panel->layers, i);

      g_string_append_printf (legend, "%s;", layer->legend ? layer->legend : "");
    }
  g_assert_cmpstr (legend->str, ==, ";Warning;Caution;Note;Tip;");
  g_string_free (legend, TRUE);
}

static void
test_slots (void)
{
  HipLoadPainData data = create_data ();
  g_autoptr (HipChart) chart = hip_load_pain_chart_new (&data);
  const GtkTextDirection directions[] = { GTK_TEXT_DIR_LTR, GTK_TEXT_DIR_RTL };

  for (int d = 0; d < 2; d++)
    {
      g_autoptr (HipChartLayout) layout = create_layout (chart, 600, 340, directions[d]);
      double last_x = d == 0 ? -1 : 1000;

      for (gsize i = 0; i < N_WEEKS; i++)
        {
          graphene_rect_t slot;
          double x;

          g_assert_true (hip_chart_layout_get_slot (layout, i, &slot));
          x = slot.origin.x + slot.size.width / 2;
          g_assert_cmpint (hip_chart_layout_pick (layout, x, 100), ==, (int) i);
          g_assert_cmpint (hip_chart_layout_pick (layout, slot.origin.x + 0.5, 330), ==, (int) i);
          g_assert_true (d == 0 ? x > last_x : x < last_x);
          last_x = x;
        }
      g_assert_cmpint (hip_chart_layout_pick (layout, -1, 100), ==, -1);
      g_assert_cmpint (hip_chart_layout_pick (layout, 601, 100), ==, -1);
      g_assert_false (hip_chart_layout_get_slot (layout, N_WEEKS, &(graphene_rect_t) { 0 }));
    }
}

static void
test_frame (void)
{
  HipChartFrame frame = {
    .time = hip_time_scale_new (0, 9, G_DATE_MONDAY),
    .values = hip_scale_new (0, 10),
    .left = 20,
    .top = 30,
    .width = 100,
    .height = 50,
  };
  double a, b;

  g_assert_cmpfloat (hip_chart_frame_get_x (&frame, 0), ==, 20);
  g_assert_cmpfloat (hip_chart_frame_get_x (&frame, 10), ==, 120);
  g_assert_cmpfloat (hip_chart_frame_get_y (&frame, 0), ==, 80);
  g_assert_cmpfloat (hip_chart_frame_get_y (&frame, 10), ==, 30);
  g_assert_cmpfloat (hip_chart_frame_get_y (&frame, 99), ==, 30);
  g_assert_true (isnan (hip_chart_frame_get_y (&frame, NAN)));

  hip_chart_frame_get_stretch (&frame, -3, 4, &a, &b);
  g_assert_cmpfloat (a, ==, 20);
  g_assert_cmpfloat (b, ==, 60);

  frame.mirrored = TRUE;
  g_assert_cmpfloat (hip_chart_frame_get_x (&frame, 0), ==, 120);
  hip_chart_frame_get_stretch (&frame, 0, 1, &a, &b);
  g_assert_cmpfloat_with_epsilon (a, 110, 1e-9);
  g_assert_cmpfloat_with_epsilon (b, 120, 1e-9);
}

static void
test_chart_copies (void)
{
  HipDay some_days[] = { 0, 1 };
  double values[] = { 1, 2 };
  HipChartSeries series = { .days = some_days, .values = values, .n = 2, .width = 1 };
  g_autoptr (HipChart) chart = hip_chart_new (hip_time_scale_new (0, 1, G_DATE_MONDAY));
  const HipChartLayer *layer;
  const HipChartPanelData *panel;
  HipDay day;

  hip_chart_add_panel (chart, &(HipChartPanel) { .scale = hip_scale_new (0, 2), .weight = 1 });
  hip_chart_add_columns (chart, 0, HIP_CHART_TONE_LOAD, 1, &series, "Load");
  hip_chart_set_slots (chart, some_days, 2, 1);
  some_days[0] = 77;
  values[0] = 77;

  panel = g_ptr_array_index (chart->panels, 0);
  layer = g_ptr_array_index (panel->layers, 0);
  g_assert_cmpfloat (layer->series.values[0], ==, 1);
  g_assert_cmpint (layer->series.days[0], ==, 0);
  g_assert_true (hip_chart_get_slot_days (chart, 0, &day, NULL));
  g_assert_cmpint (day, ==, 0);
  g_assert_cmpuint (hip_chart_get_n_slots (chart), ==, 2);
}

/* --- options --- */

static HipChartLayout *
create_layout_with (HipChart *chart, const HipChartLayoutOptions *options)
{
  PangoFontMap *map = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (map);
  HipChartLayout *layout = hip_chart_layout_new_with (chart, context, options);

  g_object_unref (context);
  g_object_unref (map);

  return layout;
}

/* Days 0 to 99, each as high as its number. */
static HipChart *
create_slope (void)
{
  HipDay some_days[100];
  double values[100];
  HipChartSeries series = { .days = some_days, .values = values, .n = 100, .width = 1 };
  HipChart *chart = hip_chart_new (hip_time_scale_new (0, 99, G_DATE_MONDAY));

  for (int i = 0; i < 100; i++)
    {
      some_days[i] = i;
      values[i] = i;
    }
  hip_chart_add_panel (chart, &(HipChartPanel) {
                                  .scale = hip_scale_new (0, 0),
                                  .weight = 1,
                                  .fit = TRUE,
                              });
  hip_chart_add_stems (chart, 0, HIP_CHART_TONE_LOAD, &series, "Slope");
  hip_chart_add_line (chart, 0, HIP_CHART_TONE_LIMIT, &series, "Line");
  hip_chart_add_slots (chart, 0, HIP_CHART_SLOT_STALK, &series);

  return chart;
}

/* How high a value is drawn says how high the scale goes. */
static double
get_slot_y (HipChartLayout *layout, gsize slot)
{
  graphene_rect_t bounds;

  g_assert_true (hip_chart_layout_get_slot (layout, slot, &bounds));

  return bounds.origin.y + bounds.size.height / 2;
}

/* The scale follows what is shown, in round steps. */
static void
test_scale_fits_what_is_shown (void)
{
  g_autoptr (HipChart) chart = create_slope ();
  HipTimeScale early = hip_time_scale_new (0, 10, G_DATE_MONDAY);
  HipChartLayoutOptions options = { .width = 400, .height = 200, .no_legend = TRUE };
  g_autoptr (HipChartLayout) whole = create_layout_with (chart, &options);
  g_autoptr (HipChartLayout) part = NULL;
  g_autoptr (HipChartLayout) bare = NULL;
  graphene_rect_t plot;

  options.time = &early;
  part = create_layout_with (chart, &options);
  g_assert_true (hip_chart_layout_get_plot (whole, &plot));
  g_assert_cmpfloat_with_epsilon (get_slot_y (whole, 50), plot.origin.y + plot.size.height / 2, 1);
  g_assert_true (hip_chart_layout_get_plot (part, &plot));
  g_assert_cmpfloat_with_epsilon (get_slot_y (part, 5), plot.origin.y + plot.size.height / 2, 1);
  g_assert_false (hip_chart_layout_get_slot (part, 11, &plot));

  options.hidden = 3;
  bare = create_layout_with (chart, &options);
  g_assert_true (hip_chart_layout_get_plot (bare, &plot));
}

/* A bit of the legend leaves out its layers; with all of them, only the axes are left. */
static void
test_hidden (void)
{
  g_autoptr (HipChart) chart = create_slope ();
  gsize sizes[4];

  g_assert_cmpuint (hip_chart_get_n_keys (chart), ==, 2);
  g_assert_cmpstr (hip_chart_get_key_label (chart, 1), ==, "Line");
  g_assert_true (hip_chart_can_hide_key (chart, 0));
  for (guint hidden = 0; hidden < 4; hidden++)
    {
      const HipChartLayoutOptions options = {
        .width = 400,
        .height = 200,
        .no_legend = TRUE,
        .hidden = hidden,
      };
      g_autoptr (HipChartLayout) layout = create_layout_with (chart, &options);
      g_autoptr (GskRenderNode) node = draw (layout);
      g_autoptr (GBytes) text = gsk_render_node_serialize (node);

      sizes[hidden] = g_bytes_get_size (text);
    }
  g_assert_cmpuint (sizes[1], <, sizes[0]);
  g_assert_cmpuint (sizes[2], <, sizes[0]);
  g_assert_cmpuint (sizes[3], <, MIN (sizes[1], sizes[2]));
}

/* Plots line up when one has wider labels than it needs. */
static void
test_gutter (void)
{
  g_autoptr (HipChart) chart = create_slope ();
  const HipChartLayoutOptions options = { .width = 400, .height = 200, .gutter = 60 };
  const HipChartLayoutOptions mirrored = {
    .width = 400,
    .height = 200,
    .gutter = 60,
    .direction = GTK_TEXT_DIR_RTL,
  };
  g_autoptr (HipChartLayout) layout = create_layout_with (chart, &options);
  g_autoptr (HipChartLayout) other = create_layout_with (chart, &mirrored);
  graphene_rect_t plot;

  g_assert_true (hip_chart_layout_get_plot (layout, &plot));
  g_assert_cmpfloat (plot.origin.x, ==, 60);
  g_assert_cmpfloat (plot.size.width, ==, 340);
  g_assert_true (hip_chart_layout_get_plot (other, &plot));
  g_assert_cmpfloat (plot.origin.x, ==, 0);
  g_assert_cmpfloat (hip_chart_layout_get_gutter (layout), <, 60);
}

/* The nearest stalk counts, whatever the height; far from all of them there is nothing. */
static void
test_pick_stalk (void)
{
  g_autoptr (HipChart) chart = create_slope ();
  HipTimeScale few = hip_time_scale_new (0, 9, G_DATE_MONDAY);
  const HipChartLayoutOptions options = { .width = 400, .height = 200, .time = &few };
  g_autoptr (HipChartLayout) layout = create_layout_with (chart, &options);
  graphene_rect_t slot;

  g_assert_true (hip_chart_layout_get_slot (layout, 3, &slot));
  g_assert_cmpint (hip_chart_layout_pick (layout, slot.origin.x + 7, 20), ==, 3);
  g_assert_cmpint (hip_chart_layout_pick (layout, slot.origin.x + 7, 150), ==, 3);
  g_assert_cmpint (hip_chart_layout_pick (layout, slot.origin.x + 7 + 18, 150), ==, -1);
  g_assert_cmpint (hip_chart_layout_pick_day (layout, slot.origin.x + 7), ==, 3);
  g_assert_cmpint (hip_chart_layout_pick_day (layout, 399.5), ==, 9);
  g_assert_cmpint (hip_chart_layout_pick_day (layout, 401), ==, HIP_DAY_NONE);
}

/* Without time the nearest dot counts in both directions. */
static void
test_pick_point (void)
{
  const double xs[] = { 0, 1, 1, 2 };
  const double values[] = { 0, 2, 8, 10 };
  HipChartSeries series = { .xs = xs, .values = values, .n = 4, .width = 1 };
  g_autoptr (HipChart) chart =
                hip_chart_new_by_value (hip_scale_new (0, 2), hip_chart_format_number, "Across");
  g_autoptr (HipChartLayout) layout = NULL;

  hip_chart_add_panel (chart, &(HipChartPanel) {
                                  .scale = hip_scale_new (0, 10),
                                  .format = hip_chart_format_number,
                                  .weight = 1,
                              });
  hip_chart_add_dots (chart, 0, HIP_CHART_TONE_LOAD, HIP_CHART_SHAPE_DOT, &series, NULL);
  hip_chart_add_slots (chart, 0, HIP_CHART_SLOT_POINT, &series);
  layout = create_layout (chart, 300, 300, GTK_TEXT_DIR_LTR);
  for (gsize i = 0; i < 3; i++)
    {
      graphene_rect_t slot;

      g_assert_true (hip_chart_layout_get_slot (layout, i, &slot));
      g_assert_cmpint (hip_chart_layout_pick (layout, slot.origin.x + 9, slot.origin.y + 9), ==,
                       (int) i);
    }
  g_assert_cmpint (hip_chart_layout_pick_day (layout, 100), ==, HIP_DAY_NONE);
}

/* --- words --- */

static void
test_describe (void)
{
  HipLoadPainData data = create_data ();
  g_autofree char *text = hip_load_pain_chart_describe (&data);

  g_assert_cmpstr (
      text, ==,
      "Weekly distance over 4 weeks, from Monday, 2 March to Sunday, 29 March. "
      "Highest: 46.3\302\240km in the week of Monday, 16 March. "
      "Last full week: 46.3\302\240km, 40\302\240% above the highest of the four weeks before "
      "it. "
      "1 week went beyond its limit. "
      "Pain was scored on 3 days: mean 3.7, highest 6 on Wednesday, 18 March.");
}

static void
test_describe_nothing (void)
{
  HipLoadPainData data = create_data ();
  const double none[N_WEEKS] = { 0, 0, NAN, 0 };
  g_autofree char *text = NULL;

  data.week_metres = none;
  data.week_baselines = NULL;
  data.week_limits = NULL;
  data.week_flagged = NULL;
  data.n_days = 0;
  text = hip_load_pain_chart_describe (&data);

  g_assert_nonnull (strstr (text, "No run was logged."));
  g_assert_nonnull (strstr (text, "No pain score was logged."));
  g_assert_null (strstr (text, "limit"));
}

static void
test_describe_weeks (void)
{
  HipLoadPainData data = create_data ();
  g_autofree char *first = hip_load_pain_chart_describe_week (&data, 0);
  g_autofree char *beyond = hip_load_pain_chart_describe_week (&data, 2);
  g_autofree char *running = hip_load_pain_chart_describe_week (&data, 3);

  g_assert_cmpstr (first, ==, "Week of Mon 2 Mar\n30.0\302\240km\nHighest pain: left 2, right 3");
  g_assert_cmpstr (beyond, ==,
                   "Week of Mon 16 Mar\n46.3\302\240km\nBeyond its limit of 36.3\302\240km\n"
                   "Highest pain: left 6");
  g_assert_cmpstr (
      running, ==,
      "Week of Mon 23 Mar\n12.0\302\240km so far\nLimit 50.9\302\240km\nPain not scored");
}

static void
test_describe_warnings (void)
{
  HipLoadPainData data = create_data_with_warnings ();
  g_autofree char *all = hip_load_pain_chart_describe (&data);
  g_autofree char *one = NULL;
  g_autofree char *none = NULL;

  g_assert_true (g_str_has_suffix (
      all, " 6 warnings were raised, the most serious on Monday, 16 March (Warning)."));
  data.n_warnings = 1;
  one = hip_load_pain_chart_describe (&data);
  g_assert_true (g_str_has_suffix (one, " 1 warning was raised, on Monday, 2 March (Note)."));
  data.n_warnings = 0;
  none = hip_load_pain_chart_describe (&data);
  g_assert_null (strstr (none, "warning"));
}

/* Of equally serious ones the latest is the one that is named. */
static void
test_describe_latest_warning (void)
{
  HipLoadPainData data = create_data_with_warnings ();
  g_autofree char *text = NULL;

  data.n_warnings = 2;
  data.warning_days += 3;
  data.warning_signs = (const double[]) { 2, 2 };
  text = hip_load_pain_chart_describe (&data);
  g_assert_true (g_str_has_suffix (
      text, " 2 warnings were raised, the most serious on Sunday, 22 March (Caution)."));
}

/* A week's own, the most serious first, and no more than can be read. */
static void
test_describe_warnings_of_weeks (void)
{
  HipLoadPainData data = create_data_with_warnings ();
  g_autofree char *first = hip_load_pain_chart_describe_week (&data, 0);
  g_autofree char *second = hip_load_pain_chart_describe_week (&data, 1);
  g_autofree char *third = hip_load_pain_chart_describe_week (&data, 2);
  g_autofree char *fewer = NULL;

  g_assert_true (g_str_has_suffix (first, "right 3\nNote: no. 0"));
  g_assert_null (strstr (second, "no."));
  g_assert_true (g_str_has_suffix (
      third, "left 6\nWarning: no. 2\nCaution: no. 1\nCaution: no. 3\nand 2 more warnings"));
  data.n_warnings = 5;
  fewer = hip_load_pain_chart_describe_week (&data, 2);
  g_assert_true (g_str_has_suffix (fewer, "Caution: no. 3\nand 1 more warning"));
}

static void
test_week (void)
{
  HipWeekChartData data = {
    .week_start = 20535,
    .today = 20538,
    .metres = { 5000, 0, 0, 7000, NAN, NAN, NAN },
    .last_metres = { 0, 6000, 0, 2000, 0, 0, 15000 },
    .pain = { NAN, 2, NAN, 5, NAN, NAN, NAN },
  };
  g_autoptr (HipChart) chart = hip_week_chart_new (&data);
  g_autoptr (HipChartLayout) layout = create_layout (chart, 300, 170, GTK_TEXT_DIR_LTR);
  g_autoptr (GskRenderNode) node = draw (layout);
  g_autofree char *text = hip_week_chart_describe (&data);
  g_autofree char *today = hip_week_chart_describe_day (&data, 3);
  g_autofree char *ahead = hip_week_chart_describe_day (&data, 6);

  g_assert_nonnull (node);
  g_assert_cmpuint (hip_chart_get_n_slots (chart), ==, 7);
  g_assert_cmpstr (text, ==,
                   "This week: 12.0\302\240km so far, last week 8.0\302\240km by the same day. "
                   "Highest pain: 5 on Thursday, 26 March.");
  g_assert_cmpstr (today, ==, "Thu 26 Mar\n7.0\302\240km\nLast week: 2.0\302\240km\nPain 5");
  g_assert_cmpstr (ahead, ==, "Sun 29 Mar\nLast week: 15.0\302\240km");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  /* Makes the kinds of render nodes known; that there may be no display does not matter. */
  gtk_init_check ();

  g_test_add_func ("/charts/chart/draws-everything", test_draws_everything);
  g_test_add_func ("/charts/chart/nothing-to-draw", test_nothing_to_draw);
  g_test_add_func ("/charts/chart/odd-values", test_odd_values);
  g_test_add_func ("/charts/chart/cost-depends-on-pixels", test_cost_depends_on_pixels);
  g_test_add_func ("/charts/signs/share-room", test_signs_share_room);
  g_test_add_func ("/charts/signs/stay-together", test_signs_stay_together);
  g_test_add_func ("/charts/signs/worst-wins", test_signs_worst_wins);
  g_test_add_func ("/charts/signs/stay-inside", test_signs_stay_inside);
  g_test_add_func ("/charts/signs/odd", test_signs_odd);
  g_test_add_func ("/charts/load-pain/warning-panel", test_warning_panel);
  g_test_add_func ("/charts/chart/slots", test_slots);
  g_test_add_func ("/charts/chart/scale-fits-what-is-shown", test_scale_fits_what_is_shown);
  g_test_add_func ("/charts/chart/hidden", test_hidden);
  g_test_add_func ("/charts/chart/gutter", test_gutter);
  g_test_add_func ("/charts/chart/pick-stalk", test_pick_stalk);
  g_test_add_func ("/charts/chart/pick-point", test_pick_point);
  g_test_add_func ("/charts/chart/frame", test_frame);
  g_test_add_func ("/charts/chart/copies", test_chart_copies);
  g_test_add_func ("/charts/load-pain/describe", test_describe);
  g_test_add_func ("/charts/load-pain/describe-nothing", test_describe_nothing);
  g_test_add_func ("/charts/load-pain/describe-weeks", test_describe_weeks);
  g_test_add_func ("/charts/load-pain/describe-warnings", test_describe_warnings);
  g_test_add_func ("/charts/load-pain/describe-latest-warning", test_describe_latest_warning);
  g_test_add_func ("/charts/load-pain/describe-warnings-of-weeks", test_describe_warnings_of_weeks);
  g_test_add_func ("/charts/week", test_week);

  return g_test_run ();
}
