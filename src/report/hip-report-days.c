// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-report-days.h"

#include <glib/gi18n.h>
#include <math.h>

#include "hip-report-text.h"

#define N_COLUMNS 6
#define ROW_GAP   1.2 /* over and under a row */
#define MAX_LINES 40  /* of one day, so that a row is always shorter than a page */

static const double widths[N_COLUMNS - 1] = { 74, 52, 44, 30, 30 };

static void
fill_columns (HipReportColumn *columns, double width)
{
  double rest = width;

  for (guint i = 0; i < N_COLUMNS - 1; i++)
    {
      columns[i] =
          (HipReportColumn) { widths[i], i == 0 ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT, 1 };
      rest -= widths[i] + HIP_REPORT_GAP;
    }
  columns[N_COLUMNS - 1] = (HipReportColumn) { rest, PANGO_ALIGN_LEFT, MAX_LINES };
}

/**
 * hip_report_days_new_header:
 * @pen: what its texts are made with
 * @width: in points
 *
 * Returns: (transfer full): what stands over the columns on each page
 */
HipReportBlock *
hip_report_days_new_header (HipReportPen *pen, double width)
{
  HipReportBlock *block = hip_report_pen_new_block (pen, width);
  HipReportColumn columns[N_COLUMNS];
  const char *cells[N_COLUMNS] = {
    _ ("Day"), _ ("Distance"), _ ("Time"), _ ("Left"), _ ("Right"), _ ("Symptoms, care and notes"),
  };

  hip_report_pen_add_heading (pen, block, _ ("Daily Figures; Left and Right: Pain, 0–10"));
  fill_columns (columns, width);
  hip_report_pen_add_row (pen, block, HIP_REPORT_STYLE_STRONG, HIP_REPORT_BLACK, columns, cells,
                          N_COLUMNS);

  return block;
}

/* --- what was logged of a day, in words --- */

static void
append (GString *text, const char *separator, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, separator);
  g_string_append (text, part);
}

static void
append_labels (GString *text, const HipVocabulary *vocabulary, guint32 set)
{
  g_autofree char *labels = hip_vocabulary_set_to_labels (vocabulary, set);

  append (text, "; ", labels);
}

static void
append_pain (GString *text, const HipPainDay *pain)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *line = NULL;

  append_labels (words, hip_vocabulary_areas (), pain->areas);
  append_labels (words, hip_vocabulary_qualities (), pain->qualities);
  append_labels (words, hip_vocabulary_timings (), pain->timings);
  if (pain->onset != HIP_ONSET_UNKNOWN)
    append (words, "; ", hip_vocabulary_get_label (hip_vocabulary_onsets (), pain->onset));
  if (pain->flags != 0)
    {
      g_autofree char *labels = hip_vocabulary_set_to_labels (hip_vocabulary_flags (), pain->flags);
      /* Translators: a list of signs. */
      g_autofree char *flags = g_strdup_printf (_ ("red flags: %s"), labels);

      append (words, "; ", flags);
    }
  append (words, "; ", pain->note);
  if (words->len == 0)
    return;
  /* Translators: “Left” or “Right”, and what was logged of that hip. */
  line = g_strdup_printf (_ ("%1$s: %2$s"),
                          hip_vocabulary_get_label (hip_vocabulary_sides (), pain->side + 1),
                          words->str);
  append (text, " · ", line);
}

static void
append_care (GString *text, const HipCareEntry *care)
{
  g_autoptr (GString) words =
                g_string_new (hip_vocabulary_get_label (hip_vocabulary_care_kinds (), care->kind));

  if (care->minutes != HIP_UNSET)
    {
      g_autofree char *minutes = g_strdup_printf (_ ("%d min"), care->minutes);

      append (words, " ", minutes);
    }
  append (words, ": ", care->note);
  append (text, " · ", words->str);
}

static char *
dup_words (HipHistory *history, HipDay day)
{
  GString *text = g_string_new (NULL);

  for (HipSide side = HIP_SIDE_LEFT; side <= HIP_SIDE_RIGHT; side++)
    {
      const HipPainDay *pain = hip_history_lookup_pain (history, day, side);

      if (pain != NULL)
        append_pain (text, pain);
    }
  for (guint i = hip_history_find_run (history, day);
       i < hip_history_get_n_runs (history) && hip_history_get_run (history, i)->date == day; i++)
    append (text, " · ", hip_history_get_run (history, i)->note);
  for (guint i = hip_history_find_care (history, day);
       i < hip_history_get_n_care (history) && hip_history_get_care (history, i)->date == day; i++)
    append_care (text, hip_history_get_care (history, i));

  return g_string_free (text, FALSE);
}

static char *
dup_score (double score)
{
  return isnan (score) ? NULL : g_strdup_printf ("%.0f", score);
}

/**
 * hip_report_days_new_row:
 * @report: the report
 * @pen: what its texts are made with
 * @width: in points
 * @day: a day of the period
 *
 * Returns: (transfer full) (nullable): what was logged on it, or %NULL for nothing
 */
HipReportBlock *
hip_report_days_new_row (const HipReport *report, HipReportPen *pen, double width, HipDay day)
{
  const HipDaySeries *days = report->days;
  guint i = (guint) (day - days->from);
  g_autofree char *words = dup_words (report->history, day);
  g_autofree char *left = dup_score (days->pain_left[i]);
  g_autofree char *right = dup_score (days->pain_right[i]);
  g_autofree char *distance = NULL;
  g_autofree char *time = NULL;
  g_autofree char *date = NULL;
  HipReportColumn columns[N_COLUMNS];
  HipReportBlock *block;

  if (days->runs[i] == 0 && left == NULL && right == NULL && *words == '\0')
    return NULL;
  if (days->runs[i] > 0)
    distance = hip_report_text_metres (report, days->distance_m[i]);
  if (days->runs[i] > 0 && !isnan (days->duration_s[i]))
    time = hip_units_format_duration (llround (days->duration_s[i]));
  date = hip_day_format_short (day, report->to);
  block = hip_report_pen_new_block (pen, width);
  hip_report_block_set_height (block, ROW_GAP);
  fill_columns (columns, width);
  hip_report_pen_add_row (pen, block, HIP_REPORT_STYLE_BODY, HIP_REPORT_BLACK, columns,
                          (const char *[]) { date, distance, time, left, right, words }, N_COLUMNS);
  hip_report_block_set_height (block, hip_report_block_get_height (block) + ROW_GAP);

  return block;
}
