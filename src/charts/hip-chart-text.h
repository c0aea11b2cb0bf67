// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-units.h"

#include <glib.h>

G_BEGIN_DECLS

char *hip_chart_format_number (double value, int decimals);
char *hip_chart_format_metres (HipUnits units, double metres);
void hip_chart_text_sentence (GString *text, char *sentence);
void hip_chart_text_line (GString *text, char *line);

G_END_DECLS
