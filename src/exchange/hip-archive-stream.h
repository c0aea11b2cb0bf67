// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Like GInputStream's read. */
typedef gssize (*HipArchiveStreamFunc) (gpointer owner, void *buffer, gsize count, GError **error);

#define HIP_TYPE_ARCHIVE_STREAM (hip_archive_stream_get_type ())
G_DECLARE_FINAL_TYPE (HipArchiveStream, hip_archive_stream, HIP, ARCHIVE_STREAM, GInputStream)

GInputStream *hip_archive_stream_new (HipArchiveStreamFunc read, gpointer owner);

G_END_DECLS
