// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-robot.h"

G_BEGIN_DECLS

/**
 * HipRunner:
 *
 * A made-up runner before HipLog: what a story needs again and again, in the
 * app's own words, on a robot with an empty home. It is Monday, 16 June 2025.
 */
typedef struct _HipRunner HipRunner;

/* The menu of a run. */
typedef enum
{
  HIP_RUN_COMMAND_EDIT = 1,
  HIP_RUN_COMMAND_DUPLICATE,
  HIP_RUN_COMMAND_COPY,
  HIP_RUN_COMMAND_DELETE,
} HipRunCommand;

HipRunner *hip_runner_new (void);
void hip_runner_free (HipRunner *self);
HipRobot *hip_runner_get_robot (HipRunner *self);

/* From the welcome page into an empty log. */
void hip_runner_begin (HipRunner *self);
/* The app again, with what is there. */
void hip_runner_come_back (HipRunner *self);
void hip_runner_look_around (HipRunner *self);
/* A view by its name: "Today", "Runs", … */
void hip_runner_go_to (HipRunner *self, const char *view);

/* By pointer and keys through the dialogs; what is typed is typed as it stands here. */
void hip_runner_add_shoes (HipRunner *self, const char *name, const char *start_distance);
void hip_runner_add_run (HipRunner *self, const char *date, const char *distance, const char *time);
/* Four Mondays of 10 km, up to last week. */
void hip_runner_add_month (HipRunner *self);
/* Opens the menu of the run whose row begins with @row and chooses @command. */
void hip_runner_choose_run (HipRunner *self, const char *row, HipRunCommand command);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipRunner, hip_runner_free)

G_END_DECLS
