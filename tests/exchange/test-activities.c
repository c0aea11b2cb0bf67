// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include <math.h>

#include "exchange-fixture.h"
#include "hip-fit-reader.h"
#include "hip-gpx-reader.h"
#include "hip-tcx-reader.h"

/* Every activity file of the shared data against the figures that independent readers see in it. */

enum
{
  COLUMN_FILE,
  COLUMN_SESSION,
  COLUMN_SPORT,
  COLUMN_START,
  COLUMN_END,
  COLUMN_DISTANCE,
  COLUMN_ELAPSED,
  COLUMN_TIMER,
  COLUMN_CADENCE,
  COLUMN_POINTS,
  N_COLUMNS,
};

typedef struct
{
  const char *extension;
  HipActivityReader read;
  double tolerance; /* of distances */
} FileKind;

static const FileKind kinds[] = {
  { ".fit", hip_fit_reader_read, 0.005 },
  { ".tcx", hip_tcx_reader_read, 0.005 },
  { ".gpx", hip_gpx_reader_read, 0.02 },
};

/* A reader sees through gzip like the importer does. */
static GInputStream *
open_file (const char *path)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  g_autoptr(GInputStream) stream = G_INPUT_STREAM (g_file_read (file, NULL, &error));
  g_autoptr(GZlibDecompressor) gzip = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);

  g_assert_no_error (error);
  if (!g_str_has_suffix (path, ".gz"))
    return g_steal_pointer (&stream);
  return g_converter_input_stream_new (stream, G_CONVERTER (gzip));
}

static const FileKind *
find_kind (const char *path)
{
  g_autofree char *plain =
      g_str_has_suffix (path, ".gz") ? g_strndup (path, strlen (path) - 3) : g_strdup (path);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_suffix (plain, kinds[i].extension))
      return &kinds[i];
  return NULL;
}

static GPtrArray *
read_activities (const char *path, char **remark)
{
  g_autoptr(GInputStream) stream = open_file (path);
  g_autoptr(GError) error = NULL;
  GPtrArray *activities = find_kind (path)->read (stream, remark, NULL, &error);

  if (activities == NULL)
    {
      g_test_message ("%s", error->message);
      g_assert_true (error->domain == HIP_RECORD_ERROR);
      activities = g_ptr_array_new ();
    }
  return activities;
}

static double
get_number (char **cells, guint column)
{
  return *cells[column] != '\0' ? g_ascii_strtod (cells[column], NULL) : NAN;
}

/* The table has 0 for a time that is not known. */
static void
assert_near (double value, double expected, double tolerance)
{
  if (isfinite (expected) && expected > 0)
    g_assert_cmpfloat_with_epsilon (value, expected, tolerance);
}

/* A moment that the table itself calls unsure is one that the watch did not know. */
static void
check_start (const HipActivity *activity, const char *text)
{
  g_autoptr(GDateTime) start = NULL;

  if (g_str_has_suffix (text, "?"))
    {
      g_assert_cmpint (activity->start, ==, HIP_NO_START);
      return;
    }
  if (*text == '\0')
    return;
  start = g_date_time_new_from_iso8601 (text, NULL);
  g_assert_cmpint (activity->start, ==, g_date_time_to_unix (start));
}

static void
check_sport (const HipActivity *activity, const char *sport)
{
  gboolean running = g_ascii_strncasecmp (sport, "run", 3) == 0 || g_str_equal (sport, "9");

  if (*sport != '\0')
    g_assert_cmpint (activity->sport, ==, running ? HIP_SPORT_RUN : HIP_SPORT_OTHER);
  if (g_str_has_suffix (sport, "/treadmill"))
    g_assert_cmpint (activity->surface, ==, HIP_SURFACE_TREADMILL);
}

/* Cadence as the table has it is of one foot, but for the file that counts both. */
static void
check_cadence (const HipActivity *activity, double cadence)
{
  if (isfinite (cadence) && cadence > 0 && activity->sport == HIP_SPORT_RUN)
    assert_near (activity->cadence_spm, cadence < 120 ? 2 * cadence : cadence, 2);
}

static void
check_activity (const FileKind *kind, const HipActivity *activity, char **cells)
{
  double distance = get_number (cells, COLUMN_DISTANCE);
  double timer = get_number (cells, COLUMN_TIMER);
  double seconds = isfinite (activity->timer_s) ? activity->timer_s : activity->elapsed_s;

  g_test_message ("%s: %.1f m, %.1f s (%.1f s)", activity->sport_name, activity->distance_m,
                  seconds, activity->cadence_spm);
  check_sport (activity, cells[COLUMN_SPORT]);
  check_start (activity, cells[COLUMN_START]);
  assert_near (activity->distance_m, distance, MAX (distance * kind->tolerance, 0.1));
  assert_near (seconds, isfinite (timer) ? timer : get_number (cells, COLUMN_ELAPSED), 1);
  check_cadence (activity, get_number (cells, COLUMN_CADENCE));
}

/* @lines: (element-type char**): those of one file. */
static void
check_file (const char *name, GPtrArray *lines)
{
  g_autofree char *path = hip_test_shared_path (name);
  g_autofree char *remark = NULL;
  g_autoptr(GPtrArray) activities = NULL;
  char **first = g_ptr_array_index (lines, 0);

  g_test_message ("%s", name);
  g_assert_nonnull (path);
  activities = read_activities (path, &remark);
  if (remark != NULL)
    g_test_message ("%s", remark);
  /* Nothing to compare with: no activity, an estimate that says so, or what strict readers refuse
   * and this one does not. */
  if (*first[COLUMN_DISTANCE] == '\0')
    {
      g_assert_true (activities->len == 0 || remark != NULL || strstr (name, "unbound-prefix"));
      return;
    }
  g_assert_cmpuint (activities->len, ==, g_str_equal (first[COLUMN_POINTS], "0") ? 0 : lines->len);
  for (guint i = 0; i < activities->len; i++)
    check_activity (find_kind (name), g_ptr_array_index (activities, i),
                    g_ptr_array_index (lines, i));
}

/* Lines of the table that belong to files of one kind, by file, in its order. */
static GHashTable *
load_table (const char *path, const FileKind *kind)
{
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;
  GHashTable *table =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      char **cells = g_strsplit (lines[i], "\t", -1);
      GPtrArray *of_file = g_hash_table_lookup (table, cells[COLUMN_FILE]);

      g_assert_cmpuint (g_strv_length (cells), >=, N_COLUMNS);
      if (find_kind (cells[COLUMN_FILE]) != kind)
        {
          g_strfreev (cells);
          continue;
        }
      if (of_file == NULL)
        {
          of_file = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
          g_hash_table_insert (table, g_strdup (cells[COLUMN_FILE]), of_file);
        }
      g_ptr_array_add (of_file, cells);
    }
  return table;
}

static void
test_kind (gconstpointer data)
{
  const FileKind *kind = data;
  g_autofree char *path = hip_test_shared_path ("expected.tsv");
  g_autoptr(GHashTable) table = NULL;
  GHashTableIter iter;
  gpointer name;
  gpointer lines;

  if (path == NULL)
    {
      g_test_skip ("The shared data is not there");
      return;
    }
  table = load_table (path, kind);
  g_assert_cmpuint (g_hash_table_size (table), >, 10);
  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &name, &lines))
    check_file (name, lines);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *path = g_strdup_printf ("/exchange/activities/%s", kinds[i].extension + 1);

      g_test_add_data_func (path, &kinds[i], test_kind);
    }
  return g_test_run ();
}
