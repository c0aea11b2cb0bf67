// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-history.h"
#include "hip-limits.h"
#include "hip-warning.h"

G_BEGIN_DECLS

/* All: (transfer full) (element-type HipWarning). Entries after the last day asked for are not
 * looked at. */

/* Open on that day, dismissed and muted ones left out, the most serious rule first. */
GPtrArray *hip_rules_evaluate (HipHistory *history, const HipLimits *limits, HipDay on);
/* Every warning that fired from @from to @to, each once, oldest first; dismissals do not count. */
GPtrArray *hip_rules_replay (HipHistory *history, const HipLimits *limits, HipDay from, HipDay to);
/* What one more run of @planned_m on @day, as the last of that day, would raise by itself. */
GPtrArray *
hip_rules_would_fire (HipHistory *history, const HipLimits *limits, HipDay day, gint64 planned_m);

G_END_DECLS
