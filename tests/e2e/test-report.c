// SPDX-License-Identifier: GPL-3.0-or-later
// A runner takes a report to the physiotherapist.
#include "config.h"

#include <gio/gio.h>
#include <locale.h>

#include "hip-story.h"

/* A Sunday. */
#define TODAY "2025-06-15"

#define SAVE   "Save the Report"
#define DIALOG "dialog:Report > "

#define RUNS                                                                                       \
  "date,distance_m\n"                                                                              \
  "2025-05-05,10000\n2025-05-12,10000\n2025-05-19,10000\n2025-05-26,10000\n2025-06-02,11000\n"

#define PAIN                                                                                       \
  "date,side,score,areas\n"                                                                        \
  "2025-06-03,left,4,side\n2025-06-04,left,2,side\n2025-06-04,right,0,\n"

static HipStory *
begin (void)
{
  HipStory *story = hip_story_new (TODAY);

  hip_story_make_log (story, RUNS, PAIN);
  hip_robot_start (story->robot, NULL);
  hip_robot_expect (story->robot, "grouping:Today > button:Main Menu");

  return story;
}

static char *
read_text (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                                                     "pdftotext", "-layout", path, "-", NULL);
  char *text = NULL;

  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &text, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));

  return text;
}

static void
assert_says (const char *text, const char *pattern)
{
  if (!g_regex_match_simple (pattern, text, 0, 0))
    g_error ("“%s” is not in the report:\n%s", pattern, text);
}

/* The chooser offers a name of which only a part is selected. */
static void
save_as (HipStory *story, const char *path)
{
  hip_robot_click (story->robot, DIALOG "button:Save PDF…");
  hip_robot_expect_window (story->robot, SAVE);
  hip_robot_expect_state (story->robot, "dialog:" SAVE " > text:*", ATSPI_STATE_FOCUSED, TRUE);
  hip_robot_press (story->robot, "<Control>a");
  hip_robot_choose_file (story->robot, SAVE, path);
  hip_robot_expect (story->robot, "label:Saved as *report.pdf");
}

/* What was chosen is what is seen, and what is seen is what is saved. */
static void
test_save (void)
{
  g_autoptr (HipStory) story = begin ();
  g_autofree char *path = hip_test_dir_path (story->home, "report.pdf");
  g_autofree char *text = NULL;

  hip_robot_press (story->robot, "<Control>r");
  hip_robot_expect (story->robot, DIALOG "image:Page 1 of 1");
  hip_robot_fill (story->robot, DIALOG "text:Your name*", "Nina Berger");
  hip_robot_click (story->robot, DIALOG "check box:Daily figures");
  hip_robot_expect (story->robot, DIALOG "image:Page 2 of 2");
  save_as (story, path);
  hip_robot_press (story->robot, "Escape");
  hip_robot_expect_gone (story->robot, "dialog:Report");
  hip_robot_quit (story->robot);

  text = read_text (path);
  assert_says (text, "Nina Berger");
  assert_says (text, "5 May – 15 June 2025 · 42 days");
  assert_says (text, "Distance\\s+51\\.0 km");
  assert_says (text, "Mean\\s+3\\.0\\s+0\\.0");
  assert_says (text, "Mon 2 Jun\\s+11\\.0 km");
  assert_says (text, "2 of 2");
}

static void
test_dates (void)
{
  g_autoptr (HipStory) story = begin ();
  g_autofree char *path = hip_test_dir_path (story->home, "report.pdf");
  g_autofree char *text = NULL;

  hip_robot_press (story->robot, "<Control>r");
  hip_robot_expect (story->robot, DIALOG "image:Page 1 of 1");
  hip_robot_choose (story->robot, DIALOG "combo box:Period", "Own dates");
  hip_robot_fill (story->robot, DIALOG "text:From", "2025-06-03");
  hip_robot_fill (story->robot, DIALOG "text:To", "2025-06-02");
  hip_robot_expect (story->robot, DIALOG "label:The first day comes after the last.");
  hip_robot_expect_state (story->robot, DIALOG "button:Save PDF…", ATSPI_STATE_SENSITIVE, FALSE);
  hip_robot_fill (story->robot, DIALOG "text:To", "2025-06-04");
  hip_robot_expect_gone (story->robot, DIALOG "label:The first day comes after the last.");
  hip_robot_expect_state (story->robot, DIALOG "button:Save PDF…", ATSPI_STATE_SENSITIVE, TRUE);
  save_as (story, path);
  hip_robot_press (story->robot, "Escape");
  hip_robot_expect_gone (story->robot, "dialog:Report");
  hip_robot_quit (story->robot);

  text = read_text (path);
  assert_says (text, "3–4 June 2025 · 2 days");
  assert_says (text, "Distance\\s+0 km");
}

/* Whoever needs help is offered it, and the menu has it as well: it does not tell names. */
static void
test_ways (void)
{
  g_autoptr (HipStory) story = begin ();

  hip_robot_click (story->robot, "grouping:Today > button:Main Menu");
  hip_robot_click (story->robot, "menu:Main Menu > menu item:*#5");
  hip_robot_expect (story->robot, DIALOG "image:Page 1 of 1");
  hip_robot_click (story->robot, DIALOG "button:Cancel");
  hip_robot_expect_gone (story->robot, "dialog:Report");

  hip_robot_show_view (story->robot, 6);
  hip_robot_click (story->robot, "list item:When to get help");
  hip_robot_click (story->robot, "button:Report for My Physiotherapist…");
  hip_robot_expect (story->robot, DIALOG "button:Save PDF…");
  hip_robot_press (story->robot, "Escape");
  hip_robot_expect_gone (story->robot, "dialog:Report");
  hip_robot_quit (story->robot);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/save", test_save);
  g_test_add_func ("/report/dates", test_dates);
  g_test_add_func ("/report/ways", test_ways);

  return g_test_run ();
}
