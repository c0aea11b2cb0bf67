// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-report-pdf.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>

#include "hip-report-text.h"

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* What a viewer shows as the document's properties. */
static void
describe (cairo_surface_t *surface, const HipReport *report)
{
  g_autofree char *period = hip_report_text_period (report);
  g_autofree char *title = g_strdup_printf ("%s · %s", _ ("Running and Hip Pain"), period);
  g_autofree char *day = hip_day_to_iso (report->today);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR,
                                  report->name != NULL ? report->name : "");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT,
                                  hip_report_text_disclaimer ());
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "HipLog " HIP_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, day);
}

static gboolean
draw_pages (HipReportLayout *layout,
            cairo_t *cr,
            HipReportProgress progress,
            gpointer user_data,
            GCancellable *cancellable,
            GError **error)
{
  guint n = hip_report_layout_get_n_pages (layout);

  for (guint i = 0; i < n; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      hip_report_block_draw (hip_report_layout_get_page (layout, i), cr);
      cairo_show_page (cr);
      if (progress != NULL)
        progress ((i + 1.0) / n, user_data);
    }

  return TRUE;
}

/**
 * hip_report_pdf_create:
 * @layout: the pages
 * @progress: (nullable) (scope call): called after each page
 * @user_data: for @progress
 * @cancellable: (nullable): stops it
 * @error: return location for a %G_IO_ERROR
 *
 * Makes a PDF document: letters and lines, no picture made of dots.
 *
 * Returns: (transfer full) (nullable): the document, or %NULL with @error set
 */
GBytes *
hip_report_pdf_create (HipReportLayout *layout,
                       HipReportProgress progress,
                       gpointer user_data,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;
  double width, height;
  gboolean success;

  g_return_val_if_fail (layout != NULL, NULL);

  hip_report_paper_get_size (hip_report_layout_get_paper (layout), &width, &height);
  surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, width, height);
  describe (surface, hip_report_layout_get_report (layout));
  cr = cairo_create (surface);
  success = draw_pages (layout, cr, progress, user_data, cancellable, error);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (!success)
    return NULL;
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                   /* Translators: what the library that makes PDF files says. */
                   _ ("The report could not be drawn: %s"), cairo_status_to_string (status));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/* Of the whole, laying out takes the first half, and drawing the other. */
typedef struct
{
  HipReportProgress progress;
  gpointer user_data;
  double done;
} Half;

static void
half_progress_cb (double fraction, gpointer user_data)
{
  const Half *half = user_data;

  if (half->progress != NULL)
    half->progress (half->done + fraction / 2, half->user_data);
}

/**
 * hip_report_pdf_write:
 * @report: the figures
 * @paper: what it is laid out for
 * @with_days: whether pages with daily figures follow the first one
 * @file: where it goes; what is there is replaced once the new one is whole
 * @progress: (nullable) (scope call): called now and then
 * @user_data: for @progress
 * @cancellable: (nullable): stops it, and leaves @file as it is
 * @n_pages: (out) (optional): how many pages it has
 * @error: return location for a %G_IO_ERROR
 *
 * Writes a report as a PDF file, readable by its owner alone. Not for the main thread.
 *
 * Returns: %FALSE when it could not be written
 */
gboolean
hip_report_pdf_write (HipReport *report,
                      HipReportPaper paper,
                      gboolean with_days,
                      GFile *file,
                      HipReportProgress progress,
                      gpointer user_data,
                      GCancellable *cancellable,
                      guint *n_pages,
                      GError **error)
{
  Half half = { progress, user_data, 0 };
  g_autoptr (HipReportLayout) layout = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (report != NULL, FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  layout =
      hip_report_layout_new (report, paper, with_days, half_progress_cb, &half, cancellable, error);
  if (layout == NULL)
    return FALSE;
  half.done = 0.5;
  bytes = hip_report_pdf_create (layout, half_progress_cb, &half, cancellable, error);
  if (bytes == NULL)
    return FALSE;
  if (n_pages != NULL)
    *n_pages = hip_report_layout_get_n_pages (layout);

  return g_file_replace_contents (
      file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, FALSE,
      G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, NULL, cancellable, error);
}
