// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-history.h"
#include "hip-limits.h"
#include "hip-rules.h"
#include "hip-series.h"

G_BEGIN_DECLS

/** HIP_REPORT_WEEKS: how many weeks a report covers when nobody says otherwise. */
#define HIP_REPORT_WEEKS 12

/** HIP_REPORT_TREND_DAYS: the last days, and as many before them, that a trend compares. */
#define HIP_REPORT_TREND_DAYS 28

/** HIP_REPORT_TREND_MIN: scores that each of the two needs before a trend is named. */
#define HIP_REPORT_TREND_MIN 8

/** HIP_REPORT_SORE: the score from which a day counts as painful: where the middle zone begins. */
#define HIP_REPORT_SORE 3

/* The most words that any of the vocabularies of symptoms has. */
#define HIP_REPORT_MAX_WORDS 16

/** HipReportTrend: what the means of two stretches of days say of each other. */
typedef enum
{
  HIP_REPORT_TREND_UNKNOWN, /* too few scores in one of them */
  HIP_REPORT_TREND_LOWER,   /* a point or more */
  HIP_REPORT_TREND_SAME,    /* less than a point apart */
  HIP_REPORT_TREND_HIGHER,
} HipReportTrend;

/**
 * HipReportPain:
 * @n_scores: days with a score; the others are not recorded, which is not zero
 * @mean: of these, NaN without any
 * @worst: the highest, HIP_UNSET without any
 * @worst_on: the last day that had it
 * @n_sore: days at HIP_REPORT_SORE or more
 * @n_recent: days with a score among the last 28 of the period
 * @n_before: among the 28 before these, in the period or not
 * @recent: their mean, NaN without any
 * @before: likewise
 * @trend: what these two say
 *
 * The scores of one side.
 */
typedef struct
{
  guint n_scores;
  double mean;
  gint32 worst;
  HipDay worst_on;
  guint n_sore;
  guint n_recent;
  guint n_before;
  double recent;
  double before;
  HipReportTrend trend;
} HipReportPain;

/**
 * HipReportLoad:
 * @n_runs: number of runs
 * @n_run_days: days with a run
 * @total_m: metres run
 * @longest_m: the longest run, 0 without one
 * @longest_on: its day, the last of several; HIP_DAY_NONE without one
 * @week_mean_m: metres in seven recorded days; NaN when there are fewer than seven
 * @recent_m: metres in the last 28 days; NaN when one of them is not recorded
 * @before_m: in the 28 before these, likewise
 * @change_percent: how much more @recent_m is than @before_m, HIP_UNSET unknown
 */
typedef struct
{
  guint n_runs;
  guint n_run_days;
  gint64 total_m;
  gint64 longest_m;
  HipDay longest_on;
  double week_mean_m;
  double recent_m;
  double before_m;
  int change_percent;
} HipReportLoad;

/**
 * HipReportWords:
 * @days: on how many days each word of the vocabulary was ticked, by side
 * @n_days: on how many days any was
 */
typedef struct
{
  guint days[HIP_REPORT_MAX_WORDS][HIP_N_SIDES];
  guint n_days;
} HipReportWords;

/**
 * HipReportFlag:
 * @flag: one red flag
 * @n_days: on how many days it was ticked or answered with yes
 * @last: the latest of them
 * @seen: whether all of these are marked as seen by a professional
 */
typedef struct
{
  HipFlags flag;
  guint n_days;
  HipDay last;
  gboolean seen;
} HipReportFlag;

/**
 * HipReportWarnings:
 * @latest: (owned): the latest warning of the kind
 * @n: how often the kind was raised
 * @severity: the highest it had
 */
typedef struct
{
  HipWarning *latest;
  guint n;
  HipSeverity severity;
} HipReportWarnings;

/**
 * HipReportShoe:
 * @shoe: (owned): a pair in use on the last day
 * @total_m: all it has run up to that day
 * @period_m: of these, in the period
 */
typedef struct
{
  HipShoe *shoe;
  gint64 total_m;
  gint64 period_m;
} HipReportShoe;

/**
 * HipReportCare:
 * @kind: what was done
 * @n_days: on how many days
 * @minutes: in all, as far as logged
 */
typedef struct
{
  HipCareKind kind;
  guint n_days;
  gint64 minutes;
} HipReportCare;

/** HipReportNoteKind: what a note belongs to. */
typedef enum
{
  HIP_REPORT_NOTE_LEFT,
  HIP_REPORT_NOTE_RIGHT,
  HIP_REPORT_NOTE_CARE,
  HIP_REPORT_NOTE_RUN,
} HipReportNoteKind;

/**
 * HipReportNote:
 * @day: when
 * @kind: of what
 * @text: (owned): what the runner wrote
 */
typedef struct
{
  HipDay day;
  HipReportNoteKind kind;
  char *text;
} HipReportNote;

/**
 * HipReport:
 * @name: (nullable): whose it is
 * @from: the first day
 * @to: the last day
 * @today: when it was made
 * @limits: what the runner has set
 * @n_days: days in the period
 * @n_recorded: days that the log covers
 * @n_scored: days with a score of either side
 * @load: what was run
 * @pain: by side
 * @areas: where it hurt
 * @qualities: how
 * @timings: when
 * @onsets: how it began; by [enum@Onset] minus 1
 * @flags: (element-type HipReportFlag): the latest first
 * @screenings: (element-type HipScreening): questions that were asked, the latest first
 * @warnings: (element-type HipReportWarnings): by kind, the most serious first
 * @raised: (element-type HipWarning): each of them, oldest first
 * @shoes: (element-type HipReportShoe): the most used first
 * @care: (element-type HipReportCare): the most frequent first
 * @notes: (element-type HipReportNote): the latest first, those about care after all others
 * @history: the log it is of
 * @days: the period day by day
 * @weeks: the weeks that the period touches
 *
 * What a physiotherapist wants to know of a period, as figures. Read-only, and safe to read from
 * any thread.
 */
typedef struct
{
  char *name;
  HipDay from;
  HipDay to;
  HipDay today;
  HipLimits limits;
  guint n_days;
  guint n_recorded;
  guint n_scored;
  HipReportLoad load;
  HipReportPain pain[HIP_N_SIDES];
  HipReportWords areas;
  HipReportWords qualities;
  HipReportWords timings;
  HipReportWords onsets;
  GPtrArray *flags;
  GPtrArray *screenings;
  GPtrArray *warnings;
  GPtrArray *raised;
  GPtrArray *shoes;
  GPtrArray *care;
  GPtrArray *notes;
  HipHistory *history;
  HipDaySeries *days;
  HipWeekSeries *weeks;
} HipReport;

#define HIP_TYPE_REPORT (hip_report_get_type ())
GType hip_report_get_type (void) G_GNUC_CONST;

HipReport *hip_report_new (HipHistory *history,
                           const HipLimits *limits,
                           HipDay from,
                           HipDay to,
                           HipDay today,
                           const char *name);
HipReport *hip_report_ref (HipReport *self);
void hip_report_unref (HipReport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipReport, hip_report_unref)

G_END_DECLS
