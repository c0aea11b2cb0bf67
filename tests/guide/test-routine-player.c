// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-routine-player.h"

/* Any time will do to begin with. */
#define BEGIN G_GINT64_CONSTANT (123456789012)
#define AT(s) (BEGIN + (gint64) ((double) (s) * G_USEC_PER_SEC))
#define S(s)  ((gint64) ((double) (s) * G_USEC_PER_SEC))

#define TIMED(i, s)                                                                                \
  { .kind = HIP_ROUTINE_WORK, .exercise = i, .round = 1, .n_rounds = 1, .seconds = s }
#define CHANGE(i)                                                                                  \
  { .kind = HIP_ROUTINE_CHANGE, .exercise = i, .round = 1, .n_rounds = 1, .seconds = 10 }
#define REPS(i)                                                                                    \
  { .kind = HIP_ROUTINE_WORK, .exercise = i, .round = 1, .n_rounds = 1, .reps = { 10, 15 } }

/* Half a minute, a change, half a minute, something to repeat, a minute. */
static const HipRoutineStep steps[] = { TIMED (0, 30), CHANGE (1), TIMED (1, 30), REPS (2),
                                        TIMED (3, 60) };
enum
{
  FIRST,
  CHANGE_STEP,
  SECOND,
  REPEATED,
  LAST,
};

static HipRoutinePlayer *
player_new (const HipRoutineStep *plan, guint n)
{
  g_autoptr (GArray) array = g_array_new (FALSE, FALSE, sizeof (HipRoutineStep));

  g_array_append_vals (array, plan, n);
  return hip_routine_player_new (array);
}

static HipRoutinePlayer *
started_new (void)
{
  HipRoutinePlayer *player = player_new (steps, G_N_ELEMENTS (steps));

  hip_routine_player_start (player, BEGIN);
  return player;
}

/* Without a tick: where it is, and how much of the step is over. */
static void
assert_at (const HipRoutinePlayer *player, guint index, gint64 elapsed)
{
  g_assert_cmpuint (hip_routine_player_get_index (player), ==, index);
  g_assert_cmpint (hip_routine_player_get_elapsed (player), ==, elapsed);
}

static void
assert_state (const HipRoutinePlayer *player, HipPlayerState state)
{
  g_assert_cmpint (hip_routine_player_get_state (player), ==, state);
}

static void
test_ready (void)
{
  g_autoptr (HipRoutinePlayer) player = player_new (steps, G_N_ELEMENTS (steps));

  assert_state (player, HIP_PLAYER_READY);
  g_assert_cmpuint (hip_routine_player_get_n_steps (player), ==, 5);
  g_assert_false (hip_routine_player_tick (player, AT (1000)));
  hip_routine_player_pause (player, AT (1001));
  hip_routine_player_next (player, AT (1002));
  hip_routine_player_previous (player, AT (1003));
  hip_routine_player_done (player, AT (1004));
  assert_state (player, HIP_PLAYER_READY);
  assert_at (player, FIRST, 0);
  /* What passed before it was started counts for nothing. */
  hip_routine_player_start (player, AT (2000));
  assert_state (player, HIP_PLAYER_RUNNING);
  assert_at (player, FIRST, 0);
  hip_routine_player_tick (player, AT (2001));
  assert_at (player, FIRST, S (1));
}

static void
test_start_twice (void)
{
  g_autoptr (HipRoutinePlayer) player = started_new ();

  hip_routine_player_tick (player, AT (5));
  hip_routine_player_start (player, AT (7));
  hip_routine_player_tick (player, AT (8));
  assert_at (player, FIRST, S (8));
}

/* A step ends at its end: a microsecond before it does not, and then it does. */
static void
test_end_of_step (void)
{
  g_autoptr (HipRoutinePlayer) player = started_new ();

  g_assert_false (hip_routine_player_tick (player, AT (30) - 1));
  assert_at (player, FIRST, S (30) - 1);
  g_assert_cmpint (hip_routine_player_get_remaining (player), ==, 1);
  g_assert_false (hip_routine_player_is_done (player, 0));
  g_assert_true (hip_routine_player_tick (player, AT (30)));
  assert_at (player, CHANGE_STEP, 0);
  g_assert_cmpint (hip_routine_player_get_remaining (player), ==, S (10));
  g_assert_true (hip_routine_player_is_done (player, 0));
}

static void
test_late_tick (void)
{
  g_autoptr (HipRoutinePlayer) player = started_new ();

  /* 30 and 10 are over, and 4 of the second 30. */
  g_assert_true (hip_routine_player_tick (player, AT (44)));
  assert_at (player, SECOND, S (4));
  g_assert_cmpint (hip_routine_player_get_remaining (player), ==, S (26));
  g_assert_cmpint (hip_routine_player_get_step (player)->exercise, ==, 1);
}

/* It goes no farther than to what waits for the runner. */
static void
test_very_late_tick (void)
{
  g_autoptr (HipRoutinePlayer) player = started_new ();

  g_assert_true (hip_routine_player_tick (player, AT (3600)));
  assert_at (player, REPEATED, S (3600 - 70));
  g_assert_cmpint (hip_routine_player_get_remaining (player), ==, 0);
  g_assert_false (hip_routine_player_is_done (player, 2));
  g_assert_false (hip_routine_player_tick (player, AT (7200)));
}

/* Past the last step there is nothing to spend time on. */
static void
test_late_tick_at_the_end (void)
{
  static const HipRoutineStep two[] = { TIMED (0, 60), TIMED (1, 60) };
  g_autoptr (HipRoutinePlayer) player = player_new (two, 2);

  hip_routine_player_start (player, BEGIN);
  g_assert_true (hip_routine_player_tick (player, AT (3600)));
  assert_state (player, HIP_PLAYER_FINISHED);
  g_assert_cmpint (hip_routine_player_get_minutes (player), ==, 2);
  g_assert_true (hip_routine_player_is_done (player, 0));
  g_assert_true (hip_routine_player_is_done (player, 1));
  g_assert_false (hip_routine_player_tick (player, AT (7200)));
  g_assert_cmpint (hip_routine_player_get_minutes (player), ==, 2);
}

static void
test_done (void)
{
  g_autoptr (HipRoutinePlayer) player = started_new ();

  /* What is timed is not to be ended so. */
  hip_routine_player_done (player, AT (5));
  assert_at (player, FIRST, S (5));
  hip_routine_player_tick (player, AT (100));
  assert_at (player, REPEATED, S (30));
  hip_routine_player_pause (player, AT (101));
  hip_routine_player_done (player, AT (102));
  assert_at (player, REPEATED, S (31));
  hip_routine_player_resume (player, AT (110));
  hip_routine_player_done (player, AT (112));
  assert_at (player, LAST, 0);
  g_assert_true (hip_routine_player_is_done (player, 2));
}

static void
test_pause (void)
{
  g_autoptr (HipRoutinePlayer) player = started_new ();

  hip_routine_player_pause (player, AT (10));
  assert_state (player, HIP_PLAYER_PAUSED);
  assert_at (player, FIRST, S (10));
  g_assert_false (hip_routine_player_tick (player, AT (500)));
  assert_at (player, FIRST, S (10));
  hip_routine_player_pause (player, AT (600));
  assert_state (player, HIP_PLAYER_PAUSED);
  assert_at (player, FIRST, S (10));
  hip_routine_player_resume (player, AT (1000));
  hip_routine_player_resume (player, AT (1003));
  assert_state (player, HIP_PLAYER_RUNNING);
  assert_at (player, FIRST, S (13));
  g_assert_false (hip_routine_player_tick (player, AT (1020) - 1));
  g_assert_true (hip_routine_player_tick (player, AT (1020)));
  assert_at (player, CHANGE_STEP, 0);
}

/* A pause that comes after the end of a step stops the next one. */
static void
test_late_pause (void)
{
  g_autoptr (HipRoutinePlayer) player = started_new ();

  hip_routine_player_pause (player, AT (33));
  assert_state (player, HIP_PLAYER_PAUSED);
  assert_at (player, CHANGE_STEP, S (3));
}

static void
test_next (void)
{
  g_autoptr (HipRoutinePlayer) player = started_new ();

  hip_routine_player_next (player, AT (3));
  assert_at (player, CHANGE_STEP, 0);
  g_assert_false (hip_routine_player_is_done (player, 0));
  hip_routine_player_pause (player, AT (4));
  hip_routine_player_next (player, AT (5));
  assert_at (player, SECOND, 0);
  assert_state (player, HIP_PLAYER_PAUSED);
  hip_routine_player_next (player, AT (6));
  hip_routine_player_next (player, AT (7));
  hip_routine_player_next (player, AT (8));
  assert_state (player, HIP_PLAYER_FINISHED);
  g_assert_cmpuint (hip_routine_player_get_index (player), ==, LAST);
}

/* The step went by itself just before the key was pressed: that was not meant for the next one. */
static void
test_next_too_late (void)
{
  g_autoptr (HipRoutinePlayer) player = started_new ();

  hip_routine_player_next (player, AT (30));
  assert_at (player, CHANGE_STEP, 0);
  g_assert_true (hip_routine_player_is_done (player, 0));
  hip_routine_player_next (player, AT (30));
  assert_at (player, SECOND, 0);
}

static void
test_previous (void)
{
  g_autoptr (HipRoutinePlayer) player = started_new ();

  /* At the first one it begins anew. */
  hip_routine_player_previous (player, AT (20));
  assert_at (player, FIRST, 0);
  hip_routine_player_tick (player, AT (50));
  assert_at (player, CHANGE_STEP, 0);
  hip_routine_player_previous (player, AT (51));
  assert_at (player, FIRST, 0);
  hip_routine_player_tick (player, AT (96));
  assert_at (player, SECOND, S (5));
  hip_routine_player_previous (player, AT (97));
  assert_at (player, FIRST, 0);
  /* What was done stays done. */
  g_assert_true (hip_routine_player_is_done (player, 0));
}

/* Where a pause comes first, going back from the first exercise begins with it. */
static void
test_previous_over_pause (void)
{
  static const HipRoutineStep two[] = { CHANGE (0), TIMED (0, 30) };
  g_autoptr (HipRoutinePlayer) player = player_new (two, 2);

  hip_routine_player_start (player, BEGIN);
  hip_routine_player_tick (player, AT (12));
  assert_at (player, 1, S (2));
  hip_routine_player_previous (player, AT (13));
  assert_at (player, 0, 0);
  hip_routine_player_previous (player, AT (14));
  assert_at (player, 0, 0);
}

static void
test_skip_everything (void)
{
  g_autoptr (HipRoutinePlayer) player = started_new ();

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    hip_routine_player_next (player, AT (0.1 * i));
  assert_state (player, HIP_PLAYER_FINISHED);
  g_assert_cmpint (hip_routine_player_get_minutes (player), ==, 0);
  g_assert_false (hip_routine_player_has_done_any (player));
}

/* Time is what counts, done or not; half a minute is rounded up. */
static void
test_minutes (void)
{
  static const HipRoutineStep ice[] = { TIMED (0, 1200) };
  static const struct
  {
    double seconds;
    int minutes;
  } cases[] = { { 29.999, 0 }, { 30, 1 }, { 89.999, 1 }, { 90, 2 }, { 600, 10 }, { 1200, 20 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HipRoutinePlayer) player = player_new (ice, 1);

      hip_routine_player_start (player, BEGIN);
      hip_routine_player_finish (player, AT (cases[i].seconds));
      g_assert_cmpint (hip_routine_player_get_minutes (player), ==, cases[i].minutes);
      g_assert_cmpint (hip_routine_player_has_done_any (player), ==, cases[i].seconds >= 1200);
    }
}

static void
test_minutes_without_pauses (void)
{
  static const HipRoutineStep ice[] = { TIMED (0, 1200) };
  g_autoptr (HipRoutinePlayer) player = player_new (ice, 1);

  hip_routine_player_start (player, BEGIN);
  hip_routine_player_pause (player, AT (120));
  hip_routine_player_resume (player, AT (900));
  hip_routine_player_pause (player, AT (1020));
  hip_routine_player_finish (player, AT (9000));
  g_assert_cmpint (hip_routine_player_get_minutes (player), ==, 4);
}

/* Whatever was done took a minute at least; a pause that went by was no exercise. */
static void
test_least_minutes (void)
{
  static const HipRoutineStep reps[] = { REPS (0), REPS (1) };
  static const HipRoutineStep change[] = { CHANGE (0), TIMED (0, 30) };
  g_autoptr (HipRoutinePlayer) player = player_new (reps, 2);
  g_autoptr (HipRoutinePlayer) idle = player_new (change, 2);

  hip_routine_player_start (player, BEGIN);
  hip_routine_player_done (player, AT (5));
  hip_routine_player_next (player, AT (6));
  g_assert_cmpint (hip_routine_player_get_minutes (player), ==, 1);
  g_assert_true (hip_routine_player_is_done (player, 0));
  g_assert_false (hip_routine_player_is_done (player, 1));

  hip_routine_player_start (idle, BEGIN);
  hip_routine_player_finish (idle, AT (10));
  g_assert_cmpuint (hip_routine_player_get_index (idle), ==, 1);
  g_assert_false (hip_routine_player_has_done_any (idle));
  g_assert_false (hip_routine_player_is_done (idle, 0));
  g_assert_cmpint (hip_routine_player_get_minutes (idle), ==, 0);
}

static void
test_finish (void)
{
  g_autoptr (HipRoutinePlayer) player = started_new ();
  g_autoptr (HipRoutinePlayer) unstarted = player_new (steps, G_N_ELEMENTS (steps));

  hip_routine_player_finish (player, AT (12));
  assert_state (player, HIP_PLAYER_FINISHED);
  assert_at (player, FIRST, S (12));
  hip_routine_player_start (player, AT (13));
  hip_routine_player_resume (player, AT (14));
  hip_routine_player_previous (player, AT (15));
  hip_routine_player_next (player, AT (16));
  hip_routine_player_finish (player, AT (17));
  assert_state (player, HIP_PLAYER_FINISHED);
  assert_at (player, FIRST, S (12));

  hip_routine_player_finish (unstarted, AT (100));
  assert_state (unstarted, HIP_PLAYER_FINISHED);
  g_assert_cmpint (hip_routine_player_get_minutes (unstarted), ==, 0);
}

/* No clock does this; if one did, nothing would be taken back. */
static void
test_time_goes_back (void)
{
  g_autoptr (HipRoutinePlayer) player = started_new ();

  hip_routine_player_tick (player, AT (10));
  g_assert_false (hip_routine_player_tick (player, AT (4)));
  assert_at (player, FIRST, S (10));
  hip_routine_player_tick (player, AT (11));
  assert_at (player, FIRST, S (11));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/routine-player/ready", test_ready);
  g_test_add_func ("/routine-player/start-twice", test_start_twice);
  g_test_add_func ("/routine-player/end-of-step", test_end_of_step);
  g_test_add_func ("/routine-player/late-tick", test_late_tick);
  g_test_add_func ("/routine-player/very-late-tick", test_very_late_tick);
  g_test_add_func ("/routine-player/late-tick-at-the-end", test_late_tick_at_the_end);
  g_test_add_func ("/routine-player/done", test_done);
  g_test_add_func ("/routine-player/pause", test_pause);
  g_test_add_func ("/routine-player/late-pause", test_late_pause);
  g_test_add_func ("/routine-player/next", test_next);
  g_test_add_func ("/routine-player/next-too-late", test_next_too_late);
  g_test_add_func ("/routine-player/previous", test_previous);
  g_test_add_func ("/routine-player/previous-over-pause", test_previous_over_pause);
  g_test_add_func ("/routine-player/skip-everything", test_skip_everything);
  g_test_add_func ("/routine-player/minutes", test_minutes);
  g_test_add_func ("/routine-player/minutes-without-pauses", test_minutes_without_pauses);
  g_test_add_func ("/routine-player/least-minutes", test_least_minutes);
  g_test_add_func ("/routine-player/finish", test_finish);
  g_test_add_func ("/routine-player/time-goes-back", test_time_goes_back);
  return g_test_run ();
}
