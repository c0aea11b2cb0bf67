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
  const HipChartLegend *legend;
  double x;
  double y;
  double row_height;
} Flow;

/* Where the next thing of a width goes; a new row if this one is full. */
static double
flow_place (Flow *flow, double width)
{
  double x = flow->x;

  if (x > 0 && x + width > flow->legend->width)
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
             gboolean draw)
{
  gboolean mirrored = flow->legend->mirrored;
  double right = flow->legend->width;
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
    hip_chart_layer_sample (layer, picture, mirrored ? right - x - SAMPLE_WIDTH : x,
                            flow->y + height / 2.0, SAMPLE_WIDTH);
  hip_chart_picture_text (picture, layer != NULL ? HIP_CHART_INK_DIM : HIP_CHART_INK_FOREGROUND,
                          layout, mirrored ? right - x - sample - width : x + sample, flow->y);
}

static gboolean
has_entry (const HipChartLegend *self, const HipChartLayer *layer)
{
  gboolean hidden = layer->key >= 0 && layer->key < 64 && (self->hidden >> layer->key & 1) != 0;

  return layer->legend != NULL && layer->kind != HIP_CHART_LAYER_LEVEL && !self->only_title
         && !hidden && hip_chart_layer_is_visible (layer, self->day_width);
}

static double
run_flow (const HipChartLegend *self, HipChartPicture *picture, double top, gboolean draw)
{
  Flow flow = { .legend = self, .y = top };

  if (self->panel->public.title != NULL)
    place_entry (&flow, NULL, self->panel->public.title, picture, draw);

  for (guint i = 0; i < self->panel->layers->len; i++)
    {
      const HipChartLayer *layer = self->panel->layers->pdata[i];

      if (has_entry (self, layer))
        place_entry (&flow, layer, layer->legend, picture, draw);
    }

  return flow.y - top + flow.row_height;
}

/**
 * hip_chart_legend_measure:
 * @self: a legend
 * @picture: gives the font
 *
 * Returns: how high it is, 0 without title and entries
 */
double
hip_chart_legend_measure (const HipChartLegend *self, HipChartPicture *picture)
{
  g_return_val_if_fail (self != NULL && picture != NULL, 0);

  return run_flow (self, picture, 0, FALSE);
}

/**
 * hip_chart_legend_draw:
 * @self: a legend
 * @picture: what to add to
 * @top: its upper edge
 */
void
hip_chart_legend_draw (const HipChartLegend *self, HipChartPicture *picture, double top)
{
  g_return_if_fail (self != NULL && picture != NULL);

  run_flow (self, picture, top, TRUE);
}
