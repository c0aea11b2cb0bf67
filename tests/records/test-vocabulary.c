// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-record.h"

#include "hip-test-util.h"

typedef struct
{
  const HipVocabulary *(*get) (void);
  const char *words; /* as the file format has them, in order */
} Case;

static const Case cases[] = {
  { hip_vocabulary_sides, "left right" },
  { hip_vocabulary_answers, "yes no" },
  { hip_vocabulary_surfaces, "road concrete trail grass track treadmill sand" },
  { hip_vocabulary_grounds, "even uneven cambered one-way-track" },
  { hip_vocabulary_onsets, "gradual sudden with-a-pop after-fall-or-twist" },
  { hip_vocabulary_care_kinds,
    "strength stretching foam-rolling cross-training ice heat medicine massage rest" },
  { hip_vocabulary_areas,
    "front side back inner-thigh lower-back outer-knee iliac-crest tailbone down-the-leg" },
  { hip_vocabulary_qualities,
    "sharp dull-ache deep-ache burning throbbing radiating stiffness clicking instability" },
  { hip_vocabulary_timings, "during-run after-run next-morning at-rest at-night stairs sitting "
                            "squatting-uphill standing" },
  { hip_vocabulary_flags,
    "persistent worsening pop loss-of-function daily-activities numbness weakness swelling "
    "night-pain rest-pain weight-bearing fall bladder-bowel fever painkillers" },
};

static void
test_words (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const HipVocabulary *vocabulary = cases[i].get ();
      g_auto(GStrv) words = g_strsplit (cases[i].words, " ", -1);

      g_assert_cmpuint (hip_vocabulary_get_n (vocabulary), ==, g_strv_length (words));
      for (guint value = 1; value <= g_strv_length (words); value++)
        {
          g_assert_cmpstr (hip_vocabulary_get_word (vocabulary, value), ==, words[value - 1]);
          g_assert_cmpuint (hip_vocabulary_lookup (vocabulary, words[value - 1]), ==, value);
          g_assert_cmpstr (hip_vocabulary_get_label (vocabulary, value), !=, "");
        }
    }
}

static void
test_values (void)
{
  g_assert_cmpuint (hip_vocabulary_lookup (hip_vocabulary_sides (), "right"), ==,
                    HIP_SIDE_RIGHT + 1);
  g_assert_cmpuint (hip_vocabulary_lookup (hip_vocabulary_answers (), "no"), ==, HIP_ANSWER_NO);
  g_assert_cmpuint (hip_vocabulary_lookup (hip_vocabulary_surfaces (), "sand"), ==,
                    HIP_SURFACE_SAND);
  g_assert_cmpuint (hip_vocabulary_lookup (hip_vocabulary_grounds (), "one-way-track"), ==,
                    HIP_GROUND_ONE_WAY_TRACK);
  g_assert_cmpuint (hip_vocabulary_lookup (hip_vocabulary_onsets (), "with-a-pop"), ==,
                    HIP_ONSET_WITH_A_POP);
  g_assert_cmpuint (hip_vocabulary_lookup (hip_vocabulary_care_kinds (), "rest"), ==,
                    HIP_CARE_REST);
}

static void
test_unknown (void)
{
  const HipVocabulary *surfaces = hip_vocabulary_surfaces ();

  g_assert_null (hip_vocabulary_get_word (surfaces, 0));
  g_assert_cmpstr (hip_vocabulary_get_label (surfaces, 0), ==, "Not logged");
  g_assert_cmpuint (hip_vocabulary_lookup (surfaces, "moon"), ==, 0);
  g_assert_cmpuint (hip_vocabulary_lookup (surfaces, ""), ==, 0);
  g_assert_cmpuint (hip_vocabulary_lookup (surfaces, NULL), ==, 0);
  g_assert_cmpuint (hip_vocabulary_lookup (surfaces, "roads"), ==, 0);
  g_assert_cmpuint (hip_vocabulary_lookup (surfaces, "Road"), ==, HIP_SURFACE_ROAD);
}

static void
test_sets (void)
{
  const HipVocabulary *areas = hip_vocabulary_areas ();
  guint32 set = HIP_AREA_DOWN_THE_LEG | HIP_AREA_FRONT;
  g_autofree char *words = hip_vocabulary_set_to_words (areas, set);
  g_autofree char *labels = hip_vocabulary_set_to_labels (areas, set);
  g_autofree char *none = hip_vocabulary_set_to_words (areas, 0);
  g_autofree char *no_labels = hip_vocabulary_set_to_labels (areas, 0);

  g_assert_cmpstr (words, ==, "front;down-the-leg");
  g_assert_cmpstr (labels, ==, "Front of the hip or groin, Down the leg");
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (no_labels, ==, "");
}

static void
assert_set (const char *words, guint32 expected)
{
  g_autoptr(GError) error = NULL;
  guint32 set = 12345;

  g_assert_true (hip_vocabulary_set_from_words (hip_vocabulary_flags (), words, &set, &error));
  g_assert_no_error (error);
  g_assert_cmphex (set, ==, expected);
}

static void
test_sets_from_words (void)
{
  assert_set (NULL, 0);
  assert_set ("", 0);
  assert_set (" ", 0);
  assert_set ("pop", HIP_FLAG_POP);
  assert_set ("painkillers;persistent", HIP_FLAG_PAINKILLERS | HIP_FLAG_PERSISTENT);
  assert_set (" fever ; fall;", HIP_FLAG_FEVER | HIP_FLAG_FALL);
  assert_set ("pop;pop", HIP_FLAG_POP);
}

static void
test_sets_from_unknown_words (void)
{
  g_autoptr(GError) error = NULL;
  guint32 set = 12345;

  g_assert_false (
      hip_vocabulary_set_from_words (hip_vocabulary_areas (), "front;elbow", &set, &error));
  hip_test_assert_error_contains (error, HIP_RECORD_ERROR, HIP_RECORD_ERROR_SYNTAX, "“elbow”");
  hip_test_assert_error_contains (error, HIP_RECORD_ERROR, HIP_RECORD_ERROR_SYNTAX, "inner-thigh");
  g_assert_cmphex (set, ==, 12345);
}

static void
test_sets_round_trip (void)
{
  const HipVocabulary *timings = hip_vocabulary_timings ();

  for (guint32 set = 0; set < 2 * HIP_TIMING_STANDING; set++)
    {
      g_autofree char *words = hip_vocabulary_set_to_words (timings, set);
      guint32 again = ~set;

      g_assert_true (hip_vocabulary_set_from_words (timings, words, &again, NULL));
      g_assert_cmphex (again, ==, set);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vocabulary/words", test_words);
  g_test_add_func ("/vocabulary/values", test_values);
  g_test_add_func ("/vocabulary/unknown", test_unknown);
  g_test_add_func ("/vocabulary/sets", test_sets);
  g_test_add_func ("/vocabulary/sets/from-words", test_sets_from_words);
  g_test_add_func ("/vocabulary/sets/from-unknown-words", test_sets_from_unknown_words);
  g_test_add_func ("/vocabulary/sets/round-trip", test_sets_round_trip);
  return g_test_run ();
}
