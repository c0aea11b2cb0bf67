// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-mapped-row.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n.h>

#include "hip-activity.h"
#include "hip-cell.h"
#include "hip-column-finder.h"
#include "hip-number-cell.h"
#include "hip-sport.h"

#define METRES_PER_FOOT 0.3048
#define MAX_ASCENT_M    20000
/* Further than any run; beyond, the arithmetic is not worth doing. */
#define MAX_DISTANCE_M 1e9
/* From here on a spreadsheet's hours are minutes: runs of ten hours are rarer than the mistake. */
#define LONGEST_CLOCK_S (10 * 3600)

static const char *
get (const HipColumnMapping *mapping, const HipCsvRow *row, HipMappedField field)
{
  return hip_column_get (row, mapping->columns[field]);
}

/* Metres of a unit that stands in a cell, 0 if it is none. */
static double
find_unit (const char *name)
{
  static const char *const kilometres[] = { "km",         "kms",       "k",          "kilometer",
                                            "kilometers", "kilometre", "kilometres", NULL };
  static const char *const miles[] = { "mi", "mile", "miles", NULL };
  static const char *const metres[] = { "m", "meter", "meters", "metre", "metres", NULL };

  if (g_strv_contains (kilometres, name))
    return 1000;
  if (g_strv_contains (miles, name))
    return HIP_METRES_PER_MILE;
  return g_strv_contains (metres, name) ? 1 : 0;
}

/**
 * hip_mapped_row_parse_distance:
 * @cell: a cell
 * @unit: of a bare number
 * @decimal_mark: ',' or '.', 0 when it is not known
 * @metres: (out): the distance
 *
 * Returns: whether it is a distance
 */
gboolean
hip_mapped_row_parse_distance (const char *cell,
                               HipDistanceUnit unit,
                               char decimal_mark,
                               double *metres)
{
  static const double factors[] = { 1000, HIP_METRES_PER_MILE, 1 };
  HipNumberStyle style = { decimal_mark, unit == HIP_DISTANCE_UNIT_M };
  g_autofree char *name = NULL;
  double factor = factors[unit];

  g_return_val_if_fail (cell != NULL && metres != NULL, FALSE);

  if (!hip_number_cell_parse (cell, style, metres, &name))
    return FALSE;
  if (*name != '\0')
    factor = find_unit (name);
  if ((factor == 1) != style.large && factor != 0)
    {
      style.large = factor == 1;
      if (!hip_number_cell_parse (cell, style, metres, NULL))
        return FALSE;
    }
  *metres *= factor;
  return factor != 0 && fabs (*metres) <= MAX_DISTANCE_M;
}

/* Whoever types 52:10 into a spreadsheet gets 52 hours; 1:02:30 stays what it is. */
static gboolean
parse_clock (const char *cell, HipDurationStyle style, double *seconds)
{
  if (!hip_cell_parse_duration (cell, seconds))
    return FALSE;
  if (style == HIP_DURATION_STYLE_HOURS_MINUTES && strchr (cell, ':') == strrchr (cell, ':'))
    *seconds *= 60;
  else if (style == HIP_DURATION_STYLE_MINUTES_SECONDS && *seconds >= LONGEST_CLOCK_S)
    *seconds /= 60;
  return TRUE;
}

/**
 * hip_mapped_row_parse_duration:
 * @cell: a cell
 * @style: how it is written
 * @decimal_mark: ',' or '.', 0 when it is not known
 * @seconds: (out): the duration
 *
 * Reads a duration. One with colons is one in every style, so is one with words ("1 h 5 min");
 * a bare number counts what the style says, and minutes where that is a clock's.
 *
 * Returns: whether it is a duration
 */
gboolean
hip_mapped_row_parse_duration (const char *cell,
                               HipDurationStyle style,
                               char decimal_mark,
                               double *seconds)
{
  static const double factors[HIP_N_DURATION_STYLES] = { 60, 60, 60, 60, 1, 3600 };
  HipNumberStyle numbers = { decimal_mark, style == HIP_DURATION_STYLE_SECONDS };
  g_autofree char *unit = NULL;
  gint64 whole;

  g_return_val_if_fail (cell != NULL && seconds != NULL, FALSE);

  if (strchr (cell, ':') != NULL)
    return parse_clock (cell, style, seconds);
  if (hip_number_cell_parse (cell, numbers, seconds, &unit) && *unit == '\0'
      && strpbrk (cell, "'\"") == NULL)
    {
      *seconds *= factors[style];
      return TRUE;
    }
  if (!hip_units_parse_duration (cell, &whole, NULL))
    return FALSE;
  *seconds = (double) whole;
  return TRUE;
}

/* Rounded, HIP_UNSET and a bit in @odd unless within the bounds. */
static gint32
round_within (double value, double min, double max, HipMappedField field, guint *odd)
{
  if (value >= min && value <= max)
    return (gint32) lround (value);
  *odd |= 1u << field;
  return HIP_UNSET;
}

static void
set_date_error (const char *cell, GError **error)
{
  g_autofree char *excerpt = hip_cell_dup_excerpt (cell);

  g_set_error (error, HIP_RECORD_ERROR, HIP_RECORD_ERROR_SYNTAX,
               _ ("“%s” is not a date that can be understood."), excerpt);
}

static gboolean
read_date (const HipColumnMapping *mapping,
           const HipCsvRow *row,
           GTimeZone *zone,
           HipRun *run,
           GError **error)
{
  const char *cell = get (mapping, row, HIP_MAPPED_DATE);
  HipDateCell date;

  if (hip_cell_is_missing (cell))
    {
      g_set_error_literal (error, HIP_RECORD_ERROR, HIP_RECORD_ERROR_SYNTAX,
                           _ ("The row has no date."));
      return FALSE;
    }
  if (!hip_date_cell_parse (cell, mapping->date_order, zone, &date))
    {
      set_date_error (cell, error);
      return FALSE;
    }
  run->date = date.day;
  run->start_s = date.start_s;
  run->utc_offset_min = date.utc_offset_min;
  return TRUE;
}

static gboolean
read_distance (const HipColumnMapping *mapping, const HipCsvRow *row, HipRun *run, GError **error)
{
  const char *cell = get (mapping, row, HIP_MAPPED_DISTANCE);
  double metres;

  if (hip_cell_is_missing (cell))
    {
      g_set_error_literal (error, HIP_RECORD_ERROR, HIP_RECORD_ERROR_SYNTAX,
                           _ ("The row has a time but no distance."));
      return FALSE;
    }
  if (!hip_mapped_row_parse_distance (cell, mapping->distance_unit, mapping->decimal_mark, &metres))
    {
      hip_column_set_distance_error (cell, error);
      return FALSE;
    }
  run->distance_m = (gint32) lround (metres);
  return TRUE;
}

/* None and zero are the same: whoever did not run took no time. */
static void
read_duration (const HipColumnMapping *mapping, const HipCsvRow *row, HipMappedRow *result)
{
  const char *cell = get (mapping, row, HIP_MAPPED_DURATION);
  double seconds;

  if (hip_cell_is_missing (cell))
    return;
  if (!hip_mapped_row_parse_duration (cell, mapping->duration_style, mapping->decimal_mark,
                                      &seconds))
    result->odd |= 1u << HIP_MAPPED_DURATION;
  else if (seconds >= 0.5)
    result->run->duration_s =
        round_within (seconds, 0.5, HIP_RUN_MAX_DURATION_S, HIP_MAPPED_DURATION, &result->odd);
}

/* FALSE where there is none; a bit in @odd where there is something else. */
static gboolean
read_number (const HipColumnMapping *mapping,
             const HipCsvRow *row,
             HipMappedField field,
             gboolean large,
             double *number,
             guint *odd)
{
  const char *cell = get (mapping, row, field);
  HipNumberStyle style = { mapping->decimal_mark, large };

  if (hip_cell_is_missing (cell))
    return FALSE;
  if (hip_number_cell_parse (cell, style, number, NULL))
    return TRUE;
  *odd |= 1u << field;
  return FALSE;
}

static double
get_ascent_factor (const HipColumnMapping *mapping)
{
  if (mapping->ascent_unit == HIP_ASCENT_UNIT_FT
      || (mapping->ascent_unit == HIP_ASCENT_UNIT_LIKE_DISTANCE
          && mapping->distance_unit == HIP_DISTANCE_UNIT_MI))
    return METRES_PER_FOOT;
  return 1;
}

static void
read_measures (const HipColumnMapping *mapping, const HipCsvRow *row, HipMappedRow *result)
{
  HipRun *run = result->run;
  double number;

  read_duration (mapping, row, result);
  if (read_number (mapping, row, HIP_MAPPED_EFFORT, FALSE, &number, &result->odd))
    run->effort = round_within (number, 0, HIP_EFFORT_MAX, HIP_MAPPED_EFFORT, &result->odd);
  if (read_number (mapping, row, HIP_MAPPED_ASCENT, TRUE, &number, &result->odd))
    run->ascent_m = round_within (number * get_ascent_factor (mapping), 0, MAX_ASCENT_M,
                                  HIP_MAPPED_ASCENT, &result->odd);
  if (read_number (mapping, row, HIP_MAPPED_CADENCE, FALSE, &number, &result->odd) && number != 0)
    run->cadence_spm = round_within (hip_cadence_to_steps (number), HIP_CADENCE_MIN,
                                     HIP_CADENCE_MAX, HIP_MAPPED_CADENCE, &result->odd);
}

static void
read_start (const HipColumnMapping *mapping,
            const HipCsvRow *row,
            GTimeZone *zone,
            HipMappedRow *result)
{
  const char *cell = get (mapping, row, HIP_MAPPED_START);
  HipDateCell date;
  gint32 start;

  if (hip_cell_is_missing (cell))
    return;
  if (hip_cell_parse_time (cell, &start) || hip_units_parse_time (cell, &start, NULL))
    result->run->start_s = start;
  else if (hip_date_cell_parse (cell, mapping->date_order, zone, &date)
           && date.start_s != HIP_UNSET)
    result->run->start_s = date.start_s;
  else
    result->odd |= 1u << HIP_MAPPED_START;
}

static gboolean
is_other_sport (const HipColumnMapping *mapping, const HipCsvRow *row, HipMappedRow *result)
{
  const char *cell = get (mapping, row, HIP_MAPPED_SPORT);

  if (hip_cell_is_missing (cell) || hip_sport_is_run (cell, &result->run->surface))
    return FALSE;
  result->sport = hip_cell_dup_trimmed (cell);
  return TRUE;
}

/* A diary has rows of days without a run. */
static gboolean
is_no_run (const HipColumnMapping *mapping, const HipCsvRow *row)
{
  const char *distance = get (mapping, row, HIP_MAPPED_DISTANCE);
  const char *duration = get (mapping, row, HIP_MAPPED_DURATION);
  double value;

  if (!hip_cell_is_missing (distance)
      && (!hip_mapped_row_parse_distance (distance, mapping->distance_unit, mapping->decimal_mark,
                                          &value)
          || value != 0))
    return FALSE;
  return hip_cell_is_missing (duration)
         || (hip_mapped_row_parse_duration (duration, mapping->duration_style,
                                            mapping->decimal_mark, &value)
             && value < 0.5);
}

/**
 * hip_mapped_row_read:
 * @mapping: a valid mapping
 * @row: a row of a table that it fits
 * @zone: where the runner lives, for times in UTC
 * @result: (out caller-allocates): what the row says
 * @error: return location for %HIP_RECORD_ERROR_SYNTAX of a bad row
 *
 * Reads a run. What a cell beside date and distance says that is no such thing, is left out.
 *
 * Returns: what the row is
 */
HipMappedRowKind
hip_mapped_row_read (const HipColumnMapping *mapping,
                     const HipCsvRow *row,
                     GTimeZone *zone,
                     HipMappedRow *result,
                     GError **error)
{
  g_return_val_if_fail (mapping != NULL && row != NULL && result != NULL, HIP_MAPPED_ROW_BAD);

  *result = (HipMappedRow) { .run = hip_run_new () };
  if (is_other_sport (mapping, row, result))
    return HIP_MAPPED_ROW_OTHER_SPORT;
  if (is_no_run (mapping, row))
    return HIP_MAPPED_ROW_NO_RUN;
  if (!read_date (mapping, row, zone, result->run, error)
      || !read_distance (mapping, row, result->run, error))
    return HIP_MAPPED_ROW_BAD;
  read_measures (mapping, row, result);
  read_start (mapping, row, zone, result);
  result->shoe = hip_cell_dup_text (get (mapping, row, HIP_MAPPED_SHOE));
  result->run->title = hip_cell_dup_text (get (mapping, row, HIP_MAPPED_TITLE));
  result->run->note = hip_cell_dup_text (get (mapping, row, HIP_MAPPED_NOTE));
  result->run->source = g_strdup ("csv");
  return HIP_MAPPED_ROW_RUN;
}

/**
 * hip_mapped_row_clear:
 * @self: what was read
 *
 * Frees what it holds.
 */
void
hip_mapped_row_clear (HipMappedRow *self)
{
  g_clear_pointer (&self->run, hip_record_unref);
  g_clear_pointer (&self->shoe, g_free);
  g_clear_pointer (&self->sport, g_free);
}
