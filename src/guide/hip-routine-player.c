// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-routine-player.h"

struct _HipRoutinePlayer
{
  GArray *plan;   /* (element-type HipRoutineStep) */
  gboolean *done; /* one for each step */

  HipPlayerState state;
  guint index;
  gint64 now;     /* of the last act */
  gint64 elapsed; /* of this step */
  gint64 total;   /* of all steps, whatever became of them */
};

static const HipRoutineStep *
get_step (const HipRoutinePlayer *self, guint i)
{
  return &g_array_index (self->plan, HipRoutineStep, i);
}

static gint64
get_length (const HipRoutinePlayer *self)
{
  return (gint64) get_step (self, self->index)->seconds * G_USEC_PER_SEC;
}

/**
 * hip_routine_player_new:
 * @plan: (element-type HipRoutineStep): steps, at least one
 *
 * Makes a player that stands before the first step.
 *
 * Returns: (transfer full): a player
 */
HipRoutinePlayer *
hip_routine_player_new (GArray *plan)
{
  HipRoutinePlayer *self;

  g_return_val_if_fail (plan != NULL && plan->len > 0, NULL);

  self = g_new0 (HipRoutinePlayer, 1);
  self->plan = g_array_ref (plan);
  self->done = g_new0 (gboolean, plan->len);
  return self;
}

/**
 * hip_routine_player_free:
 * @self: (transfer full): a player
 *
 * Frees a player.
 */
void
hip_routine_player_free (HipRoutinePlayer *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->plan);
  g_free (self->done);
  g_free (self);
}

/* --- time --------------------------------------------------------------------------------- */

static void
go_to (HipRoutinePlayer *self, guint index)
{
  self->elapsed = 0;
  if (index < self->plan->len)
    self->index = index;
  else
    self->state = HIP_PLAYER_FINISHED;
}

static void
complete (HipRoutinePlayer *self)
{
  self->done[self->index] = TRUE;
  go_to (self, self->index + 1);
}

/* What one step has too much is the next one's; what waits for the runner takes all. */
static void
spend (HipRoutinePlayer *self, gint64 time)
{
  while (self->state == HIP_PLAYER_RUNNING && time >= 0)
    {
      gint64 length = get_length (self);
      gint64 left = length - self->elapsed;

      if (length == 0 || time < left)
        {
          self->elapsed += time;
          self->total += time;
          return;
        }
      self->total += left;
      time -= left;
      complete (self);
    }
}

static void
catch_up (HipRoutinePlayer *self, gint64 now)
{
  gint64 passed = MAX (0, now - self->now);

  self->now += passed;
  if (self->state == HIP_PLAYER_RUNNING)
    spend (self, passed);
}

static gboolean
is_under_way (const HipRoutinePlayer *self)
{
  return self->state == HIP_PLAYER_RUNNING || self->state == HIP_PLAYER_PAUSED;
}

/* --- what the runner does ----------------------------------------------------------------- */

/**
 * hip_routine_player_start:
 * @self: a player
 * @now: the time, in microseconds
 *
 * Begins with the first step.
 */
void
hip_routine_player_start (HipRoutinePlayer *self, gint64 now)
{
  g_return_if_fail (self != NULL);

  if (self->state != HIP_PLAYER_READY)
    return;
  self->now = now;
  self->state = HIP_PLAYER_RUNNING;
}

/**
 * hip_routine_player_tick:
 * @self: a player
 * @now: the time, in microseconds
 *
 * Lets the time go on. A tick that comes late ends every step that is over, up to one that waits
 * for the runner.
 *
 * Returns: whether the step or the state is another one now
 */
gboolean
hip_routine_player_tick (HipRoutinePlayer *self, gint64 now)
{
  guint index;
  HipPlayerState state;

  g_return_val_if_fail (self != NULL, FALSE);

  index = self->index;
  state = self->state;
  catch_up (self, now);
  return self->index != index || self->state != state;
}

/**
 * hip_routine_player_pause:
 * @self: a player
 * @now: the time, in microseconds
 *
 * Stops the time.
 */
void
hip_routine_player_pause (HipRoutinePlayer *self, gint64 now)
{
  g_return_if_fail (self != NULL);

  catch_up (self, now);
  if (self->state == HIP_PLAYER_RUNNING)
    self->state = HIP_PLAYER_PAUSED;
}

/**
 * hip_routine_player_resume:
 * @self: a player
 * @now: the time, in microseconds
 *
 * Goes on after a pause, which counts for nothing.
 */
void
hip_routine_player_resume (HipRoutinePlayer *self, gint64 now)
{
  g_return_if_fail (self != NULL);

  catch_up (self, now);
  if (self->state == HIP_PLAYER_PAUSED)
    self->state = HIP_PLAYER_RUNNING;
}

/**
 * hip_routine_player_done:
 * @self: a player
 * @now: the time, in microseconds
 *
 * Ends a step that waits for the runner. In a pause it does nothing.
 */
void
hip_routine_player_done (HipRoutinePlayer *self, gint64 now)
{
  g_return_if_fail (self != NULL);

  catch_up (self, now);
  if (self->state == HIP_PLAYER_RUNNING && get_length (self) == 0)
    complete (self);
}

/**
 * hip_routine_player_next:
 * @self: a player
 * @now: the time, in microseconds
 *
 * Leaves the step as it is, not done, and goes to the next one; from the last one to the end. The
 * time spent on it stays spent.
 */
void
hip_routine_player_next (HipRoutinePlayer *self, gint64 now)
{
  guint index;

  g_return_if_fail (self != NULL);

  index = self->index;
  catch_up (self, now);
  /* It was meant for the step that was to be seen. */
  if (is_under_way (self) && self->index == index)
    go_to (self, self->index + 1);
}

/**
 * hip_routine_player_previous:
 * @self: a player
 * @now: the time, in microseconds
 *
 * Goes back to what was done before, over pauses; at the first exercise, to its beginning.
 */
void
hip_routine_player_previous (HipRoutinePlayer *self, gint64 now)
{
  guint index;

  g_return_if_fail (self != NULL);

  catch_up (self, now);
  if (!is_under_way (self))
    return;
  for (index = self->index; index > 0; index--)
    if (get_step (self, index - 1)->kind == HIP_ROUTINE_WORK)
      break;
  go_to (self, index > 0 ? index - 1 : 0);
}

/**
 * hip_routine_player_finish:
 * @self: a player
 * @now: the time, in microseconds
 *
 * Ends it wherever it is.
 */
void
hip_routine_player_finish (HipRoutinePlayer *self, gint64 now)
{
  g_return_if_fail (self != NULL);

  catch_up (self, now);
  self->state = HIP_PLAYER_FINISHED;
}

/* --- where it is -------------------------------------------------------------------------- */

/**
 * hip_routine_player_get_state:
 * @self: a player
 *
 * Returns: what it is doing
 */
HipPlayerState
hip_routine_player_get_state (const HipRoutinePlayer *self)
{
  g_return_val_if_fail (self != NULL, HIP_PLAYER_FINISHED);

  return self->state;
}

/**
 * hip_routine_player_get_n_steps:
 * @self: a player
 *
 * Returns: the number of steps, pauses among them
 */
guint
hip_routine_player_get_n_steps (const HipRoutinePlayer *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->plan->len;
}

/**
 * hip_routine_player_get_index:
 * @self: a player
 *
 * Returns: which step it is at, from 0; the last one seen once it is finished
 */
guint
hip_routine_player_get_index (const HipRoutinePlayer *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->index;
}

/**
 * hip_routine_player_get_step:
 * @self: a player
 *
 * Returns: (transfer none): the step it is at
 */
const HipRoutineStep *
hip_routine_player_get_step (const HipRoutinePlayer *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_step (self, self->index);
}

/**
 * hip_routine_player_get_elapsed:
 * @self: a player
 *
 * Returns: microseconds of this step that have passed, without pauses
 */
gint64
hip_routine_player_get_elapsed (const HipRoutinePlayer *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->elapsed;
}

/**
 * hip_routine_player_get_remaining:
 * @self: a player
 *
 * Returns: microseconds of this step that are left; 0 where it is not timed
 */
gint64
hip_routine_player_get_remaining (const HipRoutinePlayer *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return MAX (0, get_length (self) - self->elapsed);
}

/* --- what was done ------------------------------------------------------------------------ */

static gboolean
is_work_done (const HipRoutinePlayer *self, guint i)
{
  return self->done[i] && get_step (self, i)->kind == HIP_ROUTINE_WORK;
}

/**
 * hip_routine_player_is_done:
 * @self: a player
 * @exercise: an exercise, as steps name it
 *
 * Tells whether any of an exercise was done to its end: a side, a round.
 *
 * Returns: whether a step of it is done
 */
gboolean
hip_routine_player_is_done (const HipRoutinePlayer *self, guint exercise)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->plan->len; i++)
    if (get_step (self, i)->exercise == exercise && is_work_done (self, i))
      return TRUE;
  return FALSE;
}

/**
 * hip_routine_player_has_done_any:
 * @self: a player
 *
 * Returns: whether any exercise is done, see hip_routine_player_is_done()
 */
gboolean
hip_routine_player_has_done_any (const HipRoutinePlayer *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->plan->len; i++)
    if (is_work_done (self, i))
      return TRUE;
  return FALSE;
}

/**
 * hip_routine_player_get_minutes:
 * @self: a player
 *
 * Counts what was spent, rests and what was left unfinished too, pauses not.
 *
 * Returns: minutes, rounded; 1 for less if anything was done
 */
int
hip_routine_player_get_minutes (const HipRoutinePlayer *self)
{
  const gint64 minute = 60 * G_USEC_PER_SEC;
  int minutes;

  g_return_val_if_fail (self != NULL, 0);

  minutes = (int) ((self->total + minute / 2) / minute);
  return MAX (minutes, hip_routine_player_has_done_any (self) ? 1 : 0);
}
