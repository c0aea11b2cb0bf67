// SPDX-License-Identifier: GPL-3.0-or-later
// Each view and dialog on a small and on a large window: nothing hangs over its edge, and whatever
// can be used has a name.
#include "config.h"

#include "hip-runner.h"

#include <string.h>

static const char *const views[] = { "Today", "Runs", "Shoes", "Pain", "Trends", "Guide" };

static gboolean
is_used (HipNode *node)
{
  static const char *const roles[] = { "button",       "toggle button", "check box",
                                       "radio button", "text",          "combo box",
                                       "slider",       "switch",        "spin button",
                                       "entry",        "password text", NULL };

  return g_strv_contains (roles, hip_node_get_role (node));
}

static gboolean
scrolls (HipNode *node)
{
  for (HipNode *at = hip_node_get_parent (node); at != NULL; at = hip_node_get_parent (at))
    if (g_str_equal (hip_node_get_role (at), "scroll pane"))
      return TRUE;
  return FALSE;
}

/* Only what scrolls, and that only up and down, may be larger than the window. A header bar hangs
 * over by its border, on purpose. */
static void
check_node (HipRobot *robot, HipNode *node, int width, int height)
{
  HipRect rect;

  if (is_used (node) && *hip_node_get_name (node) == '\0')
    hip_robot_fail (robot, "A %s has no name.", hip_node_get_role (node));
  if (!hip_node_get_rect (node, &rect))
    return;
  if (rect.x < -1 || rect.x + rect.width > width + 1
      || (!scrolls (node) && (rect.y < -1 || rect.y + rect.height > height + 1)))
    hip_robot_fail (robot, "%s:%s is at %d,%d, %d×%d, in a window of %d×%d.",
                    hip_node_get_role (node), hip_node_get_name (node), rect.x, rect.y, rect.width,
                    rect.height, width, height);
}

static void
check_window (HipRobot *robot)
{
  g_autoptr (GPtrArray) nodes = hip_tree_find_all (hip_robot_get_tree (robot), "*:*");
  int width, height;

  hip_robot_get_size (robot, &width, &height);
  g_assert_cmpuint (nodes->len, >, 30);
  for (guint i = 0; i < nodes->len; i++)
    check_node (robot, g_ptr_array_index (nodes, i), width, height);
}

static void
check_dialog (HipRobot *robot, const char *keys, const char *title)
{
  g_autofree char *dialog = g_strdup_printf ("dialog:%s", title);

  hip_robot_press (robot, keys);
  hip_robot_expect (robot, dialog);
  check_window (robot);
  hip_robot_press (robot, "Escape");
  hip_robot_expect_gone (robot, dialog);
}

static void
check_everything (int width, int height)
{
  g_autoptr (HipRunner) runner = hip_runner_new ();
  HipRobot *robot = hip_runner_get_robot (runner);

  hip_robot_start (robot, NULL);
  hip_robot_resize (robot, width, height);
  hip_robot_expect (robot, "label:Welcome to HipLog");
  check_window (robot);
  hip_robot_quit (robot);

  hip_runner_look_around (runner);
  hip_robot_resize (robot, width, height);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      hip_runner_go_to (runner, views[i]);
      check_window (robot);
    }
  hip_robot_click (robot, "list item:Symptom finder");
  hip_robot_expect (robot, "toggle button:Side of the hip, left hip");
  check_window (robot);
  hip_robot_click (robot, "button:Next");
  hip_robot_expect (robot, "toggle button:Burning");
  check_window (robot);
  hip_runner_go_to (runner, "Today");
  hip_robot_click (robot, "list:Warnings > list item:?*");
  hip_robot_expect (robot, "label:Possible causes");
  check_window (robot);
  hip_robot_click (robot, "list:Warnings > button:Overuse");
  hip_robot_expect (robot, "grouping:Overuse > button:Get Help");
  check_window (robot);

  check_dialog (robot, "<Control>n", "New Run");
  check_dialog (robot, "<Control>o", "Import");
  check_dialog (robot, "<Control>e", "Export");
  check_dialog (robot, "<Control>comma", "Preferences");
  check_dialog (robot, "<Control>question", "Keyboard Shortcuts");
  hip_runner_go_to (runner, "Pain");
  hip_robot_click (robot, "button:Score Today");
  hip_robot_expect (robot, "dialog:Hip Pain");
  check_window (robot);
  hip_robot_press (robot, "Escape");
  hip_robot_expect_gone (robot, "dialog:Hip Pain");
  hip_robot_quit (robot);
}

static void
test_phone (void)
{
  check_everything (360, 640);
}

static void
test_smallest (void)
{
  check_everything (360, 294);
}

static void
test_desktop (void)
{
  check_everything (1280, 900);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/narrow/phone", test_phone);
  g_test_add_func ("/narrow/smallest", test_smallest);
  g_test_add_func ("/narrow/desktop", test_desktop);

  return g_test_run ();
}
