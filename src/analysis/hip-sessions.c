// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-sessions.h"

/* Ours: a mean of less than three weeks of running is no habit. */
#define RETURN_BLOCKS     4
#define RETURN_MIN_BLOCKS 3

struct _HipSessions
{
  GArray *sessions; /* (element-type HipSession) */
  GArray *legs;     /* (element-type HipLeg) */
  GArray *days;     /* (element-type HipRunDay) */
  GArray *owners;   /* (element-type guint): the session of each run from base on */
  guint base;       /* the history's first run looked at */
};

/* The run a following one may continue: the one of the open session that ended last. */
typedef struct
{
  HipRun *run;
  guint session;
} OpenEnd;

static gboolean
has_times (const HipRun *run)
{
  return run->start_s != HIP_UNSET && run->duration_s != HIP_UNSET;
}

/* Both on the same clock: the world's when both know their zone, else the one on the wall. */
static void
get_starts (const HipRun *a, const HipRun *b, gint64 *start_a, gint64 *start_b)
{
  *start_a = hip_run_get_utc_start (a);
  *start_b = hip_run_get_utc_start (b);
  if (*start_a != G_MININT64 && *start_b != G_MININT64)
    return;
  *start_a = hip_run_get_local_start (a);
  *start_b = hip_run_get_local_start (b);
}

/* Whether @next continues @run: it began after it, at most an hour after it ended. */
static gboolean
is_continued (const HipRun *run, const HipRun *next)
{
  gint64 start, next_start;

  if (run == NULL || !has_times (run) || next->start_s == HIP_UNSET)
    return FALSE;
  get_starts (run, next, &start, &next_start);
  return next_start >= start && next_start <= start + run->duration_s + HIP_SESSION_PAUSE_S;
}

static gboolean
ends_later (const HipRun *run, const HipRun *next)
{
  gint64 start, next_start;

  get_starts (run, next, &start, &next_start);
  return next_start + next->duration_s > start + run->duration_s;
}

static void
begin_session (HipSessions *self, HipDay date, guint run)
{
  HipSession session = { .date = date, .first = run, .last = run };

  g_array_append_val (self->sessions, session);
}

static HipRunDay *
ensure_day (HipSessions *self, HipDay date, guint session)
{
  HipRunDay day = { .date = date, .first_session = session };

  if (self->days->len == 0
      || g_array_index (self->days, HipRunDay, self->days->len - 1).date != date)
    g_array_append_val (self->days, day);
  return &g_array_index (self->days, HipRunDay, self->days->len - 1);
}

static void
add_leg (HipSessions *self, guint session, HipDay date, gint64 distance_m, guint run)
{
  HipLeg *last = NULL;
  HipLeg leg = { date, session, distance_m, run, run };

  if (self->legs->len > 0)
    last = &g_array_index (self->legs, HipLeg, self->legs->len - 1);
  if (last != NULL && last->session == session && last->date == date)
    {
      last->distance_m += distance_m;
      last->last = run;
    }
  else
    g_array_append_val (self->legs, leg);
}

static void
add_to_session (HipSessions *self, guint session, HipDay date, gint64 distance_m, guint run)
{
  HipSession *s = &g_array_index (self->sessions, HipSession, session);
  HipRunDay *day;

  s->distance_m += distance_m;
  s->last = run;
  add_leg (self, session, date, distance_m, run);
  day = ensure_day (self, date, session);
  day->total_m += distance_m;
}

static void
add_run (HipSessions *self, HipRun *run, guint index, OpenEnd *open)
{
  guint session = self->sessions->len;

  if (is_continued (open->run, run))
    session = open->session;
  else
    begin_session (self, run->date, index);
  add_to_session (self, session, run->date, run->distance_m, index);
  g_array_append_val (self->owners, session);

  if (has_times (run) && (session != open->session || ends_later (open->run, run)))
    *open = (OpenEnd) { run, session };
}

/* Only now are the sessions' distances whole. */
static void
find_longest_of_days (HipSessions *self)
{
  guint d = 0;

  for (guint i = 0; i < self->sessions->len; i++)
    {
      const HipSession *session = &g_array_index (self->sessions, HipSession, i);
      HipRunDay *day;

      while (g_array_index (self->days, HipRunDay, d).date < session->date)
        d++;
      day = &g_array_index (self->days, HipRunDay, d);
      if (day->n_sessions++ == 0 || session->distance_m > day->longest_m)
        {
          day->longest_m = session->distance_m;
          day->longest = i;
        }
    }
}

/**
 * hip_sessions_new:
 * @history: the log
 * @from: the first day to look at
 * @to: the last day to look at
 *
 * Puts the runs of these days together. Runs that start at most 60 minutes after the one before
 * ended count as one, a forgotten pause or a walk home; this needs the start time of both and the
 * duration of the first. A session belongs to the day it began, its legs to theirs.
 *
 * Returns: (transfer full): the sessions, in time linear in the number of runs
 */
HipSessions *
hip_sessions_new (HipHistory *history, HipDay from, HipDay to)
{
  HipSessions *self = g_new0 (HipSessions, 1);
  OpenEnd open = { NULL, G_MAXUINT };

  self->sessions = g_array_new (FALSE, FALSE, sizeof (HipSession));
  self->legs = g_array_new (FALSE, FALSE, sizeof (HipLeg));
  self->days = g_array_new (FALSE, FALSE, sizeof (HipRunDay));
  self->owners = g_array_new (FALSE, FALSE, sizeof (guint));
  self->base = hip_history_find_run (history, from);

  for (guint i = self->base; i < hip_history_get_n_runs (history); i++)
    {
      HipRun *run = hip_history_get_run (history, i);

      if (run->date > to)
        break;
      add_run (self, run, i, &open);
    }
  find_longest_of_days (self);
  return self;
}

/**
 * hip_sessions_free:
 * @self: (transfer full): the sessions
 */
void
hip_sessions_free (HipSessions *self)
{
  g_array_unref (self->sessions);
  g_array_unref (self->legs);
  g_array_unref (self->days);
  g_array_unref (self->owners);
  g_free (self);
}

/**
 * hip_sessions_append_planned:
 * @self: the sessions up to and with @date
 * @date: the day of the planned run
 * @distance_m: how far it would be
 *
 * Adds a run that is not in the log, as the last one. It is a session of its own. It does not
 * become the longest of its day, as only days after it would ask.
 *
 * Returns: the number of its session
 */
guint
hip_sessions_append_planned (HipSessions *self, HipDay date, gint64 distance_m)
{
  guint session = self->sessions->len;

  begin_session (self, date, HIP_SESSION_PLANNED);
  add_to_session (self, session, date, distance_m, HIP_SESSION_PLANNED);
  return session;
}

/**
 * hip_sessions_find_session:
 * @self: the sessions
 * @date: a day
 *
 * Returns: the place of the first session that began at or after @date, the number of sessions if
 *   none did
 */
guint
hip_sessions_find_session (const HipSessions *self, HipDay date)
{
  guint low = 0, high = self->sessions->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->sessions, HipSession, middle).date < date)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * hip_sessions_get_session:
 * @self: the sessions
 * @i: a session's number
 *
 * Returns: (transfer none): the session; they are sorted by the day they began
 */
const HipSession *
hip_sessions_get_session (const HipSessions *self, guint i)
{
  g_return_val_if_fail (i < self->sessions->len, NULL);

  return &g_array_index (self->sessions, HipSession, i);
}

/**
 * hip_sessions_get_n_legs:
 * @self: the sessions
 *
 * Returns: the number of legs of all sessions
 */
guint
hip_sessions_get_n_legs (const HipSessions *self)
{
  return self->legs->len;
}

/**
 * hip_sessions_get_leg:
 * @self: the sessions
 * @i: less than [method@Sessions.get_n_legs]
 *
 * Returns: (transfer none): the leg; they are sorted by day
 */
const HipLeg *
hip_sessions_get_leg (const HipSessions *self, guint i)
{
  g_return_val_if_fail (i < self->legs->len, NULL);

  return &g_array_index (self->legs, HipLeg, i);
}

/**
 * hip_sessions_has_run:
 * @self: the sessions
 * @session: a session's number
 * @run: a run's place in the history
 *
 * Returns: whether that run is part of that session
 */
gboolean
hip_sessions_has_run (const HipSessions *self, guint session, guint run)
{
  if (run < self->base || run - self->base >= self->owners->len)
    return FALSE;
  return g_array_index (self->owners, guint, run - self->base) == session;
}

/**
 * hip_sessions_is_first_run:
 * @self: the sessions
 * @run: a run's place in the history
 *
 * Returns: whether a session began with that run, so that what is counted by runs counts it once
 */
gboolean
hip_sessions_is_first_run (const HipSessions *self, guint run)
{
  guint session;

  if (run < self->base || run - self->base >= self->owners->len)
    return FALSE;
  session = g_array_index (self->owners, guint, run - self->base);
  return hip_sessions_get_session (self, session)->first == run;
}

/**
 * hip_sessions_get_n_days:
 * @self: the sessions
 *
 * Returns: the number of days with a run
 */
guint
hip_sessions_get_n_days (const HipSessions *self)
{
  return self->days->len;
}

/**
 * hip_sessions_get_day:
 * @self: the sessions
 * @i: less than [method@Sessions.get_n_days]
 *
 * Returns: (transfer none): the day; oldest first
 */
const HipRunDay *
hip_sessions_get_day (const HipSessions *self, guint i)
{
  g_return_val_if_fail (i < self->days->len, NULL);

  return &g_array_index (self->days, HipRunDay, i);
}

/**
 * hip_sessions_find_day:
 * @self: the sessions
 * @date: a day
 *
 * Returns: the place of the first running day at or after @date, the number of days if none is
 */
guint
hip_sessions_find_day (const HipSessions *self, HipDay date)
{
  guint low = 0, high = self->days->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->days, HipRunDay, middle).date < date)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * hip_sessions_sum:
 * @self: the sessions
 * @from: the first day
 * @to: the last day
 *
 * Returns: the metres run on these days
 */
gint64
hip_sessions_sum (const HipSessions *self, HipDay from, HipDay to)
{
  gint64 sum = 0;

  for (guint i = hip_sessions_find_day (self, from); i < self->days->len; i++)
    {
      const HipRunDay *day = hip_sessions_get_day (self, i);

      if (day->date > to)
        break;
      sum += day->total_m;
    }
  return sum;
}

/**
 * hip_sessions_get_longest:
 * @self: the sessions; they must reach back 30 days before @date
 * @date: a day
 * @longest: (out caller-allocates): where to put it
 *
 * The longest session that began in the 30 days before @date, the latest when several are equal,
 * and how many there were. The window is the one of Schuster Brandt Frandsen 2025.
 */
void
hip_sessions_get_longest (const HipSessions *self, HipDay date, HipLongest *longest)
{
  *longest = (HipLongest) { .date = HIP_DAY_NONE };

  for (guint i = hip_sessions_find_day (self, date - HIP_LONGEST_DAYS); i < self->days->len; i++)
    {
      const HipRunDay *day = hip_sessions_get_day (self, i);

      if (day->date >= date)
        break;
      longest->n_sessions += day->n_sessions;
      if (day->n_sessions > 0 && day->longest_m >= longest->distance_m)
        {
          longest->distance_m = day->longest_m;
          longest->date = day->date;
          longest->session = day->longest;
        }
    }
}

/**
 * hip_sessions_get_last_before:
 * @self: the sessions
 * @date: a day
 *
 * Returns: the last running day before @date, or %HIP_DAY_NONE
 */
HipDay
hip_sessions_get_last_before (const HipSessions *self, HipDay date)
{
  guint i = hip_sessions_find_day (self, date);

  return i == 0 ? HIP_DAY_NONE : hip_sessions_get_day (self, i - 1)->date;
}

/**
 * hip_sessions_get_return:
 * @self: the sessions; they must reach back 120 days before @date
 * @date: a day
 * @comeback: (out caller-allocates): where to put it
 *
 * What a first run on @date would be held against: the longest session of the 30 days before the
 * gap, and the four blocks of seven days before it. These are coaching custom, not a study's.
 */
void
hip_sessions_get_return (const HipSessions *self, HipDay date, HipReturn *comeback)
{
  HipDay last = hip_sessions_get_last_before (self, date);
  HipLongest longest;

  *comeback = (HipReturn) { .last = last, .longest_on = HIP_DAY_NONE };
  if (last == HIP_DAY_NONE)
    return;

  comeback->gap_days = date - last;
  hip_sessions_get_longest (self, last + 1, &longest);
  comeback->longest_m = longest.distance_m;
  comeback->longest_on = longest.date;
  for (int block = 0; block < RETURN_BLOCKS; block++)
    {
      gint64 sum = hip_sessions_sum (self, last - 7 * block - 6, last - 7 * block);

      comeback->blocks_m += sum;
      comeback->n_blocks += sum > 0;
    }
  comeback->is_measure = comeback->gap_days >= HIP_GAP_DAYS
                         && comeback->gap_days <= HIP_GAP_MAX_DAYS
                         && comeback->n_blocks >= RETURN_MIN_BLOCKS;
}

/* Whether HIP_GAP_DAYS - 1 days without a run follow each other between @from and @to. */
static gboolean
has_gap (const HipSessions *self, HipDay from, HipDay to)
{
  HipDay last = from - 1;

  for (guint i = hip_sessions_find_day (self, from); i < self->days->len; i++)
    {
      HipDay date = hip_sessions_get_day (self, i)->date;

      if (date > to)
        break;
      if (date - last >= HIP_GAP_DAYS)
        return TRUE;
      last = date;
    }
  return to + 1 - last >= HIP_GAP_DAYS;
}

/**
 * hip_sessions_get_baseline:
 * @self: the sessions; they must reach back four weeks before @week_start
 * @first_day: the first day of the log, or %HIP_DAY_NONE
 * @week_start: the first day of the week that is compared
 * @baseline: (out caller-allocates): where to put it
 *
 * The highest total of the four weeks before, so that the return from an easy week is no jump.
 * A week counts when at least four of its days are not before the first day of the log; of
 * equal ones the latest is named.
 */
void
hip_sessions_get_baseline (const HipSessions *self,
                           HipDay first_day,
                           HipDay week_start,
                           HipBaseline *baseline)
{
  HipDay covered_from = week_start;

  *baseline = (HipBaseline) { .week = HIP_DAY_NONE };
  if (first_day == HIP_DAY_NONE)
    return;

  for (int n = 1; n <= HIP_BASELINE_WEEKS; n++)
    {
      HipDay start = week_start - 7 * n;
      gint64 total;

      if (start + 7 - first_day < HIP_COVERED_DAYS)
        break;
      total = hip_sessions_sum (self, start, start + 6);
      if (n == 1 || total > baseline->distance_m)
        {
          baseline->distance_m = total;
          baseline->week = start;
        }
      covered_from = MAX (start, first_day);
    }
  baseline->gap = has_gap (self, covered_from, week_start - 1);
}
