// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-menu-button.h"

/**
 * HipMenuButton:
 *
 * The primary menu, the same at the end of every view's header bar.
 */
struct _HipMenuButton
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (HipMenuButton, hip_menu_button, ADW_TYPE_BIN)

static void
hip_menu_button_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HIP_TYPE_MENU_BUTTON);

  G_OBJECT_CLASS (hip_menu_button_parent_class)->dispose (object);
}

static void
hip_menu_button_class_init (HipMenuButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hip_menu_button_dispose;

  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/org/example/HipLog/ui/hip-menu-button.ui");
}

static void
hip_menu_button_init (HipMenuButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
