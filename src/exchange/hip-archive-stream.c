// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-archive-stream.h"

/**
 * HipArchiveStream:
 *
 * The bytes of one file of an archive, which has to live as long.
 */
struct _HipArchiveStream
{
  GInputStream parent;

  HipArchiveStreamFunc read;
  gpointer owner;
};

G_DEFINE_FINAL_TYPE (HipArchiveStream, hip_archive_stream, G_TYPE_INPUT_STREAM)

static gssize
hip_archive_stream_read (GInputStream *stream,
                         void *buffer,
                         gsize count,
                         GCancellable *cancellable,
                         GError **error)
{
  HipArchiveStream *self = HIP_ARCHIVE_STREAM (stream);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return -1;
  return self->read (self->owner, buffer, count, error);
}

static void
hip_archive_stream_class_init (HipArchiveStreamClass *klass)
{
  G_INPUT_STREAM_CLASS (klass)->read_fn = hip_archive_stream_read;
}

static void
hip_archive_stream_init (HipArchiveStream *self)
{
}

/**
 * hip_archive_stream_new:
 * @read: gives the next bytes
 * @owner: for @read
 *
 * Returns: (transfer full): a stream of what @read gives
 */
GInputStream *
hip_archive_stream_new (HipArchiveStreamFunc read, gpointer owner)
{
  HipArchiveStream *self;

  g_return_val_if_fail (read != NULL, NULL);

  self = g_object_new (HIP_TYPE_ARCHIVE_STREAM, NULL);
  self->read = read;
  self->owner = owner;
  return G_INPUT_STREAM (self);
}
