// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include <math.h>

#include "fit-builder.h"
#include "hip-fit-reader.h"
#include "hip-test-util.h"
#include "repeated-stream.h"

#define RUNNING 1
#define WHOLE   G_MAXUINT

/* (nullable): of the first @length bytes of what was built. */
static GPtrArray *
read_bytes (FitBuilder *builder, guint length, char **remark, GError **error)
{
  g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_data (
      builder->bytes->data, MIN (length, builder->bytes->len), NULL);

  return hip_fit_reader_read (stream, remark, NULL, error);
}

static GPtrArray *
read_well (FitBuilder *builder)
{
  g_autofree char *remark = NULL;
  g_autoptr(GError) error = NULL;
  GPtrArray *activities = read_bytes (builder, WHOLE, &remark, &error);

  g_assert_no_error (error);
  g_assert_null (remark);
  return activities;
}

static GPtrArray *
read_damaged (FitBuilder *builder, guint length, const char *damage)
{
  g_autofree char *remark = NULL;
  g_autoptr(GError) error = NULL;
  GPtrArray *activities = read_bytes (builder, length, &remark, &error);

  g_assert_no_error (error);
  g_assert_nonnull (remark);
  g_assert_nonnull (strstr (remark, damage));
  return activities;
}

static void
check_run (const HipActivity *activity)
{
  g_assert_cmpint (activity->sport, ==, HIP_SPORT_RUN);
  g_assert_cmpint (activity->start, ==, FIT_START_UNIX);
  g_assert_cmpfloat (activity->distance_m, ==, 10500);
  g_assert_cmpfloat (activity->timer_s, ==, 3000);
  g_assert_cmpfloat (activity->elapsed_s, ==, 3100);
  g_assert_cmpfloat (activity->cadence_spm, ==, 161);
  g_assert_cmpfloat (activity->ascent_m, ==, 123);
  g_assert_cmpint (activity->effort, ==, 6);
  g_assert_cmpint (activity->utc_offset_min, ==, HIP_UNSET);
}

static void
check_only_run (GPtrArray *activities)
{
  g_assert_cmpuint (activities->len, ==, 1);
  check_run (g_ptr_array_index (activities, 0));
}

static FitBuilder *
build_run (void)
{
  FitBuilder *builder = fit_builder_new ();

  fit_builder_file_id (builder, 4);
  fit_builder_session (builder, RUNNING, 0);
  return builder;
}

static void
test_byte_orders (void)
{
  for (guint big_endian = 0; big_endian < 2; big_endian++)
    {
      g_autoptr(FitBuilder) builder = fit_builder_new ();
      g_autoptr(GPtrArray) activities = NULL;

      builder->big_endian = big_endian == 1;
      fit_builder_file_id (builder, 4);
      fit_builder_session (builder, RUNNING, 0);
      fit_builder_end (builder);
      activities = read_well (builder);
      check_only_run (activities);
    }
}

/* What is not there is not zero. */
static void
test_invalid_values (void)
{
  static const FitField fields[] = {
    { 2, FIT_UINT32, FIT_START }, { 8, FIT_UINT32, 0xffffffff }, { 9, FIT_UINT32, 0xffffffff },
    { 5, FIT_ENUM, 0xff },        { 18, FIT_UINT8, 0xff },       { 22, FIT_UINT16, 0xffff },
  };
  g_autoptr(FitBuilder) builder = fit_builder_new ();
  g_autoptr(GPtrArray) activities = NULL;
  const HipActivity *activity;

  fit_builder_file_id (builder, 4);
  fit_builder_record (builder, 1, 18, fields, G_N_ELEMENTS (fields));
  fit_builder_end (builder);
  activities = read_well (builder);
  activity = g_ptr_array_index (activities, 0);
  g_assert_cmpint (activity->sport, ==, HIP_SPORT_UNKNOWN);
  g_assert_true (isnan (activity->timer_s));
  g_assert_true (isnan (activity->distance_m));
  g_assert_true (isnan (activity->cadence_spm));
  g_assert_true (isnan (activity->ascent_m));
}

static void
test_sub_sports (void)
{
  static const struct
  {
    guint8 sport;
    guint8 sub_sport;
    HipSport expected;
    HipSurface surface;
  } cases[] = {
    { RUNNING, 0, HIP_SPORT_RUN, HIP_SURFACE_UNKNOWN },
    { RUNNING, 1, HIP_SPORT_RUN, HIP_SURFACE_TREADMILL },
    { RUNNING, 2, HIP_SPORT_RUN, HIP_SURFACE_ROAD },
    { RUNNING, 3, HIP_SPORT_RUN, HIP_SURFACE_TRAIL },
    { RUNNING, 4, HIP_SPORT_RUN, HIP_SURFACE_TRACK },
    { RUNNING, 45, HIP_SPORT_RUN, HIP_SURFACE_TREADMILL },
    { RUNNING, 58, HIP_SPORT_RUN, HIP_SURFACE_TREADMILL },
    { RUNNING, 67, HIP_SPORT_RUN, HIP_SURFACE_UNKNOWN },
    { 4, 1, HIP_SPORT_RUN, HIP_SURFACE_TREADMILL }, /* fitness equipment */
    { 4, 15, HIP_SPORT_OTHER, HIP_SURFACE_UNKNOWN },
    { 2, 3, HIP_SPORT_OTHER, HIP_SURFACE_UNKNOWN },
    { 200, 0, HIP_SPORT_OTHER, HIP_SURFACE_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(FitBuilder) builder = fit_builder_new ();
      g_autoptr(GPtrArray) activities = NULL;
      const HipActivity *activity;

      fit_builder_file_id (builder, 4);
      fit_builder_session (builder, cases[i].sport, cases[i].sub_sport);
      fit_builder_end (builder);
      activities = read_well (builder);
      activity = g_ptr_array_index (activities, 0);
      g_assert_cmpint (activity->sport, ==, cases[i].expected);
      g_assert_cmpint (activity->surface, ==, cases[i].surface);
    }
}

/* The watch's own clock against UTC, in quarters of an hour; what is none is not believed. */
static void
test_offsets (void)
{
  static const struct
  {
    gint32 difference_s;
    gint32 offset_min;
  } cases[] = {
    { 7200, 120 },
    { 0, 0 },
    { -12600, -210 },
    { 20700, 345 },
    { 7195, 120 },
    { 7200 + 60, 120 },
    { 7200 + 61, HIP_UNSET },
    { 14 * 3600, 840 },
    { 15 * 3600, HIP_UNSET },
    { 1000000, HIP_UNSET },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const FitField fields[] = {
        { 253, FIT_UINT32, FIT_START + 3100 },
        { 5, FIT_UINT32, (guint64) (FIT_START + 3100 + cases[i].difference_s) },
      };
      g_autoptr(FitBuilder) builder = build_run ();
      g_autoptr(GPtrArray) activities = NULL;

      fit_builder_record (builder, 2, 34, fields, G_N_ELEMENTS (fields));
      fit_builder_end (builder);
      activities = read_well (builder);
      g_assert_cmpint (((HipActivity *) g_ptr_array_index (activities, 0))->utc_offset_min, ==,
                       cases[i].offset_min);
    }
}

/* 23:32 at +02:00 stays on its day, wherever the runner lives now. */
static void
test_local_day (void)
{
  static const FitField fields[] = { { 253, FIT_UINT32, FIT_START },
                                     { 5, FIT_UINT32, FIT_START + 7200 } };
  g_autoptr(FitBuilder) builder = build_run ();
  g_autoptr(GTimeZone) tokyo = g_time_zone_new_identifier ("Asia/Tokyo");
  g_autoptr(GPtrArray) activities = NULL;
  g_autoptr(HipRun) run = NULL;
  g_autofree char *date = NULL;

  fit_builder_record (builder, 2, 34, fields, G_N_ELEMENTS (fields));
  fit_builder_end (builder);
  activities = read_well (builder);
  run = hip_activity_to_run (g_ptr_array_index (activities, 0), tokyo, NULL);
  date = hip_day_to_iso (run->date);
  g_assert_cmpstr (date, ==, "2024-03-15");
  g_assert_cmpint (run->start_s, ==, 23 * 3600 + 32 * 60);
  g_assert_cmpint (run->utc_offset_min, ==, 120);
}

/* A watch that was never told the time counts from when it was switched on. */
static void
test_no_date (void)
{
  static const FitField fields[] = { { 2, FIT_UINT32, 0x0fffffff },
                                     { 5, FIT_ENUM, RUNNING },
                                     { 9, FIT_UINT32, 100000 } };
  g_autoptr(FitBuilder) builder = fit_builder_new ();
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(GPtrArray) activities = NULL;
  g_autoptr(GError) error = NULL;

  fit_builder_file_id (builder, 4);
  fit_builder_record (builder, 1, 18, fields, G_N_ELEMENTS (fields));
  fit_builder_end (builder);
  activities = read_well (builder);
  g_assert_null (hip_activity_to_run (g_ptr_array_index (activities, 0), utc, &error));
  hip_test_assert_error_contains (error, HIP_RECORD_ERROR, HIP_RECORD_ERROR_SYNTAX, "when");
}

/* A point with a timestamp of its own, then two whose headers have its last five bits: one later,
 * and one after they have run over. No session: the points stand in for it. */
static void
test_compressed_timestamps (void)
{
  static const FitField whole[] = { { 253, FIT_UINT32, FIT_START }, { 5, FIT_UINT32, 0 } };
  static const FitField part[] = { { 5, FIT_UINT32, 100000 } };
  const guint8 first = 0x80 | 1 << 5 | ((FIT_START + 10) & 0x1f);
  const guint8 second = 0x80 | 1 << 5 | ((FIT_START + 35) & 0x1f);
  g_autoptr(FitBuilder) builder = fit_builder_new ();
  g_autoptr(GPtrArray) activities = NULL;
  const HipActivity *activity;

  fit_builder_file_id (builder, 4);
  fit_builder_record (builder, 0, 20, whole, G_N_ELEMENTS (whole));
  fit_builder_define (builder, 1, 20, part, G_N_ELEMENTS (part));
  fit_builder_raw (builder, &first, 1);
  fit_builder_values (builder, part, G_N_ELEMENTS (part));
  fit_builder_raw (builder, &second, 1);
  fit_builder_values (builder, part, G_N_ELEMENTS (part));
  fit_builder_end (builder);
  activities = read_damaged (builder, WHOLE, "summary is missing");
  activity = g_ptr_array_index (activities, 0);
  g_assert_cmpint (activity->start, ==, FIT_START_UNIX);
  g_assert_cmpfloat (activity->elapsed_s, ==, 35);
  g_assert_cmpfloat (activity->distance_m, ==, 1000);
}

/* A definition with developer fields, whose bytes are passed over; unknown messages and fields too,
 * and fields whose size does not fit their type. */
static void
test_developer_fields (void)
{
  static const guint8 definition[] = { 0x60 | 3, 0,          0, 20, 0, 2, 5, 4, FIT_UINT32, 9,
                                       3,        FIT_UINT16, 2, 0,  5, 0, 1, 4, 0 };
  static const guint8 data[] = { 3, 0, 0, 0, 0, 7, 7, 7, 1, 2, 3, 4, 5, 6, 7, 8, 9 };
  static const FitField unknown[] = { { 77, FIT_UINT32, 1 }, { 78, FIT_UINT16, 2 } };
  g_autoptr(FitBuilder) builder = fit_builder_new ();
  g_autoptr(GPtrArray) activities = NULL;

  fit_builder_file_id (builder, 4);
  fit_builder_raw (builder, definition, sizeof definition);
  fit_builder_raw (builder, data, sizeof data);
  fit_builder_record (builder, 4, 0xff01, unknown, G_N_ELEMENTS (unknown));
  fit_builder_session (builder, RUNNING, 0);
  fit_builder_end (builder);
  activities = read_well (builder);
  check_only_run (activities);
}

static void
test_chained (void)
{
  g_autoptr(FitBuilder) builder = build_run ();
  g_autoptr(GPtrArray) activities = NULL;

  fit_builder_end (builder);
  fit_builder_file_id (builder, 2); /* settings */
  fit_builder_end (builder);
  fit_builder_file_id (builder, 4);
  fit_builder_session (builder, RUNNING, 0);
  fit_builder_end (builder);
  activities = read_well (builder);
  g_assert_cmpuint (activities->len, ==, 2);
  check_run (g_ptr_array_index (activities, 0));
  check_run (g_ptr_array_index (activities, 1));
}

/* Local numbers of one file mean nothing in the next. */
static void
test_definitions_end_with_file (void)
{
  static const guint8 data[] = { 1, 0 };
  g_autoptr(FitBuilder) builder = build_run ();
  g_autoptr(GPtrArray) activities = NULL;

  fit_builder_end (builder);
  fit_builder_raw (builder, data, sizeof data);
  fit_builder_end (builder);
  activities = read_damaged (builder, WHOLE, "not written to its end");
  check_only_run (activities);
}

static void
test_trailing_junk (void)
{
  static const char *const junk[] = { "x", "junk that is longer than any header of a file" };

  for (guint i = 0; i < G_N_ELEMENTS (junk); i++)
    {
      g_autoptr(FitBuilder) builder = build_run ();
      g_autoptr(GPtrArray) activities = NULL;

      fit_builder_end (builder);
      g_byte_array_append (builder->bytes, (const guint8 *) junk[i], strlen (junk[i]));
      activities = read_damaged (builder, WHOLE, "behind its end");
      check_only_run (activities);
    }
}

static void
test_wrong_crc (void)
{
  g_autoptr(FitBuilder) builder = build_run ();
  g_autoptr(GPtrArray) activities = NULL;

  fit_builder_end (builder);
  builder->bytes->data[builder->bytes->len - 1] ^= 1;
  activities = read_damaged (builder, WHOLE, "checksum");
  check_only_run (activities);
}

/* The battery ran empty before the length was written. */
static void
test_zero_data_size (void)
{
  g_autoptr(FitBuilder) builder = build_run ();
  g_autoptr(GPtrArray) activities = NULL;

  fit_builder_end (builder);
  memset (builder->bytes->data + 4, 0, 4);
  activities = read_damaged (builder, WHOLE, "not written to its end");
  check_only_run (activities);
}

static void
test_headers (void)
{
  g_autoptr(FitBuilder) builder = build_run ();
  g_autoptr(GPtrArray) old = NULL;
  g_autoptr(GPtrArray) grown = NULL;
  static const guint8 more[6] = { 0 };

  /* Twelve bytes, without a checksum of its own: that of the file is another one then. */
  fit_builder_end (builder);
  builder->bytes->data[0] = 12;
  g_byte_array_remove_range (builder->bytes, 12, 2);
  old = read_damaged (builder, WHOLE, "checksum");
  check_only_run (old);

  /* It may grow. */
  builder->bytes->data[0] = 18;
  g_byte_array_set_size (builder->bytes, builder->bytes->len + sizeof more);
  memmove (builder->bytes->data + 18, builder->bytes->data + 12, builder->bytes->len - 18);
  grown = read_damaged (builder, WHOLE, "checksum");
  check_only_run (grown);
}

/* Laps and points, for the session is what is written last. */
static void
test_missing_session (void)
{
  static const FitField lap[] = { { 2, FIT_UINT32, FIT_START }, { 8, FIT_UINT32, 280000 },
                                  { 9, FIT_UINT32, 100000 },    { 17, FIT_UINT8, 85 },
                                  { 25, FIT_ENUM, RUNNING },    { 39, FIT_ENUM, 1 } };
  static const FitField point[] = { { 253, FIT_UINT32, FIT_START }, { 5, FIT_UINT32, 0 } };
  static const FitField last[] = { { 253, FIT_UINT32, FIT_START + 600 },
                                   { 5, FIT_UINT32, 200000 } };
  g_autoptr(FitBuilder) builder = fit_builder_new ();
  g_autoptr(GPtrArray) activities = NULL;
  const HipActivity *activity;

  fit_builder_file_id (builder, 4);
  fit_builder_record (builder, 2, 20, point, G_N_ELEMENTS (point));
  fit_builder_record (builder, 3, 19, lap, G_N_ELEMENTS (lap));
  fit_builder_record (builder, 2, 20, last, G_N_ELEMENTS (last));
  fit_builder_end (builder);
  activities = read_damaged (builder, WHOLE, "summary is missing");
  g_assert_cmpuint (activities->len, ==, 1);
  activity = g_ptr_array_index (activities, 0);
  g_assert_cmpint (activity->sport, ==, HIP_SPORT_RUN);
  g_assert_cmpint (activity->surface, ==, HIP_SURFACE_TREADMILL);
  g_assert_cmpint (activity->start, ==, FIT_START_UNIX);
  g_assert_cmpfloat (activity->distance_m, ==, 2000);
  g_assert_cmpfloat (activity->elapsed_s, ==, 600);
  g_assert_true (isnan (activity->timer_s)); /* the lap has only half of it */
  g_assert_cmpfloat (activity->cadence_spm, ==, 170);
}

/* Two runs and a ride in one file; the summary may come before the points. */
static void
test_several_sessions (void)
{
  static const FitField point[] = { { 253, FIT_UINT32, FIT_START + 90000 },
                                    { 5, FIT_UINT32, 4000000 } };
  g_autoptr(FitBuilder) builder = build_run ();
  g_autoptr(GPtrArray) activities = NULL;

  fit_builder_session (builder, 2, 0);
  fit_builder_session (builder, RUNNING, 0);
  fit_builder_record (builder, 2, 20, point, G_N_ELEMENTS (point));
  fit_builder_end (builder);
  activities = read_well (builder);
  g_assert_cmpuint (activities->len, ==, 3);
  check_run (g_ptr_array_index (activities, 0));
  g_assert_cmpint (((HipActivity *) g_ptr_array_index (activities, 1))->sport, ==, HIP_SPORT_OTHER);
  g_assert_cmpstr (((HipActivity *) g_ptr_array_index (activities, 1))->sport_name, ==, "cycling");
  check_run (g_ptr_array_index (activities, 2));
}

static void
test_no_activity (void)
{
  static const FitField point[] = { { 253, FIT_UINT32, FIT_START }, { 5, FIT_UINT32, 100000 } };
  g_autoptr(FitBuilder) builder = fit_builder_new ();
  g_autofree char *remark = NULL;
  g_autoptr(GError) error = NULL;

  /* A course has points too. */
  fit_builder_file_id (builder, 6);
  fit_builder_record (builder, 2, 20, point, G_N_ELEMENTS (point));
  fit_builder_end (builder);
  g_assert_null (read_bytes (builder, WHOLE, &remark, &error));
  g_assert_null (remark);
  g_assert_error (error, HIP_RECORD_ERROR, HIP_RECORD_ERROR_INVALID);
}

/* Cut off anywhere: never a crash, and the session is kept once it was there. */
static void
test_truncated (void)
{
  g_autoptr(FitBuilder) builder = build_run ();
  guint whole_session;

  whole_session = 14 + builder->data->len;
  fit_builder_file_id (builder, 4);
  fit_builder_end (builder);
  for (guint length = 0; length < builder->bytes->len; length++)
    {
      g_autofree char *remark = NULL;
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) activities = read_bytes (builder, length, &remark, &error);

      g_assert_true ((activities != NULL) == (length >= whole_session));
      g_assert_true ((activities != NULL) == (error == NULL));
      g_assert_true ((activities != NULL) == (remark != NULL));
      if (activities != NULL)
        check_only_run (activities);
    }
}

/* A file of nothing but sessions is not believed for ever. */
static void
test_bounded_sessions (void)
{
  static const FitField fields[] = { { 5, FIT_ENUM, RUNNING } };
  static const guint8 data[] = { 1, RUNNING };
  g_autoptr(FitBuilder) builder = fit_builder_new ();
  g_autoptr(GPtrArray) activities = NULL;

  fit_builder_file_id (builder, 4);
  fit_builder_define (builder, 1, 18, fields, G_N_ELEMENTS (fields));
  for (guint i = 0; i < 100000; i++)
    fit_builder_raw (builder, data, sizeof data);
  fit_builder_end (builder);
  activities = read_well (builder);
  g_assert_cmpuint (activities->len, ==, 1000);
}

/* Two million points: the memory stays as it is. */
static void
test_memory (void)
{
  static const FitField point[] = { { 253, FIT_UINT32, FIT_START }, { 5, FIT_UINT32, 100 } };
  g_autoptr(FitBuilder) builder = fit_builder_new ();
  g_autoptr(GInputStream) stream = NULL;
  g_autoptr(GBytes) before = NULL;
  g_autoptr(GBytes) record = NULL;
  g_autofree char *remark = NULL;
  g_autoptr(GPtrArray) activities = NULL;
  guint64 memory = repeated_stream_get_memory ();
  guint end;

  /* The length is not known, so that it goes on to the end of the stream. */
  fit_builder_file_id (builder, 4);
  fit_builder_record (builder, 2, 20, point, G_N_ELEMENTS (point));
  fit_builder_end (builder);
  memset (builder->bytes->data + 4, 0, 4);
  end = builder->bytes->len - 2;
  before = g_bytes_new (builder->bytes->data, end);
  record = g_bytes_new (builder->bytes->data + end - 9, 9);
  stream = repeated_stream_new_bytes (before, record, 2000000);
  activities = hip_fit_reader_read (stream, &remark, NULL, NULL);
  g_assert_nonnull (activities);
  g_assert_cmpuint (repeated_stream_get_read (stream), >, 9 * 2000000);
  g_assert_cmpuint (repeated_stream_get_memory () - MIN (memory, repeated_stream_get_memory ()), <,
                    4 * 1024 * 1024);
}

static void
test_cancelled (void)
{
  g_autoptr(FitBuilder) builder = build_run ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GInputStream) stream = NULL;
  g_autofree char *remark = NULL;
  g_autoptr(GError) error = NULL;

  fit_builder_end (builder);
  stream = g_memory_input_stream_new_from_data (builder->bytes->data, builder->bytes->len, NULL);
  g_cancellable_cancel (cancellable);
  g_assert_null (hip_fit_reader_read (stream, &remark, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/fit/byte-orders", test_byte_orders);
  g_test_add_func ("/exchange/fit/invalid-values", test_invalid_values);
  g_test_add_func ("/exchange/fit/sub-sports", test_sub_sports);
  g_test_add_func ("/exchange/fit/offsets", test_offsets);
  g_test_add_func ("/exchange/fit/local-day", test_local_day);
  g_test_add_func ("/exchange/fit/no-date", test_no_date);
  g_test_add_func ("/exchange/fit/compressed-timestamps", test_compressed_timestamps);
  g_test_add_func ("/exchange/fit/developer-fields", test_developer_fields);
  g_test_add_func ("/exchange/fit/chained", test_chained);
  g_test_add_func ("/exchange/fit/definitions-end-with-file", test_definitions_end_with_file);
  g_test_add_func ("/exchange/fit/trailing-junk", test_trailing_junk);
  g_test_add_func ("/exchange/fit/wrong-crc", test_wrong_crc);
  g_test_add_func ("/exchange/fit/zero-data-size", test_zero_data_size);
  g_test_add_func ("/exchange/fit/headers", test_headers);
  g_test_add_func ("/exchange/fit/missing-session", test_missing_session);
  g_test_add_func ("/exchange/fit/several-sessions", test_several_sessions);
  g_test_add_func ("/exchange/fit/no-activity", test_no_activity);
  g_test_add_func ("/exchange/fit/truncated", test_truncated);
  g_test_add_func ("/exchange/fit/bounded-sessions", test_bounded_sessions);
  g_test_add_func ("/exchange/fit/memory", test_memory);
  g_test_add_func ("/exchange/fit/cancelled", test_cancelled);
  return g_test_run ();
}
