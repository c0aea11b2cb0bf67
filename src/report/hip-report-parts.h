// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-report-pen.h"
#include "hip-report.h"

G_BEGIN_DECLS

/** HIP_REPORT_SQUEEZE_MAX: how far what must fit on a page can be shortened. */
#define HIP_REPORT_SQUEEZE_MAX 3

/* The parts of the first page, each as wide as asked for. (transfer full)
 * @squeeze: from 0 to %HIP_REPORT_SQUEEZE_MAX, what is left out for “and 3 more” */
HipReportBlock *hip_report_header_new (const HipReport *report, HipReportPen *pen, double width);
HipReportBlock *
hip_report_flags_new (const HipReport *report, HipReportPen *pen, double width, guint squeeze);
HipReportBlock *hip_report_pain_new (const HipReport *report, HipReportPen *pen, double width);
HipReportBlock *hip_report_running_new (const HipReport *report, HipReportPen *pen, double width);
HipReportBlock *
hip_report_symptoms_new (const HipReport *report, HipReportPen *pen, double width, guint squeeze);

/* Lists that end with “and 12 more” rather than to become higher than @height. */
typedef HipReportBlock *(*HipReportListFunc) (const HipReport *report,
                                              HipReportPen *pen,
                                              double width,
                                              double height);
HipReportBlock *
hip_report_warnings_new (const HipReport *report, HipReportPen *pen, double width, double height);
HipReportBlock *
hip_report_shoes_new (const HipReport *report, HipReportPen *pen, double width, double height);
HipReportBlock *
hip_report_care_new (const HipReport *report, HipReportPen *pen, double width, double height);
HipReportBlock *
hip_report_notes_new (const HipReport *report, HipReportPen *pen, double width, double height);

G_END_DECLS
