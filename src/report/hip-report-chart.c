// SPDX-License-Identifier: GPL-3.0-or-later
/* The chart of load and pain, in the colours of paper. */
#include "config.h"

#include "hip-report-chart.h"

#include <glib/gi18n.h>
#include <math.h>

#include "hip-chart-colors.h"
#include "hip-chart-layout.h"
#include "hip-load-pain-chart.h"

/* A chart is made for screens, whose pixels are coarser: it is laid out larger and made smaller,
 * all but its letters. */
#define SCALE 0.72

/* Its letters are smaller than the font by themselves. */
#define FONT_SIZE 8.8

/* Below this height a line with the warnings would leave too little of the rest. */
#define WARNINGS_MIN 160.0

/* What the data borrows. */
typedef struct
{
  HipDay *week_starts;
  double *week_metres;
  double *week_baselines;
  double *week_limits;
  gboolean *week_flagged;
  HipDay *days;
  HipDay *warning_days;
  double *warning_signs;
  const char *sign_labels[HIP_N_CHART_SIGNS];
} Arrays;

static void
arrays_clear (Arrays *self)
{
  g_free (self->week_starts);
  g_free (self->week_metres);
  g_free (self->week_baselines);
  g_free (self->week_limits);
  g_free (self->week_flagged);
  g_free (self->days);
  g_free (self->warning_days);
  g_free (self->warning_signs);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Arrays, arrays_clear)

static double
known (gint64 metres)
{
  return metres < 0 ? NAN : metres;
}

static void
fill_weeks (Arrays *self, HipLoadPainData *data, const HipWeekSeries *weeks)
{
  self->week_starts = g_new (HipDay, weeks->n);
  self->week_metres = g_new (double, weeks->n);
  self->week_baselines = g_new (double, weeks->n);
  self->week_limits = g_new (double, weeks->n);
  self->week_flagged = g_new (gboolean, weeks->n);
  for (guint i = 0; i < weeks->n; i++)
    {
      const HipWeek *week = &weeks->weeks[i];

      self->week_starts[i] = week->start;
      self->week_metres[i] = week->covered_days > 0 ? week->total_m : NAN;
      self->week_baselines[i] = known (week->baseline_m);
      self->week_limits[i] = known (week->limit_m);
      self->week_flagged[i] = week->limit_m >= 0 && week->total_m > week->limit_m;
    }
  data->n_weeks = weeks->n;
  data->week_starts = self->week_starts;
  data->week_metres = self->week_metres;
  data->week_baselines = self->week_baselines;
  data->week_limits = self->week_limits;
  data->week_flagged = self->week_flagged;
  data->from = weeks->weeks[0].start;
  data->to = weeks->weeks[weeks->n - 1].start + HIP_WEEK_DAYS - 1;
}

static void
fill_days (Arrays *self, HipLoadPainData *data, const HipDaySeries *days)
{
  self->days = g_new (HipDay, days->n);
  for (guint i = 0; i < days->n; i++)
    self->days[i] = days->from + (HipDay) i;
  data->n_days = days->n;
  data->days = self->days;
  data->left = days->pain_left;
  data->right = days->pain_right;
}

G_STATIC_ASSERT ((int) HIP_CHART_SIGN_TIP == (int) HIP_SEVERITY_TIP);
G_STATIC_ASSERT ((int) HIP_CHART_SIGN_URGENT == (int) HIP_SEVERITY_URGENT);

static void
fill_warnings (Arrays *self, HipLoadPainData *data, GPtrArray *warnings)
{
  self->warning_days = g_new (HipDay, warnings->len);
  self->warning_signs = g_new (double, warnings->len);
  for (guint i = 0; i < warnings->len; i++)
    {
      const HipWarning *warning = g_ptr_array_index (warnings, i);

      self->warning_days[i] = hip_warning_get_date (warning);
      self->warning_signs[i] = hip_warning_get_severity (warning);
    }
  for (int sign = 0; sign < HIP_N_CHART_SIGNS; sign++)
    self->sign_labels[sign] = hip_severity_get_label ((HipSeverity) sign);
  data->n_warnings = warnings->len;
  data->warning_days = self->warning_days;
  data->warning_signs = self->warning_signs;
  data->sign_labels = self->sign_labels;
}

static HipChart *
create_chart (const HipReport *report, gboolean with_warnings)
{
  g_auto (Arrays) arrays = { NULL };
  HipLoadPainData data = {
    .units = report->limits.units,
    .first_weekday = report->limits.first_weekday,
    .today = report->today,
  };

  fill_weeks (&arrays, &data, report->weeks);
  fill_days (&arrays, &data, report->days);
  if (with_warnings)
    fill_warnings (&arrays, &data, report->raised);

  return hip_load_pain_chart_new (&data);
}

static PangoContext *
create_context (HipReportPen *pen)
{
  PangoContext *context =
      pango_font_map_create_context (pango_context_get_font_map (hip_report_pen_get_context (pen)));
  g_autoptr (PangoFontDescription) font = pango_font_description_copy (
      pango_context_get_font_description (hip_report_pen_get_context (pen)));

  pango_font_description_set_size (font, (int) (FONT_SIZE / SCALE * PANGO_SCALE));
  pango_context_set_font_description (context, font);
  pango_context_set_base_dir (context,
                              pango_context_get_base_dir (hip_report_pen_get_context (pen)));
  pango_context_set_round_glyph_positions (context, FALSE);

  return context;
}

/**
 * hip_report_chart_new:
 * @report: the figures
 * @pen: what its texts are made with
 * @width: in points
 * @height: likewise
 *
 * Draws weekly distance, daily pain and warnings on one time axis, as lines and letters.
 *
 * Returns: (transfer full): the chart
 */
HipReportBlock *
hip_report_chart_new (const HipReport *report, HipReportPen *pen, double width, double height)
{
  HipReportBlock *block = hip_report_pen_new_block (pen, width);
  g_autoptr (HipChart) chart = create_chart (report, height >= WARNINGS_MIN);
  PangoContext *context = create_context (pen);
  g_autoptr (HipChartLayout) layout = hip_chart_layout_new (
      chart, context, width / SCALE, height / SCALE, hip_report_pen_get_direction (pen));
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  HipChartColors colors;
  GskRenderNode *node;

  g_object_unref (context);
  hip_chart_colors_init_for_paper (&colors);
  gtk_snapshot_scale (snapshot, SCALE, SCALE);
  hip_chart_layout_draw (layout, snapshot, &colors);
  node = gtk_snapshot_to_node (snapshot);
  if (node != NULL)
    hip_report_block_add_node (block, node, 0, 0);
  hip_report_block_set_height (block, height);
  hip_report_block_mark (block, HIP_REPORT_PART_CHART);

  return block;
}
