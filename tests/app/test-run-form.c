// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include <locale.h>

#include "hip-date-text.h"
#include "hip-run-form.h"

#define TODAY (hip_day_from_ymd (2026, 3, 14))

static HipRun *
make_run (void)
{
  HipRun *run = hip_run_new ();

  run->rec.id = 7;
  run->date = TODAY - 1;
  run->distance_m = 10483;
  run->duration_s = 3130;
  run->ascent_m = 101;
  return run;
}

static void
test_new (void)
{
  g_autoptr (HipRunForm) form = hip_run_form_new (NULL, HIP_UNITS_KM, TODAY);
  g_autoptr (GError) error = NULL;
  int field;

  g_assert_true (hip_run_form_is_new (form));
  g_assert_false (hip_run_form_is_changed (form));
  g_assert_cmpint (hip_run_form_get_run (form)->date, ==, TODAY);
  g_assert_null (hip_run_form_get_error (form, HIP_RUN_FIELD_DISTANCE));

  g_assert_false (hip_run_form_check (form, &field, &error));
  g_assert_cmpint (field, ==, HIP_RUN_FIELD_DISTANCE);
  g_assert_error (error, HIP_RECORD_ERROR, HIP_RECORD_ERROR_INVALID);
  g_assert_nonnull (hip_run_form_get_error (form, HIP_RUN_FIELD_DISTANCE));
}

static void
test_texts (void)
{
  g_autoptr (HipRunForm) form = hip_run_form_new (NULL, HIP_UNITS_KM, TODAY);
  HipRun *run;
  int field;

  hip_run_form_set_text (form, HIP_RUN_FIELD_DATE, "2026-03-02");
  hip_run_form_set_text (form, HIP_RUN_FIELD_DISTANCE, " 10.5 ");
  hip_run_form_set_text (form, HIP_RUN_FIELD_DURATION, "52:10");
  hip_run_form_set_text (form, HIP_RUN_FIELD_START, "7:30");
  hip_run_form_set_text (form, HIP_RUN_FIELD_CADENCE, "172");
  hip_run_form_set_text (form, HIP_RUN_FIELD_ASCENT, "120");
  run = hip_run_form_get_run (form);
  g_assert_cmpint (run->date, ==, hip_day_from_ymd (2026, 3, 2));
  g_assert_cmpint (run->distance_m, ==, 10500);
  g_assert_cmpint (run->duration_s, ==, 3130);
  g_assert_cmpint (run->start_s, ==, 27000);
  g_assert_cmpint (run->cadence_spm, ==, 172);
  g_assert_cmpint (run->ascent_m, ==, 120);
  g_assert_true (hip_run_form_is_changed (form));
  g_assert_true (hip_run_form_check (form, &field, NULL));
  g_assert_cmpint (field, ==, -1);
}

static void
test_cleared (void)
{
  g_autoptr (HipRun) run = make_run ();
  g_autoptr (HipRunForm) form = hip_run_form_new (run, HIP_UNITS_KM, TODAY);

  hip_run_form_set_text (form, HIP_RUN_FIELD_DURATION, "");
  hip_run_form_set_text (form, HIP_RUN_FIELD_ASCENT, "");
  g_assert_cmpint (hip_run_form_get_run (form)->duration_s, ==, HIP_UNSET);
  g_assert_cmpint (hip_run_form_get_run (form)->ascent_m, ==, HIP_UNSET);
  g_assert_null (hip_run_form_get_error (form, HIP_RUN_FIELD_DURATION));
  /* The run it came from is left alone. */
  g_assert_cmpint (run->duration_s, ==, 3130);
}

/* A text that shows less than the record must not shorten it. */
static void
test_unharmed (void)
{
  const HipUnits units[] = { HIP_UNITS_KM, HIP_UNITS_MI };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr (HipRun) run = make_run ();
      g_autoptr (HipRunForm) form = hip_run_form_new (run, units[i], TODAY);

      for (int field = 0; field < HIP_N_RUN_FIELDS; field++)
        {
          g_autofree char *text = hip_run_form_dup_text (form, field);
          hip_run_form_set_text (form, field, text);
        }
      g_assert_true (hip_record_equal (hip_run_form_get_run (form), run));
      g_assert_false (hip_run_form_is_changed (form));
    }
}

static void
test_errors (void)
{
  const struct
  {
    HipRunField field;
    const char *text;
  } cases[] = {
    { HIP_RUN_FIELD_DATE, "" },
    { HIP_RUN_FIELD_DATE, "2026-03-15" }, /* tomorrow */
    { HIP_RUN_FIELD_DATE, "some day" },
    { HIP_RUN_FIELD_START, "25:00" },
    { HIP_RUN_FIELD_DISTANCE, "far" },
    { HIP_RUN_FIELD_DISTANCE, "1000" },
    { HIP_RUN_FIELD_DISTANCE, "0" },
    { HIP_RUN_FIELD_DURATION, "1:99:99" },
    { HIP_RUN_FIELD_DURATION, "241:00:00" },
    { HIP_RUN_FIELD_CADENCE, "39" },
    { HIP_RUN_FIELD_CADENCE, "301" },
    { HIP_RUN_FIELD_ASCENT, "-1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HipRun) run = make_run ();
      g_autoptr (HipRunForm) form = hip_run_form_new (run, HIP_UNITS_KM, TODAY);
      int field;

      g_test_message ("%d %s", cases[i].field, cases[i].text);
      hip_run_form_set_text (form, cases[i].field, cases[i].text);
      g_assert_nonnull (hip_run_form_get_error (form, cases[i].field));
      g_assert_true (hip_record_equal (hip_run_form_get_run (form), run));
      g_assert_true (hip_run_form_is_changed (form));
      g_assert_false (hip_run_form_check (form, &field, NULL));
      g_assert_cmpint (field, ==, cases[i].field);
    }
}

static void
test_feet (void)
{
  g_autoptr (HipRun) run = make_run ();
  g_autoptr (HipRunForm) form = hip_run_form_new (run, HIP_UNITS_MI, TODAY);
  g_autofree char *text = hip_run_form_dup_text (form, HIP_RUN_FIELD_ASCENT);

  g_assert_cmpstr (text, ==, "331");
  hip_run_form_set_text (form, HIP_RUN_FIELD_ASCENT, "1000");
  g_assert_cmpint (hip_run_form_get_run (form)->ascent_m, ==, 305);
}

static void
test_dates (void)
{
  const struct
  {
    const char *text;
    HipDay day;
  } cases[] = {
    { "", HIP_DAY_NONE },
    { "2026-03-02", hip_day_from_ymd (2026, 3, 2) },
    { "03/02/2026", hip_day_from_ymd (2026, 3, 2) },
    { "3/2/26", hip_day_from_ymd (2026, 3, 2) },
    { "3/14", TODAY },
    { "3/15", hip_day_from_ymd (2025, 3, 15) },
    { "2 March 2026", hip_day_from_ymd (2026, 3, 2) },
    { "Today", TODAY },
    { "yesterday", TODAY - 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      HipDay day;

      g_test_message ("%s", cases[i].text);
      g_assert_true (hip_date_text_parse (cases[i].text, TODAY, &day, &error));
      g_assert_no_error (error);
      g_assert_cmpint (day, ==, cases[i].day);
    }
}

static void
test_no_dates (void)
{
  const char *const texts[] = { "x", "13/13/2026", "2/30/2026", "1/2/3/4", "99999999999999", "1" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      HipDay day;

      g_test_message ("%s", texts[i]);
      g_assert_false (hip_date_text_parse (texts[i], TODAY, &day, &error));
      g_assert_error (error, HIP_RECORD_ERROR, HIP_RECORD_ERROR_SYNTAX);
      g_assert_cmpint (day, ==, HIP_DAY_NONE);
    }
}

static void
test_date_round_trip (void)
{
  for (HipDay day = TODAY - 800; day <= TODAY; day += 13)
    {
      g_autofree char *text = hip_date_text_format (day);
      HipDay back;

      g_assert_true (hip_date_text_parse (text, TODAY, &back, NULL));
      g_assert_cmpint (back, ==, day);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/run-form/new", test_new);
  g_test_add_func ("/run-form/texts", test_texts);
  g_test_add_func ("/run-form/cleared", test_cleared);
  g_test_add_func ("/run-form/unharmed", test_unharmed);
  g_test_add_func ("/run-form/errors", test_errors);
  g_test_add_func ("/run-form/feet", test_feet);
  g_test_add_func ("/date-text/parse", test_dates);
  g_test_add_func ("/date-text/refuse", test_no_dates);
  g_test_add_func ("/date-text/round-trip", test_date_round_trip);
  return g_test_run ();
}
