// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-chart-table-dialog.h"

#include <glib/gi18n.h>

#include "hip-chart-table.h"
#include "hip-tsv.h"

/**
 * HipChartTableDialog:
 *
 * The figures of a chart as a table, for who would rather read than look.
 *
 * ## Actions
 *
 * "table.copy" puts it on the clipboard, as a spreadsheet takes it.
 */
struct _HipChartTableDialog
{
  AdwDialog parent_instance;

  /* Template Children */
  GtkColumnView *column_view;
  GtkStack *stack;
  AdwToastOverlay *toast_overlay;

  /* Owned References */
  HipChart *chart;
  HipChartTable *table;
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

/* Copying */

static void
add_figure (HipTsv *tsv, const HipChartFigure *figure)
{
  switch (figure->kind)
    {
    case HIP_CHART_FIGURE_TEXT:
      hip_tsv_add_text (tsv, figure->text);
      break;
    case HIP_CHART_FIGURE_DAY:
      hip_tsv_add_day (tsv, figure->day);
      break;
    case HIP_CHART_FIGURE_METRES:
      hip_tsv_add_distance (tsv, figure->units, figure->value);
      break;
    case HIP_CHART_FIGURE_PERCENT:
    case HIP_CHART_FIGURE_NUMBER:
    default:
      hip_tsv_add_number (tsv, figure->value, figure->decimals);
    }
}

static const char *
get_unit (const HipChartFigure *figure)
{
  if (figure->kind == HIP_CHART_FIGURE_METRES)
    return hip_units_get_symbol (figure->units);
  return figure->kind == HIP_CHART_FIGURE_PERCENT ? "%" : NULL;
}

/* The figures of a column are all of a kind. */
static void
add_titles (HipChartTableDialog *self, HipTsv *tsv)
{
  g_autoptr (HipChartTableRow) row = g_list_model_get_item (G_LIST_MODEL (self->table), 0);
  const char *title;

  for (guint i = 0; (title = hip_chart_get_column_title (self->chart, i)) != NULL; i++)
    {
      g_auto (HipChartFigure) figure = hip_chart_table_row_get_figure (row, i);

      hip_tsv_add_title (tsv, title, get_unit (&figure));
    }
  hip_tsv_end_row (tsv);
}

static void
add_row (HipChartTableDialog *self, HipTsv *tsv, guint position)
{
  g_autoptr (HipChartTableRow) row = g_list_model_get_item (G_LIST_MODEL (self->table), position);

  for (guint i = 0; hip_chart_get_column_title (self->chart, i) != NULL; i++)
    {
      g_auto (HipChartFigure) figure = hip_chart_table_row_get_figure (row, i);

      add_figure (tsv, &figure);
    }
  hip_tsv_end_row (tsv);
}

static void
copy_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  HipChartTableDialog *self = HIP_CHART_TABLE_DIALOG (widget);
  g_autoptr (HipTsv) tsv = hip_tsv_new ();

  add_titles (self, tsv);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->table)); i++)
    add_row (self, tsv, i);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), hip_tsv_get_text (tsv));
  adw_toast_overlay_dismiss_all (self->toast_overlay);
  adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (_ ("Table copied")));
}

/* Construction */

static void
hip_chart_table_dialog_dispose (GObject *object)
{
  HipChartTableDialog *self = HIP_CHART_TABLE_DIALOG (object);

  g_clear_object (&self->table);
  g_clear_pointer (&self->chart, hip_chart_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), HIP_TYPE_CHART_TABLE_DIALOG);

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
  gtk_widget_class_bind_template_child (widget_class, HipChartTableDialog, toast_overlay);
  gtk_widget_class_install_action (widget_class, "table.copy", NULL, copy_action);
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
  gboolean empty;
  const char *column;
  g_autoptr (GtkNoSelection) model = NULL;

  g_return_val_if_fail (chart != NULL && title != NULL, NULL);

  self = g_object_new (HIP_TYPE_CHART_TABLE_DIALOG, "title", title, NULL);
  self->chart = hip_chart_ref (chart);
  self->table = hip_chart_table_new (chart, time);
  empty = g_list_model_get_n_items (G_LIST_MODEL (self->table)) == 0;
  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "table");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "table.copy", !empty);
  for (guint i = 0; (column = hip_chart_get_column_title (chart, i)) != NULL; i++)
    add_column (self, column, i);
  model = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->table)));
  gtk_column_view_set_model (self->column_view, GTK_SELECTION_MODEL (model));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->column_view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);

  return ADW_DIALOG (self);
}
