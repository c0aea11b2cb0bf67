// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-findings.h"
#include "hip-series.h"

G_BEGIN_DECLS

/** HIP_FINDING_LEAD: the series begins this much earlier, for the loads of the days before. */
#define HIP_FINDING_LEAD (HIP_FINDING_N_LAGS - 1)

/** HIP_FINDING_MAX_P: what speaks happens in one log of twenty by chance. */
#define HIP_FINDING_MAX_P 0.05

/** HipFindingWindow: the days that are looked at, a year at most, without a long gap in them. */
typedef struct
{
  HipHistory *history;
  HipDay from;
  guint n;
  gboolean after_gap; /* a gap, and not the beginning of the log, is before them */
  gint32 days_off;    /* since the last run, 0 when there is none */
  guint first_run;    /* of the history's runs */
  guint end_run;      /* the one after the last */
  HipDaySeries *days; /* (owned): from HIP_FINDING_LEAD days before on; NULL without days */
  const double *pain; /* by day */
} HipFindingWindow;

HipFinding *_hip_finding_new (HipFindingKind kind);
gboolean
_hip_finding_has_enough (HipFinding *self, guint have, guint need, HipFindingReason reason);

/* hip-load-pain-link.c */
HipFinding *_hip_load_pain_link_compute (const HipFindingWindow *window);

/* hip-pain-contrasts.c */
void _hip_pain_contrasts_compute (const HipFindingWindow *window,
                                  HipFindingKind kind,
                                  GPtrArray *findings);

G_END_DECLS
