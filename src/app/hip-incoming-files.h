// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "hip-session.h"

G_BEGIN_DECLS

#define HIP_TYPE_INCOMING_FILES (hip_incoming_files_get_type ())
G_DECLARE_FINAL_TYPE (HipIncomingFiles, hip_incoming_files, HIP, INCOMING_FILES, GObject)

HipIncomingFiles *hip_incoming_files_new (AdwApplicationWindow *window);
/* The log that is open; NULL while none is. */
void hip_incoming_files_set_session (HipIncomingFiles *self, HipSession *session);
/* Imports files or folders as soon as that interrupts nothing. */
void hip_incoming_files_add (HipIncomingFiles *self, GPtrArray *files);

G_END_DECLS
