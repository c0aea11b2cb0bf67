// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-reference.h"

double
hip_reference_since (gint64 begin)
{
  return (double) (g_get_monotonic_time () - begin) / 1000;
}

double
hip_reference_run (const char *const *argv)
{
  g_autofree char *messages = NULL;
  g_autoptr(GError) error = NULL;
  gint64 begin = g_get_monotonic_time ();
  double milliseconds;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL, NULL,
                NULL, NULL, &messages, &status, &error);
  milliseconds = hip_reference_since (begin);
  if (error != NULL || !g_spawn_check_wait_status (status, &error))
    g_error ("%s: %s %s", argv[0], error->message, messages != NULL ? messages : "");
  return milliseconds;
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
  double ours = G_MAXDOUBLE, theirs = G_MAXDOUBLE;

  for (int round = 0; round < self->rounds; round++)
    {
      ours = MIN (ours, self->ours (self->data));
      if (found != NULL)
        theirs = MIN (theirs, self->theirs (self->data));
    }
  if (found == NULL)
    g_print ("  %s   not measured: no %s (ours: %.1f ms)\n", target->label, self->program, ours);
  else if (target->value > 0)
    hip_target_print (target, ours / theirs);
  else
    hip_figure_print (target->label, ours / theirs, target->decimals, target->unit);
  if (found != NULL)
    g_print ("      %.1f ms, %s %.1f ms\n", ours, self->program, theirs);
}
