// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-guide-page.h"

G_BEGIN_DECLS

/** HipGuideLink: where a page refers to something outside of it, to say so when that is missing. */
typedef struct
{
  char *page;    /* (nullable): the id of another page */
  char *picture; /* (nullable): or the name of a picture */
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
