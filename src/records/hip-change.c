// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-change.h"

struct _HipChange
{
  gatomicrefcount ref_count;
  char *label;   /* (owned) */
  GArray *items; /* (owned) (element-type HipChangeItem) */
};

static void
clear_item (gpointer data)
{
  HipChangeItem *item = data;

  g_clear_pointer (&item->before, hip_record_unref);
  g_clear_pointer (&item->after, hip_record_unref);
}

/**
 * hip_change_new:
 * @label: what the change does, translated: “Delete run”
 *
 * Makes a change that does nothing yet.
 *
 * Returns: (transfer full): a new change
 */
HipChange *
hip_change_new (const char *label)
{
  g_return_val_if_fail (label != NULL, NULL);

  HipChange *self = g_new0 (HipChange, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->label = g_strdup (label);
  self->items = g_array_new (FALSE, FALSE, sizeof (HipChangeItem));
  g_array_set_clear_func (self->items, clear_item);
  return self;
}

/**
 * hip_change_ref:
 * @self: a change
 *
 * Adds a reference. Safe from any thread.
 *
 * Returns: (transfer full): @self
 */
HipChange *
hip_change_ref (HipChange *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * hip_change_unref:
 * @self: (transfer full): a change
 *
 * Takes a reference away, and frees the change with the last one.
 */
void
hip_change_unref (HipChange *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->label);
  g_array_unref (self->items);
  g_free (self);
}

static void
add_item (HipChange *self, HipRecord *before, HipRecord *after)
{
  HipChangeItem item = { 0 };

  item.before = before != NULL ? hip_record_ref (before) : NULL;
  item.after = after != NULL ? hip_record_ref (after) : NULL;
  g_array_append_val (self->items, item);
}

/**
 * hip_change_insert:
 * @self: a change that nobody else has seen yet
 * @after: (type HipRecord) (transfer none): the new record
 *
 * Adds the insertion of a record. An id of 0 or less is replaced by a real one
 * when the change is made; with an id of more than 0 the record comes back as
 * it was.
 */
void
hip_change_insert (HipChange *self, gpointer after)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (after != NULL);

  add_item (self, NULL, after);
}

/**
 * hip_change_update:
 * @self: a change that nobody else has seen yet
 * @before: (type HipRecord) (transfer none): the record as it is
 * @after: (type HipRecord) (transfer none): a changed copy, with the same id
 *
 * Adds the change of a record.
 */
void
hip_change_update (HipChange *self, gpointer before, gpointer after)
{
  const HipRecord *old_record = before;
  const HipRecord *new_record = after;

  g_return_if_fail (self != NULL);
  g_return_if_fail (before != NULL);
  g_return_if_fail (after != NULL);
  g_return_if_fail (old_record->kind == new_record->kind);
  g_return_if_fail (old_record->id == new_record->id);

  add_item (self, before, after);
}

/**
 * hip_change_delete:
 * @self: a change that nobody else has seen yet
 * @before: (type HipRecord) (transfer none): the record as it is
 *
 * Adds the deletion of a record.
 */
void
hip_change_delete (HipChange *self, gpointer before)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (before != NULL);

  add_item (self, before, NULL);
}

/**
 * hip_change_get_label:
 * @self: a change
 *
 * Gets what the change does, for the menu and for toasts.
 *
 * Returns: (transfer none): the translated label
 */
const char *
hip_change_get_label (const HipChange *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->label;
}

/**
 * hip_change_get_n:
 * @self: a change
 *
 * Gets the number of items.
 *
 * Returns: the number
 */
guint
hip_change_get_n (const HipChange *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->items->len;
}

/**
 * hip_change_get:
 * @self: a change
 * @i: less than [method@Change.get_n]
 *
 * Gets an item; they are made in this order.
 *
 * Returns: (transfer none): the item
 */
const HipChangeItem *
hip_change_get (const HipChange *self, guint i)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (i < self->items->len, NULL);

  return &g_array_index (self->items, HipChangeItem, i);
}

/**
 * hip_change_invert:
 * @self: a change whose records have their real ids
 *
 * Makes the change that takes this one back: backwards, so that what others
 * refer to is there before them and gone after them.
 *
 * Returns: (transfer full): the inverse, with the same label
 */
HipChange *
hip_change_invert (const HipChange *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  HipChange *inverse = hip_change_new (self->label);
  for (guint i = self->items->len; i > 0; i--)
    {
      const HipChangeItem *item = hip_change_get (self, i - 1);
      add_item (inverse, item->after, item->before);
    }
  return inverse;
}
