// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-import-dialog.h"

#include <glib/gi18n.h>

#include "hip-column-mapping-page.h"
#include "hip-column-memory.h"
#include "hip-count-words.h"
#include "hip-earlier-imports.h"
#include "hip-format.h"
#include "hip-import-duplicates-page.h"
#include "hip-import-review.h"
#include "hip-importer.h"

/**
 * HipImportDialog:
 *
 * Import in four steps: choose, read (with progress and cancel), review before anything is
 * written, and a summary. Earlier imports can be taken back from here.
 */
struct _HipImportDialog
{
  AdwDialog parent_instance;

  /* Template Children */
  AdwNavigationView *navigation_view;
  AdwNavigationPage *first_page;
  GtkButton *cancel_button;
  GtkButton *import_button;
  AdwBanner *error_banner;
  GtkStack *stack;
  HipEarlierImports *earlier_imports;
  GtkLabel *busy_label;
  GtkProgressBar *progress_bar;
  HipImportReview *review;
  AdwStatusPage *done_page;

  /* Owned References */
  HipSession *session;
  GPtrArray *files;    /* (element-type GFile) (nullable) */
  GPtrArray *mappings; /* (element-type HipColumnMapping): of unknown tables */
  HipImportPlan *plan; /* (nullable) */
  GCancellable *cancellable;

  gboolean reads_again; /* the same files, and perhaps more */
  guint progress_timeout;
  gint progress; /* (atomic) thousandths, written by the reading thread */
};

G_DEFINE_FINAL_TYPE (HipImportDialog, hip_import_dialog, ADW_TYPE_DIALOG)

static void
show_error (HipImportDialog *self, const char *message)
{
  adw_banner_set_title (self->error_banner, message);
  adw_banner_set_revealed (self->error_banner, TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), message,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

/* Review */

static gboolean
has_change (HipImportDialog *self)
{
  return hip_change_get_n (self->plan->change) > 0;
}

static void
show_review (HipImportDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->import_button), TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button), has_change (self));
  adw_dialog_set_default_widget (ADW_DIALOG (self), GTK_WIDGET (self->import_button));
  gtk_stack_set_visible_child_name (self->stack, "review");
}

static void
decided_cb (HipImportDialog *self)
{
  g_assert (HIP_IS_IMPORT_DIALOG (self));

  hip_import_review_update (self->review);
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button), has_change (self));
}

static void
show_duplicates_cb (HipImportDialog *self, gboolean in_log)
{
  AdwNavigationPage *page;

  g_assert (HIP_IS_IMPORT_DIALOG (self));

  page = hip_import_duplicates_page_new (self->plan, in_log, hip_session_get_units (self->session));
  g_signal_connect_object (page, "changed", G_CALLBACK (decided_cb), self, G_CONNECT_SWAPPED);
  adw_navigation_view_push (self->navigation_view, page);
}

static void start_reading (HipImportDialog *self);

static void
mapped_cb (HipImportDialog *self, const HipColumnMapping *mapping)
{
  g_assert (HIP_IS_IMPORT_DIALOG (self));

  g_ptr_array_add (self->mappings, hip_column_mapping_copy (mapping));
  hip_column_memory_add (hip_session_get_settings (self->session), mapping);
  start_reading (self);
}

static void
map_table_cb (HipImportDialog *self, guint i)
{
  HipUnits units = hip_session_get_units (self->session);
  HipUnknownTable *table = g_ptr_array_index (self->plan->unknown_tables, i);
  HipColumnMappingPage *page;

  g_assert (HIP_IS_IMPORT_DIALOG (self));

  hip_column_memory_recall (hip_session_get_settings (self->session), table, units);
  page = hip_column_mapping_page_new (table, units, hip_session_get_today (self->session));
  g_signal_connect_object (page, "mapped", G_CALLBACK (mapped_cb), self, G_CONNECT_SWAPPED);
  adw_navigation_view_push (self->navigation_view, ADW_NAVIGATION_PAGE (page));
}

/* Reading */

typedef struct
{
  HipImportDialog *dialog; /* only its atomic progress is touched by the thread */
  GPtrArray *files;
  HipHistory *history;
  HipImportOptions options;
} ReadData;

static void
read_data_free (ReadData *data)
{
  g_ptr_array_unref (data->files);
  hip_history_unref (data->history);
  g_clear_pointer (&data->options.time_zone, g_time_zone_unref);
  g_ptr_array_unref (data->options.mappings);
  g_object_unref (data->dialog);
  g_free (data);
}

static void
read_progress_cb (double fraction, guint rows, gpointer user_data)
{
  HipImportDialog *self = user_data;

  g_atomic_int_set (&self->progress, (gint) (fraction * 1000));
}

static void
read_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  ReadData *data = task_data;
  GError *error = NULL;
  HipImportPlan *plan = hip_importer_read (data->files, &data->options, data->history,
                                           read_progress_cb, data->dialog, cancellable, &error);

  if (plan == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, plan, (GDestroyNotify) hip_import_plan_free);
}

static gboolean
progress_timeout_cb (gpointer data)
{
  HipImportDialog *self = HIP_IMPORT_DIALOG (data);

  gtk_progress_bar_set_fraction (self->progress_bar, g_atomic_int_get (&self->progress) / 1000.0);
  return G_SOURCE_CONTINUE;
}

static void
stop_progress (HipImportDialog *self)
{
  g_clear_handle_id (&self->progress_timeout, g_source_remove);
}

static void
show_busy (HipImportDialog *self, const char *text)
{
  gtk_label_set_label (self->busy_label, text);
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->import_button), FALSE);
  adw_navigation_view_pop_to_page (self->navigation_view, self->first_page);
  gtk_stack_set_visible_child_name (self->stack, "busy");
}

/* The review shows the new one before the old one goes. */
static void
replace_plan (HipImportDialog *self, HipImportPlan *plan)
{
  HipImportPlan *old = g_steal_pointer (&self->plan);

  if (old != NULL && self->reads_again)
    hip_import_plan_decide_like (plan, old);
  self->reads_again = TRUE;
  self->plan = plan;
  hip_import_review_show (self->review, plan);
  /* Pages on their way out still show the old one. */
  adw_navigation_view_replace (self->navigation_view, &self->first_page, 1);
  hip_import_plan_free (old);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HipImportDialog *self = HIP_IMPORT_DIALOG (source);
  g_autoptr (GError) error = NULL;
  HipImportPlan *plan = g_task_propagate_pointer (G_TASK (result), &error);

  /* Something else is read by now. */
  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    {
      g_clear_pointer (&plan, hip_import_plan_free);
      return;
    }
  stop_progress (self);
  if (plan == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "choose");
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_error (self, error->message);
      return;
    }
  replace_plan (self, plan);
  show_review (self);
}

static gpointer
copy_mapping (gconstpointer mapping, gpointer user_data)
{
  return hip_column_mapping_copy (mapping);
}

static void
start_reading (HipImportDialog *self)
{
  ReadData *data = g_new0 (ReadData, 1);
  g_autoptr (GTask) task = NULL;

  data->dialog = g_object_ref (self);
  data->files = g_ptr_array_ref (self->files);
  data->history = hip_history_ref (hip_session_get_history (self->session));
  hip_import_review_get_options (self->review, &data->options);
  data->options.offer_tables = TRUE;
  data->options.mappings = g_ptr_array_copy (self->mappings, copy_mapping, NULL);
  data->options.today = hip_session_get_today (self->session);

  adw_banner_set_revealed (self->error_banner, FALSE);
  gtk_button_set_label (self->cancel_button, _ ("_Cancel"));
  show_busy (self, _ ("Reading…"));
  self->progress = 0;
  stop_progress (self);
  self->progress_timeout = g_timeout_add (100, progress_timeout_cb, self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, read_cb, NULL);
  g_task_set_source_tag (task, start_reading);
  g_task_set_task_data (task, data, (GDestroyNotify) read_data_free);
  g_task_run_in_thread (task, read_thread);
}

static void
answers_changed_cb (HipImportDialog *self)
{
  g_assert (HIP_IS_IMPORT_DIALOG (self));

  if (self->files != NULL && self->session != NULL)
    start_reading (self);
}

/* Choosing */

static GPtrArray *
list_to_array (GListModel *files)
{
  GPtrArray *array = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    g_ptr_array_add (array, g_list_model_get_item (files, i));
  return array;
}

static void
files_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HipImportDialog) self = HIP_IMPORT_DIALOG (user_data);
  g_autoptr (GListModel) files =
                gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autoptr (GPtrArray) array = files ? list_to_array (files) : NULL;

  if (array != NULL)
    hip_import_dialog_add_files (self, array);
}

static void
folder_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HipImportDialog) self = HIP_IMPORT_DIALOG (user_data);
  GFile *folder = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autoptr (GPtrArray) array = g_ptr_array_new_with_free_func (g_object_unref);

  if (folder == NULL)
    return;
  g_ptr_array_add (array, folder);
  hip_import_dialog_add_files (self, array);
}

static GtkWindow *
get_window (HipImportDialog *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* By what their names end with; what is in a file decides how it is read. */
static GtkFileFilter *
create_filter (void)
{
  const char *const *endings = hip_format_get_endings ();
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Logs and activities"));
  for (guint i = 0; endings[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, endings[i]);
  return filter;
}

static void
files_clicked_cb (HipImportDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = create_filter ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  g_assert (HIP_IS_IMPORT_DIALOG (self));

  g_list_store_append (filters, filter);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_title (dialog, _ ("Choose Files to Import"));
  gtk_file_dialog_open_multiple (dialog, get_window (self), NULL, files_chosen_cb,
                                 g_object_ref (self));
}

static void
folder_clicked_cb (HipImportDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  g_assert (HIP_IS_IMPORT_DIALOG (self));

  gtk_file_dialog_set_title (dialog, _ ("Choose a Folder to Import"));
  gtk_file_dialog_select_folder (dialog, get_window (self), NULL, folder_chosen_cb,
                                 g_object_ref (self));
}

static gboolean
drop_cb (HipImportDialog *self, const GValue *value)
{
  GSList *files = g_value_get_boxed (value);
  g_autoptr (GPtrArray) array = g_ptr_array_new_with_free_func (g_object_unref);

  g_assert (HIP_IS_IMPORT_DIALOG (self));

  if (hip_session_is_busy (self->session))
    return FALSE;
  for (; files != NULL; files = files->next)
    g_ptr_array_add (array, g_object_ref (files->data));
  if (array->len > 0)
    hip_import_dialog_add_files (self, array);
  return array->len > 0;
}

/* Writing */

static gint64
find_last_import (HipImportDialog *self)
{
  HipHistory *history = hip_session_get_history (self->session);
  gint64 last = 0;

  for (guint i = 0; i < hip_history_get_n_imports (history); i++)
    last = MAX (last, hip_history_get_import (history, i)->rec.id);
  return last;
}

static void
take_back (HipImportDialog *self, gint64 import_id)
{
  g_autoptr (HipChange) change =
                hip_history_undo_import (hip_session_get_history (self->session), import_id);

  if (change != NULL)
    hip_session_apply (self->session, change);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
take_back_cb (HipImportDialog *self, gint64 import_id)
{
  g_assert (HIP_IS_IMPORT_DIALOG (self));

  take_back (self, import_id);
}

static char *
describe_done (HipImportDialog *self)
{
  g_autofree char *added = hip_count_words_list (self->plan->added);
  /* Translators: %s is a list such as “3 runs, 1 pair of shoes”. */
  g_autofree char *sentence =
      *added != '\0' ? g_strdup_printf (_ ("Added: %s."), added) : g_strdup ("");
  GString *text = g_string_new (sentence);

  if (self->plan->n_updated > 0)
    {
      g_autofree char *updated = g_strdup_printf (
          ngettext ("Changed: %u run that was in the log.",
                    "Changed: %u runs that were in the log.", self->plan->n_updated),
          self->plan->n_updated);

      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", updated);
    }
  return g_string_free_and_steal (text);
}

static void
show_done (HipImportDialog *self)
{
  g_autofree char *text = describe_done (self);
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_status_page_set_description (self->done_page, escaped);
  gtk_button_set_label (self->cancel_button, _ ("_Close"));
  gtk_stack_set_visible_child_name (self->stack, "done");
  gtk_widget_grab_focus (GTK_WIDGET (self->cancel_button));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
undo_clicked_cb (HipImportDialog *self)
{
  g_assert (HIP_IS_IMPORT_DIALOG (self));

  take_back (self, find_last_import (self));
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HipImportDialog) self = HIP_IMPORT_DIALOG (user_data);
  g_autoptr (GError) error = NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self->cancel_button), TRUE);
  stop_progress (self);
  if (hip_session_apply_finish (HIP_SESSION (source), result, &error))
    {
      show_done (self);
      return;
    }
  show_review (self);
  show_error (self, error->message);
}

static gboolean
pulse_cb (gpointer data)
{
  gtk_progress_bar_pulse (HIP_IMPORT_DIALOG (data)->progress_bar);
  return G_SOURCE_CONTINUE;
}

static void
import_clicked_cb (HipImportDialog *self)
{
  g_assert (HIP_IS_IMPORT_DIALOG (self));

  /* One transaction: it is over in a moment, and Undo takes it back whole. */
  show_busy (self, _ ("Saving…"));
  stop_progress (self);
  self->progress_timeout = g_timeout_add (100, pulse_cb, self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->cancel_button), FALSE);
  hip_session_apply_async (self->session, self->plan->change, imported_cb, g_object_ref (self));
}

static void
cancel_clicked_cb (HipImportDialog *self)
{
  const char *page = gtk_stack_get_visible_child_name (self->stack);

  g_assert (HIP_IS_IMPORT_DIALOG (self));

  if (g_str_equal (page, "busy"))
    g_cancellable_cancel (self->cancellable);
  else
    adw_dialog_close (ADW_DIALOG (self));
}

/* Construction */

static void
hip_import_dialog_dispose (GObject *object)
{
  HipImportDialog *self = HIP_IMPORT_DIALOG (object);

  stop_progress (self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_pointer (&self->mappings, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), HIP_TYPE_IMPORT_DIALOG);
  g_clear_pointer (&self->plan, hip_import_plan_free);

  G_OBJECT_CLASS (hip_import_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, HipImportDialog, busy_label);
  gtk_widget_class_bind_template_child (widget_class, HipImportDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, HipImportDialog, done_page);
  gtk_widget_class_bind_template_child (widget_class, HipImportDialog, earlier_imports);
  gtk_widget_class_bind_template_child (widget_class, HipImportDialog, error_banner);
  gtk_widget_class_bind_template_child (widget_class, HipImportDialog, first_page);
  gtk_widget_class_bind_template_child (widget_class, HipImportDialog, import_button);
  gtk_widget_class_bind_template_child (widget_class, HipImportDialog, navigation_view);
  gtk_widget_class_bind_template_child (widget_class, HipImportDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, HipImportDialog, review);
  gtk_widget_class_bind_template_child (widget_class, HipImportDialog, stack);
  gtk_widget_class_bind_template_callback (widget_class, answers_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, files_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, folder_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, map_table_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_duplicates_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_back_cb);
  gtk_widget_class_bind_template_callback (widget_class, undo_clicked_cb);
}

static void
hip_import_dialog_class_init (HipImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hip_import_dialog_dispose;

  g_type_ensure (HIP_TYPE_EARLIER_IMPORTS);
  g_type_ensure (HIP_TYPE_IMPORT_REVIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/HipLog/ui/hip-import-dialog.ui");
  bind_template (widget_class);
}

static void
hip_import_dialog_init (HipImportDialog *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->mappings = g_ptr_array_new_with_free_func ((GDestroyNotify) hip_column_mapping_free);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * hip_import_dialog_new:
 *
 * Returns: (transfer floating): a dialog that asks what to import
 */
HipImportDialog *
hip_import_dialog_new (HipSession *session)
{
  HipImportDialog *self;

  g_return_val_if_fail (HIP_IS_SESSION (session), NULL);

  self = g_object_new (HIP_TYPE_IMPORT_DIALOG, NULL);
  self->session = g_object_ref (session);
  hip_import_review_set_units (self->review, hip_session_get_units (session));
  hip_earlier_imports_show (self->earlier_imports, hip_session_get_history (session));

  return self;
}

/* What is being read or reviewed; what was imported is another import. */
static gboolean
has_pending_files (HipImportDialog *self)
{
  const char *page = gtk_stack_get_visible_child_name (self->stack);

  return self->files != NULL && (g_str_equal (page, "busy") || g_str_equal (page, "review"));
}

/**
 * hip_import_dialog_add_files:
 * @files: (element-type GFile): files and folders
 *
 * Reads @files off the main thread, together with those that are under review, and then shows what
 * was found.
 */
void
hip_import_dialog_add_files (HipImportDialog *self, GPtrArray *files)
{
  g_autoptr (GPtrArray) all = NULL;

  g_return_if_fail (HIP_IS_IMPORT_DIALOG (self));
  g_return_if_fail (files != NULL);

  if (self->session == NULL)
    return;
  all = g_ptr_array_new_with_free_func (g_object_unref);
  self->reads_again = has_pending_files (self);
  for (guint i = 0; self->reads_again && i < self->files->len; i++)
    g_ptr_array_add (all, g_object_ref (g_ptr_array_index (self->files, i)));
  for (guint i = 0; i < files->len; i++)
    g_ptr_array_add (all, g_object_ref (g_ptr_array_index (files, i)));
  g_clear_pointer (&self->files, g_ptr_array_unref);
  self->files = g_steal_pointer (&all);
  start_reading (self);
}
