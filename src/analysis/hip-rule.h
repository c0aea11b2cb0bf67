// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-record.h"

G_BEGIN_DECLS

// clang-format off

/* Every rule, in the order in which warnings are shown: what a runner must know first, habits and
 * tips last. To add one: a line here, and its row of that name beside its functions. */
#define HIP_RULES(RULE)                                                                            \
  RULE (RED_FLAG, red_flag)                                                                        \
  RULE (BONE_STRESS_CHECK, bone_stress_check)                                                      \
  RULE (PAIN_HIGH, pain_high)                                                                      \
  RULE (PAIN_LASTING, pain_lasting)                                                                \
  RULE (PAIN_RISING, pain_rising)                                                                  \
  RULE (PAIN_NOT_SETTLED, pain_not_settled)                                                        \
  RULE (RAN_IN_PAIN, ran_in_pain)                                                                  \
  RULE (LONG_RUN_JUMP, long_run_jump)                                                              \
  RULE (BACK_TOO_FAST, back_too_fast)                                                              \
  RULE (SHOE_WORN, shoe_worn)                                                                      \
  RULE (WEEK_JUMP, week_jump)                                                                      \
  RULE (EFFORT_JUMP, effort_jump)                                                                  \
  RULE (NO_REST_DAY, no_rest_day)                                                                  \
  RULE (SHOE_WEAR_SOON, shoe_wear_soon)                                                            \
  RULE (NO_WARM_UP, no_warm_up)                                                                    \
  RULE (HARD_GROUND, hard_ground)                                                                  \
  RULE (ONE_SIDED_GROUND, one_sided_ground)                                                        \
  RULE (LOW_CADENCE, low_cadence)                                                                  \
  RULE (NO_STRENGTH, no_strength)                                                                  \
  RULE (ONE_PAIR, one_pair)

// clang-format on

/**
 * HipRule:
 *
 * The rules, in the order in which their warnings are shown.
 */
typedef enum
{
#define HIP_RULE_VALUE(NAME, name) HIP_RULE_##NAME,
  HIP_RULES (HIP_RULE_VALUE)
#undef HIP_RULE_VALUE
} HipRule;

#define HIP_RULE_ONE(NAME, name) +1
#define HIP_N_RULES              (0 HIP_RULES (HIP_RULE_ONE))

typedef enum
{
  HIP_SEVERITY_TIP,
  HIP_SEVERITY_NOTE,
  HIP_SEVERITY_CAUTION,
  HIP_SEVERITY_WARNING,
  HIP_SEVERITY_URGENT,
} HipSeverity;
#define HIP_N_SEVERITIES 5

typedef enum
{
  HIP_STRENGTH_GOOD,
  HIP_STRENGTH_SOME,
  HIP_STRENGTH_CUSTOM,
  HIP_STRENGTH_WEAK,
} HipStrength;
#define HIP_N_STRENGTHS 4

/* Words never change and are not translated; labels are what a person sees. */
const char *hip_rule_get_id (HipRule rule);    /* "long-run-jump" */
const char *hip_rule_get_label (HipRule rule); /* "A run longer than usual" */
gboolean hip_rule_lookup (const char *id, HipRule *rule);
HipStrength hip_rule_get_strength (HipRule rule);
/* For people, translated: the test in words, and who found or advised it. */
const char *hip_rule_get_test (HipRule rule);
const char *hip_rule_get_source (HipRule rule);
const char *const *hip_rule_get_causes (HipRule rule);     /* guide page ids */
const char *const *hip_rule_get_prevention (HipRule rule); /* guide page ids */
gboolean hip_rule_can_mute (HipRule rule);
/* What silencing the kind on @today is: a new record, not yet in the log. (transfer full) */
HipDismissal *hip_rule_mute (HipRule rule, HipDay today);

const char *hip_severity_get_word (HipSeverity severity); /* "caution" */
const char *hip_severity_get_label (HipSeverity severity);
const char *hip_strength_get_word (HipStrength strength); /* "good" */
const char *hip_strength_get_label (HipStrength strength);

G_END_DECLS
