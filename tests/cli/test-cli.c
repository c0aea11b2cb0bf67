// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <sqlite3.h>
#include <unistd.h>

#include "hip-test-util.h"

/* The built program, run as anybody runs it. */
static const char *program;

typedef struct
{
  HipTestDir *dir;
  char *log;
  /* Of the last run. */
  int status;
  char *out;
  char *err;
  JsonNode *json;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dir = hip_test_dir_new ();
  fixture->log = hip_test_dir_path (fixture->dir, "log.db");
}

static void
clear_result (Fixture *fixture)
{
  g_clear_pointer (&fixture->out, g_free);
  g_clear_pointer (&fixture->err, g_free);
  g_clear_pointer (&fixture->json, json_node_unref);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  clear_result (fixture);
  g_free (fixture->log);
  hip_test_dir_free (fixture->dir);
}

static void
run_strv_as (Fixture *fixture, const char *const *arguments, GSpawnChildSetupFunc child_setup)
{
  g_autoptr(GSubprocessLauncher) launcher = NULL;
  g_autoptr(GSubprocess) process = NULL;
  g_autoptr(GError) error = NULL;

  clear_result (fixture);
  launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_subprocess_launcher_setenv (launcher, "HIPLOG_TODAY", "2026-03-31", TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", hip_test_dir_get_path (fixture->dir),
                                TRUE);
  g_subprocess_launcher_set_child_setup (launcher, child_setup, NULL, NULL);
  process = g_subprocess_launcher_spawnv (launcher, arguments, &error);
  g_assert_no_error (error);
  g_assert_true (
      g_subprocess_communicate_utf8 (process, NULL, NULL, &fixture->out, &fixture->err, &error));
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  fixture->status = g_subprocess_get_exit_status (process);
}

static void
run_strv (Fixture *fixture, const char *const *arguments)
{
  run_strv_as (fixture, arguments, NULL);
}

/* @line is split at blanks; "@name" becomes a path in the test's folder. */
static void
run_as (Fixture *fixture, int status, const char *line, GSpawnChildSetupFunc child_setup)
{
  g_auto(GStrv) words = g_strsplit (line, " ", -1);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) arguments = NULL;

  g_strv_builder_add_many (builder, program, "--log", fixture->log, NULL);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (words[i][0] == '@')
        g_strv_builder_take (builder, hip_test_dir_path (fixture->dir, words[i] + 1));
      else if (words[i][0] != '\0')
        g_strv_builder_add (builder, words[i]);
    }
  arguments = g_strv_builder_end (builder);
  run_strv_as (fixture, (const char *const *) arguments, child_setup);
  if (fixture->status != status)
    g_test_message ("%s\n%s", fixture->out, fixture->err);
  g_assert_cmpint (fixture->status, ==, status);
}

static void
run (Fixture *fixture, int status, const char *line)
{
  run_as (fixture, status, line, NULL);
}

/* With --json: the whole of stdout is one document. */
static JsonNode *
run_json (Fixture *fixture, int status, const char *line)
{
  g_autofree char *json_line = g_strconcat (line, " --json", NULL);
  g_autoptr(GError) error = NULL;

  run (fixture, status, json_line);
  fixture->json = json_from_string (fixture->out, &error);
  g_assert_no_error (error);
  return fixture->json;
}

static JsonObject *
run_object (Fixture *fixture, int status, const char *line)
{
  return json_node_get_object (run_json (fixture, status, line));
}

static JsonArray *
run_array (Fixture *fixture, int status, const char *line)
{
  return json_node_get_array (run_json (fixture, status, line));
}

static void
assert_counts (JsonObject *object,
               const char *name,
               int runs,
               int shoes,
               int pain,
               int care,
               int screenings)
{
  JsonObject *counts = json_object_get_object_member (object, name);

  g_assert_cmpint (json_object_get_int_member (counts, "runs"), ==, runs);
  g_assert_cmpint (json_object_get_int_member (counts, "shoes"), ==, shoes);
  g_assert_cmpint (json_object_get_int_member (counts, "pain"), ==, pain);
  g_assert_cmpint (json_object_get_int_member (counts, "care"), ==, care);
  g_assert_cmpint (json_object_get_int_member (counts, "screenings"), ==, screenings);
}

/* Exactly these members, in this order. */
static void
assert_members (JsonObject *object, const char *const *names)
{
  g_autoptr(GList) members = json_object_get_members (object);
  guint i = 0;

  for (GList *l = members; l != NULL; l = l->next, i++)
    g_assert_cmpstr (l->data, ==, names[i]);
  g_assert_null (names[i]);
}

#define MEMBERS(...) ((const char *const[]) { __VA_ARGS__, NULL })

/* Six weeks of 3 × 10 km, ending on Sunday 29 March 2026, then a run of twice that on the 30th;
 * a pair of shoes, pain, care, answers about red flags. */
static void
write_diary (Fixture *fixture)
{
  g_autoptr(GString) runs = g_string_new ("date,start_time,utc_offset_min,distance_m,duration_s,"
                                          "effort,shoe\n");
  g_autoptr(GDateTime) monday = g_date_time_new_utc (2026, 2, 16, 0, 0, 0);
  g_autofree char *runs_path = NULL;
  g_autofree char *pain_path = NULL;
  g_autofree char *care_path = NULL;
  g_autofree char *flags_path = NULL;

  for (int i = 0; i < 18; i++)
    {
      g_autoptr(GDateTime) day = g_date_time_add_days (monday, i / 3 * 7 + i % 3 * 2);
      g_autofree char *iso = g_date_time_format (day, "%F");

      g_string_append_printf (runs, "%s,07:30:00,60,10000,3600,4,Blue\n", iso);
    }
  g_string_append (runs, "2026-03-30,07:30:00,60,21000,8000,8,Blue\n");
  runs_path = hip_test_dir_write (fixture->dir, "diary/runs.csv", runs->str);
  pain_path = hip_test_dir_write (fixture->dir, "diary/pain.csv",
                                  "date,side,score\n2026-03-30,left,2\n2026-03-31,left,5\n");
  care_path =
      hip_test_dir_write (fixture->dir, "diary/care.csv", "date,kind,minutes\n2026-03-31,ice,15\n");
  flags_path = hip_test_dir_write (fixture->dir, "diary/red-flags.csv",
                                   "date,asked\n2026-03-31,night-pain;weight-bearing\n");
}

static void
import_diary (Fixture *fixture)
{
  write_diary (fixture);
  run (fixture, 0, "import @diary");
}

static void
test_usage (Fixture *fixture, gconstpointer data)
{
  static const char *const wrong[] = {
    "",
    "frobnicate",
    "--frobnicate",
    "warnings --frobnicate",
    "import",
    "import --distance-unit furlongs x.csv",
    "import --time-zone Moon/Tycho x.csv",
    "undo-import",
    "undo-import one",
    "undo-import 0",
    "export",
    "export a b",
    "export --from yesterday @out",
    "export --to 2026-02-30 @out",
    "export --from 2026-03-02 --to 2026-03-01 @out",
    "export --dialect french @out",
    "warnings --on soon",
    "warnings today",
    "room --on 1.1.2026",
    "room --plan far",
    "room --plan 0",
    "series --from x",
    "series --from 2026-03-02 --to 2026-03-01",
    "symptoms",
    "symptoms side",
    "symptoms --area",
    "symptoms --area elbow",
    "symptoms --area side --quality awful",
    "symptoms --area side --timing never",
    "symptoms --area side --onset later",
    "symptoms --area side --flag white",
    "symptoms --area side --side left",
    "symptoms --from-log --side both",
    "guide a b",
    "guide --search",
    "guide it-band --search knee",
    "backup",
    "restore",
    "check it",
    "report",
    "report @a.pdf @b.pdf",
    "report --from soon @a.pdf",
    "report --from 2026-03-02 --to 2026-03-01 @a.pdf",
    "report --from 2026-04-01 @a.pdf",
    "report --from 2026-04-01 --to 2026-04-02 @a.pdf",
    "report --paper a5 @a.pdf",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_test_message ("%s", wrong[i]);
      run (fixture, 2, wrong[i]);
      g_assert_cmpstr (fixture->out, ==, "");
      g_assert_true (g_str_has_prefix (fixture->err, "hiplog-cli: "));
    }
  g_assert_false (g_file_test (fixture->log, G_FILE_TEST_EXISTS));
}

static void
test_help (Fixture *fixture, gconstpointer data)
{
  static const char *const commands[] = { "import", "undo-import", "export",   "warnings",
                                          "room",   "series",      "symptoms", "guide",
                                          "backup", "restore",     "check",    "report" };

  run (fixture, 0, "--help");
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *start = g_strdup_printf ("\n  %s ", commands[i]);

      g_assert_nonnull (strstr (fixture->out, start));
    }
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *line = g_strdup_printf ("%s --help", commands[i]);

      run (fixture, 0, line);
      g_assert_nonnull (strstr (fixture->out, commands[i]));
      g_assert_nonnull (strstr (fixture->out, "--json"));
    }
  run (fixture, 0, "--version");
  g_assert_cmpstr (fixture->out, ==, "hiplog-cli " HIP_VERSION "\n");
}

/* Only import and restore make a log. */
static void
test_no_log (Fixture *fixture, gconstpointer data)
{
  static const char *const commands[] = {
    "undo-import 1", "export @out",         "warnings",     "room", "series", "backup @copy",
    "check",         "symptoms --from-log", "report @a.pdf"
  };

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      run (fixture, 1, commands[i]);
      g_assert_cmpstr (fixture->out, ==, "");
      g_assert_cmpstr (fixture->err, !=, "");
      g_assert_false (g_file_test (fixture->log, G_FILE_TEST_EXISTS));
    }
}

/* Whatever goes wrong, stdout is one document. */
static void
test_json_errors (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    int status;
    const char *line;
  } cases[] = {
    { 1, "warnings" },
    { 1, "export @out" },
    { 1, "report @a.pdf" },
    { 1, "undo-import 1" },
    { 1, "guide no-such-page" },
    { 1, "symptoms --from-log" },
    { 2, "" },
    { 2, "frobnicate" },
    { 2, "import" },
    { 2, "warnings --on soon" },
    { 2, "warnings --frobnicate" },
    { 2, "room --plan far" },
    { 2, "symptoms" },
    { 2, "symptoms --area elbow" },
    { 2, "export --dialect french @out" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      JsonObject *object = run_object (fixture, cases[i].status, cases[i].line);
      const char *message = json_object_get_string_member (object, "error");

      assert_members (object, MEMBERS ("error"));
      g_assert_cmpstr (message, !=, "");
      g_assert_nonnull (strstr (fixture->err, message));
    }
}

static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GSubprocessLauncher) launcher = NULL;
  g_autoptr(GSubprocess) process = NULL;
  g_autoptr(GError) error = NULL;

  if (!g_file_test ("/dev/full", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("There is no /dev/full");
      return;
    }
  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_subprocess_launcher_set_stdout_file_path (launcher, "/dev/full");
  process = g_subprocess_launcher_spawn (launcher, &error, program, "guide", NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, &fixture->err, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 1);
  g_assert_true (g_str_has_prefix (fixture->err, "hiplog-cli"));
}

static void
test_default_log (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = hip_test_dir_write (fixture->dir, "shoes.csv", "name\nBlue\n");
  g_autofree char *log = hip_test_dir_path (fixture->dir, "hiplog/log.db");
  const char *const arguments[] = { program, "import", path, NULL };

  run_strv (fixture, arguments);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
}

static void
test_import (Fixture *fixture, gconstpointer data)
{
  JsonObject *object;

  write_diary (fixture);
  object = run_object (fixture, 0, "import @diary");
  assert_members (object, MEMBERS ("import", "files", "added", "updated", "duplicates",
                                   "other_sports", "remarks", "rejected"));
  g_assert_cmpint (json_object_get_int_member (object, "import"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (object, "files"), ==, 4);
  g_assert_cmpint (json_object_get_int_member (object, "updated"), ==, 0);
  g_assert_cmpint (json_object_get_int_member (object, "other_sports"), ==, 0);
  assert_counts (object, "added", 19, 1, 2, 1, 1);
  g_assert_cmpstr (fixture->err, ==, "");

  object = run_object (fixture, 0, "import @diary");
  g_assert_true (json_object_get_null_member (object, "import"));
  assert_counts (object, "added", 0, 0, 0, 0, 0);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "duplicates")), ==,
                    23);
  run (fixture, 0, "import @diary");
  g_assert_nonnull (strstr (fixture->out, "23 entries are in the log already"));
}

static void
test_import_duplicate (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = hip_test_dir_write (
      fixture->dir, "other.csv",
      "date,start_time,utc_offset_min,distance_m\n2026-03-30,07:30:40,60,21100\n");
  JsonObject *object;
  JsonObject *duplicate;
  JsonObject *met;

  import_diary (fixture);
  object = run_object (fixture, 0, "import @other.csv");
  duplicate =
      json_array_get_object_element (json_object_get_array_member (object, "duplicates"), 0);
  assert_members (duplicate, MEMBERS ("file", "line", "date", "distance_m", "met"));
  g_assert_cmpstr (json_object_get_string_member (duplicate, "file"), ==, path);
  g_assert_cmpint (json_object_get_int_member (duplicate, "line"), ==, 2);
  g_assert_cmpint (json_object_get_int_member (duplicate, "distance_m"), ==, 21100);
  met = json_object_get_object_member (duplicate, "met");
  assert_members (met, MEMBERS ("date", "distance_m"));
  g_assert_cmpstr (json_object_get_string_member (met, "date"), ==, "2026-03-30");
  g_assert_cmpint (json_object_get_int_member (met, "distance_m"), ==, 21000);

  object = run_object (fixture, 0, "import --keep-duplicates @other.csv");
  assert_counts (object, "added", 1, 0, 0, 0, 0);
}

static void
test_import_rejects (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = hip_test_dir_write (
      fixture->dir, "runs.csv", "date,distance_m,weather\n2026-03-02,0,\n2026-03-03,5000,\nx,1,\n");
  g_autofree char *missing = hip_test_dir_path (fixture->dir, "missing.csv");
  g_autofree char *expected = NULL;
  JsonObject *object;
  JsonObject *reject;
  JsonArray *rejected;

  object = run_object (fixture, 1, "import @runs.csv @missing.csv");
  assert_counts (object, "added", 1, 0, 0, 0, 0);
  rejected = json_object_get_array_member (object, "rejected");
  g_assert_cmpuint (json_array_get_length (rejected), ==, 3);
  reject = json_array_get_object_element (rejected, 1);
  assert_members (reject, MEMBERS ("file", "line", "reason"));
  g_assert_cmpstr (json_object_get_string_member (reject, "file"), ==, path);
  g_assert_cmpint (json_object_get_int_member (reject, "line"), ==, 2);

  expected = g_strdup_printf ("%s:2: A run needs a distance of more than 0 m.\n"
                              "%s:4: “x” cannot stand in column “date”. Write a date like "
                              "2024-03-15.\n",
                              path, path);
  g_assert_true (g_str_has_suffix (fixture->err, expected));
  expected = (g_free (expected), g_strdup_printf ("%s:0: ", missing));
  g_assert_nonnull (strstr (fixture->err, expected));
  g_assert_nonnull (strstr (fixture->err, "“weather”"));
}

static void
test_import_dry_run (Fixture *fixture, gconstpointer data)
{
  JsonObject *object;

  write_diary (fixture);
  object = run_object (fixture, 0, "import --dry-run @diary");
  g_assert_true (json_object_get_null_member (object, "import"));
  assert_counts (object, "added", 19, 1, 2, 1, 1);
  g_assert_false (g_file_test (fixture->log, G_FILE_TEST_EXISTS));
  run (fixture, 0, "import @diary");
  object = run_object (fixture, 0, "import --dry-run @diary");
  assert_counts (object, "added", 0, 0, 0, 0, 0);
}

static void
test_import_options (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = hip_test_dir_write (
      fixture->dir, "activities.csv",
      "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,"
      "Distance,Relative Effort,Commute,Activity Gear,Filename\n"
      "1,\"Mar 15, 2026, 11:30:00 PM\",a,Run,,3600,10,,,,\n"
      "2,\"Mar 16, 2026, 11:30:00 PM\",a,Ride,,3600,10,,,,\n");
  g_autofree char *runs = hip_test_dir_path (fixture->dir, "out/runs.csv");
  g_autofree char *text = NULL;
  JsonObject *object;

  object = run_object (fixture, 0,
                       "import --distance-unit=mi --time-zone=Europe/Berlin @activities.csv");
  g_assert_cmpint (json_object_get_int_member (object, "other_sports"), ==, 1);
  run (fixture, 0, "export @out");
  g_assert_true (g_file_get_contents (runs, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "\n2026-03-16,00:30:00,60,16093,3600,"));
}

#define GARMIN                                                                                     \
  "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg Run Cadence\n"                     \
  "Running,2026-03-16 07:00:00,false,Dawn,10.00,500,01:00:00,%s\n"

/* A list that says neither kilometres nor miles: nothing is read before somebody says it. */
static void
test_import_unit (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = g_strdup_printf (GARMIN, "160");
  g_autofree char *path = hip_test_dir_write (fixture->dir, "Activities.csv", text);
  JsonObject *object;

  run (fixture, 2, "import @Activities.csv");
  g_assert_nonnull (strstr (fixture->err, "--distance-unit"));
  run (fixture, 2, "import --dry-run @Activities.csv");
  object = run_object (fixture, 0, "import --distance-unit=mi @Activities.csv");
  assert_counts (object, "added", 1, 0, 0, 0, 0);
  run (fixture, 0, "export @out");
  g_clear_pointer (&path, g_free);
  path = hip_test_dir_path (fixture->dir, "out/runs.csv");
  g_clear_pointer (&text, g_free);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "\n2026-03-16,07:00:00,,16093,3600,160,"));
}

static void
test_import_fill_gaps (Fixture *fixture, gconstpointer data)
{
  g_autofree char *own = hip_test_dir_write (
      fixture->dir, "runs.csv", "date,start_time,distance_m\n2026-03-16,07:00:00,9900\n");
  g_autofree char *text = g_strdup_printf (GARMIN, "162");
  g_autofree char *path = hip_test_dir_write (fixture->dir, "Activities.csv", text);
  JsonObject *object;

  run (fixture, 0, "import @runs.csv");
  object = run_object (fixture, 0, "import --distance-unit=km @Activities.csv");
  g_assert_cmpint (json_object_get_int_member (object, "updated"), ==, 0);
  object = run_object (fixture, 0, "import --distance-unit=km --fill-gaps @Activities.csv");
  g_assert_cmpint (json_object_get_int_member (object, "updated"), ==, 1);
  assert_counts (object, "added", 0, 0, 0, 0, 0);
  g_clear_pointer (&text, g_free);
  g_clear_pointer (&path, g_free);
  run (fixture, 0, "export @out");
  path = hip_test_dir_path (fixture->dir, "out/runs.csv");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "\n2026-03-16,07:00:00,,9900,3600,162,"));

  object = run_object (fixture, 0, "undo-import 2");
  g_assert_cmpint (json_object_get_int_member (object, "restored"), ==, 1);
  assert_counts (object, "removed", 0, 0, 0, 0, 0);
  g_clear_pointer (&text, g_free);
  run (fixture, 0, "export @out");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "\n2026-03-16,07:00:00,,9900,,,"));
}

/* Two imports change one run; the first is taken back before the second. */
static void
test_undo_fills (Fixture *fixture, gconstpointer data)
{
  static const char head[] = "date,start_time,distance_m,effort,note\n2026-03-16,07:00:00,9900,";
  g_autofree char *bare = g_strconcat (head, ",\n", NULL);
  g_autofree char *effort = g_strconcat (head, "6,\n", NULL);
  g_autofree char *note = g_strconcat (head, ",Wind\n", NULL);
  g_autofree char *a = hip_test_dir_write (fixture->dir, "a.csv", bare);
  g_autofree char *b = hip_test_dir_write (fixture->dir, "b.csv", effort);
  g_autofree char *c = hip_test_dir_write (fixture->dir, "c.csv", note);
  JsonObject *object;

  run (fixture, 0, "import @a.csv");
  run (fixture, 0, "export @before");
  run (fixture, 0, "import --fill-gaps @b.csv");
  run (fixture, 0, "import --fill-gaps @c.csv");
  object = run_object (fixture, 0, "undo-import 2");
  g_assert_cmpint (json_object_get_int_member (object, "restored"), ==, 0);
  object = run_object (fixture, 0, "undo-import 3");
  g_assert_cmpint (json_object_get_int_member (object, "restored"), ==, 1);
  run (fixture, 0, "check");
  run (fixture, 0, "export @after");
  g_clear_pointer (&a, g_free);
  g_clear_pointer (&b, g_free);
  a = hip_test_dir_path (fixture->dir, "before/runs.csv");
  b = hip_test_dir_path (fixture->dir, "after/runs.csv");
  g_clear_pointer (&bare, g_free);
  g_clear_pointer (&effort, g_free);
  g_assert_true (g_file_get_contents (a, &bare, NULL, NULL));
  g_assert_true (g_file_get_contents (b, &effort, NULL, NULL));
  g_assert_cmpstr (effort, ==, bare);
}

/* What is in two files is not in the log yet, and said to be so only when it is. */
static void
test_import_twice (Fixture *fixture, gconstpointer data)
{
  static const char track[] =
      "<gpx><trk><trkseg><trkpt lat='0' lon='0'><time>2026-03-16T07:00:00Z</time></trkpt>"
      "<trkpt lat='0' lon='0.01'><time>2026-03-16T07:06:00Z</time></trkpt></trkseg></trk></gpx>";
  g_autofree char *a = hip_test_dir_write (fixture->dir, "a.gpx", track);
  g_autofree char *b = hip_test_dir_write (fixture->dir, "b.gpx", track);

  run (fixture, 0, "import @a.gpx @b.gpx");
  g_assert_nonnull (strstr (fixture->out, "1 entry was read from another file, too"));
  g_assert_null (strstr (fixture->out, "in the log already"));
  run (fixture, 0, "import @a.gpx @b.gpx");
  g_assert_nonnull (strstr (fixture->out, "1 entry was read from another file, too"));
  g_assert_nonnull (strstr (fixture->out, "1 entry is in the log already"));
}

/* A track that ends in the middle: it is kept, and said to be damaged. */
static void
test_import_remarks (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = hip_test_dir_write (
      fixture->dir, "run.gpx",
      "<gpx><trk><trkseg><trkpt lat='0' lon='0'><time>2026-03-16T07:00:00Z</time></trkpt>"
      "<trkpt lat='0' lon='0.01'><time>2026-03-16T07:06:00Z</time></trkpt><trkpt");
  JsonObject *object = run_object (fixture, 0, "import @run.gpx");

  assert_counts (object, "added", 1, 0, 0, 0, 0);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "remarks")), ==,
                    1);
  g_assert_nonnull (strstr (fixture->err, "run.gpx:0: The file is damaged"));
}

static void
test_undo_import (Fixture *fixture, gconstpointer data)
{
  JsonObject *object;

  import_diary (fixture);
  object = run_object (fixture, 0, "undo-import 1");
  assert_members (object, MEMBERS ("removed", "restored"));
  assert_counts (object, "removed", 19, 1, 2, 1, 1);
  run (fixture, 1, "undo-import 1");
  g_assert_cmpstr (fixture->err, ==, "hiplog-cli: There is no import 1.\n");
  run (fixture, 0, "import @diary");
  g_assert_nonnull (strstr (fixture->out, "\n       1  answers about red flags\n"));
  run (fixture, 0, "undo-import 2");
  g_assert_nonnull (strstr (fixture->out, "\n       1  answers about red flags\n"));
  object = run_object (fixture, 0, "import @diary");
  assert_counts (object, "added", 19, 1, 2, 1, 1);
  run (fixture, 0, "check");
}

static void
assert_file (Fixture *fixture, const char *name, const char *expected)
{
  g_autofree char *path = hip_test_dir_path (fixture->dir, name);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
}

static void
test_export (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "runs.csv", "pain.csv",  "shoes.csv",    "care.csv",
                                       "days.csv", "weeks.csv", "warnings.csv", "red-flags.csv" };
  static const int rows[] = { 19, 2, 1, 1, 44, 7 };
  JsonObject *object;
  JsonArray *files;

  import_diary (fixture);
  object = run_object (fixture, 0, "export @out");
  assert_members (object, MEMBERS ("files"));
  files = json_object_get_array_member (object, "files");
  g_assert_cmpuint (json_array_get_length (files), ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      JsonObject *file = json_array_get_object_element (files, i);
      g_autofree char *relative = g_strconcat ("out/", names[i], NULL);
      g_autofree char *path = hip_test_dir_path (fixture->dir, relative);

      g_assert_cmpstr (json_object_get_string_member (file, "name"), ==, names[i]);
      if (i < G_N_ELEMENTS (rows))
        g_assert_cmpint (json_object_get_int_member (file, "rows"), ==, rows[i]);
      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
    }
  assert_file (fixture, "out/care.csv", "date,kind,minutes,note\r\n2026-03-31,ice,15,\r\n");
  object = run_object (fixture, 0, "export --from 2026-03-30 --to 2026-03-31 @out");
  files = json_object_get_array_member (object, "files");
  g_assert_cmpint (json_object_get_int_member (json_array_get_object_element (files, 0), "rows"),
                   ==, 1);
}

static void
assert_same_file (Fixture *fixture, const char *first, const char *second)
{
  g_autofree char *a = hip_test_dir_path (fixture->dir, first);
  g_autofree char *b = hip_test_dir_path (fixture->dir, second);
  g_autofree char *bytes_a = NULL;
  g_autofree char *bytes_b = NULL;
  gsize length_a, length_b;

  g_assert_true (g_file_get_contents (a, &bytes_a, &length_a, NULL));
  g_assert_true (g_file_get_contents (b, &bytes_b, &length_b, NULL));
  g_assert_cmpmem (bytes_a, length_a, bytes_b, length_b);
}

/* All that an export writes. */
static void
assert_same_folder (Fixture *fixture, const char *one, const char *other)
{
  static const char *const names[] = { "runs.csv", "pain.csv",  "shoes.csv",    "care.csv",
                                       "days.csv", "weeks.csv", "warnings.csv", "red-flags.csv" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *first = g_strconcat (one, "/", names[i], NULL);
      g_autofree char *second = g_strconcat (other, "/", names[i], NULL);

      assert_same_file (fixture, first, second);
    }
}

/* A name that ends in .zip means one, and what it holds makes the same log. */
static void
test_export_zip (Fixture *fixture, gconstpointer data)
{
  g_autofree char *zip = hip_test_dir_path (fixture->dir, "log.ZIP");
  JsonObject *object;
  JsonArray *files;

  import_diary (fixture);
  object = run_object (fixture, 0, "export @log.ZIP");
  assert_members (object, MEMBERS ("files"));
  files = json_object_get_array_member (object, "files");
  g_assert_cmpuint (json_array_get_length (files), ==, 8);
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (files, 0), "name"),
                   ==, "runs.csv");
  g_assert_true (g_file_test (zip, G_FILE_TEST_IS_REGULAR));
  run (fixture, 0, "import --log @other.db @log.ZIP");
  run (fixture, 0, "export @plain");
  run (fixture, 0, "export --log @other.db @again");
  assert_same_folder (fixture, "plain", "again");
  run (fixture, 1, "export @missing/log.zip");
  g_assert_nonnull (strstr (fixture->err, "is not there. Choose another."));
  run (fixture, 0, "export --help");
  g_assert_nonnull (strstr (fixture->out, ".zip"));
}

static void
assert_pdf (Fixture *fixture, const char *name)
{
  g_autofree char *path = hip_test_dir_path (fixture->dir, name);
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_true (g_str_has_prefix (contents, "%PDF-"));
  g_assert_cmpuint (length, >, 5000);
}

/* Without a display, as in a terminal far away. */
static void
test_report (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path =
      hip_test_dir_write (fixture->dir, "pain.csv", "date,side,score\n2026-03-30,left,4\n");
  JsonObject *object;

  g_unsetenv ("DISPLAY");
  g_unsetenv ("WAYLAND_DISPLAY");
  run (fixture, 0, "import @pain.csv");
  run (fixture, 0, "report @short.pdf");
  g_assert_nonnull (strstr (fixture->out, "1 page is in "));
  assert_pdf (fixture, "short.pdf");
  object = run_object (fixture, 0,
                       "report --days --from 2026-03-01 --to 2026-03-30 --name Nina --paper letter "
                       "@long.pdf");
  assert_members (object, MEMBERS ("pages"));
  g_assert_cmpint (json_object_get_int_member (object, "pages"), ==, 2);
  g_assert_cmpstr (fixture->err, ==, "");
  assert_pdf (fixture, "long.pdf");

  run (fixture, 1, "report @missing/report.pdf");
  g_assert_cmpstr (fixture->out, ==, "");
  g_assert_true (g_str_has_prefix (fixture->err, "hiplog-cli: "));
}

/* Through the database and back, in both dialects. */
static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  import_diary (fixture);
  run (fixture, 0, "export @plain");
  run (fixture, 0, "export --dialect spreadsheet @sheet");
  run (fixture, 0, "import --log @other.db @sheet");
  run (fixture, 0, "export --log @other.db @again");
  assert_same_folder (fixture, "plain", "again");
}

static JsonObject *
find_warning (JsonArray *warnings, const char *rule)
{
  for (guint i = 0; i < json_array_get_length (warnings); i++)
    {
      JsonObject *warning = json_array_get_object_element (warnings, i);

      if (g_str_equal (json_object_get_string_member (warning, "rule"), rule))
        return warning;
    }
  return NULL;
}

static void
test_warnings (Fixture *fixture, gconstpointer data)
{
  JsonObject *warning;

  import_diary (fixture);
  warning = find_warning (run_array (fixture, 0, "warnings"), "long-run-jump");
  g_assert_nonnull (warning);
  assert_members (warning, MEMBERS ("rule", "severity", "strength", "date", "subject", "title",
                                    "body", "causes", "prevention", "numbers"));
  g_assert_cmpstr (json_object_get_string_member (warning, "severity"), ==, "warning");
  g_assert_cmpstr (json_object_get_string_member (warning, "strength"), ==, "good");
  g_assert_cmpstr (json_object_get_string_member (warning, "date"), ==, "2026-03-30");
  g_assert_cmpstr (
      json_array_get_string_element (json_object_get_array_member (warning, "causes"), 0), ==,
      "training-errors");
  g_assert_cmpuint (json_object_get_size (json_object_get_object_member (warning, "numbers")), >,
                    0);

  g_assert_cmpuint (json_array_get_length (run_array (fixture, 0, "warnings --on 2026-03-29")), ==,
                    0);
  warning = find_warning (run_array (fixture, 0, "warnings --all"), "long-run-jump");
  g_assert_nonnull (warning);
  run (fixture, 0, "warnings");
  g_assert_true (g_str_has_prefix (fixture->out, "2026-03-31  "));
  g_assert_nonnull (strstr (fixture->out, "\n2026-03-30  "));
  g_assert_nonnull (strstr (fixture->out, "training-errors"));
  run (fixture, 0, "warnings --on 2026-03-29");
  g_assert_cmpstr (fixture->out, ==, "No warnings.\n");
}

static void
test_room (Fixture *fixture, gconstpointer data)
{
  JsonObject *room;
  JsonArray *rules;

  import_diary (fixture);
  room = run_object (fixture, 0, "room --on 2026-03-28 --plan 15000");
  assert_members (room, MEMBERS ("run_room_m", "week_room_m", "longest_m", "longest_on", "week_m",
                                 "baseline_m", "reason", "would_fire"));
  g_assert_cmpint (json_object_get_int_member (room, "run_room_m"), ==, 11000);
  g_assert_cmpint (json_object_get_int_member (room, "longest_m"), ==, 10000);
  g_assert_cmpint (json_object_get_int_member (room, "week_m"), ==, 30000);
  g_assert_cmpint (json_object_get_int_member (room, "baseline_m"), ==, 30000);
  g_assert_cmpint (json_object_get_int_member (room, "week_room_m"), ==, 3000);
  g_assert_true (json_object_get_null_member (room, "reason"));
  rules = json_object_get_array_member (room, "would_fire");
  g_assert_cmpuint (json_array_get_length (rules), ==, 1);
  g_assert_cmpstr (json_array_get_string_element (rules, 0), ==, "long-run-jump");

  room = run_object (fixture, 0, "room --on 2026-02-17");
  g_assert_true (json_object_get_null_member (room, "run_room_m"));
  g_assert_cmpstr (json_object_get_string_member (room, "reason"), ==, "not-enough-runs");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (room, "would_fire")), ==,
                    0);
  run (fixture, 0, "room --on 2026-03-28 --plan 3000");
  g_assert_nonnull (strstr (fixture->out, "raises no warning"));
  /* One reason for both is told once. */
  run (fixture, 0, "room --on 2026-06-30");
  g_assert_nonnull (strstr (fixture->out, "After "));
  g_assert_null (strstr (strstr (fixture->out, "After ") + 1, "After "));
}

static void
test_series (Fixture *fixture, gconstpointer data)
{
  JsonArray *days;
  JsonObject *day;

  import_diary (fixture);
  days = run_array (fixture, 0, "series");
  g_assert_cmpuint (json_array_get_length (days), ==, 44);
  day = json_array_get_object_element (days, 43);
  assert_members (day, MEMBERS ("date", "distance_m", "runs", "duration_s", "load", "acute_m",
                                "chronic_m", "ratio", "pain_left", "pain_right", "pain", "recorded",
                                "sum_7_m", "sum_28_m", "monotony", "strain"));
  g_assert_cmpstr (json_object_get_string_member (day, "date"), ==, "2026-03-31");
  g_assert_true (json_object_get_boolean_member (day, "recorded"));
  g_assert_cmpint (json_object_get_int_member (day, "sum_7_m"), ==, 41000);
  g_assert_cmpint (json_object_get_int_member (day, "sum_28_m"), ==, 131000);
  g_assert_cmpint (json_object_get_int_member (day, "distance_m"), ==, 0);
  g_assert_cmpint (json_object_get_int_member (day, "pain"), ==, 5);
  g_assert_true (json_object_get_null_member (day, "pain_right"));
  day = json_array_get_object_element (days, 42);
  g_assert_cmpint (json_object_get_int_member (day, "distance_m"), ==, 21000);
  day = json_array_get_object_element (days, 0);
  g_assert_true (json_object_get_null_member (day, "ratio"));
  g_assert_true (json_object_get_null_member (day, "sum_7_m"));
  g_assert_true (json_object_get_null_member (day, "monotony"));
  g_assert_true (json_object_get_null_member (day, "strain"));
  days = run_array (fixture, 0, "series --from 2026-03-30 --to 2026-03-30");
  g_assert_cmpuint (json_array_get_length (days), ==, 1);
  days = run_array (fixture, 0, "series --from 2026-05-01 --to 2026-05-01");
  day = json_array_get_object_element (days, 0);
  g_assert_false (json_object_get_boolean_member (day, "recorded"));
  g_assert_true (json_object_get_null_member (day, "distance_m"));
  run (fixture, 0, "series --from 2026-03-30 --to 2026-03-30");
  g_assert_nonnull (strstr (fixture->out, "\n2026-03-30  21.0  "));
  /* Nobody needs seventeen digits. */
  run_array (fixture, 0, "series");
  g_assert_true (g_regex_match_simple ("\\.[0-9]{1,3}\\b", fixture->out, 0, 0));
  g_assert_false (g_regex_match_simple ("\\.[0-9]{4}", fixture->out, 0, 0));
}

/* Six weeks are too few for any of them, and each says so. */
static void
test_findings (Fixture *fixture, gconstpointer data)
{
  static const char *const kinds[] = { "load-pain-link", "pain-by-shoe", "pain-by-surface",
                                       "pain-by-warm-up" };
  JsonArray *findings;

  import_diary (fixture);
  findings = run_array (fixture, 0, "findings");
  g_assert_cmpuint (json_array_get_length (findings), ==, G_N_ELEMENTS (kinds));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      JsonObject *finding = json_array_get_object_element (findings, i);

      assert_members (finding, MEMBERS ("finding", "speaks", "n", "rho", "p", "low", "high",
                                        "reason", "text", "subject", "n_with", "n_without",
                                        "mean_with", "mean_without", "lags", "lags_p"));
      g_assert_cmpstr (json_object_get_string_member (finding, "finding"), ==, kinds[i]);
      g_assert_false (json_object_get_boolean_member (finding, "speaks"));
      g_assert_true (json_object_get_null_member (finding, "p"));
      g_assert_nonnull (json_object_get_string_member (finding, "text"));
      g_assert_cmpuint (json_array_get_length (json_object_get_array_member (finding, "lags")), ==,
                        4);
    }
  g_assert_cmpstr (
      json_object_get_string_member (json_array_get_object_element (findings, 0), "reason"), ==,
      "not-enough-days");
  run (fixture, 0, "findings");
  g_assert_nonnull (strstr (fixture->out, "44 of 60 days"));
  run (fixture, 2, "findings --on never");
}

static void
test_guide (Fixture *fixture, gconstpointer data)
{
  JsonArray *pages = run_array (fixture, 0, "guide");
  JsonObject *page;
  JsonObject *section;

  g_assert_cmpuint (json_array_get_length (pages), >, 5);
  page = json_array_get_object_element (pages, 0);
  g_assert_nonnull (json_object_get_string_member (page, "id"));
  page = run_object (fixture, 0, "guide get-help");
  g_assert_cmpstr (json_object_get_string_member (page, "id"), ==, "get-help");
  g_assert_cmpstr (json_object_get_string_member (page, "kind"), ==, "help");
  section = json_array_get_object_element (json_object_get_array_member (page, "sections"), 0);
  g_assert_cmpstr (json_object_get_string_member (section, "text"), !=, "");
  g_assert_true (json_object_has_member (page, "see"));
  run (fixture, 0, "guide get-help");
  g_assert_cmpstr (fixture->out, !=, "");
  run (fixture, 0, "guide");
  g_assert_nonnull (strstr (fixture->out, "\nget-help "));
  run (fixture, 1, "guide no-such-page");
  g_assert_nonnull (strstr (fixture->err, "no-such-page"));
}

static void
test_guide_search (Fixture *fixture, gconstpointer data)
{
  JsonArray *pages = run_array (fixture, 0, "guide --search coccyx");
  JsonObject *page = json_array_get_object_element (pages, 0);

  g_assert_cmpstr (json_object_get_string_member (page, "id"), ==, "tailbone");
  pages = run_array (fixture, 0, "guide --search zzzzz");
  g_assert_cmpuint (json_array_get_length (pages), ==, 0);
  run (fixture, 0, "guide --search coccyx");
  g_assert_nonnull (strstr (fixture->out, "\ntailbone "));
  g_assert_null (strstr (fixture->out, "\nworn-shoes "));
  run (fixture, 1, "guide --search zzzzz");
  g_assert_cmpstr (fixture->out, ==, "");
  g_assert_nonnull (strstr (fixture->err, "zzzzz"));
}

static const char *
get_page (JsonArray *matches, guint i)
{
  return json_object_get_string_member (json_array_get_object_element (matches, i), "page");
}

static const char *
get_first (JsonArray *matches, guint i, const char *member)
{
  JsonObject *match = json_array_get_object_element (matches, i);

  return json_array_get_string_element (json_object_get_array_member (match, member), 0);
}

static void
test_symptoms (Fixture *fixture, gconstpointer data)
{
  JsonArray *matches = run_array (fixture, 0,
                                  "symptoms --area side --area outer-knee --quality burning "
                                  "--timing stairs");
  gint64 score = G_MAXINT64;

  g_assert_cmpstr (get_page (matches, 0), ==, "it-band");
  g_assert_cmpstr (get_first (matches, 0, "why"), ==,
                   "Matches: Side of the hip, Outside of the knee, Burning");
  g_assert_cmpstr (get_first (matches, 0, "against"), ==, "Speaks against: On stairs");
  for (guint i = 0; i < json_array_get_length (matches); i++)
    {
      JsonObject *match = json_array_get_object_element (matches, i);

      assert_members (match, MEMBERS ("page", "score", "why", "title", "against"));
      g_assert_cmpint (json_object_get_int_member (match, "score"), <=, score);
      score = json_object_get_int_member (match, "score");
    }

  matches = run_array (fixture, 0,
                       "symptoms --area front --quality deep-ache --timing during-run "
                       "--onset gradual --flag numbness");
  g_assert_cmpstr (get_page (matches, 0), ==, "get-help");
  g_assert_cmpstr (get_page (matches, 1), ==, "stress-fracture");
  /* The log was not asked for, so it need not be there. */
  g_assert_false (g_file_test (fixture->log, G_FILE_TEST_EXISTS));
}

static void
test_symptoms_text (Fixture *fixture, gconstpointer data)
{
  run (fixture, 0, "symptoms --area front --flag fever");
  g_assert_true (g_str_has_prefix (fixture->out, "When to get help [get-help]\n"));
  g_assert_nonnull (strstr (fixture->out, "\n  Matches: Front of the hip or groin\n"));
  g_assert_nonnull (strstr (fixture->out, "more pages fit less"));
  g_assert_nonnull (strstr (fixture->out, "This is no diagnosis"));
  run (fixture, 0, "symptoms --area tailbone");
  g_assert_null (strstr (fixture->out, "fit less"));

  /* All words that there are, whatever is wrong. */
  run (fixture, 2, "symptoms");
  g_assert_nonnull (strstr (fixture->err, "\n  --area front, side, back, "));
  g_assert_nonnull (strstr (fixture->err, "\n  --flag persistent, "));
  run (fixture, 2, "symptoms --area elbow");
  g_assert_nonnull (strstr (fixture->err, "elbow"));
  g_assert_nonnull (strstr (fixture->err, "iliac-crest"));
}

static void
test_symptoms_from_log (Fixture *fixture, gconstpointer data)
{
  g_autofree char *pain = hip_test_dir_write (fixture->dir, "pain.csv",
                                              "date,side,score,areas,timings\n"
                                              "2026-03-18,left,4,side,stairs;standing\n"
                                              "2026-03-29,right,2,tailbone,sitting\n"
                                              "2026-03-17,left,9,outer-knee,during-run\n");
  JsonArray *matches;

  /* A score alone tells nothing. */
  import_diary (fixture);
  g_assert_cmpuint (json_array_get_length (run_array (fixture, 0, "symptoms --from-log")), ==, 0);
  run (fixture, 0, "symptoms --from-log");
  g_assert_true (g_str_has_prefix (fixture->out, "Of the last two weeks, the log holds nothing"));

  run (fixture, 0, "import @pain.csv");
  matches = run_array (fixture, 0, "symptoms --from-log --side left");
  g_assert_cmpstr (get_page (matches, 0), ==, "gluteal-tendinopathy");
  g_assert_cmpstr (get_first (matches, 0, "why"), ==,
                   "Matches: Side of the hip, On stairs, When standing");
  matches = run_array (fixture, 0, "symptoms --from-log --side right");
  g_assert_cmpstr (get_page (matches, 0), ==, "tailbone");
  /* What is told is added to what was logged. */
  matches =
      run_array (fixture, 0, "symptoms --from-log --side right --area front --timing at-rest");
  g_assert_cmpstr (get_page (matches, 0), ==, "get-help");
  g_assert_cmpstr (get_page (matches, 1), ==, "stress-fracture");
  g_assert_cmpstr (get_page (matches, 2), ==, "tailbone");
}

static void
assert_ok (JsonObject *object, gboolean ok)
{
  JsonArray *problems = json_object_get_array_member (object, "problems");

  assert_members (object, MEMBERS ("ok", "problems"));
  g_assert_true (json_object_get_boolean_member (object, "ok") == ok);
  g_assert_true ((json_array_get_length (problems) == 0) == ok);
}

static void
test_backup_and_restore (Fixture *fixture, gconstpointer data)
{
  JsonObject *object;

  import_diary (fixture);
  assert_ok (run_object (fixture, 0, "backup @copy.db"), TRUE);
  run (fixture, 0, "undo-import 1");
  assert_ok (run_object (fixture, 0, "restore @copy.db"), TRUE);
  object = run_object (fixture, 0, "import --dry-run @diary");
  assert_counts (object, "added", 0, 0, 0, 0, 0);
  assert_ok (run_object (fixture, 0, "check"), TRUE);

  /* Where there was none. */
  run (fixture, 0, "restore --log @new.db @copy.db");
  g_assert_cmpstr (fixture->out, ==, "The copy is now the log.\n");
  run (fixture, 0, "check --log @new.db");
  assert_ok (run_object (fixture, 1, "restore @no-such-file.db"), FALSE);
  assert_ok (run_object (fixture, 1, "backup @no-such-folder/copy.db"), FALSE);
}

static void
test_check (Fixture *fixture, gconstpointer data)
{
  g_autofree char *bad = hip_test_dir_write (fixture->dir, "bad.db", "this is no log at all");

  import_diary (fixture);
  run (fixture, 0, "check");
  g_assert_cmpstr (fixture->out, ==, "The log is whole.\n");
  assert_ok (run_object (fixture, 1, "check --log @bad.db"), FALSE);
  g_assert_true (g_str_has_prefix (fixture->err, bad));
}

/* A log of format 1, with three runs, a care entry of each of two days, and nothing open. */
static void
make_old_log (const char *path)
{
  g_autofree char *dump = hip_test_data_path ("log-v1.sql");
  g_autofree char *sql = NULL;
  sqlite3 *db = NULL;

  g_assert_true (g_file_get_contents (dump, &sql, NULL, NULL));
  g_unlink (path);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static int
get_version (const char *path)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *statement = NULL;
  int version;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  sqlite3_prepare_v2 (db, "PRAGMA user_version", -1, &statement, NULL);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  version = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return version;
}

/* Whatever is asked of it first brings it up to date, with a copy of what it was. */
static void
test_older_log (Fixture *fixture, gconstpointer data)
{
  static const char *const commands[] = {
    "export @out",         "warnings", "room",         "series",
    "symptoms --from-log", "check",    "backup @copy", "import --dry-run @care.csv",
    "report @report.pdf"
  };
  g_autofree char *kept = hip_test_dir_path (fixture->dir, "log.db.backup-v1");
  g_autofree char *care = hip_test_dir_write (fixture->dir, "care.csv", "date,kind\n");

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      make_old_log (fixture->log);
      g_assert_cmpint (get_version (fixture->log), ==, 1);
      run (fixture, 0, commands[i]);
      g_assert_cmpstr (fixture->err, ==, "");
      g_assert_cmpint (get_version (fixture->log), >, 1);
      g_assert_cmpint (get_version (kept), ==, 1);
    }

  make_old_log (fixture->log);
  run (fixture, 0, "series --json");
  g_assert_nonnull (strstr (fixture->out, "14000"));
}

/* Permissions do not bind root, so whoever we are, the program is nobody's. */
static void
become_nobody (gpointer data)
{
  if (geteuid () == 0 && setresuid (65534, 65534, 65534) != 0)
    _exit (77);
}

static void
test_older_log_read_only (Fixture *fixture, gconstpointer data)
{
  static const char *const commands[] = { "warnings", "check", "backup @copy" };
  const char *folder = hip_test_dir_get_path (fixture->dir);

  make_old_log (fixture->log);
  g_assert_cmpint (g_chmod (g_get_tmp_dir (), 0755), ==, 0);
  g_assert_cmpint (g_chmod (fixture->log, 0444), ==, 0);
  g_assert_cmpint (g_chmod (folder, 0555), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      run_as (fixture, 1, commands[i], become_nobody);
      g_assert_nonnull (strstr (fixture->err, "older HipLog"));
      g_assert_nonnull (strstr (fixture->err, "--log"));
    }
  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
  g_assert_cmpint (get_version (fixture->log), ==, 1);
}

/* No log at all, and no older one: nothing is changed to read it. */
static void
test_strange_log (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = hip_test_dir_write (fixture->dir, "log.db", "this is no log at all");
  g_autofree char *contents = NULL;

  run (fixture, 1, "warnings");
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "this is no log at all");
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/cli/usage", test_usage },
    { "/cli/help", test_help },
    { "/cli/no-log", test_no_log },
    { "/cli/json-errors", test_json_errors },
    { "/cli/full-disk", test_full_disk },
    { "/cli/default-log", test_default_log },
    { "/cli/import", test_import },
    { "/cli/import/duplicate", test_import_duplicate },
    { "/cli/import/rejects", test_import_rejects },
    { "/cli/import/dry-run", test_import_dry_run },
    { "/cli/import/fill-gaps", test_import_fill_gaps },
    { "/cli/import/undo-fills", test_undo_fills },
    { "/cli/import/remarks", test_import_remarks },
    { "/cli/import/twice", test_import_twice },
    { "/cli/import/unit", test_import_unit },
    { "/cli/import/options", test_import_options },
    { "/cli/undo-import", test_undo_import },
    { "/cli/export", test_export },
    { "/cli/export-zip", test_export_zip },
    { "/cli/report", test_report },
    { "/cli/round-trip", test_round_trip },
    { "/cli/warnings", test_warnings },
    { "/cli/room", test_room },
    { "/cli/series", test_series },
    { "/cli/findings", test_findings },
    { "/cli/symptoms", test_symptoms },
    { "/cli/symptoms/text", test_symptoms_text },
    { "/cli/symptoms/from-log", test_symptoms_from_log },
    { "/cli/guide", test_guide },
    { "/cli/guide-search", test_guide_search },
    { "/cli/backup-and-restore", test_backup_and_restore },
    { "/cli/check", test_check },
    { "/cli/older-log", test_older_log },
    { "/cli/older-log/read-only", test_older_log_read_only },
    { "/cli/strange-log", test_strange_log },
  };

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  program = argv[1];
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
