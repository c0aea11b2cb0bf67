// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-fit-activity.h"

#include <math.h>
#include <string.h>

/* 1989-12-31 00:00 UTC */
#define FIT_EPOCH 631065600
/* Before this a moment counts from when the watch was switched on. */
#define FIRST_REAL_MOMENT 0x10000000
#define MAX_SESSIONS      1000
#define TIMESTAMP         253
#define FILE_ACTIVITY     4
#define QUARTER_S         (15 * 60)
#define MAX_QUARTERS      (14 * 4)

/* Messages and their fields, by the protocol's profile. */
enum
{
  MESSAGE_FILE_ID = 0,
  MESSAGE_SPORT = 12,
  MESSAGE_SESSION = 18,
  MESSAGE_LAP = 19,
  MESSAGE_RECORD = 20,
  MESSAGE_ACTIVITY = 34,
};

enum
{
  FILE_ID_TYPE = 0,
  FILE_ID_SERIAL = 3,
  SPORT_SPORT = 0,
  SPORT_SUB_SPORT = 1,
  SESSION_START = 2,
  SESSION_SPORT = 5,
  SESSION_SUB_SPORT = 6,
  SESSION_ELAPSED = 7,
  SESSION_TIMER = 8,
  SESSION_DISTANCE = 9,
  SESSION_CADENCE = 18,
  SESSION_ASCENT = 22,
  SESSION_FRACTIONAL_CADENCE = 92,
  SESSION_RPE = 193,
  LAP_START = 2,
  LAP_ELAPSED = 7,
  LAP_TIMER = 8,
  LAP_DISTANCE = 9,
  LAP_CADENCE = 17,
  LAP_SPORT = 25,
  LAP_SUB_SPORT = 39,
  RECORD_CADENCE = 4,
  RECORD_DISTANCE = 5,
  ACTIVITY_LOCAL_TIME = 5,
};

enum
{
  SPORT_RUNNING = 1,
  SPORT_FITNESS_EQUIPMENT = 4,
  SUB_SPORT_TREADMILL = 1,
  SUB_SPORT_STREET = 2,
  SUB_SPORT_TRAIL = 3,
  SUB_SPORT_TRACK = 4,
  SUB_SPORT_INDOOR_RUNNING = 45,
  SUB_SPORT_VIRTUAL = 58,
};

/* Sums over the laps or the points of one file. */
typedef struct
{
  guint n;
  gint64 start; /* of the first one that knows it */
  gint64 end;
  double distance_m;
  double timer_s;
  double cadence; /* weighted sum */
  double weight;
} Sums;

struct _HipFitActivities
{
  GPtrArray *activities; /* (owned) (element-type HipActivity) */
  guint first_of_file;   /* where those of this file of the chain begin */
  gboolean estimate;

  guint16 message;
  guint8 has[256];
  guint64 values[256];

  /* Of this file */
  gboolean not_activity;
  guint64 serial; /* 0 when not known */
  gint sport;     /* -1 when no message says it */
  gint sub_sport;
  gint64 offset_s; /* HIP_NO_START when not known */
  Sums laps;
  Sums points;
};

/**
 * hip_fit_activities_new:
 *
 * Returns: (transfer full): a collector that has seen nothing
 */
HipFitActivities *
hip_fit_activities_new (void)
{
  HipFitActivities *self = g_new0 (HipFitActivities, 1);

  self->activities = g_ptr_array_new_with_free_func ((GDestroyNotify) hip_activity_free);
  return self;
}

/**
 * hip_fit_activities_free:
 * @self: (nullable): a collector
 *
 * Frees it.
 */
void
hip_fit_activities_free (HipFitActivities *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->activities);
  g_free (self);
}

/**
 * hip_fit_activities_begin_file:
 * @self: a collector
 *
 * Begins one file of a chain.
 */
void
hip_fit_activities_begin_file (HipFitActivities *self)
{
  g_return_if_fail (self != NULL);

  self->first_of_file = self->activities->len;
  self->not_activity = FALSE;
  self->serial = 0;
  self->sport = self->sub_sport = -1;
  self->offset_s = HIP_NO_START;
  self->laps = self->points = (Sums) { .start = HIP_NO_START, .end = HIP_NO_START };
}

/**
 * hip_fit_activities_begin:
 * @self: a collector
 * @message: its global number
 *
 * Begins a message.
 */
void
hip_fit_activities_begin (HipFitActivities *self, guint16 message)
{
  g_return_if_fail (self != NULL);

  self->message = message;
  memset (self->has, 0, sizeof self->has);
}

/**
 * hip_fit_activities_take:
 * @self: a collector
 * @field: a field's number
 * @value: its value, which is not the one for “none”
 *
 * Takes a field of the message that was begun.
 */
void
hip_fit_activities_take (HipFitActivities *self, guint8 field, guint64 value)
{
  g_return_if_fail (self != NULL);

  self->has[field] = TRUE;
  self->values[field] = value;
}

/* NAN when the message has no such field. */
static double
get_scaled (const HipFitActivities *self, guint8 field, double scale)
{
  return self->has[field] ? (double) self->values[field] / scale : NAN;
}

static gint
get_enum (const HipFitActivities *self, guint8 field)
{
  return self->has[field] && self->values[field] < 0xff ? (gint) self->values[field] : -1;
}

/* Unix time; HIP_NO_START where the watch did not know the date. */
static gint64
get_moment (const HipFitActivities *self, guint8 field)
{
  if (!self->has[field] || self->values[field] < FIRST_REAL_MOMENT
      || self->values[field] > G_MAXUINT32)
    return HIP_NO_START;
  return (gint64) self->values[field] + FIT_EPOCH;
}

/* As the profile calls them; those that runners do besides. */
static char *
dup_sport_name (gint sport)
{
  static const struct
  {
    gint sport;
    const char *name;
  } names[] = {
    { 0, "generic" },         { 1, "running" },
    { 2, "cycling" },         { 3, "transition" },
    { 5, "swimming" },        { 4, "fitness equipment" },
    { 8, "tennis" },          { 10, "training" },
    { 11, "walking" },        { 12, "cross country skiing" },
    { 13, "alpine skiing" },  { 15, "rowing" },
    { 16, "mountaineering" }, { 17, "hiking" },
    { 18, "multisport" },     { 19, "paddling" },
    { 21, "e-biking" },       { 30, "inline skating" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i].sport == sport)
      return g_strdup (names[i].name);
  return g_strdup_printf ("sport %d", sport);
}

static HipSurface
get_surface (gint sub_sport)
{
  switch (sub_sport)
    {
    case SUB_SPORT_TREADMILL:
    case SUB_SPORT_INDOOR_RUNNING:
    case SUB_SPORT_VIRTUAL:
      return HIP_SURFACE_TREADMILL;
    case SUB_SPORT_STREET:
      return HIP_SURFACE_ROAD;
    case SUB_SPORT_TRAIL:
      return HIP_SURFACE_TRAIL;
    case SUB_SPORT_TRACK:
      return HIP_SURFACE_TRACK;
    default:
      return HIP_SURFACE_UNKNOWN;
    }
}

static void
set_sport (HipActivity *activity, gint sport, gint sub_sport)
{
  if (sport < 0)
    return;
  activity->sport = HIP_SPORT_OTHER;
  if (sport == SPORT_RUNNING
      || (sport == SPORT_FITNESS_EQUIPMENT
          && (sub_sport == SUB_SPORT_TREADMILL || sub_sport == SUB_SPORT_INDOOR_RUNNING)))
    activity->sport = HIP_SPORT_RUN;
  if (activity->sport == HIP_SPORT_RUN)
    activity->surface = get_surface (sub_sport);
  activity->sport_name = dup_sport_name (sport);
}

/* The profile's average_running_cadence: strides a minute, and parts of one. */
static double
get_cadence (const HipFitActivities *self, guint8 field)
{
  double fraction = get_scaled (self, SESSION_FRACTIONAL_CADENCE, 128);
  double cadence = get_scaled (self, field, 1);

  return isfinite (fraction) ? cadence + fraction : cadence;
}

static void
take_session (HipFitActivities *self)
{
  HipActivity *activity;
  double rpe = get_scaled (self, SESSION_RPE, 10);

  if (self->activities->len >= MAX_SESSIONS)
    return;
  activity = hip_activity_new ();
  set_sport (activity, get_enum (self, SESSION_SPORT), get_enum (self, SESSION_SUB_SPORT));
  activity->start = get_moment (self, SESSION_START);
  activity->elapsed_s = get_scaled (self, SESSION_ELAPSED, 1000);
  activity->timer_s = get_scaled (self, SESSION_TIMER, 1000);
  activity->distance_m = get_scaled (self, SESSION_DISTANCE, 100);
  activity->ascent_m = get_scaled (self, SESSION_ASCENT, 1);
  activity->cadence_spm = hip_cadence_to_steps (get_cadence (self, SESSION_CADENCE));
  if (isfinite (rpe) && rpe <= HIP_EFFORT_MAX)
    activity->effort = (gint32) lround (rpe);
  g_ptr_array_add (self->activities, activity);
}

static void
add_cadence (Sums *sums, double cadence, double weight)
{
  if (!isfinite (cadence) || cadence <= 0 || !isfinite (weight))
    return;
  sums->cadence += cadence * weight;
  sums->weight += weight;
}

static void
take_lap (HipFitActivities *self)
{
  Sums *laps = &self->laps;
  double timer = get_scaled (self, LAP_TIMER, 1000);
  double distance = get_scaled (self, LAP_DISTANCE, 100);

  if (!isfinite (timer))
    timer = get_scaled (self, LAP_ELAPSED, 1000);
  laps->n++;
  if (laps->start == HIP_NO_START)
    laps->start = get_moment (self, LAP_START);
  laps->timer_s += isfinite (timer) ? timer : 0;
  laps->distance_m += isfinite (distance) ? distance : 0;
  add_cadence (laps, get_scaled (self, LAP_CADENCE, 1), timer);
  if (self->sport < 0)
    {
      self->sport = get_enum (self, LAP_SPORT);
      self->sub_sport = get_enum (self, LAP_SUB_SPORT);
    }
}

static void
take_point (HipFitActivities *self)
{
  Sums *points = &self->points;
  gint64 moment = get_moment (self, TIMESTAMP);
  double distance = get_scaled (self, RECORD_DISTANCE, 100);

  points->n++;
  if (moment != HIP_NO_START)
    {
      if (points->start == HIP_NO_START)
        points->start = moment;
      points->end = moment;
    }
  if (isfinite (distance))
    points->distance_m = MAX (points->distance_m, distance);
  add_cadence (points, get_scaled (self, RECORD_CADENCE, 1), 1);
}

/* How far the watch's own clock was from UTC, in whole quarters of an hour. */
static void
take_activity (HipFitActivities *self)
{
  gint64 offset;
  gint64 quarters;

  if (!self->has[ACTIVITY_LOCAL_TIME] || !self->has[TIMESTAMP])
    return;
  offset = (gint64) self->values[ACTIVITY_LOCAL_TIME] - (gint64) self->values[TIMESTAMP];
  if (ABS (offset) > (gint64) (MAX_QUARTERS + 1) * QUARTER_S)
    return;
  quarters = lround ((double) offset / QUARTER_S);
  if (ABS (quarters) <= MAX_QUARTERS && ABS (offset - quarters * QUARTER_S) <= 60)
    self->offset_s = quarters * QUARTER_S;
}

static void
take_file_id (HipFitActivities *self)
{
  if (self->has[FILE_ID_TYPE])
    self->not_activity = self->values[FILE_ID_TYPE] != FILE_ACTIVITY;
  if (self->has[FILE_ID_SERIAL])
    self->serial = self->values[FILE_ID_SERIAL];
}

/**
 * hip_fit_activities_end:
 * @self: a collector
 *
 * Ends a message: all its fields were there.
 */
void
hip_fit_activities_end (HipFitActivities *self)
{
  g_return_if_fail (self != NULL);

  switch (self->message)
    {
    case MESSAGE_FILE_ID:
      take_file_id (self);
      break;
    case MESSAGE_SPORT:
      self->sport = get_enum (self, SPORT_SPORT);
      self->sub_sport = get_enum (self, SPORT_SUB_SPORT);
      break;
    case MESSAGE_SESSION:
      take_session (self);
      break;
    case MESSAGE_LAP:
      take_lap (self);
      break;
    case MESSAGE_RECORD:
      take_point (self);
      break;
    case MESSAGE_ACTIVITY:
      take_activity (self);
      break;
    default:
      break;
    }
}

/* The session is written last of all, so that it is what is missing when a battery ran empty. */
static void
add_estimate (HipFitActivities *self)
{
  const Sums *laps = &self->laps;
  const Sums *points = &self->points;
  HipActivity *activity;

  if (self->not_activity || MAX (laps->distance_m, points->distance_m) <= 0)
    return;
  activity = hip_activity_new ();
  set_sport (activity, self->sport, self->sub_sport);
  activity->start = laps->start != HIP_NO_START ? laps->start : points->start;
  activity->distance_m = MAX (laps->distance_m, points->distance_m);
  if (points->end != HIP_NO_START && points->end > points->start)
    activity->elapsed_s = (double) (points->end - points->start);
  /* Laps stop the watch in pauses, but a lap that was not ended is not among them. */
  if (laps->timer_s > 0 && laps->distance_m >= 0.98 * points->distance_m)
    activity->timer_s = laps->timer_s;
  activity->partial = TRUE;
  g_ptr_array_add (self->activities, activity);
  self->estimate = TRUE;
}

/* What a session leaves open, its laps and points may know, if they are not those of several. */
static void
complete (const HipFitActivities *self, HipActivity *activity)
{
  const Sums *sums = self->laps.weight > 0 ? &self->laps : &self->points;

  if (activity->sport == HIP_SPORT_UNKNOWN)
    set_sport (activity, self->sport, self->sub_sport);
  if (activity->start == HIP_NO_START)
    activity->start = self->points.start;
  if (!isfinite (activity->distance_m) && self->points.distance_m > 0)
    activity->distance_m = self->points.distance_m;
  if (!isfinite (activity->cadence_spm) && sums->weight > 0)
    activity->cadence_spm = hip_cadence_to_steps (sums->cadence / sums->weight);
}

static void
identify (const HipFitActivities *self, HipActivity *activity)
{
  activity->source = g_strdup ("fit");
  if (self->serial != 0 && activity->start != HIP_NO_START)
    activity->source_id =
        g_strdup_printf ("%" G_GUINT64_FORMAT "-%" G_GINT64_FORMAT, self->serial, activity->start);
}

/**
 * hip_fit_activities_end_file:
 * @self: a collector
 *
 * Ends one file of a chain, whole or not.
 */
void
hip_fit_activities_end_file (HipFitActivities *self)
{
  g_return_if_fail (self != NULL);

  if (self->activities->len == self->first_of_file)
    add_estimate (self);
  if (self->activities->len == self->first_of_file + 1)
    complete (self, g_ptr_array_index (self->activities, self->first_of_file));
  for (guint i = self->first_of_file; i < self->activities->len; i++)
    {
      HipActivity *activity = g_ptr_array_index (self->activities, i);

      if (self->offset_s != HIP_NO_START)
        activity->utc_offset_min = (gint32) (self->offset_s / 60);
      identify (self, activity);
    }
}

/**
 * hip_fit_activities_finish:
 * @self: a collector
 *
 * Returns: (transfer full) (element-type HipActivity): all that was found
 */
GPtrArray *
hip_fit_activities_finish (HipFitActivities *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_ptr_array_ref (self->activities);
}

/**
 * hip_fit_activities_is_estimate:
 * @self: a collector
 *
 * Returns: whether laps or points stand in for a session
 */
gboolean
hip_fit_activities_is_estimate (const HipFitActivities *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->estimate;
}
