// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-chart-text.h"

#include <math.h>

#define LEFT_TO_RIGHT_MARK "\342\200\216"

/**
 * hip_chart_format_number:
 * @value: a value
 * @decimals: how many decimals
 *
 * Writes a number as the locale does, for a [callback@ChartValueFormat].
 *
 * Returns: (transfer full): the text
 */
char *
hip_chart_format_number (double value, int decimals)
{
  /* The sign stays before its number where text runs from right to left. */
  return g_strdup_printf ("%s%'.*f", value < 0 ? LEFT_TO_RIGHT_MARK : "", decimals, value);
}

/**
 * hip_chart_format_metres:
 * @units: what distances are shown in
 * @metres: a distance, NAN for none
 *
 * Returns: (transfer full): the distance with its unit; a dash for none
 */
char *
hip_chart_format_metres (HipUnits units, double metres)
{
  return isnan (metres) ? g_strdup ("–") : hip_units_format_distance (units, llround (metres));
}

static void
append (GString *text, char *part, const char *separator)
{
  if (text->len > 0)
    g_string_append (text, separator);
  g_string_append (text, part);
  g_free (part);
}

/**
 * hip_chart_text_sentence:
 * @text: what there is already
 * @sentence: (transfer full): a sentence to add to the paragraph
 */
void
hip_chart_text_sentence (GString *text, char *sentence)
{
  append (text, sentence, " ");
}

/**
 * hip_chart_text_line:
 * @text: what there is already
 * @line: (transfer full): a line to add below
 */
void
hip_chart_text_line (GString *text, char *line)
{
  append (text, line, "\n");
}
