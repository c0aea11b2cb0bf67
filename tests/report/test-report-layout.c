// SPDX-License-Identifier: GPL-3.0-or-later
/* What is on the pages, and that nothing lies on anything else. */
#include "config.h"

#include "hip-report-layout.h"

#include <locale.h>
#include <math.h>

#include "hip-chart-colors.h"
#include "hip-test-report.h"
#include "hip-test-util.h"

static HipReportLayout *
lay_out (HipReport *report, HipReportPaper paper, gboolean with_days)
{
  g_autoptr (GError) error = NULL;
  HipReportLayout *layout =
      hip_report_layout_new (report, paper, with_days, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return layout;
}

/* A page as it comes out of a printer, a pixel a point. */
static cairo_surface_t *
print (HipReportLayout *layout, guint page)
{
  cairo_surface_t *image;
  cairo_t *cr;
  double width, height;

  hip_report_paper_get_size (hip_report_layout_get_paper (layout), &width, &height);
  image =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) floor (width), (int) floor (height));
  cr = cairo_create (image);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  hip_report_block_draw (hip_report_layout_get_page (layout, page), cr);
  cairo_destroy (cr);
  cairo_surface_flush (image);

  return image;
}

static guint32
get_pixel (cairo_surface_t *image, int x, int y)
{
  const unsigned char *row =
      cairo_image_surface_get_data (image) + (gsize) y * cairo_image_surface_get_stride (image);

  return ((const guint32 *) (const void *) row)[x] & 0xffffff;
}

static void
assert_blank_margins (HipReportLayout *layout, guint page)
{
  cairo_surface_t *image = print (layout, page);
  int width = cairo_image_surface_get_width (image);
  int height = cairo_image_surface_get_height (image);
  int margin = (int) HIP_REPORT_MARGIN - 1;

  for (int y = 0; y < height; y++)
    {
      /* Between upper and lower margin only the sides are looked at. */
      int step = y < margin || y >= height - margin ? 0 : width - 2 * margin;

      for (int x = 0; x < width; x += x + 1 == margin ? 1 + step : 1)
        g_assert_cmphex (get_pixel (image, x, y), ==, 0xffffff);
    }
  cairo_surface_destroy (image);
}

static void
assert_inside (HipReportLayout *layout, const graphene_rect_t *area)
{
  double width, height;

  hip_report_paper_get_size (hip_report_layout_get_paper (layout), &width, &height);
  g_assert_cmpfloat (area->origin.x, >=, HIP_REPORT_MARGIN - 0.01);
  g_assert_cmpfloat (area->origin.y, >=, HIP_REPORT_MARGIN - 0.01);
  g_assert_cmpfloat (area->origin.x + area->size.width, <=, width - HIP_REPORT_MARGIN + 0.01);
  g_assert_cmpfloat (area->origin.y + area->size.height, <=, height - HIP_REPORT_MARGIN + 0.01);
  g_assert_cmpfloat (area->size.width, >, 0);
  g_assert_cmpfloat (area->size.height, >, 0);
}

static void
assert_apart (const HipReportBlock *page, guint i)
{
  graphene_rect_t area = hip_report_block_get_box (page, i)->area;

  /* Neighbours may share an edge. */
  graphene_rect_inset (&area, 0.05f, 0.05f);
  for (guint j = 0; j < i; j++)
    g_assert_false (
        graphene_rect_intersection (&area, &hip_report_block_get_box (page, j)->area, NULL));
}

static guint
count_parts (const HipReportBlock *page, HipReportPart part)
{
  guint n = 0;

  for (guint i = 0; i < hip_report_block_get_n_boxes (page); i++)
    n += hip_report_block_get_box (page, i)->part == part;

  return n;
}

static void
assert_page (HipReportLayout *layout, guint i)
{
  const HipReportBlock *page = hip_report_layout_get_page (layout, i);

  for (guint box = 0; box < hip_report_block_get_n_boxes (page); box++)
    {
      assert_inside (layout, &hip_report_block_get_box (page, box)->area);
      assert_apart (page, box);
    }
  assert_blank_margins (layout, i);
  g_assert_cmpuint (count_parts (page, HIP_REPORT_PART_FOOTER), ==, 1);
}

/* Everything once on the first page, the chart whole, days on all others. */
static void
assert_layout (HipReport *report, HipReportPaper paper, gboolean with_days)
{
  g_autoptr (HipReportLayout) layout = lay_out (report, paper, with_days);
  const HipReportBlock *first = hip_report_layout_get_page (layout, 0);

  for (HipReportPart part = HIP_REPORT_PART_HEADER; part <= HIP_REPORT_PART_FOOTER; part++)
    g_assert_cmpuint (count_parts (first, part), ==, part == HIP_REPORT_PART_DAYS ? 0 : 1);
  if (!with_days)
    g_assert_cmpuint (hip_report_layout_get_n_pages (layout), ==, 1);
  for (guint i = 0; i < hip_report_layout_get_n_pages (layout); i++)
    {
      assert_page (layout, i);
      if (i > 0)
        g_assert_cmpuint (
            count_parts (hip_report_layout_get_page (layout, i), HIP_REPORT_PART_DAYS), ==, 1);
    }
}

static void
assert_layouts (HipReport *report)
{
  assert_layout (report, HIP_REPORT_PAPER_A4, FALSE);
  assert_layout (report, HIP_REPORT_PAPER_A4, TRUE);
  assert_layout (report, HIP_REPORT_PAPER_LETTER, FALSE);
  assert_layout (report, HIP_REPORT_PAPER_LETTER, TRUE);
}

static void
test_plain (void)
{
  g_autoptr (HipTestLog) log = hip_test_report_plain_log ();
  g_autoptr (HipReport) report = hip_test_report_new (log, NULL, "Nina Berger");

  assert_layouts (report);
}

static void
test_empty (void)
{
  g_autoptr (HipTestLog) log = hip_test_log_new ("2026-01-05");
  g_autoptr (HipReport) report = hip_test_report_new (log, NULL, NULL);

  assert_layouts (report);
}

static void
test_one_day (void)
{
  g_autoptr (HipTestLog) log = hip_test_report_plain_log ();
  g_autoptr (HipReport) report = hip_test_report_new (log, "2026-03-01", NULL);

  g_assert_cmpuint (report->n_days, ==, 1);
  assert_layouts (report);
}

/* As much as there can be, and a name to go with it. */
static void
test_full (void)
{
  g_autoptr (HipTestLog) log = hip_test_report_full_log ();
  g_autofree char *name = g_strnfill (300, 'W');
  g_autoptr (HipReport) report = hip_test_report_new (log, NULL, name);

  assert_layouts (report);
}

static void
test_twenty_years (void)
{
  g_autoptr (HipTestLog) log = hip_test_log_new ("2006-03-06");
  g_autoptr (HipReport) report = NULL;

  hip_test_log_weeks (log, 20 * 52, "Mon Thu Sun", 8000);
  report = hip_test_report_new (log, "2006-03-06", NULL);
  assert_layout (report, HIP_REPORT_PAPER_A4, FALSE);
}

/* A note of any length is on one page. */
static void
test_long_note (void)
{
  g_autoptr (HipTestLog) log = hip_test_log_new ("2026-01-05");
  g_autoptr (HipReport) report = NULL;

  hip_test_log_run (log, "2026-02-28", 1000)->note = g_strnfill (100000, 'x');
  hip_test_log_run (log, "2026-03-01", 1000)->note = g_strnfill (5000, '\n');
  report = hip_test_report_new (log, NULL, NULL);
  assert_layout (report, HIP_REPORT_PAPER_LETTER, TRUE);
}

static void
test_mirrored (void)
{
  g_autoptr (HipTestLog) log = NULL;
  g_autoptr (HipReport) report = NULL;

  if (!hip_test_set_locale ("ar_EG.UTF-8"))
    {
      g_test_skip ("no Arabic locale");
      return;
    }
  log = hip_test_report_full_log ();
  report = hip_test_report_new (log, NULL, "نينا");
  assert_layouts (report);
  hip_test_set_locale ("C.UTF-8");
}

/* Parts other than the chart are drawn in greys only, so that no printer changes them. */
static void
test_greys (void)
{
  g_autoptr (HipTestLog) log = hip_test_report_full_log ();
  g_autoptr (HipReport) report = hip_test_report_new (log, NULL, "Nina");
  g_autoptr (HipReportLayout) layout = lay_out (report, HIP_REPORT_PAPER_A4, FALSE);
  const HipReportBlock *page = hip_report_layout_get_page (layout, 0);
  cairo_surface_t *image = print (layout, 0);
  guint n_dark = 0;

  for (guint i = 0; i < hip_report_block_get_n_boxes (page); i++)
    {
      const HipReportBox *box = hip_report_block_get_box (page, i);

      if (box->part == HIP_REPORT_PART_CHART)
        continue;
      for (int y = (int) box->area.origin.y; y < box->area.origin.y + box->area.size.height; y++)
        for (int x = (int) box->area.origin.x; x < box->area.origin.x + box->area.size.width; x++)
          {
            guint32 pixel = get_pixel (image, x, y);

            g_assert_cmphex (pixel >> 16, ==, pixel & 0xff);
            g_assert_cmphex ((pixel >> 8) & 0xff, ==, pixel & 0xff);
            n_dark += (pixel & 0xff) < 0x60;
          }
    }
  g_assert_cmpuint (n_dark, >, 1000);
  cairo_surface_destroy (image);
}

static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (const GdkRGBA *color)
{
  return 0.2126 * linear (color->red) + 0.7152 * linear (color->green)
         + 0.0722 * linear (color->blue);
}

/* A column and what is beyond its limit are told apart in black and white; both stand out. */
static void
test_chart_in_black_and_white (void)
{
  HipChartColors colors;
  double load, beyond;

  hip_chart_colors_init_for_paper (&colors);
  load = luminance (&colors.accent) + 0.05;
  beyond = luminance (&colors.beyond) + 0.05;
  g_assert_cmpfloat (fmax (load, beyond) / fmin (load, beyond), >=, 1.5);
  g_assert_cmpfloat (1.05 / load, >=, 3);
  g_assert_cmpfloat (1.05 / beyond, >=, 2.5);
}

static void
test_paper (void)
{
  double width, height;

  if (hip_test_set_locale ("en_US.UTF-8"))
    g_assert_cmpint (hip_report_paper_from_locale (), ==, HIP_REPORT_PAPER_LETTER);
  if (hip_test_set_locale ("de_DE.UTF-8"))
    g_assert_cmpint (hip_report_paper_from_locale (), ==, HIP_REPORT_PAPER_A4);
  hip_test_set_locale ("C.UTF-8");
  hip_report_paper_get_size (HIP_REPORT_PAPER_A4, &width, &height);
  g_assert_cmpint (hip_report_paper_from_size (width, height), ==, HIP_REPORT_PAPER_A4);
  g_assert_cmpint (hip_report_paper_from_size (148, 210), ==, HIP_REPORT_PAPER_A4);
  hip_report_paper_get_size (HIP_REPORT_PAPER_LETTER, &width, &height);
  g_assert_cmpint (hip_report_paper_from_size (width, height), ==, HIP_REPORT_PAPER_LETTER);
}

static void
count_cb (double fraction, gpointer data)
{
  guint *n = data;

  g_assert_cmpfloat (fraction, >, 0);
  g_assert_cmpfloat (fraction, <=, 1);
  ++*n;
}

static void
cancel_cb (double fraction, gpointer data)
{
  g_cancellable_cancel (data);
}

static void
test_cancel (void)
{
  g_autoptr (HipTestLog) log = hip_test_report_plain_log ();
  g_autoptr (HipReport) report = hip_test_report_new (log, NULL, NULL);
  g_autoptr (HipReportLayout) layout = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  guint n = 0;

  layout =
      hip_report_layout_new (report, HIP_REPORT_PAPER_A4, TRUE, count_cb, &n, cancellable, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 56);
  g_assert_null (hip_report_layout_new (report, HIP_REPORT_PAPER_A4, TRUE, cancel_cb, cancellable,
                                        cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (
      hip_report_layout_new (report, HIP_REPORT_PAPER_A4, FALSE, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  /* Whoever draws on paper needs no display. */
  g_unsetenv ("DISPLAY");
  g_unsetenv ("WAYLAND_DISPLAY");
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report-layout/plain", test_plain);
  g_test_add_func ("/report-layout/empty", test_empty);
  g_test_add_func ("/report-layout/one-day", test_one_day);
  g_test_add_func ("/report-layout/full", test_full);
  g_test_add_func ("/report-layout/twenty-years", test_twenty_years);
  g_test_add_func ("/report-layout/long-note", test_long_note);
  g_test_add_func ("/report-layout/mirrored", test_mirrored);
  g_test_add_func ("/report-layout/greys", test_greys);
  g_test_add_func ("/report-layout/chart-in-black-and-white", test_chart_in_black_and_white);
  g_test_add_func ("/report-layout/paper", test_paper);
  g_test_add_func ("/report-layout/cancel", test_cancel);

  return g_test_run ();
}
