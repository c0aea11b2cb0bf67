// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>
#include <gsl/gsl_rng.h>

G_BEGIN_DECLS

/* The parts of the bench of the rules. Each prints what it found. */
void hip_rules_print_even_plan (gsl_rng *rng);
void hip_rules_print_quiet (gsl_rng *rng);
void hip_rules_print_troubled (gsl_rng *rng);
void hip_rules_print_findings (gsl_rng *rng);

G_END_DECLS
