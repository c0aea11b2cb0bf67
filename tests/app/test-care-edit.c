// SPDX-License-Identifier: GPL-3.0-or-later
// What is offered to be logged with one tap, and what a day has.
#include "config.h"

#include "hip-care-edit.h"
#include "hip-test-log.h"

#define TODAY "2026-03-30"

static void
assert_offers (HipTestLog *log,
               HipCareKind first,
               HipCareKind second,
               HipCareKind third,
               HipCareKind fourth)
{
  g_autoptr (HipHistory) history = hip_test_log_history (log);
  const HipCareKind expected[] = { first, second, third, fourth };
  HipCareKind kinds[HIP_CARE_N_SUGGESTIONS];

  hip_care_edit_suggest (history, hip_test_log_day (log, TODAY), kinds);
  for (guint i = 0; i < HIP_CARE_N_SUGGESTIONS; i++)
    g_assert_cmpint (kinds[i], ==, expected[i]);
}

static void
add (HipTestLog *log, const char *day, HipCareKind kind, guint n)
{
  for (guint i = 0; i < n; i++)
    hip_test_log_care (log, day, kind, HIP_UNSET);
}

static void
test_new_log (void)
{
  g_autoptr (HipTestLog) log = hip_test_log_new ("2026-03-02");

  assert_offers (log, HIP_CARE_STRENGTH, HIP_CARE_STRETCHING, HIP_CARE_FOAM_ROLLING, HIP_CARE_ICE);
}

/* What was done comes first, and a default that was done is not offered twice. */
static void
test_filled_up (void)
{
  g_autoptr (HipTestLog) log = hip_test_log_new ("2026-03-02");

  add (log, "2026-03-20", HIP_CARE_MASSAGE, 1);
  assert_offers (log, HIP_CARE_MASSAGE, HIP_CARE_STRENGTH, HIP_CARE_STRETCHING,
                 HIP_CARE_FOAM_ROLLING);
  add (log, "2026-03-20", HIP_CARE_STRETCHING, 2);
  assert_offers (log, HIP_CARE_STRETCHING, HIP_CARE_MASSAGE, HIP_CARE_STRENGTH,
                 HIP_CARE_FOAM_ROLLING);
  add (log, "2026-03-20", HIP_CARE_ICE, 2);
  assert_offers (log, HIP_CARE_STRETCHING, HIP_CARE_ICE, HIP_CARE_MASSAGE, HIP_CARE_STRENGTH);
}

/* Of two as frequent the first of the vocabulary, whatever was logged first. */
static void
test_ties (void)
{
  g_autoptr (HipTestLog) log = hip_test_log_new ("2026-03-02");

  add (log, "2026-03-10", HIP_CARE_REST, 2);
  add (log, "2026-03-11", HIP_CARE_MEDICINE, 2);
  add (log, "2026-03-12", HIP_CARE_HEAT, 2);
  add (log, "2026-03-13", HIP_CARE_CROSS_TRAINING, 2);
  add (log, "2026-03-14", HIP_CARE_STRENGTH, 1);
  assert_offers (log, HIP_CARE_CROSS_TRAINING, HIP_CARE_HEAT, HIP_CARE_MEDICINE, HIP_CARE_REST);
  add (log, "2026-03-15", HIP_CARE_REST, 1);
  assert_offers (log, HIP_CARE_REST, HIP_CARE_CROSS_TRAINING, HIP_CARE_HEAT, HIP_CARE_MEDICINE);
  /* Five as frequent: the last of the vocabulary is the one too many. */
  add (log, "2026-03-15", HIP_CARE_STRENGTH, 2);
  add (log, "2026-03-15", HIP_CARE_HEAT, 1);
  add (log, "2026-03-15", HIP_CARE_MEDICINE, 1);
  add (log, "2026-03-15", HIP_CARE_CROSS_TRAINING, 1);
  assert_offers (log, HIP_CARE_STRENGTH, HIP_CARE_CROSS_TRAINING, HIP_CARE_HEAT, HIP_CARE_MEDICINE);
}

/* The 28 days before today: not the one before them, nor today. */
static void
test_window (void)
{
  g_autoptr (HipTestLog) log = hip_test_log_new ("2026-03-02");

  add (log, "2026-03-01", HIP_CARE_HEAT, 9);
  add (log, TODAY, HIP_CARE_REST, 9);
  assert_offers (log, HIP_CARE_STRENGTH, HIP_CARE_STRETCHING, HIP_CARE_FOAM_ROLLING, HIP_CARE_ICE);
  add (log, "2026-03-02", HIP_CARE_HEAT, 2);
  add (log, "2026-03-29", HIP_CARE_REST, 1);
  assert_offers (log, HIP_CARE_HEAT, HIP_CARE_REST, HIP_CARE_STRENGTH, HIP_CARE_STRETCHING);
}

static void
test_kinds_of_day (void)
{
  g_autoptr (HipTestLog) log = hip_test_log_new ("2026-03-02");
  g_autoptr (HipHistory) history = NULL;
  HipDay day = hip_test_log_day (log, TODAY);

  add (log, "2026-03-29", HIP_CARE_HEAT, 1);
  add (log, TODAY, HIP_CARE_STRENGTH, 2);
  add (log, TODAY, HIP_CARE_REST, 1);
  history = hip_test_log_history (log);
  g_assert_cmpuint (hip_care_edit_get_kinds (history, day), ==,
                    1u << (HIP_CARE_STRENGTH - 1) | 1u << (HIP_CARE_REST - 1));
  g_assert_cmpuint (hip_care_edit_get_kinds (history, day - 1), ==, 1u << (HIP_CARE_HEAT - 1));
  g_assert_cmpuint (hip_care_edit_get_kinds (history, day - 2), ==, 0);
  g_assert_cmpuint (hip_care_edit_get_kinds (history, day + 1), ==, 0);
}

static void
test_insert (void)
{
  g_autoptr (HipCareEntry) care = hip_care_entry_new ();
  g_autoptr (HipChange) change = NULL;

  care->date = hip_day_today ();
  care->kind = HIP_CARE_FOAM_ROLLING;
  change = hip_care_edit_insert (care);
  g_assert_cmpstr (hip_change_get_label (change), ==, "“Foam rolling” logged");
  g_assert_cmpuint (hip_change_get_n (change), ==, 1);
  g_assert_null (hip_change_get (change, 0)->before);
  g_assert_true (hip_record_equal (hip_change_get (change, 0)->after, care));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/care-edit/new-log", test_new_log);
  g_test_add_func ("/care-edit/filled-up", test_filled_up);
  g_test_add_func ("/care-edit/ties", test_ties);
  g_test_add_func ("/care-edit/window", test_window);
  g_test_add_func ("/care-edit/kinds-of-day", test_kinds_of_day);
  g_test_add_func ("/care-edit/insert", test_insert);

  return g_test_run ();
}
