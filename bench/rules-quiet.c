// SPDX-License-Identifier: GPL-3.0-or-later
/* Runners without jumps, who should hear next to nothing. */
#include "config.h"

#include "hip-sim.h"
#include "hip-told.h"
#include "rules-parts.h"

#define LOGS  100
#define WEEKS 200

static void
be_quiet (HipSimHabits *habits)
{
}

/* Runs and scores, nothing else. */
static void
log_little (HipSimHabits *habits)
{
  habits->details = FALSE;
  habits->care = 0;
}

/* All that tips are about, and no pain to speak of. */
static void
be_set (HipSimHabits *habits)
{
  habits->one_pair = TRUE;
  habits->cadence_spm = 164;
  habits->cold = 0.3;
  habits->road = 1;
  habits->care = HIP_CARE_STRETCHING;
}

/* An ache that comes and goes, and gets neither better nor worse. */
static void
be_sore (HipSimHabits *habits)
{
  habits->pain[HIP_SIDE_LEFT] = (HipSimPain) {
    .mean = 2, .sd = 1, .phi = 0.7, .max = 10, .logged = 0.9, .areas = HIP_AREA_SIDE
  };
}

static const struct
{
  const char *name;
  const char *what;
  void (*become) (HipSimHabits *habits);
} runners[] = {
  { "quiet", "logs everything, scores 0 to 2, two pairs in turn, strength twice a week", be_quiet },
  { "sparse", "the same runner logs runs and scores only", log_little },
  { "set", "one pair, cadence 164, always on the road, 3 of 10 runs cold, no strength", be_set },
  { "sore", "as quiet, but one hip aches at 2 ± 1, now more, now less", be_sore },
};

static void
live (gsl_rng *rng, void (*become) (HipSimHabits *habits), HipTally *tally)
{
  g_autoptr(HipSim) sim = hip_sim_new (rng, &hip_sim_quiet);
  g_auto(HipTold) told = { NULL, NULL };

  become (&sim->habits);
  hip_sim_weeks (sim, WEEKS);
  hip_told_init (&told, hip_test_log_history (sim->log));
  hip_tally_add (tally, &told, WEEKS);
}

/**
 * hip_rules_print_quiet:
 * @rng: where chance comes from
 *
 * Prints what runners are told who give no cause for it, beyond worn shoes and habits.
 */
void
hip_rules_print_quiet (gsl_rng *rng)
{
  HipTally tallies[G_N_ELEMENTS (runners)] = { 0 };

  g_print ("Messages in 100 weeks to runners of 40 km by an even plan (%d weeks of each)\n",
           LOGS * WEEKS);
  for (guint i = 0; i < G_N_ELEMENTS (runners); i++)
    {
      g_print ("  %-8s %s\n", runners[i].name, runners[i].what);
      tallies[i].name = runners[i].name;
      for (int log = 0; log < LOGS; log++)
        live (rng, runners[i].become, &tallies[i]);
    }
  hip_tally_print_table (tallies, G_N_ELEMENTS (tallies));
}
