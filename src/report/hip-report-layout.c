// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-report-layout.h"

#include <glib/gi18n.h>
#include <math.h>

#include "hip-report-calendar.h"
#include "hip-report-chart.h"
#include "hip-report-days.h"
#include "hip-report-parts.h"
#include "hip-report-text.h"

#define PART_GAP      9.0
#define COLUMN_GAP    20.0
#define LEFT_SHARE    0.54 /* the left column has longer rows */
#define FOOTER_HEIGHT 14.0
#define ROW_RULE      0.88 /* grey between two days */

/* The chart takes what the lists below it do not need, between these. */
#define CHART_MIN  140.0
#define CHART_MAX  220.0
#define LISTS_MIN  106.0
#define LISTS_WISH 150.0

struct _HipReportLayout
{
  HipReport *report; /* (owned) */
  HipReportPaper paper;
  HipReportPen *pen; /* (owned) */
  double width;      /* of what is between the margins */
  double height;     /* likewise, without the footer */
  GPtrArray *bodies; /* (owned) (element-type HipReportBlock): what is between the margins */
  GPtrArray *pages;  /* (owned) (element-type HipReportBlock) */
};

G_DEFINE_BOXED_TYPE (HipReportLayout,
                     hip_report_layout,
                     hip_report_layout_ref,
                     hip_report_layout_unref)

/* --- the first page --- */

/* What stands at a fixed place, from the top. */
typedef struct
{
  HipReportBlock *header;
  HipReportBlock *flags;
  HipReportBlock *pain;
  HipReportBlock *running;
  HipReportBlock *calendar;
  HipReportBlock *symptoms;
} Parts;

static void
parts_clear (Parts *self)
{
  g_clear_pointer (&self->header, hip_report_block_free);
  g_clear_pointer (&self->flags, hip_report_block_free);
  g_clear_pointer (&self->pain, hip_report_block_free);
  g_clear_pointer (&self->running, hip_report_block_free);
  g_clear_pointer (&self->calendar, hip_report_block_free);
  g_clear_pointer (&self->symptoms, hip_report_block_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parts, parts_clear)

static double
get_left_width (HipReportLayout *self)
{
  return floor ((self->width - COLUMN_GAP) * LEFT_SHARE);
}

static double
get_figures_height (const Parts *parts)
{
  return MAX (hip_report_block_get_height (parts->pain),
              hip_report_block_get_height (parts->running));
}

/* Fills @parts and tells what they leave of the page. */
static double
create_parts (HipReportLayout *self, Parts *parts, guint squeeze)
{
  double left = get_left_width (self);

  parts_clear (parts);
  parts->header = hip_report_header_new (self->report, self->pen, self->width);
  parts->flags = hip_report_flags_new (self->report, self->pen, self->width, squeeze);
  parts->pain = hip_report_pain_new (self->report, self->pen, left);
  parts->running =
      hip_report_running_new (self->report, self->pen, self->width - COLUMN_GAP - left);
  parts->calendar = hip_report_calendar_new (self->report, self->pen, self->width);
  parts->symptoms = hip_report_symptoms_new (self->report, self->pen, self->width, squeeze);

  return self->height - hip_report_block_get_height (parts->header)
         - hip_report_block_get_height (parts->flags) - get_figures_height (parts)
         - hip_report_block_get_height (parts->calendar)
         - hip_report_block_get_height (parts->symptoms) - 6 * PART_GAP;
}

static void
place (HipReportBlock *body, HipReportBlock **block, double x, double *y)
{
  double height = hip_report_block_get_height (*block);

  hip_report_block_add_block (body, g_steal_pointer (block), x, *y);
  *y += height + PART_GAP;
}

/* Two lists under each other; the second gets what the first leaves, and two fifths at least. */
static HipReportBlock *
create_column (HipReportLayout *self,
               double width,
               double height,
               HipReportListFunc create_first,
               HipReportListFunc create_second)
{
  HipReportBlock *column = hip_report_pen_new_block (self->pen, width);
  HipReportBlock *second;
  double share = height;
  double y = 0;

  second = create_second (self->report, self->pen, width, height);
  share = MIN (hip_report_block_get_height (second), 0.4 * height);
  hip_report_block_free (second);
  place (column,
         &(HipReportBlock *) {
             create_first (self->report, self->pen, width, height - share - PART_GAP) },
         0, &y);
  hip_report_block_add_block (column, create_second (self->report, self->pen, width, height - y), 0,
                              y);

  return column;
}

/* Both columns at the foot of the page, no higher than @height. */
static HipReportBlock *
create_lists (HipReportLayout *self, double height)
{
  HipReportBlock *block = hip_report_pen_new_block (self->pen, self->width);
  double left = get_left_width (self);

  hip_report_block_add_block (
      block, create_column (self, left, height, hip_report_warnings_new, hip_report_shoes_new), 0,
      0);
  hip_report_block_add_block (block,
                              create_column (self, self->width - COLUMN_GAP - left, height,
                                             hip_report_notes_new, hip_report_care_new),
                              left + COLUMN_GAP, 0);

  return block;
}

/* What the lists do not need of @room is the chart's. */
static double
choose_chart_height (HipReportLayout *self, double room)
{
  g_autoptr (HipReportBlock) lists = create_lists (self, LISTS_WISH);

  return CLAMP (room - hip_report_block_get_height (lists), CHART_MIN, CHART_MAX);
}

static void
lay_out_first_page (HipReportLayout *self)
{
  HipReportBlock *body = hip_report_pen_new_block (self->pen, self->width);
  g_auto (Parts) parts = { NULL };
  double left = create_parts (self, &parts, 0);
  double y = 0;
  double figures = 0;
  HipReportBlock *chart;

  for (guint squeeze = 1; squeeze <= HIP_REPORT_SQUEEZE_MAX && left < CHART_MIN + LISTS_MIN;
       squeeze++)
    left = create_parts (self, &parts, squeeze);
  chart =
      hip_report_chart_new (self->report, self->pen, self->width, choose_chart_height (self, left));
  place (body, &parts.header, 0, &y);
  place (body, &parts.flags, 0, &y);
  figures = y + get_figures_height (&parts) + PART_GAP;
  hip_report_block_add_block (body, g_steal_pointer (&parts.pain), 0, y);
  hip_report_block_add_block (body, g_steal_pointer (&parts.running),
                              get_left_width (self) + COLUMN_GAP, y);
  y = figures;
  place (body, &chart, 0, &y);
  place (body, &parts.calendar, 0, &y);
  place (body, &parts.symptoms, 0, &y);
  hip_report_block_add_block (body, create_lists (self, self->height - y), 0, y);
  g_ptr_array_add (self->bodies, body);
}

/* --- days --- */

static HipReportBlock *
begin_days (HipReportLayout *self)
{
  HipReportBlock *body = hip_report_pen_new_block (self->pen, self->width);

  hip_report_block_add_block (body, hip_report_days_new_header (self->pen, self->width), 0, 0);

  return body;
}

static void
end_days (HipReportLayout *self, HipReportBlock *body)
{
  hip_report_block_mark (body, HIP_REPORT_PART_DAYS);
  g_ptr_array_add (self->bodies, body);
}

static HipReportBlock *
add_day (HipReportLayout *self, HipReportBlock *body, HipDay day)
{
  HipReportBlock *row = hip_report_days_new_row (self->report, self->pen, self->width, day);
  double y = hip_report_block_get_height (body);

  if (row == NULL)
    return body;
  if (y + hip_report_block_get_height (row) > self->height)
    {
      end_days (self, body);
      body = begin_days (self);
      y = hip_report_block_get_height (body);
    }
  hip_report_block_add_fill (body, ROW_RULE, 0, y, self->width, 0.4);
  hip_report_block_add_block (body, row, 0, y);

  return body;
}

static gboolean
lay_out_days (HipReportLayout *self,
              HipReportProgress progress,
              gpointer user_data,
              GCancellable *cancellable,
              GError **error)
{
  HipReportBlock *body = begin_days (self);

  for (guint i = 0; i < self->report->n_days; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        {
          hip_report_block_free (body);
          return FALSE;
        }
      body = add_day (self, body, self->report->from + (HipDay) i);
      if (progress != NULL)
        progress ((i + 1.0) / self->report->n_days, user_data);
    }
  end_days (self, body);

  return TRUE;
}

/* --- pages --- */

/* GTK knows its kinds of nodes once it was initialised; that part of it needs no display. */
static void
ensure_nodes (void)
{
  if (!gtk_is_initialized ())
    gtk_init_check ();
}

static HipReportBlock *
create_footer (HipReportLayout *self, guint page)
{
  HipReportBlock *block = hip_report_pen_new_block (self->pen, self->width);
  g_autofree char *period = hip_day_format_range (self->report->from, self->report->to);
  /* Translators: a page of how many. */
  g_autofree char *number = g_strdup_printf (_ ("%1$u of %2$u"), page + 1, self->bodies->len);
  g_autofree char *about = g_strjoin (" · ", period, self->report->name, NULL);
  g_autofree char *text = g_strjoin ("  ", hip_report_text_disclaimer (), about, NULL);
  const HipReportColumn columns[] = { { self->width - 60 - HIP_REPORT_GAP, PANGO_ALIGN_LEFT, 1 },
                                      { 60, PANGO_ALIGN_RIGHT, 1 } };

  hip_report_pen_add_row (self->pen, block, HIP_REPORT_STYLE_SMALL, HIP_REPORT_DIM, columns,
                          (const char *[]) { text, number }, 2);
  hip_report_block_mark (block, HIP_REPORT_PART_FOOTER);

  return block;
}

static void
make_pages (HipReportLayout *self)
{
  double width, height;

  hip_report_paper_get_size (self->paper, &width, &height);
  for (guint i = 0; i < self->bodies->len; i++)
    {
      HipReportBlock *page = hip_report_block_new (width, GTK_TEXT_DIR_LTR);
      HipReportBlock *footer = create_footer (self, i);

      hip_report_block_add_block (page, g_ptr_array_index (self->bodies, i), HIP_REPORT_MARGIN,
                                  HIP_REPORT_MARGIN);
      hip_report_block_add_block (page, footer, HIP_REPORT_MARGIN,
                                  height - HIP_REPORT_MARGIN
                                      - hip_report_block_get_height (footer));
      hip_report_block_set_height (page, height);
      g_ptr_array_add (self->pages, page);
    }
  g_ptr_array_set_size (self->bodies, 0);
}

/**
 * hip_report_layout_new:
 * @report: the figures
 * @paper: what it is laid out for
 * @with_days: whether pages with daily figures follow the first one
 * @progress: (nullable) (scope call): called now and then
 * @user_data: for @progress
 * @cancellable: (nullable): stops it
 * @error: return location, for %G_IO_ERROR_CANCELLED
 *
 * Lays a report out: the essentials on one page, whatever the log has, and if asked for a table of
 * days on as many as it needs. With days of decades that takes seconds: not for the main thread,
 * except in a program that has not initialised GTK.
 *
 * Returns: (transfer full) (nullable): the pages, or %NULL with @error set
 */
HipReportLayout *
hip_report_layout_new (HipReport *report,
                       HipReportPaper paper,
                       gboolean with_days,
                       HipReportProgress progress,
                       gpointer user_data,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (HipReportLayout) self = NULL;
  double width, height;

  g_return_val_if_fail (report != NULL, NULL);

  ensure_nodes ();
  self = g_atomic_rc_box_new0 (HipReportLayout);
  hip_report_paper_get_size (paper, &width, &height);
  self->report = hip_report_ref (report);
  self->paper = paper;
  self->pen = hip_report_pen_new (gtk_get_locale_direction ());
  self->width = width - 2 * HIP_REPORT_MARGIN;
  self->height = height - 2 * HIP_REPORT_MARGIN - FOOTER_HEIGHT;
  self->bodies = g_ptr_array_new ();
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) hip_report_block_free);
  lay_out_first_page (self);
  if (g_cancellable_set_error_if_cancelled (cancellable, error)
      || (with_days && !lay_out_days (self, progress, user_data, cancellable, error)))
    {
      g_ptr_array_set_free_func (self->bodies, (GDestroyNotify) hip_report_block_free);
      return NULL;
    }
  make_pages (self);

  return g_steal_pointer (&self);
}

/**
 * hip_report_layout_ref:
 * @self: a layout
 *
 * Returns: (transfer full): it
 */
HipReportLayout *
hip_report_layout_ref (HipReportLayout *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
layout_clear (HipReportLayout *self)
{
  hip_report_unref (self->report);
  g_ptr_array_unref (self->bodies);
  g_ptr_array_unref (self->pages);
  hip_report_pen_free (self->pen);
}

/**
 * hip_report_layout_unref:
 * @self: (transfer full): a layout
 */
void
hip_report_layout_unref (HipReportLayout *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) layout_clear);
}

/**
 * hip_report_layout_get_report:
 * @self: a layout
 *
 * Returns: (transfer none): its figures
 */
HipReport *
hip_report_layout_get_report (HipReportLayout *self)
{
  return self->report;
}

/**
 * hip_report_layout_get_paper:
 * @self: a layout
 *
 * Returns: what it is made for
 */
HipReportPaper
hip_report_layout_get_paper (HipReportLayout *self)
{
  return self->paper;
}

/**
 * hip_report_layout_get_n_pages:
 * @self: a layout
 *
 * Returns: how many pages there are, 1 or more
 */
guint
hip_report_layout_get_n_pages (HipReportLayout *self)
{
  return self->pages->len;
}

/**
 * hip_report_layout_get_page:
 * @self: a layout
 * @page: which, from 0
 *
 * Returns: (transfer none): what is on it, as large as the paper
 */
const HipReportBlock *
hip_report_layout_get_page (HipReportLayout *self, guint page)
{
  g_return_val_if_fail (page < self->pages->len, NULL);

  return g_ptr_array_index (self->pages, page);
}
