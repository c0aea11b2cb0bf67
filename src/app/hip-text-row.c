// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-text-row.h"

/**
 * HipTextRow:
 *
 * A row to write several lines in. The signal "changed" says that there is
 * another text.
 */
struct _HipTextRow
{
  AdwPreferencesRow parent_instance;

  /* Template Children */
  GtkTextBuffer *buffer;
};

G_DEFINE_FINAL_TYPE (HipTextRow, hip_text_row, ADW_TYPE_PREFERENCES_ROW)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
buffer_changed_cb (HipTextRow *self)
{
  g_assert (HIP_IS_TEXT_ROW (self));

  g_signal_emit (self, signals[CHANGED], 0);
}

static void
hip_text_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HIP_TYPE_TEXT_ROW);
  G_OBJECT_CLASS (hip_text_row_parent_class)->dispose (object);
}

static void
hip_text_row_class_init (HipTextRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hip_text_row_dispose;

  signals[CHANGED] = g_signal_new ("changed", HIP_TYPE_TEXT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/HipLog/ui/hip-text-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HipTextRow, buffer);
  gtk_widget_class_bind_template_callback (widget_class, buffer_changed_cb);
}

static void
hip_text_row_init (HipTextRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hip_text_row_new:
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
hip_text_row_new (void)
{
  return g_object_new (HIP_TYPE_TEXT_ROW, NULL);
}

/**
 * hip_text_row_dup_text:
 * @self: a row
 *
 * Returns: (transfer full) (nullable): what is written, without blanks around
 *   it; %NULL if that is nothing
 */
char *
hip_text_row_dup_text (HipTextRow *self)
{
  GtkTextIter start, end;
  char *text;

  g_return_val_if_fail (HIP_IS_TEXT_ROW (self), NULL);

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  text = g_strstrip (gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE));
  if (*text == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

/**
 * hip_text_row_set_text:
 * @self: a row
 * @text: (nullable): what to show
 *
 * Replaces the text. There is nothing to undo in it afterwards.
 */
void
hip_text_row_set_text (HipTextRow *self, const char *text)
{
  g_return_if_fail (HIP_IS_TEXT_ROW (self));

  gtk_text_buffer_begin_irreversible_action (self->buffer);
  gtk_text_buffer_set_text (self->buffer, text != NULL ? text : "", -1);
  gtk_text_buffer_end_irreversible_action (self->buffer);
}
