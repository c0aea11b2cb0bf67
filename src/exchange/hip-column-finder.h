// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-csv-reader.h"
#include "hip-record.h"

G_BEGIN_DECLS

/* Columns by the names that programs give them, in several languages. */

/* The first column whose name is one of @keys, as hip_cell_dup_key() makes them; -1 if none is. */
int hip_column_find (const HipCsvRow *header, const char *const *keys);
/* The cell, empty where the row or the file has none. */
const char *hip_column_get (const HipCsvRow *row, int column);
/* A date and time of day without a zone: the run's own clock. FALSE with @error. */
gboolean hip_column_read_start (const HipCsvRow *row, int column, HipRun *run, GError **error);
/* Says that the cell holds no distance. */
void hip_column_set_distance_error (const char *cell, GError **error);

G_END_DECLS
