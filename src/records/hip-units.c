// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-units.h"

#include <langinfo.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#include <glib/gi18n.h>

#include "hip-record.h"

#define NO_BREAK_SPACE   "\u00a0"
#define METRES_PER_YARD  0.9144
#define SECONDS_PER_HOUR 3600

static gboolean
is_in_territory (const char *locale_name, const char *territory)
{
  const char *found = strchr (locale_name, '_');

  return found != NULL && strncmp (found + 1, territory, 2) == 0;
}

/**
 * hip_units_from_locale:
 *
 * Gets the units that people use for distances where the user lives: miles
 * where the locale does not measure in the metric system (the United States),
 * and in the other countries whose roads are signed in miles.
 *
 * Returns: the units
 */
HipUnits
hip_units_from_locale (void)
{
  static const char *const in_miles[] = { "US", "GB", "LR", "MM" };
  const char *name = setlocale (LC_MEASUREMENT, NULL);

  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (in_miles); i++)
    if (is_in_territory (name, in_miles[i]))
      return HIP_UNITS_MI;
  /* glibc gives a byte for this item: 1 is metric, 2 is that of the US. */
  return *nl_langinfo (_NL_MEASUREMENT_MEASUREMENT) == 2 ? HIP_UNITS_MI : HIP_UNITS_KM;
}

/**
 * hip_units_first_weekday_from_locale:
 *
 * Gets the weekday that calendars begin their weeks with where the user lives.
 *
 * Returns: %G_DATE_MONDAY to %G_DATE_SUNDAY
 */
GDateWeekday
hip_units_first_weekday_from_locale (void)
{
  /* glibc gives a date whose weekday is called the first (19971130, a Sunday, or
   * 19971201, a Monday) in place of the pointer, and the number counted from it. */
  union
  {
    char *string;
    guint word;
  } first_date = { nl_langinfo (_NL_TIME_WEEK_1STDAY) };
  int first_weekday = *nl_langinfo (_NL_TIME_FIRST_WEEKDAY);
  int days_from_sunday = (first_date.word == 19971201 ? 1 : 0) + first_weekday - 1;

  return (GDateWeekday) ((days_from_sunday + 6) % 7 + G_DATE_MONDAY);
}

static double
get_metres_per_unit (HipUnits units)
{
  return units == HIP_UNITS_MI ? HIP_METRES_PER_MILE : 1000.0;
}

/**
 * hip_units_from_metres:
 * @units: kilometres or miles
 * @metres: a distance in metres
 *
 * Converts a distance for showing it.
 *
 * Returns: the distance in @units
 */
double
hip_units_from_metres (HipUnits units, double metres)
{
  return metres / get_metres_per_unit (units);
}

/**
 * hip_units_to_metres:
 * @units: kilometres or miles
 * @value: a distance in @units
 *
 * Converts a distance for keeping it.
 *
 * Returns: the nearest whole number of metres
 */
gint64
hip_units_to_metres (HipUnits units, double value)
{
  return llround (value * get_metres_per_unit (units));
}

/**
 * hip_units_get_symbol:
 * @units: kilometres or miles
 *
 * Gets the short name of a unit.
 *
 * Returns: (transfer none): translated “km” or “mi”
 */
const char *
hip_units_get_symbol (HipUnits units)
{
  return units == HIP_UNITS_MI ? C_ ("unit", "mi") : C_ ("unit", "km");
}

static gint64
divide_down (gint64 dividend, gint64 divisor)
{
  gint64 quotient = dividend / divisor;

  return dividend % divisor < 0 ? quotient - 1 : quotient;
}

/* Counts the parts (1/@parts of a unit) of a distance in whole numbers: 12,450 m
 * are as near to 12.4 km as to 12.5, and no binary fraction knows it. */
static gint64
count_parts (HipUnits units, gint64 metres, gint64 parts, gboolean down)
{
  gint64 millimetres = metres * 1000 * parts;
  gint64 divisor = units == HIP_UNITS_MI ? (gint64) (HIP_METRES_PER_MILE * 1000) : 1000 * 1000;

  return divide_down (down ? millimetres : millimetres + divisor / 2, divisor);
}

static char *
join_unit (char *number, const char *unit)
{
  g_autofree char *owned = number;

  return g_strconcat (owned, NO_BREAK_SPACE, unit, NULL);
}

static char *
format_small_distance (HipUnits units, gint64 metres, gboolean down)
{
  double yards = metres / METRES_PER_YARD;

  if (units == HIP_UNITS_MI)
    return join_unit (g_strdup_printf ("%.0f", down ? floor (yards) : round (yards)),
                      C_ ("unit", "yd"));
  return join_unit (g_strdup_printf ("%" G_GINT64_FORMAT, metres), C_ ("unit", "m"));
}

static char *
format_distance (HipUnits units, gint64 metres, gboolean down)
{
  gint64 tenths = count_parts (units, metres, 10, down);

  if (metres == 0)
    return join_unit (g_strdup ("0"), hip_units_get_symbol (units));
  if (ABS (hip_units_from_metres (units, metres)) < 0.1)
    return format_small_distance (units, metres, down);
  if (ABS (tenths) < 10000)
    return join_unit (g_strdup_printf ("%.1f", tenths / 10.0), hip_units_get_symbol (units));
  return join_unit (g_strdup_printf ("%'.0f", (double) count_parts (units, metres, 1, down)),
                    hip_units_get_symbol (units));
}

/**
 * hip_units_format_distance:
 * @units: kilometres or miles
 * @metres: a distance
 *
 * Writes a distance for people: “12.4 km”, “0 km”, “1,204 km”; under a tenth of
 * the unit in metres or yards: “80 m”. The locale decides on the decimal point
 * and on the grouping of thousands.
 *
 * Returns: (transfer full): the text
 */
char *
hip_units_format_distance (HipUnits units, gint64 metres)
{
  return format_distance (units, metres, FALSE);
}

/**
 * hip_units_format_distance_floor:
 * @units: kilometres or miles
 * @metres: a distance
 *
 * Writes a distance like [func@units_format_distance], but never a longer one
 * than it is: who runs what a limit says must not be over the limit.
 *
 * Returns: (transfer full): the text
 */
char *
hip_units_format_distance_floor (HipUnits units, gint64 metres)
{
  return format_distance (units, metres, TRUE);
}

/**
 * hip_units_format_number:
 * @units: kilometres or miles
 * @metres: a distance
 * @decimals: how many decimals there may be, 0 to 3
 *
 * Writes a distance without its unit and without needless zeros: “10.5”, “12”.
 * Thousands are not grouped, so that [func@units_parse_distance] reads every
 * one of these numbers back.
 *
 * Returns: (transfer full): the text
 */
char *
hip_units_format_number (HipUnits units, gint64 metres, int decimals)
{
  static const int parts[] = { 1, 10, 100, 1000 };

  g_return_val_if_fail (decimals >= 0 && decimals < (int) G_N_ELEMENTS (parts), NULL);

  gint64 count = count_parts (units, metres, parts[decimals], FALSE);
  while (decimals > 0 && count % 10 == 0)
    {
      count /= 10;
      decimals--;
    }
  return g_strdup_printf ("%.*f", decimals, (double) count / parts[decimals]);
}

/**
 * hip_units_format_duration:
 * @seconds: a duration
 *
 * Writes a duration: “52:10”, “1:02:30”.
 *
 * Returns: (transfer full): the text
 */
char *
hip_units_format_duration (gint64 seconds)
{
  const char *sign = seconds < 0 ? "-" : "";
  guint64 rest = seconds < 0 ? -(guint64) seconds : (guint64) seconds;
  guint64 hours = rest / SECONDS_PER_HOUR;
  guint minutes = rest / 60 % 60;

  if (hours == 0)
    return g_strdup_printf ("%s%u:%02u", sign, minutes, (guint) (rest % 60));
  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ":%02u:%02u", sign, hours, minutes,
                          (guint) (rest % 60));
}

/**
 * hip_units_format_pace:
 * @units: kilometres or miles
 * @metres: a distance
 * @seconds: the time that it took
 *
 * Writes how long one kilometre or mile took: “5:12 /km”.
 *
 * Returns: (transfer full) (nullable): the text; %NULL if distance or time are
 *   not known (0 or less, so for %HIP_UNSET as well)
 */
char *
hip_units_format_pace (HipUnits units, gint64 metres, gint64 seconds)
{
  if (metres <= 0 || seconds <= 0)
    return NULL;

  double pace = seconds / hip_units_from_metres (units, metres);
  g_autofree char *duration = hip_units_format_duration (llround (pace));
  return g_strdup_printf ("%s" NO_BREAK_SPACE "/%s", duration, hip_units_get_symbol (units));
}

static gboolean
is_12_hour_locale (void)
{
  const char *format = nl_langinfo (T_FMT);

  if (*nl_langinfo (PM_STR) == '\0')
    return FALSE;
  return strstr (format, "%r") != NULL || strstr (format, "%I") != NULL
         || strstr (format, "%l") != NULL;
}

/**
 * hip_units_format_time:
 * @seconds_of_day: seconds after midnight, 0 to 86,399
 *
 * Writes a time of day to the minute, on the locale's clock of 12 or 24 hours:
 * “7:30 PM”, “19:30”.
 *
 * Returns: (transfer full): the text; empty for %HIP_UNSET
 */
char *
hip_units_format_time (gint32 seconds_of_day)
{
  if (seconds_of_day == HIP_UNSET)
    return g_strdup ("");

  g_return_val_if_fail (seconds_of_day >= 0 && seconds_of_day < 24 * SECONDS_PER_HOUR, NULL);

  g_autoptr(GDateTime) time = g_date_time_new_utc (2000, 1, 1, seconds_of_day / SECONDS_PER_HOUR,
                                                   seconds_of_day / 60 % 60, seconds_of_day % 60);
  if (is_12_hour_locale ())
    /* Translators: a time of day by the 12-hour clock. See g_date_time_format(). */
    return g_date_time_format (time, _ ("%-I:%M\u00a0%p"));
  /* Translators: a time of day by the 24-hour clock. */
  return g_date_time_format (time, _ ("%H:%M"));
}

/**
 * hip_units_format_signed_percent:
 * @percent: a change in percent
 *
 * Writes a change: “+12 %”, “−5 %”, “0 %”.
 *
 * Returns: (transfer full): the text
 */
char *
hip_units_format_signed_percent (int percent)
{
  const char *sign = percent > 0 ? "+" : percent < 0 ? "−" : "";
  g_autofree char *number =
      g_strdup_printf ("%s%'d", sign, ABS (CLAMP (percent, -G_MAXINT, G_MAXINT)));

  /* Translators: a change in percent with its sign, “+12 %”. There is a no-break space in it. */
  return g_strdup_printf (_ ("%s\u00a0%%"), number);
}
