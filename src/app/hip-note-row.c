// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-note-row.h"

/**
 * HipNoteRow:
 *
 * A sentence beneath a row of a form: a remark, or what is wrong with the row.
 * Without a text it is not there.
 */
struct _HipNoteRow
{
  AdwPreferencesRow parent_instance;

  /* Template Children */
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (HipNoteRow, hip_note_row, ADW_TYPE_PREFERENCES_ROW)

static void
hip_note_row_dispose (GObject *object)
{
  /* The label is both the row's child and a child of the template: only one of them may let go. */
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), HIP_TYPE_NOTE_ROW);
  G_OBJECT_CLASS (hip_note_row_parent_class)->dispose (object);
}

/* A list hands the keyboard on to the row beside the one that had it, and leaves when that one
 * does not want it. A sentence does not, but the rows behind it do. */
static gboolean
hip_note_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean back = direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_UP;
  GtkWidget *next =
      back ? gtk_widget_get_prev_sibling (widget) : gtk_widget_get_next_sibling (widget);

  while (next != NULL && !gtk_widget_get_visible (next))
    next = back ? gtk_widget_get_prev_sibling (next) : gtk_widget_get_next_sibling (next);
  return next != NULL && gtk_widget_child_focus (next, direction);
}

static void
hip_note_row_class_init (HipNoteRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hip_note_row_dispose;
  widget_class->focus = hip_note_row_focus;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/HipLog/ui/hip-note-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HipNoteRow, label);
}

static void
hip_note_row_init (HipNoteRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hip_note_row_new:
 *
 * Returns: (transfer floating): a row without a text
 */
GtkWidget *
hip_note_row_new (void)
{
  return g_object_new (HIP_TYPE_NOTE_ROW, NULL);
}

/**
 * hip_note_row_get_text:
 * @self: a row
 *
 * Returns: (transfer none): what it says, may be empty
 */
const char *
hip_note_row_get_text (HipNoteRow *self)
{
  g_return_val_if_fail (HIP_IS_NOTE_ROW (self), NULL);

  return gtk_label_get_label (self->label);
}

/**
 * hip_note_row_set_text:
 * @self: a row
 * @text: (nullable): what to say
 *
 * Shows the row with @text, or hides it.
 */
void
hip_note_row_set_text (HipNoteRow *self, const char *text)
{
  g_return_if_fail (HIP_IS_NOTE_ROW (self));

  gtk_label_set_label (self->label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL && *text != '\0');
}

/* The part of an entry row that has the keyboard, and so is what is read out. */
static GtkAccessible *
find_spoken (GtkWidget *row)
{
  GtkEditable *delegate =
      GTK_IS_EDITABLE (row) ? gtk_editable_get_delegate (GTK_EDITABLE (row)) : NULL;

  return delegate != NULL ? GTK_ACCESSIBLE (delegate) : GTK_ACCESSIBLE (row);
}

/**
 * hip_note_row_set_error:
 * @self: a row
 * @row: the row above it, which it is about
 * @text: (nullable): what is wrong with @row, %NULL if nothing is
 *
 * Marks @row as wrong and says why, or takes that back.
 */
void
hip_note_row_set_error (HipNoteRow *self, GtkWidget *row, const char *text)
{
  GtkAccessible *spoken;

  g_return_if_fail (HIP_IS_NOTE_ROW (self));
  g_return_if_fail (GTK_IS_WIDGET (row));

  hip_note_row_set_text (self, text);
  spoken = find_spoken (row);
  if (text == NULL)
    {
      gtk_widget_remove_css_class (row, "error");
      gtk_accessible_reset_state (spoken, GTK_ACCESSIBLE_STATE_INVALID);
      gtk_accessible_reset_relation (spoken, GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
      return;
    }
  gtk_widget_add_css_class (row, "error");
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "error");
  gtk_accessible_update_state (spoken, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
  gtk_accessible_update_relation (spoken, GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->label, NULL,
                                  -1);
}
