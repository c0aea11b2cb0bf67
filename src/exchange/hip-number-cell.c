// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-number-cell.h"

#include <math.h>
#include <string.h>

#include "hip-cell.h"

/* More digits are no measure of anything. */
#define MAX_BYTES 32

/* Blanks and apostrophes of every kind group thousands. */
static gboolean
is_group_mark (gunichar c)
{
  return g_unichar_isspace (c) || c == '\'' || c == 0x2019 || c == 0x202f;
}

static gboolean
starts_with_three_digits (const char *p)
{
  return strspn (p, "0123456789") == 3;
}

/* Digits, points and commas of the number that @*text begins with. */
static char *
take_number (const char **text)
{
  GString *number = g_string_new (NULL);
  const char *p = *text;

  while (*p != '\0' && number->len < MAX_BYTES)
    {
      const char *next = g_utf8_next_char (p);

      if (g_ascii_isdigit (*p) || *p == '.' || *p == ',' || (*p == '-' && number->len == 0))
        g_string_append_c (number, *p);
      else if (number->len == 0 || !is_group_mark (g_utf8_get_char (p))
               || !starts_with_three_digits (next))
        break;
      p = next;
    }
  *text = p;
  return g_string_free_and_steal (number);
}

/* Whether the only mark of @number may stand before thousands. */
static gboolean
may_group (const char *number, const char *mark)
{
  gsize before = strspn (number, "0123456789");

  return number + before == mark && before >= 1 && before <= 3 && *number != '0'
         && starts_with_three_digits (mark + 1) && mark[4] == '\0';
}

/* The mark of decimals, 0 if there is none; '?' when it may be either. */
static char
find_mark (const char *number)
{
  const char *comma = strrchr (number, ',');
  const char *point = strrchr (number, '.');
  const char *last = comma > point ? comma : point;

  if (last == NULL)
    return 0;
  if (comma != NULL && point != NULL)
    return *last;
  if (strchr (number, *last) != last)
    return 0;
  return may_group (number, last) ? '?' : *last;
}

static char
decide_mark (const char *number, HipNumberStyle style)
{
  char mark = find_mark (number);
  char only = strpbrk (number, ",.") != NULL ? *strpbrk (number, ",.") : 0;

  if (mark != '?')
    return mark;
  if (style.decimal_mark != 0)
    return only == style.decimal_mark ? only : 0;
  return style.large ? 0 : only;
}

/* As C reads it. */
static void
remove_groups (char *number, char mark)
{
  char *out = number;

  for (const char *p = number; *p != '\0'; p++)
    if (*p == mark)
      *out++ = '.';
    else if (*p != ',' && *p != '.')
      *out++ = *p;
  *out = '\0';
}

/**
 * hip_number_cell_parse:
 * @cell: a cell
 * @style: how its column is written
 * @number: (out): the number
 * @unit: (out) (optional) (transfer full): the word behind it, folded; empty if there is none
 *
 * Reads a number with a mark of decimals, of thousands, or both, and with or without a unit.
 *
 * Returns: whether it is one
 */
gboolean
hip_number_cell_parse (const char *cell, HipNumberStyle style, double *number, char **unit)
{
  g_autofree char *text = NULL;
  g_autofree char *digits = NULL;
  const char *rest;
  char *end;

  g_return_val_if_fail (cell != NULL && number != NULL, FALSE);

  text = hip_cell_dup_trimmed (cell);
  rest = text;
  digits = take_number (&rest);
  if (g_ascii_isdigit (*rest) || strpbrk (rest, "0123456789:") != NULL)
    return FALSE;
  remove_groups (digits, decide_mark (digits, style));
  *number = g_ascii_strtod (digits, &end);
  if (end == digits || *end != '\0' || !isfinite (*number))
    return FALSE;
  if (unit != NULL)
    *unit = hip_cell_dup_key (rest);
  return TRUE;
}

/**
 * hip_number_cell_find_mark:
 * @cell: a cell
 *
 * Looks whether a number gives away how its column is written.
 *
 * Returns: ',' or '.' where that is the mark of decimals and can be nothing else, else 0
 */
char
hip_number_cell_find_mark (const char *cell)
{
  g_autofree char *text = NULL;
  g_autofree char *digits = NULL;
  const char *rest;
  char mark;

  g_return_val_if_fail (cell != NULL, 0);

  text = hip_cell_dup_trimmed (cell);
  rest = text;
  digits = take_number (&rest);
  mark = find_mark (digits);
  return mark == '?' || strpbrk (rest, "0123456789:") != NULL ? 0 : mark;
}
