// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-guide-page.h"

G_BEGIN_DECLS

/* Pauses in seconds, and how long one repetition of an exercise that is done slowly takes.
 * Customs of a gym; they are there so that nobody has to hurry. */
#define HIP_ROUTINE_CHANGE_S      10 /* into the position of the next exercise */
#define HIP_ROUTINE_CHANGE_SIDE_S 5
#define HIP_ROUTINE_REST_S        30 /* between two rounds of an exercise */
#define HIP_ROUTINE_REPETITION_S  4

/** HipRoutineExercise: one exercise as its page tells it. */
typedef struct
{
  HipCareKind kind; /* what it is logged as */
  char *title;
  char *instruction; /* plain text; an empty line between paragraphs */
  char *picture;     /* (nullable) */
  HipGuideDose dose; /* that of an exercise */
} HipRoutineExercise;

/**
 * HipRoutine:
 * @exercises: (element-type HipRoutineExercise): never empty
 * @is_choice: one exercise is done and the others are not: ice or heat
 * @caution: (nullable): what the page warns of, plain text
 *
 * What of a page can be done with a timer. Read-only, reference counted atomically.
 */
typedef struct
{
  char *page;  /* its id */
  char *title; /* the page's */
  char *caution;
  gboolean is_choice;
  GPtrArray *exercises;
} HipRoutine;

typedef enum
{
  HIP_ROUTINE_WORK,
  HIP_ROUTINE_CHANGE,      /* time to get into the position of the step that follows */
  HIP_ROUTINE_CHANGE_SIDE, /* the same, for the other side of the same exercise */
  HIP_ROUTINE_REST,        /* between two rounds */
} HipRoutineStepKind;

typedef enum
{
  HIP_ROUTINE_BOTH, /* or neither: nothing is done by side */
  HIP_ROUTINE_LEFT,
  HIP_ROUTINE_RIGHT,
} HipRoutineSide;

/** HipRoutineStep: one step of a plan. A pause names exercise, side and round of what follows. */
typedef struct
{
  HipRoutineStepKind kind;
  guint exercise; /* which of the routine's */
  HipRoutineSide side;
  int round; /* from 1 */
  int n_rounds;
  int seconds;        /* 0: it is over when the runner says so */
  HipGuideRange reps; /* of WORK without seconds */
} HipRoutineStep;

/** HipRoutineOptions: how a runner wants it. All zero: everything, left first, lower doses. */
typedef struct
{
  HipSide first_side;
  gboolean longer;        /* the upper end of a dose such as 20–30 seconds */
  const gboolean *chosen; /* one for each exercise; NULL: all, or the first of a choice */
} HipRoutineOptions;

#define HIP_TYPE_ROUTINE (hip_routine_get_type ())
GType hip_routine_get_type (void);

gboolean hip_routine_is_offered (const HipGuidePage *page);
/* (transfer full) (nullable): NULL where none is offered. */
HipRoutine *hip_routine_new (const HipGuidePage *page);
HipRoutine *hip_routine_ref (HipRoutine *self);
void hip_routine_unref (HipRoutine *self);
const HipRoutineExercise *hip_routine_get_exercise (const HipRoutine *self, guint i);

/* Whether any dose is a range, and whether anything is done by side. */
gboolean hip_routine_has_ranges (const HipRoutine *self);
gboolean hip_routine_has_sides (const HipRoutine *self);

/* (transfer full) (element-type HipRoutineStep): empty if nothing is chosen. */
GArray *hip_routine_plan (const HipRoutine *self, const HipRoutineOptions *options);
/* About how long it takes. */
int hip_routine_plan_get_seconds (GArray *plan);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipRoutine, hip_routine_unref)

G_END_DECLS
