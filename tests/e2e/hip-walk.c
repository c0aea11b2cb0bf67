// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of every view of the sample log:  hiplog-walk FOLDER
#include "config.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

#include "hip-robot.h"
#include "hip-test-util.h"

#define WIDTH         1100
#define HEIGHT        800
#define NARROW_WIDTH  360
#define NARROW_HEIGHT 720

/* The sample's runner ran a little too far on the day before. */
#define TODAY "2025-06-16"

typedef struct
{
  HipRobot *robot; /* (owned) */
  const char *folder;
  const char *suffix;
} Walk;

static const struct
{
  const char *name;
  const char *title;
} views[] = {
  { "today", "Today" }, { "runs", "Runs" },     { "shoes", "Shoes" },
  { "pain", "Pain" },   { "trends", "Trends" }, { "guide", "Guide" },
};

#define GUIDE 5

static void
take (Walk *walk, const char *name)
{
  g_autofree char *file_name = g_strdup_printf ("%s%s.png", name, walk->suffix);
  g_autofree char *file = g_build_filename (walk->folder, file_name, NULL);

  hip_robot_take_picture (walk->robot, file);
}

static void
show (Walk *walk, guint view)
{
  g_autofree char *page = g_strdup_printf ("grouping:%s > button:Main Menu", views[view].title);

  hip_robot_show_view (walk->robot, view + 1);
  hip_robot_expect (walk->robot, page);
}

static void
take_views (Walk *walk, const char *suffix, int width, int height)
{
  walk->suffix = suffix;
  hip_robot_resize (walk->robot, width, height);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      show (walk, i);
      take (walk, views[i].name);
    }
}

static void
take_dialog (Walk *walk, const char *keys, const char *title, const char *name)
{
  g_autofree char *dialog = g_strdup_printf ("dialog:%s", title);

  hip_robot_press (walk->robot, keys);
  hip_robot_expect (walk->robot, dialog);
  take (walk, name);
  hip_robot_press (walk->robot, "Escape");
  hip_robot_expect_gone (walk->robot, dialog);
}

static void
take_dialogs (Walk *walk)
{
  take_dialog (walk, "<Control>n", "New Run", "run-dialog");
  take_dialog (walk, "<Control><Shift>n", "New Care", "care-dialog");
  take_dialog (walk, "<Control>o", "Import", "import-dialog");
  take_dialog (walk, "<Control>e", "Export", "export-dialog");
  take_dialog (walk, "<Control>comma", "Preferences", "preferences");
  take_dialog (walk, "<Control>question", "Keyboard Shortcuts", "shortcuts");

  hip_robot_click (walk->robot, "button:Details…");
  hip_robot_expect (walk->robot, "dialog:Hip Pain");
  take (walk, "pain-dialog");
  hip_robot_press (walk->robot, "Escape");
  hip_robot_expect_gone (walk->robot, "dialog:Hip Pain");
}

static void
take_warning (Walk *walk)
{
  hip_robot_click (walk->robot, "list:Warnings > *:*");
  hip_robot_expect (walk->robot, "label:Possible causes");
  take (walk, "warning");
  hip_robot_click (walk->robot, "list:Warnings > button:*");
  hip_robot_expect (walk->robot, "button:Get Help");
  take (walk, "guide-page");
}

static void
take_finder (Walk *walk)
{
  show (walk, GUIDE);
  hip_robot_click (walk->robot, "list item:Symptom finder");
  hip_robot_click (walk->robot, "toggle button:Side of the hip, left hip");
  take (walk, "finder");
  hip_robot_click (walk->robot, "button:Next");
  hip_robot_click (walk->robot, "toggle button:Deep ache");
  take (walk, "finder-answers");
  hip_robot_click (walk->robot, "button:Show What Fits");
  hip_robot_expect (walk->robot, "list:Pages that fit > list item:*");
  take (walk, "finder-results");
  for (guint i = 0; i < 3; i++)
    hip_robot_press (walk->robot, "<Alt>Left");
}

static void
take_routine (Walk *walk)
{
  show (walk, GUIDE);
  hip_robot_click (walk->robot, "list item:Stretching");
  hip_robot_click (walk->robot, "grouping:Stretching > button:Start");
  hip_robot_expect_state (walk->robot, "dialog:Stretching > button:Start", ATSPI_STATE_SENSITIVE,
                          TRUE);
  take (walk, "routine");
  hip_robot_click (walk->robot, "dialog:Stretching > button:Start");
  hip_robot_expect (walk->robot, "button:Pause");
  take (walk, "routine-step");
  hip_robot_press (walk->robot, "Escape");
  hip_robot_expect_gone (walk->robot, "dialog:Stretching");
  hip_robot_press (walk->robot, "<Alt>Left");
}

static void
walk_sample (Walk *walk, const char *suffix)
{
  g_autofree char *narrow = g_strconcat ("-narrow", suffix, NULL);

  hip_robot_start (walk->robot, "--sample");
  hip_robot_expect (walk->robot, "grouping:Today > button:Main Menu");
  take_views (walk, suffix, WIDTH, HEIGHT);
  take_views (walk, narrow, NARROW_WIDTH, NARROW_HEIGHT);
  walk->suffix = narrow;
  show (walk, 0);
  take_dialogs (walk);
  take_finder (walk);
  take_routine (walk);
  hip_robot_resize (walk->robot, WIDTH, HEIGHT);
  walk->suffix = suffix;
  show (walk, 0);
  take_dialogs (walk);
  take_finder (walk);
  take_routine (walk);
  show (walk, 0);
  take_warning (walk);
  hip_robot_quit (walk->robot);
}

static void
walk_welcome (Walk *walk, const char *suffix)
{
  hip_robot_start (walk->robot, NULL);
  hip_robot_expect (walk->robot, "label:Welcome to HipLog");
  walk->suffix = suffix;
  hip_robot_resize (walk->robot, WIDTH, HEIGHT);
  take (walk, "welcome");
  hip_robot_quit (walk->robot);
}

/* What the runner typed, and what the watch has of the same days, beside a table nobody knows. */
static void
write_files (HipTestDir *home)
{
  static const char typed[] =
      "date,start_time,utc_offset_min,distance_m,duration_s,effort,note\n"
      "2025-06-10,18:00:00,120,10000,3000,5,\"Along the river, headwind home\"\n"
      "2025-06-12,07:30:00,120,8000,2400,3,\n";
  static const char watch[] =
      "date,start_time,utc_offset_min,distance_m,duration_s,cadence_spm,ascent_m,title\n"
      "2025-06-10,18:00:20,120,10150,3010,168,45,Evening run\n"
      "2025-06-12,07:30:10,120,8000,2400,170,20,\n"
      "2025-06-14,09:00:00,120,15000,4800,171,110,\n";
  static const char diary[] = "Date,Route,Kilometres,Minutes,Felt\n14/06/2025,Forest,15.2,81,good\n"
                              "15/06/2025,Lake,6,33,stiff\n";
  g_autofree char *first = hip_test_dir_write (home, "typed.csv", typed);
  g_autofree char *second = hip_test_dir_write (home, "new/watch.csv", watch);
  g_autofree char *third = hip_test_dir_write (home, "new/diary.csv", diary);
}

static void
import_typed (Walk *walk, HipTestDir *home)
{
  const char *arguments[] = { "typed.csv", NULL };

  hip_robot_start_in (walk->robot, hip_test_dir_get_path (home), arguments);
  hip_robot_expect (walk->robot, "dialog:Import > label:2");
  hip_robot_click (walk->robot, "dialog:Import > button:Import");
  hip_robot_click (walk->robot, "dialog:Import > button:Close");
  hip_robot_expect_gone (walk->robot, "dialog:Import");
  hip_robot_quit (walk->robot);
}

static void
take_import (Walk *walk)
{
  take (walk, "import-review");
  hip_robot_click (walk->robot, "dialog:Import > list item:Already in the log");
  hip_robot_expect (walk->robot, "dialog:Import > label:In the Log");
  take (walk, "import-duplicates");
  hip_robot_press (walk->robot, "Escape");
  hip_robot_click (walk->robot, "dialog:Import > list item:diary.csv");
  hip_robot_expect (walk->robot, "dialog:Import > button:Read");
  take (walk, "import-columns");
  hip_robot_press (walk->robot, "Escape");
  hip_robot_expect (walk->robot, "dialog:Import > list item:diary.csv");
}

static void
walk_import (Walk *walk, HipTestDir *home, const char *suffix)
{
  const char *arguments[] = { "new/watch.csv", "new/diary.csv", NULL };
  g_autofree char *narrow = g_strconcat ("-narrow", suffix, NULL);

  hip_robot_start_in (walk->robot, hip_test_dir_get_path (home), arguments);
  hip_robot_resize (walk->robot, WIDTH, HEIGHT);
  hip_robot_expect (walk->robot, "dialog:Import > list item:Already in the log");
  walk->suffix = suffix;
  take_import (walk);
  hip_robot_resize (walk->robot, NARROW_WIDTH, NARROW_HEIGHT);
  walk->suffix = narrow;
  take_import (walk);
  hip_robot_press (walk->robot, "Escape");
  hip_robot_expect_gone (walk->robot, "dialog:Import");
  hip_robot_quit (walk->robot);
}

int
main (int argc, char *argv[])
{
  g_autoptr (HipTestDir) home = hip_test_dir_new ();
  g_autoptr (HipRobot) robot = NULL;
  Walk walk;

  if (argc != 2)
    {
      fprintf (stderr, "Usage: hiplog-walk FOLDER\n");
      return EXIT_FAILURE;
    }
  setlocale (LC_ALL, "");
  g_mkdir_with_parents (argv[1], 0755);
  robot = hip_robot_new (hip_test_dir_get_path (home));
  walk = (Walk) { robot, argv[1], "" };
  if (g_getenv ("HIPLOG_TODAY") == NULL)
    hip_robot_set_environment (robot, "HIPLOG_TODAY", TODAY);

  walk_welcome (&walk, "");
  walk_sample (&walk, "");
  hip_robot_set_environment (robot, "ADW_DEBUG_COLOR_SCHEME", "prefer-dark");
  walk_welcome (&walk, "-dark");
  walk_sample (&walk, "-dark");

  write_files (home);
  hip_robot_set_environment (robot, "ADW_DEBUG_COLOR_SCHEME", "default");
  import_typed (&walk, home);
  walk_import (&walk, home, "");
  hip_robot_set_environment (robot, "ADW_DEBUG_COLOR_SCHEME", "prefer-dark");
  walk_import (&walk, home, "-dark");

  printf ("Pictures of the views: %s\n", argv[1]);
  return EXIT_SUCCESS;
}
