// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-history.h"

#include "hip-history-private.h"

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
  GHashTable *runs_by_id;                 /* (owned) (nullable), made when first asked for */
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
compare_by_id (gconstpointer a, gconstpointer b)
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

static int
compare_screenings (gconstpointer a, gconstpointer b)
{
  const HipScreening *first = *(HipScreening **) a;
  const HipScreening *second = *(HipScreening **) b;

  COMPARE (first->date, second->date);
  return compare_ids (&first->rec, &second->rec);
}

static const GCompareFunc compare_funcs[HIP_N_RECORD_KINDS] = {
  [HIP_RECORD_SHOE] = compare_by_id,
  [HIP_RECORD_IMPORT] = compare_imports,
  [HIP_RECORD_RUN] = compare_runs,
  [HIP_RECORD_PAIN_DAY] = compare_pain_days,
  [HIP_RECORD_CARE_ENTRY] = compare_care,
  [HIP_RECORD_DISMISSAL] = compare_dismissals,
  [HIP_RECORD_SCREENING] = compare_screenings,
  [HIP_RECORD_REPLACED_RUN] = compare_by_id,
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
build_mileages (HipHistory *self)
{
  const GPtrArray *runs = self->records[HIP_RECORD_RUN];
  const GPtrArray *shoes = self->records[HIP_RECORD_SHOE];

  for (guint i = 0; i < shoes->len; i++)
    g_ptr_array_add (self->mileages, g_array_new (FALSE, FALSE, sizeof (Mileage)));
  for (guint i = 0; i < runs->len; i++)
    add_mileage (self, g_ptr_array_index (runs, i));
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
  build_mileages (self);
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
  g_clear_pointer (&self->runs_by_id, g_hash_table_unref);
  g_ptr_array_unref (self->mileages);
  for (guint kind = 0; kind < HIP_N_RECORD_KINDS; kind++)
    g_ptr_array_unref (self->records[kind]);
  g_free (self);
}

/**
 * hip_history_is_empty:
 * @self: a history
 *
 * Gets whether there is neither run nor pair of shoes, pain day, care entry or
 * screening.
 *
 * Returns: whether nothing has been logged
 */
gboolean
hip_history_is_empty (const HipHistory *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return hip_history_get_n_runs (self) == 0 && hip_history_get_n_shoes (self) == 0
         && hip_history_get_n_pain_days (self) == 0 && hip_history_get_n_care (self) == 0
         && hip_history_get_n_screenings (self) == 0;
}

/**
 * hip_history_get_first_day:
 * @self: a history
 *
 * Gets the day of the first run, pain score or care entry. Answers about red
 * flags do not begin a log: of how much is run they say nothing.
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
 * Gets the day of the last run, pain score, care entry or screening.
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
  if ((n = hip_history_get_n_screenings (self)) > 0)
    last = MAX (last, hip_history_get_screening (self, n - 1)->date);
  return last;
}

/* The records of one kind, sorted. (transfer none) */
const GPtrArray *
_hip_history_get_records (const HipHistory *self, HipRecordKind kind)
{
  return self->records[kind];
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

/* Of a kind that is sorted by date. @date_offset: of the day in its records */
static guint
find_first (const HipHistory *self, HipRecordKind kind, gsize date_offset, HipDay day)
{
  g_return_val_if_fail (self != NULL, 0);

  guint low = 0, high = self->records[kind]->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      gpointer record = g_ptr_array_index (self->records[kind], middle);

      if (G_STRUCT_MEMBER (HipDay, record, date_offset) < day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
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

static GHashTable *
new_index_by_id (const GPtrArray *records)
{
  GHashTable *index = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < records->len; i++)
    {
      HipRecord *record = g_ptr_array_index (records, i);
      g_hash_table_insert (index, &record->id, record);
    }
  return index;
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

  /* Few histories are asked this, so only those pay for it; any thread may be the first. */
  HipHistory *mutable_self = (HipHistory *) self;
  if (g_once_init_enter_pointer (&mutable_self->runs_by_id))
    g_once_init_leave_pointer (&mutable_self->runs_by_id,
                               new_index_by_id (self->records[HIP_RECORD_RUN]));
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
  return find_first (self, HIP_RECORD_RUN, G_STRUCT_OFFSET (HipRun, date), day);
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
  return find_first (self, HIP_RECORD_PAIN_DAY, G_STRUCT_OFFSET (HipPainDay, date), day);
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
 * hip_history_find_care:
 * @self: a history
 * @day: a day
 *
 * Finds the first care entry at or after @day.
 *
 * Returns: its index; the number of care entries if there is none
 */
guint
hip_history_find_care (const HipHistory *self, HipDay day)
{
  return find_first (self, HIP_RECORD_CARE_ENTRY, G_STRUCT_OFFSET (HipCareEntry, date), day);
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
 * hip_history_is_muted:
 * @self: a history
 * @rule: the name of a rule
 *
 * Gets whether the runner has muted a whole kind of warnings. Which kinds there
 * are, and which of them may be muted, the history does not know.
 *
 * Returns: whether a dismissal of @rule names no subject
 */
gboolean
hip_history_is_muted (const HipHistory *self, const char *rule)
{
  return hip_history_get_mute (self, rule) != NULL;
}

/**
 * hip_history_get_mute:
 * @self: a history
 * @rule: the name of a rule
 *
 * Finds the dismissal that mutes a whole kind of warnings. Deleting it is what
 * lets the rule speak again.
 *
 * Returns: (transfer none) (nullable): the dismissal, the first if there are
 *   several
 */
HipDismissal *
hip_history_get_mute (const HipHistory *self, const char *rule)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (rule != NULL, NULL);

  for (guint i = 0; i < hip_history_get_n_dismissals (self); i++)
    {
      HipDismissal *dismissal = hip_history_get_dismissal (self, i);

      /* An empty text is one that is not there. */
      if ((dismissal->subject == NULL || *dismissal->subject == '\0')
          && g_strcmp0 (dismissal->rule, rule) == 0)
        return dismissal;
    }
  return NULL;
}

/**
 * hip_history_get_n_screenings:
 * @self: a history
 *
 * Gets how often questions about red flags were answered.
 *
 * Returns: the number
 */
guint
hip_history_get_n_screenings (const HipHistory *self)
{
  return get_n (self, HIP_RECORD_SCREENING);
}

/**
 * hip_history_get_screening:
 * @self: a history
 * @i: less than [method@History.get_n_screenings]
 *
 * Gets a screening; they are sorted by date and id. A day may have several.
 *
 * Returns: (transfer none): the screening
 */
HipScreening *
hip_history_get_screening (const HipHistory *self, guint i)
{
  return get_record (self, HIP_RECORD_SCREENING, i);
}

/**
 * hip_history_get_n_replaced_runs:
 * @self: a history
 *
 * Gets how many runs imports have changed, each as often as it happened.
 *
 * Returns: the number
 */
guint
hip_history_get_n_replaced_runs (const HipHistory *self)
{
  return get_n (self, HIP_RECORD_REPLACED_RUN);
}

/**
 * hip_history_get_replaced_run:
 * @self: a history
 * @i: less than [method@History.get_n_replaced_runs]
 *
 * Gets a run as it was before an import changed it; they are sorted by id, so that the first
 * change comes first.
 *
 * Returns: (transfer none): the replaced run
 */
HipReplacedRun *
hip_history_get_replaced_run (const HipHistory *self, guint i)
{
  return get_record (self, HIP_RECORD_REPLACED_RUN, i);
}

/**
 * hip_history_find_screening:
 * @self: a history
 * @day: a day
 *
 * Finds the first screening at or after @day.
 *
 * Returns: its index; the number of screenings if there is none
 */
guint
hip_history_find_screening (const HipHistory *self, HipDay day)
{
  return find_first (self, HIP_RECORD_SCREENING, G_STRUCT_OFFSET (HipScreening, date), day);
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
