// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** HipReportPart: what a stretch of a page is about. */
typedef enum
{
  HIP_REPORT_PART_HEADER,
  HIP_REPORT_PART_FLAGS,
  HIP_REPORT_PART_PAIN,
  HIP_REPORT_PART_RUNNING,
  HIP_REPORT_PART_CHART,
  HIP_REPORT_PART_CALENDAR,
  HIP_REPORT_PART_SYMPTOMS,
  HIP_REPORT_PART_WARNINGS,
  HIP_REPORT_PART_SHOES,
  HIP_REPORT_PART_CARE,
  HIP_REPORT_PART_NOTES,
  HIP_REPORT_PART_DAYS,
  HIP_REPORT_PART_FOOTER,
} HipReportPart;

/**
 * HipReportBox:
 * @part: what is in it
 * @area: where it is on its page, in points
 */
typedef struct
{
  HipReportPart part;
  graphene_rect_t area;
} HipReportBox;

/**
 * HipReportBlock:
 *
 * A rectangle of paper with what is drawn in it, in order: texts, greys, lines, other blocks. Its
 * height is found while it is filled. Where the language is written from the right, all that is
 * added is mirrored; whoever adds it does not notice.
 */
typedef struct _HipReportBlock HipReportBlock;

HipReportBlock *hip_report_block_new (double width, GtkTextDirection direction);
void hip_report_block_free (HipReportBlock *self);

double hip_report_block_get_width (const HipReportBlock *self);
double hip_report_block_get_height (const HipReportBlock *self);
void hip_report_block_set_height (HipReportBlock *self, double height);

/* Greys from 0, black, to 1, white. */
double hip_report_block_add_text (HipReportBlock *self,
                                  PangoLayout *text, /* (transfer full) */
                                  double gray,
                                  double x,
                                  double y,
                                  double width);
void hip_report_block_add_fill (HipReportBlock *self,
                                double gray,
                                double x,
                                double y,
                                double width,
                                double height);
void hip_report_block_add_frame (HipReportBlock *self,
                                 double gray,
                                 double thickness,
                                 double x,
                                 double y,
                                 double width,
                                 double height);
/* Drawn as it is, not mirrored. (transfer full) */
void hip_report_block_add_node (HipReportBlock *self, GskRenderNode *node, double x, double y);
/* (transfer full): and below the last one. */
void hip_report_block_add_block (HipReportBlock *self, HipReportBlock *block, double x, double y);

/* Names a part of the page; that of a block added later moves with it. */
void hip_report_block_mark (HipReportBlock *self, HipReportPart part);
guint hip_report_block_get_n_boxes (const HipReportBlock *self);
const HipReportBox *hip_report_block_get_box (const HipReportBlock *self, guint i);

void hip_report_block_draw (const HipReportBlock *self, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipReportBlock, hip_report_block_free)

G_END_DECLS
