// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-symptom-finder.h"
#include "hip-test-log.h"
#include "hip-test-util.h"

/* What a runner says, and the same in the words of the vocabularies. */
typedef struct
{
  const char *page; /* the page that should be read */
  const char *says;
  const char *areas;
  const char *qualities;
  const char *timings;
  const char *onset;
  const char *flags;
  const char *surfaces;
  const char *grounds;
} Vignette;

/* Typical presentations: where it hurts, what it feels like, when, and how it began. */
static const Vignette typical[] = {
  { "it-band", "It burns outside at hip and knee, and I always run the same way round the track",
    "side;outer-knee", "burning", "during-run", "gradual", .grounds = "one-way-track",
    .surfaces = "track" },
  { "it-band", "An ache from the outer hip down to the knee, half an hour into each run",
    "side;outer-knee", "dull-ache", "during-run" },
  { "it-band", "The outside of my knee burns when I run", "outer-knee", "burning", "during-run" },
  { "it-band", "The outer hip aches on the sloping road and after it", "side", "dull-ache",
    "during-run;after-run", "gradual", .grounds = "cambered" },
  { "it-band", "It rubs and burns at the side with every stride", "side", "burning", "during-run" },
  { "gluteal-tendinopathy", "Deep at the side, on stairs, and I cannot lie on it", "side",
    "deep-ache", "stairs;at-night", "gradual" },
  { "gluteal-tendinopathy", "The side hurts when I stand in a queue, and in bed", "side", NULL,
    "at-night;standing" },
  { "gluteal-tendinopathy", "It came over weeks: climbing and standing on one leg make it ache",
    "side", "dull-ache", "stairs;standing", "gradual" },
  { "gluteal-tendinopathy", "A deep ache over the bony point", "side", "deep-ache" },
  { "trochanteric-bursitis", "It burns at the side after running and when I lie on it", "side",
    "burning", "after-run;at-night", "gradual" },
  { "trochanteric-bursitis", "An ache with a rubbing in it, after runs", "side",
    "dull-ache;burning", "after-run" },
  { "trochanteric-bursitis", "The bony point is tender, lying on it aches", "side", "dull-ache",
    "at-night" },
  { "hip-flexor", "The front aches on stairs and after a day of sitting", "front", "dull-ache",
    "stairs;sitting", "gradual" },
  { "hip-flexor", "A sharp pull in front when I sprinted off", "front", "sharp", "during-run",
    "sudden" },
  { "hip-flexor", "From the groin down the thigh, when I climb stairs", "front;down-the-leg",
    "dull-ache", "stairs" },
  { "hip-flexor", "Stairs hurt in the groin", "front", NULL, "stairs" },
  { "adductor", "A side step, and it stabbed the inner thigh", "inner-thigh", "sharp", "during-run",
    "sudden" },
  { "adductor", "Inner thigh and groin ache after runs, more by the week", "inner-thigh;front",
    "dull-ache", "after-run", "gradual" },
  { "adductor", "It spreads down the inner thigh", "inner-thigh", "radiating" },
  { "hamstring", "The sit bone aches in the car", "back", "dull-ache", "sitting", "gradual" },
  { "hamstring", "A sudden pull under the buttock in the sprint", "back", "sharp", "during-run",
    "sudden" },
  { "hamstring", "Hills and hard chairs find it, at the back", "back", "dull-ache",
    "squatting-uphill;sitting" },
  { "piriformis", "Deep in the buttock, shooting down the leg when I sit", "back;down-the-leg",
    "deep-ache;radiating", "sitting" },
  { "piriformis", "A deep ache in the middle of the buttock on long drives", "back", "deep-ache",
    "sitting", "gradual" },
  { "piriformis", "It radiates from the buttock while I run", "back", "radiating", "during-run" },
  { "stress-fracture", "A deep ache in the groin after runs, for three weeks now", "front",
    "deep-ache", "after-run", "gradual" },
  { "stress-fracture", "Deep on the inside of the hip, in each run on concrete", "inner-thigh",
    "deep-ache", "during-run", "gradual", .surfaces = "concrete" },
  { "hip-impingement", "It clicks in the groin when I squat", "front", "clicking",
    "squatting-uphill", "gradual" },
  { "hip-impingement", "Groin and side, and it gives way uphill", "front;side", "instability",
    "squatting-uphill" },
  { "hip-impingement", "A sharp pinch in front in a low chair and in squats", "front", "sharp",
    "squatting-uphill;sitting", "gradual" },
  { "labral-tear", "It catches and clicks in the groin when I sit long", "front", "clicking",
    "sitting" },
  { "labral-tear", "I turned, something caught in the groin, now it clicks", "front", "clicking",
    NULL, "sudden" },
  { "joint-dysfunction", "The hip is dull and stiff while I run", "front", "dull-ache;stiffness",
    "during-run", "gradual" },
  { "joint-dysfunction", "Stiff, and sharp with long steps", "front", "sharp;stiffness",
    "during-run" },
  { "osteoarthritis", "A deep ache, and stiff in the morning, for months", "front",
    "deep-ache;stiffness", "next-morning", "gradual" },
  { "osteoarthritis", "Stiff first steps, and an ache after every run", "front", "stiffness",
    "next-morning;after-run", "gradual" },
  { "osteoarthritis", "Stiff in the morning and after a long film", "front", "stiffness",
    "sitting;next-morning", "gradual" },
  { "inflammatory-arthritis", "Stiff mornings, and a bad evening after an easy run", "front",
    "stiffness", "next-morning;after-run" },
  { "avascular-necrosis", "Deep in the groin whenever I stand on it", "front", "deep-ache",
    "standing" },
  { "hip-pointer", "The rim of the pelvis is sharp with each step since the football game",
    "iliac-crest", "sharp", "during-run", "sudden" },
  { "tailbone", "My tailbone hurts on every chair", "tailbone;back", NULL, "sitting" },
  { "tfl", "A tight ache in the front of the outer hip on the run", "side;front",
    "dull-ache;stiffness", "during-run", "gradual" },
  { "tfl", "The outer hip is tight after running", "side", "stiffness", "after-run" },
  { "muscle-strain", "Everything around the hip is tight and aches the next morning",
    "front;side;back", "stiffness;dull-ache", "next-morning" },
  { "muscle-strain", "A sudden sharp pull at the side", "side", "sharp", "during-run", "sudden" },
  { "muscle-strain", "The buttock is tight after runs and next morning", "back", "stiffness",
    "next-morning;after-run" },
  { "low-back", "From the lower back into the buttock when I sit", "lower-back;back", "radiating",
    "sitting" },
  { "low-back", "Back, buttock and leg ache after a long run", "back;lower-back;down-the-leg",
    "dull-ache;radiating", "after-run" },
  { "low-back", "The lower back aches at the desk, the hip a little", "lower-back", "dull-ache",
    "sitting", "gradual" },
  { "si-joint", "One dimple of the back aches on trails and when I stand", "back", "dull-ache",
    "standing", "gradual", .grounds = "uneven" },
  { "si-joint", "Buttock and back of the thigh ache when I stand long", "back;down-the-leg",
    "dull-ache", "standing" },
  { "si-joint", "Groin and buttock ache on one side from standing", "front;back", "dull-ache",
    "standing", "gradual" },
  { "trigger-points", "A dull ache that spreads over side and buttock", "back;side",
    "radiating;dull-ache", "after-run" },
  { "trigger-points", "A knot that sends an ache into the groin when I sit", "front",
    "radiating;dull-ache", "sitting" },
  { "pelvic-floor", "It burns in the groin on the saddle", "front", "burning", "sitting" },
};

/* Red flags, and what may be a bone under stress. The page named comes soon after the help. */
static const Vignette urgent[] = {
  { "stress-fracture", "A deep ache in the groin on every run, earlier each week", "front",
    "deep-ache", "during-run", "gradual" },
  { "stress-fracture", "The groin throbs while I run, mostly on concrete", "front", "throbbing",
    "during-run", NULL, .surfaces = "concrete" },
  { "stress-fracture", "The groin throbs at night", "front", "throbbing", "at-night" },
  { "stress-fracture", "The front hurts in the chair as well now", "front", "dull-ache",
    "after-run;at-rest", "gradual" },
  { "stress-fracture", "I limp, standing on it hurts in front", "front", NULL, NULL, NULL,
    "weight-bearing;daily-activities" },
  { "hamstring", "It popped at the sit bone in the sprint", "back", "sharp", "during-run",
    "with-a-pop" },
  { "hamstring", "A pop, I ticked it", "back", "sharp", NULL, "sudden", "pop" },
  { "labral-tear", "I slipped and twisted it, now it clicks and stabs in the groin", "front",
    "sharp;clicking", NULL, "after-fall-or-twist" },
  { "hip-pointer", "I fell on the edge of the pelvis, it is bruised", "iliac-crest", "sharp", NULL,
    "after-fall-or-twist", "fall;swelling" },
  { "tailbone", "I sat down hard on the ice", "tailbone", "dull-ache", "sitting",
    "after-fall-or-twist", "fall" },
  { "piriformis", "The buttock is deep and sore, and the foot tingles", "back;down-the-leg",
    "deep-ache", "sitting", NULL, "numbness" },
  { "low-back", "The leg is weak since the back went", "lower-back;down-the-leg", "radiating", NULL,
    "sudden", "weakness" },
  { "pelvic-floor", "The groin aches and I have to go all the time", "front;back", "dull-ache",
    "sitting", "gradual", "bladder-bowel" },
  { "inflammatory-arthritis", "Stiff for hours in the morning, and it hurts at rest", "front",
    "stiffness", "next-morning;at-rest", "gradual" },
  { "inflammatory-arthritis", "Stiff mornings, the joint is warm", "front", "stiffness;deep-ache",
    "next-morning", "gradual", "swelling" },
  { "avascular-necrosis", "Cortisone for years, and the groin gets worse when I stand", "front",
    "deep-ache", "standing;at-rest", "gradual", "weight-bearing;worsening" },
  { "gluteal-tendinopathy", "The side aches on stairs for ten weeks in spite of rest", "side",
    "deep-ache", "stairs", "gradual", "persistent" },
};

typedef struct
{
  const HipVocabulary *(*get_vocabulary) (void);
  gsize offset;
  gboolean excludes;
} Field;

static const Field fields[] = {
  { hip_vocabulary_areas, G_STRUCT_OFFSET (HipSymptoms, areas), TRUE },
  { hip_vocabulary_qualities, G_STRUCT_OFFSET (HipSymptoms, qualities), TRUE },
  { hip_vocabulary_timings, G_STRUCT_OFFSET (HipSymptoms, timings), TRUE },
  { hip_vocabulary_onsets, G_STRUCT_OFFSET (HipSymptoms, onsets), TRUE },
  { hip_vocabulary_flags, G_STRUCT_OFFSET (HipSymptoms, flags), FALSE },
  { hip_vocabulary_surfaces, G_STRUCT_OFFSET (HipSymptoms, surfaces), FALSE },
  { hip_vocabulary_grounds, G_STRUCT_OFFSET (HipSymptoms, grounds), FALSE },
};

#define SET(symptoms, field) G_STRUCT_MEMBER (guint32, symptoms, (field)->offset)

static HipGuide *
guide (void)
{
  return hip_guide_get_default ();
}

static HipSymptoms
read_vignette (const Vignette *vignette)
{
  const char *const words[] = { vignette->areas,  vignette->qualities, vignette->timings,
                                vignette->onset,  vignette->flags,     vignette->surfaces,
                                vignette->grounds };
  HipSymptoms symptoms = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr(GError) error = NULL;

      hip_vocabulary_set_from_words (fields[i].get_vocabulary (), words[i],
                                     &SET (&symptoms, &fields[i]), &error);
      g_assert_no_error (error);
    }
  return symptoms;
}

static const HipSymptomMatch *
get_match (GPtrArray *matches, guint i)
{
  g_assert_cmpuint (i, <, matches->len);
  return g_ptr_array_index (matches, i);
}

static const char *
get_id (GPtrArray *matches, guint i)
{
  return get_match (matches, i)->page->id;
}

static guint
find_place (GPtrArray *matches, const char *id)
{
  for (guint i = 0; i < matches->len; i++)
    if (g_str_equal (get_id (matches, i), id))
      return i;
  return G_MAXUINT;
}

static guint
rank_place (const HipSymptoms *symptoms, const char *id)
{
  g_autoptr(GPtrArray) matches = hip_symptom_finder_rank (guide (), symptoms);

  return find_place (matches, id);
}

/* The page is among the first three, and first in most cases. */
static void
test_typical (void)
{
  guint n_first = 0, n_found = 0;

  for (guint i = 0; i < G_N_ELEMENTS (typical); i++)
    {
      HipSymptoms symptoms = read_vignette (&typical[i]);
      guint place = rank_place (&symptoms, typical[i].page);

      g_test_message ("%s: %s: %u", typical[i].page, typical[i].says, place + 1);
      n_found += place < 3;
      n_first += place == 0;
    }
  g_test_message ("first in %u, among three in %u of %zu", n_first, n_found,
                  G_N_ELEMENTS (typical));
  g_assert_cmpuint (n_found, ==, G_N_ELEMENTS (typical));
  g_assert_cmpuint (4 * n_first, >=, 3 * G_N_ELEMENTS (typical));
}

static gboolean
is_told_of (const char *page)
{
  for (guint i = 0; i < G_N_ELEMENTS (typical); i++)
    if (g_str_equal (typical[i].page, page))
      return TRUE;
  return FALSE;
}

/* No condition is left without its runner. */
static void
test_all_conditions (void)
{
  for (guint i = 0; i < hip_guide_get_n_pages (guide ()); i++)
    {
      const HipGuidePage *page = hip_guide_get_page (guide (), i);

      g_test_message ("%s", page->id);
      if (page->kind == HIP_GUIDE_KIND_CONDITION)
        g_assert_true (is_told_of (page->id));
    }
}

/* Whatever is told, little must not depend on one answer. */
static void
test_one_answer_less (void)
{
  guint n = 0, n_found = 0;

  for (guint i = 0; i < G_N_ELEMENTS (typical); i++)
    {
      HipSymptoms all = read_vignette (&typical[i]);

      for (guint j = 0; j < G_N_ELEMENTS (fields); j++)
        for (guint32 left = SET (&all, &fields[j]); left != 0; left &= left - 1)
          {
            HipSymptoms less = all;

            SET (&less, &fields[j]) &= ~(left & -left);
            n++;
            n_found += rank_place (&less, typical[i].page) < 5;
          }
    }
  g_test_message ("among the first five in %u of %u", n_found, n);
  g_assert_cmpuint (10 * n_found, >=, 9 * n);
}

static void
test_urgent (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (urgent); i++)
    {
      HipSymptoms symptoms = read_vignette (&urgent[i]);
      g_autoptr(GPtrArray) matches = hip_symptom_finder_rank (guide (), &symptoms);
      g_auto(GStrv) why = NULL;

      g_test_message ("%s: %s: %u", urgent[i].page, urgent[i].says,
                      find_place (matches, urgent[i].page) + 1);
      g_assert_cmpstr (get_id (matches, 0), ==, "get-help");
      g_assert_cmpuint (find_place (matches, urgent[i].page), <, 3);
      if (hip_symptoms_fit_bone_stress (&symptoms))
        g_assert_cmpstr (get_id (matches, 1), ==, "stress-fracture");
      why = hip_symptom_match_dup_why (get_match (matches, 0));
      g_assert_cmpuint (g_strv_length (why), >=, 1);
    }
}

/* Each flag alone, and each of the answers around what may be a bone under stress. */
static void
test_help_first (void)
{
  for (guint i = 0; i < hip_vocabulary_get_n (hip_vocabulary_flags ()); i++)
    g_assert_cmpuint (rank_place (&(HipSymptoms) { .flags = 1u << i }, "get-help"), ==, 0);

  for (guint i = 0; i < G_N_ELEMENTS (typical); i++)
    {
      HipSymptoms symptoms = read_vignette (&typical[i]);

      g_test_message ("%s", typical[i].says);
      g_assert_cmpuint (hip_symptoms_get_red_flags (&symptoms), ==, 0);
      g_assert_false (hip_symptoms_fit_bone_stress (&symptoms));
      g_assert_cmpuint (rank_place (&symptoms, "get-help"), ==, G_MAXUINT);
    }
}

static void
test_bone_stress (void)
{
  static const struct
  {
    gboolean fits;
    HipSymptoms symptoms;
  } cases[] = {
    { TRUE, { HIP_AREA_FRONT, HIP_QUALITY_DEEP_ACHE, HIP_TIMING_DURING_RUN } },
    { TRUE, { HIP_AREA_FRONT, HIP_QUALITY_THROBBING, HIP_TIMING_DURING_RUN } },
    { TRUE, { HIP_AREA_FRONT | HIP_AREA_SIDE, HIP_QUALITY_THROBBING, HIP_TIMING_DURING_RUN } },
    { TRUE, { HIP_AREA_FRONT, 0, HIP_TIMING_AT_REST } },
    { TRUE, { HIP_AREA_FRONT, HIP_QUALITY_SHARP, HIP_TIMING_AT_NIGHT } },
    { TRUE, { HIP_AREA_FRONT, .flags = HIP_FLAG_WEIGHT_BEARING } },
    { TRUE, { HIP_AREA_FRONT, .flags = HIP_FLAG_NIGHT_PAIN } },
    { FALSE, { HIP_AREA_FRONT, HIP_QUALITY_DEEP_ACHE, HIP_TIMING_AFTER_RUN } },
    { FALSE, { HIP_AREA_FRONT, HIP_QUALITY_DEEP_ACHE, 0 } },
    { FALSE, { HIP_AREA_FRONT, HIP_QUALITY_DULL_ACHE, HIP_TIMING_DURING_RUN } },
    { FALSE, { HIP_AREA_FRONT, .flags = HIP_FLAG_PERSISTENT } },
    { FALSE, { HIP_AREA_SIDE, HIP_QUALITY_DEEP_ACHE, HIP_TIMING_DURING_RUN } },
    { FALSE, { HIP_AREA_SIDE, HIP_QUALITY_DEEP_ACHE, HIP_TIMING_AT_NIGHT } },
    { FALSE, { 0, HIP_QUALITY_DEEP_ACHE, HIP_TIMING_DURING_RUN } },
    { FALSE, { 0 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%u", i);
      g_assert_true (hip_symptoms_fit_bone_stress (&cases[i].symptoms) == cases[i].fits);
      if (!cases[i].fits)
        continue;
      g_assert_cmpuint (rank_place (&cases[i].symptoms, "get-help"), ==, 0);
      g_assert_cmpuint (rank_place (&cases[i].symptoms, "stress-fracture"), ==, 1);
    }
}

/* A pop and a fall are red flags wherever they were told. */
static void
test_onset_flags (void)
{
  HipSymptoms symptoms = { .onsets = 1u << (HIP_ONSET_WITH_A_POP - 1) };

  g_assert_cmpuint (hip_symptoms_get_red_flags (&symptoms), ==, HIP_FLAG_POP);
  symptoms.onsets = 1u << (HIP_ONSET_AFTER_FALL_OR_TWIST - 1);
  symptoms.flags = HIP_FLAG_FEVER;
  g_assert_cmpuint (hip_symptoms_get_red_flags (&symptoms), ==, HIP_FLAG_FALL | HIP_FLAG_FEVER);
  symptoms = (HipSymptoms) { .onsets = 1u << (HIP_ONSET_GRADUAL - 1) };
  g_assert_cmpuint (hip_symptoms_get_red_flags (&symptoms), ==, 0);
  symptoms = (HipSymptoms) { .onsets = 1u << (HIP_ONSET_SUDDEN - 1) };
  g_assert_cmpuint (hip_symptoms_get_red_flags (&symptoms), ==, 0);
}

static void
test_nothing (void)
{
  const HipSymptoms nothing = { 0 };
  const HipSymptoms ground = { .surfaces = G_MAXUINT32, .grounds = G_MAXUINT32 };
  g_autoptr(GPtrArray) of_nothing = hip_symptom_finder_rank (guide (), &nothing);
  g_autoptr(GPtrArray) of_ground = hip_symptom_finder_rank (guide (), &ground);

  g_assert_true (hip_symptoms_is_empty (&nothing));
  g_assert_true (hip_symptoms_is_empty (&ground));
  g_assert_cmpuint (of_nothing->len, ==, 0);
  g_assert_cmpuint (of_ground->len, ==, 0);
}

/* Pages that hurt elsewhere come last, whatever else fits. */
static void
test_area_first (void)
{
  HipSymptoms symptoms = { HIP_AREA_SIDE, HIP_QUALITY_CLICKING | HIP_QUALITY_SHARP,
                           HIP_TIMING_SQUATTING_UPHILL | HIP_TIMING_SITTING };
  g_autoptr(GPtrArray) matches = hip_symptom_finder_rank (guide (), &symptoms);
  gboolean elsewhere = FALSE;

  for (guint i = 0; i < matches->len; i++)
    {
      const HipSymptomMatch *match = get_match (matches, i);

      g_assert_cmpuint (match->matched.areas, ==, match->page->symptoms.areas & HIP_AREA_SIDE);
      g_assert_false (elsewhere && match->matched.areas != 0);
      elsewhere |= match->matched.areas == 0;
    }
  g_assert_true (elsewhere);
  g_assert_cmpstr (get_id (matches, 0), ==, "hip-impingement");
}

/* A rare word outweighs a common one. */
static void
test_rare_words (void)
{
  HipSymptoms symptoms = { .qualities = HIP_QUALITY_CLICKING | HIP_QUALITY_DULL_ACHE };

  g_assert_cmpuint (rank_place (&symptoms, "hip-impingement"), <, 2);
  g_assert_cmpuint (rank_place (&symptoms, "labral-tear"), <, 2);
}

/* Habits are listed for ground that the runs show, below the conditions that hurt there. */
static void
test_habits (void)
{
  HipSymptoms symptoms = { HIP_AREA_SIDE, HIP_QUALITY_BURNING, HIP_TIMING_DURING_RUN };
  guint band, ground;

  g_assert_cmpuint (rank_place (&symptoms, "uneven-ground"), ==, G_MAXUINT);
  symptoms.grounds = 1u << (HIP_GROUND_EVEN - 1);
  g_assert_cmpuint (rank_place (&symptoms, "uneven-ground"), ==, G_MAXUINT);
  symptoms.grounds |= 1u << (HIP_GROUND_CAMBERED - 1);
  band = rank_place (&symptoms, "it-band");
  ground = rank_place (&symptoms, "uneven-ground");
  g_assert_cmpuint (band, ==, 0);
  g_assert_cmpuint (ground, !=, G_MAXUINT);
  g_assert_cmpuint (ground, <, rank_place (&symptoms, "hamstring"));
  g_assert_cmpuint (rank_place (&symptoms, "worn-shoes"), ==, G_MAXUINT);
}

/* Sets, scores and order agree with each other, in all cases. */
static void
check_matches (const HipSymptoms *told)
{
  g_autoptr(GPtrArray) matches = hip_symptom_finder_rank (guide (), told);

  for (guint i = 0; i < matches->len; i++)
    {
      const HipSymptomMatch *match = get_match (matches, i);

      g_assert_cmpuint (find_place (matches, match->page->id), ==, i);
      if (i > 0)
        g_assert_cmpint (match->score, <=, get_match (matches, i - 1)->score);
      if (match->page->kind == HIP_GUIDE_KIND_HELP)
        continue;
      g_assert_false (hip_symptoms_is_empty (&match->matched));
      for (guint j = 0; j < G_N_ELEMENTS (fields); j++)
        {
          const Field *field = &fields[j];
          guint32 named = SET (&match->page->symptoms, field);
          gboolean counts = field->excludes && named != 0;

          g_assert_cmphex (SET (&match->matched, field), ==, SET (told, field) & named);
          g_assert_cmphex (SET (&match->against, field), ==,
                           counts ? SET (told, field) & ~named : 0);
        }
    }
}

static void
test_matches (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (typical); i++)
    {
      HipSymptoms symptoms = read_vignette (&typical[i]);

      check_matches (&symptoms);
    }
  for (guint i = 0; i < G_N_ELEMENTS (urgent); i++)
    {
      HipSymptoms symptoms = read_vignette (&urgent[i]);

      check_matches (&symptoms);
    }
}

/* With one answer more, no page that it speaks against overtakes one that it fits. */
static void
check_answer (GPtrArray *before, const HipSymptoms *told, const Field *field, guint32 word)
{
  HipSymptoms more = *told;
  g_autoptr(GPtrArray) after = NULL;

  SET (&more, field) |= word;
  after = hip_symptom_finder_rank (guide (), &more);
  for (guint i = 0; i < before->len; i++)
    for (guint j = i + 1; j < before->len; j++)
      {
        guint x = find_place (after, get_id (before, i));
        guint y = find_place (after, get_id (before, j));

        if ((SET (&get_match (after, x)->matched, field) & word) != 0
            && (SET (&get_match (after, y)->against, field) & word) != 0)
          g_assert_cmpuint (x, <, y);
      }
}

static void
test_one_answer_more (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (typical); i++)
    {
      HipSymptoms told = read_vignette (&typical[i]);
      g_autoptr(GPtrArray) before = hip_symptom_finder_rank (guide (), &told);

      for (guint j = 0; j < G_N_ELEMENTS (fields); j++)
        for (guint k = 0; k < hip_vocabulary_get_n (fields[j].get_vocabulary ()); k++)
          if ((SET (&told, &fields[j]) & (1u << k)) == 0)
            check_answer (before, &told, &fields[j], 1u << k);
    }
}

static void
assert_same (GPtrArray *a, GPtrArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    {
      g_assert_cmpstr (get_id (a, i), ==, get_id (b, i));
      g_assert_cmpint (get_match (a, i)->score, ==, get_match (b, i)->score);
    }
}

/* Answers can be given in any order, and more than once. */
static void
test_order (void)
{
  for (guint i = 0; i + 1 < G_N_ELEMENTS (typical); i++)
    {
      HipSymptoms x = read_vignette (&typical[i]);
      HipSymptoms y = read_vignette (&typical[i + 1]);
      HipSymptoms xy = x, yx = y;
      g_autoptr(GPtrArray) a = NULL;
      g_autoptr(GPtrArray) b = NULL;

      hip_symptoms_add (&xy, &y);
      hip_symptoms_add (&yx, &x);
      hip_symptoms_add (&yx, &xy);
      a = hip_symptom_finder_rank (guide (), &xy);
      b = hip_symptom_finder_rank (guide (), &yx);
      assert_same (a, b);
    }
}

/* Pages of the same score stand as in the guide. */
static void
test_ties (void)
{
  HipSymptoms symptoms = { .onsets = 1u << (HIP_ONSET_GRADUAL - 1) };
  g_autoptr(GPtrArray) matches = hip_symptom_finder_rank (guide (), &symptoms);
  guint n_ties = 0;

  for (guint i = 1; i < matches->len; i++)
    {
      const HipSymptomMatch *x = get_match (matches, i - 1);
      const HipSymptomMatch *y = get_match (matches, i);

      if (x->score != y->score)
        continue;
      g_assert_cmpint (g_utf8_collate (x->page->title, y->page->title), <, 0);
      n_ties++;
    }
  g_assert_cmpuint (n_ties, >, 0);
}

/* What was not answered speaks neither for nor against. */
static void
test_unanswered (void)
{
  HipSymptoms symptoms = { .areas = HIP_AREA_SIDE };
  g_autoptr(GPtrArray) matches = hip_symptom_finder_rank (guide (), &symptoms);

  g_assert_cmpuint (find_place (matches, "gluteal-tendinopathy"), !=, G_MAXUINT);
  for (guint i = 0; i < matches->len; i++)
    {
      const HipSymptomMatch *match = get_match (matches, i);
      g_autofree char *against = hip_symptom_match_dup_against (match);

      g_assert_cmpuint (match->matched.areas, ==, HIP_AREA_SIDE);
      g_assert_cmpuint (match->matched.qualities | match->matched.timings | match->matched.onsets,
                        ==, 0);
      g_assert_null (against);
    }
}

static void
assert_why (const HipSymptoms *told, const char *page, const char *why, const char *against)
{
  g_autoptr(GPtrArray) matches = hip_symptom_finder_rank (guide (), told);
  const HipSymptomMatch *match = get_match (matches, find_place (matches, page));
  g_auto(GStrv) sentences = hip_symptom_match_dup_why (match);
  g_autofree char *all = g_strjoinv ("\n", sentences);
  g_autofree char *contrary = hip_symptom_match_dup_against (match);

  g_assert_cmpstr (all, ==, why);
  g_assert_cmpstr (contrary, ==, against);
}

static void
test_why (void)
{
  HipSymptoms side = { HIP_AREA_SIDE, HIP_QUALITY_DEEP_ACHE, HIP_TIMING_STAIRS,
                       1u << (HIP_ONSET_SUDDEN - 1) };
  HipSymptoms track = { HIP_AREA_OUTER_KNEE, .surfaces = 1u << (HIP_SURFACE_TRACK - 1),
                        .grounds = 1u << (HIP_GROUND_ONE_WAY_TRACK - 1) };
  HipSymptoms front = { HIP_AREA_FRONT | HIP_AREA_SIDE, HIP_QUALITY_DEEP_ACHE | HIP_QUALITY_SHARP,
                        HIP_TIMING_DURING_RUN | HIP_TIMING_SITTING };
  HipSymptoms fall = { HIP_AREA_SIDE, .onsets = 1u << (HIP_ONSET_AFTER_FALL_OR_TWIST - 1),
                       .flags = HIP_FLAG_NUMBNESS };

  assert_why (&side, "gluteal-tendinopathy", "Matches: Side of the hip, Deep ache, On stairs",
              "Speaks against: Began suddenly");
  assert_why (&track, "it-band",
              "Matches: Outside of the knee, Track, Track, always the same way round", NULL);
  assert_why (&front, "get-help",
              "Together these can mean a bone stress injury: Front of the hip or groin, Deep ache, "
              "During a run. Stop running, and be seen by a doctor or physiotherapist within a day "
              "or two.",
              NULL);
  assert_why (&fall, "get-help",
              "Have this looked at before you run again: Numbness or tingling, A fall or a blow",
              NULL);
}

/* The log */

static HipTestLog *
new_log (void)
{
  HipTestLog *log = hip_test_log_new ("2026-03-02");
  HipPainDay *pain = hip_test_log_pain (log, "2026-03-02", HIP_SIDE_LEFT, 1);

  /* The first of the fourteen days up to 15 March. */
  pain->areas = HIP_AREA_SIDE;
  pain->onset = HIP_ONSET_GRADUAL;
  pain = hip_test_log_pain (log, "2026-03-05", HIP_SIDE_RIGHT, 4);
  pain->areas = HIP_AREA_BACK;
  pain->qualities = HIP_QUALITY_SHARP;
  pain->onset = HIP_ONSET_SUDDEN;
  pain = hip_test_log_pain (log, "2026-03-15", HIP_SIDE_LEFT, 3);
  pain->qualities = HIP_QUALITY_DEEP_ACHE;
  pain->timings = HIP_TIMING_STAIRS;
  /* Too early, too late, and without pain. */
  hip_test_log_pain (log, "2026-03-01", HIP_SIDE_LEFT, 8)->areas = HIP_AREA_TAILBONE;
  hip_test_log_pain (log, "2026-03-16", HIP_SIDE_LEFT, 8)->areas = HIP_AREA_TAILBONE;
  hip_test_log_pain (log, "2026-03-10", HIP_SIDE_LEFT, 0)->areas = HIP_AREA_INNER_THIGH;

  hip_test_log_run (log, "2026-03-02", 8000)->surface = HIP_SURFACE_TRACK;
  hip_test_log_run (log, "2026-03-15", 8000)->ground = HIP_GROUND_CAMBERED;
  hip_test_log_run (log, "2026-03-01", 8000)->surface = HIP_SURFACE_CONCRETE;
  hip_test_log_run (log, "2026-03-16", 8000)->ground = HIP_GROUND_UNEVEN;
  return log;
}

static HipSymptoms
read_log (HipTestLog *log, HipSides sides)
{
  g_autoptr(HipHistory) history = hip_test_log_history (log);
  HipSymptoms symptoms = { G_MAXUINT32, .flags = G_MAXUINT32 };

  hip_symptoms_from_history (history, hip_day_from_ymd (2026, 3, 15), sides, &symptoms);
  return symptoms;
}

static void
test_log (void)
{
  g_autoptr(HipTestLog) log = new_log ();
  HipSymptoms both = read_log (log, HIP_SIDES_BOTH);
  HipSymptoms left = read_log (log, 1u << HIP_SIDE_LEFT);
  HipSymptoms right = read_log (log, 1u << HIP_SIDE_RIGHT);
  HipSymptoms sum = left;

  g_assert_cmphex (left.areas, ==, HIP_AREA_SIDE);
  g_assert_cmphex (left.qualities, ==, HIP_QUALITY_DEEP_ACHE);
  g_assert_cmphex (left.timings, ==, HIP_TIMING_STAIRS);
  g_assert_cmphex (left.onsets, ==, 1u << (HIP_ONSET_GRADUAL - 1));
  g_assert_cmphex (left.surfaces, ==, 1u << (HIP_SURFACE_TRACK - 1));
  g_assert_cmphex (left.grounds, ==, 1u << (HIP_GROUND_CAMBERED - 1));
  g_assert_cmphex (right.areas, ==, HIP_AREA_BACK);
  g_assert_cmphex (right.qualities, ==, HIP_QUALITY_SHARP);
  g_assert_cmphex (right.timings, ==, 0);
  g_assert_cmphex (right.onsets, ==, 1u << (HIP_ONSET_SUDDEN - 1));
  g_assert_cmphex (right.surfaces, ==, left.surfaces);
  hip_symptoms_add (&sum, &right);
  g_assert_cmpmem (&sum, sizeof sum, &both, sizeof both);
  g_assert_cmphex (both.flags, ==, 0);
  g_assert_cmpuint (rank_place (&left, "gluteal-tendinopathy"), ==, 0);
}

/* A red flag counts without pain too, until it was seen. */
static void
test_log_flags (void)
{
  g_autoptr(HipTestLog) log = new_log ();
  HipPainDay *seen = hip_test_log_pain (log, "2026-03-11", HIP_SIDE_LEFT, 5);
  HipSymptoms symptoms;

  seen->flags = HIP_FLAG_SWELLING;
  seen->seen = TRUE;
  hip_test_log_pain (log, "2026-03-12", HIP_SIDE_LEFT, 0)->flags = HIP_FLAG_NUMBNESS;
  hip_test_log_pain (log, "2026-03-12", HIP_SIDE_RIGHT, 3)->flags = HIP_FLAG_WEAKNESS;
  symptoms = read_log (log, 1u << HIP_SIDE_LEFT);
  g_assert_cmphex (symptoms.flags, ==, HIP_FLAG_NUMBNESS);

  hip_test_log_screening (log, "2026-03-13", HIP_FLAG_FEVER | HIP_FLAG_FALL, HIP_FLAG_FEVER);
  hip_test_log_screening (log, "2026-03-14", HIP_FLAG_FALL, HIP_FLAG_FALL)->seen = TRUE;
  hip_test_log_screening (log, "2026-03-16", HIP_FLAG_POP, HIP_FLAG_POP);
  hip_test_log_screening (log, "2026-03-01", HIP_FLAG_POP, HIP_FLAG_POP);
  symptoms = read_log (log, 1u << HIP_SIDE_LEFT);
  g_assert_cmphex (symptoms.flags, ==, HIP_FLAG_NUMBNESS | HIP_FLAG_FEVER);
  symptoms = read_log (log, HIP_SIDES_BOTH);
  g_assert_cmphex (symptoms.flags, ==, HIP_FLAG_NUMBNESS | HIP_FLAG_WEAKNESS | HIP_FLAG_FEVER);
  g_assert_cmpuint (rank_place (&symptoms, "get-help"), ==, 0);
}

static void
test_empty_log (void)
{
  g_autoptr(HipHistory) history = hip_history_new_empty ();
  HipSymptoms symptoms = { G_MAXUINT32, .surfaces = G_MAXUINT32 };
  const HipSymptoms nothing = { 0 };

  hip_symptoms_from_history (history, 20000, HIP_SIDES_BOTH, &symptoms);
  g_assert_cmpmem (&symptoms, sizeof symptoms, &nothing, sizeof nothing);
}

/* All words that pages name are words that can be told. */
static void
test_vocabulary (void)
{
  for (guint i = 0; i < hip_guide_get_n_pages (guide ()); i++)
    {
      const HipGuidePage *page = hip_guide_get_page (guide (), i);

      for (guint j = 0; j < G_N_ELEMENTS (fields); j++)
        g_assert_cmphex (SET (&page->symptoms, &fields[j])
                             >> hip_vocabulary_get_n (fields[j].get_vocabulary ()),
                         ==, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guide/finder/typical", test_typical);
  g_test_add_func ("/guide/finder/typical/all-conditions", test_all_conditions);
  g_test_add_func ("/guide/finder/typical/one-answer-less", test_one_answer_less);
  g_test_add_func ("/guide/finder/urgent", test_urgent);
  g_test_add_func ("/guide/finder/urgent/help-first", test_help_first);
  g_test_add_func ("/guide/finder/urgent/bone-stress", test_bone_stress);
  g_test_add_func ("/guide/finder/urgent/onset", test_onset_flags);
  g_test_add_func ("/guide/finder/nothing", test_nothing);
  g_test_add_func ("/guide/finder/area-first", test_area_first);
  g_test_add_func ("/guide/finder/rare-words", test_rare_words);
  g_test_add_func ("/guide/finder/habits", test_habits);
  g_test_add_func ("/guide/finder/matches", test_matches);
  g_test_add_func ("/guide/finder/one-answer-more", test_one_answer_more);
  g_test_add_func ("/guide/finder/order", test_order);
  g_test_add_func ("/guide/finder/ties", test_ties);
  g_test_add_func ("/guide/finder/unanswered", test_unanswered);
  g_test_add_func ("/guide/finder/why", test_why);
  g_test_add_func ("/guide/finder/log", test_log);
  g_test_add_func ("/guide/finder/log/flags", test_log_flags);
  g_test_add_func ("/guide/finder/log/empty", test_empty_log);
  g_test_add_func ("/guide/finder/vocabulary", test_vocabulary);
  return g_test_run ();
}
