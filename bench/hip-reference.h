// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-target.h"

G_BEGIN_DECLS

/* Other programs that do the same work, and what both take for it. */

/**
 * HipTime:
 * @processor: milliseconds of the processor, which do not depend on who else is at work
 * @wall: milliseconds of the clock on the wall, in which one also waits: for the disk, and for the
 *   neighbours
 */
typedef struct
{
  double processor;
  double wall;
} HipTime;

/* The time that this program has taken since @begin, what hip_time_now() was then. */
HipTime hip_time_now (void);
HipTime hip_time_since (HipTime begin);
/* The time that a program takes from its start to its end. It has to succeed. */
HipTime hip_reference_run (const char *const *argv);

/* One go. What it needs is made ready, and what it left looked at, outside of the time it returns. */
typedef HipTime (*HipWork) (gpointer data);

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

/* Prints one line with ours / theirs, in time of the processor, and one with what these are; or
 * that the program is not there. A @target with a value of 0 is none. */
void hip_contest_print (const HipContest *self, const HipTarget *target);

G_END_DECLS
