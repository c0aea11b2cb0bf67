// SPDX-License-Identifier: GPL-3.0-or-later
/* Published worked examples, of which nobody here computed the answers. */
#include "config.h"

#include <gsl/gsl_cdf.h>
#include <json-glib/json-glib.h>
#include <math.h>

#include "hip-correlation.h"
#include "hip-ostrc.h"
#include "hip-return-plan.h"
#include "hip-series.h"
#include "hip-test-util.h"
#include "hip-test-warnings.h"

typedef void (*VectorFunc) (JsonObject *vector);

static double *
dup_numbers (JsonArray *array)
{
  double *numbers = g_new0 (double, json_array_get_length (array));

  for (guint i = 0; i < json_array_get_length (array); i++)
    numbers[i] = json_array_get_double_element (array, i);
  return numbers;
}

/* A log with these loads, day by day, as hundreds of metres. */
static HipDaySeries *
new_days (const double *load, guint n)
{
  g_autoptr(HipTestLog) log = hip_test_log_new ("2026-03-02");
  HipDay first = hip_test_day ("2026-03-02");

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *iso = hip_day_to_iso (first + (HipDay) i);

      hip_test_log_run (log, iso, load[i] * 100);
    }
  g_autoptr(HipHistory) history = hip_test_log_history (log);
  return hip_day_series_new (history, first, first + n - 1);
}

/* The ratio of the last day, by the bare averages and by a log. */
static void
check_ewma_ratio (JsonObject *vector)
{
  JsonObject *input = json_object_get_object_member (vector, "input");
  JsonArray *loads = json_object_get_array_member (input, "daily_load");
  double expected = json_object_get_double_member (vector, "expected");
  double tolerance = json_object_get_double_member (vector, "tolerance");
  guint n = json_array_get_length (loads);
  g_autofree double *load = dup_numbers (loads);
  g_autofree double *acute = g_new0 (double, n);
  g_autofree double *chronic = g_new0 (double, n);
  g_autoptr(HipDaySeries) days = new_days (load, n);

  hip_ewma (load, n, json_object_get_int_member (input, "acute_n"), acute);
  hip_ewma (load, n, json_object_get_int_member (input, "chronic_n"), chronic);
  g_assert_cmpfloat_with_epsilon (acute[n - 1] / chronic[n - 1], expected, tolerance);
  g_assert_cmpfloat_with_epsilon (days->ratio[n - 1], expected, tolerance);
}

/* The mean of the last @days. */
static double
get_rolling_mean (const double *load, guint n, guint days)
{
  g_autofree double *sums = g_new0 (double, n);

  hip_rolling_sum (load, n, days, sums);
  return sums[n - 1] / days;
}

static void
check_rolling_ratio (JsonObject *vector)
{
  JsonObject *input = json_object_get_object_member (vector, "input");
  JsonArray *loads = json_object_get_array_member (input, "daily_load");
  guint acute = json_object_get_int_member (input, "acute");
  guint chronic = json_object_get_int_member (input, "chronic");
  double expected = json_object_get_double_member (vector, "expected");
  double tolerance = json_object_get_double_member (vector, "tolerance");
  guint n = json_array_get_length (loads);
  g_autofree double *load = dup_numbers (loads);
  g_autoptr(HipDaySeries) days = new_days (load, n);

  g_assert_cmpfloat_with_epsilon (
      get_rolling_mean (load, n, acute) / get_rolling_mean (load, n, chronic), expected, tolerance);
  g_assert_cmpfloat_with_epsilon (days->sum_7[n - 1] / 7 / (days->sum_28[n - 1] / 28), expected,
                                  tolerance);
}

static void
check_rolling_step (JsonObject *vector)
{
  JsonObject *input = json_object_get_object_member (vector, "input");
  JsonObject *expected = json_object_get_object_member (vector, "expected");
  JsonObject *exact = json_object_get_object_member (expected, "exact_ours");
  guint first_days = json_object_get_int_member (input, "first_days");
  guint n = first_days + json_object_get_int_member (input, "then_days");
  g_autofree double *load = g_new0 (double, n);
  double acute, chronic;

  for (guint i = 0; i < n; i++)
    load[i] = json_object_get_double_member (input, i < first_days ? "first_load" : "then_load");
  acute = get_rolling_mean (load, n, HIP_ACUTE_DAYS);
  chronic = get_rolling_mean (load, n, HIP_CHRONIC_DAYS);
  g_assert_cmpfloat (acute, >, json_object_get_double_member (expected, "atl_gt"));
  g_assert_cmpfloat (acute / chronic, >, json_object_get_double_member (expected, "acwr_gt"));
  g_assert_cmpfloat (acute, ==, json_object_get_double_member (exact, "atl"));
  g_assert_cmpfloat (chronic, ==, json_object_get_double_member (exact, "ctl"));
  g_assert_cmpfloat (acute / chronic, ==, json_object_get_double_member (exact, "acwr"));
}

static double
sum (const double *values, guint n)
{
  double total = 0;

  for (guint i = 0; i < n; i++)
    total += values[i];
  return total;
}

static void
check_monotony (JsonObject *vector)
{
  JsonArray *input = json_object_get_array_member (vector, "input");
  JsonObject *expected = json_object_get_object_member (vector, "expected");
  double tolerance = json_object_get_double_member (vector, "tolerance");
  guint n = json_array_get_length (input);
  g_autofree double *load = dup_numbers (input);
  double monotony = hip_monotony (load, n);

  g_assert_cmpfloat_with_epsilon (monotony, json_object_get_double_member (expected, "monotony"),
                                  tolerance);
  g_assert_cmpfloat_with_epsilon (hip_strain (sum (load, n), monotony),
                                  json_object_get_double_member (expected, "strain"), tolerance);
}

static void
check_missing_days (JsonObject *vector)
{
  JsonObject *input = json_object_get_object_member (vector, "input");
  JsonArray *short_week = json_object_get_array_member (input, "a");
  JsonArray *whole_week = json_object_get_array_member (input, "b");
  g_autofree double *a = dup_numbers (short_week);
  g_autofree double *b = dup_numbers (whole_week);

  g_assert_cmpstr (json_object_get_string_member (vector, "expected"), ==, "equal");
  g_assert_cmpfloat_with_epsilon (hip_monotony (a, json_array_get_length (short_week)),
                                  hip_monotony (b, json_array_get_length (whole_week)),
                                  json_object_get_double_member (vector, "tolerance"));
}

/* Nine sessions in a week of a log, efforts of 10 for as long as makes their load. */
static void
check_weekly_load (JsonObject *vector)
{
  JsonArray *input = json_object_get_array_member (vector, "input");
  double expected = json_object_get_double_member (vector, "expected");
  g_autofree double *load = dup_numbers (input);
  g_autoptr(HipTestLog) log = hip_test_log_new ("2026-03-02");
  HipDay first = hip_test_day ("2026-03-02");

  hip_test_log_weeks (log, 3, "Mon", 5000);
  for (guint i = 0; i < json_array_get_length (input); i++)
    {
      g_autofree char *iso = hip_day_to_iso (first + 21 + (HipDay) i % 7);
      HipRun *run = hip_test_log_run (log, iso, 5000);

      run->effort = 10;
      run->duration_s = load[i] * 60 / 10;
    }
  g_autoptr(HipHistory) history = hip_test_log_history (log);
  g_autoptr(HipDaySeries) days = hip_day_series_new (history, first, first + 27);
  g_assert_cmpfloat (sum (days->load + 21, 7), ==, expected);
  g_assert_cmpfloat_with_epsilon (days->strain[27] / days->monotony[27], expected, 1e-9);
}

static void
check_strain (JsonObject *vector)
{
  JsonObject *input = json_object_get_object_member (vector, "input");

  g_assert_cmpfloat_with_epsilon (hip_strain (json_object_get_double_member (input, "weekly_load"),
                                              json_object_get_double_member (input, "monotony")),
                                  json_object_get_double_member (vector, "expected"),
                                  json_object_get_double_member (vector, "tolerance"));
}

static void
check_session_load (JsonObject *vector)
{
  JsonArray *input = json_object_get_array_member (vector, "input");
  JsonArray *expected = json_object_get_array_member (vector, "expected");

  for (guint i = 0; i < json_array_get_length (input); i++)
    {
      JsonArray *session = json_array_get_array_element (input, i);
      double load = hip_session_load (json_array_get_int_element (session, 0),
                                      60 * json_array_get_int_element (session, 1));

      g_assert_cmpfloat (load, ==, json_array_get_double_element (expected, i));
    }
}

/* A constant load has this average whatever the weights, rolling or not. */
static void
check_constant (JsonObject *vector)
{
  JsonObject *input = json_object_get_object_member (vector, "input");
  JsonObject *expected = json_object_get_object_member (vector, "expected");
  double tolerance = json_object_get_double_member (vector, "tolerance");
  guint n = json_object_get_int_member (input, "days");
  g_autofree double *load = g_new0 (double, n);
  g_autofree double *chronic = g_new0 (double, n);

  for (guint i = 0; i < n; i++)
    load[i] = json_object_get_double_member (input, "load");
  g_assert_cmpfloat_with_epsilon (get_rolling_mean (load, n, HIP_ACUTE_DAYS)
                                      / get_rolling_mean (load, n, HIP_CHRONIC_DAYS),
                                  json_object_get_double_member (expected, "acwr"), tolerance);
  hip_ewma (load, n, HIP_CHRONIC_DAYS, chronic);
  hip_ewma (load, n, HIP_ACUTE_DAYS, load);
  g_assert_cmpfloat_with_epsilon (load[n - 1], json_object_get_double_member (expected, "atl"),
                                  tolerance);
  g_assert_cmpfloat_with_epsilon (chronic[n - 1], json_object_get_double_member (expected, "ctl"),
                                  tolerance);
  g_assert_cmpfloat_with_epsilon (load[n - 1] / chronic[n - 1],
                                  json_object_get_double_member (expected, "acwr"), tolerance);
}

/* The band that a run falls in after a month of runs of the longest; "reference" is silence. */
static void
check_band (gint64 longest_m, gint64 run_m, const char *expected)
{
  g_autoptr(HipTestLog) log = hip_test_log_new ("2026-03-02");
  const char *band = "reference";
  HipWarning *warning;

  hip_test_log_weeks (log, 2, "Mon Fri", longest_m);
  hip_test_log_run (log, "2026-03-16", run_m);
  g_autoptr(GPtrArray) warnings = hip_test_open_on (log, "2026-03-16");
  warning = hip_test_find (warnings, "long-run-jump");
  if (warning != NULL)
    band = hip_test_text (warning, "band");
  g_assert_cmpstr (band, ==, expected);
}

static void
check_bands (JsonObject *vector)
{
  JsonObject *input = json_object_get_object_member (vector, "input");
  gint64 longest_m = json_object_get_int_member (input, "longest_m");
  JsonNode *runs = json_object_get_member (input, "run_m");
  JsonArray *expected;

  if (!JSON_NODE_HOLDS_ARRAY (runs))
    {
      check_band (longest_m, json_node_get_int (runs),
                  json_object_get_string_member (vector, "expected"));
      return;
    }
  expected = json_object_get_array_member (vector, "expected");
  for (guint i = 0; i < json_array_get_length (expected); i++)
    check_band (longest_m, json_array_get_int_element (json_node_get_array (runs), i),
                json_array_get_string_element (expected, i));
}

/* The sum of the squared differences of ranks. */
static double
get_sum_d2 (const double *x, const double *y, guint n)
{
  g_autofree double *ranks_x = g_new (double, n);
  g_autofree double *ranks_y = g_new (double, n);
  double total = 0;

  hip_average_ranks (x, n, ranks_x);
  hip_average_ranks (y, n, ranks_y);
  for (guint i = 0; i < n; i++)
    total += pow (ranks_x[i] - ranks_y[i], 2);
  return total;
}

static void
check_spearman (JsonObject *vector)
{
  JsonObject *input = json_object_get_object_member (vector, "input");
  JsonObject *expected = json_object_get_object_member (vector, "expected");
  double tolerance = json_object_get_double_member (vector, "tolerance");
  g_autofree double *x = dup_numbers (json_object_get_array_member (input, "x"));
  g_autofree double *y = dup_numbers (json_object_get_array_member (input, "y"));
  guint n = json_array_get_length (json_object_get_array_member (input, "x"));
  double rho = hip_spearman (x, y, n);
  double t = rho * sqrt ((n - 2) / (1 - rho * rho));

  g_assert_cmpfloat_with_epsilon (rho, json_object_get_double_member (expected, "rho"), tolerance);
  if (json_object_has_member (expected, "sum_d2"))
    g_assert_cmpfloat (get_sum_d2 (x, y, n), ==,
                       json_object_get_double_member (expected, "sum_d2"));
  if (json_object_has_member (expected, "t"))
    g_assert_cmpfloat_with_epsilon (t, json_object_get_double_member (expected, "t"), tolerance);
  if (json_object_has_member (expected, "p_t_approx"))
    g_assert_cmpfloat_with_epsilon (2 * gsl_cdf_tdist_Q (fabs (t), n - 2),
                                    json_object_get_double_member (expected, "p_t_approx"),
                                    tolerance);
}

static void
check_ranks (JsonObject *vector)
{
  JsonArray *expected = json_object_get_array_member (vector, "expected");
  g_autofree double *ranks = dup_numbers (json_object_get_array_member (vector, "input"));
  guint n = json_array_get_length (expected);

  hip_average_ranks (ranks, n, ranks);
  for (guint i = 0; i < n; i++)
    g_assert_cmpfloat (ranks[i], ==, json_array_get_double_element (expected, i));
}

static gint32
get_answer (JsonObject *input, const char *question, guint i)
{
  JsonArray *answers;

  if (!json_object_has_member (input, question))
    return HIP_UNSET;
  answers = json_object_get_array_member (input, question);
  return json_array_get_null_element (answers, i) ? HIP_UNSET
                                                  : json_array_get_int_element (answers, i);
}

/* Compares what @score makes of each week with what is expected; null is unset. */
static void
check_weeks (JsonObject *vector, gint32 (*score) (const HipOstrc *week, gboolean first_version))
{
  JsonObject *input = json_object_get_object_member (vector, "input");
  JsonArray *expected = json_object_get_array_member (vector, "expected");
  gboolean first_version =
      g_str_has_prefix (json_object_get_string_member (vector, "kind"), "ostrc1");

  for (guint i = 0; i < json_array_get_length (expected); i++)
    {
      HipOstrc week = { get_answer (input, "q1", i), get_answer (input, "q2", i),
                        get_answer (input, "q3", i), get_answer (input, "q4", i) };
      gint32 value = json_array_get_null_element (expected, i)
                         ? HIP_UNSET
                         : json_array_get_int_element (expected, i);

      g_assert_cmpint (score (&week, first_version), ==, value);
    }
}

static gint32
score_problem (const HipOstrc *week, gboolean first_version)
{
  return hip_ostrc_is_problem (week);
}

static gint32
score_substantial (const HipOstrc *week, gboolean first_version)
{
  return hip_ostrc_is_substantial (week, first_version ? HIP_OSTRC_1 : HIP_OSTRC_2);
}

static gint32
score_severity (const HipOstrc *week, gboolean first_version)
{
  return hip_ostrc_get_severity (week);
}

static void
check_problem (JsonObject *vector)
{
  check_weeks (vector, score_problem);
}

static void
check_substantial (JsonObject *vector)
{
  check_weeks (vector, score_substantial);
}

static void
check_severity (JsonObject *vector)
{
  check_weeks (vector, score_severity);
}

static void
check_time_loss (JsonObject *vector)
{
  JsonArray *cases = json_object_get_array_member (vector, "input");
  JsonArray *expected = json_object_get_array_member (vector, "expected");

  for (guint i = 0; i < json_array_get_length (cases); i++)
    {
      JsonArray *answers = json_array_get_array_element (cases, i);
      guint n = json_array_get_length (answers);
      g_autofree HipOstrc *weeks = g_new0 (HipOstrc, n);

      for (guint week = 0; week < n; week++)
        weeks[week].participation = json_array_get_int_element (answers, week);
      g_assert_cmpuint (hip_ostrc_count_time_loss (weeks, n), ==,
                        json_array_get_int_element (expected, i));
    }
}

static void
check_return (JsonObject *vector)
{
  JsonObject *input = json_object_get_object_member (vector, "input");
  JsonArray *weeks_off = json_object_get_array_member (input, "weeks_off");
  JsonArray *expected = json_object_get_array_member (vector, "expected");

  for (guint i = 0; i < json_array_get_length (weeks_off); i++)
    {
      JsonArray *percents = json_array_get_array_element (expected, i);
      HipReturnPlan plan;

      hip_return_plan_init (&plan, json_array_get_int_element (weeks_off, i));
      for (guint week = 0; week < json_array_get_length (percents); week++)
        g_assert_cmpint (hip_return_plan_get_percent (&plan, week), ==,
                         json_array_get_int_element (percents, week));
    }
}

static const struct
{
  const char *kind;
  VectorFunc check;
} checks[] = {
  { "ewma_acwr_last_day", check_ewma_ratio },
  { "rolling_coupled_acwr_last_day", check_rolling_ratio },
  { "rolling_acwr_step", check_rolling_step },
  { "monotony_strain_population_sd", check_monotony },
  { "monotony_missing_days_are_zero", check_missing_days },
  { "weekly_load_sum", check_weekly_load },
  { "strain", check_strain },
  { "session_rpe_load", check_session_load },
  { "rolling_acwr_constant", check_constant },
  { "spike_band", check_bands },
  { "spearman", check_spearman },
  { "average_ranks", check_ranks },
  { "ostrc_problem", check_problem },
  { "ostrc1_substantial", check_substantial },
  { "ostrc2_substantial", check_substantial },
  { "ostrc_severity", check_severity },
  { "ostrc_timeloss_weeks", check_time_loss },
  { "return_after_gap_percent", check_return },
};

static gboolean
check_vector (JsonObject *vector)
{
  const char *kind = json_object_get_string_member (vector, "kind");

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      if (g_str_equal (checks[i].kind, kind))
        {
          checks[i].check (vector);
          return TRUE;
        }
    }
  return FALSE;
}

static void
test_vectors (void)
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autofree char *path = hip_test_data_path ("vectors.json");
  g_autoptr(GError) error = NULL;
  JsonArray *vectors;
  guint n_checked = 0;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  vectors = json_node_get_array (json_parser_get_root (parser));
  for (guint i = 0; i < json_array_get_length (vectors); i++)
    {
      JsonObject *vector = json_array_get_object_element (vectors, i);
      const char *id = json_object_get_string_member (vector, "id");

      if (check_vector (vector))
        n_checked++;
      else
        g_error ("Vector %s is not checked", id);
    }
  g_test_message ("%u vectors checked", n_checked);
  g_assert_cmpuint (n_checked, ==, 24);
  g_assert_cmpuint (n_checked, ==, json_array_get_length (vectors));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/vectors/published", test_vectors);

  return g_test_run ();
}
