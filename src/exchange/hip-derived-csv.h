// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-csv-writer.h"
#include "hip-history.h"
#include "hip-limits.h"

G_BEGIN_DECLS

/* What the log tells, for a spreadsheet; never read back. Each writes header and rows of the days
 * from @from to @to. @warnings: (element-type HipWarning): those that fired on these days. */

gboolean hip_derived_csv_write_days (HipHistory *history,
                                     GPtrArray *warnings,
                                     HipDay from,
                                     HipDay to,
                                     HipCsvWriter *writer,
                                     guint *n_rows,
                                     GCancellable *cancellable,
                                     GError **error);
gboolean hip_derived_csv_write_weeks (HipHistory *history,
                                      const HipLimits *limits,
                                      GPtrArray *warnings,
                                      HipDay from,
                                      HipDay to,
                                      HipCsvWriter *writer,
                                      guint *n_rows,
                                      GCancellable *cancellable,
                                      GError **error);
gboolean hip_derived_csv_write_warnings (GPtrArray *warnings,
                                         HipUnits units,
                                         HipCsvWriter *writer,
                                         guint *n_rows,
                                         GCancellable *cancellable,
                                         GError **error);

G_END_DECLS
