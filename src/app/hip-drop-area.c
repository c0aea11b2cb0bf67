// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-drop-area.h"

/**
 * HipDropArea:
 *
 * Takes files that are dropped anywhere on its content, and says so while they hover. While the
 * window has a dialog open, it takes none: what is typed there must not be lost.
 */
struct _HipDropArea
{
  AdwBin parent_instance;

  /* Template Children */
  GtkRevealer *hint_revealer;
  AdwStatusPage *hint_page;
};

typedef enum
{
  PROP_CONTENT = 1,
  PROP_DESCRIPTION,
} HipDropAreaProperty;

static GParamSpec *properties[PROP_DESCRIPTION + 1];

enum
{
  SIGNAL_DROPPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HipDropArea, hip_drop_area, ADW_TYPE_BIN)

/* A bin takes its child away by itself, hence it must not be one of the template's. */
static GtkOverlay *
get_overlay (HipDropArea *self)
{
  return GTK_OVERLAY (adw_bin_get_child (ADW_BIN (self)));
}

static gboolean
accept_cb (HipDropArea *self, GdkDrop *drop)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_assert (HIP_IS_DROP_AREA (self));

  return gdk_content_formats_contain_gtype (gdk_drop_get_formats (drop), GDK_TYPE_FILE_LIST)
         && ADW_IS_APPLICATION_WINDOW (root)
         && adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (root)) == NULL;
}

static GdkDragAction
enter_cb (HipDropArea *self)
{
  g_assert (HIP_IS_DROP_AREA (self));

  gtk_revealer_set_reveal_child (self->hint_revealer, TRUE);
  return GDK_ACTION_COPY;
}

static void
leave_cb (HipDropArea *self)
{
  g_assert (HIP_IS_DROP_AREA (self));

  gtk_revealer_set_reveal_child (self->hint_revealer, FALSE);
}

static gboolean
drop_cb (HipDropArea *self, const GValue *value)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  g_assert (HIP_IS_DROP_AREA (self));

  /* Who lets go does not leave. */
  leave_cb (self);
  for (GSList *file = g_value_get_boxed (value); file != NULL; file = file->next)
    g_ptr_array_add (files, g_object_ref (file->data));
  if (files->len > 0)
    g_signal_emit (self, signals[SIGNAL_DROPPED], 0, files);
  return files->len > 0;
}

/* Construction */

static void
hip_drop_area_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HipDropArea *self = HIP_DROP_AREA (object);

  switch ((HipDropAreaProperty) id)
    {
    case PROP_CONTENT:
      g_value_set_object (value, gtk_overlay_get_child (get_overlay (self)));
      break;
    case PROP_DESCRIPTION:
      g_value_set_string (value, adw_status_page_get_description (self->hint_page));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hip_drop_area_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HipDropArea *self = HIP_DROP_AREA (object);

  switch ((HipDropAreaProperty) id)
    {
    case PROP_CONTENT:
      gtk_overlay_set_child (get_overlay (self), g_value_get_object (value));
      break;
    case PROP_DESCRIPTION:
      adw_status_page_set_description (self->hint_page, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hip_drop_area_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HIP_TYPE_DROP_AREA);

  G_OBJECT_CLASS (hip_drop_area_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  /**
   * HipDropArea:content:
   *
   * What files are dropped on.
   */
  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  /**
   * HipDropArea:description:
   *
   * What becomes of files that are dropped, in a sentence.
   */
  properties[PROP_DESCRIPTION] = g_param_spec_string ("description", NULL, NULL, NULL,
                                                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
hip_drop_area_class_init (HipDropAreaClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hip_drop_area_get_property;
  object_class->set_property = hip_drop_area_set_property;
  object_class->dispose = hip_drop_area_dispose;
  install_properties (object_class);

  /**
   * HipDropArea::dropped:
   * @files: (element-type GFile): files and folders
   *
   * Files were let go over the area.
   */
  signals[SIGNAL_DROPPED] = g_signal_new ("dropped", HIP_TYPE_DROP_AREA, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/HipLog/ui/hip-drop-area.ui");
  gtk_widget_class_bind_template_child (widget_class, HipDropArea, hint_revealer);
  gtk_widget_class_bind_template_child (widget_class, HipDropArea, hint_page);
}

static void
hip_drop_area_init (HipDropArea *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (target, "accept", G_CALLBACK (accept_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "enter", G_CALLBACK (enter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
