// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-report-dialog.h"

#include <glib/gi18n.h>

#include "hip-period-group.h"
#include "hip-report-pdf.h"
#include "hip-report-printer.h"

/**
 * HipReportDialog:
 *
 * Asks what a report for a physiotherapist is to cover, shows its pages, and saves or prints it.
 * Everything that takes longer than a frame is done off the main thread.
 */
struct _HipReportDialog
{
  AdwDialog parent_instance;

  /* Template Children */
  GtkButton *cancel_button;
  GtkButton *save_button;
  AdwBanner *error_banner;
  AdwToastOverlay *toast_overlay;
  GtkStack *stack;
  HipPeriodGroup *period_group;
  AdwEntryRow *name_row;
  AdwSwitchRow *days_row;
  GtkWidget *print_row;
  GtkStack *preview_stack;
  GtkBox *pages_box;
  GtkLabel *more_label;
  GtkProgressBar *progress_bar;

  /* Owned References */
  HipSession *session;
  HipReportLayout *layout; /* (nullable): what is shown, until something else is chosen */
  GCancellable *preview;   /* (nullable): the pages are being made */
  GCancellable *saving;    /* (nullable) */

  guint preview_timeout;
  guint progress_timeout;
  gint progress; /* (atomic) thousandths, written by the writing thread */
};

G_DEFINE_FINAL_TYPE (HipReportDialog, hip_report_dialog, ADW_TYPE_DIALOG)

/* A pause in typing, in milliseconds, after which the pages are made anew. */
#define PREVIEW_DELAY 200

/* So many pages are shown, each so many pixels wide. */
#define PREVIEW_PAGES 5
#define PREVIEW_WIDTH 960

/* The periods to choose from, and the one to begin with. */
static const int period_days[] = { 4 * 7, 12 * 7, 365, HIP_PERIOD_EVERYTHING };
#define SUGGESTED_PERIOD 1

/* What is asked for. */
typedef struct
{
  HipReportDialog *dialog; /* (owned): only its atomic progress is touched by the thread */
  HipHistory *history;     /* (owned) */
  HipLimits limits;
  HipDay from;
  HipDay to;
  HipDay today;
  char *name; /* (owned) */
  gboolean with_days;
  GFile *file; /* (owned) (nullable): where to save it */
} Request;

static void
request_free (Request *request)
{
  hip_history_unref (request->history);
  g_free (request->name);
  g_clear_object (&request->file);
  g_object_unref (request->dialog);
  g_free (request);
}

static HipReport *
create_report (const Request *request)
{
  return hip_report_new (request->history, &request->limits, request->from, request->to,
                         request->today, request->name);
}

/* What is chosen */

/* Not earlier than the log begins, unless the runner says so. */
static gboolean
read_period (HipReportDialog *self, Request *request, GError **error)
{
  HipDay first = hip_history_get_first_day (request->history);

  if (!hip_period_group_read (self->period_group, &request->from, &request->to, error))
    return FALSE;
  if (request->from == HIP_DAY_NONE)
    request->from = first;
  if (request->to != HIP_DAY_NONE)
    return TRUE;
  request->to = request->today;
  if (first != HIP_DAY_NONE)
    request->from = MAX (request->from, first);
  return TRUE;
}

/* (transfer full) (nullable): NULL, after saying so, when the dates are none. */
static Request *
create_request (HipReportDialog *self)
{
  Request *request = g_new0 (Request, 1);
  g_autoptr (GError) error = NULL;

  request->dialog = g_object_ref (self);
  request->history = hip_history_ref (hip_session_get_history (self->session));
  request->limits = *hip_session_get_limits (self->session);
  request->today = hip_session_get_today (self->session);
  request->name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row)));
  request->with_days = adw_switch_row_get_active (self->days_row);
  if (!read_period (self, request, &error))
    g_clear_pointer (&request, request_free);
  if (error != NULL)
    adw_banner_set_title (self->error_banner, error->message);
  adw_banner_set_revealed (self->error_banner, error != NULL);

  return request;
}

/* The preview */

typedef struct
{
  HipReportLayout *layout; /* (owned) */
  GPtrArray *pages;        /* (owned) (element-type GdkTexture) */
} Preview;

static void
preview_free (Preview *preview)
{
  hip_report_layout_unref (preview->layout);
  g_ptr_array_unref (preview->pages);
  g_free (preview);
}

static void
preview_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Request *request = task_data;
  g_autoptr (HipReport) report = create_report (request);
  HipReportLayout *layout;
  Preview *preview;
  GError *error = NULL;

  layout = hip_report_layout_new (report, hip_report_paper_from_locale (), request->with_days, NULL,
                                  NULL, cancellable, &error);
  if (layout == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  preview = g_new (Preview, 1);
  preview->layout = layout;
  preview->pages = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < MIN (hip_report_layout_get_n_pages (layout), PREVIEW_PAGES); i++)
    g_ptr_array_add (preview->pages, hip_report_printer_draw_page (layout, i, PREVIEW_WIDTH));
  g_task_return_pointer (task, preview, (GDestroyNotify) preview_free);
}

static void
clear_pages (HipReportDialog *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->pages_box))) != NULL)
    gtk_box_remove (self->pages_box, child);
}

static GtkWidget *
page_picture_new (GdkTexture *texture, guint page, guint n_pages)
{
  GtkWidget *picture = gtk_picture_new_for_paintable (GDK_PAINTABLE (texture));
  /* Translators: a page of how many. */
  g_autofree char *text = g_strdup_printf (_ ("Page %1$u of %2$u"), page + 1, n_pages);

  gtk_accessible_update_property (GTK_ACCESSIBLE (picture), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
  gtk_widget_add_css_class (picture, "card");
  gtk_widget_set_overflow (picture, GTK_OVERFLOW_HIDDEN);

  return picture;
}

static void
show_pages (HipReportDialog *self, const Preview *preview)
{
  guint n_pages = hip_report_layout_get_n_pages (preview->layout);
  guint n_more = n_pages - preview->pages->len;
  /* Translators: pages that are not shown. */
  g_autofree char *more =
      g_strdup_printf (ngettext ("and %u more page", "and %u more pages", n_more), n_more);

  clear_pages (self);
  for (guint i = 0; i < preview->pages->len; i++)
    gtk_box_append (self->pages_box,
                    page_picture_new (g_ptr_array_index (preview->pages, i), i, n_pages));
  gtk_label_set_label (self->more_label, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more_label), n_more > 0);
  gtk_stack_set_visible_child_name (self->preview_stack, "pages");
}

static void
set_ready (HipReportDialog *self, gboolean ready)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), ready);
  gtk_widget_set_sensitive (self->print_row, ready);
}

static void
previewed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HipReportDialog *self = HIP_REPORT_DIALOG (source);
  Preview *preview = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Cancelled: something else was chosen, or the dialog is closed. */
  if (preview == NULL)
    return;
  g_clear_object (&self->preview);
  self->layout = hip_report_layout_ref (preview->layout);
  show_pages (self, preview);
  set_ready (self, TRUE);
  preview_free (preview);
}

static void
stop_preview (HipReportDialog *self)
{
  g_clear_handle_id (&self->preview_timeout, g_source_remove);
  g_cancellable_cancel (self->preview);
  g_clear_object (&self->preview);
  g_clear_pointer (&self->layout, hip_report_layout_unref);
}

static void
start_preview (HipReportDialog *self)
{
  Request *request = create_request (self);
  g_autoptr (GTask) task = NULL;

  if (request == NULL)
    return;
  self->preview = g_cancellable_new ();
  task = g_task_new (self, self->preview, previewed_cb, NULL);
  g_task_set_source_tag (task, start_preview);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  g_task_run_in_thread (task, preview_thread);
}

static gboolean
preview_timeout_cb (gpointer data)
{
  HipReportDialog *self = HIP_REPORT_DIALOG (data);

  self->preview_timeout = 0;
  start_preview (self);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (HipReportDialog *self)
{
  g_assert (HIP_IS_REPORT_DIALOG (self));

  if (self->session == NULL)
    return;
  stop_preview (self);
  set_ready (self, FALSE);
  self->preview_timeout = g_timeout_add (PREVIEW_DELAY, preview_timeout_cb, self);
}

/* Saving */

static void
write_progress_cb (double fraction, gpointer user_data)
{
  g_atomic_int_set (&HIP_REPORT_DIALOG (user_data)->progress, (gint) (fraction * 1000));
}

static void
write_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Request *request = task_data;
  g_autoptr (HipReport) report = create_report (request);
  GError *error = NULL;

  if (hip_report_pdf_write (report, hip_report_paper_from_locale (), request->with_days,
                            request->file, write_progress_cb, request->dialog, cancellable, NULL,
                            &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static gboolean
progress_timeout_cb (gpointer data)
{
  HipReportDialog *self = HIP_REPORT_DIALOG (data);

  gtk_progress_bar_set_fraction (self->progress_bar, g_atomic_int_get (&self->progress) / 1000.0);

  return G_SOURCE_CONTINUE;
}

static void
open_clicked_cb (AdwToast *toast, gpointer data)
{
  GFile *file = g_object_get_data (G_OBJECT (toast), "file");
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (data))), NULL,
                            NULL, NULL);
}

static void
show_saved (HipReportDialog *self, GFile *file)
{
  g_autofree char *name = g_file_get_parse_name (file);
  /* Translators: the name of a file. */
  AdwToast *toast = adw_toast_new_format (_ ("Saved as %s"), name);

  g_object_set_data_full (G_OBJECT (toast), "file", g_object_ref (file), g_object_unref);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _ ("_Open"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (open_clicked_cb), self, 0);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HipReportDialog *self = HIP_REPORT_DIALOG (source);
  const Request *request = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->progress_timeout, g_source_remove);
  g_clear_object (&self->saving);
  gtk_stack_set_visible_child_name (self->stack, "options");
  gtk_widget_set_visible (GTK_WIDGET (self->save_button), TRUE);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      show_saved (self, request->file);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      adw_banner_set_title (self->error_banner, error->message);
      adw_banner_set_revealed (self->error_banner, TRUE);
    }
}

static void
write_report (HipReportDialog *self, GFile *file)
{
  Request *request = create_request (self);
  g_autoptr (GTask) task = NULL;

  if (request == NULL)
    return;
  request->file = g_object_ref (file);
  gtk_widget_set_visible (GTK_WIDGET (self->save_button), FALSE);
  gtk_stack_set_visible_child_name (self->stack, "busy");
  g_atomic_int_set (&self->progress, 0);
  self->progress_timeout = g_timeout_add (100, progress_timeout_cb, self);
  self->saving = g_cancellable_new ();
  task = g_task_new (self, self->saving, written_cb, NULL);
  g_task_set_source_tag (task, write_report);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  g_task_run_in_thread (task, write_thread);
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HipReportDialog) self = HIP_REPORT_DIALOG (user_data);
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL && self->session != NULL && self->saving == NULL)
    write_report (self, file);
}

static void
save_clicked_cb (HipReportDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *day = hip_day_to_iso (hip_session_get_today (self->session));
  /* Translators: the name of a file; a date. */
  g_autofree char *name = g_strdup_printf (_ ("hip-report-%s.pdf"), day);

  g_assert (HIP_IS_REPORT_DIALOG (self));

  gtk_file_dialog_set_title (dialog, _ ("Save the Report"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                        file_chosen_cb, g_object_ref (self));
}

/* Printing */

static void
printed_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, gpointer data)
{
  HipReportDialog *self = HIP_REPORT_DIALOG (data);
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  adw_banner_set_title (self->error_banner, error->message);
  adw_banner_set_revealed (self->error_banner, TRUE);
}

static void
print_clicked_cb (HipReportDialog *self)
{
  g_autoptr (GtkPrintOperation) operation = NULL;

  g_assert (HIP_IS_REPORT_DIALOG (self));

  if (self->layout == NULL)
    return;
  operation = hip_report_printer_new (self->layout);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (printed_cb), self, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL);
}

static void
cancel_clicked_cb (HipReportDialog *self)
{
  g_assert (HIP_IS_REPORT_DIALOG (self));

  if (self->saving != NULL)
    g_cancellable_cancel (self->saving);
  else
    adw_dialog_close (ADW_DIALOG (self));
}

/* Construction */

/* The tasks hold the dialog: closing it ends them. */
static void
closed_cb (HipReportDialog *self)
{
  stop_preview (self);
  g_cancellable_cancel (self->saving);
}

static void
hip_report_dialog_dispose (GObject *object)
{
  HipReportDialog *self = HIP_REPORT_DIALOG (object);

  stop_preview (self);
  g_clear_handle_id (&self->progress_timeout, g_source_remove);
  g_cancellable_cancel (self->saving);
  g_clear_object (&self->saving);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), HIP_TYPE_REPORT_DIALOG);

  G_OBJECT_CLASS (hip_report_dialog_parent_class)->dispose (object);
}

static void
hip_report_dialog_class_init (HipReportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hip_report_dialog_dispose;

  g_type_ensure (HIP_TYPE_PERIOD_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/HipLog/ui/hip-report-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HipReportDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, HipReportDialog, days_row);
  gtk_widget_class_bind_template_child (widget_class, HipReportDialog, error_banner);
  gtk_widget_class_bind_template_child (widget_class, HipReportDialog, more_label);
  gtk_widget_class_bind_template_child (widget_class, HipReportDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, HipReportDialog, pages_box);
  gtk_widget_class_bind_template_child (widget_class, HipReportDialog, period_group);
  gtk_widget_class_bind_template_child (widget_class, HipReportDialog, preview_stack);
  gtk_widget_class_bind_template_child (widget_class, HipReportDialog, print_row);
  gtk_widget_class_bind_template_child (widget_class, HipReportDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, HipReportDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, HipReportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, HipReportDialog, toast_overlay);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, print_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
}

static void
hip_report_dialog_init (HipReportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_ready (self, FALSE);
}

/**
 * hip_report_dialog_new:
 * @session: the log
 *
 * Returns: (transfer floating): a dialog that makes a report
 */
HipReportDialog *
hip_report_dialog_new (HipSession *session)
{
  HipReportDialog *self;

  g_return_val_if_fail (HIP_IS_SESSION (session), NULL);

  self = g_object_new (HIP_TYPE_REPORT_DIALOG, NULL);
  hip_period_group_set_up (self->period_group, period_days, G_N_ELEMENTS (period_days),
                           SUGGESTED_PERIOD,
                           hip_history_get_first_day (hip_session_get_history (session)),
                           hip_session_get_today (session));
  self->session = g_object_ref (session);
  start_preview (self);

  return self;
}
