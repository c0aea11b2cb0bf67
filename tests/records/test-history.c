// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-history.h"

#include "hip-test-log.h"
#include "hip-test-util.h"

static void
test_empty (void)
{
  g_autoptr(HipHistory) history = hip_history_new_empty ();

  g_assert_true (hip_history_is_empty (history));
  g_assert_cmpint (hip_history_get_first_day (history), ==, HIP_DAY_NONE);
  g_assert_cmpint (hip_history_get_last_day (history), ==, HIP_DAY_NONE);
  g_assert_cmpuint (hip_history_get_n_runs (history), ==, 0);
  g_assert_cmpuint (hip_history_find_run (history, 0), ==, 0);
  g_assert_cmpuint (hip_history_find_pain_day (history, 0), ==, 0);
  g_assert_cmpuint (hip_history_get_n_screenings (history), ==, 0);
  g_assert_cmpuint (hip_history_find_screening (history, 0), ==, 0);
  g_assert_cmpint (hip_history_get_pain_score (history, 0), ==, HIP_UNSET);
  g_assert_null (hip_history_get_run_by_id (history, 1));
  g_assert_null (hip_history_get_shoe_by_id (history, 1));
  g_assert_null (hip_history_get_shoe_by_name (history, "Pegasus"));
  g_assert_null (hip_history_get_last_shoe (history));
  g_assert_cmpint (hip_history_get_shoe_distance (history, 1, G_MAXINT32), ==, 0);
  g_assert_null (hip_history_undo_import (history, 1));
}

static void
test_is_empty (void)
{
  g_autoptr(HipTestLog) log = hip_test_log_new ("2026-03-02");

  hip_test_log_import (log, "nothing.csv");
  hip_test_log_dismissal (log, "Mon", "rule", NULL, 1);
  g_autoptr(HipHistory) empty = hip_test_log_history (log);
  g_assert_true (hip_history_is_empty (empty));
  g_assert_cmpint (hip_history_get_first_day (empty), ==, HIP_DAY_NONE);

  hip_test_log_shoe (log, "Pegasus", 0);
  g_autoptr(HipHistory) history = hip_test_log_history (log);
  g_assert_false (hip_history_is_empty (history));

  g_autoptr(HipTestLog) asked = hip_test_log_new ("2026-03-02");
  hip_test_log_screening (asked, "Mon", HIP_FLAG_FALL, 0);
  g_autoptr(HipHistory) screened = hip_test_log_history (asked);
  g_assert_false (hip_history_is_empty (screened));
  g_assert_cmpint (hip_history_get_first_day (screened), ==, HIP_DAY_NONE);
}

static void
test_first_and_last_day (void)
{
  g_autoptr(HipTestLog) log = hip_test_log_new ("2026-03-02");

  hip_test_log_run (log, "Wed", 5000);
  hip_test_log_pain (log, "Tue", HIP_SIDE_LEFT, 1);
  hip_test_log_care (log, "Sat", HIP_CARE_ICE, 10);

  g_autoptr(HipHistory) history = hip_test_log_history (log);
  g_assert_cmpint (hip_history_get_first_day (history), ==, hip_test_log_day (log, "Tue"));
  g_assert_cmpint (hip_history_get_last_day (history), ==, hip_test_log_day (log, "Sat"));

  hip_test_log_screening (log, "Mon", HIP_FLAG_FALL, 0);
  hip_test_log_screening (log, "Sun", HIP_FLAG_FALL, 0);
  g_autoptr(HipHistory) screened = hip_test_log_history (log);
  g_assert_cmpint (hip_history_get_first_day (screened), ==, hip_test_log_day (log, "Tue"));
  g_assert_cmpint (hip_history_get_last_day (screened), ==, hip_test_log_day (log, "Sun"));
}

static void
test_order_of_runs (void)
{
  g_autoptr(HipTestLog) log = hip_test_log_new ("2026-03-02");
  HipRun *evening = hip_test_log_run (log, "Tue", 1);
  HipRun *morning = hip_test_log_run (log, "Tue", 2);
  HipRun *sometime = hip_test_log_run (log, "Tue", 3);
  HipRun *twin = hip_test_log_run (log, "Tue", 4);
  HipRun *before = hip_test_log_run (log, "Mon", 5);

  evening->start_s = 64800;
  morning->start_s = 25200;
  twin->start_s = 64800;
  before->start_s = 86399;

  static const gint32 distances[] = { 5, 3, 2, 1, 4 };
  g_autoptr(HipHistory) history = hip_test_log_history (log);
  for (guint i = 0; i < G_N_ELEMENTS (distances); i++)
    g_assert_cmpint (hip_history_get_run (history, i)->distance_m, ==, distances[i]);
  g_assert_cmpint (hip_history_get_run_by_id (history, sometime->rec.id)->distance_m, ==, 3);
  g_assert_null (hip_history_get_run_by_id (history, 6));
  g_assert_null (hip_history_get_run_by_id (history, 0));
}

static void
test_find_run (void)
{
  g_autoptr(HipTestLog) log = hip_test_log_new ("2026-03-02");

  hip_test_log_run (log, "Tue", 1);
  hip_test_log_run (log, "Tue", 2);
  hip_test_log_run (log, "Thu", 3);

  g_autoptr(HipHistory) history = hip_test_log_history (log);
  g_assert_cmpuint (hip_history_find_run (history, HIP_DAY_NONE), ==, 0);
  g_assert_cmpuint (hip_history_find_run (history, hip_test_log_day (log, "Mon")), ==, 0);
  g_assert_cmpuint (hip_history_find_run (history, hip_test_log_day (log, "Tue")), ==, 0);
  g_assert_cmpuint (hip_history_find_run (history, hip_test_log_day (log, "Wed")), ==, 2);
  g_assert_cmpuint (hip_history_find_run (history, hip_test_log_day (log, "Thu")), ==, 2);
  g_assert_cmpuint (hip_history_find_run (history, hip_test_log_day (log, "Fri")), ==, 3);
}

static void
test_pain (void)
{
  g_autoptr(HipTestLog) log = hip_test_log_new ("2026-03-02");
  HipDay tuesday = hip_test_log_day (log, "Tue");

  hip_test_log_pain (log, "Wed", HIP_SIDE_LEFT, 0);
  hip_test_log_pain (log, "Tue", HIP_SIDE_RIGHT, 2);
  hip_test_log_pain (log, "Tue", HIP_SIDE_LEFT, 5);

  g_autoptr(HipHistory) history = hip_test_log_history (log);
  g_assert_cmpuint (hip_history_get_n_pain_days (history), ==, 3);
  g_assert_cmpint (hip_history_get_pain_day (history, 0)->side, ==, HIP_SIDE_LEFT);
  g_assert_cmpint (hip_history_get_pain_day (history, 1)->side, ==, HIP_SIDE_RIGHT);
  g_assert_cmpuint (hip_history_find_pain_day (history, tuesday), ==, 0);
  g_assert_cmpuint (hip_history_find_pain_day (history, tuesday + 1), ==, 2);
  g_assert_cmpuint (hip_history_find_pain_day (history, tuesday + 2), ==, 3);
  g_assert_cmpint (hip_history_lookup_pain (history, tuesday, HIP_SIDE_RIGHT)->score, ==, 2);
  g_assert_null (hip_history_lookup_pain (history, tuesday + 1, HIP_SIDE_RIGHT));
  g_assert_null (hip_history_lookup_pain (history, tuesday - 1, HIP_SIDE_LEFT));
  g_assert_cmpint (hip_history_get_pain_score (history, tuesday), ==, 5);
  g_assert_cmpint (hip_history_get_pain_score (history, tuesday + 1), ==, 0);
  g_assert_cmpint (hip_history_get_pain_score (history, tuesday + 2), ==, HIP_UNSET);
}

static void
test_order_of_others (void)
{
  g_autoptr(HipTestLog) log = hip_test_log_new ("2026-03-02");

  hip_test_log_import (log, "second")->imported_at = 2000;
  hip_test_log_import (log, "first")->imported_at = 1000;
  hip_test_log_care (log, "Tue", HIP_CARE_ICE, 10);
  hip_test_log_care (log, "Mon", HIP_CARE_HEAT, 10);
  hip_test_log_dismissal (log, "Tue", "b", NULL, 1);
  hip_test_log_dismissal (log, "Mon", "a", NULL, 1);

  g_autoptr(HipHistory) history = hip_test_log_history (log);
  g_assert_cmpuint (hip_history_get_n_imports (history), ==, 2);
  g_assert_cmpstr (hip_history_get_import (history, 0)->name, ==, "first");
  g_assert_cmpuint (hip_history_get_n_care (history), ==, 2);
  g_assert_cmpint (hip_history_get_care (history, 0)->kind, ==, HIP_CARE_HEAT);
  g_assert_cmpuint (hip_history_get_n_dismissals (history), ==, 2);
  g_assert_cmpstr (hip_history_get_dismissal (history, 0)->rule, ==, "a");
}

static void
test_mutes (void)
{
  g_autoptr(HipTestLog) log = hip_test_log_new ("2026-03-02");

  hip_test_log_dismissal (log, "Mon", "week-jump", "week/2026-03-02", 1);
  hip_test_log_dismissal (log, "Mon", "hard-ground", "runs", 1);
  HipDismissal *mute = hip_test_log_mute (log, "Tue", "hard-ground");
  hip_test_log_dismissal (log, "Tue", "no-strength", "", 1);
  hip_test_log_mute (log, "Wed", "hard-ground");

  g_autoptr(HipHistory) history = hip_test_log_history (log);
  g_assert_true (hip_history_is_muted (history, "hard-ground"));
  g_assert_true (hip_record_equal (hip_history_get_mute (history, "hard-ground"), mute));
  g_assert_true (hip_history_is_muted (history, "no-strength"));
  g_assert_false (hip_history_is_muted (history, "week-jump"));
  g_assert_null (hip_history_get_mute (history, "week-jump"));
  g_assert_false (hip_history_is_muted (history, "hard"));
  g_assert_false (hip_history_is_muted (history, ""));
}

static void
test_unmute (void)
{
  g_autoptr(HipTestLog) log = hip_test_log_new ("2026-03-02");
  g_autoptr(HipChange) change = hip_change_new ("Unmute");

  hip_test_log_mute (log, "Mon", "hard-ground");
  hip_test_log_mute (log, "Mon", "one-pair");
  g_autoptr(HipHistory) history = hip_test_log_history (log);
  hip_change_delete (change, hip_history_get_mute (history, "hard-ground"));
  g_autoptr(HipHistory) after = hip_history_with_change (history, change);
  g_assert_false (hip_history_is_muted (after, "hard-ground"));
  g_assert_true (hip_history_is_muted (after, "one-pair"));
}

static void
test_screenings (void)
{
  g_autoptr(HipTestLog) log = hip_test_log_new ("2026-03-02");

  hip_test_log_screening (log, "Thu", HIP_FLAG_FALL | HIP_FLAG_FEVER, HIP_FLAG_FEVER);
  hip_test_log_screening (log, "Tue", HIP_FLAG_FALL, 0);
  hip_test_log_screening (log, "Tue", HIP_FLAG_FALL, HIP_FLAG_FALL)->seen = TRUE;

  g_autoptr(HipHistory) history = hip_test_log_history (log);
  g_assert_cmpuint (hip_history_get_n_screenings (history), ==, 3);
  g_assert_cmpuint (hip_history_get_screening (history, 0)->yes, ==, 0);
  g_assert_true (hip_history_get_screening (history, 1)->seen);
  g_assert_cmpuint (hip_history_get_screening (history, 2)->yes, ==, HIP_FLAG_FEVER);
  g_assert_cmpuint (hip_history_find_screening (history, HIP_DAY_NONE), ==, 0);
  g_assert_cmpuint (hip_history_find_screening (history, hip_test_log_day (log, "Tue")), ==, 0);
  g_assert_cmpuint (hip_history_find_screening (history, hip_test_log_day (log, "Wed")), ==, 2);
  g_assert_cmpuint (hip_history_find_screening (history, hip_test_log_day (log, "Thu")), ==, 2);
  g_assert_cmpuint (hip_history_find_screening (history, hip_test_log_day (log, "Fri")), ==, 3);
}

static void
test_shoe_distance (void)
{
  g_autoptr(HipTestLog) log = hip_test_log_new ("2026-03-02");
  HipShoe *old = hip_test_log_shoe (log, "Old", 100000);
  gint64 old_id = old->rec.id;

  hip_test_log_run (log, "Mon", 10000);
  hip_test_log_run (log, "Wed", 5000);
  hip_test_log_run (log, "Wed", 2000);
  gint64 fresh_id = hip_test_log_shoe (log, "Fresh", 0)->rec.id;
  hip_test_log_run (log, "Tue", 1000);
  hip_test_log_wear (log, NULL);
  hip_test_log_run (log, "Thu", 7777);

  g_autoptr(HipHistory) history = hip_test_log_history (log);
  HipDay monday = hip_test_log_day (log, "Mon");
  g_assert_cmpint (hip_history_get_shoe_distance (history, old_id, monday - 1), ==, 100000);
  g_assert_cmpint (hip_history_get_shoe_distance (history, old_id, monday), ==, 110000);
  g_assert_cmpint (hip_history_get_shoe_distance (history, old_id, monday + 1), ==, 110000);
  g_assert_cmpint (hip_history_get_shoe_distance (history, old_id, monday + 2), ==, 117000);
  g_assert_cmpint (hip_history_get_shoe_distance (history, old_id, G_MAXINT32), ==, 117000);
  g_assert_cmpint (hip_history_get_shoe_distance (history, fresh_id, monday), ==, 0);
  g_assert_cmpint (hip_history_get_shoe_distance (history, fresh_id, G_MAXINT32), ==, 1000);
  g_assert_cmpint (hip_history_get_shoe_distance (history, 99, G_MAXINT32), ==, 0);
  g_assert_cmpint (hip_history_get_shoe_distance (history, 0, G_MAXINT32), ==, 0);
}

static void
test_shoes (void)
{
  g_autoptr(HipTestLog) log = hip_test_log_new ("2026-03-02");

  hip_test_log_shoe (log, "First", 0)->rec.id = 40;
  hip_test_log_shoe (log, "Second", 0)->rec.id = 7;

  g_autoptr(HipHistory) history = hip_test_log_history (log);
  g_assert_cmpstr (hip_history_get_shoe (history, 0)->name, ==, "Second");
  g_assert_cmpstr (hip_history_get_shoe_by_id (history, 40)->name, ==, "First");
  g_assert_null (hip_history_get_shoe_by_id (history, 8));
  g_assert_null (hip_history_get_shoe_by_id (history, 41));
  g_assert_cmpint (hip_history_get_shoe_by_name (history, "First")->rec.id, ==, 40);
  g_assert_null (hip_history_get_shoe_by_name (history, "first"));
  g_assert_null (hip_history_get_shoe_by_name (history, NULL));
}

static void
test_last_shoe (void)
{
  g_autoptr(HipTestLog) log = hip_test_log_new ("2026-03-02");
  HipShoe *in_use = hip_test_log_shoe (log, "In use", 0);

  hip_test_log_run (log, "Mon", 5000);
  HipShoe *retired = hip_test_log_shoe (log, "Retired", 0);
  hip_test_log_run (log, "Tue", 5000);
  hip_test_log_wear (log, NULL);
  hip_test_log_run (log, "Wed", 5000);
  hip_test_log_shoe (log, "Never worn", 0);

  g_autoptr(HipHistory) before = hip_test_log_history (log);
  g_assert_cmpstr (hip_history_get_last_shoe (before)->name, ==, "Retired");
  retired->retired = hip_test_log_day (log, "Wed");
  g_autoptr(HipHistory) after = hip_test_log_history (log);
  g_assert_cmpstr (hip_history_get_last_shoe (after)->name, ==, "In use");
  in_use->retired = hip_test_log_day (log, "Wed");
  g_autoptr(HipHistory) none = hip_test_log_history (log);
  g_assert_null (hip_history_get_last_shoe (none));
}

static void
test_with_change (void)
{
  g_autoptr(HipTestLog) log = hip_test_log_new ("2026-03-02");
  g_autoptr(HipChange) change = hip_change_new ("Several");

  hip_test_log_run (log, "Mon", 1000);
  hip_test_log_run (log, "Tue", 2000);
  g_autoptr(HipHistory) history = hip_test_log_history (log);

  HipRun *first = hip_history_get_run (history, 0);
  g_autoptr(HipRun) longer = hip_record_copy (first);
  longer->distance_m = 1500;
  longer->date = hip_test_log_day (log, "Sun");
  g_autoptr(HipRun) fresh = hip_run_new ();
  fresh->date = hip_test_log_day (log, "Wed");
  hip_change_update (change, first, longer);
  hip_change_delete (change, hip_history_get_run (history, 1));
  hip_change_insert (change, fresh);

  g_autoptr(HipHistory) after = hip_history_with_change (history, change);
  g_assert_cmpuint (hip_history_get_n_runs (history), ==, 2);
  g_assert_cmpint (hip_history_get_run (history, 0)->distance_m, ==, 1000);
  g_assert_cmpuint (hip_history_get_n_runs (after), ==, 2);
  g_assert_cmpint (hip_history_get_run (after, 0)->date, ==, fresh->date);
  g_assert_cmpint (hip_history_get_run (after, 0)->rec.id, ==, 3);
  g_assert_cmpint (hip_history_get_run (after, 1)->distance_m, ==, 1500);
  g_assert_cmpint (fresh->rec.id, ==, 0);
}

static void
test_with_change_placeholders (void)
{
  g_autoptr(HipHistory) history = hip_history_new_empty ();
  g_autoptr(HipChange) change = hip_change_new ("Import");
  g_autoptr(HipImport) import = hip_import_new ();
  g_autoptr(HipShoe) shoe = hip_shoe_new ();
  g_autoptr(HipShoe) other = hip_shoe_new ();
  g_autoptr(HipShoe) old = hip_shoe_new ();
  g_autoptr(HipRun) run = hip_run_new ();

  /* The same placeholder means different things for an import and a shoe. */
  import->rec.id = -1;
  shoe->rec.id = -1;
  other->rec.id = -2;
  old->rec.id = 1; /* comes back by its own id, which nobody else may get before it */
  shoe->rec.import_id = other->rec.import_id = run->rec.import_id = -1;
  run->shoe_id = -2;
  hip_change_insert (change, import);
  hip_change_insert (change, shoe);
  hip_change_insert (change, other);
  hip_change_insert (change, old);
  hip_change_insert (change, run);

  g_autoptr(HipHistory) after = hip_history_with_change (history, change);
  g_assert_cmpuint (hip_history_get_n_shoes (after), ==, 3);
  g_assert_cmpint (hip_history_get_import (after, 0)->rec.id, ==, 1);
  g_assert_cmpint (hip_history_get_shoe (after, 0)->rec.import_id, ==, 0);
  g_assert_cmpint (hip_history_get_shoe (after, 1)->rec.import_id, ==, 1);
  g_assert_cmpint (hip_history_get_shoe (after, 2)->rec.id, ==, 3);
  g_assert_cmpint (hip_history_get_run (after, 0)->shoe_id, ==, 3);
  g_assert_cmpint (hip_history_get_run (after, 0)->rec.id, ==, 1);
  g_assert_cmpint (hip_history_get_run (after, 0)->rec.import_id, ==, 1);
  g_assert_cmpint (run->shoe_id, ==, -2);
}

static void
assert_same_history (HipHistory *a, HipHistory *b)
{
  g_assert_cmpuint (hip_history_get_n_runs (a), ==, hip_history_get_n_runs (b));
  for (guint i = 0; i < hip_history_get_n_runs (a); i++)
    g_assert_true (hip_record_equal (hip_history_get_run (a, i), hip_history_get_run (b, i)));
  g_assert_cmpuint (hip_history_get_n_shoes (a), ==, hip_history_get_n_shoes (b));
  for (guint i = 0; i < hip_history_get_n_shoes (a); i++)
    g_assert_true (hip_record_equal (hip_history_get_shoe (a, i), hip_history_get_shoe (b, i)));
  g_assert_cmpuint (hip_history_get_n_imports (a), ==, hip_history_get_n_imports (b));
  g_assert_cmpuint (hip_history_get_n_pain_days (a), ==, hip_history_get_n_pain_days (b));
  g_assert_cmpuint (hip_history_get_n_care (a), ==, hip_history_get_n_care (b));
  g_assert_cmpuint (hip_history_get_n_dismissals (a), ==, hip_history_get_n_dismissals (b));
  g_assert_cmpuint (hip_history_get_n_screenings (a), ==, hip_history_get_n_screenings (b));
  g_assert_cmpuint (hip_history_get_n_replaced_runs (a), ==, hip_history_get_n_replaced_runs (b));
  for (guint i = 0; i < hip_history_get_n_replaced_runs (a); i++)
    g_assert_true (hip_record_equal (hip_history_get_replaced_run (a, i),
                                     hip_history_get_replaced_run (b, i)));
}

static gboolean
is_reference_there (HipHistory *history, HipRecord *record)
{
  gboolean import_there = record->import_id == 0;

  for (guint i = 0; i < hip_history_get_n_imports (history); i++)
    import_there |= hip_history_get_import (history, i)->rec.id == record->import_id;
  if ((record->kind != HIP_RECORD_RUN && record->kind != HIP_RECORD_REPLACED_RUN)
      || ((HipRun *) record)->shoe_id == 0)
    return import_there;
  return import_there && hip_history_get_shoe_by_id (history, ((HipRun *) record)->shoe_id) != NULL;
}

/* Applies a change item by item, as a database does; no reference may ever be to
 * something that is not there. */
static HipHistory *
apply_step_by_step (HipHistory *history, HipChange *change)
{
  HipHistory *now = hip_history_ref (history);

  for (guint i = 0; i < hip_change_get_n (change); i++)
    {
      const HipChangeItem *item = hip_change_get (change, i);
      g_autoptr(HipChange) step = hip_change_new ("Step");
      g_autoptr(HipHistory) before = now;

      if (item->before == NULL)
        hip_change_insert (step, item->after);
      else if (item->after == NULL)
        hip_change_delete (step, item->before);
      else
        hip_change_update (step, item->before, item->after);
      now = hip_history_with_change (before, step);
      for (guint j = 0; j < hip_history_get_n_runs (now); j++)
        g_assert_true (is_reference_there (now, HIP_RECORD (hip_history_get_run (now, j))));
      for (guint j = 0; j < hip_history_get_n_shoes (now); j++)
        g_assert_true (is_reference_there (now, HIP_RECORD (hip_history_get_shoe (now, j))));
      for (guint j = 0; j < hip_history_get_n_care (now); j++)
        g_assert_true (is_reference_there (now, HIP_RECORD (hip_history_get_care (now, j))));
      for (guint j = 0; j < hip_history_get_n_screenings (now); j++)
        g_assert_true (is_reference_there (now, HIP_RECORD (hip_history_get_screening (now, j))));
      for (guint j = 0; j < hip_history_get_n_replaced_runs (now); j++)
        g_assert_true (
            is_reference_there (now, HIP_RECORD (&hip_history_get_replaced_run (now, j)->was)));
    }
  return now;
}

static void
test_delete_shoe (void)
{
  g_autoptr(HipTestLog) log = hip_test_log_new ("2026-03-02");

  hip_test_log_shoe (log, "Gone", 0);
  hip_test_log_weeks (log, 2, "Mon Wed", 5000);
  hip_test_log_shoe (log, "Kept", 0);
  hip_test_log_run (log, "Mon", 5000);

  g_autoptr(HipHistory) history = hip_test_log_history (log);
  g_autoptr(HipChange) change =
                hip_history_delete_shoe (history, hip_history_get_shoe_by_name (history, "Gone"));
  g_autoptr(HipHistory) after = apply_step_by_step (history, change);
  g_assert_cmpuint (hip_change_get_n (change), ==, 5);
  g_assert_cmpuint (hip_history_get_n_runs (after), ==, 5);
  g_assert_cmpuint (hip_history_get_n_shoes (after), ==, 1);
  g_assert_cmpint (hip_history_get_run (after, 0)->shoe_id, ==, 0);
  g_assert_cmpint (hip_history_get_run (after, 4)->shoe_id, ==, 2);

  g_autoptr(HipChange) inverse = hip_change_invert (change);
  g_autoptr(HipHistory) again = apply_step_by_step (after, inverse);
  assert_same_history (history, again);
}

static HipTestLog *
new_log_with_import (void)
{
  HipTestLog *log = hip_test_log_new ("2026-03-02");

  hip_test_log_shoe (log, "Own", 0);
  hip_test_log_run (log, "Mon", 1000);
  hip_test_log_pain (log, "Mon", HIP_SIDE_LEFT, 1);
  hip_test_log_screening (log, "Mon", HIP_FLAG_FALL, 0);
  hip_test_log_import (log, "other.csv");
  hip_test_log_run (log, "Tue", 2000);
  hip_test_log_import (log, "undone.csv");
  HipShoe *shared = hip_test_log_shoe (log, "Shared", 0);
  hip_test_log_run (log, "Wed", 3000);
  hip_test_log_shoe (log, "Brought along", 0);
  hip_test_log_run (log, "Thu", 4000);
  hip_test_log_pain (log, "Thu", HIP_SIDE_LEFT, 2);
  hip_test_log_care (log, "Thu", HIP_CARE_REST, HIP_UNSET);
  hip_test_log_screening (log, "Thu", HIP_FLAG_FALL, HIP_FLAG_FALL);
  hip_test_log_import_end (log);
  hip_test_log_wear (log, shared);
  hip_test_log_run (log, "Fri", 5000);
  return log;
}

static void
test_undo_import (void)
{
  g_autoptr(HipTestLog) log = new_log_with_import ();
  g_autoptr(HipHistory) history = hip_test_log_history (log);
  g_autoptr(HipChange) change = hip_history_undo_import (history, 2);
  g_autoptr(HipHistory) after = apply_step_by_step (history, change);

  g_assert_cmpuint (hip_history_get_n_runs (after), ==, 3);
  g_assert_cmpint (hip_history_get_run (after, 0)->distance_m, ==, 1000);
  g_assert_cmpint (hip_history_get_run (after, 1)->distance_m, ==, 2000);
  g_assert_cmpint (hip_history_get_run (after, 2)->distance_m, ==, 5000);
  g_assert_cmpuint (hip_history_get_n_pain_days (after), ==, 1);
  g_assert_cmpuint (hip_history_get_n_care (after), ==, 0);
  g_assert_cmpuint (hip_history_get_n_screenings (after), ==, 1);
  g_assert_cmpuint (hip_history_get_screening (after, 0)->yes, ==, 0);
  g_assert_cmpuint (hip_history_get_n_imports (after), ==, 1);
  g_assert_cmpuint (hip_history_get_n_shoes (after), ==, 2);
  g_assert_nonnull (hip_history_get_shoe_by_name (after, "Own"));
  g_assert_cmpint (hip_history_get_shoe_by_name (after, "Shared")->rec.import_id, ==, 0);

  g_autoptr(HipChange) inverse = hip_change_invert (change);
  g_autoptr(HipHistory) again = apply_step_by_step (after, inverse);
  assert_same_history (history, again);
}

static void
test_undo_unknown_import (void)
{
  g_autoptr(HipTestLog) log = new_log_with_import ();
  g_autoptr(HipHistory) history = hip_test_log_history (log);

  g_assert_null (hip_history_undo_import (history, 0));
  g_assert_null (hip_history_undo_import (history, 3));
}

/* An import gives the run of the day another distance and a pair of its own. */
static HipHistory *
replace_run (HipHistory *history, HipDay day, gint64 import_id, gint32 metres)
{
  HipRun *run = hip_history_get_run (history, hip_history_find_run (history, day));
  g_autoptr(HipChange) change = hip_change_new ("Replace");
  g_autoptr(HipImport) import = hip_import_new ();
  g_autoptr(HipReplacedRun) replaced = hip_replaced_run_new_for (run);
  g_autoptr(HipShoe) shoe = hip_shoe_new ();
  g_autoptr(HipRun) after = hip_record_copy (run);

  import->rec.id = replaced->was.rec.import_id = shoe->rec.import_id = import_id;
  shoe->name = g_strdup_printf ("Pair %" G_GINT64_FORMAT, import_id);
  shoe->rec.id = after->shoe_id = import_id * 10;
  after->distance_m = metres;
  hip_change_insert (change, import);
  hip_change_insert (change, shoe);
  hip_change_update (change, run, after);
  hip_change_insert (change, replaced);
  return hip_history_with_change (history, change);
}

static HipHistory *
undo_import (HipHistory *history, gint64 import_id)
{
  g_autoptr(HipChange) change = hip_history_undo_import (history, import_id);
  HipHistory *after = apply_step_by_step (history, change);
  g_autoptr(HipChange) inverse = hip_change_invert (change);
  g_autoptr(HipHistory) again = apply_step_by_step (after, inverse);

  assert_same_history (history, again);
  return after;
}

/* Two imports change a run of the log; they are taken back in either order. */
static void
test_undo_import_restores (void)
{
  static const gint64 orders[][2] = { { 5, 4 }, { 4, 5 } };
  g_autoptr(HipTestLog) log = new_log_with_import ();
  g_autoptr(HipHistory) history = hip_test_log_history (log);
  HipDay friday = hip_test_log_day (log, "Fri");
  g_autoptr(HipHistory) once = replace_run (history, friday, 4, 5400);
  g_autoptr(HipHistory) twice = replace_run (once, friday, 5, 5500);
  gint32 between[] = { 5400, 5500 };

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autoptr(HipHistory) back = undo_import (twice, orders[i][0]);
      g_autoptr(HipHistory) all_back = undo_import (back, orders[i][1]);
      HipRun *run = hip_history_get_run (back, hip_history_find_run (back, friday));

      g_assert_cmpint (run->distance_m, ==, between[i]);
      g_assert_cmpuint (hip_history_get_n_replaced_runs (back), ==, 1);
      assert_same_history (all_back, history);
    }
}

/* The run came with an import that is taken back: so does what it was. */
static void
test_undo_import_of_replaced (void)
{
  g_autoptr(HipTestLog) log = new_log_with_import ();
  g_autoptr(HipHistory) history = hip_test_log_history (log);
  g_autoptr(HipHistory) replaced = replace_run (history, hip_test_log_day (log, "Wed"), 4, 3400);
  g_autoptr(HipHistory) without = undo_import (replaced, 2);
  g_autoptr(HipHistory) expected = undo_import (history, 2);
  g_autoptr(HipHistory) all_back = undo_import (without, 4);

  g_assert_cmpuint (hip_history_get_n_replaced_runs (without), ==, 0);
  assert_same_history (all_back, expected);
}

/* The runner deleted it since: it is not to come back. */
static void
test_undo_import_of_deleted (void)
{
  g_autoptr(HipTestLog) log = new_log_with_import ();
  g_autoptr(HipHistory) history = hip_test_log_history (log);
  HipDay friday = hip_test_log_day (log, "Fri");
  g_autoptr(HipHistory) replaced = replace_run (history, friday, 4, 5400);
  g_autoptr(HipChange) deletion = hip_change_new ("Delete");
  g_autoptr(HipHistory) deleted = NULL;
  g_autoptr(HipHistory) back = NULL;

  hip_change_delete (deletion,
                     hip_history_get_run (replaced, hip_history_find_run (replaced, friday)));
  deleted = hip_history_with_change (replaced, deletion);
  back = undo_import (deleted, 4);
  g_assert_cmpuint (hip_history_get_n_runs (back), ==, hip_history_get_n_runs (history) - 1);
  g_assert_cmpuint (hip_history_get_n_replaced_runs (back), ==, 0);
}

static void
test_delete_shoe_of_replaced (void)
{
  g_autoptr(HipTestLog) log = new_log_with_import ();
  g_autoptr(HipHistory) history = hip_test_log_history (log);
  g_autoptr(HipHistory) replaced = replace_run (history, hip_test_log_day (log, "Fri"), 4, 5400);
  g_autoptr(HipChange) change = hip_history_delete_shoe (
      replaced, hip_history_get_shoe_by_name (replaced, "Shared"));
  g_autoptr(HipHistory) after = apply_step_by_step (replaced, change);

  g_assert_cmpint (hip_history_get_replaced_run (replaced, 0)->was.shoe_id, !=, 0);
  g_assert_cmpint (hip_history_get_replaced_run (after, 0)->was.shoe_id, ==, 0);
}

static void
test_boxed (void)
{
  g_autoptr(HipHistory) history = hip_history_new_empty ();
  g_auto(GValue) value = G_VALUE_INIT;

  g_value_init (&value, HIP_TYPE_HISTORY);
  g_value_set_boxed (&value, history);
  g_assert_true (g_value_get_boxed (&value) == history);
}

static void
test_keeps_records (void)
{
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func (hip_record_unref);
  HipRun *run = hip_run_new ();

  run->rec.id = 9;
  run->title = g_strdup ("Lake");
  g_ptr_array_add (records, run);
  g_autoptr(HipHistory) history = hip_history_new (records);
  g_ptr_array_set_size (records, 0);
  g_assert_cmpstr (hip_history_get_run_by_id (history, 9)->title, ==, "Lake");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/empty", test_empty);
  g_test_add_func ("/history/is-empty", test_is_empty);
  g_test_add_func ("/history/first-and-last-day", test_first_and_last_day);
  g_test_add_func ("/history/runs/order", test_order_of_runs);
  g_test_add_func ("/history/runs/find", test_find_run);
  g_test_add_func ("/history/pain", test_pain);
  g_test_add_func ("/history/others/order", test_order_of_others);
  g_test_add_func ("/history/mutes", test_mutes);
  g_test_add_func ("/history/mutes/undone", test_unmute);
  g_test_add_func ("/history/screenings", test_screenings);
  g_test_add_func ("/history/shoes", test_shoes);
  g_test_add_func ("/history/shoes/distance", test_shoe_distance);
  g_test_add_func ("/history/shoes/last", test_last_shoe);
  g_test_add_func ("/history/with-change", test_with_change);
  g_test_add_func ("/history/with-change/placeholders", test_with_change_placeholders);
  g_test_add_func ("/history/delete-shoe", test_delete_shoe);
  g_test_add_func ("/history/undo-import", test_undo_import);
  g_test_add_func ("/history/undo-import/unknown", test_undo_unknown_import);
  g_test_add_func ("/history/undo-import/restores", test_undo_import_restores);
  g_test_add_func ("/history/undo-import/of-replaced", test_undo_import_of_replaced);
  g_test_add_func ("/history/undo-import/of-deleted", test_undo_import_of_deleted);
  g_test_add_func ("/history/delete-shoe/of-replaced", test_delete_shoe_of_replaced);
  g_test_add_func ("/history/boxed", test_boxed);
  g_test_add_func ("/history/keeps-records", test_keeps_records);
  return g_test_run ();
}
