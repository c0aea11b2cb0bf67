// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-exercise-ring.h"

#include <math.h>

#include "hip-guide.h"

/**
 * HipExerciseRing:
 *
 * The picture of an exercise in a ring that runs out clockwise, as large as
 * there is room. It shows what labels beside it say, so a screen reader passes
 * over it.
 */
struct _HipExerciseRing
{
  GtkWidget parent_instance;

  /* Owned References */
  GIcon *icon;                 /* (nullable) */
  GtkIconPaintable *paintable; /* (nullable): the icon, at @paintable_size */

  int paintable_size;
  double fraction;
  gboolean quiet;
};

G_DEFINE_FINAL_TYPE (HipExerciseRing, hip_exercise_ring, GTK_TYPE_WIDGET)

#define MIN_SIZE     120
#define NATURAL_SIZE 300
/* Of the ring's diameter: its line, and the picture, whose corners are empty. */
#define LINE_PART    0.035
#define PICTURE_PART 0.72

#define TRACK_ALPHA 0.12f
#define QUIET_ALPHA 0.5f

/* What works or moves in a picture has the accent colour, and so has the ring. */
static GdkRGBA
get_accent (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GdkRGBA color;

  adw_accent_color_to_standalone_rgba (adw_style_manager_get_accent_color (manager),
                                       adw_style_manager_get_dark (manager), &color);
  return color;
}

static GtkIconPaintable *
ensure_paintable (HipExerciseRing *self, int size)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (self->paintable == NULL || self->paintable_size != size)
    {
      GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));

      g_clear_object (&self->paintable);
      self->paintable_size = size;
      self->paintable = gtk_icon_theme_lookup_by_gicon (
          theme, self->icon, size, gtk_widget_get_scale_factor (widget), GTK_TEXT_DIR_NONE, 0);
    }
  return self->paintable;
}

static void
snapshot_picture (HipExerciseRing *self, GtkSnapshot *snapshot, double diameter)
{
  int size = (int) (diameter * PICTURE_PART);
  GdkRGBA colors[4];

  gtk_widget_get_color (GTK_WIDGET (self), &colors[GTK_SYMBOLIC_COLOR_FOREGROUND]);
  colors[GTK_SYMBOLIC_COLOR_ERROR] = colors[GTK_SYMBOLIC_COLOR_FOREGROUND];
  colors[GTK_SYMBOLIC_COLOR_WARNING] = colors[GTK_SYMBOLIC_COLOR_FOREGROUND];
  colors[GTK_SYMBOLIC_COLOR_SUCCESS] = get_accent ();

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (-size / 2.0f, -size / 2.0f));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (ensure_paintable (self, size)),
                                            snapshot, size, size, colors, G_N_ELEMENTS (colors));
  gtk_snapshot_restore (snapshot);
}

static void
stroke (GtkSnapshot *snapshot, GskPathBuilder *builder, float width, const GdkRGBA *color)
{
  g_autoptr (GskPath) path = gsk_path_builder_free_to_path (builder);
  g_autoptr (GskStroke) line = gsk_stroke_new (width);

  gsk_stroke_set_line_cap (line, GSK_LINE_CAP_ROUND);
  gtk_snapshot_append_stroke (snapshot, path, line, color);
}

/* What is left ends at the top, and its beginning runs there clockwise. */
static void
snapshot_rest (HipExerciseRing *self, GtkSnapshot *snapshot, float radius, float width)
{
  float begin = (float) (2 * G_PI * (1 - self->fraction));
  GskPathBuilder *builder = gsk_path_builder_new ();
  GdkRGBA color = get_accent ();

  if (self->quiet)
    {
      gtk_widget_get_color (GTK_WIDGET (self), &color);
      color.alpha *= QUIET_ALPHA;
    }
  if (self->fraction >= 1)
    gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT (0, 0), radius);
  else
    {
      gsk_path_builder_move_to (builder, radius * sinf (begin), -radius * cosf (begin));
      gsk_path_builder_svg_arc_to (builder, radius, radius, 0, self->fraction > 0.5, TRUE, 0,
                                   -radius);
    }
  stroke (snapshot, builder, width, &color);
}

static void
hip_exercise_ring_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HipExerciseRing *self = HIP_EXERCISE_RING (widget);
  float w = (float) gtk_widget_get_width (widget);
  float h = (float) gtk_widget_get_height (widget);
  float diameter = MIN (w, h);
  float width = diameter * (float) LINE_PART;
  float radius = (diameter - width) / 2;
  GskPathBuilder *track = gsk_path_builder_new ();
  GdkRGBA color;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (w / 2, h / 2));
  gtk_widget_get_color (widget, &color);
  color.alpha *= TRACK_ALPHA;
  gsk_path_builder_add_circle (track, &GRAPHENE_POINT_INIT (0, 0), radius);
  stroke (snapshot, track, width, &color);
  if (self->fraction > 0)
    snapshot_rest (self, snapshot, radius, width);
  if (self->icon != NULL)
    snapshot_picture (self, snapshot, diameter);
  gtk_snapshot_restore (snapshot);
}

static void
hip_exercise_ring_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  *minimum = MIN_SIZE;
  *natural = NATURAL_SIZE;
}

static void
hip_exercise_ring_dispose (GObject *object)
{
  HipExerciseRing *self = HIP_EXERCISE_RING (object);

  g_clear_object (&self->icon);
  g_clear_object (&self->paintable);

  G_OBJECT_CLASS (hip_exercise_ring_parent_class)->dispose (object);
}

static void
hip_exercise_ring_class_init (HipExerciseRingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hip_exercise_ring_dispose;
  widget_class->measure = hip_exercise_ring_measure;
  widget_class->snapshot = hip_exercise_ring_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
hip_exercise_ring_init (HipExerciseRing *self)
{
}

/**
 * hip_exercise_ring_set_picture:
 * @self: a ring
 * @picture: (nullable): the name of a picture of the guide
 *
 * Shows a picture.
 */
void
hip_exercise_ring_set_picture (HipExerciseRing *self, const char *picture)
{
  g_return_if_fail (HIP_IS_EXERCISE_RING (self));

  g_clear_object (&self->icon);
  g_clear_object (&self->paintable);
  if (picture != NULL)
    {
      g_autofree char *uri = hip_guide_picture_to_uri (picture);
      g_autoptr (GFile) file = g_file_new_for_uri (uri);

      self->icon = g_file_icon_new (file);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * hip_exercise_ring_set_fraction:
 * @self: a ring
 * @fraction: how much is left, 0 to 1
 * @quiet: whether it is a pause
 *
 * Shows how much time is left. In a pause the ring is as quiet as text.
 */
void
hip_exercise_ring_set_fraction (HipExerciseRing *self, double fraction, gboolean quiet)
{
  g_return_if_fail (HIP_IS_EXERCISE_RING (self));

  if (self->fraction == CLAMP (fraction, 0, 1) && self->quiet == quiet)
    return;
  self->fraction = CLAMP (fraction, 0, 1);
  self->quiet = quiet;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
