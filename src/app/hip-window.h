// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HIP_TYPE_WINDOW (hip_window_get_type ())
G_DECLARE_FINAL_TYPE (HipWindow, hip_window, HIP, WINDOW, AdwApplicationWindow)

HipWindow *hip_window_new (GtkApplication *app, GSettings *settings);
/* Shows the runner's log, or the welcome page where there is none yet. */
void hip_window_open_log (HipWindow *self);
/* Shows a fresh sample log, in a file of its own. */
void hip_window_open_sample (HipWindow *self);
/* Shows what is in files or folders, to be imported into the runner's log. */
void hip_window_import_files (HipWindow *self, GPtrArray *files);

G_END_DECLS
