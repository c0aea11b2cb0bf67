// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-import-duplicates.h"

#include "hip-import-plan-private.h"
#include "hip-run-matcher.h"
#include "hip-run-merge.h"

/* What looking for duplicates needs on the way. */
typedef struct
{
  HipHistory *existing;
  const HipImportOptions *options;
  HipImportPlan *plan;
} Search;

static void
add_duplicate (Search *search,
               HipImportEntry *entry,
               gpointer met,
               gboolean in_log,
               gboolean same_id)
{
  const HipImportOptions *options = search->options;
  HipImportDuplicate *duplicate = hip_import_plan_add_duplicate (
      search->plan, entry->file, entry->line, entry->record, met, in_log, same_id);

  entry->duplicate = duplicate;
  if (options->keep_duplicates
      && hip_import_duplicate_allows (duplicate, HIP_IMPORT_DECISION_KEEP_BOTH))
    duplicate->decision = HIP_IMPORT_DECISION_KEEP_BOTH;
  else if (options->fill_gaps && hip_import_duplicate_allows (duplicate, HIP_IMPORT_DECISION_FILL))
    duplicate->decision = HIP_IMPORT_DECISION_FILL;
}

static void
find_shoes (Search *search, GPtrArray *entries)
{
  g_autoptr (GHashTable) first = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < entries->len; i++)
    {
      HipImportEntry *entry = g_ptr_array_index (entries, i);
      HipShoe *shoe = entry->record;
      HipShoe *met = hip_history_get_shoe_by_name (search->existing, shoe->name);
      gboolean in_log = met != NULL;

      if (met == NULL)
        met = g_hash_table_lookup (first, shoe->name);
      if (met != NULL)
        add_duplicate (search, entry, met, in_log, FALSE);
      else
        g_hash_table_insert (first, shoe->name, shoe);
    }
}

static char *
dup_id_key (const HipRun *run)
{
  if (run->source == NULL || run->source_id == NULL)
    return NULL;
  return g_strdup_printf ("%s\n%s", run->source, run->source_id);
}

typedef HipRun *(*FindFunc) (HipRunMatcher *matcher, const HipRun *run);

static void
match_runs (GPtrArray *entries, HipRunMatcher *matcher, FindFunc find)
{
  for (guint i = 0; i < entries->len; i++)
    {
      HipImportEntry *entry = g_ptr_array_index (entries, i);

      if (entry->met != NULL)
        continue;
      entry->met = find (matcher, entry->record);
      entry->in_log = entry->met != NULL;
    }
}

/* Whether the same id came before, in the log or in the files: then it is never added. */
static gboolean
has_same_id (const HipImportEntry *entry)
{
  g_autofree char *key = dup_id_key (entry->record);
  g_autofree char *met = entry->met != NULL ? dup_id_key (entry->met) : NULL;

  return key != NULL && g_strcmp0 (key, met) == 0;
}

/* Within a file only an id tells that two rows are one run: somebody may well run the same distance
 * twice. Of several with one id the most trusted stands, else the first. */
static void
match_ids_within (GPtrArray *entries)
{
  g_autoptr (GHashTable) best = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      HipImportEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *key = dup_id_key (entry->record);
      HipImportEntry *other;

      if (key == NULL || entry->met != NULL)
        continue;
      other = g_hash_table_lookup (best, key);
      if (other != NULL && other->trust >= entry->trust)
        {
          entry->met = other->record;
          continue;
        }
      if (other != NULL)
        other->met = entry->record;
      g_hash_table_replace (best, g_steal_pointer (&key), entry);
    }
}

static void
find_runs (Search *search, GPtrArray *entries)
{
  g_autoptr (HipRunMatcher) matcher = hip_run_matcher_new (search->existing);

  /* All rows by the surest sign first: else a look-alike might take the run of a later row. */
  match_runs (entries, matcher, hip_run_matcher_find_same_id);
  match_ids_within (entries);
  hip_run_merge_between_files (entries, search->options->keep_duplicates);
  match_runs (entries, matcher, hip_run_matcher_find_equal);
  match_runs (entries, matcher, hip_run_matcher_find_similar);

  for (guint i = 0; i < entries->len; i++)
    {
      HipImportEntry *entry = g_ptr_array_index (entries, i);

      if (entry->met != NULL)
        add_duplicate (search, entry, entry->met, entry->in_log, has_same_id (entry));
    }
}

/* The log has one score of a day and side; the one that is there stays. */
static void
find_pain (Search *search, GPtrArray *entries)
{
  g_autoptr (GHashTable) first = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      HipImportEntry *entry = g_ptr_array_index (entries, i);
      HipPainDay *pain = entry->record;
      gint64 key = (gint64) pain->date * HIP_N_SIDES + pain->side;
      gpointer met = hip_history_lookup_pain (search->existing, pain->date, pain->side);
      gboolean in_log = met != NULL;

      if (met == NULL)
        met = g_hash_table_lookup (first, &key);
      if (met != NULL)
        add_duplicate (search, entry, met, in_log, FALSE);
      else
        g_hash_table_insert (first, g_memdup2 (&key, sizeof key), pain);
    }
}

static guint
hash_care (gconstpointer key)
{
  const HipCareEntry *care = key;
  guint hash = (guint) care->date * 31 + (guint) care->kind;

  return hash * 31 + (guint) care->minutes;
}

static gboolean
equal_care (gconstpointer a, gconstpointer b)
{
  const HipCareEntry *first = a;
  const HipCareEntry *second = b;

  return first->date == second->date && first->kind == second->kind
         && first->minutes == second->minutes && g_strcmp0 (first->note, second->note) == 0;
}

static guint
hash_screening (gconstpointer key)
{
  const HipScreening *screening = key;
  guint hash = (guint) screening->date * 31 + screening->asked;

  return hash * 31 + screening->yes;
}

/* Whether a professional has seen the answers says nothing of which answers they are. */
static gboolean
equal_screening (gconstpointer a, gconstpointer b)
{
  const HipScreening *first = a;
  const HipScreening *second = b;

  return first->date == second->date && first->asked == second->asked && first->yes == second->yes;
}

/* Equal records of the log as a list, so that each is met once. */
static GHashTable *
new_index (GHashFunc hash, GEqualFunc equal)
{
  return g_hash_table_new_full (hash, equal, NULL, (GDestroyNotify) g_queue_free);
}

static void
add_to_index (GHashTable *index, gpointer record)
{
  GQueue *equal = g_hash_table_lookup (index, record);

  if (equal == NULL)
    {
      equal = g_queue_new ();
      g_hash_table_insert (index, record, equal);
    }
  g_queue_push_tail (equal, record);
}

static void
find_by_index (Search *search, GPtrArray *entries, GHashTable *index)
{
  for (guint i = 0; i < entries->len; i++)
    {
      HipImportEntry *entry = g_ptr_array_index (entries, i);
      GQueue *equal = g_hash_table_lookup (index, entry->record);
      gpointer met = equal != NULL ? g_queue_pop_head (equal) : NULL;

      if (met != NULL)
        add_duplicate (search, entry, met, TRUE, FALSE);
    }
}

static void
find_care (Search *search, GPtrArray *entries)
{
  g_autoptr (GHashTable) index = new_index (hash_care, equal_care);

  for (guint i = 0; i < hip_history_get_n_care (search->existing); i++)
    add_to_index (index, hip_history_get_care (search->existing, i));
  find_by_index (search, entries, index);
}

static void
find_screenings (Search *search, GPtrArray *entries)
{
  g_autoptr (GHashTable) index = new_index (hash_screening, equal_screening);

  for (guint i = 0; i < hip_history_get_n_screenings (search->existing); i++)
    add_to_index (index, hip_history_get_screening (search->existing, i));
  find_by_index (search, entries, index);
}

/**
 * hip_import_duplicates_find:
 * @entries: all that was read
 * @existing: the log as it is
 * @options: which decision each duplicate begins with
 * @plan: takes the duplicates
 *
 * Compares what was read with each other and with the log.
 */
void
hip_import_duplicates_find (HipImportEntries *entries,
                            HipHistory *existing,
                            const HipImportOptions *options,
                            HipImportPlan *plan)
{
  Search search = { existing, options, plan };

  g_return_if_fail (entries != NULL && existing != NULL && options != NULL && plan != NULL);

  find_shoes (&search, entries->shoes);
  find_runs (&search, entries->runs);
  find_pain (&search, entries->pain);
  find_care (&search, entries->care);
  find_screenings (&search, entries->screenings);
}
