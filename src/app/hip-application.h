// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HIP_TYPE_APPLICATION (hip_application_get_type ())
G_DECLARE_FINAL_TYPE (HipApplication, hip_application, HIP, APPLICATION, AdwApplication)

HipApplication *hip_application_new (void);

G_END_DECLS
