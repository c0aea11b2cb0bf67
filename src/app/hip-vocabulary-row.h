// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "hip-vocabulary.h"

G_BEGIN_DECLS

#define HIP_TYPE_VOCABULARY_ROW (hip_vocabulary_row_get_type ())
G_DECLARE_FINAL_TYPE (HipVocabularyRow, hip_vocabulary_row, HIP, VOCABULARY_ROW, AdwComboRow)

GtkWidget *hip_vocabulary_row_new (void);

void hip_vocabulary_row_set_vocabulary (HipVocabularyRow *self, const HipVocabulary *vocabulary);

guint hip_vocabulary_row_get_value (HipVocabularyRow *self);
void hip_vocabulary_row_set_value (HipVocabularyRow *self, guint value);

G_END_DECLS
