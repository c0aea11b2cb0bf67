// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-time-axis.h"

#include <math.h>

/* Days: closer than this there is nothing more to see. */
#define MIN_LENGTH 7.0

/**
 * HipTimeAxis:
 *
 * The stretch of time that several charts show together, and the day that is pointed at in one of
 * them. Moving it moves them all: that is why it is an object, and a [struct@TimeScale] is not.
 *
 * The stretch never leaves the log, and is never shorter than a week, unless the log is.
 */
struct _HipTimeAxis
{
  GObject parent_instance;

  HipDay first; /* of the log */
  HipDay last;
  GDateWeekday first_weekday;
  double start; /* of what is shown */
  double end;
  HipDay cursor; /* HIP_DAY_NONE for none */
  double gutter; /* pixels that the widest labels of a value axis take, so that plots line up */
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_CURSOR_MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HipTimeAxis, hip_time_axis, G_TYPE_OBJECT)

static void
hip_time_axis_class_init (HipTimeAxisClass *klass)
{
  /**
   * HipTimeAxis::changed:
   * @self: the axis
   *
   * Another stretch is shown, or plots begin elsewhere.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * HipTimeAxis::cursor-moved:
   * @self: the axis
   *
   * Another day is pointed at, or none.
   */
  signals[SIGNAL_CURSOR_MOVED] =
      g_signal_new ("cursor-moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 0);
}

static void
hip_time_axis_init (HipTimeAxis *self)
{
  self->first = self->last = self->cursor = HIP_DAY_NONE;
  self->first_weekday = G_DATE_MONDAY;
}

/**
 * hip_time_axis_new:
 *
 * Returns: (transfer full): an axis without range
 */
HipTimeAxis *
hip_time_axis_new (void)
{
  return g_object_new (HIP_TYPE_TIME_AXIS, NULL);
}

static gboolean
has_range (HipTimeAxis *self)
{
  return self->first != HIP_DAY_NONE && self->last != HIP_DAY_NONE && self->first <= self->last;
}

static double
whole_length (HipTimeAxis *self)
{
  return (double) self->last + 1 - self->first;
}

/* The nearest stretch that is allowed. */
static void
set_window (HipTimeAxis *self, double start, double end)
{
  double whole, length;

  if (!has_range (self) || !(start < end))
    return;

  whole = whole_length (self);
  length = CLAMP (end - start, fmin (MIN_LENGTH, whole), whole);
  start = CLAMP (start, self->first, self->last + 1.0 - length);
  if (start == self->start && start + length == self->end)
    return;

  self->start = start;
  self->end = start + length;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * hip_time_axis_set_extent:
 * @self: an axis
 * @first: the first day of all
 * @last: the last day
 * @first_weekday: where weeks begin
 *
 * Sets how far the log reaches. What is shown stays, as far as it is still there, unless it was
 * everything or reached to the end: then it still does.
 */
void
hip_time_axis_set_extent (HipTimeAxis *self, HipDay first, HipDay last, GDateWeekday first_weekday)
{
  gboolean was_whole, was_at_end;
  double length;

  g_return_if_fail (HIP_IS_TIME_AXIS (self));

  if (self->first == first && self->last == last && self->first_weekday == first_weekday)
    return;

  was_whole = hip_time_axis_is_whole (self);
  was_at_end = has_range (self) && self->end >= self->last + 1.0;
  length = self->end - self->start;
  self->first = first;
  self->last = last;
  self->first_weekday = first_weekday;
  if (was_whole)
    set_window (self, first, last + 1.0);
  else if (was_at_end)
    set_window (self, last + 1.0 - length, last + 1.0);
  else
    set_window (self, self->start, self->end);
}

/**
 * hip_time_axis_get_scale:
 * @self: an axis
 *
 * Returns: what is shown
 */
HipTimeScale
hip_time_axis_get_scale (HipTimeAxis *self)
{
  g_return_val_if_fail (HIP_IS_TIME_AXIS (self), hip_time_scale_new_exact (0, 0, G_DATE_MONDAY));

  return hip_time_scale_new_exact (self->start, self->end, self->first_weekday);
}

/**
 * hip_time_axis_is_whole:
 * @self: an axis
 *
 * Returns: whether everything is shown: it cannot be zoomed out
 */
gboolean
hip_time_axis_is_whole (HipTimeAxis *self)
{
  g_return_val_if_fail (HIP_IS_TIME_AXIS (self), TRUE);

  return !has_range (self) || (self->start <= self->first && self->end >= self->last + 1.0);
}

/**
 * hip_time_axis_is_closest:
 * @self: an axis
 *
 * Returns: whether as little is shown as can be: it cannot be zoomed in
 */
gboolean
hip_time_axis_is_closest (HipTimeAxis *self)
{
  g_return_val_if_fail (HIP_IS_TIME_AXIS (self), TRUE);

  return !has_range (self) || self->end - self->start <= MIN_LENGTH;
}

/**
 * hip_time_axis_can_go:
 * @self: an axis
 * @direction: 1 for later, -1 for earlier
 *
 * Returns: whether there is anything left of the log in that direction
 */
gboolean
hip_time_axis_can_go (HipTimeAxis *self, int direction)
{
  g_return_val_if_fail (HIP_IS_TIME_AXIS (self), FALSE);

  return has_range (self)
         && (direction > 0 ? self->end < self->last + 1.0 : self->start > self->first);
}

/**
 * hip_time_axis_set_window:
 * @self: an axis
 * @start: where to begin, in days
 * @end: where to end
 *
 * Shows a stretch of time, or the nearest one that is allowed.
 */
void
hip_time_axis_set_window (HipTimeAxis *self, double start, double end)
{
  g_return_if_fail (HIP_IS_TIME_AXIS (self));

  set_window (self, start, end);
}

/**
 * hip_time_axis_zoom:
 * @self: an axis
 * @factor: how much of the present length to show: below 1 is closer
 * @at: what stays where it is, 0 to 1
 *
 * Zooms in or out.
 */
void
hip_time_axis_zoom (HipTimeAxis *self, double factor, double at)
{
  double length, centre;

  g_return_if_fail (HIP_IS_TIME_AXIS (self));
  g_return_if_fail (factor > 0);

  if (!has_range (self))
    return;

  at = CLAMP (at, 0, 1);
  centre = self->start + at * (self->end - self->start);
  length = CLAMP ((self->end - self->start) * factor, fmin (MIN_LENGTH, whole_length (self)),
                  whole_length (self));
  set_window (self, centre - at * length, centre + (1 - at) * length);
}

/**
 * hip_time_axis_pan:
 * @self: an axis
 * @share: by how much of the length that is shown; above 0 is later
 *
 * Moves along the log.
 */
void
hip_time_axis_pan (HipTimeAxis *self, double share)
{
  double by;

  g_return_if_fail (HIP_IS_TIME_AXIS (self));

  by = (self->end - self->start) * share;
  set_window (self, self->start + by, self->end + by);
}

/**
 * hip_time_axis_reveal:
 * @self: an axis
 * @day: a day
 * @width: how many days from it on
 *
 * Moves as little as it takes for the days to be seen, by whole days.
 */
void
hip_time_axis_reveal (HipTimeAxis *self, HipDay day, guint width)
{
  double length;

  g_return_if_fail (HIP_IS_TIME_AXIS (self));

  length = self->end - self->start;
  if (day < self->start)
    set_window (self, day, day + length);
  else if (day + (double) width > self->end)
    set_window (self, day + (double) width - length, day + (double) width);
}

/**
 * hip_time_axis_get_cursor:
 * @self: an axis
 *
 * Returns: the day that is pointed at, or %HIP_DAY_NONE
 */
HipDay
hip_time_axis_get_cursor (HipTimeAxis *self)
{
  g_return_val_if_fail (HIP_IS_TIME_AXIS (self), HIP_DAY_NONE);

  return self->cursor;
}

/**
 * hip_time_axis_set_cursor:
 * @self: an axis
 * @day: a day, or %HIP_DAY_NONE
 *
 * Points at a day in all charts.
 */
void
hip_time_axis_set_cursor (HipTimeAxis *self, HipDay day)
{
  g_return_if_fail (HIP_IS_TIME_AXIS (self));

  if (self->cursor == day)
    return;

  self->cursor = day;
  g_signal_emit (self, signals[SIGNAL_CURSOR_MOVED], 0);
}

/**
 * hip_time_axis_get_gutter:
 * @self: an axis
 *
 * Returns: how many pixels all charts leave for the labels of their value axes
 */
double
hip_time_axis_get_gutter (HipTimeAxis *self)
{
  g_return_val_if_fail (HIP_IS_TIME_AXIS (self), 0);

  return self->gutter;
}

/**
 * hip_time_axis_widen_gutter:
 * @self: an axis
 * @gutter: in pixels
 *
 * Asks for room for labels. It never shrinks: charts would move while they are moved.
 */
void
hip_time_axis_widen_gutter (HipTimeAxis *self, double gutter)
{
  g_return_if_fail (HIP_IS_TIME_AXIS (self));

  if (!(gutter > self->gutter))
    return;

  self->gutter = gutter;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}
