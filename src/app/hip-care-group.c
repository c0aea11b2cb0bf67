// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-care-group.h"

#include <glib/gi18n.h>

#include "hip-care-edit.h"
#include "hip-care-row.h"

/**
 * HipCareGroup:
 *
 * What was done for the hips today, and what this runner mostly does: one tap
 * logs it.
 */
struct _HipCareGroup
{
  AdwPreferencesGroup parent_instance;

  /* Template Children */
  AdwWrapBox *chips_box;
  GtkListBox *entries_list;

  /* Owned References */
  HipSession *session; /* (nullable) until the first update */

  HipCareKind kinds[HIP_CARE_N_SUGGESTIONS]; /* of the chips */
};

G_DEFINE_FINAL_TYPE (HipCareGroup, hip_care_group, ADW_TYPE_PREFERENCES_GROUP)

static void
chip_clicked_cb (HipCareGroup *self, GtkWidget *chip)
{
  HipCareKind kind = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chip), "kind"));

  g_assert (HIP_IS_CARE_GROUP (self));

  hip_care_edit_add (self->session, hip_session_get_today (self->session), kind, HIP_UNSET, NULL);
}

static void
add_chip (HipCareGroup *self, HipCareKind kind)
{
  GtkWidget *chip =
      gtk_button_new_with_label (hip_vocabulary_get_label (hip_vocabulary_care_kinds (), kind));

  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (chip))), TRUE);
  gtk_widget_set_tooltip_text (chip, _ ("Log for Today"));
  gtk_widget_add_css_class (chip, "chip");
  g_object_set_data (G_OBJECT (chip), "kind", GUINT_TO_POINTER (kind));
  g_signal_connect_object (chip, "clicked", G_CALLBACK (chip_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (self->chips_box, chip);
}

/* The chip that was just used keeps the keyboard: they are made anew only when others are due. */
static void
paint_chips (HipCareGroup *self)
{
  HipCareKind kinds[HIP_CARE_N_SUGGESTIONS];
  GtkWidget *chip;

  hip_care_edit_suggest (hip_session_get_history (self->session),
                         hip_session_get_today (self->session), kinds);
  if (memcmp (kinds, self->kinds, sizeof kinds) == 0)
    return;
  memcpy (self->kinds, kinds, sizeof kinds);
  while ((chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips_box))) != NULL)
    adw_wrap_box_remove (self->chips_box, chip);
  for (guint i = 0; i < HIP_CARE_N_SUGGESTIONS; i++)
    add_chip (self, kinds[i]);
}

/* Rows stay and take the entries as they are now: one that was edited still has the keyboard. */
static void
paint_entries (HipCareGroup *self)
{
  HipHistory *history = hip_session_get_history (self->session);
  HipDay today = hip_session_get_today (self->session);
  guint first = hip_history_find_care (history, today);
  guint n = hip_history_find_care (history, today + 1) - first;
  GtkListBoxRow *row;

  for (guint i = 0; i < n; i++)
    {
      HipCareEntry *care = hip_history_get_care (history, first + i);

      row = gtk_list_box_get_row_at_index (self->entries_list, (int) i);
      if (row != NULL)
        hip_care_row_set_entry (HIP_CARE_ROW (row), care);
      else
        gtk_list_box_append (self->entries_list, hip_care_row_new (care));
    }
  while ((row = gtk_list_box_get_row_at_index (self->entries_list, (int) n)) != NULL)
    gtk_list_box_remove (self->entries_list, GTK_WIDGET (row));
  gtk_widget_set_visible (GTK_WIDGET (self->entries_list), n > 0);
}

static void
hip_care_group_dispose (GObject *object)
{
  HipCareGroup *self = HIP_CARE_GROUP (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HIP_TYPE_CARE_GROUP);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (hip_care_group_parent_class)->dispose (object);
}

static void
hip_care_group_class_init (HipCareGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hip_care_group_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/HipLog/ui/hip-care-group.ui");
  gtk_widget_class_bind_template_child (widget_class, HipCareGroup, chips_box);
  gtk_widget_class_bind_template_child (widget_class, HipCareGroup, entries_list);
}

static void
hip_care_group_init (HipCareGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hip_care_group_update:
 * @self: a group
 * @session: whose log to show and to add to
 *
 * Shows today's entries, and what to offer, as the log is now.
 */
void
hip_care_group_update (HipCareGroup *self, HipSession *session)
{
  g_return_if_fail (HIP_IS_CARE_GROUP (self));
  g_return_if_fail (HIP_IS_SESSION (session));

  g_set_object (&self->session, session);
  paint_chips (self);
  paint_entries (self);
}
