// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gio/gio.h>

#include "hip-unknown-table.h"

G_BEGIN_DECLS

/* What was chosen for tables, kept in the settings. */

/* Remembers a mapping, in place of an older one for the same header. */
void hip_column_memory_add (GSettings *settings, const HipColumnMapping *mapping);
/* Makes what was chosen for the same header the guess of the table. */
gboolean hip_column_memory_recall (GSettings *settings, HipUnknownTable *table, HipUnits units);

G_END_DECLS
