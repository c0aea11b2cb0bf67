// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include <locale.h>

#include "hip-run-list.h"
#include "hip-week-header.h"

/* A Monday. */
#define MONDAY (hip_day_from_ymd (2026, 3, 2))

typedef struct
{
  guint removed;
  guint added;
  guint position;
  guint n_changes;
  guint n_sections;
} Seen;

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, Seen *seen)
{
  seen->position = position;
  seen->removed += removed;
  seen->added += added;
  seen->n_changes++;
}

static void
sections_changed_cb (GtkSectionModel *model, guint position, guint n, Seen *seen)
{
  seen->n_sections++;
}

static HipRun *
make_run (gint64 id, HipDay date, gint32 metres, const char *title)
{
  HipRun *run = hip_run_new ();

  run->rec.id = id;
  run->date = date;
  run->distance_m = metres;
  run->title = g_strdup (title);
  return run;
}

static void
add_run (GPtrArray *records, gint64 id, HipDay date, gint32 metres, const char *title)
{
  g_ptr_array_add (records, make_run (id, date, metres, title));
}

static GPtrArray *
make_records (void)
{
  return g_ptr_array_new_with_free_func (hip_record_unref);
}

/* Runs 1 and 2 in one week, 3 in the next, 4 and 5 two weeks later. */
static HipHistory *
make_history (void)
{
  g_autoptr (GPtrArray) records = make_records ();

  add_run (records, 1, MONDAY, 5000, "Easy");
  add_run (records, 2, MONDAY + 6, 8000, NULL);
  add_run (records, 3, MONDAY + 7, 6000, "Tempo");
  add_run (records, 4, MONDAY + 22, 10000, NULL);
  add_run (records, 5, MONDAY + 27, 12000, "Long");
  return hip_history_new (records);
}

static HipRunList *
make_list (HipHistory *history)
{
  HipRunList *list = hip_run_list_new ();
  HipLimits limits;

  hip_limits_init_default (&limits);
  hip_run_list_set_history (list, history, &limits);
  return list;
}

static void
show (HipRunList *list, HipHistory *history)
{
  HipLimits limits;

  hip_limits_init_default (&limits);
  hip_run_list_set_history (list, history, &limits);
}

static void
watch (HipRunList *list, Seen *seen)
{
  *seen = (Seen) { 0 };
  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), seen);
  g_signal_connect (list, "sections-changed", G_CALLBACK (sections_changed_cb), seen);
}

static gint64
get_id (HipRunList *list, guint position)
{
  HipRun *run = hip_run_list_get_run (list, position);

  return run != NULL ? run->rec.id : 0;
}

static void
assert_section (HipRunList *list, guint position, guint start, guint end)
{
  guint found_start, found_end;

  gtk_section_model_get_section (GTK_SECTION_MODEL (list), position, &found_start, &found_end);
  g_assert_cmpuint (found_start, ==, start);
  g_assert_cmpuint (found_end, ==, end);
}

static void
test_order (void)
{
  g_autoptr (HipHistory) history = make_history ();
  g_autoptr (HipRunList) list = make_list (history);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 5);
  for (guint i = 0; i < 5; i++)
    g_assert_cmpint (get_id (list, i), ==, 5 - i);
  g_assert_null (hip_run_list_get_run (list, 5));
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), 5));
}

static void
test_sections (void)
{
  g_autoptr (HipHistory) history = make_history ();
  g_autoptr (HipRunList) list = make_list (history);

  assert_section (list, 0, 0, 2);
  assert_section (list, 1, 0, 2);
  assert_section (list, 2, 2, 3);
  assert_section (list, 3, 3, 5);
  assert_section (list, 4, 3, 5);
  assert_section (list, 5, 5, G_MAXUINT);
}

static void
test_sections_sunday (void)
{
  g_autoptr (HipHistory) history = make_history ();
  g_autoptr (HipRunList) list = make_list (history);
  HipLimits limits;
  Seen seen;

  watch (list, &seen);
  hip_limits_init_default (&limits);
  limits.first_weekday = G_DATE_SUNDAY;
  hip_run_list_set_history (list, history, &limits);

  /* Sunday's run 2 now begins the week of run 3. */
  g_assert_cmpuint (seen.n_changes, ==, 0);
  g_assert_cmpuint (seen.n_sections, ==, 1);
  assert_section (list, 2, 2, 4);
  assert_section (list, 4, 4, 5);
}

static void
test_weeks (void)
{
  g_autoptr (HipHistory) history = make_history ();
  g_autoptr (HipRunList) list = make_list (history);
  const HipWeek *week = hip_run_list_get_week (list, MONDAY + 3);

  g_assert_cmpint (week->start, ==, MONDAY);
  g_assert_cmpint (week->total_m, ==, 13000);
  g_assert_cmpint (week->longest_m, ==, 8000);
  g_assert_cmpint (hip_run_list_get_week (list, MONDAY + 27)->total_m, ==, 22000);
  g_assert_null (hip_run_list_get_week (list, MONDAY - 1));
  g_assert_null (hip_run_list_get_week (list, MONDAY + 28));
}

static void
test_empty (void)
{
  g_autoptr (HipRunList) list = hip_run_list_new ();

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  g_assert_null (hip_run_list_get_week (list, MONDAY));
  assert_section (list, 0, 0, G_MAXUINT);
}

static void
test_lazy (void)
{
  g_autoptr (GPtrArray) records = make_records ();
  g_autoptr (HipHistory) history = NULL;
  g_autoptr (HipRunList) list = NULL;
  g_autoptr (HipRunItem) first = NULL;
  g_autoptr (HipRunItem) again = NULL;

  for (int i = 0; i < 100000; i++)
    add_run (records, i + 1, MONDAY + i / 5, 5000, NULL);
  history = hip_history_new (records);
  list = make_list (history);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 100000);
  g_assert_cmpuint (hip_run_list_get_n_live (list), ==, 0);

  first = g_list_model_get_item (G_LIST_MODEL (list), 7);
  again = g_list_model_get_item (G_LIST_MODEL (list), 7);
  g_assert_true (first == again);
  g_assert_cmpuint (hip_run_list_get_n_live (list), ==, 1);
  g_clear_object (&first);
  g_clear_object (&again);
  g_assert_cmpuint (hip_run_list_get_n_live (list), ==, 0);
}

static void
test_outlived (void)
{
  g_autoptr (HipHistory) history = make_history ();
  HipRunList *list = make_list (history);
  HipRunItem *item = g_list_model_get_item (G_LIST_MODEL (list), 0);

  g_assert_finalize_object (list);
  g_assert_cmpint (hip_run_item_get_run (item)->rec.id, ==, 5);
  g_assert_finalize_object (item);
}

static HipHistory *
change_run (HipHistory *history, gint64 id, HipDay date, const char *title)
{
  g_autoptr (HipChange) change = hip_change_new ("");
  HipRun *run = hip_history_get_run_by_id (history, id);
  g_autoptr (HipRun) copy = hip_record_copy (run);

  copy->date = date;
  g_set_str (&copy->title, title);
  hip_change_update (change, run, copy);
  return hip_history_with_change (history, change);
}

static void
count_cb (gpointer object, guint *count)
{
  (*count)++;
}

static void
test_repaint_same (void)
{
  g_autoptr (HipHistory) history = make_history ();
  g_autoptr (HipHistory) same = make_history ();
  g_autoptr (HipRunList) list = make_list (history);
  g_autoptr (HipRunItem) item = g_list_model_get_item (G_LIST_MODEL (list), 2);
  guint changed = 0;
  Seen seen;

  watch (list, &seen);
  g_signal_connect (item, "changed", G_CALLBACK (count_cb), &changed);
  show (list, same);
  g_assert_cmpuint (seen.n_changes, ==, 0);
  g_assert_cmpuint (seen.n_sections, ==, 0);
  g_assert_cmpuint (changed, ==, 0);
}

static void
test_repaint_edited (void)
{
  g_autoptr (HipHistory) history = make_history ();
  g_autoptr (HipHistory) edited = change_run (history, 3, MONDAY + 7, "Hills");
  g_autoptr (HipRunList) list = make_list (history);
  g_autoptr (HipRunItem) item = g_list_model_get_item (G_LIST_MODEL (list), 2);
  g_autofree char *title = NULL;
  guint changed = 0;
  Seen seen;

  watch (list, &seen);
  g_signal_connect (item, "changed", G_CALLBACK (count_cb), &changed);
  show (list, edited);
  g_assert_cmpuint (seen.n_changes, ==, 0);
  g_assert_cmpuint (changed, ==, 1);
  title = hip_run_item_dup_title (item);
  g_assert_cmpstr (title, ==, "Hills");
}

static void
test_repaint_week_moved (void)
{
  g_autoptr (HipHistory) history = make_history ();
  g_autoptr (HipHistory) edited = change_run (history, 3, MONDAY + 14, "Tempo");
  g_autoptr (HipRunList) list = make_list (history);
  Seen seen;

  watch (list, &seen);
  show (list, edited);
  g_assert_cmpuint (seen.n_changes, ==, 0);
  g_assert_cmpuint (seen.n_sections, ==, 1);
}

static void
test_repaint_deleted (void)
{
  g_autoptr (HipHistory) history = make_history ();
  g_autoptr (HipChange) change = hip_change_new ("");
  g_autoptr (HipHistory) less = NULL;
  g_autoptr (HipRunList) list = make_list (history);
  Seen seen;

  watch (list, &seen);
  hip_change_delete (change, hip_history_get_run_by_id (history, 3));
  less = hip_history_with_change (history, change);
  show (list, less);
  g_assert_cmpuint (seen.n_changes, ==, 1);
  g_assert_cmpuint (seen.position, ==, 2);
  g_assert_cmpuint (seen.removed, ==, 1);
  g_assert_cmpuint (seen.added, ==, 0);

  show (list, history);
  g_assert_cmpuint (seen.n_changes, ==, 2);
  g_assert_cmpuint (seen.position, ==, 2);
  g_assert_cmpuint (seen.removed, ==, 1);
  g_assert_cmpuint (seen.added, ==, 1);
}

static void
test_repaint_pain (void)
{
  g_autoptr (HipHistory) history = make_history ();
  g_autoptr (HipChange) change = hip_change_new ("");
  g_autoptr (HipPainDay) pain = hip_pain_day_new ();
  g_autoptr (HipHistory) more = NULL;
  g_autoptr (HipRunList) list = make_list (history);
  g_autoptr (HipRunItem) item = g_list_model_get_item (G_LIST_MODEL (list), 4);
  guint changed = 0;

  g_assert_cmpint (hip_run_item_get_pain (item), ==, HIP_UNSET);
  g_signal_connect (item, "changed", G_CALLBACK (count_cb), &changed);
  pain->date = MONDAY;
  pain->score = 0;
  hip_change_insert (change, pain);
  more = hip_history_with_change (history, change);
  show (list, more);
  g_assert_cmpuint (changed, ==, 1);
  g_assert_cmpint (hip_run_item_get_pain (item), ==, 0);
}

static HipHistory *
make_searchable (void)
{
  g_autoptr (GPtrArray) records = make_records ();
  HipShoe *shoe = hip_shoe_new ();
  HipRun *run = make_run (2, hip_day_from_ymd (2025, 8, 14), 5000, "Abendlauf Müllerwald");

  shoe->rec.id = 9;
  shoe->name = g_strdup ("Blue pair");
  shoe->brand = g_strdup ("Adagio");
  g_ptr_array_add (records, shoe);
  add_run (records, 1, MONDAY, 5000, "Easy loop, Lange Straße");
  run->shoe_id = 9;
  run->note = g_strdup ("Felt strong on the hills");
  g_ptr_array_add (records, run);
  run = make_run (3, MONDAY + 12, 5000, NULL);
  run->surface = HIP_SURFACE_TREADMILL;
  g_ptr_array_add (records, run);
  return hip_history_new (records);
}

static void
test_search (void)
{
  /* Ids of the runs found, newest first. */
  const struct
  {
    const char *query;
    const char *found;
  } cases[] = {
    { "", "3 1 2 " },     { "  ", "3 1 2 " },    { "EASY", "1 " },       { "loop easy", "1 " },
    { "loop hills", "" }, { "muller", "2 " },    { "MÜLLER", "2 " },     { "hills", "2 " },
    { "strasse", "1 " },  { "STRASSE", "1 " },   { "blue", "2 " },       { "adagio", "2 " },
    { "treadm", "3 " },   { "march", "3 1 " },   { "mar", "3 1 " },      { "ma", "" },
    { "monday", "1 " },   { "sat", "3 " },       { "14", "3 2 " },       { "14 august", "2 " },
    { "2025", "2 " },     { "2026-03", "3 1 " }, { "2026-03-02", "1 " }, { "2026-3", "" },
    { "nothing", "" },
  };
  g_autoptr (HipHistory) history = make_searchable ();
  g_autoptr (HipRunList) list = make_list (history);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) found = g_string_new (NULL);

      hip_run_list_set_query (list, cases[i].query);
      for (guint j = 0; hip_run_list_get_run (list, j) != NULL; j++)
        g_string_append_printf (found, "%d ", (int) get_id (list, j));
      g_test_message ("%s", cases[i].query);
      g_assert_cmpstr (found->str, ==, cases[i].found);
    }
}

static void
test_search_repaint (void)
{
  g_autoptr (HipHistory) history = make_searchable ();
  g_autoptr (HipHistory) edited = change_run (history, 1, MONDAY, "Hilly loop");
  g_autoptr (HipRunList) list = make_list (history);
  Seen seen;

  hip_run_list_set_query (list, "easy");
  watch (list, &seen);
  show (list, edited);
  g_assert_cmpuint (seen.removed, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  hip_run_list_set_query (list, "hilly");
  g_assert_cmpint (get_id (list, 0), ==, 1);
}

static void
test_range (void)
{
  const struct
  {
    HipDay start;
    HipDay today;
    const char *text;
  } cases[] = {
    { hip_day_from_ymd (2026, 3, 2), hip_day_from_ymd (2026, 5, 1), "2–8 March 2026" },
    { hip_day_from_ymd (2026, 3, 30), HIP_DAY_NONE, "30 March – 5 April 2026" },
    { hip_day_from_ymd (2025, 12, 29), HIP_DAY_NONE, "29 December 2025 – 4 January 2026" },
    { MONDAY, MONDAY, "This Week" },
    { MONDAY, MONDAY + 6, "This Week" },
    { MONDAY, MONDAY + 7, "Last Week" },
    { MONDAY, MONDAY + 13, "Last Week" },
    { MONDAY, MONDAY + 14, "2–8 March 2026" },
    { MONDAY, MONDAY - 1, "2–8 March 2026" },
    { MONDAY - 1, MONDAY + 5, "This Week" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = hip_week_header_format_range (cases[i].start, cases[i].today);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_change (void)
{
  HipWeek week = { .start = MONDAY, .total_m = 10000, .baseline_m = -1 };
  g_autofree char *more = NULL;
  g_autofree char *less = NULL;

  week.change_percent = HIP_UNSET;
  g_assert_null (hip_week_header_format_change (&week, MONDAY + 20));
  week.change_percent = 12;
  more = hip_week_header_format_change (&week, MONDAY + 3);
  g_assert_nonnull (more);
  week.change_percent = -40;
  /* A week that is still running is not behind yet. */
  g_assert_null (hip_week_header_format_change (&week, MONDAY + 6));
  less = hip_week_header_format_change (&week, MONDAY + 7);
  g_assert_nonnull (less);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/run-list/order", test_order);
  g_test_add_func ("/run-list/sections", test_sections);
  g_test_add_func ("/run-list/sections-sunday", test_sections_sunday);
  g_test_add_func ("/run-list/weeks", test_weeks);
  g_test_add_func ("/run-list/empty", test_empty);
  g_test_add_func ("/run-list/lazy", test_lazy);
  g_test_add_func ("/run-list/outlived", test_outlived);
  g_test_add_func ("/run-list/repaint-same", test_repaint_same);
  g_test_add_func ("/run-list/repaint-edited", test_repaint_edited);
  g_test_add_func ("/run-list/repaint-week-moved", test_repaint_week_moved);
  g_test_add_func ("/run-list/repaint-deleted", test_repaint_deleted);
  g_test_add_func ("/run-list/repaint-pain", test_repaint_pain);
  g_test_add_func ("/run-list/search", test_search);
  g_test_add_func ("/run-list/search-repaint", test_search_repaint);
  g_test_add_func ("/week-header/range", test_range);
  g_test_add_func ("/week-header/change", test_change);
  return g_test_run ();
}
