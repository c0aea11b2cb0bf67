// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-warning-kinds-page.h"

#include <glib/gi18n.h>

#include "hip-rule.h"

/**
 * HipWarningKindsPage:
 *
 * A page of the preferences with a switch for every kind of warning: what is off is muted. That is
 * a record of the log, so it can be undone like any other change.
 */
struct _HipWarningKindsPage
{
  AdwNavigationPage parent_instance;

  /* Template Children */
  AdwPreferencesGroup *pain_group;
  AdwPreferencesGroup *load_group;
  AdwPreferencesGroup *shoes_group;
  AdwPreferencesGroup *habits_group;

  /* Owned References */
  HipSession *session;

  AdwSwitchRow *rows[HIP_N_RULES];  /* borrowed from the groups; NULL for what cannot be muted */
  gboolean is_writing[HIP_N_RULES]; /* then a row is ahead of the log */
};

G_DEFINE_FINAL_TYPE (HipWarningKindsPage, hip_warning_kinds_page, ADW_TYPE_NAVIGATION_PAGE)

static AdwPreferencesGroup *
get_group (HipWarningKindsPage *self, HipRule rule)
{
  switch (rule)
    {
    case HIP_RULE_RED_FLAG:
    case HIP_RULE_BONE_STRESS_CHECK:
    case HIP_RULE_PAIN_HIGH:
    case HIP_RULE_PAIN_LASTING:
    case HIP_RULE_PAIN_RISING:
    case HIP_RULE_PAIN_NOT_SETTLED:
    case HIP_RULE_RAN_IN_PAIN:
      return self->pain_group;
    case HIP_RULE_LONG_RUN_JUMP:
    case HIP_RULE_BACK_TOO_FAST:
    case HIP_RULE_WEEK_JUMP:
    case HIP_RULE_EFFORT_JUMP:
    case HIP_RULE_NO_REST_DAY:
      return self->load_group;
    case HIP_RULE_SHOE_WORN:
    case HIP_RULE_SHOE_WEAR_SOON:
    case HIP_RULE_ONE_PAIR:
      return self->shoes_group;
    case HIP_RULE_NO_WARM_UP:
    case HIP_RULE_HARD_GROUND:
    case HIP_RULE_ONE_SIDED_GROUND:
    case HIP_RULE_LOW_CADENCE:
    case HIP_RULE_NO_STRENGTH:
    default:
      return self->habits_group;
    }
}

static gboolean
is_muted (HipSession *session, HipRule rule)
{
  return hip_rule_can_mute (rule)
         && hip_history_is_muted (hip_session_get_history (session), hip_rule_get_id (rule));
}

static HipChange *
make_change (HipWarningKindsPage *self, HipRule rule)
{
  HipDismissal *old =
      hip_history_get_mute (hip_session_get_history (self->session), hip_rule_get_id (rule));
  g_autoptr (HipDismissal) mute = NULL;
  HipChange *change;

  if (old != NULL)
    {
      change = hip_change_new (_ ("Kind of warning speaks again"));
      hip_change_delete (change, old);
      return change;
    }
  mute = hip_rule_mute (rule, hip_session_get_today (self->session));
  change = hip_change_new (_ ("Kind of warning muted"));
  hip_change_insert (change, mute);
  return change;
}

static void
show_error (HipWarningKindsPage *self, const char *message)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_PREFERENCES_DIALOG);
  AdwToast *toast;

  if (dialog == NULL)
    return;
  toast = adw_toast_new ("");
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_title (toast, message);
  adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (dialog), toast);
}

typedef struct
{
  HipWarningKindsPage *page; /* (owned) */
  HipRule rule;
} Writing;

static void write_row (HipWarningKindsPage *self, HipRule rule);

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Writing *writing = user_data;
  g_autoptr (HipWarningKindsPage) self = writing->page;
  g_autoptr (GError) error = NULL;

  self->is_writing[writing->rule] = FALSE;
  if (self->session == NULL)
    return;
  if (hip_session_apply_finish (HIP_SESSION (source), result, &error))
    {
      /* Somebody may have changed their mind meanwhile. */
      write_row (self, writing->rule);
      return;
    }
  adw_switch_row_set_active (self->rows[writing->rule], !is_muted (self->session, writing->rule));
  show_error (self, error->message);
}

/* Makes the log say what the row says. */
static void
write_row (HipWarningKindsPage *self, HipRule rule)
{
  g_autoptr (HipChange) change = NULL;
  Writing *writing;

  if (self->is_writing[rule]
      || adw_switch_row_get_active (self->rows[rule]) == !is_muted (self->session, rule))
    return;
  change = make_change (self, rule);
  writing = g_new (Writing, 1);
  *writing = (Writing) { g_object_ref (self), rule };
  self->is_writing[rule] = TRUE;
  hip_session_apply_async (self->session, change, written_cb, writing);
}

static void
switched_cb (HipWarningKindsPage *self, GParamSpec *pspec, AdwSwitchRow *row)
{
  g_assert (HIP_IS_WARNING_KINDS_PAGE (self));

  for (guint rule = 0; rule < HIP_N_RULES; rule++)
    if (self->rows[rule] == row)
      write_row (self, rule);
}

/* Makes the rows say what the log says. */
static void
session_changed_cb (HipWarningKindsPage *self)
{
  g_assert (HIP_IS_WARNING_KINDS_PAGE (self));

  for (guint rule = 0; rule < HIP_N_RULES; rule++)
    if (self->rows[rule] != NULL && !self->is_writing[rule])
      adw_switch_row_set_active (self->rows[rule], !is_muted (self->session, rule));
}

/* The row stays legible, so that it can say why its switch does not move. */
static GtkWidget *
create_fixed_row (void)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();

  gtk_switch_set_active (GTK_SWITCH (toggle), TRUE);
  gtk_widget_set_sensitive (toggle, FALSE);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("Always on: these need a professional"));
  return row;
}

static GtkWidget *
create_row (HipWarningKindsPage *self, HipRule rule)
{
  GtkWidget *row = adw_switch_row_new ();

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               hip_strength_get_label (hip_rule_get_strength (rule)));
  g_signal_connect_object (row, "notify::active", G_CALLBACK (switched_cb), self,
                           G_CONNECT_SWAPPED);
  self->rows[rule] = ADW_SWITCH_ROW (row);
  return row;
}

static void
add_row (HipWarningKindsPage *self, HipRule rule)
{
  GtkWidget *row = hip_rule_can_mute (rule) ? create_row (self, rule) : create_fixed_row ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), hip_rule_get_label (rule));
  gtk_widget_set_tooltip_text (row, hip_rule_get_test (rule));
  adw_preferences_group_add (get_group (self, rule), row);
}

static void
hip_warning_kinds_page_dispose (GObject *object)
{
  HipWarningKindsPage *self = HIP_WARNING_KINDS_PAGE (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), HIP_TYPE_WARNING_KINDS_PAGE);

  G_OBJECT_CLASS (hip_warning_kinds_page_parent_class)->dispose (object);
}

static void
hip_warning_kinds_page_class_init (HipWarningKindsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hip_warning_kinds_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/HipLog/ui/hip-warning-kinds-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HipWarningKindsPage, habits_group);
  gtk_widget_class_bind_template_child (widget_class, HipWarningKindsPage, load_group);
  gtk_widget_class_bind_template_child (widget_class, HipWarningKindsPage, pain_group);
  gtk_widget_class_bind_template_child (widget_class, HipWarningKindsPage, shoes_group);
}

static void
hip_warning_kinds_page_init (HipWarningKindsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hip_warning_kinds_page_new:
 * @session: whose log says what is muted
 *
 * Returns: (transfer floating): a page to be pushed
 */
HipWarningKindsPage *
hip_warning_kinds_page_new (HipSession *session)
{
  HipWarningKindsPage *self;

  g_return_val_if_fail (HIP_IS_SESSION (session), NULL);

  self = g_object_new (HIP_TYPE_WARNING_KINDS_PAGE, NULL);
  self->session = g_object_ref (session);
  for (guint rule = 0; rule < HIP_N_RULES; rule++)
    add_row (self, rule);
  session_changed_cb (self);
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * hip_warning_kinds_count_muted:
 * @session: a session
 *
 * Returns: how many kinds of warnings are muted in its log
 */
guint
hip_warning_kinds_count_muted (HipSession *session)
{
  guint n = 0;

  g_return_val_if_fail (HIP_IS_SESSION (session), 0);

  for (guint rule = 0; rule < HIP_N_RULES; rule++)
    n += is_muted (session, rule);
  return n;
}
