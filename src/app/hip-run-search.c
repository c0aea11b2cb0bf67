// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-run-search.h"

#include <string.h>

/* Everything that few values share (pairs, surfaces, months, weekdays) is compared once per
 * word, here, so that a hundred thousand runs only cost a look-up each. */
typedef struct
{
  char *folded;
  GHashTable *shoes; /* (owned): ids (gint64) of the pairs the word names */
  guint32 surfaces;  /* bit n: the surface n */
  guint32 months;    /* bit n: the month n, 1..12 */
  guint32 weekdays;  /* bit n: the GDateWeekday n */
  int number;        /* a day of the month or a year, or -1 */
  gboolean is_date;  /* digits and dashes: the start of an ISO date */
} Word;

struct _HipRunSearch
{
  GArray *words;    /* (owned): of Word */
  GString *scratch; /* (owned): a text without case and accents, while it is compared */
};

static gboolean
is_ascii (const char *text)
{
  for (; *text; text++)
    if ((guchar) *text >= 0x80)
      return FALSE;
  return TRUE;
}

static void
fold_char (GString *folded, gunichar c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n;

  if (c == 0xdf) /* ß, which has no other letter for a lower case of it */
    {
      g_string_append (folded, "ss");
      return;
    }
  n = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < n; i++)
    if (!g_unichar_ismark (parts[i]))
      g_string_append_unichar (folded, g_unichar_tolower (parts[i]));
}

/* Without case and accents, so that "muller" finds "Müller". Into a buffer that is kept: long
 * logs have many notes. */
static void
fold_into (GString *folded, const char *text)
{
  g_string_truncate (folded, 0);
  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      if ((guchar) *p < 0x80)
        g_string_append_c (folded, g_ascii_tolower (*p));
      else
        fold_char (folded, g_utf8_get_char (p));
    }
}

static char *
fold (const char *text)
{
  g_autoptr (GString) folded = g_string_new (NULL);

  fold_into (folded, text);
  return g_strdup (folded->str);
}

static gboolean
starts_with_ascii (const char *text, const char *folded)
{
  while (*folded && g_ascii_tolower (*text) == *folded)
    text++, folded++;
  return *folded == '\0';
}

static gboolean
contains (const char *text, const char *folded, GString *scratch)
{
  if (text == NULL)
    return FALSE;
  if (!is_ascii (text))
    {
      fold_into (scratch, text);
      return strstr (scratch->str, folded) != NULL;
    }
  for (; *text; text++)
    if (starts_with_ascii (text, folded))
      return TRUE;
  return FALSE;
}

/* A name of the calendar matches from its third letter on, or whole. */
static gboolean
names_day (HipDay day, const char *format, const char *folded)
{
  g_autofree char *name = hip_day_format (day, format);
  g_autofree char *bare = fold (name);

  if (strcmp (bare, folded) == 0)
    return TRUE;
  return g_utf8_strlen (folded, -1) >= 3 && g_str_has_prefix (bare, folded);
}

static void
find_calendar (Word *word)
{
  /* 1 January 2024 was a Monday. */
  for (int month = 1; month <= 12; month++)
    {
      HipDay day = hip_day_from_ymd (2024, month, 1);

      if (names_day (day, "%B", word->folded) || names_day (day, "%OB", word->folded)
          || names_day (day, "%b", word->folded))
        word->months |= 1u << month;
    }
  for (int weekday = G_DATE_MONDAY; weekday <= G_DATE_SUNDAY; weekday++)
    {
      HipDay day = hip_day_from_ymd (2024, 1, weekday);

      if (names_day (day, "%A", word->folded) || names_day (day, "%a", word->folded))
        word->weekdays |= 1u << weekday;
    }
}

static void
find_shoes (Word *word, HipHistory *history, GString *scratch)
{
  word->shoes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < hip_history_get_n_shoes (history); i++)
    {
      HipShoe *shoe = hip_history_get_shoe (history, i);

      if (contains (shoe->name, word->folded, scratch)
          || contains (shoe->brand, word->folded, scratch)
          || contains (shoe->model, word->folded, scratch))
        g_hash_table_add (word->shoes, g_memdup2 (&shoe->rec.id, sizeof shoe->rec.id));
    }
}

static void
find_surfaces (Word *word, GString *scratch)
{
  const HipVocabulary *surfaces = hip_vocabulary_surfaces ();

  for (guint i = 1; i <= hip_vocabulary_get_n (surfaces); i++)
    if (contains (hip_vocabulary_get_label (surfaces, i), word->folded, scratch))
      word->surfaces |= 1u << i;
}

/* "2" and "14." are days of the month, "2026" a year. */
static int
read_number (const char *folded)
{
  size_t digits = strspn (folded, "0123456789");
  size_t rest = strlen (folded) - digits;

  if (digits == 0 || digits > 4 || rest > 1 || (rest == 1 && strchr (".,", folded[digits]) == NULL))
    return -1;
  return (int) g_ascii_strtoll (folded, NULL, 10);
}

static void
add_word (HipRunSearch *self, const char *text, HipHistory *history)
{
  Word word = { .folded = fold (text), .number = -1 };

  find_calendar (&word);
  find_shoes (&word, history, self->scratch);
  find_surfaces (&word, self->scratch);
  word.number = read_number (word.folded);
  word.is_date = strlen (word.folded) >= 5 && word.folded[4] == '-'
                 && strspn (word.folded, "0123456789-") == strlen (word.folded);
  g_array_append_val (self->words, word);
}

static void
clear_word (gpointer data)
{
  Word *word = data;

  g_free (word->folded);
  g_hash_table_unref (word->shoes);
}

/**
 * hip_run_search_new:
 * @query: what the runner typed
 * @history: the log to search, for the names of its pairs
 *
 * Every word of @query has to be found in a run: in its title or note, its
 * pair's name, its surface, or its date ("march", "mon", "14", "2026",
 * "2026-03"). Case and accents do not matter.
 *
 * Returns: (transfer full): a search that matches everything if @query is empty
 */
HipRunSearch *
hip_run_search_new (const char *query, HipHistory *history)
{
  HipRunSearch *self;
  g_auto (GStrv) texts = NULL;

  g_return_val_if_fail (query != NULL, NULL);
  g_return_val_if_fail (history != NULL, NULL);

  self = g_new0 (HipRunSearch, 1);
  self->scratch = g_string_new (NULL);
  self->words = g_array_new (FALSE, FALSE, sizeof (Word));
  g_array_set_clear_func (self->words, clear_word);
  texts = g_strsplit_set (query, " \t\n", -1);
  for (guint i = 0; texts[i] != NULL; i++)
    if (*texts[i] != '\0')
      add_word (self, texts[i], history);
  return self;
}

/**
 * hip_run_search_free:
 * @self: (transfer full): a search
 *
 * Frees the search.
 */
void
hip_run_search_free (HipRunSearch *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->words);
  g_string_free (self->scratch, TRUE);
  g_free (self);
}

static gboolean
word_matches_date (const Word *word, HipDay date)
{
  int year, month, day;

  if (word->months == 0 && word->weekdays == 0 && word->number < 0 && !word->is_date)
    return FALSE;
  hip_day_get_ymd (date, &year, &month, &day);
  if (word->is_date)
    {
      g_autofree char *iso = hip_day_to_iso (date);
      return g_str_has_prefix (iso, word->folded);
    }
  return (word->months & (1u << month)) || (word->weekdays & (1u << hip_day_get_weekday (date)))
         || word->number == day || word->number == year;
}

static gboolean
word_matches (const Word *word, const HipRun *run, GString *scratch)
{
  if (word->surfaces & (1u << run->surface))
    return TRUE;
  if (run->shoe_id != 0 && g_hash_table_contains (word->shoes, &run->shoe_id))
    return TRUE;
  return word_matches_date (word, run->date) || contains (run->title, word->folded, scratch)
         || contains (run->note, word->folded, scratch);
}

/**
 * hip_run_search_matches:
 * @self: a search
 * @run: a run of the history the search was made with
 *
 * Returns: whether every word is found in @run
 */
gboolean
hip_run_search_matches (const HipRunSearch *self, const HipRun *run)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (run != NULL, FALSE);

  for (guint i = 0; i < self->words->len; i++)
    if (!word_matches (&g_array_index (self->words, Word, i), run, self->scratch))
      return FALSE;
  return TRUE;
}
