// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-change.h"
#include "hip-record.h"

G_BEGIN_DECLS

/**
 * HipHistory:
 *
 * A read-only snapshot of the whole log, sorted by day (runs also by start
 * time, then id). Reference counted atomically and safe to read from any thread.
 */
typedef struct _HipHistory HipHistory;

#define HIP_TYPE_HISTORY (hip_history_get_type ())
GType hip_history_get_type (void);

/* @records: (element-type HipRecord) (transfer none): every record of the log, in any order. */
HipHistory *hip_history_new (GPtrArray *records);
HipHistory *hip_history_new_empty (void);
HipHistory *hip_history_ref (HipHistory *self);
void hip_history_unref (HipHistory *self);

/* A history with @change applied in memory (what-if, tests). New ids are made up. */
HipHistory *hip_history_with_change (HipHistory *self, const HipChange *change);

gboolean hip_history_is_empty (const HipHistory *self);    /* no run, shoe, pain, care, screening */
HipDay hip_history_get_first_day (const HipHistory *self); /* first run, pain or care day */
HipDay hip_history_get_last_day (const HipHistory *self);  /* of a screening, too */

guint hip_history_get_n_runs (const HipHistory *self);
HipRun *hip_history_get_run (const HipHistory *self, guint i);
HipRun *hip_history_get_run_by_id (const HipHistory *self, gint64 id);
guint hip_history_find_run (const HipHistory *self, HipDay day); /* first at or after */

guint hip_history_get_n_pain_days (const HipHistory *self);
HipPainDay *hip_history_get_pain_day (const HipHistory *self, guint i);
guint hip_history_find_pain_day (const HipHistory *self, HipDay day); /* first at or after */
HipPainDay *hip_history_lookup_pain (const HipHistory *self, HipDay day, HipSide side);
/* The day's score: the higher side, HIP_UNSET when neither was logged. */
gint32 hip_history_get_pain_score (const HipHistory *self, HipDay day);

guint hip_history_get_n_shoes (const HipHistory *self); /* sorted by id */
HipShoe *hip_history_get_shoe (const HipHistory *self, guint i);
HipShoe *hip_history_get_shoe_by_id (const HipHistory *self, gint64 id);
HipShoe *hip_history_get_shoe_by_name (const HipHistory *self, const char *name);
/* Start distance and all runs in the pair up to and with @until (G_MAXINT32 for all). */
gint64 hip_history_get_shoe_distance (const HipHistory *self, gint64 shoe_id, HipDay until);
/* The pair of the latest run that has one still in use, else NULL. */
HipShoe *hip_history_get_last_shoe (const HipHistory *self);

guint hip_history_get_n_care (const HipHistory *self);
HipCareEntry *hip_history_get_care (const HipHistory *self, guint i);
guint hip_history_find_care (const HipHistory *self, HipDay day); /* first at or after */

guint hip_history_get_n_dismissals (const HipHistory *self);
HipDismissal *hip_history_get_dismissal (const HipHistory *self, guint i);
/* Whether the runner wants no warnings of a rule; the dismissal that says so, to be deleted. */
gboolean hip_history_is_muted (const HipHistory *self, const char *rule);
HipDismissal *hip_history_get_mute (const HipHistory *self, const char *rule);

guint hip_history_get_n_screenings (const HipHistory *self);
HipScreening *hip_history_get_screening (const HipHistory *self, guint i);
guint hip_history_get_n_replaced_runs (const HipHistory *self);
HipReplacedRun *hip_history_get_replaced_run (const HipHistory *self, guint i);
guint hip_history_find_screening (const HipHistory *self, HipDay day); /* first at or after */

guint hip_history_get_n_imports (const HipHistory *self); /* oldest first */
HipImport *hip_history_get_import (const HipHistory *self, guint i);

/* Changes that need to know the rest of the log. (transfer full) */
HipChange *hip_history_delete_shoe (HipHistory *self, HipShoe *shoe);    /* its runs lose it */
HipChange *hip_history_undo_import (HipHistory *self, gint64 import_id); /* NULL if none */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipHistory, hip_history_unref)

G_END_DECLS
