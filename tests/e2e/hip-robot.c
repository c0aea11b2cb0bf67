// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-robot.h"

#include <locale.h>
#include <string.h>

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sqlite3.h>

/* How long a person would wait at most, and how often the robot looks. */
#define PATIENCE_SECONDS 60
#define LOOK_USEC        10000

/* A picture is taken of a screen at rest; this many equal looks are rest. */
#define STILL_LOOKS  4
#define SETTLE_LOOKS 100
/* Folding begins a few frames after the window has its new size. */
#define FOLDED_LOOKS 40

/* After that long in vain, a key is pressed again: a look takes long where there is much to see. */
#define PRESS_AGAIN_USEC (3 * G_USEC_PER_SEC)

/* More stops than any view has. */
#define MAX_TABS 120

struct _HipRobot
{
  /* Owned */
  char *home;
  char **environment;
  HipScreen *screen;
  GSubprocess *process; /* (nullable): while it runs */
  GSubprocess *dragged; /* (nullable): what files are dragged from */
  HipTree *tree;        /* (nullable): while it runs */
  char *messages;       /* the file that the program writes its complaints to */

  int pid;
  gboolean ended;
};

typedef gboolean (*Condition) (HipRobot *self, gpointer data);

/* Complaints of the surroundings that say nothing about the program. */
static const char *const noise[] = {
  /* Xvfb has no GPU, and none is asked for. */
  "libEGL warning",
  "MESA",
  /* GTK's own file chooser, now and then, while it loads a folder; portals do without it. */
  "gtk_tree_store_remove: assertion 'VALID_ITER (iter, tree_store)' failed",
  NULL,
};

/* Waiting */

static void
look_aside (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_usleep (LOOK_USEC);
}

static gint64
get_patience (void)
{
  const char *factor = g_getenv ("MESON_TEST_TIMEOUT_MULTIPLIER");

  return G_USEC_PER_SEC * PATIENCE_SECONDS * (factor ? MAX (atoi (factor), 1) : 1);
}

static gboolean
wait_until (HipRobot *self, Condition condition, gpointer data)
{
  gint64 deadline = g_get_monotonic_time () + get_patience ();

  while (!condition (self, data))
    {
      if (g_get_monotonic_time () > deadline)
        return FALSE;
      look_aside ();
    }
  return TRUE;
}

/* Failing */

static gulong
get_window (HipRobot *self)
{
  return hip_screen_find_window (self->screen, self->pid, NULL);
}

static void
save_failure (HipRobot *self)
{
  g_autofree char *folder = g_build_filename (
      g_getenv ("G_TEST_BUILDDIR") ? g_getenv ("G_TEST_BUILDDIR") : ".", "e2e", "failures", NULL);
  g_autofree char *name = g_strdup (g_test_get_path ());
  g_autofree char *picture = NULL;
  g_autofree char *file = NULL;
  g_autoptr (GBytes) pixels = NULL;
  HipRect rect;

  g_strdelimit (name, "/", '-');
  file = g_strdup_printf ("%s/failure%s.png", folder, name);
  g_mkdir_with_parents (folder, 0755);
  if (!hip_screen_get_rect (self->screen, get_window (self), &rect))
    return;
  pixels = hip_screen_capture (self->screen, &rect);
  if (pixels != NULL && hip_screen_write_png (pixels, rect.width, rect.height, file, NULL))
    g_printerr ("What it looked like: %s\n", file);
}

static void
print_messages (HipRobot *self)
{
  g_autofree char *messages = NULL;

  if (self->messages != NULL && g_file_get_contents (self->messages, &messages, NULL, NULL)
      && *messages != '\0')
    g_printerr ("What it complained of:\n%s\n", messages);
}

/**
 * hip_robot_fail:
 *
 * Ends the test with a sentence, what is on the screen, and a picture of it.
 */
void
hip_robot_fail (HipRobot *self, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);

  g_printerr ("\n%s\n", text);
  if (self->tree != NULL && !self->ended)
    {
      g_autofree char *tree = hip_tree_print (self->tree);

      g_printerr ("What was there:\n%s\n", tree);
      save_failure (self);
    }
  print_messages (self);
  if (self->process != NULL)
    g_subprocess_force_exit (self->process);
  g_assertion_message (G_LOG_DOMAIN, __FILE__, __LINE__, G_STRFUNC, text);
  g_assert_not_reached ();
}

/* The home */

static void
write_file (const char *folder, const char *name, const char *contents)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  g_file_set_contents (path, contents, -1, &error);
  g_assert_no_error (error);
}

static void
set_home (HipRobot *self, const char *variable, const char *name)
{
  g_autofree char *path = hip_robot_dup_path (self, name);

  g_mkdir_with_parents (path, 0700);
  hip_robot_set_environment (self, variable, path);
}

/* Animations would only make everybody wait. Without a compositor GTK draws a frame where elsewhere
 * a shadow is; here nothing is, so that the window is as large as what is in it. */
static void
furnish (HipRobot *self)
{
  g_autofree char *gtk = hip_robot_dup_path (self, "config/gtk-4.0");

  set_home (self, "HOME", "home");
  set_home (self, "XDG_DATA_HOME", "data");
  set_home (self, "XDG_CONFIG_HOME", "config");
  set_home (self, "XDG_CACHE_HOME", "cache");
  set_home (self, "XDG_STATE_HOME", "state");
  hip_robot_set_environment (self, "GSETTINGS_BACKEND", "keyfile");
  /* A critical fails the test when the program ends: see check_messages (). It is not made fatal,
   * for GTK's file chooser is not without. */
  hip_robot_set_environment (self, "G_DEBUG", "gc-friendly");
  hip_robot_set_environment (self, "LC_ALL", "C.UTF-8");
  hip_robot_set_environment (self, "TZ", "UTC");
  write_file (gtk, "settings.ini",
              "[Settings]\ngtk-enable-animations=false\ngtk-cursor-blink=false\n"
              "gtk-font-name=Cantarell 11\ngtk-decoration-layout=:close\n");
  write_file (gtk, "gtk.css", "window.solid-csd { border: none; padding: 0; box-shadow: none; }\n");
}

/**
 * hip_robot_new:
 * @home: an empty folder for the program's data, settings and caches
 *
 * Returns: (transfer full): a robot that has not started anything yet
 */
HipRobot *
hip_robot_new (const char *home)
{
  HipRobot *self = g_new0 (HipRobot, 1);

  setlocale (LC_ALL, ""); /* reports are in UTF-8 */
  self->home = g_strdup (home);
  self->environment = g_get_environ ();
  self->screen = hip_screen_new ();
  self->ended = TRUE;
  furnish (self);

  return self;
}

/**
 * hip_robot_free:
 *
 * A program that still runs is ended.
 */
void
hip_robot_free (HipRobot *self)
{
  g_return_if_fail (self != NULL);

  if (!self->ended)
    g_subprocess_force_exit (self->process);
  g_clear_object (&self->process);
  if (self->dragged != NULL)
    g_subprocess_force_exit (self->dragged);
  g_clear_object (&self->dragged);
  g_clear_pointer (&self->tree, hip_tree_free);
  g_clear_pointer (&self->screen, hip_screen_free);
  g_strfreev (self->environment);
  g_free (self->messages);
  g_free (self->home);
  g_free (self);
}

/**
 * hip_robot_set_environment:
 * @value: (nullable): %NULL takes the variable away
 *
 * Changes what the program finds in its environment at its next start.
 */
void
hip_robot_set_environment (HipRobot *self, const char *name, const char *value)
{
  g_return_if_fail (self != NULL);

  self->environment = value ? g_environ_setenv (self->environment, name, value, TRUE)
                            : g_environ_unsetenv (self->environment, name);
}

/**
 * hip_robot_dup_path:
 * @name: a path in the home
 *
 * Returns: (transfer full): the absolute path
 */
char *
hip_robot_dup_path (HipRobot *self, const char *name)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_build_filename (self->home, name, NULL);
}

/* Starting and ending */

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  HipRobot *self = data;

  g_subprocess_wait_finish (G_SUBPROCESS (source), result, NULL);
  self->ended = TRUE;
}

static gboolean
is_up (HipRobot *self, gpointer data)
{
  HipRect rect;

  if (self->ended)
    return TRUE;
  if (!hip_screen_get_rect (self->screen, get_window (self), &rect)
      || !hip_screen_has_focus (self->screen, get_window (self)))
    return FALSE;
  if (self->tree == NULL)
    self->tree = hip_tree_new (self->pid);
  return self->tree != NULL;
}

/* The program and what it is told. (transfer container) */
static const char **
make_command (const char *const *arguments)
{
  const char *program = g_getenv ("HIPLOG_PROGRAM");
  GPtrArray *command = g_ptr_array_new ();

  g_ptr_array_add (command, (gpointer) (program ? program : HIP_ROBOT_PROGRAM));
  for (guint i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (command, (gpointer) arguments[i]);
  g_ptr_array_add (command, NULL);
  return (const char **) g_ptr_array_free (command, FALSE);
}

static GSubprocessLauncher *
make_launcher (HipRobot *self, GSubprocessFlags flags, const char *folder)
{
  GSubprocessLauncher *launcher = g_subprocess_launcher_new (flags);

  g_subprocess_launcher_set_environ (launcher, self->environment);
  if (folder != NULL)
    g_subprocess_launcher_set_cwd (launcher, folder);
  return launcher;
}

/**
 * hip_robot_start:
 * @argument: (nullable): an option for the program
 *
 * Starts the program that `HIPLOG_PROGRAM` names, and waits for its window.
 */
void
hip_robot_start (HipRobot *self, const char *argument)
{
  const char *arguments[] = { argument, NULL };

  hip_robot_start_in (self, NULL, arguments);
}

/**
 * hip_robot_start_in:
 * @folder: (nullable): where to start it from
 * @arguments: (array zero-terminated=1): what to tell it
 *
 * Starts the program from a folder, and waits for its window.
 */
void
hip_robot_start_in (HipRobot *self, const char *folder, const char *const *arguments)
{
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autofree const char **command = make_command (arguments);
  g_autoptr (GError) error = NULL;

  g_return_if_fail (self != NULL && self->ended);

  launcher = make_launcher (self, G_SUBPROCESS_FLAGS_NONE, folder);
  g_clear_pointer (&self->messages, g_free);
  self->messages = hip_robot_dup_path (self, "messages.txt");
  g_subprocess_launcher_set_stderr_file_path (launcher, self->messages);
  g_clear_object (&self->process);
  self->process = g_subprocess_launcher_spawnv (launcher, command, &error);
  g_assert_no_error (error);
  self->pid = atoi (g_subprocess_get_identifier (self->process));
  self->ended = FALSE;
  g_subprocess_wait_async (self->process, NULL, ended_cb, self);

  if (!wait_until (self, is_up, NULL) || self->ended)
    hip_robot_fail (self, "The program does not come up.");
}

/**
 * hip_robot_run:
 * @folder: where to start it from
 * @arguments: (array zero-terminated=1): what to tell it
 * @complaints: (out) (optional): what it wrote to standard error
 *
 * Starts the program once more, beside the one that may be running, and waits for its end.
 *
 * Returns: its exit status
 */
int
hip_robot_run (HipRobot *self, const char *folder, const char *const *arguments, char **complaints)
{
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autofree const char **command = make_command (arguments);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (self != NULL, -1);

  launcher = make_launcher (self, G_SUBPROCESS_FLAGS_STDERR_PIPE, folder);
  process = g_subprocess_launcher_spawnv (launcher, command, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, complaints, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  return g_subprocess_get_exit_status (process);
}

static gboolean
has_ended (HipRobot *self, gpointer data)
{
  return self->ended;
}

static gboolean
is_noise (const char *line)
{
  for (guint i = 0; noise[i] != NULL; i++)
    if (strstr (line, noise[i]) != NULL)
      return TRUE;
  return FALSE;
}

static void
check_messages (HipRobot *self)
{
  g_autofree char *messages = NULL;
  g_auto (GStrv) lines = NULL;

  g_file_get_contents (self->messages, &messages, NULL, NULL);
  lines = g_strsplit (messages ? messages : "", "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if ((strstr (lines[i], "WARNING") || strstr (lines[i], "CRITICAL") || strstr (lines[i], "ERROR")
         || strstr (lines[i], "Sanitizer") || strstr (lines[i], "runtime error"))
        && !is_noise (lines[i]))
      hip_robot_fail (self, "The program complained.");
}

/**
 * hip_robot_expect_end:
 *
 * Waits until the program has ended, without an error and without a complaint.
 */
void
hip_robot_expect_end (HipRobot *self)
{
  g_return_if_fail (self != NULL);

  if (!wait_until (self, has_ended, NULL))
    hip_robot_fail (self, "The program does not end.");
  g_clear_pointer (&self->tree, hip_tree_free);
  check_messages (self);
  if (!g_subprocess_get_if_exited (self->process)
      || g_subprocess_get_exit_status (self->process) != 0)
    hip_robot_fail (self, "The program ended badly.");
}

/**
 * hip_robot_quit:
 *
 * Quits the program by its shortcut, and waits for its end.
 */
void
hip_robot_quit (HipRobot *self)
{
  hip_robot_press (self, "<Control>q");
  hip_robot_expect_end (self);
}

/* Looking */

/**
 * hip_robot_get_tree:
 *
 * Returns: (transfer none) (nullable): what a screen reader sees, while the program runs
 */
HipTree *
hip_robot_get_tree (HipRobot *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->tree;
}

typedef struct
{
  const char *path;
  const char *pattern;
  HipNode *found;
  AtspiStateType state;
  gboolean set;
  guint n;
} Search;

static gboolean
is_found (HipRobot *self, gpointer data)
{
  Search *search = data;

  if (!self->ended)
    search->found = hip_tree_find (self->tree, search->path);
  return self->ended || search->found != NULL;
}

/**
 * hip_robot_find:
 *
 * Waits until there is something at @path.
 *
 * Returns: (transfer none): the first there is, good until the next look
 */
HipNode *
hip_robot_find (HipRobot *self, const char *path)
{
  Search search = { .path = path };

  g_return_val_if_fail (self != NULL, NULL);

  if (!wait_until (self, is_found, &search) || search.found == NULL)
    hip_robot_fail (self, "There is no %s.", path);
  return search.found;
}

/**
 * hip_robot_sees:
 *
 * Returns: whether there is something at @path right now
 */
gboolean
hip_robot_sees (HipRobot *self, const char *path)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return hip_tree_find (self->tree, path) != NULL;
}

/**
 * hip_robot_expect:
 *
 * Waits until there is something at @path.
 */
void
hip_robot_expect (HipRobot *self, const char *path)
{
  hip_robot_find (self, path);
}

static gboolean
is_gone (HipRobot *self, gpointer data)
{
  Search *search = data;

  return self->ended || !hip_robot_sees (self, search->path);
}

/**
 * hip_robot_expect_gone:
 *
 * Waits until there is nothing at @path.
 */
void
hip_robot_expect_gone (HipRobot *self, const char *path)
{
  Search search = { .path = path };

  g_return_if_fail (self != NULL);

  if (!wait_until (self, is_gone, &search) || self->ended)
    hip_robot_fail (self, "There is still %s.", path);
}

static gboolean
is_as_many (HipRobot *self, gpointer data)
{
  Search *search = data;
  g_autoptr (GPtrArray) found = hip_tree_find_all (self->tree, search->path);

  return self->ended || found->len == search->n;
}

/**
 * hip_robot_expect_n:
 *
 * Waits until there are exactly @n at @path.
 */
void
hip_robot_expect_n (HipRobot *self, const char *path, guint n)
{
  Search search = { .path = path, .n = n };

  g_return_if_fail (self != NULL);

  if (!wait_until (self, is_as_many, &search) || self->ended)
    hip_robot_fail (self, "There are not %u of %s.", n, path);
}

static gboolean
is_in_state (HipRobot *self, gpointer data)
{
  Search *search = data;
  HipNode *found = self->ended ? NULL : hip_tree_find (self->tree, search->path);

  return self->ended || (found != NULL && hip_node_has_state (found, search->state) == search->set);
}

/**
 * hip_robot_expect_state:
 *
 * Waits until what is at @path has, or has not, a state.
 */
void
hip_robot_expect_state (HipRobot *self, const char *path, AtspiStateType state, gboolean set)
{
  Search search = { .path = path, .state = state, .set = set };

  g_return_if_fail (self != NULL);

  if (!wait_until (self, is_in_state, &search) || self->ended)
    hip_robot_fail (self, "%s does not get %s state %d.", path, set ? "into" : "out of", state);
}

static gboolean
has_text (HipRobot *self, gpointer data)
{
  Search *search = data;
  HipNode *found = self->ended ? NULL : hip_tree_find (self->tree, search->path);
  g_autofree char *text = found ? hip_node_dup_text (found) : NULL;

  return self->ended || (text != NULL && g_pattern_match_simple (search->pattern, text));
}

/**
 * hip_robot_expect_text:
 * @pattern: with "*" for anything
 *
 * Waits until what is at @path shows a text.
 */
void
hip_robot_expect_text (HipRobot *self, const char *path, const char *pattern)
{
  Search search = { .path = path, .pattern = pattern };

  g_return_if_fail (self != NULL);

  if (!wait_until (self, has_text, &search) || self->ended)
    hip_robot_fail (self, "%s does not say “%s”.", path, pattern);
}

static gboolean
has_focus (HipRobot *self, gpointer data)
{
  gulong window = hip_screen_find_window (self->screen, self->pid, data);

  return self->ended || (window != 0 && hip_screen_has_focus (self->screen, window));
}

/**
 * hip_robot_expect_window:
 * @title: of a window besides the program's main one, or of that
 *
 * Waits until what is typed goes to this window.
 */
void
hip_robot_expect_window (HipRobot *self, const char *title)
{
  g_return_if_fail (self != NULL);

  if (!wait_until (self, has_focus, (gpointer) title) || self->ended)
    hip_robot_fail (self, "There is no window “%s”.", title);
}

/* Pointing */

typedef struct
{
  const char *path;
  HipRect rect;  /* of what is to be clicked, in its window */
  HipRect last;  /* where that was when one looked before */
  HipRect place; /* of the window */
} Target;

static gboolean
is_within (const HipRect *rect, int x, int y)
{
  return x >= rect->x && x < rect->x + rect->width && y >= rect->y && y < rect->y + rect->height;
}

static gulong
find_window_of (HipRobot *self, HipNode *node)
{
  HipNode *window = hip_node_get_window (node);

  return window ? hip_screen_find_window (self->screen, self->pid, hip_node_get_name (window)) : 0;
}

/* What is out of sight is brought into it by the wheel, a click of which goes about this far. */
#define WHEEL_CLICK 80

static void
turn_wheel (HipRobot *self, Target *target, const HipRect *clip)
{
  int middle = clip->y + clip->height / 2;
  int way = target->rect.y + target->rect.height / 2 - middle;

  for (int i = 0; i <= ABS (way) / WHEEL_CLICK; i++)
    hip_screen_click (self->screen, target->place.x + clip->x + clip->width / 2,
                      target->place.y + middle, way > 0 ? 5 : 4);
}

/* A toast hides what is behind it, and goes after a while. */
static gboolean
is_under_toast (HipNode *node, int x, int y)
{
  HipNode *toast = hip_node_find (hip_node_get_window (node), "alert:*");
  HipRect rect;

  if (toast == NULL || !hip_node_get_rect (toast, &rect) || !is_within (&rect, x, y))
    return FALSE;
  for (HipNode *at = node; at != NULL; at = hip_node_get_parent (at))
    if (at == toast)
      return FALSE;
  return TRUE;
}

/* In sight, able to be used, and at rest. */
static gboolean
is_at_hand (HipRobot *self, gpointer data)
{
  Target *target = data;
  HipNode *found = self->ended ? NULL : hip_tree_find (self->tree, target->path);
  gboolean rests;
  HipRect clip;
  int x, y;

  if (found == NULL || !hip_node_has_state (found, ATSPI_STATE_SENSITIVE)
      || !hip_node_get_rect (found, &target->rect)
      || !hip_screen_get_rect (self->screen, find_window_of (self, found), &target->place))
    return self->ended;
  hip_node_get_clip (found, &clip);
  rests = memcmp (&target->rect, &target->last, sizeof (HipRect)) == 0;
  target->last = target->rect;
  if (!rests)
    return FALSE;
  x = target->rect.x + target->rect.width / 2;
  y = target->rect.y + target->rect.height / 2;
  if (is_within (&clip, x, y))
    return !is_under_toast (found, x, y);
  turn_wheel (self, target, &clip);
  return FALSE;
}

/**
 * hip_robot_click:
 *
 * Clicks with the first button on what is at @path, once it is in sight and at rest.
 */
void
hip_robot_click (HipRobot *self, const char *path)
{
  Target target = { .path = path };

  g_return_if_fail (self != NULL);

  if (!wait_until (self, is_at_hand, &target) || self->ended)
    hip_robot_fail (self, "%s cannot be clicked.", path);
  hip_screen_click (self->screen, target.place.x + target.rect.x + target.rect.width / 2,
                    target.place.y + target.rect.y + target.rect.height / 2, 1);
}

/* Typing */

typedef struct
{
  GBytes *pixels; /* (owned) (nullable) */
  HipRect rect;
  int still;
  int looks; /* how many equal ones are rest */
} Picture;

static gboolean
is_still (HipRobot *self, gpointer data)
{
  Picture *picture = data;
  g_autoptr (GBytes) now = NULL;

  if (!hip_screen_get_rect (self->screen, get_window (self), &picture->rect))
    return self->ended;
  now = hip_screen_capture (self->screen, &picture->rect);
  if (now == NULL)
    return FALSE;
  if (picture->pixels != NULL && g_bytes_equal (now, picture->pixels))
    return ++picture->still >= picture->looks;
  picture->still = 0;
  g_clear_pointer (&picture->pixels, g_bytes_unref);
  picture->pixels = g_steal_pointer (&now);
  return FALSE;
}

/* A key that comes while the focus moves from a widget that has just gone finds nobody to take it,
 * and no person is that quick. What never rests, such as a progress bar, is not waited for long. */
static void
settle (HipRobot *self)
{
  Picture picture = { .looks = STILL_LOOKS };

  for (int i = 0; i < SETTLE_LOOKS && !is_still (self, &picture); i++)
    look_aside ();
  g_clear_pointer (&picture.pixels, g_bytes_unref);
}

/**
 * hip_robot_press:
 * @accelerator: such as "<Control>z"
 *
 * Presses keys.
 */
void
hip_robot_press (HipRobot *self, const char *accelerator)
{
  g_return_if_fail (self != NULL);

  settle (self);
  hip_screen_press (self->screen, accelerator);
}

/**
 * hip_robot_type:
 * @text: what a US keyboard has
 *
 * Types into what has the focus.
 */
void
hip_robot_type (HipRobot *self, const char *text)
{
  g_return_if_fail (self != NULL);

  hip_screen_type (self->screen, text);
}

/**
 * hip_robot_overwrite:
 *
 * Replaces what is in the field at @path. GTK's plain entries do not tell what is in them;
 * wait for what comes of it.
 */
void
hip_robot_overwrite (HipRobot *self, const char *path, const char *text)
{
  hip_robot_click (self, path);
  hip_robot_expect_state (self, path, ATSPI_STATE_FOCUSED, TRUE);
  hip_robot_press (self, "<Control>a");
  hip_robot_press (self, "BackSpace");
  hip_robot_type (self, text);
}

/**
 * hip_robot_fill:
 *
 * Replaces what is in the row at @path, and waits until it is there.
 */
void
hip_robot_fill (HipRobot *self, const char *path, const char *text)
{
  hip_robot_overwrite (self, path, text);
  hip_robot_expect_text (self, path, text);
}

/* What has the focus, or what it stands for: a row has it for what is in it. */
static char *
describe_focus (HipRobot *self)
{
  g_autoptr (GPtrArray) all = hip_tree_find_all (self->tree, "*:*");

  for (guint i = all->len; i > 0; i--)
    {
      HipNode *node = g_ptr_array_index (all, i - 1);
      HipRect rect = { 0 };

      if (!hip_node_has_state (node, ATSPI_STATE_FOCUSED))
        continue;
      hip_node_get_rect (node, &rect);
      return g_strdup_printf ("%s:%s %d,%d", hip_node_get_role (node), hip_node_get_name (node),
                              rect.x, rect.y);
    }
  return g_strdup ("");
}

static gboolean
has_moved (HipRobot *self, gpointer data)
{
  const char *before = data;
  g_autofree char *now = self->ended ? NULL : describe_focus (self);

  return self->ended || (*now != '\0' && !g_str_equal (now, before));
}

/* Without looking anew. */
static gboolean
has_focus_at (HipRobot *self, const char *path)
{
  g_autoptr (GPtrArray) found = hip_tree_recall_all (self->tree, path);

  for (guint i = 0; i < found->len; i++)
    if (hip_node_has_state (g_ptr_array_index (found, i), ATSPI_STATE_FOCUSED))
      return TRUE;
  return FALSE;
}

/**
 * hip_robot_tab_to:
 *
 * Goes on with Tab until what is at @path has the focus; fails when the round is over before.
 */
void
hip_robot_tab_to (HipRobot *self, const char *path)
{
  g_return_if_fail (self != NULL);

  hip_robot_expect (self, path);
  for (int i = 0; i < MAX_TABS && !has_focus_at (self, path); i++)
    {
      g_autofree char *before = describe_focus (self);

      hip_robot_press (self, "Tab");
      if (!wait_until (self, has_moved, before))
        break;
    }
  if (!has_focus_at (self, path))
    hip_robot_fail (self, "Tab does not lead to %s.", path);
}

/* Larger acts */

/**
 * hip_robot_choose:
 * @path: a row with a list of choices
 *
 * Opens the list and takes @choice.
 */
void
hip_robot_choose (HipRobot *self, const char *path, const char *choice)
{
  g_autofree char *list = g_strdup_printf ("%s > scroll pane:*", path);
  g_autofree char *item = g_strdup_printf ("%s > scroll pane:* > label:%s", path, choice);

  hip_robot_click (self, path);
  hip_robot_click (self, item);
  hip_robot_expect_gone (self, list);
}

/**
 * hip_robot_choose_file:
 * @window: the title of the file chooser
 * @file: an absolute path
 *
 * Types a path into the file chooser that is open, as "/" lets one do, and accepts it.
 */
void
hip_robot_choose_file (HipRobot *self, const char *window, const char *file)
{
  g_autofree char *dialog = g_strdup_printf ("dialog:%s", window);
  g_autofree char *field = g_strdup_printf ("dialog:%s > text:*", window);

  hip_robot_expect_window (self, window);
  hip_robot_type (self, "/");
  hip_robot_expect_state (self, field, ATSPI_STATE_FOCUSED, TRUE);
  /* The field of a file chooser does not tell what is in it; keys are taken one after another. */
  hip_robot_type (self, file + 1);
  hip_robot_press (self, "Return");
  hip_robot_expect_gone (self, dialog);
}

/* While a window folds, nobody takes a key; a person would press it once more. */
static gboolean
is_shown (HipRobot *self, gpointer data)
{
  static const char *const titles[] = { "Today", "Runs", "Shoes", "Pain", "Trends", "Guide" };
  int number = GPOINTER_TO_INT (data);
  g_autofree char *page = g_strdup_printf ("grouping:%s > button:Main Menu", titles[number - 1]);
  g_autofree char *keys = g_strdup_printf ("<Alt>%d", number);
  gint64 deadline;

  hip_robot_press (self, keys);
  deadline = g_get_monotonic_time () + PRESS_AGAIN_USEC;
  while (!self->ended && !hip_robot_sees (self, page))
    {
      if (g_get_monotonic_time () > deadline)
        return FALSE;
      look_aside ();
    }
  return TRUE;
}

/**
 * hip_robot_show_view:
 * @number: 1 to 6
 *
 * Shows a view by its shortcut.
 */
void
hip_robot_show_view (HipRobot *self, int number)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (number >= 1 && number <= 6);

  if (!wait_until (self, is_shown, GINT_TO_POINTER (number)))
    hip_robot_fail (self, "View %d does not show.", number);
}

/* The window */

typedef struct
{
  int width;
  int height;
} Size;

static gboolean
has_size (HipRobot *self, gpointer data)
{
  Size *size = data;
  HipRect rect;

  return self->ended
         || (hip_screen_get_rect (self->screen, get_window (self), &rect)
             && rect.width == size->width && rect.height == size->height);
}

/**
 * hip_robot_get_size:
 */
void
hip_robot_get_size (HipRobot *self, int *width, int *height)
{
  HipRect rect = { 0 };

  g_return_if_fail (self != NULL);

  hip_screen_get_rect (self->screen, get_window (self), &rect);
  *width = rect.width;
  *height = rect.height;
}

static void
wait_for_rest (HipRobot *self, Picture *picture)
{
  if (!wait_until (self, is_still, picture) || self->ended)
    hip_robot_fail (self, "The window does not come to rest.");
}

/**
 * hip_robot_resize:
 *
 * Gives the window another size and waits until it has it and is at rest; fails when it refuses.
 */
void
hip_robot_resize (HipRobot *self, int width, int height)
{
  Size size = { width, height };
  Picture picture = { .looks = FOLDED_LOOKS };

  g_return_if_fail (self != NULL);

  hip_screen_resize (self->screen, get_window (self), width, height);
  if (!wait_until (self, has_size, &size) || self->ended)
    {
      hip_robot_get_size (self, &size.width, &size.height);
      hip_robot_fail (self, "The window does not become %d×%d; it is %d×%d.", width, height,
                      size.width, size.height);
    }
  /* Keys pressed while the layout folds may find nobody to take them. */
  wait_for_rest (self, &picture);
  g_bytes_unref (picture.pixels);
}

/**
 * hip_robot_take_picture:
 * @file: a PNG file to write
 *
 * Takes a picture of the window once nothing moves in it.
 */
void
hip_robot_take_picture (HipRobot *self, const char *file)
{
  g_autoptr (GError) error = NULL;
  Picture picture = { .looks = STILL_LOOKS };

  g_return_if_fail (self != NULL);

  wait_for_rest (self, &picture);
  hip_screen_write_png (picture.pixels, picture.rect.width, picture.rect.height, file, &error);
  g_assert_no_error (error);
  g_bytes_unref (picture.pixels);
}

/* Drag and drop */

/* The corner of the screen that is farthest from where windows come up. */
#define FILES_X 1450
#define FILES_Y 1050

static gboolean
is_laid_out (HipRobot *self, gpointer data)
{
  int pid = GPOINTER_TO_INT (data);
  gulong window = hip_screen_find_window (self->screen, pid, "Files");
  HipRect rect;

  if (!hip_screen_get_rect (self->screen, window, &rect))
    return FALSE;
  hip_screen_move (self->screen, window, FILES_X, FILES_Y);
  return rect.x == FILES_X && rect.y == FILES_Y;
}

/* It takes a few steps until a press is a drag. */
static gboolean
is_held (HipRobot *self, gpointer data)
{
  static int step;

  step = (step + 5) % 40;
  hip_screen_point (self->screen, FILES_X + 50 + step, FILES_Y + 50);
  return hip_screen_find_window (self->screen, GPOINTER_TO_INT (data), "Held") != 0;
}

/**
 * hip_robot_drag:
 * @file: an absolute path
 *
 * Takes a file from a window beside the program's, and holds it over the middle of that.
 */
void
hip_robot_drag (HipRobot *self, const char *file)
{
  g_autoptr (GError) error = NULL;
  gpointer pid;
  HipRect rect;

  g_return_if_fail (self != NULL && self->dragged == NULL);

  self->dragged =
      g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, HIP_ROBOT_DRAG_SOURCE, file, NULL);
  g_assert_no_error (error);
  pid = GINT_TO_POINTER (atoi (g_subprocess_get_identifier (self->dragged)));
  if (!wait_until (self, is_laid_out, pid))
    hip_robot_fail (self, "There is nothing to drag from.");
  hip_screen_point (self->screen, FILES_X + 50, FILES_Y + 50);
  hip_screen_hold (self->screen, TRUE);
  if (!wait_until (self, is_held, pid)
      || !hip_screen_get_rect (self->screen, get_window (self), &rect))
    hip_robot_fail (self, "The file cannot be dragged.");
  hip_screen_point (self->screen, rect.x + rect.width / 2, rect.y + rect.height / 2);
  hip_screen_point (self->screen, rect.x + rect.width / 2 + 1, rect.y + rect.height / 2);
}

/**
 * hip_robot_drop:
 *
 * Lets go of what is held.
 *
 * Returns: whether somebody took it
 */
gboolean
hip_robot_drop (HipRobot *self)
{
  g_autoptr (GError) error = NULL;
  gboolean taken;

  g_return_val_if_fail (self != NULL && self->dragged != NULL, FALSE);

  hip_screen_hold (self->screen, FALSE);
  g_subprocess_wait (self->dragged, NULL, &error);
  g_assert_no_error (error);
  taken = g_subprocess_get_if_exited (self->dragged)
          && g_subprocess_get_exit_status (self->dragged) == 0;
  g_clear_object (&self->dragged);
  return taken;
}

/* The log from outside */

/**
 * hip_robot_query_log:
 * @sql: a query for one number
 *
 * Returns: the number; -1 when there is no log or it gives none
 */
gint64
hip_robot_query_log (HipRobot *self, const char *sql)
{
  g_autofree char *path = hip_robot_dup_path (self, "data/hiplog/log.db");
  sqlite3 *db = NULL;
  sqlite3_stmt *statement = NULL;
  gint64 value = -1;

  g_return_val_if_fail (self != NULL, -1);

  if (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK
      && sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) == SQLITE_OK
      && sqlite3_step (statement) == SQLITE_ROW)
    value = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return value;
}

typedef struct
{
  const char *sql;
  gint64 value;
} Query;

static gboolean
log_gives (HipRobot *self, gpointer data)
{
  Query *query = data;

  return hip_robot_query_log (self, query->sql) == query->value;
}

/**
 * hip_robot_expect_log:
 * @sql: a query for one number
 *
 * Waits until the runner's log gives @value.
 */
void
hip_robot_expect_log (HipRobot *self, const char *sql, gint64 value)
{
  Query query = { sql, value };

  g_return_if_fail (self != NULL);

  if (!wait_until (self, log_gives, &query))
    hip_robot_fail (self, "“%s” gives %" G_GINT64_FORMAT ", not %" G_GINT64_FORMAT ".", sql,
                    hip_robot_query_log (self, sql), value);
}
