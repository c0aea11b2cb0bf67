// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-export-target.h"

#include "hip-archive-writer.h"

/* A file that is not in its place yet. */
typedef struct
{
  GFile *part; /* (owned) */
  GFile *file; /* (owned) */
} Part;

struct _HipExportTarget
{
  GCancellable *cancellable;
  GPtrArray *parts; /* (owned) (element-type Part) */

  /* Of a folder */
  GFile *folder; /* (owned) (nullable) */
  gboolean made; /* by us */

  /* Of a zip */
  GOutputStream *stream;     /* (owned) (nullable) */
  HipArchiveWriter *archive; /* (owned) (nullable) */
};

static void
part_free (gpointer data)
{
  Part *part = data;

  g_object_unref (part->part);
  g_object_unref (part->file);
  g_free (part);
}

static HipExportTarget *
create_target (GCancellable *cancellable)
{
  HipExportTarget *self = g_new0 (HipExportTarget, 1);

  self->cancellable = cancellable;
  self->parts = g_ptr_array_new_with_free_func (part_free);
  return self;
}

/* (transfer full): the bytes of what is going to be @file */
static GOutputStream *
open_part (HipExportTarget *self, GFile *file, GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *part_name = g_strdup_printf (".%s.part", name);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  Part *part = g_new0 (Part, 1);

  part->file = g_object_ref (file);
  part->part = g_file_get_child (folder, part_name);
  g_ptr_array_add (self->parts, part);
  return G_OUTPUT_STREAM (
      g_file_replace (part->part, NULL, FALSE, G_FILE_CREATE_NONE, self->cancellable, error));
}

/**
 * hip_export_target_new_folder:
 * @folder: where the files go; made if missing
 * @cancellable: (nullable): stops writing; outlives the target
 * @error: return location for an I/O error
 *
 * Returns: (transfer full) (nullable): the folder, or %NULL with @error
 */
HipExportTarget *
hip_export_target_new_folder (GFile *folder, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  HipExportTarget *self;
  gboolean made;

  g_return_val_if_fail (G_IS_FILE (folder), NULL);

  made = g_file_make_directory_with_parents (folder, cancellable, &local_error);
  if (!made && !g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  self = create_target (cancellable);
  self->folder = g_object_ref (folder);
  self->made = made;
  return self;
}

/**
 * hip_export_target_new_zip:
 * @file: the zip; what is there is replaced once the new one is whole
 * @cancellable: (nullable): stops writing; outlives the target
 * @error: return location for an I/O error
 *
 * Returns: (transfer full) (nullable): the zip, or %NULL with @error
 */
HipExportTarget *
hip_export_target_new_zip (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (HipExportTarget) self = NULL;

  g_return_val_if_fail (G_IS_FILE (file) && g_file_has_parent (file, NULL), NULL);

  self = create_target (cancellable);
  self->stream = open_part (self, file, error);
  if (self->stream == NULL)
    return NULL;
  self->archive = hip_archive_writer_new (self->stream, cancellable);
  return g_steal_pointer (&self);
}

/* What stands in for a file that was never put in its place, and a folder made for nothing. */
static void
clean_up (HipExportTarget *self)
{
  for (guint i = 0; i < self->parts->len; i++)
    g_file_delete (((Part *) g_ptr_array_index (self->parts, i))->part, NULL, NULL);
  if (self->made)
    g_file_delete (self->folder, NULL, NULL);
}

/**
 * hip_export_target_free:
 * @self: (nullable): a target
 *
 * Frees it. Of what was not finished, nothing is left.
 */
void
hip_export_target_free (HipExportTarget *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->archive, hip_archive_writer_free);
  g_clear_object (&self->stream);
  clean_up (self);
  g_ptr_array_unref (self->parts);
  g_clear_object (&self->folder);
  g_free (self);
}

/**
 * hip_export_target_add:
 * @self: a target
 * @name: of the file
 * @error: return location for an I/O error
 *
 * Begins the next file.
 *
 * Returns: (transfer full) (nullable): where its bytes go, to be closed before another is begun;
 *   %NULL with @error
 */
GOutputStream *
hip_export_target_add (HipExportTarget *self, const char *name, GError **error)
{
  g_autoptr (GFile) file = NULL;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  if (self->archive != NULL)
    return hip_archive_writer_add (self->archive, name, error);
  file = g_file_get_child (self->folder, name);
  return open_part (self, file, error);
}

static gboolean
finish_zip (HipExportTarget *self, GError **error)
{
  return self->archive == NULL
         || (hip_archive_writer_finish (self->archive, error)
             && g_output_stream_close (self->stream, self->cancellable, error));
}

/**
 * hip_export_target_finish:
 * @self: a target whose files are closed
 * @error: return location for an I/O error
 *
 * Puts everything in its place.
 *
 * Returns: %FALSE when that was not possible
 */
gboolean
hip_export_target_finish (HipExportTarget *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!finish_zip (self, error) || g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  /* From here on it is not stopped: old files and new ones together would tell of no log. */
  while (self->parts->len > 0)
    {
      const Part *part = g_ptr_array_index (self->parts, 0);

      if (!g_file_move (part->part, part->file, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, error))
        return FALSE;
      self->made = FALSE;
      g_ptr_array_remove_index (self->parts, 0);
    }
  self->made = FALSE;
  return TRUE;
}
