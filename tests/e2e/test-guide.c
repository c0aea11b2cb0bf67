// SPDX-License-Identifier: GPL-3.0-or-later
// From a warning to what is behind it, on to other pages, back and forth, and to help.
#include "config.h"

#include "hip-runner.h"

/* A month of 10 km, and 21 km today. */
static HipRunner *
begin_after_a_jump (void)
{
  HipRunner *runner = hip_runner_new ();

  hip_runner_begin (runner);
  hip_runner_add_month (runner);
  hip_runner_add_run (runner, "2025-06-16", "21", "2:00:00");
  return runner;
}

static void
test_mentions (void)
{
  g_autoptr (HipRunner) runner = begin_after_a_jump ();
  HipRobot *robot = hip_runner_get_robot (runner);

  hip_robot_click (robot, "list:Warnings > list item:*longer than your longest run*");
  hip_robot_click (robot, "list:Warnings > button:Training errors");
  hip_robot_expect (robot, "label:In Your Log");
  hip_robot_click (robot, "list item:*longer than your longest run*");
  hip_robot_expect (robot, "grouping:Today > list:Warnings");
  hip_runner_go_to (runner, "Guide");
  hip_robot_quit (robot);
}

static void
test_back_and_forth (void)
{
  g_autoptr (HipRunner) runner = hip_runner_new ();
  HipRobot *robot = hip_runner_get_robot (runner);

  hip_runner_begin (runner);
  hip_runner_go_to (runner, "Guide");
  hip_robot_click (robot, "list item:Worn shoes");
  hip_robot_expect (robot, "button:Print");
  hip_robot_click (robot, "list item:Looking after your shoes");
  hip_robot_expect_gone (robot, "heading:What your log can show");
  hip_robot_press (robot, "<Alt>Left");
  hip_robot_expect (robot, "heading:What your log can show");
  hip_robot_press (robot, "<Alt>Right");
  hip_robot_expect_gone (robot, "heading:What your log can show");
  hip_robot_press (robot, "<Alt>Left");
  hip_robot_press (robot, "<Alt>Left");
  hip_robot_expect (robot, "list item:Worn shoes");
  hip_robot_quit (robot);
}

/* The signs can be gone through, and the log be written for whoever helps. */
static void
test_get_help (void)
{
  g_autoptr (HipRunner) runner = hip_runner_new ();
  HipRobot *robot = hip_runner_get_robot (runner);

  hip_runner_begin (runner);
  hip_runner_add_run (runner, "2025-06-16", "10", "1:00:00");
  hip_runner_go_to (runner, "Guide");
  hip_robot_click (robot, "list item:When to get help");
  hip_robot_click (robot, "button:Export Your Log for Them…");
  hip_robot_expect (robot, "dialog:Export");
  hip_robot_press (robot, "Escape");
  hip_robot_expect_gone (robot, "dialog:Export");
  hip_robot_click (robot, "button:Go Through the Signs…");
  hip_robot_click (robot, "dialog:A Few Questions > check box:Do you need painkillers to run?");
  hip_robot_expect (robot, "dialog:A Few Questions > label:Make an appointment*");
  hip_robot_click (robot, "dialog:A Few Questions > button:Save");
  hip_robot_expect_log (robot, "SELECT count(*) FROM screenings WHERE yes = 'painkillers'", 1);
  hip_robot_quit (robot);
}

/* The signs on the page are a list to be ticked, which tells at once how soon, and can be kept. */
static void
test_checklist (void)
{
  g_autoptr (HipRunner) runner = hip_runner_new ();
  HipRobot *robot = hip_runner_get_robot (runner);

  hip_runner_begin (runner);
  hip_runner_go_to (runner, "Guide");
  hip_robot_click (robot, "list item:When to get help");
  hip_robot_expect_gone (robot, "label:*signs ticked*");
  hip_robot_click (robot, "check box:*painkillers to run*");
  hip_robot_expect (robot, "label:1 sign ticked. Make an appointment.");
  hip_robot_click (robot, "check box:*after a fall or a blow*");
  hip_robot_expect (robot, "label:2 signs ticked. Stop running today*");
  hip_robot_click (robot, "button:Keep in My Log");
  hip_robot_expect_log (
      robot, "SELECT count(*) FROM screenings WHERE yes = 'fall;painkillers' AND asked = yes", 1);
  /* A fall leads to pages, too, that the warning has no room to name. */
  hip_robot_expect (robot, "label:In Your Log");
  hip_robot_click (robot, "list item:Hip pointer");
  hip_robot_expect (robot, "list item:*fall or a blow*");
  hip_robot_quit (robot);
}

/* What the app shows leads to the page that explains it. */
static void
test_links (void)
{
  g_autoptr (HipRunner) runner = hip_runner_new ();
  HipRobot *robot = hip_runner_get_robot (runner);

  hip_runner_begin (runner);
  hip_robot_click (robot, "grouping:Today > button:Why These Limits?");
  hip_robot_expect (robot, "heading:Building up gradually");
  hip_runner_add_shoes (runner, "Old Faithful", "400");
  hip_runner_go_to (runner, "Shoes");
  hip_robot_click (robot, "grouping:Shoes > button:When Are Shoes Worn Out?");
  hip_robot_expect (robot, "heading:Worn shoes");
  hip_robot_quit (robot);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/guide/mentions", test_mentions);
  g_test_add_func ("/guide/back-and-forth", test_back_and_forth);
  g_test_add_func ("/guide/get-help", test_get_help);
  g_test_add_func ("/guide/checklist", test_checklist);
  g_test_add_func ("/guide/links", test_links);

  return g_test_run ();
}
