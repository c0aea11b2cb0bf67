// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-tree.h"

#include <string.h>

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

static GPtrArray *
parse_path (const char *path)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func (step_free);
  g_auto (GStrv) parts = g_strsplit (path, " > ", -1);

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

/**
 * hip_tree_forget:
 *
 * Switches the cache of @app's answers off.
 */
void
hip_tree_forget (AtspiAccessible *app)
{
  g_return_if_fail (ATSPI_IS_ACCESSIBLE (app));

  atspi_accessible_set_cache_mask (app, ATSPI_CACHE_NONE);
  atspi_accessible_clear_cache (app);
}

/**
 * hip_tree_dup_role:
 *
 * Returns: (transfer full): the name of its role, such as "button"; empty once it is gone
 */
char *
hip_tree_dup_role (AtspiAccessible *node)
{
  char *role = atspi_accessible_get_role_name (node, NULL);

  return role ? role : g_strdup ("");
}

/**
 * hip_tree_dup_name:
 *
 * Returns: (transfer full): what a screen reader calls it; empty once it is gone
 */
char *
hip_tree_dup_name (AtspiAccessible *node)
{
  char *name = atspi_accessible_get_name (node, NULL);

  return name ? name : g_strdup ("");
}

/**
 * hip_tree_dup_description:
 *
 * Returns: (transfer full): what a screen reader adds to the name
 */
char *
hip_tree_dup_description (AtspiAccessible *node)
{
  char *text = atspi_accessible_get_description (node, NULL);

  return text ? text : g_strdup ("");
}

/**
 * hip_tree_dup_text:
 *
 * Returns: (transfer full): the text it shows, or what is typed into it
 */
char *
hip_tree_dup_text (AtspiAccessible *node)
{
  g_autoptr (AtspiText) text = atspi_accessible_get_text_iface (node);
  char *shown = text ? atspi_text_get_text (text, 0, -1, NULL) : NULL;

  return shown ? shown : g_strdup ("");
}

/**
 * hip_tree_has_state:
 *
 * Returns: whether @node is in @state now
 */
gboolean
hip_tree_has_state (AtspiAccessible *node,
                    AtspiStateType   state)
{
  g_autoptr (AtspiStateSet) states = atspi_accessible_get_state_set (node);

  return states != NULL && atspi_state_set_contains (states, state);
}

static gboolean
is_shown (AtspiAccessible *node)
{
  return hip_tree_has_state (node, ATSPI_STATE_SHOWING);
}

static gboolean
fits (AtspiAccessible *node,
      const Step      *step)
{
  g_autofree char *role = hip_tree_dup_role (node);
  g_autofree char *name = NULL;

  if (!g_str_equal (step->role, "*") && !g_str_equal (step->role, role))
    return FALSE;
  name = hip_tree_dup_name (node);
  return g_pattern_match_simple (step->name, name);
}

/* Depth first; stops at the first one unless all are wanted. */
static void
collect (AtspiAccessible *node,
         GPtrArray       *steps,
         guint            at,
         gboolean         all,
         GPtrArray       *found)
{
  int n = atspi_accessible_get_child_count (node, NULL);

  for (int i = 0; i < n && (all || found->len == 0); i++)
    {
      g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (node, i, NULL);
      guint next = at;

      if (child == NULL || !is_shown (child))
        continue;
      if (fits (child, g_ptr_array_index (steps, at)))
        next++;
      if (next == steps->len)
        {
          g_ptr_array_add (found, g_object_ref (child));
          next--;
        }
      collect (child, steps, next, all, found);
    }
}

/**
 * hip_tree_find_all:
 * @path: what to look for below @root
 *
 * Returns: (transfer container) (element-type AtspiAccessible): all that fit, outer ones first
 */
GPtrArray *
hip_tree_find_all (AtspiAccessible *root,
                   const char      *path)
{
  g_autoptr (GPtrArray) steps = parse_path (path);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  collect (root, steps, 0, TRUE, found);
  return found;
}

/**
 * hip_tree_find:
 * @path: what to look for below @root
 *
 * Returns: (transfer full) (nullable): the first that fits
 */
AtspiAccessible *
hip_tree_find (AtspiAccessible *root,
               const char      *path)
{
  g_autoptr (GPtrArray) steps = parse_path (path);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);

  collect (root, steps, 0, FALSE, found);
  return found->len > 0 ? g_object_ref (g_ptr_array_index (found, 0)) : NULL;
}

/**
 * hip_tree_get_rect:
 * @rect: (out): where it is in its window
 *
 * Returns: whether it is anywhere
 */
gboolean
hip_tree_get_rect (AtspiAccessible *node,
                   HipRect         *rect)
{
  g_autoptr (AtspiComponent) component = atspi_accessible_get_component_iface (node);
  g_autoptr (GError) error = NULL;
  g_autofree AtspiRect *extents
      = component ? atspi_component_get_extents (component, ATSPI_COORD_TYPE_WINDOW, &error) : NULL;

  if (extents == NULL || error != NULL || extents->width <= 0 || extents->height <= 0)
    return FALSE;
  *rect = (HipRect){ extents->x, extents->y, extents->width, extents->height };
  return TRUE;
}

static gboolean
is_window (AtspiAccessible *node)
{
  g_autoptr (AtspiAccessible) parent = atspi_accessible_get_parent (node, NULL);
  g_autofree char *role = parent ? hip_tree_dup_role (parent) : NULL;

  return g_strcmp0 (role, "application") == 0;
}

/**
 * hip_tree_get_window:
 *
 * Returns: (transfer full) (nullable): the window that @node is in
 */
AtspiAccessible *
hip_tree_get_window (AtspiAccessible *node)
{
  AtspiAccessible *at = g_object_ref (node);

  while (at != NULL && !is_window (at))
    {
      AtspiAccessible *parent = atspi_accessible_get_parent (at, NULL);

      g_object_unref (at);
      at = parent;
    }
  return at;
}

static gboolean
intersect (const HipRect *one,
           const HipRect *other,
           HipRect       *both)
{
  int right = MIN (one->x + one->width, other->x + other->width);
  int bottom = MIN (one->y + one->height, other->y + other->height);

  *both = (HipRect){ MAX (one->x, other->x), MAX (one->y, other->y), 0, 0 };
  both->width = right - both->x;
  both->height = bottom - both->y;
  return both->width > 0 && both->height > 0;
}

static GArray *
collect_rects (AtspiAccessible *node)
{
  GArray *rects = g_array_new (FALSE, FALSE, sizeof (HipRect));
  AtspiAccessible *at = atspi_accessible_get_parent (node, NULL);

  while (at != NULL)
    {
      AtspiAccessible *parent = is_window (at) ? NULL : atspi_accessible_get_parent (at, NULL);
      HipRect rect;

      if (hip_tree_get_rect (at, &rect))
        g_array_append_val (rects, rect);
      g_object_unref (at);
      at = parent;
    }
  return rects;
}

/**
 * hip_tree_get_clip:
 * @clip: (out): what can be seen of the innermost ancestor of which anything can be seen
 */
void
hip_tree_get_clip (AtspiAccessible *node,
                   HipRect         *clip)
{
  g_autoptr (GArray) rects = collect_rects (node);

  *clip = (HipRect){ 0, 0, G_MAXINT16, G_MAXINT16 };
  for (guint i = rects->len; i > 0; i--)
    {
      HipRect both;

      if (!intersect (clip, &g_array_index (rects, HipRect, i - 1), &both))
        return;
      *clip = both;
    }
}

/* Printing */

static void
print_states (AtspiAccessible *node,
              GString         *text)
{
  static const struct
  {
    AtspiStateType state;
    const char *word;
  } states[] = {
    { ATSPI_STATE_FOCUSED, " focused" },   { ATSPI_STATE_CHECKED, " checked" },
    { ATSPI_STATE_PRESSED, " pressed" },   { ATSPI_STATE_SELECTED, " selected" },
    { ATSPI_STATE_EXPANDED, " expanded" }, { ATSPI_STATE_EDITABLE, " editable" },
    { ATSPI_STATE_FOCUSABLE, " focusable" },
  };

  if (!is_shown (node))
    g_string_append (text, " HIDDEN");
  if (!hip_tree_has_state (node, ATSPI_STATE_SENSITIVE))
    g_string_append (text, " insensitive");
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (hip_tree_has_state (node, states[i].state))
      g_string_append (text, states[i].word);
}

static void
print (AtspiAccessible *node,
       int              depth,
       GString         *text)
{
  g_autofree char *role = hip_tree_dup_role (node);
  g_autofree char *name = hip_tree_dup_name (node);
  g_autofree char *description = hip_tree_dup_description (node);
  g_autofree char *shown = hip_tree_dup_text (node);
  int n = atspi_accessible_get_child_count (node, NULL);
  HipRect rect;

  g_string_append_printf (text, "%*s%s:%s", 2 * depth, "", role, name);
  if (*description != '\0')
    g_string_append_printf (text, " (%s)", description);
  if (*shown != '\0' && !g_str_equal (shown, name))
    g_string_append_printf (text, " “%s”", shown);
  print_states (node, text);
  if (hip_tree_get_rect (node, &rect))
    g_string_append_printf (text, " %d,%d %d×%d", rect.x, rect.y, rect.width, rect.height);
  g_string_append_c (text, '\n');
  for (int i = 0; i < n; i++)
    {
      g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (node, i, NULL);

      if (child != NULL && is_shown (child))
        print (child, depth + 1, text);
    }
}

/**
 * hip_tree_print:
 *
 * Returns: (transfer full): @root and what is shown below it, for people
 */
char *
hip_tree_print (AtspiAccessible *root)
{
  GString *text = g_string_new (NULL);

  print (root, 0, text);
  return g_string_free_and_steal (text);
}
