// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-guide-page.h"

G_BEGIN_DECLS

/** HipGuideLink: where a page refers to another, to say so when that one is missing. */
typedef struct
{
  char *page;
  long line;
} HipGuideLink;

/* @links: (out) (optional) (transfer full) (element-type HipGuideLink) */
HipGuidePage *hip_guide_parse (const char *data,
                               gsize length,
                               const char *name,
                               const char *const *languages,
                               GPtrArray **links,
                               GError **error);

G_END_DECLS
