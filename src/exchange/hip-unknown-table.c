// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-unknown-table.h"

#include "hip-cell.h"
#include "hip-column-finder.h"
#include "hip-column-guess.h"

/* As much of a cell as a reader of dates, numbers and names needs. */
#define MAX_CELL_CHARACTERS 120

static char *
dup_cell (const char *cell)
{
  g_autofree char *trimmed = hip_cell_dup_trimmed (cell);
  g_autofree char *start = g_utf8_strlen (trimmed, -1) > MAX_CELL_CHARACTERS
                               ? g_utf8_substring (trimmed, 0, MAX_CELL_CHARACTERS)
                               : NULL;

  return g_strdelimit (start != NULL ? g_steal_pointer (&start) : g_steal_pointer (&trimmed),
                       "\r\n\t", ' ');
}

/**
 * hip_unknown_table_new:
 * @file: how messages call the file
 * @header: its first row
 *
 * Returns: (transfer full) (nullable): a table without rows, or %NULL where there are less than two
 *   columns or more than anybody maps
 */
HipUnknownTable *
hip_unknown_table_new (const char *file, const HipCsvRow *header)
{
  HipUnknownTable *self;

  g_return_val_if_fail (file != NULL && header != NULL, NULL);

  if (header->n_cells < 2 || header->n_cells > HIP_MAPPING_MAX_COLUMNS)
    return NULL;
  self = g_new0 (HipUnknownTable, 1);
  self->file = g_strdup (file);
  self->guess = hip_column_mapping_new (header);
  self->header = g_strdupv (self->guess->header);
  self->n_columns = header->n_cells;
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->signs = g_new0 (HipColumnSigns, header->n_cells);
  return self;
}

static gpointer
copy_cells (gconstpointer cells, gpointer user_data)
{
  return g_strdupv ((char **) cells);
}

/**
 * hip_unknown_table_copy:
 * @self: a table
 *
 * Returns: (transfer full): another one like it
 */
HipUnknownTable *
hip_unknown_table_copy (const HipUnknownTable *self)
{
  HipUnknownTable *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->file = g_strdup (self->file);
  copy->header = g_strdupv (self->header);
  copy->rows = g_ptr_array_copy (self->rows, copy_cells, NULL);
  copy->signs = g_memdup2 (self->signs, self->n_columns * sizeof (HipColumnSigns));
  copy->guess = hip_column_mapping_copy (self->guess);
  return copy;
}

/**
 * hip_unknown_table_free:
 * @self: (nullable): a table
 *
 * Frees it.
 */
void
hip_unknown_table_free (HipUnknownTable *self)
{
  if (self == NULL)
    return;

  g_free (self->file);
  g_strfreev (self->header);
  g_ptr_array_unref (self->rows);
  g_free (self->signs);
  hip_column_mapping_free (self->guess);
  g_free (self);
}

/**
 * hip_unknown_table_add_row:
 * @self: a table
 * @row: its next row
 *
 * Looks at a row, and keeps it if it is one of the first.
 */
void
hip_unknown_table_add_row (HipUnknownTable *self, const HipCsvRow *row)
{
  char **cells = NULL;

  g_return_if_fail (self != NULL && row != NULL);

  self->n_rows++;
  if (self->rows->len < HIP_UNKNOWN_TABLE_SAMPLES)
    {
      cells = g_new0 (char *, self->n_columns + 1);
      g_ptr_array_add (self->rows, cells);
    }
  for (guint i = 0; i < self->n_columns; i++)
    {
      const char *cell = hip_column_get (row, (int) i);

      hip_column_signs_add (&self->signs[i], cell);
      if (cells != NULL)
        cells[i] = dup_cell (cell);
    }
}

static gboolean
has_dates_and_numbers (const HipUnknownTable *self)
{
  gboolean dates = FALSE;
  gboolean numbers = FALSE;

  for (guint i = 0; i < self->n_columns; i++)
    {
      const HipColumnSigns *signs = &self->signs[i];

      dates |= hip_column_signs_are_mostly (signs, signs->n_dates);
      numbers |= hip_column_signs_are_mostly (signs, signs->n_numbers);
    }
  return dates && numbers;
}

/**
 * hip_unknown_table_finish:
 * @self: a table with its rows
 * @unit: of distances where nothing tells
 *
 * Guesses what the columns are. Prose with commas and lists of other things have no dates, or no
 * numbers, and nobody could map them.
 *
 * Returns: whether it may be a table of runs
 */
gboolean
hip_unknown_table_finish (HipUnknownTable *self, HipUnits unit)
{
  HipColumnMapping *guess;

  g_return_val_if_fail (self != NULL, FALSE);

  if (!has_dates_and_numbers (self))
    return FALSE;
  guess = hip_column_guess (self, unit);
  hip_column_mapping_free (self->guess);
  self->guess = guess;
  return TRUE;
}

/**
 * hip_unknown_table_get_row:
 * @self: a table
 * @index: of a row of the sample
 * @row: (out): its cells, which belong to the table
 */
void
hip_unknown_table_get_row (const HipUnknownTable *self, guint index, HipCsvRow *row)
{
  g_return_if_fail (self != NULL && index < self->rows->len && row != NULL);

  *row = (HipCsvRow) {
    .line = index + 2,
    .n_cells = self->n_columns,
    .cells = g_ptr_array_index (self->rows, index),
  };
}

/**
 * hip_unknown_table_is_ambiguous:
 * @self: a table
 * @date_column: the index of a column, or %HIP_NO_COLUMN
 *
 * Returns: whether its dates can be read in two ways
 */
gboolean
hip_unknown_table_is_ambiguous (const HipUnknownTable *self, int date_column)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return date_column >= 0 && (guint) date_column < self->n_columns
         && hip_column_signs_are_ambiguous (&self->signs[date_column]);
}
