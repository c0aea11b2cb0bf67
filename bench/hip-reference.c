// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-reference.h"

#include <sys/resource.h>

static double
to_milliseconds (struct timeval time)
{
  return 1000.0 * (double) time.tv_sec + (double) time.tv_usec / 1000.0;
}

/* @who: RUSAGE_SELF or RUSAGE_CHILDREN. */
static HipTime
get_time (int who)
{
  struct rusage usage;

  getrusage (who, &usage);
  return (HipTime) { to_milliseconds (usage.ru_utime) + to_milliseconds (usage.ru_stime),
                     (double) g_get_monotonic_time () / 1000 };
}

static HipTime
subtract (HipTime end, HipTime begin)
{
  return (HipTime) { end.processor - begin.processor, end.wall - begin.wall };
}

HipTime
hip_time_now (void)
{
  return get_time (RUSAGE_SELF);
}

HipTime
hip_time_since (HipTime begin)
{
  return subtract (hip_time_now (), begin);
}

HipTime
hip_reference_run (const char *const *argv)
{
  g_autofree char *messages = NULL;
  g_autoptr(GError) error = NULL;
  HipTime begin = get_time (RUSAGE_CHILDREN);
  HipTime time;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL, NULL,
                NULL, NULL, &messages, &status, &error);
  time = subtract (get_time (RUSAGE_CHILDREN), begin);
  if (error != NULL || !g_spawn_check_wait_status (status, &error))
    g_error ("%s: %s %s", argv[0], error->message, messages != NULL ? messages : "");
  return time;
}

static void
keep_best (HipTime *best, HipTime time)
{
  best->processor = MIN (best->processor, time.processor);
  best->wall = MIN (best->wall, time.wall);
}

/**
 * hip_contest_print:
 * @self: who does what
 * @target: the label, and what ours may take of what theirs takes
 *
 * Measures and prints.
 */
void
hip_contest_print (const HipContest *self, const HipTarget *target)
{
  g_autofree char *found = g_find_program_in_path (self->program);
  HipTime ours = { G_MAXDOUBLE, G_MAXDOUBLE };
  HipTime theirs = ours;

  for (int round = 0; round < self->rounds; round++)
    {
      keep_best (&ours, self->ours (self->data));
      if (found != NULL)
        keep_best (&theirs, self->theirs (self->data));
    }
  if (found == NULL)
    {
      g_print ("  %s   not measured: no %s\n      %.1f ms, %.1f ms by the clock\n", target->label,
               self->program, ours.processor, ours.wall);
      return;
    }
  if (target->value > 0)
    hip_target_print (target, ours.processor / theirs.processor);
  else
    hip_figure_print (target->label, ours.processor / theirs.processor, target->decimals,
                      target->unit);
  g_print ("      %.1f ms, %s %.1f ms; by the clock %.1f and %.1f ms\n", ours.processor,
           self->program, theirs.processor, ours.wall, theirs.wall);
}
