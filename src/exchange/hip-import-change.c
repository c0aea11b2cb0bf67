// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-import-change.h"

#include <glib/gi18n.h>

#include "hip-import-plan-private.h"
#include "hip-run-merge.h"

/* What making a change needs on the way. */
typedef struct
{
  HipHistory *existing;
  const HipImportOptions *options;
  HipImportPlan *plan;
  GHashTable *shoe_by_name; /* (owned): name → HipShoe, of this import; both borrowed */
  GPtrArray *new_shoes;     /* (owned) */
  GPtrArray *new_records;   /* (owned): everything else */
  GHashTable *changed;      /* (owned): HipRun of the log → what becomes of it (owned) */
  GPtrArray *updates;       /* (owned): the keys of @changed, in the order of the files */
} Maker;

/* Takes a reference of @shoe. The placeholder is what its runs refer to. */
static void
add_shoe (Maker *maker, HipShoe *shoe)
{
  HIP_RECORD (shoe)->import_id = HIP_IMPORT_PLACEHOLDER_ID;
  HIP_RECORD (shoe)->id = HIP_IMPORT_PLACEHOLDER_ID - 1 - (gint64) maker->new_shoes->len;
  g_ptr_array_add (maker->new_shoes, hip_record_ref (shoe));
  g_hash_table_insert (maker->shoe_by_name, shoe->name, shoe);
  maker->plan->added.shoes++;
}

/* A pair that only runs name. Its marks are the customary ones of the file's unit. */
static HipShoe *
make_named_shoe (Maker *maker, const char *name)
{
  g_autoptr (HipShoe) shoe = hip_shoe_new ();

  g_set_str (&shoe->name, name);
  shoe->check_at_m = hip_shoe_get_customary_check (maker->options->distance_unit);
  shoe->replace_at_m = hip_shoe_get_customary_replace (maker->options->distance_unit);
  if (!hip_record_validate (shoe, maker->options->today, NULL))
    return NULL;
  add_shoe (maker, shoe);
  return shoe; /* kept by the list */
}

static gint64
find_shoe (Maker *maker, const char *name)
{
  HipShoe *shoe = hip_history_get_shoe_by_name (maker->existing, name);

  if (shoe == NULL)
    shoe = g_hash_table_lookup (maker->shoe_by_name, name);
  if (shoe == NULL)
    shoe = make_named_shoe (maker, name);
  return shoe != NULL ? HIP_RECORD (shoe)->id : 0;
}

static HipImportDecision
get_decision (const HipImportEntry *entry)
{
  return entry->duplicate != NULL ? entry->duplicate->decision : HIP_IMPORT_DECISION_KEEP_BOTH;
}

static void
add_record (Maker *maker, gpointer record, guint *count)
{
  ((HipRecord *) record)->import_id = HIP_IMPORT_PLACEHOLDER_ID;
  g_ptr_array_add (maker->new_records, hip_record_ref (record));
  (*count)++;
}

static void
add_run (Maker *maker, HipImportEntry *entry)
{
  HipRun *run = entry->record;

  run->shoe_id = entry->shoe != NULL ? find_shoe (maker, entry->shoe) : 0;
  add_record (maker, run, &maker->plan->added.runs);
}

/* What the run was before goes along with the import, so that taking it back brings it back. */
static void
keep_replaced (Maker *maker, HipRun *run)
{
  HipReplacedRun *replaced = hip_replaced_run_new_for (run);

  replaced->was.rec.import_id = HIP_IMPORT_PLACEHOLDER_ID;
  g_ptr_array_add (maker->new_records, replaced);
  g_ptr_array_add (maker->updates, run);
}

/* Several files may have the run under the same id: each goes on from what the one before made. */
static void
update_run (Maker *maker, HipImportEntry *entry)
{
  HipRun *run = entry->met;
  HipRun *before = g_hash_table_lookup (maker->changed, run);
  g_autoptr (HipRun) after = hip_record_copy (before != NULL ? before : run);

  if (get_decision (entry) == HIP_IMPORT_DECISION_REPLACE)
    hip_run_merge_replace (after, entry->record);
  else
    hip_run_merge_fill (after, entry->record);
  if (after->shoe_id == 0 && entry->shoe != NULL)
    after->shoe_id = find_shoe (maker, entry->shoe);
  if (hip_record_equal (before != NULL ? before : run, after))
    return;
  if (before == NULL)
    keep_replaced (maker, run);
  g_hash_table_replace (maker->changed, run, g_steal_pointer (&after));
}

static void
take_run (Maker *maker, HipImportEntry *entry)
{
  switch (get_decision (entry))
    {
    case HIP_IMPORT_DECISION_KEEP_BOTH:
      add_run (maker, entry);
      break;
    case HIP_IMPORT_DECISION_FILL:
    case HIP_IMPORT_DECISION_REPLACE:
      update_run (maker, entry);
      break;
    case HIP_IMPORT_DECISION_SKIP:
    default:
      break;
    }
}

static void
take_records (Maker *maker, GPtrArray *entries, guint *count)
{
  for (guint i = 0; i < entries->len; i++)
    {
      HipImportEntry *entry = g_ptr_array_index (entries, i);

      if (get_decision (entry) == HIP_IMPORT_DECISION_KEEP_BOTH)
        add_record (maker, entry->record, count);
    }
}

static void
take_all (Maker *maker, HipImportEntries *entries)
{
  HipImportCounts *added = &maker->plan->added;

  for (guint i = 0; i < entries->shoes->len; i++)
    {
      HipImportEntry *entry = g_ptr_array_index (entries->shoes, i);

      if (get_decision (entry) == HIP_IMPORT_DECISION_KEEP_BOTH)
        add_shoe (maker, entry->record);
    }
  for (guint i = 0; i < entries->runs->len; i++)
    take_run (maker, g_ptr_array_index (entries->runs, i));
  take_records (maker, entries->pain, &added->pain);
  take_records (maker, entries->care, &added->care);
  take_records (maker, entries->screenings, &added->screenings);
}

static void
insert_all (HipChange *change, GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    hip_change_insert (change, g_ptr_array_index (records, i));
}

/* What others refer to comes before them. */
static HipChange *
make_change (Maker *maker, const char *name)
{
  /* Translators: a file or folder; what Undo takes back. */
  g_autofree char *label = g_strdup_printf (_ ("Imported “%s”"), name);
  g_autoptr (HipImport) import = NULL;
  g_autoptr (GDateTime) now = NULL;
  HipChange *change = hip_change_new (label);

  if (maker->new_shoes->len + maker->new_records->len == 0)
    return change;

  now = hip_clock_now ();
  import = hip_import_new ();
  HIP_RECORD (import)->id = HIP_IMPORT_PLACEHOLDER_ID;
  import->imported_at = g_date_time_to_unix (now);
  g_set_str (&import->name, name);
  hip_change_insert (change, import);
  insert_all (change, maker->new_shoes);
  for (guint i = 0; i < maker->updates->len; i++)
    {
      HipRun *run = g_ptr_array_index (maker->updates, i);

      hip_change_update (change, run, g_hash_table_lookup (maker->changed, run));
    }
  insert_all (change, maker->new_records);
  return change;
}

/**
 * hip_import_change_make:
 * @entries: all that was read, with their duplicates found
 * @existing: the log as it is
 * @options: what the files do not tell
 * @name: how the import is called
 * @plan: gets the counts
 *
 * Makes the change that does what is decided of each duplicate, and adds all the rest.
 *
 * Returns: (transfer full): the change; it is empty when there is nothing to do
 */
HipChange *
hip_import_change_make (HipImportEntries *entries,
                        HipHistory *existing,
                        const HipImportOptions *options,
                        const char *name,
                        HipImportPlan *plan)
{
  Maker maker = { .existing = existing, .options = options, .plan = plan };
  HipChange *change;

  g_return_val_if_fail (entries != NULL && existing != NULL && name != NULL, NULL);

  maker.shoe_by_name = g_hash_table_new (g_str_hash, g_str_equal);
  maker.new_shoes = g_ptr_array_new_with_free_func (hip_record_unref);
  maker.new_records = g_ptr_array_new_with_free_func (hip_record_unref);
  maker.changed = g_hash_table_new_full (NULL, NULL, NULL, hip_record_unref);
  maker.updates = g_ptr_array_new ();

  plan->added = (HipImportCounts) { 0 };
  take_all (&maker, entries);
  plan->n_updated = maker.updates->len;
  change = make_change (&maker, name);

  g_hash_table_unref (maker.shoe_by_name);
  g_ptr_array_unref (maker.new_shoes);
  g_ptr_array_unref (maker.new_records);
  g_hash_table_unref (maker.changed);
  g_ptr_array_unref (maker.updates);
  return change;
}
