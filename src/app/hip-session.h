// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gio/gio.h>

#include "hip-history.h"
#include "hip-limits.h"
#include "hip-log.h"
#include "hip-units.h"

G_BEGIN_DECLS

#define HIP_TYPE_SESSION (hip_session_get_type ())
G_DECLARE_FINAL_TYPE (HipSession, hip_session, HIP, SESSION, GObject)

HipSession *hip_session_new (HipLog *log, GSettings *settings, gboolean is_sample);

/* All borrowed, never NULL, and valid until the next "changed". */
HipLog *hip_session_get_log (HipSession *self);
GSettings *hip_session_get_settings (HipSession *self);
gboolean hip_session_is_sample (HipSession *self);
HipHistory *hip_session_get_history (HipSession *self);
HipUnits hip_session_get_units (HipSession *self);
const HipLimits *hip_session_get_limits (HipSession *self);
HipDay hip_session_get_today (HipSession *self);
GPtrArray *hip_session_get_warnings (HipSession *self); /* of HipWarning */
gboolean hip_session_is_busy (HipSession *self);        /* saving; the property "busy" tells */

/* Makes the change durable. Finishes after the commit and after "changed". The window shows
 * the toast with Undo by itself; the caller shows the error. */
void hip_session_apply_async (HipSession *self,
                              HipChange *change,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean hip_session_apply_finish (HipSession *self, GAsyncResult *result, GError **error);
/* The same, for acts without a dialog: an error goes to the window's "failed" toast. */
void hip_session_apply (HipSession *self, HipChange *change);

G_END_DECLS
