// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

#include "hip-day.h"

G_BEGIN_DECLS

/* What stands in cells, as programs and people write it. Blanks around it do not matter. */

gboolean hip_cell_is_empty (const char *cell);
/* Empty, or what programs write for nothing: "--", "n/a", "NaN". */
gboolean hip_cell_is_missing (const char *cell);
/* What a spreadsheet might make of a text: something to run, or a number, a date, a truth. */
gboolean hip_cell_is_formula (const char *text);
gboolean hip_cell_is_value (const char *text);
/* "10", "10.5", "10,5", "1,234.5", "1.234,5". */
gboolean hip_cell_parse_number (const char *cell, double *number);
gboolean hip_cell_parse_date (const char *cell, HipDay *day);            /* "2024-03-15" */
gboolean hip_cell_parse_time (const char *cell, gint32 *seconds_of_day); /* "7:30", "7:30 PM" */
gboolean hip_cell_parse_duration (const char *cell, double *seconds);    /* "52:10", "1:02:30.5" */
char *hip_cell_dup_trimmed (const char *cell);
/* Trimmed, with LF line ends, not longer than a text of the log may be; NULL when empty. */
char *hip_cell_dup_text (const char *cell);
/* At most a few words of it, on one line: for messages. */
char *hip_cell_dup_excerpt (const char *cell);
/* Composed, case folded, without blanks, dots, hyphens, apostrophes: to compare what people see. */
char *hip_cell_dup_key (const char *cell);

G_END_DECLS
