// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gio/gio.h>

#include "hip-units.h"

G_BEGIN_DECLS

/**
 * HipShoeMarks:
 * @check_at_m: when to look at a new pair, in metres
 * @replace_at_m: when to replace it, in metres; never less than @check_at_m
 *
 * The marks that a new pair gets.
 */
typedef struct
{
  gint32 check_at_m;
  gint32 replace_at_m;
} HipShoeMarks;

HipShoeMarks hip_shoe_marks_read (GSettings *settings, HipUnits units);
void hip_shoe_marks_write (const HipShoeMarks *self, GSettings *settings, HipUnits units);

G_END_DECLS
