// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-warning-row.h"

#include <glib/gi18n.h>

#include "hip-guide.h"

/**
 * HipWarningRow:
 *
 * One warning as a line that opens in place: what it means, what may cause it
 * and what helps, and why it is shown: the test in words and in figures, how
 * sure it is, its source, and the entries behind it.
 */
struct _HipWarningRow
{
  AdwExpanderRow parent_instance;

  /* Template Children */
  GtkImage *icon;
  GtkLabel *body_label;
  GtkWidget *questions_row;
  AdwWrapBox *causes_box;
  AdwWrapBox *prevention_box;
  AdwExpanderRow *why_row;
  GtkLabel *test_label;
  GtkLabel *formula_label;
  GtkLabel *strength_label;
  GtkLabel *source_label;
  GtkWidget *dismiss_row;
  GtkWidget *mute_row;

  /* Owned References */
  HipSession *session;
  HipWarning *warning;
};

G_DEFINE_FINAL_TYPE (HipWarningRow, hip_warning_row, ADW_TYPE_EXPANDER_ROW)

static const struct
{
  const char *icon_name;
  const char *css_class;
} severity_looks[HIP_N_SEVERITIES] = {
  [HIP_SEVERITY_TIP] = { "dialog-information-symbolic", "dimmed" },
  [HIP_SEVERITY_NOTE] = { "dialog-information-symbolic", "accent" },
  [HIP_SEVERITY_CAUTION] = { "dialog-warning-symbolic", "warning" },
  [HIP_SEVERITY_WARNING] = { "dialog-warning-symbolic", "error" },
  [HIP_SEVERITY_URGENT] = { "dialog-error-symbolic", "error" },
};

static void
dismiss_activated_cb (HipWarningRow *self)
{
  g_autoptr (HipChange) change = hip_change_new (_ ("Warning dismissed"));
  g_autoptr (HipDismissal) dismissal = NULL;

  g_assert (HIP_IS_WARNING_ROW (self));

  dismissal = hip_warning_dismiss (self->warning, hip_session_get_today (self->session));
  hip_change_insert (change, dismissal);
  hip_session_apply (self->session, change);
}

static void
mute_activated_cb (HipWarningRow *self)
{
  HipRule rule = hip_warning_get_rule (self->warning);
  g_autoptr (HipChange) change = hip_change_new (_ ("Kind of warning muted"));
  g_autoptr (HipDismissal) mute = NULL;

  g_assert (HIP_IS_WARNING_ROW (self));

  mute = hip_rule_mute (rule, hip_session_get_today (self->session));
  hip_change_insert (change, mute);
  hip_session_apply (self->session, change);
}

static void
add_page_button (AdwWrapBox *box, const char *page_id)
{
  HipGuidePage *page = hip_guide_lookup (hip_guide_get_default (), page_id);
  GtkWidget *button;

  if (page == NULL)
    return;
  button = gtk_button_new_with_label (page->title);
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))),
                           PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (button, page->summary);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-page");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", page_id);
  adw_wrap_box_append (box, button);
}

static void
add_page_buttons (AdwWrapBox *box, const char *const *page_ids)
{
  for (; page_ids != NULL && *page_ids != NULL; page_ids++)
    add_page_button (box, *page_ids);
}

static AdwActionRow *
entry_row_new (const char *title, const char *subtitle, const char *action_name, GVariant *target)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action_name);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (row), target);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));

  return ADW_ACTION_ROW (row);
}

static AdwActionRow *
run_row_new (HipWarningRow *self, HipRun *run)
{
  g_autofree char *day = hip_day_format_long (run->date, hip_session_get_today (self->session));
  g_autofree char *distance =
      hip_units_format_distance (hip_session_get_units (self->session), run->distance_m);
  /* Translators: a run in a list: its day, then its distance */
  g_autofree char *title = g_strdup_printf (_ ("%1$s: %2$s"), day, distance);

  return entry_row_new (title, run->title, "win.edit-run", g_variant_new_int64 (run->rec.id));
}

static AdwActionRow *
pain_row_new (HipWarningRow *self, HipPainDay *pain)
{
  g_autofree char *day = hip_day_format_long (pain->date, hip_session_get_today (self->session));
  g_autofree char *flags = hip_vocabulary_set_to_labels (hip_vocabulary_flags (), pain->flags);
  g_autofree char *title = NULL;

  title = g_strdup_printf (pain->side == HIP_SIDE_LEFT
                               /* Translators: a day, then the score of that day */
                               ? _ ("%1$s: left hip %2$d of 10")
                               /* Translators: a day, then the score of that day. */
                               : _ ("%1$s: right hip %2$d of 10"),
                           day, pain->score);
  return entry_row_new (title, *flags ? flags : NULL, "win.edit-pain",
                        g_variant_new_int32 (pain->date));
}

static AdwActionRow *
shoe_row_new (HipWarningRow *self, HipShoe *shoe)
{
  return entry_row_new (shoe->name, NULL, "win.edit-shoe", g_variant_new_int64 (shoe->rec.id));
}

static AdwActionRow *
screening_row_new (HipWarningRow *self, HipScreening *screening)
{
  g_autofree char *day =
      hip_day_format_long (screening->date, hip_session_get_today (self->session));
  g_autofree char *flags = hip_vocabulary_set_to_labels (hip_vocabulary_flags (), screening->yes);
  /* Translators: a day. */
  g_autofree char *title = g_strdup_printf (_ ("%s: your answers"), day);

  return entry_row_new (title, *flags ? flags : _ ("None was true"), "win.edit-screening",
                        g_variant_new_int64 (screening->rec.id));
}

static void
add_entries (HipWarningRow *self)
{
  for (guint i = 0; i < hip_warning_get_n_entries (self->warning); i++)
    {
      HipRecord *entry = hip_warning_get_entry (self->warning, i);
      AdwActionRow *row = NULL;

      if (entry->kind == HIP_RECORD_RUN)
        row = run_row_new (self, (HipRun *) entry);
      else if (entry->kind == HIP_RECORD_PAIN_DAY)
        row = pain_row_new (self, (HipPainDay *) entry);
      else if (entry->kind == HIP_RECORD_SHOE)
        row = shoe_row_new (self, (HipShoe *) entry);
      else if (entry->kind == HIP_RECORD_SCREENING)
        row = screening_row_new (self, (HipScreening *) entry);
      if (row != NULL)
        adw_expander_row_add_row (self->why_row, GTK_WIDGET (row));
    }
}

static void
paint (HipWarningRow *self)
{
  HipUnits units = hip_session_get_units (self->session);
  HipRule rule = hip_warning_get_rule (self->warning);
  HipSeverity severity = hip_warning_get_severity (self->warning);
  /* Translators: the studies or the custom that a rule rests on. */
  g_autofree char *source = g_strdup_printf (_ ("Source: %s"), hip_rule_get_source (rule));
  g_autofree char *title = hip_warning_dup_title (self->warning, units);
  g_autofree char *body = hip_warning_dup_body (self->warning, units);
  g_autofree char *formula = hip_warning_dup_formula (self->warning, units);
  g_autofree char *strength = hip_warning_dup_strength_text (self->warning);
  /* Translators: how serious it is, then how strong the evidence: "Caution · Good evidence". */
  g_autofree char *subtitle =
      g_strdup_printf (_ ("%1$s · %2$s"), hip_severity_get_label (severity),
                       hip_strength_get_label (hip_warning_get_strength (self->warning)));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  gtk_image_set_from_icon_name (self->icon, severity_looks[severity].icon_name);
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), severity_looks[severity].css_class);
  gtk_label_set_label (self->body_label, body);
  gtk_label_set_label (self->formula_label, formula);
  gtk_label_set_label (self->strength_label, strength);
  gtk_label_set_label (self->test_label, hip_rule_get_test (rule));
  gtk_label_set_label (self->source_label, source);
  gtk_widget_set_visible (self->questions_row, rule == HIP_RULE_BONE_STRESS_CHECK);
  gtk_widget_set_visible (self->mute_row, hip_rule_can_mute (rule));
  add_entries (self);
  add_page_buttons (self->causes_box, hip_warning_get_causes (self->warning));
  add_page_buttons (self->prevention_box, hip_warning_get_prevention (self->warning));
}

static void
hip_warning_row_dispose (GObject *object)
{
  HipWarningRow *self = HIP_WARNING_ROW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->warning, hip_warning_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), HIP_TYPE_WARNING_ROW);

  G_OBJECT_CLASS (hip_warning_row_parent_class)->dispose (object);
}

static void
hip_warning_row_class_init (HipWarningRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hip_warning_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/HipLog/ui/hip-warning-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HipWarningRow, body_label);
  gtk_widget_class_bind_template_child (widget_class, HipWarningRow, causes_box);
  gtk_widget_class_bind_template_child (widget_class, HipWarningRow, dismiss_row);
  gtk_widget_class_bind_template_child (widget_class, HipWarningRow, formula_label);
  gtk_widget_class_bind_template_child (widget_class, HipWarningRow, icon);
  gtk_widget_class_bind_template_child (widget_class, HipWarningRow, mute_row);
  gtk_widget_class_bind_template_child (widget_class, HipWarningRow, prevention_box);
  gtk_widget_class_bind_template_child (widget_class, HipWarningRow, questions_row);
  gtk_widget_class_bind_template_child (widget_class, HipWarningRow, source_label);
  gtk_widget_class_bind_template_child (widget_class, HipWarningRow, strength_label);
  gtk_widget_class_bind_template_child (widget_class, HipWarningRow, test_label);
  gtk_widget_class_bind_template_child (widget_class, HipWarningRow, why_row);
  gtk_widget_class_bind_template_callback (widget_class, dismiss_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, mute_activated_cb);
}

static void
hip_warning_row_init (HipWarningRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hip_warning_row_new:
 *
 * Returns: (transfer floating): a closed row for @warning
 */
GtkWidget *
hip_warning_row_new (HipSession *session, HipWarning *warning)
{
  HipWarningRow *self;

  g_return_val_if_fail (HIP_IS_SESSION (session), NULL);
  g_return_val_if_fail (warning != NULL, NULL);

  self = g_object_new (HIP_TYPE_WARNING_ROW, NULL);
  self->session = g_object_ref (session);
  self->warning = hip_warning_ref (warning);
  paint (self);

  return GTK_WIDGET (self);
}

/**
 * hip_warning_row_get_warning:
 *
 * Returns: (transfer none): what it shows
 */
HipWarning *
hip_warning_row_get_warning (HipWarningRow *self)
{
  g_return_val_if_fail (HIP_IS_WARNING_ROW (self), NULL);

  return self->warning;
}
