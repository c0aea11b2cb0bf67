// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-window.h"

#include <glib/gi18n.h>

#include "hip-care-dialog.h"
#include "hip-drop-area.h"
#include "hip-export-dialog.h"
#include "hip-guide-view.h"
#include "hip-guide.h"
#include "hip-import-dialog.h"
#include "hip-incoming-files.h"
#include "hip-pain-dialog.h"
#include "hip-pain-view.h"
#include "hip-preferences-dialog.h"
#include "hip-report-dialog.h"
#include "hip-routine-dialog.h"
#include "hip-run-dialog.h"
#include "hip-runs-view.h"
#include "hip-sample.h"
#include "hip-screening-dialog.h"
#include "hip-session.h"
#include "hip-shoe-dialog.h"
#include "hip-shoes-view.h"
#include "hip-shortcuts-dialog.h"
#include "hip-store.h"
#include "hip-today-view.h"
#include "hip-trends-view.h"
#include "hip-welcome-page.h"

/**
 * HipWindow:
 *
 * The one window: a sidebar of six views, and the commands they share.
 * Views only name a command; what it opens is decided here.
 */
struct _HipWindow
{
  AdwApplicationWindow parent_instance;

  /* Template Children */
  AdwToastOverlay *toast_overlay;
  GtkStack *root_stack;
  AdwStatusPage *error_page;
  HipDropArea *drop_area;
  AdwNavigationSplitView *split_view;
  AdwNavigationPage *content_page;
  GtkListBox *sidebar_list;
  GtkStack *view_stack;
  AdwBanner *sample_banner;

  /* Owned References */
  GSettings *settings;
  HipIncomingFiles *incoming;
  HipSession *session; /* (nullable): while a log is open */
  HipLog *opening;     /* (nullable): while one is being opened */
  GCancellable *cancellable;
  AdwToast *last_toast; /* (nullable) weak */

  gboolean opening_sample;
  gboolean import_after_open;
};

G_DEFINE_FINAL_TYPE (HipWindow, hip_window, ADW_TYPE_APPLICATION_WINDOW)

typedef struct
{
  const char *name;
  const char *title;
  const char *icon_name;
  GType (*get_type) (void);
} ViewInfo;

static const ViewInfo views[] = {
  { "today", N_ ("Today"), "hip-today-symbolic", hip_today_view_get_type },
  { "runs", N_ ("Runs"), "hip-run-symbolic", hip_runs_view_get_type },
  { "shoes", N_ ("Shoes"), "hip-shoe-symbolic", hip_shoes_view_get_type },
  { "pain", N_ ("Pain"), "hip-pain-symbolic", hip_pain_view_get_type },
  { "trends", N_ ("Trends"), "hip-trends-symbolic", hip_trends_view_get_type },
  { "guide", N_ ("Guide"), "hip-guide-symbolic", hip_guide_view_get_type },
};

/* How long Undo is offered; Ctrl+Z does the same for as long as the window is open. */
#define UNDO_SECONDS 10

static void open_path (HipWindow *self, const char *path, gboolean is_sample);

/* Toasts */

static void
show_toast (HipWindow *self, const char *text, gboolean offer_undo)
{
  AdwToast *toast = adw_toast_new ("");

  if (self->last_toast != NULL)
    adw_toast_dismiss (self->last_toast);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_title (toast, text);
  if (offer_undo)
    {
      adw_toast_set_button_label (toast, _ ("_Undo"));
      adw_toast_set_action_name (toast, "win.undo");
      adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
      /* Long enough to be heard by a screen reader and then reached. */
      adw_toast_set_timeout (toast, UNDO_SECONDS);
    }
  g_set_weak_pointer (&self->last_toast, toast);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

static void
session_applied_cb (HipWindow *self, const char *label)
{
  g_assert (HIP_IS_WINDOW (self));

  show_toast (self, label, TRUE);
}

static void
session_failed_cb (HipWindow *self, const char *message)
{
  g_assert (HIP_IS_WINDOW (self));

  show_toast (self, message, FALSE);
}

/* Views */

static const ViewInfo *
find_view (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (g_strcmp0 (views[i].name, name) == 0)
      return &views[i];
  return NULL;
}

/* A view is made when it is first looked at: the window opens with just one. */
static GtkWidget *
ensure_view (HipWindow *self, const ViewInfo *info)
{
  GtkWidget *view = gtk_stack_get_child_by_name (self->view_stack, info->name);

  if (view == NULL)
    {
      view = g_object_new (info->get_type (), "session", self->session, NULL);
      gtk_stack_add_named (self->view_stack, view, info->name);
    }
  return view;
}

static GtkWidget *
show_view (HipWindow *self, const char *name)
{
  const ViewInfo *info = find_view (name);
  GtkWidget *view;

  if (self->session == NULL)
    return NULL;
  if (info == NULL)
    info = &views[0];

  view = ensure_view (self, info);
  gtk_stack_set_visible_child (self->view_stack, view);
  adw_navigation_page_set_title (self->content_page, _ (info->title));
  gtk_list_box_select_row (self->sidebar_list,
                           gtk_list_box_get_row_at_index (self->sidebar_list, info - views));
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.search",
                                 g_str_equal (info->name, "runs")
                                     || g_str_equal (info->name, "guide"));
  if (!hip_session_is_sample (self->session))
    g_settings_set_string (self->settings, "view", info->name);
  return view;
}

static void
take_keyboard (GtkWidget *view)
{
  if (!gtk_widget_grab_focus (view))
    gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD);
}

static void
sidebar_row_activated_cb (HipWindow *self, GtkListBoxRow *row)
{
  g_assert (HIP_IS_WINDOW (self));

  show_view (self, views[gtk_list_box_row_get_index (row)].name);
}

/* The view follows the arrow keys while both are in sight; the keyboard stays in the sidebar. */
static void
sidebar_row_selected_cb (HipWindow *self, GtkListBoxRow *row)
{
  g_assert (HIP_IS_WINDOW (self));

  if (row != NULL && gtk_widget_has_focus (GTK_WIDGET (row))
      && !adw_navigation_split_view_get_collapsed (self->split_view))
    show_view (self, views[gtk_list_box_row_get_index (row)].name);
}

/* Folding takes the panes out of the window for a moment, and the keyboard with them. */
static void
split_view_folded_cb (HipWindow *self)
{
  GtkWidget *view = gtk_stack_get_visible_child (self->view_stack);
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  g_assert (HIP_IS_WINDOW (self));

  if (view != NULL && (focus == NULL || !gtk_widget_get_mapped (focus)))
    take_keyboard (view);
}

static void
fill_sidebar (HipWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
      GtkWidget *image = gtk_image_new_from_icon_name (views[i].icon_name);
      GtkWidget *label = gtk_label_new (_ (views[i].title));

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_box_append (GTK_BOX (box), image);
      gtk_box_append (GTK_BOX (box), label);
      gtk_list_box_append (self->sidebar_list, box);
      gtk_accessible_update_property (
          GTK_ACCESSIBLE (gtk_list_box_get_row_at_index (self->sidebar_list, i)),
          GTK_ACCESSIBLE_PROPERTY_LABEL, _ (views[i].title), -1);
    }
}

static void
clear_views (HipWindow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->view_stack))) != NULL)
    gtk_stack_remove (self->view_stack, child);
}

/* Opening and closing a log */

static void
update_undo_actions (HipWindow *self)
{
  HipLog *log = self->session ? hip_session_get_log (self->session) : NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", log && hip_log_get_can_undo (log));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", log && hip_log_get_can_redo (log));
}

static void
update_log_actions (HipWindow *self)
{
  static const char *const log_actions[] = { "win.add-care", "win.add-run",     "win.add-shoe",
                                             "win.import",   "win.export",      "win.report",
                                             "win.backup",   "win.preferences", "win.help" };

  for (guint i = 0; i < G_N_ELEMENTS (log_actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), log_actions[i], self->session != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.search", FALSE);
  update_undo_actions (self);
}

static void
close_log (HipWindow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->opening);
  clear_views (self);
  hip_incoming_files_set_session (self->incoming, NULL);
  if (self->session != NULL)
    hip_log_close (hip_session_get_log (self->session));
  g_clear_object (&self->session);
  update_log_actions (self);
}

static void
show_session (HipWindow *self, HipLog *log, gboolean is_sample)
{
  g_autofree char *view = g_settings_get_string (self->settings, "view");

  self->session = hip_session_new (log, self->settings, is_sample);
  g_signal_connect_object (self->session, "applied", G_CALLBACK (session_applied_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "failed", G_CALLBACK (session_failed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (log, "notify::can-undo", G_CALLBACK (update_undo_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (log, "notify::can-redo", G_CALLBACK (update_undo_actions), self,
                           G_CONNECT_SWAPPED);
  adw_banner_set_revealed (self->sample_banner, is_sample);
  g_object_set (self->drop_area, "description",
                is_sample ? _ ("Files go into your own log, not into this sample.")
                          : _ ("Nothing is changed before you have seen what was found."),
                NULL);
  hip_incoming_files_set_session (self->incoming, self->session);
  update_log_actions (self);
  show_view (self, is_sample ? "today" : view);
  gtk_stack_set_visible_child_name (self->root_stack, "log");
}

static void
log_opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HipWindow) self = HIP_WINDOW (data);
  g_autoptr (GError) error = NULL;

  if (!hip_log_open_finish (HIP_LOG (source), result, &error))
    {
      if (self->opening != HIP_LOG (source))
        return;
      g_clear_object (&self->opening);
      adw_status_page_set_description (self->error_page, error->message);
      gtk_stack_set_visible_child_name (self->root_stack, "error");
      return;
    }
  if (self->opening != HIP_LOG (source))
    return;

  show_session (self, self->opening, self->opening_sample);
  g_clear_object (&self->opening);
  if (self->import_after_open)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.import", NULL);
  self->import_after_open = FALSE;
}

static void
open_path (HipWindow *self, const char *path, gboolean is_sample)
{
  close_log (self);
  self->cancellable = g_cancellable_new ();
  self->opening = hip_log_new (path);
  self->opening_sample = is_sample;
  gtk_stack_set_visible_child_name (self->root_stack, "loading");
  hip_log_open_async (self->opening, self->cancellable, log_opened_cb, g_object_ref (self));
}

static void
open_log_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  HipWindow *self = HIP_WINDOW (widget);
  g_autofree char *path = hip_store_default_path ();

  self->import_after_open = g_str_equal (action_name, "win.start-import");
  open_path (self, path, FALSE);
}

/* Somebody's files never end in the sample, which is gone with the next look at it. */
static void
log_needed_cb (HipWindow *self)
{
  g_autofree char *path = hip_store_default_path ();

  g_assert (HIP_IS_WINDOW (self));

  if (self->opening != NULL && !self->opening_sample)
    return;
  if (self->session != NULL)
    show_toast (self, _ ("Left the sample: your files go into your own log"), FALSE);
  open_path (self, path, FALSE);
}

static void
files_dropped_cb (HipWindow *self, GPtrArray *files)
{
  g_assert (HIP_IS_WINDOW (self));

  hip_window_import_files (self, files);
}

static void
leave_sample_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  HipWindow *self = HIP_WINDOW (widget);

  close_log (self);
  hip_window_open_log (self);
}

static void
sample_made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HipWindow) self = HIP_WINDOW (data);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = hip_sample_make_finish (result, &error);

  /* By now there may be files that want the runner's own log. */
  if (self->session != NULL || self->opening != NULL)
    return;
  if (path != NULL)
    {
      open_path (self, path, TRUE);
      return;
    }
  gtk_stack_set_visible_child_name (self->root_stack, "welcome");
  show_toast (self, error->message, FALSE);
}

static void
start_sample_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  hip_window_open_sample (HIP_WINDOW (widget));
}

/* Commands */

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HipWindow) self = HIP_WINDOW (data);
  g_autoptr (GError) error = NULL;
  g_autofree char *label = hip_log_undo_finish (HIP_LOG (source), result, &error);
  /* Translators: %s is what was done, such as "Run deleted" */
  g_autofree char *text = label ? g_strdup_printf (_ ("Undone: %s"), label) : NULL;

  show_toast (self, text ? text : error->message, FALSE);
}

static void
undo_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  HipWindow *self = HIP_WINDOW (widget);

  hip_log_undo_async (hip_session_get_log (self->session), NULL, undone_cb, g_object_ref (self));
}

static void
redone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HipWindow) self = HIP_WINDOW (data);
  g_autoptr (GError) error = NULL;
  g_autofree char *label = hip_log_redo_finish (HIP_LOG (source), result, &error);
  /* Translators: %s is what was done, such as "Run deleted" */
  g_autofree char *text = label ? g_strdup_printf (_ ("Done again: %s"), label) : NULL;

  show_toast (self, text ? text : error->message, FALSE);
}

static void
redo_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  HipWindow *self = HIP_WINDOW (widget);

  hip_log_redo_async (hip_session_get_log (self->session), NULL, redone_cb, g_object_ref (self));
}

static void
run_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  HipWindow *self = HIP_WINDOW (widget);
  HipRun *run = NULL;

  if (parameter != NULL)
    run = hip_history_get_run_by_id (hip_session_get_history (self->session),
                                     g_variant_get_int64 (parameter));
  if (parameter == NULL || run != NULL)
    adw_dialog_present (ADW_DIALOG (hip_run_dialog_new (self->session, run)), widget);
}

static void
shoe_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  HipWindow *self = HIP_WINDOW (widget);
  HipShoe *shoe = NULL;

  if (parameter != NULL)
    shoe = hip_history_get_shoe_by_id (hip_session_get_history (self->session),
                                       g_variant_get_int64 (parameter));
  if (parameter == NULL || shoe != NULL)
    adw_dialog_present (ADW_DIALOG (hip_shoe_dialog_new (self->session, shoe)), widget);
}

static void
edit_pain_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  HipWindow *self = HIP_WINDOW (widget);

  adw_dialog_present (
      ADW_DIALOG (hip_pain_dialog_new (self->session, g_variant_get_int32 (parameter))), widget);
}

static HipCareEntry *
find_care (HipHistory *history, gint64 id)
{
  for (guint i = 0; i < hip_history_get_n_care (history); i++)
    if (hip_history_get_care (history, i)->rec.id == id)
      return hip_history_get_care (history, i);
  return NULL;
}

static void
care_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  HipWindow *self = HIP_WINDOW (widget);
  HipCareEntry *care = NULL;

  if (parameter != NULL)
    care = find_care (hip_session_get_history (self->session), g_variant_get_int64 (parameter));
  if (parameter == NULL || care != NULL)
    adw_dialog_present (ADW_DIALOG (hip_care_dialog_new (self->session, care)), widget);
}

static HipScreening *
find_screening (HipHistory *history, gint64 id)
{
  for (guint i = 0; i < hip_history_get_n_screenings (history); i++)
    if (hip_history_get_screening (history, i)->rec.id == id)
      return hip_history_get_screening (history, i);
  return NULL;
}

static void
answer_questions_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  HipWindow *self = HIP_WINDOW (widget);
  HipScreening *screening = NULL;

  if (parameter != NULL)
    screening =
        find_screening (hip_session_get_history (self->session), g_variant_get_int64 (parameter));
  if (parameter == NULL || screening != NULL)
    adw_dialog_present (ADW_DIALOG (hip_screening_dialog_new (self->session, screening)), widget);
}

static void
import_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  adw_dialog_present (ADW_DIALOG (hip_import_dialog_new (HIP_WINDOW (widget)->session)), widget);
}

static void
export_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  adw_dialog_present (ADW_DIALOG (hip_export_dialog_new (HIP_WINDOW (widget)->session)), widget);
}

static void
report_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  adw_dialog_present (ADW_DIALOG (hip_report_dialog_new (HIP_WINDOW (widget)->session)), widget);
}

static void
backed_up_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HipWindow) self = HIP_WINDOW (data);
  g_autoptr (GError) error = NULL;

  if (hip_log_backup_finish (HIP_LOG (source), result, &error))
    show_toast (self, _ ("Backup saved"), FALSE);
  else
    show_toast (self, error->message, FALSE);
}

static void
backup_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HipWindow) self = HIP_WINDOW (data);
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL && self->session != NULL)
    hip_log_backup_async (hip_session_get_log (self->session), g_file_peek_path (file), NULL,
                          backed_up_cb, g_steal_pointer (&self));
}

static void
backup_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *day = hip_day_to_iso (hip_day_today ());
  g_autofree char *name = g_strdup_printf ("hiplog-%s.db", day);

  gtk_file_dialog_set_title (dialog, _ ("Back Up the Log"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (widget), NULL, backup_chosen_cb, g_object_ref (widget));
}

static void
preferences_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  adw_dialog_present (ADW_DIALOG (hip_preferences_dialog_new (HIP_WINDOW (widget)->session)),
                      widget);
}

static void
shortcuts_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  adw_dialog_present (hip_shortcuts_dialog_new (), widget);
}

static void
show_view_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GtkWidget *view = show_view (HIP_WINDOW (widget), g_variant_get_string (parameter, NULL));

  if (view != NULL)
    take_keyboard (view);
}

static void
show_runs_of_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GtkWidget *runs = show_view (HIP_WINDOW (widget), "runs");

  if (runs != NULL)
    hip_runs_view_show_week (HIP_RUNS_VIEW (runs), g_variant_get_int32 (parameter));
}

static void
tell_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  show_toast (HIP_WINDOW (widget), g_variant_get_string (parameter, NULL), FALSE);
}

static void
open_page_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GtkWidget *guide = show_view (HIP_WINDOW (widget), "guide");

  if (guide != NULL)
    hip_guide_view_open_page (HIP_GUIDE_VIEW (guide), g_variant_get_string (parameter, NULL));
}

static void
find_symptoms_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GtkWidget *guide = show_view (HIP_WINDOW (widget), "guide");

  if (guide != NULL)
    hip_guide_view_find_symptoms (HIP_GUIDE_VIEW (guide), g_variant_get_boolean (parameter));
}

static void
start_routine_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  HipWindow *self = HIP_WINDOW (widget);
  const HipGuidePage *page =
      hip_guide_lookup (hip_guide_get_default (), g_variant_get_string (parameter, NULL));
  g_autoptr (HipRoutine) routine = page != NULL ? hip_routine_new (page) : NULL;

  if (routine != NULL && self->session != NULL)
    adw_dialog_present (hip_routine_dialog_new (self->session, routine), widget);
}

static void
help_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  show_view (HIP_WINDOW (widget), "guide");
}

static void
search_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  HipWindow *self = HIP_WINDOW (widget);
  GtkWidget *view = gtk_stack_get_visible_child (self->view_stack);

  if (HIP_IS_RUNS_VIEW (view))
    hip_runs_view_start_search (HIP_RUNS_VIEW (view));
  else if (HIP_IS_GUIDE_VIEW (view))
    hip_guide_view_start_search (HIP_GUIDE_VIEW (view));
}

/* Construction */

static void
hip_window_dispose (GObject *object)
{
  HipWindow *self = HIP_WINDOW (object);

  g_clear_weak_pointer (&self->last_toast);
  if (self->view_stack != NULL)
    close_log (self);
  g_clear_object (&self->incoming);
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), HIP_TYPE_WINDOW);

  G_OBJECT_CLASS (hip_window_parent_class)->dispose (object);
}

/* Every command of the window. One that a dialog must not be interrupted by waits until it is
 * closed: shortcuts reach the window from within dialogs too. */
static const struct
{
  const char *name;
  const char *parameter_type;
  GtkWidgetActionActivateFunc activate;
  gboolean over_dialogs;
} actions[] = {
  { "win.open-log", NULL, open_log_action, FALSE },
  { "win.start-empty", NULL, open_log_action, FALSE },
  { "win.start-import", NULL, open_log_action, FALSE },
  { "win.start-sample", NULL, start_sample_action, FALSE },
  { "win.leave-sample", NULL, leave_sample_action, FALSE },
  { "win.undo", NULL, undo_action, FALSE },
  { "win.redo", NULL, redo_action, FALSE },
  { "win.add-care", NULL, care_action, FALSE },
  { "win.edit-care", "x", care_action, FALSE },
  { "win.add-run", NULL, run_action, FALSE },
  { "win.edit-run", "x", run_action, FALSE },
  { "win.add-shoe", NULL, shoe_action, TRUE },
  { "win.edit-shoe", "x", shoe_action, FALSE },
  { "win.edit-pain", "i", edit_pain_action, FALSE },
  { "win.answer-questions", NULL, answer_questions_action, FALSE },
  { "win.edit-screening", "x", answer_questions_action, FALSE },
  { "win.import", NULL, import_action, FALSE },
  { "win.export", NULL, export_action, FALSE },
  { "win.report", NULL, report_action, FALSE },
  { "win.backup", NULL, backup_action, FALSE },
  { "win.preferences", NULL, preferences_action, FALSE },
  { "win.shortcuts", NULL, shortcuts_action, FALSE },
  { "win.show-view", "s", show_view_action, FALSE },
  { "win.show-runs-of", "i", show_runs_of_action, FALSE },
  { "win.tell", "s", tell_action, TRUE },
  { "win.open-page", "s", open_page_action, TRUE },
  { "win.start-routine", "s", start_routine_action, FALSE },
  { "win.find-symptoms", "b", find_symptoms_action, FALSE },
  { "win.help", NULL, help_action, FALSE },
  { "win.search", NULL, search_action, FALSE },
};

static void
dispatch_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gboolean has_dialog =
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (widget)) != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].name, action_name) && (actions[i].over_dialogs || !has_dialog))
      actions[i].activate (widget, action_name, parameter);
}

static void
install_actions (GtkWidgetClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (klass, actions[i].name, actions[i].parameter_type,
                                     dispatch_action);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    gtk_widget_class_add_binding_action (klass, GDK_KEY_1 + i, GDK_ALT_MASK, "win.show-view", "s",
                                         views[i].name);
}

static void
hip_window_class_init (HipWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hip_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/HipLog/ui/hip-window.ui");
  gtk_widget_class_bind_template_child (widget_class, HipWindow, content_page);
  gtk_widget_class_bind_template_child (widget_class, HipWindow, drop_area);
  gtk_widget_class_bind_template_child (widget_class, HipWindow, error_page);
  gtk_widget_class_bind_template_child (widget_class, HipWindow, root_stack);
  gtk_widget_class_bind_template_child (widget_class, HipWindow, sample_banner);
  gtk_widget_class_bind_template_child (widget_class, HipWindow, sidebar_list);
  gtk_widget_class_bind_template_child (widget_class, HipWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, HipWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, HipWindow, view_stack);
  gtk_widget_class_bind_template_callback (widget_class, files_dropped_cb);
  gtk_widget_class_bind_template_callback (widget_class, sidebar_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, split_view_folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, sidebar_row_selected_cb);
  install_actions (widget_class);

  g_type_ensure (HIP_TYPE_DROP_AREA);
  g_type_ensure (HIP_TYPE_WELCOME_PAGE);
}

static void
hip_window_init (HipWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->incoming = hip_incoming_files_new (ADW_APPLICATION_WINDOW (self));
  g_signal_connect_object (self->incoming, "log-needed", G_CALLBACK (log_needed_cb), self,
                           G_CONNECT_SWAPPED);
  fill_sidebar (self);
  update_log_actions (self);
}

/**
 * hip_window_new:
 * @settings: the preferences, which also keep the window's size
 *
 * Returns: (transfer none): a window that shows nothing yet
 */
HipWindow *
hip_window_new (GtkApplication *app, GSettings *settings)
{
  HipWindow *self;

  g_return_val_if_fail (GTK_IS_APPLICATION (app), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (HIP_TYPE_WINDOW, "application", app, NULL);
  self->settings = g_object_ref (settings);
  g_settings_bind (settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);

  return self;
}

/**
 * hip_window_open_log:
 *
 * Shows the runner's own log, or the welcome page where there is none yet.
 * Nothing happens while a log is open.
 */
void
hip_window_open_log (HipWindow *self)
{
  g_autofree char *path = hip_store_default_path ();

  g_return_if_fail (HIP_IS_WINDOW (self));

  if (self->session != NULL || self->opening != NULL)
    return;
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    open_path (self, path, FALSE);
  else
    gtk_stack_set_visible_child_name (self->root_stack, "welcome");
}

/**
 * hip_window_open_sample:
 *
 * Shows a fresh sample log, which lives in a file of its own.
 */
void
hip_window_open_sample (HipWindow *self)
{
  g_return_if_fail (HIP_IS_WINDOW (self));

  close_log (self);
  gtk_stack_set_visible_child_name (self->root_stack, "loading");
  hip_sample_make_async (sample_made_cb, g_object_ref (self));
}

/**
 * hip_window_import_files:
 * @files: (element-type GFile): files and folders
 *
 * Shows what is in @files, to be imported into the runner's own log, which is opened, or begun, for
 * that if need be. A dialog that is open is not disturbed: the files wait until it is closed.
 */
void
hip_window_import_files (HipWindow *self, GPtrArray *files)
{
  g_return_if_fail (HIP_IS_WINDOW (self));
  g_return_if_fail (files != NULL);

  hip_incoming_files_add (self->incoming, files);
}
