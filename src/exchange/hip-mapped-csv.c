// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include <glib/gi18n.h>

#include "hip-cell.h"
#include "hip-column-finder.h"
#include "hip-csv-format.h"
#include "hip-mapped-row.h"

/* Tables that no program is known to write, as the runner said what is in them. */
typedef struct
{
  const HipColumnMapping *mapping; /* (borrowed) of the options */
  guint n_no_run;
} Mapped;

static gpointer
understand (HipImportSink *sink, const HipCsvRow *header)
{
  const GPtrArray *mappings = sink->options.mappings;

  for (guint i = 0; mappings != NULL && i < mappings->len; i++)
    {
      const HipColumnMapping *mapping = g_ptr_array_index (mappings, i);

      if (hip_column_mapping_fits (mapping, header) && hip_column_mapping_validate (mapping, NULL))
        return g_memdup2 (&(Mapped) { .mapping = mapping }, sizeof (Mapped));
    }
  return NULL;
}

static void
remark_odd (const Mapped *self, HipImportSink *sink, const HipCsvRow *row, guint odd)
{
  for (guint field = 0; field < HIP_N_MAPPED_FIELDS; field++)
    if (odd & (1u << field))
      {
        int column = self->mapping->columns[field];
        g_autofree char *excerpt = hip_cell_dup_excerpt (hip_column_get (row, column));
        g_autofree char *remark =
            /* Translators: the name of a column, then what stands in it. */
            g_strdup_printf (_ ("In the column “%1$s”, “%2$s” could not be understood and was left "
                                "out; the run was kept."),
                             self->mapping->header[column], excerpt);

        hip_import_sink_remark (sink, row->line, remark);
      }
}

static void
read_row (gpointer format, HipImportSink *sink, const HipCsvRow *row)
{
  Mapped *self = format;
  g_autoptr (GError) error = NULL;
  g_auto (HipMappedRow) read = { 0 };

  switch (hip_mapped_row_read (self->mapping, row, sink->zone, &read, &error))
    {
    case HIP_MAPPED_ROW_RUN:
      remark_odd (self, sink, row, read.odd);
      hip_import_sink_add (sink, HIP_TRUST_CSV, row->line, g_steal_pointer (&read.run), read.shoe,
                           NULL);
      break;
    case HIP_MAPPED_ROW_OTHER_SPORT:
      hip_import_sink_add_sport (sink, read.sport, NULL);
      break;
    case HIP_MAPPED_ROW_NO_RUN:
      self->n_no_run++;
      break;
    case HIP_MAPPED_ROW_BAD:
    default:
      hip_import_sink_reject (sink, row->line, error->message);
    }
}

static void
finish (gpointer format, HipImportSink *sink)
{
  const Mapped *self = format;
  g_autofree char *remark = NULL;

  if (self->n_no_run == 0)
    return;
  remark = g_strdup_printf (
      ngettext ("%u row has neither a distance nor a time and was left out.",
                "%u rows have neither a distance nor a time and were left out.", self->n_no_run),
      self->n_no_run);
  hip_import_sink_remark (sink, 0, remark);
}

/** hip_csv_format_mapped: a table whose columns the runner has mapped. */
const HipCsvFormat hip_csv_format_mapped = {
  .understand = understand,
  .read_row = read_row,
  .finish = finish,
  .free = g_free,
};
