// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atspi/atspi-constants.h>
#include <glib.h>

#include "hip-screen.h"

G_BEGIN_DECLS

/**
 * HipTree:
 *
 * What a screen reader sees of a program, over the accessibility bus.
 *
 * Things in it are named by a path such as "dialog:New Run > text:Note": roles
 * and names, from the outer to the inner one, with any number of levels between.
 * Either may be "*"; a name may have it anywhere. Only what is shown counts.
 * Of several that fit, the first is meant; "button:Add#2" means the second.
 */
typedef struct _HipTree HipTree;
typedef struct _HipNode HipNode;

/* NULL as long as the process has not announced itself. */
HipTree *hip_tree_new (int pid);
void hip_tree_free (HipTree *self);

/* Looks anew: what was found before is gone. (nullable): the root */
HipNode *hip_tree_look (HipTree *self);
/* (nullable): the first that fits */
HipNode *hip_tree_find (HipTree *self, const char *path);
/* (transfer container) (element-type HipNode): all that fit, outer ones first */
GPtrArray *hip_tree_find_all (HipTree *self, const char *path);
/* The same without looking anew. */
GPtrArray *hip_tree_recall_all (HipTree *self, const char *path);
/* (transfer full): all that is shown, indented */
char *hip_tree_print (HipTree *self);

/* (nullable): the first below @node that fits, without looking anew */
HipNode *hip_node_find (HipNode *node, const char *path);
const char *hip_node_get_role (HipNode *node);
const char *hip_node_get_name (HipNode *node);
HipNode *hip_node_get_parent (HipNode *node);
HipNode *hip_node_get_window (HipNode *node);
gboolean hip_node_has_state (HipNode *node, AtspiStateType state);
/* (transfer full): the text it shows, or what is typed into it */
char *hip_node_dup_text (HipNode *node);
/* Where it is in its window; FALSE if nowhere. */
gboolean hip_node_get_rect (HipNode *node, HipRect *rect);
/* What can be seen of the area it scrolls in; what is not in there is to be scrolled to. */
void hip_node_get_clip (HipNode *node, HipRect *clip);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipTree, hip_tree_free)

G_END_DECLS
