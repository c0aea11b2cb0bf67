// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean hip_guide_picture_draw (const char *name, cairo_t *cr, double size);

G_END_DECLS
