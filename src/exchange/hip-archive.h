// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  HIP_ARCHIVE_ZIP,
  HIP_ARCHIVE_GZIP, /* one file without a name */
} HipArchiveKind;

/** HipArchiveBudget: how much was unpacked, in all archives that share it. */
typedef struct
{
  guint64 unpacked;
  guint entries;
} HipArchiveBudget;

#define HIP_ARCHIVE_MAX_BYTES       (G_GUINT64_CONSTANT (4) * 1024 * 1024 * 1024)
#define HIP_ARCHIVE_MAX_ENTRY_BYTES (512 * 1024 * 1024)
#define HIP_ARCHIVE_MAX_ENTRIES     200000
/* Activities shrink to a tenth or a thirtieth, not to less than this once they are of some size. */
#define HIP_ARCHIVE_MAX_RATIO   200
#define HIP_ARCHIVE_SMALL_BYTES (32 * 1024 * 1024)

/**
 * HipArchive:
 *
 * Reads the files in an archive one after the other. Nothing is written anywhere, whatever names
 * they have, and what unpacks to far more than it should is not unpacked.
 */
typedef struct _HipArchive HipArchive;

/* @budget outlives the archive. */
HipArchive *hip_archive_new (GInputStream *stream,
                             HipArchiveKind kind,
                             HipArchiveBudget *budget,
                             GCancellable *cancellable);
void hip_archive_free (HipArchive *self);
/* The name of the next file, harmless as a part of a path; NULL at the end, or with @error. */
const char *hip_archive_next (HipArchive *self, GError **error);
/* The bytes of that file, until the next one is asked for. (transfer full) */
GInputStream *hip_archive_open (HipArchive *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipArchive, hip_archive_free)

G_END_DECLS
