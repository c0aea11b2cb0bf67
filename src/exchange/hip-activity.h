// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gio/gio.h>

#include "hip-record.h"

G_BEGIN_DECLS

/**
 * HipTrust:
 *
 * Whose figures stand when several sources tell of one run: those of the later one here.
 */
typedef enum
{
  HIP_TRUST_GPX,    /* computed from points */
  HIP_TRUST_CSV,    /* rounded to hundredths of a kilometre or mile */
  HIP_TRUST_STRAVA, /* in metres */
  HIP_TRUST_TCX,    /* the watch's own laps */
  HIP_TRUST_FIT,    /* the watch's own session */
  HIP_TRUST_OWN,    /* what the runner has looked at and kept */
} HipTrust;

typedef enum
{
  HIP_SPORT_UNKNOWN, /* the file does not say */
  HIP_SPORT_RUN,
  HIP_SPORT_OTHER,
} HipSport;

#define HIP_NO_START G_MININT64

/**
 * HipActivity:
 * @sport: what was done
 * @sport_name: (nullable): how the file calls it
 * @start: Unix time in seconds, or %HIP_NO_START
 * @utc_offset_min: minutes east of UTC where it began, or %HIP_UNSET when the file does not tell
 * @distance_m: metres, or NAN
 * @timer_s: seconds without pauses, or NAN
 * @elapsed_s: seconds from start to end, or NAN
 * @cadence_spm: steps of both feet a minute, or NAN
 * @ascent_m: metres, or NAN
 * @effort: 0..10, or %HIP_UNSET
 * @partial: the file ends before the activity does, so that there may have been more of it
 *
 * One activity of a watch's or an app's file, as the file has it.
 */
typedef struct
{
  HipSport sport;
  char *sport_name;
  HipSurface surface;
  gint64 start;
  gint32 utc_offset_min;
  double distance_m;
  double timer_s;
  double elapsed_s;
  double cadence_spm;
  double ascent_m;
  gint32 effort;
  gboolean partial;
  char *title;
  char *note;
  char *source;
  char *source_id;
} HipActivity;

HipActivity *hip_activity_new (void);
void hip_activity_free (HipActivity *self);
/* The run it was, not validated; NULL with @error where the day cannot be told. */
HipRun *hip_activity_to_run (const HipActivity *self, GTimeZone *zone, GError **error);
/* Whether it is, or may well be, a run. */
gboolean hip_activity_is_run (const HipActivity *self);
/* For the list of what was left out. */
const char *hip_activity_get_sport_name (const HipActivity *self);
/* Steps of both feet a minute from what a file calls cadence: below 120 it counts one foot. */
double hip_cadence_to_steps (double cadence);

/* Reads all activities of a file. @remark is set when it was damaged and kept all the same.
 * (transfer full) (element-type HipActivity); NULL with @error where there is nothing to keep. */
typedef GPtrArray *(*HipActivityReader) (GInputStream *stream,
                                         char **remark,
                                         GCancellable *cancellable,
                                         GError **error);

/* What a reader says of the activities it found in a file with or without damage (a sentence):
 * @remark where there are some, FALSE with @error where there are none. */
gboolean
hip_activities_check (GPtrArray *activities, const char *damage, char **remark, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipActivity, hip_activity_free)

G_END_DECLS
