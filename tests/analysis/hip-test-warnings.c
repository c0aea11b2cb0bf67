// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-test-warnings.h"

HipDay
hip_test_day (const char *iso)
{
  HipDay day;

  g_assert_true (hip_day_parse (iso, &day));
  return day;
}

GPtrArray *
hip_test_open_on (HipTestLog *log, const char *iso)
{
  g_autoptr(HipHistory) history = hip_test_log_history (log);
  HipLimits limits;

  hip_limits_init_default (&limits);
  return hip_rules_evaluate (history, &limits, hip_test_day (iso));
}

GPtrArray *
hip_test_replay (HipTestLog *log)
{
  g_autoptr(HipHistory) history = hip_test_log_history (log);
  HipLimits limits;

  hip_limits_init_default (&limits);
  return hip_rules_replay (history, &limits, HIP_DAY_NONE, G_MAXINT32);
}

HipWarning *
hip_test_find (GPtrArray *warnings, const char *rule)
{
  for (guint i = 0; i < warnings->len; i++)
    if (g_str_equal (hip_rule_get_id (hip_warning_get_rule (warnings->pdata[i])), rule))
      return warnings->pdata[i];
  return NULL;
}

void
hip_test_keep (GPtrArray *warnings, const char *rule)
{
  for (guint i = warnings->len; i > 0; i--)
    if (!g_str_equal (hip_rule_get_id (hip_warning_get_rule (warnings->pdata[i - 1])), rule))
      g_ptr_array_remove_index (warnings, i - 1);
}

char *
hip_test_rules (GPtrArray *warnings)
{
  GString *rules = g_string_new (NULL);

  for (guint i = 0; i < warnings->len; i++)
    g_string_append_printf (rules, "%s%s", i > 0 ? " " : "",
                            hip_rule_get_id (hip_warning_get_rule (warnings->pdata[i])));
  return g_string_free (rules, FALSE);
}

char *
hip_test_plain (char *text)
{
  g_autofree char *owned = text;
  g_auto(GStrv) parts = g_strsplit (owned, "\u00a0", -1);

  return g_strjoinv (" ", parts);
}

char *
hip_test_line (HipWarning *warning)
{
  g_autofree char *date = hip_day_to_iso (hip_warning_get_date (warning));
  g_autofree char *title = hip_test_plain (hip_warning_dup_title (warning, HIP_UNITS_KM));

  return g_strdup_printf ("%s %s %s %s: %s", date, hip_rule_get_id (hip_warning_get_rule (warning)),
                          hip_warning_get_subject (warning),
                          hip_severity_get_word (hip_warning_get_severity (warning)), title);
}

char *
hip_test_lines (GPtrArray *warnings)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < warnings->len; i++)
    {
      g_autofree char *line = hip_test_line (warnings->pdata[i]);

      g_string_append_printf (lines, "%s\n", line);
    }
  return g_string_free (lines, FALSE);
}

gint64
hip_test_number (HipWarning *warning, const char *name)
{
  const HipNumber *number = hip_warning_lookup_number (warning, name);

  g_assert_nonnull (number);
  g_assert_cmpint (number->kind, !=, HIP_NUMBER_TEXT);
  return number->value;
}

const char *
hip_test_text (HipWarning *warning, const char *name)
{
  const HipNumber *number = hip_warning_lookup_number (warning, name);

  g_assert_nonnull (number);
  g_assert_cmpint (number->kind, ==, HIP_NUMBER_TEXT);
  return number->text;
}
