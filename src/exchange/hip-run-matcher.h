// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-history.h"

G_BEGIN_DECLS

/**
 * HipRunMatcher:
 *
 * Finds runs that are in the log already. Every run of the log is met at most
 * once, so that two alike runs of a file meet two alike runs of the log.
 */
typedef struct _HipRunMatcher HipRunMatcher;

HipRunMatcher *hip_run_matcher_new (HipHistory *history);
void hip_run_matcher_free (HipRunMatcher *self);

/* (nullable) (transfer none), in falling order of certainty; look for all runs of a file by one
 * before going on to the next. */
HipRun *hip_run_matcher_find_same_id (HipRunMatcher *self, const HipRun *run);
HipRun *hip_run_matcher_find_equal (HipRunMatcher *self, const HipRun *run);
HipRun *hip_run_matcher_find_similar (HipRunMatcher *self, const HipRun *run);

/* Whether two runs are likely the same; see hip_run_matcher_find_similar(). @apart, if it is not
 * NULL: by how many seconds their starts differ, G_MAXINT64 where one has none. */
gboolean hip_run_matcher_is_similar (const HipRun *a, const HipRun *b, gint64 *apart);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipRunMatcher, hip_run_matcher_free)

G_END_DECLS
