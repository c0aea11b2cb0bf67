// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** HIP_REPORT_MARGIN: blank on each side of a page, in points: what any printer can spare. */
#define HIP_REPORT_MARGIN 36.0

/** HipReportPaper: what a report is laid out for. */
typedef enum
{
  HIP_REPORT_PAPER_A4,
  HIP_REPORT_PAPER_LETTER,
} HipReportPaper;

HipReportPaper hip_report_paper_from_locale (void);
HipReportPaper hip_report_paper_from_size (double width, double height);
void hip_report_paper_get_size (HipReportPaper paper, double *width, double *height);

G_END_DECLS
