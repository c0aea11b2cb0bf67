// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-date-row.h"

#include "hip-date-text.h"

/**
 * HipDateRow:
 *
 * A row to type a date in, or to choose it from a calendar. As with every
 * [iface@Gtk.Editable], "changed" says that there is another text.
 */
struct _HipDateRow
{
  AdwEntryRow parent_instance;

  /* Template Children */
  GtkLabel *weekday_label;
  GtkCalendar *calendar;
  GtkPopover *popover;

  HipDay today;
};

G_DEFINE_FINAL_TYPE (HipDateRow, hip_date_row, ADW_TYPE_ENTRY_ROW)

static void
paint_weekday (HipDateRow *self)
{
  HipDay day;
  g_autofree char *weekday = NULL;

  if (hip_date_row_parse (self, &day, NULL) && day != HIP_DAY_NONE)
    weekday = hip_day_format (day, "%A");
  gtk_label_set_label (self->weekday_label, weekday != NULL ? weekday : "");
}

static void
text_changed_cb (HipDateRow *self)
{
  g_assert (HIP_IS_DATE_ROW (self));

  paint_weekday (self);
}

static void
day_selected_cb (HipDateRow *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);

  g_assert (HIP_IS_DATE_ROW (self));

  hip_date_row_set_day (self, hip_day_from_date_time (date));
}

/* The calendar opens on the day in the row, and must not answer to being told so. */
static void
popover_shown_cb (HipDateRow *self)
{
  g_autoptr (GDateTime) date = NULL;
  int year, month, day_of_month;
  HipDay day;

  g_assert (HIP_IS_DATE_ROW (self));

  if (!hip_date_row_parse (self, &day, NULL) || day == HIP_DAY_NONE)
    day = self->today;
  hip_day_get_ymd (day, &year, &month, &day_of_month);
  date = g_date_time_new_local (year, month, day_of_month, 12, 0, 0);
  g_signal_handlers_block_by_func (self->calendar, day_selected_cb, self);
  gtk_calendar_select_day (self->calendar, date);
  g_signal_handlers_unblock_by_func (self->calendar, day_selected_cb, self);
}

static void
hip_date_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HIP_TYPE_DATE_ROW);
  G_OBJECT_CLASS (hip_date_row_parent_class)->dispose (object);
}

static void
hip_date_row_class_init (HipDateRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hip_date_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/HipLog/ui/hip-date-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HipDateRow, weekday_label);
  gtk_widget_class_bind_template_child (widget_class, HipDateRow, calendar);
  gtk_widget_class_bind_template_child (widget_class, HipDateRow, popover);
}

static void
hip_date_row_init (HipDateRow *self)
{
  self->today = hip_day_today ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self, "changed", G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->popover, "show", G_CALLBACK (popover_shown_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * hip_date_row_new:
 *
 * Returns: (transfer floating): a row without a date
 */
GtkWidget *
hip_date_row_new (void)
{
  return g_object_new (HIP_TYPE_DATE_ROW, NULL);
}

/**
 * hip_date_row_set_today:
 * @self: a row
 * @today: the current day
 *
 * Tells the row what "yesterday" and a date without a year mean.
 */
void
hip_date_row_set_today (HipDateRow *self, HipDay today)
{
  g_return_if_fail (HIP_IS_DATE_ROW (self));

  self->today = today;
  paint_weekday (self);
}

/**
 * hip_date_row_set_day:
 * @self: a row
 * @day: a day, or %HIP_DAY_NONE
 *
 * Writes a date into the row.
 */
void
hip_date_row_set_day (HipDateRow *self, HipDay day)
{
  g_autofree char *text = NULL;

  g_return_if_fail (HIP_IS_DATE_ROW (self));

  text = hip_date_text_format (day);
  gtk_editable_set_text (GTK_EDITABLE (self), text);
}

/**
 * hip_date_row_parse:
 * @self: a row
 * @day: (out): return location for the day; %HIP_DAY_NONE if the row is empty
 * @error: return location for a sentence
 *
 * Returns: whether the text in the row is a date, or empty
 */
gboolean
hip_date_row_parse (HipDateRow *self, HipDay *day, GError **error)
{
  g_return_val_if_fail (HIP_IS_DATE_ROW (self), FALSE);

  return hip_date_text_parse (gtk_editable_get_text (GTK_EDITABLE (self)), self->today, day, error);
}
