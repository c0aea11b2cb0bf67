// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include <math.h>

#include "exchange-fixture.h"

/* Real exports, as independent readers see them. */
typedef struct
{
  const char *name;
  guint rows;
  guint runs;
  guint zero_runs; /* of no distance: these are rejected */
  double metres;   /* of all runs */
  double rounding; /* of each, in metres */
  double seconds;  /* of all runs, 0 when the table does not have them */
} RealFile;

static const RealFile real_files[] = {
  { "strava-csv/strava_en_2014-2025_JoBoSo.csv", 1845, 643, 0, 3818765.6, 0.5, 0 },
  { "strava-csv/strava_en_bergolito_export-2023-11-07.csv", 878, 239, 0, 1175687.2, 0.5, 0 },
  { "strava-csv/strava_en_bergolito_export-2024-09-02.csv", 1124, 307, 0, 1495242.8, 0.5, 0 },
  { "strava-csv/strava_en_bergolito_export-2025-02-07.csv", 1239, 339, 0, 1688731.2, 0.5, 0 },
  { "strava-csv/strava_nl_2013-2020_casperh.csv", 152, 147, 0, 1030918.9, 0.5, 323730 },
  { "strava-csv/strava_en_2020-2021_dillm94_excel-resaved.csv", 143, 127, 0, 879151.3, 0.5,
    269283 },
  { "strava-csv/strava_en-gb_2015-2020_mattsoman_old-11-col.csv", 496, 32, 0, 214540, 0.5, 96106 },
  { "strava-csv/strava_en_2019-2021_mattwasd.csv", 112, 90, 0, 385811.2, 0.5, 117541 },
  { "strava-csv/strava_en_2021-2023_thenewthinktank.csv", 112, 89, 2, 408301.4, 0.5, 0 },
  { "strava-csv/strava_en_2025-2026_dean_103col_newest-first.csv", 136, 87, 0, 452384.5, 0.5,
    236899 },
  { "garmin-csv/garmin_de_2021-2022_philipppro_old.csv", 60, 60, 0, 245720, 0.5, 79263 },
  /* One row, saved by a spreadsheet, has “2,81” for 12 minutes; the table takes it for 281. */
  { "garmin-csv/garmin_de_2021-2023_philipppro.csv", 103, 103, 0, 679230 - 281000 + 2810, 0.5,
    129267 },
  { "garmin-csv/garmin_da_2018-2020_hlasse.csv", 41, 41, 0, 220790, 0.5, 85946 },
  { "garmin-csv/garmin_sv_2023-2026_isakj_export-2026-01-19.csv", 1123, 325, 0, 3085010, 0.5,
    1056119 },
  { "garmin-csv/garmin_sv_2023-2026_isakj_export-2026-02-08.csv", 1132, 324, 0, 3084950, 0.5,
    1058175 },
  { "garmin-csv/garmin_pt-br_2017-2021_rgazzaneo_runs.csv", 760, 760, 6, 7343970, 0.5, 0 },
  { "garmin-csv/garmin_en_2022-2024_saralkarki.csv", 760, 760, 1, 3918690, 0.5, 0 },
  { "garmin-csv/garmin_en_2021-2026_itzi97.csv", 180, 74, 0, 205990, 0.5, 112834 },
  { "garmin-csv/garmin_nl_2016-2018_gerjanm_keys.csv", 280, 128, 0, 1439590, 0.5, 417600 },
  { "garmin-csv/garmin_en_2021-2022_caturrell_multisport.csv", 160, 63, 0, 413600, 0.5, 151342 },
  { "garmin-csv/garmin_en_2025-2026_keaneg.csv", 160, 160, 0, 1589090, 0.5, 485697 },
  /* 6.31 miles */
  { "garmin-csv/garmin_en-us_2016-2020_cvanchieri_miles.csv", 20, 4, 0, 10155, 0.5, 7607 },
  { "runkeeper-csv/runkeeper_km_2012-2018_kickban.csv", 508, 459, 0, 5224500, 0.5, 1713642 },
  { "runkeeper-csv/runkeeper_mi_2013_dangoldin_pain-notes.csv", 178, 178, 0, 1610261, 0.5, 547150 },
  { "runkeeper-csv/runkeeper_km_2012-2016_benjaminl_fr.csv", 277, 247, 3, 2554510, 0.5, 0 },
  { "runkeeper-csv/runkeeper_km_2023_daveralo.csv", 520, 360, 0, 2009220, 0.5, 692649 },
};

/* Not in UTC, so that days and times of day are not those of the file. */
static HipImportPlan *
read_path (const char *path, HipHistory *existing)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Europe/Amsterdam");
  HipImportOptions options;

  fixture_options (&options);
  options.time_zone = zone;
  return fixture_read_with (path, existing, &options);
}

static HipHistory *
apply (HipHistory *history, HipImportPlan *plan)
{
  return hip_history_with_change (history, plan->change);
}

static double
sum_metres (HipHistory *history)
{
  double metres = 0;

  for (guint i = 0; i < hip_history_get_n_runs (history); i++)
    metres += hip_history_get_run (history, i)->distance_m;
  return metres;
}

/* As the table adds them up, each run rounded to a second. */
static void
check_seconds (const RealFile *file, HipHistory *history)
{
  double seconds = 0;

  for (guint i = 0; i < hip_history_get_n_runs (history); i++)
    {
      gint32 duration = hip_history_get_run (history, i)->duration_s;

      seconds += duration != HIP_UNSET ? duration : 0;
    }
  if (file->seconds > 0)
    g_assert_cmpfloat (fabs (seconds - file->seconds), <=, 1.0 * file->runs);
}

static void
check_rejects (const RealFile *file, const char *path, HipImportPlan *plan)
{
  g_assert_cmpuint (plan->rejected->len, ==, file->zero_runs);
  for (guint i = 0; i < file->zero_runs; i++)
    {
      g_autofree char *text = hip_import_reject_to_string (g_ptr_array_index (plan->rejected, i));
      g_autofree char *start = g_strconcat (path, ":", NULL);

      g_test_message ("%s", text);
      g_assert_true (g_str_has_prefix (text, start));
      g_assert_nonnull (strstr (text, "distance"));
    }
}

static void
test_file (gconstpointer data)
{
  const RealFile *file = data;
  g_autofree char *path = hip_test_shared_path (file->name);
  g_autoptr(HipHistory) empty = hip_history_new_empty ();
  g_autoptr(HipHistory) history = NULL;
  g_autoptr(HipImportPlan) plan = NULL;
  g_autoptr(HipImportPlan) again = NULL;
  g_autoptr(HipHistory) back = NULL;

  if (path == NULL)
    {
      g_test_skip ("The shared data is not there");
      return;
    }

  plan = read_path (path, empty);
  check_rejects (file, path, plan);
  g_assert_cmpuint (plan->duplicates->len, ==, 0);
  g_assert_cmpuint (plan->added.runs, ==, file->runs - file->zero_runs);
  g_assert_cmpuint (plan->n_other_sports, ==, file->rows - file->runs);
  history = apply (empty, plan);
  g_assert_cmpfloat (fabs (sum_metres (history) - file->metres), <=, file->rounding * file->runs);
  check_seconds (file, history);

  again = read_path (path, history);
  g_assert_cmpuint (again->added.runs, ==, 0);
  g_assert_cmpuint (again->added.shoes, ==, 0);
  g_assert_cmpuint (again->duplicates->len, ==, plan->added.runs);
  g_assert_cmpuint (hip_change_get_n (again->change), ==, 0);

  back = fixture_round_trip (history, HIP_CSV_PLAIN);
  g_assert_cmpuint (hip_history_get_n_runs (back), ==, hip_history_get_n_runs (history));
}

/* Successive exports of one account: each brings only what is new. */
static void
test_successive (void)
{
  static const guint indices[] = { 1, 2, 3 };
  g_autoptr(HipHistory) history = hip_history_new_empty ();
  g_autoptr(HipHistory) back = NULL;
  guint before = 0;

  for (guint i = 0; i < G_N_ELEMENTS (indices); i++)
    {
      const RealFile *file = &real_files[indices[i]];
      g_autofree char *path = hip_test_shared_path (file->name);
      g_autoptr(HipImportPlan) plan = NULL;
      HipHistory *next;

      if (path == NULL)
        {
          g_test_skip ("The shared data is not there");
          return;
        }
      plan = read_path (path, history);
      g_test_message ("%s: %u added, %u duplicates", file->name, plan->added.runs,
                      plan->duplicates->len);
      g_assert_cmpuint (plan->added.runs + plan->duplicates->len, ==, file->runs);
      g_assert_cmpuint (plan->duplicates->len, ==, before);
      next = apply (history, plan);
      hip_history_unref (history);
      history = next;
      before = hip_history_get_n_runs (history);
    }
  back = fixture_round_trip (history, HIP_CSV_PLAIN);
  g_assert_cmpuint (hip_history_get_n_runs (back), ==, hip_history_get_n_runs (history));
}

/* A whole export: a list, and the files that it names. */
typedef struct
{
  const char *name;
  guint files;
  guint runs;
  guint sports;
  guint duplicates;
  double metres; /* by the list */
} Bulk;

static const Bulk bulks[] = {
  /* Two of its files were left out by the collector; one is in no row. */
  { "bulk/strava_bulk_gpx_sportiva", 23, 16, 8, 0, 119100.5 + 5327.4 },
  { "bulk/runkeeper_bulk_gpx_fusupo", 56, 54, 2, 0, 247807 },
};

static void
test_bulk (gconstpointer data)
{
  const Bulk *bulk = data;
  g_autofree char *path = hip_test_shared_path (bulk->name);
  g_autoptr(HipHistory) empty = hip_history_new_empty ();
  g_autoptr(HipHistory) history = NULL;
  g_autoptr(HipImportPlan) plan = NULL;

  if (path == NULL)
    {
      g_test_skip ("The shared data is not there");
      return;
    }
  plan = read_path (path, empty);
  g_assert_cmpuint (plan->n_files, ==, bulk->files);
  g_assert_cmpuint (plan->rejected->len, ==, 0);
  g_assert_cmpuint (plan->added.runs, ==, bulk->runs);
  g_assert_cmpuint (plan->n_other_sports, ==, bulk->sports);
  g_assert_cmpuint (plan->duplicates->len, ==, bulk->duplicates);
  history = apply (empty, plan);
  g_assert_cmpfloat (fabs (sum_metres (history) - bulk->metres), <=, 0.5 * bulk->runs);
}

/* A folder of each kind of activity files: what becomes of them, and that nothing comes twice. */
typedef struct
{
  const char *name;
  guint runs;
  guint duplicates;
  guint sports;
  guint rejected;
  guint remarks;
} Folder;

static const Folder folders[] = {
  /* Five copies of a sample, three of them damaged; a watch that did not know the date. */
  { "fit", 41, 4, 16, 1, 4 },
  { "tcx", 9, 0, 3, 0, 0 },
  /* A route without times. */
  { "gpx", 16, 0, 2, 1, 0 },
};

static void
test_activities (gconstpointer data)
{
  const Folder *folder = data;
  g_autofree char *path = hip_test_shared_path (folder->name);
  g_autoptr(HipHistory) empty = hip_history_new_empty ();
  g_autoptr(HipHistory) history = NULL;
  g_autoptr(HipImportPlan) plan = NULL;
  g_autoptr(HipImportPlan) again = NULL;

  if (path == NULL)
    {
      g_test_skip ("The shared data is not there");
      return;
    }
  plan = read_path (path, empty);
  g_assert_cmpuint (plan->added.runs, ==, folder->runs);
  g_assert_cmpuint (plan->duplicates->len, ==, folder->duplicates);
  g_assert_cmpuint (plan->n_other_sports, ==, folder->sports);
  g_assert_cmpuint (plan->rejected->len, ==, folder->rejected);
  g_assert_cmpuint (plan->remarks->len, ==, folder->remarks);
  history = apply (empty, plan);
  again = read_path (path, history);
  g_assert_cmpuint (again->added.runs, ==, 0);
  g_assert_cmpuint (again->duplicates->len, ==, folder->runs + folder->duplicates);
}

/* Runkeeper's list has the runner's own clock, its files have UTC: together they have the zone. */
static void
test_zone_of_both (void)
{
  g_autofree char *path = hip_test_shared_path ("bulk/runkeeper_bulk_gpx_fusupo");
  g_autoptr(HipHistory) empty = hip_history_new_empty ();
  g_autoptr(HipHistory) history = NULL;
  g_autoptr(HipImportPlan) plan = NULL;
  guint known = 0;

  if (path == NULL)
    {
      g_test_skip ("The shared data is not there");
      return;
    }
  plan = read_path (path, empty);
  history = apply (empty, plan);
  for (guint i = 0; i < hip_history_get_n_runs (history); i++)
    {
      gint32 offset = hip_history_get_run (history, i)->utc_offset_min;

      known += offset != HIP_UNSET;
      if (offset != HIP_UNSET)
        g_assert_true (offset == -8 * 60 || offset == -7 * 60 || offset == -5 * 60);
    }
  g_assert_cmpuint (known, >=, hip_history_get_n_runs (history) - 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (real_files); i++)
    {
      g_autofree char *path = g_strdup_printf ("/exchange/real/%s", real_files[i].name);

      g_test_add_data_func (path, &real_files[i], test_file);
    }
  g_test_add_func ("/exchange/real/successive", test_successive);
  for (guint i = 0; i < G_N_ELEMENTS (bulks); i++)
    {
      g_autofree char *path = g_strdup_printf ("/exchange/real/%s", bulks[i].name);

      g_test_add_data_func (path, &bulks[i], test_bulk);
    }
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = g_strdup_printf ("/exchange/real/%s", folders[i].name);

      g_test_add_data_func (path, &folders[i], test_activities);
    }
  g_test_add_func ("/exchange/real/zone-of-both", test_zone_of_both);
  return g_test_run ();
}
