// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-importer.h"

G_BEGIN_DECLS

/* (transfer full): "3 runs, 1 pair of shoes"; empty where there is nothing. */
char *hip_count_words_list (HipImportCounts counts);

G_END_DECLS
