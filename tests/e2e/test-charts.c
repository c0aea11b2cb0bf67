// SPDX-License-Identifier: GPL-3.0-or-later
// The charts of Trends, by keyboard and pointer: what is behind them opens, what they show moves,
// and all of it is there in words.
#include "config.h"

#include <locale.h>

#include "hip-story.h"

/* A Monday. */
#define TODAY "2025-06-16"

#define DISTANCE "grouping:Trends > grouping:Weekly distance, daily pain and warnings"
#define RUNS     "grouping:Trends > grouping:Distance of each run"
#define RATIO    "grouping:Trends > grouping:Acute and chronic load"
#define CALENDAR "grouping:Trends > grouping:Pain by day"
#define SHOES    "grouping:Trends > grouping:Distance of each pair of shoes"

/* 8 km on Mondays, Wednesdays and Fridays since the 5th of May, and 16 km on the 8th of June. */
static const char *const runs[] = {
  "2025-05-05", "2025-05-07", "2025-05-09", "2025-05-12", "2025-05-14", "2025-05-16",
  "2025-05-19", "2025-05-21", "2025-05-23", "2025-05-26", "2025-05-28", "2025-05-30",
  "2025-06-02", "2025-06-04", "2025-06-06", "2025-06-09", "2025-06-11", "2025-06-13",
};

#define SAVE "Save the Chart"

#define PAIN                                                                                       \
  "date,side,score\n"                                                                              \
  "2025-06-07,left,1\n2025-06-08,left,2\n2025-06-09,left,8\n2025-06-10,left,1\n"

static HipStory *
begin (void)
{
  HipStory *story = hip_story_new (TODAY);
  g_autoptr (GString) csv = g_string_new ("date,distance_m,shoe\n2025-06-08,16000,Blue\n");
  g_autofree char *log = hip_story_dup_log (story);
  g_autofree char *folder = hip_test_dir_path (story->home, "export");
  g_autofree char *runs_path = NULL;
  g_autofree char *pain_path = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (runs); i++)
    g_string_append_printf (csv, "%s,8000,Blue\n", runs[i]);
  runs_path = hip_test_dir_write (story->home, "export/runs.csv", csv->str);
  pain_path = hip_test_dir_write (story->home, "export/pain.csv", PAIN);
  hip_story_import (story, log, folder);
  hip_robot_start (story->robot, NULL);
  hip_robot_expect (story->robot, "grouping:Today > button:Details…");
  hip_robot_show_view (story->robot, 5);
  hip_robot_expect (story->robot, DISTANCE);

  return story;
}

/* Who does not see the charts has a sentence for each. */
static void
test_words (void)
{
  g_autoptr (HipStory) story = begin ();
  HipRobot *robot = story->robot;

  hip_robot_expect (robot, "grouping:Trends > label:Weekly distance over 7 weeks*");
  hip_robot_expect (robot, "grouping:Trends > label:19 runs. 1 went more than 10*16.0*8 June*");
  hip_robot_expect (robot, "grouping:Trends > label:On Monday, 16 June: acute*not a risk score.");
  hip_robot_expect (robot, "grouping:Trends > label:4 days were scored: 3 at 0*");
  hip_robot_expect (robot, "grouping:Trends > label:Blue: 160.0*before a check.");
  hip_robot_expect (robot, "grouping:Trends > label:*too young*");
  hip_robot_quit (robot);
}

static void
expect_dialog (HipRobot *robot, const char *dialog)
{
  hip_robot_expect (robot, dialog);
  hip_robot_press (robot, "Escape");
  hip_robot_expect_gone (robot, dialog);
}

/* Enter opens what the keyboard is on: a run, a day, a pair. */
static void
test_opens (void)
{
  g_autoptr (HipStory) story = begin ();
  HipRobot *robot = story->robot;

  hip_robot_tab_to (robot, RUNS);
  hip_robot_press (robot, "End");
  hip_robot_press (robot, "Left");
  hip_robot_press (robot, "Left");
  hip_robot_press (robot, "Left");
  hip_robot_expect (robot, RUNS " > label:Sun 8 Jun*16.0*Longest of 30 days: 8.0*(+100*");
  hip_robot_press (robot, "Return");
  expect_dialog (robot, "dialog:Edit Run");
  hip_robot_tab_to (robot, CALENDAR);
  hip_robot_press (robot, "End");
  hip_robot_press (robot, "Left");
  hip_robot_expect (robot, CALENDAR " > label:Mon 9 Jun*left 8*");
  hip_robot_press (robot, "Down");
  hip_robot_expect (robot, CALENDAR " > label:Tue 10 Jun*left 1*");
  hip_robot_press (robot, "Return");
  expect_dialog (robot, "dialog:Hip Pain");
  hip_robot_tab_to (robot, SHOES);
  hip_robot_press (robot, "End");
  hip_robot_expect (robot, SHOES " > label:Blue*160.0*");
  hip_robot_press (robot, "Return");
  expect_dialog (robot, "dialog:Edit Shoes");
  hip_robot_quit (robot);
}

/* A week opens its runs, a sign its warning, in place. */
static void
test_opens_weeks_and_warnings (void)
{
  g_autoptr (HipStory) story = begin ();
  HipRobot *robot = story->robot;

  hip_robot_tab_to (robot, DISTANCE);
  hip_robot_press (robot, "End");
  hip_robot_press (robot, "Down");
  hip_robot_expect (robot, DISTANCE " > label:*: *");
  hip_robot_press (robot, "Return");
  hip_robot_expect (robot, "grouping:Trends > list:Warning > list item:*");
  hip_robot_expect (robot, "grouping:Trends > list:Warning > label:Possible causes");
  hip_robot_press (robot, "Return");
  hip_robot_expect_gone (robot, "grouping:Trends > list:Warning");
  hip_robot_press (robot, "Up");
  hip_robot_press (robot, "Home");
  hip_robot_expect (robot, DISTANCE " > label:Week of Sun 4 May*");
  hip_robot_press (robot, "Return");
  hip_robot_expect (robot, "grouping:Runs > list:Runs");
  hip_robot_quit (robot);
}

/* One axis moves all charts, and what they say; none of the toggles is pressed then. */
static void
test_moves (void)
{
  g_autoptr (HipStory) story = begin ();
  HipRobot *robot = story->robot;

  hip_robot_expect (robot, "grouping:Trends > label:4 May – 21 June 2025");
  hip_robot_tab_to (robot, RATIO);
  hip_robot_press (robot, "plus");
  hip_robot_expect (robot, "grouping:Trends > label:Weekly distance over 5 weeks*");
  hip_robot_press (robot, "<Control>Left");
  hip_robot_expect (robot, "grouping:Trends > label:4 May – *");
  hip_robot_press (robot, "0");
  hip_robot_expect (robot, "grouping:Trends > label:Weekly distance over 7 weeks*");
  hip_robot_click (robot, "grouping:Trends > radio button:6 weeks");
  hip_robot_expect (robot, "grouping:Trends > label:11 May – 21 June 2025");
  hip_robot_click (robot, "grouping:Trends > button:Earlier");
  hip_robot_expect (robot, "grouping:Trends > label:4 May – 14 June 2025");
  hip_robot_click (robot, "grouping:Trends > button:Zoom In");
  hip_robot_expect (robot, "grouping:Trends > label:Weekly distance over 4 weeks*");
  hip_robot_click (robot, "grouping:Trends > radio button:All");
  hip_robot_expect (robot, "grouping:Trends > label:4 May – 21 June 2025");
  hip_robot_quit (robot);
}

/* What the legend hides stays hidden when the log changes. */
static void
test_legend (void)
{
  g_autoptr (HipStory) story = begin ();
  HipRobot *robot = story->robot;

  hip_robot_expect_state (robot, "grouping:Trends > toggle button:Limit", ATSPI_STATE_PRESSED,
                          TRUE);
  hip_robot_click (robot, "grouping:Trends > toggle button:Limit");
  hip_robot_expect_state (robot, "grouping:Trends > toggle button:Limit", ATSPI_STATE_PRESSED,
                          FALSE);
  hip_robot_show_view (robot, 1);
  hip_robot_click (robot, "grouping:Today > toggle button:Left hip: 3 of 10");
  hip_robot_show_view (robot, 5);
  hip_robot_expect (robot, "grouping:Trends > label:5 days were scored*");
  hip_robot_expect_state (robot, "grouping:Trends > toggle button:Limit", ATSPI_STATE_PRESSED,
                          FALSE);
  hip_robot_quit (robot);
}

/* Of the first chart's menu, from above: GTK's menus do not tell their entries' names. */
typedef enum
{
  COMMAND_TABLE = 1,
  COMMAND_COPY,
  COMMAND_PNG,
  COMMAND_SVG,
} Command;

static void
choose_command (HipRobot *robot, Command command)
{
  g_autofree char *item = g_strdup_printf ("menu:* > menu item:*#%d", command);

  hip_robot_click (robot, "grouping:Trends > toggle button:Chart Menu");
  hip_robot_click (robot, item);
}

static void
test_table (void)
{
  g_autoptr (HipStory) story = begin ();
  HipRobot *robot = story->robot;

  choose_command (robot, COMMAND_TABLE);
  hip_robot_expect (robot, "dialog:Distance and Pain > *:Distance and Pain > label:Sun 8 Jun");
  hip_robot_expect (robot, "dialog:Distance and Pain > label:40.0?km");
  hip_robot_expect (robot, "dialog:Distance and Pain > label:Sun 4 May");
  hip_robot_press (robot, "Escape");
  hip_robot_expect_gone (robot, "dialog:Distance and Pain");
  hip_robot_quit (robot);
}

static void
save (HipStory *story, Command command, const char *name, const char *head)
{
  g_autofree char *path = hip_test_dir_path (story->home, name);
  g_autofree char *contents = NULL;
  gsize length;

  choose_command (story->robot, command);
  /* The ending of the proposed name is not selected. */
  hip_robot_expect_window (story->robot, SAVE);
  hip_robot_press (story->robot, "<Control>a");
  hip_robot_choose_file (story->robot, SAVE, path);
  hip_robot_expect (story->robot, "label:Chart saved");
  contents = hip_story_read (path, &length);
  g_assert_cmpuint (length, >, 1000);
  g_assert_nonnull (g_strstr_len (contents, 200, head));
}

static void
test_pictures (void)
{
  g_autoptr (HipStory) story = begin ();

  save (story, COMMAND_SVG, "chart.svg", "<svg");
  save (story, COMMAND_PNG, "chart.png", "PNG");
  choose_command (story->robot, COMMAND_COPY);
  hip_robot_expect (story->robot, "label:Chart copied");
  hip_robot_quit (story->robot);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/charts/words", test_words);
  g_test_add_func ("/charts/opens", test_opens);
  g_test_add_func ("/charts/opens-weeks-and-warnings", test_opens_weeks_and_warnings);
  g_test_add_func ("/charts/moves", test_moves);
  g_test_add_func ("/charts/legend", test_legend);
  g_test_add_func ("/charts/table", test_table);
  g_test_add_func ("/charts/pictures", test_pictures);

  return g_test_run ();
}
