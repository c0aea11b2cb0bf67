// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-import-duplicate-row.h"

#include <glib/gi18n.h>

#include "hip-import-words.h"

/**
 * HipImportDuplicateRow:
 *
 * A record that was read and the one it met, side by side, and what becomes of it. What differs is
 * set in bold. "decided" tells what was chosen; whoever shows the row decides it.
 */
struct _HipImportDuplicateRow
{
  GtkBox parent_instance;

  /* Template Children */
  GtkGrid *grid;
  GtkLabel *met_heading;
  GtkLabel *place_label;
  GtkDropDown *decision_drop_down;
  GtkLabel *fixed_label;

  GtkLabel *read_labels[HIP_IMPORT_N_LINES]; /* borrowed from the grid */
  GtkLabel *met_labels[HIP_IMPORT_N_LINES];

  const HipImportDuplicate *duplicate; /* (borrowed) (nullable) */
  HipUnits units;
  gboolean painting;
};

G_DEFINE_FINAL_TYPE (HipImportDuplicateRow, hip_import_duplicate_row, GTK_TYPE_BOX)

enum
{
  DECIDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
paint_lines (HipImportDuplicateRow *self)
{
  g_auto (GStrv) read = hip_import_words_list (self->duplicate->record, self->units);
  g_auto (GStrv) met = hip_import_words_list (self->duplicate->met, self->units);

  for (guint i = 0; i < HIP_IMPORT_N_LINES; i++)
    {
      gboolean differs = !g_str_equal (read[i], met[i]);
      GtkLabel *labels[] = { self->read_labels[i], self->met_labels[i] };

      gtk_label_set_label (labels[0], *read[i] != '\0' ? read[i] : "–");
      gtk_label_set_label (labels[1], *met[i] != '\0' ? met[i] : "–");
      for (guint j = 0; j < G_N_ELEMENTS (labels); j++)
        {
          gtk_widget_set_visible (GTK_WIDGET (labels[j]), *read[i] != '\0' || *met[i] != '\0');
          if (differs)
            gtk_widget_add_css_class (GTK_WIDGET (labels[j]), "heading");
          else
            gtk_widget_remove_css_class (GTK_WIDGET (labels[j]), "heading");
        }
    }
}

/* Only what this record allows: where that is to skip it, there is nothing to choose. */
static void
paint_decision (HipImportDuplicateRow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; i < HIP_N_IMPORT_DECISIONS; i++)
    if (hip_import_duplicate_allows (self->duplicate, i))
      {
        if (self->duplicate->decision == i)
          selected = g_list_model_get_n_items (G_LIST_MODEL (names));
        gtk_string_list_append (names, hip_import_words_decision (i));
      }
  gtk_widget_set_visible (GTK_WIDGET (self->decision_drop_down),
                          g_list_model_get_n_items (G_LIST_MODEL (names)) > 1);
  gtk_widget_set_visible (GTK_WIDGET (self->fixed_label),
                          g_list_model_get_n_items (G_LIST_MODEL (names)) <= 1);
  self->painting = TRUE;
  gtk_drop_down_set_model (self->decision_drop_down, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->decision_drop_down, selected);
  self->painting = FALSE;
}

static void
paint (HipImportDuplicateRow *self)
{
  g_autofree char *place = hip_import_words_place (self->duplicate->file, self->duplicate->line);

  gtk_label_set_label (self->met_heading,
                       self->duplicate->in_log ? _ ("In the Log") : _ ("In Another File"));
  gtk_label_set_label (self->place_label, place);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->place_label), place);
  paint_lines (self);
  paint_decision (self);
}

static HipImportDecision
get_decision (HipImportDuplicateRow *self)
{
  guint selected = gtk_drop_down_get_selected (self->decision_drop_down);

  for (guint i = 0; i < HIP_N_IMPORT_DECISIONS; i++)
    if (hip_import_duplicate_allows (self->duplicate, i) && selected-- == 0)
      return i;
  return HIP_IMPORT_DECISION_SKIP;
}

static void
decision_selected_cb (HipImportDuplicateRow *self)
{
  g_assert (HIP_IS_IMPORT_DUPLICATE_ROW (self));

  if (!self->painting && self->duplicate != NULL)
    g_signal_emit (self, signals[DECIDED], 0, get_decision (self));
}

static GtkLabel *
add_label (HipImportDuplicateRow *self, int column, int row)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_lines (GTK_LABEL (label), 3);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 10);
  gtk_widget_add_css_class (label, "numeric");
  gtk_grid_attach (self->grid, label, column, row, 1, 1);
  return GTK_LABEL (label);
}

static void
hip_import_duplicate_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HIP_TYPE_IMPORT_DUPLICATE_ROW);

  G_OBJECT_CLASS (hip_import_duplicate_row_parent_class)->dispose (object);
}

static void
hip_import_duplicate_row_class_init (HipImportDuplicateRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hip_import_duplicate_row_dispose;

  /**
   * HipImportDuplicateRow::decided:
   * @decision: a [enum@ImportDecision] that the duplicate allows
   */
  signals[DECIDED] = g_signal_new ("decided", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/example/HipLog/ui/hip-import-duplicate-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HipImportDuplicateRow, decision_drop_down);
  gtk_widget_class_bind_template_child (widget_class, HipImportDuplicateRow, fixed_label);
  gtk_widget_class_bind_template_child (widget_class, HipImportDuplicateRow, grid);
  gtk_widget_class_bind_template_child (widget_class, HipImportDuplicateRow, met_heading);
  gtk_widget_class_bind_template_child (widget_class, HipImportDuplicateRow, place_label);
  gtk_widget_class_bind_template_callback (widget_class, decision_selected_cb);
}

static void
hip_import_duplicate_row_init (HipImportDuplicateRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; i < HIP_IMPORT_N_LINES; i++)
    {
      self->read_labels[i] = add_label (self, 0, i + 1);
      self->met_labels[i] = add_label (self, 1, i + 1);
    }
}

/**
 * hip_import_duplicate_row_new:
 * @units: the runner's
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
hip_import_duplicate_row_new (HipUnits units)
{
  HipImportDuplicateRow *self = g_object_new (HIP_TYPE_IMPORT_DUPLICATE_ROW, NULL);

  self->units = units;
  return GTK_WIDGET (self);
}

/**
 * hip_import_duplicate_row_show:
 * @self: a row
 * @duplicate: (nullable): of a plan
 *
 * Shows a duplicate, which must stay until another one is shown.
 */
void
hip_import_duplicate_row_show (HipImportDuplicateRow *self, const HipImportDuplicate *duplicate)
{
  g_return_if_fail (HIP_IS_IMPORT_DUPLICATE_ROW (self));

  self->duplicate = duplicate;
  if (duplicate != NULL)
    paint (self);
}

/**
 * hip_import_duplicate_row_get_shown:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the duplicate that it shows
 */
const HipImportDuplicate *
hip_import_duplicate_row_get_shown (HipImportDuplicateRow *self)
{
  g_return_val_if_fail (HIP_IS_IMPORT_DUPLICATE_ROW (self), NULL);

  return self->duplicate;
}
