// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-tsv.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n.h>

#include "hip-csv-writer.h"

/* Excel, LibreOffice and Google Sheets all make cells of pasted lines with tabs. A cell that begins
 * with a quotation mark is read up to the next one that stands alone, over tabs and lines; inside,
 * two are one. One further on in a cell is itself. They could have lines in a cell that way, but
 * a letter or a chat, where tables are pasted as well, would show them as broken rows: so tabs and
 * line ends become blanks, and only what begins with a quotation mark is quoted.
 *
 * What each of them takes for a number depends on its language, which is here taken to be the
 * runner's: hence the locale's decimal mark, and no unit in the cell. Dates in ISO 8601 and times
 * with their hours ("0:52:10", not "52:10", which would be hours) are understood in every one. */

struct _HipTsv
{
  GString *text;
  gboolean row_begun;
};

/**
 * hip_tsv_new:
 *
 * Returns: (transfer full): a table without rows
 */
HipTsv *
hip_tsv_new (void)
{
  HipTsv *self = g_new0 (HipTsv, 1);

  self->text = g_string_new (NULL);
  return self;
}

/**
 * hip_tsv_free:
 * @self: (nullable): a table
 */
void
hip_tsv_free (HipTsv *self)
{
  if (self == NULL)
    return;

  g_string_free (self->text, TRUE);
  g_free (self);
}

static void
begin_cell (HipTsv *self)
{
  if (self->row_begun)
    g_string_append_c (self->text, '\t');
  self->row_begun = TRUE;
}

/* On one line, without blanks around it: spreadsheets would look for a formula behind them. */
static char *
flatten (const char *text)
{
  return g_strstrip (g_strdelimit (g_strdup (text), "\t\r\n\v\f", ' '));
}

static void
append_quoted (GString *to, const char *text)
{
  g_autoptr (GString) quoted = g_string_new (text);

  g_string_replace (quoted, "\"", "\"\"", 0);
  g_string_append_printf (to, "\"%s\"", quoted->str);
}

/**
 * hip_tsv_add_text:
 * @self: a table
 * @text: (nullable): what somebody wrote; %NULL is empty
 *
 * Adds a text, on one line, which no spreadsheet takes for a formula.
 */
void
hip_tsv_add_text (HipTsv *self, const char *text)
{
  g_autofree char *line = NULL;

  g_return_if_fail (self != NULL);

  begin_cell (self);
  if (text == NULL)
    return;
  line = flatten (text);
  if (*line == '"')
    append_quoted (self->text, line);
  else
    g_string_append_printf (self->text, "%s%s", hip_csv_get_guard (line, HIP_CSV_PLAIN), line);
}

/**
 * hip_tsv_add_title:
 * @self: a table
 * @title: what stands in a column
 * @unit: (nullable): its unit, which the cells below are without
 *
 * Adds the title of a column.
 */
void
hip_tsv_add_title (HipTsv *self, const char *title, const char *unit)
{
  g_autofree char *text = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (title != NULL);

  if (unit != NULL)
    /* Translators: the title of a column and its unit, “Distance (km)”. */
    text = g_strdup_printf (C_ ("title of a column", "%1$s (%2$s)"), title, unit);
  hip_tsv_add_text (self, unit != NULL ? text : title);
}

/**
 * hip_tsv_add_day:
 * @self: a table
 * @day: a day; %HIP_DAY_NONE is empty
 *
 * Adds a date.
 */
void
hip_tsv_add_day (HipTsv *self, HipDay day)
{
  g_autofree char *iso = NULL;

  g_return_if_fail (self != NULL);

  begin_cell (self);
  if (day == HIP_DAY_NONE)
    return;
  iso = hip_day_to_iso (day);
  g_string_append (self->text, iso);
}

/**
 * hip_tsv_add_number:
 * @self: a table
 * @value: any number; NAN is empty
 * @decimals: how many decimals, 0 to 9
 *
 * Adds a number with the locale's decimal mark, and without groups of thousands.
 */
void
hip_tsv_add_number (HipTsv *self, double value, int decimals)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (decimals >= 0 && decimals <= 9);

  begin_cell (self);
  if (isfinite (value))
    g_string_append_printf (self->text, "%.*f", decimals, value);
}

/**
 * hip_tsv_add_distance:
 * @self: a table
 * @units: what the title of the column says
 * @metres: a distance; NAN is empty
 *
 * Adds a distance with up to three decimals, which is to the metre.
 */
void
hip_tsv_add_distance (HipTsv *self, HipUnits units, double metres)
{
  g_autofree char *number = NULL;

  g_return_if_fail (self != NULL);

  begin_cell (self);
  if (!isfinite (metres))
    return;
  number = hip_units_format_number (units, llround (metres), 3);
  g_string_append (self->text, number);
}

/**
 * hip_tsv_add_duration:
 * @self: a table
 * @seconds: a duration; less than 0 is empty
 *
 * Adds a duration with its hours.
 */
void
hip_tsv_add_duration (HipTsv *self, gint64 seconds)
{
  g_return_if_fail (self != NULL);

  begin_cell (self);
  if (seconds >= 0)
    g_string_append_printf (self->text, "%" G_GINT64_FORMAT ":%02d:%02d", seconds / 3600,
                            (int) (seconds / 60 % 60), (int) (seconds % 60));
}

/**
 * hip_tsv_end_row:
 * @self: a table
 *
 * Ends the row.
 */
void
hip_tsv_end_row (HipTsv *self)
{
  g_return_if_fail (self != NULL);

  g_string_append_c (self->text, '\n');
  self->row_begun = FALSE;
}

/**
 * hip_tsv_get_text:
 * @self: a table
 *
 * Returns: (transfer none): all its rows; good until the next cell
 */
const char *
hip_tsv_get_text (HipTsv *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text->str;
}
