// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-time-axis.h"

#include <math.h>

#define FIRST 1000
#define LAST  1099 /* a hundred days */

typedef struct
{
  HipTimeAxis *axis;
  guint n_changed;
  guint n_moved;
} Fixture;

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->axis = hip_time_axis_new ();
  hip_time_axis_set_extent (fixture->axis, FIRST, LAST, G_DATE_MONDAY);
  g_signal_connect_swapped (fixture->axis, "changed", G_CALLBACK (count_cb), &fixture->n_changed);
  g_signal_connect_swapped (fixture->axis, "cursor-moved", G_CALLBACK (count_cb),
                            &fixture->n_moved);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->axis);
}

#define assert_window(axis, begin, finish)                                                         \
  G_STMT_START                                                                                     \
  {                                                                                                \
    HipTimeScale scale_ = hip_time_axis_get_scale (axis);                                          \
                                                                                                   \
    g_assert_cmpfloat_with_epsilon (scale_.start, begin, 1e-9);                                    \
    g_assert_cmpfloat_with_epsilon (scale_.end, finish, 1e-9);                                     \
  }                                                                                                \
  G_STMT_END

static void
test_begins_whole (Fixture *fixture, gconstpointer data)
{
  assert_window (fixture->axis, FIRST, LAST + 1);
  g_assert_true (hip_time_axis_is_whole (fixture->axis));
  g_assert_false (hip_time_axis_is_closest (fixture->axis));
}

/* It never leaves the log and keeps its length at the edges. */
static void
test_window (Fixture *fixture, gconstpointer data)
{
  hip_time_axis_set_window (fixture->axis, 1010, 1040);
  assert_window (fixture->axis, 1010, 1040);
  g_assert_false (hip_time_axis_is_whole (fixture->axis));
  hip_time_axis_set_window (fixture->axis, 900, 930);
  assert_window (fixture->axis, FIRST, FIRST + 30);
  hip_time_axis_set_window (fixture->axis, 1090, 1130);
  assert_window (fixture->axis, LAST + 1 - 40, LAST + 1);
  hip_time_axis_set_window (fixture->axis, 0, 9999);
  assert_window (fixture->axis, FIRST, LAST + 1);
  g_assert_cmpuint (fixture->n_changed, ==, 4);

  hip_time_axis_set_window (fixture->axis, 0, 9999);
  hip_time_axis_set_window (fixture->axis, NAN, 1000);
  hip_time_axis_set_window (fixture->axis, 1020, 1020);
  g_assert_cmpuint (fixture->n_changed, ==, 4);
}

static void
test_zoom (Fixture *fixture, gconstpointer data)
{
  hip_time_axis_zoom (fixture->axis, 0.5, 0.25);
  assert_window (fixture->axis, 1012.5, 1062.5);
  hip_time_axis_zoom (fixture->axis, 2, 0.25);
  assert_window (fixture->axis, FIRST, LAST + 1);
  hip_time_axis_zoom (fixture->axis, 1e-9, 0);
  assert_window (fixture->axis, FIRST, FIRST + 7);
  g_assert_true (hip_time_axis_is_closest (fixture->axis));
  hip_time_axis_zoom (fixture->axis, INFINITY, 0);
  assert_window (fixture->axis, FIRST, LAST + 1);
}

static void
test_pan (Fixture *fixture, gconstpointer data)
{
  hip_time_axis_set_window (fixture->axis, 1020, 1040);
  hip_time_axis_pan (fixture->axis, 0.25);
  assert_window (fixture->axis, 1025, 1045);
  hip_time_axis_pan (fixture->axis, -9);
  assert_window (fixture->axis, FIRST, FIRST + 20);
}

static void
test_reveal (Fixture *fixture, gconstpointer data)
{
  hip_time_axis_set_window (fixture->axis, 1020, 1040);
  hip_time_axis_reveal (fixture->axis, 1020, 7);
  hip_time_axis_reveal (fixture->axis, 1033, 7);
  assert_window (fixture->axis, 1020, 1040);
  hip_time_axis_reveal (fixture->axis, 1034, 7);
  assert_window (fixture->axis, 1021, 1041);
  hip_time_axis_reveal (fixture->axis, 1005, 7);
  assert_window (fixture->axis, 1005, 1025);
}

/* The log grows: who looked at everything, or at its end, still does. */
static void
test_extent_grows (Fixture *fixture, gconstpointer data)
{
  hip_time_axis_set_extent (fixture->axis, FIRST, LAST + 7, G_DATE_MONDAY);
  assert_window (fixture->axis, FIRST, LAST + 8);
  hip_time_axis_set_window (fixture->axis, LAST - 20, LAST + 8);
  hip_time_axis_set_extent (fixture->axis, FIRST, LAST + 14, G_DATE_MONDAY);
  assert_window (fixture->axis, LAST - 13, LAST + 15);
  hip_time_axis_set_window (fixture->axis, 1010, 1030);
  hip_time_axis_set_extent (fixture->axis, FIRST, LAST, G_DATE_MONDAY);
  assert_window (fixture->axis, 1010, 1030);
  hip_time_axis_set_extent (fixture->axis, 1020, LAST, G_DATE_MONDAY);
  assert_window (fixture->axis, 1020, 1040);
}

/* A log of three days is shown whole. */
static void
test_short_log (void)
{
  g_autoptr (HipTimeAxis) axis = hip_time_axis_new ();

  hip_time_axis_set_extent (axis, 5, 7, G_DATE_MONDAY);
  hip_time_axis_zoom (axis, 0.1, 0.5);
  assert_window (axis, 5, 8);
  g_assert_true (hip_time_axis_is_whole (axis));
  g_assert_true (hip_time_axis_is_closest (axis));
}

static void
test_no_log (void)
{
  g_autoptr (HipTimeAxis) axis = hip_time_axis_new ();

  hip_time_axis_zoom (axis, 0.5, 0.5);
  hip_time_axis_pan (axis, 1);
  hip_time_axis_set_window (axis, 1, 10);
  hip_time_axis_reveal (axis, 3, 1);
  g_assert_false (hip_time_scale_has_range (hip_time_axis_get_scale (axis)));
  g_assert_true (hip_time_axis_is_whole (axis));
}

static void
test_cursor (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (hip_time_axis_get_cursor (fixture->axis), ==, HIP_DAY_NONE);
  hip_time_axis_set_cursor (fixture->axis, 1003);
  hip_time_axis_set_cursor (fixture->axis, 1003);
  g_assert_cmpint (hip_time_axis_get_cursor (fixture->axis), ==, 1003);
  g_assert_cmpuint (fixture->n_moved, ==, 1);
}

static void
test_gutter (Fixture *fixture, gconstpointer data)
{
  hip_time_axis_widen_gutter (fixture->axis, 20);
  hip_time_axis_widen_gutter (fixture->axis, 12);
  hip_time_axis_widen_gutter (fixture->axis, NAN);
  g_assert_cmpfloat (hip_time_axis_get_gutter (fixture->axis), ==, 20);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
}

#define ADD(path, func)                                                                            \
  g_test_add ("/charts/time-axis/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("begins-whole", test_begins_whole);
  ADD ("window", test_window);
  ADD ("zoom", test_zoom);
  ADD ("pan", test_pan);
  ADD ("reveal", test_reveal);
  ADD ("extent-grows", test_extent_grows);
  ADD ("cursor", test_cursor);
  ADD ("gutter", test_gutter);
  g_test_add_func ("/charts/time-axis/short-log", test_short_log);
  g_test_add_func ("/charts/time-axis/no-log", test_no_log);

  return g_test_run ();
}
