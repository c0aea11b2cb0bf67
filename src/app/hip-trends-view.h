// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-view.h"

G_BEGIN_DECLS

#define HIP_TYPE_TRENDS_VIEW (hip_trends_view_get_type ())
G_DECLARE_FINAL_TYPE (HipTrendsView, hip_trends_view, HIP, TRENDS_VIEW, HipView)

G_END_DECLS
