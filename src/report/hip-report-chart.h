// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-report-pen.h"
#include "hip-report.h"

G_BEGIN_DECLS

HipReportBlock *
hip_report_chart_new (const HipReport *report, HipReportPen *pen, double width, double height);

G_END_DECLS
