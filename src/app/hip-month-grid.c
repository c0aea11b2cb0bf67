// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-month-grid.h"

#include <glib/gi18n.h>

#include "hip-care-edit.h"
#include "hip-score-strip.h"

/**
 * HipMonthGrid:
 *
 * A month of days, each with the scores of the left and the right hip in the
 * colour of their zone, and a sign where something was done for them. A day is
 * a button that opens it.
 */
struct _HipMonthGrid
{
  AdwBin parent_instance;

  /* Template Children */
  GtkLabel *month_label;
  GtkWidget *next_button;
  GtkGrid *grid;
  GtkWidget *legend;

  /* Owned References */
  HipHistory *history; /* (nullable) until the first update */

  HipDay month; /* its first day */
  HipDay today;
  GDateWeekday first_weekday;
};

G_DEFINE_FINAL_TYPE (HipMonthGrid, hip_month_grid, ADW_TYPE_BIN)

enum
{
  SIGNAL_DAY_ACTIVATED,
  SIGNAL_MONTH_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static HipDay
get_month_start (HipDay day)
{
  int year, month, day_of_month;

  hip_day_get_ymd (day, &year, &month, &day_of_month);
  return day - day_of_month + 1;
}

static void
day_clicked_cb (HipMonthGrid *self, GtkButton *button)
{
  g_assert (HIP_IS_MONTH_GRID (self));

  g_signal_emit (self, signals[SIGNAL_DAY_ACTIVATED], 0,
                 GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "day")));
}

static GtkWidget *
score_label_new (HipPainDay *pain)
{
  g_autofree char *text = pain ? g_strdup_printf ("%d", pain->score) : g_strdup ("·");
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "day-score");
  gtk_widget_add_css_class (label, pain ? hip_score_get_zone (pain->score) : "dimmed");
  return label;
}

/* Days without care keep its place, so that all weeks are as high. */
static GtkWidget *
care_sign_new (gboolean cared)
{
  GtkWidget *sign = gtk_image_new_from_icon_name (cared ? "hip-care-symbolic" : NULL);

  gtk_image_set_pixel_size (GTK_IMAGE (sign), 10);
  gtk_widget_set_halign (sign, GTK_ALIGN_CENTER);
  return sign;
}

static char *
describe_scores (HipMonthGrid *self, HipDay day, HipPainDay *left, HipPainDay *right)
{
  g_autofree char *date = hip_day_format_long (day, self->today);
  /* Translators: a score from 0 to 10, as part of a sentence. */
  g_autofree char *left_text = left ? g_strdup_printf (_ ("left hip %d of 10"), left->score)
                                    : g_strdup (_ ("left hip not scored"));
  /* Translators: a score from 0 to 10, as part of a sentence. */
  g_autofree char *right_text = right ? g_strdup_printf (_ ("right hip %d of 10"), right->score)
                                      : g_strdup (_ ("right hip not scored"));

  /* Translators: a date, then the scores of both hips */
  return g_strdup_printf (_ ("%1$s: %2$s, %3$s"), date, left_text, right_text);
}

static char *
describe_day (HipMonthGrid *self, HipDay day, HipPainDay *left, HipPainDay *right, guint32 care)
{
  g_autofree char *scores = describe_scores (self, day, left, right);
  g_autofree char *kinds = hip_vocabulary_set_to_labels (hip_vocabulary_care_kinds (), care);

  if (care == 0)
    return g_steal_pointer (&scores);
  /* Translators: a date with the scores of both hips, then kinds of care, such as “Ice, Rest” */
  return g_strdup_printf (_ ("%1$s; care: %2$s"), scores, kinds);
}

static GtkWidget *
day_button_new (HipMonthGrid *self, HipDay day)
{
  HipPainDay *left = hip_history_lookup_pain (self->history, day, HIP_SIDE_LEFT);
  HipPainDay *right = hip_history_lookup_pain (self->history, day, HIP_SIDE_RIGHT);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *scores = adw_wrap_box_new ();
  guint32 care = hip_care_edit_get_kinds (self->history, day);
  g_autofree char *number = hip_day_format (day, "%-e");
  g_autofree char *name = describe_day (self, day, left, right, care);

  /* Large text on a narrow window: one score under the other. */
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (scores), 4);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (scores), 2);
  adw_wrap_box_set_align (ADW_WRAP_BOX (scores), 0.5);
  adw_wrap_box_append (ADW_WRAP_BOX (scores), score_label_new (left));
  adw_wrap_box_append (ADW_WRAP_BOX (scores), score_label_new (right));
  gtk_box_append (GTK_BOX (box), gtk_label_new (g_strstrip (number)));
  gtk_box_append (GTK_BOX (box), scores);
  if (gtk_widget_get_visible (self->legend))
    gtk_box_append (GTK_BOX (box), care_sign_new (care != 0));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "day");
  if (day == self->today)
    gtk_widget_add_css_class (button, "today");
  gtk_widget_set_sensitive (button, day <= self->today);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "day", GINT_TO_POINTER (day));
  g_signal_connect_object (button, "clicked", G_CALLBACK (day_clicked_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static void
clear_grid (HipMonthGrid *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
}

static void
add_weekday_names (HipMonthGrid *self, HipDay first)
{
  for (int i = 0; i < 7; i++)
    {
      g_autofree char *name = hip_day_format (first + i, "%a");
      GtkWidget *label = gtk_inscription_new (name);

      /* Large text on a narrow window: as many letters as there is room for. */
      gtk_inscription_set_min_chars (GTK_INSCRIPTION (label), 2);
      gtk_inscription_set_nat_chars (GTK_INSCRIPTION (label), 4);
      gtk_inscription_set_wrap_mode (GTK_INSCRIPTION (label), PANGO_WRAP_CHAR);
      gtk_inscription_set_xalign (GTK_INSCRIPTION (label), 0.5);
      gtk_inscription_set_yalign (GTK_INSCRIPTION (label), 0);
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dimmed");
      gtk_grid_attach (self->grid, label, i, 0, 1, 1);
    }
}

static void
paint (HipMonthGrid *self)
{
  HipDay first = hip_day_get_week_start (self->month, self->first_weekday);
  HipDay next_month = get_month_start (self->month + 31);
  /* Translators: a month and its year, for g_date_time_format() */
  g_autofree char *title = hip_day_format (self->month, _ ("%OB %Y"));

  clear_grid (self);
  gtk_label_set_label (self->month_label, title);
  gtk_widget_set_sensitive (self->next_button, next_month <= self->today);
  add_weekday_names (self, first);
  gtk_widget_set_visible (self->legend, hip_history_find_care (self->history, self->month)
                                            < hip_history_find_care (self->history, next_month));
  for (HipDay day = self->month; day < next_month; day++)
    gtk_grid_attach (self->grid, day_button_new (self, day), (day - first) % 7,
                     1 + (day - first) / 7, 1, 1);
}

static void
previous_clicked_cb (HipMonthGrid *self)
{
  g_assert (HIP_IS_MONTH_GRID (self));

  self->month = get_month_start (self->month - 1);
  paint (self);
  g_signal_emit (self, signals[SIGNAL_MONTH_CHANGED], 0);
}

static void
next_clicked_cb (HipMonthGrid *self)
{
  g_assert (HIP_IS_MONTH_GRID (self));

  self->month = get_month_start (self->month + 31);
  paint (self);
  g_signal_emit (self, signals[SIGNAL_MONTH_CHANGED], 0);
}

static void
hip_month_grid_dispose (GObject *object)
{
  HipMonthGrid *self = HIP_MONTH_GRID (object);

  g_clear_pointer (&self->history, hip_history_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), HIP_TYPE_MONTH_GRID);

  G_OBJECT_CLASS (hip_month_grid_parent_class)->dispose (object);
}

static void
hip_month_grid_class_init (HipMonthGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hip_month_grid_dispose;

  /**
   * HipMonthGrid::day-activated:
   * @day: a HipDay
   *
   * The runner chose a day.
   */
  signals[SIGNAL_DAY_ACTIVATED] =
      g_signal_new ("day-activated", HIP_TYPE_MONTH_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_INT);
  /**
   * HipMonthGrid::month-changed:
   *
   * The runner went to another month.
   */
  signals[SIGNAL_MONTH_CHANGED] = g_signal_new (
      "month-changed", HIP_TYPE_MONTH_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/HipLog/ui/hip-month-grid.ui");
  gtk_widget_class_bind_template_child (widget_class, HipMonthGrid, grid);
  gtk_widget_class_bind_template_child (widget_class, HipMonthGrid, legend);
  gtk_widget_class_bind_template_child (widget_class, HipMonthGrid, month_label);
  gtk_widget_class_bind_template_child (widget_class, HipMonthGrid, next_button);
  gtk_widget_class_bind_template_callback (widget_class, next_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_clicked_cb);
}

static void
hip_month_grid_init (HipMonthGrid *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hip_month_grid_update:
 * @history: the log to show
 * @today: later days cannot be chosen
 * @first_weekday: the first column
 *
 * Shows the same month as before, at first the present one, with new data.
 */
void
hip_month_grid_update (HipMonthGrid *self,
                       HipHistory *history,
                       HipDay today,
                       GDateWeekday first_weekday)
{
  g_return_if_fail (HIP_IS_MONTH_GRID (self));
  g_return_if_fail (history != NULL);

  if (self->history == NULL)
    self->month = get_month_start (today);
  g_clear_pointer (&self->history, hip_history_unref);
  self->history = hip_history_ref (history);
  self->today = today;
  self->first_weekday = first_weekday;
  paint (self);
}

/**
 * hip_month_grid_get_month:
 * @first: (out): the first day that is shown
 * @last: (out): the last day that is shown
 */
void
hip_month_grid_get_month (HipMonthGrid *self, HipDay *first, HipDay *last)
{
  g_return_if_fail (HIP_IS_MONTH_GRID (self));

  *first = self->month;
  *last = get_month_start (self->month + 31) - 1;
}
