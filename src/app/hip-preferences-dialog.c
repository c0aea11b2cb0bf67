// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-preferences-dialog.h"

#include <glib/gi18n.h>
#include <math.h>

#include "hip-record.h"
#include "hip-shoe-marks.h"
#include "hip-warning-kinds-page.h"

/**
 * HipPreferencesDialog:
 *
 * Units, the first weekday, what is warned of, and the marks of new shoes; each takes effect at
 * once.
 */
struct _HipPreferencesDialog
{
  AdwPreferencesDialog parent_instance;

  /* Template Children */
  AdwComboRow *units_row;
  AdwComboRow *weekday_row;
  GtkSpinButton *limit_spin;
  AdwActionRow *kinds_row;
  AdwActionRow *check_row;
  GtkSpinButton *check_spin;
  AdwActionRow *replace_row;
  GtkSpinButton *replace_spin;

  /* Owned References */
  HipSession *session;
  GSettings *settings;

  gboolean is_painting; /* then a figure that changes was not typed */
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

/* Warnings */

static void
paint_kinds (HipPreferencesDialog *self)
{
  guint n = hip_warning_kinds_count_muted (self->session);
  g_autofree char *text =
      /* Translators: how many kinds of warnings are muted. */
      n > 0 ? g_strdup_printf (ngettext ("%u muted", "%u muted", n), n) : g_strdup (_ ("All on"));

  adw_action_row_set_subtitle (self->kinds_row, text);
}

static void
kinds_activated_cb (HipPreferencesDialog *self)
{
  g_assert (HIP_IS_PREFERENCES_DIALOG (self));

  adw_preferences_dialog_push_subpage (
      ADW_PREFERENCES_DIALOG (self),
      ADW_NAVIGATION_PAGE (hip_warning_kinds_page_new (self->session)));
}

/* Shoes */

static int
to_whole_units (HipUnits units, gint32 metres)
{
  return (int) lround (hip_units_from_metres (units, metres));
}

static void
paint_mark (GtkSpinButton *spin, int lower, int upper, int value)
{
  GtkAdjustment *adjustment = gtk_spin_button_get_adjustment (spin);

  gtk_adjustment_configure (adjustment, value, lower, upper,
                            gtk_adjustment_get_step_increment (adjustment),
                            gtk_adjustment_get_page_increment (adjustment), 0);
}

/* Each mark is a bound of the other, so that a pair is looked at before it is replaced. */
static void
paint_marks (HipPreferencesDialog *self)
{
  HipUnits units = hip_session_get_units (self->session);
  HipShoeMarks marks = hip_shoe_marks_read (self->settings, units);
  int check = to_whole_units (units, marks.check_at_m);
  int replace = to_whole_units (units, marks.replace_at_m);
  gboolean in_miles = units == HIP_UNITS_MI;

  self->is_painting = TRUE;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->check_row),
                                 in_miles ? _ ("_Look at new pairs after (mi)")
                                          : _ ("_Look at new pairs after (km)"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->replace_row),
                                 in_miles ? _ ("_Replace new pairs after (mi)")
                                          : _ ("_Replace new pairs after (km)"));
  paint_mark (self->check_spin, 1, MAX (replace - 1, 1), check);
  paint_mark (self->replace_spin, check + 1,
              (int) floor (hip_units_from_metres (units, HIP_SHOE_MAX_M)), replace);
  self->is_painting = FALSE;
}

static void
mark_changed_cb (HipPreferencesDialog *self, GtkSpinButton *spin)
{
  HipUnits units;
  HipShoeMarks marks;
  gint32 metres;

  g_assert (HIP_IS_PREFERENCES_DIALOG (self));

  if (self->is_painting || self->session == NULL)
    return;
  units = hip_session_get_units (self->session);
  marks = hip_shoe_marks_read (self->settings, units);
  metres = (gint32) hip_units_to_metres (units, gtk_spin_button_get_value (spin));
  *(spin == self->check_spin ? &marks.check_at_m : &marks.replace_at_m) = metres;
  hip_shoe_marks_write (&marks, self->settings, units);
}

static void
settings_changed_cb (HipPreferencesDialog *self, const char *key)
{
  g_assert (HIP_IS_PREFERENCES_DIALOG (self));

  if (g_str_has_prefix (key, "shoe-"))
    paint_marks (self);
}

/* The units, or what is muted. */
static void
session_changed_cb (HipPreferencesDialog *self)
{
  g_assert (HIP_IS_PREFERENCES_DIALOG (self));

  paint_kinds (self);
  paint_marks (self);
}

static void
hip_preferences_dialog_dispose (GObject *object)
{
  HipPreferencesDialog *self = HIP_PREFERENCES_DIALOG (object);

  g_clear_object (&self->session);
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
  gtk_widget_class_bind_template_child (widget_class, HipPreferencesDialog, check_row);
  gtk_widget_class_bind_template_child (widget_class, HipPreferencesDialog, check_spin);
  gtk_widget_class_bind_template_child (widget_class, HipPreferencesDialog, kinds_row);
  gtk_widget_class_bind_template_child (widget_class, HipPreferencesDialog, limit_spin);
  gtk_widget_class_bind_template_child (widget_class, HipPreferencesDialog, replace_row);
  gtk_widget_class_bind_template_child (widget_class, HipPreferencesDialog, replace_spin);
  gtk_widget_class_bind_template_child (widget_class, HipPreferencesDialog, units_row);
  gtk_widget_class_bind_template_child (widget_class, HipPreferencesDialog, weekday_row);
  gtk_widget_class_bind_template_callback (widget_class, kinds_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, mark_changed_cb);
}

static void
hip_preferences_dialog_init (HipPreferencesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_units (self);
  fill_weekdays (self);
}

static void
fill_settings (HipPreferencesDialog *self)
{
  adw_combo_row_set_selected (self->units_row, g_settings_get_enum (self->settings, "units"));
  adw_combo_row_set_selected (self->weekday_row,
                              g_settings_get_enum (self->settings, "first-weekday"));
  g_settings_bind (self->settings, "weekly-limit", self->limit_spin, "value",
                   G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (self->units_row, "notify::selected", G_CALLBACK (combo_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->weekday_row, "notify::selected", G_CALLBACK (combo_changed_cb),
                           self, G_CONNECT_SWAPPED);
}

/**
 * hip_preferences_dialog_new:
 * @session: whose settings and muted warnings are shown
 *
 * Returns: (transfer floating): a dialog over the session's settings
 */
HipPreferencesDialog *
hip_preferences_dialog_new (HipSession *session)
{
  HipPreferencesDialog *self;

  g_return_val_if_fail (HIP_IS_SESSION (session), NULL);

  self = g_object_new (HIP_TYPE_PREFERENCES_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->settings = g_object_ref (hip_session_get_settings (session));
  fill_settings (self);
  session_changed_cb (self);
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed", G_CALLBACK (settings_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}
