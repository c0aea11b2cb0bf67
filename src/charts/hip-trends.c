// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-trends.h"

#include "hip-chart.h"
#include "hip-rules.h"
#include "hip-sessions.h"

#include <math.h>

/* As many runs as the rule of the long run asks for before it compares with the longest. */
#define MIN_SESSIONS 4

G_DEFINE_BOXED_TYPE (HipTrends, hip_trends, hip_trends_ref, hip_trends_unref)

G_STATIC_ASSERT ((int) HIP_CHART_SIGN_TIP == (int) HIP_SEVERITY_TIP);
G_STATIC_ASSERT ((int) HIP_CHART_SIGN_URGENT == (int) HIP_SEVERITY_URGENT);

static void
fill_longest (HipTrends *self)
{
  g_autoptr (HipSessions) sessions =
                hip_sessions_new (self->history, self->first - HIP_LONGEST_DAYS, self->today);

  for (guint i = 0; i < self->days->n; i++)
    {
      HipLongest longest;

      hip_sessions_get_longest (sessions, self->day_numbers[i], &longest);
      self->longest_m[i] = longest.n_sessions >= MIN_SESSIONS ? longest.distance_m : NAN;
    }
}

static void
fill_days (HipTrends *self)
{
  self->days = hip_day_series_new (self->history, self->first, self->today);
  self->day_numbers = g_new (HipDay, self->days->n);
  self->longest_m = g_new (double, self->days->n);
  for (guint i = 0; i < self->days->n; i++)
    self->day_numbers[i] = self->first + (HipDay) i;
  fill_longest (self);
}

static void
fill_runs (HipTrends *self)
{
  self->n_runs = hip_history_find_run (self->history, self->today + 1);
  self->run_days = g_new (HipDay, self->n_runs);
  for (guint i = 0; i < self->n_runs; i++)
    self->run_days[i] = hip_history_get_run (self->history, i)->date;
}

static void
fill_warnings (HipTrends *self)
{
  self->warnings = hip_rules_replay (self->history, &self->limits, self->first, self->today);
  self->warning_days = g_new (HipDay, self->warnings->len);
  self->warning_signs = g_new (double, self->warnings->len);
  for (guint i = 0; i < self->warnings->len; i++)
    {
      self->warning_days[i] = hip_warning_get_date (self->warnings->pdata[i]);
      self->warning_signs[i] = hip_warning_get_severity (self->warnings->pdata[i]);
    }
}

static void
fill_link (HipTrends *self)
{
  g_autoptr (GPtrArray) findings = hip_findings_compute (self->history, self->today);

  for (guint i = 0; i < findings->len; i++)
    if (((const HipFinding *) findings->pdata[i])->kind == HIP_FINDING_LOAD_PAIN_LINK)
      {
        self->link = g_ptr_array_steal_index (findings, i);
        return;
      }
}

/**
 * hip_trends_new:
 * @history: the log, with at least one day up to @today
 * @limits: what the runner has set
 * @today: the day it is
 *
 * Looks through a log. Of decades of running that takes longer than a frame: to be done on a thread
 * of its own.
 *
 * Returns: (transfer full): what there is to draw
 */
HipTrends *
hip_trends_new (HipHistory *history, const HipLimits *limits, HipDay today)
{
  HipTrends *self;
  HipDay first_day;

  g_return_val_if_fail (history != NULL && limits != NULL, NULL);

  first_day = hip_history_get_first_day (history);
  if (first_day == HIP_DAY_NONE || first_day > today)
    first_day = today;
  self = g_new0 (HipTrends, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->history = hip_history_ref (history);
  self->limits = *limits;
  self->today = today;
  self->first = hip_day_get_week_start (first_day, limits->first_weekday);
  self->last = hip_day_get_week_start (today, limits->first_weekday) + 6;
  self->weeks = hip_week_series_new (history, limits, self->first, self->last);
  fill_days (self);
  fill_runs (self);
  fill_warnings (self);
  fill_link (self);

  return self;
}

/**
 * hip_trends_ref:
 * @self: trends
 *
 * Returns: (transfer full): the same
 */
HipTrends *
hip_trends_ref (HipTrends *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * hip_trends_unref:
 * @self: (transfer full): trends
 */
void
hip_trends_unref (HipTrends *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  hip_history_unref (self->history);
  hip_week_series_free (self->weeks);
  hip_day_series_free (self->days);
  g_free (self->day_numbers);
  g_free (self->longest_m);
  g_free (self->run_days);
  g_ptr_array_unref (self->warnings);
  g_free (self->warning_days);
  g_free (self->warning_signs);
  g_clear_pointer (&self->link, hip_finding_free);
  g_free (self);
}

/**
 * hip_trends_get_run:
 * @self: trends
 * @index: less than the number of runs
 *
 * Returns: (transfer none): a run
 */
HipRun *
hip_trends_get_run (const HipTrends *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->n_runs, NULL);

  return hip_history_get_run (self->history, index);
}

/**
 * hip_trends_get_day_value:
 * @self: trends
 * @values: (array): one of the arrays with a value a day
 * @day: a day
 *
 * Returns: the value of @day, NAN if it is none of the days
 */
double
hip_trends_get_day_value (const HipTrends *self, const double *values, HipDay day)
{
  g_return_val_if_fail (self != NULL && values != NULL, NAN);

  return day >= self->first && day <= self->today ? values[day - self->first] : NAN;
}
