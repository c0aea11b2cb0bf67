// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "hip-guide-page.h"
#include "hip-session.h"

G_BEGIN_DECLS

#define HIP_TYPE_GUIDE_ARTICLE (hip_guide_article_get_type ())
G_DECLARE_FINAL_TYPE (HipGuideArticle, hip_guide_article, HIP, GUIDE_ARTICLE, AdwNavigationPage)

GtkWidget *hip_guide_article_new (HipSession *session, HipGuidePage *page);

G_END_DECLS
