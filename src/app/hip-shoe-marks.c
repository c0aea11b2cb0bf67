// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-shoe-marks.h"

#include "hip-record.h"

#define KEY_CHECK   "shoe-check-at"
#define KEY_REPLACE "shoe-replace-at"

/* 0 is the custom, in whichever units it is asked for. */
static gint32
read_key (GSettings *settings, const char *key, gint32 custom)
{
  int metres = g_settings_get_int (settings, key);

  return metres > 0 ? metres : custom;
}

/**
 * hip_shoe_marks_read:
 * @settings: the preferences
 * @units: the runner's, which decide what is customary
 *
 * Returns: the marks that the runner wants for new pairs
 */
HipShoeMarks
hip_shoe_marks_read (GSettings *settings, HipUnits units)
{
  HipShoeMarks marks = { 0 };

  g_return_val_if_fail (G_IS_SETTINGS (settings), marks);

  marks.check_at_m = read_key (settings, KEY_CHECK, hip_shoe_get_customary_check (units));
  marks.replace_at_m = read_key (settings, KEY_REPLACE, hip_shoe_get_customary_replace (units));
  /* The custom of other units, or of somebody's own hand. */
  marks.check_at_m = MIN (marks.check_at_m, marks.replace_at_m);
  return marks;
}

static void
write_key (GSettings *settings, const char *key, gint32 metres, gint32 custom)
{
  if (metres == custom)
    g_settings_reset (settings, key);
  else
    g_settings_set_int (settings, key, metres);
}

/**
 * hip_shoe_marks_write:
 * @self: the marks that the runner wants for new pairs
 * @settings: the preferences
 * @units: the runner's
 *
 * Keeps the marks. Customary ones stay customary when the units change.
 */
void
hip_shoe_marks_write (const HipShoeMarks *self, GSettings *settings, HipUnits units)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (G_IS_SETTINGS (settings));

  write_key (settings, KEY_CHECK, self->check_at_m, hip_shoe_get_customary_check (units));
  write_key (settings, KEY_REPLACE, self->replace_at_m, hip_shoe_get_customary_replace (units));
}
