// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-derived-csv.h"

#include "hip-series.h"
#include "hip-warning.h"

/* Decimals: enough to see, not more than the figures bear. */
#define RATIO_DECIMALS 2
#define PAIN_DECIMALS  1

static gboolean
write_header (HipCsvWriter *writer,
              const char *const *names,
              GCancellable *cancellable,
              GError **error)
{
  for (guint i = 0; names[i] != NULL; i++)
    hip_csv_writer_add_word (writer, names[i]);
  return hip_csv_writer_end_row (writer, cancellable, error);
}

static void
write_day (HipCsvWriter *writer, HipDay day)
{
  g_autofree char *iso = hip_day_to_iso (day);

  hip_csv_writer_add_word (writer, iso);
}

static void
append_word (GString *words, const char *word)
{
  if (words->len > 0)
    g_string_append_c (words, ';');
  g_string_append (words, word);
}

/* Writes the rules that fired up to and with @last; @next moves on. Oldest first, each once. */
static void
write_rules (HipCsvWriter *writer, GPtrArray *warnings, guint *next, HipDay last)
{
  g_autoptr (GString) words = g_string_new (NULL);
  guint32 seen = 0;

  for (; *next < warnings->len; (*next)++)
    {
      const HipWarning *warning = g_ptr_array_index (warnings, *next);
      HipRule rule = hip_warning_get_rule (warning);

      if (hip_warning_get_date (warning) > last)
        break;
      if ((seen & (1u << rule)) == 0)
        append_word (words, hip_rule_get_id (rule));
      seen |= 1u << rule;
    }
  hip_csv_writer_add_word (writer, words->str);
}

/* Nothing happened before the first day that is wanted. */
static guint
skip_warnings_before (GPtrArray *warnings, HipDay day)
{
  guint i = 0;

  while (i < warnings->len && hip_warning_get_date (g_ptr_array_index (warnings, i)) < day)
    i++;
  return i;
}

/**
 * hip_derived_csv_write_days:
 * @history: the log
 * @warnings: (element-type HipWarning): what fired, oldest first
 * @from: first day
 * @to: last day
 * @writer: where to write; not flushed
 * @n_rows: (out): rows written, without the header
 * @cancellable: (nullable): stops writing
 * @error: return location for an I/O error
 *
 * Writes the sheet with a row a day: load, its moving averages, pain, and what was warned of.
 *
 * Returns: %FALSE when it could not be written
 */
gboolean
hip_derived_csv_write_days (HipHistory *history,
                            GPtrArray *warnings,
                            HipDay from,
                            HipDay to,
                            HipCsvWriter *writer,
                            guint *n_rows,
                            GCancellable *cancellable,
                            GError **error)
{
  static const char *const names[] = { "date",      "distance_m", "runs", "duration_s", "load",
                                       "pain_left", "pain_right", "pain", "acute_m",    "chronic_m",
                                       "ratio",     "warnings",   NULL };
  g_autoptr (HipDaySeries) series = NULL;
  guint next = skip_warnings_before (warnings, from);

  if (!write_header (writer, names, cancellable, error))
    return FALSE;
  *n_rows = 0;
  if (from > to)
    return TRUE;
  series = hip_day_series_new (history, from, to);
  for (guint i = 0; i < series->n; i++)
    {
      write_day (writer, series->from + (HipDay) i);
      hip_csv_writer_add_number (writer, series->distance_m[i], 0);
      hip_csv_writer_add_integer (writer, series->runs[i]);
      hip_csv_writer_add_number (writer, series->duration_s[i], 0);
      hip_csv_writer_add_number (writer, series->load[i], 0);
      hip_csv_writer_add_number (writer, series->pain_left[i], 0);
      hip_csv_writer_add_number (writer, series->pain_right[i], 0);
      hip_csv_writer_add_number (writer, series->pain[i], 0);
      hip_csv_writer_add_number (writer, series->acute[i], 0);
      hip_csv_writer_add_number (writer, series->chronic[i], 0);
      hip_csv_writer_add_number (writer, series->ratio[i], RATIO_DECIMALS);
      write_rules (writer, warnings, &next, series->from + (HipDay) i);
      if (!hip_csv_writer_end_row (writer, cancellable, error))
        return FALSE;
    }
  *n_rows = series->n;
  return TRUE;
}

static void
write_week (HipCsvWriter *writer, const HipWeek *week)
{
  write_day (writer, week->start);
  hip_csv_writer_add_integer (writer, week->total_m);
  if (week->change_percent == HIP_UNSET)
    hip_csv_writer_add_empty (writer);
  else
    hip_csv_writer_add_integer (writer, week->change_percent);
  hip_csv_writer_add_integer (writer, week->runs);
  hip_csv_writer_add_integer (writer, week->longest_m);
  hip_csv_writer_add_number (writer, week->mean_pain, PAIN_DECIMALS);
  hip_csv_writer_add_number (writer, week->max_pain, 0);
}

/**
 * hip_derived_csv_write_weeks:
 * @history: the log
 * @limits: the first day of a week
 * @warnings: (element-type HipWarning): what fired, oldest first
 * @from: first day
 * @to: last day
 * @writer: where to write; not flushed
 * @n_rows: (out): rows written, without the header
 * @cancellable: (nullable): stops writing
 * @error: return location for an I/O error
 *
 * Writes a row for every week that has a day from @from to @to. The change is against the highest
 * of the four weeks before, as the weekly rule has it.
 *
 * Returns: %FALSE when it could not be written
 */
gboolean
hip_derived_csv_write_weeks (HipHistory *history,
                             const HipLimits *limits,
                             GPtrArray *warnings,
                             HipDay from,
                             HipDay to,
                             HipCsvWriter *writer,
                             guint *n_rows,
                             GCancellable *cancellable,
                             GError **error)
{
  static const char *const names[] = { "week_start", "distance_m", "change_pct",
                                       "runs",       "longest_m",  "mean_pain",
                                       "max_pain",   "warnings",   NULL };
  g_autoptr (HipWeekSeries) series = NULL;
  guint next = 0;

  if (!write_header (writer, names, cancellable, error))
    return FALSE;
  *n_rows = 0;
  if (from > to)
    return TRUE;
  series = hip_week_series_new (history, limits, from, to);
  for (guint i = 0; i < series->n; i++)
    {
      const HipWeek *week = &series->weeks[i];

      if (i == 0)
        next = skip_warnings_before (warnings, week->start);
      write_week (writer, week);
      write_rules (writer, warnings, &next, week->start + 6);
      if (!hip_csv_writer_end_row (writer, cancellable, error))
        return FALSE;
    }
  *n_rows = series->n;
  return TRUE;
}

static void
append_pages (GString *words, const char *const *pages)
{
  for (guint i = 0; pages != NULL && pages[i] != NULL; i++)
    append_word (words, pages[i]);
}

static void
write_warning (HipCsvWriter *writer, const HipWarning *warning, HipUnits units)
{
  g_autofree char *title = hip_warning_dup_title (warning, units);
  g_autofree char *body = hip_warning_dup_body (warning, units);
  g_autoptr (GString) pages = g_string_new (NULL);

  append_pages (pages, hip_warning_get_causes (warning));
  append_pages (pages, hip_warning_get_prevention (warning));
  write_day (writer, hip_warning_get_date (warning));
  hip_csv_writer_add_word (writer, hip_rule_get_id (hip_warning_get_rule (warning)));
  hip_csv_writer_add_word (writer, hip_severity_get_word (hip_warning_get_severity (warning)));
  hip_csv_writer_add_word (writer, hip_strength_get_word (hip_warning_get_strength (warning)));
  hip_csv_writer_add_text (writer, title);
  hip_csv_writer_add_text (writer, body);
  hip_csv_writer_add_word (writer, pages->str);
}

/**
 * hip_derived_csv_write_warnings:
 * @warnings: (element-type HipWarning): what fired, oldest first
 * @units: what distances are worded in
 * @writer: where to write; not flushed
 * @n_rows: (out): rows written, without the header
 * @cancellable: (nullable): stops writing
 * @error: return location for an I/O error
 *
 * Writes a row for every warning, in the words in which the runner read it.
 *
 * Returns: %FALSE when it could not be written
 */
gboolean
hip_derived_csv_write_warnings (GPtrArray *warnings,
                                HipUnits units,
                                HipCsvWriter *writer,
                                guint *n_rows,
                                GCancellable *cancellable,
                                GError **error)
{
  static const char *const names[] = { "date",  "rule",   "severity", "strength",
                                       "title", "detail", "pages",    NULL };

  if (!write_header (writer, names, cancellable, error))
    return FALSE;
  for (guint i = 0; i < warnings->len; i++)
    {
      write_warning (writer, g_ptr_array_index (warnings, i), units);
      if (!hip_csv_writer_end_row (writer, cancellable, error))
        return FALSE;
    }
  *n_rows = warnings->len;
  return TRUE;
}
