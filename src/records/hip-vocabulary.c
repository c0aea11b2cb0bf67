// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-vocabulary.h"

#include <glib/gi18n.h>

#include "hip-record.h"

typedef struct
{
  const char *word;
  const char *label;
} Entry;

struct _HipVocabulary
{
  const char *name;
  const Entry *entries;
  guint n_entries;
};

/* One entry a line, in the order of the enumeration or of the bits. */
#define VOCABULARY(plural, singular, ...)                                                          \
  const HipVocabulary *hip_vocabulary_##plural (void)                                              \
  {                                                                                                \
    static const Entry entries[] = { __VA_ARGS__ };                                                \
    static const HipVocabulary vocabulary = { singular, entries, G_N_ELEMENTS (entries) };         \
    return &vocabulary;                                                                            \
  }

// clang-format off

/**
 * hip_vocabulary_sides:
 *
 * The two hips. A value is a [enum@Side] + 1.
 *
 * Returns: (transfer none): the words
 */
VOCABULARY (sides, "side",
            { "left",  N_("Left") },
            { "right", N_("Right") })

/**
 * hip_vocabulary_answers:
 *
 * Yes and no. A value is an [enum@Answer].
 *
 * Returns: (transfer none): the words
 */
VOCABULARY (answers, "answer",
            { "yes", N_("Yes") },
            { "no",  N_("No") })

/**
 * hip_vocabulary_surfaces:
 *
 * What a run was run on. A value is a [enum@Surface].
 *
 * Returns: (transfer none): the words
 */
VOCABULARY (surfaces, "surface",
            { "road",      N_("Road") },
            { "concrete",  N_("Concrete") },
            { "trail",     N_("Trail") },
            { "grass",     N_("Grass") },
            { "track",     N_("Track") },
            { "treadmill", N_("Treadmill") },
            { "sand",      N_("Sand") })

/**
 * hip_vocabulary_grounds:
 *
 * The lie of the ground. A value is a [enum@Ground].
 *
 * Returns: (transfer none): the words
 */
VOCABULARY (grounds, "ground",
            { "even",          N_("Even") },
            { "uneven",        N_("Uneven") },
            { "cambered",      N_("Sloping to one side") },
            { "one-way-track", N_("Track, always the same way round") })

/**
 * hip_vocabulary_onsets:
 *
 * How a pain began. A value is an [enum@Onset].
 *
 * Returns: (transfer none): the words
 */
VOCABULARY (onsets, "onset",
            { "gradual",             N_("Gradually") },
            { "sudden",              N_("Suddenly") },
            { "with-a-pop",          N_("With a pop or snap") },
            { "after-fall-or-twist", N_("After a fall or twist") })

/**
 * hip_vocabulary_care_kinds:
 *
 * What can be done for the hips. A value is a [enum@CareKind].
 *
 * Returns: (transfer none): the words
 */
VOCABULARY (care_kinds, "kind",
            { "strength",       N_("Strength exercises") },
            { "stretching",     N_("Stretching") },
            { "foam-rolling",   N_("Foam rolling") },
            { "cross-training", N_("Cross-training") },
            { "ice",            N_("Ice") },
            { "heat",           N_("Heat") },
            { "medicine",       N_("Medicine") },
            { "massage",        N_("Massage") },
            { "rest",           N_("Rest") })

/**
 * hip_vocabulary_areas:
 *
 * Where it hurts. Value n is bit n - 1 of a set.
 *
 * Returns: (transfer none): the words
 */
VOCABULARY (areas, "area",
            { "front",        N_("Front of the hip or groin") },
            { "side",         N_("Side of the hip") },
            { "back",         N_("Back of the hip or buttock") },
            { "inner-thigh",  N_("Inner thigh") },
            { "lower-back",   N_("Lower back") },
            { "outer-knee",   N_("Outside of the knee") },
            { "iliac-crest",  N_("Top of the pelvis") },
            { "tailbone",     N_("Tailbone") },
            { "down-the-leg", N_("Down the leg") })

/**
 * hip_vocabulary_qualities:
 *
 * What a pain feels like. Value n is bit n - 1 of a set.
 *
 * Returns: (transfer none): the words
 */
VOCABULARY (qualities, "quality",
            { "sharp",       N_("Sharp") },
            { "dull-ache",   N_("Dull ache") },
            { "deep-ache",   N_("Deep ache") },
            { "burning",     N_("Burning") },
            { "throbbing",   N_("Throbbing") },
            { "radiating",   N_("Radiating") },
            { "stiffness",   N_("Stiffness") },
            { "clicking",    N_("Clicking or snapping") },
            { "instability", N_("Giving way") })

/**
 * hip_vocabulary_timings:
 *
 * When it hurts. Value n is bit n - 1 of a set.
 *
 * Returns: (transfer none): the words
 */
VOCABULARY (timings, "timing",
            { "during-run",       N_("During a run") },
            { "after-run",        N_("After a run") },
            { "next-morning",     N_("The next morning") },
            { "at-rest",          N_("At rest") },
            { "at-night",         N_("At night") },
            { "stairs",           N_("On stairs") },
            { "sitting",          N_("When sitting") },
            { "squatting-uphill", N_("When squatting or going uphill") },
            { "standing",         N_("When standing") })

/**
 * hip_vocabulary_flags:
 *
 * Red flags: signs that should be seen by a professional. Value n is bit n - 1
 * of a set.
 *
 * Returns: (transfer none): the words
 */
VOCABULARY (flags, "flag",
            { "persistent",       N_("Pain that stays in spite of rest") },
            { "worsening",        N_("Pain that gets worse") },
            { "pop",              N_("A pop or snap at the start") },
            { "loss-of-function", N_("The leg cannot be used as usual") },
            { "daily-activities", N_("Pain in everyday activities") },
            { "numbness",         N_("Numbness or tingling") },
            { "weakness",         N_("Weakness of the leg") },
            { "swelling",         N_("Swelling, redness or warmth") },
            { "night-pain",       N_("Pain that wakes at night") },
            { "rest-pain",        N_("Pain at rest") },
            { "weight-bearing",   N_("Pain when standing on the leg") },
            { "fall",             N_("A fall or a blow") },
            { "bladder-bowel",    N_("Trouble with bladder or bowel, "
                                  "or numbness between the legs") },
            { "fever",            N_("Fever or feeling ill") },
            { "painkillers",      N_("Painkillers are needed to run") })

// clang-format on

/**
 * hip_vocabulary_get_n:
 * @self: a vocabulary
 *
 * Gets the number of words. Values go from 1 to this.
 *
 * Returns: the number
 */
guint
hip_vocabulary_get_n (const HipVocabulary *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_entries;
}

/**
 * hip_vocabulary_get_word:
 * @self: a vocabulary
 * @value: 0 to [func@Vocabulary.get_n]
 *
 * Gets the word that stands for @value in files.
 *
 * Returns: (transfer none) (nullable): the word; %NULL for 0, “not logged”
 */
const char *
hip_vocabulary_get_word (const HipVocabulary *self, guint value)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (value <= self->n_entries, NULL);

  return value == 0 ? NULL : self->entries[value - 1].word;
}

/**
 * hip_vocabulary_get_label:
 * @self: a vocabulary
 * @value: 0 to [func@Vocabulary.get_n]
 *
 * Gets what people call @value.
 *
 * Returns: (transfer none): the translated label; “Not logged” for 0
 */
const char *
hip_vocabulary_get_label (const HipVocabulary *self, guint value)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (value <= self->n_entries, NULL);

  return value == 0 ? _ ("Not logged") : _ (self->entries[value - 1].label);
}

/**
 * hip_vocabulary_lookup:
 * @self: a vocabulary
 * @word: (nullable): a word, in capitals or not
 *
 * Finds the value of a word.
 *
 * Returns: the value, or 0 if @word is not in the vocabulary
 */
guint
hip_vocabulary_lookup (const HipVocabulary *self, const char *word)
{
  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; word != NULL && i < self->n_entries; i++)
    if (g_ascii_strcasecmp (self->entries[i].word, word) == 0)
      return i + 1;
  return 0;
}

static char *
join_set (const HipVocabulary *self,
          guint32 set,
          const char *separator,
          const char *(*get_text) (const HipVocabulary *, guint))
{
  GString *text = g_string_new (NULL);

  for (guint value = 1; value <= self->n_entries; value++)
    {
      if ((set & (1u << (value - 1))) == 0)
        continue;
      if (text->len > 0)
        g_string_append (text, separator);
      g_string_append (text, get_text (self, value));
    }
  return g_string_free_and_steal (text);
}

/**
 * hip_vocabulary_set_to_words:
 * @self: a vocabulary
 * @set: a set of its values
 *
 * Writes a set as files keep it: `front;side`.
 *
 * Returns: (transfer full): the words; empty for the empty set
 */
char *
hip_vocabulary_set_to_words (const HipVocabulary *self, guint32 set)
{
  g_return_val_if_fail (self != NULL, NULL);

  return join_set (self, set, ";", hip_vocabulary_get_word);
}

/**
 * hip_vocabulary_set_to_labels:
 * @self: a vocabulary
 * @set: a set of its values
 *
 * Writes a set for people.
 *
 * Returns: (transfer full): the translated labels; empty for the empty set
 */
char *
hip_vocabulary_set_to_labels (const HipVocabulary *self, guint32 set)
{
  g_return_val_if_fail (self != NULL, NULL);

  /* Translators: what stands between the parts of a list, as in “Stairs, Sitting”. */
  return join_set (self, set, _ (", "), hip_vocabulary_get_label);
}

static void
set_unknown_word_error (const HipVocabulary *self, const char *word, GError **error)
{
  g_autofree char *known = join_set (self, G_MAXUINT32, ", ", hip_vocabulary_get_word);

  /* Translators: the first %s is a wrong word, the second a kind of word (area, quality, …),
   * the third the words that can be used. */
  g_set_error (error, HIP_RECORD_ERROR, HIP_RECORD_ERROR_SYNTAX,
               _ ("“%1$s” is not a known %2$s. Use one of: %3$s."), word, self->name, known);
}

/**
 * hip_vocabulary_set_from_words:
 * @self: a vocabulary
 * @words: (nullable): words joined by `;`, with or without blanks around them
 * @set: (out): return location for the set; untouched on failure
 * @error: return location for an error
 *
 * Reads what [func@Vocabulary.set_to_words] writes.
 *
 * Fails with %HIP_RECORD_ERROR_SYNTAX at the first word that is not in the
 * vocabulary.
 *
 * Returns: whether every word is known
 */
gboolean
hip_vocabulary_set_from_words (const HipVocabulary *self,
                               const char *words,
                               guint32 *set,
                               GError **error)
{
  guint32 result = 0;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (set != NULL, FALSE);

  g_auto(GStrv) parts = g_strsplit (words != NULL ? words : "", ";", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *word = g_strstrip (parts[i]);
      guint value = hip_vocabulary_lookup (self, word);

      if (*word == '\0')
        continue;
      if (value == 0)
        {
          set_unknown_word_error (self, word, error);
          return FALSE;
        }
      result |= 1u << (value - 1);
    }
  *set = result;
  return TRUE;
}
