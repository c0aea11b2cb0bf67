// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-units.h"

#include <langinfo.h>
#include <math.h>
#include <string.h>

#include <glib/gi18n.h>

#include "hip-record.h"

/* What people type: distances, durations, times of day. The other half of the
 * family, what is shown to them, is in hip-units.c. */

#define METRES_PER_YARD  0.9144
#define SECONDS_PER_HOUR 3600
/* Longer numbers are typing mistakes, and all arithmetic is safe below. */
#define MAX_DIGITS 12

static const char *
skip_spaces (const char *p)
{
  while (*p == ' ')
    p++;
  return p;
}

/* Everything that is typed comes here first: digits of all scripts as ASCII, and
 * only one kind of space, comma, point and letter. */
static char *
normalize (const char *text)
{
  GString *result = g_string_new (NULL);

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return g_string_free_and_steal (result);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isdigit (c))
        g_string_append_c (result, '0' + g_unichar_digit_value (c));
      else if (g_unichar_isspace (c))
        g_string_append_c (result, ' ');
      else if (c == 0x066b) /* Arabic decimal separator */
        g_string_append_c (result, '.');
      else if (c == 0x066c) /* Arabic thousands separator */
        g_string_append_c (result, ',');
      else if (c == 0x2019 || c == 0x2032) /* right quotation mark, prime */
        g_string_append_c (result, '\'');
      else if (c == 0x201d || c == 0x2033) /* the double ones */
        g_string_append_c (result, '"');
      else
        g_string_append_unichar (result, g_unichar_tolower (c));
    }
  g_strstrip (result->str);
  return g_string_free_and_steal (result);
}

static gboolean
is_group_of_three (const char *p)
{
  return g_ascii_isdigit (p[0]) && g_ascii_isdigit (p[1]) && g_ascii_isdigit (p[2])
         && !g_ascii_isdigit (p[3]);
}

/* Takes the number at the beginning of *@text: digits, points and commas, with
 * the spaces and apostrophes between groups of three left out. */
static char *
take_number (const char **text)
{
  GString *number = g_string_new (NULL);
  const char *p = *text;

  for (; *p != '\0'; p++)
    {
      if (g_ascii_isdigit (*p) || *p == '.' || *p == ',')
        g_string_append_c (number, *p);
      else if ((*p != ' ' && *p != '\'') || number->len == 0 || !is_group_of_three (p + 1))
        break;
    }
  *text = p;
  return g_string_free_and_steal (number);
}

static guint
count_char (const char *text, char c)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += *text == c ? 1 : 0;
  return n;
}

/* Whether every @separator of @number has three digits behind it, and one to
 * three before the first: “1,234,567”. */
static gboolean
is_grouped_by (const char *number, char separator)
{
  gsize first = strchr (number, separator) - number;

  if (first < 1 || first > 3 || number[0] == '0')
    return FALSE;
  for (const char *p = number + first; p != NULL; p = strchr (p + 1, separator))
    if (!is_group_of_three (p + 1))
      return FALSE;
  return TRUE;
}

/* Which of point and comma separates the decimals of @number; 0 if neither does.
 * When there is one of them only, “1.234” can be read in two ways: @grouped
 * decides, and else whether the locale groups its thousands so. */
static char
find_decimal_separator (const char *number, gboolean grouped)
{
  const char *last_point = strrchr (number, '.');
  const char *last_comma = strrchr (number, ',');

  if (last_point == NULL && last_comma == NULL)
    return 0;
  if (last_point != NULL && last_comma != NULL)
    return last_point > last_comma ? '.' : ',';

  char separator = last_point != NULL ? '.' : ',';
  gboolean is_group = grouped || *nl_langinfo (THOUSEP) == separator;
  if (count_char (number, separator) > 1 || (is_group && is_grouped_by (number, separator)))
    return 0;
  return separator;
}

/* Writes @number as C reads it, or gives %NULL if its separators make no sense. */
static char *
canonicalize_number (const char *number, gboolean grouped)
{
  char decimal = find_decimal_separator (number, grouped);
  char group = decimal == '.' ? ',' : decimal == ',' ? '.' : strchr (number, ',') ? ',' : '.';
  g_autofree char *whole = g_strdup (number);
  char *fraction = decimal != 0 ? strchr (whole, decimal) : NULL;

  if (fraction != NULL)
    *fraction++ = '\0';
  if (strchr (whole, group) != NULL && !is_grouped_by (whole, group))
    return NULL;

  g_auto(GStrv) groups = g_strsplit (whole, (char[]) { group, '\0' }, -1);
  g_autofree char *digits = g_strjoinv (NULL, groups);
  if (strspn (digits, "0123456789") != strlen (digits) || strlen (digits) > MAX_DIGITS)
    return NULL;
  if (fraction != NULL && strspn (fraction, "0123456789") != strlen (fraction))
    return NULL;
  if (*digits == '\0' && (fraction == NULL || *fraction == '\0'))
    return NULL;
  return g_strconcat (digits, ".", fraction, NULL);
}

static gboolean
parse_decimal (const char *number, gboolean grouped, double *value)
{
  g_autofree char *canonical = canonicalize_number (number, grouped);

  if (canonical == NULL)
    return FALSE;
  *value = g_ascii_strtod (canonical, NULL);
  return TRUE;
}

/* How many metres the unit called @name has; 0 if there is none. */
static double
find_unit (const char *name, HipUnits units)
{
  static const struct
  {
    const char *name;
    double metres;
  } names[] = {
    { "km", 1000 },
    { "kms", 1000 },
    { "k", 1000 },
    { "kilometre", 1000 },
    { "kilometres", 1000 },
    { "kilometer", 1000 },
    { "kilometers", 1000 },
    { "m", 1 },
    { "metre", 1 },
    { "metres", 1 },
    { "meter", 1 },
    { "meters", 1 },
    { "mi", HIP_METRES_PER_MILE },
    { "mile", HIP_METRES_PER_MILE },
    { "miles", HIP_METRES_PER_MILE },
    { "yd", METRES_PER_YARD },
    { "yds", METRES_PER_YARD },
    { "yard", METRES_PER_YARD },
    { "yards", METRES_PER_YARD },
  };

  if (*name == '\0')
    return units == HIP_UNITS_MI ? HIP_METRES_PER_MILE : 1000;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (name, names[i].name) == 0)
      return names[i].metres;
  if (strcmp (name, C_ ("unit", "km")) == 0)
    return 1000;
  if (strcmp (name, C_ ("unit", "mi")) == 0)
    return HIP_METRES_PER_MILE;
  return strcmp (name, C_ ("unit", "m")) == 0 ? 1 : 0;
}

static gboolean
try_parse_distance (const char *text, HipUnits units, gint64 *metres)
{
  g_autofree char *clean = normalize (text);
  const char *rest = clean;
  g_autofree char *number = take_number (&rest);
  double factor = find_unit (skip_spaces (rest), units);
  double value;

  /* Nobody measures fractions of a metre: “1.500 m” are fifteen hundred. */
  if (factor == 0 || !parse_decimal (number, factor <= 1, &value))
    return FALSE;
  *metres = llround (value * factor);
  return TRUE;
}

/**
 * hip_units_parse_distance:
 * @text: (nullable): what was typed
 * @units: the units of a bare number
 * @metres: (out): return location for the distance; untouched on failure
 * @error: return location for an error
 *
 * Reads a distance: “10,5 km”, “6.5 mi”, “800 m”, “10.5”. Decimals may stand
 * behind a point or a comma, thousands may be grouped.
 *
 * Fails with %HIP_RECORD_ERROR_SYNTAX and a sentence that shows what to type.
 *
 * Returns: whether @text is a distance
 */
gboolean
hip_units_parse_distance (const char *text, HipUnits units, gint64 *metres, GError **error)
{
  g_return_val_if_fail (metres != NULL, FALSE);

  if (try_parse_distance (text, units, metres))
    return TRUE;

  g_autofree char *example = hip_units_format_distance (units, hip_units_to_metres (units, 10.5));
  /* Translators: %s is an example of a distance, “10.5 km”. */
  g_set_error (error, HIP_RECORD_ERROR, HIP_RECORD_ERROR_SYNTAX,
               _ ("This is not a distance. Type one like “%s”."), example);
  return FALSE;
}

/* Takes a whole number of one to @max_digits digits off *@text. */
static gboolean
take_digits (const char **text, int max_digits, gint64 *value)
{
  const char *p = *text;

  *value = 0;
  for (; g_ascii_isdigit (*p); p++)
    {
      if (p - *text == max_digits)
        return FALSE;
      *value = *value * 10 + (*p - '0');
    }
  if (p == *text)
    return FALSE;
  *text = p;
  return TRUE;
}

/* “1:02:30”, “52:10” */
static gboolean
parse_clock_duration (const char *text, gint64 *seconds)
{
  gint64 total, part;
  int parts = 1;

  if (!take_digits (&text, MAX_DIGITS, &total))
    return FALSE;
  for (; *text == ':' && parts < 3; parts++)
    {
      const char *start = ++text;
      if (!take_digits (&text, 2, &part) || part >= 60 || text - start != 2)
        return FALSE;
      total = total * 60 + part;
    }
  *seconds = total;
  return *text == '\0' && parts > 1;
}

/* How many seconds the unit of time at the beginning of *@text has, which is
 * taken off; 0 if there is none. */
static gint64
take_time_unit (const char **text)
{
  static const struct
  {
    const char *name;
    gint64 seconds;
  } names[] = {
    { "hours", 3600 }, { "hour", 3600 }, { "hrs", 3600 }, { "hr", 3600 }, { "h", 3600 },
    { "minutes", 60 }, { "minute", 60 }, { "mins", 60 },  { "min", 60 },  { "m", 60 },
    { "'", 60 },       { "seconds", 1 }, { "second", 1 }, { "secs", 1 },  { "sec", 1 },
    { "s", 1 },        { "\"", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_has_prefix (*text, names[i].name))
      {
        *text += strlen (names[i].name);
        return names[i].seconds;
      }
  return 0;
}

/* “52”, “52 min”, “1 h 5”, “1h05m30s”: each unit is smaller than the one before,
 * and a number without one is of the next smaller one. */
static gboolean
parse_unit_duration (const char *text, gint64 *seconds)
{
  gint64 total = 0, last_unit = 0;

  do
    {
      gint64 number;

      if (!take_digits (&text, MAX_DIGITS, &number))
        return FALSE;
      text = skip_spaces (text);

      gint64 unit = *text == '\0' ? (last_unit == 0 ? 60 : last_unit / 60) : take_time_unit (&text);
      if (unit == 0 || (last_unit != 0 && (unit >= last_unit || number >= last_unit / unit)))
        return FALSE;
      total += number * unit;
      last_unit = unit;
      text = skip_spaces (text);
    }
  while (*text != '\0');

  *seconds = total;
  return TRUE;
}

/**
 * hip_units_parse_duration:
 * @text: (nullable): what was typed
 * @seconds: (out): return location for the duration; untouched on failure
 * @error: return location for an error
 *
 * Reads a duration: “1:02:30”, “52:10”, “52” (minutes), “52 min”, “1 h 5”,
 * “1h05m30s”.
 *
 * Fails with %HIP_RECORD_ERROR_SYNTAX and a sentence that shows what to type.
 *
 * Returns: whether @text is a duration
 */
gboolean
hip_units_parse_duration (const char *text, gint64 *seconds, GError **error)
{
  gint64 value;

  g_return_val_if_fail (seconds != NULL, FALSE);

  g_autofree char *clean = normalize (text);
  if (!parse_clock_duration (clean, &value) && !parse_unit_duration (clean, &value))
    {
      g_set_error_literal (error, HIP_RECORD_ERROR, HIP_RECORD_ERROR_SYNTAX,
                           _ ("This is not a time. Type minutes and seconds like “52:10”, or "
                              "hours too, like “1:02:30”."));
      return FALSE;
    }
  *seconds = value;
  return TRUE;
}

typedef enum
{
  CLOCK_24_HOURS,
  CLOCK_MORNING,
  CLOCK_AFTERNOON,
  CLOCK_UNKNOWN,
} Clock;

static Clock
find_clock (const char *suffix)
{
  static const char *const morning[] = { "am", "a.m.", "a", NULL };
  static const char *const afternoon[] = { "pm", "p.m.", "p", NULL };
  g_autofree char *local_morning = normalize (nl_langinfo (AM_STR));
  g_autofree char *local_afternoon = normalize (nl_langinfo (PM_STR));

  if (*suffix == '\0')
    return CLOCK_24_HOURS;
  if (g_strv_contains (morning, suffix) || strcmp (suffix, local_morning) == 0)
    return CLOCK_MORNING;
  if (g_strv_contains (afternoon, suffix) || strcmp (suffix, local_afternoon) == 0)
    return CLOCK_AFTERNOON;
  return CLOCK_UNKNOWN;
}

/* Takes “7:30”, “19:05:10”, “7.30”, “7h30”, “0730” or “7” off *@text. */
static gboolean
take_clock_digits (const char **text, gint64 *hours, gint64 *minutes, gint64 *seconds)
{
  const char *start = *text;

  *minutes = *seconds = 0;
  if (!take_digits (text, 4, hours))
    return FALSE;
  if (*text - start > 2)
    {
      *minutes = *hours % 100;
      *hours /= 100;
      return TRUE;
    }

  for (int i = 0; i < 2 && **text != '\0' && strchr (":.h", **text) != NULL; i++)
    {
      const char *part = ++*text;
      if (!take_digits (text, 2, i == 0 ? minutes : seconds) || *text - part != 2)
        return FALSE;
    }
  return TRUE;
}

static gboolean
try_parse_time (const char *text, gint32 *seconds_of_day)
{
  g_autofree char *clean = normalize (text);
  const char *rest = clean;
  gint64 hours, minutes, seconds;

  if (!take_clock_digits (&rest, &hours, &minutes, &seconds) || minutes >= 60 || seconds >= 60)
    return FALSE;

  Clock clock = find_clock (skip_spaces (rest));
  gboolean half_day = clock == CLOCK_MORNING || clock == CLOCK_AFTERNOON;
  if (clock == CLOCK_UNKNOWN || hours >= 24 || (half_day && (hours < 1 || hours > 12)))
    return FALSE;
  if (half_day)
    hours = hours % 12 + (clock == CLOCK_AFTERNOON ? 12 : 0);
  *seconds_of_day = hours * SECONDS_PER_HOUR + minutes * 60 + seconds;
  return TRUE;
}

/**
 * hip_units_parse_time:
 * @text: (nullable): what was typed
 * @seconds_of_day: (out): return location for the seconds after midnight;
 *   untouched on failure
 * @error: return location for an error
 *
 * Reads a time of day: “7:30”, “19:05:10”, “7.30 pm”, “0730”, “7 pm”.
 *
 * Fails with %HIP_RECORD_ERROR_SYNTAX and a sentence that shows what to type.
 *
 * Returns: whether @text is a time of day
 */
gboolean
hip_units_parse_time (const char *text, gint32 *seconds_of_day, GError **error)
{
  g_return_val_if_fail (seconds_of_day != NULL, FALSE);

  if (try_parse_time (text, seconds_of_day))
    return TRUE;

  g_autofree char *example = hip_units_format_time (18 * SECONDS_PER_HOUR + 30 * 60);
  /* Translators: %s is an example of a time, “18:30”. */
  g_set_error (error, HIP_RECORD_ERROR, HIP_RECORD_ERROR_SYNTAX,
               _ ("This is not a time of day. Type one like “%s”."), example);
  return FALSE;
}

static gboolean
try_parse_integer (const char *text, gint64 *value)
{
  g_autofree char *clean = normalize (text);
  gboolean negative = *clean == '-' || g_str_has_prefix (clean, "−");
  const char *rest = negative ? g_utf8_next_char (clean) : clean;
  g_autofree char *number = take_number (&rest);
  double magnitude;

  if (*rest != '\0' || !parse_decimal (number, TRUE, &magnitude) || magnitude != floor (magnitude))
    return FALSE;
  *value = negative ? -(gint64) magnitude : (gint64) magnitude;
  return TRUE;
}

/**
 * hip_units_parse_integer:
 * @text: (nullable): what was typed
 * @min: the smallest number that will do
 * @max: the greatest
 * @value: (out): return location for the number; untouched on failure
 * @error: return location for an error
 *
 * Reads a whole number: “170”.
 *
 * Fails with %HIP_RECORD_ERROR_SYNTAX and a sentence that says what the bounds
 * are.
 *
 * Returns: whether @text is a whole number from @min to @max
 */
gboolean
hip_units_parse_integer (const char *text, gint64 min, gint64 max, gint64 *value, GError **error)
{
  gint64 result;

  g_return_val_if_fail (value != NULL, FALSE);
  g_return_val_if_fail (min <= max, FALSE);

  if (try_parse_integer (text, &result) && result >= min && result <= max)
    {
      *value = result;
      return TRUE;
    }

  g_autofree char *lowest = g_strdup_printf ("%'" G_GINT64_FORMAT, min);
  g_autofree char *highest = g_strdup_printf ("%'" G_GINT64_FORMAT, max);
  /* Translators: the two %s are numbers. */
  g_set_error (error, HIP_RECORD_ERROR, HIP_RECORD_ERROR_SYNTAX,
               /* Translators: two numbers. */
               _ ("Type a whole number from %1$s to %2$s."), lowest, highest);
  return FALSE;
}
