// SPDX-License-Identifier: GPL-3.0-or-later
/* Layout and drawing, without a display: a Pango context of its own, and render nodes. */
#include "config.h"

#include "hip-chart-frame.h"
#include "hip-chart-layers.h"
#include "hip-chart-layout.h"
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
