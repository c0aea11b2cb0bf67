// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-change.h"

#include "hip-test-util.h"

static HipRun *
new_run (gint64 id)
{
  HipRun *run = hip_run_new ();

  run->rec.id = id;
  return run;
}

static void
test_empty (void)
{
  g_autoptr(HipChange) change = hip_change_new ("Nothing");
  g_autoptr(HipChange) inverse = hip_change_invert (change);

  g_assert_cmpstr (hip_change_get_label (change), ==, "Nothing");
  g_assert_cmpuint (hip_change_get_n (change), ==, 0);
  g_assert_cmpuint (hip_change_get_n (inverse), ==, 0);
  g_assert_cmpstr (hip_change_get_label (inverse), ==, "Nothing");
}

static HipChange *
new_change (gpointer inserted, gpointer before, gpointer after, gpointer deleted)
{
  HipChange *change = hip_change_new ("All of it");

  hip_change_insert (change, inserted);
  hip_change_update (change, before, after);
  hip_change_delete (change, deleted);
  return change;
}

static void
assert_item (HipChange *change, guint i, gpointer before, gpointer after)
{
  g_assert_true (hip_change_get (change, i)->before == before);
  g_assert_true (hip_change_get (change, i)->after == after);
}

static void
test_invert (void)
{
  g_autoptr(HipRun) inserted = new_run (1);
  g_autoptr(HipRun) before = new_run (2);
  g_autoptr(HipRun) after = new_run (2);
  g_autoptr(HipRun) deleted = new_run (3);
  g_autoptr(HipChange) change = new_change (inserted, before, after, deleted);
  g_autoptr(HipChange) inverse = hip_change_invert (change);
  g_autoptr(HipChange) again = hip_change_invert (inverse);

  g_assert_cmpuint (hip_change_get_n (change), ==, 3);
  assert_item (change, 0, NULL, inserted);
  assert_item (change, 1, before, after);
  assert_item (change, 2, deleted, NULL);

  g_assert_cmpuint (hip_change_get_n (inverse), ==, 3);
  assert_item (inverse, 0, NULL, deleted);
  assert_item (inverse, 1, after, before);
  assert_item (inverse, 2, inserted, NULL);

  g_assert_cmpuint (hip_change_get_n (again), ==, 3);
  assert_item (again, 0, NULL, inserted);
  assert_item (again, 1, before, after);
  assert_item (again, 2, deleted, NULL);
}

static void
test_references (void)
{
  HipRun *run = new_run (1);
  HipChange *change = hip_change_new ("Add run");
  g_autoptr(HipChange) kept = hip_change_ref (change);

  g_set_str (&run->title, "Lake");
  hip_change_insert (change, run);
  hip_record_unref (run);
  hip_change_unref (change);
  g_assert_cmpstr (((HipRun *) hip_change_get (kept, 0)->after)->title, ==, "Lake");
}

static void
test_update_of_another (void)
{
  g_autoptr(HipChange) change = hip_change_new ("Edit run");
  g_autoptr(HipRun) before = new_run (1);
  g_autoptr(HipRun) another = new_run (2);
  g_autoptr(HipShoe) shoe = hip_shoe_new ();

  shoe->rec.id = 1;
  g_test_expect_message ("hip-records", G_LOG_LEVEL_CRITICAL, "*id*");
  hip_change_update (change, before, another);
  g_test_assert_expected_messages ();
  g_test_expect_message ("hip-records", G_LOG_LEVEL_CRITICAL, "*kind*");
  hip_change_update (change, before, shoe);
  g_test_assert_expected_messages ();
  g_assert_cmpuint (hip_change_get_n (change), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/change/empty", test_empty);
  g_test_add_func ("/change/invert", test_invert);
  g_test_add_func ("/change/references", test_references);
  g_test_add_func ("/change/update-of-another", test_update_of_another);
  return g_test_run ();
}
