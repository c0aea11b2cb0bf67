// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-story.h"

#include <gio/gio.h>
#include <sqlite3.h>

/**
 * hip_story_new:
 * @today: the day it is for the program
 *
 * Returns: (transfer full): a story in which nothing has happened yet
 */
HipStory *
hip_story_new (const char *today)
{
  HipStory *self = g_new0 (HipStory, 1);

  self->home = hip_test_dir_new ();
  self->robot = hip_robot_new (hip_test_dir_get_path (self->home));
  hip_robot_set_environment (self->robot, "HIPLOG_TODAY", today);

  return self;
}

/**
 * hip_story_free:
 *
 * Ends the program if it still runs, and removes the home.
 */
void
hip_story_free (HipStory *self)
{
  g_return_if_fail (self != NULL);

  hip_robot_free (self->robot);
  hip_test_dir_free (self->home);
  g_free (self);
}

/**
 * hip_story_dup_log:
 *
 * Returns: (transfer full): where the program keeps the runner's log, there or not
 */
char *
hip_story_dup_log (HipStory *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return hip_robot_dup_path (self->robot, "data/hiplog/log.db");
}

/**
 * hip_story_read:
 * @length: (out)
 *
 * Returns: (transfer full): what is in a file, which must be there
 */
char *
hip_story_read (const char *path, gsize *length)
{
  g_autoptr (GError) error = NULL;
  char *bytes = NULL;

  g_file_get_contents (path, &bytes, length, &error);
  g_assert_no_error (error);
  return bytes;
}

/**
 * hip_story_query:
 * @log: a log, which must be there
 * @sql: a query for one number
 *
 * Returns: the number
 */
gint64
hip_story_query (const char *log, const char *sql)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *statement = NULL;
  gint64 value;

  g_assert_cmpint (sqlite3_open_v2 (log, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  value = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return value;
}

/**
 * hip_story_execute:
 * @log: a log, which must be there
 *
 * Changes a log behind the program's back.
 */
void
hip_story_execute (const char *log, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (log, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static void
run_cli (const char *log, const char *command, const char *path)
{
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE);
  process = g_subprocess_launcher_spawn (launcher, &error, HIP_STORY_CLI, "--log", log, command,
                                         path, NULL);
  g_assert_no_error (error);
  g_subprocess_wait_check (process, NULL, &error);
  g_assert_no_error (error);
}

/**
 * hip_story_import:
 * @log: a log, there or not
 * @path: a file or folder
 *
 * Lets hiplog-cli read @path into @log, all of it.
 */
void
hip_story_import (HipStory *self, const char *log, const char *path)
{
  g_return_if_fail (self != NULL);

  run_cli (log, "import", path);
}

/**
 * hip_story_make_log:
 * @runs: a runs.csv
 * @pain: a pain.csv
 *
 * Makes the runner's log of them, before the program is started.
 */
void
hip_story_make_log (HipStory *self, const char *runs, const char *pain)
{
  g_autofree char *log = hip_story_dup_log (self);
  g_autofree char *folder = hip_test_dir_path (self->home, "told");
  g_autofree char *first = hip_test_dir_write (self->home, "told/runs.csv", runs);
  g_autofree char *second = hip_test_dir_write (self->home, "told/pain.csv", pain);

  hip_story_import (self, log, folder);
}

/**
 * hip_story_export:
 * @log: a log, which must be there
 * @folder: a folder, there or not
 *
 * Lets hiplog-cli write the files of @log into @folder.
 */
void
hip_story_export (HipStory *self, const char *log, const char *folder)
{
  g_return_if_fail (self != NULL);

  run_cli (log, "export", folder);
}
