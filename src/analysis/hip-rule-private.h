// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-limits.h"
#include "hip-rule.h"
#include "hip-sessions.h"
#include "hip-warning-private.h"

G_BEGIN_DECLS

/** HIP_OPEN_DAYS: how many days a warning about a day stays open, that day included. */
#define HIP_OPEN_DAYS 7

/**
 * HipRuleContext:
 * @history: the log
 * @limits: what the runner has set
 * @from: warnings that fired earlier are not wanted, unless they are about something lasting
 * @to: nothing after this day is looked at
 * @replay: %TRUE for every warning that fired, each as it was on the day it fired; %FALSE for
 *   those that matter on @to, as they are on @to
 * @sessions: the runs, from far enough before @from up to @to
 * @first_day: the first day of the log
 * @warnings: (element-type HipWarning): where to add them, in any order
 *
 * What a rule sees and where it speaks.
 */
typedef struct
{
  HipHistory *history;
  const HipLimits *limits;
  HipDay from;
  HipDay to;
  gboolean replay;
  HipSessions *sessions;
  HipDay first_day;
  GPtrArray *warnings;
} HipRuleContext;

typedef void (*HipRuleFunc) (HipRuleContext *context);
typedef char *(*HipRuleTextFunc) (const HipWarning *warning, HipUnits units);

/**
 * HipRuleRow:
 * @id: its word, for ever
 * @label: the kind of warning, for the list of muted ones
 * @strength: how sure it is
 * @strength_text: the same in a sentence
 * @causes: guide pages
 * @prevention: guide pages
 * @is_load: whether it is about a single run; one run gets one such message
 * @never_muted: whether it cannot be silenced as a kind
 * @dismissed_for_good: whether a dismissed subject never speaks again
 * @collect: looks at the log
 * @dup_title: the title of one of its warnings
 * @dup_body: why it matters
 * @dup_formula: the test, in figures
 *
 * Everything there is to know of a rule. To add one: a value in [enum@Rule] where it belongs in
 * the order, a row in the table of hip-rule.c and its functions.
 */
typedef struct
{
  const char *id;
  const char *label;
  HipStrength strength;
  const char *strength_text;
  const char *const *causes;
  const char *const *prevention;
  gboolean is_load;
  gboolean never_muted;
  gboolean dismissed_for_good;
  HipRuleFunc collect;
  HipRuleTextFunc dup_title;
  HipRuleTextFunc dup_body;
  HipRuleTextFunc dup_formula;
} HipRuleRow;

const HipRuleRow *_hip_rule_get_row (HipRule rule);

/* Distances in full, so that a test can be checked by hand; and the parts of a sentence. */
char *_hip_rule_dup_exact (HipUnits units, gint64 metres);
char *_hip_rule_dup_date (HipDay day);
char *_hip_rule_dup_weekday (HipDay day);
int _hip_rule_get_percent_above (gint64 value, gint64 base);

/* hip-load-rules.c */
void _hip_long_run_jump_collect (HipRuleContext *context);
char *_hip_long_run_jump_dup_title (const HipWarning *warning, HipUnits units);
char *_hip_long_run_jump_dup_body (const HipWarning *warning, HipUnits units);
char *_hip_long_run_jump_dup_formula (const HipWarning *warning, HipUnits units);
void _hip_week_jump_collect (HipRuleContext *context);
char *_hip_week_jump_dup_title (const HipWarning *warning, HipUnits units);
char *_hip_week_jump_dup_body (const HipWarning *warning, HipUnits units);
char *_hip_week_jump_dup_formula (const HipWarning *warning, HipUnits units);

/* hip-shoe-rules.c */
void _hip_shoe_wear_soon_collect (HipRuleContext *context);
void _hip_shoe_worn_collect (HipRuleContext *context);
char *_hip_shoe_dup_title (const HipWarning *warning, HipUnits units);
char *_hip_shoe_dup_body (const HipWarning *warning, HipUnits units);
char *_hip_shoe_dup_formula (const HipWarning *warning, HipUnits units);

/* hip-pain-rules.c */
void _hip_red_flag_collect (HipRuleContext *context);
char *_hip_red_flag_dup_title (const HipWarning *warning, HipUnits units);
char *_hip_red_flag_dup_body (const HipWarning *warning, HipUnits units);
char *_hip_red_flag_dup_formula (const HipWarning *warning, HipUnits units);
gboolean _hip_red_flag_is_open (HipHistory *history, HipDay on);
void _hip_pain_high_collect (HipRuleContext *context);
char *_hip_pain_high_dup_title (const HipWarning *warning, HipUnits units);
char *_hip_pain_high_dup_body (const HipWarning *warning, HipUnits units);
char *_hip_pain_high_dup_formula (const HipWarning *warning, HipUnits units);

G_END_DECLS
