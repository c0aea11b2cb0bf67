// SPDX-License-Identifier: GPL-3.0-or-later
/* What of a chart can be selected, and how the arrow keys go from one to the next. */
#include "config.h"

#include "hip-chart-private.h"

#include <math.h>

/* Days between two cells beside each other. */
#define CELL_STEP 7

double
hip_chart_series_get_x (const HipChartSeries *self, gsize index)
{
  return self->xs != NULL ? self->xs[index] : self->days[index] + self->width / 2.0;
}

/* (nullable): the kind of a slot */
const HipChartRow *
hip_chart_find_row (HipChart *self, gsize slot)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const HipChartRow *row = self->rows->pdata[i];

      if (slot >= row->first && slot < row->first + row->series.n)
        return row;
    }

  return NULL;
}

/**
 * hip_chart_get_n_slots:
 * @self: a chart
 *
 * Returns: how many things can be selected in it
 */
gsize
hip_chart_get_n_slots (HipChart *self)
{
  gsize n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->rows->len; i++)
    n += ((const HipChartRow *) self->rows->pdata[i])->series.n;

  return n;
}

/**
 * hip_chart_get_n_rows:
 * @self: a chart
 *
 * Returns: how many slots a table of the figures has: those that look like the first
 */
gsize
hip_chart_get_n_rows (HipChart *self)
{
  gsize n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const HipChartRow *row = self->rows->pdata[i];

      if (row->shape != ((const HipChartRow *) self->rows->pdata[0])->shape)
        break;
      n += row->series.n;
    }

  return n;
}

/**
 * hip_chart_get_slot_days:
 * @self: a chart
 * @slot: which one
 * @day: (out): its first day
 * @width: (out) (optional): how many days it covers
 *
 * Returns: whether there is such a slot, and it has a day
 */
gboolean
hip_chart_get_slot_days (HipChart *self, gsize slot, HipDay *day, guint *width)
{
  const HipChartRow *row;

  g_return_val_if_fail (self != NULL && day != NULL, FALSE);

  row = hip_chart_find_row (self, slot);
  if (row == NULL || row->series.days == NULL)
    return FALSE;

  *day = row->series.days[slot - row->first];
  if (width != NULL)
    *width = row->series.width;

  return TRUE;
}

static gssize
find_nearest (const HipChartRow *row, double x)
{
  gsize low = 0, high = row->series.n;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (hip_chart_series_get_x (&row->series, middle) < x)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == row->series.n
      || (low > 0
          && x - hip_chart_series_get_x (&row->series, low - 1)
                 <= hip_chart_series_get_x (&row->series, low) - x))
    low--;

  return (gssize) (row->first + low);
}

/* The kind below or above that has any slots. */
static const HipChartRow *
find_neighbour (HipChart *self, const HipChartRow *row, int up)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      if (self->rows->pdata[i] != row)
        continue;
      for (int j = (int) i - up; j >= 0 && j < (int) self->rows->len; j -= up)
        if (((const HipChartRow *) self->rows->pdata[j])->series.n > 0)
          return self->rows->pdata[j];
    }

  return NULL;
}

/* A week on or back; the one in the same week's next or last row of days. */
static gssize
move_cell (const HipChartRow *row, gsize slot, int by_days)
{
  HipDay wanted = row->series.days[slot - row->first] + by_days;
  gssize found = find_nearest (row, wanted + row->series.width / 2.0);

  return row->series.days[(gsize) found - row->first] == wanted ? found : -1;
}

/**
 * hip_chart_move_slot:
 * @self: a chart
 * @slot: where the keyboard is, -1 for nowhere
 * @across: -1 to go back in time, 1 to go on
 * @up: 1 to go up, -1 to go down
 *
 * Finds where an arrow key leads. From nowhere it leads to the latest slot: that is the one people
 * ask about.
 *
 * Returns: a slot, or -1 where there is none
 */
gssize
hip_chart_move_slot (HipChart *self, gssize slot, int across, int up)
{
  const HipChartRow *row;
  gsize n;

  g_return_val_if_fail (self != NULL, -1);

  row = slot >= 0 ? hip_chart_find_row (self, (gsize) slot) : NULL;
  if (row == NULL)
    return self->rows->len > 0 ? (gssize) ((const HipChartRow *) self->rows->pdata[0])->series.n - 1
                               : -1;
  if (row->shape == HIP_CHART_SLOT_CELL)
    return move_cell (row, (gsize) slot, across * CELL_STEP - up);

  n = row->first + row->series.n;
  if (across != 0)
    return slot + across >= (gssize) row->first && slot + across < (gssize) n ? slot + across : -1;

  {
    const HipChartRow *next = find_neighbour (self, row, up);

    return next != NULL ? find_nearest (next, hip_chart_series_get_x (&row->series,
                                                                      (gsize) slot - row->first))
                        : -1;
  }
}
