// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-report-layout.h"

G_BEGIN_DECLS

GBytes *hip_report_pdf_create (HipReportLayout *layout,
                               HipReportProgress progress,
                               gpointer user_data,
                               GCancellable *cancellable,
                               GError **error);
gboolean hip_report_pdf_write (HipReport *report,
                               HipReportPaper paper,
                               gboolean with_days,
                               GFile *file,
                               HipReportProgress progress,
                               gpointer user_data,
                               GCancellable *cancellable,
                               guint *n_pages,
                               GError **error);

G_END_DECLS
