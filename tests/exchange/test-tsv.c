// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include <math.h>

#include "hip-log-tables.h"
#include "hip-test-log.h"
#include "hip-test-util.h"
#include "hip-tsv.h"

typedef struct
{
  const char *name;
  const char *text;
  const char *cell;
} TextCase;

static const TextCase text_cases[] = {
  { "plain", "Round the lake", "Round the lake" },
  { "nothing", NULL, "" },
  { "empty", "", "" },
  { "blanks", "  round  ", "round" },
  { "tab", "a\tb", "a b" },
  { "lines", "a\nb\r\nc", "a b  c" },
  { "only-lines", "\r\n\t", "" },
  { "separators", "a,b;c", "a,b;c" },
  { "quotes-inside", "6\" of snow", "6\" of snow" },
  { "quote-first", "\"Hills\" again", "\"\"\"Hills\"\" again\"" },
  { "quote-alone", "\"", "\"\"\"\"" },
  { "quote-behind-blank", " \"Hills\"", "\"\"\"Hills\"\"\"" },
  { "equals", "=1+1", "'=1+1" },
  { "plus", "+1", "'+1" },
  { "minus", "-1", "'-1" },
  { "at", "@SUM(A1)", "'@SUM(A1)" },
  { "tab-first", "\t=1+1", "'=1+1" },
  { "line-first", "\r=1+1", "'=1+1" },
  { "blank-first", " =1+1", "'=1+1" },
  { "apostrophe", "'twas", "'twas" },
  { "apostrophe-first", "'=1", "''=1" },
  { "equals-inside", "1=1", "1=1" },
  { "quoted-formula", "\"=1", "\"\"\"=1\"" },
};

static void
test_text (gconstpointer data)
{
  const TextCase *text_case = data;
  g_autoptr (HipTsv) tsv = hip_tsv_new ();
  g_autofree char *expected = g_strdup_printf ("%s\tx\n", text_case->cell);

  hip_tsv_add_text (tsv, text_case->text);
  hip_tsv_add_text (tsv, "x");
  hip_tsv_end_row (tsv);
  g_assert_cmpstr (hip_tsv_get_text (tsv), ==, expected);
}

static void
assert_text (HipTsv *tsv, const char *text)
{
  g_assert_cmpstr (hip_tsv_get_text (tsv), ==, text);
}

static void
test_rows (void)
{
  g_autoptr (HipTsv) tsv = hip_tsv_new ();

  assert_text (tsv, "");
  hip_tsv_add_title (tsv, "Day", NULL);
  hip_tsv_add_title (tsv, "Distance", "km");
  hip_tsv_end_row (tsv);
  hip_tsv_add_day (tsv, hip_day_from_ymd (2026, 3, 2));
  hip_tsv_add_distance (tsv, HIP_UNITS_KM, 10500);
  hip_tsv_end_row (tsv);
  hip_tsv_add_day (tsv, HIP_DAY_NONE);
  hip_tsv_add_distance (tsv, HIP_UNITS_KM, NAN);
  hip_tsv_end_row (tsv);
  assert_text (tsv, "Day\tDistance (km)\n2026-03-02\t10.5\n\t\n");
}

static void
add_numbers (HipTsv *tsv)
{
  hip_tsv_add_number (tsv, 1234.5, 1);
  hip_tsv_add_number (tsv, -0.25, 2);
  hip_tsv_add_number (tsv, 7, 0);
  hip_tsv_add_number (tsv, NAN, 2);
  hip_tsv_add_number (tsv, INFINITY, 2);
  hip_tsv_add_distance (tsv, HIP_UNITS_KM, 1234567);
  hip_tsv_add_distance (tsv, HIP_UNITS_KM, 0);
  hip_tsv_add_distance (tsv, HIP_UNITS_MI, 16093.44);
  hip_tsv_end_row (tsv);
}

/* A negative number is no formula. */
static void
test_numbers (void)
{
  g_autoptr (HipTsv) tsv = hip_tsv_new ();

  add_numbers (tsv);
  assert_text (tsv, "1234.5\t-0.25\t7\t\t\t1234.567\t0\t10\n");
}

/* As the runner's spreadsheet reads them. */
static void
test_numbers_in_german (void)
{
  g_autoptr (HipTsv) tsv = hip_tsv_new ();

  if (!hip_test_set_locale ("de_DE.UTF-8"))
    {
      g_test_skip ("There is no German locale");
      return;
    }
  add_numbers (tsv);
  hip_tsv_add_day (tsv, hip_day_from_ymd (2026, 3, 2));
  assert_text (tsv, "1234,5\t-0,25\t7\t\t\t1234,567\t0\t10\n2026-03-02");
  hip_test_set_locale ("C.UTF-8");
}

/* Without its hours, a spreadsheet would take 52 minutes for 52 hours. */
static void
test_durations (void)
{
  g_autoptr (HipTsv) tsv = hip_tsv_new ();

  hip_tsv_add_duration (tsv, 0);
  hip_tsv_add_duration (tsv, 52 * 60 + 10);
  hip_tsv_add_duration (tsv, 3599);
  hip_tsv_add_duration (tsv, 3600);
  hip_tsv_add_duration (tsv, 100 * 3600 + 1);
  hip_tsv_add_duration (tsv, -1);
  hip_tsv_end_row (tsv);
  assert_text (tsv, "0:00:00\t0:52:10\t0:59:59\t1:00:00\t100:00:01\t\n");
}

static HipHistory *
make_log (void)
{
  g_autoptr (HipTestLog) log = hip_test_log_new ("2026-03-02");
  HipShoe *old = hip_test_log_shoe (log, "Able", 0);
  HipShoe *shoe = NULL;
  HipRun *run = NULL;
  HipPainDay *pain = NULL;

  old->retired = hip_day_from_ymd (2026, 3, 1);
  shoe = hip_test_log_shoe (log, "=Pegasus", 100000);
  shoe->brand = g_strdup ("Nike");
  run = hip_test_log_run (log, "Mon", 10000);
  run->duration_s = 3130;
  run->title = g_strdup ("Hills,\ntwice");
  hip_test_log_wear (log, NULL);
  hip_test_log_run (log, "Tue", 8045);
  hip_test_log_pain (log, "Mon", HIP_SIDE_LEFT, 4);
  pain = hip_test_log_pain (log, "Mon", HIP_SIDE_RIGHT, 0);
  pain->areas = HIP_AREA_FRONT;
  pain->note = g_strdup ("after the\nhills");
  hip_test_log_care (log, "Wed", HIP_CARE_ICE, 10);
  return hip_test_log_history (log);
}

static HipTsv *
make_runs (HipHistory *history, HipUnits units)
{
  g_autoptr (GPtrArray) runs = g_ptr_array_new ();

  g_ptr_array_add (runs, hip_history_get_run (history, 1));
  g_ptr_array_add (runs, hip_history_get_run (history, 0));
  return hip_log_tables_make_runs (history, runs, units);
}

static void
test_runs (void)
{
  g_autoptr (HipHistory) history = make_log ();
  g_autoptr (HipTsv) km = make_runs (history, HIP_UNITS_KM);
  g_autoptr (HipTsv) mi = make_runs (history, HIP_UNITS_MI);

  assert_text (km, "Date\tRun\tDistance (km)\tTime\tPace (/km)\tShoes\tPain\n"
                   "2026-03-03\t\t8.045\t\t\t\t\n"
                   "2026-03-02\tHills, twice\t10\t0:52:10\t0:05:13\t'=Pegasus\t4\n");
  assert_text (mi, "Date\tRun\tDistance (mi)\tTime\tPace (/mi)\tShoes\tPain\n"
                   "2026-03-03\t\t4.999\t\t\t\t\n"
                   "2026-03-02\tHills, twice\t6.214\t0:52:10\t0:08:24\t'=Pegasus\t4\n");
}

static void
test_shoes (void)
{
  g_autoptr (HipHistory) history = make_log ();
  g_autoptr (HipTsv) tsv = hip_log_tables_make_shoes (history, HIP_UNITS_KM);

  assert_text (tsv, "Name\tBrand\tModel\tDistance (km)\tCheck At (km)\tReplace At (km)\tRetired\n"
                    "'=Pegasus\tNike\t\t110\t480\t800\t\n"
                    "Able\t\t\t0\t480\t800\t2026-03-01\n");
}

static void
test_pain (void)
{
  g_autoptr (HipHistory) history = make_log ();
  HipDay monday = hip_day_from_ymd (2026, 3, 2);
  g_autoptr (HipTsv) all = hip_log_tables_make_pain (history, monday - 1, monday + 6);
  g_autoptr (HipTsv) none = hip_log_tables_make_pain (history, monday + 3, monday + 6);
  g_autofree char *front = hip_vocabulary_set_to_labels (hip_vocabulary_areas (), HIP_AREA_FRONT);
  g_autofree char *expected =
      g_strdup_printf ("Date\tLeft\tRight\tLeft in Detail\tRight in Detail\tCare\n"
                       "2026-03-04\t\t\t\t\tIce\n"
                       "2026-03-02\t4\t0\t\t%s after the hills\t\n",
                       front);

  assert_text (all, expected);
  assert_text (none, "Date\tLeft\tRight\tLeft in Detail\tRight in Detail\tCare\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (text_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/tsv/text/%s", text_cases[i].name);

      g_test_add_data_func (path, &text_cases[i], test_text);
    }
  g_test_add_func ("/tsv/rows", test_rows);
  g_test_add_func ("/tsv/numbers", test_numbers);
  g_test_add_func ("/tsv/numbers-in-german", test_numbers_in_german);
  g_test_add_func ("/tsv/durations", test_durations);
  g_test_add_func ("/tsv/runs", test_runs);
  g_test_add_func ("/tsv/shoes", test_shoes);
  g_test_add_func ("/tsv/pain", test_pain);

  return g_test_run ();
}
