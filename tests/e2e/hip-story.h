// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-robot.h"
#include "hip-test-util.h"

G_BEGIN_DECLS

/**
 * HipStory:
 *
 * What a test with the real program begins with: a home that is gone afterwards,
 * a robot in it, a fixed day, and hiplog-cli to look at files with other eyes.
 */
typedef struct
{
  HipTestDir *home;
  HipRobot *robot;
} HipStory;

HipStory *hip_story_new (const char *today);
void hip_story_free (HipStory *self);

/* The file the program keeps the runner's log in. (transfer full) */
char *hip_story_dup_log (HipStory *self);
/* The bytes of a file. (transfer full) */
char *hip_story_read (const char *path, gsize *length);
/* One number out of any log. */
gint64 hip_story_query (const char *log, const char *sql);
/* Somebody else writes to it. */
void hip_story_execute (const char *log, const char *sql);
/* hiplog-cli, which must succeed; @log may be one that is not there yet. */
void hip_story_import (HipStory *self, const char *log, const char *path);
/* The runner's log, of a runs.csv and a pain.csv. */
void hip_story_make_log (HipStory *self, const char *runs, const char *pain);
void hip_story_export (HipStory *self, const char *log, const char *folder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipStory, hip_story_free)

G_END_DECLS
