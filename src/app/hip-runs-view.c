// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-runs-view.h"

#include <glib/gi18n.h>

#include "hip-log-tables.h"
#include "hip-menu-button.h"
#include "hip-run-dialog.h"
#include "hip-run-list.h"
#include "hip-run-row.h"
#include "hip-week-header.h"

/**
 * HipRunsView:
 *
 * Every run of the log in one list, newest first, under a header a week.
 *
 * ## Actions
 *
 * "runs.duplicate", "runs.copy" and "runs.delete" take the id of a run; "runs.delete-focused"
 * deletes the one the keyboard is on. "runs.copy-shown" copies all that are listed, and
 * "runs.copy-focused" the one the keyboard is on, or else all.
 */
struct _HipRunsView
{
  HipView parent_instance;

  /* Template Children */
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkStack *stack;
  GtkScrolledWindow *scrolled_window;
  GtkListView *list_view;

  /* Owned References */
  HipRunList *runs;

  gulong layout_handler;
  gboolean narrow;
  gboolean was_shown;
};

G_DEFINE_FINAL_TYPE (HipRunsView, hip_runs_view, HIP_TYPE_VIEW)

typedef enum
{
  PROP_NARROW = 1,
} HipRunsViewProperty;

static GParamSpec *properties[PROP_NARROW + 1];

/* Rows and headers */

static void
row_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, HipRunsView *self)
{
  GtkWidget *row = hip_run_row_new ();

  g_object_bind_property (self, "narrow", row, "narrow", G_BINDING_SYNC_CREATE);
  g_object_bind_property (row, "summary", list_item, "accessible-label", G_BINDING_SYNC_CREATE);
  gtk_list_item_set_child (list_item, row);
}

static void
row_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, HipRunsView *self)
{
  hip_run_row_set_item (HIP_RUN_ROW (gtk_list_item_get_child (list_item)),
                        gtk_list_item_get_item (list_item));
}

static void
row_unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, HipRunsView *self)
{
  hip_run_row_set_item (HIP_RUN_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static void
header_setup_cb (GtkSignalListItemFactory *factory, GtkListHeader *header, HipRunsView *self)
{
  gtk_list_header_set_child (header, hip_week_header_new (self->runs));
}

static void
header_bind_cb (GtkSignalListItemFactory *factory, GtkListHeader *header, HipRunsView *self)
{
  HipWeekHeader *child = HIP_WEEK_HEADER (gtk_list_header_get_child (header));
  HipRunItem *item = gtk_list_header_get_item (header);

  hip_week_header_set_today (child, hip_session_get_today (hip_view_get_session (HIP_VIEW (self))));
  hip_week_header_set_day (child, hip_run_item_get_run (item)->date);
}

static void
header_unbind_cb (GtkSignalListItemFactory *factory, GtkListHeader *header, HipRunsView *self)
{
  hip_week_header_set_day (HIP_WEEK_HEADER (gtk_list_header_get_child (header)), HIP_DAY_NONE);
}

static GtkListItemFactory *
make_factory (HipRunsView *self, GCallback setup, GCallback bind, GCallback unbind)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", setup, self, 0);
  g_signal_connect_object (factory, "bind", bind, self, 0);
  g_signal_connect_object (factory, "unbind", unbind, self, 0);
  return factory;
}

static void
fill_list_view (HipRunsView *self)
{
  g_autoptr (GtkListItemFactory) rows = make_factory (
      self, G_CALLBACK (row_setup_cb), G_CALLBACK (row_bind_cb), G_CALLBACK (row_unbind_cb));
  g_autoptr (GtkListItemFactory) headers =
                make_factory (self, G_CALLBACK (header_setup_cb), G_CALLBACK (header_bind_cb),
                              G_CALLBACK (header_unbind_cb));
  GtkNoSelection *model = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->runs)));

  gtk_list_view_set_factory (self->list_view, rows);
  gtk_list_view_set_header_factory (self->list_view, headers);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (model));
  g_object_unref (model);
}

/* What is shown */

static void
paint_page (HipRunsView *self)
{
  HipHistory *history = hip_session_get_history (hip_view_get_session (HIP_VIEW (self)));

  if (hip_history_get_n_runs (history) == 0)
    gtk_stack_set_visible_child_name (self->stack, "empty");
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->runs)) == 0)
    gtk_stack_set_visible_child_name (self->stack, "nothing-found");
  else
    gtk_stack_set_visible_child_name (self->stack, "runs");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "runs.copy-shown",
                                 g_list_model_get_n_items (G_LIST_MODEL (self->runs)) > 0);
}

static gboolean
is_at_top (HipRunsView *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled_window);

  return gtk_adjustment_get_value (adjustment) <= gtk_adjustment_get_lower (adjustment);
}

static void
layout_cb (GdkFrameClock *clock, HipRunsView *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled_window);

  g_assert (HIP_IS_RUNS_VIEW (self));

  g_clear_signal_handler (&self->layout_handler, clock);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_lower (adjustment));
}

/* To the header above the first row. The list by itself would put the row at the top, and it does
 * so while it is laid out: hence after that, and still before the frame is drawn. */
static void
scroll_to_top (HipRunsView *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  if (clock == NULL || self->layout_handler != 0)
    return;
  self->layout_handler =
      g_signal_connect_object (clock, "layout", G_CALLBACK (layout_cb), self, G_CONNECT_AFTER);
  gtk_widget_queue_allocate (GTK_WIDGET (self->list_view));
}

static void
list_mapped_cb (HipRunsView *self)
{
  g_assert (HIP_IS_RUNS_VIEW (self));

  if (!self->was_shown)
    scroll_to_top (self);
  self->was_shown = TRUE;
}

/* The list keeps the row at its top in place. At the very top that would hide a new run. */
static void
hip_runs_view_repaint (HipView *view)
{
  HipRunsView *self = HIP_RUNS_VIEW (view);
  gboolean at_top = is_at_top (self);

  g_assert (HIP_IS_RUNS_VIEW (self));

  hip_run_list_set_history (self->runs,
                            hip_session_get_history (hip_view_get_session (HIP_VIEW (self))),
                            hip_session_get_limits (hip_view_get_session (HIP_VIEW (self))));
  paint_page (self);
  if (at_top)
    scroll_to_top (self);
}

static void
announce_found (HipRunsView *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->runs));
  /* Translators: how many runs a search has found. */
  g_autofree char *text = g_strdup_printf (ngettext ("%u run found", "%u runs found", n), n);

  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
search_changed_cb (HipRunsView *self)
{
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  g_assert (HIP_IS_RUNS_VIEW (self));

  hip_run_list_set_query (self->runs, query);
  paint_page (self);
  scroll_to_top (self);
  if (*query != '\0')
    announce_found (self);
}

/* Acts */

static void
activate_cb (HipRunsView *self, guint position)
{
  HipRun *run;

  g_assert (HIP_IS_RUNS_VIEW (self));

  run = hip_run_list_get_run (self->runs, position);
  if (run != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-run", "x", run->rec.id);
}

static HipRun *
find_run (HipRunsView *self, GVariant *id)
{
  return hip_history_get_run_by_id (
      hip_session_get_history (hip_view_get_session (HIP_VIEW (self))), g_variant_get_int64 (id));
}

static void
delete_run (HipRunsView *self, HipRun *run)
{
  g_autoptr (HipChange) change = hip_change_new (_ ("Run deleted"));

  hip_change_delete (change, run);
  hip_session_apply (hip_view_get_session (HIP_VIEW (self)), change);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HipRunsView *self = HIP_RUNS_VIEW (widget);
  HipRun *run = find_run (self, parameter);

  if (run != NULL)
    delete_run (self, run);
}

/* The list gives the focus to the widget around a row. */
static HipRunRow *
find_focused_row (HipRunsView *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *child = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  return HIP_IS_RUN_ROW (child) ? HIP_RUN_ROW (child) : NULL;
}

static void
delete_focused_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HipRunsView *self = HIP_RUNS_VIEW (widget);
  HipRunRow *row = find_focused_row (self);

  if (row != NULL && hip_run_row_get_item (row) != NULL)
    delete_run (self, hip_run_item_get_run (hip_run_row_get_item (row)));
}

/* A pair that is retired by now is not worn again. */
static gint64
choose_shoe (HipHistory *history, gint64 shoe_id)
{
  HipShoe *shoe = shoe_id != 0 ? hip_history_get_shoe_by_id (history, shoe_id) : NULL;

  if (shoe != NULL && shoe->retired != HIP_DAY_NONE)
    shoe = hip_history_get_last_shoe (history);
  return shoe != NULL ? shoe->rec.id : 0;
}

/* The same again, today: what belongs to that day alone is left open. */
static HipRun *
make_duplicate (HipHistory *history, HipRun *run, HipDay today)
{
  HipRun *copy = hip_record_copy (run);

  copy->rec.id = 0;
  copy->rec.import_id = 0;
  copy->date = today;
  copy->shoe_id = choose_shoe (history, run->shoe_id);
  copy->start_s = HIP_UNSET;
  copy->utc_offset_min = HIP_UNSET;
  copy->effort = HIP_UNSET;
  g_clear_pointer (&copy->source, g_free);
  g_clear_pointer (&copy->source_id, g_free);
  return copy;
}

static void
duplicate_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HipRunsView *self = HIP_RUNS_VIEW (widget);
  HipRun *run = find_run (self, parameter);
  g_autoptr (HipRun) copy = NULL;

  if (run == NULL)
    return;
  copy = make_duplicate (hip_session_get_history (hip_view_get_session (HIP_VIEW (self))), run,
                         hip_session_get_today (hip_view_get_session (HIP_VIEW (self))));
  adw_dialog_present (
      ADW_DIALOG (hip_run_dialog_new (hip_view_get_session (HIP_VIEW (self)), copy)), widget);
}

/* Copying */

static void
copy_runs (HipRunsView *self, GPtrArray *runs)
{
  HipSession *session = hip_view_get_session (HIP_VIEW (self));
  g_autoptr (HipTsv) table = hip_log_tables_make_runs (hip_session_get_history (session), runs,
                                                      hip_session_get_units (session));
  g_autofree char *message =
      /* Translators: put on the clipboard. */
      g_strdup_printf (ngettext ("%u run copied", "%u runs copied", runs->len), runs->len);

  hip_view_copy (HIP_VIEW (self), table, message);
}

static void
copy_run (HipRunsView *self, HipRun *run)
{
  g_autoptr (GPtrArray) runs = g_ptr_array_new ();

  g_ptr_array_add (runs, run);
  copy_runs (self, runs);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HipRunsView *self = HIP_RUNS_VIEW (widget);
  HipRun *run = find_run (self, parameter);

  if (run != NULL)
    copy_run (self, run);
}

static void
copy_shown_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HipRunsView *self = HIP_RUNS_VIEW (widget);
  g_autoptr (GPtrArray) runs = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->runs)); i++)
    g_ptr_array_add (runs, hip_run_list_get_run (self->runs, i));
  copy_runs (self, runs);
}

/* Where text is typed, the shortcut is for that. */
static void
copy_focused_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HipRunsView *self = HIP_RUNS_VIEW (widget);
  HipRunRow *row = find_focused_row (self);

  if (GTK_IS_EDITABLE (gtk_root_get_focus (gtk_widget_get_root (widget))))
    return;
  if (row != NULL && hip_run_row_get_item (row) != NULL)
    copy_run (self, hip_run_item_get_run (hip_run_row_get_item (row)));
  else
    gtk_widget_activate_action (widget, "runs.copy-shown", NULL);
}

/* Class */

static void
hip_runs_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HipRunsView *self = HIP_RUNS_VIEW (object);

  switch ((HipRunsViewProperty) id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_narrow (HipRunsView *self, gboolean narrow)
{
  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
hip_runs_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HipRunsView *self = HIP_RUNS_VIEW (object);

  switch ((HipRunsViewProperty) id)
    {
    case PROP_NARROW:
      set_narrow (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hip_runs_view_dispose (GObject *object)
{
  HipRunsView *self = HIP_RUNS_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HIP_TYPE_RUNS_VIEW);
  g_clear_object (&self->runs);
  G_OBJECT_CLASS (hip_runs_view_parent_class)->dispose (object);
}

/* The list is what one came for, not the header bar's first button. */
static gboolean
hip_runs_view_grab_focus (GtkWidget *widget)
{
  HipRunsView *self = HIP_RUNS_VIEW (widget);

  if (gtk_widget_child_focus (GTK_WIDGET (self->list_view), GTK_DIR_TAB_FORWARD))
    return TRUE;
  return GTK_WIDGET_CLASS (hip_runs_view_parent_class)->grab_focus (widget);
}

static void
install_properties (GObjectClass *object_class)
{
  /**
   * HipRunsView:narrow:
   *
   * Whether there is only room for two lines a run instead of columns.
   */
  properties[PROP_NARROW] =
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
hip_runs_view_class_init (HipRunsViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hip_runs_view_get_property;
  object_class->set_property = hip_runs_view_set_property;
  object_class->dispose = hip_runs_view_dispose;
  HIP_VIEW_CLASS (klass)->repaint = hip_runs_view_repaint;
  widget_class->grab_focus = hip_runs_view_grab_focus;
  install_properties (object_class);

  g_type_ensure (HIP_TYPE_MENU_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/HipLog/ui/hip-runs-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HipRunsView, search_bar);
  gtk_widget_class_bind_template_child (widget_class, HipRunsView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, HipRunsView, stack);
  gtk_widget_class_bind_template_child (widget_class, HipRunsView, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, HipRunsView, list_view);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_mapped_cb);
  gtk_widget_class_install_action (widget_class, "runs.copy", "x", copy_action);
  gtk_widget_class_install_action (widget_class, "runs.copy-focused", NULL, copy_focused_action);
  gtk_widget_class_install_action (widget_class, "runs.copy-shown", NULL, copy_shown_action);
  gtk_widget_class_install_action (widget_class, "runs.delete", "x", delete_action);
  gtk_widget_class_install_action (widget_class, "runs.delete-focused", NULL,
                                   delete_focused_action);
  gtk_widget_class_install_action (widget_class, "runs.duplicate", "x", duplicate_action);
}

static void
hip_runs_view_init (HipRunsView *self)
{
  self->runs = hip_run_list_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  fill_list_view (self);
}

/* Position of the latest run before a day; they are listed newest first. */
static guint
find_position (HipRunsView *self, HipDay end)
{
  guint low = 0, high = g_list_model_get_n_items (G_LIST_MODEL (self->runs));

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      HipRun *run = hip_run_list_get_run (self->runs, middle);

      if (run != NULL && run->date >= end)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * hip_runs_view_show_week:
 * @self: a view
 * @start: the first day of a week
 *
 * Goes to the latest run of a week, or the one before it where the week has none.
 */
void
hip_runs_view_show_week (HipRunsView *self, HipDay start)
{
  guint position;

  g_return_if_fail (HIP_IS_RUNS_VIEW (self));

  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  position = find_position (self, start + 7);
  if (position >= g_list_model_get_n_items (G_LIST_MODEL (self->runs)))
    return;
  /* Who came for a week does not want to be at the top. */
  self->was_shown = TRUE;
  gtk_list_view_scroll_to (self->list_view, position, GTK_LIST_SCROLL_FOCUS, NULL);
}

/**
 * hip_runs_view_start_search:
 * @self: a view
 *
 * Shows the search bar with the keyboard in it.
 */
void
hip_runs_view_start_search (HipRunsView *self)
{
  g_return_if_fail (HIP_IS_RUNS_VIEW (self));

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
