// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "hip-history.h"

G_BEGIN_DECLS

#define HIP_TYPE_MONTH_GRID (hip_month_grid_get_type ())
G_DECLARE_FINAL_TYPE (HipMonthGrid, hip_month_grid, HIP, MONTH_GRID, AdwBin)

void hip_month_grid_update (HipMonthGrid *self,
                            HipHistory *history,
                            HipDay today,
                            GDateWeekday first_weekday);
void hip_month_grid_get_month (HipMonthGrid *self, HipDay *first, HipDay *last);

G_END_DECLS
