// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-period-group.h"

#include <glib/gi18n.h>

#include "hip-date-row.h"
#include "hip-record.h"

/**
 * HipPeriodGroup:
 *
 * Asks which days something is to cover: some that end today, everything, or dates of the runner's
 * own. Rows that are added to it come after.
 */
struct _HipPeriodGroup
{
  AdwPreferencesGroup parent_instance;

  /* Template Children */
  AdwComboRow *period_row;
  HipDateRow *from_row;
  HipDateRow *to_row;

  GArray *days; /* (owned) (nullable) of int: what is offered before own dates */
  HipDay first; /* of the log, %HIP_DAY_NONE while it is empty */
  HipDay today;
};

G_DEFINE_FINAL_TYPE (HipPeriodGroup, hip_period_group, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const struct
{
  int days;
  const char *label;
} periods[] = {
  { HIP_PERIOD_EVERYTHING, N_ ("Everything") },
  { 4 * 7, N_ ("Last 4 weeks") },
  { 6 * 7, N_ ("Last 6 weeks") },
  { 12 * 7, N_ ("Last 12 weeks") },
  { 91, N_ ("Last 3 months") },
  { 365, N_ ("Last year") },
};

static gboolean
has_own_dates (HipPeriodGroup *self)
{
  return adw_combo_row_get_selected (self->period_row) >= self->days->len;
}

static void
changed_cb (HipPeriodGroup *self)
{
  g_assert (HIP_IS_PERIOD_GROUP (self));

  if (self->days != NULL)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
selected_cb (HipPeriodGroup *self)
{
  g_assert (HIP_IS_PERIOD_GROUP (self));

  if (self->days == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->from_row), has_own_dates (self));
  gtk_widget_set_visible (GTK_WIDGET (self->to_row), has_own_dates (self));
  changed_cb (self);
}

static void
hip_period_group_dispose (GObject *object)
{
  HipPeriodGroup *self = HIP_PERIOD_GROUP (object);

  g_clear_pointer (&self->days, g_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), HIP_TYPE_PERIOD_GROUP);

  G_OBJECT_CLASS (hip_period_group_parent_class)->dispose (object);
}

static void
hip_period_group_class_init (HipPeriodGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hip_period_group_dispose;

  /**
   * HipPeriodGroup::changed:
   *
   * Something else was chosen.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (HIP_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/HipLog/ui/hip-period-group.ui");
  gtk_widget_class_bind_template_child (widget_class, HipPeriodGroup, from_row);
  gtk_widget_class_bind_template_child (widget_class, HipPeriodGroup, period_row);
  gtk_widget_class_bind_template_child (widget_class, HipPeriodGroup, to_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
hip_period_group_init (HipPeriodGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static const char *
get_label (int days)
{
  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    if (periods[i].days == days)
      return _ (periods[i].label);
  g_return_val_if_reached ("");
}

/* Own dates begin with what was chosen already. */
static void
fill_dates (HipPeriodGroup *self, int days)
{
  hip_date_row_set_today (self->from_row, self->today);
  hip_date_row_set_today (self->to_row, self->today);
  hip_date_row_set_day (self->from_row,
                        days == HIP_PERIOD_EVERYTHING ? self->first : self->today - days + 1);
  hip_date_row_set_day (self->to_row, self->today);
}

/**
 * hip_period_group_set_up:
 * @self: a group
 * @days: (array length=n_days): what to offer before own dates
 * @n_days: how many
 * @selected: which of them is chosen
 * @first: the first day of the log, or %HIP_DAY_NONE
 * @today: the current day
 *
 * Fills the group, once.
 */
void
hip_period_group_set_up (HipPeriodGroup *self,
                         const int *days,
                         guint n_days,
                         guint selected,
                         HipDay first,
                         HipDay today)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  g_return_if_fail (HIP_IS_PERIOD_GROUP (self) && self->days == NULL);
  g_return_if_fail (days != NULL && selected < n_days);

  for (guint i = 0; i < n_days; i++)
    gtk_string_list_append (labels, get_label (days[i]));
  gtk_string_list_append (labels, _ ("Own dates"));
  adw_combo_row_set_model (self->period_row, G_LIST_MODEL (labels));
  adw_combo_row_set_selected (self->period_row, selected);
  self->first = first;
  self->today = today;
  fill_dates (self, days[selected]);
  self->days = g_array_new (FALSE, FALSE, sizeof (int));
  g_array_append_vals (self->days, days, n_days);
}

static gboolean
read_dates (HipPeriodGroup *self, HipDay *from, HipDay *to, GError **error)
{
  HipDay begin, end;

  if (!hip_date_row_parse (self->from_row, from, error)
      || !hip_date_row_parse (self->to_row, to, error))
    return FALSE;
  begin = *from != HIP_DAY_NONE ? *from : self->first;
  end = *to != HIP_DAY_NONE ? *to : self->today;
  if (begin == HIP_DAY_NONE || begin <= MIN (end, self->today))
    return TRUE;
  g_set_error_literal (error, HIP_RECORD_ERROR, HIP_RECORD_ERROR_INVALID,
                       begin > self->today ? _ ("The first day is yet to come.")
                                           : _ ("The first day comes after the last."));
  return FALSE;
}

/**
 * hip_period_group_read:
 * @self: a group that is set up
 * @from: (out): the first day, %HIP_DAY_NONE for the log's
 * @to: (out): the last day, %HIP_DAY_NONE for the log's
 * @error: return location for a sentence
 *
 * Returns: %FALSE when the runner's own dates are none, or in the wrong order
 */
gboolean
hip_period_group_read (HipPeriodGroup *self, HipDay *from, HipDay *to, GError **error)
{
  int days;

  g_return_val_if_fail (HIP_IS_PERIOD_GROUP (self) && self->days != NULL, FALSE);
  g_return_val_if_fail (from != NULL && to != NULL, FALSE);

  if (has_own_dates (self))
    return read_dates (self, from, to, error);
  days = g_array_index (self->days, int, adw_combo_row_get_selected (self->period_row));
  *from = days == HIP_PERIOD_EVERYTHING ? HIP_DAY_NONE : self->today - days + 1;
  *to = HIP_DAY_NONE;
  return TRUE;
}
