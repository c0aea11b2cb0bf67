// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include <glib/gi18n.h>

#include "hip-cli-output.h"
#include "hip-cli.h"
#include "hip-findings.h"

static void
add_lags (JsonBuilder *builder, const HipFinding *finding)
{
  json_builder_set_member_name (builder, "lags");
  json_builder_begin_array (builder);
  for (guint i = 0; i < HIP_FINDING_N_LAGS; i++)
    {
      /* JSON has no NaN. */
      if (finding->lags[i] == finding->lags[i])
        json_builder_add_double_value (builder, finding->lags[i]);
      else
        json_builder_add_null_value (builder);
    }
  json_builder_end_array (builder);
  hip_cli_json_set_number (builder, "lags_p", finding->lags_p);
}

static void
add_finding (JsonBuilder *builder, const HipFinding *finding, HipUnits units)
{
  g_autofree char *text = hip_finding_dup_text (finding, units);

  json_builder_begin_object (builder);
  hip_cli_json_set_string (builder, "finding", hip_finding_kind_get_word (finding->kind));
  hip_cli_json_set_boolean (builder, "speaks", finding->speaks);
  hip_cli_json_set_integer (builder, "n", finding->n);
  hip_cli_json_set_number (builder, "rho", finding->rho);
  hip_cli_json_set_number (builder, "p", finding->p);
  hip_cli_json_set_number (builder, "low", finding->low);
  hip_cli_json_set_number (builder, "high", finding->high);
  hip_cli_json_set_string (builder, "reason", hip_finding_reason_get_word (finding->reason));
  hip_cli_json_set_string (builder, "text", text);
  hip_cli_json_set_string (builder, "subject", finding->subject);
  hip_cli_json_set_integer (builder, "n_with", finding->n_with);
  hip_cli_json_set_integer (builder, "n_without", finding->n_without);
  hip_cli_json_set_number (builder, "mean_with", finding->mean_with);
  hip_cli_json_set_number (builder, "mean_without", finding->mean_without);
  add_lags (builder, finding);
  json_builder_end_object (builder);
}

static void
print_findings_json (GPtrArray *findings, HipUnits units)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < findings->len; i++)
    add_finding (builder, g_ptr_array_index (findings, i), units);
  json_builder_end_array (builder);
  hip_cli_print_json (builder);
}

static void
print_findings_text (GPtrArray *findings, HipUnits units)
{
  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *text = hip_finding_dup_text (g_ptr_array_index (findings, i), units);

      if (i > 0)
        g_print ("\n");
      hip_cli_print_folded (text, 0);
    }
}

/**
 * hip_cli_findings:
 * @cli: the program
 * @arguments: the command line
 *
 * Tells whether load and pain go together in this log, and what pain goes with.
 *
 * Returns: %HIP_CLI_FAILED if the log cannot be read
 */
HipCliStatus
hip_cli_findings (HipCli *cli, GStrv *arguments)
{
  g_autofree char *on = NULL;
  const GOptionEntry entries[] = {
    { "on", 0, 0, G_OPTION_ARG_STRING, &on, N_ ("The day, instead of today"), N_ ("DATE") },
    { NULL },
  };
  g_autoptr(HipHistory) history = NULL;
  g_autoptr(GPtrArray) findings = NULL;
  HipDay day = cli->today;

  if (!hip_cli_parse (cli, "", _ ("Tells whether load and pain go together, as far as one can."),
                      entries, 0, 0, arguments)
      || !hip_cli_parse_day (cli, on, &day))
    return HIP_CLI_USAGE;
  history = hip_cli_load (cli);
  if (history == NULL)
    return HIP_CLI_FAILED;
  findings = hip_findings_compute (history, day);
  if (cli->json)
    print_findings_json (findings, cli->limits.units);
  else
    print_findings_text (findings, cli->limits.units);
  return HIP_CLI_OK;
}
