// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** HipUnits: what distances are shown and typed in. The log itself keeps metres. */
typedef enum
{
  HIP_UNITS_KM,
  HIP_UNITS_MI,
} HipUnits;

#define HIP_METRES_PER_MILE 1609.344

/* From the locale (LC_MEASUREMENT): miles in the US, UK, Liberia and Myanmar. */
HipUnits hip_units_from_locale (void);
/* From the locale, glibc's first weekday. */
GDateWeekday hip_units_first_weekday_from_locale (void);

double hip_units_from_metres (HipUnits units, double metres);
gint64 hip_units_to_metres (HipUnits units, double value); /* rounded */
const char *hip_units_get_symbol (HipUnits units);         /* translated "km" */

/* "12.4 km", "0 km", locale's decimal point, a no-break space before the unit; one decimal,
 * none from 1,000 on. Distances under a tenth are shown in m or yd. */
char *hip_units_format_distance (HipUnits units, gint64 metres);
/* Never rounds up: for limits ("up to 15.4 km"). */
char *hip_units_format_distance_floor (HipUnits units, gint64 metres);
/* The number alone with up to @decimals decimals, no trailing zeros: for entries and charts. */
char *hip_units_format_number (HipUnits units, gint64 metres, int decimals);
char *hip_units_format_duration (gint64 seconds); /* "52:10", "1:02:30" */
/* "5:12 /km"; NULL when distance or time are not known (0 or less). */
char *hip_units_format_pace (HipUnits units, gint64 metres, gint64 seconds);
char *hip_units_format_time (gint32 seconds_of_day); /* locale's 12/24 h */
char *hip_units_format_signed_percent (int percent); /* "+12 %" */

/* "10,5 km", "6.5 mi", "800 m", "10.5": a bare number is in @units. */
gboolean
hip_units_parse_distance (const char *text, HipUnits units, gint64 *metres, GError **error);
/* "1:02:30", "52:10", "52" (minutes), "52 min", "1 h 5", "1h05m30s". */
gboolean hip_units_parse_duration (const char *text, gint64 *seconds, GError **error);
/* "7:30", "19:05:10", "7.30 pm", "0730". */
gboolean hip_units_parse_time (const char *text, gint32 *seconds_of_day, GError **error);
/* "170", whole numbers with bounds given by the caller. */
gboolean
hip_units_parse_integer (const char *text, gint64 min, gint64 max, gint64 *value, GError **error);

G_END_DECLS
