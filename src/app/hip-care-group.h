// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "hip-session.h"

G_BEGIN_DECLS

#define HIP_TYPE_CARE_GROUP (hip_care_group_get_type ())
G_DECLARE_FINAL_TYPE (HipCareGroup, hip_care_group, HIP, CARE_GROUP, AdwPreferencesGroup)

/* Shows what the log has now; to be called whenever it changes. */
void hip_care_group_update (HipCareGroup *self, HipSession *session);

G_END_DECLS
