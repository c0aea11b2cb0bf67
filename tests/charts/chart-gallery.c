// SPDX-License-Identifier: GPL-3.0-or-later
/* Shows every chart with made-up figures: to be looked at, not a test.
 *
 *   chart-gallery [--width N] [--rtl] [--select N] [--weeks N] [--text PERCENT]
 *                 [--screenshot FILE] */
#include "config.h"

#include "hip-chart-view.h"
#include "hip-distance-bar.h"
#include "hip-load-pain-chart.h"
#include "hip-week-chart.h"

#include <adwaita.h>
#include <math.h>

typedef struct
{
  int width;
  int select;
  int n_weeks;
  int text;
  gboolean rtl;
  gboolean dark;
  char *screenshot;

  HipLoadPainData data;
  HipWeekChartData week;
  GMainLoop *loop;
  GtkWidget *window;
} Gallery;

/* A runner who builds up, overdoes it once, and feels it. */
static void
make_weeks (Gallery *self)
{
  int n = self->n_weeks;
  HipDay *starts = g_new (HipDay, n);
  double *metres = g_new (double, n);
  double *baselines = g_new (double, n);
  double *limits = g_new (double, n);
  gboolean *flagged = g_new0 (gboolean, n);
  HipDay first = hip_day_from_ymd (2026, 9, 7) - 7 * (n - 12);

  for (int i = 0; i < n; i++)
    {
      double top = NAN;

      starts[i] = first + 7 * i;
      metres[i] = 24000 + 9000 * sin (i * 0.35) + (i * 7919) % 5000 - (i % 4 == 3 ? 9000 : 0);
      if (i % 12 == 8)
        metres[i] = 46300;
      if (i == n - 1)
        metres[i] = 11200;
      for (int j = MAX (0, i - 4); j < i; j++)
        top = fmax (top, metres[j]);
      baselines[i] = i >= 2 ? top : NAN;
      limits[i] = 1.1 * baselines[i];
      flagged[i] = metres[i] > limits[i];
    }

  self->data.n_weeks = n;
  self->data.week_starts = starts;
  self->data.week_metres = metres;
  self->data.week_baselines = baselines;
  self->data.week_limits = limits;
  self->data.week_flagged = flagged;
  self->data.from = first;
  self->data.to = first + 7 * n - 1;
  self->data.today = self->data.to - 3;
}

static void
make_days (Gallery *self)
{
  int n = 7 * self->n_weeks - 3;
  HipDay *days = g_new (HipDay, n);
  double *left = g_new (double, n);
  double *right = g_new (double, n);

  for (int i = 0; i < n; i++)
    {
      double ache = 1 + 1.2 * sin (i * 0.21) + (i / 7 % 12 >= 8 ? 3.2 : 0);

      days[i] = self->data.from + i;
      left[i] = CLAMP (round (ache + (i * 31) % 3 - 1), 0, 10);
      right[i] = CLAMP (round (ache * 0.5 + (i * 17) % 2), 0, 10);
      if (i % 19 > 15)
        left[i] = right[i] = NAN;
    }

  self->data.n_days = n;
  self->data.days = days;
  self->data.left = left;
  self->data.right = right;
}

static char *
name_warning (gsize index, gpointer user_data)
{
  return g_strdup ("something that a rule has to say, in a sentence");
}

static void
make_warnings (Gallery *self)
{
  static const char *const labels[] = { "Tip", "Note", "Caution", "Warning", "Urgent" };
  gsize n = self->n_weeks;
  HipDay *days = g_new (HipDay, n);
  double *signs = g_new (double, n);

  for (gsize i = 0; i < n; i++)
    {
      days[i] = self->data.from + 7 * (HipDay) i + (HipDay) (i * 31 % 7);
      signs[i] = (double) (i * i * 7 % 31 % 5);
    }

  self->data.n_warnings = n;
  self->data.warning_days = days;
  self->data.warning_signs = signs;
  self->data.sign_labels = labels;
  self->data.warning_title = name_warning;
}

static void
make_figures (Gallery *self)
{
  self->data.units = HIP_UNITS_KM;
  self->data.first_weekday = G_DATE_MONDAY;
  make_weeks (self);
  make_days (self);
  make_warnings (self);
  self->week = (HipWeekChartData) {
    .units = HIP_UNITS_KM,
    .week_start = self->data.to - 6,
    .today = self->data.today,
    .metres = { 0, 6200, 0, 5000, NAN, NAN, NAN },
    .last_metres = { 5100, 0, 8000, 0, 5500, 0, 14000 },
    .pain = { 2, 4, NAN, 6, NAN, NAN, NAN },
  };
}

static char *
describe_week (guint index, gpointer user_data)
{
  return hip_load_pain_chart_describe_week (user_data, index);
}

static char *
describe_day (guint index, gpointer user_data)
{
  return hip_week_chart_describe_day (user_data, index);
}

static GtkWidget *
create_card (const char *title, GtkWidget *content)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *label = gtk_label_new (title);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (label, "heading");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_top (label, 18);
  gtk_widget_set_margin_start (label, 18);
  gtk_widget_set_margin_end (label, 18);
  gtk_widget_set_margin_start (content, 18);
  gtk_widget_set_margin_end (content, 18);
  gtk_widget_set_margin_bottom (content, 18);
  gtk_box_append (GTK_BOX (card), label);
  gtk_box_append (GTK_BOX (card), content);

  return card;
}

static GtkWidget *
create_trend (Gallery *self)
{
  g_autoptr (HipChart) chart = hip_load_pain_chart_new (&self->data);
  g_autofree char *description = hip_load_pain_chart_describe (&self->data);
  GtkWidget *view = hip_chart_view_new ();

  hip_chart_view_set_chart (HIP_CHART_VIEW (view), chart);
  hip_chart_view_set_label (HIP_CHART_VIEW (view), "Load and pain");
  hip_chart_view_set_description (HIP_CHART_VIEW (view), description);
  hip_chart_view_set_detail_func (HIP_CHART_VIEW (view), describe_week, &self->data, NULL);
  hip_chart_view_set_selected (HIP_CHART_VIEW (view), self->select);
  gtk_widget_set_size_request (view, -1, 400);
  g_print ("%s\n", description);

  return create_card ("Load and pain", view);
}

static GtkWidget *
create_week (Gallery *self)
{
  g_autoptr (HipChart) chart = hip_week_chart_new (&self->week);
  g_autofree char *description = hip_week_chart_describe (&self->week);
  GtkWidget *view = hip_chart_view_new ();

  hip_chart_view_set_chart (HIP_CHART_VIEW (view), chart);
  hip_chart_view_set_label (HIP_CHART_VIEW (view), "This week");
  hip_chart_view_set_description (HIP_CHART_VIEW (view), description);
  hip_chart_view_set_detail_func (HIP_CHART_VIEW (view), describe_day, &self->week, NULL);
  hip_chart_view_set_selected (HIP_CHART_VIEW (view), MIN (self->select, 3));
  g_print ("%s\n", description);

  return create_card ("This week", view);
}

static GtkWidget *
create_bars (void)
{
  static const struct
  {
    double value;
    HipBarLevel level;
  } shoes[] = {
    { 0, HIP_BAR_LEVEL_NORMAL },
    { 120, HIP_BAR_LEVEL_NORMAL },
    { 505, HIP_BAR_LEVEL_NOTE },
    { 843, HIP_BAR_LEVEL_CAUTION },
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  for (gsize i = 0; i < G_N_ELEMENTS (shoes); i++)
    {
      GtkWidget *bar =
          g_object_new (HIP_TYPE_DISTANCE_BAR, "maximum", 960.0, "value", shoes[i].value, "level",
                        shoes[i].level, "first-mark", 480.0, "second-mark", 800.0, NULL);

      gtk_box_append (GTK_BOX (box), bar);
    }

  return create_card ("Shoes", box);
}

static void
save_picture (Gallery *self)
{
  GtkWidget *content = adw_window_get_content (ADW_WINDOW (self->window));
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (self->window);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (self->window));
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  g_assert (content != NULL);
  gdk_paintable_snapshot (paintable, snapshot, gdk_paintable_get_intrinsic_width (paintable),
                          gdk_paintable_get_intrinsic_height (paintable));
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (renderer, node, NULL);
  gdk_texture_save_to_png (texture, self->screenshot);
}

static gboolean
picture_cb (gpointer user_data)
{
  Gallery *self = user_data;

  save_picture (self);
  g_main_loop_quit (self->loop);

  return G_SOURCE_REMOVE;
}

static gboolean
close_cb (Gallery *self)
{
  g_main_loop_quit (self->loop);

  return FALSE;
}

static void
create_window (Gallery *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_box_append (GTK_BOX (box), create_trend (self));
  gtk_box_append (GTK_BOX (box), create_week (self));
  gtk_box_append (GTK_BOX (box), create_bars ());
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);

  self->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), self->width, 860);
  adw_window_set_content (ADW_WINDOW (self->window), scrolled);
  g_signal_connect_swapped (self->window, "close-request", G_CALLBACK (close_cb), self);
  gtk_window_present (GTK_WINDOW (self->window));
}

int
main (int argc, char *argv[])
{
  Gallery self = { .width = 720, .select = -1, .n_weeks = 12, .text = 100 };
  const GOptionEntry entries[] = {
    { "width", 0, 0, G_OPTION_ARG_INT, &self.width, "Window width", "N" },
    { "select", 0, 0, G_OPTION_ARG_INT, &self.select, "Selected week", "N" },
    { "weeks", 0, 0, G_OPTION_ARG_INT, &self.n_weeks, "Number of weeks", "N" },
    { "text", 0, 0, G_OPTION_ARG_INT, &self.text, "Text size", "PERCENT" },
    { "rtl", 0, 0, G_OPTION_ARG_NONE, &self.rtl, "From right to left", NULL },
    { "dark", 0, 0, G_OPTION_ARG_NONE, &self.dark, "Dark style", NULL },
    { "screenshot", 0, 0, G_OPTION_ARG_FILENAME, &self.screenshot, "Save and quit", "FILE" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    g_error ("%s", error->message);

  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024 * self.text / 100, NULL);
  if (self.rtl)
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  if (self.dark)
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                        ADW_COLOR_SCHEME_FORCE_DARK);
  make_figures (&self);
  create_window (&self);

  self.loop = g_main_loop_new (NULL, FALSE);
  if (self.screenshot != NULL)
    g_timeout_add (500, picture_cb, &self);
  g_main_loop_run (self.loop);

  return 0;
}
