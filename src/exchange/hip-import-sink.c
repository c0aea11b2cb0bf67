// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-import-sink.h"

#include <glib/gi18n.h>

#include "hip-cell.h"
#include "hip-import-plan-private.h"

#define ROWS_PER_PROGRESS 256

void
hip_import_sink_add (HipImportSink *self,
                     HipTrust trust,
                     guint line,
                     gpointer record,
                     const char *shoe,
                     const char *wanted)
{
  g_autoptr (GError) error = NULL;

  if (hip_record_validate (record, self->options.today, &error))
    {
      hip_import_entries_add (self->entries, self->file, line, trust, record, shoe, wanted);
      return;
    }
  hip_import_sink_reject (self, line, error->message);
  hip_record_unref (record);
}

void
hip_import_sink_add_activities (HipImportSink *self, HipTrust trust, GPtrArray *activities)
{
  hip_import_entries_add_file (self->entries, self->file, trust, activities);
}

void
hip_import_sink_add_sport (HipImportSink *self, const char *sport, const char *wanted)
{
  g_autofree char *name = hip_cell_dup_excerpt (sport);

  hip_import_plan_add_sport (self->plan, name);
  if (wanted != NULL)
    hip_import_entries_claim (self->entries, self->file, wanted);
}

/* A log does not hold so much; a file that was made to do harm might. */
gboolean
hip_import_sink_is_full (HipImportSink *self, guint line)
{
  if (self->entries->n < HIP_IMPORT_MAX_ENTRIES)
    return FALSE;
  hip_import_sink_reject (self, line,
                          _ ("There is more here than one import takes. Import it in parts."));
  return TRUE;
}

void
hip_import_sink_reject (HipImportSink *self, guint line, const char *reason)
{
  hip_import_plan_add_reject (self->plan, self->file, line, reason);
}

void
hip_import_sink_remark (HipImportSink *self, guint line, const char *remark)
{
  hip_import_plan_add_remark (self->plan, self->file, line, remark);
}

void
hip_import_sink_report_progress (HipImportSink *self)
{
  guint64 done = self->bytes_before;

  if (self->progress == NULL)
    return;
  if (self->outermost != NULL && G_IS_SEEKABLE (self->outermost))
    done += MIN ((guint64) MAX (g_seekable_tell (G_SEEKABLE (self->outermost)), 0),
                 self->bytes_of_file);
  self->progress (self->bytes_total > 0 ? MIN ((double) done / (double) self->bytes_total, 1.0)
                                        : 1.0,
                  self->rows, self->user_data);
}

void
hip_import_sink_count_row (HipImportSink *self)
{
  self->rows++;
  if (self->rows % ROWS_PER_PROGRESS == 0)
    hip_import_sink_report_progress (self);
}
