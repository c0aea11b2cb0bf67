// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gio/gio.h>

#include "hip-report-block.h"
#include "hip-report-paper.h"
#include "hip-report.h"

G_BEGIN_DECLS

/** HipReportProgress: how much is done, from 0 to 1. */
typedef void (*HipReportProgress) (double fraction, gpointer user_data);

/**
 * HipReportLayout:
 *
 * A report on the pages of one paper: what the printer, the file and the preview draw. Never
 * changes; used in one thread at a time.
 */
typedef struct _HipReportLayout HipReportLayout;

#define HIP_TYPE_REPORT_LAYOUT (hip_report_layout_get_type ())
GType hip_report_layout_get_type (void) G_GNUC_CONST;

HipReportLayout *hip_report_layout_new (HipReport *report,
                                        HipReportPaper paper,
                                        gboolean with_days,
                                        HipReportProgress progress,
                                        gpointer user_data,
                                        GCancellable *cancellable,
                                        GError **error);
HipReportLayout *hip_report_layout_ref (HipReportLayout *self);
void hip_report_layout_unref (HipReportLayout *self);

HipReport *hip_report_layout_get_report (HipReportLayout *self);
HipReportPaper hip_report_layout_get_paper (HipReportLayout *self);
guint hip_report_layout_get_n_pages (HipReportLayout *self);
const HipReportBlock *hip_report_layout_get_page (HipReportLayout *self, guint page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipReportLayout, hip_report_layout_unref)

G_END_DECLS
