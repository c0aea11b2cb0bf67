// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-record.h"

#include "hip-test-util.h"

#define TODAY 20514

static HipRun *
new_run (void)
{
  HipRun *run = hip_run_new ();

  run->date = TODAY;
  run->distance_m = 10000;
  return run;
}

static HipRun *
new_full_run (void)
{
  HipRun *run = new_run ();

  run->rec.id = 4;
  run->rec.import_id = 5;
  run->start_s = 27000;
  run->utc_offset_min = 120;
  run->duration_s = 3000;
  run->cadence_spm = 170;
  run->effort = 0;
  run->ascent_m = 80;
  run->surface = HIP_SURFACE_TRAIL;
  run->ground = HIP_GROUND_UNEVEN;
  run->warm_up = HIP_ANSWER_YES;
  run->cool_down = HIP_ANSWER_NO;
  run->shoe_id = 3;
  run->title = g_strdup ("Round the lake");
  run->note = g_strdup ("Wind");
  run->source = g_strdup ("strava");
  run->source_id = g_strdup ("123");
  return run;
}

static HipShoe *
new_shoe (void)
{
  HipShoe *shoe = hip_shoe_new ();

  shoe->name = g_strdup ("Pegasus");
  return shoe;
}

static HipPainDay *
new_pain_day (void)
{
  HipPainDay *pain = hip_pain_day_new ();

  pain->date = TODAY;
  pain->score = 3;
  return pain;
}

static HipCareEntry *
new_care_entry (void)
{
  HipCareEntry *care = hip_care_entry_new ();

  care->date = TODAY;
  care->kind = HIP_CARE_STRENGTH;
  return care;
}

static HipDismissal *
new_nameless_dismissal (void)
{
  HipDismissal *dismissal = hip_dismissal_new ();

  dismissal->date = TODAY;
  return dismissal;
}

static HipDismissal *
new_dismissal (void)
{
  HipDismissal *dismissal = new_nameless_dismissal ();

  dismissal->rule = g_strdup ("long-run-jump");
  return dismissal;
}

static HipScreening *
new_screening (void)
{
  HipScreening *screening = hip_screening_new ();

  screening->date = TODAY;
  screening->asked = HIP_FLAG_NIGHT_PAIN | HIP_FLAG_WEIGHT_BEARING;
  screening->yes = HIP_FLAG_NIGHT_PAIN;
  return screening;
}

static HipImport *
new_import (void)
{
  HipImport *import = hip_import_new ();

  import->name = g_strdup ("runs.csv");
  return import;
}

static void
test_new (void)
{
  g_autoptr(HipRun) run = hip_run_new ();
  g_autoptr(HipShoe) shoe = hip_shoe_new ();
  g_autoptr(HipPainDay) pain = hip_pain_day_new ();
  g_autoptr(HipCareEntry) care = hip_care_entry_new ();
  g_autoptr(HipDismissal) dismissal = hip_dismissal_new ();
  g_autoptr(HipImport) import = hip_import_new ();
  g_autoptr(HipScreening) screening = hip_screening_new ();

  g_assert_cmpint (run->rec.kind, ==, HIP_RECORD_RUN);
  g_assert_cmpint (run->date, ==, HIP_DAY_NONE);
  g_assert_cmpint (run->start_s, ==, HIP_UNSET);
  g_assert_cmpint (run->utc_offset_min, ==, HIP_UNSET);
  g_assert_cmpint (run->duration_s, ==, HIP_UNSET);
  g_assert_cmpint (run->cadence_spm, ==, HIP_UNSET);
  g_assert_cmpint (run->effort, ==, HIP_UNSET);
  g_assert_cmpint (run->ascent_m, ==, HIP_UNSET);
  g_assert_cmpint (run->surface, ==, HIP_SURFACE_UNKNOWN);
  g_assert_cmpint (shoe->rec.kind, ==, HIP_RECORD_SHOE);
  g_assert_cmpint (shoe->check_at_m, ==, 480000);
  g_assert_cmpint (shoe->replace_at_m, ==, 800000);
  g_assert_cmpint (shoe->retired, ==, HIP_DAY_NONE);
  g_assert_cmpint (shoe->bought, ==, HIP_DAY_NONE);
  g_assert_cmpint (pain->rec.kind, ==, HIP_RECORD_PAIN_DAY);
  g_assert_cmpint (pain->score, ==, HIP_UNSET);
  g_assert_cmpint (care->rec.kind, ==, HIP_RECORD_CARE_ENTRY);
  g_assert_cmpint (care->minutes, ==, HIP_UNSET);
  g_assert_cmpint (dismissal->rec.kind, ==, HIP_RECORD_DISMISSAL);
  g_assert_cmpint (import->rec.kind, ==, HIP_RECORD_IMPORT);
  g_assert_cmpint (screening->rec.kind, ==, HIP_RECORD_SCREENING);
  g_assert_cmpint (screening->date, ==, HIP_DAY_NONE);
  g_assert_cmpuint (screening->asked, ==, 0);
  g_assert_false (screening->seen);
}

static void
test_copy (void)
{
  g_autoptr(HipRun) run = new_full_run ();
  g_autoptr(HipRun) copy = hip_record_copy (run);

  g_assert_true (hip_record_equal (run, copy));
  g_assert_cmpstr (copy->title, ==, "Round the lake");
  g_assert_true (copy->title != run->title);
  g_assert_cmpint (copy->rec.id, ==, 4);
  g_set_str (&copy->title, "Elsewhere");
  g_assert_false (hip_record_equal (run, copy));
  g_assert_cmpstr (run->title, ==, "Round the lake");
}

static void
test_copy_has_one_reference (void)
{
  HipRun *run = new_full_run ();
  g_autoptr(HipRun) kept = hip_record_ref (run);
  HipRun *copy = hip_record_copy (run);

  hip_record_unref (copy);
  hip_record_unref (run);
  g_assert_cmpstr (kept->note, ==, "Wind");
}

static void
test_equal_texts (void)
{
  g_autoptr(HipShoe) a = new_shoe ();
  g_autoptr(HipShoe) b = new_shoe ();
  g_autoptr(HipRun) run = new_run ();

  g_set_str (&a->note, "");
  g_assert_true (hip_record_equal (a, b));
  g_set_str (&a->note, " ");
  g_assert_false (hip_record_equal (a, b));
  g_assert_false (hip_record_equal (b, run));
}

/* Every byte of a number that is changed makes a record another one, unless it is
 * padding. Texts are pointers, and are left alone. */
static void
assert_every_field_counts (gpointer record, gsize offset, gsize size)
{
  g_autoptr(HipRecord) original = record;
  g_autoptr(HipRecord) copy = hip_record_copy (record);
  gint32 *field = G_STRUCT_MEMBER_P (copy, offset);

  g_assert_true (hip_record_equal (original, copy));
  for (gsize i = 0; i < size / sizeof (gint32); i++)
    {
      field[i] ^= 1;
      if (hip_record_equal (original, copy))
        g_error ("The number at byte %" G_GSIZE_FORMAT " of kind %d is not compared",
                 offset + i * sizeof (gint32), original->kind);
      field[i] ^= 1;
    }
}

#define FIELDS(Struct, first, last)                                                                \
  G_STRUCT_OFFSET (Struct, first), G_STRUCT_OFFSET (Struct, last)                                  \
                                       + sizeof (((Struct *) NULL)->last)                          \
                                       - G_STRUCT_OFFSET (Struct, first)

static void
test_equal_numbers (void)
{
  assert_every_field_counts (new_run (), FIELDS (HipRun, date, cool_down));
  assert_every_field_counts (new_run (), FIELDS (HipRun, shoe_id, shoe_id));
  assert_every_field_counts (new_shoe (), FIELDS (HipShoe, bought, retired));
  assert_every_field_counts (new_pain_day (), FIELDS (HipPainDay, date, seen));
  assert_every_field_counts (new_care_entry (), FIELDS (HipCareEntry, date, minutes));
  assert_every_field_counts (new_dismissal (), FIELDS (HipDismissal, severity, date));
  assert_every_field_counts (new_screening (), FIELDS (HipScreening, date, seen));
  assert_every_field_counts (new_import (), FIELDS (HipImport, imported_at, imported_at));
  assert_every_field_counts (new_import (), FIELDS (HipRecord, id, import_id));
}

static void
assert_valid (gpointer record)
{
  g_autoptr(GError) error = NULL;

  hip_record_validate (record, TODAY, &error);
  g_assert_no_error (error);
  hip_record_unref (record);
}

static void
assert_invalid (gpointer record, const char *text)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (hip_record_validate (record, TODAY, &error));
  hip_test_assert_error_contains (error, HIP_RECORD_ERROR, HIP_RECORD_ERROR_INVALID, text);
  hip_record_unref (record);
}

/* Checks @field of a record at a value that will do and at one that will not. */
#define ASSERT_BOUND(new_record, field, good, bad, text)                                           \
  G_STMT_START                                                                                     \
  {                                                                                                \
    __typeof__ (new_record ()) good_record = new_record ();                                        \
    __typeof__ (new_record ()) bad_record = new_record ();                                         \
    good_record->field = good;                                                                     \
    bad_record->field = bad;                                                                       \
    assert_valid (good_record);                                                                    \
    assert_invalid (bad_record, text);                                                             \
  }                                                                                                \
  G_STMT_END

static void
test_validate_run (void)
{
  HipDay earliest = hip_day_from_ymd (1900, 1, 1);

  assert_valid (new_run ());
  assert_valid (new_full_run ());
  assert_invalid (hip_run_new (), "A run needs a date.");
  ASSERT_BOUND (new_run, date, TODAY, TODAY + 1, "A run cannot be in the future.");
  ASSERT_BOUND (new_run, date, earliest, earliest - 1, "before the year 1900");
  ASSERT_BOUND (new_run, start_s, 0, -1, "starts between");
  ASSERT_BOUND (new_run, start_s, 86399, 86400, "starts between");
  ASSERT_BOUND (new_run, utc_offset_min, -1080, -1081, "18 hours");
  ASSERT_BOUND (new_run, utc_offset_min, 1080, 1081, "18 hours");
  ASSERT_BOUND (new_run, distance_m, 1, 0, "A run needs a distance of more than 0 m.");
  ASSERT_BOUND (new_run, distance_m, 1, HIP_UNSET, "A run needs a distance of more than 0 m.");
  ASSERT_BOUND (new_run, distance_m, 999999, 1000000, "A run of 1,000 km or more cannot be right.");
  ASSERT_BOUND (new_run, duration_s, 1, 0, "more than 0 seconds");
  ASSERT_BOUND (new_run, duration_s, HIP_UNSET, -1, "more than 0 seconds");
  ASSERT_BOUND (new_run, duration_s, 864000, 864001, "10 days");
  ASSERT_BOUND (new_run, cadence_spm, 40, 39, "less than 40");
  ASSERT_BOUND (new_run, cadence_spm, 300, 301, "more than 300");
  ASSERT_BOUND (new_run, effort, 0, -1, "0 to 10");
  ASSERT_BOUND (new_run, effort, 10, 11, "0 to 10");
  ASSERT_BOUND (new_run, ascent_m, 0, -1, "less than 0 m");
  ASSERT_BOUND (new_run, ascent_m, 100000, 100001, "more than 100,000 m");
  ASSERT_BOUND (new_run, surface, HIP_SURFACE_SAND, HIP_SURFACE_SAND + 1, "choices");
  ASSERT_BOUND (new_run, ground, HIP_GROUND_ONE_WAY_TRACK, HIP_GROUND_ONE_WAY_TRACK + 1, "choices");
  ASSERT_BOUND (new_run, warm_up, HIP_ANSWER_NO, HIP_ANSWER_NO + 1, "choices");
  ASSERT_BOUND (new_run, cool_down, HIP_ANSWER_NO, HIP_ANSWER_NO + 1, "choices");
}

static void
test_validate_shoe (void)
{
  HipShoe *shoe;

  assert_valid (new_shoe ());
  assert_invalid (hip_shoe_new (), "needs a name");
  shoe = new_shoe ();
  g_set_str (&shoe->name, " \u00a0");
  assert_invalid (shoe, "needs a name");

  ASSERT_BOUND (new_shoe, bought, TODAY, TODAY + 1, "bought in the future");
  ASSERT_BOUND (new_shoe, retired, TODAY, TODAY + 1, "retired in the future");
  ASSERT_BOUND (new_shoe, start_distance_m, 0, -1, "cannot be less than 0");
  ASSERT_BOUND (new_shoe, start_distance_m, 10000000, 10000001, "10,000 km");
  ASSERT_BOUND (new_shoe, check_at_m, 1, 0, "more than 0");
  ASSERT_BOUND (new_shoe, check_at_m, 800000, 800001, "no smaller");
  ASSERT_BOUND (new_shoe, replace_at_m, 480000, 479999, "no smaller");
  ASSERT_BOUND (new_shoe, replace_at_m, 10000000, 10000001, "10,000 km");

  shoe = new_shoe ();
  shoe->bought = shoe->retired = TODAY;
  assert_valid (shoe);
  shoe = new_shoe ();
  shoe->bought = TODAY;
  shoe->retired = TODAY - 1;
  assert_invalid (shoe, "before they were bought");
}

static void
test_validate_pain_day (void)
{
  assert_valid (new_pain_day ());
  assert_invalid (hip_pain_day_new (), "needs a date");
  ASSERT_BOUND (new_pain_day, date, TODAY, TODAY + 1, "future");
  ASSERT_BOUND (new_pain_day, score, 0, -1, "0 to 10");
  ASSERT_BOUND (new_pain_day, score, 10, 11, "0 to 10");
  ASSERT_BOUND (new_pain_day, score, 10, HIP_UNSET, "0 to 10");
  ASSERT_BOUND (new_pain_day, side, HIP_SIDE_RIGHT, HIP_SIDE_RIGHT + 1, "choices");
  ASSERT_BOUND (new_pain_day, areas, 0x1ff, 0x200, "choices");
  ASSERT_BOUND (new_pain_day, areas, 0, 0x80000000, "choices");
  ASSERT_BOUND (new_pain_day, qualities, 0x1ff, 0x200, "choices");
  ASSERT_BOUND (new_pain_day, timings, 0x1ff, 0x200, "choices");
  ASSERT_BOUND (new_pain_day, flags, 0x7fff, 0x8000, "choices");
  ASSERT_BOUND (new_pain_day, onset, HIP_ONSET_AFTER_FALL_OR_TWIST,
                HIP_ONSET_AFTER_FALL_OR_TWIST + 1, "choices");
  ASSERT_BOUND (new_pain_day, seen, TRUE, 2, "choices");
}

static void
test_validate_screening (void)
{
  HipDay earliest = hip_day_from_ymd (1900, 1, 1);
  HipFlags asked = HIP_FLAG_NIGHT_PAIN | HIP_FLAG_WEIGHT_BEARING;

  assert_valid (new_screening ());
  assert_invalid (hip_screening_new (), "Answers about red flags need a date.");
  ASSERT_BOUND (new_screening, date, TODAY, TODAY + 1, "cannot be in the future");
  ASSERT_BOUND (new_screening, date, earliest, earliest - 1, "before the year 1900");
  ASSERT_BOUND (new_screening, asked, 0x7fff, 0xffff, "choices");
  ASSERT_BOUND (new_screening, asked, HIP_FLAG_NIGHT_PAIN, 0, "at least one question");
  ASSERT_BOUND (new_screening, asked, HIP_FLAG_NIGHT_PAIN, HIP_FLAG_WEIGHT_BEARING, "Add it");
  ASSERT_BOUND (new_screening, yes, 0, 0x80000000, "choices");
  ASSERT_BOUND (new_screening, yes, asked, asked | HIP_FLAG_FALL, "Add it");
  ASSERT_BOUND (new_screening, seen, TRUE, 2, "choices");
}

static void
test_validate_others (void)
{
  assert_valid (new_care_entry ());
  ASSERT_BOUND (new_care_entry, date, TODAY, TODAY + 1, "future");
  ASSERT_BOUND (new_care_entry, kind, HIP_CARE_STRENGTH, 0, "Choose what was done");
  ASSERT_BOUND (new_care_entry, kind, HIP_CARE_REST, HIP_CARE_REST + 1, "choices");
  ASSERT_BOUND (new_care_entry, minutes, 0, -1, "less than 0 minutes");
  ASSERT_BOUND (new_care_entry, minutes, 1440, 1441, "24 hours");

  assert_valid (new_dismissal ());
  assert_invalid (hip_dismissal_new (), "needs the name of its rule");
  ASSERT_BOUND (new_nameless_dismissal, rule, g_strdup ("a-rule-of-tomorrow"), g_strdup (" "),
                "its rule");
  ASSERT_BOUND (new_dismissal, subject, NULL, g_strdup ("\xff"), "UTF-8");
  ASSERT_BOUND (new_dismissal, severity, 4, 5, "0 to 4");
  ASSERT_BOUND (new_dismissal, severity, 0, -1, "0 to 4");
  ASSERT_BOUND (new_dismissal, date, TODAY, TODAY + 1, "future");

  assert_valid (new_import ());
  assert_invalid (hip_import_new (), "needs the name of a file");
  ASSERT_BOUND (new_import, imported_at, 0, -1, "before 1970");
}

static void
test_validate_texts (void)
{
  g_autofree char *longest = g_strnfill (10000, 'x');
  g_autofree char *too_long = g_strnfill (10001, 'x');
  HipRun *run;

  ASSERT_BOUND (new_run, note, g_strdup (longest), g_strdup (too_long), "10,000 characters");
  ASSERT_BOUND (new_run, title, g_strdup ("Läufe"), g_strdup ("L\xe4ufe"), "UTF-8");

  /* Characters count, not bytes. */
  run = new_run ();
  g_auto(GStrv) parts = g_strsplit (longest, "x", -1);
  run->note = g_strjoinv ("ä", parts);
  g_assert_cmpuint (strlen (run->note), ==, 20000);
  assert_valid (run);
}

static void
test_customary_marks (void)
{
  g_assert_cmpint (hip_shoe_get_customary_check (HIP_UNITS_KM), ==, 480000);
  g_assert_cmpint (hip_shoe_get_customary_replace (HIP_UNITS_KM), ==, 800000);
  g_assert_cmpint (hip_shoe_get_customary_check (HIP_UNITS_MI), ==, 482803);
  g_assert_cmpint (hip_shoe_get_customary_replace (HIP_UNITS_MI), ==, 804672);
}

static void
test_start (void)
{
  g_autoptr(HipRun) run = new_run ();

  g_assert_cmpint (hip_run_get_local_start (run), ==, G_MININT64);
  g_assert_cmpint (hip_run_get_utc_start (run), ==, G_MININT64);
  run->start_s = 3600;
  g_assert_cmpint (hip_run_get_local_start (run), ==, (gint64) TODAY * 86400 + 3600);
  g_assert_cmpint (hip_run_get_utc_start (run), ==, G_MININT64);
  run->utc_offset_min = 120;
  g_assert_cmpint (hip_run_get_utc_start (run), ==, (gint64) TODAY * 86400 - 3600);
  run->utc_offset_min = -30;
  g_assert_cmpint (hip_run_get_utc_start (run), ==, (gint64) TODAY * 86400 + 5400);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/new", test_new);
  g_test_add_func ("/record/copy", test_copy);
  g_test_add_func ("/record/copy/references", test_copy_has_one_reference);
  g_test_add_func ("/record/equal/texts", test_equal_texts);
  g_test_add_func ("/record/equal/numbers", test_equal_numbers);
  g_test_add_func ("/record/validate/run", test_validate_run);
  g_test_add_func ("/record/validate/shoe", test_validate_shoe);
  g_test_add_func ("/record/validate/pain-day", test_validate_pain_day);
  g_test_add_func ("/record/validate/screening", test_validate_screening);
  g_test_add_func ("/record/validate/others", test_validate_others);
  g_test_add_func ("/record/validate/texts", test_validate_texts);
  g_test_add_func ("/record/customary-marks", test_customary_marks);
  g_test_add_func ("/record/start", test_start);
  return g_test_run ();
}
