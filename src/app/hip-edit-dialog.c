// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-edit-dialog.h"

#include <glib/gi18n.h>

/**
 * HipEditDialog:
 *
 * A form about one record: *Cancel* and *Save*, a question before what was
 * typed is thrown away, and a way to keep it that closes the dialog only when
 * it is safe on the disk. A form sets "page" and "save-label", says by
 * [method@EditDialog.set_changed] whether there is something to lose, and
 * implements submit.
 *
 * ## Actions
 *
 * "edit.submit" keeps what was typed.
 */
typedef struct
{
  /* Template Children */
  AdwBanner *error_banner;

  /* Owned References */
  char *save_label;
  GtkWidget *page;

  gboolean saving;
} HipEditDialogPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (HipEditDialog, hip_edit_dialog, ADW_TYPE_DIALOG)

typedef enum
{
  PROP_PAGE = 1,
  PROP_SAVE_LABEL,
} HipEditDialogProperty;

static GParamSpec *properties[PROP_SAVE_LABEL + 1];

static HipEditDialogPrivate *
get_priv (HipEditDialog *self)
{
  return hip_edit_dialog_get_instance_private (self);
}

static void
discard_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HipEditDialog) self = HIP_EDIT_DIALOG (data);
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_str_equal (response, "discard"))
    adw_dialog_force_close (ADW_DIALOG (self));
}

static void
close_attempt_cb (HipEditDialog *self)
{
  AdwAlertDialog *alert;

  g_assert (HIP_IS_EDIT_DIALOG (self));

  if (get_priv (self)->saving)
    return;
  alert = ADW_ALERT_DIALOG (adw_alert_dialog_new (
      _ ("Discard Changes?"), _ ("What you typed has not been saved and will be lost.")));
  adw_alert_dialog_add_responses (alert, "keep", _ ("_Keep Editing"), "discard", _ ("_Discard"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (alert, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (alert, "keep");
  adw_alert_dialog_set_close_response (alert, "keep");
  adw_alert_dialog_choose (alert, GTK_WIDGET (self), NULL, discard_chosen_cb, g_object_ref (self));
}

static void
hide_error_cb (HipEditDialog *self)
{
  g_assert (HIP_IS_EDIT_DIALOG (self));

  adw_banner_set_revealed (get_priv (self)->error_banner, FALSE);
}

static void
submit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HipEditDialog *self = HIP_EDIT_DIALOG (widget);

  if (!get_priv (self)->saving)
    HIP_EDIT_DIALOG_GET_CLASS (self)->submit (self);
}

static void
hip_edit_dialog_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HipEditDialogPrivate *priv = get_priv (HIP_EDIT_DIALOG (object));

  switch ((HipEditDialogProperty) id)
    {
    case PROP_PAGE:
      g_value_set_object (value, priv->page);
      break;
    case PROP_SAVE_LABEL:
      g_value_set_string (value, priv->save_label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hip_edit_dialog_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HipEditDialogPrivate *priv = get_priv (HIP_EDIT_DIALOG (object));

  switch ((HipEditDialogProperty) id)
    {
    case PROP_PAGE:
      if (g_set_object (&priv->page, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_SAVE_LABEL:
      if (g_set_str (&priv->save_label, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hip_edit_dialog_dispose (GObject *object)
{
  HipEditDialogPrivate *priv = get_priv (HIP_EDIT_DIALOG (object));

  gtk_widget_dispose_template (GTK_WIDGET (object), HIP_TYPE_EDIT_DIALOG);
  g_clear_object (&priv->page);
  g_clear_pointer (&priv->save_label, g_free);
  G_OBJECT_CLASS (hip_edit_dialog_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  /**
   * HipEditDialog:page:
   *
   * The rows of the form.
   */
  properties[PROP_PAGE] =
      g_param_spec_object ("page", NULL, NULL, GTK_TYPE_WIDGET,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * HipEditDialog:save-label:
   *
   * What the button that keeps the record says, with a mnemonic.
   */
  properties[PROP_SAVE_LABEL] =
      g_param_spec_string ("save-label", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
hip_edit_dialog_class_init (HipEditDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hip_edit_dialog_get_property;
  object_class->set_property = hip_edit_dialog_set_property;
  object_class->dispose = hip_edit_dialog_dispose;
  install_properties (object_class);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/HipLog/ui/hip-edit-dialog.ui");
  gtk_widget_class_bind_template_child_private (widget_class, HipEditDialog, error_banner);
  gtk_widget_class_bind_template_callback (widget_class, close_attempt_cb);
  gtk_widget_class_bind_template_callback (widget_class, hide_error_cb);
  gtk_widget_class_install_action (widget_class, "edit.submit", NULL, submit_action);
}

static void
hip_edit_dialog_init (HipEditDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hip_edit_dialog_set_changed:
 * @self: a dialog
 * @changed: whether something was typed that is not saved
 *
 * With something to lose the dialog asks before it closes.
 */
void
hip_edit_dialog_set_changed (HipEditDialog *self, gboolean changed)
{
  g_return_if_fail (HIP_IS_EDIT_DIALOG (self));

  adw_dialog_set_can_close (ADW_DIALOG (self), !changed);
}

/**
 * hip_edit_dialog_show_error:
 * @self: a dialog
 * @message: a sentence that says what to do
 *
 * Shows why the record was not kept, above what was typed.
 */
void
hip_edit_dialog_show_error (HipEditDialog *self, const char *message)
{
  HipEditDialogPrivate *priv;

  g_return_if_fail (HIP_IS_EDIT_DIALOG (self));
  g_return_if_fail (message != NULL);

  priv = get_priv (self);
  adw_banner_set_title (priv->error_banner, message);
  adw_banner_set_revealed (priv->error_banner, TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), message,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

/* For the moment it takes the dialog neither closes nor saves again. Its rows stay as they are:
 * an entry that turns insensitive would lose the keyboard without being told. */
static void
set_saving (HipEditDialog *self, gboolean saving)
{
  get_priv (self)->saving = saving;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "edit.submit", !saving);
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
}

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HipEditDialog) self = HIP_EDIT_DIALOG (data);
  g_autoptr (GError) error = NULL;

  set_saving (self, FALSE);
  if (hip_session_apply_finish (HIP_SESSION (source), result, &error))
    adw_dialog_force_close (ADW_DIALOG (self));
  else
    hip_edit_dialog_show_error (self, error->message);
}

/**
 * hip_edit_dialog_apply:
 * @self: a dialog
 * @session: whose log to change
 * @change: what to change
 *
 * Makes the change, and closes the dialog once it is committed. If it cannot
 * be, the dialog says why and keeps everything that was typed.
 */
void
hip_edit_dialog_apply (HipEditDialog *self, HipSession *session, HipChange *change)
{
  g_return_if_fail (HIP_IS_EDIT_DIALOG (self));
  g_return_if_fail (HIP_IS_SESSION (session));
  g_return_if_fail (change != NULL);

  hide_error_cb (self);
  set_saving (self, TRUE);
  hip_session_apply_async (session, change, applied_cb, g_object_ref (self));
}
