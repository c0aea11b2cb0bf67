// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include <archive.h>
#include <archive_entry.h>
#include <unistd.h>

#include "exchange-fixture.h"
#include "fit-builder.h"
#include "hip-archive.h"

/* Archives and folders of files, the harmless and the others. */

#define GPX_AT(time, longitude)                                                                    \
  "<gpx><trk><type>running</type><trkseg><trkpt lat='0' lon='0'><time>" time "</time></trkpt>"     \
  "<trkpt lat='0' lon='" longitude "'><time>2024-03-15T22:22:00Z</time></trkpt></trkseg></trk>"    \
  "</gpx>"
/* 10 km in 50 minutes by its points. */
#define GPX GPX_AT ("2024-03-15T21:32:00Z", "0.0899322")

#define STRAVA                                                                                     \
  "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,"       \
  "Distance,Relative Effort,Commute,Activity Gear,Filename,Athlete Weight,Bike Weight,"            \
  "Elapsed Time,Moving Time,Distance,Max Speed,Average Speed,Elevation Gain\n"
#define STRAVA_ROW(id, type, file)                                                                 \
  id ",\"Mar 15, 2024, 9:32:00\xe2\x80\xafPM\",Dusk," type                                         \
     ",Knee fine,3100,10.40,,false,Blue," file ",,,3100.0,2990.0,10400.0,5,3.4,55.5\n"

typedef struct
{
  const char *name;
  const void *contents;
  gssize length; /* -1: a text */
  mode_t type;   /* 0: a file */
} Member;

static void
write_members (struct archive *archive, const Member *members, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      gsize length = members[i].length < 0 ? strlen (members[i].contents) : members[i].length;
      struct archive_entry *entry = archive_entry_new ();

      archive_entry_set_pathname (entry, members[i].name);
      archive_entry_set_filetype (entry, members[i].type != 0 ? members[i].type : AE_IFREG);
      archive_entry_set_perm (entry, 0644);
      if (members[i].type == AE_IFLNK)
        archive_entry_set_symlink (entry, members[i].contents);
      else
        archive_entry_set_size (entry, (la_int64_t) length);
      g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
      if (members[i].type != AE_IFLNK)
        g_assert_cmpint (archive_write_data (archive, members[i].contents, length), ==, length);
      archive_entry_free (entry);
    }
}

static char *
write_zip (HipTestDir *dir, const char *name, const Member *members, guint n)
{
  char *path = hip_test_dir_path (dir, name);
  struct archive *archive = archive_write_new ();

  archive_write_set_format_zip (archive);
  g_assert_cmpint (archive_write_open_filename (archive, path), ==, ARCHIVE_OK);
  write_members (archive, members, n);
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);
  return path;
}

/* (transfer full): gzipped bytes */
static GBytes *
gzip (const void *data, gsize length)
{
  g_autoptr(GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr(GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9);
  g_autoptr(GOutputStream) stream =
                g_converter_output_stream_new (memory, G_CONVERTER (compressor));

  g_assert_true (g_output_stream_write_all (stream, data, length, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static HipImportPlan *
read_path (const char *path)
{
  g_autoptr(HipHistory) empty = hip_history_new_empty ();

  return fixture_read (path, empty);
}

static HipRun *
get_run (HipImportPlan *plan, guint i)
{
  g_assert_cmpuint (plan->added.runs, >, i);
  return (HipRun *) hip_change_get (plan->change,
                                    hip_change_get_n (plan->change) - plan->added.runs + i)
      ->after;
}

static FitBuilder *
build_fit (void)
{
  FitBuilder *builder = fit_builder_new ();

  fit_builder_file_id (builder, 4);
  fit_builder_session (builder, 1, 0);
  fit_builder_end (builder);
  return builder;
}

static void
assert_reason (HipImportPlan *plan, guint i, const char *text)
{
  g_autofree char *reason = hip_import_reject_to_string (g_ptr_array_index (plan->rejected, i));

  g_test_message ("%s", reason);
  g_assert_nonnull (strstr (reason, text));
}

/* Strava's row has what the runner wrote; the watch's file has what was measured. */
static void
test_strava (void)
{
  g_autoptr(HipTestDir) dir = hip_test_dir_new ();
  g_autoptr(FitBuilder) fit = build_fit ();
  g_autoptr(GBytes) packed = gzip (fit->bytes->data, fit->bytes->len);
  const Member members[] = {
    { "activities/", "", 0, AE_IFDIR },
    { "activities/1.fit.gz", g_bytes_get_data (packed, NULL), (gssize) g_bytes_get_size (packed),
      0 },
    { "activities/9.gpx", GPX, -1, 0 }, /* a ride by its row */
    { "activities.csv",
      STRAVA STRAVA_ROW ("1", "Run", "activities/1.fit.gz")
          STRAVA_ROW ("9", "Ride", "activities/9.gpx") "2,2024-03-16 07:00:00,Typed,Run,By hand,"
                                                       "1800,5,,,,,,,1800,1800,5000,,,\n",
      -1, 0 },
    { "shoes.csv", "Shoe Name,Shoe Brand,Shoe Model\n,,Blue\n", -1, 0 },
    { "profile.csv", "First Name,Last Name\nAda,L\n", -1, 0 },
    { "media/photo.jpg", "\xff\xd8", -1, 0 },
  };
  g_autofree char *path = write_zip (dir, "export.zip", members, G_N_ELEMENTS (members));
  g_autoptr(HipImportPlan) plan = read_path (path);
  HipRun *run;

  g_assert_cmpuint (plan->rejected->len, ==, 0);
  g_assert_cmpuint (plan->duplicates->len, ==, 0);
  g_assert_cmpuint (plan->n_other_sports, ==, 1);
  g_assert_cmpuint (plan->n_files, ==, 4);
  g_assert_cmpuint (plan->added.shoes, ==, 1);
  g_assert_cmpuint (plan->added.runs, ==, 2);
  run = get_run (plan, 0);
  g_assert_cmpint (run->distance_m, ==, 10500); /* the watch's, not 10400 */
  g_assert_cmpint (run->duration_s, ==, 3000);
  g_assert_cmpint (run->cadence_spm, ==, 161);
  g_assert_cmpint (run->ascent_m, ==, 123);
  g_assert_cmpint (run->effort, ==, 6);
  g_assert_cmpstr (run->title, ==, "Dusk");
  g_assert_cmpstr (run->note, ==, "Knee fine");
  g_assert_cmpstr (run->source, ==, "strava");
  g_assert_cmpstr (run->source_id, ==, "1");
  g_assert_cmpint (run->shoe_id, <, HIP_IMPORT_PLACEHOLDER_ID);
  g_assert_cmpstr (get_run (plan, 1)->note, ==, "By hand");
}

/* Metres of Strava's are better than those computed from points; what else points have is taken. */
static void
test_strava_and_gpx (void)
{
  static const Member members[] = {
    { "export/activities.csv", STRAVA STRAVA_ROW ("1", "Run", "activities/1.gpx"), -1, 0 },
    { "export/activities/1.gpx", GPX_AT ("2024-03-15T23:32:00+02:00", "0.09"), -1, 0 },
  };
  g_autoptr(HipTestDir) dir = hip_test_dir_new ();
  g_autofree char *path = write_zip (dir, "export.zip", members, G_N_ELEMENTS (members));
  g_autoptr(HipImportPlan) plan = read_path (path);

  g_assert_cmpuint (plan->added.runs, ==, 1);
  g_assert_cmpint (get_run (plan, 0)->distance_m, ==, 10400);
  g_assert_cmpint (get_run (plan, 0)->duration_s, ==, 2990);
}

/* The row's file is missing, or broken: the row is kept. */
static void
test_strava_without_file (void)
{
  static const Member members[] = {
    { "activities.csv", STRAVA STRAVA_ROW ("1", "Run", "activities/1.fit"), -1, 0 },
    { "activities/1.fit", "\x0e\x10\x00\x00\x10\x00\x00\x00.FIT\x00\x00\x00", 15, 0 },
  };

  for (guint n = 1; n <= 2; n++)
    {
      g_autoptr(HipTestDir) dir = hip_test_dir_new ();
      g_autofree char *path = write_zip (dir, "export.zip", members, n);
      g_autoptr(HipImportPlan) plan = read_path (path);

      g_assert_cmpuint (plan->added.runs, ==, 1);
      g_assert_cmpuint (plan->rejected->len, ==, n - 1);
      g_assert_cmpint (get_run (plan, 0)->distance_m, ==, 10400);
    }
}

/* Two names of one file in different places are two files. */
static void
test_two_exports (void)
{
  static const Member members[] = {
    { "a/activities.csv", STRAVA STRAVA_ROW ("1", "Run", "activities/1.gpx"), -1, 0 },
    { "a/activities/1.gpx", GPX_AT ("2024-03-15T21:32:00Z", "0.09"), -1, 0 },
    { "b/cardioActivities.csv",
      "Date,Type,Distance (km),Duration,GPX File\n"
      "2023-01-02 08:00:00,Running,5.00,25:00,activities/1.gpx\n",
      -1, 0 },
    { "b/activities/1.gpx",
      "<gpx><trk><trkseg><trkpt lat='0' lon='0'><time>2023-01-02T13:00:00Z</time></trkpt>"
      "</trkseg></trk></gpx>",
      -1, 0 },
  };
  g_autoptr(HipTestDir) dir = hip_test_dir_new ();
  g_autofree char *path = write_zip (dir, "both.zip", members, G_N_ELEMENTS (members));
  g_autoptr(HipImportPlan) plan = read_path (path);

  g_assert_cmpuint (plan->rejected->len, ==, 0);
  g_assert_cmpuint (plan->added.runs, ==, 2);
  /* Eight o'clock here is one o'clock there: the zone is known. */
  g_assert_cmpint (get_run (plan, 1)->start_s, ==, 8 * 3600);
  g_assert_cmpint (get_run (plan, 1)->utc_offset_min, ==, -300);
}

static void
test_nested_folders (void)
{
  g_autoptr(HipTestDir) dir = hip_test_dir_new ();
  g_autofree char *inner = hip_test_dir_path (dir, "x/y");
  g_autofree char *loop = hip_test_dir_path (dir, "x/loop");
  g_autofree char *gpx = NULL;
  g_autofree char *hidden = NULL;
  g_autofree char *text = NULL;
  g_autoptr(HipImportPlan) plan = NULL;

  g_assert_cmpint (g_mkdir_with_parents (inner, 0700), ==, 0);
  g_assert_cmpint (symlink ("..", loop), ==, 0);
  gpx = hip_test_dir_write (dir, "x/y/run.GPX", GPX);
  hidden = hip_test_dir_write (dir, "x/.hidden.gpx", GPX);
  text = hip_test_dir_write (dir, "x/contacts.csv", "name,email\nAda,a@example.org\n");
  plan = read_path (hip_test_dir_get_path (dir));
  g_assert_cmpuint (plan->rejected->len, ==, 0);
  g_assert_cmpuint (plan->added.runs, ==, 1);
  g_assert_cmpint (get_run (plan, 0)->distance_m, ==, 10000);
}

static void
test_gzip (void)
{
  g_autoptr(HipTestDir) dir = hip_test_dir_new ();
  g_autofree char *path = hip_test_dir_path (dir, "run.gpx.gz");
  g_autoptr(GBytes) packed = gzip (GPX, strlen (GPX));
  g_autoptr(HipImportPlan) whole = NULL;
  g_autoptr(HipImportPlan) cut = NULL;

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (packed, NULL),
                                      (gssize) g_bytes_get_size (packed), NULL));
  whole = read_path (path);
  g_assert_cmpuint (whole->rejected->len, ==, 0);
  g_assert_cmpuint (whole->added.runs, ==, 1);

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (packed, NULL),
                                      (gssize) g_bytes_get_size (packed) / 2, NULL));
  cut = read_path (path);
  g_assert_cmpuint (cut->rejected->len + cut->remarks->len, >=, 1);
}

/* Names that lead out, links, and names that are no text: nothing is ever written, and the runs in
 * such files are runs all the same. */
static void
test_path_tricks (void)
{
  static const Member members[] = {
    { "../../../../tmp/evil.gpx", GPX, -1, 0 },
    { "/etc/passwd.gpx", GPX_AT ("2024-03-10T21:32:00Z", "0.01"), -1, 0 },
    { "link.gpx", "/etc/passwd", -1, AE_IFLNK },
    { "..\\windows\nline.gpx", GPX_AT ("2024-03-11T21:32:00Z", "0.05"), -1, 0 },
  };
  g_autoptr(HipTestDir) dir = hip_test_dir_new ();
  g_autofree char *path = write_zip (dir, "tricks.zip", members, G_N_ELEMENTS (members));
  g_autoptr(HipImportPlan) plan = read_path (path);

  g_assert_cmpuint (plan->added.runs, ==, 3);
  g_assert_false (g_file_test ("/tmp/evil.gpx", G_FILE_TEST_EXISTS));
  g_assert_cmpuint (plan->rejected->len, ==, 0);
}

/* A file that is marked as encrypted: the bit in its header and in the list of files. */
static void
test_password (void)
{
  static const Member members[] = { { "1.gpx", GPX, -1, 0 } };
  g_autoptr(HipTestDir) dir = hip_test_dir_new ();
  g_autofree char *path = write_zip (dir, "locked.zip", members, 1);
  g_autofree char *contents = NULL;
  g_autoptr(HipImportPlan) plan = NULL;
  char *central;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  contents[6] |= 1;
  central = memmem (contents, length, "PK\1\2", 4);
  central[8] |= 1;
  g_assert_true (g_file_set_contents (path, contents, (gssize) length, NULL));
  plan = read_path (path);
  g_assert_cmpuint (plan->added.runs, ==, 0);
  assert_reason (plan, 0, "password");
}

static void
test_nothing_inside (void)
{
  static const Member members[] = { { "photo.jpg", "x", 1, 0 } };
  g_autoptr(HipTestDir) dir = hip_test_dir_new ();
  g_autofree char *path = write_zip (dir, "photos.zip", members, 1);
  g_autofree char *empty = write_zip (dir, "empty.zip", members, 0);
  g_autoptr(HipImportPlan) plan = read_path (path);
  g_autoptr(HipImportPlan) none = read_path (empty);

  assert_reason (plan, 0, "There is no file in this archive");
  assert_reason (none, 0, "There is no file in this archive");
}

/* A table that waits for its mapping is something that was found. */
static void
test_unknown_table (void)
{
  static const Member members[] = {
    { "mine/2024.csv", "Date,km,Time\n2024-03-12,10.5,52:10\n", -1, 0 },
  };
  g_autoptr(HipTestDir) dir = hip_test_dir_new ();
  g_autofree char *path = write_zip (dir, "mine.zip", members, 1);
  g_autoptr(HipHistory) empty = hip_history_new_empty ();
  g_autoptr(HipImportPlan) plan = NULL;
  HipImportOptions options;

  fixture_options (&options);
  options.offer_tables = TRUE;
  plan = fixture_read_with (path, empty, &options);
  g_assert_cmpuint (plan->rejected->len, ==, 0);
  g_assert_cmpuint (plan->unknown_tables->len, ==, 1);
}

/* Watches keep settings and nights beside runs: in a folder they are passed over, by name not. */
static void
test_other_fit_files (void)
{
  g_autoptr(HipTestDir) dir = hip_test_dir_new ();
  g_autofree char *path = hip_test_dir_path (dir, "settings.fit");
  g_autoptr(FitBuilder) fit = fit_builder_new ();
  g_autoptr(HipImportPlan) named = NULL;
  g_autoptr(HipImportPlan) found = NULL;

  fit_builder_file_id (fit, 2);
  fit_builder_end (fit);
  g_assert_true (
      g_file_set_contents (path, (const char *) fit->bytes->data, (gssize) fit->bytes->len, NULL));
  named = read_path (path);
  found = read_path (hip_test_dir_get_path (dir));
  assert_reason (named, 0, "There is no activity in this file");
  g_assert_cmpuint (found->rejected->len, ==, 0);
}

/* Cut off anywhere, a zip gives what was before the cut, and says so. */
static void
test_truncated (void)
{
  static const Member members[] = {
    { "1.gpx", GPX, -1, 0 },
    { "2.gpx", GPX_AT ("2024-03-10T21:32:00Z", "0.01"), -1, 0 },
  };
  g_autoptr(HipTestDir) dir = hip_test_dir_new ();
  g_autofree char *path = write_zip (dir, "cut.zip", members, G_N_ELEMENTS (members));
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  for (gsize n = 1; n < length; n += 7)
    {
      g_autoptr(HipImportPlan) plan = NULL;

      g_assert_true (g_file_set_contents (path, contents, (gssize) n, NULL));
      plan = read_path (path);
      g_assert_cmpuint (plan->added.runs, <=, 2);
      g_assert_cmpuint (plan->rejected->len + plan->remarks->len + plan->added.runs, >, 0);
    }
}

static GBytes *
make_zeros (gsize length)
{
  return g_bytes_new_take (g_malloc0 (length), length);
}

/* Forty megabytes of nothing in forty kilobytes. */
static void
test_bomb (void)
{
  g_autoptr(HipTestDir) dir = hip_test_dir_new ();
  g_autoptr(GBytes) zeros = make_zeros (40 * 1024 * 1024);
  g_autoptr(GBytes) packed = gzip (g_bytes_get_data (zeros, NULL), g_bytes_get_size (zeros));
  const Member members[] = {
    { "bomb.csv", g_bytes_get_data (zeros, NULL), (gssize) g_bytes_get_size (zeros), 0 },
    { "bomb.fit.gz", g_bytes_get_data (packed, NULL), (gssize) g_bytes_get_size (packed), 0 },
    { "run.gpx", GPX, -1, 0 },
  };
  g_autofree char *path = write_zip (dir, "bomb.zip", members, G_N_ELEMENTS (members));
  g_autoptr(HipImportPlan) plan = read_path (path);

  g_assert_cmpuint (plan->rejected->len, ==, 2);
  assert_reason (plan, 0, "unpacks to far more");
  assert_reason (plan, 1, "unpacks to far more");
  g_assert_cmpuint (plan->added.runs, ==, 1); /* the rest goes on */
}

/* What one import unpacks in all, and how many files; both counted over all its archives. */
static void
test_budget (void)
{
  static const Member members[] = { { "1.gpx", GPX, -1, 0 } };
  static const struct
  {
    HipArchiveBudget before;
    gboolean reads;
  } cases[] = {
    { { 0 }, TRUE },
    { { .unpacked = HIP_ARCHIVE_SMALL_SUM }, FALSE },
    { { .unpacked = HIP_ARCHIVE_SMALL_SUM,
        .packed = HIP_ARCHIVE_SMALL_SUM / HIP_ARCHIVE_MAX_RATIO_OF_SUM },
      TRUE },
    { { .entries = HIP_ARCHIVE_MAX_ENTRIES - 1 }, TRUE },
    { { .entries = HIP_ARCHIVE_MAX_ENTRIES }, FALSE },
  };
  g_autoptr(HipTestDir) dir = hip_test_dir_new ();
  g_autofree char *path = write_zip (dir, "one.zip", members, 1);
  g_autoptr(GFile) file = g_file_new_for_path (path);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HipArchiveBudget budget = cases[i].before;
      g_autoptr(GFileInputStream) stream = g_file_read (file, NULL, NULL);
      g_autoptr(HipArchive) archive =
                    hip_archive_new (G_INPUT_STREAM (stream), HIP_ARCHIVE_ZIP, &budget, NULL);
      g_autoptr(GInputStream) unpacked = NULL;
      g_autoptr(GError) error = NULL;
      char buffer[100];

      if (hip_archive_next (archive, &error) != NULL)
        {
          unpacked = hip_archive_open (archive);
          g_input_stream_read (unpacked, buffer, sizeof buffer, NULL, &error);
        }
      g_assert_true ((error == NULL) == cases[i].reads);
    }
}

/* An archive in an archive in an archive …: at some depth it is enough. */
static void
test_nesting (void)
{
  g_autoptr(HipTestDir) dir = hip_test_dir_new ();
  g_autoptr(GBytes) packed = g_bytes_new (GPX, strlen (GPX));
  g_autofree char *path = hip_test_dir_path (dir, "deep.gpx.gz");

  for (guint depth = 1; depth <= 5; depth++)
    {
      GBytes *more = gzip (g_bytes_get_data (packed, NULL), g_bytes_get_size (packed));
      g_autoptr(HipImportPlan) plan = NULL;

      g_bytes_unref (packed);
      packed = more;
      g_assert_true (g_file_set_contents (path, g_bytes_get_data (packed, NULL),
                                          (gssize) g_bytes_get_size (packed), NULL));
      plan = read_path (path);
      g_assert_cmpuint (plan->added.runs, ==, depth <= 3);
      if (depth > 3)
        assert_reason (plan, 0, "too deeply");
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/archives/strava", test_strava);
  g_test_add_func ("/exchange/archives/strava-and-gpx", test_strava_and_gpx);
  g_test_add_func ("/exchange/archives/strava-without-file", test_strava_without_file);
  g_test_add_func ("/exchange/archives/two-exports", test_two_exports);
  g_test_add_func ("/exchange/archives/nested-folders", test_nested_folders);
  g_test_add_func ("/exchange/archives/gzip", test_gzip);
  g_test_add_func ("/exchange/archives/path-tricks", test_path_tricks);
  g_test_add_func ("/exchange/archives/password", test_password);
  g_test_add_func ("/exchange/archives/nothing-inside", test_nothing_inside);
  g_test_add_func ("/exchange/archives/unknown-table", test_unknown_table);
  g_test_add_func ("/exchange/archives/other-fit-files", test_other_fit_files);
  g_test_add_func ("/exchange/archives/truncated", test_truncated);
  g_test_add_func ("/exchange/archives/bomb", test_bomb);
  g_test_add_func ("/exchange/archives/budget", test_budget);
  g_test_add_func ("/exchange/archives/nesting", test_nesting);
  return g_test_run ();
}
