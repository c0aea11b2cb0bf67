// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-export-dialog.h"

#include <glib/gi18n.h>

#include "hip-exporter.h"

/**
 * HipExportDialog:
 *
 * Writes the log's CSV files into a folder, off the main thread, with progress
 * and cancel.
 */
struct _HipExportDialog
{
  AdwDialog parent_instance;

  /* Template Children */
  GtkButton *cancel_button;
  GtkButton *export_button;
  AdwBanner *error_banner;
  GtkStack *stack;
  AdwComboRow *period_row;
  AdwComboRow *dialect_row;
  GtkProgressBar *progress_bar;
  AdwStatusPage *done_page;

  /* Owned References */
  HipSession *session;
  GFile *folder; /* (nullable) */
  GCancellable *cancellable;

  guint progress_timeout;
  gint progress; /* (atomic) thousandths, written by the writing thread */
};

G_DEFINE_FINAL_TYPE (HipExportDialog, hip_export_dialog, ADW_TYPE_DIALOG)

/* In the order of the period row; 0 for everything. */
static const int period_days[] = { 0, 6 * 7, 91, 365 };

typedef struct
{
  HipExportDialog *dialog; /* only its atomic progress is touched by the thread */
  HipHistory *history;
  HipLimits limits;
  HipExportOptions options;
  GFile *folder;
} WriteData;

static void
write_data_free (WriteData *data)
{
  hip_history_unref (data->history);
  g_object_unref (data->folder);
  g_object_unref (data->dialog);
  g_free (data);
}

static void
write_progress_cb (double fraction, gpointer user_data)
{
  g_atomic_int_set (&HIP_EXPORT_DIALOG (user_data)->progress, (gint) (fraction * 1000));
}

static void
write_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  WriteData *data = task_data;
  g_autoptr (GPtrArray) files = NULL;
  GError *error = NULL;

  if (hip_exporter_write (data->history, &data->limits, &data->options, data->folder,
                          write_progress_cb, data->dialog, cancellable, &files, &error))
    g_task_return_int (task, files->len);
  else
    g_task_return_error (task, error);
}

static gboolean
progress_timeout_cb (gpointer data)
{
  HipExportDialog *self = HIP_EXPORT_DIALOG (data);

  gtk_progress_bar_set_fraction (self->progress_bar, g_atomic_int_get (&self->progress) / 1000.0);
  return G_SOURCE_CONTINUE;
}

static void
show_options (HipExportDialog *self)
{
  gtk_stack_set_visible_child_name (self->stack, "options");
  gtk_widget_set_visible (GTK_WIDGET (self->export_button), TRUE);
}

static void
show_done (HipExportDialog *self, guint n_files)
{
  g_autofree char *folder = g_file_get_parse_name (self->folder);
  g_autofree char *text
      /* Translators: %2$s is a folder */
      = g_strdup_printf (
          /* Translators: a number, then the name of a folder. */
          ngettext ("%1$u file is now in %2$s", "%1$u files are now in %2$s", n_files), n_files,
          folder);
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_status_page_set_description (self->done_page, escaped);
  gtk_button_set_label (self->cancel_button, _ ("_Close"));
  gtk_stack_set_visible_child_name (self->stack, "done");
  /* The page scrolls and does not ask for room: its button was out of sight. */
  adw_dialog_set_content_height (ADW_DIALOG (self), 380);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HipExportDialog *self = HIP_EXPORT_DIALOG (source);
  g_autoptr (GError) error = NULL;
  gssize n_files = g_task_propagate_int (G_TASK (result), &error);

  g_clear_handle_id (&self->progress_timeout, g_source_remove);
  if (error == NULL)
    {
      show_done (self, n_files);
      return;
    }
  show_options (self);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  adw_banner_set_title (self->error_banner, error->message);
  adw_banner_set_revealed (self->error_banner, TRUE);
}

static void
replace_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HipExportDialog) self = HIP_EXPORT_DIALOG (user_data);
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_str_equal (response, "replace") && self->session != NULL)
    hip_export_dialog_write (self, self->folder);
}

/* What lies there may be somebody's own list of runs. */
static void
ask_to_replace (HipExportDialog *self)
{
  g_autofree char *folder = g_file_get_parse_name (self->folder);
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Replace Files?"), NULL));

  adw_alert_dialog_format_body (
      /* Translators: %s is a folder */
      alert, _ ("There are files of the same names in %s. What is in them will be lost."), folder);
  adw_alert_dialog_add_responses (alert, "cancel", _ ("_Cancel"), "replace", _ ("_Replace"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "replace", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (alert, "cancel");
  adw_alert_dialog_set_close_response (alert, "cancel");
  adw_alert_dialog_choose (alert, GTK_WIDGET (self), NULL, replace_chosen_cb, g_object_ref (self));
}

static void
folder_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HipExportDialog) self = HIP_EXPORT_DIALOG (user_data);
  g_autoptr (GFile) folder =
                gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (folder == NULL || self->session == NULL)
    return;
  g_set_object (&self->folder, folder);
  if (hip_exporter_would_replace (folder))
    ask_to_replace (self);
  else
    hip_export_dialog_write (self, folder);
}

static void
export_clicked_cb (HipExportDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  g_assert (HIP_IS_EXPORT_DIALOG (self));

  gtk_file_dialog_set_title (dialog, _ ("Choose a Folder for the Files"));
  gtk_file_dialog_set_accept_label (dialog, _ ("_Export Here"));
  gtk_file_dialog_select_folder (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                                 folder_chosen_cb, g_object_ref (self));
}

static void
cancel_clicked_cb (HipExportDialog *self)
{
  g_assert (HIP_IS_EXPORT_DIALOG (self));

  if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "busy"))
    g_cancellable_cancel (self->cancellable);
  else
    adw_dialog_close (ADW_DIALOG (self));
}

static void
show_folder_clicked_cb (HipExportDialog *self)
{
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (self->folder);

  g_assert (HIP_IS_EXPORT_DIALOG (self));

  gtk_file_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                            NULL, NULL);
}

static void
hip_export_dialog_dispose (GObject *object)
{
  HipExportDialog *self = HIP_EXPORT_DIALOG (object);

  g_clear_handle_id (&self->progress_timeout, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->folder);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), HIP_TYPE_EXPORT_DIALOG);

  G_OBJECT_CLASS (hip_export_dialog_parent_class)->dispose (object);
}

static void
hip_export_dialog_class_init (HipExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hip_export_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/HipLog/ui/hip-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HipExportDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, HipExportDialog, dialect_row);
  gtk_widget_class_bind_template_child (widget_class, HipExportDialog, done_page);
  gtk_widget_class_bind_template_child (widget_class, HipExportDialog, error_banner);
  gtk_widget_class_bind_template_child (widget_class, HipExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, HipExportDialog, period_row);
  gtk_widget_class_bind_template_child (widget_class, HipExportDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, HipExportDialog, stack);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_folder_clicked_cb);
}

static void
hip_export_dialog_init (HipExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hip_export_dialog_new:
 *
 * Returns: (transfer floating): a dialog that asks what to write and where
 */
HipExportDialog *
hip_export_dialog_new (HipSession *session)
{
  HipExportDialog *self;
  g_autofree char *dialect = NULL;

  g_return_val_if_fail (HIP_IS_SESSION (session), NULL);

  self = g_object_new (HIP_TYPE_EXPORT_DIALOG, NULL);
  self->session = g_object_ref (session);
  dialect = g_settings_get_string (hip_session_get_settings (session), "export-dialect");
  adw_combo_row_set_selected (self->dialect_row,
                              g_str_equal (dialect, "auto")
                                  ? hip_exporter_get_suggested_dialect () == HIP_CSV_SPREADSHEET
                                  : g_str_equal (dialect, "spreadsheet"));

  return self;
}

/**
 * hip_export_dialog_write:
 * @folder: where the files go
 *
 * Writes the files into @folder with the chosen period and dialect.
 */
void
hip_export_dialog_write (HipExportDialog *self, GFile *folder)
{
  WriteData *data;
  g_autoptr (GTask) task = NULL;
  int days;

  g_return_if_fail (HIP_IS_EXPORT_DIALOG (self));
  g_return_if_fail (G_IS_FILE (folder));

  days = period_days[adw_combo_row_get_selected (self->period_row)];
  data = g_new0 (WriteData, 1);
  data->dialog = g_object_ref (self);
  data->history = hip_history_ref (hip_session_get_history (self->session));
  data->limits = *hip_session_get_limits (self->session);
  data->options.to = HIP_DAY_NONE;
  data->options.from = days > 0 ? hip_session_get_today (self->session) - days + 1 : HIP_DAY_NONE;
  data->options.dialect =
      adw_combo_row_get_selected (self->dialect_row) == 1 ? HIP_CSV_SPREADSHEET : HIP_CSV_PLAIN;
  data->folder = g_object_ref (folder);
  g_set_object (&self->folder, folder);
  g_settings_set_string (hip_session_get_settings (self->session), "export-dialect",
                         data->options.dialect == HIP_CSV_SPREADSHEET ? "spreadsheet" : "plain");

  adw_banner_set_revealed (self->error_banner, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->export_button), FALSE);
  gtk_stack_set_visible_child_name (self->stack, "busy");
  self->progress = 0;
  g_clear_handle_id (&self->progress_timeout, g_source_remove);
  self->progress_timeout = g_timeout_add (100, progress_timeout_cb, self);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, written_cb, NULL);
  g_task_set_source_tag (task, hip_export_dialog_write);
  g_task_set_task_data (task, data, (GDestroyNotify) write_data_free);
  g_task_run_in_thread (task, write_thread);
}
