// SPDX-License-Identifier: GPL-3.0-or-later
/* Published worked examples, of which nobody here computed the answers. */
#include "config.h"

#include <json-glib/json-glib.h>
#include <math.h>

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

/* The ratio of the last day, by the bare averages and by a log with these loads as metres. */
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
  g_autoptr(HipTestLog) log = hip_test_log_new ("2026-03-02");
  HipDay first = hip_test_day ("2026-03-02");

  hip_ewma (load, n, json_object_get_int_member (input, "acute_n"), acute);
  hip_ewma (load, n, json_object_get_int_member (input, "chronic_n"), chronic);
  g_assert_cmpfloat_with_epsilon (acute[n - 1] / chronic[n - 1], expected, tolerance);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *iso = hip_day_to_iso (first + (HipDay) i);

      hip_test_log_run (log, iso, load[i] * 100);
    }
  g_autoptr(HipHistory) history = hip_test_log_history (log);
  g_autoptr(HipDaySeries) days = hip_day_series_new (history, first, first + n - 1);
  g_assert_cmpfloat_with_epsilon (days->ratio[n - 1], expected, tolerance);
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

/* A constant load has this average whatever the weights. */
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

static const struct
{
  const char *kind;
  VectorFunc check;
} checks[] = {
  { "ewma_acwr_last_day", check_ewma_ratio },
  { "session_rpe_load", check_session_load },
  { "rolling_acwr_constant", check_constant },
  { "spike_band", check_bands },
};

/* Of what the app does not compute: rolling means, monotony and strain, the weekly questionnaire,
 * correlations, plans after a break. */
static const char *const not_applicable[] = { "V4.1", "V4.2", "V4.3", "V5",  "V7",  "V8a", "V8b",
                                              "V13",  "V14",  "V15",  "V16", "V17", "V19", "V20",
                                              "V21",  "V23",  "V27",  "V28", NULL };

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
      else if (!g_strv_contains (not_applicable, id))
        g_error ("Vector %s is neither checked nor known not to apply", id);
    }
  g_test_message ("%u vectors checked, %u do not apply", n_checked,
                  g_strv_length ((char **) not_applicable));
  g_assert_cmpuint (n_checked, ==, 6);
  g_assert_cmpuint (n_checked + g_strv_length ((char **) not_applicable), ==,
                    json_array_get_length (vectors));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/vectors/published", test_vectors);

  return g_test_run ();
}
