// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include <string.h>

#include "hip-guide-page-private.h"
#include "hip-guide.h"
#include "hip-routine.h"

/* A page with one section, to be filled with steps. */
static HipGuidePage *
page_new (HipCareKind routine)
{
  HipGuidePage *page = hip_guide_page_new ();

  page->id = g_strdup ("test");
  page->title = g_strdup ("Test");
  page->routine = routine;
  g_ptr_array_add (page->sections, hip_guide_section_new (HIP_GUIDE_SECTION_HELPS));
  return page;
}

static HipGuideBlock *
add_block (HipGuidePage *page, HipGuideBlockKind kind, const char *text)
{
  HipGuideSection *section = g_ptr_array_index (page->sections, 0);
  HipGuideBlock *block = hip_guide_block_new (kind);
  HipGuideItem *item = g_new0 (HipGuideItem, 1);
  HipGuideSpan *span = g_new0 (HipGuideSpan, 1);

  span->text = g_strdup (text);
  item->spans = g_ptr_array_new_with_free_func ((GDestroyNotify) hip_guide_span_free);
  g_ptr_array_add (item->spans, span);
  g_ptr_array_add (block->items, item);
  g_ptr_array_add (section->blocks, block);
  return block;
}

static HipGuideBlock *
add_step (HipGuidePage *page, const char *title, HipGuideDose dose)
{
  HipGuideBlock *block = add_block (page, HIP_GUIDE_BLOCK_STEP, "Do it.");

  block->title = g_strdup (title);
  block->dose = dose;
  return block;
}

static GArray *
plan_dose (HipGuideDose dose, const HipRoutineOptions *options)
{
  g_autoptr (HipGuidePage) page = page_new (HIP_CARE_STRETCHING);
  g_autoptr (HipRoutine) routine = NULL;

  add_step (page, "One", dose);
  routine = hip_routine_new (page);
  return hip_routine_plan (routine, options);
}

/* "work left 1/2 30 s", a step a line. */
static char *
describe (GArray *plan)
{
  static const char *const kinds[] = { "work", "change", "side", "rest" };
  static const char *const sides[] = { "both", "left", "right" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < plan->len; i++)
    {
      const HipRoutineStep *step = &g_array_index (plan, HipRoutineStep, i);

      g_string_append_printf (text, "%s%u %s %s %d/%d", i > 0 ? "\n" : "", step->exercise,
                              kinds[step->kind], sides[step->side], step->round, step->n_rounds);
      if (step->seconds > 0)
        g_string_append_printf (text, " %d s", step->seconds);
      if (step->reps.max > 0)
        g_string_append_printf (text, " %d-%d times", step->reps.min, step->reps.max);
    }
  return g_string_free (text, FALSE);
}

static void
assert_plan (GArray *plan, const char *expected)
{
  g_autofree char *text = describe (plan);

  g_assert_cmpstr (text, ==, expected);
}

/* Pages and steps */

static void
test_no_routine (void)
{
  g_autoptr (HipGuidePage) unmarked = page_new (0);
  g_autoptr (HipGuidePage) advice = page_new (HIP_CARE_STRENGTH);

  add_step (unmarked, "Bridge", (HipGuideDose) { .reps = { 8, 12 } });
  g_assert_false (hip_routine_is_offered (unmarked));
  g_assert_null (hip_routine_new (unmarked));

  /* Marked, but there is nothing to do there and then. */
  add_step (advice, "Rest day", (HipGuideDose) { .per_week = { 1, 1 } });
  g_assert_false (hip_routine_is_offered (advice));
  g_assert_null (hip_routine_new (advice));
}

static void
test_sequence (void)
{
  g_autoptr (HipGuidePage) page = page_new (HIP_CARE_STRENGTH);
  g_autoptr (HipRoutine) routine = NULL;
  const HipRoutineExercise *exercise;

  add_step (page, "Bridge", (HipGuideDose) { .reps = { 8, 12 } })->picture = g_strdup ("bridge");
  add_step (page, "Often", (HipGuideDose) { .per_week = { 2, 3 } });
  add_block (page, HIP_GUIDE_BLOCK_CALLOUT, "By the way.");
  add_block (page, HIP_GUIDE_BLOCK_CALLOUT, "Take care.")->callout = HIP_GUIDE_CALLOUT_CAUTION;
  add_step (page, "Squat", (HipGuideDose) { .reps = { 8, 12 } });

  routine = hip_routine_new (page);
  g_assert_cmpstr (routine->page, ==, "test");
  g_assert_cmpstr (routine->title, ==, "Test");
  g_assert_cmpstr (routine->caution, ==, "Take care.");
  g_assert_false (routine->is_choice);
  g_assert_cmpuint (routine->exercises->len, ==, 2);
  exercise = hip_routine_get_exercise (routine, 0);
  g_assert_cmpstr (exercise->title, ==, "Bridge");
  g_assert_cmpstr (exercise->instruction, ==, "Do it.");
  g_assert_cmpstr (exercise->picture, ==, "bridge");
  g_assert_cmpint (exercise->kind, ==, HIP_CARE_STRENGTH);
  g_assert_null (hip_routine_get_exercise (routine, 1)->picture);
}

/* Ice or heat: each is logged as what it is, and the first is offered. */
static void
test_choice (void)
{
  g_autoptr (HipGuidePage) page = page_new (0);
  g_autoptr (HipRoutine) routine = NULL;
  g_autoptr (GArray) plan = NULL;
  HipRoutineOptions options = { 0 };

  add_step (page, "Unmarked", (HipGuideDose) { .minutes = { 5, 5 } });
  add_step (page, "Ice", (HipGuideDose) { .minutes = { 15, 20 } })->routine = HIP_CARE_ICE;
  add_step (page, "Heat", (HipGuideDose) { .minutes = { 15, 20 } })->routine = HIP_CARE_HEAT;
  routine = hip_routine_new (page);
  g_assert_true (routine->is_choice);
  g_assert_null (routine->caution);
  g_assert_cmpuint (routine->exercises->len, ==, 2);
  g_assert_cmpint (hip_routine_get_exercise (routine, 0)->kind, ==, HIP_CARE_ICE);
  g_assert_cmpint (hip_routine_get_exercise (routine, 1)->kind, ==, HIP_CARE_HEAT);

  plan = hip_routine_plan (routine, &options);
  assert_plan (plan, "0 work both 1/1 900 s");
}

/* Doses */

static void
test_doses (void)
{
  const HipRoutineOptions lower = { 0 };
  const HipRoutineOptions upper = { .longer = TRUE };
  static const struct
  {
    HipGuideDose dose;
    const char *lower;
    const char *upper;
  } cases[] = {
    { { .minutes = { 15, 20 } }, "0 work both 1/1 900 s", "0 work both 1/1 1200 s" },
    { { .seconds = { 40, 60 } },
      "0 change both 1/1 10 s\n0 work both 1/1 40 s",
      "0 change both 1/1 10 s\n0 work both 1/1 60 s" },
    { { .hold_s = { 20, 30 } },
      "0 change both 1/1 10 s\n0 work both 1/1 20 s",
      "0 change both 1/1 10 s\n0 work both 1/1 30 s" },
    { { .reps = { 10, 15 } }, "0 work both 1/1 10-15 times", "0 work both 1/1 10-15 times" },
    /* Held a number of times: nobody but the runner can count that. */
    { { .reps = { 3, 3 }, .hold_s = { 5, 5 } },
      "0 work both 1/1 3-3 times",
      "0 work both 1/1 3-3 times" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) short_plan = plan_dose (cases[i].dose, &lower);
      g_autoptr (GArray) long_plan = plan_dose (cases[i].dose, &upper);

      assert_plan (short_plan, cases[i].lower);
      assert_plan (long_plan, cases[i].upper);
    }
}

static void
test_sides (void)
{
  const HipGuideDose dose = { .hold_s = { 30, 30 }, .per_side = TRUE };
  const HipRoutineOptions left = { .first_side = HIP_SIDE_LEFT };
  const HipRoutineOptions right = { .first_side = HIP_SIDE_RIGHT };
  g_autoptr (GArray) left_plan = plan_dose (dose, &left);
  g_autoptr (GArray) right_plan = plan_dose (dose, &right);

  assert_plan (left_plan, "0 change left 1/1 10 s\n0 work left 1/1 30 s\n"
                          "0 side right 1/1 5 s\n0 work right 1/1 30 s");
  assert_plan (right_plan, "0 change right 1/1 10 s\n0 work right 1/1 30 s\n"
                           "0 side left 1/1 5 s\n0 work left 1/1 30 s");
}

/* Between rounds there is a rest, between the sides of a round there is none. */
static void
test_rounds (void)
{
  const HipGuideDose lifts = { .reps = { 8, 12 }, .sets = { 2, 3 }, .per_side = TRUE };
  const HipGuideDose plank = { .hold_s = { 20, 30 }, .sets = { 2, 3 } };
  const HipRoutineOptions lower = { 0 };
  const HipRoutineOptions upper = { .longer = TRUE };
  g_autoptr (GArray) lift_plan = plan_dose (lifts, &lower);
  g_autoptr (GArray) plank_plan = plan_dose (plank, &upper);

  assert_plan (lift_plan, "0 work left 1/2 8-12 times\n0 work right 1/2 8-12 times\n"
                          "0 rest left 2/2 30 s\n"
                          "0 work left 2/2 8-12 times\n0 work right 2/2 8-12 times");
  assert_plan (plank_plan, "0 change both 1/3 10 s\n0 work both 1/3 30 s\n"
                           "0 rest both 2/3 30 s\n0 work both 2/3 30 s\n"
                           "0 rest both 3/3 30 s\n0 work both 3/3 30 s");
}

static HipRoutine *
mixed_routine_new (void)
{
  g_autoptr (HipGuidePage) page = page_new (HIP_CARE_STRETCHING);

  add_step (page, "Walk", (HipGuideDose) { .minutes = { 5, 5 } });
  add_step (page, "Squat", (HipGuideDose) { .reps = { 8, 12 } });
  add_step (page, "Pigeon", (HipGuideDose) { .hold_s = { 30, 30 } });
  add_step (page, "Shake", (HipGuideDose) { .minutes = { 1, 1 } });
  return hip_routine_new (page);
}

/* Before what is timed there is time to change, save at a beginning that needs none. */
static void
test_changes (void)
{
  g_autoptr (HipRoutine) routine = mixed_routine_new ();
  HipRoutineOptions options = { 0 };
  g_autoptr (GArray) plan = hip_routine_plan (routine, &options);

  assert_plan (plan, "0 work both 1/1 300 s\n1 work both 1/1 8-12 times\n"
                     "2 change both 1/1 10 s\n2 work both 1/1 30 s\n"
                     "3 change both 1/1 10 s\n3 work both 1/1 60 s");
  /* 5 minutes, 10 times 4 seconds, half a minute, a minute, and twice 10 seconds */
  g_assert_cmpint (hip_routine_plan_get_seconds (plan), ==, 300 + 40 + 30 + 60 + 20);
}

static void
test_chosen (void)
{
  g_autoptr (HipRoutine) routine = mixed_routine_new ();
  const gboolean last_two[] = { FALSE, FALSE, TRUE, TRUE };
  const gboolean nothing[] = { FALSE, FALSE, FALSE, FALSE };
  HipRoutineOptions options = { .chosen = last_two };
  g_autoptr (GArray) plan = hip_routine_plan (routine, &options);
  g_autoptr (GArray) empty = NULL;

  assert_plan (plan, "2 change both 1/1 10 s\n2 work both 1/1 30 s\n"
                     "3 change both 1/1 10 s\n3 work both 1/1 60 s");
  options.chosen = nothing;
  empty = hip_routine_plan (routine, &options);
  g_assert_cmpuint (empty->len, ==, 0);
  g_assert_cmpint (hip_routine_plan_get_seconds (empty), ==, 0);
}

static void
test_questions (void)
{
  static const struct
  {
    HipGuideDose dose;
    gboolean ranges;
    gboolean sides;
  } cases[] = {
    { { .minutes = { 5, 5 } }, FALSE, FALSE },
    { { .minutes = { 5, 10 } }, TRUE, FALSE },
    { { .hold_s = { 20, 30 }, .per_side = TRUE }, TRUE, TRUE },
    { { .seconds = { 30, 30 }, .per_side = TRUE }, FALSE, TRUE },
    { { .reps = { 10, 15 } }, FALSE, FALSE },
    { { .reps = { 10, 15 }, .sets = { 2, 2 } }, FALSE, FALSE },
    { { .reps = { 10, 15 }, .sets = { 2, 3 } }, TRUE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HipGuidePage) page = page_new (HIP_CARE_STRETCHING);
      g_autoptr (HipRoutine) routine = NULL;

      add_step (page, "One", cases[i].dose);
      routine = hip_routine_new (page);
      g_assert_cmpint (hip_routine_has_ranges (routine), ==, cases[i].ranges);
      g_assert_cmpint (hip_routine_has_sides (routine), ==, cases[i].sides);
    }
}

/* The pages of the guide */

static const struct
{
  const char *page;
  HipCareKind kind;
  guint n_exercises;
} routines[] = {
  { "balance", HIP_CARE_STRENGTH, 3 },          { "cool-down", HIP_CARE_STRETCHING, 5 },
  { "foam-rolling", HIP_CARE_FOAM_ROLLING, 3 }, { "ice-heat", HIP_CARE_ICE, 3 },
  { "mobility", HIP_CARE_STRETCHING, 4 },       { "strength-core", HIP_CARE_STRENGTH, 5 },
  { "strength-hips", HIP_CARE_STRENGTH, 9 },    { "stretching", HIP_CARE_STRETCHING, 6 },
  { "warm-up", HIP_CARE_STRETCHING, 13 },
};

/* Whoever exercises has a picture before them, and has read what the page warns of. */
static void
assert_complete (const HipRoutine *routine)
{
  g_assert_nonnull (routine->caution);
  for (guint i = 0; i < routine->exercises->len; i++)
    {
      const HipRoutineExercise *exercise = hip_routine_get_exercise (routine, i);

      g_assert_nonnull (exercise->picture);
      g_assert_cmpstr (exercise->title, !=, "");
      g_assert_cmpstr (exercise->instruction, !=, "");
    }
}

static void
test_guide (void)
{
  HipGuide *guide = hip_guide_get_default ();
  guint n = 0;

  for (guint i = 0; i < hip_guide_get_n_pages (guide); i++)
    n += hip_routine_is_offered (hip_guide_get_page (guide, i)) ? 1 : 0;
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (routines));

  for (guint i = 0; i < G_N_ELEMENTS (routines); i++)
    {
      g_autoptr (HipRoutine) routine = hip_routine_new (hip_guide_lookup (guide, routines[i].page));

      g_assert_nonnull (routine);
      g_assert_cmpint (hip_routine_get_exercise (routine, 0)->kind, ==, routines[i].kind);
      g_assert_cmpuint (routine->exercises->len, ==, routines[i].n_exercises);
      assert_complete (routine);
    }
}

/* The page promises a quarter of an hour. */
static void
test_warm_up_time (void)
{
  HipGuide *guide = hip_guide_get_default ();
  g_autoptr (HipRoutine) routine = hip_routine_new (hip_guide_lookup (guide, "warm-up"));
  HipRoutineOptions options = { 0 };
  g_autoptr (GArray) plan = hip_routine_plan (routine, &options);
  int seconds = hip_routine_plan_get_seconds (plan);

  g_assert_cmpint (seconds, >=, 15 * 60);
  g_assert_cmpint (seconds, <=, 20 * 60);
}

/* Never on the skin, never asleep on it, and never longer than twenty minutes. */
static void
test_ice_is_safe (void)
{
  HipGuide *guide = hip_guide_get_default ();
  g_autoptr (HipRoutine) routine = hip_routine_new (hip_guide_lookup (guide, "ice-heat"));

  g_assert_true (routine->is_choice);
  g_assert_nonnull (strstr (routine->caution, "bare skin"));
  g_assert_nonnull (strstr (routine->caution, "fall asleep"));
  for (guint i = 0; i < routine->exercises->len; i++)
    {
      gboolean chosen[3] = { FALSE };
      HipRoutineOptions options = { .longer = TRUE, .chosen = chosen };
      g_autoptr (GArray) plan = NULL;

      chosen[i] = TRUE;
      plan = hip_routine_plan (routine, &options);
      g_assert_cmpuint (plan->len, ==, 1);
      g_assert_cmpint (hip_routine_plan_get_seconds (plan), ==, 20 * 60);
      g_assert_nonnull (strstr (hip_routine_get_exercise (routine, i)->instruction, "cloth"));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/routine/none", test_no_routine);
  g_test_add_func ("/routine/sequence", test_sequence);
  g_test_add_func ("/routine/choice", test_choice);
  g_test_add_func ("/routine/doses", test_doses);
  g_test_add_func ("/routine/sides", test_sides);
  g_test_add_func ("/routine/rounds", test_rounds);
  g_test_add_func ("/routine/changes", test_changes);
  g_test_add_func ("/routine/chosen", test_chosen);
  g_test_add_func ("/routine/questions", test_questions);
  g_test_add_func ("/routine/guide", test_guide);
  g_test_add_func ("/routine/warm-up-time", test_warm_up_time);
  g_test_add_func ("/routine/ice-is-safe", test_ice_is_safe);
  return g_test_run ();
}
