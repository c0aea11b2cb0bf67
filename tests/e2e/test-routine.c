// SPDX-License-Identifier: GPL-3.0-or-later
// Guided routines: from the page to the log by keyboard, pausing, skipping, leaving in the middle.
#include "config.h"

#include "hip-runner.h"

#define DIALOG(title) "dialog:" title

/* With a page of the guide before it. */
static HipRunner *
begin_at_page (const char *title)
{
  HipRunner *runner = hip_runner_new ();
  HipRobot *robot = hip_runner_get_robot (runner);
  g_autofree char *row = g_strdup_printf ("list item:%s", title);
  g_autofree char *page = g_strdup_printf ("grouping:%s > button:Start", title);

  hip_runner_begin (runner);
  hip_runner_go_to (runner, "Guide");
  hip_robot_click (robot, row);
  hip_robot_expect (robot, page);
  return runner;
}

/* All by keys: two exercises done by hand, the rest left out, the entry logged and taken back. */
static void
test_by_keyboard (void)
{
  g_autoptr (HipRunner) runner = begin_at_page ("Mobility");
  HipRobot *robot = hip_runner_get_robot (runner);

  hip_robot_tab_to (robot, "grouping:Mobility > button:Start");
  hip_robot_press (robot, "Return");
  hip_robot_expect (robot, DIALOG ("Mobility") " > button:Cancel");
  hip_robot_expect_state (robot, DIALOG ("Mobility") " > button:Start", ATSPI_STATE_FOCUSED, TRUE);
  hip_robot_press (robot, "Return");

  hip_robot_expect (robot, "label:Turning in and out, sitting");
  hip_robot_expect (robot, "label:Left side");
  hip_robot_expect_state (robot, "button:Done", ATSPI_STATE_FOCUSED, TRUE);
  hip_robot_press (robot, "Return");
  hip_robot_expect (robot, "label:Right side");
  hip_robot_press (robot, "space");
  hip_robot_expect (robot, "label:Turning in and out, lying");
  hip_robot_press (robot, "Left");
  hip_robot_expect (robot, "label:Turning in and out, sitting");
  hip_robot_expect (robot, "label:Right side");
  hip_robot_press (robot, "Right");
  hip_robot_expect (robot, "label:Turning in and out, lying");
  for (guint i = 0; i < 6; i++)
    hip_robot_press (robot, "<Alt>Right");

  hip_robot_expect (robot, "label:1 of 4 exercises");
  hip_robot_expect_state (robot, "button:Add to Log", ATSPI_STATE_FOCUSED, TRUE);
  hip_robot_press (robot, "Return");
  hip_robot_expect_gone (robot, DIALOG ("Mobility"));
  hip_robot_expect_log (
      robot,
      "SELECT count(*) FROM care_entries WHERE kind = 'stretching' AND minutes = 1"
      " AND date = '2025-06-16' AND note = 'Mobility'",
      1);
  hip_robot_expect (robot, "label:“Stretching” logged");
  hip_robot_click (robot, "button:Undo");
  hip_robot_expect_log (robot, "SELECT count(*) FROM care_entries", 0);
  hip_robot_quit (robot);
}

/* What is timed waits in a pause, and goes on. */
static void
test_pause (void)
{
  g_autoptr (HipRunner) runner = begin_at_page ("Stretching");
  HipRobot *robot = hip_runner_get_robot (runner);

  hip_robot_click (robot, "grouping:Stretching > button:Start");
  hip_robot_click (robot, DIALOG ("Stretching") " > button:Start");
  hip_robot_expect (robot, "label:Get Ready");
  hip_robot_expect_state (robot, "button:Pause", ATSPI_STATE_FOCUSED, TRUE);
  hip_robot_press (robot, "Right");
  hip_robot_expect (robot, "label:Kneeling hip flexor stretch");
  hip_robot_press (robot, "space");
  hip_robot_expect (robot, "button:Go On");
  hip_robot_press (robot, "space");
  hip_robot_expect (robot, "button:Pause");
  hip_robot_click (robot, "button:Next");
  hip_robot_expect (robot, "label:Change Sides");
  hip_robot_click (robot, "button:Previous");
  hip_robot_expect (robot, "label:Left side");

  /* Nothing is done yet, so there is nothing to ask. */
  hip_robot_press (robot, "Escape");
  hip_robot_expect_gone (robot, DIALOG ("Stretching"));
  hip_robot_expect_log (robot, "SELECT count(*) FROM care_entries", 0);
  hip_robot_quit (robot);
}

/* Closed in the middle: nothing is lost, and it can go on. */
static void
test_leave (void)
{
  g_autoptr (HipRunner) runner = begin_at_page ("Mobility");
  HipRobot *robot = hip_runner_get_robot (runner);

  hip_robot_click (robot, "grouping:Mobility > button:Start");
  hip_robot_click (robot, DIALOG ("Mobility") " > check box:Turning in and out, sitting");
  hip_robot_expect (robot, "label:3 exercises");
  hip_robot_click (robot, DIALOG ("Mobility") " > button:Start");
  hip_robot_expect (robot, "label:Turning in and out, lying");
  hip_robot_click (robot, "button:Done");
  hip_robot_expect (robot, "label:Right side");
  hip_robot_press (robot, "Escape");
  hip_robot_expect (robot, "label:1 of 3 exercises");
  hip_robot_click (robot, "button:Go On");
  hip_robot_expect (robot, "label:Right side");
  hip_robot_click (robot, "button:Stop");
  hip_robot_overwrite (robot, "spin button:Minutes", "12");
  hip_robot_click (robot, "button:Add to Log");
  hip_robot_expect_log (robot, "SELECT minutes FROM care_entries", 12);
  hip_robot_quit (robot);
}

/* One of them, with the words that keep the skin whole; all skipped, there is nothing to log. */
static void
test_ice (void)
{
  g_autoptr (HipRunner) runner = begin_at_page ("Ice and heat");
  HipRobot *robot = hip_runner_get_robot (runner);

  hip_robot_click (robot, "grouping:Ice and heat > button:Start");
  hip_robot_expect (robot, DIALOG ("Ice and heat") " > label:*bare skin*");
  hip_robot_click (robot, DIALOG ("Ice and heat") " > radio button:Heat, only after two days");
  hip_robot_expect (robot, DIALOG ("Ice and heat") " > label:About 15 Minutes");
  hip_robot_click (robot, DIALOG ("Ice and heat") " > button:Start");
  hip_robot_expect (robot, "label:Heat, only after two days");
  hip_robot_expect (robot, DIALOG ("Ice and heat") " > label:*fall asleep*");
  hip_robot_click (robot, "button:Next");
  hip_robot_expect (robot, "label:Nothing to Log");
  hip_robot_expect (robot, "label:0 of 1 exercise");
  hip_robot_expect_state (robot, "button:Add to Log", ATSPI_STATE_SENSITIVE, FALSE);
  hip_robot_click (robot, "button:Discard");
  hip_robot_expect_gone (robot, DIALOG ("Ice and heat"));
  hip_robot_expect_log (robot, "SELECT count(*) FROM care_entries", 0);
  hip_robot_quit (robot);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/routine/by-keyboard", test_by_keyboard);
  g_test_add_func ("/routine/pause", test_pause);
  g_test_add_func ("/routine/leave", test_leave);
  g_test_add_func ("/routine/ice", test_ice);

  return g_test_run ();
}
