// SPDX-License-Identifier: GPL-3.0-or-later
// A runner's log goes out, into a folder or a zip.
#include "config.h"

#include <locale.h>

#include "hip-story.h"

#define TODAY "2025-08-26"

#define DIALOG        "dialog:Export > "
#define CHOOSE_FOLDER "Choose a Folder for the Files"
#define SAVE_ZIP      "Save the Zip File"
#define SUMMARY       DIALOG "label:This will be written: "

#define RUNS                                                                                       \
  "date,distance_m,shoe\n"                                                                         \
  "2024-05-05,10000,Old Blue\n2025-08-18,10500,Old Blue\n2025-08-20,12000,\n2025-08-23,18000,\n"

#define PAIN "date,side,score\n2025-08-21,left,3\n2025-08-24,left,4\n2025-08-24,right,0\n"

static HipStory *
create_story (void)
{
  HipStory *story = hip_story_new (TODAY);

  hip_story_make_log (story, RUNS, PAIN);
  return story;
}

static HipStory *
begin (void)
{
  HipStory *story = create_story ();

  hip_robot_start (story->robot, NULL);
  hip_robot_expect (story->robot, "grouping:Today > button:Main Menu");
  hip_robot_press (story->robot, "<Control>e");
  hip_robot_expect (story->robot, SUMMARY "4 runs, 3 pain scores, 1 pair of shoes.");
  return story;
}

static void
finish (HipStory *story)
{
  hip_robot_click (story->robot, DIALOG "button:Close");
  hip_robot_expect_gone (story->robot, "dialog:Export");
  hip_robot_quit (story->robot);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  g_assert_nonnull (dir);
  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static char *
make_folder (HipStory *story)
{
  char *folder = hip_test_dir_path (story->home, "for-the-physio");

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  return folder;
}

static void
expect_files (const char *folder)
{
  static const char *const names[] = { "runs.csv", "shoes.csv", "pain.csv",     "care.csv",
                                       "days.csv", "weeks.csv", "warnings.csv", "red-flags.csv" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
    }
  g_assert_cmpuint (count_files (folder), ==, G_N_ELEMENTS (names));
}

/* What was written makes another log. */
static void
expect_log_in (HipStory *story, const char *path, int runs, int metres, int scores)
{
  g_autofree char *other = hip_test_dir_path (story->home, "other.db");

  hip_story_import (story, other, path);
  g_assert_cmpint (hip_story_query (other, "SELECT count(*) FROM runs"), ==, runs);
  g_assert_cmpint (hip_story_query (other, "SELECT sum(distance_m) FROM runs"), ==, metres);
  g_assert_cmpint (hip_story_query (other, "SELECT count(*) FROM pain_days"), ==, scores);
  g_assert_cmpint (hip_story_query (other, "SELECT count(*) FROM shoes"), ==, 1);
}

static void
expect_contents (const char *path, const char *start)
{
  gsize length;
  g_autofree char *bytes = hip_story_read (path, &length);

  if (!g_str_has_prefix (bytes, start))
    g_error ("%s begins with “%.40s”", path, bytes);
}

static void
test_folder (void)
{
  g_autoptr (HipStory) story = begin ();
  g_autofree char *folder = make_folder (story);
  g_autofree char *done = g_strdup_printf (DIALOG "label:8 files are now in %s", folder);

  hip_robot_click (story->robot, DIALOG "button:Export…");
  hip_robot_choose_file (story->robot, CHOOSE_FOLDER, folder);
  hip_robot_expect (story->robot, done);
  hip_robot_expect_state (story->robot, DIALOG "button:Show Folder", ATSPI_STATE_FOCUSED, TRUE);
  finish (story);
  expect_files (folder);
  expect_log_in (story, folder, 4, 50500, 3);
}

/* Somebody's own list of runs stays unless its owner says otherwise. */
static void
test_replace (void)
{
  g_autoptr (HipStory) story = begin ();
  g_autofree char *folder = make_folder (story);
  g_autofree char *own =
      hip_test_dir_write (story->home, "for-the-physio/runs.csv", "my own list\n");
  /* With one file alone in the folder, the chooser completes the name of the folder by it. */
  g_autofree char *letter = hip_test_dir_write (story->home, "for-the-physio/letter", "Dear");

  hip_robot_click (story->robot, DIALOG "button:Export…");
  hip_robot_choose_file (story->robot, CHOOSE_FOLDER, folder);
  hip_robot_click (story->robot, "*:Replace Files? > button:Cancel");
  hip_robot_expect_gone (story->robot, "*:Replace Files?");
  hip_robot_expect (story->robot, DIALOG "button:Export…");
  expect_contents (own, "my own list\n");
  g_assert_cmpuint (count_files (folder), ==, 2);

  hip_robot_click (story->robot, DIALOG "button:Export…");
  hip_robot_choose_file (story->robot, CHOOSE_FOLDER, folder);
  hip_robot_click (story->robot, "*:Replace Files? > button:Replace");
  hip_robot_expect (story->robot, DIALOG "button:Show Folder");
  finish (story);
  expect_contents (own, "date,start_time,");
  expect_contents (letter, "Dear");
  g_assert_cmpuint (count_files (folder), ==, 9);
}

/* The chooser offers a name of which only a part is selected. */
static void
save_zip (HipStory *story, const char *path)
{
  hip_robot_click (story->robot, DIALOG "button:Export…");
  hip_robot_expect_window (story->robot, SAVE_ZIP);
  hip_robot_expect_state (story->robot, "dialog:" SAVE_ZIP " > text:*", ATSPI_STATE_FOCUSED, TRUE);
  hip_robot_press (story->robot, "<Control>a");
  hip_robot_choose_file (story->robot, SAVE_ZIP, path);
}

static void
test_zip (void)
{
  g_autoptr (HipStory) story = begin ();
  g_autofree char *path = hip_test_dir_path (story->home, "log.zip");
  g_autofree char *done = g_strdup_printf (DIALOG "label:Everything is now in %s", path);

  hip_robot_choose (story->robot, DIALOG "combo box:Save as", "One zip file");
  save_zip (story, path);
  hip_robot_expect (story->robot, done);
  hip_robot_expect_state (story->robot, DIALOG "button:Show File", ATSPI_STATE_FOCUSED, TRUE);
  finish (story);
  expect_contents (path, "PK\003\004");
  expect_log_in (story, path, 4, 50500, 3);
}

/* A zip that is there stays unless its owner says otherwise: the chooser asks. */
static void
test_replace_zip (void)
{
  g_autoptr (HipStory) story = begin ();
  g_autofree char *path = hip_test_dir_write (story->home, "log.zip", "mine");

  hip_robot_choose (story->robot, DIALOG "combo box:Save as", "One zip file");
  hip_robot_click (story->robot, DIALOG "button:Export…");
  hip_robot_expect_window (story->robot, SAVE_ZIP);
  hip_robot_expect_state (story->robot, "dialog:" SAVE_ZIP " > text:*", ATSPI_STATE_FOCUSED, TRUE);
  hip_robot_press (story->robot, "<Control>a");
  hip_robot_type (story->robot, path);
  hip_robot_press (story->robot, "Return");
  hip_robot_expect (story->robot, "button:Replace");
  hip_robot_press (story->robot, "Escape");
  hip_robot_expect_gone (story->robot, "button:Replace");
  expect_contents (path, "mine");
  hip_robot_press (story->robot, "Return");
  hip_robot_click (story->robot, "button:Replace");
  hip_robot_expect (story->robot, DIALOG "button:Show File");
  finish (story);
  expect_contents (path, "PK\003\004");
}

/* The name that is proposed stays as it is behind a folder that is typed before it. */
static void
test_proposed_name (void)
{
  g_autoptr (HipStory) story = begin ();
  g_autofree char *path = hip_test_dir_path (story->home, "hiplog-" TODAY ".zip");
  g_autofree char *folder = g_strconcat (hip_test_dir_get_path (story->home), "/", NULL);
  g_autofree char *done = g_strdup_printf (DIALOG "label:Everything is now in %s", path);

  hip_robot_choose (story->robot, DIALOG "combo box:Save as", "One zip file");
  hip_robot_click (story->robot, DIALOG "button:Export…");
  hip_robot_expect_window (story->robot, SAVE_ZIP);
  hip_robot_expect_state (story->robot, "dialog:" SAVE_ZIP " > text:*", ATSPI_STATE_FOCUSED, TRUE);
  hip_robot_press (story->robot, "Home");
  hip_robot_type (story->robot, folder);
  hip_robot_press (story->robot, "Return");
  hip_robot_expect (story->robot, done);
  finish (story);
  expect_contents (path, "PK\003\004");
}

/* Why it did not work, and what to do, stays in sight; what was chosen as well. */
static void
test_refused (void)
{
  g_autoptr (HipStory) story = begin ();
  g_autofree char *folder = make_folder (story);
  g_autofree char *trap = hip_test_dir_path (story->home, "for-the-physio/.runs.csv.part/x");
  g_autofree char *letter = hip_test_dir_write (story->home, "for-the-physio/letter", "Dear");

  g_assert_cmpint (g_mkdir_with_parents (trap, 0700), ==, 0);
  hip_robot_click (story->robot, DIALOG "button:Export…");
  hip_robot_choose_file (story->robot, CHOOSE_FOLDER, folder);
  hip_robot_expect (story->robot, DIALOG "label:*Choose another name.");
  hip_robot_expect_state (story->robot, DIALOG "button:Export…", ATSPI_STATE_FOCUSED, TRUE);
  g_assert_cmpuint (count_files (folder), ==, 2);
  hip_robot_click (story->robot, DIALOG "button:Cancel");
  hip_robot_expect_gone (story->robot, "dialog:Export");
  hip_robot_quit (story->robot);
}

static void
test_period (void)
{
  g_autoptr (HipStory) story = begin ();
  g_autofree char *folder = make_folder (story);

  hip_robot_choose (story->robot, DIALOG "combo box:Period", "Last 6 weeks");
  hip_robot_expect (story->robot, SUMMARY "3 runs, 3 pain scores, 1 pair of shoes.");
  hip_robot_choose (story->robot, DIALOG "combo box:Period", "Own dates");
  hip_robot_fill (story->robot, DIALOG "text:From", "2025-08-20");
  hip_robot_fill (story->robot, DIALOG "text:To", "2025-08-19");
  hip_robot_expect (story->robot, DIALOG "label:The first day comes after the last.");
  hip_robot_expect_state (story->robot, DIALOG "button:Export…", ATSPI_STATE_SENSITIVE, FALSE);
  hip_robot_fill (story->robot, DIALOG "text:To", "2025-08-23");
  hip_robot_expect (story->robot, SUMMARY "2 runs, 1 pain score, 1 pair of shoes.");
  hip_robot_expect_gone (story->robot, DIALOG "label:The first day comes after the last.");
  hip_robot_click (story->robot, DIALOG "button:Export…");
  hip_robot_choose_file (story->robot, CHOOSE_FOLDER, folder);
  hip_robot_expect (story->robot, DIALOG "button:Show Folder");
  finish (story);
  expect_log_in (story, folder, 2, 30000, 1);
}

/* Without the pointer, from the menu key to the file. */
static void
test_keyboard (void)
{
  g_autoptr (HipStory) story = begin ();
  g_autofree char *path = hip_test_dir_path (story->home, "log.zip");

  hip_robot_tab_to (story->robot, DIALOG "combo box:Save as");
  hip_robot_press (story->robot, "space");
  hip_robot_expect (story->robot, DIALOG "combo box:Save as > scroll pane:*");
  hip_robot_press (story->robot, "Down");
  hip_robot_press (story->robot, "Return");
  hip_robot_expect_gone (story->robot, DIALOG "combo box:Save as > scroll pane:*");
  hip_robot_press (story->robot, "<Alt>e");
  hip_robot_expect_window (story->robot, SAVE_ZIP);
  hip_robot_expect_state (story->robot, "dialog:" SAVE_ZIP " > text:*", ATSPI_STATE_FOCUSED, TRUE);
  hip_robot_press (story->robot, "<Control>a");
  hip_robot_choose_file (story->robot, SAVE_ZIP, path);
  hip_robot_expect_state (story->robot, DIALOG "button:Show File", ATSPI_STATE_FOCUSED, TRUE);
  hip_robot_press (story->robot, "Escape");
  hip_robot_expect_gone (story->robot, "dialog:Export");
  hip_robot_quit (story->robot);
  expect_log_in (story, path, 4, 50500, 3);
}

/* Where numbers have a decimal comma, a spreadsheet is offered first. */
static void
test_german (void)
{
  g_autoptr (HipStory) story = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *runs = NULL;

  if (!hip_test_set_locale ("de_DE.UTF-8"))
    {
      g_test_skip ("There is no German locale");
      return;
    }
  hip_test_set_locale ("C.UTF-8");
  story = create_story ();
  folder = make_folder (story);
  runs = hip_test_dir_path (story->home, "for-the-physio/runs.csv");
  hip_robot_set_environment (story->robot, "LC_ALL", "de_DE.UTF-8");
  hip_robot_set_environment (story->robot, "LANGUAGE", "C");
  hip_robot_start (story->robot, NULL);
  hip_robot_expect (story->robot, "grouping:Today > button:Main Menu");
  hip_robot_press (story->robot, "<Control>e");
  hip_robot_expect (story->robot, DIALOG "combo box:Made for > label:A spreadsheet");
  hip_robot_click (story->robot, DIALOG "button:Export…");
  hip_robot_choose_file (story->robot, CHOOSE_FOLDER, folder);
  hip_robot_expect (story->robot, DIALOG "button:Show Folder");
  finish (story);
  expect_contents (runs, "\xef\xbb\xbf"
                         "date;start_time;");
  expect_log_in (story, folder, 4, 50500, 3);
}

static void
test_cancel (void)
{
  g_autoptr (HipStory) story = begin ();
  g_autofree char *folder = make_folder (story);

  hip_robot_click (story->robot, DIALOG "button:Export…");
  hip_robot_expect_window (story->robot, CHOOSE_FOLDER);
  hip_robot_press (story->robot, "Escape");
  hip_robot_expect_gone (story->robot, "dialog:" CHOOSE_FOLDER);
  hip_robot_click (story->robot, DIALOG "button:Cancel");
  hip_robot_expect_gone (story->robot, "dialog:Export");
  hip_robot_quit (story->robot);
  g_assert_cmpuint (count_files (folder), ==, 0);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/folder", test_folder);
  g_test_add_func ("/export/replace", test_replace);
  g_test_add_func ("/export/zip", test_zip);
  g_test_add_func ("/export/replace-zip", test_replace_zip);
  g_test_add_func ("/export/proposed-name", test_proposed_name);
  g_test_add_func ("/export/refused", test_refused);
  g_test_add_func ("/export/period", test_period);
  g_test_add_func ("/export/keyboard", test_keyboard);
  g_test_add_func ("/export/german", test_german);
  g_test_add_func ("/export/cancel", test_cancel);

  return g_test_run ();
}
