// SPDX-License-Identifier: GPL-3.0-or-later
/* The picture of an exercise on paper; on the screen it is an icon in the theme's colours. */
#include "config.h"

#include "hip-guide-picture.h"

#include "hip-guide.h"

#define VIEW_BOX 120.0

static const char *
get_attribute (const char **names, const char **values, const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      return values[i];
  return NULL;
}

/* What works or moves is blue, and still darker than the faint parts where paper has no colours. */
static void
set_colour (cairo_t *cr, const char *class, const char *opacity)
{
  double alpha = opacity != NULL ? g_ascii_strtod (opacity, NULL) : 1;

  if (g_strcmp0 (class, "success") == 0)
    cairo_set_source_rgba (cr, 0.10, 0.37, 0.71, alpha);
  else
    cairo_set_source_rgba (cr, 0, 0, 0, alpha);
}

static void
element_cb (GMarkupParseContext *context,
            const char *element,
            const char **names,
            const char **values,
            gpointer data,
            GError **error)
{
  cairo_t *cr = data;
  const char *d = get_attribute (names, values, "d");
  g_autoptr (GskPath) path = d != NULL ? gsk_path_parse (d) : NULL;

  if (path == NULL)
    return;
  gsk_path_to_cairo (path, cr);
  set_colour (cr, get_attribute (names, values, "class"),
              get_attribute (names, values, "fill-opacity"));
  cairo_fill (cr);
}

/**
 * hip_guide_picture_draw:
 * @name: the name of a picture, as a step of a page has it
 * @cr: where to draw, from the origin to the right and down
 * @size: width and height, in units of @cr
 *
 * Draws a picture of an exercise in black and blue.
 *
 * Returns: %FALSE if there is no such picture
 */
gboolean
hip_guide_picture_draw (const char *name, cairo_t *cr, double size)
{
  static const GMarkupParser parser = { .start_element = element_cb };
  g_autofree char *uri = NULL;
  g_autofree char *svg = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GMarkupParseContext) context = NULL;
  gsize length;

  g_return_val_if_fail (name != NULL && cr != NULL, FALSE);

  uri = hip_guide_picture_to_uri (name);
  file = g_file_new_for_uri (uri);
  if (!g_file_load_contents (file, NULL, &svg, &length, NULL, NULL))
    return FALSE;
  cairo_save (cr);
  cairo_scale (cr, size / VIEW_BOX, size / VIEW_BOX);
  cairo_new_path (cr);
  context = g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, cr, NULL);
  g_markup_parse_context_parse (context, svg, (gssize) length, NULL);
  cairo_restore (cr);
  return TRUE;
}
