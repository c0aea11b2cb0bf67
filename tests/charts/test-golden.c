// SPDX-License-Identifier: GPL-3.0-or-later
/* What each kind of layer draws, compared with what it drew when people last looked at it: render
 * nodes in golden/NAME.node. After a change that is wanted, HIPLOG_UPDATE_GOLDEN=1 writes them
 * anew; look at them, and at the chart gallery, before they are committed.
 *
 * Nodes are compared as GTK writes them, the old ones read and written again: so that another
 * spelling of the same is no difference. There is no text in them, for fonts differ. */
#include "config.h"

#include "hip-chart-layers.h"

#include <math.h>
#include <pango/pangocairo.h>

#define WIDTH  140
#define HEIGHT 70
#define N      7

/* A Monday. */
#define FIRST 20514

static const HipDay days[N] = { FIRST,     FIRST + 1, FIRST + 2, FIRST + 3,
                                FIRST + 4, FIRST + 5, FIRST + 6 };
static const double values[N] = { 2, 0, 5, NAN, 10, 7, 0.05 };
static const double limits[N] = { 4, 4, 4, 4, 4, NAN, 4 };
static const guint8 flags[N] = { 0,
                                 0,
                                 HIP_CHART_COLUMN_FLAGGED,
                                 0,
                                 HIP_CHART_COLUMN_FLAGGED,
                                 HIP_CHART_COLUMN_FLAGGED | HIP_CHART_COLUMN_PARTIAL,
                                 0 };
static const double lone[N] = { NAN, 5, NAN, NAN, 3, 4, NAN };
static const double signs[N] = { 0, NAN, 1, 2, 3, 4, 0 };

typedef struct
{
  const char *name;
  HipChartLayer layer;
  gboolean mirrored;
  guint days; /* that the frame shows; 0 for a week */
} GoldenCase;

#define SERIES                                                                                     \
  { .days = days, .values = values, .limits = limits, .flags = flags, .n = N, .width = 1 }

static const GoldenCase cases[] = {
  { "columns", { .kind = HIP_CHART_LAYER_COLUMNS, .thickness = 0.7, .series = SERIES }, FALSE, 0 },
  { "columns-mirrored",
    { .kind = HIP_CHART_LAYER_COLUMNS, .thickness = 0.7, .series = SERIES },
    TRUE,
    0 },
  { "columns-crowded",
    { .kind = HIP_CHART_LAYER_COLUMNS, .thickness = 0.7, .series = SERIES },
    FALSE,
    400 },
  { "marks", { .kind = HIP_CHART_LAYER_MARKS, .tone = HIP_CHART_TONE_LIMIT, .series = SERIES } },
  { "steps", { .kind = HIP_CHART_LAYER_STEPS, .tone = HIP_CHART_TONE_LIMIT, .series = SERIES } },
  { "steps-mirrored",
    { .kind = HIP_CHART_LAYER_STEPS, .tone = HIP_CHART_TONE_LIMIT, .series = SERIES },
    TRUE,
    0 },
  { "area", { .kind = HIP_CHART_LAYER_AREA, .series = SERIES } },
  { "area-mirrored", { .kind = HIP_CHART_LAYER_AREA, .series = SERIES }, TRUE, 0 },
  { "line", { .kind = HIP_CHART_LAYER_LINE, .tone = HIP_CHART_TONE_SECOND, .series = SERIES } },
  { "line-dashed",
    { .kind = HIP_CHART_LAYER_LINE,
      .tone = HIP_CHART_TONE_THIRD,
      .pattern = HIP_CHART_PATTERN_DASHED,
      .series = SERIES } },
  { "line-lone",
    { .kind = HIP_CHART_LAYER_LINE,
      .series = { .days = days, .values = lone, .n = N, .width = 1 } } },
  { "dots-by-zone",
    { .kind = HIP_CHART_LAYER_DOTS,
      .tone = HIP_CHART_TONE_PAIN,
      .shape = HIP_CHART_SHAPE_LEFT_HALF,
      .series = SERIES } },
  { "triangles",
    { .kind = HIP_CHART_LAYER_DOTS,
      .tone = HIP_CHART_TONE_BEYOND,
      .shape = HIP_CHART_SHAPE_TRIANGLE,
      .series = SERIES } },
  { "stems", { .kind = HIP_CHART_LAYER_STEMS, .tone = HIP_CHART_TONE_LOAD, .series = SERIES } },
  { "level", { .kind = HIP_CHART_LAYER_LEVEL, .tone = HIP_CHART_TONE_ALERT, .level = 5 } },
  { "signs",
    { .kind = HIP_CHART_LAYER_SIGNS,
      .series = { .days = days, .values = signs, .n = N, .width = 1 } } },
  { "cell-marks",
    { .kind = HIP_CHART_LAYER_CELL_MARKS,
      .tone = HIP_CHART_TONE_ALERT,
      .shape = HIP_CHART_SHAPE_TRIANGLE,
      .series = SERIES } },
};

static GskRenderNode *
draw (const GoldenCase *golden)
{
  HipChartFrame frame = {
    .time = hip_time_scale_new (FIRST, FIRST + (golden->days > 0 ? (HipDay) golden->days : N) - 1,
                                G_DATE_MONDAY),
    .values = hip_scale_new (0, 10),
    .zones = { 2.5, 5.5 },
    .left = 10,
    .top = 5,
    .width = WIDTH,
    .height = HEIGHT,
    .mirrored = golden->mirrored,
  };
  PangoFontMap *map = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (map);
  g_autoptr (HipChartPicture) picture = hip_chart_picture_new (context);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  HipChartColors colors;

  hip_chart_colors_init_for_paper (&colors);
  hip_chart_layer_draw (&golden->layer, &frame, picture);
  hip_chart_picture_draw (picture, snapshot, &colors);
  g_object_unref (context);
  g_object_unref (map);

  return gtk_snapshot_free_to_node (snapshot);
}

static char *
dup_text (GskRenderNode *node)
{
  g_autoptr (GBytes) bytes = gsk_render_node_serialize (node);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_golden (gconstpointer data)
{
  const GoldenCase *golden = data;
  g_autofree char *name = g_strconcat (golden->name, ".node", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "charts", "golden", name, NULL);
  g_autoptr (GskRenderNode) node = draw (golden);
  g_autofree char *drawn = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *wanted = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GskRenderNode) old = NULL;

  g_assert_nonnull (node);
  drawn = dup_text (node);
  if (g_getenv ("HIPLOG_UPDATE_GOLDEN") != NULL)
    g_assert_true (g_file_set_contents (path, drawn, -1, NULL));
  g_assert_true (g_file_get_contents (path, &kept, NULL, NULL));
  bytes = g_bytes_new (kept, strlen (kept));
  old = gsk_render_node_deserialize (bytes, NULL, NULL);
  g_assert_nonnull (old);
  wanted = dup_text (old);
  g_assert_cmpstr (drawn, ==, wanted);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  /* Makes the kinds of render nodes known; that there may be no display does not matter. */
  gtk_init_check ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/charts/golden/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_golden);
    }

  return g_test_run ();
}
