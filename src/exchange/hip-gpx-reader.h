// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-activity.h"

G_BEGIN_DECLS

/* Whether a file that begins like this is a GPX file. */
gboolean hip_gpx_reader_detect (const guint8 *head, gsize length);
/* A HipActivityReader. */
GPtrArray *hip_gpx_reader_read (GInputStream *stream,
                                char **remark,
                                GCancellable *cancellable,
                                GError **error);

G_END_DECLS
