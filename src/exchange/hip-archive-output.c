// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-archive-output.h"

/**
 * HipArchiveOutput:
 *
 * Where the bytes of one file go into an archive, which has to live as long.
 */
struct _HipArchiveOutput
{
  GOutputStream parent;

  HipArchiveOutputFunc write;
  gpointer owner;
};

G_DEFINE_FINAL_TYPE (HipArchiveOutput, hip_archive_output, G_TYPE_OUTPUT_STREAM)

static gssize
hip_archive_output_write (GOutputStream *stream,
                          const void *buffer,
                          gsize count,
                          GCancellable *cancellable,
                          GError **error)
{
  HipArchiveOutput *self = HIP_ARCHIVE_OUTPUT (stream);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return -1;
  return self->write (self->owner, buffer, count, error);
}

static void
hip_archive_output_class_init (HipArchiveOutputClass *klass)
{
  G_OUTPUT_STREAM_CLASS (klass)->write_fn = hip_archive_output_write;
}

static void
hip_archive_output_init (HipArchiveOutput *self)
{
}

/**
 * hip_archive_output_new:
 * @write: takes the next bytes
 * @owner: for @write
 *
 * Returns: (transfer full): a stream that gives @write what is written to it
 */
GOutputStream *
hip_archive_output_new (HipArchiveOutputFunc write, gpointer owner)
{
  HipArchiveOutput *self;

  g_return_val_if_fail (write != NULL, NULL);

  self = g_object_new (HIP_TYPE_ARCHIVE_OUTPUT, NULL);
  self->write = write;
  self->owner = owner;
  return G_OUTPUT_STREAM (self);
}
