// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include "hip-report-layout.h"

G_BEGIN_DECLS

GtkPrintOperation *hip_report_printer_new (HipReportLayout *layout);
GdkTexture *hip_report_printer_draw_page (HipReportLayout *layout, guint page, int width);

G_END_DECLS
