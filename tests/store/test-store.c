// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "hip-store-private.h"
#include "store-fixture.h"

typedef HipRecord *(*MakeFunc) (HipRecordKind kind, HipDay date);

static HipHistory *
load (HipStore *store)
{
  g_autoptr (GError) error = NULL;
  HipHistory *history = hip_store_load (store, &error);

  g_assert_no_error (error);
  return history;
}

static HipChange *
apply (HipStore *store, HipChange *change, HipDay today)
{
  g_autoptr (GError) error = NULL;
  HipChange *applied = hip_store_apply (store, change, today, &error);

  g_assert_no_error (error);
  return applied;
}

/* Fails, and leaves everything as it was. */
static char *
apply_in_vain (HipStore *store, HipChange *change, HipDay today, GQuark domain, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HipHistory) before = load (store);
  g_autoptr (HipHistory) after = NULL;

  g_assert_null (hip_store_apply (store, change, today, &error));
  g_assert_error (error, domain, code);
  g_assert_true (sqlite3_get_autocommit (store->db));
  after = load (store);
  assert_same_history (before, after);
  return g_strdup (error->message);
}

static HipRecord *
get_only_record (HipStore *store)
{
  g_autoptr (HipHistory) history = load (store);
  g_autoptr (GPtrArray) records = list_records (history);

  g_assert_cmpuint (records->len, ==, 1);
  return hip_record_ref (g_ptr_array_index (records, 0));
}

static void
assert_only_record (HipStore *store, gconstpointer expected)
{
  HipRecord *record = get_only_record (store);

  g_assert_true (hip_record_equal (record, expected));
  hip_record_unref (record);
}

/* @from becomes @to, back, and again; either may be NULL. */
static void
do_undo_redo (HipStore *store, HipRecord *from, HipRecord *to, HipDay today)
{
  g_autoptr (HipChange) change = hip_change_new ("Test");
  g_autoptr (HipChange) done = NULL;
  g_autoptr (HipChange) undone = NULL;
  g_autoptr (HipChange) redone = NULL;
  g_autoptr (HipHistory) start = load (store);
  g_autoptr (HipHistory) changed = NULL;
  g_autoptr (HipHistory) back = NULL;
  g_autoptr (HipHistory) again = NULL;

  if (from == NULL)
    hip_change_insert (change, to);
  else if (to == NULL)
    hip_change_delete (change, from);
  else
    hip_change_update (change, from, to);

  done = apply (store, change, today);
  g_assert_cmpstr (hip_change_get_label (done), ==, "Test");
  changed = load (store);
  undone = apply_inverse (store, done);
  back = load (store);
  assert_same_history (start, back);
  redone = apply_inverse (store, undone);
  again = load (store);
  assert_same_history (changed, again);
}

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  MakeFunc makers[][2] = {
    { (MakeFunc) make_least, (MakeFunc) make_most },
    { (MakeFunc) make_most, (MakeFunc) make_least },
  };
  g_autoptr (HipStore) store = fixture_open (fixture);

  for (guint kind = 0; kind < HIP_N_RECORD_KINDS; kind++)
    for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
      {
        HipRecord *first = makers[i][0](kind, fixture->today);
        HipRecord *second = makers[i][1](kind, fixture->today);
        HipRecord *stored;

        do_undo_redo (store, NULL, first, fixture->today);
        stored = get_only_record (store);
        g_assert_cmpint (stored->id, >, 0);
        first->id = second->id = stored->id;
        assert_only_record (store, first);

        do_undo_redo (store, stored, second, fixture->today);
        assert_only_record (store, second);

        do_undo_redo (store, second, NULL, fixture->today);
        g_assert_cmpuint (count_records (store), ==, 0);

        hip_record_unref (first);
        hip_record_unref (second);
        hip_record_unref (stored);
      }
}

static void
set_pain_word (HipPainDay *pain, const HipVocabulary *vocabulary, guint value)
{
  if (vocabulary == hip_vocabulary_areas ())
    pain->areas = 1u << (value - 1);
  else if (vocabulary == hip_vocabulary_qualities ())
    pain->qualities = 1u << (value - 1);
  else if (vocabulary == hip_vocabulary_timings ())
    pain->timings = 1u << (value - 1);
  else if (vocabulary == hip_vocabulary_flags ())
    pain->flags = 1u << (value - 1);
  else if (vocabulary == hip_vocabulary_onsets ())
    pain->onset = value;
  else
    g_assert_not_reached ();
}

/* The words are in the program and in the schema: here they meet. */
static void
test_every_pain_word (Fixture *fixture, gconstpointer data)
{
  const HipVocabulary *vocabularies[] = {
    hip_vocabulary_areas (), hip_vocabulary_qualities (), hip_vocabulary_timings (),
    hip_vocabulary_flags (), hip_vocabulary_onsets (),
  };
  g_autoptr (HipStore) store = fixture_open (fixture);
  HipRecord *stored = make_least (HIP_RECORD_PAIN_DAY, fixture->today);

  hip_record_unref (apply_one (store, NULL, stored));
  hip_record_unref (stored);
  for (guint i = 0; i < G_N_ELEMENTS (vocabularies); i++)
    for (guint value = 1; value <= hip_vocabulary_get_n (vocabularies[i]); value++)
      {
        g_autoptr (HipPainDay) pain = NULL;

        stored = get_only_record (store);
        pain = hip_record_copy (stored);
        set_pain_word (pain, vocabularies[i], value);
        hip_record_unref (apply_one (store, stored, pain));
        assert_only_record (store, pain);
        hip_record_unref (stored);
      }
}

static void
test_every_run_word (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HipStore) store = fixture_open (fixture);

  for (guint surface = 0; surface <= HIP_SURFACE_SAND; surface++)
    for (guint ground = 0; ground <= HIP_GROUND_ONE_WAY_TRACK; ground++)
      {
        g_autoptr (HipRun) run = make_run (fixture->today, 5000);
        g_autoptr (HipRun) stored = NULL;

        run->surface = surface;
        run->ground = ground;
        run->warm_up = ground % 3;
        run->cool_down = surface % 3;
        stored = apply_one (store, NULL, run);
        run->rec.id = stored->rec.id;
        g_assert_true (hip_record_equal (run, stored));
      }
}

static void
test_every_care_word (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HipStore) store = fixture_open (fixture);

  for (guint kind = HIP_CARE_STRENGTH; kind <= HIP_CARE_REST; kind++)
    {
      g_autoptr (HipCareEntry) care = make_least (HIP_RECORD_CARE_ENTRY, fixture->today);
      g_autoptr (HipCareEntry) stored = NULL;

      care->kind = kind;
      stored = apply_one (store, NULL, care);
      g_assert_cmpint (stored->kind, ==, kind);
    }
}

static void
test_every_flag_word (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HipStore) store = fixture_open (fixture);

  for (guint value = 1; value <= hip_vocabulary_get_n (hip_vocabulary_flags ()); value++)
    {
      g_autoptr (HipScreening) screening = make_least (HIP_RECORD_SCREENING, fixture->today);
      g_autoptr (HipScreening) stored = NULL;

      screening->asked = screening->yes = 1u << (value - 1);
      stored = apply_one (store, NULL, screening);
      screening->rec.id = stored->rec.id;
      g_assert_true (hip_record_equal (screening, stored));
    }
}

static void
test_mute (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HipDismissal) mute = make_least (HIP_RECORD_DISMISSAL, fixture->today);
  g_autoptr (HipDismissal) dismissal = make_most (HIP_RECORD_DISMISSAL, fixture->today);
  g_autoptr (HipHistory) muted = NULL;
  g_autoptr (HipHistory) unmuted = NULL;
  HipStore *store = fixture_open (fixture);

  g_set_str (&dismissal->rule, "week-jump");
  hip_record_unref (apply_one (store, NULL, mute));
  hip_record_unref (apply_one (store, NULL, dismissal));
  hip_store_close (store);

  store = fixture_open (fixture);
  muted = load (store);
  g_assert_true (hip_history_is_muted (muted, "long-run-jump"));
  g_assert_false (hip_history_is_muted (muted, "week-jump"));
  g_assert_null (apply_one (store, hip_history_get_mute (muted, "long-run-jump"), NULL));
  unmuted = load (store);
  g_assert_false (hip_history_is_muted (unmuted, "long-run-jump"));
  g_assert_cmpuint (hip_history_get_n_dismissals (unmuted), ==, 1);
  hip_store_close (store);
}

static void
test_empty_text_is_none (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HipStore) store = fixture_open (fixture);
  g_autoptr (HipRun) run = make_run (fixture->today, 5000);
  g_autoptr (HipRun) stored = NULL;
  g_autofree char *n = NULL;

  run->note = g_strdup ("");
  stored = apply_one (store, NULL, run);
  g_assert_null (stored->note);
  n = raw_get (fixture->path, "SELECT count (*) FROM runs WHERE note IS NULL");
  g_assert_cmpstr (n, ==, "1");
}

static void
test_readable_by_others (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HipStore) store = fixture_open (fixture);
  HipRecord *pain = make_most (HIP_RECORD_PAIN_DAY, fixture->today);
  g_autofree char *row = NULL;

  hip_record_unref (apply_one (store, NULL, pain));
  hip_record_unref (pain);
  row = raw_get (fixture->path,
                 "SELECT concat_ws ('|', date, side, score, areas, onset, seen) FROM pain_days");
  g_assert_cmpstr (row, ==, "2026-03-01|right|10|front;down-the-leg|after-fall-or-twist|1");
}

static void
test_ids_are_not_used_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HipStore) store = fixture_open (fixture);
  g_autoptr (HipRun) run = make_run (fixture->today, 5000);
  g_autoptr (HipRun) first = apply_one (store, NULL, run);
  g_autoptr (HipRun) second = NULL;

  apply_one (store, first, NULL);
  second = apply_one (store, NULL, run);
  g_assert_cmpint (second->rec.id, >, first->rec.id);
}

/* An import brings a pair and its run; the pair and the import have the same placeholder. */
static HipChange *
make_import (HipDay today, gint64 import_id, gint64 shoe_id)
{
  HipChange *change = hip_change_new ("Import");
  g_autoptr (HipImport) import = make_least (HIP_RECORD_IMPORT, today);
  g_autoptr (HipShoe) shoe = make_shoe ("Blue");
  g_autoptr (HipRun) run = make_run (today, 5000);

  import->rec.id = import_id;
  shoe->rec.id = shoe_id;
  shoe->rec.import_id = import_id;
  run->rec.import_id = import_id;
  run->shoe_id = shoe_id;
  hip_change_insert (change, import);
  hip_change_insert (change, shoe);
  hip_change_insert (change, run);
  return change;
}

static void
test_placeholders (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HipStore) store = fixture_open (fixture);
  g_autoptr (HipChange) change = make_import (fixture->today, -1, -1);
  g_autoptr (HipShoe) other = make_shoe ("Other");
  g_autoptr (HipChange) applied = NULL;
  g_autoptr (HipHistory) history = NULL;
  HipImport *import;
  HipShoe *shoe;
  HipRun *run;

  hip_record_unref (apply_one (store, NULL, other));
  applied = apply (store, change, fixture->today);
  history = load (store);
  import = hip_history_get_import (history, 0);
  shoe = hip_history_get_shoe_by_name (history, "Blue");
  run = hip_history_get_run (history, 0);
  g_assert_cmpint (import->rec.id, ==, 1);
  g_assert_cmpint (shoe->rec.id, ==, 2);
  g_assert_cmpint (shoe->rec.import_id, ==, 1);
  g_assert_cmpint (run->rec.import_id, ==, 1);
  g_assert_cmpint (run->shoe_id, ==, 2);
  g_assert_true (hip_record_equal (hip_change_get (applied, 2)->after, run));
}

static void
test_import_undone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HipStore) store = fixture_open (fixture);
  g_autoptr (HipChange) change = make_import (fixture->today, -1, -2);
  g_autoptr (HipChange) applied = apply (store, change, fixture->today);
  g_autoptr (HipHistory) full = load (store);
  g_autoptr (HipHistory) again = NULL;
  g_autoptr (HipChange) undo = hip_history_undo_import (full, 1);
  g_autoptr (HipChange) undone = apply (store, undo, fixture->today);
  g_autoptr (HipChange) redone = NULL;

  g_assert_cmpuint (count_records (store), ==, 0);
  redone = apply_inverse (store, undone);
  again = load (store);
  assert_same_history (full, again);
}

/* A shoe and @n runs in it, all of one import. */
static HipChange *
make_runs (HipDay today, guint n)
{
  HipChange *change = hip_change_new ("Test");
  g_autoptr (HipImport) import = make_least (HIP_RECORD_IMPORT, today);
  g_autoptr (HipShoe) shoe = make_shoe ("Blue");

  import->rec.id = -1;
  shoe->rec.id = -2;
  hip_change_insert (change, import);
  hip_change_insert (change, shoe);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HipRun) run = make_run (today, 1000 + (int) i);

      run->rec.import_id = -1;
      run->shoe_id = -2;
      hip_change_insert (change, run);
    }
  return change;
}

/* Rows that are written by one statement have the ids that the change says. */
static void
test_rows_at_once (Fixture *fixture, gconstpointer data)
{
  static const guint sizes[] = { HIP_STORE_ROWS_AT_ONCE - 1, HIP_STORE_ROWS_AT_ONCE,
                                 HIP_STORE_ROWS_AT_ONCE + 1, 2 * HIP_STORE_ROWS_AT_ONCE };
  g_autoptr (HipStore) store = fixture_open (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (HipChange) change = make_runs (fixture->today, sizes[i]);
      g_autoptr (HipChange) applied = apply (store, change, fixture->today);
      g_autoptr (HipHistory) full = load (store);
      g_autoptr (HipHistory) again = NULL;
      g_autoptr (HipChange) undone = NULL;
      g_autoptr (HipChange) redone = NULL;

      g_assert_cmpuint (hip_history_get_n_runs (full), ==, sizes[i]);
      for (guint n = 0; n < sizes[i]; n++)
        {
          HipRun *run = (HipRun *) hip_change_get (applied, n + 2)->after;

          g_assert_cmpint (run->distance_m, ==, 1000 + (int) n);
          g_assert_true (hip_record_equal (hip_history_get_run_by_id (full, run->rec.id), run));
          g_assert_cmpstr (hip_history_get_shoe_by_id (full, run->shoe_id)->name, ==, "Blue");
        }
      undone = apply_inverse (store, applied);
      g_assert_cmpuint (count_records (store), ==, 0);
      redone = apply_inverse (store, undone);
      again = load (store);
      assert_same_history (full, again);
      hip_change_unref (apply_inverse (store, redone));
    }
}

/* The one that is there already is named wherever it stands, and none of its statement is kept. */
static void
test_duplicate_at_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HipStore) store = fixture_open (fixture);
  g_autoptr (HipShoe) there = make_shoe ("Pair 70");
  static const guint twice[] = { 0, HIP_STORE_ROWS_AT_ONCE - 1, HIP_STORE_ROWS_AT_ONCE };

  hip_record_unref (apply_one (store, NULL, there));
  for (guint i = 0; i < G_N_ELEMENTS (twice); i++)
    {
      g_autoptr (HipChange) change = hip_change_new ("Test");
      g_autofree char *message = NULL;

      for (guint n = 0; n < 2 * HIP_STORE_ROWS_AT_ONCE; n++)
        {
          g_autofree char *name = g_strdup_printf ("Pair %u", n == twice[i] ? 70 : 1000 + n);
          g_autoptr (HipShoe) shoe = make_shoe (name);

          hip_change_insert (change, shoe);
        }
      message =
          apply_in_vain (store, change, fixture->today, HIP_STORE_ERROR, HIP_STORE_ERROR_DUPLICATE);
      g_assert_true (g_str_has_prefix (message, "There is already a pair called “Pair 70”."));
    }
}

static void
test_dangling_placeholder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HipStore) store = fixture_open (fixture);
  g_autoptr (HipChange) change = hip_change_new ("Test");
  g_autoptr (HipRun) run = make_run (fixture->today, 5000);

  run->shoe_id = -1;
  hip_change_insert (change, run);
  g_free (apply_in_vain (store, change, fixture->today, HIP_STORE_ERROR, HIP_STORE_ERROR_CONFLICT));
}

static void
test_dangling_link (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HipStore) store = fixture_open (fixture);
  g_autoptr (HipChange) change = hip_change_new ("Test");
  g_autoptr (HipRun) run = make_run (fixture->today, 5000);

  run->shoe_id = 7;
  hip_change_insert (change, run);
  g_free (apply_in_vain (store, change, fixture->today, HIP_STORE_ERROR, HIP_STORE_ERROR_CONFLICT));
}

static void
test_shoe_with_runs_stays (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HipStore) store = fixture_open (fixture);
  g_autoptr (HipShoe) shoe = make_shoe ("Blue");
  g_autoptr (HipShoe) stored = apply_one (store, NULL, shoe);
  g_autoptr (HipRun) run = make_run (fixture->today, 5000);
  g_autoptr (HipChange) change = hip_change_new ("Test");
  g_autoptr (HipHistory) before = NULL;
  g_autoptr (HipHistory) after = NULL;
  g_autoptr (HipChange) deletion = NULL;
  g_autoptr (HipChange) deleted = NULL;
  g_autoptr (HipChange) undone = NULL;

  run->shoe_id = stored->rec.id;
  hip_record_unref (apply_one (store, NULL, run));
  hip_change_delete (change, stored);
  g_free (apply_in_vain (store, change, fixture->today, HIP_STORE_ERROR, HIP_STORE_ERROR_CONFLICT));

  before = load (store);
  deletion = hip_history_delete_shoe (before, stored);
  deleted = apply (store, deletion, fixture->today);
  g_assert_cmpuint (count_records (store), ==, 1);
  undone = apply_inverse (store, deleted);
  after = load (store);
  assert_same_history (before, after);
}

static void
test_conflicts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HipStore) store = fixture_open (fixture);
  g_autoptr (HipRun) run = make_run (fixture->today, 5000);
  g_autoptr (HipRun) stale = apply_one (store, NULL, run);
  g_autoptr (HipRun) edited = hip_record_copy (stale);
  g_autoptr (HipChange) update = hip_change_new ("Update");
  g_autoptr (HipChange) delete = hip_change_new ("Delete");
  g_autoptr (HipChange) insert = hip_change_new ("Insert");

  edited->distance_m = 6000;
  hip_change_update (update, stale, edited);
  hip_change_delete (delete, stale);
  raw_exec (fixture->path, "UPDATE runs SET note = 'from elsewhere'");
  g_free (apply_in_vain (store, update, fixture->today, HIP_STORE_ERROR, HIP_STORE_ERROR_CONFLICT));
  g_free (apply_in_vain (store, delete, fixture->today, HIP_STORE_ERROR, HIP_STORE_ERROR_CONFLICT));

  hip_change_insert (insert, stale);
  g_free (apply_in_vain (store, insert, fixture->today, HIP_STORE_ERROR, HIP_STORE_ERROR_CONFLICT));

  raw_exec (fixture->path, "DELETE FROM runs");
  g_free (apply_in_vain (store, update, fixture->today, HIP_STORE_ERROR, HIP_STORE_ERROR_CONFLICT));
  g_free (apply_in_vain (store, delete, fixture->today, HIP_STORE_ERROR, HIP_STORE_ERROR_CONFLICT));
}

static void
test_duplicate_shoe (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HipStore) store = fixture_open (fixture);
  g_autoptr (HipShoe) shoe = make_shoe ("Blue");
  g_autoptr (HipChange) change = hip_change_new ("Test");
  g_autofree char *message = NULL;

  hip_record_unref (apply_one (store, NULL, shoe));
  hip_change_insert (change, shoe);
  message =
      apply_in_vain (store, change, fixture->today, HIP_STORE_ERROR, HIP_STORE_ERROR_DUPLICATE);
  g_assert_true (g_str_has_prefix (message, "There is already a pair called “Blue”."));
}

static void
test_duplicate_pain (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HipStore) store = fixture_open (fixture);
  g_autoptr (HipPainDay) pain = make_least (HIP_RECORD_PAIN_DAY, fixture->today);
  g_autoptr (HipPainDay) other_side = hip_record_copy (pain);
  g_autoptr (HipPainDay) other_day = hip_record_copy (pain);
  g_autoptr (HipChange) change = hip_change_new ("Test");
  g_autofree char *message = NULL;

  other_side->side = HIP_SIDE_RIGHT;
  other_day->date--;
  hip_record_unref (apply_one (store, NULL, pain));
  hip_record_unref (apply_one (store, NULL, other_side));
  hip_record_unref (apply_one (store, NULL, other_day));

  hip_change_insert (change, pain);
  message =
      apply_in_vain (store, change, fixture->today, HIP_STORE_ERROR, HIP_STORE_ERROR_DUPLICATE);
  g_assert_true (g_str_has_prefix (message, "The left hip on "));
}

static void
test_today (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HipStore) store = fixture_open (fixture);
  g_autoptr (HipRun) run = make_run (fixture->today, 5000);
  g_autoptr (HipChange) change = hip_change_new ("Test");
  g_autoptr (HipChange) applied = NULL;

  hip_change_insert (change, run);
  g_free (apply_in_vain (store, change, fixture->today - 1, HIP_RECORD_ERROR,
                         HIP_RECORD_ERROR_INVALID));
  applied = apply (store, change, fixture->today);
}

/* Logged in Tokyo, looked at in Los Angeles. */
static void
test_flown_west (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HipStore) store = fixture_open (fixture);
  HipDay today = fixture->today - 1;
  g_autoptr (HipRun) run = make_run (fixture->today, 5000);
  g_autoptr (HipRun) stored = apply_one (store, NULL, run);
  g_autoptr (HipRun) noted = hip_record_copy (stored);
  g_autoptr (HipRun) later = hip_record_copy (stored);
  g_autoptr (HipChange) note = hip_change_new ("Note");
  g_autoptr (HipChange) move = hip_change_new ("Move");
  g_autoptr (HipChange) applied = NULL;

  later->date = today + 2;
  hip_change_update (move, stored, later);
  g_free (apply_in_vain (store, move, today, HIP_RECORD_ERROR, HIP_RECORD_ERROR_INVALID));
  g_set_str (&noted->note, "Along the river");
  hip_change_update (note, stored, noted);
  applied = apply (store, note, today);
}

static void
test_all_or_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HipStore) store = fixture_open (fixture);
  g_autoptr (HipShoe) shoe = make_shoe ("Blue");
  g_autoptr (HipChange) change = hip_change_new ("Test");

  hip_record_unref (apply_one (store, NULL, shoe));
  for (int i = 0; i < 100; i++)
    {
      g_autoptr (HipRun) run = make_run (fixture->today - i, i == 99 ? 0 : 5000);

      hip_change_insert (change, run);
    }

  g_free (
      apply_in_vain (store, change, fixture->today, HIP_RECORD_ERROR, HIP_RECORD_ERROR_INVALID));
  g_assert_cmpuint (count_records (store), ==, 1);
}

static void
test_empty_change (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HipStore) store = fixture_open (fixture);
  g_autoptr (HipChange) change = hip_change_new ("Nothing");
  g_autoptr (HipChange) applied = apply (store, change, fixture->today);

  g_assert_cmpuint (hip_change_get_n (applied), ==, 0);
}

/* Adds a run, tells so, and waits to be killed. */
static void
be_killed_after_commit (Fixture *fixture, int fd)
{
  HipStore *store = fixture_open (fixture);
  HipRun *run = make_run (fixture->today, 5000);

  apply_one (store, NULL, run);
  if (write (fd, "!", 1) == 1)
    pause ();
  _exit (1);
}

static void
test_killed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *wal = fixture_build_path (fixture, "log.db-wal");
  g_autoptr (HipStore) store = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  int fds[2];
  int status;
  char byte;
  pid_t pid;

  g_assert_cmpint (pipe (fds), ==, 0);
  pid = fork ();
  if (pid == 0)
    be_killed_after_commit (fixture, fds[1]);
  close (fds[1]);
  g_assert_cmpint (read (fds[0], &byte, 1), ==, 1);
  kill (pid, SIGKILL);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFSIGNALED (status));
  close (fds[0]);

  g_assert_true (g_file_test (wal, G_FILE_TEST_EXISTS));
  store = fixture_open (fixture);
  g_assert_cmpuint (count_records (store), ==, 1);
  problems = hip_store_check (store, NULL);
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
add_years (HipChange *change, HipDay today, int n_days)
{
  for (int i = 0; i < n_days; i++)
    {
      g_autoptr (HipRun) run = make_most (HIP_RECORD_RUN, today - i);
      g_autoptr (HipPainDay) pain = make_most (HIP_RECORD_PAIN_DAY, today - i);

      hip_change_insert (change, run);
      hip_change_insert (change, pain);
    }
}

/* More rows than any buffer in between: ten years of every day, in one change. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HipStore) store = fixture_open (fixture);
  g_autoptr (HipChange) change = hip_change_new ("Ten years");
  g_autoptr (HipChange) applied = NULL;
  g_autoptr (HipHistory) history = NULL;

  add_years (change, fixture->today, 3650);
  applied = apply (store, change, fixture->today);
  history = load (store);
  g_assert_cmpuint (hip_history_get_n_runs (history), ==, 3650);
  g_assert_cmpuint (hip_history_get_n_pain_days (history), ==, 3650);
}

static void
test_default_path (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = hip_store_default_path ();

  g_assert_true (g_str_has_prefix (path, g_get_user_data_dir ()));
  g_assert_true (g_str_has_suffix (path, "/hiplog/log.db"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD_TEST ("/store/default-path", test_default_path);
  ADD_TEST ("/store/round-trip", test_round_trip);
  ADD_TEST ("/store/every-pain-word", test_every_pain_word);
  ADD_TEST ("/store/every-run-word", test_every_run_word);
  ADD_TEST ("/store/every-care-word", test_every_care_word);
  ADD_TEST ("/store/every-flag-word", test_every_flag_word);
  ADD_TEST ("/store/mute", test_mute);
  ADD_TEST ("/store/empty-text-is-none", test_empty_text_is_none);
  ADD_TEST ("/store/readable-by-others", test_readable_by_others);
  ADD_TEST ("/store/ids-are-not-used-again", test_ids_are_not_used_again);
  ADD_TEST ("/store/placeholders", test_placeholders);
  ADD_TEST ("/store/import-undone", test_import_undone);
  ADD_TEST ("/store/dangling-placeholder", test_dangling_placeholder);
  ADD_TEST ("/store/dangling-link", test_dangling_link);
  ADD_TEST ("/store/shoe-with-runs-stays", test_shoe_with_runs_stays);
  ADD_TEST ("/store/conflicts", test_conflicts);
  ADD_TEST ("/store/duplicate-shoe", test_duplicate_shoe);
  ADD_TEST ("/store/duplicate-pain", test_duplicate_pain);
  ADD_TEST ("/store/rows-at-once", test_rows_at_once);
  ADD_TEST ("/store/duplicate-at-once", test_duplicate_at_once);
  ADD_TEST ("/store/today", test_today);
  ADD_TEST ("/store/flown-west", test_flown_west);
  ADD_TEST ("/store/all-or-nothing", test_all_or_nothing);
  ADD_TEST ("/store/empty-change", test_empty_change);
  ADD_TEST ("/store/killed", test_killed);
  ADD_TEST ("/store/many", test_many);

  return g_test_run ();
}
