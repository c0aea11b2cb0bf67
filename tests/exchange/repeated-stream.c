// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "repeated-stream.h"

#include <string.h>
#include <unistd.h>

#define HIP_TYPE_REPEATED_STREAM (hip_repeated_stream_get_type ())
G_DECLARE_FINAL_TYPE (HipRepeatedStream, hip_repeated_stream, HIP, REPEATED_STREAM, GInputStream)

struct _HipRepeatedStream
{
  GInputStream parent;

  GBytes *now;   /* (owned) */
  GBytes *piece; /* (owned) */
  guint64 n;
  gsize pos;
  guint64 read;
};

G_DEFINE_FINAL_TYPE (HipRepeatedStream, hip_repeated_stream, G_TYPE_INPUT_STREAM)

static void
go_on (HipRepeatedStream *self)
{
  g_bytes_unref (self->now);
  self->now = g_bytes_ref (self->piece);
  self->pos = 0;
  self->n--;
}

static gssize
hip_repeated_stream_read (GInputStream *stream,
                          void *buffer,
                          gsize count,
                          GCancellable *cancellable,
                          GError **error)
{
  HipRepeatedStream *self = HIP_REPEATED_STREAM (stream);
  char *out = buffer;
  gsize done = 0;

  while (done < count)
    {
      gsize length;
      const char *bytes = g_bytes_get_data (self->now, &length);
      gsize n = MIN (length - self->pos, count - done);

      if (n > 0)
        memcpy (out + done, bytes + self->pos, n);
      self->pos += n;
      done += n;
      if (self->pos == length && self->n == 0)
        break;
      if (self->pos == length)
        go_on (self);
    }
  self->read += done;
  return (gssize) done;
}

static void
hip_repeated_stream_finalize (GObject *object)
{
  HipRepeatedStream *self = HIP_REPEATED_STREAM (object);

  g_bytes_unref (self->now);
  g_bytes_unref (self->piece);
  G_OBJECT_CLASS (hip_repeated_stream_parent_class)->finalize (object);
}

static void
hip_repeated_stream_class_init (HipRepeatedStreamClass *klass)
{
  G_INPUT_STREAM_CLASS (klass)->read_fn = hip_repeated_stream_read;
  G_OBJECT_CLASS (klass)->finalize = hip_repeated_stream_finalize;
}

static void
hip_repeated_stream_init (HipRepeatedStream *self)
{
}

GInputStream *
repeated_stream_new_bytes (GBytes *before, GBytes *piece, guint64 n)
{
  HipRepeatedStream *self = g_object_new (HIP_TYPE_REPEATED_STREAM, NULL);

  self->now = g_bytes_ref (before);
  self->piece = g_bytes_ref (piece);
  self->n = n;
  return G_INPUT_STREAM (self);
}

GInputStream *
repeated_stream_new (const char *before, const char *piece, guint64 n)
{
  g_autoptr(GBytes) first = g_bytes_new (before, strlen (before));
  g_autoptr(GBytes) rest = g_bytes_new (piece, strlen (piece));

  return repeated_stream_new_bytes (first, rest, n);
}

guint64
repeated_stream_get_read (GInputStream *stream)
{
  return HIP_REPEATED_STREAM (stream)->read;
}

guint64
repeated_stream_get_memory (void)
{
  g_autofree char *text = NULL;

#ifdef __SANITIZE_ADDRESS__
  return 0; /* it keeps what was freed */
#endif
  g_assert_true (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL));
  return g_ascii_strtoull (strchr (text, ' '), NULL, 10) * (guint64) sysconf (_SC_PAGESIZE);
}
