// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "hip-guide-page.h"
#include "hip-session.h"

G_BEGIN_DECLS

#define HIP_TYPE_GUIDE_MENTIONS (hip_guide_mentions_get_type ())
G_DECLARE_FINAL_TYPE (HipGuideMentions,
                      hip_guide_mentions,
                      HIP,
                      GUIDE_MENTIONS,
                      AdwPreferencesGroup)

GtkWidget *hip_guide_mentions_new (HipSession *session, const HipGuidePage *page);

G_END_DECLS
