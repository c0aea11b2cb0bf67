// SPDX-License-Identifier: GPL-3.0-or-later
/* Whether the memory that reading takes at its peak grows with the file. Each file is read by a
 * process of its own, and its peak is the kernel's figure (VmHWM) for that process.
 *
 * Readers of activities keep sums, and an activity is one run however many points it has; rows of
 * other sports are counted and forgotten. Both should take the same at any size. What does grow is
 * the plan, with each run that is added: the run, its file and line, and its place in the change. */
#include "config.h"

#include <stdio.h>

#include "exchange-parts.h"
#include "fit-builder.h"
#include "hip-importer.h"
#include "hip-target.h"
#include "hip-test-util.h"

/* Of the smallest file; the others have ten and a hundred times as many. */
#define N_PIECES 2500
#define N_SIZES  3

static const guint times[N_SIZES] = { 1, 10, 100 };

typedef struct
{
  const char *name;
  const char *label;
  void (*write) (FILE *file, guint n);
} Growing;

#define START G_GINT64_CONSTANT (1710538320)

/* One every second, going north: its latitude and its time between what stands around them. */
static void
print_point (FILE *file, guint i, const char *before, const char *between, const char *behind)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc (START + i);
  g_autofree char *iso = g_date_time_format_iso8601 (time);
  char latitude[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (latitude, sizeof latitude, "%.6f", 10 + i * 0.00003);
  fprintf (file, "%s%s%s%s%s\n", before, latitude, between, iso, behind);
}

static void
write_gpx (FILE *file, guint n)
{
  fputs ("<?xml version=\"1.0\"?>\n<gpx version=\"1.1\" creator=\"bench\" "
         "xmlns=\"http://www.topografix.com/GPX/1/1\"><trk><type>running</type><trkseg>\n",
         file);
  for (guint i = 0; i < n; i++)
    print_point (file, i, "<trkpt lat=\"", "\" lon=\"5.0\"><ele>12.0</ele><time>",
                 "</time></trkpt>");
  fputs ("</trkseg></trk></gpx>\n", file);
}

static void
write_tcx (FILE *file, guint n)
{
  fputs ("<?xml version=\"1.0\"?>\n<TrainingCenterDatabase "
         "xmlns=\"http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2\"><Activities>"
         "<Activity Sport=\"Running\"><Id>2024-03-15T21:32:00Z</Id>"
         "<Lap StartTime=\"2024-03-15T21:32:00Z\"><TotalTimeSeconds>3600</TotalTimeSeconds>"
         "<DistanceMeters>10000</DistanceMeters><Track>\n",
         file);
  for (guint i = 0; i < n; i++)
    print_point (file, i, "<Trackpoint><Position><LatitudeDegrees>",
                 "</LatitudeDegrees><LongitudeDegrees>5.0</LongitudeDegrees></Position><Time>",
                 "</Time></Trackpoint>");
  fputs ("</Track></Lap></Activity></Activities></TrainingCenterDatabase>\n", file);
}

static void
write_fit (FILE *file, guint n)
{
  g_autoptr(FitBuilder) builder = fit_builder_new ();
  FitField fields[] = { { 253, FIT_UINT32, FIT_START },
                        { 5, FIT_UINT32, 0 },
                        { 0, FIT_UINT32, 119304647 },
                        { 1, FIT_UINT32, 59652323 },
                        { 4, FIT_UINT8, 80 } };
  const guint8 header = 2;

  fit_builder_file_id (builder, 4);
  fit_builder_define (builder, header, 20, fields, G_N_ELEMENTS (fields));
  for (guint i = 0; i < n; i++)
    {
      fields[0].value = FIT_START + i;
      fields[1].value = 300 * i;
      fit_builder_raw (builder, &header, 1);
      fit_builder_values (builder, fields, G_N_ELEMENTS (fields));
    }
  fit_builder_session (builder, 1, 0);
  fit_builder_end (builder);
  fwrite (builder->bytes->data, 1, builder->bytes->len, file);
}

static void
write_rides (FILE *file, guint n)
{
  fputs ("Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR\n", file);
  for (guint i = 0; i < n; i++)
    fprintf (file,
             "Cycling,2024-03-15 %02u:%02u:00,false,\"Ride %u, home\",20.5,469,00:56:26,150\n",
             i / 60 % 24, i % 60, i);
}

static void
write_runs (FILE *file, guint n)
{
  fputs ("date,distance_m,duration_s\n", file);
  for (guint i = 0; i < n; i++)
    fprintf (file, "2024-03-%02u,%u,3000\n", 1 + i % 28, 5000 + i % 1000);
}

static const Growing activities[] = {
  { "points.fit", "FIT, by its records", write_fit },
  { "points.tcx", "TCX, by its points", write_tcx },
  { "points.gpx", "GPX, by its points", write_gpx },
  { "rides.csv", "CSV, by its rows of other sports", write_rides },
};
static const Growing runs = { "runs.csv", "", write_runs };

/* (transfer full) */
static char *
write_file (HipTestDir *dir, const Growing *kind, guint n)
{
  char *path = hip_test_dir_path (dir, kind->name);
  FILE *file = fopen (path, "we");

  g_assert_nonnull (file);
  kind->write (file, n);
  g_assert_cmpint (fclose (file), ==, 0);
  return path;
}

static guint64
get_peak (void)
{
  g_autofree char *status = NULL;
  const char *line;

  g_assert_true (g_file_get_contents ("/proc/self/status", &status, NULL, NULL));
  line = strstr (status, "VmHWM:");
  return line != NULL ? g_ascii_strtoull (line + strlen ("VmHWM:"), NULL, 10) : 0;
}

void
hip_exchange_read_alone (const char *path)
{
  const char *paths[] = { path, NULL };
  HipImportOptions options = { HIP_UNITS_KM, NULL, FALSE, HIP_DAY_NONE, FALSE };
  g_autoptr(HipHistory) empty = hip_history_new_empty ();
  g_autoptr(HipImportPlan) plan =
                hip_importer_read_paths (paths, &options, empty, NULL, NULL, NULL, NULL);

  g_assert_cmpuint (plan->n_files, ==, 1);
  g_assert_cmpuint (plan->rejected->len + plan->remarks->len, ==, 0);
  g_assert_cmpuint (plan->added.runs + plan->n_other_sports, >=, 1);
  g_print ("%" G_GUINT64_FORMAT "\n", get_peak ());
}

/* KiB */
static double
measure (const char *program, const Growing *kind, guint n)
{
  g_autoptr(HipTestDir) dir = hip_test_dir_new ();
  g_autofree char *path = write_file (dir, kind, n);
  g_autofree char *output = NULL;
  g_autoptr(GError) error = NULL;
  const char *argv[] = { program, "--read", path, NULL };
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  return (double) g_ascii_strtoull (output, NULL, 10);
}

static void
print_kind (const char *program, const Growing *kind)
{
  HipTarget target = { .label = kind->label, .unit = "", .decimals = 2, .value = 1.1 };
  double peaks[N_SIZES];

  for (guint i = 0; i < N_SIZES; i++)
    peaks[i] = measure (program, kind, N_PIECES * times[i]);
  hip_target_print (&target, peaks[N_SIZES - 1] / peaks[0]);
  g_print ("      %.1f, %.1f, %.1f MiB\n", peaks[0] / 1024, peaks[1] / 1024, peaks[2] / 1024);
}

void
hip_exchange_print_memory (const char *self)
{
  const guint most = times[N_SIZES - 1];
  double kibibytes;

  g_print ("Peak memory of a process that reads one file, of 100 times the size against once\n");
  for (guint i = 0; i < G_N_ELEMENTS (activities); i++)
    print_kind (self, &activities[i]);
  kibibytes = measure (self, &runs, N_PIECES * most) - measure (self, &runs, N_PIECES);
  hip_figure_print ("what the plan keeps of each run that is added",
                    kibibytes * 1024 / (N_PIECES * (most - 1)), 0, " bytes");
}
