// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-history.h"
#include "hip-importer.h"

G_BEGIN_DECLS

/* What an import found and did, in words. All (transfer full). */

/* The lines of one record, so that two of a kind can stand side by side; a line that one of them
 * does not have is empty. (array zero-terminated=1) */
#define HIP_IMPORT_N_LINES 4
GStrv hip_import_words_list (gconstpointer record, HipUnits units);
/* "runs.csv, line 12", or the file alone. */
char *hip_import_words_place (const char *file, guint line);
/* "12 entries: 10 skipped, 2 replaced" */
char *hip_import_words_decisions (GPtrArray *duplicates, gboolean in_log);
/* (transfer none): "Skip", … */
const char *hip_import_words_decision (HipImportDecision decision);

G_END_DECLS
