// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-date-cell.h"

G_BEGIN_DECLS

/**
 * HipColumnSigns:
 * @n_filled: cells that have a value
 * @n_dates: of these, dates, whatever their order is
 * @n_timed: of the dates, those with a time of day
 * @n_day_first: of the dates, those that are none with the month first
 * @n_month_first: of the dates, those that are none with the day first
 * @n_either: of the dates, those which are two days
 * @n_clock: durations or times of day with a colon
 * @n_numbers: numbers, with or without a unit
 * @n_comma: of the numbers, those with a comma that can only be the mark of decimals
 * @n_point: the same with a point
 * @n_runs: names of a kind of running
 * @max: the greatest of the numbers
 *
 * What the values of a column show of how they are written.
 */
typedef struct
{
  guint n_filled;
  guint n_dates;
  guint n_timed;
  guint n_day_first;
  guint n_month_first;
  guint n_either;
  guint n_clock;
  guint n_numbers;
  guint n_comma;
  guint n_point;
  guint n_runs;
  double max;
} HipColumnSigns;

void hip_column_signs_add (HipColumnSigns *self, const char *cell);
/* Whether most of the cells that have a value are such ones. */
gboolean hip_column_signs_are_mostly (const HipColumnSigns *self, guint n);
/* UNKNOWN when the values do not settle it. */
HipDateOrder hip_column_signs_get_date_order (const HipColumnSigns *self);
/* Whether somebody has to say in which order the dates are. */
gboolean hip_column_signs_are_ambiguous (const HipColumnSigns *self);
/* ',' or '.', 0 when the values do not settle it. */
char hip_column_signs_get_decimal_mark (const HipColumnSigns *self);

G_END_DECLS
