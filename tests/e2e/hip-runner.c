// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-runner.h"

#include "hip-test-util.h"

#define TODAY "2025-06-16"

struct _HipRunner
{
  HipTestDir *home;
  HipRobot *robot;
};

/**
 * hip_runner_new:
 *
 * Returns: (transfer full): a runner who has not opened the app yet
 */
HipRunner *
hip_runner_new (void)
{
  HipRunner *self = g_new0 (HipRunner, 1);

  self->home = hip_test_dir_new ();
  self->robot = hip_robot_new (hip_test_dir_get_path (self->home));
  hip_robot_set_environment (self->robot, "HIPLOG_TODAY", TODAY);

  return self;
}

/**
 * hip_runner_free:
 */
void
hip_runner_free (HipRunner *self)
{
  g_return_if_fail (self != NULL);

  hip_robot_free (self->robot);
  hip_test_dir_free (self->home);
  g_free (self);
}

/**
 * hip_runner_get_robot:
 *
 * Returns: (transfer none): the runner's hands and eyes
 */
HipRobot *
hip_runner_get_robot (HipRunner *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->robot;
}

static void
expect_view (HipRunner *self, const char *view)
{
  g_autofree char *page = g_strdup_printf ("grouping:%s > button:Main Menu", view);

  hip_robot_expect (self->robot, page);
}

/**
 * hip_runner_begin:
 *
 * Opens the app for the first time and starts an empty log.
 */
void
hip_runner_begin (HipRunner *self)
{
  hip_robot_start (self->robot, NULL);
  hip_robot_click (self->robot, "*:Start an Empty Log");
  expect_view (self, "Today");
}

/**
 * hip_runner_come_back:
 *
 * Opens the app again.
 */
void
hip_runner_come_back (HipRunner *self)
{
  hip_robot_start (self->robot, NULL);
  hip_robot_expect (self->robot, "button:Main Menu");
}

/**
 * hip_runner_look_around:
 *
 * Opens the app with the sample log.
 */
void
hip_runner_look_around (HipRunner *self)
{
  hip_robot_start (self->robot, "--sample");
  expect_view (self, "Today");
}

/**
 * hip_runner_go_to:
 * @view: "Today", "Runs", "Shoes", "Pain", "Trends" or "Guide"
 *
 * Shows a view by its shortcut.
 */
void
hip_runner_go_to (HipRunner *self, const char *view)
{
  static const char *const views[] = { "Today", "Runs", "Shoes", "Pain", "Trends", "Guide", NULL };
  int number = 1;

  while (!g_str_equal (views[number - 1], view))
    g_assert_nonnull (views[number++]);
  hip_robot_show_view (self->robot, number);
  expect_view (self, view);
}

/**
 * hip_runner_add_shoes:
 * @start_distance: what the pair has run before
 *
 * Adds a pair of shoes from their view.
 */
void
hip_runner_add_shoes (HipRunner *self, const char *name, const char *start_distance)
{
  hip_runner_go_to (self, "Shoes");
  hip_robot_click (self->robot, "grouping:Shoes > button:Add Shoes");
  hip_robot_fill (self->robot, "dialog:New Shoes > text:Name", name);
  hip_robot_fill (self->robot, "dialog:New Shoes > text:Run Before This Log*", start_distance);
  hip_robot_click (self->robot, "dialog:New Shoes > button:Add");
  hip_robot_expect_gone (self->robot, "dialog:New Shoes");
}

/**
 * hip_runner_add_run:
 * @date: as in 2025-06-16
 * @distance: as in "10" or "6.5 mi"
 * @time: as in "52" or "1:02:30"
 *
 * Adds a run, and waits until it is in the log's file.
 */
void
hip_runner_add_run (HipRunner *self, const char *date, const char *distance, const char *time)
{
  gint64 n_runs = hip_robot_query_log (self->robot, "SELECT count(*) FROM runs");

  hip_robot_press (self->robot, "<Control>n");
  hip_robot_fill (self->robot, "dialog:New Run > text:Date", date);
  hip_robot_fill (self->robot, "dialog:New Run > text:Distance*", distance);
  hip_robot_fill (self->robot, "dialog:New Run > text:Time*", time);
  hip_robot_click (self->robot, "dialog:New Run > button:Add");
  hip_robot_expect_gone (self->robot, "dialog:New Run");
  hip_robot_expect_log (self->robot, "SELECT count(*) FROM runs", n_runs + 1);
}

/**
 * hip_runner_add_month:
 *
 * Adds four runs of 10 km, one each Monday up to last week.
 */
void
hip_runner_add_month (HipRunner *self)
{
  hip_runner_add_run (self, "2025-05-19", "10", "1:02:30");
  hip_runner_add_run (self, "2025-05-26", "10 km", "62");
  hip_runner_add_run (self, "2025-06-02", "10.0", "1:01:10");
  hip_runner_add_run (self, "2025-06-09", "10,0 km", "1:01");
}

/**
 * hip_runner_choose_run:
 * @row: how the row's name begins
 * @command: which entry of its menu, from 1 on
 *
 * Works the menu of a run that is on the screen. GTK's menus do not tell their entries' names.
 */
void
hip_runner_choose_run (HipRunner *self, const char *row, HipRunCommand command)
{
  g_autofree char *button =
      g_strdup_printf ("list:Runs > list item:%s* > toggle button:Run Menu", row);
  g_autofree char *item = g_strdup_printf ("menu:* > menu item:*#%d", command);

  hip_robot_click (self->robot, button);
  hip_robot_click (self->robot, item);
  hip_robot_expect_gone (self->robot, "menu:*");
}
