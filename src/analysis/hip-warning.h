// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib-object.h>

#include "hip-record.h"
#include "hip-rule.h"
#include "hip-units.h"

G_BEGIN_DECLS

typedef enum
{
  HIP_NUMBER_DISTANCE, /* metres */
  HIP_NUMBER_COUNT,
  HIP_NUMBER_PERCENT,
  HIP_NUMBER_SCORE,
  HIP_NUMBER_DAY, /* a HipDay */
  HIP_NUMBER_TEXT,
} HipNumberKind;

/**
 * HipNumber:
 * @name: in snake case with its unit: "distance_m", "longest_on", "percent"
 * @kind: what the value is
 * @value: the figure; 0 for a text
 * @text: (nullable): the text of HIP_NUMBER_TEXT
 */
typedef struct
{
  const char *name;
  HipNumberKind kind;
  gint64 value;
  const char *text;
} HipNumber;

/**
 * HipWarning:
 *
 * One thing a rule has to say: what was seen, in which entries, how sure it is and where to read
 * on. Reference counted atomically; never changes.
 */
typedef struct _HipWarning HipWarning;

#define HIP_TYPE_WARNING (hip_warning_get_type ())
GType hip_warning_get_type (void);

HipWarning *hip_warning_ref (HipWarning *self);
void hip_warning_unref (HipWarning *self);

HipRule hip_warning_get_rule (const HipWarning *self);
HipSeverity hip_warning_get_severity (const HipWarning *self);
HipStrength hip_warning_get_strength (const HipWarning *self);
HipDay hip_warning_get_date (const HipWarning *self); /* it fired */
/* The last day it is open, HIP_DAY_NONE when it stays until its cause is gone (shoes). */
HipDay hip_warning_get_until (const HipWarning *self);
/* Stable: "run/12", "run/planned", "week/2026-03-09", "shoe/3/800000", "pain/2026-03-01/left",
 * "pain/2026-03-01/numbness;fever". What a dismissal refers to. */
const char *hip_warning_get_subject (const HipWarning *self);
guint hip_warning_get_n_entries (const HipWarning *self);
HipRecord *hip_warning_get_entry (const HipWarning *self, guint i);
guint hip_warning_get_n_numbers (const HipWarning *self);
const HipNumber *hip_warning_get_number (const HipWarning *self, guint i);
const HipNumber *hip_warning_lookup_number (const HipWarning *self, const char *name);
const char *const *hip_warning_get_causes (const HipWarning *self);     /* guide page ids */
const char *const *hip_warning_get_prevention (const HipWarning *self); /* guide page ids */

/* For people, translated, in their units. (transfer full) */
char *hip_warning_dup_title (const HipWarning *self, HipUnits units);
char *hip_warning_dup_body (const HipWarning *self, HipUnits units);
char *hip_warning_dup_formula (const HipWarning *self, HipUnits units);
char *hip_warning_dup_strength_text (const HipWarning *self);

/* What a dismissal of it on @today is: a new record, not yet in the log. (transfer full) */
HipDismissal *hip_warning_dismiss (const HipWarning *self, HipDay today);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipWarning, hip_warning_unref)

G_END_DECLS
