// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HipRule:
 *
 * The rules, in the order in which their warnings are shown.
 */
typedef enum
{
  HIP_RULE_RED_FLAG,
  HIP_RULE_PAIN_HIGH,
  HIP_RULE_LONG_RUN_JUMP,
  HIP_RULE_SHOE_WORN,
  HIP_RULE_WEEK_JUMP,
  HIP_RULE_SHOE_WEAR_SOON,
} HipRule;
#define HIP_N_RULES 6

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
const char *const *hip_rule_get_causes (HipRule rule);     /* guide page ids */
const char *const *hip_rule_get_prevention (HipRule rule); /* guide page ids */
gboolean hip_rule_can_mute (HipRule rule);

const char *hip_severity_get_word (HipSeverity severity); /* "caution" */
const char *hip_severity_get_label (HipSeverity severity);
const char *hip_strength_get_word (HipStrength strength); /* "good" */
const char *hip_strength_get_label (HipStrength strength);

G_END_DECLS
