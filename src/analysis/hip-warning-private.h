// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-warning.h"

G_BEGIN_DECLS

/* While it is being made; afterwards nobody changes it. */
HipWarning *
_hip_warning_new (HipRule rule, HipSeverity severity, HipDay date, HipDay until, char *subject);
void _hip_warning_add_entry (HipWarning *self, gpointer record);
void _hip_warning_add_number (HipWarning *self, const char *name, HipNumberKind kind, gint64 value);
void _hip_warning_add_text (HipWarning *self, const char *name, const char *text);
void _hip_warning_add_cause (HipWarning *self, const char *page);

/* For the texts: a number that must be there. */
gint64 _hip_warning_get_value (const HipWarning *self, const char *name);
const char *_hip_warning_get_text (const HipWarning *self, const char *name);

/* The run a load warning is about, so that one run gets one message. */
#define HIP_WARNING_NO_SESSION G_MAXUINT
void _hip_warning_set_session (HipWarning *self, guint session);
guint _hip_warning_get_session (const HipWarning *self);

G_END_DECLS
