// SPDX-License-Identifier: GPL-3.0-or-later
/* The facts the guide is written from, row by row: for each the page that holds it, and for every
 * column a phrase in the section where it belongs, or a typed field. A row, a column or a dose that
 * gets lost when a page is reworded fails here by its name. */
#include "config.h"

#include <string.h>

#include "hip-guide.h"

/* What may be felt, and where each column of a condition's row stands. */
static const struct
{
  const char *id;
  const char *areas;
  const char *qualities;
  const char *timings;
  const char *onsets;
  const char *feels;
  const char *worse;
  const char *why;
  const char *helps;
  const char *refer;
} conditions[] = {
  { "it-band", "side;outer-knee", "dull-ache;burning", "during-run", "gradual",
    "the outer side of the knee", "the same way round a track", "gluteus medius",
    "vary direction and surface", "does not settle" },
  { "gluteal-tendinopathy", "side", "deep-ache", "stairs;at-night;standing", "gradual", "deep ache",
    "steep rise in weekly distance", "gluteus medius and minimus", "in small steps",
    "lasted for weeks" },
  { "trochanteric-bursitis", "side", "dull-ache;burning", "after-run", "gradual", "it is tender",
    "tight hamstrings", "between the greater trochanter and the gluteal tendons", "no heat",
    "tell a bursa from a tendon" },
  { "hip-flexor", "front;down-the-leg", "dull-ache;sharp", "stairs;sitting", "gradual;sudden",
    "may run down the thigh", "sit-ups", "less hip extension", "stretch the hip flexors gently",
    "lost its strength" },
  { "adductor", "inner-thigh;front", "dull-ache;radiating", "during-run", "gradual;sudden",
    "down the inner thigh", "changes of direction", "pubic bone", "rest from cutting moves",
    "a bruise shows" },
  { "hamstring", "back", "dull-ache;sharp", "sitting;squatting-uphill", "gradual;sudden;with-a-pop",
    "sit bone", "a poor warm-up", "the stride gets shorter", "break up sitting", "sudden pop" },
  { "piriformis", "back;down-the-leg", "deep-ache;radiating", "sitting", "gradual", "like sciatica",
    "tight or cramping", "sciatic nerve", "roll or massage", "numbness, tingling or weakness" },
  { "stress-fracture", "front;inner-thigh", "deep-ache;throbbing", "during-run;at-night", "gradual",
    "throbbing", "rest eases it", "avascular necrosis", "no test runs", "always, and promptly" },
  { "hip-impingement", "front;side;back", "clicking;instability", "squatting-uphill", "gradual",
    "click or catch", "knee turned inward", "pincer", "avoid deep flexion", "arthroscopy" },
  { "labral-tear", "front", "sharp;clicking", "squatting-uphill", "sudden;after-fall-or-twist",
    "a click", "a fall or a twist", "rim of tough, elastic tissue", "avoid the movement",
    "a sports specialist has to confirm" },
  { "joint-dysfunction", "front", "dull-ache;sharp;stiffness", "during-run", "gradual",
    "deep in the hip", "the impact of running", "the lower back turn more", "corrective exercise",
    "above and below the hip" },
  { "osteoarthritis", "front", "deep-ache;stiffness", "next-morning", "gradual", "stiffness",
    "after rest", "cartilage", "heat, unlike with bursitis", "stiff in the morning" },
  { "inflammatory-arthritis", "front", "stiffness", "next-morning;at-rest", "gradual",
    "other joints", "moderate activity", "synovitis", "disease-modifying medicine",
    "morning stiffness and pain at rest" },
  { "avascular-necrosis", "front", "deep-ache", "standing", "gradual", "keeps growing",
    "corticosteroids", "collapse under load", "nothing to treat at home", "always" },
  { "hip-pointer", "iliac-crest", "sharp", "during-run", "sudden;after-fall-or-twist",
    "sharp and tender", "direct blow", "bleeding", "wrapped in a cloth", "if it swells" },
  { "tailbone", "tailbone;back", "dull-ache", "sitting", "after-fall-or-twist",
    "hip pain is one of them", "a direct fall on the tailbone (coccyx)", "the pain reaches the hip",
    "a cushion", "not settling" },
  { "tfl", "side;front", "dull-ache", "during-run", "gradual", "tight ache", "weak or tired",
    "relies on it more than it can bear", "gluteal strength", "no better" },
  { "muscle-strain", "front;side;back;inner-thigh", "dull-ache;stiffness", "during-run",
    "gradual;sudden", "tightness", "small pains that were ignored", "chronic strain",
    "ice first, heat later", "goes on for weeks" },
  { "low-back", "back;lower-back", "radiating", "sitting", "gradual", "spreads into the buttock",
    "a long run", "facet joints", "examined together", "goes numb or gets weak" },
  { "si-joint", "front;back;down-the-leg", "dull-ache", "standing", "gradual",
    "an ache on one side", "uneven ground", "between the sacrum", "stability work",
    "if it persists" },
  { "trigger-points", "front;side;back", "dull-ache;radiating", "during-run", "gradual",
    "brings back just that pain", "tired", "taut band", "massage", "stays for weeks" },
  { "pelvic-floor", "front;back", "dull-ache", "sitting", "gradual", "bladder or bowel",
    "sitting for long", "pudendal nerve", "trained for it", "trained professional" },
};

/* What adds to it; what the log shows of that; a page the advice leads to. */
static const struct
{
  const char *id;
  const char *why;
  const char *log;
  const char *leads_to;
} contributors[] = {
  { "training-errors", "+50 %", "longest of the last 30 days", "gradual-progression" },
  { "overuse", "faster than the repair", "rises from week to week", "rest-recovery" },
  { "poor-recovery", "glycogen", "days in a row", "rest-recovery" },
  { "muscle-imbalance", "anterior pelvic tilt", "no strength work", "strength-core" },
  { "muscle-weakness", "weak hip abductors", "pain beyond the hip", "strength-hips" },
  { "running-form", "overstriding", "cadence", "running-form-drills" },
  { "no-warm-up", "less elastic", "four of your last six runs", "warm-up" },
  { "worn-shoes", "both fade with distance", "480 and 800 km", "shoe-care" },
  { "wrong-shoes", "torsional support", "give every run its pair", "shoe-care" },
  { "hard-surface", "concrete", "give each run its surface", "surfaces" },
  { "uneven-ground", "one hip is loaded more", "the same way round", "surfaces" },
  { "sitting-posture", "shortens the hip flexors", "when sitting", "posture" },
  { "running-through-pain", "becom", "a score of 6 or more", "when-it-hurts" },
  { "underlying-conditions", "referred pain", "stiffness in the morning", "get-help" },
};

/* What prevents or relieves; and the two pages of help. */
static const struct
{
  const char *id;
  HipGuideKind kind;
  const char *helps;
} others[] = {
  { "gradual-progression", HIP_GUIDE_KIND_PREVENTION, "add days before distance" },
  { "warm-up", HIP_GUIDE_KIND_PREVENTION, "now move dynamically" },
  { "cool-down", HIP_GUIDE_KIND_PREVENTION, "ease down" },
  { "strength-hips", HIP_GUIDE_KIND_PREVENTION, "clamshell" },
  { "strength-core", HIP_GUIDE_KIND_PREVENTION, "dead bug" },
  { "stretching", HIP_GUIDE_KIND_PREVENTION, "never force, and skip what hurts" },
  { "mobility", HIP_GUIDE_KIND_PREVENTION, "dynamic before the run" },
  { "foam-rolling", HIP_GUIDE_KIND_RELIEF, "slowly" },
  { "running-form-drills", HIP_GUIDE_KIND_PREVENTION, "do not cross the middle line" },
  { "shoe-care", HIP_GUIDE_KIND_PREVENTION, "300 and 500 miles" },
  { "rest-recovery", HIP_GUIDE_KIND_PREVENTION, "active recovery" },
  { "cross-training", HIP_GUIDE_KIND_PREVENTION, "elliptical" },
  { "surfaces", HIP_GUIDE_KIND_PREVENTION, "alternate" },
  { "ice-heat", HIP_GUIDE_KIND_RELIEF, "no heat for bursitis" },
  { "pain-medicine", HIP_GUIDE_KIND_RELIEF, "follow the dose" },
  { "supports", HIP_GUIDE_KIND_RELIEF, "proper fit" },
  { "posture", HIP_GUIDE_KIND_PREVENTION, "a break from sitting" },
  { "balance", HIP_GUIDE_KIND_PREVENTION, "stand on one leg" },
  { "when-it-hurts", HIP_GUIDE_KIND_RELIEF, "run it off" },
  { "back-to-running", HIP_GUIDE_KIND_RELIEF, "change one thing at a time" },
  { "get-help", HIP_GUIDE_KIND_HELP, "graded plan" },
  { "questions", HIP_GUIDE_KIND_HELP, "may i run through it?" },
};

/* The doses that the facts name, as they are read. */
static const struct
{
  const char *page;
  const char *step;
  const char *dose;
} doses[] = {
  { "gradual-progression", "Rest day", "1 day a week" },
  { "warm-up", "Walk or jog", "5 minutes" },
  { "warm-up", "Leg swings, forward and back", "30 seconds, on each side" },
  { "warm-up", "Walking lunges", "1 minute" },
  { "warm-up", "Hip flexors", "held for 15 seconds, on each side" },
  { "warm-up", "Pause", "1 minute" },
  { "warm-up", "Get springy", "3 minutes" },
  { "cool-down", "Hip flexors", "held for 20–30 seconds, on each side" },
  { "cool-down", "Hamstrings", "held for 20–30 seconds, on each side" },
  { "cool-down", "Quadriceps", "held for 20–30 seconds, on each side" },
  { "cool-down", "Glutes", "held for 20–30 seconds, on each side" },
  { "stretching", "Kneeling hip flexor stretch", "held for 30 seconds, on each side" },
  { "stretching", "Butterfly", "held for 30 seconds" },
  { "stretching", "Pigeon", "held for 30 seconds, on each side" },
  { "ice-heat", "Ice in the first two days", "15–20 minutes, every 3–4 hours, for 2 days" },
  { "ice-heat", "Ice right after a run", "20 minutes" },
  { "ice-heat", "Heat, only after two days", "15–20 minutes" },
  { "trochanteric-bursitis", "Ice after running", "20 minutes" },
};

/* Steps that are no exercise: they have no time to be done for, and no picture. */
static const struct
{
  const char *page;
  const char *step;
} acts[] = {
  { "back-to-running", "Before you start" },
  { "back-to-running", "First week after a break of two to four weeks" },
  { "back-to-running", "Second week" },
  { "back-to-running", "First two weeks after a break of one to three months" },
  { "gradual-progression", "Rest day" },
  { "rest-recovery", "Rest days" },
  { "running-form-drills", "Have your gait analysed" },
  { "warm-up", "Start easy and build" },
  { "when-it-hurts", "Reduce or stop" },
  { "when-it-hurts", "Rest it" },
  { "when-it-hurts", "Stretch gently" },
  { "when-it-hurts", "Come back gradually" },
};

/* Signs that must stand on the page that tells when to get help. */
static const char *const signs[] = {
  "for weeks despite rest and self-care",
  "it gets worse, spreads",
  "sharp and sudden, or came with a pop",
  "no longer works",
  "hurts to walk",
  "stairs",
  "in your sleep",
  "shoots down the leg",
  "numbness, tingling or weakness",
  "swollen, red or warm",
  "a deep ache in the groin",
  "at night",
  "at rest",
  "stiff in the morning",
  "after a fall or a blow",
  "bladder or bowel",
  "painkillers to run",
};

/* Questions, and what must be in the answer. */
static const struct
{
  const char *question;
  const char *answer;
} questions[] = {
  { "Can weak abdominal muscles make the hip hurt?", "the thigh turn in" },
  { "Is it always serious?", "no." },
  { "What has cadence to do with the hip?", "a longer stride more load" },
  { "Are tight hip flexors the reason?", "alone, rarely" },
  { "May I run through it?", "as a rule, no" },
  { "Do painkillers help?", "are no cure" },
  { "Do I need an X-ray or an MRI?", "if the pain persists" },
  { "What is done first?", "rest, ice, less distance, pain medicine for a short time" },
  { "When should I see someone?", "no better after two weeks" },
  { "What do the gluteal muscles do?", "keep the pelvis level" },
  { "How does form matter?", "more of each step on the hip" },
  { "What else helps?", "rolling and massage" },
};

static HipGuide *
guide (void)
{
  return hip_guide_get_default ();
}

static const HipGuidePage *
get_page (const char *id)
{
  const HipGuidePage *page = hip_guide_lookup (guide (), id);

  if (page == NULL)
    g_error ("There is no page “%s”", id);
  return page;
}

static void
append_block (GString *text, const HipGuideBlock *block)
{
  if (block->title != NULL)
    g_string_append_printf (text, "%s\n", block->title);
  for (guint i = 0; i < block->items->len; i++)
    {
      g_autofree char *item = hip_guide_item_to_text (g_ptr_array_index (block->items, i));

      g_string_append_printf (text, "%s\n", item);
    }
}

static void
append_section (GString *text, const HipGuideSection *section)
{
  g_string_append_printf (text, "%s\n", section->title);
  for (guint i = 0; i < section->blocks->len; i++)
    append_block (text, g_ptr_array_index (section->blocks, i));
}

/* Whether a section of that kind has the phrase, upper and lower case alike. */
static gboolean
says (const HipGuidePage *page, HipGuideSectionKind kind, const char *phrase)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *folded = NULL;
  g_autofree char *looked_for = g_utf8_casefold (phrase, -1);

  for (guint i = 0; i < page->sections->len; i++)
    {
      const HipGuideSection *section = g_ptr_array_index (page->sections, i);

      if (section->kind == kind)
        append_section (text, section);
    }
  folded = g_utf8_casefold (text->str, -1);
  return strstr (folded, looked_for) != NULL;
}

static void
assert_says (const HipGuidePage *page, HipGuideSectionKind kind, const char *phrase)
{
  if (!says (page, kind, phrase))
    g_error ("%s does not say “%s” in “%s”", page->id, phrase,
             hip_guide_section_kind_get_word (kind));
}

static void
assert_has (const HipGuidePage *page,
            const HipVocabulary *vocabulary,
            guint32 set,
            const char *words)
{
  guint32 expected = 0;

  g_test_message ("%s: %s", page->id, words);
  g_assert_true (hip_vocabulary_set_from_words (vocabulary, words, &expected, NULL));
  g_assert_cmphex (set & expected, ==, expected);
}

static void
test_conditions (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (conditions); i++)
    {
      const HipGuidePage *page = get_page (conditions[i].id);

      g_assert_cmpint (page->kind, ==, HIP_GUIDE_KIND_CONDITION);
      assert_has (page, hip_vocabulary_areas (), page->symptoms.areas, conditions[i].areas);
      assert_has (page, hip_vocabulary_qualities (), page->symptoms.qualities,
                  conditions[i].qualities);
      assert_has (page, hip_vocabulary_timings (), page->symptoms.timings, conditions[i].timings);
      assert_has (page, hip_vocabulary_onsets (), page->symptoms.onsets, conditions[i].onsets);
      assert_says (page, HIP_GUIDE_SECTION_FEELS, conditions[i].feels);
      assert_says (page, HIP_GUIDE_SECTION_WORSE, conditions[i].worse);
      assert_says (page, HIP_GUIDE_SECTION_WHY, conditions[i].why);
      assert_says (page, HIP_GUIDE_SECTION_HELPS, conditions[i].helps);
      assert_says (page, HIP_GUIDE_SECTION_HELP, conditions[i].refer);
    }
}

static gboolean
leads_to (const HipGuidePage *page, const char *id)
{
  g_autoptr (GPtrArray) links = hip_guide_page_get_links (page);

  return g_ptr_array_find_with_equal_func (links, id, g_str_equal, NULL);
}

static void
test_contributors (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (contributors); i++)
    {
      const HipGuidePage *page = get_page (contributors[i].id);

      g_assert_cmpint (page->kind, ==, HIP_GUIDE_KIND_CONTRIBUTOR);
      assert_says (page, HIP_GUIDE_SECTION_WHY, contributors[i].why);
      assert_says (page, HIP_GUIDE_SECTION_LOG, contributors[i].log);
      g_test_message ("%s to %s", page->id, contributors[i].leads_to);
      g_assert_true (leads_to (page, contributors[i].leads_to));
    }
}

static void
test_others (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      const HipGuidePage *page = get_page (others[i].id);

      g_test_message ("%s", page->id);
      g_assert_cmpint (page->kind, ==, others[i].kind);
      assert_says (page, HIP_GUIDE_SECTION_HELPS, others[i].helps);
    }
}

/* No page without a row: 22 conditions, 14 contributors, what prevents and relieves, and help. */
static void
test_whole (void)
{
  guint n_pages = hip_guide_get_n_pages (guide ());

  g_assert_cmpuint (G_N_ELEMENTS (conditions), ==, 22);
  g_assert_cmpuint (G_N_ELEMENTS (contributors), ==, 14);
  g_assert_cmpuint (G_N_ELEMENTS (others), ==, 22);
  g_assert_cmpuint (n_pages, ==, 22 + 14 + 22);
}

static const HipGuideBlock *
find_step (const HipGuidePage *page, const char *title)
{
  const HipGuideSection *helps = hip_guide_page_get_section (page, HIP_GUIDE_SECTION_HELPS);

  for (guint i = 0; i < helps->blocks->len; i++)
    {
      const HipGuideBlock *block = g_ptr_array_index (helps->blocks, i);

      if (block->kind == HIP_GUIDE_BLOCK_STEP && g_str_equal (block->title, title))
        return block;
    }
  g_error ("%s has no step “%s”", page->id, title);
}

static void
test_doses (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (doses); i++)
    {
      const HipGuideBlock *step = find_step (get_page (doses[i].page), doses[i].step);
      g_autofree char *dose = hip_guide_dose_to_text (&step->dose);

      g_test_message ("%s: %s", doses[i].page, doses[i].step);
      g_assert_cmpstr (dose, ==, doses[i].dose);
    }
}

static gboolean
is_act (const HipGuidePage *page, const char *title)
{
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    if (g_str_equal (acts[i].page, page->id) && g_str_equal (acts[i].step, title))
      return TRUE;
  return FALSE;
}

static void
check_step (const HipGuidePage *page, const HipGuideBlock *step)
{
  g_test_message ("%s: %s", page->id, step->title);
  if (is_act (page, step->title))
    return;
  g_assert_nonnull (step->picture);
  g_assert_true (hip_guide_dose_is_exercise (&step->dose));
}

/* An exercise can lose neither its dose nor its picture: only what is listed may be without. */
static void
test_exercises (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    find_step (get_page (acts[i].page), acts[i].step);
  for (guint i = 0; i < hip_guide_get_n_pages (guide ()); i++)
    {
      const HipGuidePage *page = hip_guide_get_page (guide (), i);
      const HipGuideSection *helps = hip_guide_page_get_section (page, HIP_GUIDE_SECTION_HELPS);

      for (guint j = 0; j < helps->blocks->len; j++)
        {
          const HipGuideBlock *block = g_ptr_array_index (helps->blocks, j);

          if (block->kind == HIP_GUIDE_BLOCK_STEP)
            check_step (page, block);
        }
    }
}

static void
test_signs (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    assert_says (get_page ("get-help"), HIP_GUIDE_SECTION_HELP, signs[i]);
}

static const HipGuideSection *
find_question (const char *title)
{
  const HipGuidePage *page = get_page ("questions");

  for (guint i = 0; i < page->sections->len; i++)
    {
      const HipGuideSection *section = g_ptr_array_index (page->sections, i);

      if (g_str_equal (section->title, title))
        return section;
    }
  g_error ("Nobody answers “%s”", title);
}

static void
test_questions (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *folded = NULL;

      append_section (text, find_question (questions[i].question));
      folded = g_utf8_casefold (text->str, -1);
      g_test_message ("%s", questions[i].question);
      g_assert_nonnull (strstr (folded, questions[i].answer));
    }
}

/* Every page can be followed: it sums up, leads on to others that exist, and names its sources. */
static void
test_frame (void)
{
  for (guint i = 0; i < hip_guide_get_n_pages (guide ()); i++)
    {
      const HipGuidePage *page = hip_guide_get_page (guide (), i);
      g_autoptr (GPtrArray) links = hip_guide_page_get_links (page);

      g_test_message ("%s", page->id);
      g_assert_cmpuint (strlen (page->summary), >, 40);
      g_assert_cmpuint (g_strv_length (page->see), >=, 2);
      g_assert_cmpuint (page->sources->len, >=, 1);
      g_assert_true (leads_to (page, "get-help") || g_str_equal (page->id, "get-help"));
      for (guint j = 0; j < links->len; j++)
        get_page (g_ptr_array_index (links, j));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guide/rows/conditions", test_conditions);
  g_test_add_func ("/guide/rows/contributors", test_contributors);
  g_test_add_func ("/guide/rows/others", test_others);
  g_test_add_func ("/guide/rows/whole", test_whole);
  g_test_add_func ("/guide/rows/doses", test_doses);
  g_test_add_func ("/guide/rows/exercises", test_exercises);
  g_test_add_func ("/guide/rows/signs", test_signs);
  g_test_add_func ("/guide/rows/questions", test_questions);
  g_test_add_func ("/guide/rows/frame", test_frame);
  return g_test_run ();
}
