// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-chart-view-private.h"

#include <math.h>

#define CARD_GAP           6
#define CARD_MAX_CHARS     28
#define FOCUS_RING_RADIUS  9.0f
#define NORMAL_LINE_HEIGHT 19.0 /* Adwaita's text at 100 % */

typedef enum
{
  PROP_AXIS = 1,
  PROP_CHART,
  PROP_SELECTED,
} HipChartViewProperty;

static GParamSpec *properties[PROP_SELECTED + 1];

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HipChartView, hip_chart_view, GTK_TYPE_WIDGET)

/* --- layout and drawing --- */

static void
drop_layout (HipChartView *self)
{
  g_clear_pointer (&self->cached_layout, hip_chart_layout_free);
  g_clear_pointer (&self->cached_node, gsk_render_node_unref);
}

static HipChartLayout *
create_layout (HipChartView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  PangoContext *context = gtk_widget_create_pango_context (widget);
  HipChartLayoutOptions options;
  HipChartLayout *layout;

  hip_chart_view_get_layout_options (self, &options);
  layout = hip_chart_layout_new_with (self->chart, context, &options);
  g_object_unref (context);

  return layout;
}

static HipChartLayout *
ensure_layout (HipChartView *self)
{
  if (self->cached_layout != NULL || self->chart == NULL)
    return self->cached_layout;

  self->cached_layout = create_layout (self);
  /* Whoever has the widest labels makes room for them in all charts. */
  if (self->axis != NULL && hip_chart_has_time (self->chart))
    hip_chart_mover_ask_for_gutter (self->mover, hip_chart_layout_get_gutter (self->cached_layout));

  return self->cached_layout;
}

static GskRenderNode *
ensure_node (HipChartView *self, HipChartLayout *layout)
{
  HipChartColors colors = { 0 };

  hip_chart_palette_resolve (self->palette, &colors);
  if (!hip_chart_colors_equal (&colors, &self->cached_colors))
    g_clear_pointer (&self->cached_node, gsk_render_node_unref);
  self->cached_colors = colors;

  if (self->cached_node == NULL)
    {
      GtkSnapshot *snapshot = gtk_snapshot_new ();

      hip_chart_layout_draw (layout, snapshot, &colors);
      self->cached_node = gtk_snapshot_free_to_node (snapshot);
    }

  return self->cached_node;
}

static void
draw_focus_ring (HipChartView *self, GtkSnapshot *snapshot)
{
  GdkRGBA color = self->cached_colors.accent;
  GskRoundedRect outline;

  color.alpha *= 0.5f;
  gsk_rounded_rect_init_from_rect (
      &outline,
      &GRAPHENE_RECT_INIT (-3, -3, (float) gtk_widget_get_width (GTK_WIDGET (self)) + 6,
                           (float) gtk_widget_get_height (GTK_WIDGET (self)) + 6),
      FOCUS_RING_RADIUS);
  gtk_snapshot_append_border (snapshot, &outline, (float[]) { 2, 2, 2, 2 },
                              (GdkRGBA[]) { color, color, color, color });
}

/* Here the selected slot, in the other charts the same day. */
static void
draw_selection (HipChartView *self, HipChartLayout *layout, GtkSnapshot *snapshot)
{
  HipDay cursor = self->axis != NULL ? hip_time_axis_get_cursor (self->axis) : HIP_DAY_NONE;

  if (self->selected >= 0)
    hip_chart_layout_draw_slot (layout, snapshot, &self->cached_colors, (gsize) self->selected);
  else if (cursor != HIP_DAY_NONE)
    hip_chart_layout_draw_cursor (layout, snapshot, &self->cached_colors, cursor);
}

static void
hip_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HipChartView *self = HIP_CHART_VIEW (widget);
  HipChartLayout *layout = ensure_layout (self);
  GskRenderNode *node = layout != NULL ? ensure_node (self, layout) : NULL;

  if (layout != NULL)
    draw_selection (self, layout, snapshot);
  if (node != NULL)
    gtk_snapshot_append_node (snapshot, node);
  if (gtk_widget_has_visible_focus (widget))
    draw_focus_ring (self, snapshot);

  gtk_widget_snapshot_child (widget, self->card, snapshot);
}

/* Text twice as large needs more room for the same chart. */
static double
text_scale (HipChartView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  double height = pango_font_metrics_get_height (metrics) / (double) PANGO_SCALE;

  pango_font_metrics_unref (metrics);

  return fmax (1, height / NORMAL_LINE_HEIGHT);
}

static void
hip_chart_view_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  HipChartView *self = HIP_CHART_VIEW (widget);
  int width = 240, height = 180;

  if (self->chart != NULL)
    hip_chart_get_minimum_size (self->chart, &width, &height);

  /* Width stays: a narrow window must hold the chart with large text too. */
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL
                 ? width
                 : (int) ceil (height * (1 + (text_scale (self) - 1) * 0.6));
  *natural = *minimum;
}

/* The card stands beside the band, where there is more room, and never leaves the chart. */
static int
place_card (HipChartView *self, int width, int card_width)
{
  HipChartLayout *layout = ensure_layout (self);
  graphene_rect_t slot;
  double before, after;

  if (layout == NULL || !hip_chart_layout_get_slot (layout, (gsize) self->selected, &slot))
    return 0;

  before = slot.origin.x;
  after = width - slot.origin.x - slot.size.width;

  return (int) CLAMP (before > after ? before - CARD_GAP - card_width
                                     : slot.origin.x + slot.size.width + CARD_GAP,
                      0, width - card_width);
}

/* Moved out of sight, a slot stays selected, but there is nothing to point at. */
static gboolean
is_in_sight (HipChartView *self)
{
  HipChartLayout *layout = ensure_layout (self);
  graphene_rect_t bounds;

  return layout != NULL && self->selected >= 0
         && hip_chart_layout_get_slot (layout, (gsize) self->selected, &bounds);
}

static void
allocate_card (HipChartView *self, int width, int height)
{
  GtkRequisition natural, least;
  int x, card_width, card_height;

  gtk_widget_set_child_visible (self->card, is_in_sight (self));
  if (!gtk_widget_should_layout (self->card) || !gtk_widget_get_child_visible (self->card))
    return;

  gtk_widget_get_preferred_size (self->card, &least, &natural);
  card_width = MAX (least.width, MIN (natural.width, width));
  gtk_widget_measure (self->card, GTK_ORIENTATION_VERTICAL, card_width, NULL, &card_height, NULL,
                      NULL);
  x = self->selected >= 0 ? place_card (self, width, card_width) : 0;
  gtk_widget_size_allocate (self->card,
                            &(GtkAllocation) { x, MIN (CARD_GAP, MAX (0, height - card_height)),
                                               card_width, card_height },
                            -1);
}

static void
hip_chart_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HipChartView *self = HIP_CHART_VIEW (widget);

  /* Showing the card allocates anew too: no reason to lay out the chart again. */
  if (width != self->cached_width || height != self->cached_height)
    drop_layout (self);
  self->cached_width = width;
  self->cached_height = height;
  allocate_card (self, width, height);
}

static void
hip_chart_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (hip_chart_view_parent_class)->css_changed (widget, change);

  drop_layout (HIP_CHART_VIEW (widget));
  gtk_widget_queue_resize (widget);
}

static void
hip_chart_view_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (hip_chart_view_parent_class)->system_setting_changed (widget, setting);

  drop_layout (HIP_CHART_VIEW (widget));
  gtk_widget_queue_resize (widget);
}

static void
hip_chart_view_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  drop_layout (HIP_CHART_VIEW (widget));
  gtk_widget_queue_resize (widget);
}

/* --- selection --- */

static void
show_details (HipChartView *self)
{
  g_autofree char *text = NULL;

  if (self->selected >= 0 && self->detail_func != NULL)
    text = self->detail_func ((guint) self->selected, self->detail_data);
  else if (self->selected >= 0)
    text = hip_chart_dup_detail (self->chart, (guint) self->selected);

  gtk_label_set_label (self->card_label, text != NULL ? text : "");
  gtk_widget_set_visible (self->card, text != NULL);

  if (text != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text,
                                    -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT);
}

/* The other charts show the day as well. */
static void
move_cursor (HipChartView *self)
{
  HipDay day = HIP_DAY_NONE;
  guint width;

  if (self->axis == NULL || !hip_chart_has_time (self->chart))
    return;
  if (self->selected >= 0
      && hip_chart_get_slot_days (self->chart, (gsize) self->selected, &day, &width))
    day += (HipDay) width / 2;
  hip_time_axis_set_cursor (self->axis, day);
}

void
_hip_chart_view_announce (HipChartView *self)
{
  const char *text = gtk_label_get_label (self->card_label);

  if (*text != '\0')
    gtk_accessible_announce (GTK_ACCESSIBLE (self), text,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static int
count_slots (HipChartView *self)
{
  return self->chart != NULL ? (int) hip_chart_get_n_slots (self->chart) : 0;
}

static void
hover (HipChartView *self, double x, double y)
{
  HipChartLayout *layout = ensure_layout (self);
  int slot = layout != NULL ? hip_chart_layout_pick (layout, x, y) : -1;

  if (slot < 0 && !self->hovering)
    return;

  self->hovering = TRUE;
  hip_chart_view_set_selected (self, slot);
}

/* Whether a hand did it. GTK also tells of a motion when what is under a resting pointer changes,
 * as by scrolling or by showing the card: that must not take the selection from the keyboard. */
static gboolean
pointer_moved (HipChartView *self, GtkEventController *controller)
{
  GdkEvent *event = gtk_event_controller_get_current_event (controller);
  double x = NAN, y = NAN;
  gboolean moved;

  if (event != NULL)
    gdk_event_get_position (event, &x, &y);
  moved = x != self->pointer_x || y != self->pointer_y;
  self->pointer_x = x;
  self->pointer_y = y;

  return moved;
}

static void
motion_cb (HipChartView *self, double x, double y, GtkEventController *controller)
{
  g_assert (HIP_IS_CHART_VIEW (self));

  if (pointer_moved (self, controller) && !hip_chart_mover_is_dragging (self->mover))
    hover (self, x, y);
}

static void
leave_cb (HipChartView *self)
{
  g_assert (HIP_IS_CHART_VIEW (self));

  if (self->hovering)
    hip_chart_view_set_selected (self, -1);
  self->hovering = FALSE;
}

/* Nothing in the style changes with the focus, so nobody else has the ring drawn. */
static void
focus_enter_cb (HipChartView *self)
{
  g_assert (HIP_IS_CHART_VIEW (self));

  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
focus_leave_cb (HipChartView *self)
{
  g_assert (HIP_IS_CHART_VIEW (self));

  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (!self->hovering)
    hip_chart_view_set_selected (self, -1);
}

static void
pressed_cb (HipChartView *self, int n_press, double x, double y)
{
  g_assert (HIP_IS_CHART_VIEW (self));

  hover (self, x, y);
  /* What was clicked or touched stays when the pointer goes. */
  self->hovering = FALSE;
}

static void
released_cb (HipChartView *self, int n_press, double x, double y)
{
  HipChartLayout *layout = ensure_layout (self);
  int slot = layout != NULL ? hip_chart_layout_pick (layout, x, y) : -1;

  g_assert (HIP_IS_CHART_VIEW (self));

  if (hip_chart_mover_is_dragging (self->mover))
    return;
  /* Not before: the page scrolls to what has the focus, and would do so under a hand that drags. */
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (slot >= 0 && slot == self->selected)
    _hip_chart_view_activate (self, (guint) slot);
}

void
_hip_chart_view_activate (HipChartView *self, guint slot)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, slot);
}

/* --- object --- */

static void
hip_chart_view_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  HipChartView *self = HIP_CHART_VIEW (object);

  switch ((HipChartViewProperty) property_id)
    {
    case PROP_AXIS:
      g_value_set_object (value, hip_chart_view_get_axis (self));
      break;
    case PROP_CHART:
      g_value_set_boxed (value, hip_chart_view_get_chart (self));
      break;
    case PROP_SELECTED:
      g_value_set_int (value, hip_chart_view_get_selected (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
hip_chart_view_set_property (GObject *object,
                             guint property_id,
                             const GValue *value,
                             GParamSpec *pspec)
{
  HipChartView *self = HIP_CHART_VIEW (object);

  switch ((HipChartViewProperty) property_id)
    {
    case PROP_AXIS:
      hip_chart_view_set_axis (self, g_value_get_object (value));
      break;
    case PROP_CHART:
      hip_chart_view_set_chart (self, g_value_get_boxed (value));
      break;
    case PROP_SELECTED:
      hip_chart_view_set_selected (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
hip_chart_view_dispose (GObject *object)
{
  HipChartView *self = HIP_CHART_VIEW (object);

  hip_chart_view_set_detail_func (self, NULL, NULL, NULL);
  hip_chart_view_set_axis (self, NULL);
  g_clear_pointer (&self->mover, hip_chart_mover_free);
  drop_layout (self);
  g_clear_pointer (&self->palette, hip_chart_palette_free);
  g_clear_pointer (&self->card, gtk_widget_unparent);
  self->card_label = NULL;
  g_clear_pointer (&self->chart, hip_chart_unref);

  G_OBJECT_CLASS (hip_chart_view_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  /**
   * HipChartView:axis:
   *
   * What stretch of time is shown, together with other charts; the whole chart without one.
   */
  properties[PROP_AXIS] =
      g_param_spec_object ("axis", NULL, NULL, HIP_TYPE_TIME_AXIS,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * HipChartView:chart:
   *
   * What is shown.
   */
  properties[PROP_CHART] =
      g_param_spec_boxed ("chart", NULL, NULL, HIP_TYPE_CHART,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * HipChartView:selected:
   *
   * Index of the selected slot, -1 for none.
   */
  properties[PROP_SELECTED] =
      g_param_spec_int ("selected", NULL, NULL, -1, G_MAXINT, -1,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
hip_chart_view_class_init (HipChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hip_chart_view_get_property;
  object_class->set_property = hip_chart_view_set_property;
  object_class->dispose = hip_chart_view_dispose;

  widget_class->snapshot = hip_chart_view_snapshot;
  widget_class->measure = hip_chart_view_measure;
  widget_class->size_allocate = hip_chart_view_size_allocate;
  widget_class->css_changed = hip_chart_view_css_changed;
  widget_class->system_setting_changed = hip_chart_view_system_setting_changed;
  widget_class->direction_changed = hip_chart_view_direction_changed;

  install_properties (object_class);

  /**
   * HipChartView::activated:
   * @self: the view
   * @index: which slot
   *
   * A slot was clicked, or Enter pressed on it.
   */
  signals[SIGNAL_ACTIVATED] =
      g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_UINT);

  _hip_chart_view_add_bindings (widget_class);
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

/* A tooltip's style makes the card legible over anything, in every theme. */
static void
create_card (HipChartView *self)
{
  const char *const classes[] = { "background", NULL };
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), CARD_MAX_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "numeric");

  self->card_label = GTK_LABEL (label);
  self->card = g_object_new (GTK_TYPE_BOX, "css-name", "tooltip", "css-classes", classes,
                             "can-target", FALSE, "visible", FALSE, NULL);
  gtk_box_append (GTK_BOX (self->card), label);
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
}

static void
add_controllers (HipChartView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (motion, "enter", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "enter", G_CALLBACK (focus_enter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);

  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, focus);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
}

/* Where time is on the widget; nowhere in a chart without. */
static gboolean
get_plot_cb (GtkWidget *widget, graphene_rect_t *plot)
{
  HipChartView *self = HIP_CHART_VIEW (widget);
  HipChartLayout *layout = ensure_layout (self);

  return layout != NULL && hip_chart_has_time (self->chart)
         && hip_chart_layout_get_plot (layout, plot);
}

static void
hip_chart_view_init (HipChartView *self)
{
  self->selected = -1;
  self->pointer_x = self->pointer_y = NAN;
  self->palette = hip_chart_palette_new (GTK_WIDGET (self));
  create_card (self);
  self->mover = hip_chart_mover_new (GTK_WIDGET (self), get_plot_cb);
  add_controllers (self);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/**
 * hip_chart_view_new:
 *
 * Returns: (transfer floating): a view without a chart
 */
GtkWidget *
hip_chart_view_new (void)
{
  return g_object_new (HIP_TYPE_CHART_VIEW, NULL);
}

/**
 * hip_chart_view_get_chart:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): what it shows
 */
HipChart *
hip_chart_view_get_chart (HipChartView *self)
{
  g_return_val_if_fail (HIP_IS_CHART_VIEW (self), NULL);

  return self->chart;
}

/**
 * hip_chart_view_set_chart:
 * @self: a view
 * @chart: (nullable): what to show
 *
 * Shows another chart. Nothing is selected then.
 */
void
hip_chart_view_set_chart (HipChartView *self, HipChart *chart)
{
  g_return_if_fail (HIP_IS_CHART_VIEW (self));

  if (self->chart == chart)
    return;

  hip_chart_view_set_selected (self, -1);
  g_clear_pointer (&self->chart, hip_chart_unref);
  self->chart = chart != NULL ? hip_chart_ref (chart) : NULL;
  if (chart != NULL && hip_chart_get_label (chart) != NULL)
    hip_chart_view_set_label (self, hip_chart_get_label (chart));
  drop_layout (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHART]);
}

static void
axis_changed_cb (HipChartView *self)
{
  g_assert (HIP_IS_CHART_VIEW (self));

  if (self->chart == NULL || !hip_chart_has_time (self->chart))
    return;

  drop_layout (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * hip_chart_view_get_axis:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): what stretch of time it shows
 */
HipTimeAxis *
hip_chart_view_get_axis (HipChartView *self)
{
  g_return_val_if_fail (HIP_IS_CHART_VIEW (self), NULL);

  return self->axis;
}

/**
 * hip_chart_view_set_axis:
 * @self: a view
 * @axis: (nullable): what stretch of time to show; the whole chart with %NULL
 *
 * Shares an axis with other views: whichever is moved by hand moves them all.
 */
void
hip_chart_view_set_axis (HipChartView *self, HipTimeAxis *axis)
{
  g_return_if_fail (HIP_IS_CHART_VIEW (self));
  g_return_if_fail (axis == NULL || HIP_IS_TIME_AXIS (axis));

  if (self->axis == axis)
    return;

  if (self->axis != NULL)
    g_signal_handlers_disconnect_by_data (self->axis, self);
  g_set_object (&self->axis, axis);
  hip_chart_mover_set_axis (self->mover, axis);
  if (axis != NULL)
    {
      g_signal_connect_object (axis, "changed", G_CALLBACK (axis_changed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (axis, "cursor-moved", G_CALLBACK (gtk_widget_queue_draw), self,
                               G_CONNECT_SWAPPED);
    }
  drop_layout (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AXIS]);
}

/**
 * hip_chart_view_get_layout_options:
 * @self: a view
 * @options: (out caller-allocates): how its chart is laid out; good until it is moved
 *
 * For another picture of the same.
 */
void
hip_chart_view_get_layout_options (HipChartView *self, HipChartLayoutOptions *options)
{
  g_return_if_fail (HIP_IS_CHART_VIEW (self));
  g_return_if_fail (options != NULL);

  *options = (HipChartLayoutOptions) {
    .width = gtk_widget_get_width (GTK_WIDGET (self)),
    .height = gtk_widget_get_height (GTK_WIDGET (self)),
    .direction = gtk_widget_get_direction (GTK_WIDGET (self)),
    .no_legend = self->no_legend,
    .hidden = self->hidden,
  };
  if (self->axis == NULL || self->chart == NULL || !hip_chart_has_time (self->chart))
    return;

  self->time = hip_time_axis_get_scale (self->axis);
  options->time = &self->time;
  options->gutter = hip_time_axis_get_gutter (self->axis);
}

/**
 * hip_chart_view_get_key_hidden:
 * @self: a view
 * @key: an entry of the legend
 *
 * Returns: whether it is left out
 */
gboolean
hip_chart_view_get_key_hidden (HipChartView *self, guint key)
{
  g_return_val_if_fail (HIP_IS_CHART_VIEW (self), FALSE);

  return key < 64 && (self->hidden >> key & 1) != 0;
}

/**
 * hip_chart_view_set_key_hidden:
 * @self: a view
 * @key: an entry of the legend
 * @hidden: whether to leave out what it stands for
 */
void
hip_chart_view_set_key_hidden (HipChartView *self, guint key, gboolean hidden)
{
  guint64 bit = key < 64 ? G_GUINT64_CONSTANT (1) << key : 0;

  g_return_if_fail (HIP_IS_CHART_VIEW (self));

  self->hidden = hidden ? self->hidden | bit : self->hidden & ~bit;
  drop_layout (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * hip_chart_view_set_legend_shown:
 * @self: a view
 * @shown: whether the legend is part of the drawing; not, if somebody else shows it
 */
void
hip_chart_view_set_legend_shown (HipChartView *self, gboolean shown)
{
  g_return_if_fail (HIP_IS_CHART_VIEW (self));

  self->no_legend = !shown;
  drop_layout (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * hip_chart_view_get_selected:
 * @self: a view
 *
 * Returns: index of the selected slot, or -1
 */
int
hip_chart_view_get_selected (HipChartView *self)
{
  g_return_val_if_fail (HIP_IS_CHART_VIEW (self), -1);

  return self->selected;
}

/**
 * hip_chart_view_set_selected:
 * @self: a view
 * @index: a slot; what the chart does not have counts as -1, none
 */
void
hip_chart_view_set_selected (HipChartView *self, int index)
{
  g_return_if_fail (HIP_IS_CHART_VIEW (self));

  if (index < 0 || index >= count_slots (self))
    index = -1;
  if (self->selected == index)
    return;

  self->selected = index;
  show_details (self);
  move_cursor (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

/**
 * hip_chart_view_set_label:
 * @self: a view
 * @label: what the chart is, in a few words
 *
 * Names the chart for assistive technology.
 */
void
hip_chart_view_set_label (HipChartView *self, const char *label)
{
  g_return_if_fail (HIP_IS_CHART_VIEW (self));
  g_return_if_fail (label != NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * hip_chart_view_set_description:
 * @self: a view
 * @description: what the chart shows, in a sentence or three
 *
 * Says for assistive technology what others see.
 */
void
hip_chart_view_set_description (HipChartView *self, const char *description)
{
  g_return_if_fail (HIP_IS_CHART_VIEW (self));
  g_return_if_fail (description != NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);
}

/**
 * hip_chart_view_set_detail_func:
 * @self: a view
 * @func: (nullable) (scope notified): gives the figures of a slot in words
 * @user_data: for @func
 * @destroy: (nullable): frees @user_data
 *
 * Sets what the card of a selected slot says.
 */
void
hip_chart_view_set_detail_func (HipChartView *self,
                                HipChartDetailFunc func,
                                gpointer user_data,
                                GDestroyNotify destroy)
{
  g_return_if_fail (HIP_IS_CHART_VIEW (self));

  if (self->detail_destroy != NULL)
    self->detail_destroy (self->detail_data);

  self->detail_func = func;
  self->detail_data = user_data;
  self->detail_destroy = destroy;
  if (self->card != NULL)
    show_details (self);
}
