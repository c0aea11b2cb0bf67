// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include <math.h>

#include "hip-gpx-reader.h"
#include "hip-tcx-reader.h"
#include "hip-test-util.h"
#include "hip-xml-reader.h"
#include "repeated-stream.h"

static GPtrArray *
read_text (HipActivityReader reader, const char *text, gssize length, char **remark, GError **error)
{
  g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_data (
      text, length < 0 ? (gssize) strlen (text) : length, NULL);

  return reader (stream, remark, NULL, error);
}

static GPtrArray *
read_well (HipActivityReader reader, const char *text)
{
  g_autofree char *remark = NULL;
  g_autoptr(GError) error = NULL;
  GPtrArray *activities = read_text (reader, text, -1, &remark, &error);

  g_assert_no_error (error);
  g_assert_null (remark);
  return activities;
}

static const HipActivity *
get (GPtrArray *activities, guint i)
{
  g_assert_cmpuint (activities->len, >, i);
  return g_ptr_array_index (activities, i);
}

/* TCX */

#define TCX_NS "http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"
#define TCX(body)                                                                                  \
  "<?xml version='1.0'?><TrainingCenterDatabase xmlns='" TCX_NS "'><Activities>" body              \
  "</Activities></TrainingCenterDatabase>"
#define LAP(start, seconds, metres, points)                                                        \
  "<Lap StartTime='" start "'><TotalTimeSeconds>" seconds                                          \
  "</TotalTimeSeconds><DistanceMeters>" metres "</DistanceMeters><Track>" points "</Track></Lap>"
#define RUN(body) "<Activity Sport='Running'>" body "</Activity>"

static void
test_tcx_laps (void)
{
  g_autoptr(GPtrArray) activities = read_well (
      hip_tcx_reader_read,
      TCX (RUN ("<Id>2016-04-10T18:41:01Z</Id>" LAP (
          "2016-04-10T18:41:01Z", "300.5", "1000.25",
          "<Trackpoint><Time>2016-04-10T18:41:02Z</Time><DistanceMeters>50000</DistanceMeters>"
          "</Trackpoint>") LAP ("2016-04-10T18:46:02Z", "310", "1000",
                                "") "<Notes>Hip ok</Notes>") "<Activity "
                                                             "Sport='Biking'><Id>2016-04-10T20:00:"
                                                             "00Z</Id></Activity>"));
  const HipActivity *run = get (activities, 0);

  g_assert_cmpuint (activities->len, ==, 2);
  g_assert_cmpint (run->sport, ==, HIP_SPORT_RUN);
  g_assert_cmpint (run->start, ==, 1460313662); /* that of the first point */
  g_assert_cmpfloat (run->distance_m, ==, 2000.25);
  g_assert_cmpfloat (run->timer_s, ==, 610.5);
  g_assert_cmpint (run->utc_offset_min, ==, HIP_UNSET);
  g_assert_cmpstr (run->note, ==, "Hip ok");
  g_assert_cmpint (get (activities, 1)->sport, ==, HIP_SPORT_OTHER);
  g_assert_cmpint (get (activities, 1)->start, ==, 1460318400);
}

/* A time with an offset says where the runner was. */
static void
test_tcx_offset (void)
{
  g_autoptr(GPtrArray) activities = read_well (
      hip_tcx_reader_read, TCX (RUN (LAP ("2016-04-10T23:41:01.000+01:00", "60", "200", ""))));
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(HipRun) run = hip_activity_to_run (get (activities, 0), utc, NULL);

  g_assert_cmpint (run->start_s, ==, 23 * 3600 + 41 * 60 + 1);
  g_assert_cmpint (run->utc_offset_min, ==, 60);
}

/* Prefixes, cases of letters and namespaces are the writer's. */
static void
test_tcx_lenient (void)
{
  static const char text[] =
      " \n <?xml version='1.0'?><t:TrainingCenterDatabase xmlns:t='urn:other'><t:Activities>"
      "<t:Activity Sport='running'><t:Lap StartTime='2016-04-10T18:41:01Z'>"
      "<t:DistanceMeters>200</t:DistanceMeters></t:Lap></t:Activity></t:Activities>"
      "</t:TrainingCenterDatabase>";
  g_autoptr(GPtrArray) activities = read_well (hip_tcx_reader_read, text);

  g_assert_cmpint (get (activities, 0)->sport, ==, HIP_SPORT_RUN);
  g_assert_cmpfloat (get (activities, 0)->distance_m, ==, 200);
  g_assert_true (hip_tcx_reader_detect ((const guint8 *) text, sizeof text));
}

#define CADENCE(value)                                                                             \
  "<Trackpoint><Time>2016-04-10T18:41:01Z</Time><Extensions><x:TPX xmlns:x='urn:x'>"               \
  "<x:RunCadence>" value "</x:RunCadence></x:TPX></Extensions></Trackpoint>"

/* Below 120 it is one foot. */
static void
test_cadence (void)
{
  static const struct
  {
    const char *text;
    double steps;
  } cases[] = {
    { TCX (RUN (LAP ("2016-04-10T18:41:01Z", "60", "200", CADENCE ("82") CADENCE ("84")))), 166 },
    { TCX (RUN (LAP ("2016-04-10T18:41:01Z", "60", "200", CADENCE ("119")))), 238 },
    { TCX (RUN (LAP ("2016-04-10T18:41:01Z", "60", "200", CADENCE ("120")))), 120 },
    { TCX (RUN (LAP ("2016-04-10T18:41:01Z", "60", "200", CADENCE ("166")))), 166 },
    { TCX (RUN (LAP ("2016-04-10T18:41:01Z", "60", "200", CADENCE ("0")))), NAN },
    { TCX (RUN ("<Lap StartTime='2016-04-10T18:41:01Z'><TotalTimeSeconds>60</TotalTimeSeconds>"
                "<DistanceMeters>200</DistanceMeters><Cadence>81</Cadence></Lap>")),
      162 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) activities = read_well (hip_tcx_reader_read, cases[i].text);

      if (isnan (cases[i].steps))
        g_assert_true (isnan (get (activities, 0)->cadence_spm));
      else
        g_assert_cmpfloat (get (activities, 0)->cadence_spm, ==, cases[i].steps);
    }
}

#define PLACE(second, longitude)                                                                   \
  "<Trackpoint><Time>2016-04-10T18:41:0" second "Z</Time><Position><LatitudeDegrees>0"             \
  "</LatitudeDegrees><LongitudeDegrees>" longitude "</LongitudeDegrees></Position></Trackpoint>"

/* Laps of tens of thousands of miles, in files made from another service's: the points know. */
static void
test_tcx_impossible_distance (void)
{
  g_autoptr(GPtrArray) activities = read_well (
      hip_tcx_reader_read, TCX (RUN (LAP ("2016-04-10T18:41:01Z", "60", "72500000",
                                          PLACE ("1", "0") PLACE ("9", "0.001")))));

  g_assert_cmpfloat_with_epsilon (get (activities, 0)->distance_m, 111.2, 0.1);
}

/* The lap's own clock, where the first point is of another day. */
static void
test_tcx_start (void)
{
  g_autoptr(GPtrArray) activities = read_well (
      hip_tcx_reader_read,
      TCX (RUN (LAP ("2016-04-10T18:41:01Z", "60", "200",
                     "<Trackpoint><Time>2016-04-10T18:42:02Z</Time></Trackpoint>"))));

  g_assert_cmpint (get (activities, 0)->start, ==, 1460313661);
}

/* GPX */

#define GPX(body)                                                                                  \
  "<gpx version='1.1' creator='Test' xmlns='http://www.topografix.com/GPX/1/1'>" body "</gpx>"
#define POINT(longitude, more) "<trkpt lat='0' lon='" longitude "'>" more "</trkpt>"

/* Ways inside segments count, those between them do not; standing about takes no time. */
static void
test_gpx_sums (void)
{
  g_autoptr(GPtrArray) activities = read_well (
      hip_gpx_reader_read,
      GPX ("<trk><name>Dawn</name><desc>Fog</desc><type>Running</type><trkseg>" POINT (
          "0", "<time>2022-03-27T20:32:00Z</time>") POINT ("0.001", "<time>2022-03-27T20:32:40Z"
                                                                    "</time>")
               POINT ("0.001", "<time>2022-03-27T20:35:00Z</time>") "</trkseg><trkseg>" POINT (
                   "1", "<time>2022-03-27T20:40:00Z</time>")
                   POINT ("1.001", "<time>2022-03-27T20:40:30.5Z</time>") "</trkseg></trk>"));
  const HipActivity *run = get (activities, 0);

  g_assert_cmpfloat_with_epsilon (run->distance_m, 2 * 111.195, 0.01);
  g_assert_cmpfloat (run->timer_s, ==, 70.5);
  g_assert_cmpfloat (run->elapsed_s, ==, 510.5);
  g_assert_cmpint (run->sport, ==, HIP_SPORT_RUN);
  g_assert_cmpstr (run->title, ==, "Dawn");
  g_assert_cmpstr (run->note, ==, "Fog");
}

/* The same moment at 22:32 of one day and 20:32 of UTC: the file's clock decides, else the home. */
static void
test_gpx_local_day (void)
{
  static const struct
  {
    const char *time;
    const char *zone;
    const char *date;
    gint32 start_s;
  } cases[] = {
    { "2022-03-27T22:32:01.137+02:00", "Asia/Tokyo", "2022-03-27", 22 * 3600 + 32 * 60 + 1 },
    { "2022-03-27T20:32:01Z", "Asia/Tokyo", "2022-03-28", 5 * 3600 + 32 * 60 + 1 },
    { "2022-03-27T20:32:01+00:00", "Asia/Tokyo", "2022-03-28", 5 * 3600 + 32 * 60 + 1 },
    { "2022-03-27T20:32:01", "Asia/Tokyo", "2022-03-28", 5 * 3600 + 32 * 60 + 1 },
    { "2022-03-27T20:32:01Z", "UTC", "2022-03-27", 20 * 3600 + 32 * 60 + 1 },
    { "2022-03-27T23:30:00-09:30", "UTC", "2022-03-27", 23 * 3600 + 30 * 60 },
    { "1969-12-31T23:59:59Z", "UTC", "1969-12-31", 86399 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf (
          GPX ("<trk><trkseg><trkpt lat='0' lon='0'><time>%s</time></trkpt></trkseg></trk>"),
          cases[i].time);
      g_autoptr(GTimeZone) zone = g_time_zone_new_identifier (cases[i].zone);
      g_autoptr(GPtrArray) activities = read_well (hip_gpx_reader_read, text);
      g_autoptr(HipRun) run = hip_activity_to_run (get (activities, 0), zone, NULL);
      g_autofree char *date = hip_day_to_iso (run->date);

      g_assert_cmpstr (date, ==, cases[i].date);
      g_assert_cmpint (run->start_s, ==, cases[i].start_s);
    }
}

static void
test_gpx_sports (void)
{
  static const struct
  {
    const char *creator;
    const char *track;
    HipSport sport;
    gboolean run;
  } cases[] = {
    { "x", "<type>9</type>", HIP_SPORT_RUN, TRUE },
    { "x", "<type>trail_running</type>", HIP_SPORT_RUN, TRUE },
    { "x", "<type>cycling</type>", HIP_SPORT_OTHER, FALSE },
    { "x", "<type> </type>", HIP_SPORT_UNKNOWN, TRUE },
    { "x", "<name>Cycling 10/2/17 10:49 am</name>", HIP_SPORT_UNKNOWN, TRUE },
    { "Runkeeper - http://www.runkeeper.com", "<name>Cycling 10/2/17 10:49 am</name>",
      HIP_SPORT_OTHER, FALSE },
    { "Runkeeper - http://www.runkeeper.com", "<name>Running 10/2/17 10:49 am</name>",
      HIP_SPORT_RUN, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf (
          "<gpx creator='%s'><trk>%s<trkseg>" POINT ("0", "") "</trkseg></trk></gpx>",
          cases[i].creator, cases[i].track);
      g_autoptr(GPtrArray) activities = read_well (hip_gpx_reader_read, text);

      g_assert_cmpint (get (activities, 0)->sport, ==, cases[i].sport);
      g_assert_true (hip_activity_is_run (get (activities, 0)) == cases[i].run);
    }
}

/* What nobody names a sport and is faster than anybody runs is none: 100 s for 651 and 649 m. */
static void
test_gpx_too_fast (void)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *text = g_strdup_printf (
          GPX ("<trk><trkseg>" POINT ("0", "<time>2022-03-27T20:30:00Z</time>")
                   POINT ("%s", "<time>2022-03-27T20:31:40Z</time>") "</trkseg></trk>"),
          i == 0 ? "0.005855" : "0.005836");
      g_autoptr(GPtrArray) activities = read_well (hip_gpx_reader_read, text);

      g_assert_true (hip_activity_is_run (get (activities, 0)) == (i == 1));
    }
}

static void
test_gpx_extensions (void)
{
  g_autoptr(GPtrArray) activities = read_well (
      hip_gpx_reader_read,
      GPX ("<trk><extensions><o:trackid xmlns:o='http://opentracksapp.com'>abc-1</o:trackid>"
           "</extensions><trkseg>" POINT ("0", "<extensions><n:TrackPointExtension xmlns:n='urn:n'>"
                                               "<n:cad>80</n:cad></n:TrackPointExtension>"
                                               "</extensions>")
               POINT ("0", "<cadence>84</cadence>") "</trkseg></trk>"));

  g_assert_cmpfloat (get (activities, 0)->cadence_spm, ==, 164);
  g_assert_cmpstr (get (activities, 0)->source, ==, "opentracks");
  g_assert_cmpstr (get (activities, 0)->source_id, ==, "abc-1");
}

/* A prefix that nobody declared: strict readers refuse the file. */
static void
test_gpx_unbound_prefix (void)
{
  g_autoptr(GPtrArray) activities = read_well (
      hip_gpx_reader_read,
      GPX ("<trk><trkseg>" POINT (
          "0",
          "<extensions><gpxdata:cadence>76</gpxdata:cadence></extensions>") "</trkseg></trk>"));

  g_assert_cmpfloat (get (activities, 0)->cadence_spm, ==, 152);
}

static void
test_gpx_backward_step (void)
{
  g_autoptr(GPtrArray) activities = read_well (
      hip_gpx_reader_read,
      GPX ("<trk><trkseg>" POINT ("0", "<time>2022-03-27T20:30:01Z</time>")
               POINT ("0.0001", "<time>2022-03-27T20:30:00Z</time>")
                   POINT ("0.0002", "<time>2022-03-27T20:30:05Z</time>") "</trkseg></trk>"));
  const HipActivity *run = get (activities, 0);

  g_assert_cmpint (run->start, ==, 1648413000);
  g_assert_cmpfloat (run->timer_s, ==, 5);
  g_assert_cmpfloat (run->elapsed_s, ==, 5);
}

/* A route without times is no run that can be put on a day. */
static void
test_gpx_no_times (void)
{
  g_autoptr(GPtrArray) activities =
                read_well (hip_gpx_reader_read, GPX ("<trk><trkseg>" POINT ("0", "")
                                                         POINT ("0.1", "") "</trkseg></trk>"));
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(GError) error = NULL;

  g_assert_null (hip_activity_to_run (get (activities, 0), utc, &error));
  g_assert_error (error, HIP_RECORD_ERROR, HIP_RECORD_ERROR_SYNTAX);
}

static void
test_no_activities (void)
{
  static const struct
  {
    HipActivityReader read;
    const char *text;
  } cases[] = {
    { hip_gpx_reader_read, GPX ("<trk><trkseg/></trk>") },
    { hip_gpx_reader_read, GPX ("<metadata><time>2023-07-07T16:10:57Z</time></metadata>") },
    { hip_gpx_reader_read, GPX ("<rte><rtept lat='0' lon='0'/></rte>") },
    { hip_gpx_reader_read, GPX ("<trk><trkseg>"
                                "<trkpt lat='91' lon='0'/></trkseg></trk>") },
    { hip_tcx_reader_read, TCX ("") },
    { hip_tcx_reader_read, "<TrainingCenterDatabase><Courses><Course><Lap><DistanceMeters>5"
                           "</DistanceMeters></Lap></Course></Courses></TrainingCenterDatabase>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *remark = NULL;
      g_autoptr(GError) error = NULL;

      g_assert_null (read_text (cases[i].read, cases[i].text, -1, &remark, &error));
      g_assert_error (error, HIP_RECORD_ERROR, HIP_RECORD_ERROR_INVALID);
    }
}

/* Damage */

/* Cut off anywhere: what was there before is kept, and so said. */
static void
test_truncated (void)
{
  static const char gpx[] =
      GPX ("<trk><trkseg>" POINT ("0", "<time>2022-03-27T20:30:00Z</time>")
               POINT ("0.001", "<time>2022-03-27T20:31:00Z</time>") "</trkseg></trk>");
  static const char tcx[] = TCX (RUN (LAP ("2016-04-10T18:41:01Z", "60", "200",
                                           CADENCE ("82") PLACE ("1", "0") PLACE ("5", "0.0001"))));
  const char *const texts[] = { gpx, tcx };
  const HipActivityReader readers[] = { hip_gpx_reader_read, hip_tcx_reader_read };

  for (guint i = 0; i < 2; i++)
    for (gsize length = 0; length < strlen (texts[i]); length++)
      {
        g_autofree char *remark = NULL;
        g_autoptr(GError) error = NULL;
        g_autoptr(GPtrArray) activities =
                      read_text (readers[i], texts[i], (gssize) length, &remark, &error);

        g_assert_true ((activities != NULL) == (error == NULL));
        g_assert_true ((activities != NULL) == (remark != NULL));
        if (length == strlen (texts[i]) - 1)
          g_assert_nonnull (activities);
      }
}

/* Each would be gigabytes or more if it was believed. */
static void
test_hostile (void)
{
  static const struct
  {
    const char *before;
    const char *piece;
    guint64 n;
  } cases[] = {
    { "<!DOCTYPE gpx [<!ENTITY a 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'>",
      "<!ENTITY b '&a;&a;'>", G_MAXUINT64 },
    { "<!DOCTYPE gpx [<!ENTITY a 'lol'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c "
      "'&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d "
      "'&c;&c;&c;&c;&c;&c;&c;&c;&c;'>]><gpx><trk><name>",
      "&d;", G_MAXUINT64 },
    { "<!DOCTYPE gpx SYSTEM 'file:///etc/passwd'><gpx>", "<trk/>", 10 },
    { "<gpx><trk><name>", "endless ", G_MAXUINT64 },
    { "<gpx><trk ", "a='b' ", G_MAXUINT64 },
    { "<gpx><trk a='", "endless ", G_MAXUINT64 },
    { "<gpx>", "<a>", G_MAXUINT64 },
    { "<gpx><!--", "endless ", G_MAXUINT64 },
    { "<gpx", "x", G_MAXUINT64 },
    { "", " ", G_MAXUINT64 },
    { "<gpx>&", "a", G_MAXUINT64 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint reader = 0; reader < 2; reader++)
      {
        g_autoptr(GInputStream) stream =
                      repeated_stream_new (cases[i].before, cases[i].piece, cases[i].n);
        g_autofree char *remark = NULL;
        g_autoptr(GError) error = NULL;
        guint64 memory = repeated_stream_get_memory ();

        g_assert_null ((reader == 0 ? hip_gpx_reader_read : hip_tcx_reader_read) (stream, &remark,
                                                                                  NULL, &error));
        g_assert_error (error, HIP_RECORD_ERROR, HIP_RECORD_ERROR_SYNTAX);
        g_test_message ("%u: %s (%" G_GUINT64_FORMAT " KiB read)", i, error->message,
                        repeated_stream_get_read (stream) / 1024);
        g_assert_cmpuint (repeated_stream_get_memory ()
                              - MIN (memory, repeated_stream_get_memory ()),
                          <, 128 * 1024 * 1024);
        g_assert_cmpuint (repeated_stream_get_read (stream), <, 32 * 1024 * 1024);
      }
}

/* Ten times the points, not ten times the memory. */
static void
test_memory (void)
{
  g_autoptr(GInputStream) stream = repeated_stream_new (
      "<gpx><trk><trkseg>",
      "<trkpt lat='1' lon='2'><ele>3</ele><time>2022-03-27T20:30:00Z</time></trkpt>", 300000);
  g_autofree char *remark = NULL;
  g_autoptr(GPtrArray) activities = NULL;
  guint64 memory = repeated_stream_get_memory ();

  activities = hip_gpx_reader_read (stream, &remark, NULL, NULL);
  g_assert_nonnull (activities);
  g_assert_cmpuint (repeated_stream_get_memory () - MIN (memory, repeated_stream_get_memory ()), <,
                    4 * 1024 * 1024);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/xml/tcx/laps", test_tcx_laps);
  g_test_add_func ("/exchange/xml/tcx/offset", test_tcx_offset);
  g_test_add_func ("/exchange/xml/tcx/lenient", test_tcx_lenient);
  g_test_add_func ("/exchange/xml/tcx/cadence", test_cadence);
  g_test_add_func ("/exchange/xml/tcx/impossible-distance", test_tcx_impossible_distance);
  g_test_add_func ("/exchange/xml/tcx/start", test_tcx_start);
  g_test_add_func ("/exchange/xml/gpx/sums", test_gpx_sums);
  g_test_add_func ("/exchange/xml/gpx/local-day", test_gpx_local_day);
  g_test_add_func ("/exchange/xml/gpx/sports", test_gpx_sports);
  g_test_add_func ("/exchange/xml/gpx/too-fast", test_gpx_too_fast);
  g_test_add_func ("/exchange/xml/gpx/extensions", test_gpx_extensions);
  g_test_add_func ("/exchange/xml/gpx/unbound-prefix", test_gpx_unbound_prefix);
  g_test_add_func ("/exchange/xml/gpx/backward-step", test_gpx_backward_step);
  g_test_add_func ("/exchange/xml/gpx/no-times", test_gpx_no_times);
  g_test_add_func ("/exchange/xml/no-activities", test_no_activities);
  g_test_add_func ("/exchange/xml/truncated", test_truncated);
  g_test_add_func ("/exchange/xml/hostile", test_hostile);
  g_test_add_func ("/exchange/xml/memory", test_memory);
  return g_test_run ();
}
