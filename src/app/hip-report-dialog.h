// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "hip-session.h"

G_BEGIN_DECLS

#define HIP_TYPE_REPORT_DIALOG (hip_report_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HipReportDialog, hip_report_dialog, HIP, REPORT_DIALOG, AdwDialog)

HipReportDialog *hip_report_dialog_new (HipSession *session);

G_END_DECLS
