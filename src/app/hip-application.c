// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-application.h"

#include <glib/gi18n.h>

#include "hip-app-resources.h"
#include "hip-window.h"

/* As with hiplog-cli. */
#define EXIT_WRONG_USAGE 2

/**
 * HipApplication:
 *
 * The process: command line, settings and the one window.
 */
struct _HipApplication
{
  AdwApplication parent_instance;

  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (HipApplication, hip_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "sample", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Look around in a sample log"), NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_ ("[FILE…]") },
  { NULL },
};

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkApplication *app = GTK_APPLICATION (data);
  GtkWindow *window = gtk_application_get_active_window (app);
  AdwDialog *dialog;

  if (window == NULL)
    return;
  /* A form with something to lose asks first; then nothing is quit. */
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  if (dialog != NULL && !adw_dialog_close (dialog))
    return;
  /* Closing lets the window finish what is being saved. */
  gtk_window_close (window);
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  static const char *developers[] = { "The HipLog contributors", NULL };

  adw_show_about_dialog (
      GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (data))), "application-name",
      _ ("HipLog"), "application-icon", HIP_APPLICATION_ID, "version", HIP_VERSION,
      "developer-name", _ ("The HipLog contributors"), "developers", developers, "comments",
      _ ("Runs, shoes and hip pain in one private log. HipLog informs; it does not diagnose."),
      "copyright", "© 2026 The HipLog contributors", "license-type", GTK_LICENSE_GPL_3_0,
      /* Translators: your name, and how to reach you if you like. */
      "translator-credits", _ ("translator-credits"), NULL);
}

static const GActionEntry app_actions[] = {
  { "quit", quit_cb },
  { "about", about_cb },
};

static HipWindow *
get_window (HipApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window == NULL)
    window = GTK_WINDOW (hip_window_new (GTK_APPLICATION (self), self->settings));
  return HIP_WINDOW (window);
}

static void
hip_application_startup (GApplication *app)
{
  HipApplication *self = HIP_APPLICATION (app);
  static const char *const quit_accels[] = { "<Control>q", NULL };

  G_APPLICATION_CLASS (hip_application_parent_class)->startup (app);

  self->settings = g_settings_new (HIP_APPLICATION_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (app), app_actions, G_N_ELEMENTS (app_actions),
                                   app);
  gtk_application_set_accels_for_action (GTK_APPLICATION (app), "app.quit", quit_accels);
  gtk_window_set_default_icon_name (HIP_APPLICATION_ID);
}

static void
hip_application_activate (GApplication *app)
{
  HipWindow *window = get_window (HIP_APPLICATION (app));

  hip_window_open_log (window);
  gtk_window_present (GTK_WINDOW (window));
}

static void
import_files (HipApplication *self, GPtrArray *files)
{
  HipWindow *window = get_window (self);

  hip_window_open_log (window);
  hip_window_import_files (window, files);
  gtk_window_present (GTK_WINDOW (window));
}

static void
hip_application_open (GApplication *app, GFile **files, int n_files, const char *hint)
{
  g_autoptr (GPtrArray) array = g_ptr_array_new_with_free_func (g_object_unref);

  for (int i = 0; i < n_files; i++)
    g_ptr_array_add (array, g_object_ref (files[i]));
  import_files (HIP_APPLICATION (app), array);
}

/* Relative names are those of the folder in which they were typed. Files elsewhere are not asked
 * for, as that may take long: the import says what it cannot read. */
static GPtrArray *
find_files (GApplicationCommandLine *line, const char *const *names, gboolean *all_there)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);

  *all_there = TRUE;
  for (guint i = 0; names[i] != NULL; i++)
    {
      GFile *file = g_application_command_line_create_file_for_arg (line, names[i]);
      g_autofree char *name = g_filename_display_name (names[i]);

      g_ptr_array_add (files, file);
      if (!g_file_is_native (file) || g_file_query_exists (file, NULL))
        continue;
      *all_there = FALSE;
      /* Translators: %s is what was typed as a file's name. */
      g_application_command_line_printerr (line, _ ("There is no file or folder “%s”.\n"), name);
    }
  return files;
}

/* All or nothing: who mistyped a name starts again, and does not import the rest twice. */
static int
import_named (HipApplication *self, GApplicationCommandLine *line, const char *const *names)
{
  gboolean all_there;
  g_autoptr (GPtrArray) files = find_files (line, names, &all_there);

  if (!all_there)
    {
      g_application_command_line_printerr (line, _ ("Nothing was opened.\n"));
      return EXIT_FAILURE;
    }
  import_files (self, files);
  return EXIT_SUCCESS;
}

static int
open_sample (HipApplication *self)
{
  HipWindow *window = get_window (self);

  hip_window_open_sample (window);
  gtk_window_present (GTK_WINDOW (window));
  return EXIT_SUCCESS;
}

static int
hip_application_command_line (GApplication *app, GApplicationCommandLine *line)
{
  GVariantDict *dict = g_application_command_line_get_options_dict (line);
  gboolean sample = g_variant_dict_contains (dict, "sample");
  g_autofree const char **names = NULL;

  if (!g_variant_dict_lookup (dict, G_OPTION_REMAINING, "^a&ay", &names))
    {
      if (sample)
        return open_sample (HIP_APPLICATION (app));
      g_application_activate (app);
      return EXIT_SUCCESS;
    }
  if (!sample)
    return import_named (HIP_APPLICATION (app), line, names);
  g_application_command_line_printerr (
      line, _ ("Files are not imported into the sample log. Leave out “--sample”.\n"));
  return EXIT_WRONG_USAGE;
}

static void
hip_application_dispose (GObject *object)
{
  HipApplication *self = HIP_APPLICATION (object);

  g_clear_object (&self->settings);

  G_OBJECT_CLASS (hip_application_parent_class)->dispose (object);
}

static void
hip_application_class_init (HipApplicationClass *klass)
{
  GApplicationClass *app_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hip_application_dispose;

  app_class->startup = hip_application_startup;
  app_class->activate = hip_application_activate;
  app_class->open = hip_application_open;
  app_class->command_line = hip_application_command_line;
}

static void
hip_application_init (HipApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_version (G_APPLICATION (self), HIP_VERSION);
}

/**
 * hip_application_new:
 *
 * Returns: (transfer full): the application, not yet running
 */
HipApplication *
hip_application_new (void)
{
  /* Naming it keeps the linker from leaving the resources out of the static library. */
  g_resources_register (hip_app_get_resource ());

  return g_object_new (HIP_TYPE_APPLICATION, "application-id", HIP_APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/org/example/HipLog", NULL);
}
