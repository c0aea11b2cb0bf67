// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-archive-writer.h"

#include <archive.h>
#include <archive_entry.h>

#include <glib/gi18n.h>

#include "hip-archive-output.h"

struct _HipArchiveWriter
{
  GOutputStream *stream; /* (owned) */
  GCancellable *cancellable;
  struct archive *archive; /* (owned) */
  GError *error;           /* (owned) (nullable): of the stream below */
  gboolean finished;
  gboolean abandoned; /* what is still to come is of no use */
};

/* After an error, the rest goes nowhere: an archive that is told of it does not free everything. */
static la_ssize_t
write_cb (struct archive *archive, void *data, const void *buffer, size_t length)
{
  HipArchiveWriter *self = data;

  if (self->error == NULL && !self->abandoned)
    g_output_stream_write_all (self->stream, buffer, length, NULL, self->cancellable, &self->error);
  return (la_ssize_t) length;
}

/* Sizes are not known before; files are far from those that only the newer form can hold, which
 * not every program reads. The last block is not filled up, for a zip ends with its list. */
static void
set_up (HipArchiveWriter *self)
{
  if (archive_write_set_format_zip (self->archive) != ARCHIVE_OK
      || archive_write_set_options (self->archive, "zip:!zip64") != ARCHIVE_OK
      || archive_write_set_bytes_in_last_block (self->archive, 1) != ARCHIVE_OK
      || archive_write_open2 (self->archive, self, NULL, write_cb, NULL, NULL) != ARCHIVE_OK)
    g_error ("The archive writer cannot be set up: %s", archive_error_string (self->archive));
}

/**
 * hip_archive_writer_new:
 * @stream: where the zip goes; a reference is kept, and it is not closed
 * @cancellable: (nullable): stops writing; outlives the writer
 *
 * Begins a zip.
 *
 * Returns: (transfer full): the writer
 */
HipArchiveWriter *
hip_archive_writer_new (GOutputStream *stream, GCancellable *cancellable)
{
  HipArchiveWriter *self;

  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), NULL);

  self = g_new0 (HipArchiveWriter, 1);
  self->stream = g_object_ref (stream);
  self->cancellable = cancellable;
  self->archive = archive_write_new ();
  if (self->archive == NULL)
    g_error ("The archive writer cannot be set up");
  set_up (self);
  return self;
}

/**
 * hip_archive_writer_free:
 * @self: (nullable): a writer
 *
 * Frees it. A zip that was not finished is not whole.
 */
void
hip_archive_writer_free (HipArchiveWriter *self)
{
  if (self == NULL)
    return;

  /* Freeing finishes what is not finished. */
  self->abandoned = TRUE;
  archive_write_free (self->archive);
  g_object_unref (self->stream);
  g_clear_error (&self->error);
  g_free (self);
}

/* The error of the stream below says more than what the archive makes of it. */
static gboolean
check (HipArchiveWriter *self, la_ssize_t result, GError **error)
{
  if (self->error == NULL && result >= ARCHIVE_OK)
    return TRUE;
  if (self->error != NULL)
    g_propagate_error (error, g_error_copy (self->error));
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The zip file cannot be written: %s"),
                 archive_error_string (self->archive));
  return FALSE;
}

static gssize
write_entry (gpointer owner, const void *buffer, gsize count, GError **error)
{
  HipArchiveWriter *self = owner;
  la_ssize_t n = archive_write_data (self->archive, buffer, count);

  return check (self, n, error) ? n : -1;
}

/**
 * hip_archive_writer_add:
 * @self: a writer
 * @name: the file's name in the zip
 * @error: return location for an I/O error
 *
 * Begins the next file.
 *
 * Returns: (transfer full) (nullable): where its bytes go; not to be written to once another file
 *   was begun or the writer freed. %NULL with @error
 */
GOutputStream *
hip_archive_writer_add (HipArchiveWriter *self, const char *name, GError **error)
{
  struct archive_entry *entry;
  int result;

  g_return_val_if_fail (self != NULL && !self->finished, NULL);
  g_return_val_if_fail (name != NULL && *name != '\0', NULL);

  /* A date is written as the clocks of the place show it, so the same log would make another zip
   * elsewhere: there is none, which reads as the first day that a zip knows, 1 January 1980. */
  entry = archive_entry_new ();
  archive_entry_set_pathname_utf8 (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  result = archive_write_header (self->archive, entry);
  archive_entry_free (entry);
  return check (self, result, error) ? hip_archive_output_new (write_entry, self) : NULL;
}

/**
 * hip_archive_writer_finish:
 * @self: a writer
 * @error: return location for an I/O error
 *
 * Writes the list of files, which makes it a zip.
 *
 * Returns: %FALSE when it could not be written
 */
gboolean
hip_archive_writer_finish (HipArchiveWriter *self, GError **error)
{
  g_return_val_if_fail (self != NULL && !self->finished, FALSE);

  self->finished = TRUE;
  return check (self, archive_write_close (self->archive), error);
}
