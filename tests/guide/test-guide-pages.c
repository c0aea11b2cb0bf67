// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include <string.h>

#include <gio/gio.h>

#include "hip-guide.h"

#define MIN_WORDS 150

/* The pages that warnings lead to: of load, shoes, pain and habits, causes before what helps. */
static const char *const rule_pages[] = {
  "training-errors",
  "overuse",
  "stress-fracture",
  "gluteal-tendinopathy",
  "it-band",
  "poor-recovery",
  "gradual-progression",
  "rest-recovery",
  "back-to-running",
  "cross-training",
  "worn-shoes",
  "wrong-shoes",
  "shoe-care",
  "running-through-pain",
  "underlying-conditions",
  "get-help",
  "when-it-hurts",
  "ice-heat",
  "no-warm-up",
  "hard-surface",
  "uneven-ground",
  "si-joint",
  "running-form",
  "muscle-imbalance",
  "warm-up",
  "surfaces",
  "running-form-drills",
  "strength-hips",
  "strength-core",
};

/* Facts a page must not lose when it is reworded. */
static const struct
{
  const char *page;
  const char *facts[10];
} facts[] = {
  { "it-band",
    { "outer hip", "outer knee", "same way round a track", "cross the middle line", "overpronation",
      "greater trochanter", "gluteus medius", "foam roller", "wider stride", "vary direction" } },
  { "gluteal-tendinopathy",
    { "stairs", "lying on that side", "one leg", "weekly distance", "greater trochanter",
      "gluteus medius and minimus", "sideways gets weak", "cut the load", "do not lie on" } },
  { "stress-fracture",
    { "groin", "throbbing", "concrete", "bone density", "missed periods", "calcium",
      "avascular necrosis", "no test runs", "x-ray can look normal", "MRI or a bone scan" } },
  { "stress-fracture",
    { "always, and promptly", "operation", "inside of the hip", "rest eases it",
      "weeks without weight" } },
  { "labral-tear",
    { "groin", "click", "catch", "fall", "twist", "impingement", "rim", "sports specialist" } },
  { "muscle-strain",
    { "tightness", "warm-up", "ignored", "chronic", "rest days", "ice first", "stretch gently",
      "weeks" } },
  { "low-back",
    { "buttock", "long run", "sitting", "disc", "narrow", "facet", "nerve root",
      "treating the hip alone", "numb", "weak" } },
  { "training-errors",
    { "+50 %", "no rest days", "strength", "mobility", "iliopsoas", "gluteal tendinopathy",
      "effort" } },
  { "overuse",
    { "faster than", "easy to ignore", "tendinopathy", "bursas", "stress fracture", "labrum",
      "chronic" } },
  { "worn-shoes",
    { "cushioning", "480 to 800 km", "300 to 500 miles", "350 to 500 miles", "weight", "style",
      "shoe" } },
  { "wrong-shoes", { "cushioning", "arch", "torsional", "motion-control", "neutral foot" } },
  { "running-through-pain", { "chronic", "painkillers", "signal" } },
  { "underlying-conditions",
    { "osteoarthritis", "inflammatory arthritis", "avascular necrosis", "referred pain",
      "stiffness in the morning", "pain at rest", "steroid", "injured" } },
  { "gradual-progression",
    { "10 %", "intensity", "time", "start shorter", "add days before", "at least one rest day",
      "back off when it hurts" } },
  { "rest-recovery",
    { "rest day", "sleep", "eat", "active recovery", "yoga", "glycogen", "nervous system" } },
  { "shoe-care",
    { "fit", "cushioning", "support", "note the distance", "300 and 500 miles",
      "advice on the type" } },
  { "when-it-hurts",
    { "reduce or stop", "run it off", "ice", "rest", "stretch gently", "gradually" } },
  { "back-to-running", { "warm up", "short and easy", "one thing at a time" } },
  { "ice-heat",
    { "first two days", "right after a run", "only after two days", "bare skin",
      "no heat right after running", "no heat for bursitis", "heat suits arthritis", "compression",
      "elevation" } },
  { "poor-recovery",
    { "muscle has to be repaired", "inflammation has to settle", "glycogen", "nervous system",
      "takes its own time", "steady the joint less", "days in a row", "rest day", "morning after",
      "carried over" } },
  { "no-warm-up",
    { "less elastic", "joint fluid", "switched on more slowly", "gluteal", "blood flow",
      "four of your last six runs", "not logged is not the same as no" } },
  { "hard-surface",
    { "concrete", "hard pavement", "impact", "softer ground", "lowers it", "stress fracture",
      "inside of the hip", "surface", "compared grounds" } },
  { "uneven-ground",
    { "sloping to one side", "one hip is loaded more", "round the same way", "one direction",
      "IT band syndrome", "rough ground", "aggravate", "sacroiliac joint" } },
  { "running-form",
    { "overstriding", "far ahead of the body", "low cadence", "longer stride means more load",
      "braking with the heel", "narrow or crossing stride", "turns inward", "pelvic drop",
      "pelvis or trunk", "too little hip extension" } },
  { "running-form",
    { "overpronation", "leaning from the waist", "below 170 steps", "45 healthy runners",
      "37 studies", "gait analysed", "no treatment for an ache in the groin" } },
  { "muscle-imbalance",
    { "weak gluteals", "take over", "tensor fasciae latae", "tight hip flexors", "from sitting",
      "anterior pelvic tilt", "make up for it", "tight hamstrings", "change the gait",
      "quadriceps dominance" } },
  { "muscle-imbalance",
    { "kneecap", "felt at the hip", "weak core", "thigh turns in", "no strength work",
      "whenever the load rises" } },
  { "si-joint",
    { "groin", "buttock", "back of the thigh", "on one side", "standing for long", "uneven load",
      "uneven ground", "between the sacrum", "stability work", "if it persists" } },
  { "warm-up",
    { "5 minutes", "leg swings, forward", "sideways", "walking lunges", "high knees",
      "glute bridges", "hip circles", "2 minutes", "hip flexors, back of the thigh", "1 minute" } },
  { "warm-up",
    { "five to six in all", "3 minutes", "skipping", "jumping jacks", "start easy and build",
      "more elastic", "no jumps" } },
  { "strength-hips",
    { "clamshell", "side-lying leg raise", "gluteus medius", "bridge or hip thrust",
      "gluteus maximus", "single-leg Romanian deadlift", "balance", "squat", "lunge",
      "standing hip abduction" } },
  { "strength-hips",
    { "hold on to a support", "straight knee", "standing hip flexion", "at least ten times",
      "edge of a bench", "on each side" } },
  { "strength-core",
    { "plank", "side plank", "bird dog", "dead bug", "plank with leg lifts", "thigh turns in" } },
  { "running-form-drills",
    { "170 to 180 steps", "shorter, quicker steps", "under the body", "midfoot", "upright",
      "lean a little forward from the ankles", "do not cross the middle line",
      "straight forward and back", "between hip and chest", "gait analysed" } },
  { "running-form-drills",
    { "not a target", "between 155 and 203", "37 studies", "never by more than 10 %",
      "quicker steps are no treatment" } },
  { "cross-training", { "swimming", "cycling", "elliptical", "hiking", "yoga", "without impact" } },
  { "surfaces",
    { "trails", "grass", "a track", "concrete", "uneven ground", "alternate", "change direction",
      "compared surfaces" } },
  { "trochanteric-bursitis",
    { "outer side of the hip", "rubbing", "burning", "dull ache", "greater trochanter", "tender",
      "tight hamstrings", "overuse", "different length", "overpronation" } },
  { "trochanteric-bursitis",
    { "weak or tight gluteal", "it band", "easily mistaken for a strain", "20 minutes", "no heat",
      "strengthen the gluteus medius", "repeated ones are discouraged",
      "tell a bursa from a tendon", "rest it", "stretch the hamstrings" } },
  { "hip-flexor",
    { "front of the hip", "groin", "run down the thigh", "stairs", "sit-ups", "sudden acceleration",
      "sitting for long", "iliacus and psoas", "insertional tendonitis", "less hip extension" } },
  { "hip-flexor",
    { "the stride changes", "stretch the hip flexors gently", "then strengthen",
      "tight and weak often go together", "lost its strength" } },
  { "adductor",
    { "inner thigh", "groin", "radiate down the inner thigh", "overstretching", "side steps",
      "changes of direction", "pubic bone", "adduction) gets weak", "unsteady", "bruise" } },
  { "adductor", { "rest from cutting moves", "small steps", "sudden and a bruise" } },
  { "hamstring",
    { "back of the hip", "sit bone", "upper thigh", "sitting", "squatting", "uphill",
      "accelerations and decelerations", "poor warm-up", "tight hamstrings", "hip flexion" } },
  { "hamstring",
    { "knee extension", "stride gets shorter", "small steps", "break up sitting", "sudden pop" } },
  { "piriformis",
    { "deep ache", "buttock", "radiate down the back of the leg", "like sciatica", "cramp",
      "sitting for long", "sciatic nerve", "stretch it gently", "roll or massage", "mobility" } },
  { "piriformis", { "numbness, tingling or weakness" } },
  { "hip-impingement",
    { "groin", "click or catch", "give way", "side or the back", "uphill", "squatting",
      "knee turned inward", "cam", "pincer", "labrum" } },
  { "hip-impingement",
    { "cartilage", "turning the leg inward gets limited", "osteoarthritis", "avoid deep flexion",
      "strengthen", "manual therapy", "x-ray shows the shape", "mri the rim", "serve as a test",
      "arthroscopy" } },
  { "joint-dysfunction",
    { "deep in the hip", "dull", "sharp", "stiffness", "impact of running", "born with", "injury",
      "out of balance", "wear", "back, knee and ankle" } },
  { "joint-dysfunction",
    { "lower back turn more", "manual therapy", "corrective exercise", "orthotics",
      "if it persists", "above and below the hip" } },
  { "osteoarthritis",
    { "hip or the groin", "ache", "stiffness", "impact", "after rest", "cartilage",
      "unlike with bursitis", "loosens a stiff joint", "healthy weight", "physiotherapy" } },
  { "osteoarthritis", { "cycling or swimming", "strength", "stiff in the morning" } },
  { "inflammatory-arthritis",
    { "other joints", "mornings are stiff", "at rest", "moderate activity", "synovitis",
      "rheumatoid", "disease-modifying medicine", "morning stiffness and pain at rest" } },
  { "avascular-necrosis",
    { "groin", "keeps growing", "corticosteroids", "injured", "head of the thigh bone",
      "loses its blood supply", "collapse under load", "nothing to treat at home",
      "always for a doctor" } },
  { "hip-pointer",
    { "iliac crest", "sharp", "tender", "bruise", "direct blow", "abductors", "can make it serious",
      "rest: no running", "wrapped in a cloth", "if it swells" } },
  { "tailbone",
    { "coccyx", "direct fall", "sore", "sitting", "hip pain is one of them", "a cushion with a gap",
      "rest from what shakes it", "not settling" } },
  { "tfl",
    { "tensor fasciae latae", "tight ache", "front of the outer hip", "weak", "takes over",
      "gluteal strength" } },
  { "muscle-strain", { "hip flexors", "adductors", "hamstrings" } },
  { "trigger-points",
    { "hip, groin or buttock", "brings back just that pain", "quadratus lumborum",
      "gluteus minimus", "piriformis", "irritable spot", "taut band", "refers its pain", "massage",
      "rolling" } },
  { "pelvic-floor",
    { "the groin, deep in the hip", "perineum", "bladder or bowel", "sitting for long", "spasm",
      "pudendal nerve", "trained professional" } },
  { "muscle-weakness",
    { "knee or the foot", "weak hip abductors", "pain beyond the hip", "areas" } },
  { "sitting-posture",
    { "long sitting shortens the hip flexors", "feeds hip pain", "posture spreads it",
      "sit and stand", "get up often" } },
  { "cool-down",
    { "ease down", "held for 20–30 seconds", "hip flexors", "hamstrings", "quadriceps",
      "glutes" } },
  { "stretching",
    { "kneeling hip flexor", "held for 30 seconds, on each side", "butterfly", "lunge", "pigeon",
      "figure four", "hamstrings", "breathe", "never force", "skip what hurts" } },
  { "mobility",
    { "turning in and out", "bending", "straightening", "rotation, flexion and extension",
      "dynamic before the run", "after it" } },
  { "foam-rolling",
    { "two to three minutes a hip", "40–60 seconds, on each side", "slowly", "it band area",
      "glutes", "quads", "massage loosens" } },
  { "pain-medicine",
    { "short relief", "hides the signal", "follow the dose", "ulcers and bleeding in the stomach",
      "paracetamol", "acetaminophen", "liver", "not a plan", "nsaids" } },
  { "supports", { "brace", "steady", "take some load off", "proper fit", "not a substitute" } },
  { "posture", { "sitting:", "standing:", "break from sitting" } },
  { "balance", { "balance training", "gives the hip stability", "on one leg" } },
  { "questions",
    { "weak abdominal", "is it always serious", "lower cadence means a longer stride",
      "more load for the hip", "alone, rarely", "as a rule, no", "short relief and are no cure",
      "if the pain persists", "bone or the rim", "rest, ice, less distance" } },
  { "questions",
    { "pain medicine for a short time", "then exercises", "when should i see someone",
      "keep the pelvis level", "how does form matter", "what else helps",
      "may start outside the hip", "sharp and sudden", "come gradually", "radiating" } },
  { "get-help",
    { "sports physician", "physiotherapist", "kinesiologist", "chiropractor", "video",
      "graded plan", "stiff in the morning", "tingling", "painkillers to run", "red" } },
};

static HipGuide *
guide (void)
{
  return hip_guide_get_default ();
}

static char *
dup_folded (const HipGuidePage *page)
{
  g_autofree char *text = hip_guide_page_to_text (guide (), page, 0);

  return g_utf8_casefold (text, -1);
}

static void
test_default (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *dir = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data", "guide", NULL);
  g_autoptr (HipGuide) files = hip_guide_load_dir (dir, &error);
  g_autoptr (HipGuide) again = hip_guide_load_resource (NULL);

  /* Every page that was written is built in, and the linker kept it. */
  g_assert_no_error (error);
  g_assert_cmpuint (hip_guide_get_n_pages (files), >=, 58);
  g_assert_cmpuint (hip_guide_get_n_pages (guide ()), ==, hip_guide_get_n_pages (files));
  g_assert_cmpuint (hip_guide_get_n_pages (again), ==, hip_guide_get_n_pages (files));
  g_assert_true (guide () == guide ());
}

static void
test_rules (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rule_pages); i++)
    g_assert_nonnull (hip_guide_lookup (guide (), rule_pages[i]));
}

static void
visit (GHashTable *seen, const char *id)
{
  g_autoptr (GPtrArray) links = NULL;

  if (!g_hash_table_add (seen, (gpointer) id))
    return;
  links = hip_guide_page_get_links (hip_guide_lookup (guide (), id));
  for (guint i = 0; i < links->len; i++)
    visit (seen, g_ptr_array_index (links, i));
}

static void
test_reachable (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  visit (seen, "get-help");
  for (guint i = 0; i < G_N_ELEMENTS (rule_pages); i++)
    visit (seen, rule_pages[i]);
  for (guint i = 0; i < hip_guide_get_n_pages (guide ()); i++)
    {
      const char *id = hip_guide_get_page (guide (), i)->id;
      g_autoptr (GPtrArray) back = hip_guide_get_back_links (guide (), id);

      g_test_message ("%s", id);
      g_assert_true (g_hash_table_contains (seen, id));
      g_assert_cmpuint (back->len, >, 0);
    }
}

static void
assert_sections (const HipGuidePage *page, const HipGuideSectionKind *kinds, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_test_message ("%s: %s", page->id, hip_guide_section_kind_get_word (kinds[i]));
      g_assert_nonnull (hip_guide_page_get_section (page, kinds[i]));
    }
}

static void
test_sections (void)
{
  static const HipGuideSectionKind of_condition[] = {
    HIP_GUIDE_SECTION_FEELS, HIP_GUIDE_SECTION_WORSE, HIP_GUIDE_SECTION_WHY,
    HIP_GUIDE_SECTION_HELPS, HIP_GUIDE_SECTION_HELP
  };
  static const HipGuideSectionKind of_contributor[] = {
    HIP_GUIDE_SECTION_WHY, HIP_GUIDE_SECTION_LOG, HIP_GUIDE_SECTION_HELPS, HIP_GUIDE_SECTION_HELP
  };
  static const HipGuideSectionKind of_other[] = { HIP_GUIDE_SECTION_WHY, HIP_GUIDE_SECTION_HELPS,
                                                  HIP_GUIDE_SECTION_HELP };

  for (guint i = 0; i < hip_guide_get_n_pages (guide ()); i++)
    {
      const HipGuidePage *page = hip_guide_get_page (guide (), i);

      if (page->kind == HIP_GUIDE_KIND_CONDITION)
        assert_sections (page, of_condition, G_N_ELEMENTS (of_condition));
      else if (page->kind == HIP_GUIDE_KIND_CONTRIBUTOR)
        assert_sections (page, of_contributor, G_N_ELEMENTS (of_contributor));
      else
        assert_sections (page, of_other, G_N_ELEMENTS (of_other));
    }
}

static guint
count_words (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p++)
    n += g_ascii_isalnum (p[0]) && !g_ascii_isalnum (p[1]) ? 1 : 0;
  return n;
}

static void
test_text (void)
{
  for (guint i = 0; i < hip_guide_get_n_pages (guide ()); i++)
    {
      const HipGuidePage *page = hip_guide_get_page (guide (), i);
      g_autofree char *text = dup_folded (page);

      g_test_message ("%s", page->id);
      g_assert_cmpuint (count_words (text), >=, MIN_WORDS);
      g_assert_cmpuint (g_strv_length (page->keywords), >=, 5);
      /* Nobody is told to try the leg, what to swallow, or that anything is safe. */
      g_assert_false (g_regex_match_simple ("\\bhop(s|ping|ped)?\\b", text, 0, 0));
      g_assert_false (g_regex_match_simple ("[0-9] ?mg\\b", text, 0, 0));
      g_assert_false (g_regex_match_simple ("\\bsafe\\b", text, 0, 0));
      /* A number is not parted from its sign at the end of a line. */
      g_assert_false (g_regex_match_simple ("[0-9][ \n]%", text, 0, 0));
      /* msgfmt puts markup back as text: prose must not look like it. */
      g_assert_null (strpbrk (text, "<>"));
    }
}

/* When translations are merged, a space alone between two marked words is lost. */
static void
assert_spaced (const HipGuideItem *item)
{
  for (guint i = 1; i < item->spans->len; i++)
    {
      const HipGuideSpan *before = g_ptr_array_index (item->spans, i - 1);
      const HipGuideSpan *span = g_ptr_array_index (item->spans, i);

      g_test_message ("%s|%s", before->text, span->text);
      g_assert_true (before->kind == HIP_GUIDE_SPAN_TEXT || span->kind == HIP_GUIDE_SPAN_TEXT);
    }
}

static void
assert_section_spaced (const HipGuideSection *section)
{
  for (guint i = 0; i < section->blocks->len; i++)
    {
      const HipGuideBlock *block = g_ptr_array_index (section->blocks, i);

      for (guint j = 0; j < block->items->len; j++)
        assert_spaced (g_ptr_array_index (block->items, j));
    }
}

static void
test_spaces (void)
{
  for (guint i = 0; i < hip_guide_get_n_pages (guide ()); i++)
    {
      const HipGuidePage *page = hip_guide_get_page (guide (), i);

      for (guint j = 0; j < page->sections->len; j++)
        assert_section_spaced (g_ptr_array_index (page->sections, j));
    }
}

static gboolean
block_links_to_help (const HipGuideBlock *block)
{
  for (guint i = 0; i < block->items->len; i++)
    {
      g_autofree char *markup = hip_guide_item_to_markup (g_ptr_array_index (block->items, i));

      if (strstr (markup, "\"hiplog:get-help\"") != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_disclaimer (const HipGuidePage *page)
{
  for (guint i = 0; i < page->sections->len; i++)
    {
      const HipGuideSection *section = g_ptr_array_index (page->sections, i);

      for (guint j = 0; j < section->blocks->len; j++)
        {
          const HipGuideBlock *block = g_ptr_array_index (section->blocks, j);

          if (block->kind == HIP_GUIDE_BLOCK_CALLOUT
              && block->callout == HIP_GUIDE_CALLOUT_EDUCATION && block_links_to_help (block))
            return TRUE;
        }
    }
  return FALSE;
}

static void
test_causes (void)
{
  for (guint i = 0; i < hip_guide_get_n_pages (guide ()); i++)
    {
      const HipGuidePage *page = hip_guide_get_page (guide (), i);

      g_test_message ("%s", page->id);
      if (page->kind == HIP_GUIDE_KIND_CONDITION || page->kind == HIP_GUIDE_KIND_CONTRIBUTOR)
        g_assert_true (has_disclaimer (page));
      if (page->kind != HIP_GUIDE_KIND_CONDITION)
        continue;
      g_assert_cmpuint (page->symptoms.areas, !=, 0);
      g_assert_cmpuint (page->symptoms.qualities, !=, 0);
      g_assert_cmpuint (page->symptoms.timings, !=, 0);
      g_assert_cmpuint (page->symptoms.onsets, !=, 0);
    }
}

static void
test_symptoms (void)
{
  const HipGuideSymptoms *band = &hip_guide_lookup (guide (), "it-band")->symptoms;
  const HipGuideSymptoms *tendon = &hip_guide_lookup (guide (), "gluteal-tendinopathy")->symptoms;
  const HipGuideSymptoms *bone = &hip_guide_lookup (guide (), "stress-fracture")->symptoms;

  g_assert_cmpuint (band->areas, ==, HIP_AREA_SIDE | HIP_AREA_OUTER_KNEE);
  g_assert_cmpuint (tendon->areas, ==, HIP_AREA_SIDE);
  g_assert_cmpuint (tendon->timings & HIP_TIMING_STAIRS, !=, 0);
  g_assert_cmpuint (bone->areas, ==, HIP_AREA_FRONT | HIP_AREA_INNER_THIGH);
  g_assert_cmpuint (bone->qualities & HIP_QUALITY_THROBBING, !=, 0);
}

/* Where it hurts points to a few conditions first. */
static void
test_areas (void)
{
  static const struct
  {
    HipAreas area;
    const char *pages[4];
  } candidates[] = {
    { HIP_AREA_FRONT, { "hip-flexor", "labral-tear", "stress-fracture" } },
    { HIP_AREA_SIDE, { "it-band", "gluteal-tendinopathy", "trochanteric-bursitis" } },
    { HIP_AREA_BACK, { "piriformis", "hamstring", "si-joint" } },
    { HIP_AREA_INNER_THIGH, { "adductor" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    for (const char *const *id = candidates[i].pages; *id != NULL; id++)
      {
        const HipGuidePage *page = hip_guide_lookup (guide (), *id);

        g_test_message ("%s", *id);
        g_assert_cmpuint (page->symptoms.areas & candidates[i].area, !=, 0);
      }
}

static HipFlags
collect_flags (const HipGuideSection *section, guint *n_lists)
{
  HipFlags flags = 0;

  for (guint i = 0; i < section->blocks->len; i++)
    {
      const HipGuideBlock *block = g_ptr_array_index (section->blocks, i);

      if (block->kind != HIP_GUIDE_BLOCK_RED_FLAGS)
        continue;
      /* Most urgent first. */
      g_assert_cmpint (block->urgency, ==, *n_lists);
      (*n_lists)++;
      for (guint j = 0; j < block->items->len; j++)
        flags |= ((HipGuideItem *) g_ptr_array_index (block->items, j))->flags;
    }
  return flags;
}

/* Every red flag of the log stands on the help page, and leads to a cause. */
static void
test_red_flags (void)
{
  guint n = hip_vocabulary_get_n (hip_vocabulary_flags ());
  HipFlags all = (1u << n) - 1;
  HipFlags of_causes = 0;
  guint n_lists = 0;
  const HipGuidePage *help = hip_guide_lookup (guide (), "get-help");
  HipFlags of_help =
      collect_flags (hip_guide_page_get_section (help, HIP_GUIDE_SECTION_HELP), &n_lists);

  for (guint i = 0; i < hip_guide_get_n_pages (guide ()); i++)
    of_causes |= hip_guide_get_page (guide (), i)->symptoms.flags;
  g_assert_cmpuint (n_lists, ==, 3);
  g_assert_cmphex (of_help, ==, all);
  g_assert_cmphex (of_causes, ==, all);
}

static void
test_ice (void)
{
  const HipGuidePage *page = hip_guide_lookup (guide (), "ice-heat");
  const HipGuideSection *helps = hip_guide_page_get_section (page, HIP_GUIDE_SECTION_HELPS);
  const HipGuideDose *fresh = &((HipGuideBlock *) g_ptr_array_index (helps->blocks, 0))->dose;
  const HipGuideDose *after = &((HipGuideBlock *) g_ptr_array_index (helps->blocks, 1))->dose;
  const HipGuideDose *heat = &((HipGuideBlock *) g_ptr_array_index (helps->blocks, 2))->dose;

  g_assert_cmpint (fresh->minutes.min, ==, 15);
  g_assert_cmpint (fresh->minutes.max, ==, 20);
  g_assert_cmpint (fresh->every_h.min, ==, 3);
  g_assert_cmpint (fresh->every_h.max, ==, 4);
  g_assert_cmpint (fresh->days.max, ==, 2);
  g_assert_cmpint (after->minutes.min, ==, 20);
  g_assert_cmpint (heat->minutes.min, ==, 15);
  g_assert_cmpint (heat->minutes.max, ==, 20);
}

static void
test_facts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      const HipGuidePage *page = hip_guide_lookup (guide (), facts[i].page);
      g_autofree char *text = dup_folded (page);

      for (guint j = 0; j < G_N_ELEMENTS (facts[i].facts) && facts[i].facts[j] != NULL; j++)
        {
          g_autofree char *fact = g_utf8_casefold (facts[i].facts[j], -1);

          g_test_message ("%s: %s", page->id, fact);
          g_assert_nonnull (strstr (text, fact));
        }
    }
}

static gboolean
has_facts (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    if (g_str_equal (facts[i].page, id))
      return TRUE;
  return FALSE;
}

static void
test_covered (void)
{
  for (guint i = 0; i < hip_guide_get_n_pages (guide ()); i++)
    {
      const HipGuidePage *page = hip_guide_get_page (guide (), i);

      g_test_message ("%s", page->id);
      g_assert_true (has_facts (page->id));
    }
}

/* A translator's slip must not reach anyone: the whole guide reads in every language. */
static void
test_languages (void)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "po", "LINGUAS", NULL);
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  lines = g_strsplit (content, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HipGuide) translated = NULL;

      if (g_strstrip (lines[i])[0] == '\0' || lines[i][0] == '#')
        continue;
      g_setenv ("LANGUAGE", lines[i], TRUE);
      translated = hip_guide_load_resource (&error);
      g_unsetenv ("LANGUAGE");
      g_assert_no_error (error);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guide/pages/default", test_default);
  g_test_add_func ("/guide/pages/rules", test_rules);
  g_test_add_func ("/guide/pages/reachable", test_reachable);
  g_test_add_func ("/guide/pages/sections", test_sections);
  g_test_add_func ("/guide/pages/text", test_text);
  g_test_add_func ("/guide/pages/spaces", test_spaces);
  g_test_add_func ("/guide/pages/causes", test_causes);
  g_test_add_func ("/guide/pages/symptoms", test_symptoms);
  g_test_add_func ("/guide/pages/areas", test_areas);
  g_test_add_func ("/guide/pages/red-flags", test_red_flags);
  g_test_add_func ("/guide/pages/ice", test_ice);
  g_test_add_func ("/guide/pages/facts", test_facts);
  g_test_add_func ("/guide/pages/covered", test_covered);
  g_test_add_func ("/guide/pages/languages", test_languages);
  return g_test_run ();
}
