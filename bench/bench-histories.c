// SPDX-License-Identifier: GPL-3.0-or-later
/* What real runners would have been told: every file in the folders of the command line is imported
 * as a log of its own, and gone through from its first day to its last. */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "hip-importer.h"
#include "hip-told.h"

/**
 * Log:
 * @path: of the file
 * @told: its runs, and what was told of them
 * @n_weeks: from the first day to the last
 * @n_running: weeks with a run
 */
typedef struct
{
  char *path;
  HipTold told;
  guint n_weeks;
  guint n_running;
} Log;

static void
log_free (Log *self)
{
  g_free (self->path);
  hip_told_clear (&self->told);
  g_free (self);
}

/* (transfer full) */
static HipHistory *
import (const char *path)
{
  g_autoptr(HipHistory) empty = hip_history_new_empty ();
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Europe/Amsterdam");
  HipImportOptions options = { HIP_UNITS_KM, zone, FALSE, HIP_DAY_NONE };
  const char *paths[] = { path, NULL };
  g_autoptr(HipImportPlan) plan =
                hip_importer_read_paths (paths, &options, empty, NULL, NULL, NULL, NULL);

  return hip_history_with_change (empty, plan->change);
}

static void
count_weeks (Log *log)
{
  HipHistory *history = log->told.history;
  HipDay last = HIP_DAY_NONE;

  for (guint i = 0; i < hip_history_get_n_runs (history); i++)
    {
      HipDay week = hip_day_get_week_start (hip_history_get_run (history, i)->date, G_DATE_MONDAY);

      log->n_running += week != last;
      if (last != HIP_DAY_NONE)
        log->n_weeks += (week - last) / 7;
      last = week;
    }
  log->n_weeks++;
}

/* NULL when there are no runs in it. */
static Log *
read_log (const char *path)
{
  HipHistory *history = import (path);
  Log *log;

  if (hip_history_get_n_runs (history) == 0)
    {
      hip_history_unref (history);
      return NULL;
    }
  log = g_new0 (Log, 1);
  log->path = g_strdup (path);
  hip_told_init (&log->told, history);
  count_weeks (log);
  return log;
}

static guint
count_runs (const Log *log)
{
  return hip_history_get_n_runs (log->told.history);
}

/* Where there is another export of the same account, one that begins with the same run. */
static guint
find_account (GPtrArray *logs, const Log *log)
{
  const HipRun *first = hip_history_get_run (log->told.history, 0);
  guint i;

  for (i = 0; i < logs->len; i++)
    {
      const Log *other = logs->pdata[i];
      const HipRun *run = hip_history_get_run (other->told.history, 0);

      if (run->date == first->date && run->start_s == first->start_s
          && run->distance_m == first->distance_m)
        break;
    }
  return i;
}

/* Of one account only the export with most runs counts. Takes @log. */
static void
add_log (GPtrArray *logs, Log *log)
{
  guint i = find_account (logs, log);

  if (i == logs->len)
    g_ptr_array_add (logs, log);
  else if (count_runs (log) <= count_runs (logs->pdata[i]))
    log_free (log);
  else
    {
      log_free (logs->pdata[i]);
      logs->pdata[i] = log;
    }
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char **) a, *(char **) b);
}

/* (transfer full) (element-type filename) (nullable) */
static GPtrArray *
list_folder (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *paths;
  const char *name;

  if (dir == NULL)
    return NULL;
  paths = g_ptr_array_new_with_free_func (g_free);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, compare_names);
  return paths;
}

/* Returns how many files were skipped. */
static guint
read_files (GPtrArray *paths, const char *name, GPtrArray *logs)
{
  guint n_before = logs->len, n_skipped = 0;

  for (guint i = 0; i < paths->len; i++)
    {
      Log *log = read_log (paths->pdata[i]);

      if (log != NULL)
        add_log (logs, log);
      else
        n_skipped++;
    }
  g_print ("  %s: %u logs, %u files of the same accounts, %u skipped in which no runs were "
           "understood\n",
           name, logs->len - n_before, paths->len - n_skipped - (logs->len - n_before), n_skipped);
  return n_skipped;
}

static guint
read_folder (const char *folder, GPtrArray *logs)
{
  g_autofree char *name = g_path_get_basename (folder);
  g_autoptr(GPtrArray) paths = list_folder (folder);

  if (paths != NULL)
    return read_files (paths, name, logs);
  g_print ("  %s: skipped, there is no such folder\n", name);
  return 1;
}

/* One column each and one of them all: what is told in 100 weeks with a run. */
static void
print_logs (GPtrArray *logs)
{
  g_autofree HipTally *tallies = g_new0 (HipTally, logs->len + 1);
  HipTally *all = &tallies[logs->len];

  all->name = "all";
  for (guint i = 0; i < logs->len; i++)
    {
      Log *log = logs->pdata[i];
      g_autofree char *file = g_path_get_basename (log->path);
      g_autofree char *name = g_strdup_printf ("%u", i + 1);

      tallies[i].name = g_intern_string (name);
      hip_tally_add (&tallies[i], &log->told, log->n_running);
      hip_tally_add (all, &log->told, log->n_running);
      g_print ("  %2u  %u runs in %u of %u weeks: %s\n", i + 1, count_runs (log), log->n_running,
               log->n_weeks, file);
    }
  g_print ("\nMessages in 100 weeks with a run; in all %u such weeks\n", all->n_weeks);
  hip_tally_print_table (tallies, logs->len + 1);
}

int
main (int argc, char *argv[])
{
  g_autoptr(GPtrArray) logs = g_ptr_array_new_with_free_func ((GDestroyNotify) log_free);
  guint n_skipped = 0;

  setlocale (LC_ALL, "");
  for (int i = 1; i < argc; i++)
    n_skipped += read_folder (argv[i], logs);
  if (logs->len > 0)
    print_logs (logs);
  g_print ("%u logs; %u files or folders skipped\n", logs->len, n_skipped);
  return 0;
}
