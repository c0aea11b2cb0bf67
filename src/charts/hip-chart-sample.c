// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-chart-sample.h"

#include "hip-chart-layers.h"
#include "hip-chart-palette.h"

#define WIDTH  16
#define HEIGHT 14

/**
 * HipChartSample:
 *
 * What one entry of a chart's legend looks like in it. It says nothing to assistive technology:
 * its name stands beside it.
 */
struct _HipChartSample
{
  GtkWidget parent_instance;

  HipChart *chart; /* (owned) */
  guint key;
  HipChartPalette *palette; /* (owned) */
};

G_DEFINE_FINAL_TYPE (HipChartSample, hip_chart_sample, GTK_TYPE_WIDGET)

static void
hip_chart_sample_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HipChartSample *self = HIP_CHART_SAMPLE (widget);
  g_autoptr (HipChartPicture) picture =
                hip_chart_picture_new (gtk_widget_get_pango_context (widget));
  HipChartColors colors = { 0 };

  if (self->key >= self->chart->keys->len)
    return;

  hip_chart_palette_resolve (self->palette, &colors);
  hip_chart_layer_sample (self->chart->keys->pdata[self->key], picture, 1,
                          gtk_widget_get_height (widget) / 2.0, WIDTH - 2);
  hip_chart_picture_draw (picture, snapshot, &colors);
}

static void
hip_chart_sample_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
hip_chart_sample_dispose (GObject *object)
{
  HipChartSample *self = HIP_CHART_SAMPLE (object);

  g_clear_pointer (&self->palette, hip_chart_palette_free);
  g_clear_pointer (&self->chart, hip_chart_unref);

  G_OBJECT_CLASS (hip_chart_sample_parent_class)->dispose (object);
}

static void
hip_chart_sample_class_init (HipChartSampleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hip_chart_sample_dispose;
  widget_class->snapshot = hip_chart_sample_snapshot;
  widget_class->measure = hip_chart_sample_measure;
  gtk_widget_class_set_css_name (widget_class, "chartsample");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
hip_chart_sample_init (HipChartSample *self)
{
  self->palette = hip_chart_palette_new (GTK_WIDGET (self));
}

/**
 * hip_chart_sample_new:
 * @chart: a chart
 * @key: an entry of its legend
 *
 * Returns: (transfer floating): the sample
 */
GtkWidget *
hip_chart_sample_new (HipChart *chart, guint key)
{
  HipChartSample *self;

  g_return_val_if_fail (chart != NULL, NULL);

  self = g_object_new (HIP_TYPE_CHART_SAMPLE, NULL);
  self->chart = hip_chart_ref (chart);
  self->key = key;

  return GTK_WIDGET (self);
}
