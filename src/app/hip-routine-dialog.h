// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "hip-routine.h"
#include "hip-session.h"

G_BEGIN_DECLS

#define HIP_TYPE_ROUTINE_DIALOG (hip_routine_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HipRoutineDialog, hip_routine_dialog, HIP, ROUTINE_DIALOG, AdwDialog)

AdwDialog *hip_routine_dialog_new (HipSession *session, HipRoutine *routine);

G_END_DECLS
