// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-rule.h"

#include <glib/gi18n.h>

#include "hip-rule-private.h"

#define PAGES(...) ((const char *const[]) { __VA_ARGS__, NULL })

/* One row a rule. Numbers and guards are in the functions; the sources are in their comments. */
static const HipRuleRow rows[HIP_N_RULES] = {
  [HIP_RULE_RED_FLAG] = {
    .id = "red-flag",
    .label = N_ ("Signs to have looked at"),
    .strength = HIP_STRENGTH_GOOD,
    .strength_text = N_ ("Evidence: good – clinicians’ guidelines and case series agree on these "
                         "signs"),
    .causes = PAGES ("stress-fracture", "low-back", "labral-tear", "muscle-strain",
                     "underlying-conditions", "overuse", "running-through-pain"),
    .prevention = PAGES ("get-help"),
    .never_muted = TRUE,
    .collect = _hip_red_flag_collect,
    .dup_title = _hip_red_flag_dup_title,
    .dup_body = _hip_red_flag_dup_body,
    .dup_formula = _hip_red_flag_dup_formula,
  },
  [HIP_RULE_PAIN_HIGH] = {
    .id = "pain-high",
    .label = N_ ("High pain"),
    .strength = HIP_STRENGTH_CUSTOM,
    .strength_text = N_ ("Evidence: custom – a line taken from rehabilitation practice; no study "
                         "gives the exact score"),
    .causes = PAGES ("running-through-pain"),
    .prevention = PAGES ("get-help", "when-it-hurts"),
    .collect = _hip_pain_high_collect,
    .dup_title = _hip_pain_high_dup_title,
    .dup_body = _hip_pain_high_dup_body,
    .dup_formula = _hip_pain_high_dup_formula,
  },
  [HIP_RULE_LONG_RUN_JUMP] = {
    .id = "long-run-jump",
    .label = N_ ("A run much longer than the longest of 30 days"),
    .strength = HIP_STRENGTH_GOOD,
    .strength_text = N_ ("Evidence: good – a large cohort of runners asked exactly this"),
    .causes = PAGES ("training-errors", "overuse", "stress-fracture"),
    .prevention = PAGES ("gradual-progression", "rest-recovery"),
    .is_load = TRUE,
    .collect = _hip_long_run_jump_collect,
    .dup_title = _hip_long_run_jump_dup_title,
    .dup_body = _hip_long_run_jump_dup_body,
    .dup_formula = _hip_long_run_jump_dup_formula,
  },
  [HIP_RULE_SHOE_WORN] = {
    .id = "shoe-worn",
    .label = N_ ("Worn shoes"),
    .strength = HIP_STRENGTH_CUSTOM,
    .strength_text = N_ ("Evidence: custom – common advice; no study we know of ties a shoe’s "
                         "distance to injury"),
    .causes = PAGES ("worn-shoes", "wrong-shoes"),
    .prevention = PAGES ("shoe-care"),
    .dismissed_for_good = TRUE,
    .collect = _hip_shoe_worn_collect,
    .dup_title = _hip_shoe_dup_title,
    .dup_body = _hip_shoe_dup_body,
    .dup_formula = _hip_shoe_dup_formula,
  },
  [HIP_RULE_WEEK_JUMP] = {
    .id = "week-jump",
    .label = N_ ("A week above the last four"),
    .strength = HIP_STRENGTH_WEAK,
    .strength_text = N_ ("Evidence: weak – an old custom, studied with mixed results; the largest "
                         "cohort saw no link"),
    .causes = PAGES ("training-errors", "overuse", "gluteal-tendinopathy", "it-band"),
    .prevention = PAGES ("gradual-progression"),
    .is_load = TRUE,
    .collect = _hip_week_jump_collect,
    .dup_title = _hip_week_jump_dup_title,
    .dup_body = _hip_week_jump_dup_body,
    .dup_formula = _hip_week_jump_dup_formula,
  },
  [HIP_RULE_SHOE_WEAR_SOON] = {
    .id = "shoe-wear-soon",
    .label = N_ ("Shoes to look at"),
    .strength = HIP_STRENGTH_CUSTOM,
    .strength_text = N_ ("Evidence: custom – common advice; no study we know of ties a shoe’s "
                         "distance to injury"),
    .causes = PAGES ("worn-shoes"),
    .prevention = PAGES ("shoe-care"),
    .dismissed_for_good = TRUE,
    .collect = _hip_shoe_wear_soon_collect,
    .dup_title = _hip_shoe_dup_title,
    .dup_body = _hip_shoe_dup_body,
    .dup_formula = _hip_shoe_dup_formula,
  },
};

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

  return &rows[rule];
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
      if (g_str_equal (rows[i].id, id))
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

/* "12.345 km": nothing rounded away, so that the test can be done again by hand. */
char *
_hip_rule_dup_exact (HipUnits units, gint64 metres)
{
  g_autofree char *number = hip_units_format_number (units, metres, 3);

  return g_strconcat (number, "\u00a0", hip_units_get_symbol (units), NULL);
}

/* "2 November": of the last weeks, so the year goes without saying. */
char *
_hip_rule_dup_date (HipDay day)
{
  return hip_day_format (day, hip_day_style_get_format (HIP_DAY_MONTH));
}

char *
_hip_rule_dup_weekday (HipDay day)
{
  return hip_day_format (day, "%A");
}

/* How many per cent @value is above @base, rounded to the nearest. */
int
_hip_rule_get_percent_above (gint64 value, gint64 base)
{
  gint64 above = value - base;

  g_assert (base > 0);
  return (int) ((200 * above + (above < 0 ? -base : base)) / (2 * base));
}
