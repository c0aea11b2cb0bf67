// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-history.h"

G_BEGIN_DECLS

/**
 * HipRunSearch:
 *
 * A search text made ready once, to be held against many runs.
 */
typedef struct _HipRunSearch HipRunSearch;

HipRunSearch *hip_run_search_new (const char *query, HipHistory *history);
void hip_run_search_free (HipRunSearch *self);
gboolean hip_run_search_matches (const HipRunSearch *self, const HipRun *run);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipRunSearch, hip_run_search_free)

G_END_DECLS
