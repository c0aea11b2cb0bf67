// SPDX-License-Identifier: GPL-3.0-or-later
/* Runners whose pain has nothing to do with what they run, or on what: how many are told of a link
 * all the same. Scores of one day are like those of the day before, which is what fools a plain
 * test of correlation. And runners whose pain follows the load, of whom some should be told. */
#include "config.h"

#include "hip-findings.h"
#include "hip-sim.h"
#include "hip-target.h"
#include "rules-parts.h"

/* What is told of some logs of one length. */
typedef struct
{
  guint n_judged[HIP_N_FINDING_KINDS]; /* logs with enough to look at */
  guint n_told[HIP_N_FINDING_KINDS];   /* logs in which there was something to say */
} Tally;

static gboolean
is_judged (const HipFinding *finding)
{
  return finding->speaks || finding->reason == HIP_FINDING_NO_CLEAR_LINK
         || finding->reason == HIP_FINDING_NO_CLEAR_DIFFERENCE;
}

static void
add (Tally *tally, const Tally *more)
{
  for (guint kind = 0; kind < HIP_N_FINDING_KINDS; kind++)
    {
      tally->n_judged[kind] += more->n_judged[kind];
      tally->n_told[kind] += more->n_told[kind];
    }
}

/* A log counts once, however many pairs or surfaces there are to speak of. */
static void
count (HipSim *sim, HipDay on, Tally *tally)
{
  g_autoptr(HipHistory) history = hip_test_log_history (sim->log);
  g_autoptr(GPtrArray) findings = hip_findings_compute (history, on);
  Tally one = { 0 };

  for (guint i = 0; i < findings->len; i++)
    {
      const HipFinding *finding = findings->pdata[i];

      one.n_judged[finding->kind] |= is_judged (finding);
      one.n_told[finding->kind] |= finding->speaks;
    }
  add (tally, &one);
}

/* One hip aches between 0 and 10 as it likes; ground, shoes and warm-up change by chance. */
static HipSim *
new_runner (gsl_rng *rng, double phi)
{
  HipSim *sim = hip_sim_new (rng, &hip_sim_quiet);

  sim->habits.cold = 0.4;
  sim->habits.pain[HIP_SIDE_LEFT] = (HipSimPain) {
    .mean = 3, .sd = 2, .phi = phi, .max = 10, .logged = 0.95, .areas = HIP_AREA_SIDE
  };
  sim->habits.pain[HIP_SIDE_RIGHT].logged = 0;
  return sim;
}

static void
keep_to_plan (HipSim *sim)
{
}

static void
do_more (HipSim *sim)
{
  sim->habits.factor *= sim->n_weeks == 0 ? 1 : 1.06;
}

/* Weeks are lighter and heavier, and pain follows them. */
static void
let_pain_follow (HipSim *sim)
{
  HipSimPain *pain = &sim->habits.pain[HIP_SIDE_LEFT];

  sim->habits.factor = 0.5 + gsl_rng_uniform (sim->rng);
  pain->mean = 0;
  pain->sd = 1;
  pain->per_km = 0.3;
}

typedef struct
{
  const char *label;
  void (*begin_week) (HipSim *sim);
  guint n_logs; /* of each length */
  gboolean is_linked;
} Case;

static const Case cases[] = {
  { "Pain of 3 ± 2 that no run has to do with, an even plan", keep_to_plan, 4000, FALSE },
  { "The same pain, 6 % more planned every week", do_more, 2000, FALSE },
  { "Pain of 0.3 ± 1 for each kilometre a day of the last week, in weeks of half to one and a half "
    "of the plan",
    let_pain_follow, 1000, TRUE },
};

static const struct
{
  int n_days;
  double phi;
} lengths[] = { { 60, 0.5 }, { 60, 0.8 }, { 90, 0.5 }, { 90, 0.8 }, { 120, 0.5 }, { 120, 0.8 } };

static void
live (gsl_rng *rng, const Case *this, double phi, int n_days, Tally *tally)
{
  g_autoptr(HipSim) sim = new_runner (rng, phi);
  HipDay first = sim->monday;

  while (sim->monday < first + n_days)
    {
      this->begin_week (sim);
      hip_sim_week (sim);
    }
  count (sim, first + n_days - 1, tally);
}

static double
get_share (const Tally *tally, HipFindingKind kind)
{
  return tally->n_judged[kind] == 0 ? 0 : 100.0 * tally->n_told[kind] / tally->n_judged[kind];
}

/* The target is for logs without a link. */
static void
print_link (const Tally *tally, const Case *this, double phi, int n_days)
{
  g_autofree char *label = g_strdup_printf ("load-pain-link, %d days, φ %.1f", n_days, phi);
  HipTarget target = { .label = label, .unit = " %", .decimals = 2, .value = 5 };
  double share = get_share (tally, HIP_FINDING_LOAD_PAIN_LINK);

  if (this->is_linked)
    hip_figure_print (label, share, 2, " %");
  else
    hip_target_print (&target, share);
}

/* Shoes, ground and warm-up never have anything to do with the pain. */
static void
print_contrasts (const Tally *tally)
{
  for (guint kind = 0; kind < HIP_N_FINDING_KINDS; kind++)
    if (kind != HIP_FINDING_LOAD_PAIN_LINK)
      hip_figure_print (hip_finding_kind_get_word (kind), get_share (tally, kind), 2, " %");
}

static void
print_case (gsl_rng *rng, const Case *this)
{
  Tally all = { 0 };

  g_print ("%s; %u of each\n", this->label, this->n_logs);
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      Tally tally = { 0 };

      for (guint log = 0; log < this->n_logs; log++)
        live (rng, this, lengths[i].phi, lengths[i].n_days, &tally);
      print_link (&tally, this, lengths[i].phi, lengths[i].n_days);
      add (&all, &tally);
    }
  print_contrasts (&all);
}

/**
 * hip_rules_print_findings:
 * @rng: where chance comes from
 *
 * Prints how often a link between load and pain is seen where there is none, and where there is
 * one; and how often a pair, a surface or a warm-up seems to matter that does not.
 */
void
hip_rules_print_findings (gsl_rng *rng)
{
  g_print ("Logs that are told of a link or a difference, of those with enough to look at\n");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    print_case (rng, &cases[i]);
}
