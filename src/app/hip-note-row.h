// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HIP_TYPE_NOTE_ROW (hip_note_row_get_type ())
G_DECLARE_FINAL_TYPE (HipNoteRow, hip_note_row, HIP, NOTE_ROW, AdwPreferencesRow)

GtkWidget *hip_note_row_new (void);

const char *hip_note_row_get_text (HipNoteRow *self);
void hip_note_row_set_text (HipNoteRow *self, const char *text);
void hip_note_row_set_error (HipNoteRow *self, GtkWidget *row, const char *text);

G_END_DECLS
