// SPDX-License-Identifier: GPL-3.0-or-later
// From where it hurts to the page to read, by keys alone, by pointer, and from the pain log.
#include "config.h"

#include "hip-runner.h"

#define RESULT "list:Pages that fit > list item:"

static HipRunner *
begin (void)
{
  HipRunner *runner = hip_runner_new ();

  hip_runner_begin (runner);
  hip_runner_go_to (runner, "Guide");
  return runner;
}

static void
press_on (HipRobot *robot, const char *path, const char *key)
{
  hip_robot_tab_to (robot, path);
  hip_robot_press (robot, key);
}

/* The first in the list: whatever it is called, its name must be this. */
static void
expect_first (HipRobot *robot, const char *title)
{
  HipNode *first;

  hip_robot_expect (robot, RESULT "*");
  first = hip_robot_find (robot, RESULT "*");
  g_assert_cmpstr (hip_node_get_name (first), ==, title);
}

static void
test_keys (void)
{
  g_autoptr (HipRunner) runner = begin ();
  HipRobot *robot = hip_runner_get_robot (runner);

  press_on (robot, "list item:Symptom finder", "Return");
  press_on (robot, "toggle button:Top of the pelvis, left hip", "Down");
  hip_robot_expect_state (robot, "toggle button:Side of the hip, left hip", ATSPI_STATE_FOCUSED,
                          TRUE);
  hip_robot_press (robot, "space");
  hip_robot_expect_state (robot, "toggle button:Side of the hip, left hip", ATSPI_STATE_PRESSED,
                          TRUE);
  hip_robot_expect (robot, "label:Chosen: Side of the hip");
  press_on (robot, "button:Next", "Return");
  press_on (robot, "toggle button:Deep ache", "space");
  press_on (robot, "toggle button:At night", "space");
  press_on (robot, "toggle button:When standing", "space");
  press_on (robot, "toggle button:Gradually", "space");
  press_on (robot, "button:Show What Fits", "Return");
  expect_first (robot, "Gluteal tendinopathy");

  /* Reading on, and back to the results, to the answers, and to the picture. */
  press_on (robot, RESULT "Gluteal tendinopathy", "Return");
  hip_robot_expect (robot, "grouping:Gluteal tendinopathy > button:Get Help");
  hip_robot_press (robot, "<Alt>Left");
  expect_first (robot, "Gluteal tendinopathy");
  hip_robot_press (robot, "<Alt>Left");
  hip_robot_expect_state (robot, "toggle button:Deep ache", ATSPI_STATE_PRESSED, TRUE);
  hip_robot_press (robot, "<Alt>Left");
  hip_robot_expect_state (robot, "toggle button:Side of the hip, left hip", ATSPI_STATE_PRESSED,
                          TRUE);
  hip_robot_press (robot, "<Alt>Left");
  hip_robot_expect (robot, "list item:Symptom finder");
  hip_robot_quit (robot);
}

/* A red flag comes before all reading, and so do signs of a bone under stress. */
static void
test_help_first (void)
{
  g_autoptr (HipRunner) runner = begin ();
  HipRobot *robot = hip_runner_get_robot (runner);

  hip_robot_click (robot, "list item:Symptom finder");
  hip_robot_click (robot, "radio button:Right Hip");
  hip_robot_click (robot, "toggle button:Side of the hip, right hip");
  hip_robot_click (robot, "button:Next");
  hip_robot_click (robot, "check box:Fever or feeling ill");
  hip_robot_click (robot, "button:Show What Fits");
  expect_first (robot, "When to get help");
  hip_robot_expect (robot, "label:Have this looked at before you run again: Fever or feeling ill");

  hip_robot_press (robot, "<Alt>Left");
  hip_robot_click (robot, "check box:Fever or feeling ill");
  hip_robot_click (robot, "toggle button:At rest");
  hip_robot_press (robot, "<Alt>Left");
  hip_robot_click (robot, "toggle button:Side of the hip, right hip");
  hip_robot_click (robot, "toggle button:Front of the hip or groin, right hip");
  hip_robot_click (robot, "button:Next");
  hip_robot_click (robot, "button:Show What Fits");
  expect_first (robot, "When to get help");
  hip_robot_expect (robot, "label:Together these can mean a bone stress injury*");
  hip_robot_quit (robot);
}

static void
test_nothing (void)
{
  g_autoptr (HipRunner) runner = begin ();
  HipRobot *robot = hip_runner_get_robot (runner);

  hip_robot_click (robot, "list item:Symptom finder");
  hip_robot_expect (robot, "label:It tells nothing of this hip for the last 14 days.");
  hip_robot_click (robot, "button:Next");
  hip_robot_click (robot, "button:Show What Fits");
  hip_robot_expect (robot, "label:Nothing to Go By Yet");
  hip_robot_quit (robot);
}

static void
test_from_log (void)
{
  g_autoptr (HipRunner) runner = begin ();
  HipRobot *robot = hip_runner_get_robot (runner);

  hip_runner_go_to (runner, "Pain");
  hip_robot_click (robot, "grouping:Pain > button:*10 June*");
  hip_robot_click (robot, "dialog:Hip Pain > radio button:Right Hip");
  hip_robot_click (robot, "dialog:Hip Pain > toggle button:Right hip: 4 of 10");
  hip_robot_click (robot, "dialog:Hip Pain > radio button:Back");
  hip_robot_click (robot, "dialog:Hip Pain > toggle button:Tailbone, right hip");
  hip_robot_click (robot, "dialog:Hip Pain > button:Save");
  hip_robot_expect_gone (robot, "dialog:Hip Pain");
  hip_robot_expect_log (
      robot, "SELECT count(*) FROM pain_days WHERE areas = 'tailbone' AND side = 'right'", 1);
  hip_robot_click (robot, "grouping:Pain > list item:Find pages that fit");
  hip_robot_expect (robot, "label:From your pain log of the right hip, the last 14 days.");
  expect_first (robot, "Tailbone injury");

  /* What the log told can be corrected. */
  hip_robot_press (robot, "<Alt>Left");
  hip_robot_expect_state (robot, "toggle button:Tailbone, right hip", ATSPI_STATE_PRESSED, TRUE);
  hip_robot_quit (robot);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/finder/keys", test_keys);
  g_test_add_func ("/finder/help-first", test_help_first);
  g_test_add_func ("/finder/nothing", test_nothing);
  g_test_add_func ("/finder/from-log", test_from_log);

  return g_test_run ();
}
