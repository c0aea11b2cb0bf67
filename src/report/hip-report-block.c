// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-report-block.h"

typedef enum
{
  ITEM_TEXT,
  ITEM_FILL,
  ITEM_FRAME,
  ITEM_NODE,
  ITEM_BLOCK,
} ItemKind;

typedef struct
{
  ItemKind kind;
  double gray;
  double thickness;
  double x, y, width, height;
  union
  {
    PangoLayout *text;     /* (owned) */
    GskRenderNode *node;   /* (owned) */
    HipReportBlock *block; /* (owned) */
  };
} Item;

struct _HipReportBlock
{
  double width;
  double height;
  GtkTextDirection direction;
  GArray *items; /* (owned) (element-type Item) */
  GArray *boxes; /* (owned) (element-type HipReportBox) */
};

static void
item_clear (Item *item)
{
  if (item->kind == ITEM_TEXT)
    g_object_unref (item->text);
  else if (item->kind == ITEM_NODE)
    gsk_render_node_unref (item->node);
  else if (item->kind == ITEM_BLOCK)
    hip_report_block_free (item->block);
}

/**
 * hip_report_block_new:
 * @width: in points
 * @direction: from which side it is read
 *
 * Returns: (transfer full): an empty block
 */
HipReportBlock *
hip_report_block_new (double width, GtkTextDirection direction)
{
  HipReportBlock *self = g_new0 (HipReportBlock, 1);

  self->width = width;
  self->direction = direction;
  self->items = g_array_new (FALSE, FALSE, sizeof (Item));
  g_array_set_clear_func (self->items, (GDestroyNotify) item_clear);
  self->boxes = g_array_new (FALSE, FALSE, sizeof (HipReportBox));

  return self;
}

/**
 * hip_report_block_free:
 * @self: (transfer full): a block
 */
void
hip_report_block_free (HipReportBlock *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->items);
  g_array_unref (self->boxes);
  g_free (self);
}

/**
 * hip_report_block_get_width:
 * @self: a block
 *
 * Returns: in points
 */
double
hip_report_block_get_width (const HipReportBlock *self)
{
  return self->width;
}

/**
 * hip_report_block_get_height:
 * @self: a block
 *
 * Returns: in points; where the lowest thing in it ends
 */
double
hip_report_block_get_height (const HipReportBlock *self)
{
  return self->height;
}

/**
 * hip_report_block_set_height:
 * @self: a block
 * @height: in points
 *
 * Gives the block a height of its own, for instance that of a page.
 */
void
hip_report_block_set_height (HipReportBlock *self, double height)
{
  self->height = height;
}

static void
add (HipReportBlock *self, Item item)
{
  if (self->direction == GTK_TEXT_DIR_RTL)
    item.x = self->width - item.x - item.width;
  self->height = MAX (self->height, item.y + item.height);
  g_array_append_val (self->items, item);
}

/**
 * hip_report_block_add_text:
 * @self: a block
 * @text: (transfer full): the text
 * @gray: its colour
 * @x: its left edge
 * @y: its upper edge
 * @width: how wide the room for it is; the text itself knows its alignment
 *
 * Returns: its height
 */
double
hip_report_block_add_text (HipReportBlock *self,
                           PangoLayout *text,
                           double gray,
                           double x,
                           double y,
                           double width)
{
  int height;

  pango_layout_get_size (text, NULL, &height);
  add (self,
       (Item) { ITEM_TEXT, gray, 0, x, y, width, (double) height / PANGO_SCALE, { .text = text } });

  return (double) height / PANGO_SCALE;
}

/**
 * hip_report_block_add_fill:
 * @self: a block
 * @gray: its colour
 * @x: its left edge
 * @y: its upper edge
 * @width: its width
 * @height: its height
 */
void
hip_report_block_add_fill (HipReportBlock *self,
                           double gray,
                           double x,
                           double y,
                           double width,
                           double height)
{
  add (self, (Item) { ITEM_FILL, gray, 0, x, y, width, height, { NULL } });
}

/**
 * hip_report_block_add_frame:
 * @self: a block
 * @gray: its colour
 * @thickness: of its line, inside of the area
 * @x: its left edge
 * @y: its upper edge
 * @width: its width
 * @height: its height
 */
void
hip_report_block_add_frame (HipReportBlock *self,
                            double gray,
                            double thickness,
                            double x,
                            double y,
                            double width,
                            double height)
{
  add (self, (Item) { ITEM_FRAME, gray, thickness, x, y, width, height, { NULL } });
}

/**
 * hip_report_block_add_node:
 * @self: a block
 * @node: (transfer full): what to draw
 * @x: where its origin goes
 * @y: likewise
 */
void
hip_report_block_add_node (HipReportBlock *self, GskRenderNode *node, double x, double y)
{
  graphene_rect_t bounds;

  gsk_render_node_get_bounds (node, &bounds);
  self->height = MAX (self->height, y + bounds.origin.y + bounds.size.height);
  g_array_append_val (
      self->items,
      ((Item) { ITEM_NODE, 0, 0, x, y, bounds.size.width, bounds.size.height, { .node = node } }));
}

/**
 * hip_report_block_add_block:
 * @self: a block
 * @block: (transfer full): what goes into it
 * @x: its left edge
 * @y: its upper edge
 */
void
hip_report_block_add_block (HipReportBlock *self, HipReportBlock *block, double x, double y)
{
  const Item *item;

  add (self, (Item) { ITEM_BLOCK, 0, 0, x, y, block->width, block->height, { .block = block } });
  item = &g_array_index (self->items, Item, self->items->len - 1);
  for (guint i = 0; i < block->boxes->len; i++)
    {
      HipReportBox box = g_array_index (block->boxes, HipReportBox, i);

      graphene_rect_offset (&box.area, (float) item->x, (float) item->y);
      g_array_append_val (self->boxes, box);
    }
}

/**
 * hip_report_block_mark:
 * @self: a block, filled
 * @part: what is in it
 */
void
hip_report_block_mark (HipReportBlock *self, HipReportPart part)
{
  HipReportBox box = { .part = part };

  graphene_rect_init (&box.area, 0, 0, (float) self->width, (float) self->height);
  g_array_append_val (self->boxes, box);
}

/**
 * hip_report_block_get_n_boxes:
 * @self: a block
 *
 * Returns: how many parts it has
 */
guint
hip_report_block_get_n_boxes (const HipReportBlock *self)
{
  return self->boxes->len;
}

/**
 * hip_report_block_get_box:
 * @self: a block
 * @i: which part
 *
 * Returns: (transfer none): where it is
 */
const HipReportBox *
hip_report_block_get_box (const HipReportBlock *self, guint i)
{
  g_return_val_if_fail (i < self->boxes->len, NULL);

  return &g_array_index (self->boxes, HipReportBox, i);
}

static void
draw_item (const Item *item, cairo_t *cr)
{
  cairo_set_source_rgb (cr, item->gray, item->gray, item->gray);
  switch (item->kind)
    {
    case ITEM_TEXT:
      cairo_move_to (cr, item->x, item->y);
      pango_cairo_show_layout (cr, item->text);
      break;
    case ITEM_FILL:
      cairo_rectangle (cr, item->x, item->y, item->width, item->height);
      cairo_fill (cr);
      break;
    case ITEM_FRAME:
      cairo_set_line_width (cr, item->thickness);
      cairo_rectangle (cr, item->x + item->thickness / 2, item->y + item->thickness / 2,
                       item->width - item->thickness, item->height - item->thickness);
      cairo_stroke (cr);
      break;
    case ITEM_NODE:
      /* It takes a point that was left behind for the origin of its text. */
      cairo_new_path (cr);
      cairo_translate (cr, item->x, item->y);
      gsk_render_node_draw (item->node, cr);
      break;
    case ITEM_BLOCK:
      cairo_translate (cr, item->x, item->y);
      hip_report_block_draw (item->block, cr);
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * hip_report_block_draw:
 * @self: a block
 * @cr: where to draw, in points, its upper left corner at the origin
 */
void
hip_report_block_draw (const HipReportBlock *self, cairo_t *cr)
{
  g_return_if_fail (self != NULL && cr != NULL);

  for (guint i = 0; i < self->items->len; i++)
    {
      cairo_save (cr);
      draw_item (&g_array_index (self->items, Item, i), cr);
      cairo_restore (cr);
    }
}
