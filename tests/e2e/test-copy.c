// SPDX-License-Identifier: GPL-3.0-or-later
// Tables go to the clipboard, and come out of it as a spreadsheet takes them.
#include "config.h"

#include "hip-story.h"

#define TODAY "2025-06-16"

#define RUNS                                                                                       \
  "date,distance_m,duration_s,title,shoe\n"                                                        \
  "2025-06-10,10500,3130,Round the lake,Blue\n2025-06-12,8000,,'=Hills,Blue\n"
#define PAIN "date,side,score,note\n2025-06-10,left,4,\n2025-06-10,right,1,after the lake\n"

#define RUN_TITLES "Date\tRun\tDistance (km)\tTime\tPace (/km)\tShoes\tPain\n"
#define LAKE       "2025-06-10\tRound the lake\t10.5\t0:52:10\t0:04:58\tBlue\t4\n"
#define HILLS      "2025-06-12\t'=Hills\t8\t\t\tBlue\t\n"

static HipStory *
begin (void)
{
  HipStory *story = hip_story_new (TODAY);

  hip_story_make_log (story, RUNS, PAIN);
  hip_robot_start (story->robot, NULL);
  hip_robot_expect (story->robot, "button:Details…");
  return story;
}

/* What somebody else would paste. */
static void
expect_clipboard (HipRobot *robot, const char *text)
{
  hip_robot_press (robot, "<Control>n");
  hip_robot_click (robot, "dialog:New Run > text:Note");
  hip_robot_press (robot, "<Control>v");
  hip_robot_expect_text (robot, "dialog:New Run > text:Note", text);
  hip_robot_press (robot, "Escape");
  hip_robot_click (robot, "button:Discard");
  hip_robot_expect_gone (robot, "dialog:New Run");
}

/* All that are listed by the button; the one the keyboard is on by the shortcut or its menu. */
static void
test_runs (void)
{
  g_autoptr (HipStory) story = begin ();
  HipRobot *robot = story->robot;

  hip_robot_show_view (robot, 2);
  hip_robot_click (robot, "grouping:Runs > button:Copy Runs");
  hip_robot_expect (robot, "label:2 runs copied");
  expect_clipboard (robot, RUN_TITLES HILLS LAKE);

  hip_robot_tab_to (robot, "list:Runs > list item:=Hills*");
  hip_robot_press (robot, "Down");
  hip_robot_expect_state (robot, "list:Runs > list item:Round*", ATSPI_STATE_FOCUSED, TRUE);
  hip_robot_press (robot, "<Control>c");
  hip_robot_expect (robot, "label:1 run copied");
  expect_clipboard (robot, RUN_TITLES LAKE);

  hip_robot_click (robot, "list:Runs > list item:=Hills* > toggle button:Run Menu");
  hip_robot_click (robot, "menu:* > menu item:*#3");
  hip_robot_expect_gone (robot, "menu:*");
  expect_clipboard (robot, RUN_TITLES HILLS);
  hip_robot_quit (robot);
}

/* A search narrows the list; in its field the shortcut is for what is typed there. */
static void
test_search (void)
{
  g_autoptr (HipStory) story = begin ();
  HipRobot *robot = story->robot;

  hip_robot_show_view (robot, 2);
  hip_robot_press (robot, "<Control>f");
  hip_robot_type (robot, "lake");
  hip_robot_expect_gone (robot, "list:Runs > list item:=Hills*");
  hip_robot_click (robot, "grouping:Runs > button:Copy Runs");
  hip_robot_expect (robot, "label:1 run copied");
  hip_robot_overwrite (robot, "entry:Search runs", "2025");
  hip_robot_expect (robot, "list:Runs > list item:=Hills*");
  hip_robot_press (robot, "<Control>c");
  expect_clipboard (robot, RUN_TITLES LAKE);
  hip_robot_overwrite (robot, "entry:Search runs", "nothing such");
  hip_robot_expect_state (robot, "grouping:Runs > button:Copy Runs", ATSPI_STATE_SENSITIVE, FALSE);
  hip_robot_quit (robot);
}

static void
test_shoes_and_pain (void)
{
  g_autoptr (HipStory) story = begin ();
  HipRobot *robot = story->robot;

  hip_robot_show_view (robot, 3);
  hip_robot_click (robot, "grouping:Shoes > button:Copy Shoes");
  hip_robot_expect (robot, "label:Shoes copied");
  expect_clipboard (robot, "Name\tBrand\tModel\tDistance (km)\tCheck At (km)\tReplace At (km)\t"
                           "Retired\nBlue\t\t\t18.5\t480\t800\t\n");
  hip_robot_show_view (robot, 4);
  hip_robot_press (robot, "<Control>c");
  hip_robot_expect (robot, "label:Days copied");
  expect_clipboard (robot, "Date\tLeft\tRight\tLeft in Detail\tRight in Detail\tCare\n"
                           "2025-06-10\t4\t1\t\tafter the lake\t\n");
  hip_robot_quit (robot);
}

static void
test_chart (void)
{
  g_autoptr (HipStory) story = begin ();
  HipRobot *robot = story->robot;

  hip_robot_show_view (robot, 5);
  hip_robot_click (robot, "grouping:Trends > toggle button:Chart Menu");
  hip_robot_click (robot, "menu:* > menu item:*#1");
  hip_robot_click (robot, "dialog:Distance and Pain > button:Copy Table");
  hip_robot_expect (robot, "dialog:Distance and Pain > label:Table copied");
  hip_robot_press (robot, "Escape");
  hip_robot_expect_gone (robot, "dialog:Distance and Pain");
  expect_clipboard (robot,
                    "Week of\tDistance (km)\tHighest of 4 weeks (km)\tLimit (km)\tMean pain\n"
                    "*2025-06-0?\t18.5\t*\t4.0\n");
  hip_robot_quit (robot);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/copy/runs", test_runs);
  g_test_add_func ("/copy/search", test_search);
  g_test_add_func ("/copy/shoes-and-pain", test_shoes_and_pain);
  g_test_add_func ("/copy/chart", test_chart);

  return g_test_run ();
}
