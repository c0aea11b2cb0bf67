// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-tcx-reader.h"

#include <math.h>
#include <string.h>

#include "hip-sport.h"
#include "hip-track.h"
#include "hip-xml-activities.h"

/* A lap's start is a second or so before its first point; more than this, one of them is wrong. */
#define MAX_START_DIFFERENCE_S 60
/* No runner is so fast; laps that say so are wrong. Metres a second. */
#define IMPOSSIBLE_MPS 12.5

typedef struct
{
  HipXmlActivities doc; /* the document; the handlers get it and cast it back */

  gint64 lap_start_us; /* of the first lap, else the activity's id */
  double distance_m;   /* of all laps */
  double timer_s;
  double lap_timer_s; /* of this one */
  double lap_cadence; /* weighted sum */
  double lap_weight;
  HipTrack track;
  HipTrackPoint point;
} Tcx;

/**
 * hip_tcx_reader_detect:
 * @head: how a file begins
 * @length: how much of it that is
 *
 * Returns: whether it is a TCX file
 */
gboolean
hip_tcx_reader_detect (const guint8 *head, gsize length)
{
  g_return_val_if_fail (head != NULL, FALSE);

  return memmem (head, length, "<TrainingCenterDatabase", 23) != NULL
         || memmem (head, length, ":TrainingCenterDatabase", 23) != NULL;
}

static void
begin_activity (Tcx *self)
{
  g_autofree char *sport = hip_xml_reader_dup_attribute (self->doc.xml, "Sport");

  if (!hip_xml_activities_begin (&self->doc, "tcx"))
    return;
  if (sport != NULL && *sport != '\0')
    self->doc.activity->sport =
        hip_sport_is_run (sport, &self->doc.activity->surface) ? HIP_SPORT_RUN : HIP_SPORT_OTHER;
  self->doc.activity->sport_name = g_steal_pointer (&sport);
  self->lap_start_us = HIP_NO_TIME;
  self->distance_m = self->timer_s = self->lap_timer_s = 0;
  self->lap_cadence = self->lap_weight = 0;
  hip_track_init (&self->track);
}

static void
take_start (Tcx *self, const char *text)
{
  gint64 time_us;
  gint32 offset_min;

  if (text == NULL || self->lap_start_us != HIP_NO_TIME
      || !hip_xml_parse_time (text, &time_us, &offset_min))
    return;
  self->lap_start_us = time_us;
  self->doc.activity->utc_offset_min = offset_min;
}

/* Points of a pause may be far apart: each lap and each track begins anew. */
static void
begin_element (HipXmlActivities *doc)
{
  Tcx *self = (Tcx *) doc;

  if (hip_xml_reader_is (self->doc.xml, "Activity"))
    begin_activity (self);
  else if (self->doc.activity == NULL)
    return;
  else if (hip_xml_reader_is (self->doc.xml, "Lap"))
    {
      g_autofree char *start = hip_xml_reader_dup_attribute (self->doc.xml, "StartTime");

      take_start (self, start);
      self->lap_timer_s = 0;
    }
  else if (hip_xml_reader_is (self->doc.xml, "Trackpoint"))
    hip_track_point_init (&self->point);
}

static void
take_lap_cadence (Tcx *self, double cadence)
{
  if (cadence <= 0 || self->lap_timer_s <= 0)
    return;
  self->lap_cadence += cadence * self->lap_timer_s;
  self->lap_weight += self->lap_timer_s;
}

static void
end_lap_element (Tcx *self)
{
  double number;

  if (!hip_xml_reader_get_number (self->doc.xml, &number) || number < 0)
    return;
  if (hip_xml_reader_is (self->doc.xml, "TotalTimeSeconds"))
    {
      self->lap_timer_s = number;
      self->timer_s += number;
    }
  else if (hip_xml_reader_is (self->doc.xml, "DistanceMeters"))
    self->distance_m += number;
  else if (hip_xml_reader_is (self->doc.xml, "Cadence"))
    take_lap_cadence (self, number);
}

static void
end_point_element (Tcx *self)
{
  double number;

  if (hip_xml_reader_is (self->doc.xml, "Time"))
    {
      gint32 offset_min;

      if (hip_xml_parse_time (hip_xml_reader_get_text (self->doc.xml), &self->point.time_us,
                              &offset_min)
          && self->doc.activity->utc_offset_min == HIP_UNSET)
        self->doc.activity->utc_offset_min = offset_min;
    }
  else if (!hip_xml_reader_get_number (self->doc.xml, &number))
    return;
  else if (hip_xml_reader_is (self->doc.xml, "AltitudeMeters"))
    self->point.elevation_m = number;
  else if (hip_xml_reader_is (self->doc.xml, "Cadence") && !isfinite (self->point.cadence))
    self->point.cadence = number;
}

/* Elements that may stand at various depths of extensions and positions. */
static void
end_inner_element (Tcx *self)
{
  double number;

  if (!hip_xml_reader_get_number (self->doc.xml, &number))
    return;
  if (hip_xml_reader_is (self->doc.xml, "LatitudeDegrees"))
    self->point.latitude = number;
  else if (hip_xml_reader_is (self->doc.xml, "LongitudeDegrees"))
    self->point.longitude = number;
  else if (hip_xml_reader_is (self->doc.xml, "RunCadence"))
    self->point.cadence = number;
  else if (hip_xml_reader_is (self->doc.xml, "AvgRunCadence"))
    take_lap_cadence (self, number);
}

static gboolean
is_possible (double metres, double seconds)
{
  return metres <= HIP_RUN_MAX_DISTANCE_M && (seconds <= 0 || metres / seconds <= IMPOSSIBLE_MPS);
}

/* The watch began with the first point; the start of the lap is rounded, or a click before. */
static gint64
get_start_us (const Tcx *self)
{
  gint64 first = self->track.first_us;

  if (first == HIP_NO_TIME)
    return self->lap_start_us;
  if (self->lap_start_us == HIP_NO_TIME
      || ABS (first - self->lap_start_us) <= MAX_START_DIFFERENCE_S * G_USEC_PER_SEC)
    return first;
  return self->lap_start_us;
}

static void
end_activity (HipXmlActivities *doc)
{
  Tcx *self = (Tcx *) doc;
  HipActivity *activity = g_steal_pointer (&self->doc.activity);
  double cadence = hip_track_get_cadence (&self->track);
  gint64 start_us = get_start_us (self);

  if (start_us != HIP_NO_TIME)
    activity->start = (gint64) floor ((double) start_us / G_USEC_PER_SEC);
  activity->distance_m = self->distance_m;
  activity->timer_s = self->timer_s > 0 ? self->timer_s : NAN;
  activity->elapsed_s = hip_track_get_elapsed (&self->track);
  if (activity->sport == HIP_SPORT_RUN && !is_possible (self->distance_m, self->timer_s)
      && self->track.distance_m > 0)
    activity->distance_m = self->track.distance_m;
  if (!isfinite (cadence) && self->lap_weight > 0)
    cadence = hip_cadence_to_steps (self->lap_cadence / self->lap_weight);
  activity->cadence_spm = cadence;
  hip_xml_activities_take (doc, activity);
}

static void
end_element (HipXmlActivities *doc)
{
  Tcx *self = (Tcx *) doc;

  if (hip_xml_reader_is (self->doc.xml, "Activity"))
    end_activity (doc);
  else if (hip_xml_reader_is (self->doc.xml, "Trackpoint"))
    hip_track_add (&self->track, &self->point);
  else if (hip_xml_reader_is (self->doc.xml, "Track"))
    hip_track_begin_segment (&self->track);
  else if (hip_xml_reader_is_in (self->doc.xml, "Lap"))
    end_lap_element (self);
  else if (hip_xml_reader_is_in (self->doc.xml, "Trackpoint"))
    end_point_element (self);
  else if (hip_xml_reader_is (self->doc.xml, "Id")
           && hip_xml_reader_is_in (self->doc.xml, "Activity"))
    take_start (self, hip_xml_reader_get_text (self->doc.xml));
  else if (hip_xml_reader_is (self->doc.xml, "Notes")
           && hip_xml_reader_is_in (self->doc.xml, "Activity"))
    g_set_str (&self->doc.activity->note, hip_xml_reader_get_text (self->doc.xml));
  else
    end_inner_element (self);
}

static const HipXmlHandlers handlers = { begin_element, end_element, end_activity };

/**
 * hip_tcx_reader_read:
 * @stream: the file's bytes
 * @remark: (out) (nullable): what is wrong with a file that was read all the same
 * @cancellable: (nullable): stops reading
 * @error: return location for an I/O error or %HIP_RECORD_ERROR
 *
 * Reads the activities of a Training Center file. Distance and time are those of the laps; the
 * distances of the points go on over pauses and breaks. Courses are no activities.
 *
 * Returns: (transfer full) (element-type HipActivity) (nullable): the activities, or %NULL if the
 *   file has none
 */
GPtrArray *
hip_tcx_reader_read (GInputStream *stream, char **remark, GCancellable *cancellable, GError **error)
{
  Tcx self = { .doc.handlers = &handlers };

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream) && remark != NULL, NULL);

  return hip_xml_activities_read (&self.doc, stream, remark, cancellable, error);
}
