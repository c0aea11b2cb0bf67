// SPDX-License-Identifier: GPL-3.0-or-later
// Linked into the program that the robot works.
//
// GTK tells assistive technology where a widget is by summing up, from the widget to its window,
// where each border box lies in its parent's content box. What separates those two boxes, border
// and padding of every ancestor, is lost on the way, so a widget seems to be some ten or twenty
// pixels from where it is. The robot has to hit it: here the places are told from border box to
// border box.
#include "config.h"

#include <gtk/gtk.h>

static gboolean
get_bounds (GtkAccessible *accessible, int *x, int *y, int *width, int *height)
{
  GtkWidget *widget = GTK_WIDGET (accessible);
  GtkWidget *parent = gtk_widget_get_parent (widget);
  graphene_rect_t own, box;

  /* Who asks does not look at what is returned. */
  *x = *y = *width = *height = 0;
  if (!gtk_widget_get_realized (widget) || !gtk_widget_compute_bounds (widget, widget, &own))
    return FALSE;
  *width = (int) own.size.width;
  *height = (int) own.size.height;
  if (parent != NULL && gtk_widget_compute_bounds (widget, parent, &own)
      && gtk_widget_compute_bounds (parent, parent, &box))
    {
      *x = (int) (own.origin.x - box.origin.x);
      *y = (int) (own.origin.y - box.origin.y);
    }
  return TRUE;
}

/* Before any other widget's class has taken over what the first one has. */
__attribute__ ((constructor)) static void
correct_bounds (void)
{
  GTypeClass *klass = g_type_class_ref (GTK_TYPE_WIDGET);
  GtkAccessibleInterface *interface = g_type_interface_peek (klass, GTK_TYPE_ACCESSIBLE);

  interface->get_bounds = get_bounds;
}
