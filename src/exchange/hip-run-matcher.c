// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-run-matcher.h"

#define DAY_S            (24 * 3600)
#define SAME_START_S     60
#define SAME_DISTANCE_PC 2

struct _HipRunMatcher
{
  HipHistory *history;    /* (owned) */
  GHashTable *by_id;      /* (owned): run → index, hashed by source and its id */
  GHashTable *by_figures; /* (owned): run → index of the latest such run, hashed by its figures */
  guint *next_equal;   /* (owned): by index, the one before of the same figures, else G_MAXUINT */
  guint8 *met;         /* (owned): by index */
  HipDay longest_days; /* the longest run lasts as many days, plus one */
};

static guint
hash_id (gconstpointer key)
{
  const HipRun *run = key;

  return g_str_hash (run->source) * 31 + g_str_hash (run->source_id);
}

static gboolean
equal_id (gconstpointer a, gconstpointer b)
{
  const HipRun *first = a;
  const HipRun *second = b;

  return g_str_equal (first->source_id, second->source_id)
         && g_str_equal (first->source, second->source);
}

static guint
hash_figures (gconstpointer key)
{
  const HipRun *run = key;
  guint hash = (guint) run->date;

  hash = hash * 31 + (guint) run->start_s;
  hash = hash * 31 + (guint) run->distance_m;
  return hash * 31 + (guint) run->duration_s;
}

static gboolean
equal_figures (gconstpointer a, gconstpointer b)
{
  const HipRun *first = a;
  const HipRun *second = b;

  return first->date == second->date && first->start_s == second->start_s
         && first->distance_m == second->distance_m && first->duration_s == second->duration_s;
}

static gboolean
has_id (const HipRun *run)
{
  return run->source != NULL && run->source_id != NULL;
}

static void
index_run (HipRunMatcher *self, guint i)
{
  HipRun *run = hip_history_get_run (self->history, i);
  gpointer previous;
  HipDay days = run->duration_s != HIP_UNSET ? run->duration_s / DAY_S + 1 : 1;

  if (has_id (run))
    g_hash_table_insert (self->by_id, run, GUINT_TO_POINTER (i));
  self->next_equal[i] = G_MAXUINT;
  if (g_hash_table_lookup_extended (self->by_figures, run, NULL, &previous))
    self->next_equal[i] = GPOINTER_TO_UINT (previous);
  g_hash_table_replace (self->by_figures, run, GUINT_TO_POINTER (i));
  self->longest_days = MAX (self->longest_days, days);
}

/**
 * hip_run_matcher_new:
 * @history: the log
 *
 * Indexes the log's runs.
 *
 * Returns: (transfer full): a matcher which has met none of them
 */
HipRunMatcher *
hip_run_matcher_new (HipHistory *history)
{
  HipRunMatcher *self;
  guint n;

  g_return_val_if_fail (history != NULL, NULL);

  n = hip_history_get_n_runs (history);
  self = g_new0 (HipRunMatcher, 1);
  self->history = hip_history_ref (history);
  self->by_id = g_hash_table_new (hash_id, equal_id);
  self->by_figures = g_hash_table_new (hash_figures, equal_figures);
  self->next_equal = g_new (guint, n);
  self->met = g_new0 (guint8, n);
  self->longest_days = 1;
  /* Backwards, so that the chains of equal runs begin with the first. */
  for (guint i = n; i > 0; i--)
    index_run (self, i - 1);
  return self;
}

/**
 * hip_run_matcher_free:
 * @self: (nullable): a matcher
 *
 * Frees the matcher.
 */
void
hip_run_matcher_free (HipRunMatcher *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->by_figures);
  hip_history_unref (self->history);
  g_free (self->next_equal);
  g_free (self->met);
  g_free (self);
}

static HipRun *
meet (HipRunMatcher *self, guint i)
{
  self->met[i] = TRUE;
  return hip_history_get_run (self->history, i);
}

/**
 * hip_run_matcher_find_same_id:
 * @self: a matcher
 * @run: a run that was read
 *
 * Finds the run that came from the same source with the same id. It is found as often as it is
 * asked for: nothing that has an id is imported twice.
 *
 * Returns: (transfer none) (nullable): the run of the log
 */
HipRun *
hip_run_matcher_find_same_id (HipRunMatcher *self, const HipRun *run)
{
  gpointer i;

  g_return_val_if_fail (self != NULL && run != NULL, NULL);

  if (!has_id (run) || !g_hash_table_lookup_extended (self->by_id, run, NULL, &i))
    return NULL;
  return meet (self, GPOINTER_TO_UINT (i));
}

/**
 * hip_run_matcher_find_equal:
 * @self: a matcher
 * @run: a run that was read
 *
 * Finds a run, not met before, of the same day, start, distance and duration.
 *
 * Returns: (transfer none) (nullable): the run of the log
 */
HipRun *
hip_run_matcher_find_equal (HipRunMatcher *self, const HipRun *run)
{
  gpointer first;
  guint i;

  g_return_val_if_fail (self != NULL && run != NULL, NULL);

  if (!g_hash_table_lookup_extended (self->by_figures, run, NULL, &first))
    return NULL;
  i = GPOINTER_TO_UINT (first);
  while (i != G_MAXUINT && self->met[i])
    i = self->next_equal[i];
  /* Those before are met and stay so: the next search begins behind them. */
  if (i != G_MAXUINT)
    g_hash_table_replace (self->by_figures, hip_history_get_run (self->history, i),
                          GUINT_TO_POINTER (i));
  return i != G_MAXUINT ? meet (self, i) : NULL;
}

/* Both starts on one clock: UTC where both know it, the runner's own else. */
static gint64
start_distance (const HipRun *a, const HipRun *b)
{
  gint64 start_a = hip_run_get_utc_start (a);
  gint64 start_b = hip_run_get_utc_start (b);

  if (start_a == G_MININT64 || start_b == G_MININT64)
    {
      start_a = hip_run_get_local_start (a);
      start_b = hip_run_get_local_start (b);
    }
  return start_b - start_a;
}

static gboolean
is_same_distance (const HipRun *a, const HipRun *b)
{
  gint64 difference = ABS ((gint64) a->distance_m - b->distance_m);

  return difference * 100 <= (gint64) SAME_DISTANCE_PC * MAX (a->distance_m, b->distance_m);
}

static gboolean
is_similar (const HipRun *a, const HipRun *b)
{
  gint64 later; /* by how much @b starts after @a */

  if (a->start_s == HIP_UNSET || b->start_s == HIP_UNSET)
    return a->date == b->date && a->distance_m == b->distance_m && a->duration_s == b->duration_s;

  later = start_distance (a, b);
  if (ABS (later) <= SAME_START_S)
    return TRUE;
  if (later >= 0)
    return a->duration_s != HIP_UNSET && later < a->duration_s && is_same_distance (a, b);
  return b->duration_s != HIP_UNSET && -later < b->duration_s && is_same_distance (a, b);
}

/**
 * hip_run_matcher_is_similar:
 * @a: a run
 * @b: a run
 * @apart: (out) (optional): by how many seconds their starts differ; %G_MAXINT64 where one has none
 *
 * Returns: whether they are likely the same run, as [method@RunMatcher.find_similar] has it
 */
gboolean
hip_run_matcher_is_similar (const HipRun *a, const HipRun *b, gint64 *apart)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (apart != NULL)
    *apart = a->start_s == HIP_UNSET || b->start_s == HIP_UNSET ? G_MAXINT64
                                                                : ABS (start_distance (a, b));
  return is_similar (a, b);
}

/**
 * hip_run_matcher_find_similar:
 * @self: a matcher
 * @run: a run that was read
 *
 * Finds a run, not met before, that is likely the same: it starts within a minute, or the two
 * overlap and their distances differ by 2 % at most; where one of them has no start time, day,
 * distance and duration are equal. Of several, the one that starts nearest.
 *
 * Returns: (transfer none) (nullable): the run of the log
 */
HipRun *
hip_run_matcher_find_similar (HipRunMatcher *self, const HipRun *run)
{
  guint best = G_MAXUINT;
  gint64 best_distance = G_MAXINT64;
  HipDay days;

  g_return_val_if_fail (self != NULL && run != NULL, NULL);

  /* One day more for runs whose days differ because their time zones do. */
  days = run->duration_s != HIP_UNSET ? run->duration_s / DAY_S + 2 : 2;
  for (guint i = hip_history_find_run (self->history, run->date - self->longest_days - 1);
       i < hip_history_get_n_runs (self->history); i++)
    {
      HipRun *other = hip_history_get_run (self->history, i);
      gint64 distance;

      if (other->date > run->date + days)
        break;
      if (self->met[i] || !is_similar (run, other))
        continue;
      distance = run->start_s == HIP_UNSET || other->start_s == HIP_UNSET
                     ? G_MAXINT64 - 1
                     : ABS (start_distance (run, other));
      if (distance >= best_distance)
        continue;
      best = i;
      best_distance = distance;
    }
  return best != G_MAXUINT ? meet (self, best) : NULL;
}
