// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include <glib/gi18n.h>

#include "hip-cli-output.h"
#include "hip-cli.h"
#include "hip-report-pdf.h"

typedef struct
{
  HipDay from;
  HipDay to;
  char *name; /* (owned) (nullable) */
  HipReportPaper paper;
  gboolean with_days;
} ReportCall;

static void
report_call_clear (ReportCall *self)
{
  g_free (self->name);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ReportCall, report_call_clear)

static gboolean
check_period (HipCli *cli, const ReportCall *call)
{
  HipDay last = call->to != HIP_DAY_NONE ? call->to : cli->today;

  if (call->from != HIP_DAY_NONE && call->from > last)
    hip_cli_fail_usage (cli, "%s", _ ("The first day comes after the last."));
  else if (call->from != HIP_DAY_NONE && call->from > cli->today)
    hip_cli_fail_usage (cli, "%s", _ ("The first day is yet to come."));
  else
    return TRUE;

  return FALSE;
}

static gboolean
parse_report (HipCli *cli, ReportCall *call, GStrv *arguments)
{
  static const char *const papers[] = { "a4", "letter", NULL };
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *paper = NULL;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, N_ ("The first day"), N_ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, N_ ("The last day"), N_ ("DATE") },
    { "name", 0, 0, G_OPTION_ARG_STRING, &call->name, N_ ("Whose report it is"), N_ ("TEXT") },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &paper, N_ ("What it is printed on"), "a4|letter" },
    { "days", 0, 0, G_OPTION_ARG_NONE, &call->with_days, N_ ("Add pages with daily figures"),
      NULL },
    { NULL },
  };
  guint choice = hip_report_paper_from_locale ();

  if (!hip_cli_parse (cli, _ ("FILE.pdf"), _ ("Writes a report for a physiotherapist."), entries, 1,
                      1, arguments)
      || !hip_cli_parse_day (cli, from, &call->from) || !hip_cli_parse_day (cli, to, &call->to)
      || !hip_cli_parse_choice (cli, "paper", paper, papers, &choice))
    return FALSE;
  call->paper = (HipReportPaper) choice;

  return check_period (cli, call);
}

static void
print_pages_json (guint n_pages)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  hip_cli_json_set_integer (builder, "pages", n_pages);
  json_builder_end_object (builder);
  hip_cli_print_json (builder);
}

/**
 * hip_cli_report:
 * @cli: the program
 * @arguments: the command line
 *
 * Writes the physiotherapist's report as a PDF file.
 *
 * Returns: %HIP_CLI_FAILED if it could not be written
 */
HipCliStatus
hip_cli_report (HipCli *cli, GStrv *arguments)
{
  g_auto (ReportCall) call = { .from = HIP_DAY_NONE, .to = HIP_DAY_NONE };
  g_autoptr (HipHistory) history = NULL;
  g_autoptr (HipReport) report = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  guint n_pages = 0;

  if (!parse_report (cli, &call, arguments))
    return HIP_CLI_USAGE;
  history = hip_cli_load (cli);
  if (history == NULL)
    return HIP_CLI_FAILED;
  report = hip_report_new (history, &cli->limits, call.from, call.to, cli->today, call.name);
  file = g_file_new_for_commandline_arg ((*arguments)[0]);
  if (!hip_report_pdf_write (report, call.paper, call.with_days, file, NULL, NULL, NULL, &n_pages,
                             &error))
    return hip_cli_fail (cli, error->message);
  if (cli->json)
    print_pages_json (n_pages);
  else
    /* Translators: a number of pages, then a file. */
    g_print (ngettext ("%1$u page is in %2$s\n", "%1$u pages are in %2$s\n", n_pages), n_pages,
             (*arguments)[0]);

  return HIP_CLI_OK;
}
