// SPDX-License-Identifier: GPL-3.0-or-later
/* Every threshold and guard of every rule, on both of its sides. */
#include "config.h"

#include "hip-test-boundaries.h"

/* The first warning of the rule that fired on @date, or any with HIP_DAY_NONE. */
static HipWarning *
find (GPtrArray *warnings, HipRule rule, HipDay date)
{
  for (guint i = 0; i < warnings->len; i++)
    if (hip_warning_get_rule (warnings->pdata[i]) == rule
        && (date == HIP_DAY_NONE || hip_warning_get_date (warnings->pdata[i]) == date))
      return warnings->pdata[i];
  return NULL;
}

static void
assert_says (const HipWarning *warning, const HipTestSide *side)
{
  g_assert_nonnull (warning);
  g_assert_cmpint (hip_warning_get_severity (warning), ==, side->says);
  g_assert_cmpint (hip_warning_get_date (warning), ==, hip_test_day_ago (side->days_ago));
  g_assert_cmpuint (hip_warning_get_n_entries (warning), >, 0);
}

/* What is open today, and what a replay says of the day it fired. */
static void
assert_side (const HipTestBoundary *boundary, const HipTestSide *side)
{
  HipDay today = hip_test_day_ago (0);
  HipLimits limits;
  g_autoptr(HipHistory) history = hip_test_boundary_tell (boundary, side, &limits);
  g_autoptr(GPtrArray) open = hip_rules_evaluate (history, &limits, today);
  g_autoptr(GPtrArray) fired = hip_rules_replay (history, &limits, HIP_DAY_NONE, today);
  HipDay date = side->says == HIP_TEST_SILENT ? today : hip_test_day_ago (side->days_ago);
  HipWarning *is_open = find (open, boundary->rule, HIP_DAY_NONE);
  HipWarning *has_fired = find (fired, boundary->rule, date);

  g_test_message ("%s, %s: %d", hip_rule_get_id (boundary->rule), boundary->edge, side->x);
  if (side->says == HIP_TEST_SILENT)
    {
      g_assert_null (is_open);
      g_assert_null (has_fired);
      return;
    }
  assert_says (is_open, side);
  assert_says (has_fired, side);
}

static void
test_boundary (gconstpointer data)
{
  const HipTestBoundary *boundary = data;

  g_assert_cmpint (boundary->before.x, !=, boundary->after.x);
  assert_side (boundary, &boundary->before);
  assert_side (boundary, &boundary->after);
}

/* Every rule has an edge at which it begins to speak, and not only one where it says something
 * else. */
static void
test_every_rule (void)
{
  gboolean begins[HIP_N_RULES] = { FALSE };

  for (guint i = 0; i < hip_test_boundaries_get_n (); i++)
    {
      const HipTestBoundary *boundary = hip_test_boundaries_get (i);

      g_assert_cmpint (boundary->after.says, !=, HIP_TEST_SILENT);
      if (boundary->before.says == HIP_TEST_SILENT)
        begins[boundary->rule] = TRUE;
    }
  for (guint rule = 0; rule < HIP_N_RULES; rule++)
    {
      g_test_message ("%s", hip_rule_get_id (rule));
      g_assert_true (begins[rule]);
    }
}

static void
add_tests (void)
{
  for (guint i = 0; i < hip_test_boundaries_get_n (); i++)
    {
      const HipTestBoundary *boundary = hip_test_boundaries_get (i);
      g_autofree char *edge = g_strdelimit (g_strdup (boundary->edge), " ,", '-');
      g_autofree char *path =
          g_strdup_printf ("/boundaries/%s/%s", hip_rule_get_id (boundary->rule), edge);

      g_test_add_data_func (path, boundary, test_boundary);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/boundaries/every-rule", test_every_rule);
  add_tests ();

  return g_test_run ();
}
