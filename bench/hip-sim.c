// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-sim.h"

#include <math.h>

#include <gsl/gsl_randist.h>

#define SECONDS_A_METRE 0.36
#define CADENCE_SD      3
/* That of a week's weighted average, 2 / (7 + 1). */
#define AVERAGE_LAMBDA 0.25

const HipSimHabits hip_sim_quiet = {
  .plan_m = { 0, 8000, 0, 10000, 0, 8000, 14000 },
  .factor = 1,
  .easy = 0.65,
  .missed = 0.1,
  .jitter = 0.1,
  .details = TRUE,
  .effort = 4,
  .cadence_spm = 176,
  .road = 0.6,
  .ground = HIP_GROUND_EVEN,
  .care = HIP_CARE_STRENGTH,
  .pain = {
    { .mean = 0.7, .sd = 0.7, .phi = 0.5, .max = 2, .logged = 0.9, .areas = HIP_AREA_SIDE },
    { .mean = 0.3, .sd = 0.7, .phi = 0.5, .max = 2, .logged = 0.9, .areas = HIP_AREA_SIDE },
  },
};

/**
 * hip_sim_new:
 * @rng: where chance comes from; it must outlive the runner
 * @habits: to begin with
 *
 * Returns: (transfer full): a runner with an empty diary, before a Monday
 */
HipSim *
hip_sim_new (gsl_rng *rng, const HipSimHabits *habits)
{
  HipSim *self = g_new0 (HipSim, 1);

  self->rng = rng;
  self->habits = *habits;
  self->log = hip_test_log_new ("2020-01-06");
  self->monday = hip_test_log_day (self->log, "Mon");
  self->last_run = HIP_DAY_NONE;
  return self;
}

/**
 * hip_sim_free:
 * @self: (transfer full): a runner
 */
void
hip_sim_free (HipSim *self)
{
  hip_test_log_free (self->log);
  g_free (self);
}

/* TRUE in this share of cases. */
static gboolean
chance (HipSim *self, double share)
{
  return gsl_rng_uniform (self->rng) < share;
}

static HipShoe *
buy_pair (HipSim *self, int which, HipDay day)
{
  HipShoe *shoe = hip_shoe_new ();

  shoe->name = g_strdup_printf ("Pair %d of %d", which, day);
  shoe->bought = day;
  hip_test_log_add (self->log, shoe);
  self->pairs[which] = shoe;
  self->worn_m[which] = 0;
  return shoe;
}

static void
wear (HipSim *self, HipRun *run)
{
  int which = self->habits.one_pair ? 0 : self->n_runs % 2;
  HipShoe *shoe = self->pairs[which];

  if (shoe != NULL && self->worn_m[which] >= shoe->replace_at_m && !self->habits.wears_out)
    {
      shoe->retired = run->date;
      shoe = NULL;
    }
  if (shoe == NULL)
    shoe = buy_pair (self, which, run->date);
  run->shoe_id = shoe->rec.id;
  self->worn_m[which] += run->distance_m;
}

static void
fill_in (HipSim *self, HipRun *run)
{
  const HipSimHabits *habits = &self->habits;

  run->start_s = 18 * 3600;
  run->effort = CLAMP (habits->effort - 1 + (int) gsl_rng_uniform_int (self->rng, 3), 0, 10);
  run->cadence_spm = lround (habits->cadence_spm + gsl_ran_gaussian (self->rng, CADENCE_SD));
  run->warm_up = chance (self, habits->cold) ? HIP_ANSWER_NO : HIP_ANSWER_YES;
  run->surface = chance (self, habits->road) ? HIP_SURFACE_ROAD : HIP_SURFACE_TRAIL;
  run->ground = habits->ground;
  wear (self, run);
}

/* Some planned runs are missed, and none is exactly as long as planned. Returns how far it was. */
static gint32
go_for_run (HipSim *self, HipDay day, gint32 planned_m)
{
  double jitter = self->habits.jitter;
  HipRun *run;

  if (planned_m == 0 || chance (self, self->habits.missed))
    return 0;
  run = hip_run_new ();
  run->date = day;
  run->distance_m = lround (planned_m * (1 + gsl_ran_flat (self->rng, -jitter, jitter)));
  run->duration_s = lround (run->distance_m * SECONDS_A_METRE);
  if (self->habits.details)
    fill_in (self, run);
  hip_test_log_add (self->log, run);
  self->n_runs++;
  self->last_run = day;
  return run->distance_m;
}

static void
feel (HipSim *self, HipSide side, HipDay day)
{
  const HipSimPain *model = &self->habits.pain[side];
  double *strayed = &self->strayed[side];
  double run =
      model->per_km * self->average_m / 1000 + (self->last_run == day - 1 ? model->after_run : 0);
  HipPainDay *pain;

  *strayed = model->phi * *strayed
             + gsl_ran_gaussian (self->rng, model->sd * sqrt (1 - model->phi * model->phi));
  if (!chance (self, model->logged))
    return;
  pain = hip_pain_day_new ();
  pain->date = day;
  pain->side = side;
  pain->score = CLAMP (lround (model->mean + *strayed + run), 0, model->max);
  if (pain->score > 0 && self->habits.details)
    pain->areas = model->areas;
  hip_test_log_add (self->log, pain);
}

static void
take_care (HipSim *self, HipDay day)
{
  HipCareEntry *care;

  if (self->habits.care == 0)
    return;
  care = hip_care_entry_new ();
  care->date = day;
  care->kind = self->habits.care;
  care->minutes = 20;
  hip_test_log_add (self->log, care);
}

/**
 * hip_sim_week:
 * @self: a runner
 *
 * Lives through a week by the present habits.
 */
void
hip_sim_week (HipSim *self)
{
  double factor = self->habits.factor * (self->n_weeks % 4 == 3 ? self->habits.easy : 1);

  for (int weekday = 0; weekday < 7; weekday++)
    {
      HipDay day = self->monday + weekday;
      gint32 run_m;

      /* Of what was run before this day. */
      for (guint side = 0; side < HIP_N_SIDES; side++)
        feel (self, side, day);
      run_m = go_for_run (self, day, lround (self->habits.plan_m[weekday] * factor));
      self->average_m += AVERAGE_LAMBDA * (run_m - self->average_m);
      if (weekday == 0 || weekday == 4)
        take_care (self, day);
    }
  self->monday += 7;
  self->n_weeks++;
}

/**
 * hip_sim_weeks:
 * @self: a runner
 * @n_weeks: how many
 *
 * Lives through some weeks by the present habits.
 */
void
hip_sim_weeks (HipSim *self, int n_weeks)
{
  for (int week = 0; week < n_weeks; week++)
    hip_sim_week (self);
}
