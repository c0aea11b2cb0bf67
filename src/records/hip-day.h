// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HipDay:
 *
 * A calendar date of the runner, as days since 1970-01-01 in the proleptic
 * Gregorian calendar. Plain arithmetic works: `day + 7` is a week later.
 */
typedef gint32 HipDay;

/** HipDayStyle: how a date is written; by language and order of the locale. */
typedef enum
{
  HIP_DAY_SHORT,       /* Mon 2 Nov */
  HIP_DAY_SHORT_YEAR,  /* Mon 2 Nov 2026 */
  HIP_DAY_LONG,        /* Monday, 2 November */
  HIP_DAY_LONG_YEAR,   /* Monday, 2 November 2026 */
  HIP_DAY_MONTH,       /* 2 November */
  HIP_DAY_MONTH_YEAR,  /* 2 November 2026 */
  HIP_DAY_MONTH_SHORT, /* 2 Nov */
} HipDayStyle;

/** HIP_DAY_NONE: no date. */
#define HIP_DAY_NONE G_MININT32

HipDay hip_day_from_ymd (int year, int month, int day_of_month);
gboolean hip_day_parse (const char *iso, HipDay *day);
HipDay hip_day_today (void);
HipDay hip_day_from_date_time (GDateTime *date_time);
void hip_day_get_ymd (HipDay day, int *year, int *month, int *day_of_month);
GDateWeekday hip_day_get_weekday (HipDay day);
HipDay hip_day_get_week_start (HipDay day, GDateWeekday first_weekday);
char *hip_day_to_iso (HipDay day);
const char *hip_day_style_get_format (HipDayStyle style);
char *hip_day_format (HipDay day, const char *format);
char *hip_day_format_range (HipDay start, HipDay end);
char *hip_day_format_short (HipDay day, HipDay today);
char *hip_day_format_long (HipDay day, HipDay today);

/* Mocked clock for tests: the environment variable HIPLOG_TODAY (ISO date) replaces the date. */
GDateTime *hip_clock_now (void);

G_END_DECLS
