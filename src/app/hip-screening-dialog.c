// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-screening-dialog.h"

#include <glib/gi18n.h>

#include "hip-question.h"

/**
 * HipScreeningDialog:
 *
 * The questions about red flags, to be ticked in peace. To tick none and save
 * is an answer, too; any tick shows at once what to do about it, and saving it
 * leads to *Get help*.
 */
struct _HipScreeningDialog
{
  HipEditDialog parent_instance;

  /* Template Children */
  GtkLabel *intro_label;
  AdwPreferencesGroup *bone_stress_group;
  AdwPreferencesGroup *emergency_group;
  AdwPreferencesGroup *appointment_group;
  AdwPreferencesGroup *advice_group;
  GtkLabel *advice_label;
  AdwSwitchRow *seen_row;

  /* Owned References */
  HipSession *session;
  HipScreening *before; /* (nullable): as it is in the log */
  HipScreening *after;  /* as it is on the screen */
};

G_DEFINE_FINAL_TYPE (HipScreeningDialog, hip_screening_dialog, HIP_TYPE_EDIT_DIALOG)

/* Painting */

static gboolean
has_yes_in (HipScreeningDialog *self, HipQuestionGroup group)
{
  for (guint i = 0; i < hip_question_get_n (); i++)
    if (hip_question_get (i)->group == group && (self->after->yes & hip_question_get (i)->flag))
      return TRUE;
  return FALSE;
}

static const char *
get_advice (HipScreeningDialog *self)
{
  if (has_yes_in (self, HIP_QUESTION_EMERGENCY))
    return _ ("Do not run. If it came on suddenly, if you cannot stand on the leg, or with fever, "
              "numbness or trouble with bladder or bowel, go to emergency care now. Otherwise be "
              "seen within a day or two.");
  if (!has_yes_in (self, HIP_QUESTION_BONE_STRESS))
    return _ ("Make an appointment with a doctor or physiotherapist, and do not run on it until "
              "they have looked at it.");
  return _ (
      "Do not run on it, keep weight off the leg as far as you can, and be seen by a doctor or "
      "physiotherapist within a day or two. These can be signs of a bone stress injury: it is "
      "uncommon, but running on it can turn a crack into a break. Name “femoral neck stress "
      "fracture” when you ask to be seen; an early X-ray can look normal.");
}

static void
paint (HipScreeningDialog *self)
{
  gboolean any = self->after->yes != 0;
  const char *advice = any ? get_advice (self) : "";

  g_object_set (self, "save-label", any ? _ ("_Save") : _ ("_None of These"), NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->advice_group), any);
  if (any && g_strcmp0 (gtk_label_get_label (self->advice_label), advice) != 0)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), advice,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  gtk_label_set_label (self->advice_label, advice);
  hip_edit_dialog_set_changed (HIP_EDIT_DIALOG (self),
                               self->before != NULL ? !hip_record_equal (self->before, self->after)
                                                    : any);
}

/* When the questions were asked last, or of which day these answers are. (nullable) */
static char *
dup_earlier_answers (HipScreeningDialog *self)
{
  HipHistory *history = hip_session_get_history (self->session);
  guint i = hip_history_find_screening (history, self->after->date);
  g_autofree char *labels = NULL, *day = NULL;
  HipScreening *earlier;

  if (i == 0)
    return NULL;
  earlier = hip_history_get_screening (history, i - 1);
  day = hip_day_format_long (earlier->date, hip_session_get_today (self->session));
  labels = hip_vocabulary_set_to_labels (hip_vocabulary_flags (), earlier->yes);
  if (earlier->yes == 0)
    /* Translators: a day. */
    return g_strdup_printf (_ ("When you were asked on %s, none was true."), day);
  /* Translators: a day, then a list of red flags. */
  return g_strdup_printf (_ ("When you were asked on %1$s, this was true: %2$s."), day, labels);
}

static void
paint_intro (HipScreeningDialog *self)
{
  g_autofree char *earlier = dup_earlier_answers (self);
  g_autofree char *day =
      hip_day_format_long (self->after->date, hip_session_get_today (self->session));
  g_autofree char *text = NULL;

  if (self->after->date != hip_session_get_today (self->session))
    /* Translators: a day. */
    text = g_strdup_printf (_ ("Your answers of %s."), day);
  else
    text = g_strdup (_ ("Scores cannot tell a strained muscle from a bone under too much stress. "
                        "These questions can help to tell who should look at it before you run "
                        "again."));
  if (earlier != NULL)
    {
      g_autofree char *both = g_strconcat (text, " ", earlier, NULL);

      gtk_label_set_label (self->intro_label, both);
    }
  else
    gtk_label_set_label (self->intro_label, text);
}

/* What the runner does */

static void
check_toggled_cb (HipScreeningDialog *self, GParamSpec *pspec, GtkCheckButton *check)
{
  HipFlags flag = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "flag"));

  g_assert (HIP_IS_SCREENING_DIALOG (self));

  if (gtk_check_button_get_active (check))
    self->after->yes |= flag;
  else
    self->after->yes &= ~flag;
  paint (self);
}

static void
seen_changed_cb (HipScreeningDialog *self)
{
  g_assert (HIP_IS_SCREENING_DIALOG (self));

  if (self->after == NULL)
    return;
  self->after->seen = adw_switch_row_get_active (self->seen_row);
  paint (self);
}

static HipChange *
make_change (HipScreeningDialog *self)
{
  HipChange *change = hip_change_new (_ ("Answers saved"));

  if (self->after->yes == 0)
    self->after->seen = FALSE;
  if (self->before == NULL)
    hip_change_insert (change, self->after);
  else if (!hip_record_equal (self->before, self->after))
    hip_change_update (change, self->before, self->after);
  return change;
}

static void
hip_screening_dialog_submit (HipEditDialog *dialog)
{
  HipScreeningDialog *self = HIP_SCREENING_DIALOG (dialog);
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  gboolean leads_to_help = self->after->yes != 0 && !self->after->seen;
  g_autoptr (HipChange) change = make_change (self);

  if (hip_change_get_n (change) > 0)
    hip_edit_dialog_apply (dialog, self->session, change);
  else
    adw_dialog_force_close (ADW_DIALOG (self));
  if (leads_to_help)
    gtk_widget_activate_action (window, "win.open-page", "s", "get-help");
}

/* Construction */

static void
add_question (HipScreeningDialog *self, const HipQuestion *question)
{
  AdwPreferencesGroup *const groups[HIP_N_QUESTION_GROUPS] = {
    [HIP_QUESTION_BONE_STRESS] = self->bone_stress_group,
    [HIP_QUESTION_EMERGENCY] = self->emergency_group,
    [HIP_QUESTION_APPOINTMENT] = self->appointment_group,
  };
  const char *text = hip_question_get_text (question);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), (self->after->yes & question->flag) != 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_object_set_data (G_OBJECT (check), "flag", GUINT_TO_POINTER (question->flag));
  g_signal_connect_object (check, "notify::active", G_CALLBACK (check_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (groups[question->group], row);
}

static void
hip_screening_dialog_dispose (GObject *object)
{
  HipScreeningDialog *self = HIP_SCREENING_DIALOG (object);

  g_clear_pointer (&self->before, hip_record_unref);
  g_clear_pointer (&self->after, hip_record_unref);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), HIP_TYPE_SCREENING_DIALOG);

  G_OBJECT_CLASS (hip_screening_dialog_parent_class)->dispose (object);
}

static void
hip_screening_dialog_class_init (HipScreeningDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hip_screening_dialog_dispose;
  HIP_EDIT_DIALOG_CLASS (klass)->submit = hip_screening_dialog_submit;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/HipLog/ui/hip-screening-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HipScreeningDialog, advice_group);
  gtk_widget_class_bind_template_child (widget_class, HipScreeningDialog, advice_label);
  gtk_widget_class_bind_template_child (widget_class, HipScreeningDialog, appointment_group);
  gtk_widget_class_bind_template_child (widget_class, HipScreeningDialog, bone_stress_group);
  gtk_widget_class_bind_template_child (widget_class, HipScreeningDialog, emergency_group);
  gtk_widget_class_bind_template_child (widget_class, HipScreeningDialog, intro_label);
  gtk_widget_class_bind_template_child (widget_class, HipScreeningDialog, seen_row);
  gtk_widget_class_bind_template_callback (widget_class, seen_changed_cb);
}

static void
hip_screening_dialog_init (HipScreeningDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Whoever answers twice on a day corrects the first answers. (nullable) */
static HipScreening *
find_todays (HipSession *session)
{
  HipHistory *history = hip_session_get_history (session);
  guint n = hip_history_get_n_screenings (history);
  HipScreening *last = n > 0 ? hip_history_get_screening (history, n - 1) : NULL;

  return last != NULL && last->date == hip_session_get_today (session) ? last : NULL;
}

static HipScreening *
screening_new_for_today (HipSession *session)
{
  HipScreening *screening = hip_screening_new ();

  screening->date = hip_session_get_today (session);
  return screening;
}

/**
 * hip_screening_dialog_new:
 * @session: the session
 * @screening: (nullable): the answers to look at again; %NULL to answer today
 *
 * Returns: (transfer floating): a dialog with all questions
 */
HipScreeningDialog *
hip_screening_dialog_new (HipSession *session, HipScreening *screening)
{
  HipScreeningDialog *self;

  g_return_val_if_fail (HIP_IS_SESSION (session), NULL);

  if (screening == NULL)
    screening = find_todays (session);
  self = g_object_new (HIP_TYPE_SCREENING_DIALOG, NULL);
  self->session = g_object_ref (session);
  if (screening != NULL)
    self->before = hip_record_ref (screening);
  self->after = screening != NULL ? hip_record_copy (screening) : screening_new_for_today (session);
  self->after->asked |= hip_question_get_all_flags ();
  for (guint i = 0; i < hip_question_get_n (); i++)
    add_question (self, hip_question_get (i));
  adw_switch_row_set_active (self->seen_row, self->after->seen);
  paint_intro (self);
  paint (self);

  return self;
}
