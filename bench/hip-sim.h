// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gsl/gsl_rng.h>

#include "hip-history.h"
#include "hip-test-log.h"

G_BEGIN_DECLS

/**
 * HipSimPain:
 * @mean: around which the scores lie
 * @sd: how far they stray
 * @phi: how much of a day's straying is left on the next, 0 to 1
 * @max: no score is above
 * @after_run: points more on the day after a run
 * @per_km: points more for each kilometre a day of the weighted average of a week, up to the day
 *   before
 * @logged: the share of days that get a score
 * @areas: where it hurts, on days with a score of 1 and more
 *
 * How a hip feels: whole scores of an autoregressive process of first order.
 */
typedef struct
{
  double mean;
  double sd;
  double phi;
  int max;
  double after_run;
  double per_km;
  double logged;
  HipAreas areas;
} HipSimPain;

/**
 * HipSimHabits:
 * @plan_m: what is planned for each day, from Monday on, in metres
 * @factor: by which all of the plan is multiplied this week
 * @easy: by which every fourth week is, besides
 * @missed: the share of planned runs that do not take place
 * @jitter: how much longer or shorter than planned a run may be, 0.1 for a tenth
 * @details: whether effort, cadence, warm-up, ground and shoes are logged
 * @effort: how hard a run is, give or take one
 * @cadence_spm: steps a minute, give or take a few
 * @cold: the share of runs without a warm-up
 * @road: the share of runs on the road, the others are on trails
 * @ground: of every run
 * @one_pair: whether there is only one pair of shoes at a time, else two in turn
 * @wears_out: whether shoes are run in beyond their mark for replacing
 * @care: what is done for the hips twice a week, 0 for nothing
 * @pain: of each side
 *
 * What a runner does and feels. To be changed between weeks.
 */
typedef struct
{
  gint32 plan_m[7];
  double factor;
  double easy;
  double missed;
  double jitter;
  gboolean details;
  int effort;
  int cadence_spm;
  double cold;
  double road;
  HipGround ground;
  gboolean one_pair;
  gboolean wears_out;
  HipCareKind care;
  HipSimPain pain[HIP_N_SIDES];
} HipSimHabits;

/* Four runs a week, 40 km, a tenth of them missed; everything is logged and nothing is wrong. */
extern const HipSimHabits hip_sim_quiet;

/**
 * HipSim:
 * @rng: (borrowed): where chance comes from
 * @habits: to be changed at will
 * @log: (owned): what has been logged
 * @monday: of the week to come
 * @n_weeks: that have passed
 * @n_runs: that were run
 * @last_run: its day, or %HIP_DAY_NONE
 * @average_m: of the metres a day, weighted, up to the day before
 * @strayed: how far each hip is from its mean
 * @pairs: (borrowed) (nullable): in use
 * @worn_m: how far they have gone
 *
 * A made-up runner and the diary that comes of it.
 */
typedef struct
{
  gsl_rng *rng;
  HipSimHabits habits;
  HipTestLog *log;
  HipDay monday;
  int n_weeks;
  int n_runs;
  HipDay last_run;
  double average_m;
  double strayed[HIP_N_SIDES];
  HipShoe *pairs[2];
  gint64 worn_m[2];
} HipSim;

HipSim *hip_sim_new (gsl_rng *rng, const HipSimHabits *habits);
void hip_sim_free (HipSim *self);

void hip_sim_week (HipSim *self);
void hip_sim_weeks (HipSim *self, int n_weeks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipSim, hip_sim_free)

G_END_DECLS
