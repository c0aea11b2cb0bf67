// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-app-resources.h"
#include "hip-hip-map-canvas.h"
#include "hip-hip-map-view.h"

/* What is left of the narrowest window. */
#define NARROW 336

typedef struct
{
  HipHipMapView *view; /* (owned) */
  guint n_changed;
} Fixture;

static void
changed_cb (Fixture *fixture)
{
  fixture->n_changed++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->view = HIP_HIP_MAP_VIEW (g_object_ref_sink (hip_hip_map_view_new ()));
  g_signal_connect_swapped (fixture->view, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->view);
}

static void
collect (GtkWidget *widget, GType type, GPtrArray *found)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

static GtkWidget *
find_first (Fixture *fixture, GType type)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  collect (GTK_WIDGET (fixture->view), type, found);
  g_assert_cmpuint (found->len, >, 0);
  return g_ptr_array_index (found, 0);
}

/* The buttons of areas, in the order of Tab. */
static GPtrArray *
get_buttons (Fixture *fixture)
{
  GPtrArray *buttons = g_ptr_array_new ();

  collect (find_first (fixture, HIP_TYPE_HIP_MAP_CANVAS), GTK_TYPE_TOGGLE_BUTTON, buttons);
  return buttons;
}

static GtkToggleButton *
find_button (Fixture *fixture, const char *label)
{
  g_autoptr (GPtrArray) buttons = get_buttons (fixture);

  for (guint i = 0; i < buttons->len; i++)
    {
      GtkAccessible *button = g_ptr_array_index (buttons, i);
      g_autofree char *wrong =
          gtk_test_accessible_check_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, label);

      if (wrong == NULL)
        return GTK_TOGGLE_BUTTON (button);
    }
  g_error ("There is no “%s”.", label);
}

static HipAreas
get_shown_areas (HipMapView view, HipSide side)
{
  g_autoptr (HipHipMap) map = hip_hip_map_new (view, side);

  return hip_hip_map_get_areas (map);
}

/* Every area of the picture is a button with a name that says of which hip it is, and a state. */
static void
check_names (Fixture *fixture, HipSide side)
{
  HipAreas areas = get_shown_areas (HIP_MAP_VIEW_FRONT, side);
  g_autoptr (GPtrArray) buttons = get_buttons (fixture);

  g_assert_cmpuint (buttons->len, ==, __builtin_popcount (areas));
  for (HipAreas left = areas; left != 0; left &= left - 1)
    {
      g_autofree char *name = g_strdup_printf (
          "%s, %s hip",
          hip_vocabulary_get_label (hip_vocabulary_areas (), g_bit_storage (left & -left)),
          side == HIP_SIDE_LEFT ? "left" : "right");
      GtkToggleButton *button = find_button (fixture, name);

      gtk_test_accessible_assert_role (button, GTK_ACCESSIBLE_ROLE_TOGGLE_BUTTON);
      g_assert_true (gtk_widget_get_focusable (GTK_WIDGET (button)));
    }
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  GtkWidget *canvas = find_first (fixture, HIP_TYPE_HIP_MAP_CANVAS);

  hip_hip_map_view_show (fixture->view, HIP_SIDE_LEFT, 0);
  check_names (fixture, HIP_SIDE_LEFT);
  gtk_test_accessible_assert_role (canvas, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (canvas, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Where the left hip hurts");
  hip_hip_map_view_show (fixture->view, HIP_SIDE_RIGHT, 0);
  check_names (fixture, HIP_SIDE_RIGHT);
  gtk_test_accessible_assert_property (canvas, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Where the right hip hurts");
}

/* What is chosen is told by the button and by the picture's value, and only the runner's own
 * choices are signalled. */
static void
test_choosing (Fixture *fixture, gconstpointer data)
{
  GtkToggleButton *side = find_button (fixture, "Side of the hip, left hip");

  gtk_toggle_button_set_active (side, TRUE);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_cmphex (hip_hip_map_view_get_areas (fixture->view), ==, HIP_AREA_SIDE);
  gtk_test_accessible_assert_state (side, GTK_ACCESSIBLE_STATE_PRESSED,
                                    GTK_ACCESSIBLE_TRISTATE_TRUE);
  gtk_toggle_button_set_active (side, FALSE);
  g_assert_cmpuint (fixture->n_changed, ==, 2);
  g_assert_cmphex (hip_hip_map_view_get_areas (fixture->view), ==, 0);

  hip_hip_map_view_show (fixture->view, HIP_SIDE_LEFT, HIP_AREA_FRONT | HIP_AREA_LOWER_BACK);
  g_assert_cmpuint (fixture->n_changed, ==, 2);
  g_assert_true (
      gtk_toggle_button_get_active (find_button (fixture, "Front of the hip or groin, left hip")));
  g_assert_false (
      gtk_toggle_button_get_active (find_button (fixture, "Side of the hip, left hip")));
}

/* What is chosen in one view is still chosen when another one is looked at; what no view in sight
 * shows brings up one that does. */
static void
test_views (Fixture *fixture, gconstpointer data)
{
  AdwToggleGroup *group = ADW_TOGGLE_GROUP (find_first (fixture, ADW_TYPE_TOGGLE_GROUP));

  hip_hip_map_view_show (fixture->view, HIP_SIDE_RIGHT, HIP_AREA_SIDE | HIP_AREA_TAILBONE);
  g_assert_cmpuint (adw_toggle_group_get_active (group), ==, HIP_MAP_VIEW_FRONT);
  adw_toggle_group_set_active (group, HIP_MAP_VIEW_INNER);
  g_assert_cmphex (hip_hip_map_view_get_areas (fixture->view), ==,
                   HIP_AREA_SIDE | HIP_AREA_TAILBONE);
  g_assert_true (gtk_toggle_button_get_active (find_button (fixture, "Tailbone, right hip")));

  hip_hip_map_view_show (fixture->view, HIP_SIDE_RIGHT, HIP_AREA_OUTER_KNEE);
  g_assert_cmpuint (adw_toggle_group_get_active (group), ==, HIP_MAP_VIEW_FRONT);
  hip_hip_map_view_show (fixture->view, HIP_SIDE_RIGHT, HIP_AREA_TAILBONE);
  g_assert_cmpuint (adw_toggle_group_get_active (group), ==, HIP_MAP_VIEW_BACK);
  g_assert_cmpuint (fixture->n_changed, ==, 0);
}

static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  for (int view = 0; view < HIP_N_MAP_VIEWS; view++)
    {
      int minimum;

      adw_toggle_group_set_active (ADW_TOGGLE_GROUP (find_first (fixture, ADW_TYPE_TOGGLE_GROUP)),
                                   view);
      gtk_widget_measure (GTK_WIDGET (fixture->view), GTK_ORIENTATION_HORIZONTAL, -1, &minimum,
                          NULL, NULL, NULL);
      g_assert_cmpint (minimum, <=, NARROW);
    }
}

static GtkGesture *
find_click (GtkWidget *canvas)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (canvas);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        return GTK_GESTURE (controller);
    }
  g_assert_not_reached ();
}

/* Clicks all over the canvas, and collects what each of them chose. */
static HipAreas
click_everywhere (Fixture *fixture, GtkWidget *canvas)
{
  GtkGesture *click = find_click (canvas);
  HipAreas hit = 0;

  for (int y = 0; y < gtk_widget_get_height (canvas); y += 3)
    for (int x = 0; x < gtk_widget_get_width (canvas); x += 3)
      {
        HipAreas before = hip_hip_map_view_get_areas (fixture->view);

        g_signal_emit_by_name (click, "released", 1, (double) x, (double) y);
        hit |= before ^ hip_hip_map_view_get_areas (fixture->view);
      }
  return hit;
}

static void
test_pointer (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *canvas = find_first (fixture, HIP_TYPE_HIP_MAP_CANVAS);

  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (fixture->view));
  gtk_window_set_default_size (GTK_WINDOW (window), NARROW, 600);
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_width (canvas) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmphex (click_everywhere (fixture, canvas), ==,
                   get_shown_areas (HIP_MAP_VIEW_FRONT, HIP_SIDE_LEFT));
  g_assert_cmpuint (fixture->n_changed, >, 100);
  gtk_window_destroy (GTK_WINDOW (window));
}

#define ADD(name, function)                                                                        \
  g_test_add ("/hip-map-view/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (hip_app_get_resource ());
  ADD ("names", test_names);
  ADD ("choosing", test_choosing);
  ADD ("views", test_views);
  ADD ("narrow", test_narrow);
  ADD ("pointer", test_pointer);
  return g_test_run ();
}
