// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-format.h"

#include <string.h>

#include <glib/gi18n.h>

#include "hip-csv-format.h"
#include "hip-fit-reader.h"
#include "hip-gpx-reader.h"
#include "hip-tcx-reader.h"

#define HEAD_BYTES 4096
/* A gzipped file in a zip in a zip. */
#define MAX_NESTING 3

typedef gboolean (*DetectFunc) (const guint8 *head, gsize length);

/* Files with activities, known by how they begin. What is none of these is CSV. */
typedef struct
{
  DetectFunc detect;
  HipActivityReader read;
  HipTrust trust;
} ActivityFormat;

static const ActivityFormat activity_formats[] = {
  { hip_fit_reader_detect, hip_fit_reader_read, HIP_TRUST_FIT },
  { hip_tcx_reader_detect, hip_tcx_reader_read, HIP_TRUST_TCX },
  { hip_gpx_reader_detect, hip_gpx_reader_read, HIP_TRUST_GPX },
};

static gboolean
read_nested (HipImportSink *sink, GInputStream *stream, guint nesting, GError **error);

/* Of what is read, packed or not, and of what files are packed in. */
static const char *const endings[] = { "csv", "fit", "gpx", "tcx", NULL };
static const char *const all_endings[] = { "csv", "fit", "gpx", "gz", "tcx", "zip", NULL };

/**
 * hip_format_get_endings:
 *
 * Returns: (transfer none) (array zero-terminated=1): how names of files that are read may end,
 *   without the point; for choosing files. What is in a file decides how it is read.
 */
const char *const *
hip_format_get_endings (void)
{
  return all_endings;
}

/**
 * hip_format_has_known_name:
 * @name: a file's name or path
 *
 * Returns: whether it ends like those of files that are read
 */
gboolean
hip_format_has_known_name (const char *name)
{
  g_autofree char *lower = NULL;
  const char *base;
  const char *point;

  g_return_val_if_fail (name != NULL, FALSE);

  lower = g_ascii_strdown (name, -1);
  base = strrchr (lower, '/') != NULL ? strrchr (lower, '/') + 1 : lower;
  if (*base == '.' || strstr (lower, "__macosx/") != NULL)
    return FALSE;
  if (g_str_has_suffix (lower, ".zip"))
    return TRUE;
  if (g_str_has_suffix (lower, ".gz"))
    lower[strlen (lower) - 3] = '\0';
  point = strrchr (lower, '.');
  return point != NULL && g_strv_contains (endings, point + 1);
}

static gboolean
is_zip (const guint8 *head, gsize length)
{
  return length >= 4
         && (memcmp (head, "PK\3\4", 4) == 0 || memcmp (head, "PK\5\6", 4) == 0
             || memcmp (head, "PK\7\10", 4) == 0);
}

static gboolean
is_gzip (const guint8 *head, gsize length)
{
  return length >= 3 && head[0] == 0x1f && head[1] == 0x8b && head[2] == 8;
}

/* Watches keep files of all sorts, and whole exports have thousands of them. */
static void
reject_file (HipImportSink *sink, const GError *error)
{
  if (!sink->found || !g_error_matches (error, HIP_RECORD_ERROR, HIP_RECORD_ERROR_INVALID))
    hip_import_sink_reject (sink, 0, error->message);
}

static gboolean
propagate_cancel (GError *local_error, GError **error)
{
  if (!g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return FALSE;
  g_propagate_error (error, g_error_copy (local_error));
  return TRUE;
}

static gboolean
read_activities (HipImportSink *sink,
                 const ActivityFormat *format,
                 GInputStream *stream,
                 GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *remark = NULL;
  GPtrArray *activities = format->read (stream, &remark, sink->cancellable, &local_error);

  if (activities != NULL && hip_import_sink_is_full (sink, 0))
    g_ptr_array_unref (activities);
  else if (activities != NULL)
    {
      sink->plan->n_files++;
      hip_import_sink_add_activities (sink, format->trust, activities);
    }
  else if (propagate_cancel (local_error, error))
    return FALSE;
  else
    reject_file (sink, local_error);
  if (remark != NULL)
    hip_import_sink_remark (sink, 0, remark);
  hip_import_sink_count_row (sink);
  return TRUE;
}

static gboolean
read_table (HipImportSink *sink, GInputStream *stream, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (hip_csv_format_read (sink, stream, &local_error))
    return TRUE;
  if (propagate_cancel (local_error, error))
    return FALSE;
  hip_import_sink_reject (sink, 0, local_error->message);
  return TRUE;
}

/* The one file in a gzipped one has the other's name. */
static gboolean
read_gzip (HipImportSink *sink, GInputStream *stream, guint nesting, GError **error)
{
  g_autoptr (HipArchive) archive =
                hip_archive_new (stream, HIP_ARCHIVE_GZIP, &sink->budget, sink->cancellable);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GInputStream) unpacked = NULL;

  if (hip_archive_next (archive, &local_error) != NULL)
    {
      unpacked = hip_archive_open (archive);
      return read_nested (sink, unpacked, nesting + 1, error);
    }
  if (local_error != NULL && propagate_cancel (local_error, error))
    return FALSE;
  hip_import_sink_reject (sink, 0,
                          local_error != NULL ? local_error->message : _ ("The file is empty."));
  return TRUE;
}

static gboolean
read_zipped_file (HipImportSink *sink,
                  HipArchive *archive,
                  const char *name,
                  guint nesting,
                  GError **error)
{
  const char *file = sink->file;
  gboolean found = sink->found;
  g_autofree char *path = g_strdup_printf ("%s/%s", file, name);
  g_autoptr (GInputStream) stream = hip_archive_open (archive);
  gboolean read;

  sink->file = hip_import_entries_intern (sink->entries, path);
  sink->found = TRUE;
  read = read_nested (sink, stream, nesting + 1, error);
  sink->file = file;
  sink->found = found;
  return read;
}

/* How many files were of use, or said why not. */
static guint
count_answers (const HipImportPlan *plan)
{
  return plan->n_files + plan->rejected->len + plan->unknown_tables->len;
}

static gboolean
read_zip (HipImportSink *sink, GInputStream *stream, guint nesting, GError **error)
{
  g_autoptr (HipArchive) archive =
                hip_archive_new (stream, HIP_ARCHIVE_ZIP, &sink->budget, sink->cancellable);
  g_autoptr (GError) local_error = NULL;
  guint n_before = count_answers (sink->plan);
  const char *name;

  while ((name = hip_archive_next (archive, &local_error)) != NULL)
    if (hip_format_has_known_name (name) && !read_zipped_file (sink, archive, name, nesting, error))
      return FALSE;
  if (local_error != NULL && propagate_cancel (local_error, error))
    return FALSE;
  if (local_error != NULL)
    hip_import_sink_reject (sink, 0, local_error->message);
  else if (!sink->found && count_answers (sink->plan) == n_before)
    hip_import_sink_reject (sink, 0, _ ("There is no file in this archive that HipLog reads."));
  return TRUE;
}

static gboolean
read_by_head (HipImportSink *sink,
              GBufferedInputStream *stream,
              GInputStream *below,
              guint nesting,
              GError **error)
{
  gsize length;
  const guint8 *head = g_buffered_input_stream_peek_buffer (stream, &length);
  gboolean zip = is_zip (head, length);

  if (zip || is_gzip (head, length))
    {
      if (nesting >= MAX_NESTING)
        {
          hip_import_sink_reject (sink, 0, _ ("Archives are packed into each other too deeply."));
          return TRUE;
        }
      if (!zip)
        return read_gzip (sink, G_INPUT_STREAM (stream), nesting, error);
      /* Where it can be read from its end, without a buffer between. */
      if (G_IS_SEEKABLE (below)
          && g_seekable_seek (G_SEEKABLE (below), 0, G_SEEK_SET, sink->cancellable, NULL))
        return read_zip (sink, below, nesting, error);
      return read_zip (sink, G_INPUT_STREAM (stream), nesting, error);
    }
  for (guint i = 0; i < G_N_ELEMENTS (activity_formats); i++)
    if (activity_formats[i].detect (head, length))
      return read_activities (sink, &activity_formats[i], G_INPUT_STREAM (stream), error);
  return read_table (sink, G_INPUT_STREAM (stream), error);
}

/* As much of the beginning as there is. */
static gboolean
fill_head (GBufferedInputStream *stream, GCancellable *cancellable, GError **error)
{
  gssize n;

  do
    n = g_buffered_input_stream_fill (stream, -1, cancellable, error);
  while (n > 0 && g_buffered_input_stream_get_available (stream) < HEAD_BYTES);
  return n >= 0;
}

static gboolean
read_nested (HipImportSink *sink, GInputStream *stream, guint nesting, GError **error)
{
  g_autoptr (GInputStream) buffered = g_buffered_input_stream_new_sized (stream, HEAD_BYTES);
  g_autoptr (GError) local_error = NULL;

  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (buffered), FALSE);
  if (fill_head (G_BUFFERED_INPUT_STREAM (buffered), sink->cancellable, &local_error))
    return read_by_head (sink, G_BUFFERED_INPUT_STREAM (buffered), stream, nesting, error);
  if (propagate_cancel (local_error, error))
    return FALSE;
  hip_import_sink_reject (sink, 0, local_error->message);
  return TRUE;
}

/**
 * hip_format_read:
 * @sink: takes what is read
 * @stream: the file's bytes
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Reads a file, or all files in an archive, each known by how it begins.
 *
 * Returns: whether it was not cancelled
 */
gboolean
hip_format_read (HipImportSink *sink, GInputStream *stream, GError **error)
{
  g_return_val_if_fail (sink != NULL && G_IS_INPUT_STREAM (stream), FALSE);

  return read_nested (sink, stream, 0, error);
}
