// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Like GOutputStream's write. */
typedef gssize (*HipArchiveOutputFunc) (gpointer owner,
                                        const void *buffer,
                                        gsize count,
                                        GError **error);

#define HIP_TYPE_ARCHIVE_OUTPUT (hip_archive_output_get_type ())
G_DECLARE_FINAL_TYPE (HipArchiveOutput, hip_archive_output, HIP, ARCHIVE_OUTPUT, GOutputStream)

GOutputStream *hip_archive_output_new (HipArchiveOutputFunc write, gpointer owner);

G_END_DECLS
