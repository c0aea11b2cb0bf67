// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "hip-session.h"

G_BEGIN_DECLS

/* Its tag as a page of a navigation view. */
#define HIP_FINDER_PAGE_TAG "symptoms"

#define HIP_TYPE_FINDER_PAGE (hip_finder_page_get_type ())
G_DECLARE_FINAL_TYPE (HipFinderPage, hip_finder_page, HIP, FINDER_PAGE, AdwNavigationPage)

GtkWidget *hip_finder_page_new (HipSession *session);

void hip_finder_page_start_from_log (HipFinderPage *self);

G_END_DECLS
