// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-history.h"

#include <glib/gi18n.h>

#include "hip-history-private.h"

/* Changes and histories: a history after a change, and the changes that need to
 * know the rest of the log. */

/* What with_change() works on. Of the history it looks at every record once, and
 * keeps their order; only what changes is looked up by id. */
typedef struct
{
  GHashTable *changed[HIP_N_RECORD_KINDS];  /* id → record, or NULL when it is deleted */
  GHashTable *real_ids[HIP_N_RECORD_KINDS]; /* placeholder → id */
  gint64 last_id[HIP_N_RECORD_KINDS];
} Draft;

static gint64 *
new_key (gint64 id)
{
  return g_memdup2 (&id, sizeof id);
}

static void
unref_if_any (gpointer record)
{
  if (record != NULL)
    hip_record_unref (record);
}

static void
draft_init (Draft *draft, const HipHistory *history)
{
  for (guint kind = 0; kind < HIP_N_RECORD_KINDS; kind++)
    {
      const GPtrArray *records = _hip_history_get_records (history, kind);

      draft->changed[kind] =
          g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, unref_if_any);
      draft->real_ids[kind] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
      draft->last_id[kind] = 0;
      for (guint i = 0; i < records->len; i++)
        {
          const HipRecord *record = g_ptr_array_index (records, i);
          draft->last_id[kind] = MAX (draft->last_id[kind], record->id);
        }
    }
}

static void
draft_clear (Draft *draft)
{
  for (guint kind = 0; kind < HIP_N_RECORD_KINDS; kind++)
    {
      g_hash_table_unref (draft->changed[kind]);
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

/* A copy of @after with real ids. */
static HipRecord *
draft_make_real (Draft *draft, const HipRecord *after)
{
  HipRecord *record = hip_record_copy (after);

  if (record->id <= 0)
    record->id = ++draft->last_id[record->kind];
  if (after->id < 0)
    g_hash_table_replace (draft->real_ids[after->kind], new_key (after->id), new_key (record->id));
  record->import_id = draft_resolve (draft, HIP_RECORD_IMPORT, record->import_id);
  if (record->kind == HIP_RECORD_RUN || record->kind == HIP_RECORD_REPLACED_RUN)
    {
      HipRun *run = (HipRun *) record;
      run->shoe_id = draft_resolve (draft, HIP_RECORD_SHOE, run->shoe_id);
    }
  return record;
}

static void
draft_apply (Draft *draft, const HipChangeItem *item)
{
  if (item->before != NULL)
    g_hash_table_replace (draft->changed[item->before->kind], new_key (item->before->id), NULL);
  if (item->after != NULL)
    {
      HipRecord *record = draft_make_real (draft, item->after);
      g_hash_table_replace (draft->changed[record->kind], new_key (record->id), record);
    }
}

static void
draft_collect (const Draft *draft, const GPtrArray *records, HipRecordKind kind, GPtrArray *all)
{
  GHashTableIter iter;
  gpointer changed;

  for (guint i = 0; i < records->len; i++)
    {
      HipRecord *record = g_ptr_array_index (records, i);
      if (!g_hash_table_contains (draft->changed[kind], &record->id))
        g_ptr_array_add (all, record);
    }
  g_hash_table_iter_init (&iter, draft->changed[kind]);
  while (g_hash_table_iter_next (&iter, NULL, &changed))
    if (changed != NULL)
      g_ptr_array_add (all, changed);
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

  g_autoptr(GPtrArray) all = g_ptr_array_new ();
  for (guint kind = 0; kind < HIP_N_RECORD_KINDS; kind++)
    draft_collect (&draft, _hip_history_get_records (self, kind), kind, all);
  HipHistory *result = hip_history_new (all);
  draft_clear (&draft);
  return result;
}

/* Runs, and runs as they were: both begin like a run. */
static void
take_off_shoe (HipHistory *self, HipRecordKind kind, gint64 shoe_id, HipChange *change)
{
  const GPtrArray *records = _hip_history_get_records (self, kind);

  for (guint i = 0; i < records->len; i++)
    {
      HipRun *run = g_ptr_array_index (records, i);
      if (run->shoe_id != shoe_id)
        continue;

      g_autoptr(HipRun) barefoot = hip_record_copy (run);
      barefoot->shoe_id = 0;
      hip_change_update (change, run, barefoot);
    }
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

  HipChange *change = hip_change_new (_ ("Shoes deleted"));
  take_off_shoe (self, HIP_RECORD_RUN, shoe->rec.id, change);
  take_off_shoe (self, HIP_RECORD_REPLACED_RUN, shoe->rec.id, change);
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
  const GPtrArray *records = _hip_history_get_records (self, kind);

  for (guint i = 0; i < records->len; i++)
    {
      HipRecord *record = g_ptr_array_index (records, i);
      if (record->import_id == import_id)
        hip_change_delete (change, record);
    }
}

/* The next time an import changed the same run. (nullable) */
static HipReplacedRun *
find_next_replaced (HipHistory *self, guint i)
{
  gint64 run_id = hip_history_get_replaced_run (self, i)->run_id;

  for (guint j = i + 1; j < hip_history_get_n_replaced_runs (self); j++)
    {
      HipReplacedRun *replaced = hip_history_get_replaced_run (self, j);
      if (replaced->run_id == run_id)
        return replaced;
    }
  return NULL;
}

/* Where a later import changed the run again, what that one will give back changes; else the run
 * itself. A run that was deleted since stays so. */
static void
restore_run (HipHistory *self, HipReplacedRun *replaced, HipReplacedRun *next, HipChange *change)
{
  g_autoptr(HipRun) was = hip_replaced_run_restore (replaced);
  HipRun *run = hip_history_get_run_by_id (self, replaced->run_id);

  if (next != NULL)
    {
      g_autoptr(HipReplacedRun) earlier = hip_replaced_run_new_for (was);
      earlier->was.rec.id = next->was.rec.id;
      earlier->was.rec.import_id = next->was.rec.import_id;
      hip_change_update (change, next, earlier);
    }
  else if (run != NULL)
    hip_change_update (change, run, was);
}

static void
restore_runs_of_import (HipHistory *self, gint64 import_id, HipChange *change)
{
  for (guint i = 0; i < hip_history_get_n_replaced_runs (self); i++)
    {
      HipReplacedRun *replaced = hip_history_get_replaced_run (self, i);

      if (replaced->was.rec.import_id == import_id)
        restore_run (self, replaced, find_next_replaced (self, i), change);
      /* Of a run that this import brought, nobody needs the earlier state any more. */
      if (replaced->was.rec.import_id == import_id || replaced->run_import_id == import_id)
        hip_change_delete (change, replaced);
    }
}

static void
collect_shoes_in_use (HipHistory *self, HipRecordKind kind, GHashTable *in_use)
{
  const GPtrArray *records = _hip_history_get_records (self, kind);

  for (guint i = 0; i < records->len; i++)
    g_hash_table_add (in_use, &((HipRun *) g_ptr_array_index (records, i))->shoe_id);
}

/* Deletes the pairs that an import brought. Those that runs are in after @change stay, as if typed
 * by hand. */
static void
delete_shoes_of_import (HipHistory *self, gint64 import_id, HipChange *change)
{
  g_autoptr(HipHistory) after = hip_history_with_change (self, change);
  g_autoptr(GHashTable) in_use = g_hash_table_new (g_int64_hash, g_int64_equal);

  collect_shoes_in_use (after, HIP_RECORD_RUN, in_use);
  collect_shoes_in_use (after, HIP_RECORD_REPLACED_RUN, in_use);
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
 * Makes the change that takes an import back whole: everything it brought goes, runs that it
 * changed are again what they were before, and the import itself goes. A pair of shoes that has
 * other runs by now stays.
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

  HipChange *change = hip_change_new (_ ("Import taken back"));
  restore_runs_of_import (self, import_id, change);
  delete_of_import (self, HIP_RECORD_RUN, import_id, change);
  delete_of_import (self, HIP_RECORD_PAIN_DAY, import_id, change);
  delete_of_import (self, HIP_RECORD_CARE_ENTRY, import_id, change);
  delete_of_import (self, HIP_RECORD_DISMISSAL, import_id, change);
  delete_of_import (self, HIP_RECORD_SCREENING, import_id, change);
  delete_shoes_of_import (self, import_id, change);
  hip_change_delete (change, import);
  return change;
}
