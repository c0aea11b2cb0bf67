// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-history.h"
#include "hip-units.h"

G_BEGIN_DECLS

/** HIP_FINDING_N_LAGS: load up to the day itself, and up to one, two and three days before. */
#define HIP_FINDING_N_LAGS 4

typedef enum
{
  HIP_FINDING_LOAD_PAIN_LINK,
  HIP_FINDING_PAIN_BY_SHOE,
  HIP_FINDING_PAIN_BY_SURFACE,
  HIP_FINDING_PAIN_BY_WARM_UP,
} HipFindingKind;
#define HIP_N_FINDING_KINDS 4

/** HipFindingReason: why a finding does not speak. */
typedef enum
{
  HIP_FINDING_SPEAKS,                 /* it does */
  HIP_FINDING_NOT_ENOUGH_DAYS,        /* the log is too young */
  HIP_FINDING_GAP,                    /* too few days since a long break, or still in one */
  HIP_FINDING_SCORES_MISSING,         /* too many days without a score */
  HIP_FINDING_SCORES_ALIKE,           /* too few different scores */
  HIP_FINDING_TOO_LITTLE_PAIN,        /* too few days with pain */
  HIP_FINDING_TOO_FEW_RUNS,           /* too few running days */
  HIP_FINDING_LOADS_ALIKE,            /* the same was run on every day */
  HIP_FINDING_NO_CLEAR_LINK,          /* enough to look at, and nothing clear was seen */
  HIP_FINDING_NOT_ENOUGH_DAYS_A_SIDE, /* too few days with or too few without */
  HIP_FINDING_NO_CLEAR_DIFFERENCE,    /* enough to look at, and nothing clear was seen */
} HipFindingReason;
#define HIP_N_FINDING_REASONS 11

/**
 * HipFinding:
 * @kind: what was compared
 * @subject: (nullable): the name of the pair, or the word of the surface
 * @speaks: whether there is a possible link or difference
 * @reason: why it does not speak
 * @have: how much there is of what is missing: days, scores, runs; 0 when nothing is missing
 * @need: how much is needed of it
 * @n: days that have both sides of the comparison
 * @rho: Spearman's ρ of the load up to the day before and the day's pain
 * @p: of the rotation test
 * @low: the lower end of the 95 % range of @rho
 * @high: the upper end
 * @lags: ρ with the load up to 0, 1, 2 and 3 days before; from 90 days on
 * @lags_p: of the largest of the lags, tested together
 * @lightest_m: the smallest of the loads: metres a day, as a 7-day average
 * @heaviest_m: the largest
 * @n_with: running days with the thing, and with a score the day after
 * @n_without: running days without
 * @mean_with: mean pain the day after running with it
 * @mean_without: mean pain the day after running without
 *
 * What one runner's log says of one question. What was not computed is NaN.
 */
typedef struct
{
  HipFindingKind kind;
  char *subject;
  gboolean speaks;
  HipFindingReason reason;
  guint have;
  guint need;
  guint n;
  double rho;
  double p;
  double low;
  double high;
  double lags[HIP_FINDING_N_LAGS];
  double lags_p;
  double lightest_m;
  double heaviest_m;
  guint n_with;
  guint n_without;
  double mean_with;
  double mean_without;
} HipFinding;

/* (transfer full) (element-type HipFinding): kind after kind, at least one of each. */
GPtrArray *hip_findings_compute (HipHistory *history, HipDay on);
void hip_finding_free (HipFinding *self);

/* Words never change and are not translated. */
const char *hip_finding_kind_get_word (HipFindingKind kind);       /* "load-pain-link" */
const char *hip_finding_reason_get_word (HipFindingReason reason); /* "gap"; NULL if it speaks */
/* What was found, or what is missing, in sentences for people. (transfer full) */
char *hip_finding_dup_text (const HipFinding *self, HipUnits units);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipFinding, hip_finding_free)

G_END_DECLS
