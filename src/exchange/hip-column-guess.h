// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-unknown-table.h"

G_BEGIN_DECLS

/* What the columns may be, from their names and values. @unit: of distances where nothing tells. */
HipColumnMapping *hip_column_guess (const HipUnknownTable *table, HipUnits unit);
/* How the values are written of the column that now feeds @field. */
void hip_column_guess_style (const HipUnknownTable *table,
                             HipColumnMapping *mapping,
                             HipMappedField field,
                             HipUnits unit);

G_END_DECLS
