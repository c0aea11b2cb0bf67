// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HIP_TYPE_MENU_BUTTON (hip_menu_button_get_type ())
G_DECLARE_FINAL_TYPE (HipMenuButton, hip_menu_button, HIP, MENU_BUTTON, AdwBin)

G_END_DECLS
