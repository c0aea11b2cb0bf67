// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-run-item.h"

#include <glib/gi18n.h>

/**
 * HipRunItem:
 *
 * What one row of the list of runs says: a run, the name of its pair and the
 * pain of its day. The list makes one for each row on screen and keeps it up
 * to date; the signal "changed" asks the row to paint itself again.
 */
struct _HipRunItem
{
  GObject parent_instance;

  HipRun *run; /* (owned) */
  char *shoe;  /* (owned) (nullable) */
  gint32 pain;
  HipUnits units;
};

G_DEFINE_FINAL_TYPE (HipRunItem, hip_run_item, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
hip_run_item_finalize (GObject *object)
{
  HipRunItem *self = HIP_RUN_ITEM (object);

  g_clear_pointer (&self->run, hip_record_unref);
  g_clear_pointer (&self->shoe, g_free);
  G_OBJECT_CLASS (hip_run_item_parent_class)->finalize (object);
}

static void
hip_run_item_class_init (HipRunItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hip_run_item_finalize;

  signals[CHANGED] = g_signal_new ("changed", HIP_TYPE_RUN_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
hip_run_item_init (HipRunItem *self)
{
}

/**
 * hip_run_item_new:
 * @history: the log
 * @run: a run of @history
 * @units: what to show distances in
 *
 * Returns: (transfer full): a new item
 */
HipRunItem *
hip_run_item_new (HipHistory *history, HipRun *run, HipUnits units)
{
  HipRunItem *self = g_object_new (HIP_TYPE_RUN_ITEM, NULL);

  hip_run_item_update (self, history, run, units);
  return self;
}

static const char *
find_shoe_name (HipHistory *history, const HipRun *run)
{
  HipShoe *shoe = run->shoe_id != 0 ? hip_history_get_shoe_by_id (history, run->shoe_id) : NULL;

  return shoe != NULL ? shoe->name : NULL;
}

/**
 * hip_run_item_update:
 * @self: an item
 * @history: the log as it is now
 * @run: the run as it is in @history
 * @units: what to show distances in
 *
 * Takes over what the log says now, and emits "changed" if that makes a
 * difference to the row.
 */
void
hip_run_item_update (HipRunItem *self, HipHistory *history, HipRun *run, HipUnits units)
{
  gint32 pain;
  gboolean changed;

  g_return_if_fail (HIP_IS_RUN_ITEM (self));
  g_return_if_fail (history != NULL);
  g_return_if_fail (run != NULL);

  pain = hip_history_get_pain_score (history, run->date);
  changed = self->run == NULL || !hip_record_equal (self->run, run);
  changed |= g_set_str (&self->shoe, find_shoe_name (history, run));
  changed |= self->pain != pain || self->units != units;
  if (!changed)
    return;
  hip_record_ref (run);
  g_clear_pointer (&self->run, hip_record_unref);
  self->run = run;
  self->pain = pain;
  self->units = units;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * hip_run_item_get_run:
 * @self: an item
 *
 * Returns: (transfer none): its run
 */
HipRun *
hip_run_item_get_run (HipRunItem *self)
{
  g_return_val_if_fail (HIP_IS_RUN_ITEM (self), NULL);

  return self->run;
}

/**
 * hip_run_item_get_shoe:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): the name of the pair it was run in
 */
const char *
hip_run_item_get_shoe (HipRunItem *self)
{
  g_return_val_if_fail (HIP_IS_RUN_ITEM (self), NULL);

  return self->shoe;
}

/**
 * hip_run_item_get_pain:
 * @self: an item
 *
 * Returns: the pain logged for the day, 0 to 10, or %HIP_UNSET
 */
gint32
hip_run_item_get_pain (HipRunItem *self)
{
  g_return_val_if_fail (HIP_IS_RUN_ITEM (self), HIP_UNSET);

  return self->pain;
}

/**
 * hip_run_item_dup_day:
 * @self: an item
 *
 * Returns: (transfer full): the day within its week, "Mon 2"
 */
char *
hip_run_item_dup_day (HipRunItem *self)
{
  g_return_val_if_fail (HIP_IS_RUN_ITEM (self), NULL);

  /* Translators: a day below the header of its week, in the notation of strftime: "Mon 2" */
  return hip_day_format (self->run->date, C_ ("day of a run", "%a %-d"));
}

/**
 * hip_run_item_dup_title:
 * @self: an item
 *
 * Returns: (transfer full): the run's title, or a plain "Run"
 */
char *
hip_run_item_dup_title (HipRunItem *self)
{
  g_return_val_if_fail (HIP_IS_RUN_ITEM (self), NULL);

  return g_strdup (self->run->title != NULL ? self->run->title : C_ ("noun", "Run"));
}

/**
 * hip_run_item_dup_distance:
 * @self: an item
 *
 * Returns: (transfer full): the distance with its unit
 */
char *
hip_run_item_dup_distance (HipRunItem *self)
{
  g_return_val_if_fail (HIP_IS_RUN_ITEM (self), NULL);

  return hip_units_format_distance (self->units, self->run->distance_m);
}

/**
 * hip_run_item_dup_duration:
 * @self: an item
 *
 * Returns: (transfer full): "52:10", or an empty text if not logged
 */
char *
hip_run_item_dup_duration (HipRunItem *self)
{
  g_return_val_if_fail (HIP_IS_RUN_ITEM (self), NULL);

  if (self->run->duration_s == HIP_UNSET)
    return g_strdup ("");
  return hip_units_format_duration (self->run->duration_s);
}

/**
 * hip_run_item_dup_pace:
 * @self: an item
 *
 * Returns: (transfer full): "5:12 /km", or an empty text if it cannot be known
 */
char *
hip_run_item_dup_pace (HipRunItem *self)
{
  g_return_val_if_fail (HIP_IS_RUN_ITEM (self), NULL);

  if (self->run->duration_s == HIP_UNSET || self->run->duration_s == 0
      || self->run->distance_m == 0)
    return g_strdup ("");
  return hip_units_format_pace (self->units, self->run->distance_m, self->run->duration_s);
}

static void
add_part (GPtrArray *parts, char *text)
{
  if (text != NULL && *text != '\0')
    g_ptr_array_add (parts, text);
  else
    g_free (text);
}

static char *
join_parts (GPtrArray *parts, const char *separator)
{
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (separator, (char **) parts->pdata);
}

/**
 * hip_run_item_dup_detail:
 * @self: an item
 *
 * Returns: (transfer full): the second line of a narrow row,
 *   "10.0 km · 52:10 · 5:12 /km · Blue pair"
 */
char *
hip_run_item_dup_detail (HipRunItem *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (HIP_IS_RUN_ITEM (self), NULL);

  add_part (parts, hip_run_item_dup_distance (self));
  add_part (parts, hip_run_item_dup_duration (self));
  add_part (parts, hip_run_item_dup_pace (self));
  add_part (parts, g_strdup (self->shoe));
  return join_parts (parts, " · ");
}

static char *
describe_pain (gint32 pain)
{
  if (pain == HIP_UNSET)
    return NULL;
  /* Translators: the hip pain logged on the day of a run */
  return g_strdup_printf (_ ("pain that evening %d of 10"), pain);
}

/**
 * hip_run_item_dup_sentence:
 * @self: an item
 *
 * Returns: (transfer full): all of it in one line, for a screen reader
 */
char *
hip_run_item_dup_sentence (HipRunItem *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (HIP_IS_RUN_ITEM (self), NULL);

  add_part (parts, hip_run_item_dup_title (self));
  add_part (parts, hip_day_format_long (self->run->date, HIP_DAY_NONE));
  add_part (parts, hip_run_item_dup_distance (self));
  add_part (parts, hip_run_item_dup_duration (self));
  add_part (parts, hip_run_item_dup_pace (self));
  add_part (parts, g_strdup (self->shoe));
  add_part (parts, describe_pain (self->pain));
  return join_parts (parts, ", ");
}
