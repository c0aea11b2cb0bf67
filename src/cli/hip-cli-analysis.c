// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include <glib/gi18n.h>

#include "hip-cli-output.h"
#include "hip-cli.h"
#include "hip-room.h"
#include "hip-rules.h"

/* Warnings */

static void
add_number (JsonBuilder *builder, const HipNumber *number)
{
  switch (number->kind)
    {
    case HIP_NUMBER_DAY:
      hip_cli_json_set_day (builder, number->name, (HipDay) number->value);
      break;
    case HIP_NUMBER_TEXT:
      hip_cli_json_set_string (builder, number->name, number->text);
      break;
    case HIP_NUMBER_DISTANCE:
    case HIP_NUMBER_COUNT:
    case HIP_NUMBER_PERCENT:
    case HIP_NUMBER_SCORE:
      hip_cli_json_set_integer (builder, number->name, number->value);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
add_warning (JsonBuilder *builder, const HipWarning *warning, HipUnits units)
{
  g_autofree char *title = hip_warning_dup_title (warning, units);
  g_autofree char *body = hip_warning_dup_body (warning, units);

  json_builder_begin_object (builder);
  hip_cli_json_set_string (builder, "rule", hip_rule_get_id (hip_warning_get_rule (warning)));
  hip_cli_json_set_string (builder, "severity",
                           hip_severity_get_word (hip_warning_get_severity (warning)));
  hip_cli_json_set_string (builder, "strength",
                           hip_strength_get_word (hip_warning_get_strength (warning)));
  hip_cli_json_set_day (builder, "date", hip_warning_get_date (warning));
  hip_cli_json_set_string (builder, "subject", hip_warning_get_subject (warning));
  hip_cli_json_set_string (builder, "title", title);
  hip_cli_json_set_string (builder, "body", body);
  hip_cli_json_set_strings (builder, "causes", hip_warning_get_causes (warning));
  hip_cli_json_set_strings (builder, "prevention", hip_warning_get_prevention (warning));
  json_builder_set_member_name (builder, "numbers");
  json_builder_begin_object (builder);
  for (guint i = 0; i < hip_warning_get_n_numbers (warning); i++)
    add_number (builder, hip_warning_get_number (warning, i));
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

static void
print_warnings_json (GPtrArray *warnings, HipUnits units)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < warnings->len; i++)
    add_warning (builder, g_ptr_array_index (warnings, i), units);
  json_builder_end_array (builder);
  hip_cli_print_json (builder);
}

static void
print_pages (const char *heading, const char *const *pages)
{
  g_autofree char *list = NULL;
  g_autofree char *line = NULL;

  if (pages == NULL || pages[0] == NULL)
    return;
  list = g_strjoinv (", ", (char **) pages);
  line = g_strdup_printf ("%s %s", heading, list);
  hip_cli_print_folded (line, 2);
}

static void
print_warning (const HipWarning *warning, HipUnits units)
{
  g_autofree char *title = hip_warning_dup_title (warning, units);
  g_autofree char *body = hip_warning_dup_body (warning, units);
  g_autofree char *day = hip_day_to_iso (hip_warning_get_date (warning));
  g_autofree char *head = g_strdup_printf (
      "%s  %s: %s", day, hip_severity_get_label (hip_warning_get_severity (warning)), title);

  hip_cli_print_folded (head, 0);
  hip_cli_print_folded (body, 2);
  print_pages (_ ("Causes:"), hip_warning_get_causes (warning));
  print_pages (_ ("What helps:"), hip_warning_get_prevention (warning));
}

static void
print_warnings_text (GPtrArray *warnings, HipUnits units)
{
  if (warnings->len == 0)
    g_print ("%s\n", _ ("No warnings."));
  for (guint i = 0; i < warnings->len; i++)
    {
      if (i > 0)
        g_print ("\n");
      print_warning (g_ptr_array_index (warnings, i), units);
    }
}

static GPtrArray *
find_warnings (HipCli *cli, HipHistory *history, gboolean all, HipDay on)
{
  HipDay first = hip_history_get_first_day (history);

  if (!all)
    return hip_rules_evaluate (history, &cli->limits, on);
  if (first == HIP_DAY_NONE || first > on)
    return g_ptr_array_new ();
  return hip_rules_replay (history, &cli->limits, first, on);
}

/**
 * hip_cli_warnings:
 * @cli: the program
 * @arguments: the command line
 *
 * Tells what is open on a day, or everything that was ever warned of.
 *
 * Returns: %HIP_CLI_FAILED if the log cannot be read
 */
HipCliStatus
hip_cli_warnings (HipCli *cli, GStrv *arguments)
{
  g_autofree char *on = NULL;
  gboolean all = FALSE;
  const GOptionEntry entries[] = {
    { "on", 0, 0, G_OPTION_ARG_STRING, &on, N_ ("The day, instead of today"), N_ ("DATE") },
    { "all", 0, 0, G_OPTION_ARG_NONE, &all, N_ ("Every warning up to that day"), NULL },
    { NULL },
  };
  g_autoptr(HipHistory) history = NULL;
  g_autoptr(GPtrArray) warnings = NULL;
  HipDay day = cli->today;

  if (!hip_cli_parse (cli, "", _ ("Tells what to look out for."), entries, 0, 0, arguments)
      || !hip_cli_parse_day (cli, on, &day))
    return HIP_CLI_USAGE;
  history = hip_cli_load (cli);
  if (history == NULL)
    return HIP_CLI_FAILED;
  warnings = find_warnings (cli, history, all, day);
  if (cli->json)
    print_warnings_json (warnings, cli->limits.units);
  else
    print_warnings_text (warnings, cli->limits.units);
  return HIP_CLI_OK;
}

/* Room to run */

static const char *
get_reason (const HipRoom *room)
{
  const char *reason = hip_room_reason_get_word (room->run_reason);

  return reason != NULL ? reason : hip_room_reason_get_word (room->week_reason);
}

static void
print_room_json (const HipRoom *room, GPtrArray *would_fire)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  hip_cli_json_set_known (builder, "run_room_m", room->run_room_m);
  hip_cli_json_set_known (builder, "week_room_m", room->week_room_m);
  hip_cli_json_set_known (builder, "longest_m", room->longest_m);
  hip_cli_json_set_day (builder, "longest_on", room->longest_on);
  hip_cli_json_set_known (builder, "week_m", room->week_m);
  hip_cli_json_set_known (builder, "baseline_m", room->baseline_m);
  hip_cli_json_set_string (builder, "reason", get_reason (room));
  json_builder_set_member_name (builder, "would_fire");
  json_builder_begin_array (builder);
  for (guint i = 0; i < would_fire->len; i++)
    json_builder_add_string_value (
        builder, hip_rule_get_id (hip_warning_get_rule (g_ptr_array_index (would_fire, i))));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  hip_cli_print_json (builder);
}

static void
print_room_text (const HipRoom *room,
                 GPtrArray *would_fire,
                 HipUnits units,
                 HipDay today,
                 gboolean planned)
{
  g_autofree char *run = hip_room_dup_run_text (room, units);
  g_autofree char *week = hip_room_dup_week_text (room, units, today);

  hip_cli_print_folded (run, 0);
  /* One reason may silence both. */
  if (!g_str_equal (run, week))
    hip_cli_print_folded (week, 0);
  if (!planned)
    return;
  g_print ("\n");
  if (would_fire->len == 0)
    g_print ("%s\n", _ ("The planned run raises no warning."));
  for (guint i = 0; i < would_fire->len; i++)
    print_warning (g_ptr_array_index (would_fire, i), units);
}

static gboolean
parse_plan (const HipCli *cli, const char *text, gint64 *metres)
{
  if (text == NULL || g_ascii_string_to_signed (text, 10, 1, HIP_RUN_MAX_DISTANCE_M, metres, NULL))
    return TRUE;
  hip_cli_fail_usage (cli, _ ("“%s” is not a distance in metres."), text);
  return FALSE;
}

/**
 * hip_cli_room:
 * @cli: the program
 * @arguments: the command line
 *
 * Tells how far one may run, and what a planned run would raise.
 *
 * Returns: %HIP_CLI_FAILED if the log cannot be read
 */
HipCliStatus
hip_cli_room (HipCli *cli, GStrv *arguments)
{
  g_autofree char *on = NULL;
  g_autofree char *plan = NULL;
  const GOptionEntry entries[] = {
    { "on", 0, 0, G_OPTION_ARG_STRING, &on, N_ ("The day, instead of today"), N_ ("DATE") },
    { "plan", 0, 0, G_OPTION_ARG_STRING, &plan, N_ ("A run to be tried"), N_ ("METRES") },
    { NULL },
  };
  g_autoptr(HipHistory) history = NULL;
  g_autoptr(GPtrArray) would_fire = NULL;
  HipDay day = cli->today;
  gint64 metres = 0;
  HipRoom room;

  if (!hip_cli_parse (cli, "", _ ("Tells how far a run can go before it is a jump."), entries, 0, 0,
                      arguments)
      || !hip_cli_parse_day (cli, on, &day) || !parse_plan (cli, plan, &metres))
    return HIP_CLI_USAGE;
  history = hip_cli_load (cli);
  if (history == NULL)
    return HIP_CLI_FAILED;
  hip_room_compute (&room, history, &cli->limits, day);
  would_fire =
      metres > 0 ? hip_rules_would_fire (history, &cli->limits, day, metres) : g_ptr_array_new ();
  if (cli->json)
    print_room_json (&room, would_fire);
  else
    print_room_text (&room, would_fire, cli->limits.units, cli->today, metres > 0);
  return HIP_CLI_OK;
}
