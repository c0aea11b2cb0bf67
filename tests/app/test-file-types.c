// SPDX-License-Identifier: GPL-3.0-or-later
// What a file manager takes for something that HipLog opens.
#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "hip-test-util.h"

#define FIT "application/vnd.ant.fit"
#define GPX "application/gpx+xml"
#define TCX "application/vnd.garmin.tcx+xml"

static const char *desktop_file, *mime_file;

typedef struct
{
  const char *name;
  const char *sample; /* (nullable): of the seeds of the fuzzers */
  const char *begins; /* else what is in it */
  const char *type;
} Case;

static const Case cases[] = {
  { "run.fit", "fit/run.fit", NULL, FIT },
  { "RUN.FIT", "fit/run.fit", NULL, FIT },
  { "no-suffix", "fit/run.fit", NULL, FIT },
  { "run.tcx", "xml/run.tcx", NULL, TCX },
  { "run.gpx", "xml/run.gpx", NULL, GPX },
  { "galaxy.fit", NULL, "SIMPLE  =                    T", "application/fits" },
  { "table.csv", NULL, "date,distance\n", "text/csv" },
};

static void
test_guess (gconstpointer data)
{
  const Case *guess_case = data;
  g_autofree char *contents = g_strdup (guess_case->begins);
  gsize length = contents ? strlen (contents) : 0;
  g_autofree char *type = NULL;

  if (guess_case->sample != NULL)
    {
      g_autofree char *path =
          g_test_build_filename (G_TEST_DIST, "fuzz", "corpus", guess_case->sample, NULL);

      g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
    }
  type = g_content_type_guess (guess_case->name, (const guchar *) contents, length, NULL);
  g_assert_cmpstr (type, ==, guess_case->type);
}

static gboolean
claims (const char *const *types, const char *type)
{
  return g_strv_contains (types, type);
}

/* Who claims a type may become what opens it: no tables, no archives, no folders. */
static void
test_claims (void)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_auto (GStrv) types = NULL;
  const char *const *claimed;

  g_assert_true (g_key_file_load_from_file (file, desktop_file, G_KEY_FILE_NONE, NULL));
  types = g_key_file_get_string_list (file, "Desktop Entry", "MimeType", NULL, NULL);
  claimed = (const char *const *) types;
  g_assert_true (claims (claimed, FIT) && claims (claimed, GPX) && claims (claimed, TCX));
  g_assert_cmpuint (g_strv_length (types), ==, 3);
}

/* A type that nobody has described is called by its name. */
static void
test_described (void)
{
  g_autofree char *fit = g_content_type_get_description (FIT);
  g_autofree char *tcx = g_content_type_get_description (TCX);

  g_assert_cmpstr (fit, ==, "FIT activity");
  g_assert_cmpstr (tcx, ==, "TCX activity");
  g_assert_true (g_content_type_is_a (TCX, "application/xml"));
}

static void
copy_package (const char *path, const char *folder, const char *name)
{
  g_autofree char *target = g_build_filename (folder, name, NULL);
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (target, contents, length, NULL));
}

/* The types of this computer, and ours among them. */
static gboolean
make_types (HipTestDir *dir)
{
  g_autofree char *mime = hip_test_dir_path (dir, "mime");
  g_autofree char *packages = hip_test_dir_path (dir, "mime/packages");
  const char *argv[] = { "update-mime-database", mime, NULL };
  int status;

  if (!g_file_test ("/usr/share/mime/packages/freedesktop.org.xml", G_FILE_TEST_EXISTS))
    return FALSE;
  g_assert_cmpint (g_mkdir_with_parents (packages, 0700), ==, 0);
  copy_package ("/usr/share/mime/packages/freedesktop.org.xml", packages, "freedesktop.org.xml");
  copy_package (mime_file, packages, "org.example.HipLog.mime.xml");
  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL,
                     &status, NULL))
    return FALSE;
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  return TRUE;
}

int
main (int argc, char *argv[])
{
  g_autoptr (HipTestDir) dir = NULL;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 3);
  desktop_file = argv[1];
  mime_file = argv[2];
  dir = hip_test_dir_new ();
  g_test_add_func ("/file-types/claims", test_claims);
  /* Before anything asks for them. */
  g_setenv ("XDG_DATA_HOME", hip_test_dir_get_path (dir), TRUE);
  g_setenv ("XDG_DATA_DIRS", hip_test_dir_get_path (dir), TRUE);
  if (make_types (dir))
    {
      g_test_add_func ("/file-types/described", test_described);
      for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
        {
          g_autofree char *path = g_strdup_printf ("/file-types/%s", cases[i].name);

          g_test_add_data_func (path, &cases[i], test_guess);
        }
    }
  return g_test_run ();
}
