// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include <math.h>
#include <string.h>

#include "hip-cell.h"
#include "hip-column-finder.h"
#include "hip-csv-format.h"
#include "hip-sport.h"

#define METRES_PER_FOOT 0.3048
#define MAX_ASCENT_M    20000
/* How far what the steps say may be from what the distance says, of one or the other unit. */
#define MAX_DEVIATION 0.12

/* The Activities.csv that Garmin Connect's list of activities gives, in the account's language.
 * Its first five columns are the same in all of them; the others come and go. Nothing says what
 * unit the distances are in, but steps and their length often show it. */

static const char *const type_keys[] = {
  "activitytype",    "aktivitätstyp",
  "aktivitetstype",  "aktivitetstyp",
  "activiteittype",  "activiteitstype",
  "tipodeatividade", "typedactivité",
  "typeactivité",    "tipodeactividad",
  "tipodiattività",  "tipoattività",
  "typaktywności",   NULL,
};
static const char *const time_keys[] = {
  "time", "zeit", "tid", "tijd", "tempo", "temps", "durée", "tiempo", "activitytime", NULL,
};
static const char *const cadence_keys[] = {
  "avgruncadence",
  "averageruncadence",
  "avgcadence",
  "avgbikecadence", /* of mixed lists: it is the runs' too */
  "øschrittfrequenzlaufen",
  "gennemsnitkadenceløb",
  "medellöpkadens",
  "cadênciadecorridamédia",
  "gemloopcadans",
  "gemiddeldeloopcadans",
  "cadencedecoursemoyenne",
  "cadenciamediadecarrera",
  "cadenciadecarreramedia",
  "cadenzadicorsamedia",
  NULL,
};
static const char *const ascent_keys[] = {
  "totalascent",     "elevgain",
  "elevationgain",   "anstieggesamt",
  "højdeforøgelse",  "totalstigning",
  "subidatotal",     "stijging",
  "totalestijging",  "ascensototal",
  "ascensiontotale", "ascesatotale",
  "ascensiontotal",  NULL,
};
static const char *const stride_keys[] = {
  "avgstridelength",
  "øschrittlänge",
  "gennemsnitligskridtlængde",
  "medelsteglängd",
  "gemstaplengte",
  "comprimentomédiodapassada",
  "longueurmoyennedesfoulées",
  "longitudmediadezancada",
  "lunghezzamediafalcata",
  NULL,
};
/* The one column that is never translated, and the one of machines' keys. */
static const char *const only_garmin_keys[] = { "trainingstressscore", NULL };

enum
{
  COLUMN_TYPE,
  COLUMN_DATE,
  COLUMN_FAVORITE,
  COLUMN_TITLE,
  COLUMN_DISTANCE,
  COLUMN_CALORIES,
  COLUMN_TIME,
  N_FIRST_COLUMNS,
};

/* A run whose distance waits for the unit. */
typedef struct
{
  guint line;
  HipRun *run; /* (owned) */
  double distance;
  double climb; /* NAN if not known */
} Waiting;

typedef struct
{
  int time;
  int cadence;
  int ascent;
  int stride;
  gboolean decimal_comma; /* seen in a distance */
  GArray *waiting;        /* (owned) (element-type Waiting) */
  guint n_km;             /* runs whose steps say kilometres */
  guint n_mi;
} Garmin;

static void
clear_waiting (gpointer data)
{
  g_clear_pointer (&((Waiting *) data)->run, hip_record_unref);
}

static void
garmin_free (gpointer data)
{
  Garmin *self = data;

  g_array_unref (self->waiting);
  g_free (self);
}

static gpointer
understand (HipImportSink *sink, const HipCsvRow *header)
{
  Garmin *self;

  if (header->n_cells < N_FIRST_COLUMNS
      || (hip_column_find (header, type_keys) != COLUMN_TYPE
          && hip_column_find (header, only_garmin_keys) < N_FIRST_COLUMNS))
    return NULL;
  self = g_new0 (Garmin, 1);
  self->time = hip_column_find (header, time_keys);
  if (self->time < 0)
    self->time = COLUMN_TIME;
  self->cadence = hip_column_find (header, cadence_keys);
  self->ascent = hip_column_find (header, ascent_keys);
  self->stride = hip_column_find (header, stride_keys);
  self->waiting = g_array_new (FALSE, FALSE, sizeof (Waiting));
  g_array_set_clear_func (self->waiting, clear_waiting);
  return self;
}

/* Three digits behind the last mark: thousands, in the columns of whole numbers and in distances,
 * which have two decimals. */
static gboolean
is_thousands_mark (const char *mark, const char *text)
{
  return mark > text && strspn (mark + 1, "0123456789") == 3 && mark[4] == '\0';
}

/* Which mark, if any, comes before the decimals. */
static char
find_decimal_mark (const char *text, gboolean whole, gboolean decimal_comma)
{
  const char *comma = strrchr (text, ',');
  const char *point = strrchr (text, '.');
  const char *last = comma > point ? comma : point;

  if (last == NULL)
    return '\0';
  if (comma != NULL && point != NULL)
    return *last;
  if (is_thousands_mark (last, text) && (*last == ',' || whole || decimal_comma))
    return '\0';
  return *last;
}

/* "5.48", "5,81", "1,024.50", "1,393"; not "--" and "NaN". */
static gboolean
parse_number (const Garmin *self, const char *cell, gboolean whole, double *number)
{
  g_autofree char *text = hip_cell_dup_trimmed (cell);
  char mark = find_decimal_mark (text, whole, self->decimal_comma);
  char *out = text;
  char *end;

  if (*text == '\0' || strspn (text, "0123456789.,-") != strlen (text))
    return FALSE;
  for (const char *p = text; *p != '\0'; p++)
    if (*p == mark)
      *out++ = '.';
    else if (*p != ',' && *p != '.')
      *out++ = *p;
  *out = '\0';
  *number = g_ascii_strtod (text, &end);
  return end != text && *end == '\0';
}

static void
look_at_mark (Garmin *self, const char *distance)
{
  const char *comma = strrchr (distance, ',');

  if (comma != NULL && strchr (distance, '.') == NULL && !is_thousands_mark (comma, distance))
    self->decimal_comma = TRUE;
}

/* Steps a minute times their length in metres is what was run in a minute. */
static void
compare_with_steps (Garmin *self, const HipCsvRow *row, const Waiting *waiting)
{
  double stride;
  double km;

  if (waiting->run->cadence_spm == HIP_UNSET || waiting->run->duration_s == HIP_UNSET
      || waiting->distance <= 0
      || !parse_number (self, hip_column_get (row, self->stride), FALSE, &stride) || stride <= 0)
    return;
  km = waiting->run->cadence_spm * stride * waiting->run->duration_s / 60 / 1000;
  self->n_km += fabs (km / waiting->distance - 1) <= MAX_DEVIATION;
  self->n_mi += fabs (km / waiting->distance / (HIP_METRES_PER_MILE / 1000) - 1) <= MAX_DEVIATION;
}

static void
read_measures (const Garmin *self, const HipCsvRow *row, HipRun *run)
{
  double number;

  if (hip_cell_parse_duration (hip_column_get (row, self->time), &number) && number >= 0.5
      && number <= HIP_RUN_MAX_DURATION_S)
    run->duration_s = (gint32) lround (number);
  /* Both feet already. */
  if (parse_number (self, hip_column_get (row, self->cadence), TRUE, &number)
      && number >= HIP_CADENCE_MIN && number <= HIP_CADENCE_MAX)
    run->cadence_spm = (gint32) lround (number);
}

static gboolean
read_run (Garmin *self, const HipCsvRow *row, HipRun *run, Waiting *waiting, GError **error)
{
  const char *distance = hip_column_get (row, COLUMN_DISTANCE);

  if (!hip_column_read_start (row, COLUMN_DATE, run, error))
    return FALSE;
  look_at_mark (self, distance);
  if (!parse_number (self, distance, FALSE, &waiting->distance) || waiting->distance > 1e6)
    {
      hip_column_set_distance_error (distance, error);
      return FALSE;
    }
  if (!parse_number (self, hip_column_get (row, self->ascent), TRUE, &waiting->climb))
    waiting->climb = NAN;
  read_measures (self, row, run);
  run->title = hip_cell_dup_text (hip_column_get (row, COLUMN_TITLE));
  run->source = g_strdup ("garmin");
  return TRUE;
}

static void
read_row (gpointer format, HipImportSink *sink, const HipCsvRow *row)
{
  Garmin *self = format;
  g_autoptr (GError) error = NULL;
  g_autoptr (HipRun) run = hip_run_new ();
  Waiting waiting = { .line = row->line };

  if (!hip_sport_is_run (hip_column_get (row, COLUMN_TYPE), &run->surface))
    {
      g_autofree char *sport = hip_cell_dup_trimmed (hip_column_get (row, COLUMN_TYPE));

      hip_import_sink_add_sport (sink, sport, NULL);
      return;
    }
  if (!read_run (self, row, run, &waiting, &error))
    {
      hip_import_sink_reject (sink, row->line, error->message);
      return;
    }
  if (self->waiting->len >= HIP_IMPORT_MAX_ENTRIES)
    return;
  waiting.run = g_steal_pointer (&run);
  compare_with_steps (self, row, &waiting);
  g_array_append_val (self->waiting, waiting);
}

/* The runner's answer only counts where the file does not show it. */
static HipUnits
find_unit (const Garmin *self, HipImportSink *sink)
{
  if (self->n_km > 2 * self->n_mi)
    return HIP_UNITS_KM;
  if (self->n_mi > 2 * self->n_km)
    return HIP_UNITS_MI;
  sink->plan->n_unit_assumed += self->waiting->len;
  return sink->options.distance_unit;
}

static void
finish (gpointer format, HipImportSink *sink)
{
  Garmin *self = format;
  HipUnits unit = find_unit (self, sink);
  double climb_unit = unit == HIP_UNITS_MI ? METRES_PER_FOOT : 1;

  for (guint i = 0; i < self->waiting->len; i++)
    {
      Waiting *waiting = &g_array_index (self->waiting, Waiting, i);
      double ascent = waiting->climb * climb_unit;

      waiting->run->distance_m = (gint32) hip_units_to_metres (unit, waiting->distance);
      if (ascent >= 0 && ascent <= MAX_ASCENT_M)
        waiting->run->ascent_m = (gint32) lround (ascent);
      hip_import_sink_add (sink, HIP_TRUST_CSV, waiting->line, g_steal_pointer (&waiting->run),
                           NULL, NULL);
    }
}

/** hip_csv_format_garmin: the Activities.csv of Garmin Connect. */
const HipCsvFormat hip_csv_format_garmin = {
  .understand = understand,
  .read_row = read_row,
  .finish = finish,
  .free = garmin_free,
};
