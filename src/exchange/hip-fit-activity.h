// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-activity.h"

G_BEGIN_DECLS

/**
 * HipFitActivities:
 *
 * Understands the messages of a FIT file: sessions, and for want of them laps and points.
 */
typedef struct _HipFitActivities HipFitActivities;

HipFitActivities *hip_fit_activities_new (void);
void hip_fit_activities_free (HipFitActivities *self);
void hip_fit_activities_begin_file (HipFitActivities *self);
void hip_fit_activities_end_file (HipFitActivities *self);
/* One message: its fields, each with a value, between begin and end; without end it is dropped. */
void hip_fit_activities_begin (HipFitActivities *self, guint16 message);
void hip_fit_activities_take (HipFitActivities *self, guint8 field, guint64 value);
void hip_fit_activities_end (HipFitActivities *self);
/* (transfer full) (element-type HipActivity) */
GPtrArray *hip_fit_activities_finish (HipFitActivities *self);
/* Whether laps or points stand in for a session. */
gboolean hip_fit_activities_is_estimate (const HipFitActivities *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipFitActivities, hip_fit_activities_free)

G_END_DECLS
