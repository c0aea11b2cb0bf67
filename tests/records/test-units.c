// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-units.h"

#include <math.h>

#include "hip-record.h"
#include "hip-test-util.h"

#define NBSP "\u00a0"

/* The caller frees a text; a test only compares it. */
static void
assert_text (char *actual, const char *expected)
{
  g_autofree char *owned = actual;

  g_assert_cmpstr (owned, ==, expected);
}

static gboolean
begin_locale (const char *name)
{
  if (hip_test_set_locale (name))
    return TRUE;
  g_test_skip_printf ("There is no locale %s", name);
  return FALSE;
}

static void
end_locale (void)
{
  g_assert_true (hip_test_set_locale ("C.UTF-8"));
}

static void
test_metres (void)
{
  g_assert_cmpint (hip_units_to_metres (HIP_UNITS_KM, 10.5), ==, 10500);
  g_assert_cmpint (hip_units_to_metres (HIP_UNITS_KM, 0.0005), ==, 1);
  g_assert_cmpint (hip_units_to_metres (HIP_UNITS_KM, 0.0004), ==, 0);
  g_assert_cmpint (hip_units_to_metres (HIP_UNITS_MI, 1), ==, 1609);
  g_assert_cmpint (hip_units_to_metres (HIP_UNITS_MI, 26.2), ==, 42165);
  g_assert_cmpfloat (hip_units_from_metres (HIP_UNITS_KM, 10500), ==, 10.5);
  g_assert_cmpfloat_with_epsilon (hip_units_from_metres (HIP_UNITS_MI, 1609.344), 1, 1e-12);
}

static void
test_format_km (void)
{
  static const struct
  {
    gint64 metres;
    const char *text, *floor_text;
  } cases[] = {
    { 0, "0" NBSP "km", "0" NBSP "km" },
    { 1, "1" NBSP "m", "1" NBSP "m" },
    { 80, "80" NBSP "m", "80" NBSP "m" },
    { 99, "99" NBSP "m", "99" NBSP "m" },
    { 100, "0.1" NBSP "km", "0.1" NBSP "km" },
    { 149, "0.1" NBSP "km", "0.1" NBSP "km" },
    { 150, "0.2" NBSP "km", "0.1" NBSP "km" },
    { 12000, "12.0" NBSP "km", "12.0" NBSP "km" },
    { 12449, "12.4" NBSP "km", "12.4" NBSP "km" },
    { 12450, "12.5" NBSP "km", "12.4" NBSP "km" },
    { 12550, "12.6" NBSP "km", "12.5" NBSP "km" },
    { 15399, "15.4" NBSP "km", "15.3" NBSP "km" },
    { 15400, "15.4" NBSP "km", "15.4" NBSP "km" },
    { 999949, "999.9" NBSP "km", "999.9" NBSP "km" },
    { 999950, "1000" NBSP "km", "999.9" NBSP "km" },
    { 1000000, "1000" NBSP "km", "1000" NBSP "km" },
    { 1204499, "1204" NBSP "km", "1204" NBSP "km" },
    { 1204500, "1205" NBSP "km", "1204" NBSP "km" },
    { -3240, "-3.2" NBSP "km", "-3.3" NBSP "km" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      assert_text (hip_units_format_distance (HIP_UNITS_KM, cases[i].metres), cases[i].text);
      assert_text (hip_units_format_distance_floor (HIP_UNITS_KM, cases[i].metres),
                   cases[i].floor_text);
    }
}

static void
test_format_mi (void)
{
  assert_text (hip_units_format_distance (HIP_UNITS_MI, 0), "0" NBSP "mi");
  assert_text (hip_units_format_distance (HIP_UNITS_MI, 100), "109" NBSP "yd");
  assert_text (hip_units_format_distance (HIP_UNITS_MI, 160), "175" NBSP "yd");
  assert_text (hip_units_format_distance_floor (HIP_UNITS_MI, 160), "174" NBSP "yd");
  assert_text (hip_units_format_distance (HIP_UNITS_MI, 161), "0.1" NBSP "mi");
  assert_text (hip_units_format_distance (HIP_UNITS_MI, 16093), "10.0" NBSP "mi");
  assert_text (hip_units_format_distance_floor (HIP_UNITS_MI, 16093), "9.9" NBSP "mi");
  assert_text (hip_units_format_distance_floor (HIP_UNITS_MI, 16094), "10.0" NBSP "mi");
  assert_text (hip_units_format_distance (HIP_UNITS_MI, 1609344), "1000" NBSP "mi");
}

static void
test_floor_never_above (void)
{
  for (gint64 metres = 200; metres < 60000; metres += 7)
    for (int units = HIP_UNITS_KM; units <= HIP_UNITS_MI; units++)
      {
        g_autofree char *text = hip_units_format_distance_floor (units, metres);
        gint64 typed = 0;

        g_assert_true (hip_units_parse_distance (text, units, &typed, NULL));
        g_assert_cmpint (typed, <=, metres);
        g_assert_cmpint (typed, >, metres - 162);
      }
}

static void
test_format_number (void)
{
  assert_text (hip_units_format_number (HIP_UNITS_KM, 0, 2), "0");
  assert_text (hip_units_format_number (HIP_UNITS_KM, 12000, 2), "12");
  assert_text (hip_units_format_number (HIP_UNITS_KM, 12500, 2), "12.5");
  assert_text (hip_units_format_number (HIP_UNITS_KM, 12345, 3), "12.345");
  assert_text (hip_units_format_number (HIP_UNITS_KM, 12345, 2), "12.35");
  assert_text (hip_units_format_number (HIP_UNITS_KM, 12345, 1), "12.3");
  assert_text (hip_units_format_number (HIP_UNITS_KM, 12500, 0), "13");
  assert_text (hip_units_format_number (HIP_UNITS_KM, 10000, 0), "10");
  assert_text (hip_units_format_number (HIP_UNITS_KM, 1234500, 1), "1234.5");
  assert_text (hip_units_format_number (HIP_UNITS_MI, 5000, 2), "3.11");
}

static void
test_number_round_trip (void)
{
  for (gint64 metres = 0; metres < 30000; metres += 11)
    {
      g_autofree char *text = hip_units_format_number (HIP_UNITS_KM, metres, 3);
      gint64 again = -1;

      g_assert_true (hip_units_parse_distance (text, HIP_UNITS_KM, &again, NULL));
      g_assert_cmpint (again, ==, metres);
    }
}

static void
test_format_duration (void)
{
  assert_text (hip_units_format_duration (0), "0:00");
  assert_text (hip_units_format_duration (59), "0:59");
  assert_text (hip_units_format_duration (3130), "52:10");
  assert_text (hip_units_format_duration (3599), "59:59");
  assert_text (hip_units_format_duration (3600), "1:00:00");
  assert_text (hip_units_format_duration (3750), "1:02:30");
  assert_text (hip_units_format_duration (360000), "100:00:00");
  assert_text (hip_units_format_duration (-61), "-1:01");
}

static void
test_format_pace (void)
{
  assert_text (hip_units_format_pace (HIP_UNITS_KM, 10000, 3120), "5:12" NBSP "/km");
  assert_text (hip_units_format_pace (HIP_UNITS_KM, 10000, 3124), "5:12" NBSP "/km");
  assert_text (hip_units_format_pace (HIP_UNITS_KM, 10000, 3125), "5:13" NBSP "/km");
  assert_text (hip_units_format_pace (HIP_UNITS_MI, 16093, 4800), "8:00" NBSP "/mi");
  assert_text (hip_units_format_pace (HIP_UNITS_KM, 0, 3120), NULL);
  assert_text (hip_units_format_pace (HIP_UNITS_KM, 10000, 0), NULL);
  assert_text (hip_units_format_pace (HIP_UNITS_KM, 10000, HIP_UNSET), NULL);
}

static void
test_format_time (void)
{
  assert_text (hip_units_format_time (0), "00:00");
  assert_text (hip_units_format_time (7 * 3600 + 30 * 60 + 59), "07:30");
  assert_text (hip_units_format_time (24 * 3600 - 1), "23:59");
  assert_text (hip_units_format_time (HIP_UNSET), "");
}

static void
test_format_percent (void)
{
  assert_text (hip_units_format_signed_percent (12), "+12" NBSP "%");
  assert_text (hip_units_format_signed_percent (0), "0" NBSP "%");
  assert_text (hip_units_format_signed_percent (-5), "−5" NBSP "%");
}

typedef struct
{
  const char *text;
  gint64 value; /* -1: must be refused */
} Parsed;

static void
assert_distances (HipUnits units, const Parsed *cases, guint n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autoptr(GError) error = NULL;
      gint64 metres = -1;
      gboolean parsed = hip_units_parse_distance (cases[i].text, units, &metres, &error);

      if (metres != cases[i].value)
        g_error ("“%s” was read as %" G_GINT64_FORMAT " m", cases[i].text, metres);
      g_assert_true (parsed == (cases[i].value != -1));
      if (!parsed)
        hip_test_assert_error_contains (error, HIP_RECORD_ERROR, HIP_RECORD_ERROR_SYNTAX,
                                        units == HIP_UNITS_KM ? "10.5" NBSP "km"
                                                              : "10.5" NBSP "mi");
    }
}

static void
test_parse_distance (void)
{
  static const Parsed cases[] = {
    { "10.5", 10500 },
    { "10,5", 10500 },
    { "10", 10000 },
    { "10.", 10000 },
    { ".5", 500 },
    { "0", 0 },
    { " 10.5 km ", 10500 },
    { "10.5km", 10500 },
    { "10,5 KM", 10500 },
    { "10.5\u00a0km", 10500 },
    { "10.5\u202fkm", 10500 },
    { "10.5\u2009km", 10500 },
    { "6.5 mi", 10461 },
    { "1 mile", 1609 },
    { "2 Miles", 3219 },
    { "800 m", 800 },
    { "800m", 800 },
    { "1,500 m", 1500 },
    { "1.500 m", 1500 },
    { "1\u202f500 m", 1500 },
    { "440 yd", 402 },
    { "10.125", 10125 },
    { "10,125", 10125 },
    { "0,125", 125 },
    { "1,234.5", 1234500 },
    { "1.234,5", 1234500 },
    { "1,234,567 m", 1234567 },
    { "1'234 m", 1234 },
    { "1’234 m", 1234 },
    { "12.3456", 12346 },
    { "١٠٫٥", 10500 },
    { NULL, -1 },
    { "", -1 },
    { " ", -1 },
    { "km", -1 },
    { ".", -1 },
    { ",", -1 },
    { "-5", -1 },
    { "+5", -1 },
    { "−5 km", -1 },
    { "five", -1 },
    { "5 furlongs", -1 },
    { "5 km 3", -1 },
    { "5 5", -1 },
    { "5 km/h", -1 },
    { "1.2.3", -1 },
    { "1,2,3", -1 },
    { "1,23.4", -1 },
    { "1.2,3,4", -1 },
    { "10:30", -1 },
    { "0x10", -1 },
    { "1e3", -1 },
    { "inf", -1 },
    { "1234567890123", -1 },
    { "99999999999999999999999999", -1 },
    { "\xff\xfe", -1 },
  };

  assert_distances (HIP_UNITS_KM, cases, G_N_ELEMENTS (cases));
}

static void
test_parse_distance_mi (void)
{
  static const Parsed cases[] = {
    { "6.5", 10461 }, { "26.2", 42165 }, { "10 km", 10000 }, { "x", -1 }
  };

  assert_distances (HIP_UNITS_MI, cases, G_N_ELEMENTS (cases));
}

static void
test_parse_duration (void)
{
  static const Parsed cases[] = {
    { "1:02:30", 3750 },
    { "52:10", 3130 },
    { "0:45", 45 },
    { "90:00", 5400 },
    { "100:00:00", 360000 },
    { "52", 3120 },
    { "52 min", 3120 },
    { "52min", 3120 },
    { "52 minutes", 3120 },
    { "1 h 5", 3900 },
    { "1h5", 3900 },
    { "1 h", 3600 },
    { "2 Hours", 7200 },
    { "1h05m30s", 3930 },
    { "1 h 5 min 30 s", 3930 },
    { "5m30", 330 },
    { "45 s", 45 },
    { "52'10\"", 3130 },
    { "52′10″", 3130 },
    { "0", 0 },
    { " 52:10 ", 3130 },
    { NULL, -1 },
    { "", -1 },
    { ":", -1 },
    { "1:", -1 },
    { ":30", -1 },
    { "1:2", -1 },
    { "1:60", -1 },
    { "1:02:60", -1 },
    { "1:60:00", -1 },
    { "1:002", -1 },
    { "1:02:30:00", -1 },
    { "-5", -1 },
    { "-1:30", -1 },
    { "52.5", -1 },
    { "1:30 h", -1 },
    { "1 h 60", -1 },
    { "5 min 1 h", -1 },
    { "5 min 5 min", -1 },
    { "5 s 3", -1 },
    { "h", -1 },
    { "1 x", -1 },
    { "1234567890123", -1 },
    { "99999999999999999999:00", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      gint64 seconds = -1;
      gboolean parsed = hip_units_parse_duration (cases[i].text, &seconds, &error);

      if (seconds != cases[i].value)
        g_error ("“%s” was read as %" G_GINT64_FORMAT " s", cases[i].text, seconds);
      g_assert_true (parsed == (cases[i].value != -1));
      if (!parsed)
        hip_test_assert_error_contains (error, HIP_RECORD_ERROR, HIP_RECORD_ERROR_SYNTAX, "52:10");
    }
}

static void
test_parse_time (void)
{
  static const Parsed cases[] = {
    { "7:30", 27000 },      { "07:30", 27000 },   { "19:05:10", 68710 },
    { "7.30 pm", 70200 },   { "7:30pm", 70200 },  { "7:30\u202fPM", 70200 },
    { "7:30 p.m.", 70200 }, { "7:30 AM", 27000 }, { "12:00 am", 0 },
    { "12:00 pm", 43200 },  { "12:59 am", 3540 }, { "0730", 27000 },
    { "730", 27000 },       { "7 pm", 68400 },    { "7", 25200 },
    { "7h30", 27000 },      { "0:00", 0 },        { "23:59:59", 86399 },
    { NULL, -1 },           { "", -1 },           { "24:00", -1 },
    { "24", -1 },           { "2400", -1 },       { "7:60", -1 },
    { "7:30:60", -1 },      { "0760", -1 },       { "7:3", -1 },
    { "7:300", -1 },        { "07300", -1 },      { "13:00 pm", -1 },
    { "0:30 am", -1 },      { "-7:30", -1 },      { "7:30 xm", -1 },
    { "pm", -1 },           { "noon", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      gint32 seconds = -1;
      gboolean parsed = hip_units_parse_time (cases[i].text, &seconds, &error);

      if (seconds != cases[i].value)
        g_error ("“%s” was read as %d s", cases[i].text, seconds);
      g_assert_true (parsed == (cases[i].value != -1));
      if (!parsed)
        hip_test_assert_error_contains (error, HIP_RECORD_ERROR, HIP_RECORD_ERROR_SYNTAX, "18:30");
    }
}

static void
test_time_round_trip (void)
{
  for (gint32 seconds = 0; seconds < 24 * 3600; seconds += 60)
    {
      g_autofree char *text = hip_units_format_time (seconds);
      gint32 again = -1;

      g_assert_true (hip_units_parse_time (text, &again, NULL));
      g_assert_cmpint (again, ==, seconds);
    }
}

static void
test_parse_integer (void)
{
  static const Parsed cases[] = {
    { "40", 40 },
    { "170", 170 },
    { " 170 ", 170 },
    { "300", 300 },
    { "39", -1 },
    { "301", -1 },
    { "-170", -1 },
    { "170.5", -1 },
    { "170 spm", -1 },
    { "", -1 },
    { NULL, -1 },
    { "1e2", -1 },
    { "9999999999999999999999", -1 },
  };
  gint64 value;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      value = -1;
      g_assert_true (hip_units_parse_integer (cases[i].text, 40, 300, &value, &error)
                     == (cases[i].value != -1));
      g_assert_cmpint (value, ==, cases[i].value);
      if (error != NULL)
        hip_test_assert_error_contains (error, HIP_RECORD_ERROR, HIP_RECORD_ERROR_SYNTAX,
                                        "from 40 to 300");
    }
  g_assert_true (hip_units_parse_integer ("-1080", -1080, 1080, &value, NULL));
  g_assert_cmpint (value, ==, -1080);
  g_assert_true (hip_units_parse_integer ("1,080", -1080, 1080, &value, NULL));
  g_assert_cmpint (value, ==, 1080);
}

static void
test_german (void)
{
  gint64 metres = 0;

  if (!begin_locale ("de_DE.UTF-8"))
    return;

  g_assert_cmpint (hip_units_from_locale (), ==, HIP_UNITS_KM);
  g_assert_cmpint (hip_units_first_weekday_from_locale (), ==, G_DATE_MONDAY);
  assert_text (hip_units_format_distance (HIP_UNITS_KM, 10500), "10,5" NBSP "km");
  assert_text (hip_units_format_distance (HIP_UNITS_KM, 1204000), "1.204" NBSP "km");
  assert_text (hip_units_format_number (HIP_UNITS_KM, 1234500, 1), "1234,5");
  assert_text (hip_units_format_time (19 * 3600 + 1800), "19:30");
  assert_text (hip_units_format_signed_percent (1200), "+1.200" NBSP "%");
  g_assert_true (hip_units_parse_distance ("10,5 km", HIP_UNITS_KM, &metres, NULL));
  g_assert_cmpint (metres, ==, 10500);
  g_assert_true (hip_units_parse_distance ("10.5", HIP_UNITS_KM, &metres, NULL));
  g_assert_cmpint (metres, ==, 10500);
  g_assert_true (hip_units_parse_distance ("10,125", HIP_UNITS_KM, &metres, NULL));
  g_assert_cmpint (metres, ==, 10125);
  g_assert_true (hip_units_parse_distance ("1.204 km", HIP_UNITS_KM, &metres, NULL));
  g_assert_cmpint (metres, ==, 1204000);
  test_number_round_trip ();
  test_time_round_trip ();
  end_locale ();
}

static void
test_american (void)
{
  gint64 metres = 0;

  if (!begin_locale ("en_US.UTF-8"))
    return;

  g_assert_cmpint (hip_units_from_locale (), ==, HIP_UNITS_MI);
  g_assert_cmpint (hip_units_first_weekday_from_locale (), ==, G_DATE_SUNDAY);
  assert_text (hip_units_format_distance (HIP_UNITS_KM, 1204000), "1,204" NBSP "km");
  assert_text (hip_units_format_time (19 * 3600 + 1800), "7:30" NBSP "PM");
  assert_text (hip_units_format_time (0), "12:00" NBSP "AM");
  g_assert_true (hip_units_parse_distance ("1,204 km", HIP_UNITS_KM, &metres, NULL));
  g_assert_cmpint (metres, ==, 1204000);
  g_assert_true (hip_units_parse_distance ("10,5 km", HIP_UNITS_KM, &metres, NULL));
  g_assert_cmpint (metres, ==, 10500);
  test_number_round_trip ();
  test_time_round_trip ();
  end_locale ();
}

static void
test_egyptian (void)
{
  if (!begin_locale ("ar_EG.UTF-8"))
    return;

  g_assert_cmpint (hip_units_from_locale (), ==, HIP_UNITS_KM);
  g_assert_cmpint (hip_units_first_weekday_from_locale (), ==, G_DATE_SATURDAY);
  test_number_round_trip ();
  test_time_round_trip ();
  end_locale ();
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  end_locale ();
  g_test_add_func ("/units/metres", test_metres);
  g_test_add_func ("/units/format/km", test_format_km);
  g_test_add_func ("/units/format/mi", test_format_mi);
  g_test_add_func ("/units/format/floor-never-above", test_floor_never_above);
  g_test_add_func ("/units/format/number", test_format_number);
  g_test_add_func ("/units/format/number-round-trip", test_number_round_trip);
  g_test_add_func ("/units/format/duration", test_format_duration);
  g_test_add_func ("/units/format/pace", test_format_pace);
  g_test_add_func ("/units/format/time", test_format_time);
  g_test_add_func ("/units/format/time-round-trip", test_time_round_trip);
  g_test_add_func ("/units/format/percent", test_format_percent);
  g_test_add_func ("/units/parse/distance", test_parse_distance);
  g_test_add_func ("/units/parse/distance-mi", test_parse_distance_mi);
  g_test_add_func ("/units/parse/duration", test_parse_duration);
  g_test_add_func ("/units/parse/time", test_parse_time);
  g_test_add_func ("/units/parse/integer", test_parse_integer);
  g_test_add_func ("/units/german", test_german);
  g_test_add_func ("/units/american", test_american);
  g_test_add_func ("/units/egyptian", test_egyptian);
  return g_test_run ();
}
