// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-test-oracle.h"

#include "hip-question.h"

#define NO (-1)

struct _HipTestOracle
{
  HipHistory *history;
  HipLimits limits;
  HipDay first; /* of the log */
  guint n_runs;
  HipRun **runs;
  guint *outing;    /* of each run: the run it began with */
  guint until;      /* only runs before this one are seen */
  GHashTable *pain; /* (element-type gint HipPainDay): by day and side */
};

/* A run's end and start on one clock of seconds; not before they are known. */
static gboolean
goes_on (const HipRun *run, const HipRun *next)
{
  gint64 start, next_start;

  if (run->start_s == HIP_UNSET || run->duration_s == HIP_UNSET || next->start_s == HIP_UNSET)
    return FALSE;
  start = (gint64) run->date * 86400 + run->start_s;
  next_start = (gint64) next->date * 86400 + next->start_s;
  return next_start >= start && next_start - (start + run->duration_s) <= 60 * 60;
}

HipTestOracle *
hip_test_oracle_new (HipHistory *history, const HipLimits *limits)
{
  HipTestOracle *self = g_new0 (HipTestOracle, 1);

  self->history = hip_history_ref (history);
  self->limits = *limits;
  self->first = hip_history_get_first_day (history);
  self->n_runs = self->until = hip_history_get_n_runs (history);
  self->runs = g_new0 (HipRun *, self->n_runs + 1);
  self->outing = g_new0 (guint, self->n_runs + 1);
  for (guint i = 0; i < self->n_runs; i++)
    {
      self->runs[i] = hip_history_get_run (history, i);
      self->outing[i] = i;
      for (guint j = 0; j < i; j++)
        if (goes_on (self->runs[j], self->runs[i]))
          self->outing[i] = self->outing[j];
    }
  self->pain = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < hip_history_get_n_pain_days (history); i++)
    {
      HipPainDay *pain = hip_history_get_pain_day (history, i);

      g_hash_table_insert (self->pain, GINT_TO_POINTER (2 * pain->date + pain->side), pain);
    }
  return self;
}

void
hip_test_oracle_free (HipTestOracle *self)
{
  hip_history_unref (self->history);
  g_hash_table_unref (self->pain);
  g_free (self->runs);
  g_free (self->outing);
  g_free (self);
}

/* What is in the diary */

static gboolean
is_in (HipDay day, HipDay from, HipDay to)
{
  return from <= day && day <= to;
}

static gint64
get_metres (const HipTestOracle *self, HipDay from, HipDay to)
{
  gint64 metres = 0;

  for (guint i = 0; i < self->until; i++)
    if (is_in (self->runs[i]->date, from, to))
      metres += self->runs[i]->distance_m;
  return metres;
}

static gboolean
has_run (const HipTestOracle *self, HipDay day)
{
  return get_metres (self, day, day) > 0;
}

/* The last running day of these, HIP_DAY_NONE without one. */
static HipDay
get_last_run_day (const HipTestOracle *self, HipDay before)
{
  for (HipDay day = before - 1; day >= self->first; day--)
    if (has_run (self, day))
      return day;
  return HIP_DAY_NONE;
}

static gboolean
begins (const HipTestOracle *self, guint run, HipDay from, HipDay to)
{
  return self->outing[run] == run && is_in (self->runs[run]->date, from, to);
}

static gint64
get_outing_metres (const HipTestOracle *self, guint outing, HipDay until)
{
  gint64 metres = 0;

  for (guint i = 0; i < self->until; i++)
    if (self->outing[i] == outing && self->runs[i]->date <= until)
      metres += self->runs[i]->distance_m;
  return metres;
}

/* The longest run of some days, as far as it is known on @known, and how many there were. */
static gint64
get_longest (const HipTestOracle *self, HipDay from, HipDay to, HipDay known, guint *n)
{
  gint64 longest = 0;

  *n = 0;
  for (guint i = 0; i < self->until; i++)
    if (begins (self, i, from, to))
      {
        longest = MAX (longest, get_outing_metres (self, i, known));
        *n += 1;
      }
  return longest;
}

static const HipPainDay *
get_pain (const HipTestOracle *self, HipSide side, HipDay day)
{
  return g_hash_table_lookup (self->pain, GINT_TO_POINTER (2 * day + (int) side));
}

static int
get_score (const HipTestOracle *self, HipSide side, HipDay day)
{
  const HipPainDay *pain = get_pain (self, side, day);

  return pain == NULL ? NO : pain->score;
}

/* "A day's score is the higher side." */
static int
get_day_score (const HipTestOracle *self, HipDay day)
{
  return MAX (get_score (self, HIP_SIDE_LEFT, day), get_score (self, HIP_SIDE_RIGHT, day));
}

/* Load */

static int
ask_long_run (const HipTestOracle *self, guint outing, HipDay day)
{
  HipDay t = self->runs[outing]->date;
  HipDay last = get_last_run_day (self, t);
  gint64 d = get_outing_metres (self, outing, day);
  guint n;
  gint64 l = get_longest (self, t - 30, t - 1, day, &n);

  if (n < 4 || d - l < 1000 || t - last >= 14 || 10 * d <= 11 * l)
    return NO;
  return d <= 2 * l ? HIP_SEVERITY_CAUTION : HIP_SEVERITY_WARNING;
}

static int
ask_long_run_jump (const HipTestOracle *self, HipDay day)
{
  int severity = NO;

  for (guint i = 0; i < self->until; i++)
    if (self->runs[i]->date == day)
      severity = MAX (severity, ask_long_run (self, self->outing[i], day));
  return severity;
}

static HipDay
get_week (const HipTestOracle *self, HipDay day)
{
  while (hip_day_get_weekday (day) != self->limits.first_weekday)
    day--;
  return day;
}

static gboolean
is_covered (const HipTestOracle *self, HipDay week)
{
  int n_days = 0;

  for (HipDay day = week; day < week + 7; day++)
    n_days += day >= self->first;
  return n_days >= 4;
}

/* Thirteen days in a row without a run among the covered days of the four weeks before. */
static gboolean
has_gap (const HipTestOracle *self, HipDay week)
{
  int n_days = 0;

  for (HipDay day = week - 28; day < week; day++)
    {
      if (day < self->first || !is_covered (self, get_week (self, day)))
        continue;
      n_days = has_run (self, day) ? 0 : n_days + 1;
      if (n_days >= 13)
        return TRUE;
    }
  return FALSE;
}

static int
compare_week (const HipTestOracle *self, gint64 w, gint64 b, gint64 excess)
{
  if (b <= 0 || w - b < excess || 100 * w <= (100 + self->limits.week_limit_percent) * b)
    return NO;
  return 100 * w > 130 * b ? HIP_SEVERITY_CAUTION : HIP_SEVERITY_NOTE;
}

static int
ask_week_jump (const HipTestOracle *self, HipDay day)
{
  HipDay week = get_week (self, day);
  gint64 b = 0;

  for (HipDay before = week - 28; before < week; before += 7)
    if (is_covered (self, before))
      b = MAX (b, get_metres (self, before, before + 6));
  if (has_gap (self, week))
    return NO;
  return compare_week (self, get_metres (self, week, day), b, 3000);
}

/* Effort times seconds of some days, and whether four of five runs have both. */
static gint64
get_load (const HipTestOracle *self, HipDay from, HipDay to, gboolean *logged)
{
  guint n = 0, n_logged = 0;
  gint64 load = 0;

  for (guint i = 0; i < self->until; i++)
    {
      const HipRun *run = self->runs[i];

      if (!is_in (run->date, from, to))
        continue;
      n++;
      if (run->effort == HIP_UNSET || run->duration_s == HIP_UNSET)
        continue;
      n_logged++;
      load += (gint64) run->effort * run->duration_s;
    }
  *logged = n > 0 && 5 * n_logged >= 4 * n;
  return load;
}

static int
ask_effort_jump (const HipTestOracle *self, HipDay day)
{
  HipDay week = get_week (self, day);
  gboolean logged, logged_before = FALSE;
  gint64 w = get_load (self, week, day, &logged), b = 0;

  for (HipDay before = week - 7; before >= week - 28; before -= 7)
    {
      gboolean logged_then;
      gint64 load = get_load (self, before, before + 6, &logged_then);

      if (!is_covered (self, before) || load <= b)
        continue;
      b = load;
      logged_before = logged_then;
    }
  if (!logged || !logged_before || has_gap (self, week) || ask_week_jump (self, day) != NO)
    return NO;
  return compare_week (self, w, b, 100 * 60);
}

/* The day the runner came back, in the week up to @day; HIP_DAY_NONE if there is none. */
static HipDay
get_return (const HipTestOracle *self, HipDay day)
{
  for (HipDay t = day; t > day - 7; t--)
    {
      HipDay last = has_run (self, t) ? get_last_run_day (self, t) : HIP_DAY_NONE;

      if (last != HIP_DAY_NONE && t - last >= 14)
        return t;
    }
  return HIP_DAY_NONE;
}

static guint
get_first_outing (const HipTestOracle *self, HipDay day)
{
  for (guint i = 0; i < self->until; i++)
    if (self->runs[i]->date == day)
      return self->outing[i];
  g_assert_not_reached ();
}

static int
ask_back_too_fast (const HipTestOracle *self, HipDay day)
{
  HipDay t = get_return (self, day), last;
  gint64 sum = 0, first, longest;
  int percent, n_blocks = 0;
  guint n;

  if (t == HIP_DAY_NONE)
    return NO;
  last = get_last_run_day (self, t);
  percent = t - last > 30 ? 50 : 60;
  for (int block = 0; block < 4; block++)
    {
      gint64 metres = get_metres (self, last - 7 * block - 6, last - 7 * block);

      sum += metres;
      n_blocks += metres > 0;
    }
  if (t - last > 90 || n_blocks < 3)
    return NO;
  first = get_outing_metres (self, get_first_outing (self, t), day);
  longest = get_longest (self, last - 29, last, day, &n);
  if (2 * first > longest || 100 * get_metres (self, t, day) > percent * (sum / 4.0))
    return HIP_SEVERITY_CAUTION;
  return NO;
}

static int
ask_no_rest_day (const HipTestOracle *self, HipDay day)
{
  int n_days = 0;

  while (has_run (self, day - n_days))
    n_days++;
  return n_days == 7 || n_days == 14 ? HIP_SEVERITY_NOTE : NO;
}

/* Shoes */

static gboolean
is_used (const HipShoe *shoe, HipDay day)
{
  return shoe->retired == HIP_DAY_NONE || day < shoe->retired;
}

static gint64
get_pair_metres (const HipTestOracle *self, const HipShoe *shoe, HipDay from, HipDay to)
{
  gint64 metres = 0;

  for (guint i = 0; i < self->until; i++)
    if (self->runs[i]->shoe_id == shoe->rec.id && is_in (self->runs[i]->date, from, to))
      metres += self->runs[i]->distance_m;
  return metres;
}

static int
ask_shoes (const HipTestOracle *self, HipDay day, gboolean worn)
{
  /* What they had run before the log counts from its first day on. */
  for (guint i = 0; i < hip_history_get_n_shoes (self->history); i++)
    {
      const HipShoe *shoe = hip_history_get_shoe (self->history, i);
      gint64 metres = shoe->start_distance_m + get_pair_metres (self, shoe, self->first, day);

      if (!is_used (shoe, day) || day < self->first || metres < shoe->check_at_m)
        continue;
      if (worn == (metres >= shoe->replace_at_m))
        return worn ? HIP_SEVERITY_CAUTION : HIP_SEVERITY_NOTE;
    }
  return NO;
}

static int
ask_shoe_worn (const HipTestOracle *self, HipDay day)
{
  return ask_shoes (self, day, TRUE);
}

static int
ask_shoe_wear_soon (const HipTestOracle *self, HipDay day)
{
  return ask_shoes (self, day, FALSE);
}

static int
ask_one_pair (const HipTestOracle *self, HipDay day)
{
  guint n;

  get_longest (self, day - 59, day, day, &n);
  if (n < 12 || !has_run (self, day))
    return NO;
  for (guint i = 0; i < hip_history_get_n_shoes (self->history); i++)
    {
      const HipShoe *shoe = hip_history_get_shoe (self->history, i);

      if (is_used (shoe, day)
          && 10 * get_pair_metres (self, shoe, day - 59, day)
                 >= 9 * get_metres (self, day - 59, day))
        return HIP_SEVERITY_TIP;
    }
  return NO;
}

/* Pain */

static int
ask_red_flag (const HipTestOracle *self, HipDay day)
{
  for (guint i = 0; i < hip_history_get_n_pain_days (self->history); i++)
    {
      const HipPainDay *pain = hip_history_get_pain_day (self->history, i);

      if (pain->flags != 0 && !pain->seen && is_in (pain->date, day - 6, day))
        return HIP_SEVERITY_URGENT;
    }
  for (guint i = 0; i < hip_history_get_n_screenings (self->history); i++)
    {
      const HipScreening *answers = hip_history_get_screening (self->history, i);

      if (answers->yes != 0 && !answers->seen && is_in (answers->date, day - 6, day))
        return HIP_SEVERITY_URGENT;
    }
  return NO;
}

/* The last answers to all of the questions that still count. */
static const HipScreening *
get_answers (const HipTestOracle *self, HipDay day)
{
  const HipScreening *last = NULL;

  for (guint i = 0; i < hip_history_get_n_screenings (self->history); i++)
    {
      const HipScreening *answers = hip_history_get_screening (self->history, i);

      if (is_in (answers->date, day - 6, day)
          && (answers->asked & HIP_BONE_STRESS_FLAGS) == HIP_BONE_STRESS_FLAGS)
        last = answers;
    }
  return last;
}

static gboolean
is_front (const HipPainDay *pain)
{
  return pain != NULL && (pain->areas & HIP_AREA_FRONT) != 0;
}

static gboolean
is_bone_stress_of (const HipTestOracle *self, HipSide side, HipDay day)
{
  const HipPainDay *pain = get_pain (self, side, day);
  int n_days = 0;

  if (!is_front (pain))
    return FALSE;
  if ((pain->timings & HIP_TIMING_DURING_RUN) != 0
      && (pain->qualities & (HIP_QUALITY_DEEP_ACHE | HIP_QUALITY_THROBBING)) != 0)
    return TRUE;
  for (HipDay d = day - 6; d <= day; d++)
    n_days += is_front (get_pain (self, side, d)) && get_score (self, side, d) >= 3;
  return n_days >= 3 && pain->score >= 3;
}

static int
ask_bone_stress_check (const HipTestOracle *self, HipDay day)
{
  const HipScreening *answers = get_answers (self, day);
  gboolean is_seen = answers != NULL && answers->yes != 0 && answers->seen;

  if (is_seen
      || (!is_bone_stress_of (self, HIP_SIDE_LEFT, day)
          && !is_bone_stress_of (self, HIP_SIDE_RIGHT, day)))
    return NO;
  /* Answers from before it began do not count: urgent is what it may be at most. */
  return HIP_SEVERITY_WARNING;
}

static gboolean
is_high_of (const HipTestOracle *self, HipSide side, HipDay day)
{
  int score = get_score (self, side, day);

  return score >= 8 || (score >= 6 && get_score (self, side, day - 1) >= 6);
}

static gboolean
is_lasting_of (const HipTestOracle *self, HipSide side, HipDay day)
{
  int n_sore = 0, n_scores = 0;

  for (HipDay d = day - 13; d <= day; d++)
    {
      n_scores += get_score (self, side, d) != NO;
      n_sore += get_score (self, side, d) >= 3;
    }
  return n_sore >= 10 && n_scores >= 10 && get_score (self, side, day) >= 3;
}

/* Twice the median of a week, NO with fewer than four scores. */
static int
get_median (const HipTestOracle *self, HipSide side, HipDay last)
{
  int of_score[HIP_PAIN_MAX + 1] = { 0 };
  int sorted[7], n = 0;

  for (HipDay day = last - 6; day <= last; day++)
    if (get_score (self, side, day) != NO)
      of_score[get_score (self, side, day)]++;
  for (int score = 0; score <= HIP_PAIN_MAX; score++)
    while (of_score[score]-- > 0)
      sorted[n++] = score;
  return n < 4 ? NO : sorted[(n - 1) / 2] + sorted[n / 2];
}

static gboolean
is_rising_of (const HipTestOracle *self, HipSide side, HipDay day)
{
  int now = get_median (self, side, day), before = get_median (self, side, day - 7);

  return get_score (self, side, day) != NO && now != NO && before != NO && now - before >= 4;
}

static gboolean
is_not_settled_of (const HipTestOracle *self, HipSide side, HipDay day)
{
  int score = get_score (self, side, day), before = get_score (self, side, day - 1);

  return has_run (self, day - 1) && before != NO && score >= 3 && score - before >= 2;
}

static int
ask_sides (const HipTestOracle *self,
           HipDay day,
           HipSeverity severity,
           gboolean (*is_of) (const HipTestOracle *self, HipSide side, HipDay day))
{
  return is_of (self, HIP_SIDE_LEFT, day) || is_of (self, HIP_SIDE_RIGHT, day) ? (int) severity
                                                                               : NO;
}

static int
ask_pain_high (const HipTestOracle *self, HipDay day)
{
  return ask_sides (self, day, HIP_SEVERITY_WARNING, is_high_of);
}

static int
ask_pain_lasting (const HipTestOracle *self, HipDay day)
{
  return ask_sides (self, day, HIP_SEVERITY_WARNING, is_lasting_of);
}

static int
ask_pain_rising (const HipTestOracle *self, HipDay day)
{
  return ask_sides (self, day, HIP_SEVERITY_CAUTION, is_rising_of);
}

static int
ask_pain_not_settled (const HipTestOracle *self, HipDay day)
{
  return ask_sides (self, day, HIP_SEVERITY_CAUTION, is_not_settled_of);
}

static int
ask_ran_in_pain (const HipTestOracle *self, HipDay day)
{
  return has_run (self, day) && get_day_score (self, day) >= 6 ? HIP_SEVERITY_CAUTION : NO;
}

/* Habits */

static gboolean
begins_on (const HipTestOracle *self, HipDay day)
{
  for (guint i = 0; i < self->until; i++)
    if (begins (self, i, day, day))
      return TRUE;
  return FALSE;
}

static int
ask_no_warm_up (const HipTestOracle *self, HipDay day)
{
  int n = 0, n_cold = 0;

  for (guint i = self->until; i > 0 && n < 6; i--)
    {
      if (!begins (self, i - 1, self->first, day))
        continue;
      n++;
      n_cold += self->runs[i - 1]->warm_up == HIP_ANSWER_NO;
    }
  return n_cold >= 4 && begins_on (self, day) ? HIP_SEVERITY_NOTE : NO;
}

static gint64
get_metres_on (const HipTestOracle *self, HipDay from, HipDay to, HipSurface surface)
{
  gint64 metres = 0;

  for (guint i = 0; i < self->until; i++)
    if (is_in (self->runs[i]->date, from, to) && self->runs[i]->surface == surface)
      metres += self->runs[i]->distance_m;
  return metres;
}

static int
ask_hard_ground (const HipTestOracle *self, HipDay day)
{
  HipDay from = day - 27;
  gint64 all = get_metres (self, from, day);
  gint64 known = all - get_metres_on (self, from, day, HIP_SURFACE_UNKNOWN);
  gint64 hard = get_metres_on (self, from, day, HIP_SURFACE_ROAD)
                + get_metres_on (self, from, day, HIP_SURFACE_CONCRETE);
  int sum = 0, n = 0;

  for (HipDay d = from; d <= day; d++)
    if (get_day_score (self, d) != NO)
      {
        sum += get_day_score (self, d);
        n++;
      }
  if (!has_run (self, day) && get_day_score (self, day) == NO)
    return NO;
  return known > 0 && 10 * known >= 7 * all && 10 * hard >= 8 * known && n > 0 && sum >= 2 * n
             ? HIP_SEVERITY_NOTE
             : NO;
}

static int
ask_one_sided_ground (const HipTestOracle *self, HipDay day)
{
  gboolean hurts = FALSE;
  int n_runs = 0;

  for (guint i = 0; i < self->until; i++)
    n_runs += begins (self, i, day - 13, day) && self->runs[i]->ground != HIP_GROUND_UNKNOWN
              && self->runs[i]->ground != HIP_GROUND_EVEN;
  for (HipDay d = day - 13; d <= day; d++)
    for (guint side = 0; side < HIP_N_SIDES; side++)
      {
        const HipPainDay *pain = get_pain (self, side, d);

        hurts |= pain != NULL && pain->score >= 2 && (pain->areas & HIP_AREA_SIDE) != 0;
      }
  if (!begins_on (self, day) && get_day_score (self, day) == NO)
    return NO;
  return n_runs >= 3 && hurts ? HIP_SEVERITY_NOTE : NO;
}

static int
ask_low_cadence (const HipTestOracle *self, HipDay day)
{
  int n = 0, n_low = 0;

  for (guint i = self->until; i > 0 && n < 5; i--)
    {
      const HipRun *run = self->runs[i - 1];

      if (run->cadence_spm == HIP_UNSET || !begins (self, i - 1, self->first, day))
        continue;
      if (n == 0 && run->date != day)
        return NO;
      n++;
      n_low += run->cadence_spm < 170;
    }
  return n == 5 && n_low >= 3 ? HIP_SEVERITY_TIP : NO;
}

static int
ask_no_strength (const HipTestOracle *self, HipDay day)
{
  gboolean any = FALSE, today = get_day_score (self, day) != NO, strong = FALSE, sore = FALSE;

  for (guint i = 0; i < hip_history_get_n_care (self->history); i++)
    {
      const HipCareEntry *care = hip_history_get_care (self->history, i);

      any |= care->date <= day;
      today |= care->date == day;
      strong |= care->kind == HIP_CARE_STRENGTH && is_in (care->date, day - 27, day);
    }
  for (HipDay d = day - 13; d <= day; d++)
    sore |= get_day_score (self, d) >= 2;
  return any && today && sore && !strong ? HIP_SEVERITY_TIP : NO;
}

typedef int (*AskFunc) (const HipTestOracle *self, HipDay day);

#define ROW(NAME, name) [HIP_RULE_##NAME] = ask_##name,

static const AskFunc ask_funcs[HIP_N_RULES] = { HIP_RULES (ROW) };

int
hip_test_oracle_ask (const HipTestOracle *self, HipRule rule, HipDay day)
{
  return ask_funcs[rule](self, day);
}

int
hip_test_oracle_ask_within (const HipTestOracle *self, HipRule rule, HipDay day)
{
  HipTestOracle early = *self;
  int severity = ask_funcs[rule](self, day);

  for (guint i = 0; i < self->n_runs; i++)
    {
      early.until = i + 1;
      if (self->runs[i]->date == day)
        severity = MAX (severity, ask_funcs[rule](&early, day));
    }
  return severity;
}
