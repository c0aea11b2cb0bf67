// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-day.h"

#include <langinfo.h>
#include <locale.h>
#include <string.h>

#include <glib/gi18n.h>

/* The Gregorian calendar repeats itself every 400 years. */
#define DAYS_PER_ERA 146097
/* Days from 0000-03-01, where the eras are counted from, to 1970-01-01. */
#define DAYS_TO_1970 719468

static gboolean
is_leap_year (int year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int
days_in_month (int year, int month)
{
  static const guint8 days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  g_assert (month >= 1 && month <= 12);

  return days[month - 1] + (month == 2 && is_leap_year (year) ? 1 : 0);
}

/**
 * hip_day_from_ymd:
 * @year: 1 to 9999
 * @month: 1 to 12
 * @day_of_month: 1 to 31
 *
 * Makes a day from the parts of a date.
 *
 * The year is counted from March, so that the leap day is its last one and the
 * months before it have the same lengths in every year.
 *
 * Returns: the day, or %HIP_DAY_NONE if there is no such date
 */
HipDay
hip_day_from_ymd (int year, int month, int day_of_month)
{
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day_of_month < 1
      || day_of_month > days_in_month (year, month))
    return HIP_DAY_NONE;

  int march_year = month > 2 ? year : year - 1;
  int march_month = (month + 9) % 12;
  int era = march_year / 400;
  int year_of_era = march_year % 400;
  int day_of_year = (153 * march_month + 2) / 5 + day_of_month - 1;
  int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return era * DAYS_PER_ERA + day_of_era - DAYS_TO_1970;
}

/**
 * hip_day_get_ymd:
 * @day: a day from 0001-01-01 on
 * @year: (out) (optional): return location for the year
 * @month: (out) (optional): return location for the month, 1 to 12
 * @day_of_month: (out) (optional): return location for the day of the month, 1 to 31
 *
 * Takes a day apart.
 */
void
hip_day_get_ymd (HipDay day, int *year, int *month, int *day_of_month)
{
  g_return_if_fail (day > -DAYS_TO_1970);

  int shifted = day + DAYS_TO_1970;
  int era = shifted / DAYS_PER_ERA;
  int day_of_era = shifted % DAYS_PER_ERA;
  int year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int march_month = (5 * day_of_year + 2) / 153;
  int the_month = march_month < 10 ? march_month + 3 : march_month - 9;

  if (year != NULL)
    *year = era * 400 + year_of_era + (the_month <= 2 ? 1 : 0);
  if (month != NULL)
    *month = the_month;
  if (day_of_month != NULL)
    *day_of_month = day_of_year - (153 * march_month + 2) / 5 + 1;
}

static gboolean
parse_digits (const char *text, int n, int *value)
{
  *value = 0;
  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      *value = *value * 10 + (text[i] - '0');
    }
  return TRUE;
}

/**
 * hip_day_parse:
 * @iso: (nullable): a date as `2026-03-02`, and nothing else
 * @day: (out) (optional): return location for the day; untouched on failure
 *
 * Reads an ISO 8601 calendar date.
 *
 * Returns: whether @iso is a date of the calendar
 */
gboolean
hip_day_parse (const char *iso, HipDay *day)
{
  int year, month, day_of_month;

  if (iso == NULL || strlen (iso) != strlen ("YYYY-MM-DD"))
    return FALSE;
  if (!parse_digits (iso, 4, &year) || iso[4] != '-' || !parse_digits (iso + 5, 2, &month)
      || iso[7] != '-' || !parse_digits (iso + 8, 2, &day_of_month))
    return FALSE;

  HipDay result = hip_day_from_ymd (year, month, day_of_month);
  if (result == HIP_DAY_NONE)
    return FALSE;
  if (day != NULL)
    *day = result;
  return TRUE;
}

/**
 * hip_day_from_date_time:
 * @date_time: a moment
 *
 * Gets the date that the calendar shows at @date_time in its own time zone.
 *
 * Returns: the day
 */
HipDay
hip_day_from_date_time (GDateTime *date_time)
{
  int year, month, day_of_month;

  g_return_val_if_fail (date_time != NULL, HIP_DAY_NONE);

  g_date_time_get_ymd (date_time, &year, &month, &day_of_month);
  return hip_day_from_ymd (year, month, day_of_month);
}

/**
 * hip_day_today:
 *
 * Gets the runner's date of today, from [func@clock_now].
 *
 * Returns: today
 */
HipDay
hip_day_today (void)
{
  g_autoptr(GDateTime) now = hip_clock_now ();

  return hip_day_from_date_time (now);
}

/**
 * hip_day_get_weekday:
 * @day: a day
 *
 * Gets the day of the week.
 *
 * Returns: %G_DATE_MONDAY to %G_DATE_SUNDAY
 */
GDateWeekday
hip_day_get_weekday (HipDay day)
{
  g_return_val_if_fail (day != HIP_DAY_NONE, G_DATE_BAD_WEEKDAY);

  /* 1970-01-01 was a Thursday, three days after a Monday. The remainder of a
   * negative number is negative in C: add a week before the second one. */
  return (GDateWeekday) (((day % 7 + 3) % 7 + 7) % 7 + G_DATE_MONDAY);
}

/**
 * hip_day_get_week_start:
 * @day: a day
 * @first_weekday: the weekday that weeks begin with
 *
 * Gets the first day of the week that @day is in.
 *
 * Returns: the latest @first_weekday at or before @day
 */
HipDay
hip_day_get_week_start (HipDay day, GDateWeekday first_weekday)
{
  g_return_val_if_fail (day != HIP_DAY_NONE, HIP_DAY_NONE);
  g_return_val_if_fail (g_date_valid_weekday (first_weekday), HIP_DAY_NONE);

  return day - ((int) hip_day_get_weekday (day) - (int) first_weekday + 7) % 7;
}

/**
 * hip_day_to_iso:
 * @day: a day, or %HIP_DAY_NONE
 *
 * Writes a day as files and databases keep it.
 *
 * Returns: (transfer full): for instance `2026-03-02`; empty for %HIP_DAY_NONE
 */
char *
hip_day_to_iso (HipDay day)
{
  int year, month, day_of_month;

  if (day == HIP_DAY_NONE)
    return g_strdup ("");

  hip_day_get_ymd (day, &year, &month, &day_of_month);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day_of_month);
}

/**
 * hip_day_format:
 * @day: a day
 * @format: a format of [method@GLib.DateTime.format]
 *
 * Writes a day in the language of the locale.
 *
 * Returns: (transfer full): the text; empty for %HIP_DAY_NONE
 */
char *
hip_day_format (HipDay day, const char *format)
{
  int year, month, day_of_month;

  g_return_val_if_fail (format != NULL, NULL);

  if (day == HIP_DAY_NONE)
    return g_strdup ("");

  hip_day_get_ymd (day, &year, &month, &day_of_month);
  g_autoptr(GDateTime) midnight = g_date_time_new_utc (year, month, day_of_month, 0, 0, 0);
  return g_date_time_format (midnight, format);
}

static gboolean
is_same_year (HipDay a, HipDay b)
{
  int year_of_a, year_of_b;

  if (a == HIP_DAY_NONE || b == HIP_DAY_NONE)
    return FALSE;

  hip_day_get_ymd (a, &year_of_a, NULL, NULL);
  hip_day_get_ymd (b, &year_of_b, NULL, NULL);
  return year_of_a == year_of_b;
}

/* Where a month is written before its day: by the locale's own numeric date. The C locale, which
 * stands for no region, does not count. */
static gboolean
is_month_first (void)
{
  const char *locale = setlocale (LC_TIME, NULL);
  const char *format = nl_langinfo (D_FMT);
  const char *month = strpbrk (format, "mbBD");
  const char *day = strpbrk (format, "deF");

  if (locale == NULL || *locale == 'C' || g_str_equal (locale, "POSIX"))
    return FALSE;
  return month != NULL && (day == NULL || month < day) && strchr (format, 'F') == NULL
         && *strpbrk (format, "mbBDdeFyY") != 'Y';
}

/**
 * hip_day_style_get_format:
 * @style: how a date is to be written
 *
 * The format in the language and the order of the locale: “2 November” or “November 2”.
 *
 * Returns: (transfer none): a format of [method@GLib.DateTime.format]
 */
const char *
hip_day_style_get_format (HipDayStyle style)
{
  /* Translators: dates for g_date_time_format(). The first of each pair is for regions that write
   * the day first, the second for those that write the month first. Most languages write both
   * alike. */
  static const char *const formats[][2] = {
    [HIP_DAY_SHORT] = { N_ ("%a %-d %b"), N_ ("%a, %b %-d") },
    [HIP_DAY_SHORT_YEAR] = { N_ ("%a %-d %b %Y"), N_ ("%a, %b %-d, %Y") },
    [HIP_DAY_LONG] = { N_ ("%A, %-d %B"), N_ ("%A, %B %-d") },
    [HIP_DAY_LONG_YEAR] = { N_ ("%A, %-d %B %Y"), N_ ("%A, %B %-d, %Y") },
    [HIP_DAY_MONTH] = { N_ ("%-d %B"), N_ ("%B %-d") },
    [HIP_DAY_MONTH_YEAR] = { N_ ("%-d %B %Y"), N_ ("%B %-d, %Y") },
    [HIP_DAY_MONTH_SHORT] = { N_ ("%-d %b"), N_ ("%b %-d") },
  };

  return _ (formats[style][is_month_first ()]);
}

/**
 * hip_day_format_short:
 * @day: a day
 * @today: today, or %HIP_DAY_NONE to show the year always
 *
 * Writes a day in few letters, with its year only if that is not today's:
 * “Mon 2 Nov”, “Mon 2 Nov 2020”.
 *
 * Returns: (transfer full): the text; empty for %HIP_DAY_NONE
 */
char *
hip_day_format_short (HipDay day, HipDay today)
{
  return hip_day_format (day, hip_day_style_get_format (
                                  is_same_year (day, today) ? HIP_DAY_SHORT : HIP_DAY_SHORT_YEAR));
}

/**
 * hip_day_format_long:
 * @day: a day
 * @today: today, or %HIP_DAY_NONE to show the year always
 *
 * Writes a day in full, with its year only if that is not today's:
 * “Monday, 2 November”, “Monday, 2 November 2020”.
 *
 * Returns: (transfer full): the text; empty for %HIP_DAY_NONE
 */
char *
hip_day_format_long (HipDay day, HipDay today)
{
  return hip_day_format (
      day, hip_day_style_get_format (is_same_year (day, today) ? HIP_DAY_LONG : HIP_DAY_LONG_YEAR));
}

static char *
join (HipDay start,
      const char *start_format,
      HipDay end,
      const char *end_format,
      const char *template)
{
  g_autofree char *first = hip_day_format (start, start_format);
  g_autofree char *last = hip_day_format (end, end_format);
  g_autoptr(GString) text = g_string_new (template);

  g_string_replace (text, "{first}", first, 1);
  g_string_replace (text, "{last}", last, 1);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * hip_day_format_range:
 * @start: the first day
 * @end: the last day, not before @start
 *
 * Writes some days, without saying a month or a year twice:
 * “2–8 March 2026”, “30 March – 5 April 2026”; “March 2–8, 2026” where months come first.
 *
 * Returns: (transfer full): the text
 */
char *
hip_day_format_range (HipDay start, HipDay end)
{
  const char *with_year = hip_day_style_get_format (HIP_DAY_MONTH_YEAR);
  /* Translators: the first and the last day of a period, each with its month */
  const char *apart = _ ("{first} – {last}");
  /* Translators: the first and the last day of a period within a month */
  const char *together = _ ("{first}–{last}");
  int year, month, end_year, end_month;

  hip_day_get_ymd (start, &year, &month, NULL);
  hip_day_get_ymd (end, &end_year, &end_month, NULL);
  if (year != end_year)
    return join (start, with_year, end, with_year, apart);
  if (month != end_month)
    return join (start, hip_day_style_get_format (HIP_DAY_MONTH), end, with_year, apart);
  if (is_month_first ())
    return join (start, _ ("%B %-d"), end, _ ("%-d, %Y"), together);
  return join (start, "%-d", end, with_year, together);
}

/**
 * hip_clock_now:
 *
 * Reads the clock. The environment variable `HIPLOG_TODAY` (an ISO date)
 * replaces the date and leaves the time of day, so that tests and pictures of
 * a day come out the same on every other.
 *
 * Returns: (transfer full): now, in the local time zone
 */
GDateTime *
hip_clock_now (void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  int year, month, day_of_month;
  HipDay day;

  if (!hip_day_parse (g_getenv ("HIPLOG_TODAY"), &day))
    return g_steal_pointer (&now);

  hip_day_get_ymd (day, &year, &month, &day_of_month);
  return g_date_time_new_local (year, month, day_of_month, g_date_time_get_hour (now),
                                g_date_time_get_minute (now), g_date_time_get_seconds (now));
}
