// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-history.h"

G_BEGIN_DECLS

/** HIP_SESSION_PAUSE_S: a run that starts this soon after the one before ended continues it. */
#define HIP_SESSION_PAUSE_S 3600

/** HIP_GAP_DAYS: days from one running day to the next that count as a gap. */
#define HIP_GAP_DAYS 14

/** HIP_GAP_MAX_DAYS: after a longer one a runner begins anew; nothing before it is a measure. */
#define HIP_GAP_MAX_DAYS 90

/** HIP_LONGEST_DAYS: how far back "your longest run" looks, as in the study behind it. */
#define HIP_LONGEST_DAYS 30

/** HIP_BASELINE_WEEKS: how many weeks before a week it is compared with. */
#define HIP_BASELINE_WEEKS 4

/** HIP_COVERED_DAYS: days of a week that must be in the log for it to be compared with. */
#define HIP_COVERED_DAYS 4

/** HipSession: one outing, made of one run or of several with short pauses between them. */
typedef struct
{
  HipDay date;       /* the day it began */
  gint64 distance_m; /* all of it */
  guint first;       /* the first and the last of its runs in the history; others may lie between */
  guint last;
} HipSession;

/** HipLeg: the part of a session that was run on one date. */
typedef struct
{
  HipDay date;
  guint session;
  gint64 distance_m;
  guint first; /* the first and the last of its runs in the history */
  guint last;
} HipLeg;

/** HipRunDay: what was run on one date. */
typedef struct
{
  HipDay date;
  gint64 total_m;      /* all legs of the date */
  gint64 longest_m;    /* of the sessions that began on it */
  guint longest;       /* the session, when there is one */
  guint n_sessions;    /* that began on it */
  guint first_session; /* of its first leg */
} HipRunDay;

/** HipLongest: the longest session of the 30 days before a date. */
typedef struct
{
  gint64 distance_m; /* 0 when there was none */
  HipDay date;
  guint session;
  guint n_sessions; /* in the 30 days */
} HipLongest;

/** HipBaseline: what a week is compared with. */
typedef struct
{
  gint64 distance_m; /* the highest total, 0 when nothing was run */
  HipDay week;       /* the week it is of, HIP_DAY_NONE when no week is covered */
  gboolean gap;      /* there is a long gap in these weeks */
} HipBaseline;

/** HipReturn: what a runner who comes back after a gap is held against. */
typedef struct
{
  HipDay last;         /* the last running day before, HIP_DAY_NONE when there was none */
  gint32 gap_days;     /* from it to the return, 0 when there was none */
  gint64 longest_m;    /* the longest session of the 30 days up to @last */
  HipDay longest_on;   /* its day */
  gint64 blocks_m;     /* run in the four blocks of 7 days up to @last */
  guint n_blocks;      /* how many of them had a run */
  gboolean is_measure; /* a gap, not too long, after at least three blocks with runs */
} HipReturn;

/**
 * HipSessions:
 *
 * The runs of some days as sessions, legs and running days, each oldest first.
 */
typedef struct _HipSessions HipSessions;

/** HIP_SESSION_PLANNED: stands for a run's place in the history when it is only planned. */
#define HIP_SESSION_PLANNED G_MAXUINT

HipSessions *hip_sessions_new (HipHistory *history, HipDay from, HipDay to);
void hip_sessions_free (HipSessions *self);
guint hip_sessions_append_planned (HipSessions *self, HipDay date, gint64 distance_m);

guint hip_sessions_find_session (const HipSessions *self, HipDay date);
const HipSession *hip_sessions_get_session (const HipSessions *self, guint i);
guint hip_sessions_get_n_legs (const HipSessions *self);
const HipLeg *hip_sessions_get_leg (const HipSessions *self, guint i);
gboolean hip_sessions_has_run (const HipSessions *self, guint session, guint run);
gboolean hip_sessions_is_first_run (const HipSessions *self, guint run);
guint hip_sessions_get_n_days (const HipSessions *self);
const HipRunDay *hip_sessions_get_day (const HipSessions *self, guint i);
guint hip_sessions_find_day (const HipSessions *self, HipDay date);

gint64 hip_sessions_sum (const HipSessions *self, HipDay from, HipDay to);
void hip_sessions_get_longest (const HipSessions *self, HipDay date, HipLongest *longest);
HipDay hip_sessions_get_last_before (const HipSessions *self, HipDay date);
void hip_sessions_get_return (const HipSessions *self, HipDay date, HipReturn *comeback);
void hip_sessions_get_baseline (const HipSessions *self,
                                HipDay first_day,
                                HipDay week_start,
                                HipBaseline *baseline);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipSessions, hip_sessions_free)

G_END_DECLS
