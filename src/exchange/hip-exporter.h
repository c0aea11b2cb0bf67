// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gio/gio.h>

#include "hip-csv-writer.h"
#include "hip-history.h"
#include "hip-limits.h"
#include "hip-log-csv.h"

G_BEGIN_DECLS

typedef enum
{
  HIP_EXPORT_FOLDER, /* of files */
  HIP_EXPORT_ZIP,    /* with the same files in it */
} HipExportForm;

/** HipExportOptions: what to write, and how. */
typedef struct
{
  HipDay from; /* the first day, %HIP_DAY_NONE for the log's */
  HipDay to;   /* the last day, %HIP_DAY_NONE for the log's */
  HipCsvDialect dialect;
  HipExportForm form;
} HipExportOptions;

/** HipExportedFile: one file that was written. */
typedef struct
{
  char *name; /* "runs.csv" */
  guint rows; /* without the header */
} HipExportedFile;

typedef void (*HipExportProgress) (double fraction, gpointer user_data);

/* @place: a folder, or the zip. @files: (out) (element-type HipExportedFile) (transfer container)
 * (optional). */
gboolean hip_exporter_write (HipHistory *history,
                             const HipLimits *limits,
                             const HipExportOptions *options,
                             GFile *place,
                             HipExportProgress progress,
                             gpointer user_data,
                             GCancellable *cancellable,
                             GPtrArray **files,
                             GError **error);

/* How many runs, shoes, … that would be. */
void hip_exporter_count (HipHistory *history,
                         const HipExportOptions *options,
                         guint n_rows[HIP_N_LOG_CSV_READABLE]);

/* Whether an export into @folder would take the place of files that are there. */
gboolean hip_exporter_would_replace (GFile *folder);

/* The spreadsheet dialect where a decimal comma would make spreadsheets misread the plain one. */
HipCsvDialect hip_exporter_get_suggested_dialect (void);

G_END_DECLS
