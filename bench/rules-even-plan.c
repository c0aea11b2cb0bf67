// SPDX-License-Identifier: GPL-3.0-or-later
/* A plan that goes nowhere, and one week above it: whether the weekly rule can tell them apart. */
#include "config.h"

#include <string.h>

#include "hip-series.h"
#include "hip-sim.h"
#include "hip-target.h"
#include "hip-told.h"
#include "rules-parts.h"

/* Before these have passed a log has nothing to compare with. */
#define FIRST_WEEKS 5

#define EVEN_LOGS   100
#define EVEN_WEEKS  260
#define JUMP_LOGS   10000
#define JUMP_BEFORE 8
#define JUMP_FACTOR 1.4

/* Runs alone: what the weekly rule looks at. */
static HipSim *
new_runner (gsl_rng *rng, const gint32 *plan_m)
{
  HipSim *sim = hip_sim_new (rng, &hip_sim_quiet);

  memcpy (sim->habits.plan_m, plan_m, sizeof sim->habits.plan_m);
  sim->habits.details = FALSE;
  sim->habits.care = 0;
  for (guint side = 0; side < HIP_N_SIDES; side++)
    sim->habits.pain[side].logged = 0;
  return sim;
}

/* One run gets one load message, so that another rule's may stand for the week's. */
static void
mute_other_load_rules (HipSim *sim)
{
  static const HipRule others[] = { HIP_RULE_LONG_RUN_JUMP, HIP_RULE_BACK_TOO_FAST };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    hip_test_log_mute (sim->log, "Mon", hip_rule_get_id (others[i]));
}

/* The weeks from @from on of which the rule speaks, once or more. */
static guint
count_week_jumps (const HipTold *told, HipDay from)
{
  const char *last = "";
  HipWarning *warning;
  guint place = 0, n = 0;

  while ((warning = hip_told_find (told, HIP_RULE_WEEK_JUMP, from, &place)) != NULL)
    {
      n += !g_str_equal (hip_warning_get_subject (warning), last);
      last = hip_warning_get_subject (warning);
    }
  return n;
}

/* The naive rule: more than 10 % above the week before. */
static guint
count_naive_jumps (HipHistory *history, HipDay from, HipDay to)
{
  g_autoptr(HipWeekSeries) series = NULL;
  HipLimits limits;
  guint n = 0;

  hip_limits_init_default (&limits);
  series = hip_week_series_new (history, &limits, from - 7, to);
  for (guint i = 1; i < series->n; i++)
    n += 10 * series->weeks[i].total_m > 11 * series->weeks[i - 1].total_m;
  return n;
}

static void
live_evenly (gsl_rng *rng, const gint32 *plan_m, guint *naive, guint *week_jump)
{
  g_autoptr(HipSim) sim = new_runner (rng, plan_m);
  g_auto(HipTold) told = { NULL, NULL };
  HipDay from;

  mute_other_load_rules (sim);
  hip_sim_weeks (sim, FIRST_WEEKS);
  from = sim->monday;
  hip_sim_weeks (sim, EVEN_WEEKS);
  hip_told_init (&told, hip_test_log_history (sim->log));
  *naive += count_naive_jumps (told.history, from, sim->monday - 1);
  *week_jump += count_week_jumps (&told, from);
}

typedef struct
{
  guint by_itself; /* weeks of which the rule speaks when it is the only one about load */
  guint among_all; /* … among all rules */
  guint any;       /* weeks in which any rule speaks */
} Jumps;

/* The week above is in place of any but the easy one. */
static void
jump (gsl_rng *rng, const gint32 *plan_m, Jumps *jumps)
{
  g_autoptr(HipSim) sim = new_runner (rng, plan_m);
  g_auto(HipTold) told = { NULL, NULL };
  g_auto(HipTold) alone = { NULL, NULL };
  HipDay from;

  hip_sim_weeks (sim, JUMP_BEFORE + gsl_rng_uniform_int (rng, 3));
  from = sim->monday;
  sim->habits.factor = JUMP_FACTOR;
  hip_sim_week (sim);
  hip_told_init (&told, hip_test_log_history (sim->log));
  mute_other_load_rules (sim);
  hip_told_init (&alone, hip_test_log_history (sim->log));

  jumps->by_itself += count_week_jumps (&alone, from);
  jumps->among_all += count_week_jumps (&told, from);
  if (told.warnings->len > 0)
    jumps->any += hip_warning_get_date (told.warnings->pdata[told.warnings->len - 1]) >= from;
}

static void
print_share (const char *label, guint n, guint of)
{
  hip_figure_print (label, 100.0 * n / of, 1, " %");
}

static void
print_plan (gsl_rng *rng, const char *name, const gint32 *plan_m)
{
  static const HipTarget even_target = {
    .label = "even weeks of which week-jump speaks", .unit = " %", .decimals = 1, .value = 4
  };
  static const HipTarget jump_target = {
    .label = "weeks planned 40 % higher of which it does, by itself",
    .unit = " %",
    .decimals = 1,
    .at_least = TRUE,
    .value = 65
  };
  guint naive = 0, week_jump = 0;
  Jumps jumps = { 0 };

  for (int i = 0; i < EVEN_LOGS; i++)
    live_evenly (rng, plan_m, &naive, &week_jump);
  for (int i = 0; i < JUMP_LOGS; i++)
    jump (rng, plan_m, &jumps);

  g_print ("Even plan, %s\n", name);
  hip_target_print (&even_target, 100.0 * week_jump / (EVEN_LOGS * EVEN_WEEKS));
  print_share ("… of which “10 % above the week before” does", naive, EVEN_LOGS * EVEN_WEEKS);
  hip_target_print (&jump_target, 100.0 * jumps.by_itself / JUMP_LOGS);
  print_share ("… and is not left to a long run’s message", jumps.among_all, JUMP_LOGS);
  print_share ("… or any rule does, of the week or one of its runs", jumps.any, JUMP_LOGS);
}

/**
 * hip_rules_print_even_plan:
 * @rng: where chance comes from
 *
 * Prints how often the weekly rule speaks of weeks that are as planned, and of those planned 40 %
 * higher; once for runs of equal length and once with a long one, which has a rule of its own.
 */
void
hip_rules_print_even_plan (gsl_rng *rng)
{
  static const gint32 equal_m[7] = { 0, 10000, 0, 10000, 0, 10000, 10000 };

  g_print ("4 runs a week, a tenth missed, each up to a tenth longer or shorter, every 4th week "
           "35 %% less;\n%d even weeks and %d weeks planned higher of each plan\n",
           EVEN_LOGS * EVEN_WEEKS, JUMP_LOGS);
  print_plan (rng, "10 km each", equal_m);
  print_plan (rng, "8, 10, 8 and 14 km", hip_sim_quiet.plan_m);
}
