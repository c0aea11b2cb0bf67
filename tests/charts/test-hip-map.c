// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-hip-map.h"

#define ALL_AREAS ((1u << 9) - 1)

static HipAreas
get_areas (HipMapView view, HipSide side)
{
  g_autoptr (HipHipMap) map = hip_hip_map_new (view, side);

  return hip_hip_map_get_areas (map);
}

/* What can be seen from where, on both sides; and nothing is out of sight. */
static void
test_areas (void)
{
  static const HipAreas expected[HIP_N_MAP_VIEWS] = {
    [HIP_MAP_VIEW_FRONT] = HIP_AREA_ILIAC_CREST | HIP_AREA_FRONT | HIP_AREA_SIDE
                           | HIP_AREA_DOWN_THE_LEG | HIP_AREA_INNER_THIGH | HIP_AREA_OUTER_KNEE,
    [HIP_MAP_VIEW_SIDE] = HIP_AREA_LOWER_BACK | HIP_AREA_ILIAC_CREST | HIP_AREA_BACK | HIP_AREA_SIDE
                          | HIP_AREA_FRONT | HIP_AREA_DOWN_THE_LEG | HIP_AREA_OUTER_KNEE,
    [HIP_MAP_VIEW_BACK] = ALL_AREAS & ~HIP_AREA_FRONT,
    [HIP_MAP_VIEW_INNER] = HIP_AREA_LOWER_BACK | HIP_AREA_TAILBONE | HIP_AREA_BACK | HIP_AREA_FRONT
                           | HIP_AREA_INNER_THIGH,
  };
  HipAreas all = 0;

  g_assert_cmpuint (hip_vocabulary_get_n (hip_vocabulary_areas ()), ==, 9);
  for (int view = 0; view < HIP_N_MAP_VIEWS; view++)
    {
      g_assert_cmphex (get_areas (view, HIP_SIDE_LEFT), ==, expected[view]);
      g_assert_cmphex (get_areas (view, HIP_SIDE_RIGHT), ==, expected[view]);
      all |= expected[view];
    }
  g_assert_cmphex (all, ==, ALL_AREAS);
}

static void
for_each_map (void (*check) (const HipHipMap *map, HipMapView view, HipSide side))
{
  for (int view = 0; view < HIP_N_MAP_VIEWS; view++)
    for (int side = 0; side < HIP_N_SIDES; side++)
      {
        g_autoptr (HipHipMap) map = hip_hip_map_new (view, side);

        check (map, view, side);
      }
}

static void
check_anchors (const HipHipMap *map, HipMapView view, HipSide side)
{
  for (HipAreas left = hip_hip_map_get_areas (map); left != 0; left &= left - 1)
    {
      HipAreas area = left & -left;
      graphene_point_t anchor;

      hip_hip_map_get_anchor (map, area, &anchor);
      g_assert_cmphex (hip_hip_map_hit (map, &anchor), ==, area);
    }
}

static void
test_anchors (void)
{
  for_each_map (check_anchors);
}

/* Every unit of the picture belongs to one area at most, and each area is large enough to hit. */
static void
check_overlaps (const HipHipMap *map, HipMapView view, HipSide side)
{
  guint n_points[9] = { 0 };

  for (int y = 0; y <= HIP_HIP_MAP_HEIGHT; y++)
    for (int x = 0; x <= HIP_HIP_MAP_WIDTH; x++)
      {
        guint n = 0;

        for (guint i = 0; i < 9; i++)
          if (hip_hip_map_contains (map, 1u << i, &GRAPHENE_POINT_INIT (x, y)))
            {
              n_points[i]++;
              n++;
            }
        g_assert_cmpuint (n, <=, 1);
      }
  for (guint i = 0; i < 9; i++)
    if (hip_hip_map_get_areas (map) & (1u << i))
      g_assert_cmpuint (n_points[i], >, 250);
    else
      g_assert_cmpuint (n_points[i], ==, 0);
}

static void
test_overlaps (void)
{
  for_each_map (check_overlaps);
}

static void
test_nothing (void)
{
  g_autoptr (HipHipMap) map = hip_hip_map_new (HIP_MAP_VIEW_FRONT, HIP_SIDE_RIGHT);

  g_assert_cmphex (hip_hip_map_hit (map, &GRAPHENE_POINT_INIT (0, 0)), ==, 0);
  g_assert_cmphex (hip_hip_map_hit (map, &GRAPHENE_POINT_INIT (-20, 110)), ==, 0);
  g_assert_cmphex (hip_hip_map_hit (map, &GRAPHENE_POINT_INIT (70, 30)), ==, 0);
  /* The other hip is in the picture, but is not asked about. */
  g_assert_cmphex (hip_hip_map_hit (map, &GRAPHENE_POINT_INIT (126, 116)), ==, 0);
}

/* The left hip is the right one in a mirror. */
static void
test_mirrored (void)
{
  for (int view = 0; view < HIP_N_MAP_VIEWS; view++)
    {
      g_autoptr (HipHipMap) left = hip_hip_map_new (view, HIP_SIDE_LEFT);
      g_autoptr (HipHipMap) right = hip_hip_map_new (view, HIP_SIDE_RIGHT);

      for (int y = 2; y < HIP_HIP_MAP_HEIGHT; y += 4)
        for (int x = 2; x < HIP_HIP_MAP_WIDTH; x += 4)
          g_assert_cmphex (hip_hip_map_hit (left, &GRAPHENE_POINT_INIT (HIP_HIP_MAP_WIDTH - x, y)),
                           ==, hip_hip_map_hit (right, &GRAPHENE_POINT_INIT (x, y)));
      g_assert_cmpint (hip_hip_map_is_on_left (left), ==, view == HIP_MAP_VIEW_BACK);
      g_assert_cmpint (hip_hip_map_is_on_left (right), ==, view != HIP_MAP_VIEW_BACK);
    }
}

/* Who faces you has the right hip on your left. */
static void
check_half (const HipHipMap *map, HipMapView view, HipSide side)
{
  graphene_point_t anchor;

  if (view != HIP_MAP_VIEW_FRONT && view != HIP_MAP_VIEW_BACK)
    return;
  hip_hip_map_get_anchor (map, HIP_AREA_SIDE, &anchor);
  g_assert_cmpint (anchor.x < HIP_HIP_MAP_WIDTH / 2.0, ==, hip_hip_map_is_on_left (map));
}

static void
test_halves (void)
{
  for_each_map (check_half);
}

static GskRenderNode *
draw (const HipHipMap *map, HipAreas selected, HipAreas lit)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  HipChartColors ink;

  hip_chart_colors_init_for_paper (&ink);
  ink.accent = ink.foreground;
  hip_hip_map_snapshot (map, snapshot, &ink, selected, lit);
  return gtk_snapshot_free_to_node (snapshot);
}

static gboolean
looks_same (const HipHipMap *map, HipAreas selected, HipAreas lit)
{
  g_autoptr (GskRenderNode) plain = draw (map, 0, 0);
  g_autoptr (GskRenderNode) other = draw (map, selected, lit);
  g_autoptr (GBytes) a = gsk_render_node_serialize (plain);
  g_autoptr (GBytes) b = gsk_render_node_serialize (other);

  return g_bytes_equal (a, b);
}

/* In one ink, too, what is chosen and what is pointed at can be told; other areas do not matter. */
static void
test_paper (void)
{
  g_autoptr (HipHipMap) map = hip_hip_map_new (HIP_MAP_VIEW_FRONT, HIP_SIDE_LEFT);
  g_autoptr (GskRenderNode) node = draw (map, HIP_AREA_FRONT, 0);
  graphene_rect_t bounds;

  g_assert_false (looks_same (map, HIP_AREA_FRONT, 0));
  g_assert_false (looks_same (map, 0, HIP_AREA_FRONT));
  g_assert_true (looks_same (map, HIP_AREA_TAILBONE, HIP_AREA_TAILBONE));
  gsk_render_node_get_bounds (node, &bounds);
  g_assert_cmpfloat (bounds.origin.x, >=, 0);
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, HIP_HIP_MAP_WIDTH);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  gtk_init_check ();
  g_test_add_func ("/hip-map/areas", test_areas);
  g_test_add_func ("/hip-map/anchors", test_anchors);
  g_test_add_func ("/hip-map/overlaps", test_overlaps);
  g_test_add_func ("/hip-map/nothing", test_nothing);
  g_test_add_func ("/hip-map/mirrored", test_mirrored);
  g_test_add_func ("/hip-map/halves", test_halves);
  g_test_add_func ("/hip-map/paper", test_paper);

  return g_test_run ();
}
