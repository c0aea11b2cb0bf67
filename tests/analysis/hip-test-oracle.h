// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-test-warnings.h"

G_BEGIN_DECLS

/**
 * HipTestOracle:
 *
 * The document of the rules, read word by word: of each rule whether its condition holds on a day.
 * It scans the whole diary for every question, knows nothing of episodes, messages and order, and
 * shares no line with the rules.
 */
typedef struct _HipTestOracle HipTestOracle;

HipTestOracle *hip_test_oracle_new (HipHistory *history, const HipLimits *limits);
void hip_test_oracle_free (HipTestOracle *self);

/* The severity of what an entry of @day makes of a rule, or -1 when its condition does not hold
 * then, or no entry of that day is a part of it. */
int hip_test_oracle_ask (const HipTestOracle *self, HipRule rule, HipDay day);
/* The same, also when the condition held only until a later run of that day. */
int hip_test_oracle_ask_within (const HipTestOracle *self, HipRule rule, HipDay day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipTestOracle, hip_test_oracle_free)

G_END_DECLS
