// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "exchange-fixture.h"
#include "hip-column-mapping.h"
#include "hip-date-cell.h"
#include "hip-mapped-row.h"
#include "hip-number-cell.h"
#include "hip-unknown-table.h"

/* Tables that no program is known to write. */

static HipImportPlan *
read_text (const char *text, GPtrArray *mappings, gboolean offer, HipHistory *existing)
{
  g_autoptr (HipTestDir) dir = hip_test_dir_new ();
  g_autofree char *path = hip_test_dir_write (dir, "mine.csv", text);
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (3600);
  g_autoptr (HipHistory) empty = hip_history_new_empty ();
  HipImportOptions options;

  fixture_options (&options);
  options.time_zone = zone;
  options.mappings = mappings;
  options.offer_tables = offer;
  return fixture_read_with (path, existing != NULL ? existing : empty, &options);
}

static HipUnknownTable *
get_table (HipImportPlan *plan)
{
  g_assert_cmpuint (plan->rejected->len, ==, 0);
  g_assert_cmpuint (plan->unknown_tables->len, ==, 1);
  g_assert_cmpuint (plan->n_files, ==, 0);
  return g_ptr_array_index (plan->unknown_tables, 0);
}

static HipColumnMapping *
guess_text (const char *text)
{
  g_autoptr (HipImportPlan) plan = read_text (text, NULL, TRUE, NULL);

  return hip_column_mapping_copy (get_table (plan)->guess);
}

/* As somebody would who finds nothing to correct. */
static HipImportPlan *
read_guessed (const char *text, HipHistory *existing)
{
  g_autoptr (GPtrArray) mappings =
                g_ptr_array_new_with_free_func ((GDestroyNotify) hip_column_mapping_free);

  g_ptr_array_add (mappings, guess_text (text));
  return read_text (text, mappings, TRUE, existing);
}

static HipRun *
get_run (HipImportPlan *plan, guint i)
{
  g_assert_cmpuint (plan->rejected->len, ==, 0);
  g_assert_cmpuint (plan->unknown_tables->len, ==, 0);
  g_assert_cmpuint (plan->added.runs, >, i);
  return (HipRun *) hip_change_get (plan->change, i + 1 + plan->added.shoes)->after;
}

typedef struct
{
  const char *text;
  /* By field, in the order of HipMappedField: a letter of the column, '-' for none. */
  const char *columns;
  /* What the first row becomes, on 12 March 2024. */
  gint32 distance_m;
  gint32 duration_s;
  gint32 start_s;
} GuessCase;

#define AT(h, m, s) ((h) * 3600 + (m) * 60 + (s))

static const GuessCase guess_cases[] = {
  { "Date,Distance (km),Time,Notes\n2024-03-12,10.5,52:10,Sore\n2024-03-14,8.25,41:02,\n",
    "abc------d-", 10500, 3130, HIP_UNSET },
  { "Date,Time,Distance (mi),Duration,Avg Pace,Avg HR,Shoes\n"
    "03/12/2024,6:30 AM,6.5,52:10,8:01,150,Pegasus\n03/14/2024,6:10 PM,3,25:00,8:20,151,Pegasus\n",
    "acdg--b----", 10461, 3130, AT (6, 30, 0) },
  { "Datum;Uhrzeit;Strecke (km);Zeit;Tempo;Höhenmeter;Schuhe;Bemerkung\n"
    "12.03.2024;06:30;10,5;00:52:10;4:58;120;Adidas;\n13.03.2024;18:30;8,25;00:41:02;4:58;80;;"
    "Müde\n",
    "acdg-fb--h-", 10500, 3130, AT (6, 30, 0) },
  { "Datum;km;Minuten;Anstrengung\n12.3.24;10,5;52;4\n14.3.24;8;40;7\n", "abc-d------", 10500, 3120,
    HIP_UNSET },
  { "Date;Distance parcourue;Durée;Dénivelé +;Ressenti\n"
    "12/03/2024;10,50 km;0:52:10;120;5\n25/03/2024;8,2 km;0:41:00;10;3\n",
    "abc-ed-----", 10500, 3130, HIP_UNSET },
  { "Fecha,Distancia,Tiempo,Ritmo,Zapatillas\n"
    "12-03-2024,\"10,5\",52:10,4:58,Nimbus\n31-03-2024,\"8,25\",41:02,4:58,Nimbus\n",
    "abce-------", 10500, 3130, HIP_UNSET },
  { "Data\tDistanza (km)\tDurata\tDislivello\tScarpe\n"
    "12/03/2024\t10,5\t52:10\t100\tGel\n13/03/2024\t8\t40:00\t50\tGel\n",
    "abce-d-----", 10500, 3130, HIP_UNSET },
  { "Datum;Afstand;Tijd;Opmerking\n12-03-2024;10,5;0:52:10;Regen\n13-03-2024;8;0:40:00;\n",
    "abc------d-", 10500, 3130, HIP_UNSET },
  { "id,type,startDateTimeLocal,distanceMeters,durationInSeconds,cadence\n"
    "1,Run,2024-03-12T06:30:00,10500.0,3130,171\n2,Ride,2024-03-13T06:30:00,30500.0,3130,80\n",
    "cde----f--b", 10500, 3130, AT (6, 30, 0) },
  { "Start time,Sport,Length,Elapsed time,Moving time\n"
    "2024-03-12T05:30:00Z,Running,10.5,0:55:00,0:52:10\n"
    "2024-03-14T05:30:00Z,Cycling,20.5,0:55:00,0:52:10\n",
    "ace-------b", 10500, 3130, AT (6, 30, 0) },
  { "Day,Miles,Hours,Workout\n\"Tue, March 12, 2024\",6.5,0.87,Easy\n\"Thu, March 14, "
    "2024\",13.1,1.75,Long\n",
    "abc-----d--", 10461, 3132, HIP_UNSET },
  { "Tag;Strecke in m;Dauer (h:mm);RPE\n12.03.2024;10.500;0:52;4\n14.03.2024;8.250;0:41;5\n",
    "abc-d------", 10500, 3120, HIP_UNSET },
  { "Wann,Was,Kilometer,Laufzeit,Wie\n12 Mar 2024,Lauf,10.5 km,52 min,gut\n"
    "14 Mar 2024,Lauf,8 km,1 h 5 min,schwer\n",
    "acd--------", 10500, 3120, HIP_UNSET },
  { "Date,Distance,Time,Comment\n2024-03-12,10.5,52:10:00,13 May 2024 is the race\n"
    "2024-03-14,15,1:15:00,\n2024-03-15,8,41:00:00,Slow\n",
    "abc------d-", 10500, 3130, HIP_UNSET },
  { "Run Date,Week,Weekly km,Run Distance km,Run Time,Planned km\n"
    "2024/03/12,11,30.5,10.5,52:10,12\n2024/03/14,11,38,8,40:00,8\n",
    "ade--------", 10500, 3130, HIP_UNSET },
};

static void
test_guess (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (guess_cases); i++)
    {
      const GuessCase *c = &guess_cases[i];
      g_autoptr (HipColumnMapping) guess = guess_text (c->text);
      g_autoptr (GError) error = NULL;
      g_autoptr (HipImportPlan) plan = NULL;
      HipRun *run;

      g_test_message ("%s", c->text);
      for (guint field = 0; field < HIP_N_MAPPED_FIELDS; field++)
        g_assert_cmpint (guess->columns[field] == HIP_NO_COLUMN ? '-' : 'a' + guess->columns[field],
                         ==, c->columns[field]);
      hip_column_mapping_validate (guess, &error);
      g_assert_no_error (error);
      plan = read_guessed (c->text, NULL);
      run = get_run (plan, 0);
      g_assert_cmpint (run->date, ==, hip_day_from_ymd (2024, 3, 12));
      g_assert_cmpint (run->distance_m, ==, c->distance_m);
      g_assert_cmpint (run->duration_s, ==, c->duration_s);
      g_assert_cmpint (run->start_s, ==, c->start_s);
      g_assert_cmpstr (run->source, ==, "csv");
    }
}

/* What nothing in the table tells, stays open. */
static void
test_guess_incomplete (void)
{
  g_autoptr (HipColumnMapping) guess = guess_text ("A,B,C\n2024-03-12,10.5,52:10\n");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (guess->columns[HIP_MAPPED_DATE], ==, 0);
  g_assert_cmpint (guess->columns[HIP_MAPPED_DISTANCE], ==, HIP_NO_COLUMN);
  g_assert_false (hip_column_mapping_validate (guess, &error));
  g_assert_error (error, HIP_RECORD_ERROR, HIP_RECORD_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, "Choose the column with the distance.");
}

static void
test_validate (void)
{
  g_autoptr (HipColumnMapping) mapping = guess_text ("Date,km,Time\n2024-03-12,10.5,52:10\n");
  g_autoptr (GError) twice = NULL;
  g_autoptr (GError) beyond = NULL;
  g_autoptr (GError) no_date = NULL;

  g_assert_true (hip_column_mapping_validate (mapping, NULL));
  mapping->columns[HIP_MAPPED_START] = 0; /* date and time in one */
  g_assert_true (hip_column_mapping_validate (mapping, NULL));
  mapping->columns[HIP_MAPPED_NOTE] = 2;
  g_assert_false (hip_column_mapping_validate (mapping, &twice));
  g_assert_cmpstr (twice->message, ==,
                   "The column “Time” is chosen twice: for “Time” and for “Note”. Choose another "
                   "for one of them.");
  mapping->columns[HIP_MAPPED_NOTE] = 3;
  g_assert_false (hip_column_mapping_validate (mapping, &beyond));
  g_assert_error (beyond, HIP_RECORD_ERROR, HIP_RECORD_ERROR_INVALID);
  mapping->columns[HIP_MAPPED_NOTE] = HIP_NO_COLUMN;
  mapping->columns[HIP_MAPPED_DATE] = HIP_NO_COLUMN;
  g_assert_false (hip_column_mapping_validate (mapping, &no_date));
  g_assert_cmpstr (no_date->message, ==, "Choose the column with the date.");
}

/* A single number beyond twelve settles the order of all. */
static void
test_date_order (void)
{
  static const struct
  {
    const char *rows;
    HipDateOrder order;
    gboolean ambiguous;
  } cases[] = {
    { "3/4/2024,5\n3/13/2024,5\n", HIP_DATE_ORDER_MONTH_FIRST, FALSE },
    { "3/4/2024,5\n13/3/2024,5\n", HIP_DATE_ORDER_DAY_FIRST, FALSE },
    { "3/4/2024,5\n12/3/2024,5\n", HIP_DATE_ORDER_UNKNOWN, TRUE },
    { "3/3/2024,5\n4/4/2024,5\n", HIP_DATE_ORDER_UNKNOWN, FALSE },
    { "3.4.2024,5\n4.5.2024,5\n", HIP_DATE_ORDER_UNKNOWN, FALSE },
    { "2024-03-04,5\n2024-04-05,5\n", HIP_DATE_ORDER_UNKNOWN, FALSE },
    { "3/4/2024,5\n3/13/2024,5\n13/3/2024,5\n", HIP_DATE_ORDER_UNKNOWN, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat ("Date,Distance\n", cases[i].rows, NULL);
      g_autoptr (HipImportPlan) plan = read_text (text, NULL, TRUE, NULL);
      HipUnknownTable *table = get_table (plan);

      g_test_message ("%s", cases[i].rows);
      g_assert_cmpint (table->guess->date_order, ==, cases[i].order);
      g_assert_cmpint (hip_unknown_table_is_ambiguous (table, 0), ==, cases[i].ambiguous);
      g_assert_false (hip_unknown_table_is_ambiguous (table, HIP_NO_COLUMN));
      g_assert_false (hip_unknown_table_is_ambiguous (table, 1));
    }
}

/* A date far down in the file counts too. */
static void
test_date_order_below (void)
{
  g_autoptr (GString) text = g_string_new ("Date,Distance\n");
  g_autoptr (HipImportPlan) plan = NULL;

  for (guint i = 0; i < 300; i++)
    g_string_append (text, "3/4/2024,5\n");
  g_string_append (text, "3/13/2024,5\n");
  plan = read_text (text->str, NULL, TRUE, NULL);
  g_assert_cmpint (get_table (plan)->guess->date_order, ==, HIP_DATE_ORDER_MONTH_FIRST);
  g_assert_cmpuint (get_table (plan)->rows->len, ==, HIP_UNKNOWN_TABLE_SAMPLES);
}

static void
test_dates (void)
{
  static const struct
  {
    const char *cell;
    HipDateOrder order;
    int day; /* of March 2024, 0 for none */
    gint32 start_s;
    gint32 offset_min;
  } cases[] = {
    { "3/4/2024", HIP_DATE_ORDER_MONTH_FIRST, 4, HIP_UNSET, HIP_UNSET },
    { "4/3/2024", HIP_DATE_ORDER_DAY_FIRST, 4, HIP_UNSET, HIP_UNSET },
    { "4/3/2024", HIP_DATE_ORDER_UNKNOWN, 0, 0, 0 },
    { "13/3/2024", HIP_DATE_ORDER_UNKNOWN, 13, HIP_UNSET, HIP_UNSET },
    { "13/3/2024", HIP_DATE_ORDER_MONTH_FIRST, 0, 0, 0 },
    { "3/13/2024", HIP_DATE_ORDER_DAY_FIRST, 0, 0, 0 },
    { "03-13-24", HIP_DATE_ORDER_MONTH_FIRST, 13, HIP_UNSET, HIP_UNSET },
    { "13.03.24 6:30", HIP_DATE_ORDER_MONTH_FIRST, 13, AT (6, 30, 0), HIP_UNSET },
    { "2024-03-13 06:30:05.123", HIP_DATE_ORDER_UNKNOWN, 13, AT (6, 30, 5), HIP_UNSET },
    { "2024-03-13T06:30:05Z", HIP_DATE_ORDER_UNKNOWN, 13, AT (7, 30, 5), 60 },
    { "2024-03-13T23:30:05.000Z", HIP_DATE_ORDER_UNKNOWN, 14, AT (0, 30, 5), 60 },
    { "2024-03-13 06:30:05 UTC", HIP_DATE_ORDER_UNKNOWN, 13, AT (7, 30, 5), 60 },
    { "2024-03-13 06:30:05 -0500", HIP_DATE_ORDER_UNKNOWN, 13, AT (6, 30, 5), -300 },
    { "Mar 13, 2024, 6:30 PM", HIP_DATE_ORDER_UNKNOWN, 13, AT (18, 30, 0), HIP_UNSET },
    { "13-Mar-24", HIP_DATE_ORDER_UNKNOWN, 13, HIP_UNSET, HIP_UNSET },
    { "13. März 2024", HIP_DATE_ORDER_UNKNOWN, 13, HIP_UNSET, HIP_UNSET },
    { "30.02.2024", HIP_DATE_ORDER_DAY_FIRST, 0, 0, 0 },
    { "13/3/324", HIP_DATE_ORDER_DAY_FIRST, 0, 0, 0 },
    { "1:02:30", HIP_DATE_ORDER_DAY_FIRST, 0, 0, 0 },
    { "10.5", HIP_DATE_ORDER_DAY_FIRST, 0, 0, 0 },
    { "2024-03-13 25:00", HIP_DATE_ORDER_UNKNOWN, 0, 0, 0 },
    { "March", HIP_DATE_ORDER_UNKNOWN, 0, 0, 0 },
    { "", HIP_DATE_ORDER_UNKNOWN, 0, 0, 0 },
  };
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (3600);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HipDateCell date;
      gboolean read = hip_date_cell_parse (cases[i].cell, cases[i].order, zone, &date);

      g_test_message ("%s", cases[i].cell);
      g_assert_cmpint (read, ==, cases[i].day != 0);
      if (!read)
        continue;
      g_assert_cmpint (date.day, ==, hip_day_from_ymd (2024, 3, cases[i].day));
      g_assert_cmpint (date.start_s, ==, cases[i].start_s);
      g_assert_cmpint (date.utc_offset_min, ==, cases[i].offset_min);
    }
}

static void
test_distances (void)
{
  static const struct
  {
    const char *cell;
    HipDistanceUnit unit;
    char mark;
    double metres; /* -1 for none */
  } cases[] = {
    { "10.5", HIP_DISTANCE_UNIT_KM, 0, 10500 },
    { "10,5", HIP_DISTANCE_UNIT_KM, 0, 10500 },
    { "10,5", HIP_DISTANCE_UNIT_KM, '.', 10500 },
    { "10,500", HIP_DISTANCE_UNIT_KM, 0, 10500 },
    { "10,500", HIP_DISTANCE_UNIT_KM, ',', 10500 },
    { "10,500", HIP_DISTANCE_UNIT_KM, '.', 10500000 },
    { "1.024,50", HIP_DISTANCE_UNIT_KM, 0, 1024500 },
    { "1,024.50", HIP_DISTANCE_UNIT_KM, ',', 1024500 },
    { "10,500", HIP_DISTANCE_UNIT_M, 0, 10500 },
    { "10.500", HIP_DISTANCE_UNIT_M, 0, 10500 },
    { "803.512", HIP_DISTANCE_UNIT_M, '.', 803.512 },
    { "9803.512", HIP_DISTANCE_UNIT_M, 0, 9803.512 },
    { "10 500", HIP_DISTANCE_UNIT_M, 0, 10500 },
    { "10\u202f500", HIP_DISTANCE_UNIT_M, 0, 10500 },
    { "10'500", HIP_DISTANCE_UNIT_M, 0, 10500 },
    { "6.5 mi", HIP_DISTANCE_UNIT_KM, 0, 6.5 * HIP_METRES_PER_MILE },
    { "10,5km", HIP_DISTANCE_UNIT_MI, 0, 10500 },
    { "10,500 m", HIP_DISTANCE_UNIT_KM, 0, 10500 },
    { "10 laps", HIP_DISTANCE_UNIT_KM, 0, -1 },
    { "10.5.1x", HIP_DISTANCE_UNIT_KM, 0, -1 },
    { "52:10", HIP_DISTANCE_UNIT_KM, 0, -1 },
    { "far", HIP_DISTANCE_UNIT_KM, 0, -1 },
    { "", HIP_DISTANCE_UNIT_KM, 0, -1 },
    { "99999999999999999999999999999999999999", HIP_DISTANCE_UNIT_KM, 0, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double metres = -1;
      gboolean read =
          hip_mapped_row_parse_distance (cases[i].cell, cases[i].unit, cases[i].mark, &metres);

      g_test_message ("%s", cases[i].cell);
      g_assert_cmpint (read, ==, cases[i].metres >= 0);
      if (read)
        g_assert_cmpfloat_with_epsilon (metres, cases[i].metres, 1e-6);
    }
}

static void
test_durations (void)
{
  static const struct
  {
    const char *cell;
    HipDurationStyle style;
    double seconds; /* -1 for none */
  } cases[] = {
    { "52:10", HIP_DURATION_STYLE_CLOCK, 3130 },
    { "1:02:30", HIP_DURATION_STYLE_CLOCK, 3750 },
    { "00:52:10.5", HIP_DURATION_STYLE_CLOCK, 3130.5 },
    { "0:52", HIP_DURATION_STYLE_CLOCK, 52 },
    { "0:52", HIP_DURATION_STYLE_HOURS_MINUTES, 3120 },
    { "1:02:30", HIP_DURATION_STYLE_HOURS_MINUTES, 3750 },
    { "52:10:00", HIP_DURATION_STYLE_MINUTES_SECONDS, 3130 },
    { "10:00:00", HIP_DURATION_STYLE_MINUTES_SECONDS, 600 },
    { "9:59:59", HIP_DURATION_STYLE_MINUTES_SECONDS, 35999 },
    { "1:02:30", HIP_DURATION_STYLE_MINUTES_SECONDS, 3750 },
    { "52,5", HIP_DURATION_STYLE_MINUTES, 3150 },
    { "52", HIP_DURATION_STYLE_CLOCK, 3120 },
    { "3130", HIP_DURATION_STYLE_SECONDS, 3130 },
    { "3,130", HIP_DURATION_STYLE_SECONDS, 3130 },
    { "0.5", HIP_DURATION_STYLE_HOURS, 1800 },
    { "52 min", HIP_DURATION_STYLE_SECONDS, 3120 },
    { "1h 02m 30s", HIP_DURATION_STYLE_CLOCK, 3750 },
    { "52'10\"", HIP_DURATION_STYLE_CLOCK, 3130 },
    { "long", HIP_DURATION_STYLE_CLOCK, -1 },
    { "1:2:3:4", HIP_DURATION_STYLE_CLOCK, -1 },
    { "", HIP_DURATION_STYLE_CLOCK, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double seconds = -1;
      gboolean read = hip_mapped_row_parse_duration (cases[i].cell, cases[i].style, 0, &seconds);

      g_test_message ("%s", cases[i].cell);
      g_assert_cmpint (read, ==, cases[i].seconds >= 0);
      if (read)
        g_assert_cmpfloat_with_epsilon (seconds, cases[i].seconds, 1e-6);
    }
}

/* "10,500" alone is anything; beside "9,75" it is not. */
static void
test_decimal_mark (void)
{
  static const struct
  {
    const char *rows;
    char mark;
  } cases[] = {
    { "12.03.2024;9,75\n13.03.2024;10,500\n", ',' },
    { "12.03.2024;9.75\n13.03.2024;10.500\n", '.' },
    { "12.03.2024;1.024,5\n", ',' },
    { "12.03.2024;10,500\n", 0 },
    { "12.03.2024;10\n", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat ("Datum;km\n", cases[i].rows, NULL);
      g_autoptr (HipColumnMapping) guess = guess_text (text);

      g_assert_cmpint (guess->decimal_mark, ==, cases[i].mark);
    }
}

static void
test_measures (void)
{
  g_autoptr (HipImportPlan) plan = read_guessed (
      "Date,Distance mi,Duration,Shoe,RPE,Elevation Gain (ft),Start "
      "Time,Cadence,Title,Notes,Sport\n"
      "3/13/2024,6.5,52:10,Blue,7,328,18:05,86,Tempo,\"Hip, sore\",Trail Run\n",
      NULL);
  HipRun *run = get_run (plan, 0);
  HipShoe *shoe = (HipShoe *) hip_change_get (plan->change, 1)->after;

  g_assert_cmpint (run->date, ==, hip_day_from_ymd (2024, 3, 13));
  g_assert_cmpint (run->distance_m, ==, 10461);
  g_assert_cmpint (run->duration_s, ==, 3130);
  g_assert_cmpint (run->effort, ==, 7);
  g_assert_cmpint (run->ascent_m, ==, 100);
  g_assert_cmpint (run->start_s, ==, AT (18, 5, 0));
  g_assert_cmpint (run->cadence_spm, ==, 172); /* of both feet */
  g_assert_cmpint (run->surface, ==, HIP_SURFACE_TRAIL);
  g_assert_cmpstr (run->title, ==, "Tempo");
  g_assert_cmpstr (run->note, ==, "Hip, sore");
  g_assert_cmpstr (shoe->name, ==, "Blue");
  g_assert_true (run->shoe_id == shoe->rec.id);
}

#define BAD_ROWS                                                                                   \
  "Date,Distance,Time,RPE,Sport\n"                                                                 \
  "2024-03-12,10.5,52:10,4,Run\n"                                                                  \
  "some day,10.5,52:10,4,Run\n"                                                                    \
  ",10.5,52:10,4,Run\n"                                                                            \
  "2024-03-13,far,52:10,4,Run\n"                                                                   \
  "2024-03-13,,52:10,4,Run\n"                                                                      \
  "2024-03-13,,,,\n"                                                                               \
  "2024-03-14,0,0:00,--,\n"                                                                        \
  "2024-03-15,8\n"                                                                                 \
  "2024-03-16,8,slow,hard,\n"                                                                      \
  "2024-03-17,40,1:20:00,4,Ride\n"                                                                 \
  "2027-03-17,8,40:00,4,Run\n"                                                                     \
  "2024-03-18,1200,40:00,4,Run\n"                                                                  \
  ",,,,\n"

static void
test_bad_rows (void)
{
  static const char *const reasons[] = {
    "3: “some day” is not a date that can be understood.",
    "4: The row has no date.",
    "5: “far” is not a distance that can be understood.",
    "6: The row has a time but no distance.",
    "12: A run cannot be in the future.",
    "13: A run of 1,000 km or more cannot be right.",
  };
  static const char *const remarks[] = {
    "In the column “Time”, “slow” could not be understood and was left out; the run was kept.",
    "In the column “RPE”, “hard” could not be understood and was left out; the run was kept.",
    "2 rows have neither a distance nor a time and were left out.",
  };
  g_autoptr (HipImportPlan) plan = read_guessed (BAD_ROWS, NULL);

  g_assert_cmpuint (plan->added.runs, ==, 3);
  g_assert_cmpuint (plan->n_other_sports, ==, 1);
  g_assert_cmpuint (plan->n_files, ==, 1);
  g_assert_cmpuint (plan->rejected->len, ==, G_N_ELEMENTS (reasons));
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      g_autofree char *reason = fixture_reason (plan, i);

      g_assert_cmpstr (reason, ==, reasons[i]);
    }
  g_assert_cmpuint (plan->remarks->len, ==, G_N_ELEMENTS (remarks));
  for (guint i = 0; i < G_N_ELEMENTS (remarks); i++)
    g_assert_cmpstr (((HipImportReject *) g_ptr_array_index (plan->remarks, i))->reason, ==,
                     remarks[i]);
}

/* With and without start times. */
static void
test_again (void)
{
  static const char *const texts[] = {
    "Date,km,Time\n2024-03-12,10.5,52:10\n2024-03-12,10.5,52:10\n2024-03-13,8,\n",
    "Date,km,Time\n2024-03-12 06:30,10.5,52:10\n2024-03-12 18:30,10.5,52:10\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (HipImportPlan) plan = read_guessed (texts[i], NULL);
      g_autoptr (HipHistory) empty = hip_history_new_empty ();
      g_autoptr (HipHistory) history = hip_history_with_change (empty, plan->change);
      g_autoptr (HipImportPlan) again = read_guessed (texts[i], history);

      g_assert_cmpuint (plan->added.runs, ==, i == 0 ? 3 : 2);
      g_assert_cmpuint (again->added.runs, ==, 0);
      g_assert_cmpuint (again->duplicates->len, ==, plan->added.runs);
    }
}

#define TABLE "Date,km,Time\n2024-03-12,10.5,52:10\n"

/* Another order of columns, another name, a column more: each is another table. */
static void
test_other_header (void)
{
  static const char *const texts[] = {
    "km,Date,Time\n10.5,2024-03-12,52:10\n",
    "Date,KM,Time\n2024-03-12,10.5,52:10\n",
    "Date,km,Time,\n2024-03-12,10.5,52:10,\n",
  };
  g_autoptr (GPtrArray) mappings =
                g_ptr_array_new_with_free_func ((GDestroyNotify) hip_column_mapping_free);

  g_ptr_array_add (mappings, guess_text (TABLE));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (HipImportPlan) plan = read_text (texts[i], mappings, TRUE, NULL);

      g_assert_cmpuint (plan->added.runs, ==, 0);
      g_assert_nonnull (get_table (plan));
    }
}

/* Blanks around names do not make another table of it. */
static void
test_same_header (void)
{
  g_autoptr (GPtrArray) mappings =
                g_ptr_array_new_with_free_func ((GDestroyNotify) hip_column_mapping_free);
  g_autoptr (HipImportPlan) plan = NULL;

  g_ptr_array_add (mappings, guess_text (TABLE));
  plan = read_text ("Date , km;Time\n", mappings, FALSE, NULL);
  g_assert_cmpuint (plan->rejected->len, ==, 1);
  g_clear_pointer (&plan, hip_import_plan_free);
  plan = read_text ("Date , km,Time\r\n2024-03-12,10.5,52:10\r\n", mappings, FALSE, NULL);
  g_assert_cmpint (get_run (plan, 0)->distance_m, ==, 10500);
}

/* A known format stays what it is, whatever was said of its header. */
static void
test_known_format (void)
{
  const char *text = "date,distance_m\n2024-03-12,10500\n";
  const char *cells[] = { "date", "distance_m" };
  g_autoptr (GPtrArray) mappings =
                g_ptr_array_new_with_free_func ((GDestroyNotify) hip_column_mapping_free);
  HipColumnMapping *mapping = hip_column_mapping_new (&(HipCsvRow) { 1, 2, cells, NULL });
  g_autoptr (HipImportPlan) plan = NULL;

  mapping->columns[HIP_MAPPED_DATE] = 0;
  mapping->columns[HIP_MAPPED_DISTANCE] = 1;
  g_ptr_array_add (mappings, mapping);
  plan = read_text (text, mappings, TRUE, NULL);
  g_assert_cmpint (get_run (plan, 0)->distance_m, ==, 10500);
  g_assert_null (get_run (plan, 0)->source);
}

/* What nobody could map is rejected as ever; and so is everything where nobody can be asked. */
static void
test_no_tables (void)
{
  static const char *const texts[] = {
    "Dear diary\ntoday I ran.\n",
    "Dear diary, today I ran\nand it was fun, it was\nbut long, very long\n",
    "Date,Distance\n",
    "Pair,Colour\nBlue,blue\n",
    "Date,Pair\n2024-03-12,Blue\n",
    "Pair,Count\nBlue,3\n",
    "\x01\x02,\x03\n\x04,\x05\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (HipImportPlan) plan = read_text (texts[i], NULL, TRUE, NULL);

      g_test_message ("%s", texts[i]);
      g_assert_cmpuint (plan->unknown_tables->len, ==, 0);
      g_assert_cmpuint (plan->rejected->len, ==, 1);
      g_assert_cmpuint (((HipImportReject *) g_ptr_array_index (plan->rejected, 0))->line, ==, 1);
    }
}

static void
test_not_offered (void)
{
  g_autoptr (HipImportPlan) plan = read_text (TABLE, NULL, FALSE, NULL);
  g_autofree char *reason = NULL;

  g_assert_cmpuint (plan->unknown_tables->len, ==, 0);
  g_assert_cmpuint (plan->rejected->len, ==, 1);
  reason = fixture_reason (plan, 0);
  g_assert_true (g_str_has_prefix (reason, "1: HipLog does not know this kind of file."));
}

/* In a folder there are tables of all sorts; only one that is surely of runs is asked about. */
static void
test_folder (void)
{
  g_autoptr (HipTestDir) dir = hip_test_dir_new ();
  g_autofree char *runs = hip_test_dir_write (dir, "2024.csv", TABLE);
  g_autofree char *other = hip_test_dir_write (dir, "weight.csv", "Date,Weight\n2024-03-12,70\n");
  g_autofree char *bare = hip_test_dir_write (dir, "goals.csv", "Date,km\n2024-03-12,70\n");
  g_autoptr (HipHistory) empty = hip_history_new_empty ();
  g_autoptr (HipImportPlan) plan = NULL;
  HipImportOptions options;

  fixture_options (&options);
  options.offer_tables = TRUE;
  plan = fixture_read_with (hip_test_dir_get_path (dir), empty, &options);
  g_assert_true (g_str_has_suffix (get_table (plan)->file, "2024.csv"));
}

/* Neither columns, cells nor tables without end. */
static void
test_bounds (void)
{
  g_autoptr (HipTestDir) dir = hip_test_dir_new ();
  g_autoptr (HipHistory) empty = hip_history_new_empty ();
  g_autoptr (GString) wide = g_string_new ("Date,Distance");
  g_autofree char *long_name = g_strnfill (5000, 'x');
  g_autofree char *tall =
      g_strconcat ("Date,Distance,", long_name, "\n2024-03-12,5,", long_name, "\n", NULL);
  g_autoptr (HipImportPlan) plan = NULL;
  g_autoptr (HipImportPlan) many = NULL;
  g_autoptr (HipImportPlan) wide_plan = NULL;
  HipImportOptions options;

  for (guint i = 2; i <= HIP_MAPPING_MAX_COLUMNS; i++)
    g_string_append (wide, ",x");
  g_string_append (wide, "\n2024-03-12,5\n");
  wide_plan = read_text (wide->str, NULL, TRUE, NULL);
  g_assert_cmpuint (wide_plan->unknown_tables->len, ==, 0);

  plan = read_text (tall, NULL, TRUE, NULL);
  g_assert_cmpuint (strlen (get_table (plan)->header[2]), ==, 200);
  g_assert_cmpuint (strlen (((char **) g_ptr_array_index (get_table (plan)->rows, 0))[2]), ==, 120);

  for (guint i = 0; i < HIP_IMPORT_MAX_UNKNOWN_TABLES + 1; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.csv", i);
      g_autofree char *path = hip_test_dir_write (dir, name, TABLE);
    }
  fixture_options (&options);
  options.offer_tables = TRUE;
  many = fixture_read_with (hip_test_dir_get_path (dir), empty, &options);
  g_assert_cmpuint (many->unknown_tables->len, ==, HIP_IMPORT_MAX_UNKNOWN_TABLES);
}

static void
test_round_trip (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (guess_cases); i++)
    {
      g_autoptr (HipColumnMapping) mapping = guess_text (guess_cases[i].text);
      g_autofree char *text = hip_column_mapping_to_string (mapping);
      g_autoptr (GError) error = NULL;
      g_autoptr (HipColumnMapping) back = hip_column_mapping_from_string (text, &error);

      g_assert_no_error (error);
      g_assert_true (hip_column_mapping_equal (mapping, back));
      back->date_order = (back->date_order + 1) % HIP_N_DATE_ORDERS;
      g_assert_false (hip_column_mapping_equal (mapping, back));
    }
}

static void
test_from_nonsense (void)
{
#define STYLES                                                                                     \
  "'distance-unit': <'km'>, 'duration-style': <'clock'>, 'ascent-unit': <'m'>, "                   \
  "'date-order': <'unknown'>, 'decimal-mark': <'comma'>"
  static const char *const texts[] = {
    "",
    "{}",
    "[1, 2]",
    "{'header': <['a', 'b']>, 'columns': <{'date': 0, 'distance': 1}>}",
    "{'header': <['a', 'b']>, 'columns': <{'date': 0, 'distance': 2}>, " STYLES "}",
    "{'header': <['a', 'b']>, 'columns': <{'date': 0, 'distance': -2}>, " STYLES "}",
    "{'header': <['a', 'b']>, 'columns': <{'date': 0, 'pace': 1}>, " STYLES "}",
    "{'header': <['a', 'b']>, 'columns': <{'date': 0}>, " STYLES "}",
    "{'header': <3>, 'columns': <{'date': 0, 'distance': 1}>, " STYLES "}",
  };
  g_autoptr (HipColumnMapping) good = hip_column_mapping_from_string (
      "{'header': <['a', 'b']>, 'columns': <{'date': 0, 'distance': 1}>, " STYLES "}", NULL);

  g_assert_nonnull (good);
  g_assert_cmpint (good->decimal_mark, ==, ',');
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", texts[i]);
      g_assert_null (hip_column_mapping_from_string (texts[i], &error));
      g_assert_nonnull (error);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/column-mapping/guess", test_guess);
  g_test_add_func ("/column-mapping/guess-incomplete", test_guess_incomplete);
  g_test_add_func ("/column-mapping/validate", test_validate);
  g_test_add_func ("/column-mapping/date-order", test_date_order);
  g_test_add_func ("/column-mapping/date-order-below", test_date_order_below);
  g_test_add_func ("/column-mapping/dates", test_dates);
  g_test_add_func ("/column-mapping/distances", test_distances);
  g_test_add_func ("/column-mapping/durations", test_durations);
  g_test_add_func ("/column-mapping/decimal-mark", test_decimal_mark);
  g_test_add_func ("/column-mapping/measures", test_measures);
  g_test_add_func ("/column-mapping/bad-rows", test_bad_rows);
  g_test_add_func ("/column-mapping/again", test_again);
  g_test_add_func ("/column-mapping/other-header", test_other_header);
  g_test_add_func ("/column-mapping/same-header", test_same_header);
  g_test_add_func ("/column-mapping/known-format", test_known_format);
  g_test_add_func ("/column-mapping/no-tables", test_no_tables);
  g_test_add_func ("/column-mapping/not-offered", test_not_offered);
  g_test_add_func ("/column-mapping/folder", test_folder);
  g_test_add_func ("/column-mapping/bounds", test_bounds);
  g_test_add_func ("/column-mapping/round-trip", test_round_trip);
  g_test_add_func ("/column-mapping/from-nonsense", test_from_nonsense);
  return g_test_run ();
}
