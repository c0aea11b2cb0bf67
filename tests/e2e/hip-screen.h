// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HipScreen:
 *
 * The X display as a person has it before them: windows by their title, a
 * pointer, a keyboard, and eyes (pictures of the screen).
 */
typedef struct _HipScreen HipScreen;

typedef struct
{
  int x, y, width, height;
} HipRect;

HipScreen *hip_screen_new (void);
void hip_screen_free (HipScreen *self);

/* The window of process @pid titled @title; any title with NULL. 0 if there is none. */
gulong hip_screen_find_window (HipScreen *self, int pid, const char *title);
/* The inner window, without its shadow, on the screen. FALSE once it is gone. */
gboolean hip_screen_get_rect (HipScreen *self, gulong window, HipRect *rect);
void hip_screen_resize (HipScreen *self, gulong window, int width, int height);
void hip_screen_move (HipScreen *self, gulong window, int x, int y);
gboolean hip_screen_has_focus (HipScreen *self, gulong window);
void hip_screen_focus (HipScreen *self, gulong window);

void hip_screen_point (HipScreen *self, int x, int y);
void hip_screen_click (HipScreen *self, int x, int y, guint button);
void hip_screen_hold (HipScreen *self, gboolean hold);
/* An accelerator as GTK writes it: "<Control><Shift>z", "Tab", "F1". */
void hip_screen_press (HipScreen *self, const char *accelerator);
void hip_screen_type (HipScreen *self, const char *text);

/* (transfer full): RGB, three bytes a pixel */
GBytes *hip_screen_capture (HipScreen *self, const HipRect *rect);
gboolean
hip_screen_write_png (GBytes *pixels, int width, int height, const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipScreen, hip_screen_free)

G_END_DECLS
