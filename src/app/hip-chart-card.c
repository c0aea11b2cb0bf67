// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-chart-card.h"

#include <glib/gi18n.h>

#include "hip-chart-export.h"
#include "hip-chart-sample.h"
#include "hip-chart-table-dialog.h"

/* Pixels of a saved picture for one on a normal screen: sharp in print, too. */
#define PICTURE_SCALE 2

/**
 * HipChartCard:
 *
 * A chart with its title, what it says in a sentence or three, and a legend whose entries show and
 * hide what they stand for.
 *
 * ## Actions
 *
 * "card.table" shows the figures, "card.copy", "card.save-png" and "card.save-svg" make a picture.
 */
struct _HipChartCard
{
  AdwBin parent_instance;

  /* Template Children */
  GtkWidget *menu_button;
  GtkLabel *sentence_label;
  GtkWidget *note_label;
  AdwWrapBox *legend_box;
  HipChartView *chart_view;
  AdwBin *extra_bin;

  char *title;       /* (nullable) (owned) */
  char *note;        /* (nullable) (owned) */
  int height;        /* of the drawing */
  GPtrArray *hidden; /* (owned) (element-type utf8): names of entries of the legend */
};

typedef enum
{
  PROP_TITLE = 1,
  PROP_NOTE,
  PROP_HEIGHT,
} HipChartCardProperty;

static GParamSpec *properties[PROP_HEIGHT + 1];

enum
{
  SIGNAL_TARGET_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HipChartCard, hip_chart_card, ADW_TYPE_BIN)

/* Legend */

static gboolean
find_hidden (HipChartCard *self, const char *label, guint *index)
{
  return g_ptr_array_find_with_equal_func (self->hidden, label, g_str_equal, index);
}

/* What was hidden stays so when the chart is made anew. */
static void
key_toggled_cb (HipChartCard *self, GtkToggleButton *button)
{
  guint key = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "key"));
  const char *label = hip_chart_get_key_label (hip_chart_card_get_chart (self), key);
  gboolean hidden = !gtk_toggle_button_get_active (button);
  guint index;

  g_assert (HIP_IS_CHART_CARD (self));

  if (find_hidden (self, label, &index) && !hidden)
    g_ptr_array_remove_index (self->hidden, index);
  else if (hidden)
    g_ptr_array_add (self->hidden, g_strdup (label));
  hip_chart_view_set_key_hidden (self->chart_view, key, hidden);
}

static GtkWidget *
entry_new (HipChart *chart, guint key)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (hip_chart_get_key_label (chart, key));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (box), hip_chart_sample_new (chart, key));
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

static GtkWidget *
toggle_new (HipChartCard *self, HipChart *chart, guint key)
{
  GtkWidget *button = gtk_toggle_button_new ();
  gboolean hidden = find_hidden (self, hip_chart_get_key_label (chart, key), NULL);

  gtk_button_set_child (GTK_BUTTON (button), entry_new (chart, key));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "legend");
  gtk_widget_set_tooltip_text (button, _ ("Show or Hide"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  hip_chart_get_key_label (chart, key), -1);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), !hidden);
  hip_chart_view_set_key_hidden (self->chart_view, key, hidden);
  g_object_set_data (G_OBJECT (button), "key", GUINT_TO_POINTER (key));
  g_signal_connect_object (button, "toggled", G_CALLBACK (key_toggled_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static void
fill_legend (HipChartCard *self, HipChart *chart)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->legend_box))) != NULL)
    adw_wrap_box_remove (self->legend_box, child);
  for (guint key = 0; key < hip_chart_get_n_keys (chart); key++)
    {
      GtkWidget *entry = NULL;

      if (hip_chart_can_hide_key (chart, key))
        {
          entry = toggle_new (self, chart, key);
        }
      else
        {
          entry = entry_new (chart, key);
          gtk_widget_add_css_class (entry, "legend");
        }
      adw_wrap_box_append (self->legend_box, entry);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->legend_box), hip_chart_get_n_keys (chart) > 0);
}

/* Pictures */

static char *
dup_period (HipChartCard *self)
{
  HipTimeAxis *axis = hip_chart_view_get_axis (self->chart_view);
  HipTimeScale scale;

  if (axis == NULL || !hip_chart_has_time (hip_chart_card_get_chart (self)))
    return NULL;
  scale = hip_time_axis_get_scale (axis);

  return hip_day_format_range (scale.from, scale.to);
}

static HipChartExport *
create_picture (HipChartCard *self)
{
  PangoContext *context = gtk_widget_create_pango_context (GTK_WIDGET (self));
  g_autofree char *period = dup_period (self);
  HipChartLayoutOptions options;
  HipChartExport *picture;

  hip_chart_view_get_layout_options (self->chart_view, &options);
  picture = hip_chart_export_new (hip_chart_card_get_chart (self), context, &options, period);
  g_object_unref (context);

  return picture;
}

static GdkTexture *
create_texture (HipChartCard *self)
{
  g_autoptr (HipChartExport) picture = create_picture (self);

  return hip_chart_export_render (
      picture, gtk_native_get_renderer (gtk_widget_get_native (GTK_WIDGET (self))), PICTURE_SCALE);
}

static void
copy_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr (GdkTexture) texture = create_texture (HIP_CHART_CARD (widget));

  gdk_clipboard_set_texture (gtk_widget_get_clipboard (widget), texture);
  gtk_widget_activate_action (widget, "win.tell", "s", _ ("Chart copied"));
}

typedef struct
{
  HipChartCard *card; /* (owned) */
  gboolean svg;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->card);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HipChartCard) self = HIP_CHART_CARD (data);
  g_autoptr (GError) error = NULL;
  gboolean saved = g_file_replace_contents_finish (G_FILE (source), result, NULL, &error);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s",
                              saved ? _ ("Chart saved") : error->message);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Saving) saving = data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (file == NULL || gtk_widget_get_native (GTK_WIDGET (saving->card)) == NULL)
    return;
  if (saving->svg)
    {
      g_autoptr (HipChartExport) picture = create_picture (saving->card);

      bytes = hip_chart_export_to_svg (picture, &error);
    }
  else
    {
      g_autoptr (GdkTexture) texture = create_texture (saving->card);

      bytes = gdk_texture_save_to_png_bytes (texture);
    }
  if (bytes == NULL)
    gtk_widget_activate_action (GTK_WIDGET (saving->card), "win.tell", "s", error->message);
  else
    g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                         saved_cb, g_object_ref (saving->card));
}

static void
save_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  HipChartCard *self = HIP_CHART_CARD (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  Saving *saving = g_new (Saving, 1);
  g_autofree char *name = NULL;

  *saving = (Saving) { g_object_ref (self), g_str_equal (action_name, "card.save-svg") };
  name = g_strdup_printf ("%s.%s", self->title, saving->svg ? "svg" : "png");
  gtk_file_dialog_set_title (dialog, _ ("Save the Chart"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, chosen_cb, saving);
}

static void
table_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  HipChartCard *self = HIP_CHART_CARD (widget);
  HipTimeAxis *axis = hip_chart_view_get_axis (self->chart_view);
  HipTimeScale time = axis != NULL ? hip_time_axis_get_scale (axis)
                                   : hip_time_scale_new_exact (0, 0, G_DATE_MONDAY);

  adw_dialog_present (
      hip_chart_table_dialog_new (hip_chart_card_get_chart (self), self->title, time), widget);
}

static void
activated_cb (HipChartCard *self, guint slot)
{
  HipChartTarget target = hip_chart_find_target (hip_chart_card_get_chart (self), slot);

  g_assert (HIP_IS_CHART_CARD (self));

  if (target.kind != HIP_CHART_TARGET_NONE)
    g_signal_emit (self, signals[SIGNAL_TARGET_ACTIVATED], 0, (int) target.kind, target.id);
}

/* Object */

/* All cards have the same menu. */
static void
set_title (HipChartCard *self, const char *title)
{
  g_set_str (&self->title, title);
  if (title != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button),
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, title, -1);
}

static void
set_note (HipChartCard *self, const char *note)
{
  g_set_str (&self->note, note);
  gtk_widget_set_visible (self->note_label, note != NULL);
}

static void
hip_chart_card_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  HipChartCard *self = HIP_CHART_CARD (object);

  switch ((HipChartCardProperty) property_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_NOTE:
      g_value_set_string (value, self->note);
      break;
    case PROP_HEIGHT:
      g_value_set_int (value, self->height);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
hip_chart_card_set_property (GObject *object,
                             guint property_id,
                             const GValue *value,
                             GParamSpec *pspec)
{
  HipChartCard *self = HIP_CHART_CARD (object);

  switch ((HipChartCardProperty) property_id)
    {
    case PROP_TITLE:
      set_title (self, g_value_get_string (value));
      break;
    case PROP_NOTE:
      set_note (self, g_value_get_string (value));
      break;
    case PROP_HEIGHT:
      self->height = g_value_get_int (value);
      gtk_widget_set_size_request (GTK_WIDGET (self->chart_view), -1, self->height);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
hip_chart_card_dispose (GObject *object)
{
  HipChartCard *self = HIP_CHART_CARD (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HIP_TYPE_CHART_CARD);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->note, g_free);
  g_clear_pointer (&self->hidden, g_ptr_array_unref);

  G_OBJECT_CLASS (hip_chart_card_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *klass)
{
  /**
   * HipChartCard:title:
   *
   * What stands above the chart.
   */
  properties[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  /**
   * HipChartCard:note:
   *
   * How to read it, in small print.
   */
  properties[PROP_NOTE] =
      g_param_spec_string ("note", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  /**
   * HipChartCard:height:
   *
   * How high the drawing is at least, in pixels.
   */
  properties[PROP_HEIGHT] = g_param_spec_int ("height", NULL, NULL, 0, G_MAXINT, 0,
                                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (klass, G_N_ELEMENTS (properties), properties);
}

static void
hip_chart_card_class_init (HipChartCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hip_chart_card_get_property;
  object_class->set_property = hip_chart_card_set_property;
  object_class->dispose = hip_chart_card_dispose;
  install_properties (object_class);

  /**
   * HipChartCard::target-activated:
   * @self: the card
   * @kind: a [enum@ChartTargetKind]
   * @id: what of that kind
   *
   * What is behind a part of the chart is to be opened.
   */
  signals[SIGNAL_TARGET_ACTIVATED] =
      g_signal_new ("target-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT64);

  g_type_ensure (HIP_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/HipLog/ui/hip-chart-card.ui");
  gtk_widget_class_bind_template_child (widget_class, HipChartCard, chart_view);
  gtk_widget_class_bind_template_child (widget_class, HipChartCard, extra_bin);
  gtk_widget_class_bind_template_child (widget_class, HipChartCard, legend_box);
  gtk_widget_class_bind_template_child (widget_class, HipChartCard, menu_button);
  gtk_widget_class_bind_template_child (widget_class, HipChartCard, note_label);
  gtk_widget_class_bind_template_child (widget_class, HipChartCard, sentence_label);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_install_action (widget_class, "card.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "card.save-png", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "card.save-svg", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "card.table", NULL, table_action);
}

static void
hip_chart_card_init (HipChartCard *self)
{
  self->hidden = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  hip_chart_view_set_legend_shown (self->chart_view, FALSE);
}

/**
 * hip_chart_card_get_chart:
 * @self: a card
 *
 * Returns: (transfer none) (nullable): what it shows
 */
HipChart *
hip_chart_card_get_chart (HipChartCard *self)
{
  g_return_val_if_fail (HIP_IS_CHART_CARD (self), NULL);

  return hip_chart_view_get_chart (self->chart_view);
}

/**
 * hip_chart_card_set_chart:
 * @self: a card
 * @chart: what to show; if nothing in it can be selected, its description stands alone
 */
void
hip_chart_card_set_chart (HipChartCard *self, HipChart *chart)
{
  gboolean empty;

  g_return_if_fail (HIP_IS_CHART_CARD (self));
  g_return_if_fail (chart != NULL);

  empty = hip_chart_get_n_slots (chart) == 0;
  hip_chart_view_set_chart (self->chart_view, chart);
  fill_legend (self, chart);
  gtk_widget_set_visible (GTK_WIDGET (self->chart_view), !empty);
  gtk_widget_set_visible (GTK_WIDGET (self->legend_box),
                          !empty && hip_chart_get_n_keys (chart) > 0);
  gtk_widget_set_visible (self->menu_button, !empty);
}

/**
 * hip_chart_card_set_axis:
 * @self: a card
 * @axis: the stretch of time it shows, together with other charts
 */
void
hip_chart_card_set_axis (HipChartCard *self, HipTimeAxis *axis)
{
  g_return_if_fail (HIP_IS_CHART_CARD (self));

  hip_chart_view_set_axis (self->chart_view, axis);
}

/**
 * hip_chart_card_describe:
 * @self: a card with a chart
 * @from: the first day shown
 * @to: the last
 *
 * Says in words what is shown.
 */
void
hip_chart_card_describe (HipChartCard *self, HipDay from, HipDay to)
{
  g_autofree char *text = NULL;

  g_return_if_fail (HIP_IS_CHART_CARD (self));

  text = hip_chart_dup_description (hip_chart_card_get_chart (self), from, to);
  gtk_label_set_label (self->sentence_label, text);
  hip_chart_view_set_description (self->chart_view, text);
}

/**
 * hip_chart_card_set_extra:
 * @self: a card
 * @extra: (nullable): what to show under it, such as the warning of a sign
 */
void
hip_chart_card_set_extra (HipChartCard *self, GtkWidget *extra)
{
  g_return_if_fail (HIP_IS_CHART_CARD (self));

  adw_bin_set_child (self->extra_bin, extra);
  gtk_widget_set_visible (GTK_WIDGET (self->extra_bin), extra != NULL);
}
