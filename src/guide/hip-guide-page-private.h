// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-guide-page.h"

G_BEGIN_DECLS

/* How a page is put together; for the parser only. */
HipGuidePage *hip_guide_page_new (void);
HipGuideSection *hip_guide_section_new (HipGuideSectionKind kind);
HipGuideBlock *hip_guide_block_new (HipGuideBlockKind kind);

void hip_guide_section_free (HipGuideSection *self);
void hip_guide_block_free (HipGuideBlock *self);
void hip_guide_item_free (HipGuideItem *self);
void hip_guide_span_free (HipGuideSpan *self);
void hip_guide_source_free (HipGuideSource *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipGuideSection, hip_guide_section_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipGuideBlock, hip_guide_block_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipGuideItem, hip_guide_item_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipGuideSpan, hip_guide_span_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipGuideSource, hip_guide_source_free)

G_END_DECLS
