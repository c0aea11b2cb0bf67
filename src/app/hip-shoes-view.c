// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-shoes-view.h"

#include <glib/gi18n.h>

#include "hip-log-tables.h"
#include "hip-menu-button.h"
#include "hip-shoe-row.h"

/**
 * HipShoesView:
 *
 * The pairs in use and the retired ones, with how far each has run.
 *
 * ## Actions
 *
 * "shoes.retire", "shoes.bring-back" and "shoes.delete" take the id of a pair; "shoes.copy" copies
 * all that are listed.
 */
struct _HipShoesView
{
  HipView parent_instance;

  /* Template Children */
  GtkStack *stack;
  GtkWidget *used_group;
  GtkListBox *used_list;
  GtkWidget *retired_group;
  GtkListBox *retired_list;

  /* Owned References */
  GHashTable *rows; /* id → HipShoeRow (borrowed from its list) */
};

G_DEFINE_FINAL_TYPE (HipShoesView, hip_shoes_view, HIP_TYPE_VIEW)

/* Rows live as long as their pairs, so that focus stays where it is over a repaint. */

static HipShoeRow *
ensure_row (HipShoesView *self, HipShoe *shoe)
{
  HipShoeRow *row = g_hash_table_lookup (self->rows, &shoe->rec.id);

  if (row == NULL)
    {
      row = HIP_SHOE_ROW (hip_shoe_row_new ());
      g_hash_table_insert (self->rows, g_memdup2 (&shoe->rec.id, sizeof shoe->rec.id), row);
    }
  return row;
}

static void
put_into (GtkListBox *list, HipShoeRow *row)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (row));

  if (parent == GTK_WIDGET (list))
    return;
  g_object_ref_sink (row);
  if (parent != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (parent), GTK_WIDGET (row));
  gtk_list_box_append (list, GTK_WIDGET (row));
  g_object_unref (row);
}

static void
paint_shoe (HipShoesView *self, HipHistory *history, HipShoe *shoe)
{
  HipShoeRow *row = ensure_row (self, shoe);

  hip_shoe_row_set_shoe (row, history, shoe,
                         hip_session_get_units (hip_view_get_session (HIP_VIEW (self))));
  put_into (shoe->retired == HIP_DAY_NONE ? self->used_list : self->retired_list, row);
}

static void
remove_gone (HipShoesView *self, HipHistory *history)
{
  GHashTableIter iter;
  gpointer id, row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &id, &row))
    if (hip_history_get_shoe_by_id (history, *(gint64 *) id) == NULL)
      {
        gtk_list_box_remove (GTK_LIST_BOX (gtk_widget_get_parent (row)), row);
        g_hash_table_iter_remove (&iter);
      }
}

static gboolean
has_rows (GtkListBox *list)
{
  return gtk_list_box_get_row_at_index (list, 0) != NULL;
}

static void
hip_shoes_view_repaint (HipView *view)
{
  HipShoesView *self = HIP_SHOES_VIEW (view);
  HipHistory *history;

  g_assert (HIP_IS_SHOES_VIEW (self));

  history = hip_session_get_history (hip_view_get_session (HIP_VIEW (self)));
  remove_gone (self, history);
  for (guint i = 0; i < hip_history_get_n_shoes (history); i++)
    paint_shoe (self, history, hip_history_get_shoe (history, i));
  gtk_list_box_invalidate_sort (self->used_list);
  gtk_list_box_invalidate_sort (self->retired_list);
  gtk_widget_set_visible (self->used_group, has_rows (self->used_list));
  gtk_widget_set_visible (self->retired_group, has_rows (self->retired_list));
  gtk_stack_set_visible_child_name (self->stack,
                                    hip_history_get_n_shoes (history) > 0 ? "shoes" : "empty");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "shoes.copy",
                                 hip_history_get_n_shoes (history) > 0);
}

static int
compare_rows (GtkListBoxRow *a, GtkListBoxRow *b, gpointer data)
{
  return g_utf8_collate (hip_shoe_row_get_shoe (HIP_SHOE_ROW (a))->name,
                         hip_shoe_row_get_shoe (HIP_SHOE_ROW (b))->name);
}

/* Acts */

static void
row_activated_cb (HipShoesView *self, GtkListBoxRow *row)
{
  g_assert (HIP_IS_SHOES_VIEW (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-shoe", "x",
                              hip_shoe_row_get_shoe (HIP_SHOE_ROW (row))->rec.id);
}

static HipShoe *
find_shoe (HipShoesView *self, GVariant *id)
{
  return hip_history_get_shoe_by_id (
      hip_session_get_history (hip_view_get_session (HIP_VIEW (self))), g_variant_get_int64 (id));
}

static void
set_retired (HipShoesView *self, HipShoe *shoe, HipDay retired, const char *label)
{
  g_autoptr (HipChange) change = hip_change_new (label);
  g_autoptr (HipShoe) copy = hip_record_copy (shoe);

  copy->retired = retired;
  hip_change_update (change, shoe, copy);
  hip_session_apply (hip_view_get_session (HIP_VIEW (self)), change);
}

static void
retire_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HipShoesView *self = HIP_SHOES_VIEW (widget);
  HipShoe *shoe = find_shoe (self, parameter);

  if (shoe != NULL)
    set_retired (self, shoe, hip_session_get_today (hip_view_get_session (HIP_VIEW (self))),
                 _ ("Shoes retired"));
}

static void
bring_back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HipShoesView *self = HIP_SHOES_VIEW (widget);
  HipShoe *shoe = find_shoe (self, parameter);

  if (shoe != NULL)
    set_retired (self, shoe, HIP_DAY_NONE, _ ("Shoes brought back"));
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HipShoesView *self = HIP_SHOES_VIEW (widget);
  HipShoe *shoe = find_shoe (self, parameter);
  g_autoptr (HipChange) change = NULL;

  if (shoe == NULL)
    return;
  change = hip_history_delete_shoe (
      hip_session_get_history (hip_view_get_session (HIP_VIEW (self))), shoe);
  hip_session_apply (hip_view_get_session (HIP_VIEW (self)), change);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HipSession *session = hip_view_get_session (HIP_VIEW (widget));
  g_autoptr (HipTsv) table = hip_log_tables_make_shoes (hip_session_get_history (session),
                                                       hip_session_get_units (session));

  hip_view_copy (HIP_VIEW (widget), table, _ ("Shoes copied"));
}

/* Class */

static void
hip_shoes_view_dispose (GObject *object)
{
  HipShoesView *self = HIP_SHOES_VIEW (object);

  g_clear_pointer (&self->rows, g_hash_table_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), HIP_TYPE_SHOES_VIEW);
  G_OBJECT_CLASS (hip_shoes_view_parent_class)->dispose (object);
}

static void
hip_shoes_view_class_init (HipShoesViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hip_shoes_view_dispose;
  HIP_VIEW_CLASS (klass)->repaint = hip_shoes_view_repaint;

  g_type_ensure (HIP_TYPE_MENU_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/HipLog/ui/hip-shoes-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HipShoesView, stack);
  gtk_widget_class_bind_template_child (widget_class, HipShoesView, used_group);
  gtk_widget_class_bind_template_child (widget_class, HipShoesView, used_list);
  gtk_widget_class_bind_template_child (widget_class, HipShoesView, retired_group);
  gtk_widget_class_bind_template_child (widget_class, HipShoesView, retired_list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "shoes.retire", "x", retire_action);
  gtk_widget_class_install_action (widget_class, "shoes.bring-back", "x", bring_back_action);
  gtk_widget_class_install_action (widget_class, "shoes.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "shoes.delete", "x", delete_action);
}

static void
hip_shoes_view_init (HipShoesView *self)
{
  self->rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_sort_func (self->used_list, compare_rows, NULL, NULL);
  gtk_list_box_set_sort_func (self->retired_list, compare_rows, NULL, NULL);
}
