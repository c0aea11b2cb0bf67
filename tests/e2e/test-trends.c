// SPDX-License-Identifier: GPL-3.0-or-later
// Trends tells in words what it draws and finds: the warnings of a time, and what the log says.
#include "config.h"

#include <locale.h>

#include "hip-day.h"
#include "hip-story.h"

/* A Monday. */
#define TODAY "2025-06-16"

#define CHART "grouping:Trends > grouping:Weekly distance, daily pain and warnings"

/* 8 km on Mondays, Wednesdays and Fridays since the 5th of May, and 16 km on the 8th of June. */
static const char *const runs[] = {
  "2025-05-05", "2025-05-07", "2025-05-09", "2025-05-12", "2025-05-14", "2025-05-16",
  "2025-05-19", "2025-05-21", "2025-05-23", "2025-05-26", "2025-05-28", "2025-05-30",
  "2025-06-02", "2025-06-04", "2025-06-06", "2025-06-09", "2025-06-11", "2025-06-13",
};

#define PAIN                                                                                       \
  "date,side,score\n"                                                                              \
  "2025-06-07,left,1\n2025-06-08,left,2\n2025-06-09,left,8\n2025-06-10,left,1\n"

static HipStory *
begin (void)
{
  HipStory *story = hip_story_new (TODAY);
  g_autoptr (GString) csv = g_string_new ("date,distance_m\n2025-06-08,16000\n");
  g_autofree char *log = hip_story_dup_log (story);
  g_autofree char *folder = hip_test_dir_path (story->home, "export");
  g_autofree char *runs_path = NULL;
  g_autofree char *pain_path = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (runs); i++)
    g_string_append_printf (csv, "%s,8000\n", runs[i]);
  runs_path = hip_test_dir_write (story->home, "export/runs.csv", csv->str);
  pain_path = hip_test_dir_write (story->home, "export/pain.csv", PAIN);
  hip_story_import (story, log, folder);
  hip_robot_start (story->robot, NULL);
  hip_robot_expect (story->robot, "grouping:Today > button:Details…");
  return story;
}

#define N_DAYS 130

/* How long, by turns, the runner ran less and more. */
static const int stretches[] = { 9, 14, 6, 11, 17, 8, 12, 7, 15, 10, 13, 9 };

static gboolean
runs_more (int day)
{
  guint i = 0;

  for (; day >= stretches[i]; i++)
    day -= stretches[i];
  return i % 2 == 1;
}

/* A runner who runs every other day, in two pairs by turns, warms up before longer runs, and whose
 * left hip feels the last days. */
static void
write_linked_log (HipStory *story, const char *log)
{
  g_autoptr (GString) runs_csv = g_string_new ("date,distance_m,shoe,warm_up\n");
  g_autoptr (GString) pain_csv = g_string_new ("date,side,score\n");
  HipDay first = hip_day_from_ymd (2025, 6, 16) - (N_DAYS - 1);
  g_autofree char *folder = hip_test_dir_path (story->home, "linked");
  g_autofree char *runs_path = NULL;
  g_autofree char *pain_path = NULL;
  double felt_m = 0;

  for (int i = 0; i < N_DAYS; i++)
    {
      g_autofree char *date = hip_day_to_iso (first + i);
      int metres = i % 2 == 1 ? 0 : runs_more (i) ? 14000 : 4000;

      g_string_append_printf (pain_csv, "%s,left,%d\n", date, (int) (felt_m / 1200));
      if (metres > 0)
        g_string_append_printf (runs_csv, "%s,%d,%s,%s\n", date, metres,
                                i % 4 == 0 ? "Blue" : "Red", runs_more (i) ? "yes" : "no");
      felt_m = 0.75 * felt_m + 0.25 * metres;
    }
  runs_path = hip_test_dir_write (story->home, "linked/runs.csv", runs_csv->str);
  pain_path = hip_test_dir_write (story->home, "linked/pain.csv", pain_csv->str);
  hip_story_import (story, log, folder);
}

/* The chart's own description is what stands above it. */
static void
expect_description (HipStory *story, const char *pattern)
{
  g_autofree char *sentence = g_strdup_printf ("grouping:Trends > label:%s", pattern);

  hip_robot_expect (story->robot, sentence);
}

static void
mute (HipStory *story, const char *kind)
{
  g_autofree char *path = g_strdup_printf ("dialog:Preferences > check box:%s", kind);

  hip_robot_press (story->robot, "<Control>comma");
  hip_robot_click (story->robot, "dialog:Preferences > list item:Kinds of warnings");
  hip_robot_click (story->robot, path);
  hip_robot_press (story->robot, "Escape");
  hip_robot_expect_gone (story->robot, path);
  hip_robot_press (story->robot, "Escape");
  hip_robot_expect_gone (story->robot, "dialog:Preferences");
}

/* They are counted in the description, named in their week's card, and follow the log. */
static void
test_warnings (void)
{
  g_autoptr (HipStory) story = begin ();
  HipRobot *robot = story->robot;

  hip_robot_show_view (robot, 5);
  expect_description (story,
                      "*5 warnings were raised, the most serious on Monday, 9 June (Warning).");
  hip_robot_tab_to (robot, CHART);
  hip_robot_press (robot, "End");
  hip_robot_press (robot, "Left");
  hip_robot_expect (robot, CHART " > label:Week of Sun 8 Jun*Warning: *8 of 10*Caution: *16.0?km*");
  mute (story, "High pain");
  expect_description (story, "*4 warnings were raised, the most serious on *June (Caution).");
  hip_robot_press (robot, "<Control>z");
  expect_description (story,
                      "*5 warnings were raised, the most serious on Monday, 9 June (Warning).");
  hip_robot_quit (robot);
}

/* Of a time without any there is not a word. */
static void
test_no_warnings (void)
{
  g_autoptr (HipStory) story = hip_story_new (TODAY);
  g_autofree char *log = hip_story_dup_log (story);
  g_autofree char *path = hip_test_dir_write (
      story->home, "runs.csv", "date,distance_m\n2025-06-08,5000\n2025-06-12,5000\n");

  hip_story_import (story, log, path);
  hip_robot_start (story->robot, NULL);
  hip_robot_expect (story->robot, "grouping:Today > button:Details…");
  hip_robot_show_view (story->robot, 5);
  expect_description (story, "Weekly distance over 2 weeks*");
  hip_robot_expect_gone (story->robot, "grouping:Trends > label:Weekly distance*raised*");
  hip_robot_quit (story->robot);
}

/* A possible link and difference stand for themselves; what showed none, and what cannot be told,
 * are folded. */
static void
test_findings (void)
{
  g_autoptr (HipStory) story = hip_story_new (TODAY);
  g_autofree char *log = hip_story_dup_log (story);
  HipRobot *robot = story->robot;

  write_linked_log (story, log);
  hip_robot_start (robot, NULL);
  hip_robot_expect (robot, "grouping:Today > button:Details…");
  hip_robot_show_view (robot, 5);
  hip_robot_expect (robot, "list:Findings > list item:Running and pain: possible link > "
                           "label:A possible link: over 129 days*more painful*not show*");
  hip_robot_expect (robot, "list:Findings > list item:Warm-up: possible difference > label:*not*"
                           "cause*");
  hip_robot_expect (robot, "list:Findings > list item:No clear link or difference > "
                           "label:Shoes “Blue”, Shoes “Red”");
  hip_robot_expect (robot, "list:Findings > list item:Not enough data yet > label:Surface");
  hip_robot_expect_gone (robot, "list:Findings > label:*no proof of none*");
  hip_robot_click (robot, "list:Findings > list item:No clear link or difference");
  hip_robot_expect_n (robot, "list:Findings > label:*No clear difference*no proof of none*", 2);
  hip_robot_click (robot, "list:Findings > list item:Not enough data yet");
  hip_robot_expect (robot, "list:Findings > label:*0 of 8 days*");
  hip_robot_quit (robot);
}

static void
test_findings_of_young_log (void)
{
  g_autoptr (HipStory) story = begin ();
  HipRobot *robot = story->robot;

  hip_robot_show_view (robot, 5);
  hip_robot_expect (robot, "list:Findings > list item:Not enough data yet > "
                           "label:Running and pain, Shoes, Surface, Warm-up");
  hip_robot_expect_gone (robot, "list:Findings > list item:*link*");
  hip_robot_click (robot, "list:Findings > list item:Not enough data yet");
  hip_robot_expect (robot, "list:Findings > label:*too young*43 of 60 days*");
  hip_robot_quit (robot);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/trends/warnings", test_warnings);
  g_test_add_func ("/trends/no-warnings", test_no_warnings);
  g_test_add_func ("/trends/findings", test_findings);
  g_test_add_func ("/trends/findings-of-young-log", test_findings_of_young_log);

  return g_test_run ();
}
