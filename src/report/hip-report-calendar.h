// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-report-pen.h"
#include "hip-report.h"

G_BEGIN_DECLS

/** HIP_REPORT_CALENDAR_WEEKS: a calendar shows the last of so many weeks, one a column. */
#define HIP_REPORT_CALENDAR_WEEKS 53

HipReportBlock *hip_report_calendar_new (const HipReport *report, HipReportPen *pen, double width);

G_END_DECLS
