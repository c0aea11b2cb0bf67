// SPDX-License-Identifier: GPL-3.0-or-later
/* A chart in words: its description, the figures of its slots, its table and its legend. */
#include "config.h"

#include "hip-chart-private.h"

#include <glib/gi18n.h>

/**
 * hip_chart_set_words:
 * @self: a chart
 * @label: what it is, in a few words
 * @words: how to say what it shows; copied, but for the columns
 * @data: for @words
 * @destroy: (nullable): frees @data
 *
 * Gives a chart its words: what it shows must be there for who does not see it.
 */
void
hip_chart_set_words (HipChart *self,
                     const char *label,
                     const HipChartWords *words,
                     gpointer data,
                     GDestroyNotify destroy)
{
  g_return_if_fail (self != NULL && label != NULL && words != NULL);
  g_return_if_fail (words->describe != NULL);

  if (self->words_destroy != NULL)
    self->words_destroy (self->words_data);
  g_set_str (&self->label, label);
  self->words = *words;
  self->words_data = data;
  self->words_destroy = destroy;
}

/**
 * hip_chart_get_label:
 * @self: a chart
 *
 * Returns: (nullable): what it is, in a few words
 */
const char *
hip_chart_get_label (HipChart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->label;
}

/**
 * hip_chart_dup_description:
 * @self: a chart
 * @from: the first day shown
 * @to: the last
 *
 * Returns: (transfer full) (nullable): what it shows of that time, in a few sentences
 */
char *
hip_chart_dup_description (HipChart *self, HipDay from, HipDay to)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->words.describe != NULL ? self->words.describe (self->words_data, from, to) : NULL;
}

/**
 * hip_chart_dup_detail:
 * @self: a chart
 * @slot: which slot
 *
 * Returns: (transfer full) (nullable): its figures, a line each
 */
char *
hip_chart_dup_detail (HipChart *self, guint slot)
{
  g_return_val_if_fail (self != NULL && slot < hip_chart_get_n_slots (self), NULL);

  return self->words.describe_slot != NULL ? self->words.describe_slot (self->words_data, slot)
                                           : NULL;
}

/**
 * hip_chart_find_target:
 * @self: a chart
 * @slot: which slot
 *
 * Returns: what it is a picture of
 */
HipChartTarget
hip_chart_find_target (HipChart *self, guint slot)
{
  const HipChartTarget none = { HIP_CHART_TARGET_NONE, 0 };

  g_return_val_if_fail (self != NULL && slot < hip_chart_get_n_slots (self), none);

  return self->words.find_target != NULL ? self->words.find_target (self->words_data, slot) : none;
}

/**
 * hip_chart_get_column_title:
 * @self: a chart
 * @column: which column of its table
 *
 * Returns: (nullable): its title; %NULL after the last
 */
const char *
hip_chart_get_column_title (HipChart *self, guint column)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; self->words.columns != NULL && self->words.columns[i] != NULL; i++)
    if (i == column)
      return _ (self->words.columns[i]);

  return NULL;
}

/**
 * hip_chart_get_figure:
 * @self: a chart with a table
 * @slot: which row, of [method@Chart.get_n_rows]
 * @column: which column
 *
 * Returns: what stands in the table, to be cleared
 */
HipChartFigure
hip_chart_get_figure (HipChart *self, guint slot, guint column)
{
  const HipChartFigure none = { .kind = HIP_CHART_FIGURE_TEXT };

  g_return_val_if_fail (self != NULL && self->words.get_figure != NULL, none);
  g_return_val_if_fail (slot < hip_chart_get_n_rows (self), none);

  return self->words.get_figure (self->words_data, slot, column);
}

/**
 * hip_chart_dup_cell:
 * @self: a chart with a table
 * @slot: which row, of [method@Chart.get_n_rows]
 * @column: which column
 *
 * Returns: (transfer full): what stands in the table, as people read it
 */
char *
hip_chart_dup_cell (HipChart *self, guint slot, guint column)
{
  g_auto (HipChartFigure) figure = hip_chart_get_figure (self, slot, column);

  return hip_chart_figure_dup_label (&figure);
}

/**
 * hip_chart_get_n_keys:
 * @self: a chart
 *
 * Returns: how many entries its legend has
 */
guint
hip_chart_get_n_keys (HipChart *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->keys->len;
}

/**
 * hip_chart_get_key_label:
 * @self: a chart
 * @key: an entry of its legend
 *
 * Returns: its name
 */
const char *
hip_chart_get_key_label (HipChart *self, guint key)
{
  g_return_val_if_fail (self != NULL && key < self->keys->len, NULL);

  return ((const HipChartLayer *) self->keys->pdata[key])->legend;
}

/**
 * hip_chart_can_hide_key:
 * @self: a chart
 * @key: an entry of its legend
 *
 * Some entries only explain how a part of another looks.
 *
 * Returns: whether there is something to be drawn without
 */
gboolean
hip_chart_can_hide_key (HipChart *self, guint key)
{
  g_return_val_if_fail (self != NULL && key < self->keys->len, FALSE);

  return ((const HipChartLayer *) self->keys->pdata[key])->series.n > 0;
}
