// SPDX-License-Identifier: GPL-3.0-or-later
/* What one edit costs after its commit: reading the log again and computing all that follows, for
 * 5 and for 50 years of running. Times are given against the reading, so that they can be compared
 * between machines; and by how much ten times the log makes them grow: by 10 when the work is
 * linear, by 100 when it is quadratic, by 1 when it looks at the last weeks only. */
#include "config.h"

#include <locale.h>
#include <time.h>

#include "hip-findings.h"
#include "hip-question.h"
#include "hip-room.h"
#include "hip-rules.h"
#include "hip-series.h"
#include "hip-store.h"
#include "hip-target.h"
#include "hip-test-log.h"
#include "hip-test-util.h"

#define ROUNDS 15

/* A year ends with two weeks off; a sore spell comes back every half year. */
#define WEEKS_A_YEAR   52
#define RUNNING_WEEKS  50
#define SPELL_EVERY    26
#define SPELL_WEEKS    6
#define SHOES_WEEKS    40
#define EVALUATED_DAYS 26

static const char *const weekdays[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };

/* The log */

/* Two pairs in turn, with every third generation a runner of one pair. */
static void
put_on (HipTestLog *log, HipShoe *pairs[2], int week, int day)
{
  gboolean only_one = week / SHOES_WEEKS % 3 == 2;

  if (week % SHOES_WEEKS == 0 && day == 0)
    for (int i = 0; i < 2; i++)
      {
        g_autofree char *name = g_strdup_printf ("Pair %d", week / SHOES_WEEKS * 2 + i);

        if (pairs[i] != NULL)
          pairs[i]->retired = hip_test_log_day (log, "Mon");
        pairs[i] = hip_test_log_shoe (log, name, 0);
      }
  hip_test_log_wear (log, pairs[only_one ? 0 : day % 2]);
}

/* Weeks grow eight by eight. Now and then every run is as long as Saturday's, or that is longer. */
static gint32
get_distance (int week, int day)
{
  gint32 metres = 6000 + 300 * (week % 8);

  if (day == 5 || week % 16 == 12)
    metres += 7000;
  if (day == 5 && week % 16 == 4)
    metres += 5000;
  return metres;
}

static void
add_run (HipTestLog *log, int week, int day)
{
  HipRun *run = hip_test_log_run (log, weekdays[day], get_distance (week, day));

  run->start_s = 7 * 3600;
  run->duration_s = run->distance_m / 3;
  run->effort = week % 8 == 0 ? 8 : 3 + (week + day) % 3;
  run->cadence_spm = 160 + week / 26 % 20;
  run->warm_up = week / 10 % 2 == 0 ? HIP_ANSWER_YES : HIP_ANSWER_NO;
  run->surface = week / 13 % 3 == 0 ? HIP_SURFACE_TRAIL : HIP_SURFACE_ROAD;
  run->ground = week / 13 % 3 == 1 ? HIP_GROUND_CAMBERED : HIP_GROUND_EVEN;
}

/* Soon after Sunday's run: the rest of it, after a pause. */
static void
add_rest_of_run (HipTestLog *log)
{
  HipRun *run = hip_test_log_run (log, "Sun", 2000);

  run->start_s = 7 * 3600 + 3600;
  run->duration_s = 700;
}

static void
add_running_week (HipTestLog *log, HipShoe *pairs[2], int week)
{
  for (int day = 0; day < 7; day++)
    {
      put_on (log, pairs, week, day);
      add_run (log, week, day);
    }
  if (week % 5 == 0)
    add_rest_of_run (log);
}

/* One side for half a year, changed between two spells. */
static HipSide
get_side (int week)
{
  return (week + SPELL_EVERY / 2) / SPELL_EVERY % 2;
}

static void
add_sore_week (HipTestLog *log, int week)
{
  static const int scores[] = { 3, 5, 3, 6, 4, 6, 3 };
  int worse = week % SPELL_EVERY == 3 ? 2 : 0;

  for (int day = 0; day < 7; day++)
    {
      HipPainDay *pain =
          hip_test_log_pain (log, weekdays[day], get_side (week), scores[day] + worse);

      pain->areas = week / SPELL_EVERY % 3 == 0 ? HIP_AREA_FRONT : HIP_AREA_SIDE;
      pain->qualities = HIP_QUALITY_DULL_ACHE;
      pain->timings = HIP_TIMING_AFTER_RUN;
      pain->onset = HIP_ONSET_GRADUAL;
    }
  if (week % SPELL_EVERY == 2)
    hip_test_log_screening (log, "Mon", hip_question_get_all_flags (), 0);
}

static void
add_quiet_week (HipTestLog *log, int week)
{
  for (int day = 0; day < 7; day++)
    hip_test_log_pain (log, weekdays[day], get_side (week), (week + day) % 3);
  if (week % (4 * SPELL_EVERY) == 2 * SPELL_EVERY - 1)
    hip_test_log_pain (log, "Sun", !get_side (week), 1)->flags = HIP_FLAG_NIGHT_PAIN;
}

static void
add_care (HipTestLog *log, int week)
{
  HipCareKind kind = week / 30 % 2 == 0 ? HIP_CARE_STRENGTH : HIP_CARE_STRETCHING;

  hip_test_log_care (log, "Tue", kind, 20);
  hip_test_log_care (log, "Thu", kind, 20);
  hip_test_log_care (log, "Sun", HIP_CARE_FOAM_ROLLING, 10);
}

static void
add_dismissal (HipTestLog *log)
{
  g_autofree char *iso = hip_day_to_iso (hip_test_log_day (log, "Mon"));
  g_autofree char *subject = g_strconcat ("week/", iso, NULL);

  hip_test_log_dismissal (log, "Sun", "week-jump", subject, 1);
}

/* Every field that a rule reads is filled in, and every rule has something to say now and then. */
static HipTestLog *
make_years (int years)
{
  HipTestLog *log = hip_test_log_new ("1976-01-05");
  HipShoe *pairs[2] = { NULL, NULL };

  for (int week = 0; week < years * WEEKS_A_YEAR; week++)
    {
      if (week % WEEKS_A_YEAR < RUNNING_WEEKS)
        add_running_week (log, pairs, week);
      if (week % SPELL_EVERY < SPELL_WEEKS)
        add_sore_week (log, week);
      else
        add_quiet_week (log, week);
      add_care (log, week);
      if (week % 4 == 0)
        add_dismissal (log);
      hip_test_log_skip (log, 1);
    }
  return log;
}

/* The measures */

typedef struct
{
  HipStore *store;     /* (owned) */
  HipHistory *history; /* (owned) */
  HipLimits limits;
  HipDay first;
  HipDay last;
} Log;

static void
open_log (Log *self, const char *path, int years)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(HipTestLog) log = make_years (years);
  g_autoptr(HipChange) change = hip_test_log_change (log);
  g_autoptr(HipChange) applied = NULL;

  self->history = hip_test_log_history (log);
  self->first = hip_history_get_first_day (self->history);
  self->last = hip_history_get_last_day (self->history);
  hip_limits_init_default (&self->limits);
  self->store = hip_store_open (path, HIP_STORE_OPEN_CREATE, &error);
  g_assert_no_error (error);
  applied = hip_store_apply (self->store, change, self->last, &error);
  g_assert_no_error (error);
}

static void
close_log (Log *self)
{
  hip_store_close (self->store);
  hip_history_unref (self->history);
}

static void
read_log (Log *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(HipHistory) history = hip_store_load (self->store, &error);

  g_assert_no_error (error);
}

/* On days of half a year, sore and quiet ones: all of the log up to them is there. */
static void
evaluate_days (Log *self)
{
  for (int i = 0; i < EVALUATED_DAYS; i++)
    {
      HipDay day = self->last - 7 * i;
      g_autoptr(GPtrArray) open = hip_rules_evaluate (self->history, &self->limits, day);
      HipRoom room;

      hip_room_compute (&room, self->history, &self->limits, day);
    }
}

static void
plan_run (Log *self)
{
  g_autoptr(GPtrArray) would =
                hip_rules_would_fire (self->history, &self->limits, self->last, 15000);
}

static void
lay_out_days (Log *self)
{
  g_autoptr(HipDaySeries) series = hip_day_series_new (self->history, self->first, self->last);
}

static void
lay_out_weeks (Log *self)
{
  g_autoptr(HipWeekSeries) series =
                hip_week_series_new (self->history, &self->limits, self->first, self->last);
}

static void
replay (Log *self)
{
  g_autoptr(GPtrArray) all =
                hip_rules_replay (self->history, &self->limits, self->first, self->last);
}

/* On the last running day. */
static void
compare (Log *self)
{
  guint n_runs = hip_history_get_n_runs (self->history);
  HipDay day = hip_history_get_run (self->history, n_runs - 1)->date;
  g_autoptr(GPtrArray) findings = hip_findings_compute (self->history, day);
}

typedef struct
{
  const char *label;
  void (*work) (Log *self);
  int n; /* how many pieces of it are done at once */
} Measure;

#define READING  0
#define ANSWERED 1

static const Measure measures[] = {
  [READING] = { "reading the log from its file", read_log, 1 },
  [ANSWERED] = { "open warnings and room to run", evaluate_days, EVALUATED_DAYS },
  { "what a planned run would raise", plan_run, 1 },
  { "all as one value a day", lay_out_days, 1 },
  { "all as one value a week", lay_out_weeks, 1 },
  { "findings", compare, 1 },
  { "every warning that there was", replay, 1 },
};

/* In milliseconds of this program alone, whoever else is at work. */
static double
take (const Measure *measure, Log *log)
{
  clock_t begin = clock ();

  measure->work (log);
  return 1000.0 * (clock () - begin) / CLOCKS_PER_SEC / measure->n;
}

/* The best of some rounds, as the others measure the neighbours; each round takes every measure, so
 * that all have had the same neighbours. */
static void
take_all (Log *log, double *milliseconds)
{
  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    milliseconds[i] = G_MAXDOUBLE;
  for (int round = 0; round < ROUNDS; round++)
    for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
      milliseconds[i] = MIN (milliseconds[i], take (&measures[i], log));
}

static void
describe (Log *log, int years)
{
  HipHistory *history = log->history;
  g_autoptr(GPtrArray) all = hip_rules_replay (history, &log->limits, log->first, log->last);
  gboolean spoke[HIP_N_RULES] = { FALSE };
  guint n_rules = 0;

  for (guint i = 0; i < all->len; i++)
    spoke[hip_warning_get_rule (all->pdata[i])] = TRUE;
  for (guint rule = 0; rule < HIP_N_RULES; rule++)
    n_rules += spoke[rule];
  g_print ("%2d years: %u runs, %u pain days, %u pairs, %u care entries, %u dismissals; "
           "%u warnings of %u rules out of %u\n",
           years, hip_history_get_n_runs (history), hip_history_get_n_pain_days (history),
           hip_history_get_n_shoes (history), hip_history_get_n_care (history),
           hip_history_get_n_dismissals (history), all->len, n_rules, HIP_N_RULES);
}

static void
measure_years (int years, double *milliseconds)
{
  g_autoptr(HipTestDir) dir = hip_test_dir_new ();
  g_autofree char *path = hip_test_dir_path (dir, "log.db");
  Log log;

  open_log (&log, path, years);
  describe (&log, years);
  take_all (&log, milliseconds);
  close_log (&log);
}

int
main (int argc, char *argv[])
{
  static const HipTarget target = { .label = "open warnings and room to run, against reading",
                                    .unit = "",
                                    .decimals = 3,
                                    .strictly = TRUE,
                                    .value = 0.1 };
  double five[G_N_ELEMENTS (measures)], fifty[G_N_ELEMENTS (measures)];

  setlocale (LC_ALL, "");
  measure_years (5, five);
  measure_years (50, fifty);

  g_print ("\n  %-36s %10s %10s %8s %10s\n", "", "5 years", "50 years", "growth", "/ reading");
  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    g_print ("  %-36s %7.2f ms %7.2f ms %8.1f %10.3f\n", measures[i].label, five[i], fifty[i],
             fifty[i] / five[i], fifty[i] / fifty[READING]);
  g_print ("\n");
  hip_target_print (&target, fifty[ANSWERED] / fifty[READING]);
  return 0;
}
