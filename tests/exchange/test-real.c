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
  guint line_of_zero[2];
} RealFile;

static const RealFile real_files[] = {
  { "strava_en_2014-2025_JoBoSo.csv", 1845, 643, 0, 3818765.6, { 0 } },
  { "strava_en_bergolito_export-2023-11-07.csv", 878, 239, 0, 1175687.2, { 0 } },
  { "strava_en_bergolito_export-2024-09-02.csv", 1124, 307, 0, 1495242.8, { 0 } },
  { "strava_en_bergolito_export-2025-02-07.csv", 1239, 339, 0, 1688731.2, { 0 } },
  { "strava_nl_2013-2020_casperh.csv", 152, 147, 0, 1030918.9, { 0 } },
  { "strava_en_2020-2021_dillm94_excel-resaved.csv", 143, 127, 0, 879151.3, { 0 } },
  { "strava_en-gb_2015-2020_mattsoman_old-11-col.csv", 496, 32, 0, 214540, { 0 } },
  { "strava_en_2019-2021_mattwasd.csv", 112, 90, 0, 385811.2, { 0 } },
  { "strava_en_2021-2023_thenewthinktank.csv", 112, 89, 2, 408301.4, { 88, 89 } },
  { "strava_en_2025-2026_dean_103col_newest-first.csv", 136, 87, 0, 452384.5, { 0 } },
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

static void
check_rejects (const RealFile *file, const char *path, HipImportPlan *plan)
{
  g_assert_cmpuint (plan->rejected->len, ==, file->zero_runs);
  for (guint i = 0; i < file->zero_runs; i++)
    {
      g_autofree char *text = hip_import_reject_to_string (g_ptr_array_index (plan->rejected, i));
      g_autofree char *start = g_strdup_printf ("%s:%u: ", path, file->line_of_zero[i]);

      g_test_message ("%s", text);
      g_assert_true (g_str_has_prefix (text, start));
    }
}

static void
test_file (gconstpointer data)
{
  const RealFile *file = data;
  g_autofree char *name = g_build_filename ("strava-csv", file->name, NULL);
  g_autofree char *path = hip_test_shared_path (name);
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
  g_assert_cmpfloat (fabs (sum_metres (history) - file->metres), <=, 0.5 * file->runs);

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
      g_autofree char *name = g_build_filename ("strava-csv", file->name, NULL);
      g_autofree char *path = hip_test_shared_path (name);
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

/* A whole bulk export: only its list of activities is read. */
static void
test_folder (void)
{
  g_autofree char *path = hip_test_shared_path ("bulk/strava_bulk_gpx_sportiva");
  g_autoptr(HipHistory) empty = hip_history_new_empty ();
  g_autoptr(HipHistory) history = NULL;
  g_autoptr(HipImportPlan) plan = NULL;

  if (path == NULL)
    {
      g_test_skip ("The shared data is not there");
      return;
    }
  plan = read_path (path, empty);
  g_assert_cmpuint (plan->n_files, ==, 1);
  g_assert_cmpuint (plan->added.runs, ==, 15);
  g_assert_cmpuint (plan->n_other_sports, ==, 8);
  history = apply (empty, plan);
  g_assert_cmpfloat (fabs (sum_metres (history) - 119100.5), <=, 7.5);
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
  g_test_add_func ("/exchange/real/folder", test_folder);
  return g_test_run ();
}
