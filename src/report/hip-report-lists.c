// SPDX-License-Identifier: GPL-3.0-or-later
/* What may be long and is cut short at the foot of the first page. */
#include "config.h"

#include <glib/gi18n.h>

#include "hip-report-parts.h"
#include "hip-report-text.h"

#define NOTE_LINES 2

/* One entry of a list. (transfer full) */
typedef HipReportBlock *(*RowFunc) (const HipReport *report,
                                    HipReportPen *pen,
                                    double width,
                                    gconstpointer entry);

static void
add_more (HipReportPen *pen, HipReportBlock *block, guint n, gboolean is_rest)
{
  g_autofree char *text =
      is_rest ? hip_report_text_more (n)
              /* Translators: a number of entries that a page has no room for. */
              : g_strdup_printf (ngettext ("%u, not shown here", "%u, not shown here", n), n);

  hip_report_pen_add_paragraph (pen, block, HIP_REPORT_STYLE_BODY, HIP_REPORT_DIM, text, 1);
}

static void
add_entries (const HipReport *report,
             HipReportPen *pen,
             HipReportBlock *block,
             GPtrArray *entries,
             RowFunc create_row,
             double height)
{
  double more = hip_report_pen_get_line_height (pen, HIP_REPORT_STYLE_BODY);

  for (guint i = 0; i < entries->len; i++)
    {
      g_autoptr (HipReportBlock) row = create_row (report, pen, hip_report_block_get_width (block),
                                                  g_ptr_array_index (entries, i));
      double y = hip_report_block_get_height (block);
      double end = y + hip_report_block_get_height (row);

      if (end + (i + 1 < entries->len ? more : 0) > height)
        {
          add_more (pen, block, entries->len - i, i > 0);
          return;
        }
      hip_report_block_add_block (block, g_steal_pointer (&row), 0, y);
    }
}

static HipReportBlock *
create_list (const HipReport *report,
             HipReportPen *pen,
             double width,
             double height,
             HipReportPart part,
             const char *title,
             GPtrArray *entries,
             const char *none,
             RowFunc create_row)
{
  HipReportBlock *block = hip_report_pen_new_block (pen, width);

  hip_report_pen_add_heading (pen, block, title);
  if (entries->len == 0)
    hip_report_pen_add_paragraph (pen, block, HIP_REPORT_STYLE_BODY, HIP_REPORT_DIM, none, 1);
  add_entries (report, pen, block, entries, create_row, height);
  hip_report_block_mark (block, part);

  return block;
}

/* A wide cell, of @lines at most, and narrower ones beside it, each with its share of the width. */
static HipReportBlock *
create_row (HipReportPen *pen,
            double width,
            int lines,
            const char *const *cells,
            const double *shares,
            guint n)
{
  HipReportBlock *block = hip_report_pen_new_block (pen, width);
  HipReportColumn columns[3];

  g_assert (n <= G_N_ELEMENTS (columns));

  for (guint i = 0; i < n; i++)
    columns[i] =
        (HipReportColumn) { shares[i] * (width - (n - 1) * HIP_REPORT_GAP),
                            i == 0 ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT, i == 0 ? lines : 1 };
  hip_report_pen_add_row (pen, block, HIP_REPORT_STYLE_BODY, HIP_REPORT_BLACK, columns, cells, n);

  return block;
}

/* --- warnings --- */

static HipReportBlock *
create_warning (const HipReport *report, HipReportPen *pen, double width, gconstpointer entry)
{
  const HipReportWarnings *warnings = entry;
  g_autofree char *day = hip_report_text_day (report, hip_warning_get_date (warnings->latest));
  g_autofree char *when =
      /* Translators: how often, and a date. */
      warnings->n > 1 ? g_strdup_printf (_ ("%1$u×, last %2$s"), warnings->n, day) : g_strdup (day);
  const char *cells[] = {
    hip_rule_get_label (hip_warning_get_rule (warnings->latest)),
    hip_severity_get_label (warnings->severity),
    when,
  };

  return create_row (pen, width, 2, cells, (const double[]) { 0.5, 0.17, 0.33 }, 3);
}

/**
 * hip_report_warnings_new:
 * @report: the figures
 * @pen: what its texts are made with
 * @width: in points
 * @height: likewise; what does not fit is counted instead
 *
 * What HipLog warned of, by kind.
 *
 * Returns: (transfer full): the block
 */
HipReportBlock *
hip_report_warnings_new (const HipReport *report, HipReportPen *pen, double width, double height)
{
  return create_list (report, pen, width, height, HIP_REPORT_PART_WARNINGS,
                      _ ("Warnings That HipLog Raised"), report->warnings, _ ("None"),
                      create_warning);
}

/* --- shoes --- */

static HipReportBlock *
create_shoe (const HipReport *report, HipReportPen *pen, double width, gconstpointer entry)
{
  const HipReportShoe *shoe = entry;
  g_autofree char *period = hip_units_format_distance (report->limits.units, shoe->period_m);
  g_autofree char *total = hip_units_format_distance (report->limits.units, shoe->total_m);
  /* Translators: a distance, of a pair of shoes. */
  g_autofree char *in_all = g_strdup_printf (_ ("%s in all"), total);

  return create_row (pen, width, 1, (const char *[]) { shoe->shoe->name, period, in_all },
                     (const double[]) { 0.45, 0.22, 0.33 }, 3);
}

/**
 * hip_report_shoes_new:
 * @report: the figures
 * @pen: what its texts are made with
 * @width: in points
 * @height: likewise; what does not fit is counted instead
 *
 * The pairs in use, with their distances.
 *
 * Returns: (transfer full): the block
 */
HipReportBlock *
hip_report_shoes_new (const HipReport *report, HipReportPen *pen, double width, double height)
{
  return create_list (report, pen, width, height, HIP_REPORT_PART_SHOES,
                      _ ("Shoes in Use, in This Period"), report->shoes, _ ("None logged"),
                      create_shoe);
}

/* --- care --- */

static HipReportBlock *
create_care (const HipReport *report, HipReportPen *pen, double width, gconstpointer entry)
{
  const HipReportCare *care = entry;
  g_autofree char *days = hip_report_text_days (care->n_days);
  g_autofree char *minutes =
      /* Translators: minutes */
      care->minutes > 0 ? g_strdup_printf (_ ("%d min"), (int) care->minutes) : NULL;

  return create_row (
      pen, width, 1,
      (const char *[]) { hip_vocabulary_get_label (hip_vocabulary_care_kinds (), care->kind), days,
                         minutes },
      (const double[]) { 0.5, 0.25, 0.25 }, 3);
}

/**
 * hip_report_care_new:
 * @report: the figures
 * @pen: what its texts are made with
 * @width: in points
 * @height: likewise; what does not fit is counted instead
 *
 * What was done for the hips.
 *
 * Returns: (transfer full): the block
 */
HipReportBlock *
hip_report_care_new (const HipReport *report, HipReportPen *pen, double width, double height)
{
  return create_list (report, pen, width, height, HIP_REPORT_PART_CARE, _ ("Care Done"),
                      report->care, _ ("None logged"), create_care);
}

/* --- what was written --- */

static HipReportBlock *
create_note (const HipReport *report, HipReportPen *pen, double width, gconstpointer entry)
{
  const HipReportNote *note = entry;
  HipReportBlock *block = hip_report_pen_new_block (pen, width);
  g_autofree char *day = hip_report_text_day (report, note->day);
  /* Translators: a date, what a note belongs to (“Left”, “Run”), and the note. */
  g_autofree char *text = g_strdup_printf (_ ("%1$s, %2$s: %3$s"), day,
                                           hip_report_text_note_kind (note->kind), note->text);

  hip_report_pen_add_paragraph (pen, block, HIP_REPORT_STYLE_BODY, HIP_REPORT_BLACK, text,
                                NOTE_LINES);

  return block;
}

/**
 * hip_report_notes_new:
 * @report: the figures
 * @pen: what its texts are made with
 * @width: in points
 * @height: likewise; what does not fit is counted instead
 *
 * What the runner wrote.
 *
 * Returns: (transfer full): the block
 */
HipReportBlock *
hip_report_notes_new (const HipReport *report, HipReportPen *pen, double width, double height)
{
  return create_list (report, pen, width, height, HIP_REPORT_PART_NOTES,
                      _ ("In the Runner’s Words"), report->notes, _ ("Nothing written"),
                      create_note);
}
