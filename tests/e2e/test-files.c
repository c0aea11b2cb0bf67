// SPDX-License-Identifier: GPL-3.0-or-later
// A runner's history comes in from another app.
#include "config.h"

#include <locale.h>

#include "hip-story.h"

#define TODAY "2025-08-26"

#define CHOOSE_FILES "Choose Files to Import"

#define ACTIVITIES                                                                                 \
  "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,"       \
  "Distance,Commute,Activity Gear,Filename\n"                                                      \
  "1,\"Aug 18, 2025, 6:00:00 PM\",Round the lake,Run,,3000,10.00,false,Old Blue,\n"                \
  "2,\"Aug 20, 2025, 6:00:00 PM\",\"Hills, twice\",Run,,3600,12.50,false,Old Blue,\n"              \
  "3,\"Aug 21, 2025, 6:00:00 PM\",To work,Ride,,1800,9.00,true,,\n"                                \
  "4,\"Aug 23, 2025, 6:00:00 PM\",Long one,Run,,5400,18.00,false,,\n"

typedef struct
{
  const char *path;
  const char *name;
  guint runs;
  guint others;
  gint64 metres; /* as the file has them; each run is kept in whole metres */
} History;

static char *
write_activities (HipStory *story)
{
  return hip_test_dir_write (story->home, "activities.csv", ACTIVITIES);
}

/* From the welcome page. */
static void
start_import (HipStory *story, const char *path)
{
  hip_robot_start (story->robot, NULL);
  hip_robot_click (story->robot, "list item:Import a File…");
  hip_robot_click (story->robot, "dialog:Import > button:Choose Files…");
  hip_robot_choose_file (story->robot, CHOOSE_FILES, path);
}

static void
import_again (HipStory *story, const char *path)
{
  hip_robot_press (story->robot, "<Control>o");
  hip_robot_click (story->robot, "dialog:Import > button:Choose Files…");
  hip_robot_choose_file (story->robot, CHOOSE_FILES, path);
}

static void
expect_count (HipStory *story, const char *row, guint n)
{
  g_autofree char *path = g_strdup_printf ("dialog:Import > list item:%s > label:%u", row, n);

  hip_robot_expect (story->robot, path);
}

/* The summary stays until it is closed. */
static void
accept_import (HipStory *story)
{
  hip_robot_click (story->robot, "dialog:Import > button:Import");
  hip_robot_expect (story->robot, "dialog:Import > label:Import Complete");
  hip_robot_click (story->robot, "dialog:Import > button:Close");
  hip_robot_expect_gone (story->robot, "dialog:Import");
}

static void
expect_skipped (HipStory *story, guint n)
{
  g_autofree char *path =
      g_strdup_printf ("dialog:Import > list item:Already in the log > label:%u are skipped", n);

  hip_robot_expect (story->robot, path);
}

/* Everything, or nothing. */
static void
expect_history (HipStory *story, const History *history, gboolean there)
{
  hip_robot_expect_log (story->robot, "SELECT count(*) FROM runs", there ? history->runs : 0);
  hip_robot_expect_log (story->robot, "SELECT count(*) FROM imports", there ? 1 : 0);
  if (there)
    g_assert_cmpint (ABS (hip_robot_query_log (story->robot, "SELECT sum(distance_m) FROM runs")
                          - history->metres),
                     <=, (history->runs + 1) / 2);
  else
    hip_robot_expect_log (story->robot, "SELECT count(*) FROM shoes", 0);
}

static void
bring (HipStory *story, const History *history)
{
  g_autofree char *toast = g_strdup_printf ("alert:* > label:*%s*", history->name);

  start_import (story, history->path);
  expect_count (story, "New runs", history->runs);
  expect_count (story, "Other sports", history->others);
  hip_robot_expect_log (story->robot, "SELECT count(*) FROM runs", 0);
  accept_import (story);
  hip_robot_expect (story->robot, toast);
  hip_robot_expect (story->robot, "alert:* > button:Undo");
  expect_history (story, history, TRUE);
}

static void
find_nothing_new (HipStory *story, const History *history)
{
  import_again (story, history->path);
  expect_count (story, "New runs", 0);
  expect_skipped (story, history->runs);
  hip_robot_expect_state (story->robot, "dialog:Import > button:Import", ATSPI_STATE_SENSITIVE,
                          FALSE);
  hip_robot_click (story->robot, "dialog:Import > button:Cancel");
  hip_robot_expect_gone (story->robot, "dialog:Import");
  expect_history (story, history, TRUE);
}

static void
take_back (HipStory *story, const History *history)
{
  g_autofree char *row =
      g_strdup_printf ("dialog:Import > list item:%s > button:Take Back", history->name);

  hip_robot_press (story->robot, "<Control>o");
  hip_robot_click (story->robot, row);
  hip_robot_expect_gone (story->robot, "dialog:Import");
  expect_history (story, history, FALSE);
}

static void
tell_import (HipStory *story, const History *history)
{
  bring (story, history);
  find_nothing_new (story, history);
  take_back (story, history);
  hip_robot_press (story->robot, "<Control>z");
  expect_history (story, history, TRUE);
  hip_robot_press (story->robot, "<Control><Shift>z");
  expect_history (story, history, FALSE);
  hip_robot_quit (story->robot);
}

static void
test_import (void)
{
  g_autoptr (HipStory) story = hip_story_new (TODAY);
  g_autofree char *path = write_activities (story);

  tell_import (story, &(History) { path, "activities.csv", 3, 1, 40500 });
}

static void
test_import_strava (void)
{
  g_autoptr (HipStory) story = NULL;
  g_autofree char *path = hip_test_shared_path ("strava-csv/strava_en_2014-2025_JoBoSo.csv");
  g_autofree char *whole = NULL;

  if (path == NULL)
    {
      g_test_skip ("the shared data is not there");
      return;
    }
  story = hip_story_new (TODAY);
  whole = g_canonicalize_filename (path, NULL);
  tell_import (story, &(History) { whole, "strava_en_2014-2025_JoBoSo.csv", 643, 1202, 3818766 });
}

static void
test_undo_in_toast (void)
{
  g_autoptr (HipStory) story = hip_story_new (TODAY);
  g_autofree char *path = write_activities (story);
  History history = { path, "activities.csv", 3, 1, 40500 };

  bring (story, &history);
  hip_robot_click (story->robot, "alert:* > button:Undo");
  expect_history (story, &history, FALSE);
  hip_robot_press (story->robot, "<Control><Shift>z");
  expect_history (story, &history, TRUE);
  hip_robot_quit (story->robot);
}

/* Nothing is written before the runner has said so. */
static void
test_cancel (void)
{
  g_autoptr (HipStory) story = hip_story_new (TODAY);
  g_autofree char *path = write_activities (story);

  start_import (story, path);
  expect_count (story, "New runs", 3);
  hip_robot_click (story->robot, "dialog:Import > button:Cancel");
  hip_robot_expect_gone (story->robot, "dialog:Import");

  hip_robot_press (story->robot, "<Control>o");
  hip_robot_click (story->robot, "dialog:Import > button:Choose Files…");
  hip_robot_expect_window (story->robot, CHOOSE_FILES);
  hip_robot_press (story->robot, "Escape");
  hip_robot_expect_gone (story->robot, "dialog:" CHOOSE_FILES);
  hip_robot_expect (story->robot, "dialog:Import > button:Choose Files…");
  hip_robot_press (story->robot, "Escape");
  hip_robot_expect_gone (story->robot, "dialog:Import");

  hip_robot_quit (story->robot);
  g_assert_cmpint (hip_robot_query_log (story->robot, "SELECT count(*) FROM runs"), ==, 0);
}

static void
refuse (HipStory *story, const char *name, const char *contents, const char *reason)
{
  g_autofree char *path = hip_test_dir_write (story->home, name, contents);
  g_autofree char *sentence = g_strdup_printf ("dialog:Import > label:%s", reason);

  import_again (story, path);
  hip_robot_expect (story->robot, sentence);
  expect_count (story, "New runs", 0);
  hip_robot_expect_state (story->robot, "dialog:Import > button:Import", ATSPI_STATE_SENSITIVE,
                          FALSE);
  hip_robot_press (story->robot, "Escape");
  hip_robot_expect_gone (story->robot, "dialog:Import");
}

/* Why a file cannot be read is said without a question. */
static void
test_other_files (void)
{
  g_autoptr (HipStory) story = hip_story_new (TODAY);

  hip_robot_start (story->robot, NULL);
  hip_robot_click (story->robot, "list item:Start an Empty Log");
  hip_robot_expect (story->robot, "button:Details…");
  refuse (story, "letter.csv", "Dear diary,\ntoday I did not run.\n",
          "HipLog does not know this kind of file.*");
  refuse (story, "picture.png", "\x89PNG\r\n\x1a\n\x01\x02\xff\xfe", "*");
  refuse (story, "empty.csv", "", "The file is empty.");
  hip_robot_quit (story->robot);
  g_assert_cmpint (hip_robot_query_log (story->robot, "SELECT count(*) FROM runs"), ==, 0);
}

/* Answers about red flags are counted, and named where the log has them already. */
static void
test_import_answers (void)
{
  g_autoptr (HipStory) story = hip_story_new (TODAY);
  g_autofree char *path = hip_test_dir_write (story->home, "red-flags.csv",
                                              "date,asked,yes\n2025-08-20,fall;fever,fever\n"
                                              "2025-08-21,fall;fever,\n");

  start_import (story, path);
  expect_count (story, "New answers about red flags", 2);
  accept_import (story);
  hip_robot_expect_log (story->robot, "SELECT count(*) FROM screenings", 2);
  import_again (story, path);
  expect_skipped (story, 2);
  hip_robot_expect_gone (story->robot, "dialog:Import > list item:New answers about red flags");
  hip_robot_click (story->robot, "dialog:Import > list item:Already in the log");
  hip_robot_expect (story->robot, "dialog:Import > label:Wed 20 Aug 2025");
  hip_robot_expect (story->robot, "dialog:Import > label:Fever*");
  hip_robot_expect (story->robot, "dialog:Import > label:No red flag");
  hip_robot_press (story->robot, "Escape");
  hip_robot_expect (story->robot, "dialog:Import > list item:Already in the log");
  hip_robot_press (story->robot, "Escape");
  hip_robot_expect_gone (story->robot, "dialog:Import");
  hip_robot_quit (story->robot);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/files/import", test_import);
  g_test_add_func ("/files/import-strava", test_import_strava);
  g_test_add_func ("/files/import-answers", test_import_answers);
  g_test_add_func ("/files/undo-in-toast", test_undo_in_toast);
  g_test_add_func ("/files/cancel", test_cancel);
  g_test_add_func ("/files/other-files", test_other_files);

  return g_test_run ();
}
