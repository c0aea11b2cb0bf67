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
 * @asks: whether the runner has not muted the questions about bone stress
 * @sessions: the runs, from far enough before @from for the load rules up to @to
 * @first_day: the first day of the log, %HIP_DAY_NONE for an empty one
 * @last_day: the last day of the log that is looked at
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
  gboolean asks;
  HipSessions *sessions;
  HipDay first_day;
  HipDay last_day;
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
 * @test: what is tested, in words
 * @source: the studies it rests on, or whose custom it is
 * @causes: guide pages
 * @prevention: guide pages
 * @is_load: whether it is about the load of a run; one run gets one such message
 * @is_of_run: whether a planned run can raise it
 * @is_tip: whether it is quiet while a red flag waits
 * @never_muted: whether it cannot be silenced as a kind
 * @dismissed_for_good: whether a dismissed subject never speaks again
 * @collect: looks at the log
 * @dup_title: the title of one of its warnings
 * @dup_body: why it matters
 * @dup_formula: the test, in figures
 *
 * Everything there is to know of a rule. It stands beside the rule's functions, under the name
 * that HIP_RULES() lists.
 */
typedef struct
{
  const char *id;
  const char *label;
  HipStrength strength;
  const char *strength_text;
  const char *test;
  const char *source;
  const char *const *causes;
  const char *const *prevention;
  gboolean is_load;
  gboolean is_of_run;
  gboolean is_tip;
  gboolean never_muted;
  gboolean dismissed_for_good;
  HipRuleFunc collect;
  HipRuleTextFunc dup_title;
  HipRuleTextFunc dup_body;
  HipRuleTextFunc dup_formula;
} HipRuleRow;

#define HIP_RULE_ROW(NAME, name) extern const HipRuleRow _hip_rule_##name;
HIP_RULES (HIP_RULE_ROW)
#undef HIP_RULE_ROW

#define HIP_RULE_PAGES(...) ((const char *const[]) { __VA_ARGS__, NULL })

const HipRuleRow *_hip_rule_get_row (HipRule rule);

/* Distances in full, so that a test can be checked by hand; and the parts of a sentence. */
char *_hip_rule_dup_exact (HipUnits units, gint64 metres);
char *_hip_rule_dup_date (HipDay day);
char *_hip_rule_dup_weekday (HipDay day);
int _hip_rule_get_percent_above (gint64 value, gint64 base);
char *_hip_rule_dup_subject (const char *what, HipDay day, const char *part);

/* Adds the runs of a session up to @until, of some days, or the pain of some days of one side. */
void
_hip_rule_add_session (HipRuleContext *context, HipWarning *warning, guint session, HipDay until);
void _hip_rule_add_runs (HipRuleContext *context, HipWarning *warning, HipDay from, HipDay to);
void _hip_rule_add_pain (HipRuleContext *context,
                         HipWarning *warning,
                         HipSide side,
                         HipDay from,
                         HipDay to);
char *_hip_rule_dup_run_subject (HipRuleContext *context, guint session);
gboolean _hip_rule_has_run (HipHistory *history, HipDay day);
gboolean _hip_rule_begins_run (HipHistory *history, guint i);
gboolean _hip_rule_begins_on (HipHistory *history, HipDay day);
void _hip_rule_append_sentence (GString *text, const char *sentence);

/* Whether a red flag of the last seven days waits for a professional, dismissed or not. */
gboolean _hip_red_flag_is_open (HipHistory *history, HipDay on);
/* Whether the questions about bone stress are asked on @on and have no answer yet. */
gboolean _hip_bone_stress_is_unanswered (HipHistory *history, HipDay on);
/* Either of them: then tips are out of place. */
gboolean _hip_red_flag_waits (const HipRuleContext *context, HipDay on);

G_END_DECLS
