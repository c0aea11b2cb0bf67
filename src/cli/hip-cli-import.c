// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include <glib/gi18n.h>
#include <inttypes.h>

#include "hip-cli-output.h"
#include "hip-cli.h"
#include "hip-importer.h"

#define MAX_TOLD 10

typedef struct
{
  gboolean dry_run;
  gboolean keep_duplicates;
  gboolean fill_gaps;
  char *unit; /* (owned) */
  char *zone; /* (owned) */
  HipImportOptions options;
} ImportCall;

static void
import_call_clear (ImportCall *call)
{
  g_free (call->unit);
  g_free (call->zone);
  g_clear_pointer (&call->options.time_zone, g_time_zone_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ImportCall, import_call_clear)

static gboolean
parse_import (HipCli *cli, ImportCall *call, GStrv *arguments)
{
  static const char *const units[] = { "km", "mi", NULL };
  const GOptionEntry entries[] = {
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &call->dry_run, N_ ("Only say what would be done"),
      NULL },
    { "distance-unit", 0, 0, G_OPTION_ARG_STRING, &call->unit,
      N_ ("Unit of files that do not tell"), "km|mi" },
    { "time-zone", 0, 0, G_OPTION_ARG_STRING, &call->zone,
      N_ ("Where the runs were run, like Europe/Berlin"), N_ ("ZONE") },
    { "keep-duplicates", 0, 0, G_OPTION_ARG_NONE, &call->keep_duplicates,
      N_ ("Also add runs that look like one of the log"), NULL },
    { "fill-gaps", 0, 0, G_OPTION_ARG_NONE, &call->fill_gaps,
      N_ ("Fill in what runs of the log leave open"), NULL },
    { NULL },
  };
  guint unit = cli->limits.units == HIP_UNITS_MI;

  if (!hip_cli_parse (cli, _ ("PATH…"),
                      _ ("Reads runs, shoes, pain, care and red flags from files, folders and "
                         "archives."),
                      entries, 1, G_MAXUINT, arguments)
      || !hip_cli_parse_choice (cli, "distance-unit", call->unit, units, &unit))
    return FALSE;
  if (call->zone != NULL)
    call->options.time_zone = g_time_zone_new_identifier (call->zone);
  if (call->zone != NULL && call->options.time_zone == NULL)
    {
      hip_cli_fail_usage (cli, _ ("“%s” is not a time zone. Write it like Europe/Berlin."),
                          call->zone);
      return FALSE;
    }
  call->options.distance_unit = unit == 1 ? HIP_UNITS_MI : HIP_UNITS_KM;
  call->options.keep_duplicates = call->keep_duplicates;
  call->options.fill_gaps = call->fill_gaps;
  call->options.today = cli->today;
  return TRUE;
}

static void
tell_messages (GPtrArray *messages)
{
  for (guint i = 0; i < messages->len; i++)
    {
      g_autofree char *text = hip_import_reject_to_string (g_ptr_array_index (messages, i));

      g_printerr ("%s\n", text);
    }
}

static void
tell_problems (const HipImportPlan *plan)
{
  for (guint i = 0; i < plan->unknown_columns->len; i++)
    {
      const HipImportName *column = g_ptr_array_index (plan->unknown_columns, i);

      /* Translators: a file, then the name of a column in it. */
      g_printerr (_ ("%1$s: Column “%2$s” is not known and was left out."), column->file,
                  column->name);
      g_printerr ("\n");
    }
  tell_messages (plan->remarks);
  tell_messages (plan->rejected);
}

static void
add_counts (JsonBuilder *builder, const char *name, HipImportCounts counts)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  hip_cli_json_set_integer (builder, "runs", counts.runs);
  hip_cli_json_set_integer (builder, "shoes", counts.shoes);
  hip_cli_json_set_integer (builder, "pain", counts.pain);
  hip_cli_json_set_integer (builder, "care", counts.care);
  hip_cli_json_set_integer (builder, "screenings", counts.screenings);
  json_builder_end_object (builder);
}

static HipDay
get_day (gconstpointer record)
{
  switch (((const HipRecord *) record)->kind)
    {
    case HIP_RECORD_RUN:
      return ((const HipRun *) record)->date;
    case HIP_RECORD_PAIN_DAY:
      return ((const HipPainDay *) record)->date;
    case HIP_RECORD_CARE_ENTRY:
      return ((const HipCareEntry *) record)->date;
    case HIP_RECORD_SCREENING:
      return ((const HipScreening *) record)->date;
    case HIP_RECORD_SHOE:
    case HIP_RECORD_IMPORT:
    case HIP_RECORD_DISMISSAL:
    default:
      return HIP_DAY_NONE;
    }
}

/* Only runs have a distance. */
static void
add_day_and_distance (JsonBuilder *builder, gconstpointer record)
{
  gboolean run = ((const HipRecord *) record)->kind == HIP_RECORD_RUN;

  hip_cli_json_set_day (builder, "date", get_day (record));
  hip_cli_json_set_known (builder, "distance_m", run ? ((const HipRun *) record)->distance_m : -1);
}

static void
add_duplicates (JsonBuilder *builder, GPtrArray *duplicates)
{
  json_builder_set_member_name (builder, "duplicates");
  json_builder_begin_array (builder);
  for (guint i = 0; i < duplicates->len; i++)
    {
      const HipImportDuplicate *duplicate = g_ptr_array_index (duplicates, i);

      json_builder_begin_object (builder);
      hip_cli_json_set_string (builder, "file", duplicate->file);
      hip_cli_json_set_integer (builder, "line", duplicate->line);
      add_day_and_distance (builder, duplicate->record);
      json_builder_set_member_name (builder, "met");
      json_builder_begin_object (builder);
      add_day_and_distance (builder, duplicate->met);
      json_builder_end_object (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_messages (JsonBuilder *builder, const char *name, GPtrArray *messages)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < messages->len; i++)
    {
      const HipImportReject *message = g_ptr_array_index (messages, i);

      json_builder_begin_object (builder);
      hip_cli_json_set_string (builder, "file", message->file);
      hip_cli_json_set_integer (builder, "line", message->line);
      hip_cli_json_set_string (builder, "reason", message->reason);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_json (const HipImportPlan *plan, gint64 import_id)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  hip_cli_json_set_known (builder, "import", import_id > 0 ? import_id : -1);
  hip_cli_json_set_integer (builder, "files", plan->n_files);
  add_counts (builder, "added", plan->added);
  hip_cli_json_set_integer (builder, "updated", plan->n_updated);
  add_duplicates (builder, plan->duplicates);
  hip_cli_json_set_integer (builder, "other_sports", plan->n_other_sports);
  add_messages (builder, "remarks", plan->remarks);
  add_messages (builder, "rejected", plan->rejected);
  json_builder_end_object (builder);
  hip_cli_print_json (builder);
}

static char *
describe_record (const HipCli *cli, gconstpointer record)
{
  const HipRecord *head = record;
  g_autofree char *day = NULL;
  g_autofree char *distance = NULL;

  if (head->kind == HIP_RECORD_SHOE)
    return g_strdup (((const HipShoe *) record)->name);
  day = hip_day_to_iso (get_day (record));
  if (head->kind != HIP_RECORD_RUN)
    return g_steal_pointer (&day);
  distance = hip_units_format_distance (cli->limits.units, ((const HipRun *) record)->distance_m);
  return g_strdup_printf ("%s, %s", day, distance);
}

static guint
count_duplicates (GPtrArray *duplicates, gboolean in_log)
{
  guint n = 0;

  for (guint i = 0; i < duplicates->len; i++)
    n += ((HipImportDuplicate *) g_ptr_array_index (duplicates, i))->in_log == in_log;
  return n;
}

static void
list_duplicates (const HipCli *cli, GPtrArray *duplicates, gboolean in_log)
{
  guint told = 0;

  for (guint i = 0; i < duplicates->len && told < MAX_TOLD; i++)
    {
      const HipImportDuplicate *duplicate = g_ptr_array_index (duplicates, i);
      g_autofree char *record = NULL;
      g_autofree char *met = NULL;

      if (duplicate->in_log != in_log)
        continue;
      record = describe_record (cli, duplicate->record);
      met = describe_record (cli, duplicate->met);
      g_print ("  %s:%u: %s = %s\n", duplicate->file, duplicate->line, record, met);
      told++;
    }
  if (told < count_duplicates (duplicates, in_log))
    g_print ("  …\n");
}

static void
print_duplicates (const HipCli *cli, GPtrArray *duplicates)
{
  guint in_log = count_duplicates (duplicates, TRUE);
  guint twice = count_duplicates (duplicates, FALSE);

  if (in_log > 0)
    {
      g_print (
          ngettext ("%u entry is in the log already", "%u entries are in the log already", in_log),
          in_log);
      g_print ("\n");
      list_duplicates (cli, duplicates, TRUE);
    }
  if (twice > 0)
    {
      g_print (ngettext ("%u entry was read from another file, too",
                         "%u entries were read from another file, too", twice),
               twice);
      g_print ("\n");
      list_duplicates (cli, duplicates, FALSE);
    }
}

static void
print_updated (const HipImportPlan *plan)
{
  if (plan->n_updated == 0)
    return;
  g_print (ngettext ("%u run of the log has gaps that are filled",
                     "%u runs of the log have gaps that are filled", plan->n_updated),
           plan->n_updated);
  g_print ("\n");
}

static void
print_sports (const HipImportPlan *plan)
{
  if (plan->n_other_sports == 0)
    return;
  g_print (ngettext ("%u entry of another sport was left out:",
                     "%u entries of other sports were left out:", plan->n_other_sports),
           plan->n_other_sports);
  for (guint i = 0; i < plan->sports->len; i++)
    {
      const HipImportName *sport = g_ptr_array_index (plan->sports, i);

      g_print ("%s %s %u", i > 0 ? "," : "", sport->name, sport->count);
    }
  g_print ("\n");
}

static void
print_rejected (const HipImportPlan *plan)
{
  if (plan->rejected->len == 0)
    return;
  g_print (ngettext ("%u row could not be used", "%u rows could not be used", plan->rejected->len),
           plan->rejected->len);
  g_print ("\n");
}

static void
print_count (const char *text, guint count)
{
  g_print ("  %6u  %s\n", count, text);
}

static void
print_counts (HipImportCounts counts)
{
  print_count (_ ("runs"), counts.runs);
  print_count (_ ("shoes"), counts.shoes);
  print_count (_ ("pain scores"), counts.pain);
  print_count (_ ("care entries"), counts.care);
  print_count (_ ("answers about red flags"), counts.screenings);
}

static void
print_text (const HipCli *cli, const HipImportPlan *plan, gint64 import_id, gboolean dry_run)
{
  if (import_id > 0)
    g_print (_ ("Import %" PRId64 " added"), import_id);
  else if (dry_run)
    g_print ("%s", _ ("This would be added"));
  else
    g_print ("%s", _ ("Nothing was added"));
  g_print ("\n");
  print_counts (plan->added);
  print_duplicates (cli, plan->duplicates);
  print_updated (plan);
  print_sports (plan);
  print_rejected (plan);
}

static gint64
find_import_id (const HipChange *applied)
{
  for (guint i = 0; i < hip_change_get_n (applied); i++)
    {
      const HipRecord *record = hip_change_get (applied, i)->after;

      if (record != NULL && record->kind == HIP_RECORD_IMPORT)
        return record->id;
    }
  return 0;
}

/* An import makes the log if need be; a dry run looks at what there is. */
static HipHistory *
load_for_import (HipCli *cli, gboolean dry_run, HipStore **store)
{
  g_autoptr(GError) error = NULL;
  HipHistory *history;

  if (dry_run && !hip_cli_log_exists (cli))
    return hip_history_new_empty ();
  *store = hip_cli_open (cli, dry_run ? HIP_STORE_OPEN_READ_ONLY : HIP_STORE_OPEN_CREATE);
  if (*store == NULL)
    return NULL;
  history = hip_store_load (*store, &error);
  if (history == NULL)
    hip_cli_fail (cli, error->message);
  return history;
}

/* FALSE after telling that it could not be written. */
static gboolean
apply_plan (HipCli *cli, HipStore *store, const HipImportPlan *plan, gint64 *import_id)
{
  g_autoptr(HipChange) applied = NULL;
  g_autoptr(GError) error = NULL;

  if (hip_change_get_n (plan->change) == 0)
    return TRUE;
  applied = hip_store_apply (store, plan->change, cli->today, &error);
  if (applied == NULL)
    {
      hip_cli_fail (cli, error->message);
      return FALSE;
    }
  *import_id = find_import_id (applied);
  return TRUE;
}

/* Nobody can undo what nobody notices: distances of the wrong unit look like distances. */
static gboolean
knows_unit (HipCli *cli, const ImportCall *call, const HipImportPlan *plan)
{
  if (plan->n_unit_assumed == 0 || call->unit != NULL)
    return TRUE;
  hip_cli_fail_usage (cli,
                      ngettext ("The distance of %u run may be in kilometres or in miles; its file "
                                "does not say. Add --distance-unit km or --distance-unit mi.",
                                "The distances of %u runs may be in kilometres or in miles; their "
                                "file does not say. Add --distance-unit km or --distance-unit mi.",
                                plan->n_unit_assumed),
                      plan->n_unit_assumed);
  return FALSE;
}

/**
 * hip_cli_import:
 * @cli: the program
 * @arguments: the command line
 *
 * Reads files, folders and archives into the log.
 *
 * Returns: %HIP_CLI_FAILED if a row was rejected or nothing could be done
 */
HipCliStatus
hip_cli_import (HipCli *cli, GStrv *arguments)
{
  g_auto(ImportCall) call = { 0 };
  g_autoptr(HipStore) store = NULL;
  g_autoptr(HipHistory) history = NULL;
  g_autoptr(HipImportPlan) plan = NULL;
  gint64 import_id = 0;

  if (!parse_import (cli, &call, arguments))
    return HIP_CLI_USAGE;
  history = load_for_import (cli, call.dry_run, &store);
  if (history == NULL)
    return HIP_CLI_FAILED;
  plan = hip_importer_read_paths ((const char *const *) *arguments, &call.options, history, NULL,
                                  NULL, NULL, NULL);
  tell_problems (plan);
  if (!knows_unit (cli, &call, plan))
    return HIP_CLI_USAGE;
  if (!call.dry_run && !apply_plan (cli, store, plan, &import_id))
    return HIP_CLI_FAILED;
  if (cli->json)
    print_json (plan, import_id);
  else
    print_text (cli, plan, import_id, call.dry_run);
  return plan->rejected->len > 0 ? HIP_CLI_FAILED : HIP_CLI_OK;
}

/* Returns how many runs are again what they were before. */
static guint
count_taken_back (const HipChange *change, HipImportCounts *counts)
{
  guint restored = 0;

  for (guint i = 0; i < hip_change_get_n (change); i++)
    {
      const HipChangeItem *item = hip_change_get (change, i);

      restored += item->after != NULL && item->after->kind == HIP_RECORD_RUN;
      if (item->after != NULL)
        continue;
      counts->runs += item->before->kind == HIP_RECORD_RUN;
      counts->shoes += item->before->kind == HIP_RECORD_SHOE;
      counts->pain += item->before->kind == HIP_RECORD_PAIN_DAY;
      counts->care += item->before->kind == HIP_RECORD_CARE_ENTRY;
      counts->screenings += item->before->kind == HIP_RECORD_SCREENING;
    }
  return restored;
}

static void
print_removed (const HipCli *cli, HipImportCounts counts, guint restored)
{
  g_autoptr(JsonBuilder) builder = NULL;

  if (cli->json)
    {
      builder = json_builder_new ();
      json_builder_begin_object (builder);
      add_counts (builder, "removed", counts);
      hip_cli_json_set_integer (builder, "restored", restored);
      json_builder_end_object (builder);
      hip_cli_print_json (builder);
      return;
    }
  g_print ("%s\n", _ ("Taken back"));
  print_counts (counts);
  if (restored > 0)
    {
      g_print (ngettext ("%u run of the log is again what it was before",
                         "%u runs of the log are again what they were before", restored),
               restored);
      g_print ("\n");
    }
}

static HipCliStatus
undo_import (HipCli *cli, gint64 id)
{
  g_autoptr(HipStore) store = hip_cli_open (cli, HIP_STORE_OPEN_NONE);
  g_autoptr(HipHistory) history = NULL;
  g_autoptr(HipChange) change = NULL;
  g_autoptr(HipChange) applied = NULL;
  g_autoptr(GError) error = NULL;
  HipImportCounts counts = { 0 };
  guint restored;

  if (store == NULL)
    return HIP_CLI_FAILED;
  history = hip_store_load (store, &error);
  if (history == NULL)
    return hip_cli_fail (cli, error->message);
  change = hip_history_undo_import (history, id);
  if (change == NULL)
    {
      g_autofree char *message = g_strdup_printf (_ ("There is no import %" PRId64 "."), id);

      return hip_cli_fail (cli, message);
    }
  applied = hip_store_apply (store, change, cli->today, &error);
  if (applied == NULL)
    return hip_cli_fail (cli, error->message);
  restored = count_taken_back (applied, &counts);
  print_removed (cli, counts, restored);
  return HIP_CLI_OK;
}

/**
 * hip_cli_undo_import:
 * @cli: the program
 * @arguments: the command line
 *
 * Takes one import back, whole.
 *
 * Returns: %HIP_CLI_FAILED if there is no such import or it could not be done
 */
HipCliStatus
hip_cli_undo_import (HipCli *cli, GStrv *arguments)
{
  gint64 id;

  if (!hip_cli_parse (cli, _ ("ID"), _ ("Takes an import back, whole."), NULL, 1, 1, arguments))
    return HIP_CLI_USAGE;
  if (!g_ascii_string_to_signed ((*arguments)[0], 10, 1, G_MAXINT64, &id, NULL))
    return hip_cli_fail_usage (cli, _ ("“%s” is not the number of an import."), (*arguments)[0]);
  return undo_import (cli, id);
}
