// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-schema-private.h"

#include <glib/gi18n.h>

#include "hip-store.h"

/* Version history. A step, once released, is never edited: append the next one.
 *
 * 1  The first: imports, shoes, runs, pain days, care entries, dismissals.
 * 2  Screenings: questions about red flags, and their answers.
 * 3  Replaced runs: what an import changed, as it was before.
 */

/* Links are checked at the end of a transaction, so the order within a change does not matter.
 * AUTOINCREMENT: an id is never given twice, as a dismissal may name a row that is gone. */
#define ID     "id INTEGER PRIMARY KEY AUTOINCREMENT"
#define IMPORT "import_id INTEGER REFERENCES imports DEFERRABLE INITIALLY DEFERRED"
#define IS_DATE(column)                                                                            \
  #column " TEXT CHECK (" #column " IS date (" #column ") AND " #column " >= '1900-01-01')"
#define IS_TEXT(column) #column " TEXT CHECK (length (" #column ") BETWEEN 1 AND 10000)"
/* A set of words, "a;b". Which words there are is checked by the program. */
#define IS_SET(column)                                                                             \
  #column " TEXT CHECK (" #column " <> '' AND " #column " NOT GLOB '*[^a-z;-]*')"
#define IS_ANSWER(column) #column " TEXT CHECK (" #column " IN ('yes', 'no'))"

// clang-format off

#define RUN_COLUMNS \
    "  " IS_DATE (date) " NOT NULL," \
    "  start_s INTEGER CHECK (start_s BETWEEN 0 AND 86399)," \
    "  utc_offset_min INTEGER CHECK (utc_offset_min BETWEEN -1080 AND 1080)," \
    "  distance_m INTEGER NOT NULL CHECK (distance_m BETWEEN 1 AND 999999)," \
    "  duration_s INTEGER CHECK (duration_s BETWEEN 1 AND 864000)," \
    "  cadence_spm INTEGER CHECK (cadence_spm BETWEEN 40 AND 300)," \
    "  effort INTEGER CHECK (effort BETWEEN 0 AND 10)," \
    "  ascent_m INTEGER CHECK (ascent_m BETWEEN 0 AND 100000)," \
    "  surface TEXT CHECK (surface IN ('road', 'concrete', 'trail', 'grass', 'track'," \
    "                                  'treadmill', 'sand'))," \
    "  ground TEXT CHECK (ground IN ('even', 'uneven', 'cambered', 'one-way-track'))," \
    "  " IS_ANSWER (warm_up) "," \
    "  " IS_ANSWER (cool_down) "," \
    "  shoe_id INTEGER REFERENCES shoes DEFERRABLE INITIALLY DEFERRED," \
    "  " IS_TEXT (title) "," \
    "  " IS_TEXT (note) "," \
    "  " IS_TEXT (source) "," \
    "  " IS_TEXT (source_id)

static const char step_0_to_1[] =
    "CREATE TABLE imports ("
    "  " ID ","
    "  imported_at INTEGER NOT NULL CHECK (imported_at BETWEEN 0 AND 253402300799),"
    "  " IS_TEXT (name) " NOT NULL"
    ") STRICT;"

    "CREATE TABLE shoes ("
    "  " ID ","
    "  " IMPORT ","
    "  " IS_TEXT (name) " NOT NULL UNIQUE,"
    "  " IS_TEXT (brand) ","
    "  " IS_TEXT (model) ","
    "  " IS_DATE (bought) ","
    "  start_distance_m INTEGER NOT NULL CHECK (start_distance_m BETWEEN 0 AND 10000000),"
    "  check_at_m INTEGER NOT NULL CHECK (check_at_m BETWEEN 1 AND 10000000),"
    "  replace_at_m INTEGER NOT NULL CHECK (replace_at_m BETWEEN check_at_m AND 10000000),"
    "  " IS_DATE (retired) ","
    "  " IS_TEXT (note) ","
    "  CHECK (retired >= bought)"
    ") STRICT;"

    "CREATE TABLE runs ("
    "  " ID ","
    "  " IMPORT ","
    RUN_COLUMNS
    ") STRICT;"
    "CREATE INDEX runs_date ON runs (date);"
    "CREATE INDEX runs_shoe_id ON runs (shoe_id);"
    "CREATE INDEX runs_import_id ON runs (import_id);"

    "CREATE TABLE pain_days ("
    "  " ID ","
    "  " IMPORT ","
    "  " IS_DATE (date) " NOT NULL,"
    "  side TEXT NOT NULL CHECK (side IN ('left', 'right')),"
    "  score INTEGER NOT NULL CHECK (score BETWEEN 0 AND 10),"
    "  " IS_SET (areas) ","
    "  " IS_SET (qualities) ","
    "  " IS_SET (timings) ","
    "  onset TEXT CHECK (onset IN ('gradual', 'sudden', 'with-a-pop', 'after-fall-or-twist')),"
    "  " IS_SET (flags) ","
    "  seen INTEGER NOT NULL CHECK (seen IN (0, 1)),"
    "  " IS_TEXT (note) ","
    "  UNIQUE (date, side)"
    ") STRICT;"

    "CREATE TABLE care_entries ("
    "  " ID ","
    "  " IMPORT ","
    "  " IS_DATE (date) " NOT NULL,"
    "  kind TEXT NOT NULL CHECK (kind IN ('strength', 'stretching', 'foam-rolling',"
    "                                     'cross-training', 'ice', 'heat', 'medicine',"
    "                                     'massage', 'rest')),"
    "  minutes INTEGER CHECK (minutes BETWEEN 0 AND 1440),"
    "  " IS_TEXT (note)
    ") STRICT;"

    "CREATE TABLE dismissals ("
    "  " ID ","
    "  " IS_TEXT (rule) " NOT NULL,"
    "  " IS_TEXT (subject) ","
    "  severity INTEGER NOT NULL CHECK (severity BETWEEN 0 AND 4),"
    "  " IS_DATE (date) " NOT NULL"
    ") STRICT;";

static const char step_1_to_2[] =
    "CREATE TABLE screenings ("
    "  " ID ","
    "  " IMPORT ","
    "  " IS_DATE (date) " NOT NULL,"
    "  " IS_SET (asked) " NOT NULL,"
    "  " IS_SET (yes) ","
    "  seen INTEGER NOT NULL CHECK (seen IN (0, 1))"
    ") STRICT;";

/* The run may be deleted later, and its import taken back: these are no links. */
static const char step_2_to_3[] =
    "CREATE TABLE replaced_runs ("
    "  " ID ","
    "  " IMPORT ","
    "  run_id INTEGER NOT NULL CHECK (run_id > 0),"
    "  run_import_id INTEGER NOT NULL CHECK (run_import_id >= 0),"
    RUN_COLUMNS
    ") STRICT;";

// clang-format on

static const char *const default_steps[] = { step_0_to_1, step_1_to_2, step_2_to_3 };
static const HipSchema default_schema = { default_steps, G_N_ELEMENTS (default_steps) };

/**
 * hip_schema_get_default: (skip)
 *
 * Returns: the steps of this version of the program
 */
const HipSchema *
hip_schema_get_default (void)
{
  return &default_schema;
}

static gboolean
run_step (sqlite3 *db, const HipSchema *schema, int version, GError **error)
{
  g_autofree char *mark =
      g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d; COMMIT",
                       HIP_STORE_APPLICATION_ID, version + 1);

  return hip_sqlite_exec (db, schema->steps[version], error) && hip_sqlite_exec (db, mark, error);
}

/* One step and its version are one transaction: the file is either before or behind it. */
static gboolean
migrate_once (sqlite3 *db, const HipSchema *schema, int *version, GError **error)
{
  if (!hip_sqlite_exec (db, "BEGIN IMMEDIATE", error))
    return FALSE;

  /* Another program may have been faster. */
  if (hip_sqlite_get_int (db, "PRAGMA user_version", version, error)
      && (*version >= schema->n_steps || run_step (db, schema, *version, error)))
    {
      if (!sqlite3_get_autocommit (db))
        return hip_sqlite_exec (db, "ROLLBACK", error);
      *version += 1;
      return TRUE;
    }

  sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}

static gboolean
keep_copy (sqlite3 *db, const char *path, int version, GError **error)
{
  g_autofree char *copy = g_strdup_printf ("%s.backup-v%d", path, version);

  return hip_sqlite_vacuum_into (db, copy, error);
}

/**
 * hip_schema_migrate: (skip)
 * @db: the connection
 * @schema: the steps there are
 * @path: the file's name, for the copy
 * @error: return location
 *
 * Brings the file up to the last version, step by step. A log that already has
 * a version is copied to `<path>.backup-v<version>` before its first step. If a
 * step fails, the file stays at the version before it.
 *
 * Returns: whether the file now has the last version
 */
gboolean
hip_schema_migrate (sqlite3 *db, const HipSchema *schema, const char *path, GError **error)
{
  int version;

  if (!hip_sqlite_get_int (db, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version > 0 && version < schema->n_steps && !keep_copy (db, path, version, error))
    return FALSE;

  while (version < schema->n_steps)
    if (!migrate_once (db, schema, &version, error))
      {
        g_prefix_error_literal (
            error, _ ("The log could not be brought up to date and was left as it is. "));
        return FALSE;
      }

  return TRUE;
}
