// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-csv-format.h"

#include <glib/gi18n.h>

#include "hip-cell.h"
#include "hip-unknown-table.h"

/* In the order in which they are tried: Runkeeper's begins like Strava's. What the runner said of a
 * table comes last: nobody is asked about one that is known. */
static const HipCsvFormat *const formats[] = {
  &hip_csv_format_runkeeper, &hip_csv_format_strava,      &hip_csv_format_strava_shoes,
  &hip_csv_format_own,       &hip_csv_format_own_derived, &hip_csv_format_garmin,
  &hip_csv_format_mapped,
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
reject_header (HipImportSink *sink, guint line, const char *reason)
{
  if (!sink->found)
    hip_import_sink_reject (sink, line, reason);
}

/* Reads as much of it as it takes to see what is in its columns. */
static void
look_at_rows (HipImportSink *sink, HipCsvReader *reader, HipUnknownTable *table, GError **error)
{
  const HipCsvRow *row;

  while (table->n_rows < HIP_UNKNOWN_TABLE_ROWS
         && (row = hip_csv_reader_next (reader, sink->cancellable, error)) != NULL)
    {
      if (row->reason == NULL && !is_blank (row))
        hip_unknown_table_add_row (table, row);
      hip_import_sink_count_row (sink);
    }
}

/* Archives have lists of all sorts: of these only one that is surely of runs is worth a
 * question. */
static gboolean
is_worth_asking (const HipImportSink *sink, const HipUnknownTable *table)
{
  return !sink->found
         || (hip_column_mapping_validate (table->guess, NULL)
             && table->guess->columns[HIP_MAPPED_DURATION] != HIP_NO_COLUMN);
}

/* FALSE when it is no table that anybody could map, or with @error. */
static gboolean
offer_table (HipImportSink *sink, HipCsvReader *reader, const HipCsvRow *header, GError **error)
{
  g_autoptr (HipUnknownTable) table = NULL;
  g_autoptr (GError) local_error = NULL;

  if (!sink->options.offer_tables
      || sink->plan->unknown_tables->len >= HIP_IMPORT_MAX_UNKNOWN_TABLES)
    return FALSE;
  table = hip_unknown_table_new (sink->file, header);
  if (table == NULL)
    return FALSE;
  look_at_rows (sink, reader, table, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (!hip_unknown_table_finish (table, sink->options.distance_unit)
      || !is_worth_asking (sink, table))
    return FALSE;
  g_ptr_array_add (sink->plan->unknown_tables, g_steal_pointer (&table));
  return TRUE;
}

/* What no format fits. */
static void
handle_unknown (HipImportSink *sink, HipCsvReader *reader, const HipCsvRow *header, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  guint line = header != NULL ? header->line : 0;

  if (header == NULL)
    reject_header (sink, line, _ ("The file is empty."));
  else if (header->reason != NULL)
    reject_header (sink, line, header->reason);
  else if (!offer_table (sink, reader, header, &local_error) && local_error == NULL)
    reject_header (
        sink, line,
        _ ("HipLog does not know this kind of file. It reads FIT, TCX and GPX files, CSV files "
           "of Strava, Garmin and Runkeeper, and its own."));
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
}

/**
 * hip_csv_format_read:
 * @sink: takes what is read
 * @stream: the file's bytes
 * @error: return location for an I/O error
 *
 * Reads a CSV file of any format, known by its header, or by what the runner said of that header.
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
    handle_unknown (sink, reader, header, &local_error);
  if (format != NULL && format->free != NULL)
    format->free (understood);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}
