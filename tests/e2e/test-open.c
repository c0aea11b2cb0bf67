// SPDX-License-Identifier: GPL-3.0-or-later
// Files that come from outside: named on the command line, or opened with HipLog by the desktop.
#include "config.h"

#include <gio/gio.h>

#include "hip-story.h"

#define TODAY "2025-08-26"

#define RUNS "date,distance_m,duration_s\n2025-08-18,10000,3000\n2025-08-20,12500,3600\n"
#define MORE "date,distance_m,duration_s\n2025-08-23,18000,5400\n"

#define COUNT_RUNS "SELECT count(*) FROM runs"

static HipStory *
story_new (void)
{
  HipStory *story = hip_story_new (TODAY);
  g_autofree char *runs = hip_test_dir_write (story->home, "here/runs.csv", RUNS);
  g_autofree char *more = hip_test_dir_write (story->home, "here/more/runs.csv", MORE);

  return story;
}

/* Names are those of a folder; in it are runs.csv, with two runs, and a folder with one. */
static void
start_with (HipStory *story, const char *argument)
{
  const char *arguments[] = { argument, NULL };
  g_autofree char *folder = hip_test_dir_path (story->home, "here");

  hip_robot_start_in (story->robot, folder, arguments);
}

static void
run_with (HipStory *story, const char *argument)
{
  const char *arguments[] = { argument, NULL };
  g_autofree char *folder = hip_test_dir_path (story->home, "here");

  g_assert_cmpint (hip_robot_run (story->robot, folder, arguments, NULL), ==, 0);
}

static void
expect_refusal (HipStory *story, const char *const *arguments, int status, const char *pattern)
{
  g_autofree char *folder = hip_test_dir_path (story->home, "here");
  g_autofree char *complaints = NULL;

  g_assert_cmpint (hip_robot_run (story->robot, folder, arguments, &complaints), ==, status);
  if (!g_pattern_match_simple (pattern, complaints))
    g_error ("Not “%s”: %s", pattern, complaints);
}

/* As a file manager does it. */
static void
open_by_desktop (HipStory *story, const char *name)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autofree char *path = hip_test_dir_path (story->home, name);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  const char *uris[] = { uri, NULL };
  g_autoptr (GVariant) answer = NULL;
  g_autoptr (GError) error = NULL;

  answer = g_dbus_connection_call_sync (
      bus, "org.example.HipLog", "/org/example/HipLog", "org.freedesktop.Application", "Open",
      g_variant_new ("(^as@a{sv})", uris, g_variant_new ("a{sv}", NULL)), NULL,
      G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
}

static void
begin_log (HipStory *story)
{
  hip_robot_start (story->robot, NULL);
  hip_robot_click (story->robot, "list item:Start an Empty Log");
  hip_robot_expect (story->robot, "button:Details…");
}

static void
expect_runs (HipStory *story, guint n)
{
  g_autofree char *count = g_strdup_printf ("dialog:Import > list item:New runs > label:%u", n);

  hip_robot_expect (story->robot, count);
}

static void
accept (HipStory *story, guint n)
{
  expect_runs (story, n);
  hip_robot_click (story->robot, "dialog:Import > button:Import");
  hip_robot_click (story->robot, "dialog:Import > button:Close");
  hip_robot_expect_gone (story->robot, "dialog:Import");
}

/* The review comes up by itself, over the log that is there. */
static void
test_argument (void)
{
  g_autoptr (HipStory) story = story_new ();
  g_autofree char *log = hip_story_dup_log (story);
  g_autofree char *more = hip_test_dir_path (story->home, "here/more");

  hip_story_import (story, log, more);
  start_with (story, "runs.csv");
  expect_runs (story, 2);
  hip_robot_expect_log (story->robot, COUNT_RUNS, 1);
  accept (story, 2);
  hip_robot_expect_log (story->robot, COUNT_RUNS, 3);
  hip_robot_expect (story->robot, "alert:* > button:Undo");
  hip_robot_quit (story->robot);
}

/* Who begins with a file begins a log of their own. */
static void
test_first_start (void)
{
  g_autoptr (HipStory) story = story_new ();

  start_with (story, "./more");
  accept (story, 1);
  hip_robot_expect_log (story->robot, COUNT_RUNS, 1);
  hip_robot_expect_gone (story->robot, "label:This is a sample log of a made-up runner");
  hip_robot_quit (story->robot);
}

/* Nothing is opened, and nothing begun, by what cannot be meant. */
static void
test_refused (void)
{
  static const char *const missing[] = { "runs.csv", "rnus.csv", NULL };
  static const char *const sample[] = { "--sample", "runs.csv", NULL };
  g_autoptr (HipStory) story = story_new ();
  g_autofree char *log = hip_story_dup_log (story);

  expect_refusal (story, missing, 1,
                  "There is no file or folder “rnus.csv”.\nNothing was opened.\n");
  expect_refusal (story, sample, 2, "Files are not imported into the sample log.*--sample*\n");
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));

  begin_log (story);
  expect_refusal (story, missing, 1,
                  "There is no file or folder “rnus.csv”.\nNothing was opened.\n");
  hip_robot_expect_gone (story->robot, "dialog:Import");
  hip_robot_quit (story->robot);
}

/* The window that is open takes them; a second file joins the first in the review. */
static void
test_second_start (void)
{
  g_autoptr (HipStory) story = story_new ();

  begin_log (story);
  run_with (story, "runs.csv");
  expect_runs (story, 2);
  run_with (story, "more");
  accept (story, 3);
  hip_robot_expect_log (story->robot, COUNT_RUNS, 3);
  run_with (story, "more");
  hip_robot_expect (story->robot, "dialog:Import > list item:Already in the log > label:1 *");
  hip_robot_press (story->robot, "Escape");
  hip_robot_expect_gone (story->robot, "dialog:Import");
  hip_robot_quit (story->robot);
}

/* On the welcome page, too. */
static void
test_welcome (void)
{
  g_autoptr (HipStory) story = story_new ();

  hip_robot_start (story->robot, NULL);
  hip_robot_expect (story->robot, "list item:Start an Empty Log");
  open_by_desktop (story, "here/runs.csv");
  accept (story, 2);
  hip_robot_expect_log (story->robot, COUNT_RUNS, 2);
  hip_robot_quit (story->robot);
}

/* What is typed in a dialog stays; the files come when it is closed. */
static void
test_dialog (void)
{
  g_autoptr (HipStory) story = story_new ();
  HipRobot *robot = story->robot;

  begin_log (story);
  hip_robot_press (robot, "<Control>n");
  hip_robot_fill (robot, "dialog:New Run > text:Distance*", "10");
  run_with (story, "runs.csv");
  open_by_desktop (story, "here/more");
  hip_robot_expect (robot, "label:The file is imported once this dialog is closed");
  hip_robot_expect_text (robot, "dialog:New Run > text:Distance*", "10");
  hip_robot_expect_gone (robot, "dialog:Import");

  hip_robot_press (robot, "Escape");
  hip_robot_click (robot, "button:Keep Editing");
  hip_robot_expect_text (robot, "dialog:New Run > text:Distance*", "10");
  hip_robot_expect_gone (robot, "dialog:Import");
  hip_robot_click (robot, "dialog:New Run > button:Add");
  accept (story, 3);
  hip_robot_expect_log (robot, COUNT_RUNS, 4);
  hip_robot_quit (robot);
}

/* Somebody's runs never end among those of the made-up runner. */
static void
test_sample (void)
{
  g_autoptr (HipStory) story = story_new ();
  g_autofree char *log = hip_story_dup_log (story);

  hip_robot_start (story->robot, "--sample");
  hip_robot_expect (story->robot, "label:This is a sample log of a made-up runner");
  open_by_desktop (story, "here/runs.csv");
  accept (story, 2);
  hip_robot_expect_gone (story->robot, "label:This is a sample log of a made-up runner");
  hip_robot_expect_log (story->robot, COUNT_RUNS, 2);
  hip_robot_quit (story->robot);
  g_assert_cmpint (hip_story_query (log, COUNT_RUNS), ==, 2);
}

/* What a file manager names and is gone by now is told in the review. */
static void
test_gone (void)
{
  g_autoptr (HipStory) story = story_new ();

  begin_log (story);
  open_by_desktop (story, "here/gone.fit");
  expect_runs (story, 0);
  hip_robot_expect (story->robot, "dialog:Import > label:gone.fit");
  hip_robot_press (story->robot, "Escape");
  hip_robot_expect_gone (story->robot, "dialog:Import");
  hip_robot_quit (story->robot);
}

/* While they hover, the window says what becomes of them. */
static void
test_drop (void)
{
  g_autoptr (HipStory) story = story_new ();
  g_autofree char *runs = hip_test_dir_path (story->home, "here/runs.csv");

  begin_log (story);
  hip_robot_expect_gone (story->robot, "label:Drop to Import");
  hip_robot_drag (story->robot, runs);
  hip_robot_expect (story->robot, "label:Drop to Import");
  g_assert_true (hip_robot_drop (story->robot));
  hip_robot_expect_gone (story->robot, "label:Drop to Import");
  accept (story, 2);
  hip_robot_expect_log (story->robot, COUNT_RUNS, 2);
  hip_robot_quit (story->robot);
}

/* Who has no log yet begins one with them. */
static void
test_drop_on_welcome (void)
{
  g_autoptr (HipStory) story = story_new ();
  g_autofree char *runs = hip_test_dir_path (story->home, "here/runs.csv");

  hip_robot_start (story->robot, NULL);
  hip_robot_expect (story->robot, "list item:Start an Empty Log");
  hip_robot_drag (story->robot, runs);
  hip_robot_expect (story->robot, "label:Drop to Import");
  g_assert_true (hip_robot_drop (story->robot));
  accept (story, 2);
  hip_robot_expect_log (story->robot, COUNT_RUNS, 2);
  hip_robot_quit (story->robot);
}

/* A form that is being filled in neither takes files nor goes away for them. */
static void
test_drop_on_dialog (void)
{
  g_autoptr (HipStory) story = story_new ();
  HipRobot *robot = story->robot;
  g_autofree char *runs = hip_test_dir_path (story->home, "here/runs.csv");

  begin_log (story);
  hip_robot_press (robot, "<Control>n");
  hip_robot_fill (robot, "dialog:New Run > text:Distance*", "10");
  hip_robot_drag (robot, runs);
  g_assert_false (hip_robot_drop (robot));
  hip_robot_expect_text (robot, "dialog:New Run > text:Distance*", "10");
  hip_robot_click (robot, "dialog:New Run > button:Add");
  hip_robot_expect_log (robot, COUNT_RUNS, 1);
  hip_robot_expect_gone (robot, "dialog:*");
  hip_robot_quit (robot);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/open/argument", test_argument);
  g_test_add_func ("/open/first-start", test_first_start);
  g_test_add_func ("/open/refused", test_refused);
  g_test_add_func ("/open/second-start", test_second_start);
  g_test_add_func ("/open/welcome", test_welcome);
  g_test_add_func ("/open/dialog", test_dialog);
  g_test_add_func ("/open/sample", test_sample);
  g_test_add_func ("/open/gone", test_gone);

  g_test_add_func ("/open/drop", test_drop);
  g_test_add_func ("/open/drop-on-welcome", test_drop_on_welcome);
  g_test_add_func ("/open/drop-on-dialog", test_drop_on_dialog);

  return g_test_run ();
}
