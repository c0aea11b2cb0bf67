// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-import-sink.h"

G_BEGIN_DECLS

/* How names of files that are read end, without the point: "csv", …, NULL. */
const char *const *hip_format_get_endings (void);
/* Whether a file found in a folder or an archive may be one that is read, by its name. */
gboolean hip_format_has_known_name (const char *name);
/* Reads a file of any kind, known by how it begins, into @sink. FALSE with @error only when it was
 * cancelled: what else is wrong is a reject. */
gboolean hip_format_read (HipImportSink *sink, GInputStream *stream, GError **error);

G_END_DECLS
