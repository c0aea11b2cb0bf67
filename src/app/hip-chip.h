// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "hip-vocabulary.h"

G_BEGIN_DECLS

GtkWidget *hip_chip_new (const HipVocabulary *vocabulary, guint value);
GtkWidget *hip_chip_row_new (const HipVocabulary *vocabulary, guint value, GtkWidget **check);

const HipVocabulary *hip_chip_get_vocabulary (GtkWidget *chip);
guint32 hip_chip_get_bit (GtkWidget *chip);

G_END_DECLS
