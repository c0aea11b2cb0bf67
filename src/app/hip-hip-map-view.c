// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-hip-map-view.h"

#include <glib/gi18n.h>

#include "hip-hip-map-canvas.h"

/**
 * HipHipMapView:
 *
 * To choose where a hip hurts, on pictures of it from four sides.
 */
struct _HipHipMapView
{
  AdwBin parent_instance;

  /* Template Children */
  AdwToggleGroup *view_group;
  HipHipMapCanvas *canvas;
  GtkLabel *chosen_label;

  HipSide side;
};

G_DEFINE_FINAL_TYPE (HipHipMapView, hip_hip_map_view, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What is chosen may be out of sight. */
static void
paint_chosen (HipHipMapView *self)
{
  HipAreas areas = hip_hip_map_canvas_get_areas (self->canvas);
  g_autofree char *labels = hip_vocabulary_set_to_labels (hip_vocabulary_areas (), areas);
  /* Translators: parts of the body, as a list. */
  g_autofree char *text = g_strdup_printf (_ ("Chosen: %s"), labels);

  gtk_label_set_label (self->chosen_label,
                       areas != 0 ? text : _ ("Choose in the picture or by name."));
}

static void
canvas_changed_cb (HipHipMapView *self)
{
  g_assert (HIP_IS_HIP_MAP_VIEW (self));

  paint_chosen (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
view_changed_cb (HipHipMapView *self)
{
  guint view = adw_toggle_group_get_active (self->view_group);

  g_assert (HIP_IS_HIP_MAP_VIEW (self));

  /* None is active before the first one is there, and after the last one has gone. */
  if (view < HIP_N_MAP_VIEWS && self->canvas != NULL)
    hip_hip_map_canvas_set_map (self->canvas, view, self->side);
}

static gboolean
shows_any (HipMapView view, HipSide side, HipAreas areas)
{
  g_autoptr (HipHipMap) map = hip_hip_map_new (view, side);

  return areas == 0 || (hip_hip_map_get_areas (map) & areas) != 0;
}

static void
hip_hip_map_view_dispose (GObject *object)
{
  /* The bin would go on to unparent a child that its template has already taken from it. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), HIP_TYPE_HIP_MAP_VIEW);

  G_OBJECT_CLASS (hip_hip_map_view_parent_class)->dispose (object);
}

static void
hip_hip_map_view_class_init (HipHipMapViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hip_hip_map_view_dispose;

  /**
   * HipHipMapView::changed:
   *
   * The runner chose an area, or took it back.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", HIP_TYPE_HIP_MAP_VIEW, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (HIP_TYPE_HIP_MAP_CANVAS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/HipLog/ui/hip-hip-map-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HipHipMapView, canvas);
  gtk_widget_class_bind_template_child (widget_class, HipHipMapView, chosen_label);
  gtk_widget_class_bind_template_child (widget_class, HipHipMapView, view_group);
  gtk_widget_class_bind_template_callback (widget_class, canvas_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_changed_cb);
}

static void
hip_hip_map_view_init (HipHipMapView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  paint_chosen (self);
}

/**
 * hip_hip_map_view_new:
 *
 * Returns: (transfer floating): pictures of the left hip, nothing chosen
 */
GtkWidget *
hip_hip_map_view_new (void)
{
  return g_object_new (HIP_TYPE_HIP_MAP_VIEW, NULL);
}

/**
 * hip_hip_map_view_show:
 * @self: pictures
 * @side: which hip
 * @areas: what is chosen
 *
 * Shows a hip and what is chosen there, without a signal. The view stays the same, unless only
 * another one shows any of it.
 */
void
hip_hip_map_view_show (HipHipMapView *self, HipSide side, HipAreas areas)
{
  HipMapView view;

  g_return_if_fail (HIP_IS_HIP_MAP_VIEW (self));

  view = adw_toggle_group_get_active (self->view_group);
  if (!shows_any (view, side, areas))
    for (view = 0; !shows_any (view, side, areas); view++)
      ;
  self->side = side;
  hip_hip_map_canvas_set_areas (self->canvas, areas);
  hip_hip_map_canvas_set_map (self->canvas, view, side);
  adw_toggle_group_set_active (self->view_group, view);
  paint_chosen (self);
}

/**
 * hip_hip_map_view_get_areas:
 * @self: pictures
 *
 * Returns: what is chosen
 */
HipAreas
hip_hip_map_view_get_areas (HipHipMapView *self)
{
  g_return_val_if_fail (HIP_IS_HIP_MAP_VIEW (self), 0);

  return hip_hip_map_canvas_get_areas (self->canvas);
}
