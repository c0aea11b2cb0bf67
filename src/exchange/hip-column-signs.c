// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-column-signs.h"

#include <string.h>

#include "hip-cell.h"
#include "hip-number-cell.h"
#include "hip-record.h"
#include "hip-sport.h"

/* Longer cells are texts. */
#define MAX_BYTES 80

static gboolean
add_date (HipColumnSigns *self, const char *cell)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  HipDateCell day_first, month_first;
  gboolean is_day_first = hip_date_cell_parse (cell, HIP_DATE_ORDER_DAY_FIRST, utc, &day_first);
  gboolean is_month_first =
      hip_date_cell_parse (cell, HIP_DATE_ORDER_MONTH_FIRST, utc, &month_first);

  if (!is_day_first && !is_month_first)
    return FALSE;
  self->n_dates++;
  self->n_timed += (is_day_first ? &day_first : &month_first)->start_s != HIP_UNSET;
  self->n_day_first += !is_month_first;
  self->n_month_first += !is_day_first;
  self->n_either += is_day_first && is_month_first && day_first.day != month_first.day;
  return TRUE;
}

static void
add_number (HipColumnSigns *self, const char *cell)
{
  char mark = hip_number_cell_find_mark (cell);
  double number;

  if (!hip_number_cell_parse (cell, (HipNumberStyle) { 0 }, &number, NULL))
    return;
  self->n_numbers++;
  self->n_comma += mark == ',';
  self->n_point += mark == '.';
  self->max = MAX (self->max, number);
}

/**
 * hip_column_signs_add:
 * @self: the signs so far
 * @cell: the column's next cell
 *
 * Looks at a cell.
 */
void
hip_column_signs_add (HipColumnSigns *self, const char *cell)
{
  HipSurface surface;
  double seconds;
  gint32 start;

  g_return_if_fail (self != NULL && cell != NULL);

  if (hip_cell_is_missing (cell))
    return;
  self->n_filled++;
  if (strnlen (cell, MAX_BYTES + 1) > MAX_BYTES)
    return;
  self->n_runs += hip_sport_is_run (cell, &surface);
  if (strpbrk (cell, "0123456789") == NULL || add_date (self, cell))
    return;
  if (strchr (cell, ':') == NULL)
    add_number (self, cell);
  else
    self->n_clock +=
        hip_cell_parse_duration (cell, &seconds) || hip_units_parse_time (cell, &start, NULL);
}

/**
 * hip_column_signs_are_mostly:
 * @self: the signs of a column
 * @n: one of its counts
 *
 * Returns: whether more than half of what is not empty is so
 */
gboolean
hip_column_signs_are_mostly (const HipColumnSigns *self, guint n)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return n > 0 && 2 * n > self->n_filled;
}

/**
 * hip_column_signs_get_date_order:
 * @self: the signs of a column
 *
 * Returns: the order that some of its dates have and none contradicts
 */
HipDateOrder
hip_column_signs_get_date_order (const HipColumnSigns *self)
{
  g_return_val_if_fail (self != NULL, HIP_DATE_ORDER_UNKNOWN);

  if ((self->n_day_first == 0) == (self->n_month_first == 0))
    return HIP_DATE_ORDER_UNKNOWN;
  return self->n_day_first > 0 ? HIP_DATE_ORDER_DAY_FIRST : HIP_DATE_ORDER_MONTH_FIRST;
}

/**
 * hip_column_signs_are_ambiguous:
 * @self: the signs of a column
 *
 * Returns: whether it has dates that are two days, and nothing that tells which is meant
 */
gboolean
hip_column_signs_are_ambiguous (const HipColumnSigns *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->n_either > 0 && hip_column_signs_get_date_order (self) == HIP_DATE_ORDER_UNKNOWN;
}

/**
 * hip_column_signs_get_decimal_mark:
 * @self: the signs of a column
 *
 * Returns: ',' or '.', whichever most of its numbers show; 0 when none shows any
 */
char
hip_column_signs_get_decimal_mark (const HipColumnSigns *self)
{
  g_return_val_if_fail (self != NULL, 0);

  if (self->n_comma == self->n_point)
    return 0;
  return self->n_comma > self->n_point ? ',' : '.';
}
