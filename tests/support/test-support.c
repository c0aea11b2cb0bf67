// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "hip-test-log.h"
#include "hip-test-util.h"

static HipDay
day (const char *iso)
{
  HipDay result = HIP_DAY_NONE;

  g_assert_true (hip_day_parse (iso, &result));
  return result;
}

static void
test_log_weeks (void)
{
  g_autoptr(HipTestLog) log = hip_test_log_new ("2026-03-04"); /* a Wednesday */

  hip_test_log_weeks (log, 2, "Mon Sun", 10000);
  hip_test_log_run (log, "Tue", 15000)->effort = 8;
  hip_test_log_run (log, "2026-01-01", 5000);

  g_autoptr(HipHistory) history = hip_test_log_history (log);
  static const char *const dates[] = { "2026-01-01", "2026-03-02", "2026-03-08",
                                       "2026-03-09", "2026-03-15", "2026-03-17" };
  g_assert_cmpuint (hip_history_get_n_runs (history), ==, G_N_ELEMENTS (dates));
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    g_assert_cmpint (hip_history_get_run (history, i)->date, ==, day (dates[i]));
  g_assert_cmpint (hip_history_get_run (history, 5)->effort, ==, 8);
  g_assert_cmpint (hip_history_get_run (history, 4)->effort, ==, HIP_UNSET);
}

static void
test_log_shoes_and_imports (void)
{
  g_autoptr(HipTestLog) log = hip_test_log_new ("2026-03-02");
  HipShoe *first = hip_test_log_shoe (log, "First", 1000);

  hip_test_log_run (log, "Mon", 10000);
  HipImport *import = hip_test_log_import (log, "old.csv");
  HipShoe *second = hip_test_log_shoe (log, "Second", 0);
  HipRun *imported = hip_test_log_run (log, "Tue", 10000);
  hip_test_log_import_end (log);
  hip_test_log_wear (log, first);
  HipRun *typed = hip_test_log_run (log, "Wed", 10000);
  hip_test_log_wear (log, NULL);
  HipRun *barefoot = hip_test_log_run (log, "Thu", 1000);

  g_assert_cmpint (second->rec.import_id, ==, import->rec.id);
  g_assert_cmpint (imported->shoe_id, ==, second->rec.id);
  g_assert_cmpint (imported->rec.import_id, ==, import->rec.id);
  g_assert_cmpint (import->rec.import_id, ==, 0);
  g_assert_cmpint (typed->shoe_id, ==, first->rec.id);
  g_assert_cmpint (typed->rec.import_id, ==, 0);
  g_assert_cmpint (barefoot->shoe_id, ==, 0);
}

static void
test_log_change (void)
{
  g_autoptr(HipTestLog) log = hip_test_log_new ("2026-03-02");

  hip_test_log_run (log, "Mon", 10000);
  hip_test_log_import (log, "old.csv");
  hip_test_log_shoe (log, "Pegasus", 0);
  hip_test_log_run (log, "Tue", 10000);
  hip_test_log_pain (log, "Tue", HIP_SIDE_LEFT, 4);
  hip_test_log_care (log, "Tue", HIP_CARE_STRENGTH, 20);
  hip_test_log_dismissal (log, "Tue", "long-run-jump", "run:1", 2);
  hip_test_log_screening (log, "Tue", HIP_FLAG_FALL | HIP_FLAG_FEVER, HIP_FLAG_FALL);

  g_autoptr(HipHistory) empty = hip_history_new_empty ();
  g_autoptr(HipChange) change = hip_test_log_change (log);
  g_autoptr(HipHistory) history = hip_history_with_change (empty, change);
  g_assert_cmpuint (hip_change_get_n (change), ==, 8);
  g_assert_cmpint (hip_change_get (change, 0)->after->kind, ==, HIP_RECORD_IMPORT);
  g_assert_cmpint (hip_change_get (change, 1)->after->kind, ==, HIP_RECORD_SHOE);
  g_assert_cmpuint (hip_history_get_n_runs (history), ==, 2);
  g_assert_cmpint (hip_history_get_pain_score (history, day ("2026-03-03")), ==, 4);
  g_assert_cmpstr (hip_history_get_dismissal (history, 0)->rule, ==, "long-run-jump");
  g_assert_cmpuint (hip_history_get_screening (history, 0)->yes, ==, HIP_FLAG_FALL);
  for (guint i = 0; i < hip_change_get_n (change); i++)
    g_assert_true (
        hip_record_validate (hip_change_get (change, i)->after, day ("2026-03-03"), NULL));
}

static void
test_dir (void)
{
  HipTestDir *dir = hip_test_dir_new ();
  g_autofree char *path = g_strdup (hip_test_dir_get_path (dir));
  g_autofree char *file = hip_test_dir_write (dir, "a/b.txt", "text");
  g_autofree char *link = hip_test_dir_path (dir, "link");
  g_autoptr(HipTestDir) other = hip_test_dir_new ();
  g_autofree char *kept = hip_test_dir_write (other, "kept", "");
  g_autoptr(GFile) link_file = g_file_new_for_path (link);

  g_assert_true (g_file_make_symbolic_link (link_file, hip_test_dir_get_path (other), NULL, NULL));
  g_assert_true (g_file_test (file, G_FILE_TEST_IS_REGULAR));
  hip_test_dir_free (dir);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));
}

static void
test_data_path (void)
{
  g_autofree char *path = hip_test_data_path ("vectors.json");
  g_autofree char *missing = hip_test_shared_path ("there-is-no-such-file");

  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  g_assert_null (missing);
}

static gboolean
set_true_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
test_wait (void)
{
  gboolean done = FALSE;

  g_idle_add (set_true_cb, &done);
  hip_test_wait (done);
  g_assert_true (done);
}

static void
test_wait_for_ever (void)
{
  HipTestWait wait;

  hip_test_wait_begin (&wait);
  g_assert_true (hip_test_wait_step (&wait));
  wait.deadline = 0;
  g_assert_false (hip_test_wait_step (&wait));
  hip_test_wait_end (&wait);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/support/log/weeks", test_log_weeks);
  g_test_add_func ("/support/log/shoes-and-imports", test_log_shoes_and_imports);
  g_test_add_func ("/support/log/change", test_log_change);
  g_test_add_func ("/support/dir", test_dir);
  g_test_add_func ("/support/data-path", test_data_path);
  g_test_add_func ("/support/wait", test_wait);
  g_test_add_func ("/support/wait/for-ever", test_wait_for_ever);
  return g_test_run ();
}
