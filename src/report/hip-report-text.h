// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-report.h"

G_BEGIN_DECLS

/* Figures of a report in words, translated, in the runner's units. All (transfer full). */
char *hip_report_text_day (const HipReport *report, HipDay day); /* “–” for no day */
char *hip_report_text_period (const HipReport *report);
char *hip_report_text_made (const HipReport *report);
char *hip_report_text_score (double score); /* one decimal; “–” for NaN */
char *hip_report_text_trend (const HipReportPain *pain);
char *hip_report_text_metres (const HipReport *report, double metres); /* “–” for NaN */
char *hip_report_text_change (const HipReport *report);
char *hip_report_text_days (guint n);
char *hip_report_text_more (guint n); /* “and 12 more” */
char *hip_report_text_answers (const HipScreening *screening, const HipReport *report);
const char *hip_report_text_note_kind (HipReportNoteKind kind);
const char *hip_report_text_disclaimer (void); /* not to be freed */

G_END_DECLS
