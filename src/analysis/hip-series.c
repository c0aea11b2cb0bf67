// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-series.h"

#include <math.h>

#include <gsl/gsl_statistics_double.h>

#include "hip-rule-private.h"

/* Of our own making, as is HIP_UNRECORDED_DAYS. */
#define HIP_CHRONIC_MIN_M             1000
#define HIP_MONOTONY_MIN_RUNNING_DAYS 3

/* As for the jump in effort: what is known of fewer runs says little of the week. */
#define HIP_MONOTONY_MIN_LOADS_PERCENT 80

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

/**
 * hip_rolling_sum:
 * @in: (array length=n): one value a day, NaN where it is not known
 * @n: how many
 * @days: the window
 * @out: (out caller-allocates) (array length=n): the sums; not @in
 *
 * The sum of each day and the @days − 1 before it. It is NaN where one of them is not known or lies
 * before the first.
 */
void
hip_rolling_sum (const double *in, gsize n, guint days, double *out)
{
  double sum = 0;
  gsize known = 0;

  g_return_if_fail (days > 0);

  for (gsize i = 0; i < n; i++)
    {
      known = isnan (in[i]) ? 0 : known + 1;
      sum = known == 0 ? 0 : sum + in[i];
      if (known > days)
        sum -= in[i - days];
      out[i] = known >= days ? sum : NAN;
    }
}

/**
 * hip_monotony:
 * @load: (array length=n): the loads of a week's days
 * @n: how many, 7 at most; the others are days of rest
 *
 * How alike the days of a week were: the mean of their loads divided by the standard deviation of
 * the population (Foster et al., J Strength Cond Res 2001;15:109). It describes, and predicts no
 * injury of the hip.
 *
 * Returns: the monotony, NaN when all days are the same
 */
double
hip_monotony (const double *load, gsize n)
{
  double week[HIP_WEEK_DAYS] = { 0 };
  double sum = 0, mean, deviation;

  g_return_val_if_fail (n <= HIP_WEEK_DAYS, NAN);

  for (gsize i = 0; i < n; i++)
    sum += week[i] = load[i];
  mean = sum / HIP_WEEK_DAYS;
  deviation = gsl_stats_sd_with_fixed_mean (week, 1, HIP_WEEK_DAYS, mean);
  /* Means of equal loads may differ from them in the last bits. */
  return deviation > mean * 1e-9 ? mean / deviation : NAN;
}

/**
 * hip_strain:
 * @weekly_load: the sum of a week's loads
 * @monotony: the week's monotony
 *
 * Returns: Foster's strain, NaN when either is not known
 */
double
hip_strain (double weekly_load, double monotony)
{
  return weekly_load * monotony;
}

/* The whole log up to some day, as one value a day from its first day on. */
typedef struct
{
  HipDay first;
  guint n;
  gboolean *recorded;
  guint *runs;
  guint *loads;       /* how many of the runs have a load */
  double *distance_m; /* NaN where nothing is recorded */
  double *load;       /* of the runs that have one; the others add nothing */
  double *average;    /* room for what is computed of the distances */
  double *values;     /* (owned): these three, in one block */
} LogDays;

static void
log_days_clear (LogDays *self)
{
  g_free (self->recorded);
  g_free (self->runs);
  g_free (self->loads);
  g_free (self->values);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LogDays, log_days_clear)

static void
add_runs (LogDays *self, HipHistory *history)
{
  for (guint i = 0; i < hip_history_get_n_runs (history); i++)
    {
      HipRun *run = hip_history_get_run (history, i);
      double load = hip_session_load (run->effort, run->duration_s);
      guint day = run->date - self->first;

      if (day >= self->n)
        break;
      self->recorded[day] = TRUE;
      self->runs[day]++;
      self->distance_m[day] += run->distance_m;
      if (isnan (load))
        continue;
      self->loads[day]++;
      self->load[day] += load;
    }
}

static void
add_other_entries (LogDays *self, HipHistory *history)
{
  HipDay end = self->first + (HipDay) self->n;

  for (guint i = 0; i < hip_history_get_n_pain_days (history); i++)
    {
      HipDay date = hip_history_get_pain_day (history, i)->date;

      if (date >= end)
        break;
      self->recorded[date - self->first] = TRUE;
    }
  for (guint i = 0; i < hip_history_get_n_care (history); i++)
    {
      HipDay date = hip_history_get_care (history, i)->date;

      if (date >= end)
        break;
      self->recorded[date - self->first] = TRUE;
    }
}

/* The first day at or after @day with an entry, @day itself when there is none. */
static HipDay
find_entry (HipHistory *history, HipDay day)
{
  guint run = hip_history_find_run (history, day);
  guint pain = hip_history_find_pain_day (history, day);
  HipDay found = G_MAXINT32;

  if (run < hip_history_get_n_runs (history))
    found = hip_history_get_run (history, run)->date;
  if (pain < hip_history_get_n_pain_days (history))
    found = MIN (found, hip_history_get_pain_day (history, pain)->date);
  for (guint i = hip_history_get_n_care (history); i > 0; i--)
    {
      HipDay date = hip_history_get_care (history, i - 1)->date;

      if (date < day)
        break;
      found = MIN (found, date);
    }
  return found == G_MAXINT32 ? day : found;
}

/* Days between two entries are recorded unless nothing at all was logged for too long: whoever logs
 * writes down runs, so a day without one was one of rest. The stretch at the end goes on to the
 * next entry, so that a day is the same whatever period is asked for. */
static void
bridge_pauses (LogDays *self, HipHistory *history)
{
  guint last = 0;

  for (guint i = 1; i <= self->n; i++)
    {
      guint next = i;

      if (i == self->n)
        next = find_entry (history, self->first + (HipDay) self->n) - self->first;
      else if (!self->recorded[i])
        continue;
      for (guint day = last + 1; day < i; day++)
        self->recorded[day] = next - last <= HIP_UNRECORDED_DAYS;
      last = i;
    }
}

static void
log_days_init (LogDays *self, HipHistory *history, HipDay to)
{
  *self = (LogDays) { .first = hip_history_get_first_day (history) };
  if (self->first == HIP_DAY_NONE || self->first > to)
    return;
  self->n = to - self->first + 1;
  self->recorded = g_new0 (gboolean, self->n);
  self->runs = g_new0 (guint, self->n);
  self->loads = g_new0 (guint, self->n);
  self->values = g_new0 (double, 3 * (gsize) self->n);
  self->distance_m = self->values;
  self->load = self->values + self->n;
  self->average = self->load + self->n;
  add_runs (self, history);
  add_other_entries (self, history);
  bridge_pauses (self, history);
  for (guint i = 0; i < self->n; i++)
    if (!self->recorded[i])
      self->distance_m[i] = NAN;
}

/* Where the series and the log overlap: @count days from @to of the series and @from of the log. */
static void
find_overlap (const HipDaySeries *self, const LogDays *log, guint *to, guint *from, guint *count)
{
  *to = *from = *count = 0;
  if (self->n == 0 || log->n == 0)
    return;
  *to = MAX (log->first - self->from, 0);
  *from = MAX (self->from - log->first, 0);
  *count = self->n - *to;
}

static void
take_values (HipDaySeries *self, const LogDays *log, const double *values, double *target)
{
  guint to, from, count;

  find_overlap (self, log, &to, &from, &count);
  for (guint i = 0; i < count; i++)
    target[to + i] = values[from + i];
}

static void
begin_days (HipDaySeries *self, const LogDays *log)
{
  guint to, from, count;

  find_overlap (self, log, &to, &from, &count);
  for (guint i = 0; i < count; i++)
    {
      self->recorded[to + i] = log->recorded[from + i];
      self->runs[to + i] = log->runs[from + i];
      if (self->recorded[to + i])
        self->duration_s[to + i] = self->load[to + i] = 0;
    }
}

/* Of times and loads, half a day is worse than none. */
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

/* The average of each recorded stretch, beginning with its first day. */
static void
average_stretches (LogDays *log, guint days)
{
  guint end;

  for (guint begin = 0; begin < log->n; begin = end)
    {
      for (end = begin + 1; end < log->n && log->recorded[end] == log->recorded[begin]; end++)
        ;
      /* Of what is not known the average is not known either. */
      hip_ewma (log->distance_m + begin, end - begin, days, log->average + begin);
    }
}

/* Both averages carry their seed, or a break, with them for some weeks (Dijkhuis left these weeks
 * out of a study of runners), and next to nothing is no measure. */
static void
divide_averages (HipDaySeries *self, const LogDays *log)
{
  guint to, from, count;
  guint n_recorded = 0, settled = 0;
  int last_run = -1;

  find_overlap (self, log, &to, &from, &count);
  for (guint i = 0; i < log->n; i++)
    {
      n_recorded = log->recorded[i] ? n_recorded + 1 : 0;
      if (log->runs[i] > 0)
        {
          if (last_run >= 0 && (int) i - last_run >= HIP_GAP_DAYS)
            settled = i + HIP_CHRONIC_DAYS;
          last_run = (int) i;
        }
      if (i < from || i < settled || n_recorded < HIP_CHRONIC_DAYS)
        continue;
      if (self->chronic[to + i - from] >= HIP_CHRONIC_MIN_M)
        self->ratio[to + i - from] = self->acute[to + i - from] / self->chronic[to + i - from];
    }
}

/* The averages remember everything since the log began, whatever period is asked for. */
static void
fill_averages (HipDaySeries *self, LogDays *log)
{
  average_stretches (log, HIP_ACUTE_DAYS);
  take_values (self, log, log->average, self->acute);
  average_stretches (log, HIP_CHRONIC_DAYS);
  take_values (self, log, log->average, self->chronic);
  divide_averages (self, log);
}

static void
fill_sums (HipDaySeries *self, LogDays *log)
{
  take_values (self, log, log->distance_m, self->distance_m);
  hip_rolling_sum (log->distance_m, log->n, HIP_ACUTE_DAYS, log->average);
  take_values (self, log, log->average, self->sum_7);
  hip_rolling_sum (log->distance_m, log->n, HIP_CHRONIC_DAYS, log->average);
  take_values (self, log, log->average, self->sum_28);
}

/* Whether the seven days up to @last say enough of the week's load. */
static gboolean
knows_week (const LogDays *log, guint last)
{
  guint running_days = 0, runs = 0, loads = 0;

  for (guint i = last + 1 - HIP_WEEK_DAYS; i <= last; i++)
    {
      if (!log->recorded[i])
        return FALSE;
      running_days += log->runs[i] > 0;
      runs += log->runs[i];
      loads += log->loads[i];
    }
  return running_days >= HIP_MONOTONY_MIN_RUNNING_DAYS
         && 100 * loads >= HIP_MONOTONY_MIN_LOADS_PERCENT * runs;
}

/* A run without a load has none that could be counted: where there are few, the day's load is that
 * of its other runs. */
static void
fill_monotony (HipDaySeries *self, const LogDays *log)
{
  guint to, from, count;

  find_overlap (self, log, &to, &from, &count);
  for (guint i = 0; i < count; i++)
    {
      guint last = from + i;
      const double *week = log->load + last + 1 - HIP_WEEK_DAYS;
      double weekly_load = 0;

      if (last + 1 < HIP_CHRONIC_DAYS || !knows_week (log, last))
        continue;
      for (guint day = 0; day < HIP_WEEK_DAYS; day++)
        weekly_load += week[day];
      self->monotony[to + i] = hip_monotony (week, HIP_WEEK_DAYS);
      self->strain[to + i] = hip_strain (weekly_load, self->monotony[to + i]);
    }
}

/* One block holds every value: many large ones would go back to the system one by one, only to be
 * asked for again after the next edit. */
static HipDaySeries *
new_days (HipDay from, guint n)
{
  HipDaySeries *self = g_new0 (HipDaySeries, 1);
  double **arrays[] = { &self->distance_m, &self->duration_s, &self->load,      &self->acute,
                        &self->chronic,    &self->ratio,      &self->pain_left, &self->pain_right,
                        &self->pain,       &self->sum_7,      &self->sum_28,    &self->monotony,
                        &self->strain };
  gsize n_values = G_N_ELEMENTS (arrays) * (gsize) n;

  self->from = from;
  self->n = n;
  self->runs = g_new0 (guint, n);
  self->recorded = g_new0 (gboolean, n);
  self->values = g_new (double, n_values);
  for (gsize i = 0; i < n_values; i++)
    self->values[i] = NAN;
  for (gsize i = 0; i < G_N_ELEMENTS (arrays); i++)
    *arrays[i] = self->values + i * n;
  return self;
}

/**
 * hip_day_series_new:
 * @history: the log
 * @from: the first day
 * @to: the last day
 *
 * Lays the log out as one value a day, from @from to @to, in one pass. What was not logged is NaN,
 * never zero. Ratio, monotony and strain are for drawing only: two cohorts of runners had fewer
 * injuries at a higher ratio (Nakaoka 2021, Schuster Brandt Frandsen 2025).
 *
 * Returns: (transfer full): the series; empty when @to is before @from or @from is no day
 */
HipDaySeries *
hip_day_series_new (HipHistory *history, HipDay from, HipDay to)
{
  HipDaySeries *self;
  g_auto (LogDays) log = { 0 };

  g_return_val_if_fail (history != NULL, NULL);

  self = new_days (from, from == HIP_DAY_NONE || to < from ? 0 : to - from + 1);
  if (self->n == 0)
    return self;
  log_days_init (&log, history, to);
  begin_days (self, &log);
  fill_runs (self, history);
  fill_pain (self, history);
  fill_averages (self, &log);
  fill_sums (self, &log);
  fill_monotony (self, &log);
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

  g_free (self->runs);
  g_free (self->recorded);
  g_free (self->values);
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
