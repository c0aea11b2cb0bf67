// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-csv-reader.h"
#include "hip-import-sink.h"

G_BEGIN_DECLS

/**
 * HipCsvFormat:
 * @understand: makes what is needed to read rows of the header; %NULL if it is not of this format
 * @read_row: (nullable): reads a row; without it, the file is known and of no use
 * @finish: (nullable): all rows were read
 * @free: (nullable): frees what @understand made
 *
 * One kind of CSV file, known by its header.
 */
typedef struct
{
  gpointer (*understand) (HipImportSink *sink, const HipCsvRow *header);
  void (*read_row) (gpointer format, HipImportSink *sink, const HipCsvRow *row);
  void (*finish) (gpointer format, HipImportSink *sink);
  GDestroyNotify free;
} HipCsvFormat;

extern const HipCsvFormat hip_csv_format_garmin;
extern const HipCsvFormat hip_csv_format_mapped;
extern const HipCsvFormat hip_csv_format_own;
extern const HipCsvFormat hip_csv_format_own_derived;
extern const HipCsvFormat hip_csv_format_runkeeper;
extern const HipCsvFormat hip_csv_format_strava;
extern const HipCsvFormat hip_csv_format_strava_shoes;

/* Reads a file of any of them. FALSE with @error when the stream failed. */
gboolean hip_csv_format_read (HipImportSink *sink, GInputStream *stream, GError **error);

G_END_DECLS
