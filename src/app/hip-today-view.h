// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-view.h"

G_BEGIN_DECLS

#define HIP_TYPE_TODAY_VIEW (hip_today_view_get_type ())
G_DECLARE_FINAL_TYPE (HipTodayView, hip_today_view, HIP, TODAY_VIEW, HipView)

G_END_DECLS
