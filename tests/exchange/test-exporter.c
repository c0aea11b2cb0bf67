// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include <glib/gstdio.h>
#include <time.h>
#include <unistd.h>

#include "exchange-fixture.h"
#include "hip-archive.h"

#define N_FILES 8

/* In the order in which they are written. */
static const char *const names[N_FILES] = {
  "runs.csv", "pain.csv",  "shoes.csv",    "care.csv",
  "days.csv", "weeks.csv", "warnings.csv", "red-flags.csv"
};

static const HipExportOptions everything[] = {
  { HIP_DAY_NONE, HIP_DAY_NONE, HIP_CSV_PLAIN, HIP_EXPORT_FOLDER },
  { HIP_DAY_NONE, HIP_DAY_NONE, HIP_CSV_PLAIN, HIP_EXPORT_ZIP },
};

static HipHistory *
make_small_log (void)
{
  g_autoptr(HipTestLog) log = hip_test_log_new ("2026-03-02");

  hip_test_log_shoe (log, "Blue", 0);
  hip_test_log_weeks (log, 3, "Mon Wed Fri", 5000);
  hip_test_log_pain (log, "Tue", HIP_SIDE_LEFT, 2);
  hip_test_log_pain (log, "Tue", HIP_SIDE_RIGHT, 5);
  hip_test_log_care (log, "Thu", HIP_CARE_ICE, 10);
  hip_test_log_screening (log, "Fri", HIP_FLAG_FALL, 0);
  return hip_test_log_history (log);
}

static gboolean
export_to (HipHistory *history,
           HipExportForm form,
           const char *path,
           HipExportProgress progress,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr(GFile) place = g_file_new_for_path (path);
  HipLimits limits;

  hip_limits_init_default (&limits);
  return hip_exporter_write (history, &limits, &everything[form], place, progress, cancellable,
                             cancellable, NULL, error);
}

static guint
count_files (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  g_assert_nonnull (dir);
  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
assert_contents (const char *path, const char *expected)
{
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, expected);
}

/* Twenty years in which everything was logged. */
static HipHistory *
make_long_log (void)
{
  g_autoptr(HipTestLog) log = hip_test_log_new ("2006-01-02");
  static const char *const weekdays[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };

  for (guint week = 0; week < 20 * 52; week++)
    {
      if (week % 40 == 0)
        {
          g_autofree char *name =
              g_strdup_printf ("%s %u", fixture_texts[week / 40 % fixture_n_texts], week);
          HipShoe *shoe = hip_test_log_shoe (log, name, (gint32) week * 100);

          shoe->brand = g_strdup (fixture_texts[week / 40 % fixture_n_texts]);
          shoe->note = g_strdup (fixture_texts[week / 20 % fixture_n_texts]);
          shoe->bought = hip_test_log_day (log, "Mon");
          shoe->retired = week % 80 == 0 ? hip_test_log_day (log, "Sun") + 300 : HIP_DAY_NONE;
        }
      for (guint day = 0; day < G_N_ELEMENTS (weekdays); day++)
        {
          guint i = week * 7 + day;

          if (day % 2 == 0)
            fixture_fill_run (hip_test_log_run (log, weekdays[day], 4000 + (gint32) (i % 9000)), i);
          fixture_fill_pain (hip_test_log_pain (log, weekdays[day], HIP_SIDE_LEFT, i % 11), i);
          fixture_fill_pain (hip_test_log_pain (log, weekdays[day], HIP_SIDE_RIGHT, i % 7), i + 5);
        }
      hip_test_log_care (log, "Tue", 1 + week % 9, 20)->note =
          g_strdup (fixture_texts[week % fixture_n_texts]);
      if (week % 4 == 0)
        fixture_fill_screening (hip_test_log_screening (log, "Wed", 0, 0), week);
      hip_test_log_skip (log, 1);
    }
  return hip_test_log_history (log);
}

static void
test_twenty_years (gconstpointer data)
{
  const HipExportOptions *options = data;
  g_autoptr(HipHistory) history = make_long_log ();
  g_autoptr(HipHistory) back = options->form == HIP_EXPORT_ZIP
                                   ? fixture_round_trip_zip (history, options->dialect)
                                   : fixture_round_trip (history, options->dialect);

  g_assert_cmpuint (hip_history_get_n_runs (back), ==, 20 * 52 * 4);
  g_assert_cmpuint (hip_history_get_n_pain_days (back), ==, 20 * 52 * 14);
  g_assert_cmpuint (hip_history_get_n_shoes (back), ==, 26);
}

static void
test_twenty_german_years (gconstpointer data)
{
  if (!hip_test_set_locale ("de_DE.UTF-8"))
    {
      g_test_skip ("There is no German locale");
      return;
    }
  test_twenty_years (data);
  hip_test_set_locale ("C.UTF-8");
}

/* What is in the zip is what would be in the folder, in the same order. */
static void
test_zip_contents (void)
{
  g_autoptr(HipTestDir) dir = hip_test_dir_new ();
  g_autofree char *folder = hip_test_dir_path (dir, "folder");
  g_autofree char *zip = hip_test_dir_path (dir, "log.zip");
  g_autoptr(HipHistory) history = make_small_log ();
  g_autoptr(GFile) file = g_file_new_for_path (zip);
  g_autoptr(GInputStream) stream = NULL;
  g_autoptr(HipArchive) archive = NULL;
  HipArchiveBudget budget = { 0 };
  g_autoptr(GError) error = NULL;

  fixture_export (history, HIP_CSV_PLAIN, folder);
  fixture_export (history, HIP_CSV_PLAIN, zip);
  g_assert_cmpuint (count_files (hip_test_dir_get_path (dir)), ==, 2);
  g_assert_cmpuint (count_files (folder), ==, N_FILES);
  stream = G_INPUT_STREAM (g_file_read (file, NULL, NULL));
  archive = hip_archive_new (stream, HIP_ARCHIVE_ZIP, &budget, NULL);
  for (guint i = 0; i < N_FILES; i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_autoptr(GInputStream) entry = NULL;
      char buffer[65536];
      gsize n;

      g_assert_cmpstr (hip_archive_next (archive, &error), ==, names[i]);
      entry = hip_archive_open (archive);
      g_assert_true (g_input_stream_read_all (entry, buffer, sizeof buffer - 1, &n, NULL, &error));
      buffer[n] = '\0';
      assert_contents (path, buffer);
    }
  g_assert_null (hip_archive_next (archive, &error));
  g_assert_no_error (error);
}

static void
set_zone (const char *zone)
{
  g_setenv ("TZ", zone, TRUE);
  tzset ();
}

/* Wherever and whenever it is written. */
static void
test_same_zip (void)
{
  static const char *const zones[] = { "UTC", "Pacific/Auckland", "America/Los_Angeles" };
  g_autoptr(HipTestDir) dir = hip_test_dir_new ();
  g_autofree char *first = hip_test_dir_path (dir, "first.zip");
  g_autoptr(HipHistory) history = make_small_log ();

  fixture_export (history, HIP_CSV_PLAIN, first);
  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autofree char *again = hip_test_dir_path (dir, "again.zip");

      set_zone (zones[i]);
      fixture_export (history, HIP_CSV_PLAIN, again);
      fixture_assert_same (first, again);
    }
  set_zone ("UTC");
}

static guint n_steps;

static void
cancel_cb (double fraction, gpointer user_data)
{
  if (++n_steps == 3)
    g_cancellable_cancel (user_data);
}

static void
assert_cancelled (HipHistory *history, HipExportForm form, const char *path)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  n_steps = 0;
  g_assert_false (export_to (history, form, path, cancel_cb, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (n_steps, ==, 3);
}

/* Nothing is left, and what was there is there. */
static void
test_cancel (void)
{
  g_autoptr(HipTestDir) dir = hip_test_dir_new ();
  g_autofree char *made = hip_test_dir_path (dir, "made");
  g_autofree char *there = hip_test_dir_path (dir, "there");
  g_autofree char *own = hip_test_dir_write (dir, "there/runs.csv", "mine");
  g_autofree char *zip = hip_test_dir_path (dir, "made.zip");
  g_autofree char *old = hip_test_dir_write (dir, "old.zip", "mine, too");
  g_autoptr(HipHistory) history = make_small_log ();

  assert_cancelled (history, HIP_EXPORT_FOLDER, made);
  assert_cancelled (history, HIP_EXPORT_FOLDER, there);
  assert_cancelled (history, HIP_EXPORT_ZIP, zip);
  assert_cancelled (history, HIP_EXPORT_ZIP, old);
  g_assert_cmpuint (count_files (hip_test_dir_get_path (dir)), ==, 2);
  g_assert_cmpuint (count_files (there), ==, 1);
  assert_contents (own, "mine");
  assert_contents (old, "mine, too");
}

static void
assert_refused (HipHistory *history, HipExportForm form, const char *path, const char *advice)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (export_to (history, form, path, NULL, NULL, &error));
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  g_assert_cmpint (error->domain, ==, G_IO_ERROR);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_nonnull (strstr (error->message, advice));
}

static void
test_refused (void)
{
  g_autoptr(HipTestDir) dir = hip_test_dir_new ();
  g_autofree char *letter = hip_test_dir_write (dir, "letter", "Dear");
  g_autofree char *in_letter = hip_test_dir_path (dir, "letter/export");
  g_autofree char *zip_in_letter = hip_test_dir_path (dir, "letter/log.zip");
  g_autofree char *nowhere = hip_test_dir_path (dir, "nowhere/log.zip");
  g_autofree char *inside = hip_test_dir_write (dir, "folder.zip/inside", "x");
  g_autofree char *folder = hip_test_dir_path (dir, "folder.zip");
  g_autoptr(HipHistory) history = make_small_log ();

  assert_refused (history, HIP_EXPORT_FOLDER, letter, "Choose another name.");
  assert_refused (history, HIP_EXPORT_FOLDER, in_letter, "Choose another name.");
  assert_refused (history, HIP_EXPORT_ZIP, zip_in_letter, "Choose another name.");
  assert_refused (history, HIP_EXPORT_ZIP, nowhere, "Choose another.");
  assert_refused (history, HIP_EXPORT_ZIP, folder, "Choose another name.");
  g_assert_cmpuint (count_files (hip_test_dir_get_path (dir)), ==, 2);
  assert_contents (letter, "Dear");
  assert_contents (inside, "x");
}

static void
test_not_allowed (void)
{
  g_autoptr(HipTestDir) dir = hip_test_dir_new ();
  g_autofree char *folder = hip_test_dir_path (dir, "theirs");
  g_autofree char *zip = hip_test_dir_path (dir, "theirs/log.zip");
  g_autoptr(HipHistory) history = make_small_log ();

  if (geteuid () == 0)
    {
      g_test_skip ("An administrator may write anywhere");
      return;
    }
  g_assert_cmpint (g_mkdir (folder, 0500), ==, 0);
  assert_refused (history, HIP_EXPORT_FOLDER, folder, "Choose a folder of your own.");
  assert_refused (history, HIP_EXPORT_ZIP, zip, "Choose a folder of your own.");
}

/* What is announced is what is written. */
static void
test_count (void)
{
  g_autoptr(HipTestDir) dir = hip_test_dir_new ();
  g_autoptr(GFile) folder = g_file_new_for_path (hip_test_dir_get_path (dir));
  g_autoptr(HipHistory) history = make_small_log ();
  const HipExportOptions options[] = {
    everything[0],
    { hip_day_from_ymd (2026, 3, 9), HIP_DAY_NONE, HIP_CSV_PLAIN, HIP_EXPORT_FOLDER },
    { HIP_DAY_NONE, hip_day_from_ymd (2026, 3, 9), HIP_CSV_PLAIN, HIP_EXPORT_FOLDER },
    { hip_day_from_ymd (2030, 1, 1), HIP_DAY_NONE, HIP_CSV_PLAIN, HIP_EXPORT_FOLDER },
  };
  const guint runs[] = { 9, 6, 4, 0 };
  HipLimits limits;

  hip_limits_init_default (&limits);
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      g_autoptr(GPtrArray) files = NULL;
      guint n_rows[HIP_N_LOG_CSV_READABLE];

      g_assert_true (hip_exporter_write (history, &limits, &options[i], folder, NULL, NULL, NULL,
                                         &files, NULL));
      hip_exporter_count (history, &options[i], n_rows);
      g_assert_cmpuint (n_rows[HIP_LOG_CSV_RUNS], ==, runs[i]);
      for (guint kind = 0; kind < HIP_N_LOG_CSV_READABLE; kind++)
        for (guint f = 0; f < files->len; f++)
          {
            const HipExportedFile *file = g_ptr_array_index (files, f);

            if (g_str_equal (file->name, hip_log_csv_get_file_name (kind)))
              g_assert_cmpuint (file->rows, ==, n_rows[kind]);
          }
    }
}

int
main (int argc, char *argv[])
{
  static const HipExportOptions forms[] = {
    { HIP_DAY_NONE, HIP_DAY_NONE, HIP_CSV_PLAIN, HIP_EXPORT_FOLDER },
    { HIP_DAY_NONE, HIP_DAY_NONE, HIP_CSV_PLAIN, HIP_EXPORT_ZIP },
    { HIP_DAY_NONE, HIP_DAY_NONE, HIP_CSV_SPREADSHEET, HIP_EXPORT_FOLDER },
    { HIP_DAY_NONE, HIP_DAY_NONE, HIP_CSV_SPREADSHEET, HIP_EXPORT_ZIP },
  };

  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/exchange/exporter/twenty-years/plain", &forms[0], test_twenty_years);
  g_test_add_data_func ("/exchange/exporter/twenty-years/plain-zip", &forms[1], test_twenty_years);
  g_test_add_data_func ("/exchange/exporter/twenty-years/sheet", &forms[2], test_twenty_years);
  g_test_add_data_func ("/exchange/exporter/twenty-years/sheet-zip", &forms[3], test_twenty_years);
  g_test_add_data_func ("/exchange/exporter/twenty-years/german", &forms[2],
                        test_twenty_german_years);
  g_test_add_data_func ("/exchange/exporter/twenty-years/german-zip", &forms[3],
                        test_twenty_german_years);
  g_test_add_func ("/exchange/exporter/zip-contents", test_zip_contents);
  g_test_add_func ("/exchange/exporter/same-zip", test_same_zip);
  g_test_add_func ("/exchange/exporter/cancel", test_cancel);
  g_test_add_func ("/exchange/exporter/refused", test_refused);
  g_test_add_func ("/exchange/exporter/not-allowed", test_not_allowed);
  g_test_add_func ("/exchange/exporter/count", test_count);
  return g_test_run ();
}
