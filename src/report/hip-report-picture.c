// SPDX-License-Identifier: GPL-3.0-or-later
/* Both hips from the front and from behind, hatched where it hurt. */
#include "config.h"

#include "hip-report-picture.h"

#include <glib/gi18n.h>

#include "hip-chart-colors.h"
#include "hip-hip-map.h"

#define GAP        8.0
#define HEAD_SPACE 10.0 /* for the word over a body */

static HipAreas
collect_areas (const HipReport *report, HipSide side)
{
  HipAreas areas = 0;

  for (guint i = 0; i < HIP_REPORT_MAX_WORDS; i++)
    if (report->areas.days[i][side] > 0)
      areas |= 1u << i;

  return areas;
}

/* Each hip is a picture of the whole body: of each the half that is the hip's is drawn. */
static void
draw_hip (const HipReport *report, GtkSnapshot *snapshot, HipMapView view, HipSide side)
{
  g_autoptr (HipHipMap) map = hip_hip_map_new (view, side);
  float half = HIP_HIP_MAP_WIDTH / 2.0f;
  HipChartColors colors;

  hip_chart_colors_init_for_paper (&colors);
  colors.accent = colors.foreground;
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (hip_hip_map_is_on_left (map) ? 0 : half, 0,
                                                         half, HIP_HIP_MAP_HEIGHT));
  hip_hip_map_snapshot (map, snapshot, &colors, collect_areas (report, side), 0);
  gtk_snapshot_pop (snapshot);
}

static void
add_body (const HipReport *report, HipReportBlock *block, HipMapView view, double x, double scale)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();

  gtk_snapshot_scale (snapshot, (float) scale, (float) scale);
  draw_hip (report, snapshot, view, HIP_SIDE_LEFT);
  draw_hip (report, snapshot, view, HIP_SIDE_RIGHT);
  hip_report_block_add_node (block, gtk_snapshot_to_node (snapshot), x, HEAD_SPACE);
}

static void
add_letter (HipReportPen *pen,
            HipReportBlock *block,
            const char *letter,
            double x,
            double width,
            double place,
            double y)
{
  double needed = hip_report_pen_measure (pen, HIP_REPORT_STYLE_SMALL, letter);

  hip_report_block_add_text (
      block,
      hip_report_pen_create_text (pen, HIP_REPORT_STYLE_SMALL, letter, -1, PANGO_ALIGN_LEFT, 0),
      HIP_REPORT_DIM, x + place * (width - needed), y, needed);
}

static double
get_scale (double height)
{
  return (height - HEAD_SPACE) / HIP_HIP_MAP_HEIGHT;
}

/**
 * hip_report_picture_get_width:
 * @height: in points
 *
 * Returns: how wide a picture of that height is
 */
double
hip_report_picture_get_width (double height)
{
  return 2 * get_scale (height) * HIP_HIP_MAP_WIDTH + GAP;
}

/**
 * hip_report_picture_new:
 * @report: the figures
 * @pen: what its letters are made with
 * @height: in points
 *
 * Draws where it hurt in the period, in black. Left and right are those of a body, also where the
 * language is written from the right.
 *
 * Returns: (transfer full): the picture
 */
HipReportBlock *
hip_report_picture_new (const HipReport *report, HipReportPen *pen, double height)
{
  double scale = get_scale (height);
  double width = scale * HIP_HIP_MAP_WIDTH;
  HipReportBlock *block =
      hip_report_block_new (hip_report_picture_get_width (height), GTK_TEXT_DIR_LTR);
  /* Translators: one letter for “right”, beside a picture of a body */
  const char *right = C_ ("side of a body", "R");
  /* Translators: one letter for “left”, beside a picture of a body */
  const char *left = C_ ("side of a body", "L");

  add_body (report, block, HIP_MAP_VIEW_FRONT, 0, scale);
  add_letter (pen, block, C_ ("view of a body", "Front"), 0, width, 0.5, 0);
  add_letter (pen, block, right, 0, width, 0, HEAD_SPACE);
  add_letter (pen, block, left, 0, width, 1, HEAD_SPACE);
  add_body (report, block, HIP_MAP_VIEW_BACK, width + GAP, scale);
  add_letter (pen, block, C_ ("view of a body", "Back"), width + GAP, width, 0.5, 0);
  add_letter (pen, block, left, width + GAP, width, 0, HEAD_SPACE);
  add_letter (pen, block, right, width + GAP, width, 1, HEAD_SPACE);

  return block;
}
