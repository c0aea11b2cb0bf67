// SPDX-License-Identifier: GPL-3.0-or-later
/* Pages of the guide on paper. */
#include "config.h"

#include "hip-guide-picture.h"
#include "hip-guide-printer.h"
#include "hip-guide.h"
#include "hip-test-util.h"

/* Prints into a file; the number of its sheets. */
static int
print_page (HipTestDir *dir, const char *id, const char *name)
{
  HipGuidePage *page = hip_guide_lookup (hip_guide_get_default (), id);
  g_autoptr (GtkPrintOperation) operation = hip_guide_printer_new (page);
  g_autofree char *file = hip_test_dir_path (dir, name);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  GtkPrintOperationResult result;
  gsize length;

  gtk_print_operation_set_export_filename (operation, file);
  result = gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (result, ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_true (g_file_get_contents (file, &contents, &length, &error));
  g_assert_true (g_str_has_prefix (contents, "%PDF-"));
  return gtk_print_operation_get_n_pages_to_print (operation);
}

static void
test_short_and_long (void)
{
  g_autoptr (HipTestDir) dir = hip_test_dir_new ();
  int one = print_page (dir, "balance", "balance.pdf");
  int many = print_page (dir, "get-help", "get-help.pdf");

  g_assert_cmpint (one, >=, 1);
  g_assert_cmpint (one, <=, 3);
  g_assert_cmpint (many, >=, 2);
  g_assert_cmpint (many, <=, 5);
}

/* Whatever is in it, every page comes out on paper. */
static void
test_all (void)
{
  g_autoptr (HipTestDir) dir = hip_test_dir_new ();
  HipGuide *guide = hip_guide_get_default ();

  for (guint i = 0; i < hip_guide_get_n_pages (guide); i++)
    g_assert_cmpint (print_page (dir, hip_guide_get_page (guide, i)->id, "page.pdf"), >, 0);
}

/* How many points of an image are of each kind. */
typedef struct
{
  guint black;
  guint blue;
} Points;

static Points
draw_picture (const char *name, gboolean *known)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 60, 60);
  cairo_t *cr = cairo_create (surface);
  Points points = { 0, 0 };

  *known = hip_guide_picture_draw (name, cr, 60);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < 60; y++)
    for (int x = 0; x < 60; x++)
      {
        const guint32 *row =
            (const guint32 *) (gpointer) (cairo_image_surface_get_data (surface)
                                          + y * cairo_image_surface_get_stride (surface));

        points.black += row[x] == 0xff000000;
        points.blue += (row[x] & 0xff) > 0xa0;
      }
  cairo_surface_destroy (surface);
  return points;
}

/* A body in black, what works in blue, and all of it on the paper. */
static void
test_picture (void)
{
  gboolean known;
  Points squat = draw_picture ("squat", &known);

  g_assert_true (known);
  g_assert_cmpuint (squat.black, >, 50);
  g_assert_cmpuint (squat.blue, >, 50);
  g_assert_cmpuint (squat.black + squat.blue, <, 60 * 60 / 2);
  squat = draw_picture ("no-such-picture", &known);
  g_assert_false (known);
  g_assert_cmpuint (squat.black + squat.blue, ==, 0);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/guide-printer/short-and-long", test_short_and_long);
  g_test_add_func ("/guide-printer/all", test_all);
  g_test_add_func ("/guide-printer/picture", test_picture);

  return g_test_run ();
}
