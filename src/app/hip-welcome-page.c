// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-welcome-page.h"

/**
 * HipWelcomePage:
 *
 * The first start: an empty log, an import, or a look around in a sample.
 */
struct _HipWelcomePage
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (HipWelcomePage, hip_welcome_page, ADW_TYPE_BIN)

static void
hip_welcome_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HIP_TYPE_WELCOME_PAGE);

  G_OBJECT_CLASS (hip_welcome_page_parent_class)->dispose (object);
}

static void
hip_welcome_page_class_init (HipWelcomePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hip_welcome_page_dispose;

  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/org/example/HipLog/ui/hip-welcome-page.ui");
}

static void
hip_welcome_page_init (HipWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
