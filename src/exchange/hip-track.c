// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-track.h"

#include <math.h>

#include "hip-activity.h"

#define EARTH_RADIUS_M 6371008.8
#define RADIANS        (G_PI / 180.0)
/* Slower than this one stands, and the position wanders. 1 km/h, in metres a second. */
#define STANDING_MPS (1000.0 / 3600.0)

/**
 * hip_track_point_init:
 * @self: a point
 *
 * Makes it one of which nothing is known.
 */
void
hip_track_point_init (HipTrackPoint *self)
{
  g_return_if_fail (self != NULL);

  *self = (HipTrackPoint) { NAN, NAN, NAN, NAN, HIP_NO_TIME };
}

/**
 * hip_track_init:
 * @self: a track
 *
 * Makes it one without points.
 */
void
hip_track_init (HipTrack *self)
{
  g_return_if_fail (self != NULL);

  *self = (HipTrack) { .first_us = HIP_NO_TIME, .last_us = HIP_NO_TIME };
}

/**
 * hip_track_begin_segment:
 * @self: a track
 *
 * Says that the way from the last point to the next one was not recorded.
 */
void
hip_track_begin_segment (HipTrack *self)
{
  g_return_if_fail (self != NULL);

  self->has_last = FALSE;
}

static gboolean
has_place (const HipTrackPoint *point)
{
  return fabs (point->latitude) <= 90 && fabs (point->longitude) <= 180;
}

/* Over the ground, by the haversine formula on a sphere of the earth's mean radius. */
static double
get_distance (const HipTrackPoint *a, const HipTrackPoint *b)
{
  double latitude = sin ((b->latitude - a->latitude) * RADIANS / 2);
  double longitude = sin ((b->longitude - a->longitude) * RADIANS / 2);
  double h = latitude * latitude
             + cos (a->latitude * RADIANS) * cos (b->latitude * RADIANS) * longitude * longitude;

  return 2 * EARTH_RADIUS_M * asin (sqrt (MIN (h, 1.0)));
}

static void
add_way (HipTrack *self, const HipTrackPoint *from, const HipTrackPoint *to)
{
  double metres = get_distance (from, to);
  double climb = to->elevation_m - from->elevation_m;
  double slope = isfinite (climb) ? hypot (metres, climb) : metres;
  double seconds = 0;

  if (from->time_us != HIP_NO_TIME && to->time_us != HIP_NO_TIME)
    seconds = (double) (to->time_us - from->time_us) / G_USEC_PER_SEC;
  self->distance_m += metres;
  if (seconds > 0 && slope / seconds > STANDING_MPS)
    self->moving_s += seconds;
}

static void
add_time (HipTrack *self, gint64 time_us)
{
  if (time_us == HIP_NO_TIME)
    return;
  if (self->first_us == HIP_NO_TIME || time_us < self->first_us)
    self->first_us = time_us;
  if (self->last_us == HIP_NO_TIME || time_us > self->last_us)
    self->last_us = time_us;
}

/**
 * hip_track_add:
 * @self: a track
 * @point: the next point
 *
 * Adds a point. Without a place it only counts for time and cadence.
 */
void
hip_track_add (HipTrack *self, const HipTrackPoint *point)
{
  g_return_if_fail (self != NULL && point != NULL);

  add_time (self, point->time_us);
  if (isfinite (point->cadence) && point->cadence >= 0)
    {
      self->cadence += point->cadence;
      self->n_cadence++;
    }
  if (!has_place (point))
    return;
  self->n_placed++;
  if (self->has_last)
    add_way (self, &self->last, point);
  self->last = *point;
  self->has_last = TRUE;
}

/**
 * hip_track_get_elapsed:
 * @self: a track
 *
 * Returns: seconds from the earliest to the latest moment, or NAN
 */
double
hip_track_get_elapsed (const HipTrack *self)
{
  g_return_val_if_fail (self != NULL, NAN);

  if (self->first_us == HIP_NO_TIME)
    return NAN;
  return (double) (self->last_us - self->first_us) / G_USEC_PER_SEC;
}

/**
 * hip_track_get_cadence:
 * @self: a track
 *
 * Returns: steps of both feet a minute, the mean of all points that count them, or NAN
 */
double
hip_track_get_cadence (const HipTrack *self)
{
  g_return_val_if_fail (self != NULL, NAN);

  return self->cadence > 0 ? hip_cadence_to_steps (self->cadence / self->n_cadence) : NAN;
}
