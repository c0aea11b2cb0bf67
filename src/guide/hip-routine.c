// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-routine.h"

G_DEFINE_BOXED_TYPE (HipRoutine, hip_routine, hip_routine_ref, hip_routine_unref)

static void
exercise_free (gpointer data)
{
  HipRoutineExercise *self = data;

  g_free (self->title);
  g_free (self->instruction);
  g_free (self->picture);
  g_free (self);
}

/* An exercise of a page that is one routine, or what is a routine of its own; 0: neither. */
static HipCareKind
get_kind (const HipGuidePage *page, const HipGuideBlock *block)
{
  if (block->kind != HIP_GUIDE_BLOCK_STEP || !hip_guide_dose_is_exercise (&block->dose))
    return 0;
  return page->routine != 0 ? page->routine : block->routine;
}

/* --- reading a page ----------------------------------------------------------------------- */

static void
append_paragraphs (GString *text, const HipGuideBlock *block)
{
  for (guint i = 0; i < block->items->len; i++)
    {
      g_autofree char *paragraph = hip_guide_item_to_text (g_ptr_array_index (block->items, i));

      if (text->len > 0)
        g_string_append (text, "\n\n");
      g_string_append (text, paragraph);
    }
}

static HipRoutineExercise *
exercise_new (HipCareKind kind, const HipGuideBlock *block)
{
  HipRoutineExercise *self = g_new0 (HipRoutineExercise, 1);
  g_autoptr(GString) instruction = g_string_new (NULL);

  append_paragraphs (instruction, block);
  self->kind = kind;
  self->title = g_strdup (block->title);
  self->instruction = g_strdup (instruction->str);
  self->picture = g_strdup (block->picture);
  self->dose = block->dose;
  return self;
}

static gboolean
is_warning (const HipGuideBlock *block)
{
  return block->kind == HIP_GUIDE_BLOCK_CALLOUT
         && (block->callout == HIP_GUIDE_CALLOUT_CAUTION
             || block->callout == HIP_GUIDE_CALLOUT_URGENT);
}

static void
read_section (HipRoutine *self,
              const HipGuidePage *page,
              const HipGuideSection *section,
              GString *caution)
{
  for (guint i = 0; i < section->blocks->len; i++)
    {
      const HipGuideBlock *block = g_ptr_array_index (section->blocks, i);
      HipCareKind kind = get_kind (page, block);

      if (kind != 0)
        g_ptr_array_add (self->exercises, exercise_new (kind, block));
      else if (is_warning (block))
        append_paragraphs (caution, block);
    }
}

/**
 * hip_routine_is_offered:
 * @page: a page
 *
 * Tells whether a page says that it, or a step of it, can be done with a timer.
 *
 * Returns: whether hip_routine_new() gives a routine
 */
gboolean
hip_routine_is_offered (const HipGuidePage *page)
{
  g_return_val_if_fail (page != NULL, FALSE);

  for (guint i = 0; i < page->sections->len; i++)
    {
      const HipGuideSection *section = g_ptr_array_index (page->sections, i);

      for (guint j = 0; j < section->blocks->len; j++)
        if (get_kind (page, g_ptr_array_index (section->blocks, j)) != 0)
          return TRUE;
    }
  return FALSE;
}

/**
 * hip_routine_new:
 * @page: a page
 *
 * Makes a routine of the exercises of a page: all of them, one after the other, where the page
 * itself is marked, else one of the steps that are.
 *
 * Returns: (transfer full) (nullable): the routine; %NULL where none is offered
 */
HipRoutine *
hip_routine_new (const HipGuidePage *page)
{
  g_autoptr(GString) caution = g_string_new (NULL);
  HipRoutine *self;

  g_return_val_if_fail (page != NULL, NULL);

  if (!hip_routine_is_offered (page))
    return NULL;
  self = g_atomic_rc_box_new0 (HipRoutine);
  self->page = g_strdup (page->id);
  self->title = g_strdup (page->title);
  self->is_choice = page->routine == 0;
  self->exercises = g_ptr_array_new_with_free_func (exercise_free);
  for (guint i = 0; i < page->sections->len; i++)
    read_section (self, page, g_ptr_array_index (page->sections, i), caution);
  self->caution = caution->len > 0 ? g_strdup (caution->str) : NULL;
  return self;
}

/**
 * hip_routine_ref:
 * @self: a routine
 *
 * Adds a reference.
 *
 * Returns: (transfer full): @self
 */
HipRoutine *
hip_routine_ref (HipRoutine *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
routine_clear (gpointer data)
{
  HipRoutine *self = data;

  g_free (self->page);
  g_free (self->title);
  g_free (self->caution);
  g_ptr_array_unref (self->exercises);
}

/**
 * hip_routine_unref:
 * @self: (transfer full): a routine
 *
 * Drops a reference.
 */
void
hip_routine_unref (HipRoutine *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, routine_clear);
}

/**
 * hip_routine_get_exercise:
 * @self: a routine
 * @i: which, from 0
 *
 * Gets an exercise.
 *
 * Returns: (transfer none): the exercise
 */
const HipRoutineExercise *
hip_routine_get_exercise (const HipRoutine *self, guint i)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (i < self->exercises->len, NULL);

  return g_ptr_array_index (self->exercises, i);
}

/* --- doses -------------------------------------------------------------------------------- */

static gboolean
is_range (const HipGuideRange *range)
{
  return range->min != range->max;
}

/* Repetitions stay a range for the runner to end; what is held a number of times is counted. */
static int
get_seconds (const HipGuideDose *dose, gboolean longer)
{
  if (dose->reps.max > 0)
    return 0;
  if (dose->minutes.max > 0)
    return 60 * (longer ? dose->minutes.max : dose->minutes.min);
  if (dose->seconds.max > 0)
    return longer ? dose->seconds.max : dose->seconds.min;
  return longer ? dose->hold_s.max : dose->hold_s.min;
}

static int
get_rounds (const HipGuideDose *dose, gboolean longer)
{
  return MAX (1, longer ? dose->sets.max : dose->sets.min);
}

/* Nobody has to be on the mat for what begins with standing or walking for minutes. */
static gboolean
is_quick (const HipGuideDose *dose)
{
  return dose->minutes.max == 0 && dose->reps.max == 0;
}

/**
 * hip_routine_has_ranges:
 * @self: a routine
 *
 * Tells whether there is anything to choose about its doses.
 *
 * Returns: whether the time or the rounds of any exercise are a range
 */
gboolean
hip_routine_has_ranges (const HipRoutine *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->exercises->len; i++)
    {
      const HipGuideDose *dose = &hip_routine_get_exercise (self, i)->dose;

      if (is_range (&dose->sets) || get_seconds (dose, FALSE) != get_seconds (dose, TRUE))
        return TRUE;
    }
  return FALSE;
}

/**
 * hip_routine_has_sides:
 * @self: a routine
 *
 * Tells whether there is a side to begin with.
 *
 * Returns: whether any exercise is done on each side
 */
gboolean
hip_routine_has_sides (const HipRoutine *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->exercises->len; i++)
    if (hip_routine_get_exercise (self, i)->dose.per_side)
      return TRUE;
  return FALSE;
}

/* --- the plan ----------------------------------------------------------------------------- */

static void
append_pause (GArray *plan, const HipRoutineStep *next, HipRoutineStepKind kind, int seconds)
{
  HipRoutineStep pause = *next;

  pause.kind = kind;
  pause.seconds = seconds;
  pause.reps = (HipGuideRange) { 0, 0 };
  g_array_append_val (plan, pause);
}

/* Whoever ends a step by hand takes the time to change without being given any. */
static void
append_pause_before (GArray *plan, const HipRoutineStep *next, gboolean quick)
{
  const HipRoutineStep *last =
      plan->len > 0 ? &g_array_index (plan, HipRoutineStep, plan->len - 1) : NULL;
  gboolean same = last != NULL && last->exercise == next->exercise;

  if (same && last->round != next->round)
    append_pause (plan, next, HIP_ROUTINE_REST, HIP_ROUTINE_REST_S);
  else if (next->seconds > 0 && same)
    append_pause (plan, next, HIP_ROUTINE_CHANGE_SIDE, HIP_ROUTINE_CHANGE_SIDE_S);
  else if (next->seconds > 0 && (last != NULL || quick))
    append_pause (plan, next, HIP_ROUTINE_CHANGE, HIP_ROUTINE_CHANGE_S);
}

static void
append_round (GArray *plan, HipRoutineStep step, const HipGuideDose *dose, HipSide first_side)
{
  const HipRoutineSide sides[] = {
    first_side == HIP_SIDE_LEFT ? HIP_ROUTINE_LEFT : HIP_ROUTINE_RIGHT,
    first_side == HIP_SIDE_LEFT ? HIP_ROUTINE_RIGHT : HIP_ROUTINE_LEFT,
  };

  for (guint i = 0; i < (dose->per_side ? 2 : 1); i++)
    {
      step.side = dose->per_side ? sides[i] : HIP_ROUTINE_BOTH;
      append_pause_before (plan, &step, is_quick (dose));
      g_array_append_val (plan, step);
    }
}

static void
append_exercise (GArray *plan, const HipRoutine *self, guint i, const HipRoutineOptions *options)
{
  const HipGuideDose *dose = &hip_routine_get_exercise (self, i)->dose;
  HipRoutineStep step = {
    .kind = HIP_ROUTINE_WORK,
    .exercise = i,
    .n_rounds = get_rounds (dose, options->longer),
    .seconds = get_seconds (dose, options->longer),
    .reps = dose->reps,
  };

  for (step.round = 1; step.round <= step.n_rounds; step.round++)
    append_round (plan, step, dose, options->first_side);
}

/**
 * hip_routine_plan:
 * @self: a routine
 * @options: what of it to do, and how
 *
 * Lays the steps out one after the other: rounds of an exercise with both sides in each, a rest
 * between rounds, and time to change position before whatever is timed.
 *
 * Returns: (transfer full) (element-type HipRoutineStep): the steps; none if nothing is chosen
 */
GArray *
hip_routine_plan (const HipRoutine *self, const HipRoutineOptions *options)
{
  g_autoptr(GArray) plan = g_array_new (FALSE, FALSE, sizeof (HipRoutineStep));

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (options != NULL, NULL);

  for (guint i = 0; i < self->exercises->len; i++)
    {
      gboolean chosen = options->chosen != NULL ? options->chosen[i] : (!self->is_choice || i == 0);

      if (chosen)
        append_exercise (plan, self, i, options);
    }
  return g_steal_pointer (&plan);
}

/**
 * hip_routine_plan_get_seconds:
 * @plan: (element-type HipRoutineStep): steps
 *
 * Estimates how long the steps take. Repetitions count four seconds each, of the mean of their
 * range.
 *
 * Returns: seconds
 */
int
hip_routine_plan_get_seconds (GArray *plan)
{
  int seconds = 0;

  g_return_val_if_fail (plan != NULL, 0);

  for (guint i = 0; i < plan->len; i++)
    {
      const HipRoutineStep *step = &g_array_index (plan, HipRoutineStep, i);

      seconds += step->seconds > 0
                     ? step->seconds
                     : (step->reps.min + step->reps.max) * HIP_ROUTINE_REPETITION_S / 2;
    }
  return seconds;
}
