// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-column-guess.h"

#include "hip-cell.h"
#include "hip-column-name.h"
#include "hip-mapped-row.h"
#include "hip-record.h"

/* A distance beyond is in metres: nobody's runs are mostly so far in kilometres or miles. */
#define FEWEST_METRES 250
/* Seconds a kilometre within which people are on foot. */
#define FASTEST_PACE 120
#define SLOWEST_PACE 1200
/* Names whose ratings differ by no more are as good as each other. */
#define ABOUT_AS_SURE 50

/* What is being guessed. */
typedef struct
{
  const HipUnknownTable *table;
  GPtrArray *names; /* (owned) (element-type HipColumnName) */
  HipColumnMapping *mapping;
  HipUnits unit;
} Guess;

static const char *
get_cell (const HipUnknownTable *table, guint row, int column)
{
  char **cells = g_ptr_array_index (table->rows, row);

  return column != HIP_NO_COLUMN ? cells[column] : "";
}

static gboolean
may_hold (const HipColumnSigns *signs, HipMappedField field)
{
  switch (field)
    {
    case HIP_MAPPED_DATE:
      return hip_column_signs_are_mostly (signs, signs->n_dates);
    case HIP_MAPPED_DISTANCE:
    case HIP_MAPPED_ASCENT:
    case HIP_MAPPED_CADENCE:
      return hip_column_signs_are_mostly (signs, signs->n_numbers);
    case HIP_MAPPED_EFFORT:
      return hip_column_signs_are_mostly (signs, signs->n_numbers) && signs->max <= HIP_EFFORT_MAX;
    case HIP_MAPPED_START:
      return hip_column_signs_are_mostly (signs, signs->n_clock);
    case HIP_MAPPED_DURATION:
      return signs->n_filled > 0 && signs->n_dates == 0;
    case HIP_MAPPED_SPORT:
      return signs->n_runs > 0;
    case HIP_MAPPED_SHOE:
    case HIP_MAPPED_TITLE:
    case HIP_MAPPED_NOTE:
    default:
      return !hip_column_signs_are_mostly (signs, signs->n_dates);
    }
}

static gboolean
is_plausible (const HipColumnMapping *mapping,
              const char *distance,
              const char *duration,
              HipDurationStyle style)
{
  double metres, seconds;

  return hip_mapped_row_parse_distance (distance, mapping->distance_unit, mapping->decimal_mark,
                                        &metres)
         && hip_mapped_row_parse_duration (duration, style, mapping->decimal_mark, &seconds)
         && metres > 0 && seconds / (metres / 1000) >= FASTEST_PACE
         && seconds / (metres / 1000) <= SLOWEST_PACE;
}

/* In how many of the sample's rows with both, @n_both, the pace is one of people on foot. */
static guint
count_plausible (const HipUnknownTable *table,
                 const HipColumnMapping *mapping,
                 int column,
                 HipDurationStyle style,
                 guint *n_both)
{
  guint n = 0;

  *n_both = 0;
  for (guint i = 0; i < table->rows->len; i++)
    {
      const char *distance = get_cell (table, i, mapping->columns[HIP_MAPPED_DISTANCE]);
      const char *duration = get_cell (table, i, column);

      if (hip_cell_is_missing (distance) || hip_cell_is_missing (duration))
        continue;
      (*n_both)++;
      n += is_plausible (mapping, distance, duration, style);
    }
  return n;
}

/* What the name says, else what the values look like. */
static HipDurationStyle
get_first_style (const HipColumnName *name, const HipColumnSigns *signs)
{
  if (!hip_column_signs_are_mostly (signs, signs->n_numbers))
    return HIP_DURATION_STYLE_CLOCK;
  if (name->time == HIP_NAME_UNIT_SECONDS)
    return HIP_DURATION_STYLE_SECONDS;
  if (name->time == HIP_NAME_UNIT_HOURS)
    return HIP_DURATION_STYLE_HOURS;
  return HIP_DURATION_STYLE_MINUTES;
}

/* The first style, the likeliest first, that makes the most paces plausible.
 * FALSE when the column cannot be durations. */
static gboolean
find_duration_style (const HipUnknownTable *table,
                     const HipColumnMapping *mapping,
                     int column,
                     HipDurationStyle *style)
{
  g_autoptr (HipColumnName) name = hip_column_name_new (table->header[column]);
  HipDurationStyle first = get_first_style (name, &table->signs[column]);
  guint n_both;
  guint best = count_plausible (table, mapping, column, first, &n_both);

  *style = first;
  for (guint i = 0; i < HIP_N_DURATION_STYLES; i++)
    {
      guint n = count_plausible (table, mapping, column, i, &n_both);

      if (n > best)
        {
          *style = i;
          best = n;
        }
    }
  return n_both == 0 || (best > 0 && 2 * best >= n_both);
}

static gboolean
is_used (const HipColumnMapping *mapping, int column)
{
  for (guint field = 0; field < HIP_N_MAPPED_FIELDS; field++)
    if (mapping->columns[field] == column)
      return TRUE;
  return FALSE;
}

static int
rate (const Guess *guess, HipMappedField field, int column)
{
  const HipColumnSigns *signs = &guess->table->signs[column];
  const HipColumnName *name = g_ptr_array_index (guess->names, column);
  int rating = hip_column_name_rate (name, field);
  HipDurationStyle style;

  if (is_used (guess->mapping, column) || !may_hold (signs, field))
    return 0;
  /* A date is one under any name. */
  if (field == HIP_MAPPED_DATE)
    return rating + 1;
  /* "Time" may be both; "Elapsed time" is never one of day. */
  if (field == HIP_MAPPED_START
      && hip_column_name_rate (name, HIP_MAPPED_DURATION) > rating + ABOUT_AS_SURE)
    return 0;
  if (field == HIP_MAPPED_DURATION && rating > 0
      && !find_duration_style (guess->table, guess->mapping, column, &style))
    return 0;
  return rating;
}

static void
guess_field (Guess *guess, HipMappedField field)
{
  int best = 0;

  for (guint i = 0; i < guess->table->n_columns; i++)
    {
      int rating = rate (guess, field, (int) i);

      if (rating <= best)
        continue;
      best = rating;
      guess->mapping->columns[field] = (int) i;
    }
  if (best > 0)
    hip_column_guess_style (guess->table, guess->mapping, field, guess->unit);
}

/**
 * hip_column_guess:
 * @table: a table with its rows
 * @unit: of distances where nothing tells
 *
 * Guesses what the columns are, from what they are called and what stands in them.
 *
 * Returns: (transfer full): a mapping for the table, which need not be valid
 */
HipColumnMapping *
hip_column_guess (const HipUnknownTable *table, HipUnits unit)
{
  /* What is surest comes first, and takes its column. */
  static const HipMappedField order[] = {
    HIP_MAPPED_DATE,    HIP_MAPPED_DISTANCE, HIP_MAPPED_DURATION, HIP_MAPPED_START,
    HIP_MAPPED_CADENCE, HIP_MAPPED_ASCENT,   HIP_MAPPED_EFFORT,   HIP_MAPPED_SPORT,
    HIP_MAPPED_SHOE,    HIP_MAPPED_NOTE,     HIP_MAPPED_TITLE,
  };
  g_autoptr (GPtrArray) names =
                g_ptr_array_new_with_free_func ((GDestroyNotify) hip_column_name_free);
  HipCsvRow header = { 0 };
  Guess guess = { .table = table, .names = names, .unit = unit };

  g_return_val_if_fail (table != NULL, NULL);

  header.cells = (const char *const *) table->header;
  header.n_cells = table->n_columns;
  guess.mapping = hip_column_mapping_new (&header);
  for (guint i = 0; i < table->n_columns; i++)
    g_ptr_array_add (names, hip_column_name_new (table->header[i]));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    guess_field (&guess, order[i]);
  return guess.mapping;
}

static HipDistanceUnit
guess_distance_unit (const HipUnknownTable *table, int column, HipUnits unit)
{
  g_autoptr (HipColumnName) name = hip_column_name_new (table->header[column]);
  guint n = 0;
  guint n_far = 0;
  double number;

  if (name->length == HIP_NAME_UNIT_KM)
    return HIP_DISTANCE_UNIT_KM;
  if (name->length == HIP_NAME_UNIT_MI)
    return HIP_DISTANCE_UNIT_MI;
  if (name->length == HIP_NAME_UNIT_M)
    return HIP_DISTANCE_UNIT_M;
  for (guint i = 0; i < table->rows->len; i++)
    if (hip_mapped_row_parse_distance (get_cell (table, i, column), HIP_DISTANCE_UNIT_M, 0, &number)
        && number > 0)
      {
        n++;
        n_far += number > FEWEST_METRES;
      }
  if (2 * n_far > n)
    return HIP_DISTANCE_UNIT_M;
  return unit == HIP_UNITS_MI ? HIP_DISTANCE_UNIT_MI : HIP_DISTANCE_UNIT_KM;
}

static HipAscentUnit
guess_ascent_unit (const HipUnknownTable *table, int column)
{
  g_autoptr (HipColumnName) name = hip_column_name_new (table->header[column]);

  if (name->length == HIP_NAME_UNIT_FT)
    return HIP_ASCENT_UNIT_FT;
  return name->length == HIP_NAME_UNIT_M ? HIP_ASCENT_UNIT_M : HIP_ASCENT_UNIT_LIKE_DISTANCE;
}

/* One program or person writes all numbers of a table the same way. */
static char
guess_decimal_mark (const HipUnknownTable *table, const HipColumnMapping *mapping)
{
  static const HipMappedField fields[] = { HIP_MAPPED_DISTANCE, HIP_MAPPED_DURATION,
                                           HIP_MAPPED_ASCENT, HIP_MAPPED_CADENCE };
  char mark = 0;

  for (guint i = 0; i < G_N_ELEMENTS (fields) && mark == 0; i++)
    if (mapping->columns[fields[i]] != HIP_NO_COLUMN)
      mark = hip_column_signs_get_decimal_mark (&table->signs[mapping->columns[fields[i]]]);
  return mark;
}

/**
 * hip_column_guess_style:
 * @table: a table with its rows
 * @mapping: a mapping for it, of which @field has just been given its column
 * @field: a field of a run
 * @unit: of distances where nothing tells
 *
 * Sets how the values of the field are to be read, as far as they show it.
 */
void
hip_column_guess_style (const HipUnknownTable *table,
                        HipColumnMapping *mapping,
                        HipMappedField field,
                        HipUnits unit)
{
  int column;

  g_return_if_fail (table != NULL && mapping != NULL && (guint) field < HIP_N_MAPPED_FIELDS);

  column = mapping->columns[field];
  mapping->decimal_mark = guess_decimal_mark (table, mapping);
  if (column == HIP_NO_COLUMN)
    return;
  if (field == HIP_MAPPED_DATE)
    mapping->date_order = hip_column_signs_get_date_order (&table->signs[column]);
  if (field == HIP_MAPPED_DISTANCE)
    mapping->distance_unit = guess_distance_unit (table, column, unit);
  if (field == HIP_MAPPED_DURATION)
    find_duration_style (table, mapping, column, &mapping->duration_style);
  if (field == HIP_MAPPED_ASCENT)
    mapping->ascent_unit = guess_ascent_unit (table, column);
}
