// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-series.h"

#include <math.h>

#include "hip-rule-private.h"

/**
 * hip_ewma:
 * @in: (array length=n): one value a day
 * @n: how many
 * @days: the window, 7 for acute and 28 for chronic load
 * @out: (out caller-allocates) (array length=n): the averages; may be @in
 *
 * The exponentially weighted moving average with λ = 2 / (@days + 1), seeded with the first value,
 * as in Williams et al., Br J Sports Med 2017;51:209.
 */
void
hip_ewma (const double *in, gsize n, guint days, double *out)
{
  double lambda = 2.0 / (days + 1);

  g_return_if_fail (days > 0);

  for (gsize i = 0; i < n; i++)
    out[i] = i == 0 ? in[0] : lambda * in[i] + (1 - lambda) * out[i - 1];
}

/**
 * hip_session_load:
 * @effort: how hard it was, 0 to 10, or %HIP_UNSET
 * @duration_s: how long it took in seconds, or %HIP_UNSET
 *
 * The session load of Foster et al., J Strength Cond Res 2001;15:109: effort times minutes.
 *
 * Returns: the load, NaN when either was not logged
 */
double
hip_session_load (gint32 effort, gint32 duration_s)
{
  if (effort == HIP_UNSET || duration_s == HIP_UNSET)
    return NAN;
  return effort * (duration_s / 60.0);
}

static double *
new_values (guint n, double value)
{
  double *values = g_new (double, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    values[i] = value;
  return values;
}

/* From the first day of the log on a day without a run is a day with none; before, nobody knows. */
static void
begin_days (HipDaySeries *self, HipDay first_day)
{
  for (guint i = 0; i < self->n; i++)
    {
      if (first_day == HIP_DAY_NONE || self->from + (HipDay) i < first_day)
        continue;
      self->distance_m[i] = self->duration_s[i] = self->load[i] = 0;
    }
}

static void
fill_runs (HipDaySeries *self, HipHistory *history)
{
  for (guint i = hip_history_find_run (history, self->from); i < hip_history_get_n_runs (history);
       i++)
    {
      HipRun *run = hip_history_get_run (history, i);
      guint day = run->date - self->from;

      if (day >= self->n)
        break;
      self->runs[day]++;
      self->distance_m[day] += run->distance_m;
      self->duration_s[day] += run->duration_s == HIP_UNSET ? NAN : run->duration_s;
      self->load[day] += hip_session_load (run->effort, run->duration_s);
    }
}

static void
fill_pain (HipDaySeries *self, HipHistory *history)
{
  for (guint i = hip_history_find_pain_day (history, self->from);
       i < hip_history_get_n_pain_days (history); i++)
    {
      HipPainDay *pain = hip_history_get_pain_day (history, i);
      guint day = pain->date - self->from;

      if (day >= self->n)
        break;
      if (pain->side == HIP_SIDE_LEFT)
        self->pain_left[day] = pain->score;
      else
        self->pain_right[day] = pain->score;
      /* fmax() prefers a number to NaN. */
      self->pain[day] = fmax (self->pain_left[day], self->pain_right[day]);
    }
}

/* The averages remember everything since the log began, whatever period is asked for. */
static void
fill_averages (HipDaySeries *self, HipHistory *history, HipDay first_day)
{
  HipDay to = self->from + (HipDay) self->n - 1;
  g_autofree double *distance = NULL, *acute = NULL, *chronic = NULL;
  guint n;

  if (self->n == 0 || first_day == HIP_DAY_NONE || first_day > to)
    return;
  n = to - first_day + 1;
  distance = new_values (n, 0);
  acute = new_values (n, 0);
  chronic = new_values (n, 0);
  for (guint i = 0; i < hip_history_get_n_runs (history); i++)
    {
      HipRun *run = hip_history_get_run (history, i);

      if (run->date > to)
        break;
      distance[run->date - first_day] += run->distance_m;
    }
  hip_ewma (distance, n, HIP_ACUTE_DAYS, acute);
  hip_ewma (distance, n, HIP_CHRONIC_DAYS, chronic);

  for (guint i = 0; i < n; i++)
    {
      HipDay day = first_day + (HipDay) i;

      if (day < self->from)
        continue;
      self->acute[day - self->from] = acute[i];
      self->chronic[day - self->from] = chronic[i];
      if (i + 1 >= HIP_CHRONIC_DAYS && chronic[i] > 0)
        self->ratio[day - self->from] = acute[i] / chronic[i];
    }
}

/**
 * hip_day_series_new:
 * @history: the log
 * @from: the first day
 * @to: the last day
 *
 * Lays the log out as one value a day, from @from to @to, in one pass. What was not logged is NaN,
 * never zero. The ratio of acute to chronic load is for drawing only: two cohorts of runners had
 * fewer injuries at a higher one (Nakaoka 2021, Schuster Brandt Frandsen 2025).
 *
 * Returns: (transfer full): the series; empty when @to is before @from or @from is no day
 */
HipDaySeries *
hip_day_series_new (HipHistory *history, HipDay from, HipDay to)
{
  HipDaySeries *self;
  HipDay first_day;

  g_return_val_if_fail (history != NULL, NULL);

  self = g_new0 (HipDaySeries, 1);
  first_day = hip_history_get_first_day (history);
  self->from = from;
  self->n = from == HIP_DAY_NONE || to < from ? 0 : to - from + 1;
  self->runs = g_new0 (guint, MAX (self->n, 1));
  self->distance_m = new_values (self->n, NAN);
  self->duration_s = new_values (self->n, NAN);
  self->load = new_values (self->n, NAN);
  self->acute = new_values (self->n, NAN);
  self->chronic = new_values (self->n, NAN);
  self->ratio = new_values (self->n, NAN);
  self->pain_left = new_values (self->n, NAN);
  self->pain_right = new_values (self->n, NAN);
  self->pain = new_values (self->n, NAN);
  begin_days (self, first_day);
  fill_runs (self, history);
  fill_pain (self, history);
  fill_averages (self, history, first_day);
  return self;
}

/**
 * hip_day_series_free:
 * @self: (transfer full): a series
 */
void
hip_day_series_free (HipDaySeries *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->distance_m);
  g_free (self->runs);
  g_free (self->duration_s);
  g_free (self->load);
  g_free (self->acute);
  g_free (self->chronic);
  g_free (self->ratio);
  g_free (self->pain_left);
  g_free (self->pain_right);
  g_free (self->pain);
  g_free (self);
}

static void
fill_week_runs (HipWeek *week, HipHistory *history, const HipSessions *sessions)
{
  week->total_m = hip_sessions_sum (sessions, week->start, week->start + 6);
  week->runs =
      hip_history_find_run (history, week->start + 7) - hip_history_find_run (history, week->start);
  for (guint i = hip_sessions_find_day (sessions, week->start);
       i < hip_sessions_get_n_days (sessions); i++)
    {
      const HipRunDay *day = hip_sessions_get_day (sessions, i);

      if (day->date > week->start + 6)
        break;
      week->longest_m = MAX (week->longest_m, day->longest_m);
    }
}

static void
fill_week_baseline (HipWeek *week,
                    const HipSessions *sessions,
                    HipDay first_day,
                    const HipLimits *limits)
{
  HipBaseline baseline;

  week->baseline_m = week->limit_m = -1;
  week->change_percent = HIP_UNSET;
  if (first_day != HIP_DAY_NONE)
    week->covered_days = CLAMP (week->start + 7 - first_day, 0, 7);

  hip_sessions_get_baseline (sessions, first_day, week->start, &baseline);
  if (baseline.distance_m == 0 || baseline.gap)
    return;
  week->baseline_m = baseline.distance_m;
  week->limit_m = (100 + limits->week_limit_percent) * baseline.distance_m / 100;
  week->change_percent = _hip_rule_get_percent_above (week->total_m, baseline.distance_m);
}

static void
fill_week_pain (HipWeek *week, HipHistory *history)
{
  double sum = 0;
  guint n = 0;

  week->mean_pain = week->max_pain = NAN;
  for (HipDay day = week->start; day < week->start + 7; day++)
    {
      gint32 score = hip_history_get_pain_score (history, day);

      if (score == HIP_UNSET)
        continue;
      sum += score;
      n++;
      week->max_pain = fmax (week->max_pain, score);
    }
  if (n > 0)
    week->mean_pain = sum / n;
}

/**
 * hip_week_series_new:
 * @history: the log
 * @limits: what the runner has set
 * @from: a day of the first week
 * @to: a day of the last week
 *
 * Lays the log out as one value a week. Weeks are whole, also where @from and @to lie within them;
 * baselines are those of the weekly rule.
 *
 * Returns: (transfer full): the series; empty when @to is before @from or @from is no day
 */
HipWeekSeries *
hip_week_series_new (HipHistory *history, const HipLimits *limits, HipDay from, HipDay to)
{
  HipWeekSeries *self;
  g_autoptr(HipSessions) sessions = NULL;
  HipDay start, first_day;

  g_return_val_if_fail (history != NULL, NULL);
  g_return_val_if_fail (limits != NULL, NULL);

  self = g_new0 (HipWeekSeries, 1);
  if (from == HIP_DAY_NONE || to < from)
    return self;

  start = hip_day_get_week_start (from, limits->first_weekday);
  first_day = hip_history_get_first_day (history);
  sessions = hip_sessions_new (history, start - 7 * HIP_BASELINE_WEEKS - 1, to + 7);
  self->n = (hip_day_get_week_start (to, limits->first_weekday) - start) / 7 + 1;
  self->weeks = g_new0 (HipWeek, self->n);
  for (guint i = 0; i < self->n; i++)
    {
      HipWeek *week = &self->weeks[i];

      week->start = start + 7 * (HipDay) i;
      fill_week_runs (week, history, sessions);
      fill_week_baseline (week, sessions, first_day, limits);
      fill_week_pain (week, history);
    }
  return self;
}

/**
 * hip_week_series_free:
 * @self: (transfer full): a series
 */
void
hip_week_series_free (HipWeekSeries *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->weeks);
  g_free (self);
}
