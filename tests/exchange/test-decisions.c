// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "exchange-fixture.h"

/* What becomes of duplicates, and that taking the import back gives all of it back. */

#define LOG                                                                                        \
  "date,start_time,utc_offset_min,distance_m,duration_s,effort,shoe,note,source,source_id\n"       \
  "2026-03-02,08:00:00,60,10000,3000,4,,Mine,,\n"                                                  \
  "2026-03-03,08:00:00,60,5000,1500,,,,strava,7\n"
#define FILES                                                                                      \
  "date,start_time,utc_offset_min,distance_m,duration_s,cadence_spm,effort,shoe,note\n"            \
  "2026-03-02,08:00:20,60,10100,3010,170,9,Fast,Theirs\n"                                          \
  "2026-03-05,08:00:00,60,7000,2100,168,,Fast,\n"

typedef struct
{
  HipTestDir *dir;
  HipHistory *history;
  HipImportPlan *plan;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr(HipHistory) empty = hip_history_new_empty ();
  g_autofree char *path = NULL;

  fixture->dir = hip_test_dir_new ();
  fixture->history = fixture_import (fixture->dir, "a.csv", LOG, empty);
  path = hip_test_dir_write (fixture->dir, "b.csv", FILES);
  fixture->plan = fixture_read (path, fixture->history);
  g_assert_cmpuint (fixture->plan->duplicates->len, ==, 1);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  hip_import_plan_free (fixture->plan);
  hip_history_unref (fixture->history);
  hip_test_dir_free (fixture->dir);
}

static HipHistory *
apply_plan (Fixture *fixture)
{
  return hip_history_with_change (fixture->history, fixture->plan->change);
}

static void
assert_taken_back (Fixture *fixture, HipHistory *after)
{
  g_autoptr(HipChange) undo = hip_history_undo_import (after, 2);
  g_autoptr(HipHistory) back = hip_history_with_change (after, undo);

  g_assert_cmpuint (hip_history_get_n_runs (back), ==, 2);
  g_assert_cmpuint (hip_history_get_n_shoes (back), ==, 0);
  g_assert_cmpuint (hip_history_get_n_imports (back), ==, 1);
  g_assert_cmpuint (hip_history_get_n_replaced_runs (back), ==, 0);
  for (guint i = 0; i < 2; i++)
    g_assert_true (hip_record_equal (hip_history_get_run (back, i),
                                     hip_history_get_run (fixture->history, i)));
}

static void
test_skip (Fixture *fixture, gconstpointer data)
{
  g_autoptr(HipHistory) after = apply_plan (fixture);

  g_assert_cmpuint (fixture->plan->added.runs, ==, 1);
  g_assert_cmpuint (fixture->plan->n_updated, ==, 0);
  g_assert_cmpuint (hip_history_get_n_runs (after), ==, 3);
  g_assert_true (
      hip_record_equal (hip_history_get_run (after, 0), hip_history_get_run (fixture->history, 0)));
  assert_taken_back (fixture, after);
}

/* The shoe is one that the import brings; what was written stays. */
static void
test_fill (Fixture *fixture, gconstpointer data)
{
  g_autoptr(HipHistory) after = NULL;
  HipRun *run;

  hip_import_plan_decide (fixture->plan, 0, HIP_IMPORT_DECISION_FILL);
  g_assert_cmpuint (fixture->plan->n_updated, ==, 1);
  after = apply_plan (fixture);
  run = hip_history_get_run (after, 0);
  g_assert_cmpint (run->rec.id, ==, hip_history_get_run (fixture->history, 0)->rec.id);
  g_assert_cmpint (run->distance_m, ==, 10000);
  g_assert_cmpint (run->duration_s, ==, 3000);
  g_assert_cmpint (run->cadence_spm, ==, 170);
  g_assert_cmpint (run->effort, ==, 4);
  g_assert_cmpstr (run->note, ==, "Mine");
  g_assert_cmpint (run->shoe_id, ==, hip_history_get_shoe_by_name (after, "Fast")->rec.id);
  assert_taken_back (fixture, after);
}

static void
test_replace (Fixture *fixture, gconstpointer data)
{
  g_autoptr(HipHistory) after = NULL;
  HipRun *run;

  hip_import_plan_decide (fixture->plan, 0, HIP_IMPORT_DECISION_REPLACE);
  after = apply_plan (fixture);
  run = hip_history_get_run (after, 0);
  g_assert_cmpuint (hip_history_get_n_runs (after), ==, 3);
  g_assert_cmpint (run->start_s, ==, 8 * 3600 + 20);
  g_assert_cmpint (run->distance_m, ==, 10100);
  g_assert_cmpint (run->duration_s, ==, 3010);
  g_assert_cmpint (run->cadence_spm, ==, 170);
  g_assert_cmpint (run->effort, ==, 4);
  g_assert_cmpstr (run->note, ==, "Mine");
  assert_taken_back (fixture, after);
}

static void
test_keep_both (Fixture *fixture, gconstpointer data)
{
  g_autoptr(HipHistory) after = NULL;

  hip_import_plan_decide (fixture->plan, 0, HIP_IMPORT_DECISION_KEEP_BOTH);
  g_assert_cmpuint (fixture->plan->added.runs, ==, 2);
  after = apply_plan (fixture);
  g_assert_cmpuint (hip_history_get_n_runs (after), ==, 4);
  g_assert_cmpstr (hip_history_get_run (after, 1)->note, ==, "Theirs");
  assert_taken_back (fixture, after);
}

/* Whoever thinks again gets what they would have got at once. */
static void
test_change_of_mind (Fixture *fixture, gconstpointer data)
{
  g_autoptr(HipHistory) after = NULL;

  for (guint i = HIP_N_IMPORT_DECISIONS; i > 0; i--)
    hip_import_plan_decide (fixture->plan, 0, i - 1);
  after = apply_plan (fixture);
  g_assert_cmpuint (fixture->plan->added.runs, ==, 1);
  g_assert_cmpuint (fixture->plan->added.shoes, ==, 1);
  g_assert_cmpuint (fixture->plan->n_updated, ==, 0);
  g_assert_cmpuint (hip_history_get_n_runs (after), ==, 3);
  g_assert_cmpuint (hip_history_get_n_shoes (after), ==, 1);
  assert_taken_back (fixture, after);
}

/* Nothing new in the file: then there is nothing to write, and no import in the list. */
static void
test_nothing_to_fill (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = hip_test_dir_path (fixture->dir, "a.csv");
  g_autoptr(HipImportPlan) plan = fixture_read (path, fixture->history);

  g_assert_cmpuint (plan->duplicates->len, ==, 2);
  for (guint decision = 0; decision < HIP_IMPORT_DECISION_KEEP_BOTH; decision++)
    {
      hip_import_plan_decide_all (plan, TRUE, decision);
      g_assert_cmpuint (hip_change_get_n (plan->change), ==, 0);
      g_assert_cmpuint (plan->n_updated, ==, 0);
    }
  /* The one with an id is the same one for certain. */
  hip_import_plan_decide_all (plan, TRUE, HIP_IMPORT_DECISION_KEEP_BOTH);
  g_assert_cmpuint (plan->added.runs, ==, 1);
}

static guint
list_allowed (const HipImportDuplicate *duplicate)
{
  guint allowed = 0;

  for (guint i = 0; i < HIP_N_IMPORT_DECISIONS; i++)
    if (hip_import_duplicate_allows (duplicate, i))
      allowed |= 1u << i;
  return allowed;
}

static void
test_allowed (Fixture *fixture, gconstpointer data)
{
  enum
  {
    SKIP = 1u << HIP_IMPORT_DECISION_SKIP,
    CHANGE = 1u << HIP_IMPORT_DECISION_FILL | 1u << HIP_IMPORT_DECISION_REPLACE,
    BOTH = 1u << HIP_IMPORT_DECISION_KEEP_BOTH,
  };
  static const struct
  {
    HipRecordKind kind;
    gboolean in_log;
    gboolean same_id;
    guint expected;
  } cases[] = {
    { HIP_RECORD_RUN, TRUE, FALSE, SKIP | CHANGE | BOTH },
    { HIP_RECORD_RUN, TRUE, TRUE, SKIP | CHANGE },
    { HIP_RECORD_RUN, FALSE, FALSE, SKIP | BOTH },
    { HIP_RECORD_RUN, FALSE, TRUE, SKIP },
    { HIP_RECORD_SHOE, TRUE, FALSE, SKIP },
    { HIP_RECORD_PAIN_DAY, TRUE, FALSE, SKIP },
    { HIP_RECORD_CARE_ENTRY, TRUE, FALSE, SKIP | BOTH },
    { HIP_RECORD_SCREENING, TRUE, FALSE, SKIP | BOTH },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HipRecord record = { .kind = cases[i].kind };
      HipImportDuplicate duplicate = { .record = &record,
                                       .in_log = cases[i].in_log,
                                       .same_id = cases[i].same_id };

      g_assert_cmpuint (list_allowed (&duplicate), ==, cases[i].expected);
    }
}

/* The same run in two files: both may be kept, but there is nothing in the log to replace. */
static void
test_in_files (Fixture *fixture, gconstpointer data)
{
  static const char gpx[] =
      "<gpx><trk><trkseg><trkpt lat='0' lon='0'><time>2024-03-15T21:32:10Z</time></trkpt>"
      "<trkpt lat='0' lon='0.09'><time>2024-03-15T22:22:00Z</time></trkpt></trkseg></trk></gpx>";
  g_autoptr(HipTestDir) dir = hip_test_dir_new ();
  g_autofree char *a = hip_test_dir_write (dir, "a.gpx", gpx);
  g_autofree char *b = hip_test_dir_write (dir, "b.gpx", gpx);
  g_autoptr(HipImportPlan) plan = fixture_read (hip_test_dir_get_path (dir), fixture->history);
  const HipImportDuplicate *duplicate;

  g_assert_cmpuint (plan->duplicates->len, ==, 1);
  duplicate = g_ptr_array_index (plan->duplicates, 0);
  g_assert_false (duplicate->in_log);
  hip_import_plan_decide_all (plan, TRUE, HIP_IMPORT_DECISION_KEEP_BOTH);
  g_assert_cmpuint (plan->added.runs, ==, 1);
  hip_import_plan_decide_all (plan, FALSE, HIP_IMPORT_DECISION_REPLACE);
  g_assert_cmpint (duplicate->decision, ==, HIP_IMPORT_DECISION_SKIP);
  hip_import_plan_decide_all (plan, FALSE, HIP_IMPORT_DECISION_KEEP_BOTH);
  g_assert_cmpuint (plan->added.runs, ==, 2);
}

/* Two files have a run of the log under its id, and each knows something of it. */
static void
test_same_run_twice (Fixture *fixture, gconstpointer data)
{
  static const char first[] = "date,start_time,utc_offset_min,distance_m,cadence_spm,source,"
                              "source_id\n2026-03-03,08:00:00,60,5000,170,strava,7\n";
  static const char second[] = "date,start_time,utc_offset_min,distance_m,ascent_m,source,"
                               "source_id\n2026-03-03,08:00:00,60,5100,40,strava,7\n";
  g_autoptr(HipTestDir) dir = hip_test_dir_new ();
  g_autofree char *a = hip_test_dir_write (dir, "a/runs.csv", first);
  g_autofree char *b = hip_test_dir_write (dir, "b/runs.csv", second);
  g_autoptr(HipImportPlan) plan = fixture_read (hip_test_dir_get_path (dir), fixture->history);
  g_autoptr(HipHistory) after = NULL;
  HipRun *run;

  g_assert_cmpuint (plan->duplicates->len, ==, 2);
  hip_import_plan_decide_all (plan, TRUE, HIP_IMPORT_DECISION_REPLACE);
  g_assert_cmpuint (plan->n_updated, ==, 1);
  after = hip_history_with_change (fixture->history, plan->change);
  run = hip_history_get_run (after, 1);
  g_assert_cmpint (run->distance_m, ==, 5100);
  g_assert_cmpint (run->cadence_spm, ==, 170);
  g_assert_cmpint (run->ascent_m, ==, 40);
  g_assert_cmpuint (hip_history_get_n_replaced_runs (after), ==, 1);
  assert_taken_back (fixture, after);
}

/* Who answers a question after having decided does not decide again. */
static void
test_read_again (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = hip_test_dir_path (fixture->dir, "b.csv");
  g_autoptr(HipImportPlan) again = fixture_read (path, fixture->history);
  const HipImportDuplicate *duplicate = g_ptr_array_index (again->duplicates, 0);

  hip_import_plan_decide (fixture->plan, 0, HIP_IMPORT_DECISION_REPLACE);
  hip_import_plan_decide_like (again, fixture->plan);
  g_assert_cmpint (duplicate->decision, ==, HIP_IMPORT_DECISION_REPLACE);
  g_assert_cmpuint (again->n_updated, ==, 1);
}

#define ADD_TEST(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/exchange/decisions/skip", test_skip);
  ADD_TEST ("/exchange/decisions/fill", test_fill);
  ADD_TEST ("/exchange/decisions/replace", test_replace);
  ADD_TEST ("/exchange/decisions/keep-both", test_keep_both);
  ADD_TEST ("/exchange/decisions/change-of-mind", test_change_of_mind);
  ADD_TEST ("/exchange/decisions/nothing-to-fill", test_nothing_to_fill);
  ADD_TEST ("/exchange/decisions/allowed", test_allowed);
  ADD_TEST ("/exchange/decisions/in-files", test_in_files);
  ADD_TEST ("/exchange/decisions/read-again", test_read_again);
  ADD_TEST ("/exchange/decisions/same-run-twice", test_same_run_twice);
  return g_test_run ();
}
