// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-import-sink.h"

G_BEGIN_DECLS

typedef gboolean (*FuzzReadFunc) (HipImportSink *sink, GInputStream *stream, GError **error);

/* An import of one file into an empty log, all the way to the plan; and once more, with mappings,
 * where tables were offered. */
void fuzz_import (FuzzReadFunc read, const void *data, gsize size);

G_END_DECLS
