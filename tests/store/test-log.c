// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-log.h"
#include "store-fixture.h"

/* --- Waiting --- */

static void
keep_result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **kept = data;

  g_assert_null (*kept);
  *kept = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static HipLog *
open_log (Fixture *fixture)
{
  HipLog *log = hip_log_new (fixture->path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  hip_log_open_async (log, NULL, keep_result_cb, &result);
  g_assert_true (hip_log_open_finish (log, wait_for (&result), &error));
  g_assert_no_error (error);
  return log;
}

static HipChange *
apply (HipLog *log, HipChange *change, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  hip_log_apply_async (log, change, NULL, keep_result_cb, &result);
  return hip_log_apply_finish (log, wait_for (&result), error);
}

static char *
undo (HipLog *log, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  hip_log_undo_async (log, NULL, keep_result_cb, &result);
  return hip_log_undo_finish (log, wait_for (&result), error);
}

static char *
redo (HipLog *log, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  hip_log_redo_async (log, NULL, keep_result_cb, &result);
  return hip_log_redo_finish (log, wait_for (&result), error);
}

static HipChange *
make_insertion (const char *label, HipDay date, int distance_m)
{
  HipChange *change = hip_change_new (label);
  g_autoptr (HipRun) run = make_run (date, distance_m);

  hip_change_insert (change, run);
  return change;
}

static void
add_run (HipLog *log, const char *label, HipDay date)
{
  g_autoptr (HipChange) change = make_insertion (label, date, 5000);
  g_autoptr (GError) error = NULL;
  g_autoptr (HipChange) applied = apply (log, change, &error);

  g_assert_no_error (error);
}

static guint
count_runs (HipLog *log)
{
  return hip_history_get_n_runs (hip_log_get_history (log));
}

/* --- Tests --- */

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HipLog) log = hip_log_new (fixture->path);
  g_autoptr (HipLog) other = hip_log_new (NULL);
  g_autofree char *default_path = hip_store_default_path ();

  g_assert_cmpstr (hip_log_get_path (log), ==, fixture->path);
  g_assert_cmpstr (hip_log_get_path (other), ==, default_path);
  g_assert_true (hip_history_is_empty (hip_log_get_history (log)));
  g_assert_false (hip_log_get_can_undo (log));
  g_assert_false (hip_log_get_can_redo (log));
  g_assert_null (hip_log_get_undo_label (log));
  g_assert_cmpuint (count_files (fixture->folder), ==, 0);
  g_assert_finalize_object (g_steal_pointer (&log));
}

static void
test_open (Fixture *fixture, gconstpointer data)
{
  HipLog *log = open_log (fixture);

  add_run (log, "Add run", fixture->today);
  g_assert_finalize_object (log);

  log = open_log (fixture);
  g_assert_cmpuint (count_runs (log), ==, 1);
  g_assert_false (hip_log_get_can_undo (log));
  g_assert_finalize_object (log);
}

static void
test_open_fails (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HipLog) log = hip_log_new (fixture->path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (HipChange) change = make_insertion ("Add run", fixture->today, 5000);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "hello", -1, NULL));
  hip_log_open_async (log, NULL, keep_result_cb, &result);
  g_assert_false (hip_log_open_finish (log, wait_for (&result), &error));
  g_assert_error (error, HIP_STORE_ERROR, HIP_STORE_ERROR_NOT_A_LOG);
  g_clear_error (&error);

  g_assert_null (apply (log, change, &error));
  g_assert_error (error, HIP_STORE_ERROR, HIP_STORE_ERROR_FAILED);
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));
  hip_log_open_async (log, NULL, keep_result_cb, &second);
  g_assert_true (hip_log_open_finish (log, wait_for (&second), &error));
  g_assert_no_error (error);
}

typedef struct
{
  GThread *thread;
  GString *events;
} Witness;

static void
notify_cb (HipLog *log, GParamSpec *pspec, Witness *witness)
{
  g_assert_true (g_thread_self () == witness->thread);
  g_string_append_printf (witness->events, "%s ", pspec->name);
}

static void
changed_cb (HipLog *log, HipChange *change, gboolean is_undo_or_redo, Witness *witness)
{
  g_assert_true (g_thread_self () == witness->thread);
  g_string_append_printf (witness->events, "changed:%s:%d:%u ", hip_change_get_label (change),
                          is_undo_or_redo, count_runs (log));
}

static void
test_events (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HipLog) log = open_log (fixture);
  Witness witness = { g_thread_self (), g_string_new (NULL) };
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  g_signal_connect (log, "notify", G_CALLBACK (notify_cb), &witness);
  g_signal_connect (log, "changed", G_CALLBACK (changed_cb), &witness);

  add_run (log, "Add", fixture->today);
  g_assert_cmpstr (witness.events->str, ==, "history undo-label can-undo changed:Add:0:1 ");
  g_assert_cmpstr (hip_log_get_undo_label (log), ==, "Add");

  g_string_truncate (witness.events, 0);
  undone = undo (log, NULL);
  g_assert_cmpstr (undone, ==, "Add");
  g_assert_cmpstr (witness.events->str, ==,
                   "history undo-label redo-label can-undo can-redo changed:Add:1:0 ");
  g_assert_cmpstr (hip_log_get_redo_label (log), ==, "Add");

  g_string_truncate (witness.events, 0);
  redone = redo (log, NULL);
  g_assert_cmpstr (redone, ==, "Add");
  g_assert_cmpstr (witness.events->str, ==,
                   "history undo-label redo-label can-undo can-redo changed:Add:1:1 ");

  g_string_truncate (witness.events, 0);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpstr (witness.events->str, ==, "");
  g_string_free (witness.events, TRUE);
}

typedef struct
{
  const char *name;
  GString *order;
} Step;

static void
step_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Step *step = data;

  g_string_append_printf (step->order, "%s:%u ", step->name, count_runs (HIP_LOG (source)));
}

/* All asked for at once: done in order, and undo means what was asked for just before. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HipLog) log = hip_log_new (fixture->path);
  g_autoptr (HipChange) first = make_insertion ("First", fixture->today, 5000);
  g_autoptr (HipChange) second = make_insertion ("Second", fixture->today, 6000);
  g_autoptr (GString) order = g_string_new (NULL);
  const char *expected = "open:0 first:1 second:2 undo:1 redo:2 undo:1 ";
  Step steps[] = {
    { "open", order }, { "first", order }, { "second", order },
    { "undo", order }, { "redo", order },  { "undo", order },
  };

  hip_log_open_async (log, NULL, step_cb, &steps[0]);
  hip_log_apply_async (log, first, NULL, step_cb, &steps[1]);
  hip_log_apply_async (log, second, NULL, step_cb, &steps[2]);
  hip_log_undo_async (log, NULL, step_cb, &steps[3]);
  hip_log_redo_async (log, NULL, step_cb, &steps[4]);
  hip_log_undo_async (log, NULL, step_cb, &steps[5]);
  g_assert_cmpstr (order->str, ==, "");
  while (order->len < strlen (expected))
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpstr (order->str, ==, expected);
  g_assert_cmpstr (hip_log_get_undo_label (log), ==, "First");
  g_assert_cmpstr (hip_log_get_redo_label (log), ==, "Second");
}

static void
test_edit_clears_redo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HipLog) log = open_log (fixture);
  g_autoptr (GError) error = NULL;
  g_autofree char *undone = NULL;

  add_run (log, "First", fixture->today);
  undone = undo (log, NULL);
  g_assert_true (hip_log_get_can_redo (log));
  add_run (log, "Second", fixture->today);
  g_assert_false (hip_log_get_can_redo (log));
  g_assert_null (redo (log, &error));
  g_assert_error (error, HIP_STORE_ERROR, HIP_STORE_ERROR_FAILED);
}

static void
test_failure_keeps_redo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HipLog) log = open_log (fixture);
  g_autoptr (HipChange) bad = make_insertion ("Bad", fixture->today, 0);
  g_autoptr (GError) error = NULL;
  g_autofree char *undone = NULL;
  HipHistory *before;

  add_run (log, "First", fixture->today);
  undone = undo (log, NULL);
  before = hip_log_get_history (log);
  g_assert_null (apply (log, bad, &error));
  g_assert_error (error, HIP_RECORD_ERROR, HIP_RECORD_ERROR_INVALID);
  g_assert_true (hip_log_get_history (log) == before);
  g_assert_cmpstr (hip_log_get_redo_label (log), ==, "First");
  g_assert_false (hip_log_get_can_undo (log));
}

static void
apply_and_check (HipLog *log, HipChange *change)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HipChange) applied = apply (log, change, &error);

  g_assert_no_error (error);
}

/* Imports a run and its shoes, edits the run, and wears the shoes for another run. */
static void
import_and_edit (HipLog *log, HipDay today)
{
  g_autoptr (HipChange) import = hip_change_new ("Import");
  g_autoptr (HipChange) edit = hip_change_new ("Edit");
  g_autoptr (HipChange) own = hip_change_new ("Own");
  g_autoptr (HipImport) file = make_least (HIP_RECORD_IMPORT, today);
  g_autoptr (HipShoe) shoe = make_shoe ("Blue");
  g_autoptr (HipRun) run = make_run (today, 5000);
  g_autoptr (HipRun) edited = NULL;
  g_autoptr (HipRun) other = make_run (today, 3000);

  file->rec.id = -1;
  shoe->rec.id = -2;
  shoe->rec.import_id = run->rec.import_id = -1;
  run->shoe_id = -2;
  hip_change_insert (import, file);
  hip_change_insert (import, shoe);
  hip_change_insert (import, run);
  apply_and_check (log, import);

  edited = hip_record_copy (hip_history_get_run (hip_log_get_history (log), 0));
  edited->distance_m = 7000;
  hip_change_update (edit, hip_history_get_run (hip_log_get_history (log), 0), edited);
  apply_and_check (log, edit);

  other->shoe_id = hip_history_get_shoe (hip_log_get_history (log), 0)->rec.id;
  hip_change_insert (own, other);
  apply_and_check (log, own);
}

static gint64
get_worn_distance (HipLog *log)
{
  return hip_history_get_shoe_distance (hip_log_get_history (log), 1, G_MAXINT32);
}

/* Every state comes back on the way to nothing, and once more on the way forth. */
static void
test_edited_import (Fixture *fixture, gconstpointer data)
{
  static const gint64 distances[] = { 3000, 10000, 7000, 5000, 0 };
  const guint n_acts = G_N_ELEMENTS (distances) - 1;
  g_autoptr (HipLog) log = open_log (fixture);
  g_autoptr (HipChange) take_back = NULL;

  import_and_edit (log, fixture->today);
  take_back = hip_history_undo_import (hip_log_get_history (log), 1);
  apply_and_check (log, take_back);
  g_assert_cmpint (get_worn_distance (log), ==, distances[0]);

  for (guint i = 1; i <= n_acts; i++)
    {
      g_autofree char *undone = undo (log, NULL);

      g_assert_nonnull (undone);
      g_assert_cmpint (get_worn_distance (log), ==, distances[i]);
    }
  g_assert_true (hip_history_is_empty (hip_log_get_history (log)));

  for (guint i = n_acts; i > 0; i--)
    {
      g_autofree char *redone = redo (log, NULL);

      g_assert_nonnull (redone);
      g_assert_cmpint (get_worn_distance (log), ==, distances[i - 1]);
    }
  g_assert_cmpuint (hip_history_get_n_imports (hip_log_get_history (log)), ==, 0);
}

/* Another program deleted the run of the second change: that one is forgotten, the log as it is
 * now is shown, and the first can still be undone. */
static void
test_conflict (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HipLog) log = open_log (fixture);
  g_autoptr (GError) error = NULL;
  g_autofree char *undone = NULL;

  add_run (log, "First", fixture->today);
  add_run (log, "Second", fixture->today);
  raw_exec (fixture->path, "DELETE FROM runs WHERE id = 2");

  g_assert_null (undo (log, &error));
  g_assert_error (error, HIP_STORE_ERROR, HIP_STORE_ERROR_CONFLICT);
  g_assert_cmpuint (count_runs (log), ==, 1);
  g_assert_cmpstr (hip_log_get_undo_label (log), ==, "First");
  g_assert_false (hip_log_get_can_redo (log));

  undone = undo (log, NULL);
  g_assert_cmpstr (undone, ==, "First");
  g_assert_cmpuint (count_runs (log), ==, 0);
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HipLog) log = open_log (fixture);
  g_autoptr (HipChange) change = make_insertion ("Add", fixture->today, 5000);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  hip_log_apply_async (log, change, cancellable, keep_result_cb, &result);
  g_assert_null (hip_log_apply_finish (log, wait_for (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_runs (log), ==, 0);
  g_assert_false (hip_log_get_can_undo (log));
}

/* What was done stays done, and is said so, whenever the cancelling came. */
static void
test_cancelled_too_late (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HipLog) log = open_log (fixture);
  g_autoptr (HipChange) change = make_insertion ("Add", fixture->today, 5000);
  g_autoptr (HipChange) applied = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  hip_log_apply_async (log, change, cancellable, keep_result_cb, &result);
  hip_log_close (log);
  g_cancellable_cancel (cancellable);
  applied = hip_log_apply_finish (log, wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_nonnull (applied);
}

/* Quitting at once loses nothing. */
static void
test_close (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HipLog) log = hip_log_new (fixture->path);
  g_autoptr (GString) order = g_string_new (NULL);
  g_autoptr (HipStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (HipChange) late = make_insertion ("Late", fixture->today, 5000);
  Step step = { "done", order };

  hip_log_open_async (log, NULL, NULL, NULL);
  for (int i = 0; i < 50; i++)
    {
      g_autoptr (HipChange) change = make_insertion ("Add", fixture->today - i, 5000);

      hip_log_apply_async (log, change, NULL, i == 49 ? step_cb : NULL, &step);
    }
  hip_log_close (log);
  hip_log_close (log);

  g_assert_cmpstr (order->str, ==, "");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
  store = hip_store_open (fixture->path, HIP_STORE_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_records (store), ==, 50);

  g_assert_null (apply (log, late, &error));
  g_assert_error (error, HIP_STORE_ERROR, HIP_STORE_ERROR_FAILED);
  g_assert_cmpstr (order->str, ==, "done:50 ");
}

static void
test_backup (Fixture *fixture, gconstpointer data)
{
  g_autofree char *dest = fixture_build_path (fixture, "backup.db");
  g_autoptr (HipLog) log = open_log (fixture);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *n = NULL;

  add_run (log, "Add", fixture->today);
  hip_log_backup_async (log, dest, NULL, keep_result_cb, &result);
  g_assert_true (hip_log_backup_finish (log, wait_for (&result), &error));
  g_assert_no_error (error);
  n = raw_get (dest, "SELECT count (*) FROM runs");
  g_assert_cmpstr (n, ==, "1");

  hip_log_backup_async (log, fixture->path, NULL, keep_result_cb, &second);
  g_assert_false (hip_log_backup_finish (log, wait_for (&second), &error));
  g_assert_error (error, HIP_STORE_ERROR, HIP_STORE_ERROR_FAILED);
}

/* An undone record stays as it is, wherever the runner has travelled since. */
static void
test_undo_ignores_today (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HipLog) log = open_log (fixture);
  g_autoptr (HipChange) deletion = hip_change_new ("Delete run");
  g_autoptr (HipChange) deleted = NULL;
  g_autofree char *undone = NULL;

  add_run (log, "Add", hip_day_today ());
  hip_change_delete (deletion, hip_history_get_run (hip_log_get_history (log), 0));
  deleted = apply (log, deletion, NULL);
  g_assert_nonnull (deleted);

  g_setenv ("HIPLOG_TODAY", "2001-01-01", TRUE);
  undone = undo (log, NULL);
  g_unsetenv ("HIPLOG_TODAY");
  g_assert_cmpstr (undone, ==, "Delete run");
  g_assert_cmpuint (count_runs (log), ==, 1);
}

/* --- A long random afternoon --- */

#define N_ACTS 300

typedef struct
{
  GRand *random;
  GPtrArray *states; /* (element-type HipHistory): the log after each change that still counts */
  guint present;     /* which of them it is in */
} Model;

static HipRecordKind
pick_kind (Model *model)
{
  /* A pair may be in use, and deleting it is a change of its own kind. */
  static const HipRecordKind kinds[] = { HIP_RECORD_RUN, HIP_RECORD_CARE_ENTRY,
                                         HIP_RECORD_DISMISSAL, HIP_RECORD_IMPORT,
                                         HIP_RECORD_SCREENING };

  return kinds[g_rand_int_range (model->random, 0, G_N_ELEMENTS (kinds))];
}

static void
add_insertion (Model *model, HipChange *change, HipDay today)
{
  HipRecord *record =
      make_most (pick_kind (model), today - g_rand_int_range (model->random, 0, 99));

  hip_change_insert (change, record);
  hip_record_unref (record);
}

static void
add_run_in_new_shoe (HipChange *change, HipDay today, guint serial)
{
  g_autofree char *name = g_strdup_printf ("Pair %u", serial);
  g_autoptr (HipShoe) shoe = make_shoe (name);
  g_autoptr (HipRun) run = make_run (today, 5000);

  shoe->rec.id = run->shoe_id = -5;
  hip_change_insert (change, shoe);
  hip_change_insert (change, run);
}

static void
add_edit (Model *model, HipChange *change, HipHistory *history)
{
  guint n = hip_history_get_n_runs (history);
  HipRun *run;
  g_autoptr (HipRun) edited = NULL;

  if (n == 0)
    return;

  run = hip_history_get_run (history, g_rand_int_range (model->random, 0, n));
  if (g_rand_boolean (model->random))
    {
      hip_change_delete (change, run);
      return;
    }

  edited = hip_record_copy (run);
  edited->distance_m = g_rand_int_range (model->random, 1, HIP_RUN_MAX_DISTANCE_M);
  g_set_str (&edited->note, g_rand_boolean (model->random) ? "edited" : NULL);
  hip_change_update (change, run, edited);
}

static HipChange *
invent_change (Model *model, HipHistory *history, HipDay today)
{
  g_autoptr (HipChange) change = hip_change_new ("Change");
  guint n_shoes = hip_history_get_n_shoes (history);

  switch (g_rand_int_range (model->random, 0, 5))
    {
    case 0:
      add_run_in_new_shoe (change, today, g_rand_int (model->random));
      break;
    case 1:
      if (n_shoes > 0)
        return hip_history_delete_shoe (history, hip_history_get_shoe (history, n_shoes / 2));
      break;
    case 2:
      add_edit (model, change, history);
      break;
    default:
      add_insertion (model, change, today);
      add_insertion (model, change, today);
    }

  return g_steal_pointer (&change);
}

static void
act_change (Model *model, HipLog *log, HipDay today)
{
  g_autoptr (HipChange) change = invent_change (model, hip_log_get_history (log), today);
  g_autoptr (GError) error = NULL;
  g_autoptr (HipChange) applied = apply (log, change, &error);

  g_assert_no_error (error);
  if (hip_change_get_n (applied) == 0)
    return;

  g_ptr_array_set_size (model->states, model->present + 1);
  g_ptr_array_add (model->states, hip_history_ref (hip_log_get_history (log)));
  model->present++;
}

static void
act_undo (Model *model, HipLog *log)
{
  g_autofree char *label = undo (log, NULL);

  g_assert_true ((label != NULL) == (model->present > 0));
  if (label != NULL)
    model->present--;
}

static void
act_redo (Model *model, HipLog *log)
{
  g_autofree char *label = redo (log, NULL);

  g_assert_true ((label != NULL) == (model->present + 1 < model->states->len));
  if (label != NULL)
    model->present++;
}

static void
assert_as_modelled (Model *model, HipLog *log)
{
  assert_same_history (hip_log_get_history (log),
                       g_ptr_array_index (model->states, model->present));
  g_assert_true (hip_log_get_can_undo (log) == (model->present > 0));
  g_assert_true (hip_log_get_can_redo (log) == (model->present + 1 < model->states->len));
}

static void
test_random (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HipLog) log = open_log (fixture);
  g_autoptr (GRand) random = g_rand_new_with_seed (20260301);
  g_autoptr (GPtrArray) states = g_ptr_array_new ();
  Model model = { random, states, 0 };

  g_ptr_array_set_free_func (states, (GDestroyNotify) hip_history_unref);
  g_ptr_array_add (states, hip_history_ref (hip_log_get_history (log)));
  for (int i = 0; i < N_ACTS; i++)
    {
      int dice = g_rand_int_range (random, 0, 10);

      if (dice < 5)
        act_change (&model, log, fixture->today);
      else if (dice < 8)
        act_undo (&model, log);
      else
        act_redo (&model, log);
      assert_as_modelled (&model, log);
    }

  g_assert_cmpuint (model.present, >, 10);
  while (model.present + 1 < states->len)
    act_redo (&model, log);
  assert_as_modelled (&model, log);
  while (model.present > 0)
    act_undo (&model, log);
  assert_as_modelled (&model, log);
  g_assert_true (hip_history_is_empty (hip_log_get_history (log)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD_TEST ("/log/new", test_new);
  ADD_TEST ("/log/open", test_open);
  ADD_TEST ("/log/open-fails", test_open_fails);
  ADD_TEST ("/log/events", test_events);
  ADD_TEST ("/log/order", test_order);
  ADD_TEST ("/log/edit-clears-redo", test_edit_clears_redo);
  ADD_TEST ("/log/failure-keeps-redo", test_failure_keeps_redo);
  ADD_TEST ("/log/edited-import", test_edited_import);
  ADD_TEST ("/log/conflict", test_conflict);
  ADD_TEST ("/log/cancelled", test_cancelled);
  ADD_TEST ("/log/cancelled-too-late", test_cancelled_too_late);
  ADD_TEST ("/log/close", test_close);
  ADD_TEST ("/log/backup", test_backup);
  ADD_TEST ("/log/undo-ignores-today", test_undo_ignores_today);
  ADD_TEST ("/log/random", test_random);

  return g_test_run ();
}
