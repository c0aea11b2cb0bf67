// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-app-resources.h"
#include "hip-guide-article.h"
#include "hip-guide.h"

/* (nullable): the button below @widget that does @action. */
static GtkWidget *
find_button (GtkWidget *widget, const char *action)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget)
      && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, action);
  return found;
}

/* Adds the pictures of exercises below @widget. */
static void
collect_pictures (GtkWidget *widget, GPtrArray *pictures)
{
  if (gtk_widget_has_css_class (widget, "exercise"))
    g_ptr_array_add (pictures, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_pictures (child, pictures);
}

/* Over a log with nothing in it. */
static GtkWidget *
window_new (const char *page, int width, GPtrArray *pictures)
{
  GtkWidget *window = gtk_window_new ();
  g_autoptr (HipLog) log = hip_log_new (NULL);
  g_autoptr (GSettings) settings = g_settings_new (HIP_APPLICATION_ID);
  g_autoptr (HipSession) session = hip_session_new (log, settings, FALSE);
  GtkWidget *article =
      hip_guide_article_new (session, hip_guide_lookup (hip_guide_get_default (), page));

  gtk_window_set_child (GTK_WINDOW (window), article);
  gtk_window_set_default_size (GTK_WINDOW (window), width, 600);
  collect_pictures (article, pictures);
  return window;
}

static GtkOrientation
get_orientation (GtkWidget *picture)
{
  return gtk_orientable_get_orientation (GTK_ORIENTABLE (gtk_widget_get_parent (picture)));
}

/* A picture is there, takes colours, and is nothing that a screen reader would stop at. */
static void
assert_picture (GtkWidget *picture)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (picture));
  GIcon *icon = gtk_image_get_gicon (GTK_IMAGE (picture));
  g_autoptr (GtkIconPaintable) paintable =
                gtk_icon_theme_lookup_by_gicon (theme, icon, 120, 1, GTK_TEXT_DIR_LTR, 0);
  g_autoptr (GFile) file = gtk_icon_paintable_get_file (paintable);

  g_assert_nonnull (file);
  g_assert_true (g_file_query_exists (file, NULL));
  g_assert_true (gtk_icon_paintable_is_symbolic (paintable));
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (picture)), ==,
                   GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
test_pictures (void)
{
  g_autoptr (GPtrArray) pictures = g_ptr_array_new ();
  GtkWidget *window = window_new ("strength-hips", 900, pictures);

  g_assert_cmpuint (pictures->len, ==, 9);
  for (guint i = 0; i < pictures->len; i++)
    assert_picture (g_ptr_array_index (pictures, i));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A page on which nothing is exercised shows none. */
static void
test_no_pictures (void)
{
  g_autoptr (GPtrArray) pictures = g_ptr_array_new ();
  GtkWidget *window = window_new ("gradual-progression", 900, pictures);

  g_assert_cmpuint (pictures->len, ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Only what can be done with a timer can be started. */
static void
test_start (void)
{
  g_autoptr (GPtrArray) pictures = g_ptr_array_new ();
  GtkWidget *stretching = window_new ("stretching", 900, pictures);
  GtkWidget *cycling = window_new ("cross-training", 900, pictures);
  GtkWidget *start = find_button (stretching, "win.start-routine");

  g_assert_nonnull (start);
  g_assert_cmpstr (
      g_variant_get_string (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (start)), NULL),
      ==, "stretching");
  g_assert_null (find_button (cycling, "win.start-routine"));
  gtk_window_destroy (GTK_WINDOW (stretching));
  gtk_window_destroy (GTK_WINDOW (cycling));
}

/* Beside the text where there is room, above it where there is not. */
static void
test_orientation (gconstpointer data)
{
  int width = GPOINTER_TO_INT (data);
  GtkOrientation expected = width > 480 ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL;
  g_autoptr (GPtrArray) pictures = g_ptr_array_new ();
  GtkWidget *window = window_new ("warm-up", width, pictures);

  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_width (g_ptr_array_index (pictures, 0)) == 0
         || get_orientation (g_ptr_array_index (pictures, 0)) != expected)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (pictures->len, ==, 13);
  for (guint i = 0; i < pictures->len; i++)
    g_assert_cmpint (get_orientation (g_ptr_array_index (pictures, i)), ==, expected);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (hip_app_get_resource ());
  g_test_add_func ("/guide-article/pictures", test_pictures);
  g_test_add_func ("/guide-article/no-pictures", test_no_pictures);
  g_test_add_func ("/guide-article/start", test_start);
  g_test_add_data_func ("/guide-article/narrow", GINT_TO_POINTER (360), test_orientation);
  g_test_add_data_func ("/guide-article/wide", GINT_TO_POINTER (900), test_orientation);
  return g_test_run ();
}
