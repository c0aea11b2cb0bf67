// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-target.h"

G_BEGIN_DECLS

/* Other programs that do the same work, and what both take for it. Work is measured in milliseconds
 * of the wall clock: what waits for a disk is to show. */

/* One go. What it needs is made ready, and what it left looked at, outside of the time it returns. */
typedef double (*HipWork) (gpointer data);

/* Milliseconds since @begin, of g_get_monotonic_time(). */
double hip_reference_since (gint64 begin);
/* Milliseconds from the start of a program to its end. It has to succeed. */
double hip_reference_run (const char *const *argv);

/**
 * HipContest:
 * @program: whose work theirs is; looked for in the search path
 * @rounds: how often both go, in turn, so that both have the same neighbours; the best counts
 */
typedef struct
{
  const char *program;
  int rounds;
  HipWork ours;
  HipWork theirs;
  gpointer data;
} HipContest;

/* Prints one line with ours / theirs, and behind it both in milliseconds; or that the program is
 * not there. A @target with a value of 0 is none. */
void hip_contest_print (const HipContest *self, const HipTarget *target);

G_END_DECLS
