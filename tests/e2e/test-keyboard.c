// SPDX-License-Identifier: GPL-3.0-or-later
// Every main task by keys alone: the pointer stays where it is.
#include "config.h"

#include "hip-runner.h"

static void
activate (HipRobot *robot, const char *path, const char *key)
{
  hip_robot_tab_to (robot, path);
  hip_robot_press (robot, key);
}

static void
begin (HipRobot *robot)
{
  hip_robot_start (robot, NULL);
  activate (robot, "*:Start an Empty Log", "Return");
  hip_robot_expect (robot, "grouping:Today > button:Main Menu");
}

/* What has the focus, field by field, as a runner types it. */
static void
add_run (HipRobot *robot, const char *date, const char *distance)
{
  hip_robot_press (robot, "<Control>n");
  hip_robot_expect_state (robot, "dialog:New Run > text:Distance*", ATSPI_STATE_FOCUSED, TRUE);
  hip_robot_type (robot, distance);
  hip_robot_tab_to (robot, "dialog:New Run > text:Time*");
  hip_robot_type (robot, "50");
  hip_robot_press (robot, "<Alt>a");
  hip_robot_expect_state (robot, "dialog:New Run > text:Date", ATSPI_STATE_FOCUSED, TRUE);
  hip_robot_press (robot, "<Control>a");
  hip_robot_type (robot, date);
  hip_robot_expect_text (robot, "dialog:New Run > text:Date", date);
  hip_robot_press (robot, "Return");
  hip_robot_expect_gone (robot, "dialog:New Run");
}

static void
test_run (void)
{
  g_autoptr (HipRunner) runner = hip_runner_new ();
  HipRobot *robot = hip_runner_get_robot (runner);

  begin (robot);
  add_run (robot, "2025-06-10", "6.5 mi");
  hip_robot_expect_log (
      robot, "SELECT count(*) FROM runs WHERE distance_m = 10461 AND duration_s = 3000", 1);
  add_run (robot, "2025-06-12", "7,5");
  hip_robot_expect_log (robot, "SELECT count(*) FROM runs WHERE distance_m = 7500", 1);

  /* Search: one of two is left, and Escape brings the other back. */
  hip_robot_press (robot, "<Alt>2");
  hip_robot_expect_n (robot, "list:Runs > list item:*", 2);
  hip_robot_press (robot, "<Control>f");
  hip_robot_type (robot, "2025-06-10");
  hip_robot_expect_n (robot, "list:Runs > list item:*", 1);
  hip_robot_press (robot, "Escape");
  hip_robot_expect_n (robot, "list:Runs > list item:*", 2);

  /* The list is one stop as well. */
  hip_robot_tab_to (robot, "list:Runs > list item:*");
  hip_robot_press (robot, "End");
  hip_robot_expect_state (robot, "list:Runs > list item:*10.5*km*", ATSPI_STATE_FOCUSED, TRUE);
  hip_robot_press (robot, "Home");
  hip_robot_expect_state (robot, "list:Runs > list item:*7.5*km*", ATSPI_STATE_FOCUSED, TRUE);
  hip_robot_press (robot, "Delete");
  hip_robot_expect_n (robot, "list:Runs > list item:*", 1);
  hip_robot_expect_log (robot, "SELECT count(*) FROM runs", 1);
  hip_robot_quit (robot);
}

static void
test_pain (void)
{
  g_autoptr (HipRunner) runner = hip_runner_new ();
  HipRobot *robot = hip_runner_get_robot (runner);

  begin (robot);
  activate (robot, "toggle button:Left hip: 2 of 10", "space");
  hip_robot_expect_log (robot, "SELECT score FROM pain_days WHERE side = 'left'", 2);
  activate (robot, "toggle button:Right hip: 1 of 10", "space");
  hip_robot_expect_log (robot, "SELECT score FROM pain_days WHERE side = 'right'", 1);
  activate (robot, "button:Details…", "Return");
  activate (robot, "dialog:Hip Pain > toggle button:Stiffness", "space");
  activate (robot, "dialog:Hip Pain > button:Save", "Return");
  hip_robot_expect_gone (robot, "dialog:Hip Pain");
  hip_robot_expect_log (robot, "SELECT count(*) FROM pain_days WHERE qualities = 'stiffness'", 1);
  hip_robot_quit (robot);
}

static void
test_warning (void)
{
  g_autoptr (HipRunner) runner = hip_runner_new ();
  HipRobot *robot = hip_runner_get_robot (runner);

  begin (robot);
  add_run (robot, "2025-05-26", "10");
  add_run (robot, "2025-06-02", "10");
  add_run (robot, "2025-06-09", "10");
  add_run (robot, "2025-06-12", "10");
  add_run (robot, "2025-06-16", "14");
  activate (robot, "list:Warnings > list item:14.0*km*", "Return");
  activate (robot, "list:Warnings > button:Training errors", "Return");
  hip_robot_expect (robot, "grouping:Training errors > button:Get Help");
  hip_robot_press (robot, "<Alt>Left");
  hip_robot_expect_gone (robot, "grouping:Training errors > button:Get Help");
  hip_robot_press (robot, "<Alt>1");
  activate (robot, "list:Warnings > button:Dismiss", "Return");
  hip_robot_expect_gone (robot, "list:Warnings > list item:14.0*km*");
  hip_robot_expect_log (robot, "SELECT count(*) FROM dismissals", 1);
  hip_robot_quit (robot);
}

/* The guide is searched, and read, without the pointer as well. */
static void
test_guide (void)
{
  g_autoptr (HipRunner) runner = hip_runner_new ();
  HipRobot *robot = hip_runner_get_robot (runner);

  begin (robot);
  hip_robot_press (robot, "F1");
  hip_robot_expect (robot, "grouping:Guide > button:Main Menu");
  hip_robot_press (robot, "<Control>f");
  hip_robot_type (robot, "shoes");
  activate (robot, "list:Search results > list item:Worn shoes", "Return");
  hip_robot_expect (robot, "grouping:Worn shoes > button:Get Help");
  activate (robot, "button:Get Help", "Return");
  hip_robot_expect (robot, "grouping:When to get help");
  hip_robot_quit (robot);
}

/* One stop for Tab; the arrows go through the views, and the view follows. */
static void
test_sidebar (void)
{
  g_autoptr (HipRunner) runner = hip_runner_new ();
  HipRobot *robot = hip_runner_get_robot (runner);

  begin (robot);
  hip_robot_tab_to (robot, "list:Views > list item:Today");
  hip_robot_press (robot, "Down");
  hip_robot_expect (robot, "grouping:Runs > button:Main Menu");
  hip_robot_expect_state (robot, "list:Views > list item:Runs", ATSPI_STATE_FOCUSED, TRUE);
  hip_robot_press (robot, "Down");
  hip_robot_expect (robot, "grouping:Shoes > button:Main Menu");
  hip_robot_press (robot, "Tab");
  hip_robot_expect_state (robot, "list:Views > list item:Shoes", ATSPI_STATE_FOCUSED, FALSE);
  hip_robot_expect_state (robot, "list:Views > list item:Shoes", ATSPI_STATE_SELECTED, TRUE);
  hip_robot_quit (robot);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/keyboard/run", test_run);
  g_test_add_func ("/keyboard/pain", test_pain);
  g_test_add_func ("/keyboard/warning", test_warning);
  g_test_add_func ("/keyboard/guide", test_guide);
  g_test_add_func ("/keyboard/sidebar", test_sidebar);

  return g_test_run ();
}
