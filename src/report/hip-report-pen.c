// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-report-pen.h"

#include <pango/pangocairo.h>

#define FAMILIES     "Adwaita Sans, Cantarell, Noto Sans, DejaVu Sans, sans-serif"
#define HEADING_GAP  3.0
#define RULE_WIDTH   0.5
#define LINE_SPACING 1.1f

/* In points; anything below 6 is not read by everybody. */
static const struct
{
  double size;
  PangoWeight weight;
} styles[HIP_N_REPORT_STYLES] = {
  [HIP_REPORT_STYLE_TITLE] = { 15, PANGO_WEIGHT_BOLD },
  [HIP_REPORT_STYLE_HEADING] = { 9.5, PANGO_WEIGHT_BOLD },
  [HIP_REPORT_STYLE_BODY] = { 8.5, PANGO_WEIGHT_NORMAL },
  [HIP_REPORT_STYLE_STRONG] = { 8.5, PANGO_WEIGHT_BOLD },
  [HIP_REPORT_STYLE_SMALL] = { 7.2, PANGO_WEIGHT_NORMAL },
  [HIP_REPORT_STYLE_CELL] = { 6.2, PANGO_WEIGHT_NORMAL },
};

struct _HipReportPen
{
  GtkTextDirection direction;
  PangoContext *context;                            /* (owned) */
  PangoFontDescription *fonts[HIP_N_REPORT_STYLES]; /* (owned) */
  PangoAttrList *attributes;                        /* (owned): of all text */
};

/* Of its own, as a font map must not be used by two threads at once. */
static PangoContext *
create_context (GtkTextDirection direction)
{
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();
  PangoContext *context;
  cairo_font_options_t *options = cairo_font_options_create ();

  /* A unit is a point. */
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (map), 72);
  context = pango_font_map_create_context (map);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, direction == GTK_TEXT_DIR_RTL ? PANGO_DIRECTION_RTL
                                                                     : PANGO_DIRECTION_LTR);
  cairo_font_options_destroy (options);

  return context;
}

/**
 * hip_report_pen_new:
 * @direction: from which side the language is written
 *
 * Returns: (transfer full): a pen
 */
HipReportPen *
hip_report_pen_new (GtkTextDirection direction)
{
  HipReportPen *self = g_new0 (HipReportPen, 1);

  self->direction = direction;
  self->context = create_context (direction);
  for (guint i = 0; i < HIP_N_REPORT_STYLES; i++)
    {
      self->fonts[i] = pango_font_description_from_string (FAMILIES);
      pango_font_description_set_size (self->fonts[i], (int) (styles[i].size * PANGO_SCALE));
      pango_font_description_set_weight (self->fonts[i], styles[i].weight);
    }
  pango_context_set_font_description (self->context, self->fonts[HIP_REPORT_STYLE_BODY]);
  self->attributes = pango_attr_list_new ();
  /* Figures of the same width, so that they stand below each other. */
  pango_attr_list_insert (self->attributes, pango_attr_font_features_new ("tnum=1"));

  return self;
}

/**
 * hip_report_pen_free:
 * @self: (transfer full): a pen
 */
void
hip_report_pen_free (HipReportPen *self)
{
  g_return_if_fail (self != NULL);

  g_object_unref (self->context);
  for (guint i = 0; i < HIP_N_REPORT_STYLES; i++)
    pango_font_description_free (self->fonts[i]);
  pango_attr_list_unref (self->attributes);
  g_free (self);
}

/**
 * hip_report_pen_get_context:
 * @self: a pen
 *
 * Returns: (transfer none): its fonts, for others who draw; a unit is a point
 */
PangoContext *
hip_report_pen_get_context (HipReportPen *self)
{
  return self->context;
}

/**
 * hip_report_pen_get_direction:
 * @self: a pen
 *
 * Returns: from which side it writes
 */
GtkTextDirection
hip_report_pen_get_direction (HipReportPen *self)
{
  return self->direction;
}

/**
 * hip_report_pen_new_block:
 * @self: a pen
 * @width: in points
 *
 * Returns: (transfer full): a block to write into
 */
HipReportBlock *
hip_report_pen_new_block (HipReportPen *self, double width)
{
  return hip_report_block_new (width, self->direction);
}

/* All of a column is aligned to one side, whichever script it is written in. */
static void
set_alignment (HipReportPen *self, PangoLayout *layout, PangoAlignment align)
{
  if (self->direction == GTK_TEXT_DIR_RTL)
    {
      pango_layout_set_auto_dir (layout, FALSE);
      if (align != PANGO_ALIGN_CENTER)
        align = align == PANGO_ALIGN_LEFT ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
    }
  pango_layout_set_alignment (layout, align);
}

/**
 * hip_report_pen_create_text:
 * @self: a pen
 * @style: how it looks
 * @text: what it says; bytes that are no UTF-8 are replaced
 * @width: where it is broken into lines, in points; negative for one line of any width
 * @align: to which side, where the language is written from the left; else to the other
 * @lines: how many there may be, the last then ends in “…”; 0 for all
 *
 * Returns: (transfer full): the text
 */
PangoLayout *
hip_report_pen_create_text (HipReportPen *self,
                            HipReportStyle style,
                            const char *text,
                            double width,
                            PangoAlignment align,
                            int lines)
{
  PangoLayout *layout = pango_layout_new (self->context);
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  pango_layout_set_font_description (layout, self->fonts[style]);
  pango_layout_set_attributes (layout, self->attributes);
  pango_layout_set_line_spacing (layout, LINE_SPACING);
  /* Pango counts the lines of a paragraph. */
  if (lines > 0)
    g_strdelimit (valid, "\r\n\t", ' ');
  pango_layout_set_text (layout, valid, -1);
  pango_layout_set_width (layout, width < 0 ? -1 : (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  set_alignment (self, layout, align);
  if (lines > 0)
    {
      pango_layout_set_height (layout, -lines);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }

  return layout;
}

/**
 * hip_report_pen_measure:
 * @self: a pen
 * @style: how it looks
 * @text: a line
 *
 * Returns: its width in points
 */
double
hip_report_pen_measure (HipReportPen *self, HipReportStyle style, const char *text)
{
  g_autoptr (PangoLayout) layout =
                hip_report_pen_create_text (self, style, text, -1, PANGO_ALIGN_LEFT, 0);
  int width;

  pango_layout_get_size (layout, &width, NULL);

  return (double) width / PANGO_SCALE;
}

/**
 * hip_report_pen_get_line_height:
 * @self: a pen
 * @style: how a text looks
 *
 * Returns: the height of one line, in points
 */
double
hip_report_pen_get_line_height (HipReportPen *self, HipReportStyle style)
{
  g_autoptr (PangoLayout) layout =
                hip_report_pen_create_text (self, style, "0", 100, PANGO_ALIGN_LEFT, 1);
  int height;

  pango_layout_get_size (layout, NULL, &height);

  return (double) height / PANGO_SCALE;
}

/**
 * hip_report_pen_add_heading:
 * @self: a pen
 * @block: where
 * @text: what it says
 *
 * Adds a heading, on a rule as wide as the block.
 */
void
hip_report_pen_add_heading (HipReportPen *self, HipReportBlock *block, const char *text)
{
  double width = hip_report_block_get_width (block);
  double y = hip_report_block_get_height (block);

  y += hip_report_block_add_text (
      block,
      hip_report_pen_create_text (self, HIP_REPORT_STYLE_HEADING, text, width, PANGO_ALIGN_LEFT, 1),
      HIP_REPORT_BLACK, 0, y, width);
  hip_report_block_add_fill (block, HIP_REPORT_RULE, 0, y, width, RULE_WIDTH);
  hip_report_block_set_height (block, y + HEADING_GAP);
}

/**
 * hip_report_pen_add_paragraph:
 * @self: a pen
 * @block: where
 * @style: how it looks
 * @gray: its colour
 * @text: what it says
 * @lines: how many there may be; 0 for all
 *
 * Adds text as wide as the block.
 */
void
hip_report_pen_add_paragraph (HipReportPen *self,
                              HipReportBlock *block,
                              HipReportStyle style,
                              double gray,
                              const char *text,
                              int lines)
{
  double width = hip_report_block_get_width (block);

  hip_report_block_add_text (
      block, hip_report_pen_create_text (self, style, text, width, PANGO_ALIGN_LEFT, lines), gray,
      0, hip_report_block_get_height (block), width);
}

/**
 * hip_report_pen_add_row:
 * @self: a pen
 * @block: where
 * @style: how it looks
 * @gray: its colour
 * @columns: (array length=n): the columns
 * @cells: (array length=n): what stands in them; %NULL for nothing
 * @n: how many
 *
 * Adds a row of cells, as high as the highest of them.
 */
void
hip_report_pen_add_row (HipReportPen *self,
                        HipReportBlock *block,
                        HipReportStyle style,
                        double gray,
                        const HipReportColumn *columns,
                        const char *const *cells,
                        guint n)
{
  double y = hip_report_block_get_height (block);
  double x = 0;

  for (guint i = 0; i < n; i++)
    {
      if (cells[i] != NULL)
        hip_report_block_add_text (block,
                                   hip_report_pen_create_text (self, style, cells[i],
                                                               columns[i].width, columns[i].align,
                                                               columns[i].lines),
                                   gray, x, y, columns[i].width);
      x += columns[i].width + HIP_REPORT_GAP;
    }
}
