// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-shortcuts-dialog.h"

#include <glib/gi18n.h>

/**
 * HipShortcutsDialog:
 *
 * The keyboard shortcuts, as a list that fits a narrow screen.
 */
struct _HipShortcutsDialog
{
  AdwDialog parent_instance;

  /* Template Children */
  AdwPreferencesPage *page;
};

G_DEFINE_FINAL_TYPE (HipShortcutsDialog, hip_shortcuts_dialog, ADW_TYPE_DIALOG)

/* A row without keys begins a group. */
static const struct
{
  const char *title;
  const char *accelerator;
} shortcuts[] = {
  { N_ ("Log"), NULL },
  { N_ ("Add a run"), "<Control>n" },
  { N_ ("Add care"), "<Control><Shift>n" },
  { N_ ("Undo"), "<Control>z" },
  { N_ ("Redo"), "<Control><Shift>z" },
  { N_ ("Import"), "<Control>o" },
  { N_ ("Export"), "<Control>e" },
  { N_ ("Report for my physiotherapist"), "<Control>r" },
  { N_ ("Copy the chosen run, or the table shown"), "<Control>c" },
  { N_ ("Delete the chosen run"), "Delete" },
  { N_ ("Views"), NULL },
  { N_ ("Today"), "<Alt>1" },
  { N_ ("Runs"), "<Alt>2" },
  { N_ ("Shoes"), "<Alt>3" },
  { N_ ("Pain"), "<Alt>4" },
  { N_ ("Trends"), "<Alt>5" },
  { N_ ("Guide"), "<Alt>6" },
  { N_ ("Search"), "<Control>f" },
  { N_ ("Back to the page before"), "<Alt>Left" },
  { N_ ("Guided routine"), NULL },
  { N_ ("Pause, or go on"), "space" },
  { N_ ("Exercise before"), "Left" },
  { N_ ("Next step"), "Right" },
  { N_ ("Charts"), NULL },
  { N_ ("Zoom in"), "plus" },
  { N_ ("Zoom out"), "minus" },
  { N_ ("Show everything"), "0" },
  { N_ ("Earlier"), "<Control>Left" },
  { N_ ("Later"), "<Control>Right" },
  { N_ ("General"), NULL },
  { N_ ("Preferences"), "<Control>comma" },
  { N_ ("Keyboard shortcuts"), "<Control>question" },
  { N_ ("Help"), "F1" },
  { N_ ("Main menu"), "F10" },
  { N_ ("Close the window"), "<Control>w" },
  { N_ ("Quit"), "<Control>q" },
};

static GtkWidget *
shortcut_row_new (const char *title, const char *accelerator)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *keys;
  g_autofree char *text = NULL;
  guint key;
  GdkModifierType modifiers;

  gtk_accelerator_parse (accelerator, &key, &modifiers);
  text = gtk_accelerator_get_label (key, modifiers);
  keys = gtk_label_new (text);
  gtk_widget_add_css_class (keys, "keys");
  gtk_widget_set_valign (keys, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), keys);
  return row;
}

static void
fill (HipShortcutsDialog *self)
{
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      if (shortcuts[i].accelerator == NULL)
        {
          group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          adw_preferences_group_set_title (group, _ (shortcuts[i].title));
          adw_preferences_page_add (self->page, group);
          continue;
        }
      adw_preferences_group_add (
          group, shortcut_row_new (_ (shortcuts[i].title), shortcuts[i].accelerator));
    }
}

static void
hip_shortcuts_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HIP_TYPE_SHORTCUTS_DIALOG);

  G_OBJECT_CLASS (hip_shortcuts_dialog_parent_class)->dispose (object);
}

static void
hip_shortcuts_dialog_class_init (HipShortcutsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hip_shortcuts_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/HipLog/ui/hip-shortcuts-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HipShortcutsDialog, page);
}

static void
hip_shortcuts_dialog_init (HipShortcutsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill (self);
}

/**
 * hip_shortcuts_dialog_new:
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
hip_shortcuts_dialog_new (void)
{
  return g_object_new (HIP_TYPE_SHORTCUTS_DIALOG, NULL);
}
