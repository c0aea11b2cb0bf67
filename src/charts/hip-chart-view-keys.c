// SPDX-License-Identifier: GPL-3.0-or-later
/* What the keyboard does in a chart view. */
#include "config.h"

#include "hip-chart-view-private.h"

static gboolean
select_by_key (HipChartView *self, gssize slot, GtkDirectionType direction)
{
  HipDay day;
  guint width;

  if (self->chart == NULL || hip_chart_get_n_slots (self->chart) == 0)
    return FALSE;

  self->hovering = FALSE;
  if (slot < 0)
    return gtk_widget_keynav_failed (GTK_WIDGET (self), direction);

  if (self->axis != NULL && hip_chart_has_time (self->chart)
      && hip_chart_get_slot_days (self->chart, (gsize) slot, &day, &width))
    hip_time_axis_reveal (self->axis, day, width);
  hip_chart_view_set_selected (self, (int) slot);
  _hip_chart_view_announce (self);

  return TRUE;
}

static gboolean
move_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  HipChartView *self = HIP_CHART_VIEW (widget);
  int step = g_variant_get_int32 (args);
  int along = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? -step : step;

  if (self->chart == NULL)
    return FALSE;

  return select_by_key (self, hip_chart_move_slot (self->chart, self->selected, along, 0),
                        step < 0 ? GTK_DIR_LEFT : GTK_DIR_RIGHT);
}

/* Where there is nothing above or below, the page scrolls. */
static gboolean
climb_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  HipChartView *self = HIP_CHART_VIEW (widget);
  int up = g_variant_get_int32 (args);
  gssize slot = self->chart != NULL && self->selected >= 0
                    ? hip_chart_move_slot (self->chart, self->selected, 0, up)
                    : -1;

  return slot >= 0 && select_by_key (self, slot, up > 0 ? GTK_DIR_UP : GTK_DIR_DOWN);
}

static gboolean
first_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  return select_by_key (HIP_CHART_VIEW (widget), 0, GTK_DIR_LEFT);
}

static gboolean
last_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  HipChartView *self = HIP_CHART_VIEW (widget);

  return select_by_key (
      self, self->chart != NULL ? hip_chart_move_slot (self->chart, -1, 1, 0) : -1, GTK_DIR_RIGHT);
}

/* With nothing selected Escape is somebody else's, such as the dialog's around it. */
static gboolean
clear_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  HipChartView *self = HIP_CHART_VIEW (widget);

  if (self->selected < 0)
    return FALSE;

  self->hovering = FALSE;
  hip_chart_view_set_selected (self, -1);

  return TRUE;
}

static gboolean
activate_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  HipChartView *self = HIP_CHART_VIEW (widget);

  if (self->selected < 0)
    return FALSE;

  _hip_chart_view_activate (self, (guint) self->selected);

  return TRUE;
}

static gboolean
zoom_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  HipChartView *self = HIP_CHART_VIEW (widget);

  return hip_chart_mover_zoom (self->mover, g_variant_get_int32 (args));
}

static gboolean
pan_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  HipChartView *self = HIP_CHART_VIEW (widget);
  int step = g_variant_get_int32 (args);

  return hip_chart_mover_pan (self->mover,
                              gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? -step : step);
}

static void
add_axis_bindings (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_plus, 0, zoom_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Add, 0, zoom_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_equal, 0, zoom_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_minus, 0, zoom_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Subtract, 0, zoom_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_0, 0, zoom_cb, "i", 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_0, 0, zoom_cb, "i", 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_CONTROL_MASK, pan_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, GDK_CONTROL_MASK, pan_cb, "i", 1);
}

void
_hip_chart_view_add_bindings (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, move_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Left, 0, move_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, move_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Right, 0, move_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, 0, climb_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Up, 0, climb_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, 0, climb_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Down, 0, climb_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, first_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Home, 0, first_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, last_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_End, 0, last_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, clear_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, activate_cb, NULL);
  add_axis_bindings (widget_class);
}
