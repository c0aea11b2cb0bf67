// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-preferences-dialog.h"

#include <glib/gi18n.h>

/**
 * HipPreferencesDialog:
 *
 * Units, the first weekday and the weekly limit; each takes effect at once.
 */
struct _HipPreferencesDialog
{
  AdwPreferencesDialog parent_instance;

  /* Template Children */
  AdwComboRow *units_row;
  AdwComboRow *weekday_row;
  GtkSpinButton *limit_spin;

  /* Owned References */
  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (HipPreferencesDialog, hip_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

static void
fill_units (HipPreferencesDialog *self)
{
  /* Translators: units of distance; %s is "kilometres" or "miles" */
  g_autofree char *automatic =
      g_strdup_printf (_ ("As the region (%s)"),
                       hip_units_from_locale () == HIP_UNITS_MI ? _ ("miles") : _ ("kilometres"));
  const char *names[] = { automatic, _ ("Kilometres"), _ ("Miles"), NULL };
  g_autoptr (GtkStringList) model = gtk_string_list_new (names);

  adw_combo_row_set_model (self->units_row, G_LIST_MODEL (model));
}

static void
fill_weekdays (HipPreferencesDialog *self)
{
  /* 1970-01-05 was a Monday. */
  HipDay monday = 4;
  g_autofree char *locale_day =
      hip_day_format (monday + hip_units_first_weekday_from_locale () - 1, "%A");
  /* Translators: the first day of the week; %s is a weekday */
  g_autofree char *automatic = g_strdup_printf (_ ("As the region (%s)"), locale_day);
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);

  gtk_string_list_append (model, automatic);
  for (int i = 0; i < 7; i++)
    {
      g_autofree char *name = hip_day_format (monday + i, "%A");

      gtk_string_list_append (model, name);
    }
  adw_combo_row_set_model (self->weekday_row, G_LIST_MODEL (model));
}

static void
combo_changed_cb (HipPreferencesDialog *self, GParamSpec *pspec, AdwComboRow *row)
{
  g_assert (HIP_IS_PREFERENCES_DIALOG (self));

  g_settings_set_enum (self->settings, row == self->units_row ? "units" : "first-weekday",
                       adw_combo_row_get_selected (row));
}

static void
hip_preferences_dialog_dispose (GObject *object)
{
  HipPreferencesDialog *self = HIP_PREFERENCES_DIALOG (object);

  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), HIP_TYPE_PREFERENCES_DIALOG);

  G_OBJECT_CLASS (hip_preferences_dialog_parent_class)->dispose (object);
}

static void
hip_preferences_dialog_class_init (HipPreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hip_preferences_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/HipLog/ui/hip-preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HipPreferencesDialog, limit_spin);
  gtk_widget_class_bind_template_child (widget_class, HipPreferencesDialog, units_row);
  gtk_widget_class_bind_template_child (widget_class, HipPreferencesDialog, weekday_row);
}

static void
hip_preferences_dialog_init (HipPreferencesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_units (self);
  fill_weekdays (self);
}

/**
 * hip_preferences_dialog_new:
 *
 * Returns: (transfer floating): a dialog over the session's settings
 */
HipPreferencesDialog *
hip_preferences_dialog_new (HipSession *session)
{
  HipPreferencesDialog *self;

  g_return_val_if_fail (HIP_IS_SESSION (session), NULL);

  self = g_object_new (HIP_TYPE_PREFERENCES_DIALOG, NULL);
  self->settings = g_object_ref (hip_session_get_settings (session));
  adw_combo_row_set_selected (self->units_row, g_settings_get_enum (self->settings, "units"));
  adw_combo_row_set_selected (self->weekday_row,
                              g_settings_get_enum (self->settings, "first-weekday"));
  g_settings_bind (self->settings, "weekly-limit", self->limit_spin, "value",
                   G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (self->units_row, "notify::selected", G_CALLBACK (combo_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->weekday_row, "notify::selected", G_CALLBACK (combo_changed_cb),
                           self, G_CONNECT_SWAPPED);

  return self;
}
