// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-sqlite.h"

/* The versions of the file and the way from each to the next. Private to the store. */

G_BEGIN_DECLS

int hip_schema_get_version (void);

G_END_DECLS
