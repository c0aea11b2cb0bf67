// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "exchange-fixture.h"
#include "hip-cell.h"

/* CSV files of Garmin and Runkeeper, and Strava's shoes. */

static HipImportPlan *
read_text (const char *text, HipUnits unit)
{
  g_autoptr(HipTestDir) dir = hip_test_dir_new ();
  g_autofree char *path = hip_test_dir_write (dir, "list.csv", text);
  g_autoptr(HipHistory) empty = hip_history_new_empty ();
  HipImportOptions options;

  fixture_options (&options);
  options.distance_unit = unit;
  return fixture_read_with (path, empty, &options);
}

static HipRun *
get_run (HipImportPlan *plan, guint i)
{
  g_assert_cmpuint (plan->rejected->len, ==, 0);
  g_assert_cmpuint (plan->added.runs, >, i);
  return (HipRun *) hip_change_get (plan->change, i + 1)->after;
}

#define GARMIN                                                                                     \
  "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg Run Cadence,"                      \
  "Total Ascent,Avg Stride Length\n"
#define ROW(distance, time, cadence, ascent, stride)                                               \
  "Running,2025-02-06 17:06:03,false,\"Wellington\",\"" distance "\",\"447\",\"" time              \
  "\",\"" cadence "\",\"" ascent "\",\"" stride "\"\n"

typedef struct
{
  const char *row;
  gint32 distance_m; /* where the file does not show its unit and the runner says kilometres */
  gint32 duration_s;
  gint32 cadence_spm;
  gint32 ascent_m;
} GarminCase;

static const GarminCase garmin_cases[] = {
  { ROW ("5.48", "00:31:24", "153", "21", "--"), 5480, 1884, 153, 21 },
  { ROW ("5,81", "31:24", "153", "1,393", "--"), 5810, 1884, 153, 1393 },
  { ROW ("5,81", "00:28:10.5", "90", "1.393", "--"), 5810, 1691, 90, 1393 },
  { ROW ("12", "--", "NaN", "--", "NaN"), 12000, HIP_UNSET, HIP_UNSET, HIP_UNSET },
  { ROW ("0.01", "00:00:01", "301", "20001", "--"), 10, 1, HIP_UNSET, HIP_UNSET },
};

static void
test_garmin_numbers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (garmin_cases); i++)
    {
      const GarminCase *c = &garmin_cases[i];
      g_autofree char *text = g_strconcat (GARMIN, c->row, NULL);
      g_autoptr(HipImportPlan) plan = read_text (text, HIP_UNITS_KM);
      HipRun *run;

      run = get_run (plan, 0);
      g_assert_cmpint (run->distance_m, ==, c->distance_m);
      g_assert_cmpint (run->duration_s, ==, c->duration_s);
      g_assert_cmpint (run->cadence_spm, ==, c->cadence_spm); /* never doubled */
      g_assert_cmpint (run->ascent_m, ==, c->ascent_m);
      g_assert_cmpint (run->start_s, ==, 17 * 3600 + 6 * 60 + 3);
      g_assert_cmpint (run->utc_offset_min, ==, HIP_UNSET);
      g_assert_cmpstr (run->title, ==, "Wellington");
      g_assert_cmpstr (run->source, ==, "garmin");
    }
}

/* 1,024.5 km: understood, and too far for a run. */
static void
test_garmin_thousands (void)
{
  static const char *const distances[] = { "1,024.50", "1.024,50", "1,024" };

  for (guint i = 0; i < G_N_ELEMENTS (distances); i++)
    {
      g_autofree char *text = g_strconcat (GARMIN "Running,2025-02-06 17:06:03,false,T,\"",
                                           distances[i], "\",1,1:00:00\n", NULL);
      g_autoptr(HipImportPlan) plan = read_text (text, HIP_UNITS_KM);
      g_autofree char *reason = NULL;

      g_assert_cmpuint (plan->rejected->len, ==, 1);
      reason = fixture_reason (plan, 0);
      g_assert_cmpstr (reason, ==, "2: A run of 1,000 km or more cannot be right.");
    }
}

/* 160 steps of a metre for 30 minutes are 4.8 km, or 2.98 miles. */
static void
test_garmin_unit (void)
{
  static const struct
  {
    const char *row;
    HipUnits said;
    gint32 distance_m;
    gint32 ascent_m;
    guint assumed;
  } cases[] = {
    { ROW ("4.80", "00:30:00", "160", "100", "1.00"), HIP_UNITS_MI, 4800, 100, 0 },
    { ROW ("2.98", "00:30:00", "160", "100", "1.00"), HIP_UNITS_KM, 4796, 30, 0 },
    { ROW ("3.80", "00:30:00", "160", "100", "1.00"), HIP_UNITS_KM, 3800, 100, 1 },
    { ROW ("3.80", "00:30:00", "160", "100", "1.00"), HIP_UNITS_MI, 6116, 30, 1 },
    { ROW ("4.80", "00:30:00", "160", "100", "--"), HIP_UNITS_MI, 7725, 30, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (GARMIN, cases[i].row, NULL);
      g_autoptr(HipImportPlan) plan = read_text (text, cases[i].said);
      HipRun *run = get_run (plan, 0);

      g_assert_cmpint (run->distance_m, ==, cases[i].distance_m);
      g_assert_cmpint (run->ascent_m, ==, cases[i].ascent_m);
      g_assert_cmpuint (plan->n_unit_assumed, ==, cases[i].assumed);
    }
}

/* Columns come and go with the sports of the list and with the years: their names count. */
static void
test_garmin_columns (void)
{
  static const struct
  {
    const char *text;
    gint32 duration_s;
    gint32 cadence_spm;
    gint32 ascent_m;
  } cases[] = {
    { "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Avg Bike Cadence,"
      "Max Bike Cadence,Avg Speed,Max Speed,Elev Gain,Elev Loss\n"
      "Running,2025-02-06 17:06:03,false,T,\"5.48\",\"1,020\",\"00:31:24\",150,170,175,190,"
      "\"5:44\",\"4:06\",\"21\",\"20\"\n",
      1884, 175, 21 },
    { "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Body Battery Drain,Avg Resp,"
      "Total Ascent,Avg Run Cadence,Avg Stress,Moving Time,Elapsed Time\n"
      "Running,2025-02-06 17:06:03,false,T,\"5.48\",\"447\",\"00:31:24\",-9,30,\"21\",\"153\",--,"
      "\"00:30:00\",\"00:40:00\"\n",
      1884, 153, 21 },
    { "Activity Type,Date,Favorite,Title,Distance,Calories,Time\n"
      "Running,2025-02-06 17:06:03,false,T,\"5.48\",\"447\",\"00:31:24\"\n",
      1884, HIP_UNSET, HIP_UNSET },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(HipImportPlan) plan = read_text (cases[i].text, HIP_UNITS_KM);
      HipRun *run = get_run (plan, 0);

      g_assert_cmpint (run->distance_m, ==, 5480);
      g_assert_cmpint (run->duration_s, ==, cases[i].duration_s);
      g_assert_cmpint (run->cadence_spm, ==, cases[i].cadence_spm);
      g_assert_cmpint (run->ascent_m, ==, cases[i].ascent_m);
    }
}

/* Whatever kind of running it is. */
static void
test_garmin_types (void)
{
  static const struct
  {
    const char *type;
    HipSurface surface;
  } types[] = {
    { "Running", HIP_SURFACE_UNKNOWN },           { "Treadmill Running", HIP_SURFACE_TREADMILL },
    { "Trail Running", HIP_SURFACE_TRAIL },       { "Track Running", HIP_SURFACE_TRACK },
    { "Virtual Running", HIP_SURFACE_TREADMILL },
  };
  static const char *const others[] = { "Cycling", "Walking", "Pool Swimming",
                                        "Strength Training" };
  g_autoptr(GString) text = g_string_new (GARMIN);
  g_autoptr(HipImportPlan) plan = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    g_string_append_printf (text, "%s,2025-02-0%u 17:06:03,false,T,5.48,4,0:31:24,1,1,1\n",
                            types[i].type, i + 1);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_string_append_printf (text, "%s,2025-03-0%u 17:06:03,false,T,5.48,4,0:31:24,1,1,1\n",
                            others[i], i + 1);
  plan = read_text (text->str, HIP_UNITS_KM);
  g_assert_cmpuint (plan->added.runs, ==, G_N_ELEMENTS (types));
  g_assert_cmpuint (plan->n_other_sports, ==, G_N_ELEMENTS (others));
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    g_assert_cmpint (get_run (plan, i)->surface, ==, types[i].surface);
}

/* In no language that is known, but with the one name that is never translated. */
static void
test_garmin_foreign (void)
{
  g_autoptr(HipImportPlan) plan = read_text (
      "Tegevus,Kuupäev,Lemmik,Pealkiri,Vahemaa,Kalorid,Aeg,Training Stress Score®\n"
      "Laufen auf der Bahn,2025-02-06 17:06:03,false,T,\"5.48\",\"447\",\"00:31:24\",\"0.0\"\n"
      "Muu,2025-02-06 17:06:03,false,T,\"5.48\",\"447\",\"00:31:24\",\"0.0\"\n",
      HIP_UNITS_KM);
  HipRun *run = get_run (plan, 0);

  g_assert_cmpint (run->distance_m, ==, 5480);
  g_assert_cmpint (run->duration_s, ==, 1884);
  g_assert_cmpint (run->surface, ==, HIP_SURFACE_TRACK);
  g_assert_cmpuint (plan->n_other_sports, ==, 1);
}

static void
test_garmin_bad_rows (void)
{
  g_autoptr(HipImportPlan) plan =
                read_text (GARMIN "Running,sometime,false,T,5.48,4,0:31:24,1,1,1\n"
                                  "Running,2025-02-06 17:06:03,false,T,far,4,0:31:24,1,1,1\n"
                                  "Running,2025-02-06 17:06:03\n"
                                  "Running,2025-02-06 17:06:03,false,T,1e5,4,0:31:24,1,1,1\n",
                           HIP_UNITS_KM);

  g_assert_cmpuint (plan->added.runs, ==, 0);
  g_assert_cmpuint (plan->rejected->len, ==, 4);
}

#define RUNKEEPER_KM                                                                               \
  "Activity Id,Date,Type,Route Name,Distance (km),Duration,Average Pace,"                          \
  "Average Speed (km/h),Calories Burned,Climb (m),Average Heart Rate (bpm),"                       \
  "Friend's Tagged,Notes,GPX File\n"
#define RUNKEEPER_MI                                                                               \
  "Date,Type,Route Name,Distance (mi),Duration,Average Pace,"                                      \
  "Average Speed (mph),Calories Burned,Climb (ft),Average Heart Rate (bpm),"                       \
  "Notes,GPX File\n"

static void
test_runkeeper (void)
{
  g_autoptr(HipImportPlan) km = read_text (
      RUNKEEPER_KM
      "a-1,2020-05-02 15:16:17,Running,Loop,10.44,58:40,5:37,10.68,774.0,130,159.0,,"
      "\"Left hip, sore\",x.gpx\n"
      "a-2,2020-05-03 15:16:17,Walking,,0.70,12:31,17:17,3.36,62.0,3,,\"\",\"\",y.gpx\n",
      HIP_UNITS_MI);
  g_autoptr(HipImportPlan) mi = read_text (
      RUNKEEPER_MI "2013-12-29 11:36:13,Running,,6.21,1:06:42,8:50,6.79,384.0,100,,,\n",
      HIP_UNITS_KM);
  HipRun *first = get_run (km, 0);
  HipRun *second = get_run (mi, 0);

  g_assert_cmpint (first->distance_m, ==, 10440);
  g_assert_cmpint (first->duration_s, ==, 3520);
  g_assert_cmpint (first->ascent_m, ==, 130);
  g_assert_cmpint (first->start_s, ==, 15 * 3600 + 16 * 60 + 17);
  g_assert_cmpstr (first->title, ==, "Loop");
  g_assert_cmpstr (first->note, ==, "Left hip, sore");
  g_assert_cmpstr (first->source, ==, "runkeeper");
  g_assert_cmpstr (first->source_id, ==, "a-1");
  g_assert_cmpuint (km->n_other_sports, ==, 1);
  g_assert_cmpuint (km->n_unit_assumed, ==, 0);

  g_assert_cmpint (second->distance_m, ==, 9994);
  g_assert_cmpint (second->duration_s, ==, 4002);
  g_assert_cmpint (second->ascent_m, ==, 30);
  g_assert_null (second->source_id);
}

static void
test_strava_shoes (void)
{
  g_autoptr(HipImportPlan) plan =
                read_text ("Shoe Name,Shoe Brand,Shoe Model,Shoe Default Sport Types\n"
                           "Blue,Acme,Racer 3,Run\n,Acme,Walker,\n",
                           HIP_UNITS_KM);
  HipShoe *shoe;

  g_assert_cmpuint (plan->added.shoes, ==, 2);
  shoe = (HipShoe *) hip_change_get (plan->change, 1)->after;
  g_assert_cmpstr (shoe->name, ==, "Acme Racer 3 Blue");
  g_assert_cmpstr (shoe->brand, ==, "Acme");
  g_assert_cmpstr (shoe->model, ==, "Racer 3");
  shoe = (HipShoe *) hip_change_get (plan->change, 2)->after;
  g_assert_cmpstr (shoe->name, ==, "Acme Walker");
}

static void
test_durations (void)
{
  static const struct
  {
    const char *text;
    double seconds; /* -1: none */
  } cases[] = {
    { "52:10", 3130 },
    { "1:02:30", 3750 },
    { "00:28:10.5", 1690.5 },
    { "00:28:10,5", 1690.5 },
    { " 0:00:00 ", 0 },
    { "100:00:00", 360000 },
    { "52", -1 },
    { "", -1 },
    { "--", -1 },
    { "1:2:3:4", -1 },
    { "1::2", -1 },
    { "-1:00", -1 },
    { "1.5:00", -1 },
    { "1:1.2.3", -1 },
    { ":", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double seconds;

      if (hip_cell_parse_duration (cases[i].text, &seconds))
        g_assert_cmpfloat (seconds, ==, cases[i].seconds);
      else
        g_assert_cmpfloat (cases[i].seconds, ==, -1);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/tables/garmin/numbers", test_garmin_numbers);
  g_test_add_func ("/exchange/tables/garmin/thousands", test_garmin_thousands);
  g_test_add_func ("/exchange/tables/garmin/unit", test_garmin_unit);
  g_test_add_func ("/exchange/tables/garmin/columns", test_garmin_columns);
  g_test_add_func ("/exchange/tables/garmin/types", test_garmin_types);
  g_test_add_func ("/exchange/tables/garmin/foreign", test_garmin_foreign);
  g_test_add_func ("/exchange/tables/garmin/bad-rows", test_garmin_bad_rows);
  g_test_add_func ("/exchange/tables/runkeeper", test_runkeeper);
  g_test_add_func ("/exchange/tables/strava-shoes", test_strava_shoes);
  g_test_add_func ("/exchange/tables/durations", test_durations);
  return g_test_run ();
}
