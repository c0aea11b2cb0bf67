// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-date-cell.h"

#include <string.h>

#include "hip-cell.h"
#include "hip-date-pieces.h"
#include "hip-record.h"

/* No cell with a date is longer; and nothing longer is worth looking at. */
#define MAX_BYTES 80
/* Years of two digits: from here on they are of the last century. */
#define FIRST_OF_LAST_CENTURY 70

static void
set_from_date_time (HipDateCell *date, GDateTime *local)
{
  date->day = hip_day_from_date_time (local);
  date->start_s = g_date_time_get_hour (local) * 3600 + g_date_time_get_minute (local) * 60
                  + g_date_time_get_second (local);
  date->utc_offset_min = (gint32) (g_date_time_get_utc_offset (local) / G_TIME_SPAN_MINUTE);
}

/* "2024-03-12T06:30:00Z" says when but not where, "2024-03-12 06:30:00 +0100" says both. */
static gboolean
parse_with_zone (const char *text, GTimeZone *zone, HipDateCell *date)
{
  g_autoptr (GString) compact = g_string_new (text);
  g_autoptr (GDateTime) moment = NULL;
  g_autoptr (GDateTime) local = NULL;

  g_string_replace (compact, " +", "+", 0);
  g_string_replace (compact, " -", "-", 0);
  g_string_replace (compact, " UTC", "Z", 0);
  moment = g_date_time_new_from_iso8601 (compact->str, NULL);
  if (moment == NULL)
    return FALSE;
  if (g_str_has_suffix (compact->str, "Z"))
    local = g_date_time_to_timezone (moment, zone);
  set_from_date_time (date, local != NULL ? local : moment);
  return TRUE;
}

static int
get_year (int number, int digits)
{
  if (digits != 2)
    return digits == 4 ? number : 0;
  return number >= FIRST_OF_LAST_CENTURY ? 1900 + number : 2000 + number;
}

static gboolean
is_date (const int ymd[3])
{
  return ymd[0] > 0 && hip_day_from_ymd (ymd[0], ymd[1], ymd[2]) != HIP_DAY_NONE;
}

/* 3/4/2024 or 3-4-2024: the order decides, or the one number beyond the twelve. Between points,
 * everybody writes the day first. */
static gboolean
order_three (const HipDatePieces *pieces, HipDateOrder order, int ymd[3])
{
  const int *n = pieces->numbers;

  ymd[0] = get_year (n[2], pieces->digits[2]);
  if (pieces->mark == '.')
    order = HIP_DATE_ORDER_DAY_FIRST;
  if (order == HIP_DATE_ORDER_UNKNOWN && (n[1] > 12 || n[0] > 12 || n[0] == n[1]))
    order = n[1] > 12 ? HIP_DATE_ORDER_MONTH_FIRST : HIP_DATE_ORDER_DAY_FIRST;
  ymd[1] = n[order == HIP_DATE_ORDER_MONTH_FIRST ? 0 : 1];
  ymd[2] = n[order == HIP_DATE_ORDER_MONTH_FIRST ? 1 : 0];
  return order != HIP_DATE_ORDER_UNKNOWN;
}

/* How many numbers the date is made of, 0 if it is none. */
static int
order_date (const HipDatePieces *pieces, HipDateOrder order, int ymd[3])
{
  const int *n = pieces->numbers;
  gboolean year_first = pieces->digits[0] == 4;

  if (pieces->month != 0 && pieces->n_numbers >= 2)
    {
      ymd[0] = get_year (n[year_first ? 0 : 1], pieces->digits[year_first ? 0 : 1]);
      ymd[1] = pieces->month;
      ymd[2] = n[year_first ? 1 : 0];
      return is_date (ymd) ? 2 : 0;
    }
  if (pieces->n_numbers < 3 || pieces->mark == ':')
    return 0;
  if (year_first)
    memcpy (ymd, n, 3 * sizeof (int));
  else if (!order_three (pieces, order, ymd))
    return 0;
  return is_date (ymd) ? 3 : 0;
}

/* "06:30:00.000": nobody needs the fraction. */
static void
drop_fraction (char *text)
{
  const char *colon = strrchr (text, ':');
  char *point = colon != NULL ? strchr (colon, '.') : NULL;

  if (point != NULL)
    memmove (point, point + 1 + strspn (point + 1, "0123456789"),
             strlen (point + 1 + strspn (point + 1, "0123456789")) + 1);
}

static gboolean
parse_pieces (const char *text, HipDateOrder order, HipDateCell *date)
{
  HipDatePieces pieces;
  int ymd[3];
  int hms[3];
  int n_date;

  if (!hip_date_pieces_scan (text, &pieces)
      || (n_date = order_date (&pieces, order, ymd)) == 0
      /* Hours alone are a number too many, unless noon is named. */
      || (pieces.n_numbers == n_date + 1 && pieces.half == 0)
      || !hip_date_pieces_get_time (&pieces, n_date, hms))
    return FALSE;
  date->day = hip_day_from_ymd (ymd[0], ymd[1], ymd[2]);
  date->utc_offset_min = HIP_UNSET;
  date->start_s = pieces.n_numbers > n_date ? hms[0] * 3600 + hms[1] * 60 + hms[2] : HIP_UNSET;
  return TRUE;
}

/**
 * hip_date_cell_parse:
 * @cell: a cell
 * @order: what the first number of a date like 3/4/2024 is
 * @zone: where the runner lives
 * @date: (out): what it says
 *
 * Reads a date with or without a time of day: "2024-03-12", "12.3.24 6:30", "3/12/2024 6:30 AM",
 * "Tue, 12 March 2024", "2024-03-12T06:30:00Z".
 *
 * Returns: whether it is one that can only be read in one way
 */
gboolean
hip_date_cell_parse (const char *cell, HipDateOrder order, GTimeZone *zone, HipDateCell *date)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (cell != NULL && zone != NULL && date != NULL, FALSE);

  if (strnlen (cell, MAX_BYTES + 1) > MAX_BYTES || strpbrk (cell, "0123456789") == NULL)
    return FALSE;
  text = hip_cell_dup_trimmed (cell);
  if (parse_with_zone (text, zone, date))
    return TRUE;
  drop_fraction (text);
  return parse_pieces (text, order, date);
}
