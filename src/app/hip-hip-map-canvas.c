// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-hip-map-canvas.h"

#include <glib/gi18n.h>

#include "hip-chart-palette.h"

/* Pixels. The picture keeps its size; what is left of the width is for words. */
#define FIGURE_HEIGHT 330
#define SCALE         ((float) FIGURE_HEIGHT / HIP_HIP_MAP_HEIGHT)
#define FIGURE_WIDTH  ((int) (HIP_HIP_MAP_WIDTH * SCALE))
#define GAP           18 /* between the picture and the words */
#define LINE_SPACING  4  /* between words */
#define LINE_WIDTH    0.75
#define MAX_LABELS    9

typedef struct
{
  HipAreas area;
  GtkWidget *button; /* borrowed */
  float anchor_y;    /* pixels */
} Label;

/**
 * HipHipMapCanvas:
 *
 * The picture of a hip, and beside it a button for each area that it shows, joined to it by a
 * line. An area is chosen in the picture or by its button, which is the one for the keyboard and
 * for screen readers.
 */
struct _HipHipMapCanvas
{
  GtkWidget parent_instance;

  /* Owned References */
  HipChartPalette *palette;
  HipHipMap *map; /* (nullable) until it is set */

  Label labels[MAX_LABELS]; /* from top to bottom */
  guint n_labels;
  HipAreas areas;   /* that are chosen, seen or not */
  HipAreas pointed; /* that the pointer is at in the picture */
  gboolean painting;
};

G_DEFINE_FINAL_TYPE (HipHipMapCanvas, hip_hip_map_canvas, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Size and place */

static int
measure_labels_width (HipHipMapCanvas *self, gboolean natural)
{
  int width = 0;

  for (guint i = 0; i < self->n_labels; i++)
    {
      int minimum_width, natural_width;

      gtk_widget_measure (self->labels[i].button, GTK_ORIENTATION_HORIZONTAL, -1, &minimum_width,
                          &natural_width, NULL, NULL);
      width = MAX (width, natural ? natural_width : minimum_width);
    }
  return width;
}

static int
get_label_width (HipHipMapCanvas *self, int width)
{
  int room = width - FIGURE_WIDTH - GAP;

  return CLAMP (room, measure_labels_width (self, FALSE), measure_labels_width (self, TRUE));
}

static int
measure_label_height (HipHipMapCanvas *self, guint i, int width)
{
  int height;

  gtk_widget_measure (self->labels[i].button, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL,
                      NULL);
  return height;
}

static int
measure_labels_height (HipHipMapCanvas *self, int width)
{
  int height = 0;

  for (guint i = 0; i < self->n_labels; i++)
    height += measure_label_height (self, i, width) + (i > 0 ? LINE_SPACING : 0);
  return height;
}

static GtkSizeRequestMode
hip_hip_map_canvas_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
hip_hip_map_canvas_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  HipHipMapCanvas *self = HIP_HIP_MAP_CANVAS (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = FIGURE_WIDTH + GAP + measure_labels_width (self, FALSE);
      *natural = FIGURE_WIDTH + GAP + measure_labels_width (self, TRUE);
      return;
    }
  for_size = for_size < 0 ? G_MAXINT : for_size;
  *minimum = *natural =
      MAX (FIGURE_HEIGHT, measure_labels_height (self, get_label_width (self, for_size)));
}

/* Each as near to its area as the others let it, in @tops; from the top, then from the bottom. */
static void
place_labels (HipHipMapCanvas *self, int width, int height, int tops[MAX_LABELS])
{
  int bottom = 0;

  for (guint i = 0; i < self->n_labels; i++)
    {
      int own = measure_label_height (self, i, width);

      tops[i] = MAX ((int) self->labels[i].anchor_y - own / 2, bottom);
      bottom = tops[i] + own + LINE_SPACING;
    }
  bottom = height;
  for (guint i = self->n_labels; i-- > 0;)
    {
      int own = measure_label_height (self, i, width);

      tops[i] = MAX (MIN (tops[i], bottom - own), 0);
      bottom = tops[i] - LINE_SPACING;
    }
}

static int
get_figure_x (HipHipMapCanvas *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int labels = get_label_width (self, width);
  int start = MAX ((width - FIGURE_WIDTH - GAP - labels) / 2, 0);

  return hip_hip_map_is_on_left (self->map) ? start + labels + GAP : start;
}

static void
hip_hip_map_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HipHipMapCanvas *self = HIP_HIP_MAP_CANVAS (widget);
  int tops[MAX_LABELS];
  int label_width, figure_x;

  if (self->map == NULL)
    return;
  label_width = get_label_width (self, width);
  figure_x = get_figure_x (self);
  place_labels (self, label_width, height, tops);
  for (guint i = 0; i < self->n_labels; i++)
    {
      GtkWidget *button = self->labels[i].button;
      int own;

      gtk_widget_measure (button, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &own, NULL, NULL);
      own = MIN (own, label_width);
      gtk_widget_size_allocate (
          button,
          &(GtkAllocation) { hip_hip_map_is_on_left (self->map) ? figure_x - GAP - own
                                                                : figure_x + FIGURE_WIDTH + GAP,
                             tops[i], own, measure_label_height (self, i, label_width) },
          -1);
    }
}

/* Drawing */

static HipAreas
get_lit (HipHipMapCanvas *self)
{
  const GtkStateFlags lit = GTK_STATE_FLAG_PRELIGHT | GTK_STATE_FLAG_FOCUS_VISIBLE;

  for (guint i = 0; i < self->n_labels; i++)
    if (gtk_widget_get_state_flags (self->labels[i].button) & lit)
      return self->labels[i].area;
  return 0;
}

/* From the words to the area. */
static void
draw_line (HipHipMapCanvas *self, GtkSnapshot *snapshot, const Label *label, const GdkRGBA *color)
{
  g_autoptr (GskPath) path = NULL;
  GskPathBuilder *builder = gsk_path_builder_new ();
  GskStroke *stroke = gsk_stroke_new (LINE_WIDTH);
  graphene_point_t anchor;
  graphene_rect_t box;

  hip_hip_map_get_anchor (self->map, label->area, &anchor);
  graphene_point_init (&anchor, get_figure_x (self) + anchor.x * SCALE, anchor.y * SCALE);
  if (gtk_widget_compute_bounds (label->button, GTK_WIDGET (self), &box))
    {
      gsk_path_builder_move_to (builder, anchor.x, anchor.y);
      gsk_path_builder_line_to (builder,
                                hip_hip_map_is_on_left (self->map) ? box.origin.x + box.size.width
                                                                   : box.origin.x,
                                box.origin.y + box.size.height / 2);
    }
  gsk_path_builder_add_circle (builder, &anchor, 1);
  path = gsk_path_builder_free_to_path (builder);
  gtk_snapshot_append_stroke (snapshot, path, stroke, color);
  gsk_stroke_free (stroke);
}

static void
hip_hip_map_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HipHipMapCanvas *self = HIP_HIP_MAP_CANVAS (widget);
  HipChartColors colors;
  HipAreas lit = get_lit (self);

  if (self->map == NULL)
    return;
  hip_chart_palette_resolve (self->palette, &colors);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (get_figure_x (self), 0));
  gtk_snapshot_scale (snapshot, SCALE, SCALE);
  hip_hip_map_snapshot (self->map, snapshot, &colors, self->areas, lit);
  gtk_snapshot_restore (snapshot);
  for (guint i = 0; i < self->n_labels; i++)
    {
      gboolean marked = ((self->areas | lit) & self->labels[i].area) != 0;

      draw_line (self, snapshot, &self->labels[i], marked ? &colors.accent : &colors.dim);
      gtk_widget_snapshot_child (widget, self->labels[i].button, snapshot);
    }
}

/* Choosing */

static void
paint (HipHipMapCanvas *self)
{
  self->painting = TRUE;
  for (guint i = 0; i < self->n_labels; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->labels[i].button),
                                  (self->areas & self->labels[i].area) != 0);
  self->painting = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
toggled_cb (HipHipMapCanvas *self, GtkToggleButton *button)
{
  HipAreas area = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "area"));

  g_assert (HIP_IS_HIP_MAP_CANVAS (self));

  if (self->painting)
    return;
  self->areas ^= area;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static HipAreas
find_area (HipHipMapCanvas *self, double x, double y)
{
  graphene_point_t point =
      GRAPHENE_POINT_INIT ((x - get_figure_x (self)) / SCALE, (float) y / SCALE);

  return hip_hip_map_hit (self->map, &point);
}

static GtkWidget *
find_button (HipHipMapCanvas *self, HipAreas area)
{
  for (guint i = 0; i < self->n_labels; i++)
    if (self->labels[i].area == area)
      return self->labels[i].button;
  return NULL;
}

/* The words answer the pointer as if it were on them. */
static void
set_pointed (HipHipMapCanvas *self, HipAreas area)
{
  if (self->pointed == area)
    return;
  if (self->pointed != 0)
    gtk_widget_unset_state_flags (find_button (self, self->pointed), GTK_STATE_FLAG_PRELIGHT);
  if (area != 0)
    gtk_widget_set_state_flags (find_button (self, area), GTK_STATE_FLAG_PRELIGHT, FALSE);
  self->pointed = area;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), area != 0 ? "pointer" : NULL);
}

static void
motion_cb (HipHipMapCanvas *self, double x, double y)
{
  g_assert (HIP_IS_HIP_MAP_CANVAS (self));

  set_pointed (self, find_area (self, x, y));
}

static void
leave_cb (HipHipMapCanvas *self)
{
  g_assert (HIP_IS_HIP_MAP_CANVAS (self));

  set_pointed (self, 0);
}

static void
released_cb (HipHipMapCanvas *self, int n_press, double x, double y)
{
  HipAreas area = find_area (self, x, y);
  GtkToggleButton *button;

  g_assert (HIP_IS_HIP_MAP_CANVAS (self));

  if (area == 0)
    return;
  button = GTK_TOGGLE_BUTTON (find_button (self, area));
  gtk_toggle_button_set_active (button, !gtk_toggle_button_get_active (button));
}

/* Words */

static GtkWidget *
button_new (HipAreas area, HipSide side)
{
  const char *text = hip_vocabulary_get_label (hip_vocabulary_areas (), g_bit_storage (area));
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");
  GtkWidget *label = gtk_label_new (text);
  g_autofree char *name =
      /* Translators: a part of the body, as in “Side of the hip, left hip”. */
      g_strdup_printf (side == HIP_SIDE_LEFT ? _ ("%s, left hip") : _ ("%s, right hip"), text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  g_object_bind_property (button, "active", check, "visible", G_BINDING_SYNC_CREATE);
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "chip");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "area", GUINT_TO_POINTER (area));
  return button;
}

static void
clear_labels (HipHipMapCanvas *self)
{
  for (guint i = 0; i < self->n_labels; i++)
    gtk_widget_unparent (self->labels[i].button);
  self->n_labels = 0;
}

static int
compare_labels (gconstpointer a, gconstpointer b)
{
  float difference = ((const Label *) a)->anchor_y - ((const Label *) b)->anchor_y;

  return (difference > 0) - (difference < 0);
}

/* In the order of Tab, too, from top to bottom. */
static void
fill_labels (HipHipMapCanvas *self, HipSide side)
{
  for (HipAreas left = hip_hip_map_get_areas (self->map); left != 0; left &= left - 1)
    {
      HipAreas area = left & -left;
      graphene_point_t anchor;

      hip_hip_map_get_anchor (self->map, area, &anchor);
      self->labels[self->n_labels++] =
          (Label) { .area = area, .anchor_y = anchor.y * SCALE, .button = button_new (area, side) };
    }
  qsort (self->labels, self->n_labels, sizeof (Label), compare_labels);
  for (guint i = 0; i < self->n_labels; i++)
    {
      GtkWidget *button = self->labels[i].button;

      gtk_widget_set_parent (button, GTK_WIDGET (self));
      g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (button, "state-flags-changed", G_CALLBACK (gtk_widget_queue_draw),
                               self, G_CONNECT_SWAPPED);
    }
}

/* Construction */

static void
hip_hip_map_canvas_dispose (GObject *object)
{
  HipHipMapCanvas *self = HIP_HIP_MAP_CANVAS (object);

  clear_labels (self);
  g_clear_pointer (&self->palette, hip_chart_palette_free);
  g_clear_pointer (&self->map, hip_hip_map_free);

  G_OBJECT_CLASS (hip_hip_map_canvas_parent_class)->dispose (object);
}

static void
hip_hip_map_canvas_class_init (HipHipMapCanvasClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hip_hip_map_canvas_dispose;
  widget_class->get_request_mode = hip_hip_map_canvas_get_request_mode;
  widget_class->measure = hip_hip_map_canvas_measure;
  widget_class->size_allocate = hip_hip_map_canvas_size_allocate;
  widget_class->snapshot = hip_hip_map_canvas_snapshot;

  /**
   * HipHipMapCanvas::changed:
   *
   * The runner chose an area, or took it back.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", HIP_TYPE_HIP_MAP_CANVAS, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
hip_hip_map_canvas_init (HipHipMapCanvas *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->palette = hip_chart_palette_new (GTK_WIDGET (self));
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  hip_hip_map_canvas_set_map (self, HIP_MAP_VIEW_FRONT, HIP_SIDE_LEFT);
}

/**
 * hip_hip_map_canvas_set_map:
 * @self: a picture
 * @view: from where
 * @side: which hip
 *
 * Shows the hip from another side, or the other hip. What is chosen stays chosen.
 */
void
hip_hip_map_canvas_set_map (HipHipMapCanvas *self, HipMapView view, HipSide side)
{
  g_return_if_fail (HIP_IS_HIP_MAP_CANVAS (self));

  clear_labels (self);
  g_clear_pointer (&self->map, hip_hip_map_free);
  self->map = hip_hip_map_new (view, side);
  self->pointed = 0;
  fill_labels (self, side);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
      side == HIP_SIDE_LEFT ? _ ("Where the left hip hurts") : _ ("Where the right hip hurts"), -1);
  paint (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * hip_hip_map_canvas_get_areas:
 * @self: a picture
 *
 * Returns: what is chosen, in this view or in another
 */
HipAreas
hip_hip_map_canvas_get_areas (HipHipMapCanvas *self)
{
  g_return_val_if_fail (HIP_IS_HIP_MAP_CANVAS (self), 0);

  return self->areas;
}

/**
 * hip_hip_map_canvas_set_areas:
 * @self: a picture
 * @areas: what is chosen
 *
 * Chooses areas, without a signal.
 */
void
hip_hip_map_canvas_set_areas (HipHipMapCanvas *self, HipAreas areas)
{
  g_return_if_fail (HIP_IS_HIP_MAP_CANVAS (self));

  self->areas = areas;
  paint (self);
}
