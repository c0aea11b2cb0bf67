// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-record.h"
#include "hip-units.h"

G_BEGIN_DECLS

/** HipRunField: what of a run is typed as a text. */
typedef enum
{
  HIP_RUN_FIELD_DATE,
  HIP_RUN_FIELD_START,
  HIP_RUN_FIELD_DISTANCE,
  HIP_RUN_FIELD_DURATION,
  HIP_RUN_FIELD_CADENCE,
  HIP_RUN_FIELD_ASCENT,
} HipRunField;
#define HIP_N_RUN_FIELDS 6

typedef struct _HipRunForm HipRunForm;

HipRunForm *hip_run_form_new (HipRun *run, HipUnits units, HipDay today);
void hip_run_form_free (HipRunForm *self);

char *hip_run_form_dup_text (const HipRunForm *self, HipRunField field);
void hip_run_form_set_text (HipRunForm *self, HipRunField field, const char *text);
HipRun *hip_run_form_edit (HipRunForm *self);

HipRun *hip_run_form_get_run (const HipRunForm *self);
HipRun *hip_run_form_get_origin (const HipRunForm *self);
gboolean hip_run_form_is_new (const HipRunForm *self);
gboolean hip_run_form_is_changed (const HipRunForm *self);
const char *hip_run_form_get_error (const HipRunForm *self, HipRunField field);
gboolean hip_run_form_check (HipRunForm *self, int *field, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipRunForm, hip_run_form_free)

G_END_DECLS
