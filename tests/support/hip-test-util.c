// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-test-util.h"

#include <locale.h>

#include <gio/gio.h>

struct _HipTestDir
{
  char *path; /* (owned) */
};

/**
 * hip_test_dir_new:
 *
 * Makes an empty directory.
 *
 * Returns: (transfer full): a new directory
 */
HipTestDir *
hip_test_dir_new (void)
{
  g_autoptr(GError) error = NULL;
  HipTestDir *self = g_new0 (HipTestDir, 1);

  self->path = g_dir_make_tmp ("hiplog-test-XXXXXX", &error);
  g_assert_no_error (error);
  return self;
}

static void
remove_recursively (GFile *file)
{
  GFileQueryInfoFlags flags = G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS;
  g_autoptr(GFileEnumerator) children = NULL;
  GFile *child = NULL;

  if (g_file_query_file_type (file, flags, NULL) == G_FILE_TYPE_DIRECTORY)
    children = g_file_enumerate_children (file, G_FILE_ATTRIBUTE_STANDARD_NAME, flags, NULL, NULL);
  while (children != NULL && g_file_enumerator_iterate (children, NULL, &child, NULL, NULL)
         && child != NULL)
    remove_recursively (child);
  g_file_delete (file, NULL, NULL);
}

/**
 * hip_test_dir_free:
 * @self: (transfer full): a directory
 *
 * Removes the directory and everything in it; links are removed, not followed.
 */
void
hip_test_dir_free (HipTestDir *self)
{
  g_autoptr(GFile) file = g_file_new_for_path (self->path);

  remove_recursively (file);
  g_free (self->path);
  g_free (self);
}

/**
 * hip_test_dir_get_path:
 * @self: a directory
 *
 * Gets the path of the directory itself.
 *
 * Returns: (transfer none): the path
 */
const char *
hip_test_dir_get_path (HipTestDir *self)
{
  return self->path;
}

/**
 * hip_test_dir_path:
 * @self: a directory
 * @name: a file or folder in it, there or not
 *
 * Gets a path in the directory.
 *
 * Returns: (transfer full): the path
 */
char *
hip_test_dir_path (HipTestDir *self, const char *name)
{
  return g_build_filename (self->path, name, NULL);
}

/**
 * hip_test_dir_write:
 * @self: a directory
 * @name: the name of a file; folders in it are made
 * @contents: what to write
 *
 * Writes a file.
 *
 * Returns: (transfer full): its path
 */
char *
hip_test_dir_write (HipTestDir *self, const char *name, const char *contents)
{
  g_autoptr(GError) error = NULL;
  char *path = hip_test_dir_path (self, name);
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (path, contents, -1, &error);
  g_assert_no_error (error);
  return path;
}

/**
 * hip_test_data_path:
 * @name: a path under `tests/data`
 *
 * Gets the path of a file that comes with the tests.
 *
 * Returns: (transfer full): the path
 */
char *
hip_test_data_path (const char *name)
{
  char *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);

  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  return path;
}

/**
 * hip_test_shared_path:
 * @name: a path under `shared/data` beside the source tree
 *
 * Gets the path of a file that not everybody has.
 *
 * Returns: (transfer full) (nullable): the path, or %NULL if it is not there
 */
char *
hip_test_shared_path (const char *name)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "data", name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS) ? g_steal_pointer (&path) : NULL;
}

/**
 * hip_test_set_locale:
 * @name: the name of a locale, “de_DE.UTF-8”
 *
 * Changes the locale of the whole program.
 *
 * Returns: whether the system has that locale
 */
gboolean
hip_test_set_locale (const char *name)
{
  return setlocale (LC_ALL, name) != NULL;
}

static gboolean
tick_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/**
 * hip_test_wait_begin:
 * @wait: (out caller-allocates): what to give to the other two
 *
 * Makes the main context wake up now and then, so that waiting can end.
 */
void
hip_test_wait_begin (HipTestWait *wait)
{
  wait->deadline = g_get_monotonic_time () + HIP_TEST_WAIT_SECONDS * G_USEC_PER_SEC;
  wait->ticker = g_timeout_source_new (50);
  g_source_set_callback (wait->ticker, tick_cb, NULL, NULL);
  g_source_attach (wait->ticker, g_main_context_get_thread_default ());
}

/**
 * hip_test_wait_step:
 * @wait: a wait that has begun
 *
 * Runs the main context once, waiting for something to do.
 *
 * Returns: whether there is time left
 */
gboolean
hip_test_wait_step (HipTestWait *wait)
{
  g_main_context_iteration (g_source_get_context (wait->ticker), TRUE);
  return g_get_monotonic_time () < wait->deadline;
}

/**
 * hip_test_wait_end:
 * @wait: a wait that has begun
 *
 * Lets the main context sleep again.
 */
void
hip_test_wait_end (HipTestWait *wait)
{
  g_source_destroy (wait->ticker);
  g_clear_pointer (&wait->ticker, g_source_unref);
}
