// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-importer.h"

#include <stdlib.h>
#include <string.h>

#include <glib/gi18n.h>

#include "hip-format.h"
#include "hip-import-entries.h"
#include "hip-import-plan-private.h"
#include "hip-import-sink.h"
#include "hip-log-csv.h"
#include "hip-run-merge.h"

/* Folders in folders, and files in all of them. */
#define MAX_DEPTH   8
#define MAX_SOURCES 200000

#define FILE_ATTRIBUTES "standard::name,standard::type,standard::size"

/* A file to be read. */
typedef struct
{
  const char *label; /* as the caller named it, or below what it named; of the entries */
  GFile *file;       /* (owned) */
  goffset size;
  gboolean found; /* in a folder: may be something else */
} Source;

typedef struct
{
  HipImportSink sink;
  GPtrArray *sources;  /* (owned) (element-type Source) */
  GHashTable *visited; /* (owned): URIs of the files to be read */
  guint n_met;         /* files that may be read, those met before too */
} Importer;

static void
source_free (gpointer data)
{
  Source *source = data;

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
add_source (Importer *importer, const char *label, GFile *file, GFileInfo *info, gboolean found)
{
  char *identity = dup_identity (file);
  Source *source;

  importer->n_met++;
  if (!g_hash_table_add (importer->visited, identity))
    return;
  source = g_new (Source, 1);
  *source = (Source) { hip_import_entries_intern (importer->sink.entries, label),
                       g_object_ref (file), g_file_info_get_size (info), found };
  g_ptr_array_add (importer->sources, source);
  importer->sink.bytes_total += source->size;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (g_file_info_get_name (*(GFileInfo *const *) a),
                 g_file_info_get_name (*(GFileInfo *const *) b));
}

/* (element-type GFileInfo), in an order that does not depend on the disk; NULL with @error. */
static GPtrArray *
list_folder (Importer *importer, GFile *folder, GError **error)
{
  g_autoptr (GFileEnumerator) children = g_file_enumerate_children (
      folder, FILE_ATTRIBUTES, G_FILE_QUERY_INFO_NONE, importer->sink.cancellable, error);
  g_autoptr (GPtrArray) infos = g_ptr_array_new_with_free_func (g_object_unref);
  GFileInfo *info;

  if (children == NULL)
    return NULL;
  while (infos->len < MAX_SOURCES
         && (info = g_file_enumerator_next_file (children, importer->sink.cancellable, NULL)))
    g_ptr_array_add (infos, info);
  g_ptr_array_sort (infos, compare_names);
  return g_steal_pointer (&infos);
}

/* What is in a folder may be anything, but for our own names; and even these stand for something
 * else beside Strava's list. */
static gboolean
is_ours (const char *name)
{
  for (guint kind = 0; kind < HIP_N_LOG_CSV_READABLE; kind++)
    if (g_str_equal (name, hip_log_csv_get_file_name (kind)))
      return TRUE;
  return g_str_equal (name, "activities.csv");
}

static gboolean
has_file (GPtrArray *infos, const char *name)
{
  for (guint i = 0; i < infos->len; i++)
    if (g_str_equal (g_file_info_get_name (g_ptr_array_index (infos, i)), name))
      return TRUE;
  return FALSE;
}

static void add_folder (Importer *importer, const char *label, GFile *folder, guint depth);

static void
add_child (Importer *importer,
           const char *label,
           GFile *folder,
           GFileInfo *info,
           gboolean strava,
           guint depth)
{
  const char *name = g_file_info_get_name (info);
  g_autoptr (GFile) file = g_file_get_child (folder, name);
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autofree char *child_label = g_build_filename (label, valid, NULL);
  gboolean found = !is_ours (name) || (strava && !g_str_equal (name, "activities.csv"));

  if (*name == '.')
    return;
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    add_folder (importer, child_label, file, depth + 1);
  else if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR
           && hip_format_has_known_name (name) && importer->sources->len < MAX_SOURCES)
    add_source (importer, child_label, file, info, found);
}

static void
add_folder (Importer *importer, const char *label, GFile *folder, guint depth)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) infos = NULL;
  gboolean strava;

  /* Links may lead in circles. */
  if (depth > MAX_DEPTH || !g_hash_table_add (importer->visited, dup_identity (folder)))
    return;
  infos = list_folder (importer, folder, &error);
  if (infos == NULL)
    {
      hip_import_plan_add_reject (importer->sink.plan, label, 0, error->message);
      return;
    }
  strava = has_file (infos, "activities.csv");
  for (guint i = 0; i < infos->len; i++)
    add_child (importer, label, folder, g_ptr_array_index (infos, i), strava, depth);
}

static void
add_named_folder (Importer *importer, const char *label, GFile *folder)
{
  guint n = importer->n_met + importer->sink.plan->rejected->len;

  add_folder (importer, label, folder, 0);
  if (importer->n_met + importer->sink.plan->rejected->len == n)
    hip_import_plan_add_reject (importer->sink.plan, label, 0,
                                _ ("There is no file in this folder that HipLog reads."));
}

static void
add_file (Importer *importer, const char *label, GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info (file, FILE_ATTRIBUTES, G_FILE_QUERY_INFO_NONE,
                                                 importer->sink.cancellable, &error);

  if (info == NULL)
    hip_import_plan_add_reject (importer->sink.plan, label, 0, error->message);
  else if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    add_named_folder (importer, label, file);
  else
    add_source (importer, label, file, info, FALSE);
}

static gboolean
read_source (Importer *importer, const Source *source, GError **error)
{
  HipImportSink *sink = &importer->sink;
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  gboolean read = TRUE;

  sink->file = source->label;
  sink->found = source->found;
  sink->bytes_of_file = (guint64) source->size;
  stream = g_file_read (source->file, sink->cancellable, &local_error);
  if (stream != NULL)
    {
      sink->outermost = G_INPUT_STREAM (stream);
      read = hip_format_read (sink, G_INPUT_STREAM (stream), error);
      sink->outermost = NULL;
    }
  else if (!g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    hip_import_sink_reject (sink, 0, local_error->message);
  sink->bytes_before += sink->bytes_of_file;
  hip_import_sink_report_progress (sink);
  return read;
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
  HipImportSink *sink = &self->sink;

  sink->options = *options;
  if (options->today == HIP_DAY_NONE)
    sink->options.today = hip_day_today ();
  sink->zone =
      options->time_zone != NULL ? g_time_zone_ref (options->time_zone) : g_time_zone_new_local ();
  sink->plan = hip_import_plan_new ();
  sink->entries = hip_import_entries_new ();
  self->sources = g_ptr_array_new_with_free_func (source_free);
  self->visited = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
importer_clear (Importer *self)
{
  g_clear_pointer (&self->sink.entries, hip_import_entries_free);
  g_time_zone_unref (self->sink.zone);
  g_ptr_array_unref (self->sources);
  g_hash_table_unref (self->visited);
}

static gboolean
read_sources (Importer *importer, GError **error)
{
  for (guint i = 0; i < importer->sources->len; i++)
    if (!read_source (importer, g_ptr_array_index (importer->sources, i), error))
      return FALSE;
  return !g_cancellable_set_error_if_cancelled (importer->sink.cancellable, error);
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
  HipImportSink *sink = &importer->sink;

  importer_init (importer, options);
  for (guint i = 0; i < files->len; i++)
    add_file (importer, g_ptr_array_index (labels, i), g_ptr_array_index (files, i));
  if (read_sources (importer, error))
    {
      g_autofree char *name = dup_name (files);

      hip_run_merge_rows_and_files (sink->entries, &sink->options, sink->zone, sink->plan);
      hip_import_plan_complete (sink->plan, g_steal_pointer (&sink->entries), existing,
                                &sink->options, name);
    }
  else
    g_clear_pointer (&sink->plan, hip_import_plan_free);
  importer_clear (importer);
  return sink->plan;
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
 * Reads FIT, TCX and GPX files, the CSV files of Strava, Garmin and Runkeeper and our own, and
 * archives and folders of them, each known by how it begins, compares them with the log, and says
 * what importing them would do. Rows and files that cannot be used are listed and never stop the
 * rest; a file named twice is read once. Takes long: not for the main thread.
 *
 * A row and the file that it names are one run. Other runs that several files tell of are found
 * like duplicates; the one of the most trusted source stands (see [enum@Trust]) and takes what it
 * leaves open from the others.
 *
 * A row is a duplicate of a run of the log when both have the same id of the same source, start
 * within a minute, or overlap with distances within 2 %; without start times, when day, distance
 * and duration are equal. Every run of the log is met once. Rows of one file are not compared with
 * each other, except by id. Messages name a file by its name alone.
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
  Importer importer = {
    .sink = { .progress = progress, .user_data = user_data, .cancellable = cancellable },
  };
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
  Importer importer = {
    .sink = { .progress = progress, .user_data = user_data, .cancellable = cancellable },
  };
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
