// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-room.h"

#include "hip-test-warnings.h"

/* Four weeks of three runs of 10 km from 2 March, the last one on the 27th. */
static HipTestLog *
new_four_weeks (void)
{
  HipTestLog *log = hip_test_log_new ("2026-03-02");

  hip_test_log_weeks (log, 4, "Mon Wed Fri", 10000);
  return log;
}

static HipRoom
compute (HipTestLog *log, const char *iso, int limit)
{
  g_autoptr(HipHistory) history = hip_test_log_history (log);
  HipLimits limits;
  HipRoom room;

  hip_limits_init_default (&limits);
  limits.week_limit_percent = limit;
  hip_room_compute (&room, history, &limits, hip_test_day (iso));
  return room;
}

static void
assert_texts (const HipRoom *room, HipUnits units, const char *run, const char *week)
{
  g_autofree char *run_text = hip_test_plain (hip_room_dup_run_text (room, units));
  g_autofree char *week_text = hip_test_plain (hip_room_dup_week_text (room, units, room->day));

  g_assert_cmpstr (run_text, ==, run);
  g_assert_cmpstr (week_text, ==, week);
}

static void
test_known (void)
{
  g_autoptr(HipTestLog) log = new_four_weeks ();

  hip_test_log_run (log, "2026-03-20", 4009);
  hip_test_log_run (log, "2026-03-21", 14009);
  hip_test_log_run (log, "2026-03-30", 5000);
  HipRoom room = compute (log, "2026-03-31", 10);
  g_assert_cmpint (room.longest_m, ==, 14009);
  g_assert_cmpint (room.longest_on, ==, hip_test_day ("2026-03-21"));
  g_assert_cmpint (room.run_room_m, ==, 15409); /* 15,409.9 */
  g_assert_cmpint (room.baseline_m, ==, 48018);
  g_assert_cmpint (room.baseline_week, ==, hip_test_day ("2026-03-16"));
  g_assert_cmpint (room.week_m, ==, 5000);
  g_assert_cmpint (room.week_room_m, ==, 47819); /* 52,819.8 - 5,000 */
  g_assert_cmpuint (room.n_runs, ==, 15);
  g_assert_cmpint (room.run_reason, ==, HIP_ROOM_KNOWN);
  g_assert_cmpint (room.week_reason, ==, HIP_ROOM_KNOWN);
  assert_texts (&room, HIP_UNITS_KM,
                "Up to 15.4 km: 10 % beyond your longest run of the last 30 days, 14.0 km on 21 "
                "March",
                "47.8 km left this week: 10 % above your highest of the last four, 48.0 km in the "
                "week of 16 March");
  assert_texts (&room, HIP_UNITS_MI,
                "Up to 9.5 mi: 10 % beyond your longest run of the last 30 days, 8.7 mi on 21 "
                "March",
                "29.7 mi left this week: 10 % above your highest of the last four, 29.8 mi in the "
                "week of 16 March");
}

/* The limit moves the week, not the run; a week beyond it has no room, never a negative one. */
static void
test_limit (void)
{
  g_autoptr(HipTestLog) log = new_four_weeks ();
  HipRoom room = compute (log, "2026-03-30", 50);

  g_assert_cmpint (room.run_room_m, ==, 11000);
  g_assert_cmpint (room.week_room_m, ==, 45000);
  hip_test_log_run (log, "2026-03-30", 31499);
  room = compute (log, "2026-03-30", 5);
  g_assert_cmpint (room.week_room_m, ==, 1);
  hip_test_log_run (log, "2026-03-30", 2);
  room = compute (log, "2026-03-30", 5);
  g_assert_cmpint (room.week_room_m, ==, 0);
}

static void
test_window (void)
{
  g_autoptr(HipTestLog) log = new_four_weeks ();
  HipRoom room;

  hip_test_log_run (log, "2026-02-28", 20000);
  room = compute (log, "2026-03-30", 10);
  g_assert_cmpint (room.longest_m, ==, 20000);
  room = compute (log, "2026-03-31", 10);
  g_assert_cmpint (room.longest_m, ==, 10000);
  /* What comes later is not known yet, and today's run is not its own measure. */
  hip_test_log_run (log, "2026-03-30", 30000);
  hip_test_log_run (log, "2026-04-01", 30000);
  room = compute (log, "2026-03-30", 10);
  g_assert_cmpint (room.longest_m, ==, 20000);
  g_assert_cmpint (room.week_m, ==, 30000);
}

static void
test_not_enough_runs (void)
{
  g_autoptr(HipTestLog) log = hip_test_log_new ("2026-03-02");
  HipRoom room = compute (log, "2026-03-06", 10);
  g_autofree char *none = hip_room_dup_run_text (&room, HIP_UNITS_KM);

  g_assert_cmpint (room.longest_m, ==, -1);
  g_assert_cmpint (room.run_room_m, ==, -1);
  g_assert_cmpint (room.week_room_m, ==, -1);
  g_assert_cmpstr (none, ==, "Not enough history: 0 of 4 runs in the last 30 days");

  hip_test_log_weeks (log, 1, "Mon Tue Wed", 10000);
  room = compute (log, "2026-03-06", 10);
  g_autofree char *some = hip_room_dup_run_text (&room, HIP_UNITS_KM);
  g_assert_cmpstr (some, ==, "Not enough history: 3 of 4 runs in the last 30 days");
  g_assert_cmpstr (hip_room_reason_get_word (room.run_reason), ==, "not-enough-runs");
  g_assert_cmpstr (hip_room_reason_get_word (room.week_reason), ==, "no-baseline");
  g_assert_cmpint (room.longest_m, ==, 10000);

  hip_test_log_run (log, "2026-03-05", 10000);
  room = compute (log, "2026-03-06", 10);
  g_assert_cmpint (room.run_room_m, ==, 11000);
  g_assert_cmpint (room.week_room_m, ==, -1);
  g_autofree char *week = hip_room_dup_week_text (&room, HIP_UNITS_KM, room.day);
  g_assert_cmpstr (week, ==, "Not enough history: no full week of running in the last four");
}

static void
test_after_gap (void)
{
  g_autoptr(HipTestLog) log = new_four_weeks ();
  HipRoom room;

  hip_test_log_run (log, "2026-03-11", 11001);
  room = compute (log, "2026-04-09", 10);
  g_assert_cmpint (room.gap_days, ==, 13);
  g_assert_false (room.is_return);
  g_assert_cmpint (room.run_room_m, ==, 12101);
  room = compute (log, "2026-04-10", 10);
  g_assert_cmpint (room.gap_days, ==, 14);
  g_assert_true (room.is_return);
  g_assert_cmpint (room.run_room_m, ==, 5500);
  g_assert_cmpint (room.longest_m, ==, 11001);
  g_assert_cmpint (room.longest_on, ==, hip_test_day ("2026-03-11"));
  g_assert_cmpint (room.run_reason, ==, HIP_ROOM_KNOWN);
  g_assert_cmpint (room.week_room_m, ==, -1);
  assert_texts (&room, HIP_UNITS_KM,
                "Up to 5.5 km after 14 days off: half of your longest run before the break, "
                "11.0 km on 11 March",
                "After 14 days without a run there is nothing recent to compare with: start short "
                "and easy");

  /* The first run back is not its own measure. */
  hip_test_log_run (log, "2026-04-10", 4000);
  room = compute (log, "2026-04-10", 10);
  g_assert_cmpint (room.run_room_m, ==, 5500);
}

static void
assert_no_measure (HipTestLog *log, const char *iso, int gap_days)
{
  HipRoom room = compute (log, iso, 10);
  g_autofree char *expected =
      g_strdup_printf ("After %d days without a run there is nothing recent to compare with: start "
                       "short and easy",
                       gap_days);

  g_assert_cmpint (room.gap_days, ==, gap_days);
  g_assert_false (room.is_return);
  g_assert_cmpint (room.run_room_m, ==, -1);
  g_assert_cmpint (room.week_room_m, ==, -1);
  g_assert_cmpstr (hip_room_reason_get_word (room.run_reason), ==, "after-gap");
  assert_texts (&room, HIP_UNITS_KM, expected, expected);
}

/* After more than 90 days, or with fewer than three weeks of running before, nothing is half. */
static void
test_no_measure (void)
{
  g_autoptr(HipTestLog) log = new_four_weeks ();
  HipRoom room = compute (log, "2026-06-25", 10);

  g_assert_cmpint (room.gap_days, ==, 90);
  g_assert_cmpint (room.run_room_m, ==, 5000);
  assert_no_measure (log, "2026-06-26", 91);

  for (int n_weeks = 2; n_weeks <= 3; n_weeks++)
    {
      g_autoptr(HipTestLog) few = hip_test_log_new ("2026-03-02");

      hip_test_log_weeks (few, n_weeks, "Mon Wed Fri", 10000);
      if (n_weeks == 2)
        assert_no_measure (few, "2026-03-27", 14);
      room = compute (few, "2026-04-03", 10);
      g_assert_cmpint (room.run_room_m, ==, n_weeks == 2 ? -1 : 5000);
    }
}

/* Dismissing a red flag does not bring the figures back; being seen does. */
static void
test_red_flag (void)
{
  g_autoptr(HipTestLog) log = new_four_weeks ();
  HipPainDay *pain = hip_test_log_pain (log, "2026-03-25", HIP_SIDE_LEFT, 3);
  HipRoom room;

  pain->flags = HIP_FLAG_NIGHT_PAIN;
  hip_test_log_dismissal (log, "2026-03-25", "red-flag", "pain/2026-03-25/night-pain",
                          HIP_SEVERITY_URGENT);
  room = compute (log, "2026-03-31", 10);
  g_assert_cmpint (room.run_room_m, ==, -1);
  g_assert_cmpint (room.week_room_m, ==, -1);
  g_assert_cmpstr (hip_room_reason_get_word (room.run_reason), ==, "red-flag");
  assert_texts (&room, HIP_UNITS_KM, "No figures while a red flag is waiting to be looked at",
                "No figures while a red flag is waiting to be looked at");
  room = compute (log, "2026-04-01", 10);
  g_assert_cmpint (room.run_room_m, ==, 11000);
  pain->seen = TRUE;
  room = compute (log, "2026-03-31", 10);
  g_assert_cmpint (room.run_room_m, ==, 11000);
}

/* Whoever runs no farther than the room says hears nothing; with a metre and the least excess
 * more, the rules speak. */
static void
test_agrees_with_rules (void)
{
  g_autoptr(HipTestLog) log = new_four_weeks ();
  HipLimits limits;
  HipRoom room;

  hip_limits_init_default (&limits);
  hip_test_log_weeks (log, 1, "Mon Tue Wed", 9000);
  room = compute (log, "2026-04-03", 10);
  g_autoptr(HipHistory) history = hip_test_log_history (log);
  gint64 least = MIN (room.run_room_m, room.week_room_m);
  g_assert_cmpint (least, ==, 6000);
  g_autoptr(GPtrArray) within =
                hip_rules_would_fire (history, &limits, hip_test_day ("2026-04-03"), least);
  g_autoptr(GPtrArray) beyond =
                hip_rules_would_fire (history, &limits, hip_test_day ("2026-04-03"), least + 1);
  g_assert_cmpuint (within->len, ==, 0);
  g_assert_cmpuint (beyond->len, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/room/known", test_known);
  g_test_add_func ("/room/limit", test_limit);
  g_test_add_func ("/room/window", test_window);
  g_test_add_func ("/room/not-enough-runs", test_not_enough_runs);
  g_test_add_func ("/room/after-gap", test_after_gap);
  g_test_add_func ("/room/no-measure", test_no_measure);
  g_test_add_func ("/room/red-flag", test_red_flag);
  g_test_add_func ("/room/agrees-with-rules", test_agrees_with_rules);

  return g_test_run ();
}
