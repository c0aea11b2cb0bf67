// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-exporter.h"

#include <langinfo.h>

#include <glib/gi18n.h>

#include "hip-derived-csv.h"
#include "hip-log-csv.h"
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
write_part (const Export *export,
            HipLogCsvKind kind,
            GFile *part,
            guint *n_rows,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (HipCsvWriter) writer = NULL;

  stream = g_file_replace (part, NULL, FALSE, G_FILE_CREATE_NONE, cancellable, error);
  if (stream == NULL)
    return FALSE;
  writer = hip_csv_writer_new (G_OUTPUT_STREAM (stream), export->dialect);
  return write_rows (export, kind, writer, n_rows, cancellable, error)
         && hip_csv_writer_flush (writer, cancellable, error)
         && g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error);
}

/* Written beside its place and then put there, so that nobody ever finds half a file. */
static gboolean
write_file (const Export *export,
            HipLogCsvKind kind,
            GFile *folder,
            guint *n_rows,
            GCancellable *cancellable,
            GError **error)
{
  const char *name = hip_log_csv_get_file_name (kind);
  g_autofree char *part_name = g_strdup_printf (".%s.part", name);
  g_autoptr (GFile) file = g_file_get_child (folder, name);
  g_autoptr (GFile) part = g_file_get_child (folder, part_name);

  if (write_part (export, kind, part, n_rows, cancellable, error)
      && g_file_move (part, file, G_FILE_COPY_OVERWRITE, cancellable, NULL, NULL, error))
    return TRUE;
  g_file_delete (part, NULL, NULL);
  g_prefix_error (error, "%s: ", name);
  return FALSE;
}

static gboolean
make_folder (GFile *folder, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (g_file_make_directory_with_parents (folder, cancellable, &local_error)
      || g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
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
             GFile *folder,
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

      if (!write_file (export, file_order[i], folder, &n_rows, cancellable, error))
        return FALSE;
      written = g_new (HipExportedFile, 1);
      *written = (HipExportedFile) { g_strdup (name), n_rows };
      g_ptr_array_add (files, written);
      if (progress != NULL)
        progress ((i + 1.0) / G_N_ELEMENTS (file_order), user_data);
    }
  return TRUE;
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

/**
 * hip_exporter_write:
 * @history: the log
 * @limits: the runner's settings, for weeks and warnings
 * @from: the first day, %HIP_DAY_NONE for the log's
 * @to: the last day, %HIP_DAY_NONE for the log's
 * @dialect: for programs or for spreadsheets
 * @folder: where to write; made if missing
 * @progress: (nullable) (scope call): called after each file
 * @user_data: for @progress
 * @cancellable: (nullable): stops writing; the file in the making is left as it was
 * @files: (out) (optional) (transfer container) (element-type HipExportedFile): what was written
 * @error: return location for a %G_IO_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Writes the whole log, or a stretch of it, as CSV files: runs, pain, shoes, care and red flags,
 * which an import gives back without loss, and what they tell: days, weeks and warnings. Each file
 * is whole or not there; other files of the folder are not touched. Takes long: not for the main
 * thread.
 *
 * Returns: %FALSE when one could not be written
 */
gboolean
hip_exporter_write (HipHistory *history,
                    const HipLimits *limits,
                    HipDay from,
                    HipDay to,
                    HipCsvDialect dialect,
                    GFile *folder,
                    HipExportProgress progress,
                    gpointer user_data,
                    GCancellable *cancellable,
                    GPtrArray **files,
                    GError **error)
{
  g_autoptr (GPtrArray) written = NULL;
  Export export = { .history = history, .limits = limits, .dialect = dialect };
  gboolean success;

  g_return_val_if_fail (history != NULL && limits != NULL, FALSE);
  g_return_val_if_fail (G_IS_FILE (folder), FALSE);

  choose_days (&export, from, to);
  if (!make_folder (folder, cancellable, error))
    return FALSE;

  export.warnings = hip_rules_replay (history, limits, export.from, export.to);
  /* The same log gives the same bytes, even after its records got other numbers. */
  g_ptr_array_sort (export.warnings, compare_warnings);
  written = g_ptr_array_new_with_free_func (exported_file_free);
  success = write_files (&export, folder, written, progress, user_data, cancellable, error);
  g_ptr_array_unref (export.warnings);
  if (success && files != NULL)
    *files = g_steal_pointer (&written);
  return success;
}

/**
 * hip_exporter_would_replace:
 * @folder: where to write; it may be missing
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
