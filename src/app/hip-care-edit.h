// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-session.h"

G_BEGIN_DECLS

/* Few enough to be taken in at a glance. */
#define HIP_CARE_N_SUGGESTIONS 4

/* The change that adds an entry, shared by the dialog and by whoever logs without one.
 * (transfer full) */
HipChange *hip_care_edit_insert (HipCareEntry *care);
/* Adds an entry at once; the window offers to undo it. @minutes or HIP_UNSET; @note (nullable). */
void hip_care_edit_add (HipSession *session,
                        HipDay day,
                        HipCareKind kind,
                        gint32 minutes,
                        const char *note);

/* What this runner does most often, each kind once. */
void hip_care_edit_suggest (HipHistory *history,
                            HipDay today,
                            HipCareKind kinds[HIP_CARE_N_SUGGESTIONS]);
/* The kinds of a day, value n as bit n - 1; 0 if nothing was done. */
guint32 hip_care_edit_get_kinds (HipHistory *history, HipDay day);

G_END_DECLS
