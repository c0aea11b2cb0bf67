// SPDX-License-Identifier: GPL-3.0-or-later
/* Every day's scores as numbers, a week a column, and on which days there was a run. */
#include "config.h"

#include "hip-report-calendar.h"

#include <glib/gi18n.h>
#include <math.h>

#define LABEL_GAP   4.0
#define CELL_HEIGHT 11.5
#define CELL_MAX    34.0
#define SPLIT_MIN   20.0 /* from here on a cell has room for both sides */
#define BAR_HEIGHT  1.8
#define SCORE_TOP   0.4

/* Zones 0–2, 3–5, 6–10: nothing, a light grey, a dark one with white figures. */
#define MIDDLE_GRAY 0.8
#define UPPER_GRAY  0.35
#define CELL_GRAY   0.85 /* the frame of a day */

typedef struct
{
  const HipReport *report;
  HipReportPen *pen;
  HipReportBlock *block;
  HipDay first; /* first day of the first column */
  guint n_weeks;
  double left; /* of the first column */
  double top;  /* of the first row */
  double cell_width;
  gboolean split;
} Calendar;

static void
draw_score (const Calendar *self, double score, double x, double y, double width)
{
  g_autofree char *text = NULL;
  double gray = HIP_REPORT_BLACK;
  double text_width;

  if (isnan (score))
    return;
  text = g_strdup_printf ("%.0f", score);
  if (score >= 3)
    hip_report_block_add_fill (self->block, score >= 6 ? UPPER_GRAY : MIDDLE_GRAY, x, y, width,
                               CELL_HEIGHT - BAR_HEIGHT - 2);
  if (score >= 6)
    gray = 1;
  /* A 10 may be a hair wider than its day, and is still to be read. */
  text_width = hip_report_pen_measure (self->pen, HIP_REPORT_STYLE_CELL, text);
  hip_report_block_add_text (
      self->block,
      hip_report_pen_create_text (self->pen, HIP_REPORT_STYLE_CELL, text, -1, PANGO_ALIGN_LEFT, 0),
      gray, x + (width - text_width) / 2, y + SCORE_TOP, text_width);
}

static void
draw_day (const Calendar *self, HipDay day)
{
  const HipDaySeries *days = self->report->days;
  gsize i = day - days->from;
  guint column = (day - self->first) / HIP_WEEK_DAYS;
  guint row = (day - self->first) % HIP_WEEK_DAYS;
  double width = self->cell_width - 1.5;
  double x = self->left + column * self->cell_width;
  double y = self->top + row * CELL_HEIGHT;

  hip_report_block_add_frame (self->block, CELL_GRAY, 0.4, x, y, width, CELL_HEIGHT - 1.2);
  if (self->split)
    {
      draw_score (self, days->pain_left[i], x + 0.5, y + 0.5, width / 2 - 0.8);
      draw_score (self, days->pain_right[i], x + width / 2 + 0.3, y + 0.5, width / 2 - 0.8);
    }
  else
    draw_score (self, days->pain[i], x + 0.4, y + 0.4, width - 0.8);
  if (days->runs[i] > 0)
    hip_report_block_add_fill (self->block, HIP_REPORT_BLACK, x, y + CELL_HEIGHT - 1.2 - BAR_HEIGHT,
                               width, BAR_HEIGHT);
}

static void
draw_weekdays (const Calendar *self)
{
  for (guint row = 0; row < HIP_WEEK_DAYS; row++)
    {
      g_autofree char *name = hip_day_format (self->first + (HipDay) row, "%a");

      hip_report_block_add_text (
          self->block,
          hip_report_pen_create_text (self->pen, HIP_REPORT_STYLE_SMALL, name,
                                      self->left - LABEL_GAP, PANGO_ALIGN_LEFT, 1),
          HIP_REPORT_DIM, 0, self->top + row * CELL_HEIGHT, self->left - LABEL_GAP);
    }
}

/* The first column whose week has the first of a month, from @column on. */
static guint
find_month (const Calendar *self, guint column)
{
  for (; column < self->n_weeks; column++)
    {
      int day;

      hip_day_get_ymd (self->first + (HipDay) (column * HIP_WEEK_DAYS) + HIP_WEEK_DAYS - 1, NULL,
                       NULL, &day);
      if (day <= HIP_WEEK_DAYS)
        break;
    }

  return column;
}

/* Writes the month of a day over its column, if that ends before @limit. */
static void
draw_month (const Calendar *self, guint column, HipDay day, double y, double limit)
{
  g_autofree char *name = hip_day_format (day, "%b");
  double x = self->left + column * self->cell_width;
  double width = hip_report_pen_measure (self->pen, HIP_REPORT_STYLE_SMALL, name) + 1;

  if (x + width + LABEL_GAP > limit)
    return;
  hip_report_block_add_text (self->block,
                             hip_report_pen_create_text (self->pen, HIP_REPORT_STYLE_SMALL, name,
                                                         width, PANGO_ALIGN_LEFT, 1),
                             HIP_REPORT_DIM, x, y, width);
}

/* Over each column that has the first of a month, and over the first one if there is room. */
static void
draw_months (const Calendar *self, double y)
{
  double end = hip_report_block_get_width (self->block) + LABEL_GAP;
  guint column = find_month (self, 0);

  if (column > 0)
    draw_month (self, 0, MAX (self->first, self->report->from), y,
                self->left + column * self->cell_width);
  for (; column < self->n_weeks; column = find_month (self, column + 1))
    draw_month (self, column, self->first + (HipDay) (column * HIP_WEEK_DAYS) + HIP_WEEK_DAYS - 1,
                y, end);
  /* Where none was written, the row is there all the same. */
  hip_report_block_set_height (
      self->block, y + hip_report_pen_get_line_height (self->pen, HIP_REPORT_STYLE_SMALL));
}

static double
measure_weekdays (const Calendar *self)
{
  double widest = 0;

  for (HipDay day = self->first; day < self->first + HIP_WEEK_DAYS; day++)
    {
      g_autofree char *name = hip_day_format (day, "%a");

      widest = MAX (widest, hip_report_pen_measure (self->pen, HIP_REPORT_STYLE_SMALL, name));
    }

  return widest + LABEL_GAP + 1;
}

static char *
dup_heading (const Calendar *self, guint n_all)
{
  if (n_all > self->n_weeks)
    /* Translators: heading of a calendar that shows only a part of the period */
    return g_strdup_printf (_ ("Calendar of the last %1$u of %2$u weeks"), self->n_weeks, n_all);

  return g_strdup (_ ("Calendar"));
}

static void
add_legend (const Calendar *self)
{
  const char *both = _ ("Numbers: pain 0–10, left hip and right hip; light grey from 3, dark from "
                        "6, no number: not scored. Bar: a day with a run.");
  const char *one = _ ("Numbers: pain 0–10 of the hip that hurt more; light grey from 3, dark from "
                       "6, no number: not scored. Bar: a day with a run.");

  hip_report_pen_add_paragraph (self->pen, self->block, HIP_REPORT_STYLE_SMALL, HIP_REPORT_DIM,
                                self->split ? both : one, 2);
}

/**
 * hip_report_calendar_new:
 * @report: the figures
 * @pen: what its texts are made with
 * @width: in points
 *
 * Draws the days of the period, of a longer one the last %HIP_REPORT_CALENDAR_WEEKS weeks.
 *
 * Returns: (transfer full): the calendar
 */
HipReportBlock *
hip_report_calendar_new (const HipReport *report, HipReportPen *pen, double width)
{
  Calendar self = { .report = report, .pen = pen };
  guint n_all = report->weeks->n;
  g_autofree char *heading = NULL;

  self.n_weeks = MIN (n_all, HIP_REPORT_CALENDAR_WEEKS);
  self.first = report->weeks->weeks[n_all - self.n_weeks].start;
  self.block = hip_report_pen_new_block (pen, width);
  self.left = measure_weekdays (&self);
  self.cell_width = MIN ((width - self.left) / self.n_weeks, CELL_MAX);
  self.split = self.cell_width >= SPLIT_MIN;
  heading = dup_heading (&self, n_all);
  hip_report_pen_add_heading (pen, self.block, heading);
  draw_months (&self, hip_report_block_get_height (self.block));
  self.top = hip_report_block_get_height (self.block) + 1;
  draw_weekdays (&self);
  for (HipDay day = MAX (report->from, self.first); day <= report->to; day++)
    draw_day (&self, day);
  hip_report_block_set_height (self.block, self.top + HIP_WEEK_DAYS * CELL_HEIGHT + 1);
  add_legend (&self);
  hip_report_block_mark (self.block, HIP_REPORT_PART_CALENDAR);

  return self.block;
}
