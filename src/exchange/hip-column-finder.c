// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-column-finder.h"

#include <glib/gi18n.h>

#include "hip-cell.h"
#include "hip-strava.h"

/**
 * hip_column_find:
 * @header: a file's first row
 * @keys: (array zero-terminated=1): names as [func@cell_dup_key] makes them
 *
 * Returns: the index of the first column with one of these names, or -1
 */
int
hip_column_find (const HipCsvRow *header, const char *const *keys)
{
  g_return_val_if_fail (header != NULL && keys != NULL, -1);

  for (guint i = 0; i < header->n_cells; i++)
    {
      g_autofree char *key = hip_cell_dup_key (header->cells[i]);

      if (g_strv_contains (keys, key))
        return (int) i;
    }
  return -1;
}

/**
 * hip_column_get:
 * @row: a row
 * @column: an index, or -1
 *
 * Returns: (transfer none): the cell, empty if there is none
 */
const char *
hip_column_get (const HipCsvRow *row, int column)
{
  g_return_val_if_fail (row != NULL, "");

  return column >= 0 && (guint) column < row->n_cells ? row->cells[column] : "";
}

/**
 * hip_column_read_start:
 * @row: a row
 * @column: of the date and time of day
 * @run: gets its day and start
 * @error: return location for %HIP_RECORD_ERROR
 *
 * Reads when a run began, on the runner's own clock. Where that was is not known, so the run gets
 * no offset.
 *
 * Returns: whether it is a date
 */
gboolean
hip_column_read_start (const HipCsvRow *row, int column, HipRun *run, GError **error)
{
  g_autoptr (GDateTime) local = NULL;

  g_return_val_if_fail (row != NULL && run != NULL, FALSE);

  local = hip_strava_parse_date (hip_column_get (row, column));
  if (local == NULL)
    {
      g_autofree char *excerpt = hip_cell_dup_excerpt (hip_column_get (row, column));

      g_set_error (error, HIP_RECORD_ERROR, HIP_RECORD_ERROR_SYNTAX,
                   _ ("“%s” is not a date that can be understood."), excerpt);
      return FALSE;
    }
  run->date = hip_day_from_date_time (local);
  run->start_s = g_date_time_get_hour (local) * 3600 + g_date_time_get_minute (local) * 60
                 + g_date_time_get_second (local);
  return TRUE;
}

/**
 * hip_column_set_distance_error:
 * @cell: what should be a distance
 * @error: return location for %HIP_RECORD_ERROR
 *
 * Says that it is none.
 */
void
hip_column_set_distance_error (const char *cell, GError **error)
{
  g_autofree char *excerpt = hip_cell_dup_excerpt (cell);

  g_set_error (error, HIP_RECORD_ERROR, HIP_RECORD_ERROR_SYNTAX,
               _ ("“%s” is not a distance that can be understood."), excerpt);
}
