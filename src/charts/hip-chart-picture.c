// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-chart-picture.h"

/* Adwaita's `caption` type class is 82 % of the document size. */
#define CAPTION_SCALE 0.82

/* How strong the cell of a score of 0 and of 10 is: text on it must stay legible. */
#define CELL_LEAST 0.12
#define CELL_MOST  0.55

typedef enum
{
  ITEM_STROKE,
  ITEM_FILL,
  ITEM_TEXT,
  ITEM_PUSH_CLIP,
  ITEM_POP_CLIP,
} ItemKind;

typedef struct
{
  ItemKind kind;
  HipChartInk ink;
  HipChartPen pen;
  GskPath *path;       /* (owned) (nullable) */
  PangoLayout *layout; /* (owned) (nullable) */
  graphene_point_t at; /* of the layout */
  graphene_rect_t clip;
} Item;

struct _HipChartPicture
{
  PangoContext *context;     /* (owned) */
  PangoAttrList *attributes; /* (owned) of all text */
  PangoAttrList *strong;     /* (owned) of titles */
  GArray *items;             /* (owned) (element-type Item) */
};

static void
item_clear (Item *item)
{
  g_clear_pointer (&item->path, gsk_path_unref);
  g_clear_object (&item->layout);
}

static PangoAttrList *
create_attributes (PangoWeight weight)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (CAPTION_SCALE));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_attr_list_insert (attributes, pango_attr_weight_new (weight));

  return attributes;
}

/**
 * hip_chart_picture_new:
 * @context: font, resolution and direction of its text
 *
 * Returns: (transfer full): an empty picture
 */
HipChartPicture *
hip_chart_picture_new (PangoContext *context)
{
  HipChartPicture *self;

  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);

  self = g_new0 (HipChartPicture, 1);
  self->context = g_object_ref (context);
  self->attributes = create_attributes (PANGO_WEIGHT_NORMAL);
  self->strong = create_attributes (PANGO_WEIGHT_BOLD);
  self->items = g_array_new (FALSE, FALSE, sizeof (Item));
  g_array_set_clear_func (self->items, (GDestroyNotify) item_clear);

  return self;
}

/**
 * hip_chart_picture_free:
 * @self: (transfer full): a picture
 */
void
hip_chart_picture_free (HipChartPicture *self)
{
  g_return_if_fail (self != NULL);

  g_object_unref (self->context);
  pango_attr_list_unref (self->attributes);
  pango_attr_list_unref (self->strong);
  g_array_unref (self->items);
  g_free (self);
}

static void
add_path (HipChartPicture *self, Item item, GskPathBuilder *builder)
{
  item.path = gsk_path_builder_free_to_path (builder);
  if (gsk_path_is_empty (item.path))
    gsk_path_unref (item.path);
  else
    g_array_append_val (self->items, item);
}

/**
 * hip_chart_picture_fill:
 * @self: a picture
 * @ink: its colour
 * @builder: (transfer full): the shape
 *
 * Adds a filled shape; nothing, if it is empty.
 */
void
hip_chart_picture_fill (HipChartPicture *self, HipChartInk ink, GskPathBuilder *builder)
{
  g_return_if_fail (self != NULL && builder != NULL);

  add_path (self, (Item) { .kind = ITEM_FILL, .ink = ink }, builder);
}

/**
 * hip_chart_picture_stroke:
 * @self: a picture
 * @ink: its colour
 * @pen: how it is stroked
 * @builder: (transfer full): the line
 *
 * Adds a line; nothing, if it is empty.
 */
void
hip_chart_picture_stroke (HipChartPicture *self,
                          HipChartInk ink,
                          HipChartPen pen,
                          GskPathBuilder *builder)
{
  g_return_if_fail (self != NULL && builder != NULL);

  add_path (self, (Item) { .kind = ITEM_STROKE, .ink = ink, .pen = pen }, builder);
}

/**
 * hip_chart_picture_create_text:
 * @self: a picture
 * @text: what it says
 * @strong: whether it is a title
 *
 * Makes a line of text to be measured first and added later.
 *
 * Returns: (transfer full): the text
 */
PangoLayout *
hip_chart_picture_create_text (HipChartPicture *self, const char *text, gboolean strong)
{
  PangoLayout *layout;

  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  layout = pango_layout_new (self->context);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_attributes (layout, strong ? self->strong : self->attributes);

  return layout;
}

/**
 * hip_chart_picture_text:
 * @self: a picture
 * @ink: its colour
 * @layout: (transfer none): the text
 * @x: its left edge
 * @y: its upper edge
 *
 * Adds a text.
 */
void
hip_chart_picture_text (HipChartPicture *self,
                        HipChartInk ink,
                        PangoLayout *layout,
                        double x,
                        double y)
{
  Item item = { .kind = ITEM_TEXT, .ink = ink };

  g_return_if_fail (self != NULL && PANGO_IS_LAYOUT (layout));

  item.layout = g_object_ref (layout);
  item.at = GRAPHENE_POINT_INIT ((float) x, (float) y);
  g_array_append_val (self->items, item);
}

/**
 * hip_chart_picture_push_clip:
 * @self: a picture
 * @bounds: where what follows can be seen
 *
 * Cuts off what is added until [method@ChartPicture.pop_clip].
 */
void
hip_chart_picture_push_clip (HipChartPicture *self, const graphene_rect_t *bounds)
{
  const Item item = { .kind = ITEM_PUSH_CLIP, .clip = *bounds };

  g_return_if_fail (self != NULL && bounds != NULL);

  g_array_append_val (self->items, item);
}

/**
 * hip_chart_picture_pop_clip:
 * @self: a picture
 */
void
hip_chart_picture_pop_clip (HipChartPicture *self)
{
  const Item item = { .kind = ITEM_POP_CLIP };

  g_return_if_fail (self != NULL);

  g_array_append_val (self->items, item);
}

/**
 * hip_chart_picture_get_length:
 * @self: a picture
 *
 * Returns: how many things it draws
 */
gsize
hip_chart_picture_get_length (HipChartPicture *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->items->len;
}

static GskStroke *
create_stroke (HipChartPen pen)
{
  static const float widths[] = {
    [HIP_CHART_PEN_HAIR] = 1,     [HIP_CHART_PEN_LINE] = 1.5,   [HIP_CHART_PEN_MARK] = 1.5,
    [HIP_CHART_PEN_DOTTED] = 1.5, [HIP_CHART_PEN_DASHED] = 1.5, [HIP_CHART_PEN_DASH_DOTTED] = 1.5,
  };
  GskStroke *stroke = gsk_stroke_new (widths[pen]);

  if (pen != HIP_CHART_PEN_HAIR && pen != HIP_CHART_PEN_MARK)
    {
      gsk_stroke_set_line_cap (stroke, GSK_LINE_CAP_ROUND);
      gsk_stroke_set_line_join (stroke, GSK_LINE_JOIN_ROUND);
    }
  if (pen == HIP_CHART_PEN_DOTTED)
    gsk_stroke_set_dash (stroke, (const float[]) { 0.01f, 3.5f }, 2);
  if (pen == HIP_CHART_PEN_DASHED)
    gsk_stroke_set_dash (stroke, (const float[]) { 5, 4 }, 2);
  if (pen == HIP_CHART_PEN_DASH_DOTTED)
    gsk_stroke_set_dash (stroke, (const float[]) { 6, 4, 0.01f, 4 }, 4);

  return stroke;
}

static void
draw_text (const Item *item, GtkSnapshot *snapshot, const GdkRGBA *color)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &item->at);
  gtk_snapshot_append_layout (snapshot, item->layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_stroke (const Item *item, GtkSnapshot *snapshot, const GdkRGBA *color)
{
  GskStroke *stroke = create_stroke (item->pen);

  gtk_snapshot_append_stroke (snapshot, item->path, stroke, color);
  gsk_stroke_free (stroke);
}

static void
draw_item (const Item *item, GtkSnapshot *snapshot, const GdkRGBA *color)
{
  switch (item->kind)
    {
    case ITEM_STROKE:
      draw_stroke (item, snapshot, color);
      break;
    case ITEM_FILL:
      gtk_snapshot_append_fill (snapshot, item->path, GSK_FILL_RULE_WINDING, color);
      break;
    case ITEM_TEXT:
      draw_text (item, snapshot, color);
      break;
    case ITEM_PUSH_CLIP:
      gtk_snapshot_push_clip (snapshot, &item->clip);
      break;
    case ITEM_POP_CLIP:
      gtk_snapshot_pop (snapshot);
      break;
    default:
      g_assert_not_reached ();
    }
}

static GdkRGBA
tint (GdkRGBA color, double opacity)
{
  color.alpha *= (float) opacity;

  return color;
}

/* The higher the score the stronger, so that who sees no red from green sees more from less. */
static void
fill_cell_inks (GdkRGBA inks[HIP_N_CHART_INKS], const HipChartColors *colors)
{
  inks[HIP_CHART_INK_CELL_NONE] = tint (colors->grid, 0.4);
  for (int score = 0; score <= 10; score++)
    inks[HIP_CHART_INK_CELL_0 + score] = tint (score <= 2   ? colors->success
                                               : score <= 5 ? colors->warning
                                                            : colors->error,
                                               CELL_LEAST + (CELL_MOST - CELL_LEAST) * score / 10);
}

static void
fill_inks (GdkRGBA inks[HIP_N_CHART_INKS], const HipChartColors *colors)
{
  const double zone = colors->zone_opacity, disc = 2.5 * zone;

  inks[HIP_CHART_INK_FOREGROUND] = colors->foreground;
  inks[HIP_CHART_INK_DIM] = colors->dim;
  inks[HIP_CHART_INK_GRID] = colors->grid;
  inks[HIP_CHART_INK_ACCENT] = colors->accent;
  inks[HIP_CHART_INK_ACCENT_SOFT] = tint (colors->accent, 0.55);
  inks[HIP_CHART_INK_ACCENT_FAINT] = tint (colors->accent, 0.32);
  inks[HIP_CHART_INK_ACCENT_TINT] = tint (colors->accent, 1.5 * zone);
  inks[HIP_CHART_INK_SECOND] = colors->second;
  inks[HIP_CHART_INK_THIRD] = colors->third;
  inks[HIP_CHART_INK_FOURTH] = colors->fourth;
  inks[HIP_CHART_INK_BEYOND] = colors->beyond;
  inks[HIP_CHART_INK_SUCCESS] = colors->success;
  inks[HIP_CHART_INK_WARNING] = colors->warning;
  inks[HIP_CHART_INK_ERROR] = colors->error;
  inks[HIP_CHART_INK_SUCCESS_ZONE] = tint (colors->success, zone);
  inks[HIP_CHART_INK_WARNING_ZONE] = tint (colors->warning, zone);
  inks[HIP_CHART_INK_ERROR_ZONE] = tint (colors->error, zone);
  inks[HIP_CHART_INK_SUCCESS_DISC] = tint (colors->success, disc);
  inks[HIP_CHART_INK_WARNING_DISC] = tint (colors->warning, disc);
  inks[HIP_CHART_INK_ERROR_DISC] = tint (colors->error, disc);
  fill_cell_inks (inks, colors);
}

/**
 * hip_chart_ink_get_color:
 * @ink: an ink
 * @colors: colours
 * @color: (out caller-allocates): the colour of @ink among @colors
 */
void
hip_chart_ink_get_color (HipChartInk ink, const HipChartColors *colors, GdkRGBA *color)
{
  GdkRGBA inks[HIP_N_CHART_INKS];

  g_return_if_fail (ink < HIP_N_CHART_INKS);

  fill_inks (inks, colors);
  *color = inks[ink];
}

/**
 * hip_chart_picture_draw:
 * @self: a picture
 * @snapshot: where to draw
 * @colors: in which colours
 *
 * Draws everything in the order it was added.
 */
void
hip_chart_picture_draw (HipChartPicture *self, GtkSnapshot *snapshot, const HipChartColors *colors)
{
  GdkRGBA inks[HIP_N_CHART_INKS];

  g_return_if_fail (self != NULL && snapshot != NULL && colors != NULL);

  fill_inks (inks, colors);
  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = &g_array_index (self->items, Item, i);

      draw_item (item, snapshot, &inks[item->ink]);
    }
}
