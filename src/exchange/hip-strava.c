// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-strava.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n.h>

#include "hip-activity.h"
#include "hip-cell.h"
#include "hip-csv-format.h"
#include "hip-date-pieces.h"
#include "hip-sport.h"

/* Every generation of the header begins with these, in the account's language. */
enum
{
  CELL_ID,
  CELL_DATE,
  CELL_NAME,
  CELL_TYPE,
  CELL_DESCRIPTION,
  CELL_ELAPSED,
  CELL_DISTANCE,
  N_FIXED_CELLS,
};

/* Columns by index in a row, -1 where the file has none. */
typedef struct
{
  gboolean metres_first; /* the first distance is in metres */
  int exact_elapsed;     /* seconds with decimals, of the second block */
  int moving;
  int metres;
  int gear;
  int private_note;
  int ascent;
  int cadence;
  int exertion;
  int file;
  HipTrust trust;
} HipStrava;

/* The names of the first column, for the old layouts that nothing else gives away. */
static const char *const id_names[] = {
  "activityid",
  "aktivitätsid",
  "activiteitsid",
  "iddelactivité",
  "iddelaactividad",
  "iddeactividad",
  "iddellattività",
  "idattività",
  "iddaatividade",
  "aktivitetsid",
  NULL,
};

static const char *const cadence_names[] = {
  "averagecadence",
  "gemiddeldecadans",
  "durchschnittlichetrittfrequenz",
  "durchschnittlichekadenz",
  "cadencemoyenne",
  "cadenciamedia",
  "cadenciapromedio",
  "cadenzamedia",
  "cadênciamédia",
  NULL,
};

static const char *const exertion_names[] = {
  "perceivedexertion",
  "ervareninspanning",
  "empfundeneanstrengung",
  "wahrgenommeneanstrengung",
  "gefühlteanstrengung",
  "effortperçu",
  "effortressenti",
  "esfuerzopercibido",
  "sforzopercepito",
  "esforçopercebido",
  NULL,
};

static gboolean
is_one_of (const char *key, const char *const *names)
{
  return g_strv_contains (names, key);
}

static int
find_name (const HipCsvRow *header, const char *const *names)
{
  for (guint i = 0; i < header->n_cells; i++)
    {
      g_autofree char *key = hip_cell_dup_key (header->cells[i]);

      if (is_one_of (key, names))
        return (int) i;
    }
  return -1;
}

/* The second block repeats the names of elapsed time and distance, with the moving time between
 * them: that much is so in every language. */
static int
find_second_block (const HipCsvRow *header)
{
  const char *elapsed = header->cells[CELL_ELAPSED];
  const char *distance = header->cells[CELL_DISTANCE];

  for (guint i = N_FIXED_CELLS; i + 2 < header->n_cells; i++)
    if (g_str_equal (header->cells[i], elapsed) && g_str_equal (header->cells[i + 2], distance))
      return (int) i;
  return -1;
}

/* The oldest layout has the field names of a program. */
static gboolean
has_program_header (const HipCsvRow *header)
{
  static const char *const names[] = { "id",          "date",         "name",    "type",
                                       "description", "elapsed_time", "distance" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (!g_str_equal (header->cells[i], names[i]))
      return FALSE;
  return TRUE;
}

static gboolean
has_known_id (const HipCsvRow *header)
{
  g_autofree char *key = hip_cell_dup_key (header->cells[CELL_ID]);

  return is_one_of (key, id_names);
}

static void
place_second_block (HipStrava *self, const HipCsvRow *header, int block)
{
  self->exact_elapsed = block;
  self->moving = block + 1;
  self->metres = block + 2;
  /* … [private note], gear, file name, runner's weight, bicycle's weight, elapsed time … */
  self->gear = block - 4;
  self->file = block - 3;
  self->private_note = block >= 15 ? block - 5 : -1;
  /* … distance, highest speed, mean speed, elevation gain … */
  self->ascent = block + 5 < (int) header->n_cells ? block + 5 : -1;
}

/* Understands a header of any generation and language. Columns come and go and their number says
 * nothing; they are found from the two columns which the export writes twice. */
static gpointer
understand (HipImportSink *sink, const HipCsvRow *header)
{
  HipStrava *self;
  int block;

  if (header->n_cells < 10)
    return NULL;
  block = find_second_block (header);
  if (block < N_FIXED_CELLS + 4 && !has_known_id (header) && !has_program_header (header))
    return NULL;

  self = g_new (HipStrava, 1);
  *self = (HipStrava) { has_program_header (header), -1, -1, -1, -1, -1, -1, -1, -1, -1, 0 };
  if (block >= N_FIXED_CELLS + 4)
    place_second_block (self, header, block);
  else
    {
      self->gear = (int) MIN (header->n_cells, 11) - 2;
      self->file = self->gear + 1;
    }
  self->trust = self->metres >= 0 || self->metres_first ? HIP_TRUST_STRAVA : HIP_TRUST_CSV;
  self->cadence = find_name (header, cadence_names);
  self->exertion = find_name (header, exertion_names);
  return self;
}

/* Which numbers are the year, month and day. Returns how many they are, 0 if nobody can tell. */
static int
order_date (const HipDatePieces *pieces, int ymd[3])
{
  const int *n = pieces->numbers;

  if (pieces->month != 0)
    {
      gboolean year_first = pieces->digits[0] == 4;

      ymd[0] = n[year_first ? 0 : 1];
      ymd[1] = pieces->month;
      ymd[2] = n[year_first ? 1 : 0];
      return pieces->n_numbers >= 4 ? 2 : 0;
    }
  if (pieces->n_numbers < 5)
    return 0;
  if (pieces->digits[0] == 4)
    {
      memcpy (ymd, n, 3 * sizeof (int));
      return 3;
    }
  /* Between slashes, only a day beyond the twelfth tells itself from a month. */
  if (pieces->digits[2] != 4 || (pieces->slashes && n[0] <= 12 && n[1] <= 12 && n[0] != n[1]))
    return 0;
  ymd[0] = n[2];
  ymd[1] = pieces->slashes && n[1] > 12 ? n[0] : n[1];
  ymd[2] = pieces->slashes && n[1] > 12 ? n[1] : n[0];
  return 3;
}

/**
 * hip_strava_parse_date:
 * @text: a date cell
 *
 * Reads a date as Strava writes it in the account's language: "Mar 15, 2024, 6:12:03 AM",
 * "25 Jun 2015, 11:18:35", "23 jun. 2017 15:52:12", "09.12.2022, 15:24:49",
 * "2018-09-12 15:02:23". They are in UTC.
 *
 * Returns: (transfer full) (nullable): the moment, or %NULL if it is no date, or one that can be
 *   read in two ways
 */
GDateTime *
hip_strava_parse_date (const char *text)
{
  HipDatePieces pieces = { 0 };
  int ymd[3];
  int hms[3];
  int n_date;

  g_return_val_if_fail (text != NULL, NULL);

  if (!hip_date_pieces_scan (text, &pieces) || (n_date = order_date (&pieces, ymd)) == 0)
    return NULL;
  if (!hip_date_pieces_get_time (&pieces, n_date, hms)
      || hip_day_from_ymd (ymd[0], ymd[1], ymd[2]) == HIP_DAY_NONE)
    return NULL;
  return g_date_time_new_utc (ymd[0], ymd[1], ymd[2], hms[0], hms[1], hms[2]);
}

static const char *
get_cell (const HipCsvRow *row, int column)
{
  return column >= 0 && (guint) column < row->n_cells ? row->cells[column] : "";
}

/* FALSE when the cell is empty or no number. */
static gboolean
get_number (const HipCsvRow *row, int column, double *number)
{
  return hip_cell_parse_number (get_cell (row, column), number);
}

/* Rounded, HIP_UNSET unless within the bounds. */
static gint32
get_rounded (const HipCsvRow *row, int column, double factor, double min, double max)
{
  double number;

  if (!get_number (row, column, &number) || number * factor < min || number * factor > max)
    return HIP_UNSET;
  return (gint32) lround (number * factor);
}

/* The block of decimals has a plain point; three decimals are no thousands there. */
static gboolean
get_plain_number (const HipCsvRow *row, int column, double *number)
{
  g_autofree char *text = hip_cell_dup_trimmed (get_cell (row, column));
  char *end;

  *number = g_ascii_strtod (text, &end);
  return end != text && *end == '\0' && isfinite (*number);
}

static gboolean
read_distance (const HipStrava *self,
               const HipCsvRow *row,
               HipImportSink *sink,
               HipRun *run,
               GError **error)
{
  double metres;

  if (!get_plain_number (row, self->metres, &metres) && !get_number (row, self->metres, &metres))
    {
      double number;

      if (!get_number (row, CELL_DISTANCE, &number))
        {
          g_autofree char *excerpt = hip_cell_dup_excerpt (row->cells[CELL_DISTANCE]);

          g_set_error (error, HIP_RECORD_ERROR, HIP_RECORD_ERROR_SYNTAX,
                       _ ("“%s” is not a distance that can be understood."), excerpt);
          return FALSE;
        }
      if (self->metres_first)
        metres = number;
      else
        metres =
            number * (sink->options.distance_unit == HIP_UNITS_MI ? HIP_METRES_PER_MILE : 1000);
      sink->plan->n_unit_likely += !self->metres_first;
    }
  run->distance_m = fabs (metres) < 2e9 ? (gint32) lround (metres) : G_MAXINT32;
  return TRUE;
}

/* A watch left on for days still knows how long it moved. */
static void
read_duration (const HipStrava *self, const HipCsvRow *row, HipRun *run)
{
  const int columns[] = { self->moving, self->exact_elapsed, CELL_ELAPSED };

  for (guint i = 0; i < G_N_ELEMENTS (columns) && run->duration_s == HIP_UNSET; i++)
    run->duration_s = get_rounded (row, columns[i], 1, 0.5, HIP_RUN_MAX_DURATION_S);
}

static gboolean
read_start (const HipCsvRow *row, GTimeZone *zone, HipRun *run, GError **error)
{
  g_autoptr (GDateTime) utc = hip_strava_parse_date (get_cell (row, CELL_DATE));
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;

  if (local == NULL)
    {
      g_autofree char *excerpt = hip_cell_dup_excerpt (row->cells[CELL_DATE]);

      g_set_error (error, HIP_RECORD_ERROR, HIP_RECORD_ERROR_SYNTAX,
                   _ ("“%s” is not a date that can be understood."), excerpt);
      return FALSE;
    }
  run->date = hip_day_from_date_time (local);
  run->start_s = g_date_time_get_hour (local) * 3600 + g_date_time_get_minute (local) * 60
                 + g_date_time_get_second (local);
  run->utc_offset_min = (gint32) (g_date_time_get_utc_offset (local) / G_TIME_SPAN_MINUTE);
  return TRUE;
}

static void
read_texts (const HipStrava *self, const HipCsvRow *row, HipRun *run)
{
  g_autofree char *description = hip_cell_dup_text (get_cell (row, CELL_DESCRIPTION));
  g_autofree char *own = hip_cell_dup_text (get_cell (row, self->private_note));

  run->title = hip_cell_dup_text (get_cell (row, CELL_NAME));
  run->source = g_strdup ("strava");
  run->source_id = hip_cell_dup_text (get_cell (row, CELL_ID));
  if (description != NULL && own != NULL)
    {
      g_autofree char *both = g_strdup_printf ("%s\n\n%s", description, own);

      run->note = hip_cell_dup_text (both);
    }
  else
    run->note = description != NULL ? g_steal_pointer (&description) : g_steal_pointer (&own);
}

static void
read_measures (const HipStrava *self, const HipCsvRow *row, HipRun *run)
{
  double cadence;

  run->ascent_m = get_rounded (row, self->ascent, 1, 0, 20000);
  run->effort = get_rounded (row, self->exertion, 1, 0, HIP_EFFORT_MAX);
  if (get_number (row, self->cadence, &cadence))
    run->cadence_spm =
        get_rounded (row, self->cadence, hip_cadence_to_steps (cadence) / MAX (cadence, 1),
                     HIP_CADENCE_MIN, HIP_CADENCE_MAX);
}

/* NULL with @error when the row cannot be used. */
static HipRun *
read_run (const HipStrava *self, const HipCsvRow *row, HipImportSink *sink, GError **error)
{
  g_autoptr (HipRun) run = hip_run_new ();

  if (!read_start (row, sink->zone, run, error) || !read_distance (self, row, sink, run, error))
    return NULL;
  sink->plan->n_zone_assumed++;
  read_duration (self, row, run);
  read_texts (self, row, run);
  read_measures (self, row, run);
  return g_steal_pointer (&run);
}

/* A run by its name in the languages of the accounts; what is not known is another sport. */
static void
read_row (gpointer format, HipImportSink *sink, const HipCsvRow *row)
{
  const HipStrava *self = format;
  g_autoptr (GError) error = NULL;
  g_autofree char *file = hip_cell_dup_text (get_cell (row, self->file));
  g_autofree char *gear = NULL;
  HipSurface surface;
  HipRun *run;

  if (row->n_cells < N_FIXED_CELLS)
    {
      g_autofree char *reason = g_strdup_printf (_ ("The row has only %u cells."), row->n_cells);

      hip_import_sink_reject (sink, row->line, reason);
      return;
    }
  if (!hip_sport_is_run (row->cells[CELL_TYPE], &surface))
    {
      g_autofree char *sport = hip_cell_dup_trimmed (row->cells[CELL_TYPE]);

      hip_import_sink_add_sport (sink, sport, file);
      return;
    }
  run = read_run (self, row, sink, &error);
  if (run == NULL)
    {
      hip_import_sink_reject (sink, row->line, error->message);
      return;
    }
  run->surface = surface;
  gear = hip_cell_dup_text (get_cell (row, self->gear));
  hip_import_sink_add (sink, self->trust, row->line, run, gear, file);
}

/** hip_csv_format_strava: the activities.csv of Strava's export. */
const HipCsvFormat hip_csv_format_strava = {
  .understand = understand,
  .read_row = read_row,
  .free = g_free,
};
