// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-cell.h"
#include "hip-csv-format.h"

/* The shoes.csv of Strava's export: Shoe Name, Shoe Brand, Shoe Model, in any order. */
typedef struct
{
  int name;
  int brand;
  int model;
} Columns;

static int
find_column (const HipCsvRow *header, const char *name)
{
  for (guint i = 0; i < header->n_cells; i++)
    {
      g_autofree char *key = hip_cell_dup_key (header->cells[i]);

      if (g_str_equal (key, name))
        return (int) i;
    }
  return -1;
}

static gpointer
understand (HipImportSink *sink, const HipCsvRow *header)
{
  Columns columns = { find_column (header, "shoename"), find_column (header, "shoebrand"),
                      find_column (header, "shoemodel") };

  if (columns.name < 0 || columns.brand < 0)
    return NULL;
  return g_memdup2 (&columns, sizeof columns);
}

static char *
dup_cell (const HipCsvRow *row, int column)
{
  return column >= 0 && (guint) column < row->n_cells ? hip_cell_dup_text (row->cells[column])
                                                      : NULL;
}

/* The list of activities calls a pair by its brand, model and name, those that it has. */
static char *
dup_gear_name (const char *brand, const char *model, const char *name)
{
  const char *const parts[] = { brand, model, name };
  GString *gear = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (gear, "%s%s", gear->len > 0 ? " " : "", parts[i]);
  return g_string_free (gear, FALSE);
}

static void
read_row (gpointer format, HipImportSink *sink, const HipCsvRow *row)
{
  const Columns *columns = format;
  g_autofree char *name = dup_cell (row, columns->name);
  g_autofree char *brand = dup_cell (row, columns->brand);
  g_autofree char *model = dup_cell (row, columns->model);
  HipShoe *shoe = hip_shoe_new ();

  g_free (shoe->name);
  shoe->name = dup_gear_name (brand, model, name);
  shoe->brand = g_steal_pointer (&brand);
  shoe->model = g_steal_pointer (&model);
  shoe->check_at_m = hip_shoe_get_customary_check (sink->options.distance_unit);
  shoe->replace_at_m = hip_shoe_get_customary_replace (sink->options.distance_unit);
  hip_import_sink_add (sink, HIP_TRUST_STRAVA, row->line, shoe, NULL, NULL);
}

/** hip_csv_format_strava_shoes: the shoes.csv of Strava's export. */
const HipCsvFormat hip_csv_format_strava_shoes = {
  .understand = understand,
  .read_row = read_row,
  .free = g_free,
};
