// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-sample.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "hip-importer.h"
#include "hip-store.h"

#define SAMPLE_URI "resource:///org/example/HipLog/sample/"

/**
 * hip_sample_get_path:
 *
 * The sample lives in the cache folder, far from the runner's own log.
 *
 * Returns: (transfer full): the sample's file
 */
char *
hip_sample_get_path (void)
{
  return g_build_filename (g_get_user_cache_dir (), "hiplog", "sample.db", NULL);
}

static HipDay *
get_date (gpointer record)
{
  switch (((HipRecord *) record)->kind)
    {
    case HIP_RECORD_RUN:
      return &((HipRun *) record)->date;
    case HIP_RECORD_PAIN_DAY:
      return &((HipPainDay *) record)->date;
    case HIP_RECORD_CARE_ENTRY:
      return &((HipCareEntry *) record)->date;
    default:
      return NULL;
    }
}

static void
shift_day (HipDay *day, int days)
{
  if (day != NULL && *day != HIP_DAY_NONE)
    *day += days;
}

static HipDay
find_last_day (const HipChange *change)
{
  HipDay last = HIP_DAY_NONE;

  for (guint i = 0; i < hip_change_get_n (change); i++)
    {
      HipDay *day = get_date (hip_change_get (change, i)->after);

      if (day != NULL)
        last = MAX (last, *day);
    }
  return last;
}

/* The made-up runner ran yesterday, whenever one looks; the import itself is nobody's. */
static HipChange *
move_to_today (const HipChange *change, HipDay today)
{
  int days = today - 1 - find_last_day (change);
  HipChange *moved = hip_change_new (_ ("Sample log"));

  for (guint i = 0; i < hip_change_get_n (change); i++)
    {
      HipRecord *record = hip_record_copy (hip_change_get (change, i)->after);

      shift_day (get_date (record), days);
      if (record->kind == HIP_RECORD_SHOE)
        {
          shift_day (&((HipShoe *) record)->bought, days);
          shift_day (&((HipShoe *) record)->retired, days);
        }
      record->import_id = 0;
      if (record->kind != HIP_RECORD_IMPORT)
        hip_change_insert (moved, record);
      hip_record_unref (record);
    }
  return moved;
}

static HipChange *
read_sample (HipDay today, GError **error)
{
  static const char *const names[] = { "shoes.csv", "runs.csv", "pain.csv", "care.csv" };
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (HipHistory) empty = hip_history_new_empty ();
  g_autoptr (HipImportPlan) plan = NULL;
  HipImportOptions options = { .today = today };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *uri = g_strconcat (SAMPLE_URI, names[i], NULL);

      g_ptr_array_add (files, g_file_new_for_uri (uri));
    }
  plan = hip_importer_read (files, &options, empty, NULL, NULL, NULL, error);
  return plan ? move_to_today (plan->change, today) : NULL;
}

static void
remove_old (const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);

      g_unlink (name);
    }
}

static gboolean
make (const char *path, GError **error)
{
  HipDay today = hip_day_today ();
  g_autoptr (HipChange) change = read_sample (today, error);
  g_autoptr (HipChange) applied = NULL;
  g_autoptr (HipStore) store = NULL;

  if (change == NULL)
    return FALSE;
  remove_old (path);
  store = hip_store_open (path, HIP_STORE_OPEN_CREATE, error);
  if (store == NULL)
    return FALSE;
  applied = hip_store_apply (store, change, today, error);
  return applied != NULL;
}

static void
make_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_autofree char *path = hip_sample_get_path ();
  GError *error = NULL;

  if (make (path, &error))
    g_task_return_pointer (task, g_steal_pointer (&path), g_free);
  else
    g_task_return_error (task, error);
}

/**
 * hip_sample_make_async:
 *
 * Makes the sample log anew, so that its last run was yesterday.
 */
void
hip_sample_make_async (GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, hip_sample_make_async);
  g_task_run_in_thread (task, make_thread);
}

/**
 * hip_sample_make_finish:
 *
 * Returns: (transfer full): the file of the sample log
 */
char *
hip_sample_make_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
