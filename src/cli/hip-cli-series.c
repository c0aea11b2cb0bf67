// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include <math.h>

#include <glib/gi18n.h>

#include "hip-cli-output.h"
#include "hip-cli.h"
#include "hip-series.h"

static void
add_day (JsonBuilder *builder, const HipDaySeries *series, guint i)
{
  json_builder_begin_object (builder);
  hip_cli_json_set_day (builder, "date", series->from + (HipDay) i);
  hip_cli_json_set_number (builder, "distance_m", series->distance_m[i]);
  hip_cli_json_set_integer (builder, "runs", series->runs[i]);
  hip_cli_json_set_number (builder, "duration_s", series->duration_s[i]);
  hip_cli_json_set_number (builder, "load", series->load[i]);
  hip_cli_json_set_number (builder, "acute_m", series->acute[i]);
  hip_cli_json_set_number (builder, "chronic_m", series->chronic[i]);
  hip_cli_json_set_number (builder, "ratio", series->ratio[i]);
  hip_cli_json_set_number (builder, "pain_left", series->pain_left[i]);
  hip_cli_json_set_number (builder, "pain_right", series->pain_right[i]);
  hip_cli_json_set_number (builder, "pain", series->pain[i]);
  hip_cli_json_set_boolean (builder, "recorded", series->recorded[i]);
  hip_cli_json_set_number (builder, "sum_7_m", series->sum_7[i]);
  hip_cli_json_set_number (builder, "sum_28_m", series->sum_28[i]);
  hip_cli_json_set_number (builder, "monotony", series->monotony[i]);
  hip_cli_json_set_number (builder, "strain", series->strain[i]);
  json_builder_end_object (builder);
}

static void
print_series_json (const HipDaySeries *series)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < series->n; i++)
    add_day (builder, series, i);
  json_builder_end_array (builder);
  hip_cli_print_json (builder);
}

static char *
format_number (double value, int decimals)
{
  return isfinite (value) ? g_strdup_printf ("%.*f", decimals, value) : NULL;
}

/* One decimal, always, so that the points stand under each other. */
static char *
format_distance (double metres, HipUnits units)
{
  return format_number (hip_units_from_metres (units, metres), 1);
}

static HipCliTable *
make_series_table (HipUnits units)
{
  const char *unit = hip_units_get_symbol (units);
  g_autofree char *distance = g_strdup_printf (">%s", unit);
  /* Translators: the 7-day and the 28-day mean, and one divided by the other */
  g_autofree char *acute = g_strdup_printf (">%s", _ ("7 days"));
  g_autofree char *chronic = g_strdup_printf (">%s", _ ("28 days"));
  g_autofree char *ratio = g_strdup_printf (">%s", _ ("Ratio"));
  g_autofree char *load = g_strdup_printf (">%s", _ ("Load"));
  g_autofree char *pain = g_strdup_printf (">%s", _ ("Pain"));
  const char *headings[] = { _ ("Date"), distance, load, acute, chronic, ratio, pain, NULL };

  return hip_cli_table_new (headings);
}

static void
print_series_text (const HipDaySeries *series, HipUnits units)
{
  g_autoptr(HipCliTable) table = make_series_table (units);

  for (guint i = 0; i < series->n; i++)
    {
      hip_cli_table_add (table, hip_day_to_iso (series->from + (HipDay) i));
      hip_cli_table_add (table, format_distance (series->distance_m[i], units));
      hip_cli_table_add (table, format_number (series->load[i], 0));
      hip_cli_table_add (table, format_distance (series->acute[i], units));
      hip_cli_table_add (table, format_distance (series->chronic[i], units));
      hip_cli_table_add (table, format_number (series->ratio[i], 2));
      hip_cli_table_add (table, format_number (series->pain[i], 0));
    }
  hip_cli_table_print (table);
}

/* A log without days has a series without days. */
static HipDaySeries *
make_series (HipHistory *history, HipDay from, HipDay to)
{
  HipDay first = from != HIP_DAY_NONE ? from : hip_history_get_first_day (history);
  HipDay last = to != HIP_DAY_NONE ? to : hip_history_get_last_day (history);

  if (first == HIP_DAY_NONE || last == HIP_DAY_NONE || first > last)
    return NULL;
  return hip_day_series_new (history, first, last);
}

/**
 * hip_cli_series:
 * @cli: the program
 * @arguments: the command line
 *
 * Prints load and pain, day by day.
 *
 * Returns: %HIP_CLI_FAILED if the log cannot be read
 */
HipCliStatus
hip_cli_series (HipCli *cli, GStrv *arguments)
{
  g_autofree char *from_text = NULL;
  g_autofree char *to_text = NULL;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &from_text, N_ ("The first day"), N_ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to_text, N_ ("The last day"), N_ ("DATE") },
    { NULL },
  };
  g_autoptr(HipHistory) history = NULL;
  g_autoptr(HipDaySeries) series = NULL;
  const HipDaySeries none = { 0 };
  HipDay from = HIP_DAY_NONE;
  HipDay to = HIP_DAY_NONE;

  if (!hip_cli_parse (cli, "", _ ("Prints load and pain, day by day."), entries, 0, 0, arguments)
      || !hip_cli_parse_day (cli, from_text, &from) || !hip_cli_parse_day (cli, to_text, &to))
    return HIP_CLI_USAGE;
  if (from != HIP_DAY_NONE && to != HIP_DAY_NONE && from > to)
    return hip_cli_fail_usage (cli, "%s", _ ("The first day comes after the last."));
  history = hip_cli_load (cli);
  if (history == NULL)
    return HIP_CLI_FAILED;
  series = make_series (history, from, to);
  if (cli->json)
    print_series_json (series != NULL ? series : &none);
  else
    print_series_text (series != NULL ? series : &none, cli->limits.units);
  return HIP_CLI_OK;
}
