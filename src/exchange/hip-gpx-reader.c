// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-gpx-reader.h"

#include <math.h>
#include <string.h>

#include "hip-cell.h"
#include "hip-sport.h"
#include "hip-track.h"
#include "hip-xml-activities.h"

typedef struct
{
  HipXmlActivities doc; /* the document; the handlers get it and cast it back */
  gboolean runkeeper;   /* which begins a track's name with its sport */
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
  if (hip_xml_activities_begin (&self->doc, "gpx"))
    hip_track_init (&self->track);
}

static double
get_degrees (Gpx *self, const char *attribute)
{
  g_autofree char *text = hip_xml_reader_dup_attribute (self->doc.xml, attribute);
  char *end;
  double degrees = text != NULL ? g_ascii_strtod (text, &end) : NAN;

  return text != NULL && end != text ? degrees : NAN;
}

static void
begin_element (HipXmlActivities *doc)
{
  Gpx *self = (Gpx *) doc;

  if (hip_xml_reader_is (self->doc.xml, "gpx"))
    {
      g_autofree char *creator = hip_xml_reader_dup_attribute (self->doc.xml, "creator");

      self->runkeeper = creator != NULL && g_ascii_strncasecmp (creator, "runkeeper", 9) == 0;
    }
  else if (hip_xml_reader_is (self->doc.xml, "trk"))
    begin_track (self);
  else if (self->doc.activity == NULL)
    return;
  else if (hip_xml_reader_is (self->doc.xml, "trkseg"))
    hip_track_begin_segment (&self->track);
  else if (hip_xml_reader_is (self->doc.xml, "trkpt"))
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

  if (hip_xml_reader_is (self->doc.xml, "time"))
    {
      gint32 offset_min;

      if (hip_xml_parse_time (hip_xml_reader_get_text (self->doc.xml), &self->point.time_us,
                              &offset_min)
          && self->doc.activity->utc_offset_min == HIP_UNSET)
        self->doc.activity->utc_offset_min = offset_min;
    }
  else if (hip_xml_reader_is (self->doc.xml, "ele")
           && hip_xml_reader_get_number (self->doc.xml, &number))
    self->point.elevation_m = number;
}

static void
end_track_element (Gpx *self)
{
  const char *text = hip_xml_reader_get_text (self->doc.xml);

  if (hip_xml_reader_is (self->doc.xml, "name"))
    g_set_str (&self->doc.activity->title, text);
  else if (hip_xml_reader_is (self->doc.xml, "desc"))
    g_set_str (&self->doc.activity->note, text);
  else if (hip_xml_reader_is (self->doc.xml, "type"))
    set_sport (self->doc.activity, text);
}

/* OpenTracks and Gadgetbridge give each track a number that no other has. */
static void
take_track_id (Gpx *self)
{
  g_autofree char *id = hip_cell_dup_text (hip_xml_reader_get_text (self->doc.xml));

  if (id == NULL)
    return;
  g_set_str (&self->doc.activity->source, "opentracks");
  g_set_str (&self->doc.activity->source_id, id);
}

/* Extensions of various makers, whatever their prefixes. */
static void
end_extension (Gpx *self)
{
  double number;

  if (hip_xml_reader_is (self->doc.xml, "trackid"))
    take_track_id (self);
  else if ((hip_xml_reader_is (self->doc.xml, "cad") || hip_xml_reader_is (self->doc.xml, "cadence")
            || hip_xml_reader_is (self->doc.xml, "RunCadence")
            || hip_xml_reader_is (self->doc.xml, "gpxdata:cadence"))
           && hip_xml_reader_get_number (self->doc.xml, &number))
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
end_track (HipXmlActivities *doc)
{
  Gpx *self = (Gpx *) doc;
  g_autoptr (HipActivity) activity = g_steal_pointer (&self->doc.activity);

  if (self->track.n_placed == 0)
    return;
  if (self->track.first_us != HIP_NO_TIME)
    activity->start = (gint64) floor ((double) self->track.first_us / G_USEC_PER_SEC);
  activity->distance_m = self->track.distance_m;
  activity->elapsed_s = hip_track_get_elapsed (&self->track);
  activity->timer_s = self->track.moving_s > 0 ? self->track.moving_s : NAN;
  activity->cadence_spm = hip_track_get_cadence (&self->track);
  name_sport (self, activity);
  hip_xml_activities_take (doc, g_steal_pointer (&activity));
}

static void
end_element (HipXmlActivities *doc)
{
  Gpx *self = (Gpx *) doc;

  if (hip_xml_reader_is (self->doc.xml, "trk"))
    end_track (doc);
  else if (hip_xml_reader_is (self->doc.xml, "trkpt"))
    hip_track_add (&self->track, &self->point);
  else if (hip_xml_reader_is_in (self->doc.xml, "trkpt"))
    end_point_element (self);
  else if (hip_xml_reader_is_in (self->doc.xml, "trk"))
    end_track_element (self);
  /* GPX 1.0 has them right in the point, later versions in an element of their own. */
  end_extension (self);
}

static const HipXmlHandlers handlers = { begin_element, end_element, end_track };

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
  Gpx self = { .doc.handlers = &handlers };

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream) && remark != NULL, NULL);

  return hip_xml_activities_read (&self.doc, stream, remark, cancellable, error);
}
