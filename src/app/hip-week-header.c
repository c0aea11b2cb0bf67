// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-week-header.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/**
 * HipWeekHeader:
 *
 * Above the runs of a week: which week, how far in all, how that compares
 * with the highest of the four weeks before, and the longest run.
 */
struct _HipWeekHeader
{
  GtkBox parent_instance;

  /* Template Children */
  GtkLabel *range_label;
  GtkLabel *total_label;
  GtkLabel *change_label;
  GtkLabel *longest_label;

  /* Owned References */
  HipRunList *list;

  HipDay day;
  HipDay today;
};

G_DEFINE_FINAL_TYPE (HipWeekHeader, hip_week_header, GTK_TYPE_BOX)

static void
set_label (GtkLabel *label, char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
  g_free (text);
}

static char *
format_longest (HipRunList *list, const HipWeek *week)
{
  g_autofree char *distance = NULL;

  if (week->runs < 2)
    return NULL;
  distance = hip_units_format_distance (hip_run_list_get_units (list), week->longest_m);
  /* Translators: the longest run of a week, "longest 14 km" */
  return g_strdup_printf (_ ("longest %s"), distance);
}

static char *
format_change_tip (HipRunList *list, const HipWeek *week)
{
  g_autofree char *distance = NULL;

  if (week->baseline_m <= 0)
    return NULL;
  distance = hip_units_format_distance (hip_run_list_get_units (list), week->baseline_m);
  /* Translators: %s is a distance */
  return g_strdup_printf (_ ("Compared with %s, the highest of the four weeks before"), distance);
}

static void
paint (HipWeekHeader *self)
{
  const HipWeek *week = NULL;
  g_autofree char *tip = NULL;

  if (self->day != HIP_DAY_NONE)
    week = hip_run_list_get_week (self->list, self->day);
  if (week == NULL)
    return;
  tip = format_change_tip (self->list, week);
  set_label (self->range_label, hip_week_header_format_range (week->start, self->today));
  set_label (self->total_label,
             hip_units_format_distance (hip_run_list_get_units (self->list), week->total_m));
  set_label (self->change_label, hip_week_header_format_change (week, self->today));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->change_label), tip);
  set_label (self->longest_label, format_longest (self->list, week));
}

static void
hip_week_header_dispose (GObject *object)
{
  HipWeekHeader *self = HIP_WEEK_HEADER (object);

  g_clear_object (&self->list);
  gtk_widget_dispose_template (GTK_WIDGET (self), HIP_TYPE_WEEK_HEADER);
  G_OBJECT_CLASS (hip_week_header_parent_class)->dispose (object);
}

static void
hip_week_header_class_init (HipWeekHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hip_week_header_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/HipLog/ui/hip-week-header.ui");
  gtk_widget_class_bind_template_child (widget_class, HipWeekHeader, range_label);
  gtk_widget_class_bind_template_child (widget_class, HipWeekHeader, total_label);
  gtk_widget_class_bind_template_child (widget_class, HipWeekHeader, change_label);
  gtk_widget_class_bind_template_child (widget_class, HipWeekHeader, longest_label);
}

static void
hip_week_header_init (HipWeekHeader *self)
{
  self->day = HIP_DAY_NONE;
  self->today = HIP_DAY_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hip_week_header_new:
 * @list: the list whose weeks it shows
 *
 * Returns: (transfer floating): a header that shows nothing yet
 */
GtkWidget *
hip_week_header_new (HipRunList *list)
{
  HipWeekHeader *self;

  g_return_val_if_fail (HIP_IS_RUN_LIST (list), NULL);

  self = g_object_new (HIP_TYPE_WEEK_HEADER, NULL);
  self->list = g_object_ref (list);
  g_signal_connect_object (list, "weeks-changed", G_CALLBACK (paint), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * hip_week_header_set_day:
 * @self: a header
 * @day: any day of the week, or %HIP_DAY_NONE for none
 *
 * Shows the week that @day is in.
 */
void
hip_week_header_set_day (HipWeekHeader *self, HipDay day)
{
  g_return_if_fail (HIP_IS_WEEK_HEADER (self));

  self->day = day;
  paint (self);
}

/**
 * hip_week_header_set_today:
 * @self: a header
 * @today: the current day
 *
 * Lets the header call the current week and the last one by name.
 */
void
hip_week_header_set_today (HipWeekHeader *self, HipDay today)
{
  g_return_if_fail (HIP_IS_WEEK_HEADER (self));

  self->today = today;
  paint (self);
}

static gboolean
is_named_week (HipDay start, HipDay today, int weeks_ago)
{
  return today != HIP_DAY_NONE
         && hip_day_get_week_start (today, hip_day_get_weekday (start)) - 7 * weeks_ago == start;
}

/**
 * hip_week_header_format_range:
 * @start: the first day of a week
 * @today: the current day, or %HIP_DAY_NONE
 *
 * Returns: (transfer full): "This week", "Last week", or the days from first
 *   to last: "2–8 March 2026"
 */
char *
hip_week_header_format_range (HipDay start, HipDay today)
{
  if (is_named_week (start, today, 0))
    return g_strdup (_ ("This Week"));
  if (is_named_week (start, today, 1))
    return g_strdup (_ ("Last Week"));
  return hip_day_format_range (start, start + 6);
}

/**
 * hip_week_header_format_change:
 * @week: a week
 * @today: the current day, or %HIP_DAY_NONE
 *
 * How the week compares with the highest of the four before. A week that is
 * still running is only compared once it has gone beyond them: before, the
 * figure would say nothing but that the week is young.
 *
 * Returns: (transfer full) (nullable): "+12 %", or %NULL if there is nothing to say
 */
char *
hip_week_header_format_change (const HipWeek *week, HipDay today)
{
  gboolean running;

  g_return_val_if_fail (week != NULL, NULL);

  running = today != HIP_DAY_NONE && today < week->start + 7;
  if (week->change_percent == HIP_UNSET || (running && week->change_percent <= 0))
    return NULL;
  return hip_units_format_signed_percent (week->change_percent);
}
