// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "exchange-fixture.h"

/* Texts that break careless readers and writers. */
const char *const fixture_texts[] = {
  "plain",
  "comma, and \"quotes\"",
  "semi;colon",
  "tab\there",
  "two\nlines",
  "two\r\nlines",
  "\"",
  "=1+1",
  "+49 30",
  "-5",
  "@home",
  "'=quoted",
  "''",
  "'",
  " blanks ",
  "ünïcödé 🏃",
  "عداء",
  "a\xc2\xa0"
  "b",
  "NULL",
  "nan",
  "0012",
  "'0012",
  "2026-03-04",
  "True",
  "\xe2\x80\xa8",
};

const guint fixture_n_texts = G_N_ELEMENTS (fixture_texts);

static char *
dup_text (guint i)
{
  return g_strdup (fixture_texts[i % fixture_n_texts]);
}

void
fixture_fill_run (HipRun *run, guint i)
{
  run->start_s = (gint32) (i * 3601 % 86400);
  run->utc_offset_min = (gint32) (i % 40) * 15 - 120;
  run->duration_s = 3000 + (gint32) (i % 4000);
  run->cadence_spm = 160 + (gint32) (i % 40);
  run->effort = (gint32) i % 11;
  run->ascent_m = (gint32) (i % 300) * 7;
  run->surface = i % 8;
  run->ground = i % 5;
  run->warm_up = i % 3;
  run->cool_down = (i + 1) % 3;
  run->title = dup_text (i);
  run->note = dup_text (i * 7 + 3);
  run->source = g_strdup ("other app");
  run->source_id = g_strdup_printf ("=%u", i);
}

void
fixture_fill_pain (HipPainDay *pain, guint i)
{
  pain->areas = (i * 37) & 0x1ff;
  pain->qualities = (i * 53) & 0x1ff;
  pain->timings = (i * 71) & 0x1ff;
  pain->onset = i % 5;
  pain->flags = (i * 1013) & 0x7fff;
  pain->seen = i % 2;
  pain->note = dup_text (i);
}

void
fixture_fill_screening (HipScreening *screening, guint i)
{
  screening->asked = (i * 1013 + 1) & 0x7fff;
  screening->yes = screening->asked & (i * 71);
  screening->seen = i % 2;
}

void
fixture_options (HipImportOptions *options)
{
  *options = (HipImportOptions) { HIP_UNITS_KM, NULL, FALSE, hip_day_from_ymd (2026, 11, 22) };
}

HipImportPlan *
fixture_read_with (const char *path, HipHistory *existing, const HipImportOptions *options)
{
  const char *paths[] = { path, NULL };
  g_autoptr(GError) error = NULL;
  HipImportPlan *plan =
      hip_importer_read_paths (paths, options, existing, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return plan;
}

HipImportPlan *
fixture_read (const char *path, HipHistory *existing)
{
  HipImportOptions options;

  fixture_options (&options);
  return fixture_read_with (path, existing, &options);
}

HipHistory *
fixture_import (HipTestDir *dir, const char *name, const char *contents, HipHistory *existing)
{
  g_autofree char *path = hip_test_dir_write (dir, name, contents);
  g_autoptr(HipImportPlan) plan = fixture_read (path, existing);

  for (guint i = 0; i < plan->rejected->len; i++)
    {
      g_autofree char *reason = fixture_reason (plan, i);

      g_test_message ("%s", reason);
    }
  g_assert_cmpuint (plan->rejected->len, ==, 0);
  return hip_history_with_change (existing, plan->change);
}

void
fixture_export (HipHistory *history, HipCsvDialect dialect, const char *path)
{
  g_autoptr(GFile) place = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  HipExportOptions options = { HIP_DAY_NONE, HIP_DAY_NONE, dialect,
                               g_str_has_suffix (path, ".zip") ? HIP_EXPORT_ZIP
                                                               : HIP_EXPORT_FOLDER };
  HipLimits limits;

  hip_limits_init_default (&limits);
  hip_exporter_write (history, &limits, &options, place, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_same_file (const char *first, const char *second)
{
  g_autofree char *bytes_a = NULL;
  g_autofree char *bytes_b = NULL;
  gsize length_a, length_b;

  g_assert_true (g_file_get_contents (first, &bytes_a, &length_a, NULL));
  g_assert_true (g_file_get_contents (second, &bytes_b, &length_b, NULL));
  g_assert_cmpmem (bytes_a, length_a, bytes_b, length_b);
}

void
fixture_assert_same (const char *first, const char *second)
{
  static const char *const names[] = { "runs.csv", "pain.csv",  "shoes.csv",    "care.csv",
                                       "days.csv", "weeks.csv", "warnings.csv", "red-flags.csv" };

  if (!g_file_test (first, G_FILE_TEST_IS_DIR))
    {
      assert_same_file (first, second);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *a = g_build_filename (first, names[i], NULL);
      g_autofree char *b = g_build_filename (second, names[i], NULL);

      assert_same_file (a, b);
    }
}

static HipHistory *
round_trip (HipHistory *history, HipCsvDialect dialect, const char *one, const char *two)
{
  g_autoptr(HipTestDir) dir = hip_test_dir_new ();
  g_autofree char *first = hip_test_dir_path (dir, one);
  g_autofree char *second = hip_test_dir_path (dir, two);
  g_autoptr(HipHistory) empty = hip_history_new_empty ();
  g_autoptr(HipImportPlan) plan = NULL;
  HipHistory *back;

  fixture_export (history, dialect, first);
  plan = fixture_read (first, empty);
  g_assert_cmpuint (plan->rejected->len, ==, 0);
  g_assert_cmpuint (plan->duplicates->len, ==, 0);
  g_assert_cmpuint (plan->unknown_columns->len, ==, 0);
  g_assert_cmpuint (plan->n_files, ==, 5);
  back = hip_history_with_change (empty, plan->change);
  fixture_export (back, dialect, second);
  fixture_assert_same (first, second);
  return back;
}

HipHistory *
fixture_round_trip (HipHistory *history, HipCsvDialect dialect)
{
  return round_trip (history, dialect, "first", "second");
}

HipHistory *
fixture_round_trip_zip (HipHistory *history, HipCsvDialect dialect)
{
  return round_trip (history, dialect, "first.zip", "second.zip");
}

char *
fixture_reason (HipImportPlan *plan, guint i)
{
  const HipImportReject *reject = g_ptr_array_index (plan->rejected, i);

  return g_strdup_printf ("%u: %s", reject->line, reject->reason);
}
