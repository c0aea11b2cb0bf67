// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-chart-private.h"

G_DEFINE_BOXED_TYPE (HipChart, hip_chart, hip_chart_ref, hip_chart_unref)

static void
layer_free (HipChartLayer *layer)
{
  g_free ((gpointer) layer->series.days);
  g_free ((gpointer) layer->series.values);
  g_free ((gpointer) layer->series.limits);
  g_free ((gpointer) layer->series.flags);
  g_free (layer->legend);
  g_free (layer);
}

static void
panel_free (HipChartPanelData *panel)
{
  g_free ((gpointer) panel->public.title);
  g_ptr_array_unref (panel->layers);
  g_free (panel);
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
  self->slots = g_array_new (FALSE, FALSE, sizeof (HipDay));
  self->slot_width = 1;

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

  g_ptr_array_unref (self->panels);
  g_array_unref (self->slots);
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
 * hip_chart_set_slots:
 * @self: a chart
 * @days: (array length=n): the first day of each slot, rising
 * @n: how many
 * @width: how many days a slot is wide
 *
 * Sets what a reader can select, by pointer or by keyboard: the weeks or days of the chart.
 */
void
hip_chart_set_slots (HipChart *self, const HipDay *days, gsize n, guint width)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (days != NULL || n == 0);

  g_array_set_size (self->slots, 0);
  if (n > 0)
    g_array_append_vals (self->slots, days, n);
  self->slot_width = MAX (width, 1);
}

/**
 * hip_chart_get_n_slots:
 * @self: a chart
 *
 * Returns: how many things can be selected in it
 */
gsize
hip_chart_get_n_slots (HipChart *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->slots->len;
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

static HipChartSeries
copy_series (const HipChartSeries *series)
{
  HipChartSeries copy = *series;

  copy.days = g_memdup2 (series->days, series->n * sizeof *series->days);
  copy.values = g_memdup2 (series->values, series->n * sizeof *series->values);
  copy.limits = g_memdup2 (series->limits, series->n * sizeof *series->limits);
  copy.flags = g_memdup2 (series->flags, series->n * sizeof *series->flags);
  copy.width = MAX (series->width, 1);

  return copy;
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
  g_return_val_if_fail (series->n == 0 || (series->days && series->values), NULL);

  data = g_ptr_array_index (self->panels, panel);
  layer = g_new0 (HipChartLayer, 1);
  layer->kind = kind;
  layer->tone = tone;
  layer->thickness = 1;
  layer->series = copy_series (series);
  layer->legend = g_strdup (legend);
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
