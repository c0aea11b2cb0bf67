// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "hip-session.h"
#include "hip-warning.h"

G_BEGIN_DECLS

#define HIP_TYPE_WARNING_ROW (hip_warning_row_get_type ())
G_DECLARE_FINAL_TYPE (HipWarningRow, hip_warning_row, HIP, WARNING_ROW, AdwExpanderRow)

GtkWidget *hip_warning_row_new (HipSession *session, HipWarning *warning);
HipWarning *hip_warning_row_get_warning (HipWarningRow *self);

G_END_DECLS
