// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-view.h"

G_BEGIN_DECLS

#define HIP_TYPE_PAIN_VIEW (hip_pain_view_get_type ())
G_DECLARE_FINAL_TYPE (HipPainView, hip_pain_view, HIP, PAIN_VIEW, HipView)

G_END_DECLS
