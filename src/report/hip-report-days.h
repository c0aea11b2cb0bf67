// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-report-pen.h"
#include "hip-report.h"

G_BEGIN_DECLS

/* The table of daily figures, for a page of that width. (transfer full) */
HipReportBlock *hip_report_days_new_header (HipReportPen *pen, double width);
/* A row; NULL when nothing was logged on the day. */
HipReportBlock *
hip_report_days_new_row (const HipReport *report, HipReportPen *pen, double width, HipDay day);

G_END_DECLS
