// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "hip-history.h"
#include "hip-units.h"

G_BEGIN_DECLS

#define HIP_TYPE_SHOE_ROW (hip_shoe_row_get_type ())
G_DECLARE_FINAL_TYPE (HipShoeRow, hip_shoe_row, HIP, SHOE_ROW, AdwPreferencesRow)

GtkWidget *hip_shoe_row_new (void);

HipShoe *hip_shoe_row_get_shoe (HipShoeRow *self);
void hip_shoe_row_set_shoe (HipShoeRow *self, HipHistory *history, HipShoe *shoe, HipUnits units);

char *hip_shoe_row_format_words (const HipShoe *shoe, gint64 distance_m, HipUnits units);

G_END_DECLS
