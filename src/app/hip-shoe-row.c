// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-shoe-row.h"

#include <glib/gi18n.h>

#include "hip-distance-bar.h"

/**
 * HipShoeRow:
 *
 * One pair: how far it has run, and how far it is to the marks at which to
 * look at it and to think of another. Its menu hands the pair's id to
 * "win.edit-shoe", "shoes.retire", "shoes.bring-back" and "shoes.delete".
 */
struct _HipShoeRow
{
  AdwPreferencesRow parent_instance;

  /* Template Children */
  GtkLabel *name_label;
  GtkLabel *distance_label;
  HipDistanceBar *bar;
  GtkLabel *make_label;
  GtkLabel *words_label;
  GtkMenuButton *menu_button;

  /* Owned References */
  HipShoe *shoe; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (HipShoeRow, hip_shoe_row, ADW_TYPE_PREFERENCES_ROW)

static void
set_label (GtkLabel *label, char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  g_free (text);
}

static char *
format_make (const HipShoe *shoe)
{
  if (shoe->brand != NULL && shoe->model != NULL)
    return g_strdup_printf ("%s %s", shoe->brand, shoe->model);
  return g_strdup (shoe->brand != NULL ? shoe->brand : shoe->model);
}

static HipBarLevel
get_level (const HipShoe *shoe, gint64 distance_m)
{
  if (shoe->retired != HIP_DAY_NONE || distance_m < shoe->check_at_m)
    return HIP_BAR_LEVEL_NORMAL;
  return distance_m < shoe->replace_at_m ? HIP_BAR_LEVEL_NOTE : HIP_BAR_LEVEL_CAUTION;
}

static void
paint_bar (HipShoeRow *self, gint64 distance_m, const char *words)
{
  hip_distance_bar_set_maximum (self->bar, MAX (distance_m, (gint64) self->shoe->replace_at_m));
  hip_distance_bar_set_value (self->bar, distance_m);
  hip_distance_bar_set_first_mark (self->bar, self->shoe->check_at_m);
  hip_distance_bar_set_second_mark (self->bar, self->shoe->replace_at_m);
  hip_distance_bar_set_level (self->bar, get_level (self->shoe, distance_m));
  hip_distance_bar_set_value_text (self->bar, words);
}

static void
describe (HipShoeRow *self, const char *distance, const char *words)
{
  g_autofree char *description = g_strdup_printf ("%s, %s", distance, words);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->shoe->name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);
}

static void
append_command (GMenu *menu, const char *label, const char *action, gint64 id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "x", id);
  g_menu_append_item (menu, item);
}

static void
fill_menu (HipShoeRow *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  gint64 id = self->shoe->rec.id;

  append_command (menu, _ ("_Edit…"), "win.edit-shoe", id);
  if (self->shoe->retired == HIP_DAY_NONE)
    append_command (menu, _ ("_Retire"), "shoes.retire", id);
  else
    append_command (menu, _ ("_Bring Back"), "shoes.bring-back", id);
  append_command (menu, _ ("_Delete"), "shoes.delete", id);
  gtk_menu_button_set_menu_model (self->menu_button, G_MENU_MODEL (menu));
}

static void
hip_shoe_row_dispose (GObject *object)
{
  HipShoeRow *self = HIP_SHOE_ROW (object);

  g_clear_pointer (&self->shoe, hip_record_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), HIP_TYPE_SHOE_ROW);
  G_OBJECT_CLASS (hip_shoe_row_parent_class)->dispose (object);
}

static void
hip_shoe_row_class_init (HipShoeRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hip_shoe_row_dispose;

  g_type_ensure (HIP_TYPE_DISTANCE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/HipLog/ui/hip-shoe-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HipShoeRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, HipShoeRow, distance_label);
  gtk_widget_class_bind_template_child (widget_class, HipShoeRow, bar);
  gtk_widget_class_bind_template_child (widget_class, HipShoeRow, make_label);
  gtk_widget_class_bind_template_child (widget_class, HipShoeRow, words_label);
  gtk_widget_class_bind_template_child (widget_class, HipShoeRow, menu_button);
}

static void
hip_shoe_row_init (HipShoeRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hip_shoe_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
hip_shoe_row_new (void)
{
  return g_object_new (HIP_TYPE_SHOE_ROW, NULL);
}

/**
 * hip_shoe_row_get_shoe:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the pair it shows
 */
HipShoe *
hip_shoe_row_get_shoe (HipShoeRow *self)
{
  g_return_val_if_fail (HIP_IS_SHOE_ROW (self), NULL);

  return self->shoe;
}

/**
 * hip_shoe_row_set_shoe:
 * @self: a row
 * @history: the log
 * @shoe: a pair of @history
 * @units: what to show distances in
 *
 * Shows a pair.
 */
void
hip_shoe_row_set_shoe (HipShoeRow *self, HipHistory *history, HipShoe *shoe, HipUnits units)
{
  g_autofree char *distance = NULL;
  g_autofree char *words = NULL;
  gint64 distance_m;

  g_return_if_fail (HIP_IS_SHOE_ROW (self));
  g_return_if_fail (history != NULL);
  g_return_if_fail (shoe != NULL);

  hip_record_ref (shoe);
  g_clear_pointer (&self->shoe, hip_record_unref);
  self->shoe = shoe;
  distance_m = hip_history_get_shoe_distance (history, shoe->rec.id, G_MAXINT32);
  distance = hip_units_format_distance (units, distance_m);
  words = hip_shoe_row_format_words (shoe, distance_m, units);

  gtk_label_set_label (self->name_label, shoe->name);
  gtk_label_set_label (self->distance_label, distance);
  gtk_label_set_label (self->words_label, words);
  set_label (self->make_label, format_make (shoe));
  paint_bar (self, distance_m, words);
  describe (self, distance, words);
  fill_menu (self);
}

/**
 * hip_shoe_row_format_words:
 * @shoe: a pair
 * @distance_m: how far it has run in all, in metres
 * @units: what to show distances in
 *
 * Returns: (transfer full): how far it is to the next mark, "120 km to check"
 */
char *
hip_shoe_row_format_words (const HipShoe *shoe, gint64 distance_m, HipUnits units)
{
  g_autofree char *day = NULL;
  g_autofree char *left = NULL;

  g_return_val_if_fail (shoe != NULL, NULL);

  if (shoe->retired != HIP_DAY_NONE)
    {
      day = hip_day_format_short (shoe->retired, HIP_DAY_NONE);
      /* Translators: %s is the day on which a pair of shoes was retired */
      return g_strdup_printf (_ ("retired %s"), day);
    }
  if (distance_m < shoe->check_at_m)
    {
      left = hip_units_format_distance (units, shoe->check_at_m - distance_m);
      /* Translators: %s is the distance until a pair of shoes should be looked at */
      return g_strdup_printf (_ ("%s to check"), left);
    }
  if (distance_m < shoe->replace_at_m)
    {
      left = hip_units_format_distance (units, shoe->replace_at_m - distance_m);
      /* Translators: %s is the distance until a pair of shoes should be replaced */
      return g_strdup_printf (_ ("due for a check, %s to replace"), left);
    }
  return g_strdup (_ ("time to think of a new pair"));
}
