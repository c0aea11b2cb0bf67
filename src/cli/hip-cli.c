// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-cli.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "hip-cli-output.h"

typedef struct
{
  const char *name;
  const char *parameters;
  const char *summary;
  HipCliCommand run;
} Command;

static const Command commands[] = {
  { "import", N_ ("PATH…"), N_ ("Read runs, shoes and pain from files and folders"),
    hip_cli_import },
  { "undo-import", N_ ("ID"), N_ ("Take an import back, whole"), hip_cli_undo_import },
  { "export", N_ ("DIR|ZIP"), N_ ("Write the log as CSV files"), hip_cli_export },
  { "report", N_ ("FILE.pdf"), N_ ("Write a report for a physiotherapist"), hip_cli_report },
  { "warnings", "", N_ ("What to look out for"), hip_cli_warnings },
  { "room", "", N_ ("How far a run can go before it is a jump"), hip_cli_room },
  { "findings", "", N_ ("What load and pain have to do with each other"), hip_cli_findings },
  { "series", "", N_ ("Load and pain, day by day"), hip_cli_series },
  { "symptoms", "", N_ ("Which pages fit what you feel"), hip_cli_symptoms },
  { "guide", N_ ("[PAGE]"), N_ ("Read about causes and what helps"), hip_cli_guide },
  { "backup", N_ ("FILE"), N_ ("Write a copy of the log"), hip_cli_backup },
  { "restore", N_ ("FILE"), N_ ("Put a copy in the place of the log"), hip_cli_restore },
  { "check", "", N_ ("Look whether the log is whole"), hip_cli_check },
};

/* The answer of a command that has none. */
static void
print_error (const char *message)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  hip_cli_json_set_string (builder, "error", message);
  json_builder_end_object (builder);
  hip_cli_print_json (builder);
}

/**
 * hip_cli_fail:
 * @cli: the program
 * @message: a sentence
 *
 * Says that something failed: on stderr, and with --json in a document of its own too.
 *
 * Returns: %HIP_CLI_FAILED
 */
HipCliStatus
hip_cli_fail (const HipCli *cli, const char *message)
{
  g_printerr ("hiplog-cli: %s\n", message);
  if (cli->json)
    print_error (message);
  return HIP_CLI_FAILED;
}

/**
 * hip_cli_fail_usage:
 * @cli: the program
 * @format: a sentence
 * @...: what goes into it
 *
 * Says what is wrong with the command line, where hip_cli_fail() does.
 *
 * Returns: %HIP_CLI_USAGE
 */
HipCliStatus
hip_cli_fail_usage (const HipCli *cli, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_printerr ("hiplog-cli: %s\n%s\n", message, _ ("Try “hiplog-cli --help”."));
  if (cli->json)
    print_error (message);
  return HIP_CLI_USAGE;
}

/* The options that may stand before and after the command. */
static void
add_common_options (HipCli *cli, GOptionContext *context)
{
  const GOptionEntry entries[] = {
    { "log", 0, 0, G_OPTION_ARG_FILENAME, &cli->log_path, N_ ("The log to use"), N_ ("FILE") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &cli->json, N_ ("Print one JSON document"), NULL },
    { NULL },
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

static void
remove_argument (GStrv arguments, guint i)
{
  g_free (arguments[i]);
  for (; arguments[i] != NULL; i++)
    arguments[i] = arguments[i + 1];
}

/**
 * hip_cli_parse:
 * @cli: the program
 * @parameters: what stands behind the command's options: "PATH…"
 * @summary: what the command does
 * @entries: (nullable): its own options
 * @min: how many parameters it needs
 * @max: how many it takes
 * @arguments: (inout): all arguments, beginning with the command; afterwards the parameters
 *
 * Reads a command's options.
 *
 * Returns: %FALSE if something is wrong, after saying so
 */
gboolean
hip_cli_parse (HipCli *cli,
               const char *parameters,
               const char *summary,
               const GOptionEntry *entries,
               guint min,
               guint max,
               GStrv *arguments)
{
  g_autofree char *usage = g_strdup_printf ("%s %s", (*arguments)[0], parameters);
  g_autoptr(GOptionContext) context = g_option_context_new (parameters);
  g_autofree char *program = g_strdup_printf ("hiplog-cli %s", (*arguments)[0]);
  /* What stands behind the command counts more than what stands before it. */
  g_autofree char *log_path = g_steal_pointer (&cli->log_path);
  g_autoptr(GError) error = NULL;
  guint n;

  g_set_prgname (program);
  g_option_context_set_summary (context, summary);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  add_common_options (cli, context);
  if (!g_option_context_parse_strv (context, arguments, &error))
    {
      hip_cli_fail_usage (cli, "%s", error->message);
      return FALSE;
    }

  remove_argument (*arguments, 0);
  /* It is left where what follows looks like an option. */
  for (guint i = 0; (*arguments)[i] != NULL; i++)
    if (g_str_equal ((*arguments)[i], "--"))
      {
        remove_argument (*arguments, i);
        break;
      }
  if (cli->log_path == NULL)
    cli->log_path = log_path != NULL ? g_steal_pointer (&log_path) : hip_store_default_path ();
  n = g_strv_length (*arguments);
  if (n >= min && n <= max)
    return TRUE;
  if (n < min)
    /* Translators: how the command is used. */
    hip_cli_fail_usage (cli, _ ("Something is missing: hiplog-cli %s"), usage);
  else
    /* Translators: a superfluous argument, then how the command is used. */
    hip_cli_fail_usage (cli, _ ("“%1$s” is too much: hiplog-cli %2$s"), (*arguments)[max], usage);
  return FALSE;
}

/**
 * hip_cli_parse_day:
 * @cli: the program
 * @text: (nullable): the value of an option
 * @day: (inout): the day; untouched without a value
 *
 * Reads a date.
 *
 * Returns: %FALSE if it is none, after saying so
 */
gboolean
hip_cli_parse_day (const HipCli *cli, const char *text, HipDay *day)
{
  if (text == NULL || hip_day_parse (text, day))
    return TRUE;
  hip_cli_fail_usage (cli, _ ("“%s” is not a date. Write it like 2026-03-15."), text);
  return FALSE;
}

/**
 * hip_cli_parse_choice:
 * @cli: the program
 * @option: the option's name
 * @text: (nullable): its value
 * @words: (array zero-terminated=1): the values it may have
 * @choice: (inout): the index of the value; untouched without one
 *
 * Reads an option that has a few values.
 *
 * Returns: %FALSE if it is none of them, after saying so
 */
gboolean
hip_cli_parse_choice (const HipCli *cli,
                      const char *option,
                      const char *text,
                      const char *const *words,
                      guint *choice)
{
  g_autofree char *all = NULL;

  if (text == NULL)
    return TRUE;
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (!g_str_equal (text, words[i]))
        continue;
      *choice = i;
      return TRUE;
    }
  all = g_strjoinv (", ", (char **) words);
  /* Translators: what was given, the option, the words that can be used. */
  hip_cli_fail_usage (cli, _ ("“%1$s” is no value of “--%2$s”. There are: %3$s."), text, option,
                      all);
  return FALSE;
}

/* Whether a log of an older HipLog can be brought up to date: its copy is made beside it. */
static gboolean
may_change (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_access (path, W_OK) == 0 && g_access (folder, W_OK) == 0;
}

/**
 * hip_cli_try_open:
 * @cli: the program
 * @flags: how
 * @error: return location
 *
 * Opens the log. One of an older HipLog cannot be only read: where it may be changed it is brought
 * up to date first.
 *
 * Returns: (transfer full) (nullable): the log, or %NULL with @error set
 */
HipStore *
hip_cli_try_open (const HipCli *cli, HipStoreOpenFlags flags, GError **error)
{
  g_autoptr(GError) local_error = NULL;
  HipStore *store = hip_store_open (cli->log_path, flags, &local_error);

  if (store != NULL)
    return store;
  if (!(flags & HIP_STORE_OPEN_READ_ONLY)
      || !g_error_matches (local_error, HIP_STORE_ERROR, HIP_STORE_ERROR_READ_ONLY))
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (may_change (cli->log_path))
    return hip_store_open (cli->log_path, HIP_STORE_OPEN_NONE, error);
  else
    g_set_error (error, HIP_STORE_ERROR, HIP_STORE_ERROR_READ_ONLY,
                 /* Translators: %s is the sentence that says why the log cannot be read. */
                 _ ("%s Here it may not be changed: copy it into a folder of yours, and name the "
                    "copy with “--log”."),
                 local_error->message);
  return NULL;
}

/**
 * hip_cli_open:
 * @cli: the program
 * @flags: how
 *
 * Opens the log, as [func@cli_try_open] does.
 *
 * Returns: (transfer full) (nullable): the log, or %NULL after saying why not
 */
HipStore *
hip_cli_open (HipCli *cli, HipStoreOpenFlags flags)
{
  g_autoptr(GError) error = NULL;
  HipStore *store = hip_cli_try_open (cli, flags, &error);

  if (store == NULL)
    hip_cli_fail (cli, error->message);
  return store;
}

/**
 * hip_cli_load:
 * @cli: the program
 *
 * Reads the whole log, without changing what is in it.
 *
 * Returns: (transfer full) (nullable): the history, or %NULL after saying why not
 */
HipHistory *
hip_cli_load (HipCli *cli)
{
  g_autoptr(HipStore) store = hip_cli_open (cli, HIP_STORE_OPEN_READ_ONLY);
  g_autoptr(GError) error = NULL;
  HipHistory *history;

  if (store == NULL)
    return NULL;
  history = hip_store_load (store, &error);
  if (history == NULL)
    hip_cli_fail (cli, error->message);
  return history;
}

/**
 * hip_cli_log_exists:
 * @cli: the program
 *
 * Returns: whether there is a file where the log should be
 */
gboolean
hip_cli_log_exists (HipCli *cli)
{
  return g_file_test (cli->log_path, G_FILE_TEST_EXISTS);
}

/* What the app's preferences say, where it is installed. */
static void
read_settings (HipLimits *limits)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr(GSettingsSchema) schema = NULL;
  g_autoptr(GSettings) settings = NULL;
  int units, weekday;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, HIP_APPLICATION_ID, TRUE);
  if (schema == NULL)
    return;
  settings = g_settings_new_full (schema, NULL, NULL);
  units = g_settings_get_enum (settings, "units");
  weekday = g_settings_get_enum (settings, "first-weekday");
  if (units > 0)
    limits->units = units == 2 ? HIP_UNITS_MI : HIP_UNITS_KM;
  if (weekday > 0)
    limits->first_weekday = (GDateWeekday) weekday;
  limits->week_limit_percent = g_settings_get_int (settings, "weekly-limit");
}

static void
hip_cli_init (HipCli *self)
{
  *self = (HipCli) { 0 };
  hip_limits_init_default (&self->limits);
  self->limits.units = hip_units_from_locale ();
  self->limits.first_weekday = hip_units_first_weekday_from_locale ();
  read_settings (&self->limits);
  self->today = hip_day_today ();
}

/* A line of the list of commands. "…" is one letter wide and three bytes long. */
static void
append_command (GString *text, const Command *command)
{
  gboolean alone = *command->parameters == '\0';
  g_autofree char *call = alone ? g_strdup (command->name)
                                : g_strjoin (" ", command->name, _ (command->parameters), NULL);
  int padding = 18 - (int) g_utf8_strlen (call, -1);

  g_string_append_printf (text, "\n  %s%*s%s", call, MAX (padding, 2), "", _ (command->summary));
}

static char *
describe_commands (void)
{
  GString *text = g_string_new (_ ("Commands:"));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    append_command (text, &commands[i]);
  g_string_append (text, "\n\n");
  g_string_append (text, _ ("“hiplog-cli COMMAND --help” tells the options of a command."));
  return g_string_free (text, FALSE);
}

static const Command *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (name, commands[i].name))
      return &commands[i];
  return NULL;
}

static HipCliStatus
run_command (HipCli *cli, GStrv *arguments)
{
  const Command *command;

  if ((*arguments)[1] == NULL)
    return hip_cli_fail_usage (cli, "%s", _ ("Which command?"));
  command = find_command ((*arguments)[1]);
  if (command == NULL)
    return hip_cli_fail_usage (cli, _ ("There is no command “%s”."), (*arguments)[1]);

  remove_argument (*arguments, 0);
  return command->run (cli, arguments);
}

/* Reads what stands before the command. FALSE when there is nothing more to do. */
static gboolean
parse_start (HipCli *cli, GStrv *arguments, HipCliStatus *status)
{
  g_autoptr(GOptionContext) context = g_option_context_new (_ ("COMMAND …"));
  g_autofree char *description = describe_commands ();
  g_autoptr(GError) error = NULL;
  gboolean version = FALSE;
  const GOptionEntry entries[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, &version, N_ ("Print the version"), NULL },
    { NULL },
  };

  g_option_context_set_strict_posix (context, TRUE);
  g_option_context_set_summary (context, _ ("The running and hip log, without a window."));
  g_option_context_set_description (context, description);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  add_common_options (cli, context);
  if (!g_option_context_parse_strv (context, arguments, &error))
    {
      *status = hip_cli_fail_usage (cli, "%s", error->message);
      return FALSE;
    }
  if (version)
    g_print ("hiplog-cli %s\n", HIP_VERSION);
  *status = HIP_CLI_OK;
  return !version;
}

/* Asked beforehand: a command line that is wrong is answered as it asks for, too. */
static gboolean
asks_for_json (GStrv arguments)
{
  for (guint i = 0; arguments[i] != NULL && !g_str_equal (arguments[i], "--"); i++)
    if (g_str_equal (arguments[i], "--json"))
      return TRUE;
  return FALSE;
}

/* A disk may be full. */
static HipCliStatus
finish_output (HipCliStatus status)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return status;
  g_printerr ("hiplog-cli: %s\n", _ ("The answer could not be written."));
  return HIP_CLI_FAILED;
}

/**
 * hip_cli_run:
 * @argc: number of arguments
 * @argv: arguments
 *
 * Runs the program.
 *
 * Returns: the status to exit with
 */
int
hip_cli_run (int argc, char **argv)
{
  g_auto(GStrv) arguments = g_strdupv (argv);
  HipCliStatus status;
  HipCli cli;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, HIP_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("hiplog-cli");

  hip_cli_init (&cli);
  cli.json = asks_for_json (arguments);
  if (parse_start (&cli, &arguments, &status))
    status = run_command (&cli, &arguments);
  g_free (cli.log_path);
  return finish_output (status);
}
