// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-time-zone-row.h"

#include <glib/gi18n.h>

/* Each zone of the world by one name; part of the time zone database of every system. */
#define TABLE "/usr/share/zoneinfo/zone1970.tab"

/**
 * HipTimeZoneRow:
 *
 * A row to choose a time zone by name, with search. The first choice is the computer's own.
 */
struct _HipTimeZoneRow
{
  AdwComboRow parent_instance;

  GStrv zones; /* (owned): identifiers, in the order of the choices after the first */
};

G_DEFINE_FINAL_TYPE (HipTimeZoneRow, hip_time_zone_row, ADW_TYPE_COMBO_ROW)

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

/* "DE,DK,NO,SE,SJ  +5230+01322  Europe/Berlin  most of Germany", by tabs */
static GStrv
read_zones (void)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  if (g_file_get_contents (TABLE, &text, NULL, NULL))
    lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", 4);

      if (*lines[i] != '#' && g_strv_length (cells) >= 3)
        g_ptr_array_add (names, g_strdup (cells[2]));
    }
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

static char *
dup_own_name (void)
{
  g_autoptr (GTimeZone) own = g_time_zone_new_local ();

  /* Translators: %s is the name of a time zone, such as Europe/Berlin. */
  return g_strdup_printf (_ ("This computer’s (%s)"), g_time_zone_get_identifier (own));
}

static void
hip_time_zone_row_finalize (GObject *object)
{
  g_strfreev (HIP_TIME_ZONE_ROW (object)->zones);

  G_OBJECT_CLASS (hip_time_zone_row_parent_class)->finalize (object);
}

static void
hip_time_zone_row_class_init (HipTimeZoneRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hip_time_zone_row_finalize;
}

static void
hip_time_zone_row_init (HipTimeZoneRow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GtkExpression) expression =
                gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  self->zones = read_zones ();
  gtk_string_list_take (names, dup_own_name ());
  for (guint i = 0; self->zones[i] != NULL; i++)
    gtk_string_list_take (names, g_strdelimit (g_strdup (self->zones[i]), "_", ' '));
  adw_combo_row_set_expression (ADW_COMBO_ROW (self), expression);
  adw_combo_row_set_search_match_mode (ADW_COMBO_ROW (self),
                                       GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  adw_combo_row_set_enable_search (ADW_COMBO_ROW (self), TRUE);
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (names));
}

/**
 * hip_time_zone_row_dup_zone:
 * @self: a row
 *
 * Returns: (transfer full) (nullable): the zone that was chosen, %NULL for the computer's
 */
GTimeZone *
hip_time_zone_row_dup_zone (HipTimeZoneRow *self)
{
  guint selected;

  g_return_val_if_fail (HIP_IS_TIME_ZONE_ROW (self), NULL);

  selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return NULL;
  return g_time_zone_new_identifier (self->zones[selected - 1]);
}
