// SPDX-License-Identifier: GPL-3.0-or-later
/* Shows every chart of a made-up log: to be looked at, not a test.
 *
 *   chart-gallery [--width N] [--rtl] [--dark] [--contrast] [--text PERCENT] [--years N]
 *                 [--shown DAYS] [--select N] [--delay MILLISECONDS] [--screenshot FILE]
 *                 [--pictures FOLDER] [--log usual|one|zero|huge] */
#include "config.h"

#include <locale.h>
#include <math.h>

#include "hip-app-resources.h"
#include "hip-calendar-chart.h"
#include "hip-chart-card.h"
#include "hip-chart-export.h"
#include "hip-distance-bar.h"
#include "hip-distance-chart.h"
#include "hip-lag-chart.h"
#include "hip-link-chart.h"
#include "hip-ratio-chart.h"
#include "hip-runs-chart.h"
#include "hip-shoes-chart.h"
#include "hip-test-log.h"
#include "hip-week-chart.h"

#define TODAY "2026-06-12"

typedef struct
{
  int width;
  int height;
  int text;
  int years;
  int shown;
  int select;
  int delay;
  gboolean rtl;
  gboolean dark;
  gboolean contrast;
  char *screenshot;
  char *folder;
  char *kind;

  HipTrends *trends;
  HipTimeAxis *axis;
  GMainLoop *loop;
  GtkWidget *window;
} Gallery;

static const struct
{
  const char *title;
  int height;
  HipChart *(*create) (HipTrends *trends);
} charts[] = {
  { "Distance and Pain", 400, hip_distance_chart_new },
  { "Jumps", 220, hip_runs_chart_new },
  { "Acute and Chronic Load", 280, hip_ratio_chart_new },
  { "Pain Calendar", 220, hip_calendar_chart_new },
  { "Shoes", 240, hip_shoes_chart_new },
  { "Load and Pain", 280, hip_link_chart_new },
  { "Days Between", 280, hip_lag_chart_new },
};

/* --- a runner who builds up, overdoes it now and then, and feels it --- */

typedef struct
{
  HipTestLog *log;
  HipShoe *pairs[2];
  int generation;
  double felt;
} Runner;

static void
put_on (Runner *runner, int day)
{
  if (day / 200 >= runner->generation)
    {
      g_autofree char *name = g_strdup_printf ("Daily no. %d", runner->generation + 1);

      if (runner->pairs[0] != NULL)
        runner->pairs[0]->retired = hip_test_log_day (runner->log, "Mon");
      runner->pairs[0] = hip_test_log_shoe (runner->log, name, runner->generation * 40000);
      if (runner->pairs[1] == NULL)
        runner->pairs[1] = hip_test_log_shoe (runner->log, "Trail", 120000);
      runner->generation++;
    }
  hip_test_log_wear (runner->log, runner->pairs[day % 7 == 5 ? 1 : 0]);
}

static gint32
get_distance (int day)
{
  int week = day / 7;
  double build_up = 1 + 0.08 * (week % 9) - (week % 9 == 8 ? 0.4 : 0);

  if (day % 7 == 0 || day % 7 == 2 || day % 7 == 4 || week % 26 == 24)
    return 0;
  if (day % 7 == 5)
    return (gint32) ((week % 11 == 7 ? 21000 : 12000) * build_up);

  return (gint32) ((5000 + day * 37 % 1500) * build_up);
}

static void
live_day (Runner *runner, int day, const char *date)
{
  gint32 metres = get_distance (day);
  int score = (int) CLAMP (round (runner->felt / 2200 + day * 31 % 3 - 1), 0, 10);

  put_on (runner, day);
  if (metres > 0)
    hip_test_log_run (runner->log, date, metres);
  if (day % 19 != 3)
    hip_test_log_pain (runner->log, date, HIP_SIDE_LEFT, score)->flags =
        score >= 7 ? HIP_FLAG_NIGHT_PAIN : 0;
  if (day % 19 != 3)
    hip_test_log_pain (runner->log, date, HIP_SIDE_RIGHT, score / 2);
  if (day % 3 == 1)
    hip_test_log_care (runner->log, date, HIP_CARE_STRENGTH, 20);
  runner->felt = 0.72 * runner->felt + 0.28 * metres * 1.8;
}

/* One run; a year without pain and runs; nothing but ultras. */
static void
live_odd_day (Runner *runner, const char *kind, int days_left, const char *date)
{
  if (g_str_equal (kind, "one") && days_left == 0)
    hip_test_log_run (runner->log, date, 5000);
  if (g_str_equal (kind, "zero"))
    hip_test_log_pain (runner->log, date, HIP_SIDE_LEFT, 0);
  if (g_str_equal (kind, "huge"))
    {
      if (runner->pairs[0] == NULL)
        runner->pairs[0] = hip_test_log_shoe (runner->log, "Seven-league", HIP_SHOE_MAX_M);
      hip_test_log_run (runner->log, date, HIP_RUN_MAX_DISTANCE_M);
      hip_test_log_pain (runner->log, date, HIP_SIDE_RIGHT, HIP_PAIN_MAX);
    }
}

static void
make_trends (Gallery *self)
{
  HipDay today;
  Runner runner = { 0 };
  HipLimits limits;
  g_autoptr (HipTestLog) log = NULL;
  g_autoptr (HipHistory) history = NULL;
  g_autofree char *first = NULL;
  int n_days = 365 * self->years;

  g_assert_true (hip_day_parse (TODAY, &today));
  first = hip_day_to_iso (today - n_days + 1);
  runner.log = log = hip_test_log_new (first);
  for (int i = 0; i < n_days; i++)
    {
      g_autofree char *date = hip_day_to_iso (today - n_days + 1 + i);

      if (self->kind == NULL || g_str_equal (self->kind, "usual"))
        live_day (&runner, i, date);
      else
        live_odd_day (&runner, self->kind, n_days - 1 - i, date);
    }
  history = hip_test_log_history (log);
  hip_limits_init_default (&limits);
  self->trends = hip_trends_new (history, &limits, today);
}

/* --- the window --- */

static GtkWidget *
create_card (Gallery *self, guint index)
{
  g_autoptr (HipChart) chart = charts[index].create (self->trends);
  HipChartCard *card = g_object_new (HIP_TYPE_CHART_CARD, "title", charts[index].title, "height",
                                     charts[index].height, NULL);

  hip_chart_card_set_axis (card, self->axis);
  hip_chart_card_set_chart (card, chart);
  hip_chart_card_describe (card, self->trends->last + 1 - self->shown, self->trends->last);

  return GTK_WIDGET (card);
}

static char *
describe_day (guint index, gpointer user_data)
{
  return hip_week_chart_describe_day (user_data, index);
}

static GtkWidget *
create_week (Gallery *self)
{
  static HipWeekChartData week = {
    .metres = { 0, 6200, 0, 5000, NAN, NAN, NAN },
    .last_metres = { 5100, 0, 8000, 0, 5500, 0, 14000 },
    .pain = { 2, 4, NAN, 6, NAN, NAN, NAN },
  };
  GtkWidget *view = hip_chart_view_new ();
  g_autoptr (HipChart) chart = NULL;

  week.week_start = self->trends->last - 6;
  week.today = self->trends->last - 3;
  chart = hip_week_chart_new (&week);
  hip_chart_view_set_chart (HIP_CHART_VIEW (view), chart);
  hip_chart_view_set_label (HIP_CHART_VIEW (view), "This week");
  hip_chart_view_set_detail_func (HIP_CHART_VIEW (view), describe_day, &week, NULL);
  gtk_widget_set_size_request (view, -1, 170);

  return view;
}

static GtkWidget *
create_bar (double value, HipBarLevel level)
{
  return g_object_new (HIP_TYPE_DISTANCE_BAR, "maximum", 960.0, "value", value, "level", level,
                       "first-mark", 480.0, "second-mark", 800.0, NULL);
}

static void
fill (Gallery *self, GtkBox *box)
{
  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    gtk_box_append (box, create_card (self, i));
  gtk_box_append (box, create_week (self));
  gtk_box_append (box, create_bar (120, HIP_BAR_LEVEL_NORMAL));
  gtk_box_append (box, create_bar (505, HIP_BAR_LEVEL_NOTE));
  gtk_box_append (box, create_bar (843, HIP_BAR_LEVEL_CAUTION));
}

static void
select_slots (GtkWidget *widget, int slot)
{
  if (HIP_IS_CHART_VIEW (widget))
    hip_chart_view_set_selected (HIP_CHART_VIEW (widget), slot);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    select_slots (child, slot);
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
  fill (self, GTK_BOX (box));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  select_slots (box, self->select);

  self->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), self->width, self->height);
  adw_window_set_content (ADW_WINDOW (self->window), scrolled);
  g_signal_connect_swapped (self->window, "close-request", G_CALLBACK (close_cb), self);
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
load_style (const char *name)
{
  GtkCssProvider *provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, name);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_object_unref (provider);
}

/* --- pictures --- */

static void
save_window (Gallery *self)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (self->window);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (self->window));
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  gdk_paintable_snapshot (paintable, snapshot, gdk_paintable_get_intrinsic_width (paintable),
                          gdk_paintable_get_intrinsic_height (paintable));
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (renderer, node, NULL);
  gdk_texture_save_to_png (texture, self->screenshot);
}

/* As they are saved and copied. */
static void
save_pictures (Gallery *self)
{
  PangoContext *context = gtk_widget_create_pango_context (self->window);
  HipTimeScale time = hip_time_axis_get_scale (self->axis);

  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      g_autoptr (HipChart) chart = charts[i].create (self->trends);
      const HipChartLayoutOptions options = {
        .width = 700,
        .height = charts[i].height,
        .direction = gtk_widget_get_default_direction (),
        .time = hip_chart_has_time (chart) ? &time : NULL,
      };
      g_autoptr (HipChartExport) picture = hip_chart_export_new (chart, context, &options, NULL);
      g_autoptr (GBytes) svg = hip_chart_export_to_svg (picture, NULL);
      g_autofree char *name = g_strdup_printf ("%s/%u.svg", self->folder, i);

      g_assert_true (g_file_set_contents (name, g_bytes_get_data (svg, NULL),
                                          (gssize) g_bytes_get_size (svg), NULL));
    }
  g_object_unref (context);
}

static gboolean
picture_cb (gpointer user_data)
{
  Gallery *self = user_data;

  if (self->screenshot != NULL)
    save_window (self);
  if (self->folder != NULL)
    save_pictures (self);
  g_main_loop_quit (self->loop);

  return G_SOURCE_REMOVE;
}

static void
set_appearance (Gallery *self)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024 * self->text / 100, NULL);
  load_style ("/org/example/HipLog/style.css");
  if (self->contrast)
    load_style ("/org/example/HipLog/style-hc.css");
  if (self->rtl)
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  if (self->dark)
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                        ADW_COLOR_SCHEME_FORCE_DARK);
}

static void
parse (Gallery *self, int *argc, char ***argv)
{
  const GOptionEntry entries[] = {
    { "width", 0, 0, G_OPTION_ARG_INT, &self->width, "Window width", "N" },
    { "height", 0, 0, G_OPTION_ARG_INT, &self->height, "Window height", "N" },
    { "text", 0, 0, G_OPTION_ARG_INT, &self->text, "Text size", "PERCENT" },
    { "years", 0, 0, G_OPTION_ARG_INT, &self->years, "How long the log is", "N" },
    { "shown", 0, 0, G_OPTION_ARG_INT, &self->shown, "How much of it is shown", "DAYS" },
    { "select", 0, 0, G_OPTION_ARG_INT, &self->select, "What is selected", "N" },
    { "delay", 0, 0, G_OPTION_ARG_INT, &self->delay, "When to save", "MILLISECONDS" },
    { "rtl", 0, 0, G_OPTION_ARG_NONE, &self->rtl, "From right to left", NULL },
    { "dark", 0, 0, G_OPTION_ARG_NONE, &self->dark, "Dark style", NULL },
    { "contrast", 0, 0, G_OPTION_ARG_NONE, &self->contrast, "High contrast", NULL },
    { "log", 0, 0, G_OPTION_ARG_STRING, &self->kind, "What kind of log", "KIND" },
    { "screenshot", 0, 0, G_OPTION_ARG_FILENAME, &self->screenshot, "Save and quit", "FILE" },
    { "pictures", 0, 0, G_OPTION_ARG_FILENAME, &self->folder, "Save as SVG and quit", "FOLDER" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, argc, argv, &error))
    g_error ("%s", error->message);
}

int
main (int argc, char *argv[])
{
  Gallery self = {
    .width = 900,
    .height = 1000,
    .text = 100,
    .years = 1,
    .shown = 91,
    .select = -1,
    .delay = 2500,
  };

  setlocale (LC_ALL, "");
  parse (&self, &argc, &argv);
  if (self.contrast)
    g_setenv ("ADW_DEBUG_HIGH_CONTRAST", "1", TRUE);
  adw_init ();
  g_resources_register (hip_app_get_resource ());
  set_appearance (&self);
  make_trends (&self);
  self.axis = hip_time_axis_new ();
  hip_time_axis_set_extent (self.axis, self.trends->first, self.trends->last, G_DATE_MONDAY);
  hip_time_axis_set_window (self.axis, self.trends->last + 1.0 - self.shown,
                            self.trends->last + 1.0);
  create_window (&self);

  self.loop = g_main_loop_new (NULL, FALSE);
  if (self.screenshot != NULL || self.folder != NULL)
    g_timeout_add (self.delay, picture_cb, &self);
  g_main_loop_run (self.loop);

  return 0;
}
