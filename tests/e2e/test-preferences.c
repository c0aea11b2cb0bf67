// SPDX-License-Identifier: GPL-3.0-or-later
// What is shown follows the preferences at once; what is kept does not change.
#include "config.h"

#include <locale.h>

#include "hip-story.h"

/* Between a figure and its unit; "?" in a pattern is any character, so also this one. */
#define NO_BREAK "\u00a0"

/* A Tuesday. */
#define TODAY "2025-08-26"

#define SHOES                                                                                      \
  "name,brand,model,bought,start_distance_m,check_at_m,replace_at_m,retired,note\n"                \
  "Old Blue,,,2025-01-09,100000,480000,800000,,\n"

/* 10 km on Tuesdays, 12 km on Sundays; 10 miles on the last Monday. */
#define RUNS                                                                                       \
  "date,distance_m,duration_s,shoe,title\n"                                                        \
  "2025-08-05,10000,3600,Old Blue,Easy\n"                                                          \
  "2025-08-10,12000,4200,Old Blue,Slow\n"                                                          \
  "2025-08-12,10000,3600,Old Blue,Easy\n"                                                          \
  "2025-08-17,12000,4200,Old Blue,Slow\n"                                                          \
  "2025-08-19,10000,3600,Old Blue,Easy\n"                                                          \
  "2025-08-25,16093,5400,Old Blue,Race\n"

#define SUM        "SELECT sum(distance_m) + max(distance_m) * 1000000 FROM runs"
#define SUM_METRES (70093 + G_GINT64_CONSTANT (16093) * 1000000)

#define MARKS "SELECT start_distance_m + check_at_m + replace_at_m FROM shoes"

static HipStory *
begin (void)
{
  HipStory *story = hip_story_new (TODAY);
  g_autofree char *log = hip_story_dup_log (story);
  g_autofree char *shoes = hip_test_dir_write (story->home, "export/shoes.csv", SHOES);
  g_autofree char *runs = hip_test_dir_write (story->home, "export/runs.csv", RUNS);
  g_autofree char *folder = hip_test_dir_path (story->home, "export");

  hip_story_import (story, log, folder);
  hip_robot_start (story->robot, NULL);
  hip_robot_expect (story->robot, "grouping:Today > button:Details…");
  return story;
}

static void
open_preferences (HipStory *story)
{
  hip_robot_press (story->robot, "<Control>comma");
  hip_robot_expect (story->robot, "dialog:Preferences");
}

static void
close_preferences (HipStory *story)
{
  hip_robot_press (story->robot, "Escape");
  hip_robot_expect_gone (story->robot, "dialog:Preferences");
}

static void
prefer (HipStory *story, const char *row, const char *choice)
{
  g_autofree char *path = g_strdup_printf ("dialog:Preferences > combo box:%s", row);

  open_preferences (story);
  hip_robot_choose (story->robot, path, choice);
  close_preferences (story);
}

/* A page has distances in one unit, and none in the other. */
static void
expect_unit (HipStory *story, int number, const char *title, const char *unit, const char *other)
{
  g_autofree char *distance = g_strdup_printf ("grouping:%s > *:*" NO_BREAK "%s*", title, unit);
  g_autofree char *other_distance =
      g_strdup_printf ("grouping:%s > *:*" NO_BREAK "%s*", title, other);
  g_autofree char *other_pace = g_strdup_printf ("grouping:%s > *:*/%s*", title, other);

  hip_robot_show_view (story->robot, number);
  hip_robot_expect (story->robot, distance);
  hip_robot_expect_gone (story->robot, other_distance);
  hip_robot_expect_gone (story->robot, other_pace);
}

static void
expect_units (HipStory *story, const char *unit, const char *other)
{
  expect_unit (story, 2, "Runs", unit, other);
  expect_unit (story, 3, "Shoes", unit, other);
  expect_unit (story, 5, "Trends", unit, other);
  expect_unit (story, 1, "Today", unit, other);
}

static void
expect_kilometres (HipStory *story)
{
  hip_robot_expect (story->robot, "grouping:Today > label:Up to 17.7?km: *, 16.1?km on 25 August");
  hip_robot_expect (story->robot, "grouping:Today > label:This week: 16.1?km so far*");
  hip_robot_show_view (story->robot, 3);
  hip_robot_expect (story->robot, "grouping:Shoes > label:170.1?km");
  hip_robot_expect (story->robot, "grouping:Shoes > label:309.9?km to check");
  hip_robot_show_view (story->robot, 5);
  hip_robot_expect (story->robot, "grouping:Trends > label:*Highest: 22.0?km *");
  hip_robot_show_view (story->robot, 1);
}

/* Room to run is rounded down. */
static void
expect_miles (HipStory *story)
{
  hip_robot_expect (story->robot, "grouping:Today > label:Up to 10.9?mi: *, 10.0?mi on 25 August");
  hip_robot_expect (story->robot, "grouping:Today > label:This week: 10.0?mi so far*");
  hip_robot_show_view (story->robot, 3);
  hip_robot_expect (story->robot, "grouping:Shoes > label:105.7?mi");
  hip_robot_expect (story->robot, "grouping:Shoes > label:192.6?mi to check");
  hip_robot_show_view (story->robot, 5);
  hip_robot_expect (story->robot, "grouping:Trends > label:*Highest: 13.7?mi *");
  hip_robot_show_view (story->robot, 2);
  hip_robot_expect (story->robot, "grouping:Runs > list item:* 10.0?mi, 1:30:00, 9:00?/mi*");
}

static void
expect_metres (HipStory *story)
{
  g_assert_cmpint (hip_robot_query_log (story->robot, SUM), ==, SUM_METRES);
  g_assert_cmpint (hip_robot_query_log (story->robot, MARKS), ==, 100000 + 480000 + 800000);
}

/* What is typed is in the unit that is shown. */
static void
add_miles (HipStory *story)
{
  hip_robot_press (story->robot, "<Control>n");
  hip_robot_fill (story->robot, "dialog:New Run > text:Distance (mi)", "2");
  hip_robot_press (story->robot, "Return");
  hip_robot_expect_gone (story->robot, "dialog:New Run");
  hip_robot_expect_log (story->robot, "SELECT distance_m FROM runs WHERE date = '" TODAY "'", 3219);
}

static void
test_units (void)
{
  g_autoptr (HipStory) story = begin ();

  expect_units (story, "km", "mi");
  expect_kilometres (story);
  prefer (story, "Distances in", "Miles");
  expect_units (story, "mi", "km");
  expect_miles (story);
  expect_metres (story);
  prefer (story, "Distances in", "Kilometres");
  expect_units (story, "km", "mi");
  expect_kilometres (story);
  expect_metres (story);
  prefer (story, "Distances in", "Miles");
  add_miles (story);
  hip_robot_quit (story->robot);
}

static void
expect_week (HipStory *story, const char *range, const char *distance)
{
  g_autofree char *header = g_strdup_printf ("row header:%s %s*", range, distance);

  hip_robot_expect (story->robot, header);
}

static void
test_weekday (void)
{
  g_autoptr (HipStory) story = begin ();

  hip_robot_show_view (story->robot, 2);
  expect_week (story, "10–16 August 2025", "22.0?km");
  prefer (story, "Week begins on", "Monday");
  expect_week (story, "This Week", "16.1?km");
  expect_week (story, "Last Week", "10.0?km");
  expect_week (story, "11–17 August 2025", "22.0?km");
  expect_week (story, "4–10 August 2025", "22.0?km");
  hip_robot_expect_gone (story->robot, "row header:10–16 August 2025*");
  prefer (story, "Week begins on", "Wednesday");
  expect_week (story, "Last Week", "22.0?km");
  expect_week (story, "6–12 August 2025", "22.0?km");
  hip_robot_show_view (story->robot, 5);
  hip_robot_expect (story->robot, "grouping:Trends > label:*in the week of Wednesday*");
  expect_metres (story);
  hip_robot_quit (story->robot);
}

/* A spin button does not tell what is typed into it; what comes of it is on Today. */
static void
limit (HipStory *story, const char *percent)
{
  const char *spin = "dialog:Preferences > spin button:Weekly increase to warn of";

  open_preferences (story);
  hip_robot_click (story->robot, spin);
  hip_robot_expect_state (story->robot, spin, ATSPI_STATE_FOCUSED, TRUE);
  hip_robot_press (story->robot, "<Control>a");
  hip_robot_type (story->robot, percent);
  hip_robot_press (story->robot, "Tab");
  close_preferences (story);
}

static void
test_limit (void)
{
  g_autoptr (HipStory) story = begin ();

  hip_robot_expect (story->robot, "label:8.1?km left this week: 10?% above *");
  limit (story, "20");
  hip_robot_expect (story->robot, "label:10.3?km left this week: 20?% above *");
  limit (story, "99");
  hip_robot_expect (story->robot, "label:16.9?km left this week: 50?% above *");
  limit (story, "1");
  hip_robot_expect (story->robot, "label:7.0?km left this week: 5?% above *");
  hip_robot_quit (story->robot);

  hip_robot_start (story->robot, NULL);
  hip_robot_expect (story->robot, "label:7.0?km left this week: 5?% above *");
  hip_robot_quit (story->robot);
}

#define KIND  "dialog:Preferences > check box:Worn shoes"
#define MUTED "SELECT count(*) FROM dismissals WHERE subject IS NULL AND rule = 'shoe-worn'"

static void
open_kinds (HipStory *story, const char *count)
{
  g_autofree char *label = g_strdup_printf ("dialog:Preferences > label:%s", count);

  open_preferences (story);
  hip_robot_expect (story->robot, label);
  hip_robot_click (story->robot, "dialog:Preferences > list item:Kinds of warnings");
  hip_robot_expect (story->robot, KIND);
}

static void
close_kinds (HipStory *story)
{
  hip_robot_press (story->robot, "Escape");
  hip_robot_expect_gone (story->robot, KIND);
  close_preferences (story);
}

static void
expect_kind (HipStory *story, const char *count, gboolean speaks)
{
  open_kinds (story, count);
  hip_robot_expect_state (story->robot, KIND, ATSPI_STATE_CHECKED, speaks);
  close_kinds (story);
}

/* A kind is off as long as its record is in the log, whoever puts it there or takes it away. */
static void
test_kinds (void)
{
  g_autoptr (HipStory) story = begin ();
  HipRobot *robot = story->robot;

  open_kinds (story, "All on");
  hip_robot_expect (robot, "dialog:Preferences > label:Always on*");
  hip_robot_expect_state (robot, KIND, ATSPI_STATE_CHECKED, TRUE);
  hip_robot_click (robot, KIND);
  hip_robot_expect_log (robot, MUTED, 1);
  hip_robot_expect_state (robot, KIND, ATSPI_STATE_CHECKED, FALSE);
  close_kinds (story);
  hip_robot_press (robot, "<Control>z");
  hip_robot_expect_log (robot, MUTED, 0);
  expect_kind (story, "All on", TRUE);
  hip_robot_press (robot, "<Control><Shift>z");
  hip_robot_expect_log (robot, MUTED, 1);
  expect_kind (story, "1 muted", FALSE);
  hip_robot_quit (robot);

  hip_robot_start (robot, NULL);
  open_kinds (story, "1 muted");
  hip_robot_click (robot, KIND);
  hip_robot_expect_log (robot, MUTED, 0);
  hip_robot_expect_state (robot, KIND, ATSPI_STATE_CHECKED, TRUE);
  close_kinds (story);
  hip_robot_quit (robot);
}

/* What it says is seen on Today: the pair has run 170 km by now, and gets its marks there. */
static void
test_muted_is_quiet (void)
{
  static const char warning[] = "grouping:Today > list item:*Old Blue*mark for a check*";
  g_autoptr (HipStory) story = hip_story_new (TODAY);
  g_autofree char *log = hip_story_dup_log (story);
  g_autofree char *shoes =
      hip_test_dir_write (story->home, "export/shoes.csv",
                          "name,start_distance_m,check_at_m,replace_at_m\nOld Blue,500000,480000,"
                          "800000\n");
  g_autofree char *runs = hip_test_dir_write (story->home, "export/runs.csv", RUNS);
  g_autofree char *folder = hip_test_dir_path (story->home, "export");

  hip_story_import (story, log, folder);
  hip_robot_start (story->robot, NULL);
  hip_robot_expect (story->robot, warning);
  open_preferences (story);
  hip_robot_click (story->robot, "dialog:Preferences > list item:Kinds of warnings");
  hip_robot_click (story->robot, "dialog:Preferences > check box:Shoes to look at");
  hip_robot_expect_gone (story->robot, warning);
  hip_robot_click (story->robot, "dialog:Preferences > check box:Shoes to look at");
  hip_robot_expect (story->robot, warning);
  close_kinds (story);
  hip_robot_quit (story->robot);
}

static void
set_mark (HipStory *story, const char *row, const char *distance)
{
  g_autofree char *spin = g_strdup_printf ("dialog:Preferences > spin button:%s", row);

  open_preferences (story);
  hip_robot_click (story->robot, spin);
  hip_robot_expect_state (story->robot, spin, ATSPI_STATE_FOCUSED, TRUE);
  hip_robot_press (story->robot, "<Control>a");
  hip_robot_type (story->robot, distance);
  hip_robot_press (story->robot, "Tab");
  close_preferences (story);
}

static void
expect_marks (HipStory *story, const char *unit, const char *check, const char *replace)
{
  g_autofree char *check_row = g_strdup_printf ("dialog:New Shoes > text:Check At (%s)", unit);
  g_autofree char *replace_row = g_strdup_printf ("dialog:New Shoes > text:Replace At (%s)", unit);

  hip_robot_show_view (story->robot, 3);
  hip_robot_click (story->robot, "grouping:Shoes > button:Add Shoes");
  hip_robot_expect_text (story->robot, check_row, check);
  hip_robot_expect_text (story->robot, replace_row, replace);
  hip_robot_press (story->robot, "Escape");
  hip_robot_expect_gone (story->robot, "dialog:New Shoes");
}

/* New pairs get the marks that are set; the others keep theirs. */
static void
test_marks (void)
{
  g_autoptr (HipStory) story = begin ();

  expect_marks (story, "km", "480", "800");
  set_mark (story, "Look at new pairs after (km)", "400");
  expect_marks (story, "km", "400", "800");
  set_mark (story, "Replace new pairs after (km)", "100");
  expect_marks (story, "km", "400", "401");
  set_mark (story, "Look at new pairs after (km)", "9999");
  expect_marks (story, "km", "400", "401");
  set_mark (story, "Replace new pairs after (km)", "800");
  set_mark (story, "Look at new pairs after (km)", "480");
  prefer (story, "Distances in", "Miles");
  expect_marks (story, "mi", "300", "500");
  set_mark (story, "Replace new pairs after (mi)", "600");
  expect_marks (story, "mi", "300", "600");
  expect_metres (story);
  hip_robot_quit (story->robot);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/preferences/units", test_units);
  g_test_add_func ("/preferences/weekday", test_weekday);
  g_test_add_func ("/preferences/limit", test_limit);
  g_test_add_func ("/preferences/kinds", test_kinds);
  g_test_add_func ("/preferences/muted-is-quiet", test_muted_is_quiet);
  g_test_add_func ("/preferences/marks", test_marks);

  return g_test_run ();
}
