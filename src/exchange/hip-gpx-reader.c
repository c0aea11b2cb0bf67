// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-gpx-reader.h"

#include <math.h>
#include <string.h>

#include "hip-cell.h"
#include "hip-sport.h"
#include "hip-track.h"
#include "hip-xml-reader.h"

#define MAX_ACTIVITIES 1000

typedef struct
{
  HipXmlReader *xml;     /* (borrowed) */
  GPtrArray *activities; /* (borrowed) */
  HipActivity *activity; /* (owned) (nullable): the track that is being read */
  gboolean runkeeper;    /* which begins a track's name with its sport */
  HipTrack track;
  HipTrackPoint point;
} Gpx;

/**
 * hip_gpx_reader_detect:
 * @head: how a file begins
 * @length: how much of it that is
 *
 * Returns: whether it is a GPX file
 */
gboolean
hip_gpx_reader_detect (const guint8 *head, gsize length)
{
  g_return_val_if_fail (head != NULL, FALSE);

  return memmem (head, length, "<gpx", 4) != NULL || memmem (head, length, ":gpx ", 5) != NULL;
}

static void
set_sport (HipActivity *activity, const char *name)
{
  g_autofree char *trimmed = hip_cell_dup_text (name);

  if (trimmed == NULL)
    return;
  activity->sport =
      hip_sport_is_run (trimmed, &activity->surface) ? HIP_SPORT_RUN : HIP_SPORT_OTHER;
  g_set_str (&activity->sport_name, trimmed);
}

static void
begin_track (Gpx *self)
{
  g_clear_pointer (&self->activity, hip_activity_free);
  if (self->activities->len >= MAX_ACTIVITIES)
    return;
  self->activity = hip_activity_new ();
  self->activity->source = g_strdup ("gpx");
  hip_track_init (&self->track);
}

static double
get_degrees (Gpx *self, const char *attribute)
{
  g_autofree char *text = hip_xml_reader_dup_attribute (self->xml, attribute);
  char *end;
  double degrees = text != NULL ? g_ascii_strtod (text, &end) : NAN;

  return text != NULL && end != text ? degrees : NAN;
}

static void
begin_element (Gpx *self)
{
  if (hip_xml_reader_is (self->xml, "gpx"))
    {
      g_autofree char *creator = hip_xml_reader_dup_attribute (self->xml, "creator");

      self->runkeeper = creator != NULL && g_ascii_strncasecmp (creator, "runkeeper", 9) == 0;
    }
  else if (hip_xml_reader_is (self->xml, "trk"))
    begin_track (self);
  else if (self->activity == NULL)
    return;
  else if (hip_xml_reader_is (self->xml, "trkseg"))
    hip_track_begin_segment (&self->track);
  else if (hip_xml_reader_is (self->xml, "trkpt"))
    {
      hip_track_point_init (&self->point);
      self->point.latitude = get_degrees (self, "lat");
      self->point.longitude = get_degrees (self, "lon");
    }
}

static void
end_point_element (Gpx *self)
{
  double number;

  if (hip_xml_reader_is (self->xml, "time"))
    {
      gint32 offset_min;

      if (hip_xml_parse_time (hip_xml_reader_get_text (self->xml), &self->point.time_us,
                              &offset_min)
          && self->activity->utc_offset_min == HIP_UNSET)
        self->activity->utc_offset_min = offset_min;
    }
  else if (hip_xml_reader_is (self->xml, "ele") && hip_xml_reader_get_number (self->xml, &number))
    self->point.elevation_m = number;
}

static void
end_track_element (Gpx *self)
{
  const char *text = hip_xml_reader_get_text (self->xml);

  if (hip_xml_reader_is (self->xml, "name"))
    g_set_str (&self->activity->title, text);
  else if (hip_xml_reader_is (self->xml, "desc"))
    g_set_str (&self->activity->note, text);
  else if (hip_xml_reader_is (self->xml, "type"))
    set_sport (self->activity, text);
}

/* OpenTracks and Gadgetbridge give each track a number that no other has. */
static void
take_track_id (Gpx *self)
{
  g_autofree char *id = hip_cell_dup_text (hip_xml_reader_get_text (self->xml));

  if (id == NULL)
    return;
  g_set_str (&self->activity->source, "opentracks");
  g_set_str (&self->activity->source_id, id);
}

/* Extensions of various makers, whatever their prefixes. */
static void
end_extension (Gpx *self)
{
  double number;

  if (hip_xml_reader_is (self->xml, "trackid"))
    take_track_id (self);
  else if ((hip_xml_reader_is (self->xml, "cad") || hip_xml_reader_is (self->xml, "cadence")
            || hip_xml_reader_is (self->xml, "RunCadence")
            || hip_xml_reader_is (self->xml, "gpxdata:cadence"))
           && hip_xml_reader_get_number (self->xml, &number))
    self->point.cadence = number;
}

static void
name_sport (Gpx *self, HipActivity *activity)
{
  g_autofree char *word = NULL;

  if (!self->runkeeper || activity->sport != HIP_SPORT_UNKNOWN || activity->title == NULL)
    return;
  word = g_strndup (activity->title, strcspn (activity->title, " "));
  set_sport (activity, word);
}

/* A track without points is nothing that was run. */
static void
end_track (Gpx *self)
{
  g_autoptr (HipActivity) activity = g_steal_pointer (&self->activity);

  if (self->track.n_placed == 0)
    return;
  if (self->track.first_us != HIP_NO_TIME)
    activity->start = (gint64) floor ((double) self->track.first_us / G_USEC_PER_SEC);
  activity->distance_m = self->track.distance_m;
  activity->elapsed_s = hip_track_get_elapsed (&self->track);
  activity->timer_s = self->track.moving_s > 0 ? self->track.moving_s : NAN;
  activity->cadence_spm = hip_track_get_cadence (&self->track);
  name_sport (self, activity);
  g_ptr_array_add (self->activities, g_steal_pointer (&activity));
}

static void
end_element (Gpx *self)
{
  if (self->activity == NULL)
    return;
  if (hip_xml_reader_is (self->xml, "trk"))
    end_track (self);
  else if (hip_xml_reader_is (self->xml, "trkpt"))
    hip_track_add (&self->track, &self->point);
  else if (hip_xml_reader_is_in (self->xml, "trkpt"))
    end_point_element (self);
  else if (hip_xml_reader_is_in (self->xml, "trk"))
    end_track_element (self);
  /* GPX 1.0 has them right in the point, later versions in an element of their own. */
  end_extension (self);
}

static void
read_document (Gpx *self)
{
  HipXmlEvent event;

  while ((event = hip_xml_reader_next (self->xml)) != HIP_XML_STOP)
    if (event == HIP_XML_START)
      begin_element (self);
    else
      end_element (self);
  /* Cut off in the middle of it. */
  if (self->activity == NULL)
    return;
  self->activity->partial = TRUE;
  end_track (self);
}

/**
 * hip_gpx_reader_read:
 * @stream: the file's bytes
 * @remark: (out) (nullable): what is wrong with a file that was read all the same
 * @cancellable: (nullable): stops reading
 * @error: return location for an I/O error or %HIP_RECORD_ERROR
 *
 * Reads the tracks of a GPX file, of version 1.0 or 1.1. Their distance is the sum of the ways
 * between their points, inside each segment; their time is that of the ways which were faster than
 * 1 km/h.
 *
 * Returns: (transfer full) (element-type HipActivity) (nullable): the activities, or %NULL if the
 *   file has none
 */
GPtrArray *
hip_gpx_reader_read (GInputStream *stream, char **remark, GCancellable *cancellable, GError **error)
{
  g_autoptr (HipXmlReader) xml = NULL;
  g_autoptr (GPtrArray) activities = NULL;
  Gpx self = { 0 };
  const char *damage;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream) && remark != NULL, NULL);

  xml = hip_xml_reader_new (stream, cancellable);
  activities = g_ptr_array_new_with_free_func ((GDestroyNotify) hip_activity_free);
  self.xml = xml;
  self.activities = activities;
  *remark = NULL;
  read_document (&self);
  if (!hip_xml_reader_finish (xml, &damage, error)
      || !hip_activities_check (activities, damage, remark, error))
    return NULL;
  return g_steal_pointer (&activities);
}
