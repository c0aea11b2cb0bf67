// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-routine.h"

G_BEGIN_DECLS

typedef enum
{
  HIP_PLAYER_READY,
  HIP_PLAYER_RUNNING,
  HIP_PLAYER_PAUSED,
  HIP_PLAYER_FINISHED,
} HipPlayerState;

/**
 * HipRoutinePlayer:
 *
 * Goes through the steps of a plan. It has no clock: every act is told the time, in microseconds
 * of a clock that never goes back, such as g_get_monotonic_time(). A time before the last one
 * counts as the last one.
 *
 * Acts that do not fit the state, such as a second pause, do nothing.
 */
typedef struct _HipRoutinePlayer HipRoutinePlayer;

/* @plan: (element-type HipRoutineStep): never empty; a reference is kept */
HipRoutinePlayer *hip_routine_player_new (GArray *plan);
void hip_routine_player_free (HipRoutinePlayer *self);

void hip_routine_player_start (HipRoutinePlayer *self, gint64 now);
/* Ends the steps whose time is over. TRUE if the step or the state is another one now. */
gboolean hip_routine_player_tick (HipRoutinePlayer *self, gint64 now);
void hip_routine_player_pause (HipRoutinePlayer *self, gint64 now);
void hip_routine_player_resume (HipRoutinePlayer *self, gint64 now);
/* The step is done; nothing for what is timed. */
void hip_routine_player_done (HipRoutinePlayer *self, gint64 now);
/* On to the next step, this one not done; back to the exercise before. Both also in a pause. */
void hip_routine_player_next (HipRoutinePlayer *self, gint64 now);
void hip_routine_player_previous (HipRoutinePlayer *self, gint64 now);
void hip_routine_player_finish (HipRoutinePlayer *self, gint64 now);

HipPlayerState hip_routine_player_get_state (const HipRoutinePlayer *self);
guint hip_routine_player_get_n_steps (const HipRoutinePlayer *self);
guint hip_routine_player_get_index (const HipRoutinePlayer *self);
const HipRoutineStep *hip_routine_player_get_step (const HipRoutinePlayer *self);
/* Microseconds of this step, as of the last act; what remains is 0 where nothing is timed. */
gint64 hip_routine_player_get_elapsed (const HipRoutinePlayer *self);
gint64 hip_routine_player_get_remaining (const HipRoutinePlayer *self);

gboolean hip_routine_player_is_done (const HipRoutinePlayer *self, guint exercise);
gboolean hip_routine_player_has_done_any (const HipRoutinePlayer *self);
/* What there is to log: minutes really spent, at least 1 if anything was done. */
int hip_routine_player_get_minutes (const HipRoutinePlayer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipRoutinePlayer, hip_routine_player_free)

G_END_DECLS
