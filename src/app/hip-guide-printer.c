// SPDX-License-Identifier: GPL-3.0-or-later
/* A page of the guide on paper: its words and pictures in one column, broken between lines. */
#include "config.h"

#include "hip-guide-printer.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n.h>

#include "hip-guide-picture.h"

#define MARGIN_MM  20
#define PICTURE_MM 24
#define FONT       "Sans 11"

/* Stands in the text for a picture. */
#define OBJECT "\xef\xbf\xbc"

typedef struct
{
  HipGuidePage *page;  /* (owned) */
  PangoLayout *layout; /* (owned) (nullable): the whole text, once the paper is known */
  GArray *breaks;      /* (element-type int): the first line of each sheet but the first */
  GPtrArray *pictures; /* (element-type utf8): borrowed from the page, as they stand in the text */
} Printer;

static void
printer_free (gpointer data)
{
  Printer *self = data;

  hip_guide_page_unref (self->page);
  g_clear_object (&self->layout);
  g_array_unref (self->breaks);
  g_ptr_array_unref (self->pictures);
  g_free (self);
}

/* The text */

static void
append_heading (GString *markup, const char *text, const char *size)
{
  g_autofree char *line = g_markup_printf_escaped (
      "%s<span weight=\"bold\" size=\"%s\">%s</span>\n", markup->len > 0 ? "\n" : "", size, text);

  g_string_append (markup, line);
}

static void
append_item (GString *markup, const HipGuideItem *item, const char *bullet)
{
  g_autofree char *text = hip_guide_item_to_text (item);
  g_autofree char *line = g_markup_printf_escaped ("%s%s\n", bullet, text);

  g_string_append (markup, line);
}

static void
append_gap (GString *markup)
{
  g_string_append (markup, "<span size=\"5pt\"> </span>\n");
}

/* A picture stands in the line of the title, so that no sheet can end between the two. */
static void
append_block_title (GString *markup, const HipGuideBlock *block, GPtrArray *pictures)
{
  g_autofree char *dose = hip_guide_dose_to_text (&block->dose);
  g_autofree char *line = NULL;

  if (block->title == NULL)
    return;
  if (block->picture != NULL)
    {
      g_ptr_array_add (pictures, block->picture);
      g_string_append (markup, OBJECT "   ");
    }
  line = g_markup_printf_escaped ("<b>%s</b>%s<i>%s</i>\n", block->title, *dose != '\0' ? "\n" : "",
                                  dose);
  g_string_append (markup, line);
}

static const char *
get_bullet (HipGuideBlockKind kind)
{
  switch (kind)
    {
    case HIP_GUIDE_BLOCK_LIST:
      return "•  ";
    case HIP_GUIDE_BLOCK_RED_FLAGS:
      return "☐  "; /* to be ticked with a pen */
    case HIP_GUIDE_BLOCK_PARAGRAPH:
    case HIP_GUIDE_BLOCK_STEP:
    case HIP_GUIDE_BLOCK_CALLOUT:
    default:
      return "";
    }
}

static void
append_block (GString *markup, const HipGuideBlock *block, GPtrArray *pictures)
{
  append_gap (markup);
  append_block_title (markup, block, pictures);
  for (guint i = 0; i < block->items->len; i++)
    append_item (markup, g_ptr_array_index (block->items, i), get_bullet (block->kind));
}

static void
append_sources (GString *markup, const HipGuidePage *page)
{
  append_heading (markup, _ ("Sources"), "medium");
  for (guint i = 0; i < page->sources->len; i++)
    {
      g_autofree char *text = hip_guide_source_to_text (g_ptr_array_index (page->sources, i));
      g_autofree char *line = g_markup_printf_escaped ("<small>%s</small>\n", text);

      g_string_append (markup, line);
    }
}

/* Collects the names of pictures, too. */
static char *
dup_markup (const HipGuidePage *page, GPtrArray *pictures)
{
  GString *markup = g_string_new (NULL);
  g_autofree char *summary = g_markup_printf_escaped ("%s\n", page->summary);

  append_heading (markup, page->title, "xx-large");
  g_string_append (markup, summary);
  for (guint i = 0; i < page->sections->len; i++)
    {
      const HipGuideSection *section = g_ptr_array_index (page->sections, i);

      append_heading (markup, section->title, "large");
      for (guint j = 0; j < section->blocks->len; j++)
        append_block (markup, g_ptr_array_index (section->blocks, j), pictures);
    }
  if (page->sources->len > 0)
    append_sources (markup, page);
  return g_string_free (markup, FALSE);
}

/* The pictures */

static void
draw_shape_cb (cairo_t *cr, PangoAttrShape *shape, gboolean do_path, gpointer data)
{
  double size = (double) shape->logical_rect.height / PANGO_SCALE;
  double x, y;

  cairo_get_current_point (cr, &x, &y);
  cairo_save (cr);
  cairo_translate (cr, x, y - size);
  hip_guide_picture_draw (shape->data, cr, size);
  cairo_restore (cr);
  cairo_move_to (cr, x, y);
}

/* Makes room for the pictures where they stand in the text. */
static void
place_pictures (Printer *self, double size)
{
  int extent = (int) (size * PANGO_SCALE);
  PangoRectangle rect = { 0, -extent, extent, extent };
  const char *text = pango_layout_get_text (self->layout);
  const char *place = text;
  PangoAttrList *words = pango_layout_get_attributes (self->layout);
  g_autoptr (PangoAttrList) list = pango_attr_list_copy (words);

  for (guint i = 0; i < self->pictures->len && (place = strstr (place, OBJECT)) != NULL; i++)
    {
      PangoAttribute *shape =
          pango_attr_shape_new_with_data (&rect, &rect, self->pictures->pdata[i], NULL, NULL);

      shape->start_index = place - text;
      place += strlen (OBJECT);
      shape->end_index = place - text;
      pango_attr_list_insert (list, shape);
    }
  pango_layout_set_attributes (self->layout, list);
  pango_cairo_context_set_shape_renderer (pango_layout_get_context (self->layout), draw_shape_cb,
                                          NULL, NULL);
}

/* The sheets */

static double
get_line_height (PangoLayout *layout, int line)
{
  PangoRectangle rect;

  pango_layout_line_get_extents (pango_layout_get_line_readonly (layout, line), NULL, &rect);
  return (double) rect.height / PANGO_SCALE;
}

/* Not with a heading, a gap or the picture of what comes: they are higher or lower than words, as
 * the summary under the title has them. */
static gboolean
may_end_sheet (PangoLayout *layout, int line)
{
  return fabs (get_line_height (layout, line) - get_line_height (layout, 1)) < 1;
}

/* The line at which a sheet that begins with @first and has no room for @line is broken. */
static int
find_break (PangoLayout *layout, int first, int line)
{
  for (int end = line; end > first + 1; end--)
    if (may_end_sheet (layout, end - 1))
      return end;
  return line;
}

static void
find_breaks (Printer *self, double height)
{
  double used = 0;
  int first = 0;

  g_array_set_size (self->breaks, 0);
  for (int line = 0; line < pango_layout_get_line_count (self->layout); line++)
    {
      double line_height = get_line_height (self->layout, line);

      if (used + line_height > height && line > first)
        {
          first = find_break (self->layout, first, line);
          g_array_append_val (self->breaks, first);
          line = first;
          line_height = get_line_height (self->layout, line);
          used = 0;
        }
      used += line_height;
    }
}

static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, gpointer data)
{
  Printer *self = data;
  double picture_size = PICTURE_MM / 25.4 * gtk_print_context_get_dpi_x (context);
  g_autoptr (PangoFontDescription) font = NULL;
  g_autofree char *markup = NULL;

  g_ptr_array_set_size (self->pictures, 0);
  markup = dup_markup (self->page, self->pictures);
  g_clear_object (&self->layout);
  self->layout = gtk_print_context_create_pango_layout (context);
  font = pango_font_description_from_string (FONT);
  pango_layout_set_font_description (self->layout, font);
  pango_layout_set_width (self->layout, gtk_print_context_get_width (context) * PANGO_SCALE);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing (self->layout, 1.2);
  pango_layout_set_markup (self->layout, markup, -1);
  place_pictures (self, picture_size);
  find_breaks (self, gtk_print_context_get_height (context));
  gtk_print_operation_set_n_pages (operation, self->breaks->len + 1);
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int sheet, gpointer data)
{
  Printer *self = data;
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  int first = sheet == 0 ? 0 : g_array_index (self->breaks, int, sheet - 1);
  int end = sheet < (int) self->breaks->len ? g_array_index (self->breaks, int, sheet)
                                            : pango_layout_get_line_count (self->layout);
  double y = 0;

  for (int line = first; line < end; line++)
    {
      PangoLayoutLine *layout_line = pango_layout_get_line_readonly (self->layout, line);
      PangoRectangle rect;

      pango_layout_line_get_extents (layout_line, NULL, &rect);
      cairo_move_to (cr, (double) rect.x / PANGO_SCALE,
                     y + (double) PANGO_ASCENT (rect) / PANGO_SCALE);
      pango_cairo_show_layout_line (cr, layout_line);
      y += (double) rect.height / PANGO_SCALE;
    }
}

static GtkPageSetup *
new_page_setup (void)
{
  GtkPageSetup *setup = gtk_page_setup_new ();

  gtk_page_setup_set_top_margin (setup, MARGIN_MM, GTK_UNIT_MM);
  gtk_page_setup_set_bottom_margin (setup, MARGIN_MM, GTK_UNIT_MM);
  gtk_page_setup_set_left_margin (setup, MARGIN_MM, GTK_UNIT_MM);
  gtk_page_setup_set_right_margin (setup, MARGIN_MM, GTK_UNIT_MM);
  return setup;
}

/**
 * hip_guide_printer_new:
 * @page: a page of the guide
 *
 * Returns: (transfer full): an operation that prints or exports @page, on the locale's paper
 */
GtkPrintOperation *
hip_guide_printer_new (HipGuidePage *page)
{
  GtkPrintOperation *operation;
  g_autoptr (GtkPageSetup) setup = new_page_setup ();
  Printer *self;

  g_return_val_if_fail (page != NULL, NULL);

  operation = gtk_print_operation_new ();
  self = g_new0 (Printer, 1);
  self->page = hip_guide_page_ref (page);
  self->breaks = g_array_new (FALSE, FALSE, sizeof (int));
  self->pictures = g_ptr_array_new ();
  gtk_print_operation_set_job_name (operation, page->title);
  gtk_print_operation_set_default_page_setup (operation, setup);
  g_object_set_data_full (G_OBJECT (operation), "printer", self, printer_free);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), self);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), self);
  return operation;
}
