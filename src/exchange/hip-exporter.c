// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-exporter.h"

#include <langinfo.h>

#include <glib/gi18n.h>

#include "hip-derived-csv.h"
#include "hip-export-target.h"
#include "hip-rules.h"

/* What every file of one export needs. */
typedef struct
{
  HipHistory *history;
  const HipLimits *limits;
  GPtrArray *warnings; /* (owned) */
  HipDay from;         /* of what is derived */
  HipDay to;
  HipDay log_from; /* of the log itself, in which answers may be older than what begins it */
  HipDay log_to;
  HipCsvDialect dialect;
} Export;

/* The order in which the files are written and reported. */
static const HipLogCsvKind file_order[HIP_N_LOG_CSV_KINDS] = {
  HIP_LOG_CSV_RUNS, HIP_LOG_CSV_PAIN,  HIP_LOG_CSV_SHOES,    HIP_LOG_CSV_CARE,
  HIP_LOG_CSV_DAYS, HIP_LOG_CSV_WEEKS, HIP_LOG_CSV_WARNINGS, HIP_LOG_CSV_RED_FLAGS,
};

static void
exported_file_free (gpointer data)
{
  HipExportedFile *file = data;

  g_free (file->name);
  g_free (file);
}

static gboolean
write_rows (const Export *export,
            HipLogCsvKind kind,
            HipCsvWriter *writer,
            guint *n_rows,
            GCancellable *cancellable,
            GError **error)
{
  switch (kind)
    {
    case HIP_LOG_CSV_DAYS:
      return hip_derived_csv_write_days (export->history, export->warnings, export->from,
                                         export->to, writer, n_rows, cancellable, error);
    case HIP_LOG_CSV_WEEKS:
      return hip_derived_csv_write_weeks (export->history, export->limits, export->warnings,
                                          export->from, export->to, writer, n_rows, cancellable,
                                          error);
    case HIP_LOG_CSV_WARNINGS:
      return hip_derived_csv_write_warnings (export->warnings, export->limits->units, writer,
                                             n_rows, cancellable, error);
    case HIP_LOG_CSV_SHOES:
    case HIP_LOG_CSV_RUNS:
    case HIP_LOG_CSV_PAIN:
    case HIP_LOG_CSV_CARE:
    case HIP_LOG_CSV_RED_FLAGS:
      return hip_log_csv_write (kind, export->history, export->log_from, export->log_to, writer,
                                n_rows, cancellable, error);
    default:
      g_assert_not_reached ();
    }
}

static gboolean
write_file (const Export *export,
            HipLogCsvKind kind,
            HipExportTarget *target,
            guint *n_rows,
            GCancellable *cancellable,
            GError **error)
{
  const char *name = hip_log_csv_get_file_name (kind);
  g_autoptr (GOutputStream) stream = hip_export_target_add (target, name, error);
  g_autoptr (HipCsvWriter) writer = NULL;

  if (stream == NULL)
    return FALSE;
  writer = hip_csv_writer_new (stream, export->dialect);
  return write_rows (export, kind, writer, n_rows, cancellable, error)
         && hip_csv_writer_flush (writer, cancellable, error)
         && g_output_stream_close (stream, cancellable, error);
}

#define COMPARE(a, b)                                                                              \
  if ((a) != (b))                                                                                  \
  return (a) < (b) ? -1 : 1

static int
compare_runs (const HipRun *a, const HipRun *b)
{
  COMPARE (a->start_s, b->start_s);
  COMPARE (a->distance_m, b->distance_m);
  COMPARE (a->duration_s, b->duration_s);
  return 0;
}

static int
compare_pain (const HipPainDay *a, const HipPainDay *b)
{
  COMPARE (a->side, b->side);
  return 0;
}

/* What tells two warnings of a kind and day apart, whatever numbers the records happen to have. */
static int
compare_entries (const HipWarning *a, const HipWarning *b)
{
  HipRecord *first = hip_warning_get_n_entries (a) > 0 ? hip_warning_get_entry (a, 0) : NULL;
  HipRecord *second = hip_warning_get_n_entries (b) > 0 ? hip_warning_get_entry (b, 0) : NULL;

  if (first == NULL || second == NULL || first->kind != second->kind)
    return 0;
  if (first->kind == HIP_RECORD_RUN)
    return compare_runs ((HipRun *) first, (HipRun *) second);
  if (first->kind == HIP_RECORD_PAIN_DAY)
    return compare_pain ((HipPainDay *) first, (HipPainDay *) second);
  if (first->kind == HIP_RECORD_SHOE)
    return g_strcmp0 (((HipShoe *) first)->name, ((HipShoe *) second)->name);
  return 0;
}

static int
compare_warnings (gconstpointer a, gconstpointer b)
{
  const HipWarning *first = *(HipWarning *const *) a;
  const HipWarning *second = *(HipWarning *const *) b;

  COMPARE (hip_warning_get_date (first), hip_warning_get_date (second));
  COMPARE (hip_warning_get_rule (first), hip_warning_get_rule (second));
  return compare_entries (first, second);
}

static gboolean
write_files (const Export *export,
             HipExportTarget *target,
             GPtrArray *files,
             HipExportProgress progress,
             gpointer user_data,
             GCancellable *cancellable,
             GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (file_order); i++)
    {
      const char *name = hip_log_csv_get_file_name (file_order[i]);
      HipExportedFile *written;
      guint n_rows = 0;

      if (!write_file (export, file_order[i], target, &n_rows, cancellable, error))
        return FALSE;
      written = g_new (HipExportedFile, 1);
      *written = (HipExportedFile) { g_strdup (name), n_rows };
      g_ptr_array_add (files, written);
      if (progress != NULL)
        progress ((i + 1.0) / G_N_ELEMENTS (file_order), user_data);
    }
  return hip_export_target_finish (target, error);
}

static void
choose_days (Export *export, HipDay from, HipDay to)
{
  export->log_from = from;
  export->log_to = to != HIP_DAY_NONE ? to : G_MAXINT32;
  export->from = from != HIP_DAY_NONE ? from : hip_history_get_first_day (export->history);
  export->to = to != HIP_DAY_NONE ? to : hip_history_get_last_day (export->history);
  /* An empty log has no days: an empty stretch gives files with a header alone. */
  if (export->from == HIP_DAY_NONE || export->to == HIP_DAY_NONE)
    {
      export->from = 1;
      export->to = 0;
    }
}

/* What to do about what the system says of a place; %NULL where it says it best itself. */
static char *
dup_advice (const GError *error, const char *name)
{
  if (error->domain != G_IO_ERROR)
    return NULL;
  switch (error->code)
    {
    case G_IO_ERROR_NO_SPACE:
      /* Translators: the name of a file or folder. */
      return g_strdup_printf (_ ("There is no room left for %s. Make some, or choose another "
                                 "place."),
                              name);
    case G_IO_ERROR_PERMISSION_DENIED:
    case G_IO_ERROR_READ_ONLY:
      /* Translators: the name of a file or folder. */
      return g_strdup_printf (_ ("You may not write to %s. Choose a folder of your own."), name);
    case G_IO_ERROR_IS_DIRECTORY:
    case G_IO_ERROR_NOT_DIRECTORY:
    case G_IO_ERROR_WOULD_MERGE:
      /* Translators: the name of a file or folder. */
      return g_strdup_printf (_ ("Something else is in the place of %s. Choose another name."),
                              name);
    case G_IO_ERROR_NOT_FOUND:
      /* Translators: the name of a file or folder. */
      return g_strdup_printf (_ ("The folder for %s is not there. Choose another."), name);
    default:
      return NULL;
    }
}

static void
say_what_to_do (GFile *place, GError *error)
{
  g_autofree char *name = g_file_get_parse_name (place);
  char *advice = dup_advice (error, name);

  if (advice == NULL)
    return;
  g_free (error->message);
  error->message = advice;
}

static gboolean
write_export (const Export *export,
              HipExportForm form,
              GFile *place,
              GPtrArray *files,
              HipExportProgress progress,
              gpointer user_data,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (HipExportTarget) target = NULL;

  target = form == HIP_EXPORT_ZIP ? hip_export_target_new_zip (place, cancellable, error)
                                  : hip_export_target_new_folder (place, cancellable, error);
  return target != NULL
         && write_files (export, target, files, progress, user_data, cancellable, error);
}

/**
 * hip_exporter_write:
 * @history: the log
 * @limits: the runner's settings, for weeks and warnings
 * @options: what of it, and how
 * @place: where to write: a folder, made if missing, or the zip file
 * @progress: (nullable) (scope call): called after each file
 * @user_data: for @progress
 * @cancellable: (nullable): stops writing; @place is left as it was
 * @files: (out) (optional) (transfer container) (element-type HipExportedFile): what was written
 * @error: return location for a %G_IO_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Writes the whole log, or a stretch of it, as CSV files: runs, pain, shoes, care and red flags,
 * which an import gives back without loss, and what they tell: days, weeks and warnings. They are
 * put in their place once all of them are whole; other files of a folder are not touched. The same
 * log gives the same bytes, of a zip too. Takes long: not for the main thread.
 *
 * Returns: %FALSE when one could not be written
 */
gboolean
hip_exporter_write (HipHistory *history,
                    const HipLimits *limits,
                    const HipExportOptions *options,
                    GFile *place,
                    HipExportProgress progress,
                    gpointer user_data,
                    GCancellable *cancellable,
                    GPtrArray **files,
                    GError **error)
{
  g_autoptr (GPtrArray) written = NULL;
  g_autoptr (GError) local_error = NULL;
  Export export = { .history = history, .limits = limits };

  g_return_val_if_fail (history != NULL && limits != NULL && options != NULL, FALSE);
  g_return_val_if_fail (G_IS_FILE (place), FALSE);

  export.dialect = options->dialect;
  choose_days (&export, options->from, options->to);
  export.warnings = hip_rules_replay (history, limits, export.from, export.to);
  /* The same log gives the same bytes, even after its records got other numbers. */
  g_ptr_array_sort (export.warnings, compare_warnings);
  written = g_ptr_array_new_with_free_func (exported_file_free);
  write_export (&export, options->form, place, written, progress, user_data, cancellable,
                &local_error);
  g_ptr_array_unref (export.warnings);
  if (local_error != NULL)
    {
      say_what_to_do (place, local_error);
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (files != NULL)
    *files = g_steal_pointer (&written);
  return TRUE;
}

/**
 * hip_exporter_count:
 * @history: the log
 * @options: what of it
 * @n_rows: (out caller-allocates) (array fixed-size=5): by #HipLogCsvKind
 *
 * Counts what hip_exporter_write() would write of the log itself: quick enough for every choice of
 * a dialog.
 */
void
hip_exporter_count (HipHistory *history,
                    const HipExportOptions *options,
                    guint n_rows[HIP_N_LOG_CSV_READABLE])
{
  Export export = { .history = history };

  g_return_if_fail (history != NULL && options != NULL && n_rows != NULL);

  choose_days (&export, options->from, options->to);
  for (guint kind = 0; kind < HIP_N_LOG_CSV_READABLE; kind++)
    n_rows[kind] = hip_log_csv_count (kind, history, export.log_from, export.log_to);
}

/**
 * hip_exporter_would_replace:
 * @folder: where to write files; it may be missing
 *
 * Returns: whether files in @folder, whoever made them, have names that hip_exporter_write() writes
 */
gboolean
hip_exporter_would_replace (GFile *folder)
{
  g_return_val_if_fail (G_IS_FILE (folder), FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (file_order); i++)
    {
      g_autoptr (GFile) file = g_file_get_child (folder, hip_log_csv_get_file_name (file_order[i]));

      if (g_file_query_exists (file, NULL))
        return TRUE;
    }
  return FALSE;
}

/**
 * hip_exporter_get_suggested_dialect:
 *
 * Where numbers have a decimal comma, spreadsheets take a comma between cells for one in a number.
 *
 * Returns: the dialect to offer first
 */
HipCsvDialect
hip_exporter_get_suggested_dialect (void)
{
  return g_str_equal (nl_langinfo (RADIXCHAR), ",") ? HIP_CSV_SPREADSHEET : HIP_CSV_PLAIN;
}
