// SPDX-License-Identifier: GPL-3.0-or-later
/* A report on a printer, and in a preview. */
#include "config.h"

#include "hip-report-printer.h"
#include "hip-test-log.h"
#include "hip-test-util.h"

static HipReportLayout *
lay_out (HipReportPaper paper, gboolean with_days)
{
  g_autoptr (HipTestLog) log = hip_test_log_new ("2026-01-05");
  g_autoptr (HipHistory) history = NULL;
  g_autoptr (HipReport) report = NULL;
  g_autoptr (GError) error = NULL;
  HipReportLayout *layout;
  HipLimits limits;

  hip_test_log_weeks (log, 4, "Mon Wed Fri", 10000);
  history = hip_test_log_history (log);
  hip_limits_init_default (&limits);
  report = hip_report_new (history, &limits, HIP_DAY_NONE, HIP_DAY_NONE,
                           hip_test_log_day (log, "2026-02-01"), NULL);
  layout = hip_report_layout_new (report, paper, with_days, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return layout;
}

/* Prints into a file; the number of its sheets. */
static int
print (HipReportLayout *layout)
{
  g_autoptr (HipTestDir) dir = hip_test_dir_new ();
  g_autoptr (GtkPrintOperation) operation = hip_report_printer_new (layout);
  g_autofree char *file = hip_test_dir_path (dir, "report.pdf");
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  GtkPrintOperationResult result;
  gsize length;

  gtk_print_operation_set_export_filename (operation, file);
  result = gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (result, ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_true (g_file_get_contents (file, &contents, &length, &error));
  g_assert_true (g_str_has_prefix (contents, "%PDF-"));

  return gtk_print_operation_get_n_pages_to_print (operation);
}

static void
test_print (void)
{
  g_autoptr (HipReportLayout) one = lay_out (HIP_REPORT_PAPER_A4, FALSE);
  g_autoptr (HipReportLayout) two = lay_out (HIP_REPORT_PAPER_LETTER, TRUE);

  g_assert_cmpint (print (one), ==, 1);
  g_assert_cmpint (print (two), ==, 2);
}

static gboolean
is_blank (const guchar *row, int width)
{
  for (int i = 0; i < width * 4; i++)
    if (row[i] != 0xff)
      return FALSE;

  return TRUE;
}

/* A white page in the shape of the paper, with margins and something between them. */
static void
test_preview (void)
{
  g_autoptr (HipReportLayout) layout = lay_out (HIP_REPORT_PAPER_LETTER, FALSE);
  g_autoptr (GdkTexture) texture = hip_report_printer_draw_page (layout, 0, 612);
  g_autofree guchar *pixels = NULL;

  g_assert_cmpint (gdk_texture_get_width (texture), ==, 612);
  g_assert_cmpint (gdk_texture_get_height (texture), ==, 792);
  pixels = g_malloc (612 * 792 * 4);
  gdk_texture_download (texture, pixels, 612 * 4);
  g_assert_true (is_blank (pixels + 10 * 612 * 4, 612));
  g_assert_false (is_blank (pixels + 44 * 612 * 4, 612));
  g_assert_true (is_blank (pixels + 780 * 612 * 4, 612));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report-printer/print", test_print);
  g_test_add_func ("/report-printer/preview", test_preview);

  return g_test_run ();
}
