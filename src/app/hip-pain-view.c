// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-pain-view.h"

#include <glib/gi18n.h>

#include "hip-care-row.h"
#include "hip-log-tables.h"
#include "hip-menu-button.h"
#include "hip-month-grid.h"
#include "hip-score-strip.h"

/**
 * HipPainView:
 *
 * The pain log: a calendar of both hips' scores, and the shown month's
 * entries with what was written about them and what was done for the hips.
 *
 * ## Actions
 *
 * "pain.copy" copies those entries.
 */
struct _HipPainView
{
  HipView parent_instance;

  /* Template Children */
  HipMonthGrid *month_grid;
  AdwPreferencesGroup *days_group;
  GtkListBox *days_list;
  GtkWidget *empty_label;
};

G_DEFINE_FINAL_TYPE (HipPainView, hip_pain_view, HIP_TYPE_VIEW)

/* "Left 4" in the colour of its zone. */
static GtkWidget *
score_new (HipPainDay *pain)
{
  g_autofree char *text =
      /* Translators: a score from 0 to 10. */
      g_strdup_printf (pain->side == HIP_SIDE_LEFT ? _ ("Left %d") : _ ("Right %d"), pain->score);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "day-score");
  gtk_widget_add_css_class (label, "pill-score");
  gtk_widget_add_css_class (label, hip_score_get_zone (pain->score));
  return label;
}

static GtkWidget *
red_flag_new (void)
{
  GtkWidget *flag = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  gtk_widget_add_css_class (flag, "error");
  gtk_widget_set_tooltip_text (flag, _ ("Red flag"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (flag), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Red flag"), -1);
  return flag;
}

static void
add_side (AdwActionRow *row, GString *details, HipPainDay *pain)
{
  g_autofree char *text = NULL;

  if (pain == NULL)
    return;
  text = hip_pain_day_dup_details (pain);
  if (*text != '\0')
    g_string_append_printf (details, "%s%s", details->len > 0 ? "\n" : "", text);
  if (pain->flags != 0)
    adw_action_row_add_suffix (row, red_flag_new ());
  adw_action_row_add_suffix (row, score_new (pain));
}

static GtkWidget *
day_row_new (HipPainView *self, HipDay day)
{
  HipHistory *history = hip_session_get_history (hip_view_get_session (HIP_VIEW (self)));
  g_autofree char *title =
      hip_day_format_short (day, hip_session_get_today (hip_view_get_session (HIP_VIEW (self))));
  g_autoptr (GString) details = g_string_new (NULL);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  for (int side = 0; side < HIP_N_SIDES; side++)
    add_side (ADW_ACTION_ROW (row), details, hip_history_lookup_pain (history, day, side));
  if (hip_history_get_pain_score (history, day) == HIP_UNSET)
    g_string_append (details, _ ("Not scored"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), details->str);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.edit-pain");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "i", day);
  return row;
}

/* Its care follows each day. */
static gboolean
add_day (HipPainView *self, HipDay day)
{
  HipHistory *history = hip_session_get_history (hip_view_get_session (HIP_VIEW (self)));
  guint first = hip_history_find_care (history, day);
  guint end = hip_history_find_care (history, day + 1);

  if (first == end && hip_history_get_pain_score (history, day) == HIP_UNSET)
    return FALSE;
  gtk_list_box_append (self->days_list, day_row_new (self, day));
  for (guint i = first; i < end; i++)
    gtk_list_box_append (self->days_list, hip_care_row_new (hip_history_get_care (history, i)));
  return TRUE;
}

static void
paint_days (HipPainView *self)
{
  HipHistory *history = hip_session_get_history (hip_view_get_session (HIP_VIEW (self)));
  HipDay first, last;
  gboolean any = FALSE;

  hip_month_grid_get_month (self->month_grid, &first, &last);
  gtk_list_box_remove_all (self->days_list);
  for (HipDay day = last; day >= first; day--)
    any |= add_day (self, day);
  gtk_widget_set_visible (GTK_WIDGET (self->days_group), any);
  gtk_widget_set_visible (self->empty_label, hip_history_get_n_pain_days (history) == 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pain.copy", any);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HipPainView *self = HIP_PAIN_VIEW (widget);
  g_autoptr (HipTsv) table = NULL;
  HipDay first, last;

  hip_month_grid_get_month (self->month_grid, &first, &last);
  table = hip_log_tables_make_pain (
      hip_session_get_history (hip_view_get_session (HIP_VIEW (self))), first, last);
  hip_view_copy (HIP_VIEW (self), table, _ ("Days copied"));
}

static void
hip_pain_view_repaint (HipView *view)
{
  HipPainView *self = HIP_PAIN_VIEW (view);

  hip_month_grid_update (
      self->month_grid, hip_session_get_history (hip_view_get_session (HIP_VIEW (self))),
      hip_session_get_today (hip_view_get_session (HIP_VIEW (self))),
      hip_session_get_limits (hip_view_get_session (HIP_VIEW (self)))->first_weekday);
  paint_days (self);
}

static void
month_changed_cb (HipPainView *self)
{
  g_assert (HIP_IS_PAIN_VIEW (self));

  paint_days (self);
}

static void
day_activated_cb (HipPainView *self, int day)
{
  g_assert (HIP_IS_PAIN_VIEW (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-pain", "i", day);
}

static void
score_today_clicked_cb (HipPainView *self)
{
  day_activated_cb (self, hip_session_get_today (hip_view_get_session (HIP_VIEW (self))));
}

static void
hip_pain_view_dispose (GObject *object)
{
  HipPainView *self = HIP_PAIN_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HIP_TYPE_PAIN_VIEW);

  G_OBJECT_CLASS (hip_pain_view_parent_class)->dispose (object);
}

static void
hip_pain_view_class_init (HipPainViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hip_pain_view_dispose;
  HIP_VIEW_CLASS (klass)->repaint = hip_pain_view_repaint;

  g_type_ensure (HIP_TYPE_MENU_BUTTON);
  g_type_ensure (HIP_TYPE_MONTH_GRID);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/HipLog/ui/hip-pain-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HipPainView, days_group);
  gtk_widget_class_bind_template_child (widget_class, HipPainView, days_list);
  gtk_widget_class_bind_template_child (widget_class, HipPainView, empty_label);
  gtk_widget_class_bind_template_child (widget_class, HipPainView, month_grid);
  gtk_widget_class_install_action (widget_class, "pain.copy", NULL, copy_action);
  gtk_widget_class_bind_template_callback (widget_class, day_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, month_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, score_today_clicked_cb);
}

static void
hip_pain_view_init (HipPainView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
