// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HipDatePieces:
 * @numbers: of date and time, in the order in which they were found
 * @digits: how many digits each has
 * @n_numbers: how many there are
 * @month: when it is written out, 1..12, else 0
 * @half: 1 before noon, 2 after it, 0 not said
 * @slashes: whether there is a slash
 * @mark: what stands before the second number
 *
 * What a date is made of, whatever the language and the order.
 */
typedef struct
{
  int numbers[6];
  int digits[6];
  int n_numbers;
  int month;
  int half;
  gboolean slashes;
  char mark;
} HipDatePieces;

/* FALSE when there are more numbers than a date and a time have. */
gboolean hip_date_pieces_scan (const char *text, HipDatePieces *pieces);
/* The time of day behind the first @n_date numbers. */
gboolean hip_date_pieces_get_time (const HipDatePieces *pieces, int n_date, int hms[3]);

G_END_DECLS
