// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-chart-mover.h"

#include <math.h>

#define DRAG_THRESHOLD 8.0 /* pixels: less is a click */
#define ZOOM_STEP      1.25
#define KEY_ZOOM_STEP  1.5
#define SCROLL_STEP    0.1  /* of what is shown, for a click of the wheel */
#define PAN_STEP       0.25 /* of what is shown, for a key */

struct _HipChartMover
{
  GtkWidget *widget; /* borrowed: it owns this */
  HipChartPlotFunc get_plot;
  HipTimeAxis *axis; /* (owned) (nullable) */

  GtkGesture *drag; /* borrowed from the widget */
  GtkGesture *zoom;
  GtkEventController *scroll;

  gboolean dragging;
  double pointer_x;  /* where the pointer was last */
  double drag_start; /* what was shown when the hand came down */
  double drag_length;
  double zoom_scale; /* of the pinch so far */
  double wanted_gutter;
  guint gutter_idle;
};

static gboolean
get_plot (HipChartMover *self, graphene_rect_t *plot)
{
  return self->axis != NULL && self->get_plot (self->widget, plot);
}

static gboolean
is_mirrored (HipChartMover *self)
{
  return gtk_widget_get_direction (self->widget) == GTK_TEXT_DIR_RTL;
}

/* 0 to 1, along time */
static double
get_position (HipChartMover *self, const graphene_rect_t *plot, double x)
{
  double position = (x - plot->origin.x) / plot->size.width;

  return is_mirrored (self) ? 1 - position : position;
}

/* --- dragging --- */

static void
drag_begin_cb (HipChartMover *self)
{
  HipTimeScale scale;

  self->dragging = FALSE;
  if (self->axis == NULL)
    return;

  scale = hip_time_axis_get_scale (self->axis);
  self->drag_start = scale.start;
  self->drag_length = scale.end - scale.start;
}

static void
drag_update_cb (HipChartMover *self, double x, double y)
{
  graphene_rect_t plot;
  double days;

  if (!get_plot (self, &plot))
    return;
  if (!self->dragging && fabs (x) < DRAG_THRESHOLD && fabs (y) < DRAG_THRESHOLD)
    return;
  if (!self->dragging && fabs (y) > fabs (x))
    {
      gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  self->dragging = TRUE;
  gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_set_cursor_from_name (self->widget, "grabbing");
  days = x / plot.size.width * self->drag_length * (is_mirrored (self) ? -1 : 1);
  hip_time_axis_set_window (self->axis, self->drag_start - days,
                            self->drag_start - days + self->drag_length);
}

static void
drag_end_cb (HipChartMover *self)
{
  gtk_widget_set_cursor (self->widget, NULL);
  self->dragging = FALSE;
}

/* --- pinching --- */

static void
zoom_begin_cb (HipChartMover *self)
{
  self->zoom_scale = 1;
}

static void
zoom_changed_cb (HipChartMover *self, double scale)
{
  graphene_rect_t plot;
  double x, y;

  if (!get_plot (self, &plot) || scale <= 0
      || !gtk_gesture_get_bounding_box_center (self->zoom, &x, &y))
    return;

  hip_time_axis_zoom (self->axis, self->zoom_scale / scale, get_position (self, &plot, x));
  self->zoom_scale = scale;
}

/* --- scrolling --- */

static void
motion_cb (HipChartMover *self, double x, double y)
{
  self->pointer_x = x;
}

static gboolean
scroll_cb (HipChartMover *self, double dx, double dy)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (self->scroll);
  graphene_rect_t plot;
  double by = dx;

  if (!get_plot (self, &plot))
    return GDK_EVENT_PROPAGATE;
  if ((state & GDK_CONTROL_MASK) != 0)
    {
      hip_time_axis_zoom (self->axis, pow (ZOOM_STEP, dy),
                          get_position (self, &plot, self->pointer_x));
      return GDK_EVENT_STOP;
    }
  if ((state & GDK_SHIFT_MASK) != 0 && dx == 0)
    by = dy;
  if (by == 0 || (fabs (dy) > fabs (dx) && by == dx))
    return GDK_EVENT_PROPAGATE;

  hip_time_axis_pan (self->axis, by * SCROLL_STEP * (is_mirrored (self) ? -1 : 1));

  return GDK_EVENT_STOP;
}

static void
add_controllers (HipChartMover *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->drag = gtk_gesture_drag_new ();
  self->zoom = gtk_gesture_zoom_new ();
  self->scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (self->drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (self->drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (self->drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (self->zoom, "begin", G_CALLBACK (zoom_begin_cb), self);
  g_signal_connect_swapped (self->zoom, "scale-changed", G_CALLBACK (zoom_changed_cb), self);
  g_signal_connect_swapped (self->scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (self->widget, motion);
  gtk_widget_add_controller (self->widget, GTK_EVENT_CONTROLLER (self->drag));
  gtk_widget_add_controller (self->widget, GTK_EVENT_CONTROLLER (self->zoom));
  gtk_widget_add_controller (self->widget, self->scroll);
}

/**
 * hip_chart_mover_new:
 * @widget: what the hand is on
 * @get_plot: says where time is on it
 *
 * Returns: (transfer full): a mover without an axis, to be freed when @widget is disposed
 */
HipChartMover *
hip_chart_mover_new (GtkWidget *widget, HipChartPlotFunc get_plot_func)
{
  HipChartMover *self;

  g_return_val_if_fail (GTK_IS_WIDGET (widget) && get_plot_func != NULL, NULL);

  self = g_new0 (HipChartMover, 1);
  self->widget = widget;
  self->get_plot = get_plot_func;
  add_controllers (self);

  return self;
}

/**
 * hip_chart_mover_free:
 * @self: (transfer full): a mover
 */
void
hip_chart_mover_free (HipChartMover *self)
{
  g_return_if_fail (self != NULL);

  g_clear_handle_id (&self->gutter_idle, g_source_remove);
  g_clear_object (&self->axis);
  g_free (self);
}

/**
 * hip_chart_mover_set_axis:
 * @self: a mover
 * @axis: (nullable): what to move
 */
void
hip_chart_mover_set_axis (HipChartMover *self, HipTimeAxis *axis)
{
  g_return_if_fail (self != NULL);

  g_set_object (&self->axis, axis);
}

/**
 * hip_chart_mover_is_dragging:
 * @self: a mover
 *
 * Returns: whether a hand is dragging: what lies under it is not meant
 */
gboolean
hip_chart_mover_is_dragging (HipChartMover *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->dragging;
}

static gboolean
gutter_cb (gpointer data)
{
  HipChartMover *self = data;

  self->gutter_idle = 0;
  if (self->axis != NULL)
    hip_time_axis_widen_gutter (self->axis, self->wanted_gutter);

  return G_SOURCE_REMOVE;
}

/**
 * hip_chart_mover_ask_for_gutter:
 * @self: a mover
 * @gutter: in pixels
 *
 * Asks all charts for room for labels; soon, for whoever is drawing cannot begin anew.
 */
void
hip_chart_mover_ask_for_gutter (HipChartMover *self, double gutter)
{
  g_return_if_fail (self != NULL);

  if (self->axis == NULL || gutter <= hip_time_axis_get_gutter (self->axis))
    return;

  self->wanted_gutter = gutter;
  if (self->gutter_idle == 0)
    self->gutter_idle = g_idle_add_full (GDK_PRIORITY_REDRAW - 1, gutter_cb, self, NULL);
}

/**
 * hip_chart_mover_zoom:
 * @self: a mover
 * @direction: 1 for closer, -1 for farther away, 0 for everything
 *
 * Returns: whether there is anything to zoom
 */
gboolean
hip_chart_mover_zoom (HipChartMover *self, int direction)
{
  graphene_rect_t plot;

  g_return_val_if_fail (self != NULL, FALSE);

  if (!get_plot (self, &plot))
    return FALSE;

  if (direction == 0)
    hip_time_axis_zoom (self->axis, INFINITY, 0);
  else
    hip_time_axis_zoom (self->axis, pow (KEY_ZOOM_STEP, -direction), 0.5);

  return TRUE;
}

/**
 * hip_chart_mover_pan:
 * @self: a mover
 * @direction: 1 for later, -1 for earlier
 *
 * Returns: whether there is anything to move
 */
gboolean
hip_chart_mover_pan (HipChartMover *self, int direction)
{
  graphene_rect_t plot;

  g_return_val_if_fail (self != NULL, FALSE);

  if (!get_plot (self, &plot))
    return FALSE;

  hip_time_axis_pan (self->axis, direction * PAN_STEP);

  return TRUE;
}
