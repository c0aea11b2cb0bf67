// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-csv-format.h"

#include <glib/gi18n.h>

#include "hip-cell.h"

/* In the order in which they are tried: Runkeeper's begins like Strava's. */
static const HipCsvFormat *const formats[] = {
  &hip_csv_format_runkeeper, &hip_csv_format_strava,      &hip_csv_format_strava_shoes,
  &hip_csv_format_own,       &hip_csv_format_own_derived, &hip_csv_format_garmin,
};

static const HipCsvFormat *
find_format (HipImportSink *sink, const HipCsvRow *header, gpointer *understood)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      *understood = formats[i]->understand (sink, header);
      if (*understood != NULL)
        return formats[i];
    }
  return NULL;
}

/* Spreadsheets leave rows of nothing but separators behind. */
static gboolean
is_blank (const HipCsvRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    if (!hip_cell_is_empty (row->cells[i]))
      return FALSE;
  return TRUE;
}

static void
read_row (HipImportSink *sink,
          const HipCsvFormat *format,
          gpointer understood,
          const HipCsvRow *row)
{
  if (row->reason != NULL)
    hip_import_sink_reject (sink, row->line, row->reason);
  else if (is_blank (row))
    return;
  else
    format->read_row (understood, sink, row);
  hip_import_sink_count_row (sink);
}

/* An I/O error half-way keeps what was read. */
static void
read_rows (HipImportSink *sink,
           HipCsvReader *reader,
           const HipCsvFormat *format,
           gpointer understood,
           GError **error)
{
  const HipCsvRow *row;

  sink->plan->n_files++;
  while ((row = hip_csv_reader_next (reader, sink->cancellable, error)) != NULL
         && !hip_import_sink_is_full (sink, row->line))
    read_row (sink, format, understood, row);
  if (format->finish != NULL)
    format->finish (understood, sink);
}

static void
reject_header (HipImportSink *sink, const HipCsvRow *header)
{
  if (sink->found)
    return;
  hip_import_sink_reject (
      sink, header != NULL ? header->line : 0,
      header == NULL ? _ ("The file is empty.")
      : header->reason != NULL
          ? header->reason
          : _ ("HipLog does not know this kind of file. It reads FIT, TCX and GPX files, CSV files "
               "of Strava, Garmin and Runkeeper, and its own."));
}

/**
 * hip_csv_format_read:
 * @sink: takes what is read
 * @stream: the file's bytes
 * @error: return location for an I/O error
 *
 * Reads a CSV file of any format, known by its header.
 *
 * Returns: whether the file could be read to its end
 */
gboolean
hip_csv_format_read (HipImportSink *sink, GInputStream *stream, GError **error)
{
  g_autoptr (HipCsvReader) reader = NULL;
  g_autoptr (GError) local_error = NULL;
  const HipCsvRow *header;
  const HipCsvFormat *format = NULL;
  gpointer understood = NULL;

  g_return_val_if_fail (sink != NULL && G_IS_INPUT_STREAM (stream), FALSE);

  reader = hip_csv_reader_new (stream);
  header = hip_csv_reader_next (reader, sink->cancellable, &local_error);
  if (header != NULL && header->reason == NULL)
    format = find_format (sink, header, &understood);
  if (format != NULL && format->read_row != NULL)
    read_rows (sink, reader, format, understood, &local_error);
  else if (format == NULL && local_error == NULL)
    reject_header (sink, header);
  if (format != NULL && format->free != NULL)
    format->free (understood);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}
