// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-run-list.h"

#include "hip-run-search.h"

/**
 * HipRunList:
 *
 * The runs of a log, newest first, in a section a week, narrowed by a search.
 *
 * ```
 * HipHistory ──▶ rows (index into the history) ──▶ HipRunItem, only for rows asked for
 *      └──────▶ HipWeekSeries ──▶ what the section headers say
 * ```
 *
 * A row costs four bytes until somebody looks at it. The same run is always the
 * same item while anybody holds it, and a changed run changes its item: the
 * list only reports rows that come, go or move, so that scroll position and
 * focus stay where they are.
 *
 * The signal "weeks-changed" says that the headers are to be painted again.
 */
struct _HipRunList
{
  GObject parent_instance;

  HipHistory *history;  /* (owned) */
  HipWeekSeries *weeks; /* (owned) (nullable): %NULL without a run */
  GArray *rows;         /* (owned): of guint, the index in the history */
  GHashTable *live;     /* (owned): id → Live */
  char *query;          /* (owned) */
  HipLimits limits;
};

/* An item somebody holds. */
typedef struct
{
  gint64 id;
  HipRunList *list; /* (not owned) */
  HipRunItem *item; /* (not owned): the weak reference clears this away */
} Live;

/* The log and the rows as they were before a change, to tell what became different. */
typedef struct
{
  HipHistory *history;
  GArray *rows;
  GDateWeekday first_weekday;
} Shown;

enum
{
  WEEKS_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static HipRun *
get_run (HipHistory *history, GArray *rows, guint position)
{
  return hip_history_get_run (history, g_array_index (rows, guint, position));
}

static HipDay
get_week_start (HipRunList *self, guint position)
{
  return hip_day_get_week_start (get_run (self->history, self->rows, position)->date,
                                 self->limits.first_weekday);
}

static GType
hip_run_list_get_item_type (GListModel *model)
{
  return HIP_TYPE_RUN_ITEM;
}

static guint
hip_run_list_get_n_items (GListModel *model)
{
  return HIP_RUN_LIST (model)->rows->len;
}

static void
item_gone_cb (gpointer data, GObject *where_it_was)
{
  Live *live = data;

  live->item = NULL;
  g_hash_table_remove (live->list->live, &live->id);
}

static void
live_free (gpointer data)
{
  Live *live = data;

  if (live->item != NULL)
    g_object_weak_unref (G_OBJECT (live->item), item_gone_cb, live);
  g_free (live);
}

static HipRunItem *
make_item (HipRunList *self, HipRun *run)
{
  HipRunItem *item = hip_run_item_new (self->history, run, self->limits.units);
  Live *live = g_new (Live, 1);

  *live = (Live) { .id = run->rec.id, .list = self, .item = item };
  g_object_weak_ref (G_OBJECT (item), item_gone_cb, live);
  g_hash_table_insert (self->live, &live->id, live);
  return item;
}

static gpointer
hip_run_list_get_item (GListModel *model, guint position)
{
  HipRunList *self = HIP_RUN_LIST (model);
  HipRun *run;
  Live *live;

  if (position >= self->rows->len)
    return NULL;
  run = get_run (self->history, self->rows, position);
  live = g_hash_table_lookup (self->live, &run->rec.id);
  return live != NULL ? g_object_ref (live->item) : make_item (self, run);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = hip_run_list_get_item_type;
  iface->get_n_items = hip_run_list_get_n_items;
  iface->get_item = hip_run_list_get_item;
}

/* The first row that is older than @day: the rows are sorted, the newest first. */
static guint
find_older (HipRunList *self, HipDay day)
{
  guint low = 0, high = self->rows->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (get_run (self->history, self->rows, middle)->date < day)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

static void
hip_run_list_get_section (GtkSectionModel *model, guint position, guint *start, guint *end)
{
  HipRunList *self = HIP_RUN_LIST (model);
  HipDay week;

  if (position >= self->rows->len)
    {
      *start = self->rows->len;
      *end = G_MAXUINT;
      return;
    }
  week = get_week_start (self, position);
  *start = find_older (self, week + 7);
  *end = find_older (self, week);
}

static void
section_model_iface_init (GtkSectionModelInterface *iface)
{
  iface->get_section = hip_run_list_get_section;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (HipRunList,
                               hip_run_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL,
                                                          section_model_iface_init))

static void
hip_run_list_finalize (GObject *object)
{
  HipRunList *self = HIP_RUN_LIST (object);

  g_clear_pointer (&self->live, g_hash_table_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->weeks, hip_week_series_free);
  g_clear_pointer (&self->history, hip_history_unref);
  g_clear_pointer (&self->query, g_free);
  G_OBJECT_CLASS (hip_run_list_parent_class)->finalize (object);
}

static void
hip_run_list_class_init (HipRunListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hip_run_list_finalize;

  signals[WEEKS_CHANGED] = g_signal_new ("weeks-changed", HIP_TYPE_RUN_LIST, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hip_run_list_init (HipRunList *self)
{
  self->history = hip_history_new_empty ();
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  self->live = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, live_free);
  self->query = g_strdup ("");
  hip_limits_init_default (&self->limits);
}

/**
 * hip_run_list_new:
 *
 * Returns: (transfer full): an empty list
 */
HipRunList *
hip_run_list_new (void)
{
  return g_object_new (HIP_TYPE_RUN_LIST, NULL);
}

static GArray *
find_rows (HipHistory *history, const char *query)
{
  guint n = hip_history_get_n_runs (history);
  g_autoptr (HipRunSearch) search = *query != '\0' ? hip_run_search_new (query, history) : NULL;
  GArray *rows = g_array_sized_new (FALSE, FALSE, sizeof (guint), search != NULL ? 0 : n);

  for (guint i = n; i-- > 0;)
    if (search == NULL || hip_run_search_matches (search, hip_history_get_run (history, i)))
      g_array_append_val (rows, i);
  return rows;
}

static gint64
get_id (HipHistory *history, GArray *rows, guint position)
{
  return get_run (history, rows, position)->rec.id;
}

static guint
count_same_start (HipRunList *self, const Shown *old)
{
  guint n = 0, most = MIN (old->rows->len, self->rows->len);

  while (n < most && get_id (old->history, old->rows, n) == get_id (self->history, self->rows, n))
    n++;
  return n;
}

static guint
count_same_end (HipRunList *self, const Shown *old, guint start)
{
  guint n = 0, most = MIN (old->rows->len, self->rows->len) - start;

  while (n < most
         && get_id (old->history, old->rows, old->rows->len - 1 - n)
                == get_id (self->history, self->rows, self->rows->len - 1 - n))
    n++;
  return n;
}

static gboolean
is_week_other (HipRunList *self, const Shown *old, guint old_position, guint position)
{
  HipDay before = get_run (old->history, old->rows, old_position)->date;
  HipDay date = get_run (self->history, self->rows, position)->date;

  if (before == date && old->first_weekday == self->limits.first_weekday)
    return FALSE;
  return hip_day_get_week_start (before, old->first_weekday) != get_week_start (self, position);
}

/* Whether a run that stayed in its place went into another week there. */
static gboolean
did_sections_change (HipRunList *self, const Shown *old, guint start, guint end)
{
  for (guint i = 0; i < start; i++)
    if (is_week_other (self, old, i, i))
      return TRUE;
  for (guint i = 1; i <= end; i++)
    if (is_week_other (self, old, old->rows->len - i, self->rows->len - i))
      return TRUE;
  return FALSE;
}

static void
report_rows (HipRunList *self, const Shown *old)
{
  guint start = count_same_start (self, old);
  guint end = count_same_end (self, old, start);
  guint removed = old->rows->len - start - end;
  guint added = self->rows->len - start - end;
  gboolean sections = did_sections_change (self, old, start, end);

  if (removed > 0 || added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), start, removed, added);
  if (sections)
    gtk_section_model_sections_changed (GTK_SECTION_MODEL (self), 0, self->rows->len);
}

static void
update_items (HipRunList *self)
{
  /* A copy, as a row that repaints may let go of items. */
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->live);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_ptr_array_add (items, g_object_ref (((Live *) value)->item));
  for (guint i = 0; i < items->len; i++)
    {
      HipRunItem *item = g_ptr_array_index (items, i);
      gint64 id = hip_run_item_get_run (item)->rec.id;
      HipRun *run = hip_history_get_run_by_id (self->history, id);

      if (run != NULL)
        hip_run_item_update (item, self->history, run, self->limits.units);
    }
}

static HipWeekSeries *
make_weeks (HipHistory *history, const HipLimits *limits)
{
  guint n = hip_history_get_n_runs (history);

  if (n == 0)
    return NULL;
  return hip_week_series_new (history, limits, hip_history_get_run (history, 0)->date,
                              hip_history_get_run (history, n - 1)->date);
}

/**
 * hip_run_list_set_history:
 * @self: a list
 * @history: the log as it is now
 * @limits: the runner's first weekday, units and weekly limit
 *
 * Shows another state of the log, and reports no more rows than became different.
 */
void
hip_run_list_set_history (HipRunList *self, HipHistory *history, const HipLimits *limits)
{
  g_autoptr (HipHistory) old_history = NULL;
  g_autoptr (GArray) old_rows = NULL;
  Shown old;

  g_return_if_fail (HIP_IS_RUN_LIST (self));
  g_return_if_fail (history != NULL);
  g_return_if_fail (limits != NULL);

  old_history = g_steal_pointer (&self->history);
  old_rows = g_steal_pointer (&self->rows);
  old = (Shown) { old_history, old_rows, self->limits.first_weekday };

  self->history = hip_history_ref (history);
  self->limits = *limits;
  self->rows = find_rows (history, self->query);
  g_clear_pointer (&self->weeks, hip_week_series_free);
  self->weeks = make_weeks (history, limits);

  update_items (self);
  report_rows (self, &old);
  g_signal_emit (self, signals[WEEKS_CHANGED], 0);
}

/**
 * hip_run_list_set_query:
 * @self: a list
 * @query: what to search for; empty for all runs
 *
 * Shows only the runs that match, see [func@RunSearch.new].
 */
void
hip_run_list_set_query (HipRunList *self, const char *query)
{
  g_autoptr (GArray) old_rows = NULL;
  Shown old;

  g_return_if_fail (HIP_IS_RUN_LIST (self));
  g_return_if_fail (query != NULL);

  if (!g_set_str (&self->query, query))
    return;
  old_rows = g_steal_pointer (&self->rows);
  old = (Shown) { self->history, old_rows, self->limits.first_weekday };
  self->rows = find_rows (self->history, query);
  report_rows (self, &old);
}

/**
 * hip_run_list_get_run:
 * @self: a list
 * @position: a row
 *
 * Returns: (transfer none) (nullable): the run in that row
 */
HipRun *
hip_run_list_get_run (HipRunList *self, guint position)
{
  g_return_val_if_fail (HIP_IS_RUN_LIST (self), NULL);

  return position < self->rows->len ? get_run (self->history, self->rows, position) : NULL;
}

/**
 * hip_run_list_get_week:
 * @self: a list
 * @day: a day
 *
 * Returns: (transfer none) (nullable): the figures of the week @day is in, of
 *   all its runs, found or not; %NULL outside the log
 */
const HipWeek *
hip_run_list_get_week (HipRunList *self, HipDay day)
{
  HipDay first;

  g_return_val_if_fail (HIP_IS_RUN_LIST (self), NULL);

  if (self->weeks == NULL || self->weeks->n == 0)
    return NULL;
  first = self->weeks->weeks[0].start;
  if (day < first || (guint) (day - first) / 7 >= self->weeks->n)
    return NULL;
  return &self->weeks->weeks[(day - first) / 7];
}

/**
 * hip_run_list_get_units:
 * @self: a list
 *
 * Returns: what distances are shown in
 */
HipUnits
hip_run_list_get_units (HipRunList *self)
{
  g_return_val_if_fail (HIP_IS_RUN_LIST (self), HIP_UNITS_KM);

  return self->limits.units;
}

/**
 * hip_run_list_get_n_live:
 * @self: a list
 *
 * Returns: how many items somebody holds at the moment
 */
guint
hip_run_list_get_n_live (HipRunList *self)
{
  g_return_val_if_fail (HIP_IS_RUN_LIST (self), 0);

  return g_hash_table_size (self->live);
}
