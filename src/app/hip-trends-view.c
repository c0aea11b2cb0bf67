// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-trends-view.h"

#include <glib/gi18n.h>
#include <math.h>

#include "hip-chart-view.h"
#include "hip-findings-group.h"
#include "hip-load-pain-chart.h"
#include "hip-menu-button.h"
#include "hip-rules.h"
#include "hip-series.h"

/**
 * HipTrendsView:
 *
 * Load against pain on one time axis: weekly distance with its baseline and
 * limit, under it each day's score, and the warnings of the time.
 *
 * It is computed only while it can be seen.
 */
struct _HipTrendsView
{
  HipView parent_instance;

  /* Template Children */
  GtkStack *stack;
  AdwToggleGroup *range_group;
  GtkLabel *sentence_label;
  HipChartView *chart_view;
  HipFindingsGroup *findings_group;

  /* Owned References */
  HipDaySeries *days;   /* (nullable): what the chart borrows its pain from */
  GPtrArray *warnings;  /* (nullable) (element-type HipWarning): those of the shown period */
  GCancellable *replay; /* (nullable): they are being looked for */

  gboolean is_stale; /* to be painted once it can be seen */

  /* What the chart is drawn from, by week and by day */
  HipLoadPainData data;
  HipDay *week_starts;
  double *week_metres;
  double *week_baselines;
  double *week_limits;
  gboolean *week_flagged;
  HipDay *day_numbers;
  HipDay *warning_days;
  double *warning_signs;
  const char *sign_labels[HIP_N_CHART_SIGNS];
};

G_DEFINE_FINAL_TYPE (HipTrendsView, hip_trends_view, HIP_TYPE_VIEW)

/* In the order of the toggles; 0 for everything. */
static const int range_weeks[] = { 6, 13, 52, 0 };

static void
clear_data (HipTrendsView *self)
{
  g_clear_pointer (&self->days, hip_day_series_free);
  g_clear_pointer (&self->week_starts, g_free);
  g_clear_pointer (&self->week_metres, g_free);
  g_clear_pointer (&self->week_baselines, g_free);
  g_clear_pointer (&self->week_limits, g_free);
  g_clear_pointer (&self->week_flagged, g_free);
  g_clear_pointer (&self->day_numbers, g_free);
  g_clear_pointer (&self->warning_days, g_free);
  g_clear_pointer (&self->warning_signs, g_free);
}

static double
known (gint64 metres)
{
  return metres < 0 ? NAN : metres;
}

static void
fill_weeks (HipTrendsView *self, HipHistory *history)
{
  g_autoptr (HipWeekSeries) series = hip_week_series_new (
      history, hip_session_get_limits (hip_view_get_session (HIP_VIEW (self))), self->data.from,
      self->data.to);

  self->week_starts = g_new (HipDay, series->n);
  self->week_metres = g_new (double, series->n);
  self->week_baselines = g_new (double, series->n);
  self->week_limits = g_new (double, series->n);
  self->week_flagged = g_new (gboolean, series->n);
  for (guint i = 0; i < series->n; i++)
    {
      const HipWeek *week = &series->weeks[i];

      self->week_starts[i] = week->start;
      self->week_metres[i] = week->covered_days > 0 ? week->total_m : NAN;
      self->week_baselines[i] = known (week->baseline_m);
      self->week_limits[i] = known (week->limit_m);
      self->week_flagged[i] = week->limit_m >= 0 && week->total_m > week->limit_m;
    }
  self->data.n_weeks = series->n;
  self->data.week_starts = self->week_starts;
  self->data.week_metres = self->week_metres;
  self->data.week_baselines = self->week_baselines;
  self->data.week_limits = self->week_limits;
  self->data.week_flagged = self->week_flagged;
}

static void
fill_days (HipTrendsView *self, HipHistory *history)
{
  self->days = hip_day_series_new (history, self->data.from, self->data.to);
  self->day_numbers = g_new (HipDay, self->days->n);
  for (guint i = 0; i < self->days->n; i++)
    self->day_numbers[i] = self->days->from + i;
  self->data.n_days = self->days->n;
  self->data.days = self->day_numbers;
  self->data.left = self->days->pain_left;
  self->data.right = self->days->pain_right;
}

G_STATIC_ASSERT ((int) HIP_CHART_SIGN_TIP == (int) HIP_SEVERITY_TIP);
G_STATIC_ASSERT ((int) HIP_CHART_SIGN_URGENT == (int) HIP_SEVERITY_URGENT);

static char *
warning_title_cb (gsize index, gpointer data)
{
  HipTrendsView *self = HIP_TRENDS_VIEW (data);

  return hip_warning_dup_title (g_ptr_array_index (self->warnings, index), self->data.units);
}

static void
fill_warnings (HipTrendsView *self)
{
  guint n = self->warnings->len;

  self->warning_days = g_new (HipDay, n);
  self->warning_signs = g_new (double, n);
  for (guint i = 0; i < n; i++)
    {
      HipWarning *warning = g_ptr_array_index (self->warnings, i);

      self->warning_days[i] = hip_warning_get_date (warning);
      self->warning_signs[i] = hip_warning_get_severity (warning);
    }
  self->data.n_warnings = n;
  self->data.warning_days = self->warning_days;
  self->data.warning_signs = self->warning_signs;
  self->data.sign_labels = self->sign_labels;
  self->data.warning_title = warning_title_cb;
  self->data.warning_title_data = self;
}

/* The shown period, in whole weeks up to and with this one. */
static void
choose_period (HipTrendsView *self, HipHistory *history)
{
  GDateWeekday first_weekday =
      hip_session_get_limits (hip_view_get_session (HIP_VIEW (self)))->first_weekday;
  HipDay today = hip_session_get_today (hip_view_get_session (HIP_VIEW (self)));
  HipDay this_week = hip_day_get_week_start (today, first_weekday);
  int weeks = range_weeks[adw_toggle_group_get_active (self->range_group)];

  self->data.units = hip_session_get_units (hip_view_get_session (HIP_VIEW (self)));
  self->data.first_weekday = first_weekday;
  self->data.today = today;
  self->data.to = this_week + 6;
  self->data.from =
      weeks > 0 ? this_week - (weeks - 1) * 7
                : hip_day_get_week_start (hip_history_get_first_day (history), first_weekday);
}

static void
paint (HipTrendsView *self)
{
  HipHistory *history = hip_session_get_history (hip_view_get_session (HIP_VIEW (self)));
  g_autoptr (HipChart) chart = NULL;
  g_autofree char *text = NULL;

  clear_data (self);
  choose_period (self, history);
  fill_weeks (self, history);
  fill_days (self, history);
  fill_warnings (self);
  chart = hip_load_pain_chart_new (&self->data);
  text = hip_load_pain_chart_describe (&self->data);
  hip_chart_view_set_chart (self->chart_view, chart);
  hip_chart_view_set_label (self->chart_view, _ ("Weekly distance, daily pain and warnings"));
  hip_chart_view_set_description (self->chart_view, text);
  gtk_label_set_label (self->sentence_label, text);
}

/* Looking for the warnings: of decades of running that takes longer than a frame */

typedef struct
{
  HipHistory *history; /* (owned) */
  HipLimits limits;
  HipDay from;
  HipDay to;
} Replay;

static void
replay_free (Replay *replay)
{
  hip_history_unref (replay->history);
  g_free (replay);
}

static void
replay_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Replay *replay = task_data;

  g_task_return_pointer (
      task, hip_rules_replay (replay->history, &replay->limits, replay->from, replay->to),
      (GDestroyNotify) g_ptr_array_unref);
}

static void
replayed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HipTrendsView *self = HIP_TRENDS_VIEW (source);
  GPtrArray *warnings = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Cancelled: there is a newer one, or nobody looks. */
  if (warnings == NULL)
    return;
  g_clear_object (&self->replay);
  /* The chart that is still shown asks for the titles of the old ones. */
  hip_chart_view_set_selected (self->chart_view, -1);
  g_clear_pointer (&self->warnings, g_ptr_array_unref);
  self->warnings = warnings;
  paint (self);
}

static void
start_replay (HipTrendsView *self, HipHistory *history)
{
  Replay *replay = g_new (Replay, 1);
  g_autoptr (GTask) task = NULL;

  choose_period (self, history);
  *replay = (Replay) { hip_history_ref (history),
                       *hip_session_get_limits (hip_view_get_session (HIP_VIEW (self))),
                       self->data.from, self->data.to };
  self->replay = g_cancellable_new ();
  task = g_task_new (self, self->replay, replayed_cb, NULL);
  g_task_set_source_tag (task, start_replay);
  g_task_set_task_data (task, replay, (GDestroyNotify) replay_free);
  g_task_run_in_thread (task, replay_thread);
}

static void
stop_replay (HipTrendsView *self)
{
  if (self->replay == NULL)
    return;
  g_cancellable_cancel (self->replay);
  g_clear_object (&self->replay);
  self->is_stale = TRUE;
}

static void
update (HipTrendsView *self)
{
  HipSession *session = hip_view_get_session (HIP_VIEW (self));
  HipHistory *history = hip_session_get_history (session);
  gboolean empty = hip_history_get_first_day (history) == HIP_DAY_NONE;

  stop_replay (self);
  self->is_stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->is_stale)
    return;
  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "chart");
  if (empty)
    return;
  start_replay (self, history);
  hip_findings_group_update (self->findings_group, history, hip_session_get_today (session),
                             hip_session_get_units (session));
}

static char *
describe_week_cb (guint index, gpointer data)
{
  return hip_load_pain_chart_describe_week (&HIP_TRENDS_VIEW (data)->data, index);
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
  stop_replay (HIP_TRENDS_VIEW (widget));

  GTK_WIDGET_CLASS (hip_trends_view_parent_class)->unmap (widget);
}

static void
range_changed_cb (HipTrendsView *self)
{
  g_assert (HIP_IS_TRENDS_VIEW (self));

  if (hip_view_get_session (HIP_VIEW (self)) != NULL)
    update (self);
}

static void
hip_trends_view_dispose (GObject *object)
{
  HipTrendsView *self = HIP_TRENDS_VIEW (object);

  if (self->chart_view != NULL)
    hip_chart_view_set_detail_func (self->chart_view, NULL, NULL, NULL);
  stop_replay (self);
  clear_data (self);
  g_clear_pointer (&self->warnings, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), HIP_TYPE_TRENDS_VIEW);

  G_OBJECT_CLASS (hip_trends_view_parent_class)->dispose (object);
}

static void
hip_trends_view_class_init (HipTrendsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hip_trends_view_dispose;
  HIP_VIEW_CLASS (klass)->repaint = hip_trends_view_repaint;
  widget_class->map = hip_trends_view_map;
  widget_class->unmap = hip_trends_view_unmap;

  g_type_ensure (HIP_TYPE_CHART_VIEW);
  g_type_ensure (HIP_TYPE_FINDINGS_GROUP);
  g_type_ensure (HIP_TYPE_MENU_BUTTON);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/HipLog/ui/hip-trends-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HipTrendsView, chart_view);
  gtk_widget_class_bind_template_child (widget_class, HipTrendsView, findings_group);
  gtk_widget_class_bind_template_child (widget_class, HipTrendsView, range_group);
  gtk_widget_class_bind_template_child (widget_class, HipTrendsView, sentence_label);
  gtk_widget_class_bind_template_child (widget_class, HipTrendsView, stack);
  gtk_widget_class_bind_template_callback (widget_class, range_changed_cb);
}

static void
hip_trends_view_init (HipTrendsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < HIP_N_SEVERITIES; i++)
    self->sign_labels[i] = hip_severity_get_label (i);
  adw_toggle_group_set_active (self->range_group, 1);
  hip_chart_view_set_detail_func (self->chart_view, describe_week_cb, self, NULL);
}
