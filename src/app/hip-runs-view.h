// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-view.h"

G_BEGIN_DECLS

#define HIP_TYPE_RUNS_VIEW (hip_runs_view_get_type ())
G_DECLARE_FINAL_TYPE (HipRunsView, hip_runs_view, HIP, RUNS_VIEW, HipView)

void hip_runs_view_show_week (HipRunsView *self, HipDay start);
void hip_runs_view_start_search (HipRunsView *self);

G_END_DECLS
