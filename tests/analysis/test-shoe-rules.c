// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-test-warnings.h"

/* A log in which the first pair comes to @metres on 4 March, by a run of 1 km. */
static HipTestLog *
new_log_at (gint32 metres)
{
  HipTestLog *log = hip_test_log_new ("2026-03-02");

  hip_test_log_shoe (log, "Pegasus", metres - 2000);
  hip_test_log_run (log, "2026-03-02", 1000);
  hip_test_log_run (log, "2026-03-04", 1000);
  return log;
}

static void
test_check (void)
{
  g_autoptr(HipTestLog) below = new_log_at (479999);
  g_autoptr(HipTestLog) at = new_log_at (480000);
  g_autoptr(GPtrArray) warnings = hip_test_open_on (at, "2026-06-01");
  g_autofree char *lines = hip_test_lines (warnings);

  hip_test_assert_open (below, "2026-06-01", "");
  hip_test_assert_open (at, "2026-03-03", "");
  g_assert_cmpstr (
      lines, ==,
      "2026-03-04 shoe-wear-soon shoe/1/480000 note: Pegasus: 480.0 km run, the mark for "
      "a check is 480.0 km\n");
  g_assert_cmpint (hip_warning_get_until (warnings->pdata[0]), ==, HIP_DAY_NONE);
  g_assert_cmpuint (hip_warning_get_n_entries (warnings->pdata[0]), ==, 2);
}

static void
test_worn (void)
{
  g_autoptr(HipTestLog) below = new_log_at (799999);
  g_autoptr(HipTestLog) at = new_log_at (800000);
  g_autoptr(GPtrArray) warnings = hip_test_open_on (at, "2026-03-04");
  g_autofree char *lines = hip_test_lines (warnings);
  g_autofree char *formula =
      hip_test_plain (hip_warning_dup_formula (warnings->pdata[0], HIP_UNITS_KM));

  hip_test_assert_open (below, "2026-03-04", "shoe-wear-soon");
  hip_test_assert_open (at, "2026-03-03", "shoe-wear-soon");
  g_assert_cmpstr (
      lines, ==,
      "2026-03-04 shoe-worn shoe/1/800000 caution: Pegasus: 800.0 km run, the mark for "
      "replacing is 800.0 km\n");
  g_assert_cmpstr (formula, ==, "800 km ≥ 800 km");
}

/* Tells the subject of the one warning that is open. */
static char *
dup_subject (HipTestLog *log, HipUnits units)
{
  g_autoptr(HipHistory) history = hip_test_log_history (log);
  HipLimits limits;

  hip_limits_init_default (&limits);
  limits.units = units;
  g_autoptr(GPtrArray) warnings =
                hip_rules_evaluate (history, &limits, hip_test_day ("2026-03-04"));
  g_assert_cmpuint (warnings->len, ==, 1);
  return g_strdup (hip_warning_get_subject (warnings->pdata[0]));
}

/* Again every 160 km, or every 100 miles, which are 160,934.4 m. */
static void
test_steps (void)
{
  static const struct
  {
    gint32 metres;
    HipUnits units;
    const char *subject;
  } cases[] = {
    { 959999, HIP_UNITS_KM, "shoe/1/800000" },   { 960000, HIP_UNITS_KM, "shoe/1/960000" },
    { 1119999, HIP_UNITS_KM, "shoe/1/960000" },  { 1120000, HIP_UNITS_KM, "shoe/1/1120000" },
    { 960933, HIP_UNITS_MI, "shoe/1/800000" },   { 960934, HIP_UNITS_MI, "shoe/1/960934" },
    { 1121868, HIP_UNITS_MI, "shoe/1/960934" },  { 1121869, HIP_UNITS_MI, "shoe/1/1121869" },
    { 1604671, HIP_UNITS_MI, "shoe/1/1443738" }, { 1604672, HIP_UNITS_MI, "shoe/1/1604672" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(HipTestLog) log = new_log_at (cases[i].metres);
      g_autofree char *subject = dup_subject (log, cases[i].units);

      g_assert_cmpstr (subject, ==, cases[i].subject);
    }
}

/* Each mark is told once, on the day it was passed, with what the pair had run by then. */
static void
test_replay (void)
{
  g_autoptr(HipTestLog) log = new_log_at (470000);
  g_autoptr(GPtrArray) warnings = NULL;
  g_autofree char *lines = NULL;

  hip_test_log_run (log, "2026-04-01", 20000);
  hip_test_log_run (log, "2026-04-02", 310000);
  hip_test_log_run (log, "2026-04-02", 1000);
  hip_test_log_run (log, "2026-04-03", 159000);
  hip_test_log_run (log, "2026-04-04", 321000);
  warnings = hip_test_replay (log);
  for (guint i = warnings->len; i > 0; i--)
    if (hip_warning_get_subject (warnings->pdata[i - 1])[0] != 's')
      g_ptr_array_remove_index (warnings, i - 1);
  lines = hip_test_lines (warnings);
  g_assert_cmpstr (
      lines, ==,
      "2026-04-01 shoe-wear-soon shoe/1/480000 note: Pegasus: 490.0 km run, the mark "
      "for a check is 480.0 km\n"
      "2026-04-02 shoe-worn shoe/1/800000 caution: Pegasus: 801.0 km run, the mark for "
      "replacing is 800.0 km\n"
      "2026-04-03 shoe-worn shoe/1/960000 caution: Pegasus: 960.0 km run, the mark for "
      "replacing is 800.0 km\n"
      "2026-04-04 shoe-worn shoe/1/1280000 caution: Pegasus: 1281 km run, the mark "
      "for replacing is 800.0 km\n");
}

static void
test_retired (void)
{
  g_autoptr(HipTestLog) log = hip_test_log_new ("2026-03-02");
  HipShoe *shoe = hip_test_log_shoe (log, "Pegasus", 800000);

  hip_test_log_run (log, "2026-03-02", 1000);
  hip_test_assert_open (log, "2026-03-10", "shoe-worn");
  shoe->retired = hip_test_day ("2026-03-10");
  hip_test_assert_open (log, "2026-03-09", "shoe-worn");
  hip_test_assert_open (log, "2026-03-10", "");
  hip_test_log_run (log, "2026-05-12", 200000);
  hip_test_assert_open (log, "2026-05-12", "");
}

/* What a pair had run before the log was there from the day it was bought, or from the first. */
static void
test_worn_from_the_start (void)
{
  g_autoptr(HipTestLog) log = hip_test_log_new ("2026-03-02");
  HipShoe *shoe = hip_test_log_shoe (log, "Pegasus", 900000);
  g_autoptr(GPtrArray) alone = hip_test_open_on (log, "2026-03-05");

  g_assert_cmpuint (alone->len, ==, 1);
  g_assert_cmpint (hip_warning_get_date (alone->pdata[0]), ==, hip_test_day ("2026-03-05"));

  hip_test_log_pain (log, "2026-03-01", HIP_SIDE_LEFT, 1);
  g_autoptr(GPtrArray) unbought = hip_test_open_on (log, "2026-03-05");
  g_assert_cmpint (hip_warning_get_date (unbought->pdata[0]), ==, hip_test_day ("2026-03-01"));

  shoe->bought = hip_test_day ("2026-03-04");
  g_autoptr(GPtrArray) bought = hip_test_open_on (log, "2026-03-05");
  g_assert_cmpint (hip_warning_get_date (bought->pdata[0]), ==, hip_test_day ("2026-03-04"));
  hip_test_assert_open (log, "2026-03-03", "");
}

/* Each pair for itself, runs in none for nobody. */
static void
test_pairs_apart (void)
{
  g_autoptr(HipTestLog) log = hip_test_log_new ("2026-03-02");

  hip_test_log_shoe (log, "Pegasus", 470000);
  hip_test_log_run (log, "2026-03-02", 9999);
  hip_test_log_wear (log, NULL);
  hip_test_log_run (log, "2026-03-03", 9999);
  hip_test_log_shoe (log, "Ghost", 479000);
  hip_test_log_run (log, "2026-03-04", 1000);
  g_autoptr(GPtrArray) warnings = hip_test_open_on (log, "2026-03-04");
  g_assert_cmpuint (warnings->len, ==, 1);
  g_assert_cmpstr (hip_test_text (warnings->pdata[0], "shoe"), ==, "Ghost");
}

/* A mark that was put away stays away; the next one speaks. */
static void
test_dismissed (void)
{
  g_autoptr(HipTestLog) log = new_log_at (800000);

  hip_test_log_dismissal (log, "2026-03-05", "shoe-worn", "shoe/1/800000", HIP_SEVERITY_CAUTION);
  hip_test_assert_open (log, "2026-03-04", "shoe-worn");
  hip_test_assert_open (log, "2026-03-05", "");
  hip_test_assert_open (log, "2027-03-05", "");
  hip_test_log_run (log, "2026-03-06", 80000);
  hip_test_log_run (log, "2026-03-07", 79999);
  hip_test_assert_open (log, "2026-03-20", "");
  hip_test_log_run (log, "2026-03-08", 1);
  hip_test_assert_open (log, "2026-03-20", "shoe-worn");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/shoe/check", test_check);
  g_test_add_func ("/shoe/worn", test_worn);
  g_test_add_func ("/shoe/steps", test_steps);
  g_test_add_func ("/shoe/replay", test_replay);
  g_test_add_func ("/shoe/retired", test_retired);
  g_test_add_func ("/shoe/worn-from-the-start", test_worn_from_the_start);
  g_test_add_func ("/shoe/pairs-apart", test_pairs_apart);
  g_test_add_func ("/shoe/dismissed", test_dismissed);

  return g_test_run ();
}
