/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The bus of the screen readers: what programs say there of what they show, and what can be asked of them.
 *
 * This is AT-SPI's protocol and not its library, which remembers what may have changed and asks for one child at a time.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** Roles by the numbers of the protocol, as far as they are looked for. */
typedef enum {
  READER_GONE = 0, /* there no longer */
  READER_CHECK_BOX = 7,
  READER_CHECK_MENU_ITEM = 8,
  READER_COMBO_BOX = 11,
  READER_FRAME = 23,
  READER_IMAGE = 27,
  READER_LABEL = 29,
  READER_LIST = 31,
  READER_LIST_ITEM = 32,
  READER_MENU_ITEM = 35,
  READER_BUTTON = 43,
  READER_SCROLL_BAR = 48,
  READER_SEPARATOR = 50,
  READER_SLIDER = 51,
  READER_SPIN_BUTTON = 52,
  READER_TEXT = 61,
  READER_TOGGLE_BUTTON = 62,
  READER_TREE_TABLE = 66,
  READER_ENTRY = 79,
  READER_LINK = 88,
  READER_TABLE_ROW = 90,
} ReaderRole;

typedef enum {
  READER_FOCUSABLE = 11,
  READER_FOCUSED = 12,
} ReaderState;

/** Something on the screen, or a program. */
typedef struct {
  char *bus_name;
  char *path;
  ReaderRole role;
} ReaderNode;

ReaderNode *reader_node_ref   (ReaderNode *node);
void        reader_node_unref (ReaderNode *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaderNode, reader_node_unref)

/** Connects to the bus, which is started where it is not there. Before any program that shall be found on it. */
void reader_bus_init (void);

/** Returns: (transfer full) (nullable): the program with that process id, %NULL where it is not on the bus */
ReaderNode *reader_bus_find_program (guint32 pid);

/** Returns: (transfer full) (element-type ReaderNode): none where @node is gone */
GPtrArray *reader_node_get_children (ReaderNode *node);

/** Returns: (transfer full) (nullable): %NULL where @node is gone */
char *reader_node_get_name (ReaderNode *node);

gboolean reader_node_has_state (ReaderNode *node, ReaderState state);

/** Whether a click on it does something. */
gboolean reader_node_has_action (ReaderNode *node);

/** Does what a click on it does; it must be there. */
void reader_node_act (ReaderNode *node);

/** Returns: (transfer full): the text of a field, which must be there. */
char *reader_node_get_text (ReaderNode *node);
void  reader_node_set_text (ReaderNode *node, const char *text);

G_END_DECLS
