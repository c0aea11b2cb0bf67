// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-room.h"

#include <glib/gi18n.h>

#include "hip-rule-private.h"

static void
compute_run_room (HipRoom *room, const HipSessions *sessions)
{
  HipLongest longest;

  hip_sessions_get_longest (sessions, room->day, &longest);
  room->n_runs = longest.n_sessions;
  room->longest_m = longest.n_sessions > 0 ? longest.distance_m : -1;
  room->longest_on = longest.date;
  if (longest.n_sessions < HIP_ROOM_MIN_RUNS)
    room->run_reason = HIP_ROOM_NOT_ENOUGH_RUNS;
  else
    room->run_room_m = 11 * longest.distance_m / 10;
}

static void
compute_week_room (HipRoom *room,
                   const HipSessions *sessions,
                   HipDay first_day,
                   const HipLimits *limits)
{
  HipDay start = hip_day_get_week_start (room->day, limits->first_weekday);
  HipBaseline baseline;
  gint64 limit_m;

  hip_sessions_get_baseline (sessions, first_day, start, &baseline);
  room->week_start = start;
  room->week_m = hip_sessions_sum (sessions, start, room->day);
  if (baseline.distance_m == 0 || baseline.gap)
    {
      room->week_reason = HIP_ROOM_NO_BASELINE;
      return;
    }
  room->baseline_m = baseline.distance_m;
  room->baseline_week = baseline.week;
  limit_m = (100 + limits->week_limit_percent) * baseline.distance_m / 100;
  room->week_room_m = MAX (0, limit_m - room->week_m);
}

/* A reason that makes every figure meaningless. */
static void
withhold (HipRoom *room, HipRoomReason reason)
{
  room->run_room_m = room->week_room_m = -1;
  room->run_reason = room->week_reason = reason;
}

/* After a gap the last month says nothing; half of the longest run before it is the custom. */
static void
compute_return (HipRoom *room, const HipSessions *sessions)
{
  HipReturn comeback;

  hip_sessions_get_return (sessions, room->day, &comeback);
  room->gap_days = comeback.gap_days;
  if (comeback.gap_days < HIP_GAP_DAYS)
    return;
  withhold (room, HIP_ROOM_AFTER_GAP);
  if (!comeback.is_measure)
    return;
  room->is_return = TRUE;
  room->run_reason = HIP_ROOM_KNOWN;
  room->run_room_m = comeback.longest_m / 2;
  room->longest_m = comeback.longest_m;
  room->longest_on = comeback.longest_on;
}

/**
 * hip_room_compute:
 * @room: (out caller-allocates): where to put it
 * @history: the log
 * @limits: what the runner has set
 * @day: the day to run on
 *
 * Computes how far one may run before the load rules would speak: a run up to 10 % beyond the
 * longest of the 30 days before, the reference band of Schuster Brandt Frandsen 2025; a week up to
 * the runner's limit above the highest of the four before. After 14 days without a run it is half
 * of the longest run before the gap, as coaches advise. With a red flag open or the questions about
 * one unanswered there is no figure, only the reason: nothing here ever says that a run is safe.
 */
void
hip_room_compute (HipRoom *room, HipHistory *history, const HipLimits *limits, HipDay day)
{
  g_autoptr(HipSessions) sessions = NULL;

  g_return_if_fail (room != NULL);
  g_return_if_fail (history != NULL);
  g_return_if_fail (limits != NULL);

  *room = (HipRoom) { .day = day,
                      .run_room_m = -1,
                      .week_room_m = -1,
                      .longest_m = -1,
                      .longest_on = HIP_DAY_NONE,
                      .baseline_m = -1,
                      .baseline_week = HIP_DAY_NONE,
                      .limit_percent = limits->week_limit_percent };
  /* A day more than is looked at, for a session across midnight. */
  sessions = hip_sessions_new (history, day - HIP_GAP_MAX_DAYS - HIP_LONGEST_DAYS - 1, day);
  compute_run_room (room, sessions);
  compute_week_room (room, sessions, hip_history_get_first_day (history), limits);

  compute_return (room, sessions);
  if (_hip_bone_stress_is_unanswered (history, day))
    withhold (room, HIP_ROOM_UNANSWERED);
  if (_hip_red_flag_is_open (history, day))
    withhold (room, HIP_ROOM_RED_FLAG);
}

/**
 * hip_room_reason_get_word:
 * @reason: a reason
 *
 * Returns: (nullable): its word, not translated; %NULL when there is a figure
 */
const char *
hip_room_reason_get_word (HipRoomReason reason)
{
  switch (reason)
    {
    case HIP_ROOM_RED_FLAG:
      return "red-flag";
    case HIP_ROOM_UNANSWERED:
      return "unanswered";
    case HIP_ROOM_AFTER_GAP:
      return "after-gap";
    case HIP_ROOM_NOT_ENOUGH_RUNS:
      return "not-enough-runs";
    case HIP_ROOM_NO_BASELINE:
      return "no-baseline";
    case HIP_ROOM_KNOWN:
    default:
      return NULL;
    }
}

static char *
dup_reason (const HipRoom *room, HipRoomReason reason)
{
  switch (reason)
    {
    case HIP_ROOM_RED_FLAG:
      return g_strdup (_ ("No figures while a red flag is waiting to be looked at"));
    case HIP_ROOM_UNANSWERED:
      return g_strdup (_ ("No figures until the questions about your hip are answered"));
    case HIP_ROOM_AFTER_GAP:
      /* Translators: days since the last run. */
      return g_strdup_printf (ngettext ("After %d day without a run there is nothing recent to "
                                        "compare with: start short and easy",
                                        "After %d days without a run there is nothing recent to "
                                        "compare with: start short and easy",
                                        room->gap_days),
                              room->gap_days);
    case HIP_ROOM_NOT_ENOUGH_RUNS:
      /* Translators: "2 of 4 runs": how many there are, how many are needed. */
      return g_strdup_printf (ngettext ("Not enough history: %1$u of %2$d run in the last 30 days",
                                        "Not enough history: %1$u of %2$d runs in the last 30 days",
                                        HIP_ROOM_MIN_RUNS),
                              room->n_runs, HIP_ROOM_MIN_RUNS);
    case HIP_ROOM_NO_BASELINE:
      return g_strdup (_ ("Not enough history: no full week of running in the last four"));
    case HIP_ROOM_KNOWN:
    default:
      return NULL;
    }
}

static char *
dup_return_text (const HipRoom *room, const char *run_room, const char *longest, const char *date)
{
  /* Translators: a distance, days since the last run, the longest run before and its date. */
  return g_strdup_printf (
      ngettext ("Up to %1$s after %2$d day off: half of your longest run before "
                "the break, %3$s on %4$s",
                "Up to %1$s after %2$d days off: half of your longest run "
                "before the break, %3$s on %4$s",
                room->gap_days),
      run_room, room->gap_days, longest, date);
}

/**
 * hip_room_dup_run_text:
 * @room: the room to run
 * @units: the units to say it in
 *
 * Returns: (transfer full): how long a run may be and why, or why there is no figure
 */
char *
hip_room_dup_run_text (const HipRoom *room, HipUnits units)
{
  g_autofree char *run_room = NULL, *longest = NULL, *date = NULL;

  g_return_val_if_fail (room != NULL, NULL);

  if (room->run_reason != HIP_ROOM_KNOWN)
    return dup_reason (room, room->run_reason);
  run_room = hip_units_format_distance_floor (units, room->run_room_m);
  longest = hip_units_format_distance (units, room->longest_m);
  date = _hip_rule_dup_date (room->longest_on);
  if (room->is_return)
    return dup_return_text (room, run_room, longest, date);
  /* Translators: "Up to 15.4 km: 10 % beyond …, 14.0 km on 2 November". */
  return g_strdup_printf (
      _ ("Up to %1$s: 10 %% beyond your longest run of the last 30 days, %2$s on %3$s"), run_room,
      longest, date);
}

/**
 * hip_room_dup_week_text:
 * @room: the room to run
 * @units: the units to say it in
 * @today: the day it is, which decides what “this week” is
 *
 * Returns: (transfer full): what is left of the week and why, or why there is no figure
 */
char *
hip_room_dup_week_text (const HipRoom *room, HipUnits units, HipDay today)
{
  g_autofree char *week_room = NULL, *baseline = NULL, *date = NULL, *week = NULL;

  g_return_val_if_fail (room != NULL, NULL);

  if (room->week_reason != HIP_ROOM_KNOWN)
    return dup_reason (room, room->week_reason);
  week_room = hip_units_format_distance_floor (units, room->week_room_m);
  baseline = hip_units_format_distance (units, room->baseline_m);
  date = _hip_rule_dup_date (room->baseline_week);
  if (today < room->week_start || today > room->week_start + 6)
    {
      week = _hip_rule_dup_date (room->week_start);
      /* Translators: "8.8 km left in the week of 9 March: 10 % above …, 34.0 km … 2 March". */
      return g_strdup_printf (_ ("%1$s left in the week of %5$s: %2$d %% above your highest of the "
                                 "four before, %3$s in the week of %4$s"),
                              week_room, room->limit_percent, baseline, date, week);
    }
  /* Translators: "8.8 km left this week: 10 % above …, 34.0 km from 2 November". */
  return g_strdup_printf (_ ("%1$s left this week: %2$d %% above your highest of the last four, "
                             "%3$s in the week of %4$s"),
                          week_room, room->limit_percent, baseline, date);
}
