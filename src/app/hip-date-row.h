// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "hip-day.h"

G_BEGIN_DECLS

#define HIP_TYPE_DATE_ROW (hip_date_row_get_type ())
G_DECLARE_FINAL_TYPE (HipDateRow, hip_date_row, HIP, DATE_ROW, AdwEntryRow)

GtkWidget *hip_date_row_new       (void);

HipDay     hip_date_row_get_day   (HipDateRow *self);
void       hip_date_row_set_day   (HipDateRow *self,
                                   HipDay      day);
gboolean   hip_date_row_is_valid  (HipDateRow *self);

void       hip_date_row_set_today (HipDateRow *self,
                                   HipDay      today);

G_END_DECLS
