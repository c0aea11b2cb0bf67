// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-target.h"

#define LABEL_WIDTH 56

static gboolean
is_met (const HipTarget *self, double figure)
{
  if (figure == self->value)
    return !self->strictly;
  return self->at_least ? figure > self->value : figure < self->value;
}

static const char *
get_words (const HipTarget *self)
{
  if (self->at_least)
    return self->strictly ? "above" : "at least";
  return self->strictly ? "below" : "at most";
}

/* Without the end of the line. Labels are not always ASCII. */
static void
print_figure (const char *label, double figure, int decimals, const char *unit)
{
  int blanks = LABEL_WIDTH - (int) g_utf8_strlen (label, -1);

  g_print ("  %s%*s %7.*f%s", label, MAX (blanks, 0), "", decimals, figure, unit);
}

/**
 * hip_target_print:
 * @self: what was wanted
 * @figure: what came out, in the target's unit
 *
 * Prints one line: the figure, its target, and whether it meets it.
 */
void
hip_target_print (const HipTarget *self, double figure)
{
  print_figure (self->label, figure, self->decimals, self->unit);
  g_print ("   %s %.*f%s: %s\n", get_words (self), self->decimals, self->value, self->unit,
           is_met (self, figure) ? "meets" : "misses");
}

/**
 * hip_figure_print:
 * @label: what was measured
 * @figure: what came out
 * @decimals: how many to write
 * @unit: " %", "" for a plain number
 *
 * Prints one line, below or above those of [method@Target.print].
 */
void
hip_figure_print (const char *label, double figure, int decimals, const char *unit)
{
  print_figure (label, figure, decimals, unit);
  g_print ("\n");
}
