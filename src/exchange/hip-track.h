// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** HipTrackPoint: NAN and HIP_NO_TIME where it is not known. */
typedef struct
{
  double latitude;
  double longitude;
  double elevation_m;
  double cadence; /* as the file has it */
  gint64 time_us; /* Unix time in microseconds */
} HipTrackPoint;

#define HIP_NO_TIME G_MININT64

/** HipTrack: sums over the points of a track. */
typedef struct
{
  double distance_m;
  double moving_s; /* faster than 1 km/h */
  gint64 first_us; /* the earliest moment, HIP_NO_TIME without times */
  gint64 last_us;
  double cadence; /* sum over points */
  guint n_cadence;
  guint n_placed;     /* points with a place */
  HipTrackPoint last; /* of this segment */
  gboolean has_last;
} HipTrack;

void hip_track_point_init (HipTrackPoint *self);
void hip_track_init (HipTrack *self);
void hip_track_begin_segment (HipTrack *self);
void hip_track_add (HipTrack *self, const HipTrackPoint *point);
/* Seconds from the first to the last moment, steps a minute; NAN where not known. */
double hip_track_get_elapsed (const HipTrack *self);
double hip_track_get_cadence (const HipTrack *self);

G_END_DECLS
