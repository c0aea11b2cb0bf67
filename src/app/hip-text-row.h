// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HIP_TYPE_TEXT_ROW (hip_text_row_get_type ())
G_DECLARE_FINAL_TYPE (HipTextRow, hip_text_row, HIP, TEXT_ROW, AdwPreferencesRow)

GtkWidget *hip_text_row_new (void);

char *hip_text_row_dup_text (HipTextRow *self);
void hip_text_row_set_text (HipTextRow *self, const char *text);

G_END_DECLS
