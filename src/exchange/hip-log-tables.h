// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-history.h"
#include "hip-tsv.h"

G_BEGIN_DECLS

/* The lists of the log as tables with a line of titles. (transfer full) */

/* @runs: (element-type HipRun): in that order */
HipTsv *hip_log_tables_make_runs (HipHistory *history, GPtrArray *runs, HipUnits units);
/* Those in use first, each by name. */
HipTsv *hip_log_tables_make_shoes (HipHistory *history, HipUnits units);
/* Days with a score or care, the latest first. */
HipTsv *hip_log_tables_make_pain (HipHistory *history, HipDay first, HipDay last);

G_END_DECLS
