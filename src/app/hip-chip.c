// SPDX-License-Identifier: GPL-3.0-or-later
/* A word of a vocabulary as something to be chosen: a chip, or a row with a check where it is long.
 * Both have a boolean property “active”. */
#include "config.h"

#include "hip-chip.h"

static void
set_word (GtkWidget *chip, const HipVocabulary *vocabulary, guint value)
{
  g_object_set_data (G_OBJECT (chip), "vocabulary", (gpointer) vocabulary);
  g_object_set_data (G_OBJECT (chip), "value", GUINT_TO_POINTER (value));
}

/**
 * hip_chip_new:
 * @vocabulary: the words to choose from
 * @value: the word, from 1
 *
 * Returns: (transfer floating): a toggle button with its label
 */
GtkWidget *
hip_chip_new (const HipVocabulary *vocabulary, guint value)
{
  GtkWidget *chip = gtk_toggle_button_new_with_label (hip_vocabulary_get_label (vocabulary, value));

  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (chip))), TRUE);
  gtk_widget_add_css_class (chip, "chip");
  set_word (chip, vocabulary, value);
  return chip;
}

/**
 * hip_chip_row_new:
 * @vocabulary: the words to choose from
 * @value: the word, from 1
 * @check: (out) (transfer none): the row's check button
 *
 * Returns: (transfer floating): a row with its label and a check button
 */
GtkWidget *
hip_chip_row_new (const HipVocabulary *vocabulary, guint value, GtkWidget **check)
{
  const char *label = hip_vocabulary_get_label (vocabulary, value);
  GtkWidget *row = adw_action_row_new ();

  g_return_val_if_fail (check != NULL, NULL);

  *check = gtk_check_button_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  gtk_widget_set_valign (*check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (*check), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), *check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), *check);
  set_word (*check, vocabulary, value);
  return row;
}

/**
 * hip_chip_get_vocabulary:
 * @chip: a chip, or the check button of a row
 *
 * Returns: (transfer none): what its word is of
 */
const HipVocabulary *
hip_chip_get_vocabulary (GtkWidget *chip)
{
  return g_object_get_data (G_OBJECT (chip), "vocabulary");
}

/**
 * hip_chip_get_bit:
 * @chip: a chip, or the check button of a row
 *
 * Returns: its word in a set of the vocabulary's words
 */
guint32
hip_chip_get_bit (GtkWidget *chip)
{
  return 1u << (GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chip), "value")) - 1);
}
