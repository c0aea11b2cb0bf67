// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include <math.h>

#include "hip-cell.h"
#include "hip-column-finder.h"
#include "hip-csv-format.h"
#include "hip-sport.h"

#define METRES_PER_FOOT 0.3048
#define MAX_ASCENT_M    20000

/* The cardioActivities.csv of Runkeeper's export. The unit is in its header; times are those of
 * the runner's clock, and the zone is known only with the GPX file that a row names. */
typedef struct
{
  double metres_per_unit;
  double metres_per_climb;
  int id;
  int date;
  int type;
  int route;
  int distance;
  int duration;
  int climb;
  int notes;
  int file;
} Runkeeper;

static int
find (const HipCsvRow *header, const char *key)
{
  const char *const keys[] = { key, NULL };

  return hip_column_find (header, keys);
}

static gpointer
understand (HipImportSink *sink, const HipCsvRow *header)
{
  int km = find (header, "distancekm");
  int climb_m = find (header, "climbm");
  Runkeeper columns = {
    .metres_per_unit = km >= 0 ? 1000 : HIP_METRES_PER_MILE,
    .metres_per_climb = climb_m >= 0 ? 1 : METRES_PER_FOOT,
    .id = find (header, "activityid"),
    .date = find (header, "date"),
    .type = find (header, "type"),
    .route = find (header, "routename"),
    .distance = km >= 0 ? km : find (header, "distancemi"),
    .duration = find (header, "duration"),
    .climb = climb_m >= 0 ? climb_m : find (header, "climbft"),
    .notes = find (header, "notes"),
    .file = find (header, "gpxfile"),
  };

  if (columns.date < 0 || columns.type < 0 || columns.distance < 0 || columns.duration < 0)
    return NULL;
  return g_memdup2 (&columns, sizeof columns);
}

static void
read_measures (const Runkeeper *self, const HipCsvRow *row, HipRun *run)
{
  double number;

  if (hip_cell_parse_duration (hip_column_get (row, self->duration), &number) && number >= 0.5
      && number <= HIP_RUN_MAX_DURATION_S)
    run->duration_s = (gint32) lround (number);
  if (hip_cell_parse_number (hip_column_get (row, self->climb), &number) && number >= 0
      && number * self->metres_per_climb <= MAX_ASCENT_M)
    run->ascent_m = (gint32) lround (number * self->metres_per_climb);
}

static HipRun *
read_run (const Runkeeper *self, const HipCsvRow *row, GError **error)
{
  g_autoptr (HipRun) run = hip_run_new ();
  const char *distance = hip_column_get (row, self->distance);
  double number;

  if (!hip_column_read_start (row, self->date, run, error))
    return NULL;
  if (!hip_cell_parse_number (distance, &number) || fabs (number) > 1e6)
    {
      hip_column_set_distance_error (distance, error);
      return NULL;
    }
  run->distance_m = (gint32) lround (number * self->metres_per_unit);
  read_measures (self, row, run);
  run->title = hip_cell_dup_text (hip_column_get (row, self->route));
  run->note = hip_cell_dup_text (hip_column_get (row, self->notes));
  run->source = g_strdup ("runkeeper");
  run->source_id = hip_cell_dup_text (hip_column_get (row, self->id));
  return g_steal_pointer (&run);
}

static void
read_row (gpointer format, HipImportSink *sink, const HipCsvRow *row)
{
  const Runkeeper *self = format;
  g_autoptr (GError) error = NULL;
  g_autofree char *type = hip_cell_dup_trimmed (hip_column_get (row, self->type));
  g_autofree char *file = hip_cell_dup_text (hip_column_get (row, self->file));
  HipSurface surface;
  HipRun *run;

  if (!hip_sport_is_run (type, &surface))
    {
      hip_import_sink_add_sport (sink, type, file);
      return;
    }
  run = read_run (self, row, &error);
  if (run == NULL)
    {
      hip_import_sink_reject (sink, row->line, error->message);
      return;
    }
  run->surface = surface;
  hip_import_sink_add (sink, HIP_TRUST_CSV, row->line, run, NULL, file);
}

/** hip_csv_format_runkeeper: the cardioActivities.csv of Runkeeper's export. */
const HipCsvFormat hip_csv_format_runkeeper = {
  .understand = understand,
  .read_row = read_row,
  .free = g_free,
};
