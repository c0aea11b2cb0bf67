// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-view.h"

/**
 * HipView:
 *
 * One of the window's views: it is made for a session, and repaints whenever
 * that has changed.
 */
typedef struct
{
  /* Owned References */
  HipSession *session;
} HipViewPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (HipView, hip_view, ADW_TYPE_BIN)

typedef enum
{
  PROP_SESSION = 1,
} HipViewProperty;

static GParamSpec *properties[PROP_SESSION + 1];

static HipViewPrivate *
get_priv (HipView *self)
{
  return hip_view_get_instance_private (self);
}

static void
session_changed_cb (HipView *self)
{
  g_assert (HIP_IS_VIEW (self));

  if (HIP_VIEW_GET_CLASS (self)->repaint != NULL)
    HIP_VIEW_GET_CLASS (self)->repaint (self);
}

static void
hip_view_constructed (GObject *object)
{
  HipView *self = HIP_VIEW (object);

  G_OBJECT_CLASS (hip_view_parent_class)->constructed (object);

  g_signal_connect_object (get_priv (self)->session, "changed", G_CALLBACK (session_changed_cb),
                           self, G_CONNECT_SWAPPED);
  session_changed_cb (self);
}

static void
hip_view_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  HipViewPrivate *priv = get_priv (HIP_VIEW (object));

  switch ((HipViewProperty) property_id)
    {
    case PROP_SESSION:
      priv->session = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

/* Where the focus last was inside of a widget. */
static GtkWidget *
find_last_focus (GtkWidget *widget)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_focus_child (widget)) != NULL)
    widget = child;
  return widget;
}

/* What is shown is what one came for, not the header bar's first button. */
static gboolean
hip_view_grab_focus (GtkWidget *widget)
{
  GtkWidget *page = adw_bin_get_child (ADW_BIN (widget));
  GtkWidget *content =
      ADW_IS_TOOLBAR_VIEW (page) ? adw_toolbar_view_get_content (ADW_TOOLBAR_VIEW (page)) : page;
  GtkWidget *last = find_last_focus (content);

  if (last != content && gtk_widget_get_mapped (last) && gtk_widget_grab_focus (last))
    return TRUE;
  return gtk_widget_child_focus (content, GTK_DIR_TAB_FORWARD);
}

static void
hip_view_finalize (GObject *object)
{
  g_clear_object (&get_priv (HIP_VIEW (object))->session);

  G_OBJECT_CLASS (hip_view_parent_class)->finalize (object);
}

static void
hip_view_class_init (HipViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = hip_view_constructed;
  object_class->set_property = hip_view_set_property;
  object_class->finalize = hip_view_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = hip_view_grab_focus;

  /**
   * HipView:session:
   *
   * The session whose log is shown.
   */
  properties[PROP_SESSION] =
      g_param_spec_object ("session", NULL, NULL, HIP_TYPE_SESSION,
                           G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
hip_view_init (HipView *self)
{
}

/**
 * hip_view_get_session:
 *
 * Returns: (transfer none): what the view shows and hands its changes to
 */
HipSession *
hip_view_get_session (HipView *self)
{
  g_return_val_if_fail (HIP_IS_VIEW (self), NULL);

  return get_priv (self)->session;
}

/**
 * hip_view_copy:
 * @table: what is shown
 * @message: that it was copied
 *
 * Puts @table on the clipboard, as a spreadsheet takes it, and shows @message.
 */
void
hip_view_copy (HipView *self, HipTsv *table, const char *message)
{
  g_return_if_fail (HIP_IS_VIEW (self));
  g_return_if_fail (table != NULL);
  g_return_if_fail (message != NULL);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), hip_tsv_get_text (table));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", message);
}
