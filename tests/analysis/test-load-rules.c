// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-test-warnings.h"

/* A Tuesday, and the days some time before it. */
#define TODAY "2026-03-31"

static HipRun *
run_ago (HipTestLog *log, int days_ago, gint32 metres)
{
  g_autofree char *iso = hip_day_to_iso (hip_test_day (TODAY) - days_ago);

  return hip_test_log_run (log, iso, metres);
}

/* A month of a run a week, the longest of them as given. */
static HipTestLog *
new_month (gint32 longest)
{
  HipTestLog *log = hip_test_log_new ("2026-01-01");

  run_ago (log, 27, longest);
  run_ago (log, 20, longest / 2);
  run_ago (log, 13, longest / 2);
  run_ago (log, 6, longest / 2);
  return log;
}

static HipWarning *
find_jump (HipTestLog *log, const char *iso)
{
  g_autoptr(GPtrArray) warnings = hip_test_open_on (log, iso);
  HipWarning *warning = hip_test_find (warnings, "long-run-jump");

  return warning == NULL ? NULL : hip_warning_ref (warning);
}

static void
assert_jump (HipTestLog *log, const char *band, HipSeverity severity)
{
  g_autoptr(HipWarning) warning = find_jump (log, TODAY);

  g_assert_nonnull (warning);
  g_assert_cmpstr (hip_test_text (warning, "band"), ==, band);
  g_assert_cmpint (hip_warning_get_severity (warning), ==, severity);
}

static void
assert_no_jump (HipTestLog *log)
{
  g_autoptr(HipWarning) warning = find_jump (log, TODAY);

  g_assert_null (warning);
}

static void
test_bands (void)
{
  static const struct
  {
    gint32 metres;
    const char *band;
    HipSeverity severity;
  } cases[] = {
    { 10999, NULL, 0 },
    { 11000, NULL, 0 },
    { 11001, "small", HIP_SEVERITY_CAUTION },
    { 13000, "small", HIP_SEVERITY_CAUTION },
    { 13001, "moderate", HIP_SEVERITY_CAUTION },
    { 20000, "moderate", HIP_SEVERITY_CAUTION },
    { 20001, "large", HIP_SEVERITY_WARNING },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(HipTestLog) log = new_month (10000);

      run_ago (log, 0, cases[i].metres);
      if (cases[i].band == NULL)
        assert_no_jump (log);
      else
        assert_jump (log, cases[i].band, cases[i].severity);
    }
}

static void
test_least_excess (void)
{
  g_autoptr(HipTestLog) below = new_month (5000);
  g_autoptr(HipTestLog) at = new_month (5000);

  run_ago (below, 0, 5999);
  assert_no_jump (below);
  run_ago (at, 0, 6000);
  assert_jump (at, "small", HIP_SEVERITY_CAUTION);
}

static void
test_least_runs (void)
{
  g_autoptr(HipTestLog) log = hip_test_log_new ("2026-01-01");

  run_ago (log, 12, 10000);
  run_ago (log, 7, 10000);
  run_ago (log, 3, 10000);
  run_ago (log, 31, 10000);
  run_ago (log, 0, 15000);
  assert_no_jump (log);
  run_ago (log, 30, 10000);
  assert_jump (log, "moderate", HIP_SEVERITY_CAUTION);
}

/* Another run of the same day is no part of the 30 days before. */
static void
test_same_day (void)
{
  g_autoptr(HipTestLog) log = new_month (10000);

  run_ago (log, 0, 16000)->start_s = 6 * 3600;
  run_ago (log, 0, 15000)->start_s = 20 * 3600;
  g_autoptr(GPtrArray) warnings = hip_test_open_on (log, TODAY);
  g_assert_cmpstr (hip_warning_get_subject (warnings->pdata[0]), ==, "run/5");
  g_assert_cmpstr (hip_warning_get_subject (warnings->pdata[1]), ==, "run/6");
  g_assert_cmpint (hip_test_number (warnings->pdata[1], "longest_m"), ==, 10000);
}

static void
test_after_gap (void)
{
  for (int days_ago = 13; days_ago <= 14; days_ago++)
    {
      g_autoptr(HipTestLog) log = hip_test_log_new ("2026-01-01");

      for (int i = 0; i < 4; i++)
        run_ago (log, days_ago + 3 * i, 10000);
      run_ago (log, 0, 15000);
      if (days_ago < 14)
        assert_jump (log, "moderate", HIP_SEVERITY_CAUTION);
      else
        assert_no_jump (log);
    }
}

static void
test_window (void)
{
  g_autoptr(HipTestLog) inside = new_month (10000);
  g_autoptr(HipTestLog) outside = new_month (10000);

  run_ago (inside, 30, 20000);
  run_ago (inside, 0, 15000);
  assert_no_jump (inside);
  run_ago (outside, 31, 20000);
  run_ago (outside, 0, 15000);
  assert_jump (outside, "moderate", HIP_SEVERITY_CAUTION);
}

/* Two pieces of 8 and 7 km, the second so many minutes after the first ended. */
static HipRun *
add_pieces (HipTestLog *log, int pause_min, gint32 duration_s)
{
  HipRun *first = run_ago (log, 0, 8000);
  HipRun *second = run_ago (log, 0, 7000);

  first->start_s = 8 * 3600;
  first->duration_s = duration_s;
  second->start_s = 8 * 3600 + 40 * 60 + pause_min * 60;
  second->duration_s = 35 * 60;
  return second;
}

static void
test_pieces (void)
{
  g_autoptr(HipTestLog) one = new_month (10000);
  g_autoptr(HipTestLog) two = new_month (10000);
  g_autoptr(HipTestLog) unknown = new_month (10000);
  g_autoptr(HipTestLog) untimed = new_month (10000);
  g_autoptr(HipWarning) warning = NULL;

  add_pieces (one, 60, 40 * 60);
  warning = find_jump (one, TODAY);
  g_assert_nonnull (warning);
  g_assert_cmpint (hip_test_number (warning, "distance_m"), ==, 15000);
  g_assert_cmpstr (hip_warning_get_subject (warning), ==, "run/5");
  g_assert_cmpuint (hip_warning_get_n_entries (warning), ==, 3);
  g_assert_cmpint (hip_warning_get_entry (warning, 0)->id, ==, 5);
  g_assert_cmpint (hip_warning_get_entry (warning, 1)->id, ==, 6);
  g_assert_cmpint (hip_warning_get_entry (warning, 2)->id, ==, 1);

  add_pieces (two, 61, 40 * 60);
  assert_no_jump (two);
  add_pieces (unknown, 60, HIP_UNSET);
  assert_no_jump (unknown);

  /* How long the second took does not matter. */
  add_pieces (untimed, 60, 40 * 60)->duration_s = HIP_UNSET;
  hip_test_assert_open (untimed, TODAY, "long-run-jump");
}

/* Pieces count as one among the four runs, and together as the longest. */
static void
test_pieces_before (void)
{
  g_autoptr(HipTestLog) log = hip_test_log_new ("2026-01-01");

  for (int i = 0; i < 2; i++)
    {
      HipRun *piece = run_ago (log, 7, 6000);

      piece->start_s = (8 + i) * 3600;
      piece->duration_s = 1800;
    }
  run_ago (log, 12, 6000);
  run_ago (log, 3, 6000);
  run_ago (log, 0, 14000);
  assert_no_jump (log);
  run_ago (log, 14, 6000);
  g_autoptr(HipWarning) warning = find_jump (log, TODAY);
  g_assert_nonnull (warning);
  g_assert_cmpint (hip_test_number (warning, "longest_m"), ==, 12000);
  g_assert_cmpint (hip_test_number (warning, "runs_count"), ==, 4);
}

static void
add_night_run (HipTestLog *log, gint32 before_midnight, gint32 after_midnight)
{
  HipRun *first = run_ago (log, 1, before_midnight);
  HipRun *second = run_ago (log, 0, after_midnight);

  first->start_s = 23 * 3600;
  first->duration_s = 3500;
  second->start_s = 600;
  second->duration_s = 3500;
}

/* A run across midnight speaks when it becomes long, and again when it becomes very long. */
static void
test_midnight (void)
{
  g_autoptr(HipTestLog) log = new_month (10000);
  g_autoptr(HipTestLog) worse = new_month (10000);

  add_night_run (log, 9000, 6000);
  hip_test_assert_open (log, "2026-03-30", "");
  g_autoptr(GPtrArray) once = hip_test_replay (log);
  g_autofree char *lines = hip_test_lines (once);
  g_assert_cmpstr (lines, ==,
                   "2026-03-31 long-run-jump run/5 caution: 15.0 km on Tuesday: 50 % "
                   "longer than your longest run of the last 30 days\n");

  add_night_run (worse, 12000, 12000);
  g_autoptr(GPtrArray) twice = hip_test_replay (worse);
  g_assert_cmpuint (twice->len, >=, 2);
  HipWarning *first = hip_test_find (twice, "long-run-jump");
  g_assert_cmpint (hip_warning_get_date (first), ==, hip_test_day ("2026-03-30"));
  g_assert_cmpint (hip_warning_get_severity (first), ==, HIP_SEVERITY_CAUTION);
  g_autoptr(HipWarning) second = find_jump (worse, TODAY);
  g_assert_cmpint (hip_warning_get_severity (second), ==, HIP_SEVERITY_WARNING);
  g_assert_cmpint (hip_test_number (second, "distance_m"), ==, 24000);
}

static void
test_jump_stays_open (void)
{
  g_autoptr(HipTestLog) log = new_month (10000);

  run_ago (log, 0, 15000);
  hip_test_assert_open (log, "2026-03-30", "");
  hip_test_assert_open (log, "2026-04-06", "long-run-jump");
  hip_test_assert_open (log, "2026-04-07", "");
}

static void
test_jump_texts (void)
{
  g_autoptr(HipTestLog) log = new_month (10000);
  g_autoptr(HipWarning) warning = NULL;

  run_ago (log, 0, 15000);
  warning = find_jump (log, TODAY);
  g_autofree char *title = hip_test_plain (hip_warning_dup_title (warning, HIP_UNITS_MI));
  g_autofree char *formula = hip_test_plain (hip_warning_dup_formula (warning, HIP_UNITS_KM));
  g_autofree char *body = hip_test_plain (hip_warning_dup_body (warning, HIP_UNITS_KM));
  g_autofree char *strength = hip_warning_dup_strength_text (warning);
  g_assert_cmpstr (title, ==,
                   "9.3 mi on Tuesday: 50 % longer than your longest run of the last 30 days");
  g_assert_cmpstr (formula, ==, "15 km > 1.3 × 10 km");
  g_assert_nonnull (strstr (body, "10.0 km on 4 March"));
  g_assert_nonnull (strstr (body, "5,205 runners"));
  g_assert_cmpstr (strength, ==, "Evidence: good – a large cohort of runners asked exactly this");
  g_assert_cmpstr (hip_warning_get_causes (warning)[0], ==, "training-errors");
  g_assert_cmpstr (hip_warning_get_prevention (warning)[1], ==, "rest-recovery");
}

/* Four weeks of three runs of 10 km from 2 March; the fifth week begins on 30 March. */
static HipTestLog *
new_four_weeks (void)
{
  HipTestLog *log = hip_test_log_new ("2026-03-02");

  hip_test_log_weeks (log, 4, "Mon Wed Fri", 10000);
  return log;
}

/* What a fifth week of three runs and a last one raises, with a limit. */
static char *
judge_week (gint32 last_metres, int limit)
{
  g_autoptr(HipTestLog) log = new_four_weeks ();
  HipLimits limits;

  hip_test_log_weeks (log, 1, "Mon Wed Fri", 10000);
  hip_test_log_run (log, "2026-04-04", last_metres);
  g_autoptr(HipHistory) history = hip_test_log_history (log);
  hip_limits_init_default (&limits);
  limits.week_limit_percent = limit;
  g_autoptr(GPtrArray) warnings =
                hip_rules_evaluate (history, &limits, hip_test_day ("2026-04-04"));
  HipWarning *warning = hip_test_find (warnings, "week-jump");
  if (warning == NULL)
    return NULL;
  g_assert_cmpint (hip_test_number (warning, "limit_percent"), ==, limit);
  return g_strdup (hip_severity_get_word (hip_warning_get_severity (warning)));
}

static void
test_week_limits (void)
{
  static const struct
  {
    gint32 metres;
    int limit;
    const char *severity;
  } cases[] = {
    { 3000, 10, NULL },      { 3001, 10, "note" },    { 9000, 10, "note" },
    { 9001, 10, "caution" }, { 2999, 5, NULL },       { 3000, 5, "note" },
    { 9000, 30, NULL },      { 9001, 30, "caution" }, { 10900, 50, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *severity = judge_week (cases[i].metres, cases[i].limit);

      g_assert_cmpstr (severity, ==, cases[i].severity);
    }
}

/* The limit of 50 % itself, with the week's runs all of a usual length. */
static void
test_week_widest_limit (void)
{
  for (int extra = 0; extra <= 1; extra++)
    {
      g_autoptr(HipTestLog) log = new_four_weeks ();
      HipLimits limits;

      hip_test_log_weeks (log, 1, "Mon Tue Wed Thu", 10000);
      hip_test_log_run (log, "2026-04-05", 5000 + extra);
      hip_limits_init_default (&limits);
      limits.week_limit_percent = HIP_WEEK_LIMIT_MAX;
      g_autoptr(HipHistory) history = hip_test_log_history (log);
      g_autoptr(GPtrArray) warnings =
                    hip_rules_evaluate (history, &limits, hip_test_day ("2026-04-05"));
      g_assert_cmpuint (warnings->len, ==, extra);
    }
}

/* At 5 % of a long week the limit decides, not the 3 km. */
static void
test_week_narrowest_limit (void)
{
  for (int extra = 0; extra <= 1; extra++)
    {
      g_autoptr(HipTestLog) log = hip_test_log_new ("2026-03-02");
      HipLimits limits;

      hip_test_log_weeks (log, 4, "Mon Tue Wed Thu Fri Sat", 20000);
      hip_test_log_weeks (log, 1, "Mon Tue Wed Thu Fri Sat", 20000);
      hip_test_log_run (log, "2026-04-05", 6000 + extra);
      hip_limits_init_default (&limits);
      limits.week_limit_percent = HIP_WEEK_LIMIT_MIN;
      g_autoptr(HipHistory) history = hip_test_log_history (log);
      g_autoptr(GPtrArray) warnings =
                    hip_rules_evaluate (history, &limits, hip_test_day ("2026-04-05"));
      hip_test_keep (warnings, "week-jump");
      g_assert_cmpuint (warnings->len, ==, extra);
    }
}

static void
test_week_after_easy_week (void)
{
  g_autoptr(HipTestLog) log = hip_test_log_new ("2026-03-02");

  hip_test_log_weeks (log, 1, "Mon Wed Fri Sat", 10000);
  hip_test_log_weeks (log, 3, "Mon Fri", 10000);
  hip_test_log_weeks (log, 1, "Mon Wed Fri Sat", 11000);
  hip_test_assert_open (log, "2026-04-05", "");
}

/* The highest week counts as long as it is one of the last four. */
static void
test_week_four_back (void)
{
  for (int n_lower = 3; n_lower <= 4; n_lower++)
    {
      g_autoptr(HipTestLog) log = hip_test_log_new ("2026-03-02");

      hip_test_log_skip (log, 4 - n_lower);
      hip_test_log_weeks (log, 1, "Mon Wed Fri Sat", 10000);
      hip_test_log_weeks (log, n_lower, "Mon Fri", 10000);
      hip_test_log_weeks (log, 1, "Mon Wed Fri Sat", 10000);
      hip_test_assert_open (log, "2026-04-11", n_lower == 3 ? "" : "week-jump");
    }
}

/* A log that began on a Thursday has four days of its first week, from Friday only three. */
static void
test_week_covered (void)
{
  g_autoptr(HipTestLog) thursday = hip_test_log_new ("2026-03-02");
  g_autoptr(HipTestLog) friday = hip_test_log_new ("2026-03-02");

  hip_test_log_run (thursday, "2026-03-05", 10000);
  hip_test_log_run (friday, "2026-03-06", 10000);
  hip_test_log_skip (thursday, 1);
  hip_test_log_skip (friday, 1);
  hip_test_log_run (thursday, "Mon", 10000);
  hip_test_log_run (friday, "Mon", 10000);
  hip_test_assert_open (thursday, "2026-03-11", "");
  hip_test_log_run (thursday, "Wed", 3000);
  hip_test_log_run (friday, "Wed", 3000);
  hip_test_assert_open (thursday, "2026-03-11", "week-jump");
  hip_test_assert_open (friday, "2026-03-11", "");

  hip_test_log_pain (friday, "2026-03-05", HIP_SIDE_LEFT, 1);
  hip_test_assert_open (friday, "2026-03-11", "week-jump");
}

/* Four weeks in which one running day follows another after so many days. */
static HipTestLog *
new_weeks_with_pause (int days)
{
  HipTestLog *log = hip_test_log_new ("2026-03-02");
  g_autofree char *next = hip_day_to_iso (hip_test_day ("2026-03-05") + days);

  hip_test_log_run (log, "2026-03-03", 10000);
  hip_test_log_run (log, "2026-03-05", 10000);
  hip_test_log_run (log, next, 10000);
  hip_test_log_run (log, "2026-03-24", 10000);
  hip_test_log_run (log, "2026-03-30", 10000);
  hip_test_log_run (log, "2026-03-31", 10000);
  hip_test_log_run (log, "2026-04-02", 10000);
  return log;
}

static void
test_week_gap (void)
{
  g_autoptr(HipTestLog) short_pause = new_weeks_with_pause (13);
  g_autoptr(HipTestLog) gap = new_weeks_with_pause (14);

  hip_test_assert_open (short_pause, "2026-04-02", "week-jump");
  hip_test_assert_open (gap, "2026-04-02", "");
}

/* The same when nothing was run up to the end of the last week. */
static void
test_week_gap_at_end (void)
{
  for (int day = 16; day <= 17; day++)
    {
      g_autoptr(HipTestLog) log = hip_test_log_new ("2026-03-02");
      g_autofree char *last = g_strdup_printf ("2026-03-%d", day);

      hip_test_log_run (log, "2026-03-09", 10000);
      hip_test_log_run (log, last, 10000);
      hip_test_log_run (log, "2026-03-30", 10000);
      hip_test_log_run (log, "2026-03-31", 9000);
      hip_test_assert_open (log, "2026-03-31", day == 16 ? "" : "week-jump");
    }
}

static void
test_week_once_unless_worse (void)
{
  g_autoptr(HipTestLog) log = new_four_weeks ();
  g_autoptr(GPtrArray) warnings = NULL;

  hip_test_log_weeks (log, 1, "Mon Tue Wed", 10000);
  hip_test_log_run (log, "2026-04-02", 4000);
  hip_test_log_run (log, "2026-04-03", 1000);
  hip_test_log_run (log, "2026-04-04", 6000);
  hip_test_log_run (log, "2026-04-05", 6000);
  warnings = hip_test_replay (log);
  hip_test_keep (warnings, "week-jump");
  g_autofree char *lines = hip_test_lines (warnings);
  g_assert_cmpstr (lines, ==,
                   "2026-04-02 week-jump week/2026-03-30 note: 34.0 km in the week of "
                   "30 March: 13 % above your highest of the last four\n"
                   "2026-04-04 week-jump week/2026-03-30 caution: 41.0 km in the week of "
                   "30 March: 37 % above your highest of the last four\n");
  g_autoptr(GPtrArray) open = hip_test_open_on (log, "2026-04-05");
  hip_test_keep (open, "week-jump");
  g_assert_cmpuint (open->len, ==, 1);
  g_assert_cmpint (hip_warning_get_date (open->pdata[0]), ==, hip_test_day ("2026-04-04"));
  g_assert_cmpuint (hip_warning_get_n_entries (open->pdata[0]), ==, 6);
  g_autofree char *formula =
      hip_test_plain (hip_warning_dup_formula (open->pdata[0], HIP_UNITS_KM));
  g_assert_cmpstr (formula, ==, "41 km > 1.30 × 30 km");
  hip_test_assert_open (log, "2026-04-10", "week-jump no-rest-day");
  hip_test_assert_open (log, "2026-04-11", "no-rest-day");
}

/* Weeks from Sunday: the run of 29 March is of the week of the jump. */
static void
test_week_from_sunday (void)
{
  g_autoptr(HipTestLog) log = new_four_weeks ();
  HipLimits limits;

  hip_test_log_run (log, "2026-03-29", 3000);
  hip_test_log_weeks (log, 1, "Mon Wed Fri", 10000);
  hip_test_log_run (log, "2026-04-04", 1000);
  hip_test_assert_open (log, "2026-04-04", "");
  hip_limits_init_default (&limits);
  limits.first_weekday = G_DATE_SUNDAY;
  g_autoptr(HipHistory) history = hip_test_log_history (log);
  g_autoptr(GPtrArray) warnings =
                hip_rules_evaluate (history, &limits, hip_test_day ("2026-04-04"));
  g_assert_cmpuint (warnings->len, ==, 1);
  g_assert_cmpstr (hip_warning_get_subject (warnings->pdata[0]), ==, "week/2026-03-29");
}

/* A long run that makes the week cross is told as a long run only; a later one may worsen it. */
static void
test_one_message_a_run (void)
{
  g_autoptr(HipTestLog) log = new_four_weeks ();

  hip_test_log_weeks (log, 1, "Mon Tue", 10000);
  hip_test_log_run (log, "2026-04-02", 15000);
  hip_test_log_run (log, "2026-04-03", 1000);
  hip_test_assert_open (log, "2026-04-03", "long-run-jump");
  hip_test_log_run (log, "2026-04-04", 4000);
  hip_test_assert_open (log, "2026-04-04", "long-run-jump week-jump");

  hip_test_log_mute (log, "2026-04-04", "long-run-jump");
  hip_test_assert_open (log, "2026-04-02", "week-jump");
}

/* A run of these pieces before and after midnight, with a start at 23:00 on @first. */
static void
add_pieces_at_midnight (HipTestLog *log,
                        const char *first,
                        gint32 before,
                        const char *second,
                        gint32 after)
{
  HipRun *piece = hip_test_log_run (log, first, before);

  piece->start_s = 23 * 3600;
  piece->duration_s = 3500;
  piece = hip_test_log_run (log, second, after);
  piece->start_s = 600;
  piece->duration_s = 1000;
}

/* One message for a run across midnight too, whichever of its days the week crosses on; what was
 * said the day before is not taken back. */
static void
test_one_message_at_midnight (void)
{
  g_autoptr(HipTestLog) long_first = new_four_weeks ();
  g_autoptr(HipTestLog) week_first = new_four_weeks ();

  hip_test_log_weeks (long_first, 1, "Mon Tue", 10000);
  add_pieces_at_midnight (long_first, "2026-04-01", 12000, "2026-04-02", 2000);
  hip_test_assert_open (long_first, "2026-04-02", "long-run-jump");
  hip_test_assert_open (long_first, "2026-04-08", "");

  hip_test_log_weeks (week_first, 1, "Mon Tue Wed", 8500);
  add_pieces_at_midnight (week_first, "2026-04-02", 8000, "2026-04-03", 4000);
  hip_test_assert_open (week_first, "2026-04-02", "week-jump");
  hip_test_assert_open (week_first, "2026-04-03", "long-run-jump week-jump");
}

/* The week speaks for the first piece, in place of the seventh day in a row; that the whole run is
 * a jump the day after does not bring that one up. */
static void
test_one_message_of_three (void)
{
  g_autoptr(HipTestLog) log = new_four_weeks ();

  hip_test_log_run (log, "2026-03-28", 1000);
  hip_test_log_run (log, "2026-03-29", 1000);
  hip_test_log_weeks (log, 1, "Mon Tue Wed", 9500);
  add_pieces_at_midnight (log, "2026-04-02", 8000, "2026-04-03", 4000);
  hip_test_assert_open (log, "2026-04-02", "week-jump");
  hip_test_assert_open (log, "2026-04-03", "long-run-jump week-jump");
}

static void
run_with_effort (HipTestLog *log, const char *day, gint32 metres, int effort, gint32 minutes)
{
  HipRun *run = hip_test_log_run (log, day, metres);

  run->effort = effort;
  run->duration_s = 60 * minutes;
}

/* Four weeks of three hours each, the last with an easy weekend; then four days as usual. */
static HipTestLog *
new_effort_weeks (void)
{
  static const char *const days[] = { "Mon", "Tue", "Wed", "Thu" };
  HipTestLog *log = hip_test_log_new ("2026-03-02");

  for (int week = 0; week < 4; week++, hip_test_log_skip (log, 1))
    for (int i = 0; i < 3; i++)
      run_with_effort (log, days[i], 10000, 6, 60);
  run_with_effort (log, "2026-03-28", 1000, 1, 10);
  run_with_effort (log, "2026-03-29", 1000, 1, 10);
  for (int i = 0; i < 4; i++)
    run_with_effort (log, days[i], 6000, 5, 54);
  return log;
}

/* The distance takes the place of the effort once it speaks, and nothing that the effort had kept
 * quiet comes up then. */
static void
test_effort_then_distance (void)
{
  g_autoptr(HipTestLog) log = new_effort_weeks ();

  hip_test_assert_open (log, "2026-04-02", "");
  run_with_effort (log, "Fri", 6000, 9, 60); /* the seventh day in a row */
  hip_test_assert_open (log, "2026-04-03", "effort-jump");
  hip_test_log_run (log, "Sat", 7000);
  hip_test_assert_open (log, "2026-04-04", "week-jump");
  hip_test_assert_open (log, "2026-04-07", "week-jump");
  g_autoptr(GPtrArray) replayed = hip_test_replay (log);
  g_autofree char *rules = hip_test_rules (replayed);
  g_assert_cmpstr (rules, ==, "effort-jump week-jump");
}

/* Two runs of a day: what the first would raise by itself is not said when the second makes the
 * distance speak. */
static void
test_effort_and_distance_of_a_day (void)
{
  g_autoptr(HipTestLog) log = new_effort_weeks ();

  run_with_effort (log, "2026-04-04", 6000, 9, 60);
  hip_test_log_run (log, "2026-04-04", 7000)->start_s = 80000;
  hip_test_assert_open (log, "2026-04-04", "week-jump");
  g_autoptr(GPtrArray) replayed = hip_test_replay (log);
  g_autofree char *rules = hip_test_rules (replayed);
  g_assert_cmpstr (rules, ==, "week-jump");
}

static char *
would_fire (HipTestLog *log, const char *iso, gint64 metres)
{
  g_autoptr(HipHistory) history = hip_test_log_history (log);
  HipLimits limits;

  hip_limits_init_default (&limits);
  g_autoptr(GPtrArray) warnings =
                hip_rules_would_fire (history, &limits, hip_test_day (iso), metres);
  return hip_test_lines (warnings);
}

static void
test_would_fire (void)
{
  g_autoptr(HipTestLog) log = new_four_weeks ();
  g_autofree char *nothing = would_fire (log, "2026-03-31", 11000);
  g_autofree char *longer = would_fire (log, "2026-03-31", 11001);
  g_autofree char *no_run = would_fire (log, "2026-03-31", 0);

  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpstr (no_run, ==, "");
  g_assert_cmpstr (longer, ==,
                   "2026-03-31 long-run-jump run/planned caution: 11.0 km: 10 % longer "
                   "than your longest run of the last 30 days\n");

  hip_test_log_weeks (log, 1, "Mon Tue Wed", 10000);
  g_autofree char *within = would_fire (log, "2026-04-03", 3000);
  g_autofree char *above = would_fire (log, "2026-04-03", 3001);
  g_assert_cmpstr (within, ==, "");
  g_assert_true (g_str_has_prefix (above, "2026-04-03 week-jump week/2026-03-30 note: "));

  /* What has been said already is not said again, unless it gets worse. */
  hip_test_log_run (log, "2026-04-03", 4000);
  g_autofree char *again = would_fire (log, "2026-04-03", 1000);
  g_autofree char *worse = would_fire (log, "2026-04-03", 6000);
  g_assert_cmpstr (again, ==, "");
  g_assert_true (g_str_has_prefix (worse, "2026-04-03 week-jump week/2026-03-30 caution: "));
}

/* Weeks as people run them: four runs, one in ten missed, each up to 10 % off the plan, every
 * fourth week 35 % easier; the last week as planned by @last, in per cent of a usual one. */
static HipTestLog *
new_planned_log (GRand *rand, guint n_weeks, int last)
{
  static const char *const weekdays[] = { "Mon", "Wed", "Fri", "Sun" };
  HipTestLog *log = hip_test_log_new ("2020-01-06");
  guint phase = g_rand_int_range (rand, 0, 4);

  for (guint week = 0; week < n_weeks; week++, hip_test_log_skip (log, 1))
    {
      int plan = (week + phase) % 4 == 3 ? 65 : 100;

      if (week + 1 == n_weeks && last != 0)
        plan = last;
      for (guint i = 0; i < G_N_ELEMENTS (weekdays); i++)
        if (g_rand_int_range (rand, 0, 10) > 0)
          hip_test_log_run (log, weekdays[i], g_rand_int_range (rand, 90, 111) * plan);
    }
  return log;
}

static guint
count_week_jumps (GPtrArray *warnings, HipDay from)
{
  g_autoptr(GHashTable) weeks = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < warnings->len; i++)
    if (hip_warning_get_rule (warnings->pdata[i]) == HIP_RULE_WEEK_JUMP
        && hip_warning_get_date (warnings->pdata[i]) >= from)
      g_hash_table_add (weeks, (gpointer) hip_warning_get_subject (warnings->pdata[i]));
  return g_hash_table_size (weeks);
}

/* It rarely speaks of weeks that are as usual, and mostly of one that is 40 % harder. */
static void
test_alarm_rates (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (29);
  guint n_weeks = 2000, n_logs = 400, n_hits = 0, n_alarms;
  g_autoptr(HipTestLog) flat = new_planned_log (rand, n_weeks, 0);
  g_autoptr(GPtrArray) warnings = hip_test_replay (flat);

  n_alarms = count_week_jumps (warnings, HIP_DAY_NONE);
  for (guint i = 0; i < n_logs; i++)
    {
      g_autoptr(HipTestLog) log = new_planned_log (rand, 9, 140);
      g_autoptr(GPtrArray) hits = hip_test_replay (log);

      n_hits += count_week_jumps (hits, hip_test_day ("2020-01-06") + 8 * 7);
    }
  g_test_message ("%u of %u usual weeks, %u of %u harder ones", n_alarms, n_weeks, n_hits, n_logs);
  g_assert_cmpuint (n_alarms, >, 0);
  g_assert_cmpuint (100 * n_alarms, <=, 4 * n_weeks);
  g_assert_cmpuint (100 * n_hits, >=, 65 * n_logs);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/long-run-jump/bands", test_bands);
  g_test_add_func ("/long-run-jump/least-excess", test_least_excess);
  g_test_add_func ("/long-run-jump/least-runs", test_least_runs);
  g_test_add_func ("/long-run-jump/same-day", test_same_day);
  g_test_add_func ("/long-run-jump/after-gap", test_after_gap);
  g_test_add_func ("/long-run-jump/window", test_window);
  g_test_add_func ("/long-run-jump/pieces", test_pieces);
  g_test_add_func ("/long-run-jump/pieces-before", test_pieces_before);
  g_test_add_func ("/long-run-jump/midnight", test_midnight);
  g_test_add_func ("/long-run-jump/stays-open", test_jump_stays_open);
  g_test_add_func ("/long-run-jump/texts", test_jump_texts);
  g_test_add_func ("/week-jump/limits", test_week_limits);
  g_test_add_func ("/week-jump/widest-limit", test_week_widest_limit);
  g_test_add_func ("/week-jump/narrowest-limit", test_week_narrowest_limit);
  g_test_add_func ("/week-jump/after-easy-week", test_week_after_easy_week);
  g_test_add_func ("/week-jump/four-back", test_week_four_back);
  g_test_add_func ("/week-jump/covered", test_week_covered);
  g_test_add_func ("/week-jump/gap", test_week_gap);
  g_test_add_func ("/week-jump/gap-at-end", test_week_gap_at_end);
  g_test_add_func ("/week-jump/once-unless-worse", test_week_once_unless_worse);
  g_test_add_func ("/week-jump/from-sunday", test_week_from_sunday);
  g_test_add_func ("/week-jump/alarm-rates", test_alarm_rates);
  g_test_add_func ("/load/one-message-a-run", test_one_message_a_run);
  g_test_add_func ("/load/one-message-at-midnight", test_one_message_at_midnight);
  g_test_add_func ("/load/one-message-of-three", test_one_message_of_three);
  g_test_add_func ("/effort-jump/then-distance", test_effort_then_distance);
  g_test_add_func ("/effort-jump/and-distance", test_effort_and_distance_of_a_day);
  g_test_add_func ("/load/would-fire", test_would_fire);

  return g_test_run ();
}
