// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-shoe-dialog.h"

#include <glib/gi18n.h>

#include "hip-date-row.h"
#include "hip-note-row.h"
#include "hip-shoe-marks.h"
#include "hip-text-row.h"

/**
 * HipShoeDialog:
 *
 * To add a pair of shoes, or to correct, retire or delete one.
 *
 * ## Actions
 *
 * "shoe.retire" takes the pair out of use or back into it; "shoe.delete"
 * deletes it. Both can be undone.
 */
struct _HipShoeDialog
{
  HipEditDialog parent_instance;

  /* Template Children */
  AdwEntryRow *name_row;
  HipNoteRow *name_note;
  AdwEntryRow *brand_row;
  AdwEntryRow *model_row;
  HipDateRow *bought_row;
  HipNoteRow *bought_note;
  AdwEntryRow *start_row;
  HipNoteRow *start_note;
  AdwEntryRow *check_row;
  HipNoteRow *check_note;
  AdwEntryRow *replace_row;
  HipNoteRow *replace_note;
  HipTextRow *text_row;
  GtkWidget *acts_group;
  AdwButtonRow *retire_row;

  /* Owned References */
  HipSession *session;
  HipShoe *origin;
  HipShoe *shoe; /* as it would be; %NULL while the rows are first filled */

  gboolean wrong;     /* a text could not be understood */
  gboolean submitted; /* only then is an empty name called missing */
};

G_DEFINE_FINAL_TYPE (HipShoeDialog, hip_shoe_dialog, HIP_TYPE_EDIT_DIALOG)

static gboolean
is_new (HipShoeDialog *self)
{
  return self->origin->rec.id == 0;
}

/* Reading the rows */

static char *
dup_text (AdwEntryRow *row)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  if (*text == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

static void
report (HipShoeDialog *self, HipNoteRow *note, gpointer row, const char *problem)
{
  hip_note_row_set_error (note, GTK_WIDGET (row), problem);
  self->wrong |= problem != NULL;
}

static const char *
find_name_problem (HipShoeDialog *self, const char *name)
{
  HipShoe *same;

  if (name == NULL)
    return self->submitted ? _ ("Give the pair a name, to choose it by.") : NULL;
  same = hip_history_get_shoe_by_name (hip_session_get_history (self->session), name);
  if (same != NULL && same->rec.id != self->origin->rec.id)
    return _ ("Another pair has this name. Choose one that tells them apart.");
  return NULL;
}

static void
read_name (HipShoeDialog *self, HipShoe *shoe)
{
  g_free (shoe->name);
  shoe->name = dup_text (self->name_row);
  report (self, self->name_note, self->name_row, find_name_problem (self, shoe->name));
}

static void
read_bought (HipShoeDialog *self, HipShoe *shoe)
{
  g_autoptr (GError) error = NULL;
  const char *problem = NULL;

  if (!hip_date_row_parse (self->bought_row, &shoe->bought, &error))
    problem = error->message;
  else if (shoe->bought != HIP_DAY_NONE && shoe->bought > hip_session_get_today (self->session))
    problem = _ ("This day is still to come. Type the day you bought them.");
  report (self, self->bought_note, self->bought_row, problem);
}

/* As long as the text stands that the record was first shown as, its own value does. */
static gboolean
keeps_text (AdwEntryRow *row, HipUnits units, gint32 metres)
{
  g_autofree char *first = hip_units_format_number (units, metres, 2);

  return g_str_equal (first, gtk_editable_get_text (GTK_EDITABLE (row)));
}

static void
read_distance (HipShoeDialog *self,
               AdwEntryRow *row,
               HipNoteRow *note,
               gint32 fallback,
               gint32 *metres)
{
  HipUnits units = hip_session_get_units (self->session);
  g_autofree char *text = dup_text (row);
  g_autoptr (GError) error = NULL;
  gint64 value = fallback;
  const char *problem = NULL;

  if (keeps_text (row, units, *metres))
    value = *metres;
  else if (text != NULL && !hip_units_parse_distance (text, units, &value, &error))
    problem = error->message;
  else if (value > HIP_SHOE_MAX_M)
    problem = _ ("That is further than any shoe lasts. Check the figure.");
  if (problem == NULL)
    *metres = (gint32) value;
  report (self, note, row, problem);
}

static HipShoeMarks
get_default_marks (HipShoeDialog *self)
{
  return hip_shoe_marks_read (hip_session_get_settings (self->session),
                              hip_session_get_units (self->session));
}

static void
read_distances (HipShoeDialog *self, HipShoe *shoe)
{
  HipShoeMarks marks = get_default_marks (self);
  gboolean was_wrong = self->wrong;

  read_distance (self, self->start_row, self->start_note, 0, &shoe->start_distance_m);
  self->wrong = FALSE;
  read_distance (self, self->check_row, self->check_note, marks.check_at_m, &shoe->check_at_m);
  read_distance (self, self->replace_row, self->replace_note, marks.replace_at_m,
                 &shoe->replace_at_m);
  if (!self->wrong && shoe->replace_at_m < shoe->check_at_m)
    report (self, self->replace_note, self->replace_row,
            _ ("This needs to be at least as far as the first mark."));
  self->wrong |= was_wrong || hip_note_row_get_text (self->start_note)[0] != '\0';
}

static void
read_rows (HipShoeDialog *self)
{
  g_autoptr (HipShoe) shoe = hip_record_copy (self->origin);

  self->wrong = FALSE;
  read_name (self, shoe);
  g_free (shoe->brand);
  shoe->brand = dup_text (self->brand_row);
  g_free (shoe->model);
  shoe->model = dup_text (self->model_row);
  read_bought (self, shoe);
  read_distances (self, shoe);
  g_free (shoe->note);
  shoe->note = hip_text_row_dup_text (self->text_row);
  hip_record_unref (self->shoe);
  self->shoe = g_steal_pointer (&shoe);
}

static gboolean
is_changed (HipShoeDialog *self)
{
  g_autoptr (HipShoe) shoe = NULL;

  if (self->wrong || self->shoe->name != NULL)
    return self->wrong || !hip_record_equal (self->origin, self->shoe);
  /* A new pair has an empty name, not none: that alone is no change. */
  shoe = hip_record_copy (self->shoe);
  shoe->name = g_strdup (self->origin->name);
  return !is_new (self) || !hip_record_equal (self->origin, shoe);
}

static void
edited_cb (HipShoeDialog *self)
{
  g_assert (HIP_IS_SHOE_DIALOG (self));

  if (self->shoe == NULL)
    return;
  read_rows (self);
  hip_edit_dialog_set_changed (HIP_EDIT_DIALOG (self), is_changed (self));
}

/* First filling */

static void
set_text (AdwEntryRow *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

static void
set_distance (HipShoeDialog *self,
              AdwEntryRow *row,
              const char *title_km,
              const char *title_mi,
              gint32 metres)
{
  HipUnits units = hip_session_get_units (self->session);
  g_autofree char *text = hip_units_format_number (units, metres, 2);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 units == HIP_UNITS_MI ? title_mi : title_km);
  set_text (row, text);
}

static void
fill_rows (HipShoeDialog *self)
{
  HipShoe *shoe = self->origin;

  set_text (self->name_row, shoe->name);
  set_text (self->brand_row, shoe->brand);
  set_text (self->model_row, shoe->model);
  hip_date_row_set_today (self->bought_row, hip_session_get_today (self->session));
  hip_date_row_set_day (self->bought_row, shoe->bought);
  set_distance (self, self->start_row, _ ("Run Be_fore This Log (km)"),
                _ ("Run Be_fore This Log (mi)"), shoe->start_distance_m);
  set_distance (self, self->check_row, _ ("_Check At (km)"), _ ("_Check At (mi)"),
                shoe->check_at_m);
  set_distance (self, self->replace_row, _ ("_Replace At (km)"), _ ("_Replace At (mi)"),
                shoe->replace_at_m);
  hip_text_row_set_text (self->text_row, shoe->note);
}

static void
fill_acts (HipShoeDialog *self)
{
  gtk_widget_set_visible (self->acts_group, !is_new (self));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->retire_row),
                                 self->origin->retired == HIP_DAY_NONE ? _ ("Re_tire Shoes")
                                                                       : _ ("Bring Shoes _Back"));
}

static HipShoe *
make_first_shoe (HipShoeDialog *self)
{
  HipShoeMarks marks = get_default_marks (self);
  HipShoe *shoe = hip_shoe_new ();

  shoe->check_at_m = marks.check_at_m;
  shoe->replace_at_m = marks.replace_at_m;
  return shoe;
}

static void
fill (HipShoeDialog *self, HipShoe *shoe)
{
  self->origin = shoe != NULL ? hip_record_ref (shoe) : make_first_shoe (self);
  adw_dialog_set_title (ADW_DIALOG (self), is_new (self) ? _ ("New Shoes") : _ ("Edit Shoes"));
  g_object_set (self, "save-label", is_new (self) ? _ ("_Add") : _ ("_Save"), NULL);
  fill_rows (self);
  fill_acts (self);
  self->shoe = hip_record_ref (self->origin);
}

/* Keeping it */

static HipChange *
make_change (HipShoeDialog *self)
{
  HipChange *change;

  if (is_new (self))
    {
      change = hip_change_new (_ ("Shoes added"));
      hip_change_insert (change, self->shoe);
      return change;
    }
  change = hip_change_new (_ ("Shoes changed"));
  hip_change_update (change, self->origin, self->shoe);
  return change;
}

static void
show_first_problem (HipShoeDialog *self)
{
  const struct
  {
    HipNoteRow *note;
    gpointer row;
  } rows[] = {
    { self->name_note, self->name_row },       { self->bought_note, self->bought_row },
    { self->start_note, self->start_row },     { self->check_note, self->check_row },
    { self->replace_note, self->replace_row },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *problem = hip_note_row_get_text (rows[i].note);

      if (*problem == '\0')
        continue;
      gtk_widget_grab_focus (GTK_WIDGET (rows[i].row));
      gtk_accessible_announce (GTK_ACCESSIBLE (self), problem,
                               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
      return;
    }
}

static void
hip_shoe_dialog_submit (HipEditDialog *dialog)
{
  HipShoeDialog *self = HIP_SHOE_DIALOG (dialog);
  g_autoptr (HipChange) change = NULL;
  g_autoptr (GError) error = NULL;

  self->submitted = TRUE;
  edited_cb (self);
  if (self->wrong)
    {
      show_first_problem (self);
      return;
    }
  if (!hip_record_validate (self->shoe, hip_session_get_today (self->session), &error))
    {
      hip_edit_dialog_show_error (dialog, error->message);
      return;
    }
  if (!is_new (self) && !is_changed (self))
    {
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }
  change = make_change (self);
  hip_edit_dialog_apply (dialog, self->session, change);
}

/* What was typed besides is kept along with it. */
static void
retire_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HipShoeDialog *self = HIP_SHOE_DIALOG (widget);
  gboolean in_use = self->origin->retired == HIP_DAY_NONE;
  g_autoptr (HipChange) change =
                hip_change_new (in_use ? _ ("Shoes retired") : _ ("Shoes brought back"));
  g_autoptr (HipShoe) copy = NULL;

  self->submitted = TRUE;
  edited_cb (self);
  if (self->wrong)
    {
      show_first_problem (self);
      return;
    }
  copy = hip_record_copy (self->shoe);
  copy->retired = in_use ? hip_session_get_today (self->session) : HIP_DAY_NONE;
  hip_change_update (change, self->origin, copy);
  hip_edit_dialog_apply (HIP_EDIT_DIALOG (self), self->session, change);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HipShoeDialog *self = HIP_SHOE_DIALOG (widget);
  g_autoptr (HipChange) change =
                hip_history_delete_shoe (hip_session_get_history (self->session), self->origin);

  hip_edit_dialog_apply (HIP_EDIT_DIALOG (self), self->session, change);
}

static void
hip_shoe_dialog_dispose (GObject *object)
{
  HipShoeDialog *self = HIP_SHOE_DIALOG (object);

  /* Before the rows: they tell of changes while they go. */
  g_clear_pointer (&self->shoe, hip_record_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), HIP_TYPE_SHOE_DIALOG);
  g_clear_pointer (&self->origin, hip_record_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (hip_shoe_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, HipShoeDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, HipShoeDialog, name_note);
  gtk_widget_class_bind_template_child (widget_class, HipShoeDialog, brand_row);
  gtk_widget_class_bind_template_child (widget_class, HipShoeDialog, model_row);
  gtk_widget_class_bind_template_child (widget_class, HipShoeDialog, bought_row);
  gtk_widget_class_bind_template_child (widget_class, HipShoeDialog, bought_note);
  gtk_widget_class_bind_template_child (widget_class, HipShoeDialog, start_row);
  gtk_widget_class_bind_template_child (widget_class, HipShoeDialog, start_note);
  gtk_widget_class_bind_template_child (widget_class, HipShoeDialog, check_row);
  gtk_widget_class_bind_template_child (widget_class, HipShoeDialog, check_note);
  gtk_widget_class_bind_template_child (widget_class, HipShoeDialog, replace_row);
  gtk_widget_class_bind_template_child (widget_class, HipShoeDialog, replace_note);
  gtk_widget_class_bind_template_child (widget_class, HipShoeDialog, text_row);
  gtk_widget_class_bind_template_child (widget_class, HipShoeDialog, acts_group);
  gtk_widget_class_bind_template_child (widget_class, HipShoeDialog, retire_row);
}

static void
hip_shoe_dialog_class_init (HipShoeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hip_shoe_dialog_dispose;
  HIP_EDIT_DIALOG_CLASS (klass)->submit = hip_shoe_dialog_submit;

  g_type_ensure (HIP_TYPE_DATE_ROW);
  g_type_ensure (HIP_TYPE_NOTE_ROW);
  g_type_ensure (HIP_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/HipLog/ui/hip-shoe-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_install_action (widget_class, "shoe.retire", NULL, retire_action);
  gtk_widget_class_install_action (widget_class, "shoe.delete", NULL, delete_action);
}

static void
hip_shoe_dialog_init (HipShoeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->name_row));
}

/**
 * hip_shoe_dialog_new:
 * @session: whose log the shoes belong to
 * @shoe: (nullable): the pair to edit, %NULL for a new one
 *
 * Returns: (transfer floating): a dialog, to be presented
 */
HipShoeDialog *
hip_shoe_dialog_new (HipSession *session, HipShoe *shoe)
{
  HipShoeDialog *self;

  g_return_val_if_fail (HIP_IS_SESSION (session), NULL);

  self = g_object_new (HIP_TYPE_SHOE_DIALOG, NULL);
  self->session = g_object_ref (session);
  fill (self, shoe);
  return self;
}
