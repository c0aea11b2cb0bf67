// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-view.h"

G_BEGIN_DECLS

#define HIP_TYPE_SHOES_VIEW (hip_shoes_view_get_type ())
G_DECLARE_FINAL_TYPE (HipShoesView, hip_shoes_view, HIP, SHOES_VIEW, HipView)

G_END_DECLS
