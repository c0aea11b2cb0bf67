// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-target.h"

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
  g_print ("  %-56s %7.*f%s   %s %.*f%s: %s\n", self->label, self->decimals, figure, self->unit,
           get_words (self), self->decimals, self->value, self->unit,
           is_met (self, figure) ? "meets" : "misses");
}
