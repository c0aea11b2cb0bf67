// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-view.h"

G_BEGIN_DECLS

#define HIP_TYPE_GUIDE_VIEW (hip_guide_view_get_type ())
G_DECLARE_FINAL_TYPE (HipGuideView, hip_guide_view, HIP, GUIDE_VIEW, HipView)

void hip_guide_view_open_page (HipGuideView *self, const char *page_id);
void hip_guide_view_find_symptoms (HipGuideView *self, gboolean from_log);
void hip_guide_view_start_search (HipGuideView *self);

G_END_DECLS
