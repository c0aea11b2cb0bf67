// SPDX-License-Identifier: GPL-3.0-or-later
// What is there the next time: the runner's log as it was left, nothing of the sample, and a log
// that cannot be opened untouched.
#include "config.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "hip-story.h"

#define TODAY "2025-08-26"

static HipStory *
begin_empty (void)
{
  HipStory *story = hip_story_new (TODAY);

  hip_robot_start (story->robot, NULL);
  hip_robot_click (story->robot, "list item:Start an Empty Log");
  hip_robot_expect (story->robot, "grouping:Today > button:Details…");
  return story;
}

static void
add_run (HipStory *story, const char *distance, const char *duration)
{
  hip_robot_press (story->robot, "<Control>n");
  hip_robot_fill (story->robot, "dialog:New Run > text:Distance (km)", distance);
  hip_robot_fill (story->robot, "dialog:New Run > text:Time (h:mm:ss)", duration);
  hip_robot_click (story->robot, "dialog:New Run > button:Add");
  hip_robot_expect_gone (story->robot, "dialog:New Run");
}

static void
score (HipStory *story)
{
  hip_robot_click (story->robot, "grouping:Today > toggle button:Left hip: 2 of 10");
  hip_robot_expect_log (story->robot, "SELECT score FROM pain_days WHERE side = 'left'", 2);
  hip_robot_click (story->robot, "grouping:Today > toggle button:Right hip: 0 of 10");
  hip_robot_expect_log (story->robot, "SELECT score FROM pain_days WHERE side = 'right'", 0);
}

static void
expect_size (HipStory *story, int width, int height)
{
  int now_width, now_height;

  hip_robot_get_size (story->robot, &now_width, &now_height);
  if (now_width != width || now_height != height)
    hip_robot_fail (story->robot, "The window was %d×%d and is now %d×%d.", width, height,
                    now_width, now_height);
}

static void
test_everything_there (void)
{
  g_autoptr (HipStory) story = begin_empty ();

  add_run (story, "10,5", "1:02:30");
  score (story);
  hip_robot_show_view (story->robot, 2);
  hip_robot_expect (story->robot, "grouping:Runs > list item:*10.5?km, 1:02:30*");
  hip_robot_resize (story->robot, 900, 650);
  hip_robot_quit (story->robot);
  g_assert_cmpint (hip_robot_query_log (story->robot,
                                        "SELECT distance_m FROM runs WHERE date = '" TODAY "'"
                                        " AND duration_s = 3750"),
                   ==, 10500);

  hip_robot_start (story->robot, NULL);
  hip_robot_expect (story->robot, "grouping:Runs > list item:*10.5?km, 1:02:30*");
  hip_robot_expect_state (story->robot, "list:Views > list item:Runs", ATSPI_STATE_SELECTED, TRUE);
  expect_size (story, 900, 650);
  hip_robot_show_view (story->robot, 1);
  hip_robot_expect (story->robot, "grouping:Today > *:Left 2 of 10, right 0 of 10*");
  hip_robot_quit (story->robot);
}

static void
test_closed_by_its_button (void)
{
  g_autoptr (HipStory) story = begin_empty ();

  add_run (story, "8", "48:00");
  hip_robot_click (story->robot, "button:Close");
  hip_robot_expect_end (story->robot);
  g_assert_cmpint (hip_robot_query_log (story->robot, "SELECT distance_m FROM runs"), ==, 8000);

  hip_robot_start (story->robot, NULL);
  hip_robot_expect (story->robot, "grouping:Today > button:Details…");
  hip_robot_show_view (story->robot, 2);
  hip_robot_expect (story->robot, "grouping:Runs > list item:*8.0?km, 48:00*");
  hip_robot_quit (story->robot);
}

/* Neither write-ahead log nor journal stays behind a program that quit. */
static void
test_file_is_whole (void)
{
  g_autoptr (HipStory) story = begin_empty ();
  g_autofree char *log = hip_story_dup_log (story);
  g_autofree char *wal = g_strconcat (log, "-wal", NULL);
  g_autofree char *folder = g_path_get_dirname (log);
  GStatBuf status;

  add_run (story, "5", "30:00");
  hip_robot_quit (story->robot);
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_stat (log, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (folder, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);
}

/* The sample */

static void
expect_nothing_kept (HipStory *story)
{
  g_autofree char *data = hip_robot_dup_path (story->robot, "data");
  g_autofree char *log = hip_story_dup_log (story);
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  dir = g_dir_open (data, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_cmpstr (name, ==, "nothing");
}

static void
expect_welcome (HipStory *story)
{
  hip_robot_expect (story->robot, "label:Welcome to HipLog");
  hip_robot_expect_gone (story->robot, "label:This is a sample log of a made-up runner");
}

static void
test_sample (void)
{
  g_autoptr (HipStory) story = hip_story_new (TODAY);

  hip_robot_start (story->robot, NULL);
  hip_robot_click (story->robot, "list item:Look Around in a Sample Log");
  hip_robot_expect (story->robot, "label:This is a sample log of a made-up runner");
  add_run (story, "3", "20:00");
  hip_robot_expect (story->robot, "alert:* > button:Undo");
  expect_nothing_kept (story);
  hip_robot_click (story->robot, "button:Leave the Sample");
  expect_welcome (story);
  expect_nothing_kept (story);
  hip_robot_quit (story->robot);

  hip_robot_start (story->robot, NULL);
  expect_welcome (story);
  hip_robot_quit (story->robot);
  expect_nothing_kept (story);
}

/* Looking at the sample does not reach into a log that is there. */
static void
test_sample_beside_log (void)
{
  g_autoptr (HipStory) story = begin_empty ();

  add_run (story, "7", "42:00");
  hip_robot_show_view (story->robot, 2);
  hip_robot_expect (story->robot, "grouping:Runs > list item:*7.0?km*");
  hip_robot_quit (story->robot);

  hip_robot_start (story->robot, "--sample");
  hip_robot_expect (story->robot, "label:This is a sample log of a made-up runner");
  add_run (story, "3", "20:00");
  hip_robot_show_view (story->robot, 3);
  hip_robot_expect (story->robot, "grouping:Shoes > button:Main Menu");
  g_assert_cmpint (hip_robot_query_log (story->robot, "SELECT sum(distance_m) FROM runs"), ==,
                   7000);
  hip_robot_click (story->robot, "button:Leave the Sample");
  hip_robot_expect (story->robot, "grouping:Runs > list item:*7.0?km*");
  hip_robot_expect_n (story->robot, "grouping:Runs > list item:*?km*", 1);
  hip_robot_quit (story->robot);
}

/* A log that cannot be opened */

static void
expect_refused (HipStory *story, const char *bytes, gsize length, const char *advice)
{
  g_autofree char *log = hip_story_dup_log (story);
  g_autofree char *sentence = g_strdup_printf ("label:%s", advice);
  g_autofree char *after = NULL;
  gsize after_length;

  hip_robot_start (story->robot, NULL);
  hip_robot_expect (story->robot, "label:The Log Could Not Be Opened");
  hip_robot_expect (story->robot, sentence);
  hip_robot_click (story->robot, "button:Try Again");
  hip_robot_expect (story->robot, sentence);
  hip_robot_quit (story->robot);

  after = hip_story_read (log, &after_length);
  g_assert_cmpmem (after, after_length, bytes, length);
}

static void
test_garbage (void)
{
  g_autoptr (HipStory) story = hip_story_new (TODAY);
  const char *garbage = "This was a log before the disk was full of something else.\n";
  g_autofree char *log = hip_test_dir_write (story->home, "data/hiplog/log.db", garbage);

  expect_refused (story, garbage, strlen (garbage), "This file is not a HipLog log. Choose*");
}

static void
test_newer (void)
{
  g_autoptr (HipStory) story = begin_empty ();
  g_autofree char *log = hip_story_dup_log (story);
  g_autofree char *bytes = NULL;
  gsize length;

  add_run (story, "7", "42:00");
  hip_robot_quit (story->robot);
  hip_story_execute (log, "PRAGMA user_version = 1000");
  bytes = hip_story_read (log, &length);
  expect_refused (story, bytes, length, "This log was written by a newer HipLog *Update HipLog*");
}

/* Half of it is lost: neither opened as if it were whole, nor made worse. */
static void
test_cut (void)
{
  g_autoptr (HipStory) story = begin_empty ();
  g_autofree char *log = hip_story_dup_log (story);
  g_autofree char *bytes = NULL;
  gsize length;

  add_run (story, "7", "42:00");
  hip_robot_quit (story->robot);
  bytes = hip_story_read (log, &length);
  g_file_set_contents (log, bytes, length / 2, NULL);
  expect_refused (story, bytes, length / 2, "*");
}

/* Once the cause is gone, Try Again opens the log. */
static void
test_try_again (void)
{
  g_autofree char *back = NULL;
  gint64 version;
  g_autoptr (HipStory) story = begin_empty ();
  g_autofree char *log = hip_story_dup_log (story);

  add_run (story, "7", "42:00");
  hip_robot_quit (story->robot);
  version = hip_story_query (log, "PRAGMA user_version");
  back = g_strdup_printf ("PRAGMA user_version = %d", (int) version);
  hip_story_execute (log, "PRAGMA user_version = 1000");
  hip_robot_start (story->robot, NULL);
  hip_robot_expect (story->robot, "label:The Log Could Not Be Opened");
  hip_story_execute (log, back);
  hip_robot_click (story->robot, "button:Try Again");
  hip_robot_expect (story->robot, "grouping:Today > button:Details…");
  hip_robot_show_view (story->robot, 2);
  hip_robot_expect (story->robot, "grouping:Runs > list item:*7.0?km*");
  hip_robot_quit (story->robot);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/restart/everything-there", test_everything_there);
  g_test_add_func ("/restart/closed-by-its-button", test_closed_by_its_button);
  g_test_add_func ("/restart/file-is-whole", test_file_is_whole);
  g_test_add_func ("/restart/sample", test_sample);
  g_test_add_func ("/restart/sample-beside-log", test_sample_beside_log);
  g_test_add_func ("/restart/garbage", test_garbage);
  g_test_add_func ("/restart/newer", test_newer);
  g_test_add_func ("/restart/cut", test_cut);
  g_test_add_func ("/restart/try-again", test_try_again);

  return g_test_run ();
}
