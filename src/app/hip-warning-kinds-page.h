// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "hip-session.h"

G_BEGIN_DECLS

#define HIP_TYPE_WARNING_KINDS_PAGE (hip_warning_kinds_page_get_type ())
G_DECLARE_FINAL_TYPE (HipWarningKindsPage,
                      hip_warning_kinds_page,
                      HIP,
                      WARNING_KINDS_PAGE,
                      AdwNavigationPage)

HipWarningKindsPage *hip_warning_kinds_page_new (HipSession *session);

/* How many kinds are muted. */
guint hip_warning_kinds_count_muted (HipSession *session);

G_END_DECLS
