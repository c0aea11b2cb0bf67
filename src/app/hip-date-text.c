// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-date-text.h"

#include <langinfo.h>
#include <string.h>

#include <glib/gi18n.h>

#include "hip-record.h"

/* Dates as people type them: in figures in their country's order, or with the
 * month's name. The order comes from the locale's own short date. */

/**
 * hip_date_text_format:
 * @day: a day, or %HIP_DAY_NONE
 *
 * Returns: (transfer full): the locale's short date, with all four figures of
 *   the year; empty for %HIP_DAY_NONE
 */
char *
hip_date_text_format (HipDay day)
{
  g_autoptr (GString) format = g_string_new (nl_langinfo (D_FMT));

  if (day == HIP_DAY_NONE)
    return g_strdup ("");
  g_string_replace (format, "%y", "%Y", 0);
  return hip_day_format (day, format->str);
}

/* The letters d, m and y in the order in which the locale writes them. */
static void
find_order (char order[4])
{
  const char *format = nl_langinfo (D_FMT);
  guint n = 0;

  memset (order, 0, 4);
  for (const char *p = format; *p && n < 3; p++)
    {
      char letter = g_ascii_tolower (*p);

      if (letter == 'e')
        letter = 'd';
      if ((letter == 'd' || letter == 'm' || letter == 'y') && strchr (order, letter) == NULL)
        order[n++] = letter;
    }
  if (n < 3)
    strcpy (order, "dmy");
}

/* Reads up to three numbers; FALSE when there is anything else than separators between them. */
static gboolean
read_numbers (const char *text, int numbers[3], guint *n)
{
  gboolean in_number = FALSE;

  *n = 0;
  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isdigit (c))
        {
          if (g_unichar_isalpha (c))
            return FALSE;
          in_number = FALSE;
          continue;
        }
      if (!in_number && *n == 3)
        return FALSE;
      if (!in_number)
        numbers[(*n)++] = 0;
      in_number = TRUE;
      numbers[*n - 1] = MIN (numbers[*n - 1], 99999) * 10 + g_unichar_digit_value (c);
    }
  return *n >= 2;
}

static gboolean
is_date (int year, int month, int day_of_month)
{
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day_of_month >= 1
         && g_date_valid_dmy (day_of_month, month, year);
}

/* Without a year it is the latest such date that is not to come. */
static gboolean
make_day (int year, int month, int day_of_month, HipDay today, HipDay *day)
{
  int this_year;

  hip_day_get_ymd (today, &this_year, NULL, NULL);
  if (year >= 0 && year < 100)
    year += this_year - this_year % 100;
  if (year < 0)
    {
      year = this_year;
      if (is_date (year, month, day_of_month)
          && hip_day_from_ymd (year, month, day_of_month) > today)
        year--;
    }
  if (!is_date (year, month, day_of_month))
    return FALSE;
  *day = hip_day_from_ymd (year, month, day_of_month);
  return TRUE;
}

static gboolean
parse_numbers (const char *text, HipDay today, HipDay *day)
{
  int numbers[3] = { 0 }, year = -1, month = 0, day_of_month = 0;
  char order[4];
  guint n, used = 0;

  if (!read_numbers (text, numbers, &n))
    return FALSE;
  find_order (order);
  for (guint i = 0; i < 3; i++)
    {
      if (n == 2 && order[i] == 'y')
        continue;
      if (order[i] == 'y')
        year = numbers[used++];
      else if (order[i] == 'm')
        month = numbers[used++];
      else
        day_of_month = numbers[used++];
    }
  return make_day (year, month, day_of_month, today, day);
}

static gboolean
is_word (const char *text, const char *word)
{
  g_autofree char *a = g_utf8_casefold (text, -1);
  g_autofree char *b = g_utf8_casefold (word, -1);

  return g_str_equal (a, b);
}

static gboolean
parse_words (const char *text, HipDay today, HipDay *day)
{
  GDate date;

  if (is_word (text, _ ("today")) || is_word (text, _ ("yesterday")))
    {
      *day = is_word (text, _ ("today")) ? today : today - 1;
      return TRUE;
    }
  g_date_clear (&date, 1);
  g_date_set_parse (&date, text);
  if (!g_date_valid (&date))
    return FALSE;
  *day =
      hip_day_from_ymd (g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
  return TRUE;
}

/**
 * hip_date_text_parse:
 * @text: what somebody typed
 * @today: the current day, which decides on a year that is not given
 * @day: (out): return location for the day; %HIP_DAY_NONE if @text is empty
 * @error: return location for a sentence
 *
 * Understands "2026-03-02", the locale's short date with or without its year,
 * "2 March 2026" and "today" or "yesterday".
 *
 * Returns: whether @text was understood
 */
gboolean
hip_date_text_parse (const char *text, HipDay today, HipDay *day, GError **error)
{
  g_autofree char *stripped = NULL;
  g_autofree char *example = NULL;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (day != NULL, FALSE);

  stripped = g_strstrip (g_strdup (text));
  *day = HIP_DAY_NONE;
  if (*stripped == '\0' || hip_day_parse (stripped, day) || parse_numbers (stripped, today, day)
      || parse_words (stripped, today, day))
    return TRUE;
  *day = HIP_DAY_NONE;
  example = hip_date_text_format (today);
  g_set_error (error, HIP_RECORD_ERROR, HIP_RECORD_ERROR_SYNTAX,
               /* Translators: %s is today's date as an example */
               _ ("Type a date such as %s, or choose one from the calendar."), example);
  return FALSE;
}
