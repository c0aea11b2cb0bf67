// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-care-row.h"

#include <glib/gi18n.h>

/**
 * HipCareRow:
 *
 * Something that was done for the hips: its kind, how long it took and the
 * note. Choosing it hands its id to "win.edit-care".
 */
struct _HipCareRow
{
  AdwActionRow parent_instance;

  GtkImage *icon; /* borrowed */
};

G_DEFINE_FINAL_TYPE (HipCareRow, hip_care_row, ADW_TYPE_ACTION_ROW)

static void
hip_care_row_class_init (HipCareRowClass *klass)
{
}

static void
hip_care_row_init (HipCareRow *self)
{
  self->icon = GTK_IMAGE (
      g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), GTK_WIDGET (self->icon));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.edit-care");
}

/**
 * hip_care_row_new:
 * @care: an entry of the log
 *
 * Returns: (transfer floating): a row that shows @care
 */
GtkWidget *
hip_care_row_new (HipCareEntry *care)
{
  HipCareRow *self = g_object_new (HIP_TYPE_CARE_ROW, NULL);

  hip_care_row_set_entry (self, care);
  return GTK_WIDGET (self);
}

static char *
describe_details (HipCareEntry *care)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (care->minutes != HIP_UNSET)
    g_string_append_printf (
        /* Translators: how long something took. */
        text, ngettext ("%d minute", "%d minutes", (gulong) care->minutes), care->minutes);
  if (care->note != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", care->note);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * hip_care_row_set_entry:
 * @self: a row
 * @care: an entry of the log
 *
 * Shows another entry, or the same one as it is now.
 */
void
hip_care_row_set_entry (HipCareRow *self, HipCareEntry *care)
{
  const HipVocabulary *kinds = hip_vocabulary_care_kinds ();
  g_autofree char *icon_name = NULL;
  g_autofree char *details = NULL;

  g_return_if_fail (HIP_IS_CARE_ROW (self));
  g_return_if_fail (care != NULL);

  icon_name = g_strdup_printf ("hip-care-%s-symbolic", hip_vocabulary_get_word (kinds, care->kind));
  details = describe_details (care);
  gtk_image_set_from_icon_name (self->icon, icon_name);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self),
                                 hip_vocabulary_get_label (kinds, care->kind));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), details);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "x", care->rec.id);
}
