// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-cell.h"

#include <math.h>
#include <string.h>

#define EXCERPT_CHARACTERS 40
#define MAX_CHARACTERS     10000
/* So many digits are the same as a floating point number. */
#define MAX_DIGITS 15

/* A blank of any script's typography, the narrow and no-break ones included. */
static gboolean
is_blank (gunichar c)
{
  return c < 0x80 ? g_ascii_isspace ((char) c) : c == 0xfeff || g_unichar_isspace (c);
}

static const char *
skip_blanks (const char *text)
{
  while (*text != '\0' && is_blank (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text;
}

/**
 * hip_cell_is_empty:
 * @cell: a cell
 *
 * Returns: whether there is nothing but blanks in it
 */
gboolean
hip_cell_is_empty (const char *cell)
{
  g_return_val_if_fail (cell != NULL, TRUE);

  return *skip_blanks (cell) == '\0';
}

/**
 * hip_cell_dup_trimmed:
 * @cell: a cell
 *
 * Returns: (transfer full): the cell without blanks around it
 */
char *
hip_cell_dup_trimmed (const char *cell)
{
  const char *end;

  g_return_val_if_fail (cell != NULL, NULL);

  cell = skip_blanks (cell);
  end = cell + strlen (cell);
  while (end > cell)
    {
      const char *last = g_utf8_prev_char (end);

      if (!is_blank (g_utf8_get_char (last)))
        break;
      end = last;
    }
  return g_strndup (cell, end - cell);
}

/**
 * hip_cell_is_missing:
 * @cell: a cell
 *
 * Returns: whether it says that there is no value: empty, dashes, "n/a" or the like
 */
gboolean
hip_cell_is_missing (const char *cell)
{
  static const char *const words[] = { "", "na", "nan", "null", "none", NULL };
  g_autofree char *key = NULL;

  g_return_val_if_fail (cell != NULL, TRUE);

  /* No such word is longer, and folding a long text is dear. */
  if (strnlen (cell, 33) > 32)
    return hip_cell_is_empty (cell);
  key = hip_cell_dup_key (cell);
  return g_strv_contains (words, key);
}

/**
 * hip_cell_is_formula:
 * @text: a text
 *
 * Returns: whether a spreadsheet might run it as a formula
 */
gboolean
hip_cell_is_formula (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  return *text != '\0' && strchr ("=+-@\t\r", *text) != NULL;
}

/**
 * hip_cell_is_value:
 * @text: a text
 *
 * Returns: whether a spreadsheet might take it for a number, a date, a time or a truth value, in
 *   whichever language
 */
gboolean
hip_cell_is_value (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  return (strpbrk (text, "0123456789") != NULL
          && strspn (text, "0123456789.,:/-+eE% ") == strlen (text))
         || g_ascii_strcasecmp (text, "true") == 0 || g_ascii_strcasecmp (text, "false") == 0;
}

/**
 * hip_cell_dup_text:
 * @cell: a cell
 *
 * Makes a text of it that the log takes: without blanks around it, with LF line ends, and cut off
 * where it is longer than the log allows.
 *
 * Returns: (transfer full) (nullable): the text, %NULL when there is none
 */
char *
hip_cell_dup_text (const char *cell)
{
  g_autofree char *trimmed = NULL;
  GString *text;

  g_return_val_if_fail (cell != NULL, NULL);

  trimmed = hip_cell_dup_trimmed (cell);
  if (*trimmed == '\0')
    return NULL;
  text = g_string_new (trimmed);
  g_string_replace (text, "\r\n", "\n", 0);
  g_string_replace (text, "\r", "\n", 0);
  if (g_utf8_strlen (text->str, -1) > MAX_CHARACTERS)
    g_string_truncate (text, g_utf8_offset_to_pointer (text->str, MAX_CHARACTERS) - text->str);
  return g_string_free (text, FALSE);
}

/**
 * hip_cell_dup_excerpt:
 * @cell: a cell
 *
 * Returns: (transfer full): as much of it as a message can quote, without line ends
 */
char *
hip_cell_dup_excerpt (const char *cell)
{
  g_autofree char *trimmed = NULL;
  GString *excerpt;
  guint n = 0;

  g_return_val_if_fail (cell != NULL, NULL);

  trimmed = hip_cell_dup_trimmed (cell);
  excerpt = g_string_new (NULL);
  for (const char *p = trimmed; *p != '\0' && n < EXCERPT_CHARACTERS; p = g_utf8_next_char (p), n++)
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (excerpt, g_unichar_iscntrl (c) ? ' ' : c);
    }
  if (strlen (trimmed) > excerpt->len)
    g_string_append (excerpt, "…");
  return g_string_free (excerpt, FALSE);
}

/**
 * hip_cell_dup_key:
 * @cell: a word or a few, in any language
 *
 * Makes what is left of a name when how it is written does not matter: "Trail Run", "TrailRun" and
 * "trail-run" are the same.
 *
 * Returns: (transfer full): the key
 */
char *
hip_cell_dup_key (const char *cell)
{
  g_autofree char *composed = NULL;
  g_autofree char *folded = NULL;
  GString *key;

  g_return_val_if_fail (cell != NULL, NULL);

  composed = g_utf8_normalize (cell, -1, G_NORMALIZE_ALL_COMPOSE);
  folded = g_utf8_casefold (composed, -1);
  key = g_string_new (NULL);
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (key, c);
    }
  return g_string_free (key, FALSE);
}

/* Which of the marks in @text is the decimal one, 0 for none; '?' when nobody can tell. */
static char
find_decimal_mark (const char *text)
{
  const char *comma = strrchr (text, ',');
  const char *point = strrchr (text, '.');

  if (comma != NULL && point != NULL)
    return comma > point ? ',' : '.';
  if (comma == NULL)
    return '.';
  /* "10,500" is ten thousand to some and ten and a half to others. */
  if (strchr (text, ',') != comma || (strlen (comma + 1) == 3 && comma > text && *text != '0'))
    return '?';
  return ',';
}

/* Most numbers are whole and small. */
static gboolean
parse_digits (const char *cell, double *number)
{
  gsize length = strspn (cell, "0123456789");
  gint64 value = 0;

  if (length == 0 || length > MAX_DIGITS || cell[length] != '\0')
    return FALSE;
  for (gsize i = 0; i < length; i++)
    value = value * 10 + g_ascii_digit_value (cell[i]);
  *number = (double) value;
  return TRUE;
}

/**
 * hip_cell_parse_number:
 * @cell: a cell
 * @number: (out): the number
 *
 * Reads a number with a decimal point or comma. One comma with three digits behind it ("10,500")
 * can be read in two ways and is refused.
 *
 * Returns: whether it is a number
 */
gboolean
hip_cell_parse_number (const char *cell, double *number)
{
  g_autofree char *text = NULL;
  char *end;
  char mark;
  char *out;

  g_return_val_if_fail (cell != NULL, FALSE);

  if (parse_digits (cell, number))
    return TRUE;
  text = hip_cell_dup_trimmed (cell);
  mark = find_decimal_mark (text);
  if (mark == '?' || *text == '\0' || strspn (text, "0123456789+-.,eE") != strlen (text))
    return FALSE;

  out = text;
  for (const char *p = text; *p != '\0'; p++)
    if (*p == mark || (*p != ',' && *p != '.'))
      *out++ = *p == mark ? '.' : *p;
  *out = '\0';

  *number = g_ascii_strtod (text, &end);
  return end != text && *end == '\0' && isfinite (*number);
}

/**
 * hip_cell_parse_date:
 * @cell: a cell
 * @day: (out): the day
 *
 * Reads an ISO 8601 calendar date.
 *
 * Returns: whether it is one
 */
gboolean
hip_cell_parse_date (const char *cell, HipDay *day)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (cell != NULL, FALSE);

  text = hip_cell_dup_trimmed (cell);
  return hip_day_parse (text, day);
}

/* One or two digits and what ends them. */
static gboolean
take_two_digits (const char **text, int *value)
{
  int n = 0;

  *value = 0;
  while (n < 2 && g_ascii_isdigit (**text))
    {
      *value = *value * 10 + g_ascii_digit_value (**text);
      (*text)++;
      n++;
    }
  return n > 0;
}

/* "AM" or "PM" if there is one; FALSE if the hour is none of a clock of twelve. */
static gboolean
take_half_of_day (const char **text, int *hour)
{
  const char *half = skip_blanks (*text);
  gboolean afternoon = g_ascii_strncasecmp (half, "PM", 2) == 0;

  if (!afternoon && g_ascii_strncasecmp (half, "AM", 2) != 0)
    return TRUE;
  if (*hour < 1 || *hour > 12)
    return FALSE;
  *hour = *hour % 12 + (afternoon ? 12 : 0);
  *text = half + 2;
  return TRUE;
}

/**
 * hip_cell_parse_time:
 * @cell: a cell
 * @seconds_of_day: (out): seconds after midnight
 *
 * Reads a time of day, hours and minutes with or without seconds, with AM or PM behind it where a
 * spreadsheet has written it so.
 *
 * Returns: whether it is one
 */
gboolean
hip_cell_parse_time (const char *cell, gint32 *seconds_of_day)
{
  g_autofree char *text = NULL;
  const char *p;
  int parts[3] = { 0 };
  int n = 0;

  g_return_val_if_fail (cell != NULL, FALSE);

  text = hip_cell_dup_trimmed (cell);
  p = text;
  while (n < 3 && take_two_digits (&p, &parts[n]))
    {
      n++;
      if (*p != ':')
        break;
      p++;
    }
  if (n < 2 || p[-1] == ':' || !take_half_of_day (&p, &parts[0]) || *p != '\0' || parts[0] > 23
      || parts[1] > 59 || parts[2] > 59)
    return FALSE;
  *seconds_of_day = parts[0] * 3600 + parts[1] * 60 + parts[2];
  return TRUE;
}

/**
 * hip_cell_parse_duration:
 * @cell: a cell
 * @seconds: (out): the duration in seconds
 *
 * Reads minutes and seconds, with or without hours before and decimals behind them.
 *
 * Returns: whether it is a duration
 */
gboolean
hip_cell_parse_duration (const char *cell, double *seconds)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;
  guint n;

  g_return_val_if_fail (cell != NULL && seconds != NULL, FALSE);

  text = g_strdelimit (hip_cell_dup_trimmed (cell), ",", '.');
  parts = g_strsplit (text, ":", 4);
  n = g_strv_length (parts);
  *seconds = 0;
  for (guint i = 0; i < n; i++)
    {
      gboolean last = i == n - 1;
      char *end;

      if (!g_ascii_isdigit (*parts[i])
          || strspn (parts[i], last ? "0123456789." : "0123456789") != strlen (parts[i]))
        return FALSE;
      *seconds = *seconds * 60 + g_ascii_strtod (parts[i], &end);
      if (*end != '\0')
        return FALSE;
    }
  return n == 2 || n == 3;
}
