// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-tree.h"

G_BEGIN_DECLS

/**
 * HipRobot:
 *
 * A runner at the keyboard of the real program: starts it in a home of its own,
 * looks at it as a screen reader does, works it by pointer and keys, and looks
 * at the log's file from outside.
 *
 * Nothing sleeps: each act waits until it is possible. What stays impossible for
 * too long ends the test with what is on the screen, as text and as a picture.
 *
 * Paths are those of [struct@Tree].
 */
typedef struct _HipRobot HipRobot;

HipRobot *hip_robot_new (const char *home);
void hip_robot_free (HipRobot *self);
/* From the next start on. */
void hip_robot_set_environment (HipRobot *self, const char *name, const char *value);
/* (transfer full): a path in the home, such as "data/hiplog" */
char *hip_robot_dup_path (HipRobot *self, const char *name);

/* The program */
void hip_robot_start (HipRobot *self, const char *argument);
/* The same from a folder, with any arguments. */
void hip_robot_start_in (HipRobot *self, const char *folder, const char *const *arguments);
/* Once more, beside the one that runs: its exit status, and (transfer full) what it complained. */
int
hip_robot_run (HipRobot *self, const char *folder, const char *const *arguments, char **complaints);
void hip_robot_quit (HipRobot *self);
/* Waits until it is gone, and that it went well. */
void hip_robot_expect_end (HipRobot *self);

/* Looking */
HipTree *hip_robot_get_tree (HipRobot *self);
/* Good until the next look. */
HipNode *hip_robot_find (HipRobot *self, const char *path);
gboolean hip_robot_sees (HipRobot *self, const char *path);
void hip_robot_expect (HipRobot *self, const char *path);
void hip_robot_expect_gone (HipRobot *self, const char *path);
void hip_robot_expect_n (HipRobot *self, const char *path, guint n);
void hip_robot_expect_state (HipRobot *self, const char *path, AtspiStateType state, gboolean set);
void hip_robot_expect_text (HipRobot *self, const char *path, const char *pattern);
/* A window of its own, such as a file chooser, has come up and has the keyboard. */
void hip_robot_expect_window (HipRobot *self, const char *title);
G_NORETURN void hip_robot_fail (HipRobot *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Doing */
void hip_robot_click (HipRobot *self, const char *path);
void hip_robot_press (HipRobot *self, const char *accelerator);
void hip_robot_type (HipRobot *self, const char *text);
/* By pointer: clicks into the field and replaces what is in it. */
void hip_robot_overwrite (HipRobot *self, const char *path, const char *text);
void hip_robot_fill (HipRobot *self, const char *path, const char *text);
/* By keys: goes on with Tab until what @path names has the focus. */
void hip_robot_tab_to (HipRobot *self, const char *path);
/* A row with a list of choices. */
void hip_robot_choose (HipRobot *self, const char *path, const char *choice);
/* Types a path into the file chooser that is open, and accepts it. */
void hip_robot_choose_file (HipRobot *self, const char *window, const char *file);
/* The view behind Alt and @number, 1 to 6. */
void hip_robot_show_view (HipRobot *self, int number);

/* Holds a file over the middle of the window; then whether somebody takes it there. */
void hip_robot_drag (HipRobot *self, const char *file);
gboolean hip_robot_drop (HipRobot *self);

/* The window */
void hip_robot_resize (HipRobot *self, int width, int height);
void hip_robot_get_size (HipRobot *self, int *width, int *height);
void hip_robot_take_picture (HipRobot *self, const char *file);

/* The runner's log from outside: waits until @sql gives @value. */
void hip_robot_expect_log (HipRobot *self, const char *sql, gint64 value);
gint64 hip_robot_query_log (HipRobot *self, const char *sql);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipRobot, hip_robot_free)

G_END_DECLS
