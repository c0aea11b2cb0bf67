// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-today-view.h"

#include <glib/gi18n.h>
#include <math.h>

#include "hip-care-group.h"
#include "hip-chart-view.h"
#include "hip-distance-bar.h"
#include "hip-menu-button.h"
#include "hip-pain-edit.h"
#include "hip-room.h"
#include "hip-rules.h"
#include "hip-score-strip.h"
#include "hip-warning-row.h"
#include "hip-week-chart.h"

/* As many as can be read at a glance. */
#define N_WARNINGS 4

/* Today and the six days after it. */
#define N_PLAN_DAYS 7

/**
 * HipTodayView:
 *
 * The answer to "may I run, and how far?" in five seconds: today's hips, room
 * to run, open warnings, this week, and the shoes in use.
 */
struct _HipTodayView
{
  HipView parent_instance;

  /* Template Children */
  AdwPreferencesGroup *hips_group;
  GtkStack *hips_stack;
  HipScoreStrip *left_strip;
  HipScoreStrip *right_strip;
  GtkButton *same_button;
  AdwActionRow *answered_row;
  HipCareGroup *care_group;
  HipDistanceBar *run_bar;
  HipDistanceBar *week_bar;
  GtkLabel *run_room_label;
  GtkLabel *week_room_label;
  GtkDropDown *plan_day;
  GtkWidget *questions_button;
  GtkWidget *help_button;
  GtkEntry *plan_entry;
  GtkLabel *plan_label;
  GtkListBox *warnings_list;
  GtkLabel *no_warnings_label;
  GtkWidget *start_group;
  GtkWidget *week_group;
  GtkLabel *week_label;
  HipChartView *week_chart;
  AdwPreferencesGroup *shoes_group;
  GtkListBox *shoes_list;

  HipWeekChartData week;
  HipDay plan_days_from;
  gboolean show_all; /* warnings */
  HipDay answering;  /* the day whose answered line was opened again */
};

G_DEFINE_FINAL_TYPE (HipTodayView, hip_today_view, HIP_TYPE_VIEW)

/* How are your hips? */

static int
get_score (HipTodayView *self, HipDay day, HipSide side)
{
  HipPainDay *pain = hip_history_lookup_pain (
      hip_session_get_history (hip_view_get_session (HIP_VIEW (self))), day, side);

  return pain != NULL ? pain->score : HIP_UNSET;
}

static void
paint_same_button (HipTodayView *self, HipDay today)
{
  int left = get_score (self, today - 1, HIP_SIDE_LEFT);
  int right = get_score (self, today - 1, HIP_SIDE_RIGHT);
  g_autofree char *label = NULL;

  if (left != HIP_UNSET && right != HIP_UNSET)
    /* Translators: scores of the left and the right hip */
    label = g_strdup_printf (_ ("_Same as Yesterday (%1$d and %2$d)"), left, right);
  gtk_widget_set_visible (GTK_WIDGET (self->same_button),
                          label != NULL && get_score (self, today, HIP_SIDE_LEFT) == HIP_UNSET
                              && get_score (self, today, HIP_SIDE_RIGHT) == HIP_UNSET);
  if (label != NULL)
    gtk_button_set_label (self->same_button, label);
}

static void
paint_hips (HipTodayView *self)
{
  HipDay today = hip_session_get_today (hip_view_get_session (HIP_VIEW (self)));
  int left = get_score (self, today, HIP_SIDE_LEFT);
  int right = get_score (self, today, HIP_SIDE_RIGHT);
  gboolean answered = left != HIP_UNSET && right != HIP_UNSET && self->answering != today;

  hip_score_strip_set_score (self->left_strip, left);
  hip_score_strip_set_score (self->right_strip, right);
  paint_same_button (self, today);
  if (answered)
    {
      /* Translators: today's pain scores of the left and the right hip */
      g_autofree char *title =
          /* Translators: two scores from 0 to 10. */
          g_strdup_printf (_ ("Left %1$d of 10, right %2$d of 10"), left, right);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->answered_row), title);
    }
  gtk_stack_set_visible_child_name (self->hips_stack, answered ? "answered" : "ask");
}

static void
scored_cb (HipTodayView *self, int score, HipScoreStrip *strip)
{
  g_autoptr (HipChange) change = NULL;

  g_assert (HIP_IS_TODAY_VIEW (self));

  change = hip_pain_edit_score (hip_session_get_history (hip_view_get_session (HIP_VIEW (self))),
                                hip_session_get_today (hip_view_get_session (HIP_VIEW (self))),
                                hip_score_strip_get_side (strip), score);
  hip_session_apply (hip_view_get_session (HIP_VIEW (self)), change);
}

static void
same_clicked_cb (HipTodayView *self)
{
  HipDay today = hip_session_get_today (hip_view_get_session (HIP_VIEW (self)));
  g_autoptr (HipChange) change = NULL;

  g_assert (HIP_IS_TODAY_VIEW (self));

  change = hip_pain_edit_copy_scores (
      hip_session_get_history (hip_view_get_session (HIP_VIEW (self))), today - 1, today);
  if (change != NULL)
    hip_session_apply (hip_view_get_session (HIP_VIEW (self)), change);
}

static void
answered_activated_cb (HipTodayView *self)
{
  g_assert (HIP_IS_TODAY_VIEW (self));

  self->answering = hip_session_get_today (hip_view_get_session (HIP_VIEW (self)));
  paint_hips (self);
  gtk_widget_child_focus (GTK_WIDGET (self->left_strip), GTK_DIR_TAB_FORWARD);
}

static void
details_clicked_cb (HipTodayView *self)
{
  g_assert (HIP_IS_TODAY_VIEW (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-pain", "i",
                              hip_session_get_today (hip_view_get_session (HIP_VIEW (self))));
}

/* Room to run */

static void
paint_bar (HipDistanceBar *bar, gint64 value, gint64 room, const char *text)
{
  gtk_widget_set_visible (GTK_WIDGET (bar), room >= 0);
  if (room < 0)
    return;
  hip_distance_bar_set_maximum (bar, MAX (room, 1));
  hip_distance_bar_set_value (bar, MIN (value, room));
  hip_distance_bar_set_level (bar, value > room ? HIP_BAR_LEVEL_CAUTION : HIP_BAR_LEVEL_NORMAL);
  hip_distance_bar_set_value_text (bar, text);
}

static gint64
get_distance_on (HipHistory *history, HipDay day)
{
  gint64 total = 0;

  for (guint i = hip_history_find_run (history, day); i < hip_history_get_n_runs (history); i++)
    {
      HipRun *run = hip_history_get_run (history, i);

      if (run->date != day)
        break;
      total += run->distance_m;
    }
  return total;
}

/* The day that is planned: today unless another of the next week was chosen. */
static HipDay
get_plan_day (HipTodayView *self)
{
  guint ahead = gtk_drop_down_get_selected (self->plan_day);

  if (ahead == GTK_INVALID_LIST_POSITION)
    ahead = 0;
  return hip_session_get_today (hip_view_get_session (HIP_VIEW (self))) + (HipDay) ahead;
}

static void
fill_plan_days (HipTodayView *self, HipDay today)
{
  g_autoptr (GtkStringList) days = gtk_string_list_new (NULL);

  if (self->plan_days_from == today)
    return;
  self->plan_days_from = today;
  gtk_string_list_append (days, _ ("Today"));
  gtk_string_list_append (days, _ ("Tomorrow"));
  for (HipDay day = today + 2; day < today + N_PLAN_DAYS; day++)
    {
      g_autofree char *name = hip_day_format (day, "%A");

      gtk_string_list_append (days, name);
    }
  gtk_drop_down_set_model (self->plan_day, G_LIST_MODEL (days));
}

static void
paint_room (HipTodayView *self)
{
  HipSession *session = hip_view_get_session (HIP_VIEW (self));
  HipUnits units = hip_session_get_units (session);
  HipDay today = hip_session_get_today (session);
  HipRoom room;
  g_autofree char *run_text = NULL, *week_text = NULL;
  gint64 day_m = get_distance_on (hip_session_get_history (session), get_plan_day (self));

  hip_room_compute (&room, hip_session_get_history (session), hip_session_get_limits (session),
                    get_plan_day (self));
  run_text = hip_room_dup_run_text (&room, units);
  week_text = hip_room_dup_week_text (&room, units, today);
  gtk_label_set_label (self->run_room_label, run_text);
  gtk_label_set_label (self->week_room_label, week_text);
  gtk_widget_set_visible (GTK_WIDGET (self->week_room_label), !g_str_equal (run_text, week_text));
  gtk_widget_set_visible (self->questions_button, room.run_reason == HIP_ROOM_UNANSWERED);
  gtk_widget_set_visible (self->help_button, room.run_reason == HIP_ROOM_RED_FLAG);
  paint_bar (self->run_bar, day_m, room.run_room_m, run_text);
  paint_bar (self->week_bar, room.week_m,
             room.week_room_m < 0 ? -1 : room.week_m + room.week_room_m, week_text);
}

static char *
describe_plan (HipTodayView *self, gint64 metres)
{
  HipSession *session = hip_view_get_session (HIP_VIEW (self));
  g_autoptr (GPtrArray) warnings = hip_rules_would_fire (hip_session_get_history (session),
                                                        hip_session_get_limits (session),
                                                        get_plan_day (self), metres);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < warnings->len; i++)
    {
      g_autofree char *title =
          hip_warning_dup_title (g_ptr_array_index (warnings, i), hip_session_get_units (session));

      if (i > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, title);
    }
  if (warnings->len == 0)
    g_string_append (text, _ ("No warning would come from this run."));
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
plan_changed_cb (HipTodayView *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->plan_entry));
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gint64 metres;

  g_assert (HIP_IS_TODAY_VIEW (self));

  if (*typed != '\0')
    text = hip_units_parse_distance (typed,
                                     hip_session_get_units (hip_view_get_session (HIP_VIEW (self))),
                                     &metres, &error)
               ? describe_plan (self, metres)
               : g_strdup (error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->plan_label), text != NULL);
  gtk_label_set_label (self->plan_label, text ? text : "");
  if (error != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->plan_entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->plan_entry), "error");
  if (text != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self->plan_entry), text,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
plan_day_changed_cb (HipTodayView *self)
{
  g_assert (HIP_IS_TODAY_VIEW (self));

  if (hip_view_get_session (HIP_VIEW (self)) == NULL)
    return;
  paint_room (self);
  plan_changed_cb (self);
}

/* Warnings */

/* By what a row is found again after a repaint. */
static char *
dup_key (HipWarning *warning)
{
  return g_strconcat (hip_rule_get_id (hip_warning_get_rule (warning)), " ",
                      hip_warning_get_subject (warning), NULL);
}

/* Which rows the runner has open, so that a repaint does not close them. */
static GHashTable *
collect_expanded (HipTodayView *self)
{
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->warnings_list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (HIP_IS_WARNING_ROW (row) && adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)))
      g_hash_table_add (keys, dup_key (hip_warning_row_get_warning (HIP_WARNING_ROW (row))));
  return keys;
}

/* Of many only the first ones at once, and whatever is serious. */
static gboolean
is_shown_at_once (HipTodayView *self, HipWarning *warning, guint i)
{
  return self->show_all || i < N_WARNINGS
         || hip_warning_get_severity (warning) >= HIP_SEVERITY_WARNING;
}

static GtkWidget *
add_warning (HipTodayView *self, HipWarning *warning)
{
  GtkWidget *row = hip_warning_row_new (hip_view_get_session (HIP_VIEW (self)), warning);

  gtk_list_box_append (self->warnings_list, row);
  return row;
}

/* The rest follows where the row was that stood for it, and takes over its focus. */
static void
show_all_warnings_cb (HipTodayView *self, GtkWidget *more_row)
{
  GPtrArray *warnings = hip_session_get_warnings (hip_view_get_session (HIP_VIEW (self)));
  GtkWidget *first = NULL;

  g_assert (HIP_IS_TODAY_VIEW (self));

  for (guint i = 0; i < warnings->len; i++)
    if (!is_shown_at_once (self, g_ptr_array_index (warnings, i), i))
      {
        GtkWidget *row = add_warning (self, g_ptr_array_index (warnings, i));

        first = first != NULL ? first : row;
      }
  self->show_all = TRUE;
  if (first != NULL)
    gtk_widget_grab_focus (first);
  gtk_widget_set_visible (more_row, FALSE);
}

static void
add_more_row (HipTodayView *self, guint n)
{
  /* Translators: how many warnings are not shown. */
  g_autofree char *title = g_strdup_printf (ngettext ("Show %u _More", "Show %u _More", n), n);
  GtkWidget *row = adw_button_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (show_all_warnings_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_append (self->warnings_list, row);
}

static void
paint_warnings (HipTodayView *self)
{
  GPtrArray *warnings = hip_session_get_warnings (hip_view_get_session (HIP_VIEW (self)));
  g_autoptr (GHashTable) expanded = collect_expanded (self);
  guint n_more = 0;

  gtk_list_box_remove_all (self->warnings_list);
  for (guint i = 0; i < warnings->len; i++)
    {
      HipWarning *warning = g_ptr_array_index (warnings, i);
      g_autofree char *key = dup_key (warning);

      if (is_shown_at_once (self, warning, i))
        adw_expander_row_set_expanded (ADW_EXPANDER_ROW (add_warning (self, warning)),
                                       g_hash_table_contains (expanded, key));
      else
        n_more++;
    }
  if (n_more > 0)
    add_more_row (self, n_more);
  gtk_widget_set_visible (GTK_WIDGET (self->warnings_list), warnings->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->no_warnings_label), warnings->len == 0);
  gtk_label_set_label (
      self->no_warnings_label,
      hip_history_is_empty (hip_session_get_history (hip_view_get_session (HIP_VIEW (self))))
          ? _ ("Warnings will be here, once there are runs to compare.")
          : _ ("Nothing to warn of today."));
}

/* This week */

static void
fill_week (HipTodayView *self, HipDay start, double *metres)
{
  for (int i = 0; i < 7; i++)
    metres[i] = get_distance_on (hip_session_get_history (hip_view_get_session (HIP_VIEW (self))),
                                 start + i);
}

static char *
describe_day_cb (guint index, gpointer data)
{
  return hip_week_chart_describe_day (&HIP_TODAY_VIEW (data)->week, index);
}

static void
paint_week (HipTodayView *self)
{
  HipHistory *history = hip_session_get_history (hip_view_get_session (HIP_VIEW (self)));
  HipWeekChartData *week = &self->week;
  g_autoptr (HipChart) chart = NULL;
  g_autofree char *text = NULL;

  week->units = hip_session_get_units (hip_view_get_session (HIP_VIEW (self)));
  week->today = hip_session_get_today (hip_view_get_session (HIP_VIEW (self)));
  week->week_start = hip_day_get_week_start (
      week->today, hip_session_get_limits (hip_view_get_session (HIP_VIEW (self)))->first_weekday);
  fill_week (self, week->week_start, week->metres);
  fill_week (self, week->week_start - 7, week->last_metres);
  for (int i = 0; i < 7; i++)
    {
      int score = hip_history_get_pain_score (history, week->week_start + i);

      week->pain[i] = score == HIP_UNSET ? NAN : score;
    }
  chart = hip_week_chart_new (week);
  text = hip_week_chart_describe (week);
  hip_chart_view_set_chart (self->week_chart, chart);
  hip_chart_view_set_label (self->week_chart, _ ("This week’s runs"));
  hip_chart_view_set_description (self->week_chart, text);
  gtk_label_set_label (self->week_label, text);
  gtk_widget_set_visible (self->week_group, !hip_history_is_empty (history));
  gtk_widget_set_visible (self->start_group, hip_history_get_n_runs (history) == 0);
}

/* Shoes in use */

static char *
describe_shoe (HipTodayView *self, HipShoe *shoe, gint64 metres)
{
  HipUnits units = hip_session_get_units (hip_view_get_session (HIP_VIEW (self)));
  g_autofree char *so_far = hip_units_format_distance (units, metres);
  gint64 next = metres < shoe->check_at_m ? shoe->check_at_m : shoe->replace_at_m;
  g_autofree char *left = hip_units_format_distance (units, MAX (next - metres, 0));

  if (metres < shoe->check_at_m)
    /* Translators: a pair of shoes: how far it went, and how far until it is to be looked at */
    return g_strdup_printf (_ ("%1$s, %2$s until a check"), so_far, left);
  if (metres < shoe->replace_at_m)
    /* Translators: a pair of shoes: how far it went, and how far until it is to be replaced. */
    return g_strdup_printf (_ ("%1$s, %2$s until replacing"), so_far, left);
  /* Translators: a pair of shoes: how far it went. */
  return g_strdup_printf (_ ("%s, past the mark for replacing"), so_far);
}

static HipBarLevel
get_shoe_level (HipShoe *shoe, gint64 metres)
{
  if (metres >= shoe->replace_at_m)
    return HIP_BAR_LEVEL_CAUTION;
  return metres >= shoe->check_at_m ? HIP_BAR_LEVEL_NOTE : HIP_BAR_LEVEL_NORMAL;
}

static void
add_shoe (HipTodayView *self, HipShoe *shoe)
{
  gint64 metres = hip_history_get_shoe_distance (
      hip_session_get_history (hip_view_get_session (HIP_VIEW (self))), shoe->rec.id, G_MAXINT32);
  g_autofree char *text = describe_shoe (self, shoe, metres);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *bar = hip_distance_bar_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), shoe->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.edit-shoe");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", shoe->rec.id);

  hip_distance_bar_set_maximum (HIP_DISTANCE_BAR (bar), MAX (shoe->replace_at_m, 1));
  hip_distance_bar_set_value (HIP_DISTANCE_BAR (bar), MIN (metres, shoe->replace_at_m));
  hip_distance_bar_set_first_mark (HIP_DISTANCE_BAR (bar), shoe->check_at_m);
  hip_distance_bar_set_level (HIP_DISTANCE_BAR (bar), get_shoe_level (shoe, metres));
  hip_distance_bar_set_value_text (HIP_DISTANCE_BAR (bar), text);
  gtk_widget_set_size_request (bar, 90, -1);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), bar);
  gtk_list_box_append (self->shoes_list, row);
}

static void
paint_shoes (HipTodayView *self)
{
  HipHistory *history = hip_session_get_history (hip_view_get_session (HIP_VIEW (self)));
  gboolean any = FALSE;

  gtk_list_box_remove_all (self->shoes_list);
  for (guint i = 0; i < hip_history_get_n_shoes (history); i++)
    {
      HipShoe *shoe = hip_history_get_shoe (history, i);

      if (shoe->retired != HIP_DAY_NONE)
        continue;
      add_shoe (self, shoe);
      any = TRUE;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->shoes_group), any);
}

static void
hip_today_view_repaint (HipView *view)
{
  HipTodayView *self = HIP_TODAY_VIEW (view);

  paint_hips (self);
  hip_care_group_update (self->care_group, hip_view_get_session (view));
  fill_plan_days (self, hip_session_get_today (hip_view_get_session (view)));
  paint_room (self);
  paint_warnings (self);
  paint_week (self);
  paint_shoes (self);
  gtk_entry_set_placeholder_text (
      self->plan_entry, hip_units_get_symbol (hip_session_get_units (hip_view_get_session (view))));
  plan_changed_cb (self);
}

static void
hip_today_view_dispose (GObject *object)
{
  HipTodayView *self = HIP_TODAY_VIEW (object);

  if (self->week_chart != NULL)
    hip_chart_view_set_detail_func (self->week_chart, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), HIP_TYPE_TODAY_VIEW);

  G_OBJECT_CLASS (hip_today_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, HipTodayView, answered_row);
  gtk_widget_class_bind_template_child (widget_class, HipTodayView, care_group);
  gtk_widget_class_bind_template_child (widget_class, HipTodayView, hips_group);
  gtk_widget_class_bind_template_child (widget_class, HipTodayView, hips_stack);
  gtk_widget_class_bind_template_child (widget_class, HipTodayView, left_strip);
  gtk_widget_class_bind_template_child (widget_class, HipTodayView, no_warnings_label);
  gtk_widget_class_bind_template_child (widget_class, HipTodayView, help_button);
  gtk_widget_class_bind_template_child (widget_class, HipTodayView, plan_day);
  gtk_widget_class_bind_template_child (widget_class, HipTodayView, plan_entry);
  gtk_widget_class_bind_template_child (widget_class, HipTodayView, plan_label);
  gtk_widget_class_bind_template_child (widget_class, HipTodayView, questions_button);
  gtk_widget_class_bind_template_child (widget_class, HipTodayView, right_strip);
  gtk_widget_class_bind_template_child (widget_class, HipTodayView, run_bar);
  gtk_widget_class_bind_template_child (widget_class, HipTodayView, run_room_label);
  gtk_widget_class_bind_template_child (widget_class, HipTodayView, same_button);
  gtk_widget_class_bind_template_child (widget_class, HipTodayView, shoes_group);
  gtk_widget_class_bind_template_child (widget_class, HipTodayView, shoes_list);
  gtk_widget_class_bind_template_child (widget_class, HipTodayView, start_group);
  gtk_widget_class_bind_template_child (widget_class, HipTodayView, warnings_list);
  gtk_widget_class_bind_template_child (widget_class, HipTodayView, week_bar);
  gtk_widget_class_bind_template_child (widget_class, HipTodayView, week_chart);
  gtk_widget_class_bind_template_child (widget_class, HipTodayView, week_group);
  gtk_widget_class_bind_template_child (widget_class, HipTodayView, week_label);
  gtk_widget_class_bind_template_child (widget_class, HipTodayView, week_room_label);
  gtk_widget_class_bind_template_callback (widget_class, answered_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, details_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, plan_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, plan_day_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, same_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, scored_cb);
}

static void
hip_today_view_class_init (HipTodayViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hip_today_view_dispose;
  HIP_VIEW_CLASS (klass)->repaint = hip_today_view_repaint;

  g_type_ensure (HIP_TYPE_CARE_GROUP);
  g_type_ensure (HIP_TYPE_CHART_VIEW);
  g_type_ensure (HIP_TYPE_DISTANCE_BAR);
  g_type_ensure (HIP_TYPE_MENU_BUTTON);
  g_type_ensure (HIP_TYPE_SCORE_STRIP);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/HipLog/ui/hip-today-view.ui");
  bind_template (widget_class);
}

static void
hip_today_view_init (HipTodayView *self)
{
  self->answering = self->plan_days_from = HIP_DAY_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
  hip_chart_view_set_detail_func (self->week_chart, describe_day_cb, self, NULL);
}
