// SPDX-License-Identifier: GPL-3.0-or-later
/* Which pages to read for what hurts. The weights are those of text retrieval (tf-idf): a word
 * tells the more, the fewer conditions share it, and the less, the more words of its field a page
 * names. It is an order for reading and no more: how common a condition is does not enter. */
#include "config.h"

#include "hip-symptom-finder.h"

#include <math.h>

#include <glib/gi18n.h>

#define HELP_PAGE "get-help"
#define BONE_PAGE "stress-fracture"

/* Scores are hundredths of a bit of information. */
#define SCALE 100
/* Ours: a word that a page does not name is as if one in four runners told it all the same. */
#define CONTRARY_BITS 2
/* A rank is worth more than any sum of words. */
#define RANK_STEP 100000

/* Red flags that say of pain at the front what the questions about bone stress ask. */
#define BONE_FLAGS                                                                                 \
  (HIP_FLAG_WEIGHT_BEARING | HIP_FLAG_NIGHT_PAIN | HIP_FLAG_REST_PAIN | HIP_FLAG_DAILY_ACTIVITIES)
#define BONE_QUALITIES (HIP_QUALITY_DEEP_ACHE | HIP_QUALITY_THROBBING)
#define REST_TIMINGS   (HIP_TIMING_AT_REST | HIP_TIMING_AT_NIGHT)

#define ONSET_BIT(onset) (1u << ((onset) - 1))

typedef enum
{
  RANK_ELSEWHERE, /* names areas, but none that was told */
  RANK_HABIT,     /* adds to what hurts there */
  RANK_CONDITION, /* hurts there */
  RANK_BONE,      /* must not be overlooked */
  RANK_HELP,      /* comes before all reading */
} Rank;

typedef struct
{
  gsize offset; /* of the set in HipSymptoms */
  const HipVocabulary *(*get_vocabulary) (void);
  double weight;
  gboolean excludes; /* a word that the page does not name speaks against it */
} Field;

/* Any cause may come with a red flag, and whoever hurts runs somewhere: these never speak against
 * a page, and the ground is only a hint. That areas tell most is a matter of ranks. */
static const Field fields[] = {
  { G_STRUCT_OFFSET (HipSymptoms, areas), hip_vocabulary_areas, 1.0, TRUE },
  { G_STRUCT_OFFSET (HipSymptoms, qualities), hip_vocabulary_qualities, 1.0, TRUE },
  { G_STRUCT_OFFSET (HipSymptoms, timings), hip_vocabulary_timings, 1.0, TRUE },
  { G_STRUCT_OFFSET (HipSymptoms, onsets), hip_vocabulary_onsets, 1.0, TRUE },
  { G_STRUCT_OFFSET (HipSymptoms, flags), hip_vocabulary_flags, 1.0, FALSE },
  { G_STRUCT_OFFSET (HipSymptoms, surfaces), hip_vocabulary_surfaces, 0.25, FALSE },
  { G_STRUCT_OFFSET (HipSymptoms, grounds), hip_vocabulary_grounds, 0.25, FALSE },
};

static guint32 *
get_set (HipSymptoms *symptoms, const Field *field)
{
  return &G_STRUCT_MEMBER (guint32, symptoms, field->offset);
}

static guint32
peek_set (const HipSymptoms *symptoms, const Field *field)
{
  return G_STRUCT_MEMBER (const guint32, symptoms, field->offset);
}

/**
 * hip_symptoms_is_empty:
 * @self: what a runner tells
 *
 * Tells whether there is nothing to go by: the ground of the runs alone is no complaint.
 *
 * Returns: whether nothing is told of the pain itself
 */
gboolean
hip_symptoms_is_empty (const HipSymptoms *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return (self->areas | self->qualities | self->timings | self->onsets | self->flags) == 0;
}

/**
 * hip_symptoms_add:
 * @self: what a runner tells
 * @more: what else
 *
 * Adds every word of @more.
 */
void
hip_symptoms_add (HipSymptoms *self, const HipSymptoms *more)
{
  g_return_if_fail (self != NULL && more != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    *get_set (self, &fields[i]) |= peek_set (more, &fields[i]);
}

/* A red flag counts whatever the score, until a professional has seen it. */
static void
add_pain_day (HipSymptoms *self, const HipPainDay *pain)
{
  if (!pain->seen)
    self->flags |= pain->flags;
  if (pain->score < 1)
    return;
  self->areas |= pain->areas;
  self->qualities |= pain->qualities;
  self->timings |= pain->timings;
  if (pain->onset != HIP_ONSET_UNKNOWN)
    self->onsets |= ONSET_BIT (pain->onset);
}

static void
add_pain (HipSymptoms *self, HipHistory *history, HipDay from, HipDay to, HipSides sides)
{
  guint n = hip_history_get_n_pain_days (history);

  for (guint i = hip_history_find_pain_day (history, from); i < n; i++)
    {
      const HipPainDay *pain = hip_history_get_pain_day (history, i);

      if (pain->date > to)
        break;
      if (sides & (1u << pain->side))
        add_pain_day (self, pain);
    }
}

/* Answers to questions are about no side, so they are about both. */
static void
add_screenings (HipSymptoms *self, HipHistory *history, HipDay from, HipDay to)
{
  guint n = hip_history_get_n_screenings (history);

  for (guint i = hip_history_find_screening (history, from); i < n; i++)
    {
      const HipScreening *screening = hip_history_get_screening (history, i);

      if (screening->date > to)
        break;
      if (!screening->seen)
        self->flags |= screening->yes;
    }
}

static void
add_runs (HipSymptoms *self, HipHistory *history, HipDay from, HipDay to)
{
  guint n = hip_history_get_n_runs (history);

  for (guint i = hip_history_find_run (history, from); i < n; i++)
    {
      const HipRun *run = hip_history_get_run (history, i);

      if (run->date > to)
        break;
      if (run->surface != HIP_SURFACE_UNKNOWN)
        self->surfaces |= 1u << (run->surface - 1);
      if (run->ground != HIP_GROUND_UNKNOWN)
        self->grounds |= 1u << (run->ground - 1);
    }
}

/**
 * hip_symptoms_from_history:
 * @history: the log
 * @on: the day that is asked about
 * @sides: the hips that are asked about
 * @self: (out caller-allocates): what the log tells
 *
 * Collects what the log holds for @on and the days before, %HIP_SYMPTOMS_LOG_DAYS in all: the
 * words of days with a score of 1 or more, red flags that no professional has seen, and what the
 * runs were run on.
 */
void
hip_symptoms_from_history (HipHistory *history, HipDay on, HipSides sides, HipSymptoms *self)
{
  HipDay from = on - HIP_SYMPTOMS_LOG_DAYS + 1;

  g_return_if_fail (history != NULL && self != NULL);

  *self = (HipSymptoms) { 0 };
  add_pain (self, history, from, on, sides);
  add_screenings (self, history, from, on);
  add_runs (self, history, from, on);
}

/**
 * hip_symptoms_get_red_flags:
 * @self: what a runner tells
 *
 * Gets the red flags. A beginning with a pop, or after a fall, is one whether it was ticked as a
 * red flag or as the onset.
 *
 * Returns: a set of flags
 */
HipFlags
hip_symptoms_get_red_flags (const HipSymptoms *self)
{
  HipFlags flags;

  g_return_val_if_fail (self != NULL, 0);

  flags = self->flags;
  if (self->onsets & ONSET_BIT (HIP_ONSET_WITH_A_POP))
    flags |= HIP_FLAG_POP;
  if (self->onsets & ONSET_BIT (HIP_ONSET_AFTER_FALL_OR_TWIST))
    flags |= HIP_FLAG_FALL;
  return flags;
}

/* The answers that fit a bone under stress; nothing when they do not. */
static HipSymptoms
get_bone_signs (const HipSymptoms *self)
{
  HipSymptoms signs = { .areas = self->areas & HIP_AREA_FRONT,
                        .qualities = self->qualities & BONE_QUALITIES,
                        .timings = self->timings & REST_TIMINGS,
                        .flags = self->flags & BONE_FLAGS };

  if (signs.qualities != 0)
    signs.timings |= self->timings & HIP_TIMING_DURING_RUN;
  if (signs.areas == 0 || (signs.timings | signs.flags) == 0)
    return (HipSymptoms) { 0 };
  return signs;
}

/**
 * hip_symptoms_fit_bone_stress:
 * @self: what a runner tells
 *
 * Tells whether a stress fracture of the hip has to be thought of first: pain at the front that is
 * deep or throbbing on the run, or there at rest, at night, with weight on the leg or in everyday
 * life. These are the first signs of Robertson and Wood 2017, and the questions of health services.
 *
 * Returns: whether it fits
 */
gboolean
hip_symptoms_fit_bone_stress (const HipSymptoms *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return get_bone_signs (self).areas != 0;
}

static guint
count_conditions (const HipGuide *guide, const Field *field, guint32 words)
{
  guint n = 0;

  for (guint i = 0; i < hip_guide_get_n_pages (guide); i++)
    {
      const HipGuidePage *page = hip_guide_get_page (guide, i);

      n += page->kind == HIP_GUIDE_KIND_CONDITION
           && (words == 0 || (peek_set (&page->symptoms, field) & words) != 0);
    }
  return n;
}

/* What it tells that a page with @n_named words in this field has this one, in SCALE. Never
 * nothing, so that what matches always counts more than what does not. */
static int
weigh_word (const HipGuide *guide, const Field *field, guint32 word, int n_named)
{
  guint n_all = count_conditions (guide, field, 0);
  guint n_sharing = MAX (count_conditions (guide, field, word), 1);
  double bits = log2 ((n_all + 1.0) / n_sharing) / sqrt (n_named);

  return MAX (lround (SCALE * field->weight * bits), 1);
}

static int
weigh_field (const HipGuide *guide, const Field *field, HipSymptomMatch *match, guint32 told)
{
  guint32 named = peek_set (&match->page->symptoms, field);
  guint32 against = field->excludes && named != 0 ? told & ~named : 0;
  int score = 0;

  *get_set (&match->matched, field) = told & named;
  *get_set (&match->against, field) = against;
  for (guint32 left = told & named; left != 0; left &= left - 1)
    score += weigh_word (guide, field, left & -left, __builtin_popcount (named));
  return score - SCALE * CONTRARY_BITS * __builtin_popcount (against);
}

static Rank
find_rank (const HipSymptomMatch *match, const HipSymptoms *symptoms)
{
  if (g_str_equal (match->page->id, BONE_PAGE) && hip_symptoms_fit_bone_stress (symptoms))
    return RANK_BONE;
  if (symptoms->areas != 0 && match->matched.areas == 0)
    return RANK_ELSEWHERE;
  return match->page->kind == HIP_GUIDE_KIND_CONDITION ? RANK_CONDITION : RANK_HABIT;
}

/* A habit is listed when the runs show it. Nothing is listed for the ground alone. */
static gboolean
is_worth_reading (const HipSymptomMatch *match)
{
  const HipSymptoms *matched = &match->matched;

  if (hip_symptoms_is_empty (matched))
    return FALSE;
  return match->page->kind == HIP_GUIDE_KIND_CONDITION
         || (match->page->kind == HIP_GUIDE_KIND_CONTRIBUTOR
             && (matched->surfaces | matched->grounds) != 0);
}

static HipSymptomMatch *
match_new (HipGuidePage *page)
{
  HipSymptomMatch *self = g_new0 (HipSymptomMatch, 1);

  self->page = hip_guide_page_ref (page);
  return self;
}

static void
add_match (GPtrArray *matches, const HipGuide *guide, HipGuidePage *page, const HipSymptoms *told)
{
  g_autoptr(HipSymptomMatch) match = match_new (page);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    match->score += weigh_field (guide, &fields[i], match, peek_set (told, &fields[i]));
  match->score += RANK_STEP * find_rank (match, told);
  if (is_worth_reading (match))
    g_ptr_array_add (matches, g_steal_pointer (&match));
}

/* Help comes first for a red flag, or for what may be a bone under stress. */
static void
add_help (GPtrArray *matches, const HipGuide *guide, const HipSymptoms *told)
{
  HipGuidePage *page = hip_guide_lookup (guide, HELP_PAGE);
  HipSymptoms signs = get_bone_signs (told);
  HipSymptomMatch *match;

  signs.flags |= hip_symptoms_get_red_flags (told);
  if (page == NULL || hip_symptoms_is_empty (&signs))
    return;
  match = match_new (page);
  match->score = RANK_STEP * RANK_HELP;
  match->matched = signs;
  g_ptr_array_add (matches, match);
}

/* Pages were looked at in the guide's order, and sorting keeps it where scores are the same. */
static int
compare_matches (gconstpointer a, gconstpointer b)
{
  const HipSymptomMatch *x = a;
  const HipSymptomMatch *y = b;

  return (x->score < y->score) - (x->score > y->score);
}

/**
 * hip_symptom_finder_rank:
 * @guide: the guide
 * @symptoms: what a runner tells
 *
 * Looks for the pages to read. For a red flag, or what may be a bone under stress, the page about
 * getting help comes first; then conditions that hurt where it hurts, habits that add to it and
 * that the ground of the runs shows, and what fits in other ways only. The order says nothing about
 * how likely a condition is. It depends on nothing but the arguments.
 *
 * Returns: (transfer full) (element-type HipSymptomMatch): matches, best first; none when nothing
 *   is told of the pain itself
 */
GPtrArray *
hip_symptom_finder_rank (HipGuide *guide, const HipSymptoms *symptoms)
{
  GPtrArray *matches = g_ptr_array_new_with_free_func ((GDestroyNotify) hip_symptom_match_free);

  g_return_val_if_fail (guide != NULL && symptoms != NULL, matches);

  if (hip_symptoms_is_empty (symptoms))
    return matches;
  add_help (matches, guide, symptoms);
  for (guint i = 0; i < hip_guide_get_n_pages (guide); i++)
    add_match (matches, guide, hip_guide_get_page (guide, i), symptoms);
  g_ptr_array_sort_values (matches, compare_matches);
  return matches;
}

/**
 * hip_symptom_match_free:
 * @self: (transfer full): a match
 *
 * Frees a match.
 */
void
hip_symptom_match_free (HipSymptomMatch *self)
{
  hip_guide_page_unref (self->page);
  g_free (self);
}

/* How a pain began, as it stands among other symptoms. */
static const char *
get_onset_label (const HipVocabulary *vocabulary, HipOnset onset)
{
  switch (onset)
    {
    case HIP_ONSET_GRADUAL:
      return _ ("Began gradually");
    case HIP_ONSET_SUDDEN:
      return _ ("Began suddenly");
    case HIP_ONSET_WITH_A_POP:
      return _ ("Began with a pop or snap");
    case HIP_ONSET_AFTER_FALL_OR_TWIST:
      return _ ("Began after a fall or twist");
    case HIP_ONSET_UNKNOWN:
    default:
      return hip_vocabulary_get_label (vocabulary, onset);
    }
}

static void
append_labels (GString *text, const Field *field, guint32 set)
{
  const HipVocabulary *vocabulary = field->get_vocabulary ();
  gboolean onset = vocabulary == hip_vocabulary_onsets ();

  for (guint value = 1; value <= hip_vocabulary_get_n (vocabulary); value++)
    {
      if (!(set & (1u << (value - 1))))
        continue;
      if (text->len > 0)
        /* Translators: what stands between the parts of a list, as in “Stairs, Sitting”. */
        g_string_append (text, _ (", "));
      g_string_append (text, onset ? get_onset_label (vocabulary, value)
                                   : hip_vocabulary_get_label (vocabulary, value));
    }
}

static char *
dup_labels (const HipSymptoms *symptoms)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    append_labels (text, &fields[i], peek_set (symptoms, &fields[i]));
  return g_string_free_and_steal (text);
}

static void
take_help_reasons (GStrvBuilder *builder, const HipSymptoms *matched)
{
  HipSymptoms signs = get_bone_signs (matched);

  if (matched->flags != 0)
    {
      g_autofree char *labels =
          hip_vocabulary_set_to_labels (hip_vocabulary_flags (), matched->flags);

      g_strv_builder_take (
          builder,
          /* Translators: what the runner has ticked, as a list. */
          g_strdup_printf (_ ("Have this looked at before you run again: %s"), labels));
    }
  if (signs.areas != 0)
    {
      g_autofree char *labels = dup_labels (&signs);

      g_strv_builder_take (
          builder,
          /* Translators: what the runner has ticked, as a list. */
          g_strdup_printf (_ ("Together these can mean a bone stress injury: %s. Stop running, and "
                              "be seen by a doctor or physiotherapist within a day or two."),
                           labels));
    }
}

/**
 * hip_symptom_match_dup_why:
 * @self: a match
 *
 * Says why a page is in the list.
 *
 * Returns: (transfer full): translated sentences, at least one
 */
char **
hip_symptom_match_dup_why (const HipSymptomMatch *self)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (self != NULL, NULL);

  if (self->page->kind == HIP_GUIDE_KIND_HELP)
    take_help_reasons (builder, &self->matched);
  else
    {
      g_autofree char *labels = dup_labels (&self->matched);

      /* Translators: what the runner has ticked and the page names, as a list. */
      g_strv_builder_take (builder, g_strdup_printf (_ ("Matches: %s"), labels));
    }
  return g_strv_builder_end (builder);
}

/**
 * hip_symptom_match_dup_against:
 * @self: a match
 *
 * Says what does not fit a page.
 *
 * Returns: (transfer full) (nullable): a translated sentence, or %NULL if nothing speaks against it
 */
char *
hip_symptom_match_dup_against (const HipSymptomMatch *self)
{
  g_autofree char *labels = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  labels = dup_labels (&self->against);
  if (*labels == '\0')
    return NULL;
  /* Translators: what the runner has ticked and the page does not name, as a list. */
  return g_strdup_printf (_ ("Speaks against: %s"), labels);
}
