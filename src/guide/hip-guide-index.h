// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-guide-page.h"

G_BEGIN_DECLS

/**
 * HipGuideIndex:
 *
 * The words of all pages, folded, so that a search is a walk over words and no page is read twice.
 */
typedef struct _HipGuideIndex HipGuideIndex;

/* @pages: (element-type HipGuidePage) */
HipGuideIndex *hip_guide_index_new (GPtrArray *pages);
void hip_guide_index_free (HipGuideIndex *self);
GPtrArray *hip_guide_index_search (const HipGuideIndex *self, const char *query);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipGuideIndex, hip_guide_index_free)

G_END_DECLS
