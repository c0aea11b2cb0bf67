// SPDX-License-Identifier: GPL-3.0-or-later
// What the review of an import asks and tells, and what becomes of it.
#include "config.h"

#include <glib/gstdio.h>

#include "hip-story.h"

#define TODAY "2025-08-26"

#define COUNT_RUNS "SELECT count(*) FROM runs"

/* The folder to look at the pictures in, if somebody wants to. */
static void
take_picture (HipStory *story, const char *name)
{
  const char *folder = g_getenv ("HIPLOG_PICTURES");
  g_autofree char *base = g_strconcat (name, ".png", NULL);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, base, NULL) : NULL;

  if (path != NULL)
    hip_robot_take_picture (story->robot, path);
}

/* The program is started with a file; the runner's log is begun or there. */
static HipStory *
start_with (const char *log, const char *name, const char *text)
{
  HipStory *story = hip_story_new (TODAY);
  const char *arguments[] = { name, NULL };
  g_autofree char *folder = hip_test_dir_path (story->home, "here");
  g_autofree char *base = g_build_filename ("here", name, NULL);
  g_autofree char *file = hip_test_dir_write (story->home, base, text);

  if (log != NULL)
    {
      g_autofree char *path = hip_story_dup_log (story);
      g_autofree char *typed = hip_test_dir_write (story->home, "typed.csv", log);

      hip_story_import (story, path, typed);
    }
  hip_robot_start_in (story->robot, folder, arguments);
  return story;
}

static void
expect_count (HipStory *story, const char *row, guint n)
{
  g_autofree char *path = g_strdup_printf ("dialog:Import > list item:%s > label:%u", row, n);

  hip_robot_expect (story->robot, path);
}

static void
accept_import (HipStory *story)
{
  hip_robot_click (story->robot, "dialog:Import > button:Import");
  hip_robot_click (story->robot, "dialog:Import > button:Close");
  hip_robot_expect_gone (story->robot, "dialog:Import");
}

/* Two runs that the log has, one of them longer by the watch; what becomes of each is chosen. */
static void
test_duplicates (void)
{
  static const char typed[] = "date,start_time,utc_offset_min,distance_m,duration_s,note\n"
                              "2025-08-20,18:00:00,0,10000,3000,Felt good\n"
                              "2025-08-22,18:00:00,0,8000,2400,\n";
  static const char watch[] = "date,start_time,utc_offset_min,distance_m,duration_s,cadence_spm\n"
                              "2025-08-20,18:00:20,0,10150,3010,168\n"
                              "2025-08-22,18:00:10,0,8000,2400,170\n"
                              "2025-08-24,18:00:00,0,5000,1500,171\n";
  g_autoptr (HipStory) story = start_with (typed, "watch.csv", watch);

  expect_count (story, "New runs", 1);
  hip_robot_expect (story->robot, "dialog:Import > label:2 are skipped");
  hip_robot_click (story->robot, "dialog:Import > list item:Already in the log");
  hip_robot_expect (story->robot, "dialog:Import > label:10.2*km · 50:10");
  hip_robot_expect (story->robot, "dialog:Import > label:10.0*km · 50:00");
  hip_robot_expect (story->robot, "dialog:Import > label:Felt good");
  take_picture (story, "import-duplicates");
  hip_robot_choose (story->robot, "dialog:Import > combo box:All of them", "Fill Gaps");
  /* Every choice can be reached by keys. */
  hip_robot_tab_to (story->robot, "dialog:Import > combo box:Fill Gaps > toggle button:Fill Gaps");
  hip_robot_choose (story->robot, "dialog:Import > combo box:Fill Gaps", "Replace");
  hip_robot_tab_to (story->robot, "dialog:Import > combo box:Fill Gaps > toggle button:Fill Gaps");
  hip_robot_press (story->robot, "Escape");
  hip_robot_expect (story->robot, "dialog:Import > list item:Already in the log > "
                                  "label:1 is filled in, 1 is replaced");
  expect_count (story, "Runs of the log that change", 2);
  take_picture (story, "import-review");
  hip_robot_click (story->robot, "dialog:Import > button:Import");
  hip_robot_expect (story->robot, "dialog:Import > label:Added: 1 run.*");
  take_picture (story, "import-done");
  hip_robot_expect_log (story->robot, "SELECT sum(distance_m) FROM runs", 10150 + 8000 + 5000);
  hip_robot_expect_log (story->robot, "SELECT count(*) FROM runs WHERE note = 'Felt good'", 1);
  hip_robot_expect_log (story->robot, "SELECT min(cadence_spm) FROM runs", 168);
  hip_robot_click (story->robot, "dialog:Import > button:Undo Import");
  hip_robot_expect_gone (story->robot, "dialog:Import");
  hip_robot_expect_log (story->robot, "SELECT sum(distance_m) FROM runs", 10000 + 8000);
  hip_robot_expect_log (story->robot, "SELECT count(cadence_spm) FROM runs", 0);
  hip_robot_expect_log (story->robot, "SELECT count(*) FROM replaced_runs", 0);
  hip_robot_quit (story->robot);
}

/* Neither unit nor place is in the file: the answers change what is read. */
static void
test_questions (void)
{
  static const char garmin[] = "Activity Type,Date,Favorite,Title,Distance,Calories,Time\n"
                               "Running,2025-08-20 18:00:00,false,Hills,6.20,500,00:52:00\n";
  g_autoptr (HipStory) story = start_with (NULL, "Activities.csv", garmin);

  expect_count (story, "New runs", 1);
  hip_robot_expect (story->robot, "dialog:Import > label:The list does not say it for 1 run.");
  hip_robot_expect_gone (story->robot, "dialog:Import > combo box:Time zone");
  hip_robot_expect (story->robot, "dialog:Import > label:20 August 2025 · 6.2*km");
  hip_robot_choose (story->robot, "dialog:Import > combo box:Distances are in", "Miles");
  hip_robot_expect (story->robot, "dialog:Import > label:20 August 2025 · 10.0*km");
  take_picture (story, "import-questions");
  accept_import (story);
  hip_robot_expect_log (story->robot, "SELECT distance_m FROM runs", 9978);
  hip_robot_quit (story->robot);
}

/* Where it was run decides on which day. */
static void
test_time_zone (void)
{
  static const char track[] = "<gpx><trk><type>running</type><trkseg><trkpt lat='0' lon='0'>"
                              "<time>2025-08-20T22:32:01Z</time></trkpt><trkpt lat='0' lon='0.05'>"
                              "<time>2025-08-20T23:00:00Z</time></trkpt></trkseg></trk></gpx>";
  g_autoptr (HipStory) story = start_with (NULL, "late.gpx", track);

  expect_count (story, "New runs", 1);
  hip_robot_click (story->robot, "dialog:Import > combo box:Time zone");
  hip_robot_expect_state (story->robot, "dialog:Import > combo box:Time zone > entry:*",
                          ATSPI_STATE_FOCUSED, TRUE);
  hip_robot_type (story->robot, "Europe/Berlin");
  hip_robot_click (story->robot,
                   "dialog:Import > combo box:Time zone > scroll pane:* > label:Europe/Berlin");
  hip_robot_expect_gone (story->robot, "dialog:Import > combo box:Time zone > scroll pane:*");
  expect_count (story, "New runs", 1);
  take_picture (story, "import-zone");
  accept_import (story);
  hip_robot_expect_log (story->robot, COUNT_RUNS " WHERE date = '2025-08-21'", 1);
  hip_robot_expect_log (story->robot, "SELECT utc_offset_min FROM runs", 120);
  hip_robot_quit (story->robot);
}

/* A table that nobody knows is read once it is said what its columns are. */
static void
test_table (void)
{
  static const char table[] = "Tag;Runde;Meine Strecke;Dauer\n"
                              "20.08.2025;Wald;10,5;52:10\n"
                              "22.08.2025;See;8;40:00\n";
  g_autoptr (HipStory) story = start_with (NULL, "laufbuch.csv", table);

  hip_robot_expect (story->robot, "dialog:Import > list item:laufbuch.csv");
  expect_count (story, "New runs", 0);
  take_picture (story, "import-table");
  hip_robot_click (story->robot, "dialog:Import > list item:laufbuch.csv");
  hip_robot_expect (story->robot, "dialog:Import > button:Read");
  take_picture (story, "import-mapping");
  hip_robot_resize (story->robot, 360, 720);
  take_picture (story, "import-mapping-narrow");
  hip_robot_resize (story->robot, 1080, 760);
  hip_robot_click (story->robot, "dialog:Import > button:Read");
  expect_count (story, "New runs", 2);
  accept_import (story);
  hip_robot_expect_log (story->robot, "SELECT sum(distance_m) FROM runs", 18500);
  hip_robot_quit (story->robot);
}

/* A recording that breaks off is used, and that it is damaged is said. */
static void
test_damaged (void)
{
  static const char track[] =
      "<gpx><trk><type>running</type><trkseg><trkpt lat='0' lon='0'>"
      "<time>2025-08-20T16:00:00+02:00</time></trkpt><trkpt lat='0' lon='0.05'>"
      "<time>2025-08-20T16:40:00+02:00</time></trkpt><trkpt";
  g_autoptr (HipStory) story = start_with (NULL, "broken.gpx", track);

  expect_count (story, "New runs", 1);
  hip_robot_click (story->robot, "dialog:Import > list item:Used, with something wrong");
  hip_robot_expect (story->robot, "dialog:Import > label:broken.gpx");
  take_picture (story, "import-damaged");
  accept_import (story);
  hip_robot_expect_log (story->robot, COUNT_RUNS, 1);
  hip_robot_quit (story->robot);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/duplicates", test_duplicates);
  g_test_add_func ("/import/questions", test_questions);
  g_test_add_func ("/import/time-zone", test_time_zone);
  g_test_add_func ("/import/table", test_table);
  g_test_add_func ("/import/damaged", test_damaged);

  return g_test_run ();
}
