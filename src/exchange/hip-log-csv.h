// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-csv-reader.h"
#include "hip-csv-writer.h"
#include "hip-history.h"

G_BEGIN_DECLS

/** HipLogCsvKind: the files of the log. The first five are read back, the others are derived. */
typedef enum
{
  HIP_LOG_CSV_SHOES,
  HIP_LOG_CSV_RUNS,
  HIP_LOG_CSV_PAIN,
  HIP_LOG_CSV_CARE,
  HIP_LOG_CSV_RED_FLAGS,
  HIP_LOG_CSV_DAYS,
  HIP_LOG_CSV_WEEKS,
  HIP_LOG_CSV_WARNINGS,
} HipLogCsvKind;
#define HIP_N_LOG_CSV_READABLE 5
#define HIP_N_LOG_CSV_KINDS    8

const char *hip_log_csv_get_file_name (HipLogCsvKind kind); /* "runs.csv" */
/* Which of the files has this header; FALSE when it is none of ours. */
gboolean hip_log_csv_detect (const HipCsvRow *header, HipLogCsvKind *kind);

/** HipLogCsvColumns: a header of one of our own readable files, understood. */
typedef struct _HipLogCsvColumns HipLogCsvColumns;

HipLogCsvColumns *hip_log_csv_columns_new (HipLogCsvKind kind, const HipCsvRow *header);
void hip_log_csv_columns_free (HipLogCsvColumns *self);
/* Names in the header that mean nothing to us. */
const char *const *hip_log_csv_columns_get_unknown (const HipLogCsvColumns *self);
/* The record of a row, not validated; NULL with an error that says which cell is wrong.
 * @shoe_name: (out) (transfer full) (nullable): the pair a run names */
gpointer hip_log_csv_columns_read (const HipLogCsvColumns *self,
                                   const HipCsvRow *row,
                                   HipDay today,
                                   char **shoe_name,
                                   GError **error);

/* Writes header and rows of [from, to] of one of the readable files; shoes are written whole. */
gboolean hip_log_csv_write (HipLogCsvKind kind,
                            HipHistory *history,
                            HipDay from,
                            HipDay to,
                            HipCsvWriter *writer,
                            guint *n_rows,
                            GCancellable *cancellable,
                            GError **error);
/* How many rows that would be. */
guint hip_log_csv_count (HipLogCsvKind kind, HipHistory *history, HipDay from, HipDay to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipLogCsvColumns, hip_log_csv_columns_free)

G_END_DECLS
