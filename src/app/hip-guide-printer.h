// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include "hip-guide-page.h"

G_BEGIN_DECLS

GtkPrintOperation *hip_guide_printer_new (HipGuidePage *page);

G_END_DECLS
