// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include <gio/gio.h>

#include "hip-guide.h"

static guint
find_rank (const char *query, const char *id)
{
  g_autoptr (GPtrArray) found = hip_guide_search (hip_guide_get_default (), query);

  for (guint i = 0; i < found->len; i++)
    if (g_str_equal (((HipGuidePage *) g_ptr_array_index (found, i))->id, id))
      return i;
  return G_MAXUINT;
}

static guint
count (const char *query)
{
  g_autoptr (GPtrArray) found = hip_guide_search (hip_guide_get_default (), query);

  return found->len;
}

/* What people type, and the page that has to come first. */
static const struct
{
  const char *query;
  const char *id;
} first[] = {
  { "groin pain", "stress-fracture" },
  { "IT band", "it-band" },
  { "itbs", "it-band" },
  { "stress fracture", "stress-fracture" },
  { "disc", "low-back" },
  { "clicking", "labral-tear" },
  { "red flags", "get-help" },
  { "emergency", "get-help" },
  { "physiotherapist", "get-help" },
  { "old shoes", "worn-shoes" },
  { "arch support", "wrong-shoes" },
  { "shoe rotation", "shoe-care" },
  { "ibuprofen", "pain-medicine" },
  { "arthritis", "underlying-conditions" },
  { "too much too soon", "training-errors" },
  { "sleep", "rest-recovery" },
  { "ice pack", "ice-heat" },
  { "after a break", "back-to-running" },
  { "first aid", "when-it-hurts" },
  { "ten percent rule", "gradual-progression" },
  { "pulled muscle", "muscle-strain" },
  { "overuse injury", "overuse" },
  { "groin strain", "adductor" },
  { "runner’s hip", "trochanteric-bursitis" },
  { "sit bone", "hamstring" },
  { "deep buttock", "piriformis" },
  { "FAI", "hip-impingement" },
  { "rheumatoid arthritis", "inflammatory-arthritis" },
  { "psoas", "hip-flexor" },
  { "coccyx", "tailbone" },
  { "muscle knots", "trigger-points" },
  { "pudendal nerve", "pelvic-floor" },
  { "clamshell", "strength-hips" },
  { "plank", "strength-core" },
  { "metronome", "running-form-drills" },
  { "overstriding", "running-form" },
  { "swimming", "cross-training" },
  { "concrete", "hard-surface" },
  { "camber", "uneven-ground" },
  { "SI joint", "si-joint" },
  { "leg swings", "warm-up" },
  { "desk job", "sitting-posture" },
  { "pigeon", "stretching" },
  { "foam roller", "foam-rolling" },
  { "hip brace", "supports" },
  { "FAQ", "questions" },
};

static void
test_first (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    {
      g_test_message ("%s", first[i].query);
      g_assert_cmpuint (find_rank (first[i].query, first[i].id), ==, 0);
    }
}

/* What people say of it who have never heard its name: the page is among the first three. */
static const struct
{
  const char *query;
  const char *id;
} plainly[] = {
  { "outer hip pain when sleeping", "gluteal-tendinopathy" },
  { "hip hurts when I lie on it", "gluteal-tendinopathy" },
  { "side of hip hurts", "gluteal-tendinopathy" },
  { "burning outside of hip", "trochanteric-bursitis" },
  { "runners hip", "trochanteric-bursitis" },
  { "outside of knee and hip", "it-band" },
  { "sit bone pain", "hamstring" },
  { "pain when sitting on hard chair", "hamstring" },
  { "back of thigh", "hamstring" },
  { "pain in the butt", "piriformis" },
  { "glute pain", "piriformis" },
  { "sciatica", "piriformis" },
  { "pinching in groin", "hip-impingement" },
  { "hip clicks", "labral-tear" },
  { "snapping hip", "labral-tear" },
  { "hip pops", "labral-tear" },
  { "hip gives way", "hip-impingement" },
  { "pulled groin", "adductor" },
  { "inner thigh pain", "adductor" },
  { "front of hip pain", "hip-flexor" },
  { "pain lifting my leg", "hip-flexor" },
  { "bone pain", "stress-fracture" },
  { "hairline fracture", "stress-fracture" },
  { "missed periods", "stress-fracture" },
  { "stiff in the morning", "osteoarthritis" },
  { "fell on my hip", "hip-pointer" },
  { "bruised hip", "hip-pointer" },
  { "fell on my bum", "tailbone" },
  { "knot in buttock", "trigger-points" },
  { "leaking urine", "pelvic-floor" },
  { "back pain", "low-back" },
  { "pain down the leg", "low-back" },
  { "can I run with pain", "running-through-pain" },
  { "may I keep running", "running-through-pain" },
  { "when to buy new shoes", "worn-shoes" },
  { "how many miles shoes", "shoe-care" },
  { "flat feet", "wrong-shoes" },
  { "how much can I run", "gradual-progression" },
  { "how fast to increase mileage", "gradual-progression" },
  { "ran too much", "training-errors" },
  { "steps per minute", "running-form" },
  { "180 cadence", "running-form-drills" },
  { "sitting all day", "sitting-posture" },
  { "office work", "sitting-posture" },
  { "loosen tight hips", "stretching" },
  { "exercises for weak glutes", "strength-hips" },
  { "abs", "strength-core" },
  { "wobbly on one leg", "balance" },
  { "painkiller before run", "pain-medicine" },
  { "ice or heat", "ice-heat" },
  { "start running again", "back-to-running" },
  { "do I need a doctor", "get-help" },
  { "is it serious", "questions" },
  { "do I need an MRI", "questions" },
  { "what can I do instead of running", "cross-training" },
  { "bike", "cross-training" },
  { "running on asphalt", "hard-surface" },
  { "treadmill", "surfaces" },
  { "slanted road", "uneven-ground" },
  { "tired legs", "poor-recovery" },
  { "rest days", "rest-recovery" },
};

static void
test_plainly (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (plainly); i++)
    {
      g_test_message ("%s", plainly[i].query);
      g_assert_cmpuint (find_rank (plainly[i].query, plainly[i].id), <, 3);
    }
}

static void
test_outer_hip (void)
{
  g_assert_cmpuint (find_rank ("outer hip", "gluteal-tendinopathy"), <, 3);
  g_assert_cmpuint (find_rank ("outer hip", "it-band"), <, 3);
  g_assert_cmpuint (find_rank ("outer hip", "trochanteric-bursitis"), <, 3);
}

/* Every page is found by its own title, first. */
static void
test_titles (void)
{
  for (guint i = 0; i < hip_guide_get_n_pages (hip_guide_get_default ()); i++)
    {
      const HipGuidePage *page = hip_guide_get_page (hip_guide_get_default (), i);

      g_test_message ("%s", page->title);
      g_assert_cmpuint (find_rank (page->title, page->id), ==, 0);
    }
}

static void
test_folding (void)
{
  guint plain = find_rank ("gluteal tendinopathy", "gluteal-tendinopathy");

  g_assert_cmpuint (plain, ==, 0);
  g_assert_cmpuint (find_rank ("  GLUTÉAL—tendinopathy! ", "gluteal-tendinopathy"), ==, plain);
  g_assert_cmpuint (find_rank ("runners knee", "it-band"), ==, 0);
  g_assert_cmpuint (find_rank ("runner’s knee", "it-band"), ==, 0);
  g_assert_cmpuint (find_rank ("runner's knee", "it-band"), ==, 0);
}

static void
test_typing (void)
{
  /* Found before the word is finished, and with an ending more. */
  g_assert_cmpuint (find_rank ("tendinop", "gluteal-tendinopathy"), <, 3);
  g_assert_cmpuint (find_rank ("labrums", "labral-tear"), ==, 0);
  /* More words narrow the search. */
  g_assert_cmpuint (count ("shoe tread"), <, count ("shoe"));
  g_assert_cmpuint (count ("shoe tread"), >, 0);
}

static void
test_partly (void)
{
  /* No page has all the words: those with most of them are given. */
  g_assert_cmpuint (find_rank ("my labrum zzzzz", "labral-tear"), !=, G_MAXUINT);
}

static void
test_nothing (void)
{
  g_assert_cmpuint (count (""), ==, 0);
  g_assert_cmpuint (count ("  …!"), ==, 0);
  g_assert_cmpuint (count ("zzzzz"), ==, 0);
  g_assert_cmpuint (count ("\xff\xfe"), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guide/search/first", test_first);
  g_test_add_func ("/guide/search/plainly", test_plainly);
  g_test_add_func ("/guide/search/outer-hip", test_outer_hip);
  g_test_add_func ("/guide/search/titles", test_titles);
  g_test_add_func ("/guide/search/folding", test_folding);
  g_test_add_func ("/guide/search/typing", test_typing);
  g_test_add_func ("/guide/search/partly", test_partly);
  g_test_add_func ("/guide/search/nothing", test_nothing);
  return g_test_run ();
}
