// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever was done can be undone: by keys, by the toast, and done again.
#include "config.h"

#include "hip-runner.h"

#define N_RUNS "SELECT count(*) FROM runs"
#define FAST   "SELECT count(*) FROM runs WHERE distance_m = 7000 AND duration_s = 2100"

static void
test_delete (void)
{
  g_autoptr (HipRunner) runner = hip_runner_new ();
  HipRobot *robot = hip_runner_get_robot (runner);

  hip_runner_begin (runner);
  hip_runner_add_run (runner, "2025-06-10", "10", "1:00:00");
  hip_runner_add_run (runner, "2025-06-12", "7", "35:00");
  hip_runner_go_to (runner, "Runs");
  hip_runner_choose_run (runner, "*7.0*km", HIP_RUN_COMMAND_DELETE);
  hip_robot_expect_log (robot, N_RUNS, 1);
  hip_robot_expect (robot, "alert:* > label:Run deleted");
  hip_robot_expect_n (robot, "list:Runs > list item:*", 1);

  hip_robot_press (robot, "<Control>z");
  hip_robot_expect_log (robot, FAST, 1);
  hip_robot_expect_n (robot, "list:Runs > list item:*", 2);
  hip_robot_press (robot, "<Control><Shift>z");
  hip_robot_expect_log (robot, FAST, 0);
  hip_robot_expect_n (robot, "list:Runs > list item:*", 1);
  hip_robot_press (robot, "<Control>z");
  hip_robot_expect_log (robot, FAST, 1);

  hip_runner_choose_run (runner, "*7.0*km", HIP_RUN_COMMAND_DELETE);
  hip_robot_expect_log (robot, N_RUNS, 1);
  hip_robot_click (robot, "alert:* > button:Undo");
  hip_robot_expect_log (robot, FAST, 1);
  hip_robot_expect_n (robot, "list:Runs > list item:*", 2);

  /* All the way back, and forth. */
  hip_robot_press (robot, "<Control>z");
  hip_robot_expect_log (robot, N_RUNS, 1);
  hip_robot_press (robot, "<Control>z");
  hip_robot_expect_log (robot, N_RUNS, 0);
  hip_robot_expect (robot, "label:No Runs Yet");
  hip_robot_press (robot, "<Control><Shift>z");
  hip_robot_press (robot, "<Control><Shift>z");
  hip_robot_expect_log (robot, N_RUNS, 2);
  hip_robot_quit (robot);
}

static void
test_edit (void)
{
  g_autoptr (HipRunner) runner = hip_runner_new ();
  HipRobot *robot = hip_runner_get_robot (runner);

  hip_runner_begin (runner);
  hip_runner_add_run (runner, "2025-06-12", "7", "35:00");
  hip_runner_go_to (runner, "Runs");
  hip_robot_click (robot, "list:Runs > list item:*7.0*km*");
  hip_robot_fill (robot, "dialog:Edit Run > text:Distance*", "8");
  hip_robot_choose (robot, "dialog:Edit Run > combo box:Effort", "6*");
  hip_robot_click (robot, "dialog:Edit Run > button:Save");
  hip_robot_expect_gone (robot, "dialog:Edit Run");
  hip_robot_expect_log (robot, "SELECT count(*) FROM runs WHERE distance_m = 8000 AND effort = 6",
                        1);
  hip_robot_press (robot, "<Control>z");
  hip_robot_expect_log (robot, FAST, 1);
  hip_robot_expect (robot, "list:Runs > list item:*7.0*km*");
  hip_robot_quit (robot);
}

static void
test_shoes (void)
{
  g_autoptr (HipRunner) runner = hip_runner_new ();
  HipRobot *robot = hip_runner_get_robot (runner);

  hip_runner_begin (runner);
  hip_runner_add_shoes (runner, "Pegasus", "0");
  hip_runner_add_run (runner, "2025-06-12", "7", "35:00");
  hip_robot_expect_log (robot, "SELECT count(*) FROM runs WHERE shoe_id IS NOT NULL", 1);
  hip_runner_go_to (runner, "Shoes");
  hip_robot_click (robot, "list:Shoes in use > toggle button:Shoe Menu");
  hip_robot_click (robot, "menu:* > menu item:*#2");
  hip_robot_expect (robot, "list:Retired shoes > list item:Pegasus*");
  hip_robot_press (robot, "<Control>z");
  hip_robot_expect (robot, "list:Shoes in use > list item:Pegasus*");
  hip_robot_expect_log (robot, "SELECT count(*) FROM shoes WHERE retired IS NULL", 1);
  hip_robot_quit (robot);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/undo/delete", test_delete);
  g_test_add_func ("/undo/edit", test_edit);
  g_test_add_func ("/undo/shoes", test_shoes);

  return g_test_run ();
}
