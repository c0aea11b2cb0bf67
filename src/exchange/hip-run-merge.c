// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-run-merge.h"

#include <math.h>
#include <string.h>

#include "hip-cell.h"
#include "hip-import-plan-private.h"
#include "hip-run-matcher.h"

#define QUARTER_MIN     15
#define MAX_OFFSET_MIN  (14 * 60)
#define SAME_MOMENT_MIN 2
/* No runner is faster; a file that says so is wrong. Metres a second. */
#define IMPOSSIBLE_MPS 12.5
/* A run is looked for among those that began up to so many days before or after it. */
#define NEAR_DAYS 2
/* Nobody runs as often in a day; a file that was made to take for ever might say so. */
#define MAX_RUNS_OF_DAY 200

static gboolean
fill_integer (gint32 *value, gint32 from)
{
  if (*value != HIP_UNSET || from == HIP_UNSET)
    return FALSE;
  *value = from;
  return TRUE;
}

static gboolean
fill_text (char **text, const char *from)
{
  if (*text != NULL || from == NULL)
    return FALSE;
  *text = g_strdup (from);
  return TRUE;
}

/* A run on its own clock and the same moment in UTC: the clocks differ by quarters of an hour. */
static gboolean
find_offset (gint64 local_s, gint64 utc_s, gint32 *offset_min)
{
  gint64 minutes = (gint64) lround ((double) (local_s - utc_s) / 60);
  gint64 rounded = (gint64) lround ((double) minutes / QUARTER_MIN) * QUARTER_MIN;

  if (ABS (rounded) > MAX_OFFSET_MIN || ABS (rounded - minutes) > SAME_MOMENT_MIN)
    return FALSE;
  *offset_min = (gint32) rounded;
  return TRUE;
}

/* A start belongs to its day, an offset to its start. */
static gboolean
fill_start (HipRun *run, const HipRun *from)
{
  gint64 utc = hip_run_get_utc_start (from);

  if (run->start_s == HIP_UNSET && from->start_s != HIP_UNSET && run->date == from->date)
    {
      run->start_s = from->start_s;
      run->utc_offset_min = from->utc_offset_min;
      return TRUE;
    }
  return run->start_s != HIP_UNSET && run->utc_offset_min == HIP_UNSET && utc != G_MININT64
         && find_offset (hip_run_get_local_start (run), utc, &run->utc_offset_min);
}

static gboolean
fill_answers (HipRun *run, const HipRun *from)
{
  HipRun before = *run;

  if (run->surface == HIP_SURFACE_UNKNOWN)
    run->surface = from->surface;
  if (run->ground == HIP_GROUND_UNKNOWN)
    run->ground = from->ground;
  if (run->warm_up == HIP_ANSWER_UNKNOWN)
    run->warm_up = from->warm_up;
  if (run->cool_down == HIP_ANSWER_UNKNOWN)
    run->cool_down = from->cool_down;
  return run->surface != before.surface || run->ground != before.ground
         || run->warm_up != before.warm_up || run->cool_down != before.cool_down;
}

/**
 * hip_run_merge_fill:
 * @run: a run, which is changed
 * @from: the same run as another source has it
 *
 * Takes what @run leaves open from @from. What it has stays as it is.
 *
 * Returns: whether anything was taken
 */
gboolean
hip_run_merge_fill (HipRun *run, const HipRun *from)
{
  gboolean filled;

  g_return_val_if_fail (run != NULL && from != NULL, FALSE);

  filled = fill_start (run, from);
  filled |= fill_integer (&run->duration_s, from->duration_s);
  filled |= fill_integer (&run->cadence_spm, from->cadence_spm);
  filled |= fill_integer (&run->effort, from->effort);
  filled |= fill_integer (&run->ascent_m, from->ascent_m);
  filled |= fill_answers (run, from);
  filled |= fill_text (&run->title, from->title);
  filled |= fill_text (&run->note, from->note);
  if (run->source == NULL && fill_text (&run->source, from->source))
    {
      fill_text (&run->source_id, from->source_id);
      filled = TRUE;
    }
  return filled;
}

/* What was measured stands; what the runner wrote stays. A start belongs to its day. */
static void
take_measures (HipRun *run, const HipRun *measured)
{
  if (measured->start_s != HIP_UNSET || measured->date != run->date)
    {
      run->start_s = measured->start_s;
      run->utc_offset_min = measured->utc_offset_min;
    }
  run->date = measured->date;
  run->distance_m = measured->distance_m;
  if (measured->duration_s != HIP_UNSET)
    run->duration_s = measured->duration_s;
  if (measured->cadence_spm != HIP_UNSET)
    run->cadence_spm = measured->cadence_spm;
  if (measured->ascent_m != HIP_UNSET)
    run->ascent_m = measured->ascent_m;
}

/**
 * hip_run_merge_replace:
 * @run: a run, which is changed
 * @from: the same run as another source has it
 *
 * Gives @run the day, start, distance, duration, cadence, ascent and source of @from. What the
 * runner wrote, shoe, effort, surface and note, stays; what is open is filled.
 */
void
hip_run_merge_replace (HipRun *run, const HipRun *from)
{
  g_return_if_fail (run != NULL && from != NULL);

  take_measures (run, from);
  if (from->source != NULL)
    {
      g_set_str (&run->source, from->source);
      g_set_str (&run->source_id, from->source_id);
    }
  hip_run_merge_fill (run, from);
}

/* Entries of the runs that stand, by day. */
static GPtrArray *
get_day (GHashTable *days, HipDay day)
{
  return g_hash_table_lookup (days, GINT_TO_POINTER (day));
}

static void
add_to_day (GHashTable *days, HipImportEntry *entry)
{
  HipDay day = ((HipRun *) entry->record)->date;
  GPtrArray *list = get_day (days, day);

  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (days, GINT_TO_POINTER (day), list);
    }
  if (list->len < MAX_RUNS_OF_DAY)
    g_ptr_array_add (list, entry);
}

/* Somebody may run the same distance twice, so rows of one file are never one run; nor are those
 * of our own files, which come from one log. */
static gboolean
may_be_one (const HipImportEntry *a, const HipImportEntry *b)
{
  return a->file != b->file && (a->trust != HIP_TRUST_OWN || b->trust != HIP_TRUST_OWN);
}

static HipImportEntry *
find_same (GHashTable *days, const HipImportEntry *entry)
{
  HipDay day = ((HipRun *) entry->record)->date;
  HipImportEntry *best = NULL;
  gint64 best_apart = G_MAXINT64;

  for (HipDay near = day - NEAR_DAYS; near <= day + NEAR_DAYS; near++)
    {
      GPtrArray *list = get_day (days, near);

      for (guint i = 0; list != NULL && i < list->len; i++)
        {
          HipImportEntry *other = g_ptr_array_index (list, i);
          gint64 apart;

          if (!may_be_one (entry, other)
              || !hip_run_matcher_is_similar (entry->record, other->record, &apart)
              || (best != NULL && apart >= best_apart))
            continue;
          best = other;
          best_apart = apart;
        }
    }
  return best;
}

/* Those that the log has already come first, then by falling trust, then as they were read. */
static int
compare_trust (gconstpointer a, gconstpointer b)
{
  const HipImportEntry *first = *(HipImportEntry *const *) a;
  const HipImportEntry *second = *(HipImportEntry *const *) b;

  if (first->in_log != second->in_log)
    return first->in_log ? -1 : 1;
  return (int) second->trust - (int) first->trust;
}

/**
 * hip_run_merge_between_files:
 * @entries: (element-type HipImportEntry): runs
 * @keep_apart: whether all of them are to stay as they are
 *
 * Finds the runs that several files tell of. The one of the most trusted source stands, and takes
 * what it leaves open from the others, which meet it.
 */
void
hip_run_merge_between_files (GPtrArray *entries, gboolean keep_apart)
{
  g_autoptr (GPtrArray) sorted = NULL;
  g_autoptr (GHashTable) days = NULL;

  g_return_if_fail (entries != NULL);

  /* Sorting keeps the order of equals. */
  sorted = g_ptr_array_copy (entries, NULL, NULL);
  g_ptr_array_set_free_func (sorted, NULL);
  g_ptr_array_sort (sorted, compare_trust);
  days = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < sorted->len; i++)
    {
      HipImportEntry *entry = g_ptr_array_index (sorted, i);
      HipImportEntry *better;

      /* The same id came before in these files: that one speaks for both. */
      if (entry->met != NULL && !entry->in_log)
        continue;
      better = entry->met == NULL ? find_same (days, entry) : NULL;
      if (better == NULL)
        {
          add_to_day (days, entry);
          continue;
        }
      entry->met = better->record;
      if (keep_apart)
        continue;
      hip_run_merge_fill (better->record, entry->record);
      if (better->shoe == NULL)
        better->shoe = g_strdup (entry->shoe);
    }
}

/* The last part of a path; it does not matter whether the file is still packed. */
static char *
dup_base (const char *path)
{
  const char *slash = strrchr (path, '/');
  const char *base = slash != NULL ? slash + 1 : path;

  return g_str_has_suffix (base, ".gz") ? g_strndup (base, strlen (base) - 3) : g_strdup (base);
}

static GHashTable *
index_files (GPtrArray *files)
{
  GHashTable *index =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < files->len; i++)
    {
      HipImportFile *file = g_ptr_array_index (files, i);
      g_autofree char *base = dup_base (file->file);
      GPtrArray *same = g_hash_table_lookup (index, base);

      if (same == NULL)
        {
          same = g_ptr_array_new ();
          g_hash_table_insert (index, g_steal_pointer (&base), same);
        }
      g_ptr_array_add (same, file);
    }
  return index;
}

/* The very path, else the only file of that name: it may have been named alone. */
static HipImportFile *
find_file (GHashTable *index, const char *wanted)
{
  g_autofree char *base = dup_base (wanted);
  GPtrArray *same = g_hash_table_lookup (index, base);

  for (guint i = 0; same != NULL && i < same->len; i++)
    {
      HipImportFile *file = g_ptr_array_index (same, i);

      if (g_str_equal (file->file, wanted))
        return file;
    }
  return same != NULL && same->len == 1 ? g_ptr_array_index (same, 0) : NULL;
}

/* Of several activities of the file, the one that begins nearest. */
static guint
find_activity (const HipImportFile *file, const HipRun *run)
{
  gint64 start = hip_run_get_utc_start (run);
  guint best = 0;

  for (guint i = 1; start != G_MININT64 && i < file->activities->len; i++)
    {
      const HipActivity *a = g_ptr_array_index (file->activities, best);
      const HipActivity *b = g_ptr_array_index (file->activities, i);

      if (b->start != HIP_NO_START
          && (a->start == HIP_NO_START || ABS (b->start - start) < ABS (a->start - start)))
        best = i;
    }
  return best;
}

static gboolean
is_possible (const HipRun *run)
{
  return run->distance_m >= 1 && run->distance_m <= HIP_RUN_MAX_DISTANCE_M
         && (run->duration_s == HIP_UNSET || run->distance_m <= IMPOSSIBLE_MPS * run->duration_s);
}

/* Of a recording that breaks off nobody knows how much is missing. */
static HipTrust
get_trust (const HipImportFile *file, const HipActivity *activity)
{
  return activity->partial ? HIP_TRUST_GPX : file->trust;
}

/* Where the row is in local time and the file in UTC, the two together know the zone. */
static void
join (HipImportEntry *entry, HipActivity *activity, HipTrust trust, GTimeZone *zone)
{
  HipRun *run = entry->record;
  g_autoptr (HipRun) measured = NULL;

  if (activity->utc_offset_min == HIP_UNSET && run->start_s != HIP_UNSET
      && run->utc_offset_min == HIP_UNSET && activity->start != HIP_NO_START)
    find_offset (hip_run_get_local_start (run), activity->start, &activity->utc_offset_min);
  measured = hip_activity_to_run (activity, zone, NULL);
  if (measured == NULL)
    return;
  if (trust > entry->trust && is_possible (measured))
    {
      take_measures (run, measured);
      entry->trust = trust;
    }
  hip_run_merge_fill (run, measured);
}

static void
join_row (HipImportEntry *entry, GHashTable *index, GTimeZone *zone)
{
  HipImportFile *file = entry->wanted != NULL ? find_file (index, entry->wanted) : NULL;
  HipActivity *activity;
  guint i;

  if (file == NULL || file->activities->len == 0)
    return;
  i = find_activity (file, entry->record);
  activity = g_ptr_array_index (file->activities, i);
  join (entry, activity, get_trust (file, activity), zone);
  g_ptr_array_remove_index (file->activities, i);
}

static void
add_activity (HipImportEntries *entries,
              const HipImportFile *file,
              const HipActivity *activity,
              const HipImportOptions *options,
              GTimeZone *zone,
              HipImportPlan *plan)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HipRun) run = NULL;

  if (!hip_activity_is_run (activity))
    {
      g_autofree char *sport = hip_cell_dup_excerpt (hip_activity_get_sport_name (activity));

      hip_import_plan_add_sport (plan, sport);
      return;
    }
  run = hip_activity_to_run (activity, zone, &error);
  if (run != NULL && hip_record_validate (run, options->today, &error))
    {
      plan->n_zone_assumed += activity->utc_offset_min == HIP_UNSET;
      hip_import_entries_add (entries, file->file, 0, get_trust (file, activity),
                              g_steal_pointer (&run), NULL, NULL);
    }
  else
    hip_import_plan_add_reject (plan, file->file, 0, error->message);
}

/**
 * hip_run_merge_rows_and_files:
 * @entries: what was read
 * @options: what the files do not tell
 * @zone: where the runner lives
 * @plan: takes the counts of other sports and the rejects
 *
 * Joins rows, which have what the runner wrote, with the files that they name, which have what the
 * watch measured. Files that no row names become runs of their own.
 */
void
hip_run_merge_rows_and_files (HipImportEntries *entries,
                              const HipImportOptions *options,
                              GTimeZone *zone,
                              HipImportPlan *plan)
{
  g_autoptr (GHashTable) index = NULL;

  g_return_if_fail (entries != NULL && options != NULL && zone != NULL && plan != NULL);

  index = index_files (entries->files);
  for (guint i = 0; i < entries->claims->len; i++)
    {
      HipImportFile *file = find_file (index, g_ptr_array_index (entries->claims, i));

      if (file != NULL)
        file->claimed = TRUE;
    }
  for (guint i = 0; i < entries->runs->len; i++)
    join_row (g_ptr_array_index (entries->runs, i), index, zone);
  for (guint i = 0; i < entries->files->len; i++)
    {
      const HipImportFile *file = g_ptr_array_index (entries->files, i);

      for (guint j = 0; !file->claimed && j < file->activities->len; j++)
        add_activity (entries, file, g_ptr_array_index (file->activities, j), options, zone, plan);
    }
}
