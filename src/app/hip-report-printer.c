// SPDX-License-Identifier: GPL-3.0-or-later
/* The pages of a report on a printer, and as pictures of what it would print. */
#include "config.h"

#include "hip-report-printer.h"

#include <glib/gi18n.h>
#include <math.h>

/* As large as the sheet allows, in its middle: the printer may have other paper than the locale. */
static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, gpointer data)
{
  HipReportLayout *layout = data;
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double sheet_width = gtk_print_context_get_width (context);
  double sheet_height = gtk_print_context_get_height (context);
  double width, height, scale;

  hip_report_paper_get_size (hip_report_layout_get_paper (layout), &width, &height);
  scale = fmin (sheet_width / width, sheet_height / height);
  cairo_save (cr);
  cairo_translate (cr, (sheet_width - scale * width) / 2, (sheet_height - scale * height) / 2);
  cairo_scale (cr, scale, scale);
  hip_report_block_draw (hip_report_layout_get_page (layout, page), cr);
  cairo_restore (cr);
}

static GtkPageSetup *
new_page_setup (HipReportLayout *layout)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) size = gtk_paper_size_new (
      hip_report_layout_get_paper (layout) == HIP_REPORT_PAPER_LETTER ? GTK_PAPER_NAME_LETTER
                                                                      : GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size (setup, size);

  return setup;
}

/**
 * hip_report_printer_new:
 * @layout: the pages
 *
 * Returns: (transfer full): an operation that prints or exports @layout
 */
GtkPrintOperation *
hip_report_printer_new (HipReportLayout *layout)
{
  GtkPrintOperation *operation;
  g_autoptr (GtkPageSetup) setup = NULL;

  g_return_val_if_fail (layout != NULL, NULL);

  operation = gtk_print_operation_new ();
  setup = new_page_setup (layout);
  gtk_print_operation_set_job_name (operation, _ ("Running and Hip Pain"));
  gtk_print_operation_set_default_page_setup (operation, setup);
  /* The pages have margins of their own. */
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_n_pages (operation, (int) hip_report_layout_get_n_pages (layout));
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb),
                         hip_report_layout_ref (layout),
                         (GClosureNotify) (GCallback) hip_report_layout_unref, 0);

  return operation;
}

/**
 * hip_report_printer_draw_page:
 * @layout: the pages
 * @page: which, from 0
 * @width: of the picture, in pixels
 *
 * Draws a page on white. Good for any thread.
 *
 * Returns: (transfer full): the picture
 */
GdkTexture *
hip_report_printer_draw_page (HipReportLayout *layout, guint page, int width)
{
  g_autoptr (GBytes) bytes = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;
  double page_width, page_height;
  int height;

  g_return_val_if_fail (layout != NULL && width > 0, NULL);

  hip_report_paper_get_size (hip_report_layout_get_paper (layout), &page_width, &page_height);
  height = (int) ceil (page_height * width / page_width);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, width / page_width, width / page_width);
  hip_report_block_draw (hip_report_layout_get_page (layout, page), cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) height * cairo_image_surface_get_stride (surface),
                                      (GDestroyNotify) cairo_surface_destroy, surface);

  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes,
                                 cairo_image_surface_get_stride (surface));
}
