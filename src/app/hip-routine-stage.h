// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "hip-routine-player.h"

G_BEGIN_DECLS

#define HIP_TYPE_ROUTINE_STAGE (hip_routine_stage_get_type ())
G_DECLARE_FINAL_TYPE (HipRoutineStage, hip_routine_stage, HIP, ROUTINE_STAGE, AdwBin)

/* Signal "finished" (HipRoutineStage *self): after the last step.
 * Property "sound": whether steps that begin by themselves are to be heard. */

/* @plan: (element-type HipRoutineStep): never empty. Starts at once. */
void hip_routine_stage_play (HipRoutineStage *self, HipRoutine *routine, GArray *plan);
void hip_routine_stage_pause (HipRoutineStage *self);
void hip_routine_stage_resume (HipRoutineStage *self);
/* (transfer none) (nullable): NULL before anything is played. */
const HipRoutinePlayer *hip_routine_stage_get_player (HipRoutineStage *self);

G_END_DECLS
