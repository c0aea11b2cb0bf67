// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-activity.h"
#include "hip-archive.h"
#include "hip-import-entries.h"
#include "hip-importer.h"

G_BEGIN_DECLS

/**
 * HipImportSink:
 * @options: what the files do not tell
 * @zone: where the runner lives
 * @plan: where counts and messages go
 * @entries: where what was read goes
 * @file: how messages call the file that is being read; of @entries
 * @found: the file was not named but found in a folder or an archive, and may be anything
 * @budget: of everything that is unpacked
 * @cancellable: (nullable): stops reading
 *
 * What readers of files are given to put things into. All but @file and @found are the same for
 * the whole import.
 */
typedef struct
{
  HipImportOptions options;
  GTimeZone *zone;
  HipImportPlan *plan;
  HipImportEntries *entries;
  HipArchiveBudget budget;
  GCancellable *cancellable;

  const char *file;
  gboolean found;

  HipImportProgress progress;
  gpointer user_data;
  GInputStream *outermost; /* (nullable): tells how much of @bytes_of_file is read */
  guint64 bytes_before;    /* of the files that are done */
  guint64 bytes_of_file;
  guint64 bytes_total;
  guint rows;
} HipImportSink;

/* Validates and keeps @record, which it takes. @shoe and @wanted may be NULL: the name of a run's
 * pair; the file that has the points of a run, as the row names it. */
void hip_import_sink_add (HipImportSink *self,
                          HipTrust trust,
                          guint line,
                          gpointer record,
                          const char *shoe,
                          const char *wanted);
/* (element-type HipActivity): takes the list; they wait for the rows that name their file. */
void hip_import_sink_add_activities (HipImportSink *self, HipTrust trust, GPtrArray *activities);
/* A row of another sport, and its file, which is then none of ours either. */
void hip_import_sink_add_sport (HipImportSink *self, const char *sport, const char *wanted);
/* Whether there is more than one import takes; then that is a reject. */
gboolean hip_import_sink_is_full (HipImportSink *self, guint line);
void hip_import_sink_reject (HipImportSink *self, guint line, const char *reason);
/* What is wrong with something that was read all the same. */
void hip_import_sink_remark (HipImportSink *self, guint line, const char *remark);
/* A row, or a file without rows, is done. */
void hip_import_sink_count_row (HipImportSink *self);
void hip_import_sink_report_progress (HipImportSink *self);

G_END_DECLS
