// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-report-pen.h"
#include "hip-report.h"

G_BEGIN_DECLS

double hip_report_picture_get_width (double height);
HipReportBlock *hip_report_picture_new (const HipReport *report, HipReportPen *pen, double height);

G_END_DECLS
