// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include "hip-run-item.h"

G_BEGIN_DECLS

#define HIP_TYPE_RUN_ROW (hip_run_row_get_type ())
G_DECLARE_FINAL_TYPE (HipRunRow, hip_run_row, HIP, RUN_ROW, GtkBox)

GtkWidget *hip_run_row_new (void);

HipRunItem *hip_run_row_get_item (HipRunRow *self);
void hip_run_row_set_item (HipRunRow *self, HipRunItem *item);

G_END_DECLS
