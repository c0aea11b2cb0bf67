// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-chart-export.h"

#include "hip-chart-picture.h"

#include <cairo-svg.h>
#include <glib/gi18n.h>
#include <math.h>

#define MARGIN      18.0
#define TITLE_GAP   2.0
#define CHART_GAP   12.0
#define MIN_WIDTH   240.0
#define PAPER_WHITE ((GdkRGBA) { 1, 1, 1, 1 })

struct _HipChartExport
{
  GskRenderNode *node; /* (owned) */
  double width;
  double height;
};

static void
append_text (GtkSnapshot *snapshot, PangoLayout *layout, double y, const GdkRGBA *color)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (MARGIN, (float) y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

/* Both lines in their width, from the side on which reading begins. (transfer full) */
static PangoLayout *
create_line (PangoContext *context, const char *text, gboolean strong, double width)
{
  g_autoptr (HipChartPicture) picture = hip_chart_picture_new (context);
  PangoLayout *layout = hip_chart_picture_create_text (picture, text, strong);

  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (pango_context_get_base_dir (context) == PANGO_DIRECTION_RTL)
    pango_layout_set_alignment (layout, PANGO_ALIGN_LEFT);

  return layout;
}

static double
append_heading (GtkSnapshot *snapshot,
                PangoContext *context,
                const char *title,
                const char *subtitle,
                double width,
                const HipChartColors *colors)
{
  const char *const lines[] = { title, subtitle };
  double y = MARGIN;

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (PangoLayout) layout = NULL;
      int height;

      if (lines[i] == NULL)
        continue;
      layout = create_line (context, lines[i], i == 0, width);
      append_text (snapshot, layout, y, i == 0 ? &colors->foreground : &colors->dim);
      pango_layout_get_pixel_size (layout, NULL, &height);
      y += height + TITLE_GAP;
    }

  return y + CHART_GAP;
}

/**
 * hip_chart_export_new:
 * @chart: a chart
 * @context: font and direction
 * @options: its size and what of it is shown; the legend is always
 * @subtitle: (nullable): what time it is of
 *
 * Returns: (transfer full): the picture
 */
HipChartExport *
hip_chart_export_new (HipChart *chart,
                      PangoContext *context,
                      const HipChartLayoutOptions *options,
                      const char *subtitle)
{
  HipChartLayoutOptions own;
  HipChartExport *self;
  GtkSnapshot *snapshot;
  HipChartColors colors;
  double top;

  g_return_val_if_fail (chart != NULL && PANGO_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (options != NULL, NULL);

  own = *options;
  own.no_legend = FALSE;
  own.gutter = 0;
  own.width = fmax (own.width, MIN_WIDTH);
  self = g_new0 (HipChartExport, 1);
  snapshot = gtk_snapshot_new ();
  hip_chart_colors_init_for_paper (&colors);
  self->width = own.width + 2 * MARGIN;
  gtk_snapshot_push_debug (snapshot, "chart");
  top =
      append_heading (snapshot, context, hip_chart_get_label (chart), subtitle, own.width, &colors);
  self->height = top + own.height + MARGIN;

  {
    g_autoptr (HipChartLayout) layout = hip_chart_layout_new_with (chart, context, &own);

    gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (MARGIN, (float) top));
    hip_chart_layout_draw (layout, snapshot, &colors);
    gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (-MARGIN, (float) -top));
  }
  gtk_snapshot_pop (snapshot);

  {
    g_autoptr (GskRenderNode) drawing = gtk_snapshot_free_to_node (snapshot);
    g_autoptr (GskRenderNode) paper = gsk_color_node_new (
        &PAPER_WHITE, &GRAPHENE_RECT_INIT (0, 0, (float) self->width, (float) self->height));

    self->node = gsk_container_node_new ((GskRenderNode *[]) { paper, drawing }, 2);
  }

  return self;
}

/**
 * hip_chart_export_free:
 * @self: (transfer full): a picture
 */
void
hip_chart_export_free (HipChartExport *self)
{
  g_return_if_fail (self != NULL);

  gsk_render_node_unref (self->node);
  g_free (self);
}

/**
 * hip_chart_export_render:
 * @self: a picture
 * @renderer: a realized renderer
 * @scale: how many pixels for one of a normal screen
 *
 * Returns: (transfer full): the picture in pixels
 */
GdkTexture *
hip_chart_export_render (HipChartExport *self, GskRenderer *renderer, double scale)
{
  GskTransform *transform;
  g_autoptr (GskRenderNode) scaled = NULL;

  g_return_val_if_fail (self != NULL && GSK_IS_RENDERER (renderer), NULL);

  /* None at all for a scale of one, which no node takes. */
  transform = gsk_transform_scale (NULL, (float) scale, (float) scale);
  scaled = transform != NULL ? gsk_transform_node_new (self->node, transform)
                             : gsk_render_node_ref (self->node);
  gsk_transform_unref (transform);

  return gsk_renderer_render_texture (renderer, scaled,
                                      &GRAPHENE_RECT_INIT (0, 0, (float) ceil (self->width * scale),
                                                           (float) ceil (self->height * scale)));
}

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/**
 * hip_chart_export_to_svg:
 * @self: a picture
 * @error: return location for an error
 *
 * Writes the picture as lines, shapes and letters that stay sharp at any size.
 *
 * Returns: (transfer full) (nullable): the file's bytes, or %NULL with @error set
 */
GBytes *
hip_chart_export_to_svg (HipChartExport *self, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  g_return_val_if_fail (self != NULL, NULL);

  surface = cairo_svg_surface_create_for_stream (write_cb, bytes, self->width, self->height);
  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  cr = cairo_create (surface);
  gsk_render_node_draw (self->node, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The chart could not be drawn: %s."),
                   cairo_status_to_string (status));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
