// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-run-dialog.h"

#include <glib/gi18n.h>

#include "hip-date-row.h"
#include "hip-note-row.h"
#include "hip-room.h"
#include "hip-rules.h"
#include "hip-run-form.h"
#include "hip-text-row.h"
#include "hip-vocabulary-row.h"

/* Room to run is of use for a run of these days, not for one of last year. */
#define ROOM_DAYS 14

/**
 * HipRunDialog:
 *
 * To log a run, or to correct one. What is typed goes into a [struct@RunForm],
 * and the rows are painted from it: errors, pace, and what a run of that
 * distance would raise.
 */
struct _HipRunDialog
{
  HipEditDialog parent_instance;

  /* Template Children */
  HipDateRow *date_row;
  HipNoteRow *date_note;
  AdwEntryRow *distance_row;
  HipNoteRow *distance_note;
  HipNoteRow *room_note;
  HipNoteRow *warning_note;
  AdwEntryRow *duration_row;
  HipNoteRow *duration_note;
  GtkLabel *pace_label;
  AdwComboRow *shoe_row;
  AdwComboRow *effort_row;
  HipVocabularyRow *surface_row;
  HipVocabularyRow *ground_row;
  AdwEntryRow *ascent_row;
  HipNoteRow *ascent_note;
  AdwEntryRow *start_row;
  HipNoteRow *start_note;
  AdwEntryRow *cadence_row;
  HipNoteRow *cadence_note;
  HipVocabularyRow *warm_up_row;
  HipVocabularyRow *cool_down_row;
  AdwEntryRow *title_row;
  HipTextRow *text_row;

  /* Owned References */
  HipSession *session;
  HipRunForm *form;   /* %NULL while the rows are first filled */
  HipHistory *others; /* the log without this run */
  GArray *shoe_ids;   /* of gint64, in the order of the shoe row */
};

G_DEFINE_FINAL_TYPE (HipRunDialog, hip_run_dialog, HIP_TYPE_EDIT_DIALOG)

/* Painting */

static GtkWidget *
get_row (HipRunDialog *self, HipRunField field)
{
  GtkWidget *rows[HIP_N_RUN_FIELDS] = {
    [HIP_RUN_FIELD_DATE] = GTK_WIDGET (self->date_row),
    [HIP_RUN_FIELD_START] = GTK_WIDGET (self->start_row),
    [HIP_RUN_FIELD_DISTANCE] = GTK_WIDGET (self->distance_row),
    [HIP_RUN_FIELD_DURATION] = GTK_WIDGET (self->duration_row),
    [HIP_RUN_FIELD_CADENCE] = GTK_WIDGET (self->cadence_row),
    [HIP_RUN_FIELD_ASCENT] = GTK_WIDGET (self->ascent_row),
  };

  return rows[field];
}

static HipNoteRow *
get_note (HipRunDialog *self, HipRunField field)
{
  HipNoteRow *notes[HIP_N_RUN_FIELDS] = {
    [HIP_RUN_FIELD_DATE] = self->date_note,         [HIP_RUN_FIELD_START] = self->start_note,
    [HIP_RUN_FIELD_DISTANCE] = self->distance_note, [HIP_RUN_FIELD_DURATION] = self->duration_note,
    [HIP_RUN_FIELD_CADENCE] = self->cadence_note,   [HIP_RUN_FIELD_ASCENT] = self->ascent_note,
  };

  return notes[field];
}

static void
paint_pace (HipRunDialog *self)
{
  HipRun *run = hip_run_form_get_run (self->form);
  g_autofree char *pace = NULL;

  if (run->distance_m > 0 && run->duration_s != HIP_UNSET && run->duration_s > 0)
    pace = hip_units_format_pace (hip_session_get_units (self->session), run->distance_m,
                                  run->duration_s);
  gtk_label_set_label (self->pace_label, pace != NULL ? pace : "");
}

static char *
describe_room (HipRunDialog *self, HipRun *run)
{
  HipRoom room;

  hip_room_compute (&room, self->others, hip_session_get_limits (self->session), run->date);
  return hip_room_dup_run_text (&room, hip_session_get_units (self->session));
}

/* A line for each warning that a run of this distance would raise. */
static char *
describe_warnings (HipRunDialog *self, HipRun *run)
{
  g_autoptr (GPtrArray) warnings = NULL;
  GString *text = g_string_new (NULL);

  if (run->distance_m > 0)
    warnings = hip_rules_would_fire (self->others, hip_session_get_limits (self->session),
                                     run->date, run->distance_m);
  for (guint i = 0; warnings != NULL && i < warnings->len; i++)
    {
      g_autofree char *title = hip_warning_dup_title (g_ptr_array_index (warnings, i),
                                                      hip_session_get_units (self->session));

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", title);
    }
  return g_string_free_and_steal (text);
}

static void
show_room (HipRunDialog *self, const char *room, const char *warnings)
{
  gboolean is_news =
      *warnings != '\0' && !g_str_equal (warnings, hip_note_row_get_text (self->warning_note));

  hip_note_row_set_text (self->room_note, room);
  hip_note_row_set_text (self->warning_note, warnings);
  if (is_news)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), warnings,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
paint_room (HipRunDialog *self)
{
  HipRun *run = hip_run_form_get_run (self->form);
  g_autofree char *room = NULL;
  g_autofree char *warnings = NULL;

  if (run->date < hip_session_get_today (self->session) - ROOM_DAYS
      || hip_run_form_get_error (self->form, HIP_RUN_FIELD_DATE) != NULL)
    {
      show_room (self, "", "");
      return;
    }
  room = describe_room (self, run);
  warnings = describe_warnings (self, run);
  show_room (self, room, warnings);
}

static void
paint_error (HipRunDialog *self, HipRunField field)
{
  hip_note_row_set_error (get_note (self, field), get_row (self, field),
                          hip_run_form_get_error (self->form, field));
}

static void
paint (HipRunDialog *self)
{
  for (int field = 0; field < HIP_N_RUN_FIELDS; field++)
    paint_error (self, field);
  paint_pace (self);
  hip_edit_dialog_set_changed (HIP_EDIT_DIALOG (self), hip_run_form_is_changed (self->form));
}

/* What is typed */

static void
take_text (HipRunDialog *self, HipRunField field)
{
  if (self->form == NULL)
    return;
  hip_run_form_set_text (self->form, field,
                         gtk_editable_get_text (GTK_EDITABLE (get_row (self, field))));
  paint (self);
  if (field == HIP_RUN_FIELD_DATE || field == HIP_RUN_FIELD_DISTANCE)
    paint_room (self);
}

static void
date_changed_cb (HipRunDialog *self)
{
  g_assert (HIP_IS_RUN_DIALOG (self));

  take_text (self, HIP_RUN_FIELD_DATE);
}

static void
distance_changed_cb (HipRunDialog *self)
{
  g_assert (HIP_IS_RUN_DIALOG (self));

  take_text (self, HIP_RUN_FIELD_DISTANCE);
}

static void
duration_changed_cb (HipRunDialog *self)
{
  g_assert (HIP_IS_RUN_DIALOG (self));

  take_text (self, HIP_RUN_FIELD_DURATION);
}

static void
ascent_changed_cb (HipRunDialog *self)
{
  g_assert (HIP_IS_RUN_DIALOG (self));

  take_text (self, HIP_RUN_FIELD_ASCENT);
}

static void
start_changed_cb (HipRunDialog *self)
{
  g_assert (HIP_IS_RUN_DIALOG (self));

  take_text (self, HIP_RUN_FIELD_START);
}

static void
cadence_changed_cb (HipRunDialog *self)
{
  g_assert (HIP_IS_RUN_DIALOG (self));

  take_text (self, HIP_RUN_FIELD_CADENCE);
}

static gint64
get_chosen_shoe (HipRunDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->shoe_row);

  return selected < self->shoe_ids->len ? g_array_index (self->shoe_ids, gint64, selected) : 0;
}

static void
choice_changed_cb (HipRunDialog *self)
{
  HipRun *run;
  guint effort;

  g_assert (HIP_IS_RUN_DIALOG (self));

  if (self->form == NULL)
    return;
  run = hip_run_form_edit (self->form);
  effort = adw_combo_row_get_selected (self->effort_row);
  run->shoe_id = get_chosen_shoe (self);
  run->effort = effort == 0 ? HIP_UNSET : (gint32) effort - 1;
  run->surface = hip_vocabulary_row_get_value (self->surface_row);
  run->ground = hip_vocabulary_row_get_value (self->ground_row);
  run->warm_up = hip_vocabulary_row_get_value (self->warm_up_row);
  run->cool_down = hip_vocabulary_row_get_value (self->cool_down_row);
  paint (self);
}

static char *
dup_title (HipRunDialog *self)
{
  char *title = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title_row)));

  if (*g_strstrip (title) == '\0')
    g_clear_pointer (&title, g_free);
  return title;
}

static void
words_changed_cb (HipRunDialog *self)
{
  HipRun *run;

  g_assert (HIP_IS_RUN_DIALOG (self));

  if (self->form == NULL)
    return;
  run = hip_run_form_edit (self->form);
  g_free (run->title);
  run->title = dup_title (self);
  g_free (run->note);
  run->note = hip_text_row_dup_text (self->text_row);
  paint (self);
}

/* First filling */

static void
add_shoe (HipRunDialog *self, GtkStringList *names, gint64 id, const char *name)
{
  gtk_string_list_append (names, name);
  g_array_append_val (self->shoe_ids, id);
}

/* The pairs in use, and the run's own even when it is retired by now. */
static void
fill_shoes (HipRunDialog *self, HipRun *run)
{
  HipHistory *history = hip_session_get_history (self->session);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  add_shoe (self, names, 0, C_ ("shoes", "None"));
  for (guint i = 0; i < hip_history_get_n_shoes (history); i++)
    {
      HipShoe *shoe = hip_history_get_shoe (history, i);

      if (shoe->retired != HIP_DAY_NONE && shoe->rec.id != run->shoe_id)
        continue;
      if (shoe->rec.id == run->shoe_id)
        selected = self->shoe_ids->len;
      add_shoe (self, names, shoe->rec.id, shoe->name);
    }
  adw_combo_row_set_model (self->shoe_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->shoe_row, selected);
}

static void
fill_effort (HipRunDialog *self, HipRun *run)
{
  const char *const words[] = {
    NC_ ("effort", "0 – Rest"),
    NC_ ("effort", "1 – Very light"),
    NC_ ("effort", "2 – Light"),
    NC_ ("effort", "3 – Moderate"),
    NC_ ("effort", "4 – Somewhat hard"),
    NC_ ("effort", "5 – Hard"),
    NC_ ("effort", "6"),
    NC_ ("effort", "7 – Very hard"),
    NC_ ("effort", "8"),
    NC_ ("effort", "9 – Extremely hard"),
    NC_ ("effort", "10 – Maximal"),
  };
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  gtk_string_list_append (labels, _ ("Not logged"));
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    gtk_string_list_append (labels, g_dpgettext2 (NULL, "effort", words[i]));
  adw_combo_row_set_model (self->effort_row, G_LIST_MODEL (labels));
  adw_combo_row_set_selected (self->effort_row, run->effort == HIP_UNSET ? 0 : run->effort + 1);
}

static void
fill_word (HipVocabularyRow *row, const HipVocabulary *vocabulary, guint value)
{
  hip_vocabulary_row_set_vocabulary (row, vocabulary);
  hip_vocabulary_row_set_value (row, value);
}

static void
fill_choices (HipRunDialog *self, HipRun *run)
{
  fill_shoes (self, run);
  fill_effort (self, run);
  fill_word (self->surface_row, hip_vocabulary_surfaces (), run->surface);
  fill_word (self->ground_row, hip_vocabulary_grounds (), run->ground);
  fill_word (self->warm_up_row, hip_vocabulary_answers (), run->warm_up);
  fill_word (self->cool_down_row, hip_vocabulary_answers (), run->cool_down);
}

static void
fill_texts (HipRunDialog *self, HipRunForm *form)
{
  HipRun *run = hip_run_form_get_run (form);

  for (int field = 0; field < HIP_N_RUN_FIELDS; field++)
    {
      g_autofree char *text = hip_run_form_dup_text (form, field);
      gtk_editable_set_text (GTK_EDITABLE (get_row (self, field)), text);
    }
  gtk_editable_set_text (GTK_EDITABLE (self->title_row), run->title != NULL ? run->title : "");
  hip_text_row_set_text (self->text_row, run->note);
}

static void
name_rows (HipRunDialog *self)
{
  gboolean miles = hip_session_get_units (self->session) == HIP_UNITS_MI;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->distance_row),
                                 miles ? _ ("_Distance (mi)") : _ ("_Distance (km)"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->ascent_row),
                                 miles ? _ ("Ascent (_ft)") : _ ("Ascent (_m)"));
}

static HipHistory *
make_others (HipSession *session, HipRun *run)
{
  HipHistory *history = hip_session_get_history (session);
  g_autoptr (HipChange) change = NULL;

  if (run == NULL || run->rec.id == 0)
    return hip_history_ref (history);
  change = hip_change_new ("");
  hip_change_delete (change, run);
  return hip_history_with_change (history, change);
}

/* The pair that was used last; before the first run in any, the only one there is. */
static HipShoe *
guess_shoe (HipHistory *history)
{
  HipShoe *shoe = hip_history_get_last_shoe (history);

  if (shoe == NULL && hip_history_get_n_shoes (history) == 1)
    shoe = hip_history_get_shoe (history, 0);
  return shoe != NULL && shoe->retired == HIP_DAY_NONE ? shoe : NULL;
}

static HipRun *
make_first_run (HipSession *session)
{
  HipShoe *shoe = guess_shoe (hip_session_get_history (session));
  HipRun *run = hip_run_new ();

  run->date = hip_session_get_today (session);
  run->distance_m = 0;
  run->shoe_id = shoe != NULL ? shoe->rec.id : 0;
  return run;
}

static void
fill (HipRunDialog *self, HipRun *run)
{
  g_autoptr (HipRun) first = run != NULL ? hip_record_ref (run) : make_first_run (self->session);
  HipRunForm *form = hip_run_form_new (first, hip_session_get_units (self->session),
                                       hip_session_get_today (self->session));
  gboolean is_new = hip_run_form_is_new (form);

  adw_dialog_set_title (ADW_DIALOG (self), is_new ? _ ("New Run") : _ ("Edit Run"));
  g_object_set (self, "save-label", is_new ? _ ("_Add") : _ ("_Save"), NULL);
  hip_date_row_set_today (self->date_row, hip_session_get_today (self->session));
  name_rows (self);
  fill_texts (self, form);
  fill_choices (self, first);
  self->others = make_others (self->session, run);
  self->form = form;
  paint (self);
  paint_room (self);
}

/* Keeping it */

static HipChange *
make_change (HipRunDialog *self)
{
  HipRun *run = hip_run_form_get_run (self->form);
  HipChange *change;

  if (hip_run_form_is_new (self->form))
    {
      change = hip_change_new (_ ("Run added"));
      hip_change_insert (change, run);
      return change;
    }
  change = hip_change_new (_ ("Run changed"));
  hip_change_update (change, hip_run_form_get_origin (self->form), run);
  return change;
}

static void
show_problem (HipRunDialog *self, int field, const char *message)
{
  if (field < 0)
    {
      hip_edit_dialog_show_error (HIP_EDIT_DIALOG (self), message);
      return;
    }
  gtk_widget_grab_focus (get_row (self, field));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), message,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
hip_run_dialog_submit (HipEditDialog *dialog)
{
  HipRunDialog *self = HIP_RUN_DIALOG (dialog);
  g_autoptr (HipChange) change = NULL;
  g_autoptr (GError) error = NULL;
  gboolean valid;
  int field;

  valid = hip_run_form_check (self->form, &field, &error);
  paint (self);
  if (!valid)
    {
      show_problem (self, field, error->message);
      return;
    }
  if (!hip_run_form_is_new (self->form) && !hip_run_form_is_changed (self->form))
    {
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }
  change = make_change (self);
  hip_edit_dialog_apply (dialog, self->session, change);
}

static void
hip_run_dialog_dispose (GObject *object)
{
  HipRunDialog *self = HIP_RUN_DIALOG (object);

  /* Before the rows: they tell of changes while they go. */
  g_clear_pointer (&self->form, hip_run_form_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), HIP_TYPE_RUN_DIALOG);
  g_clear_pointer (&self->others, hip_history_unref);
  g_clear_pointer (&self->shoe_ids, g_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (hip_run_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, HipRunDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, HipRunDialog, date_note);
  gtk_widget_class_bind_template_child (widget_class, HipRunDialog, distance_row);
  gtk_widget_class_bind_template_child (widget_class, HipRunDialog, distance_note);
  gtk_widget_class_bind_template_child (widget_class, HipRunDialog, room_note);
  gtk_widget_class_bind_template_child (widget_class, HipRunDialog, warning_note);
  gtk_widget_class_bind_template_child (widget_class, HipRunDialog, duration_row);
  gtk_widget_class_bind_template_child (widget_class, HipRunDialog, duration_note);
  gtk_widget_class_bind_template_child (widget_class, HipRunDialog, pace_label);
  gtk_widget_class_bind_template_child (widget_class, HipRunDialog, shoe_row);
  gtk_widget_class_bind_template_child (widget_class, HipRunDialog, effort_row);
  gtk_widget_class_bind_template_child (widget_class, HipRunDialog, surface_row);
  gtk_widget_class_bind_template_child (widget_class, HipRunDialog, ground_row);
  gtk_widget_class_bind_template_child (widget_class, HipRunDialog, ascent_row);
  gtk_widget_class_bind_template_child (widget_class, HipRunDialog, ascent_note);
  gtk_widget_class_bind_template_child (widget_class, HipRunDialog, start_row);
  gtk_widget_class_bind_template_child (widget_class, HipRunDialog, start_note);
  gtk_widget_class_bind_template_child (widget_class, HipRunDialog, cadence_row);
  gtk_widget_class_bind_template_child (widget_class, HipRunDialog, cadence_note);
  gtk_widget_class_bind_template_child (widget_class, HipRunDialog, warm_up_row);
  gtk_widget_class_bind_template_child (widget_class, HipRunDialog, cool_down_row);
  gtk_widget_class_bind_template_child (widget_class, HipRunDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, HipRunDialog, text_row);
}

static void
hip_run_dialog_class_init (HipRunDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hip_run_dialog_dispose;
  HIP_EDIT_DIALOG_CLASS (klass)->submit = hip_run_dialog_submit;

  g_type_ensure (HIP_TYPE_DATE_ROW);
  g_type_ensure (HIP_TYPE_NOTE_ROW);
  g_type_ensure (HIP_TYPE_TEXT_ROW);
  g_type_ensure (HIP_TYPE_VOCABULARY_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/HipLog/ui/hip-run-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, date_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, distance_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, duration_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, ascent_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, cadence_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, words_changed_cb);
}

static void
hip_run_dialog_init (HipRunDialog *self)
{
  self->shoe_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->distance_row));
}

/**
 * hip_run_dialog_new:
 * @session: whose log the run belongs to
 * @run: (nullable): the run to edit; with id 0 the values a new one starts
 *   from; %NULL for an empty one of today
 *
 * Returns: (transfer floating): a dialog, to be presented
 */
HipRunDialog *
hip_run_dialog_new (HipSession *session, HipRun *run)
{
  HipRunDialog *self;

  g_return_val_if_fail (HIP_IS_SESSION (session), NULL);

  self = g_object_new (HIP_TYPE_RUN_DIALOG, NULL);
  self->session = g_object_ref (session);
  fill (self, run);
  return self;
}
