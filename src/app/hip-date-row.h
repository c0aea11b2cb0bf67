// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "hip-day.h"

G_BEGIN_DECLS

#define HIP_TYPE_DATE_ROW (hip_date_row_get_type ())
G_DECLARE_FINAL_TYPE (HipDateRow, hip_date_row, HIP, DATE_ROW, AdwEntryRow)

GtkWidget *hip_date_row_new (void);

void hip_date_row_set_today (HipDateRow *self, HipDay today);
void hip_date_row_set_day (HipDateRow *self, HipDay day);

/* FALSE with a sentence when the text is no date; HIP_DAY_NONE when there is none. */
gboolean hip_date_row_parse (HipDateRow *self, HipDay *day, GError **error);

G_END_DECLS
