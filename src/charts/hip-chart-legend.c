// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-chart-legend.h"

#include "hip-chart-layers.h"

#define ENTRY_GAP    12.0
#define ROW_GAP      3.0
#define SAMPLE_WIDTH 14.0
#define SAMPLE_GAP   5.0

/* The title, then one entry for each layer that has a name, flowing over as many rows as
 * the width asks for. */
typedef struct
{
  double width;
  double day_width;
  double x;
  double y;
  double row_height;
} Flow;

/* Where the next thing of a width goes; a new row if this one is full. */
static double
flow_place (Flow *flow, double width)
{
  double x = flow->x;

  if (x > 0 && x + width > flow->width)
    {
      x = 0;
      flow->y += flow->row_height + ROW_GAP;
    }
  flow->x = x + width + ENTRY_GAP;

  return x;
}

static void
place_entry (Flow *flow,
             const HipChartLayer *layer,
             const char *text,
             HipChartPicture *picture,
             gboolean draw,
             gboolean mirrored)
{
  g_autoptr (PangoLayout) layout = hip_chart_picture_create_text (picture, text, layer == NULL);
  double sample = layer != NULL ? SAMPLE_WIDTH + SAMPLE_GAP : 0;
  int width, height;
  double x;

  pango_layout_get_pixel_size (layout, &width, &height);
  flow->row_height = MAX (flow->row_height, height);
  x = flow_place (flow, sample + width);
  if (!draw)
    return;

  if (layer != NULL)
    hip_chart_layer_sample (layer, picture, mirrored ? flow->width - x - SAMPLE_WIDTH : x,
                            flow->y + height / 2.0, SAMPLE_WIDTH);
  hip_chart_picture_text (picture, layer != NULL ? HIP_CHART_INK_DIM : HIP_CHART_INK_FOREGROUND,
                          layout, mirrored ? flow->width - x - sample - width : x + sample,
                          flow->y);
}

static double
run_flow (const HipChartPanelData *panel,
          HipChartPicture *picture,
          Flow flow,
          gboolean draw,
          gboolean mirrored)
{
  double top = flow.y;

  if (panel->public.title != NULL)
    place_entry (&flow, NULL, panel->public.title, picture, draw, mirrored);

  for (guint i = 0; i < panel->layers->len; i++)
    {
      const HipChartLayer *layer = g_ptr_array_index (panel->layers, i);

      if (layer->legend != NULL && hip_chart_layer_is_visible (layer, flow.day_width))
        place_entry (&flow, layer, layer->legend, picture, draw, mirrored);
    }

  return flow.y - top + flow.row_height;
}

/**
 * hip_chart_legend_measure:
 * @panel: a panel
 * @picture: gives the font
 * @width: how wide it may be
 * @day_width: how wide a day will be: what is not drawn has no legend
 *
 * Returns: how high its title and legend are, 0 without
 */
double
hip_chart_legend_measure (const HipChartPanelData *panel,
                          HipChartPicture *picture,
                          double width,
                          double day_width)
{
  Flow flow = { .width = width, .day_width = day_width };

  return run_flow (panel, picture, flow, FALSE, FALSE);
}

/**
 * hip_chart_legend_draw:
 * @panel: a panel
 * @picture: what to add to
 * @width: how wide it may be
 * @day_width: how wide a day is
 * @top: its upper edge
 * @mirrored: whether it begins on the right
 */
void
hip_chart_legend_draw (const HipChartPanelData *panel,
                       HipChartPicture *picture,
                       double width,
                       double day_width,
                       double top,
                       gboolean mirrored)
{
  Flow flow = { .width = width, .day_width = day_width, .y = top };

  run_flow (panel, picture, flow, TRUE, mirrored);
}
