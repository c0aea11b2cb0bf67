// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-importer.h"

#include <stdlib.h>

#include <glib/gi18n.h>

#include "hip-cell.h"
#include "hip-csv-reader.h"
#include "hip-import-entries.h"
#include "hip-import-plan-private.h"
#include "hip-log-csv.h"
#include "hip-strava.h"

#define ROWS_PER_PROGRESS 256

/* A file to be read. */
typedef struct
{
  char *label; /* as the caller named it */
  GFile *file;
  goffset size;
  gboolean optional; /* found in a folder: may be something else */
} Source;

typedef struct
{
  HipImportOptions options;
  GTimeZone *zone; /* (owned) */
  HipImportPlan *plan;
  HipImportEntries *entries; /* (owned) */
  GPtrArray *sources;        /* (owned) (element-type Source) */
  GHashTable *visited;       /* (owned): URIs of the files to be read */

  HipImportProgress progress;
  gpointer user_data;
  GCancellable *cancellable;
  guint64 bytes_before; /* of the files that are done */
  guint64 bytes_total;
  guint rows;
} Importer;

/* How the rows of one file are understood: by one of these. */
typedef struct
{
  HipStrava *strava;         /* (owned) (nullable) */
  HipLogCsvColumns *columns; /* (owned) (nullable) */
  gboolean derived;          /* one of ours that is not read back */
} Format;

static void
format_clear (Format *format)
{
  hip_strava_free (format->strava);
  hip_log_csv_columns_free (format->columns);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Format, format_clear)

static void
source_free (gpointer data)
{
  Source *source = data;

  g_free (source->label);
  g_object_unref (source->file);
  g_free (source);
}

/* The file under its one true name: a path may lead there over links and dots. */
static char *
dup_identity (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *real = path != NULL ? realpath (path, NULL) : NULL;

  return real != NULL ? g_strdup (real) : g_file_get_uri (file);
}

static void
add_source (Importer *importer, const char *label, GFile *file, GFileInfo *info, gboolean optional)
{
  char *identity = dup_identity (file);
  Source *source;

  if (!g_hash_table_add (importer->visited, identity))
    return;
  source = g_new (Source, 1);
  *source =
      (Source) { g_strdup (label), g_object_ref (file), g_file_info_get_size (info), optional };
  g_ptr_array_add (importer->sources, source);
  importer->bytes_total += source->size;
}

static GFileInfo *
query_info (Importer *importer, GFile *file, GError **error)
{
  return g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE, importer->cancellable, error);
}

static gboolean
add_child (Importer *importer,
           const char *label,
           GFile *folder,
           const char *name,
           gboolean optional)
{
  g_autoptr (GFile) file = g_file_get_child (folder, name);
  g_autoptr (GFileInfo) info = query_info (importer, file, NULL);
  g_autofree char *child_label = NULL;

  if (info == NULL || g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    return FALSE;
  child_label = g_build_filename (label, name, NULL);
  add_source (importer, child_label, file, info, optional);
  return TRUE;
}

/* Our own files, and Strava's list of activities. Its shoes.csv is not ours. */
static void
add_folder (Importer *importer, const char *label, GFile *folder)
{
  gboolean strava = add_child (importer, label, folder, "activities.csv", FALSE);
  gboolean found = strava;

  for (guint kind = 0; kind < HIP_N_LOG_CSV_READABLE; kind++)
    found |= add_child (importer, label, folder, hip_log_csv_get_file_name (kind), strava);
  if (!found)
    hip_import_plan_add_reject (importer->plan, label, 0,
                                _ ("There is no file in this folder that HipLog reads."));
}

static void
add_file (Importer *importer, const char *label, GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = query_info (importer, file, &error);

  if (info == NULL)
    hip_import_plan_add_reject (importer->plan, label, 0, error->message);
  else if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    add_folder (importer, label, file);
  else
    add_source (importer, label, file, info, FALSE);
}

static void
reject (Importer *importer, const Source *source, guint line, const char *reason)
{
  hip_import_plan_add_reject (importer->plan, source->label, line, reason);
}

static void
report_progress (Importer *importer, HipCsvReader *reader)
{
  guint64 done = importer->bytes_before + (reader != NULL ? hip_csv_reader_get_offset (reader) : 0);

  if (importer->progress != NULL)
    importer->progress (
        importer->bytes_total > 0 ? MIN ((double) done / (double) importer->bytes_total, 1.0) : 1.0,
        importer->rows, importer->user_data);
}

static void
report_unknown_columns (Importer *importer, const Source *source, const HipLogCsvColumns *columns)
{
  const char *const *names = hip_log_csv_columns_get_unknown (columns);

  for (guint i = 0; names[i] != NULL; i++)
    hip_import_plan_add_unknown_column (importer->plan, source->label, names[i]);
}

/* FALSE when the header is nobody's. */
static gboolean
understand_header (Importer *importer,
                   const Source *source,
                   const HipCsvRow *header,
                   Format *format)
{
  HipLogCsvKind kind;

  format->strava = hip_strava_new (header);
  if (format->strava != NULL)
    return TRUE;
  if (!hip_log_csv_detect (header, &kind))
    return FALSE;
  format->derived = kind >= HIP_N_LOG_CSV_READABLE;
  if (!format->derived)
    {
      format->columns = hip_log_csv_columns_new (kind, header);
      report_unknown_columns (importer, source, format->columns);
    }
  return TRUE;
}

/* Validates and keeps the record, which it takes. */
static void
add_record (Importer *importer,
            const Source *source,
            const HipCsvRow *row,
            gpointer record,
            const char *shoe)
{
  g_autoptr (GError) error = NULL;

  if (hip_record_validate (record, importer->options.today, &error))
    {
      hip_import_entries_add (importer->entries, source->label, row->line, record, shoe);
      return;
    }
  reject (importer, source, row->line, error->message);
  hip_record_unref (record);
}

static void
read_strava_row (Importer *importer,
                 const Source *source,
                 const HipStrava *strava,
                 const HipCsvRow *row)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *gear = NULL;
  g_autofree char *sport = NULL;
  HipRun *run = NULL;

  switch (hip_strava_read (strava, row, importer->options.distance_unit, importer->zone, &run,
                           &gear, &sport, &error))
    {
    case HIP_STRAVA_RUN:
      add_record (importer, source, row, run, gear);
      break;
    case HIP_STRAVA_OTHER_SPORT:
      hip_import_plan_add_sport (importer->plan, sport);
      break;
    case HIP_STRAVA_REJECTED:
      reject (importer, source, row->line, error->message);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
read_own_row (Importer *importer,
              const Source *source,
              const HipLogCsvColumns *columns,
              const HipCsvRow *row)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *shoe = NULL;
  gpointer record;

  record = hip_log_csv_columns_read (columns, row, importer->options.today, &shoe, &error);
  if (record != NULL)
    add_record (importer, source, row, record, shoe);
  else
    reject (importer, source, row->line, error->message);
}

/* Spreadsheets leave rows of nothing but separators behind. */
static gboolean
is_blank (const HipCsvRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    if (!hip_cell_is_empty (row->cells[i]))
      return FALSE;
  return TRUE;
}

static void
read_row (Importer *importer, const Source *source, const Format *format, const HipCsvRow *row)
{
  if (row->reason != NULL)
    reject (importer, source, row->line, row->reason);
  else if (is_blank (row))
    return;
  else if (format->strava != NULL)
    read_strava_row (importer, source, format->strava, row);
  else
    read_own_row (importer, source, format->columns, row);
  importer->rows++;
}

static void
read_rows (Importer *importer,
           const Source *source,
           const Format *format,
           HipCsvReader *reader,
           GError **error)
{
  const HipCsvRow *row;

  while ((row = hip_csv_reader_next (reader, importer->cancellable, error)) != NULL)
    {
      read_row (importer, source, format, row);
      if (importer->rows % ROWS_PER_PROGRESS == 0)
        report_progress (importer, reader);
    }
}

/* Reads header and rows; an I/O error half-way keeps what was read. */
static void
read_stream (Importer *importer, const Source *source, HipCsvReader *reader, GError **error)
{
  const HipCsvRow *header;
  g_auto (Format) format = { 0 };

  header = hip_csv_reader_next (reader, importer->cancellable, error);
  if (header == NULL)
    {
      if (*error == NULL)
        reject (importer, source, 0, _ ("The file is empty."));
      return;
    }
  if (header->reason != NULL)
    {
      reject (importer, source, header->line, header->reason);
      return;
    }
  if (!understand_header (importer, source, header, &format))
    {
      if (!source->optional)
        reject (importer, source, header->line,
                _ ("HipLog does not know this kind of file. It reads its own CSV files and "
                   "Strava’s activities.csv."));
      return;
    }
  if (format.derived)
    return;
  importer->plan->n_files++;
  read_rows (importer, source, &format, reader, error);
}

static gboolean
read_source (Importer *importer, const Source *source, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (HipCsvReader) reader = NULL;

  stream = g_file_read (source->file, importer->cancellable, &local_error);
  if (stream != NULL)
    {
      reader = hip_csv_reader_new (G_INPUT_STREAM (stream));
      read_stream (importer, source, reader, &local_error);
    }
  importer->bytes_before += source->size;
  report_progress (importer, NULL);
  if (local_error == NULL)
    return TRUE;
  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  reject (importer, source, 0, local_error->message);
  return TRUE;
}

static char *
dup_base_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return base != NULL ? g_utf8_make_valid (base, -1) : g_file_get_uri (file);
}

/* What the import is called in the log: the file, or the first of several. */
static char *
dup_name (GPtrArray *files)
{
  g_autofree char *name = NULL;

  if (files->len == 0)
    return g_strdup ("");
  name = dup_base_name (g_ptr_array_index (files, 0));
  if (files->len == 1)
    return g_steal_pointer (&name);
  /* Translators: the name of a file, then how many other files there are. */
  return g_strdup_printf (ngettext ("%1$s and %2$u more", "%1$s and %2$u more", files->len - 1),
                          name, files->len - 1);
}

static void
importer_init (Importer *self, const HipImportOptions *options)
{
  self->options = *options;
  if (options->today == HIP_DAY_NONE)
    self->options.today = hip_day_today ();
  self->zone =
      options->time_zone != NULL ? g_time_zone_ref (options->time_zone) : g_time_zone_new_local ();
  self->plan = hip_import_plan_new ();
  self->entries = hip_import_entries_new ();
  self->sources = g_ptr_array_new_with_free_func (source_free);
  self->visited = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
importer_clear (Importer *self)
{
  hip_import_entries_free (self->entries);
  g_time_zone_unref (self->zone);
  g_ptr_array_unref (self->sources);
  g_hash_table_unref (self->visited);
}

static gboolean
read_sources (Importer *importer, GError **error)
{
  for (guint i = 0; i < importer->sources->len; i++)
    if (!read_source (importer, g_ptr_array_index (importer->sources, i), error))
      return FALSE;
  return !g_cancellable_set_error_if_cancelled (importer->cancellable, error);
}

/* @labels: what messages call each of @files. */
static HipImportPlan *
import (Importer *importer,
        GPtrArray *files,
        GPtrArray *labels,
        const HipImportOptions *options,
        HipHistory *existing,
        GError **error)
{
  importer_init (importer, options);
  for (guint i = 0; i < files->len; i++)
    add_file (importer, g_ptr_array_index (labels, i), g_ptr_array_index (files, i));
  if (read_sources (importer, error))
    {
      g_autofree char *name = dup_name (files);

      hip_import_entries_resolve (importer->entries, existing, &importer->options, name,
                                  importer->plan);
    }
  else
    g_clear_pointer (&importer->plan, hip_import_plan_free);
  importer_clear (importer);
  return importer->plan;
}

/**
 * hip_importer_read:
 * @files: (element-type GFile): files and folders
 * @options: what the files do not tell
 * @existing: the log as it is
 * @progress: (nullable) (scope call): called on this thread
 * @user_data: for @progress
 * @cancellable: (nullable): stops reading
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Reads our own CSV files and Strava's activities.csv, each known by its header, compares them
 * with the log, and says what importing them would do. Rows and files that cannot be used are
 * listed and never stop the rest; a file named twice is read once. Takes long: not for the main
 * thread.
 *
 * A row is a duplicate of a run of the log when both have the same id of the same source, start
 * within a minute, or overlap with distances within 2 %; without start times, when day, distance
 * and duration are equal. Every run of the log is met once. Rows are not compared with each other,
 * except by id. Messages name a file by its name alone.
 *
 * Returns: (transfer full): the plan, or %NULL when cancelled
 */
HipImportPlan *
hip_importer_read (GPtrArray *files,
                   const HipImportOptions *options,
                   HipHistory *existing,
                   HipImportProgress progress,
                   gpointer user_data,
                   GCancellable *cancellable,
                   GError **error)
{
  Importer importer = { .progress = progress, .user_data = user_data, .cancellable = cancellable };
  g_autoptr (GPtrArray) labels = NULL;

  g_return_val_if_fail (files != NULL && options != NULL && existing != NULL, NULL);

  labels = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < files->len; i++)
    g_ptr_array_add (labels, dup_base_name (g_ptr_array_index (files, i)));
  return import (&importer, files, labels, options, existing, error);
}

/**
 * hip_importer_read_paths:
 * @paths: (array zero-terminated=1): files and folders: paths or URIs
 * @options: what the files do not tell
 * @existing: the log as it is
 * @progress: (nullable) (scope call): called on this thread
 * @user_data: for @progress
 * @cancellable: (nullable): stops reading
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Does what [func@importer_read] does. Messages name the files as @paths does, so that programs
 * find them again.
 *
 * Returns: (transfer full): the plan, or %NULL when cancelled
 */
HipImportPlan *
hip_importer_read_paths (const char *const *paths,
                         const HipImportOptions *options,
                         HipHistory *existing,
                         HipImportProgress progress,
                         gpointer user_data,
                         GCancellable *cancellable,
                         GError **error)
{
  Importer importer = { .progress = progress, .user_data = user_data, .cancellable = cancellable };
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GPtrArray) labels = NULL;

  g_return_val_if_fail (paths != NULL && options != NULL && existing != NULL, NULL);

  files = g_ptr_array_new_with_free_func (g_object_unref);
  labels = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_ptr_array_add (files, g_file_new_for_commandline_arg (paths[i]));
      g_ptr_array_add (labels, g_strdup (paths[i]));
    }
  return import (&importer, files, labels, options, existing, error);
}
