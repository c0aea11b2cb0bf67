// SPDX-License-Identifier: GPL-3.0-or-later
// From the first start to a warning, and from there to what helps.
#include "config.h"

#include "hip-runner.h"

#define JUMP "list:Warnings > list item:15.0*km*longest run of the last 30 days"

static void
test_jump (void)
{
  g_autoptr (HipRunner) runner = hip_runner_new ();
  HipRobot *robot = hip_runner_get_robot (runner);

  hip_runner_begin (runner);
  hip_runner_add_shoes (runner, "Pegasus", "100");
  hip_robot_expect (robot, "list:Shoes in use > list item:Pegasus*");
  hip_robot_expect_log (robot, "SELECT start_distance_m FROM shoes WHERE name = 'Pegasus'", 100000);

  hip_runner_add_month (runner);
  hip_robot_expect_log (robot, "SELECT sum(distance_m) FROM runs WHERE shoe_id IS NOT NULL", 40000);
  hip_runner_go_to (runner, "Today");
  hip_robot_expect (robot, "label:Nothing to warn of today.");
  hip_robot_expect (robot, "label:Up to 11.0*km*10.0*km*");

  hip_runner_add_run (runner, "2025-06-16", "15", "1:33");
  hip_robot_expect (robot, JUMP);
  hip_robot_click (robot, JUMP);
  hip_robot_expect_state (robot, JUMP, ATSPI_STATE_EXPANDED, TRUE);

  hip_robot_click (robot, "list:Warnings > button:Overuse");
  hip_robot_expect (robot, "grouping:Guide > grouping:Overuse > button:Get Help");
  hip_robot_click (robot, "grouping:Overuse > list item:Rest and recovery");
  hip_robot_expect (robot, "grouping:Guide > grouping:Rest and recovery > button:Get Help");
  hip_robot_click (robot, "button:Back");
  hip_robot_expect (robot, "grouping:Guide > grouping:Overuse > button:Get Help");

  hip_robot_press (robot, "<Alt>1");
  hip_robot_expect_state (robot, JUMP, ATSPI_STATE_EXPANDED, TRUE);
  hip_robot_click (robot, "list:Warnings > button:Dismiss");
  hip_robot_expect_gone (robot, JUMP);
  hip_robot_expect_log (robot, "SELECT count(*) FROM dismissals WHERE rule = 'long-run-jump'", 1);
  hip_robot_quit (robot);
}

/* Before the run as well: a planned distance is answered at once. */
static void
test_plan (void)
{
  g_autoptr (HipRunner) runner = hip_runner_new ();
  HipRobot *robot = hip_runner_get_robot (runner);

  hip_runner_begin (runner);
  hip_runner_add_month (runner);
  hip_runner_go_to (runner, "Today");
  hip_robot_overwrite (robot, "text:Planned distance", "11");
  hip_robot_expect (robot, "label:No warning would come from this run.");
  hip_robot_overwrite (robot, "text:Planned distance", "11.1");
  hip_robot_expect (robot, "label:11.1*km*longest run of the last 30 days*");
  hip_robot_overwrite (robot, "text:Planned distance", "far");
  hip_robot_expect_gone (robot, "label:11.1*km*longest run*");
  hip_robot_expect_log (robot, "SELECT count(*) FROM runs", 4);
  hip_robot_quit (robot);
}

/* What cannot be is refused with a sentence, and what was typed stays. */
static void
test_refusal (void)
{
  g_autoptr (HipRunner) runner = hip_runner_new ();
  HipRobot *robot = hip_runner_get_robot (runner);

  hip_runner_begin (runner);
  hip_robot_press (robot, "<Control>n");
  hip_robot_fill (robot, "dialog:New Run > text:Distance*", "1000");
  hip_robot_click (robot, "dialog:New Run > button:Add");
  hip_robot_expect (robot, "dialog:New Run > label:*1,000*km*");
  hip_robot_fill (robot, "dialog:New Run > text:Distance*", "10");
  hip_robot_fill (robot, "dialog:New Run > text:Date", "2025-06-17");
  hip_robot_press (robot, "Return");
  hip_robot_expect (robot, "dialog:New Run > label:*future*");
  hip_robot_expect_log (robot, "SELECT count(*) FROM runs", 0);

  hip_robot_press (robot, "Escape");
  hip_robot_click (robot, "button:Keep Editing");
  hip_robot_expect_text (robot, "dialog:New Run > text:Distance*", "10");
  hip_robot_press (robot, "Escape");
  hip_robot_click (robot, "button:Discard");
  hip_robot_expect_gone (robot, "dialog:New Run");
  hip_robot_quit (robot);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/first-log/jump", test_jump);
  g_test_add_func ("/first-log/plan", test_plan);
  g_test_add_func ("/first-log/refusal", test_refusal);

  return g_test_run ();
}
