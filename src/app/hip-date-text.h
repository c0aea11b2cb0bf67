// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-day.h"

G_BEGIN_DECLS

char *hip_date_text_format (HipDay day);
gboolean hip_date_text_parse (const char *text, HipDay today, HipDay *day, GError **error);

G_END_DECLS
