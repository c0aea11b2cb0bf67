// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-column-memory.h"

#include "hip-column-guess.h"

#define KEY "column-mappings"
/* Nobody has tables of more kinds; the oldest are forgotten. */
#define MAX_MAPPINGS 50

static gboolean
has_header (const char *text, const char *const *header)
{
  g_autoptr (HipColumnMapping) mapping = hip_column_mapping_from_string (text, NULL);

  return mapping != NULL && g_strv_equal ((const char *const *) mapping->header, header);
}

/**
 * hip_column_memory_add:
 * @settings: those of the app
 * @mapping: what was chosen
 *
 * Remembers the mapping, in place of an older one for the same header.
 */
void
hip_column_memory_add (GSettings *settings, const HipColumnMapping *mapping)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *text = NULL;
  g_auto (GStrv) old = NULL;
  g_auto (GStrv) texts = NULL;
  guint n = 1;

  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail (mapping != NULL);

  text = hip_column_mapping_to_string (mapping);
  g_strv_builder_add (builder, text);
  old = g_settings_get_strv (settings, KEY);
  for (guint i = 0; old[i] != NULL && n < MAX_MAPPINGS; i++)
    if (!has_header (old[i], (const char *const *) mapping->header))
      {
        g_strv_builder_add (builder, old[i]);
        n++;
      }
  texts = g_strv_builder_end (builder);
  g_settings_set_strv (settings, KEY, (const char *const *) texts);
}

/* What this table shows of its dates and numbers stands against what another one did. */
static void
update_style (const HipUnknownTable *table, HipColumnMapping *mapping, HipUnits units)
{
  HipDateOrder order = mapping->date_order;

  hip_column_guess_style (table, mapping, HIP_MAPPED_DATE, units);
  if (mapping->date_order == HIP_DATE_ORDER_UNKNOWN)
    mapping->date_order = order;
}

/**
 * hip_column_memory_recall:
 * @settings: those of the app
 * @table: a table
 * @units: of distances where nothing tells
 *
 * Makes what was chosen for a table with the same header the guess of this one.
 *
 * Returns: whether there was such a one
 */
gboolean
hip_column_memory_recall (GSettings *settings, HipUnknownTable *table, HipUnits units)
{
  g_auto (GStrv) texts = NULL;

  g_return_val_if_fail (G_IS_SETTINGS (settings), FALSE);
  g_return_val_if_fail (table != NULL, FALSE);

  texts = g_settings_get_strv (settings, KEY);
  for (guint i = 0; texts[i] != NULL; i++)
    if (has_header (texts[i], (const char *const *) table->header))
      {
        hip_column_mapping_free (table->guess);
        table->guess = hip_column_mapping_from_string (texts[i], NULL);
        update_style (table, table->guess, units);
        return TRUE;
      }
  return FALSE;
}
