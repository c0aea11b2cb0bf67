// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-report-paper.h"

#include <gtk/gtk.h>
#include <math.h>

/* In points. */
static const struct
{
  double width;
  double height;
} sizes[] = {
  [HIP_REPORT_PAPER_A4] = { 595.276, 841.89 },
  [HIP_REPORT_PAPER_LETTER] = { 612, 792 },
};

/**
 * hip_report_paper_from_locale:
 *
 * Returns: what people print on in the locale's region (LC_PAPER)
 */
HipReportPaper
hip_report_paper_from_locale (void)
{
  return g_str_equal (gtk_paper_size_get_default (), GTK_PAPER_NAME_LETTER)
             ? HIP_REPORT_PAPER_LETTER
             : HIP_REPORT_PAPER_A4;
}

/**
 * hip_report_paper_from_size:
 * @width: of a sheet, in any unit
 * @height: in the same
 *
 * Returns: which paper is nearer to it in shape, and is scaled to it with less blank
 */
HipReportPaper
hip_report_paper_from_size (double width, double height)
{
  double shape;

  g_return_val_if_fail (width > 0 && height > 0, HIP_REPORT_PAPER_A4);

  shape = height / width;
  return fabs (shape - sizes[HIP_REPORT_PAPER_LETTER].height / sizes[HIP_REPORT_PAPER_LETTER].width)
                 < fabs (shape
                         - sizes[HIP_REPORT_PAPER_A4].height / sizes[HIP_REPORT_PAPER_A4].width)
             ? HIP_REPORT_PAPER_LETTER
             : HIP_REPORT_PAPER_A4;
}

/**
 * hip_report_paper_get_size:
 * @paper: a paper
 * @width: (out): in points, upright
 * @height: (out): likewise
 */
void
hip_report_paper_get_size (HipReportPaper paper, double *width, double *height)
{
  g_return_if_fail (paper < G_N_ELEMENTS (sizes));

  *width = sizes[paper].width;
  *height = sizes[paper].height;
}
