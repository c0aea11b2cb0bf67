// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A stream that begins with @before and repeats @piece @n times: a file of any size, of which
 * nothing lies in memory. Both texts are kept by the caller. (transfer full) */
GInputStream *repeated_stream_new (const char *before, const char *piece, guint64 n);
/* The same with bytes. */
GInputStream *repeated_stream_new_bytes (GBytes *before, GBytes *piece, guint64 n);
guint64 repeated_stream_get_read (GInputStream *stream);
/* How much memory this program has, in bytes; 0 where that says nothing. */
guint64 repeated_stream_get_memory (void);

G_END_DECLS
