// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-chart-table-dialog.h"

#include "hip-chart-table.h"

/**
 * HipChartTableDialog:
 *
 * The figures of a chart as a table, for who would rather read than look.
 */
struct _HipChartTableDialog
{
  AdwDialog parent_instance;

  /* Template Children */
  GtkColumnView *column_view;
  GtkStack *stack;
};

G_DEFINE_FINAL_TYPE (HipChartTableDialog, hip_chart_table_dialog, ADW_TYPE_DIALOG)

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  g_autofree char *text =
      hip_chart_table_row_dup_cell (gtk_list_item_get_item (item), GPOINTER_TO_UINT (column));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), text);
}

static void
add_column (HipChartTableDialog *self, const char *title, guint number)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (number));
  column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_expand (column, TRUE);
  gtk_column_view_append_column (self->column_view, column);
}

static void
hip_chart_table_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HIP_TYPE_CHART_TABLE_DIALOG);

  G_OBJECT_CLASS (hip_chart_table_dialog_parent_class)->dispose (object);
}

static void
hip_chart_table_dialog_class_init (HipChartTableDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hip_chart_table_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/HipLog/ui/hip-chart-table-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HipChartTableDialog, column_view);
  gtk_widget_class_bind_template_child (widget_class, HipChartTableDialog, stack);
}

static void
hip_chart_table_dialog_init (HipChartTableDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hip_chart_table_dialog_new:
 * @chart: a chart
 * @title: what it is called
 * @time: the stretch of time that is shown
 *
 * Returns: (transfer floating): a dialog with its figures
 */
AdwDialog *
hip_chart_table_dialog_new (HipChart *chart, const char *title, HipTimeScale time)
{
  HipChartTableDialog *self;
  HipChartTable *table;
  const char *column;
  g_autoptr (GtkNoSelection) model = NULL;

  g_return_val_if_fail (chart != NULL && title != NULL, NULL);

  self = g_object_new (HIP_TYPE_CHART_TABLE_DIALOG, "title", title, NULL);
  table = hip_chart_table_new (chart, time);
  if (g_list_model_get_n_items (G_LIST_MODEL (table)) == 0)
    gtk_stack_set_visible_child_name (self->stack, "empty");
  for (guint i = 0; (column = hip_chart_get_column_title (chart, i)) != NULL; i++)
    add_column (self, column, i);
  model = gtk_no_selection_new (G_LIST_MODEL (table));
  gtk_column_view_set_model (self->column_view, GTK_SELECTION_MODEL (model));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->column_view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);

  return ADW_DIALOG (self);
}
