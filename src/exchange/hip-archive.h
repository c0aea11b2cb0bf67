// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  HIP_ARCHIVE_ZIP,
  HIP_ARCHIVE_GZIP, /* one file without a name */
} HipArchiveKind;

/** HipArchiveBudget: how much was unpacked, in all archives that share it. Begins with zeros. */
typedef struct
{
  guint64 packed; /* bytes of those archives that are in no other */
  guint64 unpacked;
  guint entries;
  guint open; /* archives, each in the one before */
} HipArchiveBudget;

#define HIP_ARCHIVE_MAX_ENTRY_BYTES (512 * 1024 * 1024)
#define HIP_ARCHIVE_MAX_ENTRIES     200000
/* Activities shrink to a tenth or a thirtieth. A file that is this large must not unpack to more
 * than so many times its size; nor may all of them together. */
#define HIP_ARCHIVE_SMALL_BYTES      (32 * 1024 * 1024)
#define HIP_ARCHIVE_MAX_RATIO        200
#define HIP_ARCHIVE_SMALL_SUM        (G_GUINT64_CONSTANT (4) * 1024 * 1024 * 1024)
#define HIP_ARCHIVE_MAX_RATIO_OF_SUM 60

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
