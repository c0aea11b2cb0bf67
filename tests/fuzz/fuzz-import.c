// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "fuzz-import.h"

#include "hip-import-plan-private.h"
#include "hip-run-merge.h"

static HipImportSink *
new_sink (void)
{
  HipImportSink *sink = g_new0 (HipImportSink, 1);

  sink->options = (HipImportOptions) { .today = hip_day_from_ymd (2026, 11, 22) };
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

void
fuzz_import (FuzzReadFunc read, const void *data, gsize size)
{
  g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_data (data, (gssize) size, NULL);
  g_autoptr(HipHistory) empty = hip_history_new_empty ();
  g_autoptr(GError) error = NULL;
  HipImportSink *sink = new_sink ();

  read (sink, stream, &error);
  hip_run_merge_rows_and_files (sink->entries, &sink->options, sink->zone, sink->plan);
  hip_import_plan_complete (sink->plan, g_steal_pointer (&sink->entries), empty, &sink->options,
                            "fuzz");
  for (guint i = 0; i < hip_change_get_n (sink->plan->change); i++)
    g_assert_true (hip_record_validate (hip_change_get (sink->plan->change, i)->after,
                                        sink->options.today, NULL));
  free_sink (sink);
}
