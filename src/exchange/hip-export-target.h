// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HipExportTarget:
 *
 * Where several files go: into a folder, or into one zip. They are written beside their place and
 * put there together once all are whole, so that nobody ever finds half of them.
 */
typedef struct _HipExportTarget HipExportTarget;

HipExportTarget *
hip_export_target_new_folder (GFile *folder, GCancellable *cancellable, GError **error);
HipExportTarget *hip_export_target_new_zip (GFile *file, GCancellable *cancellable, GError **error);
void hip_export_target_free (HipExportTarget *self);

/* Where the next file's bytes go; to be closed before another is begun. (transfer full) */
GOutputStream *hip_export_target_add (HipExportTarget *self, const char *name, GError **error);
/* Puts everything in its place. */
gboolean hip_export_target_finish (HipExportTarget *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipExportTarget, hip_export_target_free)

G_END_DECLS
