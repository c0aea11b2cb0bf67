// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-guide-index.h"

#include <math.h>
#include <string.h>

/* How much a word counts, by where it stands. */
#define WEIGHT_TITLE   12
#define WEIGHT_KEYWORD 10
#define WEIGHT_SUMMARY 4
#define WEIGHT_SYMPTOM 4
#define WEIGHT_HEADING 2
#define WEIGHT_TEXT    1

/* How well it is met. A phrase that is a title or a keyword beats any sum of single words. */
#define MATCH_EXACT  3
#define MATCH_PREFIX 2
#define MATCH_PART   1
#define BONUS_PHRASE 2000
#define BONUS_PART   200 /* the query begins a phrase, or has one of several words in it */

/* Of what the best page meets of the query, what another has to meet to be named as well. */
#define KEPT_SHARE 0.7

/* Shorter pieces inside a word say nothing; in writing without spaces two signs already do. */
#define MIN_PART_BYTES 4
#define MAX_ENDING     3

typedef struct
{
  HipGuidePage *page; /* (owned) */
  GHashTable *words;  /* (owned) (element-type utf8 int): folded word, its best weight */
  GPtrArray *phrases; /* (owned) (element-type utf8): title and keywords, folded */
} Entry;

struct _HipGuideIndex
{
  GPtrArray *entries; /* (owned) (element-type Entry) */
};

typedef struct
{
  HipGuidePage *page; /* (borrowed) */
  guint place;        /* in the guide, for a stable order */
  double met;         /* worth of the query's words that it has */
  double score;
} Match;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  hip_guide_page_unref (entry->page);
  g_hash_table_unref (entry->words);
  g_ptr_array_unref (entry->phrases);
  g_free (entry);
}

/* Lower case, no accents, words separated by single spaces: "Hüft-Öl’s" becomes "huft ols". */
static char *
fold (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *lower = g_utf8_casefold (valid, -1);
  g_autofree char *apart = g_utf8_normalize (lower, -1, G_NORMALIZE_ALL);
  GString *folded = g_string_new (NULL);

  for (const char *p = apart; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (folded, c);
      else if (!g_unichar_ismark (c) && c != '\'' && c != 0x2019 && folded->len > 0
               && folded->str[folded->len - 1] != ' ')
        g_string_append_c (folded, ' ');
    }
  return g_strchomp (g_string_free (folded, FALSE));
}

static void
add_text (Entry *entry, const char *text, int weight)
{
  g_autofree char *folded = fold (text);
  g_auto(GStrv) words = g_strsplit (folded, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      int known = GPOINTER_TO_INT (g_hash_table_lookup (entry->words, words[i]));

      if (weight > known && words[i][0] != '\0')
        g_hash_table_replace (entry->words, g_strdup (words[i]), GINT_TO_POINTER (weight));
    }
}

static void
add_phrase (Entry *entry, const char *text, int weight)
{
  g_ptr_array_add (entry->phrases, fold (text));
  add_text (entry, text, weight);
}

static void
add_set (Entry *entry, const HipVocabulary *vocabulary, guint32 set)
{
  g_autofree char *labels = hip_vocabulary_set_to_labels (vocabulary, set);

  add_text (entry, labels, WEIGHT_SYMPTOM);
}

static void
add_block (Entry *entry, const HipGuideBlock *block)
{
  if (block->title != NULL)
    add_text (entry, block->title, WEIGHT_HEADING);
  for (guint i = 0; i < block->items->len; i++)
    {
      g_autofree char *text = hip_guide_item_to_text (g_ptr_array_index (block->items, i));

      add_text (entry, text, WEIGHT_TEXT);
    }
}

static void
add_section (Entry *entry, const HipGuideSection *section)
{
  add_text (entry, section->title, WEIGHT_HEADING);
  for (guint i = 0; i < section->blocks->len; i++)
    add_block (entry, g_ptr_array_index (section->blocks, i));
}

static Entry *
entry_new (HipGuidePage *page)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->page = hip_guide_page_ref (page);
  entry->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  entry->phrases = g_ptr_array_new_with_free_func (g_free);
  add_phrase (entry, page->title, WEIGHT_TITLE);
  for (guint i = 0; page->keywords[i] != NULL; i++)
    add_phrase (entry, page->keywords[i], WEIGHT_KEYWORD);
  add_text (entry, page->id, WEIGHT_KEYWORD);
  add_text (entry, page->summary, WEIGHT_SUMMARY);
  add_set (entry, hip_vocabulary_areas (), page->symptoms.areas);
  add_set (entry, hip_vocabulary_qualities (), page->symptoms.qualities);
  add_set (entry, hip_vocabulary_timings (), page->symptoms.timings);
  for (guint i = 0; i < page->sections->len; i++)
    add_section (entry, g_ptr_array_index (page->sections, i));
  return entry;
}

/**
 * hip_guide_index_new: (skip)
 * @pages: (element-type HipGuidePage): the pages to be found
 *
 * Folds and weighs all words of the pages.
 *
 * Returns: (transfer full): an index; it holds references to the pages
 */
HipGuideIndex *
hip_guide_index_new (GPtrArray *pages)
{
  HipGuideIndex *self = g_new0 (HipGuideIndex, 1);

  self->entries = g_ptr_array_new_with_free_func (entry_free);
  for (guint i = 0; i < pages->len; i++)
    g_ptr_array_add (self->entries, entry_new (g_ptr_array_index (pages, i)));
  return self;
}

/**
 * hip_guide_index_free: (skip)
 * @self: (transfer full): an index
 *
 * Frees an index.
 */
void
hip_guide_index_free (HipGuideIndex *self)
{
  g_ptr_array_unref (self->entries);
  g_free (self);
}

/* "shoes" meets "shoe", "sleeping" "sleep": a word is met by one with a short ending more. */
static gboolean
is_with_ending (const char *asked, const char *word)
{
  gsize length = strlen (word);

  return length >= MIN_PART_BYTES && g_str_has_prefix (asked, word)
         && strlen (asked) - length <= MAX_ENDING;
}

static int
match_word (const char *asked, const char *word)
{
  if (g_str_equal (asked, word))
    return MATCH_EXACT;
  if (g_str_has_prefix (word, asked) || is_with_ending (asked, word))
    return MATCH_PREFIX;
  if (strlen (asked) >= MIN_PART_BYTES && strstr (word, asked) != NULL)
    return MATCH_PART;
  return 0;
}

static int
score_word (const Entry *entry, const char *asked)
{
  GHashTableIter iter;
  gpointer word;
  gpointer weight;
  int best = 0;

  g_hash_table_iter_init (&iter, entry->words);
  while (g_hash_table_iter_next (&iter, &word, &weight))
    best = MAX (best, match_word (asked, word) * GPOINTER_TO_INT (weight));
  return best;
}

/* How well each page has each word of the query, a row of @n_asked for every page. */
static int *
score_words (const HipGuideIndex *self, char **asked, guint n_asked)
{
  int *scores = g_new (int, MAX (1, self->entries->len * n_asked));

  for (guint i = 0; i < self->entries->len; i++)
    for (guint j = 0; j < n_asked; j++)
      scores[i * n_asked + j] = score_word (g_ptr_array_index (self->entries, i), asked[j]);
  return scores;
}

/* What a word tells: much where few pages have it, next to nothing where all do, as "hip". */
static double
get_worth (const int *scores, guint n_entries, guint n_asked, guint word)
{
  guint n = 0;

  for (guint i = 0; i < n_entries; i++)
    n += scores[i * n_asked + word] > 0 ? 1 : 0;
  return n > 0 ? log ((n_entries + 1.0) / n) : 0;
}

static double *
get_worths (const int *scores, guint n_entries, guint n_asked)
{
  double *worths = g_new (double, MAX (1, n_asked));

  for (guint i = 0; i < n_asked; i++)
    worths[i] = get_worth (scores, n_entries, n_asked, i);
  return worths;
}

/* Whether several words stand in the query next to each other, as whole words. */
static gboolean
is_within (const char *phrase, const char *query)
{
  const char *found = strchr (phrase, ' ') != NULL ? strstr (query, phrase) : NULL;
  const char *end = found != NULL ? found + strlen (phrase) : NULL;

  return found != NULL && (found == query || found[-1] == ' ') && (*end == ' ' || *end == '\0');
}

static int
score_phrase (const Entry *entry, const char *query)
{
  int best = 0;

  for (guint i = 0; i < entry->phrases->len; i++)
    {
      const char *phrase = g_ptr_array_index (entry->phrases, i);

      if (g_str_equal (phrase, query))
        best = MAX (best, BONUS_PHRASE);
      else if (g_str_has_prefix (phrase, query) || is_within (phrase, query))
        best = MAX (best, BONUS_PART);
    }
  return best;
}

static Match
match_entry (const Entry *entry,
             const char *query,
             const int *scores,
             const double *worths,
             guint n_asked)
{
  Match match = { .page = entry->page, .score = score_phrase (entry, query) };

  for (guint i = 0; i < n_asked; i++)
    {
      match.met += scores[i] > 0 ? worths[i] : 0;
      match.score += worths[i] * scores[i];
    }
  return match;
}

static int
compare_matches (gconstpointer a, gconstpointer b)
{
  const Match *x = a;
  const Match *y = b;

  if (x->score > y->score || x->score < y->score)
    return x->score > y->score ? -1 : 1;
  return x->place < y->place ? -1 : x->place > y->place;
}

/* Only pages that meet nearly as much as any page does. */
static GPtrArray *
collect (GArray *matches, double most)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) hip_guide_page_unref);

  g_array_sort (matches, compare_matches);
  for (guint i = 0; i < matches->len; i++)
    {
      const Match *match = &g_array_index (matches, Match, i);

      if (most > 0 && match->met >= KEPT_SHARE * most)
        g_ptr_array_add (pages, hip_guide_page_ref (match->page));
    }
  return pages;
}

/**
 * hip_guide_index_search: (skip)
 * @self: an index
 * @query: what the reader typed
 *
 * Looks for pages by the beginnings of words, case and accents aside. Rare words count more than
 * common ones, so that a whole sentence finds its page too. Pages that meet much less of the
 * query than the best one does are left out.
 *
 * Returns: (transfer full) (element-type HipGuidePage): pages, best first
 */
GPtrArray *
hip_guide_index_search (const HipGuideIndex *self, const char *query)
{
  guint n_entries = self->entries->len;
  g_autofree char *folded = fold (query);
  g_auto(GStrv) asked = g_strsplit (folded, " ", -1);
  guint n_asked = g_strv_length (asked);
  g_autofree int *scores = score_words (self, asked, n_asked);
  g_autofree double *worths = get_worths (scores, n_entries, n_asked);
  g_autoptr(GArray) matches = g_array_new (FALSE, FALSE, sizeof (Match));
  double most = 0;

  for (guint i = 0; i < n_entries; i++)
    {
      Match match = match_entry (g_ptr_array_index (self->entries, i), folded, scores + i * n_asked,
                                 worths, n_asked);

      match.place = i;
      most = MAX (most, match.met);
      g_array_append_val (matches, match);
    }
  return collect (matches, most);
}
