// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HIP_TYPE_WELCOME_PAGE (hip_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (HipWelcomePage, hip_welcome_page, HIP, WELCOME_PAGE, AdwBin)

G_END_DECLS
