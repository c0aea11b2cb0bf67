// SPDX-License-Identifier: GPL-3.0-or-later
/* How often the rules speak to simulated runners: to those who run by an even plan, to those who
 * have nothing to be told, and to those who have; and how often findings see what is not there.
 * Every figure is the same again with the same seed; BENCH_SEED takes another one. */
#include "config.h"

#include <locale.h>

#include "rules-parts.h"

#define DEFAULT_SEED 1

static const struct
{
  void (*print) (gsl_rng *rng);
} parts[] = {
  { hip_rules_print_even_plan },
  { hip_rules_print_quiet },
  { hip_rules_print_troubled },
  { hip_rules_print_findings },
};

static guint64
get_seed (void)
{
  const char *text = g_getenv ("BENCH_SEED");
  guint64 seed;

  if (text == NULL)
    return DEFAULT_SEED;
  if (!g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT32, &seed, NULL))
    {
      g_printerr ("BENCH_SEED is “%s”; it must be a number from 0 to %u\n", text, G_MAXUINT32);
      return DEFAULT_SEED;
    }
  return seed;
}

int
main (int argc, char *argv[])
{
  gsl_rng *rng = gsl_rng_alloc (gsl_rng_mt19937);
  guint64 seed = get_seed ();

  setlocale (LC_ALL, "");
  g_print ("Seed %" G_GUINT64_FORMAT "; BENCH_SEED takes another\n", seed);
  /* Each part begins anew, so that none changes the figures of the next. */
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_print ("\n");
      gsl_rng_set (rng, seed);
      parts[i].print (rng);
    }
  gsl_rng_free (rng);
  return 0;
}
