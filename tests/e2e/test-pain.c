// SPDX-License-Identifier: GPL-3.0-or-later
// Scoring hips: in one tap each, in full, and afterwards.
#include "config.h"

#include "hip-runner.h"

#define SCORE(side) "SELECT score FROM pain_days WHERE date = '2025-06-16' AND side = '" side "'"

static void
test_one_tap (void)
{
  g_autoptr (HipRunner) runner = hip_runner_new ();
  HipRobot *robot = hip_runner_get_robot (runner);

  hip_runner_begin (runner);
  hip_robot_click (robot, "grouping:Today > toggle button:Left hip: 3 of 10");
  hip_robot_expect_log (robot, SCORE ("left"), 3);
  hip_robot_expect_log (robot, "SELECT count(*) FROM pain_days", 1);
  hip_robot_click (robot, "grouping:Today > toggle button:Right hip: 0 of 10");
  hip_robot_expect_log (robot, SCORE ("right"), 0);

  /* Once answered it is one line, which can be opened again. */
  hip_robot_expect_gone (robot, "grouping:Today > toggle button:Left hip: 3 of 10");
  hip_robot_click (robot, "grouping:Today > list item:*3*0*");
  hip_robot_click (robot, "grouping:Today > toggle button:Left hip: 10 of 10");
  hip_robot_expect_log (robot, SCORE ("left"), 10);
  hip_robot_expect (robot, "list:Warnings > list item:*");
  hip_robot_quit (robot);
}

static void
test_details (void)
{
  g_autoptr (HipRunner) runner = hip_runner_new ();
  HipRobot *robot = hip_runner_get_robot (runner);

  hip_runner_begin (runner);
  hip_robot_click (robot, "button:Details…");
  hip_robot_click (robot, "dialog:Hip Pain > toggle button:Left hip: 4 of 10");
  hip_robot_click (robot, "dialog:Hip Pain > toggle button:Side of the hip, left hip");
  hip_robot_click (robot, "dialog:Hip Pain > toggle button:Deep ache");
  hip_robot_click (robot, "dialog:Hip Pain > toggle button:After a run");
  hip_robot_choose (robot, "dialog:Hip Pain > combo box:How it began", "Gradually");
  hip_robot_fill (robot, "dialog:Hip Pain > text:Note", "since the hills");
  hip_robot_click (robot, "dialog:Hip Pain > button:Save");
  hip_robot_expect_gone (robot, "dialog:Hip Pain");

  hip_robot_expect_log (robot, SCORE ("left"), 4);
  hip_robot_expect_log (
      robot,
      "SELECT count(*) FROM pain_days WHERE areas = 'side' AND qualities = 'deep-ache' "
      "AND timings = 'after-run' AND onset = 'gradual' AND note = 'since the hills'",
      1);
  hip_robot_quit (robot);
}

static void
test_earlier_day (void)
{
  g_autoptr (HipRunner) runner = hip_runner_new ();
  HipRobot *robot = hip_runner_get_robot (runner);

  hip_runner_begin (runner);
  hip_runner_go_to (runner, "Pain");
  hip_robot_click (robot, "grouping:Pain > button:*10 June*");
  hip_robot_click (robot, "dialog:Hip Pain > toggle button:Left hip: 2 of 10");
  hip_robot_click (robot, "dialog:Hip Pain > radio button:Right Hip");
  hip_robot_click (robot, "dialog:Hip Pain > toggle button:Right hip: 1 of 10");
  hip_robot_click (robot, "dialog:Hip Pain > button:Save");
  hip_robot_expect_gone (robot, "dialog:Hip Pain");
  hip_robot_expect_log (robot, "SELECT sum(score) FROM pain_days WHERE date = '2025-06-10'", 3);
  hip_robot_expect (robot, "grouping:Pain > button:*10 June: left hip 2 of 10, right hip 1 of 10");

  /* Corrected, then taken away. */
  hip_robot_click (robot, "grouping:Pain > button:*10 June*");
  hip_robot_click (robot, "dialog:Hip Pain > toggle button:Left hip: 5 of 10");
  hip_robot_click (robot, "dialog:Hip Pain > button:Save");
  hip_robot_expect (robot, "grouping:Pain > button:*10 June: left hip 5 of 10, right hip 1 of 10");
  hip_robot_click (robot, "grouping:Pain > button:*10 June*");
  hip_robot_click (robot, "dialog:Hip Pain > button:Remove This Hip*");
  hip_robot_expect_log (robot, "SELECT count(*) FROM pain_days WHERE side = 'left'", 0);
  hip_robot_expect_log (robot, "SELECT count(*) FROM pain_days WHERE side = 'right'", 1);
  hip_robot_press (robot, "Escape");
  hip_robot_expect_gone (robot, "dialog:Hip Pain");
  hip_robot_quit (robot);
}

/* A sign that is no runner's ache is said above all, until somebody has looked at it. */
static void
test_red_flag (void)
{
  g_autoptr (HipRunner) runner = hip_runner_new ();
  HipRobot *robot = hip_runner_get_robot (runner);

  hip_runner_begin (runner);
  hip_robot_click (robot, "button:Details…");
  hip_robot_click (robot, "dialog:Hip Pain > toggle button:Left hip: 2 of 10");
  hip_robot_click (robot, "dialog:Hip Pain > list item:Any of these?");
  hip_robot_click (robot, "dialog:Hip Pain > check box:*fall*");
  hip_robot_click (robot, "dialog:Hip Pain > button:Save");
  hip_robot_expect_gone (robot, "dialog:Hip Pain");
  hip_robot_expect_log (robot,
                        "SELECT count(*) FROM pain_days WHERE flags IS NOT NULL AND seen = 0", 1);
  hip_robot_expect_n (robot, "list:Warnings > list item:?*", 1);

  hip_robot_click (robot, "button:Details…");
  hip_robot_click (robot, "dialog:Hip Pain > *:Seen by a professional");
  hip_robot_click (robot, "dialog:Hip Pain > button:Save");
  hip_robot_expect_log (robot, "SELECT count(*) FROM pain_days WHERE seen = 1", 1);
  hip_robot_expect_n (robot, "list:Warnings > list item:?*", 0);
  hip_robot_quit (robot);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pain/one-tap", test_one_tap);
  g_test_add_func ("/pain/details", test_details);
  g_test_add_func ("/pain/earlier-day", test_earlier_day);
  g_test_add_func ("/pain/red-flag", test_red_flag);

  return g_test_run ();
}
