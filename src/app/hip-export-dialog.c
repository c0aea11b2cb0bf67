// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-export-dialog.h"

#include <glib/gi18n.h>

#include "hip-count-words.h"
#include "hip-exporter.h"
#include "hip-period-group.h"

/**
 * HipExportDialog:
 *
 * Writes the log's CSV files into a folder or a zip, off the main thread, with progress and cancel.
 */
struct _HipExportDialog
{
  AdwDialog parent_instance;

  /* Template Children */
  GtkButton *cancel_button;
  GtkButton *export_button;
  AdwBanner *error_banner;
  GtkStack *stack;
  HipPeriodGroup *period_group;
  AdwComboRow *form_row;
  AdwComboRow *dialect_row;
  GtkLabel *summary_label;
  GtkProgressBar *progress_bar;
  AdwStatusPage *done_page;
  GtkButton *show_button;

  /* Owned References */
  HipSession *session;
  GFile *place;          /* (nullable): that was chosen */
  GCancellable *writing; /* (nullable) */

  guint progress_timeout;
  gint progress; /* (atomic) thousandths, written by the writing thread */
};

G_DEFINE_FINAL_TYPE (HipExportDialog, hip_export_dialog, ADW_TYPE_DIALOG)

/* The periods to choose from; the first one is suggested. */
static const int period_days[] = { HIP_PERIOD_EVERYTHING, 6 * 7, 91, 365 };

typedef struct
{
  HipExportDialog *dialog; /* only its atomic progress is touched by the thread */
  HipHistory *history;
  HipLimits limits;
  HipExportOptions options;
  GFile *place;
} WriteData;

static void
write_data_free (WriteData *data)
{
  hip_history_unref (data->history);
  g_object_unref (data->place);
  g_object_unref (data->dialog);
  g_free (data);
}

/* What is chosen */

static gboolean
read_options (HipExportDialog *self, HipExportOptions *options, GError **error)
{
  options->dialect =
      adw_combo_row_get_selected (self->dialect_row) == 1 ? HIP_CSV_SPREADSHEET : HIP_CSV_PLAIN;
  options->form =
      adw_combo_row_get_selected (self->form_row) == 1 ? HIP_EXPORT_ZIP : HIP_EXPORT_FOLDER;
  return hip_period_group_read (self->period_group, &options->from, &options->to, error);
}

/* "12 runs, 5 pain scores" */
static char *
dup_counts (const guint n_rows[HIP_N_LOG_CSV_READABLE])
{
  HipImportCounts counts = { .runs = n_rows[HIP_LOG_CSV_RUNS],
                             .shoes = n_rows[HIP_LOG_CSV_SHOES],
                             .pain = n_rows[HIP_LOG_CSV_PAIN],
                             .care = n_rows[HIP_LOG_CSV_CARE],
                             .screenings = n_rows[HIP_LOG_CSV_RED_FLAGS] };

  return hip_count_words_list (counts);
}

static void
show_summary (HipExportDialog *self, const HipExportOptions *options)
{
  guint n_rows[HIP_N_LOG_CSV_READABLE];
  g_autofree char *counts = NULL;
  g_autofree char *text = NULL;

  hip_exporter_count (hip_session_get_history (self->session), options, n_rows);
  counts = dup_counts (n_rows);
  if (*counts != '\0')
    /* Translators: what will be written: "12 runs, 5 pain scores". */
    text = g_strdup_printf (_ ("This will be written: %s."), counts);
  gtk_label_set_label (self->summary_label,
                       text != NULL ? text
                                    : _ ("Nothing was logged on these days. Choose others."));
  gtk_widget_set_sensitive (GTK_WIDGET (self->export_button), text != NULL);
}

static void
show_error (HipExportDialog *self, const char *sentence)
{
  if (sentence != NULL)
    adw_banner_set_title (self->error_banner, sentence);
  adw_banner_set_revealed (self->error_banner, sentence != NULL);
}

static void
changed_cb (HipExportDialog *self)
{
  HipExportOptions options;
  g_autoptr (GError) error = NULL;

  g_assert (HIP_IS_EXPORT_DIALOG (self));

  if (self->session == NULL)
    return;
  if (read_options (self, &options, &error))
    {
      show_summary (self, &options);
      show_error (self, NULL);
      return;
    }
  gtk_label_set_label (self->summary_label, "");
  gtk_widget_set_sensitive (GTK_WIDGET (self->export_button), FALSE);
  show_error (self, error->message);
}

/* Writing */

static void
write_progress_cb (double fraction, gpointer user_data)
{
  g_atomic_int_set (&HIP_EXPORT_DIALOG (user_data)->progress, (gint) (fraction * 1000));
}

static void
write_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const WriteData *data = task_data;
  g_autoptr (GPtrArray) files = NULL;
  GError *error = NULL;

  if (hip_exporter_write (data->history, &data->limits, &data->options, data->place,
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
  gtk_widget_grab_focus (GTK_WIDGET (self->export_button));
}

static char *
dup_result (const WriteData *data, guint n_files)
{
  g_autofree char *name = g_file_get_parse_name (data->place);

  if (data->options.form == HIP_EXPORT_ZIP)
    /* Translators: the name of a file. */
    return g_strdup_printf (_ ("Everything is now in %s"), name);
  return g_strdup_printf (
      /* Translators: a number, then the name of a folder. */
      ngettext ("%1$u file is now in %2$s", "%1$u files are now in %2$s", n_files), n_files, name);
}

static void
show_done (HipExportDialog *self, const WriteData *data, guint n_files)
{
  g_autofree char *text = dup_result (data, n_files);
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_status_page_set_description (self->done_page, escaped);
  gtk_button_set_label (self->show_button, data->options.form == HIP_EXPORT_ZIP
                                               ? _ ("_Show File")
                                               : _ ("_Show Folder"));
  gtk_button_set_label (self->cancel_button, _ ("_Close"));
  gtk_stack_set_visible_child_name (self->stack, "done");
  gtk_widget_grab_focus (GTK_WIDGET (self->show_button));
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
  g_clear_object (&self->writing);
  /* Closed while it was writing. */
  if (self->session == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (error == NULL)
    {
      show_done (self, g_task_get_task_data (G_TASK (result)), n_files);
      return;
    }
  show_options (self);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_error (self, error->message);
}

static WriteData *
create_data (HipExportDialog *self, const HipExportOptions *options)
{
  WriteData *data = g_new0 (WriteData, 1);

  data->dialog = g_object_ref (self);
  data->history = hip_history_ref (hip_session_get_history (self->session));
  data->limits = *hip_session_get_limits (self->session);
  data->options = *options;
  data->place = g_object_ref (self->place);
  return data;
}

static void
write_files (HipExportDialog *self)
{
  HipExportOptions options;
  g_autoptr (GTask) task = NULL;

  if (!read_options (self, &options, NULL))
    return;
  g_settings_set_string (hip_session_get_settings (self->session), "export-dialect",
                         options.dialect == HIP_CSV_SPREADSHEET ? "spreadsheet" : "plain");
  show_error (self, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->export_button), FALSE);
  gtk_stack_set_visible_child_name (self->stack, "busy");
  gtk_widget_grab_focus (GTK_WIDGET (self->cancel_button));
  g_atomic_int_set (&self->progress, 0);
  self->progress_timeout = g_timeout_add (100, progress_timeout_cb, self);
  self->writing = g_cancellable_new ();
  task = g_task_new (self, self->writing, written_cb, NULL);
  g_task_set_source_tag (task, write_files);
  g_task_set_task_data (task, create_data (self, &options), (GDestroyNotify) write_data_free);
  g_task_run_in_thread (task, write_thread);
}

/* Where to */

static void
replace_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HipExportDialog) self = HIP_EXPORT_DIALOG (user_data);
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_str_equal (response, "replace") && self->session != NULL && self->writing == NULL)
    write_files (self);
}

/* What lies there may be somebody's own list of runs. */
static void
ask_to_replace (HipExportDialog *self)
{
  g_autofree char *folder = g_file_get_parse_name (self->place);
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

  if (folder == NULL || self->session == NULL || self->writing != NULL)
    return;
  g_set_object (&self->place, folder);
  if (hip_exporter_would_replace (folder))
    ask_to_replace (self);
  else
    write_files (self);
}

/* The chooser itself asks before a file is replaced. */
static void
zip_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HipExportDialog) self = HIP_EXPORT_DIALOG (user_data);
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file == NULL || self->session == NULL || self->writing != NULL)
    return;
  g_set_object (&self->place, file);
  write_files (self);
}

static void
choose_folder (HipExportDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Choose a Folder for the Files"));
  gtk_file_dialog_set_accept_label (dialog, _ ("_Export Here"));
  gtk_file_dialog_select_folder (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                                 folder_chosen_cb, g_object_ref (self));
}

static void
choose_zip (HipExportDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *day = hip_day_to_iso (hip_session_get_today (self->session));
  /* Translators: the name of a file; a date. */
  g_autofree char *name = g_strdup_printf (_ ("hiplog-%s.zip"), day);

  gtk_file_dialog_set_title (dialog, _ ("Save the Zip File"));
  gtk_file_dialog_set_accept_label (dialog, _ ("_Export"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                        zip_chosen_cb, g_object_ref (self));
}

static void
export_clicked_cb (HipExportDialog *self)
{
  HipExportOptions options;

  g_assert (HIP_IS_EXPORT_DIALOG (self));

  if (!read_options (self, &options, NULL))
    return;
  if (options.form == HIP_EXPORT_ZIP)
    choose_zip (self);
  else
    choose_folder (self);
}

static void
cancel_clicked_cb (HipExportDialog *self)
{
  g_assert (HIP_IS_EXPORT_DIALOG (self));

  if (self->writing != NULL)
    g_cancellable_cancel (self->writing);
  else
    adw_dialog_close (ADW_DIALOG (self));
}

/* Afterwards */

static void
not_shown (HipExportDialog *self, const GError *error)
{
  if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED)
      && self->session != NULL)
    show_error (self, _ ("No program could show it. Look for it in your file manager."));
}

static void
launched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HipExportDialog) self = HIP_EXPORT_DIALOG (user_data);
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (source), result, &error))
    not_shown (self, error);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HipExportDialog) self = HIP_EXPORT_DIALOG (user_data);
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_open_containing_folder_finish (GTK_FILE_LAUNCHER (source), result, &error))
    not_shown (self, error);
}

static void
show_clicked_cb (HipExportDialog *self)
{
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (self->place);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  g_assert (HIP_IS_EXPORT_DIALOG (self));

  if (adw_combo_row_get_selected (self->form_row) == 1)
    gtk_file_launcher_open_containing_folder (launcher, window, NULL, opened_cb,
                                              g_object_ref (self));
  else
    gtk_file_launcher_launch (launcher, window, NULL, launched_cb, g_object_ref (self));
}

/* Construction */

/* The task holds the dialog: closing it ends the task. */
static void
closed_cb (HipExportDialog *self)
{
  g_assert (HIP_IS_EXPORT_DIALOG (self));

  g_cancellable_cancel (self->writing);
}

static void
hip_export_dialog_dispose (GObject *object)
{
  HipExportDialog *self = HIP_EXPORT_DIALOG (object);

  g_clear_handle_id (&self->progress_timeout, g_source_remove);
  g_cancellable_cancel (self->writing);
  g_clear_object (&self->writing);
  g_clear_object (&self->place);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), HIP_TYPE_EXPORT_DIALOG);

  G_OBJECT_CLASS (hip_export_dialog_parent_class)->dispose (object);
}

static void
hip_export_dialog_class_init (HipExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hip_export_dialog_dispose;

  g_type_ensure (HIP_TYPE_PERIOD_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/HipLog/ui/hip-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HipExportDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, HipExportDialog, dialect_row);
  gtk_widget_class_bind_template_child (widget_class, HipExportDialog, done_page);
  gtk_widget_class_bind_template_child (widget_class, HipExportDialog, error_banner);
  gtk_widget_class_bind_template_child (widget_class, HipExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, HipExportDialog, form_row);
  gtk_widget_class_bind_template_child (widget_class, HipExportDialog, period_group);
  gtk_widget_class_bind_template_child (widget_class, HipExportDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, HipExportDialog, show_button);
  gtk_widget_class_bind_template_child (widget_class, HipExportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, HipExportDialog, summary_label);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_clicked_cb);
}

static void
hip_export_dialog_init (HipExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hip_export_dialog_new:
 * @session: the log
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
  hip_period_group_set_up (self->period_group, period_days, G_N_ELEMENTS (period_days), 0,
                           hip_history_get_first_day (hip_session_get_history (session)),
                           hip_session_get_today (session));
  changed_cb (self);

  return self;
}
