// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-exporter.h"
#include "hip-importer.h"
#include "hip-test-log.h"
#include "hip-test-util.h"

G_BEGIN_DECLS

/* Texts that break careless readers and writers. */
extern const char *const fixture_texts[];
extern const guint fixture_n_texts;

/* Fills in whatever there is to log, other for each @i. */
void fixture_fill_run (HipRun *run, guint i);
void fixture_fill_pain (HipPainDay *pain, guint i);
void fixture_fill_screening (HipScreening *screening, guint i);

/* Kilometres, UTC, 2026-11-22. */
void fixture_options (HipImportOptions *options);
HipImportPlan *fixture_read (const char *path, HipHistory *existing);
HipImportPlan *
fixture_read_with (const char *path, HipHistory *existing, const HipImportOptions *options);
/* What a log becomes when the file is imported. */
HipHistory *
fixture_import (HipTestDir *dir, const char *name, const char *contents, HipHistory *existing);
/* Into a folder, or where @path ends in ".zip" into a zip. */
void fixture_export (HipHistory *history, HipCsvDialect dialect, const char *path);
/* All eight files of two folders, or two zips, are the same, byte by byte. */
void fixture_assert_same (const char *first, const char *second);
/* Exports, imports into an empty log, exports again; the files are the same. */
HipHistory *fixture_round_trip (HipHistory *history, HipCsvDialect dialect);
HipHistory *fixture_round_trip_zip (HipHistory *history, HipCsvDialect dialect);
/* The nth reason of a plan: "12: …". */
char *fixture_reason (HipImportPlan *plan, guint i);

G_END_DECLS
