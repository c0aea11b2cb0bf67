// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-count-words.h"

#include <glib/gi18n.h>

/* Takes @text. */
static void
add_count (GPtrArray *parts, guint n, char *text)
{
  if (n > 0)
    g_ptr_array_add (parts, text);
  else
    g_free (text);
}

/**
 * hip_count_words_list:
 * @counts: how many of each kind
 *
 * Says how many entries of which kinds are meant, by what was read or will be written.
 *
 * Returns: (transfer full): “3 runs, 1 pair of shoes”; empty where there is nothing
 */
char *
hip_count_words_list (HipImportCounts counts)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  guint n;

  n = counts.runs;
  add_count (parts, n, g_strdup_printf (ngettext ("%u run", "%u runs", n), n));
  n = counts.pain;
  add_count (parts, n, g_strdup_printf (ngettext ("%u pain score", "%u pain scores", n), n));
  n = counts.care;
  add_count (parts, n, g_strdup_printf (ngettext ("%u care entry", "%u care entries", n), n));
  n = counts.screenings;
  add_count (
      parts, n,
      g_strdup_printf (ngettext ("%u answer about red flags", "%u answers about red flags", n), n));
  n = counts.shoes;
  add_count (parts, n, g_strdup_printf (ngettext ("%u pair of shoes", "%u pairs of shoes", n), n));
  g_ptr_array_add (parts, NULL);
  /* Translators: between two of several things: "12 runs, 5 pain scores". */
  return g_strjoinv (_ (", "), (char **) parts->pdata);
}
