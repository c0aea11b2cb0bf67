// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-chart-private.h"

G_DEFINE_BOXED_TYPE (HipChart, hip_chart, hip_chart_ref, hip_chart_unref)

static void
series_clear (HipChartSeries *series)
{
  g_free ((gpointer) series->days);
  g_free ((gpointer) series->xs);
  g_free ((gpointer) series->values);
  g_free ((gpointer) series->limits);
  g_free ((gpointer) series->flags);
}

static void
layer_free (HipChartLayer *layer)
{
  g_clear_pointer (&layer->extremes, hip_extremes_free);
  series_clear (&layer->series);
  g_free (layer->legend);
  g_free (layer);
}

static void
panel_free (HipChartPanelData *panel)
{
  g_free ((gpointer) panel->public.title);
  g_strfreev ((char **) panel->public.weekdays);
  g_ptr_array_unref (panel->layers);
  g_free (panel);
}

static void
row_free (HipChartRow *row)
{
  series_clear (&row->series);
  g_free (row);
}

/**
 * hip_chart_new:
 * @time: the time axis that all panels share
 *
 * Returns: (transfer full): a chart without panels
 */
HipChart *
hip_chart_new (HipTimeScale time)
{
  HipChart *self = g_new0 (HipChart, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->time = time;
  self->minimum_width = 240;
  self->minimum_height = 180;
  self->panels = g_ptr_array_new_with_free_func ((GDestroyNotify) panel_free);
  self->keys = g_ptr_array_new ();
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);

  return self;
}

/**
 * hip_chart_new_by_value:
 * @across: the x scale
 * @format: its labels
 * @title: what is measured across and in which unit
 *
 * Makes a chart of one value against another, without time.
 *
 * Returns: (transfer full): a chart without panels
 */
HipChart *
hip_chart_new_by_value (HipScale across, HipChartValueFormat format, const char *title)
{
  HipChart *self;

  g_return_val_if_fail (format != NULL, NULL);

  self = hip_chart_new (hip_time_scale_new (HIP_DAY_NONE, HIP_DAY_NONE, G_DATE_MONDAY));
  self->by_value = TRUE;
  self->across = across;
  self->across_format = format;
  self->across_title = g_strdup (title);

  return self;
}

/**
 * hip_chart_ref:
 * @self: a chart
 *
 * Returns: (transfer full): the same chart
 */
HipChart *
hip_chart_ref (HipChart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * hip_chart_unref:
 * @self: (transfer full): a chart
 */
void
hip_chart_unref (HipChart *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  if (self->words_destroy != NULL)
    self->words_destroy (self->words_data);
  g_ptr_array_unref (self->panels);
  g_ptr_array_unref (self->keys);
  g_ptr_array_unref (self->rows);
  g_free (self->across_title);
  g_free (self->label);
  g_free (self);
}

/**
 * hip_chart_set_minimum_size:
 * @self: a chart
 * @width: in pixels of a normal screen
 * @height: the same
 *
 * Sets how small a widget may get before the chart cannot be read; 240 × 180 at first.
 */
void
hip_chart_set_minimum_size (HipChart *self, int width, int height)
{
  g_return_if_fail (self != NULL);

  self->minimum_width = width;
  self->minimum_height = height;
}

/**
 * hip_chart_get_minimum_size:
 * @self: a chart
 * @width: (out) (optional): in pixels
 * @height: (out) (optional): in pixels
 */
void
hip_chart_get_minimum_size (HipChart *self, int *width, int *height)
{
  g_return_if_fail (self != NULL);

  if (width != NULL)
    *width = self->minimum_width;
  if (height != NULL)
    *height = self->minimum_height;
}

/**
 * hip_chart_get_time_scale:
 * @self: a chart
 *
 * Returns: its time axis
 */
HipTimeScale
hip_chart_get_time_scale (HipChart *self)
{
  g_return_val_if_fail (self != NULL,
                        hip_time_scale_new (HIP_DAY_NONE, HIP_DAY_NONE, G_DATE_MONDAY));

  return self->time;
}

/**
 * hip_chart_has_time:
 * @self: a chart
 *
 * Returns: whether its x axis is time
 */
gboolean
hip_chart_has_time (HipChart *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return !self->by_value;
}

/**
 * hip_chart_add_panel:
 * @self: a chart
 * @panel: what it is like; copied
 *
 * Adds a panel under those it has.
 *
 * Returns: its number, for the layers
 */
guint
hip_chart_add_panel (HipChart *self, const HipChartPanel *panel)
{
  HipChartPanelData *copy;

  g_return_val_if_fail (self != NULL && panel != NULL, 0);

  copy = g_new0 (HipChartPanelData, 1);
  copy->public = *panel;
  copy->public.title = g_strdup (panel->title);
  copy->public.weekdays = (const char *const *) g_strdupv ((char **) panel->weekdays);
  copy->layers = g_ptr_array_new_with_free_func ((GDestroyNotify) layer_free);
  if (panel->zones != NULL)
    {
      copy->zones[0] = panel->zones[0];
      copy->zones[1] = panel->zones[1];
      copy->public.zones = copy->zones;
    }
  g_ptr_array_add (self->panels, copy);

  return self->panels->len - 1;
}

/* (transfer full): the arrays */
static HipChartSeries
copy_series (const HipChartSeries *series)
{
  HipChartSeries copy = *series;

  copy.days = g_memdup2 (series->days, series->n * sizeof *series->days);
  copy.xs = g_memdup2 (series->xs, series->n * sizeof *series->xs);
  copy.values = g_memdup2 (series->values, series->n * sizeof *series->values);
  copy.limits = g_memdup2 (series->limits, series->n * sizeof *series->limits);
  copy.flags = g_memdup2 (series->flags, series->n * sizeof *series->flags);
  copy.width = MAX (series->width, 1);

  return copy;
}

/* What has no name in the legend belongs to the layer before it in its panel. */
static void
give_key (HipChart *self, HipChartPanelData *panel, HipChartLayer *layer)
{
  layer->key = -1;
  if (layer->legend != NULL)
    {
      layer->key = (int) self->keys->len;
      g_ptr_array_add (self->keys, layer);
    }
  else if (panel->layers->len > 0)
    {
      layer->key = ((HipChartLayer *) panel->layers->pdata[panel->layers->len - 1])->key;
    }
}

static HipChartLayer *
add_layer (HipChart *self,
           guint panel,
           HipChartLayerKind kind,
           HipChartTone tone,
           const HipChartSeries *series,
           const char *legend)
{
  HipChartPanelData *data;
  HipChartLayer *layer;

  g_return_val_if_fail (self != NULL && panel < self->panels->len, NULL);
  g_return_val_if_fail (series != NULL, NULL);
  g_return_val_if_fail (series->n == 0 || ((series->days || series->xs) && series->values), NULL);

  data = g_ptr_array_index (self->panels, panel);
  layer = g_new0 (HipChartLayer, 1);
  layer->kind = kind;
  layer->tone = tone;
  layer->thickness = 1;
  layer->series = copy_series (series);
  layer->extremes = hip_extremes_new (layer->series.values, layer->series.n);
  layer->legend = g_strdup (legend);
  give_key (self, data, layer);
  g_ptr_array_add (data->layers, layer);

  return layer;
}

/**
 * hip_chart_add_columns:
 * @self: a chart
 * @panel: a panel's number
 * @tone: its colour
 * @thickness: how much of its days a column fills, 0 to 1
 * @series: the values; copied
 * @legend: (nullable): its name in the legend
 *
 * Adds columns from zero upwards. What a flagged one has above its limit is drawn in
 * %HIP_CHART_TONE_BEYOND.
 */
void
hip_chart_add_columns (HipChart *self,
                       guint panel,
                       HipChartTone tone,
                       double thickness,
                       const HipChartSeries *series,
                       const char *legend)
{
  HipChartLayer *layer = add_layer (self, panel, HIP_CHART_LAYER_COLUMNS, tone, series, legend);

  if (layer != NULL)
    layer->thickness = CLAMP (thickness, 0.05, 1);
}

/**
 * hip_chart_add_marks:
 * @self: a chart
 * @panel: a panel's number
 * @tone: its colour; a baseline is dotted
 * @series: the values; copied
 * @legend: (nullable): its name in the legend
 *
 * Adds a short level line across each value's days; where there is no room for separate
 * ones, a stepped line.
 */
void
hip_chart_add_marks (HipChart *self,
                     guint panel,
                     HipChartTone tone,
                     const HipChartSeries *series,
                     const char *legend)
{
  add_layer (self, panel, HIP_CHART_LAYER_MARKS, tone, series, legend);
}

/**
 * hip_chart_add_line:
 * @self: a chart
 * @panel: a panel's number
 * @tone: its colour
 * @series: the values; copied; the line is broken at NAN
 * @legend: (nullable): its name in the legend
 *
 * Adds a line through the middle of each value's days.
 */
void
hip_chart_add_line (HipChart *self,
                    guint panel,
                    HipChartTone tone,
                    const HipChartSeries *series,
                    const char *legend)
{
  add_layer (self, panel, HIP_CHART_LAYER_LINE, tone, series, legend);
}

/**
 * hip_chart_add_steps:
 * @self: a chart
 * @panel: a panel's number
 * @tone: its colour
 * @filled: whether what is below is tinted, in place of a line above
 * @series: the values; copied
 * @legend: (nullable): its name in the legend
 *
 * Adds a stepped line that is level across each value's days.
 */
void
hip_chart_add_steps (HipChart *self,
                     guint panel,
                     HipChartTone tone,
                     gboolean filled,
                     const HipChartSeries *series,
                     const char *legend)
{
  add_layer (self, panel, filled ? HIP_CHART_LAYER_AREA : HIP_CHART_LAYER_STEPS, tone, series,
             legend);
}

/**
 * hip_chart_add_patterned_line:
 * @self: a chart
 * @panel: a panel's number
 * @tone: its colour
 * @pattern: what tells it from others where colours do not
 * @series: the values; copied; the line is broken at NAN
 * @legend: (nullable): its name in the legend
 *
 * Adds a line like [method@Chart.add_line].
 */
void
hip_chart_add_patterned_line (HipChart *self,
                              guint panel,
                              HipChartTone tone,
                              HipChartPattern pattern,
                              const HipChartSeries *series,
                              const char *legend)
{
  HipChartLayer *layer = add_layer (self, panel, HIP_CHART_LAYER_LINE, tone, series, legend);

  if (layer != NULL)
    layer->pattern = pattern;
}

/**
 * hip_chart_add_dots:
 * @self: a chart
 * @panel: a panel's number
 * @tone: its colour; %HIP_CHART_TONE_PAIN for that of each value's zone
 * @shape: how they look
 * @series: the values; copied
 * @legend: (nullable): its name in the legend
 *
 * Adds a dot in the middle of each value's days. Left out where days are too narrow to tell
 * dots apart.
 */
void
hip_chart_add_dots (HipChart *self,
                    guint panel,
                    HipChartTone tone,
                    HipChartShape shape,
                    const HipChartSeries *series,
                    const char *legend)
{
  HipChartLayer *layer = add_layer (self, panel, HIP_CHART_LAYER_DOTS, tone, series, legend);

  if (layer != NULL)
    layer->shape = shape;
}

/**
 * hip_chart_add_stems:
 * @self: a chart
 * @panel: a panel's number
 * @tone: their colour
 * @series: the values; copied; what a flagged one has above its limit, or all of it without one,
 *   is in %HIP_CHART_TONE_BEYOND
 * @legend: (nullable): its name in the legend
 *
 * Adds a thin line from zero to each value, with a dot on it where there is room for dots.
 */
void
hip_chart_add_stems (HipChart *self,
                     guint panel,
                     HipChartTone tone,
                     const HipChartSeries *series,
                     const char *legend)
{
  add_layer (self, panel, HIP_CHART_LAYER_STEMS, tone, series, legend);
}

/* A value a week for one weekday; days that are not in @series lie in no cell. */
static void
add_cell_row (HipChart *self,
              guint panel,
              guint row,
              const HipChartSeries *series,
              const char *legend)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (HipDay));
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
  HipChartSeries part = { .width = 7 };
  HipChartLayer *layer;

  for (gsize i = 0; i < series->n; i++)
    {
      HipDay week = hip_day_get_week_start (series->days[i], self->time.first_weekday);

      if (series->days[i] - week != (HipDay) row)
        continue;
      g_array_append_val (days, week);
      g_array_append_val (values, series->values[i]);
    }
  part.n = days->len;
  part.days = (const HipDay *) days->data;
  part.values = (const double *) values->data;
  layer = add_layer (self, panel, HIP_CHART_LAYER_CELLS, HIP_CHART_TONE_PAIN, &part, legend);
  if (layer != NULL)
    layer->row = row;
}

/**
 * hip_chart_add_cells:
 * @self: a chart
 * @panel: a panel's number; its scale is one of weekdays
 * @series: a pain score for each day; copied
 * @legend: (nullable): its name in the legend
 *
 * Adds a calendar: a column for each week, and in it a cell for each day with a score.
 */
void
hip_chart_add_cells (HipChart *self, guint panel, const HipChartSeries *series, const char *legend)
{
  g_return_if_fail (self != NULL && series != NULL);

  for (guint row = 0; row < 7; row++)
    add_cell_row (self, panel, row, series, row == 0 ? legend : NULL);
}

/**
 * hip_chart_add_cell_marks:
 * @self: a chart
 * @panel: a panel's number
 * @tone: their colour
 * @shape: how they look: a ring stands in the lower outer corner, all else in the upper one
 * @series: the days, with any values; copied
 * @legend: (nullable): its name in the legend
 *
 * Adds small marks to the cells of some days.
 */
void
hip_chart_add_cell_marks (HipChart *self,
                          guint panel,
                          HipChartTone tone,
                          HipChartShape shape,
                          const HipChartSeries *series,
                          const char *legend)
{
  HipChartLayer *layer = add_layer (self, panel, HIP_CHART_LAYER_CELL_MARKS, tone, series, legend);

  if (layer != NULL)
    layer->shape = shape;
}

/**
 * hip_chart_add_level:
 * @self: a chart
 * @panel: a panel's number
 * @tone: its colour
 * @value: where it is
 * @label: (nullable): what it is; written along the line
 *
 * Adds a line across the whole panel.
 */
void
hip_chart_add_level (HipChart *self,
                     guint panel,
                     HipChartTone tone,
                     double value,
                     const char *label)
{
  const HipChartSeries none = { 0 };
  HipChartLayer *layer = add_layer (self, panel, HIP_CHART_LAYER_LEVEL, tone, &none, NULL);

  if (layer == NULL)
    return;

  layer->level = value;
  layer->key = -1;
  layer->legend = g_strdup (label);
}

/**
 * hip_chart_add_slots:
 * @self: a chart
 * @panel: where they are, or %HIP_CHART_ALL_PANELS
 * @shape: what they cover
 * @series: where each is; copied; bands, cells and signs need no values
 *
 * Adds more of what a reader can select, by pointer or by keyboard. They are numbered on from those
 * before; up and down lead from one kind to the next.
 *
 * Returns: the number of the first
 */
gsize
hip_chart_add_slots (HipChart *self,
                     guint panel,
                     HipChartSlotShape shape,
                     const HipChartSeries *series)
{
  HipChartRow *row;

  g_return_val_if_fail (self != NULL && series != NULL, 0);
  g_return_val_if_fail (series->n == 0 || series->days != NULL || series->xs != NULL, 0);

  row = g_new0 (HipChartRow, 1);
  row->panel = panel;
  row->shape = shape;
  row->series = copy_series (series);
  row->first = hip_chart_get_n_slots (self);
  g_ptr_array_add (self->rows, row);

  return row->first;
}

/**
 * hip_chart_set_slots:
 * @self: a chart
 * @days: (array length=n): the first day of each slot, rising
 * @n: how many
 * @width: how many days a slot is wide
 *
 * Sets what a reader can select: the weeks or days of the chart, and nothing else.
 */
void
hip_chart_set_slots (HipChart *self, const HipDay *days, gsize n, guint width)
{
  const HipChartSeries series = { .days = days, .n = n, .width = width };

  g_return_if_fail (self != NULL);
  g_return_if_fail (days != NULL || n == 0);

  g_ptr_array_set_size (self->rows, 0);
  if (n > 0)
    hip_chart_add_slots (self, HIP_CHART_ALL_PANELS, HIP_CHART_SLOT_BAND, &series);
}

static gboolean
has_value (const HipChartSeries *series, double value)
{
  for (gsize i = 0; i < series->n; i++)
    if (series->values[i] == value)
      return TRUE;

  return FALSE;
}

/**
 * hip_chart_add_signs:
 * @self: a chart
 * @panel: a panel's number
 * @series: a [enum@ChartSign] for each day; copied
 * @legends: (array fixed-size=5): the names of the signs in the legend
 *
 * Adds a row of signs in the middle of the panel, each where its day is. Where days have no room
 * for one each, weeks get one, or as many weeks as it takes: the most serious of theirs. The
 * legend has those that occur.
 */
void
hip_chart_add_signs (HipChart *self,
                     guint panel,
                     const HipChartSeries *series,
                     const char *const *legends)
{
  const HipChartSeries none = { 0 };

  g_return_if_fail (series != NULL && legends != NULL);

  add_layer (self, panel, HIP_CHART_LAYER_SIGNS, HIP_CHART_TONE_LIMIT, series, NULL);
  for (int sign = HIP_N_CHART_SIGNS - 1; sign >= 0; sign--)
    if (has_value (series, sign))
      {
        HipChartLayer *layer = add_layer (self, panel, HIP_CHART_LAYER_SIGNS, HIP_CHART_TONE_LIMIT,
                                          &none, legends[sign]);

        if (layer != NULL)
          layer->sign = (HipChartSign) sign;
      }
}
