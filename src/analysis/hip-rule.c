// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-rule.h"

#include <glib/gi18n.h>

#include "hip-rule-private.h"

#define ROW(NAME, name) [HIP_RULE_##NAME] = &_hip_rule_##name,

static const HipRuleRow *const rows[HIP_N_RULES] = { HIP_RULES (ROW) };

typedef struct
{
  const char *word;
  const char *label;
} Word;

static const Word severities[HIP_N_SEVERITIES] = {
  [HIP_SEVERITY_TIP] = { "tip", NC_ ("severity", "Tip") },
  [HIP_SEVERITY_NOTE] = { "note", NC_ ("severity", "Note") },
  [HIP_SEVERITY_CAUTION] = { "caution", NC_ ("severity", "Caution") },
  [HIP_SEVERITY_WARNING] = { "warning", NC_ ("severity", "Warning") },
  [HIP_SEVERITY_URGENT] = { "urgent", NC_ ("severity", "Urgent") },
};

static const Word strengths[HIP_N_STRENGTHS] = {
  [HIP_STRENGTH_GOOD] = { "good", NC_ ("evidence", "Good evidence") },
  [HIP_STRENGTH_SOME] = { "some", NC_ ("evidence", "Some evidence") },
  [HIP_STRENGTH_CUSTOM] = { "custom", NC_ ("evidence", "Common custom") },
  [HIP_STRENGTH_WEAK] = { "weak", NC_ ("evidence", "Weak evidence") },
};

const HipRuleRow *
_hip_rule_get_row (HipRule rule)
{
  g_return_val_if_fail (rule < HIP_N_RULES, NULL);

  return rows[rule];
}

/**
 * hip_rule_get_id:
 * @rule: a rule
 *
 * Returns: its word as in files and on the command line, such as "long-run-jump"
 */
const char *
hip_rule_get_id (HipRule rule)
{
  return _hip_rule_get_row (rule)->id;
}

/**
 * hip_rule_get_label:
 * @rule: a rule
 *
 * Returns: what kind of warning it gives, translated
 */
const char *
hip_rule_get_label (HipRule rule)
{
  return _ (_hip_rule_get_row (rule)->label);
}

/**
 * hip_rule_lookup:
 * @id: a rule's word
 * @rule: (out): the rule
 *
 * Returns: whether there is such a rule
 */
gboolean
hip_rule_lookup (const char *id, HipRule *rule)
{
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (rule != NULL, FALSE);

  for (guint i = 0; i < HIP_N_RULES; i++)
    {
      if (g_str_equal (rows[i]->id, id))
        {
          *rule = i;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * hip_rule_get_strength:
 * @rule: a rule
 *
 * Returns: how strong the evidence behind it is
 */
HipStrength
hip_rule_get_strength (HipRule rule)
{
  return _hip_rule_get_row (rule)->strength;
}

/**
 * hip_rule_get_test:
 * @rule: a rule
 *
 * Returns: what it tests, in words, translated
 */
const char *
hip_rule_get_test (HipRule rule)
{
  return _ (_hip_rule_get_row (rule)->test);
}

/**
 * hip_rule_get_source:
 * @rule: a rule
 *
 * Returns: which studies it rests on, or whose custom it is, translated
 */
const char *
hip_rule_get_source (HipRule rule)
{
  return _ (_hip_rule_get_row (rule)->source);
}

/**
 * hip_rule_get_causes:
 * @rule: a rule
 *
 * Returns: (array zero-terminated=1): the guide pages its warnings may name as causes
 */
const char *const *
hip_rule_get_causes (HipRule rule)
{
  return _hip_rule_get_row (rule)->causes;
}

/**
 * hip_rule_get_prevention:
 * @rule: a rule
 *
 * Returns: (array zero-terminated=1): the guide pages that say what helps
 */
const char *const *
hip_rule_get_prevention (HipRule rule)
{
  return _hip_rule_get_row (rule)->prevention;
}

/**
 * hip_rule_can_mute:
 * @rule: a rule
 *
 * Returns: whether the runner may silence the whole kind; never so for red flags
 */
gboolean
hip_rule_can_mute (HipRule rule)
{
  return !_hip_rule_get_row (rule)->never_muted;
}

/**
 * hip_rule_mute:
 * @rule: a rule that can be muted
 * @today: the day
 *
 * Returns: (transfer full): the record that silences the kind while it is in the log
 */
HipDismissal *
hip_rule_mute (HipRule rule, HipDay today)
{
  HipDismissal *mute;

  g_return_val_if_fail (hip_rule_can_mute (rule), NULL);

  mute = hip_dismissal_new ();
  g_set_str (&mute->rule, hip_rule_get_id (rule));
  mute->date = today;
  return mute;
}

/**
 * hip_severity_get_word:
 * @severity: a severity
 *
 * Returns: its word, not translated
 */
const char *
hip_severity_get_word (HipSeverity severity)
{
  g_return_val_if_fail (severity < HIP_N_SEVERITIES, NULL);

  return severities[severity].word;
}

/**
 * hip_severity_get_label:
 * @severity: a severity
 *
 * Returns: its name for people, translated
 */
const char *
hip_severity_get_label (HipSeverity severity)
{
  g_return_val_if_fail (severity < HIP_N_SEVERITIES, NULL);

  return g_dpgettext2 (NULL, "severity", severities[severity].label);
}

/**
 * hip_strength_get_word:
 * @strength: a strength
 *
 * Returns: its word, not translated
 */
const char *
hip_strength_get_word (HipStrength strength)
{
  g_return_val_if_fail (strength < HIP_N_STRENGTHS, NULL);

  return strengths[strength].word;
}

/**
 * hip_strength_get_label:
 * @strength: a strength
 *
 * Returns: its name for people, translated
 */
const char *
hip_strength_get_label (HipStrength strength)
{
  g_return_val_if_fail (strength < HIP_N_STRENGTHS, NULL);

  return g_dpgettext2 (NULL, "evidence", strengths[strength].label);
}
