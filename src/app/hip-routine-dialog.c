// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-routine-dialog.h"

#include <glib/gi18n.h>

#include "hip-care-edit.h"
#include "hip-guide.h"
#include "hip-routine-stage.h"

/**
 * HipRoutineDialog:
 *
 * A guided routine from its beginning to the log: what of it to do and how, the
 * steps one after the other, and what was done, to be kept as care.
 *
 * Whoever closes it in the middle is shown what was done up to then, and can
 * keep that or go on.
 *
 * ## Actions
 *
 * "routine.start", "routine.go-on" and "routine.log".
 */
struct _HipRoutineDialog
{
  AdwDialog parent_instance;

  /* Template Children */
  GtkStack *stack;
  GtkWidget *start_button;
  GtkLabel *length_label;
  GtkLabel *kind_label;
  GtkLabel *caution_label;
  GtkWidget *side_row;
  AdwToggleGroup *side_group;
  AdwSwitchRow *longer_row;
  AdwSwitchRow *sound_row;
  AdwPreferencesGroup *exercises_group;
  HipRoutineStage *stage;
  GtkImage *end_image;
  GtkLabel *end_label;
  GtkLabel *count_label;
  AdwActionRow *logged_as_row;
  GtkWidget *log_group;
  GtkSpinButton *minutes_spin;
  GtkListBox *done_list;
  GtkWidget *log_button;

  /* Owned References */
  HipSession *session;
  HipRoutine *routine;
  GArray *plan;      /* (element-type HipRoutineStep): what is chosen */
  GPtrArray *checks; /* (element-type GtkCheckButton) borrowed: one for each exercise */

  gboolean can_go_on;
};

G_DEFINE_FINAL_TYPE (HipRoutineDialog, hip_routine_dialog, ADW_TYPE_DIALOG)

enum
{
  PROP_CAN_GO_ON = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

#define ROW_PICTURE_SIZE 48

/* The exercises */

static gboolean
is_chosen (HipRoutineDialog *self, guint i)
{
  return gtk_check_button_get_active (g_ptr_array_index (self->checks, i));
}

/* One of a choice is always chosen. */
static const HipRoutineExercise *
get_first_chosen (HipRoutineDialog *self)
{
  for (guint i = 0; i < self->routine->exercises->len; i++)
    if (is_chosen (self, i))
      return hip_routine_get_exercise (self->routine, i);
  return hip_routine_get_exercise (self->routine, 0);
}

static guint
count_chosen (HipRoutineDialog *self)
{
  guint n = 0;

  for (guint i = 0; i < self->checks->len; i++)
    n += is_chosen (self, i) ? 1 : 0;
  return n;
}

static const char *
get_kind_label (HipRoutineDialog *self)
{
  return hip_vocabulary_get_label (hip_vocabulary_care_kinds (), get_first_chosen (self)->kind);
}

static GArray *
make_plan (HipRoutineDialog *self)
{
  g_autofree gboolean *chosen = g_new0 (gboolean, self->checks->len);
  HipRoutineOptions options = {
    .first_side =
        adw_toggle_group_get_active (self->side_group) == 0 ? HIP_SIDE_LEFT : HIP_SIDE_RIGHT,
    .longer = adw_switch_row_get_active (self->longer_row),
    .chosen = chosen,
  };

  for (guint i = 0; i < self->checks->len; i++)
    chosen[i] = is_chosen (self, i);
  return hip_routine_plan (self->routine, &options);
}

/* It shows what the words say, so a screen reader passes over it. */
static GtkWidget *
picture_new (const char *picture)
{
  g_autofree char *uri = hip_guide_picture_to_uri (picture);
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autoptr (GIcon) icon = g_file_icon_new (file);
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "gicon", icon, "pixel-size", ROW_PICTURE_SIZE,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (image, "exercise");
  return image;
}

static GtkWidget *
exercise_row_new (const HipRoutineExercise *exercise)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *dose = hip_guide_dose_to_text (&exercise->dose);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), exercise->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), dose);
  if (exercise->picture != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), picture_new (exercise->picture));
  return row;
}

/* The start */

static void
paint_start (HipRoutineDialog *self)
{
  int minutes;
  guint n = count_chosen (self);
  g_autofree char *length = NULL;
  g_autofree char *count = NULL;

  g_clear_pointer (&self->plan, g_array_unref);
  self->plan = make_plan (self);
  minutes = (hip_routine_plan_get_seconds (self->plan) + 30) / 60;
  minutes = MAX (minutes, n > 0 ? 1 : 0);
  length = g_strdup_printf (ngettext ("About %d Minute", "About %d Minutes", minutes), minutes);
  count = g_strdup_printf (ngettext ("%u exercise", "%u exercises", n), n);
  gtk_label_set_label (self->length_label, n > 0 ? length : _ ("Nothing Chosen"));
  gtk_label_set_label (self->kind_label, self->routine->is_choice ? get_kind_label (self) : count);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "routine.start", n > 0);
}

static void
options_changed_cb (HipRoutineDialog *self)
{
  g_assert (HIP_IS_ROUTINE_DIALOG (self));

  if (self->routine != NULL)
    paint_start (self);
}

static void
add_check (HipRoutineDialog *self, guint i)
{
  const HipRoutineExercise *exercise = hip_routine_get_exercise (self->routine, i);
  GtkWidget *row = exercise_row_new (exercise);
  GtkWidget *check = gtk_check_button_new ();

  if (self->routine->is_choice && i > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), g_ptr_array_index (self->checks, 0));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), !self->routine->is_choice || i == 0);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  exercise->title, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_signal_connect_object (check, "notify::active", G_CALLBACK (options_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_ptr_array_add (self->checks, check);
  adw_preferences_group_add (self->exercises_group, row);
}

/* Questions that do not arise are not asked. */
static void
fill_start (HipRoutineDialog *self)
{
  adw_dialog_set_title (ADW_DIALOG (self), self->routine->title);
  gtk_widget_set_visible (self->side_row, hip_routine_has_sides (self->routine));
  gtk_widget_set_visible (GTK_WIDGET (self->longer_row), hip_routine_has_ranges (self->routine));
  gtk_widget_set_visible (GTK_WIDGET (self->caution_label), self->routine->caution != NULL);
  gtk_label_set_label (self->caution_label, self->routine->caution);
  for (guint i = 0; i < self->routine->exercises->len; i++)
    add_check (self, i);
  paint_start (self);
}

static void
show_stage (HipRoutineDialog *self)
{
  gtk_stack_set_visible_child_name (self->stack, "play");
  adw_dialog_set_default_widget (ADW_DIALOG (self), NULL);
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
}

static void
start_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HipRoutineDialog *self = HIP_ROUTINE_DIALOG (widget);

  show_stage (self);
  hip_routine_stage_play (self->stage, self->routine, self->plan);
}

/* The end */

static void
set_can_go_on (HipRoutineDialog *self, gboolean can_go_on)
{
  self->can_go_on = can_go_on;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_GO_ON]);
}

static const char *
get_end (HipRoutineDialog *self, gboolean all)
{
  const HipRoutinePlayer *player = hip_routine_stage_get_player (self->stage);

  if (all)
    return _ ("Well Done");
  if (hip_routine_player_get_minutes (player) == 0)
    return _ ("Nothing to Log");
  return self->can_go_on ? _ ("Stopped") : _ ("Finished");
}

static void
paint_end (HipRoutineDialog *self, guint n_done)
{
  guint n = count_chosen (self);
  gboolean all = n_done == n;
  g_autofree char *count = NULL;

  /* Translators: how many exercises were done, of how many. */
  count =
      g_strdup_printf (ngettext ("%1$u of %2$u exercise", "%1$u of %2$u exercises", n), n_done, n);
  if (all)
    gtk_widget_add_css_class (GTK_WIDGET (self->end_image), "success");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->end_image), "success");
  gtk_image_set_from_icon_name (self->end_image,
                                all ? "object-select-symbolic" : "media-playback-pause-symbolic");
  gtk_label_set_label (self->end_label, get_end (self, all));
  gtk_label_set_label (self->count_label, count);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), count,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
add_done (HipRoutineDialog *self, const HipRoutineExercise *exercise, gboolean done)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *image =
      gtk_image_new_from_icon_name (done ? "object-select-symbolic" : "window-close-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), exercise->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), done ? _ ("Done") : _ ("Not done"));
  gtk_widget_add_css_class (image, done ? "success" : "dimmed");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), image);
  gtk_list_box_append (self->done_list, row);
}

/* Returns: how many were done */
static guint
fill_done (HipRoutineDialog *self)
{
  const HipRoutinePlayer *player = hip_routine_stage_get_player (self->stage);
  guint n = 0;

  gtk_list_box_remove_all (self->done_list);
  for (guint i = 0; i < self->checks->len; i++)
    if (is_chosen (self, i))
      {
        gboolean done = hip_routine_player_is_done (player, i);

        add_done (self, hip_routine_get_exercise (self->routine, i), done);
        n += done ? 1 : 0;
      }
  return n;
}

static void
show_end (HipRoutineDialog *self, gboolean can_go_on)
{
  int minutes = hip_routine_player_get_minutes (hip_routine_stage_get_player (self->stage));

  set_can_go_on (self, can_go_on);
  paint_end (self, fill_done (self));
  adw_action_row_set_subtitle (self->logged_as_row, get_kind_label (self));
  gtk_spin_button_set_value (self->minutes_spin, minutes);
  gtk_widget_set_visible (self->log_group, minutes > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "routine.log", minutes > 0);
  gtk_stack_set_visible_child_name (self->stack, "end");
  adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
  adw_dialog_set_default_widget (ADW_DIALOG (self), self->log_button);
  gtk_widget_grab_focus (self->log_button);
}

static void
finished_cb (HipRoutineDialog *self)
{
  g_assert (HIP_IS_ROUTINE_DIALOG (self));

  show_end (self, FALSE);
}

/* While it plays. What was done is offered to be kept; of nothing there is nothing to ask. */
static void
close_attempt_cb (HipRoutineDialog *self)
{
  const HipRoutinePlayer *player = hip_routine_stage_get_player (self->stage);

  g_assert (HIP_IS_ROUTINE_DIALOG (self));

  hip_routine_stage_pause (self->stage);
  /* Its time may have been over just then, and the end is shown already. */
  if (hip_routine_player_get_state (player) == HIP_PLAYER_FINISHED)
    return;
  if (hip_routine_player_get_minutes (player) > 0)
    show_end (self, TRUE);
  else
    adw_dialog_force_close (ADW_DIALOG (self));
}

static void
go_on_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HipRoutineDialog *self = HIP_ROUTINE_DIALOG (widget);

  show_stage (self);
  hip_routine_stage_resume (self->stage);
}

static void
log_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HipRoutineDialog *self = HIP_ROUTINE_DIALOG (widget);

  gtk_spin_button_update (self->minutes_spin);
  hip_care_edit_add (self->session, hip_session_get_today (self->session),
                     get_first_chosen (self)->kind,
                     gtk_spin_button_get_value_as_int (self->minutes_spin), self->routine->title);
  adw_dialog_force_close (ADW_DIALOG (self));
}

/* Construction */

static void
hip_routine_dialog_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_CAN_GO_ON:
      g_value_set_boolean (value, HIP_ROUTINE_DIALOG (object)->can_go_on);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hip_routine_dialog_dispose (GObject *object)
{
  HipRoutineDialog *self = HIP_ROUTINE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), HIP_TYPE_ROUTINE_DIALOG);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->plan, g_array_unref);
  g_clear_pointer (&self->routine, hip_routine_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (hip_routine_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/HipLog/ui/hip-routine-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HipRoutineDialog, caution_label);
  gtk_widget_class_bind_template_child (widget_class, HipRoutineDialog, count_label);
  gtk_widget_class_bind_template_child (widget_class, HipRoutineDialog, done_list);
  gtk_widget_class_bind_template_child (widget_class, HipRoutineDialog, end_image);
  gtk_widget_class_bind_template_child (widget_class, HipRoutineDialog, end_label);
  gtk_widget_class_bind_template_child (widget_class, HipRoutineDialog, exercises_group);
  gtk_widget_class_bind_template_child (widget_class, HipRoutineDialog, kind_label);
  gtk_widget_class_bind_template_child (widget_class, HipRoutineDialog, length_label);
  gtk_widget_class_bind_template_child (widget_class, HipRoutineDialog, log_button);
  gtk_widget_class_bind_template_child (widget_class, HipRoutineDialog, log_group);
  gtk_widget_class_bind_template_child (widget_class, HipRoutineDialog, logged_as_row);
  gtk_widget_class_bind_template_child (widget_class, HipRoutineDialog, longer_row);
  gtk_widget_class_bind_template_child (widget_class, HipRoutineDialog, minutes_spin);
  gtk_widget_class_bind_template_child (widget_class, HipRoutineDialog, side_group);
  gtk_widget_class_bind_template_child (widget_class, HipRoutineDialog, side_row);
  gtk_widget_class_bind_template_child (widget_class, HipRoutineDialog, sound_row);
  gtk_widget_class_bind_template_child (widget_class, HipRoutineDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, HipRoutineDialog, stage);
  gtk_widget_class_bind_template_child (widget_class, HipRoutineDialog, start_button);
  gtk_widget_class_bind_template_callback (widget_class, close_attempt_cb);
  gtk_widget_class_bind_template_callback (widget_class, finished_cb);
  gtk_widget_class_bind_template_callback (widget_class, options_changed_cb);
}

static void
hip_routine_dialog_class_init (HipRoutineDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hip_routine_dialog_get_property;
  object_class->dispose = hip_routine_dialog_dispose;

  /**
   * HipRoutineDialog:can-go-on:
   *
   * Whether it was left in the middle.
   */
  properties[PROP_CAN_GO_ON] = g_param_spec_boolean ("can-go-on", NULL, NULL, FALSE,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (HIP_TYPE_ROUTINE_STAGE);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "routine.start", NULL, start_action);
  gtk_widget_class_install_action (widget_class, "routine.go-on", NULL, go_on_action);
  gtk_widget_class_install_action (widget_class, "routine.log", NULL, log_action);
}

static void
hip_routine_dialog_init (HipRoutineDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->checks = g_ptr_array_new ();
}

/**
 * hip_routine_dialog_new:
 * @session: whose log to keep it in
 * @routine: the routine
 *
 * Makes a dialog that stands before the start of a routine.
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
hip_routine_dialog_new (HipSession *session, HipRoutine *routine)
{
  HipRoutineDialog *self;
  GSettings *settings;

  g_return_val_if_fail (HIP_IS_SESSION (session), NULL);
  g_return_val_if_fail (routine != NULL, NULL);

  self = g_object_new (HIP_TYPE_ROUTINE_DIALOG, NULL);
  settings = hip_session_get_settings (session);
  self->session = g_object_ref (session);
  self->routine = hip_routine_ref (routine);
  g_settings_bind (settings, "routine-sound", self->sound_row, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "routine-sound", self->stage, "sound", G_SETTINGS_BIND_DEFAULT);
  fill_start (self);
  adw_dialog_set_default_widget (ADW_DIALOG (self), self->start_button);
  adw_dialog_set_focus (ADW_DIALOG (self), self->start_button);
  return ADW_DIALOG (self);
}
