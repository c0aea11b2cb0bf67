// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <string.h>

#include <glib/gi18n.h>

#include "hip-archive-stream.h"
#include "hip-record.h"

#define BUFFER_BYTES (64 * 1024)

struct _HipArchive
{
  GInputStream *stream; /* (owned) */
  GCancellable *cancellable;
  HipArchiveBudget *budget;
  struct archive *archive;     /* (owned) */
  struct archive_entry *entry; /* (borrowed) (nullable) */
  GError *error;               /* (owned) (nullable): of the stream below */
  char *name;                  /* (owned) (nullable) */
  gboolean opened;
  gboolean outermost;
  guint64 packed;        /* bytes taken from the stream */
  guint64 packed_before; /* this file */
  guint64 unpacked;      /* of this file */
  guint8 buffer[BUFFER_BYTES];
};

static la_ssize_t
read_cb (struct archive *archive, void *data, const void **buffer)
{
  HipArchive *self = data;
  gssize n;

  g_clear_error (&self->error);
  n = g_input_stream_read (self->stream, self->buffer, BUFFER_BYTES, self->cancellable,
                           &self->error);
  if (n < 0)
    {
      archive_set_error (archive, EIO, "%s", self->error->message);
      return ARCHIVE_FATAL;
    }
  self->packed += (guint64) n;
  if (self->outermost)
    self->budget->packed += (guint64) n;
  *buffer = self->buffer;
  return n;
}

static la_int64_t
seek_cb (struct archive *archive, void *data, la_int64_t offset, int whence)
{
  HipArchive *self = data;
  GSeekType type = whence == SEEK_SET ? G_SEEK_SET : whence == SEEK_CUR ? G_SEEK_CUR : G_SEEK_END;

  if (!g_seekable_seek (G_SEEKABLE (self->stream), offset, type, self->cancellable, NULL))
    return ARCHIVE_FATAL;
  return g_seekable_tell (G_SEEKABLE (self->stream));
}

static void
support_kind (HipArchive *self, HipArchiveKind kind)
{
  if (kind == HIP_ARCHIVE_ZIP)
    {
      archive_read_support_format_zip (self->archive);
      return;
    }
  /* Once: gzip in gzip is our business, where what each unpacks to is counted. */
  archive_read_append_filter (self->archive, ARCHIVE_FILTER_GZIP);
  archive_read_support_format_raw (self->archive);
}

/**
 * hip_archive_new:
 * @stream: the archive's bytes; a reference is kept
 * @kind: what it is
 * @budget: what may be unpacked is counted there; outlives the archive
 * @cancellable: (nullable): stops reading; outlives the archive
 *
 * Starts reading an archive.
 *
 * Returns: (transfer full): the archive
 */
HipArchive *
hip_archive_new (GInputStream *stream,
                 HipArchiveKind kind,
                 HipArchiveBudget *budget,
                 GCancellable *cancellable)
{
  HipArchive *self;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream) && budget != NULL, NULL);

  self = g_new0 (HipArchive, 1);
  self->stream = g_object_ref (stream);
  self->budget = budget;
  self->outermost = budget->open++ == 0;
  self->cancellable = cancellable;
  self->archive = archive_read_new ();
  if (self->archive == NULL)
    g_error ("The archive reader cannot be set up");
  support_kind (self, kind);
  archive_read_set_read_callback (self->archive, read_cb);
  archive_read_set_callback_data (self->archive, self);
  /* The list of files is at the end of a zip; from where one cannot go back, it is done without. */
  if (kind == HIP_ARCHIVE_ZIP && G_IS_SEEKABLE (stream)
      && g_seekable_can_seek (G_SEEKABLE (stream)))
    archive_read_set_seek_callback (self->archive, seek_cb);
  return self;
}

/**
 * hip_archive_free:
 * @self: (nullable): an archive
 *
 * Frees it.
 */
void
hip_archive_free (HipArchive *self)
{
  if (self == NULL)
    return;

  self->budget->open--;
  archive_read_free (self->archive);
  g_object_unref (self->stream);
  g_clear_error (&self->error);
  g_free (self->name);
  g_free (self);
}

/* The error of the stream below says more than what the archive makes of it. */
static void
set_error (HipArchive *self, GError **error)
{
  if (self->error != NULL)
    g_propagate_error (error, g_steal_pointer (&self->error));
  else if (self->entry != NULL && archive_entry_is_data_encrypted (self->entry))
    g_set_error_literal (error, HIP_RECORD_ERROR, HIP_RECORD_ERROR_SYNTAX,
                         _ ("The archive is locked with a password. Unpack it and import what is "
                            "in it."));
  else
    g_set_error_literal (error, HIP_RECORD_ERROR, HIP_RECORD_ERROR_SYNTAX,
                         _ ("The archive is damaged here or cut off."));
}

static gboolean
is_bomb (const HipArchive *self)
{
  const HipArchiveBudget *budget = self->budget;
  guint64 packed = self->packed - self->packed_before + BUFFER_BYTES;

  return self->unpacked > HIP_ARCHIVE_MAX_ENTRY_BYTES
         || (self->unpacked > HIP_ARCHIVE_SMALL_BYTES
             && self->unpacked / HIP_ARCHIVE_MAX_RATIO > packed)
         || (budget->unpacked > HIP_ARCHIVE_SMALL_SUM
             && budget->unpacked / HIP_ARCHIVE_MAX_RATIO_OF_SUM > budget->packed);
}

static gssize
read_entry (gpointer owner, void *buffer, gsize count, GError **error)
{
  HipArchive *self = owner;
  la_ssize_t n;

  do
    n = archive_read_data (self->archive, buffer, count);
  while (n == ARCHIVE_RETRY);
  if (n < 0)
    {
      set_error (self, error);
      return -1;
    }
  self->unpacked += (guint64) n;
  self->budget->unpacked += (guint64) n;
  if (!is_bomb (self))
    return n;
  g_set_error_literal (error, HIP_RECORD_ERROR, HIP_RECORD_ERROR_SYNTAX,
                       _ ("This unpacks to far more than any activity needs, so it was not read "
                          "to its end."));
  return -1;
}

/* Only ever shown and compared: still, it is not to look like a way out of its folder. */
static char *
dup_harmless_name (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name != NULL ? name : "", -1);
  g_auto (GStrv) parts = NULL;
  GString *harmless = g_string_new (NULL);

  for (char *p = valid; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p))
      *p = '?';
    else if (*p == '\\')
      *p = '/';
  parts = g_strsplit (valid, "/", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0' && !g_str_equal (parts[i], ".") && !g_str_equal (parts[i], ".."))
      g_string_append_printf (harmless, "%s%s", harmless->len > 0 ? "/" : "", parts[i]);
  return g_string_free (harmless, FALSE);
}

static gboolean
open_archive (HipArchive *self, GError **error)
{
  if (self->opened)
    return TRUE;
  self->opened = TRUE;
  if (archive_read_open1 (self->archive) >= ARCHIVE_WARN)
    return TRUE;
  set_error (self, error);
  return FALSE;
}

static gboolean
count_entry (HipArchive *self, GError **error)
{
  if (++self->budget->entries <= HIP_ARCHIVE_MAX_ENTRIES)
    return TRUE;
  g_set_error (error, HIP_RECORD_ERROR, HIP_RECORD_ERROR_SYNTAX,
               _ ("There are more than %d files in it. Import it in parts."),
               HIP_ARCHIVE_MAX_ENTRIES);
  return FALSE;
}

static const char *
take_name (HipArchive *self)
{
  const char *name = archive_entry_pathname_utf8 (self->entry);

  if (name == NULL)
    name = archive_entry_pathname (self->entry);
  g_free (self->name);
  self->name = dup_harmless_name (name);
  self->unpacked = 0;
  self->packed_before = self->packed;
  return self->name;
}

/**
 * hip_archive_next:
 * @self: an archive
 * @error: return location for an error of the stream or of the archive
 *
 * Goes on to the next file in it; folders, links and the like are passed over.
 *
 * Returns: (transfer none) (nullable): its name, valid UTF-8 without ways up, or %NULL at the end
 *   or with @error
 */
const char *
hip_archive_next (HipArchive *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (!open_archive (self, error))
    return NULL;
  for (;;)
    {
      int result;

      if (g_cancellable_set_error_if_cancelled (self->cancellable, error)
          || !count_entry (self, error))
        return NULL;
      result = archive_read_next_header (self->archive, &self->entry);
      if (result == ARCHIVE_EOF)
        return NULL;
      if (result == ARCHIVE_RETRY)
        continue;
      if (result < ARCHIVE_WARN)
        {
          set_error (self, error);
          return NULL;
        }
      if (archive_entry_filetype (self->entry) == AE_IFREG)
        return take_name (self);
    }
}

/**
 * hip_archive_open:
 * @self: an archive at a file
 *
 * Returns: (transfer full): the file's bytes; the stream is not to be read once the next file was
 *   asked for or the archive freed
 */
GInputStream *
hip_archive_open (HipArchive *self)
{
  g_return_val_if_fail (self != NULL && self->entry != NULL, NULL);

  return hip_archive_stream_new (read_entry, self);
}
