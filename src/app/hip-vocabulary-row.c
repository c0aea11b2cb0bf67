// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-vocabulary-row.h"

#include <glib/gi18n.h>

/**
 * HipVocabularyRow:
 *
 * A row to choose one word of a [struct@Vocabulary], or none. Its "selected"
 * is the word's value, 0 for "Not logged".
 */
struct _HipVocabularyRow
{
  AdwComboRow parent_instance;
};

G_DEFINE_FINAL_TYPE (HipVocabularyRow, hip_vocabulary_row, ADW_TYPE_COMBO_ROW)

static void
hip_vocabulary_row_class_init (HipVocabularyRowClass *klass)
{
}

static void
hip_vocabulary_row_init (HipVocabularyRow *self)
{
}

/**
 * hip_vocabulary_row_new:
 *
 * Returns: (transfer floating): a row without words
 */
GtkWidget *
hip_vocabulary_row_new (void)
{
  return g_object_new (HIP_TYPE_VOCABULARY_ROW, NULL);
}

/**
 * hip_vocabulary_row_set_vocabulary:
 * @self: a row
 * @vocabulary: the words to choose from
 *
 * Offers the words of @vocabulary by their labels.
 */
void
hip_vocabulary_row_set_vocabulary (HipVocabularyRow *self, const HipVocabulary *vocabulary)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  g_return_if_fail (HIP_IS_VOCABULARY_ROW (self));
  g_return_if_fail (vocabulary != NULL);

  gtk_string_list_append (labels, _ ("Not logged"));
  for (guint value = 1; value <= hip_vocabulary_get_n (vocabulary); value++)
    gtk_string_list_append (labels, hip_vocabulary_get_label (vocabulary, value));
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (labels));
}

/**
 * hip_vocabulary_row_get_value:
 * @self: a row
 *
 * Returns: the value of the word chosen, 0 for none
 */
guint
hip_vocabulary_row_get_value (HipVocabularyRow *self)
{
  guint selected;

  g_return_val_if_fail (HIP_IS_VOCABULARY_ROW (self), 0);

  selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  return selected != GTK_INVALID_LIST_POSITION ? selected : 0;
}

/**
 * hip_vocabulary_row_set_value:
 * @self: a row
 * @value: the value of a word, 0 for none
 *
 * Chooses a word.
 */
void
hip_vocabulary_row_set_value (HipVocabularyRow *self, guint value)
{
  g_return_if_fail (HIP_IS_VOCABULARY_ROW (self));

  adw_combo_row_set_selected (ADW_COMBO_ROW (self), value);
}
