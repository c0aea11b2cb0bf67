// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-report-block.h"

G_BEGIN_DECLS

/** HipReportStyle: how a text looks. */
typedef enum
{
  HIP_REPORT_STYLE_TITLE,
  HIP_REPORT_STYLE_HEADING,
  HIP_REPORT_STYLE_BODY,
  HIP_REPORT_STYLE_STRONG,
  HIP_REPORT_STYLE_SMALL, /* headings of columns, what is explained */
  HIP_REPORT_STYLE_CELL,  /* scores in a calendar */
} HipReportStyle;
#define HIP_N_REPORT_STYLES 6

/* Greys: of text, of text that explains, of lines. */
#define HIP_REPORT_BLACK 0.0
#define HIP_REPORT_DIM   0.3
#define HIP_REPORT_RULE  0.6

/** HIP_REPORT_GAP: between two columns of a table, in points. */
#define HIP_REPORT_GAP 8.0

/** HipReportColumn: one of a table's. */
typedef struct
{
  double width;         /* in points */
  PangoAlignment align; /* to the side that is read first, or last */
  int lines;            /* as many at most, then “…”; 0 for all */
} HipReportColumn;

/**
 * HipReportPen:
 *
 * Makes text for paper, and of text headings and rows. One pen is used in one thread at a time.
 */
typedef struct _HipReportPen HipReportPen;

HipReportPen *hip_report_pen_new (GtkTextDirection direction);
void hip_report_pen_free (HipReportPen *self);

PangoContext *hip_report_pen_get_context (HipReportPen *self);
GtkTextDirection hip_report_pen_get_direction (HipReportPen *self);
double hip_report_pen_get_line_height (HipReportPen *self, HipReportStyle style);
double hip_report_pen_measure (HipReportPen *self, HipReportStyle style, const char *text);
HipReportBlock *hip_report_pen_new_block (HipReportPen *self, double width);

/* @lines: as many at most, then “…”; 0 for all. */
PangoLayout *hip_report_pen_create_text (HipReportPen *self,
                                         HipReportStyle style,
                                         const char *text,
                                         double width,
                                         PangoAlignment align,
                                         int lines);
/* These add below what is in @block already. */
void hip_report_pen_add_heading (HipReportPen *self, HipReportBlock *block, const char *text);
void hip_report_pen_add_paragraph (HipReportPen *self,
                                   HipReportBlock *block,
                                   HipReportStyle style,
                                   double gray,
                                   const char *text,
                                   int lines);
/* @cells: NULL for an empty one. */
void hip_report_pen_add_row (HipReportPen *self,
                             HipReportBlock *block,
                             HipReportStyle style,
                             double gray,
                             const HipReportColumn *columns,
                             const char *const *cells,
                             guint n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipReportPen, hip_report_pen_free)

G_END_DECLS
