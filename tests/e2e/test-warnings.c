// SPDX-License-Identifier: GPL-3.0-or-later
// What HipLog has to say, and what a runner can do about it.
#include "config.h"

#include "hip-story.h"

#define TODAY "2025-06-16"

/* Runs of 10 km, three a week, up to the day before yesterday. */
static const char runs[] = "date,distance_m,duration_s\n"
                           "2025-05-19,10000,3000\n"
                           "2025-05-21,10000,3000\n"
                           "2025-05-23,10000,3000\n"
                           "2025-05-26,10000,3000\n"
                           "2025-05-28,10000,3000\n"
                           "2025-05-30,10000,3000\n"
                           "2025-06-02,10000,3000\n"
                           "2025-06-04,10000,3000\n"
                           "2025-06-06,10000,3000\n"
                           "2025-06-09,10000,3000\n"
                           "2025-06-11,10000,3000\n"
                           "2025-06-14,10000,3000\n";

/* Pain at the front on three of seven days: that is asked about. */
static const char front_pain[] = "date,side,score,areas\n"
                                 "2025-06-11,left,3,front\n"
                                 "2025-06-13,left,4,front\n"
                                 "2025-06-15,left,3,front\n";

#define DIALOG  "dialog:A Few Questions > "
#define WARNING "list:Warnings > list item:*front of the left hip*"

static HipStory *
begin (const char *pain)
{
  HipStory *story = hip_story_new (TODAY);
  g_autofree char *log = hip_story_dup_log (story);
  g_autofree char *runs_file = hip_test_dir_write (story->home, "runs.csv", runs);

  hip_story_import (story, log, runs_file);
  if (pain != NULL)
    {
      g_autofree char *pain_file = hip_test_dir_write (story->home, "pain.csv", pain);

      hip_story_import (story, log, pain_file);
    }
  hip_robot_start (story->robot, NULL);
  hip_robot_expect (story->robot, "grouping:Today > button:Main Menu");
  return story;
}

/* Without an answer there are no figures; ticking none is one, and it is remembered. */
static void
test_answer_none (void)
{
  g_autoptr (HipStory) story = begin (front_pain);
  HipRobot *robot = story->robot;

  hip_robot_expect (robot, WARNING);
  hip_robot_expect (robot, "grouping:Today > label:No figures until the questions*");
  hip_robot_click (robot, "grouping:Today > button:Answer the Questions…");
  hip_robot_click (robot, DIALOG "button:None of These");
  hip_robot_expect_gone (robot, "dialog:A Few Questions");
  hip_robot_expect_log (robot,
                        "SELECT count(*) FROM screenings WHERE date = '" TODAY "' "
                        "AND yes IS NULL AND asked LIKE '%night-pain%'",
                        1);
  hip_robot_expect (robot, "grouping:Today > label:Up to 11.0*km*");
  hip_robot_expect (robot, WARNING);

  /* It can be undone like everything else. */
  hip_robot_press (robot, "<Control>z");
  hip_robot_expect_log (robot, "SELECT count(*) FROM screenings", 0);
  hip_robot_expect (robot, "grouping:Today > label:No figures until the questions*");
  hip_robot_quit (robot);
}

/* A yes says at once what to do, is a red flag, and leads to where help is. */
static void
test_answer_yes (void)
{
  g_autoptr (HipStory) story = begin (front_pain);
  HipRobot *robot = story->robot;

  hip_robot_click (robot, WARNING);
  hip_robot_click (robot, "list:Warnings > button:Answer the Questions…");
  hip_robot_click (robot, DIALOG "check box:Does it hurt at rest?");
  hip_robot_expect (robot, DIALOG "label:Do not run on it*");
  hip_robot_click (robot, DIALOG "button:Save");
  hip_robot_expect (robot, "heading:When to get help");
  hip_robot_expect_log (robot, "SELECT count(*) FROM screenings WHERE yes = 'rest-pain'", 1);

  hip_robot_show_view (robot, 1);
  hip_robot_expect (robot, "list:Warnings > list item:*Pain at rest*");
  hip_robot_expect (robot, "grouping:Today > label:No figures while a red flag*");

  /* Seen by somebody who can tell, it is quiet again. */
  hip_robot_click (robot, "list:Warnings > list item:*Pain at rest*");
  hip_robot_click (robot, "list:Warnings > list item:Why am I seeing this?");
  hip_robot_click (robot, "list:Warnings > list item:*your answers*");
  hip_robot_click (robot, DIALOG "*:Seen by a professional");
  hip_robot_click (robot, DIALOG "button:Save");
  hip_robot_expect_log (robot, "SELECT count(*) FROM screenings WHERE seen = 1", 1);
  hip_robot_expect_gone (robot, "list:Warnings > list item:*Pain at rest*");
  hip_robot_expect (robot, "grouping:Today > label:Up to 11.0*km*");
  hip_robot_quit (robot);
}

/* Every warning says why: the test in words and in figures, its source, and its entries. */
static void
test_why (void)
{
  g_autoptr (HipStory) story = begin (front_pain);
  HipRobot *robot = story->robot;

  hip_robot_click (robot, WARNING);
  hip_robot_click (robot, "list:Warnings > list item:Why am I seeing this?");
  hip_robot_expect (robot, "list:Warnings > label:Pain of 3 or more at the front*");
  hip_robot_expect (robot, "list:Warnings > label:at least 3 of 10*on 3 of 7 days*");
  hip_robot_expect (robot, "list:Warnings > label:Evidence: good*");
  hip_robot_expect (robot, "list:Warnings > label:Source:*Robertson*");
  hip_robot_click (robot, "list:Warnings > list item:*15 June*left hip 3 of 10*");
  hip_robot_expect (robot, "dialog:Hip Pain");
  hip_robot_press (robot, "Escape");
  hip_robot_expect_gone (robot, "dialog:Hip Pain");
  hip_robot_quit (robot);
}

/* A kind that is muted is gone, and comes back by Undo. */
static void
test_mute (void)
{
  g_autoptr (HipStory) story = begin (front_pain);
  HipRobot *robot = story->robot;

  hip_robot_click (robot, WARNING);
  hip_robot_click (robot, "list:Warnings > button:Mute This Kind of Warning");
  hip_robot_expect_gone (robot, WARNING);
  hip_robot_expect_log (robot,
                        "SELECT count(*) FROM dismissals WHERE rule = 'bone-stress-check' "
                        "AND subject IS NULL",
                        1);
  hip_robot_press (robot, "<Control>z");
  hip_robot_expect (robot, WARNING);
  hip_robot_expect_log (robot, "SELECT count(*) FROM dismissals", 0);
  hip_robot_quit (robot);
}

/* Room to run and what a plan would raise, for today and for another day. */
static void
test_plan (void)
{
  g_autoptr (HipStory) story = begin (NULL);
  HipRobot *robot = story->robot;

  hip_robot_expect (robot, "grouping:Today > label:Up to 11.0*km*");
  hip_robot_overwrite (robot, "grouping:Today > text:Planned distance", "21");
  hip_robot_expect (robot, "grouping:Today > label:21.0*110*longer*");
  hip_robot_overwrite (robot, "grouping:Today > text:Planned distance", "11");
  hip_robot_expect (robot, "grouping:Today > label:No warning would come from this run.");
  hip_robot_choose (robot, "grouping:Today > combo box:*", "Tomorrow");
  hip_robot_expect (robot, "grouping:Today > label:Up to 11.0*km*");
  hip_robot_overwrite (robot, "grouping:Today > text:Planned distance", "14");
  hip_robot_expect (robot, "grouping:Today > label:14.0*40*longer*");
  hip_robot_quit (robot);
}

/* Of many only the first few at once; the rest is one step away. */
static void
test_many (void)
{
  g_autoptr (GString) pain = g_string_new ("date,side,score,areas\n");
  g_autoptr (HipStory) story = NULL;

  for (int day = 1; day <= 15; day++)
    g_string_append_printf (pain, "2025-06-%02d,right,%d,side\n2025-06-%02d,left,%d,side\n", day,
                            day < 9 ? 3 : 6, day, day < 9 ? 3 : 6);
  story = begin (pain->str);
  hip_robot_expect (story->robot, "list:Warnings > list item:Left hip: high pain*");
  hip_robot_expect_gone (story->robot, "list:Warnings > list item:*a day with pain of 6*");
  hip_robot_click (story->robot, "list:Warnings > button:Show * More");
  hip_robot_expect (story->robot, "list:Warnings > list item:*a day with pain of 6*");
  hip_robot_expect_gone (story->robot, "list:Warnings > button:Show * More");
  hip_robot_quit (story->robot);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/warnings/answer-none", test_answer_none);
  g_test_add_func ("/warnings/answer-yes", test_answer_yes);
  g_test_add_func ("/warnings/why", test_why);
  g_test_add_func ("/warnings/mute", test_mute);
  g_test_add_func ("/warnings/plan", test_plan);
  g_test_add_func ("/warnings/many", test_many);

  return g_test_run ();
}
