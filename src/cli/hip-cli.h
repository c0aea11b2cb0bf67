// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <json-glib/json-glib.h>

#include "hip-limits.h"
#include "hip-store.h"

G_BEGIN_DECLS

/* What the program exits with. */
typedef enum
{
  HIP_CLI_OK = 0,
  HIP_CLI_FAILED = 1, /* something was rejected or failed, and so said on stderr */
  HIP_CLI_USAGE = 2,  /* wrong usage */
} HipCliStatus;

/**
 * HipCli:
 *
 * What every command knows: the options that all have, the runner's settings, the day.
 */
typedef struct
{
  char *log_path; /* (owned) */
  gboolean json;  /* stdout is one JSON document */
  HipLimits limits;
  HipDay today;
} HipCli;

/* Runs the command line as a whole. */
int hip_cli_run (int argc, char **argv);

/* For commands. They get their arguments with their own name first. */
typedef HipCliStatus (*HipCliCommand) (HipCli *cli, GStrv *arguments);

/* Takes the options out of @arguments and leaves between @min and @max others, without the
 * command's name. FALSE after telling what is wrong. */
gboolean hip_cli_parse (HipCli *cli,
                        const char *parameters,
                        const char *summary,
                        const GOptionEntry *entries,
                        guint min,
                        guint max,
                        GStrv *arguments);
/* Values of options; NULL leaves the default. FALSE after telling what is wrong. */
gboolean hip_cli_parse_day (const HipCli *cli, const char *text, HipDay *day);
gboolean hip_cli_parse_choice (const HipCli *cli,
                               const char *option,
                               const char *text,
                               const char *const *words,
                               guint *choice);

/* The log; one of an older HipLog is brought up to date first, to be read as well. */
HipStore *hip_cli_try_open (const HipCli *cli, HipStoreOpenFlags flags, GError **error);
/* The same, or NULL after telling why not. */
HipStore *hip_cli_open (HipCli *cli, HipStoreOpenFlags flags);
HipHistory *hip_cli_load (HipCli *cli);
gboolean hip_cli_log_exists (HipCli *cli);

/* Says what is wrong: on stderr, and in the document where stdout is one. */
HipCliStatus hip_cli_fail (const HipCli *cli, const char *message);
HipCliStatus hip_cli_fail_usage (const HipCli *cli, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* The commands. */
HipCliStatus hip_cli_import (HipCli *cli, GStrv *arguments);
HipCliStatus hip_cli_undo_import (HipCli *cli, GStrv *arguments);
HipCliStatus hip_cli_export (HipCli *cli, GStrv *arguments);
HipCliStatus hip_cli_report (HipCli *cli, GStrv *arguments);
HipCliStatus hip_cli_warnings (HipCli *cli, GStrv *arguments);
HipCliStatus hip_cli_room (HipCli *cli, GStrv *arguments);
HipCliStatus hip_cli_findings (HipCli *cli, GStrv *arguments);
HipCliStatus hip_cli_series (HipCli *cli, GStrv *arguments);
HipCliStatus hip_cli_symptoms (HipCli *cli, GStrv *arguments);
HipCliStatus hip_cli_guide (HipCli *cli, GStrv *arguments);
HipCliStatus hip_cli_backup (HipCli *cli, GStrv *arguments);
HipCliStatus hip_cli_restore (HipCli *cli, GStrv *arguments);
HipCliStatus hip_cli_check (HipCli *cli, GStrv *arguments);

G_END_DECLS
