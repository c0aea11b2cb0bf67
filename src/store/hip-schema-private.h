// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-sqlite.h"

/* The versions of the file and the way from each to the next; tests have steps of their own. */

G_BEGIN_DECLS

typedef struct
{
  const char *const *steps; /* steps[n] leads from version n to n + 1 */
  int n_steps;
} HipSchema;

const HipSchema *hip_schema_get_default (void);

gboolean
hip_schema_migrate (sqlite3 *db, const HipSchema *schema, const char *path, GError **error);

G_END_DECLS
