// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-import-dialog.h"

#include <glib/gi18n.h>

#include "hip-importer.h"

/* More rows than anybody reads; the rest is counted. */
#define MAX_ROWS 100

/**
 * HipImportDialog:
 *
 * Import in three steps: choose, read (with progress and cancel), and review
 * before anything is written. Earlier imports can be taken back from here.
 */
struct _HipImportDialog
{
  AdwDialog parent_instance;

  /* Template Children */
  GtkButton *cancel_button;
  GtkButton *import_button;
  AdwBanner *error_banner;
  GtkStack *stack;
  AdwComboRow *unit_row;
  AdwPreferencesGroup *imports_group;
  GtkLabel *busy_label;
  GtkProgressBar *progress_bar;
  AdwActionRow *runs_row;
  AdwActionRow *shoes_row;
  AdwActionRow *pain_row;
  AdwActionRow *care_row;
  AdwActionRow *screenings_row;
  AdwPreferencesGroup *rest_group;
  AdwExpanderRow *duplicates_row;
  AdwSwitchRow *keep_row;
  AdwExpanderRow *sports_row;
  AdwExpanderRow *rejected_row;
  AdwExpanderRow *columns_row;

  /* Owned References */
  HipSession *session;
  GPtrArray *files;    /* (element-type GFile) (nullable) */
  HipImportPlan *plan; /* (nullable) */
  GCancellable *cancellable;
  GPtrArray *rows; /* (element-type GtkWidget): rows under the expanders, borrowed */

  guint progress_timeout;
  gint progress; /* (atomic) thousandths, written by the reading thread */
  gint n_rows;   /* (atomic) */
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

static char *
describe_run (HipImportDialog *self, const HipRun *run)
{
  g_autofree char *distance =
      hip_units_format_distance (hip_session_get_units (self->session), run->distance_m);

  return run->title != NULL ? g_strdup_printf ("%s · %s", distance, run->title)
                            : g_steal_pointer (&distance);
}

static char *
describe_pain (const HipPainDay *pain)
{
  const char *side = hip_vocabulary_get_label (hip_vocabulary_sides (), pain->side + 1);

  return g_strdup_printf ("%s · %d", side, pain->score);
}

static char *
describe_screening (const HipScreening *screening)
{
  /* Translators: all questions about red flags were answered with no. */
  return screening->yes == 0
             ? g_strdup (_ ("No red flag"))
             : hip_vocabulary_set_to_labels (hip_vocabulary_flags (), screening->yes);
}

/* What stands in a row of the log, and its day; a pair of shoes has none. */
static char *
describe_entry (HipImportDialog *self, HipRecord *record, HipDay *day)
{
  switch (record->kind)
    {
    case HIP_RECORD_RUN:
      *day = ((HipRun *) record)->date;
      return describe_run (self, (HipRun *) record);
    case HIP_RECORD_PAIN_DAY:
      *day = ((HipPainDay *) record)->date;
      return describe_pain ((HipPainDay *) record);
    case HIP_RECORD_CARE_ENTRY:
      *day = ((HipCareEntry *) record)->date;
      return g_strdup (
          hip_vocabulary_get_label (hip_vocabulary_care_kinds (), ((HipCareEntry *) record)->kind));
    case HIP_RECORD_SCREENING:
      *day = ((HipScreening *) record)->date;
      return describe_screening ((HipScreening *) record);
    case HIP_RECORD_SHOE:
      return g_strdup (((HipShoe *) record)->name);
    case HIP_RECORD_DISMISSAL:
    case HIP_RECORD_IMPORT:
    default:
      g_assert_not_reached ();
    }
}

static char *
describe_record (HipImportDialog *self, HipRecord *record)
{
  HipDay day = HIP_DAY_NONE;
  g_autofree char *text = describe_entry (self, record, &day);
  g_autofree char *date = NULL;

  if (day == HIP_DAY_NONE)
    return g_steal_pointer (&text);
  date = hip_day_format_short (day, hip_session_get_today (self->session));
  return g_strdup_printf ("%s · %s", date, text);
}

static void
add_detail (HipImportDialog *self, AdwExpanderRow *parent, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_expander_row_add_row (parent, row);
  g_ptr_array_add (self->rows, row);
}

/* Translators: a list was cut; %u is how many more there are */
static void
add_more (HipImportDialog *self, AdwExpanderRow *parent, guint n)
{
  g_autofree char *text = NULL;

  if (n <= MAX_ROWS)
    return;
  /* Translators: ends a list that was cut short. */
  text = g_strdup_printf (ngettext ("and %u more", "and %u more", n - MAX_ROWS), n - MAX_ROWS);
  add_detail (self, parent, text, NULL);
}

static void
paint_expander (AdwExpanderRow *row, guint n)
{
  g_autofree char *count = g_strdup_printf ("%u", n);

  adw_expander_row_set_subtitle (row, count);
  gtk_widget_set_visible (GTK_WIDGET (row), n > 0);
}

static void
paint_duplicates (HipImportDialog *self)
{
  GPtrArray *duplicates = self->plan->duplicates;

  for (guint i = 0; i < MIN (duplicates->len, MAX_ROWS); i++)
    {
      HipImportDuplicate *duplicate = g_ptr_array_index (duplicates, i);
      g_autofree char *title = describe_record (self, duplicate->record);
      g_autofree char *met = describe_record (self, duplicate->met);
      /* Translators: %1$s is a file, %2$u a line in it, %3$s the entry that is already there */
      g_autofree char *subtitle = g_strdup_printf (_ ("%1$s, line %2$u, is the same as %3$s"),
                                                   duplicate->file, duplicate->line, met);

      add_detail (self, self->duplicates_row, title, subtitle);
    }
  add_more (self, self->duplicates_row, duplicates->len);
  paint_expander (self->duplicates_row, duplicates->len);
  gtk_widget_set_visible (GTK_WIDGET (self->keep_row),
                          duplicates->len > 0 || adw_switch_row_get_active (self->keep_row));
}

static void
paint_rejected (HipImportDialog *self)
{
  GPtrArray *rejected = self->plan->rejected;

  for (guint i = 0; i < MIN (rejected->len, MAX_ROWS); i++)
    {
      HipImportReject *reject = g_ptr_array_index (rejected, i);
      g_autofree char *place =
          reject->line > 0
              /* Translators: a file, and a line in it */
              ? g_strdup_printf (_ ("%1$s, line %2$u"), reject->file, reject->line)
              : g_strdup (reject->file);

      add_detail (self, self->rejected_row, reject->reason, place);
    }
  add_more (self, self->rejected_row, rejected->len);
  paint_expander (self->rejected_row, rejected->len);
}

static void
paint_names (HipImportDialog *self, AdwExpanderRow *parent, GPtrArray *names, guint total)
{
  for (guint i = 0; i < MIN (names->len, MAX_ROWS); i++)
    {
      HipImportName *name = g_ptr_array_index (names, i);
      g_autofree char *count =
          /* Translators: runs, shoes and days of pain that an import has added. */
          g_strdup_printf (ngettext ("%u entry", "%u entries", name->count), name->count);

      add_detail (self, parent, name->name, name->file ? name->file : count);
    }
  add_more (self, parent, names->len);
  paint_expander (parent, total);
}

static void
paint_count (AdwActionRow *row, guint n)
{
  g_autofree char *text = g_strdup_printf ("%u", n);

  adw_action_row_set_subtitle (row, text);
  gtk_widget_add_css_class (GTK_WIDGET (row), "property");
  gtk_widget_set_visible (GTK_WIDGET (row), n > 0);
}

static void
clear_details (HipImportDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      GtkWidget *parent = gtk_widget_get_ancestor (row, ADW_TYPE_EXPANDER_ROW);

      adw_expander_row_remove (ADW_EXPANDER_ROW (parent), row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static void
paint_review (HipImportDialog *self)
{
  HipImportCounts added = self->plan->added;
  gboolean anything = hip_change_get_n (self->plan->change) > 0;

  clear_details (self);
  paint_count (self->runs_row, added.runs);
  paint_count (self->shoes_row, added.shoes);
  paint_count (self->pain_row, added.pain);
  paint_count (self->care_row, added.care);
  paint_count (self->screenings_row, added.screenings);
  gtk_widget_set_visible (GTK_WIDGET (self->runs_row), added.runs > 0 || !anything);
  paint_duplicates (self);
  paint_rejected (self);
  /* With nothing else to look at, the reasons are what the runner needs. */
  adw_expander_row_set_expanded (self->rejected_row, !anything && self->plan->rejected->len > 0);
  paint_names (self, self->sports_row, self->plan->sports, self->plan->n_other_sports);
  paint_names (self, self->columns_row, self->plan->unknown_columns,
               self->plan->unknown_columns->len);
  gtk_widget_set_visible (GTK_WIDGET (self->rest_group),
                          self->plan->duplicates->len > 0 || self->plan->rejected->len > 0
                              || self->plan->n_other_sports > 0
                              || self->plan->unknown_columns->len > 0
                              || adw_switch_row_get_active (self->keep_row));
  gtk_widget_set_visible (GTK_WIDGET (self->import_button), TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button), anything);
  adw_dialog_set_default_widget (ADW_DIALOG (self), GTK_WIDGET (self->import_button));
  gtk_stack_set_visible_child_name (self->stack, "review");
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
  g_object_unref (data->dialog);
  g_free (data);
}

static void
read_progress_cb (double fraction, guint rows, gpointer user_data)
{
  HipImportDialog *self = user_data;

  g_atomic_int_set (&self->progress, (gint) (fraction * 1000));
  g_atomic_int_set (&self->n_rows, (gint) rows);
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
  gtk_stack_set_visible_child_name (self->stack, "busy");
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HipImportDialog *self = HIP_IMPORT_DIALOG (source);
  g_autoptr (GError) error = NULL;
  HipImportPlan *plan = g_task_propagate_pointer (G_TASK (result), &error);

  stop_progress (self);
  if (plan == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "choose");
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_error (self, error->message);
      return;
    }
  g_clear_pointer (&self->plan, hip_import_plan_free);
  self->plan = plan;
  paint_review (self);
}

static void
start_reading (HipImportDialog *self)
{
  ReadData *data = g_new0 (ReadData, 1);
  g_autoptr (GTask) task = NULL;

  data->dialog = g_object_ref (self);
  data->files = g_ptr_array_ref (self->files);
  data->history = hip_history_ref (hip_session_get_history (self->session));
  data->options.distance_unit =
      adw_combo_row_get_selected (self->unit_row) == 1 ? HIP_UNITS_MI : HIP_UNITS_KM;
  data->options.keep_duplicates = adw_switch_row_get_active (self->keep_row);
  data->options.today = hip_session_get_today (self->session);

  adw_banner_set_revealed (self->error_banner, FALSE);
  show_busy (self, _ ("Reading…"));
  self->progress = 0;
  stop_progress (self);
  self->progress_timeout = g_timeout_add (100, progress_timeout_cb, self);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, read_cb, NULL);
  g_task_set_source_tag (task, start_reading);
  g_task_set_task_data (task, data, (GDestroyNotify) read_data_free);
  g_task_run_in_thread (task, read_thread);
}

static void
keep_changed_cb (HipImportDialog *self)
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
  static const char *const suffixes[] = { "csv", "fit", "gpx", "gz", "tcx", "zip" };
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Logs and activities"));
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
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

  for (; files != NULL; files = files->next)
    g_ptr_array_add (array, g_object_ref (files->data));
  if (array->len > 0)
    hip_import_dialog_add_files (self, array);
  return array->len > 0;
}

/* Writing */

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HipImportDialog) self = HIP_IMPORT_DIALOG (user_data);
  g_autoptr (GError) error = NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self->cancel_button), TRUE);
  stop_progress (self);
  if (hip_session_apply_finish (HIP_SESSION (source), result, &error))
    {
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }
  paint_review (self);
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

/* Earlier imports */

static void
take_back_clicked_cb (HipImportDialog *self, GtkWidget *button)
{
  gint64 *id = g_object_get_data (G_OBJECT (button), "import");
  g_autoptr (HipChange) change =
                hip_history_undo_import (hip_session_get_history (self->session), *id);

  g_assert (HIP_IS_IMPORT_DIALOG (self));

  if (change != NULL)
    hip_session_apply (self->session, change);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static char *
format_moment (gint64 unix_time)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (unix_time);

  return moment ? g_date_time_format (moment, "%x %X") : g_strdup ("");
}

static void
add_import_row (HipImportDialog *self, HipImport *import)
{
  g_autofree char *moment = format_moment (import->imported_at);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Take _Back"));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), import->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), moment);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "import",
                          g_memdup2 (&import->rec.id, sizeof import->rec.id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (take_back_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (self->imports_group, row);
}

static void
paint_imports (HipImportDialog *self)
{
  HipHistory *history = hip_session_get_history (self->session);
  guint n = hip_history_get_n_imports (history);

  for (guint i = n; i > 0; i--)
    add_import_row (self, hip_history_get_import (history, i - 1));
  gtk_widget_set_visible (GTK_WIDGET (self->imports_group), n > 0);
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
  g_clear_pointer (&self->plan, hip_import_plan_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), HIP_TYPE_IMPORT_DIALOG);

  G_OBJECT_CLASS (hip_import_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, HipImportDialog, busy_label);
  gtk_widget_class_bind_template_child (widget_class, HipImportDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, HipImportDialog, care_row);
  gtk_widget_class_bind_template_child (widget_class, HipImportDialog, columns_row);
  gtk_widget_class_bind_template_child (widget_class, HipImportDialog, duplicates_row);
  gtk_widget_class_bind_template_child (widget_class, HipImportDialog, error_banner);
  gtk_widget_class_bind_template_child (widget_class, HipImportDialog, import_button);
  gtk_widget_class_bind_template_child (widget_class, HipImportDialog, imports_group);
  gtk_widget_class_bind_template_child (widget_class, HipImportDialog, keep_row);
  gtk_widget_class_bind_template_child (widget_class, HipImportDialog, pain_row);
  gtk_widget_class_bind_template_child (widget_class, HipImportDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, HipImportDialog, rejected_row);
  gtk_widget_class_bind_template_child (widget_class, HipImportDialog, rest_group);
  gtk_widget_class_bind_template_child (widget_class, HipImportDialog, runs_row);
  gtk_widget_class_bind_template_child (widget_class, HipImportDialog, screenings_row);
  gtk_widget_class_bind_template_child (widget_class, HipImportDialog, shoes_row);
  gtk_widget_class_bind_template_child (widget_class, HipImportDialog, sports_row);
  gtk_widget_class_bind_template_child (widget_class, HipImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, HipImportDialog, unit_row);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, files_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, folder_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_changed_cb);
}

static void
hip_import_dialog_class_init (HipImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hip_import_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/HipLog/ui/hip-import-dialog.ui");
  bind_template (widget_class);
}

static void
hip_import_dialog_init (HipImportDialog *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
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
  adw_combo_row_set_selected (self->unit_row, hip_session_get_units (session) == HIP_UNITS_MI);
  paint_imports (self);

  return self;
}

/**
 * hip_import_dialog_add_files:
 * @files: (element-type GFile): files and folders
 *
 * Reads @files off the main thread and then shows what was found.
 */
void
hip_import_dialog_add_files (HipImportDialog *self, GPtrArray *files)
{
  g_return_if_fail (HIP_IS_IMPORT_DIALOG (self));
  g_return_if_fail (files != NULL);

  if (self->session == NULL)
    return;
  g_clear_pointer (&self->files, g_ptr_array_unref);
  self->files = g_ptr_array_ref (files);
  start_reading (self);
}
