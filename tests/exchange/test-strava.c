// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "exchange-fixture.h"
#include "hip-strava.h"

/* Dates */

typedef struct
{
  const char *text;
  const char *iso; /* NULL when it is no date */
} DateCase;

static const DateCase date_cases[] = {
  { "Mar 15, 2024, 6:12:03 AM", "2024-03-15T06:12:03Z" },
  { "Mar 15, 2024, 6:12:03\xe2\x80\xaf"
    "AM",
    "2024-03-15T06:12:03Z" },
  { "Mar 15, 2024, 6:12:03\xc2\xa0PM", "2024-03-15T18:12:03Z" },
  { "Mar 15, 2024, 12:00:00 AM", "2024-03-15T00:00:00Z" },
  { "Mar 15, 2024, 12:00:00 PM", "2024-03-15T12:00:00Z" },
  { "25 Jun 2015, 11:18:35", "2015-06-25T11:18:35Z" },
  { "4 Sept 2021, 08:05:00", "2021-09-04T08:05:00Z" },
  { "23 jun. 2017 15:52:12", "2017-06-23T15:52:12Z" },
  { "1 mrt. 2018 07:00:00", "2018-03-01T07:00:00Z" },
  { "2 mei 2018 07:00:00", "2018-05-02T07:00:00Z" },
  { "09.12.2022, 15:24:49", "2022-12-09T15:24:49Z" },
  { "2018-09-12 15:02:23", "2018-09-12T15:02:23Z" },
  { "15 mars 2024 à 06:12:03", "2024-03-15T06:12:03Z" },
  { "3 août 2023, 06:12:03", "2023-08-03T06:12:03Z" },
  { "3 févr. 2023, 06:12:03", "2023-02-03T06:12:03Z" },
  { "3 juil. 2023, 06:12:03", "2023-07-03T06:12:03Z" },
  { "15 ene 2024, 6:12:03", "2024-01-15T06:12:03Z" },
  { "15 ago 2024, 6:12:03 p. m.", "2024-08-15T18:12:03Z" },
  { "15 gen 2024, 06:12:03", "2024-01-15T06:12:03Z" },
  { "15 lug 2024, 06:12:03", "2024-07-15T06:12:03Z" },
  { "15 de fev. de 2024, 06:12:03", "2024-02-15T06:12:03Z" },
  { "15 de dez. de 2024, 06:12:03", "2024-12-15T06:12:03Z" },
  { "15. Mai 2024, 06:12:03", "2024-05-15T06:12:03Z" },
  { "15 мар. 2024 г., 06:12:03", "2024-03-15T06:12:03Z" },
  { "2024/03/15 6:12:03", "2024-03-15T06:12:03Z" },
  { "2024年3月15日 下午6:12:03", "2024-03-15T18:12:03Z" },
  { "13/02/2024, 06:12:03", "2024-02-13T06:12:03Z" },
  { "02/13/2024, 06:12:03", "2024-02-13T06:12:03Z" },
  /* The third of April or the fourth of March? */
  { "03/04/2024, 06:12:03", NULL },
  { "Feb 30, 2024, 6:12:03 AM", NULL },
  { "Mar 15, 2024, 13:12:03 AM", NULL },
  { "Mar 15, 2024, 24:00:00", NULL },
  { "Foo 15, 2024, 6:12:03 AM", NULL },
  { "15 mar 2024", NULL },
  { "2024", NULL },
  { "", NULL },
};

static void
test_dates (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (date_cases); i++)
    {
      g_autoptr(GDateTime) date = hip_strava_parse_date (date_cases[i].text);
      g_autofree char *iso = date != NULL ? g_date_time_format_iso8601 (date) : NULL;

      g_test_message ("%s", date_cases[i].text);
      g_assert_cmpstr (iso, ==, date_cases[i].iso);
    }
}

/* Generations */

#define TAIL_2019                                                                                  \
  ",Athlete Weight,Bike Weight,Elapsed Time,Moving Time,Distance,Max Speed,Average Speed,"         \
  "Elevation Gain,Elevation Loss,Elevation Low,Elevation High,Max Grade,Average Grade,"            \
  "Average Positive Grade,Average Negative Grade,Max Cadence,Average Cadence,"                     \
  "Perceived Exertion,Something New\n"

static const char header_oldest[] =
    "id,date,name,type,description,elapsed_time,distance,commute,gear,filename\n";
static const char header_10[] =
    "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,"
    "Distance,Commute,Activity Gear,Filename\n";
static const char header_11[] =
    "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,"
    "Distance,Relative Effort,Commute,Activity Gear,Filename\n";
static const char header_2019[] =
    "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,"
    "Distance,Relative Effort,Commute,Activity Gear,Filename" TAIL_2019;
static const char header_new[] =
    "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,"
    "Distance,Max Heart Rate,Relative Effort,Commute,Activity Private Note,Activity Gear,"
    "Filename" TAIL_2019;
/* All 94 columns of 2025, five names twice, behind a byte order mark. */
static const char header_2025[] =
    "\xef\xbb\xbf"
    "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,"
    "Distance,Max Heart Rate,Relative Effort,Commute,Activity Private Note,Activity Gear,"
    "Filename,Athlete Weight,Bike Weight,Elapsed Time,Moving Time,Distance,Max Speed,"
    "Average Speed,Elevation Gain,Elevation Loss,Elevation Low,Elevation High,Max Grade,"
    "Average Grade,Average Positive Grade,Average Negative Grade,Max Cadence,Average Cadence,"
    "Max Heart Rate,Average Heart Rate,Max Watts,Average Watts,Calories,Max Temperature,"
    "Average Temperature,Relative Effort,Total Work,Number of Runs,Uphill Time,Downhill Time,"
    "Other Time,Perceived Exertion,Type,Start Time,Weighted Average Power,Power Count,"
    "Prefer Perceived Exertion,Perceived Relative Effort,Commute,Total Weight Lifted,"
    "From Upload,Grade Adjusted Distance,Weather Observation Time,Weather Condition,"
    "Weather Temperature,Apparent Temperature,Dewpoint,Humidity,Weather Pressure,Wind Speed,"
    "Wind Gust,Wind Bearing,Precipitation Intensity,Sunrise Time,Sunset Time,Moon Phase,Bike,"
    "Gear,Precipitation Probability,Precipitation Type,Cloud Cover,Weather Visibility,"
    "UV Index,Weather Ozone,Jump Count,Total Grit,Average Flow,Flagged,Average Elapsed Speed,"
    "Dirt Distance,Newly Explored Distance,Newly Explored Dirt Distance,Activity Count,"
    "Total Steps,Carbon Saved,Pool Length,Training Load,Intensity,"
    "Average Grade Adjusted Pace,Timer Time,Total Cycles,Media\n";
/* The runner's own language has no name of ours, and the cadences stand the other way round. */
static const char header_foreign[] =
    "Aktivitäts-ID,Aktivitätsdatum,Name der Aktivität,Aktivitätsart,Aktivitätsbeschreibung,"
    "Verstrichene Zeit,Distanz,Max. Herzfrequenz,Relative Leistung,Pendeln,Hinweis,"
    "Aktivitätsausrüstung,Dateiname,Sportlergewicht,Fahrradgewicht,Verstrichene Zeit,"
    "Bewegungszeit,Distanz,Höchstgeschwindigkeit,Tempo,Höhenzunahme,Durchschnittliche Kadenz\n";

typedef struct
{
  const char *name;
  const char *header;
  const char *row;
  gint32 distance_m;
  gint32 duration_s;
  const char *date;
  gint32 start_s;
  const char *note;
  gint32 ascent_m;
  gint32 cadence_spm;
  gint32 effort;
} Generation;

#define HEAD_ROW "42,\"Mar 15, 2024, 6:12:03 AM\",Morning,Run,"

static const Generation generations[] = {
  { "oldest", header_oldest,
    "42,2024-03-15 06:12:03,Morning,Run,Easy,3000,10020.5,,Blue,activities/1.fit\n", 10021, 3000,
    "2024-03-15", 22323, "Easy", HIP_UNSET, HIP_UNSET, HIP_UNSET },
  { "10-columns", header_10, HEAD_ROW "Easy,3000,10.02,false,Blue,activities/1.fit\n", 10020, 3000,
    "2024-03-15", 22323, "Easy", HIP_UNSET, HIP_UNSET, HIP_UNSET },
  { "11-columns", header_11, HEAD_ROW "Easy,3000,10.02,7,false,Blue,activities/1.fit\n", 10020,
    3000, "2024-03-15", 22323, "Easy", HIP_UNSET, HIP_UNSET, HIP_UNSET },
  { "2019", header_2019,
    HEAD_ROW "Easy,3000,10.02,7,false,Blue,activities/1.fit,70.0,,3000.0,2900.4,10020.6,5,3.4,"
             "55.6,50,1,2,3,4,5,6,90,80.5,6.0,x\n",
    10021, 2900, "2024-03-15", 22323, "Easy", 56, 161, 6 },
  { "new", header_new,
    HEAD_ROW "Easy,3000,10.02,150,7,false,My knee,Blue,,,,3000.0,,10020.6,5,3.4,"
             ",50,1,2,3,4,5,6,90,165,,x\n",
    10021, 3000, "2024-03-15", 22323, "Easy\n\nMy knee", HIP_UNSET, 165, HIP_UNSET },
  { "2025", header_2025,
    HEAD_ROW "\"Easy, \"\"then\"\"\nhard\","
             "3000,10.02,150,7,false,,Blue,,,,3000.0,2900.4,10020.6,5,3.4,55.6,50,,,,,,,90,80."
             "5,170,150,,,,,,,,,,,,6.0,,,,,,,,,,10100,,,,,,,,,,,,,,,,99,,,,,,,,,,,,,,,,8000,,,"
             ",,,3000,,"
             "\n",
    10021, 2900, "2024-03-15", 22323, "Easy, \"then\"\nhard", 56, 161, 6 },
  { "foreign", header_foreign,
    "42,\"15.03.2024, 06:12:03\",Morning,Lauf,,3000,\"10,02\",150,7,false,,Blue,,,,3000.0,2900.0,"
    "10020.0,5,3.4,12.0,82\n",
    10020, 2900, "2024-03-15", 22323, NULL, 12, 164, HIP_UNSET },
};

static HipImportPlan *
read_text (const char *header, const char *rows, const HipImportOptions *options)
{
  g_autoptr(HipTestDir) dir = hip_test_dir_new ();
  g_autofree char *contents = g_strconcat (header, rows, NULL);
  g_autofree char *path = hip_test_dir_write (dir, "activities.csv", contents);
  g_autoptr(HipHistory) empty = hip_history_new_empty ();

  return fixture_read_with (path, empty, options);
}

/* The import, the shoe, the run. */
static HipRun *
get_only_run (HipImportPlan *plan)
{
  g_assert_cmpuint (plan->rejected->len, ==, 0);
  g_assert_cmpuint (plan->added.runs, ==, 1);
  return (HipRun *) hip_change_get (plan->change, hip_change_get_n (plan->change) - 1)->after;
}

static void
test_generation (gconstpointer data)
{
  const Generation *generation = data;
  HipImportOptions options;
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(HipImportPlan) plan = NULL;
  g_autofree char *date = NULL;
  HipShoe *shoe;
  HipRun *run;

  fixture_options (&options);
  options.time_zone = utc;
  plan = read_text (generation->header, generation->row, &options);
  run = get_only_run (plan);
  date = hip_day_to_iso (run->date);
  g_assert_cmpstr (date, ==, generation->date);
  g_assert_cmpint (run->start_s, ==, generation->start_s);
  g_assert_cmpint (run->utc_offset_min, ==, 0);
  g_assert_cmpint (run->distance_m, ==, generation->distance_m);
  g_assert_cmpint (run->duration_s, ==, generation->duration_s);
  g_assert_cmpint (run->ascent_m, ==, generation->ascent_m);
  g_assert_cmpint (run->cadence_spm, ==, generation->cadence_spm);
  g_assert_cmpint (run->effort, ==, generation->effort);
  g_assert_cmpstr (run->title, ==, "Morning");
  g_assert_cmpstr (run->note, ==, generation->note);
  g_assert_cmpstr (run->source, ==, "strava");
  g_assert_cmpstr (run->source_id, ==, "42");

  shoe = (HipShoe *) hip_change_get (plan->change, 1)->after;
  g_assert_cmpint (shoe->rec.kind, ==, HIP_RECORD_SHOE);
  g_assert_cmpstr (shoe->name, ==, "Blue");
  g_assert_cmpint (run->shoe_id, ==, shoe->rec.id);
  g_assert_cmpint (shoe->rec.id, <, HIP_IMPORT_PLACEHOLDER_ID);
  g_assert_cmpint (run->rec.import_id, ==, HIP_IMPORT_PLACEHOLDER_ID);
}

/* Near midnight the day is that of the runner, not that of Greenwich. */
static void
test_zones (void)
{
  static const struct
  {
    const char *zone;
    const char *date;
    gint32 start_s;
    gint32 offset;
  } zones[] = {
    { "UTC", "2024-03-15", 23 * 3600 + 30 * 60, 0 },
    { "Europe/Berlin", "2024-03-16", 30 * 60, 60 },
    { "America/New_York", "2024-03-15", 19 * 3600 + 30 * 60, -240 },
    { "Asia/Kolkata", "2024-03-16", 5 * 3600, 330 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autoptr(GTimeZone) zone = g_time_zone_new_identifier (zones[i].zone);
      g_autoptr(HipImportPlan) plan = NULL;
      g_autofree char *date = NULL;
      HipImportOptions options;
      HipRun *run;

      fixture_options (&options);
      options.time_zone = zone;
      plan = read_text (header_11, "1,\"Mar 15, 2024, 11:30:00 PM\",a,Run,,60,1,,,,\n", &options);
      run = get_only_run (plan);
      date = hip_day_to_iso (run->date);
      g_assert_cmpstr (date, ==, zones[i].date);
      g_assert_cmpint (run->start_s, ==, zones[i].start_s);
      g_assert_cmpint (run->utc_offset_min, ==, zones[i].offset);
      g_assert_cmpint (hip_run_get_utc_start (run), ==, 1710545400);
    }
}

static void
test_miles (void)
{
  g_autoptr(HipImportPlan) plan = NULL;
  HipImportOptions options;

  fixture_options (&options);
  options.distance_unit = HIP_UNITS_MI;
  plan = read_text (header_11, "1,\"Mar 15, 2024, 1:30:00 PM\",a,Run,,60,1,,,Blue,\n", &options);
  g_assert_cmpint (get_only_run (plan)->distance_m, ==, 1609);
  g_assert_cmpint (((HipShoe *) hip_change_get (plan->change, 1)->after)->check_at_m, ==,
                   hip_units_to_metres (HIP_UNITS_MI, 300));
  g_clear_pointer (&plan, hip_import_plan_free);

  /* Metres are metres for all. */
  plan = read_text (header_2019, generations[3].row, &options);
  g_assert_cmpint (get_only_run (plan)->distance_m, ==, 10021);
}

static void
test_types (void)
{
  static const char *const runs[] = {
    "Run",  "run",           "Trail Run", "TrailRun", "trail-run", "Virtual Run", "Hardloopsessie",
    "Lauf", "Course à pied", "Carrera",   "Corsa",    "Corrida",   "Löpning",     "Løb",
    "跑步"
  };
  static const char *const others[] = { "Ride", "Walk", "Hike", "Radfahrt", "", "Runway" };
  g_autoptr(GString) rows = g_string_new (NULL);
  g_autoptr(HipImportPlan) plan = NULL;
  HipImportOptions options;

  for (guint i = 0; i < G_N_ELEMENTS (runs); i++)
    g_string_append_printf (rows, "%u,2024-03-%02u 06:00:00,a,%s,,60,1,,,,\n", i, i + 1, runs[i]);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_string_append_printf (rows, "9%u,2024-04-%02u 06:00:00,a,%s,,60,1,,,,\n", i, i + 1,
                            others[i]);
  fixture_options (&options);
  plan = read_text (header_11, rows->str, &options);
  g_assert_cmpuint (plan->rejected->len, ==, 0);
  g_assert_cmpuint (plan->added.runs, ==, G_N_ELEMENTS (runs));
  g_assert_cmpuint (plan->n_other_sports, ==, G_N_ELEMENTS (others));
  g_assert_cmpuint (plan->sports->len, ==, G_N_ELEMENTS (others));
  g_assert_cmpstr (((HipImportName *) g_ptr_array_index (plan->sports, 0))->name, ==, "Ride");
}

/* A watch left on for three weeks; one without any time; one id twice. */
static void
test_odd_rows (void)
{
  g_autoptr(HipImportPlan) plan = NULL;
  g_autofree char *reason = NULL;
  HipImportOptions options;

  fixture_options (&options);
  plan = read_text (header_2019,
                    "1,2024-03-01 06:00:00,a,Run,,2000000,5,,,,,,,2000000,1800,5000\n"
                    "2,2024-03-02 06:00:00,a,Run,,,5,,,,,,,,,5000\n"
                    "2,2024-03-02 06:00:00,again,Run,,,5,,,,,,,,,5000\n"
                    "3,once upon a time,a,Run,,60,5,,,,,,,,,5000\n",
                    &options);
  g_assert_cmpuint (plan->added.runs, ==, 2);
  g_assert_cmpuint (plan->duplicates->len, ==, 1);
  g_assert_cmpint (((HipRun *) hip_change_get (plan->change, 1)->after)->duration_s, ==, 1800);
  g_assert_cmpint (((HipRun *) hip_change_get (plan->change, 2)->after)->duration_s, ==, HIP_UNSET);
  g_assert_cmpuint (plan->rejected->len, ==, 1);
  reason = fixture_reason (plan, 0);
  g_assert_cmpstr (reason, ==, "5: “once upon a time” is not a date that can be understood.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/strava/dates", test_dates);
  for (guint i = 0; i < G_N_ELEMENTS (generations); i++)
    {
      g_autofree char *path = g_strdup_printf ("/exchange/strava/%s", generations[i].name);

      g_test_add_data_func (path, &generations[i], test_generation);
    }
  g_test_add_func ("/exchange/strava/zones", test_zones);
  g_test_add_func ("/exchange/strava/miles", test_miles);
  g_test_add_func ("/exchange/strava/types", test_types);
  g_test_add_func ("/exchange/strava/odd-rows", test_odd_rows);
  return g_test_run ();
}
