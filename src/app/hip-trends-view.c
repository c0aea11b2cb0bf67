// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-trends-view.h"

#include <glib/gi18n.h>
#include <math.h>

#include "hip-calendar-chart.h"
#include "hip-chart-card.h"
#include "hip-distance-chart.h"
#include "hip-findings-group.h"
#include "hip-lag-chart.h"
#include "hip-link-chart.h"
#include "hip-menu-button.h"
#include "hip-ratio-chart.h"
#include "hip-runs-chart.h"
#include "hip-shoes-chart.h"
#include "hip-warning-row.h"

/* Days: a younger log is drawn as the beginning of as many. */
#define MIN_EXTENT 42

#define ZOOM_STEP 1.5
#define PAN_STEP  0.5

/* Milliseconds from one stretch of time to another: one sees where it went. */
#define GLIDE 250

/* Milliseconds of rest after which what is shown is said in words anew. */
#define DESCRIBE_DELAY 150

#define N_CARDS 7

/**
 * HipTrendsView:
 *
 * The log over time, in charts that share one time axis: whichever is moved or zoomed moves them
 * all. What is behind a part of a chart opens from it.
 *
 * It is computed only while it can be seen, and on a thread of its own.
 *
 * ## Actions
 *
 * "trends.zoom-in", "trends.zoom-out", "trends.earlier" and "trends.later" move the axis.
 */
struct _HipTrendsView
{
  HipView parent_instance;

  /* Template Children */
  GtkStack *stack;
  AdwToggleGroup *range_group;
  GtkLabel *period_label;
  GtkWidget *spinner;
  GtkWidget *cards_box;
  HipChartCard *distance_card;
  HipChartCard *runs_card;
  HipChartCard *ratio_card;
  HipChartCard *calendar_card;
  HipChartCard *shoes_card;
  HipChartCard *link_card;
  HipChartCard *lag_card;
  HipFindingsGroup *findings_group;

  /* Owned References */
  HipTimeAxis *axis;    /* what stretch of time all charts show */
  HipTrends *trends;    /* (nullable): what they are drawn from */
  GCancellable *search; /* (nullable): it is being made anew */
  HipWarning *opened;   /* (nullable): under its chart */
  AdwAnimation *glide;  /* (nullable): from one stretch of time to another */

  HipTimeScale glide_from;
  double glide_start;
  double glide_end;

  gboolean is_stale;  /* to be made anew once it can be seen */
  gboolean was_shown; /* a stretch of time was chosen */
  gboolean choosing;  /* the axis moves the toggles, not the toggles the axis */
  guint describe_timeout;
};

G_DEFINE_FINAL_TYPE (HipTrendsView, hip_trends_view, HIP_TYPE_VIEW)

/* In the order of the toggles; 0 for everything. */
static const int range_weeks[] = { 6, 13, 52, 0 };
#define DEFAULT_RANGE 1

typedef struct
{
  HipChartCard *card;
  HipChart *(*create) (HipTrends *trends);
} CardInfo;

static void
get_cards (HipTrendsView *self, CardInfo cards[N_CARDS])
{
  const CardInfo all[N_CARDS] = {
    { self->distance_card, hip_distance_chart_new },
    { self->runs_card, hip_runs_chart_new },
    { self->ratio_card, hip_ratio_chart_new },
    { self->calendar_card, hip_calendar_chart_new },
    { self->shoes_card, hip_shoes_chart_new },
    { self->link_card, hip_link_chart_new },
    { self->lag_card, hip_lag_chart_new },
  };

  memcpy (cards, all, sizeof all);
}

/* The stretch of time */

/* Whole days, for words: those of which at least half is shown. */
static void
get_shown_days (HipTrendsView *self, HipDay *from, HipDay *to)
{
  HipTimeScale scale = hip_time_axis_get_scale (self->axis);

  *from = (HipDay) lround (scale.start);
  *to = MAX ((HipDay) lround (scale.end) - 1, *from);
}

static void
describe (HipTrendsView *self)
{
  CardInfo cards[N_CARDS];
  HipDay from, to;

  get_shown_days (self, &from, &to);
  get_cards (self, cards);
  for (guint i = 0; i < N_CARDS; i++)
    if (hip_chart_card_get_chart (cards[i].card) != NULL)
      hip_chart_card_describe (cards[i].card, MAX (from, self->trends->first), to);
}

static gboolean
describe_cb (gpointer data)
{
  HipTrendsView *self = HIP_TRENDS_VIEW (data);

  self->describe_timeout = 0;
  describe (self);

  return G_SOURCE_REMOVE;
}

static void
set_action_enabled (HipTrendsView *self, const char *name, gboolean enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), name, enabled);
}

static void
update_actions (HipTrendsView *self)
{
  set_action_enabled (self, "trends.zoom-in", !hip_time_axis_is_closest (self->axis));
  set_action_enabled (self, "trends.zoom-out", !hip_time_axis_is_whole (self->axis));
  set_action_enabled (self, "trends.earlier", hip_time_axis_can_go (self->axis, -1));
  set_action_enabled (self, "trends.later", hip_time_axis_can_go (self->axis, 1));
}

static HipDay
get_first_day (HipTrendsView *self)
{
  return MIN (self->trends->first, self->trends->last + 1 - MIN_EXTENT);
}

static double
get_whole_length (HipTrendsView *self)
{
  return self->trends->last + 1.0 - get_first_day (self);
}

/* Where the toggles would lead, in days. */
static void
get_range (HipTrendsView *self, guint range, double *start, double *end)
{
  *end = self->trends->last + 1.0;
  *start = range_weeks[range] > 0 ? *end - 7.0 * range_weeks[range] : -G_MAXINT32 / 4.0;
}

/* None is pressed while a hand has moved the axis away from all of them. */
static void
update_range (HipTrendsView *self)
{
  HipTimeScale scale = hip_time_axis_get_scale (self->axis);
  guint found = GTK_INVALID_LIST_POSITION;

  if (hip_time_axis_is_whole (self->axis))
    found = G_N_ELEMENTS (range_weeks) - 1;
  for (guint i = 0; i < G_N_ELEMENTS (range_weeks); i++)
    {
      double start, end;

      get_range (self, i, &start, &end);
      if (fabs (start - scale.start) < 0.01 && fabs (end - scale.end) < 0.01)
        found = i;
    }
  self->choosing = TRUE;
  adw_toggle_group_set_active (self->range_group, found);
  self->choosing = FALSE;
}

static void
axis_changed_cb (HipTrendsView *self)
{
  HipDay from, to;
  g_autofree char *period = NULL;

  g_assert (HIP_IS_TRENDS_VIEW (self));

  if (self->trends == NULL)
    return;
  get_shown_days (self, &from, &to);
  period = hip_day_format_range (from, to);
  gtk_label_set_label (self->period_label, period);
  update_actions (self);
  if (self->glide == NULL || adw_animation_get_state (self->glide) != ADW_ANIMATION_PLAYING)
    update_range (self);
  g_clear_handle_id (&self->describe_timeout, g_source_remove);
  self->describe_timeout = g_timeout_add (DESCRIBE_DELAY, describe_cb, self);
}

static void
glide_cb (double value, gpointer data)
{
  HipTrendsView *self = HIP_TRENDS_VIEW (data);

  hip_time_axis_set_window (self->axis, adw_lerp (self->glide_from.start, self->glide_start, value),
                            adw_lerp (self->glide_from.end, self->glide_end, value));
}

static void
glide_done_cb (HipTrendsView *self)
{
  g_assert (HIP_IS_TRENDS_VIEW (self));

  update_range (self);
}

static void
stop_glide (HipTrendsView *self)
{
  if (self->glide != NULL)
    adw_animation_pause (self->glide);
  g_clear_object (&self->glide);
}

/* At once where the desktop wants no motion. */
static void
glide_to (HipTrendsView *self, double start, double end)
{
  double last = self->trends->last + 1.0;
  double whole = get_whole_length (self);
  double length = fmin (end - start, whole);
  AdwAnimationTarget *target;

  stop_glide (self);
  self->glide_from = hip_time_axis_get_scale (self->axis);
  self->glide_start = CLAMP (start, last - whole, last - length);
  self->glide_end = self->glide_start + length;
  target = adw_callback_animation_target_new (glide_cb, self, NULL);
  self->glide = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, GLIDE, target);
  g_signal_connect_object (self->glide, "done", G_CALLBACK (glide_done_cb), self,
                           G_CONNECT_SWAPPED);
  adw_animation_play (self->glide);
}

static void
choose_range (HipTrendsView *self, guint range)
{
  double start, end;

  get_range (self, range, &start, &end);
  glide_to (self, start, end);
}

static void
begin_with (HipTrendsView *self, guint range)
{
  double start, end;

  get_range (self, range, &start, &end);
  hip_time_axis_set_window (self->axis, start, end);
}

static void
range_changed_cb (HipTrendsView *self)
{
  guint range = adw_toggle_group_get_active (self->range_group);

  g_assert (HIP_IS_TRENDS_VIEW (self));

  if (!self->choosing && self->trends != NULL && range < G_N_ELEMENTS (range_weeks))
    choose_range (self, range);
}

static void
move_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  HipTrendsView *self = HIP_TRENDS_VIEW (widget);
  HipTimeScale scale = hip_time_axis_get_scale (self->axis);
  double length = hip_time_scale_get_length (scale);
  double middle = (scale.start + scale.end) / 2;

  if (g_str_equal (action_name, "trends.zoom-in"))
    length /= ZOOM_STEP;
  else if (g_str_equal (action_name, "trends.zoom-out"))
    length *= ZOOM_STEP;
  else if (g_str_equal (action_name, "trends.earlier"))
    middle -= PAN_STEP * length;
  else
    middle += PAN_STEP * length;
  glide_to (self, middle - length / 2, middle + length / 2);
}

/* What is behind a part of a chart */

static void
close_warning (HipTrendsView *self)
{
  hip_chart_card_set_extra (self->distance_card, NULL);
  g_clear_pointer (&self->opened, hip_warning_unref);
}

/* In place: its links lead on from here. Activated again, it closes. */
static void
open_warning (HipTrendsView *self, guint index)
{
  HipWarning *warning = self->trends->warnings->pdata[index];
  GtkWidget *list, *row;
  gboolean is_open = self->opened == warning;

  close_warning (self);
  if (is_open)
    return;

  list = gtk_list_box_new ();
  row = hip_warning_row_new (hip_view_get_session (HIP_VIEW (self)), warning);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Warning"), -1);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  hip_chart_card_set_extra (self->distance_card, list);
  self->opened = hip_warning_ref (warning);
}

static void
target_activated_cb (HipTrendsView *self, int kind, gint64 id)
{
  GtkWidget *widget = GTK_WIDGET (self);

  g_assert (HIP_IS_TRENDS_VIEW (self));

  switch ((HipChartTargetKind) kind)
    {
    case HIP_CHART_TARGET_WEEK:
      gtk_widget_activate_action (widget, "win.show-runs-of", "i", (gint32) id);
      break;
    case HIP_CHART_TARGET_DAY:
      gtk_widget_activate_action (widget, "win.edit-pain", "i", (gint32) id);
      break;
    case HIP_CHART_TARGET_RUN:
      gtk_widget_activate_action (widget, "win.edit-run", "x", id);
      break;
    case HIP_CHART_TARGET_SHOE:
      gtk_widget_activate_action (widget, "win.edit-shoe", "x", id);
      break;
    case HIP_CHART_TARGET_WARNING:
      open_warning (self, (guint) id);
      break;
    case HIP_CHART_TARGET_NONE:
    default:
      break;
    }
}

/* Making it anew: of decades of running that takes longer than a frame */

static void
paint (HipTrendsView *self)
{
  CardInfo cards[N_CARDS];

  close_warning (self);
  get_cards (self, cards);
  for (guint i = 0; i < N_CARDS; i++)
    {
      g_autoptr (HipChart) chart = cards[i].create (self->trends);

      hip_chart_card_set_chart (cards[i].card, chart);
    }
  hip_time_axis_set_extent (self->axis, get_first_day (self), self->trends->last,
                            self->trends->limits.first_weekday);
  if (!self->was_shown)
    begin_with (self, DEFAULT_RANGE);
  self->was_shown = TRUE;
  axis_changed_cb (self);
  /* At once: a hand that moves the axis can wait for words, who comes here cannot. */
  g_clear_handle_id (&self->describe_timeout, g_source_remove);
  describe (self);
  gtk_widget_set_visible (self->spinner, FALSE);
  gtk_widget_set_visible (self->cards_box, TRUE);
}

typedef struct
{
  HipHistory *history; /* (owned) */
  HipLimits limits;
  HipDay today;
} Search;

static void
search_free (Search *search)
{
  hip_history_unref (search->history);
  g_free (search);
}

static void
search_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Search *search = task_data;

  g_task_return_pointer (task, hip_trends_new (search->history, &search->limits, search->today),
                         (GDestroyNotify) hip_trends_unref);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HipTrendsView *self = HIP_TRENDS_VIEW (source);
  HipTrends *trends = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Cancelled: there is a newer one, or nobody looks. */
  if (trends == NULL)
    return;
  g_clear_object (&self->search);
  g_clear_pointer (&self->trends, hip_trends_unref);
  self->trends = trends;
  paint (self);
}

static void
start_search (HipTrendsView *self, HipSession *session)
{
  Search *search = g_new (Search, 1);
  g_autoptr (GTask) task = NULL;

  *search = (Search) { hip_history_ref (hip_session_get_history (session)),
                       *hip_session_get_limits (session), hip_session_get_today (session) };
  self->search = g_cancellable_new ();
  task = g_task_new (self, self->search, found_cb, NULL);
  g_task_set_source_tag (task, start_search);
  g_task_set_task_data (task, search, (GDestroyNotify) search_free);
  g_task_run_in_thread (task, search_thread);
}

static void
stop_search (HipTrendsView *self)
{
  if (self->search == NULL)
    return;
  g_cancellable_cancel (self->search);
  g_clear_object (&self->search);
  self->is_stale = TRUE;
}

static void
update (HipTrendsView *self)
{
  HipSession *session = hip_view_get_session (HIP_VIEW (self));
  HipHistory *history = hip_session_get_history (session);

  stop_search (self);
  self->is_stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->is_stale)
    return;
  if (hip_history_get_first_day (history) == HIP_DAY_NONE)
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }
  gtk_stack_set_visible_child_name (self->stack, "charts");
  start_search (self, session);
  hip_findings_group_update (self->findings_group, history, hip_session_get_today (session),
                             hip_session_get_units (session));
}

static void
hip_trends_view_repaint (HipView *view)
{
  update (HIP_TRENDS_VIEW (view));
}

static void
hip_trends_view_map (GtkWidget *widget)
{
  HipTrendsView *self = HIP_TRENDS_VIEW (widget);

  GTK_WIDGET_CLASS (hip_trends_view_parent_class)->map (widget);

  if (self->is_stale)
    update (self);
}

static void
hip_trends_view_unmap (GtkWidget *widget)
{
  stop_search (HIP_TRENDS_VIEW (widget));

  GTK_WIDGET_CLASS (hip_trends_view_parent_class)->unmap (widget);
}

static void
hip_trends_view_dispose (GObject *object)
{
  HipTrendsView *self = HIP_TRENDS_VIEW (object);

  stop_search (self);
  stop_glide (self);
  g_clear_handle_id (&self->describe_timeout, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), HIP_TYPE_TRENDS_VIEW);
  g_clear_object (&self->axis);
  g_clear_pointer (&self->opened, hip_warning_unref);
  g_clear_pointer (&self->trends, hip_trends_unref);

  G_OBJECT_CLASS (hip_trends_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/HipLog/ui/hip-trends-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HipTrendsView, calendar_card);
  gtk_widget_class_bind_template_child (widget_class, HipTrendsView, cards_box);
  gtk_widget_class_bind_template_child (widget_class, HipTrendsView, distance_card);
  gtk_widget_class_bind_template_child (widget_class, HipTrendsView, findings_group);
  gtk_widget_class_bind_template_child (widget_class, HipTrendsView, lag_card);
  gtk_widget_class_bind_template_child (widget_class, HipTrendsView, link_card);
  gtk_widget_class_bind_template_child (widget_class, HipTrendsView, period_label);
  gtk_widget_class_bind_template_child (widget_class, HipTrendsView, range_group);
  gtk_widget_class_bind_template_child (widget_class, HipTrendsView, ratio_card);
  gtk_widget_class_bind_template_child (widget_class, HipTrendsView, runs_card);
  gtk_widget_class_bind_template_child (widget_class, HipTrendsView, shoes_card);
  gtk_widget_class_bind_template_child (widget_class, HipTrendsView, spinner);
  gtk_widget_class_bind_template_child (widget_class, HipTrendsView, stack);
  gtk_widget_class_bind_template_callback (widget_class, range_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, target_activated_cb);
}

static void
hip_trends_view_class_init (HipTrendsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hip_trends_view_dispose;
  HIP_VIEW_CLASS (klass)->repaint = hip_trends_view_repaint;
  widget_class->map = hip_trends_view_map;
  widget_class->unmap = hip_trends_view_unmap;

  g_type_ensure (HIP_TYPE_CHART_CARD);
  g_type_ensure (HIP_TYPE_FINDINGS_GROUP);
  g_type_ensure (HIP_TYPE_MENU_BUTTON);

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "trends.zoom-in", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "trends.zoom-out", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "trends.earlier", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "trends.later", NULL, move_action);
}

static void
hip_trends_view_init (HipTrendsView *self)
{
  CardInfo cards[N_CARDS];

  gtk_widget_init_template (GTK_WIDGET (self));
  self->axis = hip_time_axis_new ();
  g_signal_connect_object (self->axis, "changed", G_CALLBACK (axis_changed_cb), self,
                           G_CONNECT_SWAPPED);
  get_cards (self, cards);
  for (guint i = 0; i < N_CARDS; i++)
    hip_chart_card_set_axis (cards[i].card, self->axis);
  adw_toggle_group_set_active (self->range_group, DEFAULT_RANGE);
}
