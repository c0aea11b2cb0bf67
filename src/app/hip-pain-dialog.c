// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-pain-dialog.h"

#include <glib/gi18n.h>

#include "hip-chip.h"
#include "hip-hip-map-view.h"
#include "hip-score-strip.h"

/**
 * HipPainDialog:
 *
 * One day's pain of both hips in full: score, where, what it feels like, when,
 * how it began, red flags and a note. What is typed lives in two values, one a
 * side; the widgets are painted from the side that is shown.
 */
struct _HipPainDialog
{
  HipEditDialog parent_instance;

  /* Template Children */
  GtkLabel *day_label;
  GtkWidget *next_button;
  AdwToggleGroup *side_group;
  GtkBox *strip_box;
  HipHipMapView *map_view;
  AdwWrapBox *qualities_box;
  AdwWrapBox *timings_box;
  AdwComboRow *onset_row;
  GtkEditable *note_row;
  AdwExpanderRow *flags_row;
  AdwSwitchRow *seen_row;
  GtkWidget *remove_group;

  /* Owned References */
  HipSession *session;
  HipPainDay *before[HIP_N_SIDES];    /* (nullable): as it is in the log */
  HipPainDay *after[HIP_N_SIDES];     /* as it is on the screen */
  GPtrArray *chips;                   /* (element-type GtkWidget) borrowed */
  HipScoreStrip *strips[HIP_N_SIDES]; /* borrowed */

  HipDay day;
  HipDay next_day; /* where to go once what was typed is saved */
  HipSide side;
  gboolean painting;
};

G_DEFINE_FINAL_TYPE (HipPainDialog, hip_pain_dialog, HIP_TYPE_EDIT_DIALOG)

/* A chip or a check stands for one bit of one of the day's sets. */
static guint32 *
get_set (HipPainDay *pain, const HipVocabulary *vocabulary)
{
  if (vocabulary == hip_vocabulary_qualities ())
    return &pain->qualities;
  if (vocabulary == hip_vocabulary_timings ())
    return &pain->timings;
  return &pain->flags;
}

static gboolean
is_changed (HipPainDialog *self, HipSide side)
{
  HipPainDay *before = self->before[side];
  HipPainDay *after = self->after[side];

  if (before != NULL)
    return !hip_record_equal (before, after);
  return after->score != HIP_UNSET || after->areas || after->qualities || after->timings
         || after->flags || after->onset || after->note != NULL;
}

static gboolean
is_modified (HipPainDialog *self)
{
  return is_changed (self, HIP_SIDE_LEFT) || is_changed (self, HIP_SIDE_RIGHT);
}

/* Painting */

static void
paint_seen (HipPainDialog *self)
{
  HipPainDay *pain = self->after[self->side];
  g_autofree char *labels = hip_vocabulary_set_to_labels (hip_vocabulary_flags (), pain->flags);

  gtk_widget_set_visible (GTK_WIDGET (self->seen_row), pain->flags != 0);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->flags_row), FALSE);
  adw_expander_row_set_subtitle (self->flags_row, labels);
}

static void
paint_chip (HipPainDialog *self, GtkWidget *chip)
{
  guint32 set = *get_set (self->after[self->side], hip_chip_get_vocabulary (chip));

  g_object_set (chip, "active", (set & hip_chip_get_bit (chip)) != 0, NULL);
}

static void
paint (HipPainDialog *self)
{
  HipPainDay *pain = self->after[self->side];
  HipDay today = hip_session_get_today (self->session);
  g_autofree char *day = hip_day_format_long (self->day, today);

  self->painting = TRUE;
  gtk_label_set_label (self->day_label, day);
  gtk_widget_set_sensitive (self->next_button, self->day < today);
  adw_toggle_group_set_active (self->side_group, self->side);
  for (int side = 0; side < HIP_N_SIDES; side++)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->strips[side]), side == (int) self->side);
      hip_score_strip_set_score (self->strips[side], self->after[side]->score);
    }
  hip_hip_map_view_show (self->map_view, self->side, pain->areas);
  for (guint i = 0; i < self->chips->len; i++)
    paint_chip (self, g_ptr_array_index (self->chips, i));
  adw_combo_row_set_selected (self->onset_row, pain->onset);
  gtk_editable_set_text (self->note_row, pain->note ? pain->note : "");
  adw_switch_row_set_active (self->seen_row, pain->seen);
  gtk_widget_set_visible (self->remove_group, self->before[self->side] != NULL);
  hip_edit_dialog_set_changed (HIP_EDIT_DIALOG (self), is_modified (self));
  paint_seen (self);
  self->painting = FALSE;
}

static void
load_day (HipPainDialog *self, HipDay day)
{
  HipHistory *history = hip_session_get_history (self->session);

  self->day = day;
  for (int side = 0; side < HIP_N_SIDES; side++)
    {
      HipPainDay *pain = hip_history_lookup_pain (history, day, side);

      g_clear_pointer (&self->before[side], hip_record_unref);
      g_clear_pointer (&self->after[side], hip_record_unref);
      if (pain != NULL)
        self->before[side] = hip_record_ref (pain);
      self->after[side] = pain ? hip_record_copy (pain) : hip_pain_day_new ();
      self->after[side]->date = day;
      self->after[side]->side = side;
      if (pain == NULL)
        self->after[side]->score = HIP_UNSET;
    }
  paint (self);
}

/* What the runner does */

static void
edited (HipPainDialog *self)
{
  hip_edit_dialog_set_changed (HIP_EDIT_DIALOG (self), is_modified (self));
  paint_seen (self);
}

static void
chip_toggled_cb (HipPainDialog *self, GParamSpec *pspec, GtkWidget *chip)
{
  guint32 *set = get_set (self->after[self->side], hip_chip_get_vocabulary (chip));
  gboolean active;

  g_assert (HIP_IS_PAIN_DIALOG (self));

  if (self->painting)
    return;
  g_object_get (chip, "active", &active, NULL);
  if (active)
    *set |= hip_chip_get_bit (chip);
  else
    *set &= ~hip_chip_get_bit (chip);
  edited (self);
}

static void
areas_changed_cb (HipPainDialog *self)
{
  g_assert (HIP_IS_PAIN_DIALOG (self));

  self->after[self->side]->areas = hip_hip_map_view_get_areas (self->map_view);
  edited (self);
}

static void
scored_cb (HipPainDialog *self, int score, HipScoreStrip *strip)
{
  g_assert (HIP_IS_PAIN_DIALOG (self));

  self->after[hip_score_strip_get_side (strip)]->score = score;
  edited (self);
}

static void
onset_changed_cb (HipPainDialog *self)
{
  g_assert (HIP_IS_PAIN_DIALOG (self));

  if (self->painting)
    return;
  self->after[self->side]->onset = adw_combo_row_get_selected (self->onset_row);
  edited (self);
}

static void
note_changed_cb (HipPainDialog *self)
{
  const char *text = gtk_editable_get_text (self->note_row);

  g_assert (HIP_IS_PAIN_DIALOG (self));

  if (self->painting)
    return;
  g_set_str (&self->after[self->side]->note, *text ? text : NULL);
  edited (self);
}

static void
seen_changed_cb (HipPainDialog *self)
{
  g_assert (HIP_IS_PAIN_DIALOG (self));

  if (self->painting)
    return;
  self->after[self->side]->seen = adw_switch_row_get_active (self->seen_row);
  edited (self);
}

static void
side_changed_cb (HipPainDialog *self)
{
  g_assert (HIP_IS_PAIN_DIALOG (self));

  if (self->painting)
    return;
  self->side = adw_toggle_group_get_active (self->side_group);
  paint (self);
}

/* Saving */

static HipChange *
make_change (HipPainDialog *self, GError **error)
{
  g_autoptr (HipChange) change = hip_change_new (_ ("Pain saved"));

  for (int side = 0; side < HIP_N_SIDES; side++)
    {
      HipPainDay *after = self->after[side];

      if (!is_changed (self, side))
        continue;
      if (after->score == HIP_UNSET)
        {
          self->side = side;
          paint (self);
          g_set_error_literal (error, HIP_RECORD_ERROR, HIP_RECORD_ERROR_INVALID,
                               side == HIP_SIDE_LEFT
                                   ? _ ("Choose a score for the left hip, 0 for no pain.")
                                   : _ ("Choose a score for the right hip, 0 for no pain."));
          return NULL;
        }
      if (!hip_record_validate (after, hip_session_get_today (self->session), error))
        return NULL;
      if (self->before[side] != NULL)
        hip_change_update (change, self->before[side], after);
      else
        hip_change_insert (change, after);
    }
  return g_steal_pointer (&change);
}

static HipChange *
make_change_or_say_why (HipPainDialog *self)
{
  g_autoptr (GError) error = NULL;
  HipChange *change = make_change (self, &error);

  if (change == NULL)
    hip_edit_dialog_show_error (HIP_EDIT_DIALOG (self), error->message);
  return change;
}

/* Saves and closes; FALSE when there is something to mend first. */
static gboolean
keep (HipPainDialog *self)
{
  g_autoptr (HipChange) change = make_change_or_say_why (self);

  if (change == NULL)
    return FALSE;
  if (hip_change_get_n (change) > 0)
    hip_edit_dialog_apply (HIP_EDIT_DIALOG (self), self->session, change);
  else
    adw_dialog_force_close (ADW_DIALOG (self));
  return TRUE;
}

static void
hip_pain_dialog_submit (HipEditDialog *dialog)
{
  keep (HIP_PAIN_DIALOG (dialog));
}

static void
moved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HipPainDialog) self = HIP_PAIN_DIALOG (data);
  g_autoptr (GError) error = NULL;

  if (hip_session_apply_finish (HIP_SESSION (source), result, &error))
    load_day (self, self->next_day);
  else
    hip_edit_dialog_show_error (HIP_EDIT_DIALOG (self), error->message);
}

/* Going to another day keeps what was typed for this one. */
static void
move_day (HipPainDialog *self, int days)
{
  g_autoptr (HipChange) change = make_change_or_say_why (self);

  if (change == NULL)
    return;
  self->next_day = self->day + days;
  if (hip_change_get_n (change) > 0)
    hip_session_apply_async (self->session, change, moved_cb, g_object_ref (self));
  else
    load_day (self, self->next_day);
}

static void
previous_clicked_cb (HipPainDialog *self)
{
  g_assert (HIP_IS_PAIN_DIALOG (self));

  move_day (self, -1);
}

static void
next_clicked_cb (HipPainDialog *self)
{
  g_assert (HIP_IS_PAIN_DIALOG (self));

  move_day (self, 1);
}

static void
remove_activated_cb (HipPainDialog *self)
{
  g_autoptr (HipChange) change = hip_change_new (_ ("Pain entry removed"));

  g_assert (HIP_IS_PAIN_DIALOG (self));

  self->next_day = self->day;
  hip_change_delete (change, self->before[self->side]);
  hip_session_apply_async (self->session, change, moved_cb, g_object_ref (self));
}

static void
get_help_activated_cb (HipPainDialog *self)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  g_assert (HIP_IS_PAIN_DIALOG (self));

  /* What was entered is kept, so that reading on loses nothing. */
  if (keep (self))
    gtk_widget_activate_action (window, "win.open-page", "s", "get-help");
}

/* Construction */

static void
register_chip (HipPainDialog *self, GtkWidget *chip)
{
  g_signal_connect_object (chip, "notify::active", G_CALLBACK (chip_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  g_ptr_array_add (self->chips, chip);
}

static void
add_chips (HipPainDialog *self, AdwWrapBox *box, const HipVocabulary *vocabulary)
{
  for (guint value = 1; value <= hip_vocabulary_get_n (vocabulary); value++)
    {
      GtkWidget *chip = hip_chip_new (vocabulary, value);

      adw_wrap_box_append (box, chip);
      register_chip (self, chip);
    }
}

static void
add_flags (HipPainDialog *self)
{
  const HipVocabulary *vocabulary = hip_vocabulary_flags ();

  for (guint value = 1; value <= hip_vocabulary_get_n (vocabulary); value++)
    {
      GtkWidget *check;
      GtkWidget *row = hip_chip_row_new (vocabulary, value, &check);

      adw_expander_row_add_row (self->flags_row, row);
      register_chip (self, check);
    }
}

static void
fill_onsets (HipPainDialog *self)
{
  const HipVocabulary *vocabulary = hip_vocabulary_onsets ();
  g_autoptr (GtkStringList) onsets = gtk_string_list_new (NULL);

  gtk_string_list_append (onsets, _ ("Not logged"));
  for (guint value = 1; value <= hip_vocabulary_get_n (vocabulary); value++)
    gtk_string_list_append (onsets, hip_vocabulary_get_label (vocabulary, value));
  adw_combo_row_set_model (self->onset_row, G_LIST_MODEL (onsets));
}

static void
hip_pain_dialog_dispose (GObject *object)
{
  HipPainDialog *self = HIP_PAIN_DIALOG (object);

  self->painting = TRUE; /* children that go away are no edits */
  for (int side = 0; side < HIP_N_SIDES; side++)
    {
      g_clear_pointer (&self->before[side], hip_record_unref);
      g_clear_pointer (&self->after[side], hip_record_unref);
    }
  g_clear_object (&self->session);
  g_clear_pointer (&self->chips, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), HIP_TYPE_PAIN_DIALOG);

  G_OBJECT_CLASS (hip_pain_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, HipPainDialog, day_label);
  gtk_widget_class_bind_template_child (widget_class, HipPainDialog, flags_row);
  gtk_widget_class_bind_template_child (widget_class, HipPainDialog, map_view);
  gtk_widget_class_bind_template_child (widget_class, HipPainDialog, next_button);
  gtk_widget_class_bind_template_child (widget_class, HipPainDialog, note_row);
  gtk_widget_class_bind_template_child (widget_class, HipPainDialog, onset_row);
  gtk_widget_class_bind_template_child (widget_class, HipPainDialog, qualities_box);
  gtk_widget_class_bind_template_child (widget_class, HipPainDialog, remove_group);
  gtk_widget_class_bind_template_child (widget_class, HipPainDialog, seen_row);
  gtk_widget_class_bind_template_child (widget_class, HipPainDialog, side_group);
  gtk_widget_class_bind_template_child (widget_class, HipPainDialog, strip_box);
  gtk_widget_class_bind_template_child (widget_class, HipPainDialog, timings_box);
  gtk_widget_class_bind_template_callback (widget_class, areas_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, get_help_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, onset_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, seen_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, side_changed_cb);
}

static void
hip_pain_dialog_class_init (HipPainDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hip_pain_dialog_dispose;
  HIP_EDIT_DIALOG_CLASS (klass)->submit = hip_pain_dialog_submit;

  g_type_ensure (HIP_TYPE_HIP_MAP_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/HipLog/ui/hip-pain-dialog.ui");
  bind_template (widget_class);
}

static void
hip_pain_dialog_init (HipPainDialog *self)
{
  self->painting = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->chips = g_ptr_array_new ();
  for (int side = 0; side < HIP_N_SIDES; side++)
    {
      self->strips[side] = g_object_new (HIP_TYPE_SCORE_STRIP, "side", side, "hexpand", TRUE, NULL);
      g_signal_connect_object (self->strips[side], "scored", G_CALLBACK (scored_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (self->strip_box, GTK_WIDGET (self->strips[side]));
    }
  add_chips (self, self->qualities_box, hip_vocabulary_qualities ());
  add_chips (self, self->timings_box, hip_vocabulary_timings ());
  add_flags (self);
  fill_onsets (self);
  self->painting = FALSE;
}

/**
 * hip_pain_dialog_new:
 * @day: the day to fill in or correct
 *
 * Returns: (transfer floating): a dialog for both hips on @day
 */
HipPainDialog *
hip_pain_dialog_new (HipSession *session, HipDay day)
{
  HipPainDialog *self;

  g_return_val_if_fail (HIP_IS_SESSION (session), NULL);

  self = g_object_new (HIP_TYPE_PAIN_DIALOG, NULL);
  self->session = g_object_ref (session);
  load_day (self, day);
  adw_dialog_set_focus (ADW_DIALOG (self),
                        hip_score_strip_get_focus_button (self->strips[self->side]));

  return self;
}
