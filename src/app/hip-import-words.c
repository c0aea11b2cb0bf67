// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-import-words.h"

#include <glib/gi18n.h>

/* Joins what is not NULL; takes both. */
static char *
join (char *first, char *second, const char *separator)
{
  char *both;

  if (first == NULL || second == NULL)
    return first != NULL ? first : second;
  both = g_strconcat (first, separator, second, NULL);
  g_free (first);
  g_free (second);
  return both;
}

static char *
format_day (HipDay day)
{
  return hip_day_format_short (day, HIP_DAY_NONE);
}

static char *
format_start (const HipRun *run)
{
  return join (format_day (run->date),
               run->start_s != HIP_UNSET ? hip_units_format_time (run->start_s) : NULL, ", ");
}

static char *
format_measures (const HipRun *run, HipUnits units)
{
  return join (hip_units_format_distance (units, run->distance_m),
               run->duration_s != HIP_UNSET ? hip_units_format_duration (run->duration_s) : NULL,
               " · ");
}

static char *
format_rest (const HipRun *run)
{
  /* Translators: a cadence; both feet. */
  char *cadence = run->cadence_spm != HIP_UNSET
                      ? g_strdup_printf (_ ("%d steps a minute"), run->cadence_spm)
                      : NULL;
  /* Translators: how many metres a run went up. */
  char *ascent =
      run->ascent_m != HIP_UNSET ? g_strdup_printf (_ ("%d\u00a0m up"), run->ascent_m) : NULL;

  return join (cadence, ascent, " · ");
}

/* Each puts what the record has into its lines, which are empty before. */

static void
list_run (char **lines, const HipRun *run, HipUnits units)
{
  lines[0] = format_start (run);
  lines[1] = format_measures (run, units);
  lines[2] = format_rest (run);
  lines[3] = join (g_strdup (run->title), g_strdup (run->note), " · ");
}

static void
list_pain (char **lines, const HipPainDay *pain)
{
  const char *side = hip_vocabulary_get_label (hip_vocabulary_sides (), pain->side + 1);

  lines[0] = format_day (pain->date);
  lines[1] = g_strdup_printf ("%s · %d", side, pain->score);
  lines[2] = hip_vocabulary_set_to_labels (hip_vocabulary_areas (), pain->areas);
  lines[3] = g_strdup (pain->note);
}

static void
list_care (char **lines, const HipCareEntry *care)
{
  lines[0] = format_day (care->date);
  lines[1] = g_strdup (hip_vocabulary_get_label (hip_vocabulary_care_kinds (), care->kind));
  if (care->minutes != HIP_UNSET)
    lines[2] = g_strdup_printf (ngettext ("%d minute", "%d minutes", care->minutes), care->minutes);
  lines[3] = g_strdup (care->note);
}

static void
list_screening (char **lines, const HipScreening *screening)
{
  lines[0] = format_day (screening->date);
  lines[1] = screening->yes == 0
                 /* Translators: all questions about red flags were answered with no. */
                 ? g_strdup (_ ("No red flag"))
                 : hip_vocabulary_set_to_labels (hip_vocabulary_flags (), screening->yes);
}

static void
list_shoe (char **lines, const HipShoe *shoe)
{
  lines[0] = g_strdup (shoe->name);
  lines[1] = join (g_strdup (shoe->brand), g_strdup (shoe->model), " ");
  lines[2] = g_strdup (shoe->note);
}

static void
list_record (char **lines, const HipRecord *record, HipUnits units)
{
  switch (record->kind)
    {
    case HIP_RECORD_RUN:
      list_run (lines, (const HipRun *) record, units);
      break;
    case HIP_RECORD_PAIN_DAY:
      list_pain (lines, (const HipPainDay *) record);
      break;
    case HIP_RECORD_CARE_ENTRY:
      list_care (lines, (const HipCareEntry *) record);
      break;
    case HIP_RECORD_SCREENING:
      list_screening (lines, (const HipScreening *) record);
      break;
    case HIP_RECORD_SHOE:
      list_shoe (lines, (const HipShoe *) record);
      break;
    case HIP_RECORD_DISMISSAL:
    case HIP_RECORD_IMPORT:
    case HIP_RECORD_REPLACED_RUN:
    default:
      g_assert_not_reached ();
    }
}

/**
 * hip_import_words_list:
 * @record: (type HipRecord): what a row says, or what is in the log
 * @units: the runner's
 *
 * Describes a record so that two of a kind can stand side by side.
 *
 * Returns: (transfer full): %HIP_IMPORT_N_LINES lines; one that it does not have is empty
 */
GStrv
hip_import_words_list (gconstpointer record, HipUnits units)
{
  GStrv lines;

  g_return_val_if_fail (record != NULL, NULL);

  lines = g_new0 (char *, HIP_IMPORT_N_LINES + 1);
  list_record (lines, record, units);
  for (guint i = 0; i < HIP_IMPORT_N_LINES; i++)
    if (lines[i] == NULL)
      lines[i] = g_strdup ("");
  return lines;
}

/**
 * hip_import_words_place:
 * @file: the name of a file
 * @line: a line in it, or 0
 *
 * Returns: (transfer full): where something was read
 */
char *
hip_import_words_place (const char *file, guint line)
{
  g_return_val_if_fail (file != NULL, NULL);

  /* Translators: a file, and a line in it */
  return line > 0 ? g_strdup_printf (_ ("%1$s, line %2$u"), file, line) : g_strdup (file);
}

/* Takes both. */
static char *
join_count (char *text, guint n, char *item)
{
  if (n > 0)
    return join (text, item, ", ");
  g_free (item);
  return text;
}

/**
 * hip_import_words_decision:
 * @decision: what becomes of a duplicate
 *
 * Returns: (transfer none): the choice as a command
 */
const char *
hip_import_words_decision (HipImportDecision decision)
{
  switch (decision)
    {
    case HIP_IMPORT_DECISION_FILL:
      return C_ ("of a duplicate", "Fill Gaps");
    case HIP_IMPORT_DECISION_REPLACE:
      return C_ ("of a duplicate", "Replace");
    case HIP_IMPORT_DECISION_KEEP_BOTH:
      return C_ ("of a duplicate", "Keep Both");
    case HIP_IMPORT_DECISION_SKIP:
    default:
      return C_ ("of a duplicate", "Skip");
    }
}

/**
 * hip_import_words_decisions:
 * @duplicates: (element-type HipImportDuplicate): of a plan
 * @in_log: whether those are meant that met the log, or those that met other files
 *
 * Returns: (transfer full): what is decided of how many
 */
char *
hip_import_words_decisions (GPtrArray *duplicates, gboolean in_log)
{
  guint n[HIP_N_IMPORT_DECISIONS] = { 0 };
  char *text = NULL;

  g_return_val_if_fail (duplicates != NULL, NULL);

  for (guint i = 0; i < duplicates->len; i++)
    {
      const HipImportDuplicate *duplicate = g_ptr_array_index (duplicates, i);

      if (duplicate->in_log == in_log)
        n[duplicate->decision]++;
    }
  text = join_count (
      text, n[HIP_IMPORT_DECISION_SKIP],
      g_strdup_printf (ngettext ("%u is skipped", "%u are skipped", n[HIP_IMPORT_DECISION_SKIP]),
                       n[HIP_IMPORT_DECISION_SKIP]));
  text = join_count (text, n[HIP_IMPORT_DECISION_FILL],
                     g_strdup_printf (ngettext ("%u is filled in", "%u are filled in",
                                                n[HIP_IMPORT_DECISION_FILL]),
                                      n[HIP_IMPORT_DECISION_FILL]));
  text = join_count (text, n[HIP_IMPORT_DECISION_REPLACE],
                     g_strdup_printf (ngettext ("%u is replaced", "%u are replaced",
                                                n[HIP_IMPORT_DECISION_REPLACE]),
                                      n[HIP_IMPORT_DECISION_REPLACE]));
  text = join_count (text, n[HIP_IMPORT_DECISION_KEEP_BOTH],
                     g_strdup_printf (ngettext ("%u is kept as well", "%u are kept as well",
                                                n[HIP_IMPORT_DECISION_KEEP_BOTH]),
                                      n[HIP_IMPORT_DECISION_KEEP_BOTH]));
  return text != NULL ? text : g_strdup ("");
}
