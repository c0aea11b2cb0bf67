// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-history.h"

#include <glib/gi18n.h>

/* How far a pair of shoes had gone after one of its runs, its start included. */
typedef struct
{
  HipDay date;
  gint64 distance_m;
} Mileage;

struct _HipHistory
{
  gatomicrefcount ref_count;
  GPtrArray *records[HIP_N_RECORD_KINDS]; /* (owned), each sorted */
  GHashTable *runs_by_id;                 /* (owned), keys and values borrowed of records */
  GPtrArray *mileages; /* (owned) (element-type GArray), one for each pair, by date */
};

G_DEFINE_BOXED_TYPE (HipHistory, hip_history, hip_history_ref, hip_history_unref)

#define COMPARE(a, b)                                                                              \
  if ((a) != (b))                                                                                  \
  return (a) < (b) ? -1 : 1

static int
compare_ids (const HipRecord *a, const HipRecord *b)
{
  COMPARE (a->id, b->id);
  return 0;
}

static int
compare_shoes (gconstpointer a, gconstpointer b)
{
  return compare_ids (*(HipRecord **) a, *(HipRecord **) b);
}

static int
compare_imports (gconstpointer a, gconstpointer b)
{
  const HipImport *first = *(HipImport **) a;
  const HipImport *second = *(HipImport **) b;

  COMPARE (first->imported_at, second->imported_at);
  return compare_ids (&first->rec, &second->rec);
}

static int
compare_runs (gconstpointer a, gconstpointer b)
{
  const HipRun *first = *(HipRun **) a;
  const HipRun *second = *(HipRun **) b;

  COMPARE (first->date, second->date);
  COMPARE (first->start_s, second->start_s);
  return compare_ids (&first->rec, &second->rec);
}

static int
compare_pain_days (gconstpointer a, gconstpointer b)
{
  const HipPainDay *first = *(HipPainDay **) a;
  const HipPainDay *second = *(HipPainDay **) b;

  COMPARE (first->date, second->date);
  COMPARE (first->side, second->side);
  return compare_ids (&first->rec, &second->rec);
}

static int
compare_care (gconstpointer a, gconstpointer b)
{
  const HipCareEntry *first = *(HipCareEntry **) a;
  const HipCareEntry *second = *(HipCareEntry **) b;

  COMPARE (first->date, second->date);
  return compare_ids (&first->rec, &second->rec);
}

static int
compare_dismissals (gconstpointer a, gconstpointer b)
{
  const HipDismissal *first = *(HipDismissal **) a;
  const HipDismissal *second = *(HipDismissal **) b;

  COMPARE (first->date, second->date);
  return compare_ids (&first->rec, &second->rec);
}

static const GCompareFunc compare_funcs[HIP_N_RECORD_KINDS] = {
  [HIP_RECORD_SHOE] = compare_shoes,      [HIP_RECORD_IMPORT] = compare_imports,
  [HIP_RECORD_RUN] = compare_runs,        [HIP_RECORD_PAIN_DAY] = compare_pain_days,
  [HIP_RECORD_CARE_ENTRY] = compare_care, [HIP_RECORD_DISMISSAL] = compare_dismissals,
};

/* Most histories are built from lists that are in order already. */
static void
sort_unless_sorted (GPtrArray *records, GCompareFunc compare)
{
  for (guint i = 1; i < records->len; i++)
    if (compare (&records->pdata[i - 1], &records->pdata[i]) > 0)
      {
        g_ptr_array_sort (records, compare);
        return;
      }
}

static gboolean
find_shoe_index (const HipHistory *self, gint64 id, guint *index)
{
  const GPtrArray *shoes = self->records[HIP_RECORD_SHOE];
  guint low = 0, high = shoes->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const HipRecord *shoe = g_ptr_array_index (shoes, middle);

      if (shoe->id < id)
        low = middle + 1;
      else
        high = middle;
    }
  *index = low;
  return low < shoes->len && ((HipRecord *) g_ptr_array_index (shoes, low))->id == id;
}

static void
add_mileage (HipHistory *self, const HipRun *run)
{
  guint index;

  if (run->shoe_id == 0 || !find_shoe_index (self, run->shoe_id, &index))
    return;

  GArray *mileages = g_ptr_array_index (self->mileages, index);
  gint64 before = mileages->len > 0
                      ? g_array_index (mileages, Mileage, mileages->len - 1).distance_m
                      : hip_history_get_shoe (self, index)->start_distance_m;
  Mileage mileage = { run->date, before + run->distance_m };
  g_array_append_val (mileages, mileage);
}

static void
build_indices (HipHistory *self)
{
  const GPtrArray *runs = self->records[HIP_RECORD_RUN];
  const GPtrArray *shoes = self->records[HIP_RECORD_SHOE];

  for (guint i = 0; i < shoes->len; i++)
    g_ptr_array_add (self->mileages, g_array_new (FALSE, FALSE, sizeof (Mileage)));
  for (guint i = 0; i < runs->len; i++)
    {
      HipRun *run = g_ptr_array_index (runs, i);

      g_hash_table_insert (self->runs_by_id, &run->rec.id, run);
      add_mileage (self, run);
    }
}

/**
 * hip_history_new:
 * @records: (element-type HipRecord) (transfer none): every record of a log,
 *   in any order
 *
 * Makes a snapshot of a log. The records must not change any more.
 *
 * Returns: (transfer full): a new history
 */
HipHistory *
hip_history_new (GPtrArray *records)
{
  g_return_val_if_fail (records != NULL, NULL);

  HipHistory *self = g_new0 (HipHistory, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->runs_by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->mileages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint kind = 0; kind < HIP_N_RECORD_KINDS; kind++)
    self->records[kind] = g_ptr_array_new_with_free_func (hip_record_unref);

  for (guint i = 0; i < records->len; i++)
    {
      HipRecord *record = g_ptr_array_index (records, i);
      g_ptr_array_add (self->records[record->kind], hip_record_ref (record));
    }
  for (guint kind = 0; kind < HIP_N_RECORD_KINDS; kind++)
    sort_unless_sorted (self->records[kind], compare_funcs[kind]);
  build_indices (self);
  return self;
}

/**
 * hip_history_new_empty:
 *
 * Makes the snapshot of a log in which nothing is logged.
 *
 * Returns: (transfer full): a new history
 */
HipHistory *
hip_history_new_empty (void)
{
  g_autoptr(GPtrArray) nothing = g_ptr_array_new ();

  return hip_history_new (nothing);
}

/**
 * hip_history_ref:
 * @self: a history
 *
 * Adds a reference. Safe from any thread.
 *
 * Returns: (transfer full): @self
 */
HipHistory *
hip_history_ref (HipHistory *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * hip_history_unref:
 * @self: (transfer full): a history
 *
 * Takes a reference away, and frees the history with the last one.
 */
void
hip_history_unref (HipHistory *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_hash_table_unref (self->runs_by_id);
  g_ptr_array_unref (self->mileages);
  for (guint kind = 0; kind < HIP_N_RECORD_KINDS; kind++)
    g_ptr_array_unref (self->records[kind]);
  g_free (self);
}

/* What with_change() works on: the records of each kind by their ids, and what
 * the placeholders of the change stand for. */
typedef struct
{
  GHashTable *records[HIP_N_RECORD_KINDS];
  GHashTable *real_ids[HIP_N_RECORD_KINDS];
  gint64 last_id[HIP_N_RECORD_KINDS];
} Draft;

static gint64 *
new_key (gint64 id)
{
  return g_memdup2 (&id, sizeof id);
}

static void
draft_put (Draft *draft, HipRecord *record)
{
  g_hash_table_replace (draft->records[record->kind], &record->id, hip_record_ref (record));
  draft->last_id[record->kind] = MAX (draft->last_id[record->kind], record->id);
}

static void
draft_init (Draft *draft, const HipHistory *history)
{
  for (guint kind = 0; kind < HIP_N_RECORD_KINDS; kind++)
    {
      const GPtrArray *records = history->records[kind];

      draft->records[kind] =
          g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, hip_record_unref);
      draft->real_ids[kind] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
      draft->last_id[kind] = 0;
      for (guint i = 0; i < records->len; i++)
        draft_put (draft, g_ptr_array_index (records, i));
    }
}

static void
draft_clear (Draft *draft)
{
  for (guint kind = 0; kind < HIP_N_RECORD_KINDS; kind++)
    {
      g_hash_table_unref (draft->records[kind]);
      g_hash_table_unref (draft->real_ids[kind]);
    }
}

/* Fresh ids come after those that the change brings along itself. */
static void
draft_reserve_ids (Draft *draft, const HipChange *change)
{
  for (guint i = 0; i < hip_change_get_n (change); i++)
    {
      const HipRecord *after = hip_change_get (change, i)->after;
      if (after != NULL)
        draft->last_id[after->kind] = MAX (draft->last_id[after->kind], after->id);
    }
}

static gint64
draft_resolve (const Draft *draft, HipRecordKind kind, gint64 id)
{
  const gint64 *real_id = id < 0 ? g_hash_table_lookup (draft->real_ids[kind], &id) : NULL;

  return real_id != NULL ? *real_id : id;
}

static void
draft_apply (Draft *draft, const HipChangeItem *item)
{
  if (item->before != NULL)
    g_hash_table_remove (draft->records[item->before->kind], &item->before->id);
  if (item->after == NULL)
    return;

  g_autoptr(HipRecord) record = hip_record_copy (item->after);
  if (record->id <= 0)
    {
      gint64 id = ++draft->last_id[record->kind];
      if (record->id < 0)
        g_hash_table_replace (draft->real_ids[record->kind], new_key (record->id), new_key (id));
      record->id = id;
    }
  record->import_id = draft_resolve (draft, HIP_RECORD_IMPORT, record->import_id);
  if (record->kind == HIP_RECORD_RUN)
    {
      HipRun *run = (HipRun *) record;
      run->shoe_id = draft_resolve (draft, HIP_RECORD_SHOE, run->shoe_id);
    }
  draft_put (draft, record);
}

static HipHistory *
draft_to_history (const Draft *draft)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new ();

  for (guint kind = 0; kind < HIP_N_RECORD_KINDS; kind++)
    {
      GHashTableIter iter;
      gpointer record;

      g_hash_table_iter_init (&iter, draft->records[kind]);
      while (g_hash_table_iter_next (&iter, NULL, &record))
        g_ptr_array_add (all, record);
    }
  return hip_history_new (all);
}

/**
 * hip_history_with_change:
 * @self: a history
 * @change: what to change, in the order of its items
 *
 * Makes the history that there would be after a change, in memory only: for
 * plans and for tests. New records get ids after the greatest one; placeholder
 * ids are replaced by them wherever later records refer to them.
 *
 * Returns: (transfer full): a new history
 */
HipHistory *
hip_history_with_change (HipHistory *self, const HipChange *change)
{
  Draft draft;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (change != NULL, NULL);

  draft_init (&draft, self);
  draft_reserve_ids (&draft, change);
  for (guint i = 0; i < hip_change_get_n (change); i++)
    draft_apply (&draft, hip_change_get (change, i));

  HipHistory *result = draft_to_history (&draft);
  draft_clear (&draft);
  return result;
}

/**
 * hip_history_is_empty:
 * @self: a history
 *
 * Gets whether there is neither run nor pair of shoes, pain day or care entry.
 *
 * Returns: whether nothing has been logged
 */
gboolean
hip_history_is_empty (const HipHistory *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return hip_history_get_n_runs (self) == 0 && hip_history_get_n_shoes (self) == 0
         && hip_history_get_n_pain_days (self) == 0 && hip_history_get_n_care (self) == 0;
}

/**
 * hip_history_get_first_day:
 * @self: a history
 *
 * Gets the day of the first run, pain score or care entry.
 *
 * Returns: the day, or %HIP_DAY_NONE if there is none
 */
HipDay
hip_history_get_first_day (const HipHistory *self)
{
  HipDay first = G_MAXINT32;

  g_return_val_if_fail (self != NULL, HIP_DAY_NONE);

  if (hip_history_get_n_runs (self) > 0)
    first = MIN (first, hip_history_get_run (self, 0)->date);
  if (hip_history_get_n_pain_days (self) > 0)
    first = MIN (first, hip_history_get_pain_day (self, 0)->date);
  if (hip_history_get_n_care (self) > 0)
    first = MIN (first, hip_history_get_care (self, 0)->date);
  return first == G_MAXINT32 ? HIP_DAY_NONE : first;
}

/**
 * hip_history_get_last_day:
 * @self: a history
 *
 * Gets the day of the last run, pain score or care entry.
 *
 * Returns: the day, or %HIP_DAY_NONE if there is none
 */
HipDay
hip_history_get_last_day (const HipHistory *self)
{
  HipDay last = HIP_DAY_NONE;
  guint n;

  g_return_val_if_fail (self != NULL, HIP_DAY_NONE);

  if ((n = hip_history_get_n_runs (self)) > 0)
    last = MAX (last, hip_history_get_run (self, n - 1)->date);
  if ((n = hip_history_get_n_pain_days (self)) > 0)
    last = MAX (last, hip_history_get_pain_day (self, n - 1)->date);
  if ((n = hip_history_get_n_care (self)) > 0)
    last = MAX (last, hip_history_get_care (self, n - 1)->date);
  return last;
}

static guint
get_n (const HipHistory *self, HipRecordKind kind)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->records[kind]->len;
}

static gpointer
get_record (const HipHistory *self, HipRecordKind kind, guint i)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (i < self->records[kind]->len, NULL);

  return g_ptr_array_index (self->records[kind], i);
}

/**
 * hip_history_get_n_runs:
 * @self: a history
 *
 * Gets the number of runs.
 *
 * Returns: the number
 */
guint
hip_history_get_n_runs (const HipHistory *self)
{
  return get_n (self, HIP_RECORD_RUN);
}

/**
 * hip_history_get_run:
 * @self: a history
 * @i: less than [method@History.get_n_runs]
 *
 * Gets a run; they are sorted by date, start time (those without one first)
 * and id.
 *
 * Returns: (transfer none): the run
 */
HipRun *
hip_history_get_run (const HipHistory *self, guint i)
{
  return get_record (self, HIP_RECORD_RUN, i);
}

/**
 * hip_history_get_run_by_id:
 * @self: a history
 * @id: an id
 *
 * Finds a run.
 *
 * Returns: (transfer none) (nullable): the run
 */
HipRun *
hip_history_get_run_by_id (const HipHistory *self, gint64 id)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_hash_table_lookup (self->runs_by_id, &id);
}

/**
 * hip_history_find_run:
 * @self: a history
 * @day: a day
 *
 * Finds the first run at or after @day.
 *
 * Returns: its index; the number of runs if there is none
 */
guint
hip_history_find_run (const HipHistory *self, HipDay day)
{
  g_return_val_if_fail (self != NULL, 0);

  guint low = 0, high = hip_history_get_n_runs (self);
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (hip_history_get_run (self, middle)->date < day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * hip_history_get_n_pain_days:
 * @self: a history
 *
 * Gets the number of pain days: of each side, so two for a day with both.
 *
 * Returns: the number
 */
guint
hip_history_get_n_pain_days (const HipHistory *self)
{
  return get_n (self, HIP_RECORD_PAIN_DAY);
}

/**
 * hip_history_get_pain_day:
 * @self: a history
 * @i: less than [method@History.get_n_pain_days]
 *
 * Gets a pain day; they are sorted by date and side.
 *
 * Returns: (transfer none): the pain day
 */
HipPainDay *
hip_history_get_pain_day (const HipHistory *self, guint i)
{
  return get_record (self, HIP_RECORD_PAIN_DAY, i);
}

/**
 * hip_history_find_pain_day:
 * @self: a history
 * @day: a day
 *
 * Finds the first pain day at or after @day.
 *
 * Returns: its index; the number of pain days if there is none
 */
guint
hip_history_find_pain_day (const HipHistory *self, HipDay day)
{
  g_return_val_if_fail (self != NULL, 0);

  guint low = 0, high = hip_history_get_n_pain_days (self);
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (hip_history_get_pain_day (self, middle)->date < day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * hip_history_lookup_pain:
 * @self: a history
 * @day: a day
 * @side: a side
 *
 * Finds the pain of one side on one day.
 *
 * Returns: (transfer none) (nullable): the pain day
 */
HipPainDay *
hip_history_lookup_pain (const HipHistory *self, HipDay day, HipSide side)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = hip_history_find_pain_day (self, day); i < hip_history_get_n_pain_days (self); i++)
    {
      HipPainDay *pain = hip_history_get_pain_day (self, i);

      if (pain->date != day)
        break;
      if (pain->side == side)
        return pain;
    }
  return NULL;
}

/**
 * hip_history_get_pain_score:
 * @self: a history
 * @day: a day
 *
 * Gets how much a day hurt: the score of the side that hurt more.
 *
 * Returns: 0 to 10, or %HIP_UNSET if neither side was logged
 */
gint32
hip_history_get_pain_score (const HipHistory *self, HipDay day)
{
  gint32 score = HIP_UNSET;

  g_return_val_if_fail (self != NULL, HIP_UNSET);

  for (guint i = hip_history_find_pain_day (self, day); i < hip_history_get_n_pain_days (self); i++)
    {
      const HipPainDay *pain = hip_history_get_pain_day (self, i);

      if (pain->date != day)
        break;
      score = MAX (score, pain->score);
    }
  return score;
}

/**
 * hip_history_get_n_shoes:
 * @self: a history
 *
 * Gets the number of pairs of shoes, in use and retired.
 *
 * Returns: the number
 */
guint
hip_history_get_n_shoes (const HipHistory *self)
{
  return get_n (self, HIP_RECORD_SHOE);
}

/**
 * hip_history_get_shoe:
 * @self: a history
 * @i: less than [method@History.get_n_shoes]
 *
 * Gets a pair of shoes; they are sorted by id.
 *
 * Returns: (transfer none): the pair
 */
HipShoe *
hip_history_get_shoe (const HipHistory *self, guint i)
{
  return get_record (self, HIP_RECORD_SHOE, i);
}

/**
 * hip_history_get_shoe_by_id:
 * @self: a history
 * @id: an id
 *
 * Finds a pair of shoes.
 *
 * Returns: (transfer none) (nullable): the pair
 */
HipShoe *
hip_history_get_shoe_by_id (const HipHistory *self, gint64 id)
{
  guint index;

  g_return_val_if_fail (self != NULL, NULL);

  return find_shoe_index (self, id, &index) ? hip_history_get_shoe (self, index) : NULL;
}

/**
 * hip_history_get_shoe_by_name:
 * @self: a history
 * @name: (nullable): a name, exactly
 *
 * Finds a pair of shoes.
 *
 * Returns: (transfer none) (nullable): the pair
 */
HipShoe *
hip_history_get_shoe_by_name (const HipHistory *self, const char *name)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; name != NULL && i < hip_history_get_n_shoes (self); i++)
    {
      HipShoe *shoe = hip_history_get_shoe (self, i);

      if (g_strcmp0 (shoe->name, name) == 0)
        return shoe;
    }
  return NULL;
}

/**
 * hip_history_get_shoe_distance:
 * @self: a history
 * @shoe_id: the id of a pair of shoes
 * @until: the last day that counts; %G_MAXINT32 for all
 *
 * Gets how far a pair has gone: what it had run before the log, and its runs.
 * Quick enough to be asked for every run of a list.
 *
 * Returns: metres; 0 if there is no such pair
 */
gint64
hip_history_get_shoe_distance (const HipHistory *self, gint64 shoe_id, HipDay until)
{
  guint index;

  g_return_val_if_fail (self != NULL, 0);

  if (!find_shoe_index (self, shoe_id, &index))
    return 0;

  const GArray *mileages = g_ptr_array_index (self->mileages, index);
  guint low = 0, high = mileages->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (mileages, Mileage, middle).date <= until)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == 0)
    return hip_history_get_shoe (self, index)->start_distance_m;
  return g_array_index (mileages, Mileage, low - 1).distance_m;
}

/**
 * hip_history_get_last_shoe:
 * @self: a history
 *
 * Gets the pair that the next run will most likely be in: that of the latest
 * run whose pair is still in use.
 *
 * Returns: (transfer none) (nullable): the pair
 */
HipShoe *
hip_history_get_last_shoe (const HipHistory *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = hip_history_get_n_runs (self); i > 0; i--)
    {
      const HipRun *run = hip_history_get_run (self, i - 1);
      HipShoe *shoe = hip_history_get_shoe_by_id (self, run->shoe_id);

      if (shoe != NULL && shoe->retired == HIP_DAY_NONE)
        return shoe;
    }
  return NULL;
}

/**
 * hip_history_get_n_care:
 * @self: a history
 *
 * Gets the number of care entries.
 *
 * Returns: the number
 */
guint
hip_history_get_n_care (const HipHistory *self)
{
  return get_n (self, HIP_RECORD_CARE_ENTRY);
}

/**
 * hip_history_get_care:
 * @self: a history
 * @i: less than [method@History.get_n_care]
 *
 * Gets a care entry; they are sorted by date and id.
 *
 * Returns: (transfer none): the entry
 */
HipCareEntry *
hip_history_get_care (const HipHistory *self, guint i)
{
  return get_record (self, HIP_RECORD_CARE_ENTRY, i);
}

/**
 * hip_history_get_n_dismissals:
 * @self: a history
 *
 * Gets the number of dismissed warnings.
 *
 * Returns: the number
 */
guint
hip_history_get_n_dismissals (const HipHistory *self)
{
  return get_n (self, HIP_RECORD_DISMISSAL);
}

/**
 * hip_history_get_dismissal:
 * @self: a history
 * @i: less than [method@History.get_n_dismissals]
 *
 * Gets a dismissal; they are sorted by date and id.
 *
 * Returns: (transfer none): the dismissal
 */
HipDismissal *
hip_history_get_dismissal (const HipHistory *self, guint i)
{
  return get_record (self, HIP_RECORD_DISMISSAL, i);
}

/**
 * hip_history_get_n_imports:
 * @self: a history
 *
 * Gets the number of imports.
 *
 * Returns: the number
 */
guint
hip_history_get_n_imports (const HipHistory *self)
{
  return get_n (self, HIP_RECORD_IMPORT);
}

/**
 * hip_history_get_import:
 * @self: a history
 * @i: less than [method@History.get_n_imports]
 *
 * Gets an import; the oldest is the first.
 *
 * Returns: (transfer none): the import
 */
HipImport *
hip_history_get_import (const HipHistory *self, guint i)
{
  return get_record (self, HIP_RECORD_IMPORT, i);
}

/**
 * hip_history_delete_shoe:
 * @self: a history
 * @shoe: a pair of shoes of it
 *
 * Makes the change that deletes a pair: its runs stay, without shoes.
 *
 * Returns: (transfer full): the change
 */
HipChange *
hip_history_delete_shoe (HipHistory *self, HipShoe *shoe)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (shoe != NULL, NULL);

  HipChange *change = hip_change_new (_ ("Delete Shoes"));
  for (guint i = 0; i < hip_history_get_n_runs (self); i++)
    {
      HipRun *run = hip_history_get_run (self, i);
      if (run->shoe_id != shoe->rec.id)
        continue;

      g_autoptr(HipRun) barefoot = hip_record_copy (run);
      barefoot->shoe_id = 0;
      hip_change_update (change, run, barefoot);
    }
  hip_change_delete (change, shoe);
  return change;
}

static HipImport *
find_import (HipHistory *self, gint64 import_id)
{
  for (guint i = 0; i < hip_history_get_n_imports (self); i++)
    {
      HipImport *import = hip_history_get_import (self, i);
      if (import->rec.id == import_id)
        return import;
    }
  return NULL;
}

static void
delete_of_import (HipHistory *self, HipRecordKind kind, gint64 import_id, HipChange *change)
{
  const GPtrArray *records = self->records[kind];

  for (guint i = 0; i < records->len; i++)
    {
      HipRecord *record = g_ptr_array_index (records, i);
      if (record->import_id == import_id)
        hip_change_delete (change, record);
    }
}

/* Deletes the pairs that an import brought. Those that other runs are in stay,
 * as if typed by hand. */
static void
delete_shoes_of_import (HipHistory *self, gint64 import_id, HipChange *change)
{
  g_autoptr(GHashTable) in_use = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < hip_history_get_n_runs (self); i++)
    {
      HipRun *run = hip_history_get_run (self, i);
      if (run->rec.import_id != import_id)
        g_hash_table_add (in_use, &run->shoe_id);
    }
  for (guint i = 0; i < hip_history_get_n_shoes (self); i++)
    {
      HipShoe *shoe = hip_history_get_shoe (self, i);
      if (shoe->rec.import_id != import_id)
        continue;
      if (!g_hash_table_contains (in_use, &shoe->rec.id))
        {
          hip_change_delete (change, shoe);
          continue;
        }
      g_autoptr(HipShoe) kept = hip_record_copy (shoe);
      kept->rec.import_id = 0;
      hip_change_update (change, shoe, kept);
    }
}

/**
 * hip_history_undo_import:
 * @self: a history
 * @import_id: the id of an import
 *
 * Makes the change that takes an import back whole: everything it brought, and
 * the import itself. A pair of shoes that has other runs by now stays.
 *
 * Whatever refers to another record comes before it, so that neither the change
 * nor its inverse ever leaves a reference to nothing.
 *
 * Returns: (transfer full) (nullable): the change, or %NULL if there is no such
 *   import
 */
HipChange *
hip_history_undo_import (HipHistory *self, gint64 import_id)
{
  g_return_val_if_fail (self != NULL, NULL);

  HipImport *import = find_import (self, import_id);
  if (import == NULL)
    return NULL;

  HipChange *change = hip_change_new (_ ("Undo Import"));
  delete_of_import (self, HIP_RECORD_RUN, import_id, change);
  delete_of_import (self, HIP_RECORD_PAIN_DAY, import_id, change);
  delete_of_import (self, HIP_RECORD_CARE_ENTRY, import_id, change);
  delete_of_import (self, HIP_RECORD_DISMISSAL, import_id, change);
  delete_shoes_of_import (self, import_id, change);
  hip_change_delete (change, import);
  return change;
}
