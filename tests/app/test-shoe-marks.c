// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-record.h"
#include "hip-shoe-marks.h"

static GSettings *
new_settings (void)
{
  GSettings *settings = g_settings_new (HIP_APPLICATION_ID);

  g_settings_reset (settings, "shoe-check-at");
  g_settings_reset (settings, "shoe-replace-at");
  return settings;
}

static void
assert_marks (GSettings *settings, HipUnits units, gint32 check_at_m, gint32 replace_at_m)
{
  HipShoeMarks marks = hip_shoe_marks_read (settings, units);

  g_assert_cmpint (marks.check_at_m, ==, check_at_m);
  g_assert_cmpint (marks.replace_at_m, ==, replace_at_m);
}

static void
keep (GSettings *settings, HipUnits units, gint32 check_at_m, gint32 replace_at_m)
{
  HipShoeMarks marks = { check_at_m, replace_at_m };

  hip_shoe_marks_write (&marks, settings, units);
}

static void
test_custom (void)
{
  g_autoptr (GSettings) settings = new_settings ();

  assert_marks (settings, HIP_UNITS_KM, 480000, 800000);
  assert_marks (settings, HIP_UNITS_MI, 482803, 804672);
}

/* What was set stays as it is, to the metre; what is customary follows the units. */
static void
test_own (void)
{
  g_autoptr (GSettings) settings = new_settings ();

  keep (settings, HIP_UNITS_KM, 600000, 800000);
  assert_marks (settings, HIP_UNITS_KM, 600000, 800000);
  assert_marks (settings, HIP_UNITS_MI, 600000, 804672);
  keep (settings, HIP_UNITS_MI, 482803, 500001);
  assert_marks (settings, HIP_UNITS_MI, 482803, 500001);
  assert_marks (settings, HIP_UNITS_KM, 480000, 500001);
  g_assert_cmpint (g_settings_get_int (settings, "shoe-check-at"), ==, 0);
}

/* A pair is never to be replaced before it is looked at. */
static void
test_order (void)
{
  g_autoptr (GSettings) settings = new_settings ();

  g_settings_set_int (settings, "shoe-replace-at", 481000);
  assert_marks (settings, HIP_UNITS_KM, 480000, 481000);
  assert_marks (settings, HIP_UNITS_MI, 481000, 481000);
  g_settings_set_int (settings, "shoe-check-at", 900000);
  assert_marks (settings, HIP_UNITS_KM, 481000, 481000);
}

static gboolean
accepts (const char *key_name, int metres)
{
  g_autoptr (GSettings) settings = new_settings ();
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GSettingsSchemaKey) key = NULL;
  g_autoptr (GVariant) value = g_variant_ref_sink (g_variant_new_int32 (metres));

  g_object_get (settings, "settings-schema", &schema, NULL);
  key = g_settings_schema_get_key (schema, key_name);
  return g_settings_schema_key_range_check (key, value);
}

/* What can be set is what a pair may have. */
static void
test_range (void)
{
  static const char *const keys[] = { "shoe-check-at", "shoe-replace-at" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_assert_true (accepts (keys[i], HIP_SHOE_MAX_M));
      g_assert_false (accepts (keys[i], HIP_SHOE_MAX_M + 1));
      g_assert_false (accepts (keys[i], -1));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/shoe-marks/custom", test_custom);
  g_test_add_func ("/shoe-marks/own", test_own);
  g_test_add_func ("/shoe-marks/order", test_order);
  g_test_add_func ("/shoe-marks/range", test_range);

  return g_test_run ();
}
