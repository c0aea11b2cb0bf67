// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "hip-guide-page.h"
#include "hip-session.h"

G_BEGIN_DECLS

#define HIP_TYPE_SIGN_CHECKLIST (hip_sign_checklist_get_type ())
G_DECLARE_FINAL_TYPE (HipSignChecklist, hip_sign_checklist, HIP, SIGN_CHECKLIST, GtkBox)

HipSignChecklist *hip_sign_checklist_new (HipSession *session);
void hip_sign_checklist_add (HipSignChecklist *self, const HipGuideBlock *block);

G_END_DECLS
