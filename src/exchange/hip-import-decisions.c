// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-import-change.h"
#include "hip-import-duplicates.h"
#include "hip-import-plan-private.h"

/* What is decided of the duplicates of a plan, and the change that comes of it. */

static void
make_change (HipImportPlan *self)
{
  g_clear_pointer (&self->change, hip_change_unref);
  self->change =
      hip_import_change_make (self->entries, self->existing, &self->options, self->name, self);
}

void
hip_import_plan_complete (HipImportPlan *self,
                          HipImportEntries *entries,
                          HipHistory *existing,
                          const HipImportOptions *options,
                          const char *name)
{
  self->entries = entries;
  self->existing = hip_history_ref (existing);
  self->options = *options;
  /* These are the caller's, and of no use any more. */
  self->options.time_zone = NULL;
  self->options.mappings = NULL;
  self->name = g_strdup (name);
  hip_import_duplicates_find (entries, existing, options, self);
  make_change (self);
}

/**
 * hip_import_plan_decide:
 * @self: a plan
 * @i: the index of a duplicate
 * @decision: what becomes of it, which it must allow
 *
 * Decides what becomes of a duplicate. The counts and the change follow.
 */
void
hip_import_plan_decide (HipImportPlan *self, guint i, HipImportDecision decision)
{
  HipImportDuplicate *duplicate;

  g_return_if_fail (self != NULL && i < self->duplicates->len);

  duplicate = g_ptr_array_index (self->duplicates, i);
  g_return_if_fail (hip_import_duplicate_allows (duplicate, decision));

  duplicate->decision = decision;
  make_change (self);
}

/**
 * hip_import_plan_decide_all:
 * @self: a plan
 * @in_log: whether the duplicates are meant that met the log, or those that met other files
 * @decision: what becomes of them
 *
 * Decides of all duplicates that allow it; the others are skipped.
 */
void
hip_import_plan_decide_all (HipImportPlan *self, gboolean in_log, HipImportDecision decision)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->duplicates->len; i++)
    {
      HipImportDuplicate *duplicate = g_ptr_array_index (self->duplicates, i);

      if (duplicate->in_log == in_log)
        duplicate->decision =
            hip_import_duplicate_allows (duplicate, decision) ? decision : HIP_IMPORT_DECISION_SKIP;
    }
  make_change (self);
}

/* Where a record was read: the same in every plan of the same files. */
static char *
dup_place_key (const HipImportDuplicate *duplicate)
{
  return g_strdup_printf ("%u %d %d %s", duplicate->line, duplicate->in_log,
                          (int) ((HipRecord *) duplicate->record)->kind, duplicate->file);
}

static GHashTable *
index_by_place (const HipImportPlan *plan)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < plan->duplicates->len; i++)
    {
      HipImportDuplicate *duplicate = g_ptr_array_index (plan->duplicates, i);

      g_hash_table_insert (index, dup_place_key (duplicate), duplicate);
    }
  return index;
}

/**
 * hip_import_plan_decide_like:
 * @self: a plan
 * @from: a plan of the same files, read with other options
 *
 * Decides of duplicates what was decided of them before the files were read again.
 */
void
hip_import_plan_decide_like (HipImportPlan *self, const HipImportPlan *from)
{
  g_autoptr (GHashTable) index = NULL;

  g_return_if_fail (self != NULL && from != NULL);

  index = index_by_place (from);
  for (guint i = 0; i < self->duplicates->len; i++)
    {
      HipImportDuplicate *duplicate = g_ptr_array_index (self->duplicates, i);
      g_autofree char *key = dup_place_key (duplicate);
      const HipImportDuplicate *before = g_hash_table_lookup (index, key);

      if (before != NULL && hip_import_duplicate_allows (duplicate, before->decision))
        duplicate->decision = before->decision;
    }
  make_change (self);
}
