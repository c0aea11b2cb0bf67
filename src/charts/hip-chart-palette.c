// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-chart-palette.h"

#include <adwaita.h>

typedef enum
{
  SWATCH_ACCENT,
  SWATCH_BEYOND,
  SWATCH_ALERT,
  SWATCH_SUCCESS,
  SWATCH_WARNING,
  SWATCH_ERROR,
  SWATCH_SECOND,
  SWATCH_THIRD,
  SWATCH_FOURTH,
  N_SWATCHES,
} Swatch;

static const char *const swatch_classes[N_SWATCHES] = { "accent",  "beyond",  "alert",
                                                        "success", "warning", "error",
                                                        "second",  "third",   "fourth" };

/* Areas are filled with what Adwaita fills buttons and banners with. The application's own
 * style sheet comes after this one. */
static const char default_style[] =
    "swatch.accent { color: var(--accent-bg-color); }"
    "swatch.beyond { color: var(--warning-bg-color); }"
    "swatch.alert { color: var(--error-bg-color); }"
    "swatch.second { color: oklab(from var(--accent-purple) var(--standalone-color-oklab)); }"
    "swatch.third { color: oklab(from var(--accent-orange) var(--standalone-color-oklab)); }"
    "swatch.fourth { color: oklab(from var(--accent-teal) var(--standalone-color-oklab)); }"
    "chart > tooltip.background { background-color: rgb(36 36 40); color: white; }";

struct _HipChartPalette
{
  GtkWidget *widget;               /* borrowed: the parent, which owns this */
  GtkWidget *swatches[N_SWATCHES]; /* (owned) */
};

static void
ensure_style (GdkDisplay *display)
{
  static const char key[] = "hip-chart-style";
  GtkCssProvider *provider;

  if (g_object_get_data (G_OBJECT (display), key) != NULL)
    return;

  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_string (provider, default_style);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_SETTINGS);
  g_object_set_data_full (G_OBJECT (display), key, provider, g_object_unref);
}

static GtkWidget *
create_swatch (const char *style_class)
{
  const char *const classes[] = { style_class, NULL };

  return g_object_new (GTK_TYPE_BOX, "css-name", "swatch", "css-classes", classes, "can-target",
                       FALSE, "accessible-role", GTK_ACCESSIBLE_ROLE_NONE, NULL);
}

/**
 * hip_chart_palette_new:
 * @widget: the widget to be coloured
 *
 * Gives @widget its swatches. They are children that take no room: the widget need not (and
 * should not) allocate them, but must free the palette in dispose.
 *
 * Returns: (transfer full): a palette
 */
HipChartPalette *
hip_chart_palette_new (GtkWidget *widget)
{
  HipChartPalette *self;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  self = g_new0 (HipChartPalette, 1);
  self->widget = widget;
  ensure_style (gtk_widget_get_display (widget));
  for (int i = 0; i < N_SWATCHES; i++)
    {
      self->swatches[i] = create_swatch (swatch_classes[i]);
      gtk_widget_set_parent (self->swatches[i], widget);
    }

  return self;
}

/**
 * hip_chart_palette_free:
 * @self: (transfer full): a palette
 *
 * Takes the swatches from the widget.
 */
void
hip_chart_palette_free (HipChartPalette *self)
{
  g_return_if_fail (self != NULL);

  for (int i = 0; i < N_SWATCHES; i++)
    gtk_widget_unparent (self->swatches[i]);
  g_free (self);
}

static GdkRGBA
with_opacity (GdkRGBA color, float opacity)
{
  color.alpha *= opacity;

  return color;
}

/**
 * hip_chart_palette_resolve:
 * @self: a palette
 * @colors: (out caller-allocates): what to fill
 *
 * Reads the colours as they are now. Cheap enough for every frame.
 */
void
hip_chart_palette_resolve (HipChartPalette *self, HipChartColors *colors)
{
  gboolean high_contrast;

  g_return_if_fail (self != NULL && colors != NULL);

  high_contrast = adw_style_manager_get_high_contrast (
      adw_style_manager_get_for_display (gtk_widget_get_display (self->widget)));

  gtk_widget_get_color (self->widget, &colors->foreground);
  gtk_widget_get_color (self->swatches[SWATCH_ACCENT], &colors->accent);
  gtk_widget_get_color (self->swatches[SWATCH_BEYOND], &colors->beyond);
  gtk_widget_get_color (self->swatches[SWATCH_ALERT], &colors->alert);
  gtk_widget_get_color (self->swatches[SWATCH_SUCCESS], &colors->success);
  gtk_widget_get_color (self->swatches[SWATCH_WARNING], &colors->warning);
  gtk_widget_get_color (self->swatches[SWATCH_ERROR], &colors->error);
  gtk_widget_get_color (self->swatches[SWATCH_SECOND], &colors->second);
  gtk_widget_get_color (self->swatches[SWATCH_THIRD], &colors->third);
  gtk_widget_get_color (self->swatches[SWATCH_FOURTH], &colors->fourth);

  /* Adwaita's own dimming, 55 %, is for what need not be read; figures keep 4.5:1. */
  colors->dim = with_opacity (colors->foreground, high_contrast ? 0.95 : 0.75);
  colors->grid = with_opacity (colors->foreground, high_contrast ? 0.35 : 0.15);
  colors->zone_opacity = high_contrast ? 0.2 : 0.1;
}
