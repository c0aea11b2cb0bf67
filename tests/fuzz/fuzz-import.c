// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "fuzz-import.h"

#include "hip-import-plan-private.h"
#include "hip-run-merge.h"
#include "hip-unknown-table.h"

static HipImportSink *
new_sink (GPtrArray *mappings)
{
  HipImportSink *sink = g_new0 (HipImportSink, 1);

  sink->options = (HipImportOptions) { .today = hip_day_from_ymd (2026, 11, 22),
                                       .mappings = mappings,
                                       .offer_tables = TRUE };
  sink->zone = g_time_zone_new_utc ();
  sink->plan = hip_import_plan_new ();
  sink->entries = hip_import_entries_new ();
  sink->file = "fuzz";
  return sink;
}

static void
free_sink (HipImportSink *sink)
{
  hip_import_plan_free (sink->plan);
  g_time_zone_unref (sink->zone);
  g_free (sink);
}

/* What a runner might say of the tables that were offered; where the guess is none, anything. */
static GPtrArray *
map_tables (const HipImportPlan *plan)
{
  GPtrArray *mappings = g_ptr_array_new_with_free_func ((GDestroyNotify) hip_column_mapping_free);

  for (guint i = 0; i < plan->unknown_tables->len; i++)
    {
      const HipUnknownTable *table = g_ptr_array_index (plan->unknown_tables, i);
      HipColumnMapping *mapping = hip_column_mapping_copy (table->guess);

      if (!hip_column_mapping_validate (mapping, NULL))
        for (guint field = 0; field < HIP_N_MAPPED_FIELDS; field++)
          mapping->columns[field] = field < table->n_columns ? (int) field : HIP_NO_COLUMN;
      g_ptr_array_add (mappings, mapping);
    }
  return mappings;
}

/* (transfer full): mappings for what was offered. */
static GPtrArray *
import_once (FuzzReadFunc read, const void *data, gsize size, GPtrArray *mappings)
{
  g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_data (data, (gssize) size, NULL);
  g_autoptr(HipHistory) empty = hip_history_new_empty ();
  g_autoptr(GError) error = NULL;
  HipImportSink *sink = new_sink (mappings);
  GPtrArray *offered;

  read (sink, stream, &error);
  hip_run_merge_rows_and_files (sink->entries, &sink->options, sink->zone, sink->plan);
  hip_import_plan_complete (sink->plan, g_steal_pointer (&sink->entries), empty, &sink->options,
                            "fuzz");
  for (guint i = 0; i < hip_change_get_n (sink->plan->change); i++)
    g_assert_true (hip_record_validate (hip_change_get (sink->plan->change, i)->after,
                                        sink->options.today, NULL));
  offered = map_tables (sink->plan);
  free_sink (sink);
  return offered;
}

void
fuzz_import (FuzzReadFunc read, const void *data, gsize size)
{
  g_autoptr(GPtrArray) mappings = import_once (read, data, size, NULL);
  g_autoptr(GPtrArray) again = NULL;

  if (mappings->len == 0)
    return;
  again = import_once (read, data, size, mappings);
  if (mappings->len < HIP_IMPORT_MAX_UNKNOWN_TABLES)
    g_assert_cmpuint (again->len, ==, 0);
}
