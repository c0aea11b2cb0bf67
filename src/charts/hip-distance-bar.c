// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-distance-bar.h"

#include "hip-chart-palette.h"

#include <math.h>

#define TRACK_HEIGHT  8
#define MARK_OVERHANG 3
#define MARK_WIDTH    2.0f
#define MINIMUM_WIDTH 80
#define NO_MARK       -1.0

/**
 * HipDistanceBar:
 *
 * A slim bar: how much of something is used up, such as the kilometres of a pair of shoes,
 * with up to two marks on the way.
 *
 * ## CSS nodes
 *
 * `distancebar`, with the same swatches as [class@ChartView].
 *
 * ## Accessibility
 *
 * The role is `meter`. Without a text its value is a bare number: set
 * [property@DistanceBar:value-text].
 */
struct _HipDistanceBar
{
  GtkWidget parent_instance;

  double value;
  double maximum;
  double first_mark;
  double second_mark;
  HipBarLevel level;
  char *value_text; /* (owned) (nullable) */

  HipChartPalette *palette; /* (owned) */
};

typedef enum
{
  PROP_VALUE = 1,
  PROP_MAXIMUM,
  PROP_FIRST_MARK,
  PROP_SECOND_MARK,
  PROP_LEVEL,
  PROP_VALUE_TEXT,
} HipDistanceBarProperty;

static GParamSpec *properties[PROP_VALUE_TEXT + 1];

G_DEFINE_ENUM_TYPE (HipBarLevel,
                    hip_bar_level,
                    G_DEFINE_ENUM_VALUE (HIP_BAR_LEVEL_NORMAL, "normal"),
                    G_DEFINE_ENUM_VALUE (HIP_BAR_LEVEL_NOTE, "note"),
                    G_DEFINE_ENUM_VALUE (HIP_BAR_LEVEL_CAUTION, "caution"))

G_DEFINE_FINAL_TYPE (HipDistanceBar, hip_distance_bar, GTK_TYPE_WIDGET)

/* --- drawing --- */

static const GdkRGBA *
level_color (HipBarLevel level, const HipChartColors *colors)
{
  switch (level)
    {
    case HIP_BAR_LEVEL_NOTE:
      return &colors->beyond;
    case HIP_BAR_LEVEL_CAUTION:
      return &colors->alert;
    case HIP_BAR_LEVEL_NORMAL:
    default:
      return &colors->accent;
    }
}

static double
get_share (HipDistanceBar *self, double value)
{
  return self->maximum > 0 ? CLAMP (value / self->maximum, 0, 1) : 0;
}

static void
draw_rounded (GtkSnapshot *snapshot, const graphene_rect_t *bounds, const GdkRGBA *color)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, bounds, TRACK_HEIGHT / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, color, bounds);
  gtk_snapshot_pop (snapshot);
}

static void
draw_mark (HipDistanceBar *self,
           GtkSnapshot *snapshot,
           double mark,
           float top,
           const GdkRGBA *color)
{
  GtkWidget *widget = GTK_WIDGET (self);
  float width = (float) gtk_widget_get_width (widget);
  float x;

  if (mark < 0 || mark > self->maximum || self->maximum <= 0)
    return;

  x = (float) round (get_share (self, mark) * (width - MARK_WIDTH));
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    x = width - MARK_WIDTH - x;
  gtk_snapshot_append_color (
      snapshot, color,
      &GRAPHENE_RECT_INIT (x, top - MARK_OVERHANG, MARK_WIDTH, TRACK_HEIGHT + 2 * MARK_OVERHANG));
}

static void
hip_distance_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HipDistanceBar *self = HIP_DISTANCE_BAR (widget);
  float width = (float) gtk_widget_get_width (widget);
  float top = floorf (((float) gtk_widget_get_height (widget) - TRACK_HEIGHT) / 2);
  double filled = get_share (self, self->value) * width;
  HipChartColors colors;

  hip_chart_palette_resolve (self->palette, &colors);
  draw_rounded (snapshot, &GRAPHENE_RECT_INIT (0, top, width, TRACK_HEIGHT), &colors.grid);

  /* Less than its own round ends cannot be drawn; a little is not nothing. */
  if (filled > 0)
    filled = fmax (filled, TRACK_HEIGHT);
  draw_rounded (snapshot,
                &GRAPHENE_RECT_INIT (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL
                                         ? width - (float) filled
                                         : 0,
                                     top, (float) filled, TRACK_HEIGHT),
                level_color (self->level, &colors));

  draw_mark (self, snapshot, self->first_mark, top, &colors.dim);
  draw_mark (self, snapshot, self->second_mark, top, &colors.foreground);
}

static void
hip_distance_bar_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  *minimum =
      orientation == GTK_ORIENTATION_HORIZONTAL ? MINIMUM_WIDTH : TRACK_HEIGHT + 2 * MARK_OVERHANG;
  *natural = *minimum;
}

static void
hip_distance_bar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  /* The swatches take no room. */
}

/* --- object --- */

static void
update_accessible (HipDistanceBar *self)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (self);

  gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, self->maximum,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, self->value, -1);
  if (self->value_text != NULL)
    gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                    self->value_text, -1);
  else
    gtk_accessible_reset_property (accessible, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT);
}

static void
set_number (HipDistanceBar *self, double *field, double number, HipDistanceBarProperty property)
{
  if (*field == number)
    return;

  *field = number;
  update_accessible (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
hip_distance_bar_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  HipDistanceBar *self = HIP_DISTANCE_BAR (object);

  switch ((HipDistanceBarProperty) property_id)
    {
    case PROP_VALUE:
      g_value_set_double (value, hip_distance_bar_get_value (self));
      break;
    case PROP_MAXIMUM:
      g_value_set_double (value, hip_distance_bar_get_maximum (self));
      break;
    case PROP_FIRST_MARK:
      g_value_set_double (value, hip_distance_bar_get_first_mark (self));
      break;
    case PROP_SECOND_MARK:
      g_value_set_double (value, hip_distance_bar_get_second_mark (self));
      break;
    case PROP_LEVEL:
      g_value_set_enum (value, hip_distance_bar_get_level (self));
      break;
    case PROP_VALUE_TEXT:
      g_value_set_string (value, hip_distance_bar_get_value_text (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
hip_distance_bar_set_property (GObject *object,
                               guint property_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  HipDistanceBar *self = HIP_DISTANCE_BAR (object);

  switch ((HipDistanceBarProperty) property_id)
    {
    case PROP_VALUE:
      hip_distance_bar_set_value (self, g_value_get_double (value));
      break;
    case PROP_MAXIMUM:
      hip_distance_bar_set_maximum (self, g_value_get_double (value));
      break;
    case PROP_FIRST_MARK:
      hip_distance_bar_set_first_mark (self, g_value_get_double (value));
      break;
    case PROP_SECOND_MARK:
      hip_distance_bar_set_second_mark (self, g_value_get_double (value));
      break;
    case PROP_LEVEL:
      hip_distance_bar_set_level (self, g_value_get_enum (value));
      break;
    case PROP_VALUE_TEXT:
      hip_distance_bar_set_value_text (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
hip_distance_bar_dispose (GObject *object)
{
  HipDistanceBar *self = HIP_DISTANCE_BAR (object);

  g_clear_pointer (&self->palette, hip_chart_palette_free);
  g_clear_pointer (&self->value_text, g_free);

  G_OBJECT_CLASS (hip_distance_bar_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  /**
   * HipDistanceBar:value:
   *
   * How much; more than the maximum fills the bar.
   */
  properties[PROP_VALUE] = g_param_spec_double ("value", NULL, NULL, 0, G_MAXDOUBLE, 0, flags);

  /**
   * HipDistanceBar:maximum:
   *
   * What a full bar stands for, in the unit of the value.
   */
  properties[PROP_MAXIMUM] = g_param_spec_double ("maximum", NULL, NULL, 0, G_MAXDOUBLE, 1, flags);

  /**
   * HipDistanceBar:first-mark:
   *
   * Where a first mark is, below 0 for none: when to check a pair of shoes.
   */
  properties[PROP_FIRST_MARK] =
      g_param_spec_double ("first-mark", NULL, NULL, -1, G_MAXDOUBLE, NO_MARK, flags);

  /**
   * HipDistanceBar:second-mark:
   *
   * Where a second mark is, below 0 for none: when to replace them.
   */
  properties[PROP_SECOND_MARK] =
      g_param_spec_double ("second-mark", NULL, NULL, -1, G_MAXDOUBLE, NO_MARK, flags);

  /**
   * HipDistanceBar:level:
   *
   * How it is coloured.
   */
  properties[PROP_LEVEL] =
      g_param_spec_enum ("level", NULL, NULL, HIP_TYPE_BAR_LEVEL, HIP_BAR_LEVEL_NORMAL, flags);

  /**
   * HipDistanceBar:value-text:
   *
   * The value in words, for assistive technology.
   */
  properties[PROP_VALUE_TEXT] = g_param_spec_string ("value-text", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
hip_distance_bar_class_init (HipDistanceBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hip_distance_bar_get_property;
  object_class->set_property = hip_distance_bar_set_property;
  object_class->dispose = hip_distance_bar_dispose;

  widget_class->snapshot = hip_distance_bar_snapshot;
  widget_class->measure = hip_distance_bar_measure;
  widget_class->size_allocate = hip_distance_bar_size_allocate;

  install_properties (object_class);

  gtk_widget_class_set_css_name (widget_class, "distancebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_METER);
}

static void
hip_distance_bar_init (HipDistanceBar *self)
{
  self->maximum = 1;
  self->first_mark = NO_MARK;
  self->second_mark = NO_MARK;
  self->palette = hip_chart_palette_new (GTK_WIDGET (self));
  update_accessible (self);
}

/**
 * hip_distance_bar_new:
 *
 * Returns: (transfer floating): an empty bar
 */
GtkWidget *
hip_distance_bar_new (void)
{
  return g_object_new (HIP_TYPE_DISTANCE_BAR, NULL);
}

/**
 * hip_distance_bar_get_value:
 * @self: a bar
 *
 * Returns: how much
 */
double
hip_distance_bar_get_value (HipDistanceBar *self)
{
  g_return_val_if_fail (HIP_IS_DISTANCE_BAR (self), 0);

  return self->value;
}

/**
 * hip_distance_bar_set_value:
 * @self: a bar
 * @value: how much, 0 or more
 */
void
hip_distance_bar_set_value (HipDistanceBar *self, double value)
{
  g_return_if_fail (HIP_IS_DISTANCE_BAR (self));

  set_number (self, &self->value, value > 0 ? value : 0, PROP_VALUE);
}

/**
 * hip_distance_bar_get_maximum:
 * @self: a bar
 *
 * Returns: what a full bar stands for
 */
double
hip_distance_bar_get_maximum (HipDistanceBar *self)
{
  g_return_val_if_fail (HIP_IS_DISTANCE_BAR (self), 0);

  return self->maximum;
}

/**
 * hip_distance_bar_set_maximum:
 * @self: a bar
 * @maximum: what a full bar stands for; with 0 it stays empty
 */
void
hip_distance_bar_set_maximum (HipDistanceBar *self, double maximum)
{
  g_return_if_fail (HIP_IS_DISTANCE_BAR (self));

  set_number (self, &self->maximum, maximum > 0 ? maximum : 0, PROP_MAXIMUM);
}

/**
 * hip_distance_bar_get_first_mark:
 * @self: a bar
 *
 * Returns: where the first mark is, -1 for none
 */
double
hip_distance_bar_get_first_mark (HipDistanceBar *self)
{
  g_return_val_if_fail (HIP_IS_DISTANCE_BAR (self), NO_MARK);

  return self->first_mark;
}

/**
 * hip_distance_bar_set_first_mark:
 * @self: a bar
 * @mark: where, below 0 for none
 */
void
hip_distance_bar_set_first_mark (HipDistanceBar *self, double mark)
{
  g_return_if_fail (HIP_IS_DISTANCE_BAR (self));

  set_number (self, &self->first_mark, mark >= 0 ? mark : NO_MARK, PROP_FIRST_MARK);
}

/**
 * hip_distance_bar_get_second_mark:
 * @self: a bar
 *
 * Returns: where the second mark is, -1 for none
 */
double
hip_distance_bar_get_second_mark (HipDistanceBar *self)
{
  g_return_val_if_fail (HIP_IS_DISTANCE_BAR (self), NO_MARK);

  return self->second_mark;
}

/**
 * hip_distance_bar_set_second_mark:
 * @self: a bar
 * @mark: where, below 0 for none
 */
void
hip_distance_bar_set_second_mark (HipDistanceBar *self, double mark)
{
  g_return_if_fail (HIP_IS_DISTANCE_BAR (self));

  set_number (self, &self->second_mark, mark >= 0 ? mark : NO_MARK, PROP_SECOND_MARK);
}

/**
 * hip_distance_bar_get_level:
 * @self: a bar
 *
 * Returns: how it is coloured
 */
HipBarLevel
hip_distance_bar_get_level (HipDistanceBar *self)
{
  g_return_val_if_fail (HIP_IS_DISTANCE_BAR (self), HIP_BAR_LEVEL_NORMAL);

  return self->level;
}

/**
 * hip_distance_bar_set_level:
 * @self: a bar
 * @level: how to colour it
 */
void
hip_distance_bar_set_level (HipDistanceBar *self, HipBarLevel level)
{
  g_return_if_fail (HIP_IS_DISTANCE_BAR (self));

  if (self->level == level)
    return;

  self->level = level;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LEVEL]);
}

/**
 * hip_distance_bar_get_value_text:
 * @self: a bar
 *
 * Returns: (transfer none) (nullable): the value in words
 */
const char *
hip_distance_bar_get_value_text (HipDistanceBar *self)
{
  g_return_val_if_fail (HIP_IS_DISTANCE_BAR (self), NULL);

  return self->value_text;
}

/**
 * hip_distance_bar_set_value_text:
 * @self: a bar
 * @text: (nullable): the value in words
 */
void
hip_distance_bar_set_value_text (HipDistanceBar *self, const char *text)
{
  g_return_if_fail (HIP_IS_DISTANCE_BAR (self));

  if (!g_set_str (&self->value_text, text))
    return;

  update_accessible (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE_TEXT]);
}
