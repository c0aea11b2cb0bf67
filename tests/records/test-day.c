// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-day.h"

#include "hip-test-util.h"

static void
test_ymd (void)
{
  static const struct
  {
    int year, month, day_of_month;
    HipDay day;
  } cases[] = {
    { 1970, 1, 1, 0 },      { 1969, 12, 31, -1 },   { 1970, 3, 1, 59 },
    { 1900, 1, 1, -25567 }, { 2000, 2, 29, 11016 }, { 2000, 3, 1, 11017 },
    { 2026, 3, 2, 20514 },  { 1, 1, 1, -719162 },   { 9999, 12, 31, 2932896 },
    { 2100, 2, 28, 47540 }, { 2100, 3, 1, 47541 },  { 1600, 2, 29, -135081 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int year, month, day_of_month;

      g_assert_cmpint (hip_day_from_ymd (cases[i].year, cases[i].month, cases[i].day_of_month), ==,
                       cases[i].day);
      hip_day_get_ymd (cases[i].day, &year, &month, &day_of_month);
      g_assert_cmpint (year, ==, cases[i].year);
      g_assert_cmpint (month, ==, cases[i].month);
      g_assert_cmpint (day_of_month, ==, cases[i].day_of_month);
    }
}

static void
test_ymd_like_glib (void)
{
  g_autoptr(GDate) date = g_date_new_dmy (1, G_DATE_JANUARY, 1890);
  HipDay first = hip_day_from_ymd (1890, 1, 1);

  for (HipDay day = first; day < first + 366 * 250; day++)
    {
      int year, month, day_of_month;

      hip_day_get_ymd (day, &year, &month, &day_of_month);
      g_assert_cmpint (year, ==, g_date_get_year (date));
      g_assert_cmpint (month, ==, g_date_get_month (date));
      g_assert_cmpint (day_of_month, ==, g_date_get_day (date));
      g_assert_cmpint (hip_day_from_ymd (year, month, day_of_month), ==, day);
      g_assert_cmpint (hip_day_get_weekday (day), ==, g_date_get_weekday (date));
      g_date_add_days (date, 1);
    }
}

static void
test_no_such_date (void)
{
  g_assert_cmpint (hip_day_from_ymd (2026, 2, 29), ==, HIP_DAY_NONE);
  g_assert_cmpint (hip_day_from_ymd (2024, 2, 29), !=, HIP_DAY_NONE);
  g_assert_cmpint (hip_day_from_ymd (1900, 2, 29), ==, HIP_DAY_NONE);
  g_assert_cmpint (hip_day_from_ymd (2000, 2, 29), !=, HIP_DAY_NONE);
  g_assert_cmpint (hip_day_from_ymd (2026, 4, 31), ==, HIP_DAY_NONE);
  g_assert_cmpint (hip_day_from_ymd (2026, 0, 1), ==, HIP_DAY_NONE);
  g_assert_cmpint (hip_day_from_ymd (2026, 13, 1), ==, HIP_DAY_NONE);
  g_assert_cmpint (hip_day_from_ymd (2026, 1, 0), ==, HIP_DAY_NONE);
  g_assert_cmpint (hip_day_from_ymd (0, 1, 1), ==, HIP_DAY_NONE);
  g_assert_cmpint (hip_day_from_ymd (10000, 1, 1), ==, HIP_DAY_NONE);
}

static void
test_parse (void)
{
  static const char *const wrong[] = { "",           "2026-3-2",    "2026-03-2",
                                       "2026-02-30", "2026-03-02 ", " 2026-03-02",
                                       "2026/03/02", "20260302",    "2026-03-02T",
                                       "2026-0x-02", "-026-03-02",  "+026-03-02",
                                       "2026-03--2", "02.03.2026",  "2026-03-0٢" };
  HipDay day = 7;

  g_assert_true (hip_day_parse ("2026-03-02", &day));
  g_assert_cmpint (day, ==, hip_day_from_ymd (2026, 3, 2));
  g_assert_true (hip_day_parse ("2026-03-02", NULL));

  day = 7;
  g_assert_false (hip_day_parse (NULL, &day));
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    if (hip_day_parse (wrong[i], &day))
      g_error ("“%s” was taken for a date", wrong[i]);
  g_assert_cmpint (day, ==, 7);
}

static void
test_iso (void)
{
  g_autofree char *early = hip_day_to_iso (hip_day_from_ymd (12, 3, 4));
  g_autofree char *late = hip_day_to_iso (hip_day_from_ymd (2026, 12, 31));
  g_autofree char *none = hip_day_to_iso (HIP_DAY_NONE);

  g_assert_cmpstr (early, ==, "0012-03-04");
  g_assert_cmpstr (late, ==, "2026-12-31");
  g_assert_cmpstr (none, ==, "");
}

static void
test_weekday (void)
{
  g_assert_cmpint (hip_day_get_weekday (0), ==, G_DATE_THURSDAY);
  g_assert_cmpint (hip_day_get_weekday (-1), ==, G_DATE_WEDNESDAY);
  g_assert_cmpint (hip_day_get_weekday (-4), ==, G_DATE_SUNDAY);
  g_assert_cmpint (hip_day_get_weekday (hip_day_from_ymd (2026, 3, 2)), ==, G_DATE_MONDAY);
}

static void
test_week_start (void)
{
  HipDay monday = hip_day_from_ymd (2026, 3, 2);

  for (int i = 0; i < 7; i++)
    g_assert_cmpint (hip_day_get_week_start (monday + i, G_DATE_MONDAY), ==, monday);
  g_assert_cmpint (hip_day_get_week_start (monday - 1, G_DATE_MONDAY), ==, monday - 7);
  g_assert_cmpint (hip_day_get_week_start (monday - 1, G_DATE_SUNDAY), ==, monday - 1);
  g_assert_cmpint (hip_day_get_week_start (monday, G_DATE_SUNDAY), ==, monday - 1);
  g_assert_cmpint (hip_day_get_week_start (monday + 4, G_DATE_SATURDAY), ==, monday - 2);
  g_assert_cmpint (hip_day_get_week_start (-3, G_DATE_MONDAY), ==, -3);
  g_assert_cmpint (hip_day_get_week_start (-4, G_DATE_MONDAY), ==, -10);
}

static void
assert_formats (HipDay day, HipDay today, const char *short_text, const char *long_text)
{
  g_autofree char *actual_short = hip_day_format_short (day, today);
  g_autofree char *actual_long = hip_day_format_long (day, today);

  g_assert_cmpstr (actual_short, ==, short_text);
  g_assert_cmpstr (actual_long, ==, long_text);
}

static void
test_format (void)
{
  HipDay day = hip_day_from_ymd (2026, 11, 2);
  g_autofree char *month = hip_day_format (day, "%B %Y");

  g_assert_cmpstr (month, ==, "November 2026");
  assert_formats (day, hip_day_from_ymd (2026, 1, 1), "Mon 2 Nov", "Monday, 2 November");
  assert_formats (day, hip_day_from_ymd (2026, 12, 31), "Mon 2 Nov", "Monday, 2 November");
  assert_formats (day, hip_day_from_ymd (2027, 1, 1), "Mon 2 Nov 2026", "Monday, 2 November 2026");
  assert_formats (day, hip_day_from_ymd (2025, 12, 31), "Mon 2 Nov 2026",
                  "Monday, 2 November 2026");
  assert_formats (day, HIP_DAY_NONE, "Mon 2 Nov 2026", "Monday, 2 November 2026");
  assert_formats (HIP_DAY_NONE, day, "", "");
}

static void
test_format_german (void)
{
  if (!hip_test_set_locale ("de_DE.UTF-8"))
    {
      g_test_skip ("There is no German locale");
      return;
    }

  g_autofree char *text = hip_day_format (hip_day_from_ymd (2026, 3, 2), "%A, %-d %B");
  g_assert_true (hip_test_set_locale ("C.UTF-8"));
  g_assert_cmpstr (text, ==, "Montag, 2 März");
}

static void
test_date_time (void)
{
  g_autoptr(GDateTime) last_second = g_date_time_new_utc (2026, 3, 1, 23, 59, 59);
  g_autoptr(GTimeZone) kathmandu = g_time_zone_new_offset (5 * 3600 + 45 * 60);
  g_autoptr(GDateTime) elsewhere = g_date_time_to_timezone (last_second, kathmandu);

  g_assert_cmpint (hip_day_from_date_time (last_second), ==, hip_day_from_ymd (2026, 3, 1));
  g_assert_cmpint (hip_day_from_date_time (elsewhere), ==, hip_day_from_ymd (2026, 3, 2));
}

static void
test_today (void)
{
  g_setenv ("HIPLOG_TODAY", "2024-02-29", TRUE);
  g_autoptr(GDateTime) mocked = hip_clock_now ();
  g_autoptr(GDateTime) real = g_date_time_new_now_local ();
  int seconds =
      g_date_time_to_unix (real) % (24 * 3600) - g_date_time_to_unix (mocked) % (24 * 3600);

  g_assert_cmpint (hip_day_today (), ==, hip_day_from_ymd (2024, 2, 29));
  g_assert_cmpint (ABS (seconds) % (24 * 3600 - 60), <=, 60);

  g_setenv ("HIPLOG_TODAY", "2023-02-29", TRUE);
  g_assert_cmpint (hip_day_today (), >=, hip_day_from_date_time (real));
  g_unsetenv ("HIPLOG_TODAY");
  g_assert_cmpint (hip_day_today (), >=, hip_day_from_date_time (real));
  g_assert_cmpint (hip_day_today (), <=, hip_day_from_date_time (real) + 1);
}

static void
assert_range (const char *from, const char *to, const char *expected)
{
  HipDay start, end;
  g_autofree char *text = NULL;

  g_assert_true (hip_day_parse (from, &start));
  g_assert_true (hip_day_parse (to, &end));
  text = hip_day_format_range (start, end);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_format_range (void)
{
  assert_range ("2026-03-02", "2026-03-08", "2–8 March 2026");
  assert_range ("2026-03-30", "2026-04-05", "30 March – 5 April 2026");
  assert_range ("2025-12-29", "2026-01-04", "29 December 2025 – 4 January 2026");
}

/* In the United States the month comes first, in dates and in ranges. */
static void
test_format_american (void)
{
  HipDay day = hip_day_from_ymd (2026, 3, 2);
  g_autofree char *brief = NULL;
  g_autofree char *full = NULL;

  if (!hip_test_set_locale ("en_US.UTF-8"))
    {
      g_test_skip ("there is no en_US.UTF-8 here");
      return;
    }
  brief = hip_day_format_short (day, day);
  full = hip_day_format_long (day, HIP_DAY_NONE);
  g_assert_cmpstr (brief, ==, "Mon, Mar 2");
  g_assert_cmpstr (full, ==, "Monday, March 2, 2026");
  assert_range ("2026-03-02", "2026-03-08", "March 2–8, 2026");
  assert_range ("2026-03-30", "2026-04-05", "March 30 – April 5, 2026");
  g_assert_true (hip_test_set_locale ("C.UTF-8"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/day/ymd", test_ymd);
  g_test_add_func ("/day/ymd/like-glib", test_ymd_like_glib);
  g_test_add_func ("/day/no-such-date", test_no_such_date);
  g_test_add_func ("/day/parse", test_parse);
  g_test_add_func ("/day/iso", test_iso);
  g_test_add_func ("/day/weekday", test_weekday);
  g_test_add_func ("/day/week-start", test_week_start);
  g_test_add_func ("/day/format", test_format);
  g_test_add_func ("/day/format/german", test_format_german);
  g_test_add_func ("/day/format/range", test_format_range);
  g_test_add_func ("/day/format/american", test_format_american);
  g_test_add_func ("/day/date-time", test_date_time);
  g_test_add_func ("/day/today", test_today);
  return g_test_run ();
}
