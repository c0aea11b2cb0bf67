// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-screen.h"

#include <string.h>

#include <X11/XKBlib.h>
#include <X11/Xatom.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>
#include <gdk-pixbuf/gdk-pixbuf.h>

struct _HipScreen
{
  Display *display;
  Window root;
};

/* Windows come and go while one looks at them; that is no reason to stop. */
static int
ignore_error_cb (Display *display, XErrorEvent *event)
{
  return 0;
}

/**
 * hip_screen_new:
 *
 * Returns: (transfer full): the display that `DISPLAY` names, which must be there
 */
HipScreen *
hip_screen_new (void)
{
  HipScreen *self = g_new0 (HipScreen, 1);

  self->display = XOpenDisplay (NULL);
  if (self->display == NULL)
    g_error ("There is no X display; run this through build-aux/with-display.");
  self->root = DefaultRootWindow (self->display);
  XSetErrorHandler (ignore_error_cb);

  return self;
}

/**
 * hip_screen_free:
 */
void
hip_screen_free (HipScreen *self)
{
  g_return_if_fail (self != NULL);

  XCloseDisplay (self->display);
  g_free (self);
}

/* Windows */

static gpointer
get_property (HipScreen *self, Window window, const char *name, Atom type, gulong *n_items)
{
  Atom found_type;
  int format;
  gulong left;
  guchar *data = NULL;

  *n_items = 0;
  if (XGetWindowProperty (self->display, window, XInternAtom (self->display, name, False), 0, 4096,
                          False, type, &found_type, &format, n_items, &left, &data)
      != Success)
    return NULL;
  return data;
}

static gboolean
is_of_process (HipScreen *self, Window window, int pid)
{
  gulong n;
  gulong *found = get_property (self, window, "_NET_WM_PID", XA_CARDINAL, &n);
  gboolean same = found != NULL && n == 1 && *found == (gulong) pid;

  if (found != NULL)
    XFree (found);
  return same;
}

static gboolean
is_titled (HipScreen *self, Window window, const char *title)
{
  gulong n;
  char *found = get_property (self, window, "_NET_WM_NAME",
                              XInternAtom (self->display, "UTF8_STRING", False), &n);
  gboolean same = title == NULL || g_strcmp0 (found, title) == 0;

  if (found != NULL)
    XFree (found);
  return same;
}

/**
 * hip_screen_find_window:
 * @pid: whose window
 * @title: (nullable): its title, any with %NULL
 *
 * Returns: the window the window manager shows last of those that fit, 0 if there is none
 */
gulong
hip_screen_find_window (HipScreen *self, int pid, const char *title)
{
  gulong n, found = 0;
  Window *windows;

  g_return_val_if_fail (self != NULL, 0);

  windows = get_property (self, self->root, "_NET_CLIENT_LIST", XA_WINDOW, &n);
  for (gulong i = 0; i < n; i++)
    if (is_of_process (self, windows[i], pid) && is_titled (self, windows[i], title))
      found = windows[i];
  if (windows != NULL)
    XFree (windows);
  return found;
}

/* GTK draws its shadow into the window and tells how wide that is: left, right, top, bottom. */
static void
get_shadow (HipScreen *self, Window window, int shadow[4])
{
  gulong n;
  gulong *extents = get_property (self, window, "_GTK_FRAME_EXTENTS", XA_CARDINAL, &n);

  for (int i = 0; i < 4; i++)
    shadow[i] = extents != NULL && n == 4 ? (int) extents[i] : 0;
  if (extents != NULL)
    XFree (extents);
}

/**
 * hip_screen_get_rect:
 * @rect: (out): the window without its shadow, on the screen
 *
 * Returns: whether the window is there
 */
gboolean
hip_screen_get_rect (HipScreen *self, gulong window, HipRect *rect)
{
  XWindowAttributes attributes;
  Window child;
  int shadow[4], x, y;

  g_return_val_if_fail (self != NULL && rect != NULL, FALSE);

  if (window == 0 || !XGetWindowAttributes (self->display, window, &attributes)
      || attributes.map_state != IsViewable
      || !XTranslateCoordinates (self->display, window, self->root, 0, 0, &x, &y, &child))
    return FALSE;
  get_shadow (self, window, shadow);
  *rect = (HipRect) { x + shadow[0], y + shadow[2], attributes.width - shadow[0] - shadow[1],
                      attributes.height - shadow[2] - shadow[3] };
  return TRUE;
}

/**
 * hip_screen_resize:
 * @width: pixels, without the shadow
 * @height: pixels, without the shadow
 *
 * Asks the window manager for another size.
 */
void
hip_screen_resize (HipScreen *self, gulong window, int width, int height)
{
  int shadow[4];

  g_return_if_fail (self != NULL);

  get_shadow (self, window, shadow);
  XResizeWindow (self->display, window, width + shadow[0] + shadow[1],
                 height + shadow[2] + shadow[3]);
  XFlush (self->display);
}

/**
 * hip_screen_move:
 *
 * Asks the window manager to put the window elsewhere.
 */
void
hip_screen_move (HipScreen *self, gulong window, int x, int y)
{
  g_return_if_fail (self != NULL);

  XMoveWindow (self->display, window, x, y);
  XFlush (self->display);
}

/**
 * hip_screen_has_focus:
 *
 * Returns: whether what is typed now goes to @window
 */
gboolean
hip_screen_has_focus (HipScreen *self, gulong window)
{
  gulong n;
  Window *active = get_property (self, self->root, "_NET_ACTIVE_WINDOW", XA_WINDOW, &n);
  gboolean same = active != NULL && n == 1 && *active == window;

  if (active != NULL)
    XFree (active);
  return same;
}

/**
 * hip_screen_focus:
 *
 * Asks the window manager to let what is typed go to @window.
 */
void
hip_screen_focus (HipScreen *self, gulong window)
{
  XEvent event = { 0 };

  g_return_if_fail (self != NULL);

  event.xclient.type = ClientMessage;
  event.xclient.window = window;
  event.xclient.message_type = XInternAtom (self->display, "_NET_ACTIVE_WINDOW", False);
  event.xclient.format = 32;
  event.xclient.data.l[0] = 2;
  XSendEvent (self->display, self->root, False, SubstructureRedirectMask | SubstructureNotifyMask,
              &event);
  XFlush (self->display);
}

/* Pointer */

/**
 * hip_screen_point:
 *
 * Moves the pointer.
 */
void
hip_screen_point (HipScreen *self, int x, int y)
{
  g_return_if_fail (self != NULL);

  XTestFakeMotionEvent (self->display, DefaultScreen (self->display), x, y, CurrentTime);
  XFlush (self->display);
}

/**
 * hip_screen_click:
 * @button: 1 is the first one, 3 the secondary one, 4 and 5 turn the wheel up and down
 *
 * Moves the pointer and clicks.
 */
void
hip_screen_click (HipScreen *self, int x, int y, guint button)
{
  g_return_if_fail (self != NULL);

  hip_screen_point (self, x, y);
  XTestFakeButtonEvent (self->display, button, True, CurrentTime);
  XTestFakeButtonEvent (self->display, button, False, CurrentTime);
  XFlush (self->display);
}

/**
 * hip_screen_hold:
 * @hold: whether to press the first button, or to let go of it
 *
 * Presses the button where the pointer is, without letting go.
 */
void
hip_screen_hold (HipScreen *self, gboolean hold)
{
  g_return_if_fail (self != NULL);

  XTestFakeButtonEvent (self->display, 1, hold ? True : False, CurrentTime);
  XFlush (self->display);
}

/* Keyboard */

/* The key that makes @symbol, and whether with Shift. */
static KeyCode
find_key (HipScreen *self, KeySym symbol, gboolean *shift)
{
  int first, last;

  XDisplayKeycodes (self->display, &first, &last);
  for (int level = 0; level < 2; level++)
    for (int code = first; code <= last; code++)
      if (XkbKeycodeToKeysym (self->display, code, 0, level) == symbol)
        {
          *shift = level == 1;
          return code;
        }
  g_error ("The keyboard has no key for %s.", XKeysymToString (symbol));
}

static void
hit (HipScreen *self, KeySym symbol, gboolean down)
{
  XTestFakeKeyEvent (self->display, XKeysymToKeycode (self->display, symbol), down, CurrentTime);
}

static void
press_symbol (HipScreen *self, KeySym symbol)
{
  gboolean shift;
  KeyCode code = find_key (self, symbol, &shift);

  if (shift)
    hit (self, XK_Shift_L, TRUE);
  XTestFakeKeyEvent (self->display, code, True, CurrentTime);
  XTestFakeKeyEvent (self->display, code, False, CurrentTime);
  if (shift)
    hit (self, XK_Shift_L, FALSE);
  XFlush (self->display);
}

static const struct
{
  const char *name;
  KeySym symbol;
} modifiers[] = {
  { "<Control>", XK_Control_L },
  { "<Alt>", XK_Alt_L },
  { "<Shift>", XK_Shift_L },
};

/**
 * hip_screen_press:
 * @accelerator: such as "<Control><Shift>z"
 *
 * Presses keys together and lets them go.
 */
void
hip_screen_press (HipScreen *self, const char *accelerator)
{
  gboolean held[G_N_ELEMENTS (modifiers)] = { FALSE };
  KeySym symbol;

  g_return_if_fail (self != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (modifiers); i++)
    if (strstr (accelerator, modifiers[i].name) != NULL)
      {
        held[i] = TRUE;
        hit (self, modifiers[i].symbol, TRUE);
      }
  symbol = XStringToKeysym (g_str_has_suffix (accelerator, ">") ? "greater"
                            : strrchr (accelerator, '>')        ? strrchr (accelerator, '>') + 1
                                                                : accelerator);
  if (symbol == NoSymbol)
    g_error ("There is no key called %s.", accelerator);
  press_symbol (self, symbol);
  for (guint i = 0; i < G_N_ELEMENTS (modifiers); i++)
    if (held[i])
      hit (self, modifiers[i].symbol, FALSE);
  XFlush (self->display);
}

/**
 * hip_screen_type:
 * @text: letters of a US keyboard
 *
 * Types text, letter by letter.
 */
void
hip_screen_type (HipScreen *self, const char *text)
{
  g_return_if_fail (self != NULL);

  for (const char *p = text; *p != '\0'; p++)
    press_symbol (self, *p == '\n' ? XK_Return : *p == '\t' ? XK_Tab : (KeySym) (guchar) *p);
}

/* Pictures */

static guchar *
to_rgb (XImage *image)
{
  guchar *pixels = g_malloc (3 * image->width * image->height);
  guchar *p = pixels;

  for (int y = 0; y < image->height; y++)
    for (int x = 0; x < image->width; x++)
      {
        gulong pixel = XGetPixel (image, x, y);

        *p++ = pixel >> 16;
        *p++ = pixel >> 8;
        *p++ = pixel;
      }
  return pixels;
}

/**
 * hip_screen_capture:
 * @rect: a part of the screen; what reaches beyond is an error
 *
 * Returns: (transfer full) (nullable): what is to be seen there, three bytes a pixel
 */
GBytes *
hip_screen_capture (HipScreen *self, const HipRect *rect)
{
  XImage *image;
  GBytes *bytes;

  g_return_val_if_fail (self != NULL && rect != NULL, NULL);

  image = XGetImage (self->display, self->root, rect->x, rect->y, rect->width, rect->height,
                     AllPlanes, ZPixmap);
  if (image == NULL)
    return NULL;
  bytes = g_bytes_new_take (to_rgb (image), 3 * rect->width * rect->height);
  XDestroyImage (image);
  return bytes;
}

/**
 * hip_screen_write_png:
 * @pixels: as hip_screen_capture() gives them
 *
 * Returns: whether the picture was written
 */
gboolean
hip_screen_write_png (GBytes *pixels, int width, int height, const char *path, GError **error)
{
  g_autoptr (GdkPixbuf) pixbuf = NULL;

  g_return_val_if_fail (pixels != NULL && path != NULL, FALSE);

  pixbuf =
      gdk_pixbuf_new_from_bytes (pixels, GDK_COLORSPACE_RGB, FALSE, 8, width, height, 3 * width);
  return gdk_pixbuf_save (pixbuf, path, "png", error, NULL);
}
