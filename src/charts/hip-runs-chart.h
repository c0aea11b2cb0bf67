// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-chart.h"
#include "hip-trends.h"

G_BEGIN_DECLS

HipChart *hip_runs_chart_new (HipTrends *trends);

G_END_DECLS
