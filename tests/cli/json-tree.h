/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JsonTree: reads JSON as strictly as RFC 8259 says, so that tests know that other programs can.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _JsonTree JsonTree;

/** Returns: (transfer full) (nullable): the value; %NULL where @text is not one JSON value with blanks around it. */
JsonTree *json_tree_parse (const char *text);
void      json_tree_free  (JsonTree *tree);

/** The value at a path such as "waves/0/id"; there must be one of that kind. Numbers are integers. */
const char *json_tree_get_string (JsonTree *tree, const char *path);
gint64      json_tree_get_number (JsonTree *tree, const char *path);

/** How many members the object or array at @path has; "" is the whole. */
guint json_tree_count (JsonTree *tree, const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JsonTree, json_tree_free)

G_END_DECLS
