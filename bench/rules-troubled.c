// SPDX-License-Identifier: GPL-3.0-or-later
/* Runners who should be told something, after some quiet weeks; and whether they are. The weekly
 * rule has its own part. */
#include "config.h"

#include <gsl/gsl_statistics_int.h>

#include "hip-sim.h"
#include "hip-told.h"
#include "rules-parts.h"

#define LOGS         4000
#define QUIET_BEFORE 9 /* weeks: an easy one is not the next */

#define PAIN(where, ...)                                                                           \
  (HipSimPain)                                                                                     \
  {                                                                                                \
    .max = 10, .logged = 0.9, .areas = where, __VA_ARGS__                                          \
  }

static HipSimPain *
left (HipSim *sim)
{
  return &sim->habits.pain[HIP_SIDE_LEFT];
}

/* Sunday's run, which is not missed, against the 14 km of the plan. */
static void
run_longer (HipSim *sim, double factor)
{
  sim->habits.plan_m[6] *= factor;
  sim->habits.missed = 0;
  hip_sim_week (sim);
}

static void
run_half_longer (HipSim *sim)
{
  run_longer (sim, 1.5);
}

static void
run_more_than_double (HipSim *sim)
{
  run_longer (sim, 2.5);
}

static void
run_harder (HipSim *sim)
{
  sim->habits.effort = 7;
  hip_sim_week (sim);
}

static void
run_every_day (HipSim *sim)
{
  for (int weekday = 0; weekday < 7; weekday++)
    sim->habits.plan_m[weekday] = 6000;
  hip_sim_weeks (sim, 2);
}

static void
go_on (HipSim *sim)
{
  hip_sim_week (sim);
}

static void
wear_one_pair (HipSim *sim)
{
  sim->habits.one_pair = TRUE;
  hip_sim_weeks (sim, 12);
}

static void
wear_shoes_out (HipSim *sim)
{
  sim->habits.one_pair = sim->habits.wears_out = TRUE;
  hip_sim_weeks (sim, 24);
}

static void
tick_a_flag (HipSim *sim)
{
  hip_test_log_skip (sim->log, sim->n_weeks);
  hip_test_log_pain (sim->log, "Mon", HIP_SIDE_LEFT, 3)->flags = HIP_FLAG_NIGHT_PAIN;
}

static void
ache_in_front (HipSim *sim)
{
  *left (sim) = PAIN (HIP_AREA_FRONT, .mean = 3.5, .sd = 1.5, .phi = 0.5);
  hip_sim_weeks (sim, 2);
}

static void
flare_up (HipSim *sim)
{
  *left (sim) = PAIN (HIP_AREA_SIDE, .mean = 6.5, .sd = 1, .phi = 0.5);
  hip_sim_week (sim);
}

static void
ache_for_weeks (HipSim *sim)
{
  *left (sim) = PAIN (HIP_AREA_SIDE, .mean = 4, .sd = 1.5, .phi = 0.5);
  hip_sim_weeks (sim, 3);
}

/* A point a week. */
static void
get_slowly_worse (HipSim *sim)
{
  for (int week = 1; week <= 4; week++)
    {
      *left (sim) = PAIN (HIP_AREA_SIDE, .mean = 0.7 + week, .sd = 1, .phi = 0.5);
      hip_sim_week (sim);
    }
}

/* Three points within two weeks. */
static void
get_worse (HipSim *sim)
{
  for (int week = 1; week <= 2; week++)
    {
      *left (sim) = PAIN (HIP_AREA_SIDE, .mean = 0.7 + 1.5 * week, .sd = 1, .phi = 0.5);
      hip_sim_week (sim);
    }
}

/* Each run tells on the next day. */
static void
not_settle (HipSim *sim)
{
  *left (sim) = PAIN (HIP_AREA_SIDE, .mean = 1.5, .sd = 0.7, .phi = 0.5, .after_run = 2.5);
  hip_sim_weeks (sim, 2);
}

static void
go_cold (HipSim *sim)
{
  sim->habits.cold = 0.8;
  hip_sim_weeks (sim, 4);
}

static void
ache_on_the_road (HipSim *sim)
{
  sim->habits.road = 0.95;
  *left (sim) = PAIN (HIP_AREA_SIDE, .mean = 3, .sd = 1, .phi = 0.5);
  hip_sim_weeks (sim, 6);
}

static void
ache_on_a_slope (HipSim *sim)
{
  sim->habits.ground = HIP_GROUND_CAMBERED;
  *left (sim) = PAIN (HIP_AREA_SIDE, .mean = 3, .sd = 1, .phi = 0.5);
  hip_sim_weeks (sim, 3);
}

static void
step_slowly (HipSim *sim)
{
  sim->habits.cadence_spm = 164;
  hip_sim_weeks (sim, 4);
}

static void
ache_without_strength (HipSim *sim)
{
  sim->habits.care = HIP_CARE_STRETCHING;
  *left (sim) = PAIN (HIP_AREA_SIDE, .mean = 2, .sd = 1, .phi = 0.5);
  hip_sim_weeks (sim, 6);
}

typedef struct
{
  const char *label;
  HipRule rule;
  int weeks_off; /* after the quiet ones */
  void (*live) (HipSim *sim);
} Trouble;

static const Trouble troubles[] = {
  { "a red flag is ticked", HIP_RULE_RED_FLAG, 0, tick_a_flag },
  { "3.5 ± 1.5 in front for 2 weeks", HIP_RULE_BONE_STRESS_CHECK, 0, ache_in_front },
  { "6.5 ± 1 for a week", HIP_RULE_PAIN_HIGH, 0, flare_up },
  { "4 ± 1.5 for 3 weeks", HIP_RULE_PAIN_LASTING, 0, ache_for_weeks },
  { "up by 3 in 2 weeks", HIP_RULE_PAIN_RISING, 0, get_worse },
  { "up by 4 in 4 weeks", HIP_RULE_PAIN_RISING, 0, get_slowly_worse },
  { "up by 2.5 after each run, for 2 weeks", HIP_RULE_PAIN_NOT_SETTLED, 0, not_settle },
  { "goes on at 6.5 ± 1 for a week", HIP_RULE_RAN_IN_PAIN, 0, flare_up },
  { "one run half as long again", HIP_RULE_LONG_RUN_JUMP, 0, run_half_longer },
  { "one run of 2.5 times the longest", HIP_RULE_LONG_RUN_JUMP, 0, run_more_than_double },
  { "back to the old plan after 3 weeks off", HIP_RULE_BACK_TOO_FAST, 3, go_on },
  { "back to the old plan after 7 weeks off", HIP_RULE_BACK_TOO_FAST, 7, go_on },
  { "the same pair up to 900 km", HIP_RULE_SHOE_WORN, 0, wear_shoes_out },
  { "a week of effort 7 in place of 4", HIP_RULE_EFFORT_JUMP, 0, run_harder },
  { "a run planned every day for 2 weeks", HIP_RULE_NO_REST_DAY, 0, run_every_day },
  { "the same pair up to 900 km", HIP_RULE_SHOE_WEAR_SOON, 0, wear_shoes_out },
  { "8 of 10 runs cold for 4 weeks", HIP_RULE_NO_WARM_UP, 0, go_cold },
  { "on the road with 3 ± 1 for 6 weeks", HIP_RULE_HARD_GROUND, 0, ache_on_the_road },
  { "on a slope with 3 ± 1 for 3 weeks", HIP_RULE_ONE_SIDED_GROUND, 0, ache_on_a_slope },
  { "cadence 164 for 4 weeks", HIP_RULE_LOW_CADENCE, 0, step_slowly },
  { "no strength work with 2 ± 1 for 6 weeks", HIP_RULE_NO_STRENGTH, 0, ache_without_strength },
  { "one pair for 12 weeks", HIP_RULE_ONE_PAIR, 0, wear_one_pair },
};

/* The days from the first of the trouble to the message, -1 without one. */
static int
live (gsl_rng *rng, const Trouble *trouble)
{
  g_autoptr(HipSim) sim = hip_sim_new (rng, &hip_sim_quiet);
  g_auto(HipTold) told = { NULL, NULL };
  HipWarning *warning;
  HipDay begin;
  guint place = 0;

  hip_sim_weeks (sim, QUIET_BEFORE);
  sim->habits.factor = 0;
  hip_sim_weeks (sim, trouble->weeks_off);
  sim->habits.factor = 1;
  begin = sim->monday;
  trouble->live (sim);
  hip_told_init (&told, hip_test_log_history (sim->log));
  warning = hip_told_find (&told, trouble->rule, begin, &place);
  return warning == NULL ? -1 : hip_warning_get_date (warning) - begin;
}

static void
print_trouble (gsl_rng *rng, const Trouble *trouble)
{
  int days[LOGS];
  guint n = 0;

  for (guint i = 0; i < LOGS; i++)
    {
      days[n] = live (rng, trouble);
      n += days[n] >= 0;
    }
  g_print ("  %-20s %6.1f %% ", hip_rule_get_id (trouble->rule), 100.0 * n / LOGS);
  if (n > 0)
    g_print ("%6.0f ", gsl_stats_int_median (days, 1, n) + 1);
  else
    g_print ("%6s ", "");
  g_print ("  %s\n", trouble->label);
}

/**
 * hip_rules_print_troubled:
 * @rng: where chance comes from
 *
 * Prints for some troubles how many runners are told by the rule that is there for it, and on which
 * day of it.
 */
void
hip_rules_print_troubled (gsl_rng *rng)
{
  g_print ("Runners with a trouble after quiet weeks: how many are told by its rule, and on which "
           "day of it (median); %d of each\n",
           LOGS);
  for (guint i = 0; i < G_N_ELEMENTS (troubles); i++)
    print_trouble (rng, &troubles[i]);
}
