// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-chart-layout.h"
#include "hip-chart-mover.h"
#include "hip-chart-palette.h"
#include "hip-chart-view.h"

G_BEGIN_DECLS

/**
 * HipChartView:
 *
 * Shows a [struct@Chart] and lets its slots (weeks, days) be selected, by pointer or by
 * keyboard. The selected slot gets a soft band, and a card with its figures.
 *
 * An empty log is not its business: show something else in its place.
 *
 * ## CSS nodes
 *
 * ```
 * chart
 * ├── swatch.accent
 * ├── swatch.beyond
 * ├── swatch.alert
 * ├── swatch.success
 * ├── swatch.warning
 * ├── swatch.error
 * ╰── tooltip.background
 *     ╰── label
 * ```
 *
 * The swatches are not seen; their `color` is that of load, of what is beyond a limit, and of
 * the three zones of pain.
 *
 * ## Shortcuts
 *
 * - Left and Right select the slot beside, as seen on screen; Up and Down that of another kind,
 *   such as the warnings, or in a calendar the day above and below
 * - Home and End select the first and the last one
 * - with a [class@TimeAxis]: plus and minus zoom, 0 shows everything, Control with Left and Right
 *   moves along the log
 * - Enter and Space activate the selected one
 * - Escape selects none
 *
 * ## Accessibility
 *
 * The role is `group`, with the label and the description that
 * [method@ChartView.set_label] and [method@ChartView.set_description] give. The figures of
 * the selected slot are its value text, and are announced when the keyboard selects them.
 *
 * ## Text direction
 *
 * From right to left time runs to the left, and the arrow keys follow what is seen.
 */
struct _HipChartView
{
  GtkWidget parent_instance;

  HipChart *chart;      /* (owned) (nullable) */
  HipTimeAxis *axis;    /* (owned) (nullable): shared with other charts */
  HipChartMover *mover; /* (owned): moves the axis by hand */
  HipTimeScale time;    /* what is shown of it */
  guint64 hidden;       /* a bit for each entry of the legend */
  gboolean no_legend;
  int selected;
  gboolean hovering; /* the pointer selected, and takes the selection with it */
  double pointer_x;  /* where it was last, on its surface */
  double pointer_y;

  HipChartDetailFunc detail_func; /* (nullable) */
  gpointer detail_data;
  GDestroyNotify detail_destroy;

  HipChartPalette *palette; /* (owned) */
  GtkWidget *card;          /* (owned) */
  GtkLabel *card_label;     /* borrowed from the card */

  HipChartLayout *cached_layout; /* (owned) (nullable) for the present size, font, direction */
  GskRenderNode *cached_node;    /* (owned) (nullable) the layout in the cached colours */
  HipChartColors cached_colors;
  int cached_width;
  int cached_height;
};

void _hip_chart_view_announce (HipChartView *self);
void _hip_chart_view_activate (HipChartView *self, guint slot);
void _hip_chart_view_add_bindings (GtkWidgetClass *widget_class);

G_END_DECLS
