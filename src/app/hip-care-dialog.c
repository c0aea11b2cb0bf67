// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-care-dialog.h"

#include <glib/gi18n.h>

#include "hip-care-edit.h"
#include "hip-chip.h"
#include "hip-date-row.h"
#include "hip-note-row.h"
#include "hip-text-row.h"

/**
 * HipCareDialog:
 *
 * To log something that was done for the hips, or to correct or delete it.
 *
 * ## Actions
 *
 * "care.delete" deletes the entry. It can be undone.
 */
struct _HipCareDialog
{
  HipEditDialog parent_instance;

  /* Template Children */
  AdwWrapBox *kinds_box;
  HipDateRow *date_row;
  HipNoteRow *date_note;
  GtkSpinButton *minutes_spin;
  HipTextRow *text_row;
  GtkWidget *delete_group;

  /* Owned References */
  HipSession *session;
  HipCareEntry *origin;
  HipCareEntry *care;  /* as it would be; %NULL while the rows are first filled */
  char *first_minutes; /* what the minutes were first shown as */
  GPtrArray *chips;    /* (element-type GtkToggleButton) borrowed, one a kind */

  gboolean wrong; /* the date could not be understood */
};

G_DEFINE_FINAL_TYPE (HipCareDialog, hip_care_dialog, HIP_TYPE_EDIT_DIALOG)

static gboolean
is_new (HipCareDialog *self)
{
  return self->origin->rec.id == 0;
}

/* Reading the rows */

/* 0 as long as nothing is chosen. */
static HipCareKind
read_kind (HipCareDialog *self)
{
  for (guint i = 0; i < self->chips->len; i++)
    if (gtk_toggle_button_get_active (self->chips->pdata[i]))
      return i + 1;
  return 0;
}

static void
read_date (HipCareDialog *self, HipCareEntry *care)
{
  g_autoptr (GError) error = NULL;
  const char *problem = NULL;

  if (!hip_date_row_parse (self->date_row, &care->date, &error))
    problem = error->message;
  else if (care->date == HIP_DAY_NONE)
    problem = _ ("Type the day it was done.");
  else if (care->date > hip_session_get_today (self->session))
    problem = _ ("This day is still to come. Type the day it was done.");
  hip_note_row_set_error (self->date_note, GTK_WIDGET (self->date_row), problem);
  self->wrong = problem != NULL;
}

/* Blank means not logged; an entry of 0 minutes keeps them until something else is typed. */
static gint32
read_minutes (HipCareDialog *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->minutes_spin));
  gint64 minutes;

  if (g_str_equal (text, self->first_minutes))
    return self->origin->minutes;
  if (!g_ascii_string_to_signed (text, 10, 1, 1440, &minutes, NULL))
    minutes = gtk_spin_button_get_value_as_int (self->minutes_spin);
  return *text == '\0' || minutes == 0 ? HIP_UNSET : (gint32) minutes;
}

static void
read_rows (HipCareDialog *self)
{
  g_autoptr (HipCareEntry) care = hip_record_copy (self->origin);

  care->kind = read_kind (self);
  read_date (self, care);
  care->minutes = read_minutes (self);
  g_free (care->note);
  care->note = hip_text_row_dup_text (self->text_row);
  hip_record_unref (self->care);
  self->care = g_steal_pointer (&care);
}

static gboolean
is_changed (HipCareDialog *self)
{
  return self->wrong || !hip_record_equal (self->origin, self->care);
}

static void
edited_cb (HipCareDialog *self)
{
  g_assert (HIP_IS_CARE_DIALOG (self));

  if (self->care == NULL)
    return;
  read_rows (self);
  hip_edit_dialog_set_changed (HIP_EDIT_DIALOG (self), is_changed (self));
}

/* Nothing logged looks like nothing logged. */
static gboolean
minutes_output_cb (HipCareDialog *self, GtkSpinButton *spin)
{
  gboolean blank = gtk_adjustment_get_value (gtk_spin_button_get_adjustment (spin)) == 0;

  g_assert (HIP_IS_CARE_DIALOG (self));

  if (blank && *gtk_editable_get_text (GTK_EDITABLE (spin)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (spin), "");
  return blank;
}

/* First filling */

static void
add_kinds (HipCareDialog *self)
{
  const HipVocabulary *vocabulary = hip_vocabulary_care_kinds ();

  for (guint value = 1; value <= hip_vocabulary_get_n (vocabulary); value++)
    {
      GtkWidget *chip = hip_chip_new (vocabulary, value);

      if (value > 1)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (chip), self->chips->pdata[0]);
      g_signal_connect_object (chip, "toggled", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->chips, chip);
      adw_wrap_box_append (self->kinds_box, chip);
    }
}

static HipCareEntry *
make_first_entry (HipCareDialog *self)
{
  HipCareEntry *care = hip_care_entry_new ();

  care->date = hip_session_get_today (self->session);
  return care;
}

static void
fill_rows (HipCareDialog *self)
{
  HipCareEntry *care = self->origin;

  if (care->kind != 0)
    gtk_toggle_button_set_active (self->chips->pdata[care->kind - 1], TRUE);
  hip_date_row_set_today (self->date_row, hip_session_get_today (self->session));
  hip_date_row_set_day (self->date_row, care->date);
  gtk_spin_button_set_value (self->minutes_spin, care->minutes == HIP_UNSET ? 0 : care->minutes);
  gtk_spin_button_update (self->minutes_spin);
  self->first_minutes = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->minutes_spin)));
  hip_text_row_set_text (self->text_row, care->note);
}

static void
fill (HipCareDialog *self, HipCareEntry *care)
{
  self->origin = care != NULL ? hip_record_ref (care) : make_first_entry (self);
  adw_dialog_set_title (ADW_DIALOG (self), is_new (self) ? _ ("New Care") : _ ("Edit Care"));
  g_object_set (self, "save-label", is_new (self) ? _ ("_Add") : _ ("_Save"), NULL);
  fill_rows (self);
  gtk_widget_set_visible (self->delete_group, !is_new (self));
  self->care = hip_record_ref (self->origin);
  adw_dialog_set_focus (ADW_DIALOG (self),
                        self->chips->pdata[self->care->kind > 0 ? self->care->kind - 1 : 0]);
}

/* Keeping it */

static HipChange *
make_change (HipCareDialog *self)
{
  HipChange *change;

  if (is_new (self))
    return hip_care_edit_insert (self->care);
  change = hip_change_new (_ ("Care changed"));
  hip_change_update (change, self->origin, self->care);
  return change;
}

static void
show_date_problem (HipCareDialog *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->date_row));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), hip_note_row_get_text (self->date_note),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
hip_care_dialog_submit (HipEditDialog *dialog)
{
  HipCareDialog *self = HIP_CARE_DIALOG (dialog);
  g_autoptr (HipChange) change = NULL;
  g_autoptr (GError) error = NULL;

  gtk_spin_button_update (self->minutes_spin);
  edited_cb (self);
  if (self->wrong)
    {
      show_date_problem (self);
      return;
    }
  if (!hip_record_validate (self->care, hip_session_get_today (self->session), &error))
    {
      hip_edit_dialog_show_error (dialog, error->message);
      return;
    }
  if (!is_changed (self))
    {
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }
  change = make_change (self);
  hip_edit_dialog_apply (dialog, self->session, change);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HipCareDialog *self = HIP_CARE_DIALOG (widget);
  g_autoptr (HipChange) change = hip_change_new (_ ("Care deleted"));

  hip_change_delete (change, self->origin);
  hip_edit_dialog_apply (HIP_EDIT_DIALOG (self), self->session, change);
}

static void
hip_care_dialog_dispose (GObject *object)
{
  HipCareDialog *self = HIP_CARE_DIALOG (object);

  /* Before the rows: they tell of changes while they go. */
  g_clear_pointer (&self->care, hip_record_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), HIP_TYPE_CARE_DIALOG);
  g_clear_pointer (&self->chips, g_ptr_array_unref);
  g_clear_pointer (&self->first_minutes, g_free);
  g_clear_pointer (&self->origin, hip_record_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (hip_care_dialog_parent_class)->dispose (object);
}

static void
hip_care_dialog_class_init (HipCareDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hip_care_dialog_dispose;
  HIP_EDIT_DIALOG_CLASS (klass)->submit = hip_care_dialog_submit;

  g_type_ensure (HIP_TYPE_DATE_ROW);
  g_type_ensure (HIP_TYPE_NOTE_ROW);
  g_type_ensure (HIP_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/HipLog/ui/hip-care-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HipCareDialog, date_note);
  gtk_widget_class_bind_template_child (widget_class, HipCareDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, HipCareDialog, delete_group);
  gtk_widget_class_bind_template_child (widget_class, HipCareDialog, kinds_box);
  gtk_widget_class_bind_template_child (widget_class, HipCareDialog, minutes_spin);
  gtk_widget_class_bind_template_child (widget_class, HipCareDialog, text_row);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, minutes_output_cb);
  gtk_widget_class_install_action (widget_class, "care.delete", NULL, delete_action);
}

static void
hip_care_dialog_init (HipCareDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->chips = g_ptr_array_new ();
  add_kinds (self);
}

/**
 * hip_care_dialog_new:
 * @session: whose log the entry belongs to
 * @care: (nullable): the entry to edit, %NULL for a new one of today
 *
 * Returns: (transfer floating): a dialog, to be presented
 */
HipCareDialog *
hip_care_dialog_new (HipSession *session, HipCareEntry *care)
{
  HipCareDialog *self;

  g_return_val_if_fail (HIP_IS_SESSION (session), NULL);

  self = g_object_new (HIP_TYPE_CARE_DIALOG, NULL);
  self->session = g_object_ref (session);
  fill (self, care);
  return self;
}
