// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-column-mapping.h"
#include "hip-column-signs.h"
#include "hip-units.h"

G_BEGIN_DECLS

/* So many rows are kept to be shown, and so many are looked at. */
#define HIP_UNKNOWN_TABLE_SAMPLES 20
#define HIP_UNKNOWN_TABLE_ROWS    2000

/**
 * HipUnknownTable:
 * @file: how messages call the file
 * @header: (array zero-terminated=1): the names of its columns, shortened
 * @n_columns: how many these are
 * @rows: (element-type GStrv): the first rows, each with as many cells as there are columns,
 *   shortened to what can be shown
 * @signs: (array length=n_columns): what the values of each column show
 * @n_rows: how many rows were looked at
 * @guess: what the columns may be; it may be not valid yet
 *
 * A table that no program is known to write, for somebody to say what is in it.
 */
typedef struct
{
  char *file;
  char **header;
  guint n_columns;
  GPtrArray *rows;
  HipColumnSigns *signs;
  guint n_rows;
  HipColumnMapping *guess;
} HipUnknownTable;

/* NULL when the header is none of a table that could be mapped. */
HipUnknownTable *hip_unknown_table_new (const char *file, const HipCsvRow *header);
HipUnknownTable *hip_unknown_table_copy (const HipUnknownTable *self);
void hip_unknown_table_free (HipUnknownTable *self);
void hip_unknown_table_add_row (HipUnknownTable *self, const HipCsvRow *row);
/* After the last row: whether there is a column of dates, and another of numbers. Then it has a
 * guess. */
gboolean hip_unknown_table_finish (HipUnknownTable *self, HipUnits unit);
/* A row of the sample, as the reader would give it. */
void hip_unknown_table_get_row (const HipUnknownTable *self, guint index, HipCsvRow *row);
/* Whether the order of the dates in that column has to be asked for. */
gboolean hip_unknown_table_is_ambiguous (const HipUnknownTable *self, int date_column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipUnknownTable, hip_unknown_table_free)

G_END_DECLS
