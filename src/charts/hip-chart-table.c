// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-chart-table.h"

/**
 * HipChartTable:
 *
 * The figures of a chart as a list model of [class@ChartTableRow], the latest first: those of the
 * stretch of time that is shown. Rows are made when they are asked for.
 */
struct _HipChartTable
{
  GObject parent_instance;

  HipChart *chart; /* (owned) */
  GArray *slots;   /* (owned) (element-type guint) */
};

struct _HipChartTableRow
{
  GObject parent_instance;

  HipChart *chart; /* (owned) */
  guint slot;
};

/* --- rows --- */

G_DEFINE_FINAL_TYPE (HipChartTableRow, hip_chart_table_row, G_TYPE_OBJECT)

static void
hip_chart_table_row_finalize (GObject *object)
{
  g_clear_pointer (&HIP_CHART_TABLE_ROW (object)->chart, hip_chart_unref);

  G_OBJECT_CLASS (hip_chart_table_row_parent_class)->finalize (object);
}

static void
hip_chart_table_row_class_init (HipChartTableRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hip_chart_table_row_finalize;
}

static void
hip_chart_table_row_init (HipChartTableRow *self)
{
}

/**
 * hip_chart_table_row_dup_cell:
 * @self: a row
 * @column: a column of the chart's table
 *
 * Returns: (transfer full): what stands there
 */
char *
hip_chart_table_row_dup_cell (HipChartTableRow *self, guint column)
{
  g_return_val_if_fail (HIP_IS_CHART_TABLE_ROW (self), NULL);

  return hip_chart_dup_cell (self->chart, self->slot, column);
}

/**
 * hip_chart_table_row_get_figure:
 * @self: a row
 * @column: a column of the chart's table
 *
 * Returns: what stands there, to be cleared
 */
HipChartFigure
hip_chart_table_row_get_figure (HipChartTableRow *self, guint column)
{
  g_return_val_if_fail (HIP_IS_CHART_TABLE_ROW (self), hip_chart_figure_text (NULL));

  return hip_chart_get_figure (self->chart, self->slot, column);
}

/* --- the table --- */

static GType
get_item_type (GListModel *model)
{
  return HIP_TYPE_CHART_TABLE_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return HIP_CHART_TABLE (model)->slots->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  HipChartTable *self = HIP_CHART_TABLE (model);
  HipChartTableRow *row;

  if (position >= self->slots->len)
    return NULL;

  row = g_object_new (HIP_TYPE_CHART_TABLE_ROW, NULL);
  row->chart = hip_chart_ref (self->chart);
  row->slot = g_array_index (self->slots, guint, position);

  return row;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (HipChartTable,
                               hip_chart_table,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
hip_chart_table_finalize (GObject *object)
{
  HipChartTable *self = HIP_CHART_TABLE (object);

  g_clear_pointer (&self->chart, hip_chart_unref);
  g_array_unref (self->slots);

  G_OBJECT_CLASS (hip_chart_table_parent_class)->finalize (object);
}

static void
hip_chart_table_class_init (HipChartTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hip_chart_table_finalize;
}

static void
hip_chart_table_init (HipChartTable *self)
{
  self->slots = g_array_new (FALSE, FALSE, sizeof (guint));
}

static gboolean
is_shown (HipChart *chart, guint slot, HipTimeScale time)
{
  HipDay day;
  guint width;

  if (!hip_chart_has_time (chart) || !hip_time_scale_has_range (time)
      || !hip_chart_get_slot_days (chart, slot, &day, &width))
    return TRUE;

  return day + (HipDay) width > time.from && day <= time.to;
}

/**
 * hip_chart_table_new:
 * @chart: a chart
 * @time: the stretch of time that is shown; all without range
 *
 * Returns: (transfer full): its figures
 */
HipChartTable *
hip_chart_table_new (HipChart *chart, HipTimeScale time)
{
  HipChartTable *self;

  g_return_val_if_fail (chart != NULL, NULL);

  self = g_object_new (HIP_TYPE_CHART_TABLE, NULL);
  self->chart = hip_chart_ref (chart);
  for (gsize i = hip_chart_get_n_rows (chart); i > 0; i--)
    {
      guint slot = (guint) (i - 1);

      if (is_shown (chart, slot, time))
        g_array_append_val (self->slots, slot);
    }

  return self;
}
