// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-question.h"

#include <glib/gi18n.h>

/* After Clement 1993, Robertson 2017 and health services' lists: pain that comes earlier each time,
 * at rest, at night or with weight on the leg; and what cannot wait. Asked, never deduced. */
static const HipQuestion questions[] = {
  { HIP_FLAG_WORSENING, HIP_QUESTION_BONE_STRESS,
    N_ ("Does the pain come on with each run, and earlier each time?") },
  { HIP_FLAG_DAILY_ACTIVITIES, HIP_QUESTION_BONE_STRESS,
    N_ ("Does it hurt when you walk, or do you limp?") },
  { HIP_FLAG_WEIGHT_BEARING, HIP_QUESTION_BONE_STRESS,
    N_ ("Does it hurt to put your weight on that leg?") },
  { HIP_FLAG_REST_PAIN, HIP_QUESTION_BONE_STRESS, N_ ("Does it hurt at rest?") },
  { HIP_FLAG_NIGHT_PAIN, HIP_QUESTION_BONE_STRESS, N_ ("Does it hurt or wake you at night?") },
  { HIP_FLAG_POP, HIP_QUESTION_EMERGENCY, N_ ("Did it start suddenly, with a crack or a pop?") },
  { HIP_FLAG_FALL, HIP_QUESTION_EMERGENCY, N_ ("Did it start with a fall or a blow?") },
  { HIP_FLAG_LOSS_OF_FUNCTION, HIP_QUESTION_EMERGENCY,
    N_ ("Can you not stand or walk on it, or does the leg look shorter or turned?") },
  { HIP_FLAG_FEVER, HIP_QUESTION_EMERGENCY,
    N_ ("Is the hip hot, red or swollen, with fever or feeling ill?") },
  { HIP_FLAG_WEAKNESS, HIP_QUESTION_EMERGENCY, N_ ("Has the leg become weak?") },
  { HIP_FLAG_NUMBNESS, HIP_QUESTION_EMERGENCY, N_ ("Is the leg numb or tingling?") },
  { HIP_FLAG_BLADDER_BOWEL, HIP_QUESTION_EMERGENCY,
    N_ ("Is there trouble with bladder or bowel, or numbness between the legs?") },
  { HIP_FLAG_SWELLING, HIP_QUESTION_APPOINTMENT, N_ ("Is the hip swollen, red or warm?") },
  { HIP_FLAG_PERSISTENT, HIP_QUESTION_APPOINTMENT,
    N_ ("Has it stayed for two weeks or more, although you ran less?") },
  { HIP_FLAG_PAINKILLERS, HIP_QUESTION_APPOINTMENT, N_ ("Do you need painkillers to run?") },
};

/**
 * hip_question_get_n:
 *
 * Returns: how many questions there are
 */
guint
hip_question_get_n (void)
{
  return G_N_ELEMENTS (questions);
}

/**
 * hip_question_get:
 * @i: less than [func@question_get_n]
 *
 * Returns: (transfer none): a question; those of a group follow each other
 */
const HipQuestion *
hip_question_get (guint i)
{
  g_return_val_if_fail (i < G_N_ELEMENTS (questions), NULL);

  return &questions[i];
}

/**
 * hip_question_get_text:
 * @self: a question
 *
 * Returns: (transfer none): it, translated
 */
const char *
hip_question_get_text (const HipQuestion *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _ (self->text);
}

/**
 * hip_question_get_all_flags:
 *
 * Returns: the flags of all questions: what a [struct@Screening] asks that goes through them
 */
HipFlags
hip_question_get_all_flags (void)
{
  HipFlags flags = 0;

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    flags |= questions[i].flag;
  return flags;
}
