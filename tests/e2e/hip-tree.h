// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atspi/atspi.h>

#include "hip-screen.h"

G_BEGIN_DECLS

/**
 * HipTree:
 *
 * What a screen reader sees of a program. Things in it are named by a path such
 * as "dialog:Add Run > text:Note": roles and names, from the outer to the inner
 * one, with any number of levels between. Both may be "*"; a name may end in it.
 * Only what is shown counts.
 */

/* Stale answers are worse than slow ones: nothing below @app is cached from now on. */
void             hip_tree_forget   (AtspiAccessible  *app);

/* (transfer full) (nullable): the first that fits */
AtspiAccessible *hip_tree_find     (AtspiAccessible  *root,
                                    const char       *path);
/* (transfer container) (element-type AtspiAccessible): all that fit */
GPtrArray       *hip_tree_find_all (AtspiAccessible  *root,
                                    const char       *path);

/* (transfer full) */
char            *hip_tree_dup_role (AtspiAccessible  *node);
char            *hip_tree_dup_name (AtspiAccessible  *node);
char            *hip_tree_dup_description (AtspiAccessible *node);
char            *hip_tree_dup_text (AtspiAccessible  *node);
gboolean         hip_tree_has_state (AtspiAccessible *node,
                                     AtspiStateType   state);
/* Relative to the window it is in. */
gboolean         hip_tree_get_rect (AtspiAccessible  *node,
                                    HipRect          *rect);
/* What of its ancestors can be seen; what is not in there is to be scrolled to. */
void             hip_tree_get_clip (AtspiAccessible  *node,
                                    HipRect          *clip);
/* (transfer full) (nullable): the window or dialog window it is in */
AtspiAccessible *hip_tree_get_window (AtspiAccessible *node);

/* (transfer full): the whole tree, indented */
char            *hip_tree_print    (AtspiAccessible  *root);

/* libatspi has none of its own. */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiAccessible, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiComponent, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiStateSet, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiText, g_object_unref)

G_END_DECLS
