// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include <glib/gi18n.h>

#include "hip-cli-output.h"
#include "hip-cli.h"

/* Says how it went. @done: a sentence for people, printed if there are no problems. */
static HipCliStatus
report (const HipCli *cli, GPtrArray *problems, const char *done)
{
  for (guint i = 0; i < problems->len; i++)
    g_printerr ("%s: %s\n", cli->log_path, (const char *) g_ptr_array_index (problems, i));

  if (cli->json)
    {
      g_autoptr(JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      hip_cli_json_set_boolean (builder, "ok", problems->len == 0);
      json_builder_set_member_name (builder, "problems");
      json_builder_begin_array (builder);
      for (guint i = 0; i < problems->len; i++)
        json_builder_add_string_value (builder, g_ptr_array_index (problems, i));
      json_builder_end_array (builder);
      json_builder_end_object (builder);
      hip_cli_print_json (builder);
    }
  else if (problems->len == 0)
    g_print ("%s\n", done);
  return problems->len == 0 ? HIP_CLI_OK : HIP_CLI_FAILED;
}

static HipCliStatus
report_error (const HipCli *cli, const GError *error)
{
  g_autoptr(GPtrArray) problems = g_ptr_array_new ();

  if (error != NULL)
    g_ptr_array_add (problems, error->message);
  return report (cli, problems, NULL);
}

static HipCliStatus
report_done (const HipCli *cli, const char *done)
{
  g_autoptr(GPtrArray) problems = g_ptr_array_new ();

  return report (cli, problems, done);
}

/**
 * hip_cli_backup:
 * @cli: the program
 * @arguments: the command line
 *
 * Writes a consistent copy of the log.
 *
 * Returns: %HIP_CLI_FAILED if it could not be written
 */
HipCliStatus
hip_cli_backup (HipCli *cli, GStrv *arguments)
{
  g_autoptr(HipStore) store = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *done = NULL;

  if (!hip_cli_parse (cli, _ ("FILE"), _ ("Writes a copy of the log."), NULL, 1, 1, arguments))
    return HIP_CLI_USAGE;
  store = hip_cli_try_open (cli, HIP_STORE_OPEN_READ_ONLY, &error);
  if (store == NULL || !hip_store_backup (store, (*arguments)[0], &error))
    return report_error (cli, error);
  done = g_strdup_printf (_ ("A copy of the log was written to “%s”."), (*arguments)[0]);
  return report_done (cli, done);
}

/**
 * hip_cli_restore:
 * @cli: the program
 * @arguments: the command line
 *
 * Puts a copy in the place of the log, which is kept beside it.
 *
 * Returns: %HIP_CLI_FAILED if the copy is none, or could not be put there
 */
HipCliStatus
hip_cli_restore (HipCli *cli, GStrv *arguments)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *kept_as = NULL;
  g_autofree char *done = NULL;

  if (!hip_cli_parse (cli, _ ("FILE"), _ ("Puts a copy in the place of the log, which is kept."),
                      NULL, 1, 1, arguments))
    return HIP_CLI_USAGE;
  if (!hip_store_restore ((*arguments)[0], cli->log_path, &kept_as, &error))
    return report_error (cli, error);
  if (kept_as != NULL)
    done =
        g_strdup_printf (_ ("The copy is now the log. The one before is kept as “%s”."), kept_as);
  else
    done = g_strdup (_ ("The copy is now the log."));
  return report_done (cli, done);
}

/**
 * hip_cli_check:
 * @cli: the program
 * @arguments: the command line
 *
 * Looks whether the file and all records in it are whole.
 *
 * Returns: %HIP_CLI_FAILED if they are not
 */
HipCliStatus
hip_cli_check (HipCli *cli, GStrv *arguments)
{
  g_autoptr(HipStore) store = NULL;
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(GError) error = NULL;

  if (!hip_cli_parse (cli, "", _ ("Looks whether the log is whole."), NULL, 0, 0, arguments))
    return HIP_CLI_USAGE;
  store = hip_cli_try_open (cli, HIP_STORE_OPEN_READ_ONLY, &error);
  if (store != NULL)
    problems = hip_store_check (store, &error);
  if (problems == NULL)
    return report_error (cli, error);
  return report (cli, problems, _ ("The log is whole."));
}
