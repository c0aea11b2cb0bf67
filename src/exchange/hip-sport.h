// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-vocabulary.h"

G_BEGIN_DECLS

/* "Run", "Trail Run", "treadmill_running", "Hardloopsessie", "Laufbandtraining", … */
gboolean hip_sport_is_run (const char *name, HipSurface *surface);

G_END_DECLS
