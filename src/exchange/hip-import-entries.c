// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-import-entries.h"

#include <string.h>

#include <glib/gi18n.h>

#include "hip-import-plan-private.h"
#include "hip-run-matcher.h"
#include "hip-run-merge.h"

/* What resolving needs on the way. */
typedef struct
{
  HipHistory *existing;
  const HipImportOptions *options;
  HipImportPlan *plan;
  GHashTable *shoe_by_name; /* (owned): name → HipShoe, of this import; both borrowed */
  GPtrArray *new_shoes;     /* (owned) */
  GPtrArray *new_records;   /* (owned): everything else */
  GHashTable *filled;       /* (owned): HipRun of the log → what becomes of it (owned) */
} Resolver;

static void
entry_free (gpointer data)
{
  HipImportEntry *entry = data;

  hip_record_unref (entry->record);
  g_free (entry->shoe);
  g_free (entry->wanted);
  g_free (entry);
}

static void
file_free (gpointer data)
{
  HipImportFile *file = data;

  g_ptr_array_unref (file->activities);
  g_free (file);
}

HipImportEntries *
hip_import_entries_new (void)
{
  HipImportEntries *self = g_new0 (HipImportEntries, 1);

  self->shoes = g_ptr_array_new_with_free_func (entry_free);
  self->runs = g_ptr_array_new_with_free_func (entry_free);
  self->pain = g_ptr_array_new_with_free_func (entry_free);
  self->care = g_ptr_array_new_with_free_func (entry_free);
  self->screenings = g_ptr_array_new_with_free_func (entry_free);
  self->files = g_ptr_array_new_with_free_func (file_free);
  self->claims = g_ptr_array_new_with_free_func (g_free);
  self->names = g_string_chunk_new (4096);
  return self;
}

void
hip_import_entries_free (HipImportEntries *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->shoes);
  g_ptr_array_unref (self->runs);
  g_ptr_array_unref (self->pain);
  g_ptr_array_unref (self->care);
  g_ptr_array_unref (self->screenings);
  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->claims);
  g_string_chunk_free (self->names);
  g_free (self);
}

static GPtrArray *
get_list (HipImportEntries *self, HipRecordKind kind)
{
  switch (kind)
    {
    case HIP_RECORD_SHOE:
      return self->shoes;
    case HIP_RECORD_RUN:
      return self->runs;
    case HIP_RECORD_PAIN_DAY:
      return self->pain;
    case HIP_RECORD_CARE_ENTRY:
      return self->care;
    case HIP_RECORD_SCREENING:
      return self->screenings;
    case HIP_RECORD_IMPORT:
    case HIP_RECORD_DISMISSAL:
    default:
      g_assert_not_reached ();
    }
}

const char *
hip_import_entries_intern (HipImportEntries *self, const char *name)
{
  return g_string_chunk_insert_const (self->names, name);
}

/* What lies beside a file: the paths of both are written the same way. */
static char *
dup_beside (const char *file, const char *wanted)
{
  const char *slash = strrchr (file, '/');

  return slash != NULL ? g_strdup_printf ("%.*s/%s", (int) (slash - file), file, wanted)
                       : g_strdup (wanted);
}

void
hip_import_entries_add (HipImportEntries *self,
                        const char *file,
                        guint line,
                        HipTrust trust,
                        gpointer record,
                        const char *shoe,
                        const char *wanted)
{
  HipImportEntry *entry = g_new0 (HipImportEntry, 1);

  entry->file = file;
  entry->line = line;
  entry->trust = trust;
  entry->record = record;
  entry->shoe = g_strdup (shoe);
  entry->wanted = wanted != NULL ? dup_beside (file, wanted) : NULL;
  g_ptr_array_add (get_list (self, ((HipRecord *) record)->kind), entry);
  self->n++;
}

void
hip_import_entries_add_file (HipImportEntries *self,
                             const char *file,
                             HipTrust trust,
                             GPtrArray *activities)
{
  HipImportFile *entry = g_new (HipImportFile, 1);

  *entry = (HipImportFile) { file, trust, activities, FALSE };
  g_ptr_array_add (self->files, entry);
  self->n += activities->len;
}

void
hip_import_entries_claim (HipImportEntries *self, const char *file, const char *wanted)
{
  g_ptr_array_add (self->claims, dup_beside (file, wanted));
  self->n++;
}

static void
report_duplicate (Resolver *resolver, HipImportEntry *entry, gpointer met)
{
  hip_import_plan_add_duplicate (resolver->plan, entry->file, entry->line, entry->record, met);
}

/* Takes a reference of @shoe. The placeholder is what its runs refer to. */
static void
add_shoe (Resolver *resolver, HipShoe *shoe)
{
  HIP_RECORD (shoe)->import_id = HIP_IMPORT_PLACEHOLDER_ID;
  HIP_RECORD (shoe)->id = HIP_IMPORT_PLACEHOLDER_ID - 1 - (gint64) resolver->new_shoes->len;
  g_ptr_array_add (resolver->new_shoes, hip_record_ref (shoe));
  g_hash_table_insert (resolver->shoe_by_name, shoe->name, shoe);
  resolver->plan->added.shoes++;
}

static HipShoe *
find_shoe (Resolver *resolver, const char *name)
{
  HipShoe *shoe = hip_history_get_shoe_by_name (resolver->existing, name);

  return shoe != NULL ? shoe : g_hash_table_lookup (resolver->shoe_by_name, name);
}

static void
resolve_shoes (Resolver *resolver, GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      HipImportEntry *entry = g_ptr_array_index (entries, i);
      HipShoe *shoe = entry->record;
      HipShoe *met = find_shoe (resolver, shoe->name);

      if (met != NULL)
        report_duplicate (resolver, entry, met);
      else
        add_shoe (resolver, shoe);
    }
}

/* A pair that only runs name. Its marks are the customary ones of the file's unit. */
static HipShoe *
make_named_shoe (Resolver *resolver, const char *name)
{
  g_autoptr (HipShoe) shoe = hip_shoe_new ();

  g_set_str (&shoe->name, name);
  shoe->check_at_m = hip_shoe_get_customary_check (resolver->options->distance_unit);
  shoe->replace_at_m = hip_shoe_get_customary_replace (resolver->options->distance_unit);
  if (!hip_record_validate (shoe, resolver->options->today, NULL))
    return NULL;
  add_shoe (resolver, shoe);
  return shoe; /* kept by the list */
}

static void
add_record (Resolver *resolver, gpointer record, guint *count)
{
  ((HipRecord *) record)->import_id = HIP_IMPORT_PLACEHOLDER_ID;
  g_ptr_array_add (resolver->new_records, hip_record_ref (record));
  (*count)++;
}

static void
add_run (Resolver *resolver, HipImportEntry *entry)
{
  HipRun *run = entry->record;

  if (entry->shoe != NULL)
    {
      HipShoe *shoe = find_shoe (resolver, entry->shoe);

      if (shoe == NULL)
        shoe = make_named_shoe (resolver, entry->shoe);
      run->shoe_id = shoe != NULL ? HIP_RECORD (shoe)->id : 0;
    }
  add_record (resolver, run, &resolver->plan->added.runs);
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
update_run (Resolver *resolver, HipRun *run, const HipRun *with)
{
  HipRun *filled = g_hash_table_lookup (resolver->filled, run);
  g_autoptr (HipRun) copy = filled == NULL ? hip_record_copy (run) : NULL;

  if (filled != NULL)
    hip_run_merge_fill (filled, with);
  else if (hip_run_merge_fill (copy, with))
    g_hash_table_insert (resolver->filled, run, g_steal_pointer (&copy));
}

static void
meet_run (Resolver *resolver, HipImportEntry *entry)
{
  report_duplicate (resolver, entry, entry->met);
  if (resolver->options->fill_gaps && entry->in_log)
    update_run (resolver, entry->met, entry->record);
}

static void
resolve_runs (Resolver *resolver, GPtrArray *entries)
{
  g_autoptr (HipRunMatcher) matcher = hip_run_matcher_new (resolver->existing);

  /* All rows by the surest sign first: else a look-alike might take the run of a later row. */
  match_runs (entries, matcher, hip_run_matcher_find_same_id);
  match_ids_within (entries);
  hip_run_merge_between_files (entries, resolver->options->keep_duplicates);
  match_runs (entries, matcher, hip_run_matcher_find_equal);
  match_runs (entries, matcher, hip_run_matcher_find_similar);

  for (guint i = 0; i < entries->len; i++)
    {
      HipImportEntry *entry = g_ptr_array_index (entries, i);

      if (entry->met != NULL)
        meet_run (resolver, entry);
      if (entry->met == NULL || (resolver->options->keep_duplicates && !has_same_id (entry)))
        add_run (resolver, entry);
    }
}

/* The log has one score of a day and side; the one that is there stays. */
static void
resolve_pain (Resolver *resolver, GPtrArray *entries)
{
  g_autoptr (GHashTable) first = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      HipImportEntry *entry = g_ptr_array_index (entries, i);
      HipPainDay *pain = entry->record;
      gint64 key = (gint64) pain->date * HIP_N_SIDES + pain->side;
      gpointer met = hip_history_lookup_pain (resolver->existing, pain->date, pain->side);

      if (met == NULL)
        met = g_hash_table_lookup (first, &key);
      if (met != NULL)
        {
          report_duplicate (resolver, entry, met);
          continue;
        }
      g_hash_table_insert (first, g_memdup2 (&key, sizeof key), pain);
      add_record (resolver, pain, &resolver->plan->added.pain);
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
resolve_by_index (Resolver *resolver, GPtrArray *entries, GHashTable *index, guint *added)
{
  for (guint i = 0; i < entries->len; i++)
    {
      HipImportEntry *entry = g_ptr_array_index (entries, i);
      GQueue *equal = g_hash_table_lookup (index, entry->record);
      gpointer met = equal != NULL ? g_queue_pop_head (equal) : NULL;

      if (met != NULL)
        report_duplicate (resolver, entry, met);
      if (met == NULL || resolver->options->keep_duplicates)
        add_record (resolver, entry->record, added);
    }
}

static void
resolve_care (Resolver *resolver, GPtrArray *entries)
{
  g_autoptr (GHashTable) index = new_index (hash_care, equal_care);

  for (guint i = 0; i < hip_history_get_n_care (resolver->existing); i++)
    add_to_index (index, hip_history_get_care (resolver->existing, i));
  resolve_by_index (resolver, entries, index, &resolver->plan->added.care);
}

static void
resolve_screenings (Resolver *resolver, GPtrArray *entries)
{
  g_autoptr (GHashTable) index = new_index (hash_screening, equal_screening);

  for (guint i = 0; i < hip_history_get_n_screenings (resolver->existing); i++)
    add_to_index (index, hip_history_get_screening (resolver->existing, i));
  resolve_by_index (resolver, entries, index, &resolver->plan->added.screenings);
}

static void
fill_log (Resolver *resolver)
{
  GHashTableIter iter;
  gpointer before, after;

  g_hash_table_iter_init (&iter, resolver->filled);
  while (g_hash_table_iter_next (&iter, &before, &after))
    hip_change_update (resolver->plan->change, before, after);
  resolver->plan->n_updated = g_hash_table_size (resolver->filled);
}

/* What others refer to comes before them. */
static void
make_change (Resolver *resolver, const char *name)
{
  /* Translators: a file or folder; what Undo takes back. */
  g_autofree char *label = g_strdup_printf (_ ("Imported “%s”"), name);
  g_autoptr (HipImport) import = NULL;
  g_autoptr (GDateTime) now = NULL;
  HipChange *change = hip_change_new (label);

  resolver->plan->change = change;
  fill_log (resolver);
  if (resolver->new_shoes->len + resolver->new_records->len == 0)
    return;

  now = hip_clock_now ();
  import = hip_import_new ();
  HIP_RECORD (import)->id = HIP_IMPORT_PLACEHOLDER_ID;
  import->imported_at = g_date_time_to_unix (now);
  g_set_str (&import->name, name);
  hip_change_insert (change, import);
  for (guint i = 0; i < resolver->new_shoes->len; i++)
    hip_change_insert (change, g_ptr_array_index (resolver->new_shoes, i));
  for (guint i = 0; i < resolver->new_records->len; i++)
    hip_change_insert (change, g_ptr_array_index (resolver->new_records, i));
}

void
hip_import_entries_resolve (HipImportEntries *self,
                            HipHistory *existing,
                            const HipImportOptions *options,
                            const char *name,
                            HipImportPlan *plan)
{
  Resolver resolver = { .existing = existing, .options = options, .plan = plan };

  resolver.shoe_by_name = g_hash_table_new (g_str_hash, g_str_equal);
  resolver.new_shoes = g_ptr_array_new_with_free_func (hip_record_unref);
  resolver.new_records = g_ptr_array_new_with_free_func (hip_record_unref);
  resolver.filled = g_hash_table_new_full (NULL, NULL, NULL, hip_record_unref);

  resolve_shoes (&resolver, self->shoes);
  resolve_runs (&resolver, self->runs);
  resolve_pain (&resolver, self->pain);
  resolve_care (&resolver, self->care);
  resolve_screenings (&resolver, self->screenings);
  make_change (&resolver, name);

  g_hash_table_unref (resolver.shoe_by_name);
  g_ptr_array_unref (resolver.new_shoes);
  g_ptr_array_unref (resolver.new_records);
  g_hash_table_unref (resolver.filled);
}
