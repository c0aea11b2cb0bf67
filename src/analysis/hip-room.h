// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-history.h"
#include "hip-limits.h"

G_BEGIN_DECLS

/** HIP_ROOM_MIN_RUNS: runs in 30 days before a longest one means anything. */
#define HIP_ROOM_MIN_RUNS 4

/** HipRoomReason: why a figure cannot be given. */
typedef enum
{
  HIP_ROOM_KNOWN,           /* there is a figure */
  HIP_ROOM_RED_FLAG,        /* an open red flag: no figures at all */
  HIP_ROOM_UNANSWERED,      /* the questions about bone stress wait for an answer: likewise */
  HIP_ROOM_AFTER_GAP,       /* no run for 14 days or more */
  HIP_ROOM_NOT_ENOUGH_RUNS, /* fewer than HIP_ROOM_MIN_RUNS in the last 30 days */
  HIP_ROOM_NO_BASELINE,     /* no earlier week to compare with, or a long gap in them */
} HipRoomReason;

/**
 * HipRoom:
 * @day: the day it is for
 * @run_room_m: how long a run may be, -1 unknown
 * @week_room_m: what is left of the week, -1 unknown
 * @longest_m: longest run of the 30 days before @day, after a gap before it; -1 for none
 * @longest_on: its day, HIP_DAY_NONE when there was none
 * @week_start: the first day of @day's week
 * @week_m: run in that week up to and with @day
 * @baseline_m: the highest of the last four weeks, -1 unknown
 * @baseline_week: the first day of that week, or HIP_DAY_NONE
 * @limit_percent: the runner's weekly limit it was computed with
 * @n_runs: runs in the 30 days before @day
 * @gap_days: days since the last run, 0 when there was none
 * @is_return: whether @run_room_m is that of a first run after a gap
 * @run_reason: why @run_room_m is unknown
 * @week_reason: why @week_room_m is unknown
 *
 * How far one may run on a day before the load rules would speak.
 */
typedef struct
{
  HipDay day;
  gint64 run_room_m;
  gint64 week_room_m;
  gint64 longest_m;
  HipDay longest_on;
  HipDay week_start;
  gint64 week_m;
  gint64 baseline_m;
  HipDay baseline_week;
  int limit_percent;
  guint n_runs;
  gint32 gap_days;
  gboolean is_return;
  HipRoomReason run_reason;
  HipRoomReason week_reason;
} HipRoom;

void hip_room_compute (HipRoom *room, HipHistory *history, const HipLimits *limits, HipDay day);

const char *hip_room_reason_get_word (HipRoomReason reason); /* "not-enough-runs"; NULL if known */

/* Sentences for the card, translated. (transfer full) */
/* The sentence with the figure, or why there is none. @today decides what “this week” is. */
char *hip_room_dup_run_text (const HipRoom *room, HipUnits units);
char *hip_room_dup_week_text (const HipRoom *room, HipUnits units, HipDay today);

G_END_DECLS
