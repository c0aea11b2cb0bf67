// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include "hip-chart-colors.h"
#include "hip-vocabulary.h"

G_BEGIN_DECLS

/* From where the hip is looked at. */
typedef enum
{
  HIP_MAP_VIEW_FRONT,
  HIP_MAP_VIEW_SIDE, /* from outside */
  HIP_MAP_VIEW_BACK,
  HIP_MAP_VIEW_INNER, /* from inside, the other leg taken away */
} HipMapView;
#define HIP_N_MAP_VIEWS 4

/* What the picture measures, in units of its own. */
#define HIP_HIP_MAP_WIDTH  140
#define HIP_HIP_MAP_HEIGHT 300

/**
 * HipHipMap:
 *
 * A picture of one hip from one side, with a region for each area that is to be seen from there.
 * It never changes once it is made. Points are in units of the picture.
 */
typedef struct _HipHipMap HipHipMap;

HipHipMap *hip_hip_map_new (HipMapView view, HipSide side);
void hip_hip_map_free (HipHipMap *self);

HipAreas hip_hip_map_get_areas (const HipHipMap *self);
/* Whether the hip is on the left of the picture: there is room for words beside it. */
gboolean hip_hip_map_is_on_left (const HipHipMap *self);
void hip_hip_map_get_anchor (const HipHipMap *self, HipAreas area, graphene_point_t *point);
gboolean hip_hip_map_contains (const HipHipMap *self, HipAreas area, const graphene_point_t *point);
HipAreas hip_hip_map_hit (const HipHipMap *self, const graphene_point_t *point); /* 0: none */

/* Draws it at 0, 0; @lit is the one that is pointed at. */
void hip_hip_map_snapshot (const HipHipMap *self,
                           GtkSnapshot *snapshot,
                           const HipChartColors *colors,
                           HipAreas selected,
                           HipAreas lit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipHipMap, hip_hip_map_free)

G_END_DECLS
