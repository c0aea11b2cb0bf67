// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-tree.h"

#include <stdlib.h>
#include <string.h>

#include <atspi/atspi.h>
#include <gio/gio.h>

#define ACCESSIBLE "org.a11y.atspi.Accessible"
#define COMPONENT  "org.a11y.atspi.Component"
#define TEXT       "org.a11y.atspi.Text"
#define PROPERTIES "org.freedesktop.DBus.Properties"
#define REGISTRY   "org.a11y.atspi.Registry"
#define ROOT_PATH  "/org/a11y/atspi/accessible/root"

struct _HipTree
{
  GDBusConnection *connection;
  char *bus_name;
  GPtrArray *nodes; /* (element-type HipNode): of the last look, outer ones first */
  guint n_pending;
};

struct _HipNode
{
  HipTree *tree;   /* borrowed */
  HipNode *parent; /* (nullable) borrowed */
  GPtrArray *children;

  char *path;
  char *role;
  char *name;
  char *description;
  guint64 states;
};

/* Nodes */

static HipNode *
node_new (HipTree *tree, HipNode *parent, const char *path)
{
  HipNode *node = g_new0 (HipNode, 1);

  node->tree = tree;
  node->parent = parent;
  node->children = g_ptr_array_new ();
  node->path = g_strdup (path);
  node->role = g_strdup ("");
  node->name = g_strdup ("");
  node->description = g_strdup ("");
  g_ptr_array_add (tree->nodes, node);
  return node;
}

static void
node_free (gpointer data)
{
  HipNode *node = data;

  g_ptr_array_unref (node->children);
  g_free (node->path);
  g_free (node->role);
  g_free (node->name);
  g_free (node->description);
  g_free (node);
}

/**
 * hip_node_get_role:
 *
 * Returns: the name of its role, such as "button"
 */
const char *
hip_node_get_role (HipNode *node)
{
  return node->role;
}

/**
 * hip_node_get_name:
 *
 * Returns: what a screen reader calls it
 */
const char *
hip_node_get_name (HipNode *node)
{
  return node->name;
}

/**
 * hip_node_get_parent:
 *
 * Returns: (nullable): what it is in
 */
HipNode *
hip_node_get_parent (HipNode *node)
{
  return node->parent;
}

/**
 * hip_node_get_window:
 *
 * Returns: (nullable): the window it is in
 */
HipNode *
hip_node_get_window (HipNode *node)
{
  while (node->parent != NULL && node->parent->parent != NULL)
    node = node->parent;
  return node->parent ? node : NULL;
}

/**
 * hip_node_has_state:
 *
 * Returns: whether it was in @state when one looked
 */
gboolean
hip_node_has_state (HipNode *node, AtspiStateType state)
{
  return (node->states & (G_GUINT64_CONSTANT (1) << state)) != 0;
}

/* Asking */

static GVariant *
ask (HipTree *self,
     const char *path,
     const char *interface,
     const char *method,
     GVariant *arguments)
{
  return g_dbus_connection_call_sync (self->connection, self->bus_name, path, interface, method,
                                      arguments, NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
}

static void
take_children (HipNode *node, GVariant *answer)
{
  g_autoptr (GVariantIter) iter = NULL;
  const char *path;

  g_variant_get (answer, "(a(so))", &iter);
  while (g_variant_iter_next (iter, "(&s&o)", NULL, &path))
    g_ptr_array_add (node->children, g_strdup (path));
}

static void
take_states (HipNode *node, GVariant *answer)
{
  g_autoptr (GVariantIter) iter = NULL;
  guint32 low = 0, high = 0;

  g_variant_get (answer, "(au)", &iter);
  g_variant_iter_next (iter, "u", &low);
  g_variant_iter_next (iter, "u", &high);
  node->states = low | (guint64) high << 32;
}

static void
take_words (HipNode *node, GVariant *answer)
{
  g_autoptr (GVariant) dict = g_variant_get_child_value (answer, 0);
  const char *text;

  if (g_variant_lookup (dict, "Name", "&s", &text))
    g_set_str (&node->name, text);
  if (g_variant_lookup (dict, "Description", "&s", &text))
    g_set_str (&node->description, text);
}

static void
take_role (HipNode *node, GVariant *answer)
{
  g_autofree char *role = NULL;
  guint32 number;

  g_variant_get (answer, "(u)", &number);
  role = atspi_role_get_name (number);
  g_set_str (&node->role, role ? role : "");
}

typedef void (*Take) (HipNode *node, GVariant *answer);

typedef struct
{
  HipNode *node;
  Take take;
} Question;

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Question *question = data;
  g_autoptr (GVariant) answer =
                g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);

  question->node->tree->n_pending--;
  /* What has vanished meanwhile says nothing, and has no state, not even that of being shown. */
  if (answer != NULL)
    question->take (question->node, answer);
}

static void
ask_later (HipNode *node, const char *interface, const char *method, GVariant *arguments, Take take)
{
  Question *question = g_new (Question, 1);

  *question = (Question) { node, take };
  node->tree->n_pending++;
  g_dbus_connection_call (node->tree->connection, node->tree->bus_name, node->path, interface,
                          method, arguments, NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, answered_cb,
                          question);
}

/* All questions about one level of the tree are asked at once: waiting for each answer before
 * the next question would make a look take seconds. */
static void
ask_about (HipNode *node)
{
  ask_later (node, ACCESSIBLE, "GetChildren", NULL, take_children);
  ask_later (node, ACCESSIBLE, "GetState", NULL, take_states);
  ask_later (node, ACCESSIBLE, "GetRole", NULL, take_role);
  ask_later (node, PROPERTIES, "GetAll", g_variant_new ("(s)", ACCESSIBLE), take_words);
}

/* Paths that were told become nodes, unless their parent is not to be seen itself. */
static void
make_children (HipNode *node)
{
  g_autoptr (GPtrArray) paths = g_steal_pointer (&node->children);

  node->children = g_ptr_array_new ();
  for (guint i = 0; i < paths->len; i++)
    {
      g_autofree char *path = g_ptr_array_index (paths, i);

      if (node->parent == NULL || hip_node_has_state (node, ATSPI_STATE_SHOWING))
        g_ptr_array_add (node->children, node_new (node->tree, node, path));
    }
}

/**
 * hip_tree_look:
 *
 * Returns: (nullable) (transfer none): the program itself
 */
HipNode *
hip_tree_look (HipTree *self)
{
  guint level = 0;

  g_return_val_if_fail (self != NULL, NULL);

  g_ptr_array_set_size (self->nodes, 0);
  node_new (self, NULL, ROOT_PATH);
  while (level < self->nodes->len)
    {
      guint end = self->nodes->len;

      for (guint i = level; i < end; i++)
        ask_about (g_ptr_array_index (self->nodes, i));
      while (self->n_pending > 0)
        g_main_context_iteration (NULL, TRUE);
      for (guint i = level; i < end; i++)
        make_children (g_ptr_array_index (self->nodes, i));
      level = end;
    }
  return g_ptr_array_index (self->nodes, 0);
}

/**
 * hip_node_get_rect:
 * @rect: (out): where it is in its window
 *
 * Returns: whether it is anywhere
 */
gboolean
hip_node_get_rect (HipNode *node, HipRect *rect)
{
  g_autoptr (GVariant) answer = ask (node->tree, node->path, COMPONENT, "GetExtents",
                                    g_variant_new ("(u)", ATSPI_COORD_TYPE_WINDOW));

  if (answer == NULL)
    return FALSE;
  g_variant_get (answer, "((iiii))", &rect->x, &rect->y, &rect->width, &rect->height);
  return rect->width > 0 && rect->height > 0;
}

/**
 * hip_node_dup_text:
 *
 * Returns: (transfer full): the text it shows, or what is typed into it
 */
char *
hip_node_dup_text (HipNode *node)
{
  g_autoptr (GVariant) answer =
                ask (node->tree, node->path, TEXT, "GetText", g_variant_new ("(ii)", 0, -1));
  char *text = NULL;

  if (answer != NULL)
    g_variant_get (answer, "(s)", &text);
  return text ? text : g_strdup ("");
}

static gboolean
intersect (const HipRect *one, const HipRect *other, HipRect *both)
{
  int right = MIN (one->x + one->width, other->x + other->width);
  int bottom = MIN (one->y + one->height, other->y + other->height);

  *both = (HipRect) { MAX (one->x, other->x), MAX (one->y, other->y), 0, 0 };
  both->width = right - both->x;
  both->height = bottom - both->y;
  return both->width > 0 && both->height > 0;
}

/* What is wider and taller than what it is in is a popover: nothing around it clips it. */
static gboolean
is_popover (const HipRect *rect, const HipRect *around)
{
  return rect->width > around->width && rect->height > around->height;
}

/* The places of what scrolls @node, up to its popover, and of its window. */
static GArray *
collect_rects (HipNode *node)
{
  GArray *rects = g_array_new (FALSE, FALSE, sizeof (HipRect));
  HipRect last, rect;
  gboolean has_last = hip_node_get_rect (node, &last);

  for (HipNode *at = node->parent; at != NULL; at = at->parent)
    {
      if (!hip_node_get_rect (at, &rect))
        continue;
      if (has_last && is_popover (&last, &rect))
        break;
      if (g_str_equal (at->role, "scroll pane") || at == hip_node_get_window (node))
        g_array_append_val (rects, rect);
      last = rect;
      has_last = TRUE;
    }
  return rects;
}

/**
 * hip_node_get_clip:
 * @clip: (out): what can be seen of the innermost scrolled area of which anything can be seen
 */
void
hip_node_get_clip (HipNode *node, HipRect *clip)
{
  g_autoptr (GArray) rects = collect_rects (node);

  *clip = (HipRect) { 0, 0, G_MAXINT16, G_MAXINT16 };
  for (guint i = rects->len; i > 0; i--)
    {
      HipRect both;

      if (!intersect (clip, &g_array_index (rects, HipRect, i - 1), &both))
        return;
      *clip = both;
    }
}

/* Finding */

/* One step of a path. */
typedef struct
{
  char *role;
  char *name;
} Step;

static void
step_free (gpointer data)
{
  Step *step = data;

  g_free (step->role);
  g_free (step->name);
  g_free (step);
}

/* "#3" at the end of a path is the third one. */
static guint
get_index (const char *path)
{
  const char *number = strrchr (path, '#');

  return number != NULL ? MAX (atoi (number + 1), 1) - 1 : 0;
}

static GPtrArray *
parse_path (const char *path)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func (step_free);
  g_autofree char *names = g_strndup (path, strcspn (path, "#"));
  g_auto (GStrv) parts = g_strsplit (names, " > ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *colon = strchr (parts[i], ':');
      Step *step = g_new0 (Step, 1);

      if (colon == NULL)
        g_error ("“%s” in “%s” is no role:name.", parts[i], path);
      step->role = g_strndup (parts[i], colon - parts[i]);
      step->name = g_strdup (colon + 1);
      g_ptr_array_add (steps, step);
    }
  return steps;
}

static gboolean
fits (HipNode *node, const Step *step)
{
  return (g_str_equal (step->role, "*") || g_str_equal (step->role, node->role))
         && g_pattern_match_simple (step->name, node->name);
}

/* Depth first, as one reads. */
static void
collect (HipNode *node, GPtrArray *steps, guint at, GPtrArray *found)
{
  for (guint i = 0; i < node->children->len; i++)
    {
      HipNode *child = g_ptr_array_index (node->children, i);
      guint next = at;

      if (!hip_node_has_state (child, ATSPI_STATE_SHOWING))
        continue;
      if (fits (child, g_ptr_array_index (steps, at)))
        next++;
      if (next == steps->len)
        {
          g_ptr_array_add (found, child);
          next--;
        }
      collect (child, steps, next, found);
    }
}

/**
 * hip_tree_recall_all:
 *
 * Returns: (transfer container) (element-type HipNode): all that were at @path when one looked
 *   last, outer ones first
 */
GPtrArray *
hip_tree_recall_all (HipTree *self, const char *path)
{
  g_autoptr (GPtrArray) steps = parse_path (path);
  GPtrArray *found = g_ptr_array_new ();

  collect (g_ptr_array_index (self->nodes, 0), steps, 0, found);
  return found;
}

/**
 * hip_tree_find_all:
 *
 * Looks anew.
 *
 * Returns: (transfer container) (element-type HipNode): all at @path, outer ones first
 */
GPtrArray *
hip_tree_find_all (HipTree *self, const char *path)
{
  hip_tree_look (self);
  return hip_tree_recall_all (self, path);
}

/**
 * hip_node_find:
 * @path: what to look for below @node
 *
 * Returns: (transfer none) (nullable): what is at @path, as it was when one looked last
 */
HipNode *
hip_node_find (HipNode *node, const char *path)
{
  g_autoptr (GPtrArray) steps = parse_path (path);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  guint index = get_index (path);

  collect (node, steps, 0, found);
  return found->len > index ? g_ptr_array_index (found, index) : NULL;
}

/**
 * hip_tree_find:
 *
 * Looks anew.
 *
 * Returns: (transfer none) (nullable): the first at @path, or the one whose number it says
 */
HipNode *
hip_tree_find (HipTree *self, const char *path)
{
  return hip_node_find (hip_tree_look (self), path);
}

/* Printing */

static void
print_states (HipNode *node, GString *text)
{
  static const struct
  {
    AtspiStateType state;
    const char *word;
  } states[] = {
    { ATSPI_STATE_FOCUSED, " focused" },   { ATSPI_STATE_CHECKED, " checked" },
    { ATSPI_STATE_PRESSED, " pressed" },   { ATSPI_STATE_SELECTED, " selected" },
    { ATSPI_STATE_EXPANDED, " expanded" }, { ATSPI_STATE_EDITABLE, " editable" },
  };

  if (!hip_node_has_state (node, ATSPI_STATE_SENSITIVE))
    g_string_append (text, " insensitive");
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (hip_node_has_state (node, states[i].state))
      g_string_append (text, states[i].word);
}

static void
print (HipNode *node, int depth, GString *text)
{
  g_autofree char *shown = hip_node_dup_text (node);
  HipRect rect;

  g_string_append_printf (text, "%*s%s:%s", depth, "", node->role, node->name);
  if (*node->description != '\0')
    g_string_append_printf (text, " (%s)", node->description);
  if (*shown != '\0' && !g_str_equal (shown, node->name))
    g_string_append_printf (text, " “%s”", shown);
  print_states (node, text);
  if (hip_node_get_rect (node, &rect))
    g_string_append_printf (text, " %d,%d %d×%d", rect.x, rect.y, rect.width, rect.height);
  g_string_append_c (text, '\n');
  for (guint i = 0; i < node->children->len; i++)
    if (hip_node_has_state (g_ptr_array_index (node->children, i), ATSPI_STATE_SHOWING))
      print (g_ptr_array_index (node->children, i), depth + 1, text);
}

/**
 * hip_tree_print:
 *
 * Looks anew.
 *
 * Returns: (transfer full): what is shown, for people
 */
char *
hip_tree_print (HipTree *self)
{
  GString *text = g_string_new (NULL);

  print (hip_tree_look (self), 0, text);
  return g_string_free_and_steal (text);
}

/* The program */

static GDBusConnection *
connect_to_bus (void)
{
  g_autoptr (GDBusConnection) session = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GVariant) answer = NULL;
  const char *address;

  if (session != NULL)
    answer = g_dbus_connection_call_sync (session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus",
                                          "GetAddress", NULL, NULL, G_DBUS_CALL_FLAGS_NONE, -1,
                                          NULL, NULL);
  if (answer == NULL)
    g_error ("There is no accessibility bus; run this through build-aux/with-display.");
  g_variant_get (answer, "(&s)", &address);
  return g_dbus_connection_new_for_address_sync (
      address,
      G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
          | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
      NULL, NULL, NULL);
}

static int
get_pid (GDBusConnection *connection, const char *bus_name)
{
  g_autoptr (GVariant) answer = g_dbus_connection_call_sync (
      connection, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
      "GetConnectionUnixProcessID", g_variant_new ("(s)", bus_name), NULL, G_DBUS_CALL_FLAGS_NONE,
      -1, NULL, NULL);
  guint32 pid = 0;

  if (answer != NULL)
    g_variant_get (answer, "(u)", &pid);
  return pid;
}

static char *
find_bus_name (GDBusConnection *connection, int pid)
{
  g_autoptr (GVariant) answer = g_dbus_connection_call_sync (connection, REGISTRY, ROOT_PATH,
                                                            ACCESSIBLE, "GetChildren", NULL, NULL,
                                                            G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  g_autoptr (GVariantIter) iter = NULL;
  const char *name;

  if (answer == NULL)
    return NULL;
  g_variant_get (answer, "(a(so))", &iter);
  while (g_variant_iter_next (iter, "(&s&o)", &name, NULL))
    if (get_pid (connection, name) == pid)
      return g_strdup (name);
  return NULL;
}

/**
 * hip_tree_new:
 * @pid: a process
 *
 * Returns: (transfer full) (nullable): what is to be seen of it, once it has announced itself
 */
HipTree *
hip_tree_new (int pid)
{
  g_autoptr (GDBusConnection) connection = connect_to_bus ();
  char *bus_name = find_bus_name (connection, pid);
  HipTree *self;

  if (bus_name == NULL)
    {
      g_dbus_connection_close_sync (connection, NULL, NULL);
      return NULL;
    }
  self = g_new0 (HipTree, 1);
  self->connection = g_steal_pointer (&connection);
  self->bus_name = bus_name;
  self->nodes = g_ptr_array_new_with_free_func (node_free);
  return self;
}

/**
 * hip_tree_free:
 */
void
hip_tree_free (HipTree *self)
{
  g_return_if_fail (self != NULL);

  g_dbus_connection_close_sync (self->connection, NULL, NULL);
  g_object_unref (self->connection);
  g_ptr_array_unref (self->nodes);
  g_free (self->bus_name);
  g_free (self);
}
