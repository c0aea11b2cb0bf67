// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-date-pieces.h"

#include <string.h>

/* How the names of the months begin, in lower case, in the languages that write them out. */
static const char *const month_stems[12][12] = {
  { "jan", "gen", "ene", "sty", "oca", "янв" },
  { "feb", "fév", "fev", "lut", "şub", "фев" },
  { "mar", "mär", "mrt", "maa", "már", "мар" },
  { "apr", "avr", "abr", "kwi", "nis", "ápr", "апр" },
  { "may", "mai", "mei", "maj", "mag", "máj", "мая", "май" },
  { "jun", "juin", "giu", "cze", "haz", "jún", "июн" },
  { "jul", "juil", "lug", "lip", "tem", "júl", "июл" },
  { "aug", "aoû", "aou", "ago", "sie", "ağu", "авг" },
  { "sep", "set", "wrz", "szept", "eyl", "сен" },
  { "oct", "okt", "ott", "out", "paź", "eki", "окт" },
  { "nov", "lis", "kas", "ноя" },
  { "dec", "déc", "dez", "dic", "des", "gru", "ara", "дек" },
};

static int
find_month (const char *word)
{
  for (int month = 0; month < 12; month++)
    for (guint i = 0; i < G_N_ELEMENTS (month_stems[0]) && month_stems[month][i] != NULL; i++)
      if (g_str_has_prefix (word, month_stems[month][i]))
        return month + 1;
  return 0;
}

static void
take_word (HipDatePieces *pieces, const char *word)
{
  int month = find_month (word);

  if (month != 0 && pieces->month == 0)
    pieces->month = month;
  else if (g_str_equal (word, "am") || g_str_equal (word, "上午") || g_str_equal (word, "오전"))
    pieces->half = 1;
  else if (g_str_equal (word, "pm") || g_str_equal (word, "下午") || g_str_equal (word, "오후"))
    pieces->half = 2;
}

/* Letters, and the marks that cut them short: "a. m." is one word. */
static const char *
scan_word (const char *p, GString *word)
{
  g_string_truncate (word, 0);
  while (g_unichar_isalpha (g_utf8_get_char (p)))
    {
      g_string_append_unichar (word, g_utf8_get_char (p));
      p = g_utf8_next_char (p);
    }
  if (word->len == 1 && strchr ("ap", word->str[0]) != NULL && *p == '.')
    {
      const char *rest = p + 1;

      while (g_unichar_isspace (g_utf8_get_char (rest)))
        rest = g_utf8_next_char (rest);
      if (g_ascii_tolower (*rest) == 'm')
        {
          g_string_append_c (word, 'm');
          return rest + 1;
        }
    }
  return p;
}

static const char *
scan_number (const char *p, int *value, int *digits)
{
  *value = 0;
  for (*digits = 0; g_ascii_isdigit (*p); p++, (*digits)++)
    *value = *digits < 6 ? *value * 10 + g_ascii_digit_value (*p) : G_MAXINT;
  return p;
}

/**
 * hip_date_pieces_scan:
 * @text: a date, and maybe a time of day, in any of the languages that are known
 * @pieces: (out caller-allocates): what it is made of
 *
 * Takes a date to pieces.
 *
 * Returns: whether it has at most six numbers
 */
gboolean
hip_date_pieces_scan (const char *text, HipDatePieces *pieces)
{
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *folded = composed != NULL ? g_utf8_strdown (composed, -1) : NULL;
  g_autoptr (GString) word = g_string_new (NULL);
  const char *p = folded;

  *pieces = (HipDatePieces) { 0 };
  while (p != NULL && *p != '\0')
    {
      if (g_ascii_isdigit (*p))
        {
          int i = pieces->n_numbers++;

          if (i >= 6)
            return FALSE;
          if (i == 1)
            pieces->mark = p[-1];
          p = scan_number (p, &pieces->numbers[i], &pieces->digits[i]);
        }
      else if (g_unichar_isalpha (g_utf8_get_char (p)))
        {
          p = scan_word (p, word);
          take_word (pieces, word->str);
        }
      else
        {
          pieces->slashes |= *p == '/';
          p = g_utf8_next_char (p);
        }
    }
  return p != NULL;
}

/**
 * hip_date_pieces_get_time:
 * @pieces: of a date and time of day
 * @n_date: how many of its numbers belong to the date
 * @hms: (out) (array fixed-size=3): hours, minutes and seconds; midnight where there are none
 *
 * Returns: whether what follows the date is a time of day, or nothing
 */
gboolean
hip_date_pieces_get_time (const HipDatePieces *pieces, int n_date, int hms[3])
{
  g_return_val_if_fail (pieces != NULL && n_date >= 0 && n_date <= pieces->n_numbers, FALSE);

  hms[0] = hms[1] = hms[2] = 0;
  if (pieces->n_numbers - n_date > 3)
    return FALSE;
  for (int i = n_date; i < pieces->n_numbers; i++)
    hms[i - n_date] = pieces->numbers[i];
  if (pieces->half != 0)
    {
      if (hms[0] < 1 || hms[0] > 12)
        return FALSE;
      hms[0] = hms[0] % 12 + (pieces->half == 2 ? 12 : 0);
    }
  return hms[0] <= 23 && hms[1] <= 59 && hms[2] <= 59;
}
