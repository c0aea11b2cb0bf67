// SPDX-License-Identifier: GPL-3.0-or-later
/* The file, read with somebody else's eyes. */
#include "config.h"

#include "hip-report-pdf.h"

#include <locale.h>

#include "hip-test-report.h"
#include "hip-test-util.h"

/* What a tool of poppler prints about a file. (transfer full) */
static char *
ask (const char *tool, const char *option, const char *path, const char *last)
{
  const char *arguments[5] = { tool };
  guint n = 1;
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  char *answer = NULL;

  if (option != NULL)
    arguments[n++] = option;
  arguments[n++] = path;
  if (last != NULL)
    arguments[n++] = last;
  process = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &answer, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));

  return answer;
}

static char *
read_text (const char *path)
{
  return ask ("pdftotext", "-layout", path, "-");
}

static char *
write_report (HipTestDir *dir, HipReport *report, HipReportPaper paper, gboolean with_days)
{
  g_autofree char *path = hip_test_dir_path (dir, "report.pdf");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  hip_report_pdf_write (report, paper, with_days, file, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return g_steal_pointer (&path);
}

/* A blank in @pattern stands for any number of them. */
static void
assert_says (const char *text, const char *pattern)
{
  g_auto (GStrv) words = g_strsplit (pattern, " ", -1);
  g_autofree char *regex = g_strjoinv ("\\s+", words);

  if (!g_regex_match_simple (regex, text, 0, 0))
    g_error ("“%s” is not in the report:\n%s", pattern, text);
}

static void
assert_silent (const char *text, const char *pattern)
{
  if (g_regex_match_simple (pattern, text, 0, 0))
    g_error ("“%s” is in the report:\n%s", pattern, text);
}

/* The figures that are counted by hand in test-report.c. */
static void
test_figures (void)
{
  g_autoptr (HipTestDir) dir = hip_test_dir_new ();
  g_autoptr (HipTestLog) log = hip_test_report_plain_log ();
  g_autoptr (HipReport) report = hip_test_report_new (log, NULL, "Nina Berger");
  g_autofree char *path = write_report (dir, report, HIP_REPORT_PAPER_A4, FALSE);
  g_autofree char *text = read_text (path);

  assert_says (text, "Nina Berger");
  assert_says (text, "5 January – 1 March 2026 · 56 days");
  assert_says (text, "Made on 1 March 2026 with HipLog");
  assert_says (text, "Self-reported, not a clinical measurement\\.");
  assert_says (text, "None was ticked; no questions about them were answered\\.");
  assert_says (text, "Mean 2\\.8 0\\.0");
  assert_says (text, "Worst 5 0");
  assert_says (text, "Worst, last on 21 Feb 20 Feb");
  assert_says (text, "Scored days at 3 or more 10 of 18 0 of 1");
  assert_says (text, "Mean, last 28 days 3\\.4 0\\.0");
  assert_says (text, "Mean, 28 days before 2\\.0 –");
  assert_says (text, "Trend Higher by 1\\.4 Too few scores");
  assert_says (text, "Distance 264\\.0 km");
  assert_says (text, "In a week, on average 33\\.0 km");
  assert_says (text, "Runs 24 on 24 days");
  assert_says (text, "Longest run 12\\.0 km");
  assert_says (text, "Longest, last on 27 Feb");
  assert_says (text, "Last 28 days 144\\.0 km");
  assert_says (text, "28 days before 120\\.0 km");
  assert_says (text, "Change \\+20 %");
  assert_says (text, "Weekly distance, km");
  assert_says (text, "1 of 1");
  assert_silent (text, "and [0-9]+ more");
}

static void
test_everything (void)
{
  g_autoptr (HipTestDir) dir = hip_test_dir_new ();
  g_autoptr (HipTestLog) log = hip_test_log_new ("2026-02-23");
  g_autoptr (HipReport) report = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  HipPainDay *pain;

  hip_test_log_shoe (log, "Blue ones", 100000);
  hip_test_log_run (log, "Mon", 7000)->note = g_strdup ("A bit stiff");
  pain = hip_test_log_pain (log, "Mon", HIP_SIDE_RIGHT, 8);
  pain->areas = HIP_AREA_SIDE;
  pain->qualities = HIP_QUALITY_BURNING;
  pain->timings = HIP_TIMING_STAIRS;
  pain->onset = HIP_ONSET_SUDDEN;
  pain->flags = HIP_FLAG_FALL;
  hip_test_log_screening (log, "Tue", HIP_FLAG_FEVER | HIP_FLAG_NUMBNESS, HIP_FLAG_FEVER);
  hip_test_log_care (log, "Wed", HIP_CARE_ICE, 10);
  report = hip_test_report_new (log, NULL, NULL);
  path = write_report (dir, report, HIP_REPORT_PAPER_A4, FALSE);
  text = read_text (path);

  assert_says (text, "A fall or a blow 1 day, on 23 Feb Not marked as seen by a professional");
  assert_says (text, "Fever or feeling ill 1 day, on 24 Feb");
  assert_says (text, "Asked on 24 Feb\\. Yes: Fever or feeling ill\\. No: Numbness or tingling\\.");
  assert_says (text, "Side of the hip 0 1");
  assert_says (text, "Burning 0 1");
  assert_says (text, "On stairs 0 1");
  assert_says (text, "How it began: Suddenly: 1 day\\.");
  assert_says (text, "High pain Warning 23 Feb");
  assert_says (text, "Blue ones 7\\.0 km 107\\.0 km in all");
  assert_says (text, "Ice 1 day 10 min");
  assert_says (text, "23 Feb, Run: A bit stiff");
}

static void
test_empty (void)
{
  g_autoptr (HipTestDir) dir = hip_test_dir_new ();
  g_autoptr (HipTestLog) log = hip_test_log_new ("2026-02-23");
  g_autoptr (HipReport) report = hip_test_report_new (log, NULL, NULL);
  g_autofree char *path = write_report (dir, report, HIP_REPORT_PAPER_A4, TRUE);
  g_autofree char *text = read_text (path);

  assert_says (text, "84 days, 84 of them without any record");
  assert_says (text, "Mean – –");
  assert_says (text, "Trend Too few scores Too few scores");
  assert_says (text, "Longest run –");
  assert_says (text, "Change –");
  assert_silent (text, "1970");
  assert_silent (text, "nan");
}

/* Each day that has something is in the table, and what does not fit on page one is there. */
static void
test_days (void)
{
  g_autoptr (HipTestDir) dir = hip_test_dir_new ();
  g_autoptr (HipTestLog) log = hip_test_report_plain_log ();
  g_autoptr (HipReport) report = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *iso = hip_day_to_iso (hip_test_log_day (log, "2026-01-06") + (HipDay) i);

      hip_test_log_care (log, iso, HIP_CARE_STRENGTH, 5)->note = g_strdup_printf ("Note <%u>", i);
    }
  report = hip_test_report_new (log, NULL, NULL);
  path = write_report (dir, report, HIP_REPORT_PAPER_LETTER, TRUE);
  text = read_text (path);

  assert_says (text, "Mon 5 Jan 10\\.0 km");
  assert_says (text, "Fri 20 Feb 12\\.0 km 5 0");
  assert_says (text, "Sat 21 Feb 5");
  assert_silent (text, "Sun 1 Mar");
  assert_says (text, "and [0-9]+ more");
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *note = g_strdup_printf ("Strength exercises 5 min: Note <%u>", i);

      assert_says (text, note);
    }
}

static void
test_document (void)
{
  g_autoptr (HipTestDir) dir = hip_test_dir_new ();
  g_autoptr (HipTestLog) log = hip_test_report_full_log ();
  g_autoptr (HipReport) report = hip_test_report_new (log, NULL, "Nina Berger");
  g_autofree char *path = write_report (dir, report, HIP_REPORT_PAPER_LETTER, FALSE);
  g_autofree char *info = ask ("pdfinfo", NULL, path, NULL);
  g_autofree char *images = ask ("pdfimages", "-list", path, NULL);
  g_autofree char *fonts = ask ("pdffonts", NULL, path, NULL);
  g_auto (GStrv) image_lines = g_strsplit (g_strchomp (images), "\n", -1);

  assert_says (info, "Title: Running and Hip Pain · 5 January – 1 March 2026");
  assert_says (info, "Author: Nina Berger");
  assert_says (info, "Subject: Self-reported, not a clinical measurement\\.");
  assert_says (info, "Pages: 1\\n");
  assert_says (info, "Page size: 612 x 792 pts");
  /* Lines and letters: no picture made of dots, and no font that is not in the file. */
  g_assert_cmpuint (g_strv_length (image_lines), ==, 2);
  assert_silent (fonts, "Type 3");
  assert_says (fonts, "yes yes yes");
}

static void
test_a4 (void)
{
  g_autoptr (HipTestDir) dir = hip_test_dir_new ();
  g_autoptr (HipTestLog) log = hip_test_report_plain_log ();
  g_autoptr (HipReport) report = hip_test_report_new (log, NULL, NULL);
  g_autofree char *path = write_report (dir, report, HIP_REPORT_PAPER_A4, TRUE);
  g_autofree char *info = ask ("pdfinfo", NULL, path, NULL);
  g_autofree char *text = read_text (path);

  assert_says (info, "Page size: 595\\.276 x 841\\.89 pts \\(A4\\)");
  assert_says (info, "Pages: 2\\n");
  assert_says (text, "1 of 2");
  assert_says (text, "2 of 2");
}

static void
test_miles (void)
{
  g_autoptr (HipTestDir) dir = hip_test_dir_new ();
  g_autoptr (HipTestLog) log = hip_test_report_plain_log ();
  g_autoptr (HipHistory) history = hip_test_log_history (log);
  g_autoptr (HipReport) report = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  HipLimits limits;

  hip_limits_init_default (&limits);
  limits.units = HIP_UNITS_MI;
  report = hip_report_new (history, &limits, HIP_DAY_NONE, HIP_DAY_NONE,
                           hip_test_log_day (log, "2026-03-01"), NULL);
  path = write_report (dir, report, HIP_REPORT_PAPER_A4, FALSE);
  text = read_text (path);

  assert_says (text, "Distance 164\\.0 mi");
  assert_says (text, "Weekly distance, mi");
}

static void
test_german (void)
{
  g_autoptr (HipTestDir) dir = hip_test_dir_new ();
  g_autoptr (HipTestLog) log = hip_test_report_plain_log ();
  g_autoptr (HipReport) report = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;

  if (!hip_test_set_locale ("de_DE.UTF-8"))
    {
      g_test_skip ("no German locale");
      return;
    }
  report = hip_test_report_new (log, NULL, NULL);
  path = write_report (dir, report, hip_report_paper_from_locale (), FALSE);
  text = read_text (path);
  assert_says (text, "264,0 km");
  assert_says (text, "2,8 0,0");
  hip_test_set_locale ("C.UTF-8");
}

static void
cancel_late_cb (double fraction, gpointer data)
{
  if (fraction > 0.5)
    g_cancellable_cancel (data);
}

/* What was there before stays there, whole. */
static void
test_cancel (void)
{
  g_autoptr (HipTestDir) dir = hip_test_dir_new ();
  g_autoptr (HipTestLog) log = hip_test_report_plain_log ();
  g_autoptr (HipReport) report = hip_test_report_new (log, NULL, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *path = hip_test_dir_write (dir, "report.pdf", "older");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (hip_report_pdf_write (report, HIP_REPORT_PAPER_A4, TRUE, file, cancel_late_cb,
                                        cancellable, cancellable, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "older");
}

static void
test_no_folder (void)
{
  g_autoptr (HipTestDir) dir = hip_test_dir_new ();
  g_autoptr (HipTestLog) log = hip_test_report_plain_log ();
  g_autoptr (HipReport) report = hip_test_report_new (log, NULL, NULL);
  g_autofree char *path = hip_test_dir_path (dir, "missing/report.pdf");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_false (hip_report_pdf_write (report, HIP_REPORT_PAPER_A4, FALSE, file, NULL, NULL, NULL,
                                        NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  /* Whoever draws on paper needs no display. */
  g_unsetenv ("DISPLAY");
  g_unsetenv ("WAYLAND_DISPLAY");
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report-pdf/figures", test_figures);
  g_test_add_func ("/report-pdf/everything", test_everything);
  g_test_add_func ("/report-pdf/empty", test_empty);
  g_test_add_func ("/report-pdf/days", test_days);
  g_test_add_func ("/report-pdf/document", test_document);
  g_test_add_func ("/report-pdf/a4", test_a4);
  g_test_add_func ("/report-pdf/miles", test_miles);
  g_test_add_func ("/report-pdf/german", test_german);
  g_test_add_func ("/report-pdf/cancel", test_cancel);
  g_test_add_func ("/report-pdf/no-folder", test_no_folder);

  return g_test_run ();
}
