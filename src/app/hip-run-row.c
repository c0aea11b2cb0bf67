// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-run-row.h"

#include <glib/gi18n.h>

/**
 * HipRunRow:
 *
 * One run in the list: its columns on a wide window, two lines on a narrow one.
 * Its menu hands the run's id to "win.edit-run", "runs.duplicate" and
 * "runs.delete".
 */
struct _HipRunRow
{
  GtkBox parent_instance;

  /* Template Children */
  GtkLabel *day_label;
  GtkLabel *title_label;
  GtkLabel *detail_label;
  GtkLabel *distance_label;
  GtkLabel *duration_label;
  GtkLabel *pace_label;
  GtkLabel *shoe_label;
  GtkWidget *pain_box;
  GtkWidget *dot_label;
  GtkLabel *pain_label;
  GtkMenuButton *menu_button;

  /* Owned References */
  HipRunItem *item; /* (nullable) */
  GSignalGroup *item_signals;
  char *summary;           /* (nullable) */
  GtkWidget *context_menu; /* (nullable): made when first asked for */

  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (HipRunRow, hip_run_row, GTK_TYPE_BOX)

typedef enum
{
  PROP_NARROW = 1,
  PROP_SUMMARY,
} HipRunRowProperty;

static GParamSpec *properties[PROP_SUMMARY + 1];

static const char *const zone_classes[] = { "success", "warning", "error" };

static guint
get_zone (gint32 pain)
{
  if (pain <= 2)
    return 0;
  return pain <= 5 ? 1 : 2;
}

static void
paint_pain (HipRunRow *self)
{
  gint32 pain = hip_run_item_get_pain (self->item);
  g_autofree char *number = g_strdup_printf ("%d", pain);
  /* Translators: a score from 0 to 10. */
  g_autofree char *tip = g_strdup_printf (_ ("Pain that evening: %d of 10"), pain);

  for (guint i = 0; i < G_N_ELEMENTS (zone_classes); i++)
    gtk_widget_remove_css_class (self->dot_label, zone_classes[i]);
  if (pain != HIP_UNSET)
    gtk_widget_add_css_class (self->dot_label, zone_classes[get_zone (pain)]);
  gtk_label_set_label (self->pain_label, pain == HIP_UNSET ? "" : number);
  gtk_widget_set_tooltip_text (self->pain_box, pain == HIP_UNSET ? NULL : tip);
  /* Transparent rather than hidden: the columns keep their places. */
  gtk_widget_set_opacity (self->pain_box, pain == HIP_UNSET ? 0 : 1);
}

static void
set_label (GtkLabel *label, char *text)
{
  gtk_label_set_label (label, text);
  g_free (text);
}

static void
paint_detail (HipRunRow *self)
{
  const char *detail = gtk_label_get_label (self->detail_label);

  gtk_widget_set_visible (GTK_WIDGET (self->detail_label), self->narrow && *detail != '\0');
}

/* A narrow row has two lines anyway: "Tue" above "17" leaves its width to the words. */
static void
paint_day (HipRunRow *self)
{
  char *day = hip_run_item_dup_day (self->item);

  gtk_label_set_width_chars (self->day_label, self->narrow ? 4 : 6);
  set_label (self->day_label, self->narrow ? g_strdelimit (day, " ", '\n') : day);
}

static void
paint (HipRunRow *self)
{
  g_autofree char *summary = NULL;

  if (self->item == NULL)
    return;
  paint_day (self);
  set_label (self->title_label, hip_run_item_dup_title (self->item));
  set_label (self->detail_label, hip_run_item_dup_detail (self->item));
  paint_detail (self);
  set_label (self->distance_label, hip_run_item_dup_distance (self->item));
  set_label (self->duration_label, hip_run_item_dup_duration (self->item));
  set_label (self->pace_label, hip_run_item_dup_pace (self->item));
  gtk_label_set_label (self->shoe_label, hip_run_item_get_shoe (self->item));
  paint_pain (self);
  summary = hip_run_item_dup_sentence (self->item);
  if (g_set_str (&self->summary, summary))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUMMARY]);
}

static void
append_command (GMenu *menu, const char *label, const char *action, gint64 id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "x", id);
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_menu (HipRunRow *self)
{
  GMenu *menu = g_menu_new ();
  gint64 id = hip_run_item_get_run (self->item)->rec.id;

  append_command (menu, _ ("_Edit…"), "win.edit-run", id);
  append_command (menu, _ ("D_uplicate…"), "runs.duplicate", id);
  append_command (menu, _ ("_Copy"), "runs.copy", id);
  append_command (menu, _ ("_Delete"), "runs.delete", id);
  return G_MENU_MODEL (menu);
}

/* Rows are many and their menus seldom opened: each is made when it is. */
static void
create_popup_cb (GtkMenuButton *button, gpointer data)
{
  HipRunRow *self = HIP_RUN_ROW (data);
  g_autoptr (GMenuModel) menu = self->item != NULL ? make_menu (self) : NULL;

  gtk_menu_button_set_popover (button,
                               menu != NULL ? gtk_popover_menu_new_from_model (menu) : NULL);
}

static void
popup_menu (HipRunRow *self, double x, double y)
{
  g_autoptr (GMenuModel) menu = NULL;

  if (self->item == NULL)
    return;
  menu = make_menu (self);
  g_clear_pointer (&self->context_menu, gtk_widget_unparent);
  self->context_menu = gtk_popover_menu_new_from_model (menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->context_menu), FALSE);
  gtk_widget_set_halign (self->context_menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->context_menu, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->context_menu),
                               &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->context_menu));
}

static void
secondary_pressed_cb (HipRunRow *self, int n_press, double x, double y)
{
  g_assert (HIP_IS_RUN_ROW (self));

  popup_menu (self, x, y);
}

static void
long_pressed_cb (HipRunRow *self, double x, double y)
{
  g_assert (HIP_IS_RUN_ROW (self));

  popup_menu (self, x, y);
}

static void
hip_run_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HipRunRow *self = HIP_RUN_ROW (object);

  switch ((HipRunRowProperty) id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_SUMMARY:
      g_value_set_string (value, self->summary);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_narrow (HipRunRow *self, gboolean narrow)
{
  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  if (self->item != NULL)
    paint_day (self);
  paint_detail (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
hip_run_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((HipRunRowProperty) id)
    {
    case PROP_NARROW:
      set_narrow (HIP_RUN_ROW (object), g_value_get_boolean (value));
      break;
    case PROP_SUMMARY:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hip_run_row_dispose (GObject *object)
{
  HipRunRow *self = HIP_RUN_ROW (object);

  g_clear_pointer (&self->context_menu, gtk_widget_unparent);
  g_clear_object (&self->item_signals);
  g_clear_object (&self->item);
  g_clear_pointer (&self->summary, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), HIP_TYPE_RUN_ROW);
  G_OBJECT_CLASS (hip_run_row_parent_class)->dispose (object);
}

static void
hip_run_row_class_init (HipRunRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hip_run_row_get_property;
  object_class->set_property = hip_run_row_set_property;
  object_class->dispose = hip_run_row_dispose;

  /**
   * HipRunRow:narrow:
   *
   * Whether there is only room for two lines instead of columns.
   */
  properties[PROP_NARROW] =
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * HipRunRow:summary:
   *
   * All that the row shows in one line, for a screen reader.
   */
  properties[PROP_SUMMARY] =
      g_param_spec_string ("summary", NULL, NULL, NULL,
                           G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/HipLog/ui/hip-run-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HipRunRow, day_label);
  gtk_widget_class_bind_template_child (widget_class, HipRunRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, HipRunRow, detail_label);
  gtk_widget_class_bind_template_child (widget_class, HipRunRow, distance_label);
  gtk_widget_class_bind_template_child (widget_class, HipRunRow, duration_label);
  gtk_widget_class_bind_template_child (widget_class, HipRunRow, pace_label);
  gtk_widget_class_bind_template_child (widget_class, HipRunRow, shoe_label);
  gtk_widget_class_bind_template_child (widget_class, HipRunRow, pain_box);
  gtk_widget_class_bind_template_child (widget_class, HipRunRow, dot_label);
  gtk_widget_class_bind_template_child (widget_class, HipRunRow, pain_label);
  gtk_widget_class_bind_template_child (widget_class, HipRunRow, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, secondary_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, long_pressed_cb);
}

static void
hip_run_row_init (HipRunRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, create_popup_cb, self, NULL);
  self->item_signals = g_signal_group_new (HIP_TYPE_RUN_ITEM);
  g_signal_group_connect_object (self->item_signals, "changed", G_CALLBACK (paint), self,
                                 G_CONNECT_SWAPPED);
}

/**
 * hip_run_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
hip_run_row_new (void)
{
  return g_object_new (HIP_TYPE_RUN_ROW, NULL);
}

/**
 * hip_run_row_get_item:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the item it shows
 */
HipRunItem *
hip_run_row_get_item (HipRunRow *self)
{
  g_return_val_if_fail (HIP_IS_RUN_ROW (self), NULL);

  return self->item;
}

/**
 * hip_run_row_set_item:
 * @self: a row
 * @item: (nullable): what to show from now on
 *
 * Shows @item, and follows its changes.
 */
void
hip_run_row_set_item (HipRunRow *self, HipRunItem *item)
{
  g_return_if_fail (HIP_IS_RUN_ROW (self));
  g_return_if_fail (item == NULL || HIP_IS_RUN_ITEM (item));

  if (!g_set_object (&self->item, item))
    return;
  g_signal_group_set_target (self->item_signals, item);
  gtk_menu_button_set_popover (self->menu_button, NULL);
  gtk_menu_button_set_create_popup_func (self->menu_button, create_popup_cb, self, NULL);
  paint (self);
}
