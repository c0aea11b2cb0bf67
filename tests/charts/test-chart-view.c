// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-chart-export.h"
#include "hip-chart-table.h"
#include "hip-chart-view.h"
#include "hip-distance-bar.h"

#include <adwaita.h>

#define N_SLOTS 5

static HipChart *
create_chart (void)
{
  const HipDay days[N_SLOTS] = { 0, 7, 14, 21, 28 };
  const double values[N_SLOTS] = { 10, 20, 30, 20, 10 };
  HipChartSeries series = { .days = days, .values = values, .n = N_SLOTS, .width = 7 };
  HipChart *chart = hip_chart_new (hip_time_scale_new (0, 34, G_DATE_MONDAY));

  hip_chart_add_panel (chart, &(HipChartPanel) { .scale = hip_scale_new (0, 30), .weight = 1 });
  hip_chart_add_columns (chart, 0, HIP_CHART_TONE_LOAD, 0.7, &series, NULL);
  hip_chart_set_slots (chart, days, N_SLOTS, 7);

  return chart;
}

static char *
describe_slot (guint index, gpointer user_data)
{
  return g_strdup_printf ("Slot %u", index);
}

typedef struct
{
  GtkWidget *window;
  HipChartView *view;
  guint n_notified;
  guint n_activated;
  guint activated;
} Fixture;

static void
notified_cb (Fixture *fixture)
{
  fixture->n_notified++;
}

static void
activated_cb (HipChartView *view, guint index, Fixture *fixture)
{
  fixture->n_activated++;
  fixture->activated = index;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HipChart) chart = create_chart ();

  fixture->window = gtk_window_new ();
  fixture->view = HIP_CHART_VIEW (hip_chart_view_new ());
  hip_chart_view_set_chart (fixture->view, chart);
  hip_chart_view_set_detail_func (fixture->view, describe_slot, NULL, NULL);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  g_signal_connect_swapped (fixture->view, "notify::selected", G_CALLBACK (notified_cb), fixture);
  g_signal_connect (fixture->view, "activated", G_CALLBACK (activated_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

static gboolean
key_matches (GtkShortcut *shortcut, guint keyval)
{
  GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

  return GTK_IS_KEYVAL_TRIGGER (trigger)
         && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == keyval;
}

/* What the key does in this widget class, through the shortcut that carries it. */
static gboolean
press (Fixture *fixture, guint keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->view));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;

      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);

          if (key_matches (shortcut, keyval))
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0,
                                                 GTK_WIDGET (fixture->view),
                                                 gtk_shortcut_get_arguments (shortcut));
        }
    }

  g_assert_not_reached ();
}

static void
test_selected (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (hip_chart_view_get_selected (fixture->view), ==, -1);

  hip_chart_view_set_selected (fixture->view, -1);
  g_assert_cmpuint (fixture->n_notified, ==, 0);

  hip_chart_view_set_selected (fixture->view, N_SLOTS - 1);
  g_assert_cmpint (hip_chart_view_get_selected (fixture->view), ==, N_SLOTS - 1);
  g_assert_cmpuint (fixture->n_notified, ==, 1);

  g_object_set (fixture->view, "selected", N_SLOTS, NULL);
  g_assert_cmpint (hip_chart_view_get_selected (fixture->view), ==, -1);
  g_assert_cmpuint (fixture->n_notified, ==, 2);
}

static void
test_new_chart_selects_none (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HipChart) chart = create_chart ();

  hip_chart_view_set_selected (fixture->view, 2);
  hip_chart_view_set_chart (fixture->view, chart);

  g_assert_cmpint (hip_chart_view_get_selected (fixture->view), ==, -1);
  g_assert_true (hip_chart_view_get_chart (fixture->view) == chart);
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  g_assert_true (press (fixture, GDK_KEY_Left));
  g_assert_cmpint (hip_chart_view_get_selected (fixture->view), ==, N_SLOTS - 1);

  g_assert_true (press (fixture, GDK_KEY_Left));
  g_assert_cmpint (hip_chart_view_get_selected (fixture->view), ==, N_SLOTS - 2);

  g_assert_true (press (fixture, GDK_KEY_Home));
  g_assert_cmpint (hip_chart_view_get_selected (fixture->view), ==, 0);

  press (fixture, GDK_KEY_Left);
  g_assert_cmpint (hip_chart_view_get_selected (fixture->view), ==, 0);

  g_assert_true (press (fixture, GDK_KEY_Right));
  g_assert_cmpint (hip_chart_view_get_selected (fixture->view), ==, 1);

  g_assert_true (press (fixture, GDK_KEY_End));
  press (fixture, GDK_KEY_Right);
  g_assert_cmpint (hip_chart_view_get_selected (fixture->view), ==, N_SLOTS - 1);

  g_assert_true (press (fixture, GDK_KEY_Escape));
  g_assert_cmpint (hip_chart_view_get_selected (fixture->view), ==, -1);
  g_assert_false (press (fixture, GDK_KEY_Escape));
}

static void
test_keys_mirrored (Fixture *fixture, gconstpointer data)
{
  gtk_widget_set_direction (GTK_WIDGET (fixture->view), GTK_TEXT_DIR_RTL);

  press (fixture, GDK_KEY_Home);
  press (fixture, GDK_KEY_Left);
  g_assert_cmpint (hip_chart_view_get_selected (fixture->view), ==, 1);

  press (fixture, GDK_KEY_Right);
  g_assert_cmpint (hip_chart_view_get_selected (fixture->view), ==, 0);
}

static void
test_activate (Fixture *fixture, gconstpointer data)
{
  g_assert_false (press (fixture, GDK_KEY_Return));
  g_assert_cmpuint (fixture->n_activated, ==, 0);

  hip_chart_view_set_selected (fixture->view, 3);
  g_assert_true (press (fixture, GDK_KEY_Return));
  g_assert_cmpuint (fixture->n_activated, ==, 1);
  g_assert_cmpuint (fixture->activated, ==, 3);
}

static void
test_keys_without_chart (Fixture *fixture, gconstpointer data)
{
  hip_chart_view_set_chart (fixture->view, NULL);

  g_assert_false (press (fixture, GDK_KEY_Left));
  g_assert_false (press (fixture, GDK_KEY_Home));
  g_assert_cmpint (hip_chart_view_get_selected (fixture->view), ==, -1);
}

static void
test_accessible (Fixture *fixture, gconstpointer data)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (fixture->view);

  hip_chart_view_set_label (fixture->view, "Load and pain");
  hip_chart_view_set_description (fixture->view, "Five weeks");

  gtk_test_accessible_assert_role (accessible, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, "Load and pain");
  gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Five weeks");
  g_assert_true (gtk_widget_get_focusable (GTK_WIDGET (fixture->view)));

  hip_chart_view_set_selected (fixture->view, 2);
  gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "Slot 2");

  hip_chart_view_set_selected (fixture->view, -1);
  g_assert_false (
      gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT));
}

static void
test_minimum_size (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HipChart) chart = create_chart ();
  int width, height;

  gtk_widget_measure (GTK_WIDGET (fixture->view), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL,
                      NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (fixture->view), GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL,
                      NULL);
  g_assert_cmpint (width, ==, 240);
  g_assert_cmpint (height, >=, 180);

  hip_chart_set_minimum_size (chart, 100, 90);
  hip_chart_view_set_chart (fixture->view, chart);
  gtk_widget_measure (GTK_WIDGET (fixture->view), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL,
                      NULL, NULL);
  g_assert_cmpint (width, ==, 100);
}

static GskRenderNode *
grab (GdkPaintable *paintable)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, snapshot, 400, 300);

  return gtk_snapshot_free_to_node (snapshot);
}

static void
test_draws (Fixture *fixture, gconstpointer data)
{
  GtkWidget *widget = GTK_WIDGET (fixture->view);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GskRenderNode) node = NULL;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 400, 300);
  gtk_window_present (GTK_WINDOW (fixture->window));
  hip_chart_view_set_selected (fixture->view, 1);
  for (int i = 0; i < 1000 && node == NULL; i++)
    {
      g_main_context_iteration (NULL, TRUE);
      node = grab (paintable);
    }

  g_assert_nonnull (node);
}

/* --- with an axis --- */

static double
get_length (HipTimeAxis *axis)
{
  return hip_time_scale_get_length (hip_time_axis_get_scale (axis));
}

static void
show (Fixture *fixture)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (fixture->view));
  g_autoptr (GskRenderNode) node = NULL;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 400, 300);
  gtk_window_present (GTK_WINDOW (fixture->window));
  for (int i = 0; i < 1000 && node == NULL; i++)
    {
      g_main_context_iteration (NULL, TRUE);
      node = grab (paintable);
    }
  g_assert_nonnull (node);
}

/* Plus, minus and 0 zoom; without an axis they are somebody else's. */
static void
test_keys_zoom (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HipTimeAxis) axis = hip_time_axis_new ();

  show (fixture);
  g_assert_false (press (fixture, GDK_KEY_plus));
  hip_time_axis_set_extent (axis, 0, 34, G_DATE_MONDAY);
  hip_chart_view_set_axis (fixture->view, axis);
  g_assert_true (press (fixture, GDK_KEY_plus));
  g_assert_cmpfloat (get_length (axis), <, 35);
  g_assert_true (press (fixture, GDK_KEY_minus));
  g_assert_cmpfloat_with_epsilon (get_length (axis), 35, 1e-6);
  press (fixture, GDK_KEY_plus);
  press (fixture, GDK_KEY_plus);
  g_assert_true (press (fixture, GDK_KEY_0));
  g_assert_cmpfloat (get_length (axis), ==, 35);
}

/* The keyboard takes the axis with it, the others see where it is. */
static void
test_keys_move_axis (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HipTimeAxis) axis = hip_time_axis_new ();

  hip_time_axis_set_extent (axis, 0, 34, G_DATE_MONDAY);
  hip_time_axis_set_window (axis, 0, 10);
  hip_chart_view_set_axis (fixture->view, axis);
  press (fixture, GDK_KEY_End);
  g_assert_cmpfloat (hip_time_axis_get_scale (axis).end, ==, 35);
  g_assert_cmpint (hip_time_axis_get_cursor (axis), ==, 31);
  press (fixture, GDK_KEY_Home);
  g_assert_cmpfloat (hip_time_axis_get_scale (axis).start, ==, 0);
  press (fixture, GDK_KEY_Escape);
  g_assert_cmpint (hip_time_axis_get_cursor (axis), ==, HIP_DAY_NONE);
}

static void
test_axis_property (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HipTimeAxis) axis = hip_time_axis_new ();
  g_autoptr (HipTimeAxis) got = NULL;
  HipChartLayoutOptions options;

  g_assert_null (hip_chart_view_get_axis (fixture->view));
  g_object_set (fixture->view, "axis", axis, NULL);
  g_object_get (fixture->view, "axis", &got, NULL);
  g_assert_true (got == axis);
  hip_time_axis_set_extent (axis, 0, 34, G_DATE_MONDAY);
  hip_time_axis_widen_gutter (axis, 33);
  hip_chart_view_get_layout_options (fixture->view, &options);
  g_assert_nonnull (options.time);
  g_assert_cmpint (options.time->to, ==, 34);
  g_assert_cmpfloat (options.gutter, ==, 33);
  hip_chart_view_set_axis (fixture->view, NULL);
  hip_chart_view_get_layout_options (fixture->view, &options);
  g_assert_null (options.time);
}

static void
test_hidden_keys (Fixture *fixture, gconstpointer data)
{
  HipChartLayoutOptions options;

  hip_chart_view_set_key_hidden (fixture->view, 2, TRUE);
  hip_chart_view_set_key_hidden (fixture->view, 64, TRUE);
  hip_chart_view_set_legend_shown (fixture->view, FALSE);
  g_assert_true (hip_chart_view_get_key_hidden (fixture->view, 2));
  g_assert_false (hip_chart_view_get_key_hidden (fixture->view, 1));
  g_assert_false (hip_chart_view_get_key_hidden (fixture->view, 64));
  hip_chart_view_get_layout_options (fixture->view, &options);
  g_assert_cmpuint (options.hidden, ==, 4);
  g_assert_true (options.no_legend);
  hip_chart_view_set_key_hidden (fixture->view, 2, FALSE);
  g_assert_false (hip_chart_view_get_key_hidden (fixture->view, 2));
}

/* --- with words --- */

static char *
say_all (gconstpointer data, HipDay from, HipDay to)
{
  return g_strdup_printf ("From %d to %d", from, to);
}

static char *
say_slot (gconstpointer data, guint slot)
{
  return g_strdup_printf ("Week %u of %s", slot, (const char *) data);
}

static HipChartFigure
say_cell (gconstpointer data, guint slot, guint column)
{
  return hip_chart_figure_text (g_strdup_printf ("%u/%u", slot, column));
}

static HipChart *
create_speaking_chart (void)
{
  static const char *const columns[] = { "One", "Two", NULL };
  static const HipChartWords words = { say_all, say_slot, NULL, columns, say_cell };
  HipChart *chart = create_chart ();

  hip_chart_set_words (chart, "A chart", &words, g_strdup ("five"), g_free);

  return chart;
}

/* A chart that has words needs none from the view's owner. */
static void
test_speaks (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HipChart) chart = create_speaking_chart ();
  GtkAccessible *accessible = GTK_ACCESSIBLE (fixture->view);

  hip_chart_view_set_detail_func (fixture->view, NULL, NULL, NULL);
  hip_chart_view_set_chart (fixture->view, chart);
  gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, "A chart");
  press (fixture, GDK_KEY_End);
  gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                       "Week 4 of five");
}

/* The same figures as a table, the latest first, of the time that is shown. */
static void
test_table (void)
{
  g_autoptr (HipChart) chart = create_speaking_chart ();
  g_autoptr (HipChartTable) all =
                hip_chart_table_new (chart, hip_time_scale_new_exact (0, 0, G_DATE_MONDAY));
  g_autoptr (HipChartTable) some =
                hip_chart_table_new (chart, hip_time_scale_new (7, 14, G_DATE_MONDAY));
  g_autoptr (HipChartTableRow) row = NULL;
  g_autofree char *cell = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (all)), ==, N_SLOTS);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (some)), ==, 2);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (some), 2));
  row = g_list_model_get_item (G_LIST_MODEL (some), 0);
  cell = hip_chart_table_row_dup_cell (row, 1);
  g_assert_cmpstr (cell, ==, "2/1");
}

/* --- as a picture --- */

static HipChartExport *
create_picture (Fixture *fixture)
{
  g_autoptr (HipChart) chart = create_speaking_chart ();
  const HipChartLayoutOptions options = { .width = 300, .height = 200, .no_legend = TRUE };
  PangoContext *context = gtk_widget_create_pango_context (GTK_WIDGET (fixture->view));
  HipChartExport *picture = hip_chart_export_new (chart, context, &options, "Five weeks");

  g_object_unref (context);

  return picture;
}

static void
test_svg (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HipChartExport) picture = create_picture (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) svg = hip_chart_export_to_svg (picture, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));
  g_assert_nonnull (strstr (text, "<svg"));
  g_assert_nonnull (strstr (text, "<path"));
  /* Lines and letters, not pixels. */
  g_assert_null (strstr (text, "<image"));
  g_assert_true (g_str_has_suffix (text, "</svg>\n"));
}

static void
test_png (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HipChartExport) picture = create_picture (fixture);
  g_autoptr (GdkTexture) once = NULL;
  g_autoptr (GdkTexture) twice = NULL;
  GskRenderer *renderer;

  show (fixture);
  renderer = gtk_native_get_renderer (GTK_NATIVE (fixture->window));
  once = hip_chart_export_render (picture, renderer, 1);
  twice = hip_chart_export_render (picture, renderer, 2);
  g_assert_cmpint (gdk_texture_get_width (once), ==, 336);
  g_assert_cmpint (gdk_texture_get_width (twice), ==, 672);
  g_assert_cmpint (gdk_texture_get_height (once), >, 236);
}

static void
test_detail_data_is_freed (void)
{
  GtkWidget *view = g_object_ref_sink (hip_chart_view_new ());
  gboolean *freed = g_new0 (gboolean, 1);

  hip_chart_view_set_detail_func (HIP_CHART_VIEW (view), describe_slot, freed, g_free);
  g_assert_finalize_object (view);
}

static void
test_bar (void)
{
  GtkWidget *bar = g_object_ref_sink (hip_distance_bar_new ());
  GtkAccessible *accessible = GTK_ACCESSIBLE (bar);

  g_object_set (bar, "maximum", 800.0, "value", 505.0, "first-mark", 480.0, "level",
                HIP_BAR_LEVEL_NOTE, "value-text", "505 of 800 km", NULL);

  g_assert_cmpfloat (hip_distance_bar_get_value (HIP_DISTANCE_BAR (bar)), ==, 505);
  g_assert_cmpfloat (hip_distance_bar_get_first_mark (HIP_DISTANCE_BAR (bar)), ==, 480);
  g_assert_cmpfloat (hip_distance_bar_get_second_mark (HIP_DISTANCE_BAR (bar)), ==, -1);
  g_assert_cmpint (hip_distance_bar_get_level (HIP_DISTANCE_BAR (bar)), ==, HIP_BAR_LEVEL_NOTE);
  gtk_test_accessible_assert_role (accessible, GTK_ACCESSIBLE_ROLE_METER);
  gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0);
  gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 800.0);
  gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, 505.0);
  gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                       "505 of 800 km");

  g_assert_finalize_object (bar);
}

static void
test_bar_limits (void)
{
  GtkWidget *widget = g_object_ref_sink (hip_distance_bar_new ());
  HipDistanceBar *bar = HIP_DISTANCE_BAR (widget);

  hip_distance_bar_set_value (bar, -5);
  g_assert_cmpfloat (hip_distance_bar_get_value (bar), ==, 0);
  hip_distance_bar_set_value (bar, 0.0 / 0.0);
  g_assert_cmpfloat (hip_distance_bar_get_value (bar), ==, 0);
  hip_distance_bar_set_second_mark (bar, -7);
  g_assert_cmpfloat (hip_distance_bar_get_second_mark (bar), ==, -1);

  g_assert_finalize_object (widget);
}

#define ADD(path, func) g_test_add ("/charts/view/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("selected", test_selected);
  ADD ("new-chart-selects-none", test_new_chart_selects_none);
  ADD ("keys", test_keys);
  ADD ("keys-mirrored", test_keys_mirrored);
  ADD ("activate", test_activate);
  ADD ("keys-without-chart", test_keys_without_chart);
  ADD ("accessible", test_accessible);
  ADD ("minimum-size", test_minimum_size);
  ADD ("draws", test_draws);
  ADD ("keys-zoom", test_keys_zoom);
  ADD ("keys-move-axis", test_keys_move_axis);
  ADD ("axis-property", test_axis_property);
  ADD ("hidden-keys", test_hidden_keys);
  ADD ("speaks", test_speaks);
  ADD ("svg", test_svg);
  ADD ("png", test_png);
  g_test_add_func ("/charts/table", test_table);
  g_test_add_func ("/charts/view/detail-data-is-freed", test_detail_data_is_freed);
  g_test_add_func ("/charts/bar", test_bar);
  g_test_add_func ("/charts/bar/limits", test_bar_limits);

  return g_test_run ();
}
