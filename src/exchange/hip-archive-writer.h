// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HipArchiveWriter:
 *
 * Writes files into a zip, one after the other. The same files give the same bytes: none of them
 * has a date, an owner or anything else that would tell when, where and by whom it was written.
 */
typedef struct _HipArchiveWriter HipArchiveWriter;

HipArchiveWriter *hip_archive_writer_new (GOutputStream *stream, GCancellable *cancellable);
void hip_archive_writer_free (HipArchiveWriter *self);
/* Where the next file's bytes go, until the one after it is begun. (transfer full) */
GOutputStream *hip_archive_writer_add (HipArchiveWriter *self, const char *name, GError **error);
gboolean hip_archive_writer_finish (HipArchiveWriter *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipArchiveWriter, hip_archive_writer_free)

G_END_DECLS
