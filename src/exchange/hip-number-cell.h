// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HipNumberStyle:
 * @decimal_mark: ',' or '.', 0 when it is not known
 * @large: the numbers are large and mostly whole, like metres: "10,500" has a mark of thousands
 *   rather than of decimals when @decimal_mark does not tell
 *
 * How the numbers of a column are written.
 */
typedef struct
{
  char decimal_mark;
  gboolean large;
} HipNumberStyle;

/* "10.5", "10,5 km", "1.024,50", "10 500 m", "10'500". @unit: what follows it, folded. */
gboolean
hip_number_cell_parse (const char *cell, HipNumberStyle style, double *number, char **unit);
/* The mark that can only be that of decimals, 0 if there is none. */
char hip_number_cell_find_mark (const char *cell);

G_END_DECLS
