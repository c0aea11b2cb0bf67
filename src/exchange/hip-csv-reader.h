// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define HIP_CSV_MAX_CELL_BYTES (1024 * 1024)
#define HIP_CSV_MAX_ROW_BYTES  (4 * 1024 * 1024)
#define HIP_CSV_MAX_CELLS      4096

/**
 * HipCsvRow:
 * @line: the physical line, from 1, on which the row begins
 * @n_cells: how many cells it has
 * @cells: (array length=n_cells): the cells, valid UTF-8
 * @reason: (nullable): why the row cannot be used, a translated phrase; then there are no cells
 *
 * One row of a CSV file. It belongs to the reader and lives until the next one is read.
 */
typedef struct
{
  guint line;
  guint n_cells;
  const char *const *cells;
  const char *reason;
} HipCsvRow;

typedef struct _HipCsvReader HipCsvReader;

HipCsvReader *hip_csv_reader_new (GInputStream *stream);
void hip_csv_reader_free (HipCsvReader *self);
/* The next row; NULL at the end (without @error) and on failure (with it). */
const HipCsvRow *
hip_csv_reader_next (HipCsvReader *self, GCancellable *cancellable, GError **error);
/* Bytes taken from the stream so far, for progress. */
guint64 hip_csv_reader_get_offset (HipCsvReader *self);

/* Without the quotation mark that the writer puts before what a spreadsheet would run. */
const char *hip_csv_unguard (const char *cell);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipCsvReader, hip_csv_reader_free)

G_END_DECLS
