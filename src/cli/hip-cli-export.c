// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include <glib/gi18n.h>

#include "hip-cli-output.h"
#include "hip-cli.h"
#include "hip-exporter.h"

static gboolean
is_zip (const char *place)
{
  g_autofree char *lower = g_ascii_strdown (place, -1);

  return g_str_has_suffix (lower, ".zip");
}

static gboolean
parse_export (HipCli *cli, HipExportOptions *options, GStrv *arguments)
{
  static const char *const dialects[] = { "plain", "spreadsheet", NULL };
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *dialect = NULL;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, N_ ("The first day"), N_ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, N_ ("The last day"), N_ ("DATE") },
    { "dialect", 0, 0, G_OPTION_ARG_STRING, &dialect, N_ ("For programs or for spreadsheets"),
      "plain|spreadsheet" },
    { NULL },
  };
  guint choice = 0;

  *options = (HipExportOptions) { HIP_DAY_NONE, HIP_DAY_NONE, HIP_CSV_PLAIN, HIP_EXPORT_FOLDER };
  if (!hip_cli_parse (cli, _ ("DIR|FILE.zip"),
                      _ ("Writes the log as CSV files into a folder, which is made if missing, or, "
                         "where the name ends in “.zip”, into one zip file."),
                      entries, 1, 1, arguments)
      || !hip_cli_parse_day (cli, from, &options->from)
      || !hip_cli_parse_day (cli, to, &options->to)
      || !hip_cli_parse_choice (cli, "dialect", dialect, dialects, &choice))
    return FALSE;
  if (from != NULL && to != NULL && options->from > options->to)
    {
      hip_cli_fail_usage (cli, "%s", _ ("The first day comes after the last."));
      return FALSE;
    }
  options->dialect = choice == 1 ? HIP_CSV_SPREADSHEET : HIP_CSV_PLAIN;
  options->form = is_zip ((*arguments)[0]) ? HIP_EXPORT_ZIP : HIP_EXPORT_FOLDER;
  return TRUE;
}

static void
print_files_json (GPtrArray *files)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "files");
  json_builder_begin_array (builder);
  for (guint i = 0; i < files->len; i++)
    {
      const HipExportedFile *file = g_ptr_array_index (files, i);

      json_builder_begin_object (builder);
      hip_cli_json_set_string (builder, "name", file->name);
      hip_cli_json_set_integer (builder, "rows", file->rows);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  hip_cli_print_json (builder);
}

static void
print_files_text (GPtrArray *files)
{
  const char *headings[] = { _ ("File"), NULL, NULL };
  g_autofree char *rows = g_strconcat (">", _ ("Rows"), NULL);
  g_autoptr(HipCliTable) table = NULL;

  headings[1] = rows;
  table = hip_cli_table_new (headings);
  for (guint i = 0; i < files->len; i++)
    {
      const HipExportedFile *file = g_ptr_array_index (files, i);

      hip_cli_table_add (table, g_strdup (file->name));
      hip_cli_table_add (table, g_strdup_printf ("%u", file->rows));
    }
  hip_cli_table_print (table);
}

/**
 * hip_cli_export:
 * @cli: the program
 * @arguments: the command line
 *
 * Writes the log, or a stretch of it, as CSV files into a folder or a zip.
 *
 * Returns: %HIP_CLI_FAILED if it could not be written
 */
HipCliStatus
hip_cli_export (HipCli *cli, GStrv *arguments)
{
  g_autoptr(HipHistory) history = NULL;
  g_autoptr(GFile) place = NULL;
  g_autoptr(GPtrArray) files = NULL;
  g_autoptr(GError) error = NULL;
  HipExportOptions options;

  if (!parse_export (cli, &options, arguments))
    return HIP_CLI_USAGE;
  history = hip_cli_load (cli);
  if (history == NULL)
    return HIP_CLI_FAILED;
  place = g_file_new_for_commandline_arg ((*arguments)[0]);
  if (!hip_exporter_write (history, &cli->limits, &options, place, NULL, NULL, NULL, &files,
                           &error))
    return hip_cli_fail (cli, error->message);
  if (cli->json)
    print_files_json (files);
  else
    print_files_text (files);
  return HIP_CLI_OK;
}
