// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-record.h"

G_BEGIN_DECLS

/**
 * HipChangeItem:
 * @before: (nullable): the record as it is; %NULL to insert
 * @after: (nullable): the record as it will be; %NULL to delete
 */
typedef struct
{
  HipRecord *before;
  HipRecord *after;
} HipChangeItem;

/**
 * HipChange:
 *
 * One act of the runner: inserts, updates and deletes that happen together or
 * not at all. Its inverse is the same list, backwards, with before and after
 * swapped; that is all undo needs.
 */
typedef struct _HipChange HipChange;

HipChange *hip_change_new (const char *label); /* translated, "Delete run" */
HipChange *hip_change_ref (HipChange *self);
void hip_change_unref (HipChange *self);
void hip_change_insert (HipChange *self, gpointer after); /* adds a reference */
void hip_change_update (HipChange *self, gpointer before, gpointer after);
void hip_change_delete (HipChange *self, gpointer before);
const char *hip_change_get_label (const HipChange *self);
guint hip_change_get_n (const HipChange *self);
const HipChangeItem *hip_change_get (const HipChange *self, guint i);
HipChange *hip_change_invert (const HipChange *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipChange, hip_change_unref)

G_END_DECLS
