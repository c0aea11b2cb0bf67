// SPDX-License-Identifier: GPL-3.0-or-later
/* One activity of each format, against gpsbabel, which is told to read it and to write nothing.
 *
 * The aim holds for an import in a program that runs already, as one reads thousands of files: the
 * file is found out by how it begins, read, and compared with an empty log. Half of what gpsbabel
 * takes is its start; so hiplog-cli, which also has to start, stands below. */
#include "config.h"

#include "exchange-parts.h"
#include "hip-importer.h"
#include "hip-reference.h"
#include "hip-test-util.h"

#define ROUNDS    25
#define REFERENCE "gpsbabel"

typedef struct
{
  const char *name;
  const char *format; /* as gpsbabel calls it */
  const char *file; /* below the folder: the largest that both read, of a licence if there is one */
} Kind;

static const Kind kinds[] = {
  { "FIT", "garmin_fit", "fit/fr255_triathlon_summary-first.fit" },
  { "TCX", "gtrnctr", "tcx/movescount_run_2km.tcx" },
  { "GPX", "gpx", "gpx/garmin-connect_cycling.gpx" },
};

typedef struct
{
  const Kind *kind;
  const char *cli;
  char *path;          /* (owned) */
  char *log;           /* (owned): there is none */
  HipHistory *history; /* (owned): empty */
} Reading;

static HipTime
read_here (gpointer data)
{
  Reading *self = data;
  const char *paths[] = { self->path, NULL };
  HipImportOptions options = { HIP_UNITS_KM, NULL, FALSE, HIP_DAY_NONE, FALSE };
  HipTime time = hip_time_now ();
  HipImportPlan *plan =
      hip_importer_read_paths (paths, &options, self->history, NULL, NULL, NULL, NULL);

  time = hip_time_since (time);
  g_assert_cmpuint (plan->n_files, ==, 1);
  g_assert_cmpuint (plan->added.runs + plan->n_other_sports, >=, 1);
  hip_import_plan_free (plan);
  return time;
}

static HipTime
read_with_cli (gpointer data)
{
  Reading *self = data;
  const char *argv[] = { self->cli, "--log", self->log, "import", "--dry-run", self->path, NULL };

  return hip_reference_run (argv);
}

static HipTime
read_theirs (gpointer data)
{
  Reading *self = data;
  const char *argv[] = { REFERENCE, "-i", self->kind->format, "-f", self->path, NULL };

  return hip_reference_run (argv);
}

static void
print_file (Reading *self)
{
  g_autofree char *bytes = NULL;
  g_autofree char *label = NULL;
  g_autofree char *program =
      g_strdup_printf ("… %s by hiplog-cli, its start included", self->kind->name);
  HipContest contest = { REFERENCE, ROUNDS, read_here, read_theirs, self };
  gsize length;

  if (!g_file_get_contents (self->path, &bytes, &length, NULL))
    {
      g_print ("  %s: skipped, there is no %s\n", self->kind->name, self->path);
      return;
    }
  label = g_strdup_printf ("%s of %" G_GSIZE_FORMAT " KiB, in a running program", self->kind->name,
                           length / 1024);
  hip_contest_print (&contest, &(HipTarget) { label, "", 2, FALSE, FALSE, 0.2 });
  contest.ours = read_with_cli;
  hip_contest_print (&contest, &(HipTarget) { .label = program, .unit = "", .decimals = 2 });
}

void
hip_exchange_print_files (const char *data, const char *cli)
{
  g_autoptr(HipTestDir) dir = hip_test_dir_new ();
  g_autofree char *log = hip_test_dir_path (dir, "none.db");
  g_autoptr(HipHistory) empty = hip_history_new_empty ();

  g_print ("Activities, against gpsbabel with its start\n");
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *path = g_build_filename (data, kinds[i].file, NULL);
      Reading reading = { &kinds[i], cli, path, log, empty };

      print_file (&reading);
    }
}
