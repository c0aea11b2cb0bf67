// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-vocabulary.h"

G_BEGIN_DECLS

/** HIP_BONE_STRESS_FLAGS: whoever was asked these has answered the questions about bone stress. */
#define HIP_BONE_STRESS_FLAGS                                                                      \
  (HIP_FLAG_WORSENING | HIP_FLAG_DAILY_ACTIVITIES | HIP_FLAG_NIGHT_PAIN | HIP_FLAG_REST_PAIN       \
   | HIP_FLAG_WEIGHT_BEARING)

/** HipQuestionGroup: what a yes asks for. */
typedef enum
{
  HIP_QUESTION_BONE_STRESS, /* stop running, be seen within a day or two */
  HIP_QUESTION_EMERGENCY,   /* emergency care, above all when it is sudden */
  HIP_QUESTION_APPOINTMENT, /* make an appointment */
} HipQuestionGroup;
#define HIP_N_QUESTION_GROUPS 3

/**
 * HipQuestion:
 * @flag: the red flag that a yes is
 * @group: what a yes asks for
 * @text: the question, not translated; see [func@question_get_text]
 *
 * One question about red flags, to be answered with yes or no.
 */
typedef struct
{
  HipFlags flag;
  HipQuestionGroup group;
  const char *text;
} HipQuestion;

guint hip_question_get_n (void);
const HipQuestion *hip_question_get (guint i);
const char *hip_question_get_text (const HipQuestion *self); /* translated */
HipFlags hip_question_get_all_flags (void);                  /* of all questions */

G_END_DECLS
