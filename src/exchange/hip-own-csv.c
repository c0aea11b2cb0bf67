// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-csv-format.h"
#include "hip-import-plan-private.h"
#include "hip-log-csv.h"

static void
report_unknown_columns (HipImportSink *sink, const HipLogCsvColumns *columns)
{
  const char *const *names = hip_log_csv_columns_get_unknown (columns);

  for (guint i = 0; names[i] != NULL; i++)
    hip_import_plan_add_unknown_column (sink->plan, sink->file, names[i]);
}

static gpointer
understand (HipImportSink *sink, const HipCsvRow *header)
{
  HipLogCsvColumns *columns;
  HipLogCsvKind kind;

  if (!hip_log_csv_detect (header, &kind) || kind >= HIP_N_LOG_CSV_READABLE)
    return NULL;
  columns = hip_log_csv_columns_new (kind, header);
  report_unknown_columns (sink, columns);
  return columns;
}

static void
read_row (gpointer format, HipImportSink *sink, const HipCsvRow *row)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *shoe = NULL;
  gpointer record = hip_log_csv_columns_read (format, row, sink->options.today, &shoe, &error);

  if (record != NULL)
    hip_import_sink_add (sink, HIP_TRUST_OWN, row->line, record, shoe, NULL);
  else
    hip_import_sink_reject (sink, row->line, error->message);
}

static void
free_columns (gpointer format)
{
  hip_log_csv_columns_free (format);
}

static gpointer
understand_derived (HipImportSink *sink, const HipCsvRow *header)
{
  HipLogCsvKind kind;

  return hip_log_csv_detect (header, &kind) && kind >= HIP_N_LOG_CSV_READABLE
             ? GINT_TO_POINTER (TRUE)
             : NULL;
}

/** hip_csv_format_own: the files that an export of ours is made of. */
const HipCsvFormat hip_csv_format_own = {
  .understand = understand,
  .read_row = read_row,
  .free = free_columns,
};

/** hip_csv_format_own_derived: those of them that are computed from the others. */
const HipCsvFormat hip_csv_format_own_derived = {
  .understand = understand_derived,
};
