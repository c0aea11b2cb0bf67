// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-chart-layout.h"

G_BEGIN_DECLS

/**
 * HipChartExport:
 *
 * A chart as a picture of its own, on white, with a heading and its legend: for the clipboard, for
 * files, for a letter.
 */
typedef struct _HipChartExport HipChartExport;

HipChartExport *hip_chart_export_new (HipChart *chart,
                                      PangoContext *context,
                                      const HipChartLayoutOptions *options,
                                      const char *subtitle);
void hip_chart_export_free (HipChartExport *self);

GdkTexture *hip_chart_export_render (HipChartExport *self, GskRenderer *renderer, double scale);
GBytes *hip_chart_export_to_svg (HipChartExport *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipChartExport, hip_chart_export_free)

G_END_DECLS
