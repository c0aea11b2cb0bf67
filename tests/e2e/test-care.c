// SPDX-License-Identifier: GPL-3.0-or-later
// What is done for the hips: in one tap, in full, on earlier days, and in the calendar.
#include "config.h"

#include "hip-runner.h"
#include "hip-story.h"

#include <string.h>

#define N_CARE    "SELECT count(*) FROM care_entries"
#define KIND(day) "SELECT count(*) FROM care_entries WHERE date = '" day "' AND kind = "
#define TODAY     "2025-06-16"

#define CHOOSE_FOLDER "Choose a Folder for the Files"

static void
test_one_tap (void)
{
  g_autoptr (HipRunner) runner = hip_runner_new ();
  HipRobot *robot = hip_runner_get_robot (runner);

  hip_runner_begin (runner);
  hip_robot_expect_gone (robot, "list:Care today");
  hip_robot_click (robot, "grouping:Today > button:Stretching");
  hip_robot_expect_log (robot, KIND (TODAY) "'stretching' AND minutes IS NULL AND note IS NULL", 1);
  hip_robot_expect (robot, "alert:* > label:“Stretching” logged");
  hip_robot_expect (robot, "list:Care today > list item:Stretching");
  hip_robot_click (robot, "grouping:Today > button:Ice");
  hip_robot_expect_n (robot, "list:Care today > list item:*", 2);
  hip_robot_expect_log (robot, N_CARE, 2);

  hip_robot_click (robot, "alert:* > button:Undo");
  hip_robot_expect_log (robot, N_CARE, 1);
  hip_robot_expect_gone (robot, "list:Care today > list item:Ice");
  hip_robot_press (robot, "<Control>z");
  hip_robot_expect_log (robot, N_CARE, 0);
  hip_robot_expect_gone (robot, "list:Care today");
  hip_robot_press (robot, "<Control><Shift>z");
  hip_robot_expect_log (robot, KIND (TODAY) "'stretching'", 1);
  hip_robot_expect (robot, "list:Care today > list item:Stretching");
  hip_robot_quit (robot);
}

static void
test_dialog (void)
{
  g_autoptr (HipRunner) runner = hip_runner_new ();
  HipRobot *robot = hip_runner_get_robot (runner);

  hip_runner_begin (runner);
  hip_robot_click (robot, "grouping:Today > button:More…");
  /* Nothing is chosen yet, and a day to come cannot be logged. */
  hip_robot_click (robot, "dialog:New Care > button:Add");
  hip_robot_expect (robot, "dialog:New Care > label:*what was done*");
  hip_robot_click (robot, "dialog:New Care > toggle button:Massage");
  hip_robot_fill (robot, "dialog:New Care > text:Date", "2025-06-17");
  hip_robot_expect (robot, "dialog:New Care > label:*still to come*");
  hip_robot_click (robot, "dialog:New Care > button:Add");
  hip_robot_fill (robot, "dialog:New Care > text:Date", TODAY);
  hip_robot_overwrite (robot, "dialog:New Care > spin button:Minutes", "25");
  hip_robot_fill (robot, "dialog:New Care > text:Note", "left side");
  hip_robot_click (robot, "dialog:New Care > button:Add");
  hip_robot_expect_gone (robot, "dialog:New Care");
  hip_robot_expect_log (robot, KIND (TODAY) "'massage' AND minutes = 25 AND note = 'left side'", 1);
  hip_robot_expect (robot, "list:Care today > label:25 minutes · left side");

  /* Corrected: another kind, and no minutes after all. */
  hip_robot_click (robot, "list:Care today > list item:Massage");
  hip_robot_expect_state (robot, "dialog:Edit Care > toggle button:Massage", ATSPI_STATE_PRESSED,
                          TRUE);
  hip_robot_click (robot, "dialog:Edit Care > toggle button:Heat");
  hip_robot_overwrite (robot, "dialog:Edit Care > spin button:Minutes", "0");
  hip_robot_click (robot, "dialog:Edit Care > button:Save");
  hip_robot_expect_gone (robot, "dialog:Edit Care");
  hip_robot_expect_log (robot, KIND (TODAY) "'heat' AND minutes IS NULL AND note = 'left side'", 1);
  hip_robot_expect_log (robot, N_CARE, 1);

  /* Deleted, and back. */
  hip_robot_click (robot, "list:Care today > list item:Heat");
  hip_robot_click (robot, "dialog:Edit Care > button:Delete Entry");
  hip_robot_expect_gone (robot, "dialog:Edit Care");
  hip_robot_expect_log (robot, N_CARE, 0);
  hip_robot_click (robot, "alert:* > button:Undo");
  hip_robot_expect_log (robot, KIND (TODAY) "'heat'", 1);
  hip_robot_expect (robot, "list:Care today > list item:Heat");
  hip_robot_quit (robot);
}

/* A day without a score has its sign in the calendar and its place in the list. */
static void
test_calendar (void)
{
  g_autoptr (HipRunner) runner = hip_runner_new ();
  HipRobot *robot = hip_runner_get_robot (runner);

  hip_runner_begin (runner);
  hip_runner_go_to (runner, "Pain");
  hip_robot_expect_gone (robot, "grouping:Pain > label:Cared for");
  hip_robot_click (robot, "grouping:Pain > button:Add Care");
  hip_robot_click (robot, "dialog:New Care > toggle button:Foam rolling");
  hip_robot_fill (robot, "dialog:New Care > text:Date", "2025-06-10");
  hip_robot_click (robot, "dialog:New Care > button:Add");
  hip_robot_expect_gone (robot, "dialog:New Care");
  hip_robot_expect_log (robot, KIND ("2025-06-10") "'foam-rolling'", 1);
  hip_robot_expect (robot, "grouping:Pain > label:Cared for");
  hip_robot_expect (
      robot, "button:*10 June: left hip not scored, right hip not scored; care: Foam rolling");
  hip_robot_expect (robot, "button:*11 June: left hip not scored, right hip not scored");
  hip_robot_expect_n (robot, "list:Logged days* > list item:*", 2);
  hip_robot_expect (robot, "list:Logged days* > list item:*10 Jun*");
  hip_robot_expect (robot, "list:Logged days* > label:Not scored");

  /* From the list into the entry; the day itself opens the scores. */
  hip_robot_click (robot, "list:Logged days* > list item:Foam rolling");
  hip_robot_expect_text (robot, "dialog:Edit Care > text:Date", "*10*2025");
  hip_robot_click (robot, "dialog:Edit Care > toggle button:Rest");
  hip_robot_click (robot, "dialog:Edit Care > button:Save");
  hip_robot_expect_gone (robot, "dialog:Edit Care");
  hip_robot_expect (robot, "button:*10 June: *; care: Rest");
  hip_robot_click (robot, "list:Logged days* > list item:*10 Jun*");
  hip_robot_click (robot, "dialog:Hip Pain > toggle button:Left hip: 3 of 10");
  hip_robot_click (robot, "dialog:Hip Pain > button:Save");
  hip_robot_expect (robot, "button:*10 June: left hip 3 of 10, right hip not scored; care: Rest");
  hip_robot_expect_gone (robot, "list:Logged days* > label:Not scored");
  hip_robot_quit (robot);
}

static void
activate (HipRobot *robot, const char *path, const char *key)
{
  hip_robot_tab_to (robot, path);
  hip_robot_press (robot, key);
}

static void
test_keyboard (void)
{
  g_autoptr (HipRunner) runner = hip_runner_new ();
  HipRobot *robot = hip_runner_get_robot (runner);

  hip_robot_start (robot, NULL);
  activate (robot, "*:Start an Empty Log", "Return");
  hip_robot_expect (robot, "grouping:Today > button:Main Menu");
  activate (robot, "grouping:Today > button:Foam rolling", "Return");
  hip_robot_expect_log (robot, KIND (TODAY) "'foam-rolling'", 1);
  hip_robot_expect_state (robot, "grouping:Today > button:Foam rolling", ATSPI_STATE_FOCUSED, TRUE);

  hip_robot_press (robot, "<Control><Shift>n");
  hip_robot_expect (robot, "dialog:New Care");
  activate (robot, "dialog:New Care > toggle button:Medicine", "space");
  hip_robot_tab_to (robot, "dialog:New Care > spin button:Minutes");
  hip_robot_type (robot, "7");
  hip_robot_press (robot, "<Control>Return");
  hip_robot_expect_gone (robot, "dialog:New Care");
  hip_robot_expect_log (robot, KIND (TODAY) "'medicine' AND minutes = 7", 1);

  activate (robot, "list:Care today > list item:*", "Return");
  activate (robot, "dialog:Edit Care > toggle button:Ice", "space");
  activate (robot, "dialog:Edit Care > button:Save", "Return");
  hip_robot_expect_gone (robot, "dialog:Edit Care");
  hip_robot_expect_log (robot, KIND (TODAY) "'ice'", 1);
  hip_robot_expect_state (robot, "list:Care today > list item:Ice", ATSPI_STATE_FOCUSED, TRUE);

  /* What was typed is not lost by Escape without being asked. */
  hip_robot_press (robot, "Return");
  activate (robot, "dialog:Edit Care > toggle button:Rest", "space");
  hip_robot_press (robot, "Escape");
  hip_robot_expect (robot, "*:Discard Changes?");
  activate (robot, "button:Discard", "Return");
  hip_robot_expect_gone (robot, "dialog:Edit Care");
  hip_robot_expect_log (robot, KIND (TODAY) "'rest'", 0);
  hip_robot_quit (robot);
}

static void
test_narrow (void)
{
  g_autoptr (HipRunner) runner = hip_runner_new ();
  HipRobot *robot = hip_runner_get_robot (runner);

  hip_runner_begin (runner);
  hip_robot_resize (robot, 360, 640);
  hip_robot_click (robot, "grouping:Today > button:Strength exercises");
  hip_robot_expect_log (robot, N_CARE, 1);
  hip_robot_click (robot, "list:Care today > list item:Strength exercises");
  hip_robot_overwrite (robot, "dialog:Edit Care > spin button:Minutes", "20");
  hip_robot_click (robot, "dialog:Edit Care > button:Save");
  hip_robot_expect_gone (robot, "dialog:Edit Care");
  hip_robot_expect_log (robot, KIND (TODAY) "'strength' AND minutes = 20", 1);
  hip_runner_go_to (runner, "Pain");
  hip_robot_expect (robot, "button:*16 June: *; care: Strength exercises");
  hip_robot_click (robot, "list:Logged days* > list item:Strength exercises");
  hip_robot_click (robot, "dialog:Edit Care > button:Delete Entry");
  hip_robot_expect_gone (robot, "dialog:Edit Care");
  hip_robot_expect_log (robot, N_CARE, 0);
  hip_robot_quit (robot);
}

static void
export_to (HipRobot *robot, const char *folder)
{
  g_autofree char *done = g_strdup_printf ("dialog:Export > label:8 files are now in %s", folder);

  g_mkdir_with_parents (folder, 0700);
  hip_robot_press (robot, "<Control>e");
  hip_robot_click (robot, "dialog:Export > button:Export…");
  hip_robot_choose_file (robot, CHOOSE_FOLDER, folder);
  hip_robot_expect (robot, done);
  hip_robot_click (robot, "dialog:Export > button:Close");
  hip_robot_expect_gone (robot, "dialog:Export");
}

/* What the window logged is what a physiotherapist gets, and comes in again as it was. */
static void
test_csv (void)
{
  static const char expected[] = "date,kind,minutes,note\r\n" TODAY ",foam-rolling,,\r\n" TODAY
                                 ",strength,20,\"clams, bridges\"\r\n";
  g_autoptr (HipStory) story = hip_story_new (TODAY);
  g_autofree char *log = hip_test_dir_path (story->home, "other.db");
  g_autofree char *folder = hip_test_dir_path (story->home, "out");
  g_autofree char *again = hip_test_dir_path (story->home, "again");
  g_autofree char *path = g_build_filename (folder, "care.csv", NULL);
  g_autofree char *path_again = g_build_filename (again, "care.csv", NULL);
  g_autofree char *csv = NULL;
  g_autofree char *csv_again = NULL;

  hip_robot_start (story->robot, NULL);
  hip_robot_click (story->robot, "*:Start an Empty Log");
  hip_robot_click (story->robot, "grouping:Today > button:Foam rolling");
  hip_robot_expect_log (story->robot, N_CARE, 1);
  hip_robot_click (story->robot, "grouping:Today > button:More…");
  hip_robot_click (story->robot, "dialog:New Care > toggle button:Strength exercises");
  hip_robot_overwrite (story->robot, "dialog:New Care > spin button:Minutes", "20");
  hip_robot_fill (story->robot, "dialog:New Care > text:Note", "clams, bridges");
  hip_robot_click (story->robot, "dialog:New Care > button:Add");
  hip_robot_expect_log (story->robot, N_CARE, 2);
  export_to (story->robot, folder);
  hip_robot_quit (story->robot);
  csv = hip_story_read (path, NULL);
  g_assert_cmpstr (csv, ==, expected);

  hip_story_import (story, log, folder);
  hip_story_export (story, log, again);
  csv_again = hip_story_read (path_again, NULL);
  g_assert_cmpstr (csv_again, ==, expected);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/care/one-tap", test_one_tap);
  g_test_add_func ("/care/dialog", test_dialog);
  g_test_add_func ("/care/calendar", test_calendar);
  g_test_add_func ("/care/keyboard", test_keyboard);
  g_test_add_func ("/care/narrow", test_narrow);
  g_test_add_func ("/care/csv", test_csv);

  return g_test_run ();
}
