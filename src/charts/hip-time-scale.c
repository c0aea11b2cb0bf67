// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-time-scale.h"

#include <glib/gi18n.h>
#include <math.h>

/* What may be between two ticks, from fine to coarse, with its mean length in days. */
typedef struct
{
  HipTickUnit unit;
  guint step;
  double days;
} Interval;

static const Interval intervals[] = {
  { HIP_TICK_DAY, 1, 1 },         { HIP_TICK_DAY, 2, 2 },         { HIP_TICK_WEEK, 1, 7 },
  { HIP_TICK_WEEK, 2, 14 },       { HIP_TICK_MONTH, 1, 30.44 },   { HIP_TICK_MONTH, 2, 60.87 },
  { HIP_TICK_QUARTER, 1, 91.31 }, { HIP_TICK_QUARTER, 2, 182.6 }, { HIP_TICK_YEAR, 1, 365.2 },
  { HIP_TICK_YEAR, 2, 730.5 },    { HIP_TICK_YEAR, 5, 1826.2 },   { HIP_TICK_YEAR, 10, 3652.4 },
  { HIP_TICK_YEAR, 20, 7304.9 },  { HIP_TICK_YEAR, 50, 18262 },   { HIP_TICK_YEAR, 100, 36524 },
};

/**
 * hip_time_scale_new:
 * @from: the first day
 * @to: the last day
 * @first_weekday: where weeks begin; Monday if it is no weekday
 *
 * Makes a time scale. With @to before @from it has no range.
 *
 * Returns: the scale
 */
HipTimeScale
hip_time_scale_new (HipDay from, HipDay to, GDateWeekday first_weekday)
{
  return (HipTimeScale) {
    .from = from,
    .to = to,
    .first_weekday = g_date_valid_weekday (first_weekday) ? first_weekday : G_DATE_MONDAY,
    .start = from,
    .end = (double) to + 1,
  };
}

/**
 * hip_time_scale_new_exact:
 * @start: where it begins, in days and parts of them
 * @end: where it ends
 * @first_weekday: where weeks begin
 *
 * Makes a time scale that may begin and end within a day.
 *
 * Returns: the scale; without range unless @start is before @end
 */
HipTimeScale
hip_time_scale_new_exact (double start, double end, GDateWeekday first_weekday)
{
  HipTimeScale scale = hip_time_scale_new (HIP_DAY_NONE, HIP_DAY_NONE, first_weekday);

  if (!(start < end) || fabs (start) > G_MAXINT32 / 2 || fabs (end) > G_MAXINT32 / 2)
    return scale;

  scale.from = (HipDay) floor (start);
  scale.to = (HipDay) ceil (end) - 1;
  scale.start = start;
  scale.end = end;

  return scale;
}

/**
 * hip_time_scale_has_range:
 * @scale: a time scale
 *
 * Returns: whether there is at least one day on it
 */
gboolean
hip_time_scale_has_range (HipTimeScale scale)
{
  return scale.from != HIP_DAY_NONE && scale.to != HIP_DAY_NONE && scale.from <= scale.to
         && scale.start < scale.end;
}

/**
 * hip_time_scale_get_days:
 * @scale: a time scale
 *
 * Returns: how many days are on it, 0 without range
 */
guint
hip_time_scale_get_days (HipTimeScale scale)
{
  if (!hip_time_scale_has_range (scale))
    return 0;

  return (guint) ((gint64) scale.to - scale.from + 1);
}

/**
 * hip_time_scale_get_length:
 * @scale: a time scale
 *
 * Returns: how many days are on it, parts of days as well; 0 without range
 */
double
hip_time_scale_get_length (HipTimeScale scale)
{
  return hip_time_scale_has_range (scale) ? scale.end - scale.start : 0;
}

/**
 * hip_time_scale_normalize:
 * @scale: a time scale
 * @day: a day; its middle is at `day + 0.5`
 *
 * Returns: 0 where the scale begins, 1 where it ends; NAN without range
 */
double
hip_time_scale_normalize (HipTimeScale scale, double day)
{
  double length = hip_time_scale_get_length (scale);

  return length > 0 ? (day - scale.start) / length : NAN;
}

/**
 * hip_time_scale_invert:
 * @scale: a time scale
 * @position: 0 to 1; what is beyond counts as the end
 *
 * Returns: the day there, or %HIP_DAY_NONE without range
 */
HipDay
hip_time_scale_invert (HipTimeScale scale, double position)
{
  double length = hip_time_scale_get_length (scale);

  if (length <= 0 || isnan (position))
    return HIP_DAY_NONE;

  return (HipDay) CLAMP (floor (scale.start + position * length), scale.from, scale.to);
}

static int
modulo (int value, int by)
{
  return ((value % by) + by) % by;
}

/* Months since year 0; a day within a month belongs to it. */
static int
month_of_day (HipDay day)
{
  int year, month, day_of_month;

  hip_day_get_ymd (day, &year, &month, &day_of_month);

  return year * 12 + month - 1;
}

static HipDay
day_of_month (int month)
{
  return hip_day_from_ymd ((month - modulo (month, 12)) / 12, modulo (month, 12) + 1, 1);
}

static int
months_per_unit (HipTickUnit unit)
{
  switch (unit)
    {
    case HIP_TICK_MONTH:
      return 1;
    case HIP_TICK_QUARTER:
      return 3;
    case HIP_TICK_YEAR:
      return 12;
    case HIP_TICK_DAY:
    case HIP_TICK_WEEK:
    default:
      g_assert_not_reached ();
    }
}

/* Ticks are aligned to the calendar and not to the range, so that they stay on the same
 * days when the range moves. */
static void
add_day_ticks (GArray *days, HipTimeScale scale, int step)
{
  /* A week on its own begins with its first day. */
  gboolean is_week = hip_time_scale_get_days (scale) <= 7;
  HipDay day = scale.from + (is_week ? 0 : modulo (-scale.from, step));

  for (; day <= scale.to; day += step)
    g_array_append_val (days, day);
}

static void
add_week_ticks (GArray *days, HipTimeScale scale, int step)
{
  HipDay day = hip_day_get_week_start (scale.from, scale.first_weekday);

  if (day < scale.from)
    day += 7;
  while (modulo ((day - modulo (day, 7)) / 7, step) != 0)
    day += 7;

  for (; day <= scale.to; day += 7 * step)
    g_array_append_val (days, day);
}

static void
add_month_ticks (GArray *days, HipTimeScale scale, int step)
{
  int month = month_of_day (scale.from);

  if (day_of_month (month) < scale.from)
    month++;
  month += modulo (-month, step);

  for (HipDay day = day_of_month (month); day <= scale.to; day = day_of_month (month))
    {
      g_array_append_val (days, day);
      month += step;
    }
}

static void
add_ticks (GArray *days, HipTimeScale scale, const Interval *interval)
{
  g_array_set_size (days, 0);

  if (interval->unit == HIP_TICK_DAY)
    add_day_ticks (days, scale, interval->step);
  else if (interval->unit == HIP_TICK_WEEK)
    add_week_ticks (days, scale, interval->step);
  else
    add_month_ticks (days, scale, interval->step * months_per_unit (interval->unit));
}

/**
 * hip_time_ticks_new:
 * @scale: a time scale
 * @max_ticks: how many labels there is room for
 *
 * The finest calendar ticks (days, weeks, months, quarters, years) of which there are no
 * more than @max_ticks.
 *
 * Returns: (transfer full): the ticks; none without range
 */
HipTimeTicks *
hip_time_ticks_new (HipTimeScale scale, guint max_ticks)
{
  HipTimeTicks *self = g_new0 (HipTimeTicks, 1);
  guint n_days = hip_time_scale_get_days (scale);

  self->days = g_array_new (FALSE, FALSE, sizeof (HipDay));
  self->weekdays = n_days <= 7;

  for (gsize i = 0; n_days > 0 && i < G_N_ELEMENTS (intervals); i++)
    {
      self->unit = intervals[i].unit;
      self->step = intervals[i].step;
      if (n_days / intervals[i].days > max_ticks + 1.0)
        continue;
      add_ticks (self->days, scale, &intervals[i]);
      if (self->days->len <= MAX (max_ticks, 1))
        break;
    }

  return self;
}

static const char *
label_format (const HipTimeTicks *self, HipDay day)
{
  int year, month, day_of_this_month;

  hip_day_get_ymd (day, &year, &month, &day_of_this_month);

  if (self->unit == HIP_TICK_DAY && self->weekdays)
    /* Translators: a day on a chart's time axis, within one week: "Mon" */
    return C_ ("chart axis", "%a");
  if (self->unit == HIP_TICK_DAY || self->unit == HIP_TICK_WEEK)
    return hip_day_style_get_format (HIP_DAY_MONTH_SHORT);
  if (self->unit == HIP_TICK_YEAR || month == 1)
    /* Translators: a year on a chart's time axis, also in place of its January: "2025" */
    return C_ ("chart axis", "%Y");

  /* Translators: a month on a chart's time axis: "Mar" */
  return C_ ("chart axis", "%Ob");
}

/**
 * hip_time_ticks_get_label:
 * @self: ticks
 * @index: which one
 *
 * Its label in the language of the locale. Between months, January is labelled with its
 * year.
 *
 * Returns: (transfer full): the label
 */
char *
hip_time_ticks_get_label (const HipTimeTicks *self, gsize index)
{
  HipDay day;

  g_return_val_if_fail (self != NULL && index < self->days->len, NULL);

  day = g_array_index (self->days, HipDay, index);

  return hip_day_format (day, label_format (self, day));
}

/**
 * hip_time_ticks_is_centred:
 * @self: ticks
 *
 * A label of one day stands under the middle of it; one of a week, a month or a year begins where
 * that begins, so that it means the same in a chart of weeks and in one of days.
 *
 * Returns: whether labels belong under the middle
 */
gboolean
hip_time_ticks_is_centred (const HipTimeTicks *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->unit == HIP_TICK_DAY;
}

/**
 * hip_time_ticks_free:
 * @self: (transfer full): ticks
 */
void
hip_time_ticks_free (HipTimeTicks *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->days);
  g_free (self);
}
